//! Filters beyond the search by address: types that do not fit, user names, dynamic groups, deleted users.
#![allow(
    clippy::unwrap_used,
    clippy::needless_pass_by_value,
    reason = "in a test a failed unwrap is a failed test"
)]

mod common;

use common::*;
use practice::{Behaviour, Organisation, Tenant};
use serde_json::{Value, json};

/// Everything on all pages; what each page is called by is the server's business.
async fn all_pages(tenant: &Tenant, target: &str) -> (Vec<Value>, usize) {
    let (mut target, mut found, mut pages) = (target.to_owned(), Vec::new(), 0);
    loop {
        let reply = get(tenant, "user-admin", &target).await;
        assert_eq!(reply.status, 200, "{target}: {reply:?}");
        found.extend(reply.body["value"].as_array().unwrap().iter().cloned());
        pages += 1;
        let Some(next) = reply.body["@odata.nextLink"].as_str() else { return (found, pages) };
        next.strip_prefix("https://graph.microsoft.com/v1.0").unwrap().clone_into(&mut target);
    }
}

#[tokio::test]
async fn a_truth_value_compared_with_a_text_is_refused_and_not_empty() {
    let tenant = tenant();
    let refused = [
        ("/users", "accountEnabled eq 'true'"),
        ("/users", "accountEnabled eq 'false' or mail eq 'zoe@tailspintoys.com'"),
        ("/users", "accountEnabled in ('true','false')"),
        ("/users", "accountEnabled ne 'true'"),
        ("/users", "not(accountEnabled eq 'true')"),
        ("/users", "accountEnabled eq 1"),
        ("/users", "onPremisesSyncEnabled eq 'true'"),
        ("/users", "startsWith(accountEnabled,'t')"),
        ("/groups", "securityEnabled eq 'True'"),
        ("/contacts", "onPremisesSyncEnabled eq 'true'"),
        ("/directory/deletedItems/microsoft.graph.user", "accountEnabled eq 'true'"),
        // And the other way round.
        ("/users", "mail eq true"),
        ("/users", "displayName in ('Zoë Łukasz',false)"),
    ];
    for (list, filter) in refused {
        let target = format!("{list}?$count=true&$filter={}", encoded(filter));
        let reply = advanced(&tenant, "user-admin", &target).await;
        assert_eq!((reply.status, reply.code()), (400, "BadRequest"), "{filter}: {reply:?}");
        let message = reply.body["error"]["message"].as_str().unwrap();
        assert!(message.starts_with("Invalid filter clause"), "{message}");
    }
    let right = format!("/users?$filter={}", encoded("accountEnabled eq false"));
    assert_eq!(get(&tenant, "user-admin", &right).await.ids(), [BLOCKED]);
    let unset = format!("/users?$select=id&$filter={}", encoded("onPremisesSyncEnabled eq null"));
    assert!(!get(&tenant, "user-admin", &unset).await.ids().contains(&SYNCED));
}

#[tokio::test]
async fn somebody_is_found_by_the_user_name_whole_or_one_of_several() {
    let tenant = tenant();
    let zoe = "zoe_tailspintoys.com#EXT#@contoso.onmicrosoft.com";
    for (filter, expected) in [
        ("userPrincipalName eq 'anna@contoso.nl'".to_owned(), vec![ANNA]),
        ("userPrincipalName eq 'ANNA@Contoso.NL'".to_owned(), vec![ANNA]),
        (format!("userPrincipalName eq '{zoe}'"), vec![ZOE]),
        (format!("userPrincipalName in ('{zoe}','anna@contoso.nl','nobody@contoso.nl')"), vec![ANNA, ZOE]),
        ("userPrincipalName eq 'zoe@tailspintoys.com'".to_owned(), vec![]),
        ("userPrincipalName eq 'anna@contoso.nl' or mail eq 'anna@contoso.nl'".to_owned(), vec![ANNA]),
    ] {
        let target = format!("/users?$select=id,userPrincipalName&$filter={}", encoded(&filter));
        assert_eq!(get(&tenant, "user-admin", &target).await.ids(), expected, "{filter}");
    }
}

#[tokio::test]
async fn a_deleted_user_is_found_by_what_the_user_name_became() {
    // source: user-delete, the name is prefixed with the id without hyphens
    let tenant = tenant();
    let name = "dddddddd000040008000000000000001gerda_litwareinc.com#EXT#@contoso.onmicrosoft.com";
    let list =
        "/directory/deletedItems/microsoft.graph.user?$select=id,userPrincipalName&$count=true&$filter=";
    let whole = format!("{list}{}", encoded(&format!("userPrincipalName eq '{name}'")));
    assert_eq!(get(&tenant, "user-admin", &whole).await.ids(), [GONE]);
    let end = encoded("endsWith(userPrincipalName,'gerda_litwareinc.com#EXT#@contoso.onmicrosoft.com')");
    assert_eq!(get(&tenant, "user-admin", &format!("{list}{end}")).await.code(), "Request_UnsupportedQuery");
    assert_eq!(advanced(&tenant, "user-admin", &format!("{list}{end}")).await.ids(), [GONE]);
}

/// The small organisation with this many dynamic groups more.
fn with_dynamic_groups(count: usize) -> Organisation {
    let mut file = file();
    let groups = file["groups"].as_array_mut().unwrap();
    groups.extend((0..count).map(|n| {
        json!({
            "id": format!("c0c0c0c0-0000-4000-8000-{n:012}"), "displayName": format!("Dynamic {n}"),
            "groupTypes": ["Unified", "DynamicMembership"], "mailEnabled": true, "securityEnabled": false,
            "visibility": "Private", "membershipRule": format!("user.otherMails -contains \"{n}@example.com\""),
            "membershipRuleProcessingState": "On",
        })
    }));
    Organisation::read(&file.to_string()).unwrap()
}

#[tokio::test]
async fn a_thousand_dynamic_groups_are_read_with_their_rules_page_by_page() {
    let tenant = Tenant::start(with_dynamic_groups(1_000), Behaviour::default());
    let filter = encoded("groupTypes/any(c:c eq 'DynamicMembership')");
    let target =
        format!("/groups?$select=id,displayName,membershipRule,visibility&$top=999&$filter={filter}");
    let (found, pages) = all_pages(&tenant, &target).await;
    assert_eq!((found.len(), pages), (1_001, 2));
    let rule = found.iter().find(|group| group["displayName"] == "Dynamic 17").unwrap();
    assert_eq!(
        (&rule["membershipRule"], &rule["visibility"]),
        (&json!("user.otherMails -contains \"17@example.com\""), &json!("Private"))
    );
    // A rule that is not there is null, and not left out.
    let without = found.iter().find(|group| group["id"] == DYNAMIC).unwrap();
    assert_eq!(without.get("membershipRule"), Some(&Value::Null));
}

#[tokio::test]
async fn the_verified_domains_and_a_groups_own_settings_are_readable() {
    let tenant = tenant();
    let reply = get(&tenant, "owner", "/organization?$select=id,verifiedDomains").await;
    let domains = reply.body["value"][0]["verifiedDomains"].as_array().unwrap();
    let names: Vec<_> = domains.iter().map(|domain| domain["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["contoso.onmicrosoft.com", "contoso.nl"]);
    let reply = get(&tenant, "owner", &format!("/groups/{CLOSED}/settings?$select=templateId,values")).await;
    assert_eq!(
        reply.body["value"],
        json!([{ "templateId": "08d542b9-071f-4e16-94b0-74abb372e3d9",
                 "values": [{ "name": "AllowToAddGuests", "value": "False" }] }])
    );
}

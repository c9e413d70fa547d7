//! All guests of an organisation, page by page, and how near the limits that brings the client.

use bytes::Bytes;
use graph::{Continuation, GraphProblemKind, GuestPage, GuestQuery, UserOutline};
use serde_json::{Value, json};

use crate::support::{GUEST, Reply, Story, batch, found, ok};

const NEXT: &str = "https://graph.microsoft.com/v1.0/users?$skiptoken=RFNw%2dAo'(),&$top=1";

const GONE: &str = "87d349ed-44d7-43e1-9a83-5f2406dee5be";
const CLOSED: &str = "87d349ed-44d7-43e1-9a83-5f2406dee5bf";

fn page(ids: &[&str], more: &Value) -> Reply {
    let mut body = json!({ "value": ids.iter().map(|id| json!({ "id": id })).collect::<Vec<_>>() });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    ok(&body)
}

const fn everybody(_: &UserOutline<'_>) -> bool {
    true
}

async fn ids(story: &Story, page: &GuestPage) -> Vec<String> {
    let accounts = page.accounts(everybody, &story.cancel).await.unwrap();
    accounts.users.into_iter().map(|user| user.id).collect()
}

fn ends() -> Vec<String> {
    vec!["#EXT#@contoso.onmicrosoft.com".to_owned()]
}

#[tokio::test]
async fn the_faulty_are_asked_for_by_one_advanced_query_and_its_pages_are_followed_as_they_are_given() {
    let story = Story::new([
        page(&["a"], &json!({ "@odata.count": 2, "@odata.nextLink": NEXT })),
        page(&["b"], &json!({})),
    ]);
    let query = GuestQuery::Candidates { ends: ends() };
    let first = story.graph.guests_page(&query, None, &story.cancel).await.unwrap();
    assert_eq!((ids(&story, &first).await, first.count), (vec!["a".to_owned()], Some(2)));
    let second = story.graph.guests_page(&query, first.next.as_ref(), &story.cancel).await.unwrap();
    assert_eq!((ids(&story, &second).await, second.count, second.next), (vec!["b".to_owned()], None, None));
    let asked = story.asked();
    let filter = "%24filter=endsWith(userPrincipalName,'%23EXT%23%40contoso.onmicrosoft.com')%20and%20(mail%20eq%20null%20or%20proxyAddresses%2F%24count%20eq%200)";
    let plain = asked[0].uri.replace("$filter", "%24filter");
    assert!(plain.contains(filter), "{plain}");
    assert!(asked[0].uri.contains("$count=true") && asked[0].uri.contains("$top=999"));
    assert_eq!(asked[1].uri, NEXT);
    for asked in asked {
        assert_eq!(asked.headers["consistencylevel"], "eventual", "{}", asked.uri);
    }
}

#[tokio::test]
async fn a_continuation_that_leads_elsewhere_is_not_followed_and_one_that_leads_nowhere_is_no_page() {
    for elsewhere in ["https://evil.example/v1.0/users?x", "https://graph.microsoft.com/v1.0/me/messages", ""]
    {
        let story = Story::new([]);
        let at: Continuation = serde_json::from_value(json!(elsewhere)).unwrap();
        let asked = story.graph.guests_page(&GuestQuery::EveryGuest, Some(&at), &story.cancel).await;
        assert_eq!(asked.unwrap_err().kind, GraphProblemKind::ForeignHost, "{elsewhere}");
        assert_eq!(story.asked().len(), 0);
    }
    let story = Story::new([page(&["a"], &json!({ "@odata.nextLink": NEXT }))]);
    let at: Continuation = serde_json::from_value(json!(NEXT)).unwrap();
    let same = story.graph.guests_page(&GuestQuery::EveryGuest, Some(&at), &story.cancel).await;
    assert_eq!(same.unwrap_err().kind, GraphProblemKind::Malformed);
    let nobody = Story::new([page(&[""], &json!({}))]);
    let page = nobody.graph.guests_page(&GuestQuery::EveryGuest, None, &nobody.cancel).await.unwrap();
    let accounts = page.accounts(everybody, &nobody.cancel).await;
    assert_eq!(accounts.unwrap_err().kind, GraphProblemKind::Malformed);
}

#[tokio::test]
async fn of_a_page_only_who_is_wanted_by_their_outline_is_read_whole_and_all_are_counted() {
    let user = |id: &str, more: Value| {
        let mut user = json!({ "id": id, "displayName": "Jan \"J\" de Vries", "mail": "jan@fabrikam.nl",
            "proxyAddresses": ["SMTP:jan@fabrikam.nl", "x\\y"], "accountEnabled": true, "externalUserState": "Accepted" });
        user.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        user
    };
    let users = [
        user("plain", json!({})),
        user("escaped", json!({ "mail": "jan\n@fabrikam.nl" })),
        user("null", json!({ "mail": null, "proxyAddresses": null, "externalUserState": null })),
        json!({ "id": "unsaid" }),
    ];
    let outlines = |account: &UserOutline<'_>| match account.mail() {
        None => account.proxy_addresses().next().is_none() && account.external_user_state().is_none(),
        Some(mail) => {
            assert!(account.proxy_addresses().eq(["SMTP:jan@fabrikam.nl", "x\\y"]));
            assert_eq!(account.external_user_state(), Some("Accepted"));
            mail.contains('\n') && account.account_enabled() == Some(true)
        }
    };
    let story = Story::new([ok(&json!({ "value": users }))]);
    let page = story.graph.guests_page(&GuestQuery::EveryGuest, None, &story.cancel).await.unwrap();
    let page = page.accounts(outlines, &story.cancel).await.unwrap();
    let ids: Vec<&str> = page.users.iter().map(|user| user.id.as_str()).collect();
    assert_eq!((page.read, ids), (4, vec!["escaped", "null", "unsaid"]));
    assert_eq!(page.users[0].display_name.value().unwrap(), "Jan \"J\" de Vries");
    assert!(page.users[1].mail.is_null() && page.users[2].mail.is_absent());

    // What is not of the kind it should be is malformed in outline as well
    for broken in [json!({ "mail": 1 }), json!({ "proxyAddresses": "a" }), json!({ "accountEnabled": "yes" })]
    {
        let story = Story::new([ok(&json!({ "value": [user("a", broken)] }))]);
        let page = story.graph.guests_page(&GuestQuery::EveryGuest, None, &story.cancel).await.unwrap();
        let page = page.accounts(|_| false, &story.cancel).await;
        assert_eq!(page.unwrap_err().kind, GraphProblemKind::Malformed);
    }
}

#[tokio::test]
async fn groups_are_read_by_name_and_who_is_gone_is_told_from_who_could_not_be_read() {
    let story = Story::new([
        batch(|_, _| found(&json!([{ "id": "g", "displayName": "Sales" }]))),
        batch(|url, _| match url {
            url if url.contains(GUEST) => json!({ "status": 200, "body": { "id": GUEST, "mail": null } }),
            url if url.contains(GONE) => {
                json!({ "status": 404, "body": { "error": { "code": "Request_ResourceNotFound" } } })
            }
            _ => json!({ "status": 403, "body": { "error": { "code": "Authorization_RequestDenied" } } }),
        }),
    ]);
    let users = [GUEST, GONE, CLOSED].map(str::to_owned);
    let groups = story.graph.group_names(&users[..1], &story.cancel).await.unwrap();
    assert_eq!(groups[0].as_ref().unwrap()[0].display_name.value().unwrap(), "Sales");
    let read = story.graph.users_in_survey(&users, &story.cancel).await.unwrap();
    assert!(read[0].as_ref().unwrap().as_ref().unwrap().mail.is_null());
    assert_eq!(read[1], Ok(None));
    assert!(matches!(read[2].as_ref().unwrap_err().kind, GraphProblemKind::Refused { .. }));
}

#[tokio::test]
async fn the_hint_of_the_newest_answer_is_told_until_an_answer_says_nothing_of_it() {
    let hinting = |hint: &'static str| {
        let body = json!({ "value": [] }).to_string();
        Reply::Answer(200, vec![("x-ms-throttle-limit-percentage", hint.to_owned())], Bytes::from(body))
    };
    let story = Story::new([hinting("0.85"), hinting("many"), hinting("1.2"), page(&[], &json!({}))]);
    for used in [Some(0.85), None, Some(1.2), None] {
        story.graph.guests_page(&GuestQuery::EveryGuest, None, &story.cancel).await.unwrap();
        assert_eq!(story.graph.limits().used, used);
    }
    assert_eq!(story.graph.limits().wait, None);
}

//! What is seen of memberships: hidden ones, contacts', former ones; and groups that take no guests.
#![allow(
    clippy::unwrap_used,
    clippy::needless_pass_by_value,
    reason = "in a test a failed unwrap is a failed test"
)]

mod common;

use common::*;
use practice::{Allowed, Behaviour, ContactDeletion, Organisation, Tenant};
use serde_json::{Value, json};

const COUNCIL: &str = "cccccccc-0000-4000-8000-0000000000b1";

/// The small organisation with a works council that hides its members, and personas who may see what
/// is hidden as far as they have access; the council is a member of the group Plain, the contact of List and Plain.
fn changed(file: &mut Value) {
    let groups = file["groups"].as_array_mut().unwrap();
    for group in groups.iter_mut() {
        if group["id"] == SECURITY {
            group["members"] = json!([SALES, ZOE, COUNCIL, CONTACT]);
        }
        if group["id"] == LIST {
            group["members"] = json!([CONTACT]);
        }
    }
    groups.push(json!({
        "id": COUNCIL, "displayName": "Works council", "groupTypes": ["Unified"], "mailEnabled": true,
        "securityEnabled": false, "visibility": "HiddenMembership", "members": [PIETER, ANNA, ROLE_HOLDER], "owners": [OWNER],
    }));
    let scopes = json!(["User.Read", "User.Read.All", "GroupMember.Read.All", "Member.Read.Hidden"]);
    for (key, id, role) in [
        ("sees-hidden", ADMIN, Some("User Administrator")),
        ("owner-sees-hidden", OWNER, None),
        ("member-sees-hidden", ANNA, None),
        ("outsider-sees-hidden", MAILBOX, None),
        ("groups-admin-sees-hidden", MAILBOX, Some("Groups Administrator")),
    ] {
        let roles: Vec<_> = role.into_iter().collect();
        file["personas"][key] = json!({ "userId": id, "roles": roles, "scopes": scopes });
    }
    file["personas"]["contacts-only"] =
        json!({ "userId": MAILBOX, "roles": [], "scopes": ["OrgContact.Read.All"] });
}

#[tokio::test]
async fn hidden_members_do_not_show_without_the_permission_and_nothing_is_refused() {
    let tenant = tenant_of(changed);
    // Given a User Administrator whose app may read everything but what is hidden
    let who = "user-admin";
    for path in ["members", "transitiveMembers", "members/microsoft.graph.user"] {
        let reply = get(&tenant, who, &format!("/groups/{COUNCIL}/{path}?$select=id")).await;
        assert_eq!((reply.status, reply.ids().len()), (200, 0), "{path}");
    }
    let counted = advanced(&tenant, who, &format!("/groups/{COUNCIL}/members?$count=true")).await;
    assert_eq!(counted.body["@odata.count"], 0);
    // Then the group itself is there, with its visibility and its owners
    let group = get(&tenant, who, &format!("/groups/{COUNCIL}?$select=visibility")).await;
    assert_eq!(group.body["visibility"], "HiddenMembership");
    assert_eq!(get(&tenant, who, &format!("/groups/{COUNCIL}/owners?$select=id")).await.ids(), [OWNER]);
    // and from the other side it is not there, whatever the way that is asked
    let direct = get(&tenant, who, &format!("/users/{PIETER}/memberOf?$select=id")).await;
    assert_eq!(direct.ids(), [SALES, DYNAMIC]);
    let all = get(&tenant, who, &format!("/users/{PIETER}/transitiveMemberOf?$select=id")).await;
    assert_eq!(all.ids(), [SALES, DYNAMIC, SECURITY], "in Plain by Sales");
    let by_council =
        get(&tenant, who, &format!("/users/{ROLE_HOLDER}/transitiveMemberOf?$count=true&$select=id")).await;
    assert!(by_council.ids().iter().all(|id| ![COUNCIL, SECURITY].contains(id)), "{by_council:?}");
    // nor do its members show in the group around it, in which it stands itself.
    let around = get(&tenant, who, &format!("/groups/{SECURITY}/transitiveMembers?$select=id")).await;
    assert_eq!(around.ids(), [ANNA, JAN, PIETER, ZOE, SALES, COUNCIL, CONTACT]);
}

#[tokio::test]
async fn hidden_members_show_to_who_has_the_permission_and_access() {
    let tenant = tenant_of(changed);
    for (persona, sees) in [
        ("sees-hidden", true),
        ("owner-sees-hidden", true),
        ("member-sees-hidden", true),
        ("outsider-sees-hidden", false),
        ("groups-admin-sees-hidden", false),
        // One's own membership is hidden too.
        ("owner", false),
    ] {
        let members = get(&tenant, persona, &format!("/groups/{COUNCIL}/members?$select=id")).await;
        assert_eq!((members.status, members.ids().len()), (200, if sees { 3 } else { 0 }), "{persona}");
        let groups = get(&tenant, persona, &format!("/users/{PIETER}/memberOf?$select=id")).await;
        assert_eq!(groups.ids().contains(&COUNCIL), sees, "{persona}");
    }
    let own = get(&tenant, "member-sees-hidden", "/me/memberOf?$select=id").await;
    assert!(own.ids().contains(&COUNCIL));
    let around =
        get(&tenant, "sees-hidden", &format!("/groups/{SECURITY}/transitiveMembers?$select=id")).await;
    assert!(around.ids().contains(&ROLE_HOLDER));
}

#[tokio::test]
async fn a_hidden_membership_is_kept_over_deletion_and_cannot_be_made_twice() {
    let tenant = tenant_of(changed);
    let body = json!({ "@odata.id": format!("https://graph.microsoft.com/v1.0/directoryObjects/{PIETER}") });
    let twice = post(&tenant, "user-admin", &format!("/groups/{COUNCIL}/members/$ref"), body).await;
    assert_eq!(twice.status, 400, "what does not show is there all the same: {twice:?}");
    assert_eq!(delete(&tenant, "user-admin", &format!("/users/{PIETER}")).await.status, 204);
    let back = format!("/directory/deletedItems/{PIETER}/restore");
    assert_eq!(send(&tenant, "user-admin", "POST", &back, &[], None).await.status, 200);
    let members = get(&tenant, "sees-hidden", &format!("/groups/{COUNCIL}/members?$select=id")).await;
    assert_eq!(members.ids(), [ANNA, PIETER, ROLE_HOLDER]);
}

async fn add(tenant: &Tenant, persona: &str, group: &str, member: &str) -> Reply {
    let body = json!({ "@odata.id": format!("https://graph.microsoft.com/v1.0/directoryObjects/{member}") });
    post(tenant, persona, &format!("/groups/{group}/members/$ref"), body).await
}

fn no_guests_here(file: &mut Value) {
    file["groupSettings"][0]["values"] = json!([{ "name": "AllowToAddGuests", "value": "false" }]);
}

#[tokio::test]
async fn where_no_guests_are_taken_an_admin_may_add_one_or_may_not() {
    let strict = || Behaviour { admins_add_guests: Allowed::No, ..Behaviour::default() };
    let words = "Guests users are not allowed to join this Unified Group due to policy setting.";
    let start = |change: fn(&mut Value), behaviour: Behaviour| {
        let mut file = file();
        change(&mut file);
        Tenant::start(Organisation::read(&file.to_string()).unwrap(), behaviour)
    };
    let unchanged: fn(&mut Value) = |_| {};
    // whose setting, group, persona, status by default, status when admins may not
    for (setting, group, persona, lax_status, strict_status) in [
        (unchanged, CLOSED, "user-admin", 204, 403),
        (unchanged, CLOSED, "global-admin", 204, 403),
        (unchanged, CLOSED, "owner", 403, 403),
        (unchanged, SALES, "user-admin", 204, 204),
        (no_guests_here, SALES, "user-admin", 204, 403),
        (no_guests_here, SALES, "owner", 403, 403),
        // The setting is about Microsoft 365 groups.
        (no_guests_here, SECURITY, "owner", 204, 204),
    ] {
        for (behaviour, status) in [(Behaviour::default(), lax_status), (strict(), strict_status)] {
            let reply = add(&start(setting, behaviour), persona, group, ROLE_HOLDER).await;
            assert_eq!(reply.status, status, "{group} {persona}: {reply:?}");
            if status == 403 {
                assert_eq!(reply.code(), "Authorization_RequestDenied");
                assert!(reply.body["error"]["message"].as_str().unwrap().starts_with(words), "{reply:?}");
            }
        }
    }
    // Whoever is no guest is added all the same.
    assert_eq!(add(&start(unchanged, strict()), "owner", CLOSED, MAILBOX).await.status, 204);
}

#[tokio::test]
async fn a_group_that_takes_guests_does_not_where_the_organisation_takes_none() {
    // groups-settings-cmdlets: False for the organisation overrides the group.
    let tenant = tenant_of(|file| {
        no_guests_here(file);
        for group in file["groups"].as_array_mut().unwrap() {
            if group["id"] == CLOSED {
                group["settings"][0]["values"][0]["value"] = json!("True");
            }
        }
    });
    assert_eq!(add(&tenant, "owner", CLOSED, ROLE_HOLDER).await.status, 403);
}

#[tokio::test]
async fn a_contacts_groups_are_readable() {
    let tenant = tenant_of(changed);
    let all = get(&tenant, "owner", &format!("/contacts/{CONTACT}/memberOf")).await;
    assert_eq!(all.ids(), [LIST, SECURITY]);
    assert_eq!(all.body["value"][0]["@odata.type"], "#microsoft.graph.group");
    assert_eq!(all.body["value"][0]["displayName"], "List");
    let cast = format!("/contacts/{CONTACT}/memberOf/microsoft.graph.group?$select=id,displayName,mail");
    let groups = get(&tenant, "owner", &cast).await;
    assert_eq!(
        groups.body["value"][0],
        json!({ "id": LIST, "displayName": "List", "mail": "list@contoso.nl" })
    );
    let transitive =
        get(&tenant, "owner", &format!("/contacts/{CONTACT}/transitiveMemberOf?$select=id")).await;
    assert_eq!(transitive.ids(), [LIST, SECURITY]);
    for (persona, target, status) in [
        ("owner", "/contacts/00000000-0000-4000-8000-00000000dead/memberOf".to_owned(), 404),
        ("owner", format!("/contacts/{CONTACT}/memberOf/microsoft.graph.user"), 400),
        ("owner", format!("/contacts/{CONTACT}/members"), 400),
        ("owner", format!("/contacts/{CONTACT}/transitiveMemberOf/microsoft.graph.group"), 400),
        ("guest", format!("/contacts/{CONTACT}/memberOf"), 403),
        ("sees-hidden", format!("/contacts/{CONTACT}/memberOf"), 403),
    ] {
        assert_eq!(get(&tenant, persona, &target).await.status, status, "{persona} {target}");
    }
    // Who may read contacts only learns which groups, and nothing of them.
    let limited =
        get(&tenant, "contacts-only", &format!("/contacts/{CONTACT}/memberOf?$select=id,displayName")).await;
    assert_eq!(
        (limited.ids(), &limited.body["value"][0]["displayName"]),
        (vec![LIST, SECURITY], &Value::Null)
    );
}

#[tokio::test]
async fn a_contact_cannot_be_deleted_whoever_asks() {
    let words = "Data contract version does not allow 'Delete' operations against instances of resource 'OrgContact'.";
    for (setting, status, code) in [
        (ContactDeletion::Denied403, 403, "Authorization_RequestDenied"),
        (ContactDeletion::Refused400, 400, "Request_BadRequest"),
    ] {
        let tenant = tenant_that(|behaviour| behaviour.contact_deletion = setting);
        for persona in ["global-admin", "user-admin", "owner"] {
            let reply = delete(&tenant, persona, &format!("/contacts/{CONTACT}")).await;
            assert_eq!((reply.status, reply.code()), (status, code), "{persona}");
            assert_eq!(reply.body["error"]["message"], words);
        }
        assert_eq!(get(&tenant, "owner", &format!("/contacts/{CONTACT}")).await.status, 200, "still there");
    }
    assert_eq!(
        delete(&tenant(), "guest", &format!("/contacts/{CONTACT}")).await.code(),
        "Authorization_RequestDenied"
    );
}

#[tokio::test]
async fn a_deleted_guest_comes_back_with_the_groups_the_file_says() {
    // Given a file in which two groups still have a deleted guest among their members
    let tenant = tenant_of(|file| {
        for group in file["groups"].as_array_mut().unwrap() {
            if group["id"] == SALES || group["id"] == DYNAMIC {
                group["members"].as_array_mut().unwrap().push(json!(GONE));
            }
        }
    });
    // Then nobody sees them there,
    let members = get(&tenant, "user-admin", &format!("/groups/{SALES}/members?$select=id")).await;
    assert_eq!(members.ids(), [ANNA, JAN, PIETER]);
    assert_eq!(get(&tenant, "user-admin", &format!("/users/{GONE}/memberOf")).await.status, 404);
    let removed = delete(&tenant, "user-admin", &format!("/groups/{SALES}/members/{GONE}/$ref")).await;
    assert_eq!(removed.status, 404, "nor can they be taken out");
    // and restored they are in both.
    let back = format!("/directory/deletedItems/{GONE}/restore");
    assert_eq!(send(&tenant, "user-admin", "POST", &back, &[], None).await.status, 200);
    let groups = get(&tenant, "user-admin", &format!("/users/{GONE}/memberOf?$select=id")).await;
    assert_eq!(groups.ids(), [SALES, DYNAMIC]);
}

#[tokio::test]
async fn licences_are_readable_and_nobodys_to_write() {
    let licence = json!([{ "skuId": "6fd2c87f-b296-42f0-b197-1e91e994b900", "disabledPlans": [] }]);
    let plan = json!([{ "assignedDateTime": "2026-02-01T08:00:00Z", "capabilityStatus": "Enabled",
                        "service": "exchange", "servicePlanId": "efb87545-963c-4e0d-99df-69c6916d9eb0" }]);
    let tenant = tenant_of(|file| {
        for user in file["users"].as_array_mut().unwrap() {
            if user["id"] == PIETER {
                user["assignedLicenses"] = licence.clone();
                user["assignedPlans"] = plan.clone();
            }
        }
    });
    let columns = "$select=id,assignedLicenses,assignedPlans";
    let one = get(&tenant, "user-admin", &format!("/users/{PIETER}?{columns}")).await;
    assert_eq!((&one.body["assignedLicenses"], &one.body["assignedPlans"]), (&licence, &plan));
    let none = get(&tenant, "user-admin", &format!("/users/{JAN}?{columns}")).await;
    assert_eq!((&none.body["assignedLicenses"], &none.body["assignedPlans"]), (&json!([]), &json!([])));
    let whole = get(&tenant, "user-admin", &format!("/users/{PIETER}")).await;
    assert!(whole.body.get("assignedLicenses").is_none(), "only on $select");
    let filter = encoded("assignedLicenses/$count ne 0");
    let found =
        advanced(&tenant, "user-admin", &format!("/users?{columns}&$count=true&$filter={filter}")).await;
    assert_eq!(found.ids(), [PIETER]);
    let written = patch(&tenant, "global-admin", PIETER, json!({ "assignedLicenses": [] })).await;
    assert_eq!(written.status, 400);
    // Deleted and restored, the licences are there again (recover-from-deletions).
    delete(&tenant, "user-admin", &format!("/users/{PIETER}")).await;
    let gone = format!("/directory/deletedItems/{PIETER}/microsoft.graph.user?{columns}");
    assert_eq!(get(&tenant, "user-admin", &gone).await.body["assignedLicenses"], licence);
    let back = format!("/directory/deletedItems/{PIETER}/restore");
    send(&tenant, "user-admin", "POST", &back, &[], None).await;
    let again = get(&tenant, "user-admin", &format!("/users/{PIETER}?{columns}")).await;
    assert_eq!(again.body["assignedLicenses"], licence);
}

#[tokio::test]
async fn a_group_gets_a_rule_and_loses_an_owner_as_somebody_with_the_right_asks() {
    let tenant = tenant_of(|file| {
        changed(file);
        let groups = file["groups"].as_array_mut().unwrap();
        let council = groups.iter_mut().find(|group| group["id"] == COUNCIL).unwrap();
        council["owners"] = json!([OWNER, ANNA]);
    });
    let path = format!("/groups/{COUNCIL}");
    let rule =
        json!({ "groupTypes": ["Unified", "DynamicMembership"], "membershipRule": "(user.mail -ne null)" });
    let change = async |persona: &str, body: &Value| {
        send(&tenant, persona, "PATCH", &path, &[], Some(body.clone())).await.status
    };
    // Only owners and some admins may, and only what is known here is changed
    assert_eq!(change("sees-hidden", &rule).await, 403, "without the permission");
    assert_eq!(change("user-admin", &json!({ "description": "x" })).await, 400);
    let owner = |who: &str| format!("{path}/owners/{who}/$ref");
    assert_eq!(delete(&tenant, "user-admin", &owner(JAN)).await.status, 404);
    assert_eq!(delete(&tenant, "user-admin", &owner(OWNER)).await.status, 204);
    assert_eq!(delete(&tenant, "user-admin", &owner(ANNA)).await.status, 400, "the last one stays");
    assert_eq!(get(&tenant, "user-admin", &format!("{path}/owners?$select=id")).await.ids(), [ANNA]);
    // Whoever lost it changes nobody's membership, and of a rule nobody does
    assert_eq!(add(&tenant, "owner", COUNCIL, JAN).await.status, 403);
    assert_eq!(change("user-admin", &rule).await, 204);
    assert_eq!(add(&tenant, "user-admin", COUNCIL, JAN).await.status, 400);
}

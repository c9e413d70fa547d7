//! Who may do what, and which memberships can be written at all.
#![allow(
    clippy::unwrap_used,
    clippy::needless_pass_by_value,
    reason = "in a test a failed unwrap is a failed test"
)]

mod common;

use common::*;
use practice::{Allowed, Tenant};
use serde_json::{Value, json};

async fn add(tenant: &Tenant, persona: &str, group: &str, member: &str) -> Reply {
    let body = json!({ "@odata.id": format!("https://graph.microsoft.com/v1.0/directoryObjects/{member}") });
    post(tenant, persona, &format!("/groups/{group}/members/$ref"), body).await
}

async fn remove(tenant: &Tenant, persona: &str, group: &str, member: &str) -> Reply {
    delete(tenant, persona, &format!("/groups/{group}/members/{member}/$ref")).await
}

#[tokio::test]
async fn without_a_practice_token_nothing_opens() {
    let tenant = tenant();
    for token in
        ["", "Bearer", "Bearer practice.", "Bearer practice.nobody", "Bearer abc", "Basic practice.owner"]
    {
        let mut request = http::Request::get("https://graph.microsoft.com/v1.0/me");
        if !token.is_empty() {
            request = request.header("authorization", token);
        }
        let answer = tower::ServiceExt::oneshot(tenant.clone(), request.body(bytes::Bytes::new()).unwrap())
            .await
            .unwrap();
        let body: Value = serde_json::from_slice(answer.body()).unwrap();
        assert_eq!(
            (answer.status().as_u16(), &body["error"]["code"]),
            (401, &json!("InvalidAuthenticationToken")),
            "{token}"
        );
        assert!(answer.headers().contains_key("www-authenticate"));
    }
}

#[tokio::test]
async fn sensitive_actions_need_a_role_above_the_target() {
    // persona, target, body, status
    let table: &[(&str, &str, Value, u16)] = &[
        ("user-admin", PIETER, json!({ "otherMails": [] }), 204),
        ("helpdesk", PIETER, json!({ "otherMails": [] }), 204),
        ("helpdesk", PIETER, json!({ "mail": "a@example.com" }), 403),
        ("helpdesk", PIETER, json!({ "accountEnabled": false }), 403),
        ("owner", PIETER, json!({ "otherMails": [] }), 403),
        ("inviter", PIETER, json!({ "otherMails": [] }), 403),
        ("user-admin", PIETER, json!({ "accountEnabled": false }), 204),
        ("user-admin", ROLE_HOLDER, json!({ "otherMails": [] }), 403),
        ("user-admin", ROLE_HOLDER, json!({ "mail": "a@example.com" }), 204),
        ("global-admin", ROLE_HOLDER, json!({ "otherMails": [] }), 204),
        ("user-admin", IN_ROLE_GROUP, json!({ "otherMails": [] }), 403),
        ("global-admin", IN_ROLE_GROUP, json!({ "otherMails": [] }), 204),
        ("global-admin", RESTRICTED, json!({ "otherMails": [] }), 403),
        ("global-admin", RESTRICTED, json!({ "mail": "a@example.com" }), 403),
        // A scope for other addresses alone writes those and nothing else.
        ("mail-only", PIETER, json!({ "otherMails": [] }), 204),
        ("mail-only", PIETER, json!({ "mail": "a@example.com" }), 403),
        ("guest", PIETER, json!({ "otherMails": [] }), 403),
    ];
    for (persona, target, body, status) in table {
        let reply = patch(&tenant(), persona, target, body.clone()).await;
        assert_eq!(reply.status, *status, "{persona} {target} {body}: {reply:?}");
        if *status == 403 {
            assert_eq!(reply.code(), "Authorization_RequestDenied");
            assert_eq!(reply.body["error"]["message"], "Insufficient privileges to complete the operation.");
        }
    }
}

#[tokio::test]
async fn deleting_and_restoring_follow_the_same_rule() {
    for (persona, target, status) in [
        ("user-admin", PIETER, 204),
        ("owner", PIETER, 403),
        ("helpdesk", PIETER, 403),
        ("user-admin", ROLE_HOLDER, 403),
        ("global-admin", ROLE_HOLDER, 204),
        ("global-admin", RESTRICTED, 403),
        ("user-admin", "00000000-0000-4000-8000-00000000dead", 404),
    ] {
        let reply = delete(&tenant(), persona, &format!("/users/{target}")).await;
        assert_eq!(reply.status, status, "{persona} {target}");
    }
    for (persona, status) in [("user-admin", 200), ("owner", 403), ("inviter", 403), ("mail-only", 403)] {
        let path = format!("/directory/deletedItems/{GONE}/restore");
        assert_eq!(send(&tenant(), persona, "POST", &path, &[], None).await.status, status, "{persona}");
    }
}

#[tokio::test]
async fn memberships_are_written_by_owners_and_admins_where_they_can_be_written() {
    // persona, group, status, code
    let table = [
        ("owner", SALES, 204, ""),
        ("user-admin", SALES, 204, ""),
        ("user-admin", SECURITY, 204, ""),
        ("inviter", SALES, 403, "Authorization_RequestDenied"),
        ("guest", SALES, 403, "Authorization_RequestDenied"),
        ("mail-only", SALES, 403, "Authorization_RequestDenied"),
        ("owner", DYNAMIC, 400, "Request_BadRequest"),
        ("global-admin", ON_PREMISES, 400, "Request_BadRequest"),
        ("global-admin", LIST, 400, "Request_BadRequest"),
        ("global-admin", MAIL_SECURITY, 400, "Request_BadRequest"),
        ("global-admin", ROLE_GROUP, 403, "Authorization_RequestDenied"),
        ("role-manager", ROLE_GROUP, 204, ""),
        // AllowToAddGuests is off for this group: not for its owner, still for an admin.
        ("owner", CLOSED, 403, "Authorization_RequestDenied"),
        ("user-admin", CLOSED, 204, ""),
        ("user-admin", "00000000-0000-4000-8000-00000000dead", 404, "Request_ResourceNotFound"),
    ];
    for (persona, group, status, code) in table {
        let reply = add(&tenant(), persona, group, ROLE_HOLDER).await;
        assert_eq!((reply.status, reply.code()), (status, code), "{persona} {group}: {reply:?}");
    }
}

#[tokio::test]
async fn adding_twice_removing_twice_and_strangers_are_refused_in_their_own_words() {
    let tenant = tenant();
    let twice = add(&tenant, "owner", SALES, JAN).await;
    assert_eq!(twice.status, 400);
    assert_eq!(
        twice.body["error"]["message"],
        "One or more added object references already exist for the following modified properties: 'members'."
    );
    assert_eq!(remove(&tenant, "owner", SALES, JAN).await.status, 204);
    assert_eq!(remove(&tenant, "owner", SALES, JAN).await.status, 404);
    assert!(
        !get(&tenant, "owner", &format!("/groups/{SALES}/members?$select=id")).await.ids().contains(&JAN)
    );
    assert_eq!(add(&tenant, "owner", SALES, JAN).await.status, 204);
    assert!(get(&tenant, "owner", &format!("/users/{JAN}/memberOf?$select=id")).await.ids().contains(&SALES));
    assert_eq!(add(&tenant, "owner", SALES, "00000000-0000-4000-8000-00000000dead").await.status, 404);
    assert_eq!(add(&tenant, "owner", SALES, SECURITY).await.status, 400);
    for wrong in [
        "https://graph.microsoft.us/v1.0/directoryObjects/x",
        "x",
        "https://graph.microsoft.com/v1.0/sites/x",
    ] {
        let body = json!({ "@odata.id": wrong });
        let reply = post(&tenant, "owner", &format!("/groups/{SALES}/members/$ref"), body).await;
        assert_eq!(reply.status, 400, "{wrong}");
    }
    let old =
        format!("/groups/{SALES}/members/$ref?@id=https://graph.microsoft.com/v1.0/directoryObjects/{JAN}");
    assert_eq!(delete(&tenant, "owner", &old).await.status, 204);
}

#[tokio::test]
async fn without_ref_the_user_is_deleted_and_not_the_membership_if_the_caller_may() {
    let tenant = tenant();
    let body = json!({ "@odata.id": format!("https://graph.microsoft.com/v1.0/directoryObjects/{ZOE}") });
    let reply = post(&tenant, "owner", &format!("/groups/{SALES}/members"), body).await;
    assert_eq!(reply.body["error"]["message"], "Write requests are only supported on contained entities");
    assert_eq!(delete(&tenant, "owner", &format!("/groups/{SALES}/members/{JAN}")).await.status, 403);
    assert_eq!(get(&tenant, "owner", &format!("/users/{JAN}")).await.status, 200);
    assert_eq!(delete(&tenant, "user-admin", &format!("/groups/{SALES}/members/{JAN}")).await.status, 204);
    assert_eq!(get(&tenant, "owner", &format!("/users/{JAN}")).await.status, 404);
}

#[tokio::test]
async fn guests_see_themselves_and_their_groups_and_nobody_else() {
    let tenant = tenant();
    for (path, status) in [
        ("/me".to_owned(), 200),
        ("/me/memberOf".to_owned(), 200),
        (format!("/groups/{SECURITY}"), 200),
        (format!("/groups/{SALES}"), 403),
        ("/users".to_owned(), 403),
        (format!("/users/{ANNA}"), 403),
        ("/groups".to_owned(), 403),
        ("/contacts".to_owned(), 403),
        ("/groupSettings".to_owned(), 403),
        ("/directory/deletedItems/microsoft.graph.user".to_owned(), 403),
    ] {
        assert_eq!(get(&tenant, "guest", &path).await.status, status, "{path}");
    }
}

#[tokio::test]
async fn a_basic_scope_gives_basic_profiles() {
    let tenant = tenant();
    let reply = get(&tenant, "mail-only", &format!("/users/{PIETER}")).await;
    assert!(reply.body.get("jobTitle").is_none() && reply.body.get("mail").is_some(), "{reply:?}");
    assert_eq!(get(&tenant, "mail-only", &format!("/users/{PIETER}?$select=otherMails")).await.status, 403);
    assert_eq!(get(&tenant, "mail-only", "/users?$filter=otherMails/any(x:x%20eq%20'a')").await.status, 403);
    assert_eq!(get(&tenant, "mail-only", "/contacts").await.status, 403);
}

#[tokio::test]
async fn who_may_invite_follows_the_policy() {
    // policy, then who may: owner (a member), guest, inviter, user-admin
    let table = [
        ("everyone", [201, 201, 201, 201]),
        ("adminsGuestInvitersAndAllMembers", [201, 403, 201, 201]),
        ("adminsAndGuestInviters", [403, 403, 201, 201]),
        ("none", [403, 403, 403, 403]),
    ];
    for (policy, expected) in table {
        for (persona, status) in ["owner", "guest", "inviter", "user-admin"].into_iter().zip(expected) {
            let tenant = tenant_of(|file| {
                file["authorizationPolicy"] =
                    json!({ "id": "authorizationPolicy", "allowInvitesFrom": policy });
            });
            let body = json!({ "invitedUserEmailAddress": "new@example.com", "inviteRedirectUrl": "https://example.com" });
            let reply = post(&tenant, persona, "/invitations", body).await;
            assert_eq!(reply.status, status, "{policy} {persona}");
        }
    }
    let member = json!({ "invitedUserEmailAddress": "new@example.com", "inviteRedirectUrl": "https://example.com",
                         "invitedUserType": "Member" });
    assert_eq!(post(&tenant(), "owner", "/invitations", member.clone()).await.status, 403);
    assert_eq!(post(&tenant(), "user-admin", "/invitations", member).await.status, 201);
}

#[tokio::test]
async fn what_members_may_read_beyond_the_documented_is_a_setting() {
    let strict = tenant_that(|behaviour| {
        behaviour.members_see_deleted_users = Allowed::No;
        behaviour.members_see_group_settings = Allowed::No;
    });
    for path in ["/directory/deletedItems/microsoft.graph.user", "/groupSettings"] {
        assert_eq!(get(&tenant(), "owner", path).await.status, 200, "{path}");
        assert_eq!(get(&strict, "owner", path).await.status, 403, "{path}");
        assert_eq!(get(&strict, "user-admin", path).await.status, 200, "{path}");
    }
}

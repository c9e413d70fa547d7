//! Personas who sign in as for real: what they may not do yet, and roles that do not show.
#![allow(
    clippy::unwrap_used,
    clippy::needless_pass_by_value,
    reason = "in a test a failed unwrap is a failed test"
)]

mod common;

use common::{PIETER, get, patch, tenant_of};
use practice::Tenant;
use serde_json::json;

fn granted(tenant: &Tenant, key: &str) -> Option<Vec<String>> {
    tenant.personas().into_iter().find(|persona| persona.key == key).unwrap().scopes
}

#[tokio::test]
async fn what_a_persona_agreed_to_adds_to_what_the_app_may_until_the_organisation_starts_over() {
    let tenant = tenant_of(|file| {
        file["personas"]["helpdesk"]["scopes"] = json!(["User.Read.All"]);
        file["personas"]["other"] = file["personas"]["helpdesk"].clone();
    });
    let write = || patch(&tenant, "helpdesk", PIETER, json!({ "otherMails": ["new@example.org"] }));
    assert_eq!(write().await.status, 403, "the role is enough, the permission is missing");

    tenant.consent("helpdesk", &["User-Mail.ReadWrite.All".to_owned()]);
    assert_eq!(write().await.status, 204);
    assert_eq!(
        get(&tenant, "helpdesk", &format!("/users/{PIETER}")).await.status,
        200,
        "added, not replaced"
    );
    assert_eq!(granted(&tenant, "other").unwrap(), ["User.Read.All"], "nobody else's");

    tenant.start_over().unwrap();
    assert_eq!(granted(&tenant, "helpdesk").unwrap(), ["User.Read.All"]);
    assert_eq!(write().await.status, 403);
}

#[tokio::test]
async fn a_role_through_a_group_counts_and_shows_in_no_direct_membership() {
    // given the owner, who is in a group that is assigned a role
    const GROUP: &str = "9b000000-0000-4000-8000-000000000001";
    let tenant = tenant_of(|file| {
        let owner = file["personas"]["owner"]["userId"].clone();
        let group = json!({ "id": GROUP, "displayName": "Role: users", "isAssignableToRole": true, "groupTypes": [],
            "mailEnabled": false, "securityEnabled": true, "members": [owner], "owners": [] });
        file["groups"].as_array_mut().unwrap().push(group);
        file["roles"][GROUP] = json!(["User Administrator"]);
    });
    // when the owner changes what only an admin may, then it is done
    let body = json!({ "otherMails": ["new@example.org"] });
    assert_eq!(patch(&tenant, "owner", PIETER, body).await.status, 204);
    // and the role shows in the transitive membership alone
    for (path, shows) in [("memberOf", false), ("transitiveMemberOf", true)] {
        let reply = get(&tenant, "owner", &format!("/me/{path}")).await;
        assert_eq!(reply.status, 200, "{reply:?}");
        assert_eq!(reply.body.to_string().contains("User Administrator"), shows, "{path}: {reply:?}");
    }
}

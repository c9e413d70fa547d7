//! The built-in organisation.
#![allow(
    clippy::unwrap_used,
    clippy::needless_pass_by_value,
    reason = "in a test a failed unwrap is a failed test"
)]

mod common;

use common::get;
use practice::{Behaviour, Tenant};

#[test]
fn the_built_in_organisation_reads_and_has_the_six_personas_and_an_answer_key() {
    let file = Tenant::built_in().unwrap();
    let keys: Vec<_> = file.personas().into_iter().map(|persona| persona.key).collect();
    for key in ["owner", "user-admin", "global-admin", "inviter", "reader", "guest"] {
        assert!(keys.iter().any(|known| known == key), "{key} is missing in {keys:?}");
    }
    let expected = file.answer_key();
    assert!(expected.len() >= 34, "{}", expected.len());
    for row in &expected {
        assert!(!row.find.is_empty() && !row.verdict.is_empty() && !row.story.is_empty(), "{row:?}");
    }
}

#[tokio::test]
async fn every_guest_of_the_answer_key_can_be_read_by_the_user_administrator() {
    let file = Tenant::built_in().unwrap();
    let expected = file.answer_key();
    let tenant = Tenant::start(file, Behaviour::default());
    for row in expected {
        let Some(id) = row.user_id else { continue };
        let columns = "$select=id,otherMails,proxyAddresses,mail";
        let live = get(&tenant, "user-admin", &format!("/users/{id}?{columns}")).await;
        let reply = match live.status {
            404 => {
                get(
                    &tenant,
                    "user-admin",
                    &format!("/directory/deletedItems/{id}/microsoft.graph.user?{columns}"),
                )
                .await
            }
            _ => live,
        };
        assert_eq!(reply.status, 200, "{} ({}): {reply:?}", row.find, row.verdict);
        assert!(reply.body.get("practice").is_none());
    }
}

//! The link of the page that a sign-in waits at: told to the window while it waits, and nowhere else.

use std::collections::HashMap;

use serde_json::json;

use crate::desk::Desk;

#[tokio::test(flavor = "multi_thread")]
async fn the_link_of_a_sign_in_is_told_while_it_waits_and_comes_to_rest_nowhere() {
    let desk = Desk::set(json!({})).await;
    desk.harness.person.behaves(|behaviour| behaviour.has_a_browser = false);
    let by_its_link = async {
        loop {
            let page = desk.ask("sign_in_page", json!({})).await;
            if let Some(link) = page["address"].as_str() {
                desk.harness.person.visits(link.to_owned()).await;
                return link.to_owned();
            }
        }
    };
    let (_, link) = tokio::join!(desk.ask("sign_in_browser", json!({})), by_its_link);

    // What is in it says what the answer is recognised by, and of nothing more than that its proof is asked for later.
    let link = url::Url::parse(&link).unwrap();
    let said: HashMap<_, _> = link.query_pairs().collect();
    assert!(said.contains_key("code_challenge") && said["code_challenge_method"] == "S256", "{link}");
    for secret in ["code_verifier", "client_secret", "code", "access_token", "refresh_token", "id_token"] {
        assert!(!said.contains_key(secret), "{secret} in {link}");
    }

    // In that one answer, and in no other, whatever is asked afterwards.
    let told = std::mem::take(&mut *desk.places.answers.lock().unwrap());
    let (page, others): (Vec<_>, Vec<_>) =
        told.into_iter().partition(|answer| answer.contains("code_challenge"));
    assert_eq!(page.len(), 1, "{page:#?}");
    for answer in others {
        desk.places.told(answer);
    }
    let page = desk.ask("sign_in_page", json!({})).await;
    assert!(page["address"].is_null(), "{page}");
    desk.refused("open", json!({ "place": "sign-in-page" })).await;
    desk.ask("diagnostic_report", json!({})).await;
    desk.ask("status", json!({})).await;
    desk.has_leaked_nothing();
}

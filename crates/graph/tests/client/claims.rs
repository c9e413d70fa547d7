//! A token that is not enough: what must be proved is handed on, and nothing is tried again.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use graph::{Changed, GraphProblem, GraphProblemKind};
use serde_json::json;

use crate::support::{GUEST, Reply, Story, batch, found};

const PROOF: &str = r#"{"access_token":{"acrs":{"essential":true,"value":"c1"}}}"#;

fn header() -> String {
    let claims = STANDARD.encode(PROOF);
    format!(
        "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", \
             error=\"insufficient_claims\", claims=\"{claims}\""
    )
}

fn challenge(status: u16) -> Reply {
    let body = json!({ "error": { "code": "InvalidAuthenticationToken", "message": "Continuous access evaluation ..." } });
    Reply::Answer(status, vec![("WWW-Authenticate", header())], body.to_string().into())
}

fn is_proof_wanted(problem: &GraphProblem) {
    assert_eq!(problem.kind, GraphProblemKind::StepUpRequired { claims: PROOF.to_owned() });
    assert_eq!(problem.changed, Changed::No);
}

#[tokio::test]
async fn a_challenge_is_handed_on_and_the_same_token_is_not_tried_again() {
    for status in [401, 403] {
        let story = Story::new([challenge(status)]);
        is_proof_wanted(&story.graph.user(GUEST, &story.cancel).await.unwrap_err());
        assert_eq!(story.asked().len(), 1);
    }
}

#[tokio::test]
async fn a_change_that_met_a_challenge_was_not_acted_upon() {
    let story = Story::new([challenge(401)]);
    let problem = story.graph.delete_user(GUEST, &story.cancel).await.unwrap_err();
    is_proof_wanted(&problem);
    assert_eq!(story.asked().len(), 1);
    assert_eq!(problem.server.code, "InvalidAuthenticationToken", "the server's words are kept beside it");
}

#[tokio::test]
async fn one_challenge_inside_a_batch_asks_for_the_proof_instead_of_half_an_answer() {
    for several_lines in [false, true] {
        let story = Story::new([batch(move |url, _| {
            if url.starts_with("/contacts") {
                let lines = if several_lines { json!(["Negotiate", header()]) } else { json!(header()) };
                json!({ "status": 401, "headers": { "www-authenticate": lines }, "body": {} })
            } else {
                found(&json!([]))
            }
        })]);
        let found = story.graph.search(&["jan@fabrikam.nl".to_owned()], &[], &story.cancel).await;
        is_proof_wanted(&found.unwrap_err());
    }
}

#[tokio::test]
async fn a_refused_token_without_a_challenge_is_still_only_that() {
    let headers = || vec![("WWW-Authenticate", "Bearer error=\"invalid_token\"".to_owned())];
    let story =
        Story::new([Reply::Answer(401, headers(), "".into()), Reply::Answer(401, headers(), "".into())]);
    let problem = story.graph.user(GUEST, &story.cancel).await.unwrap_err();
    assert_eq!(problem.kind, GraphProblemKind::Unauthorised);
}

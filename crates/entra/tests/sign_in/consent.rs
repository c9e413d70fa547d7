//! An administrator's consent, caught on loopback.

use entra::{RefusalReason, SignInError, SignInErrorKind};
use tokio_util::sync::CancellationToken;

use crate::server::{Form, OTHER_TENANT, Server, TENANT, names, pages, query};

async fn consent(
    answer: impl Fn(&Form) -> String + Send + Sync + 'static,
) -> (Server, Result<(), SignInError>) {
    let (server, sign_in) = Server::signed().await;
    let open = server.person(answer);
    let scopes = names(&["User.Read.All"]);
    let result = sign_in.request_admin_consent(&scopes, pages(), &open, &CancellationToken::new()).await;
    (server, result)
}

fn said(consent: &'static str, tenant: &'static str) -> impl Fn(&Form) -> String + Send + Sync {
    move |asked| query(&[("admin_consent", consent), ("tenant", tenant), ("state", &asked["state"])])
}

#[tokio::test]
async fn consent_is_what_microsoft_says_about_this_organisation() {
    let (server, result) = consent(said("True", TENANT)).await;
    assert_eq!(result, Ok(()));
    let asked = server.state(|state| state.asked.clone());
    assert_eq!(asked["endpoint"], format!("{}/{TENANT}/v2.0/adminconsent", server.origin));
    assert!(asked["redirect_uri"].starts_with("http://localhost:") && asked["state"].len() >= 43);
}

#[tokio::test]
async fn consent_in_another_organisation_is_none_here() {
    let (_, result) = consent(said("True", OTHER_TENANT)).await;
    let expected =
        SignInErrorKind::OtherTenant { expected: TENANT.to_owned(), found: OTHER_TENANT.to_owned() };
    assert_eq!(result.unwrap_err().kind, expected);
}

#[tokio::test]
async fn an_answer_that_does_not_say_yes_is_no_consent() {
    let (_, result) = consent(said("False", TENANT)).await;
    assert!(matches!(result.unwrap_err().kind, SignInErrorKind::NotUnderstood(_)));
}

#[tokio::test]
async fn whoever_may_not_consent_or_does_not_want_to_is_told_apart() {
    let denied = |words: &'static str| {
        move |asked: &Form| {
            query(&[("error", "access_denied"), ("error_description", words), ("state", &asked["state"])])
        }
    };
    let (_, result) = consent(denied("AADSTS65004: The resource owner denied the request.")).await;
    assert_eq!(result.unwrap_err().kind, SignInErrorKind::Refused(RefusalReason::ConsentDeclined));
    let (_, result) = consent(denied("the user canceled")).await;
    assert_eq!(result.unwrap_err().kind, SignInErrorKind::Declined);
    let (_, result) = consent(denied("AADSTS90094: Admin consent is required ...")).await;
    assert_eq!(result.unwrap_err().kind, SignInErrorKind::Refused(RefusalReason::AdminConsentNeeded));
}

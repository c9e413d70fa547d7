//! Where to sign in, and what is not believed about it.

use entra::{RefusalReason, SignIn, SignInError, SignInErrorKind};
use internet::Obstacle;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use crate::server::{CLIENT, OTHER_TENANT, Reply, Server, TENANT, names, refusal};

async fn discovered(change: impl FnOnce(&mut Value, &str)) -> Result<SignIn, SignInError> {
    let server = Server::new().await;
    let mut document = server.document();
    change(&mut document, &server.origin);
    server.state(|state| state.discovery = Some(Reply::Json(200, document)));
    server.discover("contoso.example").await
}

#[tokio::test]
async fn the_organisation_is_known_by_the_id_in_its_issuer() {
    let server = Server::new().await;
    for tenant in ["contoso.example", TENANT] {
        assert_eq!(server.discover(tenant).await.unwrap().tenant_id(), TENANT);
    }
    let problem = server.discover(OTHER_TENANT).await.unwrap_err();
    let expected =
        SignInErrorKind::OtherTenant { expected: OTHER_TENANT.to_owned(), found: TENANT.to_owned() };
    assert_eq!(problem.kind, expected);
}

#[tokio::test]
async fn an_endpoint_elsewhere_is_not_trusted() {
    let endpoints = ["authorization_endpoint", "token_endpoint", "device_authorization_endpoint"];
    for endpoint in endpoints {
        for foreign in ["https://evil.example/x", "http://localhost/x", "https://localhost:1/x", "x", ""] {
            let problem = discovered(|document, _| document[endpoint] = json!(foreign)).await.unwrap_err();
            assert_eq!(problem.kind, SignInErrorKind::Untrusted("endpoint"), "{endpoint}: {foreign}");
        }
        let unencrypted = |document: &mut Value, _: &str| {
            let there = document[endpoint].as_str().unwrap().replace("https:", "http:");
            document[endpoint] = json!(there);
        };
        assert_eq!(discovered(unencrypted).await.unwrap_err().kind, SignInErrorKind::Untrusted("endpoint"));
        let with_user = |document: &mut Value, _: &str| {
            let there = document[endpoint].as_str().unwrap().replace("https://", "https://login@");
            document[endpoint] = json!(there);
        };
        assert_eq!(discovered(with_user).await.unwrap_err().kind, SignInErrorKind::Untrusted("endpoint"));
    }
}

#[tokio::test]
async fn an_issuer_that_is_no_single_organisation_of_this_cloud_is_not_trusted() {
    let issuers: [fn(&str) -> String; 4] = [
        |_| format!("https://evil.example/{TENANT}/v2.0"),
        // What `common` and `organizations` answer with.
        |origin| format!("{origin}/{{tenantid}}/v2.0"),
        |origin| format!("{origin}/contoso.example/v2.0"),
        |origin| origin.to_owned(),
    ];
    for issuer in issuers {
        let problem =
            discovered(|document, origin| document["issuer"] = json!(issuer(origin))).await.unwrap_err();
        assert_eq!(problem.kind, SignInErrorKind::Untrusted("issuer"));
    }
}

#[tokio::test]
async fn a_server_without_device_codes_is_fine_until_one_is_asked_for() {
    let sign_in = discovered(|document, _| {
        document.as_object_mut().unwrap().remove("device_authorization_endpoint");
    })
    .await
    .unwrap();
    let problem = sign_in.request_device_code(&[], &CancellationToken::new()).await.unwrap_err();
    assert!(matches!(problem.kind, SignInErrorKind::NotUnderstood(_)));
}

#[tokio::test]
async fn an_organisation_that_does_not_exist_is_said_so_with_what_to_quote() {
    let server = Server::new().await;
    server.state(|state| state.discovery = Some(Reply::Json(400, refusal("invalid_tenant", 90002))));
    let problem = server.discover("contoso.example").await.unwrap_err();
    assert_eq!(problem.kind, SignInErrorKind::Refused(RefusalReason::TenantNotFound));
    let response = problem.response.unwrap();
    assert_eq!(response.correlation_id.as_deref(), Some("aaaa0000-bb11-2222-33cc-444444dddddd"));
}

#[tokio::test]
async fn an_answer_that_is_no_document_is_told_apart_from_somebody_elses() {
    let server = Server::new().await;
    let replies = [Reply::Raw(200, "not json"), Reply::Json(200, json!({})), Reply::Raw(404, "")];
    for reply in replies {
        server.state(|state| state.discovery = Some(reply));
        let problem = server.discover("contoso.example").await.unwrap_err();
        assert!(matches!(problem.kind, SignInErrorKind::NotUnderstood(_)), "{problem:?}");
    }
    server.state(|state| state.discovery = Some(Reply::Page));
    let problem = server.discover("contoso.example").await.unwrap_err();
    let SignInErrorKind::Unanswered(unanswered) = problem.kind else { panic!("{problem:?}") };
    assert_eq!(unanswered.obstacle, Some(Obstacle::CaptivePortal));
    server.state(|state| state.discovery = Some(Reply::Raw(503, "")));
    let problem = server.discover("contoso.example").await.unwrap_err();
    assert_eq!(problem.kind, SignInErrorKind::Refused(RefusalReason::Busy));
}

#[tokio::test]
async fn discovery_can_be_cancelled() {
    let server = Server::new().await;
    let cancel = CancellationToken::new();
    cancel.cancel();
    let organisation = server.organisation("contoso.example");
    let problem = SignIn::discover(server.internet.clone(), &organisation, &cancel).await.unwrap_err();
    assert_eq!(problem.kind, SignInErrorKind::Cancelled);
}

#[tokio::test]
async fn the_link_for_an_administrator_asks_for_everything_beside_the_issuer() {
    let (server, sign_in) = Server::signed().await;
    let link = sign_in.admin_consent_url(&names(&["User.Read.All", "GroupMember.Read.All"]));
    let asked: Vec<(String, String)> = link.query_pairs().into_owned().collect();
    assert_eq!(link.path(), format!("/{TENANT}/v2.0/adminconsent"));
    let scopes = format!("{0}/User.Read.All {0}/GroupMember.Read.All", server.origin);
    let expected = [("client_id", CLIENT), ("scope", &scopes), ("redirect_uri", "http://localhost")];
    assert_eq!(asked, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
}

#[tokio::test]
async fn an_endpoint_that_says_what_only_we_say_is_not_trusted_and_another_query_is_kept() {
    for theirs in ["state=theirs", "p=x&redirect_uri=https://evil.example", "Client_Id=theirs", "nonce="] {
        let with_query = |document: &mut Value, _: &str| {
            let there = format!("{}?{theirs}", document["authorization_endpoint"].as_str().unwrap());
            document["authorization_endpoint"] = json!(there);
        };
        let problem = discovered(with_query).await.unwrap_err();
        assert_eq!(problem.kind, SignInErrorKind::Untrusted("endpoint"), "{theirs}");
    }
    let policy = |document: &mut Value, origin: &str| {
        document["authorization_endpoint"] =
            json!(format!("{origin}/{TENANT}/oauth2/v2.0/authorize?p=policy"));
    };
    assert!(discovered(policy).await.is_ok());
}

//! A session: renewing, storing, and what one may still ask for.

use std::sync::Arc;
use std::time::Duration;

use azure_core::credentials::TokenCredential;
use entra::{
    PermissionStatus, RefusalReason, Session, SignIn, SignInError, SignInErrorKind, SignInMethod,
    StoredSession,
};
use internet::Unanswered;
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use crate::server::{
    ANNA, CLIENT, OTHER_TENANT, Reply, ReplyContext, Server, TENANT, claims, consents, id_token, names,
    refusal, request, tokens,
};

async fn token(session: &Session, scope: &str) -> Result<String, azure_core::Error> {
    Ok(session.get_token(&[scope], None).await?.token.secret().to_owned())
}

fn default(server: &Server) -> String {
    format!("{}/.default", server.origin)
}

/// Tokens with these names, the next ones.
fn renewed(known: &ReplyContext, access: &str, refresh: Option<&str>) -> Value {
    let mut answer = tokens(known);
    answer["access_token"] = json!(access);
    answer["refresh_token"] = refresh.map_or(Value::Null, |token| json!(token));
    // A renewed ID token carries no nonce.
    let mut claims = claims(known);
    claims.as_object_mut().unwrap().remove("nonce");
    answer["id_token"] = json!(id_token(&claims));
    answer
}

#[tokio::test]
async fn a_good_token_is_used_again_without_asking() {
    let (server, sign_in) = Server::signed().await;
    let session = server.session(&sign_in, &["User.Read.All"], 4000).await;
    for scope in [default(&server), format!("{}/User.Read.All", server.origin)] {
        assert_eq!(token(&session, &scope).await.unwrap(), "access-1");
    }
    assert_eq!(server.state(|state| state.redeemed.len()), 1, "the code, and nothing else");
    assert_eq!(session.last_error(), None);
}

#[tokio::test]
async fn a_token_is_renewed_five_minutes_before_its_end_with_what_was_granted_and_the_newest_refresh_token() {
    let (server, sign_in) = Server::signed().await;
    let session = server.session(&sign_in, &["User.Read.All", "GroupMember.Read.All"], 299).await;
    let mut renewals = session.on_renewed();
    for n in 2..4 {
        server.then(move |known| {
            let mut answer = renewed(known, &format!("access-{n}"), Some(&format!("refresh-{n}")));
            answer["expires_in"] = json!(299);
            answer.as_object_mut().unwrap().remove("scope");
            Reply::Json(200, answer)
        });
        assert_eq!(token(&session, &default(&server)).await.unwrap(), format!("access-{n}"));
        assert!(renewals.has_changed().unwrap(), "there is something new to keep");
        renewals.mark_unchanged();
        assert_eq!(session.to_stored().unwrap().refresh_token.expose_secret(), format!("refresh-{n}"));
    }
    let forms = server.state(|state| state.redeemed.clone());
    assert_eq!((&*forms[1]["refresh_token"], &*forms[2]["refresh_token"]), ("refresh-1", "refresh-2"));
    let scope =
        format!("openid profile offline_access {0}/User.Read.All {0}/GroupMember.Read.All", server.origin);
    assert_eq!((&*forms[1]["grant_type"], &forms[1]["scope"]), ("refresh_token", &scope));
    assert_eq!(forms[1]["claims"], crate::server::CAPABLE);
    assert_eq!(session.scopes(), ["User.Read.All", "GroupMember.Read.All"]);
}

#[tokio::test]
async fn a_renewal_without_a_new_refresh_token_keeps_the_old_one() {
    let (server, sign_in) = Server::signed().await;
    let session = server.session(&sign_in, &["User.Read.All"], 10).await;
    let renewals = session.on_renewed();
    server.then(|known| Reply::Json(200, renewed(known, "access-2", None)));
    assert_eq!(token(&session, &default(&server)).await.unwrap(), "access-2");
    assert_eq!(session.to_stored().unwrap().refresh_token.expose_secret(), "refresh-1");
    assert!(!renewals.has_changed().unwrap(), "nothing new to keep");
}

#[tokio::test]
async fn twenty_who_need_a_token_at_once_cause_one_renewal() {
    let (server, sign_in) = Server::signed().await;
    let session = server.session(&sign_in, &["User.Read.All"], 10).await;
    server
        .then(|known| Reply::Slow(Duration::from_millis(200), renewed(known, "access-2", Some("refresh-2"))));
    let scope = Arc::new(default(&server));
    let asking: Vec<_> = (0..20)
        .map(|_| {
            let (session, scope) = (session.clone(), Arc::clone(&scope));
            tokio::spawn(async move { token(&session, &scope).await.unwrap() })
        })
        .collect();
    for asked in asking {
        assert_eq!(asked.await.unwrap(), "access-2");
    }
    assert_eq!(server.state(|state| state.redeemed.len()), 2, "the code and one renewal");
}

#[tokio::test]
async fn a_renewal_ends_although_whoever_asked_has_gone() {
    let (server, sign_in) = Server::signed().await;
    let session = server.session(&sign_in, &["User.Read.All"], 10).await;
    server
        .then(|known| Reply::Slow(Duration::from_millis(300), renewed(known, "access-2", Some("refresh-2"))));
    let scope = default(&server);
    let gone = tokio::time::timeout(Duration::from_millis(100), token(&session, &scope)).await;
    assert!(gone.is_err(), "nobody waits any more");
    assert_eq!(token(&session, &scope).await.unwrap(), "access-2");
    assert_eq!(session.to_stored().unwrap().refresh_token.expose_secret(), "refresh-2");
    assert_eq!(server.state(|state| state.redeemed.len()), 2);
}

#[tokio::test]
async fn a_sign_in_that_was_revoked_says_so_to_whoever_holds_the_error_or_the_session() {
    let (server, sign_in) = Server::signed().await;
    let session = server.session(&sign_in, &["User.Read.All"], 10).await;
    server.then(|_| Reply::Json(400, refusal("invalid_grant", 50173)));
    let error = token(&session, &default(&server)).await.unwrap_err();
    let problem = SignInError::of(&error).unwrap();
    assert_eq!(problem.reason(), Some(RefusalReason::GrantRevoked));
    assert_eq!(session.last_error().as_ref(), Some(problem));
    assert!(error.to_string().contains("AADSTS50173"), "{error}");

    server.then(|known| Reply::Json(200, renewed(known, "access-2", Some("refresh-2"))));
    assert_eq!(token(&session, &default(&server)).await.unwrap(), "access-2");
    assert_eq!(session.last_error(), None, "over");
}

#[tokio::test]
async fn while_the_server_is_away_what_is_left_of_the_old_token_serves() {
    let (server, sign_in) = Server::signed().await;
    let session = server.session(&sign_in, &["User.Read.All"], 200).await;
    server.then(|_| Reply::Raw(503, ""));
    assert_eq!(token(&session, &default(&server)).await.unwrap(), "access-1");
    // But a refusal is a refusal.
    server.then(|_| Reply::Json(400, refusal("invalid_grant", 700_082)));
    let error = token(&session, &default(&server)).await.unwrap_err();
    assert_eq!(SignInError::of(&error).unwrap().reason(), Some(RefusalReason::SignInExpired));
}

#[tokio::test]
async fn without_network_an_ended_token_is_a_missing_answer_and_no_lost_sign_in() {
    let (server, sign_in) = Server::signed().await;
    let session = server.session(&sign_in, &["User.Read.All"], 0).await;
    server.handle.shutdown();
    let error = token(&session, &default(&server)).await.unwrap_err();
    let cause = std::error::Error::source(SignInError::of(&error).unwrap()).unwrap();
    assert!(
        cause.downcast_ref::<Unanswered>().is_some(),
        "whoever knows no SignInError finds it all the same"
    );
}

#[tokio::test]
async fn the_token_goes_to_one_graph_only() {
    let (server, sign_in) = Server::signed().await;
    let session = server.session(&sign_in, &["User.Read.All"], 4000).await;
    let lookalike = format!("{}.evil.example/.default", server.origin);
    for other in [
        "https://graph.microsoft.com/.default",
        "https://vault.azure.net/.default",
        "User.Read.All",
        &lookalike,
    ] {
        let error = token(&session, other).await.unwrap_err();
        assert!(!error.to_string().contains("access-1"), "{error}");
    }
}

#[tokio::test]
async fn a_permission_that_is_granted_but_not_in_the_token_is_asked_for_silently() {
    let (server, sign_in) = Server::signed().await;
    let session = server.session(&sign_in, &["User.Read.All"], 4000).await;
    server.then(|known| {
        let mut answer = renewed(known, "access-2", Some("refresh-2"));
        answer["scope"] = json!("User.Read.All User.ReadWrite.All");
        Reply::Json(200, answer)
    });
    let scope = format!("{}/User.ReadWrite.All", server.origin);
    assert_eq!(token(&session, &scope).await.unwrap(), "access-2");
    assert_eq!(session.scopes(), ["User.Read.All", "User.ReadWrite.All"]);
}

#[tokio::test]
async fn whether_a_permission_is_granted_is_granted_not_granted_or_not_known() {
    let (server, sign_in) = Server::signed().await;
    let session = server.session(&sign_in, &["User.Read.All"], 4000).await;
    let (cancel, wanted) = (CancellationToken::new(), "User.ReadWrite.All");
    assert_eq!(session.check_permission("User.Read.All", &cancel).await, PermissionStatus::Granted);
    assert_eq!(server.state(|state| state.redeemed.len()), 1, "what the token has need not be asked");

    server.then(|known| {
        let mut answer = renewed(known, "access-2", Some("refresh-2"));
        answer["scope"] = json!(format!("openid {}/User.ReadWrite.All", known.origin));
        Reply::Json(200, answer)
    });
    assert_eq!(session.check_permission(wanted, &cancel).await, PermissionStatus::Granted);
    let asked = server.state(|state| state.redeemed[1]["scope"].clone());
    assert_eq!(asked, format!("openid profile offline_access {}/User.ReadWrite.All", server.origin));
    assert_eq!(session.scopes(), ["User.Read.All"], "asking changes nothing");
    assert_eq!(
        session.to_stored().unwrap().refresh_token.expose_secret(),
        "refresh-2",
        "but a newer token is kept"
    );

    server.then(|known| Reply::Json(200, renewed(known, "access-3", None)));
    assert_eq!(
        session.check_permission(wanted, &cancel).await,
        PermissionStatus::NotGranted,
        "tokens, but not with it"
    );
    for number in [65001, 90094, 90095] {
        server.then(move |_| Reply::Json(400, refusal("invalid_grant", number)));
        assert_eq!(session.check_permission(wanted, &cancel).await, PermissionStatus::NotGranted, "{number}");
    }
    server.then(|_| Reply::Json(400, json!({ "error": "invalid_grant", "suberror": "consent_required" })));
    assert_eq!(session.check_permission(wanted, &cancel).await, PermissionStatus::NotGranted);

    server.then(|_| Reply::Json(400, refusal("invalid_grant", 50076)));
    let PermissionStatus::Unknown(problem) = session.check_permission(wanted, &cancel).await else {
        panic!("it is not known")
    };
    assert_eq!(problem.reason(), Some(RefusalReason::StepUpRequired));
    cancel.cancel();
    let PermissionStatus::Unknown(problem) = session.check_permission(wanted, &cancel).await else {
        panic!("it is not known")
    };
    assert_eq!(problem.kind, SignInErrorKind::Cancelled);
}

#[tokio::test]
async fn a_renewal_that_names_another_person_is_not_believed() {
    let (server, sign_in) = Server::signed().await;
    let session = server.session(&sign_in, &["User.Read.All"], 10).await;
    server.then(|known| {
        let mut claims = claims(known);
        claims["oid"] = json!("bbbbbbbb-0000-4000-8000-000000000002");
        let mut answer = renewed(known, "access-2", Some("refresh-2"));
        answer["id_token"] = json!(id_token(&claims));
        Reply::Json(200, answer)
    });
    let error = token(&session, &default(&server)).await.unwrap_err();
    assert_eq!(SignInError::of(&error).unwrap().kind, SignInErrorKind::OtherUser);
    assert_eq!(session.to_stored().unwrap().refresh_token.expose_secret(), "refresh-1", "nor kept");
}

#[tokio::test]
async fn without_a_refresh_token_the_sign_in_lasts_as_long_as_its_token_and_is_not_kept() {
    let (server, sign_in) = Server::signed().await;
    server.then(|known| {
        let mut answer = tokens(known);
        answer.as_object_mut().unwrap().remove("refresh_token");
        answer["expires_in"] = json!(0);
        Reply::Json(200, answer)
    });
    let session = server.browse(&sign_in, request(&[]), consents).await.unwrap();
    assert!(session.to_stored().is_none());
    let error = token(&session, &default(&server)).await.unwrap_err();
    assert_eq!(SignInError::of(&error).unwrap().reason(), Some(RefusalReason::SignInExpired));
}

fn stored(tenant: &str) -> StoredSession {
    StoredSession {
        method: SignInMethod::DeviceCode,
        client_id: CLIENT.parse().unwrap(),
        tenant_id: tenant.to_owned(),
        user_name: Some("anna@contoso.example".to_owned()),
        scopes: names(&["User.Read.All"]),
        refresh_token: SecretString::from("refresh-0"),
    }
}

async fn resumed(
    server: &Server,
    sign_in: &SignIn,
    reply: impl FnOnce(&ReplyContext) -> Reply + Send + 'static,
) -> Result<Session, SignInError> {
    server.then(reply);
    sign_in.resume(stored(TENANT), &CancellationToken::new()).await
}

#[tokio::test]
async fn a_kept_sign_in_goes_on_with_one_renewal_and_no_page() {
    let (server, sign_in) = Server::signed().await;
    let session =
        resumed(&server, &sign_in, |known| Reply::Json(200, renewed(known, "access-1", Some("refresh-1"))))
            .await
            .unwrap();
    assert_eq!(token(&session, &default(&server)).await.unwrap(), "access-1");
    assert_eq!((session.method(), session.user_id().as_deref()), (SignInMethod::DeviceCode, Some(ANNA)));
    assert_eq!(session.to_stored().unwrap().refresh_token.expose_secret(), "refresh-1");
    let forms = server.state(|state| state.redeemed.clone());
    assert_eq!((forms.len(), &*forms[0]["refresh_token"]), (1, "refresh-0"));
}

#[tokio::test]
async fn a_server_that_gives_neither_a_new_refresh_token_nor_an_id_token_leaves_what_was_kept() {
    let (server, sign_in) = Server::signed().await;
    let session = resumed(&server, &sign_in, |known| {
        let mut answer = renewed(known, "access-1", None);
        answer.as_object_mut().unwrap().remove("id_token");
        Reply::Json(200, answer)
    })
    .await
    .unwrap();
    assert_eq!(session.to_stored().unwrap().refresh_token.expose_secret(), "refresh-0");
    assert_eq!((session.user_id(), session.user_name().as_deref()), (None, Some("anna@contoso.example")));
}

#[tokio::test]
async fn what_was_kept_for_another_organisation_or_app_is_sent_to_nobody() {
    let (server, sign_in) = Server::signed().await;
    let cancel = CancellationToken::new();
    let problem = sign_in.resume(stored(OTHER_TENANT), &cancel).await.unwrap_err();
    let expected =
        SignInErrorKind::OtherTenant { expected: TENANT.to_owned(), found: OTHER_TENANT.to_owned() };
    assert_eq!(problem.kind, expected);
    let other_app = StoredSession { client_id: OTHER_TENANT.parse().unwrap(), ..stored(TENANT) };
    assert!(sign_in.resume(other_app, &cancel).await.is_err());
    assert!(server.state(|state| state.redeemed.is_empty()));
}

#[tokio::test]
async fn a_kept_sign_in_that_has_expired_says_so() {
    let (server, sign_in) = Server::signed().await;
    let problem = resumed(&server, &sign_in, |_| Reply::Json(400, refusal("invalid_grant", 700_082)))
        .await
        .unwrap_err();
    assert_eq!(problem.reason(), Some(RefusalReason::SignInExpired));
}

#[tokio::test]
async fn a_token_that_claims_to_live_for_ages_is_believed_for_two_days_at_most() {
    for ages in [1_000_000_000_000_u64, u64::MAX] {
        let (server, sign_in) = Server::signed().await;
        server.then(move |known| {
            let mut answer = tokens(known);
            answer["expires_in"] = json!(ages);
            Reply::Json(200, answer)
        });
        let session = server.browse(&sign_in, request(&[]), consents).await.unwrap();
        let given = session.get_token(&[&default(&server)], None).await.unwrap();
        let latest = azure_core::time::OffsetDateTime::now_utc() + Duration::from_hours(48);
        assert!(given.expires_on <= latest, "{ages}: {}", given.expires_on);
    }
}

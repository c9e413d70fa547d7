//! What carries the requests: in process and over the Internet (here only as far as the machine itself).

use std::sync::Arc;

use axum::response::IntoResponse;
use azure_core::credentials::{AccessToken, TokenCredential, TokenRequestOptions};
use bytes::Bytes;
use clock::SystemClock;
use graph::{
    Changed, Endpoint, Graph, GraphProblemKind, InternetTransport, TowerTransport, Transport, TransportError,
};
use internet::{Internet, Obstacle, Stage, Unanswered};
use tokio_util::sync::CancellationToken;

use crate::support::{GUEST, Tokens};

fn over_the_internet() -> InternetTransport {
    InternetTransport::new(Internet::new().unwrap())
}

fn request(uri: &str) -> http::Request<Bytes> {
    http::Request::get(uri).body(Bytes::new()).unwrap()
}

#[tokio::test]
async fn a_service_that_breaks_off_has_lost_the_answer() {
    let broken =
        tower::service_fn(|_: http::Request<Bytes>| async { Err::<http::Response<Bytes>, _>("dropped") });
    let transport = Arc::new(TowerTransport::new(broken));
    let graph = Graph::new(transport, Arc::new(Tokens::default()), Endpoint::global(), Arc::new(SystemClock));
    let problem = graph.delete_user(GUEST, &CancellationToken::new()).await.unwrap_err();
    assert_eq!((problem.kind, problem.changed), (GraphProblemKind::AnswerLost, Changed::Unknown));
    assert_eq!(problem.server.message, "the answer was lost: dropped");
}

#[tokio::test]
async fn the_request_goes_to_the_service_root_with_the_persons_token() {
    let echo = tower::service_fn(|request: http::Request<Bytes>| async move {
        let token = request.headers()["authorization"].to_str().unwrap().to_owned();
        let body = format!(r#"{{ "id": "{}", "displayName": "{token}" }}"#, request.uri().path());
        Ok::<_, std::convert::Infallible>(http::Response::new(Bytes::from(body)))
    });
    let root = Endpoint::new("http://127.0.0.1:8080/v1.0").unwrap();
    let graph = Graph::new(
        Arc::new(TowerTransport::new(echo)),
        Arc::new(Tokens::default()),
        root,
        Arc::new(SystemClock),
    );
    let me = graph.me(&CancellationToken::new()).await.unwrap();
    assert_eq!((me.id.as_str(), me.display_name.value().unwrap().as_str()), ("/v1.0/me", "Bearer token-1"));
}

#[tokio::test]
async fn over_the_internet_nothing_goes_out_unencrypted() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let uri = format!("http://{}/v1.0/me", listener.local_addr().unwrap());
    let refused = over_the_internet().send(request(&uri)).await.unwrap_err();
    assert!(matches!(refused, TransportError::NotSent { .. }), "{refused:?}");
}

#[tokio::test]
async fn a_server_that_cannot_prove_who_it_is_is_sent_nothing() {
    use tokio::io::AsyncWriteExt;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let uri = format!("https://{}/v1.0/users/jan", listener.local_addr().unwrap());
    let server = async {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.unwrap();
    };
    let transport = over_the_internet();
    let (answer, ()) = tokio::join!(transport.send(request(&uri)), server);
    let Err(TransportError::NotSent { why: reason, obstacle }) = answer else { panic!("{answer:?}") };
    assert_eq!(obstacle, Some(Obstacle::CaptivePortal), "what speaks there is not TLS: {reason}");
    assert!(!reason.contains("jan"), "the address asked for is not in the reason: {reason}");
}

#[tokio::test]
async fn where_nobody_listens_nothing_was_sent() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let uri = format!("https://{}/v1.0/me", listener.local_addr().unwrap());
    drop(listener);
    let error = over_the_internet().send(request(&uri)).await.unwrap_err();
    assert!(matches!(error, TransportError::NotSent { .. }), "{error:?}");
}

/// A server for `localhost` with an authority of its own, and a way over the Internet that trusts it.
async fn server(answer: fn() -> axum::response::Response) -> (String, InternetTransport) {
    let key = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let (certificate, private) = (key.cert.pem(), key.signing_key.serialize_pem());
    let tls = axum_server::tls_rustls::RustlsConfig::from_pem(
        certificate.clone().into_bytes(),
        private.into_bytes(),
    )
    .await
    .unwrap();
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let root = format!("https://localhost:{}/v1.0", listener.local_addr().unwrap().port());
    let routes = axum::Router::new().fallback(move || async move { answer() });
    tokio::spawn(axum_server::from_tcp_rustls(listener, tls).unwrap().serve(routes.into_make_service()));
    (root, InternetTransport::new(Internet::trusting(certificate.as_bytes()).unwrap()))
}

async fn asked(answer: fn() -> axum::response::Response) -> graph::GraphProblem {
    let (root, transport) = server(answer).await;
    let tokens = Arc::new(Tokens::default());
    let graph = Graph::new(Arc::new(transport), tokens, Endpoint::new(&root).unwrap(), Arc::new(SystemClock));
    graph.set_mail(GUEST, "jan@fabrikam.nl", &CancellationToken::new()).await.unwrap_err()
}

#[tokio::test]
async fn a_page_in_the_place_of_graph_is_no_answer_and_what_became_of_the_change_is_unknown() {
    let problem = asked(|| axum::response::Html("Welcome to our hotel").into_response()).await;
    assert_eq!((problem.kind, problem.changed), (GraphProblemKind::AnswerLost, Changed::Unknown));
    assert_eq!(problem.server.obstacle, Some(Obstacle::CaptivePortal));
}

#[tokio::test]
async fn a_token_that_is_refused_while_the_clocks_disagree_is_explained_by_the_clock() {
    let refused = || {
        let date = httpdate::fmt_http_date(std::time::SystemTime::now() + std::time::Duration::from_hours(2));
        (axum::http::StatusCode::UNAUTHORIZED, [("date", date)]).into_response()
    };
    let problem = asked(refused).await;
    assert_eq!((problem.kind, problem.changed), (GraphProblemKind::Unauthorised, Changed::No));
    let Some(Obstacle::WrongClock { minutes }) = problem.server.obstacle else {
        panic!("no clock: {:?}", problem.server)
    };
    assert!((-121..=-119).contains(&minutes), "{minutes}");
}

#[derive(Debug)]
struct Failing<E>(fn() -> E);

#[async_trait::async_trait]
impl<E: std::error::Error + Send + Sync + std::fmt::Debug + 'static> TokenCredential for Failing<E> {
    async fn get_token(
        &self,
        _: &[&str],
        _: Option<TokenRequestOptions<'_>>,
    ) -> azure_core::Result<AccessToken> {
        Err(azure_core::Error::new(azure_core::error::ErrorKind::Credential, (self.0)()))
    }
}

async fn without_token(credential: impl TokenCredential + 'static) -> graph::GraphProblem {
    let never =
        tower::service_fn(|_: http::Request<Bytes>| async { Err::<http::Response<Bytes>, _>("asked") });
    let transport = Arc::new(TowerTransport::new(never));
    let graph = Graph::new(transport, Arc::new(credential), Endpoint::global(), Arc::new(SystemClock));
    let hasty = graph::RetryPolicy { attempts_unexplained: 1, ..graph::RetryPolicy::default() };
    graph.with_retry_policy(hasty).delete_user(GUEST, &CancellationToken::new()).await.unwrap_err()
}

#[tokio::test]
async fn a_credential_that_gives_no_token_says_why() {
    let problem = without_token(Failing(|| std::io::Error::other("the sign-in was revoked"))).await;
    assert_eq!((problem.kind, problem.changed), (GraphProblemKind::NotSignedIn, Changed::No));
    assert_eq!(problem.server.message, "the sign-in was revoked");
}

#[tokio::test]
async fn a_token_that_could_not_be_renewed_without_network_is_no_lost_sign_in() {
    let away = || Unanswered {
        stage: Stage::Lost,
        obstacle: Some(Obstacle::NoNetwork),
        why: "the line broke".to_owned(),
    };
    let problem = without_token(Failing(away)).await;
    assert_eq!(
        (problem.kind, problem.changed),
        (GraphProblemKind::Unreachable, Changed::No),
        "nothing was sent to Graph"
    );
    assert_eq!(problem.server.obstacle, Some(Obstacle::NoNetwork));
}

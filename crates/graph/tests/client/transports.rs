//! What carries the requests: in process and over the Internet (here only as far as the machine itself).

use std::sync::Arc;

use bytes::Bytes;
use graph::{
    Changed, Endpoint, Graph, Kind, ReqwestTransport, SystemTiming, TowerTransport, Transport, TransportError,
};
use tokio_util::sync::CancellationToken;

use crate::support::{GUEST, Tokens};

fn request(uri: &str) -> http::Request<Bytes> {
    http::Request::get(uri).body(Bytes::new()).unwrap()
}

#[tokio::test]
async fn a_service_that_breaks_off_has_lost_the_answer() {
    let broken =
        tower::service_fn(|_: http::Request<Bytes>| async { Err::<http::Response<Bytes>, _>("dropped") });
    let transport = Arc::new(TowerTransport::new(broken));
    let graph =
        Graph::new(transport, Arc::new(Tokens::default()), Endpoint::global(), Arc::new(SystemTiming));
    let problem = graph.delete_user(GUEST, &CancellationToken::new()).await.unwrap_err();
    assert_eq!((problem.kind, problem.changed), (Kind::AnswerLost, Changed::Unknown));
    assert_eq!(problem.evidence.message, "the answer was lost: dropped");
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
        Arc::new(SystemTiming),
    );
    let me = graph.me(&CancellationToken::new()).await.unwrap();
    assert_eq!((me.id.as_str(), me.display_name.value().unwrap().as_str()), ("/v1.0/me", "Bearer token-1"));
}

#[tokio::test]
async fn over_the_internet_nothing_goes_out_unencrypted() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let uri = format!("http://{}/v1.0/me", listener.local_addr().unwrap());
    let refused = ReqwestTransport::new().unwrap().send(request(&uri)).await.unwrap_err();
    assert!(matches!(refused, TransportError::NotSent(_)), "{refused:?}");
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
    let transport = ReqwestTransport::new().unwrap();
    let (answer, ()) = tokio::join!(transport.send(request(&uri)), server);
    let Err(TransportError::NotSent(reason)) = answer else { panic!("{answer:?}") };
    assert!(!reason.contains("jan"), "the address asked for is not in the reason: {reason}");
}

#[tokio::test]
async fn where_nobody_listens_nothing_was_sent() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let uri = format!("https://{}/v1.0/me", listener.local_addr().unwrap());
    drop(listener);
    let error = ReqwestTransport::new().unwrap().send(request(&uri)).await.unwrap_err();
    assert!(matches!(error, TransportError::NotSent(_)), "{error:?}");
}

//! What stands in the way, seen on real sockets, real TLS and real proxies of this machine.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::io::Write as _;
use std::net::SocketAddr;
use std::time::{Duration, SystemTime};

use axum::Router;
use axum::response::{Html, IntoResponse};
use bytes::Bytes;
use internet::{Internet, Obstacle, Stage, Unanswered};
use rcgen::{BasicConstraints, Certificate, CertificateParams, IsCa, Issuer, KeyPair};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const HOUR: Duration = Duration::from_hours(1);

/// An authority of our own.
struct Authority {
    issuer: Issuer<'static, KeyPair>,
    certificate: Certificate,
}

impl Authority {
    fn new() -> Self {
        let mut parameters = CertificateParams::new([]).unwrap();
        parameters.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().unwrap();
        let certificate = parameters.self_signed(&key).unwrap();
        Self { issuer: Issuer::new(parameters, key), certificate }
    }

    fn pem(&self) -> Vec<u8> {
        self.certificate.pem().into_bytes()
    }

    /// A server for this name whose certificate is valid for this time.
    async fn server(&self, name: &str, from: SystemTime, until: SystemTime, routes: Router) -> SocketAddr {
        let mut parameters = CertificateParams::new([name.to_owned()]).unwrap();
        (parameters.not_before, parameters.not_after) = (from.into(), until.into());
        let key = KeyPair::generate().unwrap();
        let certificate = parameters.signed_by(&key, &self.issuer).unwrap();
        let (certificate, key) = (certificate.pem().into_bytes(), key.serialize_pem().into_bytes());
        let tls = axum_server::tls_rustls::RustlsConfig::from_pem(certificate, key).await.unwrap();
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        let server = axum_server::from_tcp_rustls(listener, tls).unwrap();
        tokio::spawn(server.serve(routes.into_make_service()));
        address
    }

    /// A good server that always answers so.
    async fn answering<A: IntoResponse + 'static>(&self, answer: fn() -> A) -> SocketAddr {
        let routes = Router::new().fallback(move || async move { answer() });
        let now = SystemTime::now();
        self.server("localhost", now - HOUR, now + HOUR, routes).await
    }
}

fn json() -> impl IntoResponse {
    ([("content-type", "application/json")], "{}")
}

async fn ask(internet: &Internet, port: u16) -> Result<http::Response<Bytes>, Unanswered> {
    let request = http::Request::get(format!("https://localhost:{port}/v1.0/users/jan@fabrikam.nl"));
    internet.send(request.body(Bytes::new()).unwrap()).await
}

/// The failure, which never names whom we asked for.
async fn failure(internet: &Internet, port: u16) -> Unanswered {
    let unanswered = ask(internet, port).await.unwrap_err();
    assert!(!unanswered.to_string().contains("jan"), "{unanswered}");
    unanswered
}

#[tokio::test]
async fn a_server_of_a_trusted_authority_answers() {
    let authority = Authority::new();
    let port = authority.answering(json).await.port();
    let answer = ask(&Internet::trusting(&authority.pem()).unwrap(), port).await.unwrap();
    assert_eq!((answer.status().as_u16(), answer.body().as_ref()), (200, &b"{}"[..]));
}

#[tokio::test]
async fn a_closed_port_is_a_server_that_is_away_and_no_missing_network() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let unanswered = failure(&Internet::new().unwrap(), port).await;
    assert_eq!((unanswered.stage, unanswered.obstacle), (Stage::NotSent, None));
}

#[tokio::test]
async fn a_name_that_nobody_knows_is_a_missing_network() {
    // RFC 2606: `.invalid` never exists.
    let request = http::Request::get("https://login.invalid/jan").body(Bytes::new()).unwrap();
    let unanswered = Internet::new().unwrap().send(request).await.unwrap_err();
    assert_eq!((unanswered.stage, unanswered.obstacle), (Stage::NotSent, Some(Obstacle::NoNetwork)));
}

#[tokio::test]
async fn an_authority_that_is_not_installed_here_is_named_as_such() {
    let port = Authority::new().answering(json).await.port();
    let unanswered = failure(&Internet::new().unwrap(), port).await;
    assert_eq!(
        (unanswered.stage, unanswered.obstacle),
        (Stage::NotSent, Some(Obstacle::UntrustedCertificate))
    );
}

#[tokio::test]
async fn a_certificate_for_another_name_is_somebody_else_in_between() {
    let (authority, now) = (Authority::new(), SystemTime::now());
    let portal = authority.server("portal.hotel.test", now - HOUR, now + HOUR, Router::new()).await;
    let unanswered = failure(&Internet::trusting(&authority.pem()).unwrap(), portal.port()).await;
    assert_eq!((unanswered.stage, unanswered.obstacle), (Stage::NotSent, Some(Obstacle::CaptivePortal)));
}

#[tokio::test]
async fn a_certificate_of_tomorrow_is_a_clock_that_is_behind() {
    let (authority, now) = (Authority::new(), SystemTime::now());
    let tomorrow = authority.server("localhost", now + 24 * HOUR, now + 48 * HOUR, Router::new()).await;
    let unanswered = failure(&Internet::trusting(&authority.pem()).unwrap(), tomorrow.port()).await;
    let Some(Obstacle::WrongClock { minutes }) = unanswered.obstacle else { panic!("{unanswered:?}") };
    assert!((-1441..=-1439).contains(&minutes), "{minutes}");
    assert_eq!(unanswered.stage, Stage::NotSent);
}

#[tokio::test]
async fn a_certificate_of_yesterday_is_a_clock_that_is_ahead_unless_an_answer_has_shown_it_to_be_right() {
    let (authority, now) = (Authority::new(), SystemTime::now());
    let internet = Internet::trusting(&authority.pem()).unwrap();
    let yesterday =
        authority.server("localhost", now - 48 * HOUR, now - 24 * HOUR, Router::new()).await.port();
    let unanswered = failure(&internet, yesterday).await;
    let Some(Obstacle::WrongClock { minutes }) = unanswered.obstacle else { panic!("{unanswered:?}") };
    assert!((1439..=1441).contains(&minutes), "{minutes}");

    let good = authority.answering(json).await.port();
    ask(&internet, good).await.unwrap();
    assert_eq!(failure(&internet, yesterday).await.obstacle, Some(Obstacle::UntrustedCertificate));
}

#[tokio::test]
async fn something_that_does_not_speak_tls_is_somebody_else_in_between() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream.write_all(b"HTTP/1.1 302 Found\r\nLocation: http://hotel.test/\r\n\r\n").await.unwrap();
        _ = stream.read(&mut [0; 4096]).await;
    });
    let unanswered = failure(&Internet::new().unwrap(), port).await;
    assert_eq!((unanswered.stage, unanswered.obstacle), (Stage::NotSent, Some(Obstacle::CaptivePortal)));
}

#[tokio::test]
async fn a_line_that_breaks_after_the_question_has_lost_the_answer() {
    let authority = Authority::new();
    // It promises ten bytes, sends two and goes.
    let port = authority.answering(|| ([("content-length", "10")], "{}")).await.port();
    let unanswered = failure(&Internet::trusting(&authority.pem()).unwrap(), port).await;
    assert_eq!((unanswered.stage, unanswered.obstacle), (Stage::Lost, None));
}

#[tokio::test]
async fn an_answer_without_end_is_cut_off() {
    let authority = Authority::new();
    let port = authority.answering(|| vec![b'a'; 17 * 1024 * 1024]).await.port();
    let unanswered = failure(&Internet::trusting(&authority.pem()).unwrap(), port).await;
    assert_eq!(unanswered.stage, Stage::TooLarge);
}

/// Blanks, four times as many as are read, in less than a megabyte.
fn bomb() -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    let blanks = vec![b' '; 1024 * 1024];
    for _ in 0..64 {
        packed.write_all(&blanks).unwrap();
    }
    packed.finish().unwrap()
}

#[tokio::test]
async fn an_answer_that_unpacks_far_beyond_any_page_is_cut_off() {
    let authority = Authority::new();
    let answer = || ([("content-type", "application/json"), ("content-encoding", "gzip")], bomb());
    let port = authority.answering(answer).await.port();
    let unanswered = failure(&Internet::trusting(&authority.pem()).unwrap(), port).await;
    assert_eq!(unanswered.stage, Stage::TooLarge);
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let authority = Authority::new();
    let port = authority.answering(|| axum::response::Redirect::temporary("/elsewhere")).await.port();
    let answer = ask(&Internet::trusting(&authority.pem()).unwrap(), port).await.unwrap();
    assert_eq!(answer.status().as_u16(), 307);
    assert_eq!(Obstacle::of_answer(&answer, jiff::Timestamp::now()), Some(Obstacle::CaptivePortal));
}

#[tokio::test]
async fn a_page_where_data_should_be_comes_from_somebody_else() {
    let authority = Authority::new();
    let port = authority.answering(|| Html("Welcome to our hotel")).await.port();
    let answer = ask(&Internet::trusting(&authority.pem()).unwrap(), port).await.unwrap();
    assert_eq!(Obstacle::of_answer(&answer, jiff::Timestamp::now()), Some(Obstacle::CaptivePortal));
}

type Headers = &'static [(&'static str, &'static str)];

#[test]
fn what_answers_tell() {
    let now = "2026-11-22T19:00:00Z".parse().unwrap();
    let minutes = |minutes| Some(Obstacle::WrongClock { minutes });
    let cases: [(u16, Headers, Option<Obstacle>); 14] = [
        (200, &[("content-type", "application/json; charset=utf-8")], None),
        (204, &[], None),
        (200, &[("content-type", " Text/HTML; charset=utf-8")], Some(Obstacle::CaptivePortal)),
        (200, &[("content-type", "application/xhtml+xml")], Some(Obstacle::CaptivePortal)),
        (302, &[("location", "https://hotel.test/")], Some(Obstacle::CaptivePortal)),
        (304, &[], None),
        (407, &[], Some(Obstacle::ProxySignIn)),
        (511, &[], Some(Obstacle::CaptivePortal)),
        // A gateway of Microsoft's own that fails.
        (502, &[("content-type", "text/html")], None),
        (200, &[("date", "Sun, 22 Nov 2026 19:05:59 GMT")], None),
        (200, &[("date", "Sun, 22 Nov 2026 19:06:00 GMT")], minutes(-6)),
        (401, &[("date", "Sun, 22 Nov 2026 16:00:00 GMT")], minutes(180)),
        (401, &[("date", "Sun, 22 Nov 2020 19:00:00 GMT")], minutes(3_155_040)),
        (200, &[("date", "now")], None),
    ];
    for (status, headers, expected) in cases {
        let mut response = http::Response::builder().status(status);
        for (name, value) in headers {
            response = response.header(*name, *value);
        }
        let response = response.body(Bytes::new()).unwrap();
        assert_eq!(Obstacle::of_answer(&response, now), expected, "{status} {headers:?}");
    }
}

/// A proxy that answers every CONNECT with these words, and then, if they are good ones, carries to this address.
async fn proxy(words: &'static str, to: SocketAddr) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut question = [0; 4096];
            let read = stream.read(&mut question).await.unwrap();
            assert!(question[..read].starts_with(b"CONNECT localhost:"));
            stream.write_all(format!("HTTP/1.1 {words}\r\n\r\n").as_bytes()).await.unwrap();
            if words.starts_with("200") {
                let mut server = TcpStream::connect(to).await.unwrap();
                _ = tokio::io::copy_bidirectional(&mut stream, &mut server).await;
            }
        }
    });
    address
}

#[tokio::test]
async fn every_way_a_proxy_fails_is_told_apart() {
    let authority = Authority::new();
    let server = authority.answering(json).await;
    let cases = [
        ("407 Proxy Authentication Required", Obstacle::ProxySignIn),
        ("502 Bad Gateway", Obstacle::ProxyUnreachable),
        ("403 Forbidden", Obstacle::ProxyUnreachable),
    ];
    for (words, obstacle) in cases {
        let internet = Internet::through(&proxy(words, server).await, &authority.pem()).unwrap();
        let unanswered = failure(&internet, server.port()).await;
        assert_eq!((unanswered.stage, unanswered.obstacle), (Stage::NotSent, Some(obstacle)), "{words}");
    }

    let good = Internet::through(&proxy("200 OK", server).await, &authority.pem()).unwrap();
    assert!(ask(&good, server.port()).await.is_ok());

    let gone = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let nobody = Internet::through(&format!("http://{gone}"), &authority.pem()).unwrap();
    let unknown = Internet::through("http://proxy.invalid:8080", &authority.pem()).unwrap();
    for internet in [nobody, unknown] {
        let unanswered = failure(&internet, server.port()).await;
        assert_eq!(
            (unanswered.stage, unanswered.obstacle),
            (Stage::NotSent, Some(Obstacle::ProxyUnreachable))
        );
    }
}

#[tokio::test]
async fn an_inspecting_proxy_whose_authority_is_not_installed_is_told_apart_from_the_proxy_itself() {
    let (inspector, ours) = (Authority::new(), Authority::new());
    let server = inspector.answering(json).await;
    let internet = Internet::through(&proxy("200 OK", server).await, &ours.pem()).unwrap();
    let unanswered = failure(&internet, server.port()).await;
    assert_eq!(unanswered.obstacle, Some(Obstacle::UntrustedCertificate));
}

#[test]
fn an_obstacle_survives_being_stored() {
    let stored = serde_json::to_string(&Obstacle::WrongClock { minutes: -7 }).unwrap();
    assert_eq!(stored, r#"{"obstacle":"wrong-clock","minutes":-7}"#);
    assert_eq!(serde_json::from_str::<Obstacle>(&stored).unwrap(), Obstacle::WrongClock { minutes: -7 });
}

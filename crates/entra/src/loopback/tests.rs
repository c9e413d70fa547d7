//! The listener, by its sockets.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use proptest::prelude::*;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, timeout};

use super::*;

pub(super) const STATE: &str = "Zb3ri7Xq-state_of-this.sign~in";

fn pages() -> ClosingPages {
    ClosingPages {
        language_tag: "nl".to_owned(),
        done_title: "Terug naar <Guest Mail Doctor>".to_owned(),
        done_text: "Dit tabblad kan dicht & klaar.".to_owned(),
        failed_title: "Dat ging niet".to_owned(),
        failed_text: "De app zegt waarom.".to_owned(),
    }
}

/// A listener that waits, and what comes of it.
struct Waiting {
    port: u16,
    cancel: CancellationToken,
    outcome: JoinHandle<Result<AuthorizationResponse, SignInError>>,
}

impl Waiting {
    async fn with(limits: Limits) -> Self {
        let loopback = Loopback { limits, ..Loopback::open().await.unwrap() };
        let (port, cancel) = (loopback.port, CancellationToken::new());
        let stop = cancel.clone();
        let waiting = async move { loopback.wait(SecretString::from(STATE), pages(), &stop).await };
        Self { port, cancel, outcome: tokio::spawn(waiting) }
    }

    async fn new() -> Self {
        Self::with(LIMITS).await
    }

    async fn connect(&self, to: impl Into<IpAddr>) -> TcpStream {
        TcpStream::connect((to.into(), self.port)).await.unwrap()
    }

    /// Sends these bytes and reads until the other side closes.
    async fn say(&self, bytes: impl AsRef<[u8]>) -> String {
        let mut stream = self.connect(Ipv4Addr::LOCALHOST).await;
        stream.write_all(bytes.as_ref()).await.unwrap();
        heard(&mut stream).await
    }

    fn request(&self, target: &str) -> String {
        format!("GET {target} HTTP/1.1\r\nHost: localhost:{}\r\nAccept: */*\r\n\r\n", self.port)
    }

    fn answer(&self) -> String {
        self.request(&format!("/?code=the-code&state={STATE}&session_state=1"))
    }

    async fn ends(self) -> Result<AuthorizationResponse, SignInError> {
        timeout(Duration::from_secs(5), self.outcome).await.expect("the wait ends").unwrap()
    }
}

async fn heard(stream: &mut TcpStream) -> String {
    let mut heard = Vec::new();
    let reading = stream.read_to_end(&mut heard);
    timeout(Duration::from_secs(5), reading).await.expect("the connection is closed").unwrap();
    String::from_utf8(heard).unwrap()
}

fn status(response: &str) -> u16 {
    response.split(' ').nth(1).unwrap_or_else(|| panic!("no answer: {response:?}")).parse().unwrap()
}

#[tokio::test]
async fn the_answer_with_the_state_ends_the_wait() {
    let waiting = Waiting::new().await;
    let page = waiting.say(waiting.answer()).await;
    assert_eq!(status(&page), 200);
    let port = waiting.port;
    let returned = waiting.ends().await.unwrap();
    assert_eq!(returned.parameter("code"), Some("the-code"));
    assert!(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.is_err(), "nobody listens any more");
    assert!(TcpStream::connect((Ipv6Addr::LOCALHOST, port)).await.is_err(), "nobody listens any more");
}

#[tokio::test]
async fn the_page_shows_its_words_as_text_runs_nothing_and_repeats_nothing_of_the_question() {
    let waiting = Waiting::new().await;
    let query = format!("/?code=the-code&state={STATE}&x=%3Cscript%3Ealert(1)%3C/script%3E");
    let page = waiting.say(waiting.request(&query)).await;
    let (head, body) = page.split_once("\r\n\r\n").unwrap();
    assert!(
        body.contains("<html lang=\"nl\">") && body.contains("<h1>Terug naar &lt;Guest Mail Doctor&gt;</h1>")
    );
    assert!(body.contains("Dit tabblad kan dicht &amp; klaar.") && !body.contains("script"), "{body}");
    for secret in ["the-code", STATE, "alert"] {
        assert!(!page.contains(secret), "{page}");
    }
    for header in
        ["Cache-Control: no-store", "Referrer-Policy: no-referrer", "X-Content-Type-Options: nosniff"]
    {
        assert!(head.contains(header), "{head}");
    }
    let style = body.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
    let hash = {
        use base64::Engine;
        use sha2::Digest;
        base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(style))
    };
    assert!(
        head.contains(&format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'")),
        "{head}"
    );
}

#[tokio::test]
async fn an_error_with_the_state_ends_the_wait_with_the_other_page() {
    let waiting = Waiting::new().await;
    let page = waiting.say(waiting.request(&format!("/?error=access_denied&state={STATE}"))).await;
    assert!(status(&page) == 200 && page.contains("Dat ging niet"), "{page}");
    assert_eq!(waiting.ends().await.unwrap().parameter("error"), Some("access_denied"));
}

#[tokio::test]
async fn an_answer_without_exactly_our_state_is_refused_and_waited_past() {
    let waiting = Waiting::new().await;
    let prefix = &STATE[..STATE.len() - 1];
    let others = [
        "/".to_owned(),
        "/?code=x".to_owned(),
        "/?code=x&state=".to_owned(),
        format!("/?code=x&state={prefix}"),
        format!("/?code=x&state={STATE}0"),
        format!("/?code=x&state={}", STATE.to_uppercase()),
        format!("/?code=x&State={STATE}"),
        format!("/?code=x&state={STATE}&state={STATE}"),
        format!("/?code=x&code=y&state={STATE}"),
        format!("/?code=x#state={STATE}"),
    ];
    for target in others {
        let page = waiting.say(waiting.request(&target)).await;
        assert!(status(&page) == 400 && page.contains("Dat ging niet"), "{target}: {page}");
    }
    assert_eq!(status(&waiting.say(waiting.answer()).await), 200);
    assert_eq!(waiting.ends().await.unwrap().parameter("code"), Some("the-code"));
}

#[tokio::test]
async fn whoever_asks_anything_else_is_refused_and_waited_past() {
    let waiting = Waiting::new().await;
    let port = waiting.port;
    let query = format!("?code=x&state={STATE}");
    let with = |line: &str, headers: &str| format!("{line}\r\n{headers}\r\n");
    let host = format!("Host: localhost:{port}\r\n");
    let get = format!("GET /{query} HTTP/1.1");
    let cases = [
        // Names that were made to resolve here, and other spellings of this computer.
        (403, with(&get, &format!("Host: evil.example:{port}\r\n"))),
        (403, with(&get, &format!("Host: localhost.evil.example:{port}\r\n"))),
        (403, with(&get, &format!("Host: 127.0.0.1:{port}\r\n"))),
        (403, with(&get, &format!("Host: [::1]:{port}\r\n"))),
        (403, with(&get, "Host: localhost\r\n")),
        (403, with(&get, &format!("Host: localhost:{}\r\n", port.wrapping_add(1)))),
        (403, with(&get, &format!("Host: localhost:{port}.\r\n"))),
        (403, with(&get, &format!("{host}Host: evil.example\r\n"))),
        (403, with(&get, "")),
        // Other methods, other paths.
        (405, with(&format!("POST /{query} HTTP/1.1"), &host)),
        (405, with(&format!("HEAD /{query} HTTP/1.1"), &host)),
        (405, with(&format!("OPTIONS /{query} HTTP/1.1"), &host)),
        (405, with(&format!("get /{query} HTTP/1.1"), &host)),
        (404, with("GET /favicon.ico HTTP/1.1", &host)),
        (404, with(&format!("GET //{query} HTTP/1.1"), &host)),
        (404, with(&format!("GET http://localhost:{port}/{query} HTTP/1.1"), &host)),
        (404, with(&format!("GET {query} HTTP/1.1"), &host)),
        // Not HTTP/1 as it is written.
        (400, with(&format!("GET  /{query} HTTP/1.1"), &host)),
        (400, with(&format!("GET /{query}"), &host)),
        (400, with(&format!("GET /{query} HTTP/2"), &host)),
        (400, with(&format!("GET /{query} x HTTP/1.1"), &host)),
        (400, with(&get, &format!("{host}no colon\r\n"))),
        (400, with(&get, &format!("{host} folded: line\r\n"))),
        (400, with(&get, &format!("Host : localhost:{port}\r\n"))),
        (400, with(&get, &format!("X: a\nHost: localhost:{port}\r\n"))),
        (400, with(&get, &format!("X: a\rb\r\n{host}"))),
        (400, with(&get, &format!("{host}X: \0\r\n"))),
        (400, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_owned()),
        (431, with(&get, &format!("{host}X: {}\r\n", "a".repeat(LARGEST_REQUEST)))),
        (431, format!("GET /?{}", "a".repeat(LARGEST_REQUEST))),
    ];
    for (expected, request) in cases {
        let response = waiting.say(&request).await;
        let shown: String = request.chars().take(200).collect();
        assert_eq!(status(&response), expected, "{shown}");
        assert!(!response.contains(STATE), "{response}");
    }
    let bytes = [&b"GET /\xff HTTP/1.1\r\n"[..], host.as_bytes(), b"\r\n"].concat();
    assert_eq!(status(&waiting.say(bytes).await), 400);
    assert_eq!(status(&waiting.say(waiting.answer()).await), 200, "and still it waits");
    assert!(waiting.ends().await.is_ok());
}

#[tokio::test]
async fn a_browser_may_take_localhost_for_either_address() {
    for address in [IpAddr::from(Ipv4Addr::LOCALHOST), IpAddr::from(Ipv6Addr::LOCALHOST)] {
        let waiting = Waiting::new().await;
        let mut stream = waiting.connect(address).await;
        // The case of a host's name does not matter.
        let request = waiting.answer().replace("Host: localhost", "hOST:\tLocalHost");
        stream.write_all(request.as_bytes()).await.unwrap();
        assert_eq!(status(&heard(&mut stream).await), 200, "{address}");
        assert!(waiting.ends().await.is_ok());
    }
}

#[tokio::test]
async fn a_port_that_somebody_else_has_on_the_other_address_is_not_taken() {
    let theirs = TcpListener::bind((Ipv6Addr::LOCALHOST, 0)).await.unwrap();
    let port = theirs.local_addr().unwrap().port();
    let taken = pair(port).await.err().unwrap();
    assert_eq!(taken.kind(), io::ErrorKind::AddrInUse);
}

#[tokio::test]
async fn a_request_may_arrive_letter_by_letter() {
    let waiting = Waiting::new().await;
    let mut stream = waiting.connect(Ipv4Addr::LOCALHOST).await;
    stream.set_nodelay(true).unwrap();
    for letter in waiting.answer().as_bytes() {
        stream.write_all(&[*letter]).await.unwrap();
        tokio::task::yield_now().await;
    }
    assert_eq!(status(&heard(&mut stream).await), 200);
    assert_eq!(waiting.ends().await.unwrap().parameter("code"), Some("the-code"));
}

#[tokio::test]
async fn of_several_requests_in_one_connection_only_the_first_is_read() {
    let waiting = Waiting::new().await;
    let both = format!("{}{}", waiting.request("/favicon.ico"), waiting.answer());
    let responses = waiting.say(both).await;
    assert_eq!((status(&responses), responses.matches("HTTP/1.1").count()), (404, 1), "{responses}");
    assert!(!waiting.outcome.is_finished(), "what stood behind it was not read");
    assert_eq!(status(&waiting.say(waiting.answer()).await), 200);
}

#[tokio::test]
async fn somebody_slow_holds_up_nobody_and_is_cut_off() {
    let limits = Limits { one_request: Duration::from_millis(400), ..LIMITS };
    let waiting = Waiting::with(limits).await;
    let mut slow = waiting.connect(Ipv4Addr::LOCALHOST).await;
    slow.write_all(b"GET / HTTP/1.1\r\n").await.unwrap();
    let began = Instant::now();
    assert_eq!(status(&waiting.say(waiting.request("/favicon.ico")).await), 404);
    assert!(began.elapsed() < limits.one_request, "the other one did not wait");
    assert_eq!(heard(&mut slow).await, "", "cut off without a word");
    assert!(began.elapsed() >= Duration::from_millis(350));
    assert_eq!(status(&waiting.say(waiting.answer()).await), 200);
}

#[tokio::test]
async fn hundreds_who_say_nothing_do_not_keep_the_browser_waiting() {
    let waiting = Waiting::new().await;
    let mut silent = Vec::new();
    for _ in 0..300 {
        silent.push(waiting.connect(Ipv4Addr::LOCALHOST).await);
    }
    let began = Instant::now();
    assert_eq!(status(&waiting.say(waiting.answer()).await), 200);
    assert!(began.elapsed() < Duration::from_secs(1), "it had to wait: {:?}", began.elapsed());
}

#[tokio::test]
async fn when_all_places_are_taken_the_one_that_is_silent_longest_goes() {
    let waiting = Waiting::with(Limits { silent: 2, ..LIMITS }).await;
    let mut oldest = waiting.connect(Ipv4Addr::LOCALHOST).await;
    let mut newer = waiting.connect(Ipv4Addr::LOCALHOST).await;
    let _newest = waiting.connect(Ipv4Addr::LOCALHOST).await;
    assert_eq!(heard(&mut oldest).await, "", "cut off without a word");
    newer.write_all(waiting.request("/favicon.ico").as_bytes()).await.unwrap();
    assert_eq!(status(&heard(&mut newer).await), 404, "it was read beside the newest");
}

#[tokio::test]
async fn a_repeated_answer_is_gone() {
    let waiting = Waiting::new().await;
    // Connected before the wait ended, as browsers do.
    let mut early = waiting.connect(Ipv4Addr::LOCALHOST).await;
    sleep(Duration::from_millis(50)).await;
    let answer = waiting.answer();
    assert_eq!(status(&waiting.say(&answer).await), 200);
    assert!(waiting.ends().await.is_ok());
    early.write_all(answer.as_bytes()).await.unwrap();
    let gone = heard(&mut early).await;
    assert_eq!(status(&gone), 410);
}

#[tokio::test]
async fn two_answers_at_once_are_one_answer() {
    let waiting = Waiting::new().await;
    let answer = waiting.answer();
    let (one, other) = tokio::join!(waiting.say(&answer), waiting.say(&answer));
    let mut statuses = [status(&one), status(&other)];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 410]);
    assert!(waiting.ends().await.is_ok());
}

#[tokio::test]
async fn nobody_is_waited_for_longer_than_the_limit() {
    let waiting = Waiting::with(Limits { in_all: Duration::from_millis(50), ..LIMITS }).await;
    assert_eq!(waiting.ends().await.err().unwrap().kind, SignInErrorKind::TimedOut);
    assert_eq!(LIMITS.in_all, Duration::from_mins(5));
}

#[tokio::test]
async fn cancelling_ends_the_wait_and_frees_the_port() {
    let waiting = Waiting::new().await;
    let port = waiting.port;
    waiting.cancel.cancel();
    assert_eq!(waiting.ends().await.err().unwrap().kind, SignInErrorKind::Cancelled);
    assert!(pair(port).await.is_ok());
}

#[tokio::test]
async fn the_redirect_is_spelt_exactly_as_registered() {
    let loopback = Loopback::open().await.unwrap();
    assert_eq!(loopback.redirect(), format!("http://localhost:{}", loopback.port));
    assert!(loopback.v6.is_some(), "this machine has IPv6: both addresses listen");
}

pub(super) fn shared() -> Listening {
    let (responses, _) = mpsc::channel(1);
    Listening {
        port: 1234,
        state: SecretString::from(STATE),
        pages: pages(),
        closed: AtomicBool::new(false),
        responses,
    }
}

/// Requests that are nearly right: pieces of good ones, in any order.
fn nearly() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        Just(b"GET ".to_vec()),
        Just(b"/?code=x&state=".to_vec()),
        Just(STATE.as_bytes().to_vec()),
        Just(STATE.as_bytes()[1..].to_vec()),
        Just(b" HTTP/1.1\r\n".to_vec()),
        Just(b"Host: localhost:1234\r\n".to_vec()),
        Just(b"Host: evil.example\r\n".to_vec()),
        Just(b"\r\n".to_vec()),
        Just(b"&state=".to_vec()),
        Just(b"%".to_vec()),
        proptest::collection::vec(any::<u8>(), 0..4),
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic_or_accept_what_does_not_carry_the_state(
        bytes in prop_oneof![nearly(), proptest::collection::vec(any::<u8>(), 0..400)],
    ) {
        let shared = shared();
        let (page, response) = decide(&bytes, &shared);
        prop_assert!(page.starts_with(b"HTTP/1.1 "));
        if let Some(response) = response {
            prop_assert_eq!(response.parameter("state"), Some(STATE));
            let text = String::from_utf8(bytes).unwrap();
            prop_assert!(text.starts_with("GET /?") && text.contains("\r\nHost: localhost:1234\r\n"), "{}", text);
        }
    }

    #[test]
    fn any_other_state_is_refused(other in "[!-~]{0,40}") {
        prop_assume!(other != STATE);
        let query: String = url::form_urlencoded::Serializer::new(String::new()).append_pair("state", &other).finish();
        prop_assert!(AuthorizationResponse::parse(&query, &shared().state).is_none());
    }

    #[test]
    fn what_was_sent_is_what_is_handed_over(code in "\\PC{0,80}", name in "[a-z]{1,8}") {
        prop_assume!(name != "state" && name != "code");
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        let query = query.append_pair("code", &code).append_pair(&name, "1").append_pair("state", STATE).finish();
        let head = format!("GET /?{query} HTTP/1.1\r\nHost: localhost:1234\r\n\r\n");
        let (page, response) = decide(head.as_bytes(), &shared());
        prop_assert!(page.starts_with(b"HTTP/1.1 200"));
        let response = response.unwrap();
        prop_assert_eq!(response.parameter("code"), Some(code.as_str()));
    }

    #[test]
    fn the_end_of_the_headers_is_found_wherever_a_packet_ends(
        before in "[a-z\r\n]{0,40}", cut in 0_usize..40,
    ) {
        let text = format!("{before}x\r\n\r\nbehind");
        let whole = request::end(text.as_bytes(), 0).unwrap();
        let cut = cut.min(text.len());
        let found = request::end(&text.as_bytes()[..cut], 0);
        let from = cut.saturating_sub(request::END.len());
        prop_assert_eq!(found.or_else(|| request::end(text.as_bytes(), from)), Some(whole));
    }
}

//! Whatever program or page speaks to the listener: it gets a page, and nothing is handed over that does not carry the
//! state.

use random_input::read;

use super::tests::{STATE, shared};
use super::{decide, request};

const PIECES: &[&str] = &[
    "GET ",
    "POST ",
    "/?code=x&state=",
    "/",
    STATE,
    "&state=",
    "&error=access_denied",
    "%",
    "%00",
    "+",
    " HTTP/1.1\r\n",
    "Host: localhost:1234\r\n",
    "Host: evil.example\r\n",
    "host:LOCALHOST:1234\r\n",
    "Accept: */*\r\n",
    "\r\n",
    "\r\n\r\n",
];

#[test]
fn callback_request() {
    let good = format!("GET /?code=x&state={STATE} HTTP/1.1\r\nHost: localhost:1234\r\nAccept: */*\r\n\r\n");
    read("callback-request", |input| {
        let bytes = match input.below(3) {
            0 => input.text(PIECES).into_bytes(),
            1 => input.bytes(20_000),
            _ => input.with_mistakes(good.as_bytes()),
        };
        let end = request::end(&bytes, 0).unwrap_or(bytes.len());
        let (page, response) = decide(&bytes[..end], &shared());
        assert!(page.starts_with(b"HTTP/1.1 "));
        if let Some(response) = response {
            assert_eq!(response.parameter("state"), Some(STATE));
            let text = String::from_utf8_lossy(&bytes);
            assert!(text.starts_with("GET /?") && text.to_lowercase().contains("localhost:1234"), "{text}");
        }
    });
}

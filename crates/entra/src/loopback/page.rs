//! What the browser shows when its part is done.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::request::Refusal;

/// The only style, which the policy names by its hash: whatever else got onto the page would not run.
const STYLE: &str = ":root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}\
body{display:grid;min-height:100vh;margin:0;place-items:center}main{max-width:32rem;padding:2rem}\
h1{font-size:1.5rem;margin:0 0 .5rem}p{margin:0}";

/// The words of the closing page, in the language of whoever signs in. Whoever calls has them; here they are only
/// shown, as text and never as markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosingPages {
    /// Such as `nl`.
    pub language_tag: String,
    /// Title when Microsoft sent an answer. The sign-in goes on in the app, so it says no more than that.
    pub done_title: String,
    /// What to do next.
    pub done_text: String,
    /// Title when Microsoft sent an error, or the answer was not for this sign-in.
    pub failed_title: String,
    /// What to do next.
    pub failed_text: String,
}

impl ClosingPages {
    pub(super) fn done(&self) -> Vec<u8> {
        self.page(200, &self.done_title, &self.done_text)
    }

    pub(super) fn failed(&self, status: u16) -> Vec<u8> {
        self.page(status, &self.failed_title, &self.failed_text)
    }

    fn page(&self, status: u16, title: &str, text: &str) -> Vec<u8> {
        let [language, title, text] = [&self.language_tag, title, text].map(escaped);
        let body = format!(
            "<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title><style>{STYLE}</style></head>\
             <body><main><h1>{title}</h1><p>{text}</p></main></body></html>"
        );
        response(status, "text/html; charset=utf-8", &body)
    }
}

/// A refusal, in a word: nobody who does no wrong sees it.
pub(super) fn plain(refusal: Refusal) -> Vec<u8> {
    let status = match refusal {
        Refusal::Malformed => 400,
        Refusal::ForeignHost => 403,
        Refusal::Path => 404,
        Refusal::Method => 405,
        Refusal::Over => 410,
        Refusal::TooLarge => 431,
    };
    response(status, "text/plain; charset=utf-8", reason(status))
}

/// Nothing of the question is in the answer. The address, with the code in it, is neither kept in a cache nor told
/// to anybody; only the one style may be used; no other page may frame it.
fn response(status: u16, kind: &str, body: &str) -> Vec<u8> {
    let style = STANDARD.encode(Sha256::digest(STYLE));
    let allow = if status == 405 { "Allow: GET\r\n" } else { "" };
    format!(
        "HTTP/1.1 {status} {}\r\n{allow}\
         Content-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\nCache-Control: no-store\r\n\
         Content-Security-Policy: default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; \
         form-action 'none'; frame-ancestors 'none'\r\n\
         Cross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Resource-Policy: same-origin\r\n\
         Referrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\n\r\n{body}",
        reason(status),
        body.len(),
    )
    .into_bytes()
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        410 => "Gone",
        _ => "Request Header Fields Too Large",
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

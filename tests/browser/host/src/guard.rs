//! Who is answered: the page this host itself served, and nobody else on the machine or behind a web page.

use axum::http::{HeaderMap, header};
use std::net::SocketAddr;

/// What a request must bring.
#[derive(Debug, Clone)]
pub(crate) struct Guard {
    authority: String,
    token: String,
}

impl Guard {
    /// For a host at this address, with a token nobody can guess.
    pub(crate) fn new(address: SocketAddr) -> Self {
        Self { authority: address.to_string(), token: uuid::Uuid::new_v4().simple().to_string() }
    }

    /// The token, for the page.
    pub(crate) fn token(&self) -> &str {
        &self.token
    }

    /// Whether the request was addressed to this host by its own address. A page elsewhere that had its own name
    /// point here would be found out by this.
    pub(crate) fn is_for_us(&self, headers: &HeaderMap) -> bool {
        text(headers, header::HOST.as_str()) == Some(&self.authority)
    }

    /// Whether a command may be asked: by our own page, which alone knows the token.
    pub(crate) fn may_ask(&self, headers: &HeaderMap) -> bool {
        let own = format!("http://{}", self.authority);
        let origin = text(headers, header::ORIGIN.as_str()).is_none_or(|origin| origin == own);
        let token = text(headers, "x-host-token") == Some(&self.token);
        self.is_for_us(headers) && origin && token
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(all: &[(&'static str, &str)]) -> HeaderMap {
        all.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn only_our_own_page_may_ask() {
        let guard = Guard::new(([127, 0, 0, 1], 4711).into());
        let token = guard.token().to_owned();
        let us = ("host", "127.0.0.1:4711");
        let key = ("x-host-token", token.as_str());
        assert!(guard.may_ask(&headers(&[us, key])));
        assert!(guard.may_ask(&headers(&[us, key, ("origin", "http://127.0.0.1:4711")])));
        for strange in [
            &[us][..],
            &[key][..],
            &[us, ("x-host-token", "guessed")][..],
            &[("host", "evil.example"), key][..],
            &[("host", "localhost:4711"), key][..],
            &[us, key, ("origin", "https://evil.example")][..],
            &[us, key, ("origin", "null")][..],
        ] {
            assert!(!guard.may_ask(&headers(strange)), "{strange:?}");
        }
    }

    #[test]
    fn no_two_hosts_have_the_same_token() {
        let at = ([127, 0, 0, 1], 4711).into();
        assert_ne!(Guard::new(at).token(), Guard::new(at).token());
    }
}

//! The client.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::header::DATE;
use jiff::Timestamp;

use crate::names::SystemNames;
use crate::obstacle::{MAX_CLOCK_SKEW_MINUTES, Obstacle, chain, minutes_ahead};
use crate::unanswered::{Stage, Unanswered};

/// To make a connection, in any network a person would call working.
const CONNECT: Duration = Duration::from_secs(15);
/// For one whole answer. Graph itself gives up on a request after about 100 seconds with 504; a little more lets us
/// hear it say so, instead of not knowing.
const ANSWER: Duration = Duration::from_secs(110);
/// The largest answer that is read, in bytes. A page of 999 users with every property we select is about 3 MB; what
/// is far beyond that is not an answer to our questions.
const LARGEST_ANSWER: usize = 16 * 1024 * 1024;

/// HTTPS, with the system's own proxy settings and trusted authorities. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Internet {
    client: reqwest::Client,
    /// An answer has shown that our clock is right: then a certificate that has run out has run out.
    clock_is_right: Arc<AtomicBool>,
}

impl Internet {
    /// A client that trusts what the system trusts.
    pub fn new() -> Result<Self, Unanswered> {
        Self::build(builder())
    }

    /// Trusts one more authority (PEM). Only with the cargo feature `other-roots`, which the app does not carry:
    /// for tests, whose servers have an authority of their own.
    #[cfg(feature = "other-roots")]
    pub fn trusting(pem: &[u8]) -> Result<Self, Unanswered> {
        let roots = reqwest::Certificate::from_pem_bundle(pem).map_err(|error| not_built(&error))?;
        Self::build(builder().tls_certs_merge(roots))
    }

    /// Sends everything through this proxy, as the system's settings would say it, and trusts one more authority.
    /// Only with the cargo feature `other-roots`: for tests.
    #[cfg(feature = "other-roots")]
    pub fn through(proxy: &str, pem: &[u8]) -> Result<Self, Unanswered> {
        let roots = reqwest::Certificate::from_pem_bundle(pem).map_err(|error| not_built(&error))?;
        let proxy = reqwest::Proxy::all(proxy).map_err(|error| not_built(&error))?;
        Self::build(builder().tls_certs_merge(roots).proxy(proxy))
    }

    fn build(builder: reqwest::ClientBuilder) -> Result<Self, Unanswered> {
        let client = builder.build().map_err(|error| not_built(&error))?;
        Ok(Self { client, clock_is_right: Arc::default() })
    }

    /// Sends the request and waits for the whole answer, whatever its status.
    pub async fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, Unanswered> {
        let request = reqwest::Request::try_from(request).map_err(|error| not_built(&error))?;
        let mut answer = self.client.execute(request).await.map_err(|error| self.unanswered(&error))?;
        self.check_clock(answer.headers());
        let mut body = BytesMut::new();
        // Counted while it arrives and after decompression: the length a server declares is only a promise.
        while let Some(piece) = answer.chunk().await.map_err(|error| self.unanswered(&error))? {
            if body.len() + piece.len() > LARGEST_ANSWER {
                let why = format!("more than {LARGEST_ANSWER} bytes");
                return Err(Unanswered { stage: Stage::TooLarge, obstacle: None, why });
            }
            body.extend_from_slice(&piece);
        }
        let mut response = http::Response::new(body.freeze());
        *response.status_mut() = answer.status();
        std::mem::swap(response.headers_mut(), answer.headers_mut());
        Ok(response)
    }

    fn check_clock(&self, headers: &http::HeaderMap) {
        let date = headers.get(DATE).and_then(|date| date.to_str().ok());
        let minutes = date.and_then(|date| minutes_ahead(date, Timestamp::now()));
        if minutes.is_some_and(|minutes| minutes.abs() <= MAX_CLOCK_SKEW_MINUTES) {
            self.clock_is_right.store(true, Ordering::Relaxed);
        }
    }

    fn unanswered(&self, error: &reqwest::Error) -> Unanswered {
        // Only a failure to connect proves that nothing was sent; a time-out or a reset proves nothing.
        let stage = if error.is_connect() || error.is_builder() { Stage::NotSent } else { Stage::Lost };
        let obstacle = Obstacle::of_failure(error, self.clock_is_right.load(Ordering::Relaxed));
        Unanswered { stage, obstacle, why: why(error) }
    }
}

/// https only, and no redirect: none of our servers sends one, and a token must not travel on.
fn builder() -> reqwest::ClientBuilder {
    reqwest::Client::builder()
        .https_only(true)
        .redirect(reqwest::redirect::Policy::none())
        .gzip(true)
        .dns_resolver(SystemNames)
        .connect_timeout(CONNECT)
        .timeout(ANSWER)
        .user_agent(concat!("GuestMailDoctor/", env!("CARGO_PKG_VERSION")))
}

fn not_built(error: &reqwest::Error) -> Unanswered {
    Unanswered { stage: Stage::NotSent, obstacle: None, why: why(error) }
}

/// The whole reason without the outermost words: those carry the address, and with it whoever was searched for.
fn why(error: &reqwest::Error) -> String {
    let mut reasons: Vec<String> = Vec::new();
    for reason in chain(error).skip(1).map(ToString::to_string) {
        // Wrappers repeat the words of what they wrap.
        if reasons.last() != Some(&reason) {
            reasons.push(reason);
        }
    }
    if reasons.is_empty() { "the request cannot be made".to_owned() } else { reasons.join(": ") }
}

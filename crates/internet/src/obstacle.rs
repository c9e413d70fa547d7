//! What stands between us and the Internet.

use std::error::Error;
use std::io;

use bytes::Bytes;
use http::StatusCode;
use http::header::{CONTENT_TYPE, DATE, LOCATION};
use jiff::Timestamp;
use rustls::CertificateError;
use serde::{Deserialize, Serialize};

use crate::names::NoSuchName;

/// Microsoft's servers bear five minutes, as Kerberos does; below that a clock hinders nobody.
pub(crate) const MAX_CLOCK_SKEW_MINUTES: i64 = 5;

/// What stood in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "obstacle")]
#[non_exhaustive]
pub enum Obstacle {
    /// The host's name cannot be resolved, there is no way to it, or nobody on the way answers.
    NoNetwork,
    /// Somebody else answers: a redirect or a page where data should be, something that is not TLS, or a certificate
    /// for another name. A network that wants a sign-in first does that (RFC 8952, captive portals).
    CaptivePortal,
    /// The proxy that is set on this computer cannot be reached, or does not make connections for us.
    ProxyUnreachable,
    /// The proxy wants a sign-in (407).
    ProxySignIn,
    /// No authority that this computer trusts vouches for the certificate: usually a company that inspects traffic
    /// with an authority of its own, which is not installed here.
    UntrustedCertificate,
    /// The clock of this computer is wrong.
    WrongClock {
        /// This computer's time minus the server's, in minutes: negative when this clock is behind. When a
        /// certificate showed it, at least so many.
        minutes: i64,
    },
}

impl Obstacle {
    /// What an answer tells, beside what it says: that somebody else gave it, or that our clock is wrong (its
    /// `Date`). Our servers answer with JSON or with nothing, and never with a redirect.
    ///
    /// A page with an error status is left alone: gateways of Microsoft's own answer so when they fail.
    ///
    /// ```
    /// use bytes::Bytes;
    /// use internet::Obstacle;
    ///
    /// let page = http::Response::builder().header("content-type", "text/html").body(Bytes::from("Welcome to our hotel"));
    /// let now = "2026-11-22T19:00:00Z".parse().unwrap();
    /// assert_eq!(Obstacle::of_answer(&page.unwrap(), now), Some(Obstacle::CaptivePortal));
    /// ```
    #[must_use]
    pub fn of_answer(response: &http::Response<Bytes>, now: Timestamp) -> Option<Self> {
        let status = response.status();
        let text = |name| response.headers().get(name).and_then(|value| value.to_str().ok());
        let is_page = text(CONTENT_TYPE).is_some_and(|kind| {
            let kind = kind.trim_start().to_ascii_lowercase();
            kind.starts_with("text/html") || kind.starts_with("application/xhtml")
        });
        if status == StatusCode::PROXY_AUTHENTICATION_REQUIRED {
            return Some(Self::ProxySignIn);
        }
        // 511: RFC 6585, section 6.
        let redirected = status.is_redirection() && response.headers().contains_key(LOCATION);
        if redirected
            || status == StatusCode::NETWORK_AUTHENTICATION_REQUIRED
            || status.is_success() && is_page
        {
            return Some(Self::CaptivePortal);
        }
        let minutes = minutes_ahead(text(DATE)?, now)?;
        (minutes.abs() > MAX_CLOCK_SKEW_MINUTES).then_some(Self::WrongClock { minutes })
    }

    /// What a failure tells. `clock_is_right`: an answer in this run has shown that it is.
    #[allow(
        clippy::wildcard_enum_match_arm,
        reason = "another crate's errors: what it tells apart later is none of these"
    )]
    pub(crate) fn of_failure(error: &reqwest::Error, clock_is_right: bool) -> Option<Self> {
        if let Some(tunnel) = proxy(error) {
            return Some(tunnel);
        }
        if let Some(tls) = cause::<rustls::Error>(error) {
            return of_tls(tls, clock_is_right);
        }
        if cause::<NoSuchName>(error).is_some() || error.is_connect() && error.is_timeout() {
            return Some(Self::NoNetwork);
        }
        match cause::<io::Error>(error)?.kind() {
            io::ErrorKind::NetworkUnreachable
            | io::ErrorKind::HostUnreachable
            | io::ErrorKind::NetworkDown
            | io::ErrorKind::AddrNotAvailable => Some(Self::NoNetwork),
            _ => None,
        }
    }
}

/// This clock minus the server's, in minutes, by the server's `Date`.
pub(crate) fn minutes_ahead(date: &str, now: Timestamp) -> Option<i64> {
    let theirs = Timestamp::try_from(httpdate::parse_http_date(date).ok()?).ok()?;
    Some((now.as_second() - theirs.as_second()) / 60)
}

#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "another crate's errors: what it tells apart later is none of these"
)]
fn of_tls(error: &rustls::Error, clock_is_right: bool) -> Option<Obstacle> {
    let minutes = |ours: u64, theirs: u64| (ours.cast_signed() - theirs.cast_signed()) / 60;
    match error {
        rustls::Error::InvalidCertificate(certificate) => Some(match certificate {
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                Obstacle::CaptivePortal
            }
            // Nobody puts a certificate to use before its first day. That one has run out is possible, but so much
            // rarer than a wrong clock that the clock is named, unless an answer has shown that it is right.
            CertificateError::NotValidYetContext { time, not_before } if !clock_is_right => {
                Obstacle::WrongClock { minutes: minutes(time.as_secs(), not_before.as_secs()) }
            }
            CertificateError::ExpiredContext { time, not_after } if !clock_is_right => {
                Obstacle::WrongClock { minutes: minutes(time.as_secs(), not_after.as_secs()) }
            }
            CertificateError::NotValidYet | CertificateError::Expired if !clock_is_right => {
                Obstacle::WrongClock { minutes: 0 }
            }
            _ => Obstacle::UntrustedCertificate,
        }),
        // What answers on the port does not speak TLS.
        rustls::Error::InvalidMessage(_) => Some(Obstacle::CaptivePortal),
        _ => None,
    }
}

/// Failures of the tunnel through a proxy. The library does not name their type, so their words decide; the tests
/// with real proxies fail when the words change.
fn proxy(error: &(dyn Error + 'static)) -> Option<Obstacle> {
    let words = chain(error).map(ToString::to_string).find(|words| words.starts_with("tunnel error"))?;
    Some(if words.contains("authorization required") {
        Obstacle::ProxySignIn
    } else {
        Obstacle::ProxyUnreachable
    })
}

/// The error and everything that caused it, outermost first.
pub(crate) fn chain<'e>(error: &'e (dyn Error + 'static)) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    std::iter::successors(Some(error), |error| within(*error))
}

/// What is inside. An `io::Error` hides what it wraps: its `source` is already the source of that.
fn within<'e>(error: &'e (dyn Error + 'static)) -> Option<&'e (dyn Error + 'static)> {
    match error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
        Some(wrapped) => Some(wrapped),
        None => error.source(),
    }
}

fn cause<'e, T: Error + 'static>(error: &'e (dyn Error + 'static)) -> Option<&'e T> {
    chain(error).find_map(|error| error.downcast_ref::<T>())
}

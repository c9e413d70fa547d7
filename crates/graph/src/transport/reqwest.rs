//! The Internet as a transport.

use std::time::Duration;

use async_trait::async_trait;
use bytes::{Bytes, BytesMut};

use super::{LARGEST_ANSWER, Transport, TransportError};

/// To make a connection, in any network a person would call working.
const CONNECT: Duration = Duration::from_secs(15);
/// For one whole answer. Graph itself gives up on a request after about 100 seconds with 504; a little more lets us
/// hear it say so, instead of not knowing.
const ANSWER: Duration = Duration::from_secs(110);

/// HTTPS through reqwest and rustls, with the system's own proxy settings and trusted authorities.
#[derive(Debug, Clone)]
pub struct ReqwestTransport {
    client: reqwest::Client,
}

impl ReqwestTransport {
    /// A client that speaks https only and follows no redirect: Graph sends none, and a token must not travel on.
    pub fn new() -> Result<Self, TransportError> {
        let client = reqwest::Client::builder()
            .https_only(true)
            .redirect(reqwest::redirect::Policy::none())
            .gzip(true)
            .connect_timeout(CONNECT)
            .timeout(ANSWER)
            .user_agent(concat!("GuestMailDoctor/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|error| TransportError::NotSent(chain(&error)))?;
        Ok(Self { client })
    }
}

#[async_trait]
impl Transport for ReqwestTransport {
    async fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, TransportError> {
        let request = reqwest::Request::try_from(request).map_err(|e| TransportError::NotSent(chain(&e)))?;
        let mut answer = self.client.execute(request).await.map_err(|error| {
            // Only a failure to connect proves that nothing was sent; a time-out or a reset proves nothing.
            if error.is_connect() || error.is_builder() {
                TransportError::NotSent(chain(&error))
            } else {
                TransportError::Lost(chain(&error))
            }
        })?;
        let mut body = BytesMut::new();
        // Counted while it arrives and after decompression: the length a server declares is only a promise.
        while let Some(piece) = answer.chunk().await.map_err(|error| TransportError::Lost(chain(&error)))? {
            if body.len() + piece.len() > LARGEST_ANSWER {
                return Err(TransportError::TooLarge);
            }
            body.extend_from_slice(&piece);
        }
        let mut response = http::Response::new(body.freeze());
        *response.status_mut() = answer.status();
        std::mem::swap(response.headers_mut(), answer.headers_mut());
        Ok(response)
    }
}

/// The whole reason, without the address: it carries the person who was searched for.
fn chain(error: &reqwest::Error) -> String {
    let mut reasons = Vec::new();
    let mut source = std::error::Error::source(error);
    while let Some(reason) = source {
        reasons.push(reason.to_string());
        source = reason.source();
    }
    if reasons.is_empty() { "the request failed".to_owned() } else { reasons.join(": ") }
}

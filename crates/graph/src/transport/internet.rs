//! The Internet as a transport.

use async_trait::async_trait;
use bytes::Bytes;
use internet::{Internet, Obstacle};
use jiff::Timestamp;

use super::{Transport, TransportError};

/// HTTPS over the Internet.
///
/// An answer that somebody else gave in Graph's place counts as lost. That our clock is wrong is put beside an answer
/// as an extension: it explains a refusal and is nothing to stop at.
#[derive(Debug, Clone)]
pub struct InternetTransport {
    internet: Internet,
}

impl InternetTransport {
    /// Through this client.
    #[must_use]
    pub fn new(internet: Internet) -> Self {
        Self { internet }
    }
}

#[async_trait]
impl Transport for InternetTransport {
    async fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, TransportError> {
        let mut answer = self.internet.send(request).await?;
        match Obstacle::of_answer(&answer, Timestamp::now()) {
            Some(clock @ Obstacle::WrongClock { .. }) => {
                answer.extensions_mut().insert(clock);
            }
            Some(obstacle) => {
                // Whether what stands between us passed the request on, nobody knows.
                let why = format!("somebody else answered, with status {}", answer.status().as_u16());
                return Err(TransportError::Lost { why, obstacle: Some(obstacle) });
            }
            None => {}
        }
        Ok(answer)
    }
}

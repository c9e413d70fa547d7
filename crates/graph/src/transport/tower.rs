//! Any tower service as a transport.

use std::fmt;
use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;
use bytes::Bytes;
use tower::{Service, ServiceExt};

use super::{Transport, TransportError};

/// Sends requests into a [`tower::Service`], in process. An error of the service means that the answer was lost.
pub struct TowerTransport<S> {
    // A service need not be `Sync`; it is only locked to be cloned.
    service: Mutex<S>,
}

impl<S> TowerTransport<S> {
    /// Wraps a service. Each request goes to its own clone.
    pub fn new(service: S) -> Self {
        Self { service: Mutex::new(service) }
    }
}

impl<S> fmt::Debug for TowerTransport<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TowerTransport").finish_non_exhaustive()
    }
}

#[async_trait]
impl<S> Transport for TowerTransport<S>
where
    S: Service<http::Request<Bytes>, Response = http::Response<Bytes>> + Clone + Send,
    S::Future: Send,
    S::Error: fmt::Display,
{
    async fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, TransportError> {
        let service = self.service.lock().unwrap_or_else(PoisonError::into_inner).clone();
        service
            .oneshot(request)
            .await
            .map_err(|error| TransportError::Lost { why: error.to_string(), obstacle: None })
    }
}

//! A server that follows a script.

use std::collections::VecDeque;
use std::fmt;
use std::sync::Mutex;

use async_trait::async_trait;
use bytes::Bytes;
use graph::{Transport, TransportError};

use crate::{Asked, Reply};

/// Gives one reply after the other, whatever is asked. Asked once too often, it fails the test.
#[derive(Default)]
pub struct Script {
    replies: Mutex<VecDeque<Reply>>,
    asked: Mutex<Vec<Asked>>,
}

impl fmt::Debug for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Script").field("asked", &self.asked).finish_non_exhaustive()
    }
}

impl Script {
    /// These replies, in this order.
    pub fn new(replies: impl IntoIterator<Item = Reply>) -> Self {
        Self { replies: Mutex::new(replies.into_iter().collect()), ..Self::default() }
    }

    /// Every request so far.
    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }
}

#[async_trait]
impl Transport for Script {
    async fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, TransportError> {
        let asked = Asked::of(request);
        let body = asked.body.clone();
        self.asked.lock().unwrap().push(asked);
        let reply = self.replies.lock().unwrap().pop_front().expect("the script has an answer left");
        reply.answer(&body).await
    }
}

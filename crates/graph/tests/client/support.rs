//! A server that follows a script, and a clock that only moves when somebody sleeps.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use azure_core::credentials::{AccessToken, TokenCredential, TokenRequestOptions};
use azure_core::time::OffsetDateTime;
use bytes::Bytes;
use graph::{Endpoint, Graph, Transport, TransportError};
use jiff::Timestamp;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

pub(crate) const GUEST: &str = "87d349ed-44d7-43e1-9a83-5f2406dee5bd";
pub(crate) const GROUP: &str = "45b7d2e7-b882-4a80-ba97-10b7a63b8fa4";

/// What the server does with one request.
pub(crate) enum Reply {
    Answer(u16, Vec<(&'static str, String)>, Bytes),
    /// Computes the answer from the request's body: for batches.
    Batch(Box<dyn Fn(&Value) -> Value + Send>),
    NotSent,
    Lost,
    /// The same, but only after others had their turn.
    Later(Box<Reply>),
    /// No answer, ever.
    Silence,
}

pub(crate) fn ok(body: &Value) -> Reply {
    Reply::Answer(200, vec![("request-id", "r-1".to_owned())], body.to_string().into())
}

pub(crate) fn no_content() -> Reply {
    Reply::Answer(204, vec![("request-id", "r-204".to_owned())], Bytes::new())
}

pub(crate) fn error(status: u16, code: &str, message: &str) -> Reply {
    let body = json!({ "error": { "code": code, "message": message } });
    Reply::Answer(status, Vec::new(), body.to_string().into())
}

pub(crate) fn wait(status: u16, retry_after: &str) -> Reply {
    Reply::Answer(status, vec![("Retry-After", retry_after.to_owned())], Bytes::new())
}

/// Answers each item of a batch.
pub(crate) fn batch(answer: impl Fn(&str, &str) -> Value + Send + 'static) -> Reply {
    Reply::Batch(Box::new(move |body| {
        let mut responses: Vec<Value> = body["requests"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| {
                let mut response = answer(item["url"].as_str().unwrap(), item["id"].as_str().unwrap());
                response["id"] = item["id"].clone();
                response
            })
            .collect();
        // The order of the answers is free; a client that relies on it must fail here.
        responses.reverse();
        json!({ "responses": responses })
    }))
}

pub(crate) fn found(objects: &Value) -> Value {
    json!({ "status": 200, "body": { "value": objects } })
}

#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) method: String,
    pub(crate) uri: String,
    pub(crate) headers: http::HeaderMap,
    pub(crate) body: Value,
}

#[derive(Default)]
pub(crate) struct Script {
    replies: Mutex<VecDeque<Reply>>,
    asked: Mutex<Vec<Asked>>,
}

#[async_trait]
impl Transport for Script {
    async fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, TransportError> {
        let (parts, body) = request.into_parts();
        let body = serde_json::from_slice(&body).unwrap_or(Value::Null);
        self.asked.lock().unwrap().push(Asked {
            method: parts.method.to_string(),
            uri: parts.uri.to_string(),
            headers: parts.headers,
            body: body.clone(),
        });
        let mut reply = self.replies.lock().unwrap().pop_front().expect("the script has an answer left");
        if let Reply::Later(later) = reply {
            for _ in 0..3 {
                tokio::task::yield_now().await;
            }
            reply = *later;
        }
        let (status, headers, body) = match reply {
            Reply::Answer(status, headers, body) => (status, headers, body),
            Reply::Batch(answer) => (200, Vec::new(), answer(&body).to_string().into()),
            Reply::NotSent => {
                return Err(TransportError::NotSent { why: "no route".to_owned(), obstacle: None });
            }
            Reply::Lost => {
                return Err(TransportError::Lost { why: "connection reset".to_owned(), obstacle: None });
            }
            Reply::Silence | Reply::Later(_) => std::future::pending().await,
        };
        let mut response = http::Response::builder().status(status);
        for (name, value) in headers {
            response = response.header(name, value);
        }
        Ok(response.body(body).unwrap())
    }
}

/// A clock that moves only when somebody sleeps.
pub(crate) struct Clock {
    now: Mutex<Timestamp>,
    sleeps: Mutex<Vec<Duration>>,
}

#[async_trait]
impl clock::Clock for Clock {
    fn now(&self) -> Timestamp {
        *self.now.lock().unwrap()
    }

    async fn sleep(&self, duration: Duration) {
        *self.now.lock().unwrap() += duration;
        self.sleeps.lock().unwrap().push(duration);
    }

    fn jitter(&self) -> f64 {
        1.0
    }
}

/// Hands out `token-1`, `token-2`, ...
#[derive(Debug, Default)]
pub(crate) struct Tokens(Mutex<u32>);

#[async_trait]
impl TokenCredential for Tokens {
    async fn get_token(
        &self,
        _: &[&str],
        _: Option<TokenRequestOptions<'_>>,
    ) -> azure_core::Result<AccessToken> {
        let mut given = self.0.lock().unwrap();
        *given += 1;
        Ok(AccessToken::new(format!("token-{given}"), OffsetDateTime::now_utc()))
    }
}

/// A client and the server it speaks to.
pub(crate) struct Story {
    pub(crate) graph: Graph,
    pub(crate) cancel: CancellationToken,
    script: Arc<Script>,
    clock: Arc<Clock>,
}

impl Story {
    pub(crate) fn new(replies: impl IntoIterator<Item = Reply>) -> Self {
        let script =
            Arc::new(Script { replies: Mutex::new(replies.into_iter().collect()), ..Script::default() });
        let now = "2026-11-22T19:00:00Z".parse().unwrap();
        let clock = Arc::new(Clock { now: Mutex::new(now), sleeps: Mutex::default() });
        let graph =
            Graph::new(script.clone(), Arc::new(Tokens::default()), Endpoint::global(), clock.clone());
        Self { graph, cancel: CancellationToken::new(), script, clock }
    }

    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.script.asked.lock().unwrap().clone()
    }

    pub(crate) fn sleeps(&self) -> Vec<Duration> {
        self.clock.sleeps.lock().unwrap().clone()
    }

    /// The urls inside every batch that was sent.
    pub(crate) fn batched(&self) -> Vec<Vec<String>> {
        let items = |asked: &Asked| {
            let requests = asked.body["requests"].as_array()?;
            Some(requests.iter().map(|item| item["url"].as_str().unwrap().to_owned()).collect())
        };
        self.asked().iter().filter_map(items).collect()
    }
}

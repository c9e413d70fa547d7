//! One request: its id, its token, its retry policy, its problem.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use azure_core::credentials::TokenCredential;
use bytes::Bytes;
use evidence::Secrets;
use http::header::{
    ACCEPT, AUTHORIZATION, CONTENT_TYPE, DATE, HeaderMap, HeaderValue, RETRY_AFTER, WWW_AUTHENTICATE,
};
use internet::Unanswered;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio_util::sync::CancellationToken;

use crate::answer::{Answer, LARGE, apart};
use crate::challenge;
use crate::endpoint::Endpoint;
use crate::limits::{Limits, LimitsSeen};
use crate::operations::{Effect, Operation};
use crate::problem::{Changed, GraphProblem, GraphProblemKind, ServerDetails};
use crate::retry::{Failure, RetryPolicy, retry_after};
use crate::transport::{LARGEST_ANSWER, Transport, TransportError};
use clock::Clock;

/// A client of Microsoft Graph for one signed-in person. Cheap to clone.
#[derive(Clone)]
pub struct Graph {
    inner: Arc<Inner>,
}

struct Inner {
    transport: Arc<dyn Transport>,
    credential: Arc<dyn TokenCredential>,
    endpoint: Endpoint,
    scopes: Vec<String>,
    clock: Arc<dyn Clock>,
    retry_policy: RetryPolicy,
    limits: Arc<LimitsSeen>,
}

impl fmt::Debug for Graph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Graph").field("endpoint", &self.inner.endpoint).finish_non_exhaustive()
    }
}

/// A change the server says it made, with what is needed to prove it later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Acknowledged<T = ()> {
    /// What the answer carries.
    pub value: T,
    /// HTTP status.
    pub status: u16,
    /// The server's id of this request.
    pub request_id: Option<String>,
    /// Our own id of this request.
    pub client_request_id: String,
    /// The `Date` header, in the server's words.
    pub date: Option<String>,
}

/// A request before it has an id and a token.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    pub(crate) operation: Operation,
    /// Path and query behind the service root, or a whole link of the server's.
    pub(crate) target: Target,
    pub(crate) body: Option<Value>,
    /// Whether an index that may be behind may answer: `ConsistencyLevel: eventual`, which advanced queries need.
    pub(crate) eventual: bool,
}

#[derive(Debug, Clone)]
pub(crate) enum Target {
    Path(String),
    Link(String),
}

impl Target {
    /// The path of a request behind the service root, without its query. Of a link, none.
    fn path(&self) -> &str {
        match self {
            Self::Path(path) => path.split('?').next().unwrap_or_default(),
            Self::Link(_) => "",
        }
    }
}

impl Call {
    pub(crate) fn new(operation: Operation, ids: &[&str]) -> Result<Self, GraphProblem> {
        Ok(Self { operation, target: Target::Path(operation.path(ids)?), body: None, eventual: false })
    }

    pub(crate) fn query(mut self, parameters: &[(&str, String)]) -> Self {
        if let Target::Path(path) = &mut self.target {
            path.push_str(&crate::odata::query(parameters));
        }
        self
    }

    pub(crate) fn select(self, properties: &[&str]) -> Self {
        self.query(&[("$select", properties.join(","))])
    }

    pub(crate) fn body(mut self, body: Value) -> Self {
        self.body = Some(body);
        self
    }

    pub(crate) fn eventual(self) -> Self {
        Self { eventual: true, ..self }
    }
}

impl Graph {
    /// A client that asks for everything the app was registered for (`.default`).
    pub fn new(
        transport: Arc<dyn Transport>,
        credential: Arc<dyn TokenCredential>,
        cloud: Endpoint,
        clock: Arc<dyn Clock>,
    ) -> Self {
        let scopes = vec![cloud.default_scope().to_owned()];
        let retry_policy = RetryPolicy::default();
        let limits = Arc::default();
        let inner = Inner { transport, credential, endpoint: cloud, scopes, clock, retry_policy, limits };
        Self { inner: Arc::new(inner) }
    }

    /// The same client, asking its tokens for these scopes.
    #[must_use]
    pub fn with_scopes(&self, scopes: Vec<String>) -> Self {
        Self { inner: Arc::new(Inner { scopes, ..self.inner.again() }) }
    }

    /// The same client with another retry policy.
    #[must_use]
    pub fn with_retry_policy(&self, retry_policy: RetryPolicy) -> Self {
        Self { inner: Arc::new(Inner { retry_policy, ..self.inner.again() }) }
    }

    /// How near it is to the server's limits, and whether it waits for them.
    #[must_use]
    pub fn limits(&self) -> Limits {
        self.inner.limits.at(self.clock().passed())
    }

    /// Which Graph it speaks to.
    #[must_use]
    pub fn endpoint(&self) -> &Endpoint {
        &self.inner.endpoint
    }

    pub(crate) fn clock(&self) -> &dyn Clock {
        &*self.inner.clock
    }

    pub(crate) fn retry_policy(&self) -> RetryPolicy {
        self.inner.retry_policy
    }

    /// Sends a call until it succeeds, fails for good or the retry policy ends.
    pub(crate) async fn send(&self, call: &Call, cancel: &CancellationToken) -> Result<Answer, GraphProblem> {
        let began = self.clock().passed();
        let mut attempt = 0;
        let mut renewed = false;
        loop {
            attempt += 1;
            let (problem, failure) = match self.attempt(call, cancel).await {
                Ok(answer) => return Ok(answer),
                Err(failure) => failure,
            };
            // 401 means: not acted upon. Ask the credential again, once; it may hold a newer token by now.
            if problem.kind == GraphProblemKind::Unauthorised && !renewed {
                renewed = true;
                continue;
            }
            let Some(failure) = failure else { return Err(problem) };
            let (elapsed, jitter) = (self.clock().passed().saturating_sub(began), self.clock().jitter());
            let effect = call.operation.effect();
            let Some(wait) = self.retry_policy().next_wait(effect, failure, attempt, elapsed, jitter) else {
                return Err(problem);
            };
            tracing::debug!(operation = ?call.operation, ?failure, ?wait, attempt, "waiting before asking again");
            self.wait(call.operation, wait, cancel).await?;
        }
    }

    /// Sleeps, unless cancelled. Whatever it waits for was not acted upon.
    pub(crate) async fn wait(
        &self,
        operation: Operation,
        wait: Duration,
        cancel: &CancellationToken,
    ) -> Result<(), GraphProblem> {
        let _waiting = self.inner.limits.waits(self.clock().passed().saturating_add(wait));
        tokio::select! {
            biased;
            () = cancel.cancelled() => Err(cancelled(operation)),
            () = self.clock().sleep(wait) => Ok(()),
        }
    }

    async fn attempt(
        &self,
        call: &Call,
        cancel: &CancellationToken,
    ) -> Result<Answer, (GraphProblem, Option<Failure>)> {
        let operation = call.operation;
        let client_request_id = uuid::Uuid::new_v4().to_string();
        let asked =
            ServerDetails { client_request_id: Some(client_request_id.clone()), ..ServerDetails::default() };
        let prepare = self.request(call, &client_request_id);
        let (request, secrets) = tokio::select! {
            biased;
            () = cancel.cancelled() => return Err((cancelled(operation), None)),
            request = prepare => request.map_err(|problem| {
                let failure = (problem.kind == GraphProblemKind::Unreachable).then_some(Failure::NotSent);
                (problem, failure)
            })?,
        };
        tracing::debug!(?operation, %client_request_id, "asking Graph");
        let answered = self.answered(call, request, asked, secrets);
        match operation.effect() {
            Effect::Read => tokio::select! {
                biased;
                () = cancel.cancelled() => Err((cancelled(operation), None)),
                answer = answered => answer,
            },
            // A change that has left is waited for: to abandon it would make its outcome unknown.
            Effect::Write => answered.await,
        }
    }

    async fn answered(
        &self,
        call: &Call,
        request: http::Request<Bytes>,
        asked: ServerDetails,
        secrets: Secrets,
    ) -> Result<Answer, (GraphProblem, Option<Failure>)> {
        let answer = match self.inner.transport.send(request).await {
            Ok(answer) => answer,
            Err(error) => return Err(unanswered(call.operation, &error, asked, &secrets)),
        };
        let (graph, call, large) = (self.clone(), call.clone(), answer.body().len() > LARGE);
        let operation = call.operation;
        let judged = apart(large, move || graph.judge(&call, answer, asked, secrets)).await;
        judged.unwrap_or_else(|| Err((GraphProblem::malformed(operation, ServerDetails::default()), None)))
    }

    /// The request, and what in it nobody else is to see.
    async fn request(&self, call: &Call, id: &str) -> Result<(http::Request<Bytes>, Secrets), GraphProblem> {
        let operation = call.operation;
        let scopes: Vec<&str> = self.inner.scopes.iter().map(String::as_str).collect();
        let server = |message: String| ServerDetails { message, ..ServerDetails::default() };
        let token = self.inner.credential.get_token(&scopes, None).await;
        let token = token.map_err(|error| without_token(operation, &error))?;
        let secrets = Secrets::new([token.token.secret().to_owned()]);
        let mut bearer = HeaderValue::try_from(format!("Bearer {}", token.token.secret())).map_err(|_| {
            GraphProblem::new(
                operation,
                GraphProblemKind::NotSignedIn,
                Changed::No,
                server("not a token".to_owned()),
            )
        })?;
        bearer.set_sensitive(true);
        let uri = match &call.target {
            Target::Path(path) => format!("{}{path}", self.inner.endpoint.root()),
            Target::Link(link) => link.clone(),
        };
        let body = call.body.as_ref().map(|body| Bytes::from(body.to_string()));
        let mut request = http::Request::builder()
            .method(operation.method())
            .uri(uri)
            .header(ACCEPT, "application/json")
            .header(AUTHORIZATION, bearer)
            .header("client-request-id", id);
        if body.is_some() {
            request = request.header(CONTENT_TYPE, "application/json");
        }
        if call.eventual {
            request = request.header("consistencylevel", "eventual");
        }
        let request = request.body(body.unwrap_or_default());
        let request = request.map_err(|_| GraphProblem::bad_input(operation, "address"))?;
        Ok((request, secrets))
    }

    fn judge(
        &self,
        call: &Call,
        answer: http::Response<Bytes>,
        asked: ServerDetails,
        secrets: Secrets,
    ) -> Result<Answer, (GraphProblem, Option<Failure>)> {
        let operation = call.operation;
        let (parts, body) = answer.into_parts();
        let status = parts.status.as_u16();
        self.inner.limits.answered(&parts.headers);
        let server = ServerDetails {
            status,
            request_id: header(&parts.headers, "request-id").and_then(evidence::id),
            date: header(&parts.headers, DATE.as_str()).and_then(evidence::moment),
            // A token that is refused while the clocks disagree: the clock explains it.
            obstacle: parts.extensions.get().filter(|_| status == 401).copied(),
            ..asked
        };
        tracing::debug!(?operation, status, request_id = server.request_id, "Graph answered");
        if body.len() > LARGEST_ANSWER {
            return Err(unanswered(operation, &TransportError::TooLarge, server, &secrets));
        }
        // The one place where an answer comes in; an item of a batch comes in with it.
        let body = secrets.strike_json(body);
        if parts.status.is_success() {
            return Ok(Answer { operation, path: call.target.path().to_owned(), body, server, secrets });
        }
        let wait = header(&parts.headers, RETRY_AFTER.as_str())
            .and_then(|value| retry_after(value, self.clock().now()));
        let body = serde_json::from_slice(&body).unwrap_or(Value::Null);
        let lines = parts.headers.get_all(WWW_AUTHENTICATE).iter().filter_map(|line| line.to_str().ok());
        let problem =
            GraphProblem::answered(operation, &body, server, wait, challenge::claims(lines, &secrets));
        Err((problem, Some(Failure::Answered { status, retry_after: wait })))
    }
}

impl Inner {
    fn again(&self) -> Self {
        Self {
            transport: Arc::clone(&self.transport),
            credential: Arc::clone(&self.credential),
            endpoint: self.endpoint.clone(),
            scopes: self.scopes.clone(),
            clock: Arc::clone(&self.clock),
            retry_policy: self.retry_policy,
            limits: Arc::clone(&self.limits),
        }
    }
}

pub(crate) fn cancelled(operation: Operation) -> GraphProblem {
    GraphProblem::new(operation, GraphProblemKind::Cancelled, Changed::No, ServerDetails::default())
}

/// No token: the person must sign in again, unless the Internet was not there to renew it. Then the credential's error
/// was caused by an [`Unanswered`], and the request is one that was never sent.
fn without_token(operation: Operation, error: &azure_core::Error) -> GraphProblem {
    let mut message = error.to_string();
    let mut server = ServerDetails::default();
    let mut kind = GraphProblemKind::NotSignedIn;
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(error) = cause {
        let words = error.to_string();
        if !message.contains(&words) {
            message = format!("{message}: {words}");
        }
        if let Some(unanswered) = error.downcast_ref::<Unanswered>() {
            kind = GraphProblemKind::Unreachable;
            server.obstacle = unanswered.obstacle;
        }
        cause = error.source();
    }
    let message = evidence::words(&message);
    GraphProblem::new(operation, kind, Changed::No, ServerDetails { message, ..server })
}

fn unanswered(
    operation: Operation,
    error: &TransportError,
    asked: ServerDetails,
    secrets: &Secrets,
) -> (GraphProblem, Option<Failure>) {
    let write = operation.effect() == Effect::Write;
    let (kind, failure) = match error {
        TransportError::NotSent { .. } => (GraphProblemKind::Unreachable, Some(Failure::NotSent)),
        TransportError::Lost { .. } if write => (GraphProblemKind::AnswerLost, Some(Failure::Lost)),
        TransportError::Lost { .. } => (GraphProblemKind::Unreachable, Some(Failure::Lost)),
        TransportError::TooLarge => (GraphProblemKind::TooLarge, None),
    };
    let sent = !matches!(error, TransportError::NotSent { .. });
    let changed = if write && sent { Changed::Unknown } else { Changed::No };
    let message = evidence::words(&secrets.strike(&error.to_string()));
    let server = ServerDetails { message, obstacle: error.obstacle(), ..asked };
    (GraphProblem::new(operation, kind, changed, server), failure)
}

fn header<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

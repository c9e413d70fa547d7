//! Several reads in one round trip (Microsoft Graph: JSON batching).

use std::collections::HashMap;
use std::future::poll_fn;
use std::task::Poll;
use std::time::Duration;

use evidence::Secrets;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};
use tokio_util::sync::CancellationToken;

use crate::answer::Answer;
use crate::challenge;
use crate::client::{Call, Graph, Target};
use crate::operations::{Effect, Operation};
use crate::problem::{GraphProblem, GraphProblemKind, ServerDetails};
use crate::retry::{Failure, retry_after};

/// The most requests of one batch (Microsoft Graph: JSON batching, limitations).
pub(crate) const MOST_IN_A_BATCH: usize = 20;

/// The answer to one item: its body, or what went wrong with it alone.
pub(crate) type Item = Result<Box<RawValue>, GraphProblem>;

#[derive(Deserialize)]
struct Responses {
    responses: Vec<Response>,
}

#[derive(Deserialize)]
struct Response {
    id: String,
    status: u16,
    #[serde(default)]
    headers: Map<String, Value>,
    /// Read by whoever knows what it is: a tree of a page of megabytes is gigabytes.
    #[serde(default)]
    body: Option<Box<RawValue>>,
}

impl Response {
    fn header(&self, name: &str) -> Option<String> {
        let (_, value) = self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name))?;
        Some(value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned))
    }

    /// What it wants to be proved. A header with several lines is a list here.
    fn claims(&self, secrets: &Secrets) -> Option<String> {
        let header = self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case("www-authenticate"));
        let lines = match header?.1 {
            Value::Array(lines) => lines.as_slice(),
            line
            @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_)) => {
                std::slice::from_ref(line)
            }
        };
        challenge::claims(lines.iter().filter_map(Value::as_str), secrets)
    }
}

impl Graph {
    /// Asks everything at once: in as many batches as needed, side by side, so that the sequential depth is one.
    /// The answers come in the order of the questions. `Err` only when every batch failed as a whole.
    pub(crate) async fn batch(
        &self,
        calls: Vec<Call>,
        cancel: &CancellationToken,
    ) -> Result<Vec<Item>, GraphProblem> {
        let chunks = calls.chunks(MOST_IN_A_BATCH);
        let answers = all(chunks.clone().map(|chunk| self.one_batch(chunk, cancel))).await;
        let mut failure = None;
        let mut items = Vec::with_capacity(calls.len());
        for (chunk, answer) in chunks.zip(answers) {
            match answer {
                Ok(answer) => items.extend(answer),
                Err(problem) => {
                    items.extend(chunk.iter().map(|_| Err(problem.clone())));
                    failure.get_or_insert(problem);
                }
            }
        }
        // The token is not enough for part of the question. Asked again after a new sign-in the answer is whole, so
        // what is there now is not passed off as all there is.
        let problems = || items.iter().filter_map(|item| item.as_ref().err());
        if let Some(problem) =
            problems().find(|problem| matches!(problem.kind, GraphProblemKind::StepUpRequired { .. }))
        {
            return Err(problem.clone());
        }
        match failure {
            Some(problem) if items.iter().all(Result::is_err) => Err(problem),
            _ => Ok(items),
        }
    }

    /// At most 20 reads. Items that were throttled or met a passing fault are asked again in a smaller batch.
    async fn one_batch(&self, calls: &[Call], cancel: &CancellationToken) -> Result<Vec<Item>, GraphProblem> {
        let began = self.clock().passed();
        let mut items: Vec<Option<Item>> = calls.iter().map(|_| None).collect();
        let mut open: Vec<usize> = (0..calls.len()).collect();
        let mut attempt = 0;
        while !open.is_empty() {
            attempt += 1;
            let mut again: Vec<usize> = Vec::new();
            let mut longest = Duration::ZERO;
            for (index, (item, failure)) in self.send_batch(calls, &open, cancel).await? {
                let elapsed = self.clock().passed().saturating_sub(began);
                let jitter = self.clock().jitter();
                let wait = failure.and_then(|failure| {
                    self.retry_policy().next_wait(Effect::Read, failure, attempt, elapsed, jitter)
                });
                if let Some(wait) = wait {
                    longest = longest.max(wait);
                    again.push(index);
                }
                items[index] = Some(item);
            }
            if !again.is_empty() {
                self.wait(Operation::Batch, longest, cancel).await?;
            }
            open = again;
        }
        Ok(items.into_iter().flatten().collect())
    }

    async fn send_batch(
        &self,
        calls: &[Call],
        open: &[usize],
        cancel: &CancellationToken,
    ) -> Result<Vec<(usize, (Item, Option<Failure>))>, GraphProblem> {
        let requests: Vec<Value> = open
            .iter()
            .filter_map(|&index| match &calls[index].target {
                Target::Path(url) => Some(json!({
                    "id": index.to_string(),
                    "method": calls[index].operation.method().as_str(),
                    "url": url,
                })),
                Target::Link(_) => None,
            })
            .collect();
        let call = Call::new(Operation::Batch, &[])?.body(json!({ "requests": requests }));
        let answer = self.send(&call, cancel).await?;
        let Responses { responses } = answer.read_apart(Answer::read, cancel).await?;
        let mut by_id: HashMap<String, Response> = HashMap::new();
        for response in responses {
            if by_id.contains_key(&response.id) {
                return Err(answer.malformed("two answers to one item of a batch"));
            }
            by_id.insert(response.id.clone(), response);
        }
        Ok(open
            .iter()
            .map(|&index| {
                let response = by_id.remove(&index.to_string());
                (index, self.judge_item(&answer, calls[index].operation, response))
            })
            .collect())
    }

    fn judge_item(
        &self,
        answer: &Answer,
        operation: Operation,
        response: Option<Response>,
    ) -> (Item, Option<Failure>) {
        // An item that is not answered is not an empty answer.
        let Some(response) = response else {
            let server = ServerDetails {
                message: "an item of a batch without answer".to_owned(),
                ..answer.server.clone()
            };
            return (Err(GraphProblem::malformed(operation, server)), None);
        };
        if (200..300).contains(&response.status) {
            return (Ok(response.body.unwrap_or_default()), None);
        }
        let wait = response.header("retry-after").and_then(|value| retry_after(&value, self.clock().now()));
        let server = ServerDetails {
            status: response.status,
            request_id: response
                .header("request-id")
                .and_then(|id| evidence::id(&id))
                .or_else(|| answer.server.request_id.clone()),
            ..answer.server.clone()
        };
        let claims = response.claims(&answer.secrets);
        let body = response.body.as_deref().map(RawValue::get).unwrap_or_default();
        let body = serde_json::from_str(body).unwrap_or(Value::Null);
        let problem = GraphProblem::answered(operation, &body, server, wait, claims);
        (Err(problem), Some(Failure::Answered { status: response.status, retry_after: wait }))
    }
}

/// Runs all futures side by side in this task; the answers come in their order.
pub(crate) async fn all<F: Future>(futures: impl Iterator<Item = F>) -> Vec<F::Output> {
    let mut running: Vec<_> = futures.map(|future| (Box::pin(future), None)).collect();
    poll_fn(|context| {
        let mut pending = false;
        for (future, output) in running.iter_mut().filter(|(_, output)| output.is_none()) {
            match future.as_mut().poll(context) {
                Poll::Ready(value) => *output = Some(value),
                Poll::Pending => pending = true,
            }
        }
        if pending { Poll::Pending } else { Poll::Ready(()) }
    })
    .await;
    running.into_iter().filter_map(|(_, output)| output).collect()
}

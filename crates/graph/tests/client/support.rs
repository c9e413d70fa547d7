//! A client, and the server it speaks to: one that follows a script.

use std::sync::Arc;
use std::time::Duration;

use graph::{Endpoint, Graph};
pub(crate) use scripted_graph::{
    Asked, Reply, Tokens, batch, error, found, no_content, ok, request_id, wait,
};
use scripted_graph::{JumpingClock, Script};
use tokio_util::sync::CancellationToken;

pub(crate) const GUEST: &str = "87d349ed-44d7-43e1-9a83-5f2406dee5bd";
pub(crate) const GROUP: &str = "45b7d2e7-b882-4a80-ba97-10b7a63b8fa4";

/// A client and the server it speaks to.
pub(crate) struct Story {
    pub(crate) graph: Graph,
    pub(crate) cancel: CancellationToken,
    script: Arc<Script>,
    clock: JumpingClock,
}

impl Story {
    pub(crate) fn new(replies: impl IntoIterator<Item = Reply>) -> Self {
        Self::with(Tokens::default(), replies)
    }

    /// The same, with a token of the story's own.
    pub(crate) fn with_token(token: &str, replies: impl IntoIterator<Item = Reply>) -> Self {
        Self::with(Tokens::always(token), replies)
    }

    fn with(tokens: Tokens, replies: impl IntoIterator<Item = Reply>) -> Self {
        let script = Arc::new(Script::new(replies));
        let clock = JumpingClock::default();
        let graph = Graph::new(script.clone(), Arc::new(tokens), Endpoint::global(), Arc::new(clock.clone()));
        Self { graph, cancel: CancellationToken::new(), script, clock }
    }

    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.script.asked()
    }

    pub(crate) fn sleeps(&self) -> Vec<Duration> {
        self.clock.sleeps()
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

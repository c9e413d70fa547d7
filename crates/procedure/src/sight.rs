//! Looking for what a change must bring about: how long, how often, and what a look that fails means.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use graph::{GraphProblem, GraphProblemKind};
use tokio_util::sync::CancellationToken;

use crate::execution::Execution;
use crate::outcome::{StepKind, StepState};
use crate::problem::{ErrorKind, Problem};

/// How long to wait before each look for something that must become visible, in seconds: about a minute in all. The
/// directory is replicated; Microsoft promises no time, and reports speak of seconds to a few minutes
/// (microsoft-graph-docs-contrib issue 15839). What takes longer is shown as "not yet visible".
pub(crate) const READ_BACK_DELAYS: [u64; 7] = [0, 1, 2, 4, 8, 15, 30];

/// Where an account is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whereabouts {
    /// Among the users.
    Live,
    /// Among the deleted users, from where it can come back.
    Deleted,
    /// Neither: never made, removed for good, or not shown yet.
    Nowhere,
}

impl Execution {
    /// Waits before a look. Cancelling ends the wait.
    pub(crate) async fn pause(&self, seconds: u64) -> Result<(), Problem> {
        self.may_go_on()?;
        if seconds == 0 {
            return Ok(());
        }
        tokio::select! {
            () = self.clock.sleep(Duration::from_secs(seconds)) => Ok(()),
            () = self.cancel.cancelled() => Err(ErrorKind::Cancelled.into()),
        }
    }

    /// Reads until something is seen, waiting before each time; none when nothing ever was. One that fails for a moment
    /// saw nothing; when the last one failed, that is the answer.
    pub(crate) async fn await_sight<T, F>(&self, see: impl Fn() -> F) -> Result<Option<T>, Problem>
    where
        F: Future<Output = Result<Option<T>, Problem>>,
    {
        let mut failed = None;
        for delay in READ_BACK_DELAYS {
            self.pause(delay).await?;
            match see().await {
                Ok(Some(found)) => return Ok(Some(found)),
                Ok(None) => failed = None,
                Err(problem) if problem.may_pass() => failed = Some(problem),
                Err(problem) => return Err(problem),
            }
        }
        failed.map_or(Ok(None), Err)
    }

    /// Whether the account can be read. A read: repeated freely, ended by cancelling.
    pub(crate) async fn is_live(&self, account: &str) -> Result<bool, Problem> {
        there(self.signed_in.graph.user(account, &self.cancel).await)
    }

    /// Waits until a deleted account is gone. Inviting or restoring while it can still be seen may bring that one back
    /// into the answer, or find its user name taken.
    pub(crate) async fn await_gone(&self, account: &str) -> Result<(), Problem> {
        self.show(StepKind::AwaitGone, StepState::Running);
        if self.is_seen_gone(account).await? {
            self.show(StepKind::AwaitGone, StepState::Done);
            return Ok(());
        }
        self.show(StepKind::AwaitGone, StepState::NotYetVisible);
        Err(ErrorKind::NotVisibleInTime.into())
    }

    /// Looks whether the account is gone. That it is among the deleted users, and no longer among the others, shows that;
    /// that it is found nowhere shows it only when it stays so: one "not found" may be a part of the directory that is
    /// behind, or a server that is mistaken.
    pub(crate) async fn is_seen_gone(&self, account: &str) -> Result<bool, Problem> {
        let nowhere = AtomicBool::new(false);
        let seen = self.await_sight(async || {
            nowhere.store(false, Ordering::Relaxed);
            if self.is_live(account).await? {
                return Ok(None);
            }
            let found = self.whereabouts(account).await?;
            nowhere.store(found == Whereabouts::Nowhere, Ordering::Relaxed);
            Ok((found == Whereabouts::Deleted).then_some(()))
        });
        Ok(seen.await?.is_some() || nowhere.load(Ordering::Relaxed))
    }

    /// Where the account is, once it is anywhere; none when it stays nowhere.
    pub(crate) async fn somewhere(&self, account: &str) -> Result<Option<Whereabouts>, Problem> {
        let somewhere = |found| (found != Whereabouts::Nowhere).then_some(found);
        self.await_sight(async || Ok(somewhere(self.whereabouts(account).await?))).await
    }

    /// Where the account is. Among the deleted users counts first: a part of the directory that is behind still shows a
    /// deleted account among the users.
    pub(crate) async fn whereabouts(&self, account: &str) -> Result<Whereabouts, Problem> {
        whereabouts(&self.signed_in.graph, account, &self.cancel).await
    }
}

/// Where the account is, where what is said of it is remembered: that it is nowhere is asked once more, for one "not found"
/// may be a mistake.
pub(crate) async fn whereabouts_for_good(
    graph: &graph::Graph,
    account: &str,
    cancel: &CancellationToken,
) -> Result<Whereabouts, Problem> {
    match whereabouts(graph, account, cancel).await? {
        Whereabouts::Nowhere => whereabouts(graph, account, cancel).await,
        found @ (Whereabouts::Live | Whereabouts::Deleted) => Ok(found),
    }
}

/// Where the account is. Among the deleted users counts first. That it is nowhere two questions say, by the id and of the
/// lists: a server that is mistaken in one of them for a minute must not have us believe that somebody is gone for good.
pub(crate) async fn whereabouts(
    graph: &graph::Graph,
    account: &str,
    cancel: &CancellationToken,
) -> Result<Whereabouts, Problem> {
    if there(graph.deleted_user(account, cancel).await)? {
        return Ok(Whereabouts::Deleted);
    }
    if there(graph.user(account, cancel).await)? {
        return Ok(Whereabouts::Live);
    }
    let listed = graph.listed_user_of_id(account, cancel).await?;
    if listed_there(listed.deleted)? {
        return Ok(Whereabouts::Deleted);
    }
    Ok(if listed_there(listed.live)? { Whereabouts::Live } else { Whereabouts::Nowhere })
}

/// A list that takes no such question says nothing, and the first answer stands alone.
fn listed_there(answer: Result<Option<graph::User>, GraphProblem>) -> Result<bool, Problem> {
    match answer {
        Ok(found) => Ok(found.is_some()),
        Err(problem) if matches!(problem.kind, GraphProblemKind::BadRequest { .. }) => {
            tracing::warn!(%problem, "the list of users cannot be asked for an id");
            Ok(false)
        }
        Err(problem) => Err(problem.into()),
    }
}

fn there<T>(answer: Result<T, GraphProblem>) -> Result<bool, Problem> {
    match answer {
        Ok(_) => Ok(true),
        Err(problem) if problem.kind == GraphProblemKind::NotFound => Ok(false),
        Err(problem) => Err(problem.into()),
    }
}

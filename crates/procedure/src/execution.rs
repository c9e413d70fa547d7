//! One change under way: its record, its progress, its cancel token. Knows nothing of who uses it.

use std::sync::Arc;
use std::time::Duration;

use clock::Clock;
use graph::{Acknowledged, Changed, GraphProblem, GraphProblemKind};
use guest::Address;
use jiff::Timestamp;
use journal::{
    Account, ChangeId, GuestReference, Journal, NewChange, Organisation, Payload, Step, Transition,
};
use serde::Serialize;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use crate::checkpoint::{Checkpoint, payload};
use crate::ending::Interruption;
use crate::examination::{Examination, Question, examine};
use crate::outcome::{StepKind, StepState};
use crate::plan_kind::{Origin, PlanKind};
use crate::problem::{ErrorKind, Problem};
use crate::progress::ProgressFeed;
use crate::signed_in::SignedIn;

/// How long to wait before each look for something that must become visible, in seconds: about a minute in all. The
/// directory is replicated; Microsoft promises no time, and reports speak of seconds to a few minutes
/// (microsoft-graph-docs-contrib issue 15839). What takes longer is shown as "not yet visible".
pub(crate) const READ_BACK_DELAYS: [u64; 7] = [0, 1, 2, 4, 8, 15, 30];

/// A change under way.
pub(crate) struct Execution {
    pub(crate) signed_in: Arc<SignedIn>,
    pub(crate) journal: Journal,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) feed: Arc<ProgressFeed>,
    pub(crate) cancel: CancellationToken,
    pub(crate) id: ChangeId,
    pub(crate) subject: Subject,
    pub(crate) reason: Option<String>,
}

/// What a change is about, as its record begins.
pub(crate) struct Subject {
    /// What it is for.
    pub(crate) kind: PlanKind,
    /// Which record it is written into.
    pub(crate) origin: Origin,
    /// Object id of the account; none for an address that has none yet.
    pub(crate) account: Option<String>,
    /// The guest's name.
    pub(crate) guest_name: String,
    /// The address they were found by.
    pub(crate) searched: Address,
    /// The group that is asked about.
    pub(crate) group: Option<String>,
    /// What is to be done, in the form the journal keeps.
    pub(crate) requests: Payload,
}

/// What became of one request.
pub(crate) enum RequestOutcome<T> {
    /// The server said yes.
    Acknowledged(T),
    /// The server said no, or the request never left: it changed nothing.
    Rejected(GraphProblem),
    /// Unknown whether it was carried out.
    Unknown(GraphProblem),
}

impl Execution {
    /// The first row of the record: what stood there, what is about to be asked. From here on the change exists.
    pub(crate) async fn intend(
        &self,
        from: &Checkpoint,
        before: &(impl Serialize + Sync),
    ) -> Result<(), Interruption> {
        if from.is_resumed() {
            return Ok(());
        }
        self.begin(payload(before)).await.map_err(Interruption::Unchanged)
    }

    async fn begin(&self, before: Payload) -> Result<(), Problem> {
        let account = &self.signed_in.account;
        let undoes = match self.subject.origin {
            Origin::Undoes(change) => Some(change),
            Origin::New | Origin::Continues(_) => None,
        };
        let head = NewChange {
            id: self.id,
            started: self.clock.now(),
            account: Account { user_id: account.user_id.clone(), display_name: account.display_name.clone() },
            organisation: Organisation { tenant_id: account.tenant_id.clone(), kind: account.kind },
            guest: GuestReference {
                user_id: self.subject.account.clone(),
                display_name: Some(self.subject.guest_name.clone()),
                address: self.subject.searched.as_str().to_owned(),
            },
            remedy: self.subject.kind.to_string(),
            undoes,
            batch: None,
            reason: self.reason.clone(),
        };
        self.journal.begin(head).await?;
        self.note(Transition::Intended { before, requests: self.subject.requests.clone() }).await?;
        Ok(())
    }

    /// An interrupted change that was put back, by us or by somebody else, is not gone on with any more. Written only
    /// when that is certain: until then its way on and its way back must stay open.
    pub(crate) async fn give_up_interrupted(&self) -> Result<(), Problem> {
        let Origin::Undoes(change) = self.subject.origin else { return Ok(()) };
        if self.journal.change(change).await?.open {
            let why = payload(&json!({ "why": "put-back", "by": self.id }));
            let transition = Transition::Abandoned { why };
            self.journal.append(change, Step { at: self.clock.now(), transition }).await?;
        }
        Ok(())
    }

    /// Writes a row, synced before it returns.
    pub(crate) async fn note(&self, transition: Transition) -> Result<(), Problem> {
        self.journal.append(self.id, Step { at: self.clock.now(), transition }).await?;
        Ok(())
    }

    /// Records that a request is about to leave, sends it, records what became of it. `keep` says what of the answer
    /// is needed later. A request is not cancelled once it left: that would only lose its answer.
    pub(crate) async fn send<T>(
        &self,
        name: &str,
        request: impl Future<Output = Result<Acknowledged<T>, GraphProblem>>,
        keep: impl FnOnce(&T) -> Value,
    ) -> Result<RequestOutcome<T>, Interruption> {
        self.note(Transition::Sent { step: name.to_owned() }).await.map_err(Interruption::Unchanged)?;
        let answer = request.await;
        let step = name.to_owned();
        let (sent, transition) = match answer {
            Ok(yes) => {
                let mut kept = keep(&yes.value);
                if let Value::Object(kept) = &mut kept {
                    kept.insert("requestId".to_owned(), json!(yes.request_id));
                }
                let answer = payload(&kept);
                (RequestOutcome::Acknowledged(yes.value), Transition::Acknowledged { step, answer })
            }
            Err(problem) if problem.changed == Changed::No => {
                let said = payload(&problem);
                (RequestOutcome::Rejected(problem), Transition::Refused { step, problem: said })
            }
            Err(problem) => {
                let why = payload(&problem);
                (RequestOutcome::Unknown(problem), Transition::Unknown { step, why })
            }
        };
        // The request is out: a journal that fails now must not be taken for "nothing happened".
        self.note(transition)
            .await
            .map_err(|problem| Interruption::Midway(Problem { changed: Changed::Unknown, ..problem }))?;
        Ok(sent)
    }

    /// Records that something whose answer was lost was seen to have been done.
    pub(crate) async fn found_done(&self, name: &str, answer: Value) -> Result<(), Interruption> {
        let answer = payload(&answer);
        self.note(Transition::Acknowledged { step: name.to_owned(), answer })
            .await
            .map_err(Interruption::Midway)
    }

    /// Waits before a look. Cancelling ends the wait.
    pub(crate) async fn pause(&self, seconds: u64) -> Result<(), Problem> {
        if self.cancel.is_cancelled() {
            return Err(ErrorKind::Cancelled.into());
        }
        if seconds == 0 {
            return Ok(());
        }
        tokio::select! {
            () = self.clock.sleep(Duration::from_secs(seconds)) => Ok(()),
            () = self.cancel.cancelled() => Err(ErrorKind::Cancelled.into()),
        }
    }

    /// The point between two steps at which the person may stop.
    pub(crate) fn may_go_on(&self) -> Result<(), Problem> {
        if self.cancel.is_cancelled() { Err(ErrorKind::Cancelled.into()) } else { Ok(()) }
    }

    /// Shows a step's state.
    pub(crate) fn show(&self, kind: StepKind, state: StepState) {
        self.feed.step(self.id.as_uuid(), kind, state, None);
    }

    /// Shows how many parts of a step are done, of how many.
    pub(crate) fn show_part(&self, kind: StepKind, state: StepState, parts: (usize, usize)) {
        self.feed.step(self.id.as_uuid(), kind, state, Some(parts));
    }

    /// When a request left whose answer is still not known; none when every such request was answered.
    pub(crate) async fn unanswered_since(&self, name: &str) -> Option<Timestamp> {
        let record = self.journal.change(self.id).await.ok()?;
        if !record.unanswered().contains(&name) {
            return None;
        }
        let sent = record
            .steps
            .iter()
            .rev()
            .find(|it| matches!(&it.step.transition, Transition::Sent { step } if step == name));
        sent.map(|recorded| recorded.step.at)
    }

    /// Whether the account can be read. A read: repeated freely, ended by cancelling.
    pub(crate) async fn is_live(&self, account: &str) -> Result<bool, Problem> {
        match self.signed_in.graph.user(account, &self.cancel).await {
            Ok(_) => Ok(true),
            Err(problem) if problem.kind == GraphProblemKind::NotFound => Ok(false),
            Err(problem) => Err(problem.into()),
        }
    }

    /// Waits until a deleted account is gone. Inviting or restoring while it can still be seen may bring that one back
    /// into the answer, or find its user name taken.
    pub(crate) async fn await_gone(&self, account: &str) -> Result<(), Interruption> {
        self.show(StepKind::AwaitGone, StepState::Running);
        for delay in READ_BACK_DELAYS {
            self.pause(delay).await.map_err(Interruption::Midway)?;
            if !self.is_live(account).await.map_err(Interruption::Midway)? {
                self.show(StepKind::AwaitGone, StepState::Done);
                return Ok(());
            }
        }
        self.show(StepKind::AwaitGone, StepState::NotYetVisible);
        Err(Interruption::Midway(Problem::unchanged(ErrorKind::NotVisibleInTime).after_changes()))
    }

    /// Looks at a guest afresh.
    pub(crate) async fn examine(&self, guest: &str) -> Result<Examination, Problem> {
        let question = Question {
            address: &self.subject.searched,
            chosen: Some(guest),
            group: self.subject.group.as_deref(),
        };
        examine(&self.signed_in, question, self.clock.now(), &CancellationToken::new()).await
    }
}

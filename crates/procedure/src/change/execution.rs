//! One change under way: its record, its progress, its cancel token.

use std::sync::Arc;
use std::time::Duration;

use clock::Clock;
use graph::{Acknowledged, Changed, GraphProblem};
use journal::{
    Account, ChangeId, ChangeRecord, GuestReference, Journal, NewChange, Organisation, Outcome as Recorded,
    Step, Transition,
};
use serde::Serialize;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use super::{Applied, ChangeResult, Interruption, Outcome, addresses, put_back, replace};
use crate::examination::{Examination, Question, examine};
use crate::plan::{Origin, Plan};
use crate::problem::{Category, ErrorKind, Problem};
use crate::progress::{ProgressFeed, StepKind, StepState};
use crate::record::{self, payload};
use crate::signed_in::SignedIn;
use crate::work::Work;

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
    pub(crate) plan: Plan,
    pub(crate) work: Work,
    pub(crate) reason: Option<String>,
    /// The record so far, when an interrupted change is gone on with.
    pub(crate) earlier: Option<ChangeRecord>,
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
    /// Carries the plan out, to whatever end.
    pub(crate) async fn carry_out(self) -> ChangeResult {
        let end = match self.work.clone() {
            work @ (Work::WriteOtherMails { .. } | Work::WriteMail { .. }) => {
                addresses::write(&self, &work).await
            }
            Work::Replace(replacement) => replace::replace(&self, &replacement).await,
            Work::PutBack { original, replacement } => {
                put_back::put_back(&self, &original, replacement.as_deref()).await
            }
        };
        match end {
            Ok(applied) => self.finish(applied).await,
            Err(interruption) => self.interrupt(interruption).await,
        }
    }

    /// The first row of the record: what stood there, what is about to be asked. From here on the change exists.
    pub(crate) async fn intend(&self, before: &(impl Serialize + Sync)) -> Result<(), Interruption> {
        if self.earlier.is_some() {
            return Ok(());
        }
        self.begin(payload(before)).await.map_err(Interruption::Unchanged)
    }

    async fn begin(&self, before: journal::Payload) -> Result<(), Problem> {
        let account = &self.signed_in.account;
        let undoes = match self.plan.origin {
            Origin::Undoes(change) => Some(change),
            Origin::New | Origin::Continues(_) => None,
        };
        let head = NewChange {
            id: self.id,
            started: self.clock.now(),
            account: Account { user_id: account.user_id.clone(), display_name: account.display_name.clone() },
            organisation: Organisation { tenant_id: account.tenant_id.clone(), kind: account.kind },
            guest: GuestReference {
                user_id: Some(self.work.guest().to_owned()),
                display_name: Some(self.plan.guest_name.clone()),
                address: self.plan.searched.as_str().to_owned(),
            },
            remedy: self.plan.kind.name().to_owned(),
            undoes,
            reason: self.reason.clone(),
        };
        self.journal.begin(head).await?;
        self.note(Transition::Intended { before, requests: payload(&self.work) }).await?;
        Ok(())
    }

    /// An interrupted change that was put back, by us or by somebody else, is not gone on with any more. Written only
    /// when that is certain: until then its way on and its way back must stay open.
    pub(crate) async fn give_up_interrupted(&self) -> Result<(), Problem> {
        let Origin::Undoes(change) = self.plan.origin else { return Ok(()) };
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
        self.feed.step(kind, state, None);
    }

    /// Looks at a guest afresh.
    pub(crate) async fn examine(&self, guest: &str) -> Result<Examination, Problem> {
        let question =
            Question { address: &self.plan.searched, chosen: Some(guest), group: self.plan.group.as_deref() };
        examine(&self.signed_in, question, self.clock.now(), &CancellationToken::new()).await
    }

    async fn finish(&self, applied: Applied) -> ChangeResult {
        self.show(StepKind::DiagnoseAgain, StepState::Running);
        let looked = self.examine(&applied.guest).await;
        let state = if looked.is_ok() { StepState::Done } else { StepState::Unknown };
        self.show(StepKind::DiagnoseAgain, state);
        let recorded = match (applied.seen, applied.left.is_empty()) {
            (false, _) => Recorded::NotYetVisible,
            (true, true) => Recorded::Done,
            (true, false) => Recorded::InPart,
        };
        let detail = (!applied.left.is_empty()).then(|| payload(&json!({ "left": left_names(&applied) })));
        let noted = match self.note(Transition::Finished { outcome: recorded, detail }).await {
            Ok(()) => self.give_up_interrupted().await,
            failed => failed,
        };
        let (look, failed) = match looked {
            Ok(look) => (Some(look), None),
            Err(problem) => (None, Some(problem)),
        };
        let problem = noted.err().or(failed).map(Problem::after_changes);
        let outcome = if applied.seen { Outcome::Done } else { Outcome::NotYetVisible };
        let ended = ChangeResult {
            outcome,
            changes: applied.changes,
            left: applied.left,
            look,
            problem,
            ..Self::nothing()
        };
        self.with_ways(ended).await
    }

    async fn interrupt(&self, interruption: Interruption) -> ChangeResult {
        let (problem, transition, outcome) = match interruption {
            Interruption::Unchanged(problem) => {
                let (outcome, transition) = unchanged(&problem);
                (problem, Some(transition), outcome)
            }
            Interruption::Void(problem) => {
                let why = payload(&json!({ "why": "changed-since" }));
                (problem, Some(Transition::Abandoned { why }), Outcome::Refused)
            }
            Interruption::Midway(problem) => {
                let unknown =
                    problem.changed == Changed::Unknown && problem.category() != Category::Cancelled;
                (problem, None, if unknown { Outcome::Unknown } else { Outcome::Interrupted })
            }
        };
        // A change that never began has no record to end; then this finds nothing to write to, which is right.
        if let Some(transition) = transition
            && self.journal.change(self.id).await.is_ok_and(|record| record.open)
            && let Err(problem) = self.note(transition).await
        {
            tracing::error!(?problem, "the end of a change could not be recorded");
        }
        self.feed.stop_running(problem.category() == Category::Refused);
        let ended = ChangeResult { outcome, problem: Some(problem), ..Self::nothing() };
        self.with_ways(ended).await
    }

    fn nothing() -> ChangeResult {
        ChangeResult {
            outcome: Outcome::Done,
            changes: Vec::new(),
            left: Vec::new(),
            look: None,
            problem: None,
            can_undo: false,
            can_continue: false,
            can_put_back: false,
        }
    }

    /// Which ways there are now, by the record.
    async fn with_ways(&self, ended: ChangeResult) -> ChangeResult {
        let Ok(record) = self.journal.change(self.id).await else { return ended };
        ChangeResult {
            can_undo: record::can_undo(&record),
            can_continue: record::can_continue(&record),
            can_put_back: record::can_put_back(&record),
            ..ended
        }
    }
}

/// How a change that changed nothing ended, and what the record says of it.
fn unchanged(problem: &Problem) -> (Outcome, Transition) {
    let why = |why: &str| Transition::Abandoned { why: payload(&json!({ "why": why })) };
    match problem.category() {
        Category::Cancelled => (Outcome::Cancelled, why("cancelled")),
        Category::Refused | Category::Conflict | Category::BadInput => {
            (Outcome::Refused, Transition::Finished { outcome: Recorded::Refused, detail: None })
        }
        Category::Unreachable | Category::Throttled | Category::NotSignedIn | Category::Internal => {
            (Outcome::Failed, why("failed"))
        }
    }
}

fn left_names(applied: &Applied) -> Vec<String> {
    use super::Unrestored;
    applied
        .left
        .iter()
        .map(|left| match left {
            Unrestored::Group(name) => format!("group: {name}"),
            Unrestored::App(name) => format!("app: {name}"),
            Unrestored::Sponsor => "sponsor".to_owned(),
            Unrestored::Profile => "profile".to_owned(),
            Unrestored::ProxyNotAdded => "proxyAddresses".to_owned(),
        })
        .collect()
}

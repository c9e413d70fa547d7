//! One change under way: its record, its progress, its cancel token.

use std::sync::Arc;
use std::time::Duration;

use graph::{Acknowledged, Changed, GraphProblem, Timing};
use journal::{
    Account, ChangeId, ChangeRecord, GuestReference, Journal, NewChange, Organisation, Outcome as Recorded,
    Step, Transition,
};
use serde::Serialize;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use super::{Come, Ended, Halt, Outcome, addresses, put_back, replace};
use crate::look::{Look, Question, look};
use crate::plan::{Origin, Plan};
use crate::problem::{Family, Problem, What};
use crate::record::{self, payload};
use crate::seat::Seat;
use crate::watch::{Board, StepKind, StepState};
use crate::work::Work;

/// How long to wait before each look for something that must become visible, in seconds: about a minute in all. The
/// directory is replicated; Microsoft promises no time, and reports speak of seconds to a few minutes
/// (microsoft-graph-docs-contrib issue 15839). What takes longer is shown as "not yet visible".
pub(crate) const LOOKS: [u64; 7] = [0, 1, 2, 4, 8, 15, 30];

/// A change under way.
pub(crate) struct Run {
    pub(crate) seat: Arc<Seat>,
    pub(crate) journal: Journal,
    pub(crate) timing: Arc<dyn Timing>,
    pub(crate) board: Arc<Board>,
    pub(crate) cancel: CancellationToken,
    pub(crate) id: ChangeId,
    pub(crate) plan: Plan,
    pub(crate) work: Work,
    pub(crate) reason: Option<String>,
    /// The record so far, when an interrupted change is gone on with.
    pub(crate) earlier: Option<ChangeRecord>,
}

/// What became of one request.
pub(crate) enum Sent<T> {
    /// The server said yes.
    Done(T),
    /// The server said no, or the request never left: it changed nothing.
    Refused(GraphProblem),
    /// Unknown whether it was carried out.
    Lost(GraphProblem),
}

impl Run {
    /// Carries the plan out, to whatever end.
    pub(crate) async fn carry_out(self) -> Ended {
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
            Ok(come) => self.finish(come).await,
            Err(halt) => self.halt(halt).await,
        }
    }

    /// The first row of the record: what stood there, what is about to be asked. From here on the change exists.
    pub(crate) async fn intend(&self, before: &(impl Serialize + Sync)) -> Result<(), Halt> {
        if self.earlier.is_some() {
            return Ok(());
        }
        self.begin(payload(before)).await.map_err(Halt::Unchanged)
    }

    async fn begin(&self, before: journal::Payload) -> Result<(), Problem> {
        let account = &self.seat.account;
        let undoes = match self.plan.origin {
            Origin::Undoes(change) => Some(change),
            Origin::New | Origin::Continues(_) => None,
        };
        let head = NewChange {
            id: self.id,
            started: self.timing.now(),
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
            batch: None,
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
            self.journal.append(change, Step { at: self.timing.now(), transition }).await?;
        }
        Ok(())
    }

    /// Writes a row, synced before it returns.
    pub(crate) async fn note(&self, transition: Transition) -> Result<(), Problem> {
        self.journal.append(self.id, Step { at: self.timing.now(), transition }).await?;
        Ok(())
    }

    /// Records that a request is about to leave, sends it, records what became of it. `keep` says what of the answer
    /// is needed later. A request is not cancelled once it left: that would only lose its answer.
    pub(crate) async fn send<T>(
        &self,
        name: &str,
        request: impl Future<Output = Result<Acknowledged<T>, GraphProblem>>,
        keep: impl FnOnce(&T) -> Value,
    ) -> Result<Sent<T>, Halt> {
        self.note(Transition::Sent { step: name.to_owned() }).await.map_err(Halt::Unchanged)?;
        let answer = request.await;
        let step = name.to_owned();
        let (sent, transition) = match answer {
            Ok(yes) => {
                let mut kept = keep(&yes.value);
                if let Value::Object(kept) = &mut kept {
                    kept.insert("requestId".to_owned(), json!(yes.request_id));
                }
                let answer = payload(&kept);
                (Sent::Done(yes.value), Transition::Acknowledged { step, answer })
            }
            Err(problem) if problem.changed == Changed::No => {
                let said = payload(&problem);
                (Sent::Refused(problem), Transition::Refused { step, problem: said })
            }
            Err(problem) => {
                let why = payload(&problem);
                (Sent::Lost(problem), Transition::Unknown { step, why })
            }
        };
        // The request is out: a journal that fails now must not be taken for "nothing happened".
        self.note(transition)
            .await
            .map_err(|problem| Halt::Midway(Problem { changed: Changed::Unknown, ..problem }))?;
        Ok(sent)
    }

    /// Records that something whose answer was lost was seen to have been done.
    pub(crate) async fn found_done(&self, name: &str, answer: Value) -> Result<(), Halt> {
        let answer = payload(&answer);
        self.note(Transition::Acknowledged { step: name.to_owned(), answer }).await.map_err(Halt::Midway)
    }

    /// Waits before a look. Cancelling ends the wait.
    pub(crate) async fn pause(&self, seconds: u64) -> Result<(), Problem> {
        if self.cancel.is_cancelled() {
            return Err(What::Cancelled.into());
        }
        if seconds == 0 {
            return Ok(());
        }
        tokio::select! {
            () = self.timing.sleep(Duration::from_secs(seconds)) => Ok(()),
            () = self.cancel.cancelled() => Err(What::Cancelled.into()),
        }
    }

    /// The point between two steps at which the person may stop.
    pub(crate) fn may_go_on(&self) -> Result<(), Problem> {
        if self.cancel.is_cancelled() { Err(What::Cancelled.into()) } else { Ok(()) }
    }

    /// Shows a step's state.
    pub(crate) fn show(&self, kind: StepKind, state: StepState) {
        self.board.step(kind, state, None);
    }

    /// Looks at a guest afresh.
    pub(crate) async fn look(&self, guest: &str) -> Result<Look, Problem> {
        let question =
            Question { address: &self.plan.searched, chosen: Some(guest), group: self.plan.group.as_deref() };
        look(&self.seat, question, self.timing.now(), &CancellationToken::new()).await
    }

    async fn finish(&self, come: Come) -> Ended {
        self.show(StepKind::DiagnoseAgain, StepState::Running);
        let looked = self.look(&come.guest).await;
        let state = if looked.is_ok() { StepState::Done } else { StepState::Unknown };
        self.show(StepKind::DiagnoseAgain, state);
        let recorded = match (come.seen, come.left.is_empty()) {
            (false, _) => Recorded::NotYetVisible,
            (true, true) => Recorded::Done,
            (true, false) => Recorded::InPart,
        };
        let detail = (!come.left.is_empty()).then(|| payload(&json!({ "left": left_names(&come) })));
        let noted = match self.note(Transition::Finished { outcome: recorded, detail }).await {
            Ok(()) => self.give_up_interrupted().await,
            failed => failed,
        };
        let (look, failed) = match looked {
            Ok(look) => (Some(look), None),
            Err(problem) => (None, Some(problem)),
        };
        let problem = noted.err().or(failed).map(Problem::after_changes);
        let outcome = if come.seen { Outcome::Done } else { Outcome::NotYetVisible };
        let ended =
            Ended { outcome, changes: come.changes, left: come.left, look, problem, ..Self::nothing() };
        self.with_ways(ended).await
    }

    async fn halt(&self, halt: Halt) -> Ended {
        let (problem, transition, outcome) = match halt {
            Halt::Unchanged(problem) => {
                let (outcome, transition) = unchanged(&problem);
                (problem, Some(transition), outcome)
            }
            Halt::Void(problem) => {
                let why = payload(&json!({ "why": "changed-since" }));
                (problem, Some(Transition::Abandoned { why }), Outcome::Refused)
            }
            Halt::Midway(problem) => {
                let unknown = problem.changed == Changed::Unknown && problem.family() != Family::Cancelled;
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
        self.board.stop_running(problem.family() == Family::Refused);
        let ended = Ended { outcome, problem: Some(problem), ..Self::nothing() };
        self.with_ways(ended).await
    }

    fn nothing() -> Ended {
        Ended {
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
    async fn with_ways(&self, ended: Ended) -> Ended {
        let Ok(record) = self.journal.change(self.id).await else { return ended };
        Ended {
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
    match problem.family() {
        Family::Cancelled => (Outcome::Cancelled, why("cancelled")),
        Family::Refused | Family::Conflict | Family::BadInput => {
            (Outcome::Refused, Transition::Finished { outcome: Recorded::Refused, detail: None })
        }
        Family::Unreachable | Family::Throttled | Family::NotSignedIn | Family::Internal => {
            (Outcome::Failed, why("failed"))
        }
    }
}

fn left_names(come: &Come) -> Vec<String> {
    use super::Left;
    come.left
        .iter()
        .map(|left| match left {
            Left::Group(name) => format!("group: {name}"),
            Left::App(name) => format!("app: {name}"),
            Left::Sponsor => "sponsor".to_owned(),
            Left::Profile => "profile".to_owned(),
            Left::ProxyNotAdded => "proxyAddresses".to_owned(),
        })
        .collect()
}

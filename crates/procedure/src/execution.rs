//! One change under way: its record, its progress, its cancel token. Knows nothing of who uses it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use clock::Clock;
use graph::{Acknowledged, Changed, GraphProblem};
use guest::Address;
use jiff::Timestamp;
use journal::{
    Account, BatchId, ChangeId, GuestReference, Journal, NewChange, Organisation, Payload, Step, Transition,
};
use serde::Serialize;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use crate::checkpoint::{Checkpoint, payload};
use crate::effects::{Effects, not_done};
use crate::ending::Interruption;
use crate::examination::{Examination, Question, examine};
use crate::outcome::{StepKind, StepState};
use crate::plan_kind::{Origin, PlanKind};
use crate::problem::{ErrorKind, Problem};
use crate::progress::ProgressFeed;
use crate::redeem_link::RedeemLink;
use crate::signed_in::SignedIn;

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
    /// The batch it is part of; none for a change that was confirmed by itself.
    pub(crate) batch: Option<BatchId>,
    /// What it has done so far, its earlier runs included.
    pub(crate) effects: Mutex<Effects>,
    /// The link of the invitation that this run sent. In memory, and nowhere else.
    pub(crate) link: Mutex<Option<String>>,
}

/// What a change is about, as its record begins.
pub(crate) struct Subject {
    /// What it is for.
    pub(crate) kind: PlanKind,
    /// Which record it is written into.
    pub(crate) origin: Origin,
    /// The change that it takes back, be it begun now or gone on with.
    pub(crate) takes_back: Option<ChangeId>,
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
        Ok(self.begin(payload(before)).await?)
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
            batch: self.batch,
            reason: self.reason.clone(),
        };
        self.journal.begin(head).await?;
        self.note(Transition::Intended { before, requests: self.subject.requests.clone() }).await?;
        Ok(())
    }

    /// An interrupted change that was put back, by us or by somebody else, is not gone on with any more. Written only
    /// when that is certain: until then its way on and its way back must stay open.
    pub(crate) async fn give_up_interrupted(&self) -> Result<(), Problem> {
        let Some(change) = self.subject.takes_back else { return Ok(()) };
        // Its own rows say so as well, for whoever reads them; that it is closed follows from the way back's end already.
        if !self.journal.change(change).await?.transitions().any(Transition::ends) {
            let why = payload(&json!({ "why": "put-back", "by": self.id }));
            let transition = Transition::Abandoned { why };
            self.journal.append(change, Step { at: self.clock.now(), transition }).await?;
        }
        Ok(())
    }

    /// Writes a row, synced before it returns.
    pub(crate) async fn note(&self, transition: Transition) -> Result<(), Problem> {
        let step = Step { at: self.clock.now(), transition };
        self.journal.append(self.id, step.clone()).await?;
        self.effects().note(step.at, &step.transition);
        Ok(())
    }

    fn effects(&self) -> MutexGuard<'_, Effects> {
        self.effects.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether it has changed anything so far, its earlier runs included.
    pub(crate) fn changed(&self) -> Changed {
        self.effects().changed()
    }

    /// When requests of this name left of which nobody knows whether they were carried out.
    pub(crate) fn doubts(&self, name: &str) -> Vec<Timestamp> {
        self.effects().doubts(name).to_vec()
    }

    /// Records that a request is about to leave, sends it, records what became of it. `keep` says what of the answer
    /// is needed later. A request is not cancelled once it left: that would only lose its answer. A journal that fails
    /// after it leaves the row "sent": nobody knows, then, whether it was carried out.
    pub(crate) async fn send<T>(
        &self,
        name: &str,
        request: impl Future<Output = Result<Acknowledged<T>, GraphProblem>>,
        keep: impl FnOnce(&T) -> Value,
    ) -> Result<RequestOutcome<T>, Interruption> {
        self.note(Transition::Sent { step: name.to_owned() }).await?;
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
        self.note(transition).await?;
        Ok(sent)
    }

    /// Records that something whose answer was lost was seen to have been done.
    pub(crate) async fn found_done(&self, name: &str, answer: Value) -> Result<(), Problem> {
        let answer = payload(&answer);
        self.note(Transition::Acknowledged { step: name.to_owned(), answer }).await
    }

    /// Records that something whose answer was lost, or was mistaken for ours, was seen not to have been done.
    pub(crate) async fn found_not_done(&self, name: &str) -> Result<(), Problem> {
        self.note(Transition::Refused { step: name.to_owned(), problem: not_done() }).await
    }

    /// Keeps the link of an invitation for the result.
    pub(crate) fn keep_link(&self, link: Option<String>) {
        *self.link.lock().unwrap_or_else(PoisonError::into_inner) = link;
    }

    /// The link of the invitation that was sent, where this run was given it.
    pub(crate) fn redeem_link(&self) -> RedeemLink {
        let link = self.link.lock().unwrap_or_else(PoisonError::into_inner).clone();
        link.map_or(RedeemLink::NotKnown, RedeemLink::Known)
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

    /// Looks at a guest afresh.
    pub(crate) async fn examine(&self, guest: &str) -> Result<Examination, Problem> {
        self.examine_address(Some(guest)).await
    }

    /// The same; without a guest, whoever has the address.
    pub(crate) async fn examine_address(&self, guest: Option<&str>) -> Result<Examination, Problem> {
        let question =
            Question { address: &self.subject.searched, chosen: guest, group: self.subject.group.as_deref() };
        examine(&self.signed_in, question, self.clock.now(), &CancellationToken::new()).await
    }
}

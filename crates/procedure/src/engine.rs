//! The desk: who is signed in, which plan is valid, what is under way. The only owner of the app's state.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use clock::Clock;
use guest::{Address, RemedyKind};
use journal::{ChangeFilter, ChangeId, ChangeRecord, Journal};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::change::Execution;
use crate::examination::{Examination, Question, examine};
use crate::history::HistoryEntry;
use crate::plan::{Origin, Plan, Plans, Selections, for_remedy, to_continue, to_put_back, to_undo};
use crate::problem::{ErrorKind, Problem};
use crate::progress::{Progress, ProgressFeed};
use crate::signed_in::{Account, Connection, SignedIn};

/// How many changes the history shows at most.
const HISTORY: usize = 200;

/// Where ids come from. Injected, so that a test can say what they are.
pub trait Ids: Send + Sync {
    /// A fresh one.
    fn next(&self) -> Uuid;
}

/// Random ids.
#[derive(Debug, Clone, Copy, Default)]
pub struct RandomIds;

impl Ids for RandomIds {
    fn next(&self) -> Uuid {
        Uuid::new_v4()
    }
}

/// What a preview is asked for.
#[derive(Debug, Clone)]
pub struct PreviewRequest {
    /// Object id of the guest.
    pub guest: String,
    /// The address he was found by.
    pub searched: String,
    /// Object id of the chosen group.
    pub group: Option<String>,
    /// Which remedy.
    pub remedy: RemedyKind,
    /// What was chosen so far.
    pub chosen: Selections,
}

#[derive(Default)]
struct State {
    signed_in: Option<Arc<SignedIn>>,
    plans: Plans,
    running: Option<(Uuid, CancellationToken)>,
    tickets: HashMap<String, CancellationToken>,
}

/// The desk. Cheap to clone; clones share everything.
#[derive(Clone)]
pub struct Engine {
    journal: Journal,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
    feed: Arc<ProgressFeed>,
    state: Arc<Mutex<State>>,
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine").finish_non_exhaustive()
    }
}

impl Engine {
    /// A desk nobody sits at.
    pub fn new(journal: Journal, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>) -> Self {
        Self { journal, clock, ids, feed: Arc::default(), state: Arc::default() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn signed_in(&self) -> Result<Arc<SignedIn>, Problem> {
        self.state().signed_in.clone().ok_or_else(|| ErrorKind::NotSignedIn.into())
    }

    /// Sits somebody down. Refused while a change is under way: it belongs to whoever began it.
    pub async fn sign_in(&self, connection: Connection) -> Result<Account, Problem> {
        self.nothing_running()?;
        let signed_in = SignedIn::read(connection, &CancellationToken::new()).await?;
        self.nothing_running()?;
        let account = signed_in.account.clone();
        self.feed.clear();
        *self.state() = State { signed_in: Some(Arc::new(signed_in)), ..State::default() };
        Ok(account)
    }

    /// Nobody sits here any more.
    pub fn sign_out(&self) -> Result<(), Problem> {
        self.nothing_running()?;
        self.feed.clear();
        *self.state() = State::default();
        Ok(())
    }

    /// Refused while a change is under way.
    pub fn nothing_running(&self) -> Result<(), Problem> {
        if self.state().running.is_some() { Err(ErrorKind::ChangeRunning.into()) } else { Ok(()) }
    }

    /// Who is signed in.
    #[must_use]
    pub fn account(&self) -> Option<Account> {
        self.state().signed_in.as_ref().map(|signed_in| signed_in.account.clone())
    }

    /// The groups one may choose from: Microsoft 365 groups and mail-enabled groups, by name.
    pub async fn groups(&self) -> Result<Vec<guest::Group>, Problem> {
        let signed_in = self.signed_in()?;
        let listed = signed_in.graph.list_groups(&CancellationToken::new()).await?;
        let mut groups: Vec<guest::Group> = listed.items.iter().map(crate::seen::group).collect();
        groups.sort_by_key(|group| group.display_name.value().map(|name| name.to_lowercase()));
        Ok(groups)
    }

    /// Finds a guest by whatever was typed or pasted, and diagnoses him.
    pub async fn find(
        &self,
        typed: &str,
        group: Option<&str>,
        chosen: Option<&str>,
        ticket: &str,
    ) -> Result<Examination, Problem> {
        let signed_in = self.signed_in()?;
        let address = address(typed)?;
        let question = Question { address: &address, chosen, group };
        let cancel = self.ticket(ticket);
        let looked = examine(&signed_in, question, self.clock.now(), &cancel).await;
        self.state().tickets.remove(ticket);
        looked
    }

    /// Makes a plan. Changes nothing; every earlier plan is void.
    pub async fn preview(&self, request: &PreviewRequest, ticket: &str) -> Result<Plan, Problem> {
        let signed_in = self.signed_in()?;
        self.state().plans.void();
        let address = address(&request.searched)?;
        let question =
            Question { address: &address, chosen: Some(&request.guest), group: request.group.as_deref() };
        let cancel = self.ticket(ticket);
        let made = async {
            let looked = examine(&signed_in, question, self.clock.now(), &cancel).await?;
            for_remedy(&signed_in, &looked, request.remedy, &request.chosen, &cancel).await
        }
        .await;
        self.state().tickets.remove(ticket);
        Ok(self.keep(made?))
    }

    /// Makes a plan that undoes a change.
    pub async fn preview_undo(&self, change: Uuid) -> Result<Plan, Problem> {
        self.preview_record(change, to_undo).await
    }

    /// Makes a plan that goes on with an interrupted change.
    pub async fn preview_continue(&self, change: Uuid) -> Result<Plan, Problem> {
        self.preview_record(change, to_continue).await
    }

    /// Makes a plan that puts the original account back.
    pub async fn preview_put_back(&self, change: Uuid) -> Result<Plan, Problem> {
        self.preview_record(change, to_put_back).await
    }

    async fn preview_record(
        &self,
        change: Uuid,
        plan: fn(&ChangeRecord) -> Result<Plan, Problem>,
    ) -> Result<Plan, Problem> {
        let signed_in = self.signed_in()?;
        self.state().plans.void();
        let record = self.journal.change(ChangeId::from(change)).await?;
        // A change belongs to its tenant, whoever is signed in where.
        if record.begun.organisation.tenant_id != signed_in.account.tenant_id {
            return Err(ErrorKind::CannotUndo.into());
        }
        let plan = plan(&record)?;
        if let Some(work) = &plan.work {
            signed_in.may(work.remedy())?;
        }
        Ok(self.keep(plan))
    }

    /// A plan that is complete gets its one-time id.
    fn keep(&self, mut plan: Plan) -> Plan {
        if plan.work.is_some() {
            let id = self.ids.next();
            plan.id = Some(id);
            self.state().plans.keep(id, self.clock.now(), plan.clone());
        }
        plan
    }

    /// Carries a plan out; the answer is the change's id, the rest is told by [`Engine::watch`].
    pub async fn confirm(
        &self,
        plan: Uuid,
        typed: Option<&str>,
        reason: Option<String>,
    ) -> Result<Uuid, Problem> {
        let signed_in = self.signed_in()?;
        let cancel = CancellationToken::new();
        let (plan, id) = {
            let mut state = self.state();
            if state.running.is_some() {
                return Err(ErrorKind::ChangeRunning.into());
            }
            let plan = state.plans.take(plan, self.clock.now(), typed)?;
            let id = match plan.origin {
                Origin::Continues(change) => change.as_uuid(),
                Origin::New | Origin::Undoes(_) => self.ids.next(),
            };
            state.running = Some((id, cancel.clone()));
            (plan, id)
        };
        let execution = self.execution(signed_in, plan, id, cancel, reason).await;
        match execution {
            Ok(execution) => {
                self.spawn(execution, id);
                Ok(id)
            }
            Err(problem) => {
                self.state().running = None;
                Err(problem)
            }
        }
    }

    async fn execution(
        &self,
        signed_in: Arc<SignedIn>,
        plan: Plan,
        id: Uuid,
        cancel: CancellationToken,
        reason: Option<String>,
    ) -> Result<Execution, Problem> {
        let earlier = match plan.origin {
            Origin::Continues(change) => Some(self.journal.change(change).await?),
            Origin::New | Origin::Undoes(_) => None,
        };
        let work = plan.work.clone().ok_or(ErrorKind::PlanStale)?;
        Ok(Execution {
            signed_in,
            journal: self.journal.clone(),
            clock: Arc::clone(&self.clock),
            feed: Arc::clone(&self.feed),
            cancel,
            id: ChangeId::from(id),
            plan,
            work,
            reason: reason.map(|reason| reason.trim().to_owned()).filter(|reason| !reason.is_empty()),
            earlier,
        })
    }

    fn spawn(&self, execution: Execution, id: Uuid) {
        self.feed.put(Progress::new(
            id,
            execution.plan.kind,
            execution.plan.guest_name.clone(),
            &execution.plan.steps,
        ));
        let (feed, state) = (Arc::clone(&self.feed), Arc::clone(&self.state));
        tokio::spawn(async move {
            // Dropped at the end even if the run panics, so that the desk is not blocked for ever.
            let busy = Free(state);
            let ended = execution.carry_out().await;
            drop(busy);
            feed.end(ended);
        });
    }

    /// Waits for news of the change under way: the sequence number to ask with next, and how it stands.
    pub async fn watch(&self, after: u32) -> (u32, Option<Progress>) {
        self.feed.after(after).await
    }

    /// Stops a question by its ticket, or a change by its id, between two of its steps.
    pub fn cancel(&self, ticket: &str) {
        let state = self.state();
        if let Some(token) = state.tickets.get(ticket) {
            token.cancel();
        }
        if let Some((id, token)) = &state.running
            && id.to_string() == ticket
        {
            token.cancel();
        }
    }

    fn ticket(&self, ticket: &str) -> CancellationToken {
        let token = CancellationToken::new();
        self.state().tickets.insert(ticket.to_owned(), token.clone());
        token
    }

    /// All recorded changes in this tenant, newest first.
    pub async fn history(&self) -> Result<Vec<HistoryEntry>, Problem> {
        let signed_in = self.signed_in()?;
        let running = self.state().running.as_ref().map(|(id, _)| *id);
        let filter = ChangeFilter { tenant: Some(signed_in.account.tenant_id.clone()), limit: HISTORY };
        let mut entries = Vec::new();
        for summary in self.journal.changes(filter).await? {
            let record = self.journal.change(summary.begun.id).await?;
            entries.push(HistoryEntry::of(&record, running == Some(summary.begun.id.as_uuid())));
        }
        Ok(entries)
    }

    /// How many changes of this tenant were begun and not finished.
    pub async fn unfinished(&self) -> Result<usize, Problem> {
        let Ok(signed_in) = self.signed_in() else { return Ok(0) };
        let running = self.state().running.as_ref().map(|(id, _)| *id);
        let open = self.journal.open_changes(&signed_in.account.tenant_id).await?;
        Ok(open.iter().filter(|record| Some(record.begun.id.as_uuid()) != running).count())
    }
}

/// Frees the desk for the next change.
struct Free(Arc<Mutex<State>>);

impl Drop for Free {
    fn drop(&mut self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).running = None;
    }
}

/// What was typed or pasted, as an address.
fn address(typed: &str) -> Result<Address, Problem> {
    Address::from_pasted(typed).map_err(|why| ErrorKind::Address { typed: typed.to_owned(), why }.into())
}

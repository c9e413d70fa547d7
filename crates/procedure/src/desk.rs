//! The desk: who is signed in, which plan is valid, what is under way. The only owner of the app's state.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use graph::Timing;
use guest::{Address, RemedyKind};
use journal::{ChangeFilter, ChangeId, ChangeRecord, Journal};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::change::Run;
use crate::history::Entry;
use crate::look::{Look, Question, look};
use crate::plan::{Chosen, Origin, Plan, Plans, for_remedy, to_continue, to_put_back, to_undo};
use crate::problem::{Problem, What};
use crate::seat::{Account, Connection, Seat};
use crate::watch::{Board, Progress};

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
pub struct Wish {
    /// Object id of the guest.
    pub guest: String,
    /// The address he was found by.
    pub searched: String,
    /// Object id of the chosen group.
    pub group: Option<String>,
    /// Which remedy.
    pub remedy: RemedyKind,
    /// What was chosen so far.
    pub chosen: Chosen,
}

#[derive(Default)]
struct State {
    seat: Option<Arc<Seat>>,
    plans: Plans,
    running: Option<(Uuid, CancellationToken)>,
    tickets: HashMap<String, CancellationToken>,
}

/// The desk. Cheap to clone; clones share everything.
#[derive(Clone)]
pub struct Desk {
    journal: Journal,
    timing: Arc<dyn Timing>,
    ids: Arc<dyn Ids>,
    board: Arc<Board>,
    state: Arc<Mutex<State>>,
}

impl fmt::Debug for Desk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Desk").finish_non_exhaustive()
    }
}

impl Desk {
    /// A desk nobody sits at.
    pub fn new(journal: Journal, timing: Arc<dyn Timing>, ids: Arc<dyn Ids>) -> Self {
        Self { journal, timing, ids, board: Arc::default(), state: Arc::default() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn seat(&self) -> Result<Arc<Seat>, Problem> {
        self.state().seat.clone().ok_or_else(|| What::NotSignedIn.into())
    }

    /// Sits somebody down. Refused while a change is under way: it belongs to whoever began it.
    pub async fn sign_in(&self, connection: Connection) -> Result<Account, Problem> {
        self.nothing_running()?;
        let seat = Seat::take(connection, &CancellationToken::new()).await?;
        self.nothing_running()?;
        let account = seat.account.clone();
        self.board.clear();
        *self.state() = State { seat: Some(Arc::new(seat)), ..State::default() };
        Ok(account)
    }

    /// Nobody sits here any more.
    pub fn sign_out(&self) -> Result<(), Problem> {
        self.nothing_running()?;
        self.board.clear();
        *self.state() = State::default();
        Ok(())
    }

    /// Refused while a change is under way.
    pub fn nothing_running(&self) -> Result<(), Problem> {
        if self.state().running.is_some() { Err(What::ChangeRunning.into()) } else { Ok(()) }
    }

    /// Who is signed in.
    #[must_use]
    pub fn account(&self) -> Option<Account> {
        self.state().seat.as_ref().map(|seat| seat.account.clone())
    }

    /// The groups one may choose from: Microsoft 365 groups and mail-enabled groups, by name.
    pub async fn groups(&self) -> Result<Vec<guest::Group>, Problem> {
        let seat = self.seat()?;
        let listed = seat.graph.list_groups(&CancellationToken::new()).await?;
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
    ) -> Result<Look, Problem> {
        let seat = self.seat()?;
        let address = Address::from_pasted(typed)?;
        let question = Question { address: &address, chosen, group };
        let cancel = self.ticket(ticket);
        let looked = look(&seat, question, self.timing.now(), &cancel).await;
        self.state().tickets.remove(ticket);
        looked
    }

    /// Makes a plan. Changes nothing; every earlier plan is void.
    pub async fn preview(&self, wish: &Wish, ticket: &str) -> Result<Plan, Problem> {
        let seat = self.seat()?;
        self.state().plans.void();
        let address = Address::from_pasted(&wish.searched)?;
        let question =
            Question { address: &address, chosen: Some(&wish.guest), group: wish.group.as_deref() };
        let cancel = self.ticket(ticket);
        let made = async {
            let looked = look(&seat, question, self.timing.now(), &cancel).await?;
            for_remedy(&seat, &looked, wish.remedy, &wish.chosen, &cancel).await
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
        let seat = self.seat()?;
        self.state().plans.void();
        let record = self.journal.change(ChangeId::from(change)).await?;
        // A change belongs to its tenant, whoever is signed in where.
        if record.begun.organisation.tenant_id != seat.account.tenant_id {
            return Err(What::CannotUndo.into());
        }
        let plan = plan(&record)?;
        if let Some(work) = &plan.work {
            seat.may(work.remedy())?;
        }
        Ok(self.keep(plan))
    }

    /// A plan that is complete gets its one-time id.
    fn keep(&self, mut plan: Plan) -> Plan {
        if plan.work.is_some() {
            let id = self.ids.next();
            plan.id = Some(id);
            self.state().plans.keep(id, self.timing.now(), plan.clone());
        }
        plan
    }

    /// Carries a plan out; the answer is the change's id, the rest is told by [`Desk::watch`].
    pub async fn confirm(
        &self,
        plan: Uuid,
        typed: Option<&str>,
        reason: Option<String>,
    ) -> Result<Uuid, Problem> {
        let seat = self.seat()?;
        let cancel = CancellationToken::new();
        let (plan, id) = {
            let mut state = self.state();
            if state.running.is_some() {
                return Err(What::ChangeRunning.into());
            }
            let plan = state.plans.take(plan, self.timing.now(), typed)?;
            let id = match plan.origin {
                Origin::Continues(change) => change.as_uuid(),
                Origin::New | Origin::Undoes(_) => self.ids.next(),
            };
            state.running = Some((id, cancel.clone()));
            (plan, id)
        };
        let run = self.run(seat, plan, id, cancel, reason).await;
        match run {
            Ok(run) => {
                self.spawn(run, id);
                Ok(id)
            }
            Err(problem) => {
                self.state().running = None;
                Err(problem)
            }
        }
    }

    async fn run(
        &self,
        seat: Arc<Seat>,
        plan: Plan,
        id: Uuid,
        cancel: CancellationToken,
        reason: Option<String>,
    ) -> Result<Run, Problem> {
        let earlier = match plan.origin {
            Origin::Continues(change) => Some(self.journal.change(change).await?),
            Origin::New | Origin::Undoes(_) => None,
        };
        let work = plan.work.clone().ok_or(What::PlanStale)?;
        Ok(Run {
            seat,
            journal: self.journal.clone(),
            timing: Arc::clone(&self.timing),
            board: Arc::clone(&self.board),
            cancel,
            id: ChangeId::from(id),
            plan,
            work,
            reason: reason.map(|reason| reason.trim().to_owned()).filter(|reason| !reason.is_empty()),
            earlier,
        })
    }

    fn spawn(&self, run: Run, id: Uuid) {
        self.board.put(Progress::new(id, run.plan.kind, run.plan.guest_name.clone(), &run.plan.steps));
        let (board, state) = (Arc::clone(&self.board), Arc::clone(&self.state));
        tokio::spawn(async move {
            // Dropped at the end even if the run panics, so that the desk is not blocked for ever.
            let busy = Free(state);
            let ended = run.carry_out().await;
            drop(busy);
            board.end(ended);
        });
    }

    /// Waits for news of the change under way: the sequence number to ask with next, and how it stands.
    pub async fn watch(&self, after: u32) -> (u32, Option<Progress>) {
        self.board.after(after).await
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
    pub async fn history(&self) -> Result<Vec<Entry>, Problem> {
        let seat = self.seat()?;
        let running = self.state().running.as_ref().map(|(id, _)| *id);
        let filter = ChangeFilter { tenant: Some(seat.account.tenant_id.clone()), limit: HISTORY };
        let mut entries = Vec::new();
        for summary in self.journal.changes(filter).await? {
            let record = self.journal.change(summary.begun.id).await?;
            entries.push(Entry::of(&record, running == Some(summary.begun.id.as_uuid())));
        }
        Ok(entries)
    }

    /// How many changes of this tenant were begun and not finished.
    pub async fn unfinished(&self) -> Result<usize, Problem> {
        let Ok(seat) = self.seat() else { return Ok(0) };
        let running = self.state().running.as_ref().map(|(id, _)| *id);
        let open = self.journal.open_changes(&seat.account.tenant_id).await?;
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

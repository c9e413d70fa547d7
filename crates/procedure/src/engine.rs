//! The engine: who is signed in, which plan is valid, what is under way. The only owner of the app's state.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use clock::Clock;
use guest::RemedyKind;
use journal::{Chain, ChangeId, ChangeRecord, Condition, Journal, OrganisationKind};
use surveys::Surveys;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::batch::BatchFeed;
use crate::examination::Examination;
use crate::plan::{Confirmable, Plan, Plans, for_remedy};
use crate::problem::{ErrorKind, Problem};
use crate::progress::{Progress, ProgressFeed};
use crate::remedy::Selections;
use crate::session::{Authority, NoAuthority, SessionOf, Storage};
use crate::signed_in::SignedIn;
use crate::sought::Sought;
use crate::survey::CurrentSurvey;
use crate::tickets::{Ticket, Tickets};

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
    /// Object id of the guest; none for an address that has no account.
    pub guest: Option<String>,
    /// The address they were found by.
    pub searched: String,
    /// Object id of the chosen group.
    pub group: Option<String>,
    /// Which remedy.
    pub remedy: RemedyKind,
    /// What was selected so far.
    pub selections: Selections,
}

/// What changes; behind one lock, so that nothing is seen half-way.
pub(crate) struct State<A: Authority> {
    pub(crate) session: SessionOf<A>,
    pub(crate) plans: Plans,
    /// The changes under way, by their ids, and the batch they are part of, by its.
    pub(crate) running: HashMap<Uuid, CancellationToken>,
    /// The changes whose way back was seen to be gone.
    pub(crate) gone: HashSet<Uuid>,
    /// The sign-in that began last, which the next one ends.
    pub(crate) signing_in: CancellationToken,
}

impl<A: Authority> State<A> {
    /// Refused while a change is under way.
    pub(crate) fn nothing_running(&self) -> Result<(), Problem> {
        if self.running.is_empty() { Ok(()) } else { Err(ErrorKind::ChangeRunning.into()) }
    }

    pub(crate) fn signed_in(&self) -> Result<Arc<SignedIn>, Problem> {
        self.session.signed_in().cloned().ok_or_else(|| ErrorKind::NotSignedIn.into())
    }
}

/// The engine. Cheap to clone; clones share everything. `A` lets people in.
pub struct Engine<A: Authority = NoAuthority> {
    pub(crate) journal: Journal,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) ids: Arc<dyn Ids>,
    pub(crate) feed: Arc<ProgressFeed>,
    pub(crate) batches: Arc<BatchFeed>,
    pub(crate) state: Arc<Mutex<State<A>>>,
    pub(crate) authority: Arc<A>,
    pub(crate) storage: Arc<Storage<A>>,
    pub(crate) tickets: Tickets,
    pub(crate) surveys: Surveys,
    pub(crate) survey: Arc<CurrentSurvey>,
}

// Not derived: that would ask for an authority that can be cloned.
impl<A: Authority> Clone for Engine<A> {
    fn clone(&self) -> Self {
        Self {
            journal: self.journal.clone(),
            clock: Arc::clone(&self.clock),
            ids: Arc::clone(&self.ids),
            feed: Arc::clone(&self.feed),
            batches: Arc::clone(&self.batches),
            state: Arc::clone(&self.state),
            authority: Arc::clone(&self.authority),
            storage: Arc::clone(&self.storage),
            tickets: self.tickets.clone(),
            surveys: self.surveys.clone(),
            survey: Arc::clone(&self.survey),
        }
    }
}

impl<A: Authority> fmt::Debug for Engine<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine").finish_non_exhaustive()
    }
}

impl Engine {
    /// An engine nobody is signed in to, with nobody who lets people in: there is [`Engine::sign_in`] alone.
    pub fn new(journal: Journal, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>) -> Self {
        Self::with_authority(journal, clock, ids, NoAuthority)
    }
}

impl<A: Authority> Engine<A> {
    /// An engine nobody is signed in to yet; the authority lets people in.
    pub fn with_authority(journal: Journal, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>, authority: A) -> Self {
        let state = State {
            session: SessionOf::<A>::default(),
            plans: Plans::default(),
            running: HashMap::new(),
            gone: HashSet::new(),
            signing_in: CancellationToken::new(),
        };
        let (state, authority) = (Arc::new(Mutex::new(state)), Arc::new(authority));
        let storage = Arc::new(Storage::new(Arc::clone(&authority), Arc::clone(&state)));
        let (feed, batches, tickets) = (Arc::default(), Arc::default(), Tickets::default());
        let (surveys, survey) = (Surveys::in_memory(), Arc::default());
        Self { journal, clock, ids, feed, batches, state, authority, storage, tickets, surveys, survey }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State<A>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn signed_in(&self) -> Result<Arc<SignedIn>, Problem> {
        self.state().signed_in()
    }

    pub(crate) fn fresh_id(&self) -> Uuid {
        self.ids.next()
    }

    /// Answers what somebody who is signed in asks: it ends with their session, so that nothing of it is told to whoever
    /// comes after them. A claims challenge is kept until it is answered.
    pub(crate) async fn answer<T>(
        &self,
        signed_in: &SignedIn,
        question: impl Future<Output = Result<T, Problem>>,
    ) -> Result<T, Problem> {
        let answer = tokio::select! {
            biased;
            () = signed_in.ended.cancelled() => Err(ErrorKind::Cancelled.into()),
            answer = question => answer,
        };
        answer.inspect_err(|problem| self.state().session.note(signed_in.generation, problem))
    }

    /// Refused while a change is under way.
    pub fn nothing_running(&self) -> Result<(), Problem> {
        self.state().nothing_running()
    }

    /// Refuses unless somebody is signed in to the practice organisation.
    pub fn practising(&self) -> Result<(), Problem> {
        let kind = self.signed_in()?.account.kind;
        if kind == OrganisationKind::Practice { Ok(()) } else { Err(ErrorKind::OnlyInPractice.into()) }
    }

    /// The groups one may choose from: Microsoft 365 groups and mail-enabled groups, by name.
    pub async fn groups(&self) -> Result<Vec<guest::Group>, Problem> {
        let signed_in = self.signed_in()?;
        let uncancelled = CancellationToken::new();
        let listed = async { Ok(signed_in.graph.list_groups(&uncancelled).await?) };
        let listed = self.answer(&signed_in, listed).await?;
        let mut groups: Vec<guest::Group> = listed.items.iter().map(crate::seen::group).collect();
        groups.sort_by_key(|group| group.display_name.value().map(|name| name.to_lowercase()));
        Ok(groups)
    }

    /// Finds a guest by whatever was typed or pasted, and diagnoses what is wrong.
    pub async fn find(
        &self,
        typed: &str,
        group: Option<&str>,
        chosen: Option<&str>,
        ticket: &str,
    ) -> Result<Examination, Problem> {
        // Before it is looked who is signed in: whoever signs out meanwhile ends it.
        let ticket = self.tickets.open(ticket);
        let signed_in = self.signed_in()?;
        let sought = Sought::read(typed, chosen, group)?;
        let examined = sought.examine(&signed_in, self.clock.now(), ticket.cancellation());
        self.answer(&signed_in, Box::pin(examined)).await
    }

    /// Makes a plan. Changes nothing; every earlier plan is void.
    pub async fn preview(&self, request: &PreviewRequest, ticket: &str) -> Result<Plan, Problem> {
        let ticket = self.tickets.open(ticket);
        let signed_in = self.signed_in()?;
        self.state().plans.void();
        let sought = Sought::read(&request.searched, request.guest.as_deref(), request.group.as_deref())?;
        let cancel = ticket.cancellation();
        let made = Box::pin(async {
            let seen = sought.examine(&signed_in, self.clock.now(), cancel).await?;
            let mut plan = for_remedy(&signed_in, &seen, request.remedy, &request.selections, cancel).await?;
            plan.look_at_rules(&signed_in, cancel).await;
            Ok(plan)
        });
        let plan = self.answer(&signed_in, made).await?;
        self.keep(&signed_in, plan)
    }

    /// A plan that is complete gets its one-time id, in the session in which it was begun: another person, and another
    /// organisation, may have come since.
    pub(crate) fn keep(&self, signed_in: &SignedIn, mut plan: Plan) -> Result<Plan, Problem> {
        let mut state = self.state();
        if signed_in.ended.is_cancelled() {
            return Err(ErrorKind::Cancelled.into());
        }
        if plan.work.is_some() {
            let id = self.ids.next();
            plan.id = Some(id);
            state.plans.keep(id, &*self.clock, Confirmable::One(Box::new(plan.clone())));
        }
        Ok(plan)
    }

    /// Waits for news of the change under way: the sequence number to ask with next, and how it stands.
    pub async fn watch(&self, after: u32) -> (u32, Option<Progress>) {
        self.feed.after(after).await
    }

    /// A ticket for several questions that are asked one after the other under this name: it tells, between two of them,
    /// whether they were stopped.
    #[must_use]
    pub fn hold(&self, name: &str) -> Ticket {
        self.tickets.open(name)
    }

    /// Stops a question or a sign-in by its ticket, a change by its id, between two of its steps, or a batch by its id,
    /// between two guests and between two steps of the one under way.
    pub fn cancel(&self, ticket: &str) {
        self.tickets.cancel(ticket);
        let change = Uuid::parse_str(ticket).ok();
        if let Some(token) = change.and_then(|change| self.state().running.get(&change).cloned()) {
            token.cancel();
        }
    }

    /// How the record stands: walked from its first row to its last, and its end compared with the head that is kept
    /// apart. None when it cannot be read.
    pub async fn record_condition(&self) -> Option<Condition> {
        let condition = self.journal.verify().await;
        match &condition {
            Ok(Condition { chain: Chain::Whole { rows, .. }, end, kept_aside, .. }) => {
                tracing::info!(rows, ?end, aside = kept_aside.len(), "the rows of the journal fit together");
            }
            Ok(Condition { chain: Chain::Broken { row }, end, .. }) => {
                tracing::error!(
                    row,
                    ?end,
                    "a row of the journal, or the one before it, is not as it was written"
                );
            }
            Err(error) => tracing::error!(%error, "the journal could not be walked"),
        }
        condition.ok()
    }

    /// A recorded change that something is to be done on the word of: never of a record that is not as it was written,
    /// so the whole of it is walked first.
    pub(crate) async fn sound_record(&self, change: ChangeId) -> Result<ChangeRecord, Problem> {
        self.journal.verify().await?;
        let record = self.journal.change(change).await?;
        if record.sound { Ok(record) } else { Err(ErrorKind::RecordDamaged.into()) }
    }
}

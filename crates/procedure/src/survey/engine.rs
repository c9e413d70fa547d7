//! What is asked of a survey: begin, pause, go on, end, forget; and the run itself.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use clock::Clock;
use guest::Address;
use surveys::{Found, Owner, Surveys};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use super::current::{CurrentSurvey, Held};
use super::kept::{self, KeptState, text};
use super::{Survey, SurveyDepth, SurveyNews, SurveyPhase, SurveyedGuest};
use crate::engine::Engine;
use crate::examination::Examination;
use crate::problem::{Category, ErrorKind, Problem};
use crate::seen;
use crate::session::Authority;
use crate::signed_in::SignedIn;

/// How often it is looked whether the server asked to wait.
const LOOK_AT_WAIT: Duration = Duration::from_millis(500);

/// A survey while it is under way.
pub(super) struct UnderWay {
    pub(super) id: String,
    pub(super) signed_in: Arc<SignedIn>,
    pub(super) surveys: Surveys,
    pub(super) current: Arc<CurrentSurvey>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) cancel: CancellationToken,
    /// A page came in.
    pub(super) arrived: Notify,
    /// No page comes any more.
    pub(super) list_ended: AtomicBool,
    /// The list was begun again in this run.
    pub(super) begun_again: AtomicBool,
    /// What is kept is written one after another: an older state must not come after a newer one.
    pub(super) writing: tokio::sync::Mutex<()>,
    /// Which run of it this is.
    run: u32,
    /// When it began to work, on the clock that does not jump, and how many milliseconds it had worked by then.
    began: Duration,
    worked: u64,
}

impl UnderWay {
    /// Looks at it, as long as no other took its place.
    pub(super) fn held<T>(&self, at: impl FnOnce(&Held) -> T) -> Option<T> {
        let this_one = |held: &Held| (held.id == self.id).then(|| at(held));
        self.current.with(&owner(&self.signed_in), this_one).flatten()
    }

    /// Reads how far it came. One that is replaced meanwhile reads as nothing begun: its run ends with the next request.
    pub(super) fn state<T>(&self, of: impl FnOnce(&KeptState) -> T) -> T {
        let nothing = || KeptState::begun(SurveyDepth::Quick, self.clock.now());
        of(&self.held(|held| held.state.clone()).unwrap_or_else(nothing))
    }

    /// Changes how far it came, and tells.
    pub(super) fn change(&self, how: impl FnOnce(&mut KeptState)) {
        let passed = self.clock.passed().saturating_sub(self.began).as_millis();
        let worked = self.worked.saturating_add(u64::try_from(passed).unwrap_or(u64::MAX));
        self.current.change(&self.id, |held| {
            held.state.worked = worked;
            how(&mut held.state);
        });
    }

    pub(super) fn kept_text(&self) -> String {
        self.state(text)
    }

    /// How far it will have come, as it is kept: told only once that is done.
    pub(super) fn text_with(&self, how: impl FnOnce(&mut KeptState)) -> String {
        let mut next = self.state(Clone::clone);
        how(&mut next);
        text(&next)
    }

    /// Reads the list and looks at whom it brings, side by side, to the end or to whatever stops it.
    async fn go(&self) -> Result<(), Problem> {
        let list = async {
            let listed = self.list().await;
            self.list_ended.store(true, Ordering::Release);
            self.arrived.notify_one();
            listed
        };
        let (listed, examined) = tokio::join!(list, self.examine());
        listed?;
        examined?;
        self.compare().await
    }

    /// Runs, and writes down how it ended. Nothing of it is broken off half-way: what stops it is told to the client, and
    /// whatever was answered until then is kept.
    async fn run_to_an_end(self) {
        let with_the_session = async {
            self.signed_in.ended.cancelled().await;
            self.cancel.cancel();
            std::future::pending::<()>().await;
        };
        let ended = tokio::select! {
            biased;
            () = with_the_session => Ok(()),
            () = self.tell_of_waits() => Ok(()),
            ended = self.go() => ended,
        };
        let problem = ended.err();
        let stopped = problem.as_ref().is_some_and(|problem| problem.category() == Category::Cancelled);
        let phase = if problem.is_none() { SurveyPhase::Done } else { SurveyPhase::Paused };
        let _one_after_another = self.writing.lock().await;
        if !self.ended(phase, problem.filter(|_| !stopped)) {
            return;
        }
        if let Err(error) = self.surveys.note(&self.id, &self.kept_text()).await {
            self.current.change(&self.id, |held| held.problem = Some(error.into()));
        }
    }

    /// Says how it ended, where nobody has said so already. Whether it is the newest run of this survey.
    fn ended(&self, phase: SurveyPhase, problem: Option<Problem>) -> bool {
        let newest = self.current.change(&self.id, |held| {
            if held.run != self.run {
                return false;
            }
            held.wait = None;
            if held.state.phase == SurveyPhase::Running {
                (held.state.phase, held.problem) = (phase, problem);
            }
            true
        });
        newest.unwrap_or_default()
    }

    /// Tells for as long as the server asked to wait; never ends by itself.
    async fn tell_of_waits(&self) {
        let mut reported = None;
        loop {
            tokio::time::sleep(LOOK_AT_WAIT).await;
            let wait = self.signed_in.graph.limits().wait.map(|wait| wait.as_secs_f64().ceil());
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a day")]
            let wait = wait.map(|seconds| seconds as u64);
            if wait != reported {
                reported = wait;
                self.current.change(&self.id, |held| held.wait = wait);
            }
        }
    }
}

impl<A: Authority> Engine<A> {
    /// The same engine, keeping its surveys there instead of in memory.
    #[must_use]
    pub fn keeping_surveys(mut self, surveys: Surveys) -> Self {
        self.surveys = surveys;
        self
    }

    /// Waits for news of the survey of whoever is signed in: `id` and `after` are those of the last news.
    pub async fn survey(&self, id: Option<&str>, after: u32) -> Result<SurveyNews, Problem> {
        let signed_in = self.signed_in()?;
        let owner = self.own_survey(&signed_in).await?;
        let news = async { Ok(self.survey.after(&owner, id, after).await) };
        self.answer(&signed_in, news).await
    }

    /// Begins a survey. One that is under way ends; what it found is what this one is compared with.
    pub async fn start_survey(&self, depth: SurveyDepth) -> Result<(), Problem> {
        let signed_in = self.signed_in()?;
        let owner = self.own_survey(&signed_in).await?;
        let (id, state) = (self.fresh_id().to_string(), KeptState::begun(depth, self.clock.now()));
        let before = self.survey.with(&owner, Held::as_before);
        self.surveys.begin(&id, &owner, &text(&state)).await?;
        self.survey.replace(Some(Held::begun(id.clone(), owner, state, before)));
        self.run_survey(signed_in, id);
        Ok(())
    }

    /// Goes on with the survey that stands still; where none does, nothing happens.
    pub async fn resume_survey(&self) -> Result<(), Problem> {
        let signed_in = self.signed_in()?;
        let owner = self.own_survey(&signed_in).await?;
        let Some(id) = self.survey.with(&owner, |held| held.id.clone()) else { return Ok(()) };
        let goes_on = self.survey.change(&id, |held| {
            let paused = held.state.phase == SurveyPhase::Paused;
            if paused {
                held.state.phase = SurveyPhase::Running;
                held.problem = None;
                held.cancel = CancellationToken::new();
                held.run += 1;
            }
            paused
        });
        if goes_on == Some(true) {
            self.run_survey(signed_in, id);
        }
        Ok(())
    }

    /// Pauses it: what was read stays, and it can be gone on with.
    pub async fn pause_survey(&self) -> Result<(), Problem> {
        self.halt_survey(SurveyPhase::Paused).await
    }

    /// Ends it with what was read.
    pub async fn stop_survey(&self) -> Result<(), Problem> {
        self.halt_survey(SurveyPhase::Stopped).await
    }

    async fn halt_survey(&self, phase: SurveyPhase) -> Result<(), Problem> {
        let signed_in = self.signed_in()?;
        let owner = self.own_survey(&signed_in).await?;
        let id = self.survey.with(&owner, |held| held.id.clone());
        let halted = |held: &mut Held| {
            if !matches!(held.state.phase, SurveyPhase::Running | SurveyPhase::Paused) {
                return None;
            }
            held.state.phase = phase;
            held.problem = None;
            held.cancel.cancel();
            Some(text(&held.state))
        };
        let Some(id) = id else { return Ok(()) };
        if let Some(state) = self.survey.change(&id, halted).flatten() {
            self.surveys.note(&id, &state).await?;
        }
        Ok(())
    }

    /// Removes everything that surveys found, whoever made them: it is personal data.
    pub async fn forget_survey(&self) -> Result<(), Problem> {
        self.survey.replace(None);
        Ok(self.surveys.forget(None).await?)
    }

    /// The same of one organisation: it was put back to how it began, and is not as it was found any more.
    pub async fn forget_surveys_of(&self, tenant: &str) -> Result<(), Problem> {
        self.survey.replace(None);
        Ok(self.surveys.forget(Some(tenant)).await?)
    }

    /// Removes what surveys found of whoever has this address, whoever made them. How many guests that were.
    pub async fn forget_surveyed(&self, address: &Address) -> Result<usize, Problem> {
        let address = address.clone();
        let gone = self.surveys.forget_guests(move |text| has_address(text, &address)).await?;
        for guest in &gone {
            self.survey.remove(guest);
        }
        Ok(gone.len())
    }

    /// The survey, and these guests of it in this order; none where one of them is not in it (any more).
    pub async fn surveyed_guests(
        &self,
        ids: &[String],
    ) -> Result<Option<(Survey, Vec<SurveyedGuest>)>, Problem> {
        let signed_in = self.signed_in()?;
        let owner = self.own_survey(&signed_in).await?;
        let rows = |held: &Held| {
            let rows: Option<Vec<_>> = ids.iter().map(|id| held.row(id).cloned()).collect();
            rows.map(|rows| (held.survey(), rows))
        };
        Ok(self.survey.with(&owner, rows).flatten())
    }

    /// A change of this account ended: in the list it stands as it was seen then. That this is not kept is no fault of the
    /// change, and shows at the next start.
    pub(crate) async fn note_in_survey(&self, signed_in: &SignedIn, account: &str, seen: &Examination) {
        let listed = |held: &Held| Some((held.id.clone(), held.state.depth, held.row(account)?.clone()));
        let Some((id, depth, row)) = self.survey.with(&owner(signed_in), listed).flatten() else { return };
        let Some(user) = seen.subject() else { return };
        // What a quick survey does not look for is no reason to list somebody in it.
        let sought = depth == SurveyDepth::Thorough || user.lacks_main_address();
        let now = match guest::surveyed(user, seen.owners(), seen.facts.now).filter(|_| sought) {
            None => SurveyedGuest { repaired: true, ..row },
            Some(_) if user.id != row.id => return,
            Some(found) => SurveyedGuest { new: row.new, ..kept::row(user, found, row.groups) },
        };
        let found = vec![Found { guest: now.id.clone(), result: Some(text(&now)) }];
        self.survey.put(&id, vec![now]);
        let Some(state) = self.survey.with(&owner(signed_in), |held| text(&held.state)) else { return };
        if let Err(error) = self.surveys.settle(&id, found, &state).await {
            tracing::error!(%error, "that a guest was changed is not kept in the list of all guests");
        }
    }

    /// Takes over what was kept, when the survey that is here is not of whoever is signed in.
    async fn own_survey(&self, signed_in: &SignedIn) -> Result<Owner, Problem> {
        let owner = owner(signed_in);
        if self.survey.with(&owner, |_| ()).is_none()
            && let Some(kept) = self.surveys.kept(&owner).await?
        {
            self.survey.take_over(&owner, kept);
        }
        Ok(owner)
    }

    fn run_survey(&self, signed_in: Arc<SignedIn>, id: String) {
        let held = |held: &Held| (held.cancel.clone(), held.state.worked, held.run);
        let Some((cancel, worked, run)) = self.survey.with(&owner(&signed_in), held) else { return };
        let under_way = UnderWay {
            id,
            signed_in,
            surveys: self.surveys.clone(),
            current: Arc::clone(&self.survey),
            clock: Arc::clone(&self.clock),
            cancel,
            arrived: Notify::new(),
            list_ended: AtomicBool::new(false),
            begun_again: AtomicBool::new(false),
            writing: tokio::sync::Mutex::default(),
            run,
            began: self.clock.passed(),
            worked,
        };
        tokio::spawn(under_way.run_to_an_end());
    }
}

/// Whose survey it is.
fn owner(signed_in: &SignedIn) -> Owner {
    let account = &signed_in.account;
    Owner { tenant: account.tenant_id.clone(), account: account.user_id.clone() }
}

/// Whether a kept text, of somebody listed or looked at, is of somebody with this address.
fn has_address(text: &str, address: &Address) -> bool {
    if let Ok(row) = serde_json::from_str::<SurveyedGuest>(text) {
        return address.is(&row.address);
    }
    let listed = serde_json::from_str::<graph::User>(text).map(|user| seen::user(&user));
    listed.is_ok_and(|user| user.addresses().contains(address))
}

impl From<surveys::SurveysError> for Problem {
    fn from(error: surveys::SurveysError) -> Self {
        ErrorKind::SurveyNotKept(error.to_string()).into()
    }
}

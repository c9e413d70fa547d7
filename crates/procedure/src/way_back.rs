//! What can follow a recorded change: the plans that go back or on, and which ways back are gone.

use std::collections::HashSet;

use guest::{Ability, Address, RemedyKind, Verdict};
use jiff::Timestamp;
use journal::{ChangeFilter, ChangeId, ChangeRecord, OrganisationKind, State as Recorded, Step, Transition};
use serde_json::json;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::checkpoint::payload;
use crate::engine::Engine;
use crate::examination::Examination;
use crate::history::{self, ChangeStatus, HistoryEntry, Now};
use crate::plan::{Plan, to_continue, to_put_back, to_undo};
use crate::plan_kind::Purpose;
use crate::problem::{ErrorKind, Problem};
use crate::record;
use crate::remedy::Work;
use crate::session::Authority;
use crate::signed_in::SignedIn;
use crate::test_message::{AskedAbout, question};

/// How many entries the history shows at most: what was done to many at once is one.
pub const HISTORY: usize = 200;

impl<A: Authority> Engine<A> {
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
        self.is_at_rest(change)?;
        let record = self.sound_record(ChangeId::from(change)).await?;
        // A change belongs to its tenant, whoever is signed in where.
        if record.begun.organisation.tenant_id != signed_in.account.tenant_id {
            return Err(ErrorKind::CannotUndo.into());
        }
        // A way back that was begun is gone on with; to begin another, or to go on as if it were not there, leads nowhere.
        let open = self.journal.open_changes(&signed_in.account.tenant_id).await?;
        if being_taken_back(&open).contains(&record.begun.id) {
            return Err(ErrorKind::CannotUndo.into());
        }
        let mut plan = plan(&record)?;
        if let Some(work) = &plan.work {
            signed_in.may(work.procedure().remedy())?;
        }
        let purpose = plan.kind.purpose;
        let read_afresh = Box::pin(async {
            read_back(&mut plan, &signed_in).await?;
            plan.look_at_rules(&signed_in, &CancellationToken::new()).await;
            Ok(())
        });
        let read_afresh = self.answer(&signed_in, read_afresh).await;
        let read_afresh = read_afresh.map_err(|problem| judged(problem, &record));
        if let Err(problem) = &read_afresh {
            self.note_gone(&record, problem, purpose).await?;
        }
        read_afresh?;
        self.keep(&signed_in, plan)
    }

    /// Refused while this change is under way: how it stands is not known, and its record is its own.
    pub(crate) fn is_at_rest(&self, change: Uuid) -> Result<(), Problem> {
        if self.state().running.contains_key(&change) { Err(ErrorKind::ChangeRunning.into()) } else { Ok(()) }
    }

    /// A way back that was seen to be gone is offered no more. An interrupted change whose original came back already
    /// has ended with that.
    async fn note_gone(
        &self,
        record: &ChangeRecord,
        problem: &Problem,
        purpose: Purpose,
    ) -> Result<(), Problem> {
        if !problem.ends_way_back() {
            return Ok(());
        }
        // Somebody may have gone on with it since the preview began.
        self.is_at_rest(record.begun.id.as_uuid())?;
        self.state().gone.insert(record.begun.id.as_uuid());
        if problem.kind == ErrorKind::ChangedSince && purpose == Purpose::PutBack && record.open {
            let transition = Transition::Abandoned { why: payload(&json!({ "why": "put-back" })) };
            self.journal.append(record.begun.id, Step { at: self.clock.now(), transition }).await?;
        }
        Ok(())
    }

    /// All recorded changes in this tenant, newest first.
    pub async fn history(&self) -> Result<Vec<HistoryEntry>, Problem> {
        let signed_in = self.signed_in()?;
        self.answer(&signed_in, self.history_of(&signed_in.account.tenant_id)).await
    }

    /// The address that was typed, and how many changes of whoever has it are on record in this tenant.
    ///
    /// # Errors
    /// What was typed is no address; nobody is signed in; the record cannot be read.
    pub async fn changes_of(&self, typed: &str) -> Result<(Address, usize), Problem> {
        let signed_in = self.signed_in()?;
        let refuse = |why| ErrorKind::Address { typed: typed.to_owned(), why };
        let address = Address::from_pasted(typed).map_err(refuse)?;
        let filter = ChangeFilter { tenant: Some(signed_in.account.tenant_id.clone()), limit: usize::MAX };
        let changes = self.answer(&signed_in, async { Ok(self.journal.changes(filter).await?) }).await?;
        let of_them = |at: &str| at.eq_ignore_ascii_case(address.as_str());
        let count = changes.iter().filter(|change| of_them(&change.begun.guest.address)).count();
        Ok((address, count))
    }

    async fn history_of(&self, tenant: &str) -> Result<Vec<HistoryEntry>, Problem> {
        let filter = ChangeFilter { tenant: Some(tenant.to_owned()), limit: HISTORY };
        let mut entries = Vec::new();
        let open = self.journal.open_changes(tenant).await?;
        let taken_back = being_taken_back(&open);
        let mut asked = AskedAbout::default();
        for record in self.journal.records(filter).await? {
            let now = self.now(record.begun.id, &taken_back);
            let entry = HistoryEntry::of(&record, now);
            let again = asked.again(&record, entry.status);
            let test = question(&record, entry.status, self.clock.now(), again);
            entries.push(HistoryEntry { test, ..entry });
        }
        Ok(entries)
    }

    /// How a recorded change stands now.
    pub(crate) fn status_of(&self, record: &ChangeRecord) -> ChangeStatus {
        history::status(record, self.state().running.contains_key(&record.begun.id.as_uuid()))
    }

    fn now(&self, change: ChangeId, taken_back: &HashSet<ChangeId>) -> Now {
        let (state, id) = (self.state(), change.as_uuid());
        Now {
            running: state.running.contains_key(&id),
            gone: state.gone.contains(&id),
            being_taken_back: taken_back.contains(&change),
        }
    }

    /// How many changes of this tenant were begun and not finished.
    pub async fn unfinished(&self) -> Result<usize, Problem> {
        Ok(self.unfinished_changes().await?.len())
    }

    /// The changes of this tenant that were begun and not finished; of one that is being taken back, the change that does
    /// so. One of which only the head could be written asked for nothing: nothing of it is left to be finished.
    pub async fn unfinished_changes(&self) -> Result<Vec<HistoryEntry>, Problem> {
        let Ok(signed_in) = self.signed_in() else { return Ok(Vec::new()) };
        let open = async { Ok(self.journal.open_changes(&signed_in.account.tenant_id).await?) };
        let open = self.answer(&signed_in, open).await?;
        let taken_back = being_taken_back(&open);
        let entries = open.iter().filter(|record| record::is_unfinished(record)).filter_map(|record| {
            let now = self.now(record.begun.id, &taken_back);
            (!now.running && !now.being_taken_back).then(|| HistoryEntry::of(record, now))
        });
        Ok(entries.collect())
    }

    /// The way back to a deleted guest whom a change of this app deleted, open or finished; none for whoever may not
    /// restore, and where that way is gone.
    pub async fn way_back_to(&self, found: &Examination) -> Result<Option<WayBackTo>, Problem> {
        let restoring = found.diagnosis.offer(RemedyKind::Restore).map(|offer| &offer.ability);
        let may = restoring.is_some_and(|ability| match ability {
            Ability::Can | Ability::AfterPermission { .. } | Ability::CouldNotConfirm { .. } => true,
            Ability::NotWithThisSignIn { .. } | Ability::SwitchedOff | Ability::NotYou { .. } => false,
        });
        if found.diagnosis.verdict != Verdict::Deleted || !may {
            return Ok(None);
        }
        let signed_in = self.signed_in()?;
        let deleted = |id: &str| found.facts.deleted_users.found.iter().any(|user| user.id == id);
        let filter = ChangeFilter { tenant: Some(signed_in.account.tenant_id.clone()), limit: HISTORY };
        for summary in self.journal.changes(filter).await? {
            let begun = &summary.begun;
            let id = begun.id.as_uuid();
            let ours = begun.guest.user_id.as_deref().is_some_and(deleted);
            let open_to_us = !self.state().gone.contains(&id) && !self.state().running.contains_key(&id);
            if !ours || !open_to_us {
                continue;
            }
            let record = self.journal.change(begun.id).await?;
            if let Some(purpose) = brings_back(&record) {
                return Ok(Some(WayBackTo {
                    instead_of: RemedyKind::Restore,
                    change: id,
                    purpose,
                    at: begun.started,
                }));
            }
        }
        Ok(None)
    }

    /// The organisations of this kind are no longer what they were when their changes were made: nothing of those can
    /// be taken back.
    pub async fn end_ways_back(&self, kind: OrganisationKind) -> Result<(), Problem> {
        let all = self.journal.changes(ChangeFilter { tenant: None, limit: usize::MAX }).await?;
        let ended = all.iter().filter(|change| change.begun.organisation.kind == kind);
        self.state().gone.extend(ended.map(|change| change.begun.id.as_uuid()));
        Ok(())
    }
}

/// The changes that another one, begun and not finished, takes back. One that cannot be gone on with, because nothing but
/// its head could be written, takes back nothing.
pub(crate) fn being_taken_back(open: &[ChangeRecord]) -> HashSet<ChangeId> {
    open.iter()
        .filter(|record| record::can_continue(record))
        .filter_map(|record| record.begun.undoes)
        .collect()
}

/// A way back to a deleted guest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayBackTo {
    /// The remedy that it stands for: it does the same, and knows what the guest had besides.
    pub instead_of: RemedyKind,
    /// The change that deleted them.
    pub change: Uuid,
    /// Whether that change is undone or put back, or is a way back itself and gone on with.
    pub purpose: Purpose,
    /// When it began.
    pub at: Timestamp,
}

/// How the account that a change deleted is brought back, or how a way back to it is gone on with.
pub(crate) fn brings_back(record: &ChangeRecord) -> Option<Purpose> {
    let brings = |work: Option<Work>| work.is_some_and(|work| work.procedure().brings_back().is_some());
    if record.open && brings(record::work(record)) {
        // A way back that was begun and not finished.
        Some(Purpose::Continue)
    } else if brings(record::put_back(record)) {
        Some(Purpose::PutBack)
    } else {
        brings(record::reversal(record)).then_some(Purpose::Undo)
    }
}

/// That what stood there before a change stands there is the change not showing yet where it never showed; where it did,
/// somebody has taken it back.
fn judged(problem: Problem, record: &ChangeRecord) -> Problem {
    if problem.kind == ErrorKind::NotVisibleInTime && record.state != Recorded::NotYetVisible {
        return Problem { kind: ErrorKind::ChangedSince, ..problem };
    }
    problem
}

/// What a way back shows as *now* is read now; what it takes back must still stand there.
async fn read_back(plan: &mut Plan, signed_in: &SignedIn) -> Result<(), Problem> {
    let (Some(work), Purpose::Undo | Purpose::PutBack) = (&plan.work, plan.kind.purpose) else {
        return Ok(());
    };
    plan.changes = work.procedure().look_back(&signed_in.graph, &CancellationToken::new()).await?;
    Ok(())
}

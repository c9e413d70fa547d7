//! How long changes stay in the record: the person's wish, and what is still needed of what they wish gone.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use journal::{ChangeFilter, ChangeRecord, JournalError, OrganisationKind, Retention};

use crate::engine::Engine;
use crate::history::ChangeStatus;
use crate::problem::{ErrorKind, Problem};
use crate::record;
use crate::session::Authority;
use crate::test_message::{AskedAbout, TestQuestion, question};
use crate::way_back::{being_taken_back, brings_back};

/// For how long Microsoft keeps a deleted user, so that the change that deleted them can bring them back (facts: Microsoft
/// Graph, deleted items).
const DELETED_USERS_STAY: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The changes of before a day: what may go, what stays, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OldChanges {
    /// How many may go, or went.
    pub removable: u64,
    /// How many stay, because they are needed or because one before them is: only from the oldest on can be cut.
    pub staying: u64,
    /// Of those, how many did not come to their end.
    pub unfinished: u64,
    /// How many still wait for the answer whether a test message arrived.
    pub asked_about: u64,
    /// How many can bring back a user whom they deleted.
    pub restorable: u64,
}

/// Why a change stays however old it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    Unfinished,
    AskedAbout,
    Restorable,
}

/// What is needed of the changes of before a moment.
struct Needed {
    retention: Retention,
    needs: Vec<Need>,
}

impl<A: Authority> Engine<A> {
    /// How many changes of before a moment may go, of all organisations: the record is this computer's. Changes nothing.
    ///
    /// # Errors
    /// The record cannot be read, or is not whole.
    pub async fn old_changes(&self, before: Timestamp) -> Result<OldChanges, Problem> {
        let Needed { retention, needs } = self.needed(before).await?;
        let removable = self.journal.removable(retention).await.map_err(refused)?;
        Ok(old_changes(removable, &needs))
    }

    /// Takes them out of the record, for good. What is under way, unfinished, asked about or restorable stays, and all
    /// that was begun after it.
    ///
    /// # Errors
    /// The record cannot be read or written, or is not whole. Nothing was taken out then.
    pub async fn remove_old_changes(&self, before: Timestamp) -> Result<OldChanges, Problem> {
        let Needed { retention, needs } = self.needed(before).await?;
        let removed = self.journal.truncate(retention, self.clock.now()).await.map_err(refused)?;
        tracing::info!(changes = removed.changes, stay = removed.stay, "old changes were taken out");
        Ok(old_changes(removed, &needs))
    }

    async fn needed(&self, before: Timestamp) -> Result<Needed, Problem> {
        let now = self.clock.now();
        let all = self.journal.records(ChangeFilter { tenant: None, limit: usize::MAX }).await?;
        // Of a change that is being taken back only the way back is unfinished: they are one to whoever counts them.
        let taken_back = being_taken_back(&all);
        let (mut asked, mut needed, mut needs) = (AskedAbout::default(), BTreeSet::new(), Vec::new());
        for record in &all {
            let status = self.status_of(record);
            let again = asked.again(record, status);
            if let Some(need) = need(record, status, now, again) {
                needed.insert(record.begun.id);
                let counts = record.begun.started < before && !taken_back.contains(&record.begun.id);
                needs.extend(counts.then_some(need));
            }
        }
        Ok(Needed { retention: Retention { before, needed }, needs })
    }
}

/// In practice nobody waits for an answer.
fn need(record: &ChangeRecord, status: ChangeStatus, now: Timestamp, again: bool) -> Option<Need> {
    let real = record.begun.organisation.kind == OrganisationKind::Real;
    let asked = || question(record, status, now, again).filter(|_| real);
    // Deleted after it began and before its last row.
    let last = record.steps.last().map_or(record.begun.started, |recorded| recorded.step.at);
    let still_there = now.duration_since(last) < DELETED_USERS_STAY;
    if status == ChangeStatus::Running || record::is_unfinished(record) {
        Some(Need::Unfinished)
    } else if still_there && brings_back(record).is_some() {
        Some(Need::Restorable)
    } else if matches!(asked(), Some(TestQuestion::Open | TestQuestion::PutOff)) {
        Some(Need::AskedAbout)
    } else {
        None
    }
}

fn old_changes(of_before: journal::Removable, needs: &[Need]) -> OldChanges {
    let count = |wanted| needs.iter().filter(|need| **need == wanted).count().try_into().unwrap_or(u64::MAX);
    OldChanges {
        removable: of_before.changes,
        staying: of_before.stay,
        unfinished: count(Need::Unfinished),
        asked_about: count(Need::AskedAbout),
        restorable: count(Need::Restorable),
    }
}

/// A record that is not whole gives nothing away.
fn refused(error: JournalError) -> Problem {
    if matches!(error, JournalError::NotWhole) { ErrorKind::RecordNotWhole.into() } else { error.into() }
}

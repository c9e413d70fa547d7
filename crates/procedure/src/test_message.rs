//! Did it help? What a person says of the test message they sent after a change, and what comes next when it did not
//! arrive.

use std::collections::HashSet;

use guest::{NextToTry, RemedyKind, next_to_try};
use jiff::{SignedDuration, Timestamp};
use journal::{ChangeFilter, ChangeId, ChangeRecord, Step, Transition};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use crate::checkpoint::{Checkpoint, inner, payload};
use crate::engine::Engine;
use crate::examination::Examination;
use crate::history::ChangeStatus;
use crate::plan_kind::Purpose;
use crate::problem::{ErrorKind, Problem};
use crate::record;
use crate::remedy::carries_out;
use crate::session::Authority;
use crate::way_back::HISTORY;

/// Where it stands in the payload of a remark.
const TEST_MESSAGE: &str = "testMessage";

/// How long nobody is asked after *not yet*: Exchange can need some hours.
const UNTIL_TOMORROW: SignedDuration = SignedDuration::from_hours(24);

/// What a person says of the test message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum TestMessage {
    /// It arrived.
    Arrived,
    /// It did not.
    Missing,
    /// It is not known yet.
    NotYet,
}

/// How the question stands, whether it arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum TestQuestion {
    /// It is asked.
    Open,
    /// It was put off until tomorrow.
    PutOff,
    /// It arrived.
    Arrived,
    /// It did not.
    Missing,
}

/// How the question stands for one change; none where it makes no sense to ask. `again`: a later change of the same guest
/// is asked about instead.
pub(crate) fn question(
    record: &ChangeRecord,
    status: ChangeStatus,
    now: Timestamp,
    again: bool,
) -> Option<TestQuestion> {
    let asked = (repairs(record, status) && !again).then_some(TestQuestion::Open);
    match said(record) {
        Some((TestMessage::Arrived, _)) => Some(TestQuestion::Arrived),
        Some((TestMessage::Missing, _)) => Some(TestQuestion::Missing),
        Some((TestMessage::NotYet, at)) if now < at + UNTIL_TOMORROW => asked.map(|_| TestQuestion::PutOff),
        Some((TestMessage::NotYet, _)) | None => asked,
    }
}

/// Whether it was carried out, and stands: then mail may flow where none did.
fn repairs(record: &ChangeRecord, status: ChangeStatus) -> bool {
    let stands = matches!(status, ChangeStatus::Done | ChangeStatus::InPart | ChangeStatus::NotYetVisible);
    stands && record::kind(record).is_some_and(|kind| kind.purpose == Purpose::Apply)
}

/// What was said last, and when.
fn said(record: &ChangeRecord) -> Option<(TestMessage, Timestamp)> {
    record.steps.iter().rev().find_map(|recorded| {
        let Transition::Remarked { remark } = &recorded.step.transition else { return None };
        Some((inner(remark, TEST_MESSAGE)?, recorded.step.at))
    })
}

/// The guests whose newest repair was met already, going from the newest change back.
#[derive(Default)]
pub(crate) struct AskedAbout(HashSet<String>);

impl AskedAbout {
    /// Whether a later repair of the same guest was met; remembers this one, if it is one. An account that was made anew
    /// is the same guest.
    pub(crate) fn again(&mut self, record: &ChangeRecord, status: ChangeStatus) -> bool {
        let before = record.begun.guest.user_id.clone();
        let after = Checkpoint::of(record).new_account().map(str::to_owned);
        let accounts: Vec<String> = before.into_iter().chain(after).collect();
        let again = accounts.iter().any(|account| self.0.contains(account));
        if repairs(record, status) {
            self.0.extend(accounts);
        }
        again
    }
}

impl<A: Authority> Engine<A> {
    /// Records what a person says of the test message after a change. Refused while the change is under way, and of a
    /// change after which there is nothing to test.
    pub async fn note_test(&self, change: Uuid, test: TestMessage) -> Result<(), Problem> {
        let signed_in = self.signed_in()?;
        self.is_at_rest(change)?;
        let id = ChangeId::from(change);
        let record = self.sound_record(id).await?;
        let status = self.status_of(&record);
        let theirs = record.begun.organisation.tenant_id == signed_in.account.tenant_id;
        if !theirs || !repairs(&record, status) {
            return Err(ErrorKind::ChoiceInvalid("change").into());
        }
        if said(&record).map(|(said, _)| said) == Some(test) && test != TestMessage::NotYet {
            return Ok(());
        }
        let remark = payload(&json!({ TEST_MESSAGE: test }));
        let step = Step { at: self.clock.now(), transition: Transition::Remarked { remark } };
        self.journal.append(id, step).await?;
        Ok(())
    }

    /// What to try next for whoever was found, after a change whose test message did not arrive.
    pub async fn next_to_try(&self, found: &Examination) -> Result<NextToTry, Problem> {
        let signed_in = self.signed_in()?;
        let filter = ChangeFilter { tenant: Some(signed_in.account.tenant_id.clone()), limit: HISTORY };
        let records = self.answer(&signed_in, async { Ok(self.journal.records(filter).await?) }).await?;
        let theirs = |record: &&ChangeRecord| {
            let account = record.begun.guest.user_id.as_deref();
            account.is_some() && account == found.diagnosis.subject.as_deref()
        };
        let tried: Vec<RemedyKind> = records
            .iter()
            .filter(theirs)
            .filter(|record| repairs(record, self.status_of(record)))
            .filter_map(|record| record::kind(record).map(|kind| kind.remedy))
            .collect();
        let renewed = |kind| kind == RemedyKind::RenewMembership && tried.contains(&kind);
        let there = |kind: RemedyKind| carries_out(kind) || kind.remedy().advice_only;
        Ok(next_to_try(&found.diagnosis, |kind| there(kind) && !renewed(kind)))
    }
}

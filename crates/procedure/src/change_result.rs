//! How a change ended, as it is shown.

use guest::{RemedyKind, Verdict};

use crate::examination::Examination;
use crate::outcome::{Conclusion, Outcome, PropertyChange, Realisation, Unrestored};
use crate::plan_kind::Purpose;
use crate::problem::Problem;
use crate::redeem_link::RedeemLink;

/// The end of a change, as it is shown.
#[derive(Debug, Clone, Default)]
pub struct ChangeResult {
    /// How.
    pub outcome: Outcome,
    /// What became of what it set out to do.
    pub made: Realisation,
    /// Properties before, and after by what became of it.
    pub changes: Vec<PropertyChange>,
    /// What it could not do.
    pub unrestored: Vec<Unrestored>,
    /// The link of the invitation it sent; none where it sent none, or not to this guest.
    pub link: Option<RedeemLink>,
    /// The diagnosis made afresh.
    pub examination: Option<Examination>,
    /// What stopped it, or what failed after it.
    pub problem: Option<Problem>,
    /// Can be undone now.
    pub can_undo: bool,
    /// Can be gone on with.
    pub can_continue: bool,
    /// The original account can be put back.
    pub can_put_back: bool,
    /// What it says of the guest; none without a diagnosis.
    pub conclusion: Option<Conclusion>,
    /// The remedy that comes next, where the main address is still missing.
    pub next: Option<RemedyKind>,
}

impl ChangeResult {
    /// The same, with the ways back that were seen to be gone not offered any more.
    pub(crate) fn without_ways_that_are_gone(self, gone: bool) -> Self {
        Self { can_undo: self.can_undo && !gone, can_put_back: self.can_put_back && !gone, ..self }
    }

    /// Whether it is worth asking if a test message arrives: it was carried out, and nothing more is seen to be missing.
    #[must_use]
    pub fn asks_test(&self, purpose: Purpose) -> bool {
        let repairs = matches!(purpose, Purpose::Apply | Purpose::Continue);
        let carried_out = matches!(self.outcome, Outcome::Done | Outcome::NotYetVisible);
        repairs && carried_out && self.conclusion != Some(Conclusion::StillMissing)
    }

    /// The same, concluded: by what the change was for, and by the remedy that its work leads to.
    pub(crate) fn concluded(self, purpose: Purpose, leads_to: Option<RemedyKind>) -> Self {
        let verdict = self.examination.as_ref().map(|seen| seen.diagnosis.verdict);
        let applied = purpose == Purpose::Apply && self.outcome == Outcome::Done;
        let next = leads_to.filter(|_| applied && verdict.is_some_and(Verdict::lacks_main_address));
        // After an undo the guest is as before: that is no repair to try out.
        let repairs = matches!(purpose, Purpose::Apply | Purpose::Continue);
        let conclusion = verdict.map(|verdict| {
            if self.outcome == Outcome::NotYetVisible {
                Conclusion::NotSeenYet
            } else if next.is_some() {
                Conclusion::StillMissing
            } else if verdict == Verdict::Healthy && repairs && self.outcome == Outcome::Done {
                Conclusion::DirectoryRight
            } else {
                Conclusion::AsFound
            }
        });
        Self { conclusion, next, ..self }
    }
}

#[cfg(test)]
mod tests {
    use guest::{Address, Diagnosis, Facts, diagnose};

    use super::*;

    /// A result whose diagnosis says this.
    fn result(outcome: Outcome, verdict: Option<Verdict>) -> ChangeResult {
        let examination = verdict.map(|verdict| {
            let address = Address::parse("pieter@northwindtraders.com").unwrap();
            let facts = Facts::nothing_known(address, jiff::Timestamp::UNIX_EPOCH);
            let diagnosis = Diagnosis { verdict, ..diagnose(&facts) };
            Examination { facts, diagnosis }
        });
        ChangeResult { outcome, examination, ..ChangeResult::default() }
    }

    #[test]
    fn what_leads_on_says_so_only_when_it_was_carried_out_and_the_main_address_is_still_missing() {
        use Verdict::{Blocked, Conflict, Healthy, Misconfigured, NoAddress};
        for (outcome, verdict, purpose, conclusion) in [
            (Outcome::Done, Misconfigured, Purpose::Apply, Conclusion::StillMissing),
            (Outcome::Done, NoAddress, Purpose::Apply, Conclusion::StillMissing),
            (Outcome::Done, Conflict, Purpose::Apply, Conclusion::StillMissing),
            (Outcome::Done, Blocked, Purpose::Apply, Conclusion::AsFound),
            (Outcome::Done, Healthy, Purpose::Apply, Conclusion::DirectoryRight),
            (Outcome::Refused, Misconfigured, Purpose::Apply, Conclusion::AsFound),
            (Outcome::NotYetVisible, NoAddress, Purpose::Apply, Conclusion::NotSeenYet),
            (Outcome::Done, NoAddress, Purpose::Continue, Conclusion::AsFound),
            (Outcome::Done, NoAddress, Purpose::Undo, Conclusion::AsFound),
        ] {
            let said = result(outcome, Some(verdict)).concluded(purpose, Some(RemedyKind::SetMail));
            assert_eq!(said.conclusion, Some(conclusion), "{outcome:?} {verdict:?} {purpose:?}");
            let leads_on = conclusion == Conclusion::StillMissing;
            assert_eq!(said.next, leads_on.then_some(RemedyKind::SetMail));
        }
    }

    #[test]
    fn what_was_not_seen_is_never_called_right_whatever_the_diagnosis_finds() {
        for purpose in [Purpose::Apply, Purpose::Continue, Purpose::Undo, Purpose::PutBack] {
            for verdict in [Verdict::Healthy, Verdict::Misconfigured] {
                let said = result(Outcome::NotYetVisible, Some(verdict));
                let said = said.concluded(purpose, Some(RemedyKind::SetMail));
                assert_eq!((said.conclusion, said.next), (Some(Conclusion::NotSeenYet), None), "{verdict:?}");
            }
        }
    }

    #[test]
    fn what_leads_nowhere_is_right_or_as_found() {
        for (verdict, purpose, conclusion) in [
            (Verdict::Healthy, Purpose::Apply, Conclusion::DirectoryRight),
            (Verdict::Misconfigured, Purpose::Apply, Conclusion::AsFound),
            (Verdict::Healthy, Purpose::Continue, Conclusion::DirectoryRight),
            (Verdict::Healthy, Purpose::Undo, Conclusion::AsFound),
            (Verdict::Healthy, Purpose::PutBack, Conclusion::AsFound),
        ] {
            let said = result(Outcome::Done, Some(verdict)).concluded(purpose, None);
            assert_eq!((said.conclusion, said.next), (Some(conclusion), None), "{verdict:?} {purpose:?}");
        }
    }

    #[test]
    fn without_a_diagnosis_nothing_is_concluded() {
        let said = result(Outcome::Done, None).concluded(Purpose::Apply, Some(RemedyKind::SetMail));
        assert_eq!((said.conclusion, said.next), (None, None));
    }
}

//! What must hold, a function for each: of what was said, of what is done, of what belongs to the guest, and of the ways.
//! Each judges the last act of a run; the acts before it were judged in runs of their own.

mod belongings;
mod done;
mod said;
mod ways;

pub(crate) use done::stands;

use crate::evidence::Run;

/// Something that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Violation {
    /// The check.
    pub(crate) check: &'static str,
    /// Of which sort: violations of one sort are told once.
    pub(crate) sort: String,
    /// In words.
    pub(crate) words: String,
}

/// A killed process leaves a record that is whole to its end.
pub(crate) const RECORD_IS_WHOLE: &str = "the-record-is-whole";

impl Violation {
    /// One that another process told.
    pub(crate) fn told(check: &str, sort: &str, words: &str) -> Self {
        let named = CHECKS.iter().find(|(name, _)| *name == check).map_or(RECORD_IS_WHOLE, |(name, _)| name);
        Self { check: named, sort: sort.to_owned(), words: words.to_owned() }
    }
}

/// Of which sort, and in words.
pub(crate) type Finding = (String, String);

/// A check.
type Check = fn(&Run) -> Vec<Finding>;

const CHECKS: &[(&str, Check)] = &[
    ("nothing-changed-is-true", said::nothing_changed_is_true),
    ("something-changed-is-true", said::something_changed_is_true),
    ("the-outcome-is-true", said::the_outcome_is_true),
    ("history-is-true", said::history_is_true),
    ("result-and-history-agree", said::result_and_history_agree),
    ("every-change-is-recorded", said::every_change_is_recorded),
    ("it-ends", said::it_ends),
    ("values-after-are-true", done::values_after_are_true),
    ("one-account-is-left", done::one_account_is_left),
    ("back-is-back", done::back_is_back),
    ("undone-is-undone", done::undone_is_undone),
    ("nothing-is-lost-without-a-word", belongings::nothing_is_lost_without_a_word),
    ("what-is-left-is-not-there", belongings::what_is_left_is_not_there),
    ("what-did-not-come-back-is-told", belongings::what_did_not_come_back_is_told),
    ("nobody-elses-account-is-touched", belongings::nobody_elses_account_is_touched),
    ("there-is-a-way", ways::there_is_a_way),
    ("what-is-deleted-can-be-put-back", ways::what_is_deleted_can_be_put_back),
    ("a-way-leads-somewhere", ways::a_way_leads_somewhere),
    ("a-way-closes-what-it-belongs-to", ways::a_way_closes_what_it_belongs_to),
];

/// Everything that does not hold at the end of a run.
pub(crate) fn judge(run: &Run) -> Vec<Violation> {
    let all = CHECKS.iter().flat_map(|(check, holds)| {
        holds(run).into_iter().map(|(sort, words)| Violation { check, sort, words })
    });
    all.collect()
}

/// One finding.
pub(crate) fn finding(sort: impl Into<String>, words: String) -> Vec<Finding> {
    vec![(sort.into(), words)]
}

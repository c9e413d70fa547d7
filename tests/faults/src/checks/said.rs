//! What was said of the change: whether anything was changed, how it ended, how the history has it.

use graph::Changed;
use procedure::{ChangeStatus, Outcome, Purpose, Realisation};

use super::done::differences;
use super::{Finding, finding};
use crate::evidence::{Run, Said};

/// "Nothing was changed" is said of a change only when the directory did nothing of it, in this act or an earlier one.
pub(super) fn nothing_changed_is_true(run: &Run) -> Vec<Finding> {
    let deed = run.last();
    let (Some(result), Some(change)) = (deed.result(), deed.change) else { return Vec::new() };
    let Some(problem) = result.problem.as_ref().filter(|problem| problem.changed == Changed::No) else {
        return Vec::new();
    };
    let acted = run.acted(change);
    if acted.is_empty() {
        return Vec::new();
    }
    let words = format!(
        "{:?} says that nothing was changed ({:?}), and the directory did {}",
        result.outcome,
        problem.kind,
        acted.join(", ")
    );
    finding(format!("{:?}", result.outcome), words)
}

/// "Something was changed" is said only when something was.
pub(super) fn something_changed_is_true(run: &Run) -> Vec<Finding> {
    let deed = run.last();
    let (Some(result), Some(change)) = (deed.result(), deed.change) else { return Vec::new() };
    let says = result.problem.as_ref().is_some_and(|problem| problem.changed == Changed::Yes);
    if !says || !run.alone() || !run.acted(change).is_empty() {
        return Vec::new();
    }
    let problem = result.problem.as_ref().map(|problem| &problem.kind);
    finding(
        format!("{:?}", result.outcome),
        format!(
            "{:?} says that something was changed ({problem:?}), and the directory did nothing",
            result.outcome
        ),
    )
}

/// Putting back promises that the original is there. Where nobody knew whether it was deleted, and it was not, that is so
/// without anything having been done.
fn is_there_anyway(run: &Run) -> bool {
    let put_back = run.last().history.iter().any(|entry| run.purpose_of(entry.id) == Some(Purpose::PutBack));
    put_back && differences(run).is_empty()
}

/// Refused, failed, cancelled mean that nothing was changed; done and not yet visible that something was.
pub(super) fn the_outcome_is_true(run: &Run) -> Vec<Finding> {
    let deed = run.last();
    let (Some(result), Some(change)) = (deed.result(), deed.change) else { return Vec::new() };
    let acted = run.acted(change);
    let outcome = result.outcome;
    let false_no = match outcome {
        Outcome::Refused | Outcome::Failed | Outcome::Cancelled => !acted.is_empty(),
        Outcome::Done | Outcome::NotYetVisible => acted.is_empty() && run.alone() && !is_there_anyway(run),
        Outcome::Interrupted | Outcome::Unknown => false,
    };
    if !false_no {
        return Vec::new();
    }
    finding(format!("{outcome:?}"), format!("{outcome:?}, and the directory did [{}]", acted.join(", ")))
}

/// The history says of a change that nothing was changed, or that it was carried out, only when that is so.
pub(super) fn history_is_true(run: &Run) -> Vec<Finding> {
    let mut found = Vec::new();
    for entry in &run.last().history {
        let acted = run.acted(entry.id);
        let says_no =
            matches!(entry.status, ChangeStatus::Refused | ChangeStatus::Failed | ChangeStatus::Cancelled)
                || entry.made == Realisation::No;
        let says_yes = matches!(entry.status, ChangeStatus::Done | ChangeStatus::NotYetVisible);
        let says_yes = says_yes && !is_there_anyway(run);
        if says_no && !acted.is_empty() || says_yes && acted.is_empty() && run.alone() {
            let words = format!(
                "the history has {} as {:?}, made: {:?}; the directory did [{}]",
                entry.kind.map(|kind| kind.to_string()).unwrap_or_default(),
                entry.status,
                entry.made,
                acted.join(", ")
            );
            found.push((format!("{:?}", entry.status), words));
        }
    }
    found
}

/// The ways beside the result are those of the history.
pub(super) fn result_and_history_agree(run: &Run) -> Vec<Finding> {
    let deed = run.last();
    let (Some(result), Some(change)) = (deed.result(), deed.change) else { return Vec::new() };
    let beside = (result.can_undo, result.can_continue, result.can_put_back);
    let listed = deed.entry(change).map(|entry| (entry.can_undo, entry.can_continue, entry.can_put_back));
    let listed = listed.unwrap_or_default();
    if beside == listed {
        return Vec::new();
    }
    let words = format!("undo, continue, put back: {beside:?} beside the result, {listed:?} in the history");
    finding("ways", words)
}

/// What the directory did stands in the history.
pub(super) fn every_change_is_recorded(run: &Run) -> Vec<Finding> {
    let deed = run.last();
    let acted: Vec<&str> = deed.acted().collect();
    let recorded = deed.change.is_some_and(|change| deed.entry(change).is_some());
    if acted.is_empty() || recorded {
        return Vec::new();
    }
    finding("no-row", format!("the directory did {}, and the history knows nothing of it", acted.join(", ")))
}

/// It comes to an end.
pub(super) fn it_ends(run: &Run) -> Vec<Finding> {
    if !matches!(run.last().said, Said::NeverEnded) {
        return Vec::new();
    }
    finding("never", "it asks and asks, or ended without a word".to_owned())
}

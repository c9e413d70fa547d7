//! Progress, result and history, as the window shows them.

use procedure::{ChangeResult, ChangeStatus, HistoryEntry as Entry, Progress, StepProgress, Unrestored};

use crate::plan::change;
use crate::report::report;
use crate::view::{Args, ChangeView, HistoryEntry, HistoryState, Left, PlanKindView, ResultView, StepView};

/// A change under way or just ended.
pub(crate) fn progress(progress: &Progress) -> ChangeView {
    ChangeView {
        id: progress.change.to_string(),
        kind: progress.kind.into(),
        guest_name: progress.guest_name.clone(),
        steps: progress.steps.iter().map(step_view).collect(),
        result: progress.ended.as_deref().map(result),
    }
}

fn step_view(progress: &StepProgress) -> StepView {
    let args = progress.parts.map(|(done, total)| {
        Args::from([("done".to_owned(), done.to_string()), ("total".to_owned(), total.to_string())])
    });
    StepView { kind: progress.kind, state: progress.state, args: args.unwrap_or_default() }
}

fn result(ended: &ChangeResult) -> ResultView {
    ResultView {
        outcome: ended.outcome,
        changes: ended.changes.iter().map(change).collect(),
        left: ended.unrestored.iter().map(left).collect(),
        report: ended.examination.as_ref().map(report),
        problem: ended.problem.clone().map(Into::into),
        can_undo: ended.can_undo,
        can_continue: ended.can_continue,
        can_put_back: ended.can_put_back,
    }
}

fn left(left: &Unrestored) -> Left {
    match left {
        Unrestored::Group(group) => Left::Group { group: group.name.clone() },
        Unrestored::App(app) => Left::App { app: app.name.clone() },
        Unrestored::Sponsor { .. } => Left::Sponsor,
        Unrestored::Profile => Left::Profile,
        Unrestored::ProxyNotAdded => Left::ProxyNotAdded,
    }
}

/// One change of the history. None for a kind that a later version wrote: it is not ours to explain.
pub(crate) fn entry(entry: &Entry) -> Option<HistoryEntry> {
    let what = entry.kind?;
    Some(HistoryEntry {
        id: entry.id.to_string(),
        at: entry.at.to_string(),
        by: entry.by.clone(),
        guest_name: entry.guest_name.clone(),
        address: entry.address.clone(),
        kind: what.into(),
        of: PlanKindView::of(what),
        state: match entry.status {
            ChangeStatus::Done => HistoryState::Done,
            ChangeStatus::NotYetVisible => HistoryState::NotYetVisible,
            ChangeStatus::Refused => HistoryState::Refused,
            ChangeStatus::Failed => HistoryState::Failed,
            ChangeStatus::Interrupted => HistoryState::Interrupted,
            ChangeStatus::Unknown => HistoryState::Unknown,
            ChangeStatus::Cancelled => HistoryState::Cancelled,
            ChangeStatus::Running => HistoryState::Running,
            ChangeStatus::Undone => HistoryState::Undone,
        },
        reason: entry.reason.clone(),
        changes: entry.changes.iter().map(change).collect(),
        can_undo: entry.can_undo,
        can_continue: entry.can_continue,
        can_put_back: entry.can_put_back,
    })
}

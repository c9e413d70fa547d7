//! Progress, result and history, as the window shows them.

use procedure::{ChangeResult, Progress, StepProgress, Unrestored};

use crate::plan::{change, kind, of};
use crate::report::report;
use crate::view::{ChangeView, HistoryEntry, Problem, ResultView, StepParts, StepView, UnrestoredView};

/// A change under way or just ended; what stopped it, as whoever is signed in can be told it.
pub(crate) fn progress(progress: &Progress, explain: impl Fn(procedure::Problem) -> Problem) -> ChangeView {
    ChangeView {
        id: progress.change.to_string(),
        kind: kind(progress.kind),
        guest_name: progress.guest_name.clone(),
        steps: progress.steps.iter().map(step_view).collect(),
        result: progress.ended.as_deref().map(|ended| result(ended, explain)),
    }
}

fn step_view(progress: &StepProgress) -> StepView {
    let number = |count: usize| count.try_into().unwrap_or(u32::MAX);
    let parts = progress.parts.map(|(done, total)| StepParts { done: number(done), total: number(total) });
    StepView { kind: progress.kind, state: progress.state, parts }
}

fn result(ended: &ChangeResult, explain: impl Fn(procedure::Problem) -> Problem) -> ResultView {
    ResultView {
        outcome: ended.outcome,
        changes: ended.changes.iter().map(change).collect(),
        left: ended.unrestored.iter().map(left).collect(),
        report: ended.examination.as_ref().map(report),
        problem: ended.problem.clone().map(explain),
        can_undo: ended.can_undo,
        can_continue: ended.can_continue,
        can_put_back: ended.can_put_back,
    }
}

fn left(left: &Unrestored) -> UnrestoredView {
    match left {
        Unrestored::Group(group) => UnrestoredView::Group { group: group.name.clone() },
        Unrestored::App(app) => UnrestoredView::App { app: app.name.clone() },
        Unrestored::Sponsor { .. } => UnrestoredView::Sponsor,
        Unrestored::Profile => UnrestoredView::Profile,
        Unrestored::ProxyNotAdded => UnrestoredView::ProxyNotAdded,
    }
}

/// One change of the history. None for a kind that a later version wrote: it is not ours to explain.
pub(crate) fn entry(entry: &procedure::HistoryEntry) -> Option<HistoryEntry> {
    let what = entry.kind?;
    Some(HistoryEntry {
        id: entry.id.to_string(),
        at: entry.at.to_string(),
        by: entry.by.clone(),
        guest_name: entry.guest_name.clone(),
        address: entry.address.clone(),
        kind: kind(what),
        of: of(what),
        state: entry.status,
        reason: entry.reason.clone(),
        changes: entry.changes.iter().map(change).collect(),
        can_undo: entry.can_undo,
        can_continue: entry.can_continue,
        can_put_back: entry.can_put_back,
    })
}

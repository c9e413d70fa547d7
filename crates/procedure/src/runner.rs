//! From the first step of a change to its end, whatever that is. Knows the trait, and no remedy.

use graph::Changed;
use journal::{Outcome as Recorded, Transition};
use serde_json::json;

use crate::change_result::ChangeResult;
use crate::checkpoint::{Checkpoint, payload};
use crate::ending::{Applied, Interruption};
use crate::execution::Execution;
use crate::outcome::{Outcome, StepKind, StepState};
use crate::problem::{Category, ErrorKind, Problem};
use crate::record;
use crate::remedy::Work;
use crate::requests;

/// Carries the work out from where it stands, to whatever end.
pub(crate) async fn carry_out(on: &Execution, work: &Work, from: &Checkpoint) -> ChangeResult {
    let procedure = work.procedure();
    let ended = match procedure.run(on, from).await {
        Ok(applied) => finish(on, applied).await,
        Err(interruption) => interrupt(on, interruption).await,
    };
    ended.concluded(on.subject.kind.purpose, procedure.leads_to())
}

async fn finish(on: &Execution, applied: Applied) -> ChangeResult {
    on.show(StepKind::DiagnoseAgain, StepState::Running);
    let seen = on.examine_address(applied.account.as_deref()).await;
    let state = if seen.is_ok() { StepState::Done } else { StepState::Unknown };
    on.show(StepKind::DiagnoseAgain, state);
    let recorded = match (applied.seen, applied.unrestored.is_empty()) {
        (false, _) => Recorded::NotYetVisible,
        (true, true) => Recorded::Done,
        (true, false) => Recorded::InPart,
    };
    let left = (!applied.unrestored.is_empty()).then(|| payload(&json!({ "left": applied.unrestored })));
    let noted = match on.note(Transition::Finished { outcome: recorded, detail: left }).await {
        Ok(()) => on.give_up_interrupted().await,
        failed => failed,
    };
    let (examination, failed) = match seen {
        Ok(seen) => (Some(seen), None),
        Err(problem) => (None, Some(problem)),
    };
    let ended = ChangeResult {
        outcome: if applied.seen { Outcome::Done } else { Outcome::NotYetVisible },
        made: applied.made,
        changes: applied.changes,
        unrestored: applied.unrestored,
        examination,
        problem: noted.err().or(failed).map(|problem| Problem { changed: on.changed(), ..problem }),
        ..ChangeResult::default()
    };
    with_ways(on, ended).await
}

async fn interrupt(on: &Execution, interruption: Interruption) -> ChangeResult {
    let (problem, void) = match interruption {
        Interruption::Stopped(problem) => (reasoned(on, problem).await, false),
        Interruption::Void(problem) => (problem, true),
    };
    let problem = Problem { changed: on.changed(), ..problem };
    let (outcome, transition) = match (problem.changed, void) {
        (Changed::No, false) => {
            let (outcome, transition) = unchanged(&problem);
            (outcome, Some(transition))
        }
        (changed, false) => (stopped(changed, &problem), None),
        (changed, true) => {
            let why = payload(&json!({ "why": "changed-since" }));
            let outcome = if changed == Changed::No { Outcome::Refused } else { stopped(changed, &problem) };
            (outcome, Some(Transition::Abandoned { why }))
        }
    };
    // A change that never began has no record to end; then this finds nothing to write to, which is right.
    if let Some(transition) = transition
        && on.journal.change(on.id).await.is_ok_and(|record| record.open)
        && let Err(problem) = on.note(transition).await
    {
        tracing::error!(?problem, "the end of a change could not be recorded");
    }
    on.feed.stop(on.id.as_uuid(), problem.category() == Category::Refused);
    with_ways(on, ChangeResult { outcome, problem: Some(problem), ..ChangeResult::default() }).await
}

/// How a change ended that stopped when something was, or may have been, changed.
fn stopped(changed: Changed, problem: &Problem) -> Outcome {
    let unknown = changed == Changed::Unknown && problem.category() != Category::Cancelled;
    if unknown { Outcome::Unknown } else { Outcome::Interrupted }
}

async fn reasoned(on: &Execution, problem: Problem) -> Problem {
    let (ErrorKind::MissingRight { .. }, Some(account)) = (&problem.kind, &on.subject.account) else {
        return problem;
    };
    match on.examine(account).await {
        Ok(seen) => {
            let why = seen.why_refused(on.subject.kind.remedy);
            Problem { kind: ErrorKind::MissingRight { why }, ..problem }
        }
        Err(_) => problem,
    }
}

/// Which ways there are now, by the record.
async fn with_ways(on: &Execution, ended: ChangeResult) -> ChangeResult {
    let Ok(record) = on.journal.change(on.id).await else { return ended };
    let invited = Checkpoint::of(&record).new_account().is_some();
    ChangeResult {
        link: invited.then(|| on.redeem_link()),
        can_undo: record::can_undo(&record),
        can_continue: record::can_continue(&record),
        can_put_back: record::can_put_back(&record),
        ..ended
    }
}

/// How a change that changed nothing ended, and what the record says of it.
fn unchanged(problem: &Problem) -> (Outcome, Transition) {
    let why = |why: &str| Transition::Abandoned { why: payload(&json!({ "why": why })) };
    match problem.category() {
        Category::Cancelled => (Outcome::Cancelled, why("cancelled")),
        Category::Refused | Category::Conflict | Category::BadInput => {
            let detail = requests::reason(problem);
            (Outcome::Refused, Transition::Finished { outcome: Recorded::Refused, detail })
        }
        Category::Unreachable | Category::Throttled | Category::NotSignedIn | Category::Internal => {
            (Outcome::Failed, why("failed"))
        }
    }
}

//! A batch, as the window shows it: its preview, and what became of each guest.

use procedure::{BatchPlan, BatchProgress, LeftOutGuest as LeftOut, PlannedGuest as Planned};

use crate::plan::change;
use crate::view::{BatchGuest, BatchPlanView, BatchView, LeftOutGuest, PlannedGuest, Problem};

/// The preview as it is shown.
pub(crate) fn plan(plan: &BatchPlan) -> BatchPlanView {
    BatchPlanView {
        id: plan.id.map(|id| id.to_string()),
        remedy: plan.remedy,
        chosen: number(plan.chosen),
        read_at: plan.read_at.to_string(),
        guests: plan.guests.iter().map(planned).collect(),
        left_out: plan.left_out.iter().map(left_out).collect(),
        notes: plan.notes.clone(),
        confirm_number: plan.confirm_number.map(number),
        undo: plan.way_back,
    }
}

fn planned(guest: &Planned) -> PlannedGuest {
    PlannedGuest {
        id: guest.id.clone(),
        display_name: guest.display_name.clone(),
        changes: guest.changes.iter().map(change).collect(),
        warnings: guest.warnings.clone(),
    }
}

fn left_out(guest: &LeftOut) -> LeftOutGuest {
    let LeftOut { id, display_name, why } = guest.clone();
    LeftOutGuest { id, display_name, why }
}

/// How a batch stands; what stopped a change of it, as whoever is signed in can be told it.
pub(crate) fn progress(batch: BatchProgress, explain: impl Fn(procedure::Problem) -> Problem) -> BatchView {
    let guest = |guest: procedure::BatchGuest| BatchGuest {
        id: guest.id,
        display_name: guest.display_name,
        change: guest.end.change.map(|change| change.to_string()),
        running: guest.running,
        outcome: guest.end.outcome,
        left_out: guest.end.left_out,
        problem: guest.end.problem.map(&explain),
    };
    BatchView {
        id: batch.id,
        remedy: batch.remedy,
        phase: batch.phase,
        done: number(batch.done),
        total: number(batch.total),
        guests: batch.guests.into_iter().map(guest).collect(),
    }
}

fn number(count: usize) -> u32 {
    count.try_into().unwrap_or(u32::MAX)
}

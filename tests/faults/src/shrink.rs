//! The shortest schedule that still shows a violation.

use crate::checks::Violation;
use crate::explore::Shown;
use crate::schedule::Schedule;

/// Takes away fault after fault, as long as the violation stays. `judged`: what a schedule shows.
pub(crate) fn shrink(judged: &impl Fn(&Schedule) -> Vec<Violation>, (schedule, violation): Shown) -> Shown {
    let shows = |shorter: &Schedule| {
        let found = judged(shorter);
        found.into_iter().find(|one| (one.check, &one.sort) == (violation.check, &violation.sort))
    };
    let mut shortest = (schedule, violation.clone());
    loop {
        let mut shorter = shorter(&shortest.0).into_iter();
        let found = shorter.find_map(|one| shows(&one).map(|violation| (one, violation)));
        let Some(found) = found else { return shortest };
        shortest = found;
    }
}

/// The schedules that are one fault shorter, or in which a fault no longer goes on for ever.
fn shorter(schedule: &Schedule) -> Vec<Schedule> {
    let mut all = Vec::new();
    for (at, act) in schedule.acts.iter().enumerate() {
        for (index, planned) in act.faults.iter().enumerate() {
            let mut without = schedule.clone();
            without.acts[at].faults.remove(index);
            all.push(without);
            if planned.for_ever {
                let mut once = schedule.clone();
                once.acts[at].faults[index].for_ever = false;
                all.push(once);
            }
        }
    }
    all
}

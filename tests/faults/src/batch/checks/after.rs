//! What comes after a batch: what is open, that another change can be made, and whom another batch changes.

use guest::RemedyKind;
use procedure::{BatchPhase, Outcome};

use super::super::play::BatchRun;
use super::guests::changes_stand;
use super::{has_end, said};
use crate::checks::Finding;

/// After a kill nobody is unfinished but the guest who was under way; else nobody but who is told to be.
pub(super) fn one_at_most_is_open(run: &BatchRun) -> Vec<Finding> {
    let deed = run.deed();
    let mut found = Vec::new();
    for open in &deed.unfinished {
        let told = said(run).find(|(guest, member)| {
            guest.end.change == Some(*open)
                || guest.running && deed.entry(*open).is_some_and(|it| it.guest_name == member.display_name)
        });
        let may_be = told.is_some_and(|(guest, _)| match guest.end.outcome {
            None => guest.running,
            // The row that would have closed it could not be written.
            Some(_) if run.schedule.needs_disk() => true,
            Some(outcome) => {
                matches!(outcome, Outcome::Interrupted | Outcome::Unknown | Outcome::NotYetVisible)
            }
        });
        if !may_be {
            let who = deed.entry(*open).map(|entry| entry.guest_name.clone());
            let end = told.map(|(guest, _)| guest.end.outcome);
            found.push((format!("{end:?}"), format!("{who:?} is unfinished, and was told {end:?}")));
        }
    }
    let under_way = said(run).filter(|(guest, _)| guest.running && !has_end(guest)).count();
    if run.was_killed() && under_way > 1 {
        found.push(("two".to_owned(), format!("{under_way} were under way when it was killed")));
    }
    found
}

/// Nothing stays under way: another batch is confirmed, and every guest of it is done.
pub(super) fn the_account_is_free(run: &BatchRun) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Some(problem) = &run.busy {
        found.push(("busy".to_owned(), format!("it is over, and {:?} keeps others out", problem.kind)));
    }
    let Some(again) = &run.again else { return found };
    if let Some(problem) = &again.course.refused {
        found.push(("refused".to_owned(), format!("another batch is refused with {:?}", problem.kind)));
    }
    let Some(last) = again.course.last() else { return found };
    if last.phase != BatchPhase::Done {
        found.push((format!("{:?}", last.phase), format!("another batch is {:?}", last.phase)));
    }
    for guest in &last.guests {
        let Some(member) = run.member(&guest.id).filter(|member| run.alone(member)) else { continue };
        let is_so = changes_stand(&again.course, &again.after, member, &run.group);
        if guest.end.outcome != Some(Outcome::Done) || !is_so {
            let words = format!("{} again: {:?}, {:?}", member.name, guest.end.outcome, guest.end.left_out);
            found.push((format!("again {:?}", guest.end.outcome), words));
        }
    }
    found
}

/// Another preview leaves out exactly those who have what they need. An invitation can be sent any time.
pub(super) fn another_batch_has_who_is_left(run: &BatchRun) -> Vec<Finding> {
    let Some(again) = run.again.as_ref().and_then(|again| again.course.plan.as_ref()) else {
        return Vec::new();
    };
    let any_time = run.five.subject.remedy == RemedyKind::ResendInvitation;
    let mut found = Vec::new();
    for member in run.five.members.iter().filter(|member| run.alone(member)) {
        let id = &member.guest.id;
        let planned = again.guests.iter().any(|guest| guest.id == *id);
        let truth = &run.deed().after;
        let as_before = truth.live.get(id) == run.start.live.get(id);
        if as_before && !planned {
            found.push(("missing".to_owned(), format!("{} was not changed, and is left out", member.name)));
        }
        if !as_before && !any_time && planned && changes_stand(&run.course, truth, member, &run.group) {
            found.push(("once more".to_owned(), format!("{} is done, and is planned again", member.name)));
        }
    }
    found
}

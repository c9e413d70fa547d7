//! The ways: that there is one, and that each leads where it promised.

use procedure::{ChangeStatus, ErrorKind, Outcome, Purpose};

use super::done::differences;
use super::{Finding, finding};
use crate::evidence::{Deed, Run, Said};
use crate::schedule::word;
use crate::somebody::Somebody;

/// Whether the guest is there: as they were, or as a change that is done has them.
fn is_whole(run: &Run) -> bool {
    let deed = run.last();
    let done = deed.history.iter().any(|entry| {
        let done = matches!(entry.status, ChangeStatus::Done | ChangeStatus::NotYetVisible);
        done && entry.kind.is_some_and(|kind| kind.purpose == Purpose::Apply)
    });
    let original = usize::from(deed.after.live.contains_key(&run.guest));
    done && original + run.new_accounts().len() == 1 || differences(run).is_empty()
}

/// When a change did something and is not done, there is a way on or a way back.
pub(super) fn there_is_a_way(run: &Run) -> Vec<Finding> {
    let deed = run.last();
    let acted = run.deeds.iter().any(|deed| deed.acted().next().is_some());
    if !acted || !deed.ways().is_empty() || !run.alone() || is_whole(run) {
        return Vec::new();
    }
    finding("none", format!("{}, and no way on or back is offered", differences(run).join(", ")))
}

/// As long as the original is deleted by a change that is not finished, it can be put back. One who was deleted before
/// the app did anything was not deleted by a change.
pub(super) fn what_is_deleted_can_be_put_back(run: &Run) -> Vec<Finding> {
    if run.began_deleted() {
        return Vec::new();
    }
    let deed = run.last();
    let deleted = deed.after.deleted.contains_key(&run.guest);
    let open = deed.history.iter().filter(|entry| entry.can_continue && !entry.can_put_back);
    let mut open = open.filter(|entry| run.purpose_of(entry.id) == Some(Purpose::Apply));
    if !deleted || !run.alone() || deed.ways().iter().any(|way| way.purpose != Purpose::Continue) {
        return Vec::new();
    }
    let Some(entry) = open.next() else { return Vec::new() };
    finding(
        format!("{:?}", entry.status),
        "the original is deleted, and going on is offered but not putting back".to_owned(),
    )
}

/// The last act is a way that was offered, and nothing went wrong on it.
fn walked(run: &Run) -> Option<&Deed> {
    let deed = run.last();
    (deed.act.purpose != Purpose::Apply && deed.act.faults.is_empty()).then_some(deed)
}

/// A way that is offered leads somewhere. Going on may end otherwise than done, when that way is closed then and another
/// is open, or the guest is whole. A way back is done.
pub(super) fn a_way_leads_somewhere(run: &Run) -> Vec<Finding> {
    let Some(deed) = walked(run) else { return Vec::new() };
    let still =
        deed.ways().iter().any(|way| way.purpose == deed.act.purpose && Some(way.change) == deed.offered_by);
    let walked = word(deed.act.purpose);
    let why = match &deed.said {
        Said::NoPlan(problem) => format!("{:?}", problem.kind),
        Said::Incomplete => "an incomplete plan".to_owned(),
        Said::Ended(result) if result.outcome == Outcome::Done => return Vec::new(),
        Said::Ended(result) => {
            let problem = result.problem.as_ref().map(|problem| &problem.kind);
            format!("{:?}, {problem:?}", result.outcome)
        }
        Said::NoSuchWay | Said::OneOfMany | Said::Killed | Said::NeverEnded => return Vec::new(),
    };
    let another_or_whole = !deed.ways().is_empty() || is_whole(run);
    let gone = matches!(&deed.said, Said::NoPlan(problem) if problem.kind == ErrorKind::GuestGone)
        || result(deed) == Some(&ErrorKind::GuestGone);
    // Whom somebody else deleted can come back, and then it leads on.
    if gone && run.meanwhile.contains(&Somebody::DeletesGuest) {
        return Vec::new();
    }
    let refused = match &deed.said {
        Said::NoPlan(problem) => Some(&problem.kind),
        _ => result(deed),
    };
    if refused.is_some_and(|kind| stands_in_the_way(run, kind)) {
        return Vec::new();
    }
    let may_fail = deed.act.purpose == Purpose::Continue || !run.alone();
    if may_fail && !still && (another_or_whole || hopeless(run)) {
        return Vec::new();
    }
    let offered = if still { "and is still offered" } else { "and nothing else is offered" };
    let kind = why.split([' ', '(', '{']).next().unwrap_or_default();
    let sort = format!("{walked} {kind} {}", if still { "still" } else { "closed" });
    finding(sort, format!("{walked} was offered, ended with {why}, {offered}"))
}

/// What went wrong in a way that was walked.
fn result(deed: &Deed) -> Option<&ErrorKind> {
    deed.result()?.problem.as_ref().map(|problem| &problem.kind)
}

/// Whether it was refused for the sake of somebody else's account, which stands there and is named: once that is gone,
/// the way leads where it promised.
fn stands_in_the_way(run: &Run, kind: &ErrorKind) -> bool {
    let named = match kind {
        ErrorKind::InvitationOtherAccount { found } => vec![found],
        ErrorKind::AddressConflict { owners, .. } | ErrorKind::ReturnRefused { owners, .. } => {
            owners.iter().map(|owner| &owner.id).collect()
        }
        _ => Vec::new(),
    };
    let live = &run.last().after.live;
    let ours = run.new_accounts();
    let theirs = |id: &&String| live.contains_key(&id.to_lowercase()) && !ours.contains(&&id.to_lowercase());
    // A contact that took the address is no account; it is named all the same.
    let taken = run.meanwhile.contains(&Somebody::TakesAddress) && !named.is_empty();
    // A group whose members a rule chooses now, or that is removed: named, and as long as it is so nobody gets in or out.
    let truth = &run.last().after;
    let closed = match kind {
        ErrorKind::GroupNotWritable { .. } => truth.dynamic.contains(&run.group),
        ErrorKind::GroupGone { .. } => !truth.groups.contains(&run.group),
        _ => false,
    };
    if closed {
        return true;
    }
    taken || run.meanwhile.contains(&Somebody::Invites) && named.iter().any(theirs)
}

/// Somebody else made it so that nothing can be brought back.
fn hopeless(run: &Run) -> bool {
    let gone = [Somebody::Purges, Somebody::DeletesGuest, Somebody::TakesAddress, Somebody::Invites];
    gone.iter().any(|did| run.meanwhile.contains(did))
}

/// After a way was walked to its end, what it belongs to is closed, and nothing is offered that is over.
pub(super) fn a_way_closes_what_it_belongs_to(run: &Run) -> Vec<Finding> {
    let Some(deed) = walked(run) else { return Vec::new() };
    let done = deed.result().is_some_and(|result| result.outcome == Outcome::Done);
    let Some(purpose) = deed.change.and_then(|change| run.purpose_of(change)).filter(|_| done) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    if !deed.unfinished.is_empty() {
        found.push((
            "unfinished".to_owned(),
            format!("{} is done, and {} change is still unfinished", word(purpose), deed.unfinished.len()),
        ));
    }
    let ways = deed.ways();
    if matches!(purpose, Purpose::Undo | Purpose::PutBack) && !ways.is_empty() {
        let words: Vec<&str> = ways.iter().map(|way| word(way.purpose)).collect();
        found.push((
            format!("offers {}", words.join(", ")),
            format!("{} is done, and {} is still offered", word(purpose), words.join(", ")),
        ));
    }
    let undone = |status| status == ChangeStatus::Undone;
    let back = matches!(purpose, Purpose::Undo | Purpose::PutBack);
    if back && !deed.history.iter().any(|entry| undone(entry.status)) {
        found.push((
            "not undone".to_owned(),
            format!("{} is done, and the history calls nothing undone", word(purpose)),
        ));
    }
    found
}

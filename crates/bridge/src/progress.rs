//! Progress, result and history, as the window shows them.

use std::collections::HashSet;

use guest::RemedyKind;
use journal::{Chain, ChangeFilter, Condition, End};
use procedure::{
    ChangeResult, HISTORY, Outcome, Progress, Purpose, RecordedRequest, RedeemLink, StepKind, StepProgress,
    StepState, Unrestored,
};

use crate::plan::{change, kind, of};
use crate::report::report;
use crate::view::{
    AvailabilityView, ChangeView, GuestReport, History, HistoryEntry, Problem, RecordEnd, RedeemLinkView,
    RequestView, ResultAction, ResultView, StepParts, StepView, UnrestoredView,
};

/// A change under way or just ended; what stopped it, as whoever is signed in can be told it.
pub(crate) fn progress(progress: &Progress, explain: impl Fn(procedure::Problem) -> Problem) -> ChangeView {
    ChangeView {
        id: progress.change.to_string(),
        kind: kind(progress.kind),
        guest_name: progress.guest_name.clone(),
        searched: progress.searched.clone(),
        steps: progress.steps.iter().map(step_view).collect(),
        result: progress
            .ended
            .as_deref()
            .map(|ended| result(ended, progress.kind.purpose, &progress.steps, explain)),
    }
}

/// The changes, and how the record stands; a record that cannot be walked says nothing of itself.
pub(crate) fn history(all: &[procedure::HistoryEntry], condition: Option<Condition>) -> History {
    let entries = all.iter().filter_map(entry).collect();
    let listed = all.iter().map(|entry| entry.batch.unwrap_or(entry.id)).collect::<HashSet<_>>().len();
    let full = listed >= HISTORY || all.len() >= ChangeFilter::most_changes(HISTORY);
    let newest_only = full.then(|| listed.try_into().unwrap_or(u32::MAX));
    let Some(Condition { chain, end, truncation, kept_aside }) = condition else {
        let (damaged, end) = (false, RecordEnd::Unknown);
        return History { entries, newest_only, damaged, end, removed: None, kept_aside: Vec::new() };
    };
    let name = |path: std::path::PathBuf| Some(path.file_name()?.to_string_lossy().into_owned());
    let end = match end {
        End::Whole => RecordEnd::Whole,
        End::CutOff => RecordEnd::CutOff,
        End::Unknown => RecordEnd::Unknown,
        End::Unkept => RecordEnd::Unkept,
    };
    let damaged = matches!(chain, Chain::Broken { .. });
    let kept_aside = kept_aside.into_iter().filter_map(name).collect();
    let removed = truncation.and_then(|it| it.at).map(|at| at.to_string());
    History { entries, newest_only, damaged, end, removed, kept_aside }
}

fn step_view(progress: &StepProgress) -> StepView {
    let number = |count: usize| count.try_into().unwrap_or(u32::MAX);
    let parts = progress.parts.map(|(done, total)| StepParts { done: number(done), total: number(total) });
    StepView { kind: progress.kind, state: progress.state, parts }
}

fn result(
    ended: &ChangeResult,
    purpose: Purpose,
    steps: &[StepProgress],
    explain: impl Fn(procedure::Problem) -> Problem,
) -> ResultView {
    let report = ended.examination.as_ref().map(report);
    let next = ended.next.filter(|next| report.as_ref().is_some_and(|report| may_be_pressed(report, *next)));
    let seen = report.as_ref().filter(|_| steps.iter().any(|step| step.kind.brings_memberships()));
    ResultView {
        outcome: ended.outcome,
        made: ended.made,
        changes: ended.changes.iter().map(change).collect(),
        left: ended.unrestored.iter().map(left).collect(),
        redeem_link: ended.link.as_ref().map(redeem_link),
        conclusion: ended.conclusion,
        new_account: in_place_of_another(steps),
        asks_test: ended.asks_test(purpose),
        memberships: seen.map(|report| report.memberships.clone()).unwrap_or_default(),
        shows_steps: ended.outcome != Outcome::Done,
        actions: actions(ended, next),
        primary: primary(ended, next),
        next,
        problem: ended.problem.clone().map(explain),
        report,
    }
}

/// Whether a new account took the place of another one: what knew that one does not know it.
fn in_place_of_another(steps: &[StepProgress]) -> bool {
    let is_there = steps.iter().any(|step| step.kind == StepKind::AwaitNew && step.state == StepState::Done);
    is_there && steps.iter().any(|step| step.kind == StepKind::Delete)
}

fn redeem_link(link: &RedeemLink) -> RedeemLinkView {
    RedeemLinkView {
        link: match link {
            RedeemLink::Known(link) => Some(link.clone()),
            RedeemLink::NotKnown => None,
        },
    }
}

fn may_be_pressed(report: &GuestReport, kind: RemedyKind) -> bool {
    let offered = report.remedies.iter().find(|remedy| remedy.kind == kind);
    offered.is_some_and(|remedy| remedy.availability != AvailabilityView::Disabled)
}

fn actions(ended: &ChangeResult, next: Option<RemedyKind>) -> Vec<ResultAction> {
    let all = [
        (ResultAction::PutBack, ended.can_put_back),
        (ResultAction::Continue, ended.can_continue),
        (ResultAction::Undo, ended.can_undo),
        (ResultAction::Close, true),
        (ResultAction::LookAgain, not_known(ended)),
        (ResultAction::Next, next.is_some()),
    ];
    all.into_iter().filter(|(_, possible)| *possible).map(|(action, _)| action).collect()
}

fn primary(ended: &ChangeResult, next: Option<RemedyKind>) -> ResultAction {
    let asks = ended.problem.as_ref().is_some_and(procedure::Problem::asks_to_put_back);
    if next.is_some() {
        ResultAction::Next
    } else if ended.can_put_back && asks {
        ResultAction::PutBack
    } else if ended.outcome == Outcome::NotYetVisible {
        ResultAction::LookAgain
    } else {
        ResultAction::Close
    }
}

/// Whether the directory did not show what became of it: then looking again is the way to know.
fn not_known(ended: &ChangeResult) -> bool {
    matches!(ended.outcome, Outcome::NotYetVisible | Outcome::Unknown)
}

fn left(left: &Unrestored) -> UnrestoredView {
    match left {
        Unrestored::Group(group) => UnrestoredView::Group { group: group.name.clone() },
        Unrestored::App(app) => UnrestoredView::App { app: app.name.clone() },
        Unrestored::Sponsor { .. } => UnrestoredView::Sponsor,
        Unrestored::Profile => UnrestoredView::Profile,
        Unrestored::GroupNotSeen(group) => UnrestoredView::GroupNotSeen { group: group.name.clone() },
        Unrestored::AppNotSeen(app) => UnrestoredView::AppNotSeen { app: app.name.clone() },
        Unrestored::SponsorNotSeen { .. } => UnrestoredView::SponsorNotSeen,
        Unrestored::ProfileNotSeen => UnrestoredView::ProfileNotSeen,
        Unrestored::ProxyNotAdded => UnrestoredView::ProxyNotAdded,
        Unrestored::Address { address } => UnrestoredView::Address { address: address.clone() },
        Unrestored::NotSeen { of } => UnrestoredView::NotSeen { what: (*of).into() },
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
        made: entry.made,
        changes: entry.changes.iter().map(change).collect(),
        left: entry.unrestored.iter().map(left).collect(),
        can_undo: entry.can_undo,
        can_continue: entry.can_continue,
        can_put_back: entry.can_put_back,
        back: entry.back,
        redeem_link: entry.link.as_ref().map(redeem_link),
        test: entry.test,
        takes_back: entry.takes_back.map(|change| change.to_string()),
        batch: entry.batch.map(|batch| batch.to_string()),
        seen_at: entry.seen_at.map(|at| at.to_string()),
        why_not_done: entry.why_not_done,
        requests: entry.requests.iter().map(request).collect(),
    })
}

fn request(sent: &RecordedRequest) -> RequestView {
    RequestView {
        at: sent.at.to_string(),
        kind: sent.kind,
        answer: sent.answer,
        status: sent.status,
        code: sent.code.clone(),
        request_id: sent.request_id.clone(),
    }
}

#[cfg(test)]
mod tests {
    use guest::Operator;
    use procedure::{Conclusion, ErrorKind};

    use super::*;
    use crate::pieter::{seen_by, with_role};
    use crate::problem::AppProblem;

    fn shown(ended: &ChangeResult, steps: &[StepKind]) -> ResultView {
        let done = |&kind: &StepKind| StepProgress { kind, state: StepState::Done, parts: None };
        let steps: Vec<StepProgress> = steps.iter().map(done).collect();
        result(ended, Purpose::Apply, &steps, |problem| AppProblem::from(problem).into())
    }

    /// Carried out, and this person sees that the main address is still missing.
    fn still_missing(operator: Operator) -> ChangeResult {
        ChangeResult {
            can_undo: true,
            examination: Some(seen_by(operator)),
            conclusion: Some(Conclusion::StillMissing),
            next: Some(RemedyKind::SetMail),
            ..ChangeResult::default()
        }
    }

    fn refused_invitation(can_put_back: bool) -> ChangeResult {
        let kind = ErrorKind::InvitationRefused {
            address: "pieter@northwindtraders.com".to_owned(),
            owners: Vec::new(),
        };
        let problem =
            Some(procedure::Problem { changed: graph::Changed::Yes, ..procedure::Problem::unchanged(kind) });
        ChangeResult {
            outcome: Outcome::Interrupted,
            can_continue: can_put_back,
            can_put_back,
            problem,
            ..ChangeResult::default()
        }
    }

    #[test]
    fn what_can_follow_is_offered_in_its_order_and_one_of_it_suggested() {
        use ResultAction::{Close, Continue, LookAgain, Next, PutBack, Undo};
        let unseen = |outcome: Outcome| ChangeResult { outcome, can_undo: true, ..ChangeResult::default() };
        let stopped = ChangeResult {
            outcome: Outcome::Interrupted,
            can_continue: true,
            can_put_back: true,
            ..ChangeResult::default()
        };
        for (story, ended, actions, primary) in [
            ("nothing is left to do", ChangeResult::default(), vec![Close], Close),
            (
                "it can be undone",
                ChangeResult { can_undo: true, ..ChangeResult::default() },
                vec![Undo, Close],
                Close,
            ),
            (
                "the main address is still missing",
                still_missing(with_role("User Administrator")),
                vec![Undo, Close, Next],
                Next,
            ),
            (
                "this account may not set it",
                still_missing(with_role("Guest Inviter")),
                vec![Undo, Close],
                Close,
            ),
            ("it does not show yet", unseen(Outcome::NotYetVisible), vec![Undo, Close, LookAgain], LookAgain),
            ("its answer was lost", unseen(Outcome::Unknown), vec![Undo, Close, LookAgain], Close),
            ("it stopped half-way", stopped, vec![PutBack, Continue, Close], Close),
            ("the invitation was refused", refused_invitation(true), vec![PutBack, Continue, Close], PutBack),
            ("there is nothing to put back", refused_invitation(false), vec![Close], Close),
        ] {
            let result = shown(&ended, &[]);
            assert_eq!((result.actions, result.primary), (actions, primary), "{story}");
            assert_eq!(result.next, (primary == Next).then_some(RemedyKind::SetMail), "{story}");
            assert_eq!(result.conclusion, ended.conclusion, "{story}");
        }
    }

    #[test]
    fn the_groups_are_named_only_where_an_account_is_new_or_came_back() {
        use StepKind::{AddToGroups, Invite, ReadBack, Restore, WriteMail};
        let ended = still_missing(Operator::default());
        assert!(shown(&ended, &[WriteMail, ReadBack]).memberships.is_empty());
        assert_eq!(shown(&ended, &[Invite, AddToGroups]).memberships, ["Sales NL"]);
        assert_eq!(shown(&ended, &[Restore]).memberships, ["Sales NL"]);
        assert!(shown(&refused_invitation(true), &[AddToGroups]).memberships.is_empty(), "nothing was seen");
    }

    #[test]
    fn the_steps_are_shown_unless_all_of_them_were_done() {
        assert!(!shown(&ChangeResult::default(), &[]).shows_steps);
        assert!(shown(&refused_invitation(true), &[]).shows_steps);
    }
}

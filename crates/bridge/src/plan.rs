//! A plan, as the Change screen shows it: what do I choose, what is it now, what will it be, what may it cost, what
//! will it not do, can I go back.

use guest::plan::{keep_one, remove_and_invite};
use guest::{Address, RemedyKind, Stays, Undo, WhyNot};
use procedure::{DependentCounts, Plan, PlanKind as Kind, Shown};

use crate::report::built;
use crate::view::{
    AddressChoice, AddressNote, GroupFate, GroupWhy, Missing, Note, PlanKind, PlanNoteCode as N, PlanView,
    PropertyChange, RemedyKindView, UndoView,
};

/// The plan as it is shown.
pub(crate) fn plan(plan: &Plan) -> PlanView {
    let mut view = PlanView {
        id: plan.id.map(|id| id.to_string()),
        kind: kind(plan.kind),
        of: of(plan.kind),
        guest_name: plan.guest_name.clone(),
        given_name: plan.given_name.clone(),
        addresses: Vec::new(),
        changes: plan.changes.iter().map(change).collect(),
        groups: Vec::new(),
        invitation_language: None,
        send_invitation: None,
        warnings: Vec::new(),
        notes: Vec::new(),
        undo: undo(plan),
        confirm_text: plan.confirm_text.clone(),
        steps: plan.steps.clone(),
        missing: plan.work.is_none().then_some(Missing::Address),
    };
    match &plan.shown {
        Shown::KeepOne { choices, chosen } => keep_one(&mut view, plan, choices, chosen.as_ref()),
        Shown::SetMail { choices, chosen } => {
            view.addresses = choices
                .choices
                .iter()
                .map(|address| {
                    choice(plan, address, chosen.as_ref() == Some(address), choices.current.as_ref())
                })
                .collect();
            if let Some(old) = &choices.current {
                view.notes.push(Note::with(N::OldMainStays, [("address", old.as_str())]));
            }
            view.notes.push(Note::plain(N::MailCannotBeEmptied));
        }
        Shown::RemoveAndInvite { choices, chosen, groups, language, send, around } => {
            view.addresses = choices
                .choices
                .iter()
                .map(|it| choice(plan, &it.address, chosen.as_ref() == Some(it), None))
                .collect();
            view.groups = choices.groups.iter().map(|group| fate(group, groups)).collect();
            view.invitation_language = Some(language.clone());
            view.send_invitation = Some(*send);
            remove_and_invite(&mut view, choices, chosen.as_ref(), *around);
        }
        Shown::Back { removes_new } => back(&mut view, plan, *removes_new),
    }
    view
}

fn back(view: &mut PlanView, plan: &Plan, removes_new: bool) {
    if removes_new {
        view.warnings.push(Note::plain(N::NewAccountRemoved));
    }
    // Microsoft Entra: "Recover from deletions".
    if matches!(&plan.work, Some(procedure::Work::PutBack { .. })) {
        view.notes.push(Note::plain(N::OriginalComesBack));
    }
    if matches!(plan.kind, Kind::Continue(_)) {
        view.notes.push(Note::plain(N::ReadsBackFirst));
    }
    if plan.kind == Kind::Undo(RemedyKind::SetMail) {
        let old = view.changes.iter().find_map(|change| change.before.first()).cloned();
        view.notes.extend(old.map(|old| Note::with(N::OldMainStays, [("address", &old)])));
    }
}

fn keep_one(
    view: &mut PlanView,
    plan: &Plan,
    choices: &keep_one::Choices,
    chosen: Option<&keep_one::Choice>,
) {
    view.addresses =
        choices.choices.iter().map(|it| choice(plan, &it.address, chosen == Some(it), None)).collect();
    for warning in chosen.map(|chosen| chosen.warnings.as_slice()).unwrap_or_default() {
        match warning {
            keep_one::Warning::SharePointFiles { addresses } => {
                view.warnings
                    .push(Note::with(N::SharepointRemovedAddress, [("addresses", &joined(addresses))]));
            }
            keep_one::Warning::SignInAddressRemoved { address } => {
                view.warnings.push(Note::with(N::SignInAddress, [("address", address.as_str())]));
            }
            keep_one::Warning::DoesNotFillMainAddress => view.notes.push(Note::plain(N::NoMainAddress)),
            keep_one::Warning::ConflictStays => view.notes.push(Note::plain(N::OwnerStays)),
        }
    }
}

fn remove_and_invite(
    view: &mut PlanView,
    choices: &remove_and_invite::Choices,
    chosen: Option<&remove_and_invite::Choice>,
    around: DependentCounts,
) {
    let address = chosen.map_or_else(|| choices.confirm.as_str(), |chosen| chosen.address.as_str());
    view.warnings.push(Note::with(N::SharepointAll, [("address", address)]));
    let characters = chosen.map(|chosen| refused_characters(&chosen.warnings)).unwrap_or_default();
    if !characters.is_empty() {
        view.warnings.push(Note::with(N::InvitationCharacters, [("characters", &characters)]));
    }
    match around.owned {
        Some(0) => {}
        Some(count) => view.warnings.push(counted(N::OwnsObjects, count)),
        None => view.warnings.push(Note::with(N::NotSeen, [("what", "ownedObjects")])),
    }
    if !choices.groups_known {
        view.warnings.push(Note::with(N::NotSeen, [("what", "memberOf")]));
    }
    view.notes.extend([
        Note::plain(N::MustAcceptAgain),
        Note::plain(N::NotRestored),
        Note::plain(N::ProfileReplayed),
    ]);
    replayed(view, around.apps, N::AppsReplayed, "appRoleAssignments");
    replayed(view, around.sponsors, N::SponsorsReplayed, "sponsors");
}

/// What is set again, how many; or that it could not be read and will therefore be lost.
fn replayed(view: &mut PlanView, count: Option<usize>, code: N, what: &str) {
    match count {
        Some(0) => {}
        Some(count) => view.notes.push(counted(code, count)),
        None => view.warnings.push(Note::with(N::NotSeen, [("what", what)])),
    }
}

fn counted(code: N, count: usize) -> Note<N> {
    Note::with(code, [("count", &count.to_string())])
}

fn refused_characters(warnings: &[remove_and_invite::InvitationWarning]) -> String {
    use remove_and_invite::InvitationWarning as W;
    let mut characters: Vec<String> = warnings
        .iter()
        .map(|warning| match warning {
            W::ForbiddenCharacter { character } | W::EdgeOfName { character } => character.to_string(),
        })
        .collect();
    characters.dedup();
    characters.join(" ")
}

fn joined(addresses: &[Address]) -> String {
    addresses.iter().map(Address::as_str).collect::<Vec<_>>().join(", ")
}

fn choice(plan: &Plan, address: &Address, chosen: bool, main: Option<&Address>) -> AddressChoice {
    let invited = matches!(&plan.shown, Shown::KeepOne { choices, .. } if choices.preselected.as_ref() == Some(address));
    let note = match () {
        () if main == Some(address) => Some(AddressNote::Main),
        () if invited => Some(AddressNote::Invited),
        () if plan.searched == *address => Some(AddressNote::Searched),
        () => None,
    };
    AddressChoice { address: address.as_str().to_owned(), chosen, note }
}

fn fate(group: &remove_and_invite::GroupAgain, chosen: &[String]) -> GroupFate {
    GroupFate {
        id: group.id.clone(),
        display_name: group.display_name.clone().unwrap_or_else(|| group.id.clone()),
        restorable: group.why_not.is_none(),
        chosen: chosen.contains(&group.id),
        why: group.why_not.map(|why| match why {
            WhyNot::Dynamic => GroupWhy::Dynamic,
            WhyNot::OnPremises => GroupWhy::OnPremises,
            WhyNot::DistributionList => GroupWhy::DistributionList,
            WhyNot::MailEnabledSecurity => GroupWhy::MailEnabledSecurity,
            WhyNot::RoleAssignable => GroupWhy::RoleAssignable,
            WhyNot::Unknown => GroupWhy::Unknown,
        }),
    }
}

/// A change of a property, as it is shown.
pub(crate) fn change(changing: &procedure::PropertyChange) -> PropertyChange {
    PropertyChange {
        property: changing.property.to_owned(),
        before: changing.before.clone(),
        after: changing.after.clone(),
    }
}

/// What a plan is for.
pub(crate) fn kind(kind: Kind) -> PlanKind {
    match kind {
        Kind::Remedy(RemedyKind::SetMail) => PlanKind::SetMail,
        Kind::Remedy(RemedyKind::KeepOneAddress) => PlanKind::KeepOneAddress,
        Kind::Remedy(_) => PlanKind::RemoveAndInvite,
        Kind::Undo(_) => PlanKind::Undo,
        Kind::Continue(_) => PlanKind::Continue,
        Kind::PutBack => PlanKind::PutBack,
    }
}

/// Which remedy an undo, a continuation or a way back belongs to.
pub(crate) fn of(kind: Kind) -> Option<RemedyKindView> {
    match kind {
        Kind::Remedy(_) => None,
        Kind::Undo(_) | Kind::Continue(_) | Kind::PutBack => built(kind.remedy()),
    }
}

fn undo(plan: &Plan) -> UndoView {
    // `mail` cannot be emptied again: with nothing before it there is nothing to go back to.
    let was_empty = matches!(&plan.work, Some(procedure::Work::WriteMail { before: None, .. }));
    match &plan.undo {
        Undo::Impossible => UndoView::Impossible,
        Undo::Full => UndoView::Full,
        Undo::Partial { stays } if stays.contains(&Stays::WithinThirtyDays) => UndoView::Restore,
        Undo::Partial { .. } if was_empty => UndoView::Impossible,
        Undo::Partial { .. } => UndoView::Partial,
    }
}

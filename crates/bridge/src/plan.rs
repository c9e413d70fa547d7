//! A plan, as the Change screen shows it: what do I choose, what is it now, what will it be, what may it cost, what
//! will it not do, can I go back. Every remedy has the same parts, so that none is named here.

use guest::RemedyKind;
use procedure::{GroupFate as Fate, NewGuestChoice, Plan, PlanKind, Purpose, SponsorChoice};

use crate::view::{
    AddressChoice, GroupFate, Missing, NewGuestView, PlanKindView, PlanView, PropertyChange, SponsorView,
};

/// The plan as it is shown.
pub(crate) fn plan(plan: &Plan) -> PlanView {
    let address = |choice: &procedure::AddressChoice| AddressChoice {
        address: choice.address.as_str().to_owned(),
        chosen: choice.chosen,
        note: choice.origin,
    };
    PlanView {
        id: plan.id.map(|id| id.to_string()),
        kind: kind(plan.kind),
        of: of(plan.kind),
        guest_name: plan.guest_name.clone(),
        given_name: plan.given_name.clone(),
        question: plan.question,
        addresses: plan.addresses.iter().map(address).collect(),
        changes: plan.changes.iter().map(change).collect(),
        groups: plan.groups.iter().map(fate).collect(),
        invitation_language: plan.invitation.as_ref().map(|invitation| invitation.language.clone()),
        send_invitation: plan.invitation.as_ref().map(|invitation| invitation.send),
        new_guest: new_guest(plan).map(new_guest_view),
        warnings: plan.warnings.clone(),
        notes: plan.notes.clone(),
        undo: plan.way_back,
        deletes: plan.deletes,
        confirm_text: plan.confirm_text.clone(),
        steps: plan.steps.clone(),
        insist: plan.insist,
        without_taken: plan.without_taken,
        missing: plan.is_incomplete().then(|| missing(plan)),
    }
}

/// An address comes first: what there is to insist on depends on it.
fn missing(plan: &Plan) -> Missing {
    let chosen = plan.addresses.is_empty() || plan.addresses.iter().any(|address| address.chosen);
    let sponsors = new_guest(plan).into_iter().flat_map(|new| &new.sponsors);
    if sponsors.into_iter().any(|sponsor| sponsor.found.is_err()) {
        Missing::Sponsor
    } else if chosen && plan.insist == Some(false) {
        Missing::Insist
    } else {
        Missing::Address
    }
}

fn new_guest(plan: &Plan) -> Option<&NewGuestChoice> {
    plan.invitation.as_ref()?.new.as_ref()
}

fn new_guest_view(new: &NewGuestChoice) -> NewGuestView {
    let sponsor = |sponsor: &SponsorChoice| SponsorView {
        typed: sponsor.typed.clone(),
        display_name: sponsor.found.as_ref().ok().map(|found| found.name.clone()),
        why: sponsor.found.as_ref().err().copied(),
    };
    NewGuestView {
        name: new.name.clone(),
        message: new.message.clone(),
        sponsors: new.sponsors.iter().map(sponsor).collect(),
    }
}

/// What a plan would do, by the name it has on screen.
pub(crate) fn kind(kind: PlanKind) -> PlanKindView {
    match kind.purpose {
        Purpose::Apply => PlanKindView::Remedy(kind.remedy),
        Purpose::Undo | Purpose::Continue | Purpose::PutBack => PlanKindView::TakenBack(kind.purpose),
    }
}

/// Which remedy an undo, a continuation or a way back belongs to.
pub(crate) fn of(kind: PlanKind) -> Option<RemedyKind> {
    (kind.purpose != Purpose::Apply).then_some(kind.remedy)
}

fn fate(fate: &Fate) -> GroupFate {
    GroupFate {
        id: fate.group.id.clone(),
        display_name: fate.group.name.clone(),
        restorable: fate.why_not.is_none(),
        chosen: fate.chosen,
        why: fate.why_not,
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

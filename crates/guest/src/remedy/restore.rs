//! *Restore*: bring a deleted guest back.

use super::permission::{ADMINS_OF_ADMINS, DELETE_AND_RESTORE, GLOBAL, PRIVILEGED_AUTHENTICATION, USERS};
use super::{
    CannotHelp, Fit, NotNow, Options, PlanNote, Proposal, Reason, Remedy, Roles, Situation, WayBack,
};
use crate::facts::{GuestSign, OwnerRef};
use crate::finding::{Advice, FindingCode, Verdict};
use crate::rules::Search;
use crate::verdict::days_left;

/// What the domain knows of it.
pub(super) const REMEDY: Remedy = Remedy {
    option: None,
    cures: &[Verdict::Deleted],
    permissions: &[DELETE_AND_RESTORE],
    // Microsoft Graph: "Restore deleted item", permissions.
    roles: Roles {
        ordinary: &["Authentication Administrator", PRIVILEGED_AUTHENTICATION, USERS, GLOBAL],
        privileged: ADMINS_OF_ADMINS,
    },
    advice_only: false,
    changes_account: true,
    may_be_open_to_all: false,
    elsewhere: Some(Advice::RestoreElsewhere),
    for_many: None,
    // Not full: it would be deleted for thirty new days, and what it was given since would go with it.
    way_back: |_| WayBack::DeleteAgain,
    offer,
};

fn offer(situation: &Situation<'_>) -> Option<Proposal> {
    let Search::Deleted(users) = situation.found else { return None };
    if !users.iter().all(|user| user.guest_sign() == GuestSign::Guest) {
        return None;
    }
    let over = users.iter().all(|user| days_left(user, situation.facts.now) == Some(0));
    let fit = match users.as_slice() {
        _ if over => Fit::CannotHelp(CannotHelp::TooLate),
        [_] => Fit::Fits(Box::new(options(situation))),
        _ => Fit::NotNow(NotNow::ChooseFirst),
    };
    Some(Proposal::new(Reason::ComesBackWithEverything, fit))
}

/// Nothing is chosen. What the server refused it for in this session, it refuses it for again.
fn options(situation: &Situation<'_>) -> Options {
    let refused = situation.findings.iter().filter(|finding| finding.code == FindingCode::AddressRefused);
    let note = |owner: &OwnerRef| PlanNote::WasRefused {
        address: owner.address.as_str().to_owned(),
        owner: owner.name().to_owned(),
    };
    Options {
        warnings: refused.filter_map(|finding| finding.owner.as_ref()).map(note).collect(),
        notes: vec![PlanNote::AccountComesBack, PlanNote::GroupsShowAfterwards],
        ..Options::default()
    }
}

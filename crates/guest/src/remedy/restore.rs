//! *Restore*: bring a deleted guest back.

use super::permission::{ADMINS_OF_ADMINS, DELETE_AND_RESTORE, GLOBAL, PRIVILEGED_AUTHENTICATION, USERS};
use super::{CannotHelp, Fit, NotNow, Proposal, Reason, Remedy, Roles, Situation, WayBack};
use crate::facts::GuestSign;
use crate::finding::{Advice, Verdict};
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
    way_back: |_| WayBack::Full,
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
        [_] => Fit::fits(),
        _ => Fit::NotNow(NotNow::ChooseFirst),
    };
    Some(Proposal::new(Reason::ComesBackWithEverything, fit))
}

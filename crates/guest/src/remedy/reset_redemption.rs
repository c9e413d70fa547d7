//! *Let the guest accept again*: reset the redemption. Changes how the guest signs in; fills no address.

use super::permission::{GLOBAL, INVITE, USERS};
use super::{Fit, Proposal, Reason, Remedy, Roles, Situation, WayBack};
use crate::finding::Verdict;
use crate::rules::is_pending;

/// What the domain knows of it.
pub(super) const REMEDY: Remedy = Remedy {
    option: None,
    // It fills no address, so it is never recommended where one is missing.
    cures: &[],
    permissions: &[INVITE],
    // Microsoft Entra External ID: "Reset redemption status".
    roles: Roles::same(&["Helpdesk Administrator", USERS, GLOBAL]),
    advice_only: false,
    changes_account: true,
    may_be_open_to_all: false,
    elsewhere: None,
    way_back: |_| WayBack::Impossible,
    offer,
};

fn offer(situation: &Situation<'_>) -> Option<Proposal> {
    situation.guest().filter(|guest| !is_pending(guest))?;
    let proposal = Proposal::new(Reason::ChangesHowTheySignIn, Fit::fits());
    Some(proposal.behind(situation.verdict != Verdict::MailElsewhere))
}

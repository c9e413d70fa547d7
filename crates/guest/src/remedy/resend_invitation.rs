//! *Send the invitation again*: to a guest who has not accepted yet.

use super::permission::{INVITE, INVITERS};
use super::{Fit, Proposal, Reason, Remedy, Roles, Situation, WayBack};
use crate::finding::{Advice, FindingCode, Verdict};

/// What the domain knows of it.
pub(super) const REMEDY: Remedy = Remedy {
    option: None,
    cures: &[Verdict::Pending],
    permissions: &[INVITE],
    roles: Roles::same(INVITERS),
    advice_only: false,
    changes_account: true,
    may_be_open_to_all: true,
    elsewhere: Some(Advice::ResendElsewhere),
    way_back: |_| WayBack::Impossible,
    offer,
};

fn offer(situation: &Situation<'_>) -> Option<Proposal> {
    situation.guest()?;
    let pending = situation.has(FindingCode::Pending);
    pending.then(|| Proposal::new(Reason::NotAcceptedYet, Fit::fits()))
}

//! *Let the guest accept again*: reset the redemption. Changes how the guest signs in; fills no address.

use super::permission::{GLOBAL, INVITE, USERS};
use super::{
    CannotHelp, Fit, NotNow, Options, PlanNote, Proposal, Reason, Remedy, Roles, Situation, WayBack,
};
use crate::address::Address;
use crate::facts::User;
use crate::finding::Verdict;
use crate::known::Known;
use crate::rules::is_pending;

/// What the domain knows of it.
pub(super) const REMEDY: Remedy = Remedy {
    option: None,
    // It fills no address and moves no mail, so it is never the one to do first.
    cures: &[],
    permissions: &[INVITE],
    // Microsoft Entra External ID: "Reset redemption status".
    roles: Roles::same(&["Helpdesk Administrator", USERS, GLOBAL]),
    advice_only: false,
    changes_account: true,
    may_be_open_to_all: false,
    elsewhere: None,
    for_many: None,
    way_back: |_| WayBack::Impossible,
    offer,
};

/// Of a guest who has accepted: to one who has not, the invitation is sent again.
fn offer(situation: &Situation<'_>) -> Option<Proposal> {
    let guest = situation.guest().filter(|guest| !is_pending(guest))?;
    let proposal = Proposal::new(Reason::ChangesHowTheySignIn, fit(situation, guest));
    Some(proposal.behind(situation.verdict != Verdict::MailElsewhere))
}

/// Only at an address that stands in `mail` or `otherMails` (Microsoft Entra External ID: "Reset redemption status"; the
/// refusal of others: msgraph-beta-sdk-dotnet issue 394), that nobody else owns, and that is not the organisation's own.
fn fit(situation: &Situation<'_>, guest: &User) -> Fit {
    if situation.is_synced() {
        return Fit::CannotHelp(CannotHelp::SyncedFromOnPremises);
    }
    let mut all = guest.held_addresses();
    all.retain(|address| stands_in_mail(guest, address));
    if all.is_empty() {
        let unread = !guest.mail.is_known() || !guest.other_mails.is_known();
        return if unread {
            Fit::NotNow(NotNow::NotKnown)
        } else {
            Fit::CannotHelp(CannotHelp::NoAddressToSet)
        };
    }
    let outside = |address: &Address| situation.facts.organisation.has_domain_of(address) != Known::Is(true);
    all.retain(outside);
    if all.is_empty() {
        return Fit::CannotHelp(CannotHelp::OwnDomain);
    }
    let addresses = situation.free(all);
    match (addresses.is_empty(), situation.owner()) {
        (true, Some(owner)) => Fit::NotNow(NotNow::ConflictFirst { owner: owner.name().to_owned() }),
        (true, None) => Fit::CannotHelp(CannotHelp::NoAddressToSet),
        (false, _) => Fit::Fits(Box::new(options(situation, guest, addresses))),
    }
}

fn stands_in_mail(guest: &User, address: &Address) -> bool {
    let others = guest.other_mails.get().into_iter().flatten();
    guest.mail.value().into_iter().chain(others).any(|value| address.is(value))
}

fn options(situation: &Situation<'_>, guest: &User, addresses: Vec<Address>) -> Options {
    Options {
        preselected: situation.likeliest(&addresses),
        addresses: addresses.into_iter().map(|address| situation.invitation_option(address)).collect(),
        language: guest.preferred_language.value().cloned(),
        warnings: vec![PlanNote::MustAcceptAgain],
        notes: vec![PlanNote::SameAccount, PlanNote::MailGoesAsBefore],
        ..Options::default()
    }
}

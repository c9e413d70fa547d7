//! R12 and R13: the account itself, and when nothing is found.

use guest::{CannotHelp, Facts, FindingCode as F, Known, RemedyKind as K, Rule, User, Verdict as V};

use super::Story;
use crate::people::{broken, found, guest, microsoft365, some};

pub(crate) fn stories() -> Vec<Story> {
    let blocked = |user: User| User { account_enabled: Known::Is(Some(false)), ..user };
    let mailbox = |user: User| User { licences: Known::Is(1), has_mailbox: Known::Is(true), ..user };
    let pending = |user: User| User { external_user_state: some("PendingAcceptance"), ..user };
    let fine = || guest("finn", "finn@adatum.com");
    let without = || broken("finn", "finn@adatum.com", &["finn@adatum.com"]);
    let found_finn = |user: User| found("finn@adatum.com", user);
    let licensed = |name, user, verdict, findings: &[F]| {
        Story::new(Rule::MoreThanAGuest, name, found_finn(user), verdict, findings)
    };
    let unread = User { account_enabled: Known::Unknown, external_user_state: Known::Unknown, ..fine() };
    let in_a_group = Facts { memberships: Known::Is(vec![microsoft365("sales")]), ..found_finn(fine()) };
    vec![
        Story::new(
            Rule::AccountState,
            "Finn, who is blocked",
            found_finn(blocked(fine())),
            V::Blocked,
            &[F::Blocked],
        ),
        Story::new(
            Rule::AccountState,
            "Finn, who has not accepted",
            found_finn(pending(fine())),
            V::Pending,
            &[F::Pending],
        )
        .recommends(K::ResendInvitation)
        .absent(K::ResetRedemption),
        Story::new(
            Rule::AccountState,
            "Finn, blocked before accepting",
            found_finn(blocked(pending(fine()))),
            V::Blocked,
            &[F::Blocked, F::Pending],
        )
        .fits(K::ResendInvitation),
        Story::new(
            Rule::AccountState,
            "Finn, blocked and without address",
            found_finn(blocked(without())),
            V::NoAddress,
            &[F::NoAddress, F::Blocked],
        )
        .recommends(K::SetMail),
        Story::new(
            Rule::AccountState,
            "Finn, of whom that was not read",
            found_finn(unread),
            V::Healthy,
            &[F::NoFaultFound],
        ),
        licensed(
            "Finn, who has a mailbox here",
            mailbox(fine()),
            V::Healthy,
            &[F::HasMailbox, F::NoFaultFound],
        )
        .cannot_help(K::RemoveAndInvite, CannotHelp::HasMailbox),
        licensed(
            "Finn, who has a mailbox here and no address",
            mailbox(without()),
            V::NoAddress,
            &[F::HasMailbox, F::NoAddress],
        )
        .recommends(K::SetMail)
        .cannot_help(K::RemoveAndInvite, CannotHelp::HasMailbox),
        licensed(
            "Finn, who has a licence without a mailbox",
            User { licences: Known::Is(1), ..fine() },
            V::Healthy,
            &[F::Licensed, F::NoFaultFound],
        )
        .fits(K::RemoveAndInvite),
        Story::new(
            Rule::NoFaultFound,
            "Finn, with whom nothing is wrong",
            found_finn(fine()),
            V::Healthy,
            &[F::NoFaultFound],
        )
        .cannot_help(K::KeepOneAddress, CannotHelp::OneAddressAlready)
        .fits(K::RemoveAndInvite)
        .fits(K::ResetRedemption)
        .absent(K::RenewMembership)
        .absent(K::SetMail)
        .absent(K::ResolveConflict),
        Story::new(
            Rule::NoFaultFound,
            "Finn, with whom nothing is wrong, in a group",
            in_a_group,
            V::Healthy,
            &[F::NoFaultFound],
        )
        .cannot_help(K::RenewMembership, CannotHelp::NoGroupToRenew),
    ]
}

//! Who can be repaired together with others, at which address, and who is left out and why.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod people;

use guest::{
    Address, Facts, Known, Lookup, Operator, RemedyKind, User, WhyNotForMany, diagnose, for_many, subject,
};
use people::{address, broken, contact, employee, found, guest, nobody, some, texts};

const PIETER: &str = "pieter@northwindtraders.com";
const SECOND: &str = "p.jansen@example.com";
const ALL: [RemedyKind; 3] = [RemedyKind::SetMail, RemedyKind::KeepOneAddress, RemedyKind::ResendInvitation];

/// No main address, and these others.
fn pieter(others: &[&str]) -> User {
    broken("pieter", PIETER, others)
}

fn pending(user: User) -> User {
    User { external_user_state: some("PendingAcceptance"), ..user }
}

fn taken(facts: &Facts, kind: RemedyKind) -> Result<Address, WhyNotForMany> {
    let said = diagnose(facts);
    for_many(kind, &said, subject(facts, &said).unwrap())
}

fn alone(user: User) -> Facts {
    Facts { chosen: Some(user.id.clone()), ..found(PIETER, user) }
}

/// Why they are left out of this remedy.
fn left_out(user: User, kind: RemedyKind) -> WhyNotForMany {
    taken(&alone(user), kind).unwrap_err()
}

#[test]
fn three_remedies_can_be_done_for_many_and_none_of_them_deletes() {
    let can: Vec<_> = RemedyKind::ALL.iter().filter(|kind| kind.remedy().for_many.is_some()).collect();
    assert_eq!(can, [&RemedyKind::ResendInvitation, &RemedyKind::SetMail, &RemedyKind::KeepOneAddress]);
    for &kind in RemedyKind::ALL.iter().filter(|kind| !ALL.contains(kind)) {
        assert_eq!(left_out(pieter(&[PIETER]), kind), WhyNotForMany::DoesNotFit, "{kind:?}");
    }
}

#[test]
fn the_main_address_is_set_where_one_address_is_possible_and_no_other() {
    assert_eq!(taken(&alone(pieter(&[PIETER])), RemedyKind::SetMail), Ok(address(PIETER)));
    // Whatever was searched for: nobody searched for this guest in particular.
    let several = pieter(&[PIETER, SECOND]);
    assert_eq!(left_out(several, RemedyKind::SetMail), WhyNotForMany::SeveralAddresses);
    // The one they were invited at is theirs, though it stands in no field any more.
    assert_eq!(taken(&alone(pieter(&[])), RemedyKind::SetMail), Ok(address(PIETER)));
    let nameless = User { user_principal_name: Known::Is(None), ..pieter(&[]) };
    assert_eq!(left_out(nameless, RemedyKind::SetMail), WhyNotForMany::DoesNotFit);
}

#[test]
fn what_is_written_once_more_because_nothing_followed_is_the_one_address_there_is() {
    let user = User { mail: some(PIETER), ..pieter(&[PIETER]) };
    assert_eq!(taken(&alone(user), RemedyKind::SetMail), Ok(address(PIETER)));
}

#[test]
fn one_address_is_kept_where_the_invited_one_is_certain_and_among_them() {
    let user = pieter(&[SECOND, PIETER]);
    assert_eq!(taken(&alone(user.clone()), RemedyKind::KeepOneAddress), Ok(address(PIETER)));
    let elsewhere = pieter(&[SECOND, "p@fabrikam.nl"]);
    assert_eq!(left_out(elsewhere, RemedyKind::KeepOneAddress), WhyNotForMany::InvitedNotCertain);
    let ambiguous = broken("pieter", "p_j@example.com", &["p_j@example.com", SECOND]);
    assert_eq!(left_out(ambiguous, RemedyKind::KeepOneAddress), WhyNotForMany::InvitedNotCertain);
    assert_eq!(left_out(pieter(&[PIETER]), RemedyKind::KeepOneAddress), WhyNotForMany::DoesNotFit);
}

#[test]
fn the_invitation_is_sent_again_where_one_address_is_possible() {
    let user = pending(guest("pieter", PIETER));
    assert_eq!(taken(&alone(user), RemedyKind::ResendInvitation), Ok(address(PIETER)));
    // Where the invited one is not known any of several may be it.
    let unknown =
        User { user_principal_name: some("p_j_x#EXT#@contoso.onmicrosoft.com"), ..pieter(&[PIETER, SECOND]) };
    assert_eq!(left_out(pending(unknown), RemedyKind::ResendInvitation), WhyNotForMany::SeveralAddresses);
}

#[test]
fn in_whom_nothing_is_wrong_is_left_out_of_all_three() {
    for kind in ALL {
        let user = User { other_mails: texts(&[PIETER, SECOND]), ..guest("pieter", PIETER) };
        assert_eq!(left_out(user, kind), WhyNotForMany::NothingToRepair, "{kind:?}");
    }
}

#[test]
fn of_two_main_addresses_somebody_has_to_choose() {
    let user = User { proxy_addresses: texts(&["SMTP:p.jansen@example.com"]), ..guest("pieter", PIETER) };
    assert_eq!(left_out(user, RemedyKind::SetMail), WhyNotForMany::SeveralAddresses);
}

#[test]
fn whose_address_something_else_has_is_left_out_and_it_is_named() {
    for kind in [RemedyKind::SetMail, RemedyKind::KeepOneAddress] {
        let facts = alone(pieter(&[PIETER, SECOND]));
        let facts = Facts { contacts: Lookup::complete(vec![contact("c", PIETER)]), ..facts };
        let owner = "J. de Vries (Fabrikam)".to_owned();
        assert_eq!(taken(&facts, kind), Err(WhyNotForMany::AddressOwned { owner }), "{kind:?}");
    }
}

#[test]
fn about_whom_another_directory_or_another_admin_decides_is_left_out() {
    for kind in [RemedyKind::SetMail, RemedyKind::KeepOneAddress] {
        let others: &[&str] = if kind == RemedyKind::SetMail { &[PIETER] } else { &[PIETER, SECOND] };
        let synced = User { on_premises_sync_enabled: Known::Is(Some(true)), ..pieter(others) };
        assert_eq!(left_out(synced, kind), WhyNotForMany::Synced, "{kind:?}");
        let restricted = User { is_management_restricted: Known::Is(Some(true)), ..pieter(others) };
        assert_eq!(left_out(restricted, kind), WhyNotForMany::Protected, "{kind:?}");
    }
}

#[test]
fn who_is_blocked_is_not_left_out() {
    let blocked = User { account_enabled: Known::Is(Some(false)), ..pieter(&[PIETER]) };
    assert_eq!(taken(&alone(blocked), RemedyKind::SetMail), Ok(address(PIETER)));
}

#[test]
fn what_was_not_read_leaves_them_out_and_is_never_taken_for_in_order() {
    let unread = User { mail: Known::Unknown, proxy_addresses: Known::Unknown, ..pieter(&[PIETER, SECOND]) };
    assert_eq!(left_out(unread, RemedyKind::SetMail), WhyNotForMany::NotKnown);
    let unread = User { other_mails: Known::Unknown, ..pieter(&[]) };
    assert_eq!(left_out(unread, RemedyKind::KeepOneAddress), WhyNotForMany::NotKnown);
    let unread = User { external_user_state: Known::Unknown, ..guest("pieter", PIETER) };
    assert_eq!(left_out(unread, RemedyKind::ResendInvitation), WhyNotForMany::NotKnown);
}

#[test]
fn who_was_deleted_or_is_no_guest_is_left_out() {
    for kind in ALL {
        let deleted = User { deleted: Known::Is(Some(people::time(people::NOW))), ..guest("pieter", PIETER) };
        let facts = Facts { deleted_users: Lookup::complete(vec![deleted]), ..nobody(PIETER) };
        assert_eq!(taken(&facts, kind), Err(WhyNotForMany::Gone), "{kind:?}");
        let colleague = User { mail: some(PIETER), ..employee("pieter", PIETER) };
        assert_eq!(left_out(colleague, kind), WhyNotForMany::DoesNotFit, "{kind:?}");
    }
}

#[test]
fn whether_the_operator_may_is_judged_elsewhere() {
    let nothing = Operator { roles: texts(&[]), ..Operator::default() };
    let facts = Facts { operator: nothing, ..alone(pieter(&[PIETER])) };
    assert_eq!(taken(&facts, RemedyKind::SetMail), Ok(address(PIETER)));
}

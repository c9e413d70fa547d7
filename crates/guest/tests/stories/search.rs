//! R0 to R3: what the search alone decides.

use guest::{CannotHelp, Facts, FindingCode as F, Known, Lookup, RemedyKind as K, Rule, User, Verdict as V};

use super::Story;
use crate::people::{
    broken, contact, employee, found, guest, identity, microsoft365, nobody, some, texts, time,
};

pub(crate) fn stories() -> Vec<Story> {
    [no_guest(), inside(), internal_guests(), taken_since(), not_found(), deleted(), several(), asked_for()]
        .concat()
}

fn no_guest() -> Vec<Story> {
    let recovery =
        User { other_mails: texts(&["tom@example.com"]), ..employee("tom", "tom@contoso.example") };
    let called_guest = User { user_type: some("Guest"), ..employee("lia", "lia@example.com") };
    let external_member = User { user_type: some("Member"), ..guest("eva", "eva@fabrikam.nl") };
    let one_time_code = User {
        identities: Known::Is(vec![identity("federated", "mail", Some("ria@example.com"))]),
        ..employee("ria", "ria@example.com")
    };
    let unread = User { identities: Known::Unknown, ..employee("tom", "tom@example.com") };
    let mixed = Facts {
        live_users: Lookup::complete(vec![recovery.clone(), guest("jan", "tom@example.com")]),
        ..nobody("tom@example.com")
    };
    let partly = Facts { live_users: Lookup::partial(vec![recovery.clone()]), ..nobody("tom@example.com") };
    vec![
        Story::new(
            Rule::NotAGuest,
            "Tom, an admin with a recovery address",
            found("tom@example.com", recovery),
            V::NotAGuest,
            &[F::NotAGuest],
        )
        .absent(K::RemoveAndInvite)
        .absent(K::KeepOneAddress),
        Story::new(
            Rule::NotAGuest,
            "Lia, of type Guest and nothing else",
            found("lia@example.com", called_guest),
            V::NotAGuest,
            &[F::NotAGuest, F::InternalGuest],
        ),
        Story::new(
            Rule::NotAGuest,
            "Tom, though one lookup of users failed",
            partly,
            V::NotAGuest,
            &[F::NotAGuest],
        ),
        Story::new(
            Rule::NotAGuest,
            "Eva, an external member",
            found("eva@fabrikam.nl", external_member),
            V::Healthy,
            &[F::NoFaultFound],
        ),
        Story::new(
            Rule::NotAGuest,
            "Ria, who signs in with a one-time code",
            found("ria@example.com", one_time_code),
            V::Healthy,
            &[F::NoFaultFound],
        )
        .fits(K::RemoveAndInvite),
        Story::new(
            Rule::NotAGuest,
            "Tom, of whom the identities were not read",
            found("tom@example.com", unread),
            V::CannotTell,
            &[F::CannotTell],
        )
        .absent(K::RemoveAndInvite),
        Story::new(
            Rule::NotAGuest,
            "a guest beside an employee with the same recovery address",
            mixed,
            V::Healthy,
            &[F::NoFaultFound],
        ),
    ]
}

/// Addresses that can be no guest's: whose they are is said, and nothing is to be resolved.
fn inside() -> Vec<Story> {
    let told = |name, facts, findings: &[F]| {
        Story::new(Rule::NotAGuest, name, facts, V::NotAGuest, findings)
            .absent(K::ResolveConflict)
            .absent(K::Invite)
    };
    let of =
        |group: guest::Group, searched| Facts { groups: Lookup::complete(vec![group]), ..nobody(searched) };
    let alias = guest::Group {
        proxy_addresses: texts(&["SMTP:sales@contoso.example", "smtp:team@fabrikam.nl"]),
        ..microsoft365("sales")
    };
    let ours = nobody("typo@Contoso.example");
    let contact = Facts {
        contacts: Lookup::complete(vec![contact("c", "ann@contoso.example")]),
        ..nobody("ann@contoso.example")
    };
    let unsure =
        Facts { contacts: Lookup::partial(vec![]), ..of(microsoft365("sales"), "sales@contoso.example") };
    let by_name =
        User { mail: Known::Is(None), proxy_addresses: texts(&[]), ..employee("ann", "ann@fabrikam.nl") };
    vec![
        told(
            "the address of a group",
            of(microsoft365("sales"), "sales@contoso.example"),
            &[F::NotAGuest, F::AddressOwned],
        ),
        told(
            "a group's second address, in a domain of somebody else",
            of(alias, "team@fabrikam.nl"),
            &[F::NotAGuest, F::AddressOwned],
        ),
        told("a group, though a lookup failed", unsure, &[F::NotAGuest, F::AddressOwned]),
        told("nobody's, in the organisation's own domain", ours, &[F::NotAGuest]),
        told("a contact's, in the organisation's own domain", contact, &[F::NotAGuest, F::AddressOwned]),
        told(
            "Ann, an account that has it as user name only",
            found("ann@fabrikam.nl", by_name),
            &[F::NotAGuest],
        ),
    ]
}

/// Microsoft Entra External ID, "Properties of a B2B guest user": internal guest.
fn internal_guests() -> Vec<Story> {
    let lia = || User { user_type: some("Guest"), ..employee("lia", "lia@example.com") };
    let told = |name, facts, findings: &[F]| {
        Story::new(Rule::InternalGuest, name, facts, V::NotAGuest, findings)
            .absent(K::SetMail)
            .absent(K::RemoveAndInvite)
            .absent(K::ResolveConflict)
    };
    let synced = User { on_premises_sync_enabled: Known::Is(Some(true)), ..lia() };
    let empty = User {
        mail: Known::Is(None),
        proxy_addresses: texts(&[]),
        other_mails: texts(&["lia@example.com"]),
        ..lia()
    };
    let owned = Facts {
        contacts: Lookup::complete(vec![contact("c", "lia@example.com")]),
        ..found("lia@example.com", empty.clone())
    };
    vec![
        told(
            "Lia, synced and typed Guest",
            found("lia@example.com", synced),
            &[F::NotAGuest, F::InternalGuest, F::SyncedFromOnPremises],
        ),
        told(
            "Lia, typed Guest, without address",
            found("lia@example.com", empty),
            &[F::NotAGuest, F::InternalGuest, F::NoAddress],
        ),
        told(
            "Lia, typed Guest, whose address a contact owns",
            owned,
            &[F::NotAGuest, F::InternalGuest, F::Conflict, F::NoAddress],
        ),
    ]
}

/// Somebody else has the address of a deleted guest by now: both are named.
fn taken_since() -> Vec<Story> {
    let gone =
        User { deleted: Known::Is(Some(time("2026-11-10T08:00:00Z"))), ..guest("pim", "pim@fabrikam.nl") };
    let with = |user: User| Facts {
        deleted_users: Lookup::complete(vec![gone.clone()]),
        ..found("pim@fabrikam.nl", user)
    };
    let by_name =
        User { mail: Known::Is(None), proxy_addresses: texts(&[]), ..employee("anna", "pim@fabrikam.nl") };
    let told = |name, facts| {
        Story::new(Rule::Deleted, name, facts, V::NotAGuest, &[F::NotAGuest, F::DeletedGuestHadIt])
    };
    vec![
        told(
            "Pim, deleted, whose address is a colleague's by now",
            with(employee("anna", "pim@fabrikam.nl")),
        ),
        told("Pim, deleted, whose address is a colleague's user name by now", with(by_name)),
    ]
}

fn not_found() -> Vec<Story> {
    let owned = Facts {
        contacts: Lookup::complete(vec![contact("c", "mia@fabrikam.nl")]),
        ..nobody("mia@fabrikam.nl")
    };
    let unanswered = |facts: Facts| {
        Story::new(Rule::NotFound, "nobody, but a lookup failed", facts, V::CannotTell, &[F::CannotTell])
    };
    let none = || nobody("mia@fabrikam.nl");
    vec![
        // Never recommended by itself: an address that nobody has is as often mistyped.
        Story::new(Rule::NotFound, "Mia, whom nobody invited", none(), V::NotFound, &[F::NotFound])
            .fits(K::Invite)
            .able(K::Invite, super::Able::Can),
        Story::new(
            Rule::NotFound,
            "Mia, whom a contact would break",
            owned,
            V::NotFound,
            &[F::NotFound, F::AddressOwned],
        )
        .recommends(K::ResolveConflict)
        .not_now(K::Invite, super::conflict_first(super::OWNER)),
        Story::new(
            Rule::NotFound,
            "Mia, whose domain nobody could read",
            Facts { organisation: guest::Organisation::default(), ..none() },
            V::NotFound,
            &[F::NotFound],
        )
        .fits(K::Invite),
        unanswered(Facts { live_users: Lookup::partial(vec![]), ..none() }).absent(K::Invite),
        unanswered(Facts { deleted_users: Lookup::partial(vec![]), ..none() }).absent(K::Invite),
        unanswered(Facts { contacts: Lookup::partial(vec![]), ..none() }).absent(K::Invite),
        unanswered(Facts { groups: Lookup::partial(vec![]), ..none() }).absent(K::Invite),
    ]
}

fn deleted() -> Vec<Story> {
    let gone = |when: &str| User {
        user_principal_name: some(
            "0a1b2c3d00004000800000000000000apim_fabrikam.nl#EXT#@contoso.onmicrosoft.com",
        ),
        deleted: Known::Is(Some(time(when))),
        ..guest("0a1b2c3d-0000-4000-8000-00000000000a", "pim@fabrikam.nl")
    };
    let only =
        |user: User| Facts { deleted_users: Lookup::complete(vec![user]), ..nobody("pim@fabrikam.nl") };
    let recent = || only(gone("2026-11-10T08:00:00Z"));
    let owned = Facts { contacts: Lookup::complete(vec![contact("c", "pim@fabrikam.nl")]), ..recent() };
    let unsure = Facts { live_users: Lookup::partial(vec![]), ..recent() };
    let colleague =
        User { deleted: Known::Is(Some(time("2026-11-10T08:00:00Z"))), ..employee("pim", "pim@fabrikam.nl") };
    vec![
        Story::new(Rule::Deleted, "Pim, deleted twelve days ago", recent(), V::Deleted, &[F::Deleted])
            .recommends(K::Restore)
            .fits(K::Restore),
        Story::new(
            Rule::Deleted,
            "Pim, whose address a contact owns by now",
            owned,
            V::Deleted,
            &[F::Deleted, F::AddressOwned],
        )
        .recommends(K::Restore)
        .absent(K::ResolveConflict),
        Story::new(
            Rule::Deleted,
            "Pim, deleted in September",
            only(gone("2026-09-01T08:00:00Z")),
            V::Deleted,
            &[F::Deleted],
        )
        .cannot_help(K::Restore, CannotHelp::TooLate),
        Story::new(
            Rule::Deleted,
            "Pim, though the live users were not answered",
            unsure,
            V::CannotTell,
            &[F::CannotTell],
        )
        .absent(K::Restore),
        Story::new(
            Rule::Deleted,
            "Pim, deleted, once an employee",
            only(colleague),
            V::Deleted,
            &[F::Deleted, F::NotAGuest, F::DeletedAccountInTheWay],
        )
        .absent(K::Restore),
    ]
}

/// Who was asked for by user name or id is who is meant, whoever else has the address.
fn asked_for() -> Vec<Story> {
    let tom = || employee("tom", "tom@example.com");
    let gone = || User {
        deleted: Known::Is(Some(time("2026-11-10T08:00:00Z"))),
        ..guest("gone", "tom@example.com")
    };
    let everybody = |chosen: &str| Facts {
        live_users: Lookup::complete(vec![
            tom(),
            guest("jan", "tom@example.com"),
            guest("jo", "tom@example.com"),
        ]),
        deleted_users: Lookup::complete(vec![gone()]),
        chosen: Some(chosen.to_owned()),
        ..nobody("tom@example.com")
    };
    let unanswered = Facts {
        live_users: Lookup::partial(vec![]),
        deleted_users: Lookup::partial(vec![gone()]),
        ..everybody("gone")
    };
    let unread = User { identities: Known::Unknown, ..tom() };
    let unread = Facts {
        live_users: Lookup::complete(vec![unread, guest("jan", "tom@example.com")]),
        ..everybody("tom")
    };
    let back =
        Facts { live_users: Lookup::complete(vec![guest("gone", "tom@example.com")]), ..everybody("gone") };
    vec![
        Story::new(
            Rule::NotAGuest,
            "Tom, asked for, whose address two guests have too",
            everybody("tom"),
            V::NotAGuest,
            &[F::NotAGuest, F::DeletedGuestHadIt],
        ),
        Story::new(
            Rule::Deleted,
            "a deleted guest, asked for, whose address others have by now",
            everybody("gone"),
            V::Deleted,
            &[F::Deleted, F::AddressOwned, F::AddressOwned, F::AddressOwned],
        )
        .recommends(K::Restore)
        .absent(K::Invite),
        Story::new(
            Rule::Deleted,
            "a deleted guest, asked for, though lookups failed",
            unanswered,
            V::Deleted,
            &[F::Deleted],
        )
        .recommends(K::Restore),
        Story::new(
            Rule::Deleted,
            "a guest, asked for, who is back and still listed as deleted",
            back,
            V::Healthy,
            &[F::NoFaultFound],
        ),
        Story::new(
            Rule::NotAGuest,
            "Tom, asked for, of whom the identities were not read",
            unread,
            V::CannotTell,
            &[F::CannotTell],
        )
        .absent(K::RemoveAndInvite),
    ]
}

fn several() -> Vec<Story> {
    let two = || Facts {
        live_users: Lookup::complete(vec![
            broken("old", "bo@fabrikam.nl", &["bo@fabrikam.nl"]),
            guest("new", "bo@fabrikam.nl"),
        ]),
        ..nobody("bo@fabrikam.nl")
    };
    let choose = |id: &str| Facts { chosen: Some(id.to_owned()), ..two() };
    let other = guest("x", "unrelated@fabrikam.nl");
    let with_other = Facts {
        live_users: Lookup::complete(vec![guest("bo", "bo@fabrikam.nl"), other]),
        ..nobody("bo@fabrikam.nl")
    };
    vec![
        Story::new(Rule::SeveralGuests, "Bo, who is there twice", two(), V::Ambiguous, &[F::SeveralGuests])
            .absent(K::SetMail),
        Story::new(
            Rule::SeveralGuests,
            "Bo, the broken one chosen",
            choose("old"),
            V::Conflict,
            &[F::Conflict, F::NoAddress],
        )
        .recommends(K::ResolveConflict),
        Story::new(
            Rule::SeveralGuests,
            "Bo, the good one chosen",
            choose("new"),
            V::Healthy,
            &[F::NoFaultFound],
        ),
        Story::new(
            Rule::SeveralGuests,
            "Bo, an unknown one chosen",
            choose("nobody"),
            V::Ambiguous,
            &[F::SeveralGuests],
        ),
        Story::new(
            Rule::SeveralGuests,
            "Bo, found with somebody who has another address",
            with_other,
            V::Healthy,
            &[F::NoFaultFound],
        ),
    ]
}

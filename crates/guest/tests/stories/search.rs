//! R0 to R3: what the search alone decides.

use guest::{CannotHelp, Facts, FindingCode as F, Known, Lookup, RemedyKind as K, Rule, User, Verdict as V};

use super::Story;
use crate::people::{
    broken, contact, employee, found, guest, identity, microsoft365, nobody, some, texts, time,
};

pub(crate) fn stories() -> Vec<Story> {
    [no_guest(), not_found(), deleted(), several()].concat()
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
            &[F::NotAGuest],
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

fn not_found() -> Vec<Story> {
    let owned = Facts {
        contacts: Lookup::complete(vec![contact("c", "mia@fabrikam.nl")]),
        ..nobody("mia@fabrikam.nl")
    };
    let list =
        Facts { groups: Lookup::complete(vec![microsoft365("sales")]), ..nobody("sales@contoso.example") };
    let unanswered = |facts: Facts| {
        Story::new(Rule::NotFound, "nobody, but a lookup failed", facts, V::CannotTell, &[F::CannotTell])
    };
    let none = || nobody("mia@fabrikam.nl");
    vec![
        Story::new(Rule::NotFound, "Mia, whom nobody invited", none(), V::NotFound, &[F::NotFound])
            .recommends(K::Invite)
            .fits(K::Invite),
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
            "the address of a group",
            list,
            V::NotFound,
            &[F::NotFound, F::AddressOwned],
        )
        .recommends(K::ResolveConflict),
        unanswered(Facts { live_users: Lookup::partial(vec![]), ..none() }),
        unanswered(Facts { deleted_users: Lookup::partial(vec![]), ..none() }),
        unanswered(Facts { contacts: Lookup::partial(vec![]), ..none() }),
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
        .fits(K::ResolveConflict),
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
            &[F::Deleted, F::NotAGuest],
        )
        .absent(K::Restore),
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

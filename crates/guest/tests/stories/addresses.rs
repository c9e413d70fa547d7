//! R4 to R8: who owns the addresses, and which of them is the main one.

use guest::{
    CannotHelp, Contact, Facts, FindingCode as F, Known, Lookup, NotNow, Owner, OwnerKind, RemedyKind as K,
    Rule, User, Verdict as V,
};

use super::{OWNER, Story};
use crate::people::{broken, contact, employee, found, guest, identity, microsoft365, owner, some, texts};

pub(crate) fn stories() -> Vec<Story> {
    [
        conflict(),
        ownership_without_conflict(),
        misconfigured(),
        no_address(),
        normal(),
        elsewhere(),
        two_main_addresses(),
        user_names(),
        unknown(),
    ]
    .concat()
}

fn jan() -> Facts {
    found(
        "jan@fabrikam.nl",
        broken("jan", "jan@fabrikam.nl", &["jan@fabrikam.nl", "jan.de.vries@fabrikam.com"]),
    )
}

fn marek() -> Facts {
    found("marek@example.com", broken("marek", "marek@example.com", &["marek@example.com"]))
}

fn conflict() -> Vec<Story> {
    let synced =
        Contact { on_premises_sync_enabled: Known::Is(Some(true)), ..contact("c", "marek@example.com") };
    let mailbox = employee("mailbox", "marek@example.com");
    let mut users = marek().live_users.found;
    users.push(mailbox);
    let mut list = microsoft365("list");
    list.proxy_addresses = texts(&["SMTP:list@contoso.example", "smtp:Marek@Example.com"]);
    let code = identity("federated", "mail", Some("marek@proseware.example"));
    let by_code = User {
        identities: Known::Is(vec![code]),
        ..broken("marek", "marek@example.com", &["marek@example.com"])
    };
    let told_of = |name, facts, owner| {
        Story::new(Rule::AddressOwned, name, facts, V::Conflict, &[F::Conflict, F::NoAddress])
            .recommends(K::ResolveConflict)
            .not_now(K::SetMail, super::conflict_first(owner))
            .cannot_help(K::KeepOneAddress, super::conflict_stays(owner))
            .not_now(K::RemoveAndInvite, super::conflict_first(owner))
    };
    let told = |name, facts| told_of(name, facts, OWNER);
    let owned = |id: &str, mail: &str, facts: Facts| Facts {
        owners: Lookup::complete(vec![owner(OwnerKind::Contact, id, mail)]),
        ..facts
    };
    vec![
        Story::new(
            Rule::AddressOwned,
            "Jan, whose address a contact owns",
            Facts { contacts: Lookup::complete(vec![contact("c", "jan@fabrikam.nl")]), ..jan() },
            V::Conflict,
            &[F::Conflict, F::Misconfigured],
        )
        .recommends(K::ResolveConflict)
        .cannot_help(K::KeepOneAddress, super::conflict_stays(OWNER))
        .not_now(K::SetMail, super::conflict_first(OWNER)),
        Story::new(
            Rule::AddressOwned,
            "Jan, whose other address a contact owns",
            owned("c", "jan.de.vries@fabrikam.com", jan()),
            V::Conflict,
            &[F::Conflict, F::Misconfigured],
        )
        .recommends(K::ResolveConflict),
        told("Marek and a synced contact", Facts { contacts: Lookup::complete(vec![synced]), ..marek() }),
        told_of(
            "Marek and a shared mailbox",
            Facts { live_users: Lookup::complete(users), ..marek() },
            "Guest mailbox",
        ),
        told_of(
            "Marek and a list with their address as secondary",
            Facts { groups: Lookup::complete(vec![list]), ..marek() },
            "Group list",
        ),
        told(
            "Marek, whose sign-in address is taken",
            owned("c", "marek@proseware.example", found("marek@example.com", by_code)),
        ),
        told(
            "Marek, found by another address than the one invited at, which is taken",
            owned(
                "c",
                "marek@example.com",
                found("m@fabrikam.nl", broken("marek", "marek@example.com", &["m@fabrikam.nl"])),
            ),
        ),
    ]
}

fn ownership_without_conflict() -> Vec<Story> {
    let with_primary = Facts {
        contacts: Lookup::complete(vec![contact("c", "ada@example.com")]),
        ..found("ada@example.com", guest("ada", "ada@example.com"))
    };
    let recovery =
        User { other_mails: texts(&["marek@example.com"]), ..employee("tom", "tom@contoso.example") };
    let mut users = marek().live_users.found;
    users.push(recovery);
    let other_mails_only = Facts { live_users: Lookup::complete(users), ..marek() };
    let unseen = |facts: Facts| {
        Story::new(
            Rule::AddressOwned,
            "Marek, of whose addresses not all owners were seen",
            facts,
            V::NoAddress,
            &[F::NoAddress, F::OwnersNotAllSeen],
        )
        .recommends(K::SetMail)
    };
    let seen = Facts {
        owners: Lookup::partial(vec![]),
        ..found("ada@example.com", guest("ada", "ada@example.com"))
    };
    let purchasing = Owner::from(&employee("purchasing", "purchasing@contoso.example"));
    let refused = Facts { refused: vec![purchasing.of(&marek().searched)], ..marek() };
    vec![
        Story::new(
            Rule::AddressOwned,
            "Marek, whose address was refused for the sake of an object that no search shows to have it",
            refused,
            V::NoAddress,
            &[F::NoAddress, F::AddressRefused],
        )
        .recommends(K::ResolveConflict),
        Story::new(
            Rule::AddressOwned,
            "Ada, who has a main address in spite of a contact",
            with_primary,
            V::Healthy,
            &[F::AddressShared, F::NoFaultFound],
        )
        .cannot_help(K::RemoveAndInvite, CannotHelp::EveryAddressOwned { owner: OWNER.to_owned() })
        .absent(K::ResolveConflict),
        Story::new(
            Rule::AddressOwned,
            "Marek and an employee's recovery address, which owns nothing",
            other_mails_only,
            V::NoAddress,
            &[F::NoAddress],
        )
        .recommends(K::SetMail),
        unseen(Facts { owners: Lookup::partial(vec![]), ..marek() }),
        unseen(Facts { live_users: Lookup::partial(marek().live_users.found), ..marek() }),
        unseen(Facts { contacts: Lookup::partial(vec![]), ..marek() }),
        unseen(Facts { groups: Lookup::partial(vec![]), ..marek() }),
        Story::new(
            Rule::AddressOwned,
            "Ada, of whose address not all owners were seen, and who has a main one",
            seen,
            V::Healthy,
            &[F::NoFaultFound],
        ),
    ]
}

fn misconfigured() -> Vec<Story> {
    let pieter = broken(
        "pieter",
        "pieter@northwindtraders.com",
        &["pieter@northwindtraders.com", "p.jansen@example.com"],
    );
    let sip =
        User { proxy_addresses: texts(&["sip:pieter@example.com", "smtp:p@example.com"]), ..pieter.clone() };
    let blank = User { mail: some(" "), ..pieter.clone() };
    let told = |name, user| {
        Story::new(
            Rule::Misconfigured,
            name,
            found("pieter@northwindtraders.com", user),
            V::Misconfigured,
            &[F::Misconfigured],
        )
        .recommends(K::SetMail)
        .fits(K::SetMail)
        .fits(K::KeepOneAddress)
        .fits(K::RemoveAndInvite)
    };
    vec![
        told("Pieter, as in the article", pieter),
        told("Pieter, whose proxy addresses are all secondary", sip),
        told("Pieter, whose mail is a blank", blank),
    ]
}

fn no_address() -> Vec<Story> {
    let told = |name, user, why| {
        Story::new(Rule::NoAddress, name, found("noor@fabrikam.nl", user), V::NoAddress, &[F::NoAddress])
            .recommends(K::SetMail)
            .cannot_help(K::KeepOneAddress, why)
            .fits(K::RemoveAndInvite)
    };
    let with = |others: &[&str]| broken("noor", "noor@fabrikam.nl", others);
    let two = ["noor@fabrikam.nl", "noor@example.com"];
    let only_mail =
        User { proxy_addresses: texts(&[]), other_mails: texts(&two), ..guest("noor", "noor@fabrikam.nl") };
    let only_proxy =
        User { mail: Known::Is(None), other_mails: texts(&two), ..guest("noor", "noor@fabrikam.nl") };
    let unread_proxy = User { proxy_addresses: Known::Unknown, ..with(&["noor@fabrikam.nl"]) };
    let nowhere = User {
        user_principal_name: some("a_b_fabrikam.nl#EXT#@contoso.onmicrosoft.com"),
        ..broken("noor", "noor@fabrikam.nl", &[])
    };
    vec![
        told("Noor without any other address", with(&[]), CannotHelp::NoOtherAddress),
        told("Noor with one other address", with(&["noor@fabrikam.nl"]), CannotHelp::OneAddressAlready),
        told(
            "Noor with one address written twice",
            with(&["noor@fabrikam.nl", "Noor@Fabrikam.NL "]),
            CannotHelp::SameAddressRepeated,
        ),
        told(
            "Noor with an international domain in both forms",
            with(&["n@münchen.example", "n@xn--mnchen-3ya.example"]),
            CannotHelp::SameAddressRepeated,
        ),
        told("Noor with mail but no proxy address", only_mail, CannotHelp::MailIsFilled),
        told(
            "Noor whose proxy addresses were not read, with one other address",
            unread_proxy,
            CannotHelp::OneAddressAlready,
        ),
        Story::new(
            Rule::NoAddress,
            "Noor with a primary proxy address but no mail",
            found("noor@fabrikam.nl", only_proxy),
            V::NoAddress,
            &[F::NoAddress],
        )
        .recommends(K::SetMail)
        .cannot_help(K::KeepOneAddress, CannotHelp::ProxyIsFilled),
        Story::new(
            Rule::NoAddress,
            "Noor, who has no address at all",
            found("a_b@fabrikam.nl", nowhere),
            V::NoAddress,
            &[F::NoAddress],
        )
        .recommends(K::RemoveAndInvite)
        .cannot_help(K::SetMail, CannotHelp::NoAddressToSet),
    ]
}

fn normal() -> Vec<Story> {
    let several = User {
        other_mails: texts(&["omar@example.com", "omar@tailspintoys.com", "o@proseware.example"]),
        ..guest("omar", "omar@example.com")
    };
    let repeated = User {
        other_mails: texts(&["omar@example.com", "OMAR@example.com"]),
        ..guest("omar", "omar@example.com")
    };
    vec![
        Story::new(
            Rule::SeveralAddresses,
            "Omar, with three other addresses and a main one",
            found("omar@example.com", several),
            V::Healthy,
            &[F::SeveralAddresses, F::NoFaultFound],
        )
        .fits(K::KeepOneAddress)
        .absent(K::SetMail),
        Story::new(
            Rule::SeveralAddresses,
            "Omar, with the main address written twice",
            found("omar@example.com", repeated),
            V::Healthy,
            &[F::NoFaultFound],
        )
        .cannot_help(K::KeepOneAddress, CannotHelp::SameAddressRepeated),
    ]
}

fn elsewhere() -> Vec<Story> {
    let moved = User {
        other_mails: texts(&["lena@example.com", "lena@litwareinc.com"]),
        ..guest("lena", "lena@litwareinc.com")
    };
    let alias = User {
        proxy_addresses: texts(&["SMTP:lena@litwareinc.com", "smtp:lena@example.com"]),
        ..guest("lena", "lena@litwareinc.com")
    };
    let told = |name, user, findings: &[F]| {
        Story::new(Rule::MailElsewhere, name, found("lena@example.com", user), V::MailElsewhere, findings)
            .fits(K::SetMail)
            .fits(K::RemoveAndInvite)
    };
    let folded = found("LENA@LitwareInc.com", guest("lena", "lena@litwareinc.com"));
    vec![
        told("Lena, searched for by an old address", moved, &[F::MailElsewhere, F::SeveralAddresses]),
        told("Lena, searched for by a secondary address", alias, &[F::MailElsewhere]),
        Story::new(
            Rule::MailElsewhere,
            "Lena, searched for in capitals",
            folded,
            V::Healthy,
            &[F::NoFaultFound],
        ),
    ]
}

/// An address that is somebody's user name may be refused (MicrosoftDocs/OfficeDocs-O365ITPro issue 805).
fn user_names() -> Vec<Story> {
    let anna = || User {
        mail: Known::Is(None),
        proxy_addresses: texts(&[]),
        ..employee("anna", "marek@example.com")
    };
    let beside = |facts: Facts, user: User| {
        let mut users = facts.live_users.found;
        users.push(user);
        Facts { live_users: Lookup::complete(users), ..facts }
    };
    let other = Owner::from(&User {
        mail: Known::Is(None),
        proxy_addresses: texts(&[]),
        ..employee("anna", "jan.de.vries@fabrikam.com")
    });
    let second = Facts { owners: Lookup::complete(vec![other]), ..jan() };
    let healthy = beside(found("marek@example.com", guest("marek", "marek@example.com")), anna());
    vec![
        Story::new(
            Rule::AddressOwned,
            "Marek, whose address is the user name of a colleague",
            beside(marek(), anna()),
            V::NoAddress,
            &[F::UserNameTaken, F::NoAddress],
        )
        .fits(K::SetMail)
        .absent(K::ResolveConflict),
        Story::new(
            Rule::AddressOwned,
            "Jan, whose second address is the user name of a colleague",
            second,
            V::Misconfigured,
            &[F::UserNameTaken, F::Misconfigured],
        )
        .recommends(K::SetMail),
        Story::new(
            Rule::AddressOwned,
            "Marek, healthy, though a colleague signs in with that name",
            healthy,
            V::Healthy,
            &[F::UserNameTaken, F::NoFaultFound],
        ),
    ]
}

/// MicrosoftDocs/azure-docs issues 71528 and 74404 contradict each other about which of the two wins.
fn two_main_addresses() -> Vec<Story> {
    let renamed = || User {
        mail: some("emil@fabrikam.nl"),
        proxy_addresses: texts(&["smtp:emil@fabrikam.nl", "SMTP:emil@fabrikam.com"]),
        other_mails: texts(&["emil@fabrikam.nl"]),
        ..guest("emil", "emil@fabrikam.com")
    };
    let without_alias = User { proxy_addresses: texts(&["SMTP:emil@fabrikam.com"]), ..renamed() };
    let told = |name, searched, user| {
        let findings = &[F::MainAddressesDiffer];
        Story::new(Rule::MainAddressesDiffer, name, found(searched, user), V::MailElsewhere, findings)
            .fits(K::SetMail)
    };
    vec![
        told("Emil, whose two main addresses differ, searched for by mail", "emil@fabrikam.nl", renamed()),
        told("Emil, searched for by the SMTP entry", "emil@fabrikam.com", renamed()),
        told("Emil, whose mail is not even a second address", "emil@fabrikam.nl", without_alias),
        Story::new(
            Rule::MailElsewhere,
            "Emil, whose two main addresses differ in case only",
            found(
                "emil@fabrikam.com",
                User { mail: some("EMIL@fabrikam.com"), ..guest("emil", "emil@fabrikam.com") },
            ),
            V::Healthy,
            &[F::NoFaultFound],
        ),
    ]
}

fn unknown() -> Vec<Story> {
    let two = ["ivo@example.com", "ivo@fabrikam.nl"];
    let told = |name, user| {
        Story::new(Rule::Misconfigured, name, found("ivo@example.com", user), V::CannotTell, &[F::CannotTell])
    };
    let ivo = || broken("ivo", "ivo@example.com", &two);
    let fine = || guest("ivo", "ivo@example.com");
    vec![
        told("Ivo, of whom mail was not read", User { mail: Known::Unknown, ..fine() })
            .cannot_help(K::KeepOneAddress, CannotHelp::OneAddressAlready)
            .absent(K::SetMail),
        told(
            "Ivo, of whom only mail was read, and is set",
            User { proxy_addresses: Known::Unknown, ..fine() },
        ),
        told(
            "Ivo, with two others and unread proxy addresses",
            User { proxy_addresses: Known::Unknown, ..ivo() },
        )
        .not_now(K::KeepOneAddress, NotNow::NotKnown),
        told("Ivo, whose other addresses were not read", User { other_mails: Known::Unknown, ..ivo() })
            .not_now(K::KeepOneAddress, NotNow::NotKnown),
    ]
}

//! What single facts say before any rule does: who is a guest, who may be meant, what kind of group it is, whose an
//! address is, and what is missing.

mod people;

use guest::{
    Cause, Contact, Facts, Group, GroupKind as Kind, GuestSign, Known, Lookup, OwnerKind, User, Verdict,
    WhyNot, diagnose,
};
use people::{
    address, broken, chosen, contact, employee, found, guest, identity, microsoft365, nobody, some, texts,
};

const ANN: &str = "ann@fabrikam.nl";
const SECOND: &str = "ann@example.com";

#[test]
fn each_sign_of_a_guest_is_enough_by_itself_and_none_counts_only_when_all_were_read() {
    let none = || employee("ann", ANN);
    let state = |state| User { external_user_state: state, ..none() };
    let signs_in =
        |kind, issuer| User { identities: Known::Is(vec![identity(kind, issuer, Some("ann"))]), ..none() };
    let named = |name| User { user_principal_name: name, ..none() };
    let stories = [
        ("an employee", none(), GuestSign::NoSign),
        ("the mark in the user name", named(some("ann_fabrikam.nl#ext#@contoso.example")), GuestSign::Guest),
        ("a state", state(some("PendingAcceptance")), GuestSign::Guest),
        ("a blank state", state(some(" ")), GuestSign::NoSign),
        ("another organisation", signs_in("Federated", "ExternalAzureAD"), GuestSign::Guest),
        ("a one-time code", signs_in("emailAddress", "Mail"), GuestSign::Guest),
        ("a name of their own", signs_in("userName", "contoso.example"), GuestSign::NoSign),
        ("an unread user name", named(Known::Unknown), GuestSign::Unknown),
        ("an unread state", state(Known::Unknown), GuestSign::Unknown),
        ("unread identities", User { identities: Known::Unknown, ..none() }, GuestSign::Unknown),
        (
            "a sign, and the rest unread",
            User { external_user_state: some("Accepted"), ..User::unknown("ann") },
            GuestSign::Guest,
        ),
    ];
    for (story, user, sign) in stories {
        assert_eq!(user.guest_sign(), sign, "{story}");
    }
}

#[test]
fn whoever_was_not_read_in_full_may_be_meant_and_whoever_was_is_not() {
    let other = || guest("ann", SECOND);
    let unread = [
        User { mail: Known::Unknown, ..other() },
        User { other_mails: Known::Unknown, ..other() },
        User { proxy_addresses: Known::Unknown, ..other() },
        User { identities: Known::Unknown, ..other() },
        User { user_principal_name: Known::Unknown, ..other() },
    ];
    for user in unread {
        assert_eq!(diagnose(&found(ANN, user.clone())).subject.as_deref(), Some("ann"), "{user:?}");
    }
    assert_eq!(diagnose(&found(ANN, other())).verdict, Verdict::NotFound);
}

#[test]
fn what_was_not_answered_is_named_and_only_where_it_decides() {
    let fine = || guest("ann", ANN);
    let two = || broken("ann", ANN, &[ANN, SECOND]);
    let unread_mail = |user| User { mail: Known::Unknown, ..user };
    let unread_proxies = |user| User { proxy_addresses: Known::Unknown, ..user };
    let unread_others = |user| User { other_mails: Known::Unknown, ..user };
    let asked = Facts {
        memberships: Known::Unknown,
        group: Some(chosen(microsoft365("sales"), Known::Unknown)),
        ..found(ANN, fine())
    };
    let seen = |user| found(ANN, user);
    let stories: [(Facts, &[&str]); 17] = [
        (Facts { live_users: Lookup::partial(vec![]), ..nobody(ANN) }, &["users"]),
        (Facts { deleted_users: Lookup::partial(vec![]), ..nobody(ANN) }, &["deletedItems"]),
        (Facts { contacts: Lookup::partial(vec![]), ..nobody(ANN) }, &["contacts"]),
        (Facts { groups: Lookup::partial(vec![]), ..nobody(ANN) }, &["groups"]),
        (seen(User { identities: Known::Unknown, ..employee("ann", ANN) }), &["identities"]),
        (asked, &["members"]),
        (seen(fine()), &[]),
        (seen(unread_others(fine())), &[]),
        (seen(unread_mail(fine())), &["mail"]),
        (seen(unread_proxies(fine())), &["proxyAddresses"]),
        (seen(unread_mail(unread_proxies(fine()))), &["mail", "proxyAddresses"]),
        (seen(unread_mail(unread_others(fine()))), &["mail"]),
        (seen(two()), &[]),
        (seen(unread_others(two())), &["otherMails"]),
        (seen(unread_proxies(two())), &["proxyAddresses"]),
        (seen(unread_proxies(unread_others(two()))), &["proxyAddresses", "otherMails"]),
        // One other address and an empty main one leave nothing for the rest to decide.
        (seen(unread_proxies(broken("ann", ANN, &[ANN]))), &[]),
    ];
    for (number, (facts, properties)) in stories.into_iter().enumerate() {
        let said = diagnose(&facts);
        let named = if let Cause::CannotTell { unanswered } = &said.cause {
            unanswered.iter().map(|it| it.property()).collect()
        } else {
            Vec::new()
        };
        let evidence = said.findings.iter().filter(|it| it.code == guest::FindingCode::CannotTell);
        let shown: Vec<_> = evidence.flat_map(|it| &it.evidence).map(|it| it.property.as_str()).collect();
        assert_eq!((named.as_slice(), shown.as_slice()), (properties, properties), "story {number}");
    }
}

#[test]
fn the_kind_of_a_group_says_whether_its_members_can_be_changed_and_get_mail() {
    let group = |types: &[&str], mail, security| Group {
        group_types: texts(types),
        mail_enabled: mail,
        security_enabled: security,
        ..microsoft365("sales")
    };
    let (yes, no) = (Known::Is(Some(true)), Known::Is(Some(false)));
    let dynamic = "DynamicMembership";
    let stories = [
        (group(&["unified"], yes, no), Kind::Microsoft365, Ok(()), Known::Is(true)),
        (
            group(&["Unified", dynamic], yes, no),
            Kind::DynamicMicrosoft365,
            Err(WhyNot::Dynamic),
            Known::Is(true),
        ),
        (group(&[], yes, no), Kind::DistributionList, Err(WhyNot::DistributionList), Known::Is(true)),
        (group(&[], yes, yes), Kind::MailEnabledSecurity, Err(WhyNot::MailEnabledSecurity), Known::Is(true)),
        (group(&[], no, yes), Kind::Security, Ok(()), Known::Is(false)),
        (group(&[], no, Known::Unknown), Kind::Security, Ok(()), Known::Is(false)),
        (group(&[dynamic], no, yes), Kind::DynamicSecurity, Err(WhyNot::Dynamic), Known::Is(false)),
        (group(&[], Known::Unknown, yes), Kind::Unknown, Err(WhyNot::Unknown), Known::Unknown),
        (group(&[], yes, Known::Is(None)), Kind::Unknown, Err(WhyNot::Unknown), Known::Unknown),
        (
            Group { group_types: Known::Unknown, ..microsoft365("sales") },
            Kind::Unknown,
            Err(WhyNot::Unknown),
            Known::Unknown,
        ),
    ];
    for (group, kind, writable, mail) in stories {
        assert_eq!((group.kind(), group.membership_writable(), group.has_mail()), (kind, writable, mail));
        let synced = Group { on_premises_sync_enabled: yes, ..group.clone() };
        assert_eq!(synced.membership_writable(), Err(WhyNot::OnPremises), "{kind:?}");
        let of_roles = Group { is_assignable_to_role: yes, ..group };
        assert_eq!(of_roles.membership_writable(), writable.and(Err(WhyNot::RoleAssignable)), "{kind:?}");
    }
}

#[test]
fn every_owner_is_named_once_for_each_address_the_one_searched_for_first() {
    let both = Contact { proxy_addresses: texts(&["smtp:ann@example.com"]), ..contact("both", ANN) };
    let again = people::owner(OwnerKind::Contact, "both", SECOND);
    let facts = Facts {
        contacts: Lookup::complete(vec![both, contact("first", ANN)]),
        owners: Lookup::complete(vec![again]),
        ..found(SECOND, broken("ann", ANN, &[ANN, SECOND]))
    };
    let said = diagnose(&facts);
    let owners = said.findings.iter().filter_map(|it| it.owner.as_ref());
    let named: Vec<_> = owners.map(|it| (it.id.as_str(), it.address.clone())).collect();
    assert_eq!(named, [("both", address(SECOND)), ("both", address(ANN)), ("first", address(ANN))]);
}

#[test]
fn an_address_is_somebodys_whether_they_are_there_or_deleted() {
    let empty = || nobody(ANN);
    let lookup = || Lookup::complete(vec![guest("ann", ANN)]);
    for (story, facts, is) in [
        ("nobody's", empty(), false),
        ("a guest's", Facts { live_users: lookup(), ..empty() }, true),
        ("a deleted guest's", Facts { deleted_users: lookup(), ..empty() }, true),
    ] {
        assert_eq!(facts.is_somebodys(&address(ANN)), is, "{story}");
        assert!(!facts.is_somebodys(&address(SECOND)), "{story}");
    }
}

#[test]
fn the_verdicts_of_a_missing_main_address_are_three() {
    let lacking = [Verdict::Conflict, Verdict::Misconfigured, Verdict::NoAddress];
    for verdict in Verdict::ALL {
        assert_eq!(verdict.lacks_main_address(), lacking.contains(verdict), "{verdict:?}");
    }
}

#[test]
fn of_a_deleted_account_it_is_said_whether_it_was_a_guests() {
    let internal = User { user_principal_name: some("ann@contoso.example"), ..employee("ann", ANN) };
    for (user, was_a_guest) in [(guest("ann", ANN), true), (internal, false)] {
        let facts = Facts { deleted_users: Lookup::complete(vec![user]), ..nobody(ANN) };
        let cause = diagnose(&facts).cause;
        let said = if let Cause::Deleted { guest, .. } = cause { guest } else { false };
        assert_eq!(said, was_a_guest, "{cause:?}");
    }
}

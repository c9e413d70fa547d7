//! Promises over all facts, not over named guests.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod people;

use guest::{
    Address, ChosenGroup, Contact, Decoded, Facts, FindingCode, Fit, ForMany, Group, Identity, Known, Lookup,
    NotAnAddress, Operator, Organisation, Owner, OwnerKind, Place, Primary, RemedyKind, User, Verdict,
    diagnose, for_many, invited, table,
};
use jiff::Timestamp;
use proptest::prelude::*;
use proptest::sample::select;

/// Few addresses, so that they meet; some are no addresses, some are one address in two spellings.
fn value() -> impl Strategy<Value = String> {
    let few = [
        "jan@fabrikam.nl",
        "JAN@Fabrikam.NL",
        "jan@example.com",
        "a_b@example.com",
        "j@münchen.example",
        "j@xn--mnchen-3ya.example",
        " ",
        "",
        "not an address",
        "@@",
    ];
    prop_oneof![8 => select(few.to_vec()).prop_map(str::to_owned), 1 => any::<String>()]
}

fn prefixed() -> impl Strategy<Value = String> {
    (select(vec!["SMTP:", "smtp:", "sip:", "x500:", ""]), value())
        .prop_map(|(kind, value)| format!("{kind}{value}"))
}

fn known<T: Clone + std::fmt::Debug + 'static>(
    inner: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<Known<T>> {
    prop_oneof![1 => Just(Known::Unknown), 4 => inner.prop_map(Known::Is)].boxed()
}

fn maybe<T: Clone + std::fmt::Debug + 'static>(
    inner: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<Known<Option<T>>> {
    known(proptest::option::of(inner))
}

fn some_of<T: Clone + std::fmt::Debug + 'static>(
    inner: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<Vec<T>> {
    proptest::collection::vec(inner, 0..4).boxed()
}

fn lookup<T: Clone + std::fmt::Debug + 'static>(
    inner: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<Lookup<T>> {
    (proptest::collection::vec(inner, 0..3), prop::bool::weighted(0.8))
        .prop_map(|(found, complete)| Lookup { found, complete })
        .boxed()
}

fn id() -> impl Strategy<Value = String> {
    select(vec!["1", "2", "3", "4"]).prop_map(str::to_owned)
}

fn user_name() -> impl Strategy<Value = String> {
    let ext = value().prop_map(|value| format!("{}#EXT#@contoso.onmicrosoft.com", value.replace('@', "_")));
    prop_oneof![3 => ext, 1 => value(), 1 => Just("#ext#".to_owned())]
}

fn time() -> impl Strategy<Value = Timestamp> {
    prop_oneof![
        Just(Timestamp::MIN),
        Just(Timestamp::MAX),
        (0..4_000_000_000_i64).prop_map(|it| Timestamp::from_second(it).unwrap())
    ]
}

prop_compose! {
    fn identity()(
        sign_in_type in proptest::option::of(select(vec!["federated", "userPrincipalName"])),
        issuer in proptest::option::of(select(vec!["mail", "ExternalAzureAD"])),
        issuer_assigned_id in proptest::option::of(value()),
    ) -> Identity {
        Identity { sign_in_type: sign_in_type.map(str::to_owned), issuer: issuer.map(str::to_owned), issuer_assigned_id }
    }
}

prop_compose! {
    fn user()(
        id in id(),
        user_principal_name in maybe(user_name()),
        mail in maybe(value()),
        other_mails in known(some_of(value())),
        proxy_addresses in known(some_of(prefixed())),
        identities in known(some_of(identity())),
        external_user_state in maybe(select(vec!["Accepted", "PendingAcceptance"]).prop_map(str::to_owned)),
        account_enabled in maybe(any::<bool>()),
        on_premises_sync_enabled in maybe(any::<bool>()),
        is_management_restricted in maybe(any::<bool>()),
        deleted in maybe(time()),
        creation_type in maybe(Just("Invitation".to_owned())),
    ) -> User {
        User {
            user_principal_name, mail, other_mails, proxy_addresses, identities, external_user_state, account_enabled,
            on_premises_sync_enabled, is_management_restricted, deleted, creation_type, ..User::unknown(id)
        }
    }
}

prop_compose! {
    fn group()(
        id in id(),
        mail in maybe(value()),
        proxy_addresses in known(some_of(prefixed())),
        group_types in known(some_of(select(vec!["Unified", "DynamicMembership"]).prop_map(str::to_owned))),
        mail_enabled in maybe(any::<bool>()),
        security_enabled in maybe(any::<bool>()),
        is_assignable_to_role in maybe(any::<bool>()),
        hide_from_outlook_clients in maybe(any::<bool>()),
    ) -> Group {
        Group {
            id, mail, proxy_addresses, group_types, mail_enabled, security_enabled, is_assignable_to_role,
            hide_from_outlook_clients, ..Group::default()
        }
    }
}

prop_compose! {
    fn contact()(id in id(), mail in maybe(value()), proxy_addresses in known(some_of(prefixed()))) -> Contact {
        Contact { id, mail, proxy_addresses, ..Contact::default() }
    }
}

fn owner() -> impl Strategy<Value = Owner> {
    let kinds = select(vec![OwnerKind::Contact, OwnerKind::User, OwnerKind::Guest, OwnerKind::Group]);
    (contact(), kinds).prop_map(|(contact, kind)| Owner { kind, ..Owner::from(&contact) })
}

prop_compose! {
    fn operator()(
        roles in known(some_of(select(vec!["User Administrator", "Global Administrator"]).prop_map(str::to_owned))),
        unseen_roles in any::<bool>(),
        may_ask_permission in any::<bool>(),
        read_only in any::<bool>(),
        owned_groups in known(some_of(id())),
        scopes in known(some_of(Just("User.ReadWrite.All".to_owned()))),
    ) -> Operator {
        Operator {
            roles,
            unseen_roles,
            owned_groups,
            has_traces: true,
            scopes,
            may_ask_permission,
            read_only,
            is_guest: Known::Unknown,
        }
    }
}

prop_compose! {
    fn surroundings()(
        chosen in proptest::option::of(id()),
        owners in lookup(owner()),
        memberships in known(some_of(group())),
        directory_roles in known(some_of(Just("Directory Readers".to_owned()))),
        group in proptest::option::of((id(), known(group()), known(any::<bool>()), known(any::<bool>()))),
        guests_may_access_groups in known(prop::bool::weighted(0.8)),
        may_add_guests in known(any::<bool>()),
        domains in known(prop::sample::subsequence(vec!["contoso.example".to_owned(), "fabrikam.nl".to_owned()], 0..=2)),
        operator in operator(),
        now in time(),
    ) -> Facts {
        Facts {
            chosen, owners, memberships, directory_roles, operator,
            group: group.map(|(id, group, is_member, is_nested)| ChosenGroup { id, group, is_member, is_nested }),
            organisation: Organisation { guests_may_access_groups, may_add_guests, domains },
            ..Facts::nothing_known(Address::parse("jan@fabrikam.nl").unwrap(), now)
        }
    }
}

prop_compose! {
    fn facts()(
        around in surroundings(),
        searched in select(vec!["jan@fabrikam.nl", "jan@example.com", "a_b@example.com", "j@münchen.example"]),
        live_users in lookup(user()),
        deleted_users in lookup(user()),
        contacts in lookup(contact()),
        groups in lookup(group()),
    ) -> Facts {
        Facts { searched: Address::parse(searched).unwrap(), live_users, deleted_users, contacts, groups, ..around }
    }
}

/// An address that people have: the name may hold what names hold, the domain may be international.
fn address() -> impl Strategy<Value = Address> {
    let label = "[a-z0-9]([a-z0-9-]{0,4}[a-z0-9])?";
    let domain = prop_oneof![
        4 => (label, select(vec!["example", "com", "nl"])).prop_map(|(label, top)| format!("{label}.{top}")),
        1 => select(vec!["münchen.example", "xn--mnchen-3ya.example", "bücher.example"]).prop_map(str::to_owned),
    ];
    ("[A-Za-z0-9]([A-Za-z0-9._+'&%-]{0,8}[A-Za-z0-9])?", domain)
        .prop_filter_map("a strict address", |(name, domain)| {
            Address::parse(&format!("{name}@{domain}")).ok()
        })
}

/// The same user with what was not read filled in.
fn filled(user: &User, by: &User) -> User {
    User {
        mail: user.mail.clone().or(by.mail.clone()).or(Known::Is(None)),
        proxy_addresses: user.proxy_addresses.clone().or(by.proxy_addresses.clone()).or(Known::Is(vec![])),
        other_mails: user.other_mails.clone().or(by.other_mails.clone()).or(Known::Is(vec![])),
        ..user.clone()
    }
}

fn only(user: &User) -> Facts {
    Facts { chosen: Some(user.id.clone()), ..people::found("jan@fabrikam.nl", user.clone()) }
}

fn says(facts: &Facts, code: FindingCode) -> bool {
    diagnose(facts).findings.iter().any(|finding| finding.code == code)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_set_of_facts_has_one_answer_and_always_the_same(facts in facts()) {
        let said = diagnose(&facts);
        prop_assert_eq!(&said, &diagnose(&facts.clone()));
        let _ = table(&facts, &said);
    }

    #[test]
    fn the_gravest_finding_comes_first(facts in facts()) {
        let said = diagnose(&facts);
        prop_assert!(said.findings.is_sorted_by_key(|it| std::cmp::Reverse(it.severity)), "{:?}", said.findings);
    }

    #[test]
    fn at_most_one_remedy_is_recommended_and_that_one_fits(facts in facts()) {
        let said = diagnose(&facts);
        let recommended: Vec<_> = said.remedies.iter().filter(|it| it.place != Place::Offered).collect();
        prop_assert!(recommended.iter().filter(|it| it.place == Place::Recommended).count() <= 1);
        let at_most = if said.verdict == Verdict::NotMember { 2 } else { 1 };
        prop_assert!(recommended.len() <= at_most);
        prop_assert!(recommended.iter().all(|it| matches!(it.fit, Fit::Fits(_)) && !it.behind_do_it_anyway));
        let nothing = [Verdict::Healthy, Verdict::Blocked, Verdict::MailElsewhere, Verdict::CannotTell];
        prop_assert!(!nothing.contains(&said.verdict) || recommended.is_empty());
    }

    #[test]
    fn what_is_recommended_the_operator_can_do_and_what_they_can_nobody_is_asked_for(facts in facts()) {
        let said = diagnose(&facts);
        let advice = |it: &guest::Offer| it.kind.remedy().advice_only;
        prop_assert!(said.recommended().is_none_or(|it| it.ability.is_there() || advice(it)), "{said:?}");
        prop_assert!(said.to_ask_for().all(|it| !it.ability.is_there()), "{said:?}");
    }

    #[test]
    fn remedies_are_ordered_by_rising_harm_and_none_is_there_twice(facts in facts()) {
        let kinds: Vec<_> = diagnose(&facts).remedies.iter().map(|it| it.kind).collect();
        prop_assert!(kinds.is_sorted_by(|one, next| one < next), "{kinds:?}");
    }

    #[test]
    fn what_was_not_read_never_makes_a_guest_misconfigured_or_without_address(user in user(), by in user()) {
        for code in [FindingCode::Misconfigured, FindingCode::NoAddress] {
            if says(&only(&user), code) {
                prop_assert!(says(&only(&filled(&user, &by)), code), "{code:?} depends on what was not read");
            }
        }
        let blind = User { mail: Known::Unknown, proxy_addresses: Known::Unknown, ..user };
        let verdict = diagnose(&only(&blind)).verdict;
        prop_assert!(!matches!(verdict, Verdict::Misconfigured | Verdict::NoAddress | Verdict::Conflict | Verdict::Healthy));
    }

    #[test]
    fn objects_with_other_addresses_change_nothing(facts in facts(), where_to in 0..4_u8) {
        let stranger = people::guest("stranger", "stranger@proseware.example");
        let mut more = facts.clone();
        match where_to {
            0 => more.live_users.found.push(stranger),
            1 => more.deleted_users.found.push(stranger),
            2 => more.contacts.found.push(people::contact("stranger", "stranger@proseware.example")),
            _ => more.groups.found.push(people::microsoft365("stranger")),
        }
        prop_assert_eq!(diagnose(&facts), diagnose(&more));
    }

    #[test]
    fn whoever_is_no_guest_gets_no_remedy(facts in facts()) {
        let said = diagnose(&facts);
        if said.verdict == Verdict::NotAGuest {
            prop_assert_eq!(said.remedies, vec![]);
        }
    }

    /// The two repairs that write addresses offer only the guest's own; the third may be invited at what the user name
    /// tells as well. Whom nobody knows is invited at what was searched for, and nowhere else.
    #[test]
    fn what_is_offered_belongs_to_the_guest_and_what_is_preselected_is_offered(facts in facts()) {
        let said = diagnose(&facts);
        for offer in &said.remedies {
            let Some(options) = offer.fit.options() else { continue };
            let offered: Vec<&Address> = options.addresses.iter().map(|it| &it.address).collect();
            prop_assert!(options.preselected.iter().chain(&options.confirm).all(|it| offered.contains(&it)));
            for address in offered {
                let nobodys = offer.kind == RemedyKind::Invite && *address == facts.searched;
                let known = nobodys
                    || said.addresses.contains(address)
                    || said.invited.possible().contains(address);
                prop_assert!(known, "{:?} offers {address}", offer.kind);
            }
        }
    }

    #[test]
    fn nothing_is_chosen_while_a_conflict_stands(facts in facts()) {
        let said = diagnose(&facts);
        if said.verdict == Verdict::Conflict {
            for kind in [RemedyKind::SetMail, RemedyKind::KeepOneAddress, RemedyKind::RemoveAndInvite] {
                prop_assert!(said.offer(kind).is_none_or(|offer| offer.fit.options().is_none()), "{kind:?}");
            }
        }
    }

    /// What is taken for many nobody looks at for each: it is offered to this guest by themselves, and nothing that
    /// deletes is among it.
    #[test]
    fn what_is_taken_for_many_is_offered_to_the_guest_and_is_the_only_one_or_the_invited_one(facts in facts()) {
        let said = diagnose(&facts);
        let Some(guest) = guest::subject(&facts, &said) else { return Ok(()) };
        for &kind in RemedyKind::ALL {
            let Ok(taken) = for_many(kind, &said, guest) else { continue };
            let offer = said.offer(kind).unwrap();
            let offered: Vec<&Address> = offer.fit.options().unwrap().addresses.iter().map(|it| &it.address).collect();
            prop_assert!(offered.contains(&&taken), "{kind:?} takes {taken}");
            match kind.remedy().for_many {
                Some(ForMany::OnlyAddress) => prop_assert_eq!(offered.len(), 1, "{:?}", kind),
                Some(ForMany::InvitedAddress) => prop_assert!(guest.invited().certain() == Some(&taken)),
                None => prop_assert!(false, "{kind:?} is never done for many"),
            }
            let repairs = guest.lacks_main_address() || says(&facts, FindingCode::Pending);
            prop_assert!(repairs, "{kind:?} repairs nothing: {said:?}");
        }
    }

    #[test]
    fn healthy_means_a_main_address_that_was_searched_for(facts in facts()) {
        let said = diagnose(&facts);
        if said.verdict == Verdict::Healthy {
            prop_assert_eq!(said.primary, Primary::Present(facts.searched));
        }
    }

    #[test]
    fn comparing_addresses_is_an_equivalence(one in value(), two in value(), three in value()) {
        let all: Vec<Address> = [one, two, three].iter().filter_map(|it| Address::recorded(it)).collect();
        for a in &all {
            prop_assert_eq!(a, a);
            for b in &all {
                prop_assert_eq!(a == b, b == a);
                prop_assert_eq!(a == b, a.is(b.as_str()));
                for c in &all {
                    prop_assert!(a != b || b != c || a == c);
                }
            }
        }
    }

    #[test]
    fn every_spelling_is_the_same_address(address in address()) {
        for spelling in address.spellings() {
            prop_assert_eq!(&Address::parse(&spelling).unwrap(), &address);
        }
        let capitals = address.as_str().to_ascii_uppercase();
        prop_assert_eq!(Address::parse(&capitals).unwrap(), address);
    }

    #[test]
    fn what_stands_around_a_pasted_address_is_taken_off(address in address(), how in 0..16_usize) {
        let a = address.as_str();
        let coded = a.replace('%', "%25").replace('&', "%26").replace('+', "%2B").replace('@', "%40");
        let decorated = [
            a.to_owned(),
            format!("  {a}\r\n"),
            format!("Jan de Vries <{a}>;"),
            format!("\"Vries, Jan de\" <{a}>,"),
            format!("<{a}>"),
            format!("'{a}'"),
            format!("\u{201c}{a}\u{201d}."),
            format!("\u{feff}{a}\u{200b}"),
            format!("({a})"),
            format!("mailto:{}?subject=Hello%20there&cc=x@example.com", a.replace('%', "%25")),
            format!("MAILTO:{coded}"),
            format!("{a}<mailto:{coded}>"),
            format!("SMTP:{a}"),
            format!("{a}; {a}"),
            format!("\u{a0}{a}\t"),
            format!("jan <{a}> "),
        ];
        let pasted = Address::from_pasted(&decorated[how]);
        prop_assert_eq!(pasted.as_ref().map(Address::as_str), Ok(a), "{}", decorated[how]);
    }

    #[test]
    fn any_paste_is_an_address_or_has_a_reason(text in any::<String>()) {
        if let Ok(address) = Address::from_pasted(&text) {
            prop_assert_eq!(Address::parse(address.as_str()), Ok(address));
        }
    }

    #[test]
    fn an_invited_address_is_read_back_from_the_user_name(address in address(), marks in "[a-z]{1,3}(_[a-z]{1,3}){0,2}") {
        for spelling in [address.as_str().to_owned(), format!("{marks}@{}", address.domain())] {
            let invited_at = Address::parse(&spelling).unwrap();
            let name = format!("{}@contoso.onmicrosoft.com", invited::encode(&invited_at));
            match invited::decode(&name) {
                Decoded::Certain(decoded) => prop_assert_eq!(decoded, invited_at),
                Decoded::Ambiguous(possible) => {
                    prop_assert_eq!(&possible[0], &invited_at);
                    prop_assert!(invited_at.name().contains('_'));
                }
                Decoded::NotAnExtName => prop_assert!(false, "{name}"),
            }
        }
    }

    #[test]
    fn decoding_takes_any_user_name(name in any::<String>(), id in any::<String>()) {
        let _ = invited::decode(&name);
        let _ = invited::decode_deleted(&format!("{}{name}#EXT#", id.replace('-', "")), &id);
    }
}

#[test]
fn a_paste_of_ten_thousand_characters_is_too_long() {
    let long = "a".repeat(10_000);
    assert_eq!(Address::from_pasted(&long), Err(NotAnAddress::TooLong { length: 10_000, limit: 320 }));
    let name = format!("{}@example.com", "a".repeat(400));
    assert_eq!(Address::from_pasted(&name), Err(NotAnAddress::TooLong { length: 412, limit: 320 }));
    assert_eq!(Address::parse(&name), Err(NotAnAddress::TooLong { length: 412, limit: 320 }));
}

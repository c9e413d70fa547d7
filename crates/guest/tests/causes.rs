//! Why it is so, with its arguments; what is wrong besides; and why a change was refused. What is found is in the table of
//! stories.

mod people;

use guest::{
    Also, Cause, CheckKind, Contact, Facts, FindingCode as F, Group, Insider, Known, Lookup, Operator, Owner,
    RemedyKind as K, User, Verdict as V, WhyRefused, diagnose, why_refused,
};
use people::{broken, chosen, contact, employee, found, guest, microsoft365, nobody, some, texts};

const PIETER: &str = "pieter@northwindtraders.com";

fn insider(facts: &Facts) -> Insider {
    let said = diagnose(facts);
    let Cause::NotAGuest { insider, .. } = said.cause else { panic!("{said:?}") };
    insider
}

#[test]
fn an_address_that_is_no_guest_s_is_said_to_be_a_group_s_or_of_the_own_domain() {
    let group =
        Facts { groups: Lookup::complete(vec![microsoft365("sales")]), ..nobody("sales@contoso.example") };
    let name = microsoft365("sales").display_name.value().unwrap().clone();
    assert_eq!(insider(&group), Insider::Group { name });
    let contact: Contact = contact("c", "ann@contoso.example");
    let name = contact.display_name.value().cloned();
    assert!(name.is_some());
    let contact = Facts { contacts: Lookup::complete(vec![contact]), ..nobody("ann@contoso.example") };
    assert_eq!(insider(&contact), Insider::OwnDomain { contact: name });
    assert_eq!(insider(&nobody("typo@contoso.example")), Insider::OwnDomain { contact: None });
}

#[test]
fn an_account_of_one_s_own_is_told_from_one_that_has_the_address_as_user_name_only() {
    let ann = employee("ann", "ann@fabrikam.nl");
    let by_name = User { mail: Known::Is(None), proxy_addresses: texts(&[]), ..ann.clone() };
    assert_eq!(insider(&found("ann@fabrikam.nl", by_name)), Insider::UserName);
    assert_eq!(insider(&found("ann@fabrikam.nl", ann)), Insider::Account);
}

#[test]
fn somebody_typed_guest_who_signs_in_here_has_the_checklist_of_a_guest_and_a_colleague_has_none() {
    let lia = User { user_type: some("Guest"), ..employee("lia", "lia@example.com") };
    let kinds: Vec<_> = diagnose(&found("lia@example.com", lia)).checklist.iter().map(|it| it.kind).collect();
    assert!(kinds.contains(&CheckKind::JunkFolder), "{kinds:?}");
    assert_eq!(diagnose(&found("ann@fabrikam.nl", employee("ann", "ann@fabrikam.nl"))).checklist, []);
}

#[test]
fn a_missing_address_is_a_second_fault_unless_the_conflict_is_why_it_is_missing() {
    let off = |facts: Facts| Facts {
        organisation: guest::Organisation {
            guests_may_access_groups: Known::Is(false),
            ..facts.organisation.clone()
        },
        ..facts
    };
    let pieter = || found(PIETER, broken("p", PIETER, &[PIETER]));
    let owned = Facts { contacts: Lookup::complete(vec![contact("c", PIETER)]), ..pieter() };
    let said = |facts| diagnose(&off(facts));
    for (facts, also) in [(pieter(), Also::NoMainAddress), (owned, Also::Conflict)] {
        let said = said(facts);
        assert_eq!((said.verdict, said.also.as_slice()), (V::GuestAccessOff, &[also][..]));
    }
    assert_eq!(said(found(PIETER, guest("p", PIETER))).also, []);
}

#[test]
fn a_group_that_hides_its_members_is_said_by_its_name_when_nothing_else_is_open() {
    let hidden = Group { visibility: some("HiddenMembership"), ..microsoft365("board") };
    let name = hidden.display_name.value().unwrap().clone();
    let facts = Facts {
        group: Some(chosen(hidden, Known::Is(false))),
        operator: Operator { scopes: texts(&["User.Read.All"]), ..Operator::default() },
        ..found(PIETER, guest("p", PIETER))
    };
    let said = diagnose(&facts);
    assert_eq!((said.verdict, said.cause), (V::CannotTell, Cause::MembersHidden { group: name }));
}

#[test]
fn what_an_address_was_refused_for_is_said_until_the_server_took_it() {
    let owner = Owner::from(&employee("purchasing", "purchasing@contoso.example"));
    let refused = |user: User| {
        let facts = found(PIETER, user);
        let said = Facts { refused: vec![owner.of(&facts.searched)], ..facts };
        diagnose(&said).findings.iter().any(|finding| finding.code == F::AddressRefused)
    };
    assert!(refused(broken("p", PIETER, &[PIETER])));
    assert!(!refused(guest("p", PIETER)), "it was taken since");
    // Taken, and yet no main address: what stood in its way may stand there still.
    let half = User { proxy_addresses: texts(&[]), ..guest("p", PIETER) };
    assert!(refused(half), "the address is in `mail` alone");
}

#[test]
fn a_refusal_is_explained_by_what_is_known_of_the_operator_and_of_the_guest() {
    let operator = |roles: &[&str]| Operator { roles: texts(roles), ..Operator::default() };
    let of = |operator: Operator, facts: Facts| Facts { operator, ..facts };
    let plain = || found(PIETER, guest("p", PIETER));
    let holds_role = || Facts { directory_roles: texts(&["Reports Reader"]), ..plain() };
    let restricted = User { is_management_restricted: Known::Is(Some(true)), ..guest("p", PIETER) };
    let unseen = Operator { unseen_roles: true, ..operator(&[]) };
    let told = [
        (K::SetMail, of(operator(&["User Administrator"]), plain()), WhyRefused::RoleIsThere),
        (K::SetMail, of(operator(&[]), plain()), WhyRefused::NoRole),
        (K::SetMail, of(unseen.clone(), plain()), WhyRefused::NoRole),
        (K::KeepOneAddress, of(operator(&[]), holds_role()), WhyRefused::HoldsRole),
        (K::KeepOneAddress, of(unseen, holds_role()), WhyRefused::HoldsRole),
        (
            K::SetMail,
            of(operator(&["User Administrator"]), found(PIETER, restricted)),
            WhyRefused::RestrictedUnit,
        ),
        (K::SetMail, of(Operator { read_only: true, ..operator(&[]) }, plain()), WhyRefused::NotKnown),
        (K::SetMail, of(Operator { roles: Known::Unknown, ..operator(&[]) }, plain()), WhyRefused::NotKnown),
    ];
    for (kind, facts, why) in told {
        let user = facts.live_users.found[0].clone();
        assert_eq!(why_refused(kind, &facts, &user), why, "{:?} {:?}", facts.operator, facts.directory_roles);
    }
}

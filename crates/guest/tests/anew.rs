//! Before an account is removed and made anew: what hangs on it, what would be refused, what does not come back.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod people;

use guest::{
    AddressProperty, CannotHelp, Facts, Fit, Group, Known, Operator, Organisation, PlanNote, RemedyKind,
    RowValue, User, diagnose, table,
};
use people::{broken, dynamic, found, guest, microsoft365, texts};

const KIM: &str = "kim@fabrikam.nl";
const OURS: &str = "kim@contoso.example";

fn fit(facts: &Facts) -> Fit {
    diagnose(facts).offer(RemedyKind::RemoveAndInvite).unwrap().fit.clone()
}

fn kim(addresses: &[&str]) -> Facts {
    found(addresses[0], broken("kim", addresses[0], addresses))
}

#[test]
fn nobody_is_invited_at_an_address_in_one_of_the_organisations_own_domains() {
    // Given a guest who also has an address here: only the outside one is offered
    let facts = kim(&[KIM, OURS]);
    let offered = fit(&facts).options().unwrap().addresses.clone();
    assert_eq!(offered.iter().map(|it| it.address.as_str()).collect::<Vec<_>>(), [KIM]);

    // With nothing but addresses here, it is said before anything is deleted
    let inside = User { user_principal_name: Known::Is(None), ..broken("kim", OURS, &[OURS]) };
    assert_eq!(fit(&found(OURS, inside)), Fit::CannotHelp(CannotHelp::OwnDomain));

    // And what the domains are that nobody could read forbids nothing
    let unread = Facts { organisation: Organisation::default(), ..kim(&[OURS]) };
    assert!(fit(&unread).options().is_some());
}

#[test]
fn a_domain_is_the_same_in_capitals_and_in_its_other_form_and_no_other() {
    let address = |text: &str| guest::Address::parse(text).unwrap();
    assert!(address("a@Contoso.Example").is_in(" contoso.EXAMPLE "));
    assert!(address("a@caf\u{e9}.example").is_in("xn--caf-dma.example"));
    assert!(!address("a@sub.contoso.example").is_in("contoso.example"));
    assert!(!address("a@notcontoso.example").is_in("contoso.example"));
}

#[test]
fn licences_are_counted_and_a_mailbox_stops_it() {
    let with = |licences, has_mailbox| {
        let user = User { licences: Known::Is(licences), has_mailbox, ..broken("kim", KIM, &[KIM]) };
        found(KIM, user)
    };
    let warnings = |facts: &Facts| fit(facts).options().unwrap().warnings.clone();
    assert_eq!(warnings(&with(2, Known::Is(false))), [PlanNote::LicencesLost { count: 2 }]);
    assert_eq!(warnings(&with(0, Known::Is(false))), []);
    assert_eq!(fit(&with(1, Known::Is(true))), Fit::CannotHelp(CannotHelp::HasMailbox));
    // And setting the main address of a mailbox warns
    let said = diagnose(&with(1, Known::Is(true)));
    let options = said.offer(RemedyKind::SetMail).unwrap().fit.options().unwrap().clone();
    assert_eq!(options.warnings, [PlanNote::MailboxAddress]);
}

#[test]
fn what_hangs_on_the_account_stands_in_the_table() {
    let user = User { licences: Known::Is(2), has_mailbox: Known::Is(true), ..guest("kim", KIM) };
    let facts = found(KIM, user);
    let rows = table(&facts, &diagnose(&facts));
    let licensed = User { licences: Known::Is(2), ..guest("kim", KIM) };
    let licences = diagnose(&found(KIM, licensed)).findings;
    let licences = licences.iter().find(|it| it.code == guest::FindingCode::Licensed).unwrap();
    assert_eq!(licences.evidence[0].value.as_deref(), Some("2"), "what shows it is how many there are");
    let of = |name: &str| rows.iter().find(|row| row.property == name).unwrap();
    assert_eq!(of("assignedLicenses").value, RowValue::Text("2".to_owned()));
    assert_eq!(of("assignedLicenses").meaning, Some(guest::Meaning::Licensed));
    assert!(of("assignedPlans").matters, "a mailbox is what matters");
}

#[test]
fn groups_that_hide_their_members_are_said_not_to_be_seen_unless_they_are() {
    let notes = |scopes: Known<Vec<String>>| {
        let facts = kim(&[KIM]);
        let operator = Operator { scopes, ..facts.operator.clone() };
        fit(&Facts { operator, ..facts }).options().unwrap().notes.clone()
    };
    assert!(notes(Known::Unknown).contains(&PlanNote::HiddenGroupsNotSeen));
    assert!(notes(texts(&["GroupMember.ReadWrite.All"])).contains(&PlanNote::HiddenGroupsNotSeen));
    assert!(!notes(texts(&["member.read.hidden"])).contains(&PlanNote::HiddenGroupsNotSeen));
}

#[test]
fn groups_that_may_refuse_the_guest_are_named_whether_they_or_the_organisation_are_set_so() {
    let closed = Group { takes_guests: Known::Is(false), ..microsoft365("board") };
    let unread = Group { takes_guests: Known::Unknown, ..microsoft365("unread") };
    let groups = [microsoft365("sales"), closed, unread];
    let said = |may_add_guests| {
        let organisation = Organisation { may_add_guests, ..Organisation::default() };
        PlanNote::may_take_no_guests(&groups, &organisation)
    };
    let named = |names: &[&str]| {
        Some(PlanNote::MayTakeNoGuests { groups: names.iter().map(|it| format!("Group {it}")).collect() })
    };
    assert_eq!(said(Known::Is(true)), named(&["board"]));
    assert_eq!(said(Known::Is(false)), named(&["sales", "board", "unread"]));
    assert_eq!(PlanNote::may_take_no_guests(&groups[..1], &Organisation::default()), None);
}

#[test]
fn dynamic_groups_whose_rules_read_what_is_written_are_named_and_others_are_not() {
    let with =
        |id: &str, rule: &str| Group { membership_rule: Known::Is(Some(rule.to_owned())), ..dynamic(id) };
    let groups = [
        with("mail", "(user.mail -contains \"x\") and (user.country -eq \"NL\")"),
        with("nickname", "user.mailNickname -eq \"x\""),
        with("others", "user.OtherMails -any (_ -eq \"x\")"),
        with("proxies", "user.proxyAddresses -any (_ -contains \"x\")"),
        Group { membership_rule: Known::Unknown, ..dynamic("unread") },
    ];
    let said = |groups: &[Group], written: &[AddressProperty], all_seen| {
        PlanNote::membership_may_change(groups, written, all_seen)
    };
    let named = |names: &[&str]| PlanNote::MembershipMayChange {
        groups: names.iter().map(|name| format!("Group {name}")).collect(),
    };
    let mail = [AddressProperty::Mail, AddressProperty::ProxyAddresses];
    assert_eq!(said(&groups, &mail, true), [named(&["mail", "proxies"])]);
    assert_eq!(said(&groups, &[AddressProperty::OtherMails], true), [named(&["others"])]);
    assert_eq!(said(&groups[1..2], &mail, true), []);
    // Not all were seen: that is said, whatever was found
    assert_eq!(said(&groups, &mail, false), [named(&["mail", "proxies"]), PlanNote::RulesNotAllSeen]);
    assert_eq!(said(&groups[1..2], &mail, false), [PlanNote::RulesNotAllSeen]);
}

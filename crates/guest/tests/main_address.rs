//! The main address: where the two properties that name it disagree, and what writing it would change.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod people;

use guest::{
    Address, Cause, Diagnosis, Known, Meaning, PlanNote, Reason, RemedyKind, Severity, User, WayBack,
    diagnose, table,
};
use people::{address, broken, found, guest, some, texts};

const MAIL: &str = "jo@fabrikam.nl";
const PROXY: &str = "jo@fabrikam.com";

fn disputed() -> User {
    User {
        mail: some(MAIL),
        proxy_addresses: texts(&["SMTP:jo@fabrikam.com", "smtp:jo@fabrikam.nl"]),
        ..guest("jo", PROXY)
    }
}

/// The addresses that may be written, with the notes of each.
fn written(said: &Diagnosis) -> Vec<(Address, Vec<PlanNote>)> {
    let offer = said.offer(RemedyKind::SetMail).unwrap();
    let options = offer.fit.options().unwrap();
    options.addresses.iter().map(|it| (it.address.clone(), it.notes.clone())).collect()
}

#[test]
fn wherever_it_is_searched_from_the_cause_names_both_and_judges_neither() {
    for searched in [MAIL, PROXY, "jo.elsewhere@fabrikam.com"] {
        let user = User { other_mails: texts(&["jo.elsewhere@fabrikam.com"]), ..disputed() };
        let said = diagnose(&found(searched, user));
        let cause = Cause::MainAddressesDiffer { mail: address(MAIL), proxy: address(PROXY) };
        assert_eq!(said.cause, cause, "searched for {searched}");
        assert_eq!(said.recommended(), None, "which of them is right is for Exchange to say");
    }
}

#[test]
fn the_table_marks_both_properties_and_calls_neither_fine() {
    for searched in [MAIL, PROXY] {
        let facts = found(searched, disputed());
        let rows = table(&facts, &diagnose(&facts));
        for property in ["mail", "proxyAddresses"] {
            let row = rows.iter().find(|row| row.property == property).unwrap();
            let said = (row.severity, row.meaning.clone());
            assert_eq!(said, (Severity::Warning, Some(Meaning::MainAddressesDiffer)), "{property}");
        }
    }
}

#[test]
fn what_mail_holds_is_not_offered_again_where_proxy_addresses_follows() {
    let elsewhere = guest("jo", MAIL);
    let elsewhere = User { other_mails: texts(&[MAIL, "jo@example.com"]), ..elsewhere };
    for (user, searched, expected) in [
        (disputed(), MAIL, vec![address(PROXY)]),
        (elsewhere, "jo@example.com", vec![address("jo@example.com")]),
    ] {
        let offered: Vec<Address> =
            written(&diagnose(&found(searched, user))).into_iter().map(|(address, _)| address).collect();
        assert_eq!(offered, expected);
    }
}

#[test]
fn writing_the_same_again_is_named_as_that_and_promises_no_way_back() {
    // Given a guest whose mail is filled, while proxyAddresses has nothing
    let only = User { mail: some(MAIL), ..broken("jo", MAIL, &[MAIL]) };
    let said = diagnose(&found(MAIL, only));

    // Then writing it again is all there is, and says so
    let offer = said.offer(RemedyKind::SetMail).unwrap();
    assert_eq!(offer.reason, Reason::WritesTheSameAgain);
    assert_eq!(offer.way_back, WayBack::Impossible);
    assert_eq!(written(&said), [(address(MAIL), vec![PlanNote::WritesTheSameAgain])]);

    // And with another address beside it, only that one changes something
    let two = User { mail: some(MAIL), ..broken("jo", MAIL, &[MAIL, PROXY]) };
    let said = diagnose(&found(MAIL, two));
    let offer = said.offer(RemedyKind::SetMail).unwrap();
    assert_eq!(offer.reason, Reason::FillsTheMainAddress);
    assert_eq!(offer.way_back, WayBack::Partial);
    let old = PlanNote::OldMainStays { address: MAIL.to_owned() };
    let same = (address(MAIL), vec![PlanNote::WritesTheSameAgain]);
    assert_eq!(written(&said), [same, (address(PROXY), vec![old])]);
}

#[test]
fn a_way_back_is_promised_only_where_both_properties_come_back() {
    let way_back = |user: User| {
        let said = diagnose(&found("jo@example.com", user));
        said.offer(RemedyKind::SetMail).unwrap().way_back
    };
    let other = || texts(&["jo@example.com"]);
    assert_eq!(way_back(User { other_mails: other(), ..guest("jo", MAIL) }), WayBack::Partial);
    assert_eq!(way_back(User { other_mails: other(), ..disputed() }), WayBack::Impossible);
    let empty = User { mail: Known::Is(None), ..broken("jo", MAIL, &["jo@example.com"]) };
    assert_eq!(way_back(empty), WayBack::Impossible);
    assert!(guest::returns_with_mail(MAIL, &["SMTP:JO@fabrikam.nl".to_owned()]));
    assert!(!guest::returns_with_mail(MAIL, &[format!("SMTP:{PROXY}")]));
}

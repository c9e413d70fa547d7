//! The property table: what each property holds, what that means, and what matters.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod people;

use guest::{Facts, Known, Lookup, Meaning, PropertyRow, RowValue, Severity, User, diagnose, table};
use people::{address, broken, contact, employee, found, guest, identity, some, texts, time};

const PIETER: &str = "pieter@northwindtraders.com";
const SECOND: &str = "p.jansen@example.com";

fn pieter() -> User {
    broken("pieter", PIETER, &[PIETER, SECOND])
}

fn owned(facts: Facts) -> Facts {
    Facts { contacts: Lookup::complete(vec![contact("c", PIETER)]), ..facts }
}

fn rows(user: User) -> Vec<PropertyRow> {
    let facts = found(PIETER, user);
    table(&facts, &diagnose(&facts))
}

/// The row of one property.
fn row(user: User, property: &str) -> PropertyRow {
    let row = rows(user).into_iter().find(|row| row.property == property);
    row.unwrap_or_else(|| panic!("there is no row for {property}"))
}

#[test]
fn what_an_address_means_is_said_beside_it() {
    let fine = || guest("p", PIETER);
    let others = |all: &[&str], user: User| User { other_mails: texts(all), ..user };
    let elsewhere = Meaning::GoesElsewhere { searched: address(PIETER) };
    let stories = [
        ("mail", fine(), Severity::Ok, Some(Meaning::MainAddress)),
        ("mail", others(&[PIETER], guest("p", SECOND)), Severity::Warning, Some(elsewhere)),
        ("mail", pieter(), Severity::Error, Some(Meaning::NoMainAddress)),
        ("mail", User { mail: some(" "), ..fine() }, Severity::Error, Some(Meaning::NoMainAddress)),
        ("mail", User { mail: Known::Unknown, ..fine() }, Severity::Warning, Some(Meaning::NotRead)),
        ("mail", employee("p", PIETER), Severity::Info, None),
        ("proxyAddresses", fine(), Severity::Ok, Some(Meaning::PrimaryProxy)),
        ("proxyAddresses", pieter(), Severity::Error, Some(Meaning::NoPrimaryProxy)),
        (
            "proxyAddresses",
            User { proxy_addresses: Known::Unknown, ..fine() },
            Severity::Warning,
            Some(Meaning::NotRead),
        ),
        ("proxyAddresses", employee("p", PIETER), Severity::Info, None),
        ("otherMails", fine(), Severity::Info, None),
        ("otherMails", others(&[], fine()), Severity::Info, None),
        ("otherMails", broken("p", PIETER, &[PIETER]), Severity::Info, None),
        ("otherMails", others(&[PIETER, SECOND], fine()), Severity::Info, Some(Meaning::SeveralBesideMain)),
        ("otherMails", pieter(), Severity::Error, Some(Meaning::SeveralWithoutMain)),
        (
            "otherMails",
            others(&[PIETER, "Pieter@NorthwindTraders.com"], fine()),
            Severity::Warning,
            Some(Meaning::OneAddressRepeated),
        ),
        ("otherMails", others(&[" ", ""], fine()), Severity::Info, None),
        (
            "otherMails",
            User { other_mails: Known::Unknown, ..fine() },
            Severity::Warning,
            Some(Meaning::NotRead),
        ),
    ];
    for (property, user, severity, meaning) in stories {
        let row = row(user, property);
        assert_eq!((row.severity, row.meaning), (severity, meaning), "{property}: {:?}", row.value);
    }
}

#[test]
fn what_the_account_is_means_something_where_it_is_not_as_it_should_be() {
    let fine = || guest("p", PIETER);
    let state = |state: Known<Option<String>>, creation_type| User {
        external_user_state: state,
        creation_type,
        ..fine()
    };
    let invited = || some("Invitation");
    let name = |name: &str| User { user_principal_name: Known::Is(Some(name.to_owned())), ..fine() };
    let stories = [
        ("userPrincipalName", fine(), Severity::Info, Some(Meaning::InvitedAt { address: address(PIETER) })),
        ("userPrincipalName", employee("p", PIETER), Severity::Info, Some(Meaning::NoSignOfGuest)),
        ("userPrincipalName", name("pieter@contoso.example"), Severity::Info, None),
        ("externalUserState", fine(), Severity::Ok, Some(Meaning::Accepted)),
        (
            "externalUserState",
            state(some("pendingacceptance"), invited()),
            Severity::Warning,
            Some(Meaning::NotAccepted),
        ),
        (
            "externalUserState",
            state(Known::Is(None), Known::Is(None)),
            Severity::Info,
            Some(Meaning::MadeBySharing),
        ),
        ("externalUserState", state(Known::Is(None), invited()), Severity::Info, None),
        ("externalUserState", state(some("Other"), Known::Is(None)), Severity::Info, None),
        ("externalUserState", state(some("Other"), invited()), Severity::Info, None),
        ("externalUserState", employee("p", PIETER), Severity::Info, None),
        ("accountEnabled", fine(), Severity::Ok, None),
        (
            "accountEnabled",
            User { account_enabled: Known::Is(Some(false)), ..fine() },
            Severity::Warning,
            Some(Meaning::SignInBlocked),
        ),
        ("accountEnabled", User { account_enabled: Known::Is(None), ..fine() }, Severity::Info, None),
        ("onPremisesSyncEnabled", fine(), Severity::Info, None),
        (
            "onPremisesSyncEnabled",
            User { on_premises_sync_enabled: Known::Is(Some(true)), ..fine() },
            Severity::Warning,
            Some(Meaning::Synced),
        ),
        (
            "onPremisesSyncEnabled",
            User { on_premises_sync_enabled: Known::Is(Some(false)), ..fine() },
            Severity::Info,
            None,
        ),
        ("isManagementRestricted", fine(), Severity::Info, None),
        (
            "isManagementRestricted",
            User { is_management_restricted: Known::Is(Some(true)), ..fine() },
            Severity::Warning,
            Some(Meaning::Restricted),
        ),
        ("userType", fine(), Severity::Info, None),
        ("userType", employee("p", PIETER), Severity::Info, None),
        (
            "userType",
            User { user_type: some("member"), ..fine() },
            Severity::Info,
            Some(Meaning::ExternalMember),
        ),
    ];
    for (property, user, severity, meaning) in stories {
        let row = row(user, property);
        assert_eq!((row.severity, row.meaning), (severity, meaning), "{property}: {:?}", row.value);
    }
}

#[test]
fn a_user_name_that_may_be_read_in_two_ways_is_said_to_be() {
    let name = some("p_j_example.com#EXT#@contoso.onmicrosoft.com");
    let row = row(User { user_principal_name: name, ..guest("p", PIETER) }, "userPrincipalName");
    let Some(Meaning::InvitedAtOneOf { addresses }) = row.meaning else { panic!("{:?}", row.meaning) };
    assert_eq!(addresses[0], address("p_j@example.com"));
    assert_eq!((addresses.len(), row.severity), (2, Severity::Info));
}

#[test]
fn every_kind_of_value_is_shown_as_what_it_is() {
    let since = time("2026-03-01T08:00:00Z");
    let federated = identity("federated", "ExternalAzureAD", None);
    let code = identity("federated", "mail", Some(SECOND));
    let fine = || guest("p", PIETER);
    let held = |identities| User { identities, ..fine() };
    let phones = |business_phones| User { business_phones, ..fine() };
    let made = |created| User { created, ..fine() };
    let account = |account_enabled| User { account_enabled, ..fine() };
    let texts_of = |all: &[&str]| RowValue::Texts(all.iter().map(|&it| it.to_owned()).collect());
    let stories = [
        ("jobTitle", User { job_title: some("Buyer"), ..fine() }, RowValue::Text("Buyer".to_owned())),
        ("jobTitle", User { job_title: some(" "), ..fine() }, RowValue::Empty),
        ("jobTitle", User { job_title: Known::Is(None), ..fine() }, RowValue::Empty),
        ("jobTitle", fine(), RowValue::Unknown),
        ("businessPhones", phones(texts(&["+31 20 1234567"])), texts_of(&["+31 20 1234567"])),
        ("businessPhones", phones(texts(&[])), RowValue::Empty),
        ("businessPhones", phones(Known::Unknown), RowValue::Unknown),
        ("createdDateTime", made(Known::Is(Some(since))), RowValue::Date(since)),
        ("createdDateTime", made(Known::Is(None)), RowValue::Empty),
        ("createdDateTime", made(Known::Unknown), RowValue::Unknown),
        ("accountEnabled", account(Known::Is(Some(true))), RowValue::Bool(true)),
        ("accountEnabled", account(Known::Is(None)), RowValue::Empty),
        ("accountEnabled", account(Known::Unknown), RowValue::Unknown),
        (
            "identities",
            held(Known::Is(vec![federated, code])),
            texts_of(&[
                "federated \u{b7} ExternalAzureAD",
                &format!("federated \u{b7} mail \u{b7} {SECOND}"),
            ]),
        ),
        ("identities", held(Known::Is(vec![])), RowValue::Empty),
        ("identities", held(Known::Unknown), RowValue::Unknown),
    ];
    for (property, user, value) in stories {
        assert_eq!(row(user, property).value, value, "{property}");
    }
}

#[test]
fn what_decides_matters_always_and_the_rest_where_it_means_something() {
    let names = |user: User| {
        let rows = rows(user).into_iter().filter(|row| row.matters);
        rows.map(|row| row.property).collect::<Vec<_>>()
    };
    let decides = ["mail", "proxyAddresses", "otherMails", "accountEnabled", "externalUserState"];
    assert_eq!(names(guest("p", PIETER)), [&decides[..], &["userPrincipalName", "displayName"]].concat());
    let everything = User {
        account_enabled: Known::Is(Some(false)),
        on_premises_sync_enabled: Known::Is(Some(true)),
        is_management_restricted: Known::Is(Some(true)),
        user_type: some("Member"),
        ..guest("p", PIETER)
    };
    let rest =
        ["userPrincipalName", "onPremisesSyncEnabled", "isManagementRestricted", "userType", "displayName"];
    assert_eq!(names(everything), [&decides[..], &rest].concat());
}

#[test]
fn the_cause_stands_before_what_follows_from_it() {
    let facts = owned(found(PIETER, pieter()));
    let rows = table(&facts, &diagnose(&facts));
    assert_eq!((rows[0].property.as_str(), rows[0].severity), ("contact", Severity::Error));
}

#[test]
fn membership_of_the_group_that_is_asked_about_has_a_row_also_when_it_is_fine() {
    let of = |is_member: Known<bool>| {
        let chosen = guest::ChosenGroup {
            id: "sales".to_owned(),
            group: Known::Unknown,
            is_member,
            is_nested: Known::Is(false),
        };
        let group = Some(chosen);
        let facts = Facts { group, memberships: Known::Unknown, ..found(PIETER, guest("p", PIETER)) };
        let rows = table(&facts, &diagnose(&facts));
        let row = rows.into_iter().find(|row| row.property == "members").unwrap();
        assert!(row.matters);
        (row.value, row.severity)
    };
    assert_eq!(of(Known::Is(true)), (RowValue::Bool(true), Severity::Ok));
    assert_eq!(of(Known::Is(false)), (RowValue::Bool(false), Severity::Error));
    assert_eq!(of(Known::Unknown), (RowValue::Unknown, Severity::Warning));
    assert!(rows(guest("p", PIETER)).iter().all(|row| row.property != "members"), "no group, no row");
}

#[test]
fn of_a_deleted_guest_the_deletion_decides_and_no_address_is_said_to_be_fine() {
    let user = User { deleted: Known::Is(Some(time("2026-11-20T10:00:00Z"))), ..guest("p", PIETER) };
    let deleted = Lookup::complete(vec![user]);
    let facts = Facts { deleted_users: deleted, ..people::nobody(PIETER) };
    let rows = table(&facts, &diagnose(&facts));
    assert_eq!(
        (rows[0].property.as_str(), rows[0].severity, rows[0].matters),
        ("deletedDateTime", Severity::Warning, true)
    );
    assert_eq!(rows.iter().filter(|row| row.property == "deletedDateTime").count(), 1);
    for name in ["mail", "proxyAddresses", "accountEnabled"] {
        let row = rows.iter().find(|row| row.property == name).unwrap();
        assert_eq!((row.severity, &row.meaning), (Severity::Info, &None), "{name}");
    }
}

#[test]
fn where_nobody_was_found_there_is_no_table() {
    let facts = people::nobody(PIETER);
    assert_eq!(table(&facts, &diagnose(&facts)), []);
}

#[test]
fn the_table_marks_what_is_wrong_and_says_what_it_means() {
    let facts = owned(found(PIETER, pieter()));
    let rows = table(&facts, &diagnose(&facts));
    let row = |name: &str| rows.iter().find(|row| row.property == name).unwrap_or_else(|| panic!("{name}"));
    assert_eq!((row("mail").severity, &row("mail").value), (Severity::Error, &RowValue::Empty));
    assert_eq!(row("mail").meaning, Some(Meaning::NoMainAddress));
    assert_eq!(row("proxyAddresses").meaning, Some(Meaning::NoPrimaryProxy));
    assert_eq!(row("otherMails").meaning, Some(Meaning::SeveralWithoutMain));
    assert_eq!(row("otherMails").value, RowValue::Texts(vec![PIETER.to_owned(), SECOND.to_owned()]));
    assert!(matches!(
        &row("contact").value,
        RowValue::Owner(owner) if owner.display_name.as_deref() == Some("J. de Vries (Fabrikam)")
    ));
    assert_eq!(row("userPrincipalName").meaning, Some(Meaning::InvitedAt { address: address(PIETER) }));
    assert_eq!(
        (row("externalUserState").severity, row("accountEnabled").severity),
        (Severity::Ok, Severity::Ok)
    );
    assert!(row("mail").matters && row("contact").matters && !row("jobTitle").matters);
    assert_eq!(row("jobTitle").value, RowValue::Unknown);
}

#[test]
fn a_blocked_account_is_marked_by_its_finding_and_for_a_deleted_guest_without_one() {
    let blocked = User { account_enabled: Known::Is(Some(false)), ..pieter() };
    let live = found(PIETER, blocked.clone());
    let gone = Facts {
        live_users: Lookup::complete(vec![]),
        deleted_users: Lookup::complete(vec![blocked]),
        ..found(PIETER, pieter())
    };
    for facts in [live, gone] {
        let said = diagnose(&facts);
        let rows = table(&facts, &said);
        let row = rows.iter().find(|row| row.property == "accountEnabled").unwrap();
        let expected = (Severity::Warning, Some(Meaning::SignInBlocked));
        assert_eq!((row.severity, row.meaning.clone()), expected, "{:?}", said.verdict);
    }
}

#[test]
fn every_row_is_there_once_and_further_properties_come_last() {
    let more = |name: &str| guest::More { property: name.to_owned(), value: RowValue::Bool(true) };
    let user = User { more: vec![more("showInAddressList"), more("jobTitle")], ..guest("p", PIETER) };
    let facts = found(PIETER, user);
    let rows = table(&facts, &diagnose(&facts));
    let mut names: Vec<&str> = rows.iter().map(|row| row.property.as_str()).collect();
    assert_eq!(names.last(), Some(&"showInAddressList"));
    names.sort_unstable();
    let all = names.len();
    names.dedup();
    assert_eq!(all, names.len());
}

#[test]
fn an_unread_property_is_shown_as_unknown_and_never_as_empty() {
    let facts = found(PIETER, User { mail: Known::Unknown, ..guest("p", PIETER) });
    let rows = table(&facts, &diagnose(&facts));
    let mail = rows.iter().find(|row| row.property == "mail").unwrap();
    assert_eq!((&mail.value, mail.severity), (&RowValue::Unknown, Severity::Warning));
}

//! Who of all guests gets no mail, and why.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod people;

use guest::{
    Known, Lookup, Owner, RemedyKind, SurveyCause as Cause, User, is_plainly_in_order, is_worth_a_look,
    surveyed,
};
use people::{NOW, broken, contact, employee, guest, texts, time};

const JAN: &str = "jan@fabrikam.nl";
const OTHER: &str = "jan@example.com";

fn nobody() -> Lookup<Owner> {
    Lookup::complete(vec![])
}

fn said(user: &User, owners: Lookup<Owner>) -> Option<(Cause, Option<RemedyKind>)> {
    surveyed(user, owners, time(NOW)).map(|found| (found.cause, found.together))
}

fn blocked(user: User) -> User {
    User { account_enabled: Known::Is(Some(false)), ..user }
}

#[test]
fn each_is_listed_with_the_cause_and_with_the_repair_that_nobody_has_to_choose_for() {
    use RemedyKind::{KeepOneAddress, ResendInvitation, SetMail};
    let pending = |user: User| User { external_user_state: people::some("PendingAcceptance"), ..user };
    let two = User { proxy_addresses: texts(&["SMTP:jan@example.com"]), ..guest("1", JAN) };
    let unnamed =
        User { user_principal_name: people::some("x#EXT#@contoso.onmicrosoft.com"), ..broken("1", JAN, &[]) };
    let synced = User { on_premises_sync_enabled: Known::Is(Some(true)), ..broken("1", JAN, &[JAN]) };
    for (what, user, expected) in [
        ("no fault", guest("1", JAN), None),
        ("one address", broken("1", JAN, &[JAN]), Some((Cause::MainAddressMissing, Some(SetMail)))),
        ("one, twice", broken("1", JAN, &[JAN, JAN]), Some((Cause::MainAddressMissing, Some(SetMail)))),
        (
            "two, invited at one",
            broken("1", JAN, &[JAN, OTHER]),
            Some((Cause::MainAddressMissing, Some(KeepOneAddress))),
        ),
        (
            "invited at none of two",
            broken("1", JAN, &[OTHER, "j@example.org"]),
            Some((Cause::MainAddressMissing, None)),
        ),
        ("from on premises", synced, Some((Cause::MainAddressMissing, None))),
        ("no address at all", unnamed, Some((Cause::NoAddress, None))),
        ("blocked as well", blocked(broken("1", JAN, &[JAN])), Some((Cause::BlockedAsWell, None))),
        ("two main addresses", two, Some((Cause::TwoMainAddresses, None))),
        ("blocked", blocked(guest("1", JAN)), Some((Cause::Blocked, None))),
        ("not accepted", pending(guest("1", JAN)), Some((Cause::InvitationOpen, Some(ResendInvitation)))),
        ("not read", User { mail: Known::Unknown, ..guest("1", JAN) }, Some((Cause::NotAllRead, None))),
    ] {
        assert_eq!(said(&user, nobody()), expected, "{what}");
        assert_eq!(is_worth_a_look(&user, time(NOW)), expected.is_some(), "{what}");
    }
}

#[test]
fn who_is_plainly_in_order_is_so_by_the_rules_as_well() {
    let mails =
        [None, Some(""), Some(" "), Some("\u{200b}"), Some("jan"), Some(JAN), Some("JAN@fabrikam.nl")];
    let mails = mails.into_iter().chain([Some(" jan@fabrikam.nl"), Some("jan@b\u{fc}cher.nl"), Some(OTHER)]);
    let lists: [&[&str]; 11] = [
        &[],
        &["SMTP:"],
        &["SMTP:jan@fabrikam.nl"],
        &["smtp:jan@fabrikam.nl"],
        &[" SMTP:jan@fabrikam.nl "],
        &["SMTP: jan@fabrikam.nl"],
        &["smtp:jan@fabrikam.nl", "SMTP:jan@example.com"],
        &[" SMTP:jan@example.com", "SMTP:jan@fabrikam.nl"],
        &["SMTP:", "SMTP:jan@fabrikam.nl"],
        &["SMTP:jan"],
        &["SMTP:jan@b\u{fc}cher.nl", "x500:jan"],
    ];
    let states = [None, Some(""), Some("Accepted"), Some("pendingacceptance"), Some("PendingAcceptance")];
    let mut in_order = 0;
    for mail in mails {
        for list in lists {
            for (enabled, state) in [None, Some(true), Some(false)]
                .into_iter()
                .flat_map(|it| states.into_iter().map(move |state| (it, state)))
            {
                let user = User {
                    mail: Known::Is(mail.map(str::to_owned)),
                    proxy_addresses: texts(list),
                    account_enabled: Known::Is(enabled),
                    external_user_state: Known::Is(state.map(str::to_owned)),
                    ..guest("1", JAN)
                };
                if is_plainly_in_order(mail, list.iter().copied(), enabled, state) {
                    in_order += 1;
                    assert!(!is_worth_a_look(&user, time(NOW)), "{user:?}");
                }
            }
        }
    }
    assert!(in_order > 0);
    let jan = guest("1", JAN);
    let proxies = jan.proxy_addresses.get().unwrap().iter().map(String::as_str);
    assert!(is_plainly_in_order(Some(JAN), proxies, Some(true), Some("Accepted")));
}

#[test]
fn whatever_has_the_address_is_the_cause_and_is_named_and_then_nobody_is_repaired_with_others() {
    let user = broken("1", JAN, &[JAN]);
    let group = guest::Group {
        display_name: people::some("Sales"),
        mail: people::some(JAN),
        id: "g1".to_owned(),
        ..guest::Group::default()
    };
    for (owner, cause) in [
        (Owner::from(&contact("c1", JAN)), Cause::OwnedByContact),
        (Owner::from(&employee("u1", JAN)), Cause::OwnedByAccount),
        (Owner::from(&guest("2", JAN)), Cause::OwnedByAccount),
        (Owner::from(&group), Cause::OwnedByGroup),
    ] {
        let found = surveyed(&user, Lookup::complete(vec![owner.clone()]), time(NOW)).unwrap();
        assert_eq!((found.cause, found.together), (cause, None));
        assert_eq!(found.in_the_way.as_deref(), Some(owner.of(&people::address(JAN)).name()));
    }
    // Somebody of another address is in nobody's way, nor is the guest in their own.
    let others = vec![Owner::from(&contact("c1", "anna@example.com")), Owner::from(&user)];
    assert_eq!(said(&user, Lookup::complete(others)).unwrap().0, Cause::MainAddressMissing);
}

#[test]
fn where_not_all_owners_were_seen_nothing_is_said_to_be_the_only_thing_missing() {
    let user = broken("1", JAN, &[JAN]);
    let found = said(&user, Lookup::partial(vec![])).unwrap();
    assert_eq!(found, (Cause::NotAllRead, None));
    // Who is seen all the same counts.
    let owner = Lookup::partial(vec![Owner::from(&contact("c1", JAN))]);
    assert_eq!(said(&user, owner).unwrap().0, Cause::OwnedByContact);
}

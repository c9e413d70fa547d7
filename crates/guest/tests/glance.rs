//! How the guests of a list stand.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod people;

use guest::{
    Facts, Glance, GlanceReason as Why, Known, ListedGuest, Lookup, Member, Owner, User, Verdict,
    addresses_in_doubt, at_a_glance, diagnose, member,
};
use people::{NOW, address, broken, contact, employee, guest, texts, time};

const JAN: &str = "jan@fabrikam.nl";
const OTHER: &str = "jan@example.com";

fn named(name: &str, user: User) -> User {
    User { display_name: Known::Is(Some(name.to_owned())), ..user }
}

fn nobody_owns_anything() -> Lookup<Owner> {
    Lookup::complete(vec![])
}

fn glance_at(user: User, owners: Lookup<Owner>) -> ListedGuest {
    at_a_glance(vec![user], owners, time(NOW)).remove(0)
}

fn said(user: User, owners: Lookup<Owner>) -> (Glance, Option<Why>) {
    let listed = glance_at(user, owners);
    (listed.glance, listed.reason)
}

#[test]
fn who_gets_no_mail_is_told_from_who_is_to_be_looked_at_and_from_who_has_no_fault() {
    let nobody = nobody_owns_anything;
    assert_eq!(said(guest("1", JAN), nobody()), (Glance::NoFault, None));
    for others in [&[JAN, OTHER][..], &[JAN], &[JAN, JAN], &[]] {
        assert_eq!(
            said(broken("1", JAN, others), nobody()),
            (Glance::NoMail, Some(Why::NoMainAddress)),
            "{others:?}"
        );
    }
    let two = User { proxy_addresses: texts(&["SMTP:jan@example.com"]), ..guest("1", JAN) };
    assert_eq!(said(two, nobody()), (Glance::Attention, Some(Why::TwoMainAddresses)));
    let blocked = User { account_enabled: Known::Is(Some(false)), ..guest("1", JAN) };
    assert_eq!(said(blocked, nobody()), (Glance::Attention, Some(Why::Blocked)));
    let pending = User { external_user_state: people::some("PendingAcceptance"), ..guest("1", JAN) };
    assert_eq!(said(pending, nobody()), (Glance::Attention, Some(Why::InvitationOpen)));
}

#[test]
fn who_owns_the_address_is_why_where_it_is_known_and_no_mail_comes_either_way() {
    let user = || broken("1", JAN, &[JAN, OTHER]);
    assert_eq!(
        addresses_in_doubt(&[user(), guest("2", "anna@fabrikam.nl")]),
        [address(JAN), address(OTHER)],
        "only where the main address is missing"
    );
    let owner = Owner::from(&contact("c1", JAN));
    assert_eq!(said(user(), Lookup::complete(vec![owner])), (Glance::NoMail, Some(Why::AddressInUse)));
    // Not everything was answered: then nobody is said to own it, and the mail is said to be missing all the same.
    assert_eq!(said(user(), Lookup::partial(vec![])), (Glance::NoMail, Some(Why::NoMainAddress)));
}

#[test]
fn what_was_not_read_is_no_fault_and_no_clean_bill() {
    let unread = [
        User { mail: Known::Unknown, ..guest("1", JAN) },
        User { proxy_addresses: Known::Unknown, ..guest("1", JAN) },
        User::unknown("1"),
    ];
    for user in unread {
        assert_eq!(said(user, nobody_owns_anything()), (Glance::CannotTell, Some(Why::NotAllRead)));
    }
}

#[test]
fn the_worst_come_first_and_then_the_alphabet_whatever_is_added_to_its_letters() {
    let blocked = |name, id| User { account_enabled: Known::Is(Some(false)), ..named(name, guest(id, JAN)) };
    let all = vec![
        named("Zoë", guest("1", JAN)),
        named("Łukasz", guest("2", JAN)),
        named("Marek", guest("3", JAN)),
        blocked("Bert", "4"),
        named("Özge", broken("5", JAN, &[JAN])),
        named("pieter", broken("6", JAN, &[JAN])),
        named("Anna", User { mail: Known::Unknown, ..guest("7", JAN) }),
        User { display_name: Known::Is(None), ..guest("8", "aad@fabrikam.nl") },
    ];
    let listed = at_a_glance(all, nobody_owns_anything(), time(NOW));
    let names: Vec<String> = listed.iter().map(ListedGuest::name).collect();
    assert_eq!(names, ["Özge", "pieter", "Anna", "Bert", "aad@fabrikam.nl", "Łukasz", "Marek", "Zoë"]);
}

/// Every guest that a few values of each property make.
fn everybody() -> Vec<User> {
    let mails = [Known::Unknown, Known::Is(None), people::some(JAN), people::some(OTHER), people::some(" ")];
    let proxies =
        [Known::Unknown, texts(&[]), texts(&["SMTP:jan@fabrikam.nl"]), texts(&["smtp:jan@fabrikam.nl"])];
    let others =
        [Known::Unknown, texts(&[]), texts(&[JAN]), texts(&[JAN, "JAN@fabrikam.nl"]), texts(&[JAN, OTHER])];
    let enabled = [Known::Unknown, Known::Is(None), Known::Is(Some(false)), Known::Is(Some(true))];
    let states =
        [Known::Unknown, Known::Is(None), people::some("PendingAcceptance"), people::some("Accepted")];
    let mut all = Vec::new();
    for mail in &mails {
        for proxy_addresses in &proxies {
            for other_mails in &others {
                for account_enabled in &enabled {
                    for external_user_state in &states {
                        all.push(User {
                            mail: mail.clone(),
                            proxy_addresses: proxy_addresses.clone(),
                            other_mails: other_mails.clone(),
                            account_enabled: *account_enabled,
                            external_user_state: external_user_state.clone(),
                            ..guest("1", JAN)
                        });
                    }
                }
            }
        }
    }
    all
}

#[test]
fn a_list_says_of_each_guest_what_a_search_for_them_says() {
    let owners = [
        Lookup::complete(vec![]),
        Lookup::partial(vec![]),
        Lookup::complete(vec![Owner::from(&contact("c1", OTHER))]),
        Lookup::partial(vec![Owner::from(&contact("c1", JAN))]),
    ];
    for user in everybody() {
        for owners in &owners {
            let facts = Facts {
                live_users: Lookup::complete(vec![user.clone()]),
                contacts: Lookup::complete(vec![]),
                groups: Lookup::complete(vec![]),
                deleted_users: Lookup::complete(vec![]),
                owners: owners.clone(),
                chosen: Some(user.id.clone()),
                ..Facts::nothing_known(user.spoken_of(), time(NOW))
            };
            let searched = diagnose(&facts).verdict;
            assert_eq!(glance_at(user.clone(), owners.clone()).verdict, searched, "{user:?} {owners:?}");
        }
    }
}

#[test]
fn every_guest_of_a_list_is_there_once_and_only_no_fault_is_without_a_reason() {
    let everybody: Vec<User> =
        everybody().into_iter().enumerate().map(|(id, user)| User { id: id.to_string(), ..user }).collect();
    let count = everybody.len();
    let listed = at_a_glance(everybody, nobody_owns_anything(), time(NOW));
    assert_eq!(listed.len(), count);
    assert!(listed.is_sorted_by_key(|it| it.glance));
    for it in &listed {
        assert_eq!(it.reason.is_none(), it.glance == Glance::NoFault, "{it:?}");
        assert_eq!(it.verdict == Verdict::Healthy, it.glance == Glance::NoFault, "{it:?}");
    }
}

#[test]
fn who_was_not_shown_is_neither_a_guest_nor_a_colleague() {
    assert_eq!(member(&guest("1", JAN)), Member::Guest);
    assert_eq!(member(&employee("1", "anna@contoso.com")), Member::Colleague);
    assert_eq!(member(&User::unknown("1")), Member::NotShown);
    // Null in everything but the id: that is how Graph shows an object that may not be read.
    let null = User {
        user_principal_name: Known::Is(None),
        external_user_state: Known::Is(None),
        identities: texts(&[]).map(|_| vec![]),
        ..User::unknown("1")
    };
    assert_eq!(member(&null), Member::NotShown);
}

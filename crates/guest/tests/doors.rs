//! The ways out of a conflict, what hangs on a contact, and what became of it.

#![allow(clippy::unwrap_used, reason = "what fails here is a failed test")]

mod people;

use guest::{
    ConflictState, Contact, DoorBack, DoorCost, DoorKind, DoorPath, Facts, Group, Known, Lookup, Owner,
    OwnerKind, OwnerRef, diagnose, doors, has_main,
};
use people::*;

const JAN: &str = "jan@fabrikam.nl";

fn owner(facts: &Facts) -> OwnerRef {
    diagnose(facts).findings.iter().find_map(|finding| finding.owner.clone()).unwrap()
}

/// A guest without a main address, and whoever has it.
fn conflict(contacts: Vec<Contact>) -> Facts {
    Facts {
        contacts: Lookup::complete(contacts),
        owners: Lookup::complete(vec![]),
        ..found(JAN, broken("guest", JAN, &[JAN]))
    }
}

fn list(name: &str, mail_enabled: bool) -> Group {
    Group {
        id: name.to_owned(),
        display_name: Known::Is(Some(name.to_owned())),
        mail_enabled: Known::Is(Some(mail_enabled)),
        ..Group::default()
    }
}

#[test]
fn a_contact_has_three_doors_the_gentlest_first_and_only_the_last_without_a_way_back() {
    let kinds: Vec<_> = doors(OwnerKind::Contact, Known::Is(false)).iter().map(|door| door.kind).collect();
    assert_eq!(kinds, [DoorKind::AnotherAddress, DoorKind::AnotherAddressHidden, DoorKind::Remove]);
    let backs: Vec<_> = doors(OwnerKind::Contact, Known::Is(false)).iter().map(|door| door.back).collect();
    assert_eq!(backs, [DoorBack::KeptInAttribute, DoorBack::KeptInAttribute, DoorBack::None]);
}

#[test]
fn a_synced_contact_is_changed_where_it_comes_from_and_can_be_made_the_clouds_own() {
    let synced = doors(OwnerKind::Contact, Known::Is(true));
    let kinds: Vec<_> = synced.iter().map(|door| door.kind).collect();
    assert_eq!(kinds, [DoorKind::OnPremisesAddress, DoorKind::OnPremisesRemove, DoorKind::CloudManaged]);
    assert!(synced.iter().all(|door| !matches!(door.path, DoorPath::Contacts)), "{synced:?}");
    // Until it is known to be synced, Exchange is where one looks.
    assert_eq!(doors(OwnerKind::Contact, Known::Unknown), doors(OwnerKind::Contact, Known::Is(false)));
}

#[test]
fn every_owner_that_is_seen_and_no_guest_has_a_door_with_a_page_of_its_own() {
    for (kind, path) in [(OwnerKind::User, DoorPath::Mailboxes), (OwnerKind::Group, DoorPath::Groups)] {
        let [door] = doors(kind, Known::Is(false)) else { panic!("{kind:?}") };
        assert_eq!((door.path, door.cost), (path, DoorCost::MailNoLongerReaches));
        let [door] = doors(kind, Known::Is(true)) else { panic!("{kind:?}") };
        assert_eq!(door.path, DoorPath::OnPremises);
    }
    for kind in [OwnerKind::Guest, OwnerKind::Unseen] {
        assert!(doors(kind, Known::Is(false)).is_empty());
    }
}

#[test]
fn what_hangs_on_a_contact_is_its_lists_with_mail_and_its_old_addresses() {
    let mut jan = contact("c", JAN);
    jan.proxy_addresses = texts(&["SMTP:jan@fabrikam.nl", "x500:/o=A/cn=jan", "X500:/o=B/cn=jan", "X5"]);
    jan.groups = Known::Is(vec![list("Nieuwsbrief", true), list("Security", false)]);
    let facts = conflict(vec![jan]);
    let attached = facts.attached(&owner(&facts)).unwrap();
    let lists: Vec<_> = attached.lists.get().unwrap().iter().map(|list| list.id.as_str()).collect();
    assert_eq!(lists, ["Nieuwsbrief"]);
    assert_eq!(attached.x500, texts(&["x500:/o=A/cn=jan", "X500:/o=B/cn=jan"]));
}

#[test]
fn what_was_not_read_of_a_contact_is_unknown_and_never_empty() {
    let unread = Contact { groups: Known::Unknown, ..contact("c", JAN) };
    let facts = conflict(vec![unread.clone()]);
    let attached = facts.attached(&owner(&facts)).unwrap();
    assert_eq!((attached.lists, attached.x500), (Known::Unknown, texts(&[])));
    // A contact that has another of the guest's addresses was found in the second round: what it is in was not asked.
    let owners = Lookup::complete(vec![Owner::from(&unread)]);
    let facts = Facts { owners, ..conflict(vec![]) };
    assert_eq!(facts.attached(&owner(&facts)).unwrap().lists, Known::Unknown);
}

#[test]
fn after_a_look_it_is_said_whether_the_contact_still_has_the_address() {
    let of = |facts: &Facts| facts.standing("c", &address(JAN), Some("guest"));
    assert_eq!(of(&conflict(vec![contact("c", JAN)])), ConflictState::StillThere);
    assert_eq!(of(&conflict(vec![contact("c", "parked@contoso.example")])), ConflictState::Gone);
    assert_eq!(of(&conflict(vec![])), ConflictState::Gone);
    assert_eq!(of(&conflict(vec![contact("other", JAN)])), ConflictState::AnotherOne);
}

#[test]
fn nothing_is_said_to_be_gone_while_a_question_is_open() {
    let of = |facts: &Facts, at: &str| facts.standing("c", &address(at), Some("guest"));
    let unanswered = Facts { contacts: Lookup::partial(vec![]), ..conflict(vec![]) };
    assert_eq!(of(&unanswered, JAN), ConflictState::CannotTell);
    // Another address is asked about in the second round.
    let second = Facts { owners: Lookup::partial(vec![]), ..conflict(vec![]) };
    assert_eq!(of(&second, JAN), ConflictState::Gone);
    assert_eq!(of(&second, "jan@example.com"), ConflictState::CannotTell);
    // What no search shows was known by a refusal, and a search cannot say that it is gone.
    let unseen = OwnerRef {
        kind: OwnerKind::Unseen,
        id: "c".to_owned(),
        display_name: None,
        synced: Known::Unknown,
        address: address(JAN),
    };
    assert_eq!(of(&Facts { refused: vec![unseen], ..conflict(vec![]) }, JAN), ConflictState::CannotTell);
}

#[test]
fn a_contact_is_parked_at_the_organisations_first_domain_and_at_no_other() {
    let mut facts = conflict(vec![contact("5F4B8F5E-0000-4000-8000-000000000001", JAN)]);
    let owner = owner(&facts);
    let parked = |facts: &Facts| facts.parking_address(&owner);
    for (domains, expected) in [
        (
            texts(&["contoso.nl", "contoso.mail.onmicrosoft.com", "contoso.onmicrosoft.com"]),
            Some("contoso.onmicrosoft.com"),
        ),
        (texts(&["contoso.nl", ".onmicrosoft.com"]), None),
        (Known::Unknown, None),
    ] {
        facts.organisation.domains = domains;
        assert_eq!(parked(&facts), expected.map(|domain| format!("parked-5f4b8f5e@{domain}")));
    }
}

#[test]
fn the_main_address_is_set_when_it_is_that_address_and_certain() {
    let set = diagnose(&found(JAN, guest("guest", JAN))).primary;
    assert!(has_main(&set, &address("JAN@fabrikam.nl")));
    assert!(!has_main(&set, &address("jan@example.com")));
    assert!(!has_main(&diagnose(&conflict(vec![])).primary, &address(JAN)));
}

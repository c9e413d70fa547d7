//! Somebody whom nobody knows: when they may be invited, by whom, and into which groups.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod people;

use guest::{
    Ability, Doubt, Facts, Fit, Known, Operator, Place, PlanNote, RemedyKind, Verdict, WayBack, diagnose,
};

use crate::people::{address, nobody, texts};

const NINA: &str = "nina@adatum.example";

fn asked_by(operator: Operator) -> Facts {
    Facts { operator, ..nobody(NINA) }
}

fn with(roles: &[&str]) -> Operator {
    Operator { roles: texts(roles), owned_groups: texts(&["mine"]), ..Operator::default() }
}

#[test]
fn an_inviter_is_offered_it_and_led_to_nothing_and_nobody_is_asked() {
    for role in ["Guest Inviter", "User Administrator", "Global Administrator"] {
        let said = diagnose(&asked_by(with(&[role])));
        let offer = said.offer(RemedyKind::Invite).unwrap();
        assert_eq!((offer.place, &offer.ability), (Place::Offered, &Ability::Can), "{role}");
        assert_eq!(offer.way_back, WayBack::Partial);
        assert!(said.recommended().is_none() && said.to_ask_for().next().is_none());
    }
}

#[test]
fn whoever_only_the_organisations_policy_may_allow_asks_and_can_try() {
    let said = diagnose(&asked_by(with(&[])));
    let offer = said.offer(RemedyKind::Invite).unwrap();
    let doubt = matches!(offer.ability, Ability::CouldNotConfirm { doubt: Doubt::InvitationPolicy, .. });
    assert!(doubt && offer.place == Place::AskFor, "{offer:?}");
    let off = diagnose(&asked_by(Operator { read_only: true, ..with(&["Guest Inviter"]) }));
    let offer = off.offer(RemedyKind::Invite).unwrap();
    assert_eq!((offer.place, &offer.ability), (Place::AskFor, &Ability::SwitchedOff));
}

#[test]
fn the_invitation_goes_to_the_address_that_was_searched_for_with_what_it_may_refuse() {
    let options = |searched: &str| {
        let said = diagnose(&nobody(searched));
        assert_eq!(said.verdict, Verdict::NotFound);
        let Fit::Fits(options) = said.offer(RemedyKind::Invite).unwrap().fit.clone() else {
            panic!("{said:?}")
        };
        options
    };
    let plain = options(NINA);
    assert_eq!(plain.preselected, Some(address(NINA)));
    assert!(plain.addresses.len() == 1 && plain.addresses[0].warnings.is_empty());
    assert!(plain.notes.contains(&PlanNote::RemovedUntilAccepted) && plain.groups.is_empty());
    let plus = options("nina+news@adatum.example");
    let refused = PlanNote::InvitationCharacters { characters: vec!['+'] };
    assert_eq!(plus.addresses[0].warnings, [refused]);
}

#[test]
fn one_adds_to_groups_by_a_role_or_as_their_owner_and_roles_that_do_not_show_may_be_there() {
    let unseen = Operator { unseen_roles: true, ..with(&[]) };
    let unread = Operator { roles: Known::Unknown, ..with(&[]) };
    for (operator, mine, theirs) in [
        (with(&["Groups Administrator"]), Known::Is(true), Known::Is(true)),
        (with(&["Guest Inviter"]), Known::Is(true), Known::Is(false)),
        (with(&[]), Known::Is(true), Known::Is(false)),
        (unseen, Known::Is(true), Known::Unknown),
        (unread, Known::Is(true), Known::Unknown),
    ] {
        let facts = asked_by(operator);
        assert_eq!((facts.may_add_to("mine"), facts.may_add_to("theirs")), (mine, theirs));
    }
}

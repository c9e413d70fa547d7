//! What there is to choose before a change, the checklist and the advice.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod people;

use guest::{
    Ability, AddressOrigin, Advice, CannotHelp, Cause, CheckKind, CheckState, Facts, Fit, Group, Known,
    Lookup, Missing, NotNow, Operator, Options, Organisation, OwnerKind, PlanNote, Reason, Relationship,
    RemedyKind, Resolution, User, Verdict, WayBack, WhyNot, diagnose,
};
use people::{
    address, broken, chosen, contact, dynamic, employee, found, guest, identity, microsoft365, nobody, some,
    texts,
};

const PIETER: &str = "pieter@northwindtraders.com";
const SECOND: &str = "p.jansen@example.com";

fn pieter() -> User {
    broken("pieter", PIETER, &[PIETER, SECOND])
}

fn owned(facts: Facts) -> Facts {
    Facts { contacts: Lookup::complete(vec![contact("c", PIETER)]), ..facts }
}

/// How this remedy fits; a remedy that is not offered fails the test.
fn fit(facts: &Facts, kind: RemedyKind) -> Fit {
    diagnose(facts).offer(kind).unwrap_or_else(|| panic!("{kind:?} is not offered")).fit.clone()
}

fn options(facts: &Facts, kind: RemedyKind) -> Options {
    fit(facts, kind).options().unwrap_or_else(|| panic!("{kind:?} does not fit")).clone()
}

fn keep(facts: &Facts) -> Options {
    options(facts, RemedyKind::KeepOneAddress)
}

#[test]
fn the_address_of_the_article_is_preselected_only_when_it_is_the_one_searched_for() {
    assert_eq!(keep(&found(PIETER, pieter())).preselected, Some(address(PIETER)));
    assert_eq!(keep(&found(SECOND, pieter())).preselected, None);
    let elsewhere = User { other_mails: texts(&[SECOND, "p@fabrikam.nl"]), ..pieter() };
    assert_eq!(keep(&found(PIETER, elsewhere)).preselected, None);
    let ambiguous = broken("p", "p_j@example.com", &["p_j@example.com", SECOND]);
    assert_eq!(keep(&found("p_j@example.com", ambiguous)).preselected, None);
}

#[test]
fn keeping_one_address_says_what_goes_and_what_it_does_not_do() {
    let codes = Known::Is(vec![identity("federated", "mail", Some(SECOND))]);
    let facts = found(PIETER, User { identities: codes, ..pieter() });
    let options = keep(&facts).addresses;
    let (first, second) = (&options[0], &options[1]);
    let signs_in = |address: &str| PlanNote::SignInAddress { address: address.to_owned() };
    assert_eq!((first.address.as_str(), first.origin), (PIETER, Some(AddressOrigin::Invited)));
    let files = PlanNote::SharepointRemovedAddress { addresses: vec![SECOND.to_owned()] };
    assert_eq!(first.warnings, [signs_in(SECOND), files]);
    assert_eq!(first.notes, [PlanNote::NoMainAddress]);
    assert!(second.warnings.contains(&signs_in(PIETER)));
}

#[test]
fn of_one_address_written_twice_the_first_spelling_is_offered() {
    let written = ["Pieter@NorthwindTraders.com", SECOND, PIETER];
    let facts = found(PIETER, User { other_mails: texts(&written), ..pieter() });
    let offered: Vec<String> =
        keep(&facts).addresses.iter().map(|it| it.address.as_str().to_owned()).collect();
    assert_eq!(offered, written[..2]);
}

#[test]
fn a_main_address_that_somebody_else_has_too_is_warned_about() {
    let facts =
        owned(found(PIETER, User { other_mails: texts(&[PIETER, SECOND]), ..guest("pieter", PIETER) }));
    assert_eq!(keep(&facts).addresses[0].notes, [PlanNote::OwnerStays]);
}

#[test]
fn a_remedy_that_does_not_fit_says_why_and_offers_nothing_to_choose() {
    use RemedyKind::{KeepOneAddress, RemoveAndInvite, SetMail};
    let owner = || "J. de Vries (Fabrikam)".to_owned();
    let first = || Fit::NotNow(NotNow::ConflictFirst { owner: owner() });
    let synced = User { on_premises_sync_enabled: Known::Is(Some(true)), ..pieter() };
    let on_premises = || Fit::CannotHelp(CannotHelp::SyncedFromOnPremises);
    let conflict = owned(found(PIETER, pieter()));
    let unread = User { other_mails: Known::Unknown, ..pieter() };
    for (facts, kind, expected) in [
        (&conflict, KeepOneAddress, Fit::CannotHelp(CannotHelp::ConflictStays { owner: owner() })),
        (&conflict, SetMail, first()),
        (&conflict, RemoveAndInvite, first()),
        (&found(PIETER, synced.clone()), KeepOneAddress, on_premises()),
        (&found(PIETER, synced.clone()), SetMail, on_premises()),
        (&found(PIETER, synced), RemoveAndInvite, on_premises()),
        (&found(PIETER, unread), KeepOneAddress, Fit::NotNow(NotNow::NotKnown)),
    ] {
        assert_eq!(fit(facts, kind), expected, "{kind:?}");
    }
    for nobody in [nobody(PIETER), found(PIETER, employee("pieter", PIETER))] {
        let said = diagnose(&nobody);
        assert!([KeepOneAddress, SetMail, RemoveAndInvite].iter().all(|&kind| said.offer(kind).is_none()));
    }
}

#[test]
fn any_of_the_guests_addresses_can_become_the_main_one() {
    let facts =
        found(SECOND, User { proxy_addresses: texts(&["smtp:old@example.com", "x500:/o=x"]), ..pieter() });
    let options = options(&facts, RemedyKind::SetMail);
    let offered: Vec<&str> = options.addresses.iter().map(|it| it.address.as_str()).collect();
    assert_eq!(offered, ["old@example.com", PIETER, SECOND]);
    assert_eq!(options.preselected, Some(address(SECOND)));
    assert_eq!(options.notes, [PlanNote::MailCannotBeEmptied]);
}

#[test]
fn of_the_addresses_to_choose_from_the_one_searched_for_is_marked() {
    let offered = options(&found(SECOND, pieter()), RemedyKind::SetMail).addresses;
    let marked: Vec<_> = offered.iter().map(|it| (it.address.as_str(), it.origin)).collect();
    assert_eq!(marked, [(PIETER, None), (SECOND, Some(AddressOrigin::Searched))]);
}

#[test]
fn the_main_address_that_is_replaced_stays_on_record_and_is_not_offered_again() {
    let facts = found(SECOND, User { other_mails: texts(&[PIETER, SECOND]), ..guest("pieter", PIETER) });
    let options = options(&facts, RemedyKind::SetMail);
    let stays = PlanNote::OldMainStays { address: PIETER.to_owned() };
    let offered: Vec<_> = options.addresses.iter().map(|it| (it.address.as_str(), &it.notes)).collect();
    assert_eq!(offered, [(SECOND, &vec![stays])]);
}

#[test]
fn before_an_account_is_made_anew_everybody_sees_what_comes_back() {
    let synced = Group { on_premises_sync_enabled: Known::Is(Some(true)), ..microsoft365("synced") };
    let sofie = User {
        preferred_language: some("sv-SE"),
        company_name: some("Fabrikam"),
        user_type: some("Member"),
        ..pieter()
    };
    let facts = Facts {
        memberships: Known::Is(vec![microsoft365("sales"), dynamic("all"), synced]),
        ..found(PIETER, sofie)
    };
    let choices = options(&facts, RemedyKind::RemoveAndInvite);
    let groups: Vec<_> = choices.groups.iter().map(|it| (it.id.as_str(), it.why_not)).collect();
    assert_eq!(
        groups,
        [("sales", None), ("all", Some(WhyNot::Dynamic)), ("synced", Some(WhyNot::OnPremises))]
    );
    assert_eq!(choices.language.as_deref(), Some("sv-SE"));
    assert_eq!((choices.preselected, choices.confirm), (Some(address(PIETER)), Some(address(PIETER))));
    assert_eq!(choices.warnings, []);
    let known = [PlanNote::MustAcceptAgain, PlanNote::NotRestored, PlanNote::ProfileReplayed];
    assert_eq!(choices.notes[..3], known);
}

#[test]
fn groups_that_were_not_read_are_not_said_to_be_none() {
    let facts = Facts { memberships: Known::Unknown, ..found(PIETER, pieter()) };
    let warnings = options(&facts, RemedyKind::RemoveAndInvite).warnings;
    assert_eq!(warnings, [PlanNote::NotSeen { what: Relationship::MemberOf }]);
}

#[test]
fn an_invited_address_that_is_not_certain_is_offered_and_not_chosen() {
    let facts = found("x@example.com", broken("p", "p_j@example.com", &["x@example.com", "y@example.com"]));
    let options = options(&facts, RemedyKind::RemoveAndInvite);
    let offered: Vec<&str> = options.addresses.iter().map(|it| it.address.as_str()).collect();
    assert_eq!(offered, ["x@example.com", "y@example.com", "p_j@example.com", "p@j_example.com"]);
    assert_eq!(options.preselected, Some(address("x@example.com")));
}

#[test]
fn what_the_invitation_may_refuse_is_a_warning() {
    let warned = |text: &str| {
        let facts = found(text, broken("p", text, &[text, SECOND]));
        let options = options(&facts, RemedyKind::RemoveAndInvite);
        let option = options.addresses.into_iter().find(|it| it.address.is(text)).unwrap();
        option.warnings
    };
    let refused =
        |characters: &str| PlanNote::InvitationCharacters { characters: characters.chars().collect() };
    assert_eq!(warned("o'neil_x.y-z@example.com"), []);
    assert_eq!(warned("a+b+#@example.com"), [refused("+#")]);
    assert_eq!(warned(".jan-@example.com"), [refused(".-")]);
}

#[test]
fn the_cause_names_the_owner_and_how_to_resolve_it() {
    let synced = guest::Contact { on_premises_sync_enabled: Known::Is(Some(true)), ..contact("c", PIETER) };
    let cases = [
        (owned(found(PIETER, pieter())), OwnerKind::Contact, Resolution::RemoveContact),
        (
            Facts { contacts: Lookup::complete(vec![synced]), ..found(PIETER, pieter()) },
            OwnerKind::Contact,
            Resolution::OnPremises,
        ),
        (
            Facts {
                live_users: Lookup::complete(vec![pieter(), employee("m", PIETER)]),
                ..found(PIETER, pieter())
            },
            OwnerKind::User,
            Resolution::ChangeUser,
        ),
        (
            Facts {
                groups: Lookup::complete(vec![Group { mail: some(PIETER), ..microsoft365("g") }]),
                ..found(PIETER, pieter())
            },
            OwnerKind::Group,
            Resolution::ChangeGroup,
        ),
    ];
    for (facts, kind, how) in cases {
        let said = diagnose(&facts);
        let Cause::Conflict { owner, more } = said.cause else { panic!("{:?}", said.cause) };
        assert_eq!((owner.kind, owner.address, more), (kind, address(PIETER), 0));
        let first = said.remedies.first().unwrap();
        let somebody_else = Ability::NotYou { who_can: vec!["On-premises administrator".to_owned()] };
        assert_eq!(first.ability == somebody_else, how == Resolution::OnPremises, "{first:?}");
        assert!(
            matches!(first.reason, Reason::OwnsTheAddress { resolution } if resolution == how),
            "{first:?}"
        );
    }
}

#[test]
fn nobody_is_sent_to_a_role_that_is_not_enough_for_a_guest_in_a_restricted_unit() {
    // Given a guest whom only the administrators of a unit can change,
    let restricted = User { is_management_restricted: Known::Is(Some(true)), ..pieter() };
    let none = Operator { roles: texts(&[]), ..Operator::default() };
    for operator in [
        Operator { roles: texts(&["User Administrator"]), ..Operator::default() },
        Operator { unseen_roles: true, ..none.clone() },
        none,
    ] {
        // whoever looks, with the role that is enough elsewhere or without any,
        let facts = Facts { operator, ..found(PIETER, restricted.clone()) };
        let said = diagnose(&facts);
        let asked = said.to_ask_for().next().unwrap();
        // is sent to them, and to nobody with a role by itself.
        assert_eq!(asked.ability.who_can(), ["Administrator of the unit"], "{:?}", asked.ability);
    }
}

#[test]
fn of_several_conflicts_the_address_searched_for_comes_first() {
    let both = vec![contact("one", SECOND), contact("two", PIETER)];
    let facts = Facts { contacts: Lookup::complete(both), ..found(PIETER, pieter()) };
    let Cause::Conflict { owner, more } = diagnose(&facts).cause else { panic!() };
    assert_eq!((owner.id.as_str(), more), ("two", 1));
}

#[test]
fn the_way_in_which_the_main_address_is_missing_is_named() {
    let way = |user: User| {
        let Cause::NoAddress { missing, .. } = diagnose(&found(PIETER, user)).cause else { return None };
        Some(missing)
    };
    assert_eq!(way(broken("p", PIETER, &[])), Some(Missing::NoOtherAddress));
    assert_eq!(way(broken("p", PIETER, &[PIETER])), Some(Missing::OneOtherAddress));
    assert_eq!(way(broken("p", PIETER, &[PIETER, PIETER])), Some(Missing::OneAddressRepeated));
    assert_eq!(way(User { mail: Known::Is(None), ..guest("p", PIETER) }), Some(Missing::OnlyMailIsEmpty));
    assert_eq!(
        way(User { proxy_addresses: texts(&[]), ..guest("p", PIETER) }),
        Some(Missing::OnlyProxyIsMissing)
    );
    assert_eq!(way(pieter()), None);
}

#[test]
fn whoever_is_not_in_the_group_is_told_of_which_and_whether_a_rule_decides() {
    let cause = |group: Group| {
        diagnose(&Facts { group: Some(chosen(group, Known::Is(false))), ..found(PIETER, guest("p", PIETER)) })
            .cause
    };
    let told = |group: &str, name: Option<&str>, dynamic| Cause::NotMember {
        reads_missing_address: None,
        group: group.to_owned(),
        name: name.map(str::to_owned),
        dynamic,
    };
    assert_eq!(cause(microsoft365("sales")), told("sales", Some("Group sales"), false));
    assert_eq!(cause(dynamic("all")), told("all", Some("Group all"), true));
    let synced = Group { on_premises_sync_enabled: Known::Is(Some(true)), ..microsoft365("list") };
    assert_eq!(cause(Group { display_name: Known::Unknown, ..synced }), told("list", None, false));
}

#[test]
fn a_deleted_guest_can_come_back_for_thirty_days() {
    let left = |deleted: Known<Option<jiff::Timestamp>>| {
        let user = User { deleted, ..guest("p", PIETER) };
        let facts = Facts { deleted_users: Lookup::complete(vec![user]), ..nobody(PIETER) };
        let Cause::Deleted { days_left, .. } = diagnose(&facts).cause else { panic!("{facts:?}") };
        days_left
    };
    let since = |when: &str| left(Known::Is(Some(people::time(when))));
    assert_eq!(since("2026-11-22T12:00:00Z"), Some(30));
    assert_eq!(since("2026-11-22T11:59:59Z"), Some(30));
    assert_eq!(since("2026-11-21T11:00:00Z"), Some(29));
    assert_eq!(since("2026-10-23T12:00:01Z"), Some(1));
    assert_eq!(since("2026-10-23T12:00:00Z"), Some(0));
    assert_eq!(since("2027-01-01T00:00:00Z"), Some(30), "a clock that is behind");
    assert_eq!(left(Known::Unknown), None);
}

#[test]
fn of_several_deleted_guests_one_is_chosen_first() {
    let two = vec![guest("one", PIETER), guest("two", PIETER)];
    let facts = Facts { deleted_users: Lookup::complete(two), ..nobody(PIETER) };
    let said = diagnose(&facts);
    assert_eq!((said.verdict, said.subject.as_deref(), said.candidates.len()), (Verdict::Deleted, None, 2));
    assert!(said.recommended().is_none() && said.advice.contains(&Advice::ChooseGuest));
    let said = diagnose(&Facts { chosen: Some("two".to_owned()), ..facts });
    assert_eq!((said.subject.as_deref(), said.candidates.len()), (Some("two"), 2));
    assert_eq!(said.recommended().map(|it| it.kind), Some(RemedyKind::Restore));
}

#[test]
fn where_there_is_one_there_is_nobody_to_choose_from() {
    let one = || guest("p", PIETER);
    let gone = Facts { deleted_users: Lookup::complete(vec![one()]), ..nobody(PIETER) };
    for facts in [found(PIETER, one()), gone] {
        let chosen = Facts { chosen: Some("p".to_owned()), ..facts.clone() };
        assert_eq!(diagnose(&facts).candidates, []);
        assert_eq!(diagnose(&chosen).candidates, []);
    }
}

#[test]
fn whoever_chose_one_of_several_can_choose_again() {
    let two = vec![guest("one", PIETER), guest("two", PIETER)];
    let facts = Facts { live_users: Lookup::complete(two), chosen: Some("two".to_owned()), ..nobody(PIETER) };
    let said = diagnose(&facts);
    assert_eq!(said.subject.as_deref(), Some("two"));
    assert_eq!(said.candidates.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["one", "two"]);
}

#[test]
fn the_checklist_answers_what_can_be_answered_and_leaves_the_rest_to_ask() {
    let facts = Facts {
        group: Some(chosen(microsoft365("sales"), Known::Is(false))),
        ..found(PIETER, guest("p", PIETER))
    };
    let states: Vec<_> = diagnose(&facts).checklist.iter().map(|it| (it.kind, it.state)).collect();
    assert_eq!(
        states,
        [
            (CheckKind::Member, CheckState::Problem),
            (CheckKind::GuestAccess, CheckState::Ok),
            (CheckKind::AddingGuests, CheckState::Ok),
            (CheckKind::HiddenFromOutlook, CheckState::Ok),
            (CheckKind::Invitation, CheckState::Ok),
            (CheckKind::SignIn, CheckState::Ok),
            (CheckKind::InvitedTwice, CheckState::Ok),
            (CheckKind::JunkFolder, CheckState::AskTheGuest),
            (CheckKind::Provider, CheckState::AskTheGuest),
        ]
    );
    let open = Facts { group: None, organisation: guest::Organisation::default(), ..found(PIETER, pieter()) };
    let states: Vec<_> = diagnose(&open).checklist.iter().map(|it| it.state).collect();
    assert_eq!(states[..3], [CheckState::ChooseAGroup, CheckState::Unknown, CheckState::Unknown]);
    assert!(!diagnose(&open).checklist.iter().any(|it| it.kind == CheckKind::HiddenFromOutlook));
    assert_eq!(diagnose(&nobody(PIETER)).checklist, []);
}

/// What the checklist says of one question.
fn checked(facts: &Facts, kind: CheckKind) -> CheckState {
    diagnose(facts).checklist.iter().find(|it| it.kind == kind).unwrap().state
}

#[test]
fn the_checklist_says_how_somebody_is_in_the_group() {
    let list = |nested| guest::ChosenGroup {
        is_nested: nested,
        ..chosen(Group { group_types: texts(&[]), ..microsoft365("list") }, Known::Is(false))
    };
    let told = [
        (chosen(microsoft365("sales"), Known::Is(true)), CheckState::Ok),
        (chosen(dynamic("all"), Known::Is(true)), CheckState::ByRule),
        (chosen(dynamic("all"), Known::Is(false)), CheckState::Problem),
        (list(Known::Is(true)), CheckState::ThroughAnother),
        (list(Known::Is(false)), CheckState::Problem),
        (list(Known::Unknown), CheckState::Unknown),
    ];
    for (group, state) in told {
        let facts = Facts { group: Some(group.clone()), ..found(PIETER, guest("p", PIETER)) };
        assert_eq!(checked(&facts, CheckKind::Member), state, "{group:?}");
    }
}

#[test]
fn the_checklist_says_what_organisation_and_group_allow_and_how_the_account_stands() {
    let allowing = |organisation, group| {
        let group = Group { takes_guests: group, ..microsoft365("sales") };
        let facts = found(PIETER, guest("p", PIETER));
        let organisation = guest::Organisation { may_add_guests: organisation, ..facts.organisation.clone() };
        Facts { group: Some(chosen(group, Known::Is(true))), organisation, ..facts }
    };
    let (yes, no, unknown) = (Known::Is(true), Known::Is(false), Known::Unknown);
    let told = [
        (yes, yes, CheckState::Ok),
        (no, yes, CheckState::Note),
        (yes, no, CheckState::Note),
        (no, unknown, CheckState::Note),
        (unknown, yes, CheckState::Unknown),
        (yes, unknown, CheckState::Unknown),
    ];
    for (organisation, group, state) in told {
        let facts = allowing(organisation, group);
        assert_eq!(checked(&facts, CheckKind::AddingGuests), state, "{organisation:?} {group:?}");
    }
    let ungrouped = Facts { group: None, ..allowing(yes, unknown) };
    assert_eq!(checked(&ungrouped, CheckKind::AddingGuests), CheckState::Ok);

    let hidden = |hidden| {
        let group = Group { hide_from_outlook_clients: hidden, ..microsoft365("sales") };
        Facts { group: Some(chosen(group, yes)), ..found(PIETER, guest("p", PIETER)) }
    };
    for (value, state) in [
        (Known::Is(Some(true)), CheckState::Note),
        (Known::Is(Some(false)), CheckState::Ok),
        (Known::Is(None), CheckState::Ok),
        (Known::Unknown, CheckState::Unknown),
    ] {
        assert_eq!(checked(&hidden(value), CheckKind::HiddenFromOutlook), state, "{value:?}");
    }

    let stands = |user| found(PIETER, user);
    let fine = || guest("p", PIETER);
    for (value, state) in [
        (some("Accepted"), CheckState::Ok),
        (some("PendingAcceptance"), CheckState::Problem),
        (Known::Is(None), CheckState::Note),
        (Known::Unknown, CheckState::Unknown),
    ] {
        let user = User { external_user_state: value.clone(), ..fine() };
        assert_eq!(checked(&stands(user), CheckKind::Invitation), state, "{value:?}");
    }
    for (value, state) in [
        (Known::Is(Some(true)), CheckState::Ok),
        (Known::Is(Some(false)), CheckState::Problem),
        (Known::Is(None), CheckState::Unknown),
        (Known::Unknown, CheckState::Unknown),
    ] {
        assert_eq!(checked(&stands(User { account_enabled: value, ..fine() }), CheckKind::SignIn), state);
    }
}

#[test]
fn only_one_address_and_a_plain_invitation_tell_that_a_guest_was_not_invited_twice() {
    let fine = || guest("p", PIETER);
    let several = || User { other_mails: texts(&[PIETER, SECOND]), ..fine() };
    let shared = |user: User| User { creation_type: Known::Is(None), ..user };
    let told = [
        (fine(), CheckState::Ok),
        (several(), CheckState::AskTheGuest),
        (shared(fine()), CheckState::AskTheGuest),
        (shared(several()), CheckState::AskTheGuest),
        (User { creation_type: Known::Unknown, ..fine() }, CheckState::Unknown),
        (User { other_mails: Known::Unknown, ..fine() }, CheckState::Unknown),
        (User { other_mails: Known::Unknown, ..shared(fine()) }, CheckState::Unknown),
    ];
    for (user, state) in told {
        let said = diagnose(&found(PIETER, user.clone())).checklist;
        let check = said.iter().find(|it| it.kind == CheckKind::InvitedTwice).unwrap();
        assert_eq!(check.state, state, "{:?}, {:?}", user.other_mails, user.creation_type);
    }
}

#[test]
fn what_cannot_be_done_here_is_advice() {
    let advice = |group: Group| {
        diagnose(&Facts { group: Some(chosen(group, Known::Is(false))), ..found(PIETER, guest("p", PIETER)) })
            .advice
    };
    assert_eq!(advice(dynamic("all")), [Advice::ChangeMembershipRule]);
    assert_eq!(advice(Group { group_types: texts(&[]), ..microsoft365("list") }), [Advice::AddInExchange]);
    assert_eq!(advice(microsoft365("sales")), []);
    let unseen = Facts { owners: Lookup::partial(vec![]), ..found(PIETER, pieter()) };
    assert_eq!(diagnose(&unseen).advice, [Advice::SearchAgain, Advice::SeeWhatItWas]);
    assert_eq!(diagnose(&found(PIETER, pieter())).advice, [Advice::SeeWhatItWas], "where it may have stood");
    let unanswered = Facts { groups: Lookup::partial(vec![]), ..nobody(PIETER) };
    assert_eq!(diagnose(&unanswered).advice, [Advice::SearchAgain]);
    let healthy = diagnose(&found(PIETER, guest("p", PIETER))).advice;
    assert_eq!(healthy, [Advice::CheckSubscription, Advice::AskAboutJunkAndProvider]);
}

#[test]
fn a_remedy_is_called_by_its_one_name() {
    let names =
        [RemedyKind::SetMail, RemedyKind::KeepOneAddress, RemedyKind::AddToGroup].map(|it| it.to_string());
    assert_eq!(names, ["set-mail", "keep-one-address", "add-to-group"]);
}

#[test]
fn every_remedy_says_beforehand_whether_there_is_a_way_back() {
    let said = diagnose(&found(PIETER, pieter()));
    let back = |kind| said.offer(kind).unwrap().way_back;
    assert_eq!(back(RemedyKind::KeepOneAddress), WayBack::Full);
    assert_eq!(back(RemedyKind::SetMail), WayBack::Impossible, "an empty main address cannot be written");
    assert_eq!(back(RemedyKind::RemoveAndInvite), WayBack::Restore);
    assert_eq!(back(RemedyKind::ResetRedemption), WayBack::Impossible);
    let two = User { other_mails: texts(&[PIETER, SECOND]), ..guest("pieter", PIETER) };
    assert_eq!(diagnose(&found(SECOND, two)).offer(RemedyKind::SetMail).unwrap().way_back, WayBack::Partial);
}

#[test]
fn a_renewal_warns_of_private_channels_and_of_settings_that_were_not_read() {
    let told = |takes_guests: Known<bool>| {
        let group = Group { takes_guests, ..microsoft365("sales") };
        let facts =
            Facts { group: Some(chosen(group, Known::Is(true))), ..found(PIETER, guest("p", PIETER)) };
        let options = options(&facts, RemedyKind::RenewMembership);
        assert_eq!(options.notes, [PlanNote::OutMeanwhile]);
        options.warnings
    };
    assert_eq!(told(Known::Is(true)), [PlanNote::ChannelsLeft]);
    assert_eq!(told(Known::Unknown), [PlanNote::ChannelsLeft, PlanNote::GuestSettingsNotSeen]);
}

#[test]
fn whoever_accepts_again_does_so_at_an_address_in_mail_or_among_the_others() {
    let two = User {
        other_mails: texts(&[PIETER, SECOND]),
        proxy_addresses: texts(&["SMTP:pieter@northwindtraders.com", "smtp:alias@northwindtraders.com"]),
        ..guest("pieter", PIETER)
    };
    let facts = found(SECOND, two.clone());
    let options = options(&facts, RemedyKind::ResetRedemption);
    let all: Vec<&str> = options.addresses.iter().map(|it| it.address.as_str()).collect();
    assert_eq!(all, [PIETER, SECOND], "an alias that stands in proxyAddresses alone is none");
    assert_eq!(options.preselected.as_ref().map(guest::Address::as_str), Some(SECOND));
    assert_eq!(options.warnings, [PlanNote::MustAcceptAgain]);
    assert_eq!(options.notes, [PlanNote::SameAccount, PlanNote::MailGoesAsBefore]);

    let own = Organisation {
        domains: Known::Is(vec!["northwindtraders.com".to_owned()]),
        ..Organisation::default()
    };
    let own = Facts { organisation: own, ..found(PIETER, guest("p", PIETER)) };
    assert_eq!(fit(&own, RemedyKind::ResetRedemption), Fit::CannotHelp(CannotHelp::OwnDomain));
    let synced = User { on_premises_sync_enabled: Known::Is(Some(true)), ..guest("p", PIETER) };
    assert_eq!(
        fit(&found(PIETER, synced), RemedyKind::ResetRedemption),
        Fit::CannotHelp(CannotHelp::SyncedFromOnPremises)
    );
    let unread = User { other_mails: Known::Unknown, mail: Known::Is(None), ..two };
    assert_eq!(fit(&found(SECOND, unread), RemedyKind::ResetRedemption), Fit::NotNow(NotNow::NotKnown));
}

#[test]
fn an_invitation_is_sent_again_at_the_invited_address_while_it_stands_on_the_account() {
    let offered = |user: User| {
        let options = options(&found(PIETER, user), RemedyKind::ResendInvitation);
        let all = options.addresses.iter().map(|it| (it.address.as_str().to_owned(), it.origin));
        (all.collect::<Vec<_>>(), options.preselected, options.language, options.notes)
    };
    let pending = User {
        external_user_state: some("PendingAcceptance"),
        preferred_language: some("nl-NL"),
        ..guest("pieter", PIETER)
    };
    // Given other addresses beside it, it is the invited one
    let others = User { other_mails: texts(&[SECOND, PIETER]), ..pending.clone() };
    let (addresses, preselected, language, notes) = offered(others);
    assert_eq!(addresses, [(PIETER.to_owned(), Some(AddressOrigin::Invited))]);
    assert_eq!((preselected, language.as_deref()), (Some(address(PIETER)), Some("nl-NL")));
    assert_eq!(notes, [PlanNote::SameAccount]);
    // Once it is no longer on the account, another guest would be made there: one that is on it is offered
    let moved = User {
        mail: some(SECOND),
        other_mails: texts(&[SECOND]),
        proxy_addresses: texts(&["SMTP:p.jansen@example.com"]),
        ..pending
    };
    let (addresses, ..) = offered(moved);
    assert_eq!(addresses, [(SECOND.to_owned(), None)]);
}

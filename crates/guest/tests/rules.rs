//! The named guests, by rule: what is given, and what the diagnosis must say. Written before the rules.

mod people;
mod stories;

use guest::{
    Ability, Facts, FindingCode, Known, RemedyKind, Rule, RuleSet, Verdict, diagnose, diagnose_with,
};
use stories::{Able, Story, Suits};

/// What a diagnosis says differently from what the story expects.
fn mismatch(story: &Story, rules: RuleSet) -> Option<String> {
    let said = diagnose_with(&story.facts, rules);
    let mut codes: Vec<FindingCode> = said.findings.iter().map(|it| it.code).collect();
    let mut expected = story.findings.clone();
    codes.sort_by_key(|it| format!("{it:?}"));
    expected.sort_by_key(|it| format!("{it:?}"));
    let offered = |kind: RemedyKind| said.remedies.iter().find(|it| it.kind == kind);
    let fits: Vec<(RemedyKind, Option<Suits>)> =
        story.fits.iter().map(|(kind, _)| (*kind, offered(*kind).map(|it| Suits::from(&it.fit)))).collect();
    let able: Vec<(RemedyKind, Option<Able>)> =
        story.able.iter().map(|(kind, _)| (*kind, offered(*kind).map(|it| able(&it.ability)))).collect();
    let asked: Vec<RemedyKind> = said.to_ask_for().map(|it| it.kind).collect();
    let differs = [
        (said.verdict != story.verdict)
            .then(|| format!("verdict {:?}, not {:?}", said.verdict, story.verdict)),
        (codes != expected).then(|| format!("findings {codes:?}, not {expected:?}")),
        (said.recommended().map(|it| it.kind) != story.recommended).then(|| {
            format!("recommends {:?}, not {:?}", said.recommended().map(|it| it.kind), story.recommended)
        }),
        (asked != story.asks_for).then(|| format!("asks for {asked:?}, not {:?}", story.asks_for)),
        (fits != story.fits).then(|| format!("fits {fits:?}, not {:?}", story.fits)),
        (able != story.able).then(|| format!("able {able:?}, not {:?}", story.able)),
    ];
    let differs: Vec<String> = differs.into_iter().flatten().collect();
    (!differs.is_empty()).then(|| format!("{}: {}", story.name, differs.join("; ")))
}

fn able(ability: &Ability) -> Able {
    match ability {
        Ability::Can => Able::Can,
        Ability::AfterPermission { scopes } => Able::After(scopes.join(" ")),
        Ability::NotWithThisSignIn { scopes } => Able::Fixed(scopes.join(" ")),
        Ability::SwitchedOff => Able::SwitchedOff,
        Ability::NotYou { who_can } => Able::NotYou(who_can.join(", ")),
        Ability::CouldNotConfirm { doubt, .. } => Able::Doubt(*doubt),
    }
}

#[test]
fn every_named_guest_is_diagnosed_as_written_beside_them() {
    let wrong: Vec<String> =
        stories::all().iter().filter_map(|it| mismatch(it, RuleSet::default())).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), stories::all().len(), wrong.join("\n"));
}

/// The rule of a finding, as docs/diagnosis.md has it. That something owns the address is found by two rules, and belongs
/// to the one that decided.
fn rule_of(code: FindingCode, verdict: Verdict) -> Option<Rule> {
    use FindingCode as F;
    Some(match code {
        F::NotAGuest => Rule::NotAGuest,
        F::AddressOwned if verdict == Verdict::Deleted => Rule::Deleted,
        F::AddressOwned if verdict == Verdict::NotAGuest => Rule::NotAGuest,
        F::NotFound | F::AddressOwned => Rule::NotFound,
        F::Deleted | F::DeletedGuestHadIt | F::DeletedAccountInTheWay => Rule::Deleted,
        F::InternalGuest => Rule::InternalGuest,
        F::SeveralGuests => Rule::SeveralGuests,
        F::Conflict | F::AddressShared | F::UserNameTaken | F::AddressRefused | F::OwnersNotAllSeen => {
            Rule::AddressOwned
        }
        F::Misconfigured => Rule::Misconfigured,
        F::NoAddress => Rule::NoAddress,
        F::SeveralAddresses => Rule::SeveralAddresses,
        F::MailElsewhere => Rule::MailElsewhere,
        F::MainAddressesDiffer => Rule::MainAddressesDiffer,
        F::MembersHidden => Rule::MembersHidden,
        F::Licensed | F::HasMailbox => Rule::MoreThanAGuest,
        F::NotMember | F::MemberThroughAnother => Rule::NotMember,
        F::GuestAccessOff | F::AddingGuestsOff | F::GroupTakesNoGuests | F::GroupHidden => Rule::GuestAccess,
        F::SyncedFromOnPremises | F::RestrictedManagement | F::Privileged => Rule::Rights,
        F::Blocked | F::Pending => Rule::AccountState,
        F::NoFaultFound => Rule::NoFaultFound,
        F::CannotTell => return None,
    })
}

#[test]
fn every_finding_names_the_rule_that_found_it() {
    for story in stories::all() {
        let said = diagnose(&story.facts);
        for finding in &said.findings {
            let expected = rule_of(finding.code, said.verdict);
            assert_eq!(finding.rule, expected, "{}: {:?}", story.name, finding.code);
        }
    }
}

#[test]
fn each_rule_switched_off_is_noticed_by_a_guest_who_needs_it() {
    for &rule in Rule::ALL {
        let stories = stories::all();
        let without = RuleSet::default().without(rule);
        let noticed =
            stories.iter().filter(|it| it.rule == rule).filter_map(|it| mismatch(it, without)).count();
        assert!(noticed > 0, "nobody in the table notices that {rule:?} is switched off");
    }
}

#[test]
fn a_rule_switched_off_changes_nothing_for_a_rule_set_that_never_had_it() {
    let once = RuleSet::default().without(Rule::AddressOwned);
    assert_eq!(once, once.without(Rule::AddressOwned));
    assert!(!once.has(Rule::AddressOwned) && once.has(Rule::Misconfigured));
}

#[test]
fn every_verdict_has_a_named_guest() {
    let seen: Vec<Verdict> = stories::all().iter().map(|it| it.verdict).collect();
    for verdict in Verdict::ALL {
        assert!(seen.contains(verdict), "{verdict:?}");
    }
}

#[test]
fn both_options_of_the_article_are_there_for_every_guest_that_was_found() {
    for story in stories::all() {
        let said = diagnose(&story.facts);
        let searched_only = matches!(
            said.verdict,
            Verdict::Ambiguous | Verdict::Deleted | Verdict::NotAGuest | Verdict::NotFound
        );
        let is_guest = said.subject.is_some() && !searched_only;
        let options: Vec<u8> = said.remedies.iter().filter_map(|it| it.kind.remedy().option).collect();
        assert_eq!(options, if is_guest { vec![1, 2] } else { vec![] }, "{}", story.name);
    }
}

#[test]
fn somebody_who_is_no_guest_is_offered_no_repair_at_all() {
    for story in stories::all().into_iter().filter(|it| it.verdict == Verdict::NotAGuest) {
        assert_eq!(diagnose(&story.facts).remedies, [], "{}", story.name);
    }
}

#[test]
fn on_a_guest_without_a_main_address_neither_option_stands_behind_do_it_anyway() {
    let missing = [Verdict::Conflict, Verdict::Misconfigured, Verdict::NoAddress];
    for story in stories::all().into_iter().filter(|it| missing.contains(&it.verdict)) {
        let said = diagnose(&story.facts);
        let options: Vec<_> = said.remedies.iter().filter(|it| it.kind.remedy().option.is_some()).collect();
        assert_eq!(options.len(), 2, "{}", story.name);
        assert!(options.iter().all(|it| !it.behind_do_it_anyway), "{}", story.name);
    }
}

#[test]
fn on_a_guest_without_fault_the_options_stand_behind_do_it_anyway() {
    for story in stories::all().into_iter().filter(|it| it.verdict == Verdict::Healthy) {
        let said = diagnose(&story.facts);
        assert!(
            said.remedies
                .iter()
                .filter(|it| it.kind.remedy().option.is_some())
                .all(|it| it.behind_do_it_anyway),
            "{}",
            story.name
        );
    }
}

#[test]
fn the_same_facts_give_the_same_answer() {
    for Story { facts, .. } in stories::all() {
        let again: Facts = facts.clone();
        assert_eq!(diagnose(&facts), diagnose(&again));
    }
}

#[test]
fn when_everything_is_wrong_at_once_the_order_of_the_verdict_decides() {
    const BO: &str = "bo@fabrikam.nl";
    let in_the_group = |facts: &mut Facts, is: Known<bool>| {
        facts.memberships = Known::Unknown;
        facts.group = Some(people::chosen(people::microsoft365("sales"), is));
    };
    let main = |facts: &mut Facts, address: &str| {
        let user = &mut facts.live_users.found[0];
        user.mail = Known::Is(Some(address.to_owned()));
        user.proxy_addresses = Known::Is(vec![format!("SMTP:{address}")]);
    };
    let mut facts = people::found(BO, people::broken("bo", BO, &[BO, "bo@example.com"]));
    facts.live_users.found[0].account_enabled = Known::Is(Some(false));
    facts.live_users.found[0].external_user_state = people::some("PendingAcceptance");
    facts.contacts.found.push(people::contact("c", BO));
    facts.organisation.guests_may_access_groups = Known::Is(false);
    in_the_group(&mut facts, Known::Is(false));
    let mut said = vec![diagnose(&facts).verdict];
    let mut then = |facts: &Facts| said.push(diagnose(facts).verdict);

    facts.organisation.guests_may_access_groups = Known::Is(true);
    then(&facts);
    in_the_group(&mut facts, Known::Unknown);
    then(&facts);
    facts.contacts.found.clear();
    then(&facts);
    facts.live_users.found[0].other_mails = people::texts(&[BO]);
    then(&facts);
    main(&mut facts, "bo@example.com");
    then(&facts);
    main(&mut facts, BO);
    then(&facts);
    in_the_group(&mut facts, Known::Is(true));
    then(&facts);
    facts.live_users.found[0].account_enabled = Known::Is(Some(true));
    then(&facts);
    facts.live_users.found[0].external_user_state = people::some("Accepted");
    then(&facts);

    let order = [
        Verdict::GuestAccessOff,
        Verdict::NotMember,
        Verdict::Conflict,
        Verdict::Misconfigured,
        Verdict::NoAddress,
        Verdict::MailElsewhere,
        Verdict::CannotTell,
        Verdict::Blocked,
        Verdict::Pending,
        Verdict::Healthy,
    ];
    assert_eq!(said, order);
}

//! What stands beside the remedies: advice for what is done outside the app, and the checklist of Microsoft's article.

use crate::facts::{ChosenGroup, Facts, User, WhyNot};
use crate::finding::{Advice, Check, CheckKind, CheckState, Finding, FindingCode, Verdict};
use crate::known::Known;
use crate::rules::{Search, is_pending, reads_missing_address};

/// What somebody can do outside the app.
pub(crate) fn advice(
    facts: &Facts,
    found: &Search<'_>,
    verdict: Verdict,
    findings: &[Finding],
) -> Vec<Advice> {
    let has = |code: FindingCode| findings.iter().any(|finding| finding.code == code);
    let mut all = Vec::new();
    if matches!(found, Search::Ambiguous(_)) || matches!(found, Search::Deleted(users) if users.len() > 1) {
        all.push(Advice::ChooseGuest);
    }
    if has(FindingCode::CannotTell) || has(FindingCode::OwnersNotAllSeen) {
        all.push(Advice::SearchAgain);
    }
    if has(FindingCode::GuestAccessOff) {
        all.push(Advice::TurnGuestAccessOn);
    }
    if has(FindingCode::NotMember) {
        all.extend(how_to_add(facts, found));
    }
    if has(FindingCode::SyncedFromOnPremises) {
        all.push(Advice::ChangeOnPremises);
    }
    if has(FindingCode::MailElsewhere) {
        all.push(Advice::AskWhetherTheyReadIt);
    }
    if has(FindingCode::Blocked) {
        all.push(Advice::AskWhyBlocked);
    }
    if matches!(verdict, Verdict::Conflict | Verdict::Misconfigured) {
        all.push(Advice::SeeWhatItWas);
    }
    if matches!(verdict, Verdict::Healthy | Verdict::Pending | Verdict::Blocked | Verdict::MailElsewhere) {
        all.extend([Advice::CheckSubscription, Advice::AskAboutJunkAndProvider]);
    }
    all
}

fn how_to_add(facts: &Facts, found: &Search<'_>) -> Option<Advice> {
    let group = facts.group.as_ref()?.group.get()?;
    // The address is the cure, not the rule that reads it.
    if matches!(found, Search::Guest(guest) if reads_missing_address(group, guest)) {
        return None;
    }
    match group.membership_writable().err()? {
        WhyNot::Dynamic => Some(Advice::ChangeMembershipRule),
        WhyNot::OnPremises => Some(Advice::AddOnPremises),
        WhyNot::DistributionList | WhyNot::MailEnabledSecurity => Some(Advice::AddInExchange),
        WhyNot::RoleAssignable | WhyNot::TakesNoGuests | WhyNot::Unknown => None,
    }
}

/// The first checks of Microsoft's article: what Microsoft Graph can answer is answered. Empty when no guest was found.
pub(crate) fn checklist(facts: &Facts, found: &Search<'_>) -> Vec<Check> {
    let guest = match found {
        Search::Guest(guest) => *guest,
        Search::NotAGuest(user) if user.is_internal_guest() => *user,
        Search::Ambiguous(_)
        | Search::Deleted(_)
        | Search::NotAGuest(_)
        | Search::Inside(_)
        | Search::CannotTell(_)
        | Search::NotFound => return Vec::new(),
    };
    let chosen = facts.group.as_ref();
    let lines = [
        Some((CheckKind::Member, chosen.map_or(CheckState::ChooseAGroup, |chosen| member(facts, chosen)))),
        Some((CheckKind::GuestAccess, state(facts.organisation.guests_may_access_groups))),
        Some((CheckKind::AddingGuests, adding_guests(facts))),
        chosen.map(|chosen| (CheckKind::HiddenFromOutlook, hidden_from_outlook(chosen))),
        Some((CheckKind::Invitation, invitation(guest))),
        Some((CheckKind::SignIn, sign_in(guest))),
        Some((CheckKind::InvitedTwice, invited_twice(guest))),
        Some((CheckKind::JunkFolder, CheckState::AskTheGuest)),
        Some((CheckKind::Provider, CheckState::AskTheGuest)),
    ];
    lines.into_iter().flatten().map(|(kind, state)| Check { kind, state }).collect()
}

/// Whether they are in the group, and how.
fn member(facts: &Facts, chosen: &ChosenGroup) -> CheckState {
    let by_rule = chosen.group.get().is_some_and(|group| group.membership_writable() == Err(WhyNot::Dynamic));
    match (facts.is_direct_member(chosen), facts.is_member(chosen)) {
        (Known::Is(true), _) if by_rule => CheckState::ByRule,
        (Known::Is(false), Known::Is(true)) => CheckState::ThroughAnother,
        (_, known) => state(known),
    }
}

/// Who is in the group already stays in it: that new guests are not taken is no fault.
fn adding_guests(facts: &Facts) -> CheckState {
    let takes = |chosen: &ChosenGroup| chosen.group.get().map_or(Known::Unknown, |group| group.takes_guests);
    let of_group = facts.group.as_ref().map(takes);
    match (facts.organisation.may_add_guests, of_group) {
        (Known::Is(false), _) | (_, Some(Known::Is(false))) => CheckState::Note,
        (Known::Is(true), None | Some(Known::Is(true))) => CheckState::Ok,
        (Known::Unknown, _) | (_, Some(Known::Unknown)) => CheckState::Unknown,
    }
}

/// A hidden group gets and sends mail all the same. Nothing set means that it is not hidden (Microsoft Graph: group
/// resource, `hideFromOutlookClients`: false by default).
fn hidden_from_outlook(chosen: &ChosenGroup) -> CheckState {
    match chosen.group.get().map(|group| group.hide_from_outlook_clients) {
        Some(Known::Is(Some(true))) => CheckState::Note,
        Some(Known::Is(Some(false) | None)) => CheckState::Ok,
        Some(Known::Unknown) | None => CheckState::Unknown,
    }
}

/// Accounts of old sharing in SharePoint have no invitation that could be accepted.
fn invitation(guest: &User) -> CheckState {
    match guest.external_user_state.as_ref() {
        Known::Is(None) => CheckState::Note,
        Known::Is(Some(_)) if is_pending(guest) => CheckState::Problem,
        Known::Is(Some(_)) => CheckState::Ok,
        Known::Unknown => CheckState::Unknown,
    }
}

fn sign_in(guest: &User) -> CheckState {
    match guest.account_enabled {
        Known::Is(Some(enabled)) => state(Known::Is(enabled)),
        Known::Is(None) | Known::Unknown => CheckState::Unknown,
    }
}

const fn state(fine: Known<bool>) -> CheckState {
    match fine {
        Known::Is(true) => CheckState::Ok,
        Known::Is(false) => CheckState::Problem,
        Known::Unknown => CheckState::Unknown,
    }
}

/// Old SharePoint sharing left `creationType` and `externalUserState` empty; a single address was invited once. Anything
/// else only the guest can tell.
fn invited_twice(guest: &User) -> CheckState {
    let several = guest.different_other_mails().map(|different| different.len() > 1);
    match (several, guest.creation_type.as_ref().map(Option::is_some)) {
        (Known::Unknown, _) | (_, Known::Unknown) => CheckState::Unknown,
        (Known::Is(false), Known::Is(true)) => CheckState::Ok,
        _ => CheckState::AskTheGuest,
    }
}

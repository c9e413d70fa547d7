//! What stands beside the remedies: advice for what is done outside the app, and the checklist of Microsoft's article.

use crate::facts::{Facts, User, WhyNot};
use crate::finding::{Advice, Check, CheckKind, CheckState, Finding, FindingCode, Verdict};
use crate::known::Known;
use crate::rules::{Search, reads_missing_address};

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
    let member =
        facts.group.as_ref().map_or(CheckState::ChooseAGroup, |chosen| state(facts.is_member(chosen)));
    [
        (CheckKind::Member, member),
        (CheckKind::GuestAccess, state(facts.organisation.guests_may_access_groups)),
        (CheckKind::InvitedTwice, invited_twice(guest)),
        (CheckKind::JunkFolder, CheckState::AskTheGuest),
        (CheckKind::Provider, CheckState::AskTheGuest),
    ]
    .map(|(kind, state)| Check { kind, state })
    .to_vec()
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

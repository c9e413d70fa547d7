//! Which remedies there are for a verdict, and which of them to do first.

use super::ability::ability;
use super::permission::ON_PREMISES;
use super::{Ability, CannotHelp, Fit, NotNow, Reason, Remedy, RemedyKind, Resolution, Stays, Undo, fit};
use crate::facts::{Facts, GuestSign, OwnerKind, OwnerRef, Primary, User};
use crate::finding::{Finding, FindingCode, Verdict};
use crate::known::Known;
use crate::rule::{Rule, RuleSet};
use crate::rules::{Search, is_pending};
use crate::verdict::days_left;

/// The remedies, by rising harm; the one to do first is marked.
pub(crate) fn remedies(
    facts: &Facts,
    found: &Search<'_>,
    verdict: Verdict,
    findings: &[Finding],
    rules: RuleSet,
) -> Vec<Remedy> {
    let (user, offers) = match found {
        Search::Guest(guest) => (Some(*guest), for_guest(facts, guest, verdict, findings, rules)),
        Search::NotFound => (None, for_nobody(findings)),
        Search::Deleted(users) => {
            let offers = if users.iter().all(|user| user.guest_sign() == GuestSign::Guest) {
                for_deleted(facts, users, findings)
            } else {
                Vec::new()
            };
            (users.first().copied(), offers)
        }
        Search::Ambiguous(_) | Search::NotAGuest(_) | Search::CannotTell(_) => (None, Vec::new()),
    };
    let first = recommended(verdict, &offers);
    offers
        .into_iter()
        .map(|offer| Remedy {
            kind: offer.kind,
            recommended: first == Some(offer.kind),
            ability: whose(&offer, facts, user, rules),
            undo: undo(offer.kind),
            option: offer.kind.option(),
            reason: offer.reason,
            fit: offer.fit,
            behind_do_it_anyway: offer.anyway,
        })
        .collect()
}

/// What is synced is changed on premises, whoever asks.
fn whose(offer: &Offer, facts: &Facts, user: Option<&User>, rules: RuleSet) -> Ability {
    let synced = matches!(offer.reason, Reason::OwnsTheAddress { resolution: Resolution::OnPremises, .. });
    if synced && rules.has(Rule::R11) {
        return Ability::NotYou { who_can: vec![ON_PREMISES.to_owned()] };
    }
    ability(offer.kind, facts, user, rules)
}

struct Offer {
    kind: RemedyKind,
    reason: Reason,
    fit: Fit,
    anyway: bool,
}

const fn offer(kind: RemedyKind, reason: Reason, fit: Fit) -> Offer {
    Offer { kind, reason, fit, anyway: false }
}

fn resolve(findings: &[Finding]) -> Option<Offer> {
    let owner = findings.iter().find_map(|finding| finding.owner.clone())?;
    let resolution = resolution(&owner);
    Some(offer(RemedyKind::ResolveConflict, Reason::OwnsTheAddress { owner, resolution }, Fit::Fits))
}

fn resolution(owner: &OwnerRef) -> Resolution {
    match owner.kind {
        _ if owner.synced == Known::Is(true) => Resolution::OnPremises,
        OwnerKind::Contact => Resolution::RemoveContact,
        OwnerKind::User => Resolution::ChangeUser,
        OwnerKind::Guest => Resolution::ChangeGuest,
        OwnerKind::Group => Resolution::ChangeGroup,
    }
}

fn for_nobody(findings: &[Finding]) -> Vec<Offer> {
    // Inviting while something owns the address makes exactly the broken guest this app repairs.
    let fit = if fit::is_owned(findings) { Fit::NotNow(NotNow::ConflictFirst) } else { Fit::Fits };
    resolve(findings)
        .into_iter()
        .chain([offer(RemedyKind::Invite, Reason::NobodyHasTheAddress, fit)])
        .collect()
}

fn for_deleted(facts: &Facts, users: &[&User], findings: &[Finding]) -> Vec<Offer> {
    let over = users.iter().all(|user| days_left(user, facts.now) == Some(0));
    let fit = match users {
        _ if over => Fit::CannotHelp(CannotHelp::TooLate),
        [_] => Fit::Fits,
        _ => Fit::NotNow(NotNow::ChooseFirst),
    };
    resolve(findings)
        .into_iter()
        .chain([offer(RemedyKind::Restore, Reason::ComesBackWithEverything, fit)])
        .collect()
}

fn for_guest(
    facts: &Facts,
    guest: &User,
    verdict: Verdict,
    findings: &[Finding],
    rules: RuleSet,
) -> Vec<Offer> {
    let synced = rules.has(Rule::R11) && guest.is_synced();
    let has = |code: FindingCode| findings.iter().any(|finding| finding.code == code);
    let missing = guest.primary() == Primary::Missing;
    let mut all: Vec<Offer> = resolve(findings).into_iter().collect();
    if rules.has(Rule::R12) && is_pending(guest) {
        all.push(offer(RemedyKind::ResendInvitation, Reason::NotAcceptedYet, Fit::Fits));
    }
    if has(FindingCode::NotMember) {
        all.push(offer(RemedyKind::AddToGroup, Reason::NotInTheGroup, fit::chosen_group(facts)));
    }
    if missing || has(FindingCode::MailElsewhere) {
        let reason = if missing { Reason::FillsTheMainAddress } else { Reason::ChangesWhereMailGoes };
        all.push(offer(RemedyKind::SetMail, reason, fit::set_mail(guest, synced, findings)));
    }
    // Without a fault that they repair, what changes the account stands behind "do it anyway".
    let anyway = |kind, reason, fit| Offer { anyway: !missing, ..offer(kind, reason, fit) };
    all.push(anyway(
        RemedyKind::KeepOneAddress,
        Reason::LeavesOneAddress,
        fit::keep_one(guest, synced, findings),
    ));
    if let Some(fit) = fit::renew(facts).filter(|_| !missing) {
        all.push(offer(RemedyKind::RenewMembership, Reason::SubscribesAgain, fit));
    }
    if !is_pending(guest) {
        let reset = offer(RemedyKind::ResetRedemption, Reason::ChangesHowHeSignsIn, Fit::Fits);
        all.push(Offer { anyway: verdict != Verdict::MailElsewhere, ..reset });
    }
    all.push(anyway(
        RemedyKind::RemoveAndInvite,
        Reason::MakesANewAccount,
        fit::remove_and_invite(synced, findings),
    ));
    all
}

/// The first that fits, of those that cure what the verdict says.
fn recommended(verdict: Verdict, offers: &[Offer]) -> Option<RemedyKind> {
    use RemedyKind as K;
    let cures: &[RemedyKind] = match verdict {
        Verdict::NotFound => &[K::ResolveConflict, K::Invite],
        Verdict::Deleted => &[K::Restore],
        Verdict::NotMember => &[K::AddToGroup],
        Verdict::Conflict => &[K::ResolveConflict],
        // Letting him accept again fills no address, and renewing a membership needs one to send to.
        Verdict::Misconfigured | Verdict::NoAddress => &[K::SetMail, K::KeepOneAddress, K::RemoveAndInvite],
        Verdict::Pending => &[K::ResendInvitation],
        Verdict::Ambiguous
        | Verdict::NotAGuest
        | Verdict::CannotTell
        | Verdict::GuestAccessOff
        | Verdict::MailElsewhere
        | Verdict::Blocked
        | Verdict::Healthy => &[],
    };
    offers.iter().find(|offer| offer.fit == Fit::Fits && cures.contains(&offer.kind)).map(|offer| offer.kind)
}

/// Whether there is a way back; said before anybody confirms.
fn undo(kind: RemedyKind) -> Undo {
    match kind {
        RemedyKind::Restore | RemedyKind::AddToGroup | RemedyKind::KeepOneAddress => Undo::Full,
        RemedyKind::Invite => Undo::Partial { stays: vec![Stays::MessageWasSent] },
        RemedyKind::SetMail => {
            Undo::Partial { stays: vec![Stays::MailCannotBeEmptied, Stays::OldAddressesStayAsSecondary] }
        }
        RemedyKind::RemoveAndInvite => Undo::Partial {
            stays: vec![Stays::AccessGivenSinceIsLost, Stays::WithinThirtyDays, Stays::MessageWasSent],
        },
        RemedyKind::ResolveConflict
        | RemedyKind::ResendInvitation
        | RemedyKind::RenewMembership
        | RemedyKind::ResetRedemption => Undo::Impossible,
    }
}

//! A look, as the Guest screen shows it: the head, the cause, the findings, the remedies, the checklist.

use guest::{Ability, Cause, Check, Diagnosis, Doubt, Finding, Fit, Insider, Offer, OwnerRef, Place, User};
use procedure::{Examination, Purpose, WayBackTo};

use crate::view::{
    AskView, AvailabilityView, Behind, CandidateView, CauseView, CheckView, FindingView, FollowUp,
    GuestReport, MayNot, PutBackView, RemedyView, RemedyWhy, SubjectView, TraceOffer,
};
use crate::{conflict, named, table};

/// The same, with the way back to the guest whom a change of this app deleted: that is what to do then, and not what
/// another app could do.
pub(crate) fn with_way_back(
    report: GuestReport,
    look: &Examination,
    back: Option<&WayBackTo>,
) -> GuestReport {
    let Some(back) = back else { return report };
    let follow_up = match back.purpose {
        Purpose::Undo => FollowUp::Undo,
        Purpose::Continue => FollowUp::Continue,
        Purpose::PutBack | Purpose::Apply => FollowUp::PutBack,
    };
    let put_back = PutBackView { change: back.change.to_string(), follow_up, at: back.at.to_string() };
    let plain = |remedy| RemedyView { recommended: false, ..remedy };
    let others = report.remedies.into_iter().filter(|remedy| remedy.kind != back.instead_of);
    let remedies = others.map(plain).collect();
    // It is what is recommended: nobody is asked for another way besides.
    let advice = look.diagnosis.advice.clone();
    GuestReport { put_back: Some(put_back), remedies, asks: Vec::new(), advice, ..report }
}

/// Everything stays to be chosen, and nothing is recommended.
pub(crate) fn recommend_nothing(report: &mut GuestReport) {
    for remedy in &mut report.remedies {
        remedy.recommended = false;
    }
    report.asks.clear();
}

/// Everything the Guest screen shows about one look.
pub(crate) fn report(look: &Examination) -> GuestReport {
    let Examination { facts, diagnosis } = look;
    let subject = look.subject();
    let group = facts.group.as_ref().map(|chosen| {
        let name = chosen.group.get().and_then(|group| group.display_name.value());
        name.cloned().unwrap_or_else(|| chosen.id.clone())
    });
    GuestReport {
        searched: facts.searched.as_str().to_owned(),
        verdict: diagnosis.verdict,
        chosen: facts.chosen.clone(),
        subject: subject.map(|user| person(user, facts.searched.as_str())),
        cause: cause(look, subject),
        also: diagnosis.also.clone(),
        owner: owner_of(diagnosis).map(named::owner),
        conflict: conflict::view(look, owner_of(diagnosis)),
        candidates: candidates(look),
        findings: diagnosis.findings.iter().map(finding).collect(),
        properties: table::rows(look),
        remedies: diagnosis.remedies.iter().filter_map(offered).collect(),
        asks: diagnosis.to_ask_for().map(ask).collect(),
        put_back: None,
        trace: subject.and_then(|_| guest::may_trace(facts)).map(|permissions| TraceOffer { permissions }),
        advice: look.advice(),
        checklist: diagnosis.checklist.iter().map(|it| check(*it, group.as_deref())).collect(),
        memberships: memberships(look),
        linkable: subject.is_some_and(|user| user.deleted.value().is_none()),
        group,
    }
}

pub(crate) fn ask(offer: &Offer) -> AskView {
    AskView { remedy: offer.kind, roles: offer.ability.who_can().to_vec() }
}

fn person(user: &User, searched: &str) -> SubjectView {
    let name = user.display_name.value().or_else(|| user.user_principal_name.value());
    SubjectView {
        id: user.id.clone(),
        display_name: name.cloned().unwrap_or_else(|| searched.to_owned()),
        given_name: user.given_name.value().cloned(),
    }
}

fn memberships(look: &Examination) -> Vec<String> {
    let groups = look.facts.memberships.get().into_iter().flatten();
    groups.map(|group| group.display_name.value().cloned().unwrap_or_else(|| group.id.clone())).collect()
}

fn candidates(look: &Examination) -> Vec<CandidateView> {
    let users = || look.facts.live_users.found.iter().chain(&look.facts.deleted_users.found);
    let of = |id: &str| users().find(|user| user.id == id);
    let view = |candidate: &guest::Candidate| {
        let user = of(&candidate.id)?;
        Some(CandidateView {
            id: user.id.clone(),
            display_name: person(user, look.facts.searched.as_str()).display_name,
            user_name: user.user_principal_name.value().cloned().unwrap_or_default(),
            mail: user.mail.value().cloned(),
            created: user.created.value().map(ToString::to_string),
            deleted: user.deleted.value().map(ToString::to_string),
        })
    };
    look.diagnosis.candidates.iter().filter_map(view).collect()
}

/// The owner that is in the way, if one is.
fn owner_of(diagnosis: &Diagnosis) -> Option<&OwnerRef> {
    match &diagnosis.cause {
        Cause::Conflict { owner, .. } => Some(owner),
        Cause::Deleted { owner, .. } | Cause::NotFound { owner } => owner.as_ref(),
        Cause::Ambiguous { .. }
        | Cause::NotAGuest { .. }
        | Cause::MembersHidden { .. }
        | Cause::CannotTell { .. }
        | Cause::GuestAccessOff
        | Cause::NotMember { .. }
        | Cause::Misconfigured { .. }
        | Cause::NoAddress { .. }
        | Cause::MailElsewhere { .. }
        | Cause::MainAddressesDiffer { .. }
        | Cause::Blocked
        | Cause::Pending { .. }
        | Cause::Healthy { .. } => diagnosis.findings.iter().find_map(|finding| finding.owner.as_ref()),
    }
}

fn cause(look: &Examination, subject: Option<&User>) -> CauseView {
    let searched = look.facts.searched.as_str();
    let name = || subject.map_or_else(|| searched.to_owned(), |user| called(user, searched));
    match &look.diagnosis.cause {
        Cause::Ambiguous { count } => CauseView::Ambiguous { count: number(*count) },
        Cause::Deleted { days_left, owner, guest } => CauseView::Deleted {
            guest: *guest,
            days: days_left.map(|days| number(days.max(0))),
            owner: owner.as_ref().map(|owner| owner.name().to_owned()),
        },
        Cause::NotAGuest { insider, deleted_guest } => not_a_guest(insider, deleted_guest.as_ref(), searched),
        Cause::MembersHidden { group } => CauseView::MembersHidden { group: group.clone(), name: name() },
        Cause::CannotTell { .. } => CauseView::CannotTell,
        Cause::NotFound { owner } => CauseView::NotFound {
            address: owner.as_ref().map_or(searched, |owner| owner.address.as_str()).to_owned(),
            owner: owner.as_ref().map(|owner| owner.name().to_owned()),
        },
        Cause::GuestAccessOff => CauseView::GuestAccessOff,
        Cause::NotMember { group, name: group_name, dynamic, reads_missing_address } => {
            CauseView::NotMember {
                rule: reads_missing_address.clone(),
                group: group_name.as_ref().unwrap_or(group).clone(),
                dynamic: *dynamic,
                name: name(),
            }
        }
        Cause::Conflict { owner, .. } => CauseView::Conflict {
            kind: named::kind(owner),
            owner: owner.name().to_owned(),
            address: owner.address.as_str().to_owned(),
        },
        Cause::Misconfigured { addresses } => CauseView::Misconfigured { count: number(addresses.len()) },
        Cause::NoAddress { missing, .. } => CauseView::NoAddress { missing: *missing },
        Cause::MailElsewhere { primary, searched } => CauseView::MailElsewhere {
            primary: primary.as_str().to_owned(),
            searched: searched.as_str().to_owned(),
            name: name(),
        },
        Cause::MainAddressesDiffer { mail, proxy } => CauseView::MainAddressesDiffer {
            mail: mail.as_str().to_owned(),
            proxy: proxy.as_str().to_owned(),
            question: words::main_address_question(mail.as_str()),
        },
        Cause::Blocked => CauseView::Blocked,
        Cause::Pending { since } => CauseView::Pending { since: since.map(|since| since.to_string()) },
        Cause::Healthy { primary } => {
            CauseView::Healthy { primary: primary.as_str().to_owned(), name: name() }
        }
    }
}

fn not_a_guest(insider: &Insider, deleted: Option<&String>, searched: &str) -> CauseView {
    let deleted = deleted.cloned();
    match insider {
        Insider::Account => CauseView::NotAGuest { user_name: false, deleted },
        Insider::UserName => CauseView::NotAGuest { user_name: true, deleted },
        Insider::InternalGuest { synced } => CauseView::InternalGuest { synced: *synced, deleted },
        Insider::Group { name } => CauseView::AddressOfGroup { group: name.clone() },
        Insider::OwnDomain { contact } => {
            CauseView::OwnDomain { address: searched.to_owned(), contact: contact.clone() }
        }
    }
}

/// What the guest is called in a sentence: the first name, where it is known.
fn called(user: &User, searched: &str) -> String {
    let SubjectView { display_name, given_name, .. } = person(user, searched);
    given_name.unwrap_or(display_name)
}

/// A count as it crosses: none that is shown comes near the limit.
fn number<N: TryInto<u32>>(count: N) -> u32 {
    count.try_into().unwrap_or(u32::MAX)
}

fn finding(finding: &Finding) -> FindingView {
    FindingView {
        rule: finding.rule,
        severity: finding.severity,
        code: finding.code,
        owner: finding.owner.as_ref().map(|owner| owner.name().to_owned()),
    }
}

/// A remedy as offered; none when this version does not have it.
fn offered(offer: &Offer) -> Option<RemedyView> {
    let remedy = offer.kind.remedy();
    if !remedy.advice_only && !procedure::carries_out(offer.kind) {
        return None;
    }
    // Only what does not fit is impossible: what this account may not do, somebody else may.
    let impossible = offer.fit.options().is_none();
    let (availability, why) = match (&offer.fit, &offer.ability) {
        (Fit::CannotHelp(why), _) => (AvailabilityView::Disabled, RemedyWhy::CannotHelp(why.clone())),
        (Fit::NotNow(why), _) => (AvailabilityView::Disabled, RemedyWhy::NotNow(why.clone())),
        (Fit::Fits(_), ability) => {
            let may_not = may_not(ability).filter(|why| !remedy.advice_only || *why == MayNot::SwitchedOff);
            let doubted = matches!(ability, Ability::CouldNotConfirm { .. }) && !remedy.advice_only;
            match may_not {
                Some(why) => (AvailabilityView::Disabled, RemedyWhy::MayNot(why)),
                None if doubted => (AvailabilityView::Unconfirmed, RemedyWhy::Reason(offer.reason.clone())),
                None => (AvailabilityView::Ready, RemedyWhy::Reason(offer.reason.clone())),
            }
        }
    };
    let permissions = match &offer.ability {
        Ability::AfterPermission { scopes } | Ability::CouldNotConfirm { scopes, .. } => scopes.clone(),
        Ability::Can | Ability::NotWithThisSignIn { .. } | Ability::SwitchedOff | Ability::NotYou { .. } => {
            Vec::new()
        }
    };
    Some(RemedyView {
        kind: offer.kind,
        recommended: offer.place == Place::Recommended,
        availability,
        impossible,
        why,
        permissions,
        option: remedy.option,
        behind: match (offer.behind_do_it_anyway, availability) {
            (true, _) => Behind::DoItAnyway,
            (false, AvailabilityView::Unconfirmed) if by_unseen_role(&offer.ability) => Behind::UnseenRole,
            (false, _) => Behind::Nothing,
        },
    })
}

/// Whether only a role that does not show could be enough.
fn by_unseen_role(ability: &Ability) -> bool {
    let doubts = [Doubt::UnseenRoles, Doubt::RolesNotRead];
    matches!(ability, Ability::CouldNotConfirm { doubt, .. } if doubts.contains(doubt))
}

/// Why the operator may not, when that is certain.
fn may_not(ability: &Ability) -> Option<MayNot> {
    match ability {
        Ability::NotYou { who_can } => Some(MayNot::NotYou { roles: who_can.clone() }),
        Ability::NotWithThisSignIn { scopes } => {
            Some(MayNot::NotWithThisSignIn { permissions: scopes.clone() })
        }
        Ability::SwitchedOff => Some(MayNot::SwitchedOff),
        Ability::Can | Ability::AfterPermission { .. } | Ability::CouldNotConfirm { .. } => None,
    }
}

fn check(check: Check, group: Option<&str>) -> CheckView {
    CheckView { kind: check.kind, state: check.state, group: group.map(str::to_owned) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use guest::{Known, Operator, RemedyKind};

    use super::*;
    use crate::pieter::{seen_by, with_role};

    #[test]
    fn impossible_is_what_cannot_help_and_not_what_somebody_else_can_do_or_another_sign_in() {
        let admin = || with_role("User Administrator");
        let fixed = Operator { scopes: Known::Is(Vec::new()), ..admin() };
        let off = Operator { read_only: true, ..admin() };
        for (operator, kind, availability, impossible) in [
            (admin(), RemedyKind::SetMail, AvailabilityView::Ready, false),
            // There is one other address, and nothing to choose.
            (admin(), RemedyKind::KeepOneAddress, AvailabilityView::Disabled, true),
            (with_role("Guest Inviter"), RemedyKind::SetMail, AvailabilityView::Disabled, false),
            (fixed, RemedyKind::SetMail, AvailabilityView::Disabled, false),
            (off, RemedyKind::SetMail, AvailabilityView::Disabled, false),
        ] {
            let said = report(&seen_by(operator.clone())).remedies;
            let remedy = said.iter().find(|remedy| remedy.kind == kind).unwrap();
            let shown = (remedy.availability, remedy.impossible);
            assert_eq!(shown, (availability, impossible), "{kind} for {operator:?}: {:?}", remedy.why);
        }
    }
}

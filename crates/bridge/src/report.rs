//! A look, as the Guest screen shows it: the head, the cause, the findings, the remedies, the checklist.

use guest::{
    Ability, Cause, Check, Diagnosis, Finding, FindingCode as Found, Fit, Missing, Offer, OwnerRef, User,
    Verdict,
};
use procedure::Examination;

use crate::permissions::quoted;
use crate::view::{
    Args, AvailabilityView, CandidateView, CauseCode, CheckKind, CheckState, CheckView, FindingCode,
    FindingView, GuestReport, MayNot, Note, OwnerKind, RemedyView, RemedyWhy, SubjectView, VerdictView,
};
use crate::{named, table};

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
        verdict: verdict(diagnosis.verdict),
        subject: subject.map(|user| person(user, facts.searched.as_str())),
        cause: cause(look, subject),
        owner: owner_of(diagnosis).map(named::owner),
        candidates: candidates(look),
        findings: diagnosis.findings.iter().map(finding).collect(),
        properties: table::rows(look),
        remedies: diagnosis.remedies.iter().filter_map(offered).collect(),
        advice: look.advice(),
        checklist: diagnosis.checklist.iter().map(|it| check(*it, group.as_deref())).collect(),
        memberships: memberships(look),
        linkable: subject.is_some_and(|user| user.deleted.value().is_none()),
        group,
    }
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
        })
    };
    look.diagnosis.candidates.iter().filter_map(view).collect()
}

/// The verdict, name by name.
pub(crate) fn verdict(verdict: Verdict) -> VerdictView {
    match verdict {
        Verdict::Ambiguous => VerdictView::Ambiguous,
        Verdict::Deleted => VerdictView::Deleted,
        Verdict::NotAGuest => VerdictView::NotAGuest,
        Verdict::CannotTell => VerdictView::CannotTell,
        Verdict::NotFound => VerdictView::NotFound,
        Verdict::GuestAccessOff => VerdictView::GuestAccessOff,
        Verdict::NotMember => VerdictView::NotMember,
        Verdict::Conflict => VerdictView::Conflict,
        Verdict::Misconfigured => VerdictView::Misconfigured,
        Verdict::NoAddress => VerdictView::NoAddress,
        Verdict::MailElsewhere => VerdictView::MailElsewhere,
        Verdict::Blocked => VerdictView::Blocked,
        Verdict::Pending => VerdictView::Pending,
        Verdict::Healthy => VerdictView::Healthy,
    }
}

/// The owner that is in the way, if one is.
fn owner_of(diagnosis: &Diagnosis) -> Option<&OwnerRef> {
    match &diagnosis.cause {
        Cause::Conflict { owner, .. } => Some(owner),
        Cause::Deleted { owner, .. } | Cause::NotFound { owner } => owner.as_ref(),
        _ => diagnosis.findings.iter().find_map(|finding| finding.owner.as_ref()),
    }
}

fn owner_args(owner: &OwnerRef) -> Args {
    let view = named::owner(owner);
    Args::from([("owner".to_owned(), view.display_name), ("address".to_owned(), view.address)])
}

fn cause(look: &Examination, subject: Option<&User>) -> Note<CauseCode> {
    use CauseCode as C;
    let searched = look.facts.searched.as_str();
    match &look.diagnosis.cause {
        Cause::Ambiguous { count } => Note::with(C::Ambiguous, [("count", &count.to_string())]),
        Cause::Deleted { days_left, owner } => deleted(*days_left, owner.as_ref()),
        Cause::NotAGuest => Note::with(
            C::NotAGuest,
            [("name", &subject.map(|user| person(user, searched).display_name).unwrap_or_default())],
        ),
        Cause::CannotTell { .. } => Note::plain(C::CannotTell),
        Cause::NotFound { owner: None } => Note::with(C::NotFound, [("address", searched)]),
        Cause::NotFound { owner: Some(owner) } => Note { code: C::NotFoundOwned, args: owner_args(owner) },
        Cause::GuestAccessOff => Note::plain(C::GuestAccessOff),
        Cause::NotMember { group, name, dynamic } => {
            let code = if *dynamic { C::NotMemberDynamic } else { C::NotMember };
            Note::with(code, [("group", name.as_deref().unwrap_or(group))])
        }
        Cause::Conflict { owner, .. } => Note { code: conflict(owner), args: owner_args(owner) },
        Cause::Misconfigured { addresses } => {
            Note::with(C::Misconfigured, [("count", &addresses.len().to_string())])
        }
        Cause::NoAddress { missing, .. } => Note::plain(no_address(*missing)),
        Cause::MailElsewhere { primary, searched } => {
            Note::with(C::MailElsewhere, [("primary", primary.as_str()), ("searched", searched.as_str())])
        }
        Cause::Blocked => Note::plain(C::Blocked),
        Cause::Pending { since: Some(since) } => Note::with(C::Pending, [("since", &since.to_string())]),
        Cause::Pending { since: None } => Note::plain(C::PendingUndated),
        Cause::Healthy { primary } => Note::with(C::Healthy, [("primary", primary.as_str())]),
    }
}

fn deleted(days: Option<i64>, owner: Option<&OwnerRef>) -> Note<CauseCode> {
    use CauseCode as C;
    match (days, owner) {
        (None, _) => Note::plain(C::DeletedUndated),
        (Some(0), _) => Note::plain(C::DeletedOver),
        (Some(days), None) => Note::with(C::Deleted, [("days", &days.to_string())]),
        (Some(days), Some(owner)) => {
            let mut args = owner_args(owner);
            args.insert("days".to_owned(), days.to_string());
            Note { code: C::DeletedOwned, args }
        }
    }
}

fn conflict(owner: &OwnerRef) -> CauseCode {
    match named::owner(owner).kind {
        OwnerKind::Contact => CauseCode::ConflictContact,
        OwnerKind::SyncedContact => CauseCode::ConflictSynced,
        OwnerKind::User => CauseCode::ConflictUser,
        OwnerKind::Guest => CauseCode::ConflictGuest,
        OwnerKind::Group => CauseCode::ConflictGroup,
    }
}

fn no_address(missing: Missing) -> CauseCode {
    match missing {
        Missing::NoOtherAddress => CauseCode::NoAddressNone,
        Missing::OneOtherAddress => CauseCode::NoAddressOne,
        Missing::OneAddressRepeated => CauseCode::NoAddressRepeated,
        Missing::OnlyMailIsEmpty => CauseCode::NoAddressMailEmpty,
        Missing::OnlyProxyIsMissing => CauseCode::NoAddressProxyMissing,
    }
}

fn finding(finding: &Finding) -> FindingView {
    use FindingCode as C;
    let code = match finding.code {
        Found::NotAGuest => C::NotAGuest,
        Found::NotFound => C::NotFound,
        Found::AddressOwned => C::AddressOwned,
        Found::Deleted => C::Deleted,
        Found::SeveralGuests => C::SeveralGuests,
        Found::Conflict => C::Conflict,
        Found::AddressShared => C::AddressShared,
        Found::OwnersNotAllSeen => C::OwnersNotAllSeen,
        Found::Misconfigured => C::Misconfigured,
        Found::NoAddress => C::NoAddress,
        Found::SeveralAddresses => C::SeveralAddresses,
        Found::MailElsewhere => C::MailElsewhere,
        Found::NotMember => C::NotMember,
        Found::GuestAccessOff => C::GuestAccessOff,
        Found::AddingGuestsOff => C::AddingGuestsOff,
        Found::GroupHidden => C::GroupHidden,
        Found::SyncedFromOnPremises => C::SyncedFromOnPremises,
        Found::RestrictedManagement => C::RestrictedManagement,
        Found::Privileged => C::Privileged,
        Found::Blocked => C::Blocked,
        Found::Pending => C::Pending,
        Found::NoFaultFound => C::NoFaultFound,
        Found::CannotTell => C::CannotTell,
    };
    FindingView {
        rule: finding.rule.map(|rule| rule.id().to_owned()).unwrap_or_default(),
        severity: named::severity(finding.severity),
        said: Note { code, args: finding.owner.as_ref().map(owner_args).unwrap_or_default() },
    }
}

/// A remedy as offered; none when this version does not have it.
fn offered(offer: &Offer) -> Option<RemedyView> {
    let remedy = offer.kind.remedy();
    if !remedy.advice_only && !procedure::carries_out(offer.kind) {
        return None;
    }
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
        Ability::AfterPermission { scopes } => scopes.clone(),
        Ability::Can
        | Ability::NotWithThisSignIn { .. }
        | Ability::SwitchedOff
        | Ability::NotYou { .. }
        | Ability::CouldNotConfirm { .. } => Vec::new(),
    };
    Some(RemedyView {
        kind: offer.kind,
        recommended: offer.recommended,
        availability,
        why,
        permissions,
        option: remedy.option,
        anyway: offer.behind_do_it_anyway,
    })
}

/// Why the operator may not, when that is certain.
fn may_not(ability: &Ability) -> Option<MayNot> {
    match ability {
        Ability::NotYou { who_can } => Some(MayNot::NotYou { roles: who_can.join(", ") }),
        Ability::NotWithThisSignIn { scopes } => {
            Some(MayNot::NotWithThisSignIn { permissions: quoted(scopes) })
        }
        Ability::SwitchedOff => Some(MayNot::SwitchedOff),
        Ability::Can | Ability::AfterPermission { .. } | Ability::CouldNotConfirm { .. } => None,
    }
}

fn check(check: Check, group: Option<&str>) -> CheckView {
    let kind = match check.kind {
        guest::CheckKind::Member => CheckKind::Member,
        guest::CheckKind::GuestAccess => CheckKind::GuestAccess,
        guest::CheckKind::InvitedTwice => CheckKind::InvitedTwice,
        guest::CheckKind::JunkFolder => CheckKind::JunkFolder,
        guest::CheckKind::Provider => CheckKind::Provider,
    };
    let state = match check.state {
        guest::CheckState::Ok => CheckState::Ok,
        guest::CheckState::Problem => CheckState::Problem,
        guest::CheckState::AskTheGuest => CheckState::AskTheGuest,
        guest::CheckState::ChooseAGroup => CheckState::NoGroup,
        guest::CheckState::Unknown => CheckState::Unknown,
    };
    CheckView {
        kind,
        state,
        args: group.map(|name| Args::from([("group".to_owned(), name.to_owned())])).unwrap_or_default(),
    }
}

//! A look, as the Guest screen shows it: the head, the cause, the findings, the remedies, the checklist.

use guest::{
    Ability, CannotHelp, Cause, Check, Diagnosis, Finding, FindingCode as Found, Fit, Missing, NotNow,
    OwnerRef, Reason, Remedy, RemedyKind, User, Verdict,
};
use procedure::Examination;

use crate::permissions::quoted;
use crate::view::{
    AdviceCode, Args, AvailabilityView, CandidateView, CauseCode, CheckKind, CheckState, CheckView,
    FindingCode, FindingView, GuestReport, Note, OwnerKind, RemedyKindView, RemedyView, RemedyWhy,
    SubjectView, VerdictView,
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
        remedies: diagnosis.remedies.iter().filter_map(|remedy| offered(remedy, diagnosis)).collect(),
        advice: advice(diagnosis),
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
        rule: finding.rule.map(|rule| format!("{rule:?}")).unwrap_or_default(),
        severity: named::severity(finding.severity),
        said: Note { code, args: finding.owner.as_ref().map(owner_args).unwrap_or_default() },
    }
}

/// The view's name of a remedy, if this version has it.
pub(crate) fn built(kind: RemedyKind) -> Option<RemedyKindView> {
    match kind {
        RemedyKind::ResolveConflict => Some(RemedyKindView::ResolveConflict),
        RemedyKind::SetMail => Some(RemedyKindView::SetMail),
        RemedyKind::KeepOneAddress => Some(RemedyKindView::KeepOneAddress),
        RemedyKind::RemoveAndInvite => Some(RemedyKindView::RemoveAndInvite),
        RemedyKind::Invite
        | RemedyKind::Restore
        | RemedyKind::ResendInvitation
        | RemedyKind::AddToGroup
        | RemedyKind::RenewMembership
        | RemedyKind::ResetRedemption => None,
    }
}

/// A remedy as offered; none when this version does not have it.
fn offered(remedy: &Remedy, diagnosis: &Diagnosis) -> Option<RemedyView> {
    let kind = built(remedy.kind)?;
    // Only steps to read: whoever reads them may hand them to somebody who can.
    let advice_only = kind == RemedyKindView::ResolveConflict;
    let (availability, why) = match (&remedy.fit, &remedy.ability) {
        (Fit::CannotHelp(why), _) => (AvailabilityView::Disabled, cannot_help(*why, diagnosis)),
        (Fit::NotNow(why), _) => (AvailabilityView::Disabled, not_now(*why, diagnosis)),
        (Fit::Fits, Ability::NotYou { who_can }) if !advice_only => {
            (AvailabilityView::Disabled, Note::with(RemedyWhy::NotYou, [("roles", &who_can.join(", "))]))
        }
        (Fit::Fits, Ability::SwitchedOff) => {
            (AvailabilityView::Disabled, Note::plain(RemedyWhy::SwitchedOff))
        }
        (Fit::Fits, Ability::NotWithThisSignIn { scopes }) if !advice_only => {
            let permissions = quoted(scopes);
            (
                AvailabilityView::Disabled,
                Note::with(RemedyWhy::NotWithThisSignIn, [("permissions", &permissions)]),
            )
        }
        (Fit::Fits, Ability::CouldNotConfirm { .. }) if !advice_only => {
            (AvailabilityView::Unconfirmed, reason(&remedy.reason))
        }
        (Fit::Fits, _) => (AvailabilityView::Ready, reason(&remedy.reason)),
    };
    Some(RemedyView {
        kind,
        recommended: remedy.recommended,
        availability,
        why,
        permissions: match &remedy.ability {
            Ability::AfterPermission { scopes } => scopes.clone(),
            _ => Vec::new(),
        },
        option: remedy.option,
        anyway: remedy.behind_do_it_anyway,
    })
}

fn reason(reason: &Reason) -> Note<RemedyWhy> {
    match reason {
        Reason::OwnsTheAddress { owner, .. } => {
            Note { code: RemedyWhy::ResolveConflict, args: owner_args(owner) }
        }
        Reason::FillsTheMainAddress => Note::plain(RemedyWhy::FillsTheMainAddress),
        Reason::ChangesWhereMailGoes => Note::plain(RemedyWhy::ChangesWhereMailGoes),
        Reason::LeavesOneAddress => Note::plain(RemedyWhy::LeavesOneAddress),
        // The others belong to remedies that this version does not offer.
        Reason::MakesANewAccount
        | Reason::NobodyHasTheAddress
        | Reason::ComesBackWithEverything
        | Reason::NotAcceptedYet
        | Reason::NotInTheGroup
        | Reason::SubscribesAgain
        | Reason::ChangesHowHeSignsIn => Note::plain(RemedyWhy::MakesANewAccount),
    }
}

fn cannot_help(why: CannotHelp, diagnosis: &Diagnosis) -> Note<RemedyWhy> {
    let code = match why {
        CannotHelp::NoOtherAddress => RemedyWhy::NoOtherAddress,
        CannotHelp::OneAddressAlready => RemedyWhy::OneAddressAlready,
        CannotHelp::SameAddressRepeated => RemedyWhy::SameAddressRepeated,
        CannotHelp::MailIsFilled => RemedyWhy::MailIsFilled,
        CannotHelp::ProxyIsFilled => RemedyWhy::ProxyIsFilled,
        CannotHelp::ConflictStays => RemedyWhy::ConflictStays,
        CannotHelp::NoAddressToSet => RemedyWhy::NoAddressToSet,
        CannotHelp::SyncedFromOnPremises => RemedyWhy::SyncedFromOnPremises,
        CannotHelp::Group(_) | CannotHelp::NoGroupToRenew | CannotHelp::TooLate => RemedyWhy::NotKnown,
    };
    Note { code, args: owner_of(diagnosis).map(owner_args).unwrap_or_default() }
}

fn not_now(why: NotNow, diagnosis: &Diagnosis) -> Note<RemedyWhy> {
    match why {
        NotNow::ConflictFirst => Note {
            code: RemedyWhy::ConflictFirst,
            args: owner_of(diagnosis).map(owner_args).unwrap_or_default(),
        },
        NotNow::ChooseFirst | NotNow::NotKnown => Note::plain(RemedyWhy::NotKnown),
    }
}

/// What can be done outside the app, and what a remedy that this version does not have would do, done elsewhere.
fn advice(diagnosis: &Diagnosis) -> Vec<AdviceCode> {
    let elsewhere = diagnosis.recommended().and_then(|remedy| match remedy.kind {
        RemedyKind::Invite => Some(AdviceCode::InviteElsewhere),
        RemedyKind::Restore => Some(AdviceCode::RestoreElsewhere),
        RemedyKind::ResendInvitation => Some(AdviceCode::ResendElsewhere),
        RemedyKind::AddToGroup => Some(AdviceCode::AddElsewhere),
        RemedyKind::ResolveConflict
        | RemedyKind::SetMail
        | RemedyKind::KeepOneAddress
        | RemedyKind::RenewMembership
        | RemedyKind::ResetRedemption
        | RemedyKind::RemoveAndInvite => None,
    });
    let of = |advice: &guest::Advice| match advice {
        guest::Advice::ChooseGuest => AdviceCode::ChooseGuest,
        guest::Advice::SearchAgain => AdviceCode::SearchAgain,
        guest::Advice::TurnGuestAccessOn => AdviceCode::TurnGuestAccessOn,
        guest::Advice::ChangeMembershipRule => AdviceCode::ChangeMembershipRule,
        guest::Advice::AddInExchange => AdviceCode::AddInExchange,
        guest::Advice::AddOnPremises => AdviceCode::AddOnPremises,
        guest::Advice::ChangeOnPremises => AdviceCode::ChangeOnPremises,
        guest::Advice::AskWhetherHeReadsIt => AdviceCode::AskWhetherHeReadsIt,
        guest::Advice::AskWhyBlocked => AdviceCode::AskWhyBlocked,
        guest::Advice::CheckSubscription => AdviceCode::CheckSubscription,
        guest::Advice::AskAboutJunkAndProvider => AdviceCode::AskAboutJunkAndProvider,
    };
    elsewhere.into_iter().chain(diagnosis.advice.iter().map(of)).collect()
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

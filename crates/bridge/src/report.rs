//! A look, as the Guest screen shows it: the head, the cause, the findings, the remedies, the checklist.

use guest::{
    Ability, CannotHelp, Cause, Check, Diagnosis, Finding, Fit, NotNow, OwnerRef, Reason, Remedy, RemedyKind,
    User,
};
use procedure::Examination;

use crate::permissions::quoted;
use crate::view::{
    AdviceCode, Args, AvailabilityView, CandidateView, CauseView, CheckView, FindingView, GuestReport, Note,
    RemedyKindView, RemedyView, RemedyWhy, SubjectView,
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
        verdict: diagnosis.verdict,
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

fn cause(look: &Examination, subject: Option<&User>) -> CauseView {
    let searched = look.facts.searched.as_str();
    let name = || subject.map_or_else(|| searched.to_owned(), |user| called(user, searched));
    match &look.diagnosis.cause {
        Cause::Ambiguous { count } => CauseView::Ambiguous { count: number(*count) },
        Cause::Deleted { days_left, owner } => CauseView::Deleted {
            days: days_left.map(|days| number(days.max(0))),
            owner: owner.as_ref().map(named::name),
        },
        Cause::NotAGuest => CauseView::NotAGuest,
        Cause::CannotTell { .. } => CauseView::CannotTell,
        Cause::NotFound { owner } => CauseView::NotFound {
            address: owner.as_ref().map_or(searched, |owner| owner.address.as_str()).to_owned(),
            owner: owner.as_ref().map(named::name),
        },
        Cause::GuestAccessOff => CauseView::GuestAccessOff,
        Cause::NotMember { group, name: group_name, dynamic } => CauseView::NotMember {
            group: group_name.as_ref().unwrap_or(group).clone(),
            dynamic: *dynamic,
            name: name(),
        },
        Cause::Conflict { owner, .. } => CauseView::Conflict {
            kind: named::kind(owner),
            owner: named::name(owner),
            address: owner.address.as_str().to_owned(),
        },
        Cause::Misconfigured { addresses } => CauseView::Misconfigured { count: number(addresses.len()) },
        Cause::NoAddress { missing, .. } => CauseView::NoAddress { missing: *missing },
        Cause::MailElsewhere { primary, searched } => CauseView::MailElsewhere {
            primary: primary.as_str().to_owned(),
            searched: searched.as_str().to_owned(),
            name: name(),
        },
        Cause::Blocked => CauseView::Blocked,
        Cause::Pending { since } => CauseView::Pending { since: since.map(|since| since.to_string()) },
        Cause::Healthy { primary } => {
            CauseView::Healthy { primary: primary.as_str().to_owned(), name: name() }
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
        owner: finding.owner.as_ref().map(named::name),
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
    CheckView { kind: check.kind, state: check.state, group: group.map(str::to_owned) }
}

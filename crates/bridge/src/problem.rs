//! Problems on their way to the window: kinds and what they are about, with the server's words only as quoted evidence.

use graph::Changed;
use guest::NotAnAddress;
use procedure::{Category, ErrorKind};

use crate::signing_problem::in_the_way;
use crate::view::{Problem, ProblemCode as C, Reference};

/// The longest piece of what was typed that is shown again, in characters.
const QUOTED: usize = 80;

/// What the app has instead of an answer, from wherever it comes, until it is told to the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppProblem {
    /// Its family.
    pub(crate) kind: Category,
    /// What exactly.
    pub(crate) code: C,
    /// Whether something was changed.
    pub(crate) changed: Changed,
    /// What to quote, when there is something to quote.
    pub(crate) reference: Option<Box<Reference>>,
    /// Whether the plan on screen is void.
    pub(crate) voids_plan: bool,
    /// What can be searched for instead.
    pub(crate) search_instead: Vec<String>,
}

impl From<AppProblem> for Problem {
    fn from(problem: AppProblem) -> Self {
        let AppProblem { kind, code, changed, reference, voids_plan, search_instead } = problem;
        // It was changed, by this or by somebody else.
        let outdates_report = changed != Changed::No || kind == Category::Conflict;
        Self { kind, code, changed, reference, voids_plan, outdates_report, search_instead }
    }
}

impl From<procedure::Problem> for AppProblem {
    fn from(problem: procedure::Problem) -> Self {
        let mut code = code(&problem.kind);
        // What stood in the way says more than that nobody answered; whether something was changed stays as it was.
        let obstacle = problem.server.as_ref().and_then(|server| server.obstacle);
        if let (Some(obstacle), C::Unreachable | C::SignInExpired) = (obstacle, &code) {
            code = in_the_way(&obstacle);
        }
        if let ErrorKind::Internal(why) | ErrorKind::Journal(why) | ErrorKind::SurveyNotKept(why) =
            &problem.kind
        {
            tracing::error!(%why, "an internal problem is shown");
        }
        Self {
            kind: problem.category(),
            code,
            changed: problem.changed,
            voids_plan: problem.voids_plan(),
            search_instead: problem.search_instead(),
            reference: problem.server.map(|it| Box::new(reference(&it))),
        }
    }
}

impl AppProblem {
    /// A problem that is found before anything is asked of the server.
    pub(crate) fn here(kind: Category, code: C) -> Self {
        let (changed, reference, voids_plan, search_instead) = (Changed::No, None, false, Vec::new());
        Self { kind, code, changed, reference, voids_plan, search_instead }
    }
}

/// A file that we keep cannot be read or written.
pub(crate) fn unusable_file(file: &str) -> AppProblem {
    AppProblem::here(Category::Internal, C::FileTrouble { file: file.to_owned() })
}

/// The beginning of what somebody else wrote, to be shown again.
pub(crate) fn beginning(text: &str) -> String {
    text.chars().take(QUOTED).collect()
}

fn code(kind: &ErrorKind) -> C {
    match kind {
        ErrorKind::Address { typed, why } => address(typed, why),
        ErrorKind::NobodyWithUserName { name } => C::UserNameUnknown { name: beginning(name.as_str()) },
        ErrorKind::NobodyWithId { id } => C::IdUnknown { id: id.to_string() },
        ErrorKind::ChoiceInvalid(choice) => C::ChoiceInvalid { choice: (*choice).to_owned() },
        ErrorKind::TypedTextDiffers { expected } => C::TypedTextDiffers { expected: expected.clone() },
        ErrorKind::PlanUsed => C::PlanUsed,
        ErrorKind::PlanStale => C::PlanStale,
        ErrorKind::ChangeRunning => C::ChangeRunning,
        ErrorKind::NotForThisGuest => C::NotForThisGuest,
        ErrorKind::TenantChanged { property } => C::TenantChanged { property: (*property).to_owned() },
        ErrorKind::GuestGone => C::GuestGone,
        ErrorKind::GroupNotWritable { group, why } => C::GroupNotWritable { group: group.clone(), why: *why },
        ErrorKind::GroupGone { group } => C::GroupGone { group: group.clone() },
        ErrorKind::OwnerNoMore { group } => C::OwnerNoMore { group: group.clone() },
        ErrorKind::AddressConflict { address, owners } => C::AddressConflict {
            address: address.clone(),
            owner: owners.first().map(|owner| owner.name.clone()),
        },
        // The ids of the objects in the way stand in what is quoted of the server's answer.
        ErrorKind::ObjectConflict { .. } => C::AddressConflict { address: String::new(), owner: None },
        ErrorKind::ReturnRefused { part, owners } => {
            C::ReturnRefused { part: *part, owner: owners.first().map(|owner| owner.name.clone()) }
        }
        ErrorKind::MissingRight { why } => C::MissingRight { why: *why },
        ErrorKind::OnlyInPractice => C::OnlyInPractice,
        ErrorKind::GuestsMayNotSearch => C::GuestsMayNotSearch,
        ErrorKind::ServerRefused => C::ServerRefused,
        ErrorKind::TracingNotSetUp => C::TracingNotSetUp,
        ErrorKind::GroupWithoutMail { group } => C::GroupWithoutMail { group: group.clone() },
        ErrorKind::InvitationRefused { address, owners } => C::InvitationRefused {
            address: address.clone(),
            owner: owners.first().map(|owner| owner.name.clone()),
        },
        ErrorKind::InvitationOtherAccount { found } => C::InvitationOtherAccount { found: found.clone() },
        ErrorKind::NotInvited { address, why } => C::NotInvited { address: address.clone(), why: *why },
        ErrorKind::InvitedSomebodyElse { address, found } => {
            C::InvitedSomebodyElse { address: address.clone(), found: found.clone() }
        }
        ErrorKind::CannotUndo => C::CannotUndo,
        ErrorKind::GuestAccepted => C::GuestAccepted,
        ErrorKind::RecordDamaged => C::RecordDamaged,
        ErrorKind::RecordNotWhole => C::RecordNotWhole,
        ErrorKind::ChangedSince => C::ChangedSince,
        ErrorKind::Cancelled => C::Cancelled,
        ErrorKind::Unreachable => C::Unreachable,
        ErrorKind::AnswerLost => C::AnswerLost,
        ErrorKind::NotVisibleInTime => C::NotVisibleInTime,
        ErrorKind::ServerUnavailable { status } => C::ServerUnavailable { status: *status },
        ErrorKind::Throttled => C::Throttled,
        ErrorKind::NotSignedIn => C::NotSignedIn,
        ErrorKind::SignInExpired => C::SignInExpired,
        // What is to be proved is the session's to know, and not the window's.
        ErrorKind::StepUpRequired { .. } => C::StepUpRequired,
        ErrorKind::NoOrganisation => C::NoOrganisation,
        ErrorKind::OtherOrganisation { expected, found } => {
            C::OtherOrganisation { expected: expected.clone(), found: found.clone() }
        }
        ErrorKind::DeviceCodeExpired => C::CodeExpired,
        ErrorKind::SwitchedOff => C::SwitchedOff,
        ErrorKind::PermissionMissing { remedy, may_ask: true, permissions } => {
            C::PermissionMissing { permissions: permissions.clone(), remedy: *remedy }
        }
        ErrorKind::PermissionMissing { permissions, .. } => {
            C::PermissionFixed { permissions: permissions.clone() }
        }
        ErrorKind::AnswerMalformed => C::AnswerMalformed,
        ErrorKind::Journal(_) => C::FileTrouble { file: "journal.db".to_owned() },
        ErrorKind::SurveyNotKept(_) => C::FileTrouble { file: "surveys.db".to_owned() },
        ErrorKind::Internal(_) => C::Internal,
    }
}

fn address(typed: &str, why: &NotAnAddress) -> C {
    let number = |count: usize| count.try_into().unwrap_or(u32::MAX);
    match why {
        NotAnAddress::Empty => C::AddressEmpty,
        NotAnAddress::TooLong { length, limit } => {
            C::AddressTooLong { length: number(*length), limit: number(*limit) }
        }
        NotAnAddress::SeveralAddresses { count, .. } => C::AddressSeveral { count: number(*count) },
        NotAnAddress::Accented { letter, plain } => {
            C::AddressAccented { letter: letter.clone(), plain: plain.as_str().to_owned() }
        }
        NotAnAddress::NoAt => C::AddressAbsent { typed: beginning(typed.trim()) },
        NotAnAddress::SeveralAts
        | NotAnAddress::NoName
        | NotAnAddress::NoDomain
        | NotAnAddress::NotADomain
        | NotAnAddress::ForbiddenCharacter { .. } => C::AddressMalformed { typed: beginning(typed.trim()) },
    }
}

fn reference(server: &graph::ServerDetails) -> Reference {
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Reference {
        status: (server.status != 0).then_some(server.status),
        code: text(&server.code),
        message: text(&server.message),
        request_id: server.request_id.clone(),
        correlation_id: None,
        at: server.date.clone(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;
    use guest::Pasted;
    use serde_json::json;

    fn of(typed: &str) -> AppProblem {
        let why = Pasted::read(typed).unwrap_err();
        procedure::Problem::from(ErrorKind::Address { typed: typed.to_owned(), why }).into()
    }

    #[test]
    fn what_was_typed_is_said_again_where_it_is_no_address_and_never_more_than_its_beginning() {
        let said = |typed: &str| C::AddressMalformed { typed: typed.to_owned() };
        for no_address in ["@contoso.nl", "jan@", "jan@contoso", "jan@@contoso.nl"] {
            assert_eq!(of(&format!(" {no_address}\n")).code, said(no_address));
        }
        let absent = |typed: &str| C::AddressAbsent { typed: typed.to_owned() };
        assert_eq!(of(" Jan de Vries\n").code, absent("Jan de Vries"));
        assert_eq!(of(&"é".repeat(300)).code, absent(&"é".repeat(80)));
        assert_eq!(of(&"x".repeat(400)).code, C::AddressTooLong { length: 400, limit: 320 });
        assert_eq!(of(" \n").code, C::AddressEmpty);
    }

    #[test]
    fn what_can_be_searched_for_instead_of_what_was_typed_comes_with_the_problem() {
        let several = of("jan@contoso.nl; piet@contoso.nl");
        assert_eq!(several.code, C::AddressSeveral { count: 2 });
        assert_eq!(several.search_instead, ["jan@contoso.nl", "piet@contoso.nl"]);
        let many: Vec<String> = (0..50).map(|number| format!("jan{number}@contoso.nl")).collect();
        assert_eq!(of(&many.join(";")).search_instead.len(), 4);
        let accented = of("josé@contoso.nl");
        let plain = "jose@contoso.nl".to_owned();
        assert_eq!(accented.search_instead, [plain.as_str()]);
        assert_eq!(accented.code, C::AddressAccented { letter: "é".to_owned(), plain });
        assert!(of("jan").search_instead.is_empty());
    }

    #[test]
    fn a_plan_is_void_after_what_no_confirmation_can_mend_and_after_nothing_else() {
        let voids =
            |kind: ErrorKind| Problem::from(AppProblem::from(procedure::Problem::from(kind))).voids_plan;
        for kind in [ErrorKind::PlanStale, ErrorKind::PlanUsed, ErrorKind::TenantChanged { property: "mail" }]
        {
            assert!(voids(kind.clone()), "{kind:?}");
        }
        for kind in [ErrorKind::Unreachable, ErrorKind::TypedTextDiffers { expected: "x".to_owned() }] {
            assert!(!voids(kind.clone()), "{kind:?}");
        }
    }

    #[test]
    fn what_may_have_been_changed_by_this_or_by_somebody_else_outdates_the_report() {
        for (changed, kind, outdates) in [
            (Changed::No, Category::Refused, false),
            (Changed::No, Category::Conflict, true),
            (Changed::Yes, Category::Refused, true),
            (Changed::Unknown, Category::Unreachable, true),
        ] {
            let problem = AppProblem { changed, ..AppProblem::here(kind, C::Internal) };
            assert_eq!(Problem::from(problem).outdates_report, outdates, "{changed:?} {kind:?}");
        }
    }

    #[test]
    fn a_code_and_what_comes_with_it_stand_beside_the_kind() {
        let conflict =
            ErrorKind::AddressConflict { address: "jan@contoso.nl".to_owned(), owners: Vec::new() };
        let problem = Problem::from(AppProblem::from(procedure::Problem {
            changed: graph::Changed::Yes,
            ..procedure::Problem::from(conflict)
        }));
        let wire = json!({
            "kind": "conflict", "code": "address-conflict", "address": "jan@contoso.nl", "owner": null,
            "changed": "yes", "reference": null, "voidsPlan": false, "outdatesReport": true,
            "searchInstead": [],
        });
        assert_eq!(json!(problem), wire);
        assert_eq!(serde_json::from_value::<Problem>(wire).unwrap(), problem);
    }
}

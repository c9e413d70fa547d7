//! Problems on their way to the window: kinds and arguments, with the server's words only as quoted evidence.

use guest::NotAnAddress;
use procedure::{Category, ErrorKind};

use crate::permissions::quoted;
use crate::signing_problem::in_the_way;
use crate::view::ProblemCode as C;
use crate::view::{Args, Changed, Problem, ProblemCode, ProblemKind, Reference};

/// The longest piece of what was typed that is shown again.
const QUOTED: usize = 80;

impl From<procedure::Problem> for Problem {
    fn from(problem: procedure::Problem) -> Self {
        let kind = kind(problem.category());
        let (mut code, mut args) = told(&problem.kind);
        // What stood in the way says more than that nobody answered; whether something was changed stays as it was.
        let obstacle = problem.server.as_ref().and_then(|evidence| evidence.obstacle);
        if let (Some(obstacle), C::Unreachable | C::SignInExpired) = (obstacle, code) {
            let in_the_way = in_the_way(&obstacle);
            (code, args) = (in_the_way.code, in_the_way.args);
        }
        if let ErrorKind::Internal(why) | ErrorKind::Journal(why) = &problem.kind {
            tracing::error!(%why, "an internal problem is shown");
        }
        Self {
            kind,
            code,
            args,
            changed: changed(problem.changed),
            reason: None,
            reference: problem.server.map(|it| Box::new(reference(&it))),
        }
    }
}

impl Problem {
    /// A problem that is found before anything is asked of the server.
    pub(crate) fn here(kind: ProblemKind, code: ProblemCode) -> Self {
        Self { kind, code, args: Args::new(), changed: Changed::No, reason: None, reference: None }
    }

    /// The same with one argument.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.args.insert(name.to_owned(), value.chars().take(QUOTED).collect());
        self
    }
}

fn kind(family: Category) -> ProblemKind {
    match family {
        Category::BadInput => ProblemKind::BadInput,
        Category::Refused => ProblemKind::Refused,
        Category::Cancelled => ProblemKind::Cancelled,
        Category::Conflict => ProblemKind::Conflict,
        Category::Unreachable => ProblemKind::Unreachable,
        Category::Throttled => ProblemKind::Throttled,
        Category::NotSignedIn => ProblemKind::NotSignedIn,
        Category::Internal => ProblemKind::Internal,
    }
}

fn changed(changed: graph::Changed) -> Changed {
    match changed {
        graph::Changed::No => Changed::No,
        graph::Changed::Yes => Changed::Yes,
        graph::Changed::Unknown => Changed::Unknown,
    }
}

fn told(what: &ErrorKind) -> (ProblemCode, Args) {
    let args = |pairs: &[(&str, &str)]| {
        pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect()
    };
    let none = Args::new;
    match what {
        ErrorKind::Address(why) => address(why),
        ErrorKind::ChoiceInvalid(choice) => (C::ChoiceInvalid, args(&[("choice", choice)])),
        ErrorKind::TypedTextDiffers { expected } => (C::TypedTextDiffers, args(&[("expected", expected)])),
        ErrorKind::PlanUsed => (C::PlanUsed, none()),
        ErrorKind::PlanStale => (C::PlanStale, none()),
        ErrorKind::ChangeRunning => (C::ChangeRunning, none()),
        ErrorKind::NotForThisGuest => (C::NotForThisGuest, none()),
        ErrorKind::TenantChanged { property } => (C::TenantChanged, args(&[("property", property)])),
        ErrorKind::GuestGone => (C::GuestGone, none()),
        ErrorKind::AddressConflict { address, owners } => {
            let owner = owners.first().map_or("", |owner| owner.name.as_str());
            (C::AddressConflict, args(&[("address", address), ("owner", owner)]))
        }
        // The ids of the objects in the way stand in what is quoted of the server's answer.
        ErrorKind::ObjectConflict { .. } => (C::AddressConflict, args(&[("address", ""), ("owner", "")])),
        ErrorKind::MissingRight => (C::MissingRight, none()),
        ErrorKind::GuestsMayNotSearch => (C::GuestsMayNotSearch, none()),
        ErrorKind::ServerRefused => (C::ServerRefused, none()),
        ErrorKind::InvitationRefused { address } => (C::InvitationRefused, args(&[("address", address)])),
        ErrorKind::InvitationOtherAccount { found } => (C::InvitationOtherAccount, args(&[("found", found)])),
        ErrorKind::CannotUndo => (C::CannotUndo, none()),
        ErrorKind::ChangedSince => (C::ChangedSince, none()),
        ErrorKind::Cancelled => (C::Cancelled, none()),
        ErrorKind::Unreachable => (C::Unreachable, none()),
        ErrorKind::AnswerLost => (C::AnswerLost, none()),
        ErrorKind::NotVisibleInTime => (C::NotVisibleInTime, none()),
        ErrorKind::ServerUnavailable { status } => {
            (C::ServerUnavailable, args(&[("status", &status.to_string())]))
        }
        ErrorKind::Throttled => (C::Throttled, none()),
        ErrorKind::NotSignedIn => (C::NotSignedIn, none()),
        ErrorKind::SignInExpired => (C::SignInExpired, none()),
        // What is to be proved is the session's to know, and not the window's.
        ErrorKind::StepUpRequired { .. } => (C::MoreProof, none()),
        ErrorKind::NoOrganisation => (C::NoOrganisation, none()),
        ErrorKind::OtherOrganisation { expected, found } => {
            (C::OtherOrganisation, args(&[("expected", expected), ("found", found)]))
        }
        ErrorKind::DeviceCodeExpired => (C::CodeExpired, none()),
        ErrorKind::SwitchedOff => (C::SwitchedOff, none()),
        ErrorKind::PermissionMissing { remedy, may_ask, permissions } => {
            let permissions = quoted(permissions);
            if *may_ask {
                (
                    C::PermissionMissing,
                    args(&[("permissions", &permissions), ("remedy", &remedy.to_string())]),
                )
            } else {
                (C::PermissionFixed, args(&[("permissions", &permissions)]))
            }
        }
        ErrorKind::AnswerMalformed => (C::AnswerMalformed, none()),
        ErrorKind::Journal(_) => (C::FileTrouble, args(&[("file", "journal.db")])),
        ErrorKind::Internal(_) => (C::Internal, none()),
    }
}

fn address(why: &NotAnAddress) -> (ProblemCode, Args) {
    let number = |name: &str, value: usize| Args::from([(name.to_owned(), value.to_string())]);
    match why {
        NotAnAddress::Empty => (ProblemCode::AddressEmpty, Args::new()),
        NotAnAddress::TooLong { length, limit } => {
            let mut args = number("length", *length);
            args.insert("limit".to_owned(), limit.to_string());
            (ProblemCode::AddressTooLong, args)
        }
        NotAnAddress::SeveralAddresses { count } => (ProblemCode::AddressSeveral, number("count", *count)),
        _ => (ProblemCode::AddressMalformed, Args::new()),
    }
}

fn reference(evidence: &graph::ServerDetails) -> Reference {
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Reference {
        status: (evidence.status != 0).then_some(evidence.status),
        code: text(&evidence.code),
        message: text(&evidence.message),
        request_id: evidence.request_id.clone(),
        correlation_id: None,
        at: evidence.date.clone(),
    }
}

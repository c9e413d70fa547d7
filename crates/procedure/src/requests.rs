//! The requests of a recorded change, as its record keeps them: by the names they have there, with what was answered and
//! by which id Microsoft knows them. What was only read is not on record.

use graph::{GraphProblem, GraphProblemKind};
use guest::WhyRefused;
use jiff::Timestamp;
use journal::{ChangeRecord, Payload, Transition};
use serde::Serialize;
use serde_json::json;

use crate::checkpoint::{body, inner, payload, step};
use crate::effects::is_not_done;
use crate::history::ChangeStatus;
use crate::problem::{ErrorKind, Problem};
use crate::record;

/// What a request was to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum RequestKind {
    /// Write a field of the account.
    Write,
    /// Delete the account.
    Delete,
    /// Invite.
    Invite,
    /// Set name, company and the like of the new account.
    Profile,
    /// Delete the new account.
    DeleteNew,
    /// Restore the account.
    Restore,
    /// Add to a group.
    AddToGroup,
    /// Take out of a group.
    RemoveFromGroup,
    /// Set a sponsor.
    Sponsor,
    /// Assign an app.
    App,
    /// A later version of the app sent it.
    Other,
}

/// What became of a request, as far as the record knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum RequestAnswer {
    /// Microsoft said yes.
    Accepted,
    /// Microsoft said no.
    Refused,
    /// No answer came, or none that could be read.
    None,
    /// No answer came, and it was seen later that it had been carried out.
    SeenDone,
    /// It was seen later that it had not been carried out.
    SeenNotDone,
}

/// A request that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedRequest {
    /// When it left.
    pub at: Timestamp,
    /// What it was to do.
    pub kind: RequestKind,
    /// What became of it.
    pub answer: RequestAnswer,
    /// HTTP status of an answer that was not yes: of a yes it is not kept.
    pub status: Option<u16>,
    /// Microsoft's code for a no.
    pub code: Option<String>,
    /// By which Microsoft knows it.
    pub request_id: Option<String>,
}

/// Why a change was not made, as far as the record knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum WhyNotDone {
    /// Whoever was signed in was not allowed to.
    NotAllowed,
    /// The guest is in a protected unit, which has admins of its own.
    RestrictedUnit,
    /// The guest holds a role, so that fewer admins may change them.
    HoldsRole,
    /// An address of it belongs to somebody or something else.
    AddressTaken,
    /// The guest, or what it was about, was not there.
    Gone,
    /// Something was no longer as the preview had shown it.
    ChangedSince,
    /// Microsoft refused it for another reason.
    Refused,
    /// Microsoft did not answer, or not in time.
    NotReached,
    /// A person stopped it.
    Cancelled,
    /// The record does not say.
    NotKnown,
}

/// The requests of a change, in the order they left.
pub(crate) fn requests(record: &ChangeRecord) -> Vec<RecordedRequest> {
    let mut sent: Vec<(&str, RecordedRequest)> = Vec::new();
    for recorded in &record.steps {
        match &recorded.step.transition {
            Transition::Sent { step } => sent.push((step, left(step, recorded.step.at))),
            Transition::Acknowledged { step, answer } => {
                let Some(request) = last(&mut sent, step) else { continue };
                request.answer = if inner(answer, "seen") == Some(true) {
                    RequestAnswer::SeenDone
                } else {
                    request.request_id = inner(answer, "requestId");
                    RequestAnswer::Accepted
                };
            }
            Transition::Refused { step, problem } => {
                let Some(request) = last(&mut sent, step) else { continue };
                if is_not_done(problem) {
                    request.answer = RequestAnswer::SeenNotDone;
                } else {
                    request.answer = RequestAnswer::Refused;
                    request.quote(problem);
                }
            }
            Transition::Unknown { step, why } => {
                if let Some(request) = last(&mut sent, step) {
                    request.quote(why);
                }
            }
            Transition::Intended { .. }
            | Transition::Verified { .. }
            | Transition::NotYetVisible { .. }
            | Transition::Finished { .. }
            | Transition::Abandoned { .. }
            | Transition::Remarked { .. } => {}
        }
    }
    sent.into_iter().map(|(_, request)| request).collect()
}

fn left(step: &str, at: Timestamp) -> RecordedRequest {
    let (kind, answer) = (kind(step), RequestAnswer::None);
    RecordedRequest { at, kind, answer, status: None, code: None, request_id: None }
}

/// The newest request of this name.
fn last<'a>(sent: &'a mut [(&str, RecordedRequest)], step: &str) -> Option<&'a mut RecordedRequest> {
    sent.iter_mut().rev().find(|(name, _)| *name == step).map(|(_, request)| request)
}

impl RecordedRequest {
    /// What the server said, as far as it said anything.
    fn quote(&mut self, problem: &Payload) {
        let Some(problem) = body::<GraphProblem>(problem) else { return };
        let server = problem.server;
        self.status = (server.status != 0).then_some(server.status);
        self.code = Some(server.code).filter(|code| !code.is_empty());
        self.request_id = server.request_id;
    }
}

fn kind(name: &str) -> RequestKind {
    match name {
        step::WRITE => RequestKind::Write,
        step::DELETE => RequestKind::Delete,
        step::INVITE => RequestKind::Invite,
        step::PROFILE => RequestKind::Profile,
        step::DELETE_NEW => RequestKind::DeleteNew,
        step::RESTORE => RequestKind::Restore,
        _ => match name.split_once(':') {
            Some(("add-to-group", _)) => RequestKind::AddToGroup,
            Some(("remove-from-group", _)) => RequestKind::RemoveFromGroup,
            Some(("sponsor", _)) => RequestKind::Sponsor,
            Some(("app", _)) => RequestKind::App,
            _ => RequestKind::Other,
        },
    }
}

/// Why it was not made; none where something was made of it, or may have been.
pub(crate) fn why_not_done(record: &ChangeRecord, status: ChangeStatus) -> Option<WhyNotDone> {
    match status {
        ChangeStatus::Cancelled => return Some(WhyNotDone::Cancelled),
        ChangeStatus::Refused | ChangeStatus::Failed | ChangeStatus::InterruptedUnchanged => {}
        ChangeStatus::Done
        | ChangeStatus::NotYetVisible
        | ChangeStatus::InPart
        | ChangeStatus::Interrupted
        | ChangeStatus::Unknown
        | ChangeStatus::Running
        | ChangeStatus::Undone => return None,
    }
    if record::why_abandoned(record) == Some("changed-since") {
        return Some(WhyNotDone::ChangedSince);
    }
    if let Some(why) = kept_reason(record) {
        return Some(why);
    }
    let said = record.transitions().rev().find_map(|transition| match transition {
        Transition::Refused { problem, .. } | Transition::Unknown { why: problem, .. } => {
            body::<GraphProblem>(problem)
        }
        Transition::Intended { .. }
        | Transition::Sent { .. }
        | Transition::Acknowledged { .. }
        | Transition::Verified { .. }
        | Transition::NotYetVisible { .. }
        | Transition::Finished { .. }
        | Transition::Abandoned { .. }
        | Transition::Remarked { .. } => None,
    });
    Some(said.map_or(WhyNotDone::NotKnown, |problem| meant(&problem.kind)))
}

/// Where the reason stands in the end of a change that was refused.
const REASON: &str = "why";

/// What is known besides Microsoft's answer of why it was refused: it is looked for once, then, and kept.
pub(crate) fn reason(problem: &Problem) -> Option<Payload> {
    let ErrorKind::MissingRight { why } = problem.kind else { return None };
    let why = match why {
        WhyRefused::RestrictedUnit => RESTRICTED_UNIT,
        WhyRefused::HoldsRole => HOLDS_ROLE,
        WhyRefused::NotKnown | WhyRefused::RoleIsThere | WhyRefused::NoRole => return None,
    };
    Some(payload(&json!({ REASON: why })))
}

const RESTRICTED_UNIT: &str = "restricted-unit";
const HOLDS_ROLE: &str = "holds-role";

fn kept_reason(record: &ChangeRecord) -> Option<WhyNotDone> {
    let detail = record.transitions().rev().find_map(|transition| {
        let Transition::Finished { detail, .. } = transition else { return None };
        detail.as_ref()
    })?;
    match inner::<String>(detail, REASON)?.as_str() {
        RESTRICTED_UNIT => Some(WhyNotDone::RestrictedUnit),
        HOLDS_ROLE => Some(WhyNotDone::HoldsRole),
        _ => None,
    }
}

fn meant(kind: &GraphProblemKind) -> WhyNotDone {
    match kind {
        GraphProblemKind::Refused { .. }
        | GraphProblemKind::NotSignedIn
        | GraphProblemKind::Unauthorised
        | GraphProblemKind::StepUpRequired { .. } => WhyNotDone::NotAllowed,
        GraphProblemKind::Conflict { .. } => WhyNotDone::AddressTaken,
        GraphProblemKind::NotFound => WhyNotDone::Gone,
        GraphProblemKind::Throttled
        | GraphProblemKind::Unavailable { .. }
        | GraphProblemKind::AnswerLost
        | GraphProblemKind::Unreachable => WhyNotDone::NotReached,
        GraphProblemKind::BadInput { .. }
        | GraphProblemKind::BadRequest { .. }
        | GraphProblemKind::AlreadyReferenced
        | GraphProblemKind::InvalidReference
        | GraphProblemKind::MasteredElsewhere
        | GraphProblemKind::NotInvitable { .. }
        | GraphProblemKind::PreconditionFailed
        | GraphProblemKind::TracingNotSetUp
        | GraphProblemKind::Malformed
        | GraphProblemKind::TooLarge
        | GraphProblemKind::ForeignHost => WhyNotDone::Refused,
        GraphProblemKind::Cancelled => WhyNotDone::Cancelled,
    }
}

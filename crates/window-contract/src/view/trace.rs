//! What became of a group's mail on its way to one guest.

use guest::{MessageFate, TraceConclusion};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PracticeAnswer;

/// That what became of the group's mail can be looked up, and what has to be granted first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TraceOffer {
    /// Microsoft's names of the permissions that are missing; asked for before the first look.
    pub permissions: Vec<String>,
}

/// `trace_messages`: of the group that was chosen, to the guest on screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TraceMessages {
    /// The guest's object id.
    pub guest: String,
    /// The group's object id.
    pub group: String,
    /// By which it can be cancelled.
    pub ticket: String,
}

/// `permit_trace`: asks for what reading a trace needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PermitTrace {
    /// By which it can be cancelled.
    pub ticket: String,
    /// What becomes of it in the practice organisation, where no page of Microsoft's opens.
    pub practice: Option<PracticeAnswer>,
}

/// One message to the group. Who sent it, and what it was about, is told to nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TracedMessageView {
    /// When Exchange received it, ISO 8601 in UTC.
    pub at: String,
    /// What became of it; the words are `fate-<fate>`.
    pub fate: MessageFate,
}

/// What became of the mail to a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TraceView {
    /// The group's name.
    pub group: String,
    /// The address of the group that was asked about.
    pub group_address: String,
    /// The addresses of the guest that were asked about.
    pub guest_addresses: Vec<String>,
    /// When it was read, ISO 8601 in UTC.
    pub at: String,
    /// How many days before that are told.
    pub days: u32,
    /// What the messages say together; the words are `trace-<conclusion>`.
    pub conclusion: TraceConclusion,
    /// The messages, the newest first.
    pub messages: Vec<TracedMessageView>,
    /// Whether all of them were read.
    pub complete: bool,
}

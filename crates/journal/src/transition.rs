//! The transitions of a change; each becomes one row.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Opaque JSON whose form only its writer knows. The version lets a later program read what an earlier wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Payload {
    /// The version of the body's form, counted by whoever writes it.
    pub version: u32,
    /// What is needed to undo and to prove, nothing more. Never a token.
    pub body: Value,
}

impl Payload {
    /// A body and the version of its form.
    #[must_use]
    pub fn new(version: u32, body: Value) -> Self {
        Self { version, body }
    }
}

/// One transition and the moment it happened, as the caller's clock says. Rows are ordered by being written,
/// never by this moment: clocks go backwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// When it happened.
    pub at: Timestamp,
    /// What happened.
    pub transition: Transition,
}

/// What can happen to a change after it was begun.
///
/// `Intended → Sent → Acknowledged | Refused | Unknown → Verified | NotYetVisible → Finished | Abandoned`;
/// a change of several requests goes round as often as it needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", rename_all = "kebab-case")]
pub enum Transition {
    /// What stood there, and what is about to be asked. Always the first; may come again when later requests
    /// could not be known before (the id of a new account).
    Intended {
        /// What stood there before.
        before: Payload,
        /// What is about to be asked.
        requests: Payload,
    },
    /// One of the intended requests is about to leave. Written before it does: a change that ends here may or
    /// may not have been carried out.
    Sent {
        /// The caller's name for the request ("delete", "add-to-group:GUID").
        step: String,
    },
    /// The server said yes.
    Acknowledged {
        /// The name given in [`Sent`](Transition::Sent).
        step: String,
        /// What of the answer is needed later.
        answer: Payload,
    },
    /// The server said no; this request changed nothing.
    Refused {
        /// The name given in [`Sent`](Transition::Sent).
        step: String,
        /// What it said.
        problem: Payload,
    },
    /// No answer came; it may or may not have been carried out.
    Unknown {
        /// The name given in [`Sent`](Transition::Sent).
        step: String,
        /// Why there was no answer.
        why: Payload,
    },
    /// Read back and seen.
    Verified {
        /// What stands there now; an undo first checks that it still does.
        after: Payload,
    },
    /// Read back and not seen yet (the directory replicates).
    NotYetVisible {
        /// What was seen instead.
        seen: Payload,
    },
    /// The end, reached by going all the way the change could go.
    Finished {
        /// How it ended.
        outcome: Outcome,
        /// What is worth keeping of it, for instance which groups could not be restored.
        detail: Option<Payload>,
    },
    /// The end, because a person or the app gave up continuing.
    Abandoned {
        /// Why.
        why: Payload,
    },
    /// What a person said of it after its end, for instance whether it helped. It moves nothing.
    Remarked {
        /// What they said.
        remark: Payload,
    },
}

impl Transition {
    /// Whether this ends the change. Only what is read back later ([`Verified`](Transition::Verified),
    /// [`NotYetVisible`](Transition::NotYetVisible)) and what is said of it may follow.
    #[must_use]
    pub fn ends(&self) -> bool {
        matches!(self, Self::Finished { .. } | Self::Abandoned { .. })
    }

    /// Whether this only tells what was read or said, so that it may also follow the end.
    #[must_use]
    pub fn may_follow_the_end(&self) -> bool {
        self.is_remark() || matches!(self, Self::Verified { .. } | Self::NotYetVisible { .. })
    }

    /// Whether a person said this of a change that ended.
    #[must_use]
    pub fn is_remark(&self) -> bool {
        matches!(self, Self::Remarked { .. })
    }
}

/// How a finished change ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Everything was done and seen.
    Done,
    /// Something was done and something was not.
    InPart,
    /// Everything was acknowledged; it was not seen in the time given.
    NotYetVisible,
    /// The server refused, and nothing was changed.
    Refused,
    /// Whether anything was changed could not be found out.
    Unknown,
}

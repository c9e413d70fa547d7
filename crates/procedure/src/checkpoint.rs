//! What the journal keeps of a change in this crate's own form, and how far it says that the change has come.

use std::collections::BTreeMap;

use journal::{ChangeRecord, Payload, Transition};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::ending::Interruption;
use crate::problem::Problem;

/// The version of everything this crate writes into the journal.
pub(crate) const VERSION: u32 = 1;

/// The names of the requests in the journal.
pub(crate) mod step {
    pub(crate) const WRITE: &str = "write";
    pub(crate) const DELETE: &str = "delete";
    pub(crate) const INVITE: &str = "invite";
    pub(crate) const PROFILE: &str = "profile";
    pub(crate) const DELETE_NEW: &str = "delete-new";
    pub(crate) const RESTORE: &str = "restore";

    /// Adding to the group of this id.
    pub(crate) fn group(id: &str) -> String {
        format!("add-to-group:{id}")
    }

    /// Setting the sponsor of this id.
    pub(crate) fn sponsor(id: &str) -> String {
        format!("sponsor:{id}")
    }

    /// Granting a role of an app.
    pub(crate) fn app(resource_id: &str, app_role_id: &str) -> String {
        format!("app:{resource_id}/{app_role_id}")
    }
}

/// A payload of this version. What cannot be written as JSON does not exist among our types; should it ever, the
/// journal says so instead of losing the change.
pub(crate) fn payload(body: &impl Serialize) -> Payload {
    Payload::new(
        VERSION,
        serde_json::to_value(body).unwrap_or_else(|error| json!({ "unwritable": error.to_string() })),
    )
}

/// A payload's body, if it is of a version this program knows.
pub(crate) fn body<T: DeserializeOwned>(payload: &Payload) -> Option<T> {
    (payload.version == VERSION).then(|| serde_json::from_value(payload.body.clone()).ok()).flatten()
}

/// A part of a payload's body.
pub(crate) fn inner<T: DeserializeOwned>(payload: &Payload, name: &str) -> Option<T> {
    let part = payload.body.get(name)?.clone();
    (payload.version == VERSION).then(|| serde_json::from_value(part).ok()).flatten()
}

/// How far a change has come, by what its record says was acknowledged. A change that only begins has come nowhere: so
/// starting and going on are one path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Checkpoint {
    resumed: bool,
    acknowledged: BTreeMap<String, Value>,
}

impl Checkpoint {
    /// Where the record says the change stands.
    pub(crate) fn of(record: &ChangeRecord) -> Self {
        let acknowledged = record.transitions().filter_map(|transition| {
            let Transition::Acknowledged { step, answer } = transition else { return None };
            Some((step.clone(), answer.body.clone()))
        });
        Self { resumed: true, acknowledged: acknowledged.collect() }
    }

    /// Whether an earlier run is gone on with.
    pub(crate) fn is_resumed(&self) -> bool {
        self.resumed
    }

    /// Whether the request of this name was acknowledged.
    pub(crate) fn is_done(&self, step: &str) -> bool {
        self.acknowledged.contains_key(step)
    }

    /// Whether the original account was deleted.
    pub(crate) fn is_deleted(&self) -> bool {
        self.is_done(step::DELETE)
    }

    /// Object id of the new account.
    pub(crate) fn new_account(&self) -> Option<&str> {
        self.acknowledged.get(step::INVITE)?.get("guest")?.as_str()
    }

    /// A problem before this run acted: the change is untouched, or as an earlier run left it.
    pub(crate) fn before_acting(&self, problem: Problem) -> Interruption {
        if self.resumed { Interruption::Midway(problem) } else { Interruption::Unchanged(problem) }
    }
}

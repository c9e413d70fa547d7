//! What the journal keeps of a change in this crate's own form, and how far it says that the change has come.

use std::collections::BTreeMap;

use journal::{ChangeRecord, Payload, Transition};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::effects::{Effects, is_not_done};

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
    /// No request: refused where a change cannot be gone on with any more.
    pub(crate) const GO_ON: &str = "go-on";

    /// Adding to the group of this id.
    pub(crate) fn group(id: &str) -> String {
        format!("add-to-group:{id}")
    }

    /// Taking out of the group of this id.
    pub(crate) fn out_of_group(id: &str) -> String {
        format!("remove-from-group:{id}")
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
    effects: Effects,
    by: Option<String>,
    no_way_on: bool,
}

impl Checkpoint {
    /// Where the record says the change stands.
    pub(crate) fn of(record: &ChangeRecord) -> Self {
        let by = Some(record.begun.account.user_id.clone());
        let begun = Self { resumed: true, effects: Effects::of(record), by, ..Self::default() };
        record.transitions().fold(begun, Self::reached)
    }

    fn reached(mut self, transition: &Transition) -> Self {
        match transition {
            Transition::Acknowledged { step, answer } => {
                if step == step::INVITE && self.new_account() != guest_of(&answer.body) {
                    // Another account than before: nothing was done for it yet.
                    self.acknowledged.retain(|name, _| name == step::DELETE);
                }
                self.acknowledged.insert(step.clone(), answer.body.clone());
            }
            // What was taken for done was seen not to be.
            Transition::Refused { step, problem } if is_not_done(problem) => {
                self.acknowledged.remove(step);
            }
            Transition::Refused { step, .. } if step == step::GO_ON => self.no_way_on = true,
            Transition::Intended { .. }
            | Transition::Sent { .. }
            | Transition::Refused { .. }
            | Transition::Unknown { .. }
            | Transition::Verified { .. }
            | Transition::NotYetVisible { .. }
            | Transition::Finished { .. }
            | Transition::Abandoned { .. }
            | Transition::Remarked { .. } => {}
        }
        self
    }

    /// Whether an earlier run is gone on with.
    pub(crate) fn is_resumed(&self) -> bool {
        self.resumed
    }

    /// Whether it was seen that it can be gone on with no more.
    pub(crate) fn has_no_way_on(&self) -> bool {
        self.no_way_on
    }

    /// What the change has done so far.
    pub(crate) fn effects(&self) -> &Effects {
        &self.effects
    }

    /// Object id of the account that made the change; none for one that only begins.
    pub(crate) fn by(&self) -> Option<&str> {
        self.by.as_deref()
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
        guest_of(self.acknowledged.get(step::INVITE)?)
    }

    /// Whether anything was done for the new account: it was proven to be ours before.
    pub(crate) fn is_new_account_proven(&self) -> bool {
        self.acknowledged.keys().any(|name| name != step::DELETE && name != step::INVITE)
    }

    /// The same, without what was done for a new account that is no longer there.
    pub(crate) fn without_new_account(&self) -> Self {
        let mut without = self.clone();
        without.acknowledged.retain(|name, _| name == step::DELETE);
        without
    }
}

/// The new account in the answer to an invitation; none when it was another one.
fn guest_of(answer: &Value) -> Option<&str> {
    answer.get("guest")?.as_str()
}

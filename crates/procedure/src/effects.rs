//! What a change has done to the directory so far, as far as anybody knows: the one source of every "nothing was
//! changed", here and in the history.

use std::collections::BTreeMap;

use graph::Changed;
use jiff::Timestamp;
use journal::{ChangeRecord, Payload, Transition};
use serde_json::json;

use crate::checkpoint::payload;

/// Folded from the rows of a change, those of earlier runs included.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Effects {
    /// At least one request was carried out.
    acted: bool,
    /// The requests of which nobody knows whether they were carried out, with when each left.
    doubtful: BTreeMap<String, Vec<Timestamp>>,
}

impl Effects {
    /// What the record tells.
    pub(crate) fn of(record: &ChangeRecord) -> Self {
        let mut effects = Self::default();
        for recorded in &record.steps {
            effects.note(recorded.step.at, &recorded.step.transition);
        }
        effects
    }

    /// One more row.
    pub(crate) fn note(&mut self, at: Timestamp, transition: &Transition) {
        match transition {
            Transition::Sent { step } => self.doubtful.entry(step.clone()).or_default().push(at),
            Transition::Acknowledged { step, .. } => {
                self.acted = true;
                self.doubtful.remove(step);
            }
            Transition::Refused { step, problem } if is_not_done(problem) => {
                self.doubtful.remove(step);
            }
            // Only the request that was refused: one before it, whose answer was lost, may have been carried out.
            Transition::Refused { step, .. } => {
                if let Some(sent) = self.doubtful.get_mut(step) {
                    sent.pop();
                }
                self.doubtful.retain(|_, sent| !sent.is_empty());
            }
            // Carried out, though the answer could not be read: what came of it must still be looked at.
            Transition::Unknown { why, .. } => self.acted |= why.body["changed"] == json!(Changed::Yes),
            Transition::Intended { .. }
            | Transition::Verified { .. }
            | Transition::NotYetVisible { .. }
            | Transition::Finished { .. }
            | Transition::Abandoned { .. }
            | Transition::Remarked { .. } => {}
        }
    }

    /// Whether anything was changed.
    pub(crate) fn changed(&self) -> Changed {
        match (self.acted, self.doubtful.is_empty()) {
            (true, _) => Changed::Yes,
            (false, true) => Changed::No,
            (false, false) => Changed::Unknown,
        }
    }

    /// When the requests of this name left of which nobody knows whether they were carried out; empty where that is
    /// known.
    pub(crate) fn doubts(&self, step: &str) -> &[Timestamp] {
        self.doubtful.get(step).map_or(&[], Vec::as_slice)
    }
}

/// What is written of a request that was looked for and had not been carried out.
pub(crate) fn not_done() -> Payload {
    payload(&json!({ "seen": "not-done" }))
}

/// Whether this was written of a request that had not been carried out.
pub(crate) fn is_not_done(problem: &Payload) -> bool {
    *problem == not_done()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn after(rows: &[Transition]) -> (Changed, usize) {
        let mut effects = Effects::default();
        for row in rows {
            effects.note(NOW, row);
        }
        (effects.changed(), effects.doubts("delete").len())
    }

    fn sent() -> Transition {
        Transition::Sent { step: "delete".to_owned() }
    }

    fn refused(problem: Payload) -> Transition {
        Transition::Refused { step: "delete".to_owned(), problem }
    }

    fn unknown(changed: Changed) -> Transition {
        Transition::Unknown { step: "delete".to_owned(), why: payload(&json!({ "changed": changed })) }
    }

    fn acknowledged() -> Transition {
        Transition::Acknowledged { step: "delete".to_owned(), answer: payload(&json!({})) }
    }

    #[test]
    fn a_request_may_have_been_carried_out_until_that_is_known() {
        let plainly = || refused(payload(&json!({ "kind": "refused" })));
        let lost = || unknown(Changed::Unknown);
        for (rows, stands) in [
            (vec![], (Changed::No, 0)),
            (vec![sent()], (Changed::Unknown, 1)),
            (vec![sent(), acknowledged()], (Changed::Yes, 0)),
            (vec![sent(), plainly()], (Changed::No, 0)),
            (vec![sent(), lost()], (Changed::Unknown, 1)),
            (vec![sent(), lost(), acknowledged()], (Changed::Yes, 0)),
            // Answered with something unreadable: carried out all the same.
            (vec![sent(), unknown(Changed::Yes)], (Changed::Yes, 1)),
            // Killed, sent again and refused: the first may have been carried out.
            (vec![sent(), sent(), plainly()], (Changed::Unknown, 1)),
            (vec![sent(), lost(), sent(), plainly()], (Changed::Unknown, 1)),
            (vec![sent(), lost(), refused(not_done())], (Changed::No, 0)),
        ] {
            assert_eq!(after(&rows), stands, "{rows:?}");
        }
    }
}

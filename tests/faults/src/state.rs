//! Everything that decides how it goes on from here, as a number.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use journal::{ChangeRecord, Payload, Transition};
use procedure::HistoryEntry;
use serde_json::Value;

use crate::somebody::Names;
use crate::truth::Truth;

/// Everything that decides how it goes on: the directory, what the journal says, and what is offered. Not the time, and
/// no id as such: two runs that differ in how often something was asked differ in those alone.
pub(crate) fn state_of(
    after: &Truth,
    records: &[ChangeRecord],
    history: &[HistoryEntry],
    names: &Names,
) -> u64 {
    let mut all = vec![format!("{after:?}")];
    all.extend(history.iter().map(|entry| {
        let ways = (entry.can_undo, entry.can_continue, entry.can_put_back);
        format!("{} {ways:?} {:?}", entry.id, entry.status)
    }));
    for record in records {
        all.push(record.begun.id.to_string());
        all.extend(record.transitions().map(row));
    }
    let mut text = all.join("\n");
    for (id, name) in names {
        text = text.replace(id.as_str(), name);
    }
    for (at, entry) in history.iter().rev().enumerate() {
        text = text.replace(&entry.id.to_string(), &format!("change{at}"));
    }
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// A row without what differs from run to run and decides nothing: ids of requests, and why something was refused.
fn row(transition: &Transition) -> String {
    let plain = |payload: &Payload| {
        let mut body = payload.body.clone();
        if let Value::Object(body) = &mut body {
            body.remove("requestId");
        }
        body.to_string()
    };
    match transition {
        Transition::Intended { before, requests } => {
            format!("intended {} {}", plain(before), plain(requests))
        }
        Transition::Sent { step } => format!("sent {step}"),
        Transition::Acknowledged { step, answer } => format!("acknowledged {step} {}", plain(answer)),
        Transition::Refused { step, .. } => format!("refused {step}"),
        Transition::Unknown { step, .. } => format!("unknown {step}"),
        Transition::Verified { after } => format!("verified {}", plain(after)),
        Transition::NotYetVisible { seen } => format!("not yet visible {}", plain(seen)),
        Transition::Finished { outcome, .. } => format!("finished {outcome:?}"),
        Transition::Abandoned { why } => format!("abandoned {}", plain(why)),
        Transition::Remarked { remark } => format!("remarked {}", plain(remark)),
    }
}

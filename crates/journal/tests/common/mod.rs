//! What the journal's stories have in common: the people in them, and a way past the journal to its file.
#![allow(dead_code, reason = "each test program uses its own part")]

use std::path::Path;

use jiff::Timestamp;
use journal::{
    Account, ChangeId, GuestReference, Journal, NewChange, Organisation, OrganisationKind, Outcome, Payload,
    Step, Transition,
};
use rusqlite::Connection;
use serde_json::json;

pub(crate) const CONTOSO: &str = "contoso-tenant";

pub(crate) fn id(number: u128) -> ChangeId {
    uuid::Uuid::from_u128(number).into()
}

pub(crate) fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_795_000_000 + second).unwrap()
}

/// Anna keeps one address of Jan, at Contoso's practice tenant.
pub(crate) fn keep_one_address(number: u128) -> NewChange {
    NewChange {
        id: id(number),
        started: at(i64::try_from(number).unwrap()),
        account: Account { user_id: "anna".into(), display_name: "Anna Admin".into() },
        organisation: Organisation { tenant_id: CONTOSO.into(), kind: OrganisationKind::Practice },
        guest: GuestReference {
            user_id: Some("jan".into()),
            display_name: Some("Jan de Vries".into()),
            address: "jan@fabrikam.nl".into(),
        },
        remedy: "keep-one-address".into(),
        undoes: None,
        reason: None,
        batch: None,
    }
}

pub(crate) fn undo_of(earlier: u128, number: u128) -> NewChange {
    NewChange { undoes: Some(id(earlier)), remedy: "undo".into(), ..keep_one_address(number) }
}

pub(crate) fn payload(text: &str) -> Payload {
    Payload::new(1, json!({ "otherMails": [text] }))
}

pub(crate) fn intended() -> Transition {
    Transition::Intended { before: payload("jan@fabrikam.com"), requests: payload("jan@fabrikam.nl") }
}

pub(crate) fn sent(step: &str) -> Transition {
    Transition::Sent { step: step.into() }
}

pub(crate) fn acknowledged(step: &str) -> Transition {
    Transition::Acknowledged { step: step.into(), answer: payload("204") }
}

pub(crate) fn refused(step: &str) -> Transition {
    Transition::Refused { step: step.into(), problem: payload("Authorization_RequestDenied") }
}

pub(crate) fn unknown(step: &str) -> Transition {
    Transition::Unknown { step: step.into(), why: payload("connection lost") }
}

pub(crate) fn verified() -> Transition {
    Transition::Verified { after: payload("jan@fabrikam.nl") }
}

pub(crate) fn not_yet_visible() -> Transition {
    Transition::NotYetVisible { seen: payload("jan@fabrikam.com") }
}

pub(crate) fn finished(outcome: Outcome) -> Transition {
    Transition::Finished { outcome, detail: None }
}

pub(crate) fn remarked(said: &str) -> Transition {
    Transition::Remarked { remark: Payload::new(1, json!({ "testMessage": said })) }
}

pub(crate) fn abandoned() -> Transition {
    Transition::Abandoned { why: payload("put back by hand") }
}

/// A change that went all the way.
pub(crate) fn all_the_way() -> Vec<Transition> {
    vec![intended(), sent("patch"), acknowledged("patch"), verified(), finished(Outcome::Done)]
}

pub(crate) async fn write(journal: &Journal, change: NewChange, transitions: Vec<Transition>) {
    let (id, started) = (change.id, change.started);
    journal.begin(change).await.unwrap();
    for transition in transitions {
        journal.append(id, Step { at: started, transition }).await.unwrap();
    }
}

/// A second door to the file, which knows nothing of this crate.
pub(crate) fn past_the_journal(path: &Path) -> Connection {
    Connection::open(path).unwrap()
}

//! Who changed what for whom: the head of a change, and the views the journal gives of it.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Payload, State, Step, Transition};

/// A GUID that names one kind of thing. Chosen by the caller: ids are injected everywhere.
macro_rules! guid {
    ($(#[doc = $doc:literal])* $name:ident) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// The GUID itself.
            #[must_use]
            pub fn as_uuid(self) -> Uuid {
                self.0
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(out)
            }
        }
    };
}

guid! {
    /// Names a change; unique in a journal.
    ChangeId
}

guid! {
    /// Names what several changes have in common that were confirmed together.
    BatchId
}

/// A row of the journal: its place in the whole file, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StepId(pub i64);

/// Who asked for the change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Account {
    /// The id of the signed-in user (Microsoft Graph: user resource, id).
    pub user_id: String,
    /// The name shown for that user.
    pub display_name: String,
}

/// Where the change was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Organisation {
    /// The tenant's id (Microsoft Graph: organization resource, id).
    pub tenant_id: String,
    /// Practice or real: an entry can never be taken for the other.
    pub kind: OrganisationKind,
}

/// Whether a tenant is the built-in imitation or a customer's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OrganisationKind {
    /// The practice tenant inside the app.
    Practice,
    /// A tenant of Microsoft Entra ID.
    Real,
}

/// For whom the change was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GuestReference {
    /// The guest's id (Microsoft Graph: user resource, id); none when the change is what makes the account.
    pub user_id: Option<String>,
    /// The name shown for the guest; none when it is not known.
    pub display_name: Option<String>,
    /// The address the guest was found by.
    pub address: String,
}

/// The head of a change, written before anything else of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewChange {
    /// Its name.
    pub id: ChangeId,
    /// When it was confirmed.
    pub started: Timestamp,
    /// Who asked.
    pub account: Account,
    /// Where.
    pub organisation: Organisation,
    /// For whom.
    pub guest: GuestReference,
    /// Which remedy, by the caller's name for it.
    pub remedy: String,
    /// The earlier change this one takes back, when it is an undo. Must be in the journal.
    pub undoes: Option<ChangeId>,
    /// Why, in the person's own words: a ticket number.
    pub reason: Option<String>,
    /// The batch it was confirmed in; none for a change that was confirmed by itself. A head of schema 1 says nothing
    /// of it, which is none.
    #[serde(default)]
    pub batch: Option<BatchId>,
}

/// Which changes to list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeFilter {
    /// Only those of this tenant id; every tenant when none.
    pub tenant: Option<String>,
    /// At most so many entries, the newest first: a change is one, and so are all changes of a batch.
    pub limit: usize,
}

impl ChangeFilter {
    /// The most changes of so many entries: batches have many, and all of them are read at one go.
    #[must_use]
    pub const fn most_changes(limit: usize) -> usize {
        limit.saturating_mul(10)
    }
}

/// A change in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangeSummary {
    /// Its head.
    pub begun: NewChange,
    /// Where it stands.
    pub state: State,
    /// Neither finished nor abandoned nor taken back: to be continued, or broken off by a crash.
    pub open: bool,
    /// When the last row was written, by the caller's clock.
    pub last: Timestamp,
}

/// A change with everything that was written about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangeRecord {
    /// Its head.
    pub begun: NewChange,
    /// Where it stands.
    pub state: State,
    /// Neither finished nor abandoned nor taken back.
    pub open: bool,
    /// Every transition that can be understood, in the order they were written.
    pub steps: Vec<RecordedStep>,
    /// Whether all of it is as it was written, as far as was looked ([`Journal::verify`](crate::Journal::verify)).
    /// Nothing may be done on the word of a record that is not: what it says stood there before may be forged.
    pub sound: bool,
}

impl ChangeRecord {
    /// What stood there before anything of this change was sent.
    #[must_use]
    pub fn before(&self) -> Option<&Payload> {
        self.transitions().find_map(|transition| {
            let Transition::Intended { before, .. } = transition else { return None };
            Some(before)
        })
    }

    /// What was last read back and found as intended; an undo first checks that it still holds.
    #[must_use]
    pub fn after(&self) -> Option<&Payload> {
        self.transitions().rev().find_map(|transition| {
            let Transition::Verified { after } = transition else { return None };
            Some(after)
        })
    }

    /// The transitions in the order they were written.
    #[must_use]
    pub fn transitions(&self) -> impl DoubleEndedIterator<Item = &Transition> {
        self.steps.iter().map(|recorded| &recorded.step.transition)
    }
}

/// A transition as it stands in the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RecordedStep {
    /// Its row.
    pub id: StepId,
    /// What was written.
    #[serde(flatten)]
    pub step: Step,
}

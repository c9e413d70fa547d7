//! The Change screen while a change is under way, and its result.

use std::fmt;

use super::{GuestReport, PlanKindView, Problem, PropertyChange};
use guest::{Relationship, RemedyKind};
use procedure::{Conclusion, Outcome, Realisation, StepKind, StepState};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One step's progress.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StepView {
    /// Which; the words are `step-<kind>`.
    pub kind: StepKind,
    /// How it stands.
    pub state: StepState,
    /// How many of its parts are done, where it has parts.
    pub parts: Option<StepParts>,
}

/// The parts of a step, such as groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StepParts {
    /// How many are done.
    pub done: u32,
    /// How many there are.
    pub total: u32,
}

/// The end of a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ResultView {
    /// How it ended; the words are `outcome-<outcome>`.
    pub outcome: Outcome,
    /// What became of what it set out to do; the words over the values after are `after-<made>`.
    pub made: Realisation,
    /// Properties before, and after by what became of it.
    pub changes: Vec<PropertyChange>,
    /// What stays undone, e.g. groups that refused.
    pub left: Vec<UnrestoredView>,
    /// The diagnosis made afresh afterwards.
    pub report: Option<GuestReport>,
    /// What stopped it.
    pub problem: Option<Problem>,
    /// The link of the invitation that was sent; none where none was.
    pub redeem_link: Option<RedeemLinkView>,
    /// What it says of the guest; none without a new diagnosis.
    pub conclusion: Option<Conclusion>,
    /// Whether a new account was made in place of one that was deleted: SharePoint knows the old one.
    pub new_account: bool,
    /// Whether it is asked if a test message arrived.
    pub asks_test: bool,
    /// The groups the guest is in now, by name, where they are part of what was seen.
    pub memberships: Vec<String>,
    /// Whether each step is worth showing: everything stands in them only when not all of it was done.
    pub shows_steps: bool,
    /// What can be done from here, in the order of the buttons.
    pub actions: Vec<ResultAction>,
    /// The one of them that is suggested.
    pub primary: ResultAction,
    /// The remedy that `next` goes on to.
    pub next: Option<RemedyKind>,
}

/// The link by which the guest accepts the invitation. Whoever has it can use it: shown in the result, and kept nowhere.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RedeemLinkView {
    /// The link; none where it is not known any more. Sending the invitation again gives a new one.
    pub link: Option<String>,
}

// No link is printed.
impl fmt::Debug for RedeemLinkView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RedeemLinkView").field("known", &self.link.is_some()).finish()
    }
}

/// What can be done from a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ResultAction {
    /// Put the original account back.
    PutBack,
    /// Go on with the change.
    Continue,
    /// Undo it.
    Undo,
    /// Leave.
    Close,
    /// Look for the guest again: what was accepted may show by now.
    LookAgain,
    /// Go on to the next remedy.
    Next,
}

/// What a change could not do. The words are `left-<code>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum UnrestoredView {
    /// A group did not take the guest.
    Group {
        /// Its name.
        group: String,
    },
    /// An app assignment was refused.
    App {
        /// The name of the app.
        app: String,
    },
    /// A sponsor was refused.
    Sponsor,
    /// Name, company or user type could not be set again.
    Profile,
    /// Whether a group took the guest was not seen.
    GroupNotSeen {
        /// Its name.
        group: String,
    },
    /// Whether an app was assigned was not seen.
    AppNotSeen {
        /// The name of the app.
        app: String,
    },
    /// Whether a sponsor was set again was not seen.
    SponsorNotSeen,
    /// Whether name, company or user type were set again was not seen.
    ProfileNotSeen,
    /// The address was kept but Exchange's list does not show it (a conflict that was not reported).
    ProxyNotAdded,
    /// The account came back, and does not show this address, which it had.
    Address {
        /// The address.
        address: String,
    },
    /// This could not be read before the account was deleted, or afterwards: it may be lost.
    NotSeen {
        /// What.
        what: Relationship,
    },
}

/// A change under way or just ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeView {
    /// The change's id.
    pub id: String,
    /// What it does.
    pub kind: PlanKindView,
    /// The guest's name.
    pub guest_name: String,
    /// The address they were found by.
    pub searched: String,
    /// Its steps.
    pub steps: Vec<StepView>,
    /// Its end.
    pub result: Option<ResultView>,
}

/// `watch`: wait for news.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Watch {
    /// The sequence number last seen; 0 at first.
    pub after: u32,
}

/// News, or none within the time of one long poll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProgressUpdate {
    /// The sequence number to ask with next.
    pub sequence: u32,
    /// The change under way or just ended.
    pub change: Option<ChangeView>,
}

/// The change that was begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeStarted {
    /// The change's id.
    pub change: String,
}

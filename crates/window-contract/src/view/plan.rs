//! The Change screen before anything is changed: choices and preview.

use guest::{AddressOrigin, PlanNote, RemedyKind, WayBack, WhyNot};
use procedure::{AddressQuestion, Purpose, StepKind, WhyNoSponsor};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a plan would do: a remedy by its name, or a way back or on, by its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(untagged)]
pub enum PlanKindView {
    /// A remedy is applied.
    Remedy(RemedyKind),
    /// A change is undone, gone on with, or put back.
    TakenBack(Purpose),
}

/// What the person chose. What does not belong to the remedy is absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SelectionsView {
    /// The address to keep, to set, or to invite.
    pub address: Option<String>,
    /// Object ids of the groups to add the guest to again. Absent: all that can be.
    pub groups: Option<Vec<String>>,
    /// The language of the invitation, such as `nl-NL`.
    pub invitation_language: Option<String>,
    /// Whether Microsoft sends the invitation mail.
    pub send_invitation: Option<bool>,
    /// The name of somebody new.
    pub name: Option<String>,
    /// A message to them, in place of Microsoft's.
    pub message: Option<String>,
    /// The addresses of who is to answer for them, as typed.
    #[serde(default)]
    pub sponsors: Vec<String>,
    /// Whether the person insists on a deletion in spite of a warning.
    #[serde(default)]
    pub insist: bool,
    /// Whether addresses that others have by now are given up.
    #[serde(default)]
    pub without_taken: bool,
}

/// `preview`: which remedy for whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Preview {
    /// Object id of the guest; absent for an address that has no account.
    pub guest: Option<String>,
    /// The address that was searched for.
    pub searched: String,
    /// Object id of the chosen group.
    pub group: Option<String>,
    /// Which remedy.
    pub remedy: RemedyKind,
    /// What was chosen so far.
    pub choices: SelectionsView,
    /// A fresh id, by which `cancel` can stop it.
    pub ticket: String,
}

/// `preview_undo`, `preview_continue`, `preview_put_back`: of which change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OfChange {
    /// The change's id.
    pub change: String,
}

/// `confirm`: carry out what was previewed, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Confirm {
    /// The plan's one-time id.
    pub plan: String,
    /// What was typed to confirm, where the plan asks for it.
    pub typed: Option<String>,
    /// A ticket number or reason for the record.
    pub reason: Option<String>,
}

/// One address to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddressChoice {
    /// The address.
    pub address: String,
    /// It is chosen now.
    pub chosen: bool,
    /// Where it comes from.
    pub note: Option<AddressOrigin>,
}

/// One property before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PropertyChange {
    /// Microsoft Graph's name.
    pub property: String,
    /// Values before. Empty: known to be empty.
    pub before: Vec<String>,
    /// Values after, as planned or as seen. Absent: not known.
    pub after: Option<Vec<String>>,
}

/// What becomes of a membership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupFate {
    /// Object id.
    pub id: String,
    /// Its name.
    pub display_name: String,
    /// The guest can be added again.
    pub restorable: bool,
    /// The guest will be added again.
    pub chosen: bool,
    /// Why they cannot be. The words are `group-why-<code>`.
    pub why: Option<WhyNot>,
}

/// What is chosen of somebody whom the directory does not know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NewGuestView {
    /// Their name. Empty: Microsoft makes one of the address.
    pub name: String,
    /// A message of one's own. Empty: Microsoft's.
    pub message: String,
    /// Who is to answer for them.
    pub sponsors: Vec<SponsorView>,
}

/// Somebody who is to answer for a guest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SponsorView {
    /// What was typed.
    pub typed: String,
    /// Whom it leads to.
    pub display_name: Option<String>,
    /// Why it leads to nobody. The words are `sponsor-why-<code>`.
    pub why: Option<WhyNoSponsor>,
}

/// What is missing before the plan can be confirmed. The words are `plan-missing-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// An address must be chosen.
    Address,
    /// Somebody has to insist on the deletion in spite of a warning.
    Insist,
    /// What was typed leads to no sponsor: it is to be changed, or taken away.
    Sponsor,
}

/// The preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanView {
    /// The one-time id `confirm` takes. Absent while something is missing.
    pub id: Option<String>,
    /// What it would do.
    pub kind: PlanKindView,
    /// For undo, continue and put back: which remedy it belongs to.
    pub of: Option<RemedyKind>,
    /// The guest's name.
    pub guest_name: String,
    /// First name when known.
    pub given_name: Option<String>,
    /// What is asked over the addresses; none where there is nothing to choose. The words are `choose-<question>`.
    pub question: Option<AddressQuestion>,
    /// Addresses to choose from.
    pub addresses: Vec<AddressChoice>,
    /// Properties before and after.
    pub changes: Vec<PropertyChange>,
    /// Memberships.
    pub groups: Vec<GroupFate>,
    /// The language of the invitation, where there is one.
    pub invitation_language: Option<String>,
    /// Whether the invitation is mailed, where there is one.
    pub send_invitation: Option<bool>,
    /// What is chosen of somebody new; absent for whom the directory knows.
    pub new_guest: Option<NewGuestView>,
    /// What may be lost.
    pub warnings: Vec<PlanNote>,
    /// What to know, and what it will not do.
    pub notes: Vec<PlanNote>,
    /// Is there a way back.
    pub undo: WayBack,
    /// Whether what is confirmed deletes the guest's account. What a way back or on removes is said in its warnings.
    pub deletes: bool,
    /// Whether the person insists on the deletion in spite of a warning; none where there is nothing to insist on.
    pub insist: Option<bool>,
    /// Whether addresses that others have by now are given up; none where there are none to give up.
    pub without_taken: Option<bool>,
    /// What must be typed to confirm.
    pub confirm_text: Option<String>,
    /// The steps, in order.
    pub steps: Vec<StepKind>,
    /// What is missing.
    pub missing: Option<Missing>,
}

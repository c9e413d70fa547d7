//! The ways out of a conflict: who owns the address, what hangs on it, three doors, and what became of it.

use super::{AskView, GuestReport, OwnerView};
use ::guest::{ConflictState, DoorBack, DoorCost, DoorKind, DoorPath, RemedyKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the conflict on screen can be resolved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConflictView {
    /// What hangs on the contact; none when the owner is no contact.
    pub contact: Option<ContactView>,
    /// An address a contact can be parked at; none when the organisation's own domains were not read.
    pub parking: Option<String>,
    /// The ways, gentlest first; empty of another guest, and of what cannot be seen.
    pub doors: Vec<DoorView>,
    /// What to ask for and whom, where it is somebody else who resolves it, as far as is known.
    pub ask: Option<AskView>,
}

/// What hangs on a contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContactView {
    /// Whether it is synced from on premises.
    pub synced: bool,
    /// Its lists; none when they were not read.
    pub lists: Option<Vec<ListView>>,
    /// Its old Exchange addresses; none when they were not read.
    pub x500: Option<Vec<String>>,
}

/// A list with mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListView {
    /// Object id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its address.
    pub mail: Option<String>,
    /// Whether its members are changed on premises.
    pub synced: bool,
}

/// One way. The words are `door-<kind>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DoorView {
    /// Which.
    pub kind: DoorKind,
    /// What it costs.
    pub cost: DoorCostView,
    /// How to go back.
    pub back: DoorBack,
    /// Where it is done.
    pub path: DoorPath,
    /// Whether there is a script for it.
    pub script: bool,
    /// Whether it needs an address to park the contact at.
    pub parks: bool,
}

/// What a way costs. The words are `door-cost-<code>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DoorCostView {
    /// What kind of cost.
    pub code: DoorCost,
    /// On how many lists; none when that is not known.
    pub lists: Option<u32>,
}

/// `check_conflict`: look again, and say what became of the conflict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CheckConflict {
    /// The object that owned the address, as the report named it.
    pub owner: OwnerView,
    /// The address that was searched for.
    pub address: String,
    /// Object id of the chosen group, if one is chosen.
    pub group: Option<String>,
    /// Object id of the guest, when the person chose one of several.
    pub guest: Option<String>,
    /// A fresh id, by which `cancel` can stop it.
    pub ticket: String,
}

/// What became of a conflict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConflictChecked {
    /// What was found.
    pub report: GuestReport,
    /// How the conflict stands.
    pub standing: ConflictState,
    /// What to do next, when something is recommended that is not the conflict itself.
    pub next: Option<RemedyKind>,
    /// Whether the guest has the address as the main one.
    pub main_set: bool,
    /// When it was looked at, ISO 8601.
    pub at: String,
}

/// `exchange_script`: for whose conflict, which way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ScriptFor {
    /// The object that owns the address, as the report named it.
    pub owner: OwnerView,
    /// The way.
    pub door: DoorKind,
    /// The contact's lists, as the report named them.
    pub lists: Vec<ListView>,
}

/// The scripts of a way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ScriptView {
    /// What does it; none where no script does.
    pub text: Option<String>,
    /// What puts the guest on the contact's lists; none without lists that Exchange can change.
    pub lists: Option<String>,
}

/// Which of the two scripts of a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ScriptPart {
    /// What frees the address.
    Door,
    /// What puts the guest on the lists.
    Lists,
}

/// `save_script`: into the folder for documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveScript {
    /// Of which way.
    pub script: ScriptFor,
    /// Which of its two.
    pub part: ScriptPart,
}

/// `practise_admin_act`: what an admin of Exchange or of the network would do, in practice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PractiseAdminAct {
    /// The object that owns the address, as the report named it.
    pub owner: OwnerView,
    /// What is done.
    pub act: PractisedAct,
}

/// What is done there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "does", rename_all = "kebab-case", deny_unknown_fields)]
pub enum PractisedAct {
    /// This way.
    Door {
        /// Which.
        door: DoorKind,
    },
    /// What a gentle way did is put back.
    PutBack,
    /// Whoever has the address now comes on these lists, and the contact goes off them.
    Lists {
        /// Object ids of the lists.
        lists: Vec<String>,
    },
}

/// Why nothing was done in practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum WhyAdminActRefused {
    /// The object is no longer as it was shown.
    NotAsExpected,
    /// Somebody has the address by now.
    AddressTaken,
    /// Nobody has the address yet.
    NobodyThere,
}

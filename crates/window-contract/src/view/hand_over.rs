//! Asking an admin: a text, and a file that an admin opens.

use super::{GuestReport, ValueView};
use ::guest::{RemedyKind, Verdict};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use words::Language;

/// `ask_by_mail`: the system's mail program is opened with this. It is sent by a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskByMail {
    /// What it is about.
    pub subject: String,
    /// The text.
    pub body: String,
}

/// `save_hand_over`: what is asked, as a file. The guest is looked at afresh for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveHandOver {
    /// What was typed or pasted.
    pub address: String,
    /// Object id of the chosen group, if one is chosen.
    pub group: Option<String>,
    /// Object id of the guest, when the person chose one of several.
    pub guest: Option<String>,
    /// What whoever asks noticed, in their own words.
    pub note: Option<String>,
    /// The language of whoever is asked.
    pub language: Language,
    /// A fresh id, by which `cancel` can stop it.
    pub ticket: String,
}

/// `save_several`: what is asked about several guests of a group, as one file. Each is looked at afresh for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveSeveral {
    /// Who is meant; at most twenty.
    pub guests: Vec<MeantGuest>,
    /// Object id of the group.
    pub group: String,
    /// What whoever asks noticed, in their own words.
    pub note: Option<String>,
    /// The language of whoever is asked.
    pub language: Language,
    /// A fresh id, by which `cancel` can stop it.
    pub ticket: String,
}

/// A guest of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeantGuest {
    /// What leads to them, as the list says it.
    pub typed: String,
    /// Object id.
    pub id: String,
}

/// `read_hand_over`: whom a file is about, before anything is asked of the directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReadHandOver {
    /// Its text.
    pub text: String,
}

/// What a file says. Nothing of it was looked up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandOverContents {
    /// The name of whoever asks, as the file claims.
    pub name: String,
    /// Their user name, as it claims.
    pub address: String,
    /// When it was made, ISO 8601 in UTC.
    pub made_at: String,
    /// The name of the group, as the file says.
    pub group: Option<String>,
    /// The asker's own words.
    pub note: Option<String>,
    /// The language they asked for.
    pub language: Language,
    /// The guests: one, or several.
    pub guests: Vec<HandedGuest>,
}

/// A guest of such a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandedGuest {
    /// What was typed.
    pub typed: String,
    /// What was found then.
    pub verdict: Verdict,
    /// What was recommended then.
    pub recommended: Option<RemedyKind>,
}

/// `open_hand_over`: a file that somebody handed over, as the page read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenHandOver {
    /// Its text.
    pub text: String,
    /// Which of its guests, from none on; the first when none is named.
    pub guest: Option<u32>,
    /// A fresh id, by which `cancel` can stop it.
    pub ticket: String,
}

/// Why a text is no hand-over file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum UnreadableHandOver {
    /// Much too large.
    TooLarge,
    /// Not JSON, or something else than a hand-over.
    NotOne,
    /// A value has another form, is too long, or there is one that such a file does not have.
    Damaged,
    /// Written by a newer version.
    Newer,
}

/// Who asks, as the file says and as the directory does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AskerView {
    /// The name the file claims.
    pub name: String,
    /// The user name it claims.
    pub address: String,
    /// Whether an account of this organisation has it as its user name; none when that could not be looked up.
    pub colleague: Option<bool>,
}

/// What the file says of a property.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ThenRow {
    /// The property's name.
    pub name: String,
    /// What stood there, as the file says: the very value of the report where that says the same.
    pub value: ValueView,
}

/// A file that was handed over, and what is found today. Only `report` was read from the directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandOverView {
    /// Who asks.
    pub from: AskerView,
    /// The organisation's name.
    pub organisation: String,
    /// When it was made, ISO 8601 in UTC.
    pub made_at: String,
    /// When everything was read afresh.
    pub read_at: String,
    /// What was typed.
    pub typed: String,
    /// Object id of the group it is about.
    pub group: Option<String>,
    /// The asker's own words.
    pub note: Option<String>,
    /// The language they asked for.
    pub language: Language,
    /// What was found then.
    pub verdict: Verdict,
    /// What was recommended then.
    pub recommended: Option<RemedyKind>,
    /// What was typed leads to another guest than the file names: nothing is recommended.
    pub other_guest: bool,
    /// What was found then, by property; nothing where the guest is not the one the file is about.
    pub then: Vec<ThenRow>,
    /// What is found now.
    pub report: GuestReport,
}

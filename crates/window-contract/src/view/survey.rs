//! The check of all guests: who else gets no mail. In the code it is a *survey*: a check is a question of the article.

use super::{Problem, RemedyKind};
use ::guest::SurveyCause;
use procedure::{SurveyDepth, SurveyPhase, SurveyWay};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// `survey`: what is known already (long poll).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WatchSurvey {
    /// Of which survey there are guests here already; absent at first.
    pub id: Option<String>,
    /// The sequence number last seen; 0 at first, and where nothing of it is here.
    pub after: u32,
}

/// News of the survey, or none within the time of one long poll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SurveyNews {
    /// The sequence number to ask with next.
    pub sequence: u32,
    /// The survey under way, or the one that was kept; none where there is none. Another id than asked with: what is
    /// here of the one before goes.
    pub survey: Option<SurveyView>,
    /// The guests who are new, or stand otherwise, since the sequence number asked with; in no order.
    pub guests: Vec<SurveyedGuest>,
    /// There are more of them: to be asked for at once.
    pub more: bool,
}

/// How a survey stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SurveyView {
    /// Its id.
    pub id: String,
    /// How deep it looks.
    pub depth: SurveyDepth,
    /// How it stands; the words are `survey-phase-<phase>`.
    pub phase: SurveyPhase,
    /// How the guests were asked for; none before the first answer. The words are `survey-way-<way>`.
    pub way: Option<SurveyWay>,
    /// When it began, ISO 8601 in UTC.
    pub started_at: String,
    /// When its last answer came, ISO 8601 in UTC; none before the first.
    pub seen_at: Option<String>,
    /// How many seconds it worked so far, its pauses not counted.
    pub seconds: u32,
    /// How many guests the organisation has; none where it was not told.
    pub total: Option<u32>,
    /// How many accounts were read so far.
    pub read: u32,
    /// How many of them are to be looked at a second time.
    pub found: u32,
    /// How many of those were.
    pub examined: u32,
    /// How many seconds are left by what it took so far; none while that cannot be said.
    pub seconds_left: Option<u32>,
    /// For how many seconds Microsoft asked to wait; none while it does not.
    pub wait: Option<u32>,
    /// Why it stopped by itself; none where it did not.
    pub problem: Option<Problem>,
    /// How it compares with the one before; none without one, and before this one is done.
    pub since: Option<SinceLastSurvey>,
}

/// How a survey compares with the one before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SinceLastSurvey {
    /// When the one before began, ISO 8601 in UTC.
    pub at: String,
    /// How many are listed now who were not then.
    pub new: u32,
    /// How many were listed then, and have a main address now.
    pub repaired: u32,
}

/// Somebody whom the survey found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SurveyedGuest {
    /// Object id.
    pub id: String,
    /// The name; the address where there is none.
    pub display_name: String,
    /// The main address, or the one they were invited at. Empty where there is none.
    pub address: String,
    /// What they are searched for with: the address, or the object id where nobody could type that.
    pub typed: String,
    /// Why; the words are `survey-cause-<cause>`.
    pub cause: SurveyCause,
    /// The name of whatever has one of their addresses; none where nothing has.
    pub in_the_way: Option<String>,
    /// The names of their groups; none where they were not read.
    pub groups: Option<Vec<String>>,
    /// Since when they are a guest, ISO 8601 in UTC; none where it was not read.
    pub guest_since: Option<String>,
    /// They were not listed by the survey before; none where there was none.
    pub new: Option<bool>,
    /// The remedy by which they can be repaired together with others; none where one at a time is the way.
    pub together: Option<RemedyKind>,
    /// They were repaired since they were listed, and seen to be.
    pub repaired: bool,
}

/// `start_survey`: how deep.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StartSurvey {
    /// How deep it looks.
    pub depth: SurveyDepth,
}

/// `save_survey`: which of the guests on screen are saved, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveSurvey {
    /// Their object ids, in the order in which they are to stand there.
    pub guests: Vec<String>,
    /// As what.
    pub form: SurveyForm,
}

/// In which form guests are saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SurveyForm {
    /// A table for a spreadsheet program, in the language of the window.
    Csv,
    /// JSON, for programs: codes as they cross here, and no words.
    Json,
}

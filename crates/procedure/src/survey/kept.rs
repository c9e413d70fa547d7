//! What is kept of a survey, as the texts that `surveys` stores.

use graph::Continuation;
use guest::Known;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{SinceLast, SurveyDepth, SurveyPhase, SurveyWay, SurveyedGuest};

/// How far a survey came. A later version that needs more reads what is missing as nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct KeptState {
    pub(super) depth: SurveyDepth,
    pub(super) phase: SurveyPhase,
    pub(super) way: Option<SurveyWay>,
    pub(super) started: Timestamp,
    pub(super) seen: Option<Timestamp>,
    /// Milliseconds it worked, its pauses not counted.
    pub(super) worked: u64,
    pub(super) total: Option<u64>,
    pub(super) read: u64,
    pub(super) found: u64,
    pub(super) examined: u64,
    /// Where the list goes on.
    pub(super) next: Option<Continuation>,
    /// The list came to its end.
    pub(super) listed: bool,
    pub(super) since: Option<SinceLast>,
}

impl KeptState {
    pub(super) fn begun(depth: SurveyDepth, started: Timestamp) -> Self {
        Self {
            depth,
            phase: SurveyPhase::Running,
            way: None,
            started,
            seen: None,
            worked: 0,
            total: None,
            read: 0,
            found: 0,
            examined: 0,
            next: None,
            listed: false,
            since: None,
        }
    }
}

/// Any of the kept values as the text it is stored as. They hold nothing that cannot be written.
pub(super) fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// A text that an earlier or a later version wrote; none when it cannot be read.
pub(super) fn read<T: for<'de> Deserialize<'de>>(text: &str) -> Option<T> {
    serde_json::from_str(text).inspect_err(|error| tracing::warn!(%error, "a kept check cannot be read")).ok()
}

/// A guest as a row of the list.
pub(super) fn row(user: &guest::User, found: guest::Surveyed, groups: Option<Vec<String>>) -> SurveyedGuest {
    let address = user.addresses().first().map(|address| address.as_str().to_owned()).unwrap_or_default();
    let name = user.display_name.value().filter(|name| !name.trim().is_empty()).cloned();
    let guest::Surveyed { cause, in_the_way, together } = found;
    let since = match user.created {
        Known::Is(created) => created,
        Known::Unknown => None,
    };
    SurveyedGuest {
        id: user.id.clone(),
        name: name.unwrap_or_else(|| user.spoken_of().as_str().to_owned()),
        address,
        cause,
        in_the_way,
        groups,
        since,
        new: None,
        together,
        repaired: false,
    }
}

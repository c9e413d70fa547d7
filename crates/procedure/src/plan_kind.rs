//! What a plan is for, its name in the journal, and which record it is written into.

use std::fmt;
use std::str::FromStr;

use guest::RemedyKind;
use journal::ChangeId;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};
use serde::{Deserialize, Serialize};

/// What is done with a remedy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// Apply it.
    Apply,
    /// Undo it, after it was carried out.
    Undo,
    /// Go on with it, after it was interrupted.
    Continue,
    /// Put back what was there before, after it was interrupted.
    PutBack,
}

/// What a plan is for: a remedy, and what is done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanKind {
    /// The remedy it belongs to.
    pub remedy: RemedyKind,
    /// What is done with it.
    pub purpose: Purpose,
}

/// Which record a plan is written into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// A change of its own.
    New,
    /// A change of its own that takes another back.
    Undoes(ChangeId),
    /// The change that was interrupted.
    Continues(ChangeId),
}

/// The word before the remedy's name in the journal.
const UNDO: &str = "undo-";
const PUT_BACK: &str = "put-back-";

/// Its name in the journal: the remedy's name, behind a word when it is taken back. A continuation goes on in the change
/// it continues, and has no name of its own.
impl fmt::Display for PlanKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self.purpose {
            Purpose::Apply | Purpose::Continue => "",
            Purpose::Undo => UNDO,
            Purpose::PutBack => PUT_BACK,
        };
        write!(f, "{word}{}", self.remedy)
    }
}

/// The kind behind a name in the journal; an error when a later version wrote it.
impl FromStr for PlanKind {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        // As earlier versions wrote it: one remedy could be put back.
        if name == "put-back" {
            return Ok(Self { remedy: RemedyKind::RemoveAndInvite, purpose: Purpose::PutBack });
        }
        let (purpose, remedy) = if let Some(remedy) = name.strip_prefix(UNDO) {
            (Purpose::Undo, remedy)
        } else if let Some(remedy) = name.strip_prefix(PUT_BACK) {
            (Purpose::PutBack, remedy)
        } else {
            (Purpose::Apply, name)
        };
        let remedy: StrDeserializer<'_, Error> = remedy.into_deserializer();
        Ok(Self { remedy: RemedyKind::deserialize(remedy)?, purpose })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_in_the_journal_is_read_as_it_was_written() {
        for &remedy in RemedyKind::ALL {
            for purpose in [Purpose::Apply, Purpose::Undo, Purpose::PutBack] {
                let kind = PlanKind { remedy, purpose };
                assert_eq!(kind.to_string().parse(), Ok(kind), "{kind}");
            }
        }
    }

    #[test]
    fn the_names_that_earlier_versions_wrote_are_read() {
        let named = |name: &str| name.parse::<PlanKind>().ok().map(|kind| (kind.purpose, kind.remedy));
        assert_eq!(named("set-mail"), Some((Purpose::Apply, RemedyKind::SetMail)));
        assert_eq!(named("keep-one-address"), Some((Purpose::Apply, RemedyKind::KeepOneAddress)));
        assert_eq!(named("remove-and-invite"), Some((Purpose::Apply, RemedyKind::RemoveAndInvite)));
        assert_eq!(named("undo-set-mail"), Some((Purpose::Undo, RemedyKind::SetMail)));
        assert_eq!(named("undo-keep-one-address"), Some((Purpose::Undo, RemedyKind::KeepOneAddress)));
        assert_eq!(named("undo-remove-and-invite"), Some((Purpose::Undo, RemedyKind::RemoveAndInvite)));
        assert_eq!(named("put-back"), Some((Purpose::PutBack, RemedyKind::RemoveAndInvite)));
        assert_eq!(named("of-a-later-version"), None);
    }
}

//! What can go wrong, each with its one name.

use std::fmt;

use crate::somebody::Somebody;

/// What the header `Retry-After` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Wait {
    /// It is absent.
    Absent,
    /// A few seconds.
    Seconds,
    /// A date a few seconds ahead.
    Date,
    /// Something that is neither.
    Garbage,
    /// An hour.
    Long,
}

/// How the body of a good answer is spoilt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Spoilt {
    /// It ends in the middle.
    Cut,
    /// It is a page of a gateway.
    NotJson,
    /// It is an empty object.
    EmptyObject,
    /// Every value has another type.
    WrongTypes,
    /// It says that it is text.
    OtherType,
}

/// What goes wrong at one request, or at one row of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fault {
    /// No connection: it never left.
    Unsent,
    /// The connection breaks before it was acted upon.
    ResetBefore,
    /// It was acted upon, and the connection breaks.
    ResetAfter,
    /// It was acted upon, and the answer did not come in time.
    Slow,
    /// Another status.
    Status {
        /// Which.
        status: u16,
        /// How long to wait.
        wait: Wait,
        /// It was acted upon all the same, as behind a gateway that waited in vain.
        acted: bool,
    },
    /// 401 with a claims challenge.
    Claims,
    /// It was acted upon, and the answer is spoilt.
    Answer(Spoilt),
    /// It was acted upon, and the answer is larger than anybody reads.
    TooLarge,
    /// An item of a batch without an answer.
    Missing,
    /// A read shows the directory as it stood when the act began.
    Stale,
    /// The app is killed before the request is acted upon.
    KillBefore,
    /// The app is killed after the request was acted upon.
    KillAfter,
    /// The person presses *Stop* while it is under way.
    Stop,
    /// The journal takes no row.
    DiskFull,
    /// Another program holds the journal.
    Locked,
    /// Somebody else does something just before it.
    Somebody(Somebody),
}

const fn status(status: u16) -> Fault {
    Fault::Status { status, wait: Wait::Absent, acted: false }
}

const fn waiting(status: u16, wait: Wait) -> Fault {
    Fault::Status { status, wait, acted: false }
}

const fn acted(status: u16) -> Fault {
    Fault::Status { status, wait: Wait::Absent, acted: true }
}

/// What can go wrong with a request, outside a batch or inside.
const ANYWHERE: &[(&str, Fault)] = &[
    ("400", status(400)),
    ("401", status(401)),
    ("401-claims", Fault::Claims),
    ("403", status(403)),
    ("404", status(404)),
    ("409", status(409)),
    ("412", status(412)),
    ("423", status(423)),
    ("429", status(429)),
    ("429-seconds", waiting(429, Wait::Seconds)),
    ("429-date", waiting(429, Wait::Date)),
    ("429-garbage", waiting(429, Wait::Garbage)),
    ("429-long", waiting(429, Wait::Long)),
    ("500", status(500)),
    ("502", status(502)),
    ("503", status(503)),
    ("503-seconds", waiting(503, Wait::Seconds)),
    ("504", status(504)),
    ("not-json", Fault::Answer(Spoilt::NotJson)),
    ("empty-object", Fault::Answer(Spoilt::EmptyObject)),
    ("wrong-types", Fault::Answer(Spoilt::WrongTypes)),
    ("stale", Fault::Stale),
];

/// What can go wrong with a request of its own.
const OUTSIDE: &[(&str, Fault)] = &[
    ("unsent", Fault::Unsent),
    ("reset-before", Fault::ResetBefore),
    ("reset-after", Fault::ResetAfter),
    ("slow", Fault::Slow),
    ("cut", Fault::Answer(Spoilt::Cut)),
    ("other-type", Fault::Answer(Spoilt::OtherType)),
    ("too-large", Fault::TooLarge),
    ("kill-before", Fault::KillBefore),
    ("stop", Fault::Stop),
];

/// What differs from the above only when the request changes something.
const CHANGING: &[(&str, Fault)] = &[
    ("500-after", acted(500)),
    ("502-after", acted(502)),
    ("504-after", acted(504)),
    ("kill-after", Fault::KillAfter),
];

const IN_A_BATCH: &[(&str, Fault)] = &[("missing", Fault::Missing)];

const OF_THE_JOURNAL: &[(&str, Fault)] = &[("disk-full", Fault::DiskFull), ("locked", Fault::Locked)];

impl Fault {
    /// What can go wrong with an outer request.
    pub(crate) fn of_a_request(changes: bool) -> impl Iterator<Item = Self> {
        let more = if changes { CHANGING } else { &[] };
        let fits = move |fault: &Self| !changes || *fault != Self::Stale;
        ANYWHERE.iter().chain(OUTSIDE).chain(more).map(|(_, fault)| *fault).filter(fits)
    }

    /// What can go wrong with an item of a batch.
    pub(crate) fn of_an_item() -> impl Iterator<Item = Self> {
        ANYWHERE.iter().chain(IN_A_BATCH).map(|(_, fault)| *fault)
    }

    /// Whether it can go on for ever: an app is killed once, and stopped once.
    pub(crate) fn can_last(self) -> bool {
        !matches!(self, Self::KillBefore | Self::KillAfter | Self::Stop | Self::Somebody(_))
    }

    /// The fault of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let named = names().find(|(one, _)| *one == name).map(|(_, fault)| fault);
        named.or_else(|| Somebody::named(name).map(Self::Somebody))
    }
}

fn names() -> impl Iterator<Item = (&'static str, Fault)> {
    let all = [ANYWHERE, OUTSIDE, CHANGING, IN_A_BATCH, OF_THE_JOURNAL];
    all.into_iter().flatten().copied()
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Somebody(somebody) => f.write_str(somebody.name()),
            other => f.write_str(names().find(|(_, fault)| fault == other).map_or("?", |(name, _)| name)),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_fault_has_one_name_and_is_found_by_it() {
        let mut seen = HashSet::new();
        for (name, fault) in names() {
            assert!(seen.insert(name), "{name}");
            assert_eq!((Fault::named(name), fault.to_string()), (Some(fault), name.to_owned()));
        }
        assert_eq!(Fault::named("earthquake"), None);
    }
}

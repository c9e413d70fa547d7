//! Many guests, one confirmation: each previewed, compared, carried out and recorded by themselves. Nothing of a change is
//! otherwise than when it is confirmed by itself, but that the batch it was part of stands in its record.

mod feed;
mod guest_plan;
mod preview;
mod run;

use guest::{PlanNote, RemedyKind, WayBack, WhyNotForMany, WhyRefused};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub(crate) use feed::BatchFeed;
pub use feed::{BatchGuest, BatchProgress, GuestEnd};

use crate::outcome::PropertyChange;
use crate::plan::Plan;
use crate::problem::ErrorKind;

/// The most guests that are repaired with one confirmation: as many as somebody can look through.
pub const LARGEST_BATCH: usize = 500;

/// Up to so many guests nothing is typed to confirm.
const CONFIRMED_WITHOUT_NUMBER: usize = 10;

/// How a batch stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum BatchPhase {
    /// The guests are read, for the preview.
    Reading,
    /// Guests are changed, one after another.
    Running,
    /// Three in a row failed: it waits to be told whether to go on.
    Asking,
    /// All were gone through.
    Done,
    /// It was ended before.
    Stopped,
}

/// Why a guest is left out of a batch. The words are `left-out-<code>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum WhyLeftOut {
    /// There is nothing to repair any more.
    NothingToRepair,
    /// Another object has one of their addresses.
    AddressOwned {
        /// Its name, or its id.
        owner: String,
    },
    /// More than one address is possible: somebody has to choose.
    SeveralAddresses,
    /// The address they were invited at is not certain, or not among their other addresses.
    InvitedNotCertain,
    /// The remedy does not fit them.
    DoesNotFit,
    /// The directory on premises decides about them.
    Synced,
    /// Whoever is signed in may not change them.
    NotAllowed,
    /// They are in a protected unit, whose admins alone may change them.
    Protected,
    /// They are no longer in the directory.
    Gone,
    /// They could not be read.
    NotRead,
    /// What stands in the directory is no longer what the preview showed.
    ChangedSince,
}

impl From<WhyNotForMany> for WhyLeftOut {
    fn from(why: WhyNotForMany) -> Self {
        match why {
            WhyNotForMany::NothingToRepair => Self::NothingToRepair,
            WhyNotForMany::AddressOwned { owner } => Self::AddressOwned { owner },
            WhyNotForMany::SeveralAddresses => Self::SeveralAddresses,
            WhyNotForMany::InvitedNotCertain => Self::InvitedNotCertain,
            WhyNotForMany::DoesNotFit => Self::DoesNotFit,
            WhyNotForMany::Synced => Self::Synced,
            WhyNotForMany::Protected => Self::Protected,
            WhyNotForMany::NotKnown => Self::NotRead,
            WhyNotForMany::Gone => Self::Gone,
        }
    }
}

impl WhyLeftOut {
    /// What a problem that came before anything was begun says of one guest; none where it says nothing of them.
    fn of(problem: &ErrorKind) -> Option<Self> {
        if let ErrorKind::AddressConflict { address, owners } = problem {
            let owner = owners.first().map_or(address, |owner| &owner.name).clone();
            return Some(Self::AddressOwned { owner });
        }
        if let ErrorKind::MissingRight { why } = problem {
            let restricted = *why == WhyRefused::RestrictedUnit;
            return Some(if restricted { Self::Protected } else { Self::NotAllowed });
        }
        if *problem == ErrorKind::GuestGone {
            Some(Self::Gone)
        } else if *problem == ErrorKind::NotForThisGuest {
            Some(Self::DoesNotFit)
        } else {
            let changed = matches!(problem, ErrorKind::TenantChanged { .. } | ErrorKind::ChangedSince);
            changed.then_some(Self::ChangedSince)
        }
    }
}

/// A plan for many guests: every one of them read afresh.
#[derive(Debug, Clone)]
pub struct BatchPlan {
    /// Its one-time id; none where nobody would be changed.
    pub id: Option<Uuid>,
    /// Which remedy.
    pub remedy: RemedyKind,
    /// How many were chosen.
    pub chosen: usize,
    /// When the last of them was read.
    pub read_at: Timestamp,
    /// Who will be changed, in the order in which they are.
    pub guests: Vec<PlannedGuest>,
    /// Who is left out, in the order in which they were chosen.
    pub left_out: Vec<LeftOutGuest>,
    /// What to know of every one of them.
    pub notes: Vec<PlanNote>,
    /// The number that must be typed to confirm, how many will be changed; none for a few.
    pub confirm_number: Option<usize>,
    /// Whether there is a way back, of each by themselves: the least of all.
    pub way_back: WayBack,
}

/// A guest who will be changed.
#[derive(Debug, Clone)]
pub struct PlannedGuest {
    /// Object id.
    pub id: String,
    /// The name; the address where there is none.
    pub display_name: String,
    /// Properties before and after.
    pub changes: Vec<PropertyChange>,
    /// What may be lost, or is to be known, of this guest and not of all.
    pub warnings: Vec<PlanNote>,
    /// What is carried out.
    pub(crate) plan: Box<Plan>,
}

/// A guest who is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOutGuest {
    /// Object id.
    pub id: String,
    /// The name; the object id where it was not read.
    pub display_name: String,
    /// Why.
    pub why: WhyLeftOut,
}

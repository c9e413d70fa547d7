//! What comes next when a test message did not arrive after a repair.

use crate::diagnosis::Diagnosis;
use crate::finding::Verdict;
use crate::remedy::{Ability, RemedyKind};

/// What to try next. No dead end: where the directory shows nothing more, the guest can look on their side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "contract", derive(serde::Serialize, ts_rs::TS))]
#[cfg_attr(feature = "contract", serde(tag = "try", rename_all = "kebab-case"))]
pub enum NextToTry {
    /// This remedy, which the operator can do.
    Remedy {
        /// Which.
        kind: RemedyKind,
    },
    /// Asking somebody for this remedy, which is not the operator's.
    Ask {
        /// Which.
        kind: RemedyKind,
    },
    /// Nothing that this app does: what is found now is no fault it repairs, and still explains it. It is on screen.
    AsFound,
    /// Asking the guest to look in their junk folder, and their provider; and an admin of Exchange to trace the message.
    AskGuest,
}

/// What to try next, by what is found now; `possible`: whether a remedy can be tried, and was not in vain before.
///
/// First whatever is found now. When no fault is, whether the guest follows the group conversations cannot be seen
/// (Exchange's subscriber list); renewing the membership subscribes them, once.
#[must_use]
pub fn next_to_try(found: &Diagnosis, possible: impl Fn(RemedyKind) -> bool) -> NextToTry {
    if let Some(offer) = found.recommended().filter(|offer| possible(offer.kind)) {
        return NextToTry::Remedy { kind: offer.kind };
    }
    if let Some(offer) = found.to_ask_for().find(|offer| possible(offer.kind)) {
        return NextToTry::Ask { kind: offer.kind };
    }
    if found.verdict != Verdict::Healthy {
        return NextToTry::AsFound;
    }
    let kind = RemedyKind::RenewMembership;
    let renewing = found.offer(kind).filter(|offer| offer.fit.options().is_some() && possible(kind));
    match renewing.map(|offer| &offer.ability) {
        Some(Ability::Can | Ability::AfterPermission { .. } | Ability::CouldNotConfirm { .. }) => {
            NextToTry::Remedy { kind }
        }
        Some(Ability::NotYou { .. } | Ability::NotWithThisSignIn { .. }) => NextToTry::Ask { kind },
        Some(Ability::SwitchedOff) | None => NextToTry::AskGuest,
    }
}

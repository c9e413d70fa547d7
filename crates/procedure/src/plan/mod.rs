//! A plan: what a confirmed remedy will do, made from a fresh look, shown before it is carried out.
//!
//! A plan has a one-time id, lives for fifteen minutes in memory, and is void as soon as another one is made.

mod back;
mod preview;
mod store;

use guest::{Address, AddressProperty, Group, PlanNote, WayBack};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

pub(crate) use back::{to_continue, to_put_back, to_undo};
pub(crate) use preview::for_remedy;
pub(crate) use store::{Confirmable, Plans};

use crate::outcome::{PropertyChange, StepKind};
use crate::plan_kind::{Origin, PlanKind};
use crate::remedy::{AddressChoice, AddressQuestion, GroupFate, InvitationChoice, Work};
use crate::seen;
use crate::signed_in::SignedIn;

/// A plan. A part that does not belong to the remedy is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Its one-time id; none while something is missing.
    pub id: Option<Uuid>,
    /// What it is for.
    pub kind: PlanKind,
    /// The guest's name, or their address when they have none.
    pub guest_name: String,
    /// Their first name.
    pub given_name: Option<String>,
    /// The address they were found by.
    pub searched: Address,
    /// The group that is asked about.
    pub group: Option<String>,
    /// Properties before and after.
    pub changes: Vec<PropertyChange>,
    /// The addresses to choose one of.
    pub addresses: Vec<AddressChoice>,
    /// What is asked over them; none where there is nothing to choose.
    pub question: Option<AddressQuestion>,
    /// Whether what is confirmed is a remedy that deletes the guest's account. What a way back or on removes is said in
    /// its warnings.
    pub deletes: bool,
    /// Whether the person insists on the deletion in spite of a warning; none where there is nothing to insist on. Until
    /// they do, the plan is incomplete.
    pub insist: Option<bool>,
    /// What becomes of the memberships.
    pub groups: Vec<GroupFate>,
    /// The invitation, where there is one.
    pub invitation: Option<InvitationChoice>,
    /// Whether addresses that others have by now are given up; none where there are none to give up.
    pub without_taken: Option<bool>,
    /// What may be lost.
    pub warnings: Vec<PlanNote>,
    /// What to know, and what it will not do.
    pub notes: Vec<PlanNote>,
    /// What must be typed to confirm.
    pub confirm_text: Option<String>,
    /// Whether there is a way back.
    pub way_back: WayBack,
    /// The steps, in order.
    pub steps: Vec<StepKind>,
    /// What is to be done; none while something is missing.
    pub(crate) work: Option<Work>,
    /// Which record it is written into.
    pub(crate) origin: Origin,
}

impl Plan {
    /// Says which dynamic groups the guest may come into, or leave, by what it writes. Read for the preview; what could
    /// not be read is said to be unseen.
    pub(crate) async fn look_at_rules(&mut self, signed_in: &SignedIn, cancel: &CancellationToken) {
        let Some(work) = &self.work else { return };
        let written = work.procedure().writes();
        self.notes.extend(note_of_rules(signed_in, written, cancel).await);
    }

    /// Whether something must still be chosen before it can be confirmed.
    #[must_use]
    pub fn is_incomplete(&self) -> bool {
        self.work.is_none()
    }
}

/// Which dynamic groups a guest may come into, or leave, when these addresses are written.
pub(crate) async fn note_of_rules(
    signed_in: &SignedIn,
    written: &[AddressProperty],
    cancel: &CancellationToken,
) -> Vec<PlanNote> {
    if written.is_empty() {
        return Vec::new();
    }
    match signed_in.graph.dynamic_groups(cancel).await {
        Ok(listed) => {
            let groups: Vec<Group> = listed.items.iter().map(seen::group).collect();
            PlanNote::membership_may_change(&groups, written, listed.complete)
        }
        Err(problem) => {
            tracing::info!(%problem, "the dynamic groups were not read");
            PlanNote::membership_may_change(&[], written, false)
        }
    }
}

//! The plan for one guest of a batch: by the same examination and the same plan as when they are repaired by themselves.

use guest::RemedyKind;
use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use super::WhyLeftOut;
use crate::examination::Examination;
use crate::outcome::{PropertyChange, same};
use crate::plan::{Plan, for_remedy};
use crate::problem::{ErrorKind, Problem};
use crate::remedy::Selections;
use crate::signed_in::SignedIn;
use crate::sought::guest_of_id;

/// Whether a guest can be repaired with others.
pub(super) enum GuestPlan {
    /// They can be repaired.
    Planned(Box<Plan>),
    /// They are left out; with their name, where it was read.
    LeftOut(Option<String>, WhyLeftOut),
}

/// Reads a guest, and makes the plan that needs nobody to choose anything.
///
/// # Errors
/// They could not be read, or it was stopped.
pub(super) async fn plan_for(
    signed_in: &SignedIn,
    remedy: RemedyKind,
    guest: &str,
    now: Timestamp,
    cancel: &CancellationToken,
) -> Result<GuestPlan, Problem> {
    let seen = match guest_of_id(signed_in, guest, now, cancel).await {
        Ok(seen) => seen,
        Err(problem) if problem.kind == ErrorKind::GuestGone => {
            return Ok(GuestPlan::LeftOut(None, WhyLeftOut::Gone));
        }
        Err(problem) => return Err(problem),
    };
    let planned = match address(&seen, remedy) {
        Ok(address) => {
            let selections = Selections { address: Some(address), ..Selections::default() };
            for_remedy(signed_in, &seen, remedy, &selections, cancel).await
        }
        Err(why) => return Ok(GuestPlan::LeftOut(Some(name(&seen)), why)),
    };
    match planned {
        Ok(plan) if plan.is_incomplete() => Ok(GuestPlan::LeftOut(Some(name(&seen)), WhyLeftOut::DoesNotFit)),
        Ok(plan) => Ok(GuestPlan::Planned(Box::new(plan))),
        Err(problem) => match WhyLeftOut::of(&problem.kind) {
            Some(why) => Ok(GuestPlan::LeftOut(Some(name(&seen)), why)),
            None => Err(problem),
        },
    }
}

/// The address that is taken for them, or why they are left out.
fn address(seen: &Examination, remedy: RemedyKind) -> Result<String, WhyLeftOut> {
    let guest = seen.guest().map_err(|_| WhyLeftOut::Gone)?;
    let taken = guest::for_many(remedy, &seen.diagnosis, guest)?;
    Ok(taken.as_str().to_owned())
}

fn name(seen: &Examination) -> String {
    let name = seen.subject().and_then(|user| user.display_name.value().cloned());
    name.unwrap_or_else(|| seen.facts.searched.as_str().to_owned())
}

/// Whether a plan that is made now would do what was promised.
pub(super) fn is_as_promised(promised: &Plan, now: &Plan) -> bool {
    let values = |change: &PropertyChange| change.after.clone().unwrap_or_default();
    let same_change = |(promised, now): (&PropertyChange, &PropertyChange)| {
        promised.property == now.property
            && same(&promised.before, &now.before)
            && same(&values(promised), &values(now))
    };
    let chosen = |plan: &Plan| plan.addresses.iter().find(|it| it.chosen).map(|it| it.address.clone());
    promised.changes.len() == now.changes.len()
        && promised.changes.iter().zip(&now.changes).all(same_change)
        && chosen(promised) == chosen(now)
}

//! Plans for the remedies: each from a fresh look, so that a preview never shows what somebody changed since.

use guest::{Ability, Fit, NotNow, PlanNote, RemedyKind};
use tokio_util::sync::CancellationToken;

use super::Plan;
use crate::examination::Examination;
use crate::plan_kind::{Origin, PlanKind, Purpose};
use crate::problem::{ErrorKind, Problem};
use crate::remedy::{Draft, Drafting, Selections, draft};
use crate::signed_in::SignedIn;

/// A plan for this remedy, from what was just seen.
pub(crate) async fn for_remedy(
    signed_in: &SignedIn,
    seen: &Examination,
    remedy: RemedyKind,
    selections: &Selections,
    cancel: &CancellationToken,
) -> Result<Plan, Problem> {
    let offer = seen
        .diagnosis
        .offer(remedy)
        .ok_or_else(|| seen.guest().err().unwrap_or_else(|| ErrorKind::NotForThisGuest.into()))?;
    let options = match &offer.fit {
        Fit::Fits(options) => options,
        Fit::NotNow(NotNow::ConflictFirst { .. }) => {
            return Err(seen.no_conflict().err().unwrap_or_else(|| ErrorKind::NotForThisGuest.into()));
        }
        Fit::NotNow(NotNow::ChooseFirst | NotNow::NotKnown) | Fit::CannotHelp(_) => {
            return Err(ErrorKind::NotForThisGuest.into());
        }
    };
    signed_in.may(remedy)?;
    // Only when every role can be seen is "not you" certain; then nothing is begun that the server must refuse.
    if matches!(offer.ability, Ability::NotYou { .. }) {
        return Err(ErrorKind::MissingRight { why: seen.why_refused(remedy) }.into());
    }
    let drafting = Drafting { signed_in, seen, options, selections, cancel };
    let Draft {
        work,
        changes,
        addresses,
        question,
        deletes,
        groups,
        invitation,
        without_taken,
        warnings,
        notes,
    } = draft(remedy, &drafting).await?;
    let insist =
        (deletes && warnings.iter().any(PlanNote::is_to_be_insisted_on)).then_some(selections.insist);
    let work = work.filter(|_| insist != Some(false));
    let user = seen.subject();
    let name = user.and_then(|user| user.display_name.value().cloned());
    Ok(Plan {
        id: None,
        kind: PlanKind { remedy, purpose: Purpose::Apply },
        guest_name: name.unwrap_or_else(|| seen.facts.searched.as_str().to_owned()),
        given_name: user.and_then(|user| user.given_name.value().cloned()),
        searched: seen.facts.searched.clone(),
        group: seen.facts.group.as_ref().map(|group| group.id.clone()),
        changes,
        addresses,
        question,
        deletes,
        insist,
        groups,
        invitation,
        without_taken,
        warnings,
        notes,
        confirm_text: options.confirm.as_ref().map(|address| address.as_str().to_owned()),
        way_back: work.as_ref().map_or(offer.way_back, |work| work.procedure().way_back()),
        steps: work.as_ref().map(|work| work.procedure().steps()).unwrap_or_default(),
        work,
        origin: Origin::New,
    })
}

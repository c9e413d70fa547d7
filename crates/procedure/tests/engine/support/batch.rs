//! Many guests, and what the stories of batches ask of the engine.

use std::sync::Arc;

use guest::RemedyKind;
use procedure::{BatchGuest, BatchPhase, BatchPlan, BatchProgress, Outcome, Problem, WhyLeftOut};
use scripted_graph::Effect;
use serde_json::{Value, json};
use tokio::sync::Notify;
use uuid::Uuid;

use super::Story;

pub(crate) const SET: RemedyKind = RemedyKind::SetMail;

/// Guest of this number: one address, and no main one.
pub(crate) fn guest(number: usize) -> Value {
    json!({
        "id": format!("g{number}"), "displayName": format!("Guest {number}"),
        "userPrincipalName": format!("g{number}_fabrikam.nl#EXT#@contoso.onmicrosoft.com"),
        "mail": null, "proxyAddresses": [], "otherMails": [format!("g{number}@fabrikam.nl")],
        "userType": "Guest", "creationType": "Invitation", "externalUserState": "Accepted",
        "accountEnabled": true, "createdDateTime": "2025-01-01T00:00:00Z",
    })
}

/// The ids of so many of them.
pub(crate) fn ids(number: usize) -> Vec<String> {
    (1..=number).map(|number| format!("g{number}")).collect()
}

/// The request that changes each.
pub(crate) fn writes_to(numbers: impl IntoIterator<Item = usize>) -> Vec<String> {
    numbers.into_iter().map(|number| format!("PATCH /users/g{number}")).collect()
}

impl Story {
    /// With so many guests without a main address, beside the one of the article.
    pub(crate) async fn of_many(number: usize) -> Self {
        let story = Self::new().await;
        for number in 1..=number {
            story.directory.add_user(guest(number));
        }
        story
    }

    pub(crate) async fn try_preview_batch(
        &self,
        remedy: RemedyKind,
        guests: &[String],
    ) -> Result<BatchPlan, Problem> {
        self.engine.preview_batch(remedy, guests, "batch").await
    }

    /// A preview that sets the main address of so many.
    pub(crate) async fn preview_batch(&self, number: usize) -> BatchPlan {
        self.try_preview_batch(SET, &ids(number)).await.unwrap()
    }

    /// Confirms with the number that is asked for.
    pub(crate) fn confirm_batch(&self, plan: &BatchPlan) -> Uuid {
        let number = plan.confirm_number.map(|number| number.to_string());
        let reason = Some("ticket 42".to_owned());
        self.engine.confirm_batch(plan.id.unwrap(), number.as_deref(), reason).unwrap()
    }

    /// A batch of so many that was begun.
    pub(crate) async fn begin_batch(&self, number: usize) -> Uuid {
        self.confirm_batch(&self.preview_batch(number).await)
    }

    /// Waits until it stands so.
    pub(crate) async fn batch_until(&self, stands: impl Fn(&BatchProgress) -> bool) -> BatchProgress {
        let mut seen = 0;
        loop {
            let (next, batch) = self.engine.watch_batch(seen).await;
            seen = next;
            if let Some(batch) = batch.filter(&stands) {
                return batch;
            }
        }
    }

    /// Waits until it has ended, or asks whether to go on.
    pub(crate) async fn batch_rests(&self, batch: Uuid) -> BatchProgress {
        let rests = [BatchPhase::Asking, BatchPhase::Done, BatchPhase::Stopped];
        self.batch_until(|it| it.id == batch.to_string() && rests.contains(&it.phase)).await
    }

    /// Preview, confirmation and end.
    pub(crate) async fn repair_many(&self, number: usize) -> BatchProgress {
        let batch = self.begin_batch(number).await;
        self.batch_rests(batch).await
    }

    /// The next such request is held until what is returned is notified; waits until it has come.
    pub(crate) fn hold(&self, request: &str) -> Arc<Notify> {
        let held = Arc::new(Notify::new());
        self.directory.once(request, Effect::Hold(held.clone()));
        held
    }

    /// Waits until so many changes were sent.
    pub(crate) async fn until_sent(&self, number: usize) {
        while self.directory.writes().len() < number {
            tokio::task::yield_now().await;
        }
    }
}

/// How it ended with each of them.
pub(crate) fn outcomes(batch: &BatchProgress) -> Vec<Option<Outcome>> {
    batch.guests.iter().map(|guest| guest.end.outcome).collect()
}

/// Whom it left out after all, and why.
pub(crate) fn left_out(batch: &BatchProgress) -> Vec<(&str, WhyLeftOut)> {
    let why = |guest: &BatchGuest| guest.end.left_out.clone();
    batch.guests.iter().filter_map(|guest| Some((guest.id.as_str(), why(guest)?))).collect()
}

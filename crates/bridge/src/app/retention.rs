//! The commands about how long changes stay in the history.

use jiff::{SignedDuration, Timestamp};
use procedure::OldChanges;

use super::settings::not_kept;
use super::{Answer, App};
use crate::view::{HistoryRetention, Nothing, OldChangesView, RetentionView, SetRetention};

#[allow(clippy::unused_async, reason = "the dispatch awaits every command alike")]
impl App {
    pub(super) async fn retention(&self, _: Nothing) -> Answer<RetentionView> {
        Ok(RetentionView { retention: self.inner.preferences.retention() })
    }

    pub(super) async fn old_changes(&self, ask: SetRetention) -> Answer<OldChangesView> {
        let Some(before) = before(ask.retention, self.inner.clock.now()) else { return Ok(NONE) };
        Ok(view(self.engine().old_changes(before).await?))
    }

    pub(super) async fn set_retention(&self, ask: SetRetention) -> Answer<OldChangesView> {
        self.inner.preferences.set_retention(ask.retention).map_err(|error| not_kept(&error))?;
        let Some(before) = self.old() else { return Ok(NONE) };
        Ok(view(self.engine().remove_old_changes(before).await?))
    }

    /// Changes of before this are older than the person wishes. None where all stay.
    pub(super) fn old(&self) -> Option<Timestamp> {
        before(self.inner.preferences.retention(), self.inner.clock.now())
    }
}

const NONE: OldChangesView =
    OldChangesView { removable: 0, staying: 0, unfinished: 0, asked_about: 0, restorable: 0 };

/// Changes of before this go. None where all stay.
fn before(retention: HistoryRetention, now: Timestamp) -> Option<Timestamp> {
    let days = retention.days()?;
    Some(now - SignedDuration::from_hours(24 * i64::from(days)))
}

fn view(changes: OldChanges) -> OldChangesView {
    let number = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    OldChangesView {
        removable: number(changes.removable),
        staying: number(changes.staying),
        unfinished: number(changes.unfinished),
        asked_about: number(changes.asked_about),
        restorable: number(changes.restorable),
    }
}

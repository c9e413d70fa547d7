//! What a start of the app hands to its window.

use std::time::Duration;

use super::{Answer, App};
use crate::handed::Handed;
use crate::view::{HandedView, Nothing};

/// How often the data folder is looked at, and how often until the window asks anew.
const PAUSE: Duration = Duration::from_millis(400);
const LOOKS: u32 = 12;

impl App {
    pub(super) async fn handed(&self, _: Nothing) -> Answer<HandedView> {
        if let Some(first) = self.inner.inbox.take_first() {
            return Ok(view(first));
        }
        for _ in 0..LOOKS {
            if let Some(handed) = self.inner.inbox.take() {
                self.inner.window.come();
                return Ok(view(handed));
            }
            self.inner.clock.sleep(PAUSE).await;
        }
        Ok(HandedView::default())
    }
}

fn view(handed: Handed) -> HandedView {
    match handed {
        Handed::Nothing => HandedView::default(),
        Handed::Address(address) => HandedView { address: Some(address), hand_over: None },
        Handed::HandOver(text) => HandedView { address: None, hand_over: Some(text) },
    }
}

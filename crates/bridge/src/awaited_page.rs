//! The page that somebody is awaited at, in their browser: to be opened again, or by its link, where none came up.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use clock::Clock;
use tokio::sync::watch;
use url::Url;

use crate::options::Opener;

/// A page that is waited at.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct AwaitedPage {
    pub(crate) address: String,
    /// Whether the system took it to be opened. Whether a browser came up, nobody says.
    pub(crate) opened: bool,
}

/// Which page that is, if any. There is one at a time, as there is one sign-in at a time.
#[derive(Default)]
pub(crate) struct AwaitedPages {
    current: Arc<watch::Sender<Option<(u64, AwaitedPage)>>>,
    visits: AtomicU64,
}

impl AwaitedPages {
    /// Begins to wait for somebody, until what is returned is dropped.
    pub(crate) fn visit(&self, opener: &Arc<dyn Opener>) -> Visit {
        Visit {
            number: self.visits.fetch_add(1, Ordering::Relaxed),
            current: Arc::clone(&self.current),
            opener: Arc::clone(opener),
        }
    }

    /// The page that is waited at now.
    pub(crate) fn now(&self) -> Option<AwaitedPage> {
        self.current.borrow().as_ref().map(|(_, page)| page.clone())
    }

    /// The same, as soon as there is one; none when there is none for so long.
    pub(crate) async fn soon(&self, clock: &Arc<dyn Clock>, patience: Duration) -> Option<AwaitedPage> {
        let mut pages = self.current.subscribe();
        tokio::select! {
            // Its sender is ours, so that it does not end.
            page = pages.wait_for(Option::is_some) => page.ok()?.as_ref().map(|(_, page)| page.clone()),
            () = clock.sleep(patience) => None,
        }
    }
}

/// Somebody is waited for. To drop it is to end that: nobody is told the page any more.
pub(crate) struct Visit {
    number: u64,
    current: Arc<watch::Sender<Option<(u64, AwaitedPage)>>>,
    opener: Arc<dyn Opener>,
}

impl Visit {
    /// Opens the page in the system's browser. That this fails ends nothing: the page can be opened again, and its link
    /// works in any browser of this computer.
    pub(crate) fn open(&self, page: &Url) {
        let opening = self.opener.open_sign_in(page.as_str());
        if let Err(error) = &opening {
            tracing::warn!(%error, "the browser was not opened");
        }
        let page = AwaitedPage { address: page.to_string(), opened: opening.is_ok() };
        self.current.send_replace(Some((self.number, page)));
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        self.current.send_if_modified(|current| {
            // A later sign-in may have ended this one, and waits at a page of its own.
            let ours = current.as_ref().is_some_and(|(number, _)| *number == self.number);
            if ours {
                *current = None;
            }
            ours
        });
    }
}

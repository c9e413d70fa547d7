//! Where the head of the chain is kept in these stories: what the attacker cannot reach.

use std::sync::{Arc, Mutex};

use journal::{Head, KnownHead, StoresHead};

/// A safe place, or one that lost what it kept, or none.
#[derive(Debug, Clone)]
pub(crate) struct Safe(Arc<Mutex<KnownHead>>);

impl Safe {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Mutex::new(KnownHead::Nothing)))
    }

    pub(crate) fn with(kept: KnownHead) -> Self {
        Self(Arc::new(Mutex::new(kept)))
    }

    pub(crate) fn now(&self) -> KnownHead {
        self.0.lock().unwrap().clone()
    }

    pub(crate) fn boxed(&self) -> Box<dyn StoresHead> {
        Box::new(self.clone())
    }
}

impl StoresHead for Safe {
    fn exists(&self) -> bool {
        matches!(self.now(), KnownHead::Head(_) | KnownHead::Lost)
    }

    fn kept(&mut self) -> KnownHead {
        self.now()
    }

    fn store(&mut self, head: &Head) -> bool {
        let mut kept = self.0.lock().unwrap();
        if *kept == KnownHead::Nowhere {
            return false;
        }
        *kept = KnownHead::Head(head.clone());
        true
    }
}

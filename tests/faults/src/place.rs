//! The directory behind a run: a practice tenant, its clock and its ids.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use practice::{Allowed, Behaviour, Organisation, Tenant};
use scripted_graph::JumpingClock;
use serde_json::Value;
use uuid::Uuid;

/// Locks whatever the panic of another run left locked.
pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Ids that count, from a beginning of their own.
#[derive(Debug)]
pub(crate) struct Counting(AtomicU64, u128);

impl Counting {
    pub(crate) fn from(beginning: u128) -> Self {
        Self(AtomicU64::new(1), beginning)
    }

    pub(crate) fn count(&self) -> Uuid {
        Uuid::from_u128(self.1 + u128::from(self.0.fetch_add(1, Ordering::SeqCst)))
    }
}

impl procedure::Ids for Counting {
    fn next(&self) -> Uuid {
        self.count()
    }
}

/// The directory as it is now; it is another tenant after something that Microsoft Graph has no request for.
#[derive(Clone)]
pub(crate) struct Directory {
    now: Arc<Mutex<Tenant>>,
    behaviour: Behaviour,
}

impl Directory {
    pub(crate) fn start(organisation: &Organisation, clock: &JumpingClock) -> Self {
        Self::go_on(organisation, clock, 0)
    }

    /// Goes on where another was left, the nth time: no id is given twice.
    pub(crate) fn go_on(organisation: &Organisation, clock: &JumpingClock, nth: u32) -> Self {
        let ids = Counting::from(0xFA17_0000_0000_0000_0000_u128 + (u128::from(nth) << 32));
        let time = clock.clone();
        let behaviour = Behaviour {
            clock: Arc::new(move || time.now()),
            ids: Arc::new(move || ids.count()),
            // A group that takes no guests refuses admins too, so that there is something that cannot be done.
            admins_add_guests: Allowed::No,
            ..Behaviour::default()
        };
        let tenant = Tenant::start(organisation.clone(), behaviour.clone());
        Self { now: Arc::new(Mutex::new(tenant)), behaviour }
    }

    /// The tenant now.
    pub(crate) fn tenant(&self) -> Tenant {
        locked(&self.now).clone()
    }

    /// A tenant that stands as this one does now, whatever becomes of this one.
    pub(crate) fn frozen(&self) -> Tenant {
        let file = self.tenant().snapshot();
        Tenant::start(Organisation::read(&file.to_string()).unwrap(), self.behaviour.clone())
    }

    /// Goes on with another state.
    pub(crate) fn rewrite(&self, how: impl FnOnce(&mut Value)) {
        let mut file = self.tenant().snapshot();
        how(&mut file);
        let organisation = Organisation::read(&file.to_string()).unwrap();
        *locked(&self.now) = Tenant::start(organisation, self.behaviour.clone());
    }
}

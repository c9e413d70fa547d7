//! Storing a sign-in and forgetting it.

use std::sync::{Arc, Mutex, PoisonError};

use super::Authority;
use crate::engine::State;
use crate::signed_in::Generation;

/// Storing and forgetting take turns: a renewal that is late must not write again what was just removed.
pub(crate) struct Storage<A: Authority> {
    authority: Arc<A>,
    state: Arc<Mutex<State<A>>>,
    turn: tokio::sync::Mutex<()>,
}

impl<A: Authority> Storage<A> {
    pub(crate) fn new(authority: Arc<A>, state: Arc<Mutex<State<A>>>) -> Self {
        Self { authority, state, turn: tokio::sync::Mutex::default() }
    }

    /// Stores it, unless somebody came or left since. Says whether it is still the one in force.
    async fn store(&self, credentials: &A::Credentials, generation: Generation) -> bool {
        let _turn = self.turn.lock().await;
        let in_force =
            self.state.lock().unwrap_or_else(PoisonError::into_inner).session.is_authenticated_as(generation);
        if in_force {
            self.authority.store(credentials).await;
        }
        in_force
    }

    /// Removes what is stored.
    pub(crate) async fn forget(&self) -> Result<(), A::Error> {
        let _turn = self.turn.lock().await;
        self.authority.forget().await
    }

    /// Stores it now and after each renewal. Microsoft gives a new refresh token with each use, and the newest is the
    /// one to keep (Microsoft identity platform: refresh tokens).
    pub(crate) async fn keep_stored(self: &Arc<Self>, credentials: A::Credentials, generation: Generation) {
        // Before the first storing, so that a renewal during it is not missed.
        let renewals = self.authority.renewals(&credentials);
        self.store(&credentials, generation).await;
        let Some(mut renewals) = renewals else { return };
        // The credentials live as long as somebody waits for their renewal; the engine is not to live as long.
        let storage = Arc::downgrade(self);
        tokio::spawn(async move {
            while renewals.changed().await.is_ok() {
                let Some(storage) = storage.upgrade() else { return };
                if !storage.store(&credentials, generation).await {
                    return;
                }
            }
        });
    }
}

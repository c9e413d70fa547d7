//! The app: the engine on a journal, somebody signed in, and what is asked of it beside its acts.

use std::sync::Arc;

use graph::{Endpoint, Graph, Transport};
use guest::Known;
use journal::{ChangeFilter, ChangeRecord, Journal, OrganisationKind};
use procedure::{Connection, Engine, HistoryEntry, Ids};
use scripted_graph::JumpingClock;
use tokio::runtime::{Builder, Runtime};
use uuid::Uuid;

use crate::wire::Token;

/// Everything the admin's sign-in was granted.
const SCOPES: [&str; 2] = ["User.ReadWrite.All", "Directory.ReadWrite.All"];

/// The running app.
pub(crate) struct App {
    pub(crate) runtime: Runtime,
    pub(crate) engine: Engine,
    journal: Journal,
}

impl App {
    /// Starts it; the admin signs in.
    pub(crate) fn start<T: Transport + 'static>(
        journal: Journal,
        transport: Arc<T>,
        clock: JumpingClock,
        ids: Arc<dyn Ids>,
    ) -> Self {
        let runtime = Builder::new_current_thread().enable_time().build().unwrap();
        let clock = Arc::new(clock);
        let engine = Engine::new(journal.clone(), clock.clone(), ids);
        let endpoint = Endpoint::new("https://graph.microsoft.com/v1.0").unwrap();
        let connection = Connection {
            graph: Graph::new(transport, Arc::new(Token), endpoint, clock),
            kind: OrganisationKind::Practice,
            scopes: Known::Is(SCOPES.map(str::to_owned).to_vec()),
            may_request_permissions: true,
            has_traces: false,
            unseen_roles: false,
            read_only: false,
        };
        runtime.block_on(engine.sign_in(connection)).unwrap();
        Self { runtime, engine, journal }
    }

    /// Every change, newest first.
    pub(crate) fn history(&self) -> Vec<HistoryEntry> {
        self.runtime.block_on(self.engine.history()).unwrap()
    }

    /// What is unfinished.
    pub(crate) fn unfinished(&self) -> Vec<Uuid> {
        let open = self.runtime.block_on(self.engine.unfinished_changes()).unwrap();
        open.into_iter().map(|entry| entry.id).collect()
    }

    /// What the journal has of them.
    pub(crate) fn records(&self, history: &[HistoryEntry]) -> Vec<ChangeRecord> {
        let all = ChangeFilter { tenant: None, limit: history.len() + 10 };
        let all = self.runtime.block_on(self.journal.changes(all)).unwrap();
        all.iter().map(|one| self.runtime.block_on(self.journal.change(one.begun.id)).unwrap()).collect()
    }
}

//! The engine on a scripted directory, with a journal on disk, a clock that jumps and ids that count. Everything the
//! stories know of the engine's types goes through here.

mod batch;
mod end;
mod people;
pub(crate) mod replaced;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use guest::{Known, RemedyKind};
use journal::{ChangeId, ChangeRecord, Journal, OrganisationKind};
use procedure::{Connection, Engine, HistoryEntry, Ids, Plan, PreviewRequest, Problem, Selections};
use rusqlite::Connection as Database;
use scripted_graph::{Directory, Effect, JumpingClock};
use serde_json::{Value, json};
use temporary_folder::TemporaryFolder;
use uuid::Uuid;

pub(crate) use batch::*;
pub(crate) use end::{End, row};
pub(crate) use people::*;

/// Ids that count: 1, 2, 3, ...
#[derive(Debug, Default)]
pub(crate) struct Counting(AtomicU64);

impl Ids for Counting {
    fn next(&self) -> Uuid {
        Uuid::from_u128(u128::from(self.0.fetch_add(1, Ordering::SeqCst)) + 1)
    }
}

impl Counting {
    /// The id that comes after so many others.
    fn after(&self, others: u64) -> Uuid {
        Uuid::from_u128(u128::from(self.0.load(Ordering::SeqCst) + others) + 1)
    }
}

/// The engine, somebody signed in, and everything around them.
pub(crate) struct Story {
    pub(crate) directory: Directory,
    pub(crate) clock: JumpingClock,
    pub(crate) engine: Engine,
    pub(crate) journal: Journal,
    ids: Arc<Counting>,
    folder: TemporaryFolder,
}

impl Story {
    /// With the guest of the article.
    pub(crate) async fn new() -> Self {
        Self::about(jan()).await
    }

    /// With this guest, who is in two groups, has a sponsor and an app, and owns nothing.
    pub(crate) async fn about(guest: Value) -> Self {
        let story = Self::nobody_signed_in(guest);
        story.engine.sign_in(connection(&story.directory)).await.unwrap();
        story
    }

    pub(crate) fn nobody_signed_in(guest: Value) -> Self {
        let clock = JumpingClock::default();
        let directory = Directory::new(clock.clone());
        directory.relate("admin", "roles", json!({ "id": "role", "displayName": "Global Administrator" }));
        directory.add_user(json!({ "id": "sponsor", "displayName": "Sanne Sponsor" }));
        directory.add_user(guest);
        for (id, name) in [(TEAM, "Team Fabrikam"), (PROJECT, "Project Fabrikam")] {
            directory.add_group(group(id, name));
            directory.add_member(id, JAN);
        }
        directory.relate(JAN, "sponsors", json!({ "id": "sponsor", "displayName": "Sanne Sponsor" }));
        let app = json!({
            "id": "assignment-0", "principalId": JAN, "resourceId": APP, "appRoleId": "role-of-app",
            "resourceDisplayName": "Time sheets",
        });
        directory.relate(JAN, "apps", app);
        let folder = temporary_folder::temporary_folder();
        let journal = Journal::open(&folder.path().join("journal.db")).unwrap();
        let ids = Arc::<Counting>::default();
        let engine = Engine::new(journal.clone(), Arc::new(clock.clone()), ids.clone());
        Self { directory, clock, engine, journal, ids, folder }
    }

    /// The app is closed and started again: only the journal is left.
    pub(crate) async fn restarted(mut self) -> Self {
        self.engine = Engine::new(self.journal.clone(), Arc::new(self.clock.clone()), self.ids.clone());
        self.engine.sign_in(connection(&self.directory)).await.unwrap();
        self
    }

    /// A preview, with what is preselected.
    pub(crate) async fn preview(&self, remedy: RemedyKind) -> Plan {
        self.try_preview(remedy, Selections::default()).await.unwrap()
    }

    pub(crate) async fn try_preview(&self, remedy: RemedyKind, chosen: Selections) -> Result<Plan, Problem> {
        self.preview_in(None, remedy, chosen).await
    }

    /// A preview, with this group chosen in the search.
    pub(crate) async fn preview_in(
        &self,
        group: Option<&str>,
        remedy: RemedyKind,
        chosen: Selections,
    ) -> Result<Plan, Problem> {
        let request = PreviewRequest {
            guest: Some(JAN.to_owned()),
            searched: ADDRESS.to_owned(),
            group: group.map(str::to_owned),
            remedy,
            selections: chosen,
        };
        self.engine.preview(&request, "preview").await
    }

    /// Confirms with what the plan asks to be typed.
    pub(crate) async fn confirm(&self, plan: &Plan) -> Result<Uuid, Problem> {
        self.engine.confirm(plan.id.unwrap(), plan.confirm_text.as_deref(), None).await
    }

    /// Confirms, and waits for the end.
    pub(crate) async fn carry_out(&self, plan: &Plan) -> End {
        let change = self.confirm(plan).await.unwrap();
        self.end_of(change).await
    }

    /// Waits until the change has ended.
    pub(crate) async fn end_of(&self, change: Uuid) -> End {
        let mut seen = 0;
        loop {
            let (next, progress) = self.engine.watch(seen).await;
            seen = next;
            if let Some(end) = progress.and_then(|progress| End::of(change, progress)) {
                return end;
            }
        }
    }

    /// Preview, confirmation and end.
    pub(crate) async fn remedy(&self, remedy: RemedyKind) -> End {
        self.carry_out(&self.preview(remedy).await).await
    }

    pub(crate) async fn undo(&self, change: Uuid) -> End {
        self.carry_out(&self.engine.preview_undo(change).await.unwrap()).await
    }

    pub(crate) async fn go_on(&self, change: Uuid) -> End {
        self.carry_out(&self.engine.preview_continue(change).await.unwrap()).await
    }

    pub(crate) async fn put_back(&self, change: Uuid) -> End {
        self.carry_out(&self.engine.preview_put_back(change).await.unwrap()).await
    }

    /// The id that the next confirmed change will have. `plans`: how many previews are made before.
    pub(crate) fn next_change(&self, plans: u64) -> Uuid {
        self.ids.after(plans)
    }

    pub(crate) async fn record(&self, change: Uuid) -> ChangeRecord {
        self.journal.change(ChangeId::from(change)).await.unwrap()
    }

    /// The rows of a change, each in a word or two: `sent delete`, `finished done`.
    pub(crate) async fn rows(&self, change: Uuid) -> Vec<String> {
        self.record(change).await.transitions().map(row).collect()
    }

    /// The line of the history about a change.
    pub(crate) async fn entry(&self, change: Uuid) -> HistoryEntry {
        let entries = self.engine.history().await.unwrap();
        entries.into_iter().find(|entry| entry.id == change).unwrap()
    }

    /// From now on no row of this kind can be written, as if the disk were full just then.
    pub(crate) fn journal_refuses(&self, kind: &str) {
        let full = format!(
            "CREATE TRIGGER full BEFORE INSERT ON entry WHEN NEW.kind = '{kind}'
             BEGIN SELECT RAISE(ABORT, 'the disk is full'); END;"
        );
        self.database().execute_batch(&full).unwrap();
    }

    /// From the next row of this kind on no row at all can be written, as if the program were killed just then.
    pub(crate) fn journal_refuses_from(&self, kind: &str) {
        refuse_from(&self.database(), kind);
    }

    /// The server does what this request asks, and the program is killed before it hears of it.
    pub(crate) fn is_killed_after(&self, request: &str) {
        let journal = self.folder.path().join("journal.db");
        let kill = move |_: &Directory| refuse_from(&Database::open(&journal).unwrap(), "acknowledged");
        self.directory.once(request, Effect::meanwhile(kill));
    }

    /// There is room again.
    pub(crate) fn journal_takes_everything(&self) {
        self.database().execute_batch("DROP TRIGGER full").unwrap();
    }

    /// Somebody changes what a row says, past the journal.
    pub(crate) fn tampers_with_the_journal(&self) {
        let tamper = "DROP TRIGGER entry_is_never_changed; UPDATE entry SET at = '2020-01-01T00:00:00Z' WHERE seq = 2;";
        self.database().execute_batch(tamper).unwrap();
    }

    fn database(&self) -> Database {
        Database::open(self.folder.path().join("journal.db")).unwrap()
    }
}

fn refuse_from(journal: &Database, kind: &str) {
    let full = format!(
        "CREATE TRIGGER full BEFORE INSERT ON entry WHEN NEW.kind = '{kind}'
         OR (NEW.kind IN ('abandoned', 'finished', 'refused', 'unknown', 'not-yet-visible'))
         BEGIN SELECT RAISE(ABORT, 'the disk is full'); END;"
    );
    journal.execute_batch(&full).unwrap();
}

/// An administrator who may everything and of whom everything is known.
pub(crate) fn connection(directory: &Directory) -> Connection {
    let all = ["User.ReadWrite.All", "Directory.ReadWrite.All"];
    Connection {
        graph: directory.graph(),
        kind: OrganisationKind::Practice,
        scopes: Known::Is(all.map(str::to_owned).to_vec()),
        may_request_permissions: true,
        has_traces: true,
        unseen_roles: false,
        read_only: false,
    }
}

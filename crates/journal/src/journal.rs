//! The handle that callers hold, and the one thread that writes.

use std::path::Path;
use std::sync::{Arc, mpsc};
use std::thread::{self, JoinHandle};

use jiff::Timestamp;
use rusqlite::Connection;
use tokio::sync::oneshot;

use crate::store::Store;
use crate::walk::{Walk, Walked, walk};
use crate::{
    Chain, ChangeFilter, ChangeId, ChangeRecord, ChangeSummary, Condition, JournalError, NewChange,
    Removable, Retention, Step, StepId, StoresHead,
};
use crate::{file, records, rows, schema};

/// How many rows are verified before others have their turn: some milliseconds.
const ROWS_AT_A_TIME: u32 = 256;

type Task = Box<dyn FnOnce(&mut Store) + Send>;

/// An open journal. Clones share one writer thread; it ends, and the file is closed, with the last of them.
///
/// The methods wait without blocking the caller's thread. A caller that stops waiting (a dropped future) does
/// not stop the row from being written.
#[derive(Debug, Clone)]
pub struct Journal {
    writer: Arc<Writer>,
}

impl Journal {
    /// Opens the journal in this file, or makes it (mode 0600 on Unix; on Windows the folder's own rights hold).
    /// The folder must be there. Blocks for as long as the disk takes.
    ///
    /// A file of a newer version is refused with [`JournalError::NewerSchema`] and stays as it is, byte by byte.
    pub fn open(path: &Path) -> Result<Self, JournalError> {
        Self::start(file::open(path, None)?)
    }

    /// The same, with somebody who keeps the head of the chain apart, so that rows cut off the end are noticed.
    pub fn open_with_head(path: &Path, keeper: Box<dyn StoresHead>) -> Result<Self, JournalError> {
        Self::start(file::open(path, Some(keeper))?)
    }

    /// A journal that is gone when the last clone is: for tests, and for looking around without a data folder.
    pub fn in_memory() -> Result<Self, JournalError> {
        let mut connection = Connection::open_in_memory()?;
        schema::migrate(&mut connection)?;
        Self::start(Store::in_memory(connection))
    }

    /// Writes the head of a change; it is on the disk when this returns.
    pub async fn begin(&self, change: NewChange) -> Result<ChangeId, JournalError> {
        self.write(move |connection| rows::begin(connection, &change)).await
    }

    /// Adds a transition to a change; it is on the disk when this returns. The first must intend (or abandon)
    /// something, and after the end only what is read back later is taken.
    pub async fn append(&self, change: ChangeId, step: Step) -> Result<StepId, JournalError> {
        self.write(move |connection| rows::append(connection, change, &step)).await
    }

    /// The newest changes, newest first, each with where it stands.
    pub async fn changes(&self, filter: ChangeFilter) -> Result<Vec<ChangeSummary>, JournalError> {
        self.ask(move |store| records::changes(&store.connection, store.unsound(), &filter)).await
    }

    /// Everything about the newest changes, newest first: read at one go, which is quicker than one by one.
    pub async fn records(&self, filter: ChangeFilter) -> Result<Vec<ChangeRecord>, JournalError> {
        self.ask(move |store| records::records(&store.connection, store.unsound(), &filter)).await
    }

    /// Everything about one change.
    pub async fn change(&self, id: ChangeId) -> Result<ChangeRecord, JournalError> {
        self.ask(move |store| records::change(&store.connection, store.unsound(), id)).await
    }

    /// The changes of a tenant that neither finished nor were abandoned, oldest first: what to continue, or to
    /// offer the way back from, after a crash.
    pub async fn open_changes(&self, tenant: &str) -> Result<Vec<ChangeRecord>, JournalError> {
        let tenant = tenant.to_owned();
        self.ask(move |store| records::open_changes(&store.connection, store.unsound(), &tenant)).await
    }

    /// Walks the chain of hashes from the first row to the last; rows that are written meanwhile are walked too. What
    /// it proves: see the crate's description.
    ///
    /// For the background: the time grows with the number of rows and the memory does not, and between every few
    /// hundred rows whatever else was asked of the journal has its turn, so that no change waits for it.
    pub async fn verify_chain(&self) -> Result<Chain, JournalError> {
        Ok(self.verify().await?.chain)
    }

    /// The same, and what is known of the end of the chain, and what was kept aside. From then on the records of changes
    /// say by what was found whether they are sound.
    pub async fn verify(&self) -> Result<Condition, JournalError> {
        let mut so_far = Walk::START;
        loop {
            match self.ask(move |store| walk(&store.connection, so_far, ROWS_AT_A_TIME)).await? {
                Walked::SoFar(further) => so_far = further,
                Walked::ToTheEnd(walk) => {
                    return self.ask(move |store| store.walked(walk)).await;
                }
            }
        }
    }

    /// How many of the oldest changes may go by this rule. Nothing is written.
    pub async fn removable(&self, retention: Retention) -> Result<Removable, JournalError> {
        self.ask(move |store| store.removable(&retention)).await
    }

    /// Takes the oldest rows out, as far as this rule lets them go: in whole changes, never an open one, and never an
    /// undo without what it took back. What says how many they were stands in the file from then on, hashed, and that
    /// hash is kept apart with the head. The time is that of now.
    ///
    /// Refused with [`JournalError::NotWhole`] and [`JournalError::HeadNotKept`].
    pub async fn truncate(&self, retention: Retention, at: Timestamp) -> Result<Removable, JournalError> {
        self.ask(move |store| store.truncate(&retention, at)).await
    }

    fn start(mut store: Store) -> Result<Self, JournalError> {
        let (sender, tasks) = mpsc::channel::<Task>();
        let thread = thread::Builder::new()
            .name("journal".into())
            .spawn(move || tasks.into_iter().for_each(|task| task(&mut store)))
            .map_err(JournalError::NoThread)?;
        Ok(Self { writer: Arc::new(Writer { tasks: Some(sender), thread: Some(thread) }) })
    }

    async fn write<T, F>(&self, task: F) -> Result<T, JournalError>
    where
        T: Send + 'static,
        F: FnOnce(&mut Connection) -> Result<T, JournalError> + Send + 'static,
    {
        self.ask(move |store| {
            let written = task(&mut store.connection)?;
            store.written();
            Ok(written)
        })
        .await
    }

    async fn ask<T, F>(&self, task: F) -> Result<T, JournalError>
    where
        T: Send + 'static,
        F: FnOnce(&mut Store) -> Result<T, JournalError> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let task: Task = Box::new(move |store| {
            // Nobody waits any more: the row stands all the same.
            let _ = answer.send(task(store));
        });
        let tasks = self.writer.tasks.as_ref().ok_or(JournalError::Closed)?;
        tasks.send(task).map_err(|_| JournalError::Closed)?;
        answered.await.map_err(|_| JournalError::Closed)?
    }
}

#[derive(Debug)]
struct Writer {
    /// None only while being dropped.
    tasks: Option<mpsc::Sender<Task>>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Writer {
    /// Waits for the rows under way, so that "closed" means that the file is closed too.
    fn drop(&mut self) {
        self.tasks = None;
        if let Some(thread) = self.thread.take() {
            // A panic there was reported to whoever waited for the task.
            let _ = thread.join();
        }
    }
}

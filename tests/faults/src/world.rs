//! The app, from start to kill and start again, on one directory and one journal.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, Mutex};

use graph::{Endpoint, Graph};
use guest::Known;
use journal::{ChangeFilter, ChangeRecord, Journal, OrganisationKind, Payload, Transition};
use practice::Organisation;
use procedure::{Connection, Engine, HistoryEntry, Purpose};
use scripted_graph::JumpingClock;
use serde_json::Value;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::Notify;
use uuid::Uuid;

use crate::acts::{self, Ending};
use crate::evidence::{Deed, Run, Said};
use crate::fault::Fault;
use crate::place::{Counting, Directory, locked};
use crate::rows::Rows;
use crate::schedule::{Act, Place, Schedule};
use crate::somebody::{About, Names};
use crate::truth::Truth;
use crate::wire::{Token, Wire};

/// Everything the admin's sign-in was granted.
const SCOPES: [&str; 2] = ["User.ReadWrite.All", "Directory.ReadWrite.All"];

/// A guest of the organisation, as schedules name them.
#[derive(Debug, Clone)]
pub(crate) struct Guest {
    pub(crate) id: String,
    /// The address they are searched for by.
    pub(crate) address: String,
}

/// What every run begins with.
#[derive(Debug, Clone)]
pub(crate) struct Beginning {
    pub(crate) organisation: Organisation,
    pub(crate) names: Names,
    /// A group of every guest.
    pub(crate) group: String,
}

/// The app and everything around it.
pub(crate) struct World {
    pub(crate) wire: Arc<Wire>,
    clock: JumpingClock,
    ids: Arc<Counting>,
    journal: Journal,
    rows: Option<Arc<Rows>>,
    app: Option<(Runtime, Engine)>,
}

/// What stops a change holds the app, which holds the wire: a circle that would keep every world that ever was.
impl Drop for World {
    fn drop(&mut self) {
        *locked(&self.wire.stop) = None;
    }
}

impl World {
    /// The app is started, and the admin signs in.
    pub(crate) fn start(beginning: &Beginning, guest: &Guest, failing_disk: bool) -> Self {
        let clock = JumpingClock::default();
        let directory = Directory::start(&beginning.organisation, &clock);
        let (rows, journal) = if failing_disk {
            let (rows, journal) = Rows::new();
            (Some(Arc::new(rows)), journal)
        } else {
            (None, Journal::in_memory().unwrap())
        };
        let about = About {
            guest: guest.id.clone(),
            new: None,
            address: guest.address.clone(),
            group: beginning.group.clone(),
        };
        let wire = Wire {
            directory,
            clock: clock.clone(),
            injector: Mutex::default(),
            frozen: Mutex::default(),
            killed: Notify::new(),
            stop: Mutex::default(),
            about: Mutex::new(about),
            invited: Mutex::default(),
            as_invited: Mutex::default(),
            plan: Mutex::default(),
            meanwhile: Mutex::default(),
            rows: rows.clone(),
        };
        let mut names = beginning.names.clone();
        names.insert(guest.id.clone(), "guest".to_owned());
        locked(&wire.injector).names = names;
        let ids = Arc::new(Counting::from(0));
        let mut world = Self { wire: Arc::new(wire), clock, ids, journal, rows, app: None };
        world.restart();
        world
    }

    /// Whatever runs ends where it stands; the app is started again on the same journal.
    pub(crate) fn restart(&mut self) {
        *locked(&self.wire.stop) = None;
        self.app = None;
        let runtime = Builder::new_current_thread().enable_time().build().unwrap();
        let clock = Arc::new(self.clock.clone());
        let engine = Engine::new(self.journal.clone(), clock.clone(), self.ids.clone());
        let endpoint = Endpoint::new("https://graph.microsoft.com/v1.0").unwrap();
        let connection = Connection {
            graph: Graph::new(self.wire.clone(), Arc::new(Token), endpoint, clock),
            kind: OrganisationKind::Practice,
            scopes: Known::Is(SCOPES.map(str::to_owned).to_vec()),
            may_request_permissions: true,
            unseen_roles: false,
            read_only: false,
        };
        runtime.block_on(engine.sign_in(connection)).unwrap();
        self.app = Some((runtime, engine));
    }

    /// The app.
    pub(crate) fn app(&self) -> &(Runtime, Engine) {
        self.app.as_ref().unwrap()
    }

    /// How the directory stands.
    pub(crate) fn truth(&self) -> Truth {
        Truth::of(&self.wire.directory.tenant())
    }

    fn perform(&mut self, act: &Act, guest: &Guest, schedule: &Schedule) -> Deed {
        self.prepare(act);
        let (runtime, engine) = self.app();
        let known = self.history();
        let mut ways = Deed::ways_of(&known).into_iter();
        let way = ways.find(|way| (way.purpose, way.nth) == (act.purpose, act.nth));
        let offered_by = way.map(|way| way.change);
        let continued = offered_by.filter(|_| act.purpose == Purpose::Continue);
        let about = (guest, schedule.subject.remedy);
        let ending = runtime.block_on(async {
            tokio::select! {
                biased;
                ending = acts::perform(engine, &self.wire, act.purpose, offered_by, about) => Some(ending),
                () = self.wire.killed.notified() => None,
            }
        });
        let endless = locked(&self.wire.injector).is_endless();
        let trace = locked(&self.wire.injector).end();
        if let Some(rows) = &self.rows {
            rows.empty();
        }
        let killed = if endless { Said::NeverEnded } else { Said::Killed };
        let plan = locked(&self.wire.plan).take();
        let Ending { said, plan, change } =
            ending.unwrap_or(Ending { said: killed, plan, change: continued });
        if matches!(said, Said::Killed | Said::NeverEnded) {
            self.restart();
        }
        let history = self.history();
        let is_new = |entry: &&HistoryEntry| known.iter().all(|one| one.id != entry.id);
        let change = change.or_else(|| history.iter().find(is_new).map(|entry| entry.id));
        let after = self.truth();
        let (records, unfinished) = (self.records(&history), self.unfinished());
        let rows = records.iter().map(|record| record.steps.len() + 1).sum();
        let state = state_of(&after, &records, &history, &locked(&self.wire.injector).names);
        Deed {
            act: act.clone(),
            said,
            offered_by,
            plan,
            change,
            after,
            trace,
            history,
            unfinished,
            rows,
            state,
        }
    }

    fn prepare(&self, act: &Act) {
        let stale = act.faults.iter().any(|planned| planned.fault == Fault::Stale);
        *locked(&self.wire.frozen) = stale.then(|| self.wire.directory.frozen());
        if let Some(rows) = &self.rows {
            for planned in &act.faults {
                if let (Place::Row(nth), Fault::DiskFull) = (&planned.place, planned.fault) {
                    rows.fill(*nth);
                }
            }
        }
        locked(&self.wire.injector).begin(&act.faults);
    }

    fn history(&self) -> Vec<HistoryEntry> {
        let (runtime, engine) = self.app();
        runtime.block_on(engine.history()).unwrap()
    }

    fn unfinished(&self) -> Vec<Uuid> {
        let (runtime, engine) = self.app();
        let open = runtime.block_on(engine.unfinished_changes()).unwrap();
        open.into_iter().map(|entry| entry.id).collect()
    }

    fn records(&self, history: &[HistoryEntry]) -> Vec<ChangeRecord> {
        let (runtime, _) = self.app();
        let all = ChangeFilter { tenant: None, limit: history.len() + 10 };
        let all = runtime.block_on(self.journal.changes(all)).unwrap();
        all.iter().map(|one| runtime.block_on(self.journal.change(one.begun.id)).unwrap()).collect()
    }
}

/// Runs a schedule from the beginning to its end.
pub(crate) fn play(beginning: &Beginning, guest: &Guest, schedule: &Schedule) -> Run {
    let mut faults = schedule.acts.iter().flat_map(|act| &act.faults);
    let failing_disk = faults.any(|it| matches!(it.place, Place::Row(_)) || it.fault == Fault::Locked);
    let mut world = World::start(beginning, guest, failing_disk);
    let mut run = Run {
        schedule: schedule.clone(),
        guest: guest.id.clone(),
        start: world.truth(),
        deeds: Vec::new(),
        ours: Vec::new(),
        foreign: std::collections::BTreeMap::new(),
        meanwhile: Vec::new(),
    };
    for act in &schedule.acts {
        let deed = world.perform(act, guest, schedule);
        run.deeds.push(deed);
    }
    let invited = locked(&world.wire.invited);
    run.ours.clone_from(&invited.ours);
    let as_invited = locked(&world.wire.as_invited);
    let foreign = invited.foreign.iter().map(|id| (id.clone(), as_invited.get(id).cloned()));
    run.foreign = foreign.collect();
    run.meanwhile.clone_from(&locked(&world.wire.meanwhile));
    drop((invited, as_invited));
    run
}

/// Everything that decides how it goes on: the directory, what the journal says, and what is offered. Not the time, and
/// no id as such: two runs that differ in how often something was asked differ in those alone.
fn state_of(after: &Truth, records: &[ChangeRecord], history: &[HistoryEntry], names: &Names) -> u64 {
    let mut all = vec![format!("{after:?}")];
    all.extend(history.iter().map(|entry| {
        let ways = (entry.can_undo, entry.can_continue, entry.can_put_back);
        format!("{} {ways:?} {:?}", entry.id, entry.status)
    }));
    for record in records {
        all.push(record.begun.id.to_string());
        all.extend(record.transitions().map(row));
    }
    let mut text = all.join("\n");
    for (id, name) in names {
        text = text.replace(id.as_str(), name);
    }
    for (at, entry) in history.iter().rev().enumerate() {
        text = text.replace(&entry.id.to_string(), &format!("change{at}"));
    }
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// A row without what differs from run to run and decides nothing: ids of requests, and why something was refused.
fn row(transition: &Transition) -> String {
    let plain = |payload: &Payload| {
        let mut body = payload.body.clone();
        if let Value::Object(body) = &mut body {
            body.remove("requestId");
        }
        body.to_string()
    };
    match transition {
        Transition::Intended { before, requests } => {
            format!("intended {} {}", plain(before), plain(requests))
        }
        Transition::Sent { step } => format!("sent {step}"),
        Transition::Acknowledged { step, answer } => format!("acknowledged {step} {}", plain(answer)),
        Transition::Refused { step, .. } => format!("refused {step}"),
        Transition::Unknown { step, .. } => format!("unknown {step}"),
        Transition::Verified { after } => format!("verified {}", plain(after)),
        Transition::NotYetVisible { seen } => format!("not yet visible {}", plain(seen)),
        Transition::Finished { outcome, .. } => format!("finished {outcome:?}"),
        Transition::Abandoned { why } => format!("abandoned {}", plain(why)),
    }
}

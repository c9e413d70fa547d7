//! The app, from start to kill and start again, on one directory and one journal.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use journal::Journal;
use practice::Organisation;
use procedure::{HistoryEntry, Purpose};
use scripted_graph::JumpingClock;
use uuid::Uuid;

use crate::acts::{self, Ending};
use crate::app::App;
use crate::evidence::{Deed, Run, Said};
use crate::fault::Fault;
use crate::place::{Counting, Directory, locked};
use crate::rows::Rows;
use crate::schedule::{Act, Place, Schedule};
use crate::somebody::{About, Names};
use crate::state::state_of;
use crate::truth::Truth;
use crate::wire::Wire;

/// A guest of the organisation, as schedules name them.
#[derive(Debug, Clone)]
pub(crate) struct Guest {
    pub(crate) id: String,
    /// The address they are searched for by.
    pub(crate) address: String,
    /// Object id of the group that is asked about.
    pub(crate) group: Option<String>,
}

/// What every run begins with.
#[derive(Debug, Clone)]
pub(crate) struct Beginning {
    pub(crate) organisation: Organisation,
    pub(crate) names: Names,
    /// A group of every guest.
    pub(crate) group: String,
}

impl Beginning {
    /// Whom everything is about, where it is about this guest.
    pub(crate) fn about(&self, guest: &Guest) -> About {
        let group = guest.group.clone().unwrap_or_else(|| self.group.clone());
        let address = guest.address.clone();
        About { guest: guest.id.clone(), new: None, address, group }
    }

    /// Everything that has a name, this guest by the name of the one it is about.
    pub(crate) fn names_with(&self, guest: &Guest) -> Names {
        let mut names = self.names.clone();
        names.insert(guest.id.clone(), "guest".to_owned());
        names
    }
}

/// The app and everything around it.
pub(crate) struct World {
    pub(crate) wire: Arc<Wire>,
    clock: JumpingClock,
    ids: Arc<Counting>,
    journal: Journal,
    rows: Option<Arc<Rows>>,
    app: Option<App>,
}

/// What stops a change holds the app, which holds the wire: a circle that would keep every world that ever was.
impl Drop for World {
    fn drop(&mut self) {
        *locked(&self.wire.screen.stop) = None;
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
        let about = beginning.about(guest);
        let wire = Wire::new(directory, &clock, about, rows.clone());
        locked(&wire.injector).names = beginning.names_with(guest);
        let ids = Arc::new(Counting::from(0));
        let mut world = Self { wire: Arc::new(wire), clock, ids, journal, rows, app: None };
        world.restart();
        world
    }

    /// Whatever runs ends where it stands; the app is started again on the same journal.
    pub(crate) fn restart(&mut self) {
        *locked(&self.wire.screen.stop) = None;
        self.app = None;
        let (wire, clock) = (self.wire.clone(), self.clock.clone());
        self.app = Some(App::start(self.journal.clone(), wire, clock, self.ids.clone()));
    }

    /// The app.
    pub(crate) fn app(&self) -> &App {
        self.app.as_ref().unwrap()
    }

    /// How the directory stands.
    pub(crate) fn truth(&self) -> Truth {
        Truth::of(&self.wire.directory.tenant())
    }

    /// Performs an act.
    pub(crate) fn perform(&mut self, act: &Act, guest: &Guest, schedule: &Schedule) -> Deed {
        self.prepare(act);
        let app = self.app();
        let known = app.history();
        let mut ways = Deed::ways_of(&known).into_iter();
        let way = ways.find(|way| (way.purpose, way.nth) == (act.purpose, act.nth));
        let offered_by = way.map(|way| way.change);
        let about = (guest, schedule.subject.remedy);
        let ending = app.runtime.block_on(async {
            tokio::select! {
                biased;
                ending = acts::perform(&app.engine, &self.wire.screen, act.purpose, offered_by, about) => Some(ending),
                () = self.wire.killed.notified() => None,
            }
        });
        self.deed(act, &known, offered_by, ending)
    }

    /// What came of an act: how it ended, none where the app was killed in it.
    pub(crate) fn deed(
        &mut self,
        act: &Act,
        known: &[HistoryEntry],
        offered_by: Option<Uuid>,
        ending: Option<Ending>,
    ) -> Deed {
        let continued = offered_by.filter(|_| act.purpose == Purpose::Continue);
        let endless = locked(&self.wire.injector).is_endless();
        let trace = locked(&self.wire.injector).end();
        if let Some(rows) = &self.rows {
            rows.empty();
        }
        let killed = if endless { Said::NeverEnded } else { Said::Killed };
        let plan = locked(&self.wire.screen.plan).take();
        let Ending { said, plan, change } =
            ending.unwrap_or(Ending { said: killed, plan, change: continued });
        if matches!(said, Said::Killed | Said::NeverEnded) {
            self.restart();
        }
        let history = self.app().history();
        let is_new = |entry: &&HistoryEntry| known.iter().all(|one| one.id != entry.id);
        let change = change.or_else(|| history.iter().find(is_new).map(|entry| entry.id));
        let after = self.truth();
        let (records, unfinished) = (self.app().records(&history), self.app().unfinished());
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

    /// An act begins.
    pub(crate) fn prepare(&self, act: &Act) {
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
}

/// Runs a schedule from the beginning to its end.
pub(crate) fn play(beginning: &Beginning, guest: &Guest, schedule: &Schedule) -> Run {
    let mut world = World::start(beginning, guest, schedule.needs_disk());
    let mut run = Run {
        schedule: schedule.clone(),
        guest: guest.id.clone(),
        group: beginning.about(guest).group,
        start: world.truth(),
        deeds: Vec::new(),
        ours: Vec::new(),
        foreign: BTreeMap::new(),
        meanwhile: Vec::new(),
        not_chosen: BTreeSet::new(),
    };
    for act in &schedule.acts {
        let deed = world.perform(act, guest, schedule);
        run.deeds.push(deed);
    }
    run.not_chosen = run.deeds.first().map(Deed::not_chosen).unwrap_or_default();
    let invited = locked(&world.wire.invited);
    run.ours.clone_from(&invited.ours);
    let as_invited = locked(&world.wire.as_invited);
    let foreign = invited.foreign.iter().map(|id| (id.clone(), as_invited.get(id).cloned()));
    run.foreign = foreign.collect();
    run.meanwhile.clone_from(&locked(&world.wire.meanwhile));
    drop((invited, as_invited));
    run
}

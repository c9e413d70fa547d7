//! The engine, its two organisations and its journal, doing what the model does.

use std::sync::Arc;
use std::time::Duration;

use guest::{Known, RemedyKind};
use journal::Journal;
use procedure::{ChangeStatus, Connection, Engine, Plan, PreviewRequest, Problem, Selections};
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest};
use scripted_graph::{Directory, Effect, JumpingClock};
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use tokio::sync::Notify;
use uuid::Uuid;

use super::doing::{Course, Doing, GuestIs, HeldAt, Purpose};
use super::model::Model;
use crate::support::{ADDRESS, Counting, JAN, OTHER, PROJECT, TEAM, connection, group, jan};

/// Every request that changes something.
const WRITES: [&str; 4] =
    ["PATCH /users/*", "DELETE /users/*", "POST /invitations", "POST /directory/deletedItems/*/restore"];
const READS: [&str; 3] =
    ["GET /users/*", "GET /directory/deletedItems/*/microsoft.graph.user", "POST /$batch"];
/// In a tick of the test: real time, for the journal has a thread of its own.
const TICK: Duration = Duration::from_micros(200);
/// Far beyond what any of it takes: then it hangs.
const FOR_EVER: Duration = Duration::from_secs(20);

/// What a kill ends: the tasks with their runtime.
struct Life {
    engine: Engine,
    runtime: Runtime,
}

pub(crate) struct Sessions {
    life: Option<Life>,
    journal: Journal,
    clock: JumpingClock,
    ids: Arc<Counting>,
    directories: [Directory; 2],
    /// As many as the model has, in its order.
    plans: Vec<Plan>,
    changes: Vec<Uuid>,
    /// The change that is held up, and by what.
    held: Option<(Uuid, Arc<Notify>)>,
    /// How many requests to change something each directory had before the last step.
    writes: [usize; 2],
}

fn organisation(number: usize, clock: &JumpingClock) -> Directory {
    let directory = Directory::new(clock.clone());
    directory.relate("admin", "roles", json!({ "id": "role", "displayName": "Global Administrator" }));
    directory.add_user(jan());
    for (id, name) in [(TEAM, "Team Fabrikam"), (PROJECT, "Project Fabrikam")] {
        directory.add_group(group(id, name));
        directory.add_member(id, JAN);
    }
    plainly(&directory, number);
    directory
}

/// No effects but those that make it this organisation.
fn plainly(directory: &Directory, number: usize) {
    directory.no_more_effects();
    let itself = json!({ "value": [{ "id": format!("tenant-{number}"), "displayName": "Organisation" }] });
    directory.always("GET /organization", Effect::Answer(200, itself));
}

impl Sessions {
    fn engine(&self) -> &Engine {
        &self.life.as_ref().unwrap().engine
    }

    fn wait<T>(&self, future: impl Future<Output = T>) -> T {
        let timed = async { tokio::time::timeout(FOR_EVER, future).await };
        self.life.as_ref().unwrap().runtime.block_on(timed).unwrap_or_else(|_| panic!("it hangs"))
    }

    fn start(&mut self) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        let engine = Engine::new(self.journal.clone(), Arc::new(self.clock.clone()), self.ids.clone());
        self.life = Some(Life { engine, runtime });
    }

    fn sign_in(&self, organisation: usize, person: usize) -> Result<(), Problem> {
        let directory = &self.directories[organisation];
        let may = connection(directory);
        // The other one may do the same, with what they were granted another time.
        let fewer = Known::Is(vec!["User.ReadWrite.All".to_owned(), "Directory.ReadWrite.All".to_owned()]);
        let may = if person == 0 { may } else { Connection { scopes: fewer, unseen_roles: true, ..may } };
        self.wait(self.engine().sign_in(may)).map(drop)
    }

    fn preview(&self, purpose: Purpose) -> Result<Plan, Problem> {
        let engine = self.engine();
        match purpose {
            Purpose::Apply(remedy) => self.wait(engine.preview(&request(remedy), "ticket")),
            Purpose::Undo(change) => self.wait(engine.preview_undo(self.changes[change])),
            Purpose::GoOn(change) => self.wait(engine.preview_continue(self.changes[change])),
            Purpose::PutBack(change) => self.wait(engine.preview_put_back(self.changes[change])),
        }
    }

    /// Whether it was let through.
    fn confirm(&mut self, number: usize, course: Course) -> bool {
        let held = Arc::new(Notify::new());
        for directory in &self.directories {
            script(directory, course, &held);
        }
        let plan = &self.plans[number];
        let (id, typed) = (plan.id.unwrap(), plan.confirm_text.clone());
        let Ok(change) = self.wait(self.engine().confirm(id, typed.as_deref(), None)) else {
            // The one that is held up, if one is, goes on waiting.
            self.plainly();
            return false;
        };
        if let Course::HeldUp(_) = course {
            self.wait(until(|| Arc::strong_count(&held) > 1 + self.rules_with(course)));
            self.held = Some((change, held));
        } else {
            self.end_of(change);
        }
        // Whoever waits goes on waiting; everybody else is answered.
        self.plainly();
        if course != Course::HeldUp(HeldAt::Comparison) {
            self.remember(change);
        }
        true
    }

    /// How many scripted effects hold on to the same thing without anybody waiting.
    fn rules_with(&self, course: Course) -> usize {
        self.directories.len() * requests(course).len()
    }

    fn plainly(&self) {
        self.directories.iter().enumerate().for_each(|(number, directory)| plainly(directory, number));
    }

    fn end_of(&self, change: Uuid) {
        self.wait(async {
            let mut seen = 0;
            loop {
                let (next, progress) = self.engine().watch(seen).await;
                seen = next;
                if progress.is_some_and(|progress| progress.change == change && progress.ended.is_some()) {
                    return;
                }
            }
        });
    }

    fn let_go(&mut self) {
        let (change, held) = self.held.take().unwrap();
        self.plainly();
        held.notify_waiters();
        self.end_of(change);
        self.remember(change);
    }

    fn kill(&mut self) {
        self.life = None;
        self.held = None;
        self.plainly();
        self.start();
    }

    fn remember(&mut self, change: Uuid) {
        if !self.changes.contains(&change) {
            self.changes.push(change);
        }
    }

    fn written(&self) -> [usize; 2] {
        [0, 1].map(|number| self.directories[number].writes().len())
    }
}

fn request(remedy: RemedyKind) -> PreviewRequest {
    PreviewRequest {
        guest: Some(JAN.to_owned()),
        searched: ADDRESS.to_owned(),
        group: None,
        remedy,
        selections: Selections::default(),
    }
}

async fn until(so: impl Fn() -> bool) {
    while !so() {
        tokio::time::sleep(TICK).await;
    }
}

/// The requests at which something happens.
fn requests(course: Course) -> &'static [&'static str] {
    match course {
        Course::Through => &[],
        Course::Refused | Course::HeldUp(HeldAt::FirstWrite) => &WRITES,
        Course::HeldUp(HeldAt::Comparison) => &READS,
        Course::HeldUp(HeldAt::SecondWrite) => &WRITES[2..],
    }
}

fn script(directory: &Directory, course: Course, held: &Arc<Notify>) {
    for request in requests(course) {
        let effect = match course {
            Course::Through | Course::Refused => Effect::Refuse(403, "Authorization_RequestDenied"),
            Course::HeldUp(_) => Effect::Hold(held.clone()),
        };
        directory.always(request, effect);
    }
}

impl StateMachineTest for Sessions {
    type SystemUnderTest = Self;
    type Reference = Model;

    fn init_test(_: &Model) -> Self {
        let clock = JumpingClock::default();
        let directories = [0, 1].map(|number| organisation(number, &clock));
        let (journal, ids) = (Journal::in_memory().unwrap(), Arc::default());
        let (plans, changes) = (Vec::new(), Vec::new());
        let mut sessions =
            Self { life: None, journal, clock, ids, directories, plans, changes, held: None, writes: [0; 2] };
        sessions.start();
        sessions.sign_in(0, 0).unwrap();
        sessions
    }

    fn apply(mut state: Self, model: &Model, doing: <Model as ReferenceStateMachine>::Transition) -> Self {
        state.writes = state.written();
        let refused = match doing {
            Doing::SignIn(organisation, person) => state.sign_in(organisation, person).is_err(),
            Doing::SignOut => state.wait(state.engine().sign_out()).is_err(),
            Doing::Search => state.wait(state.engine().find(ADDRESS, None, None, "ticket")).is_err(),
            Doing::Preview(purpose) => {
                let plan = state.preview(purpose).ok().filter(|plan| plan.id.is_some());
                let none = plan.is_none();
                state.plans.extend(plan);
                none
            }
            Doing::Confirm(which, course) => {
                let before = state.plans.len() - 1 - which;
                let through = state.confirm(before, course);
                !through
            }
            Doing::LetGo => {
                state.let_go();
                false
            }
            Doing::Kill => {
                state.kill();
                false
            }
            Doing::Wait => {
                state.clock.pass(Duration::from_mins(16));
                false
            }
        };
        assert_eq!(refused, model.refused, "whether it is refused");
        state
    }

    fn check_invariants(state: &Self, model: &Model) {
        assert_eq!(
            state.engine().nothing_running().is_err(),
            model.running.is_some(),
            "whether a change runs"
        );
        for (number, (before, after)) in state.writes.into_iter().zip(state.written()).enumerate() {
            assert!(
                model.may_write[number] || before == after,
                "something was written that nobody confirmed"
            );
        }
        for (number, guest) in model.guests.into_iter().enumerate() {
            assert_eq!(stands(&state.directories[number]), guest, "organisation {number}");
        }
        state.compare_history(model);
    }
}

impl Sessions {
    fn compare_history(&self, model: &Model) {
        let Some(organisation) = model.signed_in else { return };
        let entries = self.wait(self.engine().history()).unwrap();
        let said: Vec<ChangeStatus> = entries.iter().rev().map(|entry| entry.status).collect();
        let of_it = model.changes.iter().filter(|change| change.organisation == organisation);
        let true_of_it: Vec<ChangeStatus> = of_it.map(|change| change.status).collect();
        assert_eq!(said, true_of_it, "the history, oldest first");
        let unfinished = self.wait(self.engine().unfinished()).unwrap();
        assert_eq!(unfinished, model.unfinished(organisation), "what waits for somebody to go on or back");
    }
}

/// How the guest really stands.
fn stands(directory: &Directory) -> GuestIs {
    let new = directory.users().iter().any(|id| id.starts_with("new-"));
    match (directory.user(JAN), new) {
        (Some(user), false) if user["otherMails"] == json!([ADDRESS, OTHER]) => GuestIs::WithTwoAddresses,
        (Some(user), false) if user["otherMails"] == json!([ADDRESS]) => GuestIs::WithOneAddress,
        (None, true) => GuestIs::Replaced,
        (None, false) => GuestIs::Deleted,
        (Some(user), _) => panic!("nobody left the guest like this: {}", Value::clone(&user)),
    }
}

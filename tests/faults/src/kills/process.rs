//! The app's process: it starts on a data folder, says what it finds, performs one act, and says what came of it. It can
//! be killed at any moment; what it does next, it is told.

use std::io;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::Arc;

use async_trait::async_trait;
use atomic_file::Permissions;
use bytes::Bytes;
use graph::{Transport, TransportError};
use journal::{Chain, Condition, End, Head, Journal, KnownHead, StoresHead};
use procedure::HistoryEntry;
use scripted_graph::JumpingClock;
use serde_json::{Value, json};
use uuid::Uuid;

use super::line::{Answer, FromApp, Leaving, Line, Past, Stood, Task, ToApp};
use crate::acts::{self, Ending, Screen};
use crate::app::App;
use crate::checks::{RECORD_IS_WHOLE, Violation, judge};
use crate::evidence::{Deed, Run, Said};
use crate::injector::Seen;
use crate::place::{Counting, locked};
use crate::schedule::{Act, Schedule, word};
use crate::state::state_of;
use crate::truth::Truth;
use crate::world::Guest;

/// Runs the app in this process, on this folder, with whoever listens at this address.
pub fn app(address: &str, folder: &Path) {
    let line = Arc::new(Line::on(TcpStream::connect(address).unwrap()).unwrap());
    let ToApp::Task(task) = line.hear(None).unwrap() else { return };
    let mut living = Living::start(line, folder, *task);
    if let ToApp::Act(act) = living.tell(&FromApp::Started(living.stood())) {
        living.perform(&act);
        living.tell(&FromApp::Says(living.stood()));
    }
}

/// The running app, and what it knows of its past.
struct Living {
    line: Arc<Line>,
    task: Task,
    app: App,
    guest: Guest,
    run: Run,
    /// What is wrong with the record as it was found.
    record: Option<Violation>,
}

impl Living {
    fn start(line: Arc<Line>, folder: &Path, task: Task) -> Self {
        let clock = JumpingClock::default();
        clock.pass(task.now.duration_since(clock.now()).unsigned_abs());
        let keeper = Box::new(KeptHead { file: folder.join("head.json"), line: Arc::clone(&line) });
        let journal = Journal::open_with_head(&folder.join("journal.db"), keeper).unwrap();
        let wire = Arc::new(Remote { line: Arc::clone(&line), clock: clock.clone() });
        // No two processes give the same id.
        let ids = Arc::new(Counting::from(u128::from(task.number) << 32));
        let app = App::start(journal, wire, clock, ids);
        let (id, address) = task.guest.clone();
        let guest = Guest { id, address, group: task.group.clone() };
        let run = run_of(&task, &guest);
        let record = app.runtime.block_on(app.engine.record_condition()).as_ref().and_then(damage);
        let mut living = Self { line, task, app, guest, run, record };
        living.take_note();
        living
    }

    fn tell(&self, word: &FromApp) -> ToApp {
        self.line.ask(word).unwrap_or_else(|_| process::exit(0))
    }

    /// Into the last deed: what the history says now, and everything that decides how it goes on.
    fn take_note(&mut self) {
        let history = self.app.history();
        let records = self.app.records(&history);
        let unfinished = self.app.unfinished();
        let Some(past) = self.task.past.last_mut() else { return };
        if past.change.is_none() {
            let is_new = |entry: &&HistoryEntry| !past.known.contains(&entry.id);
            past.change = history.iter().find(is_new).map(|entry| entry.id);
        }
        if let Some(deed) = self.run.deeds.last_mut() {
            deed.change = past.change;
            deed.rows = records.iter().map(|record| record.steps.len() + 1).sum();
            deed.state = state_of(&deed.after, &records, &history, &self.task.names);
            (deed.history, deed.unfinished) = (history, unfinished);
        }
    }

    fn stood(&self) -> Stood {
        let known: Vec<Uuid> = self.app.history().iter().map(|entry| entry.id).collect();
        let Some(deed) = self.run.deeds.last() else {
            let (change, said) = (None, String::new());
            return Stood {
                violations: told(self.record.iter()),
                ways: Vec::new(),
                state: 0,
                known,
                change,
                said,
            };
        };
        let ways = deed.ways().into_iter().map(|way| (word(way.purpose).to_owned(), way.nth, way.change));
        let found = judge(&self.run);
        Stood {
            violations: told(self.record.iter().chain(&found)),
            ways: ways.collect(),
            state: deed.state,
            known,
            change: deed.change,
            said: crate::replay::told(deed),
        }
    }

    fn perform(&mut self, act: &str) {
        let schedule = schedule_of(&self.task.subject, &[act]);
        let act = schedule.acts.into_iter().next_back().unwrap();
        let known = self.app.history();
        let mut ways = Deed::ways_of(&known).into_iter();
        let way = ways.find(|way| (way.purpose, way.nth) == (act.purpose, act.nth));
        let offered_by = way.map(|way| way.change);
        let about = (&self.guest, schedule.subject.remedy);
        let screen = Screen::default();
        let performed = acts::perform(&self.app.engine, &screen, act.purpose, offered_by, about);
        let ending = self.app.runtime.block_on(performed);
        // What stops a change holds the app.
        *locked(&screen.stop) = None;
        let ToApp::Past(past, ours, names) = self.tell(&FromApp::Ended) else { process::exit(0) };
        (self.run.ours, self.task.names) = (ours, names);
        self.run.schedule = self.run.schedule.then(act.clone());
        let past = Past { change: ending.change, ..*past };
        let deed = deed_of(&past, act, Some(ending));
        self.run.deeds.push(deed);
        self.task.past.push(past);
        self.take_note();
    }
}

fn told<'a>(violations: impl Iterator<Item = &'a Violation>) -> Vec<(String, String, String)> {
    violations.map(|it| (it.check.to_owned(), it.sort.clone(), it.words.clone())).collect()
}

/// What a killed process leaves is a whole record, to its end.
fn damage(condition: &Condition) -> Option<Violation> {
    let whole = matches!(condition.chain, Chain::Whole { .. })
        && condition.end == End::Whole
        && condition.kept_aside.is_empty();
    let words = format!("{condition:?}");
    (!whole).then(|| Violation { check: RECORD_IS_WHOLE, sort: format!("{:?}", condition.end), words })
}

fn run_of(task: &Task, guest: &Guest) -> Run {
    let mut acts: Vec<&str> = task.past.iter().map(|past| past.act.as_str()).collect();
    acts.push("apply");
    let Schedule { subject, mut acts } = schedule_of(&task.subject, &acts);
    acts.pop();
    let deeds = task.past.iter().zip(&acts).map(|(past, act)| deed_of(past, act.clone(), None));
    Run {
        guest: guest.id.clone(),
        // A group that is asked about is changed itself; of others nothing is told.
        group: guest.group.clone().unwrap_or_default(),
        start: Truth::read(&task.start),
        deeds: deeds.collect(),
        ours: task.ours.clone(),
        foreign: std::collections::BTreeMap::new(),
        meanwhile: Vec::new(),
        not_chosen: task.not_chosen.iter().cloned().collect(),
        schedule: Schedule { subject, acts },
    }
}

fn schedule_of(subject: &str, acts: &[&str]) -> Schedule {
    format!("{subject} {}", acts.join(" ")).parse().unwrap()
}

/// An act, from what is left of it. How it ended only the process knows that came to its end.
fn deed_of(past: &Past, act: Act, ending: Option<Ending>) -> Deed {
    let seen = |(label, acted): &(String, bool)| Seen {
        label: label.clone(),
        changes: true,
        acted: *acted,
        ..Seen::default()
    };
    let (said, plan) = ending.map_or((Said::Killed, None), |ending| (ending.said, ending.plan));
    Deed {
        act,
        said,
        plan,
        offered_by: past.offered_by,
        change: past.change,
        after: Truth::read(&past.after),
        trace: past.asked.iter().map(seen).collect(),
        history: Vec::new(),
        unfinished: Vec::new(),
        rows: 0,
        state: 0,
    }
}

/// The way to the directory, which lives elsewhere.
struct Remote {
    line: Arc<Line>,
    clock: JumpingClock,
}

#[async_trait]
impl Transport for Remote {
    /// Nothing else of the app goes on meanwhile: so each run asks the same in the same order.
    async fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, TransportError> {
        let headers = request.headers().iter();
        let leaving = Leaving {
            method: request.method().to_string(),
            uri: request.uri().to_string(),
            headers: headers
                .map(|(name, value)| (name.to_string(), value.to_str().unwrap_or_default().to_owned()))
                .collect(),
            body: String::from_utf8_lossy(request.body()).into_owned(),
            now: self.clock.now(),
        };
        let lost = || TransportError::Lost { why: "connection reset".to_owned(), obstacle: None };
        match self.line.ask(&FromApp::Leaves(leaving)) {
            Ok(ToApp::Answer(Answer::Came { status, headers, body })) => {
                let mut response = http::Response::builder().status(status);
                for (name, value) in headers {
                    response = response.header(name, value);
                }
                response.body(Bytes::from(body)).map_err(|_| lost())
            }
            Ok(ToApp::Answer(Answer::NotSent)) => {
                Err(TransportError::NotSent { why: "no connection".to_owned(), obstacle: None })
            }
            Ok(ToApp::Answer(Answer::TooLarge)) => Err(TransportError::TooLarge),
            Ok(_) => Err(lost()),
            Err(_) => process::exit(0),
        }
    }
}

/// Keeps the head of the chain in a file beside the journal, and says that a row is there before it does.
struct KeptHead {
    file: PathBuf,
    line: Arc<Line>,
}

impl KeptHead {
    fn read(&self) -> io::Result<Value> {
        Ok(serde_json::from_slice(&std::fs::read(&self.file)?)?)
    }
}

impl StoresHead for KeptHead {
    fn exists(&self) -> bool {
        self.file.exists()
    }

    fn kept(&mut self) -> KnownHead {
        if !self.file.exists() {
            return KnownHead::Nothing;
        }
        let Ok(kept) = self.read() else { return KnownHead::Lost };
        let text = |name: &str| kept[name].as_str().map(str::to_owned);
        KnownHead::Head(Head {
            row: kept["row"].as_i64().unwrap_or_default(),
            hash: text("hash").unwrap_or_default(),
            cut_after: kept["cutAfter"].as_i64(),
            truncation: text("truncation"),
            announced: text("announced"),
        })
    }

    fn store(&mut self, head: &Head) -> bool {
        if self.line.ask::<ToApp>(&FromApp::Row).is_err() {
            process::exit(0);
        }
        let Head { row, hash, cut_after, truncation, announced } = head;
        let kept = json!({
            "row": row, "hash": hash, "cutAfter": cut_after, "truncation": truncation, "announced": announced,
        });
        atomic_file::write(&self.file, kept.to_string().as_bytes(), Permissions::OwnerOnly).is_ok()
    }
}

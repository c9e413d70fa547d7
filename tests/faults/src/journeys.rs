//! Whose journeys there are, made from the table of remedies: for each remedy the guests who need it, by what the engine
//! says; for each of them the remedy itself, its undo, and every way on and back from every place where it can be
//! interrupted.

use std::collections::{BTreeMap, HashSet};

use guest::RemedyKind;
use practice::Organisation;
use procedure::Purpose;
use serde_json::Value;

use crate::acts::{apply, guests};
use crate::evidence::{Deed, Run};
use crate::fault::{Fault, Wait};
use crate::injector::Seen;
use crate::newcomer::{self, newcomers};
use crate::schedule::{Act, Place, Planned, Schedule, Subject};
use crate::somebody::Names;
use crate::world::{Beginning, Guest, World, play};

/// How an act is interrupted on purpose, at each request that changes something: killed before it, killed after it, and
/// a server that is away from there on.
const INTERRUPTIONS: [(Fault, bool); 3] = [
    (Fault::KillBefore, false),
    (Fault::KillAfter, false),
    (Fault::Status { status: 503, wait: Wait::Absent, acted: false }, true),
];

/// The organisation and who needs what in it.
pub(crate) struct Cast {
    pub(crate) beginning: Beginning,
    pub(crate) subjects: Vec<(Subject, Guest)>,
    /// Remedies of the table that nobody needs.
    pub(crate) unneeded: Vec<RemedyKind>,
}

/// A journey in whose last act nothing went wrong yet.
#[derive(Debug, Clone)]
pub(crate) struct Journey {
    pub(crate) schedule: Schedule,
    pub(crate) guest: Guest,
    /// What its last act asks.
    pub(crate) trace: Vec<Seen>,
    /// How many rows it writes.
    pub(crate) rows: usize,
}

impl Cast {
    /// Reads the organisation, and asks the engine who needs what.
    pub(crate) fn read() -> Self {
        let text = include_str!("../organisation.json");
        let file: Value = serde_json::from_str(text).unwrap();
        let beginning = Beginning {
            organisation: Organisation::read(text).unwrap(),
            names: names(&file),
            group: file["groups"][0]["id"].as_str().unwrap().to_owned(),
        };
        let (mut subjects, mut unneeded) = (Vec::new(), Vec::new());
        for (remedy, _) in procedure::remedies() {
            let found = who_needs(remedy, &beginning, &file);
            if found.is_empty() {
                unneeded.push(remedy);
            }
            subjects.extend(found);
        }
        Self { beginning, subjects, unneeded }
    }

    /// The guest of a schedule.
    pub(crate) fn guest(&self, subject: &Subject) -> Option<&Guest> {
        self.subjects.iter().find(|(one, _)| one == subject).map(|(_, guest)| guest)
    }
}

/// Names of everything that has a name: users by their first, groups by their number.
pub(crate) fn names(file: &Value) -> Names {
    let list = |name: &str| file[name].as_array().cloned().unwrap_or_default();
    let id = |object: &Value| object["id"].as_str().unwrap_or_default().to_ascii_lowercase();
    let users = list("users").into_iter().chain(list("deletedUsers"));
    let users = users.map(|user| (id(&user), first_name(&user)));
    let groups = list("groups").into_iter().enumerate();
    let groups = groups.map(|(at, group)| (id(&group), format!("group{}", at + 1)));
    users.chain(groups).collect()
}

/// The first name, in small letters.
pub(crate) fn first_name(user: &Value) -> String {
    user["givenName"].as_str().unwrap_or_default().to_lowercase()
}

/// The guests for whom the remedy is offered and can be confirmed, each by the first address that leads to it.
fn who_needs(remedy: RemedyKind, beginning: &Beginning, file: &Value) -> Vec<(Subject, Guest)> {
    let mut found: BTreeMap<String, (Subject, Guest)> = BTreeMap::new();
    let of = |name: &str| file[name].as_array().into_iter().flatten();
    let users = of("users").chain(of("deletedUsers"));
    let addresses = |user: &Value| {
        let others = user["otherMails"].as_array().cloned().unwrap_or_default();
        let all = others.into_iter().chain([user["mail"].clone()]);
        all.filter_map(|mail| mail.as_str().map(str::to_owned)).collect::<Vec<String>>()
    };
    let people: Vec<(String, Vec<String>)> = users
        .clone()
        .filter(|user| user["userType"] == "Guest")
        .map(|user| (user["id"].as_str().unwrap_or_default().to_owned(), addresses(user)))
        .collect();
    let Some((id, all)) = people.first() else { return Vec::new() };
    let address = all.first().cloned().unwrap_or_default();
    let anybody = Guest { id: id.clone(), address, group: None };
    let world = World::start(beginning, &anybody, false);
    let app = world.app();
    let everybody = app.runtime.block_on(guests(&app.engine, &people));
    // Without a group first: whoever needs the remedy so is not asked about a group besides.
    let groups = file["groups"].as_array().into_iter().flatten().map(|group| group["id"].as_str());
    let asked = std::iter::once(None).chain(groups.map(|id| id.map(str::to_ascii_lowercase)));
    let asked: Vec<Option<String>> = asked.collect();
    let all = asked
        .iter()
        .flat_map(|group| everybody.iter().map(move |guest| Guest { group: group.clone(), ..guest.clone() }))
        .chain(newcomers(beginning));
    for guest in all {
        if found.contains_key(&guest.id) {
            continue;
        }
        let plan = app.runtime.block_on(apply(&app.engine, &guest, remedy));
        if plan.is_ok_and(|plan| plan.id.is_some()) && !found.contains_key(&guest.id) {
            let user = users.clone().find(|user| user["id"] == guest.id.as_str());
            let newcomer = newcomer::name(&guest.id).unwrap_or_default().to_owned();
            let subject = Subject { remedy, guest: user.map_or(newcomer, first_name) };
            found.insert(guest.id.clone(), (subject, guest));
        }
    }
    found.into_values().collect()
}

/// Every journey of one subject.
pub(crate) fn journeys(cast: &Cast, subject: &Subject, guest: &Guest) -> Vec<Journey> {
    let mut all = Journeys { cast, guest, seen: HashSet::new(), shapes: HashSet::new(), found: Vec::new() };
    let first = Schedule { subject: subject.clone(), acts: vec![Act::of(Purpose::Apply)] };
    all.add(&first, 0);
    all.found
}

/// How often a journey is interrupted before its last act.
const MOST_INTERRUPTIONS: usize = 2;

struct Journeys<'a> {
    cast: &'a Cast,
    guest: &'a Guest,
    /// From where it was gone on already, by what way.
    seen: HashSet<(u64, Purpose, usize)>,
    /// Which acts asked what, of journeys that are interrupted twice: of those one of a sort is enough.
    shapes: HashSet<(Vec<Purpose>, Vec<String>)>,
    found: Vec<Journey>,
}

impl Journeys<'_> {
    /// The journey itself, those that go on from its end, and those that go on from where it is interrupted.
    fn add(&mut self, schedule: &Schedule, interruptions: usize) {
        let run = play(&self.cast.beginning, self.guest, schedule);
        let rows_before = run.deeds.len().checked_sub(2).map_or(0, |at| run.deeds[at].rows);
        let last = run.last();
        let asked: Vec<String> = last.trace.iter().map(|seen| seen.label.clone()).collect();
        let purposes = schedule.acts.iter().map(|act| act.purpose).collect();
        let is_new = self.shapes.insert((purposes, asked));
        if interruptions == MOST_INTERRUPTIONS && !is_new {
            return;
        }
        let journey = Journey {
            schedule: schedule.clone(),
            guest: self.guest.clone(),
            trace: last.trace.clone(),
            rows: last.rows.saturating_sub(rows_before),
        };
        self.found.push(journey);
        if interruptions == 0 {
            self.go_on(&run, 0);
        }
        let twice = interruptions > 0;
        if interruptions == MOST_INTERRUPTIONS || twice && !is_new {
            return;
        }
        for (label, nth) in changing(last) {
            for (fault, for_ever) in
                INTERRUPTIONS.into_iter().filter(|(fault, _)| !twice || *fault == Fault::KillAfter)
            {
                let place = Place::Request { label: label.clone(), nth };
                let interrupted = schedule.with(Planned { place, fault, for_ever });
                let run = play(&self.cast.beginning, self.guest, &interrupted);
                self.go_on(&run, interruptions + 1);
            }
        }
    }

    /// By every way that is offered, where that was not done already.
    fn go_on(&mut self, run: &Run, interruptions: usize) {
        for way in run.last().ways() {
            if self.seen.insert((run.last().state, way.purpose, way.nth)) {
                let act = Act { nth: way.nth, ..Act::of(way.purpose) };
                self.add(&run.schedule.then(act), interruptions);
            }
        }
    }
}

/// The requests of an act that change something.
fn changing(deed: &Deed) -> impl Iterator<Item = (String, usize)> {
    deed.trace.iter().filter(|seen| seen.changes).map(|seen| (seen.label.clone(), seen.nth))
}

//! A batch, from start to its end or to a kill and start again, and the ways that its guests are offered after it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use procedure::{HistoryEntry, Problem};
use uuid::Uuid;

use super::course::{Course, go_through};
use super::five::{Five, Fives, Member};
use crate::acts::Ending;
use crate::evidence::{Deed, Run, Said};
use crate::injector::Seen;
use crate::place::locked;
use crate::schedule::{Act, Schedule};
use crate::somebody::Somebody;
use crate::truth::Truth;
use crate::world::World;

/// Another batch of the same guests, in which nothing goes wrong.
#[derive(Debug, Clone)]
pub(super) struct Again {
    pub(super) course: Course,
    /// How the directory stands after it.
    pub(super) after: Truth,
}

/// A run of a schedule of a batch.
#[derive(Debug, Clone)]
pub(super) struct BatchRun {
    pub(super) schedule: Schedule,
    pub(super) five: Five,
    /// How the directory stood at the beginning.
    pub(super) start: Truth,
    pub(super) course: Course,
    /// The batch, and each way after it.
    pub(super) deeds: Vec<Deed>,
    /// Why no other change could be confirmed after it.
    pub(super) busy: Option<Problem>,
    /// What came of another batch; none where a way was walked instead.
    pub(super) again: Option<Again>,
    /// What somebody else did.
    pub(super) meanwhile: Vec<Somebody>,
    /// The accounts that we invited: none, unless somebody deleted one.
    ours: Vec<String>,
    /// Object id of a group of every guest.
    pub(super) group: String,
}

/// Runs a schedule from the beginning to its end; none where nobody needs it.
pub(super) fn play(fives: &Fives, schedule: &Schedule) -> Option<BatchRun> {
    let five = fives.of(&schedule.subject)?;
    let (batch, ways) = schedule.acts.split_first()?;
    let third = &five.third().guest;
    let mut world = World::start(&fives.beginning, third, schedule.needs_disk());
    // Each of them is called by their name.
    locked(&world.wire.injector).names.clone_from(&fives.beginning.names);
    let start = world.truth();
    let (deed, course) = perform(&mut world, five, batch);
    let busy = world.app().engine.nothing_running().err();
    let mut deeds = vec![deed];
    for act in ways {
        let deed = world.perform(act, third, schedule);
        deeds.push(deed);
    }
    let again = ways.is_empty().then(|| {
        let (deed, course) = perform(&mut world, five, &Act::of(batch.purpose));
        Again { course, after: deed.after }
    });
    let meanwhile = locked(&world.wire.meanwhile).clone();
    let ours = locked(&world.wire.invited).ours.clone();
    let (schedule, five, group) = (schedule.clone(), five.clone(), fives.beginning.group.clone());
    Some(BatchRun { schedule, five, start, course, deeds, busy, again, meanwhile, ours, group })
}

fn perform(world: &mut World, five: &Five, act: &Act) -> (Deed, Course) {
    world.prepare(act);
    let app = world.app();
    let known = app.history();
    let course = Mutex::new(Course::default());
    let ended = app.runtime.block_on(async {
        tokio::select! {
            biased;
            () = go_through(&app.engine, &world.wire, five, &course) => true,
            () = world.wire.killed.notified() => false,
        }
    });
    let mut course = course.into_inner().unwrap();
    if !ended && course.batch.is_some() {
        // What the window would have shown when it was killed.
        let (_, progress) = app.runtime.block_on(app.engine.watch_batch(0));
        course.heard.extend(progress);
    }
    let ending = ended.then_some(Ending { said: Said::OneOfMany, plan: None, change: None });
    (world.deed(act, &known, None, ending), course)
}

impl BatchRun {
    /// The batch itself.
    pub(super) fn deed(&self) -> &Deed {
        &self.deeds[0]
    }

    /// The last act.
    pub(super) fn last(&self) -> &Deed {
        self.deeds.last().unwrap()
    }

    /// Which of the five this is.
    pub(super) fn member(&self, id: &str) -> Option<&Member> {
        self.five.members.iter().find(|member| member.guest.id == id)
    }

    /// What was asked about a guest once the batch was confirmed, with its place in the trace.
    pub(super) fn turn_of(&self, member: &Member) -> impl Iterator<Item = (usize, &Seen)> {
        let after = self.deed().trace.iter().enumerate().skip(self.course.confirmed_at);
        after.filter(move |(_, seen)| is_about(seen, member))
    }

    /// The changes of a guest that the directory made.
    pub(super) fn acted(&self, member: &Member) -> Vec<(usize, &Seen)> {
        let trace = self.deed().trace.iter().enumerate();
        trace.filter(|(_, seen)| seen.changes && seen.acted && is_about(seen, member)).collect()
    }

    /// Whether nobody but the app changed anything of a guest.
    pub(super) fn alone(&self, member: &Member) -> bool {
        self.meanwhile.is_empty() || member.name != self.five.third().name
    }

    /// Whether the app was killed.
    pub(super) fn was_killed(&self) -> bool {
        matches!(self.deed().said, Said::Killed)
    }

    /// The run as one guest's: the batch as an act of theirs, and each way after it. So it is judged as any other.
    pub(super) fn of_guest(&self, member: &Member) -> Run {
        let deeds = self.deeds.iter().enumerate().map(|(at, deed)| {
            let mut deed = deed.clone();
            deed.history.retain(|entry| entry.guest_name == member.display_name);
            let theirs: BTreeSet<Uuid> = deed.history.iter().map(|entry| entry.id).collect();
            deed.unfinished.retain(|change| theirs.contains(change));
            if at == 0 {
                deed.trace.retain(|seen| is_about(seen, member));
                deed.change = deed.history.first().map(|entry| entry.id);
            }
            deed
        });
        Run {
            schedule: self.schedule.clone(),
            guest: member.guest.id.clone(),
            group: self.group.clone(),
            start: self.start.clone(),
            deeds: deeds.collect(),
            // Whom somebody deleted just before may be invited anew; the others have no part in it.
            ours: if self.meanwhile.is_empty() || !self.alone(member) {
                self.ours.clone()
            } else {
                Vec::new()
            },
            foreign: BTreeMap::new(),
            meanwhile: if self.alone(member) { Vec::new() } else { self.meanwhile.clone() },
            not_chosen: BTreeSet::new(),
        }
    }

    /// The line of the history about a guest.
    pub(super) fn entry(&self, member: &Member) -> Option<&HistoryEntry> {
        self.deed().history.iter().find(|entry| entry.guest_name == member.display_name)
    }
}

/// Whether a request is about this guest: their account stands in it, or their address is invited.
pub(super) fn is_about(seen: &Seen, member: &Member) -> bool {
    let names = |label: &str| label.split([':', '/']).any(|part| part == member.name);
    let invites = seen.label == "POST:invitations" && seen.asked.contains(&member.guest.address);
    invites || names(&seen.label) || seen.items.iter().any(|(label, _)| names(label))
}

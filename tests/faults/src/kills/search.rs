//! Every single kill, and double ones drawn from a seed.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::OnceLock;

use guest::RemedyKind;

use super::kept::{Kept, run_kept};
use super::life::{End, Next, live};
use super::line::Stood;
use super::moments::{Moment, moments};
use super::standing::{Scene, Standing};
use super::walk::{Found, along, walk};
use crate::evidence::Way;
use crate::explore::Walked;
use crate::fault::Fault;
use crate::journeys::{Cast, Journey, journeys};
use crate::random::Random;
use crate::report::Report;
use crate::schedule::{Act, Schedule};
use crate::search::{each, guarded};

/// What is killed.
#[derive(Debug, Clone)]
pub struct Kills {
    /// The program that is started as the app: this one, or one like it.
    pub program: PathBuf,
    /// How many double kills.
    pub doubles: usize,
    /// From which they are drawn, and the share.
    pub seed: u64,
    /// How much of all single kills, in percent; which, the seed says.
    pub share: usize,
    /// Only this remedy.
    pub remedy: Option<RemedyKind>,
    /// Hears how far it has come.
    pub progress: fn(&str),
}

/// A journey, and what is there before its last act, once somebody asked.
struct Prepared<'a> {
    scene: &'a Scene<'a>,
    schedule: Schedule,
    before: OnceLock<Result<(Standing, Vec<Moment>), String>>,
}

impl Prepared<'_> {
    fn last(&self) -> &Act {
        self.schedule.acts.last().unwrap()
    }

    /// What is there before the last act, and its moments: everything before it is done, and it itself on a copy.
    fn before(&self) -> Result<&(Standing, Vec<Moment>), String> {
        let made = self.before.get_or_init(|| {
            let mut standing = Standing::at_first(self.scene);
            let (last, before) = self.schedule.acts.split_last().unwrap();
            for act in before {
                let lived = live(self.scene, &mut standing, |stood| Some(next(act, stood)));
                if let End::Failed(why) = lived.end {
                    return Err(format!("{}: {why}", self.schedule));
                }
            }
            let lived = live(self.scene, &mut standing.again(), |stood| Some(next(last, stood)));
            match lived.end {
                End::Ended(_) => Ok((standing, moments(&lived.events))),
                End::Failed(why) => Err(format!("{}: {why}", self.schedule)),
                End::Content | End::Killed => Err(format!("{}: it does not end", self.schedule)),
            }
        });
        made.as_ref().map_err(Clone::clone)
    }
}

/// An act, with the change that offers it now.
pub(crate) fn next(act: &Act, stood: &Stood) -> Next {
    let mut ways = stood.ways().into_iter();
    let way = ways.find(|way| (way.purpose, way.nth) == (act.purpose, act.nth));
    Next { act: act.clone(), offered_by: way.map(|way| way.change), requests: usize::MAX }
}

/// The same, to be killed at this moment.
pub(crate) fn killed_at(act: &Act, moment: &Moment, stood: &Stood) -> Next {
    let mut act = act.clone();
    act.faults.push(moment.planned.clone());
    Next { requests: moment.requests, ..next(&act, stood) }
}

/// Kills it in this act at this moment, on what is there; false when it was not killed.
fn kill(scene: &Scene<'_>, standing: &mut Standing, act: &Act, moment: &Moment, found: &mut Found) -> bool {
    let lived = live(scene, standing, |stood| Some(killed_at(act, moment, stood)));
    found.processes += 1;
    let why = match lived.end {
        End::Killed => {
            found.killed += 1;
            return true;
        }
        End::Failed(why) => why,
        End::Content | End::Ended(_) => format!("the moment {} does not come", moment.planned),
    };
    found.fail(scene, standing, &why);
    false
}

/// Kills, starts again, walks, and tells what was found; true when nothing was.
#[must_use]
pub fn kills(what: &Kills) -> (bool, String) {
    let cast = Cast::read();
    let wanted = |remedy: RemedyKind| what.remedy.is_none_or(|only| only == remedy);
    let subjects: Vec<_> = cast.subjects.iter().filter(|(subject, _)| wanted(subject.remedy)).collect();
    let scenes: Vec<(Scene<'_>, Vec<Journey>)> = each(&subjects, |(subject, guest)| {
        let scene = Scene::of(&what.program, &cast.beginning, subject, guest);
        (scene, journeys(&cast, subject, guest))
    });
    let all: Vec<Prepared<'_>> = scenes
        .iter()
        .flat_map(|(scene, journeys)| journeys.iter().map(move |journey| (scene, journey)))
        .map(|(scene, journey)| Prepared {
            scene,
            schedule: journey.schedule.clone(),
            before: OnceLock::new(),
        })
        .collect();
    let kept = run_kept(&what.program, &cast, what.remedy);
    (what.progress)(&format!("{} journeys; {} kept kills", all.len(), kept.schedules));
    let mut random = Random::seeded(what.seed);
    let drawn: Vec<u64> = (0..what.doubles).map(|_| random.draw()).collect();
    let doubles = each(&drawn, |seed| guarded(|| double(&all, &mut Random::seeded(*seed))));
    let doubles = taken(doubles);
    (what.progress)(&format!("{} double kills", what.doubles));
    let singles = single_kills(&all, what.share, &mut random);
    tell(&all, what, kept, doubles, singles)
}

/// What several have found; a panic is a failure.
fn taken(each: Vec<Result<Found, String>>) -> Found {
    let mut all = Found::default();
    for one in each {
        match one {
            Ok(found) => all.add(found),
            Err(why) => all.failures.push(why),
        }
    }
    all
}

/// Every moment of every journey that was itself interrupted by kills alone.
fn single_kills(all: &[Prepared<'_>], share: usize, random: &mut Random) -> (Found, usize) {
    if share == 0 {
        return (Found::default(), 0);
    }
    let by_kills = |one: &&Prepared<'_>| {
        let mut faults = one.schedule.acts.iter().flat_map(|act| &act.faults);
        faults.all(|planned| matches!(planned.fault, Fault::KillBefore | Fault::KillAfter))
    };
    let journeys: Vec<&Prepared<'_>> = all.iter().filter(by_kills).collect();
    let mut found = Found::default();
    let prepared = each(&journeys, |one| one.before().map(|(_, moments)| moments.clone()));
    let mut places = Vec::new();
    for (one, moments) in journeys.iter().zip(prepared) {
        match moments {
            Ok(moments) => places.extend(moments.into_iter().map(|moment| (*one, moment))),
            Err(why) => found.failures.push(why),
        }
    }
    let of = places.len();
    places.retain(|_| random.below(100) < share);
    let walked = Walked::default();
    let each = each(&places, |(one, moment)| guarded(|| single(one, moment, &walked)));
    found.add(taken(each));
    (found, of)
}

fn single(one: &Prepared<'_>, moment: &Moment, walked: &Walked) -> Found {
    let mut found = Found::default();
    let Ok((before, _)) = one.before() else { return found };
    let mut standing = before.again();
    if kill(one.scene, &mut standing, one.last(), moment, &mut found) {
        walk(one.scene, &standing, walked, 0, &mut found);
    }
    found
}

/// How often it is drawn anew when there is nothing to go on with.
const MOST_DRAWS: usize = 50;

/// Killed, gone on or back by a way that the next start offers, and killed again; then every way to its end.
fn double(all: &[Prepared<'_>], random: &mut Random) -> Found {
    let mut found = Found::default();
    for _ in 0..MOST_DRAWS {
        let Some(one) = random.one_of(all) else { break };
        let (before, moments) = match one.before() {
            Ok(before) => before,
            Err(why) => {
                found.failures.push(why);
                return found;
            }
        };
        // Before its first row a change is none, and nothing is gone on with.
        let begun: Vec<&Moment> = moments.iter().filter(|moment| moment.rows > 0).collect();
        let Some(first) = random.one_of(&begun) else { continue };
        let mut standing = before.again();
        if !kill(one.scene, &mut standing, one.last(), first, &mut found) {
            return found;
        }
        let Some((way, second)) = drawn_way(one.scene, &standing, random, &mut found) else { continue };
        if kill(one.scene, &mut standing, &along(way).act, &second, &mut found) {
            walk(one.scene, &standing, &Walked::default(), 0, &mut found);
        }
        return found;
    }
    found.failures.push("nothing to kill twice".to_owned());
    found
}

/// A way that is offered, and a moment of it: it is walked on a copy, and judged.
fn drawn_way(
    scene: &Scene<'_>,
    standing: &Standing,
    random: &mut Random,
    found: &mut Found,
) -> Option<(Way, Moment)> {
    let (mut copy, mut drawn) = (standing.again(), None);
    let lived = live(scene, &mut copy, |stood| {
        let ways = stood.ways();
        drawn = random.one_of(&ways).copied();
        drawn.map(along)
    });
    found.processes += 1;
    if let Some(stood) = &lived.stood {
        found.hear(scene, standing, stood);
    }
    match &lived.end {
        End::Ended(stood) => {
            found.ways += 1;
            found.hear(scene, &copy, stood);
        }
        End::Failed(why) => found.fail(scene, &copy, why),
        End::Content | End::Killed => {}
    }
    let moments = moments(&lived.events);
    Some((drawn?, random.one_of(&moments)?.clone()))
}

fn tell(
    all: &[Prepared<'_>],
    what: &Kills,
    kept: Kept,
    doubles: Found,
    (singles, of): (Found, usize),
) -> (bool, String) {
    let (single, twice) = (singles.killed, what.doubles);
    let mut found = kept.found;
    found.add(doubles);
    found.add(singles);
    let mut report = Report::default();
    report.add(found.violations);
    report.failures = found.failures;
    let mut text = report.listed(what.seed, " --processes");
    let _ = writeln!(
        text,
        "\n{} journeys; {} kept kills, {single} of {of} single kills, {twice} double kills (seed {}); {} processes \
         killed of {}, {} ways walked; {} violations",
        all.len(),
        kept.schedules,
        what.seed,
        found.killed,
        found.processes,
        found.ways,
        report.violations(),
    );
    (report.violations() == 0, text)
}

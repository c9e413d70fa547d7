//! What must be so: two organisations with a guest each, who is signed in, which plan is valid, what runs, and how each
//! change stands. It knows nothing of requests and rows.

use guest::RemedyKind;
use procedure::ChangeStatus;
use proptest::prelude::*;
use proptest::sample::select;
use proptest_state_machine::ReferenceStateMachine;

use super::doing::{COURSES, Course, Doing, GuestIs, HeldAt, Purpose, WAYS};

#[derive(Debug, Clone)]
pub(crate) struct Change {
    pub(crate) organisation: usize,
    remedy: RemedyKind,
    takes_back: Option<usize>,
    from: GuestIs,
    to: GuestIs,
    pub(crate) status: ChangeStatus,
}

impl Change {
    /// Stopped half-way, and not given up.
    fn is_open(&self) -> bool {
        matches!(self.status, ChangeStatus::Unknown | ChangeStatus::Interrupted)
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Plan {
    organisation: usize,
    purpose: Purpose,
    /// Until another preview, a confirmation, the end of the session, or fifteen minutes.
    valid: bool,
    /// The directory is no longer what the plan shows.
    outdated: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Running {
    plan: Plan,
    held_at: HeldAt,
    /// The status of the change that is gone on with, before it was.
    before: Option<ChangeStatus>,
    /// Its number, once it is written down.
    change: Option<usize>,
}

#[derive(Debug, Clone)]
pub(crate) struct Model {
    /// In which organisation.
    pub(crate) signed_in: Option<usize>,
    pub(crate) guests: [GuestIs; 2],
    pub(crate) plans: Vec<Plan>,
    pub(crate) changes: Vec<Change>,
    pub(crate) running: Option<Running>,
    /// Whether what was done last is refused.
    pub(crate) refused: bool,
    /// The organisations in which the last step may have written.
    pub(crate) may_write: [bool; 2],
}

impl ReferenceStateMachine for Model {
    type State = Self;
    type Transition = Doing;

    fn init_state() -> BoxedStrategy<Self> {
        let guests = [GuestIs::WithTwoAddresses; 2];
        let (plans, changes) = (Vec::new(), Vec::new());
        Just(Self {
            signed_in: Some(0),
            guests,
            plans,
            changes,
            running: None,
            refused: false,
            may_write: [false; 2],
        })
        .boxed()
    }

    /// Whatever can be asked for, and more often what leads somewhere from here.
    fn transitions(model: &Self) -> BoxedStrategy<Doing> {
        let remedies = select(vec![RemedyKind::KeepOneAddress, RemedyKind::RemoveAndInvite]);
        let any_way =
            (0..model.changes.len().max(1), 0..WAYS.len()).prop_map(|(change, way)| WAYS[way](change));
        let open_ways = model.open_ways();
        let (is_way_open, has_plan) = (!open_ways.is_empty(), model.plans.iter().any(|plan| plan.valid));
        let way = if is_way_open { select(open_ways).boxed() } else { any_way.clone().boxed() };
        let newest = select(COURSES.to_vec()).prop_map(|course| Doing::Confirm(0, course));
        let some =
            (0..3_usize, select(COURSES.to_vec())).prop_map(|(plan, course)| Doing::Confirm(plan, course));
        let (is_in, runs) = (model.signed_in.is_some(), model.running.is_some());
        let often = |so: bool, weight: u32| if so { weight } else { 1 };
        prop_oneof![
            often(!is_in, 20) => (0..2_usize, 0..2_usize).prop_map(|(of, person)| Doing::SignIn(of, person)),
            1 => Just(Doing::SignOut),
            1 => Just(Doing::Search),
            often(is_in, 6) => remedies.prop_map(|remedy| Doing::Preview(Purpose::Apply(remedy))),
            1 => any_way.prop_map(Doing::Preview),
            often(is_way_open, 12) => way.prop_map(Doing::Preview),
            often(has_plan && !runs, 30) => newest,
            2 => some,
            often(runs, 4) => Just(Doing::LetGo),
            often(runs, 6) => Just(Doing::Kill),
            1 => Just(Doing::Wait),
        ]
        .boxed()
    }

    fn preconditions(model: &Self, doing: &Doing) -> bool {
        match doing {
            Doing::Preview(Purpose::Undo(change) | Purpose::GoOn(change) | Purpose::PutBack(change)) => {
                *change < model.changes.len()
            }
            Doing::Confirm(which, course) => {
                let Some(plan) = model.plan(*which) else { return false };
                // What becomes of these is told in stories of their own: here the model would need all of the engine.
                !plan.outdated && model.can_be_told(plan) && model.can_go(plan, *course)
            }
            Doing::LetGo => model.running.is_some(),
            Doing::SignIn(..)
            | Doing::SignOut
            | Doing::Search
            | Doing::Preview(_)
            | Doing::Kill
            | Doing::Wait => true,
        }
    }

    fn apply(mut model: Self, doing: &Doing) -> Self {
        (model.refused, model.may_write) = (false, [false; 2]);
        match doing {
            Doing::SignIn(organisation, _) => model.session(Some(*organisation)),
            Doing::SignOut => model.session(None),
            Doing::Search => model.refused = model.signed_in.is_none(),
            Doing::Preview(purpose) => model.preview(*purpose),
            Doing::Confirm(which, course) => model.confirm(*which, *course),
            Doing::LetGo => model.let_go(),
            Doing::Kill => model.kill(),
            Doing::Wait => model.void(),
        }
        model
    }
}

impl Model {
    fn plan(&self, from_the_newest: usize) -> Option<&Plan> {
        self.plans.iter().rev().nth(from_the_newest)
    }

    /// The number of a plan among all of them.
    pub(crate) fn number_of(&self, from_the_newest: usize) -> usize {
        self.plans.len() - 1 - from_the_newest
    }

    /// While a change of the same guest is open, another one's end depends on how far that has come.
    fn can_be_told(&self, plan: &Plan) -> bool {
        let of_it = |number: usize| match plan.purpose {
            Purpose::Apply(_) => false,
            Purpose::Undo(change) | Purpose::GoOn(change) | Purpose::PutBack(change) => change == number,
        };
        let open = self.changes.iter().enumerate().filter(|(_, change)| change.is_open());
        let mut others =
            open.filter(|(number, change)| change.organisation == plan.organisation && !of_it(*number));
        others.all(|(number, _)| self.is_taken_back_by(number, plan))
    }

    /// An open way back is gone on with while the change that it takes back is open too.
    fn is_taken_back_by(&self, number: usize, plan: &Plan) -> bool {
        matches!(plan.purpose, Purpose::GoOn(way) if self.changes[way].takes_back == Some(number))
    }

    /// Whether the work has such a request.
    fn can_go(&self, plan: &Plan, course: Course) -> bool {
        let (deletes, resumed) = match plan.purpose {
            Purpose::Apply(remedy) => (remedy == RemedyKind::RemoveAndInvite, false),
            Purpose::Undo(change) => (self.changes[change].remedy == RemedyKind::RemoveAndInvite, false),
            Purpose::GoOn(_) => (false, true),
            Purpose::PutBack(_) => (false, false),
        };
        // Whether the original was deleted is not known; it was not, and there is nothing to write.
        let is_there = self.guests[plan.organisation] != GuestIs::Deleted;
        if matches!(plan.purpose, Purpose::PutBack(_)) && is_there {
            return matches!(course, Course::Through | Course::HeldUp(HeldAt::Comparison));
        }
        match course {
            Course::Through | Course::HeldUp(HeldAt::Comparison | HeldAt::FirstWrite) => true,
            Course::Refused => !resumed,
            Course::HeldUp(HeldAt::SecondWrite) => deletes,
        }
    }

    fn void(&mut self) {
        self.plans.iter_mut().for_each(|plan| plan.valid = false);
    }

    fn session(&mut self, organisation: Option<usize>) {
        self.refused = self.running.is_some();
        if !self.refused {
            self.signed_in = organisation;
            self.void();
        }
    }

    fn preview(&mut self, purpose: Purpose) {
        let Some(organisation) = self.signed_in else {
            self.refused = true;
            return;
        };
        self.void();
        self.refused = !self.can_be_planned(organisation, purpose);
        if !self.refused {
            self.plans.push(Plan { organisation, purpose, valid: true, outdated: false });
        }
    }

    /// The ways that can be planned now.
    fn open_ways(&self) -> Vec<Purpose> {
        let Some(organisation) = self.signed_in else { return Vec::new() };
        let all = (0..self.changes.len()).flat_map(|change| WAYS.map(|way| way(change)));
        all.filter(|way| self.can_be_planned(organisation, *way)).collect()
    }

    fn can_be_planned(&self, organisation: usize, purpose: Purpose) -> bool {
        let guest = self.guests[organisation];
        match purpose {
            Purpose::Apply(RemedyKind::KeepOneAddress) => guest == GuestIs::WithTwoAddresses,
            Purpose::Apply(_) => matches!(guest, GuestIs::WithTwoAddresses | GuestIs::WithOneAddress),
            Purpose::Undo(change) => {
                let of = &self.changes[change];
                let stands = of.status == ChangeStatus::Done && of.to == guest && of.takes_back.is_none();
                stands && self.is_free(organisation, change)
            }
            Purpose::GoOn(change) => self.changes[change].is_open() && self.is_free(organisation, change),
            Purpose::PutBack(change) => self.can_be_put_back(organisation, change),
        }
    }

    fn can_be_put_back(&self, organisation: usize, change: usize) -> bool {
        let of = &self.changes[change];
        let replaces = of.remedy == RemedyKind::RemoveAndInvite && of.takes_back.is_none();
        replaces && of.is_open() && self.is_free(organisation, change)
    }

    /// Of this organisation, at rest, and no other change is taking it back.
    fn is_free(&self, organisation: usize, number: usize) -> bool {
        let change = &self.changes[number];
        let of_it = change.organisation == organisation && change.status != ChangeStatus::Running;
        of_it && !self.is_being_taken_back(number)
    }

    fn is_being_taken_back(&self, number: usize) -> bool {
        let running = |change: &Change| change.status == ChangeStatus::Running;
        self.changes
            .iter()
            .any(|change| change.takes_back == Some(number) && (change.is_open() || running(change)))
    }

    /// How many are waiting for somebody to go on or back.
    pub(crate) fn unfinished(&self, organisation: usize) -> usize {
        let of_it = self.changes.iter().enumerate().filter(|(_, change)| change.organisation == organisation);
        of_it.filter(|(number, change)| change.is_open() && !self.is_being_taken_back(*number)).count()
    }

    fn confirm(&mut self, which: usize, course: Course) {
        let number = self.number_of(which);
        self.refused = self.signed_in.is_none() || self.running.is_some() || !self.plans[number].valid;
        if self.refused {
            return;
        }
        self.plans[number].valid = false;
        let plan = self.plans[number].clone();
        self.may_write[plan.organisation] = true;
        match course {
            Course::Through => self.finish(&plan, None),
            Course::Refused => drop(self.write_down(&plan, ChangeStatus::Refused)),
            Course::HeldUp(held_at) => self.hold_up(plan, held_at),
        }
    }

    fn hold_up(&mut self, plan: Plan, held_at: HeldAt) {
        let (mut before, mut change) = (None, None);
        if let Purpose::GoOn(of) = plan.purpose {
            before = Some(self.changes[of].status);
            self.changes[of].status = ChangeStatus::Running;
            change = Some(of);
        } else if held_at != HeldAt::Comparison {
            change = Some(self.write_down(&plan, ChangeStatus::Running));
        }
        if held_at == HeldAt::SecondWrite {
            self.becomes(plan.organisation, GuestIs::Deleted);
        }
        self.running = Some(Running { plan, held_at, before, change });
    }

    /// A new change; its number.
    fn write_down(&mut self, plan: &Plan, status: ChangeStatus) -> usize {
        let from = self.guests[plan.organisation];
        let (remedy, takes_back, to) = match plan.purpose {
            Purpose::Apply(remedy @ RemedyKind::KeepOneAddress) => (remedy, None, GuestIs::WithOneAddress),
            Purpose::Apply(remedy) => (remedy, None, GuestIs::Replaced),
            Purpose::Undo(of) | Purpose::PutBack(of) | Purpose::GoOn(of) => {
                (self.changes[of].remedy, Some(of), self.changes[of].from)
            }
        };
        self.changes.push(Change { organisation: plan.organisation, remedy, takes_back, from, to, status });
        self.changes.len() - 1
    }

    /// The change comes to its end; it may stand among the others already.
    fn finish(&mut self, plan: &Plan, written_down: Option<usize>) {
        let number = match (plan.purpose, written_down) {
            (Purpose::GoOn(of), _) => of,
            (_, Some(number)) => number,
            (_, None) => self.write_down(plan, ChangeStatus::Done),
        };
        self.changes[number].status = ChangeStatus::Done;
        self.becomes(plan.organisation, self.changes[number].to);
        if let Some(of) = self.changes[number].takes_back {
            self.changes[of].status = ChangeStatus::Undone;
        }
    }

    fn becomes(&mut self, organisation: usize, guest: GuestIs) {
        self.guests[organisation] = guest;
        self.plans
            .iter_mut()
            .filter(|plan| plan.organisation == organisation)
            .for_each(|plan| plan.outdated = true);
    }

    fn let_go(&mut self) {
        let Some(running) = self.running.take() else { return };
        self.may_write[running.plan.organisation] = true;
        self.finish(&running.plan, running.change);
    }

    fn kill(&mut self) {
        if let Some(running) = self.running.take()
            && let Some(number) = running.change
        {
            self.changes[number].status = match (running.held_at, running.before) {
                (HeldAt::Comparison, Some(before)) => before,
                // Something of it was seen to be done, now or before.
                (_, Some(ChangeStatus::Interrupted)) | (HeldAt::SecondWrite, _) => ChangeStatus::Interrupted,
                (HeldAt::Comparison | HeldAt::FirstWrite, _) => ChangeStatus::Unknown,
            };
        }
        self.signed_in = None;
        self.void();
    }
}

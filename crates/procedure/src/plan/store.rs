//! Where valid plans are kept until they are confirmed.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use clock::Clock;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::Plan;
use crate::batch::BatchPlan;
use crate::problem::{ErrorKind, Problem};

/// How long a preview may be looked at before what it shows is no longer to be trusted.
const LIFE: SignedDuration = SignedDuration::from_mins(15);

/// When a plan was made, by both clocks: the wall's may be set back, and the other may stand still while the computer
/// sleeps. Whichever says more counts.
#[derive(Debug, Clone, Copy)]
struct Birth {
    at: Timestamp,
    passed: Duration,
}

impl Birth {
    fn now(clock: &dyn Clock) -> Self {
        Self { at: clock.now(), passed: clock.passed() }
    }

    fn is_over(self, clock: &dyn Clock) -> bool {
        let now = Self::now(clock);
        let by_the_wall = now.at.duration_since(self.at) > LIFE;
        by_the_wall || now.passed.saturating_sub(self.passed) > LIFE.unsigned_abs()
    }
}

/// How many used ids are remembered, to tell "used already" from "never made".
const REMEMBERED: usize = 64;

/// What can be confirmed: a plan for one guest, or one for many.
#[derive(Debug, Clone)]
pub(crate) enum Confirmable {
    One(Box<Plan>),
    Many(Arc<BatchPlan>),
}

/// The plans of whoever is signed in: those valid, by their ids, and the ids of those used.
#[derive(Debug, Default)]
pub(crate) struct Plans {
    valid: HashMap<Uuid, (Birth, Confirmable)>,
    used: Vec<Uuid>,
}

impl Plans {
    /// Keeps a plan.
    pub(crate) fn keep(&mut self, id: Uuid, clock: &dyn Clock, plan: Confirmable) {
        self.valid.insert(id, (Birth::now(clock), plan));
    }

    /// Voids every plan: a new preview is being made, and it may end without one.
    pub(crate) fn void(&mut self) {
        self.valid.clear();
    }

    /// The plan of this id for one guest, if it is valid now and confirmed as it asks to be. It stays valid until it is
    /// taken: a typing error must not cost the preview.
    pub(crate) fn take(&mut self, id: Uuid, clock: &dyn Clock, typed: Option<&str>) -> Result<Plan, Problem> {
        let Confirmable::One(plan) = self.valid_now(id, clock)? else {
            return Err(ErrorKind::PlanStale.into());
        };
        if let Some(expected) = &plan.confirm_text {
            let same = typed
                .and_then(|typed| guest::Address::from_pasted(typed).ok())
                .is_some_and(|typed| typed.is(expected));
            if !same {
                return Err(ErrorKind::TypedTextDiffers { expected: expected.clone() }.into());
            }
        }
        let plan = Plan::clone(plan);
        self.use_up(id);
        Ok(plan)
    }

    /// The plan of this id for many guests, by the same rules. What is typed is how many will be changed.
    pub(crate) fn take_batch(
        &mut self,
        id: Uuid,
        clock: &dyn Clock,
        typed: Option<&str>,
    ) -> Result<Arc<BatchPlan>, Problem> {
        let Confirmable::Many(plan) = self.valid_now(id, clock)? else {
            return Err(ErrorKind::PlanStale.into());
        };
        if let Some(expected) = plan.confirm_number.map(|number| number.to_string())
            && typed.map(str::trim) != Some(expected.as_str())
        {
            return Err(ErrorKind::TypedTextDiffers { expected }.into());
        }
        let plan = Arc::clone(plan);
        self.use_up(id);
        Ok(plan)
    }

    fn valid_now(&self, id: Uuid, clock: &dyn Clock) -> Result<&Confirmable, Problem> {
        if self.used.contains(&id) {
            return Err(ErrorKind::PlanUsed.into());
        }
        let Some((made, plan)) = self.valid.get(&id) else { return Err(ErrorKind::PlanStale.into()) };
        if made.is_over(clock) { Err(ErrorKind::PlanStale.into()) } else { Ok(plan) }
    }

    fn use_up(&mut self, id: Uuid) {
        self.valid.remove(&id);
        if self.used.len() == REMEMBERED {
            self.used.remove(0);
        }
        self.used.push(id);
    }
}

//! Where valid plans are kept until they are confirmed.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::Plan;
use crate::problem::{ErrorKind, Problem};

/// How long a preview may be looked at before what it shows is no longer to be trusted.
const LIFE: SignedDuration = SignedDuration::from_mins(15);

/// How many used ids are remembered, to tell "used already" from "never made".
const REMEMBERED: usize = 64;

/// The plans of whoever is signed in: those valid, by their ids, and the ids of those used.
#[derive(Debug, Default)]
pub(crate) struct Plans {
    valid: HashMap<Uuid, (Timestamp, Plan)>,
    used: Vec<Uuid>,
}

impl Plans {
    /// Keeps a plan.
    pub(crate) fn keep(&mut self, id: Uuid, now: Timestamp, plan: Plan) {
        self.valid.insert(id, (now, plan));
    }

    /// Voids every plan: a new preview is being made, and it may end without one.
    pub(crate) fn void(&mut self) {
        self.valid.clear();
    }

    /// The plan of this id, if it is valid now and confirmed as it asks to be. It stays valid until it is taken: a
    /// typing error must not cost the preview.
    pub(crate) fn take(&mut self, id: Uuid, now: Timestamp, typed: Option<&str>) -> Result<Plan, Problem> {
        if self.used.contains(&id) {
            return Err(ErrorKind::PlanUsed.into());
        }
        let Some((made, plan)) = self.valid.get(&id) else { return Err(ErrorKind::PlanStale.into()) };
        if now.duration_since(*made) > LIFE {
            return Err(ErrorKind::PlanStale.into());
        }
        if let Some(expected) = &plan.confirm_text {
            let same = typed
                .and_then(|typed| guest::Address::from_pasted(typed).ok())
                .is_some_and(|typed| typed.is(expected));
            if !same {
                return Err(ErrorKind::TypedTextDiffers { expected: expected.clone() }.into());
            }
        }
        let plan = plan.clone();
        self.valid.remove(&id);
        if self.used.len() == REMEMBERED {
            self.used.remove(0);
        }
        self.used.push(id);
        Ok(plan)
    }
}

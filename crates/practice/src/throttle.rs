//! Resource units: what a request costs, and what becomes of one who spends too many.
//! Source: throttling-limits, identity and access service.

use jiff::Timestamp;

use crate::behaviour::{Behaviour, Throttle};
use crate::error::ErrorResponse;
use crate::request::Request;

/// Resource units of a request.
pub(crate) fn cost(request: &Request) -> u32 {
    let path: Vec<&str> = request.segments.iter().map(String::as_str).collect();
    let base: u32 = match (request.method.as_str(), path.as_slice()) {
        (
            "GET",
            ["users"] | [_, _, "memberOf" | "ownedObjects", ..] | ["me", "memberOf" | "ownedObjects", ..],
        ) => 2,
        ("GET", ["groups", _, "members", ..]) => 3,
        ("GET", ["groups", _, "transitiveMembers", ..]) | (_, ["directoryObjects", "getByIds"]) => 5,
        _ => 1,
    };
    let few = request.option("$top").and_then(|top| top.parse::<u32>().ok()).is_some_and(|top| top < 20);
    base.saturating_sub(u32::from(request.option("$select").is_some()))
        .saturating_sub(u32::from(few))
        .saturating_add(u32::from(request.option("$expand").is_some()))
        .max(1)
}

/// The part of a budget from which the hint is given, and its highest value (throttling-limits, response headers: from 0.8
/// to 1.8).
const HINTED: std::ops::RangeInclusive<f64> = 0.8..=1.8;

/// What is left of a budget: a bucket of units that fills up again evenly. The page gives units and seconds; that nothing
/// comes back all at once is how a token bucket works, and is an assumption here.
#[derive(Debug, Default)]
pub(crate) struct Meter {
    since: Option<Timestamp>,
    spent: f64,
}

/// What is left of what an app may spend in this tenant: units for whatever it asks, and changes.
#[derive(Debug, Default)]
pub(crate) struct Budgets {
    units: Meter,
    changes: Meter,
}

impl Budgets {
    /// Spends what this request costs: its units, and a change where it makes one.
    pub(crate) fn spend(&mut self, request: &Request, behaviour: &Behaviour, now: Timestamp) -> Spent {
        let reads = request.method == "GET" || request.segments.last().is_some_and(|last| last == "getByIds");
        let units = self.units.spend(behaviour.throttle, cost(request), now);
        if reads || units.refused.is_some() {
            return units;
        }
        let change = self.changes.spend(behaviour.throttle_changes, 1, now);
        let fuller = units.hint.unwrap_or_default() > change.hint.unwrap_or_default();
        Spent { hint: if fuller { units.hint } else { change.hint }, refused: change.refused }
    }
}

/// What became of a request that wants to spend.
#[derive(Debug, Default)]
pub(crate) struct Spent {
    /// It may not.
    pub(crate) refused: Option<ErrorResponse>,
    /// How much of the budget is spent; none while that is little.
    pub(crate) hint: Option<f64>,
}

impl Meter {
    /// Spends, or refuses with the time until there is enough again.
    fn spend(&mut self, limit: Option<Throttle>, units: u32, now: Timestamp) -> Spent {
        let Some(limit) = limit else { return Spent::default() };
        let (budget, units) = (f64::from(limit.units), f64::from(units));
        let a_second = budget / limit.window.as_secs_f64().max(f64::MIN_POSITIVE);
        let age = self.since.map_or(0.0, |since| now.duration_since(since).as_secs_f64().max(0.0));
        self.spent = (self.spent - age * a_second).max(0.0);
        self.since = Some(now);
        let wanted = self.spent + units;
        let hint = |spent: f64| Some(spent / budget).filter(|share| *share > *HINTED.start());
        if wanted > budget {
            // A billionth of a second is no reason to wait for another one.
            let wait = ((wanted - budget) / a_second - 1e-9).ceil().max(1.0);
            let mut error = ErrorResponse::new(429, "TooManyRequests", "Please retry again later.");
            error.headers.push(("Retry-After".into(), format!("{wait:.0}")));
            return Spent { refused: Some(error), hint: hint(wanted.min(budget * HINTED.end())) };
        }
        self.spent = wanted;
        Spent { refused: None, hint: hint(wanted) }
    }
}

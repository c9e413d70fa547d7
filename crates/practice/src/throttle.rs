//! Resource units: what a request costs, and what becomes of one who spends too many.
//! Source: throttling-limits, identity and access service.

use jiff::Timestamp;

use crate::behaviour::Throttle;
use crate::call::Asked;
use crate::problem::Problem;

/// Resource units of a request.
pub(crate) fn cost(asked: &Asked) -> u32 {
    let path: Vec<&str> = asked.segments.iter().map(String::as_str).collect();
    let base: u32 = match (asked.method.as_str(), path.as_slice()) {
        (
            "GET",
            ["users"] | [_, _, "memberOf" | "ownedObjects", ..] | ["me", "memberOf" | "ownedObjects", ..],
        ) => 2,
        ("GET", ["groups", _, "members", ..]) => 3,
        ("GET", ["groups", _, "transitiveMembers", ..]) | (_, ["directoryObjects", "getByIds"]) => 5,
        _ => 1,
    };
    let few = asked.option("$top").and_then(|top| top.parse::<u32>().ok()).is_some_and(|top| top < 20);
    base.saturating_sub(u32::from(asked.option("$select").is_some()))
        .saturating_sub(u32::from(few))
        .saturating_add(u32::from(asked.option("$expand").is_some()))
        .max(1)
}

/// What was spent in the present window.
#[derive(Debug, Default)]
pub(crate) struct Meter {
    since: Option<Timestamp>,
    spent: u32,
}

impl Meter {
    /// Spends, or refuses with the time that is left of the window.
    pub(crate) fn spend(&mut self, limit: Option<Throttle>, units: u32, now: Timestamp) -> Option<Problem> {
        let limit = limit?;
        let age = self.since.and_then(|since| now.duration_since(since).try_into().ok());
        let age: std::time::Duration = age.unwrap_or(limit.window);
        if age >= limit.window {
            self.since = Some(now);
            self.spent = 0;
        }
        if self.spent.saturating_add(units) > limit.units {
            let left = limit.window.saturating_sub(age).as_millis().div_ceil(1000).max(1);
            let mut problem = Problem::new(429, "TooManyRequests", "Please retry again later.");
            problem.headers.push(("Retry-After".into(), left.to_string()));
            return Some(problem);
        }
        self.spent += units;
        None
    }
}

//! Resource units: what a request costs, and what becomes of one who spends too many.
//! Source: throttling-limits, identity and access service.

use jiff::Timestamp;

use crate::behaviour::Throttle;
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

/// What was spent in the present window.
#[derive(Debug, Default)]
pub(crate) struct Meter {
    since: Option<Timestamp>,
    spent: u32,
}

impl Meter {
    /// Spends, or refuses with the time that is left of the window.
    pub(crate) fn spend(
        &mut self,
        limit: Option<Throttle>,
        units: u32,
        now: Timestamp,
    ) -> Option<ErrorResponse> {
        let limit = limit?;
        let age = self.since.and_then(|since| now.duration_since(since).try_into().ok());
        let age: std::time::Duration = age.unwrap_or(limit.window);
        if age >= limit.window {
            self.since = Some(now);
            self.spent = 0;
        }
        if self.spent.saturating_add(units) > limit.units {
            let left = limit.window.saturating_sub(age).as_millis().div_ceil(1000).max(1);
            let mut error = ErrorResponse::new(429, "TooManyRequests", "Please retry again later.");
            error.headers.push(("Retry-After".into(), left.to_string()));
            return Some(error);
        }
        self.spent += units;
        None
    }
}

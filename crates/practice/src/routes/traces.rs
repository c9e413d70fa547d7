//! Message traces. Sources: messageTracingRoot, List messageTraces (its options, "The time interval must not exceed 10
//! days", "must not be more than 90 days before the current date", "must not be later than the current date", 48 hours by
//! default); exchangeMessageTrace resource (prerequisites).

use std::borrow::Cow;

use jiff::{SignedDuration, Timestamp};

use super::context::RequestContext;
use crate::behaviour::Tracing;
use crate::error::ErrorResponse;
use crate::permission::{GLOBAL, READ_TRACES};
use crate::query::{Row, listing};
use crate::request::Request;
use crate::response::RouteResult;
use crate::schema::Kind;

/// Who may read traces. The page names permissions and no role; these may in Exchange itself.
const TRACERS: &[&str] =
    &[GLOBAL, "Exchange Administrator", "Global Reader", "Security Administrator", "Security Reader"];

pub(super) fn list(context: &RequestContext<'_>, request: &Request) -> RouteResult {
    context.caller.must_be_member()?;
    context.caller.needs_scope(READ_TRACES)?;
    context.caller.needs_role(TRACERS)?;
    if context.behaviour.tracing == Tracing::NotSetUp {
        return Err(not_set_up());
    }
    let (from, until) = interval(context, request)?;
    let mut rows = context.state.message_traces(context.view);
    rows.retain(|row| {
        let received = row.get("receivedDateTime").and_then(|it| it.as_str()).and_then(|it| it.parse().ok());
        received.is_some_and(|received: Timestamp| (from..=until).contains(&received))
    });
    let rows =
        rows.into_iter().map(|row| Row { kind: Kind::MessageTrace, object: Cow::Owned(row) }).collect();
    listing(request, rows, context.shape(Some(Kind::MessageTrace), "admin/exchange/tracing/messageTraces"))
}

/// As programs report it; how it is answered stands on no page.
fn not_set_up() -> ErrorResponse {
    ErrorResponse::new(
        401,
        "Unauthorized",
        "Service principal-less authentication failed: The service principal for App ID \
         8bd644d1-64a1-4d4b-ae52-2e0cbf64e373 was not found.",
    )
}

/// The bounds that the filter names, or the last 48 hours.
fn interval(
    context: &RequestContext<'_>,
    request: &Request,
) -> Result<(Timestamp, Timestamp), ErrorResponse> {
    let words: Vec<&str> = request.option("$filter").unwrap_or_default().split_whitespace().collect();
    let bound = |op: &str| {
        words.windows(3).find_map(|words| match words {
            ["receivedDateTime", found, moment] if *found == op => Some(moment.parse::<Timestamp>()),
            _ => None,
        })
    };
    let days = |days: i64| SignedDuration::from_hours(24 * days);
    let refused = || ErrorResponse::odata("The time interval of the filter is not supported.");
    match (bound("ge"), bound("le")) {
        (None, None) => Ok((context.now.checked_sub(days(2)).map_err(|_| refused())?, context.now)),
        (Some(Ok(from)), Some(Ok(until)))
            if until <= context.now
                && until.duration_since(from) <= days(10)
                && context.now.duration_since(from) <= days(90) =>
        {
            Ok((from, until))
        }
        _ => Err(refused()),
    }
}

//! What became of messages: traces of Exchange Online (Microsoft Graph: exchangeMessageTrace resource).

use jiff::{SignedDuration, Timestamp};
use tokio_util::sync::CancellationToken;

use crate::client::{Call, Graph};
use crate::odata;
use crate::operations::Operation;
use crate::page::Listed;
use crate::problem::{GraphProblem, GraphProblemKind};
use crate::resource::MessageTrace;

/// The most pages of one trace, of a thousand rows each unless the server says otherwise (List messageTraces).
const MOST_PAGES: usize = 5;

/// How long before now a trace ends, one after the other: an end in the future is refused, and the clock of this computer
/// may be ahead of the server's.
const ENDS: [SignedDuration; 2] = [SignedDuration::ZERO, SignedDuration::from_mins(5)];

impl Graph {
    /// The messages to one address that were received in these last days, ten at most ("The time interval must not exceed
    /// 10 days"). Subjects and IP addresses are in the answer and are not read: `$select` is none of the options that the
    /// page names.
    pub async fn message_traces(
        &self,
        recipient: &str,
        days: i64,
        now: Timestamp,
        cancel: &CancellationToken,
    ) -> Result<Listed<MessageTrace>, GraphProblem> {
        let [now_or_later, earlier] = ENDS;
        let refused = match self.traces_until(recipient, days, now - now_or_later, cancel).await {
            Err(problem) if matches!(problem.kind, GraphProblemKind::BadRequest { .. }) => problem,
            answered => return answered,
        };
        tracing::info!(problem = %refused, "a trace that ends now was refused");
        self.traces_until(recipient, days, now - earlier, cancel).await
    }

    async fn traces_until(
        &self,
        recipient: &str,
        days: i64,
        until: Timestamp,
        cancel: &CancellationToken,
    ) -> Result<Listed<MessageTrace>, GraphProblem> {
        let operation = Operation::ListMessageTraces;
        // A minute less than was asked for: both ends are rounded to whole seconds.
        let reach = SignedDuration::from_hours(24 * days) - SignedDuration::from_mins(1);
        let from = until.checked_sub(reach).map_err(|_| GraphProblem::bad_input(operation, "days"))?;
        let second = |at: Timestamp| at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        let filter = format!(
            "{} and receivedDateTime ge {} and receivedDateTime le {}",
            odata::equals("recipientAddress", recipient),
            second(from),
            second(until)
        );
        let call = Call::new(operation, &[])?.query(&[("$filter", filter)]);
        self.list_some(&call, MOST_PAGES, cancel).await
    }
}

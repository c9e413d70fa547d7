//! What became of messages: traces of Exchange Online (Microsoft Graph: exchangeMessageTrace resource).

use jiff::{SignedDuration, Timestamp};
use tokio_util::sync::CancellationToken;

use crate::client::{Call, Graph};
use crate::odata;
use crate::operations::Operation;
use crate::page::Listed;
use crate::problem::GraphProblem;
use crate::resource::MessageTrace;

/// The most pages of one trace, of a thousand rows each unless the server says otherwise (List messageTraces).
const MOST_PAGES: usize = 5;

/// How long before now a trace ends at the latest: an end in the future is refused, and two clocks differ.
const CLOCKS_DIFFER: SignedDuration = SignedDuration::from_mins(2);

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
        let operation = Operation::ListMessageTraces;
        let bounds = || {
            let until = now.checked_sub(CLOCKS_DIFFER).ok()?;
            // A minute less than was asked for: both ends are rounded to whole seconds.
            let reach = SignedDuration::from_hours(24 * days) - SignedDuration::from_mins(1);
            Some((until.checked_sub(reach).ok()?, until))
        };
        let (from, until) = bounds().ok_or_else(|| GraphProblem::bad_input(operation, "days"))?;
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

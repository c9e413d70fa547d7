//! What became of the messages to a group, as far as one guest goes. Read when a person asks for it, kept by nobody.

use graph::{GraphProblem, GraphProblemKind, MessageTrace};
use guest::{TRACED_DAYS, Trace, TraceRow, TraceStatus, read_trace};
use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use crate::engine::Engine;
use crate::outcome::NamedObject;
use crate::problem::{ErrorKind, Problem};
use crate::seen;
use crate::session::Authority;
use crate::signed_in::SignedIn;

/// The most addresses of a guest that are asked about. Traces are few: "100 requests per 5 minutes" for everybody in the
/// organisation together (Microsoft Graph: List messageTraces).
const MOST_ADDRESSES: usize = 5;

/// What was read of the messages to a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessagesTraced {
    /// The group.
    pub group: NamedObject,
    /// The address of the group that was asked about.
    pub group_address: String,
    /// The addresses of the guest that were asked about, the main one first.
    pub guest_addresses: Vec<String>,
    /// When it was read. Messages of the [`TRACED_DAYS`] days before are told.
    pub at: Timestamp,
    /// What became of them.
    pub trace: Trace,
    /// Whether all of them were read.
    pub complete: bool,
}

impl<A: Authority> Engine<A> {
    /// What became of the messages that were sent to this group in the last days. Guest and group are read afresh: mail is
    /// traced at the addresses they have now.
    pub async fn trace_messages(
        &self,
        guest: &str,
        group: &str,
        ticket: &str,
    ) -> Result<MessagesTraced, Problem> {
        let ticket = self.tickets.open(ticket);
        let signed_in = self.signed_in()?;
        let traced = trace(&signed_in, guest, group, self.clock.now(), ticket.cancellation());
        self.answer(&signed_in, Box::pin(traced)).await
    }
}

async fn trace(
    signed_in: &SignedIn,
    guest: &str,
    group: &str,
    at: Timestamp,
    cancel: &CancellationToken,
) -> Result<MessagesTraced, Problem> {
    let graph = &signed_in.graph;
    let (user, seen_group) = tokio::join!(graph.user(guest, cancel), graph.group(group, cancel));
    let user = seen::user(&user?);
    let gone = |problem: GraphProblem| {
        let not_found = problem.kind == GraphProblemKind::NotFound;
        let problem = Problem::from(problem);
        let kind = ErrorKind::GroupGone { group: group.to_owned() };
        if not_found { Problem { kind, ..problem } } else { problem }
    };
    let seen_group = seen::group(&seen_group.map_err(gone)?);
    let name = seen_group.name();
    let group_address = seen_group.mail.value().filter(|mail| !mail.trim().is_empty()).cloned();
    let group_address = group_address.ok_or_else(|| ErrorKind::GroupWithoutMail { group: name.clone() })?;

    let to_group = graph.message_traces(&group_address, TRACED_DAYS, at, cancel).await?;
    let addresses: Vec<String> = user.addresses().iter().map(|it| it.as_str().to_owned()).collect();
    let asked = addresses.get(..MOST_ADDRESSES).unwrap_or(&addresses).to_vec();
    let mut complete = asked.len() == addresses.len();
    let mut to_guest = Vec::new();
    for address in &asked {
        let listed = graph.message_traces(address, TRACED_DAYS, at, cancel).await?;
        complete &= listed.complete;
        to_guest.extend(listed.items);
    }
    let trace = read_trace(&rows(&to_group.items), &rows(&to_guest), complete, at);
    let group = NamedObject { id: group.to_owned(), name };
    Ok(MessagesTraced {
        group,
        group_address,
        guest_addresses: asked,
        at,
        trace,
        complete: to_group.complete,
    })
}

/// A row without its message or its moment tells nothing of any message.
fn rows(traces: &[MessageTrace]) -> Vec<TraceRow> {
    let row = |trace: &MessageTrace| {
        Some(TraceRow {
            message: trace.message_id.value()?.clone(),
            received: *trace.received_date_time.value()?,
            status: trace.status.value().map_or(TraceStatus::Unknown, |status| TraceStatus::read(status)),
        })
    };
    traces.iter().filter_map(row).collect()
}

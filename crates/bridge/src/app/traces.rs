//! The commands that follow the mail.

use guest::{TRACED_DAYS, TRACING};
use procedure::MessagesTraced;

use super::{Answer, App};
use crate::conflict;
use crate::form::{object_id, ticket};
use crate::permissions;
use crate::view::{Nothing, OfGroup, PermitTrace, Status, TraceMessages, TraceView, TracedMessageView};

impl App {
    pub(super) async fn trace_messages(&self, ask: TraceMessages) -> Answer<TraceView> {
        let (guest, group) = (object_id(&ask.guest)?, object_id(&ask.group)?);
        Ok(view(self.engine().trace_messages(&guest, &group, &ticket(ask.ticket)?).await?))
    }

    pub(super) async fn permit_trace(&self, ask: PermitTrace) -> Answer<Status> {
        let ticket = ticket(ask.ticket)?;
        match ask.practice {
            Some(answer) => self.permit_in_practice(&permissions::names_of(TRACING), answer).await?,
            None => self.engine().request_permissions(TRACING, &ticket).await?,
        }
        self.standing().await
    }

    /// What a colleague would do: in the practice organisation nobody else writes.
    #[allow(clippy::unused_async, reason = "the dispatch awaits every command alike")]
    pub(super) async fn practise_message(&self, ask: OfGroup) -> Answer<Nothing> {
        self.engine().practising()?;
        let group = object_id(&ask.group)?;
        self.inner.tenant.send_to_group(&group).map_err(conflict::admin_act_refused)?;
        Ok(Nothing {})
    }
}

fn view(traced: MessagesTraced) -> TraceView {
    let message =
        |it: &guest::TracedMessage| TracedMessageView { at: it.received.to_string(), fate: it.fate };
    TraceView {
        group: traced.group.name,
        group_address: traced.group_address,
        guest_addresses: traced.guest_addresses,
        at: traced.at.to_string(),
        days: u32::try_from(TRACED_DAYS).unwrap_or(u32::MAX),
        conclusion: traced.trace.conclusion,
        messages: traced.trace.messages.iter().map(message).collect(),
        complete: traced.complete,
    }
}

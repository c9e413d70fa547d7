//! What every invitation has in common: what is chosen, what is sent, and what becomes of its link.

mod invitee;

use graph::{GraphProblem, Invitation, InvitationMessage, InvitationRequest, InvitedAccount, Sponsor};
use guest::PlanNote;
use serde_json::json;
use tokio_util::sync::CancellationToken;

pub(super) use invitee::{Invitee, STATE};

use super::{Drafting, InvitationChoice};
use crate::checkpoint::step;
use crate::ending::Interruption;
use crate::execution::{Execution, RequestOutcome};
use crate::outcome::NamedObject;
use crate::problem::{ErrorKind, Problem, WhyNotInvited};

/// Where an invited guest lands after accepting: their own apps (Microsoft Entra: "Reset redemption status" uses it).
const LANDING: &str = "https://myapplications.microsoft.com";

/// The language of an invitation when the guest has none: English is what Microsoft falls back to as well
/// (Microsoft Graph: invitedUserMessageInfo resource, messageLanguage).
const FALLBACK_LANGUAGE: &str = "en-US";

/// What is chosen of an invitation: as selected, else in the guest's language and mailed by Microsoft.
pub(super) fn choice(from: &Drafting<'_>) -> InvitationChoice {
    let language = from.selections.language.clone().or_else(|| from.options.language.clone());
    InvitationChoice {
        language: language.unwrap_or_else(|| FALLBACK_LANGUAGE.to_owned()),
        send: from.selections.send.unwrap_or(true),
        new: None,
    }
}

/// What to know of the link.
pub(super) fn note_of_link(choice: &InvitationChoice) -> PlanNote {
    PlanNote::LinkShownOnce { mailed: choice.send }
}

/// An invitation as it is sent.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Letter<'a> {
    /// To whom.
    pub(super) address: &'a str,
    /// The language of its message.
    pub(super) language: &'a str,
    /// Whether Microsoft mails it.
    pub(super) send: bool,
    /// The name of the account it makes; none leaves an existing one alone.
    pub(super) name: Option<&'a str>,
    /// The type of the account it makes.
    pub(super) user_type: Option<&'a str>,
    /// A message of one's own, in place of Microsoft's.
    pub(super) message: Option<&'a str>,
    /// Who answers for the account it makes; none: whoever invites.
    pub(super) sponsors: &'a [NamedObject],
    /// Object id of the account that is to accept again; none where nobody has accepted.
    pub(super) reset: Option<&'a str>,
}

impl Letter<'_> {
    fn request(&self) -> InvitationRequest {
        InvitationRequest {
            invited_user_email_address: self.address.to_owned(),
            invite_redirect_url: LANDING.to_owned(),
            send_invitation_message: self.send,
            invited_user_message_info: self.send.then(|| InvitationMessage {
                message_language: Some(self.language.to_owned()),
                customized_message_body: self.message.map(str::to_owned),
            }),
            invited_user_display_name: self.name.map(str::to_owned),
            invited_user_type: self.user_type.map(str::to_owned),
            invited_user_sponsors: self.sponsors.iter().map(|it| Sponsor::user(&it.id)).collect(),
            invited_user: self.reset.map(|id| InvitedAccount { id: id.to_owned() }),
            reset_redemption: self.reset.is_some(),
        }
    }

    /// Sends it. An account that `is_ours` is recorded as the guest: only what is recorded so is changed, and removed on
    /// a way back. The link is in no row.
    pub(super) async fn send_off(
        &self,
        on: &Execution,
        is_ours: impl FnOnce(&str) -> bool,
    ) -> Result<RequestOutcome<Invitation>, Interruption> {
        let uncancelled = CancellationToken::new();
        let request = self.request();
        let sending = on.signed_in.graph.invite(&request, &uncancelled);
        on.send(step::INVITE, sending, |invitation| {
            let name = if is_ours(&invitation.invited_user.id) { "guest" } else { "otherAccount" };
            json!({ name: invitation.invited_user.id, "status": invitation.status })
        })
        .await
    }
}

/// A plain refusal, in words of its own; none for what is not about the invitation: not having reached the server, having
/// to wait or to prove more, lacking the right.
pub(super) fn refusal(address: &str, problem: GraphProblem) -> Problem {
    let Some(why) = WhyNotInvited::of(&problem, address) else { return problem.into() };
    let address = address.to_owned();
    Problem { kind: ErrorKind::NotInvited { address, why }, ..problem.into() }
}

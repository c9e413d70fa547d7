//! Invitations.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::User;

/// An invitation to be made (Microsoft Graph: Create invitation).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InvitationRequest {
    /// Whom. The documentation forbids plus signs and other characters; the server decides.
    pub invited_user_email_address: String,
    /// Where the guest lands after accepting.
    pub invite_redirect_url: String,
    /// Whether Microsoft sends the guest a mail. Without it the redeem link must reach them in another way.
    #[serde(default)]
    pub send_invitation_message: bool,
    /// The mail, if one is sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invited_user_message_info: Option<InvitationMessage>,
    /// Name of the new guest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invited_user_display_name: Option<String>,
    /// `Guest` (default) or `Member`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invited_user_type: Option<String>,
    /// Who answers for the new account; empty: whoever invites does (Microsoft Entra: "Sponsors for B2B users").
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invited_user_sponsors: Vec<Sponsor>,
    /// The account that is to accept again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invited_user: Option<InvitedAccount>,
    /// Whether a guest who has accepted is to accept again (Microsoft Entra External ID: "Reset redemption status").
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reset_redemption: bool,
}

/// An account that is there, by its id.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitedAccount {
    /// Object id.
    pub id: String,
}

/// A sponsor: a user or a group, as the object it is (Microsoft Graph: invitation resource, invitedUserSponsors).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sponsor {
    /// The kind of object.
    #[serde(rename = "@odata.type")]
    pub kind: String,
    /// Object id.
    pub id: String,
}

impl Sponsor {
    /// A user.
    #[must_use]
    pub fn user(id: &str) -> Self {
        Self { kind: "#microsoft.graph.user".to_owned(), id: id.to_owned() }
    }
}

/// What the mail of an invitation says (Microsoft Graph: invitedUserMessageInfo resource).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InvitationMessage {
    /// Language, such as `nl-NL`; not used when there is a message of one's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_language: Option<String>,
    /// A message of one's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customized_message_body: Option<String>,
}

/// An invitation that was made (Microsoft Graph: invitation resource).
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Invitation {
    /// Id of the invitation.
    pub id: String,
    /// The address that was invited.
    pub invited_user_email_address: String,
    /// `PendingAcceptance`, `Completed`, `InProgress` or `Error`.
    pub status: Option<String>,
    /// Where the guest accepts. Whoever has this link can use it: it is shown, never logged.
    pub invite_redeem_url: Option<String>,
    /// The guest: a new one, or one that had this address already. Only the id is certain.
    pub invited_user: User,
}

// Neither the link, which works for whoever holds it, nor the address belongs in a log.
impl fmt::Debug for Invitation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Invitation")
            .field("id", &self.id)
            .field("status", &self.status)
            .field("invited_user", &self.invited_user.id)
            .finish_non_exhaustive()
    }
}

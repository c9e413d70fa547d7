//! What a confirmed plan does, in a form the journal keeps: whoever finds an interrupted change can go on from it.

use guest::RemedyKind;
use serde::{Deserialize, Serialize};

/// The version of everything here as it stands in the journal.
pub(crate) const VERSION: u32 = 1;

/// The three fields that hold a guest's addresses, as the directory had them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Addresses {
    /// `mail`.
    pub mail: Option<String>,
    /// `otherMails`.
    pub other_mails: Vec<String>,
    /// `proxyAddresses`.
    pub proxy_addresses: Vec<String>,
}

/// A group, by id and by the name people know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NamedGroup {
    /// Object id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// An app the guest was assigned to (Microsoft Graph: appRoleAssignment).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AppAssignment {
    /// `resourceId`: the service principal.
    pub resource_id: String,
    /// `appRoleId`.
    pub app_role_id: String,
    /// `resourceDisplayName`.
    pub name: String,
}

/// What is set again on a new account (Microsoft Graph: user resource).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Profile {
    /// `displayName`.
    pub display_name: Option<String>,
    /// `givenName`.
    pub given_name: Option<String>,
    /// `surname`.
    pub surname: Option<String>,
    /// `companyName`.
    pub company_name: Option<String>,
    /// `jobTitle`.
    pub job_title: Option<String>,
    /// `department`.
    pub department: Option<String>,
    /// `userType`: an external member stays one.
    pub user_type: Option<String>,
}

/// Remove and invite again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Replacement {
    /// Object id of the original account.
    pub guest: String,
    /// Its user name.
    pub user_name: Option<String>,
    /// Its addresses.
    pub addresses: Addresses,
    /// The address to invite.
    pub invite: String,
    /// The language of the invitation message.
    pub language: String,
    /// Whether Microsoft mails it.
    pub send: bool,
    /// The groups to add the new account to.
    pub groups: Vec<NamedGroup>,
    /// All groups he was in: compared before anything is deleted.
    pub member_of: Vec<String>,
    /// Name, company and user type.
    pub profile: Profile,
    /// Object ids of his sponsors.
    pub sponsors: Vec<String>,
    /// His app assignments.
    pub apps: Vec<AppAssignment>,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "work", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Work {
    /// Replace `otherMails`.
    WriteOtherMails {
        /// Object id.
        guest: String,
        /// What stood there.
        before: Vec<String>,
        /// What is to stand there.
        after: Vec<String>,
    },
    /// Set `mail`.
    WriteMail {
        /// Object id.
        guest: String,
        /// What stood there.
        before: Option<String>,
        /// `proxyAddresses` before.
        proxies_before: Vec<String>,
        /// What is to stand there.
        after: String,
    },
    /// Remove and invite again.
    Replace(Box<Replacement>),
    /// Remove the new account, if there is one, and restore the original.
    PutBack {
        /// Object id of the original account.
        original: String,
        /// Object id of the new account.
        replacement: Option<String>,
    },
}

impl Work {
    /// The remedy whose permissions it needs. The way back from a replacement deletes and restores, as the way there.
    pub(crate) fn remedy(&self) -> RemedyKind {
        match self {
            Self::WriteOtherMails { .. } => RemedyKind::KeepOneAddress,
            Self::WriteMail { .. } => RemedyKind::SetMail,
            Self::Replace(_) | Self::PutBack { .. } => RemedyKind::RemoveAndInvite,
        }
    }

    /// The account it is about when it is done.
    #[must_use]
    pub fn guest(&self) -> &str {
        match self {
            Self::WriteOtherMails { guest, .. } | Self::WriteMail { guest, .. } => guest,
            Self::Replace(replacement) => &replacement.guest,
            Self::PutBack { original, .. } => original,
        }
    }
}

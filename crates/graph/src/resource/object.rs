//! Contacts, roles, assignments, and objects of any kind.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::resource;

resource! {
    /// A mail contact of the organisation (Microsoft Graph: orgContact resource). Read-only in Graph.
    Contact {
        /// Name shown to people.
        display_name: String = "displayName",
        /// First name.
        given_name: String = "givenName",
        /// Last name.
        surname: String = "surname",
        /// Main address.
        mail: String = "mail",
        /// Mail alias.
        mail_nickname: String = "mailNickname",
        /// Addresses it owns.
        proxy_addresses: Vec<String> = "proxyAddresses",
        /// Company.
        company_name: String = "companyName",
        /// Department.
        department: String = "department",
        /// Job title.
        job_title: String = "jobTitle",
        /// True when it comes from an on-premises directory and is removed there.
        on_premises_sync_enabled: bool = "onPremisesSyncEnabled",
        /// When it was last synced.
        on_premises_last_sync_date_time: Timestamp = "onPremisesLastSyncDateTime",
    } besides {}
}

resource! {
    /// An active directory role (Microsoft Graph: directoryRole resource).
    DirectoryRole {
        /// Name, such as `User Administrator`.
        display_name: String = "displayName",
        /// The same in every tenant.
        role_template_id: String = "roleTemplateId",
    } besides {}
}

resource! {
    /// The assignment of a user to an application (Microsoft Graph: appRoleAssignment resource).
    AppRoleAssignment {
        /// Which role of the application; all zeros is the default one.
        app_role_id: String = "appRoleId",
        /// When it was granted.
        created_date_time: Timestamp = "createdDateTime",
        /// Name of who has it.
        principal_display_name: String = "principalDisplayName",
        /// Who has it: the user, or a group the user is in.
        principal_id: String = "principalId",
        /// `User`, `Group` or `ServicePrincipal`.
        principal_type: String = "principalType",
        /// Name of the application.
        resource_display_name: String = "resourceDisplayName",
        /// The application's service principal.
        resource_id: String = "resourceId",
    } besides {}
}

/// The assignment of a user to an application, to be granted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AppRoleGrant {
    /// The user's id.
    pub principal_id: String,
    /// The application's service principal.
    pub resource_id: String,
    /// Which role of the application.
    pub app_role_id: String,
}

resource! {
    /// One message on its way to one recipient (Microsoft Graph: exchangeMessageTrace resource). The subject, the sender and
    /// the IP addresses that come with it are not read.
    MessageTrace {
        /// The Message-ID header, which the rows of one message share.
        message_id: String = "messageId",
        /// When Exchange Online received it.
        received_date_time: Timestamp = "receivedDateTime",
        /// Where it stands: exchangeMessageTraceStatus.
        status: String = "status",
    } besides {}
}

resource! {
    /// An object whose kind only the answer tells (Microsoft Graph: directoryObject resource).
    DirectoryObject {
        /// Name shown to people, where the kind has one.
        display_name: String = "displayName",
    } besides {
        /// `#microsoft.graph.user`, `#microsoft.graph.group`, ...
        odata_type: String = "@odata.type",
        /// Main address, where the kind has one.
        mail: String = "mail",
    }
}

impl DirectoryObject {
    /// `user`, `group`, `servicePrincipal`, ...; `None` when the answer does not say.
    #[must_use]
    pub fn kind(&self) -> Option<&str> {
        self.odata_type.value().map(|name| name.trim_start_matches("#microsoft.graph."))
    }
}

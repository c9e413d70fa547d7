//! The user resource.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::resource;
use crate::Selected;

resource! {
    /// A user, guest or not, live or deleted (Microsoft Graph: user resource).
    User {
        /// Name shown to people.
        display_name: String = "displayName",
        /// First name.
        given_name: String = "givenName",
        /// Last name.
        surname: String = "surname",
        /// Sign-in name; of a guest `local_domain#EXT#@tenant`, made from the first invited address.
        user_principal_name: String = "userPrincipalName",
        /// Main address. Writing it adds it to `proxyAddresses` as primary.
        mail: String = "mail",
        /// Other addresses: at most 250, replaced as a whole, never null when known.
        other_mails: Vec<String> = "otherMails",
        /// Addresses that mail is delivered at: `SMTP:` is the primary one, `smtp:` are the others. Read-only.
        proxy_addresses: Vec<String> = "proxyAddresses",
        /// How the user can sign in.
        identities: Vec<ObjectIdentity> = "identities",
        /// `Member` or `Guest`; null on very old users. Proves nothing alone.
        user_type: String = "userType",
        /// `Invitation`, `LocalAccount`, `EmailVerified`, `SelfServiceSignUp`, or null.
        creation_type: String = "creationType",
        /// `PendingAcceptance`, `Accepted`, or null.
        external_user_state: String = "externalUserState",
        /// When that last changed.
        external_user_state_change_date_time: Timestamp = "externalUserStateChangeDateTime",
        /// Whether the user may sign in.
        account_enabled: bool = "accountEnabled",
        /// When the object was made.
        created_date_time: Timestamp = "createdDateTime",
        /// Company.
        company_name: String = "companyName",
        /// Job title.
        job_title: String = "jobTitle",
        /// Department.
        department: String = "department",
        /// Office.
        office_location: String = "officeLocation",
        /// Preferred language, such as `nl-NL`.
        preferred_language: String = "preferredLanguage",
        /// Two-letter country code for licences.
        usage_location: String = "usageLocation",
        /// City.
        city: String = "city",
        /// Country.
        country: String = "country",
        /// Business telephone numbers.
        business_phones: Vec<String> = "businessPhones",
        /// Mobile telephone number.
        mobile_phone: String = "mobilePhone",
        /// Mail alias.
        mail_nickname: String = "mailNickname",
        /// Addresses for instant messages. Read-only.
        im_addresses: Vec<Option<String>> = "imAddresses",
        /// Whether the user is in the address list. Microsoft advises not to rely on it.
        show_in_address_list: bool = "showInAddressList",
        /// True when the object comes from an on-premises directory, where mail and addresses are then written.
        on_premises_sync_enabled: bool = "onPremisesSyncEnabled",
        /// When it was last synced.
        on_premises_last_sync_date_time: Timestamp = "onPremisesLastSyncDateTime",
        /// True in a restricted management administrative unit: only admins of that unit may write.
        is_management_restricted: bool = "isManagementRestricted",
        /// Licences that are assigned.
        assigned_licenses: Vec<AssignedLicense> = "assignedLicenses",
        /// Plans that are assigned with them.
        assigned_plans: Vec<AssignedPlan> = "assignedPlans",
        /// Faults that a service, such as Exchange, met with this object.
        service_provisioning_errors: Vec<ServiceProvisioningError> = "serviceProvisioningErrors",
    } besides {
        /// When the user was deleted; kept for 30 days. Asked for only among deleted users.
        deleted_date_time: Timestamp = "deletedDateTime",
    }
}

impl User {
    /// What is asked of each user of a group: what tells a guest from others, the name, the addresses and the state of
    /// the account. A list of thousands carries nothing besides.
    pub const IN_A_LIST: &'static [&'static str] = &[
        "id",
        "displayName",
        "userPrincipalName",
        "mail",
        "otherMails",
        "proxyAddresses",
        "identities",
        "userType",
        "externalUserState",
        "externalUserStateChangeDateTime",
        "accountEnabled",
    ];

    /// What is asked of each guest of the organisation besides: since when they are one, and whether they are changed here at
    /// all.
    pub const IN_A_SURVEY_BESIDES: &'static [&'static str] = &["createdDateTime", "onPremisesSyncEnabled"];
}

/// One way to sign in (Microsoft Graph: objectIdentity resource).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ObjectIdentity {
    /// `federated`, `userPrincipalName`, `emailAddress`, ...
    #[serde(skip_serializing_if = "Selected::is_absent")]
    pub sign_in_type: Selected<String>,
    /// `ExternalAzureAD`, `MicrosoftAccount`, `mail`, `google.com`, or the tenant's own domain.
    #[serde(skip_serializing_if = "Selected::is_absent")]
    pub issuer: Selected<String>,
    /// The address, with issuer `mail`; else the issuer's id, often null.
    #[serde(skip_serializing_if = "Selected::is_absent")]
    pub issuer_assigned_id: Selected<String>,
}

/// A licence (Microsoft Graph: assignedLicense resource).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AssignedLicense {
    /// Which product.
    #[serde(skip_serializing_if = "Selected::is_absent")]
    pub sku_id: Selected<String>,
}

/// A plan of a licence (Microsoft Graph: assignedPlan resource).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AssignedPlan {
    /// `Enabled`, `Deleted`, `Suspended`, `LockedOut`, `Warning`.
    #[serde(skip_serializing_if = "Selected::is_absent")]
    pub capability_status: Selected<String>,
    /// The service, such as `exchange`.
    #[serde(skip_serializing_if = "Selected::is_absent")]
    pub service: Selected<String>,
}

impl AssignedPlan {
    /// Whether it is a plan of Exchange that is in force, or was until lately: it makes a mailbox.
    #[must_use]
    pub fn is_exchange(&self) -> bool {
        let is = |value: &Selected<String>, text: &str| {
            value.value().is_some_and(|value| value.eq_ignore_ascii_case(text))
        };
        is(&self.service, "exchange") && !is(&self.capability_status, "Deleted")
    }
}

/// A fault that a service met when it took this object over (Microsoft Graph: serviceProvisioningError resource).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ServiceProvisioningError {
    /// When.
    #[serde(skip_serializing_if = "Selected::is_absent")]
    pub created_date_time: Selected<Timestamp>,
    /// Whether it is over.
    #[serde(skip_serializing_if = "Selected::is_absent")]
    pub is_resolved: Selected<bool>,
    /// Which service.
    #[serde(skip_serializing_if = "Selected::is_absent")]
    pub service_instance: Selected<String>,
}

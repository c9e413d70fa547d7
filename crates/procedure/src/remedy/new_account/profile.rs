//! What a person is known by, and the apps they were given: what is set again on a new account.

use graph::UserProfile;
use guest::{Known, User};
use serde::{Deserialize, Serialize};

/// An app the guest was assigned to (Microsoft Graph: appRoleAssignment).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AppAssignment {
    /// `resourceId`: the service principal.
    pub(in crate::remedy) resource_id: String,
    /// `appRoleId`.
    pub(in crate::remedy) app_role_id: String,
    /// `resourceDisplayName`.
    pub(in crate::remedy) name: String,
}

/// What is set again on a new account (Microsoft Graph: user resource).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Profile {
    pub(in crate::remedy) display_name: Option<String>,
    given_name: Option<String>,
    surname: Option<String>,
    company_name: Option<String>,
    job_title: Option<String>,
    department: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    preferred_language: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    usage_location: Option<String>,
    /// An external member stays one.
    pub(in crate::remedy) user_type: Option<String>,
}

impl From<&User> for Profile {
    fn from(user: &User) -> Self {
        let text = |value: &Known<Option<String>>| value.value().cloned();
        Self {
            display_name: text(&user.display_name),
            given_name: text(&user.given_name),
            surname: text(&user.surname),
            company_name: text(&user.company_name),
            job_title: text(&user.job_title),
            department: text(&user.department),
            preferred_language: text(&user.preferred_language),
            usage_location: text(&user.usage_location),
            user_type: text(&user.user_type),
        }
    }
}

impl From<&Profile> for UserProfile {
    fn from(profile: &Profile) -> Self {
        let profile = profile.clone();
        Self {
            display_name: profile.display_name,
            given_name: profile.given_name,
            surname: profile.surname,
            company_name: profile.company_name,
            job_title: profile.job_title,
            department: profile.department,
            preferred_language: profile.preferred_language,
            usage_location: profile.usage_location,
            user_type: profile.user_type,
        }
    }
}

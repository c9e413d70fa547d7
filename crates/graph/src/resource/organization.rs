//! The tenant itself.

use serde::{Deserialize, Serialize};

use super::resource;

resource! {
    /// The organisation (Microsoft Graph: organization resource). Its id is the tenant id.
    Organization {
        /// Name.
        display_name: String = "displayName",
        /// Domains it has proved to own.
        verified_domains: Vec<VerifiedDomain> = "verifiedDomains",
        /// Two-letter country code.
        country_letter_code: String = "countryLetterCode",
        /// Language it prefers.
        preferred_language: String = "preferredLanguage",
        /// Whether an on-premises directory is synced.
        on_premises_sync_enabled: bool = "onPremisesSyncEnabled",
        /// `AAD`, `AAD B2C` or `CIAM`.
        tenant_type: String = "tenantType",
    } besides {}
}

/// A domain the organisation owns (Microsoft Graph: verifiedDomain resource).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct VerifiedDomain {
    /// The domain.
    pub name: Option<String>,
    /// Whether new users get it.
    pub is_default: Option<bool>,
    /// Whether it is the first one, under onmicrosoft.com.
    pub is_initial: Option<bool>,
}

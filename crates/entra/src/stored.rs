//! A sign-in as it is stored from one start to the next.

use secrecy::SecretString;
use uuid::Uuid;

/// How somebody signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum SignInMethod {
    /// With the system's browser.
    Browser,
    /// With a code on another device.
    DeviceCode,
    /// With the Azure CLI that was signed in already. Its permissions are fixed: none can be asked for.
    AzureCli,
}

/// What is stored of a sign-in. The refresh token shows in no debug output and cannot be serialised.
#[derive(Debug, Clone)]
pub struct StoredSession {
    /// How the person signed in.
    pub method: SignInMethod,
    /// The application that was signed in to.
    pub client_id: Uuid,
    /// The tenant, as a GUID.
    pub tenant_id: String,
    /// The user name, to show and as a hint for the next sign-in.
    pub user_name: Option<String>,
    /// The permissions that were granted, by their bare names.
    pub scopes: Vec<String>,
    /// What the next access token is asked with.
    pub refresh_token: SecretString,
}

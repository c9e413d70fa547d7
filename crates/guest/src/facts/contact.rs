//! A contact of the organisation.

use crate::known::Known;

/// A mail contact (Microsoft Graph: orgContact, which is read-only there).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// `id`: the object id.
    pub id: String,
    /// `displayName`.
    pub display_name: Known<Option<String>>,
    /// `mail`.
    pub mail: Known<Option<String>>,
    /// `proxyAddresses`.
    pub proxy_addresses: Known<Vec<String>>,
    /// `onPremisesSyncEnabled`: true when it must be changed on premises.
    pub on_premises_sync_enabled: Known<Option<bool>>,
}

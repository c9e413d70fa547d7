//! A contact of the organisation.

use super::Group;
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
    /// The groups it is a direct member of (Microsoft Graph: List a contact's direct memberships). Read in the second
    /// round, of a contact that the first one found.
    pub groups: Known<Vec<Group>>,
}

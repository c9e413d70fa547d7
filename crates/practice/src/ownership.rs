//! Who owns an address. Source: user resource, "mail and proxyAddresses" (unique across directory objects).

use crate::Object;
use crate::organisation::{text, texts};
use crate::schema::Kind;
use crate::state::State;
use crate::store::ObjectStore;

impl State {
    /// The live objects that own an address: it stands in `mail`, `proxyAddresses` or the user principal
    /// name (user resource, "unique across directory objects"; Exchange also tests the user name,
    /// `O365Troubleshooters` issue 215). The truth, not a view: uniqueness is decided where writes go.
    pub(crate) fn owners_of(&self, address: &str, but: &str) -> Vec<(Kind, String)> {
        [(Kind::User, &self.users), (Kind::Group, &self.groups), (Kind::Contact, &self.contacts)]
            .into_iter()
            .flat_map(|(kind, store)| store.owners(address).into_iter().map(move |id| (kind, id)))
            .filter(|(_, id)| !id.eq_ignore_ascii_case(but))
            .collect()
    }
}

impl ObjectStore {
    /// Ids of objects that own an address.
    pub(crate) fn owners(&self, address: &str) -> Vec<String> {
        let mut ids = self.equal("mail", address);
        ids.extend(self.equal("userPrincipalName", address));
        ids.extend(self.equal("proxyAddresses", &format!("smtp:{address}")));
        ids.sort_unstable();
        ids.dedup();
        ids.retain(|id| self.latest(id).is_some_and(|object| owns(&object, address)));
        ids
    }
}

/// Whether an object owns an address, by an address of its own or by its name.
pub(crate) fn owns(object: &Object, address: &str) -> bool {
    has_address(object, address) || has_name(object, address)
}

/// Whether an address stands in an object's `mail` or proxyAddresses.
pub(crate) fn has_address(object: &Object, address: &str) -> bool {
    let same = |value: &str| value.eq_ignore_ascii_case(address);
    text(object, "mail").is_some_and(same)
        || texts(object.get("proxyAddresses")).iter().any(|proxy| smtp(proxy).is_some_and(same))
}

/// Whether this is somebody's user principal name.
pub(crate) fn has_name(object: &Object, name: &str) -> bool {
    text(object, "userPrincipalName").is_some_and(|known| known.eq_ignore_ascii_case(name))
}

/// The address in a proxy address of the SMTP kind.
pub(crate) fn smtp(proxy: &str) -> Option<&str> {
    let (kind, address) = proxy.split_once(':')?;
    kind.eq_ignore_ascii_case("smtp").then_some(address)
}

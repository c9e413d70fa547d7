//! What every invitation has in common: which characters of an address it may refuse.

use super::{AddressOption, PlanNote, Situation};
use crate::address::Address;

/// The characters that Microsoft Graph's documentation forbids in an invited address (invitation resource).
const FORBIDDEN: &str = "~!#$%^&*()+=[]{}\\/|;:\"<>?,";

/// What the invitation may refuse in this address: forbidden characters, and a full stop or hyphen at an edge of the
/// part before the `@`. Each once; the server decides.
#[must_use]
pub fn refused_characters(address: &Address) -> Vec<char> {
    let forbidden = address.as_str().chars().filter(|&it| FORBIDDEN.contains(it));
    let edges = [address.name().chars().next(), address.name().chars().next_back()];
    let edges = edges.into_iter().flatten().filter(|it| matches!(it, '.' | '-'));
    let mut all = Vec::new();
    for character in forbidden.chain(edges) {
        if !all.contains(&character) {
            all.push(character);
        }
    }
    all
}

impl Situation<'_> {
    /// An address to invite at, with what the invitation may refuse in it.
    pub(super) fn invitation_option(&self, address: Address) -> AddressOption {
        let refused = refused_characters(&address);
        let plain = self.address_option(address);
        let refused = (!refused.is_empty()).then_some(PlanNote::InvitationCharacters { characters: refused });
        AddressOption { warnings: refused.into_iter().chain(plain.warnings).collect(), ..plain }
    }
}

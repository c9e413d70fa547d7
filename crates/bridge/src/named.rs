//! The owner of an address by what the window knows it by: more than one part of a screen names it.

use guest::{OwnerKind as Kind, OwnerRef};

use crate::view::{OwnerKind, OwnerView};

/// The owner of an address, with what it is.
pub(crate) fn owner(owner: &OwnerRef) -> OwnerView {
    OwnerView {
        kind: kind(owner),
        id: owner.id.clone(),
        display_name: owner.name().to_owned(),
        address: owner.address.as_str().to_owned(),
    }
}

/// What it is: a contact that is synced is changed in another place than one made in the cloud.
pub(crate) fn kind(owner: &OwnerRef) -> OwnerKind {
    match owner.kind {
        Kind::Contact if owner.synced == guest::Known::Is(true) => OwnerKind::SyncedContact,
        Kind::Contact => OwnerKind::Contact,
        Kind::User => OwnerKind::User,
        Kind::Guest => OwnerKind::Guest,
        Kind::Group => OwnerKind::Group,
        Kind::Unseen => OwnerKind::Unseen,
    }
}

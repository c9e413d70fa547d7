//! Domain values by the names the window knows them by, where more than one screen part needs them.

use guest::{OwnerKind as Kind, OwnerRef, Severity};

use crate::view::{OwnerKind, OwnerView, SeverityView};

/// How bad something is, name by name.
pub(crate) fn severity(severity: Severity) -> SeverityView {
    match severity {
        Severity::Info => SeverityView::Info,
        Severity::Ok => SeverityView::Ok,
        Severity::Warning => SeverityView::Warning,
        Severity::Error => SeverityView::Error,
    }
}

/// The owner of an address, with what it is.
pub(crate) fn owner(owner: &OwnerRef) -> OwnerView {
    let synced = owner.synced == guest::Known::Is(true);
    OwnerView {
        kind: match owner.kind {
            Kind::Contact if synced => OwnerKind::SyncedContact,
            Kind::Contact => OwnerKind::Contact,
            Kind::User => OwnerKind::User,
            Kind::Guest => OwnerKind::Guest,
            Kind::Group => OwnerKind::Group,
        },
        id: owner.id.clone(),
        display_name: owner.display_name.clone().unwrap_or_else(|| owner.id.clone()),
        address: owner.address.as_str().to_owned(),
    }
}

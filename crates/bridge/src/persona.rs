//! Signing in to the practice organisation.

use std::sync::Arc;

use clock::Clock;
use entra::PracticeCredential;
use graph::{Endpoint, Graph, TowerTransport};
use guest::Known;
use journal::OrganisationKind;
use practice::{Persona, Tenant};
use procedure::Connection;

/// The practice organisation as one of its personas: in this process, no port, no network.
pub(crate) fn practice_connection(tenant: &Tenant, persona: &Persona, clock: &Arc<dyn Clock>) -> Connection {
    let transport = Arc::new(TowerTransport::new(tenant.clone()));
    let credential = Arc::new(PracticeCredential::new(&persona.key));
    Connection {
        graph: Graph::new(transport, credential, Endpoint::global(), Arc::clone(clock)),
        kind: OrganisationKind::Practice,
        scopes: persona.scopes.clone().map_or(Known::Unknown, Known::Is),
        // The practice organisation has nobody to ask, and no roles that do not show.
        may_request_permissions: false,
        unseen_roles: false,
        read_only: false,
    }
}

//! The objects that a refusal names by their ids alone: who they are.

use graph::{DirectoryObject, Graph};
use guest::{Address, Known, Owner, OwnerKind};
use tokio_util::sync::CancellationToken;

use crate::examination::Examination;
use crate::execution::Execution;
use crate::outcome::NamedObject;
use crate::seen;
use crate::signed_in::Refusal;

/// Who the objects of these ids are, for whose sake an address was refused to a guest. They are remembered, so that
/// nobody is led to the same refusal again.
pub(super) async fn in_the_way(
    on: &Execution,
    guest: &str,
    address: &str,
    ids: &[String],
) -> Vec<NamedObject> {
    let seen = on.examine(guest).await.ok();
    let found = objects(&on.signed_in.graph, seen.as_ref(), ids).await;
    if let Some(address) = Address::recorded(address) {
        // Whoever writes an address looked for its owners before: it is for the sake of one that no search shows.
        let refused = found.iter().map(|owner| Refusal { owner: owner.of(&address), shown: false });
        on.signed_in.refused.add(guest, &refused.collect::<Vec<_>>());
    }
    let name = |owner: &Owner| owner.display_name.value().unwrap_or(&owner.id).clone();
    found.iter().map(|owner| NamedObject { id: owner.id.clone(), name: name(owner) }).collect()
}

/// The objects of these ids: as a search showed them, else as the directory has them, else by their ids alone.
pub(super) async fn objects(graph: &Graph, seen: Option<&Examination>, ids: &[String]) -> Vec<Owner> {
    let mut all = Vec::new();
    for id in ids {
        all.push(match seen.and_then(|seen| seen.object(id)) {
            Some(owner) => owner,
            None => look_up(graph, id).await,
        });
    }
    all
}

/// Whoever may not read objects of any kind may read users and groups: the permission for both is asked for at sign-in.
async fn look_up(graph: &Graph, id: &str) -> Owner {
    // A request for an answer that was given: stopping the change does not stop it.
    let uncancelled = CancellationToken::new();
    let object = graph.directory_object(id, &uncancelled).await.ok();
    if let Some(other) = object.as_ref().and_then(|object| owner(id, object)) {
        return other;
    }
    if let Ok(user) = graph.user(id, &uncancelled).await {
        return Owner::from(&seen::user(&user));
    }
    match graph.group(id, &uncancelled).await {
        Ok(group) => Owner::from(&seen::group(&group)),
        Err(problem) => {
            tracing::info!(%problem, "an object in the way could not be read");
            unseen(id)
        }
    }
}

/// A group or a contact; none for a user, who is read as one to tell a guest from an employee.
fn owner(id: &str, object: &DirectoryObject) -> Option<Owner> {
    let kind = match object.kind() {
        Some("group") => OwnerKind::Group,
        Some("orgContact") => OwnerKind::Contact,
        _ => return None,
    };
    Some(Owner { kind, display_name: Known::Is(object.display_name.value().cloned()), ..unseen(id) })
}

fn unseen(id: &str) -> Owner {
    Owner {
        kind: OwnerKind::Unseen,
        id: id.to_owned(),
        display_name: Known::Unknown,
        user_principal_name: Known::Unknown,
        mail: Known::Unknown,
        proxy_addresses: Known::Unknown,
        on_premises_sync_enabled: Known::Unknown,
    }
}

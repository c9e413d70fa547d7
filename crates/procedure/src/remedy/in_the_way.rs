//! The objects that a refusal names by their ids alone: who they are.

use graph::{DirectoryObject, Graph};
use guest::{Known, Owner, OwnerKind};
use tokio_util::sync::CancellationToken;

use crate::examination::Examination;
use crate::seen;

/// The objects of these ids: as a search showed them, else as the directory has them, else by their ids alone.
pub(super) async fn in_the_way(graph: &Graph, seen: Option<&Examination>, ids: &[String]) -> Vec<Owner> {
    let mut all = Vec::new();
    for id in ids {
        all.push(match seen.and_then(|seen| seen.object(id)) {
            Some(owner) => owner,
            None => look_up(graph, id).await,
        });
    }
    all
}

/// Whoever may not read objects of any kind may read users: of both the permission to look is asked for at sign-in.
async fn look_up(graph: &Graph, id: &str) -> Owner {
    // A request for an answer that was given: stopping the change does not stop it.
    let uncancelled = CancellationToken::new();
    let object = graph.directory_object(id, &uncancelled).await.ok();
    let other = object.as_ref().and_then(|object| owner(id, object));
    match other {
        Some(other) => other,
        None => match graph.user(id, &uncancelled).await {
            Ok(user) => Owner::from(&seen::user(&user)),
            Err(problem) => {
                tracing::info!(%problem, "an object in the way could not be read");
                nameless(id)
            }
        },
    }
}

/// A group or a contact; none for a user, who is read as one to tell a guest from an employee.
fn owner(id: &str, object: &DirectoryObject) -> Option<Owner> {
    let kind = match object.kind() {
        Some("group") => OwnerKind::Group,
        Some("orgContact") => OwnerKind::Contact,
        _ => return None,
    };
    Some(Owner { kind, display_name: Known::Is(object.display_name.value().cloned()), ..nameless(id) })
}

fn nameless(id: &str) -> Owner {
    Owner {
        kind: OwnerKind::User,
        id: id.to_owned(),
        display_name: Known::Unknown,
        user_principal_name: Known::Unknown,
        mail: Known::Unknown,
        proxy_addresses: Known::Unknown,
        on_premises_sync_enabled: Known::Unknown,
    }
}

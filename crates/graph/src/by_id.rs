//! Whose id is this: a user, live or deleted, in one round trip; asked by the id, or of the lists.

use serde_json::value::RawValue;
use tokio_util::sync::CancellationToken;

use crate::batch::Item;
use crate::client::{Call, Graph};
use crate::deleted::select_deleted;
use crate::odata;
use crate::operations::Operation;
use crate::problem::{GraphProblem, GraphProblemKind};
use crate::resource::{Resource, User};

/// Who has an id. Each place stands or fails alone; None where nobody is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserOfId {
    /// The live user.
    pub live: Result<Option<User>, GraphProblem>,
    /// The deleted user.
    pub deleted: Result<Option<User>, GraphProblem>,
}

impl Graph {
    /// Reads the user of this id among the live and the deleted. `Err` when the question as a whole got no answer.
    pub async fn user_of_id(&self, id: &str, cancel: &CancellationToken) -> Result<UserOfId, GraphProblem> {
        let live = Call::new(Operation::GetUser, &[id])?.select(User::SELECT);
        let deleted = Call::new(Operation::GetDeletedUser, &[id])?.select(&select_deleted());
        let mut items = self.batch(vec![live, deleted], cancel).await?.into_iter();
        Ok(UserOfId {
            live: somebody(Operation::GetUser, items.next()),
            deleted: somebody(Operation::GetDeletedUser, items.next()),
        })
    }
}

impl Graph {
    /// The same, asked of the lists of users instead of by the id (Microsoft Graph: user, `id`: "Supports $filter (eq,
    /// ne, not, in)"; List deletedItems: `$filter`): a second answer, of another index, to the question whether somebody
    /// is there at all.
    pub async fn listed_user_of_id(
        &self,
        id: &str,
        cancel: &CancellationToken,
    ) -> Result<UserOfId, GraphProblem> {
        let listed = |operation, select: &[&str]| {
            let filter = odata::equals("id", id);
            Ok(Call::new(operation, &[])?.query(&[("$select", select.join(",")), ("$filter", filter)]))
        };
        let live = listed(Operation::ListUsers, User::SELECT)?;
        let deleted = listed(Operation::ListDeletedUsers, &select_deleted())?;
        let mut items = self.batch(vec![live, deleted], cancel).await?.into_iter();
        let (live, deleted) = (items.next(), items.next());
        let one_of = |users: Vec<User>| users.into_iter().find(|user| user.id.eq_ignore_ascii_case(id));
        Ok(UserOfId {
            live: self.list_item(Operation::ListUsers, &[], live, cancel).await.map(one_of),
            deleted: self.list_item(Operation::ListDeletedUsers, &[], deleted, cancel).await.map(one_of),
        })
    }
}

/// A user that came as an item of a batch; nobody is an answer too.
fn somebody(operation: Operation, item: Option<Item>) -> Result<Option<User>, GraphProblem> {
    match item {
        Some(Err(problem)) if problem.kind == GraphProblemKind::NotFound => Ok(None),
        Some(item) => read(operation, &item?).map(Some),
        None => Err(GraphProblem::malformed(operation, crate::ServerDetails::default())),
    }
}

/// An object that came as an item of a batch.
pub(crate) fn read<T: Resource>(operation: Operation, item: &RawValue) -> Result<T, GraphProblem> {
    let malformed = |why: String| {
        let server =
            crate::ServerDetails { message: evidence::words(&why), ..crate::ServerDetails::default() };
        GraphProblem::malformed(operation, server)
    };
    let object: T = serde_json::from_str(item.get()).map_err(|error| malformed(error.to_string()))?;
    if object.id().is_empty() { Err(malformed("an object without id".to_owned())) } else { Ok(object) }
}

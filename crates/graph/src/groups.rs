//! Groups and their members.

use tokio_util::sync::CancellationToken;

use crate::batch::all;
use crate::client::{Acknowledged, Call, Graph};
use crate::odata;
use crate::operations::Operation;
use crate::page::{LARGEST_PAGE, Listed, too_many};
use crate::people::list_call;
use crate::problem::GraphProblem;
use crate::resource::{Group, GroupSetting, Resource, User};

/// Pages of the group choice. Nearly five thousand groups are more than anybody scrolls through.
const PAGES_TO_CHOOSE_FROM: usize = 5;

/// The most groups whose settings are asked for, in ten batches side by side.
const MOST_GROUPS: usize = 200;

/// The most users of one page of a group. Twenty such pages come in one batch, and one answer holds at most 16 MB: with
/// 999 each, people with many addresses would make it too large.
const USERS_OF_A_PAGE: &str = "250";

impl Graph {
    /// The groups owned by who is signed in.
    pub async fn my_groups(&self, cancel: &CancellationToken) -> Result<Vec<Group>, GraphProblem> {
        self.list(&list_call::<Group>(Operation::ListMyGroups, &[])?, cancel).await
    }

    /// The groups that take mail: Microsoft 365 groups, distribution lists and mail-enabled security groups. Stops
    /// after some pages and says so.
    pub async fn list_groups(&self, cancel: &CancellationToken) -> Result<Listed<Group>, GraphProblem> {
        let call = Call::new(Operation::ListGroups, &[])?.query(&[
            ("$select", Group::SELECT.join(",")),
            ("$filter", "mailEnabled eq true".to_owned()),
            ("$top", LARGEST_PAGE.to_owned()),
        ]);
        self.list_some(&call, PAGES_TO_CHOOSE_FROM, cancel).await
    }

    /// The groups whose members follow from a rule, with their rules. Stops after one page and says so.
    pub async fn dynamic_groups(&self, cancel: &CancellationToken) -> Result<Listed<Group>, GraphProblem> {
        let call = Call::new(Operation::ListGroups, &[])?.query(&[
            ("$select", Group::SELECT.join(",")),
            ("$filter", odata::has("groupTypes", "DynamicMembership")),
            ("$top", LARGEST_PAGE.to_owned()),
        ]);
        self.list_some(&call, 1, cancel).await
    }

    /// The settings of each of these groups, in their order; an empty list means that a group has none of its own.
    /// One batch for each twenty, side by side; behind the two hundredth nothing is asked, and nothing known.
    pub async fn settings_of_groups(
        &self,
        groups: &[String],
        cancel: &CancellationToken,
    ) -> Result<Vec<Result<Vec<GroupSetting>, GraphProblem>>, GraphProblem> {
        let operation = Operation::ListSettingsOfGroup;
        let asked = groups.get(..MOST_GROUPS).unwrap_or(groups);
        let calls = asked.iter().map(|group| Call::new(operation, &[group])).collect::<Result<_, _>>()?;
        let mut settings = Vec::with_capacity(groups.len());
        for (group, item) in asked.iter().zip(self.batch(calls, cancel).await?) {
            settings.push(self.list_item(operation, &[group], Some(item), cancel).await);
        }
        settings.resize_with(groups.len(), || {
            Err(too_many(operation, "too many groups to ask about".to_owned()))
        });
        Ok(settings)
    }

    /// The users among the direct members of each of these groups, in their order: the first page of each in one batch
    /// for each twenty groups, the pages behind it one after the other. A group that could not be read says so by itself.
    /// All of them, guests or not: to filter here would need advanced queries (Microsoft Graph: advanced query
    /// capabilities), whose index is behind.
    pub async fn users_of_groups(
        &self,
        groups: &[String],
        cancel: &CancellationToken,
    ) -> Result<Vec<Result<Vec<User>, GraphProblem>>, GraphProblem> {
        let operation = Operation::ListUsersOfGroup;
        let call = |group: &String| {
            let query = [("$select", User::IN_A_LIST.join(",")), ("$top", USERS_OF_A_PAGE.to_owned())];
            Ok(Call::new(operation, &[group])?.query(&query))
        };
        let calls = groups.iter().map(call).collect::<Result<_, GraphProblem>>()?;
        let items = self.batch(calls, cancel).await?;
        let pages = groups
            .iter()
            .zip(items)
            .map(async |(group, item)| self.list_item(operation, &[group], Some(item), cancel).await);
        Ok(all(pages).await)
    }

    /// The groups a user is a direct member of.
    pub async fn memberships(
        &self,
        user: &str,
        cancel: &CancellationToken,
    ) -> Result<Vec<Group>, GraphProblem> {
        self.list(&list_call::<Group>(Operation::ListUserGroups, &[user])?, cancel).await
    }

    /// Adds a member to a group. [`GraphProblemKind::AlreadyReferenced`](crate::GraphProblemKind::AlreadyReferenced) when it is one.
    pub async fn add_member(
        &self,
        group: &str,
        user: &str,
        cancel: &CancellationToken,
    ) -> Result<Acknowledged, GraphProblem> {
        self.change(&self.reference(Operation::AddMember, group, user)?, cancel).await
    }

    /// Takes a member out of a group. The only place that builds this request: what it deletes is the reference, `/$ref`,
    /// and never the user. [`GraphProblemKind::NotFound`](crate::GraphProblemKind::NotFound) when the user is no member.
    pub async fn remove_member(
        &self,
        group: &str,
        user: &str,
        cancel: &CancellationToken,
    ) -> Result<Acknowledged, GraphProblem> {
        self.change(&Call::new(Operation::RemoveMember, &[group, user])?, cancel).await
    }
}

impl Graph {
    /// A group.
    pub async fn group(&self, id: &str, cancel: &CancellationToken) -> Result<Group, GraphProblem> {
        self.get(&Call::new(Operation::GetGroup, &[id])?.select(Group::SELECT), cancel).await
    }
}

/// The questions about one chosen group: itself, what Exchange knows of it, its settings.
pub(crate) fn chosen_group(id: &str) -> Result<[Call; 3], GraphProblem> {
    Ok([
        Call::new(Operation::GetGroup, &[id])?.select(Group::SELECT),
        Call::new(Operation::GetGroup, &[id])?.select(Group::IN_EXCHANGE),
        Call::new(Operation::ListSettingsOfGroup, &[id])?,
    ])
}

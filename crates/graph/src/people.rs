//! Users: who is signed in, one guest, and what belongs to them.

use serde::{Deserialize, Serialize};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use crate::client::{Acknowledged, Call, Graph};
use crate::operations::Operation;
use crate::page::{LARGEST_PAGE, MOST_OBJECTS};
use crate::problem::GraphProblem;
use crate::resource::{
    AppRoleAssignment, AppRoleGrant, DirectoryObject, DirectoryRole, Organization, Resource, User,
};

/// What is written again into a new account, so that it reads as the old one did. What is `None` is left alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UserProfile {
    /// Name shown to people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// First name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given_name: Option<String>,
    /// Last name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub surname: Option<String>,
    /// Company.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company_name: Option<String>,
    /// Job title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_title: Option<String>,
    /// Department.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
    /// Preferred language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preferred_language: Option<String>,
    /// Two-letter country code for licences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usage_location: Option<String>,
    /// `Member` or `Guest`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_type: Option<String>,
}

impl UserProfile {
    /// Whether there is nothing to write; the server need not be asked then.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A call for a list with everything we know to ask of its objects.
pub(crate) fn list_call<T: Resource>(operation: Operation, ids: &[&str]) -> Result<Call, GraphProblem> {
    Ok(Call::new(operation, ids)?
        .query(&[("$select", T::SELECT.join(",")), ("$top", LARGEST_PAGE.to_owned())]))
}

impl Graph {
    /// Who is signed in.
    pub async fn me(&self, cancel: &CancellationToken) -> Result<User, GraphProblem> {
        self.get(&Call::new(Operation::GetMe, &[])?.select(User::SELECT), cancel).await
    }

    /// The active directory roles of who is signed in. Eligible, scoped and custom roles do not show here.
    pub async fn my_roles(&self, cancel: &CancellationToken) -> Result<Vec<DirectoryRole>, GraphProblem> {
        self.list(&Call::new(Operation::ListMyRoles, &[])?.select(DirectoryRole::SELECT), cancel).await
    }

    /// The organisation of who is signed in.
    pub async fn organization(&self, cancel: &CancellationToken) -> Result<Organization, GraphProblem> {
        let call = Call::new(Operation::ListOrganization, &[])?.select(Organization::SELECT);
        let answer = self.send(&call, cancel).await?;
        let organizations: Vec<Organization> = self.follow(answer, MOST_OBJECTS, cancel).await?;
        // Documented to hold exactly one.
        organizations.into_iter().next().ok_or_else(|| {
            let message = "no organization".to_owned();
            GraphProblem::malformed(
                call.operation,
                crate::ServerDetails { message, ..crate::ServerDetails::default() },
            )
        })
    }

    /// A user with every property we show.
    pub async fn user(&self, id: &str, cancel: &CancellationToken) -> Result<User, GraphProblem> {
        self.get(&Call::new(Operation::GetUser, &[id])?.select(User::SELECT), cancel).await
    }

    /// Writes the main address. The server adds it to `proxyAddresses` as primary, or refuses with a conflict and
    /// writes nothing; documentation once said otherwise, so read back afterwards.
    pub async fn set_mail(
        &self,
        id: &str,
        mail: &str,
        cancel: &CancellationToken,
    ) -> Result<Acknowledged, GraphProblem> {
        self.change(&Call::new(Operation::UpdateUser, &[id])?.body(json!({ "mail": mail })), cancel).await
    }

    /// Replaces the other addresses as a whole. An empty list clears them; null is not allowed.
    pub async fn set_other_mails(
        &self,
        id: &str,
        other_mails: &[String],
        cancel: &CancellationToken,
    ) -> Result<Acknowledged, GraphProblem> {
        self.change(
            &Call::new(Operation::UpdateUser, &[id])?.body(json!({ "otherMails": other_mails })),
            cancel,
        )
        .await
    }

    /// Writes names and the like into a new account.
    pub async fn update_user_profile(
        &self,
        id: &str,
        profile: &UserProfile,
        cancel: &CancellationToken,
    ) -> Result<Acknowledged, GraphProblem> {
        self.change(&Call::new(Operation::UpdateUser, &[id])?.body(json!(profile)), cancel).await
    }

    /// Deletes a user softly: the account can be restored for 30 days.
    pub async fn delete_user(
        &self,
        id: &str,
        cancel: &CancellationToken,
    ) -> Result<Acknowledged, GraphProblem> {
        self.change(&Call::new(Operation::DeleteUser, &[id])?, cancel).await
    }

    /// The applications a user was assigned to.
    pub async fn app_role_assignments(
        &self,
        id: &str,
        cancel: &CancellationToken,
    ) -> Result<Vec<AppRoleAssignment>, GraphProblem> {
        self.list(&list_call::<AppRoleAssignment>(Operation::ListAppRoleAssignments, &[id])?, cancel).await
    }

    /// Assigns a user to an application.
    pub async fn grant_app_role(
        &self,
        grant: &AppRoleGrant,
        cancel: &CancellationToken,
    ) -> Result<Acknowledged<AppRoleAssignment>, GraphProblem> {
        let call = Call::new(Operation::GrantAppRole, &[&grant.principal_id])?.body(json!(grant));
        let answer = self.send(&call, cancel).await?;
        let assignment = answer.read()?;
        Ok(answer.acknowledged(assignment))
    }

    /// A guest's sponsors.
    pub async fn sponsors(
        &self,
        id: &str,
        cancel: &CancellationToken,
    ) -> Result<Vec<DirectoryObject>, GraphProblem> {
        self.list(&list_call::<DirectoryObject>(Operation::ListSponsors, &[id])?, cancel).await
    }

    /// Gives a guest a sponsor, a user or a group.
    pub async fn add_sponsor(
        &self,
        id: &str,
        sponsor: &str,
        cancel: &CancellationToken,
    ) -> Result<Acknowledged, GraphProblem> {
        self.change(&self.reference(Operation::AddSponsor, id, sponsor)?, cancel).await
    }

    /// What a user owns: groups, applications, ...
    pub async fn owned_objects(
        &self,
        id: &str,
        cancel: &CancellationToken,
    ) -> Result<Vec<DirectoryObject>, GraphProblem> {
        self.list(&list_call::<DirectoryObject>(Operation::ListOwnedObjects, &[id])?, cancel).await
    }

    /// An object of whatever kind, such as one that an error names by its id. Which properties it has only its kind
    /// tells, so that none are selected.
    pub async fn directory_object(
        &self,
        id: &str,
        cancel: &CancellationToken,
    ) -> Result<DirectoryObject, GraphProblem> {
        self.get(&Call::new(Operation::GetDirectoryObject, &[id])?, cancel).await
    }

    /// A call that makes a reference to an object.
    pub(crate) fn reference(
        &self,
        operation: Operation,
        to: &str,
        object: &str,
    ) -> Result<Call, GraphProblem> {
        if object.is_empty() {
            return Err(GraphProblem::bad_input(operation, "id"));
        }
        let body = json!({ "@odata.id": self.endpoint().reference_to(object) });
        Ok(Call::new(operation, &[to])?.body(body))
    }
}

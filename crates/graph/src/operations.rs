//! The one list of everything this client can send.

use http::Method;
use serde::{Deserialize, Serialize};

use crate::odata;
use crate::problem::GraphProblem;

/// Whether a request changes the directory: decides what may be repeated and what an unanswered request means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// Changes nothing, whatever happens to the answer.
    Read,
    /// May have changed something as soon as it was sent.
    Write,
}

macro_rules! operations {
    ($($(#[$doc:meta])* $name:ident = $method:ident $effect:ident $path:literal,)*) => {
        /// Every request the client can send. A request cannot be built without one of these, and the method and
        /// the path come from here alone, so that a check against Microsoft's contract has only one list to walk.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Operation { $($(#[$doc])* $name,)* }

        impl Operation {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The HTTP method.
            #[must_use]
            pub fn method(self) -> Method {
                match self { $(Self::$name => Method::$method,)* }
            }

            /// The path behind the service root (`https://graph.microsoft.com/v1.0`), with a name in braces where
            /// an object id goes.
            #[must_use]
            pub fn path_template(self) -> &'static str {
                match self { $(Self::$name => $path,)* }
            }

            /// Whether it changes something.
            #[must_use]
            pub fn effect(self) -> Effect {
                match self { $(Self::$name => Effect::$effect,)* }
            }
        }
    };
}

operations! {
    /// Several reads in one request (Microsoft Graph: JSON batching). Ours carries reads only.
    Batch = POST Read "/$batch",
    /// Search users (Microsoft Graph: List users).
    ListUsers = GET Read "/users",
    /// One user (Microsoft Graph: Get a user).
    GetUser = GET Read "/users/{user-id}",
    /// Change properties of a user (Microsoft Graph: Update user).
    UpdateUser = PATCH Write "/users/{user-id}",
    /// Soft-delete a user (Microsoft Graph: Delete a user).
    DeleteUser = DELETE Write "/users/{user-id}",
    /// The groups a user is a direct member of (Microsoft Graph: List a user's direct memberships).
    ListUserGroups = GET Read "/users/{user-id}/memberOf/microsoft.graph.group",
    /// What a user is a member of, directly or through a group (Microsoft Graph: List a user's memberships, direct and
    /// transitive). Without a cast, which would need advanced queries.
    ListUserTransitiveMemberships = GET Read "/users/{user-id}/transitiveMemberOf",
    /// The active directory roles of a user (Microsoft Graph: List a user's direct memberships).
    ListUserRoles = GET Read "/users/{user-id}/memberOf/microsoft.graph.directoryRole",
    /// What a user owns (Microsoft Graph: List ownedObjects).
    ListOwnedObjects = GET Read "/users/{user-id}/ownedObjects",
    /// The applications a user was assigned to (Microsoft Graph: List appRoleAssignments granted to a user).
    ListAppRoleAssignments = GET Read "/users/{user-id}/appRoleAssignments",
    /// Assign a user to an application (Microsoft Graph: Grant an appRoleAssignment to a user).
    GrantAppRole = POST Write "/users/{user-id}/appRoleAssignments",
    /// A guest's sponsors (Microsoft Graph: List sponsors).
    ListSponsors = GET Read "/users/{user-id}/sponsors",
    /// Give a guest a sponsor (Microsoft Graph: Assign a sponsor).
    AddSponsor = POST Write "/users/{user-id}/sponsors/$ref",
    /// Search mail contacts (Microsoft Graph: List orgContacts).
    ListContacts = GET Read "/contacts",
    /// The groups a contact is a direct member of (Microsoft Graph: List a contact's direct memberships).
    ListContactGroups = GET Read "/contacts/{orgContact-id}/memberOf/microsoft.graph.group",
    /// Search or list groups (Microsoft Graph: List groups).
    ListGroups = GET Read "/groups",
    /// One group (Microsoft Graph: Get group).
    GetGroup = GET Read "/groups/{group-id}",
    /// The settings of one group (Microsoft Graph: List settings).
    ListSettingsOfGroup = GET Read "/groups/{group-id}/settings",
    /// The users among a group's direct members (Microsoft Graph: List group members, with an OData cast).
    ListUsersOfGroup = GET Read "/groups/{group-id}/members/microsoft.graph.user",
    /// Add a member to a group (Microsoft Graph: Add members).
    AddMember = POST Write "/groups/{group-id}/members/$ref",
    /// Take a member out of a group (Microsoft Graph: Remove member). Without `/$ref` at its end the same request deletes
    /// the user (the page's own caution).
    RemoveMember = DELETE Write "/groups/{group-id}/members/{directoryObject-id}/$ref",
    /// The organisation's group settings (Microsoft Graph: List settings).
    ListGroupSettings = GET Read "/groupSettings",
    /// Search deleted users (Microsoft Graph: List deletedItems).
    ListDeletedUsers = GET Read "/directory/deletedItems/microsoft.graph.user",
    /// One deleted user (Microsoft Graph: Get deleted item).
    GetDeletedUser = GET Read "/directory/deletedItems/{directoryObject-id}/microsoft.graph.user",
    /// Bring a deleted object back (Microsoft Graph: Restore deleted directory object item).
    Restore = POST Write "/directory/deletedItems/{directoryObject-id}/restore",
    /// One object of whatever kind (Microsoft Graph: Get directoryObject).
    GetDirectoryObject = GET Read "/directoryObjects/{directoryObject-id}",
    /// Invite a guest (Microsoft Graph: Create invitation).
    Invite = POST Write "/invitations",
    /// What became of messages (Microsoft Graph: List messageTraces). Global cloud only.
    ListMessageTraces = GET Read "/admin/exchange/tracing/messageTraces",
    /// The organisation (Microsoft Graph: List organizations).
    ListOrganization = GET Read "/organization",
    /// Who is signed in (Microsoft Graph: Get a user).
    GetMe = GET Read "/me",
    /// The active directory roles of who is signed in (Microsoft Graph: List a user's direct memberships).
    ListMyRoles = GET Read "/me/memberOf/microsoft.graph.directoryRole",
    /// The groups owned by who is signed in (Microsoft Graph: List ownedObjects).
    ListMyGroups = GET Read "/me/ownedObjects/microsoft.graph.group",
}

impl Operation {
    /// How many object ids the path needs.
    #[must_use]
    pub fn ids_needed(self) -> usize {
        self.path_template().matches('{').count()
    }

    /// The path with the ids put in, percent-encoded. Refuses an empty id and a wrong number of them: a hole in a
    /// path would address something else, and for DELETE something larger.
    pub(crate) fn path(self, ids: &[&str]) -> Result<String, GraphProblem> {
        if ids.len() != self.ids_needed() || ids.iter().any(|id| id.is_empty() || matches!(*id, "." | "..")) {
            return Err(GraphProblem::bad_input(self, "id"));
        }
        let mut ids = ids.iter();
        let segments: Vec<String> = self
            .path_template()
            .split('/')
            .map(|segment| {
                if segment.starts_with('{') {
                    ids.next().map(|id| odata::encode(id)).unwrap_or_default()
                } else {
                    segment.to_owned()
                }
            })
            .collect();
        Ok(segments.join("/"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_id_can_cut_the_end_off_a_path() {
        for nasty in ["u1?", "u1#", "u1/", "u1/$value?x=", "u1%2F", "..", ".", "", "u1;"] {
            match Operation::AddMember.path(&[nasty]) {
                Ok(path) => {
                    assert!(path.starts_with("/groups/u1") && path.ends_with("/members/$ref"), "{path}");
                    assert_eq!(path.matches('/').count(), 4, "{path}");
                    assert!(!path.contains(['?', '#']), "{path}");
                }
                Err(problem) => assert_eq!(problem.changed, crate::Changed::No),
            }
        }
        for hole in [&["g1", "u1"][..], &[""], &[".."], &[]] {
            assert!(Operation::AddMember.path(hole).is_err(), "{hole:?}");
        }
    }
}

//! What a route works with.

use std::borrow::Cow;

use jiff::Timestamp;

use crate::Object;
use crate::behaviour::{Allowed, Behaviour};
use crate::error::ErrorResponse;
use crate::index::fold;
use crate::organisation::text;
use crate::permission::{Caller, sees_members};
use crate::query::{Row, Shape};
use crate::schema::Kind;
use crate::state::State;
use crate::versions::View;

/// Everything that is needed to answer one request.
pub(crate) struct RequestContext<'a> {
    pub(crate) state: &'a mut State,
    pub(crate) behaviour: &'a Behaviour,
    pub(crate) caller: &'a Caller,
    pub(crate) now: Timestamp,
    pub(crate) view: View,
}

impl RequestContext<'_> {
    /// A user by object id or user principal name, as far as it is visible.
    pub(super) fn user(&self, key: &str) -> Result<(String, Cow<'_, Object>), ErrorResponse> {
        let id = if key.contains('@') {
            let candidates = self.state.users.equal("userPrincipalName", key);
            let named = |id: &String| {
                self.state.users.get(id, self.view).is_some_and(|user| {
                    text(&user, "userPrincipalName").is_some_and(|name| name.eq_ignore_ascii_case(key))
                })
            };
            candidates.into_iter().find(named)
        } else {
            Some(key.to_owned())
        };
        id.and_then(|id| self.state.users.get(&id, self.view).map(|user| (fold(&id), user)))
            .ok_or_else(|| ErrorResponse::missing(key))
    }

    /// A user who can be changed: visible, and still there.
    pub(super) fn changeable_user(&self, key: &str) -> Result<(String, Object), ErrorResponse> {
        let (id, _) = self.user(key)?;
        let truth = self.state.users.latest(&id).map(Cow::into_owned);
        truth.map(|user| (id, user)).ok_or_else(|| ErrorResponse::missing(key))
    }

    pub(super) fn group(&self, id: &str) -> Result<Cow<'_, Object>, ErrorResponse> {
        self.state.groups.get(id, self.view).ok_or_else(|| ErrorResponse::missing(id))
    }

    /// Whether the caller sees who is in a group.
    pub(super) fn sees_members(&self, group: &str) -> bool {
        sees_members(self.state, self.caller, group)
    }

    /// The groups that an object is in, as far as the caller sees their members.
    pub(super) fn groups_of(&self, id: &str, transitive: bool) -> Vec<Row<'_>> {
        let ids = if transitive {
            self.state.transitive_groups(id, self.view, |group| self.sees_members(group))
        } else {
            let mut ids = self.state.members.of_object(id, self.view);
            ids.retain(|group| self.sees_members(group));
            ids
        };
        let groups = ids.iter().filter_map(|id| self.state.groups.get(id, self.view));
        groups.map(|object| Row { kind: Kind::Group, object }).collect()
    }

    pub(super) fn shape<'s>(&self, kind: Option<Kind>, odata_context: &'s str) -> Shape<'s> {
        let behaviour = self.behaviour;
        Shape {
            kind,
            odata_context,
            fold_case: behaviour.fold_case,
            joins_advanced: behaviour.joined_advanced_filters == Allowed::Yes,
            open_ranges: behaviour.open_ranges == Allowed::Yes,
            now: self.now,
            page_tokens: behaviour.page_tokens,
            columns: None,
        }
    }

    pub(super) fn new_id(&self) -> String {
        (self.behaviour.ids)().to_string()
    }
}

//! The requests that are served, each in a function named after what it does.

mod batch;
mod directory;
mod groups;
mod invitations;
mod members;
mod people;
mod relations;
mod restore;
mod writes;

use std::borrow::Cow;

use jiff::Timestamp;
use serde_json::Value;

pub(crate) use batch::{pack, unpack};

use crate::Object;
use crate::behaviour::Behaviour;
use crate::call::{Asked, Sent};
use crate::index::fold;
use crate::organisation::text;
use crate::permission::Caller;
use crate::problem::{Outcome, Problem};
use crate::query::Shape;
use crate::schema::Kind;
use crate::state::State;
use crate::versions::View;

/// Everything one request needs to be answered.
pub(crate) struct Desk<'a> {
    pub(crate) state: &'a mut State,
    pub(crate) behaviour: &'a Behaviour,
    pub(crate) caller: &'a Caller,
    pub(crate) now: Timestamp,
    pub(crate) view: View,
}

impl Desk<'_> {
    /// A user by object id or user principal name, as far as he is visible.
    fn user(&self, key: &str) -> Result<(String, Cow<'_, Object>), Problem> {
        let id = if key.contains('@') {
            let candidates = self.state.users.index.equal("userPrincipalName", key);
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
            .ok_or_else(|| Problem::missing(key))
    }

    /// A user who can be changed: visible, and still there.
    fn changeable_user(&self, key: &str) -> Result<(String, Object), Problem> {
        let (id, _) = self.user(key)?;
        let truth = self.state.users.latest(&id).map(Cow::into_owned);
        truth.map(|user| (id, user)).ok_or_else(|| Problem::missing(key))
    }

    fn group(&self, id: &str) -> Result<Cow<'_, Object>, Problem> {
        self.state.groups.get(id, self.view).ok_or_else(|| Problem::missing(id))
    }

    fn shape<'s>(&self, kind: Option<Kind>, context: &'s str) -> Shape<'s> {
        Shape { kind, context, fold_case: self.behaviour.fold_case, columns: None }
    }

    fn new_id(&self) -> String {
        (self.behaviour.ids)().to_string()
    }
}

/// Finds the function that answers. `/me` is the caller's own place under `/users`.
pub(crate) fn dispatch(desk: &mut Desk<'_>, asked: &Asked) -> Outcome {
    let me = desk.caller.user_id.clone();
    let named: Vec<Cow<'_, str>> = asked.segments.iter().map(|segment| in_full(segment)).collect();
    let mut path: Vec<&str> = named.iter().map(AsRef::as_ref).collect();
    if path.first() == Some(&"me") {
        path.splice(0..1, ["users", me.as_str()]);
    }
    if asked.body_is_forbidden() {
        return Err(Problem::odata(
            "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.",
        ));
    }
    match (path.as_slice(), asked.method.as_str()) {
        (["users", rest @ ..], method) => users(desk, asked, rest, method),
        (["groups", rest @ ..], method) => groups(desk, asked, rest, method),
        (["directory", "deletedItems", rest @ ..], method) => deleted(desk, asked, rest, method),
        (["contacts"], "GET") => directory::contacts(desk, asked),
        (["contacts", id], "GET") => directory::contact(desk, asked, id),
        (["invitations"], "POST") => invitations::create(desk, asked),
        (["organization"], "GET") => directory::organization(desk, asked),
        (["groupSettings"], "GET") => directory::group_settings(desk, asked),
        (["policies", "authorizationPolicy"], "GET") => directory::policy(desk, asked),
        (["directoryObjects", "getByIds"], "POST") => directory::by_ids(desk, asked),
        (["directoryObjects", id], "GET") => directory::object(desk, asked, id),
        (["$batch"], _) => Err(Problem::odata("A batch cannot stand inside a batch.")),
        (
            [
                "contacts" | "invitations" | "organization" | "groupSettings" | "policies"
                | "directoryObjects",
                ..,
            ],
            _,
        ) => Err(not_allowed()),
        _ => Err(no_segment(path.first().copied().unwrap_or_default())),
    }
}

/// Graph's own description of itself gives the namespace `microsoft.graph` the alias `graph`, and Microsoft's
/// libraries write casts with it (`memberOf/graph.group`).
fn in_full(segment: &str) -> Cow<'_, str> {
    match segment.strip_prefix("graph.") {
        Some(name) => Cow::Owned(format!("microsoft.graph.{name}")),
        None => Cow::Borrowed(segment),
    }
}

fn users(desk: &mut Desk<'_>, asked: &Asked, path: &[&str], method: &str) -> Outcome {
    match (path, method) {
        ([], "GET") => people::list(desk, asked),
        ([id], "GET") => people::get(desk, asked, id),
        ([id], "PATCH") => writes::patch(desk, asked, id),
        ([id], "DELETE") => writes::delete(desk, id),
        ([id, "memberOf"], "GET") => relations::member_of(desk, asked, id, None, false),
        ([id, "memberOf", cast], "GET") => relations::member_of(desk, asked, id, Some(cast), false),
        ([id, "transitiveMemberOf"], "GET") => relations::member_of(desk, asked, id, None, true),
        ([id, "transitiveMemberOf", cast], "GET") => relations::member_of(desk, asked, id, Some(cast), true),
        ([id, "ownedObjects"], "GET") => relations::owned(desk, asked, id, None),
        ([id, "ownedObjects", cast], "GET") => relations::owned(desk, asked, id, Some(cast)),
        ([id, "sponsors"], "GET") => relations::sponsors(desk, asked, id),
        ([id, "sponsors", "$ref"], "POST") => relations::add_sponsor(desk, asked, id),
        ([id, "sponsors", sponsor, "$ref"], "DELETE") => relations::remove_sponsor(desk, id, sponsor),
        ([id, "appRoleAssignments"], "GET") => relations::assignments(desk, asked, id),
        ([id, "appRoleAssignments"], "POST") => relations::assign(desk, asked, id),
        (
            []
            | [_]
            | [_, "memberOf" | "transitiveMemberOf" | "ownedObjects" | "sponsors" | "appRoleAssignments", ..],
            _,
        ) => Err(not_allowed()),
        ([_, other, ..], _) => Err(no_segment(other)),
    }
}

fn groups(desk: &mut Desk<'_>, asked: &Asked, path: &[&str], method: &str) -> Outcome {
    match (path, method) {
        ([], "GET") => groups::list(desk, asked),
        ([id], "GET") => groups::get(desk, asked, id),
        ([id, "settings"], "GET") => groups::settings(desk, asked, id),
        ([id, relation @ ("members" | "owners" | "transitiveMembers")], "GET") => {
            groups::related(desk, asked, id, relation, None)
        }
        ([_, "members"], "POST") => {
            // docs-contrib issue 5532: `/$ref` was forgotten.
            Err(Problem::odata("Write requests are only supported on contained entities"))
        }
        ([id, "members", "$ref"], "POST") => members::add(desk, asked, id),
        ([id, "members", "$ref"], "DELETE") => members::remove_by_query(desk, asked, id),
        ([id, "members", member, "$ref"], "DELETE") => members::remove(desk, id, member),
        ([id, "members", member], "DELETE") => members::delete_member_object(desk, id, member),
        ([id, relation @ ("members" | "owners" | "transitiveMembers"), cast], "GET") => {
            groups::related(desk, asked, id, relation, Some(cast))
        }
        ([] | [_] | [_, "members" | "owners" | "settings" | "transitiveMembers", ..], _) => {
            Err(not_allowed())
        }
        ([_, other, ..], _) => Err(no_segment(other)),
    }
}

fn deleted(desk: &mut Desk<'_>, asked: &Asked, path: &[&str], method: &str) -> Outcome {
    match (path, method) {
        ([], "GET") => restore::list(desk, asked, None),
        (["microsoft.graph.user"], "GET") => restore::list(desk, asked, Some(Kind::User)),
        ([id], "GET") => restore::get(desk, asked, id, None),
        ([id, "microsoft.graph.user"], "GET") => restore::get(desk, asked, id, Some(Kind::User)),
        ([id, "restore" | "microsoft.graph.restore"], "POST") => restore::restore(desk, asked, id),
        ([_], "DELETE") => {
            // Deleting for good is not part of what is practised.
            Err(Problem::denied())
        }
        ([_, other, ..], "GET" | "POST") => Err(no_segment(other)),
        _ => Err(not_allowed()),
    }
}

/// Batching sample, item 4.
fn not_allowed() -> Problem {
    Problem::new(405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.")
}

fn no_segment(segment: &str) -> Problem {
    Problem::odata(format!("Resource not found for the segment '{segment}'."))
}

/// A cast to a type, e.g. `microsoft.graph.group`.
fn cast_to(cast: Option<&str>, known: &[Kind]) -> Result<Option<Kind>, Problem> {
    let Some(cast) = cast else { return Ok(None) };
    known
        .iter()
        .find(|kind| cast.strip_prefix("microsoft.graph.") == Some(kind.name()))
        .map(|kind| Some(*kind))
        .ok_or_else(|| no_segment(cast))
}

/// What `@odata.context` calls a list of this type.
fn set_name(kind: Option<Kind>) -> &'static str {
    match kind {
        Some(Kind::User) => "users",
        Some(Kind::Group) => "groups",
        Some(Kind::Contact) => "contacts",
        Some(Kind::Role) => "directoryRoles",
        _ => "directoryObjects",
    }
}

impl Asked {
    /// A body that is not JSON is refused wherever one is read.
    fn body_is_forbidden(&self) -> bool {
        matches!(self.body, Sent::Unreadable) && self.method != "GET"
    }

    /// The id that `@odata.id` refers to; its host must be this service's own ("Host in @odata.id must be
    /// that of the cloud", group-post-members).
    fn reference(&self) -> Result<String, Problem> {
        let body = self.object()?;
        if let Some(odd) = body.keys().find(|key| *key != "@odata.id") {
            return Err(Problem::odata(format!("The property '{odd}' does not belong in a reference.")));
        }
        let url = body.get("@odata.id").and_then(Value::as_str).unwrap_or_default();
        self.id_in(url)
            .ok_or_else(|| Problem::bad(format!("Invalid URL format specified in @odata.id: '{url}'.")))
    }

    fn id_in(&self, url: &str) -> Option<String> {
        let path = url.strip_prefix(&self.base)?.strip_prefix("/v1.0/")?;
        match *path.split('/').collect::<Vec<_>>().as_slice() {
            ["directoryObjects" | "users" | "groups", id] if !id.is_empty() => Some(id.to_owned()),
            _ => None,
        }
    }
}

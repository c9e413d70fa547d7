//! A directory small enough to be understood: what stands in it, and what happens to requests.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard};

use async_trait::async_trait;
use bytes::Bytes;
use graph::{Endpoint, Graph, Transport, TransportError};
use serde_json::{Value, json};
use url::Url;

use crate::effect::Rule;
use crate::reply::request_id;
use crate::routes::{self, Answer};
use crate::{Asked, Effect, JumpingClock, Tokens};

/// The tenant's id.
pub const TENANT: &str = "contoso-tenant";

/// What stands in the directory.
#[derive(Debug, Clone, Default)]
pub(crate) struct Content {
    pub(crate) users: Vec<Value>,
    pub(crate) deleted: Vec<Value>,
    pub(crate) groups: Vec<Value>,
    pub(crate) contacts: Vec<Value>,
    pub(crate) group_settings: Vec<Value>,
    /// Group and user.
    pub(crate) members: BTreeSet<(String, String)>,
    /// Whose, and what: `roles`, `apps`, `sponsors`, `owned`.
    pub(crate) related: Vec<(String, &'static str, Value)>,
    /// Who is signed in.
    pub(crate) me: String,
    /// How many accounts invitations have made.
    pub(crate) invited: usize,
}

#[derive(Debug, Default)]
struct State {
    content: Content,
    rules: Vec<(Rule, Content)>,
    asked: Vec<Asked>,
}

/// A directory that can be read and changed, by requests and by the story. Clones share it.
#[derive(Clone)]
pub struct Directory {
    state: Arc<Mutex<State>>,
    clock: JumpingClock,
}

impl fmt::Debug for Directory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Directory").field("state", &self.state).finish_non_exhaustive()
    }
}

impl Directory {
    /// Empty, but for who is signed in: `admin`, a user of the organisation.
    #[must_use]
    pub fn new(clock: JumpingClock) -> Self {
        let directory = Self { state: Arc::default(), clock };
        directory.add_user(json!({
            "id": "admin", "displayName": "Anna Admin", "userType": "Member",
            "userPrincipalName": "anna@contoso.com",
        }));
        "admin".clone_into(&mut directory.state().content.me);
        directory
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    /// A client of this directory.
    #[must_use]
    pub fn graph(&self) -> Graph {
        let clock = Arc::new(self.clock.clone());
        Graph::new(Arc::new(self.clone()), Arc::new(Tokens::default()), Endpoint::global(), clock)
    }

    /// This happens to all requests like `METHOD /path`, where `*` stands for one segment; reads inside a batch too.
    pub fn always(&self, requests: &str, effect: Effect) {
        self.rule(requests, None, effect);
    }

    /// This happens to the next such request.
    pub fn once(&self, requests: &str, effect: Effect) {
        self.times(1, requests, effect);
    }

    /// This happens to the next so many such requests.
    pub fn times(&self, left: usize, requests: &str, effect: Effect) {
        self.rule(requests, Some(left), effect);
    }

    fn rule(&self, requests: &str, left: Option<usize>, effect: Effect) {
        let mut state = self.state();
        let now = state.content.clone();
        state.rules.push((Rule { requests: requests.to_owned(), left, effect }, now));
    }

    /// From now on everything is answered plainly again.
    pub fn no_more_effects(&self) {
        self.state().rules.clear();
    }

    /// Adds a user; properties that are not given are empty.
    pub fn add_user(&self, user: Value) {
        self.state().content.users.push(user);
    }

    /// Adds a group.
    pub fn add_group(&self, group: Value) {
        self.state().content.groups.push(group);
    }

    /// Adds a contact.
    pub fn add_contact(&self, contact: Value) {
        self.state().content.contacts.push(contact);
    }

    /// Removes a contact.
    pub fn remove_contact(&self, contact: &str) {
        self.state().content.contacts.retain(|one| one["id"] != contact);
    }

    /// Makes a user a member of a group.
    pub fn add_member(&self, group: &str, user: &str) {
        self.state().content.members.insert((group.to_owned(), user.to_owned()));
    }

    /// Takes a user out of a group.
    pub fn remove_member(&self, group: &str, user: &str) {
        self.state().content.members.remove(&(group.to_owned(), user.to_owned()));
    }

    /// Gives a user something: one more of `roles`, `apps`, `sponsors` or `owned`.
    pub fn relate(&self, user: &str, relation: &'static str, object: Value) {
        self.state().content.related.push((user.to_owned(), relation, object));
    }

    /// Takes everything of a relation away from a user.
    pub fn unrelate(&self, user: &str, relation: &'static str) {
        self.state().content.related.retain(|(whose, what, _)| whose != user || *what != relation);
    }

    /// Sets a property of a group.
    pub fn set_of_group(&self, group: &str, property: &str, value: Value) {
        let mut state = self.state();
        let group = state.content.groups.iter_mut().find(|one| one["id"] == group).expect("such a group");
        group[property] = value;
    }

    /// Removes a group.
    pub fn remove_group(&self, group: &str) {
        self.state().content.groups.retain(|one| one["id"] != group);
    }

    /// Sets a property of a live user.
    pub fn set(&self, user: &str, property: &str, value: Value) {
        let mut state = self.state();
        let users = &mut state.content.users;
        let user = users.iter_mut().find(|one| one["id"] == user).expect("such a user");
        user[property] = value;
    }

    /// Deletes a user softly, as somebody else would.
    pub fn delete(&self, user: &str) {
        routes::delete(&mut self.state().content, user, &self.clock).expect("such a user");
    }

    /// Brings a deleted user back, as somebody else would.
    pub fn restore(&self, user: &str) {
        routes::restore(&mut self.state().content, user).expect("such a deleted user");
    }

    /// Removes a deleted user for good.
    pub fn purge(&self, user: &str) {
        self.state().content.deleted.retain(|one| one["id"] != user);
    }

    /// A live user.
    #[must_use]
    pub fn user(&self, id: &str) -> Option<Value> {
        self.state().content.users.iter().find(|one| one["id"] == id).cloned()
    }

    /// The ids of the live users.
    #[must_use]
    pub fn users(&self) -> Vec<String> {
        let id = |user: &Value| user["id"].as_str().unwrap().to_owned();
        self.state().content.users.iter().map(id).collect()
    }

    /// The groups a user is in.
    #[must_use]
    pub fn groups_of(&self, user: &str) -> Vec<String> {
        let state = self.state();
        let of = state.content.members.iter().filter(|(_, member)| member == user);
        of.map(|(group, _)| group.clone()).collect()
    }

    /// What a user has of a relation.
    #[must_use]
    pub fn related(&self, user: &str, relation: &str) -> Vec<Value> {
        let state = self.state();
        let of = state.content.related.iter().filter(|(whose, what, _)| whose == user && *what == relation);
        of.map(|(_, _, object)| object.clone()).collect()
    }

    /// Every request so far.
    #[must_use]
    pub fn asked(&self) -> Vec<Asked> {
        self.state().asked.clone()
    }

    /// The requests so far that were to change something, as `METHOD /path`.
    #[must_use]
    pub fn writes(&self) -> Vec<String> {
        let state = self.state();
        let writes = state.asked.iter().filter(|asked| asked.is_write());
        writes.map(|asked| format!("{} {}", asked.method, asked.path())).collect()
    }

    /// The bodies of the requests so far like `METHOD /path`, where `*` stands for one segment.
    #[must_use]
    pub fn bodies(&self, requests: &str) -> Vec<Value> {
        let rule = Rule { requests: requests.to_owned(), left: None, effect: Effect::Act };
        let state = self.state();
        let like = state.asked.iter().filter(|asked| rule.matches(&asked.method, asked.path()));
        like.map(|asked| asked.body.clone()).collect()
    }

    /// The effect on such a request, and the directory as it stood when that was written down.
    fn effect(&self, method: &str, path: &str) -> (Effect, Option<Content>) {
        let mut state = self.state();
        let Some((rule, then)) = state.rules.iter_mut().find(|(rule, _)| rule.matches(method, path)) else {
            return (Effect::Act, None);
        };
        rule.left = rule.left.map(|left| left - 1);
        (rule.effect.clone(), Some(then.clone()))
    }

    fn act(&self, method: &str, url: &Url, body: &Value) -> Answer {
        routes::answer(&mut self.state().content, method, url, body, &self.clock)
    }

    /// The answer to one request, or to one item of a batch; none when it got lost.
    async fn answer(&self, method: &str, url: &Url, body: &Value) -> Result<Answer, TransportError> {
        let lost = || TransportError::Lost { why: "connection reset".to_owned(), obstacle: None };
        let (effect, then) = self.effect(method, routes::path(url));
        Ok(match effect {
            Effect::Act => self.act(method, url, body),
            Effect::Refuse(status, code) => routes::refuse(status, code, ""),
            Effect::RefuseSaying(status, code, message) => routes::refuse(status, code, message),
            Effect::Answer(status, answer) => (status, answer),
            Effect::NotSent => {
                return Err(TransportError::NotSent { why: "no route".to_owned(), obstacle: None });
            }
            Effect::LoseBefore => return Err(lost()),
            Effect::LoseAfter => {
                self.act(method, url, body);
                return Err(lost());
            }
            Effect::Stale => {
                let mut then = then.unwrap_or_default();
                routes::answer(&mut then, method, url, body, &self.clock)
            }
            Effect::Meanwhile(first) => {
                first(self);
                self.act(method, url, body)
            }
            Effect::RefuseMeanwhile(status, code, first) => {
                first(self);
                routes::refuse(status, code, "")
            }
            Effect::Hold(until) => {
                until.notified().await;
                self.act(method, url, body)
            }
        })
    }

    /// Each item is answered as if it had come alone.
    async fn batch(&self, body: &Value) -> Result<Answer, TransportError> {
        let mut responses = Vec::new();
        for item in body["requests"].as_array().into_iter().flatten() {
            let url = routes::url(item["url"].as_str().unwrap_or_default());
            let (status, body) = self.answer(item["method"].as_str().unwrap(), &url, &item["body"]).await?;
            responses.push(json!({ "id": item["id"], "status": status, "body": body }));
        }
        Ok((200, json!({ "responses": responses })))
    }
}

#[async_trait]
impl Transport for Directory {
    async fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, TransportError> {
        let asked = Asked::of(request);
        let number = {
            let mut state = self.state();
            state.asked.push(asked.clone());
            state.asked.len()
        };
        let url = Url::parse(&asked.uri).unwrap();
        let (mut status, mut body) = self.answer(&asked.method, &url, &asked.body).await?;
        if asked.path() == "/$batch" && status == 404 {
            (status, body) = self.batch(&asked.body).await?;
        }
        let body = if body.is_null() { Bytes::new() } else { body.to_string().into() };
        let response = http::Response::builder().status(status).header("request-id", request_id(number));
        Ok(response.body(body).unwrap())
    }
}

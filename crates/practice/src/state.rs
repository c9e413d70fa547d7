//! Everything the practice tenant knows: objects, who is in what, and who owns which address.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use serde_json::json;

use crate::Object;
use crate::index::fold;
use crate::organisation::{Organisation, text, texts};
use crate::schema::Kind;
use crate::store::ObjectStore;
use crate::versions::{Mark, Versions, View};

/// A relation between a group and its members or owners.
#[derive(Debug, Default)]
pub(crate) struct Edges {
    forward: BTreeMap<(String, String), Versions<bool>>,
    backward: BTreeSet<(String, String)>,
}

impl Edges {
    fn set(&mut self, group: &str, object: &str, there: bool, mark: Mark, view: View) {
        let (group, object) = (fold(group), fold(object));
        self.backward.insert((object.clone(), group.clone()));
        self.forward
            .entry((group, object))
            .and_modify(|edge| edge.push(mark, there, view))
            .or_insert_with(|| Versions::new(mark, there));
    }

    /// The objects of a group that a reader sees.
    pub(crate) fn of_group(&self, group: &str, view: View) -> Vec<String> {
        let group = fold(group);
        self.forward
            .range((group.clone(), String::new())..)
            .take_while(|((at, _), _)| *at == group)
            .filter(|(_, edge)| edge.get(view) == Some(&true))
            .map(|((_, object), _)| object.clone())
            .collect()
    }

    /// The groups of an object that a reader sees.
    pub(crate) fn of_object(&self, object: &str, view: View) -> Vec<String> {
        let object = fold(object);
        self.backward
            .range((object.clone(), String::new())..)
            .take_while(|(at, _)| *at == object)
            .filter(|(_, group)| {
                self.forward.get(&(group.clone(), object.clone())).and_then(|edge| edge.get(view))
                    == Some(&true)
            })
            .map(|(_, group)| group.clone())
            .collect()
    }

    /// The truth about one pair.
    pub(crate) fn has(&self, group: &str, object: &str) -> bool {
        self.forward.get(&(fold(group), fold(object))).and_then(Versions::latest) == Some(&true)
    }

    fn latest_of(&self, group: &str) -> Vec<String> {
        let group = fold(group);
        self.forward
            .range((group.clone(), String::new())..)
            .take_while(|((at, _), _)| *at == group)
            .filter(|(_, edge)| edge.latest() == Some(&true))
            .map(|((_, object), _)| object.clone())
            .collect()
    }
}

/// The whole tenant.
#[derive(Debug)]
pub(crate) struct State {
    /// The file it began with: what no request changes is read from there.
    pub(crate) file: Organisation,
    pub(crate) users: ObjectStore,
    pub(crate) groups: ObjectStore,
    pub(crate) contacts: ObjectStore,
    pub(crate) deleted: ObjectStore,
    pub(crate) members: Edges,
    pub(crate) owners: Edges,
    /// How many changes were made.
    pub(crate) seq: u64,
}

impl State {
    pub(crate) fn new(file: Organisation) -> Self {
        let population = Arc::new(file.population());
        let store = |kind| ObjectStore::with(population.clone(), kind);
        let mut state = Self {
            users: store(Kind::User),
            groups: store(Kind::Group),
            contacts: store(Kind::Contact),
            deleted: ObjectStore::default(),
            members: Edges::default(),
            owners: Edges::default(),
            seq: 0,
            file,
        };
        state.fill();
        state
    }

    fn fill(&mut self) {
        let view = View::new(Timestamp::MAX, Duration::ZERO);
        let put = |store: &mut ObjectStore, objects: &[Object]| {
            for object in objects {
                store.write(object.clone(), Mark::START, view);
            }
        };
        for id in &self.file.guests_gone {
            for store in [&mut self.users, &mut self.groups, &mut self.contacts] {
                if store.is_untouched(id) {
                    store.remove(id, Mark::START, view);
                }
            }
        }
        put(&mut self.users, &self.file.users);
        put(&mut self.groups, &self.file.groups);
        put(&mut self.contacts, &self.file.contacts);
        put(&mut self.deleted, &self.file.deleted_users);
        for group in &self.file.groups {
            let id = text(group, "id").unwrap_or_default();
            for member in texts(group.get("members")) {
                self.members.set(id, member, true, Mark::START, view);
            }
            for owner in texts(group.get("owners")) {
                self.owners.set(id, owner, true, Mark::START, view);
            }
        }
    }

    /// The present truth as a tenant file; what a restart begins from.
    pub(crate) fn to_file(&self) -> Organisation {
        let mut file = self.file.clone();
        file.users = self.users.written().collect();
        file.contacts = self.contacts.written().collect();
        file.deleted_users = self.deleted.written().collect();
        file.groups = self.groups.written().collect();
        for group in &mut file.groups {
            let id = text(group, "id").unwrap_or_default().to_owned();
            group.insert("members".into(), json!(self.members.latest_of(&id)));
            group.insert("owners".into(), json!(self.owners.latest_of(&id)));
        }
        let stores = [&self.users, &self.groups, &self.contacts];
        file.guests_gone = stores.into_iter().flat_map(ObjectStore::synthetic_gone).collect();
        file
    }

    /// The tenant's default domain, under which guests get their user names.
    pub(crate) fn default_domain(&self) -> String {
        self.file.default_domain()
    }

    /// Whether a domain is verified in this tenant.
    pub(crate) fn is_verified_domain(&self, domain: &str) -> bool {
        self.file.domains().any(|row| text(row, "name").is_some_and(|name| name.eq_ignore_ascii_case(domain)))
    }

    /// Directory roles of a user, by display name: from the roles list and from the persona of that user.
    pub(crate) fn roles_of(&self, user_id: &str) -> Vec<String> {
        let mut roles: Vec<String> = self
            .file
            .roles
            .iter()
            .filter(|(id, _)| id.eq_ignore_ascii_case(user_id))
            .flat_map(|(_, roles)| roles.clone())
            .collect();
        for persona in self.file.personas() {
            if persona.user_id.eq_ignore_ascii_case(user_id) {
                roles.extend(
                    persona.roles.into_iter().filter(|role| !roles.contains(role)).collect::<Vec<_>>(),
                );
            }
        }
        roles
    }

    /// Roles that a user has through a group they are in ("Use Microsoft Entra groups to manage role assignments").
    /// They count as one's own, and the direct `memberOf` does not list them (microsoft/zerotrustassessment issue 1250:
    /// "only returns directly assigned roles").
    pub(crate) fn roles_through_groups(&self, user_id: &str, view: View) -> Vec<String> {
        let groups = self.members.of_object(user_id, view);
        let assigned = |id: &&String| groups.iter().any(|group| group.eq_ignore_ascii_case(id));
        self.file.roles.iter().filter(|(id, _)| assigned(id)).flat_map(|(_, roles)| roles.clone()).collect()
    }

    /// Groups of an object, nested ones included, as a reader sees them who sees the members of some.
    pub(crate) fn transitive_groups(
        &self,
        object: &str,
        view: View,
        sees_members: impl Fn(&str) -> bool,
    ) -> Vec<String> {
        let mut found = BTreeSet::new();
        let mut todo = vec![fold(object)];
        while let Some(next) = todo.pop() {
            for group in self.members.of_object(&next, view) {
                if sees_members(&group) && found.insert(group.clone()) {
                    todo.push(group);
                }
            }
        }
        found.into_iter().collect()
    }

    /// Members of a group, those of nested groups included, as a reader sees them who sees the members of some.
    pub(crate) fn transitive_members(
        &self,
        group: &str,
        view: View,
        sees_members: impl Fn(&str) -> bool,
    ) -> Vec<String> {
        let mut found = BTreeSet::new();
        let mut todo = vec![fold(group)];
        while let Some(next) = todo.pop() {
            if !sees_members(&next) {
                continue;
            }
            for member in self.members.of_group(&next, view) {
                if found.insert(member.clone()) && self.groups.latest(&member).is_some() {
                    todo.push(member);
                }
            }
        }
        found.into_iter().collect()
    }

    /// A directory object of any kind, as a reader sees it.
    pub(crate) fn any(&self, id: &str, view: View) -> Option<(Kind, Cow<'_, Object>)> {
        let user = || self.users.get(id, view).map(|object| (Kind::User, object));
        let group = || self.groups.get(id, view).map(|object| (Kind::Group, object));
        let contact = || self.contacts.get(id, view).map(|object| (Kind::Contact, object));
        user().or_else(group).or_else(contact)
    }

    /// Makes a change and numbers it.
    pub(crate) fn change(&mut self, now: Timestamp, view: View) -> Change<'_> {
        self.seq += 1;
        let mark = Mark { seq: self.seq, at: now };
        Change { state: self, mark, view }
    }
}

/// Writes that belong to one change.
pub(crate) struct Change<'a> {
    state: &'a mut State,
    mark: Mark,
    view: View,
}

impl Change<'_> {
    pub(crate) fn put_user(&mut self, object: Object) {
        self.state.users.write(object, self.mark, self.view);
    }

    pub(crate) fn drop_user(&mut self, id: &str) {
        self.state.users.remove(id, self.mark, self.view);
    }

    pub(crate) fn put_deleted(&mut self, object: Object) {
        self.state.deleted.write(object, self.mark, self.view);
    }

    pub(crate) fn drop_deleted(&mut self, id: &str) {
        self.state.deleted.remove(id, self.mark, self.view);
    }

    /// An object of a kind that Exchange changes.
    pub(crate) fn put(&mut self, kind: Kind, object: Object) {
        let store = match kind {
            Kind::Contact => &mut self.state.contacts,
            Kind::Group => &mut self.state.groups,
            Kind::User
            | Kind::Role
            | Kind::Organization
            | Kind::Setting
            | Kind::Policy
            | Kind::Assignment
            | Kind::MessageTrace => &mut self.state.users,
        };
        store.write(object, self.mark, self.view);
    }

    pub(crate) fn drop_contact(&mut self, id: &str) {
        self.state.contacts.remove(id, self.mark, self.view);
    }

    pub(crate) fn remove_owner(&mut self, group: &str, owner: &str) {
        self.state.owners.set(group, owner, false, self.mark, self.view);
    }

    pub(crate) fn set_member(&mut self, group: &str, object: &str, there: bool) {
        // Members are kept with a written group.
        if self.state.groups.is_untouched(group)
            && let Some(written) = self.state.groups.latest(group).map(Cow::into_owned)
        {
            self.state.groups.write(written, self.mark, self.view);
        }
        self.state.members.set(group, object, there, self.mark, self.view);
    }
}

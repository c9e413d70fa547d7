//! Everything the practice tenant knows: objects, who is in what, and who owns which address.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::Object;
use crate::index::{Index, fold};
use crate::organisation::{Organisation, synthetic, synthetic_id, text, texts};
use crate::schema::Kind;
use crate::versions::{Mark, Versions, View};

/// What stands under an id. Synthetic guests are made when looked at: a hundred thousand of them
/// would otherwise fill the memory.
#[derive(Debug, Clone)]
pub(crate) enum StoredObject {
    Written(Object),
    Synthetic(u32),
    Removed,
}

/// All objects of one kind.
#[derive(Debug, Default)]
pub(crate) struct ObjectStore {
    items: BTreeMap<String, Versions<StoredObject>>,
    pub(crate) index: Index,
    /// The domain in the names of synthetic guests.
    domain: String,
}

impl ObjectStore {
    fn show<'a>(&self, stored: &'a StoredObject) -> Option<Cow<'a, Object>> {
        match stored {
            StoredObject::Written(object) => Some(Cow::Borrowed(object)),
            StoredObject::Synthetic(n) => Some(Cow::Owned(synthetic(*n, &self.domain))),
            StoredObject::Removed => None,
        }
    }

    /// What a reader sees under this id. Ids compare without regard to case, as GUIDs do.
    pub(crate) fn get(&self, id: &str, view: View) -> Option<Cow<'_, Object>> {
        self.items.get(&fold(id)).and_then(|item| item.get(view)).and_then(|stored| self.show(stored))
    }

    /// The truth under this id.
    pub(crate) fn latest(&self, id: &str) -> Option<Cow<'_, Object>> {
        self.items.get(&fold(id)).and_then(Versions::latest).and_then(|stored| self.show(stored))
    }

    /// Whether something is truly there; cheaper than looking at it.
    fn has(&self, id: &str) -> bool {
        !matches!(self.items.get(&fold(id)).and_then(Versions::latest), None | Some(StoredObject::Removed))
    }

    /// All ids after one, in order; visible or not.
    pub(crate) fn ids_after<'a>(&'a self, after: Option<&str>) -> Box<dyn Iterator<Item = &'a String> + 'a> {
        match after {
            Some(after) => {
                let start = (Bound::Excluded(fold(after)), Bound::Unbounded);
                Box::new(self.items.range(start).map(|(id, _)| id))
            }
            None => Box::new(self.items.keys()),
        }
    }

    fn put(&mut self, id: &str, stored: StoredObject, mark: Mark, view: View) {
        if let Some(object) = self.show(&stored) {
            self.index.add(&object);
        }
        let id = fold(id);
        if let Some(item) = self.items.get_mut(&id) {
            item.push(mark, stored, view);
        } else {
            self.items.insert(id, Versions::new(mark, stored));
        }
    }

    fn objects(&self) -> impl Iterator<Item = Object> + '_ {
        self.items.values().filter_map(Versions::latest).filter_map(|stored| match stored {
            StoredObject::Written(object) => Some(object.clone()),
            StoredObject::Synthetic(_) | StoredObject::Removed => None,
        })
    }
}

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
        let domain = default_domain(&file);
        let store = || ObjectStore { domain: domain.clone(), ..ObjectStore::default() };
        let mut state = Self {
            users: store(),
            groups: store(),
            contacts: store(),
            deleted: store(),
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
                let id = text(object, "id").unwrap_or_default();
                store.put(id, StoredObject::Written(object.clone()), Mark::START, view);
            }
        };
        for n in 0..self.file.guests {
            let id = synthetic_id(n);
            if !self.file.guests_gone.contains(&id) {
                self.users.put(&id, StoredObject::Synthetic(n), Mark::START, view);
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
        file.users = self.users.objects().collect();
        file.contacts = self.contacts.objects().collect();
        file.deleted_users = self.deleted.objects().collect();
        file.groups = self.groups.objects().collect();
        for group in &mut file.groups {
            let id = text(group, "id").unwrap_or_default().to_owned();
            group.insert("members".into(), json!(self.members.latest_of(&id)));
            group.insert("owners".into(), json!(self.owners.latest_of(&id)));
        }
        file.guests_gone = (0..file.guests).map(synthetic_id).filter(|id| !self.users.has(id)).collect();
        file
    }

    /// The tenant's default domain, under which guests get their user names.
    pub(crate) fn default_domain(&self) -> String {
        default_domain(&self.file)
    }

    /// Whether a domain is verified in this tenant.
    pub(crate) fn is_verified_domain(&self, domain: &str) -> bool {
        domains(&self.file).any(|row| text(row, "name").is_some_and(|name| name.eq_ignore_ascii_case(domain)))
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
        let id = text(&object, "id").unwrap_or_default().to_owned();
        self.state.users.put(&id, StoredObject::Written(object), self.mark, self.view);
    }

    pub(crate) fn drop_user(&mut self, id: &str) {
        self.state.users.put(id, StoredObject::Removed, self.mark, self.view);
    }

    pub(crate) fn put_deleted(&mut self, object: Object) {
        let id = text(&object, "id").unwrap_or_default().to_owned();
        self.state.deleted.put(&id, StoredObject::Written(object), self.mark, self.view);
    }

    pub(crate) fn drop_deleted(&mut self, id: &str) {
        self.state.deleted.put(id, StoredObject::Removed, self.mark, self.view);
    }

    /// An object of a kind that Exchange changes.
    pub(crate) fn put(&mut self, kind: Kind, object: Object) {
        let id = text(&object, "id").unwrap_or_default().to_owned();
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
        store.put(&id, StoredObject::Written(object), self.mark, self.view);
    }

    pub(crate) fn drop_contact(&mut self, id: &str) {
        self.state.contacts.put(id, StoredObject::Removed, self.mark, self.view);
    }

    pub(crate) fn remove_owner(&mut self, group: &str, owner: &str) {
        self.state.owners.set(group, owner, false, self.mark, self.view);
    }

    pub(crate) fn set_member(&mut self, group: &str, object: &str, there: bool) {
        self.state.members.set(group, object, there, self.mark, self.view);
    }
}

fn domains(file: &Organisation) -> impl Iterator<Item = &Object> {
    file.organization
        .get("verifiedDomains")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_object)
}

/// The domain that new guests' user names end with: the initial `onmicrosoft.com` one
/// (external-id/user-properties shows guests under it), else the default one.
fn default_domain(file: &Organisation) -> String {
    let flagged = |flag: &str| {
        domains(file)
            .find(|row| row.get(flag) == Some(&Value::Bool(true)))
            .and_then(|row| text(row, "name"))
            .map(str::to_owned)
    };
    flagged("isInitial").or_else(|| flagged("isDefault")).unwrap_or_else(|| "practice.example".to_owned())
}

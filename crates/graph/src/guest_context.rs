//! What surrounds a guest once they are found: the second and last round trip before a diagnosis.

use tokio_util::sync::CancellationToken;

use crate::batch::Item;
use crate::by_id::read;
use crate::client::{Call, Graph};
use crate::find::{Answers, Lookups, address_batch};
use crate::groups::chosen_group;
use crate::operations::Operation;
use crate::people::list_call;
use crate::problem::GraphProblem;
use crate::resource::{Contact, DirectoryObject, DirectoryRole, Group, GroupSetting, User};

/// The most spellings of addresses whose owners are asked for, in some ten batches side by side. Microsoft allows 250
/// other addresses (Microsoft Graph: user resource, `otherMails`); what stands behind them stays unknown.
const MOST_ADDRESSES: usize = 300;

/// The most contacts whose groups are asked for. An address has one owner, and seldom stands in a second contact.
const MOST_CONTACTS: usize = 5;

/// The groups of each contact that was asked about, by its id.
pub type ContactGroups = Vec<(String, Result<Vec<Group>, GraphProblem>)>;

/// What surrounds a guest. Each part stands or fails alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuestContext {
    /// The groups the guest is a direct member of.
    pub memberships: Result<Vec<Group>, GraphProblem>,
    /// Their active directory roles.
    pub directory_roles: Result<Vec<DirectoryRole>, GraphProblem>,
    /// The group that was chosen, if one was.
    pub group: Option<ChosenGroup>,
    /// Live objects that own one of the guest's other addresses; the guest may be among them.
    pub owners: Owners,
    /// The groups of the contacts that were asked about.
    pub contact_groups: ContactGroups,
}

/// A chosen group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenGroup {
    /// Its id.
    pub id: String,
    /// The group itself.
    pub group: Result<Group, GraphProblem>,
    /// The same group with the properties that live in Exchange ([`Group::IN_EXCHANGE`]) and no others.
    pub in_exchange: Result<Group, GraphProblem>,
    /// Its own settings; an empty list means that it inherits those of the organisation.
    pub settings: Result<Vec<GroupSetting>, GraphProblem>,
    /// Everything the user is a member of, directly or through a group.
    pub transitive: Result<Vec<DirectoryObject>, GraphProblem>,
}

/// Live objects that own an address: have it in `mail` or `proxyAddresses`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Owners {
    /// Users.
    pub users: Lookups<User>,
    /// Contacts.
    pub contacts: Lookups<Contact>,
    /// Groups.
    pub groups: Lookups<Group>,
    /// How many spellings of addresses were not asked about, because there are too many.
    pub not_asked: usize,
}

impl Owners {
    /// Whether everything was asked and answered.
    #[must_use]
    pub fn complete(&self) -> bool {
        self.not_asked == 0 && self.users.complete() && self.contacts.complete() && self.groups.complete()
    }
}

impl Graph {
    /// Memberships, roles, the chosen group, the owners of the guest's other addresses and the groups of these contacts,
    /// in one round trip: one batch, or several side by side when there are many addresses. `Err` when nothing at all
    /// was answered.
    pub async fn guest_context(
        &self,
        user_id: &str,
        other_addresses: &[String],
        chosen: Option<&str>,
        contacts: &[&str],
        cancel: &CancellationToken,
    ) -> Result<GuestContext, GraphProblem> {
        let asked = other_addresses.get(..MOST_ADDRESSES).unwrap_or(other_addresses);
        let questions = address_batch(asked)?;
        let mut calls = vec![
            list_call::<Group>(Operation::ListUserGroups, &[user_id])?,
            list_call::<DirectoryRole>(Operation::ListUserRoles, &[user_id])?,
        ];
        if let Some(group) = chosen {
            calls.extend(chosen_group(group)?);
            calls.push(list_call::<DirectoryObject>(Operation::ListUserTransitiveMemberships, &[user_id])?);
        }
        let about_the_guest = calls.len();
        calls.extend(contact_calls(contacts)?);
        let about_contacts = calls.len();
        calls.extend(questions.calls.iter().cloned());
        let mut items = self.batch(calls, cancel).await?;
        let mut answers = Answers::new(questions, items.split_off(about_contacts));
        let of_contacts = items.split_off(about_the_guest);
        let mut items = items.into_iter();

        Ok(GuestContext {
            memberships: self.list_item(Operation::ListUserGroups, &[user_id], items.next(), cancel).await,
            directory_roles: self.list_item(Operation::ListUserRoles, &[user_id], items.next(), cancel).await,
            group: match (chosen, items.next(), items.next(), items.next()) {
                (Some(id), Some(group), Some(in_exchange), settings) => Some(ChosenGroup {
                    id: id.to_owned(),
                    group: group.and_then(|group| read(Operation::GetGroup, &group)),
                    in_exchange: in_exchange.and_then(|group| read(Operation::GetGroup, &group)),
                    settings: self.list_item(Operation::ListSettingsOfGroup, &[id], settings, cancel).await,
                    transitive: self
                        .list_item(Operation::ListUserTransitiveMemberships, &[user_id], items.next(), cancel)
                        .await,
                }),
                _ => None,
            },
            owners: self.owners_among(&mut answers, other_addresses.len() - asked.len(), cancel).await,
            contact_groups: self.groups_of_contacts(contacts, of_contacts, cancel).await,
        })
    }

    /// The live objects that own one of these addresses, in one round trip. What stands behind the most addresses that are
    /// asked about at once stays unknown, and is counted.
    pub async fn owners(
        &self,
        addresses: &[String],
        cancel: &CancellationToken,
    ) -> Result<Owners, GraphProblem> {
        let asked = addresses.get(..MOST_ADDRESSES).unwrap_or(addresses);
        let questions = address_batch(asked)?;
        let items = self.batch(questions.calls.clone(), cancel).await?;
        let not_asked = addresses.len() - asked.len();
        Ok(self.owners_among(&mut Answers::new(questions, items), not_asked, cancel).await)
    }

    async fn owners_among(
        &self,
        answers: &mut Answers,
        not_asked: usize,
        cancel: &CancellationToken,
    ) -> Owners {
        Owners {
            users: self.collect(answers, Operation::ListUsers, cancel).await,
            contacts: self.collect(answers, Operation::ListContacts, cancel).await,
            groups: self.collect(answers, Operation::ListGroups, cancel).await,
            not_asked,
        }
    }

    /// The groups of these contacts alone, in one round trip: where there is no guest to ask about.
    pub async fn contact_groups(
        &self,
        contacts: &[&str],
        cancel: &CancellationToken,
    ) -> Result<ContactGroups, GraphProblem> {
        let items = self.batch(contact_calls(contacts)?, cancel).await?;
        Ok(self.groups_of_contacts(contacts, items, cancel).await)
    }

    async fn groups_of_contacts(
        &self,
        contacts: &[&str],
        items: Vec<Item>,
        cancel: &CancellationToken,
    ) -> ContactGroups {
        let mut groups = Vec::with_capacity(items.len());
        for (id, item) in contacts.iter().zip(items) {
            let operation = Operation::ListContactGroups;
            groups.push(((*id).to_owned(), self.list_item(operation, &[id], Some(item), cancel).await));
        }
        groups
    }
}

fn contact_calls(contacts: &[&str]) -> Result<Vec<Call>, GraphProblem> {
    let asked = contacts.iter().take(MOST_CONTACTS);
    asked.map(|id| list_call::<Group>(Operation::ListContactGroups, &[id])).collect()
}

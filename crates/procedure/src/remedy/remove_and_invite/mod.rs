//! *Remove and invite again*: option 2 of Microsoft's support article.

mod belongings;
mod run;

use async_trait::async_trait;
use graph::Operation;
use guest::{AddressProperty, Group, PlanNote, Relationship, RemedyKind};
use serde::{Deserialize, Serialize};

use super::inviting::Letter;
use super::new_account::{AppAssignment, NewAccount, Profile};
use super::put_back::PutBack;
use super::{AddressQuestion, Draft, Drafted, Drafting, Procedure, Work, groups, inviting};
use crate::checkpoint::{Checkpoint, step};
use crate::ending::{Applied, Interruption};
use crate::execution::Execution;
use crate::outcome::{Addresses, Belonging, NamedObject, PropertyChange, StepKind};
use crate::problem::Problem;

/// Remove and invite again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Replacement {
    /// Object id of the original account.
    guest: String,
    /// Its user name.
    user_name: Option<String>,
    /// Its addresses.
    addresses: Addresses,
    /// The address to invite.
    invite: String,
    /// The language of the invitation message.
    language: String,
    /// Whether Microsoft mails it.
    send: bool,
    /// The groups to add the new account to.
    groups: Vec<NamedObject>,
    /// All groups the guest was in: compared before anything is deleted.
    member_of: Vec<String>,
    /// Name, company and user type.
    profile: Profile,
    /// Object ids of the sponsors.
    sponsors: Vec<String>,
    /// The app assignments.
    apps: Vec<AppAssignment>,
    /// What could not be read before the deletion, and is therefore not given to the new account.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    unseen: Vec<Belonging>,
}

impl Drafted for Replacement {
    const REMEDY: RemedyKind = RemedyKind::RemoveAndInvite;
    const SENDS: &'static [Operation] = &[
        Operation::DeleteUser,
        Operation::Invite,
        Operation::AddMember,
        Operation::UpdateUser,
        Operation::AddSponsor,
        Operation::GrantAppRole,
        Operation::Restore,
    ];
    const QUESTION: Option<AddressQuestion> = Some(AddressQuestion::Invite);
    const DELETES: bool = true;

    async fn draft(from: &Drafting<'_>) -> Result<Draft, Problem> {
        let user = from.seen.guest()?;
        let picked = from.picked()?;
        let fates = from.fates()?;
        let options = from.options;
        let choice = inviting::choice(from);
        let dependents = Dependents::of(from, &user.id).await;
        let chosen = |group: &&Group| fates.iter().any(|fate| fate.chosen && fate.group.id == group.id);
        let memberships = from.seen.facts.memberships.get().into_iter().flatten();
        let closed = groups::may_take_no_guests(from, memberships.filter(chosen).cloned().collect()).await;
        let work = picked.map(|picked| Self {
            guest: user.id.clone(),
            user_name: user.user_principal_name.value().cloned(),
            addresses: Addresses::from(user),
            invite: picked.address.as_str().to_owned(),
            language: choice.language.clone(),
            send: choice.send,
            groups: fates.iter().filter(|fate| fate.chosen).map(|fate| fate.group.clone()).collect(),
            member_of: options.groups.iter().map(|group| group.id.clone()).collect(),
            profile: Profile::from(user),
            sponsors: dependents.sponsors.clone().unwrap_or_default(),
            apps: dependents.apps.clone().unwrap_or_default(),
            unseen: dependents.unseen(from.seen.facts.memberships.is_known()),
        });
        let mut draft = from.begun(picked);
        let address = picked.map(|picked| &picked.address).or(options.confirm.as_ref());
        let files = address.map(|address| PlanNote::SharepointAll { address: address.as_str().to_owned() });
        draft.warnings.splice(0..0, files);
        draft.warnings.extend(closed);
        dependents.say(&mut draft);
        draft.notes.push(inviting::note_of_link(&choice));
        Ok(Draft {
            work: work.map(|work| Work::Replace(Box::new(work))),
            groups: fates,
            invitation: Some(choice),
            ..draft
        })
    }
}

#[async_trait]
impl Procedure for Replacement {
    fn remedy(&self) -> RemedyKind {
        RemedyKind::RemoveAndInvite
    }

    fn account(&self) -> Option<&str> {
        Some(&self.guest)
    }

    fn steps(&self) -> Vec<StepKind> {
        use StepKind as S;
        vec![
            S::Compare,
            S::Delete,
            S::AwaitGone,
            S::Invite,
            S::AwaitNew,
            S::AddToGroups,
            S::Replay,
            S::ReadBack,
            S::DiagnoseAgain,
        ]
    }

    fn writes(&self) -> &'static [AddressProperty] {
        &[AddressProperty::Mail, AddressProperty::ProxyAddresses, AddressProperty::OtherMails]
    }

    /// Old and new account side by side, field by field.
    fn changes(&self, seen: Option<&Addresses>) -> Vec<PropertyChange> {
        ["mail", "otherMails", "proxyAddresses"]
            .map(|property| PropertyChange {
                property,
                before: self.addresses.of(property),
                after: seen.map(|seen| seen.of(property)),
            })
            .into()
    }

    /// What a new account will hold is the server's to say.
    fn planned(&self) -> Vec<PropertyChange> {
        Vec::new()
    }

    async fn run(&self, on: &Execution, from: &Checkpoint) -> Result<Applied, Interruption> {
        run::replace(on, self, from).await
    }

    fn reverse(&self, reached: &Checkpoint) -> Option<Work> {
        Some(Work::PutBack(Box::new(PutBack {
            original: self.guest.clone(),
            replacement: reached.new_account().map(str::to_owned),
            invited: self.new_account().unproven(reached),
            unsure: !reached.is_deleted(),
            groups: self.groups.clone(),
        })))
    }

    /// From wherever the original is deleted, or may be.
    fn put_back(&self, reached: &Checkpoint) -> Option<Work> {
        let may_be_deleted = reached.is_deleted() || !reached.effects().doubts(step::DELETE).is_empty();
        may_be_deleted.then(|| self.reverse(reached)).flatten()
    }

    fn removes_account(&self, reached: &Checkpoint) -> bool {
        !reached.is_deleted()
    }
}

impl Replacement {
    /// The account that takes its place.
    fn new_account(&self) -> NewAccount<'_> {
        let letter = Letter {
            address: &self.invite,
            language: &self.language,
            send: self.send,
            name: self.profile.display_name.as_deref(),
            user_type: self.profile.user_type.as_deref(),
            ..Letter::default()
        };
        NewAccount { letter, original: Some(&self.guest) }
    }
}

/// What hangs on the account and goes with it. What could not be read is not known, and said so.
struct Dependents {
    apps: Option<Vec<AppAssignment>>,
    sponsors: Option<Vec<String>>,
    owned: Option<usize>,
}

impl Dependents {
    async fn of(from: &Drafting<'_>, guest: &str) -> Self {
        let graph = &from.signed_in.graph;
        let (apps, sponsors, owned) = tokio::join!(
            graph.app_role_assignments(guest, from.cancel),
            graph.sponsors(guest, from.cancel),
            graph.owned_objects(guest, from.cancel),
        );
        let direct = |all: Vec<graph::AppRoleAssignment>| {
            all.iter().filter_map(|one| assignment(one, guest)).collect()
        };
        Self {
            apps: apps.ok().map(direct),
            sponsors: sponsors.ok().map(|all| all.into_iter().map(|sponsor| sponsor.id).collect()),
            owned: owned.ok().map(|all| all.len()),
        }
    }

    /// What of it is not known, and so is not set again.
    fn unseen(&self, memberships_known: bool) -> Vec<Belonging> {
        [
            (memberships_known, Belonging::Groups),
            (self.apps.is_some(), Belonging::Apps),
            (self.sponsors.is_some(), Belonging::Sponsors),
        ]
        .into_iter()
        .filter_map(|(known, what)| (!known).then_some(what))
        .collect()
    }

    /// Says what is set again, what will have an owner less, and what could not be read and may therefore be lost.
    fn say(&self, draft: &mut Draft) {
        let not_seen = |what| PlanNote::NotSeen { what };
        match self.owned {
            Some(0) => {}
            Some(count) => draft.warnings.push(PlanNote::OwnsObjects { count }),
            None => draft.warnings.push(not_seen(Relationship::OwnedObjects)),
        }
        match self.apps.as_ref().map(Vec::len) {
            Some(0) => {}
            Some(count) => draft.notes.push(PlanNote::AppsReplayed { count }),
            None => draft.warnings.push(not_seen(Relationship::AppRoleAssignments)),
        }
        match self.sponsors.as_ref().map(Vec::len) {
            Some(0) => {}
            Some(count) => draft.notes.push(PlanNote::SponsorsReplayed { count }),
            None => draft.warnings.push(not_seen(Relationship::Sponsors)),
        }
    }
}

/// An assignment of the guest's own; one that comes through a group comes back with the group (Microsoft Graph:
/// appRoleAssignment resource, principalId).
fn assignment(one: &graph::AppRoleAssignment, guest: &str) -> Option<AppAssignment> {
    let own = one.principal_id.value().is_none_or(|principal| principal == guest);
    let resource_id = one.resource_id.value().filter(|_| own)?.clone();
    Some(AppAssignment {
        name: one.resource_display_name.value().cloned().unwrap_or_else(|| resource_id.clone()),
        app_role_id: one.app_role_id.value()?.clone(),
        resource_id,
    })
}

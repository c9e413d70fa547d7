//! Everything a diagnosis starts from. Nothing here asks for anything: whoever calls has read it.

mod contact;
mod group;
mod owner;
mod user;

use jiff::Timestamp;

pub use contact::Contact;
pub use group::{AddressProperty, Group, GroupKind, WhyNot};
pub use owner::{Owner, OwnerKind, OwnerRef};
pub use user::{GuestSign, Identity, More, Primary, User, returns_with_mail};

use crate::address::Address;
use crate::known::Known;

/// The answer of one search, and whether every question of it was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lookup<T> {
    /// What was found.
    pub found: Vec<T>,
    /// False when a question failed, so that something may be missing.
    pub complete: bool,
}

impl<T> Lookup<T> {
    /// A search of which every question was answered.
    #[must_use]
    pub const fn complete(found: Vec<T>) -> Self {
        Self { found, complete: true }
    }

    /// A search of which at least one question failed.
    #[must_use]
    pub const fn partial(found: Vec<T>) -> Self {
        Self { found, complete: false }
    }
}

impl<T> Default for Lookup<T> {
    /// Nothing was asked yet.
    fn default() -> Self {
        Self::partial(Vec::new())
    }
}

/// The group that the operator asks about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenGroup {
    /// Object id of the group.
    pub id: String,
    /// The group's own properties.
    pub group: Known<Group>,
    /// Whether the guest is a direct member (Microsoft Graph: "List group members").
    pub is_member: Known<bool>,
    /// Whether the guest is a member directly or of a group in it, in however many steps (Microsoft Graph: "List a user's
    /// memberships, direct and transitive").
    pub is_nested: Known<bool>,
}

impl ChosenGroup {
    /// Whether somebody who is no direct member gets its mail through a group in it. Exchange expands the lists in a list;
    /// a Microsoft 365 group holds no groups, and what is in another kind gets no mail by it.
    pub(crate) fn is_member_through_another(&self) -> Known<bool> {
        match self.group.as_ref().map(Group::kind) {
            Known::Is(GroupKind::DistributionList | GroupKind::MailEnabledSecurity) => self.is_nested,
            Known::Is(GroupKind::Unknown) | Known::Unknown if self.is_nested == Known::Is(true) => {
                Known::Unknown
            }
            Known::Is(_) | Known::Unknown => Known::Is(false),
        }
    }
}

/// What the organisation allows guests.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Organisation {
    /// `AllowGuestsToAccessGroups` of the Group.Unified settings; no settings at all mean true
    /// (Microsoft Entra: "Cmdlets for configuring group settings").
    pub guests_may_access_groups: Known<bool>,
    /// `AllowToAddGuests` of the same settings; no settings at all mean true.
    pub may_add_guests: Known<bool>,
    /// The organisation's own domains (Microsoft Graph: organization resource, verifiedDomains).
    pub domains: Known<Vec<String>>,
}

impl Organisation {
    /// Whether the address is in one of the organisation's own domains.
    #[must_use]
    pub fn has_domain_of(&self, address: &Address) -> Known<bool> {
        self.domains.as_ref().map(|all| all.iter().any(|domain| address.is_in(domain)))
    }
}

/// Who works with the app, as far as can be seen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Operator {
    /// Active directory roles by display name (Microsoft Graph: memberOf, directoryRole).
    pub roles: Known<Vec<String>>,
    /// True when the operator may hold roles that cannot be seen: eligible, scoped to an administrative unit, custom, delegated.
    pub unseen_roles: bool,
    /// Object ids of the groups the operator owns.
    pub owned_groups: Known<Vec<String>>,
    /// The permissions granted to this sign-in, such as `User.Read.All`.
    pub scopes: Known<Vec<String>>,
    /// Whether the cloud that is signed in to has message traces (Microsoft Graph: List messageTraces, "national cloud
    /// deployments": the global service only).
    pub has_traces: bool,
    /// Whether this sign-in can ask for more permissions.
    pub may_ask_permission: bool,
    /// Whether the organisation switched repairs off on this computer.
    pub read_only: bool,
    /// Whether the operator is a guest here.
    pub is_guest: Known<bool>,
}

impl Operator {
    /// Whether the members of groups that hide them can be seen (Microsoft Graph: "List group members").
    #[must_use]
    pub fn sees_hidden_members(&self) -> bool {
        self.scopes.is_and(|all| all.iter().any(|scope| scope.eq_ignore_ascii_case("Member.Read.Hidden")))
    }
}

/// Everything that was read about one address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The address somebody typed.
    pub searched: Address,
    /// Users that are not deleted and that a search by address found.
    pub live_users: Lookup<User>,
    /// Deleted users that a search by address found (Microsoft Graph: directory/deletedItems).
    pub deleted_users: Lookup<User>,
    /// Contacts that a search by address found (Microsoft Graph: orgContact).
    pub contacts: Lookup<Contact>,
    /// Groups that a search by address found.
    pub groups: Lookup<Group>,
    /// Object id of the guest whom the operator chose of several, or asked for by user name or id.
    pub chosen: Option<String>,
    /// Objects that have one of the guest's *other* addresses; a second round of questions.
    pub owners: Lookup<Owner>,
    /// The objects because of which the server refused one of the guest's addresses, in this session: a search may not
    /// show that they own it.
    pub refused: Vec<OwnerRef>,
    /// The groups the guest is a direct member of.
    pub memberships: Known<Vec<Group>>,
    /// Display names of the directory roles the guest holds.
    pub directory_roles: Known<Vec<String>>,
    /// The group that is asked about, if one is.
    pub group: Option<ChosenGroup>,
    /// What the organisation allows guests.
    pub organisation: Organisation,
    /// Who works with the app.
    pub operator: Operator,
    /// The time of the diagnosis. The domain has no clock of its own.
    pub now: Timestamp,
}

impl Facts {
    /// Facts about an address of which nothing is known yet.
    #[must_use]
    pub fn nothing_known(searched: Address, now: Timestamp) -> Self {
        Self {
            searched,
            live_users: Lookup::default(),
            deleted_users: Lookup::default(),
            contacts: Lookup::default(),
            groups: Lookup::default(),
            chosen: None,
            owners: Lookup::default(),
            refused: Vec::new(),
            memberships: Known::Unknown,
            directory_roles: Known::Unknown,
            group: None,
            organisation: Organisation::default(),
            operator: Operator::default(),
            now,
        }
    }

    /// Whether somebody of those found has the address, live or deleted.
    #[must_use]
    pub fn is_somebodys(&self, address: &Address) -> bool {
        let users = self.live_users.found.iter().chain(&self.deleted_users.found);
        users.into_iter().any(|user| user.may_have(address))
    }

    /// Whether mail to the chosen group goes to the guest because they are in it: as a direct member, or through a group
    /// in it where Exchange expands that.
    pub(crate) fn is_member(&self, chosen: &ChosenGroup) -> Known<bool> {
        match self.is_direct_member(chosen) {
            Known::Is(false) => chosen.is_member_through_another(),
            read @ (Known::Is(true) | Known::Unknown) => read,
        }
    }

    /// Whether the guest is a direct member of the chosen group: as read there, or else from the guest's own memberships.
    /// Who is not listed in a group that hides its members may be one all the same.
    pub(crate) fn is_direct_member(&self, chosen: &ChosenGroup) -> Known<bool> {
        let listed = self.memberships.as_ref().map(|groups| groups.iter().any(|group| group.id == chosen.id));
        match chosen.is_member.or(listed) {
            Known::Is(false) if self.members_are_hidden() => Known::Unknown,
            read @ (Known::Is(_) | Known::Unknown) => read,
        }
    }

    /// Whether the chosen group hides its members from this sign-in.
    pub(crate) fn members_are_hidden(&self) -> bool {
        let group = self.group.as_ref().and_then(|chosen| chosen.group.get());
        group.is_some_and(Group::hides_members) && !self.operator.sees_hidden_members()
    }
}

//! What the practice tenant does where Microsoft documents nothing, documents two things, or where a test
//! needs to decide: time, names and speed.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use uuid::Uuid;

/// What writing `mail` does when another object owns the address (docs-contrib issue 8421).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Conflict {
    /// 400 with `ObjectConflict`, nothing written: what was observed.
    #[default]
    Refuse400,
    /// 204; `mail` is written and the address is not added to `proxyAddresses`: what the user resource says.
    SilentlyKept,
}

/// A choice between serving a request and refusing it, where the sources differ or are silent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowed {
    /// Served.
    Yes,
    /// Refused.
    No,
}

/// How a reference to a user who is not replicated yet is refused (both were observed: docs-contrib issue
/// 15839, msgraph-sdk-dotnet issue 2508).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UnseenReference {
    /// 404 `Request_ResourceNotFound`.
    #[default]
    NotFound404,
    /// 400 "Not a valid reference update".
    Invalid400,
}

/// What an invitation does when a *local* user (not a guest) owns the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LocalOwner {
    /// 400: "the invitation is refused" (external-id/troubleshoot, proxyAddresses conflict with a user).
    #[default]
    Refuse400,
    /// A guest without main address, as with a contact (the same page in 2021, azure-docs pull request 74908).
    GuestWithoutAddress,
}

/// Whether an address that is somebody's user principal name can be given to another object. Uniqueness is tested
/// against user names too (`O365Troubleshooters` issue 215; OfficeDocs-O365ITPro issue 805: it "comes back or is
/// refused"); no page says for which properties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UserNames {
    /// A user name owns no address: everything is allowed.
    OwnNothing,
    /// Refused as a conflict in `mail`, which goes into proxyAddresses, and at an invitation.
    #[default]
    OwnMainAddresses,
    /// Refused in `otherMails` too.
    OwnAllAddresses,
}

/// How v1.0 refuses to delete a contact. The text was reported ("Data contract version does not allow 'Delete'
/// operations …", entra-powershell issues 1102 and 1287, msgraph-metadata issue 244), the status was not; issue 1287
/// speaks of "access denied".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ContactDeletion {
    /// 403 `Authorization_RequestDenied`.
    #[default]
    Denied403,
    /// 400 `Request_BadRequest`.
    Refused400,
}

/// Whether message traces can be read: Microsoft's own service principal for them must be there (exchangeMessageTrace
/// resource, prerequisites).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tracing {
    /// It is there.
    #[default]
    SetUp,
    /// It is not.
    NotSetUp,
}

/// In which order a batch answers; Graph promises none (concepts/json-batching).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BatchOrder {
    /// Last request first, so that nobody relies on an order.
    #[default]
    Reversed,
    /// As sent.
    AsSent,
}

/// A budget (throttling-limits, identity and access): resource units, whose costs are Graph's, or changes, of which each is
/// one. It fills up again evenly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Throttle {
    /// How much may be spent at once.
    pub units: u32,
    /// How long it takes until all of it can be spent again.
    pub window: Duration,
}

impl Throttle {
    /// The resource units that an app has in a tenant of so many users: fewer than 50, up to 500, and more
    /// (throttling-limits, "application + tenant pair").
    #[must_use]
    pub const fn of_a_tenant(users: usize) -> Self {
        let units = match users {
            0..50 => 3_500,
            50..=500 => 5_000,
            _ => 8_000,
        };
        Self { units, window: Duration::from_secs(10) }
    }

    /// The changes that an app may make in a tenant (the same table).
    pub const CHANGES: Self = Self { units: 3_000, window: Duration::from_secs(150) };
}

/// Reads the time.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;
/// Makes a new identifier.
pub type Ids = Arc<dyn Fn() -> Uuid + Send + Sync>;

/// How a [`Tenant`](crate::Tenant) behaves. [`Behaviour::default`] is what Microsoft documents, or what was
/// observed where the documentation is silent.
#[derive(Clone)]
pub struct Behaviour {
    /// Whether filters compare text without regard to ASCII case. Default: yes (practice; no document
    /// promises it).
    pub fold_case: bool,
    /// See [`Conflict`].
    pub conflict: Conflict,
    /// What restoring a deleted user does when another object owns one of their addresses by now, and nothing is said of
    /// that. Default: refused, as for `mail`; the page says only that `autoReconcileProxyConflict` takes such addresses
    /// off, and is false by default (directory-deleteditems-restore). Otherwise they come back without it, as `mail` is
    /// said to be written (user resource, mail).
    pub restored_conflict: Conflict,
    /// How long a change stays invisible to reads. Default: zero.
    pub replication: Duration,
    /// How long after it was written an address is unknown to a reset of the redemption. Default: zero; it was seen to be
    /// refused right after the address was written (msgraph-beta-sdk-dotnet issue 394).
    pub reset_lag: Duration,
    /// See [`UnseenReference`].
    pub unseen_reference: UnseenReference,
    /// See [`LocalOwner`].
    pub local_owner: LocalOwner,
    /// See [`UserNames`].
    pub user_names: UserNames,
    /// Whether a user whose address another object owns takes a change that does not concern the address. Default:
    /// yes; a `usageLocation` was seen to be refused for the proxyAddresses (msgraph-sdk-powershell issue 1640).
    pub changes_in_conflict: Allowed,
    /// Whether an admin adds guests where `AllowToAddGuests` is off, for the group or the organisation. Default: yes
    /// (manage-guest-access-in-groups: admins can); through Graph a 403 was seen (microsoft-365-docs issue 11991).
    pub admins_add_guests: Allowed,
    /// See [`ContactDeletion`].
    pub contact_deletion: ContactDeletion,
    /// See [`BatchOrder`].
    pub batch_order: BatchOrder,
    /// Whether `mail` may be emptied. Default: no (undocumented).
    pub empty_mail: Allowed,
    /// Whether an invitation accepts `+` in the address. Default: no (invitation resource: "the following
    /// special characters aren't permitted"); servers may be laxer.
    pub invite_plus: Allowed,
    /// Whether inviting an address that a guest already has gives that guest back. Default: yes (seen in
    /// practice, undocumented); otherwise 400.
    pub invite_existing: Allowed,
    /// Domains that the organisation lets nobody invite from. Default: none. What Microsoft answers is told in Microsoft
    /// Q&A 5817471 alone.
    pub blocked_domains: Vec<String>,
    /// Whether an address of a deleted user is free for others. Default: yes; "may give conflict errors".
    pub deleted_addresses_are_free: Allowed,
    /// Whether people without an admin role may list deleted users. Default: yes; the list page names scopes,
    /// and roles only for restoring.
    pub members_see_deleted_users: Allowed,
    /// Whether people without an admin role may read group settings. Default: yes; the page names Directory
    /// Readers, and what members get varies.
    pub members_see_group_settings: Allowed,
    /// Whether a cast on a transitive list works without advanced query parameters. Default: no
    /// (aad-advanced-queries: "Use of OData cast with transitive members list").
    pub plain_transitive_casts: Allowed,
    /// What an Exchange-backed property of a group without mailbox gives on `$select`. Default: null;
    /// otherwise 404, which was observed.
    pub selects_of_groups_without_mailbox: Allowed,
    /// Whether a filter may join `endsWith` or `/$count` with what else is asked. Each is documented by itself
    /// (aad-advanced-queries); of joining them no page says anything. Default: yes.
    pub joined_advanced_filters: Allowed,
    /// Whether a filter may say `gt` and `lt` where a property supports `ge` and `le`. They are operators of Graph
    /// (filter-query-parameter), and no property of a user, group or contact names them. Default: no.
    pub open_ranges: Allowed,
    /// How long the link to the next page can be used. Default: always, as Microsoft's people say
    /// (msgraph-sdk-javascript issue 1463); in large tenants it was seen to expire, with 400
    /// `Directory_ExpiredPageToken` (msgraph-sdk-dotnet issue 2254), and no page says when.
    pub page_tokens: Option<Duration>,
    /// See [`Tracing`].
    pub tracing: Tracing,
    /// The budget after which whatever is asked is answered with 429. Default: none.
    pub throttle: Option<Throttle>,
    /// The same of changes. Default: none.
    pub throttle_changes: Option<Throttle>,
    /// Whether outer requests and answers are kept for [`Tenant::recorded`](crate::Tenant::recorded).
    pub record: bool,
    /// Waits this long before each outer answer.
    pub latency: Option<Duration>,
    /// The time. Default: the system's.
    pub clock: Clock,
    /// New object ids and request ids. Default: random.
    pub ids: Ids,
}

impl Default for Behaviour {
    fn default() -> Self {
        Self {
            fold_case: true,
            conflict: Conflict::default(),
            restored_conflict: Conflict::default(),
            replication: Duration::ZERO,
            reset_lag: Duration::ZERO,
            unseen_reference: UnseenReference::default(),
            local_owner: LocalOwner::default(),
            user_names: UserNames::default(),
            changes_in_conflict: Allowed::Yes,
            admins_add_guests: Allowed::Yes,
            contact_deletion: ContactDeletion::default(),
            batch_order: BatchOrder::default(),
            empty_mail: Allowed::No,
            invite_plus: Allowed::No,
            invite_existing: Allowed::Yes,
            blocked_domains: Vec::new(),
            deleted_addresses_are_free: Allowed::Yes,
            members_see_deleted_users: Allowed::Yes,
            members_see_group_settings: Allowed::Yes,
            plain_transitive_casts: Allowed::No,
            selects_of_groups_without_mailbox: Allowed::Yes,
            joined_advanced_filters: Allowed::Yes,
            open_ranges: Allowed::No,
            page_tokens: None,
            tracing: Tracing::default(),
            throttle: None,
            throttle_changes: None,
            record: false,
            latency: None,
            clock: Arc::new(Timestamp::now),
            ids: Arc::new(Uuid::new_v4),
        }
    }
}

impl fmt::Debug for Behaviour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Behaviour")
            .field("fold_case", &self.fold_case)
            .field("conflict", &self.conflict)
            .field("replication", &self.replication)
            .field("reset_lag", &self.reset_lag)
            .field("record", &self.record)
            .finish_non_exhaustive()
    }
}

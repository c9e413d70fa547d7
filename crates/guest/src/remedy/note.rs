//! What to know before a change: what may be lost, and what it will not do. Codes and their arguments, no words.

use crate::facts::{AddressProperty, Group, Organisation};
use crate::known::Known;

/// What hangs on an account, by Microsoft Graph's names (user resource, relationships).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "contract", derive(serde::Serialize, ts_rs::TS), serde(rename_all = "camelCase"))]
pub enum Relationship {
    /// The groups and roles of the guest.
    MemberOf,
    /// What the guest owns.
    OwnedObjects,
    /// The apps the guest was assigned to.
    AppRoleAssignments,
    /// Who answers for the guest.
    Sponsors,
}

/// One thing to know before a change. The words are `plan-note-<code>`, with the fields as their variables.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, ts_rs::TS),
    serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")
)]
pub enum PlanNote {
    /// Microsoft's article: access to SharePoint files that were shared with a removed address is lost. No other source
    /// confirms it.
    SharepointRemovedAddress {
        /// The removed addresses.
        addresses: Vec<String>,
    },
    /// The article's warning on all files shared with the guest.
    SharepointAll {
        /// The guest's address.
        address: String,
    },
    /// The guest may sign in with this removed address (Microsoft Entra External ID: "Reset redemption status").
    SignInAddress {
        /// The removed address.
        address: String,
    },
    /// As far as is documented this alone does not fill an empty main address.
    NoMainAddress,
    /// Another object goes on owning one of the guest's addresses.
    OwnerStays,
    /// The old main address stays as a second one.
    OldMainStays {
        /// That address.
        address: String,
    },
    /// The address is the user name of another account, and the server may refuse it for that.
    MayBeRefused {
        /// The address.
        address: String,
        /// The account's name.
        owner: String,
    },
    /// The server refused the address in this session, because this object has it.
    WasRefused {
        /// The address.
        address: String,
        /// The object's name.
        owner: String,
    },
    /// The account has a mailbox here: its address cannot be set to an outside one (Microsoft Entra External ID: "Invite
    /// internal users to B2B collaboration").
    MailboxAddress,
    /// Licences go with the account.
    LicencesLost {
        /// How many.
        count: usize,
    },
    /// Groups that hide their members are not seen, and do not come back.
    HiddenGroupsNotSeen,
    /// The group, or the organisation, is set not to take new guests: adding the guest again may be refused.
    MayTakeNoGuests {
        /// The groups' names.
        groups: Vec<String>,
    },
    /// Who is taken out of a team leaves its private and shared channels, and is not in them again when added: their
    /// members are added to each by hand (Microsoft Teams: "Private channels").
    ChannelsLeft,
    /// The guest is out of the group from the first request to the second.
    OutMeanwhile,
    /// Whether the group, or the organisation, takes new guests could not be read: adding the guest again may be refused.
    GuestSettingsNotSeen,
    /// The guest is added to the group again, as before.
    AddedAgain,
    /// The rules of these dynamic groups read what is written: the guest may come into them, or leave them.
    MembershipMayChange {
        /// The groups' names.
        groups: Vec<String>,
    },
    /// Not every rule of the organisation's dynamic groups could be looked at.
    RulesNotAllSeen,
    /// The value is there already and is written once more: whether `proxyAddresses` follows is documented nowhere.
    WritesTheSameAgain,
    /// `mail` cannot be emptied again (Microsoft Graph: user resource, mail).
    MailCannotBeEmptied,
    /// The guest must accept the invitation again.
    MustAcceptAgain,
    /// The guest must accept the invitation before they can sign in.
    MustAccept,
    /// The new account can be removed again as long as the guest has not accepted; a message that was sent has arrived.
    RemovedUntilAccepted,
    /// Who is invited without a sponsor gets whoever invites as one (Microsoft Entra: "Sponsors for B2B users").
    InviterIsSponsor,
    /// A message of one's own takes the place of Microsoft's, whatever the language (Microsoft Graph:
    /// invitedUserMessageInfo resource); without a mailbox of whoever invites it is not sent.
    OwnMessage,
    /// This group takes nobody from whoever invites: its owners, or an admin, add the guest.
    NotAddedByYou {
        /// The group's name.
        group: String,
    },
    /// The account that the invitation made is removed, with the access it was given since.
    InvitedAccountRemoved,
    /// How the guest signs in changes; which address is the main one does not, and mail goes there.
    MailGoesAsBefore,
    /// An existing guest who is invited again stays the same account, with everything it has (microsoft-graph-docs issue
    /// 8380, azure-docs issue 52528).
    SameAccount,
    /// The link by which the guest accepts is shown once, in the result.
    LinkShownOnce {
        /// Whether Microsoft mails it besides; if not, whoever invites passes it on.
        mailed: bool,
    },
    /// Nobody knows whether an invitation was sent a while ago: the guest may get a second message.
    MayArriveTwice,
    /// Access packages, private and shared channels, multi-factor registration are not restored.
    NotRestored,
    /// App assignments that will be given again.
    AppsReplayed {
        /// How many.
        count: usize,
    },
    /// Sponsors that will be set again.
    SponsorsReplayed {
        /// How many.
        count: usize,
    },
    /// Objects the guest owns, which then have an owner less.
    OwnsObjects {
        /// How many.
        count: usize,
    },
    /// Name, company and user type are set again.
    ProfileReplayed,
    /// The invitation may refuse a character of this address. The server decides (Microsoft Graph: invitation resource).
    InvitationCharacters {
        /// The characters, each once.
        characters: Vec<char>,
    },
    /// The new account is removed, and with it the access it was given since.
    NewAccountRemoved,
    /// The original account comes back as it was: same account, same groups, same apps (Microsoft Entra: "Recover from
    /// deletions").
    OriginalComesBack,
    /// The account that was deleted comes back: same account, same groups, same roles and apps (Microsoft Entra:
    /// "Recover from deletions").
    AccountComesBack,
    /// Which groups the guest was in does not show while the account is deleted: there is no list of them (Microsoft
    /// Graph: deletedItems).
    GroupsShowAfterwards,
    /// This object has an address of the deleted account by now (Microsoft Graph: Restore deleted directory object item,
    /// `autoReconcileProxyConflict`).
    AddressTaken {
        /// The address.
        address: String,
        /// The object's name.
        owner: String,
    },
    /// This account has the user name of the deleted one by now (Microsoft Graph: Restore deleted directory object item,
    /// `newUserPrincipalName`).
    UserNameTaken {
        /// The account's name.
        owner: String,
    },
    /// Whether others have the name or the addresses of the deleted account by now could not all be read.
    TakenNotAllSeen,
    /// What others have by now is taken off the account as it comes back.
    ComesBackWithout {
        /// The addresses.
        addresses: Vec<String>,
    },
    /// Some of this could not be read: it may be more.
    NotSeen {
        /// What could not be read.
        what: Relationship,
    },
    /// The directory is read back first; what was done is not repeated.
    ReadsBackFirst,
}

impl PlanNote {
    /// Whether somebody has to insist on a deletion in spite of it: what comes after the deletion is documented to be
    /// refused, or something besides the guest goes with the account.
    #[must_use]
    pub const fn is_to_be_insisted_on(&self) -> bool {
        matches!(
            self,
            Self::InvitationCharacters { .. } | Self::MayBeRefused { .. } | Self::LicencesLost { .. }
        )
    }

    /// The groups among those a guest is added to again that may refuse them: set so themselves, or all of them when the
    /// organisation is. Sources differ on whether an admin is refused too (MicrosoftDocs/microsoft-365-docs issue
    /// 11991, azure-docs issue 38860).
    #[must_use]
    pub fn may_take_no_guests<'a>(
        groups: impl IntoIterator<Item = &'a Group>,
        organisation: &Organisation,
    ) -> Option<Self> {
        let closed = organisation.may_add_guests == Known::Is(false);
        let refuses = |group: &&Group| closed || group.takes_guests == Known::Is(false);
        let names: Vec<String> = groups.into_iter().filter(refuses).map(Group::name).collect();
        (!names.is_empty()).then_some(Self::MayTakeNoGuests { groups: names })
    }

    /// The dynamic groups whose rules read what a change writes, and whether there may be others.
    #[must_use]
    pub fn membership_may_change(
        dynamic: &[Group],
        written: &[AddressProperty],
        all_seen: bool,
    ) -> Vec<Self> {
        let reads = |group: &&Group| group.addresses_in_rule().iter().any(|it| written.contains(it));
        let groups: Vec<String> = dynamic.iter().filter(reads).map(Group::name).collect();
        let known = (!groups.is_empty()).then_some(Self::MembershipMayChange { groups });
        known.into_iter().chain((!all_seen).then_some(Self::RulesNotAllSeen)).collect()
    }
}

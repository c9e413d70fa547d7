//! What to know before a change: what may be lost, and what it will not do. Codes and their arguments, no words.

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
    /// `mail` cannot be emptied again (Microsoft Graph: user resource, mail).
    MailCannotBeEmptied,
    /// The guest must accept the invitation again.
    MustAcceptAgain,
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
    /// Some of this could not be read: it may be more.
    NotSeen {
        /// What could not be read.
        what: Relationship,
    },
    /// The directory is read back first; what was done is not repeated.
    ReadsBackFirst,
}

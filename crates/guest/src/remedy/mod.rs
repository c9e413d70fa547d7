//! What can be done, ordered by rising harm: one module for each remedy, one table that names them all.
//!
//! A remedy is one pure value, [`Remedy`]: what it cures, which permissions and roles it needs, when it is offered and
//! with which options, and whether there is a way back. Nothing else in the domain lists remedies.

mod ability;
mod for_many;
mod invitation;
mod note;
mod offer;
mod options;
mod permission;
mod refusal;

pub(crate) use ability::is_privileged;
pub use ability::{Ability, Doubt, may_trace, missing_permissions};
pub use for_many::{ForMany, WhyNotForMany, for_many};
pub use invitation::refused_characters;
pub use note::{PlanNote, Relationship};
pub use offer::{CannotHelp, Fit, NotNow, Offer, Place, Reason, Resolution};
pub(crate) use offer::{Proposal, Situation, offers};
pub use options::{AddressOption, AddressOrigin, GroupOption, Options};
pub use permission::{Permission, READING, TRACING};
pub use refusal::{WhyRefused, why_refused};

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::finding::{Advice, Verdict};

/// The table of remedies: a line each, by rising harm. The line makes the module, the kind and the row; the kind's
/// kebab-case spelling is the remedy's only name, on the wire, in the journal, in ids of sentences and of elements.
macro_rules! remedies {
    ($( $(#[$doc:meta])* $kind:ident = $module:ident; )*) => {
        $( mod $module; )*

        /// A repair. The order of the variants is the order of rising harm.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "contract", derive(ts_rs::TS))]
        #[serde(rename_all = "kebab-case")]
        pub enum RemedyKind { $( $(#[$doc])* $kind, )* }

        impl RemedyKind {
            /// Every remedy, by rising harm.
            pub const ALL: &'static [Self] = &[ $( Self::$kind, )* ];

            /// What the domain knows of it.
            #[must_use]
            pub const fn remedy(self) -> &'static Remedy {
                match self { $( Self::$kind => &$module::REMEDY, )* }
            }
        }
    };
}

remedies! {
    /// Take the address off the object that owns it; done outside the app.
    ResolveConflict = resolve_conflict;
    /// Invite somebody who is not there.
    Invite = invite;
    /// Bring a deleted guest back.
    Restore = restore;
    /// Send the invitation again.
    ResendInvitation = resend_invitation;
    /// Add the guest to the chosen group.
    AddToGroup = add_to_group;
    /// Set the main address.
    SetMail = set_mail;
    /// Keep one address: option 1 of Microsoft's article.
    KeepOneAddress = keep_one_address;
    /// Take the guest out of the group and add them again, which subscribes them.
    RenewMembership = renew_membership;
    /// Let the guest accept again: reset the redemption.
    ResetRedemption = reset_redemption;
    /// Delete, invite and add again: option 2 of Microsoft's article.
    RemoveAndInvite = remove_and_invite;
}

/// Its one name.
impl fmt::Display for RemedyKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

/// What the domain knows of one remedy.
pub struct Remedy {
    /// Which option of Microsoft's support article it is.
    pub option: Option<u8>,
    /// The verdicts it cures: for these it can be the one to do first.
    pub cures: &'static [Verdict],
    /// The permissions the app needs for it.
    pub permissions: &'static [Permission],
    /// The roles one of which the operator needs, by display name; for a guest who holds a role themselves, or is in a
    /// group that can hold roles, the second list.
    pub roles: Roles,
    /// Whether it is steps to read: this app changes nothing for it, and whoever reads them may hand them on.
    pub advice_only: bool,
    /// Whether it changes the account itself, so that a restricted administrative unit has a say.
    pub changes_account: bool,
    /// Whether the organisation may have opened it to everybody, whatever roles say (Microsoft Entra: "Configure
    /// external collaboration settings").
    pub may_be_open_to_all: bool,
    /// Where it can be done instead, as long as this app cannot do it.
    pub elsewhere: Option<Advice>,
    /// Which address of each guest is taken when it is done for many at once; none for one that is done for one guest at
    /// a time. What deletes never is done for many.
    pub for_many: Option<ForMany>,
    /// Whether there is a way back, by what `mail` held before.
    pub way_back: fn(mail_before: Option<&str>) -> WayBack,
    /// Whether it is offered, whether it fits, and what there is to choose: decided here once.
    pub(crate) offer: fn(&Situation<'_>) -> Option<Proposal>,
}

impl fmt::Debug for Remedy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Remedy").field("cures", &self.cures).finish_non_exhaustive()
    }
}

/// The roles that a remedy needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Roles {
    /// For an ordinary guest.
    pub ordinary: &'static [&'static str],
    /// For a guest who holds a role, or is in a group that can (Microsoft Entra: "Who can perform sensitive actions").
    pub privileged: &'static [&'static str],
}

impl Roles {
    /// The same for every guest.
    pub(crate) const fn same(roles: &'static [&'static str]) -> Self {
        Self { ordinary: roles, privileged: roles }
    }

    /// Those for this guest.
    #[must_use]
    pub const fn of(&self, privileged: bool) -> &'static [&'static str] {
        if privileged { self.privileged } else { self.ordinary }
    }
}

/// Whether there is a way back; said before anybody confirms. The order is from the whole way back to none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum WayBack {
    /// Everything goes back.
    Full,
    /// Something stays; the notes of the preview say what.
    Partial,
    /// The original account can be restored, for thirty days (Microsoft Entra: "Recover from deletions"). What was
    /// given to the new one since is lost with it.
    Restore,
    /// Not from here: the account can be deleted again in the Entra admin center, and is then kept for thirty days anew
    /// (docs/decisions/0038-a-restore-is-not-undone.md).
    DeleteAgain,
    /// There is none.
    Impossible,
}

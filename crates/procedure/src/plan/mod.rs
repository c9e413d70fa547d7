//! A plan: what a confirmed remedy will do, made from a fresh look, shown before it is carried out.
//!
//! A plan has a one-time id, lives for fifteen minutes in memory, and is void as soon as another one is made.

mod back;
mod remedy;
mod store;

use guest::plan::{keep_one, remove_and_invite, set_mail};
use guest::{Address, RemedyKind, Undo};
use journal::ChangeId;
use uuid::Uuid;

pub(crate) use back::{changes, to_continue, to_put_back, to_undo};
pub(crate) use remedy::{addresses, for_remedy};
pub(crate) use store::Plans;

use crate::progress::StepKind;
use crate::work::Work;

/// What a plan is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanKind {
    /// A remedy.
    Remedy(RemedyKind),
    /// Undo a remedy that was carried out.
    Undo(RemedyKind),
    /// Go on with a change that was interrupted.
    Continue(RemedyKind),
    /// Put the original account back after an interrupted "remove and invite again".
    PutBack,
}

impl PlanKind {
    /// The remedy it belongs to.
    #[must_use]
    pub fn remedy(self) -> RemedyKind {
        match self {
            Self::Remedy(kind) | Self::Undo(kind) | Self::Continue(kind) => kind,
            Self::PutBack => RemedyKind::RemoveAndInvite,
        }
    }

    /// Its name in the journal. A continuation has none: it goes on in the change it continues.
    pub(crate) fn name(self) -> &'static str {
        match (self, self.remedy()) {
            (Self::PutBack, _) => "put-back",
            (Self::Undo(_), RemedyKind::SetMail) => "undo-set-mail",
            (Self::Undo(_), RemedyKind::KeepOneAddress) => "undo-keep-one-address",
            (Self::Undo(_), _) => "undo-remove-and-invite",
            (_, RemedyKind::SetMail) => "set-mail",
            (_, RemedyKind::KeepOneAddress) => "keep-one-address",
            (_, _) => "remove-and-invite",
        }
    }

    /// The kind behind a name in the journal; none when a later version wrote it.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "put-back" => Self::PutBack,
            "undo-set-mail" => Self::Undo(RemedyKind::SetMail),
            "undo-keep-one-address" => Self::Undo(RemedyKind::KeepOneAddress),
            "undo-remove-and-invite" => Self::Undo(RemedyKind::RemoveAndInvite),
            "set-mail" => Self::Remedy(RemedyKind::SetMail),
            "keep-one-address" => Self::Remedy(RemedyKind::KeepOneAddress),
            "remove-and-invite" => Self::Remedy(RemedyKind::RemoveAndInvite),
            _ => return None,
        })
    }
}

/// What the person chose so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selections {
    /// The address to keep, to set, or to invite.
    pub address: Option<String>,
    /// Object ids of the groups to add him to again; absent: all that can be.
    pub groups: Option<Vec<String>>,
    /// The language of the invitation.
    pub language: Option<String>,
    /// Whether Microsoft mails the invitation.
    pub send: Option<bool>,
}

/// One property before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PropertyChange {
    /// Microsoft Graph's name.
    pub property: &'static str,
    /// Values before; none: known to be empty.
    pub before: Vec<String>,
    /// Values after, as planned or as seen.
    pub after: Vec<String>,
}

/// What surrounds an account and goes with it: how many, or not known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DependentCounts {
    /// App assignments.
    pub apps: Option<usize>,
    /// Sponsors.
    pub sponsors: Option<usize>,
    /// Objects he owns.
    pub owned: Option<usize>,
}

/// What the screen needs of a plan beyond what every plan has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// Keep one address.
    KeepOne {
        /// The addresses to keep one of.
        choices: keep_one::Choices,
        /// The one chosen.
        chosen: Option<keep_one::Choice>,
    },
    /// Set the main address.
    SetMail {
        /// The addresses one of which can be set.
        choices: set_mail::Choices,
        /// The one chosen.
        chosen: Option<Address>,
    },
    /// Remove and invite again.
    RemoveAndInvite {
        /// Addresses, groups, what is lost.
        choices: Box<remove_and_invite::Choices>,
        /// The address chosen.
        chosen: Option<remove_and_invite::Choice>,
        /// Object ids of the groups he is added to again.
        groups: Vec<String>,
        /// The language of the invitation.
        language: String,
        /// Whether Microsoft mails it.
        send: bool,
        /// What goes with the account.
        around: DependentCounts,
    },
    /// Undo, continue or put back: the changes say it all.
    Back {
        /// Whether a new account is removed.
        removes_new: bool,
    },
}

/// Which record a plan is written into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A change of its own.
    New,
    /// A change of its own that takes another back.
    Undoes(ChangeId),
    /// The change that was interrupted.
    Continues(ChangeId),
}

/// A plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Its one-time id; none while something is missing.
    pub id: Option<Uuid>,
    /// What it is for.
    pub kind: PlanKind,
    /// The guest's name, or his address when he has none.
    pub guest_name: String,
    /// His first name.
    pub given_name: Option<String>,
    /// The address he was found by.
    pub searched: Address,
    /// The group that is asked about.
    pub group: Option<String>,
    /// What is to be done; none while something is missing.
    pub work: Option<Work>,
    /// Properties before and after.
    pub changes: Vec<PropertyChange>,
    /// What the screen needs besides.
    pub shown: Shown,
    /// What must be typed to confirm.
    pub confirm_text: Option<String>,
    /// Whether there is a way back.
    pub undo: Undo,
    /// The steps, in order.
    pub steps: Vec<StepKind>,
    /// Which record it is written into.
    pub origin: Origin,
}

/// The steps of a piece of work, in order.
pub(crate) fn steps_of(work: &Work) -> Vec<StepKind> {
    use StepKind as S;
    match work {
        Work::WriteOtherMails { .. } => vec![S::Compare, S::WriteOtherMails, S::ReadBack, S::DiagnoseAgain],
        Work::WriteMail { .. } => vec![S::Compare, S::WriteMail, S::ReadBack, S::DiagnoseAgain],
        Work::Replace(_) => vec![
            S::Compare,
            S::Delete,
            S::AwaitGone,
            S::Invite,
            S::AwaitNew,
            S::AddToGroups,
            S::Replay,
            S::ReadBack,
            S::DiagnoseAgain,
        ],
        Work::PutBack { replacement: Some(_), .. } => {
            vec![S::Compare, S::DeleteNew, S::AwaitGone, S::Restore, S::ReadBack, S::DiagnoseAgain]
        }
        Work::PutBack { replacement: None, .. } => {
            vec![S::Compare, S::Restore, S::ReadBack, S::DiagnoseAgain]
        }
    }
}

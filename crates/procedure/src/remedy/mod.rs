//! How each remedy is carried out: one module for each, one table that names them all.
//!
//! A remedy has a [`Work`]: what is to be done, in a form the journal keeps, so that whoever finds an interrupted change
//! can go on from it. The way back is other work of the same table. Nothing outside this module matches on a remedy.

mod add_to_group;
mod bring_back;
mod draft;
mod elsewhere;
mod field;
mod groups;
mod in_the_way;
mod invite;
mod inviting;
mod keep_one_address;
mod membership;
mod new_account;
mod put_back;
mod remove_and_invite;
mod remove_new;
mod renew_membership;
mod resend_invitation;
mod reset_redemption;
mod restore;
mod set_mail;
mod sponsors;
mod taken;

use async_trait::async_trait;
use graph::{Graph, Operation};
use guest::{AddressProperty, PlanNote, RemedyKind, WayBack};
use serde::{Deserialize, Serialize};
use tokio_util::sync::CancellationToken;

pub use draft::{
    AddressChoice, AddressQuestion, GroupFate, InvitationChoice, NewGuestChoice, Selections, SponsorChoice,
    WhyNoSponsor,
};
pub(crate) use draft::{Draft, Drafting};

use crate::checkpoint::Checkpoint;
use crate::ending::{Applied, Interruption};
use crate::execution::Execution;
use crate::outcome::{Addresses, PropertyChange, StepKind};
use crate::plan_kind::Purpose;
use crate::problem::{ErrorKind, Problem};

/// A piece of work: how it is carried out, gone on with, and taken back.
#[async_trait]
pub(crate) trait Procedure: Send + Sync {
    /// The remedy it belongs to, whose permissions it needs.
    fn remedy(&self) -> RemedyKind;

    /// Object id of the account it is about; none for an address that has no account yet.
    fn account(&self) -> Option<&str>;

    /// Its steps, in order.
    fn steps(&self) -> Vec<StepKind>;

    /// The addresses it writes, which rules of dynamic groups may read.
    fn writes(&self) -> &'static [AddressProperty] {
        &[]
    }

    /// What it changes, as far as properties can show it: as planned, or as seen afterwards.
    fn changes(&self, seen: Option<&Addresses>) -> Vec<PropertyChange>;

    /// What a preview shows of that.
    fn planned(&self) -> Vec<PropertyChange> {
        self.changes(None)
    }

    /// What a preview of it shows when it takes something back: *now* as it was read now. Refused when what it is to
    /// take back does not stand there any more.
    async fn look_back(&self, _: &Graph, _: &CancellationToken) -> Result<Vec<PropertyChange>, Problem> {
        Ok(self.planned())
    }

    /// Carries it out from where it stands: from its beginning, or from where an earlier run of it stopped.
    async fn run(&self, on: &Execution, from: &Checkpoint) -> Result<Applied, Interruption>;

    /// The work that takes it back once it is finished; none when nothing can.
    fn reverse(&self, reached: &Checkpoint) -> Option<Work>;

    /// The work that puts things back when it stopped half-way, as far as it came; none when it can only be gone on with.
    fn put_back(&self, _reached: &Checkpoint) -> Option<Work> {
        None
    }

    /// Object id of the deleted account that it brings back; none when it brings none.
    fn brings_back(&self) -> Option<&str> {
        None
    }

    /// Whether it removes an account from here on: that is confirmed apart, even on a way back.
    fn removes_account(&self, _reached: &Checkpoint) -> bool {
        false
    }

    /// What may be lost, and what to know, when it is shown as a way back or a way on.
    fn remarks(&self, _purpose: Purpose) -> Remarks {
        Remarks::default()
    }

    /// The remedy that comes next when this was carried out and the main address is still missing; none where that is
    /// not known beforehand.
    fn leads_to(&self) -> Option<RemedyKind> {
        None
    }

    /// Whether there is a way back from it. Where what `mail` held decides about that, the work says so itself.
    fn way_back(&self) -> WayBack {
        (self.remedy().remedy().way_back)(None)
    }
}

/// What may be lost, and what to know.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Remarks {
    pub(crate) warnings: Vec<PlanNote>,
    pub(crate) notes: Vec<PlanNote>,
}

/// A remedy that is chosen by a person: what it sends, and how its work is drafted from a fresh look.
trait Drafted: Procedure {
    /// The remedy.
    const REMEDY: RemedyKind;
    /// Every request that changes something, there or back.
    const SENDS: &'static [Operation];
    /// What is asked over its addresses; none where there is no address to choose.
    const QUESTION: Option<AddressQuestion>;
    /// Whether it deletes the guest's account: then it is pressed with care.
    const DELETES: bool;
    /// Drafts it. Changes nothing.
    fn draft(from: &Drafting<'_>) -> impl Future<Output = Result<Draft, Problem>> + Send;
}

/// The table: a line for each work, with its name in the journal. What is drafted is a remedy of its own; what only takes
/// back is not.
macro_rules! table {
    (
        drafted { $( $(#[$doc:meta])* $name:literal $work:ident($type:ty); )* }
        ways_back { $( $(#[$back_doc:meta])* $back_name:literal $back:ident($back_type:ty); )* }
    ) => {
        /// What is to be done.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "work")]
        pub(crate) enum Work {
            $( $(#[$doc])* #[serde(rename = $name)] $work(Box<$type>), )*
            $( $(#[$back_doc])* #[serde(rename = $back_name)] $back(Box<$back_type>), )*
        }

        impl Work {
            /// How it is carried out.
            pub(crate) fn procedure(&self) -> &dyn Procedure {
                match self {
                    $( Self::$work(work) => &**work, )*
                    $( Self::$back(work) => &**work, )*
                }
            }
        }

        /// Drafts a remedy, if this version carries it out.
        pub(crate) async fn draft(remedy: RemedyKind, from: &Drafting<'_>) -> Result<Draft, Problem> {
            $( if <$type>::REMEDY == remedy {
                let draft = <$type>::draft(from).await?;
                let question = <$type>::QUESTION.filter(|_| !draft.addresses.is_empty());
                return Ok(Draft { question, deletes: <$type>::DELETES, ..draft });
            } )*
            Err(ErrorKind::NotForThisGuest.into())
        }

        /// The remedies that this version carries out, with every request by which each changes something, by rising
        /// harm.
        ///
        /// ```
        /// use guest::RemedyKind;
        ///
        /// let carried_out = procedure::remedies();
        /// assert!(carried_out.iter().any(|(kind, _)| *kind == RemedyKind::SetMail));
        /// ```
        #[must_use]
        pub fn remedies() -> Vec<(RemedyKind, &'static [Operation])> {
            let mut all = vec![ $( (<$type>::REMEDY, <$type>::SENDS), )* ];
            all.sort_by_key(|(kind, _)| *kind);
            all
        }
    };
}

table! {
    drafted {
        /// Invite somebody new.
        "invite" Invite(invite::Invite);
        /// Bring a deleted guest back.
        "restore" Restore(restore::Restoring);
        /// Send the invitation again.
        "resend" Resend(resend_invitation::Resend);
        /// Add to a group.
        "add-member" AddMember(add_to_group::AddMember);
        /// Set `mail`.
        "write-mail" WriteMail(set_mail::WriteMail);
        /// Replace `otherMails`.
        "write-other-mails" WriteOtherMails(keep_one_address::WriteOtherMails);
        /// Out of a group and in again.
        "renew-member" RenewMember(renew_membership::RenewMember);
        /// Let the guest accept again.
        "reset" Reset(reset_redemption::Reset);
        /// Remove and invite again.
        "replace" Replace(remove_and_invite::Replacement);
    }
    ways_back {
        /// Take out of the group again.
        "remove-member" RemoveMember(add_to_group::RemoveMember);
        /// Add to the group again, after a renewal that stopped half-way.
        "add-again" AddAgain(renew_membership::AddAgain);
        /// Remove the account that an invitation made.
        "remove-new" RemoveNew(remove_new::RemoveNew);
        /// Remove the new account, if there is one, and restore the original.
        "put-back" PutBack(put_back::PutBack);
    }
}

/// Whether this version carries the remedy out.
#[must_use]
pub fn carries_out(remedy: RemedyKind) -> bool {
    remedies().iter().any(|(kind, _)| *kind == remedy)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// What earlier versions wrote into the journal is still read, and written the same.
    #[test]
    fn every_work_is_read_and_written_as_the_journal_always_had_it() {
        let addresses = json!({ "mail": null, "otherMails": ["a@example.com"], "proxyAddresses": [] });
        let profile = json!({
            "displayName": "Jan", "givenName": null, "surname": null, "companyName": null,
            "jobTitle": null, "department": null, "userType": "Guest",
        });
        for written in [
            json!({ "work": "invite", "address": "a@example.com", "language": "nl-NL", "send": true }),
            json!({
                "work": "invite", "address": "a@example.com", "name": "Jan", "message": "Welcome.",
                "language": "nl-NL", "send": true, "groups": [{ "id": "1", "name": "Sales" }],
                "sponsors": [{ "id": "s", "name": "Sanne" }],
            }),
            json!({ "work": "remove-new", "account": "g" }),
            json!({
                "work": "remove-new", "account": null, "invited": {
                    "address": "a@example.com", "name": null, "by": ["s"], "sent": ["2026-11-22T19:00:00Z"],
                },
            }),
            json!({
                "work": "resend", "guest": "g", "addresses": addresses, "state": "PendingAcceptance",
                "invite": "a@example.com", "language": "nl-NL", "send": true,
            }),
            json!({
                "work": "reset", "guest": "g", "addresses": addresses, "state": "Accepted",
                "invite": "a@example.com", "language": "nl-NL", "send": true,
                "stateChanged": "2026-11-22T19:00:00Z",
            }),
            json!({ "work": "write-other-mails", "guest": "g", "before": ["a"], "after": ["b"] }),
            json!({ "work": "write-mail", "guest": "g", "before": null, "proxiesBefore": [], "after": "a" }),
            json!({
                "work": "replace", "guest": "g", "userName": "u", "addresses": addresses, "invite": "a@example.com",
                "language": "nl-NL", "send": true, "groups": [{ "id": "1", "name": "Sales" }], "memberOf": ["1"],
                "profile": profile, "sponsors": ["s"],
                "apps": [{ "resourceId": "r", "appRoleId": "a", "name": "App" }],
            }),
            json!({ "work": "put-back", "original": "g", "replacement": null }),
            json!({
                "work": "restore", "guest": "g",
                "held": { "mail": ["a"], "otherMails": [], "proxyAddresses": ["SMTP:a"] },
            }),
            json!({ "work": "restore", "guest": "g", "held": {}, "without": ["a"] }),
            json!({ "work": "add-member", "guest": "g", "group": { "id": "1", "name": "Sales" } }),
            json!({ "work": "renew-member", "guest": "g", "group": { "id": "1", "name": "Sales" } }),
            json!({ "work": "add-again", "guest": "g", "group": { "id": "1", "name": "Sales" } }),
            json!({
                "work": "add-again", "guest": "g", "group": { "id": "1", "name": "Sales" }, "unsure": true,
            }),
            json!({ "work": "remove-member", "guest": "g", "group": { "id": "1", "name": "Sales" } }),
        ] {
            let work: Work = serde_json::from_value(written.clone()).unwrap();
            assert_eq!(serde_json::to_value(&work).unwrap(), written);
        }
    }

    #[test]
    fn what_is_carried_out_needs_permissions_and_sends_something() {
        for (kind, sends) in remedies() {
            assert!(!kind.remedy().permissions.is_empty() && !sends.is_empty(), "{kind:?}");
        }
    }
}

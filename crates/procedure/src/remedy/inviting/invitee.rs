//! A guest who is there and is invited again: whom, at which address, and how the account stood. The account that answers
//! must be theirs, and what it holds is read back.

use graph::{GraphProblemKind, Invitation};
use guest::{Address, Fit, RemedyKind, User};
use journal::Transition;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::super::{Draft, Drafting};
use super::{Letter, choice, note_of_link, refusal};
use crate::checkpoint::payload;
use crate::ending::{Applied, Interruption};
use crate::examination::Examination;
use crate::execution::{Execution, RequestOutcome};
use crate::outcome::{Addresses, PropertyChange, Realisation, StepKind, StepState, same};
use crate::problem::{ErrorKind, Problem};
use crate::seen;

/// The fields of the account that an invitation must leave alone.
const ADDRESSES: [&str; 3] = ["mail", "otherMails", "proxyAddresses"];
/// Microsoft Graph's name of how the invitation stands.
pub(in super::super) const STATE: &str = "externalUserState";

/// Whom, at which address, and how the account stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in super::super) struct Invitee {
    /// Object id.
    pub(in super::super) guest: String,
    /// Its addresses.
    addresses: Addresses,
    /// `externalUserState`.
    pub(in super::super) state: Option<String>,
    /// The address to invite.
    pub(in super::super) invite: String,
    /// The language of the message.
    language: String,
    /// Whether Microsoft mails it.
    send: bool,
}

impl Invitee {
    /// As it is chosen, once an address is; and the draft around it.
    pub(in super::super) fn draft(from: &Drafting<'_>) -> Result<(Option<Self>, Draft), Problem> {
        let user = from.seen.guest()?;
        let picked = from.picked()?;
        let choice = choice(from);
        let invitee = picked.map(|picked| Self {
            guest: user.id.clone(),
            addresses: Addresses::from(user),
            state: user.external_user_state.value().cloned(),
            invite: picked.address.as_str().to_owned(),
            language: choice.language.clone(),
            send: choice.send,
        });
        let mut draft = from.begun(picked);
        draft.notes.push(note_of_link(&choice));
        Ok((invitee, Draft { invitation: Some(choice), ..draft }))
    }

    /// How the account stood, for the first row of the record.
    pub(in super::super) fn before(&self) -> Value {
        json!({ "addresses": self.addresses, STATE: self.state })
    }

    /// The invitation.
    pub(in super::super) fn letter(&self) -> Letter<'_> {
        Letter { address: &self.invite, language: &self.language, send: self.send, ..Letter::default() }
    }

    /// What of its addresses is not as it was.
    pub(in super::super) fn changed_addresses(&self, seen: &Addresses) -> Vec<PropertyChange> {
        let differs = |property: &&'static str| !same(&self.addresses.of(property), &seen.of(property));
        let change = |property| PropertyChange {
            property,
            before: self.addresses.of(property),
            after: Some(seen.of(property)),
        };
        ADDRESSES.into_iter().filter(differs).map(change).collect()
    }

    /// How the account is must be how it was, and the address one that the remedy is still offered for: at one that is not
    /// theirs the invitation would make a second account.
    pub(in super::super) fn compare(&self, seen: &Examination, remedy: RemedyKind) -> Result<(), Problem> {
        let user = seen.guest()?;
        if user.external_user_state.value() != self.state.as_ref() {
            return Err(ErrorKind::TenantChanged { property: STATE }.into());
        }
        let now = Addresses::from(user);
        if let Some(property) = ADDRESSES.into_iter().find(|it| !same(&now.of(it), &self.addresses.of(it))) {
            return Err(ErrorKind::TenantChanged { property }.into());
        }
        let offer = seen.diagnosis.offer(remedy);
        let options =
            offer.and_then(|offer| if let Fit::Fits(options) = &offer.fit { Some(options) } else { None });
        let invite = Address::recorded(&self.invite);
        let still = options.is_some_and(|options| {
            options.addresses.iter().any(|option| Some(&option.address) == invite.as_ref())
        });
        if still { Ok(()) } else { Err(ErrorKind::NotForThisGuest.into()) }
    }

    /// Sends it, once.
    pub(in super::super) async fn send_off(
        &self,
        on: &Execution,
        letter: Letter<'_>,
    ) -> Result<RequestOutcome<Invitation>, Interruption> {
        letter.send_off(on, |id| self.is(id)).await
    }

    fn is(&self, id: &str) -> bool {
        id.eq_ignore_ascii_case(&self.guest)
    }

    /// What came of it: the id in the answer must be the guest's own.
    pub(in super::super) fn answered(
        &self,
        on: &Execution,
        outcome: RequestOutcome<Invitation>,
    ) -> Result<(), Interruption> {
        match outcome {
            RequestOutcome::Acknowledged(invitation) if self.is(&invitation.invited_user.id) => {
                on.keep_link(invitation.invite_redeem_url);
                on.show(StepKind::Invite, StepState::Done);
                Ok(())
            }
            RequestOutcome::Acknowledged(invitation) => {
                on.show(StepKind::Invite, StepState::Refused);
                let (address, found) = (self.invite.clone(), invitation.invited_user.id);
                Err(Interruption::Void(ErrorKind::InvitedSomebodyElse { address, found }.into()))
            }
            RequestOutcome::Rejected(problem) => {
                on.show(StepKind::Invite, StepState::Refused);
                Err(refusal(&self.invite, problem).into())
            }
            RequestOutcome::Unknown(problem) => {
                on.show(StepKind::Invite, StepState::Unknown);
                Err(problem.into())
            }
        }
    }

    /// The account, once it shows what is looked for; none when it never does.
    pub(in super::super) async fn sight(
        &self,
        on: &Execution,
        shows: impl Fn(&User) -> bool + Copy,
    ) -> Result<Option<User>, Problem> {
        let graph = &on.signed_in.graph;
        on.await_sight(async || match graph.user(&self.guest, &on.cancel).await {
            Ok(user) => Ok(Some(seen::user(&user)).filter(shows)),
            Err(problem) if problem.kind == GraphProblemKind::NotFound => Ok(None),
            Err(problem) => Err(problem.into()),
        })
        .await
    }

    /// The account must show what is looked for. What it was to become is `planned`; what of it is told is what it has
    /// become.
    pub(in super::super) async fn read_back(
        &self,
        on: &Execution,
        planned: Vec<PropertyChange>,
        shows: impl Fn(&User) -> bool + Copy,
    ) -> Result<Applied, Interruption> {
        on.show(StepKind::ReadBack, StepState::Running);
        // A look that fails, or is stopped, stops nothing that was done.
        let found = self.sight(on, shows).await.ok().flatten();
        let after = payload(&found.as_ref().map(
            |user| json!({ "addresses": Addresses::from(user), STATE: user.external_user_state.value() }),
        ));
        let (state, transition) = match &found {
            Some(_) => (StepState::Done, Transition::Verified { after }),
            None => (StepState::NotYetVisible, Transition::NotYetVisible { seen: after }),
        };
        on.show(StepKind::ReadBack, state);
        on.note(transition).await?;
        Ok(Applied {
            seen: found.is_some(),
            made: if found.is_some() { Realisation::Seen } else { Realisation::NotSeenYet },
            changes: found.map_or(planned, |user| self.differences(&user)),
            unrestored: Vec::new(),
            account: Some(self.guest.clone()),
        })
    }

    /// What of the account is not as it was.
    fn differences(&self, user: &User) -> Vec<PropertyChange> {
        let mut all = self.changed_addresses(&Addresses::from(user));
        let now = user.external_user_state.value();
        if now != self.state.as_ref() {
            let (before, after) = (self.state.iter().cloned().collect(), now.into_iter().cloned().collect());
            all.push(PropertyChange { property: STATE, before, after: Some(after) });
        }
        all
    }
}

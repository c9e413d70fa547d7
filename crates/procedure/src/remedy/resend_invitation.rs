//! *Send the invitation again*: one request, which leaves the account as it is. What it brings is a message, if one is
//! wished, and a link.

use async_trait::async_trait;
use graph::{GraphProblemKind, Operation};
use guest::{Address, Fit, PlanNote, RemedyKind, User};
use journal::Transition;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::inviting::{self, Letter};
use super::{AddressQuestion, Draft, Drafted, Drafting, Procedure, Remarks, Work};
use crate::checkpoint::{Checkpoint, payload};
use crate::ending::{Applied, Interruption};
use crate::examination::Examination;
use crate::execution::{Execution, RequestOutcome};
use crate::outcome::{Addresses, PropertyChange, Realisation, StepKind, StepState, same};
use crate::plan_kind::Purpose;
use crate::problem::{ErrorKind, Problem};
use crate::seen;

/// The fields of the account that an invitation must leave alone.
const ADDRESSES: [&str; 3] = ["mail", "otherMails", "proxyAddresses"];
const STATE: &str = "externalUserState";

/// Send the invitation again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Resend {
    /// Object id.
    guest: String,
    /// Its addresses.
    addresses: Addresses,
    /// `externalUserState`.
    state: Option<String>,
    /// The address to invite.
    invite: String,
    /// The language of the message.
    language: String,
    /// Whether Microsoft mails it.
    send: bool,
}

impl Drafted for Resend {
    const REMEDY: RemedyKind = RemedyKind::ResendInvitation;
    const SENDS: &'static [Operation] = &[Operation::Invite];
    const QUESTION: Option<AddressQuestion> = Some(AddressQuestion::Invite);
    const DELETES: bool = false;

    async fn draft(from: &Drafting<'_>) -> Result<Draft, Problem> {
        let user = from.seen.guest()?;
        let picked = from.picked()?;
        let choice = inviting::choice(from);
        let work = picked.map(|picked| Self {
            guest: user.id.clone(),
            addresses: Addresses::from(user),
            state: user.external_user_state.value().cloned(),
            invite: picked.address.as_str().to_owned(),
            language: choice.language.clone(),
            send: choice.send,
        });
        let mut draft = from.begun(picked);
        draft.notes.push(inviting::note_of_link(&choice));
        let work = work.map(|work| Work::Resend(Box::new(work)));
        Ok(Draft { work, invitation: Some(choice), ..draft })
    }
}

#[async_trait]
impl Procedure for Resend {
    fn remedy(&self) -> RemedyKind {
        RemedyKind::ResendInvitation
    }

    fn account(&self) -> Option<&str> {
        Some(&self.guest)
    }

    fn steps(&self) -> Vec<StepKind> {
        vec![StepKind::Compare, StepKind::Invite, StepKind::ReadBack, StepKind::DiagnoseAgain]
    }

    /// Nothing; of an account that was read back, what it does not hold as before.
    fn changes(&self, seen: Option<&Addresses>) -> Vec<PropertyChange> {
        let Some(seen) = seen else { return Vec::new() };
        let differs = |property: &&'static str| !same(&self.addresses.of(property), &seen.of(property));
        let change = |property| PropertyChange {
            property,
            before: self.addresses.of(property),
            after: Some(seen.of(property)),
        };
        ADDRESSES.into_iter().filter(differs).map(change).collect()
    }

    async fn run(&self, on: &Execution, from: &Checkpoint) -> Result<Applied, Interruption> {
        if from.new_account() == Some(self.guest.as_str()) {
            // An earlier run had its answer: what is left is to look.
            on.show(StepKind::Compare, StepState::Skipped);
            on.show(StepKind::Invite, StepState::Skipped);
        } else {
            on.show(StepKind::Compare, StepState::Running);
            self.compare(&on.examine(&self.guest).await?).map_err(|problem| {
                // What was sent is out of reach, and sending it once more is another change.
                if from.is_resumed() { Interruption::Void(problem) } else { problem.into() }
            })?;
            on.intend(from, &json!({ "addresses": self.addresses, STATE: self.state })).await?;
            on.show(StepKind::Compare, StepState::Done);
            on.may_go_on()?;
            self.invite(on).await?;
        }
        self.read_back(on).await
    }

    /// What was sent has arrived.
    fn reverse(&self, _: &Checkpoint) -> Option<Work> {
        None
    }

    fn remarks(&self, purpose: Purpose) -> Remarks {
        let again = (purpose == Purpose::Continue).then_some(PlanNote::MayArriveTwice);
        Remarks { notes: again.into_iter().collect(), ..Remarks::default() }
    }
}

impl Resend {
    /// The guest has still not accepted, and has the address still: at one that is not theirs the invitation would make
    /// a second account.
    fn compare(&self, seen: &Examination) -> Result<(), Problem> {
        let user = seen.guest()?;
        if user.external_user_state.value() != self.state.as_ref() {
            return Err(ErrorKind::TenantChanged { property: STATE }.into());
        }
        let now = Addresses::from(user);
        if let Some(property) = ADDRESSES.into_iter().find(|it| !same(&now.of(it), &self.addresses.of(it))) {
            return Err(ErrorKind::TenantChanged { property }.into());
        }
        let offer = seen.diagnosis.offer(RemedyKind::ResendInvitation);
        let options =
            offer.and_then(|offer| if let Fit::Fits(options) = &offer.fit { Some(options) } else { None });
        let invite = Address::recorded(&self.invite);
        let still = options.is_some_and(|options| {
            options.addresses.iter().any(|option| Some(&option.address) == invite.as_ref())
        });
        if still { Ok(()) } else { Err(ErrorKind::NotForThisGuest.into()) }
    }

    /// The id in the answer must be the guest's own. Nothing in the directory tells whether one whose answer was lost was
    /// sent: that stays unknown, until somebody sends it once more.
    async fn invite(&self, on: &Execution) -> Result<(), Interruption> {
        on.show(StepKind::Invite, StepState::Running);
        let letter =
            Letter { address: &self.invite, language: &self.language, send: self.send, ..Letter::default() };
        let is_ours = |id: &str| id.eq_ignore_ascii_case(&self.guest);
        match letter.send_off(on, is_ours).await? {
            RequestOutcome::Acknowledged(invitation) if is_ours(&invitation.invited_user.id) => {
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
                Err(inviting::refusal(&self.invite, problem).into())
            }
            RequestOutcome::Unknown(problem) => {
                on.show(StepKind::Invite, StepState::Unknown);
                Err(problem.into())
            }
        }
    }

    /// The account must be seen, as it was.
    async fn read_back(&self, on: &Execution) -> Result<Applied, Interruption> {
        on.show(StepKind::ReadBack, StepState::Running);
        let sight = on.await_sight(async || match on.signed_in.graph.user(&self.guest, &on.cancel).await {
            Ok(user) => Ok(Some(seen::user(&user))),
            Err(problem) if problem.kind == GraphProblemKind::NotFound => Ok(None),
            Err(problem) => Err(problem.into()),
        });
        // A look that fails, or is stopped, stops nothing that was done.
        let found = sight.await.ok().flatten();
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
            changes: found.iter().flat_map(|user| self.differences(user)).collect(),
            unrestored: Vec::new(),
            account: self.guest.clone(),
        })
    }

    /// What of the account is not as it was. That is somebody else's doing, or the guest's, who may have accepted.
    fn differences(&self, user: &User) -> Vec<PropertyChange> {
        let mut all = self.changes(Some(&Addresses::from(user)));
        let now = user.external_user_state.value();
        if now != self.state.as_ref() {
            let (before, after) = (self.state.iter().cloned().collect(), now.into_iter().cloned().collect());
            all.push(PropertyChange { property: STATE, before, after: Some(after) });
        }
        all
    }
}

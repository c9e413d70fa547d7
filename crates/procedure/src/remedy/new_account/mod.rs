//! A new account by an invitation: sent once, found again when its answer was lost, never taken for somebody else's; what
//! it is given, and how it is removed again. Who is there already is invited again in [`super::inviting`].

mod groups;
mod profile;
mod read_back;
mod removal;
mod sent;

use graph::{GraphProblem, GraphProblemKind, User};
use guest::{Fit, OwnerRef, RemedyKind};
use jiff::Timestamp;
use serde_json::json;

pub(super) use self::groups::{Given, NotGiven, add_to_groups};
pub(crate) use self::profile::{AppAssignment, Profile};
pub(super) use self::read_back::{Promised, read_back};
pub(super) use self::removal::{find, remove};
pub(crate) use self::sent::SentInvitation;
use super::in_the_way::in_the_way;
use super::inviting::{Letter, refusal};
use crate::checkpoint::{Checkpoint, step};
use crate::ending::Interruption;
use crate::examination::Examination;
use crate::execution::{Execution, RequestOutcome};
use crate::outcome::{NamedObject, StepKind, StepState};
use crate::problem::{ErrorKind, Problem, WhyNotInvited};
use crate::sight::Whereabouts;

/// An account that an invitation is to make.
#[derive(Debug, Clone, Copy)]
pub(super) struct NewAccount<'a> {
    /// The invitation.
    pub(super) letter: Letter<'a>,
    /// Object id of the account whose place it takes; none where nobody has the address.
    pub(super) original: Option<&'a str>,
}

impl NewAccount<'_> {
    /// The id of the new account, seen and proven to be ours; with what was done for it so far. One that somebody deleted
    /// since is invited anew where it takes another's place; otherwise that was what somebody wanted.
    pub(super) async fn make(
        &self,
        on: &Execution,
        from: &Checkpoint,
    ) -> Result<(String, Checkpoint), Interruption> {
        if let Some(id) = from.new_account() {
            let found = on.somewhere(id).await?;
            if found == Some(Whereabouts::Live) {
                on.show(StepKind::Invite, StepState::Skipped);
                self.await_new(on, id, from).await?;
                return Ok((id.to_owned(), from.clone()));
            }
            if self.original.is_none() {
                return Err(match found {
                    Some(_) => Interruption::Void(ErrorKind::ChangedSince.into()),
                    None => ErrorKind::NotVisibleInTime.into(),
                });
            }
        }
        let from = from.without_new_account();
        let id = self.invite(on, &from).await?;
        self.await_new(on, &id, &from).await?;
        Ok((id, from))
    }

    /// The invitation whose account is not known, or is only known by the id that came with the answer.
    pub(super) fn unproven(&self, reached: &Checkpoint) -> Option<SentInvitation> {
        let sent = reached.effects().doubts(step::INVITE);
        let named = reached.new_account().is_some() && !reached.is_new_account_proven();
        let by = reached.by().map(str::to_owned).into_iter().collect();
        (named || !sent.is_empty()).then(|| self.invitation(by, sent.to_vec()))
    }

    /// The invitation as it was sent by these accounts, at these times.
    fn invitation(&self, by: Vec<String>, sent: Vec<Timestamp>) -> SentInvitation {
        let Letter { address, name, sponsors, .. } = self.letter;
        let named = sponsors.iter().map(|sponsor| sponsor.id.clone());
        SentInvitation {
            address: address.to_owned(),
            name: name.map(str::to_owned),
            by: by.into_iter().chain(named).collect(),
            sent,
        }
    }

    /// The same, by an earlier run or by this one.
    fn sent(&self, on: &Execution, from: &Checkpoint) -> SentInvitation {
        let by = from.by().into_iter().chain([on.signed_in.account.user_id.as_str()]);
        self.invitation(by.map(str::to_owned).collect(), on.doubts(step::INVITE))
    }

    /// Invites, and gives the id of the new account.
    async fn invite(&self, on: &Execution, from: &Checkpoint) -> Result<String, Interruption> {
        on.show(StepKind::Invite, StepState::Running);
        let sent = self.sent(on, from);
        let before = sent.holders(on).await?.users;
        if !sent.sent.is_empty() {
            let found = match self.original {
                Some(_) => sent.find_among(on, &before, self.original).await?,
                // A second message is not sent before the first was looked for as long as the directory may be behind.
                None => on.await_sight(|| sent.find(on, None)).await?,
            };
            if let Some(id) = found {
                return Ok(adopt(on, id).await?);
            }
        }
        if self.original.is_none() && from.is_resumed() {
            self.still_free(on).await?;
        }
        on.may_go_on()?;
        // Only a new account is recorded as ours: what is recorded so is added to groups, and removed on the way back.
        match self.letter.send_off(on, |id| self.is_new(&before, id)).await? {
            RequestOutcome::Acknowledged(invitation) => {
                let found = invitation.invited_user.id;
                if !self.is_new(&before, &found) {
                    return Err(self.other_account(on, found));
                }
                on.keep_link(invitation.invite_redeem_url);
                on.show(StepKind::Invite, StepState::Done);
                Ok(found)
            }
            RequestOutcome::Rejected(problem) => {
                on.show(StepKind::Invite, StepState::Refused);
                Err(self.refused(on, problem).await.into())
            }
            RequestOutcome::Unknown(problem) => self.find_lost(on, from, problem).await,
        }
    }

    /// Gone on with, the address may be somebody's by now. Then what was sent made nothing that shows, and nothing else is
    /// sent.
    async fn still_free(&self, on: &Execution) -> Result<(), Interruption> {
        let seen = on.examine_address(None).await?;
        let Err(problem) = address_is_free(&seen) else { return Ok(()) };
        let taken = matches!(problem.kind, ErrorKind::AddressConflict { .. } | ErrorKind::NotInvited { .. });
        if taken { Err(Interruption::Void(problem)) } else { Err(problem.into()) }
    }

    /// Only a plain refusal is about the invitation; not having reached the server, having to wait or to prove more is not.
    /// For a conflict the objects in the way are named, as for an address that is written.
    async fn refused(&self, on: &Execution, problem: GraphProblem) -> Problem {
        let asks_for_more = matches!(problem.kind, GraphProblemKind::StepUpRequired { .. });
        if asks_for_more || problem.is_about_connection() {
            return problem.into();
        }
        let Some(original) = self.original else { return refusal(self.letter.address, problem) };
        let address = self.letter.address.to_owned();
        let owners = if let GraphProblemKind::Conflict { objects, .. } = &problem.kind {
            in_the_way(on, original, &address, objects).await
        } else {
            Vec::new()
        };
        Problem { kind: ErrorKind::InvitationRefused { address, owners }, ..problem.into() }
    }

    /// Where it takes no other's place there is nothing to go on with, and nothing of ours to put back.
    fn other_account(&self, on: &Execution, found: String) -> Interruption {
        on.show(StepKind::Invite, StepState::Refused);
        if self.original.is_some() {
            return ErrorKind::InvitationOtherAccount { found }.into();
        }
        let address = self.letter.address.to_owned();
        Interruption::Void(ErrorKind::InvitedSomebodyElse { address, found }.into())
    }

    async fn find_lost(
        &self,
        on: &Execution,
        from: &Checkpoint,
        problem: GraphProblem,
    ) -> Result<String, Interruption> {
        on.show(StepKind::Invite, StepState::Unknown);
        let sent = self.sent(on, from);
        match on.await_sight(|| sent.find(on, self.original)).await {
            Ok(Some(id)) => Ok(adopt(on, id).await?),
            Ok(None) => Err(problem.into()),
            Err(failed) => {
                tracing::info!(?failed, "an invitation whose answer was lost could not be looked for");
                Err(problem.into())
            }
        }
    }

    /// Waits until the new account can be seen, and makes sure that it is the one our invitation made.
    async fn await_new(&self, on: &Execution, new: &str, from: &Checkpoint) -> Result<(), Interruption> {
        on.show(StepKind::AwaitNew, StepState::Running);
        let graph = &on.signed_in.graph;
        let seen = on.await_sight(async || match graph.user(new, &on.cancel).await {
            Ok(user) => Ok(Some(user)),
            Err(problem) if problem.kind == GraphProblemKind::NotFound => Ok(None),
            Err(problem) => Err(problem.into()),
        });
        let Some(user) = seen.await? else {
            on.show(StepKind::AwaitNew, StepState::NotYetVisible);
            return Err(ErrorKind::NotVisibleInTime.into());
        };
        // The answer named it: what clocks say does not count.
        let sent = SentInvitation { sent: Vec::new(), ..self.sent(on, from) };
        if !from.is_new_account_proven() && !sent.made(on, &user).await? {
            on.found_not_done(step::INVITE).await?;
            return Err(self.other_account(on, new.to_owned()));
        }
        on.show(StepKind::AwaitNew, StepState::Done);
        Ok(())
    }

    /// The invitation may answer with an account that was there before: then nothing was made, and going on would change
    /// somebody else's account.
    fn is_new(&self, before: &[User], id: &str) -> bool {
        Some(id) != self.original && before.iter().all(|user| user.id != id)
    }
}

async fn adopt(on: &Execution, id: String) -> Result<String, Problem> {
    on.found_done(step::INVITE, json!({ "guest": id, "seen": true })).await?;
    on.show(StepKind::Invite, StepState::Done);
    Ok(id)
}

/// Whether nobody has the address, and nothing owns it: whoever is invited then gets a main address. What was not read is
/// no sign that it is free.
pub(super) fn address_is_free(seen: &Examination) -> Result<(), Problem> {
    let diagnosis = &seen.diagnosis;
    if diagnosis.offer(RemedyKind::Invite).is_some_and(|offer| matches!(offer.fit, Fit::Fits(_))) {
        return Ok(());
    }
    let address = seen.facts.searched.as_str().to_owned();
    let named = |owner: &OwnerRef| NamedObject { id: owner.id.clone(), name: owner.name().to_owned() };
    let owners = diagnosis.findings.iter().filter_map(|finding| finding.owner.as_ref());
    let owners: Vec<NamedObject> = owners.map(named).collect();
    Err(if diagnosis.subject.is_some() || !diagnosis.candidates.is_empty() {
        ErrorKind::NotInvited { address, why: WhyNotInvited::AlreadyThere }
    } else if owners.is_empty() {
        ErrorKind::NotForThisGuest
    } else {
        ErrorKind::AddressConflict { address, owners }
    }
    .into())
}

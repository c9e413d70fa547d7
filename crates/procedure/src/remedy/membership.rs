//! One guest in one group: what both remedies over a membership have in common. How it stands, adding, taking out, reading
//! back, and why a server refused.
//!
//! What a server answers is not what counts: whether the guest is a member is read back.

use graph::{Graph, GraphProblem, GraphProblemKind};
use guest::{Known, WhyNot};
use journal::Transition;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use super::Drafting;
use crate::checkpoint::{Checkpoint, payload, step};
use crate::ending::{Applied, Interruption};
use crate::execution::{Execution, RequestOutcome};
use crate::outcome::{NamedObject, PropertyChange, Realisation, StepKind, StepState};
use crate::problem::{ErrorKind, Problem};
use crate::seen;
use crate::sight::{READ_BACK_DELAYS, Whereabouts};

/// Microsoft Graph's name of the groups a user is in.
pub(super) const MEMBER_OF: &str = "memberOf";

/// One guest in one group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Membership {
    /// Object id.
    pub(super) guest: String,
    /// The group.
    pub(super) group: NamedObject,
}

/// How it stands.
pub(super) struct CurrentMembership {
    /// Whether the guest is a member.
    pub(super) is_member: bool,
    /// Why the members of the group cannot be changed; none where they can be.
    pub(super) closed: Option<ErrorKind>,
}

impl Membership {
    /// Of the guest who is drafted for, in this group.
    pub(super) fn of(from: &Drafting<'_>, group: NamedObject) -> Result<Self, Problem> {
        Ok(Self { guest: from.seen.guest()?.id.clone(), group })
    }

    /// The name of the request that makes the guest a member, or none.
    pub(super) fn request(&self, wanted: bool) -> String {
        if wanted { step::group(&self.group.id) } else { step::out_of_group(&self.group.id) }
    }

    /// What it is before and after: the groups that this is about, which is one.
    pub(super) fn change(&self, before: bool, after: bool) -> Vec<PropertyChange> {
        let names = |is_in: bool| is_in.then(|| self.group.name.clone()).into_iter().collect();
        vec![PropertyChange { property: MEMBER_OF, before: names(before), after: Some(names(after)) }]
    }

    /// How it stands now. A guest who is not there is gone.
    pub(super) async fn read(
        &self,
        graph: &Graph,
        cancel: &CancellationToken,
    ) -> Result<CurrentMembership, Problem> {
        let (user, groups, group) = ask(self, graph, cancel).await;
        user?;
        let is_member = groups?.iter().any(|one| one.id == self.group.id);
        let closed = match group {
            Ok(group) => self.closed(&group),
            Err(problem) if problem.kind == GraphProblemKind::NotFound => Some(self.gone()),
            Err(problem) => return Err(problem.into()),
        };
        Ok(CurrentMembership { is_member, closed })
    }

    fn closed(&self, group: &graph::Group) -> Option<ErrorKind> {
        let why = seen::group(group).membership_writable().err()?;
        Some(self.not_writable(why))
    }

    pub(super) fn not_writable(&self, why: WhyNot) -> ErrorKind {
        ErrorKind::GroupNotWritable { group: self.group.name.clone(), why }
    }

    fn gone(&self) -> ErrorKind {
        ErrorKind::GroupGone { group: self.group.name.clone() }
    }

    /// Whether the guest is in the group; asked of the guest, whose groups are few.
    async fn is_in(&self, on: &Execution) -> Result<bool, Problem> {
        let groups = on.signed_in.graph.memberships(&self.guest, &on.cancel).await?;
        Ok(groups.iter().any(|one| one.id == self.group.id))
    }

    /// Waits until the guest is, or is not, in the group; whether that was seen.
    pub(super) async fn is_seen(&self, on: &Execution, wanted: bool) -> Result<bool, Problem> {
        let seen = on.await_sight(async || Ok((self.is_in(on).await? == wanted).then_some(())));
        Ok(seen.await?.is_some())
    }

    /// Compares with the preview: whether the request that makes the guest a member, or none, is still to be sent. Where
    /// nobody knows whether one of an earlier run was carried out it is looked for, for as long as the directory may be
    /// behind. Somebody else who did the same is `changed`; and where nothing can be sent any more, why.
    pub(super) async fn is_to_be_sent(
        &self,
        on: &Execution,
        from: &Checkpoint,
        wanted: bool,
        changed: ErrorKind,
    ) -> Result<bool, Interruption> {
        on.show(StepKind::Compare, StepState::Running);
        let name = self.request(wanted);
        let in_doubt = !on.doubts(&name).is_empty();
        if from.is_done(&name) || (in_doubt && self.is_seen(on, wanted).await?) {
            return Ok(self.found(on, wanted).await?);
        }
        let now = self.read(&on.signed_in.graph, &on.cancel).await?;
        if now.is_member == wanted {
            if in_doubt {
                return Ok(self.found(on, wanted).await?);
            }
            return Err(if from.is_resumed() { Interruption::Void(changed.into()) } else { changed.into() });
        }
        if let Some(closed) = now.closed {
            // With the group went whatever could tell whether it was done.
            if in_doubt && matches!(closed, ErrorKind::GroupGone { .. }) {
                return Err(Interruption::Void(closed.into()));
            }
            // What was sent shows nowhere, and never will.
            if in_doubt {
                on.found_not_done(&name).await?;
            }
            return Err(closed.into());
        }
        on.show(StepKind::Compare, StepState::Done);
        Ok(true)
    }

    /// It was done by an earlier run: settled, and not sent again.
    async fn found(&self, on: &Execution, wanted: bool) -> Result<bool, Problem> {
        let name = self.request(wanted);
        if !on.doubts(&name).is_empty() {
            on.found_done(&name, json!({ "seen": true })).await?;
        }
        on.show(StepKind::Compare, StepState::Skipped);
        on.show(step_of(wanted), StepState::Skipped);
        Ok(false)
    }

    /// Adds the guest, waiting while the directory does not know them everywhere. That they are a member already counts
    /// only once it was seen: who added them then is told by nobody, unless a request of ours is in doubt.
    pub(super) async fn add(&self, on: &Execution) -> Result<(), Interruption> {
        on.show(StepKind::AddToGroup, StepState::Running);
        let (name, uncancelled) = (self.request(true), CancellationToken::new());
        let mut unknown_to_it = None;
        for delay in READ_BACK_DELAYS {
            on.pause(delay).await?;
            let request = on.signed_in.graph.add_member(&self.group.id, &self.guest, &uncancelled);
            match on.send(&name, request, |()| json!({})).await? {
                RequestOutcome::Acknowledged(()) => {
                    on.show(StepKind::AddToGroup, StepState::Done);
                    return Ok(());
                }
                RequestOutcome::Rejected(problem) if problem.kind == GraphProblemKind::AlreadyReferenced => {
                    return self.already(on, problem).await;
                }
                // Usual for minutes after an invitation; and what is said of a guest who is gone.
                RequestOutcome::Rejected(problem) if problem.is_reference_unknown() => {
                    let live = on.whereabouts(&self.guest).await? == Whereabouts::Live;
                    unknown_to_it = Some(problem);
                    if !live {
                        break;
                    }
                }
                RequestOutcome::Rejected(problem) => {
                    return Err(self.refused(on, problem, true).await.into());
                }
                // The read-back tells.
                RequestOutcome::Unknown(_) => {
                    on.show(StepKind::AddToGroup, StepState::Unknown);
                    return Ok(());
                }
            }
        }
        Err(match unknown_to_it {
            Some(problem) => self.refused(on, problem, true).await.into(),
            None => ErrorKind::NotVisibleInTime.into(),
        })
    }

    async fn already(&self, on: &Execution, problem: GraphProblem) -> Result<(), Interruption> {
        if !self.is_seen(on, true).await? {
            on.show(StepKind::AddToGroup, StepState::Refused);
            return Err(self.refused(on, problem, true).await.into());
        }
        if !on.doubts(&self.request(true)).is_empty() {
            on.found_done(&self.request(true), json!({ "already": true })).await?;
        }
        on.show(StepKind::AddToGroup, StepState::Done);
        Ok(())
    }

    /// Takes the guest out. False where they were out already, and no request of ours did it.
    pub(super) async fn remove(&self, on: &Execution) -> Result<bool, Interruption> {
        on.show(StepKind::RemoveFromGroup, StepState::Running);
        let (name, uncancelled) = (self.request(false), CancellationToken::new());
        let request = on.signed_in.graph.remove_member(&self.group.id, &self.guest, &uncancelled);
        match on.send(&name, request, |()| json!({})).await? {
            RequestOutcome::Acknowledged(()) => on.show(StepKind::RemoveFromGroup, StepState::Done),
            // No member any more, or the guest, or the group, is not there. A look tells.
            RequestOutcome::Rejected(problem) if problem.kind == GraphProblemKind::NotFound => {
                if !matches!(self.is_seen(on, false).await, Ok(true)) {
                    return Err(self.refused(on, problem, false).await.into());
                }
                if on.doubts(&name).is_empty() {
                    on.show(StepKind::RemoveFromGroup, StepState::Skipped);
                    return Ok(false);
                }
                on.found_done(&name, json!({ "seen": true })).await?;
                on.show(StepKind::RemoveFromGroup, StepState::Done);
            }
            RequestOutcome::Rejected(problem) => return Err(self.refused(on, problem, false).await.into()),
            RequestOutcome::Unknown(_) => on.show(StepKind::RemoveFromGroup, StepState::Unknown),
        }
        Ok(true)
    }

    /// A refusal in words of its own, where what is read now says why. Everything else is told in the server's words.
    async fn refused(&self, on: &Execution, problem: GraphProblem, adding: bool) -> Problem {
        on.show(
            step_of(adding),
            if problem.is_transient() { StepState::Unknown } else { StepState::Refused },
        );
        match self.why(on, &problem, adding).await {
            Some(kind) => Problem { kind, ..problem.into() },
            // "Not found" is said of the guest elsewhere; here both are there.
            None if problem.is_reference_unknown() => {
                Problem { kind: ErrorKind::ServerRefused, ..problem.into() }
            }
            None => problem.into(),
        }
    }

    async fn why(&self, on: &Execution, problem: &GraphProblem, adding: bool) -> Option<ErrorKind> {
        use GraphProblemKind as K;
        let denied = matches!(problem.kind, K::Refused { .. });
        let said_no =
            matches!(problem.kind, K::BadRequest { .. } | K::MasteredElsewhere | K::AlreadyReferenced);
        if !denied && !said_no && !problem.is_reference_unknown() {
            return None;
        }
        let graph = &on.signed_in.graph;
        let group = match graph.group(&self.group.id, &on.cancel).await {
            Ok(group) => group,
            Err(problem) if problem.kind == K::NotFound => return Some(self.gone()),
            Err(_) => return None,
        };
        if let Some(closed) = self.closed(&group) {
            return Some(closed);
        }
        if problem.is_reference_unknown() {
            let whereabouts = on.somewhere(&self.guest).await.ok()?;
            return (whereabouts != Some(Whereabouts::Live)).then_some(ErrorKind::GuestGone);
        }
        if denied && self.owner_no_more(on).await {
            return Some(ErrorKind::OwnerNoMore { group: self.group.name.clone() });
        }
        let takes_none = denied && adding && self.takes_guests(on).await == Known::Is(false);
        takes_none.then(|| self.not_writable(WhyNot::TakesNoGuests))
    }

    /// Whether the operator owned the group when they signed in, and is seen to own it no more.
    async fn owner_no_more(&self, on: &Execution) -> bool {
        let owned = &on.signed_in.account.operator.owned_groups;
        if !owned.is_and(|groups| groups.contains(&self.group.id)) {
            return false;
        }
        let now = on.signed_in.graph.my_groups(&on.cancel).await;
        now.is_ok_and(|groups| groups.iter().all(|group| group.id != self.group.id))
    }

    /// Whether new guests may be added, by the settings of the group and of the organisation (Microsoft Entra: "Cmdlets
    /// for configuring group settings": the organisation's no counts for every group).
    pub(super) async fn takes_guests(&self, on: &Execution) -> Known<bool> {
        let ids = [self.group.id.clone()];
        let settings = on.signed_in.graph.settings_of_groups(&ids, &on.cancel).await;
        let own = match settings.as_deref() {
            Ok([own]) => seen::takes_guests(own),
            Ok(_) | Err(_) => Known::Unknown,
        };
        let organisation = match on.examine(&self.guest).await {
            Ok(seen) => seen.facts.organisation.may_add_guests,
            Err(_) => Known::Unknown,
        };
        match (own, organisation) {
            (Known::Is(false), _) | (_, Known::Is(false)) => Known::Is(false),
            (Known::Is(true), Known::Is(true)) => Known::Is(true),
            (Known::Unknown, _) | (_, Known::Unknown) => Known::Unknown,
        }
    }

    /// Reads back until the guest is, or is not, in the group, whichever was asked for.
    pub(super) async fn read_back(
        &self,
        on: &Execution,
        wanted: bool,
        changes: Vec<PropertyChange>,
    ) -> Result<Applied, Interruption> {
        on.show(StepKind::ReadBack, StepState::Running);
        let mut last = None;
        for delay in READ_BACK_DELAYS {
            // Stopping the wait stops nothing that was done: what was seen so far is what is told.
            if on.pause(delay).await.is_err() {
                break;
            }
            match self.is_in(on).await {
                Ok(is_in) => last = Some(is_in),
                Err(problem) => tracing::info!(?problem, "not read back yet"),
            }
            if last == Some(wanted) {
                break;
            }
        }
        let (seen, name) = (last == Some(wanted), self.request(wanted));
        let unanswered = !on.doubts(&name).is_empty();
        if !seen && unanswered {
            on.show(StepKind::ReadBack, StepState::NotYetVisible);
            return Err(ErrorKind::AnswerLost.into());
        }
        if unanswered {
            on.found_done(&name, json!({ "seen": true })).await?;
            on.show(step_of(wanted), StepState::Done);
        }
        let body = payload(&json!({ "member": last }));
        let (state, transition) = if seen {
            (StepState::Done, Transition::Verified { after: body })
        } else {
            (StepState::NotYetVisible, Transition::NotYetVisible { seen: body })
        };
        on.show(StepKind::ReadBack, state);
        on.note(transition).await?;
        let made = if seen { Realisation::Seen } else { Realisation::NotSeenYet };
        Ok(Applied { seen, made, changes, unrestored: Vec::new(), account: Some(self.guest.clone()) })
    }
}

/// The step that makes the guest a member, or none.
fn step_of(wanted: bool) -> StepKind {
    if wanted { StepKind::AddToGroup } else { StepKind::RemoveFromGroup }
}

/// The guest, their groups and the group, at once.
async fn ask(
    of: &Membership,
    graph: &Graph,
    cancel: &CancellationToken,
) -> (
    Result<graph::User, GraphProblem>,
    Result<Vec<graph::Group>, GraphProblem>,
    Result<graph::Group, GraphProblem>,
) {
    tokio::join!(
        graph.user(&of.guest, cancel),
        graph.memberships(&of.guest, cancel),
        graph.group(&of.group.id, cancel),
    )
}

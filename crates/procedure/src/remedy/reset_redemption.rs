//! *Let the guest accept again*: the redemption of an invitation is reset, so that the guest accepts anew, with the account
//! behind the chosen address. The account, its groups and its assignments stay (Microsoft Entra External ID: "Reset
//! redemption status").

use async_trait::async_trait;
use graph::{GraphProblem, GraphProblemKind, NotInvitable, Operation};
use guest::{PlanNote, RemedyKind, User};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::inviting::{Invitee, Letter, STATE};
use super::{AddressQuestion, Draft, Drafted, Drafting, Procedure, Remarks, Work};
use crate::checkpoint::{Checkpoint, step};
use crate::ending::{Applied, Interruption};
use crate::execution::{Execution, RequestOutcome};
use crate::outcome::{Addresses, PropertyChange, StepKind, StepState};
use crate::plan_kind::Purpose;
use crate::problem::Problem;
use crate::sight::READ_BACK_DELAYS;

/// What `externalUserState` is of a guest who has not accepted (Microsoft Graph: user resource).
const PENDING: &str = "PendingAcceptance";

/// Reset the redemption.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Reset {
    #[serde(flatten)]
    to: Invitee,
    /// `externalUserStateChangeDateTime`: another one shows a reset of a guest who accepted again at once.
    state_changed: Option<Timestamp>,
}

impl Drafted for Reset {
    const REMEDY: RemedyKind = RemedyKind::ResetRedemption;
    const SENDS: &'static [Operation] = &[Operation::Invite];
    const QUESTION: Option<AddressQuestion> = Some(AddressQuestion::Invite);
    const DELETES: bool = false;

    async fn draft(from: &Drafting<'_>) -> Result<Draft, Problem> {
        let (to, draft) = Invitee::draft(from)?;
        let state_changed = from.seen.guest()?.external_user_state_changed.value().copied();
        let work = to.map(|to| Self { to, state_changed });
        let changes = work.as_ref().map(|work| work.changes(None)).unwrap_or_default();
        Ok(Draft { work: work.map(|work| Work::Reset(Box::new(work))), changes, ..draft })
    }
}

#[async_trait]
impl Procedure for Reset {
    fn remedy(&self) -> RemedyKind {
        RemedyKind::ResetRedemption
    }

    fn account(&self) -> Option<&str> {
        Some(&self.to.guest)
    }

    fn steps(&self) -> Vec<StepKind> {
        vec![StepKind::Compare, StepKind::Invite, StepKind::ReadBack, StepKind::DiagnoseAgain]
    }

    /// How the invitation stands; of an account that was read back, also what else it does not hold as before.
    fn changes(&self, seen: Option<&Addresses>) -> Vec<PropertyChange> {
        let before = self.to.state.iter().cloned().collect();
        let state = PropertyChange { property: STATE, before, after: Some(vec![PENDING.to_owned()]) };
        let others = seen.map(|seen| self.to.changed_addresses(seen)).unwrap_or_default();
        std::iter::once(state).chain(others).collect()
    }

    async fn run(&self, on: &Execution, from: &Checkpoint) -> Result<Applied, Interruption> {
        let was_asked = from.new_account() == Some(self.to.guest.as_str()) || self.was_found(on).await?;
        if was_asked || !self.is_to_be_asked(on, from).await? {
            on.show(StepKind::Compare, StepState::Skipped);
            on.show(StepKind::Invite, StepState::Skipped);
        } else {
            on.intend(from, &self.to.before()).await?;
            on.show(StepKind::Compare, StepState::Done);
            on.may_go_on()?;
            self.ask(on).await?;
        }
        self.to.read_back(on, self.changes(None), |user| self.shows(user)).await
    }

    /// How the guest signed in before is theirs to bring back, by accepting with that account.
    fn reverse(&self, _: &Checkpoint) -> Option<Work> {
        None
    }

    fn remarks(&self, purpose: Purpose) -> Remarks {
        let again = (purpose == Purpose::Continue).then_some(PlanNote::MayArriveTwice);
        Remarks { warnings: vec![PlanNote::MustAcceptAgain], notes: again.into_iter().collect() }
    }
}

impl Reset {
    /// Whether the account shows that it was reset.
    fn shows(&self, user: &User) -> bool {
        let pending = user.external_user_state.value().is_some_and(|it| it.eq_ignore_ascii_case(PENDING));
        let changed = user.external_user_state_changed.value();
        pending || changed.is_some_and(|changed| Some(changed) != self.state_changed.as_ref())
    }

    /// Whether one whose answer was lost is seen to have been carried out. Its link went with the answer.
    async fn was_found(&self, on: &Execution) -> Result<bool, Problem> {
        if on.doubts(step::INVITE).is_empty() || self.to.sight(on, |user| self.shows(user)).await?.is_none() {
            return Ok(false);
        }
        self.found(on).await?;
        Ok(true)
    }

    async fn found(&self, on: &Execution) -> Result<(), Problem> {
        on.found_done(step::INVITE, json!({ "guest": self.to.guest, "seen": true })).await
    }

    /// Compares with the preview. An address that was written a moment ago must show before it is asked for
    /// (msgraph-beta-sdk-dotnet issue 394). The last look may show what no look before it did: that it was carried out.
    async fn is_to_be_asked(&self, on: &Execution, from: &Checkpoint) -> Result<bool, Interruption> {
        on.show(StepKind::Compare, StepState::Running);
        let is_it = |value: &String| value.eq_ignore_ascii_case(&self.to.invite);
        let holds = |user: &User| {
            let others = user.other_mails.get().into_iter().flatten();
            user.mail.value().into_iter().chain(others).any(is_it)
        };
        // Where it never shows, the comparison says what stands there instead.
        self.to.sight(on, holds).await?;
        let seen = on.examine(&self.to.guest).await?;
        let in_doubt = !on.doubts(step::INVITE).is_empty();
        if in_doubt && seen.guest().is_ok_and(|user| self.shows(user)) {
            self.found(on).await?;
            return Ok(false);
        }
        self.to.compare(&seen, self.remedy()).map_err(|problem| {
            if from.is_resumed() { Interruption::Void(problem) } else { problem.into() }
        })?;
        Ok(true)
    }

    /// Asks, and asks again while the address is not known to the invitation yet, for as long as the directory may be
    /// behind. One whose answer was lost is looked for, and not repeated.
    async fn ask(&self, on: &Execution) -> Result<(), Interruption> {
        on.show(StepKind::Invite, StepState::Running);
        let letter = Letter { reset: Some(&self.to.guest), ..self.to.letter() };
        let mut last = None;
        for delay in READ_BACK_DELAYS {
            on.pause(delay).await?;
            let outcome = self.to.send_off(on, letter).await?;
            let again = matches!(&outcome, RequestOutcome::Rejected(problem) if is_not_known_yet(problem));
            last = Some(outcome);
            if !again {
                break;
            }
        }
        let Some(outcome) = last else { return Ok(()) };
        let is_unknown = matches!(outcome, RequestOutcome::Unknown(_));
        match self.to.answered(on, outcome) {
            Err(_) if is_unknown && self.was_found(on).await.unwrap_or_default() => {
                on.show(StepKind::Invite, StepState::Done);
                Ok(())
            }
            ended => ended,
        }
    }
}

/// "The email you're using to invite this user doesn't match any emails on the user object": seen right after the address
/// was written.
fn is_not_known_yet(problem: &GraphProblem) -> bool {
    matches!(problem.kind, GraphProblemKind::NotInvitable { why: NotInvitable::NotOnTheAccount })
}

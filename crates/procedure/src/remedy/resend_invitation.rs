//! *Send the invitation again*: one request, which leaves the account as it is. What it brings is a message, if one is
//! wished, and a link.

use async_trait::async_trait;
use graph::Operation;
use guest::{PlanNote, RemedyKind};
use serde::{Deserialize, Serialize};

use super::inviting::Invitee;
use super::{AddressQuestion, Draft, Drafted, Drafting, Procedure, Remarks, Work};
use crate::checkpoint::Checkpoint;
use crate::ending::{Applied, Interruption};
use crate::execution::Execution;
use crate::outcome::{Addresses, PropertyChange, StepKind, StepState};
use crate::plan_kind::Purpose;
use crate::problem::Problem;

/// Send the invitation again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Resend {
    #[serde(flatten)]
    to: Invitee,
}

impl Drafted for Resend {
    const REMEDY: RemedyKind = RemedyKind::ResendInvitation;
    const SENDS: &'static [Operation] = &[Operation::Invite];
    const QUESTION: Option<AddressQuestion> = Some(AddressQuestion::Invite);
    const DELETES: bool = false;

    async fn draft(from: &Drafting<'_>) -> Result<Draft, Problem> {
        let (to, draft) = Invitee::draft(from)?;
        let work = to.map(|to| Work::Resend(Box::new(Self { to })));
        Ok(Draft { work, ..draft })
    }
}

#[async_trait]
impl Procedure for Resend {
    fn remedy(&self) -> RemedyKind {
        RemedyKind::ResendInvitation
    }

    fn account(&self) -> Option<&str> {
        Some(&self.to.guest)
    }

    fn steps(&self) -> Vec<StepKind> {
        vec![StepKind::Compare, StepKind::Invite, StepKind::ReadBack, StepKind::DiagnoseAgain]
    }

    /// Nothing; of an account that was read back, what it does not hold as before.
    fn changes(&self, seen: Option<&Addresses>) -> Vec<PropertyChange> {
        seen.map(|seen| self.to.changed_addresses(seen)).unwrap_or_default()
    }

    async fn run(&self, on: &Execution, from: &Checkpoint) -> Result<Applied, Interruption> {
        if from.new_account() == Some(self.to.guest.as_str()) {
            // An earlier run had its answer: what is left is to look.
            on.show(StepKind::Compare, StepState::Skipped);
            on.show(StepKind::Invite, StepState::Skipped);
        } else {
            on.show(StepKind::Compare, StepState::Running);
            self.to.compare(&on.examine(&self.to.guest).await?, self.remedy()).map_err(|problem| {
                // What was sent is out of reach, and sending it once more is another change.
                if from.is_resumed() { Interruption::Void(problem) } else { problem.into() }
            })?;
            on.intend(from, &self.to.before()).await?;
            on.show(StepKind::Compare, StepState::Done);
            on.may_go_on()?;
            on.show(StepKind::Invite, StepState::Running);
            // Nothing in the directory tells whether one whose answer was lost was sent: that stays unknown, until somebody
            // sends it once more.
            let outcome = self.to.send_off(on, self.to.letter()).await?;
            self.to.answered(on, outcome)?;
        }
        // That the account is seen is enough: what of it is not as it was is somebody else's doing, or the guest's, who
        // may have accepted.
        self.to.read_back(on, Vec::new(), |_| true).await
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

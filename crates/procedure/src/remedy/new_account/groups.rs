//! Adding a new account to groups. What a server answers is not what counts: what the account has is read back
//! ([`super::read_back`]).

use graph::GraphProblemKind;
use serde_json::json;
use tokio_util::sync::CancellationToken;

use crate::checkpoint::{Checkpoint, step};
use crate::ending::Interruption;
use crate::execution::{Execution, RequestOutcome};
use crate::outcome::{NamedObject, StepKind, StepState, Unrestored};
use crate::sight::READ_BACK_DELAYS;

/// Something that was not plainly given.
#[derive(Debug)]
pub(in crate::remedy) struct NotGiven {
    /// What.
    pub(in crate::remedy) what: Unrestored,
    /// The answer to a request for it was lost, now or in an earlier run: it may still show.
    pub(in crate::remedy) in_doubt: bool,
}

/// What became of one gift.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::remedy) enum Given {
    /// The server said yes.
    Yes,
    /// The server said no.
    Refused,
    /// Nobody knows yet.
    Unknown,
}

impl Given {
    /// What a refusal of this request tells: nothing, while it is not known what became of an earlier one.
    pub(in crate::remedy) fn refused(on: &Execution, name: &str) -> Self {
        if on.doubts(name).is_empty() { Self::Refused } else { Self::Unknown }
    }

    /// What is said of it, unless it was plainly given.
    pub(in crate::remedy) fn not(self, what: impl FnOnce() -> Unrestored) -> Option<NotGiven> {
        (self != Self::Yes).then(|| NotGiven { what: what(), in_doubt: self == Self::Unknown })
    }
}

/// Adds the guest to each group in turn; names those of which it is not plain that they took them.
pub(in crate::remedy) async fn add_to_groups(
    on: &Execution,
    groups: &[NamedObject],
    new: &str,
    from: &Checkpoint,
) -> Result<Vec<NotGiven>, Interruption> {
    let total = groups.len();
    let mut left = Vec::new();
    for (index, group) in groups.iter().enumerate() {
        on.show_part(StepKind::AddToGroups, StepState::Running, (index, total));
        on.may_go_on()?;
        if !from.is_done(&step::group(&group.id)) {
            left.extend(add_to_group(on, group, new).await?.not(|| Unrestored::Group(group.clone())));
        }
    }
    let state = match (total, left.is_empty()) {
        (0, _) => StepState::Skipped,
        (_, true) => StepState::Done,
        (_, false) => StepState::Refused,
    };
    on.show_part(StepKind::AddToGroups, state, (total - left.len(), total));
    Ok(left)
}

/// Adds the guest, waiting while the new account is not known everywhere yet.
async fn add_to_group(on: &Execution, group: &NamedObject, new: &str) -> Result<Given, Interruption> {
    let name = step::group(&group.id);
    let uncancelled = CancellationToken::new();
    let mut given = Given::refused(on, &name);
    for delay in READ_BACK_DELAYS {
        on.pause(delay).await?;
        match on
            .send(&name, on.signed_in.graph.add_member(&group.id, new, &uncancelled), |()| json!({}))
            .await?
        {
            RequestOutcome::Acknowledged(()) => return Ok(Given::Yes),
            RequestOutcome::Rejected(problem) if problem.kind == GraphProblemKind::AlreadyReferenced => {
                on.found_done(&name, json!({ "already": true })).await?;
                return Ok(Given::Yes);
            }
            // The reference is not known yet: usual for minutes after an invitation.
            RequestOutcome::Rejected(problem) if problem.is_reference_unknown() => {}
            RequestOutcome::Rejected(problem) if problem.is_transient() => return Err(problem.into()),
            RequestOutcome::Rejected(_) => return Ok(given),
            // Reading back tells; adding a member twice is refused by the server and harms nothing.
            RequestOutcome::Unknown(_) => {
                given = Given::Unknown;
                if is_member(on, new, &group.id).await {
                    on.found_done(&name, json!({ "seen": true })).await?;
                    return Ok(Given::Yes);
                }
            }
        }
    }
    Ok(given)
}

async fn is_member(on: &Execution, new: &str, group: &str) -> bool {
    let groups = on.signed_in.graph.memberships(new, &on.cancel).await;
    groups.is_ok_and(|all| all.iter().any(|one| one.id == group))
}

//! Writing `otherMails` or `mail`: compare, write, read back.

use graph::Changed;
use guest::{FindingCode, User};
use journal::Transition;
use serde_json::json;
use tokio_util::sync::CancellationToken;

use super::execution::{Execution, READ_BACK_DELAYS, RequestOutcome};
use super::{Applied, Interruption, Unrestored};
use crate::plan::{PropertyChange, addresses};
use crate::problem::{ErrorKind, Problem};
use crate::progress::{StepKind, StepState};
use crate::record::{payload, step};
use crate::seen;
use crate::work::Work;

/// One field, before and after.
struct Writing<'a> {
    guest: &'a str,
    property: &'static str,
    kind: StepKind,
    before: Vec<String>,
    after: Vec<String>,
}

impl<'a> Writing<'a> {
    fn of(work: &'a Work) -> Self {
        match work {
            Work::WriteOtherMails { guest, before, after } => Self {
                guest,
                property: "otherMails",
                kind: StepKind::WriteOtherMails,
                before: before.clone(),
                after: after.clone(),
            },
            Work::WriteMail { guest, before, after, .. } => Self {
                guest,
                property: "mail",
                kind: StepKind::WriteMail,
                before: before.iter().cloned().collect(),
                after: vec![after.clone()],
            },
            Work::Replace(_) | Work::PutBack { .. } => Self {
                guest: work.guest(),
                property: "",
                kind: StepKind::Compare,
                before: Vec::new(),
                after: Vec::new(),
            },
        }
    }

    /// What stands in the field now.
    fn now(&self, user: &User) -> Vec<String> {
        let held = addresses(user);
        if self.property == "mail" { held.mail.into_iter().collect() } else { held.other_mails }
    }

    /// The order of `otherMails` means nothing; the case of what was written comes back as the server keeps it.
    fn same(left: &[String], right: &[String]) -> bool {
        let sorted = |values: &[String]| {
            let mut values: Vec<String> = values.iter().map(|value| value.to_ascii_lowercase()).collect();
            values.sort();
            values
        };
        sorted(left) == sorted(right)
    }

    /// Whether the field, and for `mail` the primary that goes with it, stand as intended.
    fn stands(&self, user: &User) -> (bool, bool) {
        let written = Self::same(&self.now(user), &self.after);
        let primary = self.property != "mail"
            || self.after.iter().all(|mail| {
                addresses(user).proxy_addresses.iter().any(|proxy| {
                    proxy.strip_prefix("SMTP:").is_some_and(|primary| primary.eq_ignore_ascii_case(mail))
                })
            });
        (written, primary)
    }
}

/// Compares with the preview, writes, reads back until it is seen.
pub(crate) async fn write(on: &Execution, work: &Work) -> Result<Applied, Interruption> {
    let writing = Writing::of(work);
    on.show(StepKind::Compare, StepState::Running);
    let user = current(on, &writing).await?;
    let already = on.earlier.is_some() && writing.stands(&user).0;
    if !already {
        compare(on, &writing, &user).await?;
    }
    on.show(StepKind::Compare, StepState::Done);
    if already {
        on.show(writing.kind, StepState::Skipped);
    } else {
        on.intend(&addresses(&user)).await?;
        on.may_go_on().map_err(Interruption::Unchanged)?;
        send(on, &writing).await?;
    }
    read_back(on, &writing).await
}

async fn current(on: &Execution, writing: &Writing<'_>) -> Result<User, Interruption> {
    let user = on
        .signed_in
        .graph
        .user(writing.guest, &on.cancel)
        .await
        .map_err(|problem| before(on, problem.into()))?;
    Ok(seen::user(&user))
}

/// A problem before this run sent anything: the change is untouched, or as an earlier run left it.
fn before(on: &Execution, problem: Problem) -> Interruption {
    if on.earlier.is_some() { Interruption::Midway(problem) } else { Interruption::Unchanged(problem) }
}

/// What stands there must be what the preview showed, and nobody else may own the address by now.
async fn compare(on: &Execution, writing: &Writing<'_>, user: &User) -> Result<(), Interruption> {
    if !Writing::same(&writing.now(user), &writing.before) {
        let what = match on.plan.origin {
            crate::plan::Origin::New => ErrorKind::TenantChanged { property: writing.property },
            crate::plan::Origin::Undoes(_) | crate::plan::Origin::Continues(_) => ErrorKind::ChangedSince,
        };
        return Err(if on.earlier.is_some() {
            Interruption::Void(what.into())
        } else {
            Interruption::Unchanged(what.into())
        });
    }
    if writing.property == "mail" {
        let look = on.examine(writing.guest).await.map_err(|problem| before(on, problem))?;
        let conflict = look.diagnosis.findings.iter().find(|finding| finding.code == FindingCode::Conflict);
        if let Some(owner) = conflict.and_then(|finding| finding.owner.as_ref()) {
            let what = ErrorKind::AddressConflict {
                address: owner.address.as_str().to_owned(),
                owner: owner.display_name.clone(),
            };
            return Err(before(on, what.into()));
        }
    }
    Ok(())
}

async fn send(on: &Execution, writing: &Writing<'_>) -> Result<(), Interruption> {
    on.show(writing.kind, StepState::Running);
    let uncancelled = CancellationToken::new();
    let graph = &on.signed_in.graph;
    let request = async {
        match (writing.property, writing.after.first()) {
            ("mail", Some(mail)) => graph.set_mail(writing.guest, mail, &uncancelled).await,
            _ => graph.set_other_mails(writing.guest, &writing.after, &uncancelled).await,
        }
    };
    match on.send(step::WRITE, request, |()| json!({})).await? {
        RequestOutcome::Acknowledged(()) => on.show(writing.kind, StepState::Done),
        RequestOutcome::Rejected(problem) => {
            on.show(writing.kind, StepState::Refused);
            return Err(Interruption::Unchanged(refused(writing, problem)));
        }
        // The read-back tells.
        RequestOutcome::Unknown(_) => on.show(writing.kind, StepState::Unknown),
    }
    Ok(())
}

/// A conflict names the address that was to be written.
fn refused(writing: &Writing<'_>, problem: graph::GraphProblem) -> Problem {
    let mut problem = Problem::from(problem);
    if let ErrorKind::AddressConflict { address, .. } = &mut problem.kind {
        *address = writing.after.first().cloned().unwrap_or_default();
    }
    problem
}

async fn read_back(on: &Execution, writing: &Writing<'_>) -> Result<Applied, Interruption> {
    on.show(StepKind::ReadBack, StepState::Running);
    let mut last = None;
    for wait in READ_BACK_DELAYS {
        // Stopping the wait stops nothing that was done: what was seen so far is what is told.
        if on.pause(wait).await.is_err() {
            break;
        }
        match on.signed_in.graph.user(writing.guest, &on.cancel).await {
            Ok(user) => last = Some(seen::user(&user)),
            Err(problem) => tracing::info!(%problem, "not read back yet"),
        }
        if last.as_ref().is_some_and(|user| writing.stands(user) == (true, true)) {
            break;
        }
    }
    settle(on, writing, last).await
}

async fn settle(on: &Execution, writing: &Writing<'_>, last: Option<User>) -> Result<Applied, Interruption> {
    let (written, primary) = last.as_ref().map_or((false, false), |user| writing.stands(user));
    let seen = payload(&last.as_ref().map(addresses));
    let unanswered =
        on.journal.change(on.id).await.is_ok_and(|record| record.unanswered().contains(&step::WRITE));
    if !written && unanswered {
        on.show(StepKind::ReadBack, StepState::NotYetVisible);
        let problem = Problem { changed: Changed::Unknown, ..ErrorKind::AnswerLost.into() };
        return Err(Interruption::Midway(problem));
    }
    if unanswered {
        on.found_done(step::WRITE, json!({ "seen": true })).await?;
        on.show(writing.kind, StepState::Done);
    }
    let (state, transition) = if written && primary {
        (StepState::Done, Transition::Verified { after: seen })
    } else {
        (StepState::NotYetVisible, Transition::NotYetVisible { seen })
    };
    on.show(StepKind::ReadBack, state);
    on.note(transition).await.map_err(Interruption::Midway)?;
    let after = last.as_ref().map(|user| writing.now(user)).unwrap_or_default();
    Ok(Applied {
        seen: written && primary,
        changes: vec![PropertyChange { property: writing.property, before: writing.before.clone(), after }],
        left: if written && !primary { vec![Unrestored::ProxyNotAdded] } else { Vec::new() },
        guest: writing.guest.to_owned(),
    })
}

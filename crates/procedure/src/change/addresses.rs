//! Writing `otherMails` or `mail`: compare, write, read back.

use graph::Changed;
use guest::{FindingCode, User};
use journal::Transition;
use serde_json::json;
use tokio_util::sync::CancellationToken;

use super::run::{LOOKS, Run, Sent};
use super::{Come, Halt, Left};
use crate::plan::{Changing, addresses};
use crate::problem::{Problem, What};
use crate::record::{payload, step};
use crate::seen;
use crate::watch::{StepKind, StepState};
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
pub(crate) async fn write(run: &Run, work: &Work) -> Result<Come, Halt> {
    let writing = Writing::of(work);
    run.show(StepKind::Compare, StepState::Running);
    let user = current(run, &writing).await?;
    let already = run.earlier.is_some() && writing.stands(&user).0;
    if !already {
        compare(run, &writing, &user).await?;
    }
    run.show(StepKind::Compare, StepState::Done);
    if already {
        run.show(writing.kind, StepState::Skipped);
    } else {
        run.intend(&addresses(&user)).await?;
        run.may_go_on().map_err(Halt::Unchanged)?;
        send(run, &writing).await?;
    }
    read_back(run, &writing).await
}

async fn current(run: &Run, writing: &Writing<'_>) -> Result<User, Halt> {
    let user = run
        .seat
        .graph
        .user(writing.guest, &run.cancel)
        .await
        .map_err(|problem| before(run, problem.into()))?;
    Ok(seen::user(&user))
}

/// A problem before this run sent anything: the change is untouched, or as an earlier run left it.
fn before(run: &Run, problem: Problem) -> Halt {
    if run.earlier.is_some() { Halt::Midway(problem) } else { Halt::Unchanged(problem) }
}

/// What stands there must be what the preview showed, and nobody else may own the address by now.
async fn compare(run: &Run, writing: &Writing<'_>, user: &User) -> Result<(), Halt> {
    if !Writing::same(&writing.now(user), &writing.before) {
        let what = match run.plan.origin {
            crate::plan::Origin::New => What::TenantChanged { property: writing.property },
            crate::plan::Origin::Undoes(_) | crate::plan::Origin::Continues(_) => What::ChangedSince,
        };
        return Err(if run.earlier.is_some() {
            Halt::Void(what.into())
        } else {
            Halt::Unchanged(what.into())
        });
    }
    if writing.property == "mail" {
        let look = run.look(writing.guest).await.map_err(|problem| before(run, problem))?;
        let conflict = look.diagnosis.findings.iter().find(|finding| finding.code == FindingCode::Conflict);
        if let Some(owner) = conflict.and_then(|finding| finding.owner.as_ref()) {
            let what = What::AddressConflict {
                address: owner.address.as_str().to_owned(),
                owner: owner.display_name.clone(),
            };
            return Err(before(run, what.into()));
        }
    }
    Ok(())
}

async fn send(run: &Run, writing: &Writing<'_>) -> Result<(), Halt> {
    run.show(writing.kind, StepState::Running);
    let uncancelled = CancellationToken::new();
    let graph = &run.seat.graph;
    let request = async {
        match (writing.property, writing.after.first()) {
            ("mail", Some(mail)) => graph.set_mail(writing.guest, mail, &uncancelled).await,
            _ => graph.set_other_mails(writing.guest, &writing.after, &uncancelled).await,
        }
    };
    match run.send(step::WRITE, request, |()| json!({})).await? {
        Sent::Done(()) => run.show(writing.kind, StepState::Done),
        Sent::Refused(problem) => {
            run.show(writing.kind, StepState::Refused);
            return Err(Halt::Unchanged(refused(writing, problem)));
        }
        // The read-back tells.
        Sent::Lost(_) => run.show(writing.kind, StepState::Unknown),
    }
    Ok(())
}

/// A conflict names the address that was to be written.
fn refused(writing: &Writing<'_>, problem: graph::GraphProblem) -> Problem {
    let mut problem = Problem::from(problem);
    if let What::AddressConflict { address, .. } = &mut problem.what {
        *address = writing.after.first().cloned().unwrap_or_default();
    }
    problem
}

async fn read_back(run: &Run, writing: &Writing<'_>) -> Result<Come, Halt> {
    run.show(StepKind::ReadBack, StepState::Running);
    let mut last = None;
    for wait in LOOKS {
        // Stopping the wait stops nothing that was done: what was seen so far is what is told.
        if run.pause(wait).await.is_err() {
            break;
        }
        match run.seat.graph.user(writing.guest, &run.cancel).await {
            Ok(user) => last = Some(seen::user(&user)),
            Err(problem) => tracing::info!(%problem, "not read back yet"),
        }
        if last.as_ref().is_some_and(|user| writing.stands(user) == (true, true)) {
            break;
        }
    }
    settle(run, writing, last).await
}

async fn settle(run: &Run, writing: &Writing<'_>, last: Option<User>) -> Result<Come, Halt> {
    let (written, primary) = last.as_ref().map_or((false, false), |user| writing.stands(user));
    let seen = payload(&last.as_ref().map(addresses));
    let unanswered =
        run.journal.change(run.id).await.is_ok_and(|record| record.unanswered().contains(&step::WRITE));
    if !written && unanswered {
        run.show(StepKind::ReadBack, StepState::NotYetVisible);
        let problem = Problem { changed: Changed::Unknown, ..What::AnswerLost.into() };
        return Err(Halt::Midway(problem));
    }
    if unanswered {
        run.found_done(step::WRITE, json!({ "seen": true })).await?;
        run.show(writing.kind, StepState::Done);
    }
    let (state, transition) = if written && primary {
        (StepState::Done, Transition::Verified { after: seen })
    } else {
        (StepState::NotYetVisible, Transition::NotYetVisible { seen })
    };
    run.show(StepKind::ReadBack, state);
    run.note(transition).await.map_err(Halt::Midway)?;
    let after = last.as_ref().map(|user| writing.now(user)).unwrap_or_default();
    Ok(Come {
        seen: written && primary,
        changes: vec![Changing { property: writing.property, before: writing.before.clone(), after }],
        left: if written && !primary { vec![Left::ProxyNotAdded] } else { Vec::new() },
        guest: writing.guest.to_owned(),
    })
}

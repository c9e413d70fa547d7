//! *Restore*: brings a guest back who was deleted, as they were.
//!
//! There is no way back from here: docs/decisions/0038-a-restore-is-not-undone.md.

use async_trait::async_trait;
use graph::Operation;
use guest::{PlanNote, RemedyKind, User};
use serde::{Deserialize, Serialize};

use super::bring_back::{self, Return, Returned};
use super::taken::{Taken, TakenByNow, TakenKind, taken_by_now};
use super::{AddressQuestion, Draft, Drafted, Drafting, Procedure, Remarks, Work};
use crate::checkpoint::{Checkpoint, step};
use crate::ending::{Applied, Interruption};
use crate::execution::Execution;
use crate::outcome::{Addresses, Belonging, PropertyChange, StepKind, StepState, Unrestored, same};
use crate::plan_kind::Purpose;
use crate::problem::{ErrorKind, Problem};
use crate::seen;
use crate::sight::Whereabouts;

/// Bring a deleted guest back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Restoring {
    /// Object id.
    guest: String,
    /// The addresses that the deleted account shows.
    held: Held,
    /// The addresses that are given up, because others have them by now and the person chose so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    without: Vec<String>,
}

/// The addresses of an account. What was not read is absent, and not empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Held {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mail: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    other_mails: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    proxy_addresses: Option<Vec<String>>,
}

impl Held {
    fn of(user: &User) -> Self {
        Self {
            mail: user.mail.get().map(|mail| mail.iter().cloned().collect()),
            other_mails: user.other_mails.get().cloned(),
            proxy_addresses: user.proxy_addresses.get().cloned(),
        }
    }

    /// What was read, by Microsoft Graph's names.
    fn read(&self) -> impl Iterator<Item = (&'static str, &Vec<String>)> {
        let all = [
            ("mail", &self.mail),
            ("otherMails", &self.other_mails),
            ("proxyAddresses", &self.proxy_addresses),
        ];
        all.into_iter().filter_map(|(property, values)| Some((property, values.as_ref()?)))
    }
}

impl Drafted for Restoring {
    const REMEDY: RemedyKind = RemedyKind::Restore;
    const SENDS: &'static [Operation] = &[Operation::Restore];
    const QUESTION: Option<AddressQuestion> = None;
    const DELETES: bool = false;

    async fn draft(from: &Drafting<'_>) -> Result<Draft, Problem> {
        let user = from.seen.deleted_guest()?;
        let now = from.seen.facts.now;
        let taken = taken_by_now(from.signed_in, user, now, from.cancel).await.unwrap_or_else(|problem| {
            tracing::info!(?problem, "who has what of a deleted account was not read");
            TakenByNow::default()
        });
        let addresses = taken_addresses(&taken);
        let gives_up = !addresses.is_empty() && from.selections.without_taken;
        let without = if gives_up { addresses.clone() } else { Vec::new() };
        let work = Self { guest: user.id.clone(), held: Held::of(user), without };
        let plain = from.begun(None);
        let mut draft = Draft {
            changes: work.changes(None),
            without_taken: (!addresses.is_empty()).then_some(gives_up),
            warnings: warnings(&plain.warnings, &taken, &work.without),
            ..plain
        };
        draft.notes.extend((!taken.complete).then_some(PlanNote::TakenNotAllSeen));
        Ok(Draft { work: Some(Work::Restore(Box::new(work))), ..draft })
    }
}

/// The addresses that others have by now, each once.
fn taken_addresses(taken: &TakenByNow) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for one in taken.all.iter().filter(|one| one.what != TakenKind::UserName) {
        let address = one.by.address.as_str().to_owned();
        if !all.contains(&address) {
            all.push(address);
        }
    }
    all
}

/// What was refused before, and what is taken; of an address that is given up, that it is.
fn warnings(refused: &[PlanNote], taken: &TakenByNow, without: &[String]) -> Vec<PlanNote> {
    if without.is_empty() {
        // Said once: what was refused for it a moment ago says more.
        let said = |address: &str| {
            refused
                .iter()
                .any(|it| matches!(it, PlanNote::WasRefused { address: said, .. } if said == address))
        };
        let fresh = taken.all.iter().filter(|one| !said(one.by.address.as_str())).map(Taken::note);
        return fresh.chain(refused.iter().cloned()).collect();
    }
    let names = taken.all.iter().filter(|one| one.what == TakenKind::UserName).map(Taken::note);
    let given_up = PlanNote::ComesBackWithout { addresses: without.to_vec() };
    std::iter::once(given_up).chain(names).collect()
}

#[async_trait]
impl Procedure for Restoring {
    fn remedy(&self) -> RemedyKind {
        RemedyKind::Restore
    }

    fn account(&self) -> Option<&str> {
        Some(&self.guest)
    }

    fn steps(&self) -> Vec<StepKind> {
        vec![StepKind::Compare, StepKind::Restore, StepKind::ReadBack, StepKind::DiagnoseAgain]
    }

    /// Nothing is changed: the addresses come back. Which of them do when some are given up, the server decides.
    fn changes(&self, seen: Option<&Addresses>) -> Vec<PropertyChange> {
        let change = |(property, held): (&'static str, &Vec<String>)| {
            let gives_up = held.iter().any(|value| self.gives_up(value)) && property != "otherMails";
            let planned = (!gives_up).then(|| held.clone());
            PropertyChange {
                property,
                before: held.clone(),
                after: seen.map_or(planned, |it| Some(it.of(property))),
            }
        };
        self.held.read().map(change).collect()
    }

    async fn run(&self, on: &Execution, from: &Checkpoint) -> Result<Applied, Interruption> {
        on.show(StepKind::Compare, StepState::Running);
        let back = bring_back::is_back(on, &self.returning(), from).await?;
        if from.is_resumed() {
            is_ours(back, on, from)?;
        } else {
            self.compare(back, on).await?;
        }
        on.intend(from, &self.held).await?;
        on.show(StepKind::Compare, StepState::Done);
        bring_back::restore(on, &self.returning(), from).await?;
        bring_back::read_back(on, self, &self.guest, true, |read| self.missing(read)).await
    }

    fn reverse(&self, _: &Checkpoint) -> Option<Work> {
        None
    }

    fn remarks(&self, _: Purpose) -> Remarks {
        let notes = vec![PlanNote::AccountComesBack, PlanNote::GroupsShowAfterwards];
        let given_up = PlanNote::ComesBackWithout { addresses: self.without.clone() };
        let warnings = (!self.without.is_empty()).then_some(given_up).into_iter().collect();
        Remarks { warnings, notes }
    }
}

impl Restoring {
    fn returning(&self) -> Return<'_> {
        let without_taken = !self.without.is_empty();
        Return { account: &self.guest, gone: ErrorKind::GuestGone, without_taken }
    }

    /// The account must be among the deleted ones still, with the addresses that the preview showed.
    async fn compare(&self, back: bool, on: &Execution) -> Result<(), Interruption> {
        if back {
            return Err(came_back().into());
        }
        let read = on.await_sight(async || match on.whereabouts(&self.guest).await? {
            Whereabouts::Deleted => {
                let user = on.signed_in.graph.deleted_user(&self.guest, &on.cancel).await?;
                Ok(Some(Held::of(&seen::user(&user))))
            }
            Whereabouts::Live | Whereabouts::Nowhere => Ok(None),
        });
        let now = read.await?.ok_or(ErrorKind::GuestGone)?;
        for (property, held) in self.held.read() {
            let changed = |(name, value): (&str, &Vec<String>)| name == property && !same(value, held);
            if now.read().any(changed) {
                return Err(ErrorKind::TenantChanged { property }.into());
            }
        }
        Ok(())
    }

    /// Whether this address is one of those given up.
    fn gives_up(&self, value: &str) -> bool {
        address(value).is_some_and(|one| self.without.iter().any(|given| given.eq_ignore_ascii_case(one)))
    }

    /// What the deleted account had and does not show now: the addresses that were not given up. Its groups do not show
    /// while it is deleted; whether they can be read now is all there is to tell.
    fn missing(&self, read: &Returned) -> Vec<Unrestored> {
        let now = read.user.as_ref().map(Held::of).unwrap_or_default();
        let mut all: Vec<String> = Vec::new();
        for (property, held) in self.held.read() {
            let Some((_, now)) = now.read().find(|(name, _)| *name == property) else { continue };
            let stands = |value: &&str| {
                now.iter().filter_map(|it| address(it)).any(|it| it.eq_ignore_ascii_case(value))
            };
            let gone = held.iter().filter(|value| !self.gives_up(value)).filter_map(|value| address(value));
            for one in gone.filter(|value| !stands(value)) {
                if !all.iter().any(|known| known.eq_ignore_ascii_case(one)) {
                    all.push(one.to_owned());
                }
            }
        }
        let groups = read.groups.is_none().then_some(Unrestored::NotSeen { of: Belonging::Groups });
        all.into_iter().map(|address| Unrestored::Address { address }).chain(groups).collect()
    }
}

/// Going on: an account that is back without our having asked for it was brought back by somebody else.
fn is_ours(back: bool, on: &Execution, from: &Checkpoint) -> Result<(), Interruption> {
    let asked = from.is_done(step::RESTORE) || !on.doubts(step::RESTORE).is_empty();
    if back && !asked { Err(Interruption::Void(came_back().into())) } else { Ok(()) }
}

/// Somebody else brought the account back: it was deleted when it was looked at.
fn came_back() -> ErrorKind {
    ErrorKind::TenantChanged { property: "deletedDateTime" }
}

/// The address in an entry; none in one of Exchange's own, such as `x500:`.
fn address(entry: &str) -> Option<&str> {
    match entry.split_once(':') {
        Some((kind, address)) if kind.eq_ignore_ascii_case("smtp") => Some(address),
        Some(_) => None,
        None => Some(entry),
    }
}

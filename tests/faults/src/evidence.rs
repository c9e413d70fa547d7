//! What a run leaves to be judged: what the app said, and how the directory stands.

use std::collections::{BTreeMap, BTreeSet};

use guest::Verdict;
use procedure::{ChangeResult, HistoryEntry, Plan, Problem, Purpose};
use uuid::Uuid;

use crate::injector::Seen;
use crate::newcomer;
use crate::schedule::{Act, Schedule};
use crate::somebody::Somebody;
use crate::truth::{Account, Truth};

/// How an act ended, in the app's own words.
#[derive(Debug, Clone)]
pub(crate) enum Said {
    /// No plan was made, or it was not confirmed.
    NoPlan(Problem),
    /// The plan was incomplete.
    Incomplete,
    /// There was no such way.
    NoSuchWay,
    /// They were one of many: what is said of them the batch tells.
    OneOfMany,
    /// The change ended.
    Ended(Box<ChangeResult>),
    /// The app was killed.
    Killed,
    /// It asked and asked, or it never told its end.
    NeverEnded,
}

/// One act, and what came of it.
#[derive(Debug, Clone)]
pub(crate) struct Deed {
    pub(crate) act: Act,
    pub(crate) said: Said,
    /// The change that offered it.
    pub(crate) offered_by: Option<Uuid>,
    /// The plan that was confirmed.
    pub(crate) plan: Option<Plan>,
    /// The change that it is written into.
    pub(crate) change: Option<Uuid>,
    /// How it stands after.
    pub(crate) after: Truth,
    /// What was asked.
    pub(crate) trace: Vec<Seen>,
    /// The history after it, newest first.
    pub(crate) history: Vec<HistoryEntry>,
    /// What is unfinished after it.
    pub(crate) unfinished: Vec<Uuid>,
    /// How many rows the journal has after it.
    pub(crate) rows: usize,
    /// Everything that decides how it goes on from here.
    pub(crate) state: u64,
}

/// A run of a schedule.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    pub(crate) schedule: Schedule,
    /// Object id of the guest.
    pub(crate) guest: String,
    /// Object id of the group that is asked about, or one of the guest's.
    pub(crate) group: String,
    /// How the directory stood at the beginning.
    pub(crate) start: Truth,
    pub(crate) deeds: Vec<Deed>,
    /// Accounts that we invited.
    pub(crate) ours: Vec<String>,
    /// Accounts that somebody else invited, as they were then.
    pub(crate) foreign: BTreeMap<String, Option<Account>>,
    /// What somebody else did.
    pub(crate) meanwhile: Vec<Somebody>,
    /// The groups that the plan of the first act showed and did not choose.
    pub(crate) not_chosen: BTreeSet<String>,
}

/// A way that is offered: what is done, and with which of the changes that offer it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Way {
    pub(crate) purpose: Purpose,
    pub(crate) nth: usize,
    pub(crate) change: Uuid,
}

/// Whether a line of the history offers a way.
type Offers = fn(&HistoryEntry) -> bool;

impl Deed {
    /// The groups that its plan showed and did not choose.
    pub(crate) fn not_chosen(&self) -> BTreeSet<String> {
        let fates = self.plan.iter().flat_map(|plan| &plan.groups);
        fates.filter(|fate| !fate.chosen).map(|fate| fate.group.id.clone()).collect()
    }

    /// The result, when the change ended.
    pub(crate) fn result(&self) -> Option<&ChangeResult> {
        match &self.said {
            Said::Ended(result) => Some(result),
            Said::NoPlan(_)
            | Said::Incomplete
            | Said::NoSuchWay
            | Said::OneOfMany
            | Said::Killed
            | Said::NeverEnded => None,
        }
    }

    /// The changes of ours that the directory made.
    pub(crate) fn acted(&self) -> impl Iterator<Item = &str> {
        self.trace.iter().filter(|seen| seen.changes && seen.acted).map(|seen| seen.label.as_str())
    }

    /// The line of the history about a change.
    pub(crate) fn entry(&self, change: Uuid) -> Option<&HistoryEntry> {
        self.history.iter().find(|entry| entry.id == change)
    }

    /// Every way that is offered.
    pub(crate) fn ways(&self) -> Vec<Way> {
        Self::ways_of(&self.history)
    }

    /// Every way that this history offers.
    pub(crate) fn ways_of(history: &[HistoryEntry]) -> Vec<Way> {
        let offers: [(Purpose, Offers); 3] = [
            (Purpose::Continue, |entry| entry.can_continue),
            (Purpose::PutBack, |entry| entry.can_put_back),
            (Purpose::Undo, |entry| entry.can_undo),
        ];
        let ways = offers.into_iter().flat_map(|(purpose, offers)| {
            let offering = history.iter().filter(move |entry| offers(entry));
            offering.enumerate().map(move |(at, entry)| Way { purpose, nth: at + 1, change: entry.id })
        });
        ways.collect()
    }

    /// The verdict that stands beside the result.
    pub(crate) fn verdict(&self) -> Option<Verdict> {
        Some(self.result()?.examination.as_ref()?.diagnosis.verdict)
    }
}

impl Run {
    /// The last act.
    pub(crate) fn last(&self) -> &Deed {
        self.deeds.last().unwrap()
    }

    /// What the directory did for this change, in all acts that belong to it.
    pub(crate) fn acted(&self, change: Uuid) -> Vec<&str> {
        let of_it = self.deeds.iter().filter(|deed| deed.change == Some(change));
        of_it.flat_map(Deed::acted).collect()
    }

    /// The guest as they were at the beginning, live or deleted; none who was not there.
    pub(crate) fn original(&self) -> Option<&Account> {
        self.start.live.get(&self.guest).or_else(|| self.start.deleted.get(&self.guest))
    }

    /// What a new account is to have: what the original had; of somebody new, what was chosen.
    pub(crate) fn due(&self) -> Account {
        let chosen = || newcomer::promised(&self.guest, &self.group);
        // One of the two it is.
        self.original().cloned().or_else(chosen).unwrap()
    }

    /// Whether the guest was deleted before the app did anything.
    pub(crate) fn began_deleted(&self) -> bool {
        self.start.deleted.contains_key(&self.guest)
    }

    /// The new accounts of ours that live.
    pub(crate) fn new_accounts(&self) -> Vec<&String> {
        self.ours.iter().filter(|id| self.last().after.live.contains_key(*id)).collect()
    }

    /// What a change is for, by the history.
    pub(crate) fn purpose_of(&self, change: Uuid) -> Option<Purpose> {
        Some(self.last().entry(change)?.kind?.purpose)
    }

    /// Whether nobody but the app changed anything.
    pub(crate) fn alone(&self) -> bool {
        self.meanwhile.is_empty()
    }
}

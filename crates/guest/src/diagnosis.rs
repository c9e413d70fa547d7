//! The answer about one address.

use crate::address::Address;
use crate::around;
use crate::facts::{Facts, Primary, User};
use crate::finding::{Advice, Also, Cause, Check, Finding, Verdict};
use crate::invited::Decoded;
use crate::known::Known;
use crate::remedy::{Offer, Place, RemedyKind, Situation, offers};
use crate::rule::{Rule, RuleSet};
use crate::rules::{self, Case, Search, search};
use crate::verdict;

/// One of several guests to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Object id.
    pub id: String,
    /// `displayName`.
    pub display_name: Known<Option<String>>,
    /// Their addresses, the main one first.
    pub addresses: Vec<Address>,
    /// Whether they are deleted.
    pub deleted: bool,
}

/// The answer about one address: one verdict, everything that was found, and what can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnosis {
    /// The one answer.
    pub verdict: Verdict,
    /// Object id of the user it is about; None when there is no single one.
    pub subject: Option<String>,
    /// Whom to choose from, when several have the address.
    pub candidates: Vec<Candidate>,
    /// Why no mail arrives.
    pub cause: Cause,
    /// What is wrong besides that.
    pub also: Vec<Also>,
    /// Everything that was found, whatever the verdict; the gravest first.
    pub findings: Vec<Finding>,
    /// What can be done in the app, by rising harm.
    pub remedies: Vec<Offer>,
    /// What can be done outside it.
    pub advice: Vec<Advice>,
    /// The questions of Microsoft's article.
    pub checklist: Vec<Check>,
    /// The guest's addresses, the main one first.
    pub addresses: Vec<Address>,
    /// The main address.
    pub primary: Primary,
    /// The address they were invited at.
    pub invited: Decoded,
}

impl Diagnosis {
    /// How this remedy is offered, if it is.
    #[must_use]
    pub fn offer(&self, kind: RemedyKind) -> Option<&Offer> {
        self.remedies.iter().find(|offer| offer.kind == kind)
    }

    /// The remedies for what was found that the operator has to ask somebody else for, in the order in which they are
    /// done.
    pub fn to_ask_for(&self) -> impl Iterator<Item = &Offer> {
        self.remedies.iter().filter(|remedy| remedy.place == Place::AskFor)
    }

    /// The remedy to do first, if there is one that the operator can do.
    #[must_use]
    pub fn recommended(&self) -> Option<&Offer> {
        self.remedies.iter().find(|remedy| remedy.place == Place::Recommended)
    }
}

/// Answers about one address. Total: every set of facts has an answer, and the same facts have the same one.
#[must_use]
pub fn diagnose(facts: &Facts) -> Diagnosis {
    diagnose_with(facts, RuleSet::default())
}

/// The same with some rules switched off: for the test that every rule is needed.
#[doc(hidden)]
pub fn diagnose_with(facts: &Facts, rules: RuleSet) -> Diagnosis {
    let found = search(facts, rules);
    let (findings, (verdict, cause)) = if let Search::Guest(guest) = found {
        judge(Case { facts, guest }, rules)
    } else {
        let findings = rules::search_findings(facts, &found, rules);
        let decided = verdict::of_search(facts, &found, &findings);
        (findings, decided)
    };
    let one = the_one(&found);
    Diagnosis {
        remedies: offers(&Situation { facts, found: &found, verdict, findings: &findings }),
        advice: around::advice(facts, &found, verdict, &findings),
        checklist: around::checklist(facts, &found),
        candidates: candidates(facts, &found),
        subject: one.map(|user| user.id.clone()),
        addresses: one.map(User::addresses).unwrap_or_default(),
        primary: one.map_or(Primary::Unknown, User::primary),
        invited: one.map_or(Decoded::NotAnExtName, User::invited),
        also: verdict::also(verdict, &findings),
        verdict,
        cause,
        findings,
    }
}

/// What these rules find about one guest, and what it comes to.
pub(crate) fn judge(case: Case<'_>, rules: RuleSet) -> (Vec<Finding>, (Verdict, Cause)) {
    let mut findings = rules::findings(case, rules);
    findings.extend(verdict::no_fault(case.guest, &findings).filter(|_| rules.has(Rule::NoFaultFound)));
    rules::gravest_first(&mut findings);
    let decided = verdict::of_guest(case, &findings);
    (findings, decided)
}

/// The user whom a diagnosis of these facts is about, live or deleted.
#[must_use]
pub fn subject<'a>(facts: &'a Facts, diagnosis: &Diagnosis) -> Option<&'a User> {
    let id = diagnosis.subject.as_deref()?;
    let deleted = diagnosis.verdict == Verdict::Deleted;
    let lookup = if deleted { &facts.deleted_users } else { &facts.live_users };
    lookup.found.iter().find(|user| user.id == id)
}

fn the_one<'a>(found: &Search<'a>) -> Option<&'a User> {
    match found {
        Search::Guest(user) | Search::NotAGuest(user) => Some(user),
        Search::Deleted(users) => {
            if let [one] = users.as_slice() {
                Some(one)
            } else {
                None
            }
        }
        Search::Ambiguous(_) | Search::Inside(_) | Search::CannotTell(_) | Search::NotFound => None,
    }
}

/// Whom to choose from; also after somebody chose, so that another can be chosen.
fn candidates(facts: &Facts, found: &Search<'_>) -> Vec<Candidate> {
    let undecided = Facts { chosen: None, ..facts.clone() };
    let again;
    let found = match found {
        Search::Guest(_) | Search::Deleted(_) => {
            again = search(&undecided, RuleSet::default());
            &again
        }
        other @ (Search::Ambiguous(_)
        | Search::NotAGuest(_)
        | Search::Inside(_)
        | Search::CannotTell(_)
        | Search::NotFound) => other,
    };
    let (users, deleted) = match found {
        Search::Ambiguous(users) => (users.as_slice(), false),
        Search::Deleted(users) if users.len() > 1 => (users.as_slice(), true),
        Search::Guest(_)
        | Search::Deleted(_)
        | Search::NotAGuest(_)
        | Search::Inside(_)
        | Search::CannotTell(_)
        | Search::NotFound => return Vec::new(),
    };
    let candidate = |user: &&User| Candidate {
        id: user.id.clone(),
        display_name: user.display_name.clone(),
        addresses: user.addresses(),
        deleted,
    };
    users.iter().map(candidate).collect()
}

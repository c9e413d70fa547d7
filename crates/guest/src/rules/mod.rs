//! The rules, a small file for each group of them. Each looks at facts and says what it found; none knows of verdicts.

mod account;
mod addresses;
mod group;
mod ownership;
mod search;

pub(crate) use account::{is_pending, unread};
pub(crate) use addresses::{several_without_main, sort_of_missing};
pub(crate) use search::{Search, search};

use crate::facts::{Facts, OwnerRef, User};
use crate::finding::{Evidence, Finding, FindingCode, Severity, Unanswered};
use crate::rule::{Rule, RuleSet};

/// One guest, and what is known around him.
#[derive(Clone, Copy)]
pub(crate) struct Case<'a> {
    pub(crate) facts: &'a Facts,
    pub(crate) guest: &'a User,
    pub(crate) rules: RuleSet,
}

/// Everything the rules find about one guest; the gravest first.
pub(crate) fn findings(case: Case<'_>) -> Vec<Finding> {
    let mut all = Vec::new();
    group::findings(case, &mut all);
    ownership::findings(case, &mut all);
    addresses::findings(case, &mut all);
    account::findings(case, &mut all);
    account::no_fault(case, &mut all);
    gravest_first(all)
}

/// What the search alone found.
pub(crate) fn search_findings(facts: &Facts, found: &Search<'_>, rules: RuleSet) -> Vec<Finding> {
    gravest_first(search::findings(facts, found, rules))
}

fn gravest_first(mut all: Vec<Finding>) -> Vec<Finding> {
    all.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    all
}

fn finding(code: FindingCode, rule: Rule, severity: Severity, evidence: Vec<Evidence>) -> Finding {
    Finding { code, rule: Some(rule), severity, evidence, owner: None }
}

/// What was not answered; by no rule.
fn cannot_tell(open: &[Unanswered]) -> Finding {
    let evidence = open.iter().map(|it| Evidence::new(it.property(), None::<String>)).collect();
    Finding { code: FindingCode::CannotTell, rule: None, severity: Severity::Warning, evidence, owner: None }
}

fn owned(code: FindingCode, rule: Rule, severity: Severity, owner: OwnerRef) -> Finding {
    let evidence = vec![Evidence::new("proxyAddresses", Some(owner.address.as_str()))];
    Finding { owner: Some(owner), ..finding(code, rule, severity, evidence) }
}

/// The property, with its texts as evidence, or as empty evidence when there are none.
fn texts(property: &str, values: &[String]) -> Vec<Evidence> {
    if values.is_empty() {
        return vec![Evidence::new(property, None::<String>)];
    }
    values.iter().map(|value| Evidence::new(property, Some(value.as_str()))).collect()
}

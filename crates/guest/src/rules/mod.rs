//! The rules: a row each, a small file for each group of them. Each looks at facts and says what it found.
//!
//! The rules about whom the search found stand in [`search`]; those about one guest in [`TABLE`], in the order of the
//! verdict.

mod account;
mod addresses;
mod group;
mod ownership;
mod search;

pub(crate) use account::{is_not_accepted, is_pending, why_cannot_tell};
pub(crate) use addresses::{several_without_main, sort_of_missing};
pub(crate) use group::reads_missing_address;
pub(crate) use ownership::owners;
pub(crate) use search::{Search, deleted_guests, search};

use crate::facts::{Facts, OwnerRef, User};
use crate::finding::{Cause, Evidence, Finding, FindingCode as Code, Severity, Unanswered, Verdict};
use crate::rule::{Rule, RuleSet};

/// One guest, and what is known around them.
#[derive(Clone, Copy)]
pub(crate) struct Case<'a> {
    pub(crate) facts: &'a Facts,
    pub(crate) guest: &'a User,
}

/// A rule about one guest.
struct Row {
    /// Its name; none for what could not be read, which is no rule.
    rule: Option<Rule>,
    /// What it finds.
    check: fn(Case<'_>) -> Vec<Finding>,
    /// Which of its findings decide a verdict.
    decides: &'static [Decision],
}

/// A finding that decides, what it decides, and why.
pub(crate) type Decision = (Code, Verdict, Why);

/// The cause, from the guest and what was found; None when an argument of it is missing, which no set of all the rules
/// leaves open.
type Why = fn(Case<'_>, &[Finding]) -> Option<Cause>;

/// The rules about one guest. The first row with a finding that decides gives the verdict.
const TABLE: &[Row] = &[
    Row {
        rule: Some(Rule::GuestAccess),
        check: group::guest_access,
        decides: &[(Code::GuestAccessOff, Verdict::GuestAccessOff, |_, _| Some(Cause::GuestAccessOff))],
    },
    Row {
        rule: Some(Rule::NotMember),
        check: group::not_member,
        decides: &[(Code::NotMember, Verdict::NotMember, group::why_not_member)],
    },
    Row {
        rule: Some(Rule::AddressOwned),
        check: ownership::address_owned,
        decides: &[(Code::Conflict, Verdict::Conflict, ownership::why_conflict)],
    },
    Row {
        rule: Some(Rule::Misconfigured),
        check: addresses::misconfigured,
        decides: &[(Code::Misconfigured, Verdict::Misconfigured, |case, _| {
            Some(addresses::why_misconfigured(case.guest))
        })],
    },
    Row {
        rule: Some(Rule::NoAddress),
        check: addresses::no_address,
        decides: &[(Code::NoAddress, Verdict::NoAddress, addresses::why_no_address)],
    },
    Row {
        rule: Some(Rule::MainAddressesDiffer),
        check: addresses::main_addresses_differ,
        decides: &[(Code::MainAddressesDiffer, Verdict::MailElsewhere, addresses::why_they_differ)],
    },
    Row {
        rule: Some(Rule::MailElsewhere),
        check: addresses::mail_elsewhere,
        decides: &[(Code::MailElsewhere, Verdict::MailElsewhere, addresses::why_elsewhere)],
    },
    Row {
        rule: Some(Rule::MembersHidden),
        check: group::members_hidden,
        decides: &[(Code::MembersHidden, Verdict::CannotTell, group::why_hidden)],
    },
    Row {
        rule: None,
        check: account::unanswered,
        decides: &[(Code::CannotTell, Verdict::CannotTell, |case, _| Some(account::why_cannot_tell(case)))],
    },
    Row {
        rule: Some(Rule::AccountState),
        check: account::state,
        decides: &[
            (Code::Blocked, Verdict::Blocked, |_, _| Some(Cause::Blocked)),
            (Code::Pending, Verdict::Pending, |case, _| Some(account::why_pending(case.guest))),
        ],
    },
    Row { rule: Some(Rule::SeveralAddresses), check: addresses::several_addresses, decides: &[] },
    Row { rule: Some(Rule::MoreThanAGuest), check: account::more_than_a_guest, decides: &[] },
    Row { rule: Some(Rule::Rights), check: account::rights, decides: &[] },
];

/// What these findings about one guest decide; none when none of them decides.
pub(crate) fn decided(findings: &[Finding]) -> Option<&'static Decision> {
    let mut decisive = TABLE.iter().flat_map(|row| row.decides);
    decisive.find(|(code, ..)| findings.iter().any(|it| it.code == *code))
}

/// Everything the rules find about one guest; the gravest first.
pub(crate) fn findings(case: Case<'_>, rules: RuleSet) -> Vec<Finding> {
    let mut all = about(case);
    all.retain(|finding| finding.rule.is_none_or(|rule| rules.has(rule)));
    gravest_first(&mut all);
    all
}

/// What every row finds.
fn about(case: Case<'_>) -> Vec<Finding> {
    let by = |row: &Row| {
        let rule = row.rule;
        (row.check)(case).into_iter().map(move |finding| Finding { rule, ..finding })
    };
    TABLE.iter().flat_map(by).collect()
}

/// What the search alone found.
pub(crate) fn search_findings(facts: &Facts, found: &Search<'_>, rules: RuleSet) -> Vec<Finding> {
    let mut all = search::findings(facts, found);
    all.retain(|finding| finding.rule.is_none_or(|rule| rules.has(rule)));
    gravest_first(&mut all);
    all
}

pub(crate) fn gravest_first(all: &mut [Finding]) {
    all.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
}

/// A finding. Its rule is filled in by the row that found it.
fn finding(code: Code, severity: Severity, evidence: Vec<Evidence>) -> Finding {
    Finding { code, rule: None, severity, evidence, owner: None }
}

/// What was not answered; by no rule.
fn cannot_tell(open: &[Unanswered]) -> Finding {
    let evidence = open.iter().map(|it| Evidence::new(it.property(), None::<String>)).collect();
    finding(Code::CannotTell, Severity::Warning, evidence)
}

fn owned(code: Code, severity: Severity, owner: OwnerRef) -> Finding {
    let evidence = vec![Evidence::new("proxyAddresses", Some(owner.address.as_str()))];
    Finding { owner: Some(owner), ..finding(code, severity, evidence) }
}

/// The property, with its texts as evidence, or as empty evidence when there are none.
fn texts(property: &str, values: &[String]) -> Vec<Evidence> {
    if values.is_empty() {
        return vec![Evidence::new(property, None::<String>)];
    }
    values.iter().map(|value| Evidence::new(property, Some(value.as_str()))).collect()
}

//! The one answer: the first finding, in the order of the verdict, that decides.

use jiff::Timestamp;

use crate::facts::{Facts, GuestSign, OwnerKind, Primary, User};
use crate::finding::{Also, Cause, Evidence, Finding, FindingCode, Insider, Severity, Unanswered, Verdict};
use crate::known::Known;
use crate::rule::Rule;
use crate::rules::{Case, Search, decided, deleted_guests, why_cannot_tell};

/// Days after which a deleted user is gone (Microsoft Entra: "Recover from deletions").
const DAYS_TO_RESTORE: i64 = 30;

const SECONDS_OF_A_DAY: i64 = 24 * 60 * 60;

/// What is wrong besides the verdict, in the order of the verdicts.
pub(crate) fn also(verdict: Verdict, findings: &[Finding]) -> Vec<Also> {
    use FindingCode as Code;
    let faults: [(Also, &[Code], &[Verdict]); 6] = [
        (Also::GuestAccessOff, &[Code::GuestAccessOff], &[Verdict::GuestAccessOff]),
        (Also::NotMember, &[Code::NotMember], &[Verdict::NotMember]),
        (Also::Conflict, &[Code::Conflict], &[Verdict::Conflict]),
        (
            Also::NoMainAddress,
            &[Code::Misconfigured, Code::NoAddress],
            &[Verdict::Conflict, Verdict::Misconfigured, Verdict::NoAddress],
        ),
        (Also::MailElsewhere, &[Code::MailElsewhere, Code::MainAddressesDiffer], &[Verdict::MailElsewhere]),
        (Also::Blocked, &[Code::Blocked], &[Verdict::Blocked]),
    ];
    let found = |codes: &[Code]| findings.iter().any(|finding| codes.contains(&finding.code));
    let others = faults.into_iter().filter(|(_, codes, said)| found(codes) && !said.contains(&verdict));
    let others: Vec<Also> = others.map(|(also, ..)| also).collect();
    // A conflict is why the address is missing: that is one fault.
    let conflict = others.contains(&Also::Conflict);
    others.into_iter().filter(|also| !(conflict && *also == Also::NoMainAddress)).collect()
}

impl Verdict {
    /// Whether it is said of a guest for whom the main address is missing: by itself, or because another object has it.
    #[must_use]
    pub const fn lacks_main_address(self) -> bool {
        matches!(self, Self::Conflict | Self::Misconfigured | Self::NoAddress)
    }
}

/// The verdict about one guest, and why: what a row of the rules decides, or that nothing does.
pub(crate) fn of_guest(case: Case<'_>, findings: &[Finding]) -> (Verdict, Cause) {
    let said = match decided(findings) {
        Some((_, verdict, why)) => why(case, findings).map(|cause| (*verdict, cause)),
        None => healthy(case, findings),
    };
    said.unwrap_or_else(|| (Verdict::CannotTell, why_cannot_tell(case)))
}

/// No fault found, and where mail goes.
fn healthy(case: Case<'_>, findings: &[Finding]) -> Option<(Verdict, Cause)> {
    let Primary::Present(primary) = case.guest.primary() else { return None };
    let found = findings.iter().any(|it| it.code == FindingCode::NoFaultFound);
    found.then_some((Verdict::Healthy, Cause::Healthy { primary }))
}

/// The default: nothing decides, and there is a main address. Without one something is always wrong.
pub(crate) fn no_fault(guest: &User, findings: &[Finding]) -> Option<Finding> {
    let Primary::Present(primary) = guest.primary() else { return None };
    decided(findings).is_none().then(|| Finding {
        code: FindingCode::NoFaultFound,
        rule: Some(Rule::NoFaultFound),
        severity: Severity::Ok,
        evidence: vec![Evidence::new("mail", Some(primary.as_str()))],
        owner: None,
    })
}

/// The verdict of a search that found no single guest, and why.
pub(crate) fn of_search(facts: &Facts, found: &Search<'_>, findings: &[Finding]) -> (Verdict, Cause) {
    let owner = findings.iter().find_map(|finding| finding.owner.clone());
    match found {
        Search::Ambiguous(several) => (Verdict::Ambiguous, Cause::Ambiguous { count: several.len() }),
        Search::Deleted(users) => {
            let left = users.iter().map(|user| days_left(user, facts.now)).collect::<Option<Vec<_>>>();
            let days_left = left.and_then(|days| days.into_iter().max());
            let guest = users.iter().any(|user| user.guest_sign() == GuestSign::Guest);
            (Verdict::Deleted, Cause::Deleted { days_left, owner, guest })
        }
        Search::NotAGuest(user) => (Verdict::NotAGuest, not_a_guest(facts, user)),
        Search::Inside(owner) => {
            let name = owner.as_ref().map(|owner| owner.name().to_owned());
            let insider = match owner {
                Some(owner) if owner.kind == OwnerKind::Group => {
                    Insider::Group { name: owner.name().to_owned() }
                }
                _ => Insider::OwnDomain { contact: name },
            };
            (Verdict::NotAGuest, Cause::NotAGuest { insider, deleted_guest: None })
        }
        Search::NotFound => (Verdict::NotFound, Cause::NotFound { owner }),
        Search::CannotTell(unanswered) => {
            (Verdict::CannotTell, Cause::CannotTell { unanswered: unanswered.clone() })
        }
        // The caller asks `of_guest`; whoever does not is told the truth: nothing was decided.
        Search::Guest(_) => (Verdict::CannotTell, Cause::CannotTell { unanswered: Vec::<Unanswered>::new() }),
    }
}

fn not_a_guest(facts: &Facts, user: &User) -> Cause {
    let searched = &facts.searched;
    let insider = if user.is_internal_guest() {
        Insider::InternalGuest { synced: user.is_synced() }
    } else if user.has_user_name(searched) && !user.addresses().contains(searched) {
        Insider::UserName
    } else {
        Insider::Account
    };
    let deleted_guest = deleted_guests(facts).next();
    let deleted_guest = deleted_guest.map(|guest| guest.display_name.value().unwrap_or(&guest.id).clone());
    Cause::NotAGuest { insider, deleted_guest }
}

/// Days in which a deleted user can be restored, rounded up; 0 when it is over, None when the date was not read.
pub(crate) fn days_left(user: &User, now: Timestamp) -> Option<i64> {
    let Known::Is(Some(deleted)) = user.deleted else { return None };
    let gone = now.as_second().saturating_sub(deleted.as_second());
    let most = DAYS_TO_RESTORE * SECONDS_OF_A_DAY;
    let left = most.saturating_sub(gone).clamp(0, most);
    Some((left + SECONDS_OF_A_DAY - 1) / SECONDS_OF_A_DAY)
}

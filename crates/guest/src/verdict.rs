//! The one answer: the first finding, in the order of the verdict, that decides.

use jiff::Timestamp;

use crate::facts::{Facts, Primary, User};
use crate::finding::{Cause, Evidence, Finding, FindingCode, Severity, Unanswered, Verdict};
use crate::known::Known;
use crate::rule::Rule;
use crate::rules::{Search, decided, sort_of_missing, unread};

/// Days after which a deleted user is gone (Microsoft Entra: "Recover from deletions").
const DAYS_TO_RESTORE: i64 = 30;

const SECONDS_OF_A_DAY: i64 = 24 * 60 * 60;

impl Verdict {
    /// Whether it is said of a guest for whom the main address is missing: by itself, or because another object has it.
    #[must_use]
    pub const fn lacks_main_address(self) -> bool {
        match self {
            Self::Conflict | Self::Misconfigured | Self::NoAddress => true,
            Self::Ambiguous
            | Self::Deleted
            | Self::NotAGuest
            | Self::CannotTell
            | Self::NotFound
            | Self::GuestAccessOff
            | Self::NotMember
            | Self::MailElsewhere
            | Self::Blocked
            | Self::Pending
            | Self::Healthy => false,
        }
    }
}

/// The verdict about one guest, and why.
pub(crate) fn of_guest(facts: &Facts, guest: &User, findings: &[Finding]) -> (Verdict, Cause) {
    let healthy = findings.iter().any(|it| it.code == FindingCode::NoFaultFound).then_some(Verdict::Healthy);
    let verdict = decided(findings).or(healthy).unwrap_or(Verdict::CannotTell);
    cause(verdict, facts, guest, findings).map_or_else(
        || (Verdict::CannotTell, Cause::CannotTell { unanswered: unread(facts, guest) }),
        |why| (verdict, why),
    )
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

/// Why; None when an argument of the cause is missing, which no set of all the rules leaves open.
fn cause(verdict: Verdict, facts: &Facts, guest: &User, findings: &[Finding]) -> Option<Cause> {
    let primary = match guest.primary() {
        Primary::Present(primary) => Some(primary),
        Primary::Missing | Primary::Unknown => None,
    };
    Some(match verdict {
        Verdict::GuestAccessOff => Cause::GuestAccessOff,
        Verdict::NotMember => not_member(facts)?,
        Verdict::Conflict => {
            let mut owners = findings
                .iter()
                .filter(|it| it.code == FindingCode::Conflict)
                .filter_map(|it| it.owner.clone());
            Cause::Conflict { owner: owners.next()?, more: owners.count() }
        }
        Verdict::Misconfigured => Cause::Misconfigured {
            addresses: guest.different_other_mails().get().cloned().unwrap_or_default(),
        },
        Verdict::NoAddress => {
            Cause::NoAddress { missing: sort_of_missing(guest)?, addresses: guest.addresses() }
        }
        Verdict::MailElsewhere => {
            Cause::MailElsewhere { primary: primary?, searched: facts.searched.clone() }
        }
        Verdict::Blocked => Cause::Blocked,
        Verdict::Pending => Cause::Pending { since: guest.external_user_state_changed.value().copied() },
        Verdict::Healthy => Cause::Healthy { primary: primary? },
        Verdict::Ambiguous
        | Verdict::Deleted
        | Verdict::NotAGuest
        | Verdict::CannotTell
        | Verdict::NotFound => return None,
    })
}

fn not_member(facts: &Facts) -> Option<Cause> {
    let chosen = facts.group.as_ref()?;
    let group = chosen.group.get();
    Some(Cause::NotMember {
        group: chosen.id.clone(),
        name: group.and_then(|group| group.display_name.value().cloned()),
        dynamic: group.is_some_and(|group| group.membership_writable() == Err(crate::facts::WhyNot::Dynamic)),
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
            (Verdict::Deleted, Cause::Deleted { days_left, owner })
        }
        Search::NotAGuest(_) => (Verdict::NotAGuest, Cause::NotAGuest),
        Search::NotFound => (Verdict::NotFound, Cause::NotFound { owner }),
        Search::CannotTell(unanswered) => {
            (Verdict::CannotTell, Cause::CannotTell { unanswered: unanswered.clone() })
        }
        // The caller asks `of_guest`; whoever does not is told the truth: nothing was decided.
        Search::Guest(_) => (Verdict::CannotTell, Cause::CannotTell { unanswered: Vec::<Unanswered>::new() }),
    }
}

/// Days in which a deleted user can be restored, rounded up; 0 when it is over, None when the date was not read.
pub(crate) fn days_left(user: &User, now: Timestamp) -> Option<i64> {
    let Known::Is(Some(deleted)) = user.deleted else { return None };
    let gone = now.as_second().saturating_sub(deleted.as_second());
    let most = DAYS_TO_RESTORE * SECONDS_OF_A_DAY;
    let left = most.saturating_sub(gone).clamp(0, most);
    Some((left + SECONDS_OF_A_DAY - 1) / SECONDS_OF_A_DAY)
}

//! The one answer: the first finding, in the order of the verdict, that decides.

use jiff::Timestamp;

use crate::facts::{AddressProperty, Facts, Group, GuestSign, OwnerKind, Primary, User, WhyNot};
use crate::finding::{Also, Cause, Evidence, Finding, FindingCode, Insider, Severity, Unanswered, Verdict};
use crate::known::Known;
use crate::rule::Rule;
use crate::rules::{Search, decided, deleted_guests, sort_of_missing, unread};

/// Days after which a deleted user is gone (Microsoft Entra: "Recover from deletions").
const DAYS_TO_RESTORE: i64 = 30;

const SECONDS_OF_A_DAY: i64 = 24 * 60 * 60;

/// What is wrong besides the verdict, in the order of the verdicts.
pub(crate) fn also(verdict: Verdict, findings: &[Finding]) -> Vec<Also> {
    use FindingCode as Code;
    let faults: [(Also, &[Code], &[Verdict]); 5] = [
        (Also::GuestAccessOff, &[Code::GuestAccessOff], &[Verdict::GuestAccessOff]),
        (Also::NotMember, &[Code::NotMember], &[Verdict::NotMember]),
        (
            Also::NoMainAddress,
            &[Code::Conflict, Code::Misconfigured, Code::NoAddress],
            &[Verdict::Conflict, Verdict::Misconfigured, Verdict::NoAddress],
        ),
        (Also::MailElsewhere, &[Code::MailElsewhere, Code::MainAddressesDiffer], &[Verdict::MailElsewhere]),
        (Also::Blocked, &[Code::Blocked], &[Verdict::Blocked]),
    ];
    let found = |codes: &[Code]| findings.iter().any(|finding| codes.contains(&finding.code));
    let others = faults.into_iter().filter(|(_, codes, said)| found(codes) && !said.contains(&verdict));
    others.map(|(also, ..)| also).collect()
}

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
    cause(verdict, facts, guest, findings)
        .map_or_else(|| (Verdict::CannotTell, cannot_tell(facts, guest)), |why| (verdict, why))
}

/// A group that hides its members is no answer that failed: it is said by its name, when nothing else is open.
fn cannot_tell(facts: &Facts, guest: &User) -> Cause {
    let unanswered = unread(facts, guest);
    match &facts.group {
        Some(chosen) if facts.members_are_hidden() && unanswered == [Unanswered::Membership] => {
            let name = chosen.group.get().and_then(|group| group.display_name.value());
            Cause::MembersHidden { group: name.unwrap_or(&chosen.id).clone() }
        }
        _ => Cause::CannotTell { unanswered },
    }
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
        Primary::Differing { .. } | Primary::Missing | Primary::Unknown => None,
    };
    Some(match verdict {
        Verdict::GuestAccessOff => Cause::GuestAccessOff,
        Verdict::NotMember => not_member(facts, guest)?,
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
        Verdict::MailElsewhere => mail_elsewhere(facts, guest)?,
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

fn mail_elsewhere(facts: &Facts, guest: &User) -> Option<Cause> {
    match guest.primary() {
        Primary::Present(primary) => Some(Cause::MailElsewhere { primary, searched: facts.searched.clone() }),
        Primary::Differing { mail, proxy } => Some(Cause::MainAddressesDiffer { mail, proxy }),
        Primary::Missing | Primary::Unknown => None,
    }
}

fn not_member(facts: &Facts, guest: &User) -> Option<Cause> {
    let chosen = facts.group.as_ref()?;
    let group = chosen.group.get();
    Some(Cause::NotMember {
        reads_missing_address: group
            .filter(|group| reads_missing_address(group, guest))
            .and_then(|group| group.membership_rule.value().cloned()),
        group: chosen.id.clone(),
        name: group.and_then(|group| group.display_name.value().cloned()),
        dynamic: group.is_some_and(|group| group.membership_writable() == Err(WhyNot::Dynamic)),
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

/// Whether the group's rule reads an address that the guest does not have: then that, and not the rule, explains why
/// the guest is not a member (MicrosoftDocs/microsoft-365-docs issue 4202).
pub(crate) fn reads_missing_address(group: &Group, guest: &User) -> bool {
    let is_missing = |property: &AddressProperty| match property {
        AddressProperty::Mail => guest.mail_is_empty() == Known::Is(true),
        AddressProperty::ProxyAddresses => guest.has_no_smtp() == Known::Is(true),
        // Writing the main address does not fill it.
        AddressProperty::OtherMails => false,
    };
    group.membership_writable() == Err(WhyNot::Dynamic) && group.addresses_in_rule().iter().any(is_missing)
}

/// Days in which a deleted user can be restored, rounded up; 0 when it is over, None when the date was not read.
pub(crate) fn days_left(user: &User, now: Timestamp) -> Option<i64> {
    let Known::Is(Some(deleted)) = user.deleted else { return None };
    let gone = now.as_second().saturating_sub(deleted.as_second());
    let most = DAYS_TO_RESTORE * SECONDS_OF_A_DAY;
    let left = most.saturating_sub(gone).clamp(0, most);
    Some((left + SECONDS_OF_A_DAY - 1) / SECONDS_OF_A_DAY)
}

//! The property table: every property that was selected, what it holds and what it means.

use jiff::Timestamp;

use crate::address::Address;
use crate::diagnosis::{Diagnosis, subject};
use crate::facts::{Facts, GuestSign, Identity, OwnerRef, Primary, User};
use crate::finding::{Finding, FindingCode, Severity};
use crate::invited::Decoded;
use crate::known::Known;
use crate::rule::RuleSet;
use crate::rules::{Case, findings, is_pending};

/// What a property holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowValue {
    /// Read, and null or without entries.
    Empty,
    /// Not read.
    Unknown,
    /// A text.
    Text(String),
    /// Several texts.
    Texts(Vec<String>),
    /// Yes or no.
    Bool(bool),
    /// A moment.
    Date(Timestamp),
    /// An object that owns one of the guest's addresses.
    Owner(OwnerRef),
}

/// What a value means for group mail.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")
)]
pub enum Meaning {
    /// Group mail has nowhere to go.
    NoMainAddress,
    /// Group mail goes here.
    MainAddress,
    /// There is no upper-case `SMTP:` entry.
    NoPrimaryProxy,
    /// The `SMTP:` entry is where mail goes.
    PrimaryProxy,
    /// Mail goes to another address than the one searched for.
    GoesElsewhere {
        /// What was searched for.
        #[cfg_attr(feature = "contract", ts(as = "String"))]
        searched: Address,
    },
    /// The other of the two properties names another main address.
    MainAddressesDiffer,
    /// Several values and no main address: the sign of Microsoft's article.
    SeveralWithoutMain,
    /// One address written several times.
    OneAddressRepeated,
    /// Several values beside a main address: normal.
    SeveralBesideMain,
    /// The address the guest was invited at.
    InvitedAt {
        /// That address.
        #[cfg_attr(feature = "contract", ts(as = "String"))]
        address: Address,
    },
    /// The name does not tell for certain at which address the guest was invited.
    InvitedAtOneOf {
        /// The possible ones, the likeliest first.
        #[cfg_attr(feature = "contract", ts(as = "Vec<String>"))]
        addresses: Vec<Address>,
    },
    /// The guest accepted the invitation.
    Accepted,
    /// The guest has not accepted yet.
    NotAccepted,
    /// Neither invited nor accepted: as old SharePoint sharing made guests.
    MadeBySharing,
    /// An external person who counts as a member here.
    ExternalMember,
    /// Signing in is blocked.
    SignInBlocked,
    /// The directory on premises decides.
    Synced,
    /// Only admins of the restricted administrative unit can change the guest.
    Restricted,
    /// No sign of a guest.
    NoSignOfGuest,
    /// The address belongs to this object.
    OwnedBy {
        /// The address.
        #[cfg_attr(feature = "contract", ts(as = "String"))]
        address: Address,
    },
    /// The address is the user name of this account, which may own it.
    UserNameOf {
        /// The address.
        #[cfg_attr(feature = "contract", ts(as = "String"))]
        address: Address,
    },
    /// Licences that go with the account.
    Licensed,
    /// A plan of Exchange: very likely a mailbox here.
    HasMailbox,
    /// The directory types it Guest, though nobody invited it.
    InternalGuest,
    /// Could not be read, so nothing is concluded from it.
    NotRead,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PropertyRow {
    /// Microsoft Graph's name of the property; `contact` for the object that owns one of the guest's addresses.
    pub property: String,
    /// Whether it belongs to "only what matters".
    pub matters: bool,
    /// How much it matters.
    pub severity: Severity,
    /// What it holds.
    pub value: RowValue,
    /// What that means, where it means something.
    pub meaning: Option<Meaning>,
}

/// What decides whether group mail arrives.
const DECIDES: [&str; 9] = [
    "contact",
    "deletedDateTime",
    "members",
    "mail",
    "proxyAddresses",
    "otherMails",
    "accountEnabled",
    "externalUserState",
    "displayName",
];

/// The rows about the user whom a diagnosis is about: what explains the others, then what decides, then what decides, then everything else. Empty when there is no
/// single user.
#[must_use]
pub fn table(facts: &Facts, diagnosis: &Diagnosis) -> Vec<PropertyRow> {
    let Some(user) = subject(facts, diagnosis) else { return Vec::new() };
    // Of a deleted guest, and of somebody who is none, the diagnosis says only that; the rules say the rest.
    let found = findings(Case { facts, guest: user }, RuleSet::default());
    let mut rows = owner_rows(diagnosis);
    rows.extend(deletion_row(user));
    rows.extend(membership_row(facts, user));
    rows.extend([mail_row(facts, user), proxy_addresses_row(user), other_mails_row(user)]);
    rows.extend([account_row(user, &found), invitation_row(user, &found), user_name_row(user)]);
    rows.extend([synced_row(user), restricted_row(user), user_type_row(user)]);
    rows.extend(licence_rows(user, &found));
    rows.push(plain("displayName", text(&user.display_name)));
    for row in &mut rows {
        // What decides is always shown, also when it is fine; rights and type only when they say something.
        row.matters = DECIDES.contains(&row.property.as_str()) || row.meaning.is_some();
    }
    let shown: Vec<String> = rows.iter().map(|row| row.property.clone()).collect();
    rows.extend(everything_else(user).into_iter().filter(|row| !shown.contains(&row.property)));
    for row in rows.iter_mut().filter(|row| row.value == RowValue::Unknown) {
        row.meaning = Some(Meaning::NotRead);
    }
    rows
}

fn row(property: &str, value: RowValue, severity: Severity, meaning: Option<Meaning>) -> PropertyRow {
    PropertyRow { property: property.to_owned(), matters: false, severity, value, meaning }
}

/// How much the findings that name a property make of it; without any, what it is by itself.
fn named(property: &str, found: &[Finding], otherwise: Severity) -> Severity {
    let naming = found.iter().filter(|finding| finding.evidence.iter().any(|it| it.property == property));
    naming.map(|finding| finding.severity).max().unwrap_or(otherwise)
}

fn plain(property: &str, value: RowValue) -> PropertyRow {
    row(property, value, Severity::Info, None)
}

fn text(value: &Known<Option<String>>) -> RowValue {
    match value {
        Known::Unknown => RowValue::Unknown,
        Known::Is(None) => RowValue::Empty,
        Known::Is(Some(text)) if text.trim().is_empty() => RowValue::Empty,
        Known::Is(Some(text)) => RowValue::Text(text.clone()),
    }
}

fn texts(values: &Known<Vec<String>>) -> RowValue {
    match values {
        Known::Unknown => RowValue::Unknown,
        Known::Is(all) if all.is_empty() => RowValue::Empty,
        Known::Is(all) => RowValue::Texts(all.clone()),
    }
}

const fn yes_or_no(value: Known<Option<bool>>) -> RowValue {
    match value {
        Known::Unknown => RowValue::Unknown,
        Known::Is(None) => RowValue::Empty,
        Known::Is(Some(yes)) => RowValue::Bool(yes),
    }
}

const fn date(value: Known<Option<Timestamp>>) -> RowValue {
    match value {
        Known::Unknown => RowValue::Unknown,
        Known::Is(None) => RowValue::Empty,
        Known::Is(Some(moment)) => RowValue::Date(moment),
    }
}

// The three properties of addresses are judged one by one, and no finding does that: R5 and R6 look at the three
// together and name all of them, whichever is at fault, and say nothing where one that was not read may decide. Their
// rows say of each whether it is filled as a guest's should be.

fn mail_row(facts: &Facts, user: &User) -> PropertyRow {
    let value = text(&user.mail);
    let (severity, meaning) = match (user.mail_is_empty(), user.guest_sign()) {
        (Known::Unknown, _) => (Severity::Warning, None),
        (_, GuestSign::NoSign) => (Severity::Info, None),
        (Known::Is(true), _) => (Severity::Error, Some(Meaning::NoMainAddress)),
        (Known::Is(false), _) if main_addresses_differ(user) => {
            (Severity::Warning, Some(Meaning::MainAddressesDiffer))
        }
        (Known::Is(false), _) if user.mail.value().is_some_and(|mail| !facts.searched.is(mail)) => {
            (Severity::Warning, Some(Meaning::GoesElsewhere { searched: facts.searched.clone() }))
        }
        (Known::Is(false), _) if is_deleted(user) => (Severity::Info, None),
        (Known::Is(false), _) => (Severity::Ok, Some(Meaning::MainAddress)),
    };
    row("mail", value, severity, meaning)
}

fn proxy_addresses_row(user: &User) -> PropertyRow {
    let (severity, meaning) = match (user.has_no_smtp(), user.guest_sign()) {
        (Known::Unknown, _) => (Severity::Warning, None),
        (_, GuestSign::NoSign) => (Severity::Info, None),
        (Known::Is(true), _) => (Severity::Error, Some(Meaning::NoPrimaryProxy)),
        (Known::Is(false), _) if main_addresses_differ(user) => {
            (Severity::Warning, Some(Meaning::MainAddressesDiffer))
        }
        (Known::Is(false), _) if is_deleted(user) => (Severity::Info, None),
        (Known::Is(false), _) => (Severity::Ok, Some(Meaning::PrimaryProxy)),
    };
    row("proxyAddresses", texts(&user.proxy_addresses), severity, meaning)
}

fn main_addresses_differ(user: &User) -> bool {
    matches!(user.primary(), Primary::Differing { .. })
}

fn other_mails_row(user: &User) -> PropertyRow {
    let written = user.other_mails.get().map_or(0, Vec::len);
    let (severity, meaning) = match (user.different_other_mails(), user.primary()) {
        (Known::Unknown, _) => (Severity::Warning, None),
        (Known::Is(different), Primary::Missing) if different.len() > 1 => {
            (Severity::Error, Some(Meaning::SeveralWithoutMain))
        }
        (Known::Is(different), _) if different.len() > 1 => {
            (Severity::Info, Some(Meaning::SeveralBesideMain))
        }
        (Known::Is(different), _) if different.len() == 1 && written > 1 => {
            (Severity::Warning, Some(Meaning::OneAddressRepeated))
        }
        _ => (Severity::Info, None),
    };
    row("otherMails", texts(&user.other_mails), severity, meaning)
}

/// That a user was deleted is what decides about them: nothing is delivered, whatever addresses they had.
fn deletion_row(user: &User) -> Option<PropertyRow> {
    is_deleted(user).then(|| row("deletedDateTime", date(user.deleted), Severity::Warning, None))
}

fn is_deleted(user: &User) -> bool {
    matches!(user.deleted, Known::Is(Some(_)))
}

/// Whether the guest is a member of the group that is asked about. Of a deleted one that cannot be seen.
fn membership_row(facts: &Facts, user: &User) -> Option<PropertyRow> {
    let chosen = facts.group.as_ref().filter(|_| !is_deleted(user))?;
    let member = facts.is_member(chosen);
    let severity = match (member, user.guest_sign()) {
        (Known::Is(true), _) => Severity::Ok,
        (_, GuestSign::NoSign) => Severity::Info,
        (Known::Is(false), _) => Severity::Error,
        (Known::Unknown, _) => Severity::Warning,
    };
    Some(row("members", yes_or_no(member.map(Some)), severity, None))
}

/// A row for each object that owns one of the guest's addresses.
fn owner_rows(diagnosis: &Diagnosis) -> Vec<PropertyRow> {
    let rows = diagnosis.findings.iter().filter_map(|finding| {
        let owner = finding.owner.clone()?;
        let address = owner.address.clone();
        let by_name = finding.code == FindingCode::UserNameTaken;
        let meaning = if by_name { Meaning::UserNameOf { address } } else { Meaning::OwnedBy { address } };
        Some(row("contact", RowValue::Owner(owner), finding.severity, Some(meaning)))
    });
    rows.collect()
}

fn user_name_row(user: &User) -> PropertyRow {
    let (severity, meaning) = match user.invited() {
        Decoded::Certain(address) => (Severity::Info, Some(Meaning::InvitedAt { address })),
        Decoded::Ambiguous(addresses) => (Severity::Info, Some(Meaning::InvitedAtOneOf { addresses })),
        Decoded::NotAnExtName if user.guest_sign() == GuestSign::NoSign => {
            (Severity::Info, Some(Meaning::NoSignOfGuest))
        }
        Decoded::NotAnExtName => (Severity::Info, None),
    };
    row("userPrincipalName", text(&user.user_principal_name), severity, meaning)
}

fn invitation_row(user: &User, found: &[Finding]) -> PropertyRow {
    let accepted =
        user.external_user_state.value().is_some_and(|state| state.eq_ignore_ascii_case("Accepted"));
    let shared = user.external_user_state.is_null() && user.creation_type.is_null();
    let (otherwise, meaning) = match user.guest_sign() {
        GuestSign::Guest if is_pending(user) => (Severity::Info, Some(Meaning::NotAccepted)),
        GuestSign::Guest if accepted => (Severity::Ok, Some(Meaning::Accepted)),
        GuestSign::Guest if shared => (Severity::Info, Some(Meaning::MadeBySharing)),
        GuestSign::Guest | GuestSign::NoSign | GuestSign::Unknown => (Severity::Info, None),
    };
    let severity = named("externalUserState", found, otherwise);
    row("externalUserState", text(&user.external_user_state), severity, meaning)
}

fn account_row(user: &User, found: &[Finding]) -> PropertyRow {
    let (otherwise, meaning) = match user.account_enabled.value() {
        Some(false) => (Severity::Info, Some(Meaning::SignInBlocked)),
        Some(true) if !is_deleted(user) => (Severity::Ok, None),
        Some(true) | None => (Severity::Info, None),
    };
    let severity = named("accountEnabled", found, otherwise);
    row("accountEnabled", yes_or_no(user.account_enabled), severity, meaning)
}

// Who can repair explains no missing mail: among the findings it is information, and stands below what does. In the
// table it is what to look at before anything is changed.

fn synced_row(user: &User) -> PropertyRow {
    let meaning = user.is_synced().then_some(Meaning::Synced);
    let severity = if user.is_synced() { Severity::Warning } else { Severity::Info };
    row("onPremisesSyncEnabled", yes_or_no(user.on_premises_sync_enabled), severity, meaning)
}

fn restricted_row(user: &User) -> PropertyRow {
    let restricted = user.is_management_restricted.value() == Some(&true);
    let severity = if restricted { Severity::Warning } else { Severity::Info };
    let value = yes_or_no(user.is_management_restricted);
    row("isManagementRestricted", value, severity, restricted.then_some(Meaning::Restricted))
}

fn user_type_row(user: &User) -> PropertyRow {
    let member = user.user_type.value().is_some_and(|kind| kind.eq_ignore_ascii_case("Member"));
    let external = member && user.guest_sign() == GuestSign::Guest;
    let internal = user.is_internal_guest().then_some(Meaning::InternalGuest);
    let meaning = external.then_some(Meaning::ExternalMember).or(internal);
    row("userType", text(&user.user_type), Severity::Info, meaning)
}

/// What hangs on the account. It matters when there is something.
fn licence_rows(user: &User, found: &[Finding]) -> [PropertyRow; 2] {
    let count = match user.licences {
        Known::Unknown => RowValue::Unknown,
        Known::Is(0) => RowValue::Empty,
        Known::Is(count) => RowValue::Text(count.to_string()),
    };
    let mailbox = user.has_mailbox == Known::Is(true);
    let licensed = user.licences.is_and(|&count| count > 0);
    [
        row(
            "assignedLicenses",
            count,
            named("assignedLicenses", found, Severity::Info),
            licensed.then_some(Meaning::Licensed),
        ),
        row(
            "assignedPlans",
            yes_or_no(user.has_mailbox.map(Some)),
            named("assignedPlans", found, Severity::Info),
            mailbox.then_some(Meaning::HasMailbox),
        ),
    ]
}

/// What only "everything" shows.
fn everything_else(user: &User) -> Vec<PropertyRow> {
    let mut rows = vec![
        plain("identities", identities(user)),
        plain("creationType", text(&user.creation_type)),
        plain("externalUserStateChangeDateTime", date(user.external_user_state_changed)),
        plain("createdDateTime", date(user.created)),
        plain("deletedDateTime", date(user.deleted)),
        plain("givenName", text(&user.given_name)),
        plain("surname", text(&user.surname)),
        plain("companyName", text(&user.company_name)),
        plain("jobTitle", text(&user.job_title)),
        plain("department", text(&user.department)),
        plain("officeLocation", text(&user.office_location)),
        plain("preferredLanguage", text(&user.preferred_language)),
        plain("usageLocation", text(&user.usage_location)),
        plain("mobilePhone", text(&user.mobile_phone)),
        plain("businessPhones", texts(&user.business_phones)),
        plain("mailNickname", text(&user.mail_nickname)),
        plain("id", RowValue::Text(user.id.clone())),
    ];
    let known: Vec<String> = rows.iter().map(|row| row.property.clone()).collect();
    let more = user.more.iter().filter(|more| !known.contains(&more.property));
    rows.extend(more.map(|more| plain(&more.property, more.value.clone())));
    rows
}

fn identities(user: &User) -> RowValue {
    match &user.identities {
        Known::Unknown => RowValue::Unknown,
        Known::Is(all) if all.is_empty() => RowValue::Empty,
        Known::Is(all) => RowValue::Texts(all.iter().map(spelt).collect()),
    }
}

/// How to sign in, who vouches, and under which name: as the directory writes the three.
fn spelt(identity: &Identity) -> String {
    let parts = [&identity.sign_in_type, &identity.issuer, &identity.issuer_assigned_id];
    let parts: Vec<&str> = parts.into_iter().filter_map(|part| part.as_deref()).collect();
    parts.join(" \u{b7} ")
}

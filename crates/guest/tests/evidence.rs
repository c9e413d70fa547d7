//! What each finding is shown by: the properties, and what they hold.

mod people;

use guest::{Facts, FindingCode as F, Group, Known, Lookup, Organisation, User, diagnose};
use people::{broken, chosen, contact, employee, found, guest, microsoft365, nobody, some, texts, time};

const JAN: &str = "jan@fabrikam.nl";
const SECOND: &str = "j@example.com";

/// A finding, and the properties that show it; empty ones hold nothing.
type Shown = (F, &'static [(&'static str, Option<&'static str>)]);

fn only(user: User) -> Facts {
    found(JAN, user)
}

fn addresses() -> Vec<(Facts, Shown)> {
    let two = || broken("jan", JAN, &[JAN, SECOND]);
    let proxies = |all: &[&str], user: User| User { proxy_addresses: texts(all), ..user };
    let others = |all: &[&str], user: User| User { other_mails: texts(all), ..user };
    let unread = User { proxy_addresses: Known::Unknown, ..broken("jan", JAN, &[]) };
    let owned = Facts { contacts: Lookup::complete(vec![contact("c", JAN)]), ..only(two()) };
    let shared = Facts { contacts: Lookup::complete(vec![contact("c", JAN)]), ..only(guest("jan", JAN)) };
    vec![
        (
            only(two()),
            (
                F::Misconfigured,
                &[
                    ("mail", None),
                    ("proxyAddresses", None),
                    ("otherMails", Some(JAN)),
                    ("otherMails", Some(SECOND)),
                ],
            ),
        ),
        (
            only(proxies(&["sip:j@example.com", "smtp:j@example.com"], others(&[], two()))),
            (
                F::NoAddress,
                &[
                    ("mail", None),
                    ("proxyAddresses", Some("sip:j@example.com")),
                    ("proxyAddresses", Some("smtp:j@example.com")),
                    ("otherMails", None),
                ],
            ),
        ),
        (
            only(proxies(&[], guest("jan", JAN))),
            (F::NoAddress, &[("mail", Some(JAN)), ("proxyAddresses", None), ("otherMails", Some(JAN))]),
        ),
        (only(unread), (F::NoAddress, &[("mail", None), ("otherMails", None)])),
        (
            only(others(&[SECOND, JAN], guest("jan", JAN))),
            (
                F::SeveralAddresses,
                &[("mail", Some(JAN)), ("otherMails", Some(SECOND)), ("otherMails", Some(JAN))],
            ),
        ),
        (only(others(&[JAN], guest("jan", SECOND))), (F::MailElsewhere, &[("mail", Some(SECOND))])),
        (owned, (F::Conflict, &[("proxyAddresses", Some(JAN))])),
        (shared, (F::AddressShared, &[("proxyAddresses", Some(JAN))])),
        (Facts { owners: Lookup::partial(vec![]), ..only(two()) }, (F::OwnersNotAllSeen, &[])),
    ]
}

fn searches() -> Vec<(Facts, Shown)> {
    let owned = || Lookup::complete(vec![contact("c", JAN)]);
    let gone = User { deleted: Known::Is(Some(time("2026-11-10T08:00:00Z"))), ..guest("jan", JAN) };
    let undated = User { deleted: Known::Unknown, ..guest("jan", JAN) };
    let deleted = |user: User| Facts { deleted_users: Lookup::complete(vec![user]), ..nobody(JAN) };
    let two = Lookup::complete(vec![guest("one", JAN), guest("two", JAN)]);
    vec![
        (nobody(JAN), (F::NotFound, &[("mail", Some(JAN))])),
        (Facts { contacts: owned(), ..nobody(JAN) }, (F::AddressOwned, &[("proxyAddresses", Some(JAN))])),
        (deleted(gone.clone()), (F::Deleted, &[("deletedDateTime", Some("2026-11-10T08:00:00Z"))])),
        (deleted(undated), (F::Deleted, &[("deletedDateTime", None)])),
        (Facts { contacts: owned(), ..deleted(gone) }, (F::AddressOwned, &[("proxyAddresses", Some(JAN))])),
        (
            Facts { live_users: two, ..nobody(JAN) },
            (F::SeveralGuests, &[("id", Some("one")), ("id", Some("two"))]),
        ),
        (only(employee("jan", JAN)), (F::NotAGuest, &[("userPrincipalName", Some(JAN))])),
    ]
}

fn surroundings() -> Vec<(Facts, Shown)> {
    let fine = || guest("jan", JAN);
    let asked =
        |group: Group, member| Facts { group: Some(chosen(group, Known::Is(member))), ..only(fine()) };
    let allowed = |access, add| Facts {
        organisation: Organisation {
            guests_may_access_groups: Known::Is(access),
            may_add_guests: Known::Is(add),
            ..Organisation::default()
        },
        ..only(fine())
    };
    let hidden = Group { hide_from_outlook_clients: Known::Is(Some(true)), ..microsoft365("sales") };
    let roles = Facts { directory_roles: texts(&["Directory Readers", "Guest Inviter"]), ..only(fine()) };
    vec![
        (asked(microsoft365("sales"), false), (F::NotMember, &[("members", None), ("id", Some("sales"))])),
        (asked(hidden, true), (F::GroupHidden, &[("hideFromOutlookClients", Some("true"))])),
        (allowed(false, true), (F::GuestAccessOff, &[("AllowGuestsToAccessGroups", Some("false"))])),
        (allowed(true, false), (F::AddingGuestsOff, &[("AllowToAddGuests", Some("false"))])),
        (
            only(User { on_premises_sync_enabled: Known::Is(Some(true)), ..fine() }),
            (F::SyncedFromOnPremises, &[("onPremisesSyncEnabled", Some("true"))]),
        ),
        (
            only(User { is_management_restricted: Known::Is(Some(true)), ..fine() }),
            (F::RestrictedManagement, &[("isManagementRestricted", Some("true"))]),
        ),
        (roles, (F::Privileged, &[("memberOf", Some("Directory Readers, Guest Inviter"))])),
        (
            only(User { account_enabled: Known::Is(Some(false)), ..fine() }),
            (F::Blocked, &[("accountEnabled", Some("false"))]),
        ),
        (
            only(User { external_user_state: some("PendingAcceptance"), ..fine() }),
            (F::Pending, &[("externalUserState", Some("PendingAcceptance"))]),
        ),
    ]
}

#[test]
fn every_finding_shows_the_properties_it_was_found_by() {
    for (facts, (code, shown)) in [addresses(), searches(), surroundings()].concat() {
        let said = diagnose(&facts);
        let finding = said.findings.iter().find(|it| it.code == code);
        let finding = finding.unwrap_or_else(|| panic!("{code:?} was not found, but {:?}", said.verdict));
        let evidence: Vec<_> =
            finding.evidence.iter().map(|it| (it.property.as_str(), it.value.as_deref())).collect();
        assert_eq!(evidence, shown, "{code:?}");
    }
}

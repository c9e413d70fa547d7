//! Many guests, of whom some are faulty: whom the scenario says it made, what a listing finds of them, and what becomes
//! of pages while the tenant changes.
#![allow(
    clippy::unwrap_used,
    clippy::needless_pass_by_value,
    reason = "in a test a failed unwrap is a failed test"
)]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use common::*;
use practice::{
    Allowed, Behaviour, FaultyGuest, GuestFault, Guests, Organisation, Tenant, TenantFileError, Throttle,
};
use serde_json::{Value, json};

const SCENARIO: Guests = Guests { count: 3_000, faulty: 240, seed: 7 };
const WITHOUT_MAIN_ADDRESS: &str = "endsWith(userPrincipalName,'#EXT#@contoso.onmicrosoft.com') \
     and (mail eq null or proxyAddresses/$count eq 0)";
const COLUMNS: &str = "id,displayName,userPrincipalName,mail,otherMails,proxyAddresses,accountEnabled,\
     externalUserState,userType,createdDateTime";

/// The small organisation with many guests.
fn many(guests: Guests) -> Organisation {
    organisation().with_some_faulty(guests)
}

fn start(guests: Guests) -> Tenant {
    Tenant::start(many(guests), TestClock::new().behaviour())
}

fn asking(filter: &str, more: &str) -> String {
    format!("/users?$select={COLUMNS}&$count=true{more}&$filter={}", encoded(filter))
}

/// Where the next page is, as the server said it.
fn next_page(reply: &Reply) -> Option<String> {
    let next = reply.body["@odata.nextLink"].as_str()?;
    Some(next.strip_prefix("https://graph.microsoft.com/v1.0").unwrap().to_owned())
}

/// Everything on all pages, and what the first one said of how many there are.
async fn all_pages(tenant: &Tenant, target: &str) -> (Vec<Value>, Value) {
    let first = advanced(tenant, "user-admin", target).await;
    let count = first.body["@odata.count"].clone();
    let (mut reply, mut found) = (first, Vec::new());
    loop {
        assert_eq!(reply.status, 200, "{reply:?}");
        found.extend(reply.body["value"].as_array().unwrap().iter().cloned());
        let Some(next) = next_page(&reply) else { return (found, count) };
        reply = advanced(tenant, "user-admin", &next).await;
        assert!(reply.body.get("@odata.count").is_none(), "the count stands on the first page only");
    }
}

fn ids(rows: &[Value]) -> Vec<String> {
    rows.iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
}

/// Those of the file who have no main address, by hand.
const WRITTEN_WITHOUT: [&str; 2] = [JAN, PIETER];

#[tokio::test]
async fn the_listing_finds_exactly_those_of_the_table_who_have_no_main_address() {
    // Given a scenario that tells whom it made
    let table = many(SCENARIO).faulty_guests();
    assert_eq!(table.len(), 240);
    let tenant = start(SCENARIO);
    // When everybody without a main address is asked for
    let (found, count) = all_pages(&tenant, &asking(WITHOUT_MAIN_ADDRESS, "&$top=50")).await;
    // Then those are found and nobody else, in order, and the first page says how many
    let without = table.iter().filter(|guest| guest.fault.is_without_main_address());
    let mut expected: Vec<String> = without.map(|guest| guest.user_id.clone()).collect();
    expected.extend(WRITTEN_WITHOUT.map(str::to_owned));
    expected.sort();
    assert_eq!(ids(&found), expected);
    assert_eq!(count, expected.len());
}

#[tokio::test]
async fn each_guest_of_the_table_has_the_fault_it_says() {
    let table = many(SCENARIO).faulty_guests();
    let tenant = start(SCENARIO);
    let kinds: BTreeSet<_> = table.iter().map(|guest| guest.fault).collect();
    assert_eq!(kinds, BTreeSet::from(GuestFault::ALL), "every fault is there");
    for guest in &table {
        let reply = get(&tenant, "user-admin", &format!("/users/{}?$select={COLUMNS}", guest.user_id)).await;
        let user = &reply.body;
        assert_eq!(user["displayName"], guest.display_name.as_str());
        assert_eq!(user["userPrincipalName"], guest.user_name.as_str());
        assert_eq!((&user["mail"], &user["otherMails"]), (&json!(guest.mail), &json!(guest.other_mails)));
        let proxies: Vec<_> =
            user["proxyAddresses"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
        let primary = proxies.iter().find_map(|proxy| proxy.strip_prefix("SMTP:"));
        let (others, enabled) = (guest.other_mails.len(), user["accountEnabled"] == true);
        let accepted = user["externalUserState"] == "Accepted";
        let fits = match guest.fault {
            GuestFault::OneAddress => others == 1 && enabled,
            GuestFault::SeveralAddresses => others > 1 && enabled,
            GuestFault::OwnedByContact | GuestFault::OwnedByAccount | GuestFault::OwnedByGroup => {
                owns(&tenant, guest).await
            }
            GuestFault::NoAddress => others == 0 && !guest.user_name.contains('_'),
            GuestFault::OneAddressBlocked => others == 1 && !enabled,
            GuestFault::NoPrimary => proxies.len() == 1 && primary.is_none() && guest.mail.is_some(),
            GuestFault::MailDiffers => primary.is_some() && primary != guest.mail.as_deref(),
            GuestFault::Blocked => !enabled && primary == guest.mail.as_deref(),
            GuestFault::Pending => !accepted && primary == guest.mail.as_deref(),
        };
        assert!(fits && (accepted || guest.fault == GuestFault::Pending), "{guest:?}: {user}");
        assert_eq!(guest.mail.is_none() && proxies.is_empty(), guest.fault.is_without_main_address());
        assert_eq!(guest.owner_id.is_some(), guest.fault.is_owned());
    }
}

/// Whether what the table calls the owner of the guest's address has it, and can be found by it.
async fn owns(tenant: &Tenant, guest: &FaultyGuest) -> bool {
    let lists = [(GuestFault::OwnedByContact, "contacts"), (GuestFault::OwnedByGroup, "groups")];
    let list = lists.iter().find(|(fault, _)| *fault == guest.fault).map_or("users", |(_, list)| list);
    let address = guest.other_mails[0].replace('\'', "''");
    let filter = encoded(&format!("proxyAddresses/any(p:p eq 'smtp:{address}')"));
    let found = get(tenant, "user-admin", &format!("/{list}?$select=id&$filter={filter}")).await;
    found.ids() == [guest.owner_id.as_deref().unwrap()]
}

#[tokio::test]
async fn the_same_seed_makes_the_same_guests_and_another_one_others() {
    let of = |seed| many(Guests { seed, ..SCENARIO }).faulty_guests();
    assert_eq!(of(7), of(7));
    assert_ne!(of(7), of(8));
    // Names of several alphabets, one with an apostrophe, one that a spreadsheet takes for a formula
    let names: Vec<_> = of(7).into_iter().map(|guest| guest.display_name).collect();
    for sample in ["Ł", "O'", "ν", "в", "ا", "ל", "田", "="] {
        assert!(names.iter().any(|name| name.contains(sample)), "{sample}");
    }
    assert!(names.iter().any(|name| name.starts_with('=')));
    let different: BTreeSet<_> = names.iter().collect();
    assert!(different.len() > 80, "{}", different.len());
}

#[tokio::test]
async fn some_of_the_faulty_guests_are_in_groups_and_nobody_in_more_than_five() {
    let table = many(SCENARIO).faulty_guests();
    let tenant = start(SCENARIO);
    let in_groups = table.iter().filter(|guest| !guest.groups.is_empty()).count();
    assert!((50..200).contains(&in_groups), "{in_groups}");
    for guest in &table {
        let reply =
            get(&tenant, "user-admin", &format!("/users/{}/memberOf?$select=id", guest.user_id)).await;
        let (mut told, mut expected) = (reply.ids(), guest.groups.clone());
        told.sort_unstable();
        expected.sort();
        assert_eq!(told, expected);
        // Groups that somebody chooses the members of, and that give no role
        assert!(told.iter().all(|id| [SALES, CLOSED].contains(id)), "{told:?}");
    }
    // Where there are groups enough, some are in five
    let built_in = Tenant::built_in().unwrap().with_some_faulty(SCENARIO).faulty_guests();
    assert_eq!(built_in.iter().map(|guest| guest.groups.len()).max(), Some(5));
}

#[tokio::test]
async fn each_page_is_paid_for_and_can_be_asked_for_again_when_there_is_enough() {
    let clock = TestClock::new();
    let mut behaviour = clock.behaviour();
    behaviour.throttle = Some(Throttle { units: 3, window: Duration::from_secs(3) });
    let tenant = Tenant::start(many(SCENARIO), behaviour);
    // Two units for a list, one less with $select
    let mut reply = advanced(&tenant, "user-admin", &asking("userType eq 'Guest'", "&$top=999")).await;
    for _ in 0..2 {
        assert_eq!(reply.headers["x-ms-resource-unit"], "1");
        reply = advanced(&tenant, "user-admin", &next_page(&reply).unwrap()).await;
    }
    let last = next_page(&reply).unwrap();
    let refused = advanced(&tenant, "user-admin", &last).await;
    assert_eq!((refused.status, &refused.headers["retry-after"]), (429, &"1".parse().unwrap()));
    clock.advance(1);
    let again = advanced(&tenant, "user-admin", &last).await;
    assert_eq!((again.status, again.ids().len(), next_page(&again)), (200, 3_009 - 3 * 999, None));
}

#[tokio::test]
async fn a_filter_says_of_guests_made_on_demand_what_it_says_of_written_ones() {
    // Given the same people twice: made on demand, and written in a file
    let guests = Guests { count: 66, faulty: 44, seed: 3 };
    let made = start(guests);
    let everything = format!("/users?$count=true&$select={COLUMNS},creationType,identities,mailNickname");
    let (rows, _) = all_pages(&made, &everything).await;
    let mut file = file();
    let known: BTreeSet<String> = ids(file["users"].as_array().unwrap()).into_iter().collect();
    let more = rows.into_iter().filter(|row| !known.contains(row["id"].as_str().unwrap()));
    file["users"].as_array_mut().unwrap().extend(more);
    let written = Organisation::read(&file.to_string()).unwrap();
    for fold_case in [true, false] {
        let behaviour = || Behaviour { fold_case, open_ranges: Allowed::Yes, ..TestClock::new().behaviour() };
        let made = Tenant::start(many(guests), behaviour());
        let written = Tenant::start(written.clone(), behaviour());
        // When both are asked the same, in every combination of these
        let clauses = [
            "userType eq 'Guest'",
            "userType eq 'guest'",
            "userType in ('Member','Guest')",
            "userType eq null",
            "mail eq null",
            "mail ne null",
            "mail ge 'm'",
            "proxyAddresses/$count eq 0",
            "otherMails/$count ne 0",
            "accountEnabled eq false",
            "accountEnabled ne false",
            "externalUserState eq 'PendingAcceptance'",
            "creationType eq 'Invitation'",
            "createdDateTime ge 2021-01-01T00:00:00Z",
            "createdDateTime lt 2021-01-01T00:00:00Z",
            "createdDateTime le 2021-06-01T12:30:00.5Z",
            "endsWith(userPrincipalName,'#EXT#@contoso.onmicrosoft.com')",
            "endsWith(userPrincipalName,'_litwareinc.example#EXT#@contoso.onmicrosoft.com')",
            "endsWith(userPrincipalName,'@contoso.nl')",
            "startsWith(displayName,'A')",
            "startsWith(userPrincipalName,'anke.')",
            "startsWith(userPrincipalName,'anke.adeyemi.64_')",
            "proxyAddresses/any(p:startsWith(p,'SMTP:'))",
            "identities/any(i:i/issuer eq 'mail')",
        ];
        let pairs = clauses.iter().enumerate().flat_map(|(at, one)| {
            clauses[at..].iter().enumerate().map(move |(next, other)| match (at + next) % 3 {
                0 => format!("{one} and {other}"),
                1 => format!("{one} or {other}"),
                _ => format!("not({one}) and {other}"),
            })
        });
        // Case matters in what is compared, and not in how clauses are joined.
        let pairs = pairs.filter(|_| fold_case);
        for filter in clauses.into_iter().map(str::to_owned).chain(pairs) {
            let target = format!("/users?$select=id&$top=999&$count=true&$filter={}", encoded(&filter));
            let said = advanced(&made, "user-admin", &target).await;
            let expected = advanced(&written, "user-admin", &target).await;
            // Then both say the same, or both refuse
            assert_eq!(said.status, expected.status, "{filter}");
            let counted = |reply: &Reply| reply.body["@odata.count"].clone();
            assert_eq!(counted(&said), counted(&expected), "{filter}");
            if said.status == 200 {
                assert_eq!(said.ids(), expected.ids(), "{filter}");
            }
        }
    }
}

#[tokio::test]
async fn without_the_joined_filter_the_fall_backs_find_the_guests() {
    let behaviour = Behaviour { joined_advanced_filters: Allowed::No, ..TestClock::new().behaviour() };
    let tenant = Tenant::start(many(SCENARIO), behaviour);
    let refused = advanced(&tenant, "user-admin", &asking(WITHOUT_MAIN_ADDRESS, "")).await;
    assert_eq!((refused.status, refused.code()), (400, "Request_UnsupportedQuery"));
    // Documented for each operator: equality with null works by default (aad-advanced-queries)
    let by_mail = encoded("userType eq 'Guest' and mail eq null");
    let plain = get(&tenant, "user-admin", &format!("/users?$select=id&$top=999&$filter={by_mail}")).await;
    let table = many(SCENARIO).faulty_guests();
    let without = table.iter().filter(|guest| guest.fault.is_without_main_address()).count();
    assert_eq!(plain.ids().len(), without + WRITTEN_WITHOUT.len());
    // Who counts the guests, counts all of them
    let (all, count) = all_pages(&tenant, &asking("userType eq 'Guest'", "&$top=999")).await;
    assert_eq!((all.len(), &count), (3_009, &json!(3_009)));
    let path = format!("/users/$count?$filter={}", encoded("userType eq 'Guest'"));
    assert_eq!(advanced(&tenant, "user-admin", &path).await.body, 3_009);
}

#[tokio::test]
async fn a_number_of_users_is_told_in_plain_text_to_who_accepts_eventual_consistency() {
    let tenant = start(SCENARIO);
    let count = advanced(&tenant, "user-admin", "/users/$count").await;
    assert_eq!(count.headers["content-type"], "text/plain");
    assert!(count.body.as_u64().is_some_and(|count| count > 3_000), "{}", count.body);
    let of_filter = |filter: &str| format!("/users/$count?$filter={}", encoded(filter));
    let without = advanced(&tenant, "user-admin", &of_filter(WITHOUT_MAIN_ADDRESS)).await;
    let listed = advanced(&tenant, "user-admin", &asking(WITHOUT_MAIN_ADDRESS, "")).await;
    assert_eq!(without.body, listed.body["@odata.count"]);
    let refused = get(&tenant, "user-admin", "/users/$count").await;
    assert_eq!((refused.status, refused.code()), (400, "Request_BadRequest"));
    let spoilt = advanced(&tenant, "user-admin", &of_filter("nothing eq 1")).await;
    assert_eq!(spoilt.status, 400);
    assert_eq!(advanced(&tenant, "guest", "/users/$count").await.status, 403);
}

#[tokio::test]
async fn ranges_of_dates_share_the_guests_out_exactly() {
    let tenant = start(SCENARIO);
    let years = ["2018", "2019", "2020", "2021", "2022", "2023", "2024", "2030"];
    let mut found = BTreeMap::new();
    let mut sizes = Vec::new();
    for pair in years.windows(2) {
        // `lt` is not among what the property supports: a range ends with the last second.
        let last = pair[1].parse::<u32>().unwrap() - 1;
        let filter = format!(
            "userType eq 'Guest' and createdDateTime ge {}-01-01T00:00:00Z and createdDateTime le {last}-12-31T23:59:59Z",
            pair[0]
        );
        let (rows, count) = all_pages(&tenant, &asking(&filter, "&$top=200")).await;
        assert_eq!(count, rows.len());
        sizes.push(rows.len());
        for row in rows {
            let id = row["id"].as_str().unwrap().to_owned();
            assert!(found.insert(id, row).is_none(), "nobody is in two ranges");
        }
    }
    let (all, _) = all_pages(&tenant, &asking("userType eq 'Guest'", "&$top=999")).await;
    assert_eq!(found.into_keys().collect::<Vec<_>>(), ids(&all));
    assert!(sizes[1..7].iter().all(|size| (350..650).contains(size)), "{sizes:?}");
}

#[tokio::test]
async fn an_open_range_is_refused_unless_the_tenant_is_told_otherwise() {
    let filter = "createdDateTime ge 2020-01-01T00:00:00Z and createdDateTime lt 2021-01-01T00:00:00Z";
    let refused = advanced(&tenant(), "user-admin", &asking(filter, "")).await;
    assert_eq!((refused.status, refused.code()), (400, "Request_UnsupportedQuery"));
    let lax = Behaviour { open_ranges: Allowed::Yes, ..TestClock::new().behaviour() };
    let lax = Tenant::start(many(SCENARIO), lax);
    let (open, _) = all_pages(&lax, &asking(filter, "")).await;
    let closed = filter.replace("lt 2021-01-01T00:00:00Z", "le 2020-12-31T23:59:59Z");
    assert_eq!(ids(&open), ids(&all_pages(&lax, &asking(&closed, "")).await.0));
}

#[tokio::test]
async fn who_comes_goes_or_is_repaired_between_pages_neither_doubles_nor_hides_others() {
    let tenant = start(SCENARIO);
    let (before, _) = all_pages(&tenant, &asking(WITHOUT_MAIN_ADDRESS, "&$top=20")).await;
    let before = ids(&before);
    // Given two pages that were read
    let mut reply = advanced(&tenant, "user-admin", &asking(WITHOUT_MAIN_ADDRESS, "&$top=20")).await;
    let mut seen = ids(reply.body["value"].as_array().unwrap());
    reply = advanced(&tenant, "user-admin", &next_page(&reply).unwrap()).await;
    seen.extend(ids(reply.body["value"].as_array().unwrap()));
    // When a guest of the pages to come goes, one is repaired, the last one read goes, and somebody comes
    let (gone, repaired, last) = (&before[60], &before[70], &before[39]);
    for id in [gone, last] {
        assert_eq!(delete(&tenant, "user-admin", &format!("/users/{id}")).await.status, 204);
    }
    let repair = patch(&tenant, "user-admin", repaired, json!({ "mail": "repaired@example.org" })).await;
    assert_eq!(repair.status, 204);
    let invitation = json!({ "invitedUserEmailAddress": "new@example.org", "inviteRedirectUrl": "https://myapps.microsoft.com" });
    let invited = post(&tenant, "user-admin", "/invitations", invitation).await;
    assert_eq!(invited.status, 201, "{invited:?}");
    while let Some(next) = next_page(&reply) {
        reply = advanced(&tenant, "user-admin", &next).await;
        assert_eq!(reply.status, 200);
        seen.extend(ids(reply.body["value"].as_array().unwrap()));
    }
    // Then all others were seen once
    let expected: Vec<_> = before.iter().filter(|id| ![gone, repaired].contains(id)).cloned().collect();
    assert_eq!(seen, expected);
    let (after, count) = all_pages(&tenant, &asking(WITHOUT_MAIN_ADDRESS, "")).await;
    assert_eq!((after.len(), count), (before.len() - 3, json!(before.len() - 3)));
}

#[tokio::test]
async fn who_was_changed_a_moment_ago_is_seen_as_before_until_it_is_replicated() {
    let clock = TestClock::new();
    let mut behaviour = clock.behaviour();
    behaviour.replication = Duration::from_secs(5);
    let tenant = Tenant::start(many(SCENARIO), behaviour);
    let (before, _) = all_pages(&tenant, &asking(WITHOUT_MAIN_ADDRESS, "")).await;
    let (repaired, gone) = (ids(&before)[3].clone(), ids(&before)[4].clone());
    let mail = json!({ "mail": "repaired@example.org" });
    assert_eq!(patch(&tenant, "user-admin", &repaired, mail).await.status, 204);
    assert_eq!(delete(&tenant, "user-admin", &format!("/users/{gone}")).await.status, 204);
    let (lagging, count) = all_pages(&tenant, &asking(WITHOUT_MAIN_ADDRESS, "")).await;
    assert_eq!((&lagging, count), (&before, json!(before.len())));
    clock.advance(6);
    let (after, _) = all_pages(&tenant, &asking(WITHOUT_MAIN_ADDRESS, "")).await;
    let rest: Vec<_> = ids(&before).into_iter().filter(|id| ![&repaired, &gone].contains(&id)).collect();
    assert_eq!(ids(&after), rest);
}

#[tokio::test]
async fn a_page_that_is_asked_for_too_late_has_expired_where_the_tenant_says_so() {
    let clock = TestClock::new();
    let mut behaviour = clock.behaviour();
    behaviour.page_tokens = Some(Duration::from_mins(1));
    let tenant = Tenant::start(many(SCENARIO), behaviour);
    let next = next_page(&get(&tenant, "user-admin", "/users?$select=id").await).unwrap();
    clock.advance(60);
    let second = get(&tenant, "user-admin", &next).await;
    assert_eq!(second.status, 200);
    clock.advance(1);
    let late = get(&tenant, "user-admin", &next).await;
    assert_eq!((late.status, late.code()), (400, "Directory_ExpiredPageToken"));
    // Each page has a time of its own.
    assert_eq!(get(&tenant, "user-admin", &next_page(&second).unwrap()).await.status, 200);
}

#[tokio::test]
async fn changes_in_groups_and_to_owners_of_addresses_survive_a_restart() {
    let folder = temporary_folder::temporary_folder();
    let path = folder.path().join("practice.json");
    let clock = TestClock::new();
    let open = || Tenant::open(&path, many(SCENARIO), clock.behaviour()).unwrap();
    let table = many(SCENARIO).faulty_guests();
    let with = |fault| table.iter().find(|guest| guest.fault == fault).unwrap();
    let tenant = open();
    let first = tenant.snapshot();
    // Given that the owner of an address went, a guest left a group, and another one was repaired
    let owner = with(GuestFault::OwnedByAccount).owner_id.clone().unwrap();
    assert_eq!(delete(&tenant, "user-admin", &format!("/users/{owner}")).await.status, 204);
    let member = table.iter().find(|guest| guest.groups.iter().any(|id| id == SALES)).unwrap();
    let membership = format!("/groups/{SALES}/members/{}", member.user_id);
    assert_eq!(delete(&tenant, "owner", &format!("{membership}/$ref")).await.status, 204);
    let repaired = with(GuestFault::OneAddress);
    let mail = json!({ "mail": repaired.other_mails[0] });
    assert_eq!(patch(&tenant, "user-admin", &repaired.user_id, mail).await.status, 204);
    // And that somebody was made a member of a group that owns an address
    let group = with(GuestFault::OwnedByGroup).owner_id.clone().unwrap();
    let reference =
        json!({ "@odata.id": format!("https://graph.microsoft.com/v1.0/directoryObjects/{PIETER}") });
    let added = post(&tenant, "global-admin", &format!("/groups/{group}/members/$ref"), reference).await;
    assert_eq!(added.status, 204, "{added:?}");
    // And what owns another address a member of a group
    let mailbox = table.iter().filter(|guest| guest.fault == GuestFault::OwnedByAccount).nth(1).unwrap();
    let mailbox = mailbox.owner_id.as_deref().unwrap();
    let reference =
        json!({ "@odata.id": format!("https://graph.microsoft.com/v1.0/directoryObjects/{mailbox}") });
    let added = post(&tenant, "global-admin", &format!("/groups/{SALES}/members/$ref"), reference).await;
    assert_eq!(added.status, 204, "{added:?}");
    let (before, _) = all_pages(&tenant, &asking(WITHOUT_MAIN_ADDRESS, "")).await;
    let snapshot = tenant.snapshot();
    drop(tenant);

    // When it starts again, from the state file or from a tenant file with what was there
    let restarted =
        [open(), Tenant::start(Organisation::read(&snapshot.to_string()).unwrap(), clock.behaviour())];
    for tenant in restarted {
        // Then it is as it was
        assert_eq!(get(&tenant, "user-admin", &format!("/users/{owner}")).await.status, 404);
        let members = |id: &str| format!("/groups/{id}/members?$select=id&$top=999");
        let sales = get(&tenant, "user-admin", &members(SALES)).await;
        assert!(!sales.ids().contains(&member.user_id.as_str()));
        assert!(sales.ids().contains(&mailbox));
        assert_eq!(get(&tenant, "user-admin", &members(&group)).await.ids(), [PIETER]);
        assert_eq!(all_pages(&tenant, &asking(WITHOUT_MAIN_ADDRESS, "")).await.0, before);
        assert_eq!(tenant.snapshot(), snapshot);
    }
    let tenant = open();
    tenant.start_over().unwrap();
    assert_eq!(tenant.snapshot(), first);
}

#[test]
fn a_tenant_file_says_how_many_guests_there_are_and_how_many_are_faulty() {
    let with = |guests: Value| {
        let mut file = file();
        file["guests"] = guests;
        Organisation::read(&file.to_string())
    };
    // A number alone, as files had before, is healthy guests.
    assert_eq!(with(json!(3_000)).unwrap(), organisation().with_guests(3_000));
    let faulty = json!({ "count": 3_000, "faulty": 240, "seed": 7 });
    assert_eq!(with(faulty.clone()).unwrap(), many(SCENARIO));
    assert_eq!(Tenant::start(many(SCENARIO), Behaviour::default()).snapshot()["guests"], faulty);
    let healthy = Tenant::start(organisation().with_guests(5), Behaviour::default()).snapshot();
    assert_eq!((&healthy["guests"], healthy.get("guestsPlaced")), (&json!(5), None));
    for odd in [json!({ "count": 2, "faulty": 3 }), json!(20_000_000)] {
        assert!(matches!(with(odd.clone()), Err(TenantFileError::Contradiction(_))), "{odd}");
    }
    for odd in [json!(-1), json!("many"), json!({ "count": 2, "faulty": 1, "kind": "x" })] {
        assert!(matches!(with(odd.clone()), Err(TenantFileError::Shape(_))), "{odd}");
    }
}

#[tokio::test]
async fn a_page_in_a_tenant_of_a_hundred_thousand_costs_as_much_as_it_shows() {
    let tenant = start(Guests { count: 100_000, faulty: 100, seed: 1 });
    let started = Instant::now();
    // A count, and two hundred pages from the middle on
    let mut target = asking("userType eq 'Guest'", "&$top=5");
    for _ in 0..200 {
        let reply = advanced(&tenant, "user-admin", &target).await;
        target = next_page(&reply).unwrap();
    }
    let (found, _) = all_pages(&tenant, &asking(WITHOUT_MAIN_ADDRESS, "&$top=5")).await;
    assert!(found.len() > 50);
    // To make each guest for each page takes minutes.
    assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
}

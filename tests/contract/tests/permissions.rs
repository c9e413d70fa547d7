//! What the app asks to be allowed, against Microsoft's own permissions data, request by request.
#![allow(clippy::unwrap_used, reason = "in a test a failed unwrap is a failed test")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use graph::{Effect, Operation};
use guest::{Permission, READING, RemedyKind, TRACING};
use serde_json::Value;

/// Microsoft's data beside the contract.
const DATA: &str = "permissions-slice.json";

/// A request as the data names it: `GET /users/{id}`, without casts, in small letters.
fn key(method: &str, path: &str) -> String {
    format!("{method} {}", path.to_ascii_lowercase())
}

/// The path of an operation with every id written `{id}`.
fn with_ids(operation: Operation) -> String {
    let segment =
        |segment: &str| if segment.starts_with('{') { "{id}".to_owned() } else { segment.to_owned() };
    operation.path_template().split('/').map(segment).collect::<Vec<_>>().join("/")
}

fn without_cast(path: &str) -> &str {
    path.find("/microsoft.graph.").map_or(path, |cast| &path[..cast])
}

/// What opens a request, and who asks for it where the table says so.
struct Opens {
    permissions: BTreeSet<String>,
    asked_for: Vec<String>,
}

/// Delegated permissions of the data by request.
fn data() -> BTreeMap<String, BTreeSet<String>> {
    let folder = contract::folder().unwrap();
    let data: Value = serde_json::from_slice(&fs::read(folder.join(DATA)).unwrap()).unwrap();
    let operations = data["operations"].as_object().unwrap();
    let all = |operation: &Value| {
        let all = operation["DelegatedWork"]["all"].as_array().unwrap();
        all.iter().map(|name| name.as_str().unwrap().to_owned()).collect()
    };
    operations.iter().map(|(name, operation)| (name.clone(), all(operation))).collect()
}

/// The rows of docs/permissions.md that begin with a request.
fn table() -> BTreeMap<String, Opens> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/permissions.md");
    let page = fs::read_to_string(page).unwrap();
    let row = |line: &str| {
        let cells: Vec<&str> = line.strip_prefix("| `")?.strip_suffix(" |")?.split(" | ").collect();
        let [request, permissions, asked_for, source] = cells[..] else { return None };
        let (method, path) = request.strip_suffix('`')?.split_once(' ')?;
        assert!(!source.is_empty(), "{line}");
        let permissions = permissions.split(", ").map(|name| name.trim_matches('`').to_owned()).collect();
        let asked_for = asked_for.split(", ").map(ToOwned::to_owned).collect();
        Some((key(method, path), Opens { permissions, asked_for }))
    };
    page.lines().filter_map(row).collect()
}

/// What opens an operation: the table where it says something, for it says more; else the data.
fn opens(
    operation: Operation,
    data: &BTreeMap<String, BTreeSet<String>>,
    table: &BTreeMap<String, Opens>,
) -> BTreeSet<String> {
    let (method, path) = (operation.method(), with_ids(operation));
    let exactly = key(method.as_str(), &path);
    table
        .get(&exactly)
        .map(|row| row.permissions.clone())
        .or_else(|| data.get(&exactly).cloned())
        .or_else(|| data.get(&key(method.as_str(), without_cast(&path))).cloned())
        .unwrap_or_else(|| panic!("neither Microsoft's data nor docs/permissions.md knows {exactly}"))
}

/// Whether a permission for it is asked for only at this moment, or never.
fn asked_for_only(moment: &str, operation: Operation, table: &BTreeMap<String, Opens>) -> bool {
    let row = table.get(&key(operation.method().as_str(), &with_ids(operation)));
    row.is_some_and(|row| row.asked_for == [moment])
}

fn never_asked_for(operation: Operation, table: &BTreeMap<String, Opens>) -> bool {
    asked_for_only("never", operation, table)
}

fn covers(asked: &[Permission], opens: &BTreeSet<String>) -> bool {
    asked.iter().any(|permission| opens.contains(permission.least))
}

/// Which remedies send a change, as the procedures say themselves.
fn remedies_that_send(operation: Operation) -> Vec<RemedyKind> {
    let remedies = procedure::remedies().into_iter().filter(|(_, sends)| sends.contains(&operation));
    let remedies: Vec<RemedyKind> = remedies.map(|(kind, _)| kind).collect();
    let writes = operation.effect() == Effect::Write;
    assert_eq!(writes, !remedies.is_empty(), "{operation:?}: which remedy sends it?");
    remedies
}

#[test]
#[ignore = "needs CONTRACT_DIR: Microsoft's contract is no part of this repository"]
fn what_a_sign_in_asks_for_opens_every_request_that_reads_and_no_permission_is_there_for_nothing() {
    let data = data();
    let table = table();
    let reads = Operation::ALL.iter().copied().filter(|it| it.effect() == Effect::Read);
    let elsewhere = |it: Operation| ["never", "tracing"].iter().any(|when| asked_for_only(when, it, &table));
    let reads: Vec<_> = reads.filter(|it| *it != Operation::Batch && !elsewhere(*it)).collect();
    assert!(reads.len() > 10);
    for &operation in &reads {
        let opens = opens(operation, &data, &table);
        assert!(covers(READING, &opens), "{operation:?} needs one of {opens:?}");
    }
    for left_out in READING {
        let rest: Vec<Permission> = READING.iter().copied().filter(|it| it != left_out).collect();
        let needed = reads.iter().any(|&operation| !covers(&rest, &opens(operation, &data, &table)));
        assert!(needed, "{} opens nothing that the others do not", left_out.least);
    }
    for permission in READING {
        assert!(!permission.least.contains("Write"), "{} is more than looking", permission.least);
    }
}

#[test]
#[ignore = "needs CONTRACT_DIR: Microsoft's contract is no part of this repository"]
fn following_mail_asks_for_what_opens_it_and_for_nothing_else() {
    let (data, table) = (data(), table());
    let traced: Vec<Operation> =
        Operation::ALL.iter().copied().filter(|it| asked_for_only("tracing", *it, &table)).collect();
    assert_eq!(traced, [Operation::ListMessageTraces]);
    let opens = opens(Operation::ListMessageTraces, &data, &table);
    assert!(TRACING.iter().all(|permission| opens.contains(permission.least)), "{opens:?}");
    assert_eq!(TRACING.len(), 1);
}

#[test]
#[ignore = "needs CONTRACT_DIR: Microsoft's contract is no part of this repository"]
fn each_repair_asks_for_what_opens_every_change_it_sends() {
    let data = data();
    let table = table();
    for &operation in Operation::ALL {
        if never_asked_for(operation, &table) {
            continue;
        }
        for remedy in remedies_that_send(operation) {
            let opens = opens(operation, &data, &table);
            assert!(
                covers(remedy.remedy().permissions, &opens),
                "{remedy:?}: {operation:?} needs one of {opens:?}"
            );
        }
    }
}

#[test]
#[ignore = "needs CONTRACT_DIR: Microsoft's contract is no part of this repository"]
fn no_repair_asks_for_a_permission_that_opens_none_of_its_changes() {
    let data = data();
    let table = table();
    for (remedy, _) in procedure::remedies() {
        for permission in remedy.remedy().permissions {
            let used = Operation::ALL.iter().copied().any(|operation| {
                remedies_that_send(operation).contains(&remedy)
                    && opens(operation, &data, &table).contains(permission.least)
            });
            assert!(used, "{remedy:?} asks for {} and does nothing with it", permission.least);
        }
    }
}

/// What each permission to read is there for before all else. Wider ones need not open everything besides: those who
/// sign in with them anyway (the Azure CLI) may find that sponsors, say, stay unknown.
fn there_for(permission: &Permission) -> &'static [Operation] {
    match permission.least {
        "User.Read.All" => &[Operation::ListUsers, Operation::GetUser, Operation::ListDeletedUsers],
        "GroupMember.Read.All" => &[Operation::ListGroups, Operation::GetGroup, Operation::ListUserGroups],
        "GroupSettings.Read.All" => &[Operation::ListGroupSettings, Operation::ListSettingsOfGroup],
        "OrgContact.Read.All" => &[Operation::ListContacts, Operation::ListContactGroups],
        "RoleManagement.Read.Directory" => &[Operation::ListUserRoles, Operation::ListMyRoles],
        other => panic!("what is {other} there for?"),
    }
}

#[test]
#[ignore = "needs CONTRACT_DIR: Microsoft's contract is no part of this repository"]
fn a_wider_permission_that_is_taken_for_enough_is_enough_for_microsoft_too() {
    let data = data();
    let table = table();
    // Granted to the person's own sign-in, not to single requests: the page says why it counts.
    let as_the_person = "Directory.AccessAsUser.All";
    let enough = |permission: &Permission, operation: Operation| {
        let opens = opens(operation, &data, &table);
        assert!(opens.contains(permission.least), "{} does not open {operation:?}", permission.least);
        for also in permission.also.iter().filter(|it| **it != as_the_person) {
            assert!(opens.contains(*also), "{also} does not open {operation:?}; {opens:?} do");
        }
    };
    for permission in READING {
        for &operation in there_for(permission) {
            enough(permission, operation);
        }
    }
    for &remedy in RemedyKind::ALL {
        let asked = remedy.remedy().permissions;
        let sent = Operation::ALL.iter().copied().filter(|it| remedies_that_send(*it).contains(&remedy));
        // Sponsors are given again as far as that is allowed; the repair goes on without, and says so.
        for operation in sent.filter(|it| *it != Operation::AddSponsor) {
            let opens = opens(operation, &data, &table);
            let for_it: Vec<_> = asked.iter().filter(|it| opens.contains(it.least)).collect();
            // Where two of them open the request, each may be there for something else.
            if let [only] = for_it[..] {
                enough(only, operation);
            }
        }
    }
}

#[test]
fn the_page_lists_exactly_what_is_asked_for_and_no_row_of_its_table_is_idle() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/permissions.md");
    let page = fs::read_to_string(page).unwrap();
    let section = |title: &str| page.split("\n## ").find(|it| it.starts_with(title)).unwrap().to_owned();
    let named = |text: &str| -> BTreeSet<String> {
        let name = |it: &&str| it.contains(".Read") || it.contains(".Invite") || it.contains(".Delete");
        text.lines()
            .filter(|line| line.starts_with("| "))
            .flat_map(|line| line.split('`').skip(1).step_by(2).collect::<Vec<_>>())
            .filter(name)
            .map(ToOwned::to_owned)
            .collect()
    };
    let asked: BTreeSet<String> = READING.iter().map(|permission| permission.least.to_owned()).collect();
    let first_cell = |line: &str| line.split(" | ").next().unwrap_or_default().to_owned();
    let reading: Vec<String> = section("At sign-in").lines().map(first_cell).collect();
    assert_eq!(named(&reading.join("\n")), asked);

    let repairs = RemedyKind::ALL.iter().flat_map(|kind| kind.remedy().permissions);
    let repairs: BTreeSet<String> = repairs.map(|permission| permission.least.to_owned()).collect();
    assert_eq!(named(&section("At the first use")), repairs);
    let tracing: BTreeSet<String> = TRACING.iter().map(|permission| permission.least.to_owned()).collect();
    assert_eq!(named(&section("At the first look")), tracing);

    let sent: BTreeSet<String> =
        Operation::ALL.iter().map(|it| key(it.method().as_str(), &with_ids(*it))).collect();
    for request in table().keys() {
        assert!(sent.contains(request), "docs/permissions.md has a row for {request}, which is never sent");
    }
}

//! How the kept journal was made: a small organisation of invented people, and a change of every kind and of every
//! way to end, each at a guest of its own. Run at the commit named in a fixture's README; run at a later one it would
//! make a journal of that later version, and prove nothing of the earlier one.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use journeys::{Harness, SignedIn};
use practice::{Behaviour, Exchange, Tenant};
use procedure::Ids;
use serde_json::{Value, json};
use temporary_folder::TemporaryFolder;
use uuid::Uuid;

/// Ids in the order they were asked for, so that it says the same each time it is made.
#[derive(Debug)]
pub(crate) struct Counted {
    kind: u16,
    last: AtomicU64,
}

impl Counted {
    pub(crate) fn from(kind: u16, first: u64) -> Arc<Self> {
        Arc::new(Self { kind, last: AtomicU64::new(first) })
    }

    fn id(&self) -> Uuid {
        let number = self.last.fetch_add(1, Ordering::SeqCst);
        format!("{:08x}-0000-4000-8000-{number:012x}", u32::from(self.kind)).parse().unwrap()
    }
}

impl Ids for Counted {
    fn next(&self) -> Uuid {
        self.id()
    }
}

/// The guests, one for each story; what each story is stands in the table of `main.rs`.
pub(crate) const GUESTS: [&str; 23] = [
    "Abel", "Bea", "Carel", "Dora", "Elias", "Frida", "Gijs", "Hilde", "Ivar", "Jette", "Koos", "Lena",
    "Mats", "Nel", "Otto", "Petra", "Quinten", "Rosa", "Sven", "Tina", "Umberto", "Vera", "Wout",
];

pub(crate) fn address(name: &str) -> String {
    format!("{}@oud-journaal.example", name.to_lowercase())
}

fn other_address(name: &str) -> String {
    format!("{}.privat@example.com", name.to_lowercase())
}

/// Three of the built-in organisation's people and groups, and the guests of the stories.
fn organisation() -> Value {
    let mut whole = serde_json::to_value(Tenant::built_in().unwrap()).unwrap();
    let personas = ["user-admin", "global-admin", "owner"].map(|key| (key, whole["personas"][key].clone()));
    let staff: Vec<Value> = personas.iter().map(|(_, persona)| persona["userId"].clone()).collect();
    let groups = ["Sales NL", "Leveranciersoverleg", "Partners Tailspin Toys"];
    let owner = staff[2].clone();
    let guests: Vec<Value> = (1..).zip(GUESTS).map(|(number, name)| guest(number, name, &owner)).collect();
    let mut members: Vec<Value> = guests.iter().map(|guest| guest["id"].clone()).collect();
    members.push(owner);
    whole["personas"] = personas.into_iter().map(|(key, persona)| (key.to_owned(), persona)).collect();
    keep(&mut whole["users"], |user| staff.contains(&user["id"]));
    whole["users"].as_array_mut().unwrap().extend(guests);
    keep(&mut whole["groups"], |group| groups.iter().any(|name| group["displayName"] == *name));
    for group in whole["groups"].as_array_mut().unwrap() {
        group["members"] = json!(members);
    }
    for list in ["users", "groups"] {
        whole[list].as_array_mut().unwrap().iter_mut().for_each(without_nothing);
    }
    for list in ["contacts", "deletedUsers", "lookups"] {
        whole[list] = json!([]);
    }
    whole["roles"].as_object_mut().unwrap().retain(|user, _| staff.contains(&json!(user)));
    whole
}

fn keep(list: &mut Value, wanted: impl Fn(&Value) -> bool) {
    list.as_array_mut().unwrap().retain(wanted);
}

/// What is absent is null all the same; the file is for people to read.
fn without_nothing(object: &mut Value) {
    object.as_object_mut().unwrap().retain(|_, value| !value.is_null() && *value != json!([]));
}

/// A guest as an invitation that met a conflict leaves them: two addresses, no main one. Bea and Carel have one.
fn guest(number: u32, name: &str, sponsor: &Value) -> Value {
    let (address, other) = (address(name), other_address(name));
    let id = format!("0000000a-0000-4000-8000-{number:012}");
    let user_name = format!("{}_oud-journaal.example#EXT#", name.to_lowercase());
    let has_mail = ["Bea", "Carel"].contains(&name);
    let proxies =
        if has_mail { json!([format!("SMTP:{other}"), format!("smtp:{address}")]) } else { json!([]) };
    json!({
        "id": id, "displayName": format!("{name} Oudejans"), "givenName": name, "surname": "Oudejans",
        "userPrincipalName": format!("{user_name}@contoso.onmicrosoft.com"), "mailNickname": user_name,
        "mail": has_mail.then_some(other.clone()), "otherMails": [address, other], "proxyAddresses": proxies,
        "identities": [{ "signInType": "federated", "issuer": "ExternalAzureAD", "issuerAssignedId": null }],
        "userType": "Guest", "creationType": "Invitation", "externalUserState": "Accepted",
        "externalUserStateChangeDateTime": "2025-03-04T08:00:00Z", "createdDateTime": "2025-03-03T08:00:00Z",
        "accountEnabled": true, "companyName": "Oudejans Drukwerk", "jobTitle": "Drukker",
        "sponsors": [{ "@odata.type": "#microsoft.graph.user", "id": sponsor }],
        "appRoleAssignments": [{
            "id": format!("assignment-{number}"), "principalId": id, "principalType": "User",
            "principalDisplayName": format!("{name} Oudejans"), "createdDateTime": "2025-03-05T08:00:00Z",
            "appRoleId": "ee8ec2aa-e8e7-4c56-a210-31ef15b75f1d",
            "resourceId": "a94a7277-5ac7-42c2-bf82-f27277eddd77",
            "resourceDisplayName": "Contoso Leveranciersportaal",
        }],
    })
}

/// A fault that strikes the first request of its kind.
fn once(method: &str, path: &str, what: &str, status: u16) -> Value {
    json!([{ "method": method, "path": path, "nth": 1, "do": what, "status": status }])
}

/// Every request of a kind has to wait, and never gets its turn.
fn throttled(method: &str, path: &str) -> Value {
    json!([{ "method": method, "path": path, "do": "status", "status": 429, "retryAfter": "1" }])
}

/// Carries a remedy out for a guest while the tenant misbehaves so, and says how it ended.
async fn repair(app: &SignedIn, name: &str, remedy: &str, faults: Value) -> Value {
    app.clock().pass(Duration::from_mins(1));
    let report = app.find(&address(name)).await;
    let choices = if remedy == "set-mail" { json!({ "address": address(name) }) } else { json!({}) };
    let plan = app.preview(&report, remedy, &choices).await;
    app.faults(faults);
    let result = app.carry_out(&plan).await;
    app.faults(json!([]));
    result["outcome"].clone()
}

/// Goes back or on with the newest change while the tenant misbehaves so, and says how that ended.
async fn then(app: &SignedIn, way: &str, faults: Value) -> Value {
    app.clock().pass(Duration::from_mins(1));
    let plan = app.ask(way, json!({ "change": app.latest().await["id"] })).await;
    app.faults(faults);
    let result = app.carry_out(&plan).await;
    app.faults(json!([]));
    result["outcome"].clone()
}

#[tokio::test]
#[ignore = "writes a new journal into target/tmp; see the fixture's README"]
async fn make_the_journal() {
    let folder = temporary_folder::temporary_folder();
    let file = json!({ "version": 1, "organisation": organisation() });
    std::fs::write(folder.path().join("practice.json"), file.to_string()).unwrap();
    let behaviour = |first| {
        let ids = Counted::from(11, first);
        Behaviour { ids: Arc::new(move || ids.id()), ..Behaviour::default() }
    };

    let harness = Harness::in_folder(folder, "2026-11-02T09:00:00Z", behaviour(1), Counted::from(12, 1));
    let app = harness.sign_in("user-admin").await;
    what_ends(&app).await;
    what_is_interrupted(&app).await;
    let folder = app.quit().await;

    let slow = Behaviour { replication: Duration::from_mins(10), ..behaviour(10_000) };
    let harness = Harness::in_folder(folder, "2026-11-03T09:00:00Z", slow, Counted::from(12, 1_000));
    let app = harness.sign_in("user-admin").await;
    assert_eq!(repair(&app, "Petra", "keep-one-address", json!([])).await, "not-yet-visible");
    let folder = what_is_killed(app.quit().await);

    // What a killed app leaves in the log is in the one file then.
    let journal = rusqlite::Connection::open(folder.path().join("journal.db")).unwrap();
    let busy: i64 = journal.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0)).unwrap();
    assert_eq!(busy, 0, "all rows are in the one file");
    let made = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("journal-made");
    std::fs::create_dir_all(&made).unwrap();
    for file in ["journal.db", "practice.json"] {
        std::fs::copy(folder.path().join(file), made.join(file)).unwrap();
    }
}

async fn what_ends(app: &SignedIn) {
    let fine = || json!([]);
    assert_eq!(repair(app, "Abel", "set-mail", fine()).await, "done");
    app.ask("note_test", json!({ "change": app.latest().await["id"], "test": "arrived" })).await;
    assert_eq!(repair(app, "Bea", "set-mail", fine()).await, "done");
    assert_eq!(repair(app, "Carel", "set-mail", fine()).await, "done");
    assert_eq!(then(app, "preview_undo", fine()).await, "done");
    assert_eq!(repair(app, "Dora", "keep-one-address", fine()).await, "done");
    assert_eq!(repair(app, "Elias", "keep-one-address", fine()).await, "done");
    assert_eq!(then(app, "preview_undo", fine()).await, "done");
    assert_eq!(repair(app, "Frida", "remove-and-invite", fine()).await, "done");
    assert_eq!(repair(app, "Gijs", "remove-and-invite", fine()).await, "done");
    assert_eq!(then(app, "preview_undo", fine()).await, "done");
    let group = once("POST", "/groups/*/members/$ref", "status", 403);
    assert_eq!(repair(app, "Hilde", "remove-and-invite", group).await, "done", "in part");

    // Stopped before anything left: nothing else runs between the confirmation and the cancelling.
    let report = app.find(&address("Mats")).await;
    let plan = app.preview(&report, "remove-and-invite", &json!({})).await;
    let change = app.begin(&plan).await;
    app.ask("cancel", json!({ "ticket": change })).await;
    assert_eq!(app.end_of(&change).await["outcome"], "cancelled");

    let refusal = once("PATCH", "/users/*", "status", 403);
    assert_eq!(repair(app, "Nel", "keep-one-address", refusal).await, "refused");
    assert_eq!(repair(app, "Otto", "keep-one-address", throttled("PATCH", "/users/*")).await, "failed");
}

async fn what_is_interrupted(app: &SignedIn) {
    let no_invitation = || once("POST", "/invitations", "status", 403);
    assert_eq!(repair(app, "Ivar", "remove-and-invite", no_invitation()).await, "interrupted");
    let no_group = || throttled("POST", "/groups/*/members/$ref");
    assert_eq!(repair(app, "Jette", "remove-and-invite", no_group()).await, "interrupted");

    // A put-back that deleted the new account and could not restore the original.
    assert_eq!(repair(app, "Koos", "remove-and-invite", no_group()).await, "interrupted");
    let no_restore = || once("POST", "/directory/deletedItems/*/restore", "status", 403);
    assert_eq!(then(app, "preview_put_back", no_restore()).await, "interrupted");

    let lost = |method| once(method, "/users/*", "drop-before", 0);
    assert_eq!(repair(app, "Lena", "keep-one-address", lost("PATCH")).await, "unknown");
    assert_eq!(repair(app, "Sven", "remove-and-invite", lost("DELETE")).await, "unknown");

    // Put back to the end; and an undo that stopped as Koos's put-back did.
    assert_eq!(repair(app, "Quinten", "remove-and-invite", no_invitation()).await, "interrupted");
    assert_eq!(then(app, "preview_put_back", json!([])).await, "done");
    assert_eq!(repair(app, "Rosa", "remove-and-invite", json!([])).await, "done");
    assert_eq!(then(app, "preview_undo", no_restore()).await, "interrupted");
}

/// Each is killed when the directory has acted and before the answer is there.
fn what_is_killed(folder: TemporaryFolder) -> TemporaryFolder {
    let remedy = |name, remedy| (name, Some(remedy));
    let folder = killed(folder, remedy("Tina", "remove-and-invite"), ("DELETE", "/users/*"));
    let folder = killed(folder, remedy("Umberto", "remove-and-invite"), ("POST", "/invitations"));
    let folder = killed(folder, remedy("Vera", "keep-one-address"), ("PATCH", "/users/*"));
    let folder = killed(folder, remedy("Wout", "remove-and-invite"), ("POST", "/invitations"));
    killed(folder, ("Wout", None), ("POST", "/directory/deletedItems/*/restore"))
}

/// The app in a runtime of its own, which ends with everything that runs in it while an answer is waited for. Without a
/// remedy the newest change is put back.
fn killed(
    folder: TemporaryFolder,
    (name, remedy): (&'static str, Option<&'static str>),
    (method, path): (&'static str, &'static str),
) -> TemporaryFolder {
    let story = move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let folder = runtime.block_on(until_it_acted(folder, (name, remedy), (method, path)));
        drop(runtime);
        folder
    };
    // A runtime cannot be started within another one.
    std::thread::spawn(story).join().unwrap()
}

async fn until_it_acted(
    folder: TemporaryFolder,
    (name, remedy): (&str, Option<&str>),
    (method, path): (&str, &str),
) -> TemporaryFolder {
    static LIVES: AtomicU64 = AtomicU64::new(1);
    let life = LIVES.fetch_add(1, Ordering::SeqCst);
    let ids = Counted::from(11, 20_000 + 1_000 * life);
    let behaviour = Behaviour { ids: Arc::new(move || ids.id()), ..Behaviour::default() };
    let ours = Counted::from(12, 2_000 + 1_000 * life);
    let at = format!("2026-11-03T{:02}:00:00Z", 9 + life);
    let app = Harness::in_folder(folder, &at, behaviour, ours).sign_in("user-admin").await;
    let plan = if let Some(remedy) = remedy {
        let report = app.find(&address(name)).await;
        app.preview(&report, remedy, &json!({})).await
    } else {
        app.ask("preview_put_back", json!({ "change": app.latest().await["id"] })).await
    };
    app.faults(json!([{ "method": method, "path": path, "do": "delay", "ms": 3_600_000 }]));
    app.begin(&plan).await;
    // Every other question of a change is a GET or a batch.
    let acted = |last: &Exchange| last.method == method && !last.path_and_query.ends_with("$batch");
    while !app.tenant().recorded().last().is_some_and(acted) {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    app.quit().await
}

//! Journals of earlier versions: what they say is read as it was meant, what can be undone is undone, and what was
//! interrupted is gone on with and put back. Each journal lies in `fixtures`, with its organisation.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

mod make;

use std::path::Path;

use journeys::{Harness, SignedIn};
use make::{Counted, address};
use practice::Behaviour;
use serde_json::{Value, json};

/// One change of the old journal, as History lists it.
struct Listed {
    guest: &'static str,
    kind: &'static str,
    /// The remedy that an undo or a put-back belongs to.
    of: Option<&'static str>,
    state: &'static str,
    ways: &'static [Way],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Undo,
    Continue,
    PutBack,
}

use Way::{Continue, PutBack, Undo};

impl Way {
    const ALL: [Self; 3] = [Undo, Continue, PutBack];

    /// The member of an entry that says whether this way is open.
    fn open(self) -> &'static str {
        match self {
            Undo => "canUndo",
            Continue => "canContinue",
            PutBack => "canPutBack",
        }
    }

    fn preview(self) -> &'static str {
        match self {
            Undo => "preview_undo",
            Continue => "preview_continue",
            PutBack => "preview_put_back",
        }
    }
}

const fn remedy(
    guest: &'static str,
    kind: &'static str,
    state: &'static str,
    ways: &'static [Way],
) -> Listed {
    Listed { guest, kind, of: None, state, ways }
}

const fn back(
    guest: &'static str,
    kind: &'static str,
    of: &'static str,
    state: &'static str,
    ways: &'static [Way],
) -> Listed {
    Listed { guest, kind, of: Some(of), state, ways }
}

const SET: &str = "set-mail";
const KEEP: &str = "keep-one-address";
const REPLACE: &str = "remove-and-invite";

/// What each old journal lists first, oldest first.
const LISTED: &[Listed] = &[
    // Nothing stood there before, and an empty main address cannot be written.
    remedy("Abel", SET, "done", &[]),
    remedy("Bea", SET, "done", &[Undo]),
    remedy("Carel", SET, "undone", &[]),
    back("Carel", "undo", SET, "done", &[]),
    remedy("Dora", KEEP, "done", &[Undo]),
    remedy("Elias", KEEP, "undone", &[]),
    back("Elias", "undo", KEEP, "done", &[]),
    remedy("Frida", REPLACE, "done", &[Undo]),
    remedy("Gijs", REPLACE, "undone", &[]),
    back("Gijs", "undo", REPLACE, "done", &[]),
    // One group did not take the new account.
    remedy("Hilde", REPLACE, "in-part", &[Undo]),
    remedy("Mats", REPLACE, "cancelled", &[]),
    remedy("Nel", KEEP, "refused", &[]),
    remedy("Otto", KEEP, "failed", &[]),
    // Stopped after the deletion.
    remedy("Ivar", REPLACE, "interrupted", &[Continue, PutBack]),
    // Stopped after the invitation, at the first group.
    remedy("Jette", REPLACE, "interrupted", &[Continue, PutBack]),
    // Its put-back deleted the new account and could not restore the original: that one is gone on with, and nothing else.
    remedy("Koos", REPLACE, "interrupted", &[]),
    back("Koos", "put-back", REPLACE, "interrupted", &[Continue]),
    // No answer came, and nothing was changed; for all that the record knows, Sven's account may be deleted.
    remedy("Lena", KEEP, "unknown", &[Continue]),
    remedy("Sven", REPLACE, "unknown", &[Continue, PutBack]),
    remedy("Quinten", REPLACE, "undone", &[]),
    back("Quinten", "put-back", REPLACE, "done", &[]),
    remedy("Rosa", REPLACE, "done", &[]),
    back("Rosa", "undo", REPLACE, "interrupted", &[Continue]),
    remedy("Petra", KEEP, "not-yet-visible", &[Undo]),
];

/// What a journal lists behind it, since killed apps are in it.
const KILLED: &[Listed] = &[
    // Before the answer to the deletion, to the invitation, to the new address.
    remedy("Tina", REPLACE, "unknown", &[Continue, PutBack]),
    remedy("Umberto", REPLACE, "interrupted", &[Continue, PutBack]),
    remedy("Vera", KEEP, "unknown", &[Continue]),
    // Before the answer to the invitation, and before that to the restoring.
    remedy("Wout", REPLACE, "interrupted", &[]),
    back("Wout", "put-back", REPLACE, "interrupted", &[Continue]),
];

/// A data folder of an earlier version.
struct Kept {
    folder: &'static str,
    /// What its journal lists, oldest first.
    listed: Vec<&'static Listed>,
}

impl Kept {
    fn all() -> [Self; 3] {
        let first = LISTED.iter().collect();
        let since = || LISTED.iter().chain(KILLED).collect();
        [
            Self { folder: "fixtures/journal-v1", listed: first },
            Self { folder: "fixtures/journal-v2", listed: since() },
            Self { folder: "fixtures/journal-v3", listed: since() },
        ]
    }

    /// Every change that can go this way, by its place in the journal.
    fn that_can(&self, way: Way) -> impl Iterator<Item = (usize, &'static Listed)> {
        self.listed.iter().copied().enumerate().filter(move |(_, listed)| listed.ways.contains(&way))
    }
}

/// The app on a copy of an old data folder, a day after the last change in it.
async fn open_a_copy(kept: &Kept) -> SignedIn {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join(kept.folder);
    let folder = temporary_folder::temporary_folder();
    for file in ["journal.db", "practice.json"] {
        std::fs::copy(kept.join(file), folder.path().join(file)).unwrap();
    }
    let harness =
        Harness::in_folder(folder, "2026-11-04T09:00:00Z", Behaviour::default(), Counted::from(13, 1));
    harness.sign_in("user-admin").await
}

/// The history, oldest first.
async fn history(app: &SignedIn) -> Vec<Value> {
    let mut entries = app.ask("history", json!({})).await["entries"].as_array().unwrap().clone();
    entries.reverse();
    entries
}

fn ways(entry: &Value) -> Vec<Way> {
    Way::ALL.into_iter().filter(|way| entry[way.open()] == true).collect()
}

#[tokio::test]
async fn an_old_journal_still_opens_and_lists_each_change_as_it_ended() {
    for kept in Kept::all() {
        let app = open_a_copy(&kept).await;
        let entries = history(&app).await;
        assert_eq!(entries.len(), kept.listed.len());
        for (entry, listed) in entries.iter().zip(&kept.listed) {
            let told = format!("{} {}: {entry:#}", listed.guest, listed.kind);
            assert_eq!(entry["address"], address(listed.guest), "{told}");
            assert_eq!(entry["guestName"], format!("{} Oudejans", listed.guest), "{told}");
            assert_eq!(entry["kind"], listed.kind, "{told}");
            assert_eq!(entry["of"], json!(listed.of), "{told}");
            assert_eq!(entry["state"], listed.state, "{told}");
            assert_eq!(ways(entry), listed.ways, "{told}");
            assert_eq!(
                (&entry["by"], &entry["reason"]),
                (&json!("Anna Bakker"), &json!("ticket 42")),
                "{told}"
            );
        }
        let open = kept.listed.iter().filter(|listed| listed.ways.contains(&Continue)).count();
        assert_eq!(app.ask("status", json!({})).await["unfinished"], open);
    }
}

#[tokio::test]
async fn an_old_journal_still_opens_and_shows_what_stood_there_before_and_what_was_seen_after() {
    for kept in Kept::all() {
        let app = open_a_copy(&kept).await;
        let entries = history(&app).await;
        let changes = |guest: &str| {
            let of = |entry: &&Value| entry["address"] == address(guest);
            entries.iter().find(of).unwrap()["changes"].clone()
        };
        let other = |name: &str| format!("{name}.privat@example.com");
        assert_eq!(
            changes("Abel"),
            json!([{ "property": "mail", "before": [], "after": [address("Abel")] }])
        );
        assert_eq!(
            changes("Bea"),
            json!([{ "property": "mail", "before": [other("bea")], "after": [address("Bea")] }])
        );
        let both = json!([address("Dora"), other("dora")]);
        assert_eq!(
            changes("Dora"),
            json!([{ "property": "otherMails", "before": both, "after": [address("Dora")] }])
        );
        let both = json!([address("Frida"), other("frida")]);
        assert_eq!(
            changes("Frida"),
            json!([
                { "property": "mail", "before": [], "after": [address("Frida")] },
                { "property": "otherMails", "before": both, "after": [address("Frida")] },
            ])
        );
    }
}

#[tokio::test]
async fn an_old_journal_still_opens_and_says_what_a_change_could_not_do() {
    for kept in Kept::all() {
        let app = open_a_copy(&kept).await;
        for (entry, listed) in history(&app).await.iter().zip(&kept.listed) {
            let left = if listed.state == "in-part" {
                json!([{ "code": "group", "group": "Leveranciersoverleg" }])
            } else {
                json!([])
            };
            assert_eq!(entry["left"], left, "{} {}", listed.guest, listed.kind);
        }
    }
}

#[tokio::test]
async fn an_old_journal_still_opens_and_what_it_finished_is_undone() {
    for kept in Kept::all() {
        for (at, listed) in kept.that_can(Undo) {
            let app = open_a_copy(&kept).await;
            let result = go(&app, Undo, at).await;
            assert_eq!(result["outcome"], "done", "{}: {result:#}", listed.guest);
            let entries = history(&app).await;
            assert_eq!(entries[at]["state"], "undone", "{}", listed.guest);
            assert_eq!(entries[kept.listed.len()]["of"], listed.kind, "{}", listed.guest);
            assert!(original(&app, listed.guest), "{}: the account is as it was", listed.guest);
        }
    }
}

#[tokio::test]
async fn an_old_journal_still_opens_and_what_it_left_unfinished_is_gone_on_with() {
    for kept in Kept::all() {
        for (at, listed) in kept.that_can(Continue) {
            let app = open_a_copy(&kept).await;
            let result = go(&app, Continue, at).await;
            assert_eq!(result["outcome"], "done", "{} {}: {result:#}", listed.guest, listed.kind);
            let entries = history(&app).await;
            assert_eq!(entries[at]["state"], "done", "{} {}", listed.guest, listed.kind);
            assert_eq!(entries.len(), kept.listed.len(), "it is the same change");
            // A way back that came to its end leaves the original; a way on does not.
            let put_back = listed.of.is_some();
            assert_eq!(original(&app, listed.guest), put_back, "{} {}", listed.guest, listed.kind);
        }
    }
}

#[tokio::test]
async fn an_old_journal_still_opens_and_what_it_left_unfinished_is_put_back() {
    for kept in Kept::all() {
        for (at, listed) in kept.that_can(PutBack) {
            let app = open_a_copy(&kept).await;
            let result = go(&app, PutBack, at).await;
            assert_eq!(result["outcome"], "done", "{}: {result:#}", listed.guest);
            assert_eq!(history(&app).await[at]["state"], "undone", "{}", listed.guest);
            assert!(original(&app, listed.guest), "{}: the account is as it was", listed.guest);
        }
    }
}

async fn go(app: &SignedIn, way: Way, at: usize) -> Value {
    let entry = history(app).await[at].clone();
    let plan = app.ask(way.preview(), json!({ "change": entry["id"] })).await;
    app.carry_out(&plan).await
}

/// Whether the guest's first account is there with the addresses it had, and no other account of theirs.
fn original(app: &SignedIn, guest: &str) -> bool {
    let users = app.tenant().snapshot()["users"].as_array().unwrap().clone();
    let theirs: Vec<&Value> =
        users.iter().filter(|user| user["displayName"] == format!("{guest} Oudejans")).collect();
    let number = make::GUESTS.iter().position(|name| *name == guest).unwrap() + 1;
    let first = format!("0000000a-0000-4000-8000-{number:012}");
    theirs.len() == 1
        && theirs[0]["id"] == first
        && theirs[0]["otherMails"].as_array().is_some_and(|mails| mails.len() == 2)
}

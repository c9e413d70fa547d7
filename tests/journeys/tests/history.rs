//! The history is saved as it is on screen: as a table for a spreadsheet program, and as lines for programs.
#![allow(clippy::unwrap_used, reason = "in a test a failed unwrap is a failed test")]

use journeys::{Harness, SignedIn};
use practice::{Behaviour, Organisation};
use serde_json::{Value, json};
use window_contract::view::ProblemCode as Code;

const PIETER: &str = "pieter@northwindtraders.com";
const NADIA: &str = "nadia.osei@fabrikam.com";
const WOUTER: &str = "wouter@vandijk-security.example";

/// A name that a spreadsheet program would run, and that hides the end of itself.
const HOSTILE: &str = "=HYPERLINK(\"https://evil.example\",\"Pieter\")\u{202e}\u{2028}; x";

fn hostile() -> Organisation {
    let contoso = include_str!("../../../crates/practice/scenarios/contoso.json");
    let mut contoso: Value = serde_json::from_str(contoso).unwrap();
    for user in contoso["users"].as_array_mut().unwrap() {
        if user["otherMails"].as_array().is_some_and(|mails| mails.contains(&json!(PIETER))) {
            user["displayName"] = json!(HOSTILE);
        }
    }
    Organisation::read(&contoso.to_string()).unwrap()
}

/// One change of a guest: its id.
async fn changed(app: &SignedIn, address: &str, remedy: &str, choices: &Value) -> String {
    let report = app.find(address).await;
    let plan = app.preview(&report, remedy, choices).await;
    app.carry_out(&plan).await;
    app.latest().await["id"].as_str().unwrap().to_owned()
}

/// Keeps one address of Pieter's and undoes that; sets an address that is refused.
async fn history() -> (SignedIn, [String; 3]) {
    let app = Harness::on(hostile(), Behaviour::default()).sign_in("user-admin").await;
    let kept = changed(&app, PIETER, "keep-one-address", &json!({ "address": PIETER })).await;
    let undo = app.ask("preview_undo", json!({ "change": kept })).await;
    app.carry_out(&undo).await;
    let undone = app.latest().await["id"].as_str().unwrap().to_owned();
    let refused = changed(&app, WOUTER, "set-mail", &json!({ "address": WOUTER })).await;
    (app, [kept, undone, refused])
}

async fn saved(app: &SignedIn, changes: &[&String], form: &str) -> (String, String) {
    let saved = app.ask("save_history", json!({ "changes": changes, "form": form })).await;
    let path = saved["path"].as_str().unwrap().to_owned();
    assert_eq!(json!(std::fs::read_to_string(&path).unwrap()), saved["text"]);
    (path, saved["text"].as_str().unwrap().to_owned())
}

/// The cells of a table, row by row.
fn cells(text: &str, separator: u8) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap();
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[tokio::test]
async fn a_change_is_saved_as_a_table_in_which_no_name_is_a_formula_or_begins_a_row() {
    let (app, [kept, undone, refused]) = history().await;
    let (path, text) = saved(&app, &[&kept, &undone, &refused], "csv").await;
    assert!(path.ends_with(" history.csv"), "{path}");
    let rows = cells(&text, b',');
    let [heads, kept_row, undone_row, refused_row] = rows.as_slice() else { panic!("{rows:?}") };
    assert_eq!(heads[..6], ["When (UTC)", "Guest", "E‑mail address", "What", "State", "Why not done"]);

    let [_, guest, address, what, state, ..] = kept_row.as_slice() else { panic!("{kept_row:?}") };
    assert!(guest.starts_with("'=HYPERLINK(") && !guest.contains(['\u{202e}', '\u{2028}']), "{guest}");
    assert_eq!([address.as_str(), what, state], [PIETER, "Keep one address", "Undone"]);
    let column = |name: &str| heads.iter().position(|head| head == name).unwrap();
    assert!(kept_row[column("Before")].contains("pieter.jansen@northwindtraders.example"));
    assert!(!kept_row[column("After")].contains("pieter.jansen@northwindtraders.example"));
    assert_eq!(kept_row[column("Change")], kept);
    assert_eq!(
        (&undone_row[column("Takes back")], undone_row[3].as_str()),
        (&kept, "Undo a change: Keep one address")
    );
    assert_eq!(kept_row[column("Takes back")], "");

    assert_eq!(refused_row[4], "Refused");
    assert_eq!(refused_row[5], "Only the admins of a protected unit may change this guest.");
    assert_eq!(refused_row[column("After")], "", "what was not made has no after");
    assert!(rows.iter().all(|row| row.len() == heads.len()));
    for cell in rows.iter().flatten() {
        assert!(!cell.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
    }
}

#[tokio::test]
async fn the_table_speaks_the_language_of_whoever_saves_it_as_the_screen_does() {
    let (app, [kept, ..]) = history().await;
    app.ask("set_language", json!({ "language": "nl" })).await;
    let (_, text) = saved(&app, &[&kept], "csv").await;
    let rows = cells(&text, b';');
    assert_eq!(rows[1][3..5], ["Eén adres behouden", "Ongedaan gemaakt"]);
    assert!(rows[1].iter().any(|cell| cell.starts_with("Andere adressen: ")), "{:?}", rows[1]);
    for language in bridge::Language::ALL {
        app.ask("set_language", json!({ "language": language })).await;
        let (_, text) = saved(&app, &[&kept], "csv").await;
        // What has no words would stand there by its id.
        for id in ["document-", "plan-", "remedy-", "history-", "after-", "property-"] {
            assert!(!text.contains(&format!("\"{id}")), "{language:?}: {text}");
        }
    }
}

#[tokio::test]
async fn a_change_is_saved_as_a_line_that_a_program_reads_exactly() {
    let (app, [kept, undone, refused]) = history().await;
    let (path, text) = saved(&app, &[&kept, &undone, &refused], "json-lines").await;
    assert!(path.ends_with(" history.jsonl"), "{path}");
    // Whatever a program takes for the end of a line: three there are.
    assert_eq!(text.split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}']).count(), 4, "{text}");
    assert!(!text.contains('\u{202e}'), "and nobody is misled who opens it");
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines[0]["guest"], json!(HOSTILE), "as it stood in the directory");
    assert_eq!((&lines[0]["change"], &lines[1]["takesBack"]), (&json!(kept), &json!(kept)));
    assert_eq!(
        [&lines[0]["state"], &lines[1]["what"], &lines[1]["of"]],
        ["undone", "undo", "keep-one-address"]
    );
    assert_eq!((&lines[2]["state"], &lines[2]["whyNotDone"]), (&json!("refused"), &json!("restricted-unit")));
    assert_eq!(lines[2]["requests"][0]["status"], 403);
    for line in &lines {
        assert!(line["requests"][0]["requestId"].as_str().is_some_and(|id| !id.is_empty()), "{line}");
        assert_eq!(line["address"].as_str().map(|it| it.contains('@')), Some(true));
    }
}

#[tokio::test]
async fn only_what_is_on_screen_is_saved_in_its_order_and_nothing_that_is_not_there() {
    let (app, [kept, undone, refused]) = history().await;
    let (_, text) = saved(&app, &[&refused], "json-lines").await;
    assert!(text.contains(&refused) && !text.contains(&kept) && !text.contains(&undone), "{text}");
    let (_, text) = saved(&app, &[&undone, &refused], "csv").await;
    assert!(text.find(&undone).unwrap() < text.find(&refused).unwrap());
    assert_eq!(cells(&text, b',').len(), 3);

    let asked = |changes: Value| json!({ "changes": changes, "form": "csv" });
    let another = "aaaaaaaa-0000-4000-8000-000000000000";
    let absent = Code::ChoiceInvalid { choice: "changes".to_owned() };
    app.refused_as("save_history", asked(json!([kept, another])), absent).await;
    app.refused_as("save_history", asked(json!([])), Code::RequestMalformed).await;
    let many: Vec<_> = std::iter::repeat_n(&kept, 2_001).collect();
    app.refused_as("save_history", asked(json!(many)), Code::RequestMalformed).await;
    app.refused_as("save_history", asked(json!(["../journal"])), Code::RequestMalformed).await;
}

#[tokio::test]
async fn an_undo_in_the_history_names_what_it_undoes() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let set = changed(&app, NADIA, "keep-one-address", &json!({ "address": NADIA })).await;
    let undo = app.ask("preview_undo", json!({ "change": set })).await;
    app.carry_out(&undo).await;
    let history = app.ask("history", json!({})).await;
    assert_eq!(history["entries"][0]["takesBack"], json!(set));
    assert_eq!(history["entries"][1]["takesBack"], Value::Null);
    assert!(history["entries"][0]["seenAt"].is_string());
    assert!(history.get("newestOnly").is_none(), "all of them are listed");
}

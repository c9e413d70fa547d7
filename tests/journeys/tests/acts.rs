//! Every verdict ends in an act: whoever may act acts here, whoever may not hands over. Each cell of the table in
//! docs/diagnosis.md is lived through to its end.
#![allow(clippy::unwrap_used, clippy::panic, reason = "in a test a failed unwrap is a failed test")]

use std::fmt::Write as _;

use guest::Verdict;
use journeys::{Harness, SignedIn};
use practice::{Behaviour, Organisation, Tenant};
use serde_json::{Value, json};

const PERSONAS: [&str; 5] = ["owner", "user-admin", "global-admin", "inviter", "reader"];

/// Where the table stands.
const PLACE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/diagnosis.md");
const BEGIN: &str =
    "<!-- acts: made and checked by tests/journeys/tests/acts.rs; WRITE_DOCS=1 writes it -->\n";
const END: &str = "<!-- /acts -->\n";

/// Somebody with this verdict: their organisation, what is looked for, and in which group.
fn somebody(verdict: Verdict) -> (Organisation, String, Value) {
    let closed = include_str!("../../../crates/practice/scenarios/closed.json");
    for organisation in [Tenant::built_in().unwrap(), Organisation::read(closed).unwrap()] {
        // With a server that fails, whoever it is.
        let like = if verdict == Verdict::CannotTell { Verdict::Healthy } else { verdict };
        let key = organisation.answer_key();
        if let Some(found) = key.into_iter().find(|it| json!(it.verdict) == json!(like)) {
            return (organisation, found.find, found.group.map_or(Value::Null, Value::String));
        }
    }
    panic!("nobody is {verdict:?}");
}

async fn look(verdict: Verdict, persona: &str) -> (SignedIn, Value, Value) {
    let (organisation, address, group) = somebody(verdict);
    let app = Harness::on(organisation, Behaviour::default()).sign_in(persona).await;
    if verdict == Verdict::CannotTell {
        // The lookups by address fail for as long as one looks.
        app.faults(json!([{ "method": "GET", "path": "/users", "do": "status", "status": 403 }]));
    }
    let report = app.find_in(&address, group.clone(), Value::Null).await;
    assert_eq!(report["verdict"], json!(verdict), "{address} as {persona}");
    (app, group, report)
}

/// What the screen offers first.
#[derive(Debug, PartialEq, Eq)]
enum Act {
    Choose,
    Does(String),
    Asks(Vec<String>),
    AsksSomebody,
}

fn offered(report: &Value) -> Act {
    let kind = |it: &Value, name: &str| it[name].as_str().unwrap().to_owned();
    let remedies = report["remedies"].as_array().unwrap();
    let asks = report["asks"].as_array().unwrap();
    // Somebody new is invited by whoever wants it by themselves: that is offered, and never recommended.
    let ready = |it: &&Value| it["kind"] == "invite" && it["availability"] == "ready";
    if let Some(does) = remedies.iter().find(|it| it["recommended"] == true).or(remedies.iter().find(ready)) {
        Act::Does(kind(does, "kind"))
    } else if report["verdict"] == "ambiguous" {
        Act::Choose
    } else if asks.is_empty() {
        Act::AsksSomebody
    } else {
        Act::Asks(asks.iter().map(|ask| kind(ask, "remedy")).collect())
    }
}

/// The act is done, and leads somewhere.
async fn perform(act: &Act, app: &SignedIn, group: &Value, report: &Value) {
    match act {
        Act::Choose => {
            let one = &report["candidates"][0]["id"];
            let chosen = app.find_in(report["searched"].as_str().unwrap(), Value::Null, one.clone()).await;
            assert_ne!(chosen["verdict"], "ambiguous");
        }
        Act::Does(kind) if kind == "resolve-conflict" => resolve(app, report).await,
        Act::Does(kind) => repair(kind, app, group, report).await,
        Act::Asks(_) | Act::AsksSomebody => hand_over(app, report).await,
    }
}

async fn resolve(app: &SignedIn, report: &Value) {
    let door = &report["conflict"]["doors"][0]["kind"];
    let act = json!({ "owner": report["owner"], "act": { "does": "door", "door": door } });
    app.ask("practise_admin_act", act).await;
    let ask = json!({
        "owner": report["owner"], "address": report["searched"], "group": null, "guest": null, "ticket": "look",
    });
    assert_eq!(app.ask("check_conflict", ask).await["standing"], "gone");
}

async fn repair(kind: &str, app: &SignedIn, group: &Value, report: &Value) {
    let remedy = SignedIn::remedy(report, kind).unwrap();
    if !remedy["permissions"].as_array().unwrap().is_empty() {
        app.ask("permit", json!({ "remedy": kind, "practice": "given", "ticket": "permit" })).await;
    }
    let mut wish = SignedIn::wish(report, kind, &json!({}));
    wish["group"] = group.clone();
    let plan = app.ask("preview", wish).await;
    let result = app.carry_out(&plan).await;
    assert_eq!(result["outcome"], "done", "{kind}: {result}");
}

async fn hand_over(app: &SignedIn, report: &Value) {
    app.faults(json!([]));
    let saving = json!({
        "address": report["searched"], "group": null, "guest": report["chosen"], "note": null, "language": "en",
        "ticket": "save",
    });
    let saved = app.ask("save_hand_over", saving).await;
    app.ask("sign_in", json!({ "persona": "global-admin" })).await;
    let opened = app.ask("open_hand_over", json!({ "text": saved["text"], "ticket": "open" })).await;
    assert_eq!(opened["from"]["colleague"], true, "{opened}");
    assert_eq!(opened["otherGuest"], false);
}

fn cell(act: &Act) -> String {
    match act {
        Act::Choose => "chooses one".to_owned(),
        Act::Does(kind) => format!("*{kind}*"),
        Act::Asks(kinds) => format!("asks for *{}*", kinds.join("*, then *")),
        Act::AsksSomebody => "asks somebody".to_owned(),
    }
}

#[tokio::test]
async fn every_verdict_ends_in_an_act_or_a_hand_over_for_everybody() {
    let mut table =
        format!("| verdict | {} |\n|{}\n", PERSONAS.join(" | "), "---|".repeat(PERSONAS.len() + 1));
    for verdict in Verdict::ALL {
        let mut row = format!("| `{}` |", json!(verdict).as_str().unwrap());
        for persona in PERSONAS {
            let (app, group, report) = look(*verdict, persona).await;
            let act = offered(&report);
            perform(&act, &app, &group, &report).await;
            write!(row, " {} |", cell(&act)).unwrap();
        }
        writeln!(table, "{row}").unwrap();
    }
    let document = std::fs::read_to_string(PLACE).unwrap();
    let (before, rest) = document.split_once(BEGIN).expect("the table has its place");
    let (written, after) = rest.split_once(END).expect("the table has an end");
    if std::env::var_os("WRITE_DOCS").is_some() {
        std::fs::write(PLACE, [before, BEGIN, &table, END, after].concat()).unwrap();
    } else {
        assert_eq!(written, table, "docs/diagnosis.md shows another table");
    }
}

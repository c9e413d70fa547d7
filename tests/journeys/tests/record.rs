//! No change without its record: what stands in the journal before a request leaves, and what happens when it cannot.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use journeys::{Harness, SignedIn};
use rusqlite::Connection;
use serde_json::{Value, json};

const PIETER: &str = "pieter@northwindtraders.com";
const SOFIE: &str = "sofie.lindqvist@tailspintoys.com";

/// The writes the tenant was asked for so far, batches of reads aside.
fn writes(app: &SignedIn) -> Vec<String> {
    let recorded = app.tenant().recorded();
    let writes = recorded.iter().filter(|it| it.method != "GET" && !it.path_and_query.ends_with("$batch"));
    writes.map(|it| format!("{} {}", it.method, it.path_and_query)).collect()
}

/// The transitions of the journal in the order of their rows, by name.
fn transitions(app: &SignedIn) -> Vec<String> {
    let connection = Connection::open(app.folder().join("journal.db")).unwrap();
    let mut rows = connection.prepare("SELECT kind, body FROM entry ORDER BY seq").unwrap();
    let rows = rows.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))).unwrap();
    let of = |(kind, body): (String, String)| {
        let body: Value = serde_json::from_str(&body).unwrap();
        let step = body["step"].as_str().map(|step| format!(" {step}")).unwrap_or_default();
        format!("{kind}{step}")
    };
    rows.map(|row| of(row.unwrap())).collect()
}

#[tokio::test]
async fn nothing_is_sent_while_the_journal_cannot_be_written() {
    for (remedy, found) in [("keep-one-address", PIETER), ("set-mail", PIETER), ("remove-and-invite", SOFIE)]
    {
        // Given a journal that somebody else holds
        let app = Harness::built_in().sign_in("user-admin").await;
        let report = app.find(found).await;
        let plan = app.preview(&report, remedy, &json!({})).await;
        let hog = Connection::open(app.folder().join("journal.db")).unwrap();
        hog.execute_batch("BEGIN EXCLUSIVE").unwrap();

        // When a plan is confirmed
        let result = app.carry_out(&plan).await;

        // Then nothing leaves, and that is what is said
        assert_eq!(result["outcome"], "failed", "{result:#}");
        assert_eq!(result["problem"]["code"], "file-trouble");
        assert_eq!(result["problem"]["changed"], "no");
        assert_eq!(writes(&app), Vec::<String>::new(), "{remedy}");
    }
}

#[tokio::test]
async fn every_request_of_a_change_was_recorded_before_it_left() {
    // Given a server that answers none of the writes
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(PIETER).await;
    let plan = app.preview(&report, "keep-one-address", &json!({})).await;
    app.faults(json!([{ "method": "PATCH", "path": "/users/*", "nth": 1, "do": "drop-before" }]));
    app.carry_out(&plan).await;

    // Then the intent and the sending stand there all the same
    assert_eq!(transitions(&app)[..4], ["begun", "intended", "sent write", "unknown write"]);
}

#[tokio::test]
async fn the_record_of_a_whole_replacement_has_an_answer_for_every_request() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(SOFIE).await;
    let plan = app.preview(&report, "remove-and-invite", &json!({})).await;
    app.carry_out(&plan).await;
    let rows = transitions(&app);
    let sent: Vec<&str> = rows.iter().filter_map(|row| row.strip_prefix("sent ")).collect();
    let answered: Vec<&str> = rows.iter().filter_map(|row| row.strip_prefix("acknowledged ")).collect();
    assert_eq!(sent, answered);
    assert_eq!(sent.len(), writes(&app).len(), "one row for each request that left");
    assert_eq!(rows.last().unwrap(), "finished");
}

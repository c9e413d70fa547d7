//! Somebody who may not repair hands over to an admin: a file, that chooses and confirms nothing.
#![allow(clippy::unwrap_used, reason = "in a test a failed unwrap is a failed test")]

use journeys::{Harness, RealHarness, SignedIn};
use practice_server::SignInPlan;
use serde_json::{Value, json};
use window_contract::view::{Category, ProblemCode as Code, UnreadableHandOver};

const PIETER: &str = "pieter@northwindtraders.com";
const THOMAS: &str = "thomas.mueller@wingtiptoys.com";

fn saving(address: &str, note: &str) -> Value {
    json!({
        "address": address, "group": null, "guest": null, "note": note, "language": "nl", "ticket": "save",
    })
}

/// What the owner saves about somebody.
async fn handed_over(app: &SignedIn, address: &str) -> Value {
    let saved = app.ask("save_hand_over", saving(address, "Since October nothing arrives.")).await;
    let (path, text) = (saved["path"].as_str().unwrap(), saved["text"].as_str().unwrap());
    assert!(path.ends_with(".guesthandover"), "{path}");
    assert_eq!(std::fs::read_to_string(path).unwrap(), text);
    serde_json::from_str(text).unwrap()
}

async fn opened(app: &SignedIn, file: &Value) -> Value {
    app.ask("open_hand_over", json!({ "text": file.to_string(), "ticket": "open" })).await
}

async fn becomes(app: &SignedIn, persona: &str) {
    app.ask("sign_in", json!({ "persona": persona })).await;
}

fn recommended(report: &Value) -> Vec<&Value> {
    let remedies = report["remedies"].as_array().unwrap().iter();
    remedies.filter(|remedy| remedy["recommended"] == true).map(|remedy| &remedy["kind"]).collect()
}

#[tokio::test]
async fn an_owner_hands_over_and_an_admin_is_one_click_from_the_repair() {
    // Given an owner who cannot repair Pieter, and saves what is needed
    let app = Harness::built_in().sign_in("owner").await;
    let file = handed_over(&app, PIETER).await;
    assert_eq!(file["found"]["verdict"], "misconfigured");
    assert_eq!(file["found"]["properties"]["mail"], Value::Null);
    assert_eq!(file["recommended"], "set-mail");
    // when an admin opens it
    becomes(&app, "user-admin").await;
    let before = app.tenant().snapshot();
    let view = opened(&app, &file).await;
    // then they see who asks, in whose words, that nothing has changed, and the repair is recommended to them;
    assert_eq!(
        view["from"],
        json!({ "name": "Bram Visser", "address": "bram.visser@contoso.nl", "colleague": true })
    );
    assert_eq!(view["note"], "Since October nothing arrives.");
    assert_eq!((&view["changed"], &view["otherGuest"]), (&json!([]), &json!(false)));
    assert_eq!(recommended(&view["report"]), ["set-mail"]);
    // and opening it changed nothing.
    assert_eq!(app.tenant().snapshot(), before);
    // When it is repaired and the file is opened again, it says what is another since.
    let plan = app.preview(&view["report"], "set-mail", &json!({ "address": PIETER })).await;
    assert_eq!(app.carry_out(&plan).await["outcome"], "done");
    let view = opened(&app, &file).await;
    let changed = view["changed"].as_array().unwrap();
    let mail = changed.iter().find(|row| row["name"] == "mail").unwrap();
    assert_eq!(mail["then"]["is"], "empty");
    assert_eq!(mail["now"]["texts"], json!([PIETER]));
    assert_eq!((&view["verdict"], &view["report"]["verdict"]), (&json!("misconfigured"), &json!("healthy")));
}

#[tokio::test]
async fn a_file_holds_no_more_than_it_says() {
    let app = Harness::built_in().sign_in("owner").await;
    let file = handed_over(&app, PIETER).await;
    let mut fields: Vec<_> = file.as_object().unwrap().keys().map(String::as_str).collect();
    fields.sort_unstable();
    assert_eq!(
        fields,
        [
            "found",
            "from",
            "guest",
            "kind",
            "language",
            "madeAt",
            "note",
            "organisation",
            "recommended",
            "version"
        ]
    );
}

#[tokio::test]
async fn an_address_that_leads_to_another_guest_than_the_file_names_recommends_nothing() {
    let app = Harness::built_in().sign_in("owner").await;
    let (pieter, thomas) = (handed_over(&app, PIETER).await, handed_over(&app, THOMAS).await);
    becomes(&app, "user-admin").await;
    let mut mixed = pieter;
    mixed["guest"]["id"] = thomas["guest"]["id"].clone();
    let view = opened(&app, &mixed).await;
    assert_eq!(view["otherGuest"], true);
    assert!(recommended(&view["report"]).is_empty());
    assert_eq!(view["report"]["asks"], json!([]));
}

#[tokio::test]
async fn whoever_is_claimed_to_ask_is_looked_up() {
    let app = Harness::built_in().sign_in("owner").await;
    let mut file = handed_over(&app, PIETER).await;
    becomes(&app, "user-admin").await;
    for (claimed, colleague) in [
        ("somebody@elsewhere.example", json!(false)),
        // A guest is nobody of the organisation.
        (PIETER, json!(false)),
        ("no address", Value::Null),
    ] {
        file["from"]["address"] = json!(claimed);
        assert_eq!(opened(&app, &file).await["from"]["colleague"], colleague, "{claimed}");
    }
}

#[tokio::test]
async fn a_file_of_another_organisation_is_refused_and_nothing_is_asked_for_it() {
    let app = Harness::built_in().sign_in("owner").await;
    let mut file = handed_over(&app, PIETER).await;
    becomes(&app, "user-admin").await;
    for (field, value) in [("tenant", "66666666-ffff-4fff-8fff-666666666666"), ("cloud", "china")] {
        let mut elsewhere = file.clone();
        elsewhere["organisation"][field] = json!(value);
        let asked = app.tenant().round_trips();
        let problem =
            app.refused("open_hand_over", json!({ "text": elsewhere.to_string(), "ticket": "open" })).await;
        assert_eq!(problem.code, Code::HandOverElsewhere { organisation: "Contoso".to_owned() });
        assert_eq!(app.tenant().round_trips(), asked);
    }
    file["version"] = json!(2);
    let newer = app.refused("open_hand_over", json!({ "text": file.to_string(), "ticket": "open" })).await;
    assert_eq!(newer.code, Code::HandOverUnreadable { what: UnreadableHandOver::Newer });
    assert_eq!(newer.kind, Category::BadInput);
}

#[tokio::test]
async fn a_note_longer_than_the_field_takes_is_refused_and_no_file_is_written() {
    let app = Harness::built_in().sign_in("owner").await;
    app.refused_as("save_hand_over", saving(PIETER, &"x".repeat(201)), Code::RequestMalformed).await;
    let files = std::fs::read_dir(app.folder()).unwrap().flatten();
    assert!(!files.into_iter().any(|file| file.file_name().to_string_lossy().ends_with(".guesthandover")));
}

#[tokio::test]
async fn nobody_who_is_not_signed_in_opens_one() {
    let app = Harness::built_in().sign_in("owner").await;
    let file = handed_over(&app, PIETER).await;
    app.ask("sign_out", json!({})).await;
    let ask = json!({ "text": file.to_string(), "ticket": "open" });
    app.refused_as("open_hand_over", ask, Code::NotSignedIn).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_mail_program_it_is_said_and_a_text_too_long_for_a_link_is_not_tried() {
    let harness = RealHarness::set(SignInPlan::default()).await;
    let app = harness.start();
    app.ask("status", json!({})).await;
    app.ask("sign_in_browser", json!({})).await;
    let problem = app.refused("ask_by_mail", json!({ "subject": "Jan", "body": "Hello" })).await;
    assert_eq!((problem.code, problem.kind), (Code::MailNotOpened, Category::Internal));
    let long = app.refused("ask_by_mail", json!({ "subject": "Jan", "body": "x".repeat(3_000) })).await;
    assert_eq!((long.code, long.kind), (Code::MailTooLong, Category::BadInput));
}

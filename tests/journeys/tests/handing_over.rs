//! Somebody who may not repair hands over to an admin: a file, that chooses and confirms nothing.
#![allow(clippy::unwrap_used, reason = "in a test a failed unwrap is a failed test")]

use journeys::{Harness, RealHarness, SignedIn};
use practice_server::SignInPlan;
use serde_json::{Value, json};
use window_contract::view::{Category, ProblemCode as Code, UnreadableHandOver};

const PIETER: &str = "pieter@northwindtraders.com";
const JAN: &str = "jan@fabrikam.nl";
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

/// The properties of which the file says something else than what is found now.
fn changed(view: &Value) -> Vec<&str> {
    let then = view["then"].as_array().unwrap().iter();
    let other = then.filter(|row| row["value"] != *now(view, row["name"].as_str().unwrap()));
    other.map(|row| row["name"].as_str().unwrap()).collect()
}

fn then<'a>(view: &'a Value, name: &str) -> &'a Value {
    let rows = view["then"].as_array().unwrap();
    &rows.iter().find(|row| row["name"] == name).unwrap()["value"]
}

fn now<'a>(view: &'a Value, name: &str) -> &'a Value {
    let rows = view["report"]["properties"].as_array().unwrap();
    rows.iter().find(|row| row["name"] == name).map_or(&Value::Null, |row| &row["value"])
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
    assert_eq!((changed(&view), &view["otherGuest"]), (vec![], &json!(false)));
    assert_eq!(recommended(&view["report"]), ["set-mail"]);
    // and opening it changed nothing.
    assert_eq!(app.tenant().snapshot(), before);
    // When it is repaired and the file is opened again, it says what is another since.
    let plan = app.preview(&view["report"], "set-mail", &json!({ "address": PIETER })).await;
    assert_eq!(app.carry_out(&plan).await["outcome"], "done");
    let view = opened(&app, &file).await;
    assert_eq!(changed(&view), ["mail", "proxyAddresses"]);
    assert_eq!(
        (&then(&view, "mail")["is"], &now(&view, "mail")["texts"]),
        (&json!("empty"), &json!([PIETER]))
    );
    assert_eq!((&view["verdict"], &view["report"]["verdict"]), (&json!("misconfigured"), &json!("healthy")));
}

#[tokio::test]
async fn what_was_in_the_way_then_and_is_not_any_more_is_named() {
    // Given an owner who hands over Jan, whose address a contact has
    let app = Harness::built_in().sign_in("owner").await;
    let file = handed_over(&app, JAN).await;
    assert_eq!(file["found"]["properties"]["contact"], "J. de Vries (Fabrikam)");
    // when the contact is removed before an admin opens the file
    becomes(&app, "global-admin").await;
    let view = opened(&app, &file).await;
    assert_eq!((then(&view, "contact"), changed(&view)), (now(&view, "contact"), vec![]));
    let act = json!({ "owner": view["report"]["owner"], "act": { "does": "door", "door": "remove" } });
    app.ask("practise_admin_act", act).await;
    let view = opened(&app, &file).await;
    // then it stands there as it was, though nothing of today has a row for it.
    assert_eq!(changed(&view), ["contact"]);
    assert_eq!(then(&view, "contact")["texts"], json!(["J. de Vries (Fabrikam)"]));
    assert_eq!(now(&view, "contact"), &Value::Null);
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
    file["version"] = json!(3);
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

/// The guests of the owner's groups of whom the list shows no mail: as the page would tick them, with their group.
async fn without_mail(app: &SignedIn) -> (String, Vec<Value>) {
    let owned = app.ask("owned_groups", json!({ "ticket": "owned" })).await;
    let ids: Vec<&Value> = owned["groups"].as_array().unwrap().iter().map(|group| &group["id"]).collect();
    let ask = json!({ "groups": ids, "ticket": "guests" });
    let listed = app.ask("guests_of_groups", ask).await["groups"].as_array().unwrap().clone();
    let bad = |group: &Value| {
        let guests = group["list"]["guests"].as_array().cloned().unwrap_or_default().into_iter();
        guests.filter(|guest| guest["glance"] == "no-mail").collect::<Vec<_>>()
    };
    let group = listed.iter().max_by_key(|group| bad(group).len()).unwrap();
    let meant = |guest: Value| json!({ "typed": guest["typed"], "id": guest["id"] });
    (group["id"].as_str().unwrap().to_owned(), bad(group).into_iter().map(meant).collect())
}

fn saving_several(group: &str, guests: &[Value]) -> Value {
    json!({ "guests": guests, "group": group, "note": "All since October.", "language": "nl", "ticket": "several" })
}

async fn several_handed_over(app: &SignedIn) -> Value {
    let (group, guests) = without_mail(app).await;
    assert!(guests.len() > 2, "{guests:?}");
    let saved = app.ask("save_several", saving_several(&group, &guests)).await;
    let text = std::fs::read_to_string(saved["path"].as_str().unwrap()).unwrap();
    serde_json::from_str(&text).unwrap()
}

#[tokio::test]
async fn an_owner_hands_several_guests_over_at_once_and_an_admin_opens_and_repairs_them_one_by_one() {
    // Given an owner who asks about all guests of a group who get no mail, in one file
    let app = Harness::built_in().sign_in("owner").await;
    let file = several_handed_over(&app).await;
    assert_eq!((&file["version"], &file["note"]), (&json!(2), &json!("All since October.")));
    // when an admin opens it
    becomes(&app, "user-admin").await;
    let asked = app.tenant().round_trips();
    let contents = app.ask("read_hand_over", json!({ "text": file.to_string() })).await;
    // then they see whom it is about and what was found, and nothing was asked for that;
    assert_eq!(app.tenant().round_trips(), asked);
    let guests = contents["guests"].as_array().unwrap();
    assert_eq!(guests.len(), file["guests"].as_array().unwrap().len());
    let nth = guests.iter().position(|guest| guest["typed"] == PIETER).unwrap();
    assert_eq!(
        guests[nth],
        json!({ "typed": PIETER, "verdict": "misconfigured", "recommended": "set-mail" })
    );
    // each is read afresh when it is opened, and says of itself what a file of its own would say;
    let before = app.tenant().snapshot();
    for (nth, guest) in guests.iter().enumerate() {
        let ask = json!({ "text": file.to_string(), "guest": nth, "ticket": "open" });
        let view = app.ask("open_hand_over", ask).await;
        assert_eq!((&view["typed"], &view["verdict"]), (&guest["typed"], &guest["verdict"]));
        assert_eq!((changed(&view), &view["from"]["colleague"]), (vec![], &json!(true)));
        assert_ne!(view["then"], json!([]));
    }
    assert_eq!(app.tenant().snapshot(), before, "opening changed nothing");
    // and when one is repaired, only that one is another since.
    let open = |nth: usize| json!({ "text": file.to_string(), "guest": nth, "ticket": "open" });
    let view = app.ask("open_hand_over", open(nth)).await;
    let plan = app.preview(&view["report"], "set-mail", &json!({ "address": PIETER })).await;
    assert_eq!(app.carry_out(&plan).await["outcome"], "done");
    assert_ne!(changed(&app.ask("open_hand_over", open(nth)).await), [""; 0]);
    let other = usize::from(nth == 0);
    assert_eq!(changed(&app.ask("open_hand_over", open(other)).await), [""; 0]);
}

#[tokio::test]
async fn a_file_of_one_guest_is_what_it_was_and_a_guest_that_a_file_does_not_have_is_refused() {
    let app = Harness::built_in().sign_in("owner").await;
    let file = handed_over(&app, PIETER).await;
    assert_eq!(file["version"], 1, "every version of this program opens it");
    becomes(&app, "user-admin").await;
    let contents = app.ask("read_hand_over", json!({ "text": file.to_string() })).await;
    assert_eq!(contents["guests"].as_array().unwrap().len(), 1);
    for nth in [1, 4_000_000_000_u32] {
        let ask = json!({ "text": file.to_string(), "guest": nth, "ticket": "open" });
        app.refused_as("open_hand_over", ask, Code::RequestMalformed).await;
    }
}

#[tokio::test]
async fn too_many_nobody_and_whoever_is_no_object_are_refused_and_nothing_is_written() {
    let app = Harness::built_in().sign_in("owner").await;
    let (group, guests) = without_mail(&app).await;
    let asked = app.tenant().round_trips();
    let many = vec![guests[0].clone(); 21];
    app.refused_as("save_several", saving_several(&group, &many), Code::TooManyHandedOver { most: 20 }).await;
    app.refused_as("save_several", saving_several(&group, &[]), Code::RequestMalformed).await;
    let path = json!({ "typed": PIETER, "id": "../users" });
    let refused = app.refused("save_several", saving_several(&group, &[path])).await;
    assert_eq!(refused.kind, Category::BadInput);
    assert_eq!(app.tenant().round_trips(), asked);
}

#[tokio::test]
async fn a_file_about_several_of_another_organisation_or_cut_off_is_refused_and_nothing_is_asked_for_it() {
    let app = Harness::built_in().sign_in("owner").await;
    let file = several_handed_over(&app).await;
    becomes(&app, "user-admin").await;
    let asked = app.tenant().round_trips();
    let mut elsewhere = file.clone();
    elsewhere["organisation"]["tenant"] = json!("66666666-ffff-4fff-8fff-666666666666");
    let name = Code::HandOverElsewhere { organisation: "Contoso".to_owned() };
    let whole = file.to_string();
    let cut = whole[..whole.len() / 2].to_owned();
    let mut newer = file.clone();
    newer["version"] = json!(3);
    let unreadable = |what| Code::HandOverUnreadable { what };
    for (text, code) in [
        (elsewhere.to_string(), name),
        (cut, unreadable(UnreadableHandOver::NotOne)),
        (newer.to_string(), unreadable(UnreadableHandOver::Newer)),
        (" ".repeat(300_000), unreadable(UnreadableHandOver::TooLarge)),
    ] {
        assert_eq!(app.refused("read_hand_over", json!({ "text": text })).await.code, code);
        let ask = json!({ "text": text, "guest": 0, "ticket": "open" });
        assert_eq!(app.refused("open_hand_over", ask).await.code, code);
    }
    assert_eq!(app.tenant().round_trips(), asked);
}

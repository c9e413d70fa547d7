//! Signing in for real: permissions one at a time, a demand for more proof, what is kept, and who is refused.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use std::time::Duration;

use journeys::{ANNA, CHARLOTTE, RealApp, RealHarness, SignedIn, fresh_ticket};
use practice::FaultFile;
use practice_server::SignInPlan;
use serde_json::{Value, json};
use window_contract::view::{Category, Changed, ProblemCode, RefusalReason, RemedyKind};

/// A guest without main address.
const PIETER: &str = "pieter@northwindtraders.com";

async fn signed_in(harness: &RealHarness) -> RealApp {
    let app = harness.start();
    let status = app.ask("status", json!({})).await;
    assert_eq!(status["organisation"]["source"], "launch", "{status}");
    let status = app.ask("sign_in_browser", json!({})).await;
    assert_eq!(status["account"]["tenant"], "real", "{status}");
    app
}

fn wish(report: &Value) -> Value {
    SignedIn::wish(report, "set-mail", &json!({ "address": PIETER }))
}

fn faults(harness: &RealHarness, faults: &Value) {
    let text = json!({ "version": 1, "faults": faults }).to_string();
    harness.tenant.set_faults(FaultFile::read(&text).unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_use_of_a_repair_asks_for_exactly_what_it_needs_and_nothing_before() {
    let harness = RealHarness::set(SignInPlan::default()).await;
    let app = signed_in(&harness).await;
    let asked = harness.person.seen()[0].clone();
    assert!(!asked.contains("ReadWrite") && !asked.contains("Invite"), "signing in asks to look: {asked}");

    let report = app.find(PIETER).await;
    let remedy = SignedIn::remedy(&report, "set-mail").unwrap();
    assert_eq!(remedy["permissions"], json!(["User.ReadWrite.All"]), "{remedy}");
    let problem = app.refused("preview", wish(&report)).await;
    assert_eq!(problem.kind, Category::Refused);
    assert!(
        matches!(problem.code, ProblemCode::PermissionMissing { remedy: RemedyKind::SetMail, .. }),
        "{problem:?}"
    );

    app.ask("permit", json!({ "remedy": "set-mail" })).await;
    let plan = app.ask("preview", wish(&app.find(PIETER).await)).await;
    let result = app.confirm(&plan).await;
    assert_eq!(result["outcome"], "done", "{result}");
    assert_eq!(app.find(PIETER).await["verdict"], "healthy");
    let asked: Vec<String> = harness.person.seen().into_iter().filter(|it| it.starts_with("https")).collect();
    assert!(asked[1].contains("User.ReadWrite.All") && !asked[1].contains("User.Invite"), "{}", asked[1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn following_mail_asks_for_its_permission_at_the_first_look_and_then_looks() {
    // Given somebody who is signed in to look, and a group that is chosen
    let harness = RealHarness::set(SignInPlan::default()).await;
    let app = signed_in(&harness).await;
    let groups = app.ask("groups", json!({})).await;
    let groups = groups["groups"].as_array().unwrap().clone();
    let sales = groups.iter().find(|group| group["displayName"] == "Sales NL").unwrap()["id"].clone();
    let find = json!({ "address": PIETER, "group": sales, "guest": null, "ticket": "find" });
    let report = app.ask("find", find.clone()).await;
    assert_eq!(report["trace"], json!({ "permissions": ["ExchangeMessageTrace.Read.All"] }));
    let ask = json!({ "guest": report["subject"]["id"], "group": sales, "ticket": "trace" });
    app.refused("trace_messages", ask.clone()).await;

    // When it is asked for
    app.ask("permit_trace", json!({ "ticket": "permit", "practice": null })).await;

    // Then Microsoft was asked for that and nothing else besides, and the mail is followed
    let asked: Vec<String> = harness.person.seen().into_iter().filter(|it| it.starts_with("https")).collect();
    assert!(
        asked[1].contains("ExchangeMessageTrace.Read.All") && !asked[1].contains("ReadWrite"),
        "{}",
        asked[1]
    );
    assert_eq!(app.ask("find", find).await["trace"], json!({ "permissions": [] }));
    assert_eq!(app.ask("trace_messages", ask).await["conclusion"], "not-sent-to-them");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_declines_or_may_not_consent_keeps_what_was_granted() {
    let harness = RealHarness::set(SignInPlan::default()).await;
    let app = signed_in(&harness).await;
    harness.person.behaves(|behaviour| behaviour.consents = false);
    let problem = app.refused("permit", json!({ "remedy": "set-mail" })).await;
    assert_eq!(problem.kind, Category::Cancelled, "{problem:?}");
    assert_eq!(app.find(PIETER).await["verdict"], "misconfigured", "still signed in");

    // Somebody who may not consent is told that an admin can.
    let harness = RealHarness::set(SignInPlan::default()).await;
    harness.person.behaves(|behaviour| behaviour.user_name = ANNA.to_owned());
    harness.person.behaves(|behaviour| behaviour.consents = false);
    let app = harness.start();
    app.ask("status", json!({})).await;
    let problem = app.refused("sign_in_browser", json!({})).await;
    assert_eq!(
        problem.code,
        ProblemCode::SignInRefused { reason: RefusalReason::AdminConsentNeeded },
        "{problem:?}"
    );
    assert!(problem.reference.unwrap().correlation_id.is_some(), "an id to quote");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_demand_for_more_proof_leads_to_one_sign_in_and_then_to_the_same_search() {
    let harness = RealHarness::set(SignInPlan::default()).await;
    let app = signed_in(&harness).await;
    faults(&harness, &json!([{ "method": "POST", "path": "/$batch", "nth": 1, "do": "claims" }]));
    let problem = app.refused("find", json!({ "address": PIETER })).await;
    assert_eq!((&problem.code, problem.changed), (&ProblemCode::StepUpRequired, Changed::No), "{problem:?}");
    // The same token is refused again and again: nothing but a new sign-in helps.
    assert_eq!(app.refused("find", json!({ "address": PIETER })).await.code, ProblemCode::StepUpRequired);

    let pages = harness.person.seen().len();
    app.ask("prove", json!({})).await;
    assert!(harness.person.seen()[pages].contains("claims="), "{:?}", harness.person.seen());
    assert_eq!(app.find(PIETER).await["verdict"], "misconfigured");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_asked_for_more_proof_before_they_are_signed_in_is_let_in_with_it() {
    // Given somebody of whom more was demanded, who signed out and in again with a code, which proves nothing more
    let harness = RealHarness::set(SignInPlan { interval_seconds: 1, ..SignInPlan::default() }).await;
    let app = signed_in(&harness).await;
    faults(&harness, &json!([{ "method": "POST", "path": "/$batch", "nth": 1, "do": "claims" }]));
    app.refused("find", json!({ "address": PIETER })).await;
    app.ask("sign_out", json!({})).await;
    let code = app.ask("sign_in_code", json!({})).await;
    let (page, typed) = (code["page"].as_str().unwrap(), code["userCode"].as_str().unwrap());
    let (refused, ()) =
        tokio::join!(app.refused("sign_in_code_wait", json!({})), harness.person.types_code(page, typed));
    assert_eq!(refused.code, ProblemCode::StepUpRequired, "{refused:?}");
    // When the challenge is answered, they are there.
    let status = app.ask("prove", json!({})).await;
    assert_eq!(status["account"]["userName"], CHARLOTTE);
    assert_eq!(app.find(PIETER).await["verdict"], "misconfigured");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_demand_for_more_proof_during_a_change_changes_nothing_and_leads_back_to_its_preview() {
    let harness = RealHarness::set(SignInPlan::default()).await;
    let app = signed_in(&harness).await;
    app.ask("permit", json!({ "remedy": "set-mail" })).await;
    let report = app.find(PIETER).await;
    let plan = app.ask("preview", wish(&report)).await;
    faults(&harness, &json!([{ "method": "PATCH", "path": "/users/*", "nth": 1, "do": "claims" }]));
    let result = app.confirm(&plan).await;
    assert_eq!(result["problem"]["code"], "more-proof", "{result}");
    assert_eq!(result["problem"]["changed"], "no", "{result}");

    app.ask("prove", json!({})).await;
    let plan = app.ask("preview", wish(&app.find(PIETER).await)).await;
    assert_eq!(app.confirm(&plan).await["outcome"], "done");
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_else_cannot_answer_where_the_same_person_was_to_confirm() {
    let harness = RealHarness::set(SignInPlan::default()).await;
    let app = signed_in(&harness).await;
    // For everybody: otherwise Microsoft would refuse, for want of consent, whoever may not give it.
    app.ask("ask_consent", json!({})).await;
    harness.person.behaves(|behaviour| behaviour.user_name = "daan.smit@contoso.nl".to_owned());
    let problem = app.refused("prove", json!({})).await;
    // Microsoft gave tokens: that they are somebody else's, only our own check tells.
    assert_eq!(problem.code, ProblemCode::OtherPerson, "{problem:?}");
    let status = app.ask("status", json!({})).await;
    assert_eq!(status["account"]["userName"], CHARLOTTE);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_is_kept_until_one_signs_out_and_then_nothing_of_it_is_left() {
    let harness = RealHarness::set(SignInPlan::default()).await;
    let sealed = harness.folder.path().join("data/sign-in.sealed");
    drop(signed_in(&harness).await);
    assert!(sealed.exists());
    let opened = harness.person.seen().len();

    // Given a next start, no browser is opened.
    let app = harness.start();
    let status = app.ask("status", json!({})).await;
    assert_eq!((&status["stored"], &status["account"]), (&json!(true), &Value::Null));
    let status = app.ask("resume", json!({})).await;
    assert_eq!(status["account"]["userName"], CHARLOTTE);
    assert_eq!(status["keeping"], "kept");
    assert_eq!(harness.person.seen().len(), opened);

    // When they sign out, the file and the key are gone, and the next start asks again.
    let status = app.ask("sign_out", json!({})).await;
    assert_eq!((&status["stored"], &status["account"]), (&json!(false), &Value::Null));
    assert!(!sealed.exists());
    drop(app);
    let app = harness.start();
    assert_eq!(app.ask("status", json!({})).await["stored"], false);
    assert_eq!(app.ask("resume", json!({})).await["account"], Value::Null);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_signs_in_where_somebody_else_was_the_last_time_is_asked_until_they_leave() {
    const DAAN: &str = "daan.smit@contoso.nl";
    let harness = RealHarness::set(SignInPlan::default()).await;
    let file = harness.folder.path().join("data/last-account.json");
    let another = |status: &Value| status["account"]["otherThanLast"].clone();
    let becomes = |who: &'static str| harness.person.behaves(|it| it.user_name = who.to_owned());

    // Given nobody was here before, and the same comes again, nobody is asked;
    let app = signed_in(&harness).await;
    app.ask("ask_consent", json!({})).await;
    assert_eq!(another(&app.ask("status", json!({})).await), false);
    app.ask("sign_out", json!({})).await;
    assert_eq!(another(&app.ask("sign_in_browser", json!({})).await), false);
    app.ask("sign_out", json!({})).await;
    // when somebody else answers, they are, as long as they are here,
    becomes(DAAN);
    assert_eq!(another(&app.ask("sign_in_browser", json!({})).await), true);
    assert_eq!(another(&app.ask("status", json!({})).await), true);
    // also where they practise in between, of whom nobody asks,
    assert_eq!(another(&app.ask("sign_in", json!({ "persona": "reader" })).await), false);
    // and no more once they come again, after a restart too: then they were the last.
    assert_eq!(another(&app.ask("resume", json!({})).await), false);
    drop(app);
    becomes(CHARLOTTE);
    let app = harness.start();
    app.ask("status", json!({})).await;
    assert_eq!(another(&app.ask("sign_in_browser", json!({})).await), true);

    // What is kept names nobody.
    let kept = std::fs::read_to_string(&file).unwrap();
    assert!(!kept.contains("charlotte") && !kept.contains("contoso"), "{kept}");
    // Forgetting the organisation forgets that too.
    let status = app.ask("forget_organisation", json!({})).await;
    assert_eq!((&status["account"], file.exists()), (&Value::Null, false));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_practises_in_between_can_go_on_with_their_sign_in_afterwards() {
    let harness = RealHarness::set(SignInPlan::default()).await;
    let app = signed_in(&harness).await;
    let status = app.ask("sign_in", json!({ "persona": "reader" })).await;
    assert_eq!(status["account"]["tenant"], "practice");
    let status = app.ask("sign_out", json!({})).await;
    assert_eq!((&status["stored"], &status["account"]), (&json!(true), &Value::Null));
    assert_eq!(app.ask("resume", json!({})).await["account"]["userName"], CHARLOTTE);
}

#[tokio::test(flavor = "multi_thread")]
async fn waiting_for_the_browser_can_be_cancelled_and_leaves_nothing_behind() {
    let harness = RealHarness::set(SignInPlan::default()).await;
    harness.person.behaves(|behaviour| behaviour.walks_away = true);
    let app = harness.start();
    app.ask("status", json!({})).await;
    let ticket = fresh_ticket();
    let waiting = app.try_ask("sign_in_browser", json!({ "ticket": ticket }));
    let cancelling = async {
        while harness.person.seen().is_empty() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        app.ask("cancel", json!({ "ticket": ticket })).await;
    };
    let (answer, ()) = tokio::join!(waiting, cancelling);
    let problem = answer.unwrap_err();
    assert_eq!((problem.kind, problem.code), (Category::Cancelled, ProblemCode::Cancelled));
    assert_eq!(app.ask("status", json!({})).await["account"], Value::Null);
}

/// The page that is waited at, as soon as there is one.
async fn awaited_page(app: &RealApp) -> Value {
    loop {
        let page = app.ask("sign_in_page", json!({})).await;
        if !page["address"].is_null() {
            return page;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_whose_browser_did_not_open_is_gone_on_with_by_its_link() {
    // Given a computer on which no browser opens
    let harness = RealHarness::set(SignInPlan::default()).await;
    harness.person.behaves(|behaviour| behaviour.has_a_browser = false);
    let app = harness.start();
    app.ask("status", json!({})).await;
    let by_its_link = async {
        let page = awaited_page(&app).await;
        assert_eq!(page["opened"], false, "{page}");
        harness.person.visits(page["address"].as_str().unwrap().to_owned()).await;
    };
    // When its link is opened in one, then they are signed in
    let (status, ()) = tokio::join!(app.ask("sign_in_browser", json!({})), by_its_link);
    assert_eq!(status["account"]["userName"], CHARLOTTE, "{status}");
    // and the same holds of a permission and of an admin's consent.
    for (command, ask) in [("permit", json!({ "remedy": "set-mail" })), ("ask_consent", json!({}))] {
        let by_its_link = async {
            let page = awaited_page(&app).await;
            harness.person.visits(page["address"].as_str().unwrap().to_owned()).await;
        };
        tokio::join!(app.ask(command, ask), by_its_link);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_a_sign_in_waits_at_is_opened_again_as_long_as_it_waits_and_told_to_nobody_afterwards() {
    let harness = RealHarness::set(SignInPlan::default()).await;
    harness.person.behaves(|behaviour| behaviour.walks_away = true);
    let app = harness.start();
    app.ask("status", json!({})).await;
    let again = async {
        let page = awaited_page(&app).await;
        assert_eq!(page["opened"], true, "{page}");
        let address = page["address"].as_str().unwrap().to_owned();
        harness.person.behaves(|behaviour| behaviour.walks_away = false);
        app.ask("open", json!({ "place": "sign-in-page" })).await;
        address
    };
    let (status, address) = tokio::join!(app.ask("sign_in_browser", json!({})), again);
    assert_eq!(status["account"]["userName"], CHARLOTTE, "{status}");
    // The same page, and not a sign-in of its own.
    let opened = harness.person.seen().into_iter().filter(|seen| *seen == address).count();
    assert_eq!(opened, 2);

    // Once they are signed in there is no such page any more.
    assert_eq!(app.ask("sign_in_page", json!({})).await["address"], Value::Null);
    let refused = app.refused("open", json!({ "place": "sign-in-page" })).await;
    assert_eq!(refused.code, ProblemCode::RequestMalformed, "{refused:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_that_another_one_ended_takes_the_page_of_that_one_away_from_nobody() {
    let harness = RealHarness::set(SignInPlan::default()).await;
    harness.person.behaves(|behaviour| behaviour.walks_away = true);
    let app = harness.start();
    app.ask("status", json!({})).await;
    let first = app.try_ask("sign_in_browser", json!({ "ticket": "first" }));
    let second = async {
        let before = awaited_page(&app).await;
        let ending = async {
            let mut page = awaited_page(&app).await;
            while page == before {
                tokio::time::sleep(Duration::from_millis(20)).await;
                page = awaited_page(&app).await;
            }
            app.ask("cancel", json!({ "ticket": "first" })).await;
            assert_eq!(awaited_page(&app).await, page);
            app.ask("cancel", json!({ "ticket": "second" })).await;
        };
        tokio::join!(app.try_ask("sign_in_browser", json!({ "ticket": "second" })), ending).0
    };
    let (first, second) = tokio::join!(first, second);
    assert_eq!(first.unwrap_err().kind, Category::Cancelled);
    assert_eq!(second.unwrap_err().kind, Category::Cancelled);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_used_on_another_device_while_the_app_waits() {
    let harness = RealHarness::set(SignInPlan { interval_seconds: 1, ..SignInPlan::default() }).await;
    let app = harness.start();
    app.ask("status", json!({})).await;
    let ticket = fresh_ticket();
    let code = app.ask("sign_in_code", json!({ "ticket": ticket })).await;
    let (page, typed) = (code["page"].as_str().unwrap(), code["userCode"].as_str().unwrap());
    assert!(code["seconds"].as_u64().unwrap() > 800, "{code}");
    let waiting = app.ask("sign_in_code_wait", json!({ "ticket": ticket }));
    let (status, ()) = tokio::join!(waiting, harness.person.types_code(page, typed));
    assert_eq!(status["account"]["way"], "device-code", "{status}");
    assert_eq!(app.find(PIETER).await["verdict"], "misconfigured");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_consents_for_everybody_and_the_test_says_what_was_granted() {
    let harness = RealHarness::set(SignInPlan::default()).await;
    let app = signed_in(&harness).await;
    let found = |tested: &Value, name: &str| {
        let all = tested["permissions"].as_array().unwrap();
        all.iter().find(|it| it["permission"]["name"] == name).unwrap()["state"].clone()
    };
    let tested = app.ask("test_permissions", json!({})).await;
    assert_eq!(found(&tested, "User.Read.All"), "granted", "{tested}");
    assert_eq!(found(&tested, "User.ReadWrite.All"), "not-granted", "{tested}");
    app.ask("ask_consent", json!({})).await;
    let tested = app.ask("test_permissions", json!({})).await;
    assert_eq!(found(&tested, "User.ReadWrite.All"), "granted", "{tested}");
    let link = app.ask("consent_link", json!({})).await;
    assert!(link["text"].as_str().unwrap().contains("/adminconsent?"), "{link}");
}

#[tokio::test(flavor = "multi_thread")]
async fn where_repairs_are_switched_off_one_can_look_and_nothing_else() {
    let harness = RealHarness::set(SignInPlan::default()).await;
    harness.managed(&json!({ "version": 1, "readOnly": true }));
    let app = signed_in(&harness).await;
    let report = app.find(PIETER).await;
    assert_eq!(report["verdict"], "misconfigured");
    let remedy = SignedIn::remedy(&report, "set-mail").unwrap();
    assert_eq!(
        (&remedy["availability"], &remedy["why"]["code"]),
        (&json!("disabled"), &json!("switched-off"))
    );
    // Nor past the button.
    assert_eq!(app.refused("preview", wish(&report)).await.code, ProblemCode::SwitchedOff);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_that_was_revoked_says_why_when_it_is_used() {
    // An access token that lives a minute is renewed at once, being within five minutes of its end.
    let refusal = json!({
        "version": 1, "accessTokenMinutes": 1, "apps": SignInPlanJson::apps(),
        "refusals": [{ "at": "token", "grant": "refresh_token", "error": "invalid_grant", "aadsts": 50173,
            "text": "The provided grant has expired due to it being revoked." }],
    });
    let harness = RealHarness::set(SignInPlan::read(&refusal.to_string()).unwrap()).await;
    let app = harness.start();
    app.ask("status", json!({})).await;
    let problem = app.refused("sign_in_browser", json!({})).await;
    assert_eq!(problem.kind, Category::NotSignedIn);
    assert_eq!(
        problem.code,
        ProblemCode::SignInRefused { reason: RefusalReason::GrantRevoked },
        "{problem:?}"
    );
}

/// The registered app, as the sign-in file writes it.
struct SignInPlanJson;

impl SignInPlanJson {
    fn apps() -> Value {
        json!([{
            "clientId": practice_server::DEFAULT_CLIENT, "name": "Guest Mail Doctor", "redirectUris": ["http://localhost"],
        }])
    }
}

//! Bad input and refusals: each says what was and was not changed.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use std::time::Duration;

use journeys::{Harness, SignedIn};
use serde_json::{Value, json};
use window_contract::view::{Category as Kind, Changed, ProblemCode as Code};

const PIETER: &str = "pieter@northwindtraders.com";
const SOFIE: &str = "sofie.lindqvist@tailspintoys.com";

fn asked(address: &str) -> Value {
    json!({ "address": address, "group": null, "guest": null, "ticket": "t" })
}

#[tokio::test]
async fn what_is_no_address_is_refused_in_its_own_words_before_anything_is_asked() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let long = format!("{}@x.nl", "a".repeat(10_000));
    let malformed = |typed: &str| Code::AddressMalformed { typed: typed.to_owned() };
    let cases = [
        ("", Code::AddressEmpty),
        ("   \n\t ", Code::AddressEmpty),
        ("jan", Code::AddressAbsent { typed: "jan".to_owned() }),
        ("jan@fabrikam", malformed("jan@fabrikam")),
        ("jan@", malformed("jan@")),
        ("@fabrikam.nl", malformed("@fabrikam.nl")),
        ("jan@fabrikam.nl; piet@fabrikam.nl", Code::AddressSeveral { count: 2 }),
        (&long, Code::AddressTooLong { length: 10_005, limit: 320 }),
    ];
    let before = app.tenant().round_trips();
    for (typed, code) in cases {
        let problem = app.refused_as("find", asked(typed), code).await;
        assert_eq!((problem.kind, problem.changed), (Kind::BadInput, Changed::No));
    }
    assert_eq!(app.tenant().round_trips(), before);
}

#[tokio::test]
async fn addresses_are_found_as_people_paste_them() {
    let app = Harness::built_in().sign_in("user-admin").await;
    for pasted in [
        "Jan de Vries <jan@fabrikam.nl>;",
        "mailto:jan@fabrikam.nl",
        "  jan@fabrikam.nl\r\n",
        "JAN@FABRIKAM.NL",
        "\"Vries, Jan de\" <jan@fabrikam.nl>",
    ] {
        assert_eq!(app.find(pasted).await["verdict"], "conflict", "{pasted:?}");
    }
    assert_eq!(app.find("o'neil@proseware.com").await["verdict"], "healthy");
    assert_eq!(app.find("emma+contoso@wingtiptoys.com").await["verdict"], "healthy");
}

#[tokio::test]
async fn a_command_of_another_form_is_refused() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let mut ask = asked(PIETER);
    ask["token"] = json!("x");
    app.refused_as("find", ask, Code::RequestMalformed).await;
    let mut ask = asked(PIETER);
    ask["ticket"] = json!("t".repeat(65));
    app.refused_as("find", ask, Code::RequestMalformed).await;
    app.refused_as("find", json!({}), Code::RequestMalformed).await;
    app.refused_as("delete_everything", json!({}), Code::RequestMalformed).await;
    app.refused_as("confirm", json!({ "plan": "1", "typed": null, "reason": null }), Code::RequestMalformed)
        .await;
    let by_name = json!({ "guest": "../../users", "searched": PIETER, "group": null, "remedy": "set-mail", "ticket": "t",
        "choices": { "address": null, "groups": null, "invitationLanguage": null, "sendInvitation": null } });
    app.refused_as("preview", by_name, Code::RequestMalformed).await;
}

#[tokio::test]
async fn nobody_does_anything_before_signing_in() {
    let harness = Harness::built_in();
    for (name, ask) in [("find", asked(PIETER)), ("groups", json!({})), ("history", json!({}))] {
        let problem = harness.try_ask(name, ask).await.unwrap_err();
        assert_eq!(problem.kind, Kind::NotSignedIn);
    }
    let problem = harness.try_ask("sign_in", json!({ "persona": "root" })).await.unwrap_err();
    assert_eq!(problem.code, Code::PersonaUnknown { persona: "root".to_owned() });
}

#[tokio::test]
async fn a_persona_without_the_right_sees_who_can_and_cannot_do_it_by_another_way_either() {
    for persona in ["reader", "owner", "inviter"] {
        let app = Harness::built_in().sign_in(persona).await;
        let report = app.find(PIETER).await;
        assert_eq!(report["verdict"], "misconfigured", "{persona} may look");
        for kind in ["set-mail", "keep-one-address", "remove-and-invite"] {
            let remedy = SignedIn::remedy(&report, kind).unwrap();
            assert_eq!(remedy["availability"], "disabled", "{persona}: {kind}");
            assert_eq!(remedy["why"]["code"], "not-you", "{persona}: {kind}");
            assert!(remedy["why"]["roles"].as_array().unwrap().contains(&json!("User Administrator")));
            let problem = app.refused("preview", SignedIn::wish(&report, kind, &json!({}))).await;
            assert_eq!(json!(problem)["code"], "missing-right", "{persona}: {kind}");
            assert_eq!(json!(problem)["why"], "no-role", "{persona}: {kind}");
            assert_eq!((problem.kind, problem.changed), (Kind::Refused, Changed::No));
        }
    }
}

#[tokio::test]
async fn an_admin_who_is_refused_in_a_protected_unit_is_told_so_and_not_to_ask_their_own_like() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find("wouter@vandijk-security.example").await;
    let plan = app.preview(&report, "set-mail", &json!({})).await;
    let change = app.begin(&plan).await;
    let result = app.end_of(&change).await;
    assert_eq!(
        (&result["outcome"], &result["problem"]["code"]),
        (&json!("refused"), &json!("missing-right"))
    );
    assert_eq!(result["problem"]["why"], "restricted-unit", "{result:#}");
    let ended = app.ask("watch", json!({ "after": 0 })).await;
    let steps = ended["change"]["steps"].as_array().unwrap();
    assert!(steps.iter().all(|step| step["state"] != "waiting"), "{steps:#?}");
    assert_eq!(steps.last().unwrap()["state"], "not-reached");
}

#[tokio::test]
async fn a_guest_may_not_search() {
    let app = Harness::built_in().sign_in("guest").await;
    let problem = app.refused_as("find", asked(PIETER), Code::GuestsMayNotSearch).await;
    assert_eq!(problem.kind, Kind::Refused);
}

#[tokio::test]
async fn a_plan_is_applied_once() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(PIETER).await;
    let plan = app.preview(&report, "keep-one-address", &json!({})).await;
    app.carry_out(&plan).await;
    let again = json!({ "plan": plan["id"], "typed": null, "reason": null });
    let problem = app.refused_as("confirm", again, Code::PlanUsed).await;
    assert_eq!((problem.kind, problem.changed), (Kind::Refused, Changed::No));
}

#[tokio::test]
async fn another_choice_voids_the_plan_before_it_and_so_do_fifteen_minutes() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(PIETER).await;
    let first = app.preview(&report, "keep-one-address", &json!({})).await;
    let second = app.preview(&report, "keep-one-address", &json!({})).await;
    let confirm = |plan: &Value| json!({ "plan": plan["id"], "typed": null, "reason": null });
    app.refused_as("confirm", confirm(&first), Code::PlanStale).await;

    app.clock().pass(Duration::from_secs(15 * 60 + 1));
    app.refused_as("confirm", confirm(&second), Code::PlanStale).await;
    assert_eq!(app.find(PIETER).await["verdict"], "misconfigured", "nothing was changed");
}

#[tokio::test]
async fn somebody_elses_account_does_not_get_the_plan() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(PIETER).await;
    let plan = app.preview(&report, "keep-one-address", &json!({})).await;
    app.ask("sign_in", json!({ "persona": "global-admin" })).await;
    app.refused_as("confirm", json!({ "plan": plan["id"], "typed": null, "reason": null }), Code::PlanStale)
        .await;
}

#[tokio::test]
async fn a_typing_error_costs_nothing() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(SOFIE).await;
    let plan = app.preview(&report, "remove-and-invite", &json!({})).await;
    for typed in [json!(null), json!(""), json!("sofie"), json!("sofie@tailspintoys.com")] {
        let ask = json!({ "plan": plan["id"], "typed": typed, "reason": null });
        let expected = Code::TypedTextDiffers { expected: SOFIE.to_owned() };
        let problem = app.refused_as("confirm", ask, expected).await;
        assert_eq!((problem.kind, problem.changed), (Kind::BadInput, Changed::No));
    }
    // The plan still stands, and blanks or capitals are no typing errors.
    let ask = json!({ "plan": plan["id"], "typed": format!(" {} ", SOFIE.to_uppercase()), "reason": null });
    let change = app.ask("confirm", ask).await["change"].as_str().unwrap().to_owned();
    assert_eq!(app.end_of(&change).await["outcome"], "done");
}

#[tokio::test]
async fn an_address_of_somebody_else_cannot_be_chosen() {
    let invalid = |choice: &str| Code::ChoiceInvalid { choice: choice.to_owned() };
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find(PIETER).await;
    for kind in ["keep-one-address", "set-mail", "remove-and-invite"] {
        let wish = SignedIn::wish(&report, kind, &json!({ "address": "thief@example.com" }));
        app.refused_as("preview", wish, invalid("address")).await;
    }
    let wish = SignedIn::wish(
        &report,
        "remove-and-invite",
        &json!({ "groups": ["87d349ed-44d7-43e1-9a83-5f2406dee5bd"] }),
    );
    app.refused_as("preview", wish, invalid("groups")).await;
}

#[tokio::test]
async fn nothing_is_repaired_while_another_object_owns_the_address() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find("jan@fabrikam.nl").await;
    assert_eq!(SignedIn::remedy(&report, "resolve-conflict").unwrap()["recommended"], true);
    let wish = |kind| SignedIn::wish(&report, kind, &json!({ "address": "jan@fabrikam.nl" }));
    let conflict = Code::AddressConflict {
        address: "jan@fabrikam.nl".to_owned(),
        owner: Some("J. de Vries (Fabrikam)".to_owned()),
    };
    app.refused_as("preview", wish("set-mail"), conflict.clone()).await;
    app.refused_as("preview", wish("remove-and-invite"), conflict).await;
    let script =
        app.ask("exchange_script", json!({ "owner": report["owner"], "door": "remove", "lists": [] })).await;
    assert!(script["text"].as_str().unwrap().contains("'jan@fabrikam.nl'"));
}

/// Two guests: one of the accounts is to go, and no address is taken off anything in Exchange.
#[tokio::test]
async fn where_another_guest_owns_the_address_there_is_no_door_and_no_script() {
    let app = Harness::built_in().sign_in("user-admin").await;
    let report = app.find("lotte@vermeer-design.example").await;
    assert_eq!(report["owner"]["kind"], "guest");
    assert_eq!(report["conflict"]["doors"], json!([]));
    let ask = json!({ "owner": report["owner"], "door": "take-off", "lists": [] });
    app.refused_as("exchange_script", ask, Code::RequestMalformed).await;
}

#[tokio::test]
async fn who_is_no_guest_is_offered_nothing() {
    let app = Harness::built_in().sign_in("global-admin").await;
    for expected in practice::Tenant::built_in().unwrap().answer_key() {
        if expected.verdict == "not-a-guest" {
            let report = app.find(&expected.find).await;
            assert_eq!(report["remedies"], json!([]), "{}", expected.find);
            for kind in ["keep-one-address", "remove-and-invite"] {
                let wish = SignedIn::wish(&report, kind, &json!({}));
                let problem = app.refused("preview", wish).await;
                assert_eq!(problem.changed, Changed::No);
            }
        }
    }
}

#[tokio::test]
async fn one_change_at_a_time() {
    // Given a server that takes its time, so that a change of twenty requests is still under way
    let latency = Some(Duration::from_millis(30));
    let behaviour = practice::Behaviour { latency, ..practice::Behaviour::default() };
    let app = Harness::behaving(behaviour).sign_in("user-admin").await;
    let sofie = app.find(SOFIE).await;
    let pieter = app.find(PIETER).await;
    let plan = app.preview(&sofie, "remove-and-invite", &json!({})).await;
    let change = app.begin(&plan).await;

    // When another one is confirmed, or somebody else wants the desk
    let plan = app.preview(&pieter, "keep-one-address", &json!({})).await;
    let confirm = json!({ "plan": plan["id"], "typed": null, "reason": null });
    for (name, ask) in [
        ("confirm", confirm.clone()),
        ("sign_in", json!({ "persona": "reader" })),
        ("sign_out", json!({})),
        ("start_over", json!({})),
    ] {
        let problem = app.refused_as(name, ask, Code::ChangeRunning).await;
        assert_eq!((problem.kind, problem.changed), (Kind::Refused, Changed::No));
    }

    // Then it is refused, and the plan is still good afterwards
    assert_eq!(app.end_of(&change).await["outcome"], "done");
    let second = app.ask("confirm", confirm).await["change"].as_str().unwrap().to_owned();
    assert_eq!(app.end_of(&second).await["outcome"], "done");
}

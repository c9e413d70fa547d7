//! Signing in with the Azure CLI: which tenant is meant Microsoft says, before `az` is asked and before anything is shown.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use entra::AzureCli;
use internet::Internet;
use journeys::{RealApp, RealHarness};
use practice_server::SignInPlan;
use serde_json::{Value, json};
use temporary_folder::TemporaryFolder;
use window_contract::view::{Category, ProblemCode};

/// A tenant that nobody configured.
const ELSEWHERE: &str = "66666666-ffff-4fff-8fff-666666666666";

/// A token of the form that Graph's tokens have today.
fn token_of(tenant: &str) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let claims = json!({ "tid": tenant, "scp": "User.ReadWrite.All" });
    format!("{}.{}.c2lnbmF0dXJl", part(&json!({ "alg": "RS256" })), part(&claims))
}

/// A machine whose `az` gives this token, and writes down what it was asked.
struct Machine(TemporaryFolder);

impl Machine {
    fn new() -> Self {
        Self(temporary_folder::temporary_folder())
    }

    fn az(&self, token: &str) -> AzureCli {
        let stand_ins = Path::new(env!("CARGO_MANIFEST_DIR")).join("../stand-ins");
        let variables = [
            ("PATH", format!("{}:/usr/bin:/bin", stand_ins.display())),
            ("AZ_STAND_IN", "signed-in".to_owned()),
            ("AZ_STAND_IN_TOKEN", token.to_owned()),
            ("AZ_STAND_IN_LOG", self.0.path().join("log").display().to_string()),
        ];
        AzureCli::with_environment(variables.map(|(name, value)| (name.into(), OsString::from(value))))
    }

    /// The tenants that `az` was asked for, one for each call.
    fn asked(&self) -> Vec<String> {
        let log = fs::read_to_string(self.0.path().join("log")).unwrap_or_default();
        let calls = log.split("--\n").filter(|call| !call.is_empty());
        let tenant = |call: &str| {
            call.split_once("--tenant\n").map(|(_, rest)| rest.lines().next().unwrap_or_default().to_owned())
        };
        calls.map(|call| tenant(call).unwrap_or_default()).collect()
    }
}

fn contoso(harness: &RealHarness) -> String {
    harness.tenant.snapshot()["organization"]["id"].as_str().unwrap().to_owned()
}

async fn nobody_is_there(app: &RealApp) {
    let status = app.ask("status", json!({})).await;
    assert_eq!((&status["account"], &status["stored"]), (&Value::Null, &json!(false)), "{status}");
}

#[tokio::test(flavor = "multi_thread")]
async fn with_the_organisation_named_by_its_domain_a_token_of_another_tenant_signs_nobody_in() {
    // Given an organisation file that names the tenant by a domain, and an `az` whose token is another tenant's
    let (harness, machine) = (RealHarness::set(SignInPlan::default()).await, Machine::new());
    let app = harness.start_with(|parts| parts.azure_cli = Some(machine.az(&token_of(ELSEWHERE))));
    app.ask("status", json!({})).await;
    // when it is used, then it is refused for the tenant that Microsoft named for the domain,
    let problem = app.refused("sign_in_azure_cli", json!({})).await;
    let expected = contoso(&harness);
    assert_eq!(problem.code, ProblemCode::AzureCliOtherTenant { expected: expected.clone() }, "{problem:?}");
    assert_eq!(problem.kind, Category::Refused);
    // which `az` was asked for,
    assert_eq!(machine.asked(), [expected]);
    // and nothing of anybody is shown.
    nobody_is_there(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_of_the_organisation_signs_in_to_it() {
    let (harness, tap) = RealHarness::tapped(SignInPlan::default()).await;
    let app = harness.start();
    app.ask("status", json!({})).await;
    app.ask("sign_in_browser", json!({})).await;
    drop(app);
    let tokens = tap.heard();
    let (token, _) = tokens.iter().find(|(_, what)| **what == "access token").unwrap();

    let machine = Machine::new();
    let app = harness.start_with(|parts| parts.azure_cli = Some(machine.az(token)));
    app.ask("status", json!({})).await;
    let status = app.ask("sign_in_azure_cli", json!({})).await;
    assert_eq!(status["account"]["way"], "azure-cli", "{status}");
    assert_eq!(status["account"]["tenantId"].as_str(), Some(contoso(&harness).as_str()));
    assert_eq!(machine.asked(), [contoso(&harness)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn with_a_token_that_cannot_be_read_nobody_is_shown_before_graph_knows_it() {
    let (harness, machine) = (RealHarness::set(SignInPlan::default()).await, Machine::new());
    let app = harness.start_with(|parts| parts.azure_cli = Some(machine.az("nobody-can-read-this")));
    app.ask("status", json!({})).await;
    app.refused("sign_in_azure_cli", json!({})).await;
    nobody_is_there(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_microsoft_does_not_say_which_tenant_is_meant_the_cli_is_not_asked() {
    let (harness, machine) = (RealHarness::set(SignInPlan::default()).await, Machine::new());
    // The host cannot prove who it is to an app that does not trust its authority.
    let app = harness.start_with(|parts| {
        parts.azure_cli = Some(machine.az(&token_of(ELSEWHERE)));
        parts.internet = Internet::new().unwrap();
    });
    app.ask("status", json!({})).await;
    let problem = app.refused("sign_in_azure_cli", json!({})).await;
    assert_eq!(problem.kind, Category::Unreachable, "{problem:?}");
    assert_eq!(machine.asked(), Vec::<String>::new());
    nobody_is_there(&app).await;
}

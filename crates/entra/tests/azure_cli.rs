//! Signing in with the Azure CLI, with a stand-in `az` (tests/stand-ins) for every answer it can give.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what fails here is a failed test")]

use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use entra::{AzureCli, AzureCliSignIn, MicrosoftCloud, SignInError, SignInErrorKind};
use serde_json::{Value, json};

const CONTOSO: &str = "44444444-dddd-4ddd-8ddd-444444444444";

/// A token of the form that Graph's tokens have today.
fn token(claims: &Value) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    format!("{}.{}.c2lnbmF0dXJl", part(&json!({ "alg": "RS256" })), part(claims))
}

fn contosos() -> String {
    token(&json!({ "tid": CONTOSO, "scp": "User.ReadWrite.All Group.ReadWrite.All" }))
}

/// A machine where `az` is the stand-in and plays this scenario.
struct Machine {
    folder: temporary_folder::TemporaryFolder,
    variables: Vec<(OsString, OsString)>,
}

impl Machine {
    fn new(scenario: &str, token: &str) -> Self {
        let stand_ins = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/stand-ins");
        let folder = temporary_folder::temporary_folder();
        let variable = |name: &str, value: String| (OsString::from(name), OsString::from(value));
        let variables = vec![
            variable("PATH", format!("{}:/usr/bin:/bin", stand_ins.display())),
            variable("AZ_STAND_IN", scenario.to_owned()),
            variable("AZ_STAND_IN_TOKEN", token.to_owned()),
            variable("AZ_STAND_IN_LOG", folder.path().join("log").display().to_string()),
        ];
        Self { folder, variables }
    }

    fn with(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.into(), value.into()));
        self
    }

    /// Another `az` than the stand-in.
    fn with_az(self, script: &str) -> Self {
        let folder = self.folder.path().join("bin");
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("az"), script).unwrap();
        fs::set_permissions(folder.join("az"), fs::Permissions::from_mode(0o755)).unwrap();
        self.with("PATH", &format!("{}:/usr/bin:/bin", folder.display()))
    }

    fn az(&self) -> AzureCli {
        AzureCli::with_environment(self.variables.clone())
    }

    async fn sign_in(&self, tenant: Option<&str>) -> Result<AzureCliSignIn, SignInError> {
        self.az().sign_in(tenant, &MicrosoftCloud::Global.into()).await
    }

    /// The arguments of each call of `az`.
    fn calls(&self) -> Vec<String> {
        let log = fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
        let calls = log.split("--\n").filter(|call| !call.is_empty());
        calls.map(|call| call.trim_end().replace('\n', " ")).collect()
    }
}

#[tokio::test]
async fn a_cli_that_is_signed_in_gives_a_token_and_what_can_be_read_in_it() {
    for scenario in ["signed-in", "chatty"] {
        let machine = Machine::new(scenario, &contosos());
        let AzureCliSignIn { credential, scopes, tenant_id } = machine.sign_in(None).await.unwrap();
        assert_eq!(scopes.unwrap(), ["User.ReadWrite.All", "Group.ReadWrite.All"]);
        assert_eq!(tenant_id.as_deref(), Some(CONTOSO));
        let given = credential.get_token(&["https://graph.microsoft.com/.default"], None).await.unwrap();
        assert_eq!(given.token.secret(), contosos());
        assert!(!format!("{credential:?}").contains("eyJ"));
    }
}

#[tokio::test]
async fn az_is_asked_for_graph_of_the_organisations_cloud_and_its_tenant_and_once() {
    let machine = Machine::new("signed-in", &contosos());
    let AzureCliSignIn { credential, .. } = machine.sign_in(Some(CONTOSO)).await.unwrap();
    for _ in 0..3 {
        credential.get_token(&["whatever"], None).await.unwrap();
    }
    let wanted = "account get-access-token -o json --scope https://graph.microsoft.com/.default --tenant";
    assert_eq!(machine.calls(), [format!("{wanted} {CONTOSO}")]);

    let machine = Machine::new("signed-in", &contosos());
    machine.az().sign_in(None, &MicrosoftCloud::China.into()).await.unwrap();
    let wanted = "account get-access-token -o json --scope https://microsoftgraph.chinacloudapi.cn/.default";
    assert_eq!(machine.calls(), [wanted]);
}

#[tokio::test]
async fn az_is_asked_again_shortly_before_the_token_ends() {
    let soon = jiff::Timestamp::now().as_second() + 240;
    let machine = Machine::new("signed-in", &contosos()).with("AZ_STAND_IN_EXPIRES_ON", &soon.to_string());
    let AzureCliSignIn { credential, .. } = machine.sign_in(None).await.unwrap();
    credential.get_token(&[], None).await.unwrap();
    assert_eq!(machine.calls().len(), 2);
}

#[tokio::test]
async fn a_token_that_cannot_be_read_is_used_all_the_same_and_tells_nothing() {
    let readable_but_empty = token(&json!({}));
    let strange =
        ["opaque", "a.b", "a.b.c", "a.b.c.d", "..", "eyJ.!!!.x", &token(&json!([1])), &readable_but_empty];
    for token in strange {
        let machine = Machine::new("signed-in", token);
        let AzureCliSignIn { credential, scopes, tenant_id } = machine.sign_in(Some(CONTOSO)).await.unwrap();
        assert_eq!((scopes, tenant_id), (None, None), "{token}");
        assert_eq!(credential.get_token(&[], None).await.unwrap().token.secret(), token);
    }
}

#[tokio::test]
async fn a_token_for_another_tenant_is_not_used() {
    let fabrikams = token(&json!({ "tid": "33333333-cccc-4ccc-8ccc-333333333333", "scp": "User.Read.All" }));
    let machine = Machine::new("signed-in", &fabrikams);
    let refused = machine.sign_in(Some(CONTOSO)).await.map(drop).unwrap_err();
    assert_eq!(refused.kind, SignInErrorKind::AzureCliOtherTenant { expected: CONTOSO.into() });
    // `az` was told the domain; which GUID it has is not known here.
    assert!(machine.sign_in(Some("contoso.onmicrosoft.com")).await.is_ok());
    assert!(Machine::new("signed-in", &contosos()).sign_in(Some(&CONTOSO.to_uppercase())).await.is_ok());
}

#[tokio::test]
async fn every_refusal_is_told_apart_and_quoted_with_its_ids() {
    let other = || SignInErrorKind::AzureCliOtherTenant { expected: "contoso.example".into() };
    let table = [
        ("not-signed-in", SignInErrorKind::AzureCliNotSignedIn, None),
        ("expired", SignInErrorKind::AzureCliNotSignedIn, Some(700_082)),
        ("more-proof", SignInErrorKind::AzureCliNotSignedIn, Some(50_076)),
        ("not-there", other(), Some(50_020)),
        ("no-such-tenant", other(), Some(90_002)),
    ];
    for (scenario, what, number) in table {
        let machine = Machine::new(scenario, "");
        let problem = machine.sign_in(Some("contoso.example")).await.map(drop).unwrap_err();
        assert_eq!(problem.kind, what, "{scenario}");
        assert_eq!(problem.response.as_ref().and_then(|response| response.aadsts), number, "{scenario}");
        let Some(response) = problem.response else { continue };
        assert_eq!(response.correlation_id.as_deref(), Some("22222222-bbbb-4bbb-8bbb-222222222222"));
        assert_eq!(response.trace_id.as_deref(), Some("11111111-aaaa-4aaa-8aaa-111111111111"));
        assert!(response.message.starts_with("AADSTS") && !response.message.contains("az login"));
    }
    let problem = Machine::new("not-there", "").sign_in(None).await.map(drop).unwrap_err();
    assert!(
        matches!(problem.kind, SignInErrorKind::AzureCliFailed(_)),
        "nobody said which tenant: {problem:?}"
    );
}

#[tokio::test]
async fn what_a_new_sign_in_of_az_does_not_cure_is_quoted_as_az_said_it() {
    let table = [
        ("other-cloud", "https://graph.microsoft.us was not found in the tenant named Contoso"),
        ("blocked", "blocked by Conditional Access policies"),
        ("no such scenario", "no such scenario: no such scenario"),
    ];
    for (scenario, words) in table {
        let problem = Machine::new(scenario, "").sign_in(Some(CONTOSO)).await.map(drop).unwrap_err();
        let SignInErrorKind::AzureCliFailed(said) = problem.kind else { panic!("{scenario}: {problem:?}") };
        assert!(said.contains(words), "{said}");
    }
}

#[tokio::test]
async fn no_az_on_the_path_is_told_apart_from_one_that_fails() {
    let nowhere = temporary_folder::temporary_folder();
    let nowhere = nowhere.path().display().to_string();
    let machine = Machine::new("signed-in", &contosos()).with("PATH", &nowhere);
    assert_eq!(machine.sign_in(None).await.map(drop).unwrap_err().kind, SignInErrorKind::AzureCliMissing);
    // A shell says so in its own words; the number is what counts.
    assert_eq!(
        Machine::new("gone", "").sign_in(None).await.map(drop).unwrap_err().kind,
        SignInErrorKind::AzureCliMissing
    );
}

#[tokio::test]
async fn an_answer_that_is_none_is_a_failure_and_no_sign_in() {
    for scenario in ["old", "not-json"] {
        let problem = Machine::new(scenario, "").sign_in(None).await.map(drop).unwrap_err();
        assert!(matches!(problem.kind, SignInErrorKind::AzureCliFailed(_)), "{scenario}: {problem:?}");
    }
    let problem = Machine::new("old", "").sign_in(None).await.map(drop).unwrap_err();
    assert!(problem.to_string().contains("2.54.0 or newer"), "{problem}");
}

/// Whether this process runs. One that has ended and was not waited for yet counts as running.
fn runs(process: u32) -> bool {
    Command::new("kill").args(["-0", &process.to_string()]).stderr(Stdio::null()).status().unwrap().success()
}

/// The processes whose numbers a script wrote into its `pids`, once all of them are there.
async fn started(pids: &Path, many: usize) -> Vec<u32> {
    for _ in 0..200 {
        let text = fs::read_to_string(pids).unwrap_or_default();
        let found: Vec<u32> = text.split_whitespace().filter_map(|pid| pid.parse().ok()).collect();
        if found.len() == many {
            return found;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the script has not begun")
}

/// Waits until none of them runs; what still does is ended, so that the test leaves nothing behind.
async fn all_ended(pids: &[u32]) -> bool {
    for _ in 0..100 {
        if pids.iter().all(|pid| !runs(*pid)) {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    for pid in pids {
        _ = Command::new("kill").args(["-9", &pid.to_string()]).stderr(Stdio::null()).status();
    }
    false
}

/// An `az` that starts two more programs, writes all their numbers down, and answers nothing for a minute.
fn with_children() -> (Machine, std::path::PathBuf) {
    let machine = Machine::new("", "");
    let pids = machine.folder.path().join("pids");
    let script = format!(
        "#!/bin/sh\nsleep 60 &\nsleep 61 &\njobs -p > '{0}'\necho $$ >> '{0}'\nwait\n",
        pids.display()
    );
    (machine.with_az(&script), pids)
}

#[tokio::test]
async fn an_az_that_does_not_answer_is_not_waited_for_without_end_and_ends_with_all_it_started() {
    let (machine, pids) = with_children();
    let began = Instant::now();
    let slow = machine.az().timeout(Duration::from_secs(1));
    let problem = slow.sign_in(None, &MicrosoftCloud::Global.into()).await.map(drop).unwrap_err();
    assert_eq!(problem.kind, SignInErrorKind::TimedOut);
    assert!(began.elapsed() < Duration::from_secs(20));
    let pids = started(&pids, 3).await;
    assert!(all_ended(&pids).await, "some still run");
}

#[tokio::test]
async fn an_az_that_is_no_longer_waited_for_ends_with_all_it_started() {
    let (machine, pids) = with_children();
    let waiting = tokio::spawn(async move { machine.sign_in(None).await.map(drop) });
    let pids = started(&pids, 3).await;
    waiting.abort();
    let began = Instant::now();
    assert!(waiting.await.unwrap_err().is_cancelled());
    assert!(
        began.elapsed() < Duration::from_millis(100),
        "cancelling waits for nobody: {:?}",
        began.elapsed()
    );
    assert!(all_ended(&pids).await, "some still run");
}

#[tokio::test]
async fn a_program_that_az_leaves_behind_with_its_output_costs_neither_the_token_nor_a_minute() {
    let machine = Machine::new("signed-in", &contosos());
    let (pids, stand_in) = (
        machine.folder.path().join("pids"),
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/stand-ins/az"),
    );
    let script = format!(
        "#!/bin/sh\nsleep 60 &\njobs -p > '{}'\nexec '{}' \"$@\"\n",
        pids.display(),
        stand_in.display()
    );
    let machine = machine.with_az(&script);
    let began = Instant::now();
    let signed_in = machine.sign_in(None).await.unwrap();
    assert_eq!(signed_in.tenant_id.as_deref(), Some(CONTOSO));
    assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
    assert!(all_ended(&started(&pids, 1).await).await, "it still runs");
}

#[tokio::test]
async fn an_az_that_writes_without_end_is_ended_whichever_output_it_writes_to() {
    for to in ["1", "2"] {
        let machine = Machine::new("", "");
        let pids = machine.folder.path().join("pids");
        let script = format!("#!/bin/sh\necho $$ > '{}'\nexec yes >&{to}\n", pids.display());
        let machine = machine.with_az(&script);
        let began = Instant::now();
        let problem = machine.sign_in(None).await.map(drop).unwrap_err();
        assert!(matches!(problem.kind, SignInErrorKind::AzureCliFailed(_)), "{problem:?}");
        assert!(problem.to_string().len() < 2_000, "and not quoted at length");
        assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
        assert!(all_ended(&started(&pids, 1).await).await, "it still runs");
    }
}

#[tokio::test]
async fn what_az_lets_slip_is_not_quoted() {
    // One that can be read, and one that cannot and has signs in it that divide words.
    for token in [contosos(), "AXoA-bcDEfgh_IJklmn-OPqrst-uvWXyz0123456789-abcdefGHIJK".to_owned()] {
        let problem = Machine::new("leaky", &token).sign_in(None).await.map(drop).unwrap_err();
        let shown = format!("{problem} {problem:?}");
        assert!(shown.contains("unexpected error"), "{shown}");
        for part in token.split('.') {
            assert!(!shown.contains(part), "{shown}");
        }
    }
}

#[tokio::test]
async fn a_tenant_that_is_a_command_runs_none() {
    let machine = Machine::new("signed-in", &contosos());
    for tenant in ["contoso.nl; touch pwned", "$(id)", "a b", "`id`", "x|y", "", "a\nb"] {
        let refused = machine.sign_in(Some(tenant)).await.map(drop).unwrap_err();
        assert!(matches!(refused.kind, SignInErrorKind::AzureCliFailed(_)), "{tenant:?}: {refused:?}");
    }
    assert!(machine.calls().is_empty());
}

#[tokio::test]
async fn a_sign_in_that_ends_later_is_found_in_the_credentials_error() {
    let soon = jiff::Timestamp::now().as_second() + 60;
    let machine = Machine::new("signed-in", &contosos()).with("AZ_STAND_IN_EXPIRES_ON", &soon.to_string());
    let state = machine.folder.path().join("state");
    fs::create_dir(&state).unwrap();
    // An `az` that is the stand-in until somebody signs out of it.
    let stand_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/stand-ins/az");
    let script = format!(
        "#!/bin/sh\n[ -e '{0}/out' ] && AZ_STAND_IN=not-signed-in\nexport AZ_STAND_IN\nexec '{1}' \"$@\"\n",
        state.display(),
        stand_in.display()
    );
    let machine = machine.with_az(&script);
    let AzureCliSignIn { credential, .. } = machine.sign_in(None).await.unwrap();
    fs::write(state.join("out"), "").unwrap();
    let error = credential.get_token(&[], None).await.unwrap_err();
    assert_eq!(SignInError::of(&error).unwrap().kind, SignInErrorKind::AzureCliNotSignedIn);
}

#[tokio::test]
async fn an_end_of_a_token_in_any_year_there_is_breaks_nothing() {
    for end in ["-377705116800", "0", "253402300799", "9223372036854775807", "-9223372036854775808"] {
        let machine = Machine::new("signed-in", &contosos()).with("AZ_STAND_IN_EXPIRES_ON", end);
        if let Ok(AzureCliSignIn { credential, .. }) = machine.sign_in(None).await {
            credential.get_token(&[], None).await.unwrap();
        }
    }
}

#[tokio::test]
async fn a_cli_in_which_another_tenant_is_chosen_later_gives_nothing_more() {
    let soon = jiff::Timestamp::now().as_second() + 60;
    let fabrikams = token(&json!({ "tid": "33333333-cccc-4ccc-8ccc-333333333333" }));
    let machine = Machine::new("signed-in", &contosos()).with("AZ_STAND_IN_EXPIRES_ON", &soon.to_string());
    let chosen = machine.folder.path().join("chosen");
    let stand_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/stand-ins/az");
    let script = format!(
        "#!/bin/sh\n[ -e '{}' ] && AZ_STAND_IN_TOKEN='{fabrikams}'\nexport AZ_STAND_IN_TOKEN\nexec '{}' \"$@\"\n",
        chosen.display(),
        stand_in.display()
    );
    let machine = machine.with_az(&script);
    let AzureCliSignIn { credential, .. } = machine.sign_in(None).await.unwrap();
    credential.get_token(&[], None).await.unwrap();
    fs::write(&chosen, "").unwrap();
    let error = credential.get_token(&[], None).await.unwrap_err();
    let expected = SignInErrorKind::AzureCliOtherTenant { expected: CONTOSO.into() };
    assert_eq!(SignInError::of(&error).unwrap().kind, expected);
}

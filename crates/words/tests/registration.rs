//! The script for the Azure CLI, run: by this system's shell, with the stand-in `az` (tests/stand-ins).
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "what fails here is a failed test")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use words::{CloudNames, Language, RegistrationFacts, RegistrationKind, registration_script};

const GLOBAL: CloudNames = CloudNames { azure_cli: "AzureCloud", graph_powershell: "Global" };
const CHINA: CloudNames = CloudNames { azure_cli: "AzureChinaCloud", graph_powershell: "China" };

fn facts(permissions: &[&str], cloud: CloudNames) -> RegistrationFacts {
    RegistrationFacts {
        redirect: "http://localhost".into(),
        permissions: permissions.iter().map(|&name| name.to_owned()).collect(),
        cloud: Some(cloud),
    }
}

/// Runs the script with `az` in this state; what it said, and the calls of `az` with their arguments.
fn run(state: &str, facts: &RegistrationFacts) -> (Output, Vec<Vec<String>>) {
    let stand_ins = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/stand-ins");
    let folder = temporary_folder::temporary_folder();
    let log = folder.path().join("az.log");
    let script = registration_script(Language::En, RegistrationKind::AzureCli, facts);
    // What follows the block shows whether `exit` left the terminal it was pasted into.
    let pasted = format!("{script}echo the terminal is still there\n");
    let said = Command::new("/bin/sh")
        .args(["-c", &pasted])
        .env("PATH", format!("{}:/usr/bin:/bin", stand_ins.display()))
        .env("AZ_STAND_IN", state)
        .env("AZ_STAND_IN_LOG", &log)
        .output()
        .unwrap();
    let log = fs::read_to_string(log).unwrap_or_default();
    let mut calls: Vec<Vec<String>> = vec![Vec::new()];
    for line in log.lines() {
        match line {
            "--" => calls.push(Vec::new()),
            argument => calls.last_mut().unwrap().push(argument.to_owned()),
        }
    }
    calls.pop();
    (said, calls)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn made(calls: &[Vec<String>]) -> Option<&Vec<String>> {
    calls.iter().find(|call| call[..3] == ["ad", "app", "create"])
}

#[test]
fn it_makes_a_public_client_of_one_organisation_and_says_its_ids() {
    let (said, calls) = run("nothing-there", &facts(&["User.Read.All", "User-Mail.ReadWrite.All"], GLOBAL));
    let created = made(&calls).unwrap_or_else(|| panic!("{}", text(&said.stderr)));
    let behind = |option: &str| &created[created.iter().position(|argument| argument == option).unwrap() + 1];
    assert_eq!(behind("--display-name"), "Guest Mail Doctor");
    assert_eq!(behind("--sign-in-audience"), "AzureADMyOrg");
    assert_eq!(behind("--is-fallback-public-client"), "true");
    assert_eq!(behind("--public-client-redirect-uris"), "http://localhost");
    assert_eq!(
        behind("--required-resource-accesses"),
        r#"[{ "resourceAppId": "00000003-0000-0000-c000-000000000000", "resourceAccess": [{ "id": "00000000-0000-4000-8000-000000000002", "type": "Scope" }, { "id": "00000000-0000-4000-8000-000000000008", "type": "Scope" }] }]"#
    );
    assert!(!created.iter().any(|argument| argument.contains("password") || argument.contains("secret")));
    assert_eq!(
        text(&said.stdout),
        "Application (client) ID: 55555555-eeee-4eee-8eee-555555555555
Directory (tenant) ID: 44444444-dddd-4ddd-8ddd-444444444444
Fill in both in Guest Mail Doctor, and ask for consent there.
the terminal is still there
"
    );
}

#[test]
fn it_makes_nothing_where_it_should_not() {
    let table = [
        ("exists", facts(&["User.Read.All"], GLOBAL), "named Guest Mail Doctor already"),
        ("no-rights", facts(&["User.Read.All"], GLOBAL), "Insufficient privileges"),
        (
            "nothing-there",
            facts(&["User.Read.All", "User.Reed.All"], GLOBAL),
            "Nothing was made: User.Reed.All",
        ),
        ("nothing-there", facts(&["User.Read.All"], CHINA), "az cloud set --name AzureChinaCloud"),
    ];
    for (state, facts, expected) in table {
        let (said, calls) = run(state, &facts);
        assert!(text(&said.stderr).contains(expected), "{state}: {}", text(&said.stderr));
        assert_eq!(made(&calls), None, "{state}");
        assert_eq!(text(&said.stdout), "the terminal is still there\n", "{state}");
    }
}

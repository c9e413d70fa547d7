//! The stages of `cargo xtask test`. Each is told with its time and result; a failure does not stop the next.

use crate::run::{Failure, answers, finish, npm, program, run, seconds, step};
use crate::{faults, foreign, fuzz, gallery, generate, page, place, rules, set_up, temporary};
use clap::ValueEnum;
use std::time::Instant;

/// A stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Stage {
    /// The formats of Rust and of the page
    Format,
    /// The generated files are up to date
    Gen,
    /// The page: words, lints, types, unit tests, build and its size
    Ui,
    /// Clippy on everything, warnings denied
    Clippy,
    /// All Rust tests but those of the window, and the examples in the documentation
    Rust,
    /// What can go wrong in a change, at every moment of it: a share, the same each time
    Faults,
    /// What holds between the parts
    Rules,
    /// Servers and clients of others, against our sign-in and our practice tenant
    Foreign,
    /// The page in a browser, on the real app and the practice organisation
    Browser,
    /// The real window
    Window,
}

impl Stage {
    fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }

    fn run(self, contract: bool) -> Result<(), Failure> {
        match self {
            Self::Format => format(),
            Self::Gen => generate::all(true),
            Self::Ui => ui(),
            Self::Clippy => clippy(),
            Self::Rust => rust(contract),
            Self::Faults => faults::stage(),
            Self::Rules => rules::all(),
            Self::Foreign => foreign::all(),
            Self::Browser => browser(),
            Self::Window => window(),
        }
    }
}

/// All tests, or one stage of them.
pub(crate) fn test(require_contract: bool, only: Option<Stage>) -> Result<(), Failure> {
    let stages = only.map_or_else(|| Stage::value_variants().to_vec(), |stage| vec![stage]);
    all(&stages, require_contract)
}

/// Everything that can be told without running the app.
pub(crate) fn check() -> Result<(), Failure> {
    all(&[Stage::Format, Stage::Gen, Stage::Ui, Stage::Clippy, Stage::Rules], false)
}

fn all(stages: &[Stage], contract: bool) -> Result<(), Failure> {
    let begun = Instant::now();
    // Without what the build needs, every stage would fail for the same reason.
    step("set-up", set_up::to_test)?;
    temporary::begin()?;
    let mut results = Vec::new();
    for (at, stage) in stages.iter().enumerate() {
        let (name, since) = (stage.name(), Instant::now());
        println!("\n=== {}/{} {name}", at + 1, stages.len());
        let outcome = stage.run(contract).and(temporary::nothing_left());
        let word = match &outcome {
            Ok(()) => "passed".to_owned(),
            Err(failure) => format!("FAILED: {failure}"),
        };
        let line = format!("{name:<8} {:>12}  {word}", seconds(since.elapsed()));
        println!("=== {line}");
        results.push((line, outcome.is_ok()));
    }
    println!("\nAll stages, {}:", seconds(begun.elapsed()));
    for (line, _) in &results {
        println!("  {line}");
    }
    let failed = results.iter().filter(|(_, passed)| !passed).count();
    if failed == 0 { Ok(()) } else { Err(Failure(format!("{failed} of {} stages", results.len()))) }
}

/// Does all of them, whatever comes of each, and fails with the first failure.
fn each(work: &[&dyn Fn() -> Result<(), Failure>]) -> Result<(), Failure> {
    work.iter().map(|part| part()).fold(Ok(()), Result::and)
}

fn format() -> Result<(), Failure> {
    each(&[&|| run("cargo", &["fmt", "--all", "--check"]), &|| {
        npm("ui", &["exec", "--", "prettier", "--check", "."])
    }])
}

fn ui() -> Result<(), Failure> {
    each(&[
        &|| step("lint", || npm("ui", &["run", "--silent", "lint"])),
        &|| step("words and types", || npm("ui", &["run", "--silent", "check"])),
        &|| step("unit tests", || npm("ui", &["run", "--silent", "test"])),
        &|| step("build", page::build),
    ])
}

fn clippy() -> Result<(), Failure> {
    page::ensure()?;
    let words = ["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"];
    let clippy = run("cargo", &words);
    let licences = if answers("cargo", &["deny", "--version"]) {
        // Advisories need a database from the network: they have their own job.
        run("cargo", &["deny", "--offline", "check", "bans", "licenses", "sources"])
    } else {
        println!("NOT CHECKED: bans, licences and sources of dependencies (cargo-deny is not installed)");
        Ok(())
    };
    clippy.and(licences)
}

/// The tests of the window run in a stage of their own. Both stages select the whole workspace, since another
/// selection would be other features, and those would compile everything once more.
fn rust(contract: bool) -> Result<(), Failure> {
    page::ensure()?;
    let mut tests = if nextest() {
        program_with(&[
            "nextest",
            "run",
            "--workspace",
            "--locked",
            "--no-fail-fast",
            "-E",
            "not package(window)",
        ])
    } else {
        program_with(&["test", "--workspace", "--exclude", "window", "--locked", "--no-fail-fast", "--tests"])
    };
    fuzz::give_time_in_tests(&mut tests)?;
    let tests = step("tests", || finish(&mut tests));
    println!("random input:");
    let told = fuzz::tell_results().map(drop);
    let contract = against_the_contract(contract);
    let examples = step("examples", || run("cargo", &["test", "--workspace", "--locked", "--doc"]));
    tests.and(told).and(contract).and(examples)
}

/// The tests that need Microsoft's contract are ignored everywhere else; here they run, where it is there.
fn against_the_contract(required: bool) -> Result<(), Failure> {
    const ABSENT: &str = "Microsoft's contract is not there; CONTRACT_DIR says where it is";
    match (place::contract(), required) {
        (None, true) => return Err(Failure(format!("{ABSENT}, and --require-contract asks for it"))),
        (None, false) => {
            println!("NOT CHECKED: the ignored tests of tests/contract ({ABSENT})");
            return Ok(());
        }
        (Some(_), _) => {}
    }
    let mut tests = if nextest() {
        program_with(&[
            "nextest",
            "run",
            "--workspace",
            "--locked",
            "--no-fail-fast",
            "--run-ignored",
            "only",
            "-E",
            "package(contract)",
        ])
    } else {
        let words =
            "test --workspace --locked --no-fail-fast --test contract --test permissions -- --ignored";
        program_with(&words.split(' ').collect::<Vec<_>>())
    };
    step("tests against the contract", || finish(&mut tests))
}

fn browser() -> Result<(), Failure> {
    step("build the page for a browser", page::build_for_browser)?;
    page::ensure()?;
    step("build the programs", generate::build)?;
    let host = place::built("browser-host");
    // Node leaves one core to itself; a browser waits as much as it draws.
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let side_by_side = format!("--test-concurrency={cores}");
    let words = ["--test", &side_by_side, "tests/browser/"];
    step("tests", || finish(program("node").args(words).env("BROWSER_HOST", host)))
}

fn window() -> Result<(), Failure> {
    page::ensure()?;
    // First, so that what is driven is the program as it ships, and not one a test was compiled into.
    step("build the programs", generate::build)?;
    let app = place::built("guest-mail-doctor");
    let mut tests = if nextest() {
        program_with(&[
            "nextest",
            "run",
            "--workspace",
            "--locked",
            "--no-fail-fast",
            "-E",
            "package(window)",
        ])
    } else {
        program_with(&["test", "-p", "window", "--locked", "--no-fail-fast", "--tests"])
    };
    // Compiling the tests may replace the program in its usual place: the one that ships is kept aside.
    let kept = app.with_file_name("guest-mail-doctor-as-shipped");
    std::fs::copy(&app, &kept).map_err(|problem| Failure::file(&app, &problem))?;
    tests.env("GUEST_MAIL_DOCTOR", &kept).env("PRACTICE", place::built("practice"));
    let gallery = step("gallery", || gallery::best(&kept));
    step("tests", || finish(&mut tests)).and(gallery)
}

fn nextest() -> bool {
    answers("cargo", &["nextest", "--version"])
}

fn program_with(words: &[&str]) -> std::process::Command {
    let mut cargo = program("cargo");
    cargo.args(words);
    cargo
}

//! How long a search takes, from the command to the report: in a practice organisation with a hundred guests beside
//! the written ones, and with a hundred thousand.
//!
//! The answer must not depend on the size of the organisation: after the medians, their ratio is printed, and the
//! program fails when it is above 1.5.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a bench, not a part of the product"
)]

use std::process::ExitCode;
use std::time::{Duration, Instant};

use divan::Bencher;
use journeys::{Harness, SignedIn};
use practice::{Behaviour, Tenant};
use serde_json::json;
use tokio::runtime::Runtime;

const FEW: u32 = 100;
const MANY: u32 = 100_000;
/// What a search in the large organisation may take, as a multiple of the small one.
const AT_MOST: f64 = 1.5;
/// So many searches on each side; one by one in turn, so that both meet the same disturbances.
const ROUNDS: usize = 300;

/// Whom to search, and what must be found: a synthetic guest, a written one with ten groups and a conflict, nobody.
const SEARCHED: [(&str, &str); 3] = [
    ("chidi.fontaine.42@guests.example", "healthy"),
    ("marek.nowak@proseware.com", "conflict"),
    ("niemand@litwareinc.com", "not-found"),
];

/// The app, signed in to an organisation of this size.
struct Desk {
    runtime: Runtime,
    app: SignedIn,
}

impl Desk {
    fn with(guests: u32) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let organisation = Tenant::built_in().unwrap().with_guests(guests);
        let app = runtime
            .block_on(async { Harness::on(organisation, Behaviour::default()).sign_in("user-admin").await });
        let desk = Self { runtime, app };
        for (address, verdict) in SEARCHED {
            let report = desk.runtime.block_on(desk.app.find(address));
            assert_eq!(report["verdict"], json!(verdict), "{address}");
        }
        desk
    }

    fn find(&self, address: &str) -> serde_json::Value {
        self.runtime.block_on(self.app.find(address))
    }
}

#[divan::bench(args = [FEW, MANY], sample_count = 200)]
fn a_healthy_guest(bencher: Bencher<'_, '_>, guests: u32) {
    bench(bencher, guests, 0);
}

#[divan::bench(args = [FEW, MANY], sample_count = 200)]
fn a_guest_with_ten_groups_and_a_conflict(bencher: Bencher<'_, '_>, guests: u32) {
    bench(bencher, guests, 1);
}

#[divan::bench(args = [FEW, MANY], sample_count = 200)]
fn nobody(bencher: Bencher<'_, '_>, guests: u32) {
    bench(bencher, guests, 2);
}

fn bench(bencher: Bencher<'_, '_>, guests: u32, whom: usize) {
    let desk = Desk::with(guests);
    bencher.bench_local(|| desk.find(SEARCHED[whom].0));
}

fn main() -> ExitCode {
    divan::main();
    // Not when the benches are only listed, or tried once (`cargo test --benches`).
    if std::env::args().any(|word| word == "--test" || word == "--list") {
        return ExitCode::SUCCESS;
    }
    let (few, many) = (Desk::with(FEW), Desk::with(MANY));
    let mut holds = true;
    for (address, verdict) in SEARCHED {
        let (mut in_few, mut in_many) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            in_few.push(time(&few, address));
            in_many.push(time(&many, address));
        }
        let (in_few, in_many) = (median(in_few), median(in_many));
        let ratio = in_many.as_secs_f64() / in_few.as_secs_f64();
        holds &= ratio <= AT_MOST;
        println!(
            "{verdict}: {in_few:.2?} with {FEW} guests, {in_many:.2?} with {MANY} (medians of {ROUNDS}): {ratio:.2} ×"
        );
    }
    if holds {
        println!("A search among {MANY} guests takes at most {AT_MOST} × the time of one among {FEW}.");
        ExitCode::SUCCESS
    } else {
        println!(
            "TOO SLOW: a search among {MANY} guests takes more than {AT_MOST} × the time of one among {FEW}."
        );
        ExitCode::FAILURE
    }
}

fn time(desk: &Desk, address: &str) -> Duration {
    let began = Instant::now();
    divan::black_box(desk.find(address));
    began.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

//! A long day at the desk, in fast time: eight hours of searches and repairs, while tokens expire, rights are taken away
//! and given back, the network goes and comes, and the computer sleeps. Nothing is left behind by any of it.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use std::time::Duration;

use jiff::SignedDuration;
use journeys::{Harness, SignedIn};
use serde_json::{Value, json};

/// How often somebody is looked up.
const SEARCHES: u32 = 2_000;
/// Every so often a repair is made, or the one before it undone: 200 changes.
const A_REPAIR_EVERY: u32 = 10;
/// A search takes so long, with the talk on the telephone: eight hours in all.
const A_CALL: Duration = Duration::from_secs(14);
/// By then a hundred changes were made, and everything that is made once, or fills up to its limit, is there.
const WARM: u32 = 1_000;

const PIETER: &str = "pieter@northwindtraders.com";
const WHO_CALLS: [&str; 4] = [PIETER, "jan@fabrikam.nl", "peter.hendriks@fabrikam.com", "nobody@example.com"];

/// What goes wrong now and then, and for how long.
const TROUBLE: [(&str, &str, u32); 4] = [
    ("the token has expired", r#"{ "method": "*", "path": "*", "do": "expired-token" }"#, 2),
    ("rights are taken away", r#"{ "method": "*", "path": "/users", "do": "status", "status": 403 }"#, 3),
    ("the network goes", r#"{ "method": "POST", "path": "/$batch", "do": "drop-before" }"#, 2),
    ("the answers are broken", r#"{ "method": "POST", "path": "/$batch", "do": "malformed" }"#, 2),
];

/// Bytes of memory that are this process's own.
fn memory() -> u64 {
    let told = std::fs::read_to_string("/proc/self/status").unwrap();
    let own = told.lines().find_map(|line| line.strip_prefix("RssAnon:")).unwrap();
    own.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1024
}

/// Files and connections that are open.
fn handles() -> usize {
    std::fs::read_dir("/proc/self/fd").unwrap().count()
}

fn tasks() -> usize {
    tokio::runtime::Handle::current().metrics().num_alive_tasks()
}

/// A repair; the next time it is taken back.
async fn change(app: &SignedIn) {
    let latest = app.latest().await;
    let plan = if latest["canUndo"] == true {
        app.ask("preview_undo", json!({ "change": latest["id"] })).await
    } else {
        let report = app.find(PIETER).await;
        app.preview(&report, "keep-one-address", &json!({ "address": PIETER })).await
    };
    assert_eq!(app.carry_out(&plan).await["outcome"], "done");
}

async fn search(app: &SignedIn, number: u32) -> bool {
    let address = WHO_CALLS[number as usize % WHO_CALLS.len()];
    let ask = json!({ "address": address, "group": null, "guest": null, "ticket": format!("call-{number}") });
    let found = app.try_ask("find", ask).await;
    app.clock().pass(A_CALL);
    found.is_ok()
}

#[tokio::test]
async fn nothing_is_left_behind_by_a_long_day() {
    let app = Harness::unrecorded().sign_in("user-admin").await;
    let morning = app.clock().now();
    let (mut warm, mut changes, mut failed) = (None, 0, 0);
    let mut trouble = TROUBLE.iter().cycle();
    let mut until = 0;
    for number in 1..=SEARCHES {
        if number % 97 == 0 {
            let (_, fault, lasts) = trouble.next().unwrap();
            app.faults(json!([serde_json::from_str::<Value>(fault).unwrap()]));
            until = number + lasts;
        } else if number == until {
            app.faults(json!([]));
        }
        if number % 500 == 0 {
            // The computer sleeps.
            app.clock().pass(Duration::from_mins(45));
        }
        if !search(&app, number).await {
            failed += 1;
        }
        if number % A_REPAIR_EVERY == 0 && number > until {
            change(&app).await;
            changes += 1;
        }
        if number == WARM {
            warm = Some((memory(), handles(), tasks()));
        }
    }

    let (memory_then, handles_then, tasks_then) = warm.unwrap();
    let (memory_now, handles_now, tasks_now) = (memory(), handles(), tasks());
    println!(
        "{SEARCHES} searches ({failed} failed), {changes} changes: {} kB, then {} kB",
        memory_then / 1024,
        memory_now / 1024
    );
    assert!(app.clock().now().duration_since(morning) >= SignedDuration::from_hours(8));
    assert!(failed > 20 && changes > 150, "{failed} {changes}: the day was one");
    // A tenth; or what the allocator and the pages of the journal keep back, which is more than a tenth of so small a
    // process.
    let spare = (memory_then / 10).max(2 * 1024 * 1024);
    assert!(memory_now <= memory_then + spare, "{memory_then} then, {memory_now} now");
    assert_eq!((handles_now, tasks_now), (handles_then, tasks_then), "files and tasks");
}

#[tokio::test]
async fn nothing_is_waited_for_while_nothing_is_asked() {
    // Given an app at which somebody has worked
    let app = Harness::built_in().sign_in("user-admin").await;
    search(&app, 0).await;
    change(&app).await;
    let (then, tasks_then, trips) = (app.clock().now(), tasks(), app.tenant().round_trips());

    // When nobody asks anything for a while
    tokio::time::sleep(Duration::from_millis(300)).await;

    // Then nobody slept meanwhile, which would have moved the clock, and nothing was asked or begun
    assert_eq!((app.clock().now(), tasks(), app.tenant().round_trips()), (then, tasks_then, trips));
}

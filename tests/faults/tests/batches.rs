//! A batch of five, in which something goes wrong. What `cargo xtask faults --batch` does many thousand times, done a few
//! times in every run of the tests.

#![allow(clippy::unwrap_used, reason = "what fails here is a failed test")]

use faults::{Schedule, replay};

/// What a schedule tells, with which nothing is wrong.
fn told(schedule: &str) -> String {
    let schedule: Schedule = schedule.parse().unwrap();
    let told = replay(&schedule);
    assert!(told.ends_with("no violation\n"), "{told}");
    told
}

#[test]
fn each_remedy_that_is_done_for_many_is_done_for_five() {
    for remedy in ["set-mail", "keep-one-address", "resend-invitation"] {
        let told = told(&format!("{remedy}:five apply"));
        assert!(told.contains("Done, 5 of 5"), "{remedy}: {told}");
    }
}

#[test]
fn an_app_that_is_killed_leaves_the_guest_under_way_and_another_batch_does_the_others() {
    let told = told("set-mail:five apply PATCH:users/cem#1=kill-after");
    assert!(told.contains("Running, 2 of 5"), "{told}");
    assert!(told.contains("left out: Cem Celik NothingToRepair"), "{told}");
    assert!(told.contains("planned: Dee Dekker\nplanned: Eli Evers"), "{told}");
}

#[test]
fn one_that_asks_is_stopped_where_it_asks() {
    let away = "keep-one-address:five apply POST:$batch#16=503!";
    assert!(self::told(away).contains("asked after: [3]"));
    let told = told(&format!("{away} asking#1=stop"));
    assert!(told.contains("Stopped, 3 of 5"), "{told}");
}

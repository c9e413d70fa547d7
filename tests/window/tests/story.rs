//! The main job, and who may not do it.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use window::story::{Teller, tell, verdict_of};
use window::{Harness, Launch, Trouble, Window};

fn in_a_window(words: &[&str], story: impl Fn(&Window<'_>) -> Result<(), Trouble>) {
    let folder = temporary_folder::temporary_folder();
    let harness = Harness::set(&folder.path().join("logs")).unwrap();
    let launch =
        words.iter().fold(Launch::new(&folder.path().join("data")), |launch, word| launch.with(word));
    let window = harness.open(&launch).unwrap();
    story(&window).unwrap();
}

#[test]
fn the_main_job_is_done_from_the_first_screen_to_the_undo() {
    let folder = temporary_folder::temporary_folder();
    let say = |words: &str| println!("{words}");
    let mut teller = Teller::new(&folder.path().join("pictures"), &say).unwrap();
    tell(&mut teller, folder.path()).unwrap();
}

#[test]
fn a_reader_sees_the_fault_and_is_told_who_can_repair_it() {
    in_a_window(&["--practice=reader", "--find", "pieter@northwindtraders.com"], |window| {
        assert_eq!(window.attribute("verdict", "data-verdict")?, "misconfigured");
        for remedy in ["remedy-set-mail", "remedy-keep-one-address", "remedy-remove-and-invite"] {
            assert_eq!(window.attribute(remedy, "data-availability")?, "disabled", "{remedy}");
            assert_eq!(window.attribute(remedy, "aria-disabled")?, "true", "{remedy}");
        }
        let why = window.text("remedy-set-mail")?;
        assert!(why.contains("User Administrator"), "it should say who can: {why}");
        // Pressing it all the same does nothing.
        window.execute("document.querySelector('[data-testid=remedy-set-mail]').click()", &[])?;
        assert!(!window.shows("[data-testid=preview]")?);
        Ok(())
    });
}

#[test]
fn the_window_speaks_dutch_when_it_is_started_so() {
    in_a_window(&["--lang", "nl"], |window| window.await_css("html[lang=nl] [data-testid=practice]"));
}

#[test]
fn a_language_chosen_in_the_window_is_kept() {
    let folder = temporary_folder::temporary_folder();
    let harness = Harness::set_with(&folder.path().join("logs"), &[("LANG", "en_US.UTF-8")]).unwrap();
    let launch = Launch::new(&folder.path().join("data"));
    {
        let window = harness.open(&launch).unwrap();
        window.await_css("html[lang=en] [data-testid=practice]").unwrap();
        window.choose("language", "nl").unwrap();
        window.await_css("html[lang=nl] [data-testid=practice]").unwrap();
    }
    let window = harness.open(&launch).unwrap();
    window.await_css("html[lang=nl] [data-testid=practice]").unwrap();
}

#[test]
fn what_was_done_is_still_there_after_a_restart() {
    let folder = temporary_folder::temporary_folder();
    let harness = Harness::set(&folder.path().join("logs")).unwrap();
    let launch = Launch::new(&folder.path().join("data")).with("--practice");
    {
        let window = harness.open(&launch).unwrap();
        assert_eq!(verdict_of(&window, "pieter@northwindtraders.com", None).unwrap(), "misconfigured");
        window.click("remedy-set-mail").unwrap();
        window.click_css("[data-testid=choice][value=\"pieter@northwindtraders.com\"]").unwrap();
        window.click("confirm").unwrap();
        window.await_element("result").unwrap();
    }
    let window = harness.open(&launch).unwrap();
    assert_eq!(verdict_of(&window, "pieter@northwindtraders.com", None).unwrap(), "healthy");
    window.click("nav-history").unwrap();
    window.await_css("[data-testid=history-entry]").unwrap();
}

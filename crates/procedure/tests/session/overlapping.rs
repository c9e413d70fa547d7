//! Sign-ins that overlap, are stopped, or end after somebody left.

use procedure::{ErrorKind, PreviewRequest, Selections};

use crate::support::{PIETER, Story};

#[tokio::test]
async fn whoever_signs_out_while_a_sign_in_is_under_way_stays_signed_out() {
    let story = Story::new();
    story.signed_in("reader").await;
    let (waiting, door) = story.at_the_page("browser").await;
    story.engine.sign_out().await.unwrap();
    door.lets_in("user-admin");
    assert_eq!(waiting.await.unwrap().unwrap_err().kind, ErrorKind::Cancelled);
    assert_eq!(story.who(), None);
    assert!(!story.asked().contains(&"stored user-admin".to_owned()), "{:?}", story.asked());
}

#[tokio::test]
async fn one_sign_in_at_a_time_the_next_one_ends_it_and_the_last_one_counts() {
    let story = Story::new();
    let mut before = Vec::new();
    for ticket in ["1", "2", "3", "4", "5"] {
        before.push(story.at_the_page(ticket).await);
    }
    let (last, last_door) = story.at_the_page("last").await;
    for (waiting, door) in before {
        assert_eq!(waiting.await.unwrap().unwrap_err().kind, ErrorKind::Cancelled);
        door.lets_in("reader");
    }
    assert_eq!(story.who(), None);
    last_door.lets_in("user-admin");
    last.await.unwrap().unwrap();
    assert_eq!(story.who().as_deref(), Some("user-admin"));
}

#[tokio::test]
async fn one_cancel_ends_whatever_is_under_way_of_a_hundred_sign_ins() {
    let story = Story::new();
    let mut all = Vec::new();
    for _ in 0..100 {
        all.push(story.at_the_page("again").await);
    }
    story.engine.cancel("again");
    for (waiting, _door) in all {
        assert_eq!(waiting.await.unwrap().unwrap_err().kind, ErrorKind::Cancelled);
    }
}

#[tokio::test]
async fn a_search_under_way_when_somebody_signs_out_asks_nothing_more() {
    let story = Story::slow();
    story.practises("user-admin").await;
    let engine = story.engine.clone();
    let searching = tokio::spawn(async move { engine.find(PIETER, None, None, "find").await });
    tokio::task::yield_now().await;
    story.engine.sign_out().await.unwrap();
    let problem = searching.await.unwrap().unwrap_err();
    assert!(matches!(problem.kind, ErrorKind::Cancelled | ErrorKind::NotSignedIn), "{problem:?}");
}

#[tokio::test]
async fn a_token_of_the_azure_cli_that_opens_another_tenant_than_was_meant_signs_nobody_in() {
    let story = Story::new();
    story.is_for_tenant("not-this-one");
    story.door().lets_in("user-admin");
    let problem = story.engine.sign_in_with_azure_cli("cli").await.unwrap_err();
    assert!(matches!(problem.kind, ErrorKind::OtherOrganisation { .. }), "{problem:?}");
    assert_eq!(story.who(), None);
    assert!(story.engine.credentials().is_none());
}

#[tokio::test]
async fn a_sign_in_that_ends_after_somebody_practises_changes_nothing() {
    let story = Story::new();
    let (waiting, door) = story.at_the_page("browser").await;
    story.practises("reader").await;
    door.lets_in("user-admin");
    assert_eq!(waiting.await.unwrap().unwrap_err().kind, ErrorKind::Cancelled);
    assert_eq!(story.who().as_deref(), Some("reader"));
    assert!(story.engine.credentials().is_none());
}

#[tokio::test]
async fn a_sign_in_that_is_refused_leaves_whoever_is_there() {
    let story = Story::new();
    story.practises("reader").await;
    let (waiting, door) = story.at_the_page("browser").await;
    drop(door);
    assert!(matches!(waiting.await.unwrap().unwrap_err().kind, ErrorKind::MissingRight { .. }));
    assert_eq!(story.who().as_deref(), Some("reader"));
}

#[tokio::test]
async fn a_sign_in_is_stopped_by_its_ticket_and_by_no_other() {
    let story = Story::new();
    let (stopped, _door) = story.at_the_page("first").await;
    story.engine.cancel("first");
    assert_eq!(stopped.await.unwrap().unwrap_err().kind, ErrorKind::Cancelled);
    let (second, second_door) = story.at_the_page("second").await;
    story.engine.cancel("first");
    second_door.lets_in("reader");
    second.await.unwrap().unwrap();
    assert_eq!(story.who().as_deref(), Some("reader"));
}

#[tokio::test]
async fn a_sign_in_to_another_tenant_than_was_meant_is_refused_and_whoever_is_there_stays() {
    let story = Story::new();
    story.practises("reader").await;
    story.is_for_tenant("not-this-one");
    story.door().lets_in("user-admin");
    let problem = story.engine.sign_in_with_browser("browser").await.unwrap_err();
    let (expected, found) = ("not-this-one".to_owned(), story.tenant.tenant_id());
    assert_eq!(problem.kind, ErrorKind::OtherOrganisation { expected, found });
    assert_eq!(story.who().as_deref(), Some("reader"));
}

#[tokio::test]
async fn a_code_is_waited_for_until_somebody_signs_in_another_way() {
    let story = Story::new();
    let none = story.engine.sign_in_with_device_code("wait").await.unwrap_err();
    assert_eq!(none.kind, ErrorKind::DeviceCodeExpired);
    story.engine.request_device_code("code").await.unwrap();
    assert_eq!(story.engine.device_code(), Some("ABCD-EFGH"));
    story.practises("reader").await;
    assert_eq!(story.engine.device_code(), None);
    // And once it was used, it is not there any more, whatever came of it.
    story.engine.request_device_code("code").await.unwrap();
    drop(story.door());
    story.engine.sign_in_with_device_code("wait").await.unwrap_err();
    assert_eq!(story.engine.device_code(), None);
}

#[tokio::test]
async fn leaving_the_organisation_ends_a_sign_in_to_it_and_those_under_way_but_no_practice() {
    let story = Story::new();
    story.practises("reader").await;
    let (waiting, door) = story.at_the_page("browser").await;
    story.engine.leave_organisation().await.unwrap();
    story.engine.set_organisation(Some("fabrikam"));
    door.lets_in("user-admin");
    assert_eq!(waiting.await.unwrap().unwrap_err().kind, ErrorKind::Cancelled);
    assert_eq!(story.who().as_deref(), Some("reader"));
    story.signed_in("user-admin").await;
    story.engine.leave_organisation().await.unwrap();
    assert_eq!(story.who(), None);
}

#[tokio::test]
async fn nobody_comes_or_leaves_while_a_change_is_under_way() {
    let story = Story::new();
    story.practises("user-admin").await;
    let found = story.find(PIETER).await.unwrap();
    let request = PreviewRequest {
        guest: found.diagnosis.subject,
        searched: PIETER.to_owned(),
        group: None,
        remedy: guest::RemedyKind::SetMail,
        selections: Selections { address: Some(PIETER.to_owned()), ..Selections::default() },
    };
    let plan = story.engine.preview(&request, "preview").await.unwrap();
    // On the one thread of this test the change waits for us before its first step.
    story.engine.confirm(plan.id.unwrap(), None, None).await.unwrap();
    let running = |problem: procedure::Problem| assert_eq!(problem.kind, ErrorKind::ChangeRunning);
    running(story.engine.sign_out().await.unwrap_err());
    running(story.engine.sign_in_with_browser("browser").await.unwrap_err());
    running(story.engine.sign_in_with_azure_cli("cli").await.unwrap_err());
    assert_eq!(story.who().as_deref(), Some("user-admin"));
    assert_eq!(story.asked(), [""; 0], "not even a page was opened");
}

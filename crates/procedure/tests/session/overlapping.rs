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
async fn of_two_sign_ins_the_one_that_began_later_counts_whichever_ends_last() {
    for later_ends_first in [true, false] {
        let story = Story::new();
        let (first, first_door) = story.at_the_page("first").await;
        let (second, second_door) = story.at_the_page("second").await;
        if later_ends_first {
            second_door.lets_in("user-admin");
            second.await.unwrap().unwrap();
            first_door.lets_in("reader");
            assert_eq!(first.await.unwrap().unwrap_err().kind, ErrorKind::Cancelled);
        } else {
            first_door.lets_in("reader");
            first.await.unwrap().unwrap();
            assert_eq!(story.who().as_deref(), Some("reader"));
            second_door.lets_in("user-admin");
            second.await.unwrap().unwrap();
        }
        assert_eq!(story.who().as_deref(), Some("user-admin"), "later ends first: {later_ends_first}");
    }
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
async fn a_sign_in_that_is_refused_leaves_whoever_is_there_and_the_one_before_it() {
    let story = Story::new();
    story.practises("reader").await;
    let (first, first_door) = story.at_the_page("first").await;
    let (second, second_door) = story.at_the_page("second").await;
    drop(second_door);
    assert!(matches!(second.await.unwrap().unwrap_err().kind, ErrorKind::MissingRight { .. }));
    assert_eq!(story.who().as_deref(), Some("reader"));
    first_door.lets_in("user-admin");
    first.await.unwrap().unwrap();
    assert_eq!(story.who().as_deref(), Some("user-admin"));
}

#[tokio::test]
async fn a_sign_in_is_stopped_by_its_ticket_and_by_no_other() {
    let story = Story::new();
    let (first, _door) = story.at_the_page("first").await;
    let (second, second_door) = story.at_the_page("second").await;
    story.engine.cancel("first");
    assert_eq!(first.await.unwrap().unwrap_err().kind, ErrorKind::Cancelled);
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

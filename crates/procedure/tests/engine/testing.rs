//! Did it help? What is said of the test message after a change: asked once a guest, kept, put off, and never of what
//! changed nothing.

use graph::Changed;
use guest::{NextToTry, RemedyKind};
use procedure::{ErrorKind, Outcome, TestMessage, TestQuestion};
use scripted_graph::Effect;
use serde_json::json;
use std::time::Duration;

use crate::support::{FIELDS, JAN, Story, jan};

const WRITE: &str = "PATCH /users/*";

async fn question(story: &Story, change: uuid::Uuid) -> Option<TestQuestion> {
    story.entry(change).await.test
}

#[tokio::test]
async fn after_a_repair_it_is_asked_whether_the_test_message_arrived_and_the_answer_stays() {
    for (said, kept) in
        [(TestMessage::Arrived, TestQuestion::Arrived), (TestMessage::Missing, TestQuestion::Missing)]
    {
        let story = Story::about(jan()).await;
        let end = story.remedy(RemedyKind::SetMail).await;
        assert_eq!(question(&story, end.change).await, Some(TestQuestion::Open));
        story.engine.note_test(end.change, said).await.unwrap();
        let rows = story.rows(end.change).await;
        // Said twice, it is written once.
        story.engine.note_test(end.change, said).await.unwrap();
        assert_eq!(story.rows(end.change).await, rows);
        let story = story.restarted().await;
        assert_eq!(question(&story, end.change).await, Some(kept));
    }
}

#[tokio::test]
async fn not_yet_puts_the_question_off_for_a_day_and_no_longer() {
    let story = Story::about(jan()).await;
    let end = story.remedy(RemedyKind::SetMail).await;
    for _ in 0..2 {
        story.engine.note_test(end.change, TestMessage::NotYet).await.unwrap();
        assert_eq!(question(&story, end.change).await, Some(TestQuestion::PutOff));
        story.clock.pass(Duration::from_hours(24) - Duration::from_secs(1));
        assert_eq!(question(&story, end.change).await, Some(TestQuestion::PutOff));
        story.clock.pass(Duration::from_secs(1));
        assert_eq!(question(&story, end.change).await, Some(TestQuestion::Open));
    }
}

#[tokio::test]
async fn what_changed_nothing_or_was_taken_back_is_not_asked_about_and_takes_no_answer() {
    let refused = {
        let story = Story::about(jan()).await;
        story.directory.once(WRITE, Effect::Refuse(403, "Authorization_RequestDenied"));
        let end = story.remedy(RemedyKind::SetMail).await;
        assert_eq!(end.outcome(), Outcome::Refused);
        (story, vec![end.change])
    };
    let undone = {
        let story = Story::about((FIELDS[1].guest)()).await;
        let end = story.remedy(FIELDS[1].remedy).await;
        let undo = story.undo(end.change).await;
        (story, vec![end.change, undo.change])
    };
    for (story, changes) in [refused, undone] {
        for change in changes {
            assert_eq!(question(&story, change).await, None);
            let problem = story.engine.note_test(change, TestMessage::Arrived).await.unwrap_err();
            let said = (problem.kind, problem.changed);
            assert_eq!(said, (ErrorKind::ChoiceInvalid("change"), Changed::No));
        }
    }
}

#[tokio::test]
async fn of_two_repairs_of_one_guest_the_later_is_asked_about() {
    let story = Story::about((FIELDS[1].guest)()).await;
    let first = story.remedy(FIELDS[1].remedy).await;
    assert_eq!(question(&story, first.change).await, Some(TestQuestion::Open));
    let second = story.remedy(RemedyKind::SetMail).await;
    assert_eq!(second.outcome(), Outcome::Done);
    assert_eq!(question(&story, first.change).await, None);
    assert_eq!(question(&story, second.change).await, Some(TestQuestion::Open));
}

#[tokio::test]
async fn nothing_is_said_to_be_noted_while_the_journal_takes_no_row() {
    let story = Story::about(jan()).await;
    let end = story.remedy(RemedyKind::SetMail).await;
    story.journal_refuses("remarked");
    let problem = story.engine.note_test(end.change, TestMessage::Arrived).await.unwrap_err();
    assert!(matches!(problem.kind, ErrorKind::Journal(_)), "{problem:?}");
    story.journal_takes_everything();
    assert_eq!(question(&story, end.change).await, Some(TestQuestion::Open));
}

#[tokio::test]
async fn a_message_that_did_not_arrive_leads_on_to_what_is_wrong_now_or_to_the_guest() {
    let story = Story::about((FIELDS[1].guest)()).await;
    story.remedy(FIELDS[1].remedy).await;
    let found = story.engine.find("jan@fabrikam.nl", None, None, "next").await.unwrap();
    let next = story.engine.next_to_try(&found).await.unwrap();
    assert_eq!(next, NextToTry::Remedy { kind: RemedyKind::SetMail });
    story.remedy(RemedyKind::SetMail).await;
    let found = story.engine.find("jan@fabrikam.nl", None, None, "next").await.unwrap();
    assert_eq!(story.engine.next_to_try(&found).await.unwrap(), NextToTry::AskGuest);
}

#[tokio::test]
async fn what_is_found_now_comes_before_anything_the_guest_could_look_at() {
    let story = Story::about((FIELDS[1].guest)()).await;
    story.remedy(RemedyKind::SetMail).await;
    story.directory.set(JAN, "accountEnabled", json!(false));
    let found = story.engine.find("jan@fabrikam.nl", None, None, "next").await.unwrap();
    assert_eq!(story.engine.next_to_try(&found).await.unwrap(), NextToTry::AsFound);
}

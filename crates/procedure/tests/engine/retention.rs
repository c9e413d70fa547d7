//! How long changes stay: what is needed of what is old, and what goes.

use std::time::Duration;

use guest::RemedyKind;
use jiff::{SignedDuration, Timestamp};
use journal::OrganisationKind;
use procedure::{Connection, ErrorKind, OldChanges, Outcome, TestMessage};
use scripted_graph::Effect;

use crate::support::{Story, connection, jan};

const DAY: Duration = Duration::from_hours(24);

const NONE: OldChanges =
    OldChanges { removable: 0, staying: 0, unfinished: 0, asked_about: 0, restorable: 0 };

/// In the organisation of a customer: there somebody waits for the answer.
async fn for_real() -> Story {
    let story = Story::nobody_signed_in(jan());
    let connection = Connection { kind: OrganisationKind::Real, ..connection(&story.directory) };
    story.engine.sign_in(connection).await.unwrap();
    story
}

fn days_ago(story: &Story, days: i64) -> Timestamp {
    clock::Clock::now(&story.clock) - SignedDuration::from_hours(24 * days)
}

/// What is said to go goes, and nothing else.
async fn removed(story: &Story, days: i64) -> OldChanges {
    let before = days_ago(story, days);
    let foreseen = story.engine.old_changes(before).await.unwrap();
    let listed = story.engine.history().await.unwrap().len();
    assert_eq!(story.engine.remove_old_changes(before).await.unwrap(), foreseen);
    let left = story.engine.history().await.unwrap().len();
    assert_eq!(u64::try_from(listed - left).unwrap(), foreseen.removable);
    foreseen
}

#[tokio::test]
async fn a_change_goes_when_it_is_old_enough_and_its_question_was_answered() {
    let story = for_real().await;
    let end = story.remedy(RemedyKind::SetMail).await;
    story.clock.pass(40 * DAY);
    let asked = OldChanges { staying: 1, asked_about: 1, ..NONE };
    assert_eq!(removed(&story, 30).await, asked, "nobody has said whether it helped");
    story.engine.note_test(end.change, TestMessage::NotYet).await.unwrap();
    assert_eq!(removed(&story, 30).await, asked, "nor have they now");
    story.engine.note_test(end.change, TestMessage::Arrived).await.unwrap();
    assert_eq!(removed(&story, 50).await, NONE, "it is not that old");
    let answered = removed(&story, 30).await;
    assert_eq!(answered, OldChanges { staying: 1, ..NONE }, "the answer is a row of today");
    story.clock.pass(31 * DAY);
    assert_eq!(removed(&story, 30).await, OldChanges { removable: 1, ..NONE });
}

#[tokio::test]
async fn in_practice_nobody_waits_for_an_answer() {
    let story = Story::new().await;
    story.remedy(RemedyKind::SetMail).await;
    story.clock.pass(8 * DAY);
    assert_eq!(removed(&story, 7).await, OldChanges { removable: 1, ..NONE });
}

#[tokio::test]
async fn a_guest_who_can_be_brought_back_for_thirty_days_can_be_for_as_long() {
    let story = Story::new().await;
    let end = story.remedy(RemedyKind::RemoveAndInvite).await;
    assert_eq!(end.outcome(), Outcome::Done);
    story.clock.pass(29 * DAY);
    assert_eq!(removed(&story, 7).await, OldChanges { staying: 1, restorable: 1, ..NONE });
    assert!(story.entry(end.change).await.can_undo);
    story.clock.pass(2 * DAY);
    assert_eq!(removed(&story, 7).await, OldChanges { removable: 1, ..NONE });
    let gone = story.engine.preview_undo(end.change).await.unwrap_err();
    assert!(matches!(gone.kind, ErrorKind::Journal(_) | ErrorKind::CannotUndo), "{gone:?}");
}

#[tokio::test]
async fn what_did_not_come_to_its_end_stays_with_all_that_came_after_it() {
    let story = Story::new().await;
    story.directory.always("POST /invitations", Effect::Refuse(403, "Authorization_RequestDenied"));
    let end = story.remedy(RemedyKind::RemoveAndInvite).await;
    assert_eq!(story.engine.unfinished().await.unwrap(), 1);
    story.clock.pass(400 * DAY);
    assert_eq!(removed(&story, 365).await, OldChanges { staying: 1, unfinished: 1, ..NONE });
    assert!(story.entry(end.change).await.can_continue);
}

#[tokio::test]
async fn a_record_that_was_tampered_with_gives_nothing_away() {
    let story = Story::new().await;
    story.remedy(RemedyKind::SetMail).await;
    story.clock.pass(8 * DAY);
    story.tampers_with_the_journal();
    let before = days_ago(&story, 7);
    let refused = story.engine.remove_old_changes(before).await.unwrap_err();
    assert_eq!(refused.kind, ErrorKind::RecordNotWhole);
    assert_eq!(story.engine.history().await.unwrap().len(), 1);
}

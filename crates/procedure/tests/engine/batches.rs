//! A confirmed batch: one guest after another, each a change of its own, however it goes with the others.

use guest::RemedyKind;
use procedure::{BatchPhase, ChangeStatus, ErrorKind, Outcome, PlanKind, Purpose, WhyLeftOut};
use scripted_graph::{Directory, Effect};
use serde_json::json;
use uuid::Uuid;

use crate::support::{JAN, SET, Story, contact, ids, left_out, outcomes, writes_to};

const DONE: Option<Outcome> = Some(Outcome::Done);
const REFUSED: Option<Outcome> = Some(Outcome::Refused);

/// The server says no to changing these.
fn refuses(story: &Story, numbers: impl IntoIterator<Item = usize>) {
    for write in writes_to(numbers) {
        story.directory.always(&write, Effect::Refuse(403, "Authorization_RequestDenied"));
    }
}

#[tokio::test]
async fn each_guest_is_changed_recorded_and_found_in_history_under_the_batch() {
    let story = Story::of_many(12).await;
    let batch = story.begin_batch(12).await;
    let end = story.batch_rests(batch).await;

    assert_eq!((end.phase, end.done, end.total), (BatchPhase::Done, 12, 12));
    assert_eq!(outcomes(&end), vec![DONE; 12]);
    assert_eq!(story.directory.writes(), writes_to(1..=12), "in their order, each once");
    let entries = story.engine.history().await.unwrap();
    assert_eq!(entries.len(), 12);
    for (guest, entry) in end.guests.iter().rev().zip(&entries) {
        assert_eq!((entry.batch, Some(entry.id)), (Some(batch), guest.end.change));
        assert_eq!((entry.status, entry.reason.as_deref()), (ChangeStatus::Done, Some("ticket 42")));
        assert_eq!(entry.kind, Some(PlanKind { remedy: SET, purpose: Purpose::Apply }));
        assert_eq!(entry.guest_name, guest.display_name);
        let rows = story.rows(entry.id).await;
        assert_eq!(rows, ["intended", "sent write", "acknowledged write", "verified", "finished done"]);
    }
    let account = story.directory.user("g7").unwrap();
    assert_eq!(account["proxyAddresses"], json!(["SMTP:g7@fabrikam.nl"]));
    assert!(story.engine.nothing_running().is_ok());
}

#[tokio::test]
async fn a_change_that_was_made_by_itself_is_in_no_batch() {
    let story = Story::new().await;
    let end = story.remedy(RemedyKind::KeepOneAddress).await;
    assert_eq!(story.entry(end.change).await.batch, None);
}

#[tokio::test]
async fn one_of_them_is_undone_by_itself_and_that_is_in_no_batch() {
    let story = Story::of_many(2).await;
    for id in ["g1", "g2"] {
        story.directory.set(id, "otherMails", json!([format!("{id}@fabrikam.nl"), "more@example.com"]));
    }
    let plan = story.try_preview_batch(RemedyKind::KeepOneAddress, &ids(2)).await.unwrap();
    let batch = story.confirm_batch(&plan);
    let end = story.batch_rests(batch).await;
    let change = end.guests[0].end.change.unwrap();
    let undone = story.undo(change).await;
    assert_eq!(undone.outcome(), Outcome::Done);
    assert_eq!(story.entry(change).await.status, ChangeStatus::Undone);
    assert_eq!(story.entry(undone.change).await.batch, None);
    assert_eq!(story.entry(end.guests[1].end.change.unwrap()).await.status, ChangeStatus::Done);
    assert_eq!(
        story.directory.user("g1").unwrap()["otherMails"],
        json!(["g1@fabrikam.nl", "more@example.com"])
    );
}

#[tokio::test]
async fn the_invitation_is_sent_again_to_each_who_has_not_accepted_by_then() {
    let story = Story::of_many(3).await;
    for id in ids(3) {
        story.directory.set(&id, "externalUserState", json!("PendingAcceptance"));
        story.directory.set(&id, "mail", json!(format!("{id}@fabrikam.nl")));
        story.directory.set(&id, "proxyAddresses", json!([format!("SMTP:{id}@fabrikam.nl")]));
    }
    let plan = story.try_preview_batch(RemedyKind::ResendInvitation, &ids(3)).await.unwrap();
    assert_eq!(plan.guests.len(), 3, "{:?}", plan.left_out);
    story.directory.set("g2", "externalUserState", json!("Accepted"));
    let batch = story.confirm_batch(&plan);
    let end = story.batch_rests(batch).await;
    assert_eq!(left_out(&end), [("g2", WhyLeftOut::NothingToRepair)]);
    let invited = story.directory.bodies("POST /invitations");
    let invited: Vec<_> = invited.iter().map(|body| body["invitedUserEmailAddress"].clone()).collect();
    assert_eq!(invited, ["g1@fabrikam.nl", "g3@fabrikam.nl"]);
}

#[tokio::test]
async fn whoever_changed_since_the_preview_is_left_out_and_named() {
    let story = Story::of_many(7).await;
    let plan = story.preview_batch(7).await;
    story.directory.delete("g1");
    story.directory.set("g2", "otherMails", json!(["else@example.com"]));
    story.directory.set("g2", "userPrincipalName", json!("else_example.com#EXT#@contoso.onmicrosoft.com"));
    story.directory.set("g3", "otherMails", json!(["g3@fabrikam.nl", "else@example.com"]));
    story.directory.set("g4", "mail", json!("g4@fabrikam.nl"));
    story.directory.set("g4", "proxyAddresses", json!(["SMTP:g4@fabrikam.nl"]));
    story.directory.add_contact(contact("g5@fabrikam.nl"));
    // Whose mail is filled, and nothing followed: the change is another than the one that was shown.
    story.directory.set("g6", "mail", json!("g6@fabrikam.nl"));
    let batch = story.confirm_batch(&plan);
    let end = story.batch_rests(batch).await;

    assert_eq!((end.phase, end.done), (BatchPhase::Done, 7));
    let owner = "Jan at Fabrikam".to_owned();
    let expected = [
        ("g1", WhyLeftOut::Gone),
        ("g2", WhyLeftOut::ChangedSince),
        ("g3", WhyLeftOut::SeveralAddresses),
        ("g4", WhyLeftOut::NothingToRepair),
        ("g5", WhyLeftOut::AddressOwned { owner }),
        ("g6", WhyLeftOut::ChangedSince),
    ];
    assert_eq!(left_out(&end), expected);
    assert_eq!(story.directory.writes(), writes_to([7]));
    assert_eq!(story.engine.history().await.unwrap().len(), 1, "of who is left out nothing is recorded");
}

#[tokio::test]
async fn who_is_changed_between_the_look_and_the_comparison_is_left_out_as_well() {
    let story = Story::of_many(2).await;
    let plan = story.preview_batch(2).await;
    // The next read is the batch's own look; the one after it compares.
    story.directory.once("GET /users/g1", Effect::Act);
    let somebody = |directory: &Directory| directory.set("g1", "mail", json!("else@example.com"));
    story.directory.once("GET /users/g1", Effect::meanwhile(somebody));
    let batch = story.confirm_batch(&plan);
    let end = story.batch_rests(batch).await;
    assert_eq!(left_out(&end), [("g1", WhyLeftOut::ChangedSince)]);
    assert_eq!(outcomes(&end), [None, DONE]);
    assert_eq!(story.directory.writes(), writes_to([2]));
}

#[tokio::test]
async fn one_that_is_refused_is_told_and_the_others_go_on() {
    let story = Story::of_many(4).await;
    refuses(&story, [1, 2, 4]);
    let end = story.repair_many(4).await;
    assert_eq!((end.phase, outcomes(&end)), (BatchPhase::Done, vec![REFUSED, REFUSED, DONE, REFUSED]));
    let problem = end.guests[0].end.problem.as_ref().unwrap();
    assert!(matches!(problem.kind, ErrorKind::MissingRight { .. }), "{problem:?}");
    let entry = story.entry(end.guests[0].end.change.unwrap()).await;
    assert_eq!(entry.status, ChangeStatus::Refused);
}

#[tokio::test]
async fn the_third_failure_in_a_row_asks_and_it_goes_on_when_it_is_told_to() {
    let story = Story::of_many(9).await;
    refuses(&story, [2, 3, 4, 6, 7, 8]);
    let batch = story.begin_batch(9).await;
    let asks = story.batch_rests(batch).await;
    assert_eq!((asks.phase, asks.done), (BatchPhase::Asking, 4));
    assert_eq!(story.directory.writes(), writes_to(1..=4));
    // It counts as a change under way for as long as it waits.
    assert_eq!(story.engine.nothing_running().unwrap_err().kind, ErrorKind::ChangeRunning);
    assert_eq!(story.engine.sign_out().await.unwrap_err().kind, ErrorKind::ChangeRunning);
    let nobodys = story.engine.continue_batch(Uuid::from_u128(77)).unwrap_err();
    assert_eq!(nobodys.kind, ErrorKind::ChoiceInvalid("batch"));

    // What failed before does not count any more.
    story.engine.continue_batch(batch).unwrap();
    let asks = story.batch_until(|it| it.phase == BatchPhase::Asking && it.done > 4).await;
    assert_eq!(asks.done, 8);
    story.engine.continue_batch(batch).unwrap();
    // Said twice, it asks no less the next time, and there is none.
    story.engine.continue_batch(batch).ok();
    let end = story.batch_until(|it| it.phase == BatchPhase::Done).await;
    assert_eq!((end.done, story.directory.writes()), (9, writes_to(1..=9)));
    let over = story.engine.continue_batch(batch).unwrap_err();
    assert_eq!(over.kind, ErrorKind::ChoiceInvalid("batch"));
}

#[tokio::test]
async fn who_is_left_out_between_two_failures_makes_them_no_less_in_a_row() {
    let story = Story::of_many(5).await;
    refuses(&story, [1, 2, 4]);
    let plan = story.preview_batch(5).await;
    story.directory.delete("g3");
    let batch = story.confirm_batch(&plan);
    let asks = story.batch_rests(batch).await;
    assert_eq!((asks.phase, asks.done), (BatchPhase::Asking, 4));
    // And told to stop, it does.
    story.engine.cancel(&batch.to_string());
    let end = story.batch_until(|it| it.phase == BatchPhase::Stopped).await;
    assert_eq!((end.done, outcomes(&end)[4]), (4, None));
    assert!(story.engine.nothing_running().is_ok());
}

#[tokio::test]
async fn a_guest_who_cannot_be_read_again_is_a_failure_and_nothing_is_changed() {
    let story = Story::of_many(4).await;
    let plan = story.preview_batch(4).await;
    story.directory.always("POST /$batch", Effect::NotSent);
    let batch = story.confirm_batch(&plan);
    let asks = story.batch_rests(batch).await;
    assert_eq!(asks.phase, BatchPhase::Asking);
    assert_eq!(outcomes(&asks)[..3], [Some(Outcome::Failed); 3]);
    assert!(asks.guests.iter().all(|guest| guest.end.change.is_none()), "nothing was begun");
    // Back on the line, it goes on.
    story.directory.no_more_effects();
    story.engine.continue_batch(batch).unwrap();
    let end = story.batch_until(|it| it.phase == BatchPhase::Done).await;
    assert_eq!((outcomes(&end)[3], story.directory.writes()), (DONE, writes_to([4])));
}

#[tokio::test]
async fn it_is_stopped_between_two_guests_and_the_change_that_left_is_waited_for() {
    let story = Story::of_many(4).await;
    let held = story.hold("PATCH /users/g2");
    let batch = story.begin_batch(4).await;
    story.until_sent(2).await;
    story.engine.cancel(&batch.to_string());
    held.notify_waiters();
    let end = story.batch_rests(batch).await;
    assert_eq!(end.phase, BatchPhase::Stopped);
    // What was sent is read back once, and not waited for any longer.
    assert!(matches!(outcomes(&end)[..], [DONE, Some(Outcome::Done | Outcome::NotYetVisible), None, None]));
    assert_eq!(story.directory.writes(), writes_to(1..=2));
    assert!(end.guests.iter().all(|guest| !guest.running));
}

#[tokio::test]
async fn it_is_stopped_between_two_steps_of_the_guest_under_way() {
    // Held in the look, and then in the comparison: neither sends anything.
    for passed in 0..2 {
        let story = Story::of_many(2).await;
        let plan = story.preview_batch(2).await;
        if passed > 0 {
            story.directory.times(passed, "GET /users/g2", Effect::Act);
        }
        let held = story.hold("GET /users/g2");
        let batch = story.confirm_batch(&plan);
        story.batch_until(|it| it.guests[1].running).await;
        for _ in 0..200 {
            tokio::task::yield_now().await;
        }
        story.engine.cancel(&batch.to_string());
        held.notify_waiters();
        let end = story.batch_rests(batch).await;
        assert_eq!(end.phase, BatchPhase::Stopped, "{passed}");
        assert!(matches!(outcomes(&end)[1], None | Some(Outcome::Cancelled)), "{passed}: {end:?}");
        assert_eq!(story.directory.writes(), writes_to([1]), "{passed}");
        assert_eq!(story.engine.history().await.unwrap().len(), 1, "{passed}");
    }
}

#[tokio::test]
async fn while_it_runs_nothing_else_is_changed_and_nobody_comes_or_leaves() {
    let story = Story::of_many(2).await;
    let held = story.hold("PATCH /users/g1");
    let batch = story.begin_batch(2).await;
    story.until_sent(1).await;

    let plan = story.preview(RemedyKind::KeepOneAddress).await;
    let problem = story.confirm(&plan).await.unwrap_err();
    assert_eq!(problem.kind, ErrorKind::ChangeRunning);
    let many = story.try_preview_batch(RemedyKind::KeepOneAddress, &[JAN.to_owned()]).await.unwrap();
    let problem = story.engine.confirm_batch(many.id.unwrap(), None, None).unwrap_err();
    assert_eq!(problem.kind, ErrorKind::ChangeRunning);
    assert_eq!(story.engine.sign_out().await.unwrap_err().kind, ErrorKind::ChangeRunning);
    let running = story.engine.history().await.unwrap();
    assert_eq!((running.len(), running[0].status), (1, ChangeStatus::Running));
    assert_eq!(story.directory.writes(), writes_to([1]), "one after another");
    // The one that is under way is told of as the batch, and as no change of its own.
    let (_, progress) = story.engine.watch(u32::MAX).await;
    assert!(progress.is_none(), "{progress:?}");

    held.notify_waiters();
    assert_eq!(story.batch_rests(batch).await.phase, BatchPhase::Done);
    let again = story.engine.confirm_batch(many.id.unwrap(), None, None).unwrap();
    assert_eq!(story.batch_rests(again).await.done, 1);
    story.engine.sign_out().await.unwrap();
    assert!(story.engine.watch_batch(0).await.1.is_none(), "it is nobody's else");
}

#[tokio::test]
async fn no_two_changes_overlap() {
    let story = Story::of_many(5).await;
    let end = story.repair_many(5).await;
    assert_eq!(outcomes(&end), vec![DONE; 5]);
    // Everything about a guest comes before the first write about the next.
    let asked = story.directory.asked();
    let writes = asked.iter().enumerate().filter(|(_, it)| it.is_write()).map(|(at, _)| at);
    for (number, at) in writes.enumerate().skip(1) {
        let before = format!("/users/g{number}");
        let later = asked[at..].iter().filter(|it| it.path() == before).count();
        assert_eq!(later, 0, "{before} is asked for after the next one is changed");
    }
}

#[tokio::test]
async fn once_confirmed_it_does_not_run_out_of_time() {
    let story = Story::of_many(3).await;
    let held = story.hold("PATCH /users/g1");
    let batch = story.begin_batch(3).await;
    story.until_sent(1).await;
    story.clock.pass(std::time::Duration::from_hours(5));
    held.notify_waiters();
    assert_eq!(outcomes(&story.batch_rests(batch).await), vec![DONE; 3]);
}

#[tokio::test]
async fn a_sign_in_that_does_not_hold_any_more_ends_it() {
    let story = Story::of_many(4).await;
    let plan = story.preview_batch(4).await;
    story.directory.always("PATCH /users/g2", Effect::Refuse(401, "InvalidAuthenticationToken"));
    let batch = story.confirm_batch(&plan);
    let end = story.batch_rests(batch).await;
    assert_eq!((end.phase, end.done), (BatchPhase::Stopped, 2), "{end:?}");
    let problem = end.guests[1].end.problem.as_ref().unwrap();
    assert_eq!(problem.kind, ErrorKind::SignInExpired);
    assert!(!story.directory.writes().contains(&"PATCH /users/g3".to_owned()));
    story.engine.sign_out().await.unwrap();
}

/// The process is gone, and with it everything that ran in it; the directory and the journal stay.
#[test]
fn after_a_crash_the_guest_under_way_is_gone_on_with_and_nothing_is_done_twice() {
    // Given five guests, of whom the third was changed and not yet seen when the power failed
    let runtime =
        || tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let process = runtime();
    let story = process.block_on(async {
        let story = Story::of_many(5).await;
        let hold = |directory: &Directory| {
            directory.always("GET /users/g3", Effect::Hold(std::sync::Arc::default()));
        };
        story.directory.once("PATCH /users/g3", Effect::meanwhile(hold));
        story.begin_batch(5).await;
        story.until_sent(3).await;
        while story.directory.asked().last().unwrap().path() != "/users/g3"
            || story.directory.asked().last().unwrap().is_write()
        {
            tokio::task::yield_now().await;
        }
        story
    });
    // What it was writing is written or not, but never after the next start has read it.
    process.shutdown_timeout(std::time::Duration::from_secs(30));
    story.directory.no_more_effects();

    // When the app is started again
    runtime().block_on(async {
        let story = story.restarted().await;
        assert!(story.engine.watch_batch(0).await.1.is_none());
        let unfinished = story.engine.unfinished_changes().await.unwrap();
        let [third] = unfinished.as_slice() else { panic!("{unfinished:?}") };
        assert_eq!((third.guest_name.as_str(), third.can_continue), ("Guest 3", true));

        // Then the third is gone on with, and the rest was never begun
        let end = story.go_on(third.id).await;
        assert_eq!(end.outcome(), Outcome::Done);
        assert_eq!(story.directory.writes(), writes_to(1..=3));
        let entries = story.engine.history().await.unwrap();
        assert_eq!(entries.len(), 3);
        assert!(entries.iter().all(|entry| entry.batch == third.batch && entry.batch.is_some()));

        // And a batch of all of them leaves the three out
        let plan = story.preview_batch(5).await;
        assert_eq!((plan.guests.len(), plan.left_out.len()), (2, 3));
        let batch = story.confirm_batch(&plan);
        story.batch_rests(batch).await;
        assert_eq!(story.directory.writes(), writes_to(1..=5));
    });
}

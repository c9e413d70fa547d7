//! The journal: without it nothing is sent, and what it could not take is said.

use graph::Changed;
use guest::RemedyKind;
use journal::Chain;
use procedure::{ChangeStatus, ErrorKind, Outcome, Realisation};
use scripted_graph::Effect;
use serde_json::json;

use crate::support::{ADDRESS, FIELDS, JAN, OTHER, Story, jan, jan_elsewhere};

const WRITE: &str = "PATCH /users/*";

const ALL: [RemedyKind; 3] = [RemedyKind::SetMail, RemedyKind::KeepOneAddress, RemedyKind::RemoveAndInvite];

#[tokio::test]
async fn nothing_is_sent_while_the_journal_cannot_be_written() {
    for remedy in ALL {
        for kind in ["begun", "intended", "sent"] {
            let story = Story::new().await;
            let plan = story.preview(remedy).await;
            story.journal_refuses(kind);
            let end = story.carry_out(&plan).await;

            assert!(story.directory.writes().is_empty(), "{remedy:?} {kind}");
            assert_eq!(end.outcome(), Outcome::Failed, "{kind}: {end:?}");
            let (problem, changed) = end.problem().unwrap();
            assert!(matches!(problem, ErrorKind::Journal(_)), "{problem:?}");
            assert_eq!(changed, Changed::No);
            assert_eq!(end.ways(), [false; 3], "{kind}");
            assert_eq!(story.engine.unfinished().await.unwrap(), 0, "{kind}");
        }
    }
}

#[tokio::test]
async fn an_answer_that_could_not_be_recorded_is_not_taken_for_nothing_happened() {
    for remedy in ALL {
        let story = Story::new().await;
        let plan = story.preview(remedy).await;
        story.journal_refuses("acknowledged");
        let end = story.carry_out(&plan).await;

        assert_eq!(story.directory.writes().len(), 1, "{remedy:?}: and nothing more is sent");
        assert_eq!((end.outcome(), end.changed()), (Outcome::Unknown, Some(Changed::Unknown)), "{end:?}");
        // The original may be deleted: it can be put back.
        assert_eq!(end.ways(), [false, true, remedy == RemedyKind::RemoveAndInvite]);

        // Once there is room again it is gone on with, and what was done is not done twice.
        story.journal_takes_everything();
        let end = story.go_on(end.change).await;
        assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
        let once = story.directory.writes().iter().filter(|write| write.ends_with("/users/jan")).count();
        assert_eq!(once, 1, "{remedy:?}");
    }
}

#[tokio::test]
async fn a_journal_that_fails_after_the_server_said_yes_does_not_say_that_nothing_was_changed() {
    for remedy in ALL {
        let story = Story::new().await;
        let plan = story.preview(remedy).await;
        story.journal_refuses("verified");
        let end = story.carry_out(&plan).await;
        assert_eq!((end.outcome(), end.changed()), (Outcome::Interrupted, Some(Changed::Yes)), "{end:?}");
        assert!(end.ways()[1]);
    }
}

#[tokio::test]
async fn an_end_that_could_not_be_recorded_is_said_beside_what_was_done() {
    for remedy in ALL {
        let story = Story::new().await;
        let plan = story.preview(remedy).await;
        story.journal_refuses("finished");
        let end = story.carry_out(&plan).await;
        assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
        let (problem, changed) = end.problem().unwrap();
        assert!(matches!(problem, ErrorKind::Journal(_)), "{problem:?}");
        assert_eq!(changed, Changed::Yes);
        // The record is open: whoever goes on finds everything done.
        story.journal_takes_everything();
        let sent = story.directory.writes().len();
        assert_eq!(story.go_on(end.change).await.outcome(), Outcome::Done, "{remedy:?}");
        assert_eq!(story.directory.writes().len(), sent, "{remedy:?}");
    }
}

#[tokio::test]
async fn a_diagnosis_that_fails_after_the_change_does_not_undo_what_is_said_of_the_change() {
    for field in FIELDS {
        let story = Story::about((field.guest)()).await;
        let plan = story.preview(field.remedy).await;
        // Three questions before the write: the search, the guest, what surrounds them. Then the server is gone.
        if field.property == "mail" {
            story.directory.times(3, "POST /$batch", Effect::Refuse(404, "to be answered by its items"));
        }
        story.directory.always("POST /$batch", Effect::Refuse(503, ""));
        let end = story.carry_out(&plan).await;
        assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
        assert!(end.result.examination.is_none());
        let (problem, changed) = end.problem().unwrap();
        assert_eq!((problem, changed), (ErrorKind::ServerUnavailable { status: 503 }, Changed::Yes));
        assert_eq!(story.rows(end.change).await.last().unwrap(), "finished done");
        assert_eq!(end.ways(), [true, false, false]);
    }
}

#[tokio::test]
async fn who_did_what_for_whom_and_why_stands_in_the_history() {
    let story = Story::new().await;
    let plan = story.preview(RemedyKind::KeepOneAddress).await;
    let reason = Some("  ticket 42 ".to_owned());
    let change = story.engine.confirm(plan.id.unwrap(), None, reason).await.unwrap();
    story.end_of(change).await;

    let entry = story.entry(change).await;
    assert_eq!((entry.by.as_str(), entry.guest_name.as_str()), ("Anna Admin", "Jan de Vries"));
    assert_eq!((entry.address.as_str(), entry.reason.as_deref()), (ADDRESS, Some("ticket 42")));
    assert_eq!(entry.kind.unwrap().remedy, RemedyKind::KeepOneAddress);
    assert_eq!(entry.status, ChangeStatus::Done);
    assert_eq!(entry.at, story.record(change).await.begun.started);
    let [change] = entry.changes.as_slice() else { panic!("one property: {entry:?}") };
    assert_eq!(change.before, [ADDRESS, OTHER]);
    assert_eq!(change.after.as_deref().unwrap(), [ADDRESS]);
    assert_eq!(entry.made, Realisation::Seen);
}

#[tokio::test]
async fn whose_account_it_is_about_stands_in_the_record_there_and_back() {
    for remedy in ALL {
        let guest = if remedy == RemedyKind::SetMail { jan_elsewhere() } else { jan() };
        let story = Story::about(guest).await;
        let there = story.remedy(remedy).await;
        let back = story.undo(there.change).await;
        for change in [there.change, back.change] {
            let begun = story.record(change).await.begun;
            assert_eq!(begun.guest.user_id.as_deref(), Some(JAN), "{}", begun.remedy);
        }
    }
}

#[tokio::test]
async fn a_blank_reason_is_none() {
    let story = Story::new().await;
    let plan = story.preview(RemedyKind::KeepOneAddress).await;
    let change = story.engine.confirm(plan.id.unwrap(), None, Some("  ".to_owned())).await.unwrap();
    story.end_of(change).await;
    assert_eq!(story.entry(change).await.reason, None);
}

#[tokio::test]
async fn the_history_never_takes_what_a_directory_behind_still_shows_for_what_stands_there_after() {
    for field in FIELDS {
        let story = Story::about((field.guest)()).await;
        let plan = story.preview(field.remedy).await;
        story.directory.always("GET /users/*", Effect::Stale);
        let end = story.carry_out(&plan).await;
        let entry = story.entry(end.change).await;
        assert_eq!(entry.changes[0].property, field.property);
        // Nothing of it was seen: what stood there because nothing shows yet is no "after".
        assert_eq!(entry.made, Realisation::NotSeenYet, "{field:?}");
        assert_eq!(entry.changes[0].after.as_deref().unwrap(), [ADDRESS], "{field:?}");
    }
}

/// How a change comes to its end without being made; with how it is stopped.
type Ending = fn(&Story, &dyn Fn(&Story) -> Effect);

#[tokio::test]
async fn what_was_not_made_shows_in_the_history_as_what_would_have_been() {
    let stop = |story: &Story| {
        let (engine, change) = (story.engine.clone(), story.next_change(0).to_string());
        Effect::meanwhile(move |_| engine.cancel(&change))
    };
    let endings: [(Ending, ChangeStatus, Realisation); 4] = [
        (|it, _| it.directory.once(WRITE, Effect::Refuse(403, "")), ChangeStatus::Refused, Realisation::No),
        (|it, _| it.directory.always(WRITE, Effect::NotSent), ChangeStatus::Failed, Realisation::No),
        (|it, stop| it.directory.once("GET /users/*", stop(it)), ChangeStatus::Cancelled, Realisation::No),
        (|it, _| it.directory.once(WRITE, Effect::LoseBefore), ChangeStatus::Unknown, Realisation::Unknown),
    ];
    for (happens, status, made) in endings {
        for field in FIELDS {
            let story = Story::about((field.guest)()).await;
            let plan = story.preview(field.remedy).await;
            happens(&story, &stop);
            let end = story.carry_out(&plan).await;
            let entry = story.entry(end.change).await;
            assert_eq!((entry.status, entry.made), (status, made), "{field:?}");
            assert_eq!(entry.changes[0].before, field.before);
            assert_eq!(entry.changes[0].after.as_deref().unwrap(), [ADDRESS]);
        }
    }
}

#[tokio::test]
async fn what_a_new_account_would_hold_is_not_guessed_when_there_is_none() {
    let story = Story::new().await;
    story.directory.once("POST /invitations", Effect::Refuse(403, ""));
    let end = story.remedy(RemedyKind::RemoveAndInvite).await;
    let entry = story.entry(end.change).await;
    assert_eq!((entry.status, entry.made), (ChangeStatus::Interrupted, Realisation::Unknown));
    let other_mails = entry.changes.iter().find(|change| change.property == "otherMails").unwrap();
    assert_eq!((other_mails.before.len(), &other_mails.after), (2, &None));
}

#[tokio::test]
async fn a_change_whose_end_was_not_recorded_is_unfinished_whatever_stands_before_it() {
    let nearly = [
        ("PATCH /users/*", Effect::Refuse(403, ""), "refused write", ChangeStatus::InterruptedUnchanged),
        ("GET /users/*", Effect::Stale, "not yet visible", ChangeStatus::Interrupted),
    ];
    for (request, effect, last, status) in nearly {
        for field in FIELDS {
            // Given a change that came to its end, which could not be recorded
            let story = Story::about((field.guest)()).await;
            let plan = story.preview(field.remedy).await;
            story.directory.always(request, effect.clone());
            story.journal_refuses("finished");
            let end = story.carry_out(&plan).await;
            assert_eq!(story.rows(end.change).await.last().unwrap(), last);

            // Then the history has it as interrupted, and offers the way on
            let entry = story.entry(end.change).await;
            assert_eq!((entry.status, entry.can_continue), (status, true), "{last}");
        }
    }
}

#[tokio::test]
async fn a_replacement_shows_the_addresses_of_both_accounts_in_the_history() {
    let story = Story::new().await;
    let end = story.remedy(RemedyKind::RemoveAndInvite).await;
    let entry = story.entry(end.change).await;
    let of = |property: &str| entry.changes.iter().find(|change| change.property == property).unwrap();
    assert_eq!((of("mail").before.len(), &of("mail").after), (0, &Some(vec![ADDRESS.to_owned()])));
    assert_eq!(of("otherMails").before, [ADDRESS, OTHER]);
    assert_eq!(of("otherMails").after.as_deref().unwrap(), [ADDRESS]);
}

#[tokio::test]
async fn what_a_later_version_wrote_is_listed_and_offers_nothing() {
    let story = Story::new().await;
    let end = story.remedy(RemedyKind::KeepOneAddress).await;
    let mut head = story.record(end.change).await.begun;
    head.id = uuid::Uuid::from_u128(99).into();
    head.remedy = "of-a-later-version".to_owned();
    let change = story.journal.begin(head).await.unwrap();
    let later = journal::Payload::new(2, json!({ "work": "of-a-later-version" }));
    let transition = journal::Transition::Intended { before: later.clone(), requests: later };
    story.journal.append(change, journal::Step { at: story.clock.now(), transition }).await.unwrap();

    let entry = story.entry(change.as_uuid()).await;
    assert_eq!((entry.kind, entry.status), (None, ChangeStatus::InterruptedUnchanged));
    assert!(!entry.can_undo && !entry.can_continue && !entry.can_put_back);
    let problem = story.engine.preview_continue(change.as_uuid()).await.unwrap_err();
    assert_eq!(problem.kind, ErrorKind::CannotUndo);
}

#[tokio::test]
async fn a_record_that_somebody_changed_is_said_to_be_damaged_and_an_honest_one_is_not() {
    for tampered in [false, true] {
        let story = Story::new().await;
        let plan = story.preview(RemedyKind::SetMail).await;
        story.carry_out(&plan).await;
        if tampered {
            story.tampers_with_the_journal();
        }
        let condition = story.engine.record_condition().await.unwrap();
        assert_eq!(matches!(condition.chain, Chain::Broken { .. }), tampered);
    }
}

/// Given a finished change whose "before" somebody altered in the record; when it is to be undone; then that is refused
/// and nothing is sent, it is offered no more, and what is changed afterwards is not held to be
/// damaged.
#[tokio::test]
async fn an_undo_never_offers_what_somebody_wrote_into_the_record() {
    let story = Story::new().await;
    let first = story.carry_out(&story.preview(RemedyKind::KeepOneAddress).await).await.change;
    assert!(story.engine.preview_undo(first).await.is_ok());
    story.tampers_with_the_journal();
    let sent = story.directory.writes().len();

    let problem = story.engine.preview_undo(first).await.unwrap_err();

    assert_eq!((problem.kind, problem.changed), (ErrorKind::RecordDamaged, Changed::No));
    assert_eq!(story.directory.writes().len(), sent);
    let shown = story.engine.history().await.unwrap();
    assert!(shown.len() == 1 && !shown[0].can_undo && !shown[0].can_continue && !shown[0].can_put_back);

    let later = story.carry_out(&story.preview(RemedyKind::SetMail).await).await.change;
    // There was no main address to go back to; the record is not to blame, for of this change every row is as written.
    assert_eq!(story.engine.preview_undo(later).await.unwrap_err().kind, ErrorKind::CannotUndo);
}

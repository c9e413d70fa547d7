//! The way back from a written field, the way on with an interrupted one, and what ends both.

use graph::Changed;
use guest::{PlanNote, WayBack};
use journal::OrganisationKind;
use procedure::{BackState, ChangeStatus, ErrorKind, Outcome, StepKind, StepState};
use scripted_graph::{Effect, TENANT};
use serde_json::json;
use uuid::Uuid;

use crate::support::{ADDRESS, End, FIELDS, Field, JAN, Story, connection, contact, jan};

const WRITE: &str = "PATCH /users/*";
const READ: &str = "GET /users/*";

/// A field whose change was done.
async fn done(field: Field) -> (Story, End) {
    let story = Story::about((field.guest)()).await;
    let end = story.remedy(field.remedy).await;
    assert_eq!(end.outcome(), Outcome::Done);
    (story, end)
}

/// A field whose change got no answer, and did not happen.
async fn interrupted(field: Field) -> (Story, End) {
    let story = Story::about((field.guest)()).await;
    story.directory.once(WRITE, Effect::LoseBefore);
    let end = story.remedy(field.remedy).await;
    assert_eq!(end.outcome(), Outcome::Unknown);
    (story, end)
}

#[tokio::test]
async fn an_undo_writes_what_stood_there_before_and_is_journaled_as_the_undo_of_its_own_remedy() {
    for field in FIELDS {
        let (story, end) = done(field).await;
        let plan = story.engine.preview_undo(end.change).await.unwrap();
        assert_eq!(plan.changes[0].property, field.property);
        assert_eq!(plan.changes[0].after.as_deref().unwrap(), field.before);
        let stays = PlanNote::OldMainStays { address: ADDRESS.to_owned() };
        let notes = if field.property == "mail" { vec![stays] } else { vec![] };
        assert_eq!((plan.notes.as_slice(), plan.way_back), (notes.as_slice(), WayBack::Impossible));
        let undo = story.carry_out(&plan).await;

        assert_eq!(undo.outcome(), Outcome::Done, "{undo:?}");
        assert_eq!(story.directory.bodies(WRITE)[1], json!({ field.property: field.value(field.before) }));
        let record = story.record(undo.change).await;
        assert_eq!(record.begun.remedy, format!("undo-{}", field.name));
        assert_eq!(record.begun.undoes.map(journal::ChangeId::as_uuid), Some(end.change));
        // What was undone can be undone no further, and the undo neither.
        assert_eq!(undo.ways(), [false; 3]);
        assert_eq!(story.entry(end.change).await.status, ChangeStatus::Undone);
        for change in [end.change, undo.change] {
            assert!(!story.entry(change).await.can_undo);
            let problem = story.engine.preview_undo(change).await.unwrap_err();
            assert_eq!(problem.kind, ErrorKind::CannotUndo);
        }
    }
}

#[tokio::test]
async fn the_name_in_the_journal_is_read_back_as_the_kind_that_was_written() {
    for field in FIELDS {
        let (story, end) = done(field).await;
        let done = story.entry(end.change).await.kind.unwrap();
        let undo = story.undo(end.change).await;
        let undone = story.entry(undo.change).await.kind.unwrap();
        assert_eq!((done.remedy, undone.remedy), (field.remedy, field.remedy));
        assert_ne!(done, undone);
    }
}

#[tokio::test]
async fn a_main_address_that_was_empty_cannot_be_emptied_again() {
    let field = Field { guest: jan, ..FIELDS[0] };
    let (story, end) = done(field).await;
    assert_eq!(end.ways(), [false; 3]);
    let problem = story.engine.preview_undo(end.change).await.unwrap_err();
    assert_eq!((problem.kind, problem.changed), (ErrorKind::CannotUndo, Changed::No));
    // Whoever goes on with it is told so beforehand.
    let (story, end) = interrupted(field).await;
    let plan = story.engine.preview_continue(end.change).await.unwrap();
    assert_eq!(plan.way_back, WayBack::Impossible);
}

#[tokio::test]
async fn an_undo_first_checks_that_what_it_takes_back_still_stands() {
    for field in FIELDS {
        let (story, end) = done(field).await;
        let plan = story.engine.preview_undo(end.change).await.unwrap();
        story.directory.set(JAN, field.property, field.value(&["new@fabrikam.nl"]));
        let undo = story.carry_out(&plan).await;

        assert_eq!(undo.outcome(), Outcome::Refused);
        assert_eq!(undo.problem(), Some((ErrorKind::ChangedSince, Changed::No)));
        assert_eq!(story.directory.writes().len(), 1, "nothing was sent");
        let entry = story.entry(end.change).await;
        assert_eq!(entry.status, ChangeStatus::Done);
        assert!(!entry.can_undo && entry.back == BackState::Gone, "{field:?}");
    }
}

#[tokio::test]
async fn the_preview_of_an_undo_is_read_afresh_and_says_when_the_way_back_is_gone() {
    for field in FIELDS {
        // Given what stands there, in other capitals than were written
        let (story, end) = done(field).await;
        let capitals = ADDRESS.to_uppercase();
        story.directory.set(JAN, field.property, field.value(&[&capitals]));
        let plan = story.engine.preview_undo(end.change).await.unwrap();
        assert_eq!(plan.changes[0].before, [capitals], "now is what was read now");

        // When somebody else changes it
        story.directory.set(JAN, field.property, field.value(&["new@fabrikam.nl"]));
        let problem = story.engine.preview_undo(end.change).await.unwrap_err();

        // Then nothing is previewed, and from then on the way back is said to be gone
        assert_eq!((problem.kind, problem.changed), (ErrorKind::ChangedSince, Changed::No));
        let entry = story.entry(end.change).await;
        assert!(!entry.can_undo && entry.back == BackState::Gone, "{field:?}");
    }
}

#[tokio::test]
async fn a_change_that_does_not_show_yet_keeps_its_way_back_until_it_shows() {
    for field in FIELDS {
        let story = Story::about((field.guest)()).await;
        let plan = story.preview(field.remedy).await;
        story.directory.always(READ, Effect::Stale);
        let end = story.carry_out(&plan).await;
        assert_eq!(end.outcome(), Outcome::NotYetVisible);
        let problem = story.engine.preview_undo(end.change).await.unwrap_err();
        assert_eq!(problem.kind, ErrorKind::NotVisibleInTime);

        story.directory.no_more_effects();
        assert!(story.entry(end.change).await.can_undo, "{field:?}");
        assert_eq!(story.undo(end.change).await.outcome(), Outcome::Done);
    }
}

#[tokio::test]
async fn what_somebody_else_wrote_before_a_change_showed_is_told_from_the_change_not_showing() {
    for field in FIELDS {
        // Given a change that never showed, because somebody else wrote something else at once
        let story = Story::about((field.guest)()).await;
        let plan = story.preview(field.remedy).await;
        story.directory.always(READ, Effect::Stale);
        let end = story.carry_out(&plan).await;
        assert_eq!(end.outcome(), Outcome::NotYetVisible);
        story.directory.no_more_effects();
        story.directory.set(JAN, "mail", json!("somebody@else.example"));
        story.directory.set(JAN, "otherMails", json!(["somebody@else.example"]));

        // When it is to be undone
        let problem = story.engine.preview_undo(end.change).await.unwrap_err();

        // Then that is said, and undoing is not offered again
        assert_eq!(problem.kind, ErrorKind::ChangedSince);
        assert!(!story.entry(end.change).await.can_undo, "{field:?}");
    }
}

#[tokio::test]
async fn an_organisation_that_began_anew_has_no_ways_back_to_what_was_before() {
    for field in FIELDS {
        let (story, end) = done(field).await;
        story.engine.end_ways_back(OrganisationKind::Real).await.unwrap();
        assert!(story.entry(end.change).await.can_undo, "another organisation");
        story.engine.end_ways_back(OrganisationKind::Practice).await.unwrap();
        let entry = story.entry(end.change).await;
        assert!(!entry.can_undo && entry.back == BackState::Gone, "{field:?}");
    }
}

#[tokio::test]
async fn an_undo_that_is_refused_or_lost_leaves_what_it_was_to_take_back_as_it_was() {
    let endings = [
        (Effect::Refuse(403, ""), Outcome::Refused, ChangeStatus::Done),
        (Effect::LoseBefore, Outcome::Unknown, ChangeStatus::Done),
        (Effect::LoseAfter, Outcome::Done, ChangeStatus::Undone),
    ];
    for (effect, outcome, status) in endings {
        for field in FIELDS {
            let (story, end) = done(field).await;
            story.directory.once(WRITE, effect.clone());
            let undo = story.undo(end.change).await;
            assert_eq!(undo.outcome(), outcome, "{effect:?}: {undo:?}");
            assert_eq!(story.entry(end.change).await.status, status, "{effect:?}");
        }
    }
}

#[tokio::test]
async fn what_somebody_else_changed_meanwhile_makes_an_interrupted_change_void() {
    for field in FIELDS {
        // Given a change of which nobody knows, and somebody else who then writes the same field
        let (story, end) = interrupted(field).await;
        story.directory.set(JAN, field.property, field.value(&["new@fabrikam.nl"]));

        // When it is gone on with
        let end = story.go_on(end.change).await;

        // Then it is given up, not called refused, and there is no way on any more
        assert_eq!(end.outcome(), Outcome::Unknown, "{end:?}");
        assert_eq!(end.problem(), Some((ErrorKind::ChangedSince, Changed::Unknown)));
        assert_eq!(story.directory.writes().len(), 1, "nothing more was sent");
        assert_eq!(story.rows(end.change).await.last().unwrap(), "abandoned changed-since");
        assert_eq!(end.ways(), [false; 3]);
        assert_eq!(story.engine.unfinished().await.unwrap(), 0);
        let problem = story.engine.preview_continue(end.change).await.unwrap_err();
        assert_eq!(problem.kind, ErrorKind::PlanStale);
    }
}

#[tokio::test]
async fn what_only_stands_in_the_way_for_now_leaves_the_way_on_open() {
    let obstacles = [
        (Effect::NotSent, ErrorKind::Unreachable),
        (Effect::Refuse(404, "Request_ResourceNotFound"), ErrorKind::GuestGone),
        (Effect::Refuse(401, ""), ErrorKind::SignInExpired),
    ];
    for (effect, kind) in obstacles {
        for field in FIELDS {
            let (story, end) = interrupted(field).await;
            story.directory.always(READ, effect.clone());
            let end = story.go_on(end.change).await;

            assert_eq!(end.outcome(), Outcome::Unknown, "{end:?}");
            assert_eq!(end.problem().unwrap(), (kind.clone(), Changed::Unknown));
            assert_eq!(end.ways(), [false, true, false]);
            assert_eq!(story.rows(end.change).await.last().unwrap(), "unknown write");

            story.directory.no_more_effects();
            assert_eq!(story.go_on(end.change).await.outcome(), Outcome::Done);
        }
    }
}

#[tokio::test]
async fn an_owner_who_came_meanwhile_is_named_and_the_way_on_stays_open() {
    let (story, end) = interrupted(Field { guest: jan, ..FIELDS[0] }).await;
    story.directory.add_contact(contact(ADDRESS));
    let end = story.go_on(end.change).await;
    assert!(matches!(end.problem(), Some((ErrorKind::AddressConflict { .. }, Changed::Unknown))), "{end:?}");
    assert_eq!((end.outcome(), end.ways()), (Outcome::Unknown, [false, true, false]));
    assert_eq!(story.directory.writes().len(), 1);
}

#[tokio::test]
async fn a_continued_change_keeps_its_record_and_its_steps() {
    for field in FIELDS {
        let (story, end) = interrupted(field).await;
        let plan = story.engine.preview_continue(end.change).await.unwrap();
        assert_eq!(plan.changes[0].before, field.before);
        assert_eq!(plan.changes[0].after.as_deref().unwrap(), [ADDRESS]);
        assert_eq!(plan.confirm_text, None);
        let way_back = if field.property == "mail" { WayBack::Partial } else { WayBack::Full };
        assert_eq!((plan.notes.as_slice(), plan.way_back), (&[PlanNote::ReadsBackFirst][..], way_back));
        let on = story.carry_out(&plan).await;
        assert_eq!(on.change, end.change);
        assert_eq!(on.step(StepKind::DiagnoseAgain), StepState::Done);
        assert_eq!(story.engine.history().await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn a_change_belongs_to_its_tenant_and_to_the_journal_it_stands_in() {
    let (story, end) = done(FIELDS[1]).await;
    // In another organisation the same change is nothing to go back to, and does not show.
    let organisation = json!({ "value": [{ "id": "another-tenant", "displayName": "Woodgrove" }] });
    assert_ne!(organisation["value"][0]["id"], TENANT);
    story.directory.always("GET /organization", Effect::Answer(200, organisation));
    story.engine.sign_in(connection(&story.directory)).await.unwrap();
    assert!(story.engine.history().await.unwrap().is_empty());
    for problem in [
        story.engine.preview_undo(end.change).await.unwrap_err(),
        story.engine.preview_continue(end.change).await.unwrap_err(),
        story.engine.preview_put_back(end.change).await.unwrap_err(),
    ] {
        assert_eq!(problem.kind, ErrorKind::CannotUndo);
    }
    // A change that nobody ever began is none.
    let problem = story.engine.preview_undo(Uuid::from_u128(77)).await.unwrap_err();
    assert!(matches!(problem.kind, ErrorKind::Journal(_)), "{problem:?}");
}

#[tokio::test]
async fn what_is_finished_is_neither_gone_on_with_nor_put_back() {
    for field in FIELDS {
        let (story, end) = done(field).await;
        let on = story.engine.preview_continue(end.change).await.unwrap_err();
        let back = story.engine.preview_put_back(end.change).await.unwrap_err();
        assert_eq!((on.kind, back.kind), (ErrorKind::PlanStale, ErrorKind::CannotUndo));
    }
}

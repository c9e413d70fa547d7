//! *Set the main address* and *keep one address*: one field, written, read back, recorded. Each story is told of both.

use guest::RemedyKind;
use procedure::{ChangeStatus, Conclusion, ErrorKind, Outcome, Realisation, StepKind, StepState};
use scripted_graph::Effect;
use serde_json::json;

use graph::Changed;

use crate::support::{ADDRESS, FIELDS, Field, JAN, OTHER, Story, contact, jan, owned_by_the_contact};

const WRITE: &str = "PATCH /users/*";
const READ: &str = "GET /users/*";

/// The step that writes the field.
fn writing(field: Field) -> StepKind {
    if field.property == "mail" { StepKind::WriteMail } else { StepKind::WriteOtherMails }
}

#[tokio::test]
async fn a_field_is_written_alone_and_done_when_it_was_seen() {
    for field in FIELDS {
        let story = Story::about((field.guest)()).await;
        let plan = story.preview(field.remedy).await;
        assert_eq!(plan.confirm_text, None, "{field:?}");
        let end = story.carry_out(&plan).await;

        assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
        assert!(end.all_done(), "{end:?}");
        assert_eq!(end.change_of(field.property), (strings(field.before), strings(&[ADDRESS])));
        assert_eq!(end.ways(), [true, false, false], "{field:?}");
        assert_eq!(end.problem(), None);
        assert_eq!(story.directory.bodies(WRITE), [json!({ field.property: field.value(&[ADDRESS]) })]);
        assert_eq!(story.directory.writes().len(), 1, "{field:?}");
        let rows = ["intended", "sent write", "acknowledged write", "verified", "finished done"];
        assert_eq!(story.rows(end.change).await, rows, "{field:?}");
        assert_eq!(story.record(end.change).await.begun.remedy, field.name);
        assert_eq!(story.engine.unfinished().await.unwrap(), 0);
    }
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

#[tokio::test]
async fn the_servers_id_of_every_request_stands_in_the_journal_whatever_it_answered() {
    // An acknowledgement, a refusal, and a failure after which nobody knows
    for (effect, kept) in [
        (Effect::Act, "/answer/body"),
        (Effect::Refuse(403, ""), "/problem/body"),
        (Effect::Refuse(500, ""), "/why/body"),
    ] {
        for field in FIELDS {
            let story = Story::about((field.guest)()).await;
            story.directory.once(WRITE, effect.clone());
            let end = story.remedy(field.remedy).await;

            let asked = story.directory.asked();
            let number = asked.iter().position(|asked| asked.method == "PATCH").unwrap() + 1;
            let record = serde_json::to_value(story.record(end.change).await.steps).unwrap();
            let answer = &record[2]["transition"]["body"];
            let body = answer.pointer(kept).unwrap_or_else(|| panic!("{answer}"));
            let id = body.get("requestId").unwrap_or(&body["server"]["requestId"]);
            assert_eq!(id, &json!(scripted_graph::request_id(number)), "{effect:?}: {answer}");
        }
    }
}

#[tokio::test]
async fn a_server_that_is_not_reached_changed_nothing_and_the_change_failed() {
    for field in FIELDS {
        let story = Story::about((field.guest)()).await;
        story.directory.always(WRITE, Effect::NotSent);
        let end = story.remedy(field.remedy).await;

        assert_eq!(end.outcome(), Outcome::Failed, "{end:?}");
        assert_eq!(end.problem(), Some((ErrorKind::Unreachable, Changed::No)));
        let rows = ["intended", "sent write", "refused write", "abandoned failed"];
        assert_eq!(story.rows(end.change).await, rows);
        assert_eq!(story.entry(end.change).await.status, ChangeStatus::Failed);
    }
}

#[tokio::test]
async fn an_answer_that_was_lost_after_the_server_acted_is_found_out_by_reading_back() {
    for effect in [Effect::LoseAfter] {
        for field in FIELDS {
            let story = Story::about((field.guest)()).await;
            story.directory.once(WRITE, effect.clone());
            let end = story.remedy(field.remedy).await;

            assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
            assert_eq!(story.directory.writes().len(), 1, "never sent again blindly");
            let rows = [
                "intended",
                "sent write",
                "unknown write",
                "acknowledged write",
                "verified",
                "finished done",
            ];
            assert_eq!(story.rows(end.change).await, rows);
            assert_eq!(end.step(writing(field)), StepState::Done);
        }
    }
}

#[tokio::test]
async fn an_answer_that_was_lost_before_the_server_acted_stays_unknown_and_is_gone_on_with() {
    for effect in [Effect::LoseBefore, Effect::Refuse(500, "")] {
        for field in FIELDS {
            // Given a request of which nothing is seen afterwards
            let story = Story::about((field.guest)()).await;
            story.directory.once(WRITE, effect.clone());
            let end = story.remedy(field.remedy).await;

            // Then nobody knows, and that is what is said
            assert_eq!(end.outcome(), Outcome::Unknown, "{end:?}");
            assert_eq!(end.problem(), Some((ErrorKind::AnswerLost, Changed::Unknown)));
            assert_eq!(end.ways(), [false, true, false]);
            assert_eq!(story.rows(end.change).await, ["intended", "sent write", "unknown write"]);
            assert_eq!(story.entry(end.change).await.status, ChangeStatus::Unknown);
            assert_eq!(story.engine.unfinished().await.unwrap(), 1);

            // When it is gone on with after a restart
            let story = story.restarted().await;
            let end = story.go_on(end.change).await;

            // Then it is sent once more, because the field stands as it stood
            assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
            assert_eq!(story.directory.writes().len(), 2);
            let last = ["sent write", "acknowledged write", "verified", "finished done"];
            assert_eq!(story.rows(end.change).await[3..], last);
            assert_eq!(story.engine.unfinished().await.unwrap(), 0);
        }
    }
}

#[tokio::test]
async fn what_was_done_after_all_is_not_done_twice() {
    for field in FIELDS {
        // Given an answer that was lost and a directory that lags behind for as long as anybody looks
        let story = Story::about((field.guest)()).await;
        let plan = story.preview(field.remedy).await;
        story.directory.once(WRITE, Effect::LoseAfter);
        story.directory.always(READ, Effect::Stale);
        let end = story.carry_out(&plan).await;
        assert_eq!(end.outcome(), Outcome::Unknown, "{end:?}");

        // When it is gone on with once the directory shows it
        story.directory.no_more_effects();
        let end = story.go_on(end.change).await;

        // Then nothing is sent, and the lost answer is settled
        assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
        assert_eq!(story.directory.writes().len(), 1);
        assert_eq!(end.step(StepKind::Compare), StepState::Done);
        let last = ["acknowledged write", "verified", "finished done"];
        assert_eq!(story.rows(end.change).await[3..], last);
    }
}

#[tokio::test]
async fn what_cannot_be_seen_within_a_minute_is_not_yet_visible() {
    for field in FIELDS {
        let story = Story::about((field.guest)()).await;
        let plan = story.preview(field.remedy).await;
        story.directory.always(READ, Effect::Stale);
        let began = story.clock.now();
        let end = story.carry_out(&plan).await;

        assert_eq!(end.outcome(), Outcome::NotYetVisible, "{end:?}");
        assert_eq!(end.step(StepKind::ReadBack), StepState::NotYetVisible);
        // Its "after" is what was asked for, and not what a directory that is behind still shows.
        assert_eq!(end.result.made, Realisation::NotSeenYet);
        assert_eq!(end.change_of(field.property), (strings(field.before), strings(&[ADDRESS])));
        assert_eq!(end.concluded(), (Some(Conclusion::NotSeenYet), None));
        assert_eq!(end.ways(), [true, false, false]);
        let waited = story.clock.now().duration_since(began).as_secs();
        assert!((55..=65).contains(&waited), "about a minute, not {waited} s");
        let last = ["acknowledged write", "not yet visible", "finished notyetvisible"];
        assert_eq!(story.rows(end.change).await[2..], last);
        assert_eq!(story.entry(end.change).await.status, ChangeStatus::NotYetVisible);
    }
}

#[tokio::test]
async fn a_wait_that_is_stopped_is_never_called_right_although_the_new_diagnosis_is() {
    for field in FIELDS {
        // Given a write that is not seen before somebody stops the wait
        let story = Story::about((field.guest)()).await;
        let plan = story.preview(field.remedy).await;
        let (engine, change) = (story.engine.clone(), story.next_change(0).to_string());
        let looks = 1 + usize::from(field.property == "mail");
        story.directory.times(looks, READ, Effect::Act);
        story.directory.once(READ, Effect::Stale);
        story.directory.once(WRITE, Effect::meanwhile(move |_| engine.cancel(&change)));
        let end = story.carry_out(&plan).await;

        // Then nothing is claimed of it, whatever the look afterwards finds
        assert_eq!(end.outcome(), Outcome::NotYetVisible, "{end:?}");
        assert_eq!(end.result.made, Realisation::NotSeenYet);
        assert_eq!(end.concluded(), (Some(Conclusion::NotSeenYet), None), "{field:?}");
    }
}

#[tokio::test]
async fn reads_that_fail_while_reading_back_are_repeated() {
    for field in FIELDS {
        let story = Story::about((field.guest)()).await;
        let plan = story.preview(field.remedy).await;
        let compares = 1 + usize::from(field.property == "mail");
        story.directory.times(compares, READ, Effect::Act);
        story.directory.times(2, READ, Effect::Refuse(403, ""));
        let end = story.carry_out(&plan).await;
        assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
    }
}

#[tokio::test]
async fn a_main_address_without_its_primary_is_named_and_not_called_done() {
    let story = Story::new().await;
    let plan = story.preview(RemedyKind::SetMail).await;
    // The server takes `mail`, and nothing shows in proxyAddresses: a conflict it did not report.
    story.directory.times(2, READ, Effect::Act);
    story.directory.always(READ, Effect::meanwhile(|all| all.set(JAN, "proxyAddresses", json!([]))));
    let end = story.carry_out(&plan).await;

    assert_eq!(end.outcome(), Outcome::NotYetVisible, "{end:?}");
    assert_eq!(end.unrestored(), ["proxyAddresses"]);
    let record = serde_json::to_value(story.record(end.change).await.steps.last()).unwrap();
    assert!(record.to_string().contains("proxy"), "{record}");
}

#[tokio::test]
async fn what_somebody_else_changed_since_the_preview_is_not_overwritten_not_even_by_the_same() {
    for address in ["new@fabrikam.nl", ADDRESS] {
        for field in FIELDS {
            let story = Story::about((field.guest)()).await;
            let plan = story.preview(field.remedy).await;
            story.directory.set(JAN, field.property, field.value(&[address]));
            let end = story.carry_out(&plan).await;

            assert_eq!(end.outcome(), Outcome::Refused, "{end:?}");
            let kind = ErrorKind::TenantChanged { property: field.property };
            assert_eq!(end.problem(), Some((kind, Changed::No)));
            assert!(story.directory.writes().is_empty());
            assert!(story.engine.history().await.unwrap().is_empty(), "what never began has no record");
        }
    }
}

#[tokio::test]
async fn another_order_or_other_capitals_are_no_change() {
    for field in FIELDS {
        let story = Story::about((field.guest)()).await;
        let plan = story.preview(field.remedy).await;
        let turned: Vec<String> = field.before.iter().rev().map(|one| one.to_uppercase()).collect();
        let turned: Vec<&str> = turned.iter().map(String::as_str).collect();
        story.directory.set(JAN, field.property, field.value(&turned));
        assert_eq!(story.carry_out(&plan).await.outcome(), Outcome::Done, "{field:?}");
    }
}

#[tokio::test]
async fn a_guest_who_is_gone_since_the_preview_is_said_to_be_gone() {
    for field in FIELDS {
        let story = Story::about((field.guest)()).await;
        let plan = story.preview(field.remedy).await;
        story.directory.delete(JAN);
        let end = story.carry_out(&plan).await;
        assert_eq!(end.outcome(), Outcome::Refused);
        assert_eq!(end.problem(), Some((ErrorKind::GuestGone, Changed::No)));
        assert!(story.directory.writes().is_empty());
    }
}

#[tokio::test]
async fn an_owner_who_came_since_the_preview_is_named_before_the_main_address_is_sent() {
    let story = Story::about(jan()).await;
    let plan = story.preview(RemedyKind::SetMail).await;
    story.directory.add_contact(contact(ADDRESS));
    let end = story.carry_out(&plan).await;

    assert_eq!(end.problem(), Some((owned_by_the_contact(ADDRESS), Changed::No)));
    assert_eq!(end.outcome(), Outcome::Refused);
    assert!(story.directory.writes().is_empty());
}

#[tokio::test]
async fn a_change_that_is_stopped_before_it_is_sent_was_cancelled_and_changed_nothing() {
    for field in FIELDS {
        let story = Story::about((field.guest)()).await;
        let plan = story.preview(field.remedy).await;
        let (engine, change) = (story.engine.clone(), story.next_change(0).to_string());
        story.directory.once(READ, Effect::meanwhile(move |_| engine.cancel(&change)));
        let end = story.carry_out(&plan).await;

        assert_eq!(end.outcome(), Outcome::Cancelled, "{end:?}");
        assert_eq!(end.problem(), Some((ErrorKind::Cancelled, Changed::No)));
        assert!(story.directory.writes().is_empty());
        assert_eq!(story.rows(end.change).await, ["intended", "abandoned cancelled"]);
        assert_eq!(story.entry(end.change).await.status, ChangeStatus::Cancelled);
        assert_eq!(end.ways(), [false; 3]);
    }
}

#[tokio::test]
async fn stopping_the_wait_for_what_was_sent_stops_nothing_that_was_done() {
    for field in FIELDS {
        let story = Story::about((field.guest)()).await;
        let plan = story.preview(field.remedy).await;
        let (engine, change) = (story.engine.clone(), story.next_change(0).to_string());
        story.directory.once(WRITE, Effect::meanwhile(move |_| engine.cancel(&change)));
        let end = story.carry_out(&plan).await;

        assert_eq!(end.outcome(), Outcome::NotYetVisible, "{end:?}");
        assert_eq!(story.directory.user(JAN).unwrap()[field.property], field.value(&[ADDRESS]));
        assert_eq!(end.ways(), [true, false, false]);
        let last = ["acknowledged write", "not yet visible", "finished notyetvisible"];
        assert_eq!(story.rows(end.change).await[2..], last);
    }
}

#[tokio::test]
async fn only_an_address_of_the_guest_can_be_chosen() {
    for remedy in [RemedyKind::SetMail, RemedyKind::KeepOneAddress, RemedyKind::RemoveAndInvite] {
        let story = Story::new().await;
        let chosen =
            |address: &str| procedure::Selections { address: Some(address.to_owned()), ..Default::default() };
        let problem = story.try_preview(remedy, chosen("somebody@else.nl")).await.unwrap_err();
        assert_eq!(problem.kind, ErrorKind::ChoiceInvalid("address"));
        let plan = story.try_preview(remedy, chosen(OTHER)).await.unwrap();
        assert!(plan.id.is_some(), "{remedy:?}");
    }
}

#[tokio::test]
async fn the_step_under_way_is_shown_to_go_no_further_and_those_after_it_not_to_be_reached() {
    for (effect, state) in
        [(Effect::Refuse(403, ""), StepState::Refused), (Effect::NotSent, StepState::Unknown)]
    {
        for field in FIELDS {
            let story = Story::about((field.guest)()).await;
            let plan = story.preview(field.remedy).await;
            story.directory.always(READ, effect.clone());
            let end = story.carry_out(&plan).await;
            let steps = [StepKind::Compare, StepKind::ReadBack].map(|kind| end.step(kind));
            assert_eq!(steps, [state, StepState::NotReached], "{effect:?}");
        }
    }
}

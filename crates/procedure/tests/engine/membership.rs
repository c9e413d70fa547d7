//! *Add to the group*: added, read back, taken out again; lost, refused, stopped, and gone on with.

use graph::Changed;
use guest::{PlanNote, RemedyKind, WayBack, WhyNot, WhyRefused};
use procedure::{
    ChangeStatus, ErrorKind, Outcome, Plan, Problem, Realisation, Selections, StepKind, StepState,
};
use scripted_graph::{Directory, Effect};
use serde_json::json;

use crate::support::{JAN, Story, TEAM, connection, jan_elsewhere};

const ADD: &str = "POST /groups/team/members/$ref";
const REMOVE: &str = "DELETE /groups/team/members/jan/$ref";
const GROUPS: &str = "GET /users/jan/memberOf/microsoft.graph.group";
const ALREADY: Effect = Effect::RefuseSaying(
    400,
    "Request_BadRequest",
    "One or more added object references already exist for the following modified properties: 'members'.",
);

/// What somebody else does meanwhile.
type Happens = fn(&Directory);

/// Jan, who is not in the team.
async fn outside() -> Story {
    let story = Story::about(jan_elsewhere()).await;
    story.directory.remove_member(TEAM, JAN);
    story
}

/// The same, asked by the owner of the team, who has no role.
async fn asked_by_the_owner() -> Story {
    let story = Story::nobody_signed_in(jan_elsewhere());
    story.directory.remove_member(TEAM, JAN);
    story.directory.unrelate("admin", "roles");
    owns(&story.directory);
    story.engine.sign_in(connection(&story.directory)).await.unwrap();
    story
}

fn owns(directory: &Directory) {
    directory.relate("admin", "owned", json!({ "id": TEAM, "@odata.type": "#microsoft.graph.group" }));
}

async fn try_plan(story: &Story) -> Result<Plan, Problem> {
    story.preview_in(Some(TEAM), RemedyKind::AddToGroup, Selections::default()).await
}

async fn planned(story: &Story) -> Plan {
    try_plan(story).await.unwrap()
}

fn is_in(story: &Story) -> bool {
    story.directory.groups_of(JAN).iter().any(|group| group == TEAM)
}

fn team() -> Vec<String> {
    vec!["Team Fabrikam".to_owned()]
}

fn makes_dynamic(directory: &Directory) {
    directory.set_of_group(TEAM, "groupTypes", json!(["Unified", "DynamicMembership"]));
}

fn closed(why: WhyNot) -> ErrorKind {
    ErrorKind::GroupNotWritable { group: "Team Fabrikam".to_owned(), why }
}

#[tokio::test]
async fn a_guest_is_added_and_done_when_they_were_seen_in_the_group() {
    for story in [outside().await, asked_by_the_owner().await] {
        let plan = planned(&story).await;
        assert_eq!((plan.way_back, plan.changes[0].property), (WayBack::Full, "memberOf"));
        let end = story.carry_out(&plan).await;

        assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
        assert!(end.all_done() && is_in(&story), "{end:?}");
        assert_eq!(end.change_of("memberOf"), (vec![], team()));
        assert_eq!((end.ways(), end.problem()), ([true, false, false], None));
        assert_eq!(story.directory.writes(), [ADD]);
        let rows = [
            "intended",
            "sent add-to-group:team",
            "acknowledged add-to-group:team",
            "verified",
            "finished done",
        ];
        assert_eq!(story.rows(end.change).await, rows);
        let entry = story.entry(end.change).await;
        assert_eq!((entry.status, entry.made), (ChangeStatus::Done, Realisation::Seen));
        assert_eq!(entry.changes[0].after, Some(team()));
    }
}

#[tokio::test]
async fn the_undo_takes_out_by_the_reference_alone_and_reads_back() {
    let story = outside().await;
    let end = story.carry_out(&planned(&story).await).await;
    let undo = story.engine.preview_undo(end.change).await.unwrap();
    assert_eq!((undo.changes[0].before.clone(), undo.changes[0].after.clone()), (team(), Some(vec![])));
    assert_eq!(undo.confirm_text, None);
    let undone = story.carry_out(&undo).await;

    assert_eq!(undone.outcome(), Outcome::Done, "{undone:?}");
    assert_eq!(story.directory.writes(), [ADD, REMOVE]);
    assert!(!is_in(&story) && story.directory.user(JAN).is_some(), "the guest is not deleted");
    assert_eq!(undone.ways(), [false; 3]);
    assert_eq!(story.entry(end.change).await.status, ChangeStatus::Undone);
    assert_eq!(story.record(undone.change).await.begun.remedy, "undo-add-to-group");
}

#[tokio::test]
async fn a_guest_who_is_in_the_group_already_is_ours_to_take_out_only_when_we_added_them() {
    // Somebody else adds the guest in the moment between the look and the request
    let story = outside().await;
    let plan = planned(&story).await;
    story.directory.times(1, GROUPS, Effect::Act);
    story.directory.once(GROUPS, Effect::meanwhile(|all| all.add_member(TEAM, JAN)));
    story.directory.always(ADD, ALREADY);
    let end = story.carry_out(&plan).await;

    assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
    assert!(end.step(StepKind::ReadBack) == StepState::Done && is_in(&story));
    assert_eq!(end.ways(), [false; 3], "nothing of it is ours to undo");
    let rows = story.rows(end.change).await;
    assert_eq!(rows[2..], ["refused add-to-group:team", "verified", "finished done"]);
}

#[tokio::test]
async fn that_they_are_a_member_already_counts_for_nothing_until_it_is_seen() {
    let story = outside().await;
    let plan = planned(&story).await;
    story.directory.always(ADD, ALREADY);
    let end = story.carry_out(&plan).await;

    assert_eq!(end.outcome(), Outcome::Refused, "{end:?}");
    assert_eq!(end.problem(), Some((ErrorKind::ServerRefused, Changed::No)));
    assert_eq!(end.ways(), [false; 3]);
}

#[tokio::test]
async fn a_lost_answer_is_looked_for_and_not_sent_again_blindly() {
    // Acted upon: found out by reading back, and ours
    let story = outside().await;
    let plan = planned(&story).await;
    story.directory.once(ADD, Effect::LoseAfter);
    let end = story.carry_out(&plan).await;
    assert_eq!((end.outcome(), end.ways()), (Outcome::Done, [true, false, false]), "{end:?}");
    assert_eq!(story.directory.writes(), [ADD]);

    // Not acted upon: unknown, and gone on with after a restart
    let story = outside().await;
    let plan = planned(&story).await;
    story.directory.once(ADD, Effect::LoseBefore);
    let end = story.carry_out(&plan).await;
    assert_eq!(end.problem(), Some((ErrorKind::AnswerLost, Changed::Unknown)));
    assert_eq!((end.outcome(), end.ways()), (Outcome::Unknown, [false, true, false]));
    let story = story.restarted().await;
    let end = story.go_on(end.change).await;
    assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
    assert_eq!(story.directory.writes(), [ADD, ADD]);
}

#[tokio::test]
async fn what_shows_late_is_not_sent_twice_and_what_the_server_has_already_is_ours_when_it_was_in_doubt() {
    for seen_at_once in [true, false] {
        let story = outside().await;
        let plan = planned(&story).await;
        story.directory.once(ADD, Effect::LoseAfter);
        story.directory.always(GROUPS, Effect::Stale);
        let end = story.carry_out(&plan).await;
        assert_eq!(end.outcome(), Outcome::Unknown, "{end:?}");

        // When it is gone on with, and the directory shows it at once, or only after the server said "already"
        story.directory.no_more_effects();
        if !seen_at_once {
            story.directory.times(8, GROUPS, Effect::Answer(200, json!({ "value": [] })));
            story.directory.once(ADD, ALREADY);
        }
        let end = story.go_on(end.change).await;
        assert_eq!((end.outcome(), end.ways()), (Outcome::Done, [true, false, false]), "{end:?}");
        assert_eq!(story.directory.writes().len(), if seen_at_once { 1 } else { 2 });
    }
}

#[tokio::test]
async fn what_is_not_seen_within_a_minute_is_not_called_done() {
    let story = outside().await;
    let plan = planned(&story).await;
    story.directory.always(GROUPS, Effect::Stale);
    let end = story.carry_out(&plan).await;

    assert_eq!(end.outcome(), Outcome::NotYetVisible, "{end:?}");
    assert_eq!(end.result.made, Realisation::NotSeenYet);
    assert_eq!(story.entry(end.change).await.made, Realisation::NotSeenYet);
    assert_eq!(end.ways(), [true, false, false]);
}

#[tokio::test]
async fn a_new_account_that_is_not_known_everywhere_is_waited_for() {
    let story = outside().await;
    let plan = planned(&story).await;
    story.directory.once(ADD, Effect::Refuse(404, "Request_ResourceNotFound"));
    story
        .directory
        .once(ADD, Effect::RefuseSaying(400, "Request_BadRequest", "Not a valid reference update."));
    let end = story.carry_out(&plan).await;
    assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
    assert_eq!(story.directory.writes().len(), 3);
}

#[tokio::test]
async fn what_somebody_else_changed_since_the_preview_is_refused_in_its_own_words_and_nothing_is_sent() {
    let synced = |all: &Directory| all.set_of_group(TEAM, "onPremisesSyncEnabled", json!(true));
    let gone = ErrorKind::GroupGone { group: "Team Fabrikam".to_owned() };
    let added = ErrorKind::TenantChanged { property: "memberOf" };
    let changes: [(Happens, ErrorKind); 5] = [
        (makes_dynamic, closed(WhyNot::Dynamic)),
        (synced, closed(WhyNot::OnPremises)),
        (|all| all.remove_group(TEAM), gone),
        (|all| all.delete(JAN), ErrorKind::GuestGone),
        (|all| all.add_member(TEAM, JAN), added),
    ];
    for (change, kind) in changes {
        let story = outside().await;
        let plan = planned(&story).await;
        change(&story.directory);
        let end = story.carry_out(&plan).await;
        assert_eq!(end.outcome(), Outcome::Refused, "{end:?}");
        assert_eq!(end.problem(), Some((kind, Changed::No)));
        assert!(story.directory.writes().is_empty());
    }
}

#[tokio::test]
async fn what_changes_after_the_last_look_is_told_from_the_refusal() {
    let (missing, denied) = ("Request_ResourceNotFound", "Authorization_RequestDenied");
    let named = "Team Fabrikam".to_owned();
    let changes: [(u16, &'static str, Happens, ErrorKind); 6] = [
        (400, "Request_BadRequest", makes_dynamic, closed(WhyNot::Dynamic)),
        (404, missing, |all| all.remove_group(TEAM), ErrorKind::GroupGone { group: named.clone() }),
        (404, missing, |all| all.delete(JAN), ErrorKind::GuestGone),
        (403, denied, |all| all.unrelate("admin", "owned"), ErrorKind::OwnerNoMore { group: named }),
        (403, denied, takes_no_guests, closed(WhyNot::TakesNoGuests)),
        (403, denied, |_| (), ErrorKind::MissingRight { why: WhyRefused::RoleIsThere }),
    ];
    for (status, code, change, kind) in changes {
        let story = asked_by_the_owner().await;
        let plan = planned(&story).await;
        story.directory.always(ADD, Effect::refused_after(status, code, change));
        let end = story.carry_out(&plan).await;

        assert_eq!(end.outcome(), Outcome::Refused, "{end:?}");
        assert_eq!(end.problem(), Some((kind, Changed::No)));
        assert_eq!((end.step(StepKind::AddToGroup), end.ways()), (StepState::Refused, [false; 3]));
        assert!(!is_in(&story));
    }
}

fn takes_no_guests(directory: &Directory) {
    let values = json!([{ "name": "AllowToAddGuests", "value": "false" }]);
    let setting = json!({
        "id": "s", "displayName": "Group.Unified.Guest", "values": values,
        "templateId": "08d542b9-071f-4e16-94b0-74abb372e3d9",
    });
    directory.always("GET /groups/team/settings", Effect::Answer(200, json!({ "value": [setting] })));
}

#[tokio::test]
async fn a_group_that_is_set_to_take_no_guests_is_warned_of_and_tried_all_the_same() {
    let story = outside().await;
    takes_no_guests(&story.directory);
    let plan = planned(&story).await;
    assert_eq!(plan.warnings, [PlanNote::MayTakeNoGuests { groups: team() }]);
    assert_eq!(story.carry_out(&plan).await.outcome(), Outcome::Done);
}

#[tokio::test]
async fn nobody_is_added_without_a_group_or_to_one_whose_members_cannot_be_changed() {
    let story = outside().await;
    let problem = story.try_preview(RemedyKind::AddToGroup, Selections::default()).await.unwrap_err();
    assert_eq!(problem.kind, ErrorKind::NotForThisGuest);
    makes_dynamic(&story.directory);
    assert_eq!(try_plan(&story).await.unwrap_err().kind, ErrorKind::NotForThisGuest);
}

#[tokio::test]
async fn stopped_before_it_is_sent_it_was_cancelled_and_after_that_it_is_told_as_it_stands() {
    for (at, outcome, rows) in [
        ("GET /groups/team", Outcome::Cancelled, &["intended", "abandoned cancelled"][..]),
        (
            ADD,
            Outcome::NotYetVisible,
            &[
                "intended",
                "sent add-to-group:team",
                "acknowledged add-to-group:team",
                "not yet visible",
                "finished notyetvisible",
            ],
        ),
    ] {
        let story = outside().await;
        let plan = planned(&story).await;
        let (engine, change) = (story.engine.clone(), story.next_change(0).to_string());
        story.directory.once(at, Effect::meanwhile(move |_| engine.cancel(&change)));
        let end = story.carry_out(&plan).await;
        assert_eq!(end.outcome(), outcome, "{end:?}");
        assert_eq!(story.rows(end.change).await, rows);
    }
}

#[tokio::test]
async fn a_change_in_doubt_whose_group_is_closed_by_now_ends_when_nothing_of_it_shows() {
    for acted in [true, false] {
        let story = outside().await;
        let plan = planned(&story).await;
        story.directory.once(ADD, if acted { Effect::LoseAfter } else { Effect::LoseBefore });
        story.directory.always(GROUPS, Effect::Stale);
        let end = story.carry_out(&plan).await;
        assert_eq!(end.outcome(), Outcome::Unknown, "{end:?}");

        story.directory.no_more_effects();
        makes_dynamic(&story.directory);
        let end = story.go_on(end.change).await;
        if acted {
            assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
        } else {
            assert_eq!(end.problem(), Some((closed(WhyNot::Dynamic), Changed::No)), "{end:?}");
            assert_eq!((end.outcome(), end.ways()), (Outcome::Refused, [false; 3]));
        }
        assert_eq!(story.engine.unfinished().await.unwrap(), 0);
    }
}

#[tokio::test]
async fn an_undo_is_refused_when_the_guest_is_no_member_any_more_or_none_can_be_taken_out() {
    let cases: [(Happens, ErrorKind); 3] = [
        (|all| all.remove_member(TEAM, JAN), ErrorKind::ChangedSince),
        (makes_dynamic, closed(WhyNot::Dynamic)),
        (|all| all.delete(JAN), ErrorKind::GuestGone),
    ];
    for (change, kind) in cases {
        for before_the_preview in [true, false] {
            let story = outside().await;
            let end = story.carry_out(&planned(&story).await).await;
            if before_the_preview {
                change(&story.directory);
                let problem = story.engine.preview_undo(end.change).await.unwrap_err();
                assert_eq!(problem.kind, kind);
            } else {
                let undo = story.engine.preview_undo(end.change).await.unwrap();
                change(&story.directory);
                let undone = story.carry_out(&undo).await;
                assert_eq!(undone.problem(), Some((kind.clone(), Changed::No)), "{undone:?}");
            }
            assert_eq!(story.directory.writes(), [ADD]);
        }
    }
}

#[tokio::test]
async fn a_lost_undo_is_looked_for_and_gone_on_with() {
    for acted in [true, false] {
        let story = outside().await;
        let end = story.carry_out(&planned(&story).await).await;
        let undo = story.engine.preview_undo(end.change).await.unwrap();
        story.directory.once(REMOVE, if acted { Effect::LoseAfter } else { Effect::LoseBefore });
        let undone = story.carry_out(&undo).await;
        if acted {
            assert_eq!(undone.outcome(), Outcome::Done, "{undone:?}");
            continue;
        }
        assert_eq!((undone.outcome(), undone.ways()), (Outcome::Unknown, [false, true, false]));
        let story = story.restarted().await;
        let undone = story.go_on(undone.change).await;
        assert_eq!(undone.outcome(), Outcome::Done, "{undone:?}");
        assert!(!is_in(&story));
        assert_eq!(story.entry(end.change).await.status, ChangeStatus::Undone);
    }
}

#[tokio::test]
async fn an_undo_whose_member_is_not_found_is_done_only_when_they_are_seen_to_be_out() {
    let missing = || Effect::Refuse(404, "Request_ResourceNotFound");
    let story = outside().await;
    let end = story.carry_out(&planned(&story).await).await;
    // A server that is mistaken: the guest is still in it
    story.directory.once(REMOVE, missing());
    let undone = story.undo(end.change).await;
    assert_eq!(undone.problem(), Some((ErrorKind::ServerRefused, Changed::No)), "{undone:?}");
    // Somebody else took them out a moment before
    story.directory.once(
        REMOVE,
        Effect::refused_after(404, "Request_ResourceNotFound", |all| all.remove_member(TEAM, JAN)),
    );
    let undone = story.undo(end.change).await;
    assert_eq!(undone.outcome(), Outcome::Done, "{undone:?}");
}

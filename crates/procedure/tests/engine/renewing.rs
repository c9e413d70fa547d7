//! *Renew membership*: out of the group and in again; stopped, lost and refused between the two, gone on with, put back.

use graph::Changed;
use guest::{PlanNote, RemedyKind, WayBack, WhyNot};
use procedure::{ChangeStatus, ErrorKind, Outcome, Plan, Selections, StepKind, StepState};
use scripted_graph::{Directory, Effect};
use serde_json::json;

use crate::support::{JAN, Story, TEAM, jan_elsewhere};

const OUT: &str = "DELETE /groups/team/members/jan/$ref";
const IN: &str = "POST /groups/team/members/$ref";
const GROUPS: &str = "GET /users/jan/memberOf/microsoft.graph.group";

/// What somebody else does meanwhile.
type Happens = fn(&Directory);

async fn story() -> Story {
    Story::about(jan_elsewhere()).await
}

async fn planned(story: &Story) -> Plan {
    story.preview_in(Some(TEAM), RemedyKind::RenewMembership, Selections::default()).await.unwrap()
}

fn is_in(story: &Story) -> bool {
    story.directory.groups_of(JAN).iter().any(|group| group == TEAM)
}

fn closed(why: WhyNot) -> ErrorKind {
    ErrorKind::GroupNotWritable { group: "Team Fabrikam".to_owned(), why }
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
async fn a_guest_goes_out_and_in_again_and_is_seen_both_times() {
    let story = story().await;
    let plan = planned(&story).await;
    assert_eq!(
        (plan.warnings.clone(), plan.notes.clone()),
        (vec![PlanNote::ChannelsLeft], vec![PlanNote::OutMeanwhile])
    );
    assert_eq!((plan.way_back, plan.confirm_text.clone()), (WayBack::Impossible, None));
    let end = story.carry_out(&plan).await;

    assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
    assert!(end.all_done() && is_in(&story), "{end:?}");
    assert_eq!((end.ways(), end.problem()), ([false; 3], None));
    assert_eq!(story.directory.writes(), [OUT, IN]);
    assert!(story.directory.user(JAN).is_some(), "the guest is not deleted");
    let rows = [
        "intended",
        "sent remove-from-group:team",
        "acknowledged remove-from-group:team",
        "sent add-to-group:team",
        "acknowledged add-to-group:team",
        "verified",
        "finished done",
    ];
    assert_eq!(story.rows(end.change).await, rows);
}

#[tokio::test]
async fn without_a_group_nothing_is_renewed() {
    let story = story().await;
    let problem = story.try_preview(RemedyKind::RenewMembership, Selections::default()).await.unwrap_err();
    assert_eq!(problem.kind, ErrorKind::NotForThisGuest);
}

#[tokio::test]
async fn nobody_is_taken_out_who_could_not_get_in_again() {
    // Set so when it is previewed
    let story = story().await;
    takes_no_guests(&story.directory);
    let refused = story.preview_in(Some(TEAM), RemedyKind::RenewMembership, Selections::default()).await;
    assert_eq!(refused.unwrap_err().kind, ErrorKind::NotForThisGuest);
    // Changed after the preview
    let dynamic =
        |all: &Directory| all.set_of_group(TEAM, "groupTypes", json!(["Unified", "DynamicMembership"]));
    let changes: [(Happens, ErrorKind); 4] = [
        (takes_no_guests, closed(WhyNot::TakesNoGuests)),
        (dynamic, closed(WhyNot::Dynamic)),
        (|all| all.remove_member(TEAM, JAN), ErrorKind::TenantChanged { property: "memberOf" }),
        (|all| all.delete(JAN), ErrorKind::GuestGone),
    ];
    for (change, kind) in changes {
        let story = self::story().await;
        let plan = planned(&story).await;
        change(&story.directory);
        let end = story.carry_out(&plan).await;
        assert_eq!((end.outcome(), end.problem()), (Outcome::Refused, Some((kind, Changed::No))), "{end:?}");
        assert!(story.directory.writes().is_empty());
    }
}

#[tokio::test]
async fn adding_again_refused_says_that_the_guest_is_out_and_leads_on_and_back() {
    for back in [true, false] {
        let story = story().await;
        let plan = planned(&story).await;
        story.directory.always(IN, Effect::Refuse(403, "Authorization_RequestDenied"));
        let end = story.carry_out(&plan).await;
        assert_eq!(end.outcome(), Outcome::Interrupted, "{end:?}");
        assert_eq!((end.changed(), end.ways()), (Some(Changed::Yes), [false, true, true]));
        assert_eq!(end.step(StepKind::RemoveFromGroup), StepState::Done);
        assert_eq!(end.step(StepKind::AddToGroup), StepState::Refused);
        assert!(!is_in(&story));
        assert_eq!(story.entry(end.change).await.status, ChangeStatus::Interrupted);

        // As long as it is refused, nothing changes; then it is gone on with, or put back
        let story = story.restarted().await;
        let still = story.go_on(end.change).await;
        assert_eq!((still.outcome(), still.ways()), (Outcome::Interrupted, [false, true, true]));
        story.directory.no_more_effects();
        let done = if back { story.put_back(end.change).await } else { story.go_on(end.change).await };
        assert_eq!((done.outcome(), done.ways()), (Outcome::Done, [false; 3]), "{done:?}");
        assert!(is_in(&story));
        let status = if back { ChangeStatus::Undone } else { ChangeStatus::Done };
        assert_eq!(story.entry(end.change).await.status, status);
        assert_eq!(story.engine.unfinished().await.unwrap(), 0);
        assert_eq!(story.directory.bodies(OUT).len(), 1, "nobody is taken out twice");
    }
}

#[tokio::test]
async fn whatever_is_lost_is_looked_for_and_ends_with_the_guest_in_the_group() {
    for (request, effect) in [
        (OUT, Effect::LoseAfter),
        (OUT, Effect::LoseBefore),
        (OUT, Effect::NotSent),
        (IN, Effect::LoseAfter),
        (IN, Effect::LoseBefore),
        (IN, Effect::NotSent),
        (IN, Effect::Refuse(404, "Request_ResourceNotFound")),
    ] {
        for back in [true, false] {
            let story = story().await;
            let plan = planned(&story).await;
            story.directory.once(request, effect.clone());
            let end = story.carry_out(&plan).await;
            if end.outcome() != Outcome::Done && end.ways() != [false; 3] {
                let story = story.restarted().await;
                let [_, on, can_go_back] = end.ways();
                let done = match (back && can_go_back, on) {
                    (true, _) => story.put_back(end.change).await,
                    (false, _) => story.go_on(end.change).await,
                };
                assert_eq!(done.outcome(), Outcome::Done, "{request} {effect:?} {done:?}");
                assert_eq!(story.engine.unfinished().await.unwrap(), 0);
                assert!(is_in(&story), "{request} {effect:?}");
                continue;
            }
            assert!(is_in(&story), "{request} {effect:?} {end:?}");
        }
    }
}

#[tokio::test]
async fn that_the_guest_still_shows_is_not_taken_for_being_in_again() {
    // Given a guest who was taken out, and a directory that is behind for as long as anybody looks
    let story = story().await;
    let plan = planned(&story).await;
    story.directory.always(GROUPS, Effect::Stale);
    let end = story.carry_out(&plan).await;
    assert_eq!(end.problem(), Some((ErrorKind::NotVisibleInTime, Changed::Yes)), "{end:?}");
    assert_eq!(end.ways(), [false, true, true]);

    // When it is put back while the directory is still behind, the guest is added all the same
    let done = story.put_back(end.change).await;
    assert_eq!(done.outcome(), Outcome::Done, "{done:?}");
    assert!(is_in(&story));
}

#[tokio::test]
async fn stopped_in_the_middle_it_says_that_the_guest_is_out() {
    let story = story().await;
    let plan = planned(&story).await;
    let (engine, change) = (story.engine.clone(), story.next_change(0).to_string());
    story.directory.once(OUT, Effect::meanwhile(move |_| engine.cancel(&change)));
    let end = story.carry_out(&plan).await;
    assert_eq!(end.problem(), Some((ErrorKind::Cancelled, Changed::Yes)), "{end:?}");
    assert_eq!((end.outcome(), end.ways()), (Outcome::Interrupted, [false, true, true]));
    assert_eq!(story.go_on(end.change).await.outcome(), Outcome::Done);
    assert!(is_in(&story));
}

#[tokio::test]
async fn somebody_who_takes_them_out_at_the_same_moment_has_the_last_word() {
    let story = story().await;
    let plan = planned(&story).await;
    story.directory.once(
        OUT,
        Effect::refused_after(404, "Request_ResourceNotFound", |all| all.remove_member(TEAM, JAN)),
    );
    let end = story.carry_out(&plan).await;
    let changed = ErrorKind::TenantChanged { property: "memberOf" };
    assert_eq!((end.outcome(), end.problem()), (Outcome::Refused, Some((changed, Changed::No))), "{end:?}");
    assert!(!is_in(&story));
}

#[tokio::test]
async fn a_guest_who_still_shows_is_not_added_and_going_on_waits_again() {
    // Given a directory that is behind, so that the guest was not seen to be out
    let story = story().await;
    let plan = planned(&story).await;
    story.directory.always(GROUPS, Effect::Stale);
    let end = story.carry_out(&plan).await;
    // When it is gone on with while that is so
    let end = story.go_on(end.change).await;
    assert_eq!(end.problem(), Some((ErrorKind::NotVisibleInTime, Changed::Yes)), "{end:?}");
    // Then nobody is added whom the server may still have for a member
    assert_eq!(story.directory.writes(), [OUT]);
    story.directory.no_more_effects();
    assert_eq!(story.go_on(end.change).await.outcome(), Outcome::Done);
    assert_eq!(story.directory.writes(), [OUT, IN]);
}

#[tokio::test]
async fn whoever_was_added_and_never_answered_for_is_looked_for_and_not_added_twice() {
    let story = story().await;
    let plan = planned(&story).await;
    story.directory.once(IN, Effect::LoseAfter);
    story.journal_refuses_from("verified");
    let end = story.carry_out(&plan).await;
    story.journal_takes_everything();
    let story = story.restarted().await;
    let end = story.go_on(end.change).await;
    assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
    assert_eq!(story.directory.writes(), [OUT, IN]);
}

#[tokio::test]
async fn with_the_group_goes_what_could_be_gone_on_with() {
    for back in [true, false] {
        let story = story().await;
        let plan = planned(&story).await;
        let gone = ErrorKind::GroupGone { group: "Team Fabrikam".to_owned() };
        let removed = Effect::refused_after(404, "Request_ResourceNotFound", |all| all.remove_group(TEAM));
        if back {
            // Then only the preview of the way back tells, and going on ends it
            story.directory.once(IN, Effect::Refuse(403, "Authorization_RequestDenied"));
        } else {
            story.directory.always(IN, removed.clone());
        }
        let end = story.carry_out(&plan).await;
        assert_eq!((end.outcome(), end.changed()), (Outcome::Interrupted, Some(Changed::Yes)), "{end:?}");
        let end = if back {
            story.directory.remove_group(TEAM);
            story.directory.always(IN, removed);
            let problem = story.engine.preview_put_back(end.change).await.unwrap_err();
            assert_eq!(problem.kind, gone);
            story.go_on(end.change).await
        } else {
            end
        };
        assert_eq!((end.problem(), end.ways()), (Some((gone, Changed::Yes)), [false; 3]), "{end:?}");
        assert_eq!(story.engine.unfinished().await.unwrap(), 0);
    }
}

/// What an answer that was lost did is told by nobody, when the guest may never have been out.
#[tokio::test]
async fn whoever_may_never_have_been_out_is_added_only_when_they_are_seen_to_be() {
    for acted in [true, false] {
        let story = story().await;
        let plan = planned(&story).await;
        story.directory.once(OUT, if acted { Effect::LoseAfter } else { Effect::LoseBefore });
        story.directory.always(GROUPS, Effect::Stale);
        let end = story.carry_out(&plan).await;
        assert_eq!((end.outcome(), end.ways()), (Outcome::Unknown, [false, true, true]), "{end:?}");

        story.directory.no_more_effects();
        let back = story.put_back(end.change).await;
        assert_eq!((back.outcome(), back.ways()), (Outcome::Done, [false; 3]), "{back:?}");
        assert!(is_in(&story));
        let added = story.directory.bodies(IN).len();
        assert_eq!(added, usize::from(acted), "nothing is sent that would do nothing");
        assert_eq!(story.engine.unfinished().await.unwrap(), 0);
    }
}

#[tokio::test]
async fn whoever_may_have_been_added_already_is_looked_for_before_a_put_back_adds_them() {
    for lost in [Effect::LoseBefore, Effect::LoseAfter] {
        // Given a renewal that was killed when the guest had been added, and a copy of the directory that is behind
        let story = story().await;
        let plan = planned(&story).await;
        story.is_killed_after(IN);
        let end = story.carry_out(&plan).await;
        assert_eq!(end.outcome(), Outcome::Interrupted, "{end:?}");
        story.journal_takes_everything();
        let story = story.restarted().await;
        story.directory.remove_member(TEAM, JAN);
        story.directory.times(3, GROUPS, Effect::Stale);
        story.directory.add_member(TEAM, JAN);

        // When it is put back, and the answer of whatever that sends is lost
        story.directory.once(IN, lost);
        let back = story.put_back(end.change).await;

        // Then the guest is in the group as promised, and no change is claimed that was the first request's
        assert_eq!((back.outcome(), is_in(&story)), (Outcome::Done, true), "{back:?}");
        assert_eq!(story.directory.writes(), [OUT, IN], "nothing was sent");
        let rows = story.rows(back.change).await;
        assert!(!rows.iter().any(|row| row.starts_with("acknowledged")), "{rows:?}");
    }
}

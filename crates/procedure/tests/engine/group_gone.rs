//! *Add to the group*, when the group is removed meanwhile: with it went whatever could tell whether it was done.

use graph::Changed;
use guest::RemedyKind;
use procedure::{ErrorKind, Outcome, Selections};
use scripted_graph::Effect;

use crate::support::{End, JAN, Story, TEAM, jan_elsewhere};

const ADD: &str = "POST /groups/team/members/$ref";
const GROUPS: &str = "GET /users/jan/memberOf/microsoft.graph.group";

fn gone() -> ErrorKind {
    ErrorKind::GroupGone { group: "Team Fabrikam".to_owned() }
}

/// Jan is added to the team; the effects are there from the confirmation on.
async fn added(story: &Story, effects: &[(&str, Effect)]) -> End {
    story.directory.remove_member(TEAM, JAN);
    let plan = story.preview_in(Some(TEAM), RemedyKind::AddToGroup, Selections::default()).await.unwrap();
    for (requests, effect) in effects {
        story.directory.always(requests, effect.clone());
    }
    story.carry_out(&plan).await
}

#[tokio::test]
async fn a_change_in_doubt_stays_unknown_and_is_not_offered_again() {
    for effect in [Effect::LoseAfter, Effect::LoseBefore] {
        let story = Story::about(jan_elsewhere()).await;
        let end = added(&story, &[(ADD, effect), (GROUPS, Effect::Stale)]).await;
        assert_eq!(end.outcome(), Outcome::Unknown, "{end:?}");

        story.directory.no_more_effects();
        story.directory.remove_group(TEAM);
        let end = story.go_on(end.change).await;
        assert_eq!(end.problem(), Some((gone(), Changed::Unknown)), "{end:?}");
        assert_eq!((end.outcome(), end.ways()), (Outcome::Unknown, [false; 3]));
        assert_eq!(story.engine.unfinished().await.unwrap(), 0);
    }
}

#[tokio::test]
async fn an_undo_is_refused_for_the_group_whether_the_change_had_been_seen_or_not() {
    for seen in [true, false] {
        let story = Story::about(jan_elsewhere()).await;
        let effects = [(GROUPS, Effect::Stale)];
        let end = added(&story, if seen { &[] } else { &effects }).await;
        let expected = if seen { Outcome::Done } else { Outcome::NotYetVisible };
        assert_eq!(end.outcome(), expected, "{end:?}");

        story.directory.no_more_effects();
        story.directory.remove_group(TEAM);
        let problem = story.engine.preview_undo(end.change).await.unwrap_err();
        assert_eq!(problem.kind, gone());
    }
}

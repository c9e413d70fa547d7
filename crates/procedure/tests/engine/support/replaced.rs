//! What the stories of *remove and invite again* have in common: its requests, where it stops, and the original back.

use guest::RemedyKind;
use procedure::Outcome;
use scripted_graph::Effect;

use super::{End, JAN, PROJECT, Story, TEAM};

pub(crate) const RAI: RemedyKind = RemedyKind::RemoveAndInvite;
pub(crate) const DELETE_NEW: &str = "DELETE /users/new-1";
pub(crate) const RESTORE: &str = "POST /directory/deletedItems/jan/restore";
pub(crate) const READ_OLD: &str = "GET /users/jan";
pub(crate) const READ_NEW: &str = "GET /users/new-1";
pub(crate) const READ_DELETED: &str = "GET /directory/deletedItems/jan/microsoft.graph.user";

/// Stopped after the invitation, because the server went away.
pub(crate) async fn without_groups() -> (Story, End) {
    let story = Story::new().await;
    story.directory.always("POST /groups/team/members/$ref", Effect::NotSent);
    let end = story.remedy(RAI).await;
    assert_eq!(end.outcome(), Outcome::Interrupted);
    story.directory.no_more_effects();
    (story, end)
}

/// The original is there in its groups, and no new account beside it.
pub(crate) fn is_back(story: &Story) {
    assert!(story.directory.user(JAN).is_some());
    assert!(!story.directory.users().iter().any(|id| id.starts_with("new-")));
    assert_eq!(story.directory.groups_of(JAN), [PROJECT, TEAM]);
}

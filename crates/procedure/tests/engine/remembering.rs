//! What the history knows of a change besides how it stands: what it takes back, what was sent, why it was not made.

use guest::RemedyKind;
use procedure::{ChangeStatus, RequestAnswer, RequestKind, WhyNotDone};
use scripted_graph::{Effect, request_id};

use crate::support::{Story, jan_elsewhere};

const WRITE: &str = "PATCH /users/*";

#[tokio::test]
async fn an_undo_names_the_change_it_takes_back_and_a_change_names_none() {
    let story = Story::new().await;
    let there = story.remedy(RemedyKind::KeepOneAddress).await;
    let back = story.undo(there.change).await;
    let entry = story.entry(back.change).await;
    assert_eq!(entry.takes_back, Some(there.change));
    assert_eq!(
        entry.seen_at,
        Some(story.record(back.change).await.steps.iter().rev().nth(1).unwrap().step.at)
    );
    assert_eq!(story.entry(there.change).await.takes_back, None);
}

#[tokio::test]
async fn each_request_stands_there_in_its_order_with_the_id_that_microsoft_knows_it_by() {
    let story = Story::new().await;
    let done = story.remedy(RemedyKind::RemoveAndInvite).await;
    let sent = story.entry(done.change).await.requests;
    let kinds: Vec<_> = sent.iter().map(|sent| sent.kind).collect();
    assert_eq!(kinds.first(), Some(&RequestKind::Delete), "{sent:?}");
    assert_eq!(kinds.get(1), Some(&RequestKind::Invite), "{sent:?}");
    assert_eq!(kinds.len(), story.directory.writes().len(), "{sent:?}");
    assert!(kinds.contains(&RequestKind::AddToGroup), "{sent:?}");
    assert!(!kinds.contains(&RequestKind::Other), "{sent:?}");
    for request in &sent {
        assert_eq!((request.answer, request.status), (RequestAnswer::Accepted, None), "{request:?}");
        assert!(request.request_id.is_some(), "{request:?}");
    }
    assert!(sent.windows(2).all(|two| two[0].at <= two[1].at));
}

#[tokio::test]
async fn a_no_stands_there_with_its_status_its_code_and_what_it_means() {
    for (status, code, why) in [
        (403, "Authorization_RequestDenied", WhyNotDone::NotAllowed),
        (404, "Request_ResourceNotFound", WhyNotDone::Gone),
        (400, "Request_BadRequest", WhyNotDone::Refused),
    ] {
        let story = Story::about(jan_elsewhere()).await;
        story.directory.always(WRITE, Effect::Refuse(status, code));
        let refused = story.remedy(RemedyKind::SetMail).await;
        let entry = story.entry(refused.change).await;
        assert_eq!(entry.status, ChangeStatus::Refused, "{status}");
        assert_eq!(entry.why_not_done, Some(why), "{status}");
        let [request] = entry.requests.as_slice() else { panic!("one request: {entry:?}") };
        assert_eq!((request.kind, request.answer), (RequestKind::Write, RequestAnswer::Refused));
        assert_eq!((request.status, request.code.as_deref()), (Some(status), Some(code)));
        assert!(request.request_id.as_deref().is_some_and(|id| id.starts_with(&request_id(0)[..8])));
    }
}

#[tokio::test]
async fn a_request_whose_answer_was_lost_has_no_id_and_what_was_seen_of_it_later_is_told() {
    let story = Story::about(jan_elsewhere()).await;
    story.directory.once(WRITE, Effect::LoseAfter);
    let done = story.remedy(RemedyKind::SetMail).await;
    let entry = story.entry(done.change).await;
    let [request] = entry.requests.as_slice() else { panic!("one request: {entry:?}") };
    assert_eq!((request.answer, &request.request_id), (RequestAnswer::SeenDone, &None));
    assert_eq!(entry.why_not_done, None);
}

#[tokio::test]
async fn of_what_was_made_no_reason_is_told_why_not() {
    let story = Story::new().await;
    let there = story.remedy(RemedyKind::KeepOneAddress).await;
    assert_eq!(story.entry(there.change).await.why_not_done, None);
    story.undo(there.change).await;
    assert_eq!(story.entry(there.change).await.why_not_done, None);
}

//! What is asked again, and when.

use std::time::Duration;

use graph::{Changed, Effect, Failure, GraphProblemKind, RetryPolicy, retry_after};
use proptest::prelude::*;
use serde_json::json;

use crate::support::{GUEST, Reply, Story, error, no_content, ok, wait};

fn guest() -> Reply {
    ok(&json!({ "id": GUEST }))
}

#[tokio::test]
async fn a_read_waits_as_long_as_the_server_asks_in_every_form_it_may_ask() {
    let asked = [
        ("3", Duration::from_secs(3)),
        ("2.128", Duration::from_millis(2128)),
        ("Sun, 22 Nov 2026 19:00:09 GMT", Duration::from_secs(9)),
        ("Sun, 22 Nov 2020 19:00:09 GMT", Duration::ZERO),
    ];
    for (header, expected) in asked {
        let story = Story::new([wait(429, header), guest()]);
        story.graph.user(GUEST, &story.cancel).await.unwrap();
        assert_eq!(story.sleeps(), [expected], "{header}");
    }
}

#[tokio::test]
async fn a_server_that_names_no_wait_is_asked_again_ever_more_rarely() {
    let story = Story::new([error(503, "", ""), error(504, "", ""), error(503, "", ""), guest()]);
    story.graph.user(GUEST, &story.cancel).await.unwrap();
    assert_eq!(story.sleeps(), [500, 1000, 2000].map(Duration::from_millis));
}

#[tokio::test]
async fn a_server_that_asks_for_an_hour_is_not_asked_early_but_quoted() {
    let story = Story::new([wait(429, "3600")]);
    let problem = story.graph.user(GUEST, &story.cancel).await.unwrap_err();
    assert_eq!(
        (problem.kind, problem.retry_after),
        (GraphProblemKind::Throttled, Some(Duration::from_hours(1)))
    );
    assert!(story.sleeps().is_empty());
}

#[tokio::test]
async fn a_read_whose_answer_was_lost_is_simply_repeated() {
    let story = Story::new([Reply::Lost, Reply::NotSent, guest()]);
    story.graph.user(GUEST, &story.cancel).await.unwrap();
    assert_eq!(story.asked().len(), 3);
}

#[tokio::test]
async fn without_any_connection_a_read_ends_as_unreachable_and_nothing_was_changed() {
    let story = Story::new([Reply::NotSent, Reply::NotSent, Reply::NotSent]);
    let problem = story.graph.user(GUEST, &story.cancel).await.unwrap_err();
    assert_eq!((problem.kind, problem.changed), (GraphProblemKind::Unreachable, Changed::No));
}

#[tokio::test]
async fn a_change_is_repeated_when_the_server_said_that_it_did_not_act() {
    for refusal in [wait(429, "1"), error(429, "TooManyRequests", ""), wait(503, "1"), Reply::NotSent] {
        let story = Story::new([refusal, no_content()]);
        story.graph.set_mail(GUEST, "jan@fabrikam.nl", &story.cancel).await.unwrap();
        assert_eq!(story.asked().len(), 2);
    }
}

#[tokio::test]
async fn a_change_whose_answer_was_lost_is_sent_once_and_its_outcome_is_unknown() {
    let story = Story::new([Reply::Lost]);
    let problem = story.graph.delete_user(GUEST, &story.cancel).await.unwrap_err();
    assert_eq!((problem.kind, problem.changed), (GraphProblemKind::AnswerLost, Changed::Unknown));
    assert_eq!(story.asked().len(), 1);
}

#[tokio::test]
async fn a_change_that_met_a_failing_server_is_sent_once_and_its_outcome_is_unknown() {
    for status in [500, 502, 503, 504] {
        let story = Story::new([error(status, "InternalServerError", "")]);
        let problem = story.graph.delete_user(GUEST, &story.cancel).await.unwrap_err();
        assert_eq!(
            (problem.kind, problem.changed),
            (GraphProblemKind::Unavailable { status }, Changed::Unknown)
        );
        assert_eq!(story.asked().len(), 1);
    }
}

#[tokio::test]
async fn an_expired_token_is_renewed_once_even_for_a_change() {
    let story = Story::new([error(401, "InvalidAuthenticationToken", ""), no_content()]);
    story.graph.delete_user(GUEST, &story.cancel).await.unwrap();
    let tokens: Vec<_> = story.asked().iter().map(|asked| asked.headers["authorization"].clone()).collect();
    assert_eq!(tokens, ["Bearer token-1", "Bearer token-2"]);

    let denied = || error(401, "InvalidAuthenticationToken", "");
    let story = Story::new([denied(), denied()]);
    let problem = story.graph.delete_user(GUEST, &story.cancel).await.unwrap_err();
    assert_eq!((problem.kind, problem.changed), (GraphProblemKind::Unauthorised, Changed::No));
}

#[tokio::test]
async fn a_refusal_is_never_repeated() {
    for status in [400, 403, 404, 409, 412] {
        let story = Story::new([error(status, "Request_BadRequest", "")]);
        story.graph.user(GUEST, &story.cancel).await.unwrap_err();
        assert_eq!(story.asked().len(), 1);
    }
}

#[tokio::test]
async fn a_read_can_be_cancelled_while_it_is_under_way() {
    let story = Story::new([Reply::Silence]);
    let reading = story.graph.user(GUEST, &story.cancel);
    let cancelling = async { story.cancel.cancel() };
    let (read, ()) = tokio::join!(reading, cancelling);
    assert_eq!(read.unwrap_err().kind, GraphProblemKind::Cancelled);
}

#[tokio::test]
async fn what_is_cancelled_before_it_begins_is_never_sent() {
    let story = Story::new([]);
    story.cancel.cancel();
    let problem = story.graph.delete_user(GUEST, &story.cancel).await.unwrap_err();
    assert_eq!((problem.kind, problem.changed), (GraphProblemKind::Cancelled, Changed::No));
    assert!(story.asked().is_empty());
}

#[tokio::test]
async fn a_change_that_has_left_is_waited_for_although_it_was_cancelled() {
    let story = Story::new([Reply::Later(Box::new(no_content()))]);
    let cancel = story.cancel.clone();
    let changing = story.graph.delete_user(GUEST, &story.cancel);
    let (changed, ()) = tokio::join!(changing, async move { cancel.cancel() });
    assert!(changed.is_ok(), "its outcome is known");
}

fn failures() -> impl Strategy<Value = Failure> {
    let asked = proptest::option::of((0_u64..200_000).prop_map(Duration::from_millis));
    prop_oneof![
        Just(Failure::NotSent),
        Just(Failure::Lost),
        (400_u16..600, asked).prop_map(|(status, retry_after)| Failure::Answered { status, retry_after }),
    ]
}

proptest! {
    #[test]
    fn no_wait_is_shorter_than_asked_or_longer_than_allowed(
        failure in failures(), attempt in 1_u32..40, elapsed in 0_u64..200_000, jitter in 0.0..1.0_f64,
        write in any::<bool>(),
    ) {
        let policy = RetryPolicy::default();
        let effect = if write { Effect::Write } else { Effect::Read };
        let elapsed = Duration::from_millis(elapsed);
        if let Some(wait) = policy.next_wait(effect, failure, attempt, elapsed, jitter) {
            prop_assert!(wait <= policy.longest_wait);
            prop_assert!(elapsed + wait <= policy.in_total);
            prop_assert!(attempt < policy.attempts);
            if let Failure::Answered { retry_after: Some(asked), .. } = failure {
                prop_assert!(wait >= asked);
            }
            if write {
                prop_assert!(failure.is_safe_to_retry());
            }
        }
    }

    #[test]
    fn whatever_happens_asking_ends(failure in failures(), jitter in 0.0..1.0_f64) {
        let policy = RetryPolicy::default();
        let (mut elapsed, mut attempt) = (Duration::ZERO, 1);
        while let Some(wait) = policy.next_wait(Effect::Read, failure, attempt, elapsed, jitter) {
            elapsed += wait;
            attempt += 1;
            prop_assert!(attempt <= 100);
        }
        prop_assert!(elapsed <= policy.in_total);
    }

    #[test]
    fn any_header_is_read_without_a_panic(text in "\\PC*") {
        let now = "2026-11-22T19:00:00Z".parse().unwrap();
        _ = retry_after(&text, now);
    }

    #[test]
    fn seconds_are_read_as_they_are_written(millis in 0_u32..10_000_000) {
        let text = format!("{}.{:03}", millis / 1000, millis % 1000);
        let now = "2026-11-22T19:00:00Z".parse().unwrap();
        prop_assert_eq!(retry_after(&text, now).unwrap().as_millis(), u128::from(millis));
    }
}

#[test]
fn what_is_no_wait_is_no_wait() {
    let now = "2026-11-22T19:00:00Z".parse().unwrap();
    for text in ["", "-1", "NaN", "inf", "1e300", "soon", "12 apples"] {
        assert_eq!(retry_after(text, now), None, "{text:?}");
    }
}

#[test]
fn a_wait_of_centuries_is_a_day_and_no_panic() {
    let now = "2026-11-22T19:00:00Z".parse().unwrap();
    for text in ["1000000000000", "18446744073709549568", "Fri, 31 Dec 9999 23:59:59 GMT"] {
        assert_eq!(retry_after(text, now), Some(Duration::from_hours(24)), "{text}");
    }
}

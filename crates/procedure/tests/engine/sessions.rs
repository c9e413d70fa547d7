//! What is asked in a session belongs to it: whoever comes after it hears nothing of it, and confirms none of its plans.

use std::sync::Arc;

use guest::RemedyKind;
use procedure::{Engine, ErrorKind, PreviewRequest, Problem, Selections};
use scripted_graph::{Directory, Effect, JumpingClock};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

use crate::support::{ADDRESS, JAN, Story, connection};

/// How a session ends.
type Ending = fn(Engine, Directory) -> JoinHandle<()>;

const ENDINGS: [(&str, Ending); 2] = [
    ("signed out", |engine, _| {
        tokio::spawn(
            async move { engine.sign_out().await.unwrap_or_else(|never: Problem| panic!("{never:?}")) },
        )
    }),
    ("another organisation", |engine, elsewhere| {
        tokio::spawn(async move {
            engine.sign_in(connection(&elsewhere)).await.unwrap();
        })
    }),
];

/// What is asked.
async fn ask(engine: &Engine, what: &str, change: uuid::Uuid) -> Result<(), Problem> {
    let request = PreviewRequest {
        guest: Some(JAN.to_owned()),
        searched: ADDRESS.to_owned(),
        group: None,
        remedy: RemedyKind::SetMail,
        selections: Selections::default(),
    };
    match what {
        "find" => engine.find(ADDRESS, None, None, "ticket").await.map(drop),
        "preview" => engine.preview(&request, "ticket").await.map(drop),
        "groups" => engine.groups().await.map(drop),
        "undo" => engine.preview_undo(change).await.map(drop),
        _ => panic!("nobody asks {what}"),
    }
}

#[tokio::test]
async fn an_answer_that_comes_after_its_session_is_told_to_nobody() {
    for what in ["find", "preview", "groups", "undo"] {
        for (ending, end) in ENDINGS {
            // Given a question that waits for its answer
            let story = Story::new().await;
            let done = story.remedy(RemedyKind::KeepOneAddress).await;
            let (held, elsewhere) = (Arc::new(Notify::new()), Directory::new(JumpingClock::default()));
            for request in ["POST /$batch", "GET /groups", "GET /users/jan"] {
                story.directory.always(request, Effect::Hold(held.clone()));
            }
            let engine = story.engine.clone();
            let asked = tokio::spawn(async move { ask(&engine, what, done.change).await });
            tokio::task::yield_now().await;

            // When the session ends, and only then the answer comes
            end(story.engine.clone(), elsewhere).await.unwrap();
            story.directory.no_more_effects();
            held.notify_waiters();

            // Then it is nobody's
            let answer = asked.await.unwrap();
            assert_eq!(answer.unwrap_err().kind, ErrorKind::Cancelled, "{what}, {ending}");
        }
    }
}

#[tokio::test]
async fn a_plan_of_an_earlier_session_is_confirmed_by_nobody() {
    for (ending, end) in ENDINGS {
        let story = Story::new().await;
        let plan = story.preview(RemedyKind::SetMail).await;
        end(story.engine.clone(), Directory::new(JumpingClock::default())).await.unwrap();
        // Not even by the same person, who may have been given other rights meanwhile.
        story.engine.sign_in(connection(&story.directory)).await.unwrap();
        assert_eq!(story.confirm(&plan).await.unwrap_err().kind, ErrorKind::PlanStale, "{ending}");
        assert!(story.directory.writes().is_empty());
    }
}

//! A claims challenge: it travels in the error it caused, waits in the session, and is answered once.

use procedure::{ErrorKind, PreviewRequest, Selections};

use crate::support::{PIETER, Story, claims};

#[tokio::test]
async fn what_a_question_met_is_proved_by_the_next_sign_in_and_then_done_with() {
    let story = Story::new();
    story.signed_in("user-admin").await;
    story.challenges("POST", "/$batch");
    let wanted = claims(&story.find(PIETER).await.unwrap_err());
    assert!(wanted.contains("access_token"), "{wanted}");

    story.door().lets_in("user-admin");
    story.engine.reauthenticate("again").await.unwrap();
    let claims = Some(wanted);
    assert!(
        story.asked().contains(&format!("user-admin again, scopes [], claims {claims:?}")),
        "{:?}",
        story.asked()
    );
    story.find(PIETER).await.unwrap();
    story.door().lets_in("user-admin");
    story.engine.reauthenticate("again").await.unwrap();
    story.until_asked(1, "user-admin again, scopes [], claims None").await;
}

#[tokio::test]
async fn a_challenge_stays_until_it_is_answered_although_the_answer_was_given_up() {
    let story = Story::new();
    story.signed_in("user-admin").await;
    story.challenges("POST", "/$batch");
    let wanted = Some(claims(&story.find(PIETER).await.unwrap_err()));
    for _ in 0..2 {
        drop(story.door());
        story.engine.reauthenticate("again").await.unwrap_err();
    }
    story.until_asked(2, &format!("user-admin again, scopes [], claims {wanted:?}")).await;
}

#[tokio::test]
async fn whoever_is_challenged_before_they_are_signed_in_proves_it_and_is_let_in() {
    let story = Story::new();
    story.challenges("GET", "/me");
    story.door().lets_in("user-admin");
    let wanted = Some(claims(&story.engine.sign_in_with_browser("browser").await.unwrap_err()));
    assert_eq!(story.who(), None);
    story.door().lets_in("user-admin");
    story.engine.reauthenticate("again").await.unwrap();
    story.until_asked(1, &format!("browser at contoso, claims {wanted:?}")).await;
    assert_eq!(story.who().as_deref(), Some("user-admin"));
}

#[tokio::test]
async fn what_one_person_is_to_prove_is_not_asked_of_the_next() {
    let story = Story::new();
    story.signed_in("user-admin").await;
    story.challenges("POST", "/$batch");
    claims(&story.find(PIETER).await.unwrap_err());
    story.engine.sign_out().await.unwrap();
    story.signed_in("reader").await;
    story.until_asked(2, "browser at contoso, claims None").await;
}

#[tokio::test]
async fn a_challenge_that_comes_after_somebody_else_came_is_not_theirs() {
    let story = Story::slow();
    story.signed_in("user-admin").await;
    story.challenges("POST", "/$batch");
    // Given a question of the first one, whose answer is looked at when the second one is there
    let mut question = Box::pin(story.find(PIETER));
    tokio::select! {
        biased;
        _ = &mut question => panic!("the answer takes a moment"),
        () = std::future::ready(()) => {}
    }
    story.practises("reader").await;
    assert_eq!(question.await.unwrap_err().kind, ErrorKind::Cancelled, "it ended with its session");
    story.signed_in("reader").await;
    story.until_asked(2, "browser at contoso, claims None").await;
}

#[tokio::test]
async fn a_challenge_met_by_a_change_waits_as_well_and_nothing_was_changed() {
    let story = Story::new();
    story.signed_in("user-admin").await;
    let found = story.find(PIETER).await.unwrap();
    let request = PreviewRequest {
        guest: found.diagnosis.subject,
        searched: PIETER.to_owned(),
        group: None,
        remedy: guest::RemedyKind::SetMail,
        selections: Selections { address: Some(PIETER.to_owned()), ..Selections::default() },
    };
    let plan = story.engine.preview(&request, "preview").await.unwrap();
    story.challenges("PATCH", "/users/*");
    story.engine.confirm(plan.id.unwrap(), None, None).await.unwrap();
    let (mut seen, mut problem) = (0, None);
    while problem.is_none() {
        let (sequence, progress) = story.engine.watch(seen).await;
        seen = sequence;
        problem = progress.and_then(|it| it.ended).and_then(|ended| ended.problem);
    }
    let wanted = Some(claims(&problem.unwrap()));
    story.door().lets_in("user-admin");
    story.engine.reauthenticate("again").await.unwrap();
    story.until_asked(1, &format!("user-admin again, scopes [], claims {wanted:?}")).await;
}

#[tokio::test]
async fn permissions_are_asked_of_whoever_the_authority_let_in_and_of_nobody_else() {
    let story = Story::new();
    let ask =
        || story.engine.request_permissions(guest::RemedyKind::SetMail.remedy().permissions, "permissions");
    assert_eq!(ask().await.unwrap_err().kind, ErrorKind::NotSignedIn);
    story.practises("reader").await;
    assert_eq!(ask().await.unwrap_err().kind, ErrorKind::NotSignedIn);
    story.signed_in("reader").await;
    story.door().lets_in("reader");
    ask().await.unwrap();
    story.until_asked(1, "reader again, scopes [\"User.ReadWrite.All\"], claims None").await;
}

#[tokio::test]
async fn a_sign_in_asks_to_read_and_for_nothing_more() {
    let reading: Vec<&str> = guest::READING.iter().map(|permission| permission.least).collect();
    assert!(!reading.is_empty() && reading.iter().all(|scope| !scope.contains("Write")), "{reading:?}");
    let story = Story::new();
    story.signed_in("reader").await;
    assert_eq!(story.scopes(), reading);
    let story = Story::new();
    story.engine.request_device_code("code").await.unwrap();
    assert_eq!(story.scopes(), reading);
}

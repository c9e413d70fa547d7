//! What is stored of a sign-in, and when it is no longer.

use crate::support::Story;

#[tokio::test]
async fn a_sign_in_is_stored_and_again_with_each_renewal_until_somebody_leaves() {
    let story = Story::new();
    let renewals = story.signed_in("user-admin").await;
    story.until_asked(1, "stored user-admin").await;
    for renewal in 1..=2 {
        renewals.send_modify(|times| *times += 1);
        story.until_asked(1 + renewal, "stored user-admin").await;
    }
    assert!(!story.engine.is_stored(), "the stored one is the one in force");

    story.engine.sign_out().await.unwrap();
    assert_eq!(story.asked().last().unwrap(), "forgotten");
    // A renewal that is late must not write again what was just removed.
    renewals.send_modify(|times| *times += 1);
    while renewals.receiver_count() > 0 {
        tokio::task::yield_now().await;
    }
    assert_eq!(story.asked().last().unwrap(), "forgotten");
    assert!(!story.engine.is_stored());
}

#[tokio::test]
async fn whoever_practises_in_between_finds_the_sign_in_stored_and_practice_itself_is_never() {
    let story = Story::new();
    story.signed_in("user-admin").await;
    story.practises("reader").await;
    assert!(story.engine.is_stored());
    story.engine.sign_out().await.unwrap();
    assert!(story.engine.is_stored());
    assert_eq!(story.asked(), ["browser at contoso, claims None", "stored user-admin"]);
    // Here it is another's or gone: there is nothing to resume.
    story.engine.resume("resume").await.unwrap();
    assert!(!story.engine.is_stored());
    assert_eq!(story.who(), None);
}

#[tokio::test]
async fn without_an_organisation_nothing_is_there_to_resume() {
    let story = Story::new();
    story.engine.look_for_stored();
    assert!(story.engine.is_stored());
    story.engine.set_organisation(None);
    story.engine.look_for_stored();
    assert!(!story.engine.is_stored());
    let refused = story.engine.sign_in_with_browser("browser").await.unwrap_err();
    assert_eq!(refused.kind, procedure::ErrorKind::NoOrganisation);
}

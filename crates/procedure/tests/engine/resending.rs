//! The invitation sent again: one request that leaves the account as it is, and a link that is shown and kept nowhere.

use graph::Changed;
use guest::{PlanNote, RemedyKind, Verdict};
use procedure::{ErrorKind, Outcome, RedeemLink, Selections, StepKind, StepState, WhyNotInvited};
use scripted_graph::Effect;
use serde_json::{Value, json};

use crate::support::{ADDRESS, End, JAN, OTHER, Story, jan};

const RESEND: RemedyKind = RemedyKind::ResendInvitation;
const INVITE: &str = "POST /invitations";
const READ: &str = "GET /users/jan";
/// As the scripted directory answers.
const LINK: &str = "https://login.microsoftonline.com/redeem";

/// A guest who has not accepted yet.
fn pending() -> Value {
    let mut jan = jan();
    jan["mail"] = json!(ADDRESS);
    jan["proxyAddresses"] = json!([format!("SMTP:{ADDRESS}")]);
    jan["otherMails"] = json!([ADDRESS]);
    jan["externalUserState"] = json!("PendingAcceptance");
    jan
}

async fn story() -> Story {
    Story::about(pending()).await
}

fn link() -> RedeemLink {
    RedeemLink::Known(LINK.to_owned())
}

/// Nothing that was written down of the change holds the link.
async fn link_stands_nowhere(story: &Story, end: &End) {
    let record = serde_json::to_string(&story.record(end.change).await.steps).unwrap();
    assert!(!record.contains("redeem"), "{record}");
    assert!(!format!("{end:?}").contains(LINK), "printed: {end:?}");
    assert!(!format!("{:?}", story.engine.history().await.unwrap()).contains(LINK));
}

#[tokio::test]
async fn the_invitation_goes_to_the_guests_own_address_and_its_link_is_shown_and_kept_nowhere() {
    // Given a guest who has not accepted
    let story = story().await;
    let before = story.directory.user(JAN);
    let plan = story.preview(RESEND).await;
    assert!(plan.notes.contains(&PlanNote::SameAccount), "{plan:?}");
    assert!(plan.notes.contains(&PlanNote::LinkShownOnce { mailed: true }));
    // When they are invited again
    let end = story.carry_out(&plan).await;
    // Then it is done, the account is as it was, and the link is there
    assert!(end.all_done(), "{end:?}");
    assert_eq!((end.outcome(), &end.result.link, end.ways()), (Outcome::Done, &Some(link()), [false; 3]));
    assert!(end.result.changes.is_empty(), "nothing of the account was changed");
    assert_eq!(end.result.examination.as_ref().unwrap().diagnosis.verdict, Verdict::Pending);
    assert_eq!(story.directory.user(JAN), before);
    assert_eq!(story.directory.writes(), [INVITE]);
    let sent = &story.directory.bodies(INVITE)[0];
    assert_eq!(sent["invitedUserEmailAddress"], ADDRESS);
    assert_eq!(sent["invitedUserMessageInfo"]["messageLanguage"], "en-US");
    for untouched in ["invitedUserDisplayName", "invitedUserType", "resetRedemption"] {
        assert!(sent.get(untouched).is_none(), "{untouched} belongs to the account");
    }
    let rows = ["intended", "sent invite", "acknowledged invite", "verified", "finished done"];
    assert_eq!(story.rows(end.change).await, rows);
    link_stands_nowhere(&story, &end).await;
    assert_eq!(
        story.entry(end.change).await.link,
        Some(RedeemLink::NotKnown),
        "the history says that the link is not kept"
    );
}

#[tokio::test]
async fn language_and_mail_are_chosen_and_without_mail_the_link_is_to_be_passed_on() {
    let story = story().await;
    let chosen = Selections { language: Some("nl-NL".to_owned()), ..Selections::default() };
    let end = story.carry_out(&story.try_preview(RESEND, chosen).await.unwrap()).await;
    assert_eq!(end.outcome(), Outcome::Done);
    let chosen = Selections { send: Some(false), ..Selections::default() };
    let plan = story.try_preview(RESEND, chosen).await.unwrap();
    assert!(plan.notes.contains(&PlanNote::LinkShownOnce { mailed: false }), "{:?}", plan.notes);
    let end = story.carry_out(&plan).await;
    assert_eq!(end.result.link, Some(link()));
    let sent = story.directory.bodies(INVITE);
    assert_eq!(sent[0]["invitedUserMessageInfo"]["messageLanguage"], "nl-NL");
    assert_eq!(
        (&sent[0]["sendInvitationMessage"], &sent[1]["sendInvitationMessage"]),
        (&json!(true), &json!(false))
    );
    assert!(sent[1].get("invitedUserMessageInfo").is_none());
}

#[tokio::test]
async fn an_address_that_is_not_on_the_account_is_not_invited() {
    // Given a guest whose invited address is no longer on the account
    let mut moved = pending();
    moved["mail"] = json!(OTHER);
    moved["proxyAddresses"] = json!([format!("SMTP:{OTHER}")]);
    moved["otherMails"] = json!([OTHER]);
    let story = Story::about(moved).await;
    let plan = story.preview(RESEND).await;
    // Then theirs is offered, for the other one would make a second account
    let offered: Vec<&str> = plan.addresses.iter().map(|it| it.address.as_str()).collect();
    assert_eq!(offered, [OTHER]);
    let chosen = Selections { address: Some(ADDRESS.to_owned()), ..Selections::default() };
    let refused = story.try_preview(RESEND, chosen).await.unwrap_err();
    assert_eq!(refused.kind, ErrorKind::ChoiceInvalid("address"));
}

#[tokio::test]
async fn an_answer_that_names_another_account_claims_nothing_shows_no_link_and_ends_there() {
    let story = story().await;
    let plan = story.preview(RESEND).await;
    let answer = json!({
        "id": "i", "status": "PendingAcceptance", "inviteRedeemUrl": LINK, "invitedUser": { "id": "theirs" },
    });
    story.directory.once(INVITE, Effect::Answer(201, answer));
    let end = story.carry_out(&plan).await;
    let kind = ErrorKind::InvitedSomebodyElse { address: ADDRESS.to_owned(), found: "theirs".to_owned() };
    assert_eq!(end.problem(), Some((kind, Changed::Yes)), "{end:?}");
    assert_eq!((end.outcome(), end.ways(), &end.result.link), (Outcome::Interrupted, [false; 3], &None));
    assert_eq!(end.step(StepKind::Invite), StepState::Refused);
    assert_eq!(story.entry(end.change).await.link, None);
    link_stands_nowhere(&story, &end).await;
}

#[tokio::test]
async fn whoever_changed_since_the_preview_is_not_invited() {
    let changes = [
        ("externalUserState", json!("Accepted")),
        ("mail", json!(OTHER)),
        ("otherMails", json!([ADDRESS, OTHER])),
    ];
    for (property, change) in changes {
        let story = story().await;
        let plan = story.preview(RESEND).await;
        story.directory.set(JAN, property, change);
        let end = story.carry_out(&plan).await;
        assert_eq!(end.problem(), Some((ErrorKind::TenantChanged { property }, Changed::No)), "{end:?}");
        assert!(story.directory.writes().is_empty());
    }
}

#[tokio::test]
async fn a_lost_answer_is_unknown_and_sent_once_more_only_by_a_person_who_was_told() {
    for effect in [Effect::LoseAfter, Effect::LoseBefore] {
        let story = story().await;
        let plan = story.preview(RESEND).await;
        story.directory.once(INVITE, effect);
        let end = story.carry_out(&plan).await;
        assert_eq!(end.problem(), Some((ErrorKind::AnswerLost, Changed::Unknown)), "{end:?}");
        assert_eq!(
            (end.outcome(), end.ways(), &end.result.link),
            (Outcome::Unknown, [false, true, false], &None)
        );
        assert_eq!(story.directory.bodies(INVITE).len(), 1, "not repeated by itself");

        let story = story.restarted().await;
        let plan = story.engine.preview_continue(end.change).await.unwrap();
        assert!(plan.notes.contains(&PlanNote::MayArriveTwice), "{:?}", plan.notes);
        let end = story.carry_out(&plan).await;
        assert_eq!((end.outcome(), &end.result.link), (Outcome::Done, &Some(link())), "{end:?}");
        assert_eq!(story.directory.bodies(INVITE).len(), 2);
    }
}

#[tokio::test]
async fn a_lost_one_is_closed_when_the_guest_is_another_by_now() {
    let story = story().await;
    let plan = story.preview(RESEND).await;
    story.directory.once(INVITE, Effect::LoseAfter);
    let end = story.carry_out(&plan).await;
    story.directory.set(JAN, "externalUserState", json!("Accepted"));
    let end = story.go_on(end.change).await;
    let changed = ErrorKind::TenantChanged { property: "externalUserState" };
    assert_eq!(end.problem(), Some((changed, Changed::Unknown)), "{end:?}");
    assert_eq!((end.outcome(), end.ways()), (Outcome::Unknown, [false; 3]));
    assert_eq!(story.engine.unfinished().await.unwrap(), 0);
}

#[tokio::test]
async fn after_a_restart_the_link_is_not_known_any_more_and_nothing_is_sent_again() {
    // Given an app that was killed after the answer had come
    let story = story().await;
    let plan = story.preview(RESEND).await;
    story.journal_refuses_from("verified");
    let end = story.carry_out(&plan).await;
    story.journal_takes_everything();
    // When the next run goes on with it
    let story = story.restarted().await;
    let end = story.go_on(end.change).await;
    // Then it is done, the link is said not to be known, and there was one invitation
    assert_eq!((end.outcome(), &end.result.link), (Outcome::Done, &Some(RedeemLink::NotKnown)), "{end:?}");
    assert_eq!(end.step(StepKind::Invite), StepState::Skipped);
    assert_eq!(story.directory.bodies(INVITE).len(), 1);
    // And sending again gives a new one
    assert_eq!(story.remedy(RESEND).await.result.link, Some(link()));
}

#[tokio::test]
async fn a_read_back_that_sees_nothing_claims_nothing_and_shows_the_link_all_the_same() {
    let story = story().await;
    let plan = story.preview(RESEND).await;
    story.directory.once(
        INVITE,
        Effect::meanwhile(|all| all.always(READ, Effect::Refuse(404, "Request_ResourceNotFound"))),
    );
    let end = story.carry_out(&plan).await;
    assert_eq!((end.outcome(), &end.result.link), (Outcome::NotYetVisible, &Some(link())), "{end:?}");
    assert_eq!(end.step(StepKind::ReadBack), StepState::NotYetVisible);
}

#[tokio::test]
async fn a_guest_who_accepts_meanwhile_is_shown_as_the_directory_has_them() {
    let story = story().await;
    let accepts = Effect::meanwhile(|all| all.set(JAN, "externalUserState", json!("Accepted")));
    story.directory.once(INVITE, accepts);
    let end = story.remedy(RESEND).await;
    assert_eq!(end.outcome(), Outcome::Done);
    let state = end.change_of("externalUserState");
    assert_eq!(state, (vec!["PendingAcceptance".to_owned()], vec!["Accepted".to_owned()]));
}

#[tokio::test]
async fn a_refusal_is_said_in_its_own_words_and_nothing_was_changed() {
    let blocked = "This invitation is blocked by cross-tenant access settings.";
    let said = |message: &str| json!({ "error": { "code": "BadRequest", "message": message } });
    for (effect, why) in [
        (Effect::Refuse(412, ""), WhyNotInvited::BlockedAccount),
        (Effect::Refuse(400, "BadRequest"), WhyNotInvited::Unexplained),
        (Effect::Answer(400, said(blocked)), WhyNotInvited::ByPolicy),
        (Effect::Answer(400, said("... is a verified domain of this directory.")), WhyNotInvited::OwnDomain),
        (
            Effect::Answer(400, said("The invited user already exists in the directory as object ID: x")),
            WhyNotInvited::AlreadyThere,
        ),
    ] {
        let story = story().await;
        let plan = story.preview(RESEND).await;
        story.directory.once(INVITE, effect);
        let end = story.carry_out(&plan).await;
        let kind = ErrorKind::NotInvited { address: ADDRESS.to_owned(), why };
        assert_eq!(end.problem(), Some((kind, Changed::No)), "{end:?}");
        assert_eq!((end.outcome(), end.ways(), &end.result.link), (Outcome::Refused, [false; 3], &None));
    }
    // What is not about the invitation is not called so.
    for (effect, kind) in [
        (Effect::Refuse(403, "Authorization_RequestDenied"), None),
        (Effect::NotSent, Some(ErrorKind::Unreachable)),
        (Effect::Refuse(429, "TooManyRequests"), Some(ErrorKind::Throttled)),
    ] {
        let story = story().await;
        let plan = story.preview(RESEND).await;
        story.directory.always(INVITE, effect);
        let end = story.carry_out(&plan).await;
        let (found, changed) = end.problem().unwrap();
        let right = matches!(found, ErrorKind::MissingRight { .. });
        assert!(kind.map_or(right, |kind| kind == found) && changed == Changed::No, "{end:?}");
    }
}

#[tokio::test]
async fn nothing_is_sent_while_the_journal_cannot_be_written_and_stopping_stops_before_it() {
    let story = story().await;
    let plan = story.preview(RESEND).await;
    story.journal_refuses("intended");
    let end = story.carry_out(&plan).await;
    assert!(story.directory.writes().is_empty(), "{end:?}");
    story.journal_takes_everything();

    let plan = story.preview(RESEND).await;
    let (engine, change) = (story.engine.clone(), story.next_change(0));
    story.directory.once(READ, Effect::meanwhile(move |_| engine.cancel(&change.to_string())));
    let end = story.carry_out(&plan).await;
    assert_eq!(end.outcome(), Outcome::Cancelled, "{end:?}");
    assert!(story.directory.writes().is_empty());
}

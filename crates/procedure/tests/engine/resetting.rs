//! *Let the guest accept again*: asked for at an address that is seen on the account, retried while the invitation does not
//! know it yet, looked for when its answer is lost; and a link that is shown and kept nowhere.

use graph::Changed;
use guest::{PlanNote, RemedyKind, Verdict, WayBack};
use procedure::{
    ChangeStatus, ErrorKind, Outcome, Plan, Realisation, RedeemLink, Selections, StepKind, StepState,
    WhyNotInvited,
};
use scripted_graph::{Directory, Effect};
use serde_json::{Value, json};

use crate::support::{ADDRESS, JAN, OTHER, Story, TEAM, jan_elsewhere};

const RESET: RemedyKind = RemedyKind::ResetRedemption;
const INVITE: &str = "POST /invitations";
const READ: &str = "GET /users/jan";
const STATE: &str = "externalUserState";
/// msgraph-beta-sdk-dotnet issue 394.
const NOT_YET: Effect = Effect::RefuseSaying(
    400,
    "BadRequest",
    "The email you\u{2019}re using to invite this user doesn\u{2019}t match any emails on the user object. Please add \
     this email to the user object and try again.",
);

async fn story() -> Story {
    Story::about(jan_elsewhere()).await
}

async fn planned(story: &Story) -> Plan {
    story.preview(RESET).await
}

fn link() -> RedeemLink {
    RedeemLink::Known("https://login.microsoftonline.com/redeem".to_owned())
}

fn state(story: &Story) -> Value {
    story.directory.user(JAN).unwrap()[STATE].clone()
}

fn to_pending() -> (Vec<String>, Vec<String>) {
    (vec!["Accepted".to_owned()], vec!["PendingAcceptance".to_owned()])
}

#[tokio::test]
async fn the_guest_accepts_again_with_the_same_account_and_the_link_is_shown_and_kept_nowhere() {
    let story = story().await;
    let plan = planned(&story).await;
    // The preview says what it costs, and that there is no way back
    assert_eq!(
        (plan.way_back, plan.warnings.clone()),
        (WayBack::Impossible, vec![PlanNote::MustAcceptAgain])
    );
    for note in [PlanNote::SameAccount, PlanNote::MailGoesAsBefore, PlanNote::LinkShownOnce { mailed: true }]
    {
        assert!(plan.notes.contains(&note), "{:?}", plan.notes);
    }
    assert_eq!(plan.changes[0].after, Some(vec!["PendingAcceptance".to_owned()]));
    let end = story.carry_out(&plan).await;

    assert_eq!(
        (end.outcome(), &end.result.link, end.ways()),
        (Outcome::Done, &Some(link()), [false; 3]),
        "{end:?}"
    );
    assert!(end.all_done());
    assert_eq!(end.change_of(STATE), to_pending());
    assert_eq!(end.result.examination.as_ref().unwrap().diagnosis.verdict, Verdict::MailElsewhere);
    let sent = &story.directory.bodies(INVITE)[0];
    assert_eq!((&sent["resetRedemption"], &sent["invitedUser"]), (&json!(true), &json!({ "id": JAN })));
    assert_eq!(sent["invitedUserEmailAddress"], ADDRESS);
    for untouched in ["invitedUserDisplayName", "invitedUserType"] {
        assert!(sent.get(untouched).is_none(), "{sent}");
    }
    assert_eq!(story.directory.writes(), [INVITE]);
    assert!(story.directory.groups_of(JAN).contains(&TEAM.to_owned()));
    let record = serde_json::to_string(&story.record(end.change).await.steps).unwrap();
    assert!(!record.contains("redeem?") && !record.contains("/redeem"), "{record}");
    let entry = story.entry(end.change).await;
    assert_eq!(
        (entry.status, entry.made, entry.link),
        (ChangeStatus::Done, Realisation::Seen, Some(RedeemLink::NotKnown))
    );
}

#[tokio::test]
async fn whoever_has_not_accepted_is_invited_again_instead_and_only_at_an_address_of_the_account() {
    let mut pending = jan_elsewhere();
    pending[STATE] = json!("PendingAcceptance");
    let story = Story::about(pending).await;
    let problem = story.try_preview(RESET, Selections::default()).await.unwrap_err();
    assert_eq!(problem.kind, ErrorKind::NotForThisGuest);

    // `proxyAddresses` alone is not enough
    let mut jan = jan_elsewhere();
    jan["proxyAddresses"] = json!([format!("SMTP:{OTHER}"), "smtp:alias@fabrikam.nl"]);
    let story = Story::about(jan).await;
    let plan = planned(&story).await;
    let offered: Vec<&str> = plan.addresses.iter().map(|it| it.address.as_str()).collect();
    assert_eq!(offered, [OTHER, ADDRESS]);
    let chosen = Selections { address: Some("alias@fabrikam.nl".to_owned()), ..Selections::default() };
    let refused = story.try_preview(RESET, chosen).await.unwrap_err();
    assert_eq!(refused.kind, ErrorKind::ChoiceInvalid("address"));
}

#[tokio::test]
async fn an_address_that_does_not_show_yet_is_waited_for_before_anything_is_asked() {
    let story = story().await;
    let plan = planned(&story).await;
    let mut behind = jan_elsewhere();
    behind["otherMails"] = json!([]);
    story.directory.times(3, READ, Effect::Answer(200, behind));
    let end = story.carry_out(&plan).await;
    assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
    assert_eq!(story.directory.bodies(INVITE).len(), 1);
}

#[tokio::test]
async fn refused_because_the_invitation_does_not_know_the_address_yet_it_is_asked_again() {
    let story = story().await;
    let plan = planned(&story).await;
    story.directory.times(2, INVITE, NOT_YET);
    let end = story.carry_out(&plan).await;
    assert_eq!((end.outcome(), &end.result.link), (Outcome::Done, &Some(link())), "{end:?}");
    assert_eq!(story.directory.bodies(INVITE).len(), 3);

    // For as long as the directory may be behind, and not longer
    let story = self::story().await;
    let plan = planned(&story).await;
    story.directory.always(INVITE, NOT_YET);
    let end = story.carry_out(&plan).await;
    let kind = ErrorKind::NotInvited { address: ADDRESS.to_owned(), why: WhyNotInvited::NotOnTheAccount };
    assert_eq!((end.outcome(), end.problem()), (Outcome::Refused, Some((kind, Changed::No))), "{end:?}");
    assert_eq!((story.directory.bodies(INVITE).len(), end.ways()), (7, [false; 3]));
    assert_eq!(state(&story), "Accepted");
}

#[tokio::test]
async fn stopped_before_it_asks_nothing_was_changed() {
    let story = story().await;
    let plan = planned(&story).await;
    let (engine, change) = (story.engine.clone(), story.next_change(0).to_string());
    story.directory.once(READ, Effect::meanwhile(move |_| engine.cancel(&change)));
    let end = story.carry_out(&plan).await;
    assert_eq!(end.outcome(), Outcome::Cancelled, "{end:?}");
    assert!(story.directory.writes().is_empty());
}

#[tokio::test]
async fn a_lost_answer_is_looked_for_and_what_it_did_is_not_done_twice() {
    // Acted upon: seen, and its link is not known
    let story = story().await;
    let plan = planned(&story).await;
    story.directory.once(INVITE, Effect::LoseAfter);
    let end = story.carry_out(&plan).await;
    assert_eq!((end.outcome(), &end.result.link), (Outcome::Done, &Some(RedeemLink::NotKnown)), "{end:?}");
    assert_eq!(story.directory.bodies(INVITE).len(), 1);

    // Not acted upon: unknown, and asked again by whoever goes on with it
    let story = self::story().await;
    let plan = planned(&story).await;
    story.directory.once(INVITE, Effect::LoseBefore);
    let end = story.carry_out(&plan).await;
    assert_eq!(end.problem(), Some((ErrorKind::AnswerLost, Changed::Unknown)), "{end:?}");
    assert_eq!((end.outcome(), end.ways()), (Outcome::Unknown, [false, true, false]));
    let story = story.restarted().await;
    let plan = story.engine.preview_continue(end.change).await.unwrap();
    assert_eq!(
        (plan.warnings.clone(), plan.notes[0].clone()),
        (vec![PlanNote::MustAcceptAgain], PlanNote::MayArriveTwice)
    );
    let end = story.carry_out(&plan).await;
    assert_eq!((end.outcome(), &end.result.link), (Outcome::Done, &Some(link())), "{end:?}");
    assert_eq!(story.directory.bodies(INVITE).len(), 2);

    // Acted upon and seen only later: found then, and not asked again
    let story = self::story().await;
    let plan = planned(&story).await;
    story.directory.once(INVITE, Effect::LoseAfter);
    story.directory.always(READ, Effect::Stale);
    let end = story.carry_out(&plan).await;
    assert_eq!(end.outcome(), Outcome::Unknown, "{end:?}");
    story.directory.no_more_effects();
    let end = story.go_on(end.change).await;
    assert_eq!((end.outcome(), end.step(StepKind::Invite)), (Outcome::Done, StepState::Skipped), "{end:?}");
    assert_eq!(story.directory.bodies(INVITE).len(), 1);
}

/// Found by the search for faults.
#[tokio::test]
async fn one_that_shows_only_in_the_last_look_before_it_is_asked_again_is_found_done() {
    let story = story().await;
    let plan = planned(&story).await;
    story.directory.once(INVITE, Effect::LoseAfter);
    story.directory.always(READ, Effect::Stale);
    let end = story.carry_out(&plan).await;
    story.directory.no_more_effects();
    // Given a server that does not find the guest, twice for as long as the app looks
    let plan = story.engine.preview_continue(end.change).await.unwrap();
    story.directory.times(14, READ, Effect::Refuse(404, "Request_ResourceNotFound"));
    let end = story.carry_out(&plan).await;
    assert_eq!((end.outcome(), end.step(StepKind::Invite)), (Outcome::Done, StepState::Skipped), "{end:?}");
    assert_eq!(story.directory.bodies(INVITE).len(), 1);
}

#[tokio::test]
async fn a_guest_who_accepts_again_at_once_was_reset_all_the_same() {
    let story = story().await;
    let plan = planned(&story).await;
    let accepts = |all: &Directory| {
        all.set(JAN, STATE, json!("Accepted"));
        all.set(JAN, "externalUserStateChangeDateTime", json!("2026-11-22T20:00:00Z"));
    };
    story.directory.once(INVITE, Effect::meanwhile(move |all| all.once(READ, Effect::meanwhile(accepts))));
    let end = story.carry_out(&plan).await;
    assert_eq!((end.outcome(), state(&story)), (Outcome::Done, json!("Accepted")), "{end:?}");
}

#[tokio::test]
async fn what_does_not_show_within_a_minute_is_not_called_done() {
    let story = story().await;
    let plan = planned(&story).await;
    story.directory.always(READ, Effect::Stale);
    let end = story.carry_out(&plan).await;
    assert_eq!(
        (end.outcome(), end.result.made),
        (Outcome::NotYetVisible, Realisation::NotSeenYet),
        "{end:?}"
    );
    assert_eq!(end.change_of(STATE), to_pending());
    assert_eq!(story.entry(end.change).await.made, Realisation::NotSeenYet);
    assert_eq!(end.result.link, Some(link()), "the link is there all the same");
}

#[tokio::test]
async fn whoever_changed_since_the_preview_is_not_asked() {
    type Happens = fn(&Directory);
    let changes: [(Happens, ErrorKind); 4] = [
        (|all| all.set(JAN, STATE, json!("PendingAcceptance")), ErrorKind::TenantChanged { property: STATE }),
        (|all| all.set(JAN, "otherMails", json!([])), ErrorKind::TenantChanged { property: "otherMails" }),
        (|all| all.set(JAN, "mail", json!(ADDRESS)), ErrorKind::TenantChanged { property: "mail" }),
        (|all| all.delete(JAN), ErrorKind::GuestGone),
    ];
    for (change, kind) in changes {
        let story = story().await;
        let plan = planned(&story).await;
        change(&story.directory);
        let end = story.carry_out(&plan).await;
        assert_eq!((end.outcome(), end.problem()), (Outcome::Refused, Some((kind, Changed::No))), "{end:?}");
        assert!(story.directory.writes().is_empty());
    }
}

#[tokio::test]
async fn an_answer_that_names_another_account_claims_nothing_and_a_refusal_has_its_own_words() {
    let story = story().await;
    let plan = planned(&story).await;
    let answer =
        json!({ "id": "i", "inviteRedeemUrl": "https://x.example", "invitedUser": { "id": "theirs" } });
    story.directory.once(INVITE, Effect::Answer(201, answer));
    let end = story.carry_out(&plan).await;
    let kind = ErrorKind::InvitedSomebodyElse { address: ADDRESS.to_owned(), found: "theirs".to_owned() };
    assert_eq!((end.problem(), &end.result.link), (Some((kind, Changed::Yes)), &None), "{end:?}");

    let story = self::story().await;
    let plan = planned(&story).await;
    story.directory.always(INVITE, Effect::Refuse(403, "Authorization_RequestDenied"));
    let end = story.carry_out(&plan).await;
    assert!(matches!(end.problem(), Some((ErrorKind::MissingRight { .. }, Changed::No))), "{end:?}");
    assert_eq!(story.directory.bodies(INVITE).len(), 1, "only the one reason is waited for");
}

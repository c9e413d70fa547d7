//! *Invite*: somebody whom the directory does not know. What is chosen by hand, every place at which it can stop, and the
//! way back, which is open until the guest accepts.

use graph::Changed;
use guest::{PlanNote, RemedyKind, Verdict};
use procedure::{
    BackState, ErrorKind, NamedObject, NewGuestChoice, Outcome, Plan, PreviewRequest, Problem, RedeemLink,
    Selections, StepKind, StepState, WhyNoSponsor, WhyNotInvited,
};
use scripted_graph::Effect;
use serde_json::{Value, json};

use crate::support::{ADDRESS, End, PROJECT, Story, TEAM, contact};

const NINA: &str = "nina@adatum.example";
const SANNE: &str = "sanne@contoso.com";
const INVITE: &str = "POST /invitations";
const DELETE_NEW: &str = "DELETE /users/new-1";
const ADD: &str = "POST /groups/team/members/$ref";
const READ_NEW: &str = "GET /users/new-1";

/// Nobody has the address; Sanne is a colleague, with an address of the organisation.
async fn story() -> Story {
    let story = Story::new().await;
    story.directory.set("sponsor", "mail", json!(SANNE));
    story.directory.set("sponsor", "proxyAddresses", json!([format!("SMTP:{SANNE}")]));
    story.directory.set("sponsor", "userPrincipalName", json!(SANNE));
    story
}

async fn try_plan(story: &Story, group: Option<&str>, selections: Selections) -> Result<Plan, Problem> {
    let request = PreviewRequest {
        guest: None,
        searched: NINA.to_owned(),
        group: group.map(str::to_owned),
        remedy: RemedyKind::Invite,
        selections,
    };
    story.engine.preview(&request, "preview").await
}

async fn plain(story: &Story) -> Plan {
    try_plan(story, None, Selections::default()).await.unwrap()
}

/// With a group and a sponsor.
async fn chosen(story: &Story) -> Plan {
    let chosen = Selections {
        name: Some("  Nina Holt ".to_owned()),
        message: Some("Welcome, Nina.\nSee you on Monday.".to_owned()),
        groups: Some(vec![TEAM.to_owned()]),
        sponsors: vec![SANNE.to_owned()],
        ..Selections::default()
    };
    try_plan(story, None, chosen).await.unwrap()
}

fn invitations(story: &Story) -> usize {
    story.directory.bodies(INVITE).len()
}

fn is_there(story: &Story) -> bool {
    story.directory.user("new-1").is_some()
}

#[tokio::test]
async fn what_was_chosen_is_sent_and_seen_and_the_guest_is_waited_for() {
    // Given a name, a message, a group and a sponsor, chosen by hand
    let story = story().await;
    let plan = chosen(&story).await;
    let expected = NamedObject { id: "sponsor".to_owned(), name: "Sanne Sponsor".to_owned() };
    let new = plan.invitation.as_ref().unwrap().new.as_ref().unwrap();
    assert_eq!((new.name.as_str(), &new.sponsors[0].found), ("Nina Holt", &Ok(expected)));
    assert!(plan.notes.contains(&PlanNote::OwnMessage) && !plan.notes.contains(&PlanNote::InviterIsSponsor));
    assert_eq!(plan.confirm_text, None, "nothing is deleted");
    // When they are invited
    let end = story.carry_out(&plan).await;
    // Then all of it is there
    assert_eq!((end.outcome(), end.all_done()), (Outcome::Done, true), "{end:?}");
    assert!(end.unrestored().is_empty(), "{end:?}");
    assert_eq!(story.directory.writes(), [INVITE, ADD]);
    let sent = &story.directory.bodies(INVITE)[0];
    assert_eq!(sent["invitedUserEmailAddress"], NINA);
    assert_eq!(sent["invitedUserDisplayName"], "Nina Holt");
    assert_eq!(sent["invitedUserMessageInfo"]["customizedMessageBody"], "Welcome, Nina.\nSee you on Monday.");
    let sponsor = json!([{ "@odata.type": "#microsoft.graph.user", "id": "sponsor" }]);
    assert_eq!(sent["invitedUserSponsors"], sponsor);
    assert_eq!(story.directory.groups_of("new-1"), [TEAM]);
    let rows = [
        "intended",
        "sent invite",
        "acknowledged invite",
        "sent add-to-group:team",
        "acknowledged add-to-group:team",
        "verified",
        "finished done",
    ];
    assert_eq!(story.rows(end.change).await, rows);
    assert_eq!(end.change_of("mail"), (vec![], vec![NINA.into()]));
    // And they are pending, with a link, and a way back
    let verdict = end.result.examination.as_ref().unwrap().diagnosis.verdict;
    assert_eq!((verdict, end.ways()), (Verdict::Pending, [true, false, false]));
    assert!(matches!(end.result.link, Some(RedeemLink::Known(_))));
    assert!(!serde_json::to_string(&story.record(end.change).await.steps).unwrap().contains("redeem"));
}

#[tokio::test]
async fn nobody_is_a_sponsor_and_no_group_is_chosen_unless_somebody_says_so() {
    let story = story().await;
    let plan = plain(&story).await;
    assert!(plan.groups.iter().all(|fate| !fate.chosen) && plan.groups.len() == 2, "{:?}", plan.groups);
    assert_eq!(plan.invitation.as_ref().unwrap().new, Some(NewGuestChoice::default()));
    for note in [PlanNote::InviterIsSponsor, PlanNote::MustAccept, PlanNote::RemovedUntilAccepted] {
        assert!(plan.notes.contains(&note), "{note:?}");
    }
    let end = story.carry_out(&plan).await;
    assert_eq!(end.outcome(), Outcome::Done, "{end:?}");
    let sent = &story.directory.bodies(INVITE)[0];
    assert!(sent.get("invitedUserSponsors").is_none() && sent.get("invitedUserDisplayName").is_none());
    assert_eq!(sent["invitedUserMessageInfo"], json!({ "messageLanguage": "en-US" }));
    assert!(story.directory.groups_of("new-1").is_empty());
}

#[tokio::test]
async fn the_group_one_came_with_is_chosen_and_another_can_be_instead() {
    let story = story().await;
    let plan = try_plan(&story, Some(TEAM), Selections::default()).await.unwrap();
    let fates: Vec<_> = plan.groups.iter().map(|it| (it.group.id.as_str(), it.chosen)).collect();
    assert_eq!(fates, [(TEAM, true), (PROJECT, false)], "first the one that is asked about");
    let other = Selections { groups: Some(vec![PROJECT.to_owned()]), ..Selections::default() };
    let plan = try_plan(&story, Some(TEAM), other).await.unwrap();
    let end = story.carry_out(&plan).await;
    assert_eq!(story.directory.groups_of("new-1"), [PROJECT]);
    let verdict = end.result.examination.as_ref().unwrap().diagnosis.verdict;
    assert_eq!(verdict, Verdict::NotMember, "looked at in the group one came with");
    let unheard_of = Selections { groups: Some(vec!["unheard-of".to_owned()]), ..Selections::default() };
    let problem = try_plan(&story, None, unheard_of).await.unwrap_err();
    assert_eq!(problem.kind, ErrorKind::NotForThisGuest, "the address is somebody's by now");
}

#[tokio::test]
async fn whoever_leads_to_no_sponsor_is_said_in_words_and_everything_else_stays() {
    let story = story().await;
    for (typed, why) in [
        ("nobody@contoso.com", WhyNoSponsor::Nobody),
        (ADDRESS, WhyNoSponsor::Nobody),
        ("sanne", WhyNoSponsor::NoAddress),
    ] {
        let chosen = Selections {
            name: Some("Nina".to_owned()),
            sponsors: vec![SANNE.to_owned(), typed.to_owned()],
            ..Selections::default()
        };
        let plan = try_plan(&story, None, chosen).await.unwrap();
        let new = plan.invitation.as_ref().unwrap().new.as_ref().unwrap();
        assert_eq!((&new.sponsors[1].typed[..], &new.sponsors[1].found), (typed, &Err(why)), "{typed}");
        assert!(new.sponsors[0].found.is_ok() && new.name == "Nina");
        assert!(plan.is_incomplete() && plan.id.is_none(), "{typed}");
    }
    // A guest answers for nobody, and of two who have an address neither is chosen.
    story.directory.set("jan", "mail", json!("jan@contoso.com"));
    let of = async |typed: &str| {
        let chosen = Selections { sponsors: vec![typed.to_owned()], ..Selections::default() };
        let plan = try_plan(&story, None, chosen).await.unwrap();
        plan.invitation.unwrap().new.unwrap().sponsors[0].found.clone()
    };
    assert_eq!(of("jan@contoso.com").await, Err(WhyNoSponsor::Guest));
    story.directory.add_user(json!({ "id": "twin", "mail": SANNE, "userPrincipalName": "twin@contoso.com" }));
    assert_eq!(of(SANNE).await, Err(WhyNoSponsor::Several));
}

#[tokio::test]
async fn a_sponsor_who_could_not_be_looked_for_is_not_called_unknown() {
    let story = story().await;
    let chosen = Selections { sponsors: vec![SANNE.to_owned()], ..Selections::default() };
    let before = batched(&story);
    try_plan(&story, None, chosen.clone()).await.unwrap();
    let of_one = batched(&story) - before;
    // The search for the address passes; of the look for the sponsor one question fails.
    story.directory.times(of_one - 1, "GET /users", Effect::Act);
    story.directory.always("GET /users", Effect::Refuse(503, ""));
    let problem = try_plan(&story, None, chosen).await.unwrap_err();
    assert_eq!(problem.kind, ErrorKind::ServerUnavailable { status: 503 });
}

/// How many lookups of users were asked so far.
fn batched(story: &Story) -> usize {
    let batches = story.directory.bodies("POST /$batch");
    let items = batches.iter().flat_map(|batch| batch["requests"].as_array().cloned().unwrap_or_default());
    items.filter(|item| item["url"].as_str().unwrap().starts_with("/users?")).count()
}

#[tokio::test]
async fn a_name_or_a_message_that_no_account_can_have_is_refused_before_anything_is_asked() {
    let story = story().await;
    let name = |name: String| Selections { name: Some(name), ..Selections::default() };
    let message = |message: String| Selections { message: Some(message), ..Selections::default() };
    for (chosen, what) in [
        (name("n".repeat(257)), "name"),
        (name("Ni\u{7}na".to_owned()), "name"),
        (name("Nina\nHolt".to_owned()), "name"),
        (message("m".repeat(501)), "message"),
        (message("\u{1b}[31m".to_owned()), "message"),
    ] {
        let problem = try_plan(&story, None, chosen).await.unwrap_err();
        assert_eq!(problem.kind, ErrorKind::ChoiceInvalid(what));
    }
    for chosen in [name("n".repeat(256)), message("m".repeat(500)), name("  ".to_owned())] {
        assert!(try_plan(&story, None, chosen).await.is_ok());
    }
    let many = Selections { sponsors: vec![SANNE.to_owned(); 6], ..Selections::default() };
    let problem = try_plan(&story, None, many).await.unwrap_err();
    assert_eq!(problem.kind, ErrorKind::ChoiceInvalid("sponsors"));
}

#[tokio::test]
async fn nobody_is_invited_while_something_has_the_address_or_may_have_it() {
    let obstacles: [fn(&Story); 4] = [
        |it| it.directory.add_contact(contact(NINA)),
        |it| {
            it.directory
                .add_user(json!({ "id": "theirs", "mail": NINA, "userPrincipalName": "n@contoso.com" }));
        },
        |it| {
            it.directory
                .add_user(json!({ "id": "gone", "mail": NINA, "userPrincipalName": "n#EXT#@contoso.com" }));
            it.directory.delete("gone");
        },
        // Unknown is never empty.
        |it| it.directory.always("GET /contacts", Effect::Refuse(403, "")),
    ];
    for (nth, obstacle) in obstacles.into_iter().enumerate() {
        // Before the preview it is not offered
        let story = story().await;
        obstacle(&story);
        assert!(try_plan(&story, None, Selections::default()).await.is_err(), "{nth}");
        // And between preview and confirmation it is noticed
        let story = super::newcomers::story().await;
        let plan = plain(&story).await;
        obstacle(&story);
        let end = story.carry_out(&plan).await;
        assert_eq!((end.outcome(), end.changed()), (Outcome::Refused, Some(Changed::No)), "{nth}: {end:?}");
        assert!(story.directory.writes().is_empty(), "{nth}");
        let (kind, _) = end.problem().unwrap();
        let expected = match nth {
            0 => matches!(&kind, ErrorKind::AddressConflict { owners, .. } if owners[0].id == "contact"),
            1 | 2 => matches!(&kind, ErrorKind::NotInvited { why: WhyNotInvited::AlreadyThere, .. }),
            _ => kind == ErrorKind::NotForThisGuest,
        };
        assert!(expected, "{nth}: {kind:?}");
    }
}

#[tokio::test]
async fn a_refusal_is_told_in_words_of_its_own_and_nothing_was_changed() {
    let said =
        |text: &str| Effect::Answer(400, json!({ "error": { "code": "BadRequest", "message": text } }));
    for (effect, why) in [
        (said("... is a verified domain of this directory."), WhyNotInvited::OwnDomain),
        (said("Guest invitations not allowed for your company."), WhyNotInvited::ByPolicy),
        (said("The invited user already exists in the directory."), WhyNotInvited::AlreadyThere),
        (said("Something else."), WhyNotInvited::Unexplained),
    ] {
        let story = story().await;
        let plan = plain(&story).await;
        story.directory.once(INVITE, effect);
        let end = story.carry_out(&plan).await;
        let kind = ErrorKind::NotInvited { address: NINA.to_owned(), why };
        assert_eq!(end.problem(), Some((kind, Changed::No)), "{end:?}");
        assert_eq!((end.outcome(), end.ways()), (Outcome::Refused, [false; 3]));
    }
}

#[tokio::test]
async fn an_invitation_whose_answer_was_lost_is_found_by_what_was_sent_and_not_repeated() {
    let story = story().await;
    let plan = chosen(&story).await;
    story.directory.once(INVITE, Effect::LoseAfter);
    let end = story.carry_out(&plan).await;
    assert_eq!((end.outcome(), invitations(&story)), (Outcome::Done, 1), "{end:?}");
    assert_eq!(story.directory.groups_of("new-1"), [TEAM]);
    assert_eq!(end.result.link, Some(RedeemLink::NotKnown));
}

#[tokio::test]
async fn one_that_never_arrived_is_looked_for_before_it_is_sent_again() {
    let story = story().await;
    let plan = plain(&story).await;
    story.directory.once(INVITE, Effect::LoseBefore);
    let end = story.carry_out(&plan).await;
    assert_eq!(end.problem(), Some((ErrorKind::AnswerLost, Changed::Unknown)), "{end:?}");
    assert_eq!((end.outcome(), end.ways()), (Outcome::Unknown, [false, true, true]));
    let story = story.restarted().await;
    let looks = story.directory.asked().len();
    let end = story.go_on(end.change).await;
    assert_eq!((end.outcome(), invitations(&story)), (Outcome::Done, 2), "{end:?}");
    assert!(story.directory.asked().len() > looks + 5, "looked for as long as the directory may be behind");
}

#[tokio::test]
async fn an_app_that_is_killed_after_the_invitation_goes_on_with_the_account_it_made() {
    let story = story().await;
    let plan = chosen(&story).await;
    story.is_killed_after(INVITE);
    let end = story.carry_out(&plan).await;
    story.journal_takes_everything();
    assert!(is_there(&story) && story.directory.groups_of("new-1").is_empty(), "{end:?}");
    let story = story.restarted().await;
    let end = story.go_on(end.change).await;
    assert_eq!((end.outcome(), invitations(&story)), (Outcome::Done, 1), "{end:?}");
    assert_eq!(story.directory.groups_of("new-1"), [TEAM]);
    assert_eq!(end.ways(), [true, false, false]);
}

#[tokio::test]
async fn one_that_lags_behind_when_it_is_gone_on_with_is_waited_for_and_nobody_gets_two_messages() {
    let story = story().await;
    let plan = plain(&story).await;
    story.is_killed_after(INVITE);
    let end = story.carry_out(&plan).await;
    story.journal_takes_everything();
    let story = story.restarted().await;
    // The index shows nobody at the first looks.
    story.directory.times(14, "GET /users", Effect::Answer(200, json!({ "value": [] })));
    let end = story.go_on(end.change).await;
    assert_eq!((end.outcome(), invitations(&story)), (Outcome::Done, 1), "{end:?}");
}

#[tokio::test]
async fn whoever_took_the_address_meanwhile_is_left_alone_and_nothing_more_is_sent() {
    let story = story().await;
    let plan = plain(&story).await;
    story.directory.once(INVITE, Effect::LoseBefore);
    let end = story.carry_out(&plan).await;
    story.directory.add_contact(contact(NINA));
    let end = story.go_on(end.change).await;
    let (kind, changed) = end.problem().unwrap();
    assert!(matches!(kind, ErrorKind::AddressConflict { .. }), "{kind:?}");
    assert_eq!((changed, end.ways(), invitations(&story)), (Changed::Unknown, [false; 3], 1));
    assert_eq!(story.engine.unfinished().await.unwrap(), 0);
}

#[tokio::test]
async fn an_answer_that_names_an_account_that_was_there_is_taken_for_nobody_of_ours() {
    let story = story().await;
    let plan = chosen(&story).await;
    let theirs = json!({
        "id": "theirs", "otherMails": [NINA], "userPrincipalName": "n#EXT#@contoso.com",
        "creationType": "Invitation", "externalUserState": "PendingAcceptance",
    });
    // Somebody invites between the comparison and the invitation.
    story.directory.once(INVITE, Effect::meanwhile(move |all| all.add_user(theirs.clone())));
    story.directory.relate("theirs", "sponsors", json!({ "id": "somebody" }));
    let end = story.carry_out(&plan).await;
    let kind = ErrorKind::InvitedSomebodyElse { address: NINA.to_owned(), found: "theirs".to_owned() };
    assert_eq!(end.problem().map(|(kind, _)| kind), Some(kind), "{end:?}");
    assert_eq!((end.ways(), &end.result.link), ([false; 3], &None));
    assert!(story.directory.groups_of("theirs").is_empty() && story.directory.user("theirs").is_some());
}

#[tokio::test]
async fn what_was_not_given_or_not_seen_is_said_and_the_guest_is_invited_all_the_same() {
    // A group that refuses
    let story = story().await;
    let plan = chosen(&story).await;
    story.directory.always(ADD, Effect::Refuse(403, "Authorization_RequestDenied"));
    let end = story.carry_out(&plan).await;
    assert_eq!((end.outcome(), end.unrestored()), (Outcome::Done, vec!["group Team Fabrikam".to_owned()]));
    assert_eq!(story.rows(end.change).await.last().unwrap(), "finished inpart");
    // A sponsor who does not show
    let story = super::newcomers::story().await;
    let plan = chosen(&story).await;
    story.directory.always("GET /users/new-1/sponsors", Effect::Answer(200, json!({ "value": [] })));
    let end = story.carry_out(&plan).await;
    assert_eq!((end.outcome(), end.unrestored().len()), (Outcome::Done, 1), "{end:?}");
    assert!(end.unrestored()[0].starts_with("unseen sponsor"), "{:?}", end.unrestored());
}

#[tokio::test]
async fn the_account_is_removed_again_as_long_as_nobody_accepted() {
    let story = story().await;
    let end = story.carry_out(&chosen(&story).await).await;
    let plan = story.engine.preview_undo(end.change).await.unwrap();
    assert_eq!(plan.confirm_text.as_deref(), Some(NINA), "to delete is confirmed by typing");
    assert!(plan.warnings.contains(&PlanNote::InvitedAccountRemoved));
    let undone = story.carry_out(&plan).await;
    assert_eq!((undone.outcome(), undone.all_done()), (Outcome::Done, true), "{undone:?}");
    assert!(!is_there(&story) && story.directory.writes().last().unwrap() == DELETE_NEW);
    assert_eq!(undone.ways(), [false; 3]);
    let verdict = undone.result.examination.as_ref().unwrap().diagnosis.verdict;
    assert_eq!(verdict, Verdict::Deleted);
}

#[tokio::test]
async fn whoever_accepted_keeps_the_account() {
    // Seen by the preview
    let story = story().await;
    let end = story.carry_out(&plain(&story).await).await;
    let plan = story.engine.preview_undo(end.change).await.unwrap();
    story.directory.set("new-1", "externalUserState", json!("Accepted"));
    // Or by the last look before the deletion
    let undone = story.carry_out(&plan).await;
    assert_eq!(undone.problem(), Some((ErrorKind::GuestAccepted, Changed::No)), "{undone:?}");
    assert_eq!((undone.outcome(), is_there(&story)), (Outcome::Refused, true));
    let problem = story.engine.preview_undo(end.change).await.unwrap_err();
    assert_eq!(problem.kind, ErrorKind::GuestAccepted);
    assert_eq!(story.entry(end.change).await.back, BackState::Gone);
}

/// Something that somebody else does, in a word.
type Change = (&'static str, fn(&Story));

#[tokio::test]
async fn an_account_that_is_another_by_now_or_gone_is_not_removed() {
    let changes: [Change; 2] = [
        ("gone", |it| it.directory.delete("new-1")),
        // Made anew in another way: the proof that the invitation made it does not hold.
        ("another", |it| it.directory.set("new-1", "creationType", Value::Null)),
    ];
    for (what, change) in changes {
        let story = story().await;
        let end = story.carry_out(&plain(&story).await).await;
        let plan = story.engine.preview_undo(end.change).await.unwrap();
        if what == "another" {
            story.directory.set("new-1", "displayName", json!("Somebody"));
            story.directory.relate("new-1", "sponsors", json!({ "id": "somebody" }));
        }
        change(&story);
        let undone = story.carry_out(&plan).await;
        let expected = if what == "another" { Outcome::Refused } else { Outcome::Done };
        assert_eq!(undone.outcome(), expected, "{what}: {undone:?}");
        assert!(!story.directory.writes().contains(&DELETE_NEW.to_owned()), "{what}");
    }
}

/// Stopped after the invitation, because the server went away.
async fn half_way() -> (Story, End) {
    let story = story().await;
    let plan = chosen(&story).await;
    story.directory.always(READ_NEW, Effect::NotSent);
    let end = story.carry_out(&plan).await;
    assert_eq!((end.outcome(), end.ways()), (Outcome::Interrupted, [false, true, true]), "{end:?}");
    story.directory.no_more_effects();
    (story.restarted().await, end)
}

#[tokio::test]
async fn what_stopped_half_way_can_be_gone_on_with_and_put_back() {
    let (story, end) = half_way().await;
    let end = story.go_on(end.change).await;
    assert_eq!((end.outcome(), invitations(&story)), (Outcome::Done, 1), "{end:?}");
    assert_eq!(end.step(StepKind::Invite), StepState::Skipped);

    let (story, end) = half_way().await;
    let back = story.put_back(end.change).await;
    assert_eq!((back.outcome(), is_there(&story)), (Outcome::Done, false), "{back:?}");
    assert_eq!(story.engine.unfinished().await.unwrap(), 0);
}

#[tokio::test]
async fn an_invitation_that_may_have_arrived_is_put_back_by_what_is_found() {
    for (effect, made) in [(Effect::LoseBefore, false), (Effect::LoseAfter, true)] {
        let story = story().await;
        let plan = plain(&story).await;
        story.directory.once(INVITE, effect);
        // Nobody can be found until the app is started again.
        story.directory.always("GET /users", Effect::Answer(200, json!({ "value": [] })));
        let end = story.carry_out(&plan).await;
        assert_eq!((end.outcome(), end.ways()), (Outcome::Unknown, [false, true, true]), "{end:?}");
        story.directory.no_more_effects();
        assert_eq!(is_there(&story), made);
        let story = story.restarted().await;
        let back = story.put_back(end.change).await;
        assert_eq!((back.outcome(), is_there(&story)), (Outcome::Done, false), "{back:?}");
        assert_eq!(story.directory.writes().contains(&DELETE_NEW.to_owned()), made);
        assert_eq!(story.engine.unfinished().await.unwrap(), 0);
    }
}

#[tokio::test]
async fn while_a_lookup_fails_nobody_says_that_nothing_was_made() {
    for way in ["put back", "go on"] {
        // Given an invitation whose answer was lost, and an account that it made
        let story = story().await;
        let plan = plain(&story).await;
        story.is_killed_after(INVITE);
        let end = story.carry_out(&plan).await;
        story.journal_takes_everything();
        let story = story.restarted().await;
        // When it is looked for, and cannot be
        story.directory.always("GET /users", Effect::Refuse(423, "resourceLocked"));
        let ended =
            if way == "put back" { story.put_back(end.change).await } else { story.go_on(end.change).await };
        // Then nothing is claimed, nothing is sent again, and the way stays open
        assert_ne!(ended.outcome(), Outcome::Done, "{way}: {ended:?}");
        assert_eq!(invitations(&story), 1, "{way}");
        assert!(is_there(&story));
        story.directory.no_more_effects();
        let done =
            if way == "put back" { story.put_back(end.change).await } else { story.go_on(end.change).await };
        assert_eq!((done.outcome(), is_there(&story)), (Outcome::Done, way == "go on"), "{way}: {done:?}");
    }
}

#[tokio::test]
async fn it_is_stopped_between_two_of_its_steps() {
    for (request, sent) in [(INVITE, 1), (ADD, 2)] {
        let story = story().await;
        let plan = chosen(&story).await;
        let (engine, change) = (story.engine.clone(), story.next_change(0).to_string());
        story.directory.once(request, Effect::meanwhile(move |_| engine.cancel(&change)));
        let end = story.carry_out(&plan).await;
        assert_eq!(story.directory.writes().len(), sent, "{request}");
        if request == INVITE {
            assert_eq!(end.problem(), Some((ErrorKind::Cancelled, Changed::Yes)), "{end:?}");
            assert_eq!(end.ways(), [false, true, true]);
        }
    }
}

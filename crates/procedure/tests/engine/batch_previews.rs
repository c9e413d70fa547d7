//! The preview of a batch: whom it would change, whom it leaves out and why, and what it asks to be typed.

use std::sync::Arc;
use std::time::Duration;

use guest::{Known, PlanNote, RemedyKind, WayBack};
use procedure::{BatchPhase, BatchPlan, Connection, ErrorKind, LARGEST_BATCH, Selections, WhyLeftOut};
use scripted_graph::Effect;
use serde_json::json;
use tokio::sync::Notify;

use crate::support::{JAN, SET, Story, connection, contact, ids};

fn whys(plan: &BatchPlan) -> Vec<(&str, &WhyLeftOut)> {
    plan.left_out.iter().map(|guest| (guest.id.as_str(), &guest.why)).collect()
}

fn planned(plan: &BatchPlan) -> Vec<&str> {
    plan.guests.iter().map(|guest| guest.id.as_str()).collect()
}

#[tokio::test]
async fn every_guest_is_read_afresh_and_shown_in_the_order_in_which_they_were_chosen() {
    let story = Story::of_many(6).await;
    let chosen = ["g5", "g1", "g5", "g3", "g2", "g6"].map(str::to_owned);
    let plan = story.try_preview_batch(SET, &chosen).await.unwrap();

    assert_eq!(planned(&plan), ["g5", "g1", "g3", "g2", "g6"], "one who is named twice counts once");
    assert_eq!((plan.chosen, plan.left_out.len(), plan.confirm_number), (5, 0, None));
    assert_eq!((plan.way_back, plan.read_at), (WayBack::Impossible, story.clock.now()));
    let first = &plan.guests[0];
    assert_eq!(first.display_name, "Guest 5");
    assert_eq!(first.changes[0].after, Some(vec!["g5@fabrikam.nl".to_owned()]));
    // What is the same of all is said once.
    assert_eq!(plan.notes, [PlanNote::MailCannotBeEmptied]);
    assert!(plan.guests.iter().all(|guest| guest.warnings.is_empty()), "{plan:?}");
    assert!(story.directory.writes().is_empty());
}

#[tokio::test]
async fn who_is_left_out_is_named_and_it_is_said_why() {
    let story = Story::of_many(8).await;
    story.directory.set("g1", "mail", json!("g1@fabrikam.nl"));
    story.directory.set("g1", "proxyAddresses", json!(["SMTP:g1@fabrikam.nl"]));
    story.directory.add_contact(contact("g2@fabrikam.nl"));
    story.directory.set("g3", "otherMails", json!(["g3@fabrikam.nl", "g3@example.com"]));
    story.directory.set("g4", "onPremisesSyncEnabled", json!(true));
    story.directory.set("g5", "isManagementRestricted", json!(true));
    story.directory.delete("g6");
    story.directory.set("g7", "accountEnabled", json!(false));
    story.directory.always("GET /users/g8", Effect::Refuse(500, "InternalServerError"));
    let chosen = [ids(8), vec!["nobody".to_owned()]].concat();
    let plan = story.try_preview_batch(SET, &chosen).await.unwrap();

    assert_eq!(planned(&plan), ["g7"], "who is blocked is not left out");
    let owner = "Jan at Fabrikam".to_owned();
    let expected = [
        ("g1", &WhyLeftOut::NothingToRepair),
        ("g2", &WhyLeftOut::AddressOwned { owner }),
        ("g3", &WhyLeftOut::SeveralAddresses),
        ("g4", &WhyLeftOut::Synced),
        ("g5", &WhyLeftOut::Protected),
        ("g6", &WhyLeftOut::Gone),
        ("g8", &WhyLeftOut::NotRead),
        ("nobody", &WhyLeftOut::Gone),
    ];
    assert_eq!(whys(&plan), expected);
    assert_eq!((plan.chosen, plan.left_out[2].display_name.as_str()), (9, "Guest 3"));
    assert_eq!(plan.left_out[6].display_name, "g8", "whose name was not read");
}

#[tokio::test]
async fn one_address_is_kept_where_it_is_certain_which() {
    let story = Story::of_many(2).await;
    story.directory.set("g1", "userPrincipalName", json!("g_1_fabrikam.nl#EXT#@contoso.onmicrosoft.com"));
    for id in ["g1", "g2"] {
        story.directory.set(id, "otherMails", json!(["else@example.com", "g2@fabrikam.nl"]));
    }
    let plan = story.try_preview_batch(RemedyKind::KeepOneAddress, &ids(2)).await.unwrap();
    assert_eq!(whys(&plan), [("g1", &WhyLeftOut::InvitedNotCertain)]);
    assert_eq!(plan.guests[0].changes[0].after, Some(vec!["g2@fabrikam.nl".to_owned()]));
    assert_eq!(plan.way_back, WayBack::Full);
}

#[tokio::test]
async fn who_may_not_be_changed_by_this_person_is_left_out_each_for_their_own_reason() {
    // An admin whose role is enough for an ordinary guest, and not for one who holds a role.
    let story = Story::of_many(2).await;
    for id in ["g1", "g2"] {
        story.directory.set(id, "otherMails", json!([format!("{id}@fabrikam.nl"), "more@example.com"]));
    }
    story.directory.relate("g2", "roles", json!({ "id": "role", "displayName": "Guest Inviter" }));
    story.directory.unrelate("admin", "roles");
    story.directory.relate("admin", "roles", json!({ "id": "role", "displayName": "User Administrator" }));
    story.engine.sign_in(connection(&story.directory)).await.unwrap();
    let plan = story.try_preview_batch(RemedyKind::KeepOneAddress, &ids(2)).await.unwrap();
    assert_eq!((planned(&plan), whys(&plan)), (vec!["g1"], vec![("g2", &WhyLeftOut::NotAllowed)]));
}

#[tokio::test]
async fn a_permission_that_is_missing_is_said_once_for_all_of_them() {
    let story = Story::of_many(3).await;
    let reading =
        Connection { scopes: Known::Is(vec!["User.Read.All".to_owned()]), ..connection(&story.directory) };
    story.engine.sign_in(reading).await.unwrap();
    let asked = story.directory.asked().len();
    let problem = story.try_preview_batch(SET, &ids(3)).await.unwrap_err();
    assert!(matches!(problem.kind, ErrorKind::PermissionMissing { .. }), "{problem:?}");
    assert_eq!(story.directory.asked().len(), asked, "nobody is read for it");
}

#[tokio::test]
async fn where_nobody_could_be_read_that_is_the_answer() {
    let story = Story::of_many(3).await;
    story.directory.always("POST /$batch", Effect::NotSent);
    assert_eq!(story.try_preview_batch(SET, &ids(3)).await.unwrap_err().kind, ErrorKind::Unreachable);
}

#[tokio::test]
async fn what_deletes_and_what_is_chosen_for_each_is_never_done_for_many() {
    let story = Story::of_many(2).await;
    let three = [RemedyKind::SetMail, RemedyKind::KeepOneAddress, RemedyKind::ResendInvitation];
    for &remedy in RemedyKind::ALL.iter().filter(|remedy| !three.contains(remedy)) {
        let problem = story.try_preview_batch(remedy, &ids(2)).await.unwrap_err();
        assert_eq!(problem.kind, ErrorKind::NotForThisGuest, "{remedy:?}");
    }
}

#[tokio::test]
async fn nobody_and_more_than_five_hundred_are_refused() {
    let story = Story::new().await;
    for number in [0, LARGEST_BATCH + 1] {
        let problem = story.try_preview_batch(SET, &ids(number)).await.unwrap_err();
        assert_eq!(problem.kind, ErrorKind::ChoiceInvalid("guests"), "{number}");
    }
}

#[tokio::test]
async fn five_hundred_are_read() {
    let plan = Story::new().await.preview_batch(LARGEST_BATCH).await;
    assert_eq!((plan.chosen, plan.left_out.len()), (LARGEST_BATCH, LARGEST_BATCH), "none of them is there");
}

#[tokio::test]
async fn nobody_who_would_be_changed_is_nothing_to_confirm() {
    let story = Story::of_many(1).await;
    story.directory.delete("g1");
    let plan = story.preview_batch(1).await;
    assert_eq!((plan.id, plan.guests.len(), plan.left_out.len()), (None, 0, 1));
}

#[tokio::test]
async fn the_rules_of_dynamic_groups_are_read_once_for_all_of_them() {
    let story = Story::of_many(5).await;
    let mut dynamic = crate::support::group("dynamic", "Partners");
    dynamic["groupTypes"] = json!(["Unified", "DynamicMembership"]);
    dynamic["membershipRule"] = json!("user.mail -ne null");
    story.directory.add_group(dynamic);
    let before = story.directory.asked().len();
    let plan = story.preview_batch(5).await;
    let asked = &story.directory.asked()[before..];
    let rules = asked.iter().filter(|it| it.path() == "/groups" && it.uri.contains("DynamicMembership"));
    assert_eq!(rules.count(), 1);
    let told = plan.notes.iter().filter(|note| **note != PlanNote::MailCannotBeEmptied).count();
    assert_eq!(told, 1, "{:?}", plan.notes);
}

#[tokio::test]
async fn four_are_read_at_a_time_and_how_many_were_is_told() {
    let story = Story::of_many(6).await;
    let held = Arc::new(Notify::new());
    story.directory.always("GET /users/*", Effect::Hold(held.clone()));
    let before = story.directory.asked().len();
    let engine = story.engine.clone();
    let preview = tokio::spawn(async move { engine.preview_batch(SET, &ids(6), "batch").await });
    for _ in 0..200 {
        tokio::task::yield_now().await;
    }
    assert_eq!(story.directory.asked().len() - before, 4);
    let (_, reading) = story.engine.watch_batch(0).await;
    let reading = reading.unwrap();
    assert_eq!((reading.id.as_str(), reading.phase), ("batch", BatchPhase::Reading));
    assert_eq!((reading.done, reading.total, reading.guests.len()), (0, 6, 0));

    story.directory.no_more_effects();
    held.notify_waiters();
    let plan = preview.await.unwrap().unwrap();
    assert_eq!(plan.guests.len(), 6);
    let (_, after) = story.engine.watch_batch(0).await;
    assert!(after.is_none(), "it is read, and nothing is under way: {after:?}");
}

#[tokio::test]
async fn a_preview_is_stopped_by_its_ticket_and_ends_with_its_session() {
    for stop in [(|story: &Story| story.engine.cancel("batch")) as fn(&Story), |story| {
        let engine = story.engine.clone();
        tokio::spawn(async move { engine.sign_out().await.unwrap() });
    }] {
        let story = Story::of_many(6).await;
        story.directory.always("GET /users/*", Effect::Hold(Arc::new(Notify::new())));
        let engine = story.engine.clone();
        let preview = tokio::spawn(async move { engine.preview_batch(SET, &ids(6), "batch").await });
        story.batch_until(|batch| batch.phase == BatchPhase::Reading).await;
        stop(&story);
        assert_eq!(preview.await.unwrap().unwrap_err().kind, ErrorKind::Cancelled);
        let (_, after) = story.engine.watch_batch(0).await;
        assert!(after.is_none(), "{after:?}");
    }
}

#[tokio::test]
async fn the_number_is_typed_for_more_than_ten_who_will_be_changed() {
    let story = Story::of_many(12).await;
    story.directory.delete("g12");
    let plan = story.preview_batch(12).await;
    assert_eq!(plan.confirm_number, Some(11), "who is left out does not count");
    let id = plan.id.unwrap();
    for typed in
        [None, Some(""), Some("yes"), Some("12"), Some("+11"), Some("011"), Some("11.0"), Some("1 1")]
    {
        let problem = story.engine.confirm_batch(id, typed, None).unwrap_err();
        let expected = "11".to_owned();
        assert_eq!(problem.kind, ErrorKind::TypedTextDiffers { expected }, "{typed:?}");
    }
    assert!(story.directory.writes().is_empty());
    // A typing error costs nothing.
    let batch = story.engine.confirm_batch(id, Some(" 11 "), None).unwrap();
    assert_eq!(story.batch_rests(batch).await.done, 11);

    let story = Story::of_many(10).await;
    let plan = story.preview_batch(10).await;
    assert_eq!(plan.confirm_number, None);
    story.engine.confirm_batch(plan.id.unwrap(), None, None).unwrap();
}

#[tokio::test]
async fn a_plan_for_many_is_confirmed_once_and_only_as_what_it_is() {
    let story = Story::of_many(2).await;
    let plan = story.preview_batch(2).await;
    let id = plan.id.unwrap();
    assert_eq!(story.engine.confirm(id, None, None).await.unwrap_err().kind, ErrorKind::PlanStale);
    let batch = story.confirm_batch(&plan);
    story.batch_rests(batch).await;
    let again = story.engine.confirm_batch(id, None, None).unwrap_err();
    assert_eq!(again.kind, ErrorKind::PlanUsed);
    assert_eq!(story.directory.writes().len(), 2);

    let one = story.preview(RemedyKind::KeepOneAddress).await;
    let problem = story.engine.confirm_batch(one.id.unwrap(), None, None).unwrap_err();
    assert_eq!(problem.kind, ErrorKind::PlanStale);
}

#[tokio::test]
async fn another_preview_of_whatever_kind_voids_it_and_so_do_fifteen_minutes() {
    let story = Story::of_many(2).await;
    let stale = async |plan: &BatchPlan| {
        let problem = story.engine.confirm_batch(plan.id.unwrap(), None, None).unwrap_err();
        assert_eq!(problem.kind, ErrorKind::PlanStale);
    };
    let plan = story.preview_batch(2).await;
    story.preview(RemedyKind::KeepOneAddress).await;
    stale(&plan).await;
    let plan = story.preview_batch(2).await;
    story.try_preview(RemedyKind::Restore, Selections::default()).await.unwrap_err();
    stale(&plan).await;
    let first = story.preview_batch(2).await;
    let one = story.preview(RemedyKind::KeepOneAddress).await;
    story.try_preview_batch(SET, &[]).await.unwrap_err();
    assert_eq!(story.confirm(&one).await.unwrap_err().kind, ErrorKind::PlanStale);
    stale(&first).await;
    let plan = story.preview_batch(2).await;
    story.clock.pass(Duration::from_secs(15 * 60 + 1));
    stale(&plan).await;
    let plan = story.preview_batch(2).await;
    story.engine.sign_in(connection(&story.directory)).await.unwrap();
    stale(&plan).await;
    assert!(story.directory.writes().is_empty());
}

#[tokio::test]
async fn whom_one_finds_in_a_batch_is_found_as_by_themselves() {
    // The guest of the article, who needs somebody to choose a main address.
    let story = Story::of_many(0).await;
    let guests = [JAN.to_owned()];
    let set = story.try_preview_batch(SET, &guests).await.unwrap();
    assert_eq!(whys(&set), [(JAN, &WhyLeftOut::SeveralAddresses)]);
    let kept = story.try_preview_batch(RemedyKind::KeepOneAddress, &guests).await.unwrap();
    let one = story.preview(RemedyKind::KeepOneAddress).await;
    assert_eq!(kept.guests[0].changes, one.changes);
    assert_eq!(kept.guests[0].warnings, one.warnings, "the notes are the same of all: there is but one");
}

//! The link of an invitation: in the result of the change that sent it, and nowhere else.

use journeys::{Search, SignedIn};
use serde_json::json;

use crate::desk::Desk;

/// Has not accepted yet.
const AHMED: &str = "ahmed.yilmaz@woodgrovebank.com";

#[tokio::test(flavor = "multi_thread")]
async fn the_link_of_an_invitation_is_in_its_result_and_comes_to_rest_nowhere() {
    let desk = Desk::set(json!({})).await;
    desk.ask("sign_in_browser", json!({})).await;
    desk.ask("permit", json!({ "remedy": "resend-invitation" })).await;
    let report = desk.find(AHMED).await.unwrap();
    let wish = SignedIn::wish(&report, "resend-invitation", &json!({}));
    let plan = desk.ask("preview", wish).await;
    let done = desk.carry_out(&plan).await;
    let link = done["result"]["redeemLink"]["link"].as_str().unwrap().to_owned();
    // The part that nothing else has: which invitation it is.
    let (_, ticket) = link.rsplit_once("%3d").unwrap();
    let search = Search::of(vec![(ticket.as_bytes().to_vec(), "link of an invitation")]);

    // In the answer that tells the result, and in no other.
    let told = std::mem::take(&mut *desk.places.answers.lock().unwrap());
    let telling: Vec<&String> =
        told.iter().filter(|answer| search.finds(answer.as_bytes()).is_some()).collect();
    assert!(!telling.is_empty() && telling.iter().all(|it| it.contains("redeemLink")), "{telling:#?}");

    // Whatever is asked afterwards, of this app and of the next.
    desk.ask("history", json!({})).await;
    desk.find(AHMED).await.unwrap();
    desk.refused("preview_undo", json!({ "change": done["id"] })).await;
    desk.places.hold_nothing_of(&search);
    desk.ask("sign_out", json!({})).await;
    let news = desk.ask("watch", json!({ "after": 0 })).await;
    assert!(news["change"].is_null(), "it goes with whoever was signed in: {news}");
    let desk = desk.restart().await;
    desk.ask("sign_in_browser", json!({})).await;
    let history = desk.ask("history", json!({})).await;
    assert_eq!(history["entries"][0]["redeemLink"], json!({ "link": null }), "{history}");
    desk.places.hold_nothing_of(&search);
}

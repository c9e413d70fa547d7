//! Every guest of a million is read: beside a loop that asks for the same pages, sees that they are JSON and follows the
//! link to the next.

use std::sync::Arc;

use bytes::Bytes;
use graph::User;
use http::Request;
use journeys::{Harness, SignedIn};
use practice::{Behaviour, Tenant};
use serde::Deserialize;
use tower::ServiceExt as _;

use crate::processor::{Took, best, time};
use crate::{FEW, Held, checked, organisation, runtime};

/// What the check may take, as a multiple of the loop.
const AT_MOST: f64 = 1.15;
/// So often each, in turn, so that both meet the same disturbances.
const ROUNDS: usize = 3;

/// As little of an answer as somebody can read who goes through pages.
#[derive(Deserialize)]
struct Page<'a> {
    #[serde(rename = "@odata.nextLink")]
    next: Option<String>,
    #[serde(borrow)]
    value: Vec<&'a serde_json::value::RawValue>,
}

pub(crate) fn measure() -> Held {
    let runtime = runtime();
    // Nothing is recorded: a thousand pages would be held in memory.
    let app = Harness::unrecorded_on(organisation(FEW), Behaviour::default());
    let app = Arc::new(runtime.block_on(app.sign_in("user-admin")));
    let (mut of_loop, mut of_app) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let before = app.tenant().round_trips();
        let (everybody, took) = time(|| runtime.block_on(loops(app.tenant().clone())));
        let pages = app.tenant().round_trips() - before;
        tell("the loop", pages, everybody, took);
        of_loop.push(took);

        let before = app.tenant().round_trips();
        let (survey, took) = time(|| runtime.block_on(check(&app)));
        tell("the check", app.tenant().round_trips() - before, survey, took);
        assert_eq!(survey, everybody, "the same pages");
        of_app.push(took);
    }
    compare(best(&of_loop), best(&of_app))
}

/// Everybody on all pages.
async fn loops(tenant: Tenant) -> u64 {
    let mut next = Some(first_page());
    let mut found = 0;
    while let Some(address) = next {
        let request = Request::get(&address)
            .header("authorization", "Bearer practice.user-admin")
            .header("consistencylevel", "eventual")
            .body(Bytes::new())
            .unwrap();
        let answer = tenant.clone().oneshot(request).await.unwrap();
        assert!(answer.status().is_success(), "{answer:?}");
        let page: Page<'_> = serde_json::from_slice(answer.body()).unwrap();
        found += u64::try_from(page.value.len()).unwrap();
        next = page.next;
    }
    found
}

async fn check(app: &SignedIn) -> u64 {
    let (survey, _) = checked(|name, what| app.ask(name, what), "thorough").await;
    assert_eq!(survey["way"], "every-external");
    survey["read"].as_u64().unwrap()
}

/// The same question as the check's.
fn first_page() -> String {
    let filter =
        "userType%20eq%20'Guest'%20or%20endsWith(userPrincipalName,'%23EXT%23@contoso.onmicrosoft.com')";
    let columns = [User::IN_A_LIST, User::IN_A_SURVEY_BESIDES].concat().join(",");
    format!("https://graph.microsoft.com/v1.0/users?$select={columns}&$filter={filter}&$count=true&$top=999")
}

fn tell(what: &str, requests: u64, people: u64, took: Took) {
    println!(
        "{what}: {requests} requests, {people} people, {:.2?}, processor {:.2?}",
        took.wall, took.processor
    );
}

fn compare(of_loop: Took, of_app: Took) -> Held {
    let wall = of_app.wall.as_secs_f64() / of_loop.wall.as_secs_f64();
    println!(
        "every guest of a million, best of {ROUNDS} each: the loop {:.2?}, the check {:.2?}: {wall:.2} × (at most {AT_MOST})",
        of_loop.wall, of_app.wall
    );
    if let (Some(of_loop), Some(of_app)) = (of_loop.processor, of_app.processor) {
        let ratio = of_app.as_secs_f64() / of_loop.as_secs_f64();
        println!("the same by the processor: {of_loop:.2?}, {of_app:.2?}: {ratio:.2} ×");
    }
    Held(wall <= AT_MOST)
}

//! What an app may spend in a tenant, and what is asked of many guests at once.
#![allow(
    clippy::unwrap_used,
    clippy::needless_pass_by_value,
    reason = "in a test a failed unwrap is a failed test"
)]

mod common;

use std::time::Duration;

use common::*;
use practice::{Allowed, Tenant, Throttle};
use serde_json::json;

#[tokio::test]
async fn who_spends_too_much_is_told_when_to_come_back() {
    let clock = TestClock::new();
    let mut behaviour = clock.behaviour();
    behaviour.throttle = Some(Throttle { units: 3, window: Duration::from_secs(30) });
    let tenant = Tenant::start(organisation(), behaviour);
    assert_eq!(get(&tenant, "user-admin", "/users").await.status, 200); // 2 units
    clock.advance(4);
    assert_eq!(get(&tenant, "user-admin", "/users").await.headers["retry-after"], "6");
    assert_eq!(get(&tenant, "user-admin", "/users?$select=id").await.status, 200); // 1 unit
    assert_eq!(get(&tenant, "user-admin", "/me").await.status, 429);
    clock.advance(6);
    assert_eq!(get(&tenant, "user-admin", "/me").await.status, 200);
}

#[tokio::test]
async fn a_budget_fills_up_evenly_and_is_told_of_before_it_is_spent() {
    let clock = TestClock::new();
    let mut behaviour = clock.behaviour();
    behaviour.throttle = Some(Throttle { units: 10, window: Duration::from_secs(10) });
    let tenant = Tenant::start(organisation(), behaviour);
    let hint = |reply: &Reply| {
        let hint = reply.headers.get("x-ms-throttle-limit-percentage");
        hint.map(|hint| hint.to_str().unwrap().to_owned())
    };
    let mut hints = Vec::new();
    for _ in 0..10 {
        hints.push(hint(&get(&tenant, "user-admin", "/me").await));
    }
    let said = |text: &str| Some(text.to_owned());
    assert_eq!(hints[..8], [const { None }; 8], "up to 0.8 nothing is said");
    assert_eq!(hints[8..], [said("0.90"), said("1.00")]);
    let refused = get(&tenant, "user-admin", "/me").await;
    assert_eq!((refused.status, hint(&refused)), (429, said("1.10")));
    assert_eq!(refused.headers["retry-after"], "1");
    clock.advance(3);
    for status in [200, 200, 200, 429] {
        assert_eq!(get(&tenant, "user-admin", "/me").await.status, status, "a unit a second comes back");
    }
    clock.advance(60);
    assert_eq!(hint(&get(&tenant, "user-admin", "/me").await), None);
}

#[tokio::test]
async fn changes_have_a_budget_of_their_own() {
    let clock = TestClock::new();
    let mut behaviour = clock.behaviour();
    behaviour.throttle = Some(Throttle::of_a_tenant(600));
    behaviour.throttle_changes = Some(Throttle { units: 2, window: Duration::from_secs(4) });
    let tenant = Tenant::start(organisation(), behaviour);
    let change = || patch(&tenant, "user-admin", PIETER, json!({ "otherMails": [] }));
    let statuses = [change().await.status, change().await.status, change().await.status];
    assert_eq!(statuses, [204, 204, 429]);
    assert_eq!(get(&tenant, "user-admin", "/users").await.status, 200, "reading goes on");
    clock.advance(2);
    assert_eq!(change().await.status, 204);
}

#[test]
fn a_tenant_has_the_budget_of_its_size() {
    let units = [0, 49, 50, 500, 501, 1_000_000].map(|users| Throttle::of_a_tenant(users).units);
    assert_eq!(units, [3_500, 3_500, 5_000, 5_000, 8_000, 8_000]);
}

/// All guests without a main address or without any: each operator is documented, joining them is not.
#[tokio::test]
async fn advanced_filters_can_be_joined_or_not() {
    let asking = |filter: &str| format!("/users?$count=true&$select=id&$filter={}", encoded(filter));
    let faulty = asking(
        "endsWith(userPrincipalName,'#EXT#@contoso.onmicrosoft.com') \
         and (mail eq null or proxyAddresses/$count eq 0)",
    );
    let alone = ["proxyAddresses/$count eq 0", "userType eq 'Guest' and mail eq null"].map(asking);
    for (joined, status) in [(Allowed::Yes, 200), (Allowed::No, 400)] {
        let mut behaviour = TestClock::new().behaviour();
        behaviour.joined_advanced_filters = joined;
        let tenant = Tenant::start(organisation(), behaviour);
        let answer = advanced(&tenant, "user-admin", &faulty).await;
        assert_eq!(answer.status, status, "{}", answer.body);
        if status == 400 {
            assert_eq!(answer.body["error"]["code"], "Request_UnsupportedQuery");
        } else {
            assert!(answer.ids().contains(&PIETER), "{:?}", answer.ids());
        }
        for alone in &alone {
            let answer = advanced(&tenant, "user-admin", alone).await;
            assert_eq!(answer.status, 200, "{}", answer.body);
            assert!(answer.ids().contains(&PIETER));
        }
    }
}

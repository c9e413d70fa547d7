//! The raw side of going through all guests: requests in process and their answers, with nothing between, in a tenant of
//! a million. What a client takes beside this is its own.
//!
//! After the medians it prints what the tenant needs to start, and for each way through it how many requests the tenant
//! counted, how many people came and how long it took.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a bench, not a part of the product"
)]

use std::time::{Duration, Instant};

use bytes::Bytes;
use divan::Bencher;
use http::Request;
use practice::{Behaviour, Guests, Tenant};
use serde::Deserialize;
use tower::ServiceExt as _;

const MILLION: Guests = Guests { count: 1_000_000, faulty: 1_000, seed: 1 };
const COLUMNS: &str = "id,displayName,userPrincipalName,mail,otherMails,proxyAddresses,accountEnabled,\
     externalUserState,userType,createdDateTime";
/// Those who have no main address, and whoever has no address at all, as one filter.
const WITHOUT_MAIN_ADDRESS: &str = "&$filter=endsWith(userPrincipalName,'%23EXT%23@contoso.onmicrosoft.com')\
     %20and%20(mail%20eq%20null%20or%20proxyAddresses/$count%20eq%200)";
const WITHOUT_MAIL: &str = "&$filter=userType%20eq%20'Guest'%20and%20mail%20eq%20null";
const GUESTS: &str = "&$filter=userType%20eq%20'Guest'";
const A_MONTH: &str = "&$filter=userType%20eq%20'Guest'%20and%20createdDateTime%20ge%202021-03-01T00:00:00Z\
     %20and%20createdDateTime%20le%202021-03-31T23:59:59Z";

/// As little of an answer as somebody can read who goes through pages.
#[derive(Deserialize)]
struct Page<'a> {
    #[serde(rename = "@odata.nextLink")]
    next: Option<String>,
    #[serde(borrow)]
    value: Vec<&'a serde_json::value::RawValue>,
}

/// A tenant, and somebody who asks it.
struct Desk {
    runtime: tokio::runtime::Runtime,
    tenant: Tenant,
}

impl Desk {
    fn with(guests: Guests) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let organisation = Tenant::built_in().unwrap().with_some_faulty(guests);
        Self { runtime, tenant: Tenant::start(organisation, Behaviour::default()) }
    }

    fn get(&self, address: &str) -> Bytes {
        let request = Request::get(address)
            .header("authorization", "Bearer practice.user-admin")
            .header("consistencylevel", "eventual")
            .body(Bytes::new())
            .unwrap();
        let answer = self.runtime.block_on(self.tenant.clone().oneshot(request)).unwrap();
        assert!(answer.status().is_success(), "{answer:?}");
        answer.into_body()
    }

    /// Everybody on all pages.
    fn everybody(&self, filter: &str) -> usize {
        let mut next = Some(first_page(filter));
        let mut found = 0;
        while let Some(address) = next {
            let body = self.get(&address);
            let page: Page<'_> = serde_json::from_slice(&body).unwrap();
            found += page.value.len();
            next = page.next;
        }
        found
    }
}

fn first_page(filter: &str) -> String {
    format!("https://graph.microsoft.com/v1.0/users?$select={COLUMNS}&$count=true&$top=999{filter}")
}

#[divan::bench(sample_count = 20)]
fn the_first_page_of_all_guests_with_their_count(bencher: Bencher<'_, '_>) {
    let desk = Desk::with(MILLION);
    bencher.bench_local(|| desk.get(&first_page(GUESTS)));
}

#[divan::bench(sample_count = 20)]
fn a_page_of_all_guests(bencher: Bencher<'_, '_>) {
    let desk = Desk::with(MILLION);
    let body = desk.get(&first_page(GUESTS));
    let page: Page<'_> = serde_json::from_slice(&body).unwrap();
    let next = page.next.unwrap();
    bencher.bench_local(|| desk.get(&next));
}

#[divan::bench(sample_count = 20)]
fn everybody_without_a_main_address(bencher: Bencher<'_, '_>) {
    let desk = Desk::with(MILLION);
    bencher.bench_local(|| desk.everybody(WITHOUT_MAIN_ADDRESS));
}

fn main() {
    divan::main();
    // Not when the benches are only listed, or tried once (`cargo test --benches`).
    if std::env::args().any(|word| word == "--test" || word == "--list") {
        return;
    }
    let began = Instant::now();
    let desk = Desk::with(MILLION);
    println!("{} guests, {} faulty: started in {:.2?}", MILLION.count, MILLION.faulty, began.elapsed());
    for (what, filter) in [
        ("all users", ""),
        ("all guests", GUESTS),
        ("guests of a month", A_MONTH),
        ("guests without mail", WITHOUT_MAIL),
        ("without a main address", WITHOUT_MAIN_ADDRESS),
    ] {
        let (before, began) = (desk.tenant.round_trips(), Instant::now());
        let found = desk.everybody(filter);
        tell(what, desk.tenant.round_trips() - before, found, began.elapsed());
    }
}

fn tell(what: &str, requests: u64, found: usize, took: Duration) {
    println!("{what}: {requests} requests, {found} people, {took:.2?}");
}

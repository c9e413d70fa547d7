//! A quick check asks the server for those without a main address alone: what it asks grows with them, and not with the
//! organisation.

use journeys::Harness;
use practice::{Behaviour, Tenant};

use crate::processor::time;
use crate::{Held, MILLION, checked, organisation, runtime};

const FAULTY: u32 = 1_000;
/// So many accounts are on a page.
const OF_A_PAGE: usize = 999;
/// So many guests are looked at together a second time,
const AT_ONCE: usize = 20;
/// by so many batches: of their groups, and mostly one and never more than two of who owns their addresses.
const BATCHES_OF_A_LOOK: usize = 3;

pub(crate) fn measure() -> Held {
    let runtime = runtime();
    // What is recorded says which requests there were; it is a few hundred.
    let app = Harness::on(organisation(FAULTY), Behaviour::default());
    let app = runtime.block_on(app.sign_in("user-admin"));
    let (before, from) = (app.tenant().round_trips(), app.tenant().recorded().len());
    let ((survey, found), took) =
        time(|| runtime.block_on(checked(|name, what| app.ask(name, what), "quick")));
    assert_eq!(survey["way"], "candidates");
    let requests = usize::try_from(app.tenant().round_trips() - before).unwrap();
    let (lists, batches) = asked(app.tenant(), from);
    println!(
        "those without a main address, {FAULTY} faulty in {MILLION}: {found} found by {requests} requests ({lists} of \
         lists and their count, {batches} batches), {:.2?}, processor {:.2?}",
        took.wall, took.processor
    );
    let pages = found.div_ceil(OF_A_PAGE);
    let at_most = found.div_ceil(AT_ONCE) * BATCHES_OF_A_LOOK;
    println!("expected: {pages} of the list, 1 for the count, at most {at_most} batches, and nothing else");
    Held(lists == pages + 1 && batches <= at_most && requests == lists + batches)
}

/// Requests for pages of users, and batches, that the server saw from this exchange on.
fn asked(tenant: &Tenant, from: usize) -> (usize, usize) {
    let recorded = tenant.recorded();
    let of = |path: &str| recorded[from..].iter().filter(|it| it.path_and_query.contains(path)).count();
    (of("/users?"), of("/$batch"))
}

//! The check that counts: everything the app sends, and everything it is answered.

use std::collections::BTreeMap;

use contract::{Part, parts};
use graph::Operation;
use practice::Exchange;

use crate::{stories, the_contract};

/// Which of the client's operations a request is. Fewest open places first, as in the contract.
fn operation_of(part: &Part<'_>) -> Option<Operation> {
    let fits = |operation: &&Operation| {
        let mut wanted = operation.path_template().split('/');
        let mut sent = part.path().split('/');
        let same =
            wanted.by_ref().zip(sent.by_ref()).all(|(want, have)| want.starts_with('{') || want == have);
        same && operation.path_template().split('/').count() == part.path().split('/').count()
            && operation.method() == part.method
    };
    Operation::ALL.iter().filter(fits).min_by_key(|operation| operation.ids_needed()).copied()
}

async fn everything() -> Vec<Vec<Exchange>> {
    vec![
        stories::everybody_is_found().await,
        stories::every_remedy_is_carried_out().await,
        stories::addresses_are_repaired().await,
        stories::a_member_comes_and_goes().await,
        stories::sofie_is_invited_again().await,
        stories::sofie_is_interrupted().await,
        stories::some_are_refused().await,
        stories::something_comes_in_between().await,
        stories::the_server_has_trouble().await,
        stories::groups_come_in_pages().await,
        stories::an_owner_looks_at_the_guests_of_their_groups().await,
        stories::mail_is_followed().await,
        stories::all_guests_are_looked_at().await,
    ]
}

#[tokio::test]
#[ignore = "needs CONTRACT_DIR: Microsoft's contract is no part of this repository"]
async fn every_operation_the_app_can_send_is_sent_and_keeps_to_the_contract() {
    let contract = the_contract();
    let conversations = everything().await;

    // Nothing is sent that is not in the client's list, and everything that is in the list is sent.
    let mut sent: BTreeMap<Operation, usize> = BTreeMap::new();
    let mut answers: BTreeMap<u16, usize> = BTreeMap::new();
    for exchange in conversations.iter().flatten() {
        for part in parts(exchange).0 {
            let operation = operation_of(&part);
            let operation =
                operation.unwrap_or_else(|| panic!("{} {} is not in the list", part.method, part.target));
            *sent.entry(operation).or_default() += 1;
            *answers.entry(part.answer.map_or(0, |(status, _)| status)).or_default() += 1;
        }
    }
    let missing: Vec<&Operation> =
        Operation::ALL.iter().filter(|operation| !sent.contains_key(operation)).collect();
    assert!(missing.is_empty(), "no story sends {missing:?}");

    // And all of it keeps to the contract.
    let exchanges: usize = conversations.iter().map(Vec::len).sum();
    println!("{exchanges} exchanges with {} requests in all", sent.values().sum::<usize>());
    println!("by operation: {sent:#?}\nby status of the answer (0: none came): {answers:?}");
    let violations: Vec<String> = conversations
        .iter()
        .flat_map(|conversation| contract.violations(conversation))
        .map(|violation| violation.to_string())
        .collect();
    let mut distinct: BTreeMap<String, usize> = BTreeMap::new();
    for violation in &violations {
        *distinct.entry(without_ids(violation)).or_default() += 1;
    }
    assert!(violations.is_empty(), "{} violations: {distinct:#?}", violations.len());
}

/// The same violation at another object is the same.
fn without_ids(text: &str) -> String {
    regex::Regex::new("[0-9a-f]{8}-[0-9a-f-]{27}").unwrap().replace_all(text, "{id}").into_owned()
}

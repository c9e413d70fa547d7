//! The one list of what the client can send.

use std::collections::BTreeSet;

use graph::{Effect, Operation};

#[test]
fn no_two_operations_are_the_same() {
    let distinct: BTreeSet<_> =
        Operation::ALL.iter().map(|o| (o.method().to_string(), o.path_template())).collect();
    assert_eq!(distinct.len(), Operation::ALL.len());
}

#[test]
fn whatever_is_not_a_get_counts_as_a_change_but_for_the_batch_of_reads() {
    for operation in Operation::ALL {
        let read = operation.method() == http::Method::GET || *operation == Operation::Batch;
        assert_eq!(operation.effect() == Effect::Read, read, "{operation:?}");
    }
}

#[test]
fn the_only_thing_that_can_be_deleted_is_a_user() {
    let deletes: Vec<_> = Operation::ALL
        .iter()
        .filter(|o| o.method() == http::Method::DELETE)
        .map(|o| o.path_template())
        .collect();
    // The reference of a membership is no object: without `/$ref` at its end the request would delete the user.
    assert_eq!(deletes, ["/users/{user-id}", "/groups/{group-id}/members/{directoryObject-id}/$ref"]);
}

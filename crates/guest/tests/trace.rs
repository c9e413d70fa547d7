//! What became of a group's mail on its way to a guest, read from rows of a trace.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use guest::{MessageFate as F, TraceConclusion as C, TraceRow, TraceStatus as S, read_trace};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

fn now() -> Timestamp {
    "2026-11-27T12:00:00Z".parse().unwrap()
}

fn row(message: &str, hours_ago: i64, status: S) -> TraceRow {
    TraceRow { message: message.to_owned(), received: now() - SignedDuration::from_hours(hours_ago), status }
}

#[test]
fn what_became_of_a_message_is_told_by_the_rows_of_group_and_guest() {
    let told: &[(&[S], &[S], F, C)] = &[
        (&[S::Expanded], &[S::Delivered], F::Delivered, C::AtTheGuests),
        (&[S::Expanded], &[], F::LeftOut, C::NotSentToThem),
        (&[S::Expanded], &[S::Failed], F::Failed, C::NotDelivered),
        (&[S::Expanded], &[S::Failed, S::Delivered], F::Delivered, C::AtTheGuests),
        (&[S::Expanded], &[S::Quarantined], F::KeptBack, C::KeptBackHere),
        (&[S::Expanded], &[S::FilteredAsSpam], F::KeptBack, C::KeptBackHere),
        (&[S::Expanded], &[S::Pending], F::UnderWay, C::UnderWay),
        (&[S::Expanded], &[S::Unknown], F::Unclear, C::CannotTell),
        (&[S::Delivered, S::Expanded], &[], F::LeftOut, C::NotSentToThem),
        (&[S::Delivered], &[], F::Unclear, C::CannotTell),
        (&[S::Delivered], &[S::Delivered], F::Delivered, C::AtTheGuests),
        (&[S::Failed], &[], F::StoppedAtGroup, C::StoppedAtGroup),
        (&[S::Quarantined], &[], F::StoppedAtGroup, C::StoppedAtGroup),
        (&[S::FilteredAsSpam], &[], F::StoppedAtGroup, C::StoppedAtGroup),
        (&[S::Failed, S::Pending], &[], F::UnderWay, C::UnderWay),
        (&[S::Pending], &[], F::UnderWay, C::UnderWay),
        (&[S::Unknown], &[], F::Unclear, C::CannotTell),
    ];
    for (group, guest, fate, conclusion) in told {
        let rows = |all: &[S]| -> Vec<TraceRow> { all.iter().map(|it| row("one", 5, *it)).collect() };
        let trace = read_trace(&rows(group), &rows(guest), true, now());
        let fates: Vec<F> = trace.messages.iter().map(|it| it.fate).collect();
        assert_eq!((fates, trace.conclusion), (vec![*fate], *conclusion), "{group:?}, {guest:?}");
    }
}

#[test]
fn nothing_is_said_to_be_left_out_of_what_was_not_read_or_is_young() {
    let sent = [row("one", 5, S::Expanded)];
    let trace = read_trace(&sent, &[], false, now());
    assert_eq!((trace.messages[0].fate, trace.conclusion), (F::Unclear, C::CannotTell));
    let young = [TraceRow { received: now() - SignedDuration::from_mins(59), ..sent[0].clone() }];
    assert_eq!(read_trace(&young, &[], true, now()).conclusion, C::UnderWay);
    let grown = [TraceRow { received: now() - SignedDuration::from_mins(60), ..sent[0].clone() }];
    assert_eq!(read_trace(&grown, &[], true, now()).conclusion, C::NotSentToThem);
}

#[test]
fn the_newest_message_of_which_it_is_known_decides() {
    let group = [
        row("before the repair", 72, S::Expanded),
        row("after it", 5, S::Expanded),
        row("just now", 0, S::Expanded),
    ];
    let trace = read_trace(&group, &[row("after it", 5, S::Delivered)], true, now());
    let fates: Vec<F> = trace.messages.iter().map(|it| it.fate).collect();
    assert_eq!((fates, trace.conclusion), (vec![F::UnderWay, F::Delivered, F::LeftOut], C::AtTheGuests));
    assert_eq!(read_trace(&[], &[], true, now()).conclusion, C::NoMessages);
}

#[test]
fn a_message_is_one_however_many_rows_it_has_and_counts_from_its_first() {
    let group = [row("one", 3, S::Delivered), row("one", 4, S::Expanded)];
    let trace = read_trace(&group, &[row("another", 4, S::Delivered)], true, now());
    assert_eq!(trace.messages.len(), 1, "mail to the guest that was not for the group is not told");
    assert_eq!(trace.messages[0].received, now() - SignedDuration::from_hours(4));
}

#[test]
fn a_status_is_read_however_it_is_written_and_an_unknown_one_is_unknown() {
    assert_eq!(S::read("Delivered"), S::Delivered);
    assert_eq!(S::read("gettingStatus"), S::Pending);
    assert_eq!(S::read("filteredasspam"), S::FilteredAsSpam);
    for unknown in ["unknownFutureValue", "recalled", ""] {
        assert_eq!(S::read(unknown), S::Unknown);
    }
}

fn statuses() -> impl Strategy<Value = S> {
    prop_oneof![
        Just(S::Pending),
        Just(S::Delivered),
        Just(S::Expanded),
        Just(S::Quarantined),
        Just(S::FilteredAsSpam),
        Just(S::Failed),
        Just(S::Unknown),
    ]
}

fn rows() -> impl Strategy<Value = Vec<TraceRow>> {
    let one = ("[a-d]", 0_i64..300, statuses());
    proptest::collection::vec(one.prop_map(|(id, hours, status)| row(&id, hours, status)), 0..12)
}

proptest! {
    #[test]
    fn whatever_the_rows_each_message_is_told_once_and_nobody_is_left_out_without_proof(
        group in rows(), guest in rows(), complete: bool,
    ) {
        let trace = read_trace(&group, &guest, complete, now());
        let mut ids: Vec<&str> = group.iter().map(|row| row.message.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(trace.messages.len(), ids.len());
        prop_assert!(trace.messages.is_sorted_by(|one, other| one.received >= other.received));
        let left_out = trace.messages.iter().any(|it| it.fate == F::LeftOut);
        prop_assert!(!left_out || complete);
        prop_assert!(trace.conclusion != C::NotSentToThem || left_out);
        prop_assert!(
            trace.conclusion != C::AtTheGuests || guest.iter().any(|row| row.status == S::Delivered)
        );
    }
}

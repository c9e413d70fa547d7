//! The property table, row by row.

use guest::{Meaning, PropertyRow, RowValue, Severity};
use procedure::Examination;

use crate::named::{owner, severity};
use crate::view::{MeaningCode, Note, PropertyView, RowState, ValueView};

/// All rows about the user the verdict is about.
pub(crate) fn rows(look: &Examination) -> Vec<PropertyView> {
    let changed =
        look.subject().and_then(|user| user.external_user_state_changed.value().map(ToString::to_string));
    guest::table(&look.facts, &look.diagnosis).iter().map(|row| view(row, changed.as_deref())).collect()
}

fn view(row: &PropertyRow, changed: Option<&str>) -> PropertyView {
    let unread = row.value == RowValue::Unknown;
    PropertyView {
        name: row.property.clone(),
        matters: row.matters,
        severity: severity(row.severity),
        state: state(row),
        value: value(row, changed),
        meaning: if unread {
            Some(Note::plain(MeaningCode::NotRead))
        } else {
            row.meaning.as_ref().map(meaning)
        },
    }
}

fn state(row: &PropertyRow) -> RowState {
    match (&row.value, &row.meaning, row.severity) {
        (RowValue::Unknown, ..) => RowState::Unknown,
        (_, Some(Meaning::OwnedBy { .. }), Severity::Error) => RowState::Cause,
        (_, _, Severity::Error) => RowState::Wrong,
        (_, _, Severity::Warning) => RowState::Attention,
        (_, _, Severity::Ok) => RowState::Fine,
        (_, _, Severity::Info) => RowState::Info,
    }
}

fn value(row: &PropertyRow, changed: Option<&str>) -> ValueView {
    if let Some(Meaning::OwnedBy { owner: reference }) = &row.meaning {
        return ValueView::Owner { owner: owner(reference) };
    }
    match &row.value {
        RowValue::Empty => ValueView::Empty,
        RowValue::Unknown => ValueView::Unknown,
        RowValue::Text(state) if row.property == "externalUserState" => {
            ValueView::Redemption { state: state.clone(), at: changed.map(str::to_owned) }
        }
        RowValue::Text(text) => ValueView::Texts { texts: vec![text.clone()] },
        RowValue::Texts(texts) => ValueView::Texts { texts: texts.clone() },
        RowValue::Bool(truth) => ValueView::Truth { truth: *truth },
        RowValue::Date(at) => ValueView::Moment { at: at.to_string() },
    }
}

fn meaning(meaning: &Meaning) -> Note<MeaningCode> {
    use MeaningCode as C;
    match meaning {
        Meaning::NoMainAddress => Note::plain(C::NoMainAddress),
        Meaning::MainAddress => Note::plain(C::MainAddress),
        Meaning::NoPrimaryProxy => Note::plain(C::NoPrimaryProxy),
        Meaning::PrimaryProxy => Note::plain(C::PrimaryProxy),
        Meaning::GoesElsewhere { searched } => {
            Note::with(C::GoesElsewhere, [("searched", searched.as_str())])
        }
        Meaning::SeveralWithoutMain => Note::plain(C::SeveralWithoutMain),
        Meaning::OneAddressRepeated => Note::plain(C::OneAddressRepeated),
        Meaning::SeveralBesideMain => Note::plain(C::SeveralBesideMain),
        Meaning::InvitedAt { address } => Note::with(C::InvitedAt, [("address", address.as_str())]),
        Meaning::InvitedAtOneOf { addresses } => {
            let all: Vec<&str> = addresses.iter().map(guest::Address::as_str).collect();
            Note::with(C::InvitedAtOneOf, [("addresses", &all.join(", "))])
        }
        Meaning::Accepted => Note::plain(C::Accepted),
        Meaning::NotAccepted => Note::plain(C::NotAccepted),
        Meaning::MadeBySharing => Note::plain(C::MadeBySharing),
        Meaning::ExternalMember => Note::plain(C::ExternalMember),
        Meaning::SignInBlocked => Note::plain(C::SignInBlocked),
        Meaning::Synced => Note::plain(C::Synced),
        Meaning::Restricted => Note::plain(C::Restricted),
        Meaning::NoSignOfGuest => Note::plain(C::NoSignOfGuest),
        Meaning::OwnedBy { owner } => Note::with(C::OwnedBy, [("address", owner.address.as_str())]),
    }
}

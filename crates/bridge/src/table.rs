//! The property table, row by row.

use guest::{Meaning, PropertyRow, RowValue, Severity};
use procedure::Examination;

use crate::named::owner;
use crate::view::{PropertyView, RowState, ValueView};

/// All rows about the user the verdict is about.
pub(crate) fn rows(look: &Examination) -> Vec<PropertyView> {
    let changed =
        look.subject().and_then(|user| user.external_user_state_changed.value().map(ToString::to_string));
    let rows = guest::table(&look.facts, &look.diagnosis);
    rows.into_iter().map(|row| view(row, changed.as_deref())).collect()
}

fn view(row: PropertyRow, changed: Option<&str>) -> PropertyView {
    PropertyView {
        state: state(&row),
        value: value(&row, changed),
        name: row.property,
        matters: row.matters,
        severity: row.severity,
        meaning: row.meaning,
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
        RowValue::Owner(reference) => ValueView::Owner { owner: owner(reference) },
    }
}

//! Reading the rows: what was written of each change. Blocking; runs on the journal's own thread.
//!
//! What cannot be understood is passed over, so that it hides nothing else; the change it stood in says that it is not
//! whole.

use std::collections::HashSet;

use rusqlite::{Connection, Row, params};
use serde_json::Value;

use crate::state::ChangeStatus;
use crate::undone::Undone;
use crate::{
    BatchId, ChangeFilter, ChangeId, ChangeRecord, ChangeSummary, JournalError, NewChange, RecordedStep,
    State, Step, StepId, Transition,
};

/// How far the rows are not vouched for: those up to this one.
pub(crate) type Unsound = Option<i64>;

/// The head of a change, and its row.
struct Begun {
    row: i64,
    change: NewChange,
}

pub(crate) fn change(
    connection: &Connection,
    unsound: Unsound,
    id: ChangeId,
) -> Result<ChangeRecord, JournalError> {
    let begun = begun(connection, id)?.ok_or(JournalError::NoSuchChange(id))?;
    record(connection, unsound, &Undone::of(connection, id)?, begun)
}

pub(crate) fn changes(
    connection: &Connection,
    unsound: Unsound,
    filter: &ChangeFilter,
) -> Result<Vec<ChangeSummary>, JournalError> {
    let summary = |record: ChangeRecord| {
        let last = record.steps.last().map_or(record.begun.started, |recorded| recorded.step.at);
        let ChangeRecord { begun, state, open, .. } = record;
        ChangeSummary { begun, state, open, last }
    };
    Ok(records(connection, unsound, filter)?.into_iter().map(summary).collect())
}

pub(crate) fn records(
    connection: &Connection,
    unsound: Unsound,
    filter: &ChangeFilter,
) -> Result<Vec<ChangeRecord>, JournalError> {
    let limit = i64::try_from(ChangeFilter::most_changes(filter.limit)).unwrap_or(i64::MAX);
    let mut heads = match &filter.tenant {
        Some(tenant) => heads(
            connection,
            "json_extract(body, '$.organisation.tenantId') = ?1 ORDER BY seq DESC LIMIT ?2",
            params![tenant, limit],
        ),
        None => heads(connection, "?1 ORDER BY seq DESC LIMIT ?2", params![true, limit]),
    }?;
    let mut entries = HashSet::new();
    let beyond = heads.iter().position(|Begun { change, .. }| {
        entries.insert(change.batch.map_or(change.id.as_uuid(), BatchId::as_uuid));
        entries.len() > filter.limit
    });
    heads.truncate(beyond.unwrap_or(heads.len()));
    whole(connection, unsound, heads)
}

pub(crate) fn open_changes(
    connection: &Connection,
    unsound: Unsound,
    tenant: &str,
) -> Result<Vec<ChangeRecord>, JournalError> {
    let of_tenant = format!("json_extract(body, '$.organisation.tenantId') = ?1 AND {UNENDED} ORDER BY seq");
    let heads = heads(connection, &of_tenant, params![tenant])?;
    let mut unended = whole(connection, unsound, heads)?;
    unended.retain(|record| record.open);
    Ok(unended)
}

/// The changes of every tenant that were begun, asked for something, and did not end.
pub(crate) fn unended(connection: &Connection, unsound: Unsound) -> Result<Vec<ChangeId>, JournalError> {
    let records = whole(connection, unsound, heads(connection, UNENDED, &[])?)?;
    let unended = records.into_iter().filter(|record| record.open && !record.steps.is_empty());
    Ok(unended.map(|record| record.begun.id).collect())
}

const UNENDED: &str = "NOT EXISTS (SELECT 1 FROM entry AS ending
    WHERE ending.change = entry.change AND ending.kind IN ('finished', 'abandoned'))";

pub(crate) fn head(connection: &Connection, id: ChangeId) -> Result<Option<NewChange>, JournalError> {
    Ok(begun(connection, id)?.map(|begun| begun.change))
}

fn begun(connection: &Connection, id: ChangeId) -> Result<Option<Begun>, JournalError> {
    Ok(heads(connection, "change = ?1", params![id.to_string()])?.pop())
}

/// The heads of changes for which the condition (our own text, never a caller's) holds.
fn heads(
    connection: &Connection,
    condition: &str,
    arguments: &[&dyn rusqlite::ToSql],
) -> Result<Vec<Begun>, JournalError> {
    let mut statement = connection
        .prepare_cached(&format!("SELECT seq, body FROM entry WHERE kind = 'begun' AND {condition}"))?;
    let mut found = statement.query(arguments)?;
    let mut heads = Vec::new();
    while let Some(row) = found.next()? {
        let change = serde_json::from_str(text(row, 1));
        heads.extend(change.ok().map(|change| row.get(0).map(|row| Begun { row, change })).transpose()?);
    }
    Ok(heads)
}

/// What can be understood of a change's rows, and whether that was all of them.
pub(crate) fn steps(
    connection: &Connection,
    id: ChangeId,
) -> Result<(Vec<RecordedStep>, bool), JournalError> {
    let mut statement = connection.prepare_cached(
        "SELECT seq, at, kind, body FROM entry WHERE change = ?1 AND kind <> 'begun' ORDER BY seq",
    )?;
    let mut found = statement.query(params![id.to_string()])?;
    let (mut steps, mut all) = (Vec::new(), true);
    while let Some(row) = found.next()? {
        if let (Ok(at), Ok(transition)) = (text(row, 1).parse(), put_together(text(row, 2), text(row, 3))) {
            steps.push(RecordedStep { id: StepId(row.get(0)?), step: Step { at, transition } });
        } else {
            all = false;
        }
    }
    Ok((steps, all))
}

fn whole(
    connection: &Connection,
    unsound: Unsound,
    heads: Vec<Begun>,
) -> Result<Vec<ChangeRecord>, JournalError> {
    let undone = Undone::of_all(connection)?;
    heads.into_iter().map(|begun| record(connection, unsound, &undone, begun)).collect()
}

fn record(
    connection: &Connection,
    unsound: Unsound,
    undone: &Undone,
    begun: Begun,
) -> Result<ChangeRecord, JournalError> {
    let Begun { row, change: begun } = begun;
    let (steps, all) = steps(connection, begun.id)?;
    let status = ChangeStatus::of(steps.iter().map(|recorded| &recorded.step.transition));
    let taken_back = undone.by(begun.id);
    let state = taken_back.map_or(status.state, |change| State::UndoneBy { change });
    // That another change took it back ends it as well: a row of its own that says so may never have been written.
    let open = status.open && taken_back.is_none();
    let sound = all && unsound.is_none_or(|up_to| row > up_to);
    Ok(ChangeRecord { begun, state, open, steps, sound })
}

/// A column as text; empty where a damaged disk left something else, which is then not understood.
pub(crate) fn text<'a>(row: &'a Row<'_>, column: usize) -> &'a str {
    row.get_ref(column).ok().and_then(|value| value.as_str().ok()).unwrap_or_default()
}

/// A transition's name and content, as two columns: an auditor reads the names without knowing JSON.
pub(crate) fn taken_apart(transition: &Transition) -> Result<(String, String), JournalError> {
    let value = serde_json::to_value(transition).map_err(|error| damaged(0, &error))?;
    let kind = value.get("kind").and_then(Value::as_str).unwrap_or_default().to_owned();
    let body = value.get("body").cloned().unwrap_or_default();
    Ok((kind, body.to_string()))
}

pub(crate) fn put_together(kind: &str, body: &str) -> serde_json::Result<Transition> {
    let body: Value = serde_json::from_str(body)?;
    serde_json::from_value(serde_json::json!({ "kind": kind, "body": body }))
}

pub(crate) fn damaged(row: i64, what: &dyn std::fmt::Display) -> JournalError {
    JournalError::Damaged { row, what: what.to_string() }
}

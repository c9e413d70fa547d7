//! Reading and writing the rows. Blocking; runs on the journal's own thread.

use rusqlite::{Connection, OptionalExtension, Row, Transaction, TransactionBehavior, params};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::chain::{Content, Hash, NOTHING_BEFORE, hexadecimal};
use crate::state::ChangeStatus;
use crate::{
    Chain, ChangeFilter, ChangeId, ChangeRecord, ChangeSummary, JournalError, NewChange, RecordedStep, State,
    Step, StepId, Transition,
};

const BEGUN: &str = "begun";

pub(crate) fn begin(connection: &mut Connection, change: &NewChange) -> Result<ChangeId, JournalError> {
    let transaction = writing(connection)?;
    if head(&transaction, change.id)?.is_some() {
        return Err(JournalError::AlreadyBegun(change.id));
    }
    if let Some(undone) = change.undoes
        && head(&transaction, undone)?.is_none()
    {
        return Err(JournalError::NoSuchChange(undone));
    }
    let body = serde_json::to_string(change).map_err(|error| damaged(0, &error))?;
    write(&transaction, change.id, &change.started.to_string(), BEGUN, &body)?;
    transaction.commit()?;
    Ok(change.id)
}

pub(crate) fn append(connection: &mut Connection, id: ChangeId, step: &Step) -> Result<StepId, JournalError> {
    let transaction = writing(connection)?;
    let before = steps(&transaction, id)?;
    if head(&transaction, id)?.is_none() {
        return Err(JournalError::NoSuchChange(id));
    }
    let next = &step.transition;
    if before.is_empty() && !matches!(next, Transition::Intended { .. } | Transition::Abandoned { .. }) {
        return Err(JournalError::NothingIntended(id));
    }
    if before.iter().any(|earlier| earlier.step.transition.ends()) && !next.is_read_back() {
        return Err(JournalError::AlreadyEnded(id));
    }
    let (kind, body) = taken_apart(next)?;
    let row = write(&transaction, id, &step.at.to_string(), &kind, &body)?;
    transaction.commit()?;
    Ok(StepId(row))
}

pub(crate) fn change(connection: &Connection, id: ChangeId) -> Result<ChangeRecord, JournalError> {
    let begun = head(connection, id)?.ok_or(JournalError::NoSuchChange(id))?;
    record(connection, begun)
}

pub(crate) fn changes(
    connection: &Connection,
    filter: &ChangeFilter,
) -> Result<Vec<ChangeSummary>, JournalError> {
    let limit = i64::try_from(filter.limit).unwrap_or(i64::MAX);
    let heads = match &filter.tenant {
        Some(tenant) => heads(
            connection,
            "json_extract(body, '$.organisation.tenantId') = ?1 ORDER BY seq DESC LIMIT ?2",
            params![tenant, limit],
        ),
        None => heads(connection, "?1 ORDER BY seq DESC LIMIT ?2", params![true, limit]),
    }?;
    heads
        .into_iter()
        .map(|begun| {
            let ChangeRecord { begun, state, open, steps } = record(connection, begun)?;
            let last = steps.last().map_or(begun.started, |recorded| recorded.step.at);
            Ok(ChangeSummary { begun, state, open, last })
        })
        .collect()
}

pub(crate) fn open_changes(connection: &Connection, tenant: &str) -> Result<Vec<ChangeRecord>, JournalError> {
    let unended = "json_extract(body, '$.organisation.tenantId') = ?1
        AND NOT EXISTS (SELECT 1 FROM entry AS ending
            WHERE ending.change = entry.change AND ending.kind IN ('finished', 'abandoned'))
        ORDER BY seq";
    heads(connection, unended, params![tenant])?.into_iter().map(|begun| record(connection, begun)).collect()
}

/// How far a walk along the chain has come.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Walk {
    /// The first row that may come next.
    next: i64,
    rows: u64,
    last: Hash,
}

impl Walk {
    /// Before the first row, whatever number somebody may have given it.
    pub(crate) const START: Self = Self { next: i64::MIN, rows: 0, last: NOTHING_BEFORE };
}

/// Where a walk is after some rows.
pub(crate) enum Walked {
    /// There may be more rows.
    SoFar(Walk),
    /// At the end of the file, or at the first row that does not fit.
    ToTheEnd(Chain),
}

/// Walks along the chain by at most so many rows, each held in memory by itself.
pub(crate) fn walk(connection: &Connection, mut walk: Walk, at_most: u32) -> Result<Walked, JournalError> {
    let mut statement = connection.prepare_cached(
        "SELECT seq, change, at, kind, body, previous, hash FROM entry WHERE seq >= ?1 ORDER BY seq LIMIT ?2",
    )?;
    let mut found = statement.query(params![walk.next, at_most])?;
    let mut walked = 0;
    while let Some(row) = found.next()? {
        let seq: i64 = row.get(0)?;
        let Ok(hash) = hash_if_unbroken(row, &walk.last) else {
            return Ok(Walked::ToTheEnd(Chain::Broken { row: seq }));
        };
        walk = Walk { next: seq.saturating_add(1), rows: walk.rows + 1, last: hash };
        walked += 1;
    }
    if walked == at_most {
        return Ok(Walked::SoFar(walk));
    }
    Ok(Walked::ToTheEnd(Chain::Whole { rows: walk.rows, head: hexadecimal(&walk.last) }))
}

struct Unfitting;

fn hash_if_unbroken(row: &Row<'_>, last: &Hash) -> Result<Hash, Unfitting> {
    let text =
        |column: usize| row.get_ref(column).ok().and_then(|value| value.as_str().ok()).ok_or(Unfitting);
    let content = Content {
        seq: row.get(0).map_err(|_| Unfitting)?,
        change: text(1)?,
        at: text(2)?,
        kind: text(3)?,
        body: text(4)?,
    };
    let (previous, written): (Hash, Hash) =
        (row.get(5).map_err(|_| Unfitting)?, row.get(6).map_err(|_| Unfitting)?);
    if previous == *last && content.hash(last) == written { Ok(written) } else { Err(Unfitting) }
}

/// Takes the write lock at once: what is checked before writing must still hold when the row is written.
fn writing(connection: &mut Connection) -> Result<Transaction<'_>, JournalError> {
    Ok(connection.transaction_with_behavior(TransactionBehavior::Immediate)?)
}

fn write(
    transaction: &Transaction<'_>,
    change: ChangeId,
    at: &str,
    kind: &str,
    body: &str,
) -> Result<i64, JournalError> {
    let last: Option<(i64, Hash)> = transaction
        .query_row("SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    let (last_seq, previous) = last.unwrap_or((0, NOTHING_BEFORE));
    let (seq, change) = (last_seq + 1, change.to_string());
    let hash = Content { seq, change: &change, at, kind, body }.hash(&previous);
    transaction.execute(
        "INSERT INTO entry (seq, change, at, kind, body, previous, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![seq, change, at, kind, body, previous, hash],
    )?;
    Ok(seq)
}

fn head(connection: &Connection, id: ChangeId) -> Result<Option<NewChange>, JournalError> {
    Ok(heads(connection, "change = ?1", params![id.to_string()])?.pop())
}

/// The heads of changes for which the condition (our own text, never a caller's) holds.
fn heads(
    connection: &Connection,
    condition: &str,
    arguments: &[&dyn rusqlite::ToSql],
) -> Result<Vec<NewChange>, JournalError> {
    let mut statement = connection
        .prepare_cached(&format!("SELECT seq, body FROM entry WHERE kind = 'begun' AND {condition}"))?;
    let mut found = statement.query(arguments)?;
    let mut heads = Vec::new();
    while let Some(row) = found.next()? {
        heads.push(understood(
            row.get(0)?,
            serde_json::from_str(row.get_ref(1)?.as_str().unwrap_or_default()),
        )?);
    }
    Ok(heads)
}

fn steps(connection: &Connection, id: ChangeId) -> Result<Vec<RecordedStep>, JournalError> {
    let mut statement = connection.prepare_cached(
        "SELECT seq, at, kind, body FROM entry WHERE change = ?1 AND kind <> 'begun' ORDER BY seq",
    )?;
    let mut found = statement.query(params![id.to_string()])?;
    let mut steps = Vec::new();
    while let Some(row) = found.next()? {
        let seq = row.get(0)?;
        let (at, kind, body): (String, String, String) = (row.get(1)?, row.get(2)?, row.get(3)?);
        let at = at.parse().map_err(|error| damaged(seq, &error))?;
        let transition = understood(seq, put_together(&kind, &body))?;
        steps.push(RecordedStep { id: StepId(seq), step: Step { at, transition } });
    }
    Ok(steps)
}

fn record(connection: &Connection, begun: NewChange) -> Result<ChangeRecord, JournalError> {
    let steps = steps(connection, begun.id)?;
    let status = ChangeStatus::of(steps.iter().map(|recorded| &recorded.step.transition));
    let state = match undone_by(connection, begun.id)? {
        Some(change) => State::UndoneBy { change },
        None => status.state,
    };
    Ok(ChangeRecord { begun, state, open: status.open, steps })
}

/// The change that took this one back, unless that was itself taken back. Ends, because a change can only undo
/// an earlier one.
fn undone_by(connection: &Connection, id: ChangeId) -> Result<Option<ChangeId>, JournalError> {
    let undoing =
        heads(connection, "json_extract(body, '$.undoes') = ?1 ORDER BY seq DESC", params![id.to_string()])?;
    for undo in undoing {
        let steps = steps(connection, undo.id)?;
        let status = ChangeStatus::of(steps.iter().map(|recorded| &recorded.step.transition));
        if status.took_effect() && undone_by(connection, undo.id)?.is_none() {
            return Ok(Some(undo.id));
        }
    }
    Ok(None)
}

/// A transition's name and content, as two columns: an auditor reads the names without knowing JSON.
fn taken_apart(transition: &Transition) -> Result<(String, String), JournalError> {
    let value = serde_json::to_value(transition).map_err(|error| damaged(0, &error))?;
    let kind = value.get("kind").and_then(Value::as_str).unwrap_or_default().to_owned();
    let body = value.get("body").cloned().unwrap_or_default();
    Ok((kind, body.to_string()))
}

fn put_together(kind: &str, body: &str) -> serde_json::Result<Transition> {
    let body: Value = serde_json::from_str(body)?;
    serde_json::from_value(serde_json::json!({ "kind": kind, "body": body }))
}

fn understood<T: DeserializeOwned>(row: i64, read: serde_json::Result<T>) -> Result<T, JournalError> {
    read.map_err(|error| damaged(row, &error))
}

fn damaged(row: i64, what: &dyn std::fmt::Display) -> JournalError {
    JournalError::Damaged { row, what: what.to_string() }
}

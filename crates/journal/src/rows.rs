//! Writing the rows. Blocking; runs on the journal's own thread.

use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use crate::chain::Content;
use crate::head::last;
use crate::records::{damaged, head, steps, taken_apart};
use crate::{ChangeId, JournalError, NewChange, Step, StepId, Transition};

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
    let (before, _) = steps(&transaction, id)?;
    if head(&transaction, id)?.is_none() {
        return Err(JournalError::NoSuchChange(id));
    }
    let next = &step.transition;
    if before.is_empty() && !matches!(next, Transition::Intended { .. } | Transition::Abandoned { .. }) {
        return Err(JournalError::NothingIntended(id));
    }
    let ended = before.iter().any(|earlier| earlier.step.transition.ends());
    if ended && !next.may_follow_the_end() {
        return Err(JournalError::AlreadyEnded(id));
    }
    if !ended && next.is_remark() {
        return Err(JournalError::StillOpen(id));
    }
    let (kind, body) = taken_apart(next)?;
    let row = write(&transaction, id, &step.at.to_string(), &kind, &body)?;
    transaction.commit()?;
    Ok(StepId(row))
}

/// Takes the write lock at once: what is checked before writing must still hold when the row is written.
pub(crate) fn writing(connection: &mut Connection) -> Result<Transaction<'_>, JournalError> {
    Ok(connection.transaction_with_behavior(TransactionBehavior::Immediate)?)
}

fn write(
    transaction: &Transaction<'_>,
    change: ChangeId,
    at: &str,
    kind: &str,
    body: &str,
) -> Result<i64, JournalError> {
    let (last_seq, previous) = last(transaction)?;
    let (seq, change) = (last_seq + 1, change.to_string());
    let hash = Content { seq, change: &change, at, kind, body }.hash(&previous);
    transaction.execute(
        "INSERT INTO entry (seq, change, at, kind, body, previous, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![seq, change, at, kind, body, previous, hash],
    )?;
    Ok(seq)
}

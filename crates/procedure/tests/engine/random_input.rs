//! Whatever stands in the payloads of the journal, by damage or by a later version's hand: it is listed, and a way that is
//! offered from it ends.

use std::sync::Arc;
use std::time::Duration;

use guest::RemedyKind;
use journal::{ChangeId, ChangeRecord, Journal, Step};
use procedure::{Engine, HistoryEntry, Plan, Problem};
use random_input::{Input, read};
use scripted_graph::Effect;
use serde_json::{Value, json};

use crate::support::{Counting, FIELDS, Story, connection, jan};

/// The records of changes that went every way: done, undone, stopped half-way, with a lost answer.
async fn records() -> Vec<ChangeRecord> {
    let mut records = Vec::new();
    let fields = FIELDS.iter().map(|field| (field.remedy, (field.guest)()));
    for (remedy, guest) in fields.chain([(RemedyKind::RemoveAndInvite, jan())]) {
        let story = Story::about(guest).await;
        let done = story.remedy(remedy).await;
        let undone = story.undo(done.change).await;
        records.extend([story.record(done.change).await, story.record(undone.change).await]);
    }
    for (request, effect) in [
        ("POST /invitations", Effect::Refuse(403, "")),
        ("POST /groups/team/members/$ref", Effect::NotSent),
        ("DELETE /users/jan", Effect::LoseBefore),
    ] {
        let story = Story::new().await;
        story.directory.always(request, effect);
        let stopped = story.remedy(RemedyKind::RemoveAndInvite).await;
        records.push(story.record(stopped.change).await);
    }
    records
}

/// The same record with other payloads, as far as the journal takes it. None when that is no record any more.
async fn written_down(
    input: &mut Input<'_, '_>,
    record: &ChangeRecord,
    journal: &Journal,
) -> Option<ChangeId> {
    let mut begun = record.begun.clone();
    begun.undoes = None;
    if input.once_in(4) {
        begun.remedy = input.text(&[&record.begun.remedy, "undo-", "put-back-"]);
    }
    let id = journal.begin(begun).await.ok()?;
    for recorded in &record.steps {
        let mut transition = serde_json::to_value(&recorded.step.transition).ok()?;
        if input.once_in(2) {
            alter_payloads(input, &mut transition["body"]);
        }
        let Ok(transition) = serde_json::from_value(transition) else { break };
        _ = journal.append(id, Step { at: recorded.step.at, transition }).await;
        if input.once_in(12) {
            break;
        }
    }
    Some(id)
}

/// The bodies, mostly; now and then the version that says who understands them.
fn alter_payloads(input: &mut Input<'_, '_>, transition: &mut Value) {
    for part in transition.as_object_mut().into_iter().flatten().map(|(_, part)| part) {
        if let Some(body) = part.get_mut("body") {
            *body = input.altered(body);
            if input.once_in(8) {
                part["version"] = json!(input.below(3));
            }
        } else if input.once_in(8) {
            *part = input.altered(part);
        }
    }
}

#[test]
fn journal_payload() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    let records = runtime.block_on(records());
    read("journal-payload", |input| runtime.block_on(listed_and_walked(input, &records)));
}

async fn listed_and_walked(input: &mut Input<'_, '_>, records: &[ChangeRecord]) {
    let story = Story::new().await;
    let journal = Journal::in_memory().unwrap();
    let record = &records[input.below(records.len())];
    let Some(change) = written_down(input, record, &journal).await else { return };
    if input.once_in(2) {
        // As it stands after most of these changes.
        story.directory.delete("jan");
    }
    let engine = Engine::new(journal, Arc::new(story.clock.clone()), Arc::<Counting>::default());
    engine.sign_in(connection(&story.directory)).await.unwrap();
    let Ok(entries) = engine.history().await else { return };
    _ = engine.unfinished().await.unwrap();
    let way = input.below(3);
    let plan = match way {
        0 => engine.preview_undo(change.as_uuid()).await,
        1 => engine.preview_continue(change.as_uuid()).await,
        _ => engine.preview_put_back(change.as_uuid()).await,
    };
    is_offered(&entries, way, &plan);
    let Ok(plan) = plan else { return };
    let Some(id) = plan.id else { return };
    let Ok(begun) = engine.confirm(id, plan.confirm_text.as_deref(), None).await else { return };
    let end = tokio::time::timeout(Duration::from_secs(4), end_of(&engine, begun)).await;
    assert!(end.is_ok(), "the change never ended");
}

/// What can be planned was offered.
fn is_offered(entries: &[HistoryEntry], way: usize, plan: &Result<Plan, Problem>) {
    let offered = entries.iter().any(|entry| [entry.can_undo, entry.can_continue, entry.can_put_back][way]);
    assert!(offered || plan.is_err(), "way {way} was not offered: {plan:?}");
}

async fn end_of(engine: &Engine, change: uuid::Uuid) {
    let mut seen = 0;
    loop {
        let (next, progress) = engine.watch(seen).await;
        seen = next;
        if progress.is_some_and(|progress| progress.change == change && progress.ended.is_some()) {
            return;
        }
    }
}

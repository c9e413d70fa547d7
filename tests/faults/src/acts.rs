//! One act, asked of the engine as the app asks it: a preview, its confirmation, and the news until its end.

use std::sync::Mutex;

use guest::RemedyKind;
use procedure::{ChangeResult, Engine, Plan, PreviewRequest, Problem, Purpose, Selections};
use uuid::Uuid;

use crate::evidence::Said;
use crate::newcomer;
use crate::place::locked;
use crate::world::Guest;

/// The ticket of every question.
pub(crate) const TICKET: &str = "faults";

/// Stops what is under way.
type Stop = Box<dyn Fn() + Send>;

/// What the person has before them.
#[derive(Default)]
pub(crate) struct Screen {
    /// What *Stop* does.
    pub(crate) stop: Mutex<Option<Stop>>,
    /// The plan that was confirmed last in this act.
    pub(crate) plan: Mutex<Option<Plan>>,
}

/// How an act ended.
pub(crate) struct Ending {
    pub(crate) said: Said,
    pub(crate) plan: Option<Plan>,
    pub(crate) change: Option<Uuid>,
}

impl Ending {
    fn without_change(said: Said) -> Self {
        Self { said, plan: None, change: None }
    }
}

/// Performs an act. `of`: the change that offers it.
pub(crate) async fn perform(
    engine: &Engine,
    screen: &Screen,
    purpose: Purpose,
    of: Option<Uuid>,
    (guest, remedy): (&Guest, RemedyKind),
) -> Ending {
    let asking = engine.clone();
    *locked(&screen.stop) = Some(Box::new(move || asking.cancel(TICKET)));
    let previewed = match (purpose, of) {
        (Purpose::Apply, _) => find_and_apply(engine, guest, remedy).await,
        (_, None) => return Ending::without_change(Said::NoSuchWay),
        (Purpose::Undo, Some(change)) => engine.preview_undo(change).await,
        (Purpose::PutBack, Some(change)) => engine.preview_put_back(change).await,
        (Purpose::Continue, Some(change)) => engine.preview_continue(change).await,
    };
    let plan = match previewed {
        Ok(plan) => plan,
        Err(problem) => return Ending::without_change(Said::NoPlan(problem)),
    };
    let Some(id) = plan.id else { return Ending::without_change(Said::Incomplete) };
    *locked(&screen.plan) = Some(plan.clone());
    let change = match engine.confirm(id, plan.confirm_text.as_deref(), None).await {
        Ok(change) => change,
        Err(problem) => return Ending { said: Said::NoPlan(problem), plan: Some(plan), change: None },
    };
    let stopping = engine.clone();
    *locked(&screen.stop) = Some(Box::new(move || stopping.cancel(&change.to_string())));
    let said = end_of(engine, change).await.map_or(Said::NeverEnded, |result| Said::Ended(Box::new(result)));
    Ending { said, plan: Some(plan), change: Some(change) }
}

async fn find_and_apply(engine: &Engine, guest: &Guest, remedy: RemedyKind) -> Result<Plan, Problem> {
    engine.find(&guest.address, guest.group.as_deref(), None, TICKET).await?;
    apply(engine, guest, remedy).await
}

/// A plan for the remedy: with what is preselected, else the first, and insisting where that is asked.
pub(crate) async fn apply(engine: &Engine, guest: &Guest, remedy: RemedyKind) -> Result<Plan, Problem> {
    let mut request = newcomer::ask(PreviewRequest {
        guest: Some(guest.id.clone()),
        searched: guest.address.clone(),
        group: guest.group.clone(),
        remedy,
        selections: Selections::default(),
    });
    let mut plan = engine.preview(&request, TICKET).await?;
    let chosen = plan.addresses.iter().any(|address| address.chosen);
    if let Some(first) = plan.addresses.first().filter(|_| !chosen) {
        request.selections.address = Some(first.address.as_str().to_owned());
        plan = engine.preview(&request, TICKET).await?;
    }
    if plan.insist == Some(false) {
        request.selections.insist = true;
        plan = engine.preview(&request, TICKET).await?;
    }
    Ok(plan)
}

/// How often nothing new is heard before nothing is taken to come any more, a moment of real time apart: in fast time the
/// clock goes on by itself while the record is written on a thread of its own, which a busy computer may leave waiting.
const QUIET: u32 = 40;

/// The end of a change; none when the app stops telling news of it.
async fn end_of(engine: &Engine, change: Uuid) -> Option<ChangeResult> {
    let (mut seen, mut quiet) = (0, 0);
    loop {
        let (next, progress) = engine.watch(seen).await;
        if let Some(result) = progress.filter(|it| it.change == change).and_then(|it| it.ended) {
            return Some(*result);
        }
        quiet = if next == seen { quiet + 1 } else { 0 };
        if quiet > QUIET {
            return None;
        }
        if quiet > 0 {
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        seen = next;
    }
}

/// Every guest who can be found, with each address they can be found by.
pub(crate) async fn guests(engine: &Engine, ids: &[(String, Vec<String>)]) -> Vec<Guest> {
    let mut found = Vec::new();
    for (id, addresses) in ids {
        for address in addresses {
            let seen = engine.find(address, None, None, TICKET).await;
            let is_it = seen.is_ok_and(|seen| seen.diagnosis.subject.as_ref() == Some(id));
            if is_it {
                found.push(Guest { id: id.clone(), address: address.clone(), group: None });
            }
        }
    }
    found
}

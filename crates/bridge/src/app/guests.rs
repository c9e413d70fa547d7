//! The commands about guests and changes.

use journal::ChangeFilter;
use procedure::{HISTORY, PreviewRequest, Selections};
use uuid::Uuid;

use super::{Answer, App};
use crate::form::{malformed, object_id, ticket, uuid};
use crate::history_table;
use crate::problem::AppProblem;
use crate::view::{
    Cancel, Category, ChangeStarted, Confirm, Find, GroupChoice, GroupChoices, GuestReport, History,
    NextToTryView, NoteTest, Nothing, OfChange, PlanView, Preview, ProblemCode, ProgressUpdate, SaveHistory,
    SavedView, SelectionsView, TryNext, Watch,
};
use crate::{plan, progress, report};

#[allow(
    clippy::unused_async,
    reason = "the dispatch awaits every command alike, whether it has to wait or not"
)]
impl App {
    pub(super) async fn groups(&self, _: Nothing) -> Answer<GroupChoices> {
        let groups = self.engine().groups().await?;
        let choice = |group: guest::Group| GroupChoice {
            display_name: group.display_name.value().cloned().unwrap_or_else(|| group.id.clone()),
            mail: group.mail.value().cloned(),
            id: group.id,
        };
        Ok(GroupChoices { groups: groups.into_iter().map(choice).collect() })
    }

    pub(super) async fn find(&self, ask: Find) -> Answer<GuestReport> {
        let group = ask.group.as_deref().map(object_id).transpose()?;
        let guest = ask.guest.as_deref().map(object_id).transpose()?;
        let ask = Find { ticket: ticket(ask.ticket)?, ..ask };
        let look = self.engine().find(&ask.address, group.as_deref(), guest.as_deref(), &ask.ticket).await?;
        let back = self.engine().way_back_to(&look).await?;
        let report = report::with_way_back(report::report(&look), &look, back.as_ref());
        self.note_search(&look, &report.searched);
        Ok(report)
    }

    pub(super) async fn preview(&self, ask: Preview) -> Answer<PlanView> {
        let request = PreviewRequest {
            guest: ask.guest.as_deref().map(object_id).transpose()?,
            searched: ask.searched,
            group: ask.group.as_deref().map(object_id).transpose()?,
            remedy: ask.remedy,
            selections: selections(ask.choices)?,
        };
        Ok(plan::plan(&self.engine().preview(&request, &ticket(ask.ticket)?).await?))
    }

    pub(super) async fn preview_undo(&self, ask: OfChange) -> Answer<PlanView> {
        Ok(plan::plan(&self.engine().preview_undo(uuid(&ask.change)?).await?))
    }

    pub(super) async fn preview_continue(&self, ask: OfChange) -> Answer<PlanView> {
        Ok(plan::plan(&self.engine().preview_continue(uuid(&ask.change)?).await?))
    }

    pub(super) async fn preview_put_back(&self, ask: OfChange) -> Answer<PlanView> {
        Ok(plan::plan(&self.engine().preview_put_back(uuid(&ask.change)?).await?))
    }

    pub(super) async fn confirm(&self, ask: Confirm) -> Answer<ChangeStarted> {
        let (plan, reason) = (uuid(&ask.plan)?, ask.reason.as_deref().map(short));
        let change = self.engine().confirm(plan, ask.typed.as_deref(), reason).await?;
        Ok(ChangeStarted { change: change.to_string() })
    }

    pub(super) async fn watch(&self, ask: Watch) -> Answer<ProgressUpdate> {
        let (sequence, change) = self.engine().watch(ask.after).await;
        let explain = |problem: procedure::Problem| self.explained(problem.into()).into();
        let change = change.as_ref().map(|change| progress::progress(change, explain));
        if let Some(problem) = change.as_ref().and_then(|change| change.result.as_ref()?.problem.as_ref()) {
            self.note_problem(&problem.code, problem.reference.as_deref());
        }
        Ok(ProgressUpdate { sequence, change })
    }

    pub(super) async fn cancel(&self, ask: Cancel) -> Answer<Nothing> {
        self.engine().cancel(&ask.ticket);
        Ok(Nothing {})
    }

    pub(super) async fn history(&self, _: Nothing) -> Answer<History> {
        let entries = self.engine().history().await?;
        Ok(progress::history(&entries, self.engine().record_condition().await))
    }

    pub(super) async fn save_history(&self, ask: SaveHistory) -> Answer<SavedView> {
        if ask.changes.is_empty() || ask.changes.len() > ChangeFilter::most_changes(HISTORY) {
            return Err(malformed("save_history"));
        }
        let chosen = ask.changes.iter().map(|id| uuid(id)).collect::<Answer<Vec<_>>>()?;
        let all = self.engine().history().await?;
        let entry = |id: &Uuid| all.iter().find(|entry| entry.id == *id).and_then(progress::entry);
        // One that is not there any more is not left out quietly: then what is on screen is not what is.
        let entries: Option<Vec<_>> = chosen.iter().map(entry).collect();
        let entries = entries.ok_or_else(|| {
            let choice = "changes".to_owned();
            AppProblem::here(Category::BadInput, ProblemCode::ChoiceInvalid { choice })
        })?;
        let text = history_table::written(self.language(), ask.form, &entries)?;
        self.save(&history_table::file_name(self.inner.clock.now(), ask.form), text.as_bytes(), text.clone())
            .await
    }

    pub(super) async fn note_test(&self, ask: NoteTest) -> Answer<Nothing> {
        self.engine().note_test(uuid(&ask.change)?, ask.test).await?;
        Ok(Nothing {})
    }

    pub(super) async fn try_next(&self, ask: TryNext) -> Answer<NextToTryView> {
        let group = ask.group.as_deref().map(object_id).transpose()?;
        let ticket = ticket(ask.ticket)?;
        let look = self.engine().find(&ask.address, group.as_deref(), None, &ticket).await?;
        let next = self.engine().next_to_try(&look).await?;
        let back = self.engine().way_back_to(&look).await?;
        Ok(NextToTryView { report: report::with_way_back(report::report(&look), &look, back.as_ref()), next })
    }
}

/// How much of a reason is kept: a ticket number and a sentence.
const LONGEST_REASON: usize = 500;

/// A reason, as much of it as is kept.
pub(super) fn short(reason: &str) -> String {
    reason.chars().take(LONGEST_REASON).collect()
}

fn selections(choices: SelectionsView) -> Answer<Selections> {
    let groups = choices
        .groups
        .map(|all| all.iter().map(|id| object_id(id)).collect::<Answer<Vec<_>>>())
        .transpose()?;
    let language = match choices.invitation_language.as_deref() {
        None => None,
        Some(tag) if tag.len() <= 12 && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') => {
            Some(tag.to_owned())
        }
        Some(_) => {
            let choice = "invitationLanguage".to_owned();
            return Err(AppProblem::here(Category::BadInput, ProblemCode::ChoiceInvalid { choice }));
        }
    };
    let SelectionsView {
        address, send_invitation: send, name, message, sponsors, insist, without_taken, ..
    } = choices;
    Ok(Selections { address, groups, language, send, name, message, sponsors, insist, without_taken })
}

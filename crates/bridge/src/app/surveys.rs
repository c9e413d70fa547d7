//! The commands about the check of all guests.

use super::{Answer, App};
use crate::form::{malformed, object_id};
use crate::problem::AppProblem;
use crate::view::{
    Category, Nothing, ProblemCode, SaveSurvey, SavedView, StartSurvey, SurveyNews, WatchSurvey,
};
use crate::{survey, survey_table};

/// The most guests that are saved at once: as many as an organisation with a very long list has.
const MOST_SAVED: usize = 200_000;

impl App {
    pub(super) async fn survey(&self, ask: WatchSurvey) -> Answer<SurveyNews> {
        let news = self.engine().survey(ask.id.as_deref(), ask.after).await?;
        Ok(survey::news(news, |problem| self.explained(problem.into()).into()))
    }

    pub(super) async fn start_survey(&self, ask: StartSurvey) -> Answer<Nothing> {
        self.engine().start_survey(ask.depth).await?;
        Ok(Nothing {})
    }

    pub(super) async fn pause_survey(&self, _: Nothing) -> Answer<Nothing> {
        self.engine().pause_survey().await?;
        Ok(Nothing {})
    }

    pub(super) async fn resume_survey(&self, _: Nothing) -> Answer<Nothing> {
        self.engine().resume_survey().await?;
        Ok(Nothing {})
    }

    pub(super) async fn stop_survey(&self, _: Nothing) -> Answer<Nothing> {
        self.engine().stop_survey().await?;
        Ok(Nothing {})
    }

    pub(super) async fn forget_survey(&self, _: Nothing) -> Answer<Nothing> {
        self.engine().forget_survey().await?;
        Ok(Nothing {})
    }

    pub(super) async fn save_survey(&self, ask: SaveSurvey) -> Answer<SavedView> {
        if ask.guests.is_empty() || ask.guests.len() > MOST_SAVED {
            return Err(malformed("save_survey"));
        }
        let ids = ask.guests.iter().map(|id| object_id(id)).collect::<Answer<Vec<_>>>()?;
        let surveyed = self.engine().surveyed_guests(&ids).await?;
        // One that is not there any more is not left out quietly: then what is on screen is not what is.
        let (survey, guests) = surveyed.ok_or_else(|| {
            let choice = "guests".to_owned();
            AppProblem::here(Category::BadInput, ProblemCode::ChoiceInvalid { choice })
        })?;
        let text = survey_table::written(self.language(), ask.form, &survey, &guests)?;
        let name = survey_table::file_name(self.inner.clock.now(), ask.form);
        self.save(&name, text.as_bytes(), text.clone()).await
    }
}

//! Guests of a check, to be saved: as a table in the reader's language, or as JSON for programs.

use jiff::Timestamp;
use procedure::{Survey, SurveyedGuest};
use serde::Serialize;
use words::{Language, SurveyWords};

use crate::problem::AppProblem;
use crate::view::{Category, ProblemCode, SurveyForm};
use crate::{spreadsheet, survey};

const JSON_END: &str = ".json";

/// What stands between several names of one cell.
const BETWEEN: &str = "; ";

/// The guests, in this form.
pub(crate) fn written(
    language: Language,
    form: SurveyForm,
    of: &Survey,
    guests: &[SurveyedGuest],
) -> Result<String, AppProblem> {
    match form {
        SurveyForm::Csv => table(&SurveyWords::new(language), of, guests).map_err(|error| internal(&error)),
        SurveyForm::Json => json(of, guests).map_err(|error| internal(&error)),
    }
}

/// What the file is called: when it was saved, of letters that every file system takes.
pub(crate) fn file_name(now: Timestamp, form: SurveyForm) -> String {
    let end = match form {
        SurveyForm::Csv => spreadsheet::END,
        SurveyForm::Json => JSON_END,
    };
    format!("{} all guests{end}", now.strftime("%Y-%m-%d %H%M"))
}

fn internal(error: &dyn std::fmt::Display) -> AppProblem {
    tracing::error!(%error, "a check cannot be written");
    AppProblem::here(Category::Internal, ProblemCode::Internal)
}

fn table(words: &SurveyWords, of: &Survey, guests: &[SurveyedGuest]) -> Result<String, csv::Error> {
    let minute = |at: Timestamp| at.strftime("%Y-%m-%d %H:%M").to_string();
    let checked = of.seen.map(minute).unwrap_or_default();
    let row = |guest: &SurveyedGuest| {
        [
            guest.name.clone(),
            guest.address.clone(),
            words.cause(&code(&guest.cause)),
            guest.in_the_way.clone().unwrap_or_default(),
            guest.groups.as_ref().map_or_else(|| words.not_read(), |groups| groups.join(BETWEEN)),
            guest.since.map(|at| at.strftime("%Y-%m-%d").to_string()).unwrap_or_default(),
            guest.new.map(|new| words.truth(new)).unwrap_or_default(),
            words.truth(guest.repaired),
            guest.id.clone(),
            checked.clone(),
        ]
    };
    spreadsheet::csv(words.separator(), words.heads(), guests.iter().map(row))
}

/// The name of a code as it crosses to the window.
fn code(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct File {
    started_at: String,
    seen_at: Option<String>,
    depth: procedure::SurveyDepth,
    way: Option<procedure::SurveyWay>,
    phase: procedure::SurveyPhase,
    guests: Vec<crate::view::SurveyedGuest>,
}

/// What a program reads says how it came about: a check that was stopped is no check of everybody.
fn json(of: &Survey, guests: &[SurveyedGuest]) -> Result<String, serde_json::Error> {
    let file = File {
        started_at: of.started.to_string(),
        seen_at: of.seen.map(|at| at.to_string()),
        depth: of.depth,
        way: of.way,
        phase: of.phase,
        guests: guests.iter().cloned().map(survey::guest).collect(),
    };
    Ok(serde_json::to_string_pretty(&file)? + "\n")
}

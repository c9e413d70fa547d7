//! Changes of the history, to be saved: as a table in the reader's language, or as lines for programs.

use jiff::Timestamp;
use plain_text::misleads;
use procedure::{Realisation, TestQuestion, WhyNotDone};
use serde::Serialize;
use serde_json::Value;
use words::{HistoryWords, Language};

use crate::problem::AppProblem;
use crate::spreadsheet;
use crate::view::{
    Category, ChangeStatus, HistoryEntry, HistoryForm, PlanKindView, ProblemCode, PropertyChange, RemedyKind,
    RequestView, UnrestoredView,
};

/// What the name of a file of JSON Lines ends with (jsonlines.org).
const JSON_LINES_END: &str = ".jsonl";

/// What stands between several values of one cell. No address and no name of a property has it in it.
const BETWEEN: &str = "; ";

/// The changes, in this form.
pub(crate) fn written(
    language: Language,
    form: HistoryForm,
    entries: &[HistoryEntry],
) -> Result<String, AppProblem> {
    match form {
        HistoryForm::Csv => table(&HistoryWords::new(language), entries).map_err(|error| internal(&error)),
        HistoryForm::JsonLines => lines(entries).map_err(|error| internal(&error)),
    }
}

/// What the file is called: when it was saved, of letters that every file system takes.
pub(crate) fn file_name(now: Timestamp, form: HistoryForm) -> String {
    let end = match form {
        HistoryForm::Csv => spreadsheet::END,
        HistoryForm::JsonLines => JSON_LINES_END,
    };
    format!("{} history{end}", now.strftime("%Y-%m-%d %H%M"))
}

fn internal(error: &dyn std::fmt::Display) -> AppProblem {
    tracing::error!(%error, "the history cannot be written");
    AppProblem::here(Category::Internal, ProblemCode::Internal)
}

/// A row for each change: an undo is one of its own, and names what it takes back.
fn table(words: &HistoryWords, entries: &[HistoryEntry]) -> Result<String, csv::Error> {
    let row = |entry: &HistoryEntry| {
        let before = sides(words, &entry.changes, |change| Some(&change.before));
        let after = sides(words, &entry.changes, |change| change.after.as_ref());
        [
            moment(&entry.at),
            entry.guest_name.clone(),
            entry.address.clone(),
            words.what(&code(&entry.kind), entry.of.map(|remedy| code(&remedy)).as_deref()),
            words.state(&code(&entry.state)),
            entry.why_not_done.map_or_else(String::new, |why| words.why_not_done(&code(&why))),
            entry.by.clone(),
            entry.reason.clone().unwrap_or_default(),
            before,
            // What was not made has no after.
            match entry.made {
                Realisation::No => String::new(),
                Realisation::Seen => after,
                made @ (Realisation::NotSeenYet | Realisation::Unknown) if after.is_empty() => {
                    words.made(&code(&made))
                }
                made @ (Realisation::NotSeenYet | Realisation::Unknown) => {
                    format!("{} {after}", words.made(&code(&made)))
                }
            },
            entry.left.iter().map(|left| note(words, left)).collect::<Vec<_>>().join(" "),
            entry.test.map_or_else(String::new, |test| words.test(&code(&test))),
            entry
                .requests
                .iter()
                .filter_map(|sent| sent.request_id.clone())
                .collect::<Vec<_>>()
                .join(BETWEEN),
            entry.id.clone(),
            entry.takes_back.clone().unwrap_or_default(),
            entry.batch.clone().unwrap_or_default(),
        ]
    };
    spreadsheet::csv(words.separator(), words.heads(), entries.iter().map(row))
}

/// The values of one side, each property by the word people have for it.
fn sides<'a>(
    words: &HistoryWords,
    changes: &'a [PropertyChange],
    side: impl Fn(&'a PropertyChange) -> Option<&'a Vec<String>>,
) -> String {
    let reported = |change: &'a PropertyChange| {
        let values = match side(change) {
            None => words.not_known(),
            Some(values) if values.is_empty() => words.empty(),
            Some(values) => values.join(", "),
        };
        format!("{}: {values}", words.property(&change.property))
    };
    changes.iter().map(reported).collect::<Vec<_>>().join(BETWEEN)
}

fn note(words: &HistoryWords, left: &UnrestoredView) -> String {
    let Ok(Value::Object(parts)) = serde_json::to_value(left) else { return String::new() };
    let text = |name: &str| parts.get(name).and_then(Value::as_str).unwrap_or_default();
    words.left(
        text("code"),
        &[
            ("group", text("group")),
            ("app", text("app")),
            ("address", text("address")),
            ("what", text("what")),
        ],
    )
}

/// A moment as spreadsheet programs read one; in UTC, as the head says.
fn moment(at: &str) -> String {
    at.parse().map_or_else(|_| at.to_owned(), |at: Timestamp| at.strftime("%Y-%m-%d %H:%M:%S").to_string())
}

/// The name by which a kind crosses.
fn code(of: &impl Serialize) -> String {
    serde_json::to_value(of).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// A change in a line: what the screen shows of it, and nothing of what can be done from here.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Line<'a> {
    change: &'a str,
    takes_back: Option<&'a str>,
    batch: Option<&'a str>,
    at: &'a str,
    by: &'a str,
    guest: &'a str,
    address: &'a str,
    what: PlanKindView,
    of: Option<RemedyKind>,
    state: ChangeStatus,
    why_not_done: Option<WhyNotDone>,
    ticket: Option<&'a str>,
    made: Realisation,
    changes: &'a [PropertyChange],
    left: &'a [UnrestoredView],
    seen_at: Option<&'a str>,
    test: Option<TestQuestion>,
    requests: &'a [RequestView],
}

impl<'a> From<&'a HistoryEntry> for Line<'a> {
    fn from(entry: &'a HistoryEntry) -> Self {
        Self {
            change: &entry.id,
            takes_back: entry.takes_back.as_deref(),
            batch: entry.batch.as_deref(),
            at: &entry.at,
            by: &entry.by,
            guest: &entry.guest_name,
            address: &entry.address,
            what: entry.kind,
            of: entry.of,
            state: entry.state,
            why_not_done: entry.why_not_done,
            ticket: entry.reason.as_deref(),
            made: entry.made,
            changes: &entry.changes,
            left: &entry.left,
            seen_at: entry.seen_at.as_deref(),
            test: entry.test,
            requests: &entry.requests,
        }
    }
}

fn lines(entries: &[HistoryEntry]) -> serde_json::Result<String> {
    let line = |entry| Ok(plain(&serde_json::to_string(&Line::from(entry))?) + "\n");
    entries.iter().map(line).collect()
}

/// The same JSON, in which whatever misleads is written as an escape: a program reads what stood there, and a person who
/// opens the file sees that it does. Nothing outside of texts misleads.
fn plain(json: &str) -> String {
    let mut written = String::with_capacity(json.len());
    for character in json.chars() {
        if misleads(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                written.push_str("\\u");
                written.extend(HEX.iter().map(|shift| hex_digit(*unit >> shift)));
            }
        } else {
            written.push(character);
        }
    }
    written
}

/// How far each of the four digits of an escape stands from the end, in bits.
const HEX: [u32; 4] = [12, 8, 4, 0];

fn hex_digit(of: u16) -> char {
    char::from_digit(u32::from(of & 0xf), 16).unwrap_or('0')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "in a test a failed unwrap is a failed test")]
    use super::*;

    #[test]
    fn what_misleads_is_written_so_that_it_is_seen_and_read_as_it_stood_there() {
        let name = "Jan\u{202e}seirV\u{2028}\u{e0041}\u{200b}";
        let json = serde_json::to_string(&name).unwrap();
        let written = plain(&json);
        assert!(!written.chars().any(misleads), "{written}");
        assert!(written.contains("\\u202e") && written.contains("\\udb40\\udc41"), "{written}");
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), name);
    }

    #[test]
    fn the_file_is_named_by_the_moment_and_its_form() {
        let now: Timestamp = "2026-11-27T05:12:00Z".parse().unwrap();
        assert_eq!(file_name(now, HistoryForm::Csv), "2026-11-27 0512 history.csv");
        assert_eq!(file_name(now, HistoryForm::JsonLines), "2026-11-27 0512 history.jsonl");
    }
}

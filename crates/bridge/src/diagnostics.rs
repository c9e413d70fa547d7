//! The diagnostic report: what whoever helps has to know of this app, and nothing of anybody. It is read on screen before
//! it is copied, and sent nowhere by the app.
//!
//! That no name, address or id of a person, a guest, a group or a tenant is in it is a matter of types: what the report is
//! made of are codes, numbers and names of our own. The one id in it is Microsoft's `request-id` of a request that was
//! refused, which leads their support to it and tells nobody else anything.

use std::env::consts::{ARCH, OS};
use std::fmt;

use jiff::Timestamp;
use journal::{Chain, Condition, End};
use serde::Serialize;
use words::Language;

use crate::view::{Appearance, MicrosoftCloud, Persistence, ProblemCode, Reference, RoleKind, SignInMethod};

/// Where one is signed in.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place {
    /// To the practice organisation.
    Practice,
    /// To a real one, in this cloud; in none of Microsoft's where it signs in at addresses of its own.
    Real(Option<MicrosoftCloud>),
}

/// What the record holds of the organisation one is signed in to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Record {
    pub(crate) changes: usize,
    pub(crate) unfinished: usize,
}

/// What went wrong last: its code, without what it was about.
#[derive(Debug, Clone)]
pub(crate) struct LastProblem {
    at: Timestamp,
    code: String,
    status: Option<u16>,
    microsoft: Option<String>,
    request: Option<String>,
}

impl LastProblem {
    /// Of a problem and what there is to quote; of that, neither words nor whom it was about.
    pub(crate) fn of(code: &ProblemCode, reference: Option<&Reference>, at: Timestamp) -> Self {
        let tag = serde_json::to_value(code).ok();
        let tag = tag.as_ref().and_then(|code| code["code"].as_str()).unwrap_or("?").to_owned();
        Self {
            at,
            code: tag,
            status: reference.and_then(|it| it.status),
            // In the form of a code and of an id, or not at all.
            microsoft: reference.and_then(|it| evidence::code(it.code.as_deref()?)),
            request: reference.and_then(|it| evidence::id(it.request_id.as_deref()?)),
        }
    }
}

/// What the report is made of.
#[derive(Debug)]
pub(crate) struct Diagnostics {
    pub(crate) version: String,
    pub(crate) webview: Option<String>,
    pub(crate) language: Language,
    pub(crate) appearance: Appearance,
    pub(crate) place: Option<Place>,
    pub(crate) way: Option<SignInMethod>,
    pub(crate) role: Option<RoleKind>,
    /// Those of the app's own permissions that were granted; nothing where it does not show.
    pub(crate) granted: Option<Vec<String>>,
    pub(crate) keeping: Option<Persistence>,
    pub(crate) read_only: bool,
    pub(crate) recent_kept: bool,
    pub(crate) record: Option<Record>,
    pub(crate) condition: Option<Condition>,
    pub(crate) last_problem: Option<LastProblem>,
}

/// A line for each thing, in the same words on every computer: it is read by whoever helps.
impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Appearance { theme, zoom } = self.appearance;
        writeln!(f, "Guest Mail Doctor {}", self.version)?;
        writeln!(f, "system: {OS} {ARCH}")?;
        writeln!(f, "webview: {}", self.webview.as_deref().unwrap_or("not known"))?;
        writeln!(f, "language {}, theme {}, zoom {zoom} %", self.language.tag(), tag(&theme))?;
        match self.place {
            None => writeln!(f, "signed in: no")?,
            Some(Place::Practice) => writeln!(f, "signed in: practice organisation")?,
            Some(Place::Real(cloud)) => {
                let way = self.way.map_or_else(|| "not known".to_owned(), |way| tag(&way));
                let cloud = cloud.map_or_else(|| "custom".to_owned(), |cloud| tag(&cloud));
                writeln!(f, "signed in: by {way}, cloud {cloud}")?;
            }
        }
        if let Some(role) = &self.role {
            writeln!(f, "role: {}", tag(role))?;
            let granted = self.granted.as_ref().map_or("not known".to_owned(), |names| names.join(", "));
            writeln!(f, "permissions: {}", if granted.is_empty() { "none" } else { &granted })?;
        }
        let keeping = self.keeping.as_ref().map_or_else(|| "not looked at".to_owned(), tag);
        writeln!(f, "sign-in kept: {keeping}")?;
        writeln!(f, "repairs switched off by the organisation: {}", yes(self.read_only))?;
        writeln!(f, "recent searches kept: {}", yes(self.recent_kept))?;
        if let Some(Record { changes, unfinished }) = self.record {
            writeln!(f, "history: {changes} changes, {unfinished} not finished")?;
        }
        writeln!(f, "record: {}", self.condition())?;
        self.problem(f)
    }
}

impl Diagnostics {
    fn condition(&self) -> String {
        let Some(Condition { chain, end, truncation, kept_aside }) = &self.condition else {
            return "not known".to_owned();
        };
        let chain = match chain {
            Chain::Whole { rows, .. } => format!("{rows} rows, whole"),
            Chain::Broken { row } => format!("not as written from row {row}"),
        };
        let end = match end {
            End::Whole => "end whole",
            End::CutOff => "end cut off",
            End::Unknown => "end not known",
            End::Unkept => "end not kept apart",
        };
        let taken_out = truncation.map(|it| format!(", {} rows taken out", it.rows)).unwrap_or_default();
        format!("{chain}, {end}{taken_out}, {} kept aside", kept_aside.len())
    }

    fn problem(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(LastProblem { at, code, status, microsoft, request }) = &self.last_problem else {
            return write!(f, "problems since start: none");
        };
        write!(f, "last problem: {code}, {}", at.strftime("%Y-%m-%d %H:%M UTC"))?;
        if let Some(status) = status {
            write!(f, "\n  status {status}")?;
        }
        if let Some(code) = microsoft {
            write!(f, "\n  Microsoft's code {code}")?;
        }
        if let Some(request) = request {
            write!(f, "\n  request-id {request}")?;
        }
        Ok(())
    }
}

fn yes(it: bool) -> &'static str {
    if it { "yes" } else { "no" }
}

/// A code of ours as it is written everywhere.
fn tag(code: &impl Serialize) -> String {
    let written = serde_json::to_value(code).ok();
    written.as_ref().and_then(|it| it.as_str()).unwrap_or("?").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Theme;

    fn reference(code: &str, request: &str) -> Reference {
        Reference {
            status: Some(403),
            code: Some(code.to_owned()),
            message: Some("jan@fabrikam.nl may not".to_owned()),
            request_id: Some(request.to_owned()),
            correlation_id: None,
            at: None,
        }
    }

    fn report(last_problem: Option<LastProblem>) -> String {
        Diagnostics {
            version: "0.2.0".to_owned(),
            webview: Some("WebKitGTK 2.50.6".to_owned()),
            language: Language::Nl,
            appearance: Appearance { theme: Theme::Dark, zoom: 110 },
            place: Some(Place::Real(Some(MicrosoftCloud::UsGovHigh))),
            way: Some(SignInMethod::DeviceCode),
            role: Some(RoleKind::UserAdministrator),
            granted: Some(vec!["User.Read.All".to_owned(), "GroupMember.Read.All".to_owned()]),
            keeping: Some(Persistence::Persistent),
            read_only: false,
            recent_kept: true,
            record: Some(Record { changes: 24, unfinished: 1 }),
            condition: None,
            last_problem,
        }
        .to_string()
    }

    #[test]
    fn the_report_says_what_whoever_helps_asks_first() {
        let reported = report(None);
        for line in [
            "Guest Mail Doctor 0.2.0",
            "webview: WebKitGTK 2.50.6",
            "language nl, theme dark, zoom 110 %",
            "signed in: by device-code, cloud us-gov-high",
            "role: user-administrator",
            "permissions: User.Read.All, GroupMember.Read.All",
            "sign-in kept: kept",
            "history: 24 changes, 1 not finished",
            "problems since start: none",
        ] {
            assert!(reported.lines().any(|it| it == line), "{line} in {reported}");
        }
    }

    #[test]
    fn of_a_problem_there_are_its_codes_and_the_request_and_not_whom_it_was_about() {
        let at = "2026-11-26T09:30:00Z".parse().unwrap();
        let code = ProblemCode::IdUnknown { id: "87d349ed-44d7-43e1-9a83-5f2406dee5bd".to_owned() };
        let request = "1b4f0e98-5d6c-4b7a-8e2f-3c1d0a9b8c7d";
        let reported = report(Some(LastProblem::of(
            &code,
            Some(&reference("Authorization_RequestDenied", request)),
            at,
        )));
        let expected = format!(
            "last problem: id-unknown, 2026-11-26 09:30 UTC\n  status 403\n  Microsoft's code \
             Authorization_RequestDenied\n  request-id {request}"
        );
        assert!(reported.ends_with(&expected), "{reported}");
        assert!(!reported.contains("87d349ed") && !reported.contains('@'), "{reported}");
    }

    #[test]
    fn what_has_not_the_form_of_a_code_or_an_id_is_left_out() {
        let at = Timestamp::UNIX_EPOCH;
        let reported = report(Some(LastProblem::of(
            &ProblemCode::Internal,
            Some(&reference("jan@fabrikam.nl is not one", "Jan de Vries")),
            at,
        )));
        assert!(reported.ends_with("  status 403"), "{reported}");
    }
}

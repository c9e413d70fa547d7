//! The terms of the field instead of words of our own. Each identifier that was renamed stands here with its
//! replacement and where it may not come back; each that was weighed and stays, with the reason.
//!
//! Only names in code count, not comments or strings: the JSON of the wire and of old journals keeps its spelling.

use super::source::{self, Language};

/// What becomes of an identifier.
enum Fate {
    /// It is gone; this is its name now.
    Now(&'static str),
    /// It stays, for this reason.
    Stays(&'static str),
}

use Fate::{Now, Stays};

/// Identifiers of one meaning.
struct Term {
    /// The identifiers; one that begins with `*` is the end of a name, one with a slash a folder or a file.
    names: &'static [&'static str],
    fate: Fate,
    /// The paths where that holds, by their beginnings; elsewhere the word is another's.
    within: &'static [&'static str],
}

const fn now(names: &'static [&'static str], is: &'static str, within: &'static [&'static str]) -> Term {
    Term { names, fate: Now(is), within }
}

const fn stays(names: &'static [&'static str], why: &'static str, within: &'static [&'static str]) -> Term {
    Term { names, fate: Stays(why), within }
}

/// All production code.
const EVERYWHERE: &[&str] = &["crates/", "src-tauri/", "ui/src/"];
/// The engine and the app over it.
const APP: &[&str] = &["crates/procedure/", "crates/bridge/", "crates/window-contract/", "src-tauri/"];
const ENGINE: &[&str] = &["crates/procedure/"];
const BRIDGE: &[&str] = &["crates/bridge/", "crates/window-contract/"];
const ENTRA: &[&str] = &["crates/entra/", "crates/bridge/", "crates/window-contract/"];
const GRAPH: &[&str] = &["crates/graph/"];
const GUEST: &[&str] = &["crates/guest/", "crates/procedure/", "crates/bridge/", "crates/window-contract/"];
const PRACTICE: &[&str] = &["crates/practice"];
const PAGE: &[&str] = &["ui/src/"];
const TESTS: &[&str] = &["tests/"];

/// The terms.
const TERMS: &[Term] = &[
    // procedure and bridge
    now(&["Desk", "desk"], "Engine or Controller", APP),
    now(&["Seat", "seat", "take_seat"], "SignedIn, sign_in", APP),
    stays(&["Real"], "a tenant that is not the practice organisation; the session is SessionOf", BRIDGE),
    now(&["Entered"], "ActiveSession", BRIDGE),
    now(&["enter", "leave"], "activate, deactivate", BRIDGE),
    now(&["Named"], "ConfiguredOrganisation", BRIDGE),
    now(&["Wish"], "PreviewRequest", APP),
    now(&["Wish"], "SignInRequest", ENTRA),
    now(&["Chosen"], "Selections", ENGINE),
    now(&["Choices"], "Options, per remedy", GUEST),
    now(&["Look", "look", "looked"], "Examination, examine", ENGINE),
    now(&["Look"], "Examination", BRIDGE),
    now(&["LOOKS"], "READ_BACK_DELAYS", ENGINE),
    now(&["Come"], "Applied", ENGINE),
    now(&["Halt"], "Interruption", ENGINE),
    now(&["Left"], "Unrestored or Leftover", APP),
    now(&["Ended"], "ChangeResult", APP),
    now(&["Made"], "Draft", ENGINE),
    now(&["Reached"], "Checkpoint", ENGINE),
    now(&["Around"], "Dependents", APP),
    now(&["Surroundings"], "DependentCounts", APP),
    now(&["Sent"], "RequestOutcome", ENGINE),
    now(&["Lost"], "RequestOutcome::Unknown", ENGINE),
    now(&["Shown"], "Preview", APP),
    now(&["Back"], "Reversal", ENGINE),
    now(&["Board"], "ProgressFeed", ENGINE),
    now(&["crates/procedure/src/watch.rs"], "progress.rs", ENGINE),
    now(&["News"], "ProgressUpdate", APP),
    now(&["Begun"], "ChangeStarted", APP),
    now(&["News", "Begun"], "ProgressUpdate, ChangeStarted", PAGE),
    now(&["Standing"], "ChangeStatus", APP),
    now(&["Standing"], "ChangeStatus", &["crates/journal/"]),
    now(&["Entry"], "HistoryEntry", APP),
    now(&["What"], "ErrorKind", APP),
    now(&["What"], "ErrorKind", ENTRA),
    now(&["family"], "category()", APP),
    now(&["Family"], "ErrorCategory", APP),
    now(&["told"], "reported", APP),
    now(&["Evidence"], "ServerDetails, ErrorDetails", &["crates/graph/", "crates/entra/"]),
    now(&["trouble"], "last_error", BRIDGE),
    now(&["*_trouble"], "From, by error", EVERYWHERE),
    now(&["Unusable"], "SettingsError", BRIDGE),
    // entra
    now(&["Way"], "SignInMethod", ENTRA),
    now(&["Kept"], "StoredSession", ENTRA),
    now(&["keep"], "store", ENTRA),
    now(&["Keeping"], "Persistence", ENTRA),
    now(&["Keeping"], "Persistence", PAGE),
    // graph
    now(&["Patience"], "RetryPolicy", GRAPH),
    now(&["Setback"], "Failure", GRAPH),
    now(&["did_not_act"], "is_safe_to_retry", GRAPH),
    now(&["second_round"], "guest_context", &["crates/graph/", "crates/procedure/"]),
    now(&["Questions"], "BatchBuilder", GRAPH),
    now(&["Hit"], "Match", GRAPH),
    now(&["ask"], "request", GRAPH),
    now(&["demand"], "the claims challenge, in the error that caused it", EVERYWHERE),
    now(&["MoreProof"], "StepUpRequired", EVERYWHERE),
    now(&["prove"], "reauthenticate", &["crates/entra/", "crates/procedure/"]),
    stays(
        &["permit", "prove"],
        "the names of commands, which the page and its tests know",
        &["crates/bridge/", "crates/window-contract/", "ui/src/"],
    ),
    now(&["proof"], "claims challenge", ENTRA),
    now(&["proof"], "claims challenge", ENGINE),
    now(&["permit"], "request_permissions", ENGINE),
    // guest
    now(
        &["R0", "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R13"],
        "the rule's name; its number is its id",
        EVERYWHERE,
    ),
    // practice
    now(&["Asked"], "Request", PRACTICE),
    now(&["Said"], "Body", PRACTICE),
    now(&["Answer"], "Response", PRACTICE),
    now(&["Book"], "GrantStore", PRACTICE),
    now(&["Visit"], "AuthorizeSession", PRACTICE),
    now(&["Desk", "desk"], "RequestContext", PRACTICE),
    now(&["Mood"], "KeyringFault", &["crates/", "tests/"]),
    now(&["Struck", "Mishap"], "Fault", PRACTICE),
    now(&["weather"], "fault injection", &["crates/", "tests/"]),
    now(&["Scissors", "cut"], "truncate", PRACTICE),
    now(&["Shelf"], "store", PRACTICE),
    // the page
    now(&["Door"], "SignInFlow", PAGE),
    now(&["Told"], "Translatable", PAGE),
    now(&["tell"], "translateCode", PAGE),
    now(&["blanks"], "defaults", PAGE),
    now(&["Errand"], "PendingTask", PAGE),
    now(&["Lookup"], "SearchState", PAGE),
    now(&["seeking"], "loading", PAGE),
    now(&["ticked"], "checked", PAGE),
    now(&["Doctor"], "AppState", PAGE),
    now(&["Cure"], "RecoveryAction", PAGE),
    now(&["ui/src/look/"], "styles/", PAGE),
    now(&["ui/src/parts/"], "components/", PAGE),
    // tests
    now(&["Person"], "BrowserUser", &["tests/journeys/"]),
    now(&["Manners"], "UserBehaviour", TESTS),
    now(&["Wiretap"], "TrafficRecorder", TESTS),
    now(&["Stage"], "Harness or TestApp", TESTS),
    now(&["Story"], "Scenario", TESTS),
    now(&["hears"], "record", TESTS),
    now(&["Desk", "desk"], "RequestContext or TestApp", TESTS),
    // What was weighed and stays.
    stays(
        &["words"],
        "the sentences of all languages, in Rust and in the page: shorter than localisation, and plain",
        EVERYWHERE,
    ),
    stays(&["say"], "a short name for a word that stands in every line of the page", PAGE),
    stays(&["watch"], "the command's name, which the page and its tests know", EVERYWHERE),
    stays(&["Evidence"], "what a finding rests on: the field's own word", &["crates/guest/"]),
    stays(&["Lookup"], "one of the questions of a search; the page's was another", GRAPH),
    stays(&["Sent"], "a transition of the record, beside Acknowledged", &["crates/journal/"]),
    stays(&["Lost", "Stage"], "how far a request came before its answer was lost", &["crates/internet/"]),
    stays(&["Person"], "the resource owner of a token; the practice tenant's is a user", &["crates/entra/"]),
    stays(&["entry"], "a line of the history, and the standard library's word", EVERYWHERE),
    stays(&["Done", "Refused"], "words of the record; beside Lost they said something else", EVERYWHERE),
];

/// What stands before a name that is not one of ours: a variant of somebody else's type.
const ANOTHERS: [&str; 3] = ["Transition::", "OrganisationKind::", "TenantKind::"];

/// The breaches in a file: renamed identifiers that came back.
pub(super) fn breaches(path: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (name, is) in renamed(path).filter(|(name, _)| name.contains('/')) {
        if path.starts_with(name) {
            found.push(format!("{path}: {name} is {is} now"));
        }
    }
    let Some(language @ (Language::Rust | Language::Script)) = Language::of(path) else { return found };
    if is_a_test(path) {
        return found;
    }
    let code = source::layers(language, text).code;
    for (line, name, before) in source::names(&code) {
        if ANOTHERS.iter().any(|owner| before.ends_with(owner)) {
            continue;
        }
        let term = renamed(path).find(|(old, _)| match old.strip_prefix('*') {
            Some(end) => name.ends_with(end),
            None => *old == name,
        });
        if let Some((_, is)) = term {
            found.push(format!("{path}:{line}: {name} is {is} now"));
        }
    }
    found
}

/// Tests of a crate beside its code; what drives the app in `tests/` is code like any other.
fn is_a_test(path: &str) -> bool {
    path.contains("/tests/") || path.ends_with("/tests.rs") || path.contains("/benches/")
}

/// What was weighed and stays, each with where and why.
pub(super) fn kept() -> impl Iterator<Item = String> {
    TERMS.iter().filter_map(|term| match term.fate {
        Now(_) => None,
        Stays(why) => Some(format!("{} in {}: {why}", term.names.join(", "), term.within.join(", "))),
    })
}

fn renamed(path: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    TERMS
        .iter()
        .filter(move |term| term.within.iter().any(|begin| path.starts_with(begin)))
        .filter_map(|term| match term.fate {
            Now(is) => Some((term.names, is)),
            Stays(_) => None,
        })
        .flat_map(|(names, is)| names.iter().map(move |name| (*name, is)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_planted_name_is_found_where_it_was_ours_and_nowhere_else() {
        let planted = "pub struct Desk;\n";
        assert_eq!(
            breaches("crates/procedure/src/engine.rs", planted),
            ["crates/procedure/src/engine.rs:1: Desk is Engine or Controller now"]
        );
        assert_eq!(breaches("crates/graph/src/client.rs", planted), [""; 0]);
        assert_eq!(breaches("crates/procedure/tests/run.rs", planted), [""; 0], "tests name what they like");
        assert_eq!(breaches("tests/journeys/src/stage.rs", "struct Stage;").len(), 1);
        assert_eq!(breaches("crates/xtask/src/stages.rs", "enum Stage {}"), [""; 0]);
    }

    #[test]
    fn every_renamed_identifier_is_found_when_it_is_planted() {
        for term in TERMS {
            let Now(_) = term.fate else { continue };
            for name in term.names {
                for begin in term.within {
                    let (path, text) = if name.contains('/') {
                        ((*name).to_owned(), String::new())
                    } else {
                        let end = if begin.starts_with("ui/") { "x.ts" } else { "x.rs" };
                        let folder = if begin.ends_with('/') { *begin } else { "crates/practice/" };
                        (format!("{folder}{end}"), format!("let {} = 1;", name.replace('*', "vault")))
                    };
                    assert_eq!(breaches(&path, &text).len(), 1, "{name} in {path}");
                }
            }
        }
    }

    #[test]
    fn words_in_comments_and_strings_and_variants_of_others_are_no_breach() {
        let text = "// Desk and seat\nlet x = \"Look\"; Transition::Sent { step }; OrganisationKind::Real;";
        assert_eq!(breaches("crates/procedure/src/engine.rs", text), [""; 0]);
        assert_eq!(breaches("crates/bridge/src/lib.rs", text), [""; 0]);
        assert_eq!(breaches("crates/procedure/src/engine.rs", "Desks, deskless, my_seat"), [""; 0]);
    }

    #[test]
    fn what_stays_says_why_and_is_not_renamed_in_the_same_place() {
        for term in TERMS {
            assert!(!term.within.is_empty(), "{:?}", term.names);
            let Stays(why) = term.fate else { continue };
            assert!(why.len() > 20, "{:?}", term.names);
            for (name, begin) in
                term.names.iter().flat_map(|name| term.within.iter().map(move |at| (name, at)))
            {
                assert!(!renamed(begin).any(|(old, _)| old == *name), "{name} in {begin}");
            }
        }
        assert!(kept().any(|line| line.starts_with("Evidence in crates/guest/: ")));
    }
}

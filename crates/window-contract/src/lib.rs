//! The contract with the window: the one list of commands, what each is asked with, and what it answers.
//!
//! Everything here is a description. [`with_commands!`] names each command with its two types, [`view`] has the types,
//! and [`typescript()`] writes both down for the page (`ui/src/host/contract.ts`). What answers is `bridge::App`; what
//! asks is the page; both are held to what stands here, and neither can change it by itself.
//!
//! A closed vocabulary is not written again: the domain's own enum crosses, exported by its crate with the feature
//! `contract`, which this crate turns on. For these names alone it depends on `guest`, `graph`, `entra` and `procedure`.
//! The last three also hold what runs, so compiling this crate compiles them; nothing of them is called here.
//!
//! It refuses to know: the running app, how an answer comes about, who asks (a window, a browser, a test), words.
//!
//! ```
//! use window_contract::view::{Category, Changed, Find, Problem, ProblemCode};
//!
//! // An ask has a form, and nothing besides.
//! let ask = serde_json::json!({ "address": "jan@fabrikam.nl", "group": null, "guest": null, "ticket": "1" });
//! let find: Find = serde_json::from_value(ask).unwrap();
//! assert_eq!(find.address, "jan@fabrikam.nl");
//! assert!(serde_json::from_value::<Find>(serde_json::json!({ "address": "", "page": 2 })).is_err());
//!
//! // A refusal is a kind and what it is about, never a sentence.
//! let (kind, code) = (Category::NotSignedIn, ProblemCode::NotSignedIn);
//! let (changed, reference, voids_plan, outdates_report) = (Changed::No, None, false, false);
//! let search_instead = Vec::new();
//! let problem = Problem { kind, code, changed, reference, voids_plan, outdates_report, search_instead };
//! assert_eq!(serde_json::json!(problem)["code"], "not-signed-in");
//!
//! // The list, once more, as whoever goes through it gets it.
//! macro_rules! names {
//!     ($( #[doc = $doc:literal] $name:ident : $ask:ident => $answer:ident ; )*) => { [$(stringify!($name)),*] };
//! }
//! assert!(window_contract::with_commands!(names).contains(&"find"));
//! ```

mod commands;
mod typescript;
pub mod view;

pub use typescript::typescript;

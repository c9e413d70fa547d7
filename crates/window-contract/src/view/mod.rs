//! What the window draws. Kinds and what they are about, never a sentence: the words live in `ui/locales`.
//!
//! What is shaped for the screen has a type here: the window gets what it shows, in the shape it shows it. A closed
//! vocabulary is not written again: the domain's own enum crosses, and `ui/src/host/contract.ts`, which is committed
//! and compared, makes a change of it a change that is seen.

mod batch;
mod conflict;
mod guest;
mod hand_over;
mod history;
mod my_groups;
mod organisation;
mod plan;
mod problem;
mod progress;
mod recent;
mod remedy;
mod session;
mod settings;
mod survey;
mod table;
mod trace;

pub use batch::*;
pub use conflict::*;
pub use guest::*;
pub use hand_over::*;
pub use history::*;
pub use my_groups::*;
pub use organisation::*;
pub use plan::*;
pub use problem::*;
pub use progress::*;
pub use recent::*;
pub use remedy::*;
pub use session::*;
pub use settings::*;
pub use survey::*;
pub use table::*;
pub use trace::*;

pub use ::guest::{
    CheckKind, CheckState, ConflictState, DoorBack, DoorCost, DoorKind, DoorPath, FindingCode, Glance,
    GlanceReason, Meaning, MessageFate, RemedyKind, Rule, Severity, SurveyCause, TraceConclusion, Verdict,
    WayBack,
};
pub use entra::{MicrosoftCloud, Persistence, PersistenceError, RefusalReason, SignInMethod};
pub use graph::Changed;
pub use procedure::{
    AddressQuestion, BatchPhase, Category, ChangeStatus, Conclusion, Outcome, StepKind, StepState,
    SurveyDepth, SurveyPhase, SurveyWay, WhyLeftOut,
};

//! The use cases, step by step: sign in, find, diagnose, preview, confirm, carry out, read back, undo, go on.
//!
//! This crate is the only owner of the app's state: who is signed in (one state machine, and an [`Authority`] that lets
//! people in), which plan is valid, what is under way. It asks `graph`, lets `guest` judge, and writes every change into
//! `journal` before it is sent.
//!
//! It refuses to know: windows, words, the practice organisation, where tokens come from, and the wall clock (time
//! and ids are handed in).
//!
//! # What a change goes through
//! A [`Plan`] is made from a fresh look and shown. [`Engine::confirm`] takes its one-time id, and nothing else. Then:
//! compare with the preview → record the intent → send → record the answer → read back until it is seen → diagnose
//! again. Whatever interrupts this leaves a record from which it can be gone on with, or put back.
//!
//! ```
//! use std::sync::Arc;
//! use procedure::{Engine, RandomIds, ErrorKind};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), journal::JournalError> {
//! let engine = Engine::new(journal::Journal::in_memory()?, Arc::new(clock::SystemClock), Arc::new(RandomIds));
//! // Nobody is signed in: nothing can be found, and nothing was changed.
//! let problem = engine.find("jan@fabrikam.nl", None, None, "ticket").await.unwrap_err();
//! assert_eq!(problem.kind, ErrorKind::NotSignedIn);
//! assert_eq!(problem.changed, graph::Changed::No);
//! # Ok(())
//! # }
//! ```

mod batch;
mod change_result;
mod checkpoint;
mod confirmation;
mod effects;
mod ending;
mod engine;
mod examination;
mod execution;
mod failing;
mod history;
mod long_poll;
mod message_trace;
mod my_groups;
mod not_invited;
mod outcome;
mod plan;
mod plan_kind;
mod problem;
mod progress;
mod record;
mod redeem_link;
mod remedy;
mod requests;
mod retention;
mod runner;
mod seen;
mod session;
mod sight;
mod signed_in;
mod sought;
mod survey;
mod test_message;
mod tickets;
mod way_back;

pub use batch::{
    BatchGuest, BatchPhase, BatchPlan, BatchProgress, GuestEnd, LARGEST_BATCH, LeftOutGuest, PlannedGuest,
    WhyLeftOut,
};
pub use change_result::ChangeResult;
pub use engine::{Engine, Ids, PreviewRequest, RandomIds};
pub use examination::Examination;
pub use history::{BackState, ChangeStatus, HistoryEntry};
pub use message_trace::MessagesTraced;
pub use my_groups::{GroupList, GuestsOfGroup, NotListed};
pub use outcome::{
    Addresses, Belonging, Conclusion, NamedObject, Outcome, PropertyChange, Realisation, StepKind, StepState,
    Unrestored,
};
pub use plan::Plan;
pub use plan_kind::{PlanKind, Purpose};
pub use problem::{Category, ErrorKind, Problem, TakenPart, WhyNotInvited};
pub use progress::{Progress, StepProgress};
pub use redeem_link::RedeemLink;
pub use remedy::{
    AddressChoice, AddressQuestion, GroupFate, InvitationChoice, NewGuestChoice, Selections, SponsorChoice,
    WhyNoSponsor, carries_out, remedies,
};
pub use requests::{RecordedRequest, RequestAnswer, RequestKind, WhyNotDone};
pub use retention::OldChanges;
pub use session::{AuthenticationResult, Authority, NoAuthority, SignInRequest};
pub use signed_in::{Account, Connection};
pub use survey::{SinceLast, Survey, SurveyDepth, SurveyNews, SurveyPhase, SurveyWay, SurveyedGuest};
pub use test_message::{TestMessage, TestQuestion};
pub use tickets::Ticket;
pub use way_back::HISTORY;
pub use way_back::WayBackTo;

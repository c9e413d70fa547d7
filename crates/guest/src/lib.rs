//! The domain of Guest Mail Doctor: what is known about a guest, why no group mail arrives, what can be done about it.
//!
//! Facts go in, a [`Diagnosis`] comes out. The crate refuses to know where facts come from and how a repair is made: it
//! does no I/O, has no clock, nothing random, and nothing in it can fail or panic. How anything is written down is not its
//! matter either, but for two things: a remedy has one name, which journals keep; and with the feature `contract` the
//! closed vocabularies that a page shows can be written as JSON and named in TypeScript, so that nobody has to write them
//! a second time.
//!
//! ```
//! use guest::{Address, Facts, Known, Lookup, User, Verdict, diagnose};
//!
//! // Everything was answered, and one user was found: a guest without a main address.
//! let jan = User {
//!     user_principal_name: Known::Is(Some("jan_fabrikam.nl#EXT#@contoso.onmicrosoft.com".to_owned())),
//!     mail: Known::Is(None),
//!     proxy_addresses: Known::Is(vec![]),
//!     other_mails: Known::Is(vec!["jan@fabrikam.nl".to_owned(), "jan@example.com".to_owned()]),
//!     ..User::unknown("7d1f")
//! };
//! let facts = Facts {
//!     live_users: Lookup::complete(vec![jan]),
//!     ..Facts::nothing_known(Address::parse("jan@fabrikam.nl")?, jiff::Timestamp::UNIX_EPOCH)
//! };
//! assert_eq!(diagnose(&facts).verdict, Verdict::Misconfigured);
//! # Ok::<(), guest::NotAnAddress>(())
//! ```

mod address;
mod around;
mod diagnosis;
mod doors;
mod facts;
mod finding;
mod glance;
pub mod invited;
mod known;
mod next_to_try;
mod remedy;
mod rule;
mod rules;
mod survey;
mod table;
mod trace;
mod user_name;
mod verdict;

pub use address::{Address, LONGEST_ADDRESS, NotAnAddress, ObjectId, Pasted};
pub use diagnosis::{Candidate, Diagnosis, diagnose, diagnose_with, subject};
pub use doors::{
    Attached, ConflictState, Door, DoorBack, DoorCost, DoorKind, DoorPath, doors, has_main, parking_name,
};
pub use facts::{
    AddressProperty, ChosenGroup, Contact, Facts, Group, GroupKind, GuestSign, Identity, Lookup, More,
    Operator, Organisation, Owner, OwnerKind, OwnerRef, Primary, User, WhyNot, returns_with_mail,
};
pub use finding::{
    Advice, Also, Cause, Check, CheckKind, CheckState, Evidence, Finding, FindingCode, Insider, Missing,
    Severity, Unanswered, Verdict,
};
pub use glance::{
    Glance, GlanceReason, ListedGuest, Member, addresses_in_doubt, at_a_glance, by_name, member,
};
pub use invited::Decoded;
pub use known::Known;
pub use next_to_try::{NextToTry, next_to_try};
pub use remedy::{
    Ability, AddressOption, AddressOrigin, CannotHelp, Doubt, Fit, ForMany, GroupOption, NotNow, Offer,
    Options, Permission, Place, PlanNote, READING, Reason, Relationship, Remedy, RemedyKind, Resolution,
    Roles, TRACING, WayBack, WhyNotForMany, WhyRefused, for_many, may_trace, missing_permissions,
    refused_characters, why_refused,
};
pub use rule::{Rule, RuleSet};
pub use survey::{SurveyCause, Surveyed, is_plainly_in_order, is_worth_a_look, surveyed};
pub use table::{Meaning, PropertyRow, RowValue, table};
pub use trace::{
    MessageFate, TRACED_DAYS, Trace, TraceConclusion, TraceRow, TraceStatus, TracedMessage, read_trace,
};
pub use user_name::UserName;

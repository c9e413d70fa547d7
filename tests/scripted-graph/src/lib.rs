//! A server for tests that says exactly what each story needs, behind the client's own seam ([`graph::Transport`]).
//!
//! Two of them, for two kinds of story:
//! - [`Script`]: a list of replies, given one after the other whatever is asked. For the client, where each answer counts.
//! - [`Directory`]: a few users, groups and contacts that can be read and changed, and [`Effect`]s on chosen requests:
//!   refused, lost, stale. For the engine, where it counts what stands in the directory afterwards.
//!
//! Both write down what was asked ([`Asked`]), and both come with a clock that only moves when somebody sleeps.
//!
//! This crate refuses to know: what a guest, a remedy or a change is, and everything the practice tenant knows of
//! Microsoft Graph. Permissions, throttling, paging and OData are not imitated here; whoever needs them needs the
//! practice tenant.
//!
//! ```
//! use graph::GraphProblemKind;
//! use scripted_graph::{Directory, Effect, JumpingClock};
//! use serde_json::json;
//! use tokio_util::sync::CancellationToken;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! let directory = Directory::new(JumpingClock::default());
//! directory.add_user(json!({ "id": "jan", "displayName": "Jan de Vries" }));
//! directory.once("DELETE /users/*", Effect::Refuse(403, "Authorization_RequestDenied"));
//!
//! let (graph, cancel) = (directory.graph(), CancellationToken::new());
//! let refused = graph.delete_user("jan", &cancel).await.unwrap_err();
//! assert!(matches!(refused.kind, GraphProblemKind::Refused { .. }));
//! assert!(graph.delete_user("jan", &cancel).await.is_ok());
//! assert_eq!(directory.writes(), ["DELETE /users/jan", "DELETE /users/jan"]);
//! assert!(directory.user("jan").is_none());
//! # }
//! ```

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "for tests only: whatever cannot be unwrapped fails the test that needs it"
)]

mod asked;
mod clock;
mod directory;
mod effect;
mod filter;
mod reply;
mod routes;
mod script;
mod tokens;

pub use asked::Asked;
pub use clock::JumpingClock;
pub use directory::{Directory, TENANT};
pub use effect::Effect;
pub use reply::{Reply, batch, conflict, error, found, no_content, ok, request_id, wait};
pub use script::Script;
pub use tokens::Tokens;

//! The practice tenant: an imitation of the used part of Entra ID and Microsoft Graph, to learn on, to
//! demonstrate with and to test against.
//!
//! It knows what Microsoft documents and what was observed, and nothing of any client: it is the referee, not
//! a friend. No other crate of this project is named here. Where Microsoft documents nothing, [`Behaviour`]
//! can do it both ways.
//!
//! With the feature `server` it is a server as well (`practice serve`), over TLS with sign-in endpoints in the shape
//! of Entra's. An app that carries the tenant in process carries none of that.
//!
//! ```
//! use bytes::Bytes;
//! use practice::{Behaviour, Organisation, Tenant};
//! use tower::ServiceExt;
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let file = Organisation::read(
//!     r#"{ "version": 1,
//!          "organization": { "id": "8d1b6f3e-0d5c-4b57-9a55-1f6f0d2f7c11", "displayName": "Contoso" },
//!          "users": [ { "id": "2f0a5e86-3c1b-4b0e-8f43-6f1f0c6f9d21", "displayName": "Anna Bakker",
//!                       "mail": "anna@contoso.nl", "userPrincipalName": "anna@contoso.nl" } ],
//!          "personas": { "user-admin": { "userId": "2f0a5e86-3c1b-4b0e-8f43-6f1f0c6f9d21",
//!                                        "roles": ["User Administrator"] } } }"#,
//! )?;
//! let tenant = Tenant::start(file, Behaviour::default());
//! let request = http::Request::get("https://graph.microsoft.com/v1.0/me?$select=mail")
//!     .header("authorization", "Bearer practice.user-admin")
//!     .body(Bytes::new())?;
//! let answer = tenant.oneshot(request).await?;
//! let body: serde_json::Value = serde_json::from_slice(answer.body())?;
//! assert_eq!(body["mail"], "anna@contoso.nl");
//! # Ok(())
//! # }
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! #     tokio::runtime::Builder::new_current_thread().build()?.block_on(example())
//! # }
//! ```

mod behaviour;
mod call;
mod fault;
mod gate;
mod index;
mod keep;
mod organisation;
mod permission;
mod problem;
mod query;
mod roles;
mod routes;
mod schema;
#[cfg(feature = "server")]
mod serve;
#[cfg(feature = "server")]
mod sign_in;
mod state;
mod tenant;
mod throttle;
mod versions;
mod wire;

pub use behaviour::{
    Allowed, BatchOrder, Behaviour, Clock, Conflict, Ids, LocalOwner, Throttle, UnseenReference,
};
pub use fault::{Fault, FaultFile, FaultFileError, Mishap};
pub use keep::StateError;
pub use organisation::{Expected, Organisation, Persona, TenantFileError};
#[cfg(feature = "server")]
pub use serve::{Certificate, CertificateError, Door, router, router_with, serve, serve_tls};
#[cfg(feature = "server")]
pub use sign_in::{
    DEFAULT_CLIENT, MultiFactor, NoKey, Place, PlannedRefusal, RegisteredApp, SignIn, SignInPlan,
    SignInPlanError, UserConsent,
};
pub use tenant::{Dropped, Tenant};
pub use wire::Exchange;

/// A JSON object, in the order in which it was written.
pub(crate) type Object = serde_json::Map<String, serde_json::Value>;

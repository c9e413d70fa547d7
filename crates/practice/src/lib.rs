//! The practice tenant: an imitation of the used part of Microsoft Graph and the directory behind it, to learn on, to
//! demonstrate with and to test against. It is a service in process; `practice-server` makes a server of it, with
//! sign-in endpoints in the shape of Entra's.
//!
//! It knows what Microsoft documents and what was observed, and nothing of any client, so that it cannot agree with a
//! client's mistakes. No client of this project is named here. Where Microsoft documents nothing, [`Behaviour`]
//! can do it both ways.
//!
//! It refuses to know how people sign in: whose a token is, an [`Authenticator`] says.
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
//! let response = tenant.oneshot(request).await?;
//! let body: serde_json::Value = serde_json::from_slice(response.body())?;
//! assert_eq!(body["mail"], "anna@contoso.nl");
//! # Ok(())
//! # }
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! #     tokio::runtime::Builder::new_current_thread().build()?.block_on(example())
//! # }
//! ```

mod account;
mod authenticator;
mod behaviour;
mod consents;
mod error;
mod exchange;
mod fault;
mod guests;
mod handler;
mod index;
mod mail;
mod organisation;
mod ownership;
mod permission;
mod query;
mod request;
mod response;
mod roles;
mod routes;
mod schema;
mod state;
mod state_file;
mod store;
mod synthetic;
mod tenant;
mod throttle;
mod versions;
mod wire;

pub use account::Account;
pub use authenticator::{Authenticator, CLAIMS_CHALLENGE, Principal, Rejection};
pub use behaviour::{
    Allowed, BatchOrder, Behaviour, Clock, Conflict, ContactDeletion, Ids, LocalOwner, Throttle, Tracing,
    UnseenReference, UserNames,
};
pub use exchange::{AdminAct, AdminPlace, AdminRefusal};
pub use fault::{Fault, FaultFile, FaultFileError, FaultKind};
pub use guests::{FaultyGuest, GuestFault, Guests};
pub use organisation::{Expected, Organisation, Persona, TenantFileError};
pub use state_file::StateError;
pub use tenant::{Dropped, Tenant};
pub use wire::{Exchange, LARGEST_BODY, OverTls};

/// A JSON object, in the order in which it was written.
pub(crate) type Object = serde_json::Map<String, serde_json::Value>;

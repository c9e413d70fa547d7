//! A typed client for the part of Microsoft Graph that this product uses: find a guest by any of their addresses,
//! read what surrounds them, and make the few changes that repair the account.
//!
//! The crate refuses to know: what is wrong with a guest (that is diagnosis), where tokens come from (any
//! [`TokenCredential`](azure_core::credentials::TokenCredential) will do), what stands behind the [`Transport`]
//! (the Internet, or anything that answers HTTP in process) and any window.
//!
//! What it does know, and keeps in one place each:
//! - every request it can send is an entry of [`Operation::ALL`];
//! - a property is [`Selected::Absent`], [`Selected::Null`] or a value: what was not asked for is never "empty";
//! - a lookup that failed is an error beside its answer, never an empty list;
//! - a read may be repeated, a change only when the server said that it did not act ([`RetryPolicy`]);
//! - every failure says whether something was changed ([`Changed`]).
//!
//! ```
//! use std::sync::Arc;
//! use azure_core::credentials::{AccessToken, TokenCredential, TokenRequestOptions};
//! use azure_core::time::{Duration, OffsetDateTime};
//! use clock::SystemClock;
//! use graph::{Endpoint, Graph, TowerTransport};
//! use tokio_util::sync::CancellationToken;
//!
//! #[derive(Debug)]
//! struct Anna;
//! #[async_trait::async_trait]
//! impl TokenCredential for Anna {
//!     async fn get_token(&self, _: &[&str], _: Option<TokenRequestOptions<'_>>) -> azure_core::Result<AccessToken> {
//!         Ok(AccessToken::new("token", OffsetDateTime::now_utc() + Duration::hours(1)))
//!     }
//! }
//!
//! // Anything that answers HTTP requests can stand where Microsoft Graph stands.
//! let server = tower::service_fn(|_request: http::Request<bytes::Bytes>| async {
//!     let body = br#"{ "id": "87d349ed-44d7-43e1-9a83-5f2406dee5bd", "displayName": "Anna", "mail": null }"#;
//!     Ok::<_, std::convert::Infallible>(http::Response::new(bytes::Bytes::from_static(body)))
//! });
//! let graph =
//!     Graph::new(Arc::new(TowerTransport::new(server)), Arc::new(Anna), Endpoint::global(), Arc::new(SystemClock));
//!
//! # tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(async {
//! let me = graph.me(&CancellationToken::new()).await.unwrap();
//! assert_eq!(me.display_name.value().map(String::as_str), Some("Anna"));
//! assert!(me.mail.is_null());          // asked for, and empty
//! assert!(me.other_mails.is_absent()); // the answer does not say: unknown
//! # });
//! ```

mod all_guests;
mod answer;
mod batch;
mod by_id;
mod challenge;
mod client;
mod deleted;
mod endpoint;
mod find;
mod groups;
mod guest_context;
mod invitations;
mod limits;
pub mod odata;
mod operations;
mod outline;
mod page;
mod people;
mod problem;
mod resource;
mod retry;
mod traces;
mod transport;

pub use all_guests::{Continuation, GuestPage, GuestQuery, PageAccounts};
pub use by_id::UserOfId;
pub use client::{Acknowledged, Graph};
pub use endpoint::{Endpoint, NotAnEndpoint};
pub use find::{Lookup, Lookups, Match, SearchAnswer};
pub use guest_context::{ChosenGroup, ContactGroups, GuestContext, Owners};
pub use limits::Limits;
pub use operations::{Effect, Operation};
pub use outline::UserOutline;
pub use page::Listed;
pub use people::UserProfile;
pub use problem::{Changed, Detail, GraphProblem, GraphProblemKind, NotInvitable, ServerDetails};
pub use resource::{
    AppRoleAssignment, AppRoleGrant, AssignedLicense, AssignedPlan, Contact, DirectoryObject, DirectoryRole,
    Group, GroupSetting, Invitation, InvitationMessage, InvitationRequest, InvitedAccount, MessageTrace,
    ObjectIdentity, Organization, Resource, Selected, ServiceProvisioningError, SettingValue, Sponsor, User,
    VerifiedDomain,
};
pub use retry::{Failure, RetryPolicy, retry_after};
pub use transport::{InternetTransport, TowerTransport, Transport, TransportError};

//! Signing in to Microsoft Entra ID: one [`TokenCredential`](azure_core::credentials::TokenCredential) for each way.
//!
//! - [`SignIn::with_browser`]: the system's browser, authorisation code with PKCE, the answer caught on loopback;
//! - [`SignIn::begin_code`] and [`SignIn::with_code`]: a code that is typed on another device;
//! - [`SignIn::resume`]: a sign-in that was [`Kept`] in the [`Vault`];
//! - [`AzureCli`]: the Azure CLI that is signed in already;
//! - [`PracticeCredential`]: a role in the practice tenant.
//!
//! The first three end in a [`Session`]. Whom to sign in to says an [`Organisation`]; where that is, its [`Cloud`]
//! and then the organisation's own discovery document: no endpoint is put together from strings. What went wrong is a
//! [`Problem`], and why Microsoft refused a [`Reason`], each of which has its own advice.
//!
//! The crate refuses to know: what a token is used for, which permissions are needed for what, the practice tenant
//! itself, and any sentence that is read on screen. It never sees a password.
//!
//! ```no_run
//! use entra::{ClosingPages, From, Organisation, SignIn, Wish};
//! use internet::Internet;
//! use tokio_util::sync::CancellationToken;
//!
//! # async fn story() -> Result<(), Box<dyn std::error::Error>> {
//! let contoso = r#"{ "version": 1, "name": "Contoso", "tenant": "contoso.onmicrosoft.com",
//!     "clientId": "6f0dcd1b-4c5e-4a4e-9f0b-7a1d2f3c4b5a", "cloud": "global" }"#;
//! let contoso = Organisation::read(contoso, From::Window).map_err(|why| format!("{why:?}"))?;
//! let cancel = CancellationToken::new();
//! let sign_in = SignIn::discover(Internet::new()?, &contoso, &cancel).await?;
//!
//! let wish = Wish { scopes: &["User.Read.All".to_owned()], claims: None, login_hint: None, expect_user: None };
//! let pages = ClosingPages {
//!     language_tag: "en".to_owned(),
//!     done_title: "You are signed in".to_owned(),
//!     done_text: "You can close this tab.".to_owned(),
//!     failed_title: "That did not work".to_owned(),
//!     failed_text: "Guest Mail Doctor says why.".to_owned(),
//! };
//! let browser = |address: &url::Url| { println!("{address}"); Ok(()) };
//! let session = sign_in.with_browser(wish, pages, &browser, &cancel).await?;
//! assert_eq!(session.scopes(), ["User.Read.All"]);
//! # Ok(())
//! # }
//! ```

mod azure_cli;
mod cloud;
mod id_token;
mod loopback;
mod organisation;
mod permissions;
mod practice;
mod problem;
mod session;
mod sign_in;
mod token;
mod vault;

/// A keyring, as the vault wants it; the system's own when none is given.
pub use keyring_core::CredentialStore as KeyringStore;

pub use azure_cli::{AzureCli, SignedIn};
pub use cloud::Cloud;
pub use loopback::ClosingPages;
pub use organisation::{From, Managed, ManagedTrouble, NotAnOrganisation, Organisation};
pub use permissions::GRAPH_APP_ID;
pub use practice::PracticeCredential;
pub use problem::{Evidence, Problem, Reason, What};
pub use session::{Held, Session, Way};
pub use sign_in::{DeviceCode, SignIn, Wish};
pub use vault::{Keeping, Kept, Vault, VaultError, WhyNot};

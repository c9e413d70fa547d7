//! Signing in to Microsoft Entra ID: one [`TokenCredential`](azure_core::credentials::TokenCredential) for each
//! sign-in method.
//!
//! - [`SignIn::with_browser`]: the system's browser, authorisation code with PKCE, the answer caught on loopback;
//! - [`SignIn::request_device_code`] and [`SignIn::with_device_code`]: a code that is typed on another device;
//! - [`SignIn::resume`]: a sign-in that is a [`StoredSession`] in the [`Vault`];
//! - [`SignIn::reauthenticate`]: the same person once more, to satisfy a claims challenge or for more permissions;
//! - [`AzureCli`]: the Azure CLI that is signed in already.
//!
//! All but the last end in a [`Session`]. Whom to sign in to says an [`Organisation`]; where that is, its [`Cloud`]
//! and then the organisation's own discovery document: no endpoint is put together from strings. What went wrong is a
//! [`SignInError`], and why Microsoft refused a [`RefusalReason`], each of which has its own advice.
//!
//! The crate refuses to know: what a token is used for, which permissions are needed for what, the practice tenant,
//! and any sentence that is read on screen. It never sees a password.
//!
//! ```no_run
//! use entra::{ClosingPages, ConfigSource, Organisation, SignIn, SignInRequest};
//! use internet::Internet;
//! use tokio_util::sync::CancellationToken;
//!
//! # async fn story() -> Result<(), Box<dyn std::error::Error>> {
//! let contoso = r#"{ "version": 1, "name": "Contoso", "tenant": "contoso.onmicrosoft.com",
//!     "clientId": "6f0dcd1b-4c5e-4a4e-9f0b-7a1d2f3c4b5a", "cloud": "global" }"#;
//! let contoso = Organisation::parse(contoso, ConfigSource::Window).map_err(|why| format!("{why:?}"))?;
//! let cancel = CancellationToken::new();
//! let sign_in = SignIn::discover(Internet::new()?, &contoso, &cancel).await?;
//!
//! let scopes = ["User.Read.All".to_owned()];
//! let request = SignInRequest { scopes: &scopes, claims: None, login_hint: None, expect_user: None };
//! let pages = ClosingPages {
//!     language_tag: "en".to_owned(),
//!     done_title: "You are signed in".to_owned(),
//!     done_text: "You can close this tab.".to_owned(),
//!     failed_title: "That did not work".to_owned(),
//!     failed_text: "Guest Mail Doctor says why.".to_owned(),
//! };
//! let browser = |address: &url::Url| { println!("{address}"); Ok(()) };
//! let session = sign_in.with_browser(request, pages, &browser, &cancel).await?;
//! assert_eq!(session.scopes(), ["User.Read.All"]);
//! # Ok(())
//! # }
//! ```

mod authority;
mod azure_cli;
mod cancel;
mod cloud;
mod discovery;
mod error;
mod id_token;
mod jwt;
mod loopback;
mod managed;
mod organisation;
mod scope;
mod session;
mod sign_in;
mod stored;
mod token;
mod vault;

/// A keyring, as the vault wants it; the system's own when none is given.
pub use keyring_core::CredentialStore as KeyringStore;

pub use azure_cli::{AzureCli, AzureCliSignIn};
pub use cloud::{Cloud, CloudFacts, MicrosoftCloud};
pub use error::{ErrorResponse, RefusalReason, SignInError, SignInErrorKind};
pub use loopback::ClosingPages;
pub use managed::{ManagedSettings, ManagedSettingsError};
pub use organisation::{ConfigSource, Organisation, OrganisationError};
pub use session::{PermissionStatus, Session};
pub use sign_in::{DeviceCode, SignIn, SignInRequest};
pub use stored::{SignInMethod, StoredSession};
pub use vault::{Persistence, PersistenceError, SealedFile, Unsealed, Vault, VaultError};

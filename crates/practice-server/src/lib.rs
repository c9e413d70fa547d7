//! The practice tenant as a server, for clients of their own: over plain HTTP for whoever says `practice.<persona>`,
//! or over TLS with sign-in endpoints in the shape of Entra's. The program `practice` is made of it.
//!
//! It refuses to know what Graph answers ([`practice`] does), and every client. It is no part of the app.
//!
//! ```
//! use practice::{Behaviour, Tenant};
//! use practice_server::{Access, serve};
//! use tokio::net::TcpListener;
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let tenant = Tenant::start(Tenant::built_in()?, Behaviour::default());
//! let listener = TcpListener::bind("127.0.0.1:0").await?;
//! let address = listener.local_addr()?;
//! tokio::spawn(serve(listener, tenant, Access::Open));
//!
//! let healthy = reqwest::get(format!("http://{address}/practice/health")).await?;
//! assert_eq!(healthy.text().await?, "ok");
//! # Ok(())
//! # }
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! #     tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(example())
//! # }
//! ```

mod serve;
mod sign_in;

pub use serve::{Access, Certificate, CertificateError, router, serve, serve_tls};
pub use sign_in::{
    DEFAULT_CLIENT, Endpoint, MultiFactor, PlannedRefusal, RegisteredApp, SignIn, SignInPlan,
    SignInPlanError, SigningKeyError, UserConsent,
};

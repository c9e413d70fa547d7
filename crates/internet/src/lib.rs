//! The one HTTPS client of this app, and, when no answer comes, why not.
//!
//! A person whose hotel network wants a room number first, or whose company's proxy wants a password, is helped by
//! that knowledge and not by "connection error". So every failure is an [`Unanswered`]: how far the request came
//! ([`Stage`], which decides whether a change may be repeated) and what stood in the way ([`Obstacle`], which decides
//! what to advise).
//!
//! The crate refuses to know: what is asked, of whom, with which token. It never repeats a request, follows no
//! redirect (a token must not travel on) and speaks https only. Authorities are those that the system trusts;
//! there is no switch that skips a check.
//!
//! ```
//! use bytes::Bytes;
//! use internet::{Internet, Stage};
//!
//! # tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
//! let internet = Internet::new().unwrap();
//! let unencrypted = http::Request::get("http://graph.microsoft.com/").body(Bytes::new()).unwrap();
//! assert_eq!(internet.send(unencrypted).await.unwrap_err().stage, Stage::NotSent);
//! # });
//! ```

mod client;
mod names;
mod obstacle;
mod unanswered;

pub use client::Internet;
pub use obstacle::Obstacle;
pub use unanswered::{Stage, Unanswered};

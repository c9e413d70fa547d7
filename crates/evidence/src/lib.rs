//! What a server says, made fit to be quoted: without our secrets, no longer than a person reads, and codes, ids and
//! times only where they have the form of one.
//!
//! A refusal is kept: it is shown, written into the journal, copied into mails to whoever helps. A server (or whatever
//! stands between it and us) that repeats the question in its answer must not bring a token there. So every text of a
//! server passes through here once, where it comes in: [`Secrets::strike`] or [`Secrets::strike_json`] first, then
//! [`words`], [`code`], [`id`] or [`moment`].
//!
//! The crate refuses to know: which server it is, where its texts stand in an answer, what they mean.
//!
//! ```
//! use evidence::{Secrets, code, id, words};
//!
//! let secrets = Secrets::new(["eyJ0eXAi.eyJvaWQi.c2lnbmF0dXJl".to_owned()]);
//! let said = "Bearer eyJ0eXAi.eyJvaWQi.c2lnbmF0dXJl is not enough";
//! assert_eq!(words(&secrets.strike(said)), "Bearer (struck out) is not enough");
//! assert_eq!(code("Request_ResourceNotFound").as_deref(), Some("Request_ResourceNotFound"));
//! assert_eq!(code(&secrets.strike(said)), None);
//! assert_eq!(id("not an id"), None);
//! ```

mod form;
mod secrets;

pub use form::{MOST_WORDS, code, id, moment, name, words};
pub use secrets::{STRUCK, Secrets};

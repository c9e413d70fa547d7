//! Who is signed in: one state machine, the [`Authority`] that lets people in, and the use cases between them.
//!
//! - `state`: the machine. It alone knows who is signed in, to which organisation one can sign in, which sign-in came
//!   last, which device code is under way, which claims challenge waits for an answer, and whether a sign-in is stored.
//! - `authority`: what is asked of whoever lets people in. Microsoft Entra stands behind it in the app, and nobody
//!   where there is only a connection ([`NoAuthority`]).
//! - `storage`: storing and forgetting a sign-in take turns.
//! - `sign_in`: the use cases, as methods of the [`Engine`](crate::Engine).

mod authority;
mod sign_in;
mod state;
mod storage;

/// The machine, with what an authority's things are in it.
pub(crate) type SessionOf<A> =
    Session<<A as Authority>::Organisation, <A as Authority>::Credentials, <A as Authority>::DeviceCode>;

pub use authority::{AuthenticationResult, Authority, NoAuthority, SignInRequest};
use state::Session;
pub(crate) use storage::Storage;

//! The practice tenant as a server, for clients of their own.

mod abort;
mod certificate;
mod http;
mod router;
mod tls;

pub use certificate::{Certificate, CertificateError};
pub use http::serve;
pub use router::{Access, router};
pub use tls::serve_tls;

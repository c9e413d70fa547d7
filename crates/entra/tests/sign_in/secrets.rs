//! What is printed tells no secret.

use secrecy::{ExposeSecret, SecretString};
use static_assertions::assert_not_impl_any;
use tokio_util::sync::CancellationToken;

use crate::server::{Server, names};

// Nothing that holds a token can be written into a file, a log or a window by mistake.
assert_not_impl_any!(entra::Session: serde::Serialize, std::fmt::Display);
assert_not_impl_any!(entra::DeviceCode: serde::Serialize, std::fmt::Display);
assert_not_impl_any!(entra::StoredSession: serde::Serialize, std::fmt::Display);
assert_not_impl_any!(SecretString: std::fmt::Display);

#[tokio::test]
async fn sessions_codes_and_what_is_kept_print_no_secret() {
    let (server, sign_in) = Server::signed().await;
    let session = server.session(&sign_in, &["User.Read.All"], 4000).await;
    let code = sign_in.request_device_code(&names(&[]), &CancellationToken::new()).await.unwrap();
    let stored = session.to_stored().unwrap();
    assert_eq!(stored.refresh_token.expose_secret(), "refresh-1", "it is there");
    let printed = format!("{session:?} {session:#?} {code:?} {code:#?} {sign_in:?}");
    for secret in ["access-1", "refresh-1", "the-device-code", "the-code", "ABCD-EFGH"] {
        assert!(!printed.contains(secret), "{printed}");
    }
}

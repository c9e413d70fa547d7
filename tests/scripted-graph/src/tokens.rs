//! Tokens that can be told apart.

use std::sync::Mutex;

use async_trait::async_trait;
use azure_core::credentials::{AccessToken, TokenCredential, TokenRequestOptions};
use azure_core::time::OffsetDateTime;

/// Hands out `token-1`, `token-2`, ...
#[derive(Debug, Default)]
pub struct Tokens(Mutex<u32>);

#[async_trait]
impl TokenCredential for Tokens {
    async fn get_token(
        &self,
        _: &[&str],
        _: Option<TokenRequestOptions<'_>>,
    ) -> azure_core::Result<AccessToken> {
        let mut given = self.0.lock().unwrap();
        *given += 1;
        Ok(AccessToken::new(format!("token-{given}"), OffsetDateTime::now_utc()))
    }
}

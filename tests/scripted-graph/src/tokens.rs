//! Tokens that can be told apart.

use std::sync::Mutex;

use async_trait::async_trait;
use azure_core::credentials::{AccessToken, TokenCredential, TokenRequestOptions};
use azure_core::time::OffsetDateTime;

/// Hands out `token-1`, `token-2`, ...; or always the same.
#[derive(Debug, Default)]
pub struct Tokens {
    given: Mutex<u32>,
    always: Option<String>,
}

impl Tokens {
    /// Hands out this one, whoever asks.
    #[must_use]
    pub fn always(token: &str) -> Self {
        Self { always: Some(token.to_owned()), ..Self::default() }
    }
}

#[async_trait]
impl TokenCredential for Tokens {
    async fn get_token(
        &self,
        _: &[&str],
        _: Option<TokenRequestOptions<'_>>,
    ) -> azure_core::Result<AccessToken> {
        let mut given = self.given.lock().unwrap();
        *given += 1;
        let token = self.always.clone().unwrap_or_else(|| format!("token-{given}"));
        Ok(AccessToken::new(token, OffsetDateTime::now_utc()))
    }
}

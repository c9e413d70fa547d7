//! The practice tenant's way: no sign-in, only a role to play.

use async_trait::async_trait;
use azure_core::credentials::{AccessToken, TokenCredential, TokenRequestOptions};
use azure_core::time::{Duration, OffsetDateTime};

/// How long a practice token says it lives. Microsoft's live 60 to 90 minutes (Entra: access token lifetime); the
/// practice tenant does not count.
const LIFETIME: Duration = Duration::hours(1);

/// Plays one persona of the practice tenant: its tokens read `practice.<persona>` and open nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeCredential {
    persona: String,
}

impl PracticeCredential {
    /// A credential for this persona, such as `owner` or `user-admin`. Whether the tenant knows it, the tenant says.
    pub fn new(persona: impl Into<String>) -> Self {
        Self { persona: persona.into() }
    }

    /// Which persona it plays.
    #[must_use]
    pub fn persona(&self) -> &str {
        &self.persona
    }
}

#[async_trait]
impl TokenCredential for PracticeCredential {
    async fn get_token(
        &self,
        _scopes: &[&str],
        _options: Option<TokenRequestOptions<'_>>,
    ) -> azure_core::Result<AccessToken> {
        Ok(AccessToken::new(format!("practice.{}", self.persona), OffsetDateTime::now_utc() + LIFETIME))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_persona_gets_a_token_that_only_the_practice_tenant_takes() {
        let owner = PracticeCredential::new("owner");
        let token = owner.get_token(&[], None).await.unwrap();
        assert_eq!(token.token.secret(), "practice.owner");
        assert!(token.expires_on > OffsetDateTime::now_utc());
    }

    #[tokio::test]
    async fn a_token_does_not_show_when_it_is_printed() {
        let token = PracticeCredential::new("owner").get_token(&[], None).await.unwrap();
        assert!(!format!("{token:?}").contains("practice.owner"));
    }
}

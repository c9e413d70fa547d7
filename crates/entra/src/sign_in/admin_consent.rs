//! An administrator's consent for everybody (Microsoft identity platform: Admin consent).

use oauth2::CsrfToken;
use secrecy::{ExposeSecret, SecretString};
use tokio_util::sync::CancellationToken;
use url::Url;

use crate::authority::Authority;
use crate::error::{SignInError, SignInErrorKind};
use crate::loopback::{ClosingPages, Loopback};

pub(super) async fn request(
    authority: &Authority,
    scopes: &[String],
    pages: ClosingPages,
    open: &(dyn Fn(&Url) -> Result<(), String> + Send + Sync),
    cancel: &CancellationToken,
) -> Result<(), SignInError> {
    let loopback = Loopback::open().await?;
    let state = SecretString::from(CsrfToken::new_random_len(32).into_secret());
    let address = url(authority, scopes, &loopback.redirect(), Some(&state));
    open(&address).map_err(SignInErrorKind::BrowserNotOpened)?;
    let response = loopback.wait(state, pages, cancel).await?;
    if let Some(error) = response.error(&[]) {
        return Err(SignInError::refused(error));
    }
    let consented = response.parameter("admin_consent").is_some_and(|said| said.eq_ignore_ascii_case("true"));
    if !consented {
        let unsaid = "an answer that does not say whether there is consent";
        return Err(SignInErrorKind::NotUnderstood(unsaid.to_owned()).into());
    }
    match response.parameter("tenant") {
        Some(tenant) if tenant.eq_ignore_ascii_case(&authority.tenant_id) => Ok(()),
        found => {
            let (expected, found) =
                (authority.tenant_id.clone(), found.and_then(evidence::id).unwrap_or_default());
            Err(SignInErrorKind::OtherTenant { expected, found }.into())
        }
    }
}

/// The consent page's address.
pub(super) fn url(
    authority: &Authority,
    scopes: &[String],
    redirect: &str,
    state: Option<&SecretString>,
) -> Url {
    let mut address = authority.endpoints.consent.clone();
    let scopes = authority.tokens.scopes().qualified(scopes);
    let scopes: Vec<String> = scopes.iter().map(|scope| scope.to_string()).collect();
    {
        let mut query = address.query_pairs_mut();
        query.append_pair("client_id", &authority.client_id.to_string());
        query.append_pair("scope", &scopes.join(" "));
        query.append_pair("redirect_uri", redirect);
        if let Some(state) = state {
            query.append_pair("state", state.expose_secret());
        }
    }
    address
}

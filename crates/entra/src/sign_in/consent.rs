//! An administrator's consent for everybody (Microsoft identity platform: Admin consent).

use oauth2::CsrfToken;
use secrecy::{ExposeSecret, SecretString};
use tokio_util::sync::CancellationToken;
use url::Url;

use super::SignIn;
use crate::loopback::{ClosingPages, Loopback};
use crate::problem::{Evidence, Problem, What};

impl SignIn {
    /// Opens the consent page in the browser and catches its answer. `Ok` means: Microsoft says that an administrator
    /// of this organisation consented.
    pub async fn ask_consent(
        &self,
        scopes: &[String],
        pages: ClosingPages,
        open: &(dyn Fn(&Url) -> Result<(), String> + Send + Sync),
        cancel: &CancellationToken,
    ) -> Result<(), Problem> {
        let loopback = Loopback::open().await?;
        let state = SecretString::from(CsrfToken::new_random_len(32).into_secret());
        let address = self.consent_address(scopes, &loopback.redirect(), Some(&state));
        open(&address).map_err(What::BrowserNotOpened)?;
        let returned = loopback.wait(state, pages, cancel).await?;
        if let Some(error) = returned.parameter("error") {
            let evidence =
                Evidence::of_redirect(error, |name| returned.parameter(name).map(ToOwned::to_owned));
            return Err(Problem::refused(evidence));
        }
        let consented =
            returned.parameter("admin_consent").is_some_and(|said| said.eq_ignore_ascii_case("true"));
        if !consented {
            return Err(What::NotUnderstood(
                "an answer that does not say whether there is consent".to_owned(),
            )
            .into());
        }
        match returned.parameter("tenant") {
            Some(tenant) if tenant.eq_ignore_ascii_case(self.tenant_id()) => Ok(()),
            found => {
                let (expected, found) = (self.tenant_id().to_owned(), found.unwrap_or_default().to_owned());
                Err(What::OtherTenant { expected, found }.into())
            }
        }
    }

    pub(super) fn consent_address(
        &self,
        scopes: &[String],
        redirect: &str,
        state: Option<&SecretString>,
    ) -> Url {
        let mut address = self.inner.endpoints.consent.clone();
        let scopes: Vec<String> = self.permissions(scopes).iter().map(|scope| scope.to_string()).collect();
        {
            let mut query = address.query_pairs_mut();
            query.append_pair("client_id", &self.client_id());
            query.append_pair("scope", &scopes.join(" "));
            query.append_pair("redirect_uri", redirect);
            if let Some(state) = state {
                query.append_pair("state", state.expose_secret());
            }
        }
        address
    }
}

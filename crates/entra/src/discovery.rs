//! Where the endpoints of an organisation are.

use http::header::ACCEPT;
use internet::Internet;
use serde::Deserialize;
use serde_json::Value;
use url::Url;
use uuid::Uuid;

use crate::error::{ErrorResponse, SignInError, SignInErrorKind};
use crate::organisation::Organisation;
use crate::token::send;

/// The endpoints that are used, all of them https and at the login host of the cloud.
pub(crate) struct Endpoints {
    /// Letter by letter: tokens are compared with it.
    pub(crate) issuer: String,
    pub(crate) authorize: Url,
    pub(crate) token: Url,
    /// Not every server has one.
    pub(crate) device: Option<Url>,
    /// Microsoft identity platform: Admin consent. Not in the discovery document; it stands beside the issuer.
    pub(crate) consent: Url,
}

/// What a question at the authorisation endpoint says, and an endpoint may not say in its stead.
const OURS: [&str; 12] = [
    "response_type",
    "response_mode",
    "client_id",
    "redirect_uri",
    "scope",
    "state",
    "nonce",
    "code_challenge",
    "code_challenge_method",
    "claims",
    "prompt",
    "login_hint",
];

#[derive(Deserialize)]
struct Document {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    device_authorization_endpoint: Option<String>,
}

pub(crate) async fn discover(
    internet: &Internet,
    organisation: &Organisation,
) -> Result<(String, Endpoints), SignInError> {
    let not_understood =
        || SignInError::from(SignInErrorKind::NotUnderstood("the discovery document".to_owned()));
    let login = Url::parse(&organisation.cloud.login()).map_err(|_| not_understood())?;
    let mut address = login.clone();
    address.set_path(&format!("/{}/v2.0/.well-known/openid-configuration", organisation.tenant));
    let request = http::Request::get(address.as_str()).header(ACCEPT, "application/json").body(Vec::new());
    let answer = send(internet, request.map_err(|_| not_understood())?).await?;
    if !answer.status().is_success() {
        let error: Value = serde_json::from_slice(answer.body()).unwrap_or_default();
        return Err(ErrorResponse::of_json(&error).map_or_else(not_understood, SignInError::refused));
    }
    let document: Document = serde_json::from_slice(answer.body()).map_err(|_| not_understood())?;
    trusted(document, &login, &organisation.tenant)
}

fn trusted(document: Document, login: &Url, tenant: &str) -> Result<(String, Endpoints), SignInError> {
    let at_login = |address: &str, what: &'static str| {
        let url = Url::parse(address).ok().filter(|url| {
            let plain = url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
            plain && url.scheme() == "https" && url.origin() == login.origin()
        });
        url.ok_or_else(|| SignInError::from(SignInErrorKind::Untrusted(what)))
    };
    let issuer = at_login(&document.issuer, "issuer")?;
    // `https://login.microsoftonline.com/{tenant id}/v2.0`
    let first = issuer.path_segments().and_then(|mut parts| parts.next()).unwrap_or_default();
    let tenant_id = Uuid::try_parse(first).map_err(|_| SignInErrorKind::Untrusted("issuer"))?.to_string();
    if Uuid::try_parse(tenant).is_ok_and(|asked| asked.to_string() != tenant_id) {
        return Err(SignInErrorKind::OtherTenant { expected: tenant.to_owned(), found: tenant_id }.into());
    }
    let mut consent = issuer.clone();
    consent.set_path(&format!("{}/adminconsent", issuer.path().trim_end_matches('/')));
    let device = document.device_authorization_endpoint.as_deref();
    let authorize = at_login(&document.authorization_endpoint, "endpoint")?;
    // It may have a query of its own, which is kept (RFC 6749 section 3.1); but what we say there is said once, and by
    // us: of two states, which one comes back?
    if authorize.query_pairs().any(|(name, _)| OURS.iter().any(|ours| ours.eq_ignore_ascii_case(&name))) {
        return Err(SignInErrorKind::Untrusted("endpoint").into());
    }
    let endpoints = Endpoints {
        authorize,
        token: at_login(&document.token_endpoint, "endpoint")?,
        device: device.map(|address| at_login(address, "endpoint")).transpose()?,
        issuer: document.issuer,
        consent,
    };
    Ok((tenant_id, endpoints))
}

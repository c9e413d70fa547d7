//! One request to an endpoint, and what every endpoint reads from it.

use axum::extract::Request;
use http_body_util::{BodyExt as _, Limited};
use jiff::Timestamp;
use serde_json::Value;

use super::plan::RegisteredApp;
use super::refusal::{self, Refusal, Trace};
use super::server::SignIn;

/// No form that is sent here comes near this.
const LARGEST_BODY: usize = 1 << 20;

/// One request to an endpoint.
pub(super) struct EndpointRequest {
    /// Scheme and host it went to.
    pub(super) base: String,
    /// The tenant in its path, as written; empty where there is none.
    pub(super) tenant: String,
    /// The parameters of query and form.
    pub(super) fields: Vec<(String, String)>,
    pub(super) now: Timestamp,
    pub(super) trace: Trace,
}

/// Whom an address lets in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Realm {
    /// This organisation, by id or by domain.
    This,
    /// Any (`organizations`, `common`).
    Any,
}

impl EndpointRequest {
    pub(super) async fn read(sign_in: &SignIn, request: Request) -> Self {
        let (parts, body) = request.into_parts();
        let header = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok());
        let host = header("host").unwrap_or("localhost");
        let base = format!("https://{host}");
        let first = parts.uri.path().split('/').nth(1).unwrap_or_default();
        let tenant = percent_encoding::percent_decode_str(first).decode_utf8_lossy().into_owned();
        let mut fields = pairs(parts.uri.query().unwrap_or_default().as_bytes());
        if header("content-type").is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"))
            && let Ok(body) = Limited::new(body, LARGEST_BODY).collect().await
        {
            fields.extend(pairs(&body.to_bytes()));
        }
        let now = sign_in.shared.tenant.now();
        let named = fields.iter().find(|(name, _)| name == "client-request-id").map(|(_, id)| id.as_str());
        let trace = Trace::new(uuid::Uuid::new_v4(), header("client-request-id").or(named), now, &base);
        Self { base, tenant, fields, now, trace }
    }

    /// A parameter that is there and not empty.
    pub(super) fn field(&self, name: &str) -> Option<&str> {
        let found = self.fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        found.filter(|value| !value.is_empty())
    }

    pub(super) fn needs(&self, name: &str) -> Result<&str, Refusal> {
        self.field(name).ok_or_else(|| refusal::missing(name))
    }

    /// A `claims` parameter: a JSON object (OpenID Connect Core 1.0, 5.5).
    pub(super) fn claims(&self) -> Result<Option<Value>, Refusal> {
        let Some(text) = self.field("claims") else { return Ok(None) };
        let claims = serde_json::from_str(text).ok().filter(Value::is_object);
        let unreadable =
            || Refusal::new("invalid_request", 90100, "The parameter 'claims' is empty or not valid.");
        claims.map(Some).ok_or_else(unreadable)
    }

    pub(super) fn realm(&self, sign_in: &SignIn) -> Result<Realm, Refusal> {
        let tenant = &sign_in.shared.tenant;
        match self.tenant.to_ascii_lowercase().as_str() {
            "organizations" | "common" => Ok(Realm::Any),
            id if id == tenant.tenant_id().to_ascii_lowercase() => Ok(Realm::This),
            domain if tenant.is_verified_domain(domain) => Ok(Realm::This),
            other => Err(refusal::no_such_tenant(other)),
        }
    }

    /// The app that asks, if it may be used by way of this address.
    pub(super) fn app<'a>(&self, sign_in: &'a SignIn) -> Result<&'a RegisteredApp, Refusal> {
        let realm =
            self.realm(sign_in).map_err(|refusal| Refusal { error: "invalid_request".into(), ..refusal })?;
        let client_id = self.needs("client_id")?;
        let organisation = sign_in.shared.tenant.organisation_name();
        let app = sign_in.shared.plan.app(client_id);
        let app = app.ok_or_else(|| refusal::no_such_app(client_id, &organisation))?;
        if realm == Realm::Any && !app.multitenant {
            let text = format!(
                "Application '{}'({}) is not configured as a multi-tenant application. Usage of the /common endpoint \
                 is not supported for such applications created after '10/15/2018'. Use a tenant-specific endpoint \
                 or configure the application to be multi-tenant.",
                app.client_id, app.name
            );
            return Err(Refusal::new("invalid_request", 50194, text));
        }
        Ok(app)
    }
}

fn pairs(text: &[u8]) -> Vec<(String, String)> {
    url::form_urlencoded::parse(text).into_owned().collect()
}

//! Signing in: endpoints in the shape of Entra's, pages of plain HTML in place of Microsoft's, tokens that open the
//! practice tenant's Graph. There are no passwords: whoever reaches this server may be anybody in the tenant.
//!
//! Sources, by the names of Microsoft's pages: "Microsoft identity platform and OAuth 2.0 authorization code flow",
//! "… device authorization grant flow", "Admin consent on the Microsoft identity platform", "OpenID Connect on the
//! Microsoft identity platform", "Refresh tokens", "Claims challenges, claims requests and client capabilities".

mod admin_consent;
mod authorize;
mod book;
mod consent;
mod device;
mod discovery;
mod issue;
mod keys;
mod page;
mod people;
mod plan;
mod refusal;
mod reply;
mod scope;
mod token;
mod visit;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::{get, post};
use http_body_util::{BodyExt as _, Limited};
use jiff::Timestamp;
use serde_json::Value;

pub use plan::{
    DEFAULT_CLIENT, MultiFactor, Place, PlannedRefusal, RegisteredApp, SignInPlan, SignInPlanError,
    UserConsent,
};

use crate::fault;
use crate::gate::{self, Gate, Pass};
use crate::problem::Problem;
use crate::tenant::Tenant;
use book::{Book, Challenge};
use keys::Keys;
use refusal::{Refused, Trace};

/// No form that is sent here comes near this.
const LARGEST_BODY: usize = 1 << 20;

/// The sign-in endpoints of a practice tenant. Clones share codes, tokens and consents, which last as long as the
/// program.
#[derive(Clone)]
pub struct SignIn {
    shared: Arc<Shared>,
    personas_too: bool,
}

struct Shared {
    tenant: Tenant,
    plan: SignInPlan,
    keys: Keys,
    book: Mutex<Book>,
}

/// The system gave no random numbers to make a signing key of.
#[derive(Debug, thiserror::Error)]
#[error("no signing key could be made")]
pub struct NoKey;

impl SignIn {
    /// Makes the endpoints of this tenant, with a new signing key.
    pub fn new(tenant: Tenant, plan: SignInPlan) -> Result<Self, NoKey> {
        let keys = Keys::new().map_err(|_| NoKey)?;
        let shared = Shared { tenant, plan, keys, book: Mutex::default() };
        Ok(Self { shared: Arc::new(shared), personas_too: false })
    }

    /// Lets `practice.<persona>` in as well.
    #[must_use]
    pub fn with_personas(mut self) -> Self {
        self.personas_too = true;
        self
    }

    /// A panic in one request must not stop the server. Whoever holds this must not look into the tenant: Graph
    /// asks this book while it holds the tenant.
    fn book(&self) -> MutexGuard<'_, Book> {
        self.shared.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for SignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignIn").field("tenant", &self.shared.tenant).finish_non_exhaustive()
    }
}

impl Gate for SignIn {
    fn admit(&self, token: &str, now: Timestamp) -> Result<Pass, Problem> {
        if self.personas_too && token.starts_with("practice.") {
            return self.shared.tenant.origin().admit(token, now);
        }
        let book = self.book();
        let access = book.access.get(token).filter(|access| access.for_graph).ok_or_else(gate::invalid)?;
        if access.expires <= now {
            return Err(Problem::unauthorised("Lifetime validation failed, the token is expired."));
        }
        if !book.answers_challenge(&access.user_id, access.claims.as_ref()) {
            return Err(fault::claims_challenge());
        }
        let scopes = access.scopes.iter().map(|name| (*name).to_owned()).collect();
        Ok(Pass { user_id: access.user_id.clone(), roles: None, scopes: Some(scopes) })
    }

    fn challenged(&self, token: &str) {
        let since = self.shared.tenant.now();
        let Ok(claims) = serde_json::from_str(fault::CHALLENGE) else { return };
        let mut book = self.book();
        let user = book.access.get(token).map(|access| access.user_id.clone());
        if let Some(user) = user {
            book.challenges.insert(user, Challenge { claims, since });
        }
    }
}

/// The endpoints.
pub(crate) fn router(sign_in: SignIn) -> Router {
    Router::new()
        .route("/{tenant}/v2.0/.well-known/openid-configuration", get(discovery::configuration))
        .route("/{tenant}/discovery/v2.0/keys", get(discovery::keys))
        .route("/{tenant}/discovery/instance", get(discovery::instance))
        .route("/{tenant}/oauth2/v2.0/authorize", get(authorize::start).post(authorize::start))
        .route("/{tenant}/oauth2/v2.0/token", post(token::answer).get(only_post))
        .route("/{tenant}/oauth2/v2.0/devicecode", post(device::begin).get(only_post))
        .route("/{tenant}/oauth2/v2.0/logout", get(discovery::sign_out).post(discovery::sign_out))
        .route("/{tenant}/v2.0/adminconsent", get(admin_consent::start))
        .route("/{tenant}/adminconsent", get(admin_consent::start))
        .route("/{tenant}/login", post(visit::go_on))
        .route("/devicelogin", get(device::page).post(device::enter))
        .with_state(sign_in)
}

/// A browser was sent where only programs go.
async fn only_post(State(sign_in): State<SignIn>, request: Request) -> Response {
    let asked = Asked::read(&sign_in, request).await;
    let text = "The endpoint only accepts POST requests. Received a GET request.";
    reply::refused(&Refused::new("invalid_request", 900_561, text), &asked.trace)
}

/// One request to an endpoint.
struct Asked {
    /// Scheme and host it went to.
    base: String,
    /// The tenant in its path, as written; empty where there is none.
    tenant: String,
    /// The parameters of query and form.
    fields: Vec<(String, String)>,
    now: Timestamp,
    trace: Trace,
}

/// Whom an address lets in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Realm {
    /// This organisation, by id or by domain.
    This,
    /// Any (`organizations`, `common`).
    Any,
}

impl Asked {
    async fn read(sign_in: &SignIn, request: Request) -> Self {
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
    fn field(&self, name: &str) -> Option<&str> {
        let found = self.fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        found.filter(|value| !value.is_empty())
    }

    fn needs(&self, name: &str) -> Result<&str, Refused> {
        self.field(name).ok_or_else(|| refusal::missing(name))
    }

    /// A `claims` parameter: a JSON object (OpenID Connect Core 1.0, 5.5).
    fn claims(&self) -> Result<Option<Value>, Refused> {
        let Some(text) = self.field("claims") else { return Ok(None) };
        let claims = serde_json::from_str(text).ok().filter(Value::is_object);
        let unreadable =
            || Refused::new("invalid_request", 90100, "The parameter 'claims' is empty or not valid.");
        claims.map(Some).ok_or_else(unreadable)
    }

    fn realm(&self, sign_in: &SignIn) -> Result<Realm, Refused> {
        let tenant = &sign_in.shared.tenant;
        match self.tenant.to_ascii_lowercase().as_str() {
            "organizations" | "common" => Ok(Realm::Any),
            id if id == tenant.tenant_id().to_ascii_lowercase() => Ok(Realm::This),
            domain if tenant.look(|state| state.is_verified_domain(domain)) => Ok(Realm::This),
            other => Err(refusal::no_such_tenant(other)),
        }
    }

    /// The app that asks, if it may be used by way of this address.
    fn app<'a>(&self, sign_in: &'a SignIn) -> Result<&'a RegisteredApp, Refused> {
        let realm =
            self.realm(sign_in).map_err(|refused| Refused { error: "invalid_request".into(), ..refused })?;
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
            return Err(Refused::new("invalid_request", 50194, text));
        }
        Ok(app)
    }
}

fn pairs(text: &[u8]) -> Vec<(String, String)> {
    url::form_urlencoded::parse(text).into_owned().collect()
}

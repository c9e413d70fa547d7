//! Signing in: endpoints in the shape of Entra's, pages of plain HTML in place of Microsoft's, tokens that open the
//! practice tenant's Graph. There are no passwords: whoever reaches this server may be anybody in the tenant.
//!
//! Sources, by the names of Microsoft's pages: "Microsoft identity platform and OAuth 2.0 authorization code flow",
//! "… device authorization grant flow", "Admin consent on the Microsoft identity platform", "OpenID Connect on the
//! Microsoft identity platform", "Refresh tokens", "Claims challenges, claims requests and client capabilities".

mod accounts;
mod admin_consent;
mod authorize;
mod consent;
mod device;
mod discovery;
mod flow;
mod grants;
mod issue;
mod keys;
mod page;
mod pkce;
mod plan;
mod refusal;
mod reply;
mod request;
mod scope;
mod server;
mod session;
mod token;

use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::{get, post};

pub use plan::{
    DEFAULT_CLIENT, Endpoint, MultiFactor, PlannedRefusal, RegisteredApp, SignInPlan, SignInPlanError,
    UserConsent,
};
pub use server::{SignIn, SigningKeyError};

use refusal::Refusal;
use request::EndpointRequest;

/// The endpoints.
pub(crate) fn router(sign_in: SignIn) -> Router {
    Router::new()
        .route("/{tenant}/v2.0/.well-known/openid-configuration", get(discovery::configuration))
        .route("/{tenant}/discovery/v2.0/keys", get(discovery::signing_keys))
        .route("/{tenant}/discovery/instance", get(discovery::instance))
        .route("/{tenant}/oauth2/v2.0/authorize", get(authorize::start).post(authorize::start))
        .route("/{tenant}/oauth2/v2.0/token", post(token::issue).get(only_post))
        .route("/{tenant}/oauth2/v2.0/devicecode", post(device::start).get(only_post))
        .route("/{tenant}/oauth2/v2.0/logout", get(discovery::sign_out).post(discovery::sign_out))
        .route("/{tenant}/v2.0/adminconsent", get(admin_consent::start))
        .route("/{tenant}/adminconsent", get(admin_consent::start))
        .route("/{tenant}/login", post(flow::submit))
        .route("/devicelogin", get(device::code_page).post(device::enter_code))
        .with_state(sign_in)
}

/// A browser was sent where only programs go.
async fn only_post(State(sign_in): State<SignIn>, request: Request) -> Response {
    let request = EndpointRequest::read(&sign_in, request).await;
    let text = "The endpoint only accepts POST requests. Received a GET request.";
    reply::refusal(&Refusal::new("invalid_request", 900_561, text), &request.trace)
}

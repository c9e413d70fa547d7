//! The tenant's routes, and who is let in.

use axum::Router;
use axum::body::Body;
use axum::extract::connect_info::ConnectInfo;
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::get;
use http::StatusCode;
use http_body_util::{BodyExt as _, Limited};
use practice::{LARGEST_BODY, Tenant};
use tower::ServiceExt as _;

use super::abort::AbortHandle;
use crate::sign_in::{self, SignIn};

/// Who is let in.
#[derive(Debug, Clone)]
pub enum Access {
    /// Whoever sends `Authorization: Bearer practice.<persona>`.
    Open,
    /// Nobody; only the health check answers.
    Closed,
    /// Whoever signed in at the endpoints that are served beside Graph.
    SignIn(SignIn),
}

#[derive(Clone)]
struct App {
    tenant: Tenant,
    access: Access,
}

/// The tenant as an axum router: `/v1.0/…`, `GET /practice/health`, and what signing in needs. With
/// [`Access::SignIn`] the addresses in its responses are `https` ones, with the host that was asked for: it is meant to
/// stand behind TLS.
pub fn router(tenant: Tenant, access: Access) -> Router {
    let endpoints = match &access {
        Access::SignIn(sign_in) => sign_in::router(sign_in.clone()),
        Access::Open | Access::Closed => Router::new(),
    };
    Router::new()
        .route("/practice/health", get(|| async { "ok" }))
        .fallback(handle)
        .with_state(App { tenant, access })
        .merge(endpoints)
}

async fn handle(State(app): State<App>, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let abort = parts.extensions.get::<ConnectInfo<AbortHandle>>().map(|info| info.0.clone());
    let Ok(body) = Limited::new(body, LARGEST_BODY).collect().await else {
        return app.tenant.too_large(parts).map(Body::from);
    };
    if matches!(app.access, Access::Closed) {
        parts.headers.remove(http::header::AUTHORIZATION);
    }
    let request = http::Request::from_parts(parts, body.to_bytes());
    let response = match &app.access {
        Access::SignIn(sign_in) => app.tenant.handle(request, sign_in).await,
        Access::Open | Access::Closed => app.tenant.oneshot(request).await,
    };
    if let Ok(response) = response {
        response.map(Body::from)
    } else {
        if let Some(abort) = abort {
            abort.abort();
        }
        // Never reaches the client where the connection can be aborted.
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::BAD_GATEWAY;
        response
    }
}

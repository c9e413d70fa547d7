//! The practice tenant as a server, for clients of their own.

mod certificate;
mod cut;
mod tls;

use std::io;

use axum::Router;
use axum::body::Body;
use axum::extract::connect_info::ConnectInfo;
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::get;
use http::StatusCode;
use http_body_util::{BodyExt as _, Limited};
use tokio::net::TcpListener;
use tower::ServiceExt as _;

pub use certificate::{Certificate, CertificateError};
pub use tls::serve_tls;

use crate::sign_in::{self, SignIn};
use crate::tenant::Tenant;
use cut::{Cuttable, Scissors};

/// Nothing that is sent to Graph here comes near this.
const LARGEST_BODY: usize = 4 << 20;

/// Who is let in.
#[derive(Debug, Clone)]
pub enum Door {
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
    door: Door,
}

/// The tenant as an axum router: `/v1.0/…` and `GET /practice/health`. Practice tokens are accepted.
pub fn router(tenant: Tenant) -> Router {
    router_with(tenant, Door::Open)
}

/// The tenant as an axum router behind a door of choice. With [`Door::SignIn`] the addresses in its answers are
/// `https` ones, with the host that was asked for: it is meant to stand behind TLS.
pub fn router_with(tenant: Tenant, door: Door) -> Router {
    let endpoints = match &door {
        Door::SignIn(sign_in) => sign_in::router(sign_in.clone()),
        Door::Open | Door::Closed => Router::new(),
    };
    Router::new()
        .route("/practice/health", get(|| async { "ok" }))
        .fallback(pass_on)
        .with_state(App { tenant, door })
        .merge(endpoints)
}

/// Serves until the process ends. A dropped answer closes its connection without a byte.
pub async fn serve(listener: TcpListener, tenant: Tenant, door: Door) -> io::Result<()> {
    let service = router_with(tenant, door).into_make_service_with_connect_info::<Scissors>();
    axum::serve(Cuttable(listener), service).await
}

async fn pass_on(State(app): State<App>, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let scissors = parts.extensions.get::<ConnectInfo<Scissors>>().map(|info| info.0.clone());
    let Ok(body) = Limited::new(body, LARGEST_BODY).collect().await else {
        return empty(StatusCode::PAYLOAD_TOO_LARGE);
    };
    if matches!(app.door, Door::Closed) {
        parts.headers.remove(http::header::AUTHORIZATION);
    }
    let request = http::Request::from_parts(parts, body.to_bytes());
    let answer = match &app.door {
        Door::SignIn(sign_in) => app.tenant.through(request, sign_in).await,
        Door::Open | Door::Closed => app.tenant.oneshot(request).await,
    };
    if let Ok(answer) = answer {
        answer.map(Body::from)
    } else {
        if let Some(scissors) = scissors {
            scissors.cut();
        }
        // Never reaches the client where the connection can be cut.
        empty(StatusCode::BAD_GATEWAY)
    }
}

fn empty(status: StatusCode) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

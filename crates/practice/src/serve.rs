//! The practice tenant as a server, for clients of their own.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use axum::Router;
use axum::body::Body;
use axum::extract::connect_info::{ConnectInfo, Connected};
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::get;
use axum::serve::{IncomingStream, Listener};
use http::StatusCode;
use http_body_util::{BodyExt as _, Limited};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt as _;

use crate::tenant::Tenant;

/// Nothing that is sent to Graph here comes near this.
const LARGEST_BODY: usize = 4 << 20;

/// Who is let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// Whoever sends `Authorization: Bearer practice.<persona>`.
    Open,
    /// Nobody, until there is a way to sign in; only the health check answers.
    Closed,
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

fn router_with(tenant: Tenant, door: Door) -> Router {
    Router::new()
        .route("/practice/health", get(|| async { "ok" }))
        .fallback(pass_on)
        .with_state(App { tenant, door })
}

/// Serves until the process ends. A dropped answer closes its connection without a byte.
pub async fn serve(listener: TcpListener, tenant: Tenant, door: Door) -> io::Result<()> {
    let service = router_with(tenant, door).into_make_service_with_connect_info::<Scissors>();
    axum::serve(Cuttable(listener), service).await
}

async fn pass_on(State(app): State<App>, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let scissors = parts.extensions.get::<ConnectInfo<Scissors>>().map(|info| info.0.clone());
    if app.door == Door::Closed {
        parts.headers.remove(http::header::AUTHORIZATION);
    }
    let Ok(body) = Limited::new(body, LARGEST_BODY).collect().await else {
        return empty(StatusCode::PAYLOAD_TOO_LARGE);
    };
    let request = http::Request::from_parts(parts, body.to_bytes());
    if let Ok(answer) = app.tenant.oneshot(request).await {
        answer.map(Body::from)
    } else {
        if let Some(scissors) = scissors {
            scissors.0.store(true, Ordering::SeqCst);
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

/// Cuts its connection: from then on writing fails, and the server closes it.
#[derive(Clone)]
struct Scissors(Arc<AtomicBool>);

impl Connected<IncomingStream<'_, Cuttable>> for Scissors {
    fn connect_info(stream: IncomingStream<'_, Cuttable>) -> Self {
        stream.io().cut.clone()
    }
}

struct Cuttable(TcpListener);

impl Listener for Cuttable {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.0).await;
        (Connection { stream, cut: Scissors(Arc::default()) }, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

struct Connection {
    stream: TcpStream,
    cut: Scissors,
}

impl Connection {
    fn is_cut(&self) -> bool {
        self.cut.0.load(Ordering::SeqCst)
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, into)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, from: &[u8]) -> Poll<io::Result<usize>> {
        if self.is_cut() {
            return Poll::Ready(Err(io::ErrorKind::ConnectionReset.into()));
        }
        Pin::new(&mut self.stream).poll_write(cx, from)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

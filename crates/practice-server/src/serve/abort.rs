//! Connections that can be aborted from within: how a dropped response looks from outside.

use std::future::{Ready, ready};
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use axum::extract::Request;
use axum::extract::connect_info::{ConnectInfo, Connected};
use axum::serve::{IncomingStream, Listener};
use axum_server::accept::Accept;
use practice::OverTls;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tower::Service;

/// Aborts its connection: from then on writing fails, and the server closes it.
#[derive(Clone, Default)]
pub(super) struct AbortHandle(Arc<AtomicBool>);

impl AbortHandle {
    pub(super) fn abort(&self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

impl Connected<IncomingStream<'_, AbortableListener>> for AbortHandle {
    fn connect_info(stream: IncomingStream<'_, AbortableListener>) -> Self {
        stream.io().abort.clone()
    }
}

/// Hands out connections that can be aborted, for plain HTTP.
pub(super) struct AbortableListener(pub(super) TcpListener);

impl Listener for AbortableListener {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.0).await;
        (Connection { stream, abort: AbortHandle::default() }, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

/// Does the same underneath TLS.
#[derive(Clone)]
pub(super) struct AbortableAcceptor;

impl<S> Accept<TcpStream, S> for AbortableAcceptor {
    type Stream = Connection;
    type Service = WithAbortHandle<S>;
    type Future = Ready<io::Result<(Connection, WithAbortHandle<S>)>>;

    fn accept(&self, stream: TcpStream, service: S) -> Self::Future {
        let abort = AbortHandle::default();
        ready(Ok((Connection { stream, abort: abort.clone() }, WithAbortHandle { service, abort })))
    }
}

/// A service whose requests carry the abort handle of the connection they came over, and the mark of TLS.
#[derive(Clone)]
pub(super) struct WithAbortHandle<S> {
    service: S,
    abort: AbortHandle,
}

impl<S, B> Service<Request<B>> for WithAbortHandle<S>
where
    S: Service<Request<B>>,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.service.poll_ready(cx)
    }

    fn call(&mut self, mut request: Request<B>) -> S::Future {
        request.extensions_mut().insert(ConnectInfo(self.abort.clone()));
        // Links in Graph's responses then say `https`.
        request.extensions_mut().insert(OverTls);
        self.service.call(request)
    }
}

pub(super) struct Connection {
    stream: TcpStream,
    abort: AbortHandle,
}

impl Connection {
    fn is_aborted(&self) -> bool {
        self.abort.0.load(Ordering::SeqCst)
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
        if self.is_aborted() {
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

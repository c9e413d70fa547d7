//! Catching the browser's answer: a listener on loopback, for one answer (RFC 8252 sections 7.3 and 8.3).
//!
//! Written by hand on purpose. A server library is made to be generous: keep-alive, pipelining, chunked bodies,
//! several spellings of one thing. Here the opposite is wanted, and the limits are the point: one request per
//! connection, 16 KB, ten seconds, 128 at a time, exactly `GET /` for exactly `localhost:PORT`. What is left is a
//! strict reader of one request line and its headers ([`request`]) and one fixed page ([`page`]).
//!
//! Whoever can reach the port (any program of this computer; any web page, by a name that resolves here) can only
//! make it say no: the answer must carry the state, which only the authorisation endpoint was told. Nor can they keep the
//! browser out: all connections are read at once, and when there are too many, the one that has been silent longest goes.

mod page;
mod request;
mod response;

use std::collections::VecDeque;
use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use secrecy::SecretString;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

pub use self::page::ClosingPages;
use self::request::{LARGEST_REQUEST, Refusal};
pub(crate) use self::response::AuthorizationResponse;
use crate::error::{SignInError, SignInErrorKind};

/// How often another port is tried when one of the two addresses has it taken.
const TRIES: usize = 16;

/// How long and how many.
#[derive(Debug, Clone, Copy)]
struct Limits {
    /// For a person to sign in, multi-factor authentication and all.
    in_all: Duration,
    /// For one request, from its connection to the last byte of the page.
    one_request: Duration,
    /// Connections that have not said yet what they want; the oldest goes when there are more.
    silent: usize,
}

const LIMITS: Limits =
    Limits { in_all: Duration::from_mins(5), one_request: Duration::from_secs(10), silent: 128 };

/// How long the other side may leave open what was answered.
const LINGERING: Duration = Duration::from_secs(1);

/// A port of this computer, on both of its loopback addresses: a browser may take `localhost` for either.
pub(crate) struct Loopback {
    v4: TcpListener,
    /// None when the computer has no IPv6.
    v6: Option<TcpListener>,
    port: u16,
    limits: Limits,
}

/// What all connections share.
struct Listening {
    port: u16,
    state: SecretString,
    pages: ClosingPages,
    /// The answer came, or is no longer waited for.
    closed: AtomicBool,
    responses: mpsc::Sender<AuthorizationResponse>,
}

impl Loopback {
    /// Opens a random port.
    pub(crate) async fn open() -> Result<Self, SignInError> {
        let mut taken = None;
        for _ in 0..TRIES {
            match pair(0).await {
                Ok((v4, v6, port)) => return Ok(Self { v4, v6, port, limits: LIMITS }),
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => taken = Some(error),
                Err(error) => return Err(SignInErrorKind::NoListener(error.to_string()).into()),
            }
        }
        let why = taken.map_or_else(String::new, |error| error.to_string());
        Err(SignInErrorKind::NoListener(why).into())
    }

    /// What Entra ID sends the browser back to. Registered is `http://localhost`: of the redirect of a native app the
    /// port is not compared (Microsoft identity platform: Redirect URI restrictions; RFC 8252 section 7.3).
    pub(crate) fn redirect(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// Waits for the request that carries this state. Everything else is refused and waited past.
    pub(crate) async fn wait(
        self,
        state: SecretString,
        pages: ClosingPages,
        cancel: &CancellationToken,
    ) -> Result<AuthorizationResponse, SignInError> {
        let (responses, mut responded) = mpsc::channel(1);
        let shared = Listening { port: self.port, state, pages, closed: AtomicBool::new(false), responses };
        let shared = Arc::new(shared);
        let result = tokio::select! {
            biased;
            () = cancel.cancelled() => Err(SignInErrorKind::Cancelled.into()),
            Some(response) = responded.recv() => Ok(response),
            () = tokio::time::sleep(self.limits.in_all) => Err(SignInErrorKind::TimedOut.into()),
            () = self.accept(&shared) => Err(SignInErrorKind::NoListener("the listener ended".to_owned()).into()),
        };
        shared.closed.store(true, Ordering::Release);
        result
    }

    /// Takes connections for ever. Each is a task of its own, so that a slow one holds up nobody, and ends by itself.
    async fn accept(&self, shared: &Arc<Listening>) {
        // Nobody waits in here for a place: a browser that comes after a hundred silent ones is read at once.
        let mut silent: VecDeque<CancellationToken> = VecDeque::new();
        loop {
            let Ok((stream, _)) = self.next().await else {
                // Out of file handles, for example: not at once again.
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            };
            silent.retain(|connection| !connection.is_cancelled());
            if silent.len() >= self.limits.silent
                && let Some(oldest) = silent.pop_front()
            {
                oldest.cancel();
            }
            let place = CancellationToken::new();
            silent.push_back(place.clone());
            let (shared, limit) = (Arc::clone(shared), self.limits.one_request);
            tokio::spawn(async move {
                _ = tokio::time::timeout(limit, serve(stream, &shared, &place)).await;
                // Its place is free again, however it ended.
                place.cancel();
            });
        }
    }

    async fn next(&self) -> io::Result<(TcpStream, SocketAddr)> {
        match &self.v6 {
            None => self.v4.accept().await,
            Some(v6) => tokio::select! {
                taken = self.v4.accept() => taken,
                taken = v6.accept() => taken,
            },
        }
    }
}

/// Both loopback addresses at one port; 0 lets the system choose. `AddrInUse` when IPv6 has it taken.
async fn pair(port: u16) -> io::Result<(TcpListener, Option<TcpListener>, u16)> {
    let v4 = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    let port = v4.local_addr()?.port();
    match TcpListener::bind((Ipv6Addr::LOCALHOST, port)).await {
        Ok(v6) => Ok((v4, Some(v6), port)),
        // Another program would get the browser's answer there.
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => Err(error),
        Err(error) => {
            tracing::debug!(%error, "no IPv6 on loopback");
            Ok((v4, None, port))
        }
    }
}

/// One request, one answer, and the connection is closed. It keeps its place only until it has said what it wants: an
/// answer that was taken is not broken off for somebody else's sake.
async fn serve(mut stream: TcpStream, shared: &Listening, place: &CancellationToken) -> io::Result<()> {
    let head = tokio::select! {
        biased;
        head = head(&mut stream) => head?,
        () = place.cancelled() => return Ok(()),
    };
    place.cancel();
    let Some(head) = head else { return Ok(()) };
    let (page, response) = decide(&head, shared);
    stream.write_all(&page).await?;
    stream.shutdown().await?;
    if let Some(response) = response {
        _ = shared.responses.send(response).await;
    }
    // What is left unread would make the system cut the connection before the page has arrived.
    let mut rest = [0; 1024];
    let drained = async { while stream.read(&mut rest).await.is_ok_and(|read| read > 0) {} };
    _ = tokio::time::timeout(LINGERING, drained).await;
    Ok(())
}

/// The request line and the headers; none when the other side left before that. Too much is cut where it is known
/// to be too much.
async fn head(stream: &mut TcpStream) -> io::Result<Option<Vec<u8>>> {
    let mut head = Vec::new();
    let mut piece = [0; 2048];
    loop {
        let read = stream.read(&mut piece).await?;
        if read == 0 {
            return Ok(None);
        }
        // The end may lie across two pieces.
        let from = head.len().saturating_sub(request::END.len());
        head.extend_from_slice(&piece[..read]);
        if let Some(end) = request::end(&head, from) {
            head.truncate(end);
            return Ok(Some(head));
        }
        if head.len() > LARGEST_REQUEST {
            return Ok(Some(head));
        }
    }
}

/// What to answer, and what to hand over.
fn decide(head: &[u8], shared: &Listening) -> (Vec<u8>, Option<AuthorizationResponse>) {
    let query = match request::query(head, shared.port) {
        Ok(query) => query,
        Err(refusal) => return (page::plain(refusal), None),
    };
    let Some(response) = AuthorizationResponse::parse(query, &shared.state) else {
        return (shared.pages.failed(400), None);
    };
    if shared.closed.swap(true, Ordering::AcqRel) {
        return (page::plain(Refusal::Over), None);
    }
    let failed = response.parameter("error").is_some();
    (if failed { shared.pages.failed(200) } else { shared.pages.done() }, Some(response))
}

#[cfg(test)]
mod random_input;
#[cfg(test)]
mod tests;

//! An ear at the server's end of the line: it hears every secret that is sent, so that a story knows what to look for,
//! and it can change what the token endpoint answers, and have Graph repeat the token it was asked with.

use std::collections::BTreeMap;
use std::future::Future;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use axum_server::tls_rustls::RustlsConfig;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use practice::Tenant;
use practice_server::{Access, Certificate};
use rustls::crypto::aws_lc_rs;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use serde_json::{Value, json};
use url::form_urlencoded;

/// The name of the thread the server runs on: what is logged there is the server's, not the app's.
pub const SERVER_THREAD: &str = "the server";

/// The fields of a form, a query or an answer that are secrets, and what they are.
const SECRETS: [(&str, &str); 8] = [
    ("access_token", "access token"),
    ("refresh_token", "refresh token"),
    ("id_token", "ID token"),
    ("code", "authorisation code"),
    ("code_verifier", "verifier"),
    ("device_code", "device code"),
    ("state", "state"),
    ("nonce", "nonce"),
];

/// What the next answer of the token endpoint becomes, given the question's fields and the answer.
pub type Change = dyn FnOnce(&BTreeMap<String, String>, Value) -> (StatusCode, String) + Send;

/// A change that waits for its endpoint.
struct Planned {
    endpoint: &'static str,
    change: Box<Change>,
}

/// The ear. Clones are the same one.
#[derive(Clone, Default)]
pub struct TrafficRecorder {
    heard: Arc<Mutex<BTreeMap<String, &'static str>>>,
    planned: Arc<Mutex<Option<Planned>>>,
    repeats: Arc<Mutex<Option<(&'static str, u16)>>>,
}

impl TrafficRecorder {
    /// Every secret so far, and what it is.
    #[must_use]
    pub fn heard(&self) -> BTreeMap<String, &'static str> {
        unpoisoned(&self.heard).clone()
    }

    /// Changes the next answer of the endpoint with this last name: `token` or `devicecode`.
    pub fn change_next(
        &self,
        endpoint: &'static str,
        change: impl FnOnce(&BTreeMap<String, String>, Value) -> (StatusCode, String) + Send + 'static,
    ) {
        *unpoisoned(&self.planned) = Some(Planned { endpoint, change: Box::new(change) });
    }

    /// From now on Graph answers requests of this method with this status, and every text of the answer is the token
    /// that it was asked with. None: no more.
    pub fn repeat_token(&self, to: Option<(&'static str, u16)>) {
        *unpoisoned(&self.repeats) = to;
    }

    /// What such an answer is.
    fn repetition(&self, parts: &Parts) -> Option<Response> {
        let (method, status) = (*unpoisoned(&self.repeats))?;
        let token = parts.headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")?;
        (parts.method == method && parts.uri.path().starts_with("/v1.0")).then(|| repetition(token, status))
    }

    fn record<'f>(&self, fields: impl IntoIterator<Item = (&'f str, &'f str)>) {
        let mut heard = unpoisoned(&self.heard);
        for (name, value) in fields {
            if let Some((_, what)) = SECRETS.into_iter().find(|(field, _)| *field == name) {
                heard.insert(value.to_owned(), what);
            }
        }
    }

    fn hears_headers(&self, headers: &HeaderMap) {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        if let Some(token) = text(header::AUTHORIZATION).and_then(|value| value.strip_prefix("Bearer ")) {
            self.record([("access_token", token)]);
        }
        if let Some((_, query)) = text(header::LOCATION).and_then(|to| to.split_once('?')) {
            self.record(fields(query.as_bytes()).iter().map(|(name, value)| (name.as_str(), value.as_str())));
        }
    }

    /// Takes the change for this endpoint, if there is one.
    fn takes(&self, endpoint: &str) -> Option<Box<Change>> {
        let planned = unpoisoned(&self.planned).take_if(|planned| planned.endpoint == endpoint);
        planned.map(|planned| planned.change)
    }
}

/// A refusal of which every text is the token, in the body and in the headers.
fn repetition(token: &str, status: u16) -> Response {
    let claims = STANDARD.encode(json!({ "access_token": { "nbf": { "value": token } } }).to_string());
    let challenge = format!("Bearer error=\"insufficient_claims\", claims=\"{claims}\"");
    let body = json!({ "error": {
        "code": token,
        "message": format!("Bearer {token} is not enough"),
        "details": [{ "code": token, "target": token, "message": token }],
        "innerError": { "date": token, "request-id": token, "client-request-id": token },
    } });
    Response::builder()
        .status(status)
        .header("request-id", token)
        .header("client-request-id", token)
        .header(header::WWW_AUTHENTICATE, challenge)
        .body(Body::from(body.to_string()))
        .unwrap()
}

fn unpoisoned<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn fields(form: &[u8]) -> BTreeMap<String, String> {
    form_urlencoded::parse(form).into_owned().collect()
}

async fn listen(State(tap): State<TrafficRecorder>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let body = all(body).await;
    let endpoint = parts.uri.path().rsplit('/').next().unwrap_or_default().to_owned();
    let mut asked = fields(parts.uri.query().unwrap_or_default().as_bytes());
    if ["token", "devicecode"].contains(&endpoint.as_str()) {
        asked.extend(fields(&body));
    }
    tap.record(asked.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    tap.hears_headers(&parts.headers);
    if let Some(repetition) = tap.repetition(&parts) {
        return repetition;
    }

    let answer = next.run(Request::from_parts(parts, Body::from(body))).await;
    let (mut parts, body) = answer.into_parts();
    let mut body = all(body).await;
    tap.hears_headers(&parts.headers);
    if ["token", "devicecode"].contains(&endpoint.as_str()) {
        let told: Value = serde_json::from_slice(&body).unwrap_or_default();
        let texts = told.as_object().into_iter().flatten();
        tap.record(texts.filter_map(|(name, value)| Some((name.as_str(), value.as_str()?))));
        if let Some(change) = tap.takes(&endpoint) {
            let (status, changed) = change(&asked, told);
            parts.status = status;
            parts.headers.remove(header::CONTENT_LENGTH);
            body = Bytes::from(changed);
        }
    }
    Response::from_parts(parts, Body::from(body))
}

async fn all(body: Body) -> Bytes {
    to_bytes(body, usize::MAX).await.unwrap()
}

/// Serves the tenant behind TLS, with the ear at it, on a thread of its own whose log goes nowhere.
pub(crate) fn serve(
    listener: std::net::TcpListener,
    tenant: Tenant,
    door: Access,
    certificate: &Certificate,
    tap: TrafficRecorder,
) {
    let tls = RustlsConfig::from_config(Arc::new(tls(certificate)));
    let listening = axum::middleware::from_fn_with_state(tap, listen);
    let router = practice_server::router(tenant, door).layer(listening);
    let serving = async move {
        let server = axum_server::from_tcp_rustls(listener, tls).unwrap();
        server.serve(router.into_make_service()).await.unwrap();
    };
    std::thread::Builder::new().name(SERVER_THREAD.to_owned()).spawn(move || unheard(serving)).unwrap();
}

fn unheard(serving: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    tracing::subscriber::with_default(tracing::subscriber::NoSubscriber::new(), || runtime.block_on(serving));
}

fn tls(certificate: &Certificate) -> rustls::ServerConfig {
    let chain =
        CertificateDer::pem_slice_iter(certificate.certificate.as_bytes()).map(Result::unwrap).collect();
    let key = PrivateKeyDer::from_pem_slice(certificate.key.as_bytes()).unwrap();
    rustls::ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .unwrap()
}

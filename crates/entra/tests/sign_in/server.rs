//! The server, and the person in front of the browser.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use entra::{ClosingPages, Cloud, Organisation, Session, SignIn, SignInError, SignInRequest};
use internet::Internet;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_util::sync::CancellationToken;
use url::{Url, form_urlencoded};

pub(crate) const TENANT: &str = "0b4e0a4f-6a3c-4f0e-8a53-0c6e3a1b2c3d";
pub(crate) const OTHER_TENANT: &str = "11111111-2222-4333-8444-555555555555";
pub(crate) const CLIENT: &str = "6f0dcd1b-4c5e-4a4e-9f0b-7a1d2f3c4b5a";
pub(crate) const ANNA: &str = "aaaaaaaa-0000-4000-8000-000000000001";
pub(crate) const CAPABLE: &str = r#"{"access_token":{"xms_cc":{"values":["cp1"]}}}"#;

/// The fields of a form, or of a query.
pub(crate) type Form = HashMap<String, String>;

/// What the server answers to one question.
pub(crate) enum Reply {
    Json(u16, Value),
    /// The same, later.
    Slow(std::time::Duration, Value),
    Raw(u16, &'static str),
    Page,
}

/// An answer that is made when it is asked for.
type ScriptedReply = Box<dyn FnOnce(&ReplyContext) -> Reply + Send>;

/// What the server knows and is told to say.
#[derive(Default)]
pub(crate) struct ServerState {
    pub(crate) discovery: Option<Reply>,
    /// Answers of the token endpoint, in their order.
    pub(crate) tokens: VecDeque<ScriptedReply>,
    pub(crate) device: Option<Reply>,
    /// The question at the authorisation endpoint, as the browser was sent to it.
    pub(crate) asked: Form,
    /// The forms that came to the token endpoint.
    pub(crate) redeemed: Vec<Form>,
    pub(crate) device_asked: Form,
}

/// What a reply may be made of.
pub(crate) struct ReplyContext {
    pub(crate) origin: String,
    pub(crate) nonce: String,
}

#[derive(Clone)]
pub(crate) struct Server {
    pub(crate) origin: String,
    pub(crate) internet: Internet,
    pub(crate) handle: axum_server::Handle<std::net::SocketAddr>,
    state: Arc<Mutex<ServerState>>,
}

impl Server {
    pub(crate) async fn new() -> Self {
        let key = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let (certificate, private) = (key.cert.pem(), key.signing_key.serialize_pem());
        let tls = axum_server::tls_rustls::RustlsConfig::from_pem(
            certificate.clone().into_bytes(),
            private.into_bytes(),
        )
        .await
        .unwrap();
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let origin = format!("https://localhost:{}", listener.local_addr().unwrap().port());
        let server = Self {
            origin,
            internet: Internet::trusting(certificate.as_bytes()).unwrap(),
            handle: axum_server::Handle::new(),
            state: Arc::default(),
        };
        let routes = Router::new()
            .route("/{tenant}/v2.0/.well-known/openid-configuration", get(discovery))
            .route("/{tenant}/oauth2/v2.0/token", post(token))
            .route("/{tenant}/oauth2/v2.0/devicecode", post(device))
            .with_state(server.clone());
        let tls = axum_server::from_tcp_rustls(listener, tls).unwrap().handle(server.handle.clone());
        tokio::spawn(tls.serve(routes.into_make_service()));
        server
    }

    /// The server, and a sign-in to it.
    pub(crate) async fn signed() -> (Self, SignIn) {
        let server = Self::new().await;
        let sign_in = server.discover("contoso.example").await.unwrap();
        (server, sign_in)
    }

    pub(crate) async fn discover(&self, tenant: &str) -> Result<SignIn, SignInError> {
        let organisation = self.organisation(tenant);
        SignIn::discover(self.internet.clone(), &organisation, &CancellationToken::new()).await
    }

    pub(crate) fn organisation(&self, tenant: &str) -> Organisation {
        let host = Url::parse(&self.origin).unwrap();
        Organisation {
            name: "Contoso".to_owned(),
            tenant: tenant.to_owned(),
            client_id: CLIENT.parse().unwrap(),
            cloud: Cloud::Custom { login: host.clone(), graph: host },
            help: None,
        }
    }

    pub(crate) fn state<T>(&self, look: impl FnOnce(&mut ServerState) -> T) -> T {
        look(&mut self.state.lock().unwrap())
    }

    /// The next answer of the token endpoint.
    pub(crate) fn then(&self, reply: impl FnOnce(&ReplyContext) -> Reply + Send + 'static) {
        self.state(|state| state.tokens.push_back(Box::new(reply)));
    }

    /// The discovery document of a good server.
    pub(crate) fn document(&self) -> Value {
        let at = |path: &str| format!("{}/{TENANT}/{path}", self.origin);
        json!({
            "issuer": at("v2.0"),
            "authorization_endpoint": at("oauth2/v2.0/authorize"),
            "token_endpoint": at("oauth2/v2.0/token"),
            "device_authorization_endpoint": at("oauth2/v2.0/devicecode"),
        })
    }

    /// Lets a person answer in the browser: `answers` makes the query of the redirect out of what was asked.
    pub(crate) async fn browse(
        &self,
        sign_in: &SignIn,
        wanted: SignInRequest<'_>,
        answers: impl Fn(&Form) -> String + Send + Sync + 'static,
    ) -> Result<Session, SignInError> {
        let open = self.person(answers);
        sign_in.with_browser(wanted, pages(), &open, &CancellationToken::new()).await
    }

    pub(crate) fn person(
        &self,
        answers: impl Fn(&Form) -> String + Send + Sync + 'static,
    ) -> impl Fn(&Url) -> Result<(), String> + Send + Sync + 'static {
        let state = Arc::clone(&self.state);
        move |address: &Url| {
            let mut asked: Form = address.query_pairs().into_owned().collect();
            asked.insert("endpoint".to_owned(), address.as_str().split('?').next().unwrap().to_owned());
            state.lock().unwrap().asked = asked.clone();
            let query = answers(&asked);
            tokio::spawn(async move { redirected(&asked["redirect_uri"], &query).await });
            Ok(())
        }
    }

    /// A session of Anna's with these permissions, whose access token lives so long.
    pub(crate) async fn session(&self, sign_in: &SignIn, scopes: &[&str], seconds: u32) -> Session {
        self.then(move |known| {
            let mut answer = tokens(known);
            answer["expires_in"] = json!(seconds);
            answer.as_object_mut().unwrap().remove("scope");
            Reply::Json(200, answer)
        });
        let scopes = names(scopes);
        self.browse(sign_in, request(&scopes), consents).await.unwrap()
    }
}

/// The browser follows the redirect.
async fn redirected(redirect: &str, query: &str) {
    let port = Url::parse(redirect).unwrap().port().unwrap();
    let mut stream = tokio::net::TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let request = format!("GET /?{query} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    _ = stream.read_to_end(&mut Vec::new()).await;
}

/// Somebody who signs in and agrees.
pub(crate) fn consents(asked: &Form) -> String {
    query(&[("code", "the-code"), ("state", &asked["state"]), ("session_state", "x")])
}

pub(crate) fn query(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

pub(crate) fn names(scopes: &[&str]) -> Vec<String> {
    scopes.iter().map(|scope| (*scope).to_owned()).collect()
}

pub(crate) fn request(scopes: &[String]) -> SignInRequest<'_> {
    SignInRequest { scopes, claims: None, login_hint: None, expect_user: None }
}

pub(crate) fn pages() -> ClosingPages {
    ClosingPages {
        language_tag: "en".to_owned(),
        done_title: "Go back to the app".to_owned(),
        done_text: "You can close this tab.".to_owned(),
        failed_title: "That did not work".to_owned(),
        failed_text: "The app says why.".to_owned(),
    }
}

/// Good tokens of Anna's.
pub(crate) fn tokens(known: &ReplyContext) -> Value {
    json!({
        "token_type": "Bearer",
        "scope": format!("openid profile email {}/User.Read.All", known.origin),
        "expires_in": 4000,
        "ext_expires_in": 4000,
        "access_token": "access-1",
        "refresh_token": "refresh-1",
        "id_token": id_token(&claims(known)),
    })
}

pub(crate) fn claims(known: &ReplyContext) -> Value {
    let now = jiff::Timestamp::now().as_second();
    json!({
        "iss": format!("{}/{TENANT}/v2.0", known.origin),
        "aud": CLIENT,
        "exp": now + 3600,
        "iat": now,
        "nonce": known.nonce,
        "tid": TENANT,
        "oid": ANNA,
        "sub": "pairwise",
        "preferred_username": "anna@contoso.example",
        "ver": "2.0",
    })
}

pub(crate) fn id_token(claims: &Value) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    format!("{}.{}.c2lnbmF0dXJl", part(&json!({ "alg": "RS256", "typ": "JWT" })), part(claims))
}

/// An error in the shape of Microsoft's token endpoint.
pub(crate) fn refusal(error: &str, number: u32) -> Value {
    json!({
        "error": error,
        "error_description": format!(
            "AADSTS{number}: The words of the server. Trace ID: 0000aaaa-11bb-cccc-dd22-eeeeee333333 \
             Correlation ID: aaaa0000-bb11-2222-33cc-444444dddddd Timestamp: 2026-11-22 19:00:00Z"
        ),
        "error_codes": [number],
        "timestamp": "2026-11-22 19:00:00Z",
        "trace_id": "0000aaaa-11bb-cccc-dd22-eeeeee333333",
        "correlation_id": "aaaa0000-bb11-2222-33cc-444444dddddd",
        "error_uri": format!("https://login.microsoftonline.com/error?code={number}"),
    })
}

async fn answer(reply: Reply) -> Response {
    let json = |status, body: Value| {
        let status = StatusCode::from_u16(status).unwrap();
        (status, [("content-type", "application/json")], body.to_string()).into_response()
    };
    match reply {
        Reply::Json(status, body) => json(status, body),
        Reply::Slow(wait, body) => {
            tokio::time::sleep(wait).await;
            json(200, body)
        }
        Reply::Raw(status, body) => (StatusCode::from_u16(status).unwrap(), body).into_response(),
        Reply::Page => Html("<h1>Welcome to our hotel</h1>").into_response(),
    }
}

async fn discovery(State(server): State<Server>) -> Response {
    let reply = server.state(|state| state.discovery.take());
    answer(reply.unwrap_or_else(|| Reply::Json(200, server.document()))).await
}

async fn token(State(server): State<Server>, body: String) -> Response {
    let form: Form = form_urlencoded::parse(body.as_bytes()).into_owned().collect();
    let reply = server.state(|state| {
        state.redeemed.push(form);
        let nonce = state.asked.get("nonce").cloned().unwrap_or_default();
        let known = ReplyContext { origin: server.origin.clone(), nonce };
        let next = state.tokens.pop_front();
        next.map_or(Reply::Raw(500, "the script has ended"), |next| next(&known))
    });
    answer(reply).await
}

async fn device(State(server): State<Server>, body: String) -> Response {
    let page = format!("{}/devicelogin", server.origin);
    let form: Form = form_urlencoded::parse(body.as_bytes()).into_owned().collect();
    let reply = server.state(|state| {
        state.device_asked = form;
        state.device.take()
    });
    let good = || {
        json!({
            "user_code": "ABCD-EFGH",
            "device_code": "the-device-code",
            "verification_uri": page,
            "expires_in": 900,
            "interval": 1,
            "message": "To sign in, use a web browser ...",
        })
    };
    answer(reply.unwrap_or_else(|| Reply::Json(200, good()))).await
}

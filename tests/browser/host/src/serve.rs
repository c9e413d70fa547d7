//! The two things this host does: serve the page's files, and pass commands to the app.

use crate::guard::Guard;
use crate::page::{self, NoPage};
use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path as Named, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

/// The most a question may be, in bytes. The app's own limits are far below, and it is the app that is to say so: the
/// page sends at most 128 KiB of a file, of which JSON makes up to six times as much.
const LARGEST: usize = 1024 * 1024;

macro_rules! names {
    ($( $(#[$doc:meta])* $name:ident : $ask:ident => $answer:ident ; )*) => {
        /// The commands there are.
        const COMMANDS: &[&str] = &[$(stringify!($name)),*];
    };
}
window_contract::with_commands!(names);

/// The app, its page, and who may ask.
#[derive(Clone)]
pub(crate) struct Host {
    app: bridge::App,
    guard: Guard,
    files: Arc<BTreeMap<String, Vec<u8>>>,
    policy: Arc<Vec<(String, String)>>,
}

impl Host {
    /// For a page in this folder, at this address.
    pub(crate) fn new(app: bridge::App, folder: &Path, address: SocketAddr) -> Result<Self, NoPage> {
        let guard = Guard::new(address);
        let files = Arc::new(page::files(folder, guard.token())?);
        Ok(Self { app, guard, files, policy: Arc::new(page::policy()?) })
    }
}

/// All there is to ask this host.
pub(crate) fn router(host: Host) -> Router {
    Router::new()
        .route("/command/{name}", post(command))
        .fallback(get(file))
        .layer(DefaultBodyLimit::max(LARGEST))
        .with_state(host)
}

async fn file(State(host): State<Host>, headers: HeaderMap, uri: Uri) -> Response {
    if !host.guard.is_for_us(&headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let Some(bytes) = host.files.get(uri.path()) else { return StatusCode::NOT_FOUND.into_response() };
    let mut response = bytes.clone().into_response();
    let given = response.headers_mut();
    given.insert(header::CONTENT_TYPE, HeaderValue::from_static(page::media_type(uri.path())));
    given.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    for (name, value) in host.policy.iter() {
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse()) {
            given.insert(name, value);
        }
    }
    response
}

async fn command(
    State(host): State<Host>,
    Named(name): Named<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if !host.guard.may_ask(&headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    if !COMMANDS.contains(&name.as_str()) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let Ok(ask) = serde_json::from_slice(&body) else { return StatusCode::BAD_REQUEST.into_response() };
    match host.app.dispatch(&name, ask).await {
        Ok(answer) => axum::Json(answer).into_response(),
        Err(problem) => (StatusCode::UNPROCESSABLE_ENTITY, axum::Json(problem)).into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use axum::http::Request;
    use http_body_util::BodyExt as _;
    use tower::ServiceExt as _;

    const US: &str = "127.0.0.1:4711";

    fn host(folder: &Path) -> Host {
        let page = folder.join("page");
        std::fs::create_dir_all(&page).unwrap();
        std::fs::write(page.join("index.html"), "<meta name=\"host-token\" content=\"\">").unwrap();
        let own =
            bridge::Options::in_folder(&folder.join("data"), Arc::new(crate::PrintingOpener::default()));
        let options = bridge::Options { version: "test".to_owned(), ..own };
        let app = bridge::App::compose(options).unwrap();
        Host::new(app, &page, US.parse().unwrap()).unwrap()
    }

    async fn ask(host: &Host, path: &str, token: Option<&str>, body: &'static str) -> (StatusCode, String) {
        let mut request = Request::post(path).header("host", US);
        if let Some(token) = token {
            request = request.header("x-host-token", token);
        }
        let request = request.body(Body::from(body)).unwrap();
        let response = router(host.clone()).oneshot(request).await.unwrap();
        let status = response.status();
        let body = response.into_body().collect().await.unwrap().to_bytes();
        (status, String::from_utf8(body.to_vec()).unwrap())
    }

    #[tokio::test]
    async fn a_command_is_answered_and_a_problem_is_told_apart() {
        let folder = temporary_folder::temporary_folder();
        let host = host(folder.path());
        let token = host.guard.token().to_owned();
        let (status, body) = ask(&host, "/command/status", Some(&token), "{}").await;
        assert_eq!(status, StatusCode::OK);
        assert!(body.contains("\"version\":\"test\""), "{body}");

        let (status, body) = ask(&host, "/command/history", Some(&token), "{}").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "nobody is signed in");
        assert!(body.contains("not-signed-in"), "{body}");
    }

    #[tokio::test]
    async fn what_cannot_be_meant_is_not_passed_on() {
        let folder = temporary_folder::temporary_folder();
        let host = host(folder.path());
        let token = host.guard.token().to_owned();
        assert_eq!(ask(&host, "/command/status", None, "{}").await.0, StatusCode::FORBIDDEN);
        assert_eq!(ask(&host, "/command/no_such", Some(&token), "{}").await.0, StatusCode::NOT_FOUND);
        assert_eq!(ask(&host, "/command/status", Some(&token), "{").await.0, StatusCode::BAD_REQUEST);
    }

    #[tokio::test]
    async fn the_page_comes_with_its_policy_and_nothing_else_comes_at_all() {
        let folder = temporary_folder::temporary_folder();
        let host = host(folder.path());
        let get = async |path: &str, to: &str| {
            let request = Request::get(path).header("host", to).body(Body::empty()).unwrap();
            router(host.clone()).oneshot(request).await.unwrap()
        };
        let page = get("/", US).await;
        assert_eq!(page.status(), StatusCode::OK);
        assert!(page.headers()["content-security-policy"].to_str().unwrap().contains("default-src 'none'"));
        assert_eq!(page.headers()["x-content-type-options"], "nosniff");
        for path in ["/../data/settings.json", "/data", "/index.html", "/%2e%2e/data"] {
            assert_eq!(get(path, US).await.status(), StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(get("/", "evil.example").await.status(), StatusCode::FORBIDDEN);
    }
}

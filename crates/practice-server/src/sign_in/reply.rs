//! Responses over HTTP: JSON, pages, and the way back to the app.

use axum::body::Body;
use axum::response::Response;
use http::{HeaderName, HeaderValue, StatusCode, header};
use serde_json::Value;

use super::page::{self, Page};
use super::refusal::{Refusal, Trace};

/// How the response of the authorize endpoint travels (`response_mode`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ResponseMode {
    Query,
    Fragment,
    FormPost,
}

/// Where the response of an authorize request goes.
#[derive(Debug, Clone)]
pub(super) struct RedirectTarget {
    pub(super) redirect_uri: String,
    pub(super) mode: ResponseMode,
    pub(super) state: Option<String>,
}

pub(super) fn json(status: StatusCode, body: &Value) -> Response {
    response(status, &[(header::CONTENT_TYPE, "application/json; charset=utf-8")], body.to_string())
}

/// A refusal as the token endpoint responds with it.
pub(super) fn refusal(refusal: &Refusal, trace: &Trace) -> Response {
    json(refusal.status(), &refusal.json(trace))
}

/// A page. It may send its form back here, and after that to the app: browsers check `form-action` against the
/// redirect that follows as well.
pub(super) fn page(status: StatusCode, page: &Page) -> Response {
    let to = page.leads_to.iter().fold(String::new(), |all, one| format!("{all} {one}"));
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{}'; form-action 'self'{to}; base-uri 'none'; frame-ancestors 'none'",
        page::style_hash()
    );
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, policy.as_str()),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    response(status, &headers, page.html())
}

/// Sends the browser on.
pub(super) fn redirect(to: &str) -> Response {
    response(StatusCode::FOUND, &[(header::LOCATION, to)], String::new())
}

fn response(status: StatusCode, headers: &[(HeaderName, &str)], body: String) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    for (name, value) in headers {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name.clone(), value);
        }
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store, no-cache"));
    response
}

impl RedirectTarget {
    /// Back to the app with these parameters; `state` goes with them unchanged.
    pub(super) fn response(&self, parameters: &[(&str, &str)]) -> Response {
        let mut all: Vec<(&str, &str)> = parameters.to_vec();
        all.extend(self.state.as_deref().map(|state| ("state", state)));
        // It was compared with a registered one, so it is an address.
        let Ok(mut address) = url::Url::parse(&self.redirect_uri) else {
            return response(StatusCode::BAD_REQUEST, &[], String::new());
        };
        match self.mode {
            ResponseMode::Query => {
                address.query_pairs_mut().extend_pairs(&all);
                redirect(address.as_str())
            }
            ResponseMode::Fragment => {
                let text = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(&all).finish();
                address.set_fragment(Some(&text));
                redirect(address.as_str())
            }
            ResponseMode::FormPost => {
                page(StatusCode::OK, &page::post_back(address.as_str(), &self.origin(), &all))
            }
        }
    }

    /// Back to the app with a refusal.
    pub(super) fn refusal(&self, refusal: &Refusal, trace: &Trace, beside: &[(&str, &str)]) -> Response {
        let (description, uri) = (refusal.description(trace), refusal.uri(trace));
        let mut all = vec![("error", refusal.error.as_str())];
        all.extend(refusal.suberror.as_deref().map(|suberror| ("suberror", suberror)));
        all.push(("error_description", description.as_str()));
        all.extend(uri.as_deref().map(|uri| ("error_uri", uri)));
        let claims = refusal.claims.as_ref().map(ToString::to_string);
        all.extend(claims.as_deref().map(|claims| ("claims", claims)));
        all.extend(beside);
        self.response(&all)
    }

    /// Scheme, host and port, for the page's policy. An app's own scheme has none: then the scheme.
    pub(super) fn origin(&self) -> String {
        let Ok(address) = url::Url::parse(&self.redirect_uri) else { return String::new() };
        match address.origin() {
            origin @ url::Origin::Tuple(..) => origin.ascii_serialization(),
            url::Origin::Opaque(_) => format!("{}:", address.scheme()),
        }
    }
}

//! What a client asks before it signs anybody in: OpenID Connect Discovery 1.0, the keys, and whether this host is
//! a login host at all; and signing out, which ends nothing here because no session is kept in the browser.

use axum::extract::{Request, State};
use axum::response::Response;
use http::StatusCode;
use serde_json::json;

use super::page;
use super::refusal::Refusal;
use super::reply::{self, RedirectTarget, ResponseMode};
use super::request::{EndpointRequest, Realm};
use super::server::SignIn;

/// `{tenant}/v2.0/.well-known/openid-configuration`. A tenant's domain is answered with its id; `organizations` and
/// `common` stay what they are, with the placeholder in the issuer.
pub(super) async fn configuration(State(sign_in): State<SignIn>, request: Request) -> Response {
    let request = EndpointRequest::read(&sign_in, request).await;
    let name = match request.realm(&sign_in) {
        Ok(Realm::This) => sign_in.shared.tenant.tenant_id(),
        Ok(Realm::Any) => request.tenant.to_ascii_lowercase(),
        Err(refusal) => return reply::refusal(&refusal, &request.trace),
    };
    let issuer = match request.realm(&sign_in) {
        Ok(Realm::Any) => format!("{}/{{tenantid}}/v2.0", request.base),
        _ => sign_in.issuer(&request),
    };
    let at = format!("{}/{name}", request.base);
    reply::json(
        StatusCode::OK,
        &json!({
            "token_endpoint": format!("{at}/oauth2/v2.0/token"),
            "token_endpoint_auth_methods_supported":
                ["client_secret_post", "private_key_jwt", "client_secret_basic"],
            "jwks_uri": format!("{at}/discovery/v2.0/keys"),
            "response_modes_supported": ["query", "fragment", "form_post"],
            "subject_types_supported": ["pairwise"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "response_types_supported": ["code"],
            "scopes_supported": ["openid", "profile", "email", "offline_access"],
            "issuer": issuer,
            "request_uri_parameter_supported": false,
            "authorization_endpoint": format!("{at}/oauth2/v2.0/authorize"),
            "device_authorization_endpoint": format!("{at}/oauth2/v2.0/devicecode"),
            "http_logout_supported": true,
            "frontchannel_logout_supported": true,
            "end_session_endpoint": format!("{at}/oauth2/v2.0/logout"),
            "claims_supported": ["sub", "iss", "aud", "exp", "iat", "nonce", "preferred_username", "name", "tid",
                "ver", "oid"],
            "tenant_region_scope": null,
            "cloud_instance_name": host(&request.base),
            "cloud_graph_host_name": host(&request.base),
            "msgraph_host": host(&request.base),
        }),
    )
}

pub(super) async fn signing_keys(State(sign_in): State<SignIn>, request: Request) -> Response {
    let request = EndpointRequest::read(&sign_in, request).await;
    match request.realm(&sign_in) {
        Ok(_) => reply::json(StatusCode::OK, &sign_in.shared.signing_key.public(&sign_in.issuer(&request))),
        Err(refusal) => reply::refusal(&refusal, &request.trace),
    }
}

/// Whether a host is one to sign in at. This server knows itself only; ports are left out, because MSAL for Python
/// leaves them out when it asks.
pub(super) async fn instance(State(sign_in): State<SignIn>, request: Request) -> Response {
    let request = EndpointRequest::read(&sign_in, request).await;
    let wanted = request.field("authorization_endpoint").and_then(|text| url::Url::parse(text).ok());
    let itself = url::Url::parse(&request.base).ok();
    let own = wanted.filter(|wanted| itself.is_some_and(|itself| itself.host() == wanted.host()));
    let Some(wanted) = own else {
        let text = "The authority you provided is not known. See https://aka.ms/aadinstancediscovery.";
        return reply::refusal(&Refusal::new("invalid_instance", 50049, text), &request.trace);
    };
    let tenant = wanted.path().split('/').nth(1).unwrap_or("common").to_owned();
    let host = host(&request.base);
    reply::json(
        StatusCode::OK,
        &json!({
            "tenant_discovery_endpoint": format!("{}/{tenant}/v2.0/.well-known/openid-configuration", request.base),
            "api-version": "1.1",
            "metadata": [{ "preferred_network": host, "preferred_cache": host, "aliases": [host] }],
        }),
    )
}

/// Signs out: back to an address of the app's where one is named, else a page.
pub(super) async fn sign_out(State(sign_in): State<SignIn>, request: Request) -> Response {
    let request = EndpointRequest::read(&sign_in, request).await;
    let known = |uri: &&str| sign_in.shared.plan.apps.iter().any(|app| app.redirects_to(uri));
    match request.field("post_logout_redirect_uri").filter(known) {
        Some(uri) => {
            let target = RedirectTarget {
                redirect_uri: uri.to_owned(),
                mode: ResponseMode::Query,
                state: request.field("state").map(str::to_owned),
            };
            target.response(&[])
        }
        None => reply::page(StatusCode::OK, &page::signed_out()),
    }
}

fn host(base: &str) -> &str {
    base.strip_prefix("https://").unwrap_or(base)
}

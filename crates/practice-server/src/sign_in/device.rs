//! `devicecode` and `devicelogin`. Sources: "Microsoft identity platform and the OAuth 2.0 device authorization grant
//! flow", RFC 8628.

use axum::extract::{Request, State};
use axum::response::Response;
use http::StatusCode;
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::grants::{DEVICE_CODE_LIFE, DeviceCode, DeviceOutcome};
use super::keys::{secret, user_code};
use super::page;
use super::plan::Endpoint;
use super::refusal::{self, Refusal, server_error};
use super::reply;
use super::request::EndpointRequest;
use super::scope::Scopes;
use super::server::SignIn;
use super::session::{AuthorizeSession, Purpose};

/// Gives a device its codes.
pub(super) async fn start(State(sign_in): State<SignIn>, request: Request) -> Response {
    let request = EndpointRequest::read(&sign_in, request).await;
    match codes(&sign_in, &request) {
        Ok(body) => reply::json(StatusCode::OK, &body),
        Err(refusal) => reply::refusal(&refusal, &request.trace),
    }
}

fn codes(sign_in: &SignIn, request: &EndpointRequest) -> Result<Value, Refusal> {
    let plan = &sign_in.shared.plan;
    sign_in.grants().check_planned(&plan.refusals, Endpoint::Devicecode, "")?;
    let app = request.app(sign_in)?;
    if !app.public_client {
        return Err(refusal::not_public());
    }
    let scopes = Scopes::read(request.needs("scope")?, &request.base, &plan.resources, &app.client_id)?;
    let (device_code, user_code) = (secret().map_err(server_error)?, user_code().map_err(server_error)?);
    let device = DeviceCode {
        user_code: user_code.clone(),
        client_id: app.client_id.clone(),
        scopes,
        claims: request.claims()?,
        issued: request.now,
        polled: None,
        interval: SignedDuration::from_secs(plan.interval_seconds.into()),
        outcome: DeviceOutcome::Waiting,
    };
    let page = format!("{}/devicelogin", request.base);
    let mut grants = sign_in.grants();
    grants.remove_expired(request.now);
    grants.devices.insert(device_code.clone(), device);
    Ok(json!({
        "user_code": user_code,
        "device_code": device_code,
        "verification_uri": page,
        "expires_in": DEVICE_CODE_LIFE.as_secs(),
        "interval": plan.interval_seconds,
        "message":
            format!("To sign in, use a web browser to open the page {page} and enter the code {user_code} to authenticate."),
    }))
}

/// Where the code is typed in.
pub(super) async fn code_page() -> Response {
    reply::page(StatusCode::OK, &page::device_code(None))
}

/// Takes the code that was typed in.
pub(super) async fn enter_code(State(sign_in): State<SignIn>, request: Request) -> Response {
    let request = EndpointRequest::read(&sign_in, request).await;
    let typed: String =
        request.field("user_code").unwrap_or_default().chars().filter(char::is_ascii_alphanumeric).collect();
    let known = {
        let grants = sign_in.grants();
        let found = grants.devices.iter().find(|(_, device)| device.user_code.eq_ignore_ascii_case(&typed));
        found.map(|(code, device)| {
            let waiting = matches!(device.outcome, DeviceOutcome::Waiting);
            let late = request.now.duration_since(device.issued) >= DEVICE_CODE_LIFE;
            (
                code.clone(),
                device.client_id.clone(),
                device.scopes.clone(),
                device.claims.clone(),
                waiting,
                late,
            )
        })
    };
    let refusal = match known {
        None => {
            let text =
                "Invalid verification code due to User typing in wrong user code for device code flow.";
            Refusal::new("invalid_request", 70018, text)
        }
        Some((.., true)) => Refusal::new("expired_token", 70019, "Verification code expired."),
        Some((.., false, _)) => {
            Refusal::new("invalid_request", 90120, "The request was already authorized or declined.")
        }
        Some((device_code, client_id, scopes, claims, ..)) => {
            let tenant = sign_in.shared.tenant.tenant_id();
            let purpose = Purpose::DeviceCode { device_code };
            let session = AuthorizeSession {
                claims,
                ..AuthorizeSession::new(&tenant, &client_id, scopes, purpose, request.now)
            };
            return sign_in.start_session(&request, session);
        }
    };
    reply::page(StatusCode::OK, &page::device_code(Some((&refusal, &request.trace))))
}

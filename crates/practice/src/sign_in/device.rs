//! `devicecode` and `devicelogin`. Sources: "Microsoft identity platform and the OAuth 2.0 device authorization grant
//! flow", RFC 8628.

use axum::extract::{Request, State};
use axum::response::Response;
use http::StatusCode;
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::book::{DEVICE_CODE_LIFE, Device, Outcome};
use super::issue::no_key;
use super::keys::{secret, user_code};
use super::plan::Place;
use super::refusal::{self, Refused};
use super::scope::Scopes;
use super::visit::{Purpose, Visit};
use super::{Asked, SignIn, page, reply};

/// Gives a device its codes.
pub(super) async fn begin(State(sign_in): State<SignIn>, request: Request) -> Response {
    let asked = Asked::read(&sign_in, request).await;
    match codes(&sign_in, &asked) {
        Ok(body) => reply::json(StatusCode::OK, &body),
        Err(refused) => reply::refused(&refused, &asked.trace),
    }
}

fn codes(sign_in: &SignIn, asked: &Asked) -> Result<Value, Refused> {
    let plan = &sign_in.shared.plan;
    sign_in.book().strike(&plan.refusals, Place::Devicecode, "")?;
    let app = asked.app(sign_in)?;
    if !app.public_client {
        return Err(refusal::not_public());
    }
    let scopes = Scopes::read(asked.needs("scope")?, &asked.base, &plan.resources, &app.client_id)?;
    let (device_code, user_code) = (secret().map_err(no_key)?, user_code().map_err(no_key)?);
    let device = Device {
        user_code: user_code.clone(),
        client_id: app.client_id.clone(),
        scopes,
        claims: asked.claims()?,
        issued: asked.now,
        polled: None,
        interval: SignedDuration::from_secs(plan.interval_seconds.into()),
        outcome: Outcome::Waiting,
    };
    let page = format!("{}/devicelogin", asked.base);
    let mut book = sign_in.book();
    book.tidy(asked.now);
    book.devices.insert(device_code.clone(), device);
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
pub(super) async fn page() -> Response {
    reply::page(StatusCode::OK, &page::device_code(None))
}

/// Takes the code that was typed in.
pub(super) async fn enter(State(sign_in): State<SignIn>, request: Request) -> Response {
    let asked = Asked::read(&sign_in, request).await;
    let typed: String =
        asked.field("user_code").unwrap_or_default().chars().filter(char::is_ascii_alphanumeric).collect();
    let known = {
        let book = sign_in.book();
        let found = book.devices.iter().find(|(_, device)| device.user_code.eq_ignore_ascii_case(&typed));
        found.map(|(code, device)| {
            let waiting = matches!(device.outcome, Outcome::Waiting);
            let late = asked.now.duration_since(device.issued) >= DEVICE_CODE_LIFE;
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
    let refused = match known {
        None => {
            let text =
                "Invalid verification code due to User typing in wrong user code for device code flow.";
            Refused::new("invalid_request", 70018, text)
        }
        Some((.., true)) => Refused::new("expired_token", 70019, "Verification code expired."),
        Some((.., false, _)) => {
            Refused::new("invalid_request", 90120, "The request was already authorized or declined.")
        }
        Some((device_code, client_id, scopes, claims, ..)) => {
            let visit = Visit {
                tenant: sign_in.shared.tenant.tenant_id(),
                client_id,
                scopes,
                claims,
                begun: asked.now,
                hint: None,
                ask_again: false,
                person: None,
                proved: false,
                confirmed: false,
                purpose: Purpose::Device { device_code },
            };
            return sign_in.begin(&asked, visit);
        }
    };
    reply::page(StatusCode::OK, &page::device_code(Some((&refused, &asked.trace))))
}

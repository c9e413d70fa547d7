//! `token`: codes, device codes and refresh tokens become access tokens. Sources: "Microsoft identity platform and
//! OAuth 2.0 authorization code flow", "… device authorization grant flow", "Refresh tokens".

use axum::extract::{Request, State};
use axum::response::Response;
use http::StatusCode;
use jiff::SignedDuration;
use serde_json::Value;

use super::grants::{CODE_LIFE, DEVICE_CODE_LIFE, DeviceOutcome, Grant, REFRESH_LIFE, satisfies};
use super::issue::Issuance;
use super::plan::{Endpoint, RegisteredApp};
use super::refusal::{self, Refusal};
use super::reply;
use super::request::EndpointRequest;
use super::scope::Scopes;
use super::server::SignIn;

/// The name RFC 8628 gives the grant of a device code, and the one Microsoft's older libraries send.
const DEVICE_CODE: [&str; 2] = ["urn:ietf:params:oauth:grant-type:device_code", "device_code"];

pub(super) async fn issue(State(sign_in): State<SignIn>, request: Request) -> Response {
    let request = EndpointRequest::read(&sign_in, request).await;
    match tokens(&sign_in, &request) {
        Ok(body) => reply::json(StatusCode::OK, &body),
        Err(refusal) => reply::refusal(&refusal, &request.trace),
    }
}

fn tokens(sign_in: &SignIn, request: &EndpointRequest) -> Result<Value, Refusal> {
    let plan = &sign_in.shared.plan;
    let kind = request.needs("grant_type")?;
    let kind = if DEVICE_CODE.contains(&kind) { "device_code" } else { kind };
    sign_in.grants().check_planned(&plan.refusals, Endpoint::Token, kind)?;
    let app = request.app(sign_in)?;
    if !app.public_client {
        return Err(refusal::not_public());
    }
    if request.field("client_secret").is_some() || request.field("client_assertion").is_some() {
        let text = "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.";
        return Err(Refusal::new("invalid_client", 700_025, text));
    }
    let grant = match kind {
        "authorization_code" => sign_in.redeem(request, app)?,
        "device_code" => sign_in.poll(request, app)?,
        "refresh_token" => sign_in.refresh(request, app)?,
        other => {
            let text = format!("The app requested an unsupported grant type '{other}'.");
            return Err(Refusal::new("unsupported_grant_type", 70003, text));
        }
    };
    let scopes = match request.field("scope") {
        Some(text) => Scopes::read(text, &request.base, &plan.resources, &app.client_id)?,
        None => grant.scopes.clone().one_resource(),
    };
    let client_info = request.field("client_info") == Some("1");
    sign_in.issue(request, Issuance { app, grant, scopes, client_info })
}

impl SignIn {
    fn redeem(&self, request: &EndpointRequest, app: &RegisteredApp) -> Result<Grant, Refusal> {
        let (code, redirect) = (request.needs("code")?, request.needs("redirect_uri")?);
        let mut grants = self.grants();
        let row = grants.codes.get_mut(code).filter(|row| row.grant.client_id == app.client_id);
        let row = row.ok_or_else(|| {
            Refusal::new("invalid_grant", 9_002_313, "Invalid request. Request is malformed or invalid.")
        })?;
        if row.redeemed {
            let text = "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an \
                        existing refresh token.";
            return Err(Refusal::new("invalid_grant", 54005, text));
        }
        if request.now.duration_since(row.issued) >= CODE_LIFE {
            let text = "The provided authorization code or refresh token has expired due to inactivity. Send a new \
                        interactive authorization request for this user and resource.";
            return Err(Refusal::new("invalid_grant", 70008, text));
        }
        if row.redirect_uri != redirect {
            let text = format!(
                "The reply address '{redirect}' does not match the reply address '{}' provided when requesting \
                 Authorization code.",
                row.redirect_uri
            );
            return Err(Refusal::new("invalid_grant", 500_112, text));
        }
        if let Some(code_challenge) = &row.code_challenge {
            code_challenge.verify(request.field("code_verifier"))?;
        }
        row.redeemed = true;
        Ok(row.grant.clone())
    }

    fn poll(&self, request: &EndpointRequest, app: &RegisteredApp) -> Result<Grant, Refusal> {
        // The older libraries call it `code`.
        let code = request.field("device_code").or_else(|| request.field("code"));
        let code = code.ok_or_else(|| refusal::missing("device_code"))?;
        let mut grants = self.grants();
        let row = grants.devices.get_mut(code).filter(|row| row.client_id == app.client_id);
        let row = row.ok_or_else(|| {
            let text = "The provided value for the input parameter 'device_code' is not valid.";
            Refusal::new("bad_verification_code", 70018, text)
        })?;
        if request.now.duration_since(row.issued) >= DEVICE_CODE_LIFE {
            let text = "The provided value for the input parameter 'device_code' is not valid. This device code has \
                        expired.";
            return Err(Refusal::new("expired_token", 70019, text));
        }
        let last = row.polled.replace(request.now);
        match &row.outcome {
            DeviceOutcome::Declined => {
                let text = "The end user denied the authorization request.";
                Err(Refusal::new("authorization_declined", 65004, text))
            }
            DeviceOutcome::Waiting => {
                /// A poll that was on time when it was sent may arrive a little early after the one before.
                const GRACE: SignedDuration = SignedDuration::from_millis(250);
                let early = last.is_some_and(|last| request.now.duration_since(last) + GRACE < row.interval);
                if self.shared.plan.slow_down && early {
                    // RFC 8628, 3.5: by five seconds for this and all later polls.
                    row.interval += SignedDuration::from_secs(5);
                    let text = "Polling too often. Slow down.";
                    return Err(Refusal::new("slow_down", 70016, text));
                }
                let text = "OAuth 2.0 device flow error. Authorization is pending. Continue polling.";
                Err(Refusal::new("authorization_pending", 70016, text))
            }
            DeviceOutcome::Approved(grant) => {
                // MSAL asks with the claims of a challenge only here, when the device polls.
                let claims = request.claims()?.or_else(|| grant.claims.clone());
                let grant = Grant { claims, ..Grant::clone(grant) };
                grants.devices.remove(code);
                Ok(grant)
            }
        }
    }

    fn refresh(&self, request: &EndpointRequest, app: &RegisteredApp) -> Result<Grant, Refusal> {
        let token = request.needs("refresh_token")?;
        let claims = request.claims()?;
        let grants = self.grants();
        let row = grants.refresh_tokens.get(token).filter(|row| row.grant.client_id == app.client_id);
        let row = row
            .ok_or_else(|| Refusal::new("invalid_grant", 70000, "Provided grant is invalid or malformed."))?;
        if request.now.duration_since(row.issued) >= REFRESH_LIFE {
            let text = format!(
                "The refresh token has expired due to inactivity. The token was issued on {} and was inactive for \
                 90.00:00:00.",
                row.issued
            );
            return Err(Refusal::new("invalid_grant", 700_082, text));
        }
        let grant = &row.grant;
        let challenge = grants.claims_challenges.get(&grant.user_id);
        if let Some(challenge) = challenge
            && grant.signed_in <= challenge.since
            && !satisfies(grant.claims.as_ref(), &challenge.claims)
        {
            // The grant is older than the challenge: only a new sign-in helps.
            let text = format!(
                "The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might \
                 have changed or reset their password. The grant was issued on '{}' and the TokensValidFrom date \
                 (before which tokens are not valid) for this user is '{}'.",
                grant.signed_in, challenge.since
            );
            return Err(Refusal::new("invalid_grant", 50173, text));
        }
        if let Some(wanted) = claims.filter(|wanted| !satisfies(grant.claims.as_ref(), wanted)) {
            let text = "Due to a configuration change made by your administrator, or because you moved to a new \
                        location, you must use multi-factor authentication to access the resource.";
            let mut refusal = Refusal::new("interaction_required", 50076, text).with_suberror("basic_action");
            refusal.claims = Some(Box::new(wanted));
            return Err(refusal);
        }
        Ok(grant.clone())
    }
}

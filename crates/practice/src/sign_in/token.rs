//! `token`: codes, device codes and refresh tokens become access tokens. Sources: "Microsoft identity platform and
//! OAuth 2.0 authorization code flow", "… device authorization grant flow", "Refresh tokens".

use aws_lc_rs::constant_time::verify_slices_are_equal;
use axum::extract::{Request, State};
use axum::response::Response;
use http::StatusCode;
use jiff::SignedDuration;
use serde_json::Value;

use super::book::{CODE_LIFE, DEVICE_CODE_LIFE, Grant, Method, Outcome, REFRESH_LIFE, answers};
use super::issue::Order;
use super::keys::sha256;
use super::plan::{Place, RegisteredApp};
use super::refusal::{self, Refused};
use super::scope::Scopes;
use super::{Asked, SignIn, reply};

/// The name RFC 8628 gives the grant of a device code, and the one Microsoft's older libraries send.
const DEVICE_CODE: [&str; 2] = ["urn:ietf:params:oauth:grant-type:device_code", "device_code"];

pub(super) async fn answer(State(sign_in): State<SignIn>, request: Request) -> Response {
    let asked = Asked::read(&sign_in, request).await;
    match tokens(&sign_in, &asked) {
        Ok(body) => reply::json(StatusCode::OK, &body),
        Err(refused) => reply::refused(&refused, &asked.trace),
    }
}

fn tokens(sign_in: &SignIn, asked: &Asked) -> Result<Value, Refused> {
    let plan = &sign_in.shared.plan;
    let kind = asked.needs("grant_type")?;
    let kind = if DEVICE_CODE.contains(&kind) { "device_code" } else { kind };
    sign_in.book().strike(&plan.refusals, Place::Token, kind)?;
    let app = asked.app(sign_in)?;
    if !app.public_client {
        return Err(refusal::not_public());
    }
    if asked.field("client_secret").is_some() || asked.field("client_assertion").is_some() {
        let text = "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.";
        return Err(Refused::new("invalid_client", 700_025, text));
    }
    let grant = match kind {
        "authorization_code" => sign_in.redeem(asked, app)?,
        "device_code" => sign_in.poll(asked, app)?,
        "refresh_token" => sign_in.refresh(asked, app)?,
        other => {
            let text = format!("The app requested an unsupported grant type '{other}'.");
            return Err(Refused::new("unsupported_grant_type", 70003, text));
        }
    };
    let scopes = match asked.field("scope") {
        Some(text) => Scopes::read(text, &asked.base, &plan.resources, &app.client_id)?,
        None => grant.scopes.clone().one_resource(),
    };
    let client_info = asked.field("client_info") == Some("1");
    sign_in.issue(asked, Order { app, grant, scopes, client_info })
}

impl SignIn {
    fn redeem(&self, asked: &Asked, app: &RegisteredApp) -> Result<Grant, Refused> {
        let (code, redirect) = (asked.needs("code")?, asked.needs("redirect_uri")?);
        let mut book = self.book();
        let row = book.codes.get_mut(code).filter(|row| row.grant.client_id == app.client_id);
        let row = row.ok_or_else(|| {
            Refused::new("invalid_grant", 9_002_313, "Invalid request. Request is malformed or invalid.")
        })?;
        if row.redeemed {
            let text = "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an \
                        existing refresh token.";
            return Err(Refused::new("invalid_grant", 54005, text));
        }
        if asked.now.duration_since(row.issued) >= CODE_LIFE {
            let text = "The provided authorization code or refresh token has expired due to inactivity. Send a new \
                        interactive authorization request for this user and resource.";
            return Err(Refused::new("invalid_grant", 70008, text));
        }
        if row.redirect_uri != redirect {
            let text = format!(
                "The reply address '{redirect}' does not match the reply address '{}' provided when requesting \
                 Authorization code.",
                row.redirect_uri
            );
            return Err(Refused::new("invalid_grant", 500_112, text));
        }
        prove(row.challenge.as_ref(), asked.field("code_verifier"))?;
        row.redeemed = true;
        Ok(row.grant.clone())
    }

    fn poll(&self, asked: &Asked, app: &RegisteredApp) -> Result<Grant, Refused> {
        // The older libraries call it `code`.
        let code = asked.field("device_code").or_else(|| asked.field("code"));
        let code = code.ok_or_else(|| refusal::missing("device_code"))?;
        let mut book = self.book();
        let row = book.devices.get_mut(code).filter(|row| row.client_id == app.client_id);
        let row = row.ok_or_else(|| {
            let text = "The provided value for the input parameter 'device_code' is not valid.";
            Refused::new("bad_verification_code", 70018, text)
        })?;
        if asked.now.duration_since(row.issued) >= DEVICE_CODE_LIFE {
            let text = "The provided value for the input parameter 'device_code' is not valid. This device code has \
                        expired.";
            return Err(Refused::new("expired_token", 70019, text));
        }
        let last = row.polled.replace(asked.now);
        match &row.outcome {
            Outcome::Declined => {
                let text = "The end user denied the authorization request.";
                Err(Refused::new("authorization_declined", 65004, text))
            }
            Outcome::Waiting => {
                /// A poll that was on time when it was sent may arrive a little early after the one before.
                const GRACE: SignedDuration = SignedDuration::from_millis(250);
                let early = last.is_some_and(|last| asked.now.duration_since(last) + GRACE < row.interval);
                if self.shared.plan.slow_down && early {
                    // "The interval MUST be increased by 5 seconds for this and all subsequent requests."
                    row.interval += SignedDuration::from_secs(5);
                    let text = "Polling too often. Slow down.";
                    return Err(Refused::new("slow_down", 70016, text));
                }
                let text = "OAuth 2.0 device flow error. Authorization is pending. Continue polling.";
                Err(Refused::new("authorization_pending", 70016, text))
            }
            Outcome::Approved(grant) => {
                // MSAL asks with the claims of a challenge only here, when the device polls.
                let claims = asked.claims()?.or_else(|| grant.claims.clone());
                let grant = Grant { claims, ..Grant::clone(grant) };
                book.devices.remove(code);
                Ok(grant)
            }
        }
    }

    fn refresh(&self, asked: &Asked, app: &RegisteredApp) -> Result<Grant, Refused> {
        let token = asked.needs("refresh_token")?;
        let claims = asked.claims()?;
        let book = self.book();
        let row = book.refresh.get(token).filter(|row| row.grant.client_id == app.client_id);
        let row = row
            .ok_or_else(|| Refused::new("invalid_grant", 70000, "Provided grant is invalid or malformed."))?;
        if asked.now.duration_since(row.issued) >= REFRESH_LIFE {
            let text = format!(
                "The refresh token has expired due to inactivity. The token was issued on {} and was inactive for \
                 90.00:00:00.",
                row.issued
            );
            return Err(Refused::new("invalid_grant", 700_082, text));
        }
        let grant = &row.grant;
        let challenge = book.challenges.get(&grant.user_id);
        if let Some(challenge) = challenge
            && grant.signed_in <= challenge.since
            && !answers(grant.claims.as_ref(), &challenge.claims)
        {
            // "Token issued before revocation": only a new sign-in helps.
            let text = format!(
                "The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might \
                 have changed or reset their password. The grant was issued on '{}' and the TokensValidFrom date \
                 (before which tokens are not valid) for this user is '{}'.",
                grant.signed_in, challenge.since
            );
            return Err(Refused::new("invalid_grant", 50173, text));
        }
        if let Some(wanted) = claims.filter(|wanted| !answers(grant.claims.as_ref(), wanted)) {
            let text = "Due to a configuration change made by your administrator, or because you moved to a new \
                        location, you must use multi-factor authentication to access the resource.";
            let mut refused = Refused::new("interaction_required", 50076, text).because("basic_action");
            refused.claims = Some(Box::new(wanted));
            return Err(refused);
        }
        Ok(grant.clone())
    }
}

/// "Required if PKCE was used in the authorization code grant request" (RFC 7636, 4.6).
fn prove(challenge: Option<&(Method, String)>, verifier: Option<&str>) -> Result<(), Refused> {
    let Some((method, challenge)) = challenge else { return Ok(()) };
    let made = verifier.map(|verifier| match method {
        Method::S256 => sha256(verifier),
        Method::Plain => verifier.to_owned(),
    });
    match made {
        Some(made) if verify_slices_are_equal(made.as_bytes(), challenge.as_bytes()).is_ok() => Ok(()),
        _ => {
            let text =
                "The Code_Verifier does not match the code_challenge supplied in the authorization request.";
            Err(Refused::new("invalid_grant", 501_481, text))
        }
    }
}

//! `authorize`: checks what the app asks for, then lets the person in.
//! Source: "Microsoft identity platform and OAuth 2.0 authorization code flow".

use axum::extract::{Request, State};
use axum::response::Response;

use super::book::Method;
use super::plan::RegisteredApp;
use super::refusal::{self, Refused};
use super::reply::{Mode, Return};
use super::scope::Scopes;
use super::visit::{Purpose, Visit};
use super::{Asked, SignIn, page, reply};

pub(super) async fn start(State(sign_in): State<SignIn>, request: Request) -> Response {
    let asked = Asked::read(&sign_in, request).await;
    // As long as it is not known that the answer may go there, only the person hears of a mistake.
    let (app, back) = match asked.app(&sign_in).and_then(|app| Ok((app, back(&asked, app)?))) {
        Ok(known) => known,
        Err(refused) => return reply::page(refused.status(), &page::refused(&refused, &asked.trace, "")),
    };
    match visit(&sign_in, &asked, app, &back) {
        Ok(visit) => sign_in.begin(&asked, visit),
        Err(refused) => back.refused(&refused, &asked.trace, &[]),
    }
}

/// Where the answer goes, if it may go there.
pub(super) fn back(asked: &Asked, app: &RegisteredApp) -> Result<Return, Refused> {
    let no_address = || Refused::new("invalid_request", 900_971, "No reply address provided.");
    let redirect_uri = asked.field("redirect_uri").ok_or_else(no_address)?;
    if !app.redirects_to(redirect_uri) {
        return Err(refusal::wrong_redirect(redirect_uri, &app.client_id));
    }
    let mode = match asked.field("response_mode") {
        Some("fragment") => Mode::Fragment,
        Some("form_post") => Mode::FormPost,
        _ => Mode::Query,
    };
    // Empty is also a state.
    let state = asked.fields.iter().find(|(name, _)| name == "state").map(|(_, value)| value.clone());
    Ok(Return { redirect_uri: redirect_uri.to_owned(), mode, state })
}

fn visit(sign_in: &SignIn, asked: &Asked, app: &RegisteredApp, back: &Return) -> Result<Visit, Refused> {
    if asked.needs("response_type")? != "code" {
        let text = "The provided value for the input parameter 'response_type' is not supported; this server issues \
                    codes only.";
        return Err(Refused::new("unsupported_response_type", 70005, text));
    }
    if asked.field("response_mode").is_some_and(|mode| !matches!(mode, "query" | "fragment" | "form_post")) {
        let text = "The provided value for the input parameter 'response_mode' is not supported.";
        return Err(Refused::new("invalid_request", 70007, text));
    }
    let scopes =
        Scopes::read(asked.needs("scope")?, &asked.base, &sign_in.shared.plan.resources, &app.client_id)?;
    let prompt = asked.field("prompt").unwrap_or("select_account");
    match prompt {
        "login" | "consent" | "select_account" => {}
        "none" => {
            // No session is kept in the browser, so nobody is ever signed in already.
            let text = "Session information is not sufficient for single-sign-on.";
            return Err(Refused::new("login_required", 50058, text));
        }
        _ => {
            let text = "Unsupported 'prompt' value.";
            return Err(Refused::new("invalid_request", 90023, text));
        }
    }
    Ok(Visit {
        tenant: asked.tenant.clone(),
        client_id: app.client_id.clone(),
        scopes,
        claims: asked.claims()?,
        begun: asked.now,
        hint: asked.field("login_hint").map(str::to_owned),
        ask_again: prompt == "consent",
        person: None,
        proved: false,
        confirmed: false,
        purpose: Purpose::Code {
            back: back.clone(),
            nonce: asked.field("nonce").map(str::to_owned),
            challenge: challenge(asked)?,
        },
    })
}

/// "If excluded, `code_challenge` is assumed to be plaintext if `code_challenge` is included."
fn challenge(asked: &Asked) -> Result<Option<(Method, String)>, Refused> {
    let wrong_size = || Refused::new("invalid_request", 501_491, "Invalid size of Code_Challenge parameter.");
    let method = match asked.field("code_challenge_method") {
        Some("S256") => Method::S256,
        None if asked.field("code_challenge").is_none() => return Ok(None),
        Some("plain") | None => Method::Plain,
        Some(_) => {
            let text = "The parameter 'code_challenge_method' is empty or not valid.";
            return Err(Refused::new("invalid_request", 90100, text));
        }
    };
    let challenge = asked.field("code_challenge").ok_or_else(wrong_size)?;
    // RFC 7636, 4.2: 43 to 128 letters; a SHA-256 is exactly 43.
    let fits = match method {
        Method::S256 => challenge.len() == 43,
        Method::Plain => (43..=128).contains(&challenge.len()),
    };
    if fits { Ok(Some((method, challenge.to_owned()))) } else { Err(wrong_size()) }
}

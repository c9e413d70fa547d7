//! `authorize`: checks what the app asks for, then lets the person in.
//! Source: "Microsoft identity platform and OAuth 2.0 authorization code flow".

use axum::extract::{Request, State};
use axum::response::Response;

use super::page;
use super::pkce::CodeChallenge;
use super::plan::RegisteredApp;
use super::refusal::{self, Refusal};
use super::reply::{self, RedirectTarget, ResponseMode};
use super::request::EndpointRequest;
use super::scope::Scopes;
use super::server::SignIn;
use super::session::{AuthorizeSession, Purpose};

pub(super) async fn start(State(sign_in): State<SignIn>, request: Request) -> Response {
    let request = EndpointRequest::read(&sign_in, request).await;
    // As long as it is not known that the response may go there, only the person hears of a mistake.
    let (app, target) = match request.app(&sign_in).and_then(|app| Ok((app, redirect_target(&request, app)?)))
    {
        Ok(known) => known,
        Err(refusal) => return reply::page(refusal.status(), &page::refusal(&refusal, &request.trace, "")),
    };
    match new_session(&sign_in, &request, app, &target) {
        Ok(session) => sign_in.start_session(&request, session),
        Err(refusal) => target.refusal(&refusal, &request.trace, &[]),
    }
}

/// Where the response goes, if it may go there.
pub(super) fn redirect_target(
    request: &EndpointRequest,
    app: &RegisteredApp,
) -> Result<RedirectTarget, Refusal> {
    let no_address = || Refusal::new("invalid_request", 900_971, "No reply address provided.");
    let redirect_uri = request.field("redirect_uri").ok_or_else(no_address)?;
    if !app.redirects_to(redirect_uri) {
        return Err(refusal::wrong_redirect(redirect_uri, &app.client_id));
    }
    let mode = match request.field("response_mode") {
        Some("fragment") => ResponseMode::Fragment,
        Some("form_post") => ResponseMode::FormPost,
        _ => ResponseMode::Query,
    };
    // Empty is also a state.
    let state = request.fields.iter().find(|(name, _)| name == "state").map(|(_, value)| value.clone());
    Ok(RedirectTarget { redirect_uri: redirect_uri.to_owned(), mode, state })
}

fn new_session(
    sign_in: &SignIn,
    request: &EndpointRequest,
    app: &RegisteredApp,
    target: &RedirectTarget,
) -> Result<AuthorizeSession, Refusal> {
    if request.needs("response_type")? != "code" {
        let text = "The provided value for the input parameter 'response_type' is not supported; this server issues \
                    codes only.";
        return Err(Refusal::new("unsupported_response_type", 70005, text));
    }
    if request.field("response_mode").is_some_and(|mode| !matches!(mode, "query" | "fragment" | "form_post"))
    {
        let text = "The provided value for the input parameter 'response_mode' is not supported.";
        return Err(Refusal::new("invalid_request", 70007, text));
    }
    let scopes =
        Scopes::read(request.needs("scope")?, &request.base, &sign_in.shared.plan.resources, &app.client_id)?;
    let prompt = request.field("prompt").unwrap_or("select_account");
    match prompt {
        "login" | "consent" | "select_account" => {}
        "none" => {
            // No session is kept in the browser, so nobody is ever signed in already.
            let text = "Session information is not sufficient for single-sign-on.";
            return Err(Refusal::new("login_required", 50058, text));
        }
        _ => {
            let text = "Unsupported 'prompt' value.";
            return Err(Refusal::new("invalid_request", 90023, text));
        }
    }
    let purpose = Purpose::AuthorizationCode {
        target: target.clone(),
        nonce: request.field("nonce").map(str::to_owned),
        code_challenge: CodeChallenge::read(
            request.field("code_challenge"),
            request.field("code_challenge_method"),
        )?,
    };
    Ok(AuthorizeSession {
        claims: request.claims()?,
        login_hint: request.field("login_hint").map(str::to_owned),
        prompt_consent: prompt == "consent",
        ..AuthorizeSession::new(&request.tenant, &app.client_id, scopes, purpose, request.now)
    })
}

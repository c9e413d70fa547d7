//! `adminconsent`: an admin grants permissions for everybody, without the app signing anybody in.
//! Source: "Admin consent on the Microsoft identity platform".

use axum::extract::{Request, State};
use axum::response::Response;

use super::reply::{self, RedirectTarget, ResponseMode};
use super::request::EndpointRequest;
use super::scope::Scopes;
use super::server::SignIn;
use super::session::{AuthorizeSession, Purpose};
use super::{authorize, page};

pub(super) async fn start(State(sign_in): State<SignIn>, request: Request) -> Response {
    let request = EndpointRequest::read(&sign_in, request).await;
    let known = request.app(&sign_in).and_then(|app| Ok((app, authorize::redirect_target(&request, app)?)));
    let (app, target) = match known {
        Ok((app, target)) => (app, RedirectTarget { mode: ResponseMode::Query, ..target }),
        Err(refusal) => return reply::page(refusal.status(), &page::refusal(&refusal, &request.trace, "")),
    };
    // The older endpoint has no `scope` and asks for all that the registration lists.
    let wanted = request.field("scope").unwrap_or(".default");
    match Scopes::read(wanted, &request.base, &sign_in.shared.plan.resources, &app.client_id) {
        Ok(scopes) => {
            let purpose = Purpose::AdminConsent { target };
            let session =
                AuthorizeSession::new(&request.tenant, &app.client_id, scopes, purpose, request.now);
            sign_in.start_session(&request, session)
        }
        Err(refusal) => target.refusal(&refusal, &request.trace, &[("admin_consent", "True")]),
    }
}

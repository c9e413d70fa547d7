//! `adminconsent`: an admin grants permissions for everybody, without the app signing anybody in.
//! Source: "Admin consent on the Microsoft identity platform".

use axum::extract::{Request, State};
use axum::response::Response;

use super::reply::{Mode, Return};
use super::scope::Scopes;
use super::visit::{Purpose, Visit};
use super::{Asked, SignIn, authorize, page, reply};

pub(super) async fn start(State(sign_in): State<SignIn>, request: Request) -> Response {
    let asked = Asked::read(&sign_in, request).await;
    let known = asked.app(&sign_in).and_then(|app| Ok((app, authorize::back(&asked, app)?)));
    let (app, back) = match known {
        Ok((app, back)) => (app, Return { mode: Mode::Query, ..back }),
        Err(refused) => return reply::page(refused.status(), &page::refused(&refused, &asked.trace, "")),
    };
    // The older endpoint has no `scope` and asks for all that the registration lists.
    let wanted = asked.field("scope").unwrap_or(".default");
    match Scopes::read(wanted, &asked.base, &sign_in.shared.plan.resources, &app.client_id) {
        Ok(scopes) => {
            let visit = Visit {
                tenant: asked.tenant.clone(),
                client_id: app.client_id.clone(),
                scopes,
                claims: None,
                begun: asked.now,
                hint: None,
                ask_again: false,
                person: None,
                proved: false,
                confirmed: false,
                purpose: Purpose::AdminConsent { back },
            };
            sign_in.begin(&asked, visit)
        }
        Err(refused) => back.refused(&refused, &asked.trace, &[("admin_consent", "True")]),
    }
}

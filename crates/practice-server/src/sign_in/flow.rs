//! From page to page: the account, a second factor, consent, and back to the app. What comes next is
//! worked out from what is known here, never from which page a form says it is.

use axum::extract::{Request, State};
use axum::response::Response;
use http::StatusCode;
use jiff::Timestamp;
use practice::Account;
use serde_json::Value;

use super::accounts;
use super::consent::{self, Needed, may_consent_for_all};
use super::grants::{AuthorizationCode, DeviceOutcome, Grant, SESSION_LIFE};
use super::keys::secret;
use super::page::{self, PageContext};
use super::plan::{Endpoint, MultiFactor, RegisteredApp};
use super::refusal::{self, Refusal, server_error};
use super::reply;
use super::request::EndpointRequest;
use super::server::SignIn;
use super::session::{AuthorizeSession, Purpose};

/// What comes next.
enum Step {
    Account,
    MultiFactor,
    /// "Are you trying to sign in to …?": a device code may have been sent by somebody else.
    Confirm,
    Consent(Vec<&'static str>),
    Admin(Vec<&'static str>),
    Done,
}

/// Takes a form of one of the pages.
pub(super) async fn submit(State(sign_in): State<SignIn>, request: Request) -> Response {
    let request = EndpointRequest::read(&sign_in, request).await;
    let ticket = request.field("ticket").unwrap_or_default().to_owned();
    let session = sign_in.grants().sessions.get(&ticket).cloned();
    let fresh = session.filter(|session| request.now.duration_since(session.started) < SESSION_LIFE);
    let Some(mut session) = fresh else {
        let text = "Authentication failed due to flow token expired.";
        let refusal = Refusal::new("invalid_request", 50089, text);
        return reply::page(refusal.status(), &page::refusal(&refusal, &request.trace, ""));
    };
    match session.apply_form(&sign_in, &request) {
        Ok(()) => sign_in.show_page(&request, &ticket, session, None),
        Err(NoProgress::Retry(refusal)) => sign_in.show_page(&request, &ticket, session, Some(&refusal)),
        Err(NoProgress::ApprovalRequested) => {
            reply::page(StatusCode::OK, &page::requested(&session.page_context(&sign_in, &ticket)))
        }
        Err(NoProgress::Ended(refusal)) => sign_in.end_session(&request, &ticket, &session, &refusal),
    }
}

/// Why a form does not lead to the next page.
enum NoProgress {
    /// The same page once more, with what was wrong.
    Retry(Refusal),
    /// The admins were asked.
    ApprovalRequested,
    /// The sign-in is over.
    Ended(Refusal),
}

impl AuthorizeSession {
    fn apply_form(&mut self, sign_in: &SignIn, request: &EndpointRequest) -> Result<(), NoProgress> {
        let step = self.step(sign_in).map_err(NoProgress::Retry)?;
        match (request.field("go").unwrap_or_default(), step) {
            ("cancel", Step::Account | Step::MultiFactor) => Err(NoProgress::Ended(cancelled())),
            ("cancel", Step::Confirm | Step::Consent(_)) => Err(NoProgress::Ended(self.declined())),
            ("cancel", Step::Admin(_)) => Err(NoProgress::Ended(self.admin_needed(sign_in))),
            ("request", Step::Admin(_)) if sign_in.shared.plan.admin_workflow => {
                Err(NoProgress::ApprovalRequested)
            }
            ("switch", _) => {
                (self.user_id, self.multi_factor_done) = (None, false);
                Ok(())
            }
            ("next", Step::Account) => self.choose_account(sign_in, request),
            ("approve", Step::MultiFactor) => {
                self.multi_factor_done = true;
                Ok(())
            }
            ("accept", Step::Confirm) => {
                self.confirmed = true;
                Ok(())
            }
            ("accept", Step::Consent(names)) => {
                self.grant(sign_in, &names, request.field("organisation").is_some());
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn choose_account(&mut self, sign_in: &SignIn, request: &EndpointRequest) -> Result<(), NoProgress> {
        let typed = request.field("username").unwrap_or_default();
        let account = accounts::named(&sign_in.shared.tenant, typed).map_err(|refusal| {
            self.login_hint = Some(typed.to_owned());
            NoProgress::Retry(refusal)
        })?;
        self.user_id = Some(account.id);
        let endpoint = match self.purpose {
            Purpose::AuthorizationCode { .. } => Endpoint::Authorize,
            Purpose::DeviceCode { .. } => Endpoint::Devicelogin,
            Purpose::AdminConsent { .. } => Endpoint::Adminconsent,
        };
        sign_in.grants().check_planned(&sign_in.shared.plan.refusals, endpoint, "").map_err(NoProgress::Ended)
    }

    fn grant(&mut self, sign_in: &SignIn, names: &[&'static str], everybody: bool) {
        let (Some(app), Ok(account)) = (self.app(sign_in), self.account(sign_in)) else { return };
        let everybody = everybody || matches!(self.purpose, Purpose::AdminConsent { .. });
        let mut grants = sign_in.grants();
        if everybody && may_consent_for_all(&account) {
            grants.consents.grant_for_all(app, names);
        } else {
            grants.consents.grant(app, &account.id, names);
        }
        (self.prompt_consent, self.confirmed) = (false, true);
    }

    fn step(&self, sign_in: &SignIn) -> Result<Step, Refusal> {
        if self.user_id.is_none() {
            return Ok(Step::Account);
        }
        let account = self.account(sign_in)?;
        let Some(app) = self.app(sign_in) else { return Ok(Step::Account) };
        if !self.multi_factor_done
            && (sign_in.shared.plan.multi_factor == MultiFactor::On || self.is_challenged())
        {
            return Ok(Step::MultiFactor);
        }
        if let Purpose::AdminConsent { .. } = self.purpose {
            let names = consent::wanted(app, &self.scopes);
            return Ok(match (may_consent_for_all(&account), self.confirmed) {
                (false, _) => Step::Admin(names),
                (true, false) => Step::Consent(names),
                (true, true) => Step::Done,
            });
        }
        let needed = sign_in.grants().consents.needed(
            &sign_in.shared.plan,
            app,
            &account,
            &self.scopes,
            self.prompt_consent,
        );
        Ok(match needed {
            Needed::Consent(names) => Step::Consent(names),
            Needed::Admin(names) => Step::Admin(names),
            Needed::Nothing if self.confirmed || !matches!(self.purpose, Purpose::DeviceCode { .. }) => {
                Step::Done
            }
            Needed::Nothing => Step::Confirm,
        })
    }

    /// Whether more is asked than being there (`xms_cc` says what the client can do, and asks nothing).
    fn is_challenged(&self) -> bool {
        let token =
            self.claims.as_ref().and_then(|claims| claims.get("access_token")).and_then(Value::as_object);
        token.is_some_and(|token| token.keys().any(|name| name != "xms_cc"))
    }

    fn account(&self, sign_in: &SignIn) -> Result<Account, Refusal> {
        accounts::with_id(&sign_in.shared.tenant, self.user_id.as_deref().unwrap_or_default())
    }

    fn app<'a>(&self, sign_in: &'a SignIn) -> Option<&'a RegisteredApp> {
        sign_in.shared.plan.app(&self.client_id)
    }

    /// What the app hears when consent was declined. The two endpoints word it differently ("Admin consent on the
    /// Microsoft identity platform"; MicrosoftDocs/azure-docs issue 114009 shows `access_denied` there as well).
    fn declined(&self) -> Refusal {
        let text = "The resource owner or authorization server denied the request.";
        match self.purpose {
            Purpose::AdminConsent { .. } => Refusal::new("consent_required", 65004, text),
            Purpose::AuthorizationCode { .. } | Purpose::DeviceCode { .. } => refusal::declined(),
        }
    }

    fn admin_needed(&self, sign_in: &SignIn) -> Refusal {
        let organisation = sign_in.shared.tenant.organisation_name();
        let app = self.app(sign_in).map_or("", |app| app.name.as_str());
        let text = format!(
            "An administrator of {organisation} has set a policy that prevents you from granting {app} the permissions \
             it is requesting. Contact an administrator of {organisation}, who can grant permissions to this app on \
             your behalf."
        );
        let number = if sign_in.shared.plan.admin_workflow { 90095 } else { 90094 };
        Refusal::new("access_denied", number, text)
    }

    fn grant_of(&self, account: &Account, now: Timestamp, nonce: Option<String>) -> Grant {
        Grant {
            client_id: self.client_id.clone(),
            user_id: account.id.clone(),
            scopes: self.scopes.clone(),
            nonce,
            claims: self.claims.clone(),
            signed_in: now,
        }
    }

    /// What every page of this sign-in shows.
    fn page_context(&self, sign_in: &SignIn, ticket: &str) -> PageContext {
        let leads_to = match &self.purpose {
            Purpose::AuthorizationCode { target, .. } | Purpose::AdminConsent { target } => {
                vec![target.origin()]
            }
            Purpose::DeviceCode { .. } => vec![],
        };
        PageContext {
            action: format!("/{}/login", page::in_path(&self.tenant)),
            ticket: ticket.to_owned(),
            organisation: sign_in.shared.tenant.organisation_name(),
            app: self.app(sign_in).map(|app| app.name.clone()).unwrap_or_default(),
            user_name: self.account(sign_in).ok().map(|account| account.user_name),
            leads_to,
        }
    }

    /// Whether the consent page offers to grant for everybody; `None` where that is what it is for.
    fn offers_consent_for_all(&self, sign_in: &SignIn) -> Option<bool> {
        match self.purpose {
            Purpose::AdminConsent { .. } => None,
            Purpose::AuthorizationCode { .. } | Purpose::DeviceCode { .. } => {
                Some(self.account(sign_in).is_ok_and(|account| may_consent_for_all(&account)))
            }
        }
    }
}

impl SignIn {
    /// Shows the first page.
    pub(super) fn start_session(&self, request: &EndpointRequest, session: AuthorizeSession) -> Response {
        match secret() {
            Ok(ticket) => {
                self.grants().remove_expired(request.now);
                self.show_page(request, &ticket, session, None)
            }
            Err(error) => {
                let refusal = server_error(error);
                reply::page(refusal.status(), &page::refusal(&refusal, &request.trace, ""))
            }
        }
    }

    /// Shows the page that comes next, or ends the sign-in.
    fn show_page(
        &self,
        request: &EndpointRequest,
        ticket: &str,
        mut session: AuthorizeSession,
        problem: Option<&Refusal>,
    ) -> Response {
        let (step, gone) = match session.step(self) {
            Ok(step) => (step, None),
            // Deleted or blocked since the account was chosen.
            Err(refusal) => {
                session.user_id = None;
                (Step::Account, Some(refusal))
            }
        };
        let context = session.page_context(self, ticket);
        let shown = match &step {
            Step::Account => {
                let problem = problem.or(gone.as_ref()).map(|refusal| (refusal, &request.trace));
                page::account(
                    &context,
                    &accounts::offered(&self.shared.tenant),
                    session.login_hint.as_deref(),
                    problem,
                )
            }
            Step::MultiFactor => page::multi_factor(&context),
            Step::Confirm => page::confirm(&context),
            Step::Consent(names) => {
                page::consent(&context, names, &session.scopes, session.offers_consent_for_all(self))
            }
            Step::Admin(names) => {
                page::admin(&context, names, &session.admin_needed(self), self.shared.plan.admin_workflow)
            }
            Step::Done => return self.complete(request, ticket, &session),
        };
        self.grants().sessions.insert(ticket.to_owned(), session);
        reply::page(StatusCode::OK, &shown)
    }

    fn complete(&self, request: &EndpointRequest, ticket: &str, session: &AuthorizeSession) -> Response {
        let (account, code) =
            match session.account(self).and_then(|account| Ok((account, secret().map_err(server_error)?))) {
                Ok(both) => both,
                Err(refusal) => return self.end_session(request, ticket, session, &refusal),
            };
        let mut grants = self.grants();
        grants.sessions.remove(ticket);
        match &session.purpose {
            Purpose::AuthorizationCode { target, nonce, code_challenge } => {
                let code = format!("1.{code}");
                let row = AuthorizationCode {
                    grant: session.grant_of(&account, request.now, nonce.clone()),
                    redirect_uri: target.redirect_uri.clone(),
                    code_challenge: code_challenge.clone(),
                    issued: request.now,
                    redeemed: false,
                };
                grants.codes.insert(code.clone(), row);
                target.response(&[("code", &code)])
            }
            Purpose::DeviceCode { device_code } => {
                if let Some(device) = grants.devices.get_mut(device_code) {
                    device.outcome =
                        DeviceOutcome::Approved(Box::new(session.grant_of(&account, request.now, None)));
                }
                drop(grants);
                reply::page(StatusCode::OK, &page::device_done(&session.page_context(self, ticket), true))
            }
            Purpose::AdminConsent { target } => {
                let tenant = self.shared.tenant.tenant_id();
                let names =
                    self.shared.plan.app(&session.client_id).map(|app| consent::wanted(app, &session.scopes));
                let scope = session.scopes.granted(&names.unwrap_or_default());
                target.response(&[("admin_consent", "True"), ("tenant", &tenant), ("scope", &scope)])
            }
        }
    }

    /// Ends the sign-in with a refusal: for the app, or for the person alone.
    fn end_session(
        &self,
        request: &EndpointRequest,
        ticket: &str,
        session: &AuthorizeSession,
        refusal: &Refusal,
    ) -> Response {
        self.grants().sessions.remove(ticket);
        match &session.purpose {
            _ if refusal.page => {
                let user_name = session.page_context(self, ticket).user_name.unwrap_or_default();
                reply::page(refusal.status(), &page::refusal(refusal, &request.trace, &user_name))
            }
            Purpose::AuthorizationCode { target, .. } => {
                let subcode: &[(&str, &str)] =
                    if refusal.error == "access_denied" { &[("error_subcode", "cancel")] } else { &[] };
                target.refusal(refusal, &request.trace, subcode)
            }
            // Source of the parameter: "Admin consent on the Microsoft identity platform".
            Purpose::AdminConsent { target } => {
                target.refusal(refusal, &request.trace, &[("admin_consent", "True")])
            }
            Purpose::DeviceCode { device_code } => {
                if refusal.error == "access_denied"
                    && let Some(device) = self.grants().devices.get_mut(device_code)
                {
                    device.outcome = DeviceOutcome::Declined;
                    return reply::page(
                        StatusCode::OK,
                        &page::device_done(&session.page_context(self, ticket), false),
                    );
                }
                let user_name = session.page_context(self, ticket).user_name.unwrap_or_default();
                reply::page(refusal.status(), &page::refusal(refusal, &request.trace, &user_name))
            }
        }
    }
}

/// The example of an error response in "Microsoft identity platform and OAuth 2.0 authorization code flow" has this text,
/// and no number.
fn cancelled() -> Refusal {
    Refusal::new("access_denied", 0, "the user canceled the authentication")
}

//! One person's way through the pages: who it is, a second proof, consent, and back to the app. What comes next is
//! worked out from what is known here, never from which page a form says it is.

use axum::extract::{Request, State};
use axum::response::Response;
use http::StatusCode;
use jiff::Timestamp;
use serde_json::Value;

use super::book::{Code, Grant, Method, Outcome, VISIT_LIFE};
use super::consent::{self, Needed};
use super::issue::no_key;
use super::keys::secret;
use super::page::{self, Scene};
use super::people::{self, Person};
use super::plan::{MultiFactor, Place, RegisteredApp};
use super::refusal::{self, Refused};
use super::reply::Return;
use super::scope::Scopes;
use super::{Asked, SignIn, reply};

/// A sign-in under way.
#[derive(Clone)]
pub(super) struct Visit {
    /// The tenant as the address named it.
    pub(super) tenant: String,
    pub(super) client_id: String,
    pub(super) scopes: Scopes,
    pub(super) claims: Option<Value>,
    pub(super) begun: Timestamp,
    pub(super) hint: Option<String>,
    /// Whether consent is asked for even where it was given.
    pub(super) ask_again: bool,
    pub(super) person: Option<String>,
    pub(super) proved: bool,
    pub(super) confirmed: bool,
    pub(super) purpose: Purpose,
}

/// What a sign-in is for.
#[derive(Clone)]
pub(super) enum Purpose {
    /// A code for the app.
    Code { back: Return, nonce: Option<String>, challenge: Option<(Method, String)> },
    /// A device that waits.
    Device { device_code: String },
    /// Consent for everybody.
    AdminConsent { back: Return },
}

/// What comes next.
enum Stage {
    Account,
    Proof,
    /// "Are you trying to sign in to …?": a device code may have been sent by somebody else.
    Confirm,
    Consent(Vec<&'static str>),
    Admin(Vec<&'static str>),
    Done,
}

/// Takes a form of one of the pages.
pub(super) async fn go_on(State(sign_in): State<SignIn>, request: Request) -> Response {
    let asked = Asked::read(&sign_in, request).await;
    let ticket = asked.field("ticket").unwrap_or_default().to_owned();
    let visit = sign_in.book().visits.get(&ticket).cloned();
    let fresh = visit.filter(|visit| asked.now.duration_since(visit.begun) < VISIT_LIFE);
    let Some(mut visit) = fresh else {
        let text = "Authentication failed due to flow token expired.";
        let refused = Refused::new("invalid_request", 50089, text);
        return reply::page(refused.status(), &page::refused(&refused, &asked.trace, ""));
    };
    match visit.take(&sign_in, &asked) {
        Ok(()) => sign_in.show(&asked, &ticket, visit, None),
        Err(Turn::Again(refused)) => sign_in.show(&asked, &ticket, visit, Some(&refused)),
        Err(Turn::Requested) => {
            reply::page(StatusCode::OK, &page::requested(&visit.scene(&sign_in, &ticket)))
        }
        Err(Turn::Back(refused)) => sign_in.end(&asked, &ticket, &visit, &refused),
    }
}

/// Why a form does not lead to the next page.
enum Turn {
    /// The same page once more, with a word.
    Again(Refused),
    /// The admins were asked.
    Requested,
    /// That was all.
    Back(Refused),
}

impl Visit {
    fn take(&mut self, sign_in: &SignIn, asked: &Asked) -> Result<(), Turn> {
        let stage = self.stage(sign_in).map_err(Turn::Again)?;
        match (asked.field("go").unwrap_or_default(), stage) {
            ("cancel", Stage::Account | Stage::Proof) => Err(Turn::Back(cancelled())),
            ("cancel", Stage::Confirm | Stage::Consent(_)) => Err(Turn::Back(self.declined())),
            ("cancel", Stage::Admin(_)) => Err(Turn::Back(self.admin_needed(sign_in))),
            ("request", Stage::Admin(_)) if sign_in.shared.plan.admin_workflow => Err(Turn::Requested),
            ("switch", _) => {
                (self.person, self.proved) = (None, false);
                Ok(())
            }
            ("next", Stage::Account) => self.choose(sign_in, asked),
            ("approve", Stage::Proof) => {
                self.proved = true;
                Ok(())
            }
            ("accept", Stage::Confirm) => {
                self.confirmed = true;
                Ok(())
            }
            ("accept", Stage::Consent(names)) => {
                self.grant(sign_in, &names, asked.field("organisation").is_some());
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn choose(&mut self, sign_in: &SignIn, asked: &Asked) -> Result<(), Turn> {
        let typed = asked.field("username").unwrap_or_default();
        let person = people::named(&sign_in.shared.tenant, typed).map_err(|refused| {
            self.hint = Some(typed.to_owned());
            Turn::Again(refused)
        })?;
        self.person = Some(person.id);
        let place = match self.purpose {
            Purpose::Code { .. } => Place::Authorize,
            Purpose::Device { .. } => Place::Devicelogin,
            Purpose::AdminConsent { .. } => Place::Adminconsent,
        };
        sign_in.book().strike(&sign_in.shared.plan.refusals, place, "").map_err(Turn::Back)
    }

    fn grant(&mut self, sign_in: &SignIn, names: &[&'static str], everybody: bool) {
        let (Some(app), Ok(person)) = (self.app(sign_in), self.person(sign_in)) else { return };
        let everybody = everybody || matches!(self.purpose, Purpose::AdminConsent { .. });
        let mut book = sign_in.book();
        if everybody && person.may_consent_for_all() {
            book.consents.grant_for_all(app, names);
        } else {
            book.consents.grant(app, &person.id, names);
        }
        (self.ask_again, self.confirmed) = (false, true);
    }

    fn stage(&self, sign_in: &SignIn) -> Result<Stage, Refused> {
        if self.person.is_none() {
            return Ok(Stage::Account);
        }
        let person = self.person(sign_in)?;
        let Some(app) = self.app(sign_in) else { return Ok(Stage::Account) };
        if !self.proved && (sign_in.shared.plan.multi_factor == MultiFactor::On || self.is_challenged()) {
            return Ok(Stage::Proof);
        }
        if let Purpose::AdminConsent { .. } = self.purpose {
            let names = consent::wanted(app, &self.scopes);
            return Ok(match (person.may_consent_for_all(), self.confirmed) {
                (false, _) => Stage::Admin(names),
                (true, false) => Stage::Consent(names),
                (true, true) => Stage::Done,
            });
        }
        let needed =
            sign_in.book().consents.needed(&sign_in.shared.plan, app, &person, &self.scopes, self.ask_again);
        Ok(match needed {
            Needed::Consent(names) => Stage::Consent(names),
            Needed::Admin(names) => Stage::Admin(names),
            Needed::Nothing if self.confirmed || !matches!(self.purpose, Purpose::Device { .. }) => {
                Stage::Done
            }
            Needed::Nothing => Stage::Confirm,
        })
    }

    /// Whether more is asked than being there (`xms_cc` says what the client can do, and asks nothing).
    fn is_challenged(&self) -> bool {
        let token =
            self.claims.as_ref().and_then(|claims| claims.get("access_token")).and_then(Value::as_object);
        token.is_some_and(|token| token.keys().any(|name| name != "xms_cc"))
    }

    fn person(&self, sign_in: &SignIn) -> Result<Person, Refused> {
        people::with_id(&sign_in.shared.tenant, self.person.as_deref().unwrap_or_default())
    }

    fn app<'a>(&self, sign_in: &'a SignIn) -> Option<&'a RegisteredApp> {
        sign_in.shared.plan.app(&self.client_id)
    }

    /// What the app hears when consent was declined. The two endpoints word it differently ("Admin consent on the
    /// Microsoft identity platform"; MicrosoftDocs/azure-docs issue 114009 shows `access_denied` there as well).
    fn declined(&self) -> Refused {
        let text = "The resource owner or authorization server denied the request.";
        match self.purpose {
            Purpose::AdminConsent { .. } => Refused::new("consent_required", 65004, text),
            _ => refusal::declined(),
        }
    }

    fn admin_needed(&self, sign_in: &SignIn) -> Refused {
        let organisation = sign_in.shared.tenant.organisation_name();
        let app = self.app(sign_in).map_or("", |app| app.name.as_str());
        let text = format!(
            "An administrator of {organisation} has set a policy that prevents you from granting {app} the permissions \
             it is requesting. Contact an administrator of {organisation}, who can grant permissions to this app on \
             your behalf."
        );
        let number = if sign_in.shared.plan.admin_workflow { 90095 } else { 90094 };
        Refused::new("access_denied", number, text)
    }

    fn grant_of(&self, person: &Person, now: Timestamp, nonce: Option<String>) -> Grant {
        Grant {
            client_id: self.client_id.clone(),
            user_id: person.id.clone(),
            scopes: self.scopes.clone(),
            nonce,
            claims: self.claims.clone(),
            signed_in: now,
        }
    }

    /// What every page of this sign-in shows.
    fn scene(&self, sign_in: &SignIn, ticket: &str) -> Scene {
        let leads_to = match &self.purpose {
            Purpose::Code { back, .. } | Purpose::AdminConsent { back } => vec![back.origin()],
            Purpose::Device { .. } => vec![],
        };
        Scene {
            action: format!("/{}/login", page::in_path(&self.tenant)),
            ticket: ticket.to_owned(),
            organisation: sign_in.shared.tenant.organisation_name(),
            app: self.app(sign_in).map(|app| app.name.clone()).unwrap_or_default(),
            person: self.person(sign_in).ok().map(|person| person.user_name),
            leads_to,
        }
    }
}

impl SignIn {
    /// Shows the first page.
    pub(super) fn begin(&self, asked: &Asked, visit: Visit) -> Response {
        match secret() {
            Ok(ticket) => {
                self.book().tidy(asked.now);
                self.show(asked, &ticket, visit, None)
            }
            Err(error) => {
                let refused = no_key(error);
                reply::page(refused.status(), &page::refused(&refused, &asked.trace, ""))
            }
        }
    }

    /// Shows the page that comes next, or ends the sign-in.
    fn show(&self, asked: &Asked, ticket: &str, mut visit: Visit, word: Option<&Refused>) -> Response {
        let (stage, gone) = match visit.stage(self) {
            Ok(stage) => (stage, None),
            // Deleted or blocked since he was chosen.
            Err(refused) => {
                visit.person = None;
                (Stage::Account, Some(refused))
            }
        };
        let scene = visit.scene(self, ticket);
        let shown = match &stage {
            Stage::Account => {
                let word = word.or(gone.as_ref()).map(|refused| (refused, &asked.trace));
                page::account(&scene, &people::offered(&self.shared.tenant), visit.hint.as_deref(), word)
            }
            Stage::Proof => page::proof(&scene),
            Stage::Confirm => page::confirm(&scene),
            Stage::Consent(names) => page::consent(&scene, names, &visit.scopes, visit.everybody(self)),
            Stage::Admin(names) => {
                page::admin(&scene, names, &visit.admin_needed(self), self.shared.plan.admin_workflow)
            }
            Stage::Done => return self.finish(asked, ticket, &visit),
        };
        self.book().visits.insert(ticket.to_owned(), visit);
        reply::page(StatusCode::OK, &shown)
    }

    fn finish(&self, asked: &Asked, ticket: &str, visit: &Visit) -> Response {
        let (person, code) =
            match visit.person(self).and_then(|person| Ok((person, secret().map_err(no_key)?))) {
                Ok(both) => both,
                Err(refused) => return self.end(asked, ticket, visit, &refused),
            };
        let mut book = self.book();
        book.visits.remove(ticket);
        match &visit.purpose {
            Purpose::Code { back, nonce, challenge } => {
                let code = format!("1.{code}");
                let row = Code {
                    grant: visit.grant_of(&person, asked.now, nonce.clone()),
                    redirect_uri: back.redirect_uri.clone(),
                    challenge: challenge.clone(),
                    issued: asked.now,
                    redeemed: false,
                };
                book.codes.insert(code.clone(), row);
                back.with(&[("code", &code)])
            }
            Purpose::Device { device_code } => {
                if let Some(device) = book.devices.get_mut(device_code) {
                    device.outcome = Outcome::Approved(Box::new(visit.grant_of(&person, asked.now, None)));
                }
                drop(book);
                reply::page(StatusCode::OK, &page::device_done(&visit.scene(self, ticket), true))
            }
            Purpose::AdminConsent { back } => {
                let tenant = self.shared.tenant.tenant_id();
                let names =
                    self.shared.plan.app(&visit.client_id).map(|app| consent::wanted(app, &visit.scopes));
                let scope = visit.scopes.answer(&names.unwrap_or_default());
                back.with(&[("admin_consent", "True"), ("tenant", &tenant), ("scope", &scope)])
            }
        }
    }

    /// Ends the sign-in with a refusal: for the app, or for the person alone.
    fn end(&self, asked: &Asked, ticket: &str, visit: &Visit, refused: &Refused) -> Response {
        self.book().visits.remove(ticket);
        match &visit.purpose {
            _ if refused.page => {
                let person = visit.scene(self, ticket).person.unwrap_or_default();
                reply::page(refused.status(), &page::refused(refused, &asked.trace, &person))
            }
            Purpose::Code { back, .. } => {
                let subcode: &[(&str, &str)] =
                    if refused.error == "access_denied" { &[("error_subcode", "cancel")] } else { &[] };
                back.refused(refused, &asked.trace, subcode)
            }
            // "Will be set to True to indicate that this response occurred on an admin consent flow."
            Purpose::AdminConsent { back } => {
                back.refused(refused, &asked.trace, &[("admin_consent", "True")])
            }
            Purpose::Device { device_code } => {
                if refused.error == "access_denied"
                    && let Some(device) = self.book().devices.get_mut(device_code)
                {
                    device.outcome = Outcome::Declined;
                    return reply::page(
                        StatusCode::OK,
                        &page::device_done(&visit.scene(self, ticket), false),
                    );
                }
                let person = visit.scene(self, ticket).person.unwrap_or_default();
                reply::page(refused.status(), &page::refused(refused, &asked.trace, &person))
            }
        }
    }
}

impl Visit {
    /// Whether the consent page offers to grant for everybody; `None` where that is what it is for.
    fn everybody(&self, sign_in: &SignIn) -> Option<bool> {
        match self.purpose {
            Purpose::AdminConsent { .. } => None,
            _ => Some(self.person(sign_in).is_ok_and(|person| person.may_consent_for_all())),
        }
    }
}

/// `error=access_denied&error_description=the+user+canceled+the+authentication`: no number.
fn cancelled() -> Refused {
    Refused::new("access_denied", 0, "the user canceled the authentication")
}

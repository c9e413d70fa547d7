//! The commands that sign in to a real organisation.

use std::sync::Arc;

use entra::{ClosingPages, Cloud, Session, SignIn, Wish};
use guest::Known;
use tokio_util::sync::CancellationToken;
use url::Url;

use super::{Answer, App, explained_by};
use crate::form::ticket;
use crate::language::word;
use crate::permissions;
use crate::real::{Entered, way};
use crate::view::{Category, CodeView, Nothing, Patient, Permit, Problem, ProblemCode, SignInWay, Status};

impl App {
    pub(super) async fn resume(&self, ask: Patient) -> Answer<Status> {
        self.waiting(ask.ticket, async |cancel| {
            let sign_in = self.discovered(&cancel).await?;
            // With nothing to go on with, the ways to sign in are what is left.
            let Some(kept) = self.real().take(sign_in.tenant_id()).await? else { return Ok(()) };
            let session = sign_in.resume(kept, &cancel).await?;
            self.enter(session).await
        })
        .await
    }

    pub(super) async fn sign_in_browser(&self, ask: Patient) -> Answer<Status> {
        self.waiting(ask.ticket, async |cancel| self.anew(&cancel).await).await
    }

    pub(super) async fn sign_in_code(&self, ask: Patient) -> Answer<CodeView> {
        let ticket = ticket(ask.ticket)?;
        let cancel = self.real().wait(&ticket);
        let begun = async {
            let sign_in = self.discovered(&cancel).await?;
            let code = sign_in.begin_code(&permissions::reading(), &cancel).await?;
            Ok::<_, Problem>((sign_in, code))
        }
        .await;
        self.real().waited(&ticket);
        let (sign_in, code) = begun?;
        let left = code.expires_at.duration_since(self.inner.clock.now()).as_secs();
        let view = CodeView {
            user_code: code.user_code.clone(),
            page: code.page.to_string(),
            seconds: u32::try_from(left).unwrap_or(0),
        };
        self.real().put_code(sign_in, code);
        Ok(view)
    }

    pub(super) async fn sign_in_code_wait(&self, ask: Patient) -> Answer<Status> {
        self.waiting(ask.ticket, async |cancel| {
            let expired = || Problem::here(Category::NotSignedIn, ProblemCode::CodeExpired);
            let (sign_in, code) = self.real().code().ok_or_else(expired)?;
            let session = sign_in.with_code(&code, &cancel).await;
            self.real().drop_code();
            self.enter(session?).await
        })
        .await
    }

    pub(super) async fn sign_in_azure_cli(&self, ask: Patient) -> Answer<Status> {
        self.waiting(ask.ticket, async |cancel| {
            let organisation = self.real().named().map(|named| named.organisation);
            let cloud = organisation.as_ref().map_or(Cloud::Global, |it| it.cloud.clone());
            let tenant = organisation.as_ref().map(|it| it.tenant.as_str());
            let signed_in = tokio::select! {
                () = cancel.cancelled() => return Err(cancelled()),
                signed_in = entra::AzureCli::sign_in(tenant, &cloud) => signed_in?,
            };
            let (credential, scopes, tenant_id) = signed_in;
            let entered = Entered {
                session: None,
                way: SignInWay::AzureCli,
                graph: self.real().graph(&cloud, credential)?,
                scopes: scopes.map_or(Known::Unknown, Known::Is),
                organisation,
            };
            self.take_seat(entered, tenant_id.as_deref()).await
        })
        .await
    }

    pub(super) async fn permit(&self, ask: Permit) -> Answer<Status> {
        let wanted = permissions::of(ask.remedy)?;
        self.waiting(ask.ticket, async |cancel| {
            let session = self.session()?;
            let mut scopes = session.scopes();
            scopes.extend(wanted.into_iter().filter(|it| !session.scopes().contains(it)));
            self.again(&session, scopes, None, &cancel).await
        })
        .await
    }

    pub(super) async fn prove(&self, ask: Patient) -> Answer<Status> {
        self.waiting(ask.ticket, async |cancel| {
            // Somebody may have been asked for more before he could sit down.
            if self.real().entered().is_none() {
                return self.anew(&cancel).await;
            }
            let session = self.session()?;
            self.again(&session, session.scopes(), self.real().challenge(), &cancel).await
        })
        .await
    }

    /// Somebody signs in, whoever it is.
    async fn anew(&self, cancel: &CancellationToken) -> Answer<()> {
        let (scopes, claims) = (permissions::reading(), self.real().challenge());
        let wish = Wish { scopes: &scopes, claims: claims.as_deref(), login_hint: None, expect_user: None };
        let session = self.by_browser(wish, cancel).await?;
        self.enter(session).await
    }

    /// The same person once more, at Microsoft's page.
    async fn again(
        &self,
        session: &Session,
        scopes: Vec<String>,
        claims: Option<String>,
        cancel: &CancellationToken,
    ) -> Answer<()> {
        self.engine().nothing_running()?;
        let (user, name) = (session.user_id(), session.user_name());
        let wish = Wish {
            scopes: &scopes,
            claims: claims.as_deref(),
            login_hint: name.as_deref(),
            expect_user: user.as_deref(),
        };
        let session = self.by_browser(wish, cancel).await?;
        self.enter(session).await
    }

    /// The session of a sign-in that can be asked for more.
    fn session(&self) -> Answer<Session> {
        // Nothing in particular was asked for: the Azure CLI cannot ask for anything.
        let fixed = ProblemCode::PermissionFixed { permissions: Vec::new() };
        let entered = self.real().entered();
        let entered =
            entered.ok_or_else(|| Problem::here(Category::NotSignedIn, ProblemCode::NotSignedIn))?;
        entered.session.ok_or_else(|| Problem::here(Category::Refused, fixed))
    }

    pub(super) async fn discovered(&self, cancel: &CancellationToken) -> Answer<SignIn> {
        let organisation = self.real().organisation()?;
        Ok(SignIn::discover(self.real().internet().clone(), &organisation, cancel).await?)
    }

    async fn by_browser(&self, wish: Wish<'_>, cancel: &CancellationToken) -> Answer<Session> {
        self.engine().nothing_running()?;
        let sign_in = self.discovered(cancel).await?;
        let opener = Arc::clone(&self.inner.opener);
        let open = move |url: &Url| opener.open_sign_in(url.as_str());
        Ok(sign_in.with_browser(wish, self.closing_pages(), &open, cancel).await?)
    }

    pub(super) fn closing_pages(&self) -> ClosingPages {
        let page = words::closing_pages(word(self.language()));
        ClosingPages {
            language_tag: page.language_tag,
            done_title: page.done_title,
            done_text: page.done_text,
            failed_title: page.failed_title,
            failed_text: page.failed_text,
        }
    }

    async fn enter(&self, session: Session) -> Answer<()> {
        let organisation = self.real().organisation()?;
        let entered = Entered {
            way: way(session.way()),
            graph: self.real().graph(&organisation.cloud, Arc::new(session.clone()))?,
            scopes: Known::Is(session.scopes()),
            session: Some(session.clone()),
            organisation: Some(organisation),
        };
        let tenant = session.tenant_id().to_owned();
        self.take_seat(entered, Some(&tenant)).await.map_err(|problem| explained_by(&session, problem))?;
        let entry = self.real().entry();
        self.real().keep(&session, entry).await;
        self.keep_renewals(session, entry);
        Ok(())
    }

    /// Sits down, and makes sure that it is in the organisation that was meant.
    async fn take_seat(&self, entered: Entered, tenant: Option<&str>) -> Answer<()> {
        let seated = self.engine().sign_in(self.real().connection(&entered)).await;
        let account = seated.inspect_err(|_| self.real().demand(entered.graph.challenge()))?;
        if let Some(expected) = tenant
            && !account.tenant_id.eq_ignore_ascii_case(expected)
        {
            self.engine().sign_out()?;
            self.real().leave();
            let (expected, found) = (expected.to_owned(), account.tenant_id);
            return Err(Problem::here(Category::Refused, ProblemCode::OtherOrganisation { expected, found }));
        }
        self.real().enter(entered);
        Ok(())
    }

    /// Microsoft gives a new refresh token with each use, and the newest is the one to keep (Microsoft identity
    /// platform: refresh tokens).
    fn keep_renewals(&self, session: Session, entry: u64) {
        let (app, mut renewed) = (Arc::downgrade(&self.inner), session.on_renewed());
        tokio::spawn(async move {
            while renewed.changed().await.is_ok() {
                let Some(inner) = app.upgrade() else { return };
                if inner.real.entry() != entry {
                    return;
                }
                inner.real.keep(&session, entry).await;
            }
        });
    }

    /// Does something a person may cancel, and answers how things stand then.
    async fn waiting(
        &self,
        asked: String,
        work: impl AsyncFnOnce(CancellationToken) -> Answer<()>,
    ) -> Answer<Status> {
        let ticket = ticket(asked)?;
        let cancel = self.real().wait(&ticket);
        let done = work(cancel).await;
        self.real().waited(&ticket);
        done?;
        self.status(Nothing {}).await
    }
}

fn cancelled() -> Problem {
    Problem::here(Category::Cancelled, ProblemCode::Cancelled)
}

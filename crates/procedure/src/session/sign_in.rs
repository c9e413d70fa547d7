//! Signing in, proving more, and signing out.

use std::sync::Arc;

use guest::Permission;
use tokio_util::sync::CancellationToken;

use super::{AuthenticationResult, Authority, SignInRequest};
use crate::engine::Engine;
use crate::plan::Plans;
use crate::problem::{ErrorKind, Problem};
use crate::signed_in::{Account, Connection, Generation, SignedIn};
use crate::tickets::Ticket;

impl<A: Authority> Engine<A> {
    /// Signs in to a connection that is handed in. Refused while a change is under way: it belongs to whoever began it.
    pub async fn sign_in(&self, connection: Connection) -> Result<Account, Problem> {
        let generation = self.begin_sign_in(&CancellationToken::new())?;
        let signed_in = self.read(connection, generation).await?;
        self.activate(signed_in, None)
    }

    /// Somebody signs in with the system's browser, whoever it is: to look things up, and answering a claims challenge
    /// if one waits.
    pub async fn sign_in_with_browser(&self, ticket: &str) -> Result<(), A::Error> {
        let ticket = self.ticket(ticket);
        self.sign_in_anew(ticket.cancellation()).await
    }

    async fn sign_in_anew(&self, cancel: &CancellationToken) -> Result<(), A::Error> {
        let (generation, organisation) = (self.begin_sign_in(cancel)?, self.organisation_to_sign_in_to()?);
        let (scopes, claims) = (reading(), self.state().session.challenge());
        let request = SignInRequest { scopes: &scopes, claims: claims.as_deref() };
        let result = self.authority.sign_in_with_browser(&organisation, request, cancel).await?;
        self.admit(generation, result).await
    }

    /// A code to sign in with on another device; [`Engine::sign_in_with_device_code`] waits for its use.
    pub async fn request_device_code(&self, ticket: &str) -> Result<A::DeviceCode, A::Error> {
        let ticket = self.ticket(ticket);
        let organisation = self.organisation_to_sign_in_to()?;
        let generation = self.state().session.begin();
        let code =
            self.authority.request_device_code(&organisation, &reading(), ticket.cancellation()).await?;
        self.state().session.put_device_code(generation, code.clone());
        Ok(code)
    }

    /// Waits until the code was used.
    pub async fn sign_in_with_device_code(&self, ticket: &str) -> Result<(), A::Error> {
        let ticket = self.ticket(ticket);
        let code = self.state().session.device_code();
        let (requested_by, code) = code.ok_or_else(|| Problem::from(ErrorKind::DeviceCodeExpired))?;
        let (generation, organisation) =
            (self.begin_sign_in(ticket.cancellation())?, self.organisation_to_sign_in_to()?);
        let result =
            self.authority.sign_in_with_device_code(&organisation, &code, ticket.cancellation()).await;
        self.state().session.drop_device_code(requested_by);
        self.admit(generation, result?).await
    }

    /// Uses the sign-in of the Azure CLI on this computer.
    pub async fn sign_in_with_azure_cli(&self, ticket: &str) -> Result<(), A::Error> {
        let ticket = self.ticket(ticket);
        let (generation, organisation) = (self.begin_sign_in(ticket.cancellation())?, self.organisation());
        let result =
            self.authority.sign_in_with_azure_cli(organisation.as_ref(), ticket.cancellation()).await?;
        self.admit(generation, result).await
    }

    /// Resumes the stored sign-in: no browser, no question. Where none is stored, nobody is signed in.
    pub async fn resume(&self, ticket: &str) -> Result<(), A::Error> {
        let ticket = self.ticket(ticket);
        let (generation, organisation) =
            (self.begin_sign_in(ticket.cancellation())?, self.organisation_to_sign_in_to()?);
        let Some(result) = self.authority.resume(&organisation, ticket.cancellation()).await? else {
            self.state().session.set_stored(false);
            return Ok(());
        };
        self.admit(generation, result).await
    }

    /// Asks whoever is signed in to grant these, on top of what was granted (incremental consent).
    pub async fn request_permissions(&self, wanted: &[Permission], ticket: &str) -> Result<(), A::Error> {
        let ticket = self.ticket(ticket);
        let credentials = self.credentials().ok_or_else(|| Problem::from(ErrorKind::NotSignedIn))?;
        let scopes: Vec<String> = wanted.iter().map(|permission| permission.least.to_owned()).collect();
        self.once_more(&credentials, SignInRequest { scopes: &scopes, claims: None }, ticket.cancellation())
            .await
    }

    /// Answers the claims challenge, if one waits: whoever is signed in signs in once more. A challenge may also have
    /// met somebody before they were signed in; then whoever comes answers it.
    pub async fn reauthenticate(&self, ticket: &str) -> Result<(), A::Error> {
        let ticket = self.ticket(ticket);
        let Some(credentials) = self.credentials() else {
            return self.sign_in_anew(ticket.cancellation()).await;
        };
        let claims = self.state().session.challenge();
        let request = SignInRequest { scopes: &[], claims: claims.as_deref() };
        self.once_more(&credentials, request, ticket.cancellation()).await
    }

    async fn once_more(
        &self,
        credentials: &A::Credentials,
        request: SignInRequest<'_>,
        cancel: &CancellationToken,
    ) -> Result<(), A::Error> {
        let generation = self.begin_sign_in(cancel)?;
        let result = self.authority.reauthenticate(credentials, request, cancel).await?;
        self.admit(generation, result).await
    }

    /// Signs out: of a sign-in nothing is left on this computer. Refused while a change is under way.
    pub async fn sign_out(&self) -> Result<(), A::Error> {
        let authenticated = self.credentials().is_some();
        self.deactivate()?;
        if authenticated { self.forget().await } else { Ok(()) }
    }

    /// Ends a sign-in to the organisation, and forgets the stored one. Whoever is signed in to a connection that was
    /// handed in stays.
    pub async fn leave_organisation(&self) -> Result<(), A::Error> {
        if self.credentials().is_some() {
            self.deactivate()?;
        } else {
            self.state().session.supersede();
        }
        self.forget().await
    }

    async fn forget(&self) -> Result<(), A::Error> {
        self.state().session.set_stored(false);
        self.storage.forget().await
    }

    /// The organisation one can sign in to.
    #[must_use]
    pub fn organisation(&self) -> Option<A::Organisation> {
        self.state().session.organisation().cloned()
    }

    fn organisation_to_sign_in_to(&self) -> Result<A::Organisation, Problem> {
        self.organisation().ok_or_else(|| ErrorKind::NoOrganisation.into())
    }

    /// Another organisation from now on. A sign-in to the one before is ended by [`Engine::leave_organisation`].
    pub fn set_organisation(&self, organisation: Option<A::Organisation>) {
        self.state().session.set_organisation(organisation);
    }

    /// Whether a sign-in is stored that can be resumed, as far as is known without asking the person.
    #[must_use]
    pub fn is_stored(&self) -> bool {
        self.state().session.is_stored()
    }

    /// Looks whether a sign-in is stored that can be resumed.
    pub fn look_for_stored(&self) {
        let stored = self.finds_stored();
        self.state().session.set_stored(stored);
    }

    fn finds_stored(&self) -> bool {
        self.organisation().is_some() && self.authority.is_stored()
    }

    /// Who is signed in.
    #[must_use]
    pub fn account(&self) -> Option<Account> {
        self.state().session.signed_in().map(|signed_in| signed_in.account.clone())
    }

    /// What the authority holds of whoever is signed in.
    #[must_use]
    pub fn credentials(&self) -> Option<A::Credentials> {
        self.state().session.credentials().cloned()
    }

    /// The device code under way.
    #[must_use]
    pub fn device_code(&self) -> Option<A::DeviceCode> {
        self.state().session.device_code().map(|(_, code)| code)
    }

    /// Who lets people in.
    #[must_use]
    pub fn authority(&self) -> &A {
        &self.authority
    }

    /// A ticket for something of the caller's own that a person may stop with [`Engine::cancel`].
    #[must_use]
    pub fn ticket(&self, name: &str) -> Ticket {
        self.tickets.open(name)
    }

    /// One sign-in at a time: whichever is still under way ends here, and with it its page and its port.
    fn begin_sign_in(&self, cancel: &CancellationToken) -> Result<Generation, Problem> {
        let mut state = self.state();
        state.nothing_running()?;
        std::mem::replace(&mut state.signing_in, cancel.clone()).cancel();
        Ok(state.session.begin())
    }

    /// Something else that has a page opened begins, such as asking for consent: it ends a sign-in that is under way, and
    /// the next one ends it.
    pub fn opens_a_page(&self, ticket: &Ticket) {
        std::mem::replace(&mut self.state().signing_in, ticket.cancellation().clone()).cancel();
    }

    /// Somebody was let in: asks Graph who it is, makes sure that it is the organisation that was meant, and signs them
    /// in.
    async fn admit(
        &self,
        generation: Generation,
        result: AuthenticationResult<A::Credentials>,
    ) -> Result<(), A::Error> {
        let AuthenticationResult { connection, tenant_id, credentials } = result;
        let signed_in = self.read(connection, generation).await;
        let signed_in = signed_in.map_err(|problem| self.authority.explain(&credentials, problem))?;
        let found = &signed_in.account.tenant_id;
        if let Some(expected) = tenant_id
            && !found.eq_ignore_ascii_case(&expected)
        {
            let found = found.clone();
            return Err(Problem::from(ErrorKind::OtherOrganisation { expected, found }).into());
        }
        self.activate(signed_in, Some(credentials.clone()))?;
        self.storage.keep_stored(credentials, generation).await;
        Ok(())
    }

    async fn read(&self, connection: Connection, generation: Generation) -> Result<SignedIn, Problem> {
        let read = SignedIn::read(connection, generation, &CancellationToken::new()).await;
        read.inspect_err(|problem| self.state().session.note(generation, problem))
    }

    fn activate(&self, signed_in: SignedIn, credentials: Option<A::Credentials>) -> Result<Account, Problem> {
        let (account, stored) = (signed_in.account.clone(), self.finds_stored());
        let mut state = self.state();
        state.nothing_running()?;
        state.session.activate(Arc::new(signed_in), credentials, stored)?;
        state.plans = Plans::default();
        self.feed.clear();
        self.batches.clear();
        Ok(account)
    }

    fn deactivate(&self) -> Result<(), Problem> {
        let mut state = self.state();
        state.nothing_running()?;
        // What is under way is for whoever leaves; it asks nothing more.
        self.tickets.cancel_all();
        state.session.deactivate();
        state.plans = Plans::default();
        self.feed.clear();
        self.batches.clear();
        Ok(())
    }
}

/// What a sign-in asks for: to look things up, and nothing else.
fn reading() -> Vec<String> {
    guest::READING.iter().map(|permission| permission.least.to_owned()).collect()
}

//! What is asked of whoever lets people in.

use std::convert::Infallible;

use async_trait::async_trait;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::problem::{ErrorKind, Problem};
use crate::signed_in::Connection;

/// Lets people in to an organisation, and keeps their sign-in on this computer for the next start. Who is signed in
/// it does not know: that is the session's.
#[async_trait]
pub trait Authority: Send + Sync + 'static {
    /// An organisation one can sign in to.
    type Organisation: Clone + Send + Sync;
    /// What it holds of somebody who is signed in.
    type Credentials: Clone + Send + Sync;
    /// A code that is typed on another device.
    type DeviceCode: Clone + Send + Sync;
    /// Why somebody is not let in.
    type Error: From<Problem> + Send;

    /// Somebody signs in with the system's browser, whoever it is.
    async fn sign_in_with_browser(
        &self,
        organisation: &Self::Organisation,
        request: SignInRequest<'_>,
        cancel: &CancellationToken,
    ) -> Result<AuthenticationResult<Self::Credentials>, Self::Error>;

    /// A code to sign in with on another device.
    async fn request_device_code(
        &self,
        organisation: &Self::Organisation,
        scopes: &[String],
        cancel: &CancellationToken,
    ) -> Result<Self::DeviceCode, Self::Error>;

    /// Waits until the code was used.
    async fn sign_in_with_device_code(
        &self,
        organisation: &Self::Organisation,
        code: &Self::DeviceCode,
        cancel: &CancellationToken,
    ) -> Result<AuthenticationResult<Self::Credentials>, Self::Error>;

    /// The sign-in of the Azure CLI on this computer; for the organisation it has, when none is configured.
    async fn sign_in_with_azure_cli(
        &self,
        organisation: Option<&Self::Organisation>,
        cancel: &CancellationToken,
    ) -> Result<AuthenticationResult<Self::Credentials>, Self::Error>;

    /// The sign-in that was stored for this organisation, without a browser. None when there is none for it.
    async fn resume(
        &self,
        organisation: &Self::Organisation,
        cancel: &CancellationToken,
    ) -> Result<Option<AuthenticationResult<Self::Credentials>>, Self::Error>;

    /// The same person once more, with the system's browser: the scopes are added to those that were granted, and
    /// somebody else's answer is refused.
    async fn reauthenticate(
        &self,
        credentials: &Self::Credentials,
        request: SignInRequest<'_>,
        cancel: &CancellationToken,
    ) -> Result<AuthenticationResult<Self::Credentials>, Self::Error>;

    /// A problem with Graph, as it is seen with these credentials: they may know better why a token is no longer
    /// accepted.
    fn explain(&self, credentials: &Self::Credentials, problem: Problem) -> Self::Error;

    /// Whether a sign-in seems to be stored. Asks the person nothing, and does not wait.
    fn is_stored(&self) -> bool;

    /// Stores the sign-in for the next start. That this fails takes nothing away from the sign-in itself.
    async fn store(&self, credentials: &Self::Credentials);

    /// Removes everything of a sign-in from this computer, and looks whether it is gone.
    async fn forget(&self) -> Result<(), Self::Error>;

    /// Changes whenever there is something newer to store; none for credentials that are never stored.
    fn renewals(&self, credentials: &Self::Credentials) -> Option<watch::Receiver<u64>>;
}

/// What a sign-in is asked for.
#[derive(Debug, Clone, Copy)]
pub struct SignInRequest<'a> {
    /// Permissions, by Microsoft's names.
    pub scopes: &'a [String],
    /// The claims challenge that is to be answered, as JSON text.
    pub claims: Option<&'a str>,
}

/// Somebody was let in.
#[derive(Debug, Clone)]
pub struct AuthenticationResult<C> {
    /// The way to Microsoft Graph.
    pub connection: Connection,
    /// The tenant it must be for; none when any will do.
    pub tenant_id: Option<String>,
    /// What the authority holds of it.
    pub credentials: C,
}

/// Nobody: one can be signed in to a connection that is handed in, and no other way.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoAuthority;

#[async_trait]
impl Authority for NoAuthority {
    type Organisation = Infallible;
    type Credentials = Infallible;
    type DeviceCode = Infallible;
    type Error = Problem;

    async fn sign_in_with_browser(
        &self,
        organisation: &Infallible,
        _request: SignInRequest<'_>,
        _cancel: &CancellationToken,
    ) -> Result<AuthenticationResult<Infallible>, Problem> {
        match *organisation {}
    }

    async fn request_device_code(
        &self,
        organisation: &Infallible,
        _scopes: &[String],
        _cancel: &CancellationToken,
    ) -> Result<Infallible, Problem> {
        match *organisation {}
    }

    async fn sign_in_with_device_code(
        &self,
        organisation: &Infallible,
        _code: &Infallible,
        _cancel: &CancellationToken,
    ) -> Result<AuthenticationResult<Infallible>, Problem> {
        match *organisation {}
    }

    async fn sign_in_with_azure_cli(
        &self,
        _organisation: Option<&Infallible>,
        _cancel: &CancellationToken,
    ) -> Result<AuthenticationResult<Infallible>, Problem> {
        Err(ErrorKind::NoOrganisation.into())
    }

    async fn resume(
        &self,
        organisation: &Infallible,
        _cancel: &CancellationToken,
    ) -> Result<Option<AuthenticationResult<Infallible>>, Problem> {
        match *organisation {}
    }

    async fn reauthenticate(
        &self,
        credentials: &Infallible,
        _request: SignInRequest<'_>,
        _cancel: &CancellationToken,
    ) -> Result<AuthenticationResult<Infallible>, Problem> {
        match *credentials {}
    }

    fn explain(&self, credentials: &Infallible, _problem: Problem) -> Problem {
        match *credentials {}
    }

    fn is_stored(&self) -> bool {
        false
    }

    async fn store(&self, credentials: &Infallible) {
        match *credentials {}
    }

    async fn forget(&self) -> Result<(), Problem> {
        Ok(())
    }

    fn renewals(&self, credentials: &Infallible) -> Option<watch::Receiver<u64>> {
        match *credentials {}
    }
}

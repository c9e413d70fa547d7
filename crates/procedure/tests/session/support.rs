//! An engine on the practice tenant, and an authority whose answers a test gives when it likes.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use azure_core::credentials::{AccessToken, TokenCredential, TokenRequestOptions};
use azure_core::time::{Duration, OffsetDateTime};
use graph::{Changed, Endpoint, Graph, TowerTransport};
use guest::{Known, WhyRefused};
use journal::{Journal, OrganisationKind};
use practice::{Behaviour, FaultFile, Tenant};
use procedure::{
    AuthenticationResult, Authority, Connection, Engine, ErrorKind, Problem, RandomIds, SignInRequest,
};
use serde_json::{Value, json};
use tokio::sync::{oneshot, watch};
use tokio_util::sync::CancellationToken;

/// A guest without main address: one remedy repairs them.
pub(crate) const PIETER: &str = "pieter@northwindtraders.com";

/// Who is let in: a persona of the practice tenant.
#[derive(Debug, Clone)]
pub(crate) struct Credentials {
    pub(crate) persona: String,
    renewals: Arc<watch::Sender<u64>>,
}

/// Lets in whom the test says, when the test says so, and writes down what was asked of it.
pub(crate) struct Scripted {
    tenant: Tenant,
    answers: Mutex<VecDeque<oneshot::Receiver<Credentials>>>,
    asked: Mutex<Vec<String>>,
    /// The tenant it says its sign-ins are for.
    tenant_id: Mutex<Option<String>>,
    /// The permissions that the last sign-in asked for.
    scopes: Mutex<Vec<String>>,
}

/// The time of day, without the waiting.
struct NoWaiting;

#[async_trait]
impl clock::Clock for NoWaiting {
    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::now()
    }

    async fn sleep(&self, _: std::time::Duration) {
        tokio::task::yield_now().await;
    }

    fn jitter(&self) -> f64 {
        0.5
    }
}

#[derive(Debug)]
struct Persona(String);

#[async_trait]
impl TokenCredential for Persona {
    async fn get_token(
        &self,
        _: &[&str],
        _: Option<TokenRequestOptions<'_>>,
    ) -> azure_core::Result<AccessToken> {
        let ends = OffsetDateTime::now_utc() + Duration::hours(1);
        Ok(AccessToken::new(format!("practice.{}", self.0), ends))
    }
}

/// A connection to the practice tenant as one of its personas.
pub(crate) fn connection(tenant: &Tenant, persona: &str) -> Connection {
    let transport = Arc::new(TowerTransport::new(tenant.clone()));
    let credential = Arc::new(Persona(persona.to_owned()));
    Connection {
        graph: Graph::new(transport, credential, Endpoint::global(), Arc::new(NoWaiting)),
        kind: OrganisationKind::Practice,
        scopes: Known::Unknown,
        may_request_permissions: false,
        has_traces: false,
        unseen_roles: false,
        read_only: false,
    }
}

impl Scripted {
    fn note(&self, what: String) {
        self.asked.lock().unwrap().push(what);
    }

    async fn answer(&self, cancel: &CancellationToken) -> Result<AuthenticationResult<Credentials>, Problem> {
        let answer = self.answers.lock().unwrap().pop_front().unwrap();
        let credentials = tokio::select! {
            () = cancel.cancelled() => return Err(ErrorKind::Cancelled.into()),
            // A test that drops its answer means: refused.
            credentials = answer => credentials.map_err(|_| Problem::from(ErrorKind::MissingRight { why: WhyRefused::NotKnown }))?,
        };
        let connection = connection(&self.tenant, &credentials.persona);
        let tenant_id = self.tenant_id.lock().unwrap().clone();
        Ok(AuthenticationResult { connection, tenant_id, credentials })
    }
}

#[async_trait]
impl Authority for Scripted {
    type Organisation = &'static str;
    type Credentials = Credentials;
    type DeviceCode = &'static str;
    type Error = Problem;

    async fn sign_in_with_browser(
        &self,
        organisation: &&'static str,
        request: SignInRequest<'_>,
        cancel: &CancellationToken,
    ) -> Result<AuthenticationResult<Credentials>, Problem> {
        self.note(format!("browser at {organisation}, claims {:?}", request.claims));
        *self.scopes.lock().unwrap() = request.scopes.to_vec();
        self.answer(cancel).await
    }

    async fn request_device_code(
        &self,
        _: &&'static str,
        scopes: &[String],
        _: &CancellationToken,
    ) -> Result<&'static str, Problem> {
        *self.scopes.lock().unwrap() = scopes.to_vec();
        Ok("ABCD-EFGH")
    }

    async fn sign_in_with_device_code(
        &self,
        _: &&'static str,
        code: &&'static str,
        cancel: &CancellationToken,
    ) -> Result<AuthenticationResult<Credentials>, Problem> {
        self.note(format!("code {code}"));
        self.answer(cancel).await
    }

    async fn sign_in_with_azure_cli(
        &self,
        _: Option<&&'static str>,
        cancel: &CancellationToken,
    ) -> Result<AuthenticationResult<Credentials>, Problem> {
        self.note("azure cli".to_owned());
        self.answer(cancel).await
    }

    async fn resume(
        &self,
        _: &&'static str,
        _: &CancellationToken,
    ) -> Result<Option<AuthenticationResult<Credentials>>, Problem> {
        Ok(None)
    }

    async fn reauthenticate(
        &self,
        credentials: &Credentials,
        request: SignInRequest<'_>,
        cancel: &CancellationToken,
    ) -> Result<AuthenticationResult<Credentials>, Problem> {
        let SignInRequest { scopes, claims } = request;
        self.note(format!("{} again, scopes {scopes:?}, claims {claims:?}", credentials.persona));
        self.answer(cancel).await
    }

    fn explain(&self, _: &Credentials, problem: Problem) -> Problem {
        problem
    }

    fn is_stored(&self) -> bool {
        true
    }

    async fn store(&self, credentials: &Credentials) {
        self.note(format!("stored {}", credentials.persona));
    }

    async fn forget(&self) -> Result<(), Problem> {
        self.note("forgotten".to_owned());
        Ok(())
    }

    fn renewals(&self, credentials: &Credentials) -> Option<watch::Receiver<u64>> {
        Some(credentials.renewals.subscribe())
    }
}

/// The answer to one sign-in, in the test's hands. To drop it is to refuse.
pub(crate) struct Door(oneshot::Sender<Credentials>);

impl Door {
    /// Lets this persona in. What is returned says that a newer refresh token came.
    pub(crate) fn lets_in(self, persona: &str) -> Arc<watch::Sender<u64>> {
        let renewals = Arc::new(watch::Sender::new(0));
        let credentials = Credentials { persona: persona.to_owned(), renewals: Arc::clone(&renewals) };
        // Nobody waits behind it where the sign-in was stopped.
        drop(self.0.send(credentials));
        renewals
    }
}

/// One engine, its tenant and its authority.
pub(crate) struct Story {
    pub(crate) engine: Engine<Scripted>,
    pub(crate) tenant: Tenant,
}

impl Story {
    pub(crate) fn new() -> Self {
        Self::behaving(Behaviour::default())
    }

    /// On a tenant whose answers take a moment.
    pub(crate) fn slow() -> Self {
        let latency = Some(std::time::Duration::from_millis(5));
        Self::behaving(Behaviour { latency, ..Behaviour::default() })
    }

    fn behaving(behaviour: Behaviour) -> Self {
        let tenant = Tenant::start(Tenant::built_in().unwrap(), behaviour);
        let authority = Scripted {
            tenant: tenant.clone(),
            answers: Mutex::default(),
            asked: Mutex::default(),
            tenant_id: Mutex::default(),
            scopes: Mutex::default(),
        };
        let journal = Journal::in_memory().unwrap();
        let engine = Engine::with_authority(journal, Arc::new(NoWaiting), Arc::new(RandomIds), authority);
        engine.set_organisation(Some("contoso"));
        Self { engine, tenant }
    }

    /// The answer to the next sign-in that asks.
    pub(crate) fn door(&self) -> Door {
        let (door, answer) = oneshot::channel();
        self.engine.authority().answers.lock().unwrap().push_back(answer);
        Door(door)
    }

    /// A sign-in with the browser that has come to Microsoft's page, and its answer.
    pub(crate) async fn at_the_page(
        &self,
        ticket: &'static str,
    ) -> (tokio::task::JoinHandle<Result<(), Problem>>, Door) {
        let (door, engine, before) = (self.door(), self.engine.clone(), self.asked().len());
        let waiting = tokio::spawn(async move { engine.sign_in_with_browser(ticket).await });
        while self.asked().len() == before {
            tokio::task::yield_now().await;
        }
        (waiting, door)
    }

    /// Somebody is signed in by the authority.
    pub(crate) async fn signed_in(&self, persona: &str) -> Arc<watch::Sender<u64>> {
        let renewals = self.door().lets_in(persona);
        self.engine.sign_in_with_browser("signed in").await.unwrap();
        renewals
    }

    /// Somebody practises.
    pub(crate) async fn practises(&self, persona: &str) {
        self.engine.sign_in(connection(&self.tenant, persona)).await.unwrap();
    }

    /// The persona who is signed in.
    pub(crate) fn who(&self) -> Option<String> {
        let account = self.engine.account()?;
        self.tenant.personas().into_iter().find(|it| it.user_id == account.user_id).map(|it| it.key)
    }

    /// What was asked of the authority, in order.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.engine.authority().asked.lock().unwrap().clone()
    }

    /// The permissions that the last sign-in asked for.
    pub(crate) fn scopes(&self) -> Vec<String> {
        self.engine.authority().scopes.lock().unwrap().clone()
    }

    /// Waits until the authority was asked this.
    pub(crate) async fn until_asked(&self, times: usize, what: &str) {
        for _ in 0..10_000 {
            if self.asked().iter().filter(|asked| *asked == what).count() == times {
                return;
            }
            tokio::task::yield_now().await;
        }
        panic!("not asked {times} times for {what:?}: {:?}", self.asked());
    }

    /// The authority's sign-ins are for this tenant.
    pub(crate) fn is_for_tenant(&self, tenant_id: &str) {
        *self.engine.authority().tenant_id.lock().unwrap() = Some(tenant_id.to_owned());
    }

    /// The next request of this form is refused with a claims challenge.
    pub(crate) fn challenges(&self, method: &str, path: &str) {
        let faults = json!([{ "method": method, "path": path, "nth": 1, "do": "claims" }]);
        self.faults(&faults);
    }

    pub(crate) fn faults(&self, faults: &Value) {
        let text = json!({ "version": 1, "faults": faults }).to_string();
        self.tenant.set_faults(FaultFile::read(&text).unwrap());
    }

    /// Looks somebody up.
    pub(crate) async fn find(&self, address: &str) -> Result<procedure::Examination, Problem> {
        self.engine.find(address, None, None, "find").await
    }
}

/// A claims challenge, with what it wants to be proved.
pub(crate) fn claims(problem: &Problem) -> String {
    assert_eq!(problem.changed, Changed::No);
    match &problem.kind {
        ErrorKind::StepUpRequired { claims } => claims.clone(),
        other @ (ErrorKind::NobodyWithUserName { .. }
        | ErrorKind::NobodyWithId { .. }
        | ErrorKind::Address { .. }
        | ErrorKind::ChoiceInvalid(_)
        | ErrorKind::TypedTextDiffers { .. }
        | ErrorKind::PlanUsed
        | ErrorKind::PlanStale
        | ErrorKind::ChangeRunning
        | ErrorKind::NotForThisGuest
        | ErrorKind::TenantChanged { .. }
        | ErrorKind::GuestGone
        | ErrorKind::GroupNotWritable { .. }
        | ErrorKind::GroupGone { .. }
        | ErrorKind::OwnerNoMore { .. }
        | ErrorKind::AddressConflict { .. }
        | ErrorKind::ReturnRefused { .. }
        | ErrorKind::ObjectConflict { .. }
        | ErrorKind::MissingRight { .. }
        | ErrorKind::OnlyInPractice
        | ErrorKind::GuestsMayNotSearch
        | ErrorKind::ServerRefused
        | ErrorKind::TracingNotSetUp
        | ErrorKind::GroupWithoutMail { .. }
        | ErrorKind::InvitationRefused { .. }
        | ErrorKind::InvitationOtherAccount { .. }
        | ErrorKind::NotInvited { .. }
        | ErrorKind::InvitedSomebodyElse { .. }
        | ErrorKind::GuestAccepted
        | ErrorKind::CannotUndo
        | ErrorKind::RecordDamaged
        | ErrorKind::RecordNotWhole
        | ErrorKind::ChangedSince
        | ErrorKind::Cancelled
        | ErrorKind::Unreachable
        | ErrorKind::AnswerLost
        | ErrorKind::NotVisibleInTime
        | ErrorKind::ServerUnavailable { .. }
        | ErrorKind::Throttled
        | ErrorKind::NotSignedIn
        | ErrorKind::SignInExpired
        | ErrorKind::NoOrganisation
        | ErrorKind::OtherOrganisation { .. }
        | ErrorKind::DeviceCodeExpired
        | ErrorKind::SwitchedOff
        | ErrorKind::PermissionMissing { .. }
        | ErrorKind::AnswerMalformed
        | ErrorKind::Journal(_)
        | ErrorKind::SurveyNotKept(_)
        | ErrorKind::Internal(_)) => panic!("no claims challenge: {other:?}"),
    }
}

//! The tenant itself: takes a request, finds out who asks, answers, and remembers.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use jiff::Timestamp;
use serde_json::Value;

use crate::account::Account;
use crate::authenticator::{Authenticator, Principal, Rejection};
use crate::behaviour::Behaviour;
use crate::consents::Consents;
use crate::error::ErrorResponse;
use crate::exchange::{AdminAct, AdminPlace, AdminRefusal};
use crate::fault::{FaultFile, FaultPlan};
use crate::handler::{Delivery, Handler, Inner};
use crate::organisation::{Organisation, Persona, TenantFileError};
use crate::response::Response;
use crate::state::State;
use crate::state_file::{self, StateError};
use crate::throttle::Budgets;
use crate::versions::View;
use crate::wire::{self, Exchange};

/// The connection broke: a `drop-before` or `drop-after` fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the connection was dropped")]
pub struct Dropped;

/// A practice tenant. Clones share one state.
#[derive(Clone)]
pub struct Tenant(Arc<Shared>);

struct Shared {
    behaviour: Behaviour,
    origin: Organisation,
    path: Option<PathBuf>,
    round_trips: AtomicU64,
    /// Apart from the state: who a token is for is asked while that is locked.
    consents: Consents,
    inner: Mutex<Inner>,
}

impl Tenant {
    /// The built-in organisation.
    pub fn built_in() -> Result<Organisation, TenantFileError> {
        Organisation::read(include_str!("../scenarios/contoso.json"))
    }

    /// A tenant in memory.
    #[must_use]
    pub fn start(file: Organisation, behaviour: Behaviour) -> Self {
        let state = State::new(file.clone().fresh((behaviour.clock)()));
        Self::with(state, file, behaviour, None)
    }

    /// A tenant that keeps its state in a file: written whole after each change, beside and renamed. A file
    /// that is newer, damaged or another organisation's is refused and never rewritten.
    pub fn open(state: &Path, file: Organisation, behaviour: Behaviour) -> Result<Self, StateError> {
        let saved = state_file::read(state, &file)?;
        let now = saved.unwrap_or_else(|| file.clone().fresh((behaviour.clock)()));
        Ok(Self::with(State::new(now), file, behaviour, Some(state.to_owned())))
    }

    fn with(state: State, origin: Organisation, behaviour: Behaviour, path: Option<PathBuf>) -> Self {
        let inner =
            Inner { state, faults: FaultPlan::default(), budgets: Budgets::default(), recorded: vec![] };
        let round_trips = AtomicU64::new(0);
        let (consents, inner) = (Consents::default(), Mutex::new(inner));
        Self(Arc::new(Shared { behaviour, origin, path, round_trips, consents, inner }))
    }

    /// Back to the file it began with; what was agreed to since is gone with it.
    pub fn start_over(&self) -> Result<(), StateError> {
        let mut inner = self.inner();
        let file = self.0.origin.clone().fresh((self.0.behaviour.clock)());
        if let Some(path) = &self.0.path {
            state_file::write(path, file.clone())?;
        }
        inner.state = State::new(file);
        self.0.consents.clear();
        Ok(())
    }

    /// The people to sign in as, with what they agreed to since.
    #[must_use]
    pub fn personas(&self) -> Vec<Persona> {
        self.0.origin.personas().into_iter().map(|persona| self.0.consents.of(persona)).collect()
    }

    /// Somebody who may agree did: the app may do this too when the persona uses it, until the run ends or the
    /// organisation starts over.
    pub fn consent(&self, persona: &str, scopes: &[String]) {
        self.0.consents.add(persona, scopes);
    }

    /// Somebody writes to this group, and what Exchange notes of it can be traced.
    pub fn send_to_group(&self, id: &str) -> Result<(), AdminRefusal> {
        let behaviour = &self.0.behaviour;
        let (now, message) = ((behaviour.clock)(), (behaviour.ids)());
        let mut inner = self.inner();
        if !inner.state.send_to_group(id, now, View::new(now, behaviour.replication), message) {
            return Err(AdminRefusal::NoSuchObject);
        }
        self.save(&inner.state).map_err(|_| AdminRefusal::NotKept)
    }

    /// Does what somebody in Exchange or on premises would do to this object.
    pub fn in_an_admins_place(
        &self,
        place: AdminPlace,
        id: &str,
        act: &AdminAct,
    ) -> Result<(), AdminRefusal> {
        let behaviour = &self.0.behaviour;
        let now = (behaviour.clock)();
        let mut inner = self.inner();
        inner.state.in_an_admins_place(place, id, act, now, View::new(now, behaviour.replication))?;
        self.save(&inner.state).map_err(|_| AdminRefusal::NotKept)
    }

    /// The organisation's display name.
    #[must_use]
    pub fn organisation_name(&self) -> String {
        self.0.origin.name()
    }

    /// The tenant id.
    #[must_use]
    pub fn tenant_id(&self) -> String {
        self.0.origin.tenant_id()
    }

    /// Replaces the plan of faults; all counts start anew.
    pub fn set_faults(&self, faults: FaultFile) {
        self.inner().faults = FaultPlan::new(faults);
    }

    /// Every outer request and its response so far, if [`Behaviour::record`] is set.
    #[must_use]
    pub fn recorded(&self) -> Vec<Exchange> {
        self.inner().recorded.clone()
    }

    /// How many outer requests were handled.
    #[must_use]
    pub fn round_trips(&self) -> u64 {
        self.0.round_trips.load(Ordering::SeqCst)
    }

    /// The whole present state, as a tenant file; synthetic guests by number only.
    #[must_use]
    pub fn snapshot(&self) -> Value {
        serde_json::to_value(self.inner().state.to_file()).unwrap_or(Value::Null)
    }

    /// The organisation it began with.
    #[must_use]
    pub fn organisation(&self) -> &Organisation {
        &self.0.origin
    }

    /// What its clock says.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        (self.0.behaviour.clock)()
    }

    /// The account with this object id, as it is now.
    #[must_use]
    pub fn account(&self, user_id: &str) -> Option<Account> {
        Account::with_id(&self.inner().state, user_id)
    }

    /// The account that signs in under this name: a user principal name, or a guest's own address.
    #[must_use]
    pub fn account_named(&self, user_name: &str) -> Option<Account> {
        Account::with_name(&self.inner().state, user_name)
    }

    /// The domain that every organisation has first.
    #[must_use]
    pub fn first_domain(&self) -> String {
        self.inner().state.default_domain()
    }

    /// Whether a domain is a verified one of the organisation.
    #[must_use]
    pub fn is_verified_domain(&self, domain: &str) -> bool {
        self.inner().state.is_verified_domain(domain)
    }

    /// A panic in one request must not stop the tenant: its state is only replaced whole.
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Handles one outer request; how long to wait before the response goes out comes beside it.
    fn process(
        &self,
        http_request: &http::Request<Bytes>,
        authenticator: &dyn Authenticator,
    ) -> (Duration, Result<http::Response<Bytes>, Dropped>) {
        self.0.round_trips.fetch_add(1, Ordering::SeqCst);
        let behaviour = &self.0.behaviour;
        let request_id = (behaviour.ids)().to_string();
        let mut inner = self.inner();
        let before = inner.state.seq;
        let delivery = match wire::read(http_request, request_id.clone()) {
            Ok(request) => {
                let mut delivery =
                    Handler { behaviour, inner: &mut inner, authenticator }.handle(&request, http_request);
                if inner.state.seq != before
                    && let Err(error) = self.save(&inner.state)
                {
                    delivery.response = Response::refusing(error, &request, (behaviour.clock)());
                }
                wire::finish(&mut delivery.response, &request, (behaviour.clock)());
                delivery
            }
            Err(error) => Delivery::now(self.refusal(error, http_request, request_id)),
        };
        if behaviour.record {
            inner.recorded.push(wire::exchange(http_request, &delivery.response, delivery.dropped));
        }
        let delay = delivery.delay + behaviour.latency.unwrap_or_default();
        if delivery.dropped {
            return (delay, Err(Dropped));
        }
        (delay, Ok(wire::http_response(delivery.response)))
    }

    /// The refusal of a request that was not taken in.
    fn refusal(
        &self,
        error: ErrorResponse,
        http_request: &http::Request<Bytes>,
        request_id: String,
    ) -> Response {
        let now = (self.0.behaviour.clock)();
        let request = wire::unreadable(http_request, request_id);
        let mut response = Response::refusing(error, &request, now);
        wire::finish(&mut response, &request, now);
        response
    }

    /// The refusal of a request whose body is longer than [`LARGEST_BODY`](crate::LARGEST_BODY), for a server that read
    /// no further.
    #[must_use]
    pub fn too_large(&self, parts: http::request::Parts) -> http::Response<Bytes> {
        let http_request = http::Request::from_parts(parts, Bytes::new());
        let request_id = (self.0.behaviour.ids)().to_string();
        wire::http_response(self.refusal(ErrorResponse::too_large(), &http_request, request_id))
    }

    fn save(&self, state: &State) -> Result<(), ErrorResponse> {
        let Some(path) = &self.0.path else { return Ok(()) };
        state_file::write(path, state.to_file()).map_err(|error| {
            tracing::error!(%error, "the practice tenant could not keep its state");
            ErrorResponse::new(500, "InternalServerError", "The practice tenant could not keep its state.")
        })
    }

    /// Handles an outer request whose token this authenticator knows. As a [`tower::Service`] the tenant takes
    /// `practice.<persona>`.
    pub async fn handle(
        &self,
        http_request: http::Request<Bytes>,
        authenticator: &dyn Authenticator,
    ) -> Result<http::Response<Bytes>, Dropped> {
        let (delay, result) = self.process(&http_request, authenticator);
        if !delay.is_zero() {
            tokio::time::sleep(delay).await;
        }
        result
    }
}

impl tower::Service<http::Request<Bytes>> for Tenant {
    type Response = http::Response<Bytes>;
    type Error = Dropped;
    type Future = Pin<Box<dyn Future<Output = Result<http::Response<Bytes>, Dropped>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Dropped>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, http_request: http::Request<Bytes>) -> Self::Future {
        let tenant = self.clone();
        Box::pin(async move { tenant.handle(http_request, &tenant).await })
    }
}

/// In process there is nothing to sign in to: `practice.<persona>` opens. A claims challenge strikes one request
/// and is forgotten, because a persona has no way to answer it.
impl Authenticator for Tenant {
    fn authenticate(&self, token: &str, _: Timestamp) -> Result<Principal, Rejection> {
        let persona = token
            .strip_prefix("practice.")
            .and_then(|key| self.personas().into_iter().find(|persona| persona.key == key))
            .ok_or(Rejection::Invalid)?;
        Ok(Principal { user_id: persona.user_id, roles: Some(persona.roles), scopes: persona.scopes })
    }

    fn challenged(&self, _: &str, _: Timestamp) {}
}

impl std::fmt::Debug for Tenant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tenant").field("organisation", &self.organisation_name()).finish_non_exhaustive()
    }
}

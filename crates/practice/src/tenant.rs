//! The tenant itself: takes a request, finds out who asks, answers, and remembers.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use serde_json::Value;

use crate::behaviour::Behaviour;
use crate::call::{Answer, Asked};
use crate::fault::{Fault, FaultFile, Mishap, Plan};
use crate::gate::{self, Gate};
use crate::keep::{self, StateError};
use crate::organisation::{Organisation, Persona, TenantFileError};
use crate::permission::Caller;
use crate::problem::Problem;
use crate::routes::{self, Desk};
use crate::state::State;
use crate::throttle::{Meter, cost};
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
    inner: Mutex<Inner>,
}

pub(crate) struct Inner {
    state: State,
    faults: Plan,
    meter: Meter,
    recorded: Vec<Exchange>,
}

/// What becomes of one request, outer or inside a batch.
struct Struck {
    answer: Answer,
    delay: Duration,
    dropped: bool,
}

/// Who asks, and the gate he came in by.
struct Admitted<'a> {
    caller: Caller,
    token: &'a str,
    gate: &'a dyn Gate,
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
        let kept = keep::read(state, &file)?;
        let now = kept.unwrap_or_else(|| file.clone().fresh((behaviour.clock)()));
        Ok(Self::with(State::new(now), file, behaviour, Some(state.to_owned())))
    }

    fn with(state: State, origin: Organisation, behaviour: Behaviour, path: Option<PathBuf>) -> Self {
        let inner = Inner { state, faults: Plan::default(), meter: Meter::default(), recorded: vec![] };
        let round_trips = AtomicU64::new(0);
        Self(Arc::new(Shared { behaviour, origin, path, round_trips, inner: Mutex::new(inner) }))
    }

    /// Back to the file it began with.
    pub fn start_over(&self) -> Result<(), StateError> {
        let mut inner = self.inner();
        let file = self.0.origin.clone().fresh((self.0.behaviour.clock)());
        if let Some(path) = &self.0.path {
            keep::write(path, file.clone())?;
        }
        inner.state = State::new(file);
        Ok(())
    }

    /// The people to sign in as.
    #[must_use]
    pub fn personas(&self) -> Vec<Persona> {
        self.0.origin.personas()
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
        self.inner().faults = Plan::new(faults);
    }

    /// Every outer request and answer so far, if [`Behaviour::record`] is set.
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

    /// Reads the present truth.
    #[cfg(feature = "server")]
    pub(crate) fn look<T>(&self, read: impl FnOnce(&State) -> T) -> T {
        read(&self.inner().state)
    }

    /// The file it began with.
    #[cfg(feature = "server")]
    pub(crate) fn origin(&self) -> &Organisation {
        &self.0.origin
    }

    /// What its clock says.
    #[cfg(feature = "server")]
    pub(crate) fn now(&self) -> jiff::Timestamp {
        (self.0.behaviour.clock)()
    }

    /// A panic in one request must not stop the tenant: its state is only replaced whole.
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Handles one outer request; how long to wait before the answer goes out comes beside it.
    fn handle(
        &self,
        request: &Request<Bytes>,
        gate: &dyn Gate,
    ) -> (Duration, Result<Response<Bytes>, Dropped>) {
        self.0.round_trips.fetch_add(1, Ordering::SeqCst);
        let behaviour = &self.0.behaviour;
        let request_id = (behaviour.ids)().to_string();
        let mut inner = self.inner();
        let before = inner.state.seq;
        let struck = match wire::read(request, request_id.clone()) {
            Ok(asked) => {
                let mut struck = self.outer(&mut inner, &asked, request, gate);
                if inner.state.seq != before
                    && let Err(problem) = self.keep(&inner.state)
                {
                    struck.answer = problem.answer(&asked, (behaviour.clock)());
                }
                wire::finish(&mut struck.answer, &asked, (behaviour.clock)());
                struck
            }
            Err(problem) => {
                let asked = wire::unreadable(request, request_id);
                let mut answer = problem.answer(&asked, (behaviour.clock)());
                wire::finish(&mut answer, &asked, (behaviour.clock)());
                Struck { answer, delay: Duration::ZERO, dropped: false }
            }
        };
        if behaviour.record {
            inner.recorded.push(wire::exchange(request, &struck.answer, struck.dropped));
        }
        let delay = struck.delay + behaviour.latency.unwrap_or_default();
        if struck.dropped {
            return (delay, Err(Dropped));
        }
        (delay, Ok(wire::response(struck.answer)))
    }

    fn keep(&self, state: &State) -> Result<(), Problem> {
        let Some(path) = &self.0.path else { return Ok(()) };
        keep::write(path, state.to_file()).map_err(|error| {
            tracing::error!(%error, "the practice tenant could not keep its state");
            Problem::new(500, "InternalServerError", "The practice tenant could not keep its state.")
        })
    }

    fn outer(&self, inner: &mut Inner, asked: &Asked, request: &Request<Bytes>, gate: &dyn Gate) -> Struck {
        let admitted = match self.admit(inner, request, gate) {
            Ok(admitted) => admitted,
            Err(problem) => return Struck::now(problem.answer(asked, (self.0.behaviour.clock)())),
        };
        if asked.segments == ["$batch"] && asked.method == "POST" {
            self.batch(inner, asked, &admitted)
        } else {
            self.one(inner, asked, &admitted)
        }
    }

    fn batch(&self, inner: &mut Inner, asked: &Asked, admitted: &Admitted<'_>) -> Struck {
        let now = (self.0.behaviour.clock)();
        let fault = admitted.strike(inner, asked);
        if fault.as_ref().is_some_and(|fault| fault.what == Mishap::DropBefore) {
            return Struck { dropped: true, ..Struck::now(Answer::no_content()) };
        }
        let mut struck = match fault.as_ref().and_then(Fault::refusal) {
            Some(problem) => Struck::now(problem.answer(asked, now)),
            None => self.items(inner, asked, admitted),
        };
        if let Some(fault) = fault {
            struck.delay += Duration::from_millis(fault.ms.unwrap_or(0));
            struck.dropped |= fault.what == Mishap::DropAfter;
            fault.spoil(&mut struck.answer, asked);
        }
        struck
    }

    fn items(&self, inner: &mut Inner, asked: &Asked, admitted: &Admitted<'_>) -> Struck {
        let now = (self.0.behaviour.clock)();
        let items = match routes::unpack(asked) {
            Ok(items) => items,
            Err(problem) => return Struck::now(problem.answer(asked, now)),
        };
        let mut answers: Vec<(String, Answer)> = Vec::new();
        let (mut delay, mut dropped) = (Duration::ZERO, false);
        for item in items {
            let failed = |id: &String| {
                answers.iter().any(|(done, answer)| done.eq_ignore_ascii_case(id) && answer.status >= 400)
            };
            let mut answer = match &item.asked {
                // "If an individual request fails, any request that depends on that request fails with
                // status code 424 (Failed Dependency)."
                _ if item.depends_on.iter().any(failed) => {
                    let text = "The request was not executed because a request it depends on failed.";
                    Problem::new(424, "FailedDependency", text).answer(asked, now)
                }
                Err(problem) => problem.clone().answer(asked, now),
                Ok(inner_asked) => {
                    let struck = self.one(inner, inner_asked, admitted);
                    delay += struck.delay;
                    dropped |= struck.dropped;
                    struck.answer
                }
            };
            wire::finish_inner(&mut answer, item.asked.as_ref().ok());
            answers.push((item.id, answer));
        }
        Struck { answer: routes::pack(answers, self.0.behaviour.batch_order), delay, dropped }
    }

    /// One request that is no batch, with the fault that is planned for it.
    fn one(&self, inner: &mut Inner, asked: &Asked, admitted: &Admitted<'_>) -> Struck {
        let behaviour = &self.0.behaviour;
        let (now, caller) = ((behaviour.clock)(), &admitted.caller);
        let fault = admitted.strike(inner, asked);
        let mishap = fault.as_ref().map(|fault| fault.what);
        let mut struck = Struck::now(Answer::no_content());
        if mishap == Some(Mishap::DropBefore) {
            struck.dropped = true;
            return struck;
        }
        let refusal = fault.as_ref().and_then(Fault::refusal);
        let refusal = refusal.or_else(|| inner.meter.spend(behaviour.throttle, cost(asked), now));
        let mut view = View::new(now, behaviour.replication);
        if mishap == Some(Mishap::Stale) {
            view = view.before(inner.state.seq);
        }
        let outcome = match refusal {
            Some(problem) => Err(problem),
            None => {
                routes::dispatch(&mut Desk { state: &mut inner.state, behaviour, caller, now, view }, asked)
            }
        };
        struck.answer = outcome.unwrap_or_else(|problem| problem.answer(asked, now));
        if let Some(fault) = fault {
            struck.delay = Duration::from_millis(fault.ms.unwrap_or(0));
            struck.dropped = fault.what == Mishap::DropAfter;
            fault.spoil(&mut struck.answer, asked);
        }
        struck
    }

    /// `Authorization: Bearer <token>`; which tokens open is for the gate to say.
    fn admit<'a>(
        &self,
        inner: &Inner,
        request: &'a Request<Bytes>,
        gate: &'a dyn Gate,
    ) -> Result<Admitted<'a>, Problem> {
        let header = request.headers().get(http::header::AUTHORIZATION);
        let header = header.ok_or_else(|| Problem::unauthorised("Access token is empty."))?;
        let bearer = header.to_str().ok().and_then(|text| text.split_once(' '));
        let (_, token) =
            bearer.filter(|(kind, _)| kind.eq_ignore_ascii_case("bearer")).ok_or_else(gate::invalid)?;
        let token = token.trim();
        let pass = gate.admit(token, (self.0.behaviour.clock)())?;
        // Somebody who was deleted meanwhile can no longer sign in.
        let user = inner.state.users.latest(&pass.user_id).ok_or_else(gate::invalid)?;
        let roles = pass.roles.clone().unwrap_or_else(|| inner.state.roles_of(&pass.user_id));
        Ok(Admitted { caller: Caller::new(pass, roles, &user), token, gate })
    }

    /// Handles a request that came in by this gate.
    pub(crate) async fn through(
        &self,
        request: Request<Bytes>,
        gate: &dyn Gate,
    ) -> Result<Response<Bytes>, Dropped> {
        let (delay, result) = self.handle(&request, gate);
        if !delay.is_zero() {
            tokio::time::sleep(delay).await;
        }
        result
    }
}

impl Admitted<'_> {
    /// The fault whose turn it is. The gate hears of a claims challenge: only it knows when it is answered.
    fn strike(&self, inner: &mut Inner, asked: &Asked) -> Option<Fault> {
        let fault = inner.faults.strike(asked);
        if fault.as_ref().is_some_and(|fault| fault.what == Mishap::Claims) {
            self.gate.challenged(self.token);
        }
        fault
    }
}

impl Struck {
    fn now(answer: Answer) -> Self {
        Self { answer, delay: Duration::ZERO, dropped: false }
    }
}

impl tower::Service<Request<Bytes>> for Tenant {
    type Response = Response<Bytes>;
    type Error = Dropped;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Bytes>, Dropped>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Dropped>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Bytes>) -> Self::Future {
        let tenant = self.clone();
        Box::pin(async move { tenant.through(request, &tenant.0.origin).await })
    }
}

impl std::fmt::Debug for Tenant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tenant").field("organisation", &self.organisation_name()).finish_non_exhaustive()
    }
}

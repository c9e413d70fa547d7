//! Carries out one request: for whom, with which fault, and how its response is delivered.

use std::time::Duration;

use bytes::Bytes;

use crate::authenticator::{Authenticator, Rejection};
use crate::behaviour::Behaviour;
use crate::error::ErrorResponse;
use crate::fault::{Fault, FaultKind, FaultPlan};
use crate::permission::Caller;
use crate::request::Request;
use crate::response::Response;
use crate::routes::{self, RequestContext};
use crate::state::State;
use crate::throttle::{Budgets, Spent};
use crate::versions::View;
use crate::wire::{self, Exchange};

/// What requests to a tenant change.
pub(crate) struct Inner {
    pub(crate) state: State,
    pub(crate) faults: FaultPlan,
    pub(crate) budgets: Budgets,
    pub(crate) recorded: Vec<Exchange>,
}

/// What becomes of one request, outer or inside a batch: the response, how late it comes, and whether it comes.
pub(crate) struct Delivery {
    pub(crate) response: Response,
    pub(crate) delay: Duration,
    pub(crate) dropped: bool,
}

/// One request's way through the tenant.
pub(crate) struct Handler<'a> {
    pub(crate) behaviour: &'a Behaviour,
    pub(crate) inner: &'a mut Inner,
    pub(crate) authenticator: &'a dyn Authenticator,
}

/// Who asks, and with which token.
struct Authenticated<'a> {
    caller: Caller,
    token: &'a str,
}

impl Handler<'_> {
    /// Handles an outer request, a batch or any other.
    pub(crate) fn handle(&mut self, request: &Request, http_request: &http::Request<Bytes>) -> Delivery {
        let now = (self.behaviour.clock)();
        let authenticated = match self.authenticate(http_request) {
            Ok(authenticated) => authenticated,
            Err(error) => return Delivery::now(Response::refusing(error, request, now)),
        };
        if request.segments == ["$batch"] && request.method == "POST" {
            self.batch(request, &authenticated)
        } else {
            self.one(request, &authenticated)
        }
    }

    /// `Authorization: Bearer <token>`; which tokens open is for the authenticator to say.
    fn authenticate<'r>(
        &self,
        http_request: &'r http::Request<Bytes>,
    ) -> Result<Authenticated<'r>, ErrorResponse> {
        let header = http_request.headers().get(http::header::AUTHORIZATION);
        let header = header.ok_or_else(|| ErrorResponse::unauthorised("Access token is empty."))?;
        let bearer = header.to_str().ok().and_then(|text| text.split_once(' '));
        let (_, token) =
            bearer.filter(|(kind, _)| kind.eq_ignore_ascii_case("bearer")).ok_or(Rejection::Invalid)?;
        let token = token.trim();
        let principal = self.authenticator.authenticate(token, (self.behaviour.clock)())?;
        // Somebody who was deleted meanwhile can no longer sign in.
        let state = &self.inner.state;
        let user = state.users.latest(&principal.user_id).ok_or(Rejection::Invalid)?;
        let mut roles = principal.roles.clone().unwrap_or_else(|| state.roles_of(&principal.user_id));
        let now = View::new((self.behaviour.clock)(), self.behaviour.replication);
        roles.extend(state.roles_through_groups(&principal.user_id, now));
        Ok(Authenticated { caller: Caller::new(principal, roles, &user), token })
    }

    fn batch(&mut self, request: &Request, authenticated: &Authenticated<'_>) -> Delivery {
        let now = (self.behaviour.clock)();
        let fault = self.next_fault(request, authenticated);
        if fault.as_ref().is_some_and(|fault| fault.kind == FaultKind::DropBefore) {
            return Delivery { dropped: true, ..Delivery::now(Response::no_content()) };
        }
        let mut delivery = match fault.as_ref().and_then(Fault::error) {
            Some(error) => Delivery::now(Response::refusing(error, request, now)),
            None => self.items(request, authenticated),
        };
        if let Some(fault) = fault {
            delivery.delay += Duration::from_millis(fault.ms.unwrap_or(0));
            delivery.dropped |= fault.kind == FaultKind::DropAfter;
            fault.corrupt(&mut delivery.response, request);
        }
        delivery
    }

    fn items(&mut self, request: &Request, authenticated: &Authenticated<'_>) -> Delivery {
        let now = (self.behaviour.clock)();
        let items = match routes::unpack(request) {
            Ok(items) => items,
            Err(error) => return Delivery::now(Response::refusing(error, request, now)),
        };
        let mut responses: Vec<(String, Response)> = Vec::new();
        let (mut delay, mut dropped) = (Duration::ZERO, false);
        for item in items {
            let failed = |id: &String| {
                responses
                    .iter()
                    .any(|(done, response)| done.eq_ignore_ascii_case(id) && response.status >= 400)
            };
            let mut response = match &item.request {
                // "If an individual request fails, any request that depends on that request fails with
                // status code 424 (Failed Dependency)." (concepts/json-batching)
                _ if item.depends_on.iter().any(failed) => {
                    let text = "The request was not executed because a request it depends on failed.";
                    let error = ErrorResponse::new(424, "FailedDependency", text);
                    Response::refusing(error, request, now)
                }
                Err(error) => Response::refusing(error.clone(), request, now),
                Ok(inner_request) => {
                    let delivery = self.one(inner_request, authenticated);
                    delay += delivery.delay;
                    dropped |= delivery.dropped;
                    delivery.response
                }
            };
            wire::finish_inner(&mut response, item.request.as_ref().ok());
            responses.push((item.id, response));
        }
        Delivery { response: routes::pack(responses, self.behaviour.batch_order), delay, dropped }
    }

    /// One request that is no batch, with the fault that is planned for it.
    fn one(&mut self, request: &Request, authenticated: &Authenticated<'_>) -> Delivery {
        let (behaviour, caller) = (self.behaviour, &authenticated.caller);
        let now = (behaviour.clock)();
        let fault = self.next_fault(request, authenticated);
        let kind = fault.as_ref().map(|fault| fault.kind);
        let mut delivery = Delivery::now(Response::no_content());
        if kind == Some(FaultKind::DropBefore) {
            delivery.dropped = true;
            return delivery;
        }
        let inner = &mut *self.inner;
        let error = fault.as_ref().and_then(Fault::error);
        let spent =
            if error.is_none() { inner.budgets.spend(request, behaviour, now) } else { Spent::default() };
        let error = error.or(spent.refused);
        let mut view = View::new(now, behaviour.replication);
        if kind == Some(FaultKind::Stale) {
            view = view.before(inner.state.seq);
        }
        let result = if let Some(error) = error {
            Err(error)
        } else {
            let mut context = RequestContext { state: &mut inner.state, behaviour, caller, now, view };
            routes::dispatch(&mut context, request)
        };
        delivery.response = result.unwrap_or_else(|error| Response::refusing(error, request, now));
        if let Some(share) = spent.hint {
            delivery.response.headers.push(("x-ms-throttle-limit-percentage".into(), format!("{share:.2}")));
        }
        if let Some(fault) = fault {
            delivery.delay = Duration::from_millis(fault.ms.unwrap_or(0));
            delivery.dropped = fault.kind == FaultKind::DropAfter;
            fault.corrupt(&mut delivery.response, request);
        }
        delivery
    }

    /// The fault that this request is due. The authenticator hears of a claims challenge: only it knows when that is
    /// answered.
    fn next_fault(&mut self, request: &Request, authenticated: &Authenticated<'_>) -> Option<Fault> {
        let fault = self.inner.faults.next_fault(request);
        if fault.as_ref().is_some_and(|fault| fault.kind == FaultKind::Claims) {
            self.authenticator.challenged(authenticated.token, (self.behaviour.clock)());
        }
        fault
    }
}

impl Delivery {
    /// At once, and undamaged.
    pub(crate) fn now(response: Response) -> Self {
        Self { response, delay: Duration::ZERO, dropped: false }
    }
}

//! What stands between our client and the practice tenant: a transport that does what the schedule says.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use azure_core::credentials::{AccessToken, TokenCredential, TokenRequestOptions};
use azure_core::time::OffsetDateTime;
use bytes::Bytes;
use graph::{Transport, TransportError};
use practice::Tenant;
use scripted_graph::JumpingClock;
use serde_json::Value;
use tokio::sync::Notify;
use tower::ServiceExt;

use crate::acts::Screen;
use crate::answers::{Refusal, spoil, spoil_items};
use crate::fault::Fault;
use crate::injector::Injector;
use crate::place::{Directory, locked};
use crate::rows::Rows;
use crate::somebody::{About, Somebody};
use crate::truth::{Account, Truth};

/// Longer than any time-out.
const TOO_LONG: Duration = Duration::from_mins(5);

/// What is kept of an answer, to be shown.
const KEPT_OF_AN_ANSWER: usize = 1000;

/// The admin's token.
#[derive(Debug)]
pub(crate) struct Token;

#[async_trait]
impl TokenCredential for Token {
    async fn get_token(
        &self,
        _: &[&str],
        _: Option<TokenRequestOptions<'_>>,
    ) -> azure_core::Result<AccessToken> {
        Ok(AccessToken::new("practice.admin", OffsetDateTime::now_utc()))
    }
}

/// The wire.
pub(crate) struct Wire {
    pub(crate) directory: Directory,
    pub(crate) clock: JumpingClock,
    pub(crate) injector: Mutex<Injector>,
    /// The directory as it stood when the act began, where somebody is to see it.
    pub(crate) frozen: Mutex<Option<Tenant>>,
    /// Told when the app is killed.
    pub(crate) killed: Notify,
    pub(crate) screen: Screen,
    /// Whom everything is about.
    pub(crate) about: Mutex<About>,
    /// The accounts that we invited, and those that somebody else did.
    pub(crate) invited: Mutex<Invited>,
    /// The accounts that somebody else invited, as they were then.
    pub(crate) as_invited: Mutex<BTreeMap<String, Account>>,
    /// What somebody else did.
    pub(crate) meanwhile: Mutex<Vec<Somebody>>,
    /// The journal's rows, where they can fail.
    pub(crate) rows: Option<Arc<Rows>>,
}

/// Ids of invited accounts.
#[derive(Debug, Default)]
pub(crate) struct Invited {
    pub(crate) ours: Vec<String>,
    pub(crate) foreign: Vec<String>,
}

fn lost(why: &str) -> TransportError {
    TransportError::Lost { why: why.to_owned(), obstacle: None }
}

#[async_trait]
impl Transport for Wire {
    async fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, TransportError> {
        if !locked(&self.injector).on {
            return self.pass_on(self.directory.tenant(), request).await;
        }
        if let Some(rows) = &self.rows {
            rows.release();
        }
        let target = request.uri().path_and_query().map_or("", http::uri::PathAndQuery::as_str).to_owned();
        let (at, fault) = locked(&self.injector).request(request.method().as_str(), &target, request.body());
        if locked(&self.injector).is_endless() {
            return self.die().await;
        }
        let answer = match fault {
            Some(fault) => self.failing(at, request, fault).await,
            None => self.deliver(at, request).await,
        };
        self.write_down(at, &answer);
        answer
    }
}

impl Wire {
    /// To this directory, and nothing goes wrong yet.
    pub(crate) fn new(
        directory: Directory,
        clock: &JumpingClock,
        about: About,
        rows: Option<Arc<Rows>>,
    ) -> Self {
        Self {
            directory,
            clock: clock.clone(),
            injector: Mutex::default(),
            frozen: Mutex::default(),
            killed: Notify::new(),
            screen: Screen::default(),
            about: Mutex::new(about),
            invited: Mutex::default(),
            as_invited: Mutex::default(),
            meanwhile: Mutex::default(),
            rows,
        }
    }

    async fn failing(
        &self,
        at: usize,
        request: http::Request<Bytes>,
        fault: Fault,
    ) -> Result<http::Response<Bytes>, TransportError> {
        match fault {
            Fault::Unsent => Err(TransportError::NotSent { why: "no connection".to_owned(), obstacle: None }),
            Fault::ResetBefore => Err(lost("connection reset")),
            Fault::ResetAfter => {
                self.deliver(at, request).await?;
                Err(lost("connection reset"))
            }
            Fault::Slow => {
                self.deliver(at, request).await?;
                self.clock.pass(TOO_LONG);
                Err(lost("timed out"))
            }
            Fault::Status { acted, .. } => {
                if acted {
                    self.deliver(at, request).await?;
                }
                self.refuse(fault)
            }
            Fault::Claims => self.refuse(fault),
            Fault::Answer(how) => Ok(spoil(&self.deliver(at, request).await?, how)),
            Fault::TooLarge => {
                self.deliver(at, request).await?;
                Err(TransportError::TooLarge)
            }
            Fault::Stale => self.pass_on(self.as_it_was(), request).await,
            Fault::KillBefore => self.die().await,
            Fault::KillAfter => {
                self.deliver(at, request).await?;
                self.die().await
            }
            Fault::Stop => {
                if let Some(stop) = &*locked(&self.screen.stop) {
                    stop();
                }
                self.deliver(at, request).await
            }
            Fault::Locked => {
                if let Some(rows) = &self.rows {
                    rows.lock();
                }
                self.deliver(at, request).await
            }
            Fault::Somebody(somebody) => {
                self.let_act(somebody).await;
                self.deliver(at, request).await
            }
            Fault::Missing | Fault::DiskFull => self.deliver(at, request).await,
        }
    }

    fn refuse(&self, fault: Fault) -> Result<http::Response<Bytes>, TransportError> {
        Refusal::of(fault, &self.clock).map(Refusal::response).ok_or_else(|| lost("no such status"))
    }

    /// The directory as it stood when the act began.
    fn as_it_was(&self) -> Tenant {
        locked(&self.frozen).clone().unwrap_or_else(|| self.directory.tenant())
    }

    async fn let_act(&self, somebody: Somebody) {
        let about = locked(&self.about).clone();
        let invited = somebody.act(&self.directory, &about).await;
        locked(&self.meanwhile).push(somebody);
        if let Some(id) = invited {
            let mut known = locked(&self.invited);
            let new = !known.ours.contains(&id) && !known.foreign.contains(&id) && id != about.guest;
            if new {
                known.foreign.push(id.clone());
                let made = Truth::of(&self.directory.tenant()).live.remove(&id);
                locked(&self.as_invited).extend(made.map(|account| (id.clone(), account)));
                locked(&self.injector).names.insert(id, "foreign".to_owned());
            }
        }
    }

    /// The tenant takes it; items of a batch that are due a fault are answered otherwise.
    async fn deliver(
        &self,
        at: usize,
        request: http::Request<Bytes>,
    ) -> Result<http::Response<Bytes>, TransportError> {
        let due = if request.uri().path().ends_with("/$batch") {
            locked(&self.injector).items(at, request.body())
        } else {
            Vec::new()
        };
        let again = due.iter().any(|(_, fault)| *fault == Fault::Stale).then(|| request.clone());
        let answer = self.pass_on(self.directory.tenant(), request).await?;
        self.note_what_it_did(at, &answer);
        if due.is_empty() {
            return Ok(answer);
        }
        let stale = match again {
            Some(request) => self.pass_on(self.as_it_was(), request).await.ok(),
            None => None,
        };
        Ok(spoil_items(&answer, stale.as_ref(), &due, &self.clock))
    }

    async fn pass_on(
        &self,
        tenant: Tenant,
        request: http::Request<Bytes>,
    ) -> Result<http::Response<Bytes>, TransportError> {
        tenant.oneshot(request).await.map_err(|error| lost(&error.to_string()))
    }

    fn note_what_it_did(&self, at: usize, answer: &http::Response<Bytes>) {
        let mut injector = locked(&self.injector);
        let Some(seen) = injector.trace.get_mut(at).filter(|seen| seen.changes) else { return };
        seen.acted = answer.status().is_success();
        if !seen.acted {
            return;
        }
        let body: Value = serde_json::from_slice(answer.body()).unwrap_or(Value::Null);
        let Some(id) = body["invitedUser"]["id"].as_str().map(str::to_owned) else { return };
        let mut invited = locked(&self.invited);
        let mut about = locked(&self.about);
        // Whoever has a name was there before: an invitation that is sent again makes nobody.
        if !injector.names.contains_key(&id) && !invited.foreign.contains(&id) && id != about.guest {
            invited.ours.push(id.clone());
            let name =
                if invited.ours.len() == 1 { "new".to_owned() } else { format!("new{}", invited.ours.len()) };
            injector.names.insert(id.clone(), name);
            about.new = Some(id);
        }
    }

    fn write_down(&self, at: usize, answer: &Result<http::Response<Bytes>, TransportError>) {
        let line = match answer {
            Ok(answer) => {
                let body = answer.body();
                let begins = String::from_utf8_lossy(&body[..body.len().min(KEPT_OF_AN_ANSWER)]);
                format!("{} {begins}", answer.status().as_u16())
            }
            Err(error) => error.to_string(),
        };
        if let Some(seen) = locked(&self.injector).trace.get_mut(at) {
            seen.answered = line;
        }
    }

    /// Nothing of the app goes on from here.
    async fn die<T>(&self) -> T {
        self.killed.notify_one();
        std::future::pending().await
    }
}

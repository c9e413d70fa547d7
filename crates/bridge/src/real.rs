//! The organisation one signs in to for real: which it is, the sign-in, and what is kept of it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use azure_core::credentials::TokenCredential;
use clock::Clock;
use entra::{DeviceCode, Kept, KeyringStore, Managed, Organisation, Session, SignIn, Vault, VaultError, Way};
use graph::{Endpoint, Graph, InternetTransport};
use guest::Known;
use internet::Internet;
use journal::OrganisationKind;
use procedure::Connection;
use tokio::sync::OnceCell;
use tokio_util::sync::CancellationToken;

use crate::organisation::Named;
use crate::view::{Category, Keeping, NotRemoved, OrganisationSource, Problem, ProblemCode, SignInWay};

/// Everything about real organisations.
pub(crate) struct Real {
    internet: Internet,
    clock: Arc<dyn Clock>,
    folder: PathBuf,
    managed: Managed,
    keyring: Option<Arc<KeyringStore>>,
    vault: OnceCell<Vault>,
    /// To keep and to forget take turns: a renewal that is late must not write again what was just removed.
    turn: tokio::sync::Mutex<()>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    named: Option<Named>,
    entered: Option<Entered>,
    code: Option<(SignIn, DeviceCode)>,
    waiting: HashMap<String, CancellationToken>,
    /// What Microsoft wanted to be proved before it let somebody sit down: for his next sign-in.
    challenge: Option<String>,
    /// Counts how often somebody came or left.
    entry: u64,
    /// A sign-in is kept that was not gone on with in this run.
    stored: bool,
}

/// A sign-in that is in force.
#[derive(Clone)]
pub(crate) struct Entered {
    /// None where the Azure CLI holds it.
    pub(crate) session: Option<Session>,
    pub(crate) way: SignInWay,
    pub(crate) graph: Graph,
    pub(crate) scopes: Known<Vec<String>>,
    pub(crate) organisation: Option<Organisation>,
}

impl Real {
    pub(crate) fn new(
        internet: Internet,
        keyring: Option<Arc<KeyringStore>>,
        clock: Arc<dyn Clock>,
        folder: &Path,
        managed: Managed,
    ) -> Self {
        let source = OrganisationSource::Managed;
        let named = managed.organisation.clone().map(|organisation| Named { organisation, source });
        let state = Mutex::new(State { named, ..State::default() });
        Self {
            internet,
            clock,
            folder: folder.to_owned(),
            managed,
            keyring,
            vault: OnceCell::new(),
            turn: tokio::sync::Mutex::default(),
            state,
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(crate) fn managed(&self) -> &Managed {
        &self.managed
    }

    pub(crate) fn internet(&self) -> &Internet {
        &self.internet
    }

    pub(crate) fn named(&self) -> Option<Named> {
        self.state().named.clone()
    }

    /// The organisation to sign in to.
    pub(crate) fn organisation(&self) -> Result<Organisation, Problem> {
        let none = || Problem::here(Category::BadInput, ProblemCode::NoOrganisation);
        self.named().map(|named| named.organisation).ok_or_else(none)
    }

    /// Another organisation from now on. What the machine's administrator chose cannot be changed.
    pub(crate) fn name(&self, named: Option<Named>) -> Result<(), Problem> {
        self.may_name()?;
        self.state().named = named;
        Ok(())
    }

    pub(crate) fn may_name(&self) -> Result<(), Problem> {
        if self.managed.organisation.is_some() {
            return Err(Problem::here(Category::Refused, ProblemCode::OrganisationManaged));
        }
        Ok(())
    }

    pub(crate) fn entered(&self) -> Option<Entered> {
        self.state().entered.clone()
    }

    /// Changes whenever somebody comes or leaves.
    pub(crate) fn entry(&self) -> u64 {
        self.state().entry
    }

    /// A ticket under which something waits for a person.
    pub(crate) fn wait(&self, ticket: &str) -> CancellationToken {
        let token = CancellationToken::new();
        self.state().waiting.insert(ticket.to_owned(), token.clone());
        token
    }

    pub(crate) fn waited(&self, ticket: &str) {
        self.state().waiting.remove(ticket);
    }

    pub(crate) fn cancel(&self, ticket: &str) {
        if let Some(token) = self.state().waiting.get(ticket) {
            token.cancel();
        }
    }

    pub(crate) fn put_code(&self, sign_in: SignIn, code: DeviceCode) {
        self.state().code = Some((sign_in, code));
    }

    pub(crate) fn code(&self) -> Option<(SignIn, DeviceCode)> {
        self.state().code.clone()
    }

    pub(crate) fn drop_code(&self) {
        self.state().code = None;
    }

    /// A way to Microsoft Graph with this credential.
    pub(crate) fn graph(
        &self,
        cloud: &entra::Cloud,
        credential: Arc<dyn TokenCredential>,
    ) -> Result<Graph, Problem> {
        let endpoint = Endpoint::new(&cloud.graph_root()).map_err(|error| {
            tracing::error!(%error, "a cloud has no endpoint");
            Problem::here(Category::Internal, ProblemCode::Internal)
        })?;
        let transport = Arc::new(InternetTransport::new(self.internet.clone()));
        Ok(Graph::new(transport, credential, endpoint, Arc::clone(&self.clock)))
    }

    /// What the procedure needs of a sign-in.
    pub(crate) fn connection(&self, entered: &Entered) -> Connection {
        Connection {
            graph: entered.graph.clone(),
            kind: OrganisationKind::Real,
            scopes: entered.scopes.clone(),
            may_ask_permission: entered.session.is_some(),
            read_only: self.managed.read_only,
        }
    }

    /// From now on this sign-in is in force.
    pub(crate) fn enter(&self, entered: Entered) {
        let mut state = self.state();
        state.stored = false;
        state.code = None;
        state.entry += 1;
        state.challenge = None;
        state.entered = Some(entered);
    }

    /// What the next sign-in must prove: what was demanded of whoever is signed in, or of whoever could not be.
    pub(crate) fn challenge(&self) -> Option<String> {
        let state = self.state();
        let of_him = state.entered.as_ref().and_then(|entered| entered.graph.challenge());
        of_him.or_else(|| state.challenge.clone())
    }

    /// Somebody could not be let in without proving more.
    pub(crate) fn demand(&self, challenge: Option<String>) {
        self.state().challenge = challenge;
    }

    /// Nobody is signed in here any more; what is kept stays kept.
    pub(crate) fn leave(&self) {
        let stored = self.is_stored();
        let mut state = self.state();
        state.stored = stored;
        state.entered = None;
        state.entry += 1;
        state.code = None;
    }

    async fn vault(&self) -> &Vault {
        let open = async || match &self.keyring {
            Some(store) => Vault::with_store(&self.folder, Arc::clone(store)).await,
            None => Vault::open(&self.folder).await,
        };
        self.vault.get_or_init(open).await
    }

    /// Whether sign-ins are kept on this computer. None when that was not looked at.
    pub(crate) fn keeping(&self) -> Option<Keeping> {
        self.vault.get().map(|vault| match vault.keeping() {
            entra::Keeping::Kept => Keeping::Kept,
            entra::Keeping::ThisRunOnly { why: entra::WhyNot::NoKeyring } => Keeping::NoKeyring,
            entra::Keeping::ThisRunOnly { why: entra::WhyNot::Locked } => Keeping::KeyringLocked,
            entra::Keeping::ThisRunOnly { why: entra::WhyNot::FileTrouble } => Keeping::FileTrouble,
        })
    }

    /// Looks whether a sign-in is kept, at its file alone: the keyring may ask the person something, and that must not
    /// hold up the window.
    pub(crate) fn look_for_stored(&self) {
        let stored = self.is_stored();
        self.state().stored = stored;
    }

    fn is_stored(&self) -> bool {
        self.organisation().is_ok() && Vault::is_there(&self.folder)
    }

    pub(crate) fn stored(&self) -> bool {
        self.state().stored
    }

    /// The sign-in that was kept, if it is one to this application of this tenant. Another organisation's stays where
    /// it is until somebody signs in here.
    pub(crate) async fn take(&self, tenant_id: &str) -> Result<Option<Kept>, Problem> {
        let client_id = self.organisation()?.client_id;
        let kept = self.vault().await.take().await.map_err(|error| vault_problem(&error))?;
        let ours = kept.filter(|kept| kept.client_id == client_id && kept.tenant_id == tenant_id);
        if ours.is_none() {
            self.state().stored = false;
        }
        Ok(ours)
    }

    /// Keeps the sign-in for the next start, unless somebody came or left since. That this fails takes nothing away from
    /// the sign-in itself: the window says that it ends with the app.
    pub(crate) async fn keep(&self, session: &Session, entry: u64) {
        let _turn = self.turn.lock().await;
        let Some(kept) = session.kept().filter(|_| self.entry() == entry) else { return };
        if let Err(error) = self.vault().await.keep(&kept).await {
            tracing::error!(%error, "the sign-in could not be kept");
        }
    }

    /// Removes everything of the sign-in from this computer, and looks whether it is gone.
    pub(crate) async fn forget(&self) -> Result<(), Problem> {
        self.leave();
        self.state().stored = false;
        let _turn = self.turn.lock().await;
        self.vault().await.empty().await.map_err(|error| {
            tracing::error!(%error, "the sign-in was not removed from this computer");
            let what = match error {
                VaultError::Left { key: true, file: false } => NotRemoved::Key,
                VaultError::Left { key: false, file: true } => NotRemoved::File,
                _ => NotRemoved::Both,
            };
            Problem::here(Category::Internal, ProblemCode::SignOutIncomplete { what })
        })
    }
}

fn vault_problem(error: &VaultError) -> Problem {
    tracing::error!(%error, "the kept sign-in cannot be used");
    let file = "sign-in.sealed".to_owned();
    let code = if matches!(error, VaultError::Newer { .. }) {
        ProblemCode::NewerFile { file }
    } else {
        ProblemCode::FileTrouble { file }
    };
    Problem::here(Category::Internal, code)
}

pub(crate) fn way(way: Way) -> SignInWay {
    match way {
        Way::Browser => SignInWay::Browser,
        Way::DeviceCode => SignInWay::DeviceCode,
        Way::AzureCli => SignInWay::AzureCli,
    }
}

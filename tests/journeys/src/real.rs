//! A stage with an organisation one signs in to: the practice tenant behind TLS, with its sign-in pages, and a person
//! at a browser. The app does not know that it is practice: it sees hosts, certificates and HTTP.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use bridge::{App, Opener, Options, Parts};
use internet::Internet;
use keyring_core::CredentialStore;
use practice::{Behaviour, Tenant};
use practice_server::{Access, Certificate, DEFAULT_CLIENT, SignIn, SignInPlan};
use procedure::{Ids, RandomIds};
use serde_json::{Value, json};
use temporary_folder::TemporaryFolder;
use tokio::net::TcpListener;
use window_contract::view::Problem;

use crate::browser_user::BrowserUser;
use crate::recorder::{self, TrafficRecorder};

/// The organisation, the person and a place to keep things; apps come and go on it.
pub struct RealHarness {
    /// The organisation. Where another process serves that, the built-in one, which nobody asks.
    pub tenant: Tenant,
    /// Who sits at the browser.
    pub person: BrowserUser,
    /// What is kept: the data folder is `data` in it.
    pub folder: TemporaryFolder,
    /// The keyring of this computer.
    pub keyring: Arc<CredentialStore>,
    internet: Internet,
    address: String,
}

impl Opener for BrowserUser {
    fn open(&self, url: &str) -> Result<(), String> {
        Err(format!("nobody asked for {url}"))
    }

    fn open_sign_in(&self, url: &str) -> Result<(), String> {
        if !self.has_a_browser() {
            return Err("there is no browser".to_owned());
        }
        let (person, url) = (self.clone(), url.to_owned());
        tokio::spawn(async move { person.visits(url).await });
        Ok(())
    }

    fn open_mail(&self, url: &str) -> Result<(), String> {
        Err(format!("nobody asked for {url}"))
    }

    fn open_folder(&self, folder: &std::path::Path) -> Result<(), String> {
        Err(format!("no window of files in a test for {}", folder.display()))
    }
}

/// Global Administrator: may consent and repair.
pub const CHARLOTTE: &str = "charlotte.mulder@contoso.nl";
/// User Administrator: may repair, and not consent for the organisation.
pub const ANNA: &str = "anna.bakker@contoso.nl";

impl RealHarness {
    /// A stage with the sign-in as the plan has it. The person is Charlotte until told otherwise.
    pub async fn set(plan: SignInPlan) -> Self {
        Self::with(plan, Behaviour::default()).await
    }

    /// The same with another behaviour of the tenant.
    pub async fn with(plan: SignInPlan, behaviour: Behaviour) -> Self {
        Self::behind(plan, behaviour, |listener, tenant, door, made| {
            let (certificate, key) = (made.certificate.clone(), made.key.clone());
            let listener = TcpListener::from_std(listener).unwrap();
            tokio::spawn(async move {
                practice_server::serve_tls(listener, tenant, door, certificate.as_bytes(), key.as_bytes())
                    .await
            });
        })
        .await
    }

    /// A stage with an ear at the line.
    pub async fn tapped(plan: SignInPlan) -> (Self, TrafficRecorder) {
        let tap = TrafficRecorder::default();
        let ear = tap.clone();
        let harness = Self::behind(plan, Behaviour::default(), |listener, tenant, door, made| {
            recorder::serve(listener, tenant, door, made, ear);
        });
        (harness.await, tap)
    }

    async fn behind(
        plan: SignInPlan,
        behaviour: Behaviour,
        serve: impl FnOnce(std::net::TcpListener, Tenant, Access, &Certificate),
    ) -> Self {
        let tenant = Tenant::start(Tenant::built_in().unwrap(), behaviour);
        let certificate = Certificate::for_this_machine().unwrap();
        let internet = Internet::trusting(certificate.authority.as_bytes()).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("https://localhost:{}", listener.local_addr().unwrap().port());
        let door = Access::SignIn(SignIn::new(tenant.clone(), plan).unwrap());
        serve(listener.into_std().unwrap(), tenant.clone(), door, &certificate);
        Self::before(tenant, internet, address)
    }

    /// A stage on an organisation that another process serves at this address (`https://localhost:…`), behind a
    /// certificate of this authority (PEM).
    #[must_use]
    pub fn served_elsewhere(address: &str, authority: &str) -> Self {
        let tenant = Tenant::start(Tenant::built_in().unwrap(), Behaviour::default());
        let internet = Internet::trusting(authority.as_bytes()).unwrap();
        Self::before(tenant, internet, address.to_owned())
    }

    fn before(tenant: Tenant, internet: Internet, address: String) -> Self {
        let person = BrowserUser::new(internet.clone(), CHARLOTTE);
        let folder = temporary_folder::temporary_folder();
        let keyring: Arc<CredentialStore> = keyring_core::mock::Store::new().unwrap();
        Self { tenant, person, folder, keyring, internet, address }
    }

    /// The way to it: trusts the authority behind its certificate.
    #[must_use]
    pub fn internet(&self) -> &Internet {
        &self.internet
    }

    /// The organisation file that leads here.
    #[must_use]
    pub fn organisation(&self) -> PathBuf {
        let file = self.folder.path().join("contoso.json");
        let text = json!({
            "version": 1, "name": "Contoso", "tenant": "contoso.onmicrosoft.com", "clientId": DEFAULT_CLIENT,
            "cloud": { "login": self.address, "graph": self.address }, "help": "servicedesk@contoso.nl",
        });
        std::fs::write(&file, text.to_string()).unwrap();
        file
    }

    /// Writes the machine's managed settings.
    pub fn managed(&self, settings: &Value) {
        std::fs::write(self.folder.path().join("managed.json"), settings.to_string()).unwrap();
    }

    /// Starts the app on this stage.
    #[must_use]
    pub fn start(&self) -> RealApp {
        self.start_with(|_| ())
    }

    /// The same with other parts.
    #[must_use]
    pub fn start_with(&self, change: impl FnOnce(&mut Parts)) -> RealApp {
        let options = Options {
            data_dir: Some(self.folder.path().join("data")),
            organisation: Some(self.organisation()),
            language: Some(bridge::Language::En),
            ..Options::in_folder(self.folder.path(), Arc::new(self.person.clone()))
        };
        let mut parts = Parts {
            tenant: Tenant::start(Tenant::built_in().unwrap(), Behaviour::default()),
            clock: Arc::new(clock::SystemClock),
            ids: Arc::new(RandomIds) as Arc<dyn Ids>,
            internet: self.internet.clone(),
            keyring: Some(Arc::clone(&self.keyring)),
            azure_cli: None,
        };
        change(&mut parts);
        RealApp { app: App::compose_with(options, |_| Ok(parts)).unwrap() }
    }
}

/// The app on such a stage.
pub struct RealApp {
    app: App,
}

static TICKET: AtomicU64 = AtomicU64::new(1);

/// A ticket nobody else has.
pub fn fresh_ticket() -> String {
    format!("real-{}", TICKET.fetch_add(1, Ordering::SeqCst))
}

impl RealApp {
    /// Asks a command; what is missing of a ticket is put in.
    pub async fn try_ask(&self, name: &str, mut ask: Value) -> Result<Value, Problem> {
        const PATIENT: [&str; 12] = [
            "resume",
            "sign_in_browser",
            "sign_in_code",
            "sign_in_code_wait",
            "sign_in_azure_cli",
            "permit",
            "prove",
            "consent_link",
            "ask_consent",
            "test_permissions",
            "find",
            "preview",
        ];
        if PATIENT.contains(&name) && ask.get("ticket").is_none() {
            ask["ticket"] = json!(fresh_ticket());
        }
        Box::pin(self.app.dispatch(name, ask)).await
    }

    /// Asks a command that is answered.
    pub async fn ask(&self, name: &str, ask: Value) -> Value {
        self.try_ask(name, ask).await.unwrap_or_else(|problem| panic!("{name}: {problem:?}"))
    }

    /// Asks a command that is refused.
    pub async fn refused(&self, name: &str, ask: Value) -> Problem {
        match self.try_ask(name, ask).await {
            Ok(answer) => panic!("{name} was answered: {answer}"),
            Err(problem) => problem,
        }
    }

    /// Looks a guest up.
    pub async fn find(&self, address: &str) -> Value {
        self.ask("find", json!({ "address": address })).await
    }

    /// Carries out a plan and waits for its end.
    pub async fn confirm(&self, plan: &Value) -> Value {
        self.ask("confirm", json!({ "plan": plan["id"], "typed": plan["confirmText"], "reason": null }))
            .await;
        let mut after = 0;
        loop {
            let news = self.ask("watch", json!({ "after": after })).await;
            if !news["change"]["result"].is_null() {
                return news["change"]["result"].clone();
            }
            after = news["sequence"].as_u64().unwrap();
        }
    }
}

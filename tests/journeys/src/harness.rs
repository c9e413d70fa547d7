//! A stage for stories: the app on a practice tenant of one's choice, and a clock of one's own.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use bridge::{App, Opener, Options, Parts};
use internet::Internet;
use jiff::Timestamp;
use practice::{Behaviour, FaultFile, Organisation, Tenant};
use procedure::{Ids, RandomIds};
use serde_json::{Value, json};
use temporary_folder::TemporaryFolder;
use tower::ServiceExt;
use window_contract::view::{Problem, ProblemCode};

/// A clock that jumps: sleeping moves it, and costs nothing.
#[derive(Debug, Clone)]
pub struct Clock(Arc<AtomicI64>);

impl Clock {
    fn starting_at(moment: Timestamp) -> Self {
        Self(Arc::new(AtomicI64::new(moment.as_millisecond())))
    }

    /// What time it is.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(self.0.load(Ordering::SeqCst)).unwrap()
    }

    /// Lets time pass.
    pub fn pass(&self, time: Duration) {
        self.0.fetch_add(i64::try_from(time.as_millis()).unwrap(), Ordering::SeqCst);
    }
}

#[async_trait::async_trait]
impl clock::Clock for Clock {
    fn now(&self) -> Timestamp {
        Self::now(self)
    }

    async fn sleep(&self, time: Duration) {
        self.pass(time);
        tokio::task::yield_now().await;
    }

    fn jitter(&self) -> f64 {
        0.5
    }
}

struct NoBrowser;

impl Opener for NoBrowser {
    fn open(&self, _url: &str) -> Result<(), String> {
        Err("there is no browser on this harness".to_owned())
    }

    fn open_sign_in(&self, url: &str) -> Result<(), String> {
        self.open(url)
    }

    fn open_mail(&self, url: &str) -> Result<(), String> {
        self.open(url)
    }

    fn open_folder(&self, folder: &std::path::Path) -> Result<(), String> {
        Err(format!("no window of files in a test for {}", folder.display()))
    }
}

/// The app before anybody is signed in.
pub struct Harness {
    app: App,
    /// The tenant behind it.
    pub tenant: Tenant,
    /// Its clock.
    pub clock: Clock,
    folder: Arc<TemporaryFolder>,
    organisation: Organisation,
    behaviour: Behaviour,
    ids: Arc<dyn Ids>,
}

impl Harness {
    /// On the organisation that is built into the app.
    #[must_use]
    pub fn built_in() -> Self {
        Self::on(Tenant::built_in().unwrap(), Behaviour::default())
    }

    /// On the organisation that is built in, behaving like this.
    #[must_use]
    pub fn behaving(behaviour: Behaviour) -> Self {
        Self::on(Tenant::built_in().unwrap(), behaviour)
    }

    /// On the organisation that is built in, at another time.
    #[must_use]
    pub fn at(moment: &str) -> Self {
        let clock = Clock::starting_at(moment.parse().unwrap());
        Self::with(Tenant::built_in().unwrap(), Behaviour::default(), clock)
    }

    /// On this organisation, behaving like this. Time is the stage's, and every exchange is recorded.
    #[must_use]
    pub fn on(organisation: Organisation, behaviour: Behaviour) -> Self {
        Self::with(organisation, behaviour, Clock::starting_at(Timestamp::now()))
    }

    /// On the organisation that is built in, with nothing recorded: for a story so long that the record itself would
    /// grow.
    #[must_use]
    pub fn unrecorded() -> Self {
        Self::unrecorded_on(Tenant::built_in().unwrap(), Behaviour::default())
    }

    /// The same on this organisation, behaving like this.
    #[must_use]
    pub fn unrecorded_on(organisation: Organisation, behaviour: Behaviour) -> Self {
        Self::behaving_as_told(organisation, behaviour, Clock::starting_at(Timestamp::now()))
    }

    fn with(organisation: Organisation, behaviour: Behaviour, clock: Clock) -> Self {
        Self::behaving_as_told(organisation, Behaviour { record: true, ..behaviour }, clock)
    }

    fn behaving_as_told(organisation: Organisation, behaviour: Behaviour, clock: Clock) -> Self {
        let time = clock.clone();
        let behaviour = Behaviour { clock: Arc::new(move || time.now()), ..behaviour };
        let tenant = Tenant::start(organisation.clone(), behaviour.clone());
        let folder = Arc::new(temporary_folder::temporary_folder());
        let ids: Arc<dyn Ids> = Arc::new(RandomIds);
        let app = compose(&folder, &tenant, &clock, &ids);
        Self { app, tenant, clock, folder, organisation, behaviour, ids }
    }

    /// On a data folder that is there already, at this time: with its journal, and with the organisation as its
    /// `practice.json` has it.
    #[must_use]
    pub fn in_folder(folder: TemporaryFolder, moment: &str, behaviour: Behaviour, ids: Arc<dyn Ids>) -> Self {
        let clock = Clock::starting_at(moment.parse().unwrap());
        let time = clock.clone();
        let behaviour = Behaviour { clock: Arc::new(move || time.now()), record: true, ..behaviour };
        let organisation = Tenant::built_in().unwrap();
        let state = folder.path().join("practice.json");
        let tenant = Tenant::open(&state, organisation.clone(), behaviour.clone()).unwrap();
        let folder = Arc::new(folder);
        let app = compose(&folder, &tenant, &clock, &ids);
        Self { app, tenant, clock, folder, organisation, behaviour, ids }
    }

    /// Signs in.
    pub async fn sign_in(self, persona: &str) -> SignedIn {
        let signed_in = SignedIn { harness: self };
        signed_in.ask("sign_in", json!({ "persona": persona })).await;
        signed_in
    }

    /// Asks a command, whatever comes back.
    pub async fn try_ask(&self, name: &str, ask: Value) -> Result<Value, Problem> {
        // A command's whole work is in its future: too much for the future of a whole story.
        Box::pin(self.app.dispatch(name, ask)).await
    }
}

fn compose(folder: &TemporaryFolder, tenant: &Tenant, clock: &Clock, ids: &Arc<dyn Ids>) -> App {
    let options = Options {
        language: Some(bridge::Language::En),
        ..Options::in_folder(folder.path(), Arc::new(NoBrowser))
    };
    let parts = Parts {
        tenant: tenant.clone(),
        clock: Arc::new(clock.clone()),
        ids: Arc::clone(ids),
        internet: Internet::new().unwrap(),
        keyring: Some(keyring_core::mock::Store::new().unwrap()),
        azure_cli: None,
    };
    App::compose_with(options, |_| Ok(parts)).unwrap()
}

/// Ends the app, and waits until everything that ran in it has let go of the folder.
async fn end(app: App, folder: &TemporaryFolder) {
    drop(app);
    for _ in 0..200 {
        let free = std::fs::File::open(folder.path().join("lock")).unwrap().try_lock().is_ok();
        if free {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// The app with somebody signed in.
pub struct SignedIn {
    harness: Harness,
}

static TICKET: AtomicU64 = AtomicU64::new(1);

fn ticket() -> String {
    format!("ticket-{}", TICKET.fetch_add(1, Ordering::SeqCst))
}

impl SignedIn {
    /// The tenant behind it.
    #[must_use]
    pub fn tenant(&self) -> &Tenant {
        &self.harness.tenant
    }

    /// Its clock.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.harness.clock
    }

    /// The data folder.
    #[must_use]
    pub fn folder(&self) -> &std::path::Path {
        self.harness.folder.path()
    }

    /// Lets the tenant misbehave as this plan says.
    pub fn faults(&self, faults: Value) {
        let text = json!({ "version": 1, "faults": faults }).to_string();
        self.tenant().set_faults(FaultFile::read(&text).unwrap());
    }

    /// The app is ended as by a crash, and started again on the same folder and the same tenant.
    pub async fn restart(self, persona: &str) -> Self {
        let Harness { app, tenant, clock, folder, organisation, behaviour, ids } = self.harness;
        end(app, &folder).await;
        let app = compose(&folder, &tenant, &clock, &ids);
        Harness { app, tenant, clock, folder, organisation, behaviour, ids }.sign_in(persona).await
    }

    /// The app is ended; its data folder is what is left.
    pub async fn quit(self) -> TemporaryFolder {
        let Harness { app, tenant, folder, .. } = self.harness;
        end(app, &folder).await;
        drop(tenant);
        Arc::into_inner(folder).unwrap()
    }

    /// Asks a command, whatever comes back.
    pub async fn try_ask(&self, name: &str, ask: Value) -> Result<Value, Problem> {
        self.harness.try_ask(name, ask).await
    }

    /// Asks a command that must be answered.
    pub async fn ask(&self, name: &str, ask: Value) -> Value {
        match self.harness.try_ask(name, ask).await {
            Ok(answer) => answer,
            Err(problem) => panic!("{name}: {problem:?}"),
        }
    }

    /// Asks a command that must fail.
    pub async fn refused(&self, name: &str, ask: Value) -> Problem {
        match self.harness.try_ask(name, ask).await {
            Ok(answer) => panic!("{name} was answered: {answer}"),
            Err(problem) => problem,
        }
    }

    /// Asks a command that must fail for this reason.
    pub async fn refused_as(&self, name: &str, ask: Value, code: ProblemCode) -> Problem {
        let problem = self.refused(name, ask).await;
        assert_eq!(problem.code, code, "{problem:?}");
        problem
    }

    /// Finds somebody.
    pub async fn find(&self, address: &str) -> Value {
        self.find_in(address, Value::Null, Value::Null).await
    }

    /// Finds somebody, with a group and a guest chosen.
    pub async fn find_in(&self, address: &str, group: Value, guest: Value) -> Value {
        self.ask("find", json!({ "address": address, "group": group, "guest": guest, "ticket": ticket() }))
            .await
    }

    /// The question for a preview.
    #[must_use]
    pub fn wish(report: &Value, remedy: &str, choices: &Value) -> Value {
        let mut chosen = json!({ "address": null, "groups": null, "invitationLanguage": null, "sendInvitation": null,
                "insist": false });
        for (name, value) in choices.as_object().unwrap() {
            chosen[name] = value.clone();
        }
        json!({
            "guest": report["subject"]["id"], "searched": report["searched"], "group": null,
            "remedy": remedy, "choices": chosen, "ticket": ticket(),
        })
    }

    /// Previews a remedy, with a group chosen in the search.
    pub async fn preview_in(&self, report: &Value, group: &Value, remedy: &str, choices: &Value) -> Value {
        let mut wish = Self::wish(report, remedy, choices);
        wish["group"] = group.clone();
        self.ask("preview", wish).await
    }

    /// Previews a remedy.
    pub async fn preview(&self, report: &Value, remedy: &str, choices: &Value) -> Value {
        self.ask("preview", Self::wish(report, remedy, choices)).await
    }

    /// Confirms a plan, typing what it asks for, and waits for the end.
    pub async fn carry_out(&self, plan: &Value) -> Value {
        let begun = self.begin(plan).await;
        self.end_of(&begun).await
    }

    /// Confirms a plan, typing what it asks for.
    pub async fn begin(&self, plan: &Value) -> String {
        let ask = json!({ "plan": plan["id"], "typed": plan["confirmText"], "reason": "ticket 42" });
        self.ask("confirm", ask).await["change"].as_str().unwrap().to_owned()
    }

    /// Watches a change until it ends; gives its result.
    pub async fn end_of(&self, change: &str) -> Value {
        let mut after = json!(0);
        for _ in 0..500 {
            let news = self.ask("watch", json!({ "after": after })).await;
            after = news["sequence"].clone();
            if news["change"]["id"] == change && !news["change"]["result"].is_null() {
                return news["change"]["result"].clone();
            }
        }
        panic!("the change did not end");
    }

    /// Previews a remedy for many guests, by their object ids.
    pub async fn preview_batch(&self, remedy: &str, guests: &[String]) -> Value {
        self.ask("preview_batch", json!({ "remedy": remedy, "guests": guests, "ticket": ticket() })).await
    }

    /// Confirms a plan for many, typing the number it asks for, and watches it until it ends or asks.
    pub async fn carry_out_batch(&self, plan: &Value) -> Value {
        let typed = plan["confirmNumber"].as_u64().map(|number| number.to_string());
        let ask = json!({ "plan": plan["id"], "typed": typed, "reason": "ticket 42" });
        let batch = self.ask("confirm_batch", ask).await["batch"].clone();
        self.batch_rests(&batch).await
    }

    /// Watches a batch until it ends, or asks whether to go on; then how it stands.
    pub async fn batch_rests(&self, batch: &Value) -> Value {
        let mut after = json!(0);
        for _ in 0..5_000 {
            let news = self.ask("watch_batch", json!({ "after": after })).await;
            after = news["sequence"].clone();
            let rests = ["asking", "done", "stopped"].iter().any(|phase| news["batch"]["phase"] == *phase);
            if news["batch"]["id"] == *batch && rests {
                return news["batch"].clone();
            }
        }
        panic!("the batch did not end");
    }

    /// The newest entry of the history.
    pub async fn latest(&self) -> Value {
        self.ask("history", json!({})).await["entries"][0].clone()
    }

    /// The row of the property table.
    #[must_use]
    pub fn row<'a>(report: &'a Value, name: &str) -> &'a Value {
        report["properties"].as_array().unwrap().iter().find(|row| row["name"] == name).unwrap()
    }

    /// The remedy as it is offered, if it is.
    #[must_use]
    pub fn remedy<'a>(report: &'a Value, kind: &str) -> Option<&'a Value> {
        report["remedies"].as_array().unwrap().iter().find(|remedy| remedy["kind"] == kind)
    }

    /// A user as in the tenant now; none when it has none.
    #[must_use]
    pub fn user(&self, id: &str) -> Option<Value> {
        self.tenant().snapshot()["users"].as_array().unwrap().iter().find(|user| user["id"] == id).cloned()
    }

    /// At a second desk, somebody else asks the tenant for a change meanwhile.
    pub async fn elsewhere(&self, method: &str, path: &str, body: Value) {
        let request = http::Request::builder()
            .method(method)
            .uri(format!("https://graph.microsoft.com/v1.0{path}"))
            .header("authorization", "Bearer practice.global-admin")
            .header("content-type", "application/json")
            .body(if body.is_null() { bytes::Bytes::new() } else { bytes::Bytes::from(body.to_string()) })
            .unwrap();
        let answer = self.tenant().clone().oneshot(request).await.unwrap();
        assert!(answer.status().is_success(), "{answer:?}");
    }
}

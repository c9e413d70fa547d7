//! Somebody at the app, of whose questions and answers a record is kept.

use std::collections::{BTreeSet, HashMap};
use std::sync::Mutex;

use journeys::{RealApp, RealHarness, Search, TrafficRecorder, fresh_ticket};
use practice_server::SignInPlan;
use serde_json::{Value, json};
use window_contract::view::Problem;

use crate::places::Places;

/// The stage, the ear at the line, and what is to be searched.
pub(crate) struct Desk {
    pub(crate) harness: RealHarness,
    pub(crate) tap: TrafficRecorder,
    pub(crate) places: Places,
    pub(crate) app: RealApp,
    asked: Mutex<BTreeSet<String>>,
    keys: Mutex<BTreeSet<Vec<u8>>>,
}

impl Desk {
    /// With the sign-in as these fields of its plan have it.
    pub(crate) async fn set(plan: Value) -> Self {
        let mut whole = json!({ "version": 1, "intervalSeconds": 1 });
        whole.as_object_mut().unwrap().extend(plan.as_object().unwrap().clone());
        let (harness, tap) = RealHarness::tapped(SignInPlan::read(&whole.to_string()).unwrap()).await;
        let places = Places::of(harness.folder.path());
        let app = harness.start();
        let desk = Self { harness, tap, places, app, asked: Mutex::default(), keys: Mutex::default() };
        desk.ask("status", json!({})).await;
        desk
    }

    /// The app is ended and started again.
    pub(crate) async fn restart(self) -> Self {
        let Self { harness, tap, places, app, asked, keys } = self;
        drop(app);
        let app = harness.start();
        let desk = Self { harness, tap, places, app, asked, keys };
        desk.ask("status", json!({})).await;
        desk
    }

    /// Asks, whatever comes of it.
    pub(crate) async fn tries(&self, name: &str, ask: Value) -> Result<Value, Problem> {
        self.asked.lock().unwrap().insert(name.to_owned());
        let answer = self.app.try_ask(name, ask).await;
        let keys = self.harness.keyring.search(&HashMap::new()).unwrap();
        self.keys.lock().unwrap().extend(keys.iter().filter_map(|key| key.get_secret().ok()));
        self.places.told(match &answer {
            Ok(told) => told.to_string(),
            Err(problem) => format!("{} {problem:?}", serde_json::to_string(problem).unwrap()),
        });
        answer
    }

    /// Asks what must be answered.
    pub(crate) async fn ask(&self, name: &str, ask: Value) -> Value {
        self.tries(name, ask).await.unwrap_or_else(|problem| panic!("{name}: {problem:?}"))
    }

    /// Asks what must be refused.
    pub(crate) async fn refused(&self, name: &str, ask: Value) -> Problem {
        match self.tries(name, ask).await {
            Ok(answer) => panic!("{name} was answered: {answer}"),
            Err(problem) => problem,
        }
    }

    /// Looks somebody up.
    pub(crate) async fn find(&self, address: &str) -> Result<Value, Problem> {
        self.tries("find", json!({ "address": address })).await
    }

    /// Carries out a plan and watches it to its end.
    pub(crate) async fn carry_out(&self, plan: &Value) -> Value {
        let typed = &plan["confirmText"];
        self.ask("confirm", json!({ "plan": plan["id"], "typed": typed, "reason": "ticket 42" })).await;
        let mut after = json!(0);
        loop {
            let news = self.ask("watch", json!({ "after": after })).await;
            if !news["change"]["result"].is_null() {
                return news["change"].clone();
            }
            after = news["sequence"].clone();
        }
    }

    /// Signs in with a code that is typed on another device.
    pub(crate) async fn signs_in_with_code(&self) -> Result<Value, Problem> {
        let ticket = fresh_ticket();
        let code = self.tries("sign_in_code", json!({ "ticket": ticket })).await?;
        self.tries("open", json!({ "place": "code-page" })).await.ok();
        let (page, typed) = (code["page"].as_str().unwrap(), code["userCode"].as_str().unwrap());
        let waiting = self.tries("sign_in_code_wait", json!({ "ticket": ticket }));
        tokio::join!(waiting, self.harness.person.types_code(page, typed)).0
    }

    /// Which commands were asked.
    pub(crate) fn asked(&self) -> BTreeSet<String> {
        self.asked.lock().unwrap().clone()
    }

    /// Every secret there was: what went over the line, and the keys of what was kept.
    pub(crate) fn secrets(&self) -> Vec<(Vec<u8>, &'static str)> {
        let heard = self.tap.heard().into_iter().map(|(secret, what)| (secret.into_bytes(), what));
        let keys = self.keys.lock().unwrap().clone().into_iter().map(|key| (key, "key"));
        heard.chain(keys).collect()
    }

    /// Nothing of them is anywhere.
    pub(crate) fn has_leaked_nothing(&self) {
        // The page the browser ends on belongs to the app.
        let shown = self.harness.person.seen().into_iter().filter(|seen| seen.starts_with("closing: "));
        shown.for_each(|page| self.places.told(page));
        self.places.hold_nothing_of(&Search::of(self.secrets()));
    }
}

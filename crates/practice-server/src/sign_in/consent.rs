//! Who granted what to which app, and who may. Sources: "Configure how users consent to applications", "Overview of
//! permissions and consent in the Microsoft identity platform".

use std::collections::{BTreeSet, HashMap};

use practice::Account;

use super::plan::{RegisteredApp, SignInPlan, UserConsent};
use super::scope::{Scopes, permission};

/// What was granted while the server runs; what the file grants stands there.
#[derive(Default)]
pub(super) struct Consents {
    for_one: HashMap<(String, String), BTreeSet<&'static str>>,
    for_all: HashMap<String, BTreeSet<&'static str>>,
}

/// What must happen before an app gets what it asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Needed {
    /// Nothing.
    Nothing,
    /// The person is asked for these.
    Consent(Vec<&'static str>),
    /// An admin must grant these.
    Admin(Vec<&'static str>),
}

impl Consents {
    /// The permissions of Graph that an app has when it acts for this person.
    pub(super) fn granted(&self, app: &RegisteredApp, user_id: &str) -> Vec<&'static str> {
        let key = (app.client_id.to_lowercase(), user_id.to_owned());
        let listed = app.consented_for_all.iter().filter_map(|name| permission(name)).map(|known| known.name);
        let mut all: BTreeSet<&'static str> = listed.collect();
        all.extend(self.for_all.get(&key.0).into_iter().flatten());
        all.extend(self.for_one.get(&key).into_iter().flatten());
        all.into_iter().collect()
    }

    pub(super) fn grant(&mut self, app: &RegisteredApp, user_id: &str, names: &[&'static str]) {
        let key = (app.client_id.to_lowercase(), user_id.to_owned());
        self.for_one.entry(key).or_default().extend(names);
    }

    pub(super) fn grant_for_all(&mut self, app: &RegisteredApp, names: &[&'static str]) {
        self.for_all.entry(app.client_id.to_lowercase()).or_default().extend(names);
    }

    /// `again` asks even for what was granted (`prompt=consent`).
    pub(super) fn needed(
        &self,
        plan: &SignInPlan,
        app: &RegisteredApp,
        account: &Account,
        scopes: &Scopes,
        again: bool,
    ) -> Needed {
        let granted = self.granted(app, &account.id);
        let wanted = wanted(app, scopes);
        let ungranted: Vec<_> = wanted.iter().copied().filter(|name| !granted.contains(name)).collect();
        let may = |name: &&str| may_consent_for_all(account) || may_grant(plan.user_consent, name);
        if !ungranted.iter().all(may) {
            Needed::Admin(ungranted)
        } else if again {
            Needed::Consent(wanted)
        } else if ungranted.is_empty() {
            Needed::Nothing
        } else {
            Needed::Consent(ungranted)
        }
    }
}

/// Whether this account may grant delegated permissions of Graph for everybody ("Grant tenant-wide admin consent": at
/// least Cloud Application Administrator).
pub(super) fn may_consent_for_all(account: &Account) -> bool {
    const ROLES: [&str; 4] = [
        "Global Administrator",
        "Privileged Role Administrator",
        "Application Administrator",
        "Cloud Application Administrator",
    ];
    account.roles.iter().any(|role| ROLES.contains(&role.as_str()))
}

/// The permissions of Graph a request is about.
pub(super) fn wanted(app: &RegisteredApp, scopes: &Scopes) -> Vec<&'static str> {
    let mut wanted = scopes.graph.clone();
    if scopes.all_listed {
        for known in app.permissions.iter().filter_map(|name| permission(name)) {
            if !wanted.contains(&known.name) {
                wanted.push(known.name);
            }
        }
    }
    wanted
}

fn may_grant(policy: UserConsent, name: &str) -> bool {
    match policy {
        UserConsent::None => false,
        UserConsent::LowRisk => name == "User.Read",
        UserConsent::All => permission(name).is_some_and(|known| !known.needs_admin),
    }
}

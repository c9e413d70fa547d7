//! What somebody agreed to for the app since the practice organisation was started, on top of what the file says.
//! Source: "Overview of permissions and consent in the Microsoft identity platform" (incremental consent: what is
//! granted later is added to what was granted before).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::organisation::Persona;

/// Scopes by the key of the persona. They last one run: an organisation's file knows nothing of them.
#[derive(Default)]
pub(crate) struct Consents(Mutex<BTreeMap<String, BTreeSet<String>>>);

impl Consents {
    fn all(&self) -> MutexGuard<'_, BTreeMap<String, BTreeSet<String>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// These were agreed to.
    pub(crate) fn add(&self, persona: &str, scopes: &[String]) {
        self.all().entry(persona.to_owned()).or_default().extend(scopes.iter().cloned());
    }

    /// Nothing was.
    pub(crate) fn clear(&self) {
        self.all().clear();
    }

    /// The persona with what was agreed to since. Who has everything needs nothing more.
    pub(crate) fn of(&self, mut persona: Persona) -> Persona {
        if let (Some(scopes), Some(added)) = (&mut persona.scopes, self.all().get(&persona.key)) {
            let new: Vec<String> = added.iter().filter(|scope| !scopes.contains(scope)).cloned().collect();
            scopes.extend(new);
        }
        persona
    }
}

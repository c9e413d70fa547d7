//! *Set the main address*: writes `mail`, and waits until `proxyAddresses` follows.

use async_trait::async_trait;
use graph::{Acknowledged, Graph, GraphProblem, Operation};
use guest::{AddressProperty, PlanNote, RemedyKind, User, WayBack};
use serde::{Deserialize, Serialize};
use tokio_util::sync::CancellationToken;

use super::field::{self, Field};
use super::{AddressQuestion, Draft, Drafted, Drafting, Procedure, Remarks, Work};
use crate::checkpoint::Checkpoint;
use crate::ending::{Applied, Interruption};
use crate::execution::Execution;
use crate::outcome::{Addresses, PropertyChange, StepKind, Unrestored};
use crate::plan_kind::Purpose;
use crate::problem::Problem;

/// Set `mail`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WriteMail {
    /// Object id.
    guest: String,
    /// What stood there.
    before: Option<String>,
    /// `proxyAddresses` before.
    proxies_before: Vec<String>,
    /// What is to stand there.
    after: String,
}

impl Drafted for WriteMail {
    const REMEDY: RemedyKind = RemedyKind::SetMail;
    const SENDS: &'static [Operation] = &[Operation::UpdateUser];
    const QUESTION: Option<AddressQuestion> = Some(AddressQuestion::Main);
    const DELETES: bool = false;

    async fn draft(from: &Drafting<'_>) -> Result<Draft, Problem> {
        let user = from.seen.guest()?;
        let picked = from.picked()?;
        let held = Addresses::from(user);
        let work = picked.map(|picked| Self {
            guest: user.id.clone(),
            before: held.mail.clone(),
            proxies_before: held.proxy_addresses.clone(),
            after: picked.address.as_str().to_owned(),
        });
        let after = Some(work.iter().map(|work| work.after.clone()).collect());
        let change = PropertyChange { property: "mail", before: held.mail.into_iter().collect(), after };
        let work = work.map(|work| Work::WriteMail(Box::new(work)));
        Ok(Draft { work, changes: vec![change], ..from.begun(picked) })
    }
}

impl WriteMail {
    /// What `mail` can be set back to: none where that would change nothing, or not bring back what stood in
    /// `proxyAddresses`.
    fn mail_to_return_to(&self) -> Option<&str> {
        let before = self.before.as_deref()?;
        let changes = !before.eq_ignore_ascii_case(&self.after);
        (changes && guest::returns_with_mail(before, &self.proxies_before)).then_some(before)
    }
}

#[async_trait]
impl Procedure for WriteMail {
    fn remedy(&self) -> RemedyKind {
        RemedyKind::SetMail
    }

    fn account(&self) -> Option<&str> {
        Some(&self.guest)
    }

    fn steps(&self) -> Vec<StepKind> {
        field::steps(self)
    }

    fn writes(&self) -> &'static [AddressProperty] {
        &[AddressProperty::Mail, AddressProperty::ProxyAddresses]
    }

    fn changes(&self, seen: Option<&Addresses>) -> Vec<PropertyChange> {
        field::changes(self, seen)
    }

    async fn look_back(
        &self,
        graph: &Graph,
        cancel: &CancellationToken,
    ) -> Result<Vec<PropertyChange>, Problem> {
        field::look_back(self, graph, cancel).await
    }

    async fn run(&self, on: &Execution, from: &Checkpoint) -> Result<Applied, Interruption> {
        field::write(self, on, from).await
    }

    /// An empty main address cannot be written (Microsoft Graph: user resource, mail).
    fn reverse(&self, _: &Checkpoint) -> Option<Work> {
        let back = Self {
            guest: self.guest.clone(),
            before: Some(self.after.clone()),
            proxies_before: Vec::new(),
            after: self.mail_to_return_to()?.to_owned(),
        };
        Some(Work::WriteMail(Box::new(back)))
    }

    fn way_back(&self) -> WayBack {
        (self.remedy().remedy().way_back)(self.mail_to_return_to())
    }

    fn remarks(&self, purpose: Purpose) -> Remarks {
        let old = self.before.clone().filter(|_| purpose == Purpose::Undo);
        let notes = old.map(|address| PlanNote::OldMainStays { address }).into_iter().collect();
        Remarks { notes, ..Remarks::default() }
    }
}

#[async_trait]
impl Field for WriteMail {
    const PROPERTY: &'static str = "mail";
    const STEP: StepKind = StepKind::WriteMail;
    const OWNED: bool = true;

    fn guest(&self) -> &str {
        &self.guest
    }

    fn before(&self) -> Vec<String> {
        self.before.iter().cloned().collect()
    }

    fn after(&self) -> Vec<String> {
        vec![self.after.clone()]
    }

    async fn send(&self, graph: &Graph, cancel: &CancellationToken) -> Result<Acknowledged, GraphProblem> {
        graph.set_mail(&self.guest, &self.after, cancel).await
    }

    /// Exchange delivers to the primary proxy address: `mail` alone is not enough.
    fn missing(&self, user: &User) -> Option<Unrestored> {
        let primary = |proxy: &String| {
            proxy.strip_prefix("SMTP:").is_some_and(|primary| primary.eq_ignore_ascii_case(&self.after))
        };
        let there = Addresses::from(user).proxy_addresses.iter().any(primary);
        (!there).then_some(Unrestored::ProxyNotAdded)
    }
}

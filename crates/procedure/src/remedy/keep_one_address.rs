//! *Keep one address*: option 1 of Microsoft's support article. Writes `otherMails`.

use async_trait::async_trait;
use graph::{Acknowledged, Graph, GraphProblem, Operation};
use guest::{AddressProperty, RemedyKind};
use serde::{Deserialize, Serialize};
use tokio_util::sync::CancellationToken;

use super::field::{self, Field};
use super::{AddressQuestion, Draft, Drafted, Drafting, Procedure, Work};
use crate::checkpoint::Checkpoint;
use crate::ending::{Applied, Interruption};
use crate::execution::Execution;
use crate::outcome::{Addresses, PropertyChange, StepKind};
use crate::problem::Problem;

/// Replace `otherMails`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WriteOtherMails {
    /// Object id.
    guest: String,
    /// What stood there.
    before: Vec<String>,
    /// What is to stand there.
    after: Vec<String>,
}

impl Drafted for WriteOtherMails {
    const REMEDY: RemedyKind = RemedyKind::KeepOneAddress;
    const SENDS: &'static [Operation] = &[Operation::UpdateUser];
    const QUESTION: Option<AddressQuestion> = Some(AddressQuestion::Keep);
    const DELETES: bool = false;

    async fn draft(from: &Drafting<'_>) -> Result<Draft, Problem> {
        let user = from.seen.guest()?;
        let picked = from.picked()?;
        let before = Addresses::from(user).other_mails;
        let after = picked.map(|picked| vec![picked.address.as_str().to_owned()]);
        let work = after.clone().map(|after| {
            let work = Self { guest: user.id.clone(), before: before.clone(), after };
            Work::WriteOtherMails(Box::new(work))
        });
        let change =
            PropertyChange { property: "otherMails", before, after: Some(after.unwrap_or_default()) };
        Ok(Draft { work, changes: vec![change], ..from.begun(picked) })
    }
}

#[async_trait]
impl Procedure for WriteOtherMails {
    fn remedy(&self) -> RemedyKind {
        RemedyKind::KeepOneAddress
    }

    fn account(&self) -> Option<&str> {
        Some(&self.guest)
    }

    fn steps(&self) -> Vec<StepKind> {
        field::steps(self)
    }

    fn writes(&self) -> &'static [AddressProperty] {
        &[AddressProperty::OtherMails]
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

    /// As far as is documented, fewer addresses do not fill an empty main one.
    fn leads_to(&self) -> Option<RemedyKind> {
        Some(RemedyKind::SetMail)
    }

    fn reverse(&self, _: &Checkpoint) -> Option<Work> {
        let back = Self { guest: self.guest.clone(), before: self.after.clone(), after: self.before.clone() };
        Some(Work::WriteOtherMails(Box::new(back)))
    }
}

#[async_trait]
impl Field for WriteOtherMails {
    const PROPERTY: &'static str = "otherMails";
    const STEP: StepKind = StepKind::WriteOtherMails;
    const OWNED: bool = false;

    fn guest(&self) -> &str {
        &self.guest
    }

    fn before(&self) -> Vec<String> {
        self.before.clone()
    }

    fn after(&self) -> Vec<String> {
        self.after.clone()
    }

    async fn send(&self, graph: &Graph, cancel: &CancellationToken) -> Result<Acknowledged, GraphProblem> {
        graph.set_other_mails(&self.guest, &self.after, cancel).await
    }
}

//! Which account an invitation of ours made. An id alone proves nothing: an invitation may answer with an account that
//! somebody else made a moment before, and an answer may be lost.

use graph::{DirectoryObject, GraphProblem, GraphProblemKind, User};
use guest::Address;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::execution::Execution;
use crate::problem::Problem;

/// How far clocks may differ before an account is taken for one that was there before, or that was made since.
const CLOCKS: SignedDuration = SignedDuration::from_mins(5);

/// An invitation as it was sent: what tells the account that it made from everybody else's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SentInvitation {
    /// The address.
    pub(in crate::remedy) address: String,
    /// The name that was given to the new account.
    pub(in crate::remedy) name: Option<String>,
    /// Object ids of those of whom one must be a sponsor of the account: whoever was named, and whoever may have sent it,
    /// who is its sponsor where nobody is named (Microsoft Entra: "Sponsors for B2B users"). More than one sender when
    /// somebody else went on with the change; empty: not known.
    pub(in crate::remedy) by: Vec<String>,
    /// When it left, more than once when it was repeated; empty where the answer named the account.
    pub(in crate::remedy) sent: Vec<Timestamp>,
}

/// Who has an address.
#[derive(Debug, Default)]
pub(in crate::remedy) struct Holders {
    /// The accounts that were found.
    pub(in crate::remedy) users: Vec<User>,
    /// Why there may be others: a question that was not answered.
    failed: Option<Problem>,
}

impl SentInvitation {
    /// The live accounts that have the address now, as far as they were found.
    pub(in crate::remedy) async fn holders(&self, on: &Execution) -> Result<Holders, Problem> {
        let Some(address) = Address::recorded(&self.address) else { return Ok(Holders::default()) };
        let prefixes = guest::invited::prefixes(&address);
        let answer = on.signed_in.graph.search(&address.spellings(), &prefixes, &on.cancel).await?;
        let failed = answer.users.failed.values().next().cloned();
        Ok(Holders { users: answer.users.objects().cloned().collect(), failed: failed.map(Problem::from) })
    }

    /// The account that it made, if it made one that can be seen. Of two that may both be it, neither is. That none is seen
    /// is said only when every question was answered.
    pub(in crate::remedy) async fn find(
        &self,
        on: &Execution,
        original: Option<&str>,
    ) -> Result<Option<String>, Problem> {
        let Holders { users, failed } = self.holders(on).await?;
        match (self.find_among(on, &users, original).await?, failed) {
            (None, Some(failed)) => Err(failed),
            (found, _) => Ok(found),
        }
    }

    pub(in crate::remedy) async fn find_among(
        &self,
        on: &Execution,
        holders: &[User],
        original: Option<&str>,
    ) -> Result<Option<String>, Problem> {
        let mut ours = Vec::new();
        for user in holders.iter().filter(|user| Some(user.id.as_str()) != original) {
            if self.made(on, user).await? {
                ours.push(user.id.clone());
            }
        }
        Ok(if ours.len() == 1 { ours.pop() } else { None })
    }

    /// Whether it made this account.
    pub(in crate::remedy) async fn made(&self, on: &Execution, user: &User) -> Result<bool, Problem> {
        Ok(self.may_have_made(user) && self.is_from_us(on, &user.id).await?)
    }

    /// Whether the account is an invited one, named as it was asked for, and as old as the invitation.
    fn may_have_made(&self, user: &User) -> bool {
        let named_by_answer = self.sent.is_empty();
        let kind = user.creation_type.value();
        let invited = kind.map_or(named_by_answer, |kind| kind.eq_ignore_ascii_case("Invitation"));
        let named = match (&self.name, user.display_name.value()) {
            (Some(sent), Some(found)) => same_name(sent, found),
            (None, _) | (_, None) => true,
        };
        let as_old =
            |made: &Timestamp| self.sent.iter().any(|&sent| *made >= sent - CLOCKS && *made <= sent + CLOCKS);
        let then = named_by_answer || user.created_date_time.value().is_some_and(as_old);
        invited && named && then
    }

    /// Whether whoever must be a sponsor of the account is one. Where nobody is, or that may not be read, nothing speaks
    /// against it.
    async fn is_from_us(&self, on: &Execution, user: &str) -> Result<bool, Problem> {
        if self.by.is_empty() {
            return Ok(true);
        }
        let from_us = |sponsor: &DirectoryObject| self.by.contains(&sponsor.id);
        match on.signed_in.graph.sponsors(user, &on.cancel).await {
            Ok(sponsors) => Ok(sponsors.is_empty() || sponsors.iter().any(from_us)),
            Err(problem) if may_not_be_read(&problem) => Ok(true),
            Err(problem) => Err(problem.into()),
        }
    }
}

/// Whether asking again leads to the same answer.
fn may_not_be_read(problem: &GraphProblem) -> bool {
    use GraphProblemKind::{BadRequest, NotFound, Refused};
    matches!(problem.kind, Refused { .. } | NotFound | BadRequest { .. })
}

/// Blanks and capitals are the server's to change.
fn same_name(left: &str, right: &str) -> bool {
    let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    plain(left) == plain(right)
}

//! All guests of the organisation, page by page, and what is asked of twenty of them at a time.
//!
//! A list of a whole organisation is not held in memory here: whoever asks gets one page and the way to the next.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use tokio_util::sync::CancellationToken;

use crate::answer::Answer;
use crate::batch::all;
use crate::by_id::read;
use crate::client::{Call, Graph, Target};
use crate::odata;
use crate::operations::Operation;
use crate::outline::UserOutline;
use crate::page::LARGEST_PAGE;
use crate::problem::{Changed, GraphProblem, GraphProblemKind, ServerDetails};
use crate::resource::{Group, User};

/// The most users of a page: one more than the most that may be asked for.
const MOST_USERS_OF_A_PAGE: usize = 1_000;

/// Which accounts are asked for. All of them are advanced queries (Microsoft Graph: advanced query capabilities): they
/// need `ConsistencyLevel: eventual` and `$count`, and answer from an index that may be behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GuestQuery {
    /// External accounts without `mail` or without any `proxyAddresses`, members included: their user names end so
    /// (`#EXT#@contoso.onmicrosoft.com`). That the server takes these operators in one filter is documented nowhere.
    Candidates {
        /// The ends of their user names, without the first part.
        ends: Vec<String>,
    },
    /// Guests without `mail`.
    GuestsWithoutMail,
    /// Every guest, and every external account that is none by its type. As above.
    EveryExternal {
        /// The ends of their user names.
        ends: Vec<String>,
    },
    /// Every guest, by its type alone.
    EveryGuest,
}

impl GuestQuery {
    fn filter(&self) -> String {
        let ending = |ends: &[String]| {
            let clauses: Vec<String> =
                ends.iter().map(|end| odata::ends_with("userPrincipalName", end)).collect();
            if clauses.len() == 1 { clauses.concat() } else { format!("({})", clauses.join(" or ")) }
        };
        match self {
            Self::Candidates { ends } => {
                format!("{} and (mail eq null or proxyAddresses/$count eq 0)", ending(ends))
            }
            Self::GuestsWithoutMail => "userType eq 'Guest' and mail eq null".to_owned(),
            Self::EveryExternal { ends } => format!("userType eq 'Guest' or {}", ending(ends)),
            Self::EveryGuest => "userType eq 'Guest'".to_owned(),
        }
    }
}

/// What is asked of each account.
fn in_a_survey() -> Vec<&'static str> {
    [User::IN_A_LIST, User::IN_A_SURVEY_BESIDES].concat()
}

/// Where a list goes on: the server's own link. It is followed as it was given, and only to the place it came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Continuation(String);

/// One page of accounts, as it came: where the list goes on is known at once, and who is on it is read by
/// [`GuestPage::accounts`], beside the question for the next one.
pub struct GuestPage {
    /// How many accounts the whole list has; told with its first page.
    pub count: Option<u64>,
    /// The next page, if there is one.
    pub next: Option<Continuation>,
    answer: Answer,
}

impl std::fmt::Debug for GuestPage {
    /// Without who is on it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("GuestPage")
            .field("count", &self.count)
            .field("next", &self.next)
            .finish_non_exhaustive()
    }
}

/// Who is on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageAccounts {
    /// How many accounts are on it; there may be none though there is a next page.
    pub read: usize,
    /// Those of them that were wanted.
    pub users: Vec<User>,
}

#[derive(Deserialize)]
struct Frame {
    #[serde(rename = "@odata.count")]
    count: Option<u64>,
    #[serde(rename = "@odata.nextLink")]
    next: Option<String>,
}

#[derive(Deserialize)]
struct Contents<'a> {
    #[serde(borrow)]
    value: Vec<&'a RawValue>,
}

impl GuestPage {
    /// Who is on it. Whoever is `wanted`, by their outline, is read whole: to make objects of a long list takes longer than
    /// to get it.
    ///
    /// # Errors
    /// It is no page of accounts; the reading was cancelled.
    pub async fn accounts(
        &self,
        wanted: fn(&UserOutline<'_>) -> bool,
        cancel: &CancellationToken,
    ) -> Result<PageAccounts, GraphProblem> {
        self.answer.read_apart(move |answer| PageAccounts::read(answer, wanted), cancel).await
    }
}

impl PageAccounts {
    fn read(answer: &Answer, wanted: fn(&UserOutline<'_>) -> bool) -> Result<Self, GraphProblem> {
        let Contents { value } = answer.read_borrowed()?;
        if value.len() > MOST_USERS_OF_A_PAGE {
            return Err(answer.malformed("a page of more users than were asked for"));
        }
        let malformed = |error: serde_json::Error| answer.malformed(&error.to_string());
        let mut users = Vec::new();
        for raw in &value {
            let outline: UserOutline<'_> = serde_json::from_str(raw.get()).map_err(malformed)?;
            if outline.id().is_empty() {
                return Err(answer.malformed("an object without id"));
            }
            if wanted(&outline) {
                users.push(serde_json::from_str::<User>(raw.get()).map_err(malformed)?);
            }
        }
        Ok(Self { read: value.len(), users })
    }
}

impl Graph {
    /// One page of these accounts: the first, or the one that a page before it named.
    pub async fn guests_page(
        &self,
        query: &GuestQuery,
        at: Option<&Continuation>,
        cancel: &CancellationToken,
    ) -> Result<GuestPage, GraphProblem> {
        let operation = Operation::ListUsers;
        let first = Call::new(operation, &[])?.query(&[
            ("$select", in_a_survey().join(",")),
            ("$filter", query.filter()),
            ("$count", "true".to_owned()),
            ("$top", LARGEST_PAGE.to_owned()),
        ]);
        let call = match at {
            None => first,
            Some(Continuation(link)) if self.endpoint().continues(link, operation.path_template()) => {
                Call { target: Target::Link(link.clone()), ..first }
            }
            Some(_) => {
                let message = "a nextLink to another place".to_owned();
                let server = ServerDetails { message, ..ServerDetails::default() };
                return Err(GraphProblem::new(operation, GraphProblemKind::ForeignHost, Changed::No, server));
            }
        };
        // A header of one's own does not go along with a nextLink (Microsoft Graph: paging).
        let answer = self.send(&call.eventual(), cancel).await?;
        let Frame { count, next } = answer.read_apart(Answer::read, cancel).await?;
        let next = next.map(Continuation);
        let same = |next: &Continuation| Some(next) == at;
        if next.as_ref().is_some_and(same) {
            return Err(GraphProblem::malformed(operation, ServerDetails::default()));
        }
        Ok(GuestPage { count, next, answer })
    }

    /// How many guests the organisation has, by the same index; none where the server does not say.
    pub async fn count_of_guests(&self, cancel: &CancellationToken) -> Result<Option<u64>, GraphProblem> {
        let call = Call::new(Operation::ListUsers, &[])?.query(&[
            ("$select", "id".to_owned()),
            ("$filter", GuestQuery::EveryGuest.filter()),
            ("$count", "true".to_owned()),
            ("$top", "1".to_owned()),
        ]);
        let answer = self.send(&call.eventual(), cancel).await?;
        Ok(answer.read::<Frame>()?.count)
    }

    /// The groups of each of these users, in their order, with nothing but their names: one batch for each twenty.
    pub async fn group_names(
        &self,
        users: &[String],
        cancel: &CancellationToken,
    ) -> Result<Vec<Result<Vec<Group>, GraphProblem>>, GraphProblem> {
        let operation = Operation::ListUserGroups;
        let call = |user: &String| {
            let query = [("$select", "id,displayName".to_owned()), ("$top", LARGEST_PAGE.to_owned())];
            Ok(Call::new(operation, &[user])?.query(&query))
        };
        let calls = users.iter().map(call).collect::<Result<_, GraphProblem>>()?;
        let items = self.batch(calls, cancel).await?;
        let pages = users
            .iter()
            .zip(items)
            .map(async |(user, item)| self.list_item(operation, &[user], Some(item), cancel).await);
        Ok(all(pages).await)
    }

    /// Each of these users as they are now, in their order; none for whoever is not there any more.
    pub async fn users_in_survey(
        &self,
        users: &[String],
        cancel: &CancellationToken,
    ) -> Result<Vec<Result<Option<User>, GraphProblem>>, GraphProblem> {
        let operation = Operation::GetUser;
        let call = |user: &String| Ok(Call::new(operation, &[user])?.select(&in_a_survey()));
        let calls = users.iter().map(call).collect::<Result<_, GraphProblem>>()?;
        let somebody = |item: Result<Box<RawValue>, GraphProblem>| match item {
            Err(problem) if problem.kind == GraphProblemKind::NotFound => Ok(None),
            item => read(operation, &item?).map(Some),
        };
        Ok(self.batch(calls, cancel).await?.into_iter().map(somebody).collect())
    }
}

//! Lists that come in pages (Microsoft Graph: paging).

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio_util::sync::CancellationToken;

use crate::client::{Answer, Call, Graph, Target};
use crate::operations::Operation;
use crate::problem::{Changed, GraphProblem, GraphProblemKind, ServerDetails};
use crate::resource::Resource;

/// The most objects a page may be asked to hold. 1000 is refused with 400 (Microsoft Graph: List users, `$top`).
pub(crate) const LARGEST_PAGE: &str = "999";

/// The most pages of one list. At up to 999 objects each it is far beyond one person's groups; a server that goes on
/// is not answering our question.
const MOST_PAGES: usize = 100;

/// A list that may stop before its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed<T> {
    /// What was read.
    pub items: Vec<T>,
    /// Whether that is all there is.
    pub complete: bool,
}

#[derive(Deserialize)]
struct Page<T> {
    value: Vec<T>,
    #[serde(rename = "@odata.nextLink")]
    next: Option<String>,
}

impl Graph {
    /// All pages of a list.
    pub(crate) async fn list<T: Resource>(
        &self,
        call: &Call,
        cancel: &CancellationToken,
    ) -> Result<Vec<T>, GraphProblem> {
        self.follow(self.send(call, cancel).await?, cancel).await
    }

    /// At most so many pages of a list.
    pub(crate) async fn list_some<T: Resource>(
        &self,
        call: &Call,
        pages: usize,
        cancel: &CancellationToken,
    ) -> Result<Listed<T>, GraphProblem> {
        let first = self.send(call, cancel).await?;
        self.pages(first, pages, cancel).await
    }

    /// The list whose first page came as an item of a batch.
    pub(crate) async fn list_from<T: Resource>(
        &self,
        operation: Operation,
        body: &Value,
        cancel: &CancellationToken,
    ) -> Result<Vec<T>, GraphProblem> {
        let body = body.to_string().into();
        self.follow(Answer { operation, body, server: ServerDetails::default() }, cancel).await
    }

    pub(crate) async fn follow<T: Resource>(
        &self,
        first: Answer,
        cancel: &CancellationToken,
    ) -> Result<Vec<T>, GraphProblem> {
        let operation = first.operation;
        let listed = self.pages(first, MOST_PAGES, cancel).await?;
        if !listed.complete {
            let server = ServerDetails {
                message: format!("more than {MOST_PAGES} pages"),
                ..ServerDetails::default()
            };
            return Err(GraphProblem::new(operation, GraphProblemKind::TooLarge, Changed::No, server));
        }
        Ok(listed.items)
    }

    async fn pages<T: Resource>(
        &self,
        first: Answer,
        most: usize,
        cancel: &CancellationToken,
    ) -> Result<Listed<T>, GraphProblem> {
        let operation = first.operation;
        let mut seen = HashSet::new();
        let mut items = Vec::new();
        let mut answer = first;
        loop {
            let page: Page<T> = answer.read()?;
            if page.value.iter().any(|item| item.id().is_empty()) {
                return Err(answer.malformed("an object without id"));
            }
            items.extend(page.value);
            // A page may be empty and still have a next one; only the link says whether there is more.
            let Some(link) = page.next else { return Ok(Listed { items, complete: true }) };
            if !self.endpoint().owns(&link) {
                let server =
                    ServerDetails { message: "a nextLink to another host".to_owned(), ..answer.server };
                return Err(GraphProblem::new(operation, GraphProblemKind::ForeignHost, Changed::No, server));
            }
            if !seen.insert(link.clone()) {
                return Err(answer.malformed("the same nextLink twice"));
            }
            if seen.len() >= most {
                return Ok(Listed { items, complete: false });
            }
            answer = self.send(&Call { operation, target: Target::Link(link), body: None }, cancel).await?;
        }
    }

    /// One object.
    pub(crate) async fn get<T: Resource>(
        &self,
        call: &Call,
        cancel: &CancellationToken,
    ) -> Result<T, GraphProblem> {
        let answer = self.send(call, cancel).await?;
        let object: T = answer.read()?;
        if object.id().is_empty() { Err(answer.malformed("an object without id")) } else { Ok(object) }
    }

    /// A change whose answer carries nothing.
    pub(crate) async fn change(
        &self,
        call: &Call,
        cancel: &CancellationToken,
    ) -> Result<crate::Acknowledged, GraphProblem> {
        Ok(self.send(call, cancel).await?.acknowledged(()))
    }
}

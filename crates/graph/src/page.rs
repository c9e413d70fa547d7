//! Lists that come in pages (Microsoft Graph: paging).

use std::collections::HashSet;
use std::fmt;
use std::marker::PhantomData;

use evidence::Secrets;
use serde::de::{Deserializer as _, IgnoredAny, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use tokio_util::sync::CancellationToken;

use crate::answer::Answer;
use crate::client::{Call, Graph, Target};
use crate::operations::Operation;
use crate::problem::{Changed, GraphProblem, GraphProblemKind, ServerDetails};
use crate::resource::Resource;

/// The most objects a page may be asked to hold. 1000 is refused with 400 (Microsoft Graph: List users, `$top`).
pub(crate) const LARGEST_PAGE: &str = "999";

/// The most pages of one list. At up to 999 objects each it is far beyond one person's groups; a server that goes on
/// is not answering our question.
const MOST_PAGES: usize = 100;

/// The most objects of one list, however many pages bring them. A guest may be in a few thousand groups.
pub(crate) const MOST_OBJECTS: usize = 20_000;

/// The most bytes of one list, over all its pages: four of the largest answers. A hundred pages of ordinary size are
/// half of it, and one server must not make the app hold a hundred of the largest.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// A list that may stop before its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed<T> {
    /// What was read.
    pub items: Vec<T>,
    /// Whether that is all there is.
    pub complete: bool,
}

/// One page, as far as it is kept.
struct Page<T> {
    value: Vec<T>,
    /// Whether it holds more than are kept.
    more: bool,
    next: Option<String>,
}

#[derive(Deserialize)]
struct Read<'a> {
    #[serde(borrow)]
    value: &'a RawValue,
    #[serde(rename = "@odata.nextLink")]
    next: Option<String>,
}

impl<T: Resource> Page<T> {
    /// Keeps at most so many objects, and looks at none behind them: a page of megabytes must not become gigabytes.
    fn read(answer: &Answer, most: usize) -> Result<Self, GraphProblem> {
        let Read { value, next } = answer.read_borrowed()?;
        let mut reader = serde_json::Deserializer::from_str(value.get());
        let kept = reader.deserialize_seq(Kept { most, of: PhantomData });
        let (value, more) = kept.map_err(|error| answer.malformed(&error.to_string()))?;
        Ok(Self { value, more, next })
    }
}

/// Reads a list, as far as it is kept.
struct Kept<T> {
    most: usize,
    of: PhantomData<T>,
}

impl<'de, T: Resource> Visitor<'de> for Kept<T> {
    type Value = (Vec<T>, bool);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let (mut kept, mut more) = (Vec::new(), false);
        while kept.len() < self.most {
            match list.next_element()? {
                Some(object) => kept.push(object),
                None => return Ok((kept, more)),
            }
        }
        while list.next_element::<IgnoredAny>()?.is_some() {
            more = true;
        }
        Ok((kept, more))
    }
}

/// A list of which more was sent than is kept.
pub(crate) fn too_many(operation: Operation, message: String) -> GraphProblem {
    let server = ServerDetails { message, ..ServerDetails::default() };
    GraphProblem::new(operation, GraphProblemKind::TooLarge, Changed::No, server)
}

impl Graph {
    /// All pages of a list.
    pub(crate) async fn list<T: Resource>(
        &self,
        call: &Call,
        cancel: &CancellationToken,
    ) -> Result<Vec<T>, GraphProblem> {
        self.follow(self.send(call, cancel).await?, MOST_OBJECTS, cancel).await
    }

    /// At most so many pages of a list.
    pub(crate) async fn list_some<T: Resource>(
        &self,
        call: &Call,
        pages: usize,
        cancel: &CancellationToken,
    ) -> Result<Listed<T>, GraphProblem> {
        let first = self.send(call, cancel).await?;
        self.pages(first, pages, MOST_OBJECTS, cancel).await
    }

    /// The list whose first page came as an item of a batch.
    pub(crate) async fn list_from<T: Resource>(
        &self,
        operation: Operation,
        ids: &[&str],
        body: &RawValue,
        most: usize,
        cancel: &CancellationToken,
    ) -> Result<Vec<T>, GraphProblem> {
        let body = body.get().to_owned().into();
        // What came in a batch was struck when the batch came in.
        let (server, secrets) = (ServerDetails::default(), Secrets::default());
        self.follow(Answer { operation, path: operation.path(ids)?, body, server, secrets }, most, cancel)
            .await
    }

    pub(crate) async fn follow<T: Resource>(
        &self,
        first: Answer,
        most: usize,
        cancel: &CancellationToken,
    ) -> Result<Vec<T>, GraphProblem> {
        let operation = first.operation;
        let listed = self.pages(first, MOST_PAGES, most, cancel).await?;
        if !listed.complete {
            let most = format!("more than {MOST_PAGES} pages or {MOST_BYTES} bytes");
            return Err(too_many(operation, most));
        }
        Ok(listed.items)
    }

    async fn pages<T: Resource>(
        &self,
        first: Answer,
        most_pages: usize,
        most: usize,
        cancel: &CancellationToken,
    ) -> Result<Listed<T>, GraphProblem> {
        let (operation, path) = (first.operation, first.path.clone());
        let mut seen = HashSet::new();
        let (mut items, mut bytes) = (Vec::new(), 0_usize);
        let mut answer = first;
        loop {
            // Counted as sent: what is not read takes no room but its own.
            bytes = bytes.saturating_add(answer.body.len());
            if bytes > MOST_BYTES {
                return Ok(Listed { items, complete: false });
            }
            let left = most.saturating_sub(items.len());
            let page = answer.read_apart(move |answer| Page::<T>::read(answer, left), cancel).await?;
            if page.value.iter().any(|item| item.id().is_empty()) {
                return Err(answer.malformed("an object without id"));
            }
            if page.more {
                return Err(too_many(operation, format!("more than {most} objects")));
            }
            items.extend(page.value);
            // A page may be empty and still have a next one; only the link says whether there is more.
            let Some(link) = page.next else { return Ok(Listed { items, complete: true }) };
            if !self.endpoint().continues(&link, &path) {
                let server =
                    ServerDetails { message: "a nextLink to another place".to_owned(), ..answer.server };
                return Err(GraphProblem::new(operation, GraphProblemKind::ForeignHost, Changed::No, server));
            }
            if !seen.insert(link.clone()) {
                return Err(answer.malformed("the same nextLink twice"));
            }
            if seen.len() >= most_pages {
                return Ok(Listed { items, complete: false });
            }
            answer = self
                .send(&Call { operation, target: Target::Link(link), body: None, eventual: false }, cancel)
                .await?;
        }
    }

    /// One object.
    pub(crate) async fn get<T: Resource>(
        &self,
        call: &Call,
        cancel: &CancellationToken,
    ) -> Result<T, GraphProblem> {
        let answer = self.send(call, cancel).await?;
        let object: T = answer.read_apart(Answer::read, cancel).await?;
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

//! The check itself.

use std::collections::HashSet;
use std::fmt;

use practice::Exchange;
use serde_json::Value;

use crate::document::{Contract, Operation};
use crate::part::{Part, parts};
use crate::query::{unknown_in_filter, unknown_in_list};

/// Headers that any request may carry. `Authorization` is never recorded.
const USUAL: [&str; 7] = [
    "accept",
    "client-request-id",
    "content-type",
    "content-length",
    "host",
    "user-agent",
    "accept-encoding",
];

/// Something that the contract does not allow. A question to be looked into, not yet a proof: the contract is
/// tightened beyond what Graph enforces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Which request, and where in it or in its answer.
    pub place: String,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

impl Contract {
    /// Everything that is wrong with a conversation, in the order in which it was recorded.
    #[must_use]
    pub fn violations(&self, conversation: &[Exchange]) -> Vec<Violation> {
        let mut links = HashSet::new();
        let mut found = Vec::new();
        for exchange in conversation {
            let (parts, packing) = parts(exchange);
            let of_the_whole = format!("{} {}", exchange.method, exchange.path_and_query);
            found.extend(packing.into_iter().map(|what| Violation { place: of_the_whole.clone(), what }));
            for part in &parts {
                found.extend(self.part(part, &links));
            }
            links.extend(parts.iter().filter_map(next_link));
        }
        found
    }

    fn part(&self, part: &Part<'_>, links: &HashSet<String>) -> Vec<Violation> {
        let inside = if part.in_batch { " in a batch" } else { "" };
        let place = format!("{} {}{inside}", part.method, part.path());
        let found = |place: String| move |what: String| Violation { place: place.clone(), what };
        let Some(operation) = self.operation(part.method, part.path()) else {
            return vec![found(place)("the contract has no such operation".to_owned())];
        };
        let request =
            self.request(part, operation, links).into_iter().map(found(format!("{place}, request")));
        let answer = self.answer(part, operation).into_iter().map(found(format!("{place}, answer")));
        request.chain(answer).collect()
    }

    fn request(&self, part: &Part<'_>, operation: &Operation, links: &HashSet<String>) -> Vec<String> {
        let mut wrong = self.query(part, operation, links);
        for (name, _) in &part.headers {
            if !USUAL.contains(&name.as_str()) && !operation.headers.contains(name) {
                wrong.push(format!("the header {name} is not listed"));
            }
        }
        let is_json = part
            .headers
            .iter()
            .any(|(name, value)| name == "content-type" && value.starts_with("application/json"));
        match (operation.has_body, part.body.is_null()) {
            (false, true) => {}
            (true, true) => wrong.push("the body is missing".to_owned()),
            (false, false) => wrong.push("there is a body".to_owned()),
            (true, false) => {
                if !is_json {
                    wrong.push("the body is not said to be JSON".to_owned());
                }
                wrong.extend(self.faults(&format!("{}/request", operation.pointer), part.body));
            }
        }
        wrong
    }

    fn query(&self, part: &Part<'_>, operation: &Operation, links: &HashSet<String>) -> Vec<String> {
        let mut wrong = Vec::new();
        let object = self.object_of(operation).unwrap_or(&Value::Null);
        for (at, (name, value)) in part.query.iter().enumerate() {
            if part.query[..at].iter().any(|(before, _)| before == name) {
                wrong.push(format!("{name} stands there twice"));
            }
            let unknown = match name.as_str() {
                // Nobody makes tokens themselves: the whole link must be one that was handed out.
                "$skiptoken" if links.contains(part.target) => continue,
                _ if !operation.query.contains(name) => {
                    wrong.push(format!("the query option {name} is not listed"));
                    continue;
                }
                "$select" | "$orderby" => unknown_in_list(self, object, value),
                "$filter" => unknown_in_filter(self, object, value),
                _ => continue,
            };
            wrong.extend(
                unknown.iter().map(|property| format!("{name} names {property}, which is no property")),
            );
        }
        wrong
    }

    fn answer(&self, part: &Part<'_>, operation: &Operation) -> Vec<String> {
        let Some((status, body)) = part.answer else { return vec![] };
        let class = format!("{}XX", status / 100);
        let own = [status.to_string(), class].into_iter().find(|key| operation.answers.contains_key(key));
        let Some(own) = own else { return vec![format!("the status {status} is not listed")] };
        match (operation.answers[&own], body.is_null()) {
            (false, true) => vec![],
            (false, false) => vec![format!("{status} has a body")],
            (true, _) => self.faults(&format!("{}/responses/{own}", operation.pointer), body),
        }
    }
}

/// The link to the next page in the answer, as a target behind the version.
fn next_link(part: &Part<'_>) -> Option<String> {
    let link = part.answer?.1["@odata.nextLink"].as_str()?;
    let behind_the_host = link.split_once("://")?.1.split_once('/')?.1;
    Some(format!("/{}", behind_the_host.strip_prefix("v1.0/")?))
}

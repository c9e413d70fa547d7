//! A request and its answer, whether it travelled alone or inside a batch.

use percent_encoding::percent_decode_str;
use practice::Exchange;
use serde_json::Value;

/// The version of Graph that is spoken. Inside a batch it is left out.
const VERSION: &str = "/v1.0";

/// One request and its answer.
#[derive(Debug, Clone)]
pub struct Part<'a> {
    /// The HTTP method.
    pub method: &'a str,
    /// Path and query behind the version, as sent.
    pub target: &'a str,
    /// The names of the query options and their values, decoded.
    pub query: Vec<(String, String)>,
    /// The headers, their names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body, or null.
    pub body: &'a Value,
    /// Status and body of the answer; none if the connection broke.
    pub answer: Option<(u16, &'a Value)>,
    /// Whether it came inside a batch.
    pub in_batch: bool,
}

impl Part<'_> {
    /// The path behind the version.
    #[must_use]
    pub fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }
}

/// The exchange itself and, if it is a batch, all that is inside it; and what is wrong with how they were packed.
#[must_use]
pub fn parts(exchange: &Exchange) -> (Vec<Part<'_>>, Vec<String>) {
    let mut wrong = Vec::new();
    let target = exchange.path_and_query.strip_prefix(VERSION).unwrap_or_else(|| {
        wrong.push(format!("{} is not below {VERSION}", exchange.path_and_query));
        &exchange.path_and_query
    });
    let outer = Part {
        method: &exchange.method,
        target,
        query: options(target),
        headers: exchange
            .headers
            .iter()
            .map(|(name, value)| (name.to_ascii_lowercase(), value.clone()))
            .collect(),
        body: &exchange.body,
        answer: (exchange.status != 0).then_some((exchange.status, &exchange.answer_body)),
        in_batch: false,
    };
    let mut all = Vec::new();
    if outer.path() == "/$batch" {
        all = items(&outer, &mut wrong);
    }
    all.insert(0, outer);
    (all, wrong)
}

/// The items of a batch, each with the answer that carries its id.
fn items<'a>(batch: &Part<'a>, wrong: &mut Vec<String>) -> Vec<Part<'a>> {
    let list = |body: &'a Value, name: &str| body[name].as_array().map_or(&[][..], Vec::as_slice);
    let requests = list(batch.body, "requests");
    let answered = matches!(batch.answer, Some((200, _)));
    let answers = batch.answer.map_or(&[][..], |(_, body)| list(body, "responses"));
    // "ids compare case-insensitively" (Microsoft Graph: JSON batching).
    let same = |one: &Value, other: &Value| {
        one["id"]
            .as_str()
            .zip(other["id"].as_str())
            .is_some_and(|(one, other)| one.eq_ignore_ascii_case(other))
    };
    for answer in answers {
        if !requests.iter().any(|request| same(request, answer)) {
            wrong.push(format!("the batch answers {}, which was not asked", answer["id"]));
        }
    }
    let mut items = Vec::new();
    for request in requests {
        let mut own = answers.iter().filter(|answer| same(request, answer));
        let answer = own.next();
        if answered && (answer.is_none() || own.next().is_some()) {
            wrong.push(format!("the item {} of the batch is not answered once", request["id"]));
        }
        let target = request["url"].as_str().unwrap_or_default();
        items.push(Part {
            method: request["method"].as_str().unwrap_or_default(),
            target,
            query: options(target),
            headers: headers(&request["headers"]),
            body: &request["body"],
            answer: answer.map(|answer| (status(answer), &answer["body"])),
            in_batch: true,
        });
    }
    items
}

fn status(answer: &Value) -> u16 {
    answer["status"].as_u64().and_then(|status| u16::try_from(status).ok()).unwrap_or_default()
}

fn headers(headers: &Value) -> Vec<(String, String)> {
    let all = headers.as_object().into_iter().flatten();
    all.map(|(name, value)| (name.to_ascii_lowercase(), value.as_str().unwrap_or_default().to_owned()))
        .collect()
}

fn options(target: &str) -> Vec<(String, String)> {
    let decode = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let query = target.split_once('?').map_or("", |(_, query)| query);
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (decode(name), decode(value)))
        .collect()
}

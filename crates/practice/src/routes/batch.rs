//! `$batch`: taking it apart and putting the answers together. Source: concepts/json-batching.

use std::collections::HashSet;

use serde_json::{Value, json};

use crate::Object;
use crate::behaviour::BatchOrder;
use crate::error::ErrorResponse;
use crate::organisation::{text, texts};
use crate::request::{Request, RequestBody};
use crate::response::{Body, Response};

/// The most requests in one batch (concepts/json-batching).
const MOST: usize = 20;

/// One request of a batch.
pub(crate) struct Item {
    pub(crate) id: String,
    pub(crate) depends_on: Vec<String>,
    /// A request that cannot be read is answered for itself.
    pub(crate) request: Result<Request, ErrorResponse>,
}

pub(crate) fn unpack(outer: &Request) -> Result<Vec<Item>, ErrorResponse> {
    let body = outer.object()?;
    let rows = body.get("requests").and_then(Value::as_array).filter(|rows| !rows.is_empty());
    let rows = rows.ok_or_else(|| ErrorResponse::odata("Invalid batch payload format."))?;
    if rows.len() > MOST {
        return Err(ErrorResponse::odata(format!(
            "Number of batch request steps exceeds the maximum value of {MOST}."
        )));
    }
    let mut seen = HashSet::new();
    let mut items = Vec::new();
    for row in rows {
        let row = row.as_object().ok_or_else(|| ErrorResponse::odata("Invalid batch payload format."))?;
        let item = read(outer, row)?;
        // Ids compare without regard to case; a double one spoils the whole batch.
        if !seen.insert(item.id.to_lowercase()) {
            return Err(ErrorResponse::odata(format!(
                "Invalid batch payload: the id '{}' is not unique.",
                item.id
            )));
        }
        items.push(item);
    }
    in_order(items)
}

fn read(outer: &Request, row: &Object) -> Result<Item, ErrorResponse> {
    // `depends_on` means nothing to Graph; Microsoft's msgraph-core for Python writes it and is answered.
    const KNOWN: [&str; 7] = ["id", "method", "url", "headers", "body", "dependsOn", "depends_on"];
    let wrong = |what: &str| ErrorResponse::odata(format!("Invalid batch payload: {what}."));
    if let Some(odd) = row.keys().find(|key| !KNOWN.contains(&key.as_str())) {
        return Err(wrong(&format!("unknown property '{odd}'")));
    }
    let id = text(row, "id").ok_or_else(|| wrong("a request has no id"))?;
    let method = text(row, "method").ok_or_else(|| wrong("a request has no method"))?;
    let url = text(row, "url").ok_or_else(|| wrong("a request has no url"))?;
    Ok(Item {
        id: id.to_owned(),
        depends_on: texts(row.get("dependsOn")).into_iter().map(str::to_owned).collect(),
        request: read_inner(outer, row, method, url),
    })
}

/// The `url` of an item is relative, without the version (concepts/json-batching).
fn read_inner(outer: &Request, row: &Object, method: &str, url: &str) -> Result<Request, ErrorResponse> {
    if url.contains("://") || url.trim_start_matches('/').starts_with("v1.0/") {
        return Err(ErrorResponse::odata(format!(
            "Resource not found for the segment '{url}': batch urls are relative."
        )));
    }
    let mut request = Request::read(&method.to_ascii_uppercase(), url, &outer.base, outer.id.clone())?;
    if let Some(id) = outer.headers.get("client-request-id") {
        request.headers.insert("client-request-id".into(), id.clone());
    }
    for (name, value) in row.get("headers").and_then(Value::as_object).into_iter().flatten() {
        if let Some(value) = value.as_str() {
            request.headers.insert(name.to_ascii_lowercase(), value.to_owned());
        }
    }
    if let Some(body) = row.get("body").filter(|body| !body.is_null()) {
        let json = request.headers.get("content-type").is_some_and(|kind| kind.contains("json"));
        if !json {
            return Err(ErrorResponse::odata(
                "Invalid batch payload: a request with a body needs a Content-Type header.",
            ));
        }
        request.body = RequestBody::Json(body.clone());
    }
    Ok(request)
}

/// Puts every request behind those it depends on; a circle or an unknown id spoils the whole batch.
fn in_order(mut waiting: Vec<Item>) -> Result<Vec<Item>, ErrorResponse> {
    let mut ready: Vec<Item> = Vec::new();
    while !waiting.is_empty() {
        let free = waiting.iter().position(|item| {
            item.depends_on.iter().all(|id| ready.iter().any(|done| done.id.eq_ignore_ascii_case(id)))
        });
        let Some(free) = free else {
            return Err(ErrorResponse::odata(
                "Invalid batch payload: dependsOn names an unknown request, or goes round in a circle.",
            ));
        };
        ready.push(waiting.remove(free));
    }
    Ok(ready)
}

/// The outer answer: 200 whatever the inner ones say.
pub(crate) fn pack(mut responses: Vec<(String, Response)>, order: BatchOrder) -> Response {
    if order == BatchOrder::Reversed {
        responses.reverse();
    }
    let responses: Vec<Value> = responses
        .into_iter()
        .map(|(id, response)| {
            let headers: Object =
                response.headers.into_iter().map(|(name, value)| (name, json!(value))).collect();
            let mut row = json!({ "id": id, "status": response.status, "headers": headers });
            match response.body {
                Body::Empty => {}
                Body::Json(body) => row["body"] = body,
                Body::Text(text) => row["body"] = json!(text),
                Body::Raw(bytes) => row["body"] = json!(String::from_utf8_lossy(&bytes)),
            }
            row
        })
        .collect();
    Response::json(200, json!({ "responses": responses }))
}

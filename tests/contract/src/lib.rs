//! Checks recorded requests and answers against Microsoft's contract, given as data: a JSON Schema whose
//! `x-operations` name each method, path, query option and body.
//!
//! It refuses to know who sent the requests and who answered them: it reads what was recorded, so that neither our
//! client nor our practice tenant can be its own judge. The contract is no part of this repository: the tests that need
//! it are ignored, and `cargo xtask test` runs them where `CONTRACT_DIR` names its folder.
//!
//! ```
//! use contract::Contract;
//! use practice::Exchange;
//! use serde_json::{Value, json};
//!
//! let contract = Contract::new(json!({
//!     "$defs": { "user": { "properties": { "mail": {} }, "additionalProperties": false } },
//!     "x-operations": [{
//!         "method": "GET", "path": "/me", "pathRegex": "^/me$", "query": ["$select"], "headers": [],
//!         "request": null, "responses": { "200": { "$ref": "#/$defs/user" } },
//!     }],
//! }))?;
//! let exchange = |url: &str, answer: Value| Exchange {
//!     method: "GET".into(), path_and_query: url.into(), headers: vec![], body: Value::Null,
//!     status: 200, answer_headers: vec![], answer_body: answer,
//! };
//! let right = exchange("/v1.0/me?$select=mail", json!({ "mail": "anna@contoso.nl" }));
//! assert!(contract.violations(&[right]).is_empty());
//! let misspelt = exchange("/v1.0/me?$select=mial", json!({ "mail": "anna@contoso.nl" }));
//! assert_eq!(contract.violations(&[misspelt]).len(), 1);
//! # Ok::<(), contract::Unusable>(())
//! ```

mod check;
mod document;
mod part;
mod query;

pub use check::Violation;
pub use document::{Contract, Missing, Operation, Unusable, folder};
pub use part::{Part, parts};

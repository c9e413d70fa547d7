//! The contract itself: where it lies, what it lists, and its schemas.

use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::{env, fs, io};

use jsonschema::{Registry, Validator};
use regex::Regex;
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// The file of the contract's folder that is tested with.
const FILE: &str = "graph-v1.0-slice.jsonschema.json";
/// What the contract is called while it is in memory. Nothing is fetched from there.
const ROOT: &str = "https://contract.example/graph";
/// Longer findings are cut: one that does not match a list of types quotes the whole object.
const LONGEST: usize = 300;

/// The contract is not there.
#[derive(Debug, thiserror::Error)]
#[error("there is no contract at {}: CONTRACT_DIR says where it is", .0.display())]
pub struct Missing(PathBuf);

/// The folder of the contract: what `CONTRACT_DIR` names, seen from the workspace. `.cargo/config.toml` has its default.
pub fn folder() -> Result<PathBuf, Missing> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = workspace.join(env::var_os("CONTRACT_DIR").unwrap_or_default());
    if folder.join(FILE).is_file() { Ok(folder) } else { Err(Missing(folder)) }
}

/// Why a contract cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// It cannot be read.
    #[error("the contract cannot be read: {0}")]
    File(#[from] io::Error),
    /// It is not JSON, or not of the shape that is known here.
    #[error("the contract has another shape: {0}")]
    Shape(#[from] serde_json::Error),
    /// One of its paths is no regular expression.
    #[error("the contract has a path that cannot be matched: {0}")]
    Path(#[from] regex::Error),
    /// Its schemas cannot be used.
    #[error("the contract has a schema that cannot be used: {0}")]
    Schema(String),
}

/// One line of the contract: a method and a path, and what may be sent and answered there.
#[derive(Debug)]
pub struct Operation {
    /// The HTTP method.
    pub method: String,
    /// The path behind the version, with names in braces.
    pub path: String,
    /// The query options that may be sent.
    pub query: Vec<String>,
    /// The headers that may be sent beside those every request has, in lower case.
    pub headers: Vec<String>,
    /// Whether a body is sent.
    pub has_body: bool,
    /// By status or class of statuses: whether the answer has a body.
    pub answers: HashMap<String, bool>,
    matcher: Regex,
    /// Where it stands in the document, as a JSON pointer.
    pub(crate) pointer: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Line {
    method: String,
    path: String,
    path_regex: String,
    query: Vec<String>,
    headers: Vec<String>,
    request: Value,
    responses: Map<String, Value>,
}

/// Microsoft's contract.
pub struct Contract {
    document: Value,
    operations: Vec<Operation>,
    registry: Registry<'static>,
    /// Made when first needed: most tests need few.
    validators: Mutex<HashMap<String, Arc<Validator>>>,
}

impl fmt::Debug for Contract {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Contract").field("operations", &self.operations.len()).finish_non_exhaustive()
    }
}

impl Contract {
    /// Reads it from its folder.
    pub fn read(folder: &Path) -> Result<Self, Unusable> {
        Self::new(serde_json::from_str(&fs::read_to_string(folder.join(FILE))?)?)
    }

    /// Takes it from a document.
    pub fn new(document: Value) -> Result<Self, Unusable> {
        let lines: Vec<Line> = serde_json::from_value(document["x-operations"].clone())?;
        let operations: Result<Vec<_>, regex::Error> =
            lines.into_iter().enumerate().map(|(number, line)| Operation::new(number, line)).collect();
        let unusable = |error: &dyn fmt::Display| Unusable::Schema(error.to_string());
        let registry = Registry::new()
            .add(ROOT, document.clone())
            .and_then(jsonschema::RegistryBuilder::prepare)
            .map_err(|error| unusable(&error))?;
        Ok(Self { document, operations: operations?, registry, validators: Mutex::default() })
    }

    /// The operation of a request. Where several match, the one with the fewest open places is meant:
    /// `/directory/deletedItems/microsoft.graph.user` also looks like an id.
    #[must_use]
    pub fn operation(&self, method: &str, path: &str) -> Option<&Operation> {
        self.operations
            .iter()
            .filter(|operation| operation.method == method && operation.matcher.is_match(path))
            .min_by_key(|operation| operation.path.matches('{').count())
    }

    /// What is wrong with a value, seen from the schema at this JSON pointer.
    #[must_use]
    pub fn faults(&self, pointer: &str, value: &Value) -> Vec<String> {
        match self.validator(pointer) {
            Ok(validator) => validator.iter_errors(value).map(|error| fault(&error)).collect(),
            Err(error) => vec![error.to_string()],
        }
    }

    fn validator(&self, pointer: &str) -> Result<Arc<Validator>, Unusable> {
        let mut known = self.validators.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(validator) = known.get(pointer) {
            return Ok(Arc::clone(validator));
        }
        let validator = jsonschema::draft202012::options()
            .with_registry(&self.registry)
            .should_validate_formats(true)
            .build(&json!({ "$ref": format!("{ROOT}#{pointer}") }))
            .map_err(|error| Unusable::Schema(error.to_string()))?;
        Ok(Arc::clone(known.entry(pointer.to_owned()).or_insert(Arc::new(validator))))
    }

    /// The schema of one object in the answer of success, through the list it may stand in.
    pub(crate) fn object_of(&self, operation: &Operation) -> Option<&Value> {
        let answer = self.resolve(self.document.pointer(&format!("{}/responses/200", operation.pointer))?);
        Some(answer.pointer("/properties/value/items").map_or(answer, |items| self.resolve(items)))
    }

    /// The properties a schema knows, those of all types it may stand for.
    pub(crate) fn properties<'a>(&'a self, schema: &'a Value) -> BTreeSet<&'a str> {
        self.schemas_of(schema)
            .into_iter()
            .filter_map(|schema| schema["properties"].as_object())
            .flat_map(|properties| properties.keys().map(String::as_str))
            .collect()
    }

    /// The schema of the elements of a collection that is a property.
    pub(crate) fn elements<'a>(&'a self, schema: &'a Value, property: &str) -> Option<&'a Value> {
        let all = self.schemas_of(schema);
        let items =
            all.into_iter().find_map(|schema| schema.pointer(&format!("/properties/{property}/items")))?;
        Some(self.resolve(items))
    }

    /// The schema and all that it is put together from.
    fn schemas_of<'a>(&'a self, schema: &'a Value) -> Vec<&'a Value> {
        let schema = self.resolve(schema);
        let parts =
            ["allOf", "anyOf", "oneOf"].into_iter().filter_map(|kind| schema[kind].as_array()).flatten();
        let mut all: Vec<&Value> = parts.flat_map(|part| self.schemas_of(part)).collect();
        all.push(schema);
        all
    }

    fn resolve<'a>(&'a self, schema: &'a Value) -> &'a Value {
        let named = schema["$ref"].as_str().and_then(|name| name.strip_prefix('#'));
        named.and_then(|pointer| self.document.pointer(pointer)).unwrap_or(schema)
    }
}

impl Operation {
    fn new(number: usize, line: Line) -> Result<Self, regex::Error> {
        Ok(Self {
            matcher: Regex::new(&line.path_regex)?,
            method: line.method,
            path: line.path,
            query: line.query,
            headers: line.headers.iter().map(|name| name.to_ascii_lowercase()).collect(),
            has_body: !line.request.is_null(),
            answers: line.responses.into_iter().map(|(status, schema)| (status, !schema.is_null())).collect(),
            pointer: format!("/x-operations/{number}"),
        })
    }
}

fn fault(error: &jsonschema::ValidationError<'_>) -> String {
    let text = error.to_string();
    let cut = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
    let place = error.instance_path().to_string();
    format!("{}: {}", if place.is_empty() { "/" } else { &place }, &text[..cut])
}

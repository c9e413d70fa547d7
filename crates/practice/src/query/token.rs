//! What a nextLink carries: opaque, so that nobody builds one, and good for the query it was given for.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::time::Duration;

use jiff::Timestamp;

use crate::error::ErrorResponse;
use crate::request::Request;

/// Seals and opens the tokens of one query.
pub(super) struct Tokens<'a> {
    pub(super) request: &'a Request,
    pub(super) now: Timestamp,
    /// How long one can be used.
    pub(super) last: Option<Duration>,
}

impl Tokens<'_> {
    /// The same request with a token; the other options stay as sent.
    pub(super) fn next_link(&self, after: &str) -> String {
        let request = self.request;
        let saved: String = request
            .raw_query
            .split('&')
            .filter(|pair| !pair.is_empty() && !is_token(pair))
            .flat_map(|pair| [pair, "&"])
            .collect();
        format!("{}/v1.0{}?{saved}$skiptoken={}", request.base, request.path, self.seal(after))
    }

    fn seal(&self, after: &str) -> String {
        let seal = format!("{:016x}{:016x}", self.fingerprint(), self.now.as_second());
        after.bytes().fold(seal, |token, byte| format!("{token}{byte:02x}"))
    }

    /// Where the token goes on. That one expires in large tenants, and how it is then refused, was seen
    /// (msgraph-sdk-dotnet issue 2254, msgraph-sdk-java issue 368).
    pub(super) fn open(&self, token: &str) -> Result<String, ErrorResponse> {
        self.read(token).ok_or_else(|| {
            ErrorResponse::new(
                400,
                "Directory_ExpiredPageToken",
                "The specified page token value has expired and can no longer be included in your request.",
            )
        })
    }

    fn read(&self, token: &str) -> Option<String> {
        let (seal, rest) = token.split_at_checked(16)?;
        let (given, after) = rest.split_at_checked(16)?;
        let given = Timestamp::from_second(i64::from_str_radix(given, 16).ok()?).ok()?;
        let age = self.now.duration_since(given);
        let expired = self.last.is_some_and(|last| age.unsigned_abs() > last && age.is_positive());
        if expired || seal != format!("{:016x}", self.fingerprint()) || !after.is_ascii() {
            return None;
        }
        let bytes: Option<Vec<u8>> = (0..after.len())
            .step_by(2)
            .map(|at| u8::from_str_radix(after.get(at..at + 2)?, 16).ok())
            .collect();
        String::from_utf8(bytes?).ok()
    }

    fn fingerprint(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.request.segments.hash(&mut hasher);
        for name in ["$filter", "$orderby", "$select"] {
            self.request.option(name).hash(&mut hasher);
        }
        hasher.finish()
    }
}

fn is_token(pair: &str) -> bool {
    let name = pair.split('=').next().unwrap_or_default();
    ["$skiptoken", "%24skiptoken", "skiptoken"].iter().any(|known| name.eq_ignore_ascii_case(known))
}

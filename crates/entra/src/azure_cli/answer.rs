//! What `az` says: its token, as far as it can be read, and its errors.

use std::error::Error as _;
use std::io;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;

use crate::problem::{Evidence, Problem, Reason, What};

/// More of its words are not quoted.
const MOST_WORDS: usize = 600;
/// What is longer without a blank or a sign that divides is no word and no GUID: it may be a secret.
const LONGEST_WORD: usize = 40;
/// A token with hundreds of groups is some kilobytes.
const LARGEST_TOKEN: usize = 64 * 1024;

/// What stands in a token that has the form of a JWT (RFC 7519). Not verified: it tells the person what to expect and
/// decides nothing that Graph would not decide itself.
#[derive(Default, Deserialize)]
pub(super) struct Claims {
    #[serde(rename = "scp", default, deserialize_with = "split")]
    pub(super) scopes: Option<Vec<String>>,
    #[serde(rename = "tid", default)]
    pub(super) tenant_id: Option<String>,
}

fn split<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<String>>, D::Error> {
    let scopes = Option::<String>::deserialize(deserializer)?;
    Ok(scopes.map(|scopes| scopes.split_ascii_whitespace().map(ToOwned::to_owned).collect()))
}

impl Claims {
    pub(super) fn of(token: &str) -> Option<Self> {
        let mut parts = token.split('.');
        let (_, claims, _, None) = (parts.next()?, parts.next()?, parts.next()?, parts.next()) else {
            return None;
        };
        if token.len() > LARGEST_TOKEN {
            return None;
        }
        let claims = URL_SAFE_NO_PAD.decode(claims.trim_end_matches('=')).ok()?;
        serde_json::from_slice(&claims).ok()
    }
}

/// What an error of `AzureCliCredential` means. It wraps one whose text is what `az` wrote to its standard error, or
/// says that `az` was not found (`azure_identity`: `process::shell_exec`).
pub(super) fn problem(error: &azure_core::Error, tenant: Option<&str>) -> Problem {
    let cause = error.get_ref().and_then(|inner| inner.downcast_ref::<azure_core::Error>()).unwrap_or(error);
    if timed_out(cause) {
        return What::TimedOut.into();
    }
    let words = cause.to_string();
    if is_missing(&words) {
        return What::AzureCliMissing.into();
    }
    let evidence = evidence(&words);
    let reason = evidence.as_ref().map(|evidence| Reason::of(&evidence.error, None, evidence.aadsts));
    Problem { what: what(&words, reason, tenant), evidence: evidence.map(Box::new) }
}

fn timed_out(error: &azure_core::Error) -> bool {
    let mut cause = error.source();
    while let Some(error) = cause {
        if error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::TimedOut) {
            return true;
        }
        cause = error.source();
    }
    false
}

/// `az not found on PATH` is `azure_identity`'s; the others are Windows' shell's in Dutch and in German, which it does
/// not know.
fn is_missing(words: &str) -> bool {
    let words = words.trim_start();
    words.contains("found on PATH")
        || words.starts_with("'az' wordt niet herkend")
        || words.starts_with("Der Befehl \"az\"")
}

fn what(words: &str, reason: Option<Reason>, tenant: Option<&str>) -> What {
    match (reason, tenant) {
        // The account that is signed in is nobody there, or there is no such place.
        (
            Some(Reason::AccountNotInTenant | Reason::TenantNotFound | Reason::CrossTenantBlocked),
            Some(tenant),
        ) => What::AzureCliOtherTenant { expected: tenant.to_owned() },
        // What a new `az login` cures.
        (
            Some(
                Reason::SilentFailed
                | Reason::MoreProofNeeded
                | Reason::ProofExpired
                | Reason::GrantRevoked
                | Reason::GrantInvalid
                | Reason::SignInExpired
                | Reason::PasswordExpired
                | Reason::ExternalChallenge,
            ),
            _,
        ) => What::AzureCliNotSignedIn,
        // With any refusal of Microsoft's `az` recommends `az login`; only without one it means that.
        (None, _) if words.contains("az login") => What::AzureCliNotSignedIn,
        _ => What::AzureCliFailed(harmless(words)),
    }
}

/// Microsoft's own words, when `az` quotes them: they begin with their number.
fn evidence(words: &str) -> Option<Evidence> {
    let start = words.find("AADSTS")?;
    let description = words[start..].split("Interactive authentication is needed").next().unwrap_or_default();
    let mut evidence = Evidence::of_redirect("", |name| {
        (name == "error_description").then(|| description.trim().to_owned())
    });
    evidence.message = harmless(&evidence.message);
    Some(evidence)
}

/// What may be shown and logged of them: short, on its lines, and without what could be a token.
fn harmless(words: &str) -> String {
    let word = |word: &str| {
        let longest = word.split(['/', ':', '.', ',', '=', '&', '?', '\'', '"']).map(str::len).max();
        if longest.unwrap_or_default() > LONGEST_WORD || word.contains("eyJ") {
            "[...]".to_owned()
        } else {
            word.to_owned()
        }
    };
    let line = |line: &str| line.split_whitespace().map(word).collect::<Vec<_>>().join(" ");
    let lines: Vec<_> = words.lines().map(line).filter(|line| !line.is_empty()).collect();
    lines.join("\n").chars().filter(|c| !c.is_control() || *c == '\n').take(MOST_WORDS).collect()
}

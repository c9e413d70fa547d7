//! What `az` says: its token, as far as it can be read, and its errors.

use std::error::Error as _;
use std::io;

use serde::Deserialize;

use crate::error::{ErrorResponse, RefusalReason, SignInError, SignInErrorKind};
use crate::jwt;

/// The largest token that is read, in bytes: one with hundreds of groups is some kilobytes.
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
        if token.len() > LARGEST_TOKEN {
            return None;
        }
        jwt::payload(token)
    }
}

/// What an error of `AzureCliCredential` means. It wraps one whose text is what `az` wrote to its standard error, or
/// says that `az` was not found (`azure_identity`: `process::shell_exec`).
pub(super) fn error(error: &azure_core::Error, tenant: Option<&str>) -> SignInError {
    let cause = error.get_ref().and_then(|inner| inner.downcast_ref::<azure_core::Error>()).unwrap_or(error);
    if timed_out(cause) {
        return SignInErrorKind::TimedOut.into();
    }
    let words = cause.to_string();
    if is_missing(&words) {
        return SignInErrorKind::AzureCliMissing.into();
    }
    let response = error_response(&words);
    let reason = response.as_ref().map(|response| RefusalReason::of(&response.error, None, response.aadsts));
    SignInError { kind: kind(&words, reason, tenant), response: response.map(Box::new) }
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

fn kind(words: &str, reason: Option<RefusalReason>, tenant: Option<&str>) -> SignInErrorKind {
    match (reason, tenant) {
        // The account that is signed in is nobody there, or there is no such place.
        (
            Some(
                RefusalReason::AccountNotInTenant
                | RefusalReason::TenantNotFound
                | RefusalReason::CrossTenantBlocked,
            ),
            Some(tenant),
        ) => SignInErrorKind::AzureCliOtherTenant { expected: tenant.to_owned() },
        // What a new `az login` cures.
        (
            Some(
                RefusalReason::SilentFailed
                | RefusalReason::StepUpRequired
                | RefusalReason::MfaExpired
                | RefusalReason::GrantRevoked
                | RefusalReason::GrantInvalid
                | RefusalReason::SignInExpired
                | RefusalReason::PasswordExpired
                | RefusalReason::ExternalChallenge,
            ),
            _,
        ) => SignInErrorKind::AzureCliNotSignedIn,
        // With any refusal of Microsoft's `az` recommends `az login`; only without one it means that.
        (None, _) if words.contains("az login") => SignInErrorKind::AzureCliNotSignedIn,
        _ => SignInErrorKind::AzureCliFailed(evidence::words(words)),
    }
}

/// Microsoft's own words, when `az` quotes them: they begin with their number.
fn error_response(words: &str) -> Option<ErrorResponse> {
    let start = words.find("AADSTS")?;
    let description = words[start..].split("Interactive authentication is needed").next().unwrap_or_default();
    Some(ErrorResponse::of_redirect("", |name| {
        (name == "error_description").then(|| description.trim().to_owned())
    }))
}

//! What is told, as events: names and kinds, never what would be a secret.

use entra::{Session, SignInError, SignInErrorKind};
use serde_json::{Value, json};

/// Says one thing, on a line of its own.
pub(crate) fn emit(event: &Value) {
    println!("{event}");
}

/// Who is signed in.
pub(crate) fn signed_in(event: &str, session: &Session) -> Value {
    json!({ event: {
        "scopes": session.scopes(),
        "user": session.user_name(),
        "userId": session.user_id(),
        "tenant": session.tenant_id(),
    } })
}

/// What went wrong, and what the server called it.
#[allow(clippy::wildcard_enum_match_arm, reason = "a test that is told more later says it in its own words")]
pub(crate) fn problem(problem: &SignInError) -> Value {
    let (kind, detail) = match &problem.kind {
        SignInErrorKind::Refused(reason) => ("refused", Some(reason.name().to_owned())),
        SignInErrorKind::Declined => ("declined", None),
        SignInErrorKind::Cancelled => ("cancelled", None),
        SignInErrorKind::TimedOut => ("timed-out", None),
        SignInErrorKind::CodeExpired => ("code-expired", None),
        SignInErrorKind::Untrusted(what) => ("untrusted", Some((*what).to_owned())),
        SignInErrorKind::OtherTenant { found, .. } => ("other-tenant", Some(found.clone())),
        SignInErrorKind::OtherUser => ("other-user", None),
        SignInErrorKind::Unanswered(unanswered) => {
            ("unanswered", Some(unanswered.obstacle.map_or_else(String::new, |it| format!("{it:?}"))))
        }
        SignInErrorKind::NotUnderstood(why) => ("not-understood", Some(why.clone())),
        other => ("other", Some(format!("{other:?}"))),
    };
    let error = problem.response.as_ref().map(|response| response.error.as_str());
    json!({ "problem": { "kind": kind, "detail": detail, "error": error } })
}

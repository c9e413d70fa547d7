//! What is told, as events: names and kinds, never what would be a secret.

use entra::{Problem, Session, What};
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
pub(crate) fn problem(problem: &Problem) -> Value {
    let (kind, detail) = match &problem.what {
        What::Refused(reason) => ("refused", Some(reason.name().to_owned())),
        What::Declined => ("declined", None),
        What::Cancelled => ("cancelled", None),
        What::TimedOut => ("timed-out", None),
        What::CodeExpired => ("code-expired", None),
        What::Untrusted(what) => ("untrusted", Some((*what).to_owned())),
        What::OtherTenant { found, .. } => ("other-tenant", Some(found.clone())),
        What::OtherUser => ("other-user", None),
        What::Unanswered(unanswered) => {
            ("unanswered", Some(unanswered.obstacle.map_or_else(String::new, |it| format!("{it:?}"))))
        }
        What::NotUnderstood(why) => ("not-understood", Some(why.clone())),
        other => ("other", Some(format!("{other:?}"))),
    };
    let error = problem.evidence.as_ref().map(|evidence| evidence.error.as_str());
    json!({ "problem": { "kind": kind, "detail": detail, "error": error } })
}

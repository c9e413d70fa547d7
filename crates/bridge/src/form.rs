//! The form of what comes in: anything else is refused before it means anything.

use uuid::Uuid;

use crate::problem::AppProblem;
use crate::view::{Category, ProblemCode};

/// Refused for its form. Only the command's name is logged: what it carried may be an address.
pub(crate) fn malformed(name: &str) -> AppProblem {
    tracing::warn!(command = name, "a command of another form was refused");
    AppProblem::here(Category::BadInput, ProblemCode::RequestMalformed)
}

/// An object id as the directory has them. Anything else never reaches a request.
pub(crate) fn object_id(text: &str) -> Result<String, AppProblem> {
    Ok(uuid(text)?.hyphenated().to_string())
}

/// A GUID in the one spelling the directory uses.
pub(crate) fn uuid(text: &str) -> Result<Uuid, AppProblem> {
    let id = (text.len() == 36).then(|| Uuid::try_parse(text).ok()).flatten();
    id.ok_or_else(|| malformed("one with an id that is none"))
}

/// The longest ticket: it is an id the page makes, and is kept while its question is under way.
const LONGEST_TICKET: usize = 64;

/// A ticket as the page makes them.
pub(crate) fn ticket(ticket: String) -> Result<String, AppProblem> {
    if ticket.len() > LONGEST_TICKET { Err(malformed("one with a ticket that is none")) } else { Ok(ticket) }
}

//! Types in paths and in `@odata.context`.

use crate::error::ErrorResponse;
use crate::schema::Kind;

/// A part of the path that nothing stands for.
pub(super) fn no_segment(segment: &str) -> ErrorResponse {
    ErrorResponse::odata(format!("Resource not found for the segment '{segment}'."))
}

/// A cast to a type, e.g. `microsoft.graph.group`.
pub(super) fn cast_to(cast: Option<&str>, known: &[Kind]) -> Result<Option<Kind>, ErrorResponse> {
    let Some(cast) = cast else { return Ok(None) };
    known
        .iter()
        .find(|kind| cast.strip_prefix("microsoft.graph.") == Some(kind.name()))
        .map(|kind| Some(*kind))
        .ok_or_else(|| no_segment(cast))
}

/// What `@odata.context` calls a list of this type.
pub(super) fn set_name(kind: Option<Kind>) -> &'static str {
    match kind {
        Some(Kind::User) => "users",
        Some(Kind::Group) => "groups",
        Some(Kind::Contact) => "contacts",
        Some(Kind::Role) => "directoryRoles",
        None
        | Some(Kind::Organization | Kind::Setting | Kind::Policy | Kind::Assignment | Kind::MessageTrace) => {
            "directoryObjects"
        }
    }
}

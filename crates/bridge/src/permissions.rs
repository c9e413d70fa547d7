//! The permissions of the app, as they are asked for and shown.

use entra::Cloud;
use guest::{Permission, READING, RemedyKind, scopes_for};

use crate::view::{Category, PermissionView, Problem, ProblemCode, RemedyKindView};

/// The repairs of this version that need permissions.
const REPAIRS: [(RemedyKindView, RemedyKind); 3] = [
    (RemedyKindView::SetMail, RemedyKind::SetMail),
    (RemedyKindView::KeepOneAddress, RemedyKind::KeepOneAddress),
    (RemedyKindView::RemoveAndInvite, RemedyKind::RemoveAndInvite),
];

/// What a sign-in asks for: to look things up, and nothing else.
pub(crate) fn reading() -> Vec<String> {
    READING.iter().map(|permission| permission.least.to_owned()).collect()
}

/// What a repair asks for.
pub(crate) fn of(remedy: RemedyKindView) -> Result<Vec<String>, Problem> {
    let (_, kind) = REPAIRS
        .into_iter()
        .find(|(view, _)| *view == remedy)
        .ok_or_else(|| Problem::here(Category::Refused, ProblemCode::NotForThisGuest))?;
    Ok(scopes_for(kind).iter().map(|permission| permission.least.to_owned()).collect())
}

/// All of them, in the order they are needed, with what they are for.
pub(crate) fn all() -> Vec<PermissionView> {
    let mut found: Vec<PermissionView> = Vec::new();
    let mut put = |permission: &Permission, repair: Option<RemedyKindView>| {
        let at = found.iter().position(|it| it.name == permission.least).unwrap_or_else(|| {
            let name = permission.least.to_owned();
            found.push(PermissionView { name, reading: repair.is_none(), repairs: Vec::new() });
            found.len() - 1
        });
        found[at].repairs.extend(repair);
    };
    for permission in READING {
        put(permission, None);
    }
    for (view, kind) in REPAIRS {
        for permission in scopes_for(kind) {
            put(permission, Some(view));
        }
    }
    found
}

/// Their names.
pub(crate) fn names() -> Vec<String> {
    all().into_iter().map(|permission| permission.name).collect()
}

/// Whether one of those that were granted is enough for this one.
pub(crate) fn is_granted(name: &str, granted: &[String]) -> bool {
    let repairs = REPAIRS.iter().flat_map(|(_, kind)| scopes_for(*kind));
    READING.iter().chain(repairs).any(|it| it.least == name && it.is_granted(granted))
}

/// The names, as the bridge quotes them in a sentence.
pub(crate) fn quoted(permissions: &[String]) -> String {
    permissions.join(", ")
}

/// What a registration script is made of.
pub(crate) fn registration_facts(redirect: &str, cloud: &Cloud) -> words::RegistrationFacts {
    words::RegistrationFacts {
        redirect: redirect.to_owned(),
        permissions: names(),
        cloud: cloud.name().to_owned(),
    }
}

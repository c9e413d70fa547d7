//! The permissions of the app, as they are asked for and shown.

use entra::{CloudFacts, MicrosoftCloud};
use guest::{Permission, READING, RemedyKind};

use crate::problem::AppProblem;
use crate::view::{Category, PermissionView, ProblemCode};

/// The repairs of this version.
fn repairs() -> impl Iterator<Item = RemedyKind> {
    procedure::remedies().into_iter().map(|(kind, _)| kind)
}

/// The repair of this version that is meant. One that needs no permissions is none.
pub(crate) fn remedy(remedy: RemedyKind) -> Result<RemedyKind, AppProblem> {
    let none = || AppProblem::here(Category::Refused, ProblemCode::NotForThisGuest);
    procedure::carries_out(remedy).then_some(remedy).ok_or_else(none)
}

/// What a repair needs, by Microsoft's names.
pub(crate) fn of(remedy: RemedyKind) -> Vec<String> {
    names_of(remedy.remedy().permissions)
}

/// The names of the ones to ask for.
pub(crate) fn names_of(permissions: &[Permission]) -> Vec<String> {
    permissions.iter().map(|permission| permission.least.to_owned()).collect()
}

/// All of them, in the order they are needed, with what they are for.
pub(crate) fn all() -> Vec<PermissionView> {
    let mut found: Vec<PermissionView> = Vec::new();
    let mut put = |permission: &Permission, repair: Option<RemedyKind>| {
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
    for kind in repairs() {
        for permission in kind.remedy().permissions {
            put(permission, Some(kind));
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
    let repairs = repairs().flat_map(|kind| kind.remedy().permissions);
    READING.iter().chain(repairs).any(|it| it.least == name && it.is_granted(granted))
}

/// What a registration script is made of.
pub(crate) fn registration_facts(redirect: &str, cloud: MicrosoftCloud) -> words::RegistrationFacts {
    let CloudFacts { azure_cli, graph_powershell, .. } = cloud.facts();
    words::RegistrationFacts {
        redirect: redirect.to_owned(),
        permissions: names(),
        cloud: Some(words::CloudNames { azure_cli, graph_powershell }),
    }
}

//! Where the window may lead: pages built from constants and checked ids, never from what a server or the page says.

use crate::form::object_id;
use crate::view::{Destination, OwnerKind, OwnerView, Problem, ProblemCode, ProblemKind};

/// The guest's page in the Entra admin center of the global cloud.
const ENTRA_USER: &str =
    "https://entra.microsoft.com/#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/";

/// Microsoft's article, in the reader's own language.
const ARTICLE: &str = "https://support.microsoft.com/office/b9891873-c33c-415a-8751-66a64d17f06c";

/// The address of a destination.
pub(crate) fn url(destination: &Destination) -> Result<String, Problem> {
    match destination {
        Destination::EntraGuest { guest } => Ok(format!("{ENTRA_USER}{}", object_id(guest)?)),
        Destination::Article => Ok(ARTICLE.to_owned()),
    }
}

/// The longest name or address that goes into a script.
const LONGEST: usize = 512;

/// What the script is about, as the report named it.
pub(crate) fn conflict_facts(owner: &OwnerView) -> Result<words::ConflictFacts, Problem> {
    if owner.address.len() > LONGEST || owner.display_name.len() > LONGEST {
        return Err(Problem::here(ProblemKind::BadInput, ProblemCode::RequestMalformed));
    }
    Ok(words::ConflictFacts {
        address: owner.address.clone(),
        owner_kind: match owner.kind {
            OwnerKind::Contact => words::OwnerKind::CloudContact,
            OwnerKind::SyncedContact => words::OwnerKind::SyncedContact,
            OwnerKind::User | OwnerKind::Guest => words::OwnerKind::User,
            OwnerKind::Group => words::OwnerKind::Group,
        },
        owner_name: Some(owner.display_name.clone()),
        owner_id: object_id(&owner.id)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_object_id_gets_into_a_link() {
        let id = "87d349ed-44d7-43e1-9a83-5f2406dee5bd";
        let url_of = |guest: &str| url(&Destination::EntraGuest { guest: guest.to_owned() });
        assert!(url_of(id).unwrap().ends_with(id));
        for nasty in [
            "",
            "x",
            "../..",
            "javascript:alert(1)",
            "87d349ed44d743e19a835f2406dee5bd",
            "{87d349ed-44d7-43e1-9a83-5f2406dee5bd}",
        ] {
            assert_eq!(url_of(nasty).unwrap_err().code, ProblemCode::RequestMalformed, "{nasty}");
        }
    }
}

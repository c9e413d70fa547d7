//! Where the window may lead: pages built from constants and checked ids, never from what a server or the page says.

use entra::Cloud;
use url::Url;

use crate::form::object_id;
use crate::problem::AppProblem;
use crate::view::{Category, Destination, OwnerKind, OwnerView, ProblemCode};

/// A guest's page in the admin center of a cloud.
const USER: &str = "/#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/";
/// The list of registrations there.
const REGISTRATIONS: &str = "/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade";

/// Microsoft's article, in the reader's own language.
const ARTICLE: &str = "https://support.microsoft.com/office/b9891873-c33c-415a-8751-66a64d17f06c";

/// The address of a destination, for whoever is signed in to this cloud.
pub(crate) fn url(destination: &Destination, cloud: &Cloud) -> Result<String, AppProblem> {
    // Hosts of one's own have none.
    let center = |cloud: &Cloud| cloud.facts().map(|facts| facts.admin_center).ok_or_else(nowhere);
    match destination {
        Destination::EntraGuest { guest } => Ok(format!("{}{USER}{}", center(cloud)?, object_id(guest)?)),
        Destination::Registrations { cloud } => Ok(format!("{}{REGISTRATIONS}", cloud.facts().admin_center)),
        Destination::Article => Ok(ARTICLE.to_owned()),
        // There is no code to type.
        Destination::CodePage => Err(nowhere()),
    }
}

/// The page a device code is typed on, as the sign-in checked it.
pub(crate) fn code_page(page: &Url) -> Result<String, AppProblem> {
    if page.scheme() == "https" { Ok(page.to_string()) } else { Err(nowhere()) }
}

fn nowhere() -> AppProblem {
    AppProblem::here(Category::BadInput, ProblemCode::RequestMalformed)
}

/// The longest name or address that goes into a script, in characters. Names have 256 at most (Microsoft Graph: user
/// resource, `displayName`), in whatever script.
const LONGEST: usize = 512;

/// What the script is about, as the report named it. Nothing for a guest: an account is removed, not an address.
pub(crate) fn conflict_facts(owner: &OwnerView) -> Result<Option<words::ConflictFacts>, AppProblem> {
    let too_long = |text: &str| text.chars().count() > LONGEST;
    if too_long(&owner.address) || too_long(&owner.display_name) {
        return Err(AppProblem::here(Category::BadInput, ProblemCode::RequestMalformed));
    }
    let owner_kind = match owner.kind {
        OwnerKind::Contact => words::OwnerKind::CloudContact,
        OwnerKind::SyncedContact => words::OwnerKind::SyncedContact,
        OwnerKind::User => words::OwnerKind::User,
        OwnerKind::Group => words::OwnerKind::Group,
        OwnerKind::Guest | OwnerKind::Unseen => return Ok(None),
    };
    Ok(Some(words::ConflictFacts {
        address: owner.address.clone(),
        owner_kind,
        owner_name: Some(owner.display_name.clone()),
        owner_id: object_id(&owner.id)?,
    }))
}

#[cfg(test)]
mod tests {
    use entra::MicrosoftCloud;

    use super::*;

    #[test]
    fn a_name_is_as_long_as_it_has_characters_in_whatever_script() {
        let named = |name: String| {
            conflict_facts(&OwnerView {
                kind: OwnerKind::Contact,
                id: "87d349ed-44d7-43e1-9a83-5f2406dee5bd".to_owned(),
                display_name: name,
                address: "jan@fabrikam.nl".to_owned(),
            })
        };
        for letter in ["a", "é", "漢", "👍"] {
            assert!(named(letter.repeat(LONGEST)).is_ok(), "{letter}");
            assert!(named(letter.repeat(LONGEST + 1)).is_err(), "{letter}");
        }
    }

    #[test]
    fn only_an_object_id_gets_into_a_link() {
        let id = "87d349ed-44d7-43e1-9a83-5f2406dee5bd";
        let url_of = |guest: &str| {
            url(&Destination::EntraGuest { guest: guest.to_owned() }, &MicrosoftCloud::Global.into())
        };
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

//! Where the window may lead: pages built from constants and checked ids, never from what a server or the page says.

use entra::{Cloud, MicrosoftCloud};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use url::Url;

use crate::form::object_id;
use crate::problem::AppProblem;
use crate::view::{Category, Destination, DoorPath, ProblemCode};

/// A guest's page in the admin center of a cloud.
const USER: &str = "/#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/";
/// The list of registrations there.
const REGISTRATIONS: &str = "/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade";

/// The Exchange admin center (Exchange Online: Exchange admin center). Of the clouds apart its address is not documented
/// in one place, so that no link leads there.
const EXCHANGE: &str = "https://admin.exchange.microsoft.com/#/";

/// Microsoft's article, in the reader's own language.
const ARTICLE: &str = "https://support.microsoft.com/office/b9891873-c33c-415a-8751-66a64d17f06c";

/// What Entra Backup and Recovery keeps, and how long.
const BACKUP: &str = "https://learn.microsoft.com/entra/backup/scope-supported-objects-limitations";

/// The address of a destination, for whoever is signed in to this cloud.
pub(crate) fn url(destination: &Destination, cloud: &Cloud) -> Result<String, AppProblem> {
    // Hosts of one's own have none.
    let center = |cloud: &Cloud| cloud.facts().map(|facts| facts.admin_center).ok_or_else(nowhere);
    match destination {
        Destination::EntraGuest { guest } => Ok(format!("{}{USER}{}", center(cloud)?, object_id(guest)?)),
        Destination::Registrations { cloud } => Ok(format!("{}{REGISTRATIONS}", cloud.facts().admin_center)),
        Destination::Exchange { page } => {
            let page = exchange_page(*page).filter(|_| has_exchange_center(cloud)).ok_or_else(nowhere)?;
            Ok(format!("{EXCHANGE}{page}"))
        }
        Destination::Article => Ok(ARTICLE.to_owned()),
        Destination::Backup => Ok(BACKUP.to_owned()),
        // There is no code to type, and no sign-in that waits; a folder has no address.
        Destination::CodePage | Destination::SignInPage | Destination::DataFolder => Err(nowhere()),
    }
}

/// Whether it leads to something of the organisation one is signed in to. Of the practice organisation nothing is out there.
pub(crate) fn is_of_the_organisation(destination: &Destination) -> bool {
    match destination {
        Destination::EntraGuest { .. } | Destination::Exchange { .. } => true,
        Destination::Article
        | Destination::Backup
        | Destination::CodePage
        | Destination::SignInPage
        | Destination::DataFolder
        // Where an organisation of one's own is set up, whoever practises meanwhile.
        | Destination::Registrations { .. } => false,
    }
}

/// Whether a link can lead to the Exchange admin center of a cloud.
pub(crate) fn has_exchange_center(cloud: &Cloud) -> bool {
    *cloud == Cloud::from(MicrosoftCloud::Global)
}

/// The list in the Exchange admin center; none of what is done elsewhere.
fn exchange_page(path: DoorPath) -> Option<&'static str> {
    match path {
        DoorPath::Contacts => Some("contacts"),
        DoorPath::Mailboxes => Some("mailboxes"),
        DoorPath::Groups => Some("groups"),
        DoorPath::OnPremises | DoorPath::Synchronisation => None,
    }
}

/// The page a device code is typed on, as the sign-in checked it.
pub(crate) fn code_page(page: &Url) -> Result<String, AppProblem> {
    if page.scheme() == "https" { Ok(page.to_string()) } else { Err(nowhere()) }
}

/// A link to a new message (RFC 6068): to whom the organisation file names, or to nobody yet. None when it is longer than
/// every mail program takes.
pub(crate) fn mail(to: Option<&str>, subject: &str, body: &str) -> Option<String> {
    let part = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    // Line ends are of both characters there.
    let body = part(&body.replace("\r\n", "\n").replace('\n', "\r\n"));
    let to = to.map(|to| utf8_percent_encode(to, IN_AN_ADDRESS).to_string()).unwrap_or_default();
    let url = format!("mailto:{to}?subject={}&body={body}", part(subject));
    (url.len() <= LONGEST_MAIL).then_some(url)
}

/// Everything but what an address is mostly of: some mail programs do not read an at sign that is encoded.
const IN_AN_ADDRESS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'@').remove(b'.').remove(b'-').remove(b'_');

/// In characters. What a mail program takes is nowhere promised; the shortest limit known is a little above this.
const LONGEST_MAIL: usize = 2_000;

fn nowhere() -> AppProblem {
    AppProblem::here(Category::BadInput, ProblemCode::RequestMalformed)
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn a_new_message_goes_to_whom_the_organisation_names_and_holds_the_text_and_nothing_else() {
        let link = mail(Some("service-desk@contoso.example"), "Jan & mail", "Hello,\nbcc: x?&é");
        let body = "Hello%2C%0D%0Abcc%3A%20x%3F%26%C3%A9";
        let expected = format!("mailto:service-desk@contoso.example?subject=Jan%20%26%20mail&body={body}");
        assert_eq!(link, Some(expected));
        assert_eq!(
            mail(Some("a?bcc=b@example.com"), "", "").unwrap(),
            "mailto:a%3Fbcc%3Db@example.com?subject=&body="
        );
        assert_eq!(mail(None, "a", "b").as_deref(), Some("mailto:?subject=a&body=b"));
        assert_eq!(mail(None, "a", &"x".repeat(LONGEST_MAIL)), None);
    }

    #[test]
    fn the_exchange_admin_center_has_a_page_for_what_exchange_keeps_and_only_in_the_cloud_it_is_known_of() {
        let page = |path, cloud: MicrosoftCloud| url(&Destination::Exchange { page: path }, &cloud.into());
        let contacts = "https://admin.exchange.microsoft.com/#/contacts";
        assert_eq!(page(DoorPath::Contacts, MicrosoftCloud::Global).unwrap(), contacts);
        for (path, cloud) in [
            (DoorPath::OnPremises, MicrosoftCloud::Global),
            (DoorPath::Synchronisation, MicrosoftCloud::Global),
            (DoorPath::Contacts, MicrosoftCloud::China),
        ] {
            assert!(page(path, cloud).is_err(), "{path:?} {cloud:?}");
        }
    }
}

//! *Remove and invite again*: option 2 of Microsoft's support article.

use super::{NoChoice, guest, is_owned, likeliest};
use crate::address::Address;
use crate::diagnosis::Diagnosis;
use crate::facts::{Facts, Group, User, WhyNot};

/// What the invitation may refuse in an address. The server decides (Microsoft Graph: invitation resource).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InvitationWarning {
    /// A character the documentation lists as forbidden.
    ForbiddenCharacter {
        /// The character.
        character: char,
    },
    /// A full stop or hyphen begins or ends the part before the `@`.
    EdgeOfName {
        /// The character.
        character: char,
    },
}

/// One address to invite at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The address.
    pub address: Address,
    /// What the invitation may refuse.
    pub warnings: Vec<InvitationWarning>,
}

/// A group he is in, and whether the app can put him back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupAgain {
    /// Object id.
    pub id: String,
    /// `displayName`, when it was read.
    pub display_name: Option<String>,
    /// Why he cannot be put back; None when he can.
    pub why_not: Option<WhyNot>,
}

/// What is set again on the new account.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Replayed {
    /// `displayName`.
    pub display_name: Option<String>,
    /// `givenName`.
    pub given_name: Option<String>,
    /// `surname`.
    pub surname: Option<String>,
    /// `companyName`.
    pub company_name: Option<String>,
    /// `jobTitle`.
    pub job_title: Option<String>,
    /// `department`.
    pub department: Option<String>,
    /// `userType`: an external member stays one.
    pub user_type: Option<String>,
}

/// What nobody can put back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lost {
    /// Access packages.
    AccessPackages,
    /// Membership of private and shared channels.
    PrivateAndSharedChannels,
    /// Registered ways of multi-factor authentication.
    MultiFactorRegistration,
    /// He must accept the new invitation.
    MustAcceptAgain,
    /// Files of SharePoint and OneDrive that were shared with him. What exactly cannot be listed.
    SharePointFiles,
}

impl Lost {
    /// Everything that is lost, always.
    pub const ALL: [Self; 5] = [
        Self::AccessPackages,
        Self::PrivateAndSharedChannels,
        Self::MultiFactorRegistration,
        Self::MustAcceptAgain,
        Self::SharePointFiles,
    ];
}

/// Everything there is to choose and to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// The addresses to invite at.
    pub choices: Vec<Choice>,
    /// The one searched for, when it is his; or his only one.
    pub preselected: Option<Address>,
    /// `preferredLanguage`, for the invitation message.
    pub language: Option<String>,
    /// Whether the message is sent unless somebody says otherwise.
    pub send: bool,
    /// His groups.
    pub groups: Vec<GroupAgain>,
    /// Whether all his groups could be read.
    pub groups_known: bool,
    /// What is set again.
    pub replayed: Replayed,
    /// What is lost.
    pub lost: Vec<Lost>,
    /// What to type to confirm.
    pub confirm: Address,
}

/// What there is to choose. Refused while another object owns one of his addresses: the new account would be broken too.
pub fn choices(facts: &Facts, diagnosis: &Diagnosis) -> Result<Choices, NoChoice> {
    let guest = guest(facts, diagnosis)?;
    if is_owned(diagnosis) {
        return Err(NoChoice::ConflictStands);
    }
    let mut addresses = guest.addresses();
    for possible in guest.invited().possible() {
        if !addresses.contains(possible) {
            addresses.push(possible.clone());
        }
    }
    let first = addresses.first().ok_or(NoChoice::NoAddress)?;
    let preselected = likeliest(facts, &addresses);
    Ok(Choices {
        confirm: preselected.clone().unwrap_or_else(|| first.clone()),
        preselected,
        language: guest.preferred_language.value().cloned(),
        send: true,
        groups: facts.memberships.get().into_iter().flatten().map(again).collect(),
        groups_known: facts.memberships.is_known(),
        replayed: replayed(guest),
        lost: Lost::ALL.to_vec(),
        choices: addresses.into_iter().map(choice).collect(),
    })
}

fn choice(address: Address) -> Choice {
    Choice { warnings: invitation_address_warnings(&address), address }
}

fn again(group: &Group) -> GroupAgain {
    GroupAgain {
        id: group.id.clone(),
        display_name: group.display_name.value().cloned(),
        why_not: group.membership_writable().err(),
    }
}

fn replayed(guest: &User) -> Replayed {
    Replayed {
        display_name: guest.display_name.value().cloned(),
        given_name: guest.given_name.value().cloned(),
        surname: guest.surname.value().cloned(),
        company_name: guest.company_name.value().cloned(),
        job_title: guest.job_title.value().cloned(),
        department: guest.department.value().cloned(),
        user_type: guest.user_type.value().cloned(),
    }
}

/// The characters that Microsoft Graph's documentation forbids in an invited address.
const FORBIDDEN: &str = "~!#$%^&*()+=[]{}\\/|;:\"<>?,";

/// What the invitation may refuse in this address; each character once.
///
/// ```
/// use guest::{Address, plan::remove_and_invite::invitation_address_warnings};
/// assert_eq!(invitation_address_warnings(&Address::parse("jan@fabrikam.nl")?), []);
/// assert_eq!(invitation_address_warnings(&Address::parse("jan+sales@fabrikam.nl")?).len(), 1);
/// # Ok::<(), guest::NotAnAddress>(())
/// ```
#[must_use]
pub fn invitation_address_warnings(address: &Address) -> Vec<InvitationWarning> {
    let mut all: Vec<InvitationWarning> = Vec::new();
    for character in address.as_str().chars().filter(|&it| FORBIDDEN.contains(it)) {
        let warning = InvitationWarning::ForbiddenCharacter { character };
        if !all.contains(&warning) {
            all.push(warning);
        }
    }
    let edges = [address.name().chars().next(), address.name().chars().next_back()];
    for character in edges.into_iter().flatten().filter(|it| matches!(it, '.' | '-')) {
        let warning = InvitationWarning::EdgeOfName { character };
        if !all.contains(&warning) {
            all.push(warning);
        }
    }
    all
}

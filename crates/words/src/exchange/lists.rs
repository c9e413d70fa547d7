//! The script that puts the guest on the lists a contact is, or was, in.

use super::{owned, sign_in};
use crate::Language;
use crate::powershell::{comment, literal};
use crate::text::Texts;

/// A list of the contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListFacts {
    /// Its name.
    pub name: String,
    /// Its address; Exchange takes a name too where there is none.
    pub mail: Option<String>,
    /// Whether its members are changed on premises.
    pub synced: bool,
}

/// Whom to put where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListsFacts {
    /// The guest's main address, which the contact had.
    pub address: String,
    /// The contact's id in Microsoft Graph.
    pub owner_id: String,
    /// The lists.
    pub lists: Vec<ListFacts>,
}

/// The script, with its comments in this language; none when Exchange can change none of the lists.
///
/// The guest comes on each list first, and only then the contact goes off it: a contact that was parked would send every
/// sender a message of failure. Source: Microsoft's references of `Add-DistributionGroupMember` and
/// `Remove-DistributionGroupMember`, whose `-Identity` takes an address or a name.
#[must_use]
pub fn lists_script(language: Language, facts: &ListsFacts) -> Option<String> {
    let texts = Texts::new(language);
    let (synced, changeable): (Vec<_>, Vec<_>) = facts.lists.iter().partition(|list| list.synced);
    if changeable.is_empty() {
        return None;
    }
    let lists: String = changeable.iter().fold(String::new(), |all, list| {
        all + "    " + &literal(list.mail.as_deref().unwrap_or(&list.name)) + "\n"
    });
    let mut paragraphs = vec![
        texts.get("document-lists-title", &[]),
        texts.get("document-lists-why", &[]),
        texts.get("document-script-address", &[("address", &facts.address)]),
        texts.get("document-script-how", &[]),
    ];
    paragraphs.extend(synced.iter().map(|list| texts.get("document-lists-synced", &[("name", &list.name)])));
    let look = format!(
        "{}$ownerId = {}
$filter = {}
$guest = @(Get-Recipient -Filter $filter | Where-Object {{ $_.RecipientTypeDetails -eq 'GuestMailUser' }})
$guest | Format-List DisplayName, RecipientTypeDetails, PrimarySmtpAddress
$contact = @(Get-MailContact -ResultSize Unlimited | Where-Object {{ $_.ExternalDirectoryObjectId -eq $ownerId }})
",
        comment(&texts.get("document-lists-look", &[])),
        literal(&facts.owner_id),
        owned(&facts.address),
    );
    let act = format!(
        "{}$lists = @(
{lists})
if ($guest.Count -eq 1) {{
    foreach ($list in $lists) {{
        Add-DistributionGroupMember -Identity $list -Member \"$($guest[0].Guid)\" -Confirm
        if ($contact.Count -eq 1) {{
            Remove-DistributionGroupMember -Identity $list -Member \"$($contact[0].Guid)\" -Confirm
        }}
    }}
}} else {{
    Write-Warning {}
}}
",
        comment(&texts.get("document-lists-act", &[])),
        literal(&texts.get("document-lists-no-guest", &[])),
    );
    Some([comment(&paragraphs.join("\n")), sign_in(&texts), look, act].join("\n"))
}

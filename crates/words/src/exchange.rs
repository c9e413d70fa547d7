//! The script for an Exchange admin that resolves an address conflict, which Microsoft Graph cannot do.

use crate::Language;
use crate::powershell::{comment, in_filter, in_ldap_filter, literal};
use crate::text::Texts;

/// An address of a guest, and the object that owns it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConflictFacts {
    /// The address, without `smtp:`.
    pub address: String,
    /// What kind of object owns it.
    pub owner_kind: OwnerKind,
    /// Its display name, if it has one.
    pub owner_name: Option<String>,
    /// Its id in Microsoft Graph; Exchange calls it `ExternalDirectoryObjectId`.
    pub owner_id: String,
}

/// What owns an address. What can be done differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OwnerKind {
    /// A contact made in Exchange Online: can be removed there.
    CloudContact,
    /// A contact synchronised from on-premises: can only be changed there.
    SyncedContact,
    /// A user or a shared mailbox; Graph does not tell them apart.
    User,
    /// A group with a mail address.
    Group,
}

/// The line with which an Exchange admin asks which of two main addresses gets the mail. It only looks.
/// Source: Microsoft's reference of `Get-MailUser`.
///
/// ```
/// let line = words::main_address_question("o'neil@contoso.com");
/// assert!(line.starts_with("Get-MailUser -Identity 'o''neil@contoso.com' | Format-List"));
/// ```
#[must_use]
pub fn main_address_question(address: &str) -> String {
    let shown = "DisplayName, PrimarySmtpAddress, ExternalEmailAddress, EmailAddresses";
    format!("Get-MailUser -Identity {} | Format-List {shown}", literal(address))
}

/// The script, with its comments in this language.
///
/// It looks first, acts only on the object named in the facts and only when Exchange finds exactly that one, and
/// has PowerShell ask before every change (`-Confirm`). Pasted line by line it is as safe: every act stands inside
/// the condition that guards it. Source: Microsoft's references of `Get-Recipient`, `Get-MailContact`,
/// `Remove-MailContact`, `Set-Mailbox`, `Set-MailUser`, `Set-UnifiedGroup` and `Set-DistributionGroup`.
#[must_use]
pub fn exchange_script(language: Language, facts: &ConflictFacts) -> String {
    let texts = Texts::new(language);
    let act = match facts.owner_kind {
        OwnerKind::CloudContact => remove_contact(&texts),
        OwnerKind::SyncedContact => find_on_premises(&texts, &facts.address),
        OwnerKind::User => take_off_mailbox(&texts),
        OwnerKind::Group => take_off_group(&texts),
    };
    let sections = [heading(&texts, facts), sign_in(&texts), look(&texts, facts), act, look_again(&texts)];
    sections.join("\n")
}

fn heading(texts: &Texts, facts: &ConflictFacts) -> String {
    let nameless = texts.get("document-script-no-name", &[]);
    let name = facts.owner_name.as_deref().filter(|name| !name.trim().is_empty()).unwrap_or(&nameless);
    let owner = match facts.owner_kind {
        OwnerKind::CloudContact => "document-script-owner-contact",
        OwnerKind::SyncedContact => "document-script-owner-synced-contact",
        OwnerKind::User => "document-script-owner-user",
        OwnerKind::Group => "document-script-owner-group",
    };
    let paragraphs = [
        texts.get("document-script-title", &[]),
        texts.get("document-script-why", &[]),
        texts.get("document-script-address", &[("address", &facts.address)]),
        texts.get(owner, &[("name", name), ("id", &facts.owner_id)]),
        texts.get("document-script-how", &[]),
    ];
    comment(&paragraphs.join("\n"))
}

fn sign_in(texts: &Texts) -> String {
    comment(&texts.get("document-script-sign-in", &[])) + "Connect-ExchangeOnline\n"
}

/// `EmailAddresses` also holds the main address, and `-eq` does not mind case: `smtp:` finds `SMTP:`.
fn look(texts: &Texts, facts: &ConflictFacts) -> String {
    let filter = literal(&format!("EmailAddresses -eq 'smtp:{}'", in_filter(&facts.address)));
    format!(
        "{}$address = {}
$ownerId = {}
$filter = {filter}
$found = @(Get-Recipient -Filter $filter)
$found | Format-List DisplayName, RecipientTypeDetails, PrimarySmtpAddress, EmailAddresses, ExternalDirectoryObjectId
$owner = @($found | Where-Object {{ $_.ExternalDirectoryObjectId -eq $ownerId }})
",
        comment(&texts.get("document-script-look", &[])),
        literal(&facts.address),
        literal(&facts.owner_id),
    )
}

fn remove_contact(texts: &Texts) -> String {
    format!(
        "{}if ($owner.Count -eq 1 -and $owner[0].RecipientType -eq 'MailContact') {{
    $contact = Get-MailContact -Identity \"$($owner[0].Guid)\"
    $contact | Format-List DisplayName, ExternalEmailAddress, EmailAddresses, LegacyExchangeDN, IsDirSynced
    if ($contact.IsDirSynced) {{
        Write-Warning {}
    }} else {{
        Remove-MailContact -Identity \"$($owner[0].Guid)\" -Confirm
    }}
}} else {{
    Write-Warning {}
}}
",
        comment(&texts.get("document-script-contact", &[])),
        literal(&texts.get("document-script-is-synced", &[])),
        literal(&texts.get("document-script-not-found", &[])),
    )
}

/// Only looks: what to do there depends on how the organisation synchronises.
fn find_on_premises(texts: &Texts, address: &str) -> String {
    let value = in_ldap_filter(address);
    let filter = literal(&format!("(&(objectClass=contact)(|(proxyAddresses=smtp:{value})(mail={value})))"));
    format!(
        "{}Get-ADObject -LDAPFilter {filter} -Properties mail, proxyAddresses, targetAddress |
    Format-List DistinguishedName, mail, proxyAddresses, targetAddress
",
        comment(&texts.get("document-script-synced-contact", &[])),
    )
}

fn take_off_mailbox(texts: &Texts) -> String {
    let cmdlets = [
        ("$owner[0].RecipientType -eq 'UserMailbox'", "Set-Mailbox"),
        ("$owner[0].RecipientType -eq 'MailUser'", "Set-MailUser"),
    ];
    comment(&texts.get("document-script-user", &[])) + &take_address_off(texts, cmdlets)
}

fn take_off_group(texts: &Texts) -> String {
    let cmdlets = [
        ("$owner[0].RecipientTypeDetails -eq 'GroupMailbox'", "Set-UnifiedGroup"),
        ("$owner[0].RecipientTypeDetails -like 'MailUniversal*Group'", "Set-DistributionGroup"),
    ];
    comment(&texts.get("document-script-group", &[])) + &take_address_off(texts, cmdlets)
}

/// Exchange has one cmdlet for each kind of recipient; the first condition that holds chooses.
fn take_address_off(texts: &Texts, [first, second]: [(&str, &str); 2]) -> String {
    let not_found = literal(&texts.get("document-script-not-found", &[]));
    let is_primary = literal(&texts.get("document-script-is-primary", &[]));
    let act = |cmdlet: &str| {
        format!("{cmdlet} -Identity \"$($owner[0].Guid)\" -EmailAddresses @{{ Remove = $address }} -Confirm")
    };
    format!(
        "if ($owner.Count -ne 1) {{
    Write-Warning {not_found}
}} elseif ($owner[0].PrimarySmtpAddress -eq $address) {{
    Write-Warning {is_primary}
}} elseif ({}) {{
    {}
}} elseif ({}) {{
    {}
}} else {{
    Write-Warning {not_found}
}}
",
        first.0,
        act(first.1),
        second.0,
        act(second.1),
    )
}

fn look_again(texts: &Texts) -> String {
    comment(&texts.get("document-script-again", &[]))
        + "Get-Recipient -Filter $filter | Format-List DisplayName, RecipientTypeDetails\n"
}

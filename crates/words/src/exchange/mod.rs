//! The scripts for an Exchange admin that resolve an address conflict, which Microsoft Graph cannot do.

mod act;
mod lists;

pub use lists::{ListFacts, ListsFacts, lists_script};

use crate::Language;
use crate::powershell::{comment, in_filter, literal};
use crate::text::Texts;

/// An address of a guest, the object that owns it, and the way that was chosen.
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
    /// The part before the `@` of the address a contact is parked at.
    pub parking_name: String,
    /// What is to be done.
    pub way: ScriptWay,
}

/// What owns an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OwnerKind {
    /// A contact made in Exchange Online.
    CloudContact,
    /// A contact synchronised from on-premises: can only be changed there.
    SyncedContact,
    /// A user or a shared mailbox; Graph does not tell them apart.
    User,
    /// A group with a mail address.
    Group,
}

/// What a script does, gentlest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ScriptWay {
    /// Give the contact another address.
    AnotherAddress,
    /// The same, and hide it.
    AnotherAddressHidden,
    /// Remove the contact.
    Remove,
    /// Find the object on premises, where it gets another address.
    OnPremisesAddress,
    /// Find the contact on premises, where it is removed.
    OnPremisesRemove,
    /// Take the address off a mailbox.
    TakeOffMailbox,
    /// Take the address off a group.
    TakeOffGroup,
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
/// It looks first, and prints what the object has before anything is changed. It acts only on the object named in the
/// facts and only when Exchange finds exactly that one, and has PowerShell ask before every change (`-Confirm`). Pasted
/// line by line it is as safe: every act stands inside the condition that guards it. Source: Microsoft's references of
/// `Get-Recipient`, `Get-MailContact`, `Set-MailContact`, `Remove-MailContact`, `Get-AcceptedDomain`, `Set-Mailbox`,
/// `Set-MailUser`, `Set-UnifiedGroup` and `Set-DistributionGroup`.
#[must_use]
pub fn exchange_script(language: Language, facts: &ConflictFacts) -> String {
    let texts = Texts::new(language);
    let act = match facts.way {
        ScriptWay::AnotherAddress => act::another_address(&texts, facts, false),
        ScriptWay::AnotherAddressHidden => act::another_address(&texts, facts, true),
        ScriptWay::Remove => act::remove_contact(&texts),
        ScriptWay::OnPremisesAddress => {
            act::on_premises(&texts, facts, "document-script-on-premises-address")
        }
        ScriptWay::OnPremisesRemove => act::on_premises(&texts, facts, "document-script-on-premises-remove"),
        ScriptWay::TakeOffMailbox => act::take_off_mailbox(&texts),
        ScriptWay::TakeOffGroup => act::take_off_group(&texts),
    };
    let sections = [
        heading(&texts, facts),
        sign_in(&texts),
        look(&texts, facts),
        act,
        look_again(&texts),
        diagnosis(&texts),
    ];
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

/// The filter that finds who owns an address. `EmailAddresses` also holds the main address, and `-eq` does not mind
/// case: `smtp:` finds `SMTP:`.
fn owned(address: &str) -> String {
    literal(&format!("EmailAddresses -eq 'smtp:{}'", in_filter(address)))
}

fn look(texts: &Texts, facts: &ConflictFacts) -> String {
    format!(
        "{}$address = {}
$ownerId = {}
$filter = {}
$found = @(Get-Recipient -Filter $filter)
$found | Format-List DisplayName, RecipientTypeDetails, PrimarySmtpAddress, EmailAddresses, ExternalDirectoryObjectId
$owner = @($found | Where-Object {{ $_.ExternalDirectoryObjectId -eq $ownerId }})
",
        comment(&texts.get("document-script-look", &[])),
        literal(&facts.address),
        literal(&facts.owner_id),
        owned(&facts.address),
    )
}

fn look_again(texts: &Texts) -> String {
    comment(&texts.get("document-script-again", &[]))
        + "Get-Recipient -Filter $filter | Format-List DisplayName, RecipientTypeDetails\n"
}

/// Last, and only when it is asked for: it "attempts automatic repairs", and its `-Confirm` is Microsoft's own (Microsoft's
/// reference of `Invoke-ProvisioningRecipientDiagnostic`). So the question is ours.
fn diagnosis(texts: &Texts) -> String {
    format!(
        "{}$answer = Read-Host {}
if ($answer -eq {}) {{
    Invoke-ProvisioningRecipientDiagnostic -Recipients $address
}}
",
        comment(&texts.get("document-script-diagnosis", &[])),
        literal(&texts.get("document-script-diagnosis-question", &[])),
        literal(&texts.get("document-script-yes", &[])),
    )
}

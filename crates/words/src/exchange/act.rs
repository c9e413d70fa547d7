//! What each script does between looking and looking again.

use super::ConflictFacts;
use crate::powershell::{comment, in_ldap_filter, literal};
use crate::text::Texts;

/// What is printed of a contact before anything is changed: among it what Microsoft Graph does not tell.
const CONTACT: &str = "DisplayName, ExternalEmailAddress, EmailAddresses, LegacyExchangeDN, \
                       HiddenFromAddressListsEnabled, IsDirSynced";

/// The address is kept in the first custom attribute that is free. "The old external email address isn't kept as a proxy
/// address" (Microsoft's reference of `Set-MailContact`); where it stood as a second one, it is taken off.
///
/// Which address Exchange takes for a contact nobody writes to is not documented: one in a domain that Exchange is
/// responsible for is looked up, the one every organisation has first, and without one the admin types it.
pub(super) fn another_address(texts: &Texts, facts: &ConflictFacts, hide: bool) -> String {
    let say = |id: &str| literal(&texts.get(id, &[]));
    let hidden = if hide { "; HiddenFromAddressListsEnabled = $true" } else { "" };
    let what = if hide { "document-script-another-hidden" } else { "document-script-another" };
    format!(
        "{intent}$name = {name}
if ($owner.Count -eq 1 -and $owner[0].RecipientType -eq 'MailContact') {{
    $identity = \"$($owner[0].Guid)\"
    $contact = Get-MailContact -Identity $identity
    $contact | Format-List {CONTACT}, CustomAttribute*
    $attribute = @(1..15 | ForEach-Object {{ \"CustomAttribute$_\" }} | Where-Object {{ -not $contact.$_ }})[0]
    $domains = @(Get-AcceptedDomain | Where-Object {{ $_.DomainType -eq 'Authoritative' }} | ForEach-Object {{ \"$($_.DomainName)\" }})
    $first = @($domains | Where-Object {{ $_ -like '*.onmicrosoft.com' -and $_ -notlike '*.mail.onmicrosoft.com' }})
    $domain = @($first + $domains)[0]
    if ($domain) {{
        $parking = $name + '@' + $domain
    }} else {{
        $parking = Read-Host {ask}
    }}
    $taken = @(Get-Recipient -Filter (\"EmailAddresses -eq 'smtp:\" + $parking.Replace(\"'\", \"''\") + \"'\"))
    if ($contact.IsDirSynced) {{
        Write-Warning {synced}
    }} elseif (-not $attribute) {{
        Write-Warning {no_attribute}
    }} elseif ($taken.Count -gt 0) {{
        Write-Warning {parking_taken}
    }} else {{
        Write-Host $attribute $parking
        $change = @{{ ExternalEmailAddress = $parking; $attribute = $address{hidden} }}
        Set-MailContact -Identity $identity @change -Confirm
        $contact = Get-MailContact -Identity $identity
        if ($contact.EmailAddresses -contains \"smtp:$address\") {{
            Set-MailContact -Identity $identity -EmailAddresses @{{ Remove = $address }} -Confirm
        }}
    }}
}} else {{
    Write-Warning {not_found}
}}

{back}",
        intent = comment(&texts.get(what, &[])),
        name = literal(&facts.parking_name),
        ask = say("document-script-type-parking"),
        synced = say("document-script-is-synced"),
        no_attribute = say("document-script-no-attribute"),
        parking_taken = say("document-script-parking-taken"),
        not_found = say("document-script-not-found"),
        back = back(texts, facts, hide),
    )
}

/// The line that puts it back, as a comment. It finds the contact by its id, so that it works in another window, years
/// later; every value is one literal of printable ASCII, so that the comment has one line.
fn back(texts: &Texts, facts: &ConflictFacts, hide: bool) -> String {
    let (shown, how) = if hide {
        (" -HiddenFromAddressListsEnabled $false", "document-script-back-hidden")
    } else {
        ("", "document-script-back")
    };
    let line = format!(
        "Get-MailContact -ResultSize Unlimited | Where-Object {{ $_.ExternalDirectoryObjectId -eq {} }} | \
         Set-MailContact -ExternalEmailAddress {}{shown} -Confirm",
        literal(&facts.owner_id),
        literal(&facts.address),
    );
    comment(&(texts.get(how, &[]) + "\n" + &line))
}

pub(super) fn remove_contact(texts: &Texts) -> String {
    format!(
        "{}if ($owner.Count -eq 1 -and $owner[0].RecipientType -eq 'MailContact') {{
    $contact = Get-MailContact -Identity \"$($owner[0].Guid)\"
    $contact | Format-List {CONTACT}
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
pub(super) fn on_premises(texts: &Texts, facts: &ConflictFacts, how: &str) -> String {
    let value = in_ldap_filter(&facts.address);
    let filter = literal(&format!("(|(proxyAddresses=smtp:{value})(mail={value}))"));
    format!(
        "{}Get-ADObject -LDAPFilter {filter} -Properties mail, proxyAddresses, targetAddress, legacyExchangeDN, memberOf |
    Format-List DistinguishedName, mail, proxyAddresses, targetAddress, legacyExchangeDN, memberOf
",
        comment(&texts.get(how, &[])),
    )
}

pub(super) fn take_off_mailbox(texts: &Texts) -> String {
    let cmdlets = [
        ("$owner[0].RecipientType -eq 'UserMailbox'", "Set-Mailbox"),
        ("$owner[0].RecipientType -eq 'MailUser'", "Set-MailUser"),
    ];
    comment(&texts.get("document-script-user", &[])) + &take_address_off(texts, cmdlets)
}

pub(super) fn take_off_group(texts: &Texts) -> String {
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

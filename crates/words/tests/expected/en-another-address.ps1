# Guest Mail Doctor: script for an Exchange administrator
# Something else in the organisation owns the address of a guest. As long as it does,
# the guest gets no main address, and group mail cannot reach the guest.
# The address: o'neil@fabrikam.nl
# Who owns it: the contact Zoë O'Neil (5f4b8f5e-0000-4000-8000-000000000001)
# Read it before you run it. It needs the PowerShell module ExchangeOnlineManagement
# and an Exchange administrator. Nothing is changed or removed without a question first.

# Sign in.
Connect-ExchangeOnline

# Who owns the address? More than one can be listed; Exchange also knows
# recipients that the directory does not show.
$address = 'o''neil@fabrikam.nl'
$ownerId = '5f4b8f5e-0000-4000-8000-000000000001'
$filter = 'EmailAddresses -eq ''smtp:o''''neil@fabrikam.nl'''
$found = @(Get-Recipient -Filter $filter)
$found | Format-List DisplayName, RecipientTypeDetails, PrimarySmtpAddress, EmailAddresses, ExternalDirectoryObjectId
$owner = @($found | Where-Object { $_.ExternalDirectoryObjectId -eq $ownerId })

# Give the contact another address: one that nobody writes to, in a domain of your
# organisation. The old address is kept in the first free custom attribute. The contact
# stays, with its lists. It shows first what the contact has, among it LegacyExchangeDN.
# If Exchange does not take the new address, nothing was changed: put another one of your
# organisation's domains in $parking, and run the line again.
$name = 'parked-5f4b8f5e'
if ($owner.Count -eq 1 -and $owner[0].RecipientType -eq 'MailContact') {
    $identity = "$($owner[0].Guid)"
    $contact = Get-MailContact -Identity $identity
    $contact | Format-List DisplayName, ExternalEmailAddress, EmailAddresses, LegacyExchangeDN, HiddenFromAddressListsEnabled, IsDirSynced, CustomAttribute*
    $attribute = @(1..15 | ForEach-Object { "CustomAttribute$_" } | Where-Object { -not $contact.$_ })[0]
    $domains = @(Get-AcceptedDomain | Where-Object { $_.DomainType -eq 'Authoritative' } | ForEach-Object { "$($_.DomainName)" })
    $first = @($domains | Where-Object { $_ -like '*.onmicrosoft.com' -and $_ -notlike '*.mail.onmicrosoft.com' })
    $domain = @($first + $domains)[0]
    if ($domain) {
        $parking = $name + '@' + $domain
    } else {
        $parking = Read-Host 'No domain was found. Type a new address for the contact, in a domain of your organisation'
    }
    $taken = @(Get-Recipient -Filter ("EmailAddresses -eq 'smtp:" + $parking.Replace("'", "''") + "'"))
    if ($contact.IsDirSynced) {
        Write-Warning 'This is synchronised from on-premises. Resolve it there. Nothing was changed.'
    } elseif (-not $attribute) {
        Write-Warning 'No custom attribute is free to keep the old address in. Nothing was changed.'
    } elseif ($taken.Count -gt 0) {
        Write-Warning 'Somebody has the new address already. Nothing was changed.'
    } else {
        Write-Host $attribute $parking
        $change = @{ ExternalEmailAddress = $parking; $attribute = $address }
        Set-MailContact -Identity $identity @change -Confirm
        $contact = Get-MailContact -Identity $identity
        if ($contact.EmailAddresses -contains "smtp:$address") {
            Set-MailContact -Identity $identity -EmailAddresses @{ Remove = $address } -Confirm
        }
    }
} else {
    Write-Warning 'The owner was not found as expected. Nothing was changed.'
}

# The line that puts the old address back, once the guest no longer has it:
# Get-MailContact -ResultSize Unlimited | Where-Object { $_.ExternalDirectoryObjectId -eq '5f4b8f5e-0000-4000-8000-000000000001' } | Set-MailContact -ExternalEmailAddress 'o''neil@fabrikam.nl' -Confirm

# Look again. It can take some minutes. As soon as only the guest is listed, or nothing:
# look the address up in Guest Mail Doctor once more. It says what is left to do.
Get-Recipient -Filter $filter | Format-List DisplayName, RecipientTypeDetails

# Last, only if it does not help: Microsoft's own diagnosis of this address. It may repair
# by itself, and shows nothing beforehand. It runs only if you say so.
$answer = Read-Host 'Run Microsoft''s own diagnosis? It may repair by itself. Type yes to run it'
if ($answer -eq 'yes') {
    Invoke-ProvisioningRecipientDiagnostic -Recipients $address
}

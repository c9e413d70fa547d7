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

# Remove the contact. It disappears from the address list and from the distribution
# lists it is in: write those down first. Write down LegacyExchangeDN too: answers to
# old mail can go to that address, and they bounce once the contact is gone. Give it to
# the guest as one more address: X500: followed by that value. The guest takes the place
# of the contact.
if ($owner.Count -eq 1 -and $owner[0].RecipientType -eq 'MailContact') {
    $contact = Get-MailContact -Identity "$($owner[0].Guid)"
    $contact | Format-List DisplayName, ExternalEmailAddress, EmailAddresses, LegacyExchangeDN, HiddenFromAddressListsEnabled, IsDirSynced
    if ($contact.IsDirSynced) {
        Write-Warning 'This is synchronised from on-premises. Resolve it there. Nothing was changed.'
    } else {
        Remove-MailContact -Identity "$($owner[0].Guid)" -Confirm
    }
} else {
    Write-Warning 'The owner was not found as expected. Nothing was changed.'
}

# Look again. It can take some minutes. As soon as only the guest is listed, or nothing:
# look the address up in Guest Mail Doctor once more. It says what is left to do.
Get-Recipient -Filter $filter | Format-List DisplayName, RecipientTypeDetails

# Last, only if it does not help: Microsoft's own diagnosis of this address. It may repair
# by itself, and shows nothing beforehand. It runs only if you say so.
$answer = Read-Host 'Run Microsoft''s own diagnosis? It may repair by itself. Type yes to run it'
if ($answer -eq 'yes') {
    Invoke-ProvisioningRecipientDiagnostic -Recipients $address
}

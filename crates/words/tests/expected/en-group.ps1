# Guest Mail Doctor: script for an Exchange administrator
# Something else in the organisation owns the address of a guest. As long as it does,
# the guest gets no main address, and group mail cannot reach the guest.
# The address: o'neil@fabrikam.nl
# Who owns it: the group Zoë O'Neil (5f4b8f5e-0000-4000-8000-000000000001)
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

# A group has the address. Ask its owners first: taking it away means that mail
# for it no longer reaches the group. If the group is synchronised from
# on-premises, take the address off there instead.
if ($owner.Count -ne 1) {
    Write-Warning 'The owner was not found as expected. Nothing was changed.'
} elseif ($owner[0].PrimarySmtpAddress -eq $address) {
    Write-Warning 'This is the main address of its owner. Give the owner another main address first. Nothing was changed.'
} elseif ($owner[0].RecipientTypeDetails -eq 'GroupMailbox') {
    Set-UnifiedGroup -Identity "$($owner[0].Guid)" -EmailAddresses @{ Remove = $address } -Confirm
} elseif ($owner[0].RecipientTypeDetails -like 'MailUniversal*Group') {
    Set-DistributionGroup -Identity "$($owner[0].Guid)" -EmailAddresses @{ Remove = $address } -Confirm
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

# Guest Mail Doctor: script for an Exchange administrator
# It puts the guest on the lists of the contact that had this address, and takes the
# contact off them. Set the main address of the guest first.
# The address: o'neil@fabrikam.nl
# Read it before you run it. It needs the PowerShell module ExchangeOnlineManagement
# and an Exchange administrator. Nothing is changed or removed without a question first.
# Not in this script, because its members are changed on-premises: Storingen

# Sign in.
Connect-ExchangeOnline

# Does Exchange know the guest by this address? Exactly one must be listed.
$ownerId = '5f4b8f5e-0000-4000-8000-000000000001'
$filter = 'EmailAddresses -eq ''smtp:o''''neil@fabrikam.nl'''
$guest = @(Get-Recipient -Filter $filter | Where-Object { $_.RecipientTypeDetails -eq 'GuestMailUser' })
$guest | Format-List DisplayName, RecipientTypeDetails, PrimarySmtpAddress
$contact = @(Get-MailContact -ResultSize Unlimited | Where-Object { $_.ExternalDirectoryObjectId -eq $ownerId })

# Each list: first the guest comes on it, then the contact goes off it.
$lists = @(
    'nieuwsbrief@contoso.nl'
    ('Caf' + [char]0x00E9 + [char]0x2019 + 's & co')
)
if ($guest.Count -eq 1) {
    foreach ($list in $lists) {
        Add-DistributionGroupMember -Identity $list -Member "$($guest[0].Guid)" -Confirm
        if ($contact.Count -eq 1) {
            Remove-DistributionGroupMember -Identity $list -Member "$($contact[0].Guid)" -Confirm
        }
    }
} else {
    Write-Warning 'Exchange does not know the guest by this address yet. Set the main address first, wait some minutes, and run this again. Nothing was changed.'
}

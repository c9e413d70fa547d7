# Guest Mail Doctor: script for an Exchange administrator
# Something else in the organisation owns the address of a guest. As long as it does,
# the guest gets no main address, and group mail cannot reach the guest.
# The address: o'neil@fabrikam.nl
# Who owns it: the contact Zoë O'Neil (5f4b8f5e-0000-4000-8000-000000000001), synchronised from on-premises
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

# It is synchronised, so it can only be changed on-premises. This part runs on a computer
# there with the ActiveDirectory module. It only looks; the steps are:
# 1. Find it with the command below.
# 2. Give it another address in mail, proxyAddresses and targetAddress. Write down the old one.
# 3. On the synchronisation server: Start-ADSyncSyncCycle -PolicyType Delta
# 4. Wait, then look again with the command near the end of this script.
Get-ADObject -LDAPFilter '(|(proxyAddresses=smtp:o''neil@fabrikam.nl)(mail=o''neil@fabrikam.nl))' -Properties mail, proxyAddresses, targetAddress, legacyExchangeDN, memberOf |
    Format-List DistinguishedName, mail, proxyAddresses, targetAddress, legacyExchangeDN, memberOf

# Look again. It can take some minutes. As soon as only the guest is listed, or nothing:
# look the address up in Guest Mail Doctor once more. It says what is left to do.
Get-Recipient -Filter $filter | Format-List DisplayName, RecipientTypeDetails

# Last, only if it does not help: Microsoft's own diagnosis of this address. It may repair
# by itself, and shows nothing beforehand. It runs only if you say so.
$answer = Read-Host 'Run Microsoft''s own diagnosis? It may repair by itself. Type yes to run it'
if ($answer -eq 'yes') {
    Invoke-ProvisioningRecipientDiagnostic -Recipients $address
}

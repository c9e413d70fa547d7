# Guest Mail Doctor: script voor een Exchange-beheerder
# Het zet de gast op de lijsten van de contactpersoon die dit adres had, en haalt de
# contactpersoon eraf. Stel eerst het hoofdadres van de gast in.
# Het adres: o'neil@fabrikam.nl
# Lees het voordat u het uitvoert. Nodig zijn de PowerShell-module ExchangeOnlineManagement
# en een Exchange-beheerder. Er wordt niets gewijzigd of verwijderd zonder dat het eerst gevraagd wordt.
# Niet in dit script, omdat de leden in uw eigen netwerk (on-premises) gewijzigd worden: Storingen

# Aanmelden.
Connect-ExchangeOnline

# Kent Exchange de gast op dit adres? Er moet er precies één genoemd worden.
$ownerId = '5f4b8f5e-0000-4000-8000-000000000001'
$filter = 'EmailAddresses -eq ''smtp:o''''neil@fabrikam.nl'''
$guest = @(Get-Recipient -Filter $filter | Where-Object { $_.RecipientTypeDetails -eq 'GuestMailUser' })
$guest | Format-List DisplayName, RecipientTypeDetails, PrimarySmtpAddress
$contact = @(Get-MailContact -ResultSize Unlimited | Where-Object { $_.ExternalDirectoryObjectId -eq $ownerId })

# Elke lijst: eerst komt de gast erop, dan gaat de contactpersoon eraf.
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
    Write-Warning 'Exchange kent de gast nog niet op dit adres. Stel eerst het hoofdadres in, wacht enkele minuten en voer dit opnieuw uit. Er is niets gewijzigd.'
}

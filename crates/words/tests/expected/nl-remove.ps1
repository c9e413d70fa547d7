# Guest Mail Doctor: script voor een Exchange-beheerder
# Iets anders in de organisatie heeft het adres van een gast. Zolang dat zo is, krijgt
# de gast geen hoofdadres, en kan groepsmail de gast niet bereiken.
# Het adres: o'neil@fabrikam.nl
# Van wie het is: de contactpersoon Zoë O'Neil (5f4b8f5e-0000-4000-8000-000000000001)
# Lees het voordat u het uitvoert. Nodig zijn de PowerShell-module ExchangeOnlineManagement
# en een Exchange-beheerder. Er wordt niets gewijzigd of verwijderd zonder dat het eerst gevraagd wordt.

# Aanmelden.
Connect-ExchangeOnline

# Van wie is het adres? Er kan meer dan één genoemd worden; Exchange kent ook
# ontvangers die Guest Mail Doctor niet kan zien.
$address = 'o''neil@fabrikam.nl'
$ownerId = '5f4b8f5e-0000-4000-8000-000000000001'
$filter = 'EmailAddresses -eq ''smtp:o''''neil@fabrikam.nl'''
$found = @(Get-Recipient -Filter $filter)
$found | Format-List DisplayName, RecipientTypeDetails, PrimarySmtpAddress, EmailAddresses, ExternalDirectoryObjectId
$owner = @($found | Where-Object { $_.ExternalDirectoryObjectId -eq $ownerId })

# Verwijder de contactpersoon. Die verdwijnt uit de adreslijst en uit de distributielijsten:
# noteer eerst welke dat zijn. Noteer ook LegacyExchangeDN: antwoorden op oude mail kunnen
# naar dat adres gaan, en ze komen onbestelbaar terug als de contactpersoon weg is. Geef
# het aan de gast als extra adres: X500: met die waarde erachter. De gast komt in de
# plaats van de contactpersoon.
if ($owner.Count -eq 1 -and $owner[0].RecipientType -eq 'MailContact') {
    $contact = Get-MailContact -Identity "$($owner[0].Guid)"
    $contact | Format-List DisplayName, ExternalEmailAddress, EmailAddresses, LegacyExchangeDN, HiddenFromAddressListsEnabled, IsDirSynced
    if ($contact.IsDirSynced) {
        Write-Warning 'Dit wordt gesynchroniseerd vanuit uw eigen netwerk (on-premises). Los het daar op. Er is niets gewijzigd.'
    } else {
        Remove-MailContact -Identity "$($owner[0].Guid)" -Confirm
    }
} else {
    Write-Warning 'De eigenaar is niet gevonden zoals verwacht. Er is niets gewijzigd.'
}

# Kijk opnieuw. Het kan enkele minuten duren. Zodra alleen de gast genoemd wordt, of niets:
# zoek het adres nog eens op in Guest Mail Doctor. Daar staat wat er nog te doen is.
Get-Recipient -Filter $filter | Format-List DisplayName, RecipientTypeDetails

# Als laatste, alleen als het niet helpt: de eigen diagnose van Microsoft voor dit adres. Die
# kan zelf herstellen, en toont vooraf niets. Die loopt alleen als u dat zegt.
$answer = Read-Host 'De eigen diagnose van Microsoft uitvoeren? Die kan zelf herstellen. Typ ja om die uit te voeren'
if ($answer -eq 'ja') {
    Invoke-ProvisioningRecipientDiagnostic -Recipients $address
}

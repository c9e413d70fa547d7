# Guest Mail Doctor: script voor een Exchange-beheerder
# Een gast heeft geen hoofdadres, omdat iets anders in de organisatie zijn adres
# al bezit. Groepsmail kan hem pas bereiken als dat is opgelost.
# Het adres: o'neil@fabrikam.nl
# Van wie het is: de contactpersoon Zoë O'Neil (5f4b8f5e-0000-4000-8000-000000000001)
# Lees het voordat u het uitvoert. Nodig zijn de PowerShell-module ExchangeOnlineManagement
# en een Exchange-beheerder. Er wordt niets gewijzigd of verwijderd zonder dat het eerst gevraagd wordt.

# Aanmelden.
Connect-ExchangeOnline

# Van wie is het adres? Er kan meer dan één genoemd worden; Exchange kent ook
# ontvangers die de directory niet laat zien.
$address = 'o''neil@fabrikam.nl'
$ownerId = '5f4b8f5e-0000-4000-8000-000000000001'
$filter = 'EmailAddresses -eq ''smtp:o''''neil@fabrikam.nl'''
$found = @(Get-Recipient -Filter $filter)
$found | Format-List DisplayName, RecipientTypeDetails, PrimarySmtpAddress, EmailAddresses, ExternalDirectoryObjectId
$owner = @($found | Where-Object { $_.ExternalDirectoryObjectId -eq $ownerId })

# Verwijder de contactpersoon. Die verdwijnt uit de adreslijst en uit de distributielijsten
# waarin hij staat: noteer die eerst. De gast komt ervoor in de plaats.
if ($owner.Count -eq 1 -and $owner[0].RecipientType -eq 'MailContact') {
    $contact = Get-MailContact -Identity "$($owner[0].Guid)"
    $contact | Format-List DisplayName, ExternalEmailAddress, EmailAddresses, IsDirSynced
    if ($contact.IsDirSynced) {
        Write-Warning 'Dit wordt gesynchroniseerd vanuit de eigen omgeving (on-premises). Los het daar op. Er is niets gewijzigd.'
    } else {
        Remove-MailContact -Identity "$($owner[0].Guid)" -Confirm
    }
} else {
    Write-Warning 'De eigenaar is niet gevonden zoals verwacht. Er is niets gewijzigd.'
}

# Kijk opnieuw. Zodra alleen de gast genoemd wordt, of niets: zoek de gast nog eens in
# Guest Mail Doctor en stel het hoofdadres in. Het kan enkele minuten duren.
Get-Recipient -Filter $filter | Format-List DisplayName, RecipientTypeDetails

# Guest Mail Doctor: script voor een Exchange-beheerder
# Iets anders in de organisatie heeft het adres van een gast. Zolang dat zo is, krijgt
# de gast geen hoofdadres, en kan groepsmail de gast niet bereiken.
# Het adres: o'neil@fabrikam.nl
# Van wie het is: de gebruiker of het gedeelde postvak Zoë O'Neil (5f4b8f5e-0000-4000-8000-000000000001)
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

# Iemands postvak heeft het adres. Vraag eerst van wie het hoort te zijn: wordt het
# weggehaald, dan komt mail daarvoor niet meer in dat postvak aan. Wordt het account
# gesynchroniseerd vanuit uw eigen netwerk, haal het adres er dan daar af.
if ($owner.Count -ne 1) {
    Write-Warning 'De eigenaar is niet gevonden zoals verwacht. Er is niets gewijzigd.'
} elseif ($owner[0].PrimarySmtpAddress -eq $address) {
    Write-Warning 'Dit is het hoofdadres van de eigenaar. Geef de eigenaar eerst een ander hoofdadres. Er is niets gewijzigd.'
} elseif ($owner[0].RecipientType -eq 'UserMailbox') {
    Set-Mailbox -Identity "$($owner[0].Guid)" -EmailAddresses @{ Remove = $address } -Confirm
} elseif ($owner[0].RecipientType -eq 'MailUser') {
    Set-MailUser -Identity "$($owner[0].Guid)" -EmailAddresses @{ Remove = $address } -Confirm
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

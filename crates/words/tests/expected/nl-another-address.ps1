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

# Geef de contactpersoon een ander adres: een waar niemand naar schrijft, in een domein van
# uw organisatie. Het oude adres wordt bewaard in het eerste vrije aangepaste kenmerk. De
# contactpersoon blijft, met de lijsten. Eerst wordt getoond wat de contactpersoon heeft,
# ook LegacyExchangeDN. Neemt Exchange het nieuwe adres niet aan, dan is er niets gewijzigd:
# zet in $parking een ander adres in een domein van uw organisatie, en voer de regel opnieuw uit.
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
        $parking = Read-Host 'Er is geen domein gevonden. Typ een nieuw adres voor de contactpersoon, in een domein van uw organisatie'
    }
    $taken = @(Get-Recipient -Filter ("EmailAddresses -eq 'smtp:" + $parking.Replace("'", "''") + "'"))
    if ($contact.IsDirSynced) {
        Write-Warning 'Dit wordt gesynchroniseerd vanuit uw eigen netwerk (on-premises). Los het daar op. Er is niets gewijzigd.'
    } elseif (-not $attribute) {
        Write-Warning 'Geen aangepast kenmerk is vrij om het oude adres in te bewaren. Er is niets gewijzigd.'
    } elseif ($taken.Count -gt 0) {
        Write-Warning 'Iemand heeft het nieuwe adres al. Er is niets gewijzigd.'
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
    Write-Warning 'De eigenaar is niet gevonden zoals verwacht. Er is niets gewijzigd.'
}

# De regel die het oude adres terugzet, zodra de gast het niet meer heeft:
# Get-MailContact -ResultSize Unlimited | Where-Object { $_.ExternalDirectoryObjectId -eq '5f4b8f5e-0000-4000-8000-000000000001' } | Set-MailContact -ExternalEmailAddress 'o''neil@fabrikam.nl' -Confirm

# Kijk opnieuw. Het kan enkele minuten duren. Zodra alleen de gast genoemd wordt, of niets:
# zoek het adres nog eens op in Guest Mail Doctor. Daar staat wat er nog te doen is.
Get-Recipient -Filter $filter | Format-List DisplayName, RecipientTypeDetails

# Als laatste, alleen als het niet helpt: de eigen diagnose van Microsoft voor dit adres. Die
# kan zelf herstellen, en toont vooraf niets. Die loopt alleen als u dat zegt.
$answer = Read-Host 'De eigen diagnose van Microsoft uitvoeren? Die kan zelf herstellen. Typ ja om die uit te voeren'
if ($answer -eq 'ja') {
    Invoke-ProvisioningRecipientDiagnostic -Recipients $address
}

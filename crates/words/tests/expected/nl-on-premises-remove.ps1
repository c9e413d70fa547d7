# Guest Mail Doctor: script voor een Exchange-beheerder
# Iets anders in de organisatie heeft het adres van een gast. Zolang dat zo is, krijgt
# de gast geen hoofdadres, en kan groepsmail de gast niet bereiken.
# Het adres: o'neil@fabrikam.nl
# Van wie het is: de contactpersoon Zoë O'Neil (5f4b8f5e-0000-4000-8000-000000000001), gesynchroniseerd vanuit uw eigen netwerk (on-premises)
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

# De contactpersoon kan alleen in uw eigen netwerk (on-premises) verwijderd worden. Dit deel loopt
# op een computer daar, met de module ActiveDirectory. Het kijkt alleen; de stappen zijn:
# 1. Zoek de contactpersoon met de opdracht hieronder. Noteer wat die toont.
# 2. Verwijder de contactpersoon, of verplaats die naar waar niet gesynchroniseerd wordt.
# 3. Op de synchronisatieserver: Start-ADSyncSyncCycle -PolicyType Delta
# 4. Wacht, en kijk dan opnieuw met de opdracht bij het eind van dit script.
Get-ADObject -LDAPFilter '(|(proxyAddresses=smtp:o''neil@fabrikam.nl)(mail=o''neil@fabrikam.nl))' -Properties mail, proxyAddresses, targetAddress, legacyExchangeDN, memberOf |
    Format-List DistinguishedName, mail, proxyAddresses, targetAddress, legacyExchangeDN, memberOf

# Kijk opnieuw. Het kan enkele minuten duren. Zodra alleen de gast genoemd wordt, of niets:
# zoek het adres nog eens op in Guest Mail Doctor. Daar staat wat er nog te doen is.
Get-Recipient -Filter $filter | Format-List DisplayName, RecipientTypeDetails

# Als laatste, alleen als het niet helpt: de eigen diagnose van Microsoft voor dit adres. Die
# kan zelf herstellen, en toont vooraf niets. Die loopt alleen als u dat zegt.
$answer = Read-Host 'De eigen diagnose van Microsoft uitvoeren? Die kan zelf herstellen. Typ ja om die uit te voeren'
if ($answer -eq 'ja') {
    Invoke-ProvisioningRecipientDiagnostic -Recipients $address
}

# Guest Mail Doctor: Skript für die Exchange-Administration
# Die Adresse eines Gastes ist in der Organisation schon anderswo eingetragen. Solange das
# so ist, bekommt der Gast keine Hauptadresse, und Gruppenmail kann den Gast nicht erreichen.
# Die Adresse: o'neil@fabrikam.nl
# Wo sie eingetragen ist: bei der Gruppe Zoë O'Neil (5f4b8f5e-0000-4000-8000-000000000001)
# Lesen Sie es, bevor Sie es ausführen. Nötig sind das PowerShell-Modul ExchangeOnlineManagement
# und die Rolle Exchange-Administrator. Ohne Rückfrage wird nichts geändert oder gelöscht.

# Anmelden.
Connect-ExchangeOnline

# Wer hat die Adresse? Es können mehrere aufgeführt sein; Exchange kennt auch
# Empfänger, die in den Daten der Organisation sonst nicht zu sehen sind.
$address = 'o''neil@fabrikam.nl'
$ownerId = '5f4b8f5e-0000-4000-8000-000000000001'
$filter = 'EmailAddresses -eq ''smtp:o''''neil@fabrikam.nl'''
$found = @(Get-Recipient -Filter $filter)
$found | Format-List DisplayName, RecipientTypeDetails, PrimarySmtpAddress, EmailAddresses, ExternalDirectoryObjectId
$owner = @($found | Where-Object { $_.ExternalDirectoryObjectId -eq $ownerId })

# Eine Gruppe hat die Adresse. Fragen Sie zuerst ihre Besitzer: Wird die Adresse entfernt,
# kommt Mail dafür nicht mehr bei der Gruppe an. Wird die Gruppe aus dem eigenen
# Netzwerk (lokal) synchronisiert, entfernen Sie die Adresse stattdessen dort.
if ($owner.Count -ne 1) {
    Write-Warning ('Wer die Adresse hat, wurde nicht wie erwartet gefunden. Es wurde nichts ge' + [char]0x00E4 + 'ndert.')
} elseif ($owner[0].PrimarySmtpAddress -eq $address) {
    Write-Warning ('Das ist dort die Hauptadresse. Legen Sie dort zuerst eine andere Hauptadresse fest. Es wurde nichts ge' + [char]0x00E4 + 'ndert.')
} elseif ($owner[0].RecipientTypeDetails -eq 'GroupMailbox') {
    Set-UnifiedGroup -Identity "$($owner[0].Guid)" -EmailAddresses @{ Remove = $address } -Confirm
} elseif ($owner[0].RecipientTypeDetails -like 'MailUniversal*Group') {
    Set-DistributionGroup -Identity "$($owner[0].Guid)" -EmailAddresses @{ Remove = $address } -Confirm
} else {
    Write-Warning ('Wer die Adresse hat, wurde nicht wie erwartet gefunden. Es wurde nichts ge' + [char]0x00E4 + 'ndert.')
}

# Noch einmal nachsehen. Das kann einige Minuten dauern. Sobald nur noch der Gast aufgeführt
# ist oder nichts: Suchen Sie die Adresse erneut in Guest Mail Doctor. Dort steht, was noch
# zu tun ist.
Get-Recipient -Filter $filter | Format-List DisplayName, RecipientTypeDetails

# Zuletzt, und nur wenn es nicht hilft: Microsofts eigene Diagnose dieser Adresse. Sie kann von
# selbst etwas ändern und zeigt vorher nichts an. Ausgeführt wird sie nur, wenn Sie es sagen.
$answer = Read-Host ('Microsofts eigene Diagnose ausf' + [char]0x00FC + 'hren? Sie kann von selbst etwas ' + [char]0x00E4 + 'ndern. Geben Sie ja ein, um sie auszuf' + [char]0x00FC + 'hren')
if ($answer -eq 'ja') {
    Invoke-ProvisioningRecipientDiagnostic -Recipients $address
}

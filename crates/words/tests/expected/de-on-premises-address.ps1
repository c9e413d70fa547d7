# Guest Mail Doctor: Skript für die Exchange-Administration
# Die Adresse eines Gastes ist in der Organisation schon anderswo eingetragen. Solange das
# so ist, bekommt der Gast keine Hauptadresse, und Gruppenmail kann den Gast nicht erreichen.
# Die Adresse: o'neil@fabrikam.nl
# Wo sie eingetragen ist: beim Kontakt Zoë O'Neil (5f4b8f5e-0000-4000-8000-000000000001), synchronisiert aus dem eigenen Netzwerk (lokal)
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

# Der Eintrag wird synchronisiert und lässt sich nur im eigenen Netzwerk (lokal) ändern. Dieser
# Teil läuft dort auf einem Computer mit dem Modul ActiveDirectory und liest nur. Die Schritte:
# 1. Suchen Sie den Eintrag mit dem Befehl unten.
# 2. Tragen Sie in mail, proxyAddresses und targetAddress eine andere Adresse ein. Notieren Sie die alte.
# 3. Auf dem Synchronisierungsserver: Start-ADSyncSyncCycle -PolicyType Delta
# 4. Warten Sie und sehen Sie dann mit dem Befehl am Ende dieses Skripts noch einmal nach.
Get-ADObject -LDAPFilter '(|(proxyAddresses=smtp:o''neil@fabrikam.nl)(mail=o''neil@fabrikam.nl))' -Properties mail, proxyAddresses, targetAddress, legacyExchangeDN, memberOf |
    Format-List DistinguishedName, mail, proxyAddresses, targetAddress, legacyExchangeDN, memberOf

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

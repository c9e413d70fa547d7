# Guest Mail Doctor: Skript für die Exchange-Administration
# Die Adresse eines Gastes ist in der Organisation schon anderswo eingetragen. Solange das
# so ist, bekommt der Gast keine Hauptadresse, und Gruppenmail kann den Gast nicht erreichen.
# Die Adresse: o'neil@fabrikam.nl
# Wo sie eingetragen ist: beim Kontakt Zoë O'Neil (5f4b8f5e-0000-4000-8000-000000000001)
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

# Dem Kontakt eine andere Adresse geben und den Kontakt in Adresslisten ausblenden, damit ihn
# niemand versehentlich auswählt. Die alte Adresse wird im ersten freien benutzerdefinierten
# Attribut aufbewahrt. Der Kontakt bleibt, mit seinen Listen. Zuerst wird angezeigt, was der
# Kontakt hat, darunter LegacyExchangeDN. Nimmt Exchange die neue Adresse nicht an, wurde nichts
# geändert: Tragen Sie eine andere Domäne Ihrer Organisation in $parking ein und führen Sie die
# Zeile erneut aus.
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
        $parking = Read-Host ('Es wurde keine Dom' + [char]0x00E4 + 'ne gefunden. Geben Sie eine neue Adresse f' + [char]0x00FC + 'r den Kontakt ein, in einer Dom' + [char]0x00E4 + 'ne Ihrer Organisation')
    }
    $taken = @(Get-Recipient -Filter ("EmailAddresses -eq 'smtp:" + $parking.Replace("'", "''") + "'"))
    if ($contact.IsDirSynced) {
        Write-Warning ('Dieser Eintrag wird aus dem eigenen Netzwerk (lokal) synchronisiert. L' + [char]0x00F6 + 'sen Sie den Konflikt dort. Es wurde nichts ge' + [char]0x00E4 + 'ndert.')
    } elseif (-not $attribute) {
        Write-Warning ('Kein benutzerdefiniertes Attribut ist frei, um die alte Adresse aufzubewahren. Es wurde nichts ge' + [char]0x00E4 + 'ndert.')
    } elseif ($taken.Count -gt 0) {
        Write-Warning ('Die neue Adresse ist schon vergeben. Es wurde nichts ge' + [char]0x00E4 + 'ndert.')
    } else {
        Write-Host $attribute $parking
        $change = @{ ExternalEmailAddress = $parking; $attribute = $address; HiddenFromAddressListsEnabled = $true }
        Set-MailContact -Identity $identity @change -Confirm
        $contact = Get-MailContact -Identity $identity
        if ($contact.EmailAddresses -contains "smtp:$address") {
            Set-MailContact -Identity $identity -EmailAddresses @{ Remove = $address } -Confirm
        }
    }
} else {
    Write-Warning ('Wer die Adresse hat, wurde nicht wie erwartet gefunden. Es wurde nichts ge' + [char]0x00E4 + 'ndert.')
}

# Die Zeile, die die alte Adresse zurückholt und den Kontakt wieder einblendet, sobald der Gast
# die Adresse nicht mehr hat. Lassen Sie das Einblenden weg, wenn der Kontakt schon vorher ausgeblendet war:
# Get-MailContact -ResultSize Unlimited | Where-Object { $_.ExternalDirectoryObjectId -eq '5f4b8f5e-0000-4000-8000-000000000001' } | Set-MailContact -ExternalEmailAddress 'o''neil@fabrikam.nl' -HiddenFromAddressListsEnabled $false -Confirm

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

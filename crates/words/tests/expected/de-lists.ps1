# Guest Mail Doctor: Skript für die Exchange-Administration
# Es setzt den Gast auf die Listen des Kontakts, der diese Adresse hatte, und nimmt den
# Kontakt davon herunter. Legen Sie vorher die Hauptadresse des Gastes fest.
# Die Adresse: o'neil@fabrikam.nl
# Lesen Sie es, bevor Sie es ausführen. Nötig sind das PowerShell-Modul ExchangeOnlineManagement
# und die Rolle Exchange-Administrator. Ohne Rückfrage wird nichts geändert oder gelöscht.
# Nicht in diesem Skript, weil die Mitglieder im eigenen Netzwerk (lokal) geändert werden: Storingen

# Anmelden.
Connect-ExchangeOnline

# Kennt Exchange den Gast unter dieser Adresse? Es muss genau einer aufgeführt sein.
$ownerId = '5f4b8f5e-0000-4000-8000-000000000001'
$filter = 'EmailAddresses -eq ''smtp:o''''neil@fabrikam.nl'''
$guest = @(Get-Recipient -Filter $filter | Where-Object { $_.RecipientTypeDetails -eq 'GuestMailUser' })
$guest | Format-List DisplayName, RecipientTypeDetails, PrimarySmtpAddress
$contact = @(Get-MailContact -ResultSize Unlimited | Where-Object { $_.ExternalDirectoryObjectId -eq $ownerId })

# Jede Liste: Erst kommt der Gast darauf, dann der Kontakt herunter.
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
    Write-Warning ('Exchange kennt den Gast unter dieser Adresse noch nicht. Legen Sie zuerst die Hauptadresse fest, warten Sie einige Minuten, und f' + [char]0x00FC + 'hren Sie dies erneut aus. Es wurde nichts ge' + [char]0x00E4 + 'ndert.')
}

# Guest Mail Doctor : script pour un administrateur Exchange
# L’adresse d’un invité appartient à autre chose dans l’organisation. Tant que c’est le cas,
# l’invité n’obtient pas d’adresse principale, et les messages du groupe ne l’atteignent pas.
# L’adresse : o'neil@fabrikam.nl
# À qui elle appartient : le contact Zoë O'Neil (5f4b8f5e-0000-4000-8000-000000000001)
# Lisez-le avant de l’exécuter. Il faut le module PowerShell ExchangeOnlineManagement
# et un administrateur Exchange. Rien n’est modifié ni supprimé sans une question au préalable.

# Se connecter.
Connect-ExchangeOnline

# À qui appartient l’adresse ? La liste peut en donner plusieurs ; Exchange connaît aussi
# des destinataires que Guest Mail Doctor ne peut pas voir.
$address = 'o''neil@fabrikam.nl'
$ownerId = '5f4b8f5e-0000-4000-8000-000000000001'
$filter = 'EmailAddresses -eq ''smtp:o''''neil@fabrikam.nl'''
$found = @(Get-Recipient -Filter $filter)
$found | Format-List DisplayName, RecipientTypeDetails, PrimarySmtpAddress, EmailAddresses, ExternalDirectoryObjectId
$owner = @($found | Where-Object { $_.ExternalDirectoryObjectId -eq $ownerId })

# Donner une autre adresse au contact, et le masquer dans les listes d’adresses, pour que
# personne ne le choisisse par erreur. L’ancienne adresse est conservée dans le premier
# attribut personnalisé libre. Le contact reste, avec ses listes. Le script montre d’abord ce
# que le contact contient, y compris LegacyExchangeDN. Si Exchange n’accepte pas la nouvelle
# adresse, rien n’a été modifié : mettez dans $parking une autre adresse d’un domaine de votre
# organisation, et exécutez de nouveau la ligne.
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
        $parking = Read-Host ('Aucun domaine n' + [char]0x2019 + 'a ' + [char]0x00E9 + 't' + [char]0x00E9 + ' trouv' + [char]0x00E9 + '. Saisissez une nouvelle adresse pour le contact, dans un domaine de votre organisation')
    }
    $taken = @(Get-Recipient -Filter ("EmailAddresses -eq 'smtp:" + $parking.Replace("'", "''") + "'"))
    if ($contact.IsDirSynced) {
        Write-Warning ('La synchronisation vient de votre r' + [char]0x00E9 + 'seau interne (environnement local). R' + [char]0x00E9 + 'solvez le conflit l' + [char]0x00E0 + '-bas. Rien n' + [char]0x2019 + 'a ' + [char]0x00E9 + 't' + [char]0x00E9 + ' modifi' + [char]0x00E9 + '.')
    } elseif (-not $attribute) {
        Write-Warning ('Aucun attribut personnalis' + [char]0x00E9 + ' n' + [char]0x2019 + 'est libre pour conserver l' + [char]0x2019 + 'ancienne adresse. Rien n' + [char]0x2019 + 'a ' + [char]0x00E9 + 't' + [char]0x00E9 + ' modifi' + [char]0x00E9 + '.')
    } elseif ($taken.Count -gt 0) {
        Write-Warning ('La nouvelle adresse est d' + [char]0x00E9 + 'j' + [char]0x00E0 + ' prise. Rien n' + [char]0x2019 + 'a ' + [char]0x00E9 + 't' + [char]0x00E9 + ' modifi' + [char]0x00E9 + '.')
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
    Write-Warning ('Le d' + [char]0x00E9 + 'tenteur de l' + [char]0x2019 + 'adresse n' + [char]0x2019 + 'a pas ' + [char]0x00E9 + 't' + [char]0x00E9 + ' trouv' + [char]0x00E9 + ' comme pr' + [char]0x00E9 + 'vu. Rien n' + [char]0x2019 + 'a ' + [char]0x00E9 + 't' + [char]0x00E9 + ' modifi' + [char]0x00E9 + '.')
}

# La ligne qui rétablit l’ancienne adresse et affiche de nouveau le contact, dès que l’invité
# n’a plus l’adresse. Si le contact était déjà masqué, retirez ce qui l’affiche :
# Get-MailContact -ResultSize Unlimited | Where-Object { $_.ExternalDirectoryObjectId -eq '5f4b8f5e-0000-4000-8000-000000000001' } | Set-MailContact -ExternalEmailAddress 'o''neil@fabrikam.nl' -HiddenFromAddressListsEnabled $false -Confirm

# Vérifier à nouveau. Cela peut prendre quelques minutes. Dès que la liste ne donne plus que
# l’invité, ou plus rien : recherchez encore une fois l’adresse dans Guest Mail Doctor, qui
# indique ce qui reste à faire.
Get-Recipient -Filter $filter | Format-List DisplayName, RecipientTypeDetails

# En dernier, seulement si cela n’aide pas : le diagnostic de Microsoft pour cette adresse. Il
# peut réparer de lui-même, et n’affiche rien avant. Il ne s’exécute que si vous le demandez.
$answer = Read-Host ('Le diagnostic de Microsoft peut r' + [char]0x00E9 + 'parer de lui-m' + [char]0x00EA + 'me. Pour le lancer, saisissez oui')
if ($answer -eq 'oui') {
    Invoke-ProvisioningRecipientDiagnostic -Recipients $address
}

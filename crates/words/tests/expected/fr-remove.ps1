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

# Supprimer le contact. Il disparaît de la liste d’adresses et des listes de distribution
# dont il fait partie : notez-les d’abord. Notez aussi LegacyExchangeDN : les réponses à
# d’anciens messages peuvent aller à cette adresse, et ne sont plus remises une fois le
# contact supprimé. Donnez-la à l’invité comme adresse supplémentaire : X500: suivi de cette
# valeur. L’invité prend la place du contact.
if ($owner.Count -eq 1 -and $owner[0].RecipientType -eq 'MailContact') {
    $contact = Get-MailContact -Identity "$($owner[0].Guid)"
    $contact | Format-List DisplayName, ExternalEmailAddress, EmailAddresses, LegacyExchangeDN, HiddenFromAddressListsEnabled, IsDirSynced
    if ($contact.IsDirSynced) {
        Write-Warning ('La synchronisation vient de votre r' + [char]0x00E9 + 'seau interne (environnement local). R' + [char]0x00E9 + 'solvez le conflit l' + [char]0x00E0 + '-bas. Rien n' + [char]0x2019 + 'a ' + [char]0x00E9 + 't' + [char]0x00E9 + ' modifi' + [char]0x00E9 + '.')
    } else {
        Remove-MailContact -Identity "$($owner[0].Guid)" -Confirm
    }
} else {
    Write-Warning ('Le d' + [char]0x00E9 + 'tenteur de l' + [char]0x2019 + 'adresse n' + [char]0x2019 + 'a pas ' + [char]0x00E9 + 't' + [char]0x00E9 + ' trouv' + [char]0x00E9 + ' comme pr' + [char]0x00E9 + 'vu. Rien n' + [char]0x2019 + 'a ' + [char]0x00E9 + 't' + [char]0x00E9 + ' modifi' + [char]0x00E9 + '.')
}

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

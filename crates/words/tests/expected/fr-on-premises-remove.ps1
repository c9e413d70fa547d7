# Guest Mail Doctor : script pour un administrateur Exchange
# L’adresse d’un invité appartient à autre chose dans l’organisation. Tant que c’est le cas,
# l’invité n’obtient pas d’adresse principale, et les messages du groupe ne l’atteignent pas.
# L’adresse : o'neil@fabrikam.nl
# À qui elle appartient : le contact Zoë O'Neil (5f4b8f5e-0000-4000-8000-000000000001), synchronisé depuis votre réseau interne (environnement local)
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

# Le contact ne peut être supprimé que dans votre réseau interne (environnement local). Cette
# partie s’exécute là-bas, sur un ordinateur qui a le module ActiveDirectory. Elle ne modifie
# rien ; voici les étapes :
# 1. Trouvez le contact avec la commande ci-dessous. Notez ce qu’elle affiche.
# 2. Supprimez-le, ou déplacez-le là où il n’est pas synchronisé.
# 3. Sur le serveur de synchronisation : Start-ADSyncSyncCycle -PolicyType Delta
# 4. Attendez, puis vérifiez à nouveau avec la commande proche de la fin de ce script.
Get-ADObject -LDAPFilter '(|(proxyAddresses=smtp:o''neil@fabrikam.nl)(mail=o''neil@fabrikam.nl))' -Properties mail, proxyAddresses, targetAddress, legacyExchangeDN, memberOf |
    Format-List DistinguishedName, mail, proxyAddresses, targetAddress, legacyExchangeDN, memberOf

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

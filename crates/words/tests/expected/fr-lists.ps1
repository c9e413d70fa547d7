# Guest Mail Doctor : script pour un administrateur Exchange
# Il inscrit l’invité dans les listes du contact qui avait cette adresse, et en retire le
# contact. Définissez d’abord l’adresse principale de l’invité.
# L’adresse : o'neil@fabrikam.nl
# Lisez-le avant de l’exécuter. Il faut le module PowerShell ExchangeOnlineManagement
# et un administrateur Exchange. Rien n’est modifié ni supprimé sans une question au préalable.
# Pas dans ce script, car ses membres se modifient dans votre réseau interne (environnement local) : Storingen

# Se connecter.
Connect-ExchangeOnline

# Exchange connaît-il l’invité à cette adresse ? La liste doit en donner exactement un.
$ownerId = '5f4b8f5e-0000-4000-8000-000000000001'
$filter = 'EmailAddresses -eq ''smtp:o''''neil@fabrikam.nl'''
$guest = @(Get-Recipient -Filter $filter | Where-Object { $_.RecipientTypeDetails -eq 'GuestMailUser' })
$guest | Format-List DisplayName, RecipientTypeDetails, PrimarySmtpAddress
$contact = @(Get-MailContact -ResultSize Unlimited | Where-Object { $_.ExternalDirectoryObjectId -eq $ownerId })

# Pour chaque liste : d’abord l’invité y entre, ensuite le contact en sort.
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
    Write-Warning ('Exchange ne conna' + [char]0x00EE + 't pas encore l' + [char]0x2019 + 'invit' + [char]0x00E9 + ' ' + [char]0x00E0 + ' cette adresse. D' + [char]0x00E9 + 'finissez d' + [char]0x2019 + 'abord l' + [char]0x2019 + 'adresse principale, attendez quelques minutes, et ex' + [char]0x00E9 + 'cutez de nouveau ce script. Rien n' + [char]0x2019 + 'a ' + [char]0x00E9 + 't' + [char]0x00E9 + ' modifi' + [char]0x00E9 + '.')
}

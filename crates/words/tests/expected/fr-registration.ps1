# Guest Mail Doctor : script qui inscrit l’application dans votre organisation
# Il crée une inscription, sans secret, réservée aux personnes de votre organisation.
# L’inscription n’a aucun droit tant qu’un administrateur n’a pas donné son accord : Guest
# Mail Doctor ouvre pour cela la page de Microsoft. La personne qui l’exécute doit avoir le
# droit d’inscrire des applications (rôle : Développeur d’applications, ou plus).
# Lisez-le avant de l’exécuter. Il faut le module PowerShell Microsoft.Graph.Applications :
# Install-Module Microsoft.Graph.Applications -Scope CurrentUser
# La connexion demande le droit d’inscrire des applications, pour PowerShell uniquement.
& {
    $ErrorActionPreference = 'Stop'
    Connect-MgGraph -Scopes 'Application.ReadWrite.All' -Environment 'Global' -NoWelcome
    $name = 'Guest Mail Doctor'
    $graphId = '00000003-0000-0000-c000-000000000000'
    if (@(Get-MgApplication -Filter "displayName eq '$name'").Count -gt 0) {
        Write-Warning ('Il existe d' + [char]0x00E9 + 'j' + [char]0x00E0 + ' une application nomm' + [char]0x00E9 + 'e Guest Mail Doctor. Rien n' + [char]0x2019 + 'a ' + [char]0x00E9 + 't' + [char]0x00E9 + ' cr' + [char]0x00E9 + [char]0x00E9 + ' ni modifi' + [char]0x00E9 + '. Utilisez ses ID, ou renommez-la d' + [char]0x2019 + 'abord.')
        return
    }
    $graph = Get-MgServicePrincipal -Filter "appId eq '$graphId'"
    $access = @()
    foreach ($permission in @('User.Read.All', 'User-Mail.ReadWrite.All')) {
        $scope = @($graph.Oauth2PermissionScopes | Where-Object { $_.Value -eq $permission })
        if ($scope.Count -ne 1) {
            Write-Warning (('Cette autorisation n' + [char]0x2019 + 'existe pas ici dans Microsoft Graph. Rien n' + [char]0x2019 + 'a ' + [char]0x00E9 + 't' + [char]0x00E9 + ' cr' + [char]0x00E9 + [char]0x00E9 + [char]0x00A0 + ':') + ' ' + $permission)
            return
        }
        $access += @{ Id = $scope[0].Id; Type = 'Scope' }
    }
    $app = New-MgApplication -DisplayName $name -SignInAudience 'AzureADMyOrg' -IsFallbackPublicClient `
        -PublicClient @{ RedirectUris = @('http://localhost') } `
        -RequiredResourceAccess @(@{ ResourceAppId = $graphId; ResourceAccess = $access })
    New-MgServicePrincipal -AppId $app.AppId | Out-Null
    Write-Output (('ID d' + [char]0x2019 + 'application (client)' + [char]0x00A0 + ':') + ' ' + $app.AppId)
    Write-Output (('ID de l' + [char]0x2019 + 'annuaire (locataire)' + [char]0x00A0 + ':') + ' ' + (Get-MgContext).TenantId)
    Write-Output ('Saisissez les deux dans Guest Mail Doctor, et demandez-y l' + [char]0x2019 + 'accord d' + [char]0x2019 + 'un administrateur.')
}

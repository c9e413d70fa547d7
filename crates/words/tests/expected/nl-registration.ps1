# Guest Mail Doctor: script dat de app in uw organisatie registreert
# Het maakt één registratie, zonder geheim, alleen voor mensen van uw organisatie.
# De registratie mag niets totdat een beheerder toestemming geeft: Guest Mail Doctor
# opent daarvoor de pagina van Microsoft. Wie het uitvoert, heeft het recht nodig om
# toepassingen te registreren (rol: toepassingsontwikkelaar, of hoger).
# Lees het voordat u het uitvoert. Het heeft de PowerShell-module Microsoft.Graph.Applications nodig:
# Install-Module Microsoft.Graph.Applications -Scope CurrentUser
# Bij het aanmelden wordt gevraagd of PowerShell, en alleen PowerShell, toepassingen mag registreren.
& {
    $ErrorActionPreference = 'Stop'
    Connect-MgGraph -Scopes 'Application.ReadWrite.All' -Environment 'Global' -NoWelcome
    $name = 'Guest Mail Doctor'
    $graphId = '00000003-0000-0000-c000-000000000000'
    if (@(Get-MgApplication -Filter "displayName eq '$name'").Count -gt 0) {
        Write-Warning 'Er is al een toepassing met de naam Guest Mail Doctor. Er is niets gemaakt of gewijzigd. Gebruik die id''s, of geef die toepassing eerst een andere naam.'
        return
    }
    $graph = Get-MgServicePrincipal -Filter "appId eq '$graphId'"
    $access = @()
    foreach ($permission in @('User.Read.All', 'User-Mail.ReadWrite.All')) {
        $scope = @($graph.Oauth2PermissionScopes | Where-Object { $_.Value -eq $permission })
        if ($scope.Count -ne 1) {
            Write-Warning ('Deze machtiging bestaat hier niet in Microsoft Graph. Er is niets gemaakt:' + ' ' + $permission)
            return
        }
        $access += @{ Id = $scope[0].Id; Type = 'Scope' }
    }
    $app = New-MgApplication -DisplayName $name -SignInAudience 'AzureADMyOrg' -IsFallbackPublicClient `
        -PublicClient @{ RedirectUris = @('http://localhost') } `
        -RequiredResourceAccess @(@{ ResourceAppId = $graphId; ResourceAccess = $access })
    New-MgServicePrincipal -AppId $app.AppId | Out-Null
    Write-Output ('Toepassings-id (client-id):' + ' ' + $app.AppId)
    Write-Output ('Map-id (tenant-id):' + ' ' + (Get-MgContext).TenantId)
    Write-Output 'Vul beide in Guest Mail Doctor in, en vraag daar om toestemming.'
}

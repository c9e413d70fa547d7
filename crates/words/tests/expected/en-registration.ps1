# Guest Mail Doctor: script that registers the app in your organisation
# It makes one registration, without a secret, for people of your organisation only.
# The registration may do nothing until an administrator consents: Guest Mail Doctor
# opens Microsoft's page for that. Whoever runs it needs the right to register
# applications (role: Application Developer, or higher).
# Read it before you run it. It needs the PowerShell module Microsoft.Graph.Applications:
# Install-Module Microsoft.Graph.Applications -Scope CurrentUser
# Signing in asks for the permission to register applications, for PowerShell only.
& {
    $ErrorActionPreference = 'Stop'
    Connect-MgGraph -Scopes 'Application.ReadWrite.All' -Environment 'Global' -NoWelcome
    $name = 'Guest Mail Doctor'
    $graphId = '00000003-0000-0000-c000-000000000000'
    if (@(Get-MgApplication -Filter "displayName eq '$name'").Count -gt 0) {
        Write-Warning 'There is an application named Guest Mail Doctor already. Nothing was made or changed. Use its ids, or rename it first.'
        return
    }
    $graph = Get-MgServicePrincipal -Filter "appId eq '$graphId'"
    $access = @()
    foreach ($permission in @('User.Read.All', 'User-Mail.ReadWrite.All')) {
        $scope = @($graph.Oauth2PermissionScopes | Where-Object { $_.Value -eq $permission })
        if ($scope.Count -ne 1) {
            Write-Warning ('Microsoft Graph has no such permission here. Nothing was made:' + ' ' + $permission)
            return
        }
        $access += @{ Id = $scope[0].Id; Type = 'Scope' }
    }
    $app = New-MgApplication -DisplayName $name -SignInAudience 'AzureADMyOrg' -IsFallbackPublicClient `
        -PublicClient @{ RedirectUris = @('http://localhost') } `
        -RequiredResourceAccess @(@{ ResourceAppId = $graphId; ResourceAccess = $access })
    New-MgServicePrincipal -AppId $app.AppId | Out-Null
    Write-Output ('Application (client) ID:' + ' ' + $app.AppId)
    Write-Output ('Directory (tenant) ID:' + ' ' + (Get-MgContext).TenantId)
    Write-Output 'Fill in both in Guest Mail Doctor, and ask for consent there.'
}

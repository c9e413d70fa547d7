# Guest Mail Doctor: Skript, das die App in Ihrer Organisation registriert
# Es erstellt eine Registrierung ohne Geheimnis, nur für Personen Ihrer Organisation.
# Die Registrierung darf nichts, bis die IT-Administration zustimmt: Guest Mail Doctor
# öffnet dafür Microsofts Seite. Zum Ausführen braucht es das Recht, Anwendungen zu
# registrieren (Rolle: Anwendungsentwickler oder höher).
# Lesen Sie es, bevor Sie es ausführen. Es braucht das PowerShell-Modul Microsoft.Graph.Applications:
# Install-Module Microsoft.Graph.Applications -Scope CurrentUser
# Die Anmeldung bittet um die Berechtigung, Anwendungen zu registrieren, nur für PowerShell.
& {
    $ErrorActionPreference = 'Stop'
    Connect-MgGraph -Scopes 'Application.ReadWrite.All' -Environment 'Global' -NoWelcome
    $name = 'Guest Mail Doctor'
    $graphId = '00000003-0000-0000-c000-000000000000'
    if (@(Get-MgApplication -Filter "displayName eq '$name'").Count -gt 0) {
        Write-Warning ('Es gibt schon eine Anwendung mit dem Namen Guest Mail Doctor. Es wurde nichts erstellt oder ge' + [char]0x00E4 + 'ndert. Verwenden Sie deren IDs oder benennen Sie die Anwendung vorher um.')
        return
    }
    $graph = Get-MgServicePrincipal -Filter "appId eq '$graphId'"
    $access = @()
    foreach ($permission in @('User.Read.All', 'User-Mail.ReadWrite.All')) {
        $scope = @($graph.Oauth2PermissionScopes | Where-Object { $_.Value -eq $permission })
        if ($scope.Count -ne 1) {
            Write-Warning ('Diese Berechtigung gibt es hier in Microsoft Graph nicht. Es wurde nichts erstellt:' + ' ' + $permission)
            return
        }
        $access += @{ Id = $scope[0].Id; Type = 'Scope' }
    }
    $app = New-MgApplication -DisplayName $name -SignInAudience 'AzureADMyOrg' -IsFallbackPublicClient `
        -PublicClient @{ RedirectUris = @('http://localhost') } `
        -RequiredResourceAccess @(@{ ResourceAppId = $graphId; ResourceAccess = $access })
    New-MgServicePrincipal -AppId $app.AppId | Out-Null
    Write-Output ('Anwendungs-ID (Client):' + ' ' + $app.AppId)
    Write-Output ('Verzeichnis-ID (Mandant):' + ' ' + (Get-MgContext).TenantId)
    Write-Output 'Tragen Sie beide in Guest Mail Doctor ein und bitten Sie dort um Zustimmung.'
}

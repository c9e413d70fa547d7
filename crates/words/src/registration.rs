//! The scripts that register the app in an organisation.

use crate::Language;
use crate::powershell::{self, comment};
use crate::shell;
use crate::text::Texts;

/// What the registration is called in Microsoft Entra.
const NAME: &str = "Guest Mail Doctor";

/// The application id of Microsoft Graph (Microsoft Graph permissions reference).
const GRAPH: &str = "00000003-0000-0000-c000-000000000000";

/// For which tool.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RegistrationKind {
    /// A POSIX shell with the Azure CLI.
    AzureCli,
    /// PowerShell with Microsoft Graph's module.
    PowerShell,
}

/// What is registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegistrationFacts {
    /// Where Microsoft sends the answer of a sign-in: `http://localhost`.
    pub redirect: String,
    /// The delegated permissions of Microsoft Graph, by name.
    pub permissions: Vec<String>,
    /// What the tools call its cloud. One of hosts of one's own has no name, and is not compared.
    pub cloud: Option<CloudNames>,
}

/// What the tools that make a registration call a cloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CloudNames {
    /// For `az cloud set --name`: `AzureCloud`.
    pub azure_cli: &'static str,
    /// For `Connect-MgGraph -Environment`: `Global`.
    pub graph_powershell: &'static str,
}

/// The script, with its comments in this language.
///
/// It makes one registration without a secret, for one organisation, and only when there is none of its name:
/// `az ad app create` would change that one. The ids of the permissions are looked up in the organisation, by their
/// names. It stands in one block, so that pasted line by line it runs as a whole, and stops as a whole. Source:
/// Microsoft's references of `az ad app create`, `az ad sp`, `New-MgApplication` and `Connect-MgGraph`.
#[must_use]
pub fn registration_script(language: Language, kind: RegistrationKind, facts: &RegistrationFacts) -> String {
    let texts = Texts::new(language);
    let (how, script) = match kind {
        RegistrationKind::AzureCli => ("document-registration-how-az", azure_cli(&texts, facts)),
        RegistrationKind::PowerShell => {
            ("document-registration-how-powershell", graph_powershell(&texts, facts))
        }
    };
    let paragraphs = [
        texts.get("document-registration-title", &[]),
        texts.get("document-registration-what", &[]),
        texts.get(how, &[]),
    ];
    comment(&paragraphs.join("\n")) + &script
}

/// The parentheses are a shell of its own: `exit` leaves it, and not the terminal it was pasted into. `az` is never
/// the beginning of a pipe: only the end of one decides whether it failed. On Windows its lines end with `\r\n`.
fn azure_cli(texts: &Texts, facts: &RegistrationFacts) -> String {
    let say = |id: &str| shell::literal(&texts.get(id, &[]));
    let permissions: Vec<String> = facts.permissions.iter().map(|name| shell::literal(name)).collect();
    let cloud = facts.cloud.map_or_else(String::new, |cloud| {
        format!(
            "if [ \"$(az cloud show --query name --output tsv)\" != {cloud} ]; then
    printf '%s %s\\n' {} {cloud} >&2
    exit 1
fi
",
            say("document-registration-other-cloud"),
            cloud = shell::literal(cloud.azure_cli),
        )
    });
    format!(
        "(
set -eu
name={name}
graph={graph}
{cloud}same=$(az ad app list --display-name \"$name\" --query '[].displayName' --output tsv)
if printf '%s\\n' \"$same\" | tr -d '\\r' | grep -Fqx -e \"$name\"; then
    printf '%s\\n' {exists} >&2
    exit 1
fi
known=$(az ad sp show --id \"$graph\" --query 'oauth2PermissionScopes[].[value, id]' --output tsv)
access=
for permission in {permissions}; do
    id=$(printf '%s\\n' \"$known\" | tr -d '\\r' | PERMISSION=$permission awk -F '\\t' '$1 == ENVIRON[\"PERMISSION\"] {{ print $2 }}')
    if [ -z \"$id\" ]; then
        printf '%s %s\\n' {unknown} \"$permission\" >&2
        exit 1
    fi
    access=\"$access${{access:+, }}{{ \\\"id\\\": \\\"$id\\\", \\\"type\\\": \\\"Scope\\\" }}\"
done
client=$(az ad app create --display-name \"$name\" --sign-in-audience AzureADMyOrg \\
    --is-fallback-public-client true --public-client-redirect-uris {redirect} \\
    --required-resource-accesses \"[{{ \\\"resourceAppId\\\": \\\"$graph\\\", \\\"resourceAccess\\\": [$access] }}]\" \\
    --query appId --output tsv)
client=$(printf '%s' \"$client\" | tr -d '\\r')
tenant=$(az account show --query tenantId --output tsv)
printf '%s %s\\n' {client_id} \"$client\"
printf '%s %s\\n' {tenant_id} \"$tenant\"
az ad sp create --id \"$client\" --output none
printf '%s\\n' {next}
)
",
        name = shell::literal(NAME),
        graph = shell::literal(GRAPH),
        exists = say("document-registration-exists"),
        permissions = permissions.join(" "),
        unknown = say("document-registration-unknown-permission"),
        redirect = shell::literal(&facts.redirect),
        client_id = say("document-registration-client-id"),
        tenant_id = say("document-registration-tenant-id"),
        next = say("document-registration-next"),
    )
}

/// The script block is one statement: `return` leaves it.
fn graph_powershell(texts: &Texts, facts: &RegistrationFacts) -> String {
    let say = |id: &str| powershell::literal(&texts.get(id, &[]));
    let permissions: Vec<String> = facts.permissions.iter().map(|name| powershell::literal(name)).collect();
    let environment = facts.cloud.map_or_else(String::new, |cloud| {
        format!(" -Environment {}", powershell::literal(cloud.graph_powershell))
    });
    format!(
        "& {{
    $ErrorActionPreference = 'Stop'
    Connect-MgGraph -Scopes 'Application.ReadWrite.All'{environment} -NoWelcome
    $name = {name}
    $graphId = {graph}
    if (@(Get-MgApplication -Filter \"displayName eq '$name'\").Count -gt 0) {{
        Write-Warning {exists}
        return
    }}
    $graph = Get-MgServicePrincipal -Filter \"appId eq '$graphId'\"
    $access = @()
    foreach ($permission in @({permissions})) {{
        $scope = @($graph.Oauth2PermissionScopes | Where-Object {{ $_.Value -eq $permission }})
        if ($scope.Count -ne 1) {{
            Write-Warning ({unknown} + ' ' + $permission)
            return
        }}
        $access += @{{ Id = $scope[0].Id; Type = 'Scope' }}
    }}
    $app = New-MgApplication -DisplayName $name -SignInAudience 'AzureADMyOrg' -IsFallbackPublicClient `
        -PublicClient @{{ RedirectUris = @({redirect}) }} `
        -RequiredResourceAccess @(@{{ ResourceAppId = $graphId; ResourceAccess = $access }})
    New-MgServicePrincipal -AppId $app.AppId | Out-Null
    Write-Output ({client_id} + ' ' + $app.AppId)
    Write-Output ({tenant_id} + ' ' + (Get-MgContext).TenantId)
    Write-Output {next}
}}
",
        name = powershell::literal(NAME),
        graph = powershell::literal(GRAPH),
        exists = say("document-registration-exists"),
        permissions = permissions.join(", "),
        unknown = say("document-registration-unknown-permission"),
        redirect = powershell::literal(&facts.redirect),
        client_id = say("document-registration-client-id"),
        tenant_id = say("document-registration-tenant-id"),
        next = say("document-registration-next"),
    )
}

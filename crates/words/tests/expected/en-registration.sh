# Guest Mail Doctor: script that registers the app in your organisation
# It makes one registration, without a secret, for people of your organisation only.
# The registration may do nothing until an administrator consents: Guest Mail Doctor
# opens Microsoft's page for that. Whoever runs it needs the right to register
# applications (role: Application Developer, or higher).
# Read it before you run it. It needs the Azure CLI and a shell such as Bash. In
# Azure Cloud Shell (https://shell.azure.com) both are there and signed in; elsewhere
# sign in first: az login --allow-no-subscriptions
(
set -eu
name='Guest Mail Doctor'
graph='00000003-0000-0000-c000-000000000000'
if [ "$(az cloud show --query name --output tsv)" != 'AzureCloud' ]; then
    printf '%s %s\n' 'Signed in to another cloud. Nothing was made. Change the cloud, sign in and run this again: az cloud set --name' 'AzureCloud' >&2
    exit 1
fi
same=$(az ad app list --display-name "$name" --query '[].displayName' --output tsv)
if printf '%s\n' "$same" | tr -d '\r' | grep -Fqx -e "$name"; then
    printf '%s\n' 'There is an application named Guest Mail Doctor already. Nothing was made or changed. Use its ids, or rename it first.' >&2
    exit 1
fi
known=$(az ad sp show --id "$graph" --query 'oauth2PermissionScopes[].[value, id]' --output tsv)
access=
for permission in 'User.Read.All' 'User-Mail.ReadWrite.All'; do
    id=$(printf '%s\n' "$known" | tr -d '\r' | PERMISSION=$permission awk -F '\t' '$1 == ENVIRON["PERMISSION"] { print $2 }')
    if [ -z "$id" ]; then
        printf '%s %s\n' 'Microsoft Graph has no such permission here. Nothing was made:' "$permission" >&2
        exit 1
    fi
    access="$access${access:+, }{ \"id\": \"$id\", \"type\": \"Scope\" }"
done
client=$(az ad app create --display-name "$name" --sign-in-audience AzureADMyOrg \
    --is-fallback-public-client true --public-client-redirect-uris 'http://localhost' \
    --required-resource-accesses "[{ \"resourceAppId\": \"$graph\", \"resourceAccess\": [$access] }]" \
    --query appId --output tsv)
client=$(printf '%s' "$client" | tr -d '\r')
tenant=$(az account show --query tenantId --output tsv)
printf '%s %s\n' 'Application (client) ID:' "$client"
printf '%s %s\n' 'Directory (tenant) ID:' "$tenant"
az ad sp create --id "$client" --output none
printf '%s\n' 'Fill in both in Guest Mail Doctor, and ask for consent there.'
)

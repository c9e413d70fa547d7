# Guest Mail Doctor: script dat de app in uw organisatie registreert
# Het maakt één registratie, zonder geheim, alleen voor mensen van uw organisatie.
# De registratie mag niets totdat een beheerder toestemming geeft: Guest Mail Doctor
# opent daarvoor de pagina van Microsoft. Wie het uitvoert, heeft het recht nodig om
# toepassingen te registreren (rol: toepassingsontwikkelaar, of hoger).
# Lees het voordat u het uitvoert. Het heeft de Azure CLI nodig en een shell zoals
# Bash. In Azure Cloud Shell (https://shell.azure.com) zijn beide er en bent u al
# aangemeld; meld u elders eerst aan: az login --allow-no-subscriptions
(
set -eu
name='Guest Mail Doctor'
graph='00000003-0000-0000-c000-000000000000'
if [ "$(az cloud show --query name --output tsv)" != 'AzureCloud' ]; then
    printf '%s %s\n' 'Aangemeld bij een andere cloud. Er is niets gemaakt. Wijzig de cloud, meld u aan en voer dit opnieuw uit: az cloud set --name' 'AzureCloud' >&2
    exit 1
fi
same=$(az ad app list --display-name "$name" --query '[].displayName' --output tsv)
if printf '%s\n' "$same" | tr -d '\r' | grep -Fqx -e "$name"; then
    printf '%s\n' 'Er is al een toepassing met de naam Guest Mail Doctor. Er is niets gemaakt of gewijzigd. Gebruik die id'\''s, of geef die toepassing eerst een andere naam.' >&2
    exit 1
fi
known=$(az ad sp show --id "$graph" --query 'oauth2PermissionScopes[].[value, id]' --output tsv)
access=
for permission in 'User.Read.All' 'User-Mail.ReadWrite.All'; do
    id=$(printf '%s\n' "$known" | tr -d '\r' | PERMISSION=$permission awk -F '\t' '$1 == ENVIRON["PERMISSION"] { print $2 }')
    if [ -z "$id" ]; then
        printf '%s %s\n' 'Deze machtiging bestaat hier niet in Microsoft Graph. Er is niets gemaakt:' "$permission" >&2
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
printf '%s %s\n' 'Toepassings-id (client-id):' "$client"
printf '%s %s\n' 'Map-id (tenant-id):' "$tenant"
az ad sp create --id "$client" --output none
printf '%s\n' 'Vul beide in Guest Mail Doctor in, en vraag daar om toestemming.'
)

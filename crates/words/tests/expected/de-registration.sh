# Guest Mail Doctor: Skript, das die App in Ihrer Organisation registriert
# Es erstellt eine Registrierung ohne Geheimnis, nur für Personen Ihrer Organisation.
# Die Registrierung darf nichts, bis die IT-Administration zustimmt: Guest Mail Doctor
# öffnet dafür Microsofts Seite. Zum Ausführen braucht es das Recht, Anwendungen zu
# registrieren (Rolle: Anwendungsentwickler oder höher).
# Lesen Sie es, bevor Sie es ausführen. Es braucht die Azure CLI und eine Shell wie
# Bash. In der Azure Cloud Shell (https://shell.azure.com) sind beide da und angemeldet;
# anderswo melden Sie sich erst an: az login --allow-no-subscriptions
(
set -eu
name='Guest Mail Doctor'
graph='00000003-0000-0000-c000-000000000000'
if [ "$(az cloud show --query name --output tsv)" != 'AzureCloud' ]; then
    printf '%s %s\n' 'In einer anderen Cloud angemeldet. Es wurde nichts erstellt. Wechseln Sie die Cloud, melden Sie sich an, und führen Sie dies erneut aus: az cloud set --name' 'AzureCloud' >&2
    exit 1
fi
same=$(az ad app list --display-name "$name" --query '[].displayName' --output tsv)
if printf '%s\n' "$same" | tr -d '\r' | grep -Fqx -e "$name"; then
    printf '%s\n' 'Es gibt schon eine Anwendung mit dem Namen Guest Mail Doctor. Es wurde nichts erstellt oder geändert. Verwenden Sie deren IDs oder benennen Sie die Anwendung vorher um.' >&2
    exit 1
fi
known=$(az ad sp show --id "$graph" --query 'oauth2PermissionScopes[].[value, id]' --output tsv)
access=
for permission in 'User.Read.All' 'User-Mail.ReadWrite.All'; do
    id=$(printf '%s\n' "$known" | tr -d '\r' | PERMISSION=$permission awk -F '\t' '$1 == ENVIRON["PERMISSION"] { print $2 }')
    if [ -z "$id" ]; then
        printf '%s %s\n' 'Diese Berechtigung gibt es hier in Microsoft Graph nicht. Es wurde nichts erstellt:' "$permission" >&2
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
printf '%s %s\n' 'Anwendungs-ID (Client):' "$client"
printf '%s %s\n' 'Verzeichnis-ID (Mandant):' "$tenant"
az ad sp create --id "$client" --output none
printf '%s\n' 'Tragen Sie beide in Guest Mail Doctor ein und bitten Sie dort um Zustimmung.'
)

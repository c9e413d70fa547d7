# Guest Mail Doctor : script qui inscrit l’application dans votre organisation
# Il crée une inscription, sans secret, réservée aux personnes de votre organisation.
# L’inscription n’a aucun droit tant qu’un administrateur n’a pas donné son accord : Guest
# Mail Doctor ouvre pour cela la page de Microsoft. La personne qui l’exécute doit avoir le
# droit d’inscrire des applications (rôle : Développeur d’applications, ou plus).
# Lisez-le avant de l’exécuter. Il faut Azure CLI et un shell comme Bash. Dans
# Azure Cloud Shell (https://shell.azure.com), les deux sont là et connectés ; ailleurs,
# connectez-vous d’abord : az login --allow-no-subscriptions
(
set -eu
name='Guest Mail Doctor'
graph='00000003-0000-0000-c000-000000000000'
if [ "$(az cloud show --query name --output tsv)" != 'AzureCloud' ]; then
    printf '%s %s\n' 'Connexion à un autre cloud. Rien n’a été créé. Changez de cloud, connectez-vous et exécutez de nouveau ce script : az cloud set --name' 'AzureCloud' >&2
    exit 1
fi
same=$(az ad app list --display-name "$name" --query '[].displayName' --output tsv)
if printf '%s\n' "$same" | tr -d '\r' | grep -Fqx -e "$name"; then
    printf '%s\n' 'Il existe déjà une application nommée Guest Mail Doctor. Rien n’a été créé ni modifié. Utilisez ses ID, ou renommez-la d’abord.' >&2
    exit 1
fi
known=$(az ad sp show --id "$graph" --query 'oauth2PermissionScopes[].[value, id]' --output tsv)
access=
for permission in 'User.Read.All' 'User-Mail.ReadWrite.All'; do
    id=$(printf '%s\n' "$known" | tr -d '\r' | PERMISSION=$permission awk -F '\t' '$1 == ENVIRON["PERMISSION"] { print $2 }')
    if [ -z "$id" ]; then
        printf '%s %s\n' 'Cette autorisation n’existe pas ici dans Microsoft Graph. Rien n’a été créé :' "$permission" >&2
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
printf '%s %s\n' 'ID d’application (client) :' "$client"
printf '%s %s\n' 'ID de l’annuaire (locataire) :' "$tenant"
az ad sp create --id "$client" --output none
printf '%s\n' 'Saisissez les deux dans Guest Mail Doctor, et demandez-y l’accord d’un administrateur.'
)

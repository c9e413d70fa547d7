### Words of the documents that are made in Rust. The window shows none of them.
### Inside a script every message becomes comment lines, except those under "said while the script runs".

## The Exchange script: an object owns the address of a guest

document-script-title = Guest Mail Doctor : script pour un administrateur Exchange
document-script-why =
    L’adresse d’un invité appartient à autre chose dans l’organisation. Tant que c’est le cas,
    l’invité n’obtient pas d’adresse principale, et les messages du groupe ne l’atteignent pas.
document-script-address = L’adresse : { $address }
document-script-owner-contact = À qui elle appartient : le contact { $name } ({ $id })
document-script-owner-synced-contact = À qui elle appartient : le contact { $name } ({ $id }), synchronisé depuis votre réseau interne (environnement local)
document-script-owner-user = À qui elle appartient : l’utilisateur ou la boîte aux lettres partagée { $name } ({ $id })
document-script-owner-group = À qui elle appartient : le groupe { $name } ({ $id })
document-script-no-name = (sans nom)
document-script-how =
    Lisez-le avant de l’exécuter. Il faut le module PowerShell ExchangeOnlineManagement
    et un administrateur Exchange. Rien n’est modifié ni supprimé sans une question au préalable.
document-script-sign-in = Se connecter.
document-script-look =
    À qui appartient l’adresse ? La liste peut en donner plusieurs ; Exchange connaît aussi
    des destinataires que Guest Mail Doctor ne peut pas voir.
document-script-contact =
    Supprimer le contact. Il disparaît de la liste d’adresses et des listes de distribution
    dont il fait partie : notez-les d’abord. Notez aussi LegacyExchangeDN : les réponses à
    d’anciens messages peuvent aller à cette adresse, et ne sont plus remises une fois le
    contact supprimé. Donnez-la à l’invité comme adresse supplémentaire : X500: suivi de cette
    valeur. L’invité prend la place du contact.
document-script-another =
    Donner une autre adresse au contact : une adresse à laquelle personne n’écrit, dans un
    domaine de votre organisation. L’ancienne adresse est conservée dans le premier attribut
    personnalisé libre. Le contact reste, avec ses listes. Le script montre d’abord ce que le
    contact contient, y compris LegacyExchangeDN. Si Exchange n’accepte pas la nouvelle adresse,
    rien n’a été modifié : mettez dans $parking une autre adresse d’un domaine de votre
    organisation, et exécutez de nouveau la ligne.
document-script-another-hidden =
    Donner une autre adresse au contact, et le masquer dans les listes d’adresses, pour que
    personne ne le choisisse par erreur. L’ancienne adresse est conservée dans le premier
    attribut personnalisé libre. Le contact reste, avec ses listes. Le script montre d’abord ce
    que le contact contient, y compris LegacyExchangeDN. Si Exchange n’accepte pas la nouvelle
    adresse, rien n’a été modifié : mettez dans $parking une autre adresse d’un domaine de votre
    organisation, et exécutez de nouveau la ligne.
document-script-back =
    La ligne qui rétablit l’ancienne adresse, dès que l’invité ne l’a plus :
document-script-back-hidden =
    La ligne qui rétablit l’ancienne adresse et affiche de nouveau le contact, dès que l’invité
    n’a plus l’adresse. Si le contact était déjà masqué, retirez ce qui l’affiche :
document-script-on-premises-address =
    L’élément est synchronisé et ne peut donc être modifié que dans votre réseau interne
    (environnement local). Cette partie s’exécute là-bas, sur un ordinateur qui a le module
    ActiveDirectory. Elle ne modifie rien ; voici les étapes :
    1. Trouvez l’élément avec la commande ci-dessous.
    2. Donnez-lui une autre adresse dans mail, proxyAddresses et targetAddress. Notez l’ancienne.
    3. Sur le serveur de synchronisation : Start-ADSyncSyncCycle -PolicyType Delta
    4. Attendez, puis vérifiez à nouveau avec la commande proche de la fin de ce script.
document-script-on-premises-remove =
    Le contact ne peut être supprimé que dans votre réseau interne (environnement local). Cette
    partie s’exécute là-bas, sur un ordinateur qui a le module ActiveDirectory. Elle ne modifie
    rien ; voici les étapes :
    1. Trouvez le contact avec la commande ci-dessous. Notez ce qu’elle affiche.
    2. Supprimez-le, ou déplacez-le là où il n’est pas synchronisé.
    3. Sur le serveur de synchronisation : Start-ADSyncSyncCycle -PolicyType Delta
    4. Attendez, puis vérifiez à nouveau avec la commande proche de la fin de ce script.
document-script-user =
    L’adresse appartient à une boîte aux lettres. Demandez d’abord à qui elle doit revenir : si
    elle est retirée, les messages pour cette adresse n’arrivent plus dans la boîte aux lettres.
    Si le compte est synchronisé depuis votre réseau interne, retirez plutôt l’adresse là-bas.
document-script-group =
    L’adresse appartient à un groupe. Demandez d’abord à ses propriétaires : si elle est retirée,
    les messages pour cette adresse n’arrivent plus au groupe. Si le groupe est synchronisé
    depuis votre réseau interne, retirez plutôt l’adresse là-bas.
document-script-again =
    Vérifier à nouveau. Cela peut prendre quelques minutes. Dès que la liste ne donne plus que
    l’invité, ou plus rien : recherchez encore une fois l’adresse dans Guest Mail Doctor, qui
    indique ce qui reste à faire.
document-script-diagnosis =
    En dernier, seulement si cela n’aide pas : le diagnostic de Microsoft pour cette adresse. Il
    peut réparer de lui-même, et n’affiche rien avant. Il ne s’exécute que si vous le demandez.

## The script for the lists: the guest takes the contact's place

document-lists-title = Guest Mail Doctor : script pour un administrateur Exchange
document-lists-why =
    Il inscrit l’invité dans les listes du contact qui avait cette adresse, et en retire le
    contact. Définissez d’abord l’adresse principale de l’invité.
document-lists-synced = Pas dans ce script, car ses membres se modifient dans votre réseau interne (environnement local) : { $name }
document-lists-look = Exchange connaît-il l’invité à cette adresse ? La liste doit en donner exactement un.
document-lists-act = Pour chaque liste : d’abord l’invité y entre, ensuite le contact en sort.

## Said while the script runs

document-script-not-found = Le détenteur de l’adresse n’a pas été trouvé comme prévu. Rien n’a été modifié.
document-script-is-synced = La synchronisation vient de votre réseau interne (environnement local). Résolvez le conflit là-bas. Rien n’a été modifié.
document-script-is-primary = C’est l’adresse principale de son détenteur. Donnez-lui d’abord une autre adresse principale. Rien n’a été modifié.
document-script-no-attribute = Aucun attribut personnalisé n’est libre pour conserver l’ancienne adresse. Rien n’a été modifié.
document-script-parking-taken = La nouvelle adresse est déjà prise. Rien n’a été modifié.
document-script-type-parking = Aucun domaine n’a été trouvé. Saisissez une nouvelle adresse pour le contact, dans un domaine de votre organisation
document-script-diagnosis-question = Le diagnostic de Microsoft peut réparer de lui-même. Pour le lancer, saisissez oui
document-script-yes = oui
document-lists-no-guest = Exchange ne connaît pas encore l’invité à cette adresse. Définissez d’abord l’adresse principale, attendez quelques minutes, et exécutez de nouveau ce script. Rien n’a été modifié.

## The app cannot start

document-start-title = Guest Mail Doctor ne peut pas démarrer
document-start-already-running = Guest Mail Doctor est déjà ouvert avec ce dossier de données : { $path }
    Utilisez cette fenêtre, ou fermez-la d’abord.
document-start-not-taken = La fenêtre ouverte n’a pas pris en charge la demande : { $path }
    Elle est peut-être en train de s’ouvrir, ou de se fermer. Réessayez dans un instant.
document-start-hand-over-file = Ce fichier ne peut pas être ouvert : { $path }
    Vérifiez que c’est un fichier dans lequel quelqu’un vous demande de l’aide, et que vous pouvez le lire.
document-start-address-too-long = L’adresse après --find est plus longue que toute adresse possible. Donnez une seule adresse.
document-start-data-folder = Le dossier de données ne peut pas être utilisé : { $path }
    Vérifiez qu’il est possible d’y écrire et que le disque n’est pas plein, ou choisissez un autre dossier avec --data-dir.
document-start-not-your-own = Ceci n’appartient pas qu’à vous : { $path }
    C’est un lien, autre chose qu’un fichier ou un dossier, le bien de quelqu’un d’autre, ou un endroit ouvert à d’autres. Guest Mail Doctor ne suit aucun lien et ne partage aucun dossier. Déplacez cet élément, retirez-en l’accès aux autres, ou choisissez un autre dossier avec --data-dir.
document-start-newer-data = Ceci a été écrit par une version plus récente de Guest Mail Doctor : { $path }
    Rien n’y a été changé. Installez la version plus récente.
document-start-damaged-data = Ce fichier est endommagé ou est autre chose : { $path }
    Rien n’y a été changé. Déplacez-le pour commencer avec un nouveau. Gardez-le, car c’est peut-être l’historique de vos modifications.
document-start-managed-settings = Les paramètres que votre organisation a définis pour cet ordinateur ne peuvent pas être utilisés : { $path }
    Demandez à votre administrateur d’examiner ce fichier : il doit être lisible, de cette version, et personne d’autre ne doit pouvoir y écrire.
document-start-webview = La partie du système qui dessine la fenêtre manque ou ne fonctionne pas.
    Sous Windows, installez WebView2 Runtime. Sous Linux, installez libwebkit2gtk-4.1.
document-start-internal = Quelque chose s’est mal passé dans l’application.
document-start-unchanged = Ce démarrage n’a rien modifié dans votre organisation.
document-start-reference = Référence : { $reference }

## The menu of the right mouse button

document-menu-copy = Copier
document-menu-paste = Coller

## In the browser, when a sign-in has come back

document-closing-done = Retour à Guest Mail Doctor
document-closing-done-text = Microsoft a répondu. Vous pouvez fermer cette page et continuer dans Guest Mail Doctor.
document-closing-failed = La connexion à Microsoft n’a pas abouti
document-closing-failed-text = Vous pouvez fermer cette page. Guest Mail Doctor dit pourquoi, et ce qui aide.

## The registration scripts: the app becomes known to an organisation

document-registration-title = Guest Mail Doctor : script qui inscrit l’application dans votre organisation
document-registration-what =
    Il crée une inscription, sans secret, réservée aux personnes de votre organisation.
    L’inscription n’a aucun droit tant qu’un administrateur n’a pas donné son accord : Guest
    Mail Doctor ouvre pour cela la page de Microsoft. La personne qui l’exécute doit avoir le
    droit d’inscrire des applications (rôle : Développeur d’applications, ou plus).
document-registration-how-az =
    Lisez-le avant de l’exécuter. Il faut Azure CLI et un shell comme Bash. Dans
    Azure Cloud Shell (https://shell.azure.com), les deux sont là et connectés ; ailleurs,
    connectez-vous d’abord : az login --allow-no-subscriptions
document-registration-how-powershell =
    Lisez-le avant de l’exécuter. Il faut le module PowerShell Microsoft.Graph.Applications :
    Install-Module Microsoft.Graph.Applications -Scope CurrentUser
    La connexion demande le droit d’inscrire des applications, pour PowerShell uniquement.

## Said while the script runs

document-registration-other-cloud = Connexion à un autre cloud. Rien n’a été créé. Changez de cloud, connectez-vous et exécutez de nouveau ce script : az cloud set --name
document-registration-exists = Il existe déjà une application nommée Guest Mail Doctor. Rien n’a été créé ni modifié. Utilisez ses ID, ou renommez-la d’abord.
document-registration-unknown-permission = Cette autorisation n’existe pas ici dans Microsoft Graph. Rien n’a été créé :
document-registration-client-id = ID d’application (client) :
document-registration-tenant-id = ID de l’annuaire (locataire) :
document-registration-next = Saisissez les deux dans Guest Mail Doctor, et demandez-y l’accord d’un administrateur.

## The guests of a group, as a table for a spreadsheet program

# Between two cells: the list separator of the language, by which a spreadsheet program finds the columns.
document-guests-separator = ;
document-guests-guest = Invité
document-guests-address = Adresse e‑mail
document-guests-state = État (aucune anomalie trouvée ne veut pas dire que les messages arrivent)
document-guests-why = Raison
document-guests-group = Groupe
document-guests-read-at = Vérifié (UTC)
document-guests-no-mail = Ne reçoit rien
document-guests-cannot-tell = Indéterminé
document-guests-attention = À examiner
document-guests-no-fault = Aucune anomalie trouvée
document-guests-address-in-use = Adresse déjà prise
document-guests-no-main-address = Sans adresse principale
document-guests-two-main-addresses = Deux adresses principales
document-guests-blocked = Compte bloqué
document-guests-invitation-open = Invitation en attente
document-guests-not-all-read = Lecture incomplète
document-guests-not-shown = Membres qui ne vous sont pas montrés : { $count }
document-survey-in-the-way = Fait obstacle
document-survey-groups = Groupes
document-survey-since = Invité depuis
document-survey-new = Absent de la vérification précédente
document-survey-repaired = Corrigé depuis
document-survey-id = ID d’objet
document-survey-not-read = Lecture impossible
document-survey-yes = Oui
document-survey-no = Non

## L’historique, sous forme de tableau

document-history-when = Quand (UTC)
document-history-guest = Invité
document-history-address = Adresse e‑mail
document-history-what = Quoi
document-history-state = État
document-history-why = Pourquoi ce n’est pas fait
document-history-by = Par
document-history-ticket = Raison ou numéro de ticket
document-history-before = Avant
document-history-after = Après
document-history-left = Pas fait, ou pas vu
document-history-test = Message de test
document-history-requests = Identifiants des demandes
document-history-change = Modification
document-history-takes-back = Défait la modification
document-history-batch = Réparés ensemble

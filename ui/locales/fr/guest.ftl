### The Guest screen: search, verdict, evidence, what can be done.

find-address = Adresse e‑mail de l’invité
find-group = Groupe
find-any-group = Aucun groupe choisi
find-instead = Rechercher { $address }
find-act = Rechercher
find-waiting = Recherche en cours : { $address }…
find-waiting-note = La recherche porte sur les utilisateurs, les contacts, les groupes et les utilisateurs supprimés.
find-groups-missing = Les groupes n’ont pas pu être lus. Vous pouvez rechercher sans groupe.
empty-title = Qui ne reçoit pas les messages du groupe ?
empty-what = Saisissez ou collez l’adresse de l’invité. Toute adresse utilisée un jour avec vous convient.
empty-try = Essayez l’une de ces adresses
empty-try-conflict = la cause la plus fréquente
empty-try-misconfigured = réparable en deux étapes
empty-try-healthy = aucune anomalie trouvée
empty-elsewhere = Ou commencez ailleurs
empty-groups = les invités des groupes dont vous êtes propriétaire

headline-healthy = Aucune anomalie trouvée pour { $name }
headline-misconfigured = { $name } n’a pas d’adresse principale
headline-conflict = { $name } n’a pas d’adresse principale
headline-no-address = { $name } n’a pas d’adresse principale
headline-no-address-proxy-missing = Exchange n’a pas d’adresse principale pour { $name }
headline-mail-elsewhere = Pour { $name }, les messages du groupe vont à une autre adresse
headline-main-addresses-differ = Il y a deux adresses principales pour { $name }
headline-pending = { $name } n’a pas encore accepté l’invitation
headline-blocked = Le compte { $name } est bloqué
headline-ambiguous = Plusieurs invités correspondent à { $searched }
headline-deleted = Le compte { $name } a été supprimé
headline-not-a-guest = { $name } n’a pas de compte invité ici
headline-internal-guest = { $name } a le type « invité », mais sans invitation
headline-address-of-group = { $searched } est l’adresse d’un groupe, pas d’un invité
headline-own-domain = { $searched } est une adresse de cette organisation, pas d’un invité
headline-not-found = Aucun invité avec { $searched } dans cette organisation
headline-not-member = { $name } n’est pas membre du groupe { $group }
headline-members-hidden = On ne peut pas voir si { $name } est membre du groupe { $group }
headline-guest-access-off = Les invités ne peuvent pas utiliser les groupes dans cette organisation
headline-cannot-tell = Tout n’a pas pu être lu : il n’y a pas de diagnostic

also-title = Autre point :
also-guest-access-off = l’organisation ne laisse pas les invités utiliser les groupes.
also-not-member = { $name } n’est pas membre du groupe choisi.
also-conflict = { $name } n’a pas d’adresse principale, car une de ses adresses appartient déjà à un autre compte, contact ou groupe.
also-no-main-address = { $name } n’a pas d’adresse principale.
also-mail-elsewhere = les messages vont, ou vont peut-être, à une autre adresse que celle que vous avez recherchée.
also-blocked = la connexion est bloquée pour ce compte.

verdict-healthy = Aucune anomalie trouvée
verdict-misconfigured = Mal configuré
verdict-conflict = Conflit d’adresse
verdict-no-address = Sans adresse principale
verdict-mail-elsewhere = Messages dirigés ailleurs
verdict-pending = Invitation en attente
verdict-blocked = Bloqué
verdict-ambiguous = Choisissez un invité
verdict-deleted = Supprimé
verdict-not-a-guest = Pas un invité
verdict-not-found = Introuvable
verdict-not-member = Pas membre
verdict-guest-access-off = Accès invité désactivé
verdict-cannot-tell = Indéterminé

cause-conflict = { $kind ->
        [contact] Les messages du groupe n’ont nulle part où aller. La raison : l’adresse { $address } appartient déjà au contact { $owner } ; le compte invité est donc resté sans cette adresse.
        [synced-contact] Les messages du groupe n’ont nulle part où aller. La raison : l’adresse { $address } appartient déjà au contact { $owner }, géré dans votre réseau interne (environnement local).
        [user] Les messages du groupe n’ont nulle part où aller. La raison : l’adresse { $address } appartient déjà à l’utilisateur ou à la boîte aux lettres partagée { $owner }.
        [guest] Les messages du groupe n’ont nulle part où aller. La raison : l’adresse { $address } appartient déjà à un autre invité, { $owner }.
        [unseen] Les messages du groupe n’ont nulle part où aller. La raison : l’adresse { $address } appartient déjà à un élément que votre connexion ne peut pas voir.
       *[group] Les messages du groupe n’ont nulle part où aller. La raison : l’adresse { $address } appartient déjà au groupe { $owner }.
    }
cause-misconfigured = Les messages du groupe n’ont nulle part où aller. Le compte a { $count } autres adresses, et aucune n’est la principale.
cause-no-address = { $missing ->
        [no-other-address] Les messages du groupe n’ont nulle part où aller. Aucune adresse n’est connue pour ce compte.
        [one-other-address] Les messages du groupe n’ont nulle part où aller. Une autre adresse est connue, mais ce n’est pas la principale.
        [one-address-repeated] Les messages du groupe n’ont nulle part où aller. Une adresse est connue sous plusieurs orthographes, et aucune n’est la principale.
        [only-mail-is-empty] L’adresse principale elle-même est vide, alors que la liste qu’utilise Exchange pour remettre les messages en contient une. Les messages du groupe n’ont peut-être nulle part où aller.
       *[only-proxy-is-missing] L’adresse principale est remplie, mais la liste qu’utilise Exchange pour remettre les messages n’en contient pas.
    }
cause-mail-elsewhere = Vous avez recherché { $searched }, mais les messages du groupe vont à { $primary }. Demandez à { $name } si cette boîte aux lettres est lue.
cause-main-addresses-differ = Une propriété indique { $mail }, l’autre { $proxy }. C’est Exchange qui décide laquelle des deux reçoit les messages du groupe, et cela ne se voit pas ici. Interrogez un administrateur Exchange avant toute modification.
cause-pending = { $since ->
        [none] L’invitation n’a pas encore été acceptée. Les adresses sont correctes. On ne sait pas si cela suffit à arrêter les messages.
       *[other] L’invitation est en attente depuis le { $since } et n’a pas encore été acceptée. Les adresses sont correctes. On ne sait pas si cela suffit à arrêter les messages.
    }
cause-blocked = La connexion est bloquée pour ce compte. Les adresses sont correctes. Avant toute modification, demandez-en la raison à la personne qui l’a bloqué.
cause-ambiguous = { $count } invités ont cette adresse. Choisissez la personne concernée.
cause-deleted = { $days ->
        [none] Le compte figure parmi les utilisateurs supprimés. On n’a pas pu lire combien de temps il peut encore être restauré.
        [0] Le compte a été supprimé, et les trente jours pour le restaurer sont passés. Un invité supprimé ne reçoit pas les messages du groupe.
       *[other] { $owner ->
            [none] { $days ->
                [one] Le compte figure parmi les utilisateurs supprimés et peut encore être restauré pendant un jour.
               *[other] Le compte figure parmi les utilisateurs supprimés et peut encore être restauré pendant { $days } jours.
            } Un invité supprimé ne reçoit pas les messages du groupe.
           *[other] { $days ->
                [one] Le compte figure parmi les utilisateurs supprimés et peut encore être restauré pendant un jour.
               *[other] Le compte figure parmi les utilisateurs supprimés et peut encore être restauré pendant { $days } jours.
            } Voyez d’abord { $owner }, qui a maintenant l’adresse : Microsoft peut refuser la restauration pour cette raison, ou rendre le compte sans l’adresse.
        }
    }
cause-not-a-guest = { $deleted ->
        [none] { $userName ->
            [true] Un compte de l’organisation se connecte avec ce nom, et personne d’autre n’a l’adresse. Rien n’indique une invitation. Cette application ne répare que les comptes invités.
           *[false] C’est un compte de l’organisation elle-même : rien n’indique une invitation. Cette application ne répare que les comptes invités.
        }
       *[other] L’invité { $deleted } avait cette adresse et a été supprimé. Elle appartient maintenant à un compte de l’organisation ; l’invité ne peut donc pas revenir. Voyez d’abord à qui l’adresse doit appartenir.
    }
cause-internal-guest = { $synced ->
        [true] Ce compte a le type « invité », mais personne ne l’a invité : Microsoft parle d’« invité interne ». Il est géré dans votre réseau interne (environnement local). Cette application ne répare que les invités qui ont reçu une invitation ; ce qui a été trouvé figure ci-dessous.
       *[false] Ce compte a le type « invité », mais personne ne l’a invité : Microsoft parle d’« invité interne ». Cette application ne répare que les invités qui ont reçu une invitation ; ce qui a été trouvé figure ci-dessous.
    }
cause-address-of-group = C’est l’adresse du groupe { $group }, pas d’un invité. Saisissez l’adresse de l’invité.
cause-own-domain = { $contact ->
        [none] { $address } est dans un domaine de l’organisation, et aucun compte n’a cette adresse. Un invité vient de l’extérieur, avec sa propre adresse : vérifiez l’orthographe.
       *[other] { $address } est dans un domaine de l’organisation, et le contact { $contact } a cette adresse. Un invité vient de l’extérieur, avec sa propre adresse.
    }
cause-not-found = { $owner ->
        [none] Aucun invité, même supprimé, n’a l’adresse { $address }. Vérifiez l’orthographe, ou envoyez d’abord une invitation.
       *[other] Aucun invité n’a l’adresse { $address }, mais elle appartient à { $owner }. Un compte invité créé maintenant n’aurait pas d’adresse principale.
    }
cause-not-member = { $rule ->
        [none] { $dynamic ->
            [true] Une règle choisit les membres du groupe { $group }, et cette règle ne retient pas { $name }. Il faut modifier la règle, ou la propriété qu’elle examine.
           *[false] Les messages du groupe ne vont qu’aux membres. Être dans un groupe contenu dans { $group } ne compte pas.
        }
       *[other] Une règle choisit les membres du groupe { $group }, et elle examine une adresse qui manque à { $name } : { $rule } – Avec cette adresse, la règle peut retenir { $name }.
    }
cause-members-hidden = Le groupe { $group } ne montre pas ses membres à votre connexion. { $name } n’est pas parmi les membres visibles, mais peut quand même en faire partie. Un propriétaire du groupe peut vérifier.
cause-guest-access-off = L’organisation a désactivé l’accès des invités aux groupes. Seul un administrateur de l’organisation peut l’activer.
cause-cannot-tell = Une partie des données n’a pas pu être obtenue. Ce qui n’a pas été lu est signalé dans le tableau ; rien n’en est conclu.
cause-healthy = Les messages du groupe vont à { $primary }. On ne voit pas ici s’ils arrivent : parcourez la liste du bas avec { $name }.

why-this-matters = Comment le sait-on ?
why-title = Ce qui permet de le dire

finding-not-a-guest = Rien n’indique que ce compte a été invité de l’extérieur.
finding-not-found = Aucun utilisateur, même supprimé, n’a cette adresse.
finding-address-owned = { $owner ->
        [none] L’adresse appartient à un autre compte, contact ou groupe.
       *[other] L’adresse appartient à { $owner }.
    } Un compte invité créé maintenant n’aurait pas d’adresse principale.
finding-deleted = Seul un utilisateur supprimé a cette adresse.
finding-deleted-guest-had-it = Un invité supprimé avait cette adresse auparavant. Restaurer ce compte ne rend l’adresse à personne.
finding-deleted-account-in-the-way = Le compte supprimé n’a jamais été un invité. Tant qu’il peut être restauré, il peut gêner une invitation à cette adresse.
finding-internal-guest = Le type d’utilisateur est Guest, bien que personne n’ait invité ce compte : un invité interne.
finding-several-guests = Plusieurs invités ont cette adresse.
finding-conflict = { $owner ->
        [none] Une adresse de l’invité appartient à un autre compte, contact ou groupe.
       *[other] Une adresse de l’invité appartient à { $owner }.
    } Une adresse ne peut appartenir qu’à un seul compte, contact ou groupe ; le compte invité est donc resté sans elle.
finding-address-shared = { $owner ->
        [none] Une adresse de l’invité appartient aussi à un autre compte, contact ou groupe.
       *[other] Une adresse de l’invité appartient aussi à { $owner }.
    } Tant que l’invité a une adresse principale, ce n’est pas un problème. Cela peut gêner plus tard.
finding-address-refused = { $owner ->
        [none] Microsoft a refusé une adresse de l’invité, car elle appartient à un autre compte, contact ou groupe.
       *[other] Microsoft a refusé une adresse de l’invité, car elle appartient à { $owner }.
    } Aucune recherche ne le montre ; on le sait par la tentative.
finding-user-name-taken = { $owner ->
        [none] Un autre compte se connecte avec une adresse de l’invité. Microsoft peut refuser cette adresse.
       *[other] { $owner } se connecte avec une adresse de l’invité. Microsoft peut refuser cette adresse.
    }
finding-owners-not-all-seen = Tout n’a pas pu être vu : une adresse de l’invité appartient peut-être aussi à un autre compte, contact ou groupe.
finding-misconfigured = L’adresse principale est vide et il y a plusieurs autres adresses. C’est l’anomalie que décrit l’article de support de Microsoft.
finding-no-address = L’adresse principale manque, mais pas comme le décrit l’article de Microsoft. Garder une seule adresse ne peut pas aider.
finding-several-addresses = Plusieurs autres adresses à côté d’une adresse principale : c’est normal.
finding-mail-elsewhere = Les messages ne vont qu’à l’adresse principale, et ce n’est pas celle que vous avez recherchée.
finding-main-addresses-differ = Les deux propriétés qui donnent l’adresse principale ne disent pas la même chose. Exchange décide laquelle compte.
finding-not-member = L’invité ne figure pas dans la liste des membres du groupe choisi.
finding-members-hidden = Le groupe choisi masque ses membres. On peut en être membre sans que cela se voie.
finding-guest-access-off = Le paramètre AllowGuestsToAccessGroups est désactivé pour toute l’organisation.
finding-adding-guests-off = Aucun nouvel invité ne peut être ajouté aux groupes en ce moment. Les membres actuels restent.
finding-group-takes-no-guests = Le groupe choisi n’accepte pas de nouveaux invités. Les membres actuels restent.
finding-member-through-another = L’invité fait partie de la liste choisie, via un autre groupe qu’elle contient. Exchange transmet les messages à ce groupe, tant que celui-ci en reçoit lui-même.
finding-group-hidden = Le groupe choisi est masqué dans Outlook. Il reçoit et envoie quand même des messages.
finding-licensed = Le compte a des licences de l’organisation.
finding-has-mailbox = Le compte a un plan Exchange, donc très probablement une boîte aux lettres ici. C’est plus qu’un invité.
finding-synced-from-on-premises = Le compte est géré dans votre réseau interne (environnement local) et ne peut pas être modifié d’ici.
finding-restricted-management = Le compte est dans une unité protégée : seuls les administrateurs de cette unité peuvent le modifier.
finding-privileged = L’invité a un rôle d’administrateur, ou fait partie d’un groupe qui peut en avoir un. Certains administrateurs ne peuvent donc pas modifier le compte.
finding-blocked = La connexion est bloquée pour ce compte.
finding-pending = L’invitation n’a pas encore été acceptée. On ne sait pas si cela arrête les messages.
finding-no-fault-found = Aucune anomalie n’a été trouvée dans les données de votre organisation. Des messages peuvent encore se perdre plus loin : dans le courrier indésirable, chez le fournisseur, ou parce que l’invité a quitté les conversations du groupe.
finding-cannot-tell = Une question sur les données est restée sans réponse ; rien n’en est conclu.

found-title = Ce qui a été trouvé
found-matters = L’essentiel
found-everything = Tout ({ $count })
found-show = Propriétés à afficher
found-memberships = Groupes : { $groups }
found-copy = Copier en texte
column-state = État
column-property = Propriété
column-value = Valeur

row-state-wrong = Incorrect
row-state-attention = À examiner
row-state-cause = Cause
row-state-fine = Correct
row-state-info = Info
row-state-unknown = Pas lu

value-empty = vide
value-unknown = lecture impossible
value-true = oui
value-false = non
value-accepted = acceptée
value-accepted-on = acceptée le { $date }
value-pending = pas encore acceptée
value-pending-since = pas encore acceptée, depuis le { $date }
value-owner = { $owner } · { $kind }

owner-contact = contact de messagerie
owner-synced-contact = contact de messagerie de votre réseau interne
owner-user = utilisateur ou boîte aux lettres partagée
owner-guest = autre invité
owner-group = groupe
owner-unseen = d’un type que votre connexion ne peut pas lire
owner-nameless = un élément dont votre connexion ne peut pas lire le nom (ID { $id })

meaning-no-main-address = C’est ici qu’iraient les messages du groupe.
meaning-main-address = Exchange remet les messages du groupe à cette adresse.
meaning-no-primary-proxy = Exchange n’a pas d’adresse principale où remettre les messages.
meaning-primary-proxy = La ligne avec SMTP: en majuscules est l’adresse principale.
meaning-goes-elsewhere = Les messages du groupe vont ici, et non à { $searched }.
meaning-main-addresses-differ = L’autre propriété donne une autre adresse principale. Exchange décide laquelle compte.
meaning-several-without-main = Plusieurs adresses, et aucune n’est la principale.
meaning-one-address-repeated = La même adresse sous plusieurs orthographes.
meaning-several-beside-main = Plusieurs adresses à côté d’une principale : c’est normal.
meaning-invited-at = Invitation à { $address }, d’après le nom d’utilisateur.
meaning-invited-at-one-of = Invitation à l’une de ces adresses : { $addresses }. Le nom d’utilisateur ne permet pas de trancher.
meaning-accepted = L’invité a accepté l’invitation.
meaning-not-accepted = On ne sait pas si cela suffit à arrêter les messages.
meaning-made-by-sharing = Aucune invitation connue, comme pour les invités créés par un partage dans SharePoint.
meaning-external-member = Vient de l’extérieur mais compte comme membre : pour les messages du groupe, c’est quand même un invité.
meaning-sign-in-blocked = La connexion est bloquée.
meaning-synced = Géré dans votre réseau interne (environnement local) : ne peut pas être modifié ici.
meaning-restricted = Dans une unité protégée : seuls les administrateurs de cette unité peuvent le modifier.
meaning-no-sign-of-guest = Rien ici n’indique un invité.
meaning-owned-by = A déjà l’adresse { $address }. Une adresse ne peut appartenir qu’à un seul compte, contact ou groupe.
meaning-user-name-of = Se connecte avec { $address }. Microsoft peut refuser cette adresse pour l’invité.
meaning-internal-guest = De type invité, mais sans invitation : un invité interne.
meaning-licensed = Licences de l’organisation. Elles sont liées au compte.
meaning-has-mailbox = Un plan Exchange : très probablement une boîte aux lettres ici.
meaning-not-read = N’a pas pu être lu ; rien n’en est conclu.

property-mail = Adresse principale
property-proxyAddresses = Adresses Exchange
property-otherMails = Autres adresses
property-memberOf = Groupes
property-members = Membre du groupe
property-contact = Adresse déjà prise par
property-externalUserState = Invitation
property-externalUserStateChangeDateTime = Invitation modifiée le
property-userPrincipalName = Nom d’utilisateur
property-userType = Type d’utilisateur
property-assignedLicenses = Licences
property-assignedPlans = Plan Exchange
property-accountEnabled = Peut se connecter
property-creationType = Origine du compte
property-createdDateTime = Compte créé le
property-deletedDateTime = Supprimé le
property-displayName = Nom
property-givenName = Prénom
property-surname = Nom de famille
property-companyName = Société
property-department = Service
property-jobTitle = Fonction
property-officeLocation = Bureau
property-mobilePhone = Téléphone mobile
property-businessPhones = Téléphones professionnels
property-identities = Moyens de se connecter
property-onPremisesSyncEnabled = Géré dans votre réseau interne
property-isManagementRestricted = Dans une unité protégée
property-preferredLanguage = Langue
property-usageLocation = Pays d’utilisation
property-mailNickname = Alias de messagerie
property-imAddresses = Adresses de conversation
property-showInAddressList = Dans la liste d’adresses
property-id = ID d’objet
property-city = Ville
property-country = Pays
property-onPremisesLastSyncDateTime = Dernière synchronisation
property-serviceProvisioningErrors = Erreurs de services

do-title = Ce que vous pouvez faire
do-recommended = Recommandé
do-unseen-role = J’ai un rôle qui ne se voit pas ici
do-unseen-role-what = Un rôle que vous devez encore activer, ou qui porte sur une partie de l’organisation. Microsoft décide quand vous essayez.
ask-exchange = Interrogez Exchange avec cette ligne dans PowerShell. Elle ne modifie rien.
ask-title = Un administrateur doit s’en charger
ask-help = Où demander : { $help }
ask-somebody = Adressez-vous au support technique ou à un administrateur de votre organisation.
ask-copy = Copier le texte de la demande
ask-roles = Quels rôles le permettent ?
ask-text-needed = Ce qu’il faut : { $remedy }.
ask-text-roles = Qui peut le faire : { $roles }.
ask-text-needed-all = Ce qu’il faut, dans l’ordre :
ask-text-step = { $number }. { $remedy }
ask-text-guest = Invité : { $name }, { $address }
ask-text-id = ID d’objet : { $id }
ask-text-group = Groupe : { $group }
ask-text-from = Demandé par : { $name } ({ $account }), { $organisation }, { $date }
ask-open = Demander à votre administrateur…
ask-about = Demander conseil
ask-about-what = Un message avec ce qui a été trouvé, dans la langue de la personne à qui vous écrivez, ou un fichier à ouvrir dans cette application.
ask-text-advice = Ce qui peut être fait en dehors de l’application :
ask-panel-title = Un administrateur doit s’en charger
panel-back = Retour à ce que vous pouvez faire
ask-to = À
ask-to-somebody = le support technique ou un administrateur de votre organisation
ask-language = Langue de l’administrateur
ask-note = Que constatez-vous ? (facultatif)
ask-letter = Voici le message
ask-mail = Ouvrir dans la messagerie
ask-mail-note = Ouvre votre logiciel de messagerie. Vous relisez et envoyez vous-même.
ask-mail-failed = Aucun logiciel de messagerie n’a répondu. Copiez le texte, et collez-le dans un message.
ask-copy-text = Copier le texte
ask-save = Enregistrer dans un fichier
ask-saved = Enregistré sous
ask-file-note = L’administrateur ouvre le fichier dans cette application et voit tout dans son état du moment.
ask-file-practice = À l’entraînement, aucun message n’est envoyé. Enregistrez le fichier, connectez-vous en tant qu’Administrateur d’utilisateurs et ouvrez-le.
ask-file-what = Que contient-il ?
ask-file-holds = Votre nom et votre nom d’utilisateur, l’invité, le groupe, ce qui a été trouvé et quand, ce qui est recommandé, et vos propres mots. Aucun mot de passe, et rien qui modifie quoi que ce soit.
ask-file-attach = Joignez-le à votre message.
ask-until = En attendant la réparation : mettez vous-même { $address } en Cc quand vous écrivez au groupe.
ask-text-note = « { $note } »
ask-text-file = Le fichier joint montre tout ce qui a été trouvé.
hand-over-open = Ouvrir le fichier d’un collègue
hand-over-open-what = ou déposez-le sur cet écran
hand-over-opening = Le fichier est lu, et toutes les données sont vérifiées à nouveau.
hand-over-title = { $name } demande de l’aide pour { $guest }
hand-over-from = { $name } ({ $address })
hand-over-colleague = { $colleague ->
    [true] Un compte de votre organisation.
    [false] Aucun compte de votre organisation n’a ce nom d’utilisateur. Renseignez-vous avant de faire ce qui est demandé.
   *[none] On n’a pas pu vérifier s’il s’agit d’un compte de votre organisation.
}
hand-over-asked = Demandé le { $date }, dans l’organisation { $organisation }.
hand-over-read = Relu le { $date }.
hand-over-note = Ses propres mots :
hand-over-recommended = Recommandé alors : { $remedy }.
hand-over-same = Rien n’a changé depuis dans ce qui avait été trouvé.
hand-over-changed = { $count ->
    [one] Un point a changé depuis :
   *[other] { $count } points ont changé depuis :
}
hand-over-then = Quand { $name } a fait la demande
hand-over-now = Maintenant
hand-over-same-value = identique
hand-over-pill = Modifié
hand-over-filter = Modifié ({ $count })
hand-over-gone = introuvable maintenant
hand-over-other-guest = L’adresse mène à un autre invité que celui du fichier. Vérifiez de qui il s’agit avant de réparer quoi que ce soit ; rien n’est recommandé ici.
hand-over-close = Fermer le fichier
hand-over-several = { $name } demande de l’aide pour { $count } invités
hand-over-several-what = Rien n’a encore été recherché. Ouvrez les invités un par un : chacun est alors vérifié à nouveau.
hand-over-claims = C’est ce que dit le fichier. La vérification se fait quand vous ouvrez un invité.
hand-over-group = Groupe : { $group }.
hand-over-then-found = Trouvé alors : { $verdict }
hand-over-opened = ouvert
hand-over-to-list = Retour à la liste
hand-over-back = Retour aux { $count } invités signalés par { $name }
hand-over-answer = Copier la réponse
hand-over-answer-text = Concernant { $guest }, à la suite de votre demande du { $date } :
hand-over-answer-done = Ce qui a été fait : { $done }.
hand-over-answer-nothing = Rien n’a encore été modifié.
hand-over-answer-now = Vérifié le { $date } : { $headline }.
hand-over-answer-test = Pour tester : envoyez un message au groupe, et demandez à l’invité si ce message est arrivé. Exchange peut avoir besoin de quelques heures après une réparation. Les messages précédents ne sont pas renvoyés.
do-anyway = Faire quand même
do-anyway-what = { $verdict ->
    [blocked] Les adresses sont déjà correctes ; le blocage ne vient pas de là.
    [pending] Les adresses sont déjà correctes ; c’est l’invitation qui reste en attente.
    [mail-elsewhere] Il y a déjà une adresse principale. Posez d’abord la question, comme indiqué plus haut.
    [not-member] Les messages du groupe ne vont qu’aux membres ; ces réparations ne font pas de l’invité un membre.
   *[other] Ce qui a été trouvé ne demande pas ces réparations.
}
do-nothing = Il n’y a rien à réparer ici.
do-disabled = Impossible :
do-unconfirmed = On n’a pas pu confirmer que votre compte en a le droit.
do-entra = Ouvrir dans le centre d’administration Entra
    .what = s’ouvre dans votre navigateur
    .practice = Dans votre propre organisation, un bouton ouvre ici l’invité dans le centre d’administration Entra. Les invités de l’organisation d’entraînement n’y sont pas.
do-option = Option { $option } de l’article de Microsoft
do-article = Lire l’article de Microsoft

remedy-resolve-conflict = Résoudre d’abord le conflit
remedy-invite = Envoyer une invitation
remedy-restore = Restaurer le compte
remedy-resend-invitation = Renvoyer l’invitation
remedy-add-to-group = Ajouter au groupe
remedy-set-mail = Définir l’adresse principale
remedy-keep-one-address = Garder une seule adresse
remedy-renew-membership = Renouveler l’appartenance au groupe
remedy-reset-redemption = Faire accepter à nouveau l’invitation
remedy-remove-and-invite = Supprimer et inviter à nouveau

remedy-why-resolve-conflict = Tant que cela dure, l’invité n’obtient pas d’adresse principale. { $resolution ->
        [change-unseen] Les étapes sont prêtes, avec l’ID à donner à un administrateur.
        [change-guest] Les étapes sont prêtes.
       *[other] Les solutions sont prêtes, la plus douce d’abord.
    }
remedy-why-nobody-has-the-address = Personne dans cette organisation n’a l’adresse.
remedy-why-comes-back-with-everything = Le compte revient tel qu’il était, avec ses groupes et ses applications.
remedy-why-not-accepted-yet = L’invitation n’a pas encore été acceptée.
remedy-why-not-in-the-group = L’invité n’est pas membre du groupe choisi.
remedy-why-fills-the-main-address = Les messages du groupe savent alors où aller. Rien d’autre ne change.
remedy-why-writes-the-same-again = L’adresse principale est déjà là, mais la liste d’Exchange ne la suit pas. L’écrire encore une fois peut débloquer cela. Rien ne le garantit.
remedy-why-changes-where-mail-goes = Fait d’une autre adresse de l’invité la principale, où les messages du groupe doivent aller.
remedy-why-leaves-one-address = Garde une des autres adresses. Peut être défait.
remedy-why-subscribes-again = Un invité ajouté suit de nouveau les conversations du groupe.
remedy-why-changes-how-they-sign-in = L’invité se connecte ensuite avec un autre compte. Cela ne remplit aucune adresse.
remedy-why-makes-a-new-account = Les fichiers SharePoint partagés avec l’invité peuvent être perdus.
remedy-why-no-other-address = Il n’y a pas d’autres adresses parmi lesquelles en garder une.
remedy-why-one-address-already = Il n’y a déjà qu’une autre adresse : rien à choisir.
remedy-why-same-address-repeated = Les autres adresses sont une même adresse sous plusieurs orthographes.
remedy-why-mail-is-filled = L’adresse principale est remplie ; le problème ne vient pas des autres adresses.
remedy-why-proxy-is-filled = Exchange a une adresse principale ; le problème ne vient pas des autres adresses.
remedy-why-conflict-stays = Même avec moins d’adresses, celle en conflit appartiendrait toujours à { $owner }.
remedy-why-no-address-to-set = Aucune adresse connue parmi laquelle choisir.
remedy-why-synced-from-on-premises = Le compte est géré dans votre réseau interne (environnement local). C’est là qu’il faut le modifier.
remedy-why-group = { $why ->
        [dynamic] Une règle choisit les membres du groupe.
        [on-premises] Le groupe est géré dans votre réseau interne (environnement local).
        [distribution-list] Le groupe est une liste de distribution, gérée dans Exchange.
        [mail-enabled-security] Le groupe est géré dans Exchange.
        [role-assignable] Le groupe donne des rôles d’administrateur : un administrateur de niveau supérieur doit modifier ses membres.
        [takes-no-guests] Le groupe, ou l’organisation, n’accepte pas de nouveaux invités : un invité qui en sort ne pourra peut-être plus y entrer.
       *[unknown] Le type du groupe n’a pas pu être lu.
    }
remedy-why-no-group-to-renew = Choisissez d’abord le groupe dans la recherche. On renouvelle une appartenance à la fois.
remedy-why-every-address-owned = L’adresse de l’invité appartient aussi à { $owner } ; un nouveau compte n’aurait donc pas d’adresse principale.
remedy-why-has-mailbox = Le compte a une boîte aux lettres ici, qui disparaîtrait avec lui. Si personne n’en a besoin, faites d’abord retirer la licence par un administrateur, puis vérifiez à nouveau.
remedy-why-own-domain = Toutes les adresses de l’invité sont dans des domaines de l’organisation. Microsoft n’y accepte pas d’invitation.
remedy-why-too-late = Les trente jours pour restaurer le compte sont passés.
remedy-why-conflict-first = L’adresse appartient à { $owner }. Résolvez d’abord ce conflit.
remedy-why-choose-first = Choisissez d’abord la personne concernée.
remedy-why-not-known = Ce qu’il faut savoir pour cela n’a pas pu être lu. Relancez la recherche.
remedy-why-not-you = Un administrateur doit s’en charger : { $roles }.
remedy-why-not-with-this-sign-in = Il manque { $permissions } à cette connexion, qui ne peut pas en faire la demande. Connectez-vous plutôt avec le navigateur.
remedy-why-switched-off = Votre organisation a désactivé les réparations sur cet ordinateur.

advice-title = En dehors de cette application
advice-choose-guest = Choisissez la personne concernée.
advice-search-again = Relancez la recherche : une réponse manque.
advice-turn-guest-access-on = Demandez à un administrateur de l’organisation d’activer l’accès des invités aux groupes.
advice-change-membership-rule = Demandez au propriétaire du groupe de modifier sa règle, ou à un administrateur de modifier la propriété qu’elle examine.
advice-add-in-exchange = Demandez à un administrateur Exchange d’ajouter l’invité à cette liste.
advice-add-on-premises = Demandez à l’administrateur de votre réseau interne d’ajouter l’invité au groupe.
advice-change-on-premises = Demandez à l’administrateur de votre réseau interne d’y modifier ce compte.
advice-ask-whether-they-read-it = Demandez à l’invité si la boîte aux lettres de l’adresse principale est lue.
advice-ask-why-blocked = Demandez pourquoi la connexion est bloquée, avant que quelqu’un ne débloque le compte.
advice-check-subscription = Demandez à un administrateur Exchange si l’invité suit encore les conversations du groupe. Cela ne se voit pas d’ici.
advice-ask-about-junk-and-provider = Demandez à l’invité de regarder dans le courrier indésirable, et d’interroger son fournisseur de messagerie sur les messages refusés.
advice-see-what-it-was = Si l’organisation dispose de Microsoft Entra Backup and Recovery, un administrateur y voit quelles étaient les adresses ces derniers jours.
advice-see-what-it-was-link = Ce qui y est conservé
advice-invite-elsewhere = Envoyez l’invitation dans Outlook ou dans le centre d’administration Microsoft Entra. Cette version ne le peut pas encore.
advice-restore-elsewhere = Restaurez le compte sous « Utilisateurs supprimés » dans le centre d’administration Microsoft Entra. Cette version ne le peut pas encore.
advice-resend-elsewhere = Renvoyez l’invitation depuis le centre d’administration Microsoft Entra. Cette version ne le peut pas encore.

choose-guest = De qui s’agit-il ?
candidate-made = compte créé le { $date }
candidate-deleted = supprimé le { $date }
candidate-no-mail = sans adresse principale

checked-title = Également vérifié
check-member = { $state ->
        [ok] Membre du groupe { $group }
        [by-rule] Membre du groupe { $group }, par la règle du groupe
        [through-another] Dans { $group } via un autre groupe
        [problem] Pas membre du groupe { $group }
        [no-group] Appartenance : choisissez un groupe pour la vérifier
       *[other] Appartenance : lecture impossible
    }
check-guest-access = { $state ->
        [ok] Accès invité activé
        [problem] Accès invité désactivé
       *[other] Accès invité : lecture impossible
    }
check-adding-guests = { $state ->
        [ok] De nouveaux invités peuvent être ajoutés
        [note] Aucun nouvel invité ne peut être ajouté ; les membres actuels restent
       *[other] Ajout de nouveaux invités : lecture impossible
    }
check-hidden-from-outlook = { $state ->
        [ok] Visible dans Outlook
        [note] Masqué dans Outlook ; cela ne change rien aux messages
       *[other] Masqué dans Outlook : lecture impossible
    }
check-invitation = { $state ->
        [ok] Invitation acceptée
        [problem] Invitation pas encore acceptée
        [note] Aucune invitation connue
       *[other] Invitation : lecture impossible
    }
check-sign-in = { $state ->
        [ok] Connexion autorisée
        [problem] Connexion bloquée
       *[other] Connexion : lecture impossible
    }
check-invited-twice = { $state ->
        [ok] Compte non créé par un partage SharePoint
        [problem] Compte créé par un partage SharePoint
        [ask-the-guest] Autre invitation depuis SharePoint : demandez à l’invité
       *[other] Création par un partage SharePoint : lecture impossible
    }
check-invited-twice-how = Demandez à l’invité s’il y a eu, outre l’invitation au groupe, un lien vers un fichier ou un site SharePoint. Deux invitations à des adresses différentes peuvent provoquer cette anomalie.
check-junk-folder = Courrier indésirable : demandez à l’invité
check-junk-folder-how = Demandez à l’invité de rechercher l’adresse du groupe dans le courrier indésirable, et de marquer un tel message comme légitime.
check-provider = Fournisseur : demandez à l’invité
check-provider-how = Envoyez un message de test au groupe. S’il n’arrive pas, l’invité peut demander à son fournisseur de messagerie si les messages du groupe sont refusés.
check-how = Comment vérifier
check-done = Vérifié avec l’invité
check-not-yet = Pas encore vérifié

trace-title = Suivre les messages
trace-what = Ce que sont devenus, ces dix derniers jours, les messages envoyés au groupe { $group }, sur leur trajet vers l’invité. Leurs auteurs et leurs objets ne sont pas affichés.
trace-look = Rechercher les messages
trace-again = Rechercher à nouveau
trace-looking = Recherche des messages dans Exchange
trace-more = { $count ->
        [one] Et un message plus ancien.
       *[other] Et { $count } messages plus anciens.
    }
trace-incomplete = Il y avait plus de messages que le nombre lu.
trace-asked = Recherché : expéditeur { $from }, destinataire { $to }. Lu le { $when }.
trace-practise = Écrire au groupe comme un collègue
traced-no-messages = Personne n’a écrit au groupe { $group } ces { $days } derniers jours
    .next = Envoyez un message au groupe, et vérifiez à nouveau après quelques minutes.
traced-at-the-guests = Les messages pour { $name } arrivent à son serveur de messagerie
    .next = Ce qui manque se perd là-bas : dans le courrier indésirable, à cause d’une règle ou chez le fournisseur. Un texte pour l’invité figure plus haut.
traced-not-sent-to-them = Le groupe { $group } n’envoie rien à { $name }
    .next = Les messages sont allés aux autres membres. En général, le compte n’a pas d’adresse principale, ou l’appartenance au groupe est plus ancienne que cette adresse.
traced-not-delivered = Les messages pour { $name } ne sont pas remis
    .next = Le serveur de messagerie de l’invité les refuse, ou quelque chose les arrête en route. Un administrateur Exchange voit lequel des deux dans le suivi des messages.
traced-kept-back-here = Les messages pour { $name } sont retenus de votre côté
    .next = Ils ont été pris pour du courrier indésirable, ou sont en quarantaine. Un administrateur Exchange peut chercher pourquoi, et les libérer.
traced-stopped-at-group = Les messages s’arrêtent déjà au groupe { $group }
    .next = Ils n’atteignent aucun membre. Un administrateur Exchange peut vérifier qui a le droit d’écrire au groupe.
traced-under-way = Les messages sont en route
    .next = Vérifiez à nouveau après quelques minutes ; Exchange peut avoir besoin d’une heure.
traced-cannot-tell = On ne peut pas dire ce que sont devenus les messages
    .next = Exchange n’en dit pas assez. Un administrateur Exchange peut consulter le suivi des messages dans le Centre d’administration Exchange.
fate-delivered = Transmis au serveur de messagerie de l’invité
fate-left-out = Envoyé aux autres membres, pas à l’invité
fate-failed = Pas remis
fate-kept-back = Retenu de votre côté
fate-stopped-at-group = Arrêté au groupe
fate-under-way = En route
fate-unclear = Pas précisé

resolve-title = Résoudre le conflit
resolve-who = { $place ->
        [exchange] C’est un administrateur Exchange qui s’en charge, pas cette application.
       *[on-premises] C’est un administrateur de votre réseau interne qui s’en charge, pas cette application.
    }
resolve-ask = Demander à un administrateur…
resolve-who-practice = C’est un administrateur Exchange qui s’en charge. Ici, vous pouvez vous y exercer.
resolve-contact = { $owner } est un contact de messagerie qui a l’adresse { $address }.
    .first = C’est souvent un reste d’anciens échanges avec l’invité.
resolve-synced-contact = { $owner } est un contact de messagerie de votre réseau interne qui a l’adresse { $address }.
    .first = Il ne peut pas être modifié dans le cloud.
resolve-user = { $owner }, utilisateur ou boîte aux lettres partagée, a l’adresse { $address }.
    .first = Voyez qui a besoin de l’adresse : { $owner } ou l’invité. Une adresse ne peut pas servir aux deux.
resolve-guest = { $owner } est un autre invité, qui a l’adresse { $address }.
    .one = Vérifiez si les deux comptes appartiennent à la même personne.
    .two = Si oui, continuez avec le compte qui a l’adresse principale, et faites supprimer l’autre par un administrateur.
    .three = Vérifiez à nouveau ici.
resolve-group = Le groupe { $owner } a l’adresse { $address }.
    .first = Vérifiez si le groupe a encore besoin de cette adresse.
resolve-unseen = L’adresse { $address } appartient à un élément que votre connexion ne peut pas voir. Son ID d’objet : { $owner }.
    .one = Ce n’est pas un utilisateur ; peut-être un contact ou un groupe masqué. Donnez l’ID à un administrateur, qui pourra le rechercher.
    .two = Demandez à un administrateur Exchange de retirer l’adresse { $address } de cet élément, ou de le supprimer.
    .three = Vérifiez à nouveau ici. Définissez ensuite l’adresse principale de l’invité.
resolve-again = Vérifier à nouveau
resolve-not-looked = Pas encore vérifié.

fact-contact = Contact
    .cloud = dans le cloud
    .synced = de votre réseau interne
fact-lists = { $count ->
        [one] Dans une liste
       *[other] Dans { $count } listes
    }
    .unread = Listes
    .none = Listes
fact-lists-none = dans aucune
fact-lists-unread = pas lues ; recherchez { $address } pour les voir
fact-x500 = Ancienne adresse
    .what = X500 : les réponses à d’anciens messages arrivent ici
    .copy = Copier l’ancienne adresse
fact-x500-unread = lecture impossible
fact-not-told = Seul Exchange sait si le contact est masqué, et quelle est son ancienne adresse Exchange. Le script montre les deux avant de modifier quoi que ce soit.
fact-copied = Le contact { $owner } : dans les listes { $lists }. Anciennes adresses : { $x500 }.
fact-none = aucune
fact-unread = pas lu

doors-title = { $count ->
        [one] Une solution
       *[other] { $count } solutions, la plus douce d’abord
    }
door-another-address = Donner une autre adresse au contact
door-another-address-hidden = Donner une autre adresse au contact et le masquer
door-remove = Supprimer le contact
door-on-premises-address = Modifier l’adresse dans votre réseau interne
door-on-premises-remove = Supprimer le contact dans votre réseau interne
door-cloud-managed = Gérer désormais le contact dans le cloud
door-take-off = Retirer l’adresse
door-costs = Coût
door-way-back = Retour
door-cost-lists-lose-them = { $lists ->
        [none] Ses listes n’atteignent plus la personne, tant que l’invité n’y est pas inscrit.
        [0] Rien : le contact n’est dans aucune liste.
        [one] Une liste n’atteint plus la personne, tant que l’invité n’y est pas inscrit.
       *[other] { $lists } listes n’atteignent plus la personne, tant que l’invité n’y est pas inscrit.
    }
door-cost-lists-lose-them-and-hidden = { $lists ->
        [none] Comme ci-dessus, et les collègues ne trouvent plus le contact.
        [0] Les collègues ne trouvent plus le contact.
       *[other] Comme ci-dessus, et les collègues ne trouvent plus le contact.
    }
door-cost-off-lists-and-old-mail = { $lists ->
        [none] Le contact sort de ses listes, et les réponses à d’anciens messages risquent de ne pas être remises.
        [0] Les réponses à d’anciens messages risquent de ne pas être remises.
        [one] Le contact sort de sa liste, et les réponses à d’anciens messages risquent de ne pas être remises.
       *[other] Le contact sort de ses { $lists } listes, et les réponses à d’anciens messages risquent de ne pas être remises.
    }
door-cost-nothing-yet = Rien pour l’instant. Un administrateur Exchange peut ensuite lui donner une autre adresse.
door-cost-mail-no-longer-reaches = Les messages à cette adresse n’arrivent plus là où ils vont actuellement.
door-back-kept-in-attribute = L’ancienne adresse est conservée dans un attribut personnalisé. Le script contient la ligne qui la rétablit.
door-back-give-it-again = Redonner l’adresse, dès que l’invité ne l’a plus.
door-back-sync-again = La gestion dans votre réseau interne peut reprendre.
door-back-none = Aucun. Exchange ne conserve pas les contacts supprimés.
door-brief-kept-in-attribute = Peut être rétabli.
door-brief-give-it-again = Peut être rétabli.
door-brief-sync-again = Peut être rétabli.
door-brief-none = Sans retour possible.
door-path-contacts = Destinataires › Contacts
door-path-mailboxes = Destinataires › Boîtes aux lettres
door-path-groups = Destinataires › Groupes
door-path-on-premises = Active Directory, dans votre réseau interne
door-path-synchronisation = La personne qui gère la synchronisation donne à isCloudManaged, pour ce contact, la valeur true (Microsoft Graph : onPremisesSyncBehavior). Vérifiez ensuite à nouveau.
door-open = Ouvrir le Centre d’administration Exchange
door-open-elsewhere = Ouvrez le Centre d’administration Exchange de votre cloud.
door-find = À rechercher
door-new-address = Nouvelle adresse
    .copy = Copier la nouvelle adresse
door-new-address-unread = une adresse libre, dans un domaine de votre organisation
door-keep = Garder l’ancienne dans un attribut personnalisé
    .copy = Copier l’ancienne adresse
door-hide = Et masquer le contact dans les listes d’adresses.
door-copy-name = Copier le nom
door-copy-address = Copier l’adresse
door-address = L’adresse
door-script = La même chose en script
door-script-on-premises = Script pour retrouver l’élément
door-lists-script = Ensuite, inscrire l’invité dans les listes
door-read = Lire
    .close = Fermer
door-save = Enregistrer en .ps1
door-saved = Enregistré :
door-practise = { $place ->
        [exchange] Faire ce que ferait l’administrateur Exchange
       *[on-premises] Faire ce que ferait l’administrateur de votre réseau interne
    }
door-practised = Fait dans l’organisation d’entraînement. Vérifiez maintenant à nouveau.

standing-still-there = Vérifié à { $time } : l’adresse appartient toujours à { $owner }.
standing-another-one = Vérifié à { $time } : l’adresse appartient maintenant à { $owner }.
standing-gone = Vérifié à { $time } : l’adresse n’appartient plus à personne d’autre.
standing-cannot-tell = Vérifié à { $time } : tout n’a pas pu être vu. Essayez l’étape suivante, ou vérifiez à nouveau.
resolved-title = Le conflit est levé
resolved-what = L’adresse { $address } n’appartient plus à personne d’autre.
resolved-freed = { $owner } n’a plus l’adresse
resolved-put-back = Rétablir
resolved-set = Définir l’adresse principale de l’invité
resolved-set-what = Vous voyez d’abord l’avant et l’après.
resolved-invite = Envoyer une invitation
resolved-lists = { $count ->
        [one] Inscrire l’invité dans la liste
       *[other] Inscrire l’invité dans { $count } listes
    }
resolved-lists-later = Une fois l’adresse principale définie.
resolved-lists-practise = Y inscrire l’invité, comme le ferait l’administrateur Exchange
resolved-done = fait
resolved-practice = Ici, l’organisation d’entraînement a fait ce que ferait un administrateur. En conditions réelles, un administrateur s’en charge : vous faites la demande, puis vous vérifiez à nouveau.

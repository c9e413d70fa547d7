### What went wrong: title, what happened, what to do.

problem-kind-refused = Refusé
problem-kind-cancelled = Arrêté
problem-kind-conflict = Modifié entre-temps
problem-kind-unreachable = Pas de réponse
problem-kind-throttled = Un instant
problem-kind-not-signed-in = Connexion requise
problem-kind-internal = Panne
problem-kind-proof = Encore une étape
changed-no = Rien n’a été modifié.
changed-yes = Quelque chose a été modifié. L’historique montre quoi.
changed-unknown = On ne sait pas si quelque chose a été modifié. Recherchez à nouveau l’invité pour le voir.
problem-reference = Référence à communiquer
problem-copy = Copier la référence
problem-status = Statut
problem-code = Code
problem-request = Requête
problem-time = Heure
problem-words = Message d’origine du serveur
problem-dismiss = Fermer ce message

problem-address-empty = Saisissez d’abord une adresse
    .what = Le champ de recherche était vide.
    .do = Saisissez ou collez l’adresse e‑mail, le nom d’utilisateur ou l’ID d’objet de l’invité.
problem-address-too-long = C’est trop long pour une adresse e‑mail
    .what = Le texte saisi a { $length } caractères ; une adresse e‑mail en a { $limit } au plus.
    .do = Ne laissez que l’adresse dans le champ de recherche.
problem-address-several = Il y a plus d’une adresse
    .what = Le texte saisi contient { $count } adresses.
    .do = Recherchez une adresse à la fois.
problem-address-absent = Il n’y a pas d’adresse dans ce texte
    .what = « { $typed } » ne contient ni adresse e‑mail, ni nom d’utilisateur, ni ID d’objet. La recherche par nom n’est pas possible.
    .do = Recherchez une adresse de l’invité, comme jan@fabrikam.nl.
problem-address-accented = La lettre « { $letter } » n’est jamais conservée avant le @
    .what = Aucun invité ne peut avoir une adresse avec cette lettre avant le @. L’invitation a peut-être été faite avec l’orthographe sans cette lettre.
    .do = Recherchez { $plain }.
problem-user-name-unknown = Personne ici n’a ce nom d’utilisateur
    .what = Aucun utilisateur, même supprimé, n’a le nom d’utilisateur { $name }, ni l’adresse qu’il contient.
    .do = Vérifiez si le nom d’utilisateur vient de cette organisation. Si vous connaissez une adresse de l’invité, recherchez-la.
problem-id-unknown = Aucun utilisateur ici n’a cet ID d’objet
    .what = Aucun utilisateur, même supprimé, n’a l’ID d’objet { $id }. C’est peut-être celui d’un groupe, d’une autre organisation, ou d’un utilisateur supprimé il y a plus de 30 jours.
    .do = Vérifiez l’ID d’objet, ou recherchez une adresse de l’invité.
problem-address-malformed = Cela ne ressemble pas à une adresse e‑mail
    .what = Aucune adresse e‑mail n’a pu être lue dans « { $typed } ».
    .do = Une adresse ressemble à jan@fabrikam.nl. Vérifiez le texte saisi.
problem-choice-invalid = Ce choix n’est pas possible
    .what = Ce qui a été choisi manque, ou ne fait pas partie de ce qui était proposé.
    .do = Fermez la fenêtre et rouvrez-la : vous verrez ce qui peut être choisi maintenant.
problem-request-malformed = L’application a demandé quelque chose d’incorrect
    .what = Une partie de l’application n’en a pas compris une autre. Vous n’y êtes pour rien.
    .do = Réessayez. Si cela revient, communiquez la référence.
problem-typed-text-differs = Le texte saisi est différent
    .what = Pour confirmer, il faut saisir exactement { $expected }.
    .do = Saisissez-le à nouveau, ou choisissez Annuler.
problem-plan-used = C’est déjà exécuté
    .what = Chaque aperçu ne peut être exécuté qu’une fois.
    .do = Regardez dans l’historique. Pour une autre modification, refaites un aperçu.
problem-plan-stale = Cet aperçu est trop ancien
    .what = Un aperçu est valable quinze minutes, et seul le plus récent compte.
    .do = Refaites l’aperçu et relisez-le.
problem-only-in-practice = Cela ne se fait que dans l’organisation d’entraînement
    .what = Dans votre propre organisation, un administrateur Exchange s’en charge.
    .do = Adressez-vous à un administrateur Exchange, puis vérifiez à nouveau.
problem-not-in-practice = L’organisation d’entraînement n’existe que sur cet ordinateur
    .what = Ses invités ne sont nulle part ailleurs, et personne n’y répond aux messages.
    .do = Il n’y a rien à faire. Dans votre propre organisation, cela s’ouvre.
problem-admin-act-refused = L’organisation d’entraînement ne l’a pas fait
    .what = { $why ->
        [address-taken] L’adresse appartient maintenant à quelqu’un.
        [nobody-there] L’adresse n’appartient encore à personne.
       *[not-as-expected] Ce n’est plus comme l’écran le montrait.
    }
    .do = Vérifiez à nouveau pour voir où cela en est.
problem-change-running = Une autre modification est encore en cours
    .what = Les modifications s’exécutent l’une après l’autre.
    .do = Attendez la fin de l’autre modification, puis réessayez.
problem-not-for-this-guest = Cela ne convient pas à l’état actuel de l’invité
    .what = Ce qui avait été trouvé a changé, ou n’a jamais permis cette réparation.
    .do = Relancez la recherche et choisissez parmi ce qui est alors proposé.
problem-tenant-changed = L’invité a été modifié entre-temps
    .what = { $property } : la valeur n’est plus celle que montrait l’aperçu.
    .do = Refaites l’aperçu et relisez-le.
problem-guest-gone = L’invité n’est plus là
    .what = Le compte a été supprimé après votre recherche.
    .do = Relancez la recherche pour voir ce qu’il y a maintenant.
problem-group-not-writable = Le groupe ne peut pas être modifié d’ici
    .what = { $why ->
        [dynamic] Une règle choisit maintenant les membres du groupe { $group }.
        [on-premises] Le groupe { $group } est maintenant géré dans votre réseau interne (environnement local).
        [distribution-list] { $group } est une liste de distribution, gérée dans Exchange.
        [mail-enabled-security] { $group } est géré dans Exchange.
        [role-assignable] Le groupe { $group } donne maintenant des rôles d’administrateur : un administrateur de niveau supérieur doit modifier ses membres.
        [takes-no-guests] Le groupe { $group }, ou l’organisation, n’accepte pas de nouveaux invités, et Microsoft a refusé l’invité.
       *[unknown] Le type du groupe { $group } n’a pas pu être lu.
    }
    .do = { $why ->
        [dynamic] Demandez au propriétaire du groupe si sa règle peut inclure l’invité.
        [on-premises] Adressez-vous à un administrateur de votre réseau interne.
        [distribution-list] Adressez-vous à un administrateur Exchange.
        [mail-enabled-security] Adressez-vous à un administrateur Exchange.
        [role-assignable] Adressez-vous à un Administrateur de rôle privilégié.
        [takes-no-guests] Demandez à un administrateur d’ouvrir le groupe aux nouveaux invités, ou d’ajouter l’invité.
       *[unknown] Relancez la recherche, et réessayez.
    }
problem-group-gone = Le groupe n’est plus là
    .what = Le groupe { $group } a été supprimé après votre recherche.
    .do = Relancez la recherche, et choisissez un autre groupe.
problem-owner-no-more = Vous n’êtes plus propriétaire de ce groupe
    .what = Quelqu’un a changé les propriétaires du groupe { $group } après votre connexion. Microsoft a refusé la modification pour cette raison.
    .do = Adressez-vous à un propriétaire du groupe, ou à un administrateur.
problem-address-conflict = Cette adresse est déjà prise
    .what = { $owner ->
        [none] Une adresse ne peut appartenir qu’à un seul compte, contact ou groupe, et celle-ci est déjà prise.
       *[other] Une adresse ne peut appartenir qu’à un seul compte, contact ou groupe, et celle-ci appartient à { $owner }.
    }
    .do = Résolvez d’abord le conflit, puis réessayez.
problem-return-refused = Le compte ne peut pas revenir tel qu’il était
    .what = { $owner ->
        [none] { $part ->
            [user-name] Un autre compte a maintenant son nom d’utilisateur, et un tel nom ne peut appartenir qu’à un seul compte. Microsoft n’a pas dit lequel.
            [address] Un autre compte, contact ou groupe a maintenant une de ses adresses, et une adresse ne peut appartenir qu’à un seul d’entre eux. Microsoft n’a pas dit lequel.
           *[not-said] Il est en conflit avec un autre élément de votre organisation. Microsoft n’a pas dit lequel.
        }
       *[other] { $part ->
            [user-name] Son nom d’utilisateur appartient maintenant à { $owner }, et un tel nom ne peut appartenir qu’à un seul compte.
            [address] Une de ses adresses appartient maintenant à { $owner }, et une adresse ne peut appartenir qu’à un seul compte, contact ou groupe.
           *[not-said] { $owner } a maintenant quelque chose de ce compte qui ne peut exister qu’une fois.
        }
    }
    .do = { $part ->
        [user-name] Décidez avec la personne qui utilise ce compte lequel des deux doit rester. Relancez ensuite la recherche.
        [address] Résolvez d’abord le conflit, puis relancez la recherche.
       *[not-said] Relancez la recherche pour voir ce qu’il y a maintenant. En cas de nouveau refus, montrez la référence à un administrateur.
    }
problem-missing-right = Votre compte n’a pas ce droit
    .what = { $why ->
        [restricted-unit] Le compte de l’invité est dans une unité protégée : seuls les administrateurs de cette unité peuvent le modifier, quels que soient les autres rôles.
        [holds-role] L’invité a un rôle, ou fait partie d’un groupe qui peut en avoir un : moins d’administrateurs peuvent alors modifier le compte.
        [role-is-there] Votre rôle devrait suffire, et Microsoft a quand même refusé, sans dire pourquoi.
        [no-role] Aucun de vos rôles visibles ici n’en donne le droit.
       *[not-known] Microsoft l’a refusé à votre compte, sans dire ce qui manque.
    }
    .do = { $why ->
        [restricted-unit] Adressez-vous à un administrateur de cette unité. Un Administrateur de rôle privilégié peut voir de qui il s’agit, sous « Unités administratives » dans le centre d’administration Microsoft Entra.
        [holds-role] Adressez-vous à un Administrateur général.
        [role-is-there] Montrez la référence à la personne qui décide des rôles dans votre organisation.
        [no-role] Adressez-vous à un administrateur, par exemple un Administrateur d’utilisateurs.
       *[not-known] Montrez la référence à un administrateur.
    }
problem-guests-may-not-search = Un invité n’a pas le droit de rechercher ici
    .what = Votre compte est lui-même un invité dans cette organisation, et les invités ne peuvent pas rechercher d’autres personnes.
    .do = Adressez-vous à quelqu’un qui travaille dans cette organisation.
problem-server-refused = Microsoft a refusé
    .what = Le serveur a dit non pour une raison qui lui est propre. Son message figure dans la référence.
    .do = Montrez la référence à un administrateur.
problem-tracing-not-set-up = Le suivi des messages n’est pas installé dans votre organisation
    .what = Il y manque encore le service de Microsoft prévu pour cela.
    .do = Un administrateur l’ajoute une fois, dans Microsoft Graph PowerShell : New-MgServicePrincipal -AppId 8bd644d1-64a1-4d4b-ae52-2e0cbf64e373. Il faut parfois quelques heures avant que cela fonctionne.
problem-group-without-mail = { $group } n’a pas d’adresse
    .what = Aucun message ne peut lui être envoyé ; il n’y a donc rien à suivre.
    .do = Choisissez un groupe qui a une adresse.
problem-invitation-refused = L’invitation a été refusée
    .what = { $owner ->
        [none] Le compte d’origine a été supprimé, puis l’invitation à { $address } a été refusée.
       *[other] Le compte d’origine a été supprimé, puis l’invitation à { $address } a été refusée : cette adresse appartient à { $owner }.
    }
    .do = Rétablissez le compte d’origine. C’est possible pendant 30 jours.
problem-invitation-other-account = L’invitation a mené à un autre compte
    .what = L’invitation a renvoyé à un compte qui existait déjà : { $found }.
    .do = Rétablissez le compte d’origine, et demandez à un administrateur d’examiner l’autre compte.
problem-not-invited = L’invitation a été refusée
    .what = { $why ->
        [own-domain] { $address } est dans un domaine de l’organisation. Microsoft n’y accepte pas d’invitation.
        [by-policy] Les paramètres de votre organisation, ou de celle de l’invité, n’autorisent pas une invitation à { $address }.
        [already-there] Quelqu’un dans l’organisation a déjà l’adresse { $address }.
        [blocked-account] Le compte qui a l’adresse { $address } est bloqué. Microsoft n’accepte pas d’invitation pour un compte bloqué.
        [characters] Microsoft n’a pas accepté { $address }. Cette adresse contient un caractère qu’une invitation n’accepte pas, comme le signe plus.
        [not-on-the-account] Microsoft ne trouve pas { $address } sur le compte. Une adresse qui vient d’être écrite peut demander quelques minutes.
       *[unexplained] Microsoft a refusé l’invitation à { $address }. Son message figure dans la référence.
    }
    .do = { $why ->
        [own-domain] Les personnes de l’organisation reçoivent leur compte d’un administrateur. Vérifiez l’adresse.
        [by-policy] Demandez à un administrateur de regarder « Paramètres de collaboration externe » et « Paramètres d’accès interlocataire » dans le centre d’administration Microsoft Entra.
        [already-there] Recherchez à nouveau l’adresse, et voyez qui l’a.
        [blocked-account] Faites d’abord débloquer le compte par un administrateur, puis réessayez.
        [characters] Demandez à l’invité une autre adresse, sans ce caractère.
        [not-on-the-account] Attendez quelques minutes, puis faites accepter à nouveau l’invitation. Si rien ne change, montrez la référence à un administrateur.
       *[unexplained] Montrez la référence à un administrateur.
    }
problem-invited-somebody-else = L’invitation a mené à un autre compte
    .what = À l’invitation envoyée à { $address }, Microsoft a répondu avec un autre compte que prévu : { $found }. C’est peut-être un nouveau compte. Cette application n’y a rien fait d’autre.
    .do = Recherchez à nouveau l’adresse, et demandez à un administrateur d’examiner ce compte.
problem-guest-accepted = L’invité a accepté l’invitation
    .what = L’invité utilise maintenant le compte, qui n’est donc pas supprimé comme si l’invitation n’avait pas été envoyée.
    .do = Recherchez l’invité. Si le compte doit disparaître, un administrateur peut le supprimer dans le centre d’administration Microsoft Entra.
problem-cannot-undo = Cela ne peut pas être défait
    .what = Pour cette modification, il n’y a pas de retour en arrière, ou il n’est plus possible.
    .do = Recherchez l’invité pour voir l’état actuel.
problem-record-damaged = La trace de cette modification n’est plus telle qu’elle a été écrite
    .what = Quelque chose a été modifié, supprimé ou endommagé dans l’historique. Ce qu’il donne comme état d’avant est peut-être faux ; rien n’est donc fait sur cette base.
    .do = L’historique montre ce qui est connu. Dans le centre d’administration Microsoft Entra, un compte supprimé peut être restauré pendant 30 jours, et les propriétés peuvent être définies à la main.
problem-record-not-whole = Rien n’a été supprimé : l’historique n’est pas complet
    .what = Quelque chose y a été modifié, supprimé ou endommagé. Pour comprendre ce qui s’est passé, l’ancien peut aussi être utile ; tout est donc conservé.
    .do = L’historique dit ce que l’on en sait. Une fois cela éclairci, choisissez à nouveau la durée de conservation des modifications.
problem-changed-since = Le retour en arrière n’est plus possible
    .what = Quelqu’un a de nouveau changé les valeurs après cette modification. La défaire les écraserait.
    .do = Recherchez l’invité et réparez à partir de l’état actuel.
problem-cancelled = Arrêté par vous
    .what = Vous avez arrêté avant la fin.
    .do = Recommencez quand vous voulez.
problem-unreachable = Pas de connexion au réseau
    .what = Le serveur n’a pas pu être joint.
    .do = Vérifiez le réseau et réessayez.
problem-answer-lost = La réponse s’est perdue
    .what = La modification a été envoyée, mais aucune réponse n’est revenue.
    .do = Ouvrez l’historique et poursuivez la modification : les données sont d’abord relues.
problem-not-visible-in-time = La modification n’est pas encore visible
    .what = Une étape a été exécutée, mais après environ une minute elle n’apparaît pas dans les données.
    .do = Attendez quelques minutes, puis ouvrez l’historique et réessayez à partir de là : les données sont d’abord relues.
problem-server-unavailable = Le serveur ne peut pas répondre pour l’instant
    .what = Le serveur est là, mais ne peut rien traiter pour l’instant (statut { $status }).
    .do = Réessayez dans quelques minutes.
problem-throttled = Trop de questions à la fois
    .what = Le serveur demande d’attendre.
    .do = Attendez un peu, puis réessayez.
problem-not-signed-in = Aucun compte n’est connecté
    .what = Il faut un compte connecté pour cela.
    .do = Connectez-vous, puis réessayez.
problem-sign-in-expired = Votre connexion a expiré
    .what = Le serveur n’accepte plus la connexion.
    .do = Reconnectez-vous. Le texte saisi est conservé.
problem-persona-unknown = Ce personnage n’existe pas
    .what = L’organisation d’entraînement n’a pas de personnage { $persona }.
    .do = Choisissez un des personnages proposés.
problem-newer-file = Une version plus récente de cette application a été utilisée ici
    .what = Le fichier { $file } a été écrit par une version plus récente de cette application.
    .do = Utilisez la version plus récente. Celle-ci laisse le fichier tel quel.
problem-file-trouble = Un fichier n’a pas pu être lu ou écrit
    .what = L’application n’a pas pu utiliser son fichier { $file }.
    .do = Vérifiez que le disque n’est pas plein et que vous avez le droit d’y écrire, puis relancez l’application.
problem-answer-malformed = La réponse n’est pas compréhensible
    .what = Le serveur a répondu d’une façon que cette application ne comprend pas.
    .do = Réessayez. Si cela revient, communiquez la référence.
problem-internal = Quelque chose s’est mal passé dans l’application
    .what = C’est un défaut de l’application, vous n’y êtes pour rien.
    .do = Réessayez. Si cela revient, communiquez la référence.

problem-sign-in-declined = Vous avez choisi de ne pas continuer
    .what = Sur la page de Microsoft, quelqu’un a refusé la connexion, ou ce que demande l’application.
    .do = Si ce n’était pas voulu, réessayez et donnez votre accord.
problem-sign-in-timed-out = Personne n’a répondu sur la page de Microsoft
    .what = L’application a attendu le navigateur cinq minutes.
    .do = Réessayez, et allez jusqu’au bout sur la page de Microsoft.
problem-code-expired = Le code a expiré
    .what = Il n’a pas été utilisé à temps.
    .do = Demandez un nouveau code.
problem-sign-in-untrusted = Une réponse est venue qui n’était pas pour cette connexion
    .what = Rien n’en a été utilisé. Un ancien onglet du navigateur peut en être la cause, ou la tentative de quelqu’un d’autre.
    .do = Fermez les autres onglets et reconnectez-vous. Si cela revient, prévenez votre service informatique.
problem-other-organisation = Ce compte appartient à une autre organisation
    .what = Cette application est configurée pour { $expected } ; votre compte est connecté à { $found }.
    .do = Connectez-vous avec un compte de la bonne organisation, ou utilisez une autre organisation.
problem-other-person = Quelqu’un d’autre a répondu
    .what = La personne connectée devait confirmer, et c’est un autre compte qui l’a fait.
    .do = Réessayez et choisissez le même compte sur la page de Microsoft. Pour changer de personne, déconnectez-vous d’abord.
problem-browser-not-opened = Le navigateur ne s’est pas ouvert
    .what = Cet ordinateur n’a pas pu ouvrir de navigateur pour la page de Microsoft.
    .do = Choisissez un navigateur par défaut et réessayez, ou utilisez un code sur un autre appareil.
problem-folder-not-opened = Le dossier ne s’est pas ouvert
    .what = Cet ordinateur n’a pas ouvert de fenêtre avec les fichiers.
    .do = Copiez le chemin, et allez-y vous-même.
problem-no-listener = L’application ne peut pas recevoir la réponse du navigateur
    .what = Aucun port de cet ordinateur n’a pu servir à attendre le navigateur. Un pare-feu ou un logiciel de sécurité peut en être la cause.
    .do = Réessayez, ou utilisez un code sur un autre appareil.
problem-more-proof = Microsoft veut s’assurer que c’est bien vous
    .what = Votre connexion est toujours active. Pour cela, l’organisation demande une nouvelle confirmation (demande de revendications).
    .do = Confirmez auprès de Microsoft ; la question est alors posée à nouveau.
problem-no-organisation = Aucune organisation n’est encore configurée
    .what = L’application ne sait pas encore où vous connecter.
    .do = Configurez votre organisation, ou essayez l’organisation d’entraînement.
problem-organisation-managed = C’est le choix de votre organisation
    .what = Sur cet ordinateur, l’organisation est définie pour tout le monde.
    .do = S’il en faut une autre, adressez-vous à votre service informatique.
problem-organisation-unreadable = Ce n’est pas un fichier d’organisation
    .what = { $what ->
        [too-large] Le fichier est beaucoup trop gros pour cela.
       *[not-json] Le texte qu’il contient n’est pas du JSON, ou est endommagé.
    }
    .do = Choisissez le fichier reçu d’un administrateur, ou demandez-en un nouveau.
problem-organisation-unknown-field = Le fichier d’organisation contient un élément inconnu
    .what = « { $field } » ne fait pas partie d’un tel fichier. Un secret ou un mot de passe n’y a jamais sa place.
    .do = Demandez à la personne qui a fait le fichier une version sans cet élément.
problem-organisation-missing = Il manque quelque chose
    .what = « { $field } » n’y est pas.
    .do = Remplissez ce champ, ou demandez un fichier complet.
problem-organisation-invalid = Une valeur ne peut pas être utilisée
    .what = « { $field } » n’a pas la forme attendue.
    .do = Vérifiez cette valeur, ou demandez un fichier corrigé.
problem-organisation-custom-hosts = Un fichier avec ses propres adresses ne peut pas être ouvert ici
    .what = Un tel fichier décide où vous vous connectez. Il n’est accepté que si l’application est lancée avec lui, ou si votre service informatique le met en place.
    .do = Adressez-vous à votre service informatique.
problem-hand-over-unreadable = { $what ->
    [newer] Ce fichier vient d’une version plus récente
   *[other] Ce n’est pas un fichier de demande d’aide
}
    .what = { $what ->
        [too-large] Le fichier est beaucoup trop gros pour cela.
        [newer] Il a été fait par une version plus récente de cette application.
        [damaged] Il a été modifié ou endommagé : quelque chose n’y a pas la forme attendue.
       *[not-one] C’est un autre fichier, ou il est endommagé.
    }
    .do = { $what ->
        [newer] Mettez cette application à jour, ou demandez plutôt le texte à la personne qui vous l’a donné.
       *[other] Demandez à la personne qui vous l’a donné de l’enregistrer à nouveau. Son nom se termine par .guesthandover.
    }
problem-hand-over-elsewhere = Ce fichier vient d’une autre organisation
    .what = Il a été fait dans l’organisation { $organisation }. Votre compte est connecté à une autre.
    .do = Connectez-vous à cette organisation, et ouvrez-le là-bas.
problem-too-many-handed-over = C’est trop pour un seul fichier
    .what = Un fichier porte sur { $most } invités au plus, et moins quand il y a eu beaucoup à trouver.
    .do = Faites d’abord une demande pour une partie des invités, puis une seconde, dans un autre fichier, pour le reste.
problem-group-not-read = Les invités de ce groupe n’ont pas été lus
    .what = Il n’y a encore rien à enregistrer.
    .do = Vérifiez le groupe, puis enregistrez.
problem-mail-too-long = Le texte est trop long pour un lien vers la messagerie
    .what = Rien n’a été ouvert.
    .do = Copiez le texte, et collez-le dans un message.
problem-mail-not-opened = Aucun logiciel de messagerie n’a répondu
    .what = Rien n’a été envoyé.
    .do = Copiez le texte, et collez-le dans un message.
problem-save-dialog-open = Une fenêtre demande déjà où enregistrer un fichier
    .what = Rien n’a été enregistré une seconde fois.
    .do = Répondez à cette fenêtre, ou fermez-la. Enregistrez ensuite à nouveau.
problem-switched-off = Votre organisation a désactivé les réparations
    .what = Sur cet ordinateur, on peut rechercher des invités, mais rien modifier.
    .do = Demandez à votre service informatique qui peut réparer, et où.
problem-azure-cli-missing = Azure CLI n’est pas sur cet ordinateur
    .what = Le programme « az » n’a pas été trouvé.
    .do = Installez Azure CLI, ou connectez-vous avec le navigateur.
problem-azure-cli-not-signed-in = Azure CLI n’est connecté à aucun compte
    .what = Il est sur cet ordinateur, mais sans compte connecté, ou la connexion a expiré.
    .do = Exécutez « az login », puis réessayez.
problem-azure-cli-other-tenant = Azure CLI est connecté ailleurs
    .what = Il n’est pas connecté à { $expected }.
    .do = Exécutez « az login --tenant » avec le bon locataire, puis réessayez.
problem-azure-cli-failed = Azure CLI n’a pas donné de réponse utilisable
    .what = Son message figure dans la référence.
    .do = Exécutez « az account get-access-token » dans un terminal pour voir ce qui ne va pas, ou connectez-vous avec le navigateur.
problem-permission-fixed = Cette connexion ne peut pas demander d’autorisations
    .what = { $permissions ->
        [none] Il manque une autorisation, et celles d’Azure CLI sont fixes.
       *[other] Il manque : { $permissions }. Les autorisations d’Azure CLI sont fixes.
    }
    .do = Déconnectez-vous et connectez-vous avec le navigateur : la demande est alors possible.
problem-permission-missing = Il manque une autorisation à cette application
    .what = { $permissions ->
        [none] Microsoft a indiqué qu’il manque une autorisation.
       *[other] Pas accordé dans cette connexion : { $permissions }.
    }
    .do = Demandez-la à Microsoft ; l’aperçu est alors refait. Si un administrateur doit donner son accord, Microsoft le dit.
problem-sign-out-incomplete = Une partie de votre connexion est encore sur cet ordinateur
    .what = { $what ->
        [key] La déconnexion est faite, mais la clé n’a pas pu être retirée du trousseau. Sans le fichier, elle n’ouvre rien.
        [file] La déconnexion est faite, mais le fichier conservé n’a pas pu être supprimé. Sans sa clé, personne ne peut le lire.
       *[other] La déconnexion est faite, mais ce qui était conservé n’a pas pu être entièrement supprimé.
    }
    .do = Reconnectez-vous puis déconnectez-vous. Si cela revient, faites supprimer le dossier de données de cette application par votre service informatique.
problem-no-network = Cet ordinateur n’a pas de réseau
    .what = Microsoft n’a pas pu être joint.
    .do = Connectez-vous à un réseau et réessayez.
problem-captive-portal = Ce réseau demande d’abord quelque chose
    .what = Une autre page a répondu à la place de Microsoft, comme dans les hôtels et les trains (portail captif).
    .do = Ouvrez une page quelconque dans votre navigateur, connectez-vous au réseau, puis réessayez.
problem-proxy-unreachable = Le proxy ne répond pas
    .what = Cet ordinateur accède à Internet par un proxy, qui ne répond pas.
    .do = Vérifiez que vous êtes sur le bon réseau (VPN), ou adressez-vous à votre service informatique.
problem-proxy-sign-in = Le proxy demande sa propre connexion
    .what = L’accès à Internet demande un nom et un mot de passe (407). Cette application ne demande jamais de mot de passe.
    .do = Demandez à votre service informatique de laisser passer cette application par le proxy.
problem-untrusted-certificate = La connexion au serveur n’est pas fiable
    .what = Le certificat ne vient de personne que cet ordinateur connaisse. La cause est souvent un équipement de sécurité de votre réseau qui regarde le trafic (inspection TLS).
    .do = Demandez à votre service informatique d’ajouter son certificat racine au magasin de cet ordinateur. L’application n’a pas d’option pour passer outre.
problem-wrong-clock = L’horloge de cet ordinateur n’est pas à l’heure
    .what = { $minutes ->
        [none] Elle s’écarte trop de celle de Microsoft.
        [one] Elle s’écarte d’une minute de celle de Microsoft.
       *[other] Elle s’écarte de { $minutes } minutes de celle de Microsoft.
    }
    .do = Réglez la date, l’heure et le fuseau horaire, puis réessayez.

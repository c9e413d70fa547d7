### Paramètres, aide, et ce que l’application dit d’elle-même.

nav-settings = Paramètres
nav-help = Aide
nav-help-key = F1 ouvre les raccourcis

settings-title = Paramètres
settings-window = Cette fenêtre
settings-kept = Ce qui reste sur cet ordinateur
language-label = Langue
language-note = Change tout de suite. Rien de ce que vous avez saisi n’est perdu.
theme-label = Thème
theme-note = Clair, sombre, ou comme votre système.
theme-name-system = Comme le système
theme-name-light = Clair
theme-name-dark = Sombre
zoom-label = Taille du texte et des commandes
zoom-note = Ctrl et +, ou Ctrl et −. Ctrl et 0 donne 100 %.
zoom-now = { $percent } %
zoom-larger = Plus grand
zoom-smaller = Plus petit
switch-on = Oui
switch-off = Non
folder-label = Dossier de données
folder-note = Vos paramètres, le registre des modifications, et votre connexion si elle est conservée.
folder-open = Ouvrir le dossier
folder-copy = Copier le chemin
retention = Durée de conservation des modifications dans l’historique
    .what = Ce qui est plus ancien est supprimé définitivement de cet ordinateur et ne peut plus être annulé. Ce qui est inachevé ou encore utile reste, avec tout ce qui a suivi.
    .done = { $changes ->
        [0] Rien n’a dû être supprimé pour l’instant.
        [one] 1 modification a été supprimée.
       *[other] { $changes } modifications ont été supprimées.
    }
    .stays = { $changes ->
        [one] 1 modification aussi ancienne reste.
       *[other] { $changes } modifications aussi anciennes restent.
    }
retention-name-always = Toujours
retention-name-year = 365 jours
retention-name-quarter = 90 jours
retention-name-month = 30 jours
retention-name-week = 7 jours
retention-ask = { $changes ->
        [one] Supprimer 1 modification ?
       *[other] Supprimer { $changes } modifications ?
    }
    .what = Ce qui est supprimé a plus de { $time } et disparaît définitivement de cet ordinateur. L’annuler n’est alors plus possible. Un fichier que vous avez enregistré reste là où vous l’avez mis.
    .do = { $changes ->
        [one] Supprimer 1 modification
       *[other] Supprimer { $changes } modifications
    }
retention-unfinished = { $changes ->
        [one] 1 n’a pas été menée à terme.
       *[other] { $changes } n’ont pas été menées à terme.
    }
retention-asked = { $changes ->
        [one] Pour 1, on ne sait pas encore si le message de test est arrivé.
       *[other] Pour { $changes }, on ne sait pas encore si le message de test est arrivé.
    }
retention-restorable = { $changes ->
        [one] 1 peut encore faire revenir un invité supprimé.
       *[other] { $changes } peuvent encore faire revenir un invité supprimé.
    }
forget-guest = Oublier un invité
    .what = Supprime de cet ordinateur les recherches de cette adresse et ce que les vérifications ont trouvé sur l’invité. L’historique ne peut pas perdre une modification isolée, seulement les plus anciennes ensemble : sinon il ne prouverait plus rien.
    .address = Adresse de l’invité
    .do = Oublier
    .listed = Ce que les vérifications avaient trouvé sur l’invité est supprimé aussi.
    .done = { $searches ->
        [0] Aucune recherche de { $address } n’était conservée.
        [one] 1 recherche de { $address } est supprimée.
       *[other] { $searches } recherches de { $address } sont supprimées.
    } { $changes ->
        [0] L’historique ne contient aucune modification de cet invité.
        [one] L’historique garde 1 modification de cet invité.
       *[other] L’historique garde { $changes } modifications de cet invité.
    } Les fichiers que vous avez enregistrés restent où vous les avez mis.
settings-sign-in = Connexion
settings-sign-in-practice = L’organisation d’entraînement n’en demande pas.
organisation-change = Modifier…
organisation-help-at = Aide : { $help }

## Aide

help-title = Aide
help-back = Retour
what-is-this = Qu’est-ce que c’est ?
help-verdicts = Quel est le problème de mon invité ?
    .what = Les quatorze réponses, et ce que chacune veut dire.
help-options = Que coûtent les deux options ?
    .what = Garder une seule adresse, ou supprimer et inviter à nouveau.
help-ask = À qui demander ?
    .what = Qui peut réparer quoi, et comment le demander.
help-limits = Que peut faire cette application ?
    .what = Ce qu’elle lit, ce qu’elle modifie, ce qu’elle ne fait jamais.
help-keys = Raccourcis clavier
    .what = F1 mène ici, où que vous soyez.
help-sent = Ce qui est envoyé, et où
    .what = À Microsoft ce que vous demandez, et rien à personne d’autre.

help-verdict-healthy = Rien dans les données de votre organisation n’empêche les messages du groupe. Cela ne prouve pas qu’ils arrivent : envoyez un message de test.
help-verdict-misconfigured = Le compte a plusieurs autres adresses et aucune adresse principale : les messages du groupe ne vont nulle part. Définissez l’adresse principale, ou gardez une seule adresse.
help-verdict-conflict = L’adresse de l’invité appartient à un contact, à un groupe ou à un autre compte, et une adresse ne peut appartenir qu’à un seul. Résolvez cela d’abord.
help-verdict-no-address = Le compte n’a pas d’adresse principale : les messages du groupe ne vont nulle part. Définissez-en une.
help-verdict-mail-elsewhere = Les messages du groupe vont à une autre adresse que celle que vous avez saisie. Demandez à l’invité laquelle est lue.
help-verdict-pending = L’invitation n’a pas encore été acceptée. Renvoyez-la, ou demandez à l’invité de l’accepter.
help-verdict-blocked = Ce compte ne peut pas se connecter. Un administrateur sait pourquoi, et peut lever le blocage.
help-verdict-ambiguous = Plusieurs invités ont cette adresse. Choisissez de qui il s’agit.
help-verdict-deleted = Le compte a été supprimé. Pendant 30 jours, on peut le restaurer avec ses groupes.
help-verdict-not-a-guest = L’adresse appartient à un collègue, à un groupe ou à votre propre organisation. Saisissez l’adresse de l’invité.
help-verdict-not-found = Aucun invité n’a cette adresse. Vérifiez l’orthographe, ou faites inviter la personne.
help-verdict-not-member = L’invité n’est pas dans le groupe choisi. Les messages du groupe ne vont qu’aux membres.
help-verdict-guest-access-off = Votre organisation n’ouvre pas le contenu des groupes aux invités. Un administrateur peut changer cela, pour tous les invités à la fois.
help-verdict-cannot-tell = Une information décisive n’a pas pu être lue. La réponse dit laquelle. Relancez la recherche, ou demandez à quelqu’un qui peut en voir plus.

options-first = Souvent, ni l’une ni l’autre n’est nécessaire. Définir l’adresse principale répare le compte et laisse tout le reste tel quel.
options-cost = Ce que cela coûte
options-back = Retour en arrière
options-keep = Une des autres adresses reste. Le compte, ses groupes et ses fichiers restent tels quels.
    .cost = L’invité n’est plus trouvé par les adresses retirées. Cela ne remplit pas l’adresse principale ; c’est l’étape suivante.
    .back = On peut défaire cela depuis l’historique.
options-remove = Le compte est supprimé et l’invité est invité à nouveau. Les groupes et les applications reviennent là où c’est possible.
    .cost = L’invité doit accepter à nouveau. Les fichiers SharePoint partagés avec l’ancien compte peuvent être perdus, et certains groupes ne peuvent pas être rendus. L’aperçu dit lesquels.
    .back = Pendant 30 jours, on peut rétablir le compte d’origine.

ask-page-lead = À côté de chaque diagnostic se trouve ce que vous pouvez faire vous-même. Si un administrateur doit s’en charger, l’application écrit le texte à envoyer, et un fichier avec ce qui a été trouvé.
ask-page-exchange = Retire une adresse d’un contact, d’un groupe ou d’une boîte aux lettres.

limits-reads = Elle lit
    .what = Les comptes invités, les contacts et les groupes de votre organisation, avec vos propres droits, quand vous cherchez. Jamais le contenu d’un message, et aucun fichier.
limits-check = Une vérification de tous les invités
    .what = Cherche qui d’autre ne reçoit pas les messages du groupe. Elle lit, et ne modifie rien. Rapide, elle ne demande que les invités sans adresse principale ; approfondie, elle lit chaque invité. Ce qu’elle trouve reste sur cet ordinateur jusqu’à ce que vous l’effaciez.
limits-changes = Elle modifie
    .what = Seulement ce que vous confirmez dans un aperçu. Chaque modification est notée avant son envoi. Si un retour en arrière existe, l’historique le propose.
limits-never = Elle ne fait jamais cela
    .what = Voir votre mot de passe, modifier quoi que ce soit d’elle-même, avoir plus de droits que vous, ou supprimer autre chose que le compte d’un invité.

sent-microsoft = Ce que vous cherchez et ce que vous confirmez va chez Microsoft : à la connexion et aux données de votre organisation.
sent-hosts = Ce sont { $login } et { $graph }.
sent-practice = Dans l’organisation d’entraînement, rien n’est envoyé du tout.
sent-links = Les liens, la page de connexion et le message à un administrateur s’ouvrent dans votre propre navigateur et votre messagerie. C’est vous qui envoyez le message.
sent-nothing = Pas de télémétrie, pas de rapports d’incident, pas de recherche de mises à jour. Ce qui est noté reste dans le dossier de données.

## À propos

about-title = À propos
about-note = Ne communique qu’avec votre organisation chez Microsoft 365. Pas de télémétrie.
about-licence = Open source. Licence : MIT ou Apache 2.0, à votre choix.
about-others = Licences des éléments faits par d’autres
    .what = Chacun avec sa version et sa licence. Les textes se trouvent dans les sources de chaque élément.
report-title = Rapport de diagnostic
report-note = Lisez-le avant de le copier. Il ne nomme personne : aucun nom, aucune adresse, aucun ID de personne ou d’organisation. Il n’est envoyé nulle part.

### Frame, welcome and words used everywhere.

app-name = Guest Mail Doctor
app-practice = Organisation d’entraînement
app-practice-short = Entraînement
app-practice-note = Ici, rien de réel ne peut changer.
app-skip = Aller au contenu
app-loading = Démarrage…
# Stands in the page itself, for when nothing else can be said.
no-start = Guest Mail Doctor n’a pas pu ouvrir sa fenêtre.
    .what = Rien n’a été modifié. Fermez l’application et relancez-la.
nav-label = Écrans
nav-guest = Invité
nav-history = Historique
account-label = Compte :
account-persona = Changer de personnage ou se déconnecter
account-start-over = Recommencer l’entraînement
account-in = organisation { $organisation }
start-over-title = Recommencer l’entraînement depuis le début ?
start-over-what = Tous les invités reviennent à leur état de départ. Ce que vous avez réparé à l’entraînement est perdu, et la possibilité d’y revenir aussi.
start-over-act = Recommencer
cancel = Annuler
close = Fermer
copy = Copier
copied = Copié
copy-refused = La copie n’a pas été autorisée. Sélectionnez le texte et copiez-le vous-même.
busy = Un instant…
try-again = Réessayer

role-global-administrator = Administrateur général
role-user-administrator = Administrateur d’utilisateurs
role-guest-inviter = Inviteur d’invités
role-reader = Lecteur
role-group-owner = Propriétaire de groupe
role-member = Membre
role-guest = Invité
role-other = Autre rôle d’administrateur
holder-administrator-of-the-unit = un administrateur de l’unité protégée de l’invité (unité administrative)
holder-on-premises-administrator = un administrateur de votre réseau interne (environnement local)
admin-authentication-administrator = Administrateur d’authentification
admin-directory-writers = Enregistreurs de répertoire
admin-exchange-administrator = Administrateur Exchange
admin-groups-administrator = Administrateur de groupes
admin-helpdesk-administrator = Administrateur du support technique
admin-identity-governance-administrator = Administrateur de la gouvernance des identités
admin-password-administrator = Administrateur de mots de passe
admin-privileged-authentication-administrator = Administrateur d’authentification privilégié
admin-sharepoint-administrator = Administrateur SharePoint
admin-teams-administrator = Administrateur Teams
admin-yammer-administrator = Administrateur Yammer
role-can-global-administrator = Peut vérifier et réparer tous les comptes invités, même ceux qui ont un rôle d’administrateur.
role-can-user-administrator = Peut vérifier et réparer les comptes invités sans rôle d’administrateur.
role-can-guest-inviter = Peut vérifier et inviter, mais pas réparer ni supprimer.
role-can-reader = Peut tout consulter, sans rien modifier.
role-can-group-owner = Peut vérifier les invités, mais pas réparer leurs adresses.
role-can-member = Peut vérifier les invités, mais pas réparer leurs comptes.
role-can-guest = Est ici un compte invité, et n’a pas le droit de rechercher d’autres personnes.
role-can-other = On ne sait pas d’avance ce que ce rôle permet.
rehearses-permission = Comme en conditions réelles : peut consulter, et demande l’autorisation à Microsoft à la première réparation.
rehearses-unseen-role = Comme en conditions réelles : aucun rôle visible, mais peut-être un rôle qui ne se voit pas. Demande l’autorisation à Microsoft à la première réparation.

welcome-title = Pourquoi les messages du groupe n’arrivent-ils pas à mon invité ?
welcome-lead = Saisissez une adresse e‑mail. Voyez ce qui ne va pas dans le compte invité, pourquoi, et comment le réparer, avec un retour en arrière quand c’est possible.
welcome-find = Rechercher
    .what = par toute adresse que l’invité a utilisée avec vous
welcome-understand = Comprendre
    .what = la cause en mots simples, les preuves dans un tableau
welcome-repair = Réparer
    .what = vous voyez d’abord l’avant et l’après ; tout est enregistré
welcome-practice = Essayer dans une organisation d’entraînement
    .what = sans connexion, rien de réel ne peut changer
welcome-who = Qui voulez-vous être chez { $organisation } ?
welcome-recommended = Recommandé
welcome-start = Commencer avec { $name }
welcome-note = Cette application ne communique qu’avec la page de connexion et les données de votre organisation. Aucune télémétrie. Vos mots de passe ne passent jamais par elle ; l’organisation d’entraînement reste sur cet ordinateur.
unfinished-banner = { $count ->
        [one] La modification commencée pour { $guest } le { $when } n’est pas terminée.
       *[other] { $count } modifications ont été commencées et ne sont pas terminées. La plus ancienne, pour { $guest }, date du { $when }.
    }
unfinished-open = Voir dans l’historique

## Handed over by starting the app again

handed-file = un fichier envoyé par un collègue
# $what: an address, or handed-file
handed-waits = { $more ->
    [0] À examiner : { $what }
   *[other] À examiner : { $what }, et { $more } de plus
}
handed-before-sign-in = À examiner dès votre connexion : { $what }
handed-after-dialog = L’application a été relancée avec quelque chose à examiner. Ce sera possible une fois cette fenêtre fermée.
handed-look = Examiner
handed-dismiss = Ignorer

## Recent searches

recent-title = Recherches récentes
recent-none = Aucune recherche pour l’instant.
recent-keep = Les conserver sur cet ordinateur
recent-remove = Tout effacer
recent-kept = Elles restent sur cet ordinateur, où personne d’autre ne peut les lire, jusqu’à ce que vous les effaciez ou désactiviez cette option.
recent-session = Elles sont oubliées à la déconnexion ou à la fermeture de l’application.

## Keys that work from anywhere

keys-note = Tant qu’une boîte de dialogue est ouverte, seule la taille peut changer. Ils ne gênent jamais la saisie dans un champ.
key-paste = Ctrl+V
    .what = Coller une adresse, où que vous soyez : elle arrive dans la recherche
key-search = F3
    .what = Aller à la recherche
key-find = Entrée
    .what = Dans la recherche : rechercher
key-again = F5
    .what = Vérifier à nouveau ce qui est à l’écran
key-history = Ctrl+H
    .what = Historique
key-close = Échap
    .what = Fermer ce qui est ouvert, ou revenir au groupe
key-zoom = Ctrl et + ou −
    .what = Plus grand ou plus petit ; Ctrl et 0 donne 100 %
key-help = F1, Ctrl+?
    .what = Cette liste
find-key = F3 mène ici. Une adresse peut être collée depuis n’importe où.
history-key = Ctrl+H

## In one line: what a value is called with it, and one after another

label-value = { $label } : { $value }
value-after-value = { $first } ; { $next }

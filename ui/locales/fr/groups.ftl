### The screen My groups: the groups one owns, and how the guests in them stand.

nav-groups = Groupes
groups-title = Mes groupes
groups-what = Les invités des groupes dont vous êtes propriétaire. Choisissez un invité pour voir pourquoi les messages n’arrivent pas.
groups-progress = Groupes vérifiés : { $read } sur { $count }
groups-stopped = Arrêt après { $read } sur { $count }
groups-stop = Arrêter
groups-go-on = Vérifier le reste
groups-again = Vérifier à nouveau
groups-list = Groupes dont vous êtes propriétaire
groups-none = Vous n’êtes propriétaire d’aucun groupe qui reçoit des messages
    .what = Les invités d’autres groupes se recherchent un par un.
groups-to-guest = Rechercher un invité
groups-back = Retour au groupe { $group }

group-guests = { $count ->
    [one] { $count } invité
   *[other] { $count } invités
}
group-no-mail = { $count ->
    [one] { $count } ne reçoit rien
   *[other] { $count } ne reçoivent rien
}
group-attention = { $count } à examiner
group-cannot-tell = { $count ->
    [one] { $count } indéterminé
   *[other] { $count } indéterminés
}
group-no-fault = aucune anomalie
group-empty = aucun invité
group-waiting = en attente
group-checking = vérification en cours
group-unchecked = pas vérifié
group-no-list = non visible

guests-in = Invités du groupe { $group }
guests-export = Exporter
guests-export-note = Tous les invités de ce groupe dans un tableau (CSV)
guests-saved = Enregistré :
guests-all = Tous
guests-show = Afficher
guests-filter = Filtrer par nom ou adresse
guests-guest = Invité
guests-address = Adresse e‑mail
guests-state = État
guests-why = Raison
guests-none = Il n’y a pas d’invité dans ce groupe
guests-no-match = Aucun invité ne correspond
guests-show-all = Tout afficher
guests-foot = Vérifié le { $at }. « Aucune anomalie trouvée » ne veut pas dire que les messages arrivent.
guests-not-shown = { $count ->
    [one] { $count } membre ne vous est pas montré. On ne sait pas s’il s’agit d’un invité.
   *[other] { $count } membres ne vous sont pas montrés. On ne sait pas s’il s’agit d’invités.
}
guests-unread = Ce groupe n’a pas encore été vérifié
    .what = On ne sait rien de ses invités.
guests-reading = Vérification de ce groupe en cours
guests-check = Vérifier ce groupe

glance-no-mail = Ne reçoit rien
glance-cannot-tell = Indéterminé
glance-attention = À examiner
glance-no-fault = Aucune anomalie trouvée
    .brief = Aucune anomalie
glance-why-address-in-use = Adresse déjà prise
glance-why-no-main-address = Sans adresse principale
glance-why-two-main-addresses = Deux adresses principales
glance-why-blocked = Compte bloqué
glance-why-invitation-open = Invitation en attente
glance-why-not-all-read = Lecture incomplète

no-list-hidden = Ce groupe masque ses membres
    .what = Votre connexion ne permet pas de voir qui en fait partie : la liste paraîtrait vide. Recherchez ses invités un par un.
no-list-not-owned = Vous n’êtes plus propriétaire de ce groupe
    .what = Ses invités ne sont donc pas affichés ici. Demandez à l’un de ses propriétaires.
no-list-gone = Ce groupe n’existe plus
    .what = Il a été supprimé après la création de cette liste.

## Asking about several guests at once

several-begin = Demander pour plusieurs invités
several-note = Cochez jusqu’à { $most } invités, pour une seule demande à un administrateur
several-count = { $count ->
    [0] Cochez les invités concernés par votre demande.
    [one] { $count } invité coché
   *[other] { $count } invités cochés
}
several-full = { $most } à la fois, c’est le maximum.
several-all = Cocher tous les invités affichés
several-title = { $count ->
    [one] Demander de l’aide pour { $count } invité
   *[other] Demander de l’aide pour { $count } invités
}
several-subject = { $count ->
    [one] { $count } invité du groupe { $group } ne reçoit peut-être pas les messages du groupe
   *[other] { $count } invités du groupe { $group } ne reçoivent peut-être pas les messages du groupe
}
several-what = Voici ce que montre la liste du groupe ; chaque cas est à examiner séparément :
ask-looking = Pour le fichier, chaque compte est vérifié à nouveau.

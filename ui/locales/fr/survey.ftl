### L’écran Tous les invités : qui d’autre ne reçoit pas les messages du groupe, et en réparer beaucoup avec une confirmation.

nav-all-guests = Tous les invités
survey-title = Tous les invités
survey-back = Retour à tous les invités

## Commencer une vérification

survey-what = Qui d’autre ne reçoit pas les messages du groupe, et pourquoi.
survey-none = Aucune vérification n’a encore été faite
    .what = Une vérification parcourt les invités de votre organisation et montre qui ne reçoit peut-être pas les messages du groupe, avec la raison pour chacun. Elle ne modifie rien.
survey-again-title = Vérifier à nouveau
    .what = Ce qui est affiché maintenant laisse la place à ce qui sera trouvé.
survey-depth = Jusqu’où va la vérification ?
survey-depth-quick = Rapide
    .what = Ne demande à Microsoft que les invités sans adresse principale, et coûte donc autant qu’il y en a. Elle ne voit pas qui a des adresses mais aucune adresse principale où les messages sont remis, ni les comptes bloqués, ni les invitations en attente, ni les invités dont votre organisation a créé le compte elle-même.
survey-depth-thorough = Approfondie
    .what = Lit chaque invité, et trouve ceux-là aussi. Dans une grande organisation, c’est plus long.
survey-start = Vérifier tous les invités

## Une vérification en cours, et une qui est en pause

survey-phase-running = La vérification est en cours.
survey-phase-paused = La vérification est en pause.
survey-phase-stopped = La vérification a été arrêtée.
survey-phase-done = La vérification est terminée.
survey-beginning = La première réponse est attendue.
survey-reading = { $found ->
        [0] Chaque invité est lu. Personne n’a été trouvé jusqu’ici.
       *[other] Chaque invité est lu. Trouvés jusqu’ici : { $found }.
    }
survey-looking = { $depth ->
        [quick] { $total ->
            [0] Invités sans adresse principale : { $found }. Maintenant la raison pour chacun.
           *[other] Sur { $total } invités, { $found } n’ont pas d’adresse principale. Maintenant la raison pour chacun.
        }
       *[thorough] { $total ->
            [0] Invités à examiner une seconde fois : { $found }.
           *[other] Sur { $total } invités, { $found } sont examinés une seconde fois.
        }
    }
survey-paused-note = En pause. Ce qui a été trouvé jusqu’ici est affiché, et rien n’est lu tant que vous ne poursuivez pas.
survey-figure = { $done } sur { $total }
survey-left = encore { $time } environ
survey-left-soon = encore quelques secondes
survey-wait = Microsoft a demandé d’attendre un peu : { $time }. Vous pouvez continuer à travailler.
survey-progress = { $percent } % de la vérification
survey-pause = Mettre en pause
survey-resume = Poursuivre
survey-stop = Arrêter
survey-again = Vérifier à nouveau

## Ce qui a été trouvé

survey-done = Vérification : { $when }, durée : { $duration }.
survey-stopped = Arrêt : { $when }, durée : { $duration }. Il peut y en avoir plus que dans la liste.
less-than-a-second = moins d’une seconde
survey-way-candidates = Seuls les comptes externes sans adresse principale ont été demandés.
survey-way-guests-without-mail = Seuls les invités sans adresse principale ont été demandés.
survey-way-every-external = Chaque compte externe a été lu.
survey-way-every-guest = Chaque invité a été lu. Les comptes externes qui comptent comme membres ne l’ont pas été.
survey-of = { $depth ->
        [quick] { $total ->
            [0] sans adresse où envoyer les messages du groupe.
           *[other] sur { $total } sont sans adresse où envoyer les messages du groupe.
        }
       *[thorough] { $total ->
            [0] peut-être sans messages du groupe.
           *[other] sur { $total } sont peut-être sans messages du groupe.
        }
    }
survey-nobody = Personne n’a été trouvé
    .what = Cela ne prouve pas que les messages arrivent partout : seul a été vu ce que la vérification regarde.
survey-since-new = Nouveaux : { $count }
survey-since-repaired = Réparés : { $count }
survey-since = depuis le { $day }
survey-repaired-now = Réparés depuis cette vérification : { $count }
survey-causes = Pourquoi : choisissez une ligne pour ne voir que ces invités
survey-cause-main-address-missing = Seule l’adresse principale manque
survey-cause-owned-by-contact = L’adresse appartient à un contact
survey-cause-owned-by-account = L’adresse appartient à un autre compte
survey-cause-owned-by-group = L’adresse appartient à un groupe
survey-cause-no-address = Aucune adresse enregistrée
survey-cause-blocked-as-well = Sans adresse principale, et compte bloqué
survey-cause-two-main-addresses = Deux adresses principales
survey-cause-blocked = Compte bloqué
survey-cause-invitation-open = Invitation en attente
survey-cause-not-all-read = Lecture incomplète
survey-kept = Ce que les vérifications trouvent est conservé sur cet ordinateur, où personne d’autre ne peut le lire.
survey-remove = Effacer ce que les vérifications ont trouvé

## La liste

survey-list = Invités
survey-filter = Nom, adresse ou groupe
survey-show = Afficher
survey-all = Tous
survey-new = Nouveau
survey-grouped = Regrouper par
survey-grouped-cause = Cause
survey-grouped-state = État
survey-grouped-none = Rien
survey-columns = Colonnes
survey-column-displayName = Invité
survey-column-address = Adresse
survey-column-inTheWay = Ce qui gêne
survey-column-groups = Groupes
survey-column-guestSince = Invité depuis
survey-choose = Choisir { $name }
survey-choose-group = Tout choisir : { $group }
survey-groups-more = { $first } et { $count } de plus
survey-repaired = Réparé
survey-not-read = non lu
survey-count = { $count ->
    [one] { $count } invité
   *[other] { $count } invités
}
survey-count-so-far = { $count ->
    [one] { $count } invité jusqu’ici
   *[other] { $count } invités jusqu’ici
}
survey-count-chosen = sélection : { $chosen } sur { $count }
survey-together = À réparer ensemble
survey-together-later = À réparer ensemble, la vérification terminée
survey-together-some = Avec une case : à réparer ensemble
survey-one-at-a-time = Un à la fois
survey-conflict-first = Un à la fois : résoudre d’abord le conflit
survey-no-match = Aucun invité ne correspond
survey-keys = Les flèches vont d’une ligne à l’autre, la barre d’espace choisit, Entrée ouvre l’invité.

## Qui est choisi

survey-chosen-label = Invités choisis
survey-chosen = { $count ->
    [one] { $count } choisi
   *[other] { $count } choisis
}
survey-chosen-unseen = { $count ->
    [one] Dont { $count } qui n’est pas à l’écran.
   *[other] Dont { $count } qui ne sont pas à l’écran.
}
survey-clear = Tout décocher
survey-repair-note = Vous voyez d’abord chaque invité, avant et après.
survey-repair-most = Pas plus de { $most } à la fois ; les { $most } premiers sont pris.
survey-repair = { $kind ->
        [set-mail] { $count ->
            [one] Définir { $count } adresse principale…
           *[other] Définir { $count } adresses principales…
        }
        [resend-invitation] { $count ->
            [one] Renvoyer { $count } invitation…
           *[other] Renvoyer { $count } invitations…
        }
       *[other] { $what } ({ $count })…
    }
survey-export = Exporter
survey-export-these = Exporter la sélection
survey-export-what = Les invités affichés maintenant
survey-export-chosen = Les invités choisis
survey-export-csv = CSV, pour un tableur
survey-export-json = JSON, pour des programmes

## Résumé pour les responsables

survey-summary = Résumé
survey-summary-title = Résumé pour les responsables
survey-summary-back = Retour à la liste
survey-summary-language = Langue du résumé
survey-summary-copy = Copier
survey-summary-print = Imprimer
summary-title = { $organisation } : invités qui ne reçoivent peut-être pas les messages du groupe
summary-checked = Vérification : { $when }, durée : { $duration }.
summary-stopped = La vérification a été arrêtée : { $when }. Il peut donc y en avoir d’autres.
summary-count = { $total ->
        [0] { $count ->
            [one] { $count } invité a été trouvé.
           *[other] { $count } invités ont été trouvés.
        }
       *[other] { $count ->
            [one] Sur { $total } invités, { $count } a été trouvé.
           *[other] Sur { $total } invités, { $count } ont été trouvés.
        }
    }
summary-repaired = { $count ->
    [one] { $count } a été réparé depuis.
   *[other] { $count } ont été réparés depuis.
}
summary-causes = Par cause :
summary-together = { $count ->
    [one] Parmi eux, { $count } peut être réparé avec d’autres.
   *[other] Parmi eux, { $count } peuvent être réparés ensemble.
}
summary-since = Depuis la vérification du { $day }, nouveaux : { $new }, réparés : { $repaired }.
summary-caveat = Les données de votre organisation ne montrent pas si les messages arrivent. Elles montrent où ils n’ont nulle part où aller.

## En réparer beaucoup avec une confirmation

batch-reading = Nouvelle lecture de chaque invité
batch-reading-note = Cela ne modifie rien.
batch-read = Lus : { $done } sur { $total }
batch-read-stop = Arrêter
batch-title = { $kind ->
        [set-mail] { $count ->
            [one] Définir l’adresse principale pour { $count } invité
           *[other] Définir l’adresse principale pour { $count } invités
        }
        [resend-invitation] { $count ->
            [one] Renvoyer l’invitation à { $count } invité
           *[other] Renvoyer l’invitation à { $count } invités
        }
       *[other] { $what } : { $count }
    }
batch-nobody = Rien ne changerait pour personne
batch-of-chosen = { $chosen ->
    [one] Sur { $chosen } invité choisi. Nouvelle lecture à { $time }.
   *[other] Sur { $chosen } invités choisis. Nouvelle lecture à { $time }.
}
batch-changes = Ce qui change
batch-filter = Filtrer
batch-left-out = Laissés de côté
batch-how = Un invité après l’autre, chacun relu et noté dans l’historique. Après trois échecs de suite, tout s’arrête et la question vous est posée.
batch-note-sharepoint = Microsoft avertit dans son article : ces invités risquent de perdre les fichiers SharePoint partagés avec une adresse qui disparaît. Cette application ne peut pas en dresser la liste.
batch-note-sign-in = Ces invités se connectent peut-être avec une adresse qui disparaît. Renseignez-vous avant de la retirer.
batch-number-missing = Saisissez d’abord le nombre.
batch-act = { $kind ->
        [set-mail] { $count ->
            [one] Définir { $count } adresse principale
           *[other] Définir { $count } adresses principales
        }
        [resend-invitation] { $count ->
            [one] Renvoyer { $count } invitation
           *[other] Renvoyer { $count } invitations
        }
       *[other] { $what } ({ $count })
    }
batch-way-back = { $undo ->
        [full] Chaque modification peut être défaite depuis l’historique
        [partial] Chaque modification peut être défaite en partie, depuis l’historique
        [restore] Chaque compte d’origine peut être rétabli pendant 30 jours
        [delete-again] Ne se défait pas d’ici
       *[impossible] { $kind ->
            [set-mail] Vous pourrez choisir plus tard une autre adresse principale pour chaque invité, mais plus la laisser vide
           *[other] Ne peut pas être défait
        }
    }
batch-phase-reading = Les invités sont en cours de lecture
batch-phase-running = En cours
batch-phase-asking = Trois de suite n’ont pas été modifiés
    .what = Il peut en être de même pour les suivants. Ce qui est fait reste fait.
batch-phase-done = Tous ont été parcourus
batch-phase-stopped = Arrêté
batch-progress = Parcourus : { $done } sur { $total }
batch-guest-waiting = en attente
batch-guest-running = en cours
batch-guest-left-out = laissé de côté
batch-stop = Arrêter après cet invité
batch-stopping = Arrêt après cet invité…
batch-stop-note = Vous pouvez arrêter entre deux invités. Ce qui est fait d’ici là reste fait, et est noté.
batch-go-on = Poursuivre
batch-end-stop = Arrêter ici
batch-changed = { $count ->
        [0] Rien n’a changé pour personne
        [one] { $count } modifié sur { $total }
       *[other] { $count } modifiés sur { $total }
    }
batch-changed-looked = Là où quelque chose a changé, les nouvelles valeurs ont été vues ensuite.
batch-others = Ce qu’il en est des autres
batch-failed = Ce qui a échoué
batch-progress-said = { $percent } % parcourus
batch-not-reached = { $count ->
    [one] { $count } n’a pas été commencé.
   *[other] { $count } n’ont pas été commencés.
}
batch-to-history = Voir dans l’historique
left-out-nothing-to-repair = il n’y a plus rien à réparer
left-out-address-owned = l’adresse appartient à { $owner }
left-out-several-addresses = plusieurs adresses sont possibles : cherchez l’invité et choisissez
left-out-invited-not-certain = l’adresse de l’invitation n’est pas certaine : cherchez l’invité
left-out-does-not-fit = cette réparation ne convient pas à l’état actuel
left-out-synced = géré dans votre réseau interne (environnement local), à modifier là-bas
left-out-not-allowed = votre rôle ne permet pas de modifier cet invité
left-out-protected = réservé aux administrateurs d’une unité protégée
left-out-gone = n’existe plus
left-out-not-read = n’a pas pu être lu
left-out-changed-since = a changé depuis l’aperçu

## Une seule ligne de l’historique pour beaucoup

history-batch = { $kind ->
        [set-mail] { $count ->
            [one] Adresse principale définie pour { $count } invité
           *[other] Adresse principale définie pour { $count } invités
        }
        [resend-invitation] { $count ->
            [one] Invitation renvoyée à { $count } invité
           *[other] Invitation renvoyée à { $count } invités
        }
       *[other] { $what } : { $count }
    }
history-batch-state = { $state } : { $count }
history-batch-part = { $shown } sur { $count } correspondent
history-batch-note = Chaque invité a sa propre ligne, et c’est là que sa modification se défait.
history-batch-guests = Les invités concernés

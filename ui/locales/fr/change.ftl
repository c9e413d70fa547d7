### Preview, progress and result of a change, and History.

plan-resolve-conflict = Résoudre le conflit
plan-invite = Envoyer une invitation
plan-restore = Restaurer le compte
plan-resend-invitation = Renvoyer l’invitation
plan-add-to-group = Ajouter au groupe
plan-set-mail = Définir l’adresse principale
plan-keep-one-address = Garder une seule adresse
plan-renew-membership = Renouveler l’appartenance au groupe
plan-reset-redemption = Faire accepter à nouveau l’invitation
plan-remove-and-invite = Supprimer et inviter à nouveau
plan-apply = Effectuer une modification
plan-undo = Défaire une modification
plan-continue = Poursuivre une modification
plan-put-back = Rétablir comme avant
put-back-why = Cette application a supprimé le compte lors de la modification du { $when }. Il revient avec tout ce qu’il avait.
plan-of = { $guest } · { $what }
plan-making = Préparation de l’aperçu. Rien n’est modifié.

choose-main = Pour { $name }, quelle doit être l’adresse principale ?
choose-keep = Quelle est l’adresse utilisée par { $name } ?
choose-invite = À quelle adresse faut-il inviter { $name } ?

address-note-invited = L’adresse de l’invitation
address-note-searched = L’adresse que vous avez recherchée
address-note-main = L’adresse principale actuelle

plan-stays = Reste tel quel
result-stays = Inchangé
plan-kept = reste
plan-added = s’ajoute
plan-removed = disparaît
plan-empty = vide
plan-not-member = pas membre
plan-warning = Avertissement
plan-note = À savoir
plan-steps = Ce qui sera fait, étape par étape

plan-note-sharepoint-removed-address = Microsoft avertit dans son article : l’invité risque de perdre les fichiers SharePoint partagés avec { $addresses }. Cette application ne peut pas en dresser la liste.
plan-note-sharepoint-all = Microsoft avertit dans son article : l’invité risque de perdre tous les fichiers SharePoint partagés avec { $address }. Cette application ne peut pas en dresser la liste.
plan-note-sign-in-address = L’invité se connecte peut-être avec { $address }. Renseignez-vous avant de retirer cette adresse.
plan-note-no-main-address = Pour autant qu’on sache, cela ne suffit pas à donner une adresse principale à l’invité. Vous verrez ensuite si elle manque toujours.
plan-note-owner-stays = L’adresse reste où elle est. Cela ne résout pas le conflit.
plan-note-old-main-stays = { $address } reste enregistrée comme adresse secondaire.
plan-note-may-be-refused = { $owner } se connecte avec { $address }. Microsoft peut refuser l’adresse pour cette raison.
plan-note-was-refused = Microsoft vient de refuser { $address }, qui appartient à { $owner }. Tant que c’est le cas, le refus se répétera.
plan-note-mailbox-address = Ce compte a une boîte aux lettres ici. Selon Microsoft, l’adresse d’une boîte aux lettres ne peut pas être remplacée d’ici par une adresse externe.
plan-note-licences-lost = { $count ->
        [one] Le compte a une licence de l’organisation. Elle n’est pas transmise au nouveau compte.
       *[other] Le compte a { $count } licences de l’organisation. Elles ne sont pas transmises au nouveau compte.
    }
plan-note-hidden-groups-not-seen = Les groupes qui masquent leurs membres ne se voient pas ici. Si l’invité fait partie de l’un d’eux, cette appartenance ne revient pas.
plan-note-may-take-no-guests = Ces groupes n’acceptent pas de nouveaux invités ; l’ajout peut donc être refusé : { $groups }.
plan-note-channels-left = Un invité retiré d’une équipe quitte aussi ses canaux privés et partagés, et n’y est pas remis ensuite. Un propriétaire du canal peut l’y ajouter.
plan-note-out-meanwhile = Entre les deux étapes, l’invité est un moment hors du groupe et manque les messages envoyés à cet instant. Si tout s’arrête là, vous pouvez poursuivre ou rétablir.
plan-note-guest-settings-not-seen = On n’a pas pu lire si de nouveaux invités peuvent être ajoutés. Si ce n’est pas permis, l’invité restera peut-être hors du groupe.
plan-note-added-again = L’invité est de nouveau ajouté au groupe.
plan-note-membership-may-change = Les règles de ces groupes dépendent de ce qui est modifié ici ; l’invité peut donc y entrer ou en sortir : { $groups }.
plan-note-rules-not-all-seen = Toutes les règles des groupes n’ont pas pu être lues. Cette modification peut faire entrer l’invité dans des groupes, ou l’en faire sortir.
plan-note-writes-the-same-again = Cette adresse est déjà en place. Elle est écrite encore une fois, au cas où la liste d’Exchange suivrait. Il n’y aura rien à défaire.
plan-note-mail-cannot-be-emptied = Vous pourrez choisir plus tard une autre adresse principale, mais plus la laisser vide.
plan-note-must-accept-again = L’invité doit accepter la nouvelle invitation avant de se reconnecter.
plan-note-must-accept = L’invité doit accepter l’invitation avant de se connecter.
plan-note-removed-until-accepted = Tant que l’invité n’a pas accepté, le nouveau compte peut être supprimé depuis l’historique. Un message envoyé reste envoyé.
plan-note-inviter-is-sponsor = Sans sponsor, Microsoft vous désigne comme sponsor de l’invité.
plan-note-own-message = Votre message remplace celui de Microsoft, quelle que soit la langue dans laquelle vous l’écrivez. Si vous n’avez pas de boîte aux lettres, Microsoft peut l’omettre.
plan-note-not-added-by-you = Vous ne pouvez ajouter personne au groupe { $group }. Son propriétaire ou un administrateur pourra ensuite y ajouter l’invité.
plan-note-invited-account-removed = Le compte créé pour l’invité est supprimé, avec les accès reçus depuis. Microsoft le conserve 30 jours.
plan-note-mail-goes-as-before = Les messages du groupe continuent d’aller à l’adresse principale. Ce qui change, c’est la façon dont l’invité se connecte.
plan-note-same-account = Le compte reste le même, avec ses groupes et ses applications.
plan-note-link-shown-once = { $mailed ->
        [true] Microsoft envoie un message à l’invité. Le lien pour accepter s’affiche aussi ici, une seule fois, à la fin.
       *[false] Microsoft n’envoie pas de message. Le lien pour accepter s’affiche une seule fois, à la fin : transmettez-le vous-même à l’invité.
    }
plan-note-may-arrive-twice = On ne sait pas si l’invitation a déjà été envoyée. L’invité peut recevoir un second message ; chaque lien mène au même compte.
plan-note-not-restored = Ne reviennent pas : les packages d’accès, les canaux privés et partagés, les méthodes de connexion enregistrées.
plan-note-apps-replayed = { $count ->
        [one] Une application sera de nouveau attribuée.
       *[other] { $count } applications seront de nouveau attribuées.
    }
plan-note-sponsors-replayed = { $count ->
        [one] Un sponsor sera de nouveau désigné.
       *[other] { $count } sponsors seront de nouveau désignés.
    }
plan-note-owns-objects = Dans l’organisation, l’invité est propriétaire { $count ->
        [one] d’un élément
       *[other] de { $count } éléments
    }. Ce rôle de propriétaire n’est pas rétabli.
plan-note-profile-replayed = Le nom, la société, la langue, le pays et le type d’utilisateur sont repris.
plan-note-invitation-characters = L’invitation peut être refusée à cause d’un caractère de l’adresse : { $characters }
plan-note-new-account-removed = Le nouveau compte est d’abord supprimé, et avec lui les accès reçus depuis.
plan-note-original-comes-back = Le compte d’origine revient tel qu’il était : le même compte, avec ses groupes et ses applications. Microsoft le conserve 30 jours.
plan-note-account-comes-back = Le même compte revient, avec ses groupes, ses rôles et ses applications, tel qu’il était au moment de sa suppression.
plan-note-groups-show-afterwards = Tant que le compte est supprimé, on ne voit pas de quels groupes il s’agit. Vous verrez ensuite les groupes dont l’invité fait partie.
plan-note-address-taken = { $address } appartient maintenant à { $owner }. Microsoft peut refuser la restauration pour cette raison, ou rendre le compte sans cette adresse.
plan-note-user-name-taken = Le nom d’utilisateur du compte appartient maintenant à { $owner }. Tant que c’est le cas, Microsoft refusera sans doute la restauration.
plan-note-taken-not-all-seen = Tout n’a pas pu être lu : le nom d’utilisateur ou une adresse du compte appartient peut-être maintenant à quelqu’un d’autre.
plan-note-comes-back-without = Le compte revient sans { $addresses }. Sans adresse principale, l’invité ne reçoit pas les messages du groupe.
plan-note-not-seen = { $what ->
        [memberOf] Les groupes de l’invité n’ont pas pu être lus et peuvent donc être perdus.
        [ownedObjects] Ce dont l’invité est propriétaire n’a pas pu être lu et peut donc être perdu.
        [appRoleAssignments] Les applications de l’invité n’ont pas pu être lues et peuvent donc être perdues.
       *[sponsors] Les sponsors de l’invité n’ont pas pu être lus et peuvent donc être perdus.
    }
plan-note-reads-back-first = Les données sont d’abord relues. Ce qui est déjà fait n’est pas répété.

plan-groups = Groupes
plan-groups-restore = Groupes dont l’invité redevient membre
plan-groups-cannot = Groupes auxquels l’invité ne peut pas être ajouté d’ici
join-groups = Ajouter l’invité à des groupes (facultatif)
join-groups-find = Partie du nom d’un groupe
join-groups-more = { $count ->
        [one] Encore un groupe. Saisissez une partie de son nom pour le trouver.
       *[other] Encore { $count } groupes. Saisissez une partie d’un nom pour en trouver un.
    }
group-why-dynamic = une règle choisit ses membres
group-why-on-premises = géré dans votre réseau interne
group-why-role-assignable = donne des rôles d’administrateur ; un administrateur de niveau supérieur doit ajouter l’invité
group-why-distribution-list = une liste de distribution, gérée dans Exchange
group-why-mail-enabled-security = géré dans Exchange
group-why-takes-no-guests = n’accepte pas de nouveaux invités
group-why-unknown = son type n’a pas pu être lu

invitation-language = Langue de l’invitation
invitation-send = Laisser Microsoft envoyer l’invitation par e‑mail

new-guest-name = Nom de l’invité (facultatif)
    .note = Si ce champ reste vide, Microsoft tire un nom de l’adresse.
new-guest-message = Votre propre message (facultatif)
    .note = Texte brut, { $count } caractères au plus. Si ce champ reste vide, Microsoft écrit le message.
new-guest-sponsors = Sponsors (facultatif)
    .note = Des collègues qui répondent de l’invité, chacun par son adresse e‑mail.
new-guest-sponsor-add = Ajouter ce sponsor
new-guest-sponsor-change = Modifier
new-guest-sponsor-remove = Retirer
sponsor-why-no-address = Cela ne ressemble pas à une adresse e‑mail.
sponsor-why-nobody = Personne dans cette organisation n’a cette adresse.
sponsor-why-several = Plusieurs personnes ont cette adresse ; aucune n’a donc été choisie.
sponsor-why-guest = C’est un invité. Un sponsor est une personne de l’organisation.

undo-full = Peut être défait depuis l’historique
undo-partial = Peut être défait en partie, depuis l’historique
undo-restore = Le compte d’origine peut être rétabli pendant 30 jours
undo-delete-again = Ne se défait pas d’ici. Dans le centre d’administration Microsoft Entra, le compte peut être supprimé de nouveau ; il est alors conservé 30 jours de plus.
undo-impossible = { $kind ->
    [set-mail] Vous pourrez choisir plus tard une autre adresse principale, mais plus la laisser vide
    [undo] Une nouvelle réparation reste possible
    [put-back] Une nouvelle réparation reste possible
   *[other] Ne peut pas être défait
}

reason-label = Raison ou numéro de ticket (facultatif)
reason-note = Conservé dans l’historique, sur cet ordinateur.
confirm-label = Saisissez { $text } pour confirmer
plan-insist = J’ai lu les avertissements et je veux quand même supprimer ce compte
plan-without-taken = Restaurer le compte sans les adresses que d’autres ont maintenant
    .note = Décoché : Microsoft décide. Coché : Microsoft retire ces adresses du compte, et l’invité risque de rester sans adresse principale. L’anomalie de départ peut alors être de retour.
plan-missing-insist = Lisez d’abord les avertissements, et indiquez que vous voulez continuer quand même.
plan-missing-sponsor = Modifiez le sponsor qui n’a pas été trouvé, ou retirez cette adresse.
plan-missing-address = Choisissez d’abord une adresse.
confirm-missing = Saisissez d’abord l’adresse.
act-resolve-conflict = Résoudre le conflit
act-invite = Envoyer l’invitation
act-restore = Restaurer le compte
act-resend-invitation = Renvoyer l’invitation
act-add-to-group = Ajouter au groupe
act-set-mail = Définir cette adresse
act-keep-one-address = Garder cette adresse
act-renew-membership = Renouveler l’appartenance
act-reset-redemption = Faire accepter à nouveau
act-remove-and-invite = Supprimer et inviter à nouveau
act-apply = Effectuer cette modification
act-undo = Défaire cette modification
act-continue = Poursuivre
act-put-back = Rétablir comme avant
plan-again = Refaire l’aperçu

progress-title = Opération en cours
progress-note = Vous pouvez arrêter entre deux étapes. Ce qui est alors fait reste fait, et est enregistré.
progress-stop = Arrêter après cette étape
progress-stopping = Arrêt après cette étape…
step-compare = Comparer avec l’aperçu
step-write-other-mails = Écrire les autres adresses
step-write-mail = Écrire l’adresse principale
step-delete = Supprimer le compte
step-await-gone = Attendre que le compte ait disparu
step-invite = Envoyer l’invitation
step-await-new = Attendre que le nouveau compte soit là
step-add-to-groups = Ajouter aux groupes
step-add-to-group = Ajouter au groupe
step-remove-from-group = Retirer du groupe
step-await-out = Attendre que le retrait du groupe soit visible
step-replay = Reprendre le nom, les sponsors et les applications
step-delete-new = Supprimer le nouveau compte
step-restore = Restaurer le compte
step-read-back = Relire les données
step-diagnose-again = Refaire le diagnostic
step-count = { $done } sur { $total }
step-state-waiting = en attente
step-state-running = en cours
step-state-done = fait
step-state-not-yet-visible = fait, pas encore visible
step-state-refused = refusé
step-state-unknown = inconnu
step-state-skipped = inutile
step-state-not-reached = pas exécuté

outcome-done = { $what ->
        [invited] Suppression et nouvelle invitation de { $name }, c’est vérifié
        [main] { $name } a maintenant une adresse principale, c’est vérifié
       *[other] Fait et vérifié
    }
    .what = Les données ont été relues : les nouvelles valeurs y sont.
outcome-not-yet-visible = Accepté, mais pas encore visible
    .what = Microsoft a accepté la modification. Elle n’est pas encore visible ; cela peut prendre quelques minutes.
outcome-refused = Refusé : rien n’a été modifié
    .what = Une règle s’y est opposée avant toute modification.
outcome-failed = Pas exécuté : rien n’a été modifié
    .what = L’échec a eu lieu avant toute écriture : pas de réseau, pas de connexion au compte, ou une panne. La raison figure ci-dessous.
outcome-interrupted = Arrêté à mi-chemin
    .what = { $removed ->
        [true] Le compte a été supprimé et n’est pas encore revenu. Vous pouvez le rétablir, ou poursuivre.
       *[false] Une partie de la modification a été effectuée. Les étapes ci-dessous indiquent ce qui est fait et ce qui ne l’est pas.
    }
outcome-unknown = On ne sait pas si c’est fait
    .what = La réponse s’est perdue en route. Poursuivre relit d’abord les données et ne répète rien à l’aveugle.
outcome-cancelled = Arrêté par vous : rien n’a été modifié
    .what = La modification a été arrêtée avant toute écriture.

result-before = Avant
after-seen = Après
after-not-seen-yet = Accepté, pas encore visible
after-no = Pas fait. Prévu
after-unknown = On ne sait pas si c’est fait. Prévu
after-none = inconnu
result-left = Pas fait, ou pas vu
result-healthy = Les données sont maintenant correctes. Exchange peut avoir besoin de quelques heures. Envoyez un message de test ; les messages précédents ne sont pas renvoyés.
result-still-missing = L’adresse principale manque toujours
    .what = Garder une seule adresse ne l’a pas remplie. Définissez maintenant l’adresse principale : les messages du groupe sauront alors où aller.
result-not-seen-yet = La modification n’est pas encore visible ; cela peut prendre quelques minutes. Vérifiez à nouveau avant de répéter quoi que ce soit.
result-look-again = Vérifier à nouveau
result-now = Diagnostic actuel : { $headline }
result-as-before = L’invitation a été envoyée. Les données ont été relues : le compte est tel qu’il était.
link-title = Le lien pour accepter
    .next = L’invité doit maintenant accepter l’invitation. Ce lien y mène.
    .what = Réservé à l’invité : toute personne qui a ce lien peut tenter d’accepter avec. Il n’est conservé nulle part ; quand vous fermez cette fenêtre, il disparaît.
    .practice = Dans l’organisation d’entraînement, ce lien ne mène nulle part.
    .unknown = Le lien de cette invitation n’est plus connu. Renvoyer l’invitation en donne un nouveau.
    .copy = Copier le lien
result-next = Définir maintenant l’adresse principale
left-group = Le groupe { $group } n’a pas accepté l’invité.
left-app = L’application { $app } n’a pas pu être attribuée de nouveau.
left-sponsor = Un sponsor n’a pas pu être désigné.
left-profile = Le nom, la société, la langue, le pays ou le type d’utilisateur n’a pas pu être repris.
left-group-not-seen = On n’a pas pu voir si le groupe { $group } a accepté l’invité.
left-app-not-seen = On n’a pas pu voir si l’application { $app } a été attribuée de nouveau.
left-sponsor-not-seen = On n’a pas pu voir si un sponsor a été désigné.
left-profile-not-seen = On n’a pas pu voir si le nom, la société, la langue, le pays et le type d’utilisateur ont été repris.
left-proxy-not-added = L’adresse principale a été écrite, mais elle n’apparaît pas dans la liste qu’utilise Exchange pour remettre les messages. Elle appartient peut-être à un autre compte, contact ou groupe.
left-address = Le compte n’affiche pas { $address }, qu’il avait. Cette adresse appartient peut-être maintenant à un autre compte, contact ou groupe.
left-not-seen = { $what ->
    [memberOf] Les groupes de l’invité n’ont pas pu être lus. Il manque peut-être une appartenance.
    [ownedObjects] Ce dont l’invité était propriétaire n’a pas pu être lu. Il y manque peut-être maintenant un propriétaire.
    [appRoleAssignments] Les applications de l’invité n’ont pas pu être lues. Il manque peut-être une attribution.
   *[sponsors] Les sponsors de l’invité n’ont pas pu être lus. Il manque peut-être un sponsor.
}

undo = Défaire
resume = Poursuivre
put-back = Rétablir comme avant

history-title = Historique
history-what = Tout ce que cette application a modifié dans l’organisation { $organisation }, du plus récent au plus ancien. L’historique reste sur cet ordinateur.
history-damaged = Une partie de cet historique n’est plus telle qu’elle a été écrite
    .what = Une ligne a été modifiée, supprimée ou endommagée sur le disque depuis que cette application l’a écrite. La liste ci-dessous est peut-être incomplète.
    .do = Ce qui a été commencé avant cela ne peut être ni défait, ni rétabli, ni poursuivi ici. Comparez avec le centre d’administration Microsoft Entra, où un compte supprimé peut être restauré pendant 30 jours. Demandez à la personne qui gère cet ordinateur une copie du dossier de données, tirée d’une sauvegarde.
history-kept-aside = Le fichier est conservé tel qu’il a été trouvé : { $file }
record-end-cut-off = Des lignes écrites par cette application manquent à la fin de cet historique, ou ce ne sont plus celles qu’elle a écrites.
record-end-unknown = On ne peut pas dire cette fois s’il manque des lignes à la fin de cet historique : ce qui le montrerait a disparu ou ne s’ouvre pas.
record-end-unkept = Cet ordinateur n’a pas de stockage protégé. Si des lignes étaient coupées à la fin de cet historique, cela passerait donc inaperçu.
history-empty = Rien n’a encore été modifié
    .what = Quand vous réparez un compte invité, l’avant et l’après s’inscrivent ici, avec un retour en arrière quand c’est possible.
history-look-up = Rechercher cet invité
history-to-guest = Rechercher un invité
history-by = par { $name }
history-reason = Raison : { $reason }
history-details = Avant et après
history-of = { $what } : { $remedy }
history-link-not-kept = Le lien de cette invitation n’est pas conservé. Renvoyer l’invitation en donne un nouveau.
history-way-back-gone = Le retour en arrière n’est plus possible : les données ne contiennent plus ce que cette modification y avait laissé.
history-state-done = Fait
history-state-in-part = Fait en partie
history-state-not-yet-visible = Pas encore visible
history-state-refused = Refusé
history-state-failed = Échec
history-state-interrupted = Arrêté à mi-chemin
history-state-interrupted-unchanged = Interrompu ; rien n’a été modifié
history-state-unknown = Inconnu
history-state-cancelled = Arrêté sur demande
history-state-running = En cours
history-state-undone = Défait

## Did it help?
test-open = Le message de test est-il arrivé ?
test-yes = Oui
test-no = Non
test-not-yet = Pas encore
test-arrived = Le message de test est arrivé.
test-missing = Le message de test n’est pas arrivé.
test-put-off = Le message de test : on ne sait pas encore. La question vous sera reposée demain.
test-later = Rien ne presse : la question reste ouverte dans l’historique.
test-try-next = Que tenter maintenant
next-looking = Nouvelle vérification de l’invité…
next-title = Le message de test envoyé à { $name } n’est pas arrivé
next-remedy = À tenter maintenant : { $remedy }.
next-ask = À tenter maintenant : { $remedy }. Un administrateur doit s’en charger.
next-as-found = D’abord, ce qui est constaté maintenant : { $headline }.
next-guest = Aucune anomalie n’est visible dans les données. C’est maintenant à l’invité de regarder de son côté : courrier indésirable, règles de la boîte aux lettres, fournisseur de messagerie.
next-trace = Si l’invité ne trouve rien, demandez à un administrateur Exchange de suivre le message : cela montre s’il a été remis, refusé ou filtré.
letter-title = Un texte pour l’invité
letter-language = Langue de l’invité
letter-copy = Copier le texte

## For a ticket
ticket-copy = Copier pour le ticket
ticket-copy-markdown = Copier en Markdown
ticket-searched = Recherché : { $address }
ticket-recommended = Recommandé : { $remedy }
ticket-looked = Vérifié le { $date } avec Guest Mail Doctor

## SharePoint, after a new account
share-point-title = Si un site ou un fichier SharePoint refuse l’invité
share-point-what = Les sites qui connaissaient l’ancien compte en gardent une entrée et refusent le nouveau, même après un nouveau partage. Un administrateur supprime cette entrée, site par site. Rétablir le compte d’origine l’évite, tant que c’est possible.
share-point-copy = Copier pour un administrateur SharePoint
share-point-text = { $name } ({ $address }) a un nouveau compte dans notre organisation. Les sites qui connaissent l’ancien peuvent refuser le nouveau (Microsoft appelle cela « user ID mismatch »), même après un nouveau partage. Sur chacun de ces sites : ouvrez /_layouts/15/people.aspx?MembershipGroupId=0 avec un compte administrateur du site, supprimez du site l’entrée { $address }, puis partagez à nouveau. Un administrateur SharePoint peut aussi lancer le diagnostic aka.ms/PillarSiteUserIDMismatch (absent de GCC High, DoD et 21Vianet).

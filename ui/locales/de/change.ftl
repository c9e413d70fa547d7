### Preview, progress and result of a change, and History.

plan-resolve-conflict = Konflikt lösen
plan-invite = Gast einladen
plan-restore = Konto wiederherstellen
plan-resend-invitation = Einladung erneut senden
plan-add-to-group = Zur Gruppe hinzufügen
plan-set-mail = Hauptadresse festlegen
plan-keep-one-address = Eine Adresse behalten
plan-renew-membership = Mitgliedschaft erneuern
plan-reset-redemption = Einladung neu annehmen lassen
plan-remove-and-invite = Löschen und neu einladen
plan-apply = Änderung vornehmen
plan-undo = Änderung rückgängig machen
plan-continue = Änderung fortsetzen
plan-put-back = Alten Stand zurückholen
put-back-why = Diese App hat das Konto bei der Änderung vom { $when } gelöscht. Es kommt mit allem zurück, was dazugehörte.
plan-of = { $guest } · { $what }
plan-making = Die Vorschau wird erstellt. Es wird nichts geändert.

choose-main = Welche Adresse soll die Hauptadresse von { $name } sein?
choose-keep = Welche Adresse verwendet { $name }?
choose-invite = An welche Adresse soll die Einladung für { $name } gehen?

address-note-invited = Die Adresse der Einladung
address-note-searched = Die gesuchte Adresse
address-note-main = Bisher die Hauptadresse

plan-stays = Bleibt, wie es ist
result-stays = Unverändert
plan-kept = bleibt
plan-added = kommt hinzu
plan-removed = fällt weg
plan-empty = leer
plan-not-member = kein Mitglied
plan-warning = Warnung
plan-note = Gut zu wissen
plan-steps = Was geschieht, Schritt für Schritt

plan-note-sharepoint-removed-address = Microsofts Artikel warnt: SharePoint-Dateien, die für { $addresses } freigegeben wurden, können für den Gast verloren sein. Diese App kann sie nicht auflisten.
plan-note-sharepoint-all = Microsofts Artikel warnt: Alle SharePoint-Dateien, die für { $address } freigegeben wurden, können für den Gast verloren sein. Diese App kann sie nicht auflisten.
plan-note-sign-in-address = Mit { $address } meldet sich der Gast vielleicht an. Fragen Sie nach, bevor Sie die Adresse entfernen.
plan-note-no-main-address = Dass der Gast allein dadurch eine Hauptadresse bekommt, ist nicht bekannt. Danach sehen Sie, ob sie noch fehlt.
plan-note-owner-stays = Wo die Adresse jetzt eingetragen ist, bleibt sie. Der Konflikt ist damit nicht gelöst.
plan-note-old-main-stays = { $address } bleibt als zweite Adresse eingetragen.
plan-note-may-be-refused = { $owner } meldet sich mit { $address } an. Microsoft kann die Adresse deshalb ablehnen.
plan-note-was-refused = Microsoft hat { $address } eben abgelehnt, weil { $owner } diese Adresse hat. Solange das so ist, wird sie wieder abgelehnt.
plan-note-mailbox-address = Dieses Konto hat hier ein Postfach. Laut Microsoft kann die Adresse eines Postfachs von hier aus keine externe Adresse werden.
plan-note-licences-lost = { $count ->
        [one] Das Konto hat eine Lizenz der Organisation. Das neue Konto bekommt sie nicht.
       *[other] Das Konto hat { $count } Lizenzen der Organisation. Das neue Konto bekommt sie nicht.
    }
plan-note-hidden-groups-not-seen = Gruppen, die ihre Mitglieder verbergen, sind hier nicht zu sehen. Ist der Gast in einer davon, kommt diese Mitgliedschaft nicht zurück.
plan-note-may-take-no-guests = Laut Einstellung keine neuen Gäste; das Hinzufügen kann deshalb abgelehnt werden: { $groups }.
plan-note-channels-left = Ein Gast, der aus einem Team entfernt wird, verlässt auch dessen private und freigegebene Kanäle und ist danach nicht wieder darin. Wer den Kanal besitzt, kann den Gast hinzufügen.
plan-note-out-meanwhile = Zwischen den beiden Schritten ist der Gast kurz nicht in der Gruppe und verpasst Mail, die genau dann gesendet wird. Bleibt es dort stehen, können Sie fortsetzen oder den alten Stand zurückholen.
plan-note-guest-settings-not-seen = Ob neue Gäste hinzugefügt werden dürfen, ließ sich nicht lesen. Wenn nicht, kommt der Gast vielleicht nicht in die Gruppe zurück.
plan-note-added-again = Der Gast wird wieder zur Gruppe hinzugefügt.
plan-note-membership-may-change = Regeln dieser Gruppen achten auf das, was hier geändert wird. Der Gast kann dadurch dazukommen oder herausfallen: { $groups }.
plan-note-rules-not-all-seen = Nicht alle Gruppenregeln waren lesbar. Durch das, was hier geändert wird, kann der Gast in Gruppen dazukommen oder aus Gruppen herausfallen.
plan-note-writes-the-same-again = Diese Adresse steht bereits da. Sie wird noch einmal eingetragen, falls die Liste von Exchange dann folgt. Zurückzuholen gibt es dabei nichts.
plan-note-mail-cannot-be-emptied = Sie können später eine andere Hauptadresse wählen, das Feld aber nicht wieder leeren.
plan-note-must-accept-again = Vor der nächsten Anmeldung muss der Gast die neue Einladung annehmen.
plan-note-must-accept = Vor der Anmeldung muss der Gast die Einladung annehmen.
plan-note-removed-until-accepted = Solange der Gast nicht angenommen hat, lässt sich das neue Konto im Verlauf wieder löschen. Eine gesendete Nachricht bleibt gesendet.
plan-note-inviter-is-sponsor = Ohne Sponsor macht Microsoft Sie zum Sponsor des Gastes.
plan-note-own-message = Ihre eigene Nachricht ersetzt die von Microsoft, in welcher Sprache Sie auch schreiben. Wenn Sie kein Postfach haben, lässt Microsoft sie vielleicht weg.
plan-note-not-added-by-you = Sie können niemanden zu { $group } hinzufügen. Die Besitzer der Gruppe oder die IT-Administration können das für den Gast danach tun.
plan-note-invited-account-removed = Das Konto, das für den Gast angelegt wurde, wird gelöscht, samt dem Zugriff, den es seither bekommen hat. Microsoft bewahrt es 30 Tage auf.
plan-note-mail-goes-as-before = Gruppenmail geht weiter an die Hauptadresse. Es ändert sich nur, wie sich der Gast anmeldet.
plan-note-same-account = Das Konto bleibt dasselbe, mit seinen Gruppen und Apps.
plan-note-link-shown-once = { $mailed ->
        [true] Microsoft sendet dem Gast eine Nachricht. Der Link zum Annehmen steht danach auch hier, ein einziges Mal.
       *[false] Microsoft sendet keine Nachricht. Der Link zum Annehmen steht danach ein einziges Mal hier: Geben Sie ihn selbst an den Gast weiter.
    }
plan-note-may-arrive-twice = Ob die Einladung schon gesendet wurde, ist nicht bekannt. Der Gast bekommt vielleicht eine zweite Nachricht; jeder Link führt zum selben Konto.
plan-note-not-restored = Nicht wiederhergestellt werden: Zugriffspakete, private und freigegebene Kanäle und registrierte Anmeldemethoden.
plan-note-apps-replayed = { $count ->
        [one] Eine App wird
       *[other] { $count } Apps werden
    } erneut zugewiesen.
plan-note-sponsors-replayed = { $count ->
        [one] Ein Sponsor wird
       *[other] { $count } Sponsoren werden
    } erneut eingetragen.
plan-note-owns-objects = Der Gast ist Besitzer von { $count ->
        [one] einem Eintrag
       *[other] { $count } Einträgen
    } in den Daten Ihrer Organisation. Der Besitz wird nicht erneut eingetragen.
plan-note-profile-replayed = Name, Firma, Sprache, Land und Benutzertyp werden erneut eingetragen.
plan-note-invitation-characters = Die Einladung kann wegen eines Zeichens in der Adresse abgelehnt werden: { $characters }
plan-note-new-account-removed = Zuerst wird das neue Konto gelöscht, samt dem Zugriff, den es seither bekommen hat.
plan-note-original-comes-back = Das ursprüngliche Konto kommt zurück, wie es war: dasselbe Konto, mit seinen Gruppen und Apps. Microsoft bewahrt es 30 Tage auf.
plan-note-account-comes-back = Dasselbe Konto kommt zurück, mit seinen Gruppen, Rollen und Apps, so wie es war, als es gelöscht wurde.
plan-note-groups-show-afterwards = Welche Gruppen das sind, ist nicht zu sehen, solange das Konto gelöscht ist. Danach sehen Sie, in welchen Gruppen der Gast ist.
plan-note-address-taken = { $owner } hat inzwischen { $address }. Microsoft kann die Wiederherstellung deshalb ablehnen, oder das Konto kommt ohne diese Adresse zurück.
plan-note-user-name-taken = { $owner } hat inzwischen den Benutzernamen des Kontos. Solange das so ist, lehnt Microsoft die Wiederherstellung wahrscheinlich ab.
plan-note-taken-not-all-seen = Ob der Benutzername oder eine Adresse des Kontos inzwischen vergeben ist, ließ sich nicht vollständig feststellen.
plan-note-comes-back-without = Das Konto kommt ohne { $addresses } zurück. Ohne Hauptadresse bekommt der Gast keine Gruppenmail.
plan-note-not-seen = { $what ->
        [memberOf] Die Gruppen des Gastes waren nicht lesbar und gehen vielleicht verloren.
        [ownedObjects] Was der Gast in der Organisation besitzt, ließ sich nicht lesen und geht vielleicht verloren.
        [appRoleAssignments] Die Apps des Gastes waren nicht lesbar und gehen vielleicht verloren.
       *[sponsors] Die Sponsoren des Gastes waren nicht lesbar und gehen vielleicht verloren.
    }
plan-note-reads-back-first = Zuerst werden die Daten Ihrer Organisation erneut gelesen. Was schon erledigt ist, wird nicht wiederholt.

plan-groups = Gruppen
plan-groups-restore = Gruppen, in die der Gast wieder aufgenommen wird
plan-groups-cannot = Gruppen, in die der Gast von hier aus nicht aufgenommen werden kann
join-groups = Gruppen, in die der Gast aufgenommen wird (optional)
join-groups-find = Teil eines Gruppennamens
join-groups-more = { $count ->
        [one] Noch eine Gruppe. Geben Sie einen Teil des Namens ein, um sie zu finden.
       *[other] Noch { $count } Gruppen. Geben Sie einen Teil eines Namens ein, um eine zu finden.
    }
group-why-dynamic = eine Regel wählt die Mitglieder aus
group-why-on-premises = in Ihrem eigenen Netzwerk verwaltet
group-why-role-assignable = verleiht Administratorrollen; nur eine höhere Administratorrolle kann den Gast hinzufügen
group-why-distribution-list = eine Verteilerliste, in Exchange verwaltet
group-why-mail-enabled-security = in Exchange verwaltet
group-why-takes-no-guests = nimmt keine neuen Gäste auf
group-why-unknown = die Art der Gruppe war nicht lesbar

invitation-language = Sprache der Einladung
invitation-send = Microsoft soll die Einladung per E‑Mail senden

new-guest-name = Name des Gastes (optional)
    .note = Bleibt das Feld leer, bildet Microsoft einen Namen aus der Adresse.
new-guest-message = Ihre eigene Nachricht (optional)
    .note = Reiner Text mit höchstens { $count } Zeichen. Bleibt das Feld leer, schreibt Microsoft die Nachricht.
new-guest-sponsors = Sponsoren (optional)
    .note = Personen Ihrer Organisation, die für den Gast einstehen, jeweils mit E‑Mail-Adresse.
new-guest-sponsor-add = Sponsor hinzufügen
new-guest-sponsor-change = Ändern
new-guest-sponsor-remove = Entfernen
sponsor-why-no-address = Das sieht nicht nach einer E‑Mail-Adresse aus.
sponsor-why-nobody = Niemand in dieser Organisation hat diese Adresse.
sponsor-why-several = Mehrere Personen haben diese Adresse, deshalb wurde keine davon gewählt.
sponsor-why-guest = Das ist ein Gast. Als Sponsor kommt nur jemand aus der Organisation infrage.

undo-full = Kann im Verlauf rückgängig gemacht werden
undo-partial = Kann im Verlauf teilweise rückgängig gemacht werden
undo-restore = Das ursprüngliche Konto lässt sich 30 Tage lang zurückholen
undo-delete-again = Wird nicht von hier aus rückgängig gemacht. Im Entra Admin Center lässt sich das Konto erneut löschen; es wird dann wieder 30 Tage aufbewahrt.
undo-impossible = { $kind ->
    [set-mail] Sie können später eine andere Hauptadresse wählen, das Feld aber nicht wieder leeren
    [undo] Erneut beheben bleibt möglich
    [put-back] Erneut beheben bleibt möglich
   *[other] Kann nicht rückgängig gemacht werden
}

reason-label = Grund oder Ticketnummer (optional)
reason-note = Bleibt im Verlauf auf diesem Computer.
confirm-label = Zur Bestätigung { $text } eingeben
plan-insist = Ich habe die Warnungen gelesen und möchte dieses Konto trotzdem löschen
plan-without-taken = Konto ohne die Adressen wiederherstellen, die inzwischen vergeben sind
    .note = Aus: Microsoft entscheidet. Ein: Microsoft nimmt diese Adressen vom Konto, und der Gast ist vielleicht ohne Hauptadresse; dann ist der Fehler, um den es Ihnen ging, vielleicht wieder da.
plan-missing-insist = Lesen Sie erst die Warnungen und bestätigen Sie, dass Sie trotzdem fortfahren möchten.
plan-missing-sponsor = Ändern Sie den Sponsor, der nicht gefunden wurde, oder entfernen Sie diese Adresse.
plan-missing-address = Wählen Sie erst eine Adresse.
confirm-missing = Geben Sie erst die Adresse ein.
act-resolve-conflict = Konflikt lösen
act-invite = Gast einladen
act-restore = Konto wiederherstellen
act-resend-invitation = Einladung erneut senden
act-add-to-group = Zur Gruppe hinzufügen
act-set-mail = Diese Adresse festlegen
act-keep-one-address = Diese Adresse behalten
act-renew-membership = Mitgliedschaft erneuern
act-reset-redemption = Neu annehmen lassen
act-remove-and-invite = Löschen und neu einladen
act-apply = Änderung vornehmen
act-undo = Änderung rückgängig machen
act-continue = Fortsetzen
act-put-back = Alten Stand zurückholen
plan-again = Neue Vorschau erstellen

progress-title = Wird ausgeführt
progress-note = Zwischen zwei Schritten können Sie stoppen. Was bis dahin erledigt ist, bleibt erledigt und ist protokolliert.
progress-stop = Nach diesem Schritt stoppen
progress-stopping = Stoppt nach diesem Schritt…
step-compare = Mit der Vorschau vergleichen
step-write-other-mails = Die weiteren Adressen eintragen
step-write-mail = Die Hauptadresse eintragen
step-delete = Konto löschen
step-await-gone = Warten, bis das Konto weg ist
step-invite = Einladung senden
step-await-new = Warten, bis das neue Konto da ist
step-add-to-groups = Zu den Gruppen hinzufügen
step-add-to-group = Zur Gruppe hinzufügen
step-remove-from-group = Aus der Gruppe entfernen
step-await-out = Warten, bis der Gast nicht mehr in der Gruppe zu sehen ist
step-replay = Name, Sponsoren und Apps erneut eintragen
step-delete-new = Das neue Konto löschen
step-restore = Konto wiederherstellen
step-read-back = Daten erneut lesen
step-diagnose-again = Diagnose wiederholen
step-count = { $done } von { $total }
step-state-waiting = wartet
step-state-running = läuft
step-state-done = erledigt
step-state-not-yet-visible = erledigt, noch nicht sichtbar
step-state-refused = abgelehnt
step-state-unknown = unklar
step-state-skipped = nicht nötig
step-state-not-reached = nicht ausgeführt

outcome-done = { $what ->
        [invited] Nachgeprüft: { $name } wurde gelöscht und neu eingeladen
        [main] Nachgeprüft: { $name } hat jetzt eine Hauptadresse
       *[other] Erledigt und nachgeprüft
    }
    .what = Wir haben noch einmal nachgesehen: Die neuen Werte sind da.
outcome-not-yet-visible = Angenommen, aber noch nicht sichtbar
    .what = Microsoft hat die Änderung angenommen. In den Daten Ihrer Organisation ist sie noch nicht zu sehen; das kann einige Minuten dauern.
outcome-refused = Abgelehnt: Es wurde nichts geändert
    .what = Eine Regel hat das abgelehnt, bevor etwas geändert war.
outcome-failed = Nicht ausgeführt: Es wurde nichts geändert
    .what = Es ist gescheitert, bevor etwas eingetragen war: keine Verbindung, keine Anmeldung oder eine Störung. Der Grund steht unten.
outcome-interrupted = Mittendrin gestoppt
    .what = { $removed ->
        [true] Das Konto wurde gelöscht und ist noch nicht zurück. Holen Sie es zurück oder setzen Sie die Änderung fort.
       *[false] Ein Teil der Änderung wurde ausgeführt. Die Schritte unten zeigen, was erledigt ist und was nicht.
    }
outcome-unknown = Unklar, ob es ausgeführt wurde
    .what = Die Antwort ging unterwegs verloren. Beim Fortsetzen werden zuerst die Daten erneut gelesen, und nichts wird blind wiederholt.
outcome-cancelled = Von Ihnen gestoppt: Es wurde nichts geändert
    .what = Die Änderung wurde gestoppt, bevor etwas eingetragen war.

result-before = Vorher
after-seen = Nachher
after-not-seen-yet = Angenommen, noch nicht zu sehen
after-no = Nicht ausgeführt. Vorgesehen
after-unknown = Unklar, ob ausgeführt. Vorgesehen
after-none = nicht bekannt
result-left = Nicht gelungen oder nicht zu sehen
result-healthy = Die Daten Ihrer Organisation stimmen jetzt. Exchange kann einige Stunden brauchen. Senden Sie eine Testnachricht; frühere Nachrichten werden nicht noch einmal gesendet.
result-still-missing = Die Hauptadresse fehlt noch
    .what = Eine Adresse zu behalten, hat hier nicht gereicht. Legen Sie als Nächstes die Hauptadresse fest: Dann hat Gruppenmail ein Ziel.
result-not-seen-yet = In den Daten Ihrer Organisation ist die Änderung noch nicht zu sehen; das kann einige Minuten dauern. Sehen Sie noch einmal nach, bevor Sie etwas wiederholen.
result-look-again = Erneut nachsehen
result-now = Die Diagnose jetzt: { $headline }
result-as-before = Die Einladung wurde gesendet. Die Daten wurden erneut gelesen: Das Konto ist, wie es war.
link-title = Der Link zum Annehmen
    .next = Jetzt muss der Gast die Einladung annehmen. Dieser Link führt dorthin.
    .what = Nur für den Gast: Wer diesen Link hat, kann versuchen, damit anzunehmen. Der Link wird nirgends gespeichert; wenn Sie dies schließen, ist der Link weg.
    .practice = In der Übungsorganisation führt dieser Link nirgendwohin.
    .unknown = Der Link dieser Einladung ist nicht mehr bekannt. Wenn Sie die Einladung erneut senden, gibt es einen neuen.
    .copy = Link kopieren
result-next = Jetzt die Hauptadresse festlegen
left-group = Die Gruppe { $group } hat den Gast nicht aufgenommen.
left-app = Die App { $app } konnte nicht erneut zugewiesen werden.
left-sponsor = Ein Sponsor konnte nicht eingetragen werden.
left-profile = Name, Firma, Sprache, Land oder Benutzertyp konnte nicht erneut eingetragen werden.
left-group-not-seen = Ob die Gruppe { $group } den Gast aufgenommen hat, war nicht zu sehen.
left-app-not-seen = Ob die App { $app } erneut zugewiesen wurde, war nicht zu sehen.
left-sponsor-not-seen = Ob ein Sponsor eingetragen wurde, war nicht zu sehen.
left-profile-not-seen = Ob Name, Firma, Sprache, Land und Benutzertyp erneut eingetragen wurden, war nicht zu sehen.
left-proxy-not-added = Die Hauptadresse wurde eingetragen, aber in der Liste, nach der Exchange zustellt, steht sie nicht. Vielleicht ist sie anderswo eingetragen.
left-address = Dem Konto fehlt { $address }; vorher hatte es diese Adresse. Vielleicht ist sie inzwischen anderswo eingetragen.
left-not-seen = { $what ->
    [memberOf] Die Gruppen des Gastes waren nicht lesbar. Vielleicht fehlt eine Mitgliedschaft, die es vorher gab.
    [ownedObjects] Was der Gast in der Organisation besaß, ließ sich nicht lesen. Vielleicht fehlt irgendwo jetzt ein Besitzer.
    [appRoleAssignments] Die Apps des Gastes waren nicht lesbar. Vielleicht fehlt eine Zuweisung, die es vorher gab.
   *[sponsors] Die Sponsoren des Gastes waren nicht lesbar. Vielleicht fehlt ein Sponsor, den es vorher gab.
}

undo = Rückgängig machen
resume = Fortsetzen
put-back = Alten Stand zurückholen

history-title = Verlauf
history-what = Alles, was diese App bei { $organisation } geändert hat, das Neueste zuerst. Das Protokoll bleibt auf diesem Computer.
history-damaged = Ein Teil dieses Protokolls ist nicht mehr so, wie es geschrieben wurde
    .what = Eine Zeile wurde geändert, entfernt oder auf dem Datenträger beschädigt, nachdem diese App sie geschrieben hat. Was unten steht, ist vielleicht unvollständig.
    .do = Was vor der Beschädigung begonnen wurde, lässt sich hier nicht rückgängig machen, zurückholen oder fortsetzen. Vergleichen Sie mit dem Entra Admin Center; dort lässt sich ein gelöschtes Konto 30 Tage lang wiederherstellen. Bitten Sie die Person, die diesen Computer verwaltet, um eine Kopie des Datenordners aus einer Sicherung.
history-kept-aside = Die Datei wurde so aufbewahrt, wie sie gefunden wurde: { $file }
record-end-cut-off = Am Ende dieses Protokolls fehlen Zeilen, die diese App geschrieben hat, oder es sind andere.
record-end-unknown = Ob am Ende dieses Protokolls Zeilen fehlen, lässt sich diesmal nicht feststellen: Woran das zu erkennen ist, fehlt oder lässt sich nicht öffnen.
record-end-unkept = Dieser Computer hat keinen sicheren Ort für Schlüssel (Schlüsselbund). Es fiele also nicht auf, wenn am Ende dieses Protokolls Zeilen abgeschnitten würden.
history-empty = Es wurde noch nichts geändert
    .what = Wenn Sie bei einem Gast etwas beheben, steht es danach hier, mit Vorher und Nachher und mit einem Weg zurück, wo es einen gibt.
history-look-up = Diesen Gast suchen
history-to-guest = Gast suchen
history-by = von { $name }
history-reason = Grund: { $reason }
history-details = Vorher und Nachher
history-of = { $what }: { $remedy }
history-link-not-kept = Der Link dieser Einladung wird nicht gespeichert. Wenn Sie die Einladung erneut senden, gibt es einen neuen.
history-way-back-gone = Den Weg zurück gibt es nicht mehr: In den Daten der Organisation steht nicht mehr, was diese Änderung hinterlassen hat.
history-state-done = Erledigt
history-state-in-part = Teilweise erledigt
history-state-not-yet-visible = Noch nicht sichtbar
history-state-refused = Abgelehnt
history-state-failed = Fehlgeschlagen
history-state-interrupted = Mittendrin gestoppt
history-state-interrupted-unchanged = Unterbrochen; es wurde nichts geändert
history-state-unknown = Unklar
history-state-cancelled = Gestoppt
history-state-running = Läuft
history-state-undone = Rückgängig gemacht

## Did it help?
test-open = Ist die Testnachricht angekommen?
test-yes = Ja
test-no = Nein
test-not-yet = Noch nicht
test-arrived = Die Testnachricht ist angekommen.
test-missing = Die Testnachricht ist nicht angekommen.
test-put-off = Die Testnachricht: noch nicht bekannt. Morgen werden Sie noch einmal gefragt.
test-later = Das hat Zeit: Die Frage bleibt im Verlauf offen.
test-try-next = Nächster Versuch
next-looking = Der Gast wird noch einmal geprüft…
next-title = Die Testnachricht an { $name } ist nicht angekommen
next-remedy = Nächster Versuch: { $remedy }.
next-ask = Nächster Versuch: { $remedy }. Das ist Sache der IT-Administration.
next-as-found = Zuerst das, was jetzt gefunden wurde: { $headline }.
next-guest = In den Daten Ihrer Organisation ist kein Fehler zu sehen. Als Nächstes prüft der Gast die eigene Seite: Junk-E‑Mail-Ordner, Regeln des Postfachs, E‑Mail-Anbieter.
next-trace = Findet der Gast nichts, bitten Sie die Exchange-Administration, die Nachricht zu verfolgen: Das zeigt, ob sie zugestellt, abgelehnt oder gefiltert wurde.
letter-title = Ein Text für den Gast
letter-language = Sprache des Gastes
letter-copy = Text kopieren

## For a ticket
ticket-copy = Für das Ticket kopieren
ticket-copy-markdown = Als Markdown kopieren
ticket-searched = Gesucht nach: { $address }
ticket-recommended = Empfehlung: { $remedy }
ticket-looked = Geprüft am { $date } mit Guest Mail Doctor

## SharePoint, after a new account
share-point-title = Wenn eine SharePoint-Website oder eine Datei den Gast abweist
share-point-what = Websites, die das alte Konto kannten, behalten dafür einen Eintrag und weisen das neue ab, auch nach erneuter Freigabe. Die IT-Administration entfernt diesen Eintrag, Website für Website. Das ursprüngliche Konto zurückzuholen, vermeidet das, solange es möglich ist.
share-point-copy = Für die SharePoint-Administration kopieren
share-point-text = { $name } ({ $address }) hat in unserer Organisation ein neues Konto. Websites, die das alte führen, weisen den Gast vielleicht ab (Microsoft nennt das „user ID mismatch“), auch wenn erneut etwas freigegeben wird. Auf jeder dieser Websites: mit Administratorrechten /_layouts/15/people.aspx?MembershipGroupId=0 öffnen, den Eintrag von { $address } von der Website entfernen und dann erneut freigeben. Mit der Rolle SharePoint-Administrator lässt sich auch die Diagnose unter aka.ms/PillarSiteUserIDMismatch ausführen (nicht verfügbar in GCC High, DoD und 21Vianet).

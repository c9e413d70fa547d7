### What went wrong: title, what happened, what to do.

problem-kind-refused = Abgelehnt
problem-kind-cancelled = Gestoppt
problem-kind-conflict = Inzwischen geändert
problem-kind-unreachable = Keine Antwort
problem-kind-throttled = Einen Moment warten
problem-kind-not-signed-in = Nicht angemeldet
problem-kind-internal = Störung
problem-kind-proof = Noch ein Schritt
changed-no = Es wurde nichts geändert.
changed-yes = Es wurde etwas geändert. Was, steht im Verlauf.
changed-unknown = Ob etwas geändert wurde, ist nicht bekannt. Suchen Sie den Gast noch einmal, um es zu sehen.
problem-reference = Referenz zum Weitergeben
problem-copy = Referenz kopieren
problem-status = Status
problem-code = Code
problem-request = Anforderung
problem-time = Zeit
problem-words = Der Wortlaut des Servers
problem-dismiss = Diese Meldung schließen

problem-address-empty = Geben Sie erst eine Adresse ein
    .what = Das Suchfeld war leer.
    .do = Geben Sie die E‑Mail-Adresse, den Benutzernamen oder die Objekt-ID des Gastes ein.
problem-address-too-long = Das ist zu lang für eine E‑Mail-Adresse
    .what = Ihre Eingabe hat { $length } Zeichen; eine E‑Mail-Adresse hat höchstens { $limit }.
    .do = Lassen Sie nur die Adresse im Suchfeld stehen.
problem-address-several = Das ist mehr als eine Adresse
    .what = Es wurden { $count } Adressen eingegeben.
    .do = Suchen Sie nach einer auf einmal.
problem-address-absent = Darin steht keine Adresse
    .what = In „{ $typed }“ steht keine E‑Mail-Adresse, kein Benutzername und keine Objekt-ID. Nach einem Namen lässt sich nicht suchen.
    .do = Suchen Sie nach einer Adresse des Gastes, etwa jan@fabrikam.nl.
problem-address-accented = Microsoft speichert kein „{ $letter }“ vor dem @
    .what = Kein Gast kann eine Adresse mit diesem Buchstaben vor dem @ haben. Vielleicht wurde die Schreibweise ohne diesen Buchstaben eingeladen.
    .do = Suchen Sie nach { $plain }.
problem-user-name-unknown = Niemand hat hier diesen Benutzernamen
    .what = Kein bestehendes und kein gelöschtes Benutzerkonto hat den Benutzernamen { $name } oder die Adresse darin.
    .do = Prüfen Sie, ob der Benutzername aus dieser Organisation stammt. Wenn Sie eine Adresse des Gastes kennen, suchen Sie danach.
problem-id-unknown = Kein Benutzerkonto hat hier diese Objekt-ID
    .what = Kein bestehendes und kein gelöschtes Benutzerkonto hat die Objekt-ID { $id }. Sie gehört vielleicht zu einer Gruppe, zu einer anderen Organisation oder zu einem Konto, das vor mehr als 30 Tagen gelöscht wurde.
    .do = Prüfen Sie die Objekt-ID oder suchen Sie nach einer Adresse des Gastes.
problem-address-malformed = Das sieht nicht nach einer E‑Mail-Adresse aus
    .what = In „{ $typed }“ war keine E‑Mail-Adresse zu erkennen.
    .do = Eine Adresse sieht aus wie jan@fabrikam.nl. Prüfen Sie Ihre Eingabe.
problem-choice-invalid = Diese Auswahl ist nicht möglich
    .what = Was gewählt wurde, fehlt oder gehört nicht zu dem, was angeboten wurde.
    .do = Schließen Sie das Fenster und öffnen Sie es erneut; dann sehen Sie, was jetzt zur Wahl steht.
problem-request-malformed = Die App hat etwas gefragt, das so nicht stimmt
    .what = Ein Teil der App hat den anderen nicht verstanden. An Ihnen liegt das nicht.
    .do = Versuchen Sie es noch einmal. Kommt es wieder, geben Sie die Referenz weiter.
problem-typed-text-differs = Eingegeben wurde etwas anderes
    .what = Zur Bestätigung muss genau { $expected } eingegeben werden.
    .do = Geben Sie den Text noch einmal ein oder wählen Sie „Abbrechen“.
problem-plan-used = Das wurde bereits ausgeführt
    .what = Jede Vorschau lässt sich nur einmal ausführen.
    .do = Sehen Sie im Verlauf nach. Für eine weitere Änderung erstellen Sie eine neue Vorschau.
problem-plan-stale = Diese Vorschau ist zu alt
    .what = Eine Vorschau gilt fünfzehn Minuten, und nur die neueste.
    .do = Erstellen Sie eine neue Vorschau und sehen Sie sie noch einmal an.
problem-only-in-practice = Das geht nur in der Übungsorganisation
    .what = In Ihrer eigenen Organisation macht das die Exchange-Administration.
    .do = Fragen Sie die Exchange-Administration und prüfen Sie danach erneut.
problem-not-in-practice = Die Übungsorganisation gibt es nur auf diesem Computer
    .what = Ihre Gäste gibt es nirgends sonst, und niemand dort beantwortet Mail.
    .do = Es ist nichts zu tun. In Ihrer eigenen Organisation öffnet sich dies.
problem-admin-act-refused = Die Übungsorganisation hat es nicht getan
    .what = { $why ->
        [address-taken] Die Adresse ist inzwischen vergeben.
        [nobody-there] Die Adresse hat noch niemand.
       *[not-as-expected] Es ist nicht mehr so, wie es angezeigt wurde.
    }
    .do = Prüfen Sie erneut, um zu sehen, wie es jetzt steht.
problem-change-running = Eine andere Änderung läuft noch
    .what = Änderungen werden eine nach der anderen ausgeführt.
    .do = Warten Sie, bis die andere Änderung abgeschlossen ist, und versuchen Sie es dann noch einmal.
problem-not-for-this-guest = Das passt so, wie es jetzt steht, nicht zum Gast
    .what = Was gefunden wurde, hat sich geändert oder ließ diese Reparatur nie zu.
    .do = Suchen Sie erneut und wählen Sie aus dem, was dann angeboten wird.
problem-tenant-changed = Beim Gast hat sich inzwischen etwas geändert
    .what = { $property }: In den Daten Ihrer Organisation steht nicht mehr, was die Vorschau gezeigt hat.
    .do = Erstellen Sie eine neue Vorschau und sehen Sie sie noch einmal an.
problem-guest-gone = Den Gast gibt es nicht mehr
    .what = Das Konto wurde gelöscht, nachdem Sie es gesucht haben.
    .do = Suchen Sie erneut, um zu sehen, was jetzt da ist.
problem-group-not-writable = Die Gruppe lässt sich von hier aus nicht ändern
    .what = { $why ->
        [dynamic] Die Mitglieder von { $group } wählt inzwischen eine Regel aus.
        [on-premises] { $group } wird inzwischen in Ihrem eigenen Netzwerk (lokal) verwaltet.
        [distribution-list] { $group } ist eine Verteilerliste und wird in Exchange verwaltet.
        [mail-enabled-security] { $group } wird in Exchange verwaltet.
        [role-assignable] { $group } verleiht inzwischen Administratorrollen: Die Mitglieder ändern kann nur jemand mit einer höheren Administratorrolle.
        [takes-no-guests] { $group } oder die Organisation nimmt laut Einstellung keine neuen Gäste auf, und Microsoft hat den Gast abgelehnt.
       *[unknown] Um was für eine Gruppe es sich bei { $group } handelt, ließ sich nicht lesen.
    }
    .do = { $why ->
        [dynamic] Fragen Sie die Besitzer der Gruppe, ob die Regel den Gast aufnehmen kann.
        [on-premises] Fragen Sie die Administration Ihres eigenen Netzwerks.
        [distribution-list] Fragen Sie die Exchange-Administration.
        [mail-enabled-security] Fragen Sie die Exchange-Administration.
        [role-assignable] Fragen Sie jemanden mit der Rolle Administrator für privilegierte Rollen.
        [takes-no-guests] Bitten Sie die IT-Administration, die Gruppe neue Gäste aufnehmen zu lassen oder den Gast hinzuzufügen.
       *[unknown] Suchen Sie erneut und versuchen Sie es noch einmal.
    }
problem-group-gone = Die Gruppe gibt es nicht mehr
    .what = { $group } wurde gelöscht, nachdem Sie die Gruppe gesucht haben.
    .do = Suchen Sie erneut und wählen Sie eine andere Gruppe.
problem-owner-no-more = Sie besitzen diese Gruppe nicht mehr
    .what = Nach Ihrer Anmeldung wurden die Besitzer von { $group } geändert. Deshalb hat Microsoft die Änderung abgelehnt.
    .do = Fragen Sie die Besitzer der Gruppe oder die IT-Administration.
problem-address-conflict = Diese Adresse ist schon vergeben
    .what = { $owner ->
        [none] Eine Adresse kann in der Organisation nur einmal vergeben sein, und diese ist schon anderswo eingetragen.
       *[other] Eine Adresse kann in der Organisation nur einmal vergeben sein, und { $owner } hat sie.
    }
    .do = Lösen Sie zuerst den Konflikt; versuchen Sie es dann noch einmal.
problem-return-refused = Das Konto kann nicht so zurückkommen, wie es war
    .what = { $owner ->
        [none] { $part ->
            [user-name] Ein anderes Konto hat inzwischen den Benutzernamen, und ein Name kann nur einem Konto gehören. Welches es ist, hat Microsoft nicht gesagt.
            [address] Eine der Adressen ist inzwischen anderswo eingetragen, und eine Adresse kann nur einmal vergeben sein. Wo, hat Microsoft nicht gesagt.
           *[not-said] Es steht im Konflikt mit etwas anderem in der Organisation. Womit, hat Microsoft nicht gesagt.
        }
       *[other] { $part ->
            [user-name] { $owner } hat inzwischen den Benutzernamen, und ein Name kann nur einem Konto gehören.
            [address] { $owner } hat inzwischen eine der Adressen, und eine Adresse kann nur einmal vergeben sein.
           *[not-said] { $owner } hat inzwischen etwas von diesem Konto, das in der Organisation nur einmal vergeben sein kann.
        }
    }
    .do = { $part ->
        [user-name] Klären Sie mit der Person, die jenes Konto nutzt, welches der beiden bleiben soll. Suchen Sie dann erneut.
        [address] Lösen Sie zuerst den Konflikt; suchen Sie dann erneut.
       *[not-said] Suchen Sie erneut, um zu sehen, was jetzt da ist. Wird es noch einmal abgelehnt, zeigen Sie die Referenz der IT-Administration.
    }
problem-missing-right = Ihr Konto darf das nicht
    .what = { $why ->
        [restricted-unit] Das Konto des Gastes ist in einer geschützten Einheit: Nur deren Administration kann es ändern, unabhängig von anderen Rollen.
        [holds-role] Der Gast hat eine Rolle oder ist in einer Gruppe, die eine haben kann: Dann dürfen weniger Administratorrollen das Konto ändern.
        [role-is-there] Ihre Rolle sollte genügen, und Microsoft hat trotzdem abgelehnt, ohne den Grund zu nennen.
        [no-role] Keine Ihrer hier sichtbaren Rollen gibt das Recht dazu.
       *[not-known] Microsoft hat das für Ihr Konto abgelehnt und nicht gesagt, was fehlt.
    }
    .do = { $why ->
        [restricted-unit] Fragen Sie die Administration dieser Einheit. Wer das ist, steht im Entra Admin Center unter „Verwaltungseinheiten“; sehen kann es, wer die Rolle Administrator für privilegierte Rollen hat.
        [holds-role] Fragen Sie jemanden mit der Rolle Globaler Administrator.
        [role-is-there] Zeigen Sie die Referenz den Personen, die in Ihrer Organisation über Rollen entscheiden.
        [no-role] Fragen Sie die IT-Administration, etwa jemanden mit der Rolle Benutzeradministrator.
       *[not-known] Zeigen Sie die Referenz der IT-Administration.
    }
problem-guests-may-not-search = Ein Gast darf hier nicht suchen
    .what = Ihr Konto ist in dieser Organisation selbst Gast, und Gäste dürfen andere nicht suchen.
    .do = Fragen Sie jemanden, der in dieser Organisation arbeitet.
problem-server-refused = Microsoft hat das abgelehnt
    .what = Der Server hat aus eigenen Gründen abgelehnt. Der Wortlaut steht in der Referenz.
    .do = Zeigen Sie die Referenz der IT-Administration.
problem-tracing-not-set-up = Mail verfolgen ist in Ihrer Organisation nicht eingerichtet
    .what = Microsofts eigener Dienst dafür ist noch nicht da.
    .do = Die IT-Administration fügt ihn einmal hinzu, in Microsoft Graph PowerShell: New-MgServicePrincipal -AppId 8bd644d1-64a1-4d4b-ae52-2e0cbf64e373. Bis es funktioniert, kann es einige Stunden dauern.
problem-group-without-mail = { $group } hat keine Adresse
    .what = Dorthin lässt sich keine Mail senden, also gibt es nichts zu verfolgen.
    .do = Wählen Sie eine Gruppe mit Adresse.
problem-invitation-refused = Die Einladung wurde abgelehnt
    .what = { $owner ->
        [none] Das ursprüngliche Konto wurde gelöscht, und dann wurde die Einladung von { $address } abgelehnt.
       *[other] Das ursprüngliche Konto wurde gelöscht, und dann wurde die Einladung von { $address } abgelehnt: { $owner } hat diese Adresse.
    }
    .do = Holen Sie das ursprüngliche Konto zurück. Das geht 30 Tage lang.
problem-invitation-other-account = Die Einladung führte zu einem anderen Konto
    .what = Auf die Einladung kam ein Konto zurück, das es schon gab: { $found }.
    .do = Holen Sie das ursprüngliche Konto zurück und lassen Sie die IT-Administration das andere Konto ansehen.
problem-not-invited = Die Einladung wurde abgelehnt
    .what = { $why ->
        [own-domain] { $address } liegt in einer Domäne der Organisation selbst. Dorthin lässt Microsoft keine Einladung zu.
        [by-policy] Die Einstellungen Ihrer Organisation oder der des Gastes erlauben keine Einladung von { $address }.
        [already-there] In der Organisation ist { $address } schon vergeben.
        [blocked-account] Das Konto mit { $address } ist blockiert. Für ein blockiertes Konto lässt Microsoft keine Einladung zu.
        [characters] Microsoft hat { $address } nicht akzeptiert. Die Adresse enthält ein Zeichen, das in einer Einladung nicht geht, etwa ein Pluszeichen.
        [not-on-the-account] Microsoft findet { $address } nicht beim Konto. Eine eben eingetragene Adresse kann einige Minuten brauchen.
       *[unexplained] Microsoft hat es abgelehnt, { $address } einzuladen. Der Wortlaut steht in der Referenz.
    }
    .do = { $why ->
        [own-domain] Personen der Organisation bekommen ihr Konto von der IT-Administration. Prüfen Sie die Adresse.
        [by-policy] Bitten Sie die IT-Administration, im Entra Admin Center unter „Einstellungen für externe Zusammenarbeit“ und „Mandantenübergreifende Zugriffseinstellungen“ nachzusehen.
        [already-there] Suchen Sie noch einmal nach der Adresse und sehen Sie nach, wer sie hat.
        [blocked-account] Lassen Sie die IT-Administration zuerst die Blockierung aufheben; versuchen Sie es dann noch einmal.
        [characters] Bitten Sie den Gast um eine andere Adresse, ohne dieses Zeichen.
        [not-on-the-account] Warten Sie einige Minuten und lassen Sie die Einladung dann neu annehmen. Bleibt es dabei, zeigen Sie die Referenz der IT-Administration.
       *[unexplained] Zeigen Sie die Referenz der IT-Administration.
    }
problem-invited-somebody-else = Die Einladung führte zu einem anderen Konto
    .what = Auf die Einladung von { $address } hat Microsoft mit einem anderen Konto geantwortet als erwartet: { $found }. Vielleicht ist es ein neues. Sonst hat diese App nichts damit getan.
    .do = Suchen Sie noch einmal nach der Adresse und lassen Sie die IT-Administration dieses Konto ansehen.
problem-guest-accepted = Der Gast hat die Einladung angenommen
    .what = Der Gast nutzt das Konto jetzt; es wird deshalb nicht gelöscht, als wäre die Einladung nie gesendet worden.
    .do = Suchen Sie den Gast. Soll das Konto trotzdem weg, kann die IT-Administration es im Entra Admin Center löschen.
problem-cannot-undo = Das lässt sich nicht rückgängig machen
    .what = Für diese Änderung gibt es keinen Weg zurück, oder die Zeit dafür ist vorbei.
    .do = Suchen Sie den Gast, um zu sehen, was jetzt eingetragen ist.
problem-record-damaged = Das Protokoll dieser Änderung ist nicht mehr so, wie es geschrieben wurde
    .what = Im Protokoll wurde etwas geändert, entfernt oder beschädigt. Was laut Protokoll vorher eingetragen war, stimmt vielleicht nicht; deshalb geschieht nichts auf dieser Grundlage.
    .do = Was bekannt ist, steht im Verlauf. Im Entra Admin Center lässt sich ein gelöschtes Konto 30 Tage lang wiederherstellen, und Eigenschaften lassen sich von Hand ändern.
problem-record-not-whole = Es wurde nichts entfernt: Das Protokoll ist nicht vollständig
    .what = Im Protokoll wurde etwas geändert, entfernt oder beschädigt. Um herauszufinden, was geschehen ist, kann auch Altes nötig sein; deshalb bleibt alles erhalten.
    .do = Was bekannt ist, steht im Verlauf. Ist das geklärt, wählen Sie erneut, wie lange Änderungen erhalten bleiben.
problem-changed-since = Den Weg zurück gibt es nicht mehr
    .what = Nach dieser Änderung hat jemand die Werte wieder geändert. Rückgängig zu machen, würde das überschreiben.
    .do = Suchen Sie den Gast und gehen Sie von dem aus, was jetzt eingetragen ist.
problem-cancelled = Von Ihnen gestoppt
    .what = Sie haben das gestoppt, bevor es abgeschlossen war.
    .do = Beginnen Sie von Neuem, wann immer Sie möchten.
problem-unreachable = Keine Verbindung
    .what = Der Server war nicht zu erreichen.
    .do = Prüfen Sie das Netzwerk und versuchen Sie es noch einmal.
problem-answer-lost = Die Antwort ging verloren
    .what = Die Änderung wurde gesendet, aber es kam keine Antwort zurück.
    .do = Öffnen Sie den Verlauf und setzen Sie die Änderung fort: Zuerst werden die Daten erneut gelesen.
problem-not-visible-in-time = Die Änderung ist noch nicht zu sehen
    .what = Ein Schritt wurde ausgeführt, aber nach etwa einer Minute ist in den Daten Ihrer Organisation noch nichts davon zu sehen.
    .do = Warten Sie einige Minuten, öffnen Sie dann den Verlauf und versuchen Sie es von dort noch einmal: Zuerst werden die Daten erneut gelesen.
problem-server-unavailable = Der Server kann gerade nicht antworten
    .what = Der Server ist da, kann aber gerade nichts tun (Status { $status }).
    .do = Versuchen Sie es in einigen Minuten noch einmal.
problem-throttled = Zu viele Fragen auf einmal
    .what = Der Server bittet um etwas Geduld.
    .do = Warten Sie ein wenig und versuchen Sie es dann noch einmal.
problem-not-signed-in = Sie sind nicht angemeldet
    .what = Dafür braucht es ein angemeldetes Konto.
    .do = Melden Sie sich an und versuchen Sie es dann noch einmal.
problem-sign-in-expired = Ihre Anmeldung ist abgelaufen
    .what = Der Server erkennt die Anmeldung nicht mehr an.
    .do = Melden Sie sich erneut an. Was Sie eingegeben haben, bleibt stehen.
problem-persona-unknown = Diese Person gibt es nicht
    .what = Die Übungsorganisation hat keine Person { $persona }.
    .do = Wählen Sie eine der angebotenen Personen.
problem-newer-file = Hier lief schon eine neuere Version dieser App
    .what = Die Datei { $file } wurde von einer neueren Version dieser App geschrieben.
    .do = Verwenden Sie die neuere Version. Diese hier lässt die Datei, wie sie ist.
problem-file-trouble = Eine Datei ließ sich nicht lesen oder schreiben
    .what = Die App konnte ihre eigene Datei { $file } nicht verwenden.
    .do = Prüfen Sie, ob der Datenträger nicht voll ist und Sie dort schreiben dürfen, und starten Sie die App dann erneut.
problem-answer-malformed = Die Antwort war nicht zu verstehen
    .what = Der Server hat auf eine Art geantwortet, die diese App nicht versteht.
    .do = Versuchen Sie es noch einmal. Kommt es wieder, geben Sie die Referenz weiter.
problem-internal = In der App ist etwas schiefgegangen
    .what = Das ist ein Fehler der App, nicht Ihrer.
    .do = Versuchen Sie es noch einmal. Kommt es wieder, geben Sie die Referenz weiter.

problem-sign-in-declined = Sie haben die Anmeldung nicht fortgesetzt
    .what = Auf Microsofts Seite wurde die Anmeldung abgelehnt, oder das, worum die App bittet.
    .do = Wenn das nicht so gemeint war, versuchen Sie es noch einmal und stimmen Sie zu.
problem-sign-in-timed-out = Auf Microsofts Seite kam keine Antwort
    .what = Die App hat fünf Minuten auf den Browser gewartet.
    .do = Versuchen Sie es noch einmal und schließen Sie die Anmeldung auf Microsofts Seite ab.
problem-code-expired = Der Code ist abgelaufen
    .what = Der Code wurde nicht rechtzeitig verwendet.
    .do = Fordern Sie einen neuen Code an.
problem-sign-in-untrusted = Es kam eine Antwort, die nicht zu dieser Anmeldung gehört
    .what = Nichts davon wurde verwendet. Eine alte Registerkarte im Browser kann die Ursache sein, oder ein fremder Versuch.
    .do = Schließen Sie die anderen Registerkarten und melden Sie sich erneut an. Kommt es wieder, sagen Sie Ihrer IT Bescheid.
problem-other-organisation = Dieses Konto gehört zu einer anderen Organisation
    .what = Diese App ist für { $expected } eingerichtet; angemeldet haben Sie sich bei { $found }.
    .do = Melden Sie sich mit einem Konto der richtigen Organisation an oder verwenden Sie eine andere Organisation.
problem-other-person = Geantwortet hat ein anderes Konto
    .what = Bestätigen sollte das Konto, das hier angemeldet ist; ein anderes hat es getan.
    .do = Versuchen Sie es noch einmal und wählen Sie auf Microsofts Seite dasselbe Konto. Um mit einem anderen zu arbeiten, melden Sie sich erst ab.
problem-browser-not-opened = Der Browser hat sich nicht geöffnet
    .what = Dieser Computer konnte für Microsofts Seite keinen Browser öffnen.
    .do = Legen Sie einen Standardbrowser fest und versuchen Sie es noch einmal, oder verwenden Sie einen Code auf einem anderen Gerät.
problem-folder-not-opened = Der Ordner hat sich nicht geöffnet
    .what = Dieser Computer hat kein Fenster mit den Dateien geöffnet.
    .do = Kopieren Sie den Pfad und gehen Sie selbst dorthin.
problem-no-listener = Die Antwort des Browsers kann die App nicht erreichen
    .what = Auf diesem Computer war kein Port frei, um auf den Browser zu warten. Eine Firewall oder ein Sicherheitsprogramm kann die Ursache sein.
    .do = Versuchen Sie es noch einmal oder verwenden Sie einen Code auf einem anderen Gerät.
problem-more-proof = Microsoft möchte sicher sein, dass Sie es sind
    .what = Sie sind noch angemeldet. Hierfür verlangt die Organisation eine neue Bestätigung (Claims Challenge).
    .do = Bestätigen Sie bei Microsoft; dann wird dies noch einmal gefragt.
problem-no-organisation = Es ist noch keine Organisation eingerichtet
    .what = Die App weiß noch nicht, wo die Anmeldung stattfindet.
    .do = Richten Sie Ihre Organisation ein oder probieren Sie die Übungsorganisation aus.
problem-organisation-managed = Das hat Ihre Organisation festgelegt
    .what = Auf diesem Computer ist die Organisation für alle vorgegeben.
    .do = Fragen Sie Ihre IT, wenn es eine andere sein soll.
problem-organisation-unreadable = Das ist keine Organisationsdatei
    .what = { $what ->
        [too-large] Die Datei ist dafür viel zu groß.
       *[not-json] Der Text darin ist kein JSON oder ist beschädigt.
    }
    .do = Wählen Sie die Datei, die Sie von der IT-Administration bekommen haben, oder bitten Sie um eine neue.
problem-organisation-unknown-field = In der Organisationsdatei steht etwas Unbekanntes
    .what = „{ $field }“ gehört nicht in so eine Datei. Ein Geheimnis oder ein Kennwort hat darin nie etwas zu suchen.
    .do = Bitten Sie die Person, die die Datei erstellt hat, um eine ohne diese Angabe.
problem-organisation-missing = Es fehlt etwas
    .what = „{ $field }“ ist nicht vorhanden.
    .do = Füllen Sie das Feld aus oder bitten Sie um eine vollständige Datei.
problem-organisation-invalid = Ein Wert ist nicht verwendbar
    .what = „{ $field }“ hat nicht die richtige Form.
    .do = Prüfen Sie den Wert oder bitten Sie um eine berichtigte Datei.
problem-organisation-custom-hosts = Eine Datei mit eigenen Adressen lässt sich hier nicht öffnen
    .what = So eine Datei bestimmt, wo Sie sich anmelden. Sie gilt nur, wenn die App damit gestartet wird oder Ihre IT sie vorgibt.
    .do = Fragen Sie Ihre IT.
problem-hand-over-unreadable = { $what ->
    [newer] Diese Datei stammt aus einer neueren Version
   *[other] Das ist keine Datei, in der jemand um Hilfe bittet
}
    .what = { $what ->
        [too-large] Die Datei ist dafür viel zu groß.
        [newer] Eine neuere Version dieser App hat sie erstellt.
        [damaged] Die Datei wurde geändert oder beschädigt: Etwas darin hat eine andere Form.
       *[not-one] Es ist eine andere Datei, oder sie ist beschädigt.
    }
    .do = { $what ->
        [newer] Aktualisieren Sie diese App oder bitten Sie die Person, von der Sie die Datei haben, stattdessen um den Text.
       *[other] Bitten Sie die Person, von der Sie die Datei haben, sie noch einmal zu speichern. Der Name endet auf .guesthandover.
    }
problem-hand-over-elsewhere = Diese Datei gehört zu einer anderen Organisation
    .what = Erstellt wurde sie bei { $organisation }. Angemeldet sind Sie hier bei einer anderen.
    .do = Melden Sie sich bei jener Organisation an und öffnen Sie die Datei dort.
problem-too-many-handed-over = Das ist zu viel für eine Datei
    .what = Eine Datei fasst höchstens { $most } Gäste, und weniger, wenn sehr viel gefunden wurde.
    .do = Fragen Sie erst nach einigen davon, und nach den übrigen mit einer zweiten Datei.
problem-group-not-read = Die Gäste dieser Gruppe wurden nicht gelesen
    .what = Es gibt noch nichts zu speichern.
    .do = Prüfen Sie die Gruppe, und speichern Sie dann.
problem-mail-too-long = Der Text ist zu lang für ein Mailprogramm
    .what = Es wurde nichts geöffnet.
    .do = Kopieren Sie den Text und fügen Sie ihn in eine Nachricht ein.
problem-mail-not-opened = Kein Mailprogramm hat geantwortet
    .what = Es wurde nichts gesendet.
    .do = Kopieren Sie den Text und fügen Sie ihn in eine Nachricht ein.
problem-save-dialog-open = Nach dem Speicherort werden Sie schon gefragt
    .what = Es wurde nichts ein zweites Mal gespeichert.
    .do = Antworten Sie in dem Fenster, das fragt, oder schließen Sie es. Speichern Sie dann noch einmal.
problem-switched-off = Ihre Organisation hat Reparaturen ausgeschaltet
    .what = Auf diesem Computer lassen sich Gäste suchen, und nichts lässt sich ändern.
    .do = Fragen Sie Ihre IT, wer etwas beheben darf und wo.
problem-azure-cli-missing = Die Azure CLI ist nicht auf diesem Computer
    .what = Das Programm „az“ wurde nicht gefunden.
    .do = Installieren Sie die Azure CLI oder melden Sie sich mit dem Browser an.
problem-azure-cli-not-signed-in = In der Azure CLI ist niemand angemeldet
    .what = Die Azure CLI ist auf diesem Computer, aber niemand ist darin angemeldet, oder die Anmeldung ist abgelaufen.
    .do = Führen Sie „az login“ aus und versuchen Sie es dann noch einmal.
problem-azure-cli-other-tenant = Die Azure CLI ist woanders angemeldet
    .what = Angemeldet ist sie nicht bei { $expected }.
    .do = Führen Sie „az login --tenant“ mit dem richtigen Mandanten aus und versuchen Sie es dann noch einmal.
problem-azure-cli-failed = Die Azure CLI gab keine brauchbare Antwort
    .what = Der Wortlaut steht in der Referenz.
    .do = Führen Sie in einem Terminal „az account get-access-token“ aus, um zu sehen, woran es liegt, oder melden Sie sich mit dem Browser an.
problem-permission-fixed = Diese Anmeldung kann nicht um Berechtigungen bitten
    .what = { $permissions ->
        [none] Eine Berechtigung fehlt, und die Berechtigungen der Azure CLI stehen fest.
       *[other] Es fehlt: { $permissions }. Die Berechtigungen der Azure CLI stehen fest.
    }
    .do = Melden Sie sich ab und mit dem Browser wieder an: Dann lässt sich darum bitten.
problem-permission-missing = Dafür fehlt dieser App eine Berechtigung
    .what = { $permissions ->
        [none] Laut Microsoft fehlt eine Berechtigung.
       *[other] Bei dieser Anmeldung nicht erteilt: { $permissions }.
    }
    .do = Bitten Sie Microsoft darum; dann wird die Vorschau noch einmal erstellt. Muss die IT-Administration zustimmen, sagt Microsoft das.
problem-sign-out-incomplete = Ein Teil Ihrer Anmeldung ist noch auf diesem Computer
    .what = { $what ->
        [key] Sie sind abgemeldet, aber der Schlüssel ließ sich nicht aus dem Schlüsselbund entfernen. Ohne die Datei ist der Schlüssel nutzlos.
        [file] Sie sind abgemeldet, aber die aufbewahrte Datei ließ sich nicht entfernen. Ohne den Schlüssel kann niemand sie lesen.
       *[other] Sie sind abgemeldet, aber was aufbewahrt war, ließ sich nicht vollständig entfernen.
    }
    .do = Melden Sie sich noch einmal an und wieder ab. Kommt es wieder, lassen Sie Ihre IT den Datenordner dieser App entfernen.
problem-no-network = Dieser Computer hat kein Netzwerk
    .what = Microsoft war nicht zu erreichen.
    .do = Verbinden Sie sich mit einem Netzwerk und versuchen Sie es noch einmal.
problem-captive-portal = Dieses Netzwerk verlangt zuerst noch etwas
    .what = Statt Microsoft hat eine andere Seite geantwortet, wie in Hotels und Zügen (Captive Portal).
    .do = Öffnen Sie im Browser eine beliebige Seite, melden Sie sich dort beim Netzwerk an, und versuchen Sie es dann noch einmal.
problem-proxy-unreachable = Der Proxy antwortet nicht
    .what = Dieser Computer erreicht das Internet über einen Proxy, und der antwortet nicht.
    .do = Prüfen Sie, ob Sie im richtigen Netzwerk sind (VPN), oder fragen Sie Ihre IT.
problem-proxy-sign-in = Der Proxy verlangt eine eigene Anmeldung
    .what = Der Weg ins Internet fragt nach Name und Kennwort (407). Diese App fragt nie nach Kennwörtern.
    .do = Bitten Sie Ihre IT, diese App durch den Proxy zu lassen.
problem-untrusted-certificate = Diese Verbindung ist nicht vertrauenswürdig
    .what = Das Zertifikat stammt von einer Stelle, die dieser Computer nicht kennt. Meist ist ein Sicherheitsgerät in Ihrem Netzwerk die Ursache, das in den Datenverkehr hineinsieht (TLS-Überprüfung).
    .do = Bitten Sie Ihre IT, das Stammzertifikat dieses Geräts auf diesem Computer zu hinterlegen. Überspringen lässt sich das in der App nicht.
problem-wrong-clock = Die Uhr dieses Computers geht falsch
    .what = { $minutes ->
        [none] Die Uhrzeit weicht zu weit von der bei Microsoft ab.
        [one] Die Uhrzeit weicht um eine Minute von der bei Microsoft ab.
       *[other] Die Uhrzeit weicht um { $minutes } Minuten von der bei Microsoft ab.
    }
    .do = Stellen Sie Datum, Uhrzeit und Zeitzone, und versuchen Sie es dann noch einmal.

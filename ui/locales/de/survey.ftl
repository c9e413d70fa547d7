### Die Seite Alle Gäste: wer sonst keine Gruppenmail bekommt, und viele mit einer Bestätigung beheben.

nav-all-guests = Alle Gäste
survey-title = Alle Gäste
survey-back = Zurück zu allen Gästen

## Eine Prüfung beginnen

survey-what = Wer sonst keine Gruppenmail bekommt, und warum.
survey-none = Alle Gäste wurden noch nie geprüft
    .what = Eine Prüfung geht die Gäste Ihrer Organisation durch und zeigt, wer vielleicht keine Gruppenmail bekommt, jeweils mit dem Grund. Sie ändert nichts.
survey-again-title = Erneut prüfen
    .what = Was jetzt in der Liste steht, weicht dem, was dann gefunden wird.
survey-depth = Wie weit reicht die Prüfung?
survey-depth-quick = Schnell
    .what = Fragt Microsoft nur nach Gästen ohne Hauptadresse und kostet deshalb so viel, wie es davon gibt. Nicht gefunden wird, wer Adressen hat und doch keine Hauptadresse, an die zugestellt wird, wer blockiert ist, wer die Einladung nicht angenommen hat und wessen Konto Ihre Organisation selbst angelegt hat.
survey-depth-thorough = Gründlich
    .what = Liest jeden Gast und findet auch diese. In einer großen Organisation dauert das länger.
survey-start = Alle Gäste prüfen

## Eine Prüfung, die läuft, und eine, die stillsteht

survey-phase-running = Die Prüfung läuft.
survey-phase-paused = Die Prüfung ist angehalten.
survey-phase-stopped = Die Prüfung wurde gestoppt.
survey-phase-done = Die Prüfung ist fertig.
survey-beginning = Die erste Antwort wird erwartet.
survey-reading = { $found ->
        [0] Jeder Gast wird gelesen. Bisher wurde niemand gefunden.
       *[other] Jeder Gast wird gelesen. Bisher gefunden: { $found }.
    }
survey-looking = { $depth ->
        [quick] { $total ->
            [0] { $found } haben keine Hauptadresse. Jetzt jeweils der Grund.
           *[other] Von { $total } Gästen haben { $found } keine Hauptadresse. Jetzt jeweils der Grund.
        }
       *[thorough] { $total ->
            [0] { $found } werden ein zweites Mal angesehen.
           *[other] Von { $total } Gästen werden { $found } ein zweites Mal angesehen.
        }
    }
survey-paused-note = Angehalten. Was bisher gefunden wurde, steht in der Liste, und es wird nichts gelesen, bis Sie fortsetzen.
survey-figure = { $done } von { $total }
survey-left = noch etwa { $time }
survey-left-soon = noch ein paar Sekunden
survey-wait = Microsoft hat um eine kurze Pause gebeten: { $time }. Sie können inzwischen weiterarbeiten.
survey-progress = { $percent } % der Prüfung
survey-pause = Anhalten
survey-resume = Fortsetzen
survey-stop = Stoppen
survey-again = Erneut prüfen

## Was gefunden wurde

survey-done = Geprüft: { $when }, Dauer: { $duration }.
survey-stopped = Gestoppt: { $when }, Dauer: { $duration }. Es können mehr sein, als in der Liste stehen.
less-than-a-second = weniger als eine Sekunde
survey-way-candidates = Gefragt wurde nur nach Konten von außerhalb ohne Hauptadresse.
survey-way-guests-without-mail = Gefragt wurde nur nach Gästen ohne Hauptadresse.
survey-way-every-external = Jedes Konto von außerhalb wurde gelesen.
survey-way-every-guest = Jeder Gast wurde gelesen. Konten von außerhalb, die als Mitglied gelten, nicht.
survey-of = { $depth ->
        [quick] { $total ->
            [0] ohne Ziel für Gruppenmail.
           *[other] von { $total } sind ohne Ziel für Gruppenmail.
        }
       *[thorough] { $total ->
            [0] vielleicht ohne Gruppenmail.
           *[other] von { $total } sind vielleicht ohne Gruppenmail.
        }
    }
survey-nobody = Niemand wurde gefunden
    .what = Das beweist nicht, dass Mail überall ankommt: Gesehen wurde nur, wonach die Prüfung sieht.
survey-since-new = { $count } neu
survey-since-repaired = { $count } behoben
survey-since = seit { $day }
survey-repaired-now = { $count } seit dieser Prüfung behoben
survey-causes = Warum: Wählen Sie eine Zeile, um nur diese Gäste zu sehen
survey-cause-main-address-missing = Nur die Hauptadresse fehlt
survey-cause-owned-by-contact = Ein Kontakt hat die Adresse
survey-cause-owned-by-account = Ein anderes Konto hat die Adresse
survey-cause-owned-by-group = Eine Gruppe hat die Adresse
survey-cause-no-address = Gar keine Adresse eingetragen
survey-cause-blocked-as-well = Keine Hauptadresse, und auch blockiert
survey-cause-two-main-addresses = Zwei Hauptadressen
survey-cause-blocked = Konto blockiert
survey-cause-invitation-open = Einladung noch offen
survey-cause-not-all-read = Nicht alles wurde gelesen
survey-kept = Was Prüfungen finden, wird auf diesem Computer aufbewahrt, für niemanden sonst lesbar.
survey-remove = Entfernen, was Prüfungen gefunden haben

## Die Liste

survey-list = Gäste
survey-filter = Name, Adresse oder Gruppe
survey-show = Anzeigen
survey-all = Alle
survey-new = Neu
survey-grouped = Gruppiert nach
survey-grouped-cause = Ursache
survey-grouped-state = Status
survey-grouped-none = Nichts
survey-columns = Spalten
survey-column-displayName = Gast
survey-column-address = Adresse
survey-column-inTheWay = Im Weg
survey-column-groups = Gruppen
survey-column-guestSince = Gast seit
survey-choose = { $name } auswählen
survey-choose-group = Alle auswählen: { $group }
survey-groups-more = { $first } und { $count } weitere
survey-repaired = Behoben
survey-not-read = nicht gelesen
survey-count = { $count ->
    [one] { $count } Gast
   *[other] { $count } Gäste
}
survey-count-so-far = { $count ->
    [one] { $count } Gast bisher
   *[other] { $count } Gäste bisher
}
survey-count-chosen = { $chosen } von { $count } ausgewählt
survey-together = Gemeinsam zu beheben
survey-together-later = Gemeinsam zu beheben, sobald die Prüfung fertig ist
survey-together-some = Mit Kästchen: gemeinsam zu beheben
survey-one-at-a-time = Nur einzeln
survey-conflict-first = Nur einzeln: erst den Konflikt lösen
survey-no-match = Kein Gast passt dazu
survey-keys = Die Pfeiltasten gehen von Zeile zu Zeile, die Leertaste wählt aus, die Eingabetaste öffnet den Gast.

## Wer ausgewählt ist

survey-chosen-label = Ausgewählte Gäste
survey-chosen = { $count ->
    [one] { $count } ausgewählt
   *[other] { $count } ausgewählt
}
survey-chosen-unseen = { $count ->
    [one] Davon ist { $count } jetzt nicht zu sehen.
   *[other] Davon sind { $count } jetzt nicht zu sehen.
}
survey-clear = Auswahl aufheben
survey-repair-note = Zuerst sehen Sie jeden Gast, vorher und nachher.
survey-repair-most = Mehr als { $most } auf einmal gehen nicht; genommen werden die ersten { $most }.
survey-repair = { $kind ->
        [set-mail] { $count ->
            [one] { $count } Hauptadresse festlegen…
           *[other] { $count } Hauptadressen festlegen…
        }
        [resend-invitation] { $count ->
            [one] { $count } Einladung erneut senden…
           *[other] { $count } Einladungen erneut senden…
        }
       *[other] { $what } ({ $count })…
    }
survey-export = Exportieren
survey-export-these = Diese exportieren
survey-export-what = Die Gäste, die jetzt in der Liste stehen
survey-export-chosen = Die ausgewählten Gäste
survey-export-csv = CSV, für eine Tabelle
survey-export-json = JSON, für Programme

## Zusammenfassung für Verantwortliche

survey-summary = Zusammenfassung
survey-summary-title = Zusammenfassung für Verantwortliche
survey-summary-back = Zurück zur Liste
survey-summary-language = Sprache der Zusammenfassung
survey-summary-copy = Kopieren
survey-summary-print = Drucken
summary-title = Gäste der Organisation { $organisation }, die vielleicht keine Gruppenmail bekommen
summary-checked = Geprüft: { $when }, Dauer: { $duration }.
summary-stopped = Die Prüfung wurde gestoppt: { $when }. Es können also mehr sein.
summary-count = { $total ->
        [0] { $count ->
            [one] { $count } Gast wurde gefunden.
           *[other] { $count } Gäste wurden gefunden.
        }
       *[other] { $count ->
            [one] Von { $total } Gästen wurde { $count } gefunden.
           *[other] Von { $total } Gästen wurden { $count } gefunden.
        }
    }
summary-repaired = { $count ->
    [one] { $count } davon wurde seitdem behoben.
   *[other] { $count } davon wurden seitdem behoben.
}
summary-causes = Nach Ursache:
summary-together = { $count ->
    [one] Davon lässt sich { $count } gemeinsam mit anderen beheben.
   *[other] Davon lassen sich { $count } gemeinsam beheben.
}
summary-since = Seit der Prüfung vom { $day }: { $new } neu, { $repaired } behoben.
summary-caveat = Ob Mail ankommt, zeigen die Daten Ihrer Organisation nicht. Sie zeigen, wo Gruppenmail kein Ziel hat.

## Viele mit einer Bestätigung beheben

batch-reading = Jeder Gast wird erneut gelesen
batch-reading-note = Dadurch ändert sich nichts.
batch-read = { $done } von { $total } gelesen
batch-read-stop = Stoppen
batch-title = { $kind ->
        [set-mail] { $count ->
            [one] Hauptadresse für { $count } Gast festlegen
           *[other] Hauptadresse für { $count } Gäste festlegen
        }
        [resend-invitation] { $count ->
            [one] Einladung an { $count } Gast erneut senden
           *[other] Einladung an { $count } Gäste erneut senden
        }
       *[other] { $what }: { $count }
    }
batch-nobody = Bei niemandem würde sich etwas ändern
batch-of-chosen = { $chosen ->
    [one] Ausgewählt: { $chosen } Gast. Erneut gelesen um { $time }.
   *[other] Ausgewählt: { $chosen } Gäste. Erneut gelesen um { $time }.
}
batch-changes = Was sich ändert
batch-filter = Filter
batch-left-out = Ausgelassen
batch-how = Ein Gast nach dem anderen, jeweils erneut gelesen und im Verlauf. Nach drei Fehlschlägen hintereinander wird angehalten und gefragt.
batch-note-sharepoint = Microsofts Artikel warnt: SharePoint-Dateien, die für eine Adresse freigegeben wurden, die entfernt wird, können für diese Gäste verloren sein. Diese App kann sie nicht auflisten.
batch-note-sign-in = Mit einer Adresse, die entfernt wird, melden sich diese Gäste vielleicht an. Fragen Sie nach, bevor Sie sie entfernen.
batch-number-missing = Geben Sie erst die Zahl ein.
batch-act = { $kind ->
        [set-mail] { $count ->
            [one] { $count } Hauptadresse festlegen
           *[other] { $count } Hauptadressen festlegen
        }
        [resend-invitation] { $count ->
            [one] { $count } Einladung erneut senden
           *[other] { $count } Einladungen erneut senden
        }
       *[other] { $what } ({ $count })
    }
batch-way-back = { $undo ->
        [full] Im Verlauf lässt sich jede Änderung einzeln rückgängig machen
        [partial] Im Verlauf lässt sich jede Änderung teilweise rückgängig machen
        [restore] Jedes ursprüngliche Konto lässt sich 30 Tage lang zurückholen
        [delete-again] Von hier aus nicht rückgängig zu machen
       *[impossible] { $kind ->
            [set-mail] Sie können später für jeden Gast eine andere Hauptadresse wählen, das Feld aber nicht wieder leeren
           *[other] Lässt sich nicht rückgängig machen
        }
    }
batch-phase-reading = Die Gäste werden gelesen
batch-phase-running = Wird ausgeführt
batch-phase-asking = Bei drei hintereinander wurde nichts geändert
    .what = Bei den nächsten kann es ebenso gehen. Was getan ist, bleibt getan.
batch-phase-done = Alle wurden durchgegangen
batch-phase-stopped = Gestoppt
batch-progress = { $done } von { $total } durchgegangen
batch-guest-waiting = wartet
batch-guest-running = läuft
batch-guest-left-out = ausgelassen
batch-stop = Nach diesem Gast stoppen
batch-stopping = Stoppt nach diesem Gast…
batch-stop-note = Zwischen zwei Gästen können Sie stoppen. Was bis dahin getan ist, bleibt getan und ist protokolliert.
batch-go-on = Fortsetzen
batch-end-stop = Hier stoppen
batch-changed = { $count ->
        [0] Bei niemandem wurde etwas geändert
        [one] { $count } von { $total } geändert
       *[other] { $count } von { $total } geändert
    }
batch-changed-looked = Wo etwas geändert wurde, waren die neuen Werte danach zu sehen.
batch-others = Was aus den anderen wurde
batch-failed = Was fehlgeschlagen ist
batch-progress-said = { $percent } % durchgegangen
batch-not-reached = { $count ->
    [one] { $count } wurde nicht begonnen.
   *[other] { $count } wurden nicht begonnen.
}
batch-to-history = Im Verlauf ansehen
left-out-nothing-to-repair = es gibt nichts mehr zu beheben
left-out-address-owned = { $owner } hat die Adresse
left-out-several-addresses = mehr als eine Adresse ist möglich: Suchen Sie den Gast und wählen Sie
left-out-invited-not-certain = die Adresse der Einladung ist nicht sicher: Suchen Sie den Gast
left-out-does-not-fit = diese Reparatur passt nicht zum jetzigen Stand
left-out-synced = wird in Ihrem eigenen Netzwerk (lokal) verwaltet und ist dort zu ändern
left-out-not-allowed = Ihre Rolle darf diesen Gast nicht ändern
left-out-protected = nur die Administration einer geschützten Einheit darf das
left-out-gone = nicht mehr vorhanden
left-out-not-read = konnte nicht gelesen werden
left-out-changed-since = seit der Vorschau geändert

## Ein Eintrag im Verlauf für viele

history-batch = { $kind ->
        [set-mail] { $count ->
            [one] Hauptadresse für { $count } Gast festgelegt
           *[other] Hauptadresse für { $count } Gäste festgelegt
        }
        [resend-invitation] { $count ->
            [one] Einladung an { $count } Gast erneut gesendet
           *[other] Einladung an { $count } Gäste erneut gesendet
        }
       *[other] { $what }: { $count }
    }
history-batch-state = { $state }: { $count }
history-batch-part = { $shown } von { $count } passen dazu
history-batch-note = Jeder Gast hat einen eigenen Eintrag; dort lässt sich die Änderung rückgängig machen.
history-batch-guests = Die Gäste

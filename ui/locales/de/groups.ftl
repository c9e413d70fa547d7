### The screen My groups: the groups one owns, and how the guests in them stand.

nav-groups = Gruppen
groups-title = Meine Gruppen
groups-what = Die Gäste in den Gruppen, die Sie besitzen. Wählen Sie einen Gast, um zu sehen, warum keine Mail ankommt.
groups-progress = { $read } von { $count } Gruppen geprüft
groups-stopped = Nach { $read } von { $count } gestoppt
groups-stop = Stoppen
groups-go-on = Den Rest prüfen
groups-again = Erneut prüfen
groups-list = Gruppen, die Sie besitzen
groups-none = Sie besitzen keine Gruppe mit Mail
    .what = Gäste anderer Gruppen können Sie einzeln suchen.
groups-to-guest = Gast suchen
groups-back = Zurück zu { $group }

group-guests = { $count ->
    [one] { $count } Gast
   *[other] { $count } Gäste
}
group-no-mail = { $count ->
    [one] { $count } bekommt keine Mail
   *[other] { $count } bekommen keine Mail
}
group-attention = { $count } zu beachten
group-cannot-tell = { $count ->
    [one] { $count } unklar
   *[other] { $count } unklar
}
group-no-fault = kein Fehler gefunden
group-empty = keine Gäste
group-waiting = wartet
group-checking = wird geprüft
group-unchecked = nicht geprüft
group-no-list = nicht zu sehen

guests-in = Gäste in { $group }
guests-export = Exportieren
guests-export-note = Alle Gäste dieser Gruppe als Tabelle (CSV)
guests-saved = Gespeichert:
guests-all = Alle
guests-show = Anzeigen
guests-filter = Nach Name oder Adresse filtern
guests-guest = Gast
guests-address = E‑Mail-Adresse
guests-state = Status
guests-why = Grund
guests-none = In dieser Gruppe gibt es keine Gäste
guests-no-match = Kein Gast passt dazu
guests-show-all = Alle anzeigen
guests-foot = Geprüft am { $at }. „Kein Fehler gefunden“ heißt nicht, dass Mail ankommt.
guests-not-shown = { $count ->
    [one] { $count } Mitglied wird Ihnen nicht angezeigt. Ob es ein Gast ist, ist nicht bekannt.
   *[other] { $count } Mitglieder werden Ihnen nicht angezeigt. Ob es Gäste sind, ist nicht bekannt.
}
guests-unread = Diese Gruppe wurde noch nicht geprüft
    .what = Über die Gäste ist noch nichts bekannt.
guests-reading = Diese Gruppe wird geprüft
guests-check = Diese Gruppe prüfen

glance-no-mail = Bekommt keine Mail
glance-cannot-tell = Unklar
glance-attention = Beachten
glance-no-fault = Kein Fehler gefunden
    .brief = Kein Fehler
glance-why-address-in-use = Adresse vergeben
glance-why-no-main-address = Keine Hauptadresse
glance-why-two-main-addresses = Zwei Hauptadressen
glance-why-blocked = Blockiert
glance-why-invitation-open = Einladung noch offen
glance-why-not-all-read = Nicht alles gelesen

no-list-hidden = Diese Gruppe verbirgt ihre Mitglieder
    .what = Wer dazugehört, ist für diese Anmeldung nicht zu sehen; die Liste sähe deshalb leer aus. Suchen Sie die Gäste einzeln.
no-list-not-owned = Sie besitzen diese Gruppe nicht mehr
    .what = Die Gäste sind hier deshalb nicht aufgeführt. Fragen Sie die Besitzer der Gruppe.
no-list-gone = Diese Gruppe gibt es nicht mehr
    .what = Seit die Liste erstellt wurde, ist die Gruppe gelöscht worden.

## Asking about several guests at once

several-begin = Anfrage zu mehreren Gästen
several-note = Bis zu { $most } Gäste ankreuzen und die IT-Administration in einem Zug fragen
several-count = { $count ->
    [0] Kreuzen Sie die Gäste an, nach denen Sie fragen möchten.
    [one] { $count } Gast angekreuzt
   *[other] { $count } Gäste angekreuzt
}
several-full = Mehr als { $most } auf einmal geht nicht.
several-all = Alle angezeigten ankreuzen
several-title = { $count ->
    [one] Anfrage zu { $count } Gast
   *[other] Anfrage zu { $count } Gästen
}
several-subject = { $count ->
    [one] { $count } Gast von { $group } bekommt vielleicht keine Gruppenmail
   *[other] { $count } Gäste von { $group } bekommen vielleicht keine Gruppenmail
}
several-what = Das zeigt die Liste der Gruppe; jeder Gast ist für sich zu prüfen:
ask-looking = Für die Datei wird jeder Gast noch einmal geprüft.

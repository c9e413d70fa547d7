### Frame, welcome and words used everywhere.

app-name = Guest Mail Doctor
app-practice = Übungsorganisation
app-practice-short = Übung
app-practice-note = Hier kann sich nichts Echtes ändern.
app-skip = Direkt zum Inhalt
app-loading = Wird gestartet…
# Stands in the page itself, for when nothing else can be said.
no-start = Guest Mail Doctor konnte das Fenster nicht öffnen.
    .what = Es wurde nichts geändert. Schließen Sie die App und starten Sie sie erneut.
nav-label = Ansichten
nav-guest = Gast
nav-history = Verlauf
account-label = Konto:
account-persona = Person wechseln oder abmelden
account-start-over = Übungsorganisation neu beginnen
account-in = bei { $organisation }
start-over-title = Die Übungsorganisation neu beginnen?
start-over-what = Alle Gäste sind danach wieder wie am Anfang. Was Sie in der Übung behoben haben, geht verloren, und damit auch der Weg dorthin zurück.
start-over-act = Neu beginnen
cancel = Abbrechen
close = Schließen
copy = Kopieren
copied = Kopiert
copy-refused = Kopieren war nicht erlaubt. Markieren und kopieren Sie den Text selbst.
busy = Einen Moment…
try-again = Erneut versuchen

role-global-administrator = Globaler Administrator
role-user-administrator = Benutzeradministrator
role-guest-inviter = Gasteinladender
role-reader = Leser
role-group-owner = Gruppenbesitzer
role-member = Mitglied
role-guest = Gast
role-other = Andere Administratorrolle
holder-administrator-of-the-unit = die Administration der geschützten Einheit des Gastes (Verwaltungseinheit)
holder-on-premises-administrator = die Administration Ihres eigenen Netzwerks (lokal)
admin-authentication-administrator = Authentifizierungsadministrator
admin-directory-writers = Verzeichnisschreibberechtigte
admin-exchange-administrator = Exchange-Administrator
admin-groups-administrator = Gruppenadministrator
admin-helpdesk-administrator = Helpdeskadministrator
admin-identity-governance-administrator = Identity Governance-Administrator
admin-password-administrator = Kennwortadministrator
admin-privileged-authentication-administrator = Privilegierter Authentifizierungsadministrator
admin-sharepoint-administrator = SharePoint-Administrator
admin-teams-administrator = Teams-Administrator
admin-yammer-administrator = Yammer-Administrator
role-can-global-administrator = Kann alle Gäste prüfen und Fehler beheben, auch bei Gästen mit Administratorrolle.
role-can-user-administrator = Kann Gäste ohne Administratorrolle prüfen und Fehler beheben.
role-can-guest-inviter = Kann Gäste prüfen und einladen, aber nichts beheben und niemanden löschen.
role-can-reader = Kann alles nachsehen und nichts ändern.
role-can-group-owner = Kann Gäste prüfen, aber ihre Adressen nicht ändern.
role-can-member = Kann Gäste prüfen, aber nichts beheben.
role-can-guest = Ist hier selbst Gast und darf die Daten der Organisation nicht durchsuchen.
role-can-other = Was diese Rolle darf, ist nicht vorab bekannt.
rehearses-permission = Wie im echten Betrieb: darf nachsehen und bittet Microsoft bei der ersten Reparatur um die Berechtigung.
rehearses-unseen-role = Wie im echten Betrieb: keine Rolle, die zu sehen ist, vielleicht aber eine, die man nicht sieht. Bittet Microsoft bei der ersten Reparatur um die Berechtigung.

welcome-title = Warum bekommt mein Gast keine Gruppenmail?
welcome-lead = Geben Sie eine E‑Mail-Adresse ein. Sie sehen, was am Gastkonto nicht stimmt, warum das so ist und wie es sich beheben lässt, mit einem Weg zurück, wo es einen gibt.
welcome-find = Finden
    .what = mit jeder Adresse, die der Gast bei Ihnen je verwendet hat
welcome-understand = Verstehen
    .what = die Ursache in klaren Worten, die Belege in einer Tabelle
welcome-repair = Beheben
    .what = erst Vorher und Nachher ansehen; alles wird protokolliert
welcome-practice = In einer Übungsorganisation ausprobieren
    .what = ohne Anmeldung, nichts Echtes kann sich ändern
welcome-who = Wer möchten Sie bei { $organisation } sein?
welcome-recommended = Empfohlen
welcome-start = Als { $name } beginnen
welcome-note = Diese App spricht nur mit der Anmeldung und den Daten Ihrer Organisation. Keine Telemetrie. Kennwörter laufen nie durch die App; die Übungsorganisation bleibt auf diesem Computer.
unfinished-banner = { $count ->
        [one] Die Änderung für { $guest } vom { $when } wurde nicht abgeschlossen.
       *[other] { $count } Änderungen wurden begonnen und nicht abgeschlossen. Die älteste, für { $guest }, ist vom { $when }.
    }
unfinished-open = Im Verlauf ansehen

## Handed over by starting the app again

handed-file = eine Datei, die Sie bekommen haben
# $what: an address, or handed-file
handed-waits = { $more ->
    [0] Wartet auf Sie: { $what }
   *[other] Wartet auf Sie: { $what } und noch { $more }
}
handed-before-sign-in = Sobald Sie angemeldet sind, wird dies angesehen: { $what }
handed-after-dialog = Die App wurde noch einmal gestartet, mit etwas zum Ansehen. Das wartet, bis dies geschlossen ist.
handed-look = Ansehen
handed-dismiss = Nicht ansehen

## Recent searches

recent-title = Letzte Suchen
recent-none = Es wurde noch niemand gesucht.
recent-keep = Auf diesem Computer behalten
recent-remove = Alle entfernen
recent-kept = Die Suchen bleiben auf diesem Computer, für niemanden sonst lesbar, bis Sie alle entfernen oder dies ausschalten.
recent-session = Die Suchen werden vergessen, wenn Sie sich abmelden oder die App schließen.

## Keys that work from anywhere

keys-note = Solange ein Dialog offen ist, lässt sich nur die Größe ändern. Einem Feld, in das Sie gerade schreiben, nehmen Tastenkürzel nichts weg.
key-paste = Strg+V
    .what = Eine Adresse einfügen, wo immer Sie gerade sind; danach steht sie in der Suche
key-search = F3
    .what = Zur Suche
key-find = Enter
    .what = In der Suche: suchen
key-again = F5
    .what = Neu prüfen, was auf dem Bildschirm steht
key-history = Strg+H
    .what = Verlauf
key-close = Esc
    .what = Schließen, was offen ist, oder zurück zur Gruppe
key-zoom = Strg und + oder −
    .what = Größer oder kleiner; Strg und 0 ist 100 %
key-help = F1, Strg+?
    .what = Diese Liste
find-key = F3 führt hierher. Einfügen können Sie eine Adresse von überall aus.
history-key = Strg+H

## In one line: what a value is called with it, and one after another

label-value = { $label }: { $value }
value-after-value = { $first }; { $next }

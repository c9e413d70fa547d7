### Words of the documents that are made in Rust. The window shows none of them.
### Inside a script every message becomes comment lines, except those under "said while the script runs".

## The Exchange script: an object owns the address of a guest

document-script-title = Guest Mail Doctor: Skript für die Exchange-Administration
document-script-why =
    Die Adresse eines Gastes ist in der Organisation schon anderswo eingetragen. Solange das
    so ist, bekommt der Gast keine Hauptadresse, und Gruppenmail kann den Gast nicht erreichen.
document-script-address = Die Adresse: { $address }
document-script-owner-contact = Wo sie eingetragen ist: beim Kontakt { $name } ({ $id })
document-script-owner-synced-contact = Wo sie eingetragen ist: beim Kontakt { $name } ({ $id }), synchronisiert aus dem eigenen Netzwerk (lokal)
document-script-owner-user = Wo sie eingetragen ist: beim Benutzerkonto oder freigegebenen Postfach { $name } ({ $id })
document-script-owner-group = Wo sie eingetragen ist: bei der Gruppe { $name } ({ $id })
document-script-no-name = (ohne Namen)
document-script-how =
    Lesen Sie es, bevor Sie es ausführen. Nötig sind das PowerShell-Modul ExchangeOnlineManagement
    und die Rolle Exchange-Administrator. Ohne Rückfrage wird nichts geändert oder gelöscht.
document-script-sign-in = Anmelden.
document-script-look =
    Wer hat die Adresse? Es können mehrere aufgeführt sein; Exchange kennt auch
    Empfänger, die in den Daten der Organisation sonst nicht zu sehen sind.
document-script-contact =
    Den Kontakt löschen. Damit verschwindet der Kontakt aus der Adressliste und aus allen
    Verteilerlisten: Notieren Sie diese Listen vorher. Notieren Sie auch LegacyExchangeDN:
    Antworten auf alte Mail können an diese Adresse gehen, und sie kommen als unzustellbar
    zurück, sobald der Kontakt weg ist. Geben Sie dem Gast diese Adresse zusätzlich: X500: und
    dahinter dieser Wert. Der Gast tritt an die Stelle des Kontakts.
document-script-another =
    Dem Kontakt eine andere Adresse geben: eine, an die niemand schreibt, in einer Domäne Ihrer
    Organisation. Die alte Adresse wird im ersten freien benutzerdefinierten Attribut aufbewahrt.
    Der Kontakt bleibt, mit seinen Listen. Zuerst wird angezeigt, was der Kontakt hat, darunter
    LegacyExchangeDN. Nimmt Exchange die neue Adresse nicht an, wurde nichts geändert: Tragen Sie
    eine andere Domäne Ihrer Organisation in $parking ein und führen Sie die Zeile erneut aus.
document-script-another-hidden =
    Dem Kontakt eine andere Adresse geben und den Kontakt in Adresslisten ausblenden, damit ihn
    niemand versehentlich auswählt. Die alte Adresse wird im ersten freien benutzerdefinierten
    Attribut aufbewahrt. Der Kontakt bleibt, mit seinen Listen. Zuerst wird angezeigt, was der
    Kontakt hat, darunter LegacyExchangeDN. Nimmt Exchange die neue Adresse nicht an, wurde nichts
    geändert: Tragen Sie eine andere Domäne Ihrer Organisation in $parking ein und führen Sie die
    Zeile erneut aus.
document-script-back =
    Die Zeile, die die alte Adresse zurückholt, sobald der Gast sie nicht mehr hat:
document-script-back-hidden =
    Die Zeile, die die alte Adresse zurückholt und den Kontakt wieder einblendet, sobald der Gast
    die Adresse nicht mehr hat. Lassen Sie das Einblenden weg, wenn der Kontakt schon vorher ausgeblendet war:
document-script-on-premises-address =
    Der Eintrag wird synchronisiert und lässt sich nur im eigenen Netzwerk (lokal) ändern. Dieser
    Teil läuft dort auf einem Computer mit dem Modul ActiveDirectory und liest nur. Die Schritte:
    1. Suchen Sie den Eintrag mit dem Befehl unten.
    2. Tragen Sie in mail, proxyAddresses und targetAddress eine andere Adresse ein. Notieren Sie die alte.
    3. Auf dem Synchronisierungsserver: Start-ADSyncSyncCycle -PolicyType Delta
    4. Warten Sie und sehen Sie dann mit dem Befehl am Ende dieses Skripts noch einmal nach.
document-script-on-premises-remove =
    Der Kontakt lässt sich nur im eigenen Netzwerk (lokal) löschen. Dieser Teil läuft dort auf
    einem Computer mit dem Modul ActiveDirectory und liest nur. Die Schritte:
    1. Suchen Sie den Kontakt mit dem Befehl unten. Notieren Sie, was angezeigt wird.
    2. Löschen Sie den Kontakt oder verschieben Sie ihn dorthin, wo nicht synchronisiert wird.
    3. Auf dem Synchronisierungsserver: Start-ADSyncSyncCycle -PolicyType Delta
    4. Warten Sie und sehen Sie dann mit dem Befehl am Ende dieses Skripts noch einmal nach.
document-script-user =
    Ein Postfach hat die Adresse. Klären Sie zuerst, wem sie gehören soll: Wird sie entfernt,
    kommt Mail dafür nicht mehr in diesem Postfach an. Wird das Konto aus dem eigenen
    Netzwerk (lokal) synchronisiert, entfernen Sie die Adresse stattdessen dort.
document-script-group =
    Eine Gruppe hat die Adresse. Fragen Sie zuerst ihre Besitzer: Wird die Adresse entfernt,
    kommt Mail dafür nicht mehr bei der Gruppe an. Wird die Gruppe aus dem eigenen
    Netzwerk (lokal) synchronisiert, entfernen Sie die Adresse stattdessen dort.
document-script-again =
    Noch einmal nachsehen. Das kann einige Minuten dauern. Sobald nur noch der Gast aufgeführt
    ist oder nichts: Suchen Sie die Adresse erneut in Guest Mail Doctor. Dort steht, was noch
    zu tun ist.
document-script-diagnosis =
    Zuletzt, und nur wenn es nicht hilft: Microsofts eigene Diagnose dieser Adresse. Sie kann von
    selbst etwas ändern und zeigt vorher nichts an. Ausgeführt wird sie nur, wenn Sie es sagen.

## The script for the lists: the guest takes the contact's place

document-lists-title = Guest Mail Doctor: Skript für die Exchange-Administration
document-lists-why =
    Es setzt den Gast auf die Listen des Kontakts, der diese Adresse hatte, und nimmt den
    Kontakt davon herunter. Legen Sie vorher die Hauptadresse des Gastes fest.
document-lists-synced = Nicht in diesem Skript, weil die Mitglieder im eigenen Netzwerk (lokal) geändert werden: { $name }
document-lists-look = Kennt Exchange den Gast unter dieser Adresse? Es muss genau einer aufgeführt sein.
document-lists-act = Jede Liste: Erst kommt der Gast darauf, dann der Kontakt herunter.

## Said while the script runs

document-script-not-found = Wer die Adresse hat, wurde nicht wie erwartet gefunden. Es wurde nichts geändert.
document-script-is-synced = Dieser Eintrag wird aus dem eigenen Netzwerk (lokal) synchronisiert. Lösen Sie den Konflikt dort. Es wurde nichts geändert.
document-script-is-primary = Das ist dort die Hauptadresse. Legen Sie dort zuerst eine andere Hauptadresse fest. Es wurde nichts geändert.
document-script-no-attribute = Kein benutzerdefiniertes Attribut ist frei, um die alte Adresse aufzubewahren. Es wurde nichts geändert.
document-script-parking-taken = Die neue Adresse ist schon vergeben. Es wurde nichts geändert.
document-script-type-parking = Es wurde keine Domäne gefunden. Geben Sie eine neue Adresse für den Kontakt ein, in einer Domäne Ihrer Organisation
document-script-diagnosis-question = Microsofts eigene Diagnose ausführen? Sie kann von selbst etwas ändern. Geben Sie ja ein, um sie auszuführen
document-script-yes = ja
document-lists-no-guest = Exchange kennt den Gast unter dieser Adresse noch nicht. Legen Sie zuerst die Hauptadresse fest, warten Sie einige Minuten, und führen Sie dies erneut aus. Es wurde nichts geändert.

## The app cannot start

document-start-title = Guest Mail Doctor kann nicht starten
document-start-already-running = Guest Mail Doctor ist mit diesem Datenordner bereits geöffnet: { $path }
    Verwenden Sie jenes Fenster oder schließen Sie es zuerst.
document-start-not-taken = Das geöffnete Fenster hat es nicht übernommen: { $path }
    Vielleicht startet oder schließt es gerade. Versuchen Sie es gleich noch einmal.
document-start-hand-over-file = Diese Datei lässt sich nicht öffnen: { $path }
    Prüfen Sie, ob es eine Datei ist, in der jemand Sie um Hilfe bittet, und ob Sie sie lesen können.
document-start-address-too-long = Die Adresse nach --find ist länger, als eine Adresse sein kann. Geben Sie eine einzige Adresse an.
document-start-data-folder = Der Datenordner ist nicht verwendbar: { $path }
    Sorgen Sie dafür, dass darin geschrieben werden kann und der Datenträger nicht voll ist, oder wählen Sie mit --data-dir einen anderen.
document-start-not-your-own = Das gehört nicht Ihnen allein: { $path }
    Es ist eine Verknüpfung, etwas anderes als eine Datei oder ein Ordner, gehört jemand anderem oder ist für andere offen. Guest Mail Doctor folgt keiner Verknüpfung und teilt keinen Ordner. Verschieben Sie es, schließen Sie es für andere, oder wählen Sie mit --data-dir einen anderen Ordner.
document-start-newer-data = Das wurde von einer neueren Version von Guest Mail Doctor geschrieben: { $path }
    Es wurde belassen, wie es ist. Installieren Sie die neuere Version.
document-start-damaged-data = Diese Datei ist beschädigt oder etwas anderes: { $path }
    Sie wurde belassen, wie sie ist. Verschieben Sie die Datei, um mit einer neuen zu beginnen; heben Sie sie auf, denn sie ist vielleicht das Protokoll Ihrer Änderungen.
document-start-managed-settings = Die Einstellungen, die Ihre Organisation für diesen Computer festgelegt hat, sind nicht verwendbar: { $path }
    Bitten Sie Ihre IT, diese Datei anzusehen: Sie muss lesbar sein, zu dieser Version passen, und niemand sonst darf darin schreiben können.
document-start-webview = Der Teil des Systems, der das Fenster zeichnet, fehlt oder funktioniert nicht.
    Installieren Sie unter Windows die WebView2-Runtime; unter Linux libwebkit2gtk-4.1.
document-start-internal = In der App ist etwas schiefgegangen.
document-start-unchanged = Dieser Start hat in Ihrer Organisation nichts geändert.
document-start-reference = Referenz: { $reference }

## The menu of the right mouse button

document-menu-copy = Kopieren
document-menu-paste = Einfügen

## In the browser, when a sign-in has come back

document-closing-done = Zurück zu Guest Mail Doctor
document-closing-done-text = Microsoft hat geantwortet. Sie können diese Seite schließen und in Guest Mail Doctor weitermachen.
document-closing-failed = Microsoft hat Sie nicht angemeldet
document-closing-failed-text = Sie können diese Seite schließen. Guest Mail Doctor sagt, warum, und was hilft.

## The registration scripts: the app becomes known to an organisation

document-registration-title = Guest Mail Doctor: Skript, das die App in Ihrer Organisation registriert
document-registration-what =
    Es erstellt eine Registrierung ohne Geheimnis, nur für Personen Ihrer Organisation.
    Die Registrierung darf nichts, bis die IT-Administration zustimmt: Guest Mail Doctor
    öffnet dafür Microsofts Seite. Zum Ausführen braucht es das Recht, Anwendungen zu
    registrieren (Rolle: Anwendungsentwickler oder höher).
document-registration-how-az =
    Lesen Sie es, bevor Sie es ausführen. Es braucht die Azure CLI und eine Shell wie
    Bash. In der Azure Cloud Shell (https://shell.azure.com) sind beide da und angemeldet;
    anderswo melden Sie sich erst an: az login --allow-no-subscriptions
document-registration-how-powershell =
    Lesen Sie es, bevor Sie es ausführen. Es braucht das PowerShell-Modul Microsoft.Graph.Applications:
    Install-Module Microsoft.Graph.Applications -Scope CurrentUser
    Die Anmeldung bittet um die Berechtigung, Anwendungen zu registrieren, nur für PowerShell.

## Said while the script runs

document-registration-other-cloud = In einer anderen Cloud angemeldet. Es wurde nichts erstellt. Wechseln Sie die Cloud, melden Sie sich an, und führen Sie dies erneut aus: az cloud set --name
document-registration-exists = Es gibt schon eine Anwendung mit dem Namen Guest Mail Doctor. Es wurde nichts erstellt oder geändert. Verwenden Sie deren IDs oder benennen Sie die Anwendung vorher um.
document-registration-unknown-permission = Diese Berechtigung gibt es hier in Microsoft Graph nicht. Es wurde nichts erstellt:
document-registration-client-id = Anwendungs-ID (Client):
document-registration-tenant-id = Verzeichnis-ID (Mandant):
document-registration-next = Tragen Sie beide in Guest Mail Doctor ein und bitten Sie dort um Zustimmung.

## The guests of a group, as a table for a spreadsheet program

# Between two cells: the list separator of the language, by which a spreadsheet program finds the columns.
document-guests-separator = ;
document-guests-guest = Gast
document-guests-address = E‑Mail-Adresse
document-guests-state = Status (kein Fehler gefunden heißt nicht, dass Mail ankommt)
document-guests-why = Grund
document-guests-group = Gruppe
document-guests-read-at = Geprüft (UTC)
document-guests-no-mail = Bekommt keine Mail
document-guests-cannot-tell = Unklar
document-guests-attention = Beachten
document-guests-no-fault = Kein Fehler gefunden
document-guests-address-in-use = Adresse vergeben
document-guests-no-main-address = Keine Hauptadresse
document-guests-two-main-addresses = Zwei Hauptadressen
document-guests-blocked = Blockiert
document-guests-invitation-open = Einladung noch offen
document-guests-not-all-read = Nicht alles gelesen
document-guests-not-shown = Mitglieder, die Ihnen nicht angezeigt werden: { $count }
document-survey-in-the-way = Steht im Weg
document-survey-groups = Gruppen
document-survey-since = Gast seit
document-survey-new = Nicht in der vorigen Prüfung
document-survey-repaired = Seitdem behoben
document-survey-id = Objekt-ID
document-survey-not-read = Konnte nicht gelesen werden
document-survey-yes = Ja
document-survey-no = Nein

## Der Verlauf, als Tabelle

document-history-when = Wann (UTC)
document-history-guest = Gast
document-history-address = E‑Mail-Adresse
document-history-what = Was
document-history-state = Status
document-history-why = Warum nicht ausgeführt
document-history-by = Von
document-history-ticket = Grund oder Ticketnummer
document-history-before = Vorher
document-history-after = Nachher
document-history-left = Nicht gelungen oder nicht zu sehen
document-history-test = Testnachricht
document-history-requests = IDs der Anfragen
document-history-change = Änderung
document-history-takes-back = Nimmt zurück
document-history-batch = Zusammen behoben

### Einstellungen, Hilfe und was die App über sich selbst sagt.

nav-settings = Einstellungen
nav-help = Hilfe
nav-help-key = F1 öffnet die Tastenkürzel

settings-title = Einstellungen
settings-window = Dieses Fenster
settings-kept = Was auf diesem Computer bleibt
language-label = Sprache
language-note = Gilt sofort. Was Sie geschrieben haben, bleibt stehen.
theme-label = Farbschema
theme-note = Hell, dunkel oder wie Ihr System.
theme-name-system = Wie das System
theme-name-light = Hell
theme-name-dark = Dunkel
zoom-label = Größe von Text und Bedienelementen
zoom-note = Strg und + oder Strg und −. Strg und 0 ist 100 %.
zoom-now = { $percent } %
zoom-larger = Größer
zoom-smaller = Kleiner
switch-on = Ein
switch-off = Aus
folder-label = Datenordner
folder-note = Ihre Einstellungen, das Protokoll der Änderungen und Ihre Anmeldung, falls sie aufbewahrt wird.
folder-open = Ordner öffnen
folder-copy = Pfad kopieren
retention = Wie lange Änderungen im Verlauf bleiben
    .what = Was älter ist, wird endgültig von diesem Computer entfernt und lässt sich nicht mehr rückgängig machen. Was nicht zu Ende kam oder noch gebraucht wird, bleibt, mit allem, was danach kam.
    .done = { $changes ->
        [0] Jetzt musste nichts entfernt werden.
        [one] 1 Änderung wurde entfernt.
       *[other] { $changes } Änderungen wurden entfernt.
    }
    .stays = { $changes ->
        [one] 1 ebenso alte Änderung bleibt.
       *[other] { $changes } ebenso alte Änderungen bleiben.
    }
retention-name-always = Immer
retention-name-year = 365 Tage
retention-name-quarter = 90 Tage
retention-name-month = 30 Tage
retention-name-week = 7 Tage
retention-ask = { $changes ->
        [one] 1 Änderung entfernen?
       *[other] { $changes } Änderungen entfernen?
    }
    .what = Was entfernt wird, ist älter als { $time } und danach endgültig nicht mehr auf diesem Computer. Rückgängig machen lässt es sich dann nicht mehr. Eine gespeicherte Datei bleibt, wo Sie sie abgelegt haben.
    .do = { $changes ->
        [one] 1 Änderung entfernen
       *[other] { $changes } Änderungen entfernen
    }
retention-unfinished = { $changes ->
        [one] 1 kam nicht zu Ende.
       *[other] { $changes } kamen nicht zu Ende.
    }
retention-asked = { $changes ->
        [one] Bei 1 ist noch offen, ob die Testnachricht angekommen ist.
       *[other] Bei { $changes } ist noch offen, ob die Testnachricht angekommen ist.
    }
retention-restorable = { $changes ->
        [one] 1 kann noch einen gelöschten Gast zurückholen.
       *[other] { $changes } können noch einen gelöschten Gast zurückholen.
    }
forget-guest = Einen Gast vergessen
    .what = Entfernt die Suchen nach dieser Adresse und das, was Prüfungen zu diesem Gast fanden, von diesem Computer. Aus dem Verlauf können keine einzelnen Änderungen verschwinden, nur die ältesten zusammen: Sonst ließe sich damit nichts mehr beweisen.
    .address = Adresse des Gastes
    .do = Vergessen
    .listed = Auch was Prüfungen zu diesem Gast fanden, ist entfernt.
    .done = { $searches ->
        [0] Es war keine Suche nach { $address } gespeichert.
        [one] 1 Suche nach { $address } ist entfernt.
       *[other] { $searches } Suchen nach { $address } sind entfernt.
    } { $changes ->
        [0] Im Protokoll steht keine Änderung an diesem Gast.
        [one] Im Protokoll bleibt 1 Änderung an diesem Gast.
       *[other] Im Protokoll bleiben { $changes } Änderungen an diesem Gast.
    } Dateien, die Sie gespeichert haben, liegen noch an ihrem Ort.
settings-sign-in = Anmeldung
settings-sign-in-practice = Für die Übungsorganisation ist keine nötig.
organisation-change = Ändern…
organisation-help-at = Hilfe: { $help }

## Hilfe

help-title = Hilfe
help-back = Zurück
what-is-this = Was ist das?
help-verdicts = Was stimmt mit meinem Gast nicht?
    .what = Die vierzehn Antworten und was jede bedeutet.
help-options = Was kosten die beiden Möglichkeiten?
    .what = Eine Adresse behalten, oder löschen und neu einladen.
help-ask = Wen frage ich?
    .what = Wer was beheben darf, und wie Sie darum bitten.
help-limits = Was darf diese App?
    .what = Was sie liest, was sie ändert und was sie nie tut.
help-keys = Tastenkürzel
    .what = F1 führt von überall hierher.
help-sent = Was wohin gesendet wird
    .what = An Microsoft, was Sie fragen, und sonst an niemanden etwas.

help-verdict-healthy = Nichts in den Daten Ihrer Organisation hält Gruppenmail von diesem Gast fern. Das beweist nicht, dass sie ankommt: Senden Sie eine Testnachricht.
help-verdict-misconfigured = Das Konto hat mehrere weitere Adressen und keine Hauptadresse, deshalb kann Gruppenmail nirgendwohin. Legen Sie die Hauptadresse fest, oder behalten Sie eine Adresse.
help-verdict-conflict = Ein Kontakt, eine Gruppe oder ein anderes Konto hat die Adresse des Gastes, und eine Adresse kann nur zu einem gehören. Lösen Sie das zuerst.
help-verdict-no-address = Das Konto hat keine Hauptadresse, deshalb kann Gruppenmail nirgendwohin. Legen Sie eine fest.
help-verdict-mail-elsewhere = Gruppenmail geht an eine andere Adresse als die, die Sie geschrieben haben. Fragen Sie den Gast, welche gelesen wird.
help-verdict-pending = Der Gast hat die Einladung noch nicht angenommen. Senden Sie sie noch einmal, oder bitten Sie den Gast, sie anzunehmen.
help-verdict-blocked = Das Konto darf sich nicht anmelden. Die IT-Administration weiß, warum, und kann es freigeben.
help-verdict-ambiguous = Mehr als ein Gast hat diese Adresse. Wählen Sie, wen Sie meinen.
help-verdict-deleted = Das Konto wurde gelöscht. Innerhalb von 30 Tagen lässt es sich wiederherstellen, mit seinen Gruppen.
help-verdict-not-a-guest = Die Adresse gehört zu jemandem aus Ihrer Organisation, zu einer Gruppe oder zu Ihrer eigenen Domäne. Geben Sie die Adresse des Gastes ein.
help-verdict-not-found = Kein Gast hat diese Adresse. Prüfen Sie die Schreibweise, oder lassen Sie den Gast einladen.
help-verdict-not-member = Der Gast ist nicht in der Gruppe, die Sie gewählt haben. Gruppenmail geht nur an Mitglieder.
help-verdict-guest-access-off = Ihre Organisation lässt Gäste nicht an die Inhalte von Gruppen. Die IT-Administration kann das ändern, für alle Gäste zugleich.
help-verdict-cannot-tell = Etwas, worauf es ankommt, war nicht zu lesen. Die Antwort sagt, was. Suchen Sie noch einmal, oder fragen Sie jemanden mit mehr Rechten.

options-first = Oft ist keine von beiden nötig. Die Hauptadresse festzulegen behebt den Fehler und lässt alles andere, wie es ist.
options-cost = Was es kostet
options-back = Weg zurück
options-keep = Eine der weiteren Adressen bleibt. Das Konto, seine Gruppen und seine Dateien bleiben, wie sie sind.
    .cost = Unter den Adressen, die wegfallen, ist der Gast nicht mehr zu finden. Eine Hauptadresse kommt dadurch nicht dazu; das ist der nächste Schritt.
    .back = Lässt sich aus dem Verlauf rückgängig machen.
options-remove = Das Konto wird gelöscht und der Gast neu eingeladen. Gruppen und Apps kommen zurück, wo das möglich ist.
    .cost = Der Gast muss noch einmal annehmen. SharePoint-Dateien, die für das alte Konto freigegeben waren, können verloren gehen, und nicht jede Gruppe lässt sich zurückgeben. Die Vorschau sagt, welche.
    .back = Innerhalb von 30 Tagen lässt sich das ursprüngliche Konto zurückholen.

ask-page-lead = Neben jedem Befund steht, was Sie selbst tun können. Muss es die IT-Administration erledigen, schreibt die App den Text zum Senden und eine Datei mit dem, was gefunden wurde.
ask-page-exchange = Nimmt eine Adresse von einem Kontakt, einer Gruppe oder einem Postfach weg.

limits-reads = Sie liest
    .what = Gastkonten, Kontakte und Gruppen Ihrer Organisation, mit Ihren eigenen Rechten, wenn Sie suchen. Nie, was in einer Nachricht steht, und keine Dateien.
limits-check = Eine Prüfung aller Gäste
    .what = Sucht, wer sonst keine Gruppenmail bekommt. Die Prüfung liest und ändert nichts. Schnell fragt sie nur nach Gästen ohne Hauptadresse, gründlich liest sie jeden Gast. Was sie findet, bleibt auf diesem Computer, bis Sie es entfernen.
limits-changes = Sie ändert
    .what = Nur, was Sie in einer Vorschau bestätigen. Jede Änderung wird protokolliert, bevor sie gesendet wird. Wo es einen Weg zurück gibt, führt der Verlauf dorthin.
limits-never = Das tut sie nie
    .what = Ihr Kennwort sehen, von selbst etwas ändern, mehr dürfen als Sie, oder etwas anderes löschen als das Konto eines Gastes.

sent-microsoft = Was Sie suchen und was Sie bestätigen, geht an Microsoft: an die Anmeldung und die Daten Ihrer Organisation.
sent-hosts = Das sind { $login } und { $graph }.
sent-practice = In der Übungsorganisation wird gar nichts gesendet.
sent-links = Links, die Anmeldeseite und die Mail an die IT-Administration öffnen sich in Ihrem eigenen Browser und Mailprogramm. Die Mail senden Sie.
sent-nothing = Keine Telemetrie, keine Absturzberichte, keine Suche nach Updates. Was protokolliert wird, bleibt im Datenordner.

## Über

about-title = Über diese App
about-note = Spricht nur mit Ihrer Organisation bei Microsoft 365. Keine Telemetrie.
about-licence = Open Source. Lizenz: MIT oder Apache 2.0, nach Ihrer Wahl.
about-others = Lizenzen der Teile, die von anderen sind
    .what = Jedes mit Version und Lizenz. Die Lizenztexte liegen bei den Quellen jedes Teils.
report-title = Diagnosebericht
report-note = Lesen Sie ihn, bevor Sie ihn kopieren. Darin steht niemand: kein Name, keine Adresse, keine ID einer Person oder Organisation. Gesendet wird der Bericht nirgendwohin.

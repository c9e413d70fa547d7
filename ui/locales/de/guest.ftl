### The Guest screen: search, verdict, evidence, what can be done.

find-address = E‑Mail-Adresse des Gastes
find-group = Gruppe
find-any-group = Keine Gruppe gewählt
find-instead = Nach { $address } suchen
find-act = Suchen
find-waiting = { $address } wird gesucht…
find-waiting-note = Benutzer, Kontakte, Gruppen und gelöschte Benutzer werden durchsucht.
find-groups-missing = Die Gruppen waren nicht lesbar. Sie können ohne Gruppe suchen.
empty-title = Wer bekommt keine Gruppenmail?
empty-what = Geben oder fügen Sie die Adresse des Gastes ein. Jede Adresse, die der Gast bei Ihnen je verwendet hat, genügt.
empty-try = Zum Ausprobieren
empty-try-conflict = die häufigste Ursache
empty-try-misconfigured = in zwei Schritten zu beheben
empty-try-healthy = kein Fehler gefunden
empty-elsewhere = Oder woanders beginnen
empty-groups = die Gäste in Ihren Gruppen

headline-healthy = Kein Fehler gefunden bei { $name }
headline-misconfigured = { $name } hat keine Hauptadresse
headline-conflict = { $name } hat keine Hauptadresse
headline-no-address = { $name } hat keine Hauptadresse
headline-no-address-proxy-missing = Exchange hat keine Hauptadresse für { $name }
headline-mail-elsewhere = Gruppenmail für { $name } geht an eine andere Adresse
headline-main-addresses-differ = Für { $name } sind zwei Hauptadressen eingetragen
headline-pending = { $name } hat die Einladung noch nicht angenommen
headline-blocked = Das Konto von { $name } ist blockiert
headline-ambiguous = Mehr als ein Gast hat { $searched }
headline-deleted = Das Konto von { $name } wurde gelöscht
headline-not-a-guest = { $name } ist hier kein Gast
headline-internal-guest = { $name } ist nur dem Typ nach ein Gast
headline-address-of-group = { $searched } ist die Adresse einer Gruppe, nicht eines Gastes
headline-own-domain = { $searched } ist eine Adresse dieser Organisation, nicht eines Gastes
headline-not-found = Kein Gast mit { $searched } in dieser Organisation
headline-not-member = { $name } ist kein Mitglied von { $group }
headline-members-hidden = Ob { $name } Mitglied von { $group } ist, lässt sich nicht sehen
headline-guest-access-off = Gäste dürfen in dieser Organisation keine Gruppen nutzen
headline-cannot-tell = Nicht alles war lesbar, daher gibt es keinen Befund

also-title = Es gibt noch etwas:
also-guest-access-off = Die Organisation lässt Gäste keine Gruppen nutzen.
also-not-member = { $name } ist kein Mitglied der gewählten Gruppe.
also-conflict = Eine Adresse von { $name } ist schon anderswo eingetragen, und deshalb fehlt die Hauptadresse.
also-no-main-address = { $name } hat keine Hauptadresse.
also-mail-elsewhere = Mail geht (oder geht vielleicht) an eine andere Adresse als die, nach der Sie gesucht haben.
also-blocked = Die Anmeldung ist für dieses Konto blockiert.

verdict-healthy = Kein Fehler gefunden
verdict-misconfigured = Falsch eingerichtet
verdict-conflict = Adresskonflikt
verdict-no-address = Keine Hauptadresse
verdict-mail-elsewhere = Mail geht woandershin
verdict-pending = Noch nicht angenommen
verdict-blocked = Blockiert
verdict-ambiguous = Gast wählen
verdict-deleted = Gelöscht
verdict-not-a-guest = Kein Gast
verdict-not-found = Nicht gefunden
verdict-not-member = Kein Mitglied
verdict-guest-access-off = Gastzugriff aus
verdict-cannot-tell = Unklar

cause-conflict = { $kind ->
        [contact] Gruppenmail hat kein Ziel. Der Grund: Der Kontakt { $owner } hat { $address } bereits, deshalb blieb das Gastkonto ohne diese Adresse.
        [synced-contact] Gruppenmail hat kein Ziel. Der Grund: Der Kontakt { $owner }, der in Ihrem eigenen Netzwerk (lokal) verwaltet wird, hat { $address } bereits.
        [user] Gruppenmail hat kein Ziel. Der Grund: Das Benutzerkonto oder freigegebene Postfach { $owner } hat { $address } bereits.
        [guest] Gruppenmail hat kein Ziel. Der Grund: Ein anderer Gast, { $owner }, hat { $address } bereits.
        [unseen] Gruppenmail hat kein Ziel. Der Grund: Etwas, das diese Anmeldung nicht sehen kann, hat { $address } bereits.
       *[group] Gruppenmail hat kein Ziel. Der Grund: Die Gruppe { $owner } hat { $address } bereits.
    }
cause-misconfigured = Gruppenmail hat kein Ziel. Das Konto hat { $count } weitere Adressen, und keine davon ist die Hauptadresse.
cause-no-address = { $missing ->
        [no-other-address] Gruppenmail hat kein Ziel. Für dieses Konto ist überhaupt keine Adresse eingetragen.
        [one-other-address] Gruppenmail hat kein Ziel. Eine weitere Adresse ist eingetragen, aber sie ist nicht die Hauptadresse.
        [one-address-repeated] Gruppenmail hat kein Ziel. Eine Adresse ist in mehreren Schreibweisen eingetragen, und keine davon ist die Hauptadresse.
        [only-mail-is-empty] Das Feld für die Hauptadresse ist leer, obwohl die Liste, nach der Exchange zustellt, eine hat. Gruppenmail hat vielleicht kein Ziel.
       *[only-proxy-is-missing] Die Hauptadresse ist eingetragen, aber die Liste, nach der Exchange zustellt, hat keine.
    }
cause-mail-elsewhere = Sie haben nach { $searched } gesucht, aber Gruppenmail geht an { $primary }. Fragen Sie { $name }, ob dieses Postfach gelesen wird.
cause-main-addresses-differ = Eine Eigenschaft nennt { $mail }, die andere { $proxy }. Welche von beiden die Gruppenmail bekommt, entscheidet Exchange, und das ist hier nicht zu sehen. Fragen Sie die Exchange-Administration, bevor Sie etwas ändern.
cause-pending = { $since ->
        [none] Die Einladung wurde noch nicht angenommen. Die Adressen sind in Ordnung. Ob allein deshalb Mail ausbleibt, ist nicht bekannt.
       *[other] Die Einladung ist seit dem { $since } offen und noch nicht angenommen. Die Adressen sind in Ordnung. Ob allein deshalb Mail ausbleibt, ist nicht bekannt.
    }
cause-blocked = Die Anmeldung ist für dieses Konto blockiert. Die Adressen sind in Ordnung. Fragen Sie nach, warum es blockiert wurde, bevor Sie etwas ändern.
cause-ambiguous = { $count } Gäste haben diese Adresse. Wählen Sie, wen Sie meinen.
cause-deleted = { $days ->
        [none] Das Konto steht unter den gelöschten Benutzern. Wie lange es noch wiederhergestellt werden kann, ließ sich nicht lesen.
        [0] Das Konto wurde gelöscht, und die dreißig Tage zum Wiederherstellen sind vorbei. Ein gelöschter Gast bekommt keine Gruppenmail.
       *[other] { $owner ->
            [none] { $days ->
                [one] Das Konto steht unter den gelöschten Benutzern und kann noch einen Tag lang wiederhergestellt werden.
               *[other] Das Konto steht unter den gelöschten Benutzern und kann noch { $days } Tage lang wiederhergestellt werden.
            } Ein gelöschter Gast bekommt keine Gruppenmail.
           *[other] { $days ->
                [one] Das Konto steht unter den gelöschten Benutzern und kann noch einen Tag lang wiederhergestellt werden.
               *[other] Das Konto steht unter den gelöschten Benutzern und kann noch { $days } Tage lang wiederhergestellt werden.
            } Sehen Sie sich zuerst { $owner } an, denn dort ist die Adresse jetzt eingetragen: Microsoft kann die Wiederherstellung deshalb ablehnen, oder das Konto kommt ohne die Adresse zurück.
        }
    }
cause-not-a-guest = { $deleted ->
        [none] { $userName ->
            [true] Mit diesem Namen meldet sich ein Konto der Organisation an, und sonst hat niemand die Adresse. Nichts deutet auf eine Einladung hin. Diese App hilft nur bei Gästen.
           *[false] Das ist ein Konto der Organisation selbst: Nichts deutet auf eine Einladung hin. Diese App hilft nur bei Gästen.
        }
       *[other] Der Gast { $deleted } hatte diese Adresse und wurde gelöscht. Inzwischen hat ein Konto der Organisation sie, deshalb kann der Gast nicht zurückkommen. Klären Sie erst, wem die Adresse gehören soll.
    }
cause-internal-guest = { $synced ->
        [true] Dieses Konto ist als Gast eingetragen, wurde aber nie eingeladen: Microsoft nennt das einen internen Gast. Es wird in Ihrem eigenen Netzwerk (lokal) verwaltet. Diese App hilft nur bei eingeladenen Gästen; was gefunden wurde, steht unten.
       *[false] Dieses Konto ist als Gast eingetragen, wurde aber nie eingeladen: Microsoft nennt das einen internen Gast. Diese App hilft nur bei eingeladenen Gästen; was gefunden wurde, steht unten.
    }
cause-address-of-group = Das ist die Adresse von { $group }, nicht die eines Gastes. Geben Sie die eigene Adresse des Gastes ein.
cause-own-domain = { $contact ->
        [none] { $address } liegt in einer Domäne der Organisation selbst, und kein Konto hat diese Adresse. Ein Gast kommt von außen und hat eine eigene Adresse: Prüfen Sie die Schreibweise.
       *[other] { $address } liegt in einer Domäne der Organisation selbst, und der Kontakt { $contact } hat diese Adresse. Ein Gast kommt von außen und hat eine eigene Adresse.
    }
cause-not-found = { $owner ->
        [none] Weder ein Gast noch ein gelöschter Gast hat { $address }. Prüfen Sie die Schreibweise oder laden Sie den Gast erst ein.
       *[other] Kein Gast hat { $address }, aber { $owner } hat diese Adresse. Ein Gast, der jetzt eingeladen wird, bekäme keine Hauptadresse.
    }
cause-not-member = { $rule ->
        [none] { $dynamic ->
            [true] Die Mitglieder von { $group } wählt eine Regel aus, und diese Regel wählt { $name } nicht aus. Ändern muss sich die Regel oder die Eigenschaft, auf die sie achtet.
           *[false] Gruppenmail geht nur an Mitglieder. Mitglied einer Gruppe innerhalb von { $group } zu sein, zählt nicht.
        }
       *[other] Die Mitglieder von { $group } wählt eine Regel aus, und diese Regel achtet auf eine Adresse, die { $name } nicht hat: { $rule } – Mit der Adresse kann die Regel { $name } auswählen.
    }
cause-members-hidden = { $group } zeigt dieser Anmeldung die Mitglieder nicht. { $name } ist nicht unter den sichtbaren, kann aber trotzdem Mitglied sein. Die Besitzer der Gruppe können nachsehen.
cause-guest-access-off = Die Organisation hat den Gastzugriff auf Gruppen ausgeschaltet. Nur die IT-Administration der Organisation kann ihn einschalten.
cause-cannot-tell = Nicht alle Daten Ihrer Organisation waren abrufbar. Was nicht zu lesen war, ist in der Tabelle markiert; daraus wird nichts geschlossen.
cause-healthy = Gruppenmail geht an { $primary }. Ob sie ankommt, ist hier nicht zu sehen: Gehen Sie die Liste unten mit { $name } durch.

why-this-matters = Woher wissen wir das?
why-title = Woraus das hervorgeht

finding-not-a-guest = Nichts deutet darauf hin, dass dieses Konto von außen eingeladen wurde.
finding-not-found = Kein bestehendes und kein gelöschtes Benutzerkonto hat diese Adresse.
finding-address-owned = { $owner ->
        [none] Die Adresse ist schon anderswo eingetragen.
       *[other] { $owner } hat die Adresse.
    } Ein Gast, der jetzt dazukommt, bekäme keine Hauptadresse.
finding-deleted = Nur ein gelöschtes Benutzerkonto hat diese Adresse.
finding-deleted-guest-had-it = Ein gelöschter Gast hatte diese Adresse vorher. Diesen Gast wiederherzustellen, bringt niemandem die Adresse zurück.
finding-deleted-account-in-the-way = Das gelöschte Konto war nie ein Gast. Solange es wiederhergestellt werden kann, steht es einer Einladung an diese Adresse vielleicht im Weg.
finding-internal-guest = Der Benutzertyp ist „Guest“, obwohl niemand dieses Konto eingeladen hat: ein interner Gast.
finding-several-guests = Mehrere Gäste haben diese Adresse.
finding-conflict = { $owner ->
        [none] Eine Adresse des Gastes ist schon anderswo eingetragen.
       *[other] { $owner } hat eine Adresse des Gastes.
    } Eine Adresse kann in der Organisation nur einmal vergeben sein, deshalb blieb das Gastkonto ohne sie.
finding-address-shared = { $owner ->
        [none] Eine Adresse des Gastes ist auch anderswo eingetragen.
       *[other] { $owner } hat auch eine Adresse des Gastes.
    } Solange der Gast eine Hauptadresse hat, ist das kein Problem. Später kann es im Weg sein.
finding-address-refused = { $owner ->
        [none] Microsoft hat eine Adresse des Gastes abgelehnt, weil sie schon anderswo eingetragen ist.
       *[other] Microsoft hat eine Adresse des Gastes abgelehnt, weil { $owner } sie hat.
    } Keine Suche zeigt das; es ist aus dem Versuch bekannt.
finding-user-name-taken = { $owner ->
        [none] Ein anderes Konto meldet sich mit einer Adresse des Gastes an. Microsoft kann diese Adresse ablehnen.
       *[other] { $owner } meldet sich mit einer Adresse des Gastes an. Microsoft kann diese Adresse ablehnen.
    }
finding-owners-not-all-seen = Ob eine Adresse des Gastes noch anderswo eingetragen ist, war nicht vollständig zu sehen.
finding-misconfigured = Das Feld für die Hauptadresse ist leer, und es gibt mehrere weitere Adressen. Das ist der Fehler, den Microsofts Supportartikel beschreibt.
finding-no-address = Die Hauptadresse fehlt, aber anders, als Microsofts Artikel es beschreibt. Eine Adresse zu behalten, kann hier nicht helfen.
finding-several-addresses = Mehrere weitere Adressen neben einer Hauptadresse: Das ist normal.
finding-mail-elsewhere = Mail geht nur an die Hauptadresse, und das ist nicht die, nach der Sie gesucht haben.
finding-main-addresses-differ = Die beiden Eigenschaften, die die Hauptadresse nennen, sagen nicht dasselbe. Exchange entscheidet, welche zählt.
finding-not-member = Der Gast steht nicht in der Mitgliederliste der gewählten Gruppe.
finding-members-hidden = Die gewählte Gruppe verbirgt ihre Mitglieder. Wer nicht zu sehen ist, kann trotzdem Mitglied sein.
finding-guest-access-off = Die Einstellung AllowGuestsToAccessGroups ist für die ganze Organisation ausgeschaltet.
finding-adding-guests-off = Neue Gäste dürfen zurzeit nicht zu Gruppen hinzugefügt werden. Wer schon darin ist, bleibt.
finding-group-takes-no-guests = Die gewählte Gruppe nimmt laut Einstellung keine neuen Gäste auf. Wer schon darin ist, bleibt.
finding-member-through-another = Der Gast ist über eine andere Gruppe in der gewählten Liste. Exchange sendet an diese Gruppe weiter, solange sie selbst Mail annimmt.
finding-group-hidden = Die gewählte Gruppe ist in Outlook ausgeblendet. Mail empfängt und sendet sie trotzdem.
finding-licensed = Das Konto hat Lizenzen der Organisation.
finding-has-mailbox = Das Konto hat einen Exchange-Plan, also sehr wahrscheinlich ein Postfach hier. Es ist mehr als ein Gast.
finding-synced-from-on-premises = Das Konto wird in Ihrem eigenen Netzwerk (lokal) verwaltet und lässt sich von hier aus nicht ändern.
finding-restricted-management = Das Konto ist in einer geschützten Einheit: Nur deren Administration kann es ändern.
finding-privileged = Der Gast hat eine Administratorrolle oder ist in einer Gruppe, die eine haben kann; deshalb darf nicht jede Administratorrolle das Konto ändern.
finding-blocked = Die Anmeldung ist für dieses Konto blockiert.
finding-pending = Die Einladung wurde noch nicht angenommen. Ob deshalb Mail ausbleibt, ist nicht bekannt.
finding-no-fault-found = In den Daten Ihrer Organisation wurde kein Fehler gefunden. Danach kann Mail immer noch verloren gehen: in einem Junk-E‑Mail-Ordner, beim Anbieter oder weil der Gast die Unterhaltungen der Gruppe verlassen hat.
finding-cannot-tell = Eine Abfrage blieb ohne Antwort; daraus wird nichts geschlossen.

found-title = Was gefunden wurde
found-matters = Nur das Wichtige
found-everything = Alles ({ $count })
found-show = Welche Eigenschaften zu sehen sind
found-memberships = Mitglied von { $groups }
found-copy = Als Text kopieren
column-state = Status
column-property = Eigenschaft
column-value = Wert

row-state-wrong = Falsch
row-state-attention = Beachten
row-state-cause = Ursache
row-state-fine = In Ordnung
row-state-info = Info
row-state-unknown = Nicht gelesen

value-empty = leer
value-unknown = nicht lesbar
value-true = ja
value-false = nein
value-accepted = angenommen
value-accepted-on = angenommen am { $date }
value-pending = noch nicht angenommen
value-pending-since = noch nicht angenommen, seit dem { $date }
value-owner = { $owner } · { $kind }

owner-contact = E‑Mail-Kontakt
owner-synced-contact = E‑Mail-Kontakt aus Ihrem eigenen Netzwerk
owner-user = Benutzer oder freigegebenes Postfach
owner-guest = anderer Gast
owner-group = Gruppe
owner-unseen = von einer Art, die diese Anmeldung nicht lesen kann
owner-nameless = Eintrag mit hier nicht lesbarem Namen (ID { $id })

meaning-no-main-address = An diese Adresse würde Gruppenmail gehen.
meaning-main-address = An diese Adresse stellt Exchange Gruppenmail zu.
meaning-no-primary-proxy = Exchange hat keine Hauptadresse, an die es zustellen kann.
meaning-primary-proxy = Der Eintrag mit SMTP: in Großbuchstaben ist die Hauptadresse.
meaning-goes-elsewhere = Gruppenmail geht hierhin und nicht an { $searched }.
meaning-main-addresses-differ = Die andere Eigenschaft nennt eine andere Hauptadresse. Exchange entscheidet, welche zählt.
meaning-several-without-main = Mehrere Adressen, und keine davon ist die Hauptadresse.
meaning-one-address-repeated = Dieselbe Adresse in mehreren Schreibweisen.
meaning-several-beside-main = Mehrere Adressen neben einer Hauptadresse: normal.
meaning-invited-at = Eingeladen an { $address }, wie der Benutzername zeigt.
meaning-invited-at-one-of = Eingeladen an eine dieser Adressen: { $addresses }. Der Benutzername zeigt es nicht sicher.
meaning-accepted = Der Gast hat die Einladung angenommen.
meaning-not-accepted = Ob allein deshalb Mail ausbleibt, ist nicht bekannt.
meaning-made-by-sharing = Keine Einladung bekannt, wie bei Gästen, die durch Freigeben in SharePoint entstanden sind.
meaning-external-member = Kommt von außen, zählt aber als Mitglied: für Gruppenmail trotzdem ein Gast.
meaning-sign-in-blocked = Die Anmeldung ist blockiert.
meaning-synced = Wird in Ihrem eigenen Netzwerk (lokal) verwaltet: hier nicht zu ändern.
meaning-restricted = In einer geschützten Einheit: Nur deren Administration kann das ändern.
meaning-no-sign-of-guest = Nichts deutet hier auf einen Gast hin.
meaning-owned-by = Hat { $address }. Eine Adresse kann in der Organisation nur einmal vergeben sein.
meaning-user-name-of = Meldet sich mit { $address } an. Microsoft kann diese Adresse für den Gast ablehnen.
meaning-internal-guest = Dem Typ nach ein Gast, aber nie eingeladen: ein interner Gast.
meaning-licensed = Lizenzen der Organisation; sie gehören zum Konto.
meaning-has-mailbox = Ein Exchange-Plan: sehr wahrscheinlich ein Postfach hier.
meaning-not-read = War nicht lesbar; daraus wird nichts geschlossen.

property-mail = Hauptadresse
property-proxyAddresses = Exchange-Adressen
property-otherMails = Weitere Adressen
property-memberOf = Gruppen
property-members = Mitglied der Gruppe

property-contact = Adresse vergeben an
property-externalUserState = Einladung
property-externalUserStateChangeDateTime = Einladung geändert am
property-userPrincipalName = Benutzername
property-userType = Benutzertyp
property-assignedLicenses = Lizenzen
property-assignedPlans = Exchange-Plan
property-accountEnabled = Darf sich anmelden
property-creationType = Wie das Konto entstand
property-createdDateTime = Konto erstellt am
property-deletedDateTime = Gelöscht am
property-displayName = Name
property-givenName = Vorname
property-surname = Nachname
property-companyName = Firma
property-department = Abteilung
property-jobTitle = Position
property-officeLocation = Büro
property-mobilePhone = Mobiltelefon
property-businessPhones = Telefon (geschäftlich)
property-identities = Anmeldewege
property-onPremisesSyncEnabled = Im eigenen Netzwerk verwaltet
property-isManagementRestricted = In einer geschützten Einheit
property-preferredLanguage = Sprache
property-usageLocation = Nutzungsstandort
property-mailNickname = E‑Mail-Alias
property-imAddresses = Chatadressen
property-showInAddressList = In der Adressliste
property-id = Objekt-ID
property-city = Ort
property-country = Land
property-onPremisesLastSyncDateTime = Zuletzt synchronisiert
property-serviceProvisioningErrors = Fehler von Diensten

do-title = Was Sie tun können
do-recommended = Empfohlen
do-unseen-role = Ich habe eine Rolle, die hier nicht zu sehen ist
do-unseen-role-what = Eine Rolle, die Sie noch aktivieren müssen, oder eine für einen Teil der Organisation. Beim Versuch entscheidet Microsoft.
ask-exchange = Fragen Sie Exchange mit dieser Zeile in PowerShell. Die Zeile liest nur.
ask-title = Das muss die IT-Administration erledigen
ask-help = Hier fragen: { $help }
ask-somebody = Fragen Sie den Helpdesk oder die IT-Administration Ihrer Organisation.
ask-copy = Anfragetext kopieren
ask-roles = Welche Rollen können das?
ask-text-needed = Was nötig ist: { $remedy }.
ask-text-roles = Wer das kann: { $roles }.
ask-text-needed-all = Was nötig ist, eins nach dem anderen:
ask-text-step = { $number }. { $remedy }
ask-text-guest = Gast: { $name }, { $address }
ask-text-id = Objekt-ID: { $id }
ask-text-group = Gruppe: { $group }
ask-text-from = Anfrage von: { $name } ({ $account }), { $organisation }, { $date }
ask-open = IT-Administration fragen…
ask-about = Jemanden um Rat fragen
ask-about-what = Eine Nachricht mit dem, was gefunden wurde, in der passenden Sprache, oder eine Datei zum Öffnen in dieser App.
ask-text-advice = Was außerhalb der App getan werden kann:
ask-panel-title = Das muss die IT-Administration erledigen
panel-back = Zurück zu dem, was Sie tun können
ask-to = An
ask-to-somebody = den Helpdesk oder die IT-Administration Ihrer Organisation
ask-language = Sprache der Nachricht
ask-note = Was fällt Ihnen auf? (optional)
ask-letter = Das ist die Nachricht
ask-mail = Im Mailprogramm öffnen
ask-mail-note = Öffnet Ihr Mailprogramm. Lesen und senden tun Sie selbst.
ask-mail-failed = Kein Mailprogramm hat geantwortet. Kopieren Sie den Text und fügen Sie ihn in eine Nachricht ein.
ask-copy-text = Text kopieren
ask-save = Als Datei speichern
ask-saved = Gespeichert als
ask-file-note = Die IT-Administration öffnet die Datei in dieser App und sieht alles so, wie es dann ist.
ask-file-practice = In der Übung wird keine Mail gesendet. Speichern Sie die Datei, melden Sie sich als Benutzeradministrator an und öffnen Sie sie.
ask-file-what = Was steht darin?
ask-file-holds = Ihr Name und Benutzername, der Gast, die Gruppe, was gefunden wurde und wann, was empfohlen wird und Ihre eigenen Worte. Kein Kennwort und nichts, was etwas ändert.
ask-file-attach = Hängen Sie die Datei an Ihre Nachricht an.
ask-until = Bis es behoben ist: Setzen Sie { $address } selbst auf Cc, wenn Sie an die Gruppe schreiben.
ask-text-note = „{ $note }“
ask-text-file = Die Datei, die dazugehört, zeigt alles, was gefunden wurde.
hand-over-open = Erhaltene Datei öffnen
hand-over-open-what = oder auf diesen Bildschirm ziehen
hand-over-opening = Die Datei wird gelesen, und alle Daten werden neu geprüft.
hand-over-title = { $name } bittet um Hilfe bei { $guest }
hand-over-from = { $name } ({ $address })
hand-over-colleague = { $colleague ->
    [true] Ein Konto Ihrer Organisation.
    [false] Kein Konto Ihrer Organisation hat diesen Benutzernamen. Fragen Sie nach, bevor Sie tun, was hier steht.
   *[none] Ob das ein Konto Ihrer Organisation ist, war nicht festzustellen.
}
hand-over-asked = Gefragt am { $date }, bei { $organisation }.
hand-over-read = Neu gelesen am { $date }.
hand-over-note = Im Wortlaut:
hand-over-recommended = Damals empfohlen: { $remedy }.
hand-over-same = Von dem, was damals gefunden wurde, hat sich nichts geändert.
hand-over-changed = { $count ->
    [one] Eine Angabe hat sich seither geändert; die Tabelle zeigt, welche.
   *[other] { $count } Angaben haben sich seither geändert; die Tabelle zeigt, welche.
}
hand-over-then = Als { $name } fragte
hand-over-now = Jetzt
hand-over-same-value = dasselbe
hand-over-pill = Geändert
hand-over-filter = Geändert ({ $count })
hand-over-gone = nicht mehr gefunden
hand-over-other-guest = Die Adresse führt zu einem anderen Gast als dem in der Datei. Klären Sie, wer gemeint ist, bevor Sie etwas beheben; hier wird nichts empfohlen.
hand-over-close = Datei schließen
hand-over-several = { $name } bittet um Hilfe bei { $count } Gästen
hand-over-several-what = Bisher wurde nichts nachgesehen. Öffnen Sie die Gäste einzeln: Dann wird jeder neu gelesen.
hand-over-claims = So steht es in der Datei. Geprüft wird es, wenn Sie einen Gast öffnen.
hand-over-group = Gruppe: { $group }.
hand-over-then-found = Damals gefunden: { $verdict }
hand-over-opened = geöffnet
hand-over-to-list = Zurück zur Liste
hand-over-back = Zurück zu den { $count } Gästen von { $name }
hand-over-answer = Antwort kopieren
hand-over-answer-text = Zu { $guest }, Ihre Frage vom { $date }:
hand-over-answer-done = Was getan wurde: { $done }.
hand-over-answer-nothing = Es wurde noch nichts geändert.
hand-over-answer-now = Geprüft am { $date }: { $headline }.
hand-over-answer-test = So testen Sie es: Senden Sie eine Nachricht an die Gruppe und fragen Sie den Gast, ob sie angekommen ist. Exchange kann danach einige Stunden brauchen. Frühere Nachrichten werden nicht noch einmal gesendet.
do-anyway = Trotzdem ausführen
do-anyway-what = { $verdict ->
    [blocked] Die Adressen stimmen schon; an ihnen liegt es nicht, dass die Anmeldung blockiert ist.
    [pending] Die Adressen stimmen schon; offen ist die Einladung.
    [mail-elsewhere] Eine Hauptadresse gibt es schon. Fragen Sie erst nach, wie oben steht.
    [not-member] Gruppenmail geht nur an Mitglieder; hierdurch wird der Gast nicht zum Mitglied.
   *[other] Was gefunden wurde, verlangt nicht danach.
}
do-nothing = Hier gibt es nichts zu beheben.
do-disabled = Nicht möglich:
do-unconfirmed = Ob Ihr Konto das darf, ließ sich nicht bestätigen.
do-entra = Im Entra Admin Center öffnen
    .what = öffnet sich im Browser
    .practice = In Ihrer eigenen Organisation öffnet hier eine Schaltfläche den Gast im Entra Admin Center. Die Gäste der Übungsorganisation gibt es dort nicht.
do-option = Option { $option } in Microsofts Artikel
do-article = Microsofts Artikel lesen

remedy-resolve-conflict = Zuerst den Konflikt lösen
remedy-invite = Gast einladen
remedy-restore = Konto wiederherstellen
remedy-resend-invitation = Einladung erneut senden
remedy-add-to-group = Zur Gruppe hinzufügen
remedy-set-mail = Hauptadresse festlegen
remedy-keep-one-address = Eine Adresse behalten
remedy-renew-membership = Mitgliedschaft erneuern
remedy-reset-redemption = Einladung neu annehmen lassen
remedy-remove-and-invite = Löschen und neu einladen

remedy-why-resolve-conflict = Solange das so ist, bekommt der Gast keine Hauptadresse. { $resolution ->
        [change-unseen] Die Schritte stehen bereit, samt der ID für die IT-Administration.
        [change-guest] Die Schritte stehen bereit.
       *[other] Die Wege stehen bereit, der schonendste zuerst.
    }
remedy-why-nobody-has-the-address = Niemand in dieser Organisation hat die Adresse.
remedy-why-comes-back-with-everything = Das Konto kommt zurück, wie es war, mit seinen Gruppen und Apps.
remedy-why-not-accepted-yet = Die Einladung wurde noch nicht angenommen.
remedy-why-not-in-the-group = Der Gast ist kein Mitglied der gewählten Gruppe.
remedy-why-fills-the-main-address = Gibt Gruppenmail ein Ziel. Sonst ändert sich nichts.
remedy-why-writes-the-same-again = Die Hauptadresse steht schon da, aber die Liste von Exchange folgt ihr nicht. Sie noch einmal einzutragen, stößt das vielleicht an. Sicher ist das nicht.
remedy-why-changes-where-mail-goes = Macht eine andere Adresse des Gastes zur Hauptadresse: die, an die Gruppenmail gehen soll.
remedy-why-leaves-one-address = Behält eine der weiteren Adressen. Kann rückgängig gemacht werden.
remedy-why-subscribes-again = Ein Gast, der hinzugefügt wird, folgt den Unterhaltungen der Gruppe wieder.
remedy-why-changes-how-they-sign-in = Danach meldet sich der Gast mit einem anderen Konto an. Eine Adresse wird dadurch nicht eingetragen.
remedy-why-makes-a-new-account = Für den Gast freigegebene SharePoint-Dateien können verloren sein.
remedy-why-no-other-address = Es gibt keine weiteren Adressen, von denen eine bleiben könnte.
remedy-why-one-address-already = Es gibt ohnehin nur eine weitere Adresse; zu wählen ist also nichts.
remedy-why-same-address-repeated = Die weiteren Adressen sind ein und dieselbe in mehreren Schreibweisen.
remedy-why-mail-is-filled = Die Hauptadresse ist eingetragen; an den weiteren Adressen liegt es nicht.
remedy-why-proxy-is-filled = Exchange hat eine Hauptadresse; an den weiteren Adressen liegt es nicht.
remedy-why-conflict-stays = Weniger Adressen ändern nichts daran, dass { $owner } die Adresse hat.
remedy-why-no-address-to-set = Es ist keine Adresse bekannt, die sich wählen ließe.
remedy-why-synced-from-on-premises = Das Konto wird in Ihrem eigenen Netzwerk (lokal) verwaltet. Es muss dort geändert werden.
remedy-why-group = { $why ->
        [dynamic] Eine Regel wählt die Mitglieder der Gruppe aus.
        [on-premises] Die Gruppe wird in Ihrem eigenen Netzwerk (lokal) verwaltet.
        [distribution-list] Die Gruppe ist eine Verteilerliste und wird in Exchange verwaltet.
        [mail-enabled-security] Die Gruppe wird in Exchange verwaltet.
        [role-assignable] Die Gruppe verleiht Administratorrollen; ihre Mitglieder kann nur jemand mit einer höheren Administratorrolle ändern.
        [takes-no-guests] Die Gruppe oder die Organisation nimmt laut Einstellung keine neuen Gäste auf: Wer herausgenommen wird, kommt vielleicht nicht wieder hinein.
       *[unknown] Um was für eine Gruppe es sich handelt, ließ sich nicht lesen.
    }
remedy-why-no-group-to-renew = Wählen Sie bei der Suche zuerst die Gruppe. Erneuert wird immer nur eine Mitgliedschaft.
remedy-why-every-address-owned = { $owner } hat die Adresse des Gastes ebenfalls; ein neues Konto bekäme also keine Hauptadresse.
remedy-why-has-mailbox = Das Konto hat hier ein Postfach, und mit dem Konto würde auch das Postfach gelöscht. Wenn niemand das Postfach braucht, lassen Sie zuerst die IT-Administration die Lizenz entziehen; prüfen Sie danach erneut.
remedy-why-own-domain = Jede Adresse des Gastes liegt in einer Domäne der Organisation selbst. Dorthin lässt Microsoft keine Einladung zu.
remedy-why-too-late = Die dreißig Tage zum Wiederherstellen des Kontos sind vorbei.
remedy-why-conflict-first = { $owner } hat die Adresse. Lösen Sie das zuerst.
remedy-why-choose-first = Wählen Sie zuerst, wen Sie meinen.
remedy-why-not-known = Was dafür bekannt sein muss, ließ sich nicht lesen. Suchen Sie erneut.
remedy-why-not-you = Das muss die IT-Administration erledigen: { $roles }.
remedy-why-not-with-this-sign-in = Bei dieser Anmeldung fehlt: { $permissions }. Darum bitten kann sie nicht; melden Sie sich stattdessen mit dem Browser an.
remedy-why-switched-off = Ihre Organisation hat Reparaturen auf diesem Computer ausgeschaltet.

advice-title = Außerhalb dieser App
advice-choose-guest = Wählen Sie, wen Sie meinen.
advice-search-again = Suchen Sie erneut: Etwas blieb ohne Antwort.
advice-turn-guest-access-on = Bitten Sie die IT-Administration der Organisation, den Gastzugriff auf Gruppen einzuschalten.
advice-change-membership-rule = Bitten Sie die Besitzer der Gruppe, die Regel zu ändern, oder die IT-Administration, die Eigenschaft zu ändern, auf die die Regel achtet.
advice-add-in-exchange = Bitten Sie die Exchange-Administration, den Gast zu dieser Liste hinzuzufügen.
advice-add-on-premises = Bitten Sie die Administration Ihres eigenen Netzwerks, den Gast zur Gruppe hinzuzufügen.
advice-change-on-premises = Bitten Sie die Administration Ihres eigenen Netzwerks, dieses Konto dort zu ändern.
advice-ask-whether-they-read-it = Fragen Sie den Gast, ob das Postfach der Hauptadresse gelesen wird.
advice-ask-why-blocked = Fragen Sie, warum die Anmeldung blockiert ist, bevor jemand die Blockierung aufhebt.
advice-check-subscription = Fragen Sie die Exchange-Administration, ob der Gast den Unterhaltungen der Gruppe noch folgt. Von hier aus ist das nicht zu sehen.
advice-ask-about-junk-and-provider = Bitten Sie den Gast, im Junk-E‑Mail-Ordner nachzusehen und den E‑Mail-Anbieter nach abgelehnter Mail zu fragen.
advice-see-what-it-was = Nutzt die Organisation Entra Backup and Recovery, sieht die IT-Administration dort, wie die Adressen in den letzten Tagen waren.
advice-see-what-it-was-link = Was dort aufbewahrt wird
advice-invite-elsewhere = Laden Sie den Gast in Outlook oder im Entra Admin Center ein. Diese Version kann das noch nicht.
advice-restore-elsewhere = Stellen Sie das Konto im Entra Admin Center unter „Gelöschte Benutzer“ wieder her. Diese Version kann das noch nicht.
advice-resend-elsewhere = Senden Sie die Einladung vom Entra Admin Center aus erneut. Diese Version kann das noch nicht.

choose-guest = Wen meinen Sie?
candidate-made = Konto erstellt am { $date }
candidate-deleted = gelöscht am { $date }
candidate-no-mail = keine Hauptadresse

checked-title = Auch geprüft
check-member = { $state ->
        [ok] Mitglied von { $group }
        [by-rule] Mitglied von { $group }, durch deren Regel
        [through-another] Über eine andere Gruppe in { $group }
        [problem] Kein Mitglied von { $group }
        [no-group] Mitgliedschaft: zum Prüfen eine Gruppe wählen
       *[other] Mitgliedschaft: nicht lesbar
    }
check-guest-access = { $state ->
        [ok] Gastzugriff an
        [problem] Gastzugriff aus
       *[other] Gastzugriff: nicht lesbar
    }
check-adding-guests = { $state ->
        [ok] Neue Gäste können hinzugefügt werden
        [note] Keine neuen Gäste möglich; wer Mitglied ist, bleibt es
       *[other] Ob neue Gäste hinzugefügt werden können: nicht lesbar
    }
check-hidden-from-outlook = { $state ->
        [ok] In Outlook sichtbar
        [note] In Outlook ausgeblendet; für Mail spielt das keine Rolle
       *[other] In Outlook ausgeblendet: nicht lesbar
    }
check-invitation = { $state ->
        [ok] Einladung angenommen
        [problem] Einladung noch nicht angenommen
        [note] Keine Einladung bekannt
       *[other] Einladung: nicht lesbar
    }
check-sign-in = { $state ->
        [ok] Anmeldung erlaubt
        [problem] Anmeldung blockiert
       *[other] Anmeldung: nicht lesbar
    }
check-invited-twice = { $state ->
        [ok] Nicht durch Freigeben in SharePoint entstanden
        [problem] Durch Freigeben in SharePoint entstanden
        [ask-the-guest] Auch aus SharePoint eingeladen: den Gast fragen
       *[other] Durch Freigeben in SharePoint entstanden: nicht lesbar
    }
check-invited-twice-how = Fragen Sie den Gast, ob es neben der Einladung in die Gruppe auch einen Link zu einer SharePoint-Datei oder -Website gab. Zwei Einladungen an verschiedene Adressen können zu diesem Fehler führen.
check-junk-folder = Junk-E‑Mail-Ordner: den Gast fragen
check-junk-folder-how = Bitten Sie den Gast, im Junk-E‑Mail-Ordner nach der Adresse der Gruppe zu suchen und eine solche Nachricht als „keine Junk-E‑Mail“ zu markieren.
check-provider = E‑Mail-Anbieter: den Gast fragen
check-provider-how = Senden Sie eine Testnachricht an die Gruppe. Kommt sie nicht an, kann der Gast beim E‑Mail-Anbieter nachfragen, ob Nachrichten der Gruppe abgelehnt werden.
check-how = So prüfen Sie es
check-done = Mit dem Gast geprüft
check-not-yet = Noch nicht geprüft

trace-title = Mail verfolgen
trace-what = Was in den letzten zehn Tagen aus den Nachrichten an { $group } wurde, auf dem Weg zum Gast. Wer sie gesendet hat und worum es ging, wird nicht angezeigt.
trace-look = Nachrichten abrufen
trace-again = Erneut abrufen
trace-looking = Exchange wird nach den Nachrichten gefragt
trace-more = { $count ->
        [one] Und eine ältere Nachricht.
       *[other] Und { $count } ältere Nachrichten.
    }
trace-incomplete = Es gab mehr Nachrichten, als gelesen wurden.
trace-asked = Gefragt nach Nachrichten von { $from } an { $to }. Gelesen am { $when }.
trace-practise = Übungsnachricht an die Gruppe senden
traced-no-messages = In den letzten { $days } Tagen hat niemand an { $group } geschrieben
    .next = Senden Sie eine Nachricht an die Gruppe und sehen Sie nach einigen Minuten noch einmal nach.
traced-at-the-guests = Die Mail erreicht den Mailserver von { $name }
    .next = Was fehlt, geht dort verloren: im Junk-E‑Mail-Ordner, durch eine Regel oder beim Anbieter. Ein Text für den Gast steht oben.
traced-not-sent-to-them = { $group } sendet nicht an { $name }
    .next = Die Nachrichten gingen an die übrigen Mitglieder. Meist hat das Konto keine Hauptadresse, oder die Mitgliedschaft ist älter als die Hauptadresse.
traced-not-delivered = Die Nachrichten an { $name } werden nicht zugestellt
    .next = Der Mailserver des Gastes lehnt sie ab, oder etwas hält sie unterwegs auf. Was davon zutrifft, sieht die Exchange-Administration in der Nachrichtenablaufverfolgung.
traced-kept-back-here = Die Nachrichten an { $name } werden auf Ihrer Seite zurückgehalten
    .next = Die Nachrichten gelten als Spam oder sind in Quarantäne. Die Exchange-Administration kann nachsehen, warum, und sie freigeben.
traced-stopped-at-group = Die Nachrichten bleiben schon bei { $group } stehen
    .next = Kein Mitglied bekommt sie. Die Exchange-Administration kann nachsehen, wer an die Gruppe schreiben darf.
traced-under-way = Die Nachrichten sind unterwegs
    .next = Sehen Sie nach einigen Minuten noch einmal nach; Exchange braucht vielleicht eine Stunde.
traced-cannot-tell = Was aus den Nachrichten wurde, lässt sich nicht feststellen
    .next = Exchange sagt darüber zu wenig. Die Exchange-Administration kann im Exchange Admin Center die Nachrichtenablaufverfolgung ansehen.
fate-delivered = An den Mailserver des Gastes übergeben
fate-left-out = An die übrigen Mitglieder gesendet, nicht an den Gast
fate-failed = Nicht zugestellt
fate-kept-back = Auf Ihrer Seite zurückgehalten
fate-stopped-at-group = Bei der Gruppe stehen geblieben
fate-under-way = Unterwegs
fate-unclear = Keine Angabe

resolve-title = Konflikt lösen
resolve-who = { $place ->
        [exchange] Das macht die Exchange-Administration, nicht diese App.
       *[on-premises] Das macht die Administration Ihres eigenen Netzwerks, nicht diese App.
    }
resolve-ask = IT-Administration fragen…
resolve-who-practice = Das macht die Exchange-Administration. Hier können Sie es üben.
resolve-contact = { $owner } ist ein E‑Mail-Kontakt und hat { $address }.
    .first = Oft ist so ein Kontakt von früherer Mail mit dem Gast übrig geblieben.
resolve-synced-contact = { $owner } ist ein E‑Mail-Kontakt aus Ihrem eigenen Netzwerk und hat { $address }.
    .first = In der Cloud lässt sich dieser Kontakt nicht ändern.
resolve-user = { $owner } ist ein Benutzerkonto oder freigegebenes Postfach und hat { $address }.
    .first = Klären Sie, wer die Adresse braucht: { $owner } oder der Gast. Beide zugleich können sie nicht haben.
resolve-guest = { $owner } ist ein anderer Gast und hat { $address }.
    .one = Klären Sie, ob beide Konten derselben Person gehören.
    .two = Wenn ja, arbeiten Sie mit dem Konto weiter, das die Hauptadresse hat, und lassen Sie das andere von der IT-Administration löschen.
    .three = Prüfen Sie hier erneut.
resolve-group = Die Gruppe { $owner } hat { $address }.
    .first = Klären Sie, ob die Gruppe diese Adresse noch braucht.
resolve-unseen = Etwas, das diese Anmeldung nicht sehen kann, hat { $address }. Die Objekt-ID: { $owner }.
    .one = Es ist kein Benutzerkonto; vielleicht ein Kontakt oder eine Gruppe, die ausgeblendet ist. Geben Sie die ID an die IT-Administration weiter, dort lässt sie sich nachsehen.
    .two = Lassen Sie die Exchange-Administration { $address } davon entfernen oder den Eintrag löschen.
    .three = Prüfen Sie hier erneut. Legen Sie danach die Hauptadresse des Gastes fest.
resolve-again = Erneut prüfen
resolve-not-looked = Noch nicht geprüft.

fact-contact = Kontakt
    .cloud = in der Cloud
    .synced = aus Ihrem eigenen Netzwerk
fact-lists = { $count ->
        [one] Auf einer Liste
       *[other] Auf { $count } Listen
    }
    .unread = Listen
    .none = Auf Listen
fact-lists-none = auf keiner
fact-lists-unread = nicht gelesen; suchen Sie nach { $address }, um sie zu sehen
fact-x500 = Alte Adresse
    .what = X500: hierhin gehen Antworten auf alte Mail
    .copy = Alte Adresse kopieren
fact-x500-unread = nicht lesbar
fact-not-told = Nur Exchange weiß, ob der Kontakt ausgeblendet ist und wie seine eigene alte Exchange-Adresse lautet. Das Skript zeigt beides, bevor es etwas ändert.
fact-copied = Der Kontakt { $owner }: auf den Listen { $lists }. Alte Adressen: { $x500 }.
fact-none = keine
fact-unread = nicht gelesen

doors-title = { $count ->
        [one] Ein Weg
       *[other] { $count } Wege, der schonendste zuerst
    }
door-another-address = Dem Kontakt eine andere Adresse geben
door-another-address-hidden = Dem Kontakt eine andere Adresse geben und den Kontakt ausblenden
door-remove = Den Kontakt löschen
door-on-premises-address = Die Adresse in Ihrem eigenen Netzwerk ändern
door-on-premises-remove = Den Kontakt in Ihrem eigenen Netzwerk löschen
door-cloud-managed = Den Kontakt künftig in der Cloud verwalten
door-take-off = Die Adresse entfernen
door-costs = Was es kostet
door-way-back = Weg zurück
door-cost-lists-lose-them = { $lists ->
        [none] Die Listen des Kontakts erreichen die Person nicht mehr, bis der Gast darauf steht.
        [0] Nichts: Der Kontakt steht auf keiner Liste.
        [one] Eine Liste erreicht die Person nicht mehr, bis der Gast darauf steht.
       *[other] { $lists } Listen erreichen die Person nicht mehr, bis der Gast darauf steht.
    }
door-cost-lists-lose-them-and-hidden = { $lists ->
        [none] Wie oben, und in der Organisation findet niemand mehr den Kontakt.
        [0] In der Organisation findet niemand mehr den Kontakt.
       *[other] Wie oben, und in der Organisation findet niemand mehr den Kontakt.
    }
door-cost-off-lists-and-old-mail = { $lists ->
        [none] Nicht mehr auf den Listen, und Antworten auf alte Mail kommen vielleicht als unzustellbar zurück.
        [0] Antworten auf alte Mail kommen vielleicht als unzustellbar zurück.
        [one] Nicht mehr auf einer Liste, und Antworten auf alte Mail kommen vielleicht als unzustellbar zurück.
       *[other] Nicht mehr auf { $lists } Listen, und Antworten auf alte Mail kommen vielleicht als unzustellbar zurück.
    }
door-cost-nothing-yet = Noch nichts. Danach kann die Exchange-Administration eine andere Adresse geben.
door-cost-mail-no-longer-reaches = Mail an die Adresse kommt nicht mehr dort an, wo sie jetzt eingetragen ist.
door-back-kept-in-attribute = Die alte Adresse wird in einem benutzerdefinierten Attribut aufbewahrt. Das Skript enthält die Zeile, die sie zurückholt.
door-back-give-it-again = Die Adresse wieder eintragen, sobald der Gast sie nicht mehr hat.
door-back-sync-again = Die Verwaltung im eigenen Netzwerk ist wieder möglich.
door-back-none = Keiner. Exchange bewahrt gelöschte Kontakte nicht auf.
door-brief-kept-in-attribute = Lässt sich zurückholen.
door-brief-give-it-again = Lässt sich zurückholen.
door-brief-sync-again = Lässt sich zurückholen.
door-brief-none = Kein Weg zurück.
door-path-contacts = Empfänger › Kontakte
door-path-mailboxes = Empfänger › Postfächer
door-path-groups = Empfänger › Gruppen
door-path-on-premises = Active Directory, in Ihrem eigenen Netzwerk
door-path-synchronisation = Wer die Synchronisierung verwaltet, setzt isCloudManaged dieses Kontakts auf true (Microsoft Graph: onPremisesSyncBehavior). Prüfen Sie danach erneut.
door-open = Exchange Admin Center öffnen
door-open-elsewhere = Öffnen Sie das Exchange Admin Center Ihrer Cloud.
door-find = Dort suchen
door-new-address = Neue Adresse
    .copy = Neue Adresse kopieren
door-new-address-unread = eine in einer Domäne Ihrer Organisation, die niemand hat
door-keep = Die alte in einem benutzerdefinierten Attribut aufbewahren
    .copy = Alte Adresse kopieren
door-hide = Und den Kontakt in Adresslisten ausblenden.
door-copy-name = Name kopieren
door-copy-address = Adresse kopieren
door-address = Die Adresse
door-script = Dasselbe als Skript
door-script-on-premises = Skript, das den Eintrag findet
door-lists-script = Danach den Gast auf die Listen setzen
door-read = Lesen
    .close = Schließen
door-save = Als .ps1 speichern
door-saved = Gespeichert:
door-practise = { $place ->
        [exchange] Als Exchange-Administration ausführen
       *[on-premises] Als Administration des eigenen Netzwerks ausführen
    }
door-practised = In der Übungsorganisation erledigt. Prüfen Sie jetzt erneut.

standing-still-there = Geprüft um { $time } Uhr: { $owner } hat die Adresse noch.
standing-another-one = Geprüft um { $time } Uhr: Jetzt hat { $owner } die Adresse.
standing-gone = Geprüft um { $time } Uhr: Die Adresse hat sonst niemand mehr.
standing-cannot-tell = Geprüft um { $time } Uhr: Nicht alles war zu sehen. Versuchen Sie den nächsten Schritt oder prüfen Sie erneut.
resolved-title = Der Konflikt ist gelöst
resolved-what = { $address } hat sonst niemand mehr.
resolved-freed = { $owner } hat die Adresse nicht mehr
resolved-put-back = Zurückholen
resolved-set = Die Hauptadresse des Gastes festlegen
resolved-set-what = Vorher und Nachher sehen Sie zuerst.
resolved-invite = Gast einladen
resolved-lists = { $count ->
        [one] Den Gast auf die Liste setzen
       *[other] Den Gast auf { $count } Listen setzen
    }
resolved-lists-later = Sobald die Hauptadresse festgelegt ist.
resolved-lists-practise = Als Exchange-Administration auf die Listen setzen
resolved-done = erledigt
resolved-practice = Hier hat die Übungsorganisation getan, was sonst die IT-Administration täte. Im echten Betrieb geschieht das dort: Sie fragen nach und prüfen danach erneut.

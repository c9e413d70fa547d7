### Het scherm Alle gasten: wie krijgt er nog meer geen groepsmail, en velen herstellen met één bevestiging.

nav-all-guests = Alle gasten
survey-title = Alle gasten
survey-back = Terug naar alle gasten

## Een controle beginnen

survey-what = Wie nog meer geen groepsmail krijgt, en waarom.
survey-none = Er is nog niet naar alle gasten gekeken
    .what = Een controle gaat de gasten van uw organisatie langs en toont wie misschien geen groepsmail krijgt, met bij elk de reden. Er verandert niets.
survey-again-title = Opnieuw controleren
    .what = Wat nu in de lijst staat, maakt plaats voor wat dan wordt gevonden.
survey-depth = Hoe ver kijkt de controle?
survey-depth-quick = Snel
    .what = Vraagt Microsoft alleen naar wie geen hoofdadres heeft, en kost dus zo veel als het er zijn. Mist wie adressen heeft en toch geen hoofdadres waar mail wordt bezorgd, wie geblokkeerd is, wie de uitnodiging niet heeft geaccepteerd, en gasten van wie uw organisatie het account zelf heeft gemaakt.
survey-depth-thorough = Grondig
    .what = Leest elke gast, en vindt ook die. In een grote organisatie duurt dat langer.
survey-start = Alle gasten controleren

## Een controle die loopt, en een die stilstaat

survey-phase-running = De controle loopt.
survey-phase-paused = De controle is gepauzeerd.
survey-phase-stopped = De controle is gestopt.
survey-phase-done = De controle is klaar.
survey-beginning = Er wordt op het eerste antwoord gewacht.
survey-reading = { $found ->
        [0] Elke gast wordt gelezen. Er is nog niemand gevonden.
       *[other] Elke gast wordt gelezen. Tot nu toe gevonden: { $found }.
    }
survey-looking = { $depth ->
        [quick] { $total ->
            [0] { $found } hebben geen hoofdadres. Nu bij elk de reden.
           *[other] Van { $total } gasten hebben er { $found } geen hoofdadres. Nu bij elk de reden.
        }
       *[thorough] { $total ->
            [0] Naar { $found } wordt een tweede keer gekeken.
           *[other] Van { $total } gasten wordt naar { $found } een tweede keer gekeken.
        }
    }
survey-paused-note = Gepauzeerd. Wat er tot nu toe is gevonden staat in de lijst, en er wordt niets gelezen tot u doorgaat.
survey-figure = { $done } van { $total }
survey-left = nog ongeveer { $time }
survey-left-soon = nog een paar seconden
survey-wait = Microsoft vroeg om even te wachten: { $time }. U kunt intussen doorwerken.
survey-progress = { $percent } % van de controle
survey-pause = Pauzeren
survey-resume = Doorgaan
survey-stop = Stoppen
survey-again = Opnieuw controleren

## Wat is gevonden

survey-done = Gecontroleerd { $when }, in { $duration }.
survey-stopped = Gestopt { $when }, na { $duration }. Er kunnen er meer zijn dan in de lijst staan.
less-than-a-second = minder dan een seconde
survey-way-candidates = Alleen naar accounts van buiten zonder hoofdadres is gevraagd.
survey-way-guests-without-mail = Alleen naar gasten zonder hoofdadres is gevraagd.
survey-way-every-external = Elk account van buiten is gelezen.
survey-way-every-guest = Elke gast is gelezen. Accounts van buiten die als lid tellen, niet.
survey-of = { $depth ->
        [quick] { $total ->
            [0] hebben geen plek waar groepsmail heen kan.
           *[other] van { $total } hebben geen plek waar groepsmail heen kan.
        }
       *[thorough] { $total ->
            [0] krijgen misschien geen groepsmail.
           *[other] van { $total } krijgen misschien geen groepsmail.
        }
    }
survey-nobody = Er is niemand gevonden
    .what = Dat bewijst niet dat mail overal aankomt: alleen waar de controle naar kijkt, is gezien.
survey-since-new = { $count } nieuw
survey-since-repaired = { $count } hersteld
survey-since = sinds { $day }
survey-repaired-now = { $count } hersteld sinds deze controle
survey-causes = Waarom: kies er een om alleen die gasten te zien
survey-cause-main-address-missing = Alleen het hoofdadres ontbreekt
survey-cause-owned-by-contact = Een contactpersoon heeft het adres
survey-cause-owned-by-account = Een ander account heeft het adres
survey-cause-owned-by-group = Een groep heeft het adres
survey-cause-no-address = Helemaal geen adres bekend
survey-cause-blocked-as-well = Geen hoofdadres, en ook geblokkeerd
survey-cause-two-main-addresses = Twee hoofdadressen
survey-cause-blocked = Account geblokkeerd
survey-cause-invitation-open = Uitnodiging nog open
survey-cause-not-all-read = Niet alles kon worden gelezen
survey-kept = Wat controles vinden, wordt op deze computer bewaard, waar alleen u het kunt lezen.
survey-remove = Verwijderen wat controles vonden

## De lijst

survey-list = Gasten
survey-filter = Naam, adres of groep
survey-show = Tonen
survey-all = Alle
survey-new = Nieuw
survey-grouped = Gegroepeerd op
survey-grouped-cause = Oorzaak
survey-grouped-state = Status
survey-grouped-none = Niets
survey-columns = Kolommen
survey-column-displayName = Gast
survey-column-address = Adres
survey-column-inTheWay = In de weg
survey-column-groups = Groepen
survey-column-guestSince = Gast sinds
survey-choose = { $name } kiezen
survey-choose-group = Alle kiezen: { $group }
survey-groups-more = { $first } en nog { $count }
survey-repaired = Hersteld
survey-not-read = niet gelezen
survey-count = { $count ->
    [one] { $count } gast
   *[other] { $count } gasten
}
survey-count-so-far = { $count ->
    [one] { $count } gast tot nu toe
   *[other] { $count } gasten tot nu toe
}
survey-count-chosen = { $chosen } van { $count } gekozen
survey-together = Samen te herstellen
survey-together-later = Samen te herstellen als de controle klaar is
survey-together-some = Die met een vakje zijn samen te herstellen
survey-one-at-a-time = Eén voor één
survey-conflict-first = Eén voor één: los eerst het conflict op
survey-no-match = Geen gast voldoet hieraan
survey-keys = Pijltoetsen gaan van rij naar rij, de spatiebalk kiest, Enter opent de gast.

## Wie gekozen is

survey-chosen-label = Gekozen gasten
survey-chosen = { $count ->
    [one] { $count } gekozen
   *[other] { $count } gekozen
}
survey-chosen-unseen = { $count ->
    [one] { $count } daarvan staat nu niet in beeld.
   *[other] { $count } daarvan staan nu niet in beeld.
}
survey-clear = Wissen
survey-repair-note = Eerst ziet u elke gast, voor en na.
survey-repair-most = { $most } tegelijk is het meeste; de eerste { $most } worden genomen.
survey-repair = { $kind ->
        [set-mail] { $count ->
            [one] { $count } hoofdadres instellen…
           *[other] { $count } hoofdadressen instellen…
        }
        [resend-invitation] { $count ->
            [one] { $count } uitnodiging opnieuw versturen…
           *[other] { $count } uitnodigingen opnieuw versturen…
        }
       *[other] { $what } ({ $count })…
    }
survey-export = Exporteren
survey-export-these = Deze exporteren
survey-export-what = De gasten die nu in de lijst staan
survey-export-chosen = De gasten die gekozen zijn
survey-export-csv = CSV, voor een rekenblad
survey-export-json = JSON, voor programma’s

## Samenvatting voor wie verantwoordelijk is

survey-summary = Samenvatting
survey-summary-title = Samenvatting voor wie verantwoordelijk is
survey-summary-back = Terug naar de lijst
survey-summary-language = Taal van de samenvatting
survey-summary-copy = Kopiëren
survey-summary-print = Afdrukken
summary-title = Gasten van { $organisation } die misschien geen groepsmail krijgen
summary-checked = Gecontroleerd op { $when }, in { $duration }.
summary-stopped = De controle is gestopt op { $when }, dus er kunnen er meer zijn.
summary-count = { $total ->
        [0] { $count ->
            [one] Er is { $count } gast gevonden.
           *[other] Er zijn { $count } gasten gevonden.
        }
       *[other] { $count ->
            [one] Van { $total } gasten is er { $count } gevonden.
           *[other] Van { $total } gasten zijn er { $count } gevonden.
        }
    }
summary-repaired = { $count ->
    [one] { $count } daarvan is sindsdien hersteld.
   *[other] { $count } daarvan zijn sindsdien hersteld.
}
summary-causes = Naar oorzaak:
summary-together = { $count ->
    [one] { $count } daarvan is samen met anderen te herstellen.
   *[other] { $count } daarvan zijn samen te herstellen.
}
summary-since = Sinds de controle van { $day }: { $new } nieuw, { $repaired } hersteld.
summary-caveat = Of mail aankomt, is in de gegevens van uw organisatie niet te zien. Wel waar groepsmail nergens heen kan.

## Velen herstellen met één bevestiging

batch-reading = Elke gast wordt opnieuw gelezen
batch-reading-note = Hierdoor verandert niets.
batch-read = { $done } van { $total } gelezen
batch-read-stop = Stoppen
batch-title = { $kind ->
        [set-mail] { $count ->
            [one] Hoofdadres instellen bij { $count } gast
           *[other] Hoofdadres instellen bij { $count } gasten
        }
        [resend-invitation] { $count ->
            [one] De uitnodiging opnieuw versturen aan { $count } gast
           *[other] De uitnodiging opnieuw versturen aan { $count } gasten
        }
       *[other] { $what }: { $count }
    }
batch-nobody = Bij niemand zou iets veranderen
batch-of-chosen = { $chosen ->
    [one] Van { $chosen } gekozen gast. Opnieuw gelezen om { $time }.
   *[other] Van de { $chosen } gekozen gasten. Opnieuw gelezen om { $time }.
}
batch-changes = Wat er verandert
batch-filter = Filter
batch-left-out = Overgeslagen
batch-how = Eén gast tegelijk, elk nagekeken en in Historie. Mislukt het driemaal achter elkaar, dan stopt het en wordt u gevraagd.
batch-note-sharepoint = Het artikel van Microsoft waarschuwt: SharePoint-bestanden die zijn gedeeld met een adres dat weggaat, kunnen voor deze gasten verloren gaan. Deze app kan ze niet opsommen.
batch-note-sign-in = Een adres dat weggaat, is misschien een adres waarmee deze gasten zich aanmelden. Vraag het na voordat u het weghaalt.
batch-number-missing = Typ eerst het getal.
batch-act = { $kind ->
        [set-mail] { $count ->
            [one] { $count } hoofdadres instellen
           *[other] { $count } hoofdadressen instellen
        }
        [resend-invitation] { $count ->
            [one] { $count } uitnodiging opnieuw versturen
           *[other] { $count } uitnodigingen opnieuw versturen
        }
       *[other] { $what } ({ $count })
    }
batch-way-back = { $undo ->
        [full] Elk kan apart ongedaan worden gemaakt vanuit Historie
        [partial] Elk kan deels ongedaan worden gemaakt, vanuit Historie
        [restore] Elk oorspronkelijk account kan 30 dagen worden teruggezet
        [delete-again] Niet ongedaan te maken vanuit deze app
       *[impossible] { $kind ->
            [set-mail] U kunt per gast later een ander hoofdadres kiezen, maar het niet meer leegmaken
           *[other] Kan niet ongedaan worden gemaakt
        }
    }
batch-phase-reading = De gasten worden gelezen
batch-phase-running = Bezig
batch-phase-asking = Bij drie achter elkaar is niets veranderd
    .what = Bij wie volgt kan het net zo gaan. Wat gedaan is, blijft gedaan.
batch-phase-done = Allen zijn langsgelopen
batch-phase-stopped = Gestopt
batch-progress = { $done } van { $total } langsgelopen
batch-guest-waiting = wacht
batch-guest-running = bezig
batch-guest-left-out = overgeslagen
batch-stop = Stoppen na deze gast
batch-stopping = Stopt na deze gast…
batch-stop-note = U kunt tussen twee gasten stoppen. Wat dan gedaan is, blijft gedaan en is vastgelegd.
batch-go-on = Doorgaan
batch-end-stop = Hier stoppen
batch-changed = { $count ->
        [0] Bij niemand is iets veranderd
        [one] { $count } van { $total } veranderd
       *[other] { $count } van { $total } veranderd
    }
batch-changed-looked = Bij wie iets veranderde, is daarna gezien dat de nieuwe waarden er staan.
batch-others = Hoe het de anderen verging
batch-failed = Wat misging
batch-progress-said = { $percent } % langsgelopen
batch-not-reached = { $count ->
    [one] Aan { $count } is niet begonnen.
   *[other] Aan { $count } is niet begonnen.
}
batch-to-history = In Historie kijken
left-out-nothing-to-repair = er valt niets meer te herstellen
left-out-address-owned = { $owner } heeft het adres
left-out-several-addresses = meer dan één adres is mogelijk: zoek de gast op en kies
left-out-invited-not-certain = het adres van de uitnodiging is niet zeker: zoek de gast op
left-out-does-not-fit = deze oplossing past niet bij hoe het nu is
left-out-synced = wordt beheerd in uw eigen netwerk, en moet daar worden veranderd
left-out-not-allowed = uw rol mag deze gast niet veranderen
left-out-protected = alleen beheerders van een beschermde eenheid mogen dit
left-out-gone = is er niet meer
left-out-not-read = kon niet worden gelezen
left-out-changed-since = is veranderd sinds het voorbeeld

## Eén vermelding in Historie voor velen

history-batch = { $kind ->
        [set-mail] { $count ->
            [one] Hoofdadres ingesteld bij { $count } gast
           *[other] Hoofdadres ingesteld bij { $count } gasten
        }
        [resend-invitation] { $count ->
            [one] Uitnodiging opnieuw verstuurd aan { $count } gast
           *[other] Uitnodiging opnieuw verstuurd aan { $count } gasten
        }
       *[other] { $what }: { $count }
    }
history-batch-state = { $state }: { $count }
history-batch-part = { $shown } van { $count } voldoen hieraan
history-batch-note = Elke gast heeft een eigen vermelding; daar maakt u de wijziging ongedaan.
history-batch-guests = De gasten ervan

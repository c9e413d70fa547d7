### Instellingen, hulp, en wat de app over zichzelf zegt.

nav-settings = Instellingen
nav-help = Hulp
nav-help-key = F1 opent de sneltoetsen

settings-title = Instellingen
settings-window = Dit venster
settings-kept = Wat op deze computer blijft
language-label = Taal
language-note = Verandert meteen. Wat u hebt getypt, blijft staan.
theme-label = Thema
theme-note = Licht, donker, of zoals uw systeem het heeft.
theme-name-system = Zoals het systeem
theme-name-light = Licht
theme-name-dark = Donker
zoom-label = Grootte van tekst en knoppen
zoom-note = Ctrl en +, of Ctrl en −. Ctrl en 0 is 100 %.
zoom-now = { $percent } %
zoom-larger = Groter
zoom-smaller = Kleiner
switch-on = Aan
switch-off = Uit
folder-label = Gegevensmap
folder-note = Uw instellingen, wat er veranderd is, en uw aanmelding als die bewaard wordt.
folder-open = Map openen
folder-copy = Pad kopiëren
retention = Hoe lang wijzigingen in Historie blijven
    .what = Wat ouder is, wordt voorgoed van deze computer verwijderd en is niet meer terug te draaien. Wat niet is afgemaakt of nog nodig is, blijft staan, met alles wat daarna kwam.
    .done = { $changes ->
        [0] Er hoefde nu niets te worden verwijderd.
        [one] Er is 1 wijziging verwijderd.
       *[other] Er zijn { $changes } wijzigingen verwijderd.
    }
    .stays = { $changes ->
        [one] 1 wijziging die net zo oud is, blijft staan.
       *[other] { $changes } wijzigingen die net zo oud zijn, blijven staan.
    }
retention-name-always = Altijd
retention-name-year = 365 dagen
retention-name-quarter = 90 dagen
retention-name-month = 30 dagen
retention-name-week = 7 dagen
retention-ask = { $changes ->
        [one] 1 wijziging verwijderen?
       *[other] { $changes } wijzigingen verwijderen?
    }
    .what = Wat weggaat, is ouder dan { $time } en wordt voorgoed van deze computer verwijderd. Terugdraaien kan dan niet meer. Een bestand dat u hebt opgeslagen, blijft waar u het hebt gezet.
    .do = { $changes ->
        [one] 1 wijziging verwijderen
       *[other] { $changes } wijzigingen verwijderen
    }
retention-unfinished = { $changes ->
        [one] 1 is niet afgemaakt.
       *[other] { $changes } zijn niet afgemaakt.
    }
retention-asked = { $changes ->
        [one] 1 wacht op het antwoord of het testbericht is aangekomen.
       *[other] { $changes } wachten op het antwoord of het testbericht is aangekomen.
    }
retention-restorable = { $changes ->
        [one] 1 kan nog een verwijderde gast terughalen.
       *[other] { $changes } kunnen nog een verwijderde gast terughalen.
    }
forget-guest = Eén gast vergeten
    .what = Verwijdert de zoekopdrachten naar dit adres, en wat controles over de gast vonden, van deze computer. Uit de historie kunnen geen losse wijzigingen weg, alleen de oudste samen: anders bewijst die niets meer.
    .address = Adres van de gast
    .do = Vergeten
    .listed = Ook wat controles over de gast vonden, is verwijderd.
    .done = { $searches ->
        [0] Er was geen zoekopdracht naar { $address } bewaard.
        [one] 1 zoekopdracht naar { $address } is verwijderd.
       *[other] { $searches } zoekopdrachten naar { $address } zijn verwijderd.
    } { $changes ->
        [0] In de historie staat geen wijziging van deze gast.
        [one] In de historie blijft 1 wijziging van deze gast staan.
       *[other] In de historie blijven { $changes } wijzigingen van deze gast staan.
    } Bestanden die u hebt opgeslagen, staan nog waar u ze hebt neergezet.
settings-sign-in = Aanmelding
settings-sign-in-practice = Voor de oefenorganisatie is die niet nodig.
organisation-change = Wijzigen…
organisation-help-at = Hulp: { $help }

## Hulp

help-title = Hulp
help-back = Terug
what-is-this = Wat is dit?
help-verdicts = Wat is er mis met mijn gast?
    .what = De veertien antwoorden, en wat elk betekent.
help-options = Wat kosten de twee opties?
    .what = Eén adres behouden, of verwijderen en opnieuw uitnodigen.
help-ask = Aan wie vraag ik het?
    .what = Wie wat mag herstellen, en hoe u het vraagt.
help-limits = Wat mag deze app?
    .what = Wat de app leest, wat die verandert, en wat nooit.
help-keys = Sneltoetsen
    .what = F1 leidt overal hierheen.
help-sent = Wat waarheen gaat
    .what = Naar Microsoft wat u vraagt, en verder naar niemand iets.

help-verdict-healthy = Niets in de gegevens van uw organisatie houdt groepsmail tegen. Dat bewijst niet dat die aankomt: stuur een testbericht.
help-verdict-misconfigured = Het account heeft meer dan één ander adres en geen hoofdadres, dus groepsmail kan nergens heen. Stel het hoofdadres in, of behoud één adres.
help-verdict-conflict = Een contactpersoon, een groep of een ander account heeft het adres van de gast, en een adres kan maar bij één horen. Los dat eerst op.
help-verdict-no-address = Het account heeft geen hoofdadres, dus groepsmail kan nergens heen. Stel er een in.
help-verdict-mail-elsewhere = Groepsmail gaat naar een ander adres dan u hebt getypt. Vraag de gast welk adres gelezen wordt.
help-verdict-pending = De gast heeft de uitnodiging nog niet geaccepteerd. Stuur die opnieuw, of vraag de gast om te accepteren.
help-verdict-blocked = Het account mag zich niet aanmelden. Een beheerder weet waarom, en kan de blokkade opheffen.
help-verdict-ambiguous = Meer dan één gast heeft dit adres. Kies wie u bedoelt.
help-verdict-deleted = Het account is verwijderd. Binnen 30 dagen kan het worden hersteld, met zijn groepen.
help-verdict-not-a-guest = Het adres is van een collega, een groep of uw eigen organisatie. Typ het adres van de gast.
help-verdict-not-found = Geen gast heeft dit adres. Controleer de spelling, of laat de gast uitnodigen.
help-verdict-not-member = De gast zit niet in de groep die u koos. Groepsmail gaat alleen naar leden.
help-verdict-guest-access-off = Uw organisatie laat gasten niet bij de inhoud van groepen. Een beheerder kan dat veranderen, voor alle gasten tegelijk.
help-verdict-cannot-tell = Iets wat beslist, kon niet worden gelezen. Het antwoord zegt wat. Zoek opnieuw, of vraag iemand die meer mag zien.

options-first = Vaak is geen van beide nodig. Het hoofdadres instellen herstelt het account en laat al het andere zoals het is.
options-cost = Wat het kost
options-back = Weg terug
options-keep = Een van de andere adressen blijft. Het account, de groepen en de bestanden blijven zoals ze zijn.
    .cost = Op de adressen die weggaan is de gast niet meer te vinden. Een hoofdadres komt er hierdoor niet; dat is de volgende stap.
    .back = Kan ongedaan worden gemaakt vanuit Historie.
options-remove = Het account wordt verwijderd en de gast wordt opnieuw uitgenodigd. Groepen en apps komen terug waar dat kan.
    .cost = De gast moet opnieuw accepteren. SharePoint-bestanden die met het oude account zijn gedeeld kunnen verloren gaan, en niet elke groep kan worden teruggegeven. Het voorbeeld zegt welke.
    .back = Binnen 30 dagen kan het oorspronkelijke account worden teruggezet.

ask-page-lead = Naast elke uitslag staat wat u zelf kunt doen. Moet een beheerder het doen, dan schrijft de app de tekst om te versturen, en een bestand met wat er gevonden is.
ask-page-exchange = Haalt een adres weg bij een contactpersoon, een groep of een postvak.

limits-reads = De app leest
    .what = Gastaccounts, contactpersonen en groepen van uw organisatie, met uw eigen rechten, als u zoekt. Nooit wat er in een bericht staat, en geen bestanden.
limits-check = Een controle van alle gasten
    .what = Zoekt wie er nog meer geen groepsmail krijgt. De controle leest en verandert niets. Snel vraagt die alleen naar wie geen hoofdadres heeft; grondig wordt elke gast gelezen. Wat wordt gevonden, blijft op deze computer tot u het verwijdert.
limits-changes = De app verandert
    .what = Alleen wat u in een voorbeeld bevestigt. Elke wijziging wordt vastgelegd voordat die wordt verstuurd. Is er een weg terug, dan staat die in Historie.
limits-never = De app zal nooit
    .what = uw wachtwoord zien, uit zichzelf iets veranderen, meer mogen dan u mag, of iets anders verwijderen dan het account van een gast.

sent-microsoft = Wat u zoekt en wat u bevestigt gaat naar Microsoft: naar de aanmelding en de gegevens van uw organisatie.
sent-hosts = Dat zijn { $login } en { $graph }.
sent-practice = In de oefenorganisatie wordt helemaal niets verstuurd.
sent-links = Links, de aanmeldpagina en de mail aan een beheerder gaan open in uw eigen browser en mailprogramma. U verstuurt de mail.
sent-nothing = Geen telemetrie, geen foutrapporten, geen zoeken naar updates. Wat wordt vastgelegd, blijft in de gegevensmap.

## Over

about-title = Over deze app
about-note = Praat alleen met uw organisatie bij Microsoft 365. Geen telemetrie.
about-licence = Open source. Licentie: MIT of Apache 2.0, naar keuze.
about-others = Licenties van onderdelen van anderen
    .what = Elk met versie en licentie. De teksten ervan staan bij de bron van elk onderdeel.
report-title = Diagnoserapport
report-note = Lees het voordat u het kopieert. Het noemt niemand: geen naam, geen adres, geen id van een persoon of organisatie. Het wordt nergens heen gestuurd.

### The screen My groups: the groups one owns, and how the guests in them stand.

nav-groups = Groepen
groups-title = Mijn groepen
groups-what = De gasten in de groepen waarvan u eigenaar bent. Kies een gast om te zien waarom er geen mail komt.
groups-progress = { $read } van { $count } groepen gecontroleerd
groups-stopped = Gestopt na { $read } van { $count }
groups-stop = Stoppen
groups-go-on = De rest controleren
groups-again = Opnieuw controleren
groups-list = Groepen waarvan u eigenaar bent
groups-none = U bent geen eigenaar van een groep met mail
    .what = Gasten van andere groepen kunt u één voor één opzoeken.
groups-to-guest = Een gast opzoeken
groups-back = Terug naar { $group }

group-guests = { $count ->
    [one] { $count } gast
   *[other] { $count } gasten
}
group-no-mail = { $count ->
    [one] { $count } krijgt geen mail
   *[other] { $count } krijgen geen mail
}
group-attention = { $count } om naar te kijken
group-cannot-tell = { $count ->
    [one] { $count } onduidelijk
   *[other] { $count } onduidelijk
}
group-no-fault = geen fout gevonden
group-empty = geen gasten
group-waiting = wacht
group-checking = wordt gecontroleerd
group-unchecked = niet gecontroleerd
group-no-list = niet te zien

guests-in = Gasten in { $group }
guests-export = Exporteren
guests-export-note = Alle gasten van deze groep als tabel (CSV)
guests-saved = Opgeslagen:
guests-all = Alle
guests-show = Tonen
guests-filter = Filter op naam of adres
guests-guest = Gast
guests-address = E‑mailadres
guests-state = Status
guests-why = Waarom
guests-none = Er zijn geen gasten in deze groep
guests-no-match = Geen gast voldoet hieraan
guests-show-all = Alle tonen
guests-foot = Gecontroleerd { $at }. “Geen fout gevonden” zegt niet dat mail ook aankomt.
guests-not-shown = { $count ->
    [one] { $count } lid krijgt u niet te zien. Of dat een gast is, is niet bekend.
   *[other] { $count } leden krijgt u niet te zien. Of dat gasten zijn, is niet bekend.
}
guests-unread = Deze groep is nog niet gecontroleerd
    .what = Van de gasten is niets bekend.
guests-reading = Deze groep wordt gecontroleerd
guests-check = Deze groep controleren

glance-no-mail = Krijgt geen mail
glance-cannot-tell = Niet te zeggen
glance-attention = Let op
glance-no-fault = Geen fout gevonden
    .brief = Geen fout
glance-why-address-in-use = Adres in gebruik
glance-why-no-main-address = Geen hoofdadres
glance-why-two-main-addresses = Twee hoofdadressen
glance-why-blocked = Geblokkeerd
glance-why-invitation-open = Uitnodiging nog open
glance-why-not-all-read = Niet alles gelezen

no-list-hidden = Deze groep verbergt de leden
    .what = Wie erin zit is voor deze aanmelding niet te zien, dus de lijst zou leeg lijken. Zoek de gasten één voor één op.
no-list-not-owned = U bent geen eigenaar meer van deze groep
    .what = De gasten staan daarom niet in deze lijst. Vraag het een van de eigenaren.
no-list-gone = Deze groep is er niet meer
    .what = De groep is verwijderd sinds de lijst is gemaakt.

## Naar meerdere gasten tegelijk vragen

several-begin = Over meer gasten vragen
several-note = Vink hoogstens { $most } gasten aan, en vraag het een beheerder in één keer
several-count = { $count ->
    [0] Vink de gasten aan over wie u iets wilt vragen.
    [one] { $count } gast aangevinkt
   *[other] { $count } gasten aangevinkt
}
several-full = Meer kan niet: hoogstens { $most } tegelijk.
several-all = Alle getoonde gasten aanvinken
several-title = { $count ->
    [one] Vragen over { $count } gast
   *[other] Vragen over { $count } gasten
}
several-subject = { $count ->
    [one] { $count } gast van { $group } krijgt mogelijk geen groepsmail
   *[other] { $count } gasten van { $group } krijgen mogelijk geen groepsmail
}
several-what = Dit is wat de lijst van de groep laat zien; naar ieder moet apart gekeken worden:
ask-looking = Voor het bestand wordt naar ieder van hen opnieuw gekeken.

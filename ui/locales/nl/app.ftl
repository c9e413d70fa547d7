### Kader, welkom en woorden die overal voorkomen.

app-name = Guest Mail Doctor
app-practice = Oefenorganisatie
app-practice-short = Oefening
app-practice-note = Hier kan niets echts veranderen.
app-skip = Direct naar de inhoud
app-loading = Starten…
# Stands in the page itself, for when nothing else can be said.
no-start = Guest Mail Doctor kon het venster niet openen.
    .what = Er is niets veranderd. Sluit de app en start opnieuw.
nav-label = Schermen
nav-guest = Gast
nav-history = Historie
account-label = Account:
account-persona = Andere persoon kiezen of afmelden
account-start-over = Oefenorganisatie opnieuw beginnen
account-in = bij { $organisation }
start-over-title = De oefenorganisatie opnieuw beginnen?
start-over-what = Alle gasten worden weer zoals in het begin. Wat u in de oefening hebt hersteld gaat verloren, en ook de weg terug.
start-over-act = Opnieuw beginnen
cancel = Annuleren
close = Sluiten
copy = Kopiëren
copied = Gekopieerd
copy-refused = Kopiëren was niet toegestaan. Selecteer de tekst en kopieer die zelf.
busy = Een ogenblik…
try-again = Opnieuw proberen

role-global-administrator = Globale beheerder
role-user-administrator = Gebruikersbeheerder
role-guest-inviter = Afzender van gastuitnodigingen
role-reader = Lezer
role-group-owner = Eigenaar van een groep
role-member = Lid
role-guest = Gast
role-other = Andere beheerdersrol
holder-administrator-of-the-unit = een beheerder van de beschermde eenheid van de gast (beheereenheid)
holder-on-premises-administrator = een beheerder van uw eigen netwerk (on-premises)
admin-authentication-administrator = Verificatiebeheerder
admin-directory-writers = Adreslijstschrijvers
admin-exchange-administrator = Exchange-beheerder
admin-groups-administrator = Groepsbeheerder
admin-helpdesk-administrator = Helpdeskbeheerder
admin-identity-governance-administrator = Beheerder van identiteitsgovernance
admin-password-administrator = Wachtwoordbeheerder
admin-privileged-authentication-administrator = Bevoorrechte verificatiebeheerder
admin-sharepoint-administrator = SharePoint-beheerder
admin-teams-administrator = Teams-beheerder
admin-yammer-administrator = Yammer-beheerder
role-can-global-administrator = Kan elke gast controleren en herstellen, ook met een beheerdersrol.
role-can-user-administrator = Kan gasten zonder beheerdersrol controleren en herstellen.
role-can-guest-inviter = Kan gasten controleren en uitnodigen, niet herstellen of verwijderen.
role-can-reader = Kan alles opzoeken en niets veranderen.
role-can-group-owner = Kan gasten controleren, niet hun adressen herstellen.
role-can-member = Kan gasten controleren, niet herstellen.
role-can-guest = Is hier zelf gast en mag anderen niet opzoeken.
role-can-other = Wat deze rol mag, is niet vooraf bekend.
rehearses-permission = Net als in het echt: mag opzoeken en vraagt Microsoft bij het eerste herstel om een machtiging.
rehearses-unseen-role = Net als in het echt: geen rol die te zien is, misschien wel een die dat niet is. Vraagt Microsoft bij het eerste herstel om een machtiging.

welcome-title = Waarom krijgt mijn gast geen groepsmail?
welcome-lead = Typ een e‑mailadres. Zie wat er mis is met het gastaccount, waarom, en hoe u het herstelt, met een weg terug waar die er is.
welcome-find = Zoeken
    .what = op elk adres dat de gast ooit bij u gebruikte
welcome-understand = Begrijpen
    .what = de oorzaak in gewone taal, het bewijs in een tabel
welcome-repair = Herstellen
    .what = eerst voor en na bekijken; alles wordt vastgelegd
welcome-practice = Uitproberen in een oefenorganisatie
    .what = zonder aanmelden, er kan niets echts veranderen
welcome-who = Wie wilt u zijn bij { $organisation }?
welcome-recommended = Aanbevolen
welcome-start = Beginnen als { $name }
welcome-note = Deze app praat alleen met de aanmelding en de gegevens van uw organisatie. Geen telemetrie. Wachtwoorden komen er nooit langs; de oefenorganisatie blijft op deze computer.
unfinished-banner = { $count ->
        [one] De wijziging voor { $guest } die op { $when } begon, is niet afgemaakt.
       *[other] { $count } wijzigingen zijn begonnen en niet afgemaakt. De oudste, voor { $guest }, begon op { $when }.
    }
unfinished-open = Bekijken in Historie

## Overgenomen van een nieuwe start van de app

handed-file = een bestand van een collega
# $what: an address, or handed-file
handed-waits = { $more ->
    [0] Wacht om bekeken te worden: { $what }
   *[other] Wacht om bekeken te worden: { $what }, en nog { $more }
}
handed-before-sign-in = Zodra u bent aangemeld, wordt dit bekeken: { $what }
handed-after-dialog = De app is opnieuw gestart met iets om te bekijken. Dat wacht tot dit gesloten is.
handed-look = Bekijken
handed-dismiss = Niet bekijken

## Recente zoekopdrachten

recent-title = Kort geleden gezocht
recent-none = Er is nog niemand opgezocht.
recent-keep = Op deze computer bewaren
recent-remove = Alles verwijderen
recent-kept = Ze blijven op deze computer, waar alleen u ze kunt lezen, tot u ze verwijdert of dit uitzet.
recent-session = Ze worden vergeten als u zich afmeldt of de app sluit.

## Toetsen die overal werken

keys-note = Zolang er een venster open is, kan alleen de grootte veranderen. Een veld waarin u typt, houdt zijn eigen toetsen.
key-paste = Ctrl+V
    .what = Een adres plakken, waar u ook bent: het komt in het zoekveld
key-search = F3
    .what = Naar het zoekveld
key-find = Enter
    .what = In het zoekveld: zoeken
key-again = F5
    .what = Opnieuw kijken naar wat op het scherm staat
key-history = Ctrl+H
    .what = Historie
key-close = Esc
    .what = Sluiten wat open is, of terug naar de groep
key-zoom = Ctrl en + of −
    .what = Groter of kleiner; Ctrl en 0 is 100 %
key-help = F1, Ctrl+?
    .what = Deze lijst
find-key = F3 gaat hierheen. Een adres plakken kan overal.
history-key = Ctrl+H

## In one line: what a value is called with it, and one after another

label-value = { $label }: { $value }
value-after-value = { $first }; { $next }

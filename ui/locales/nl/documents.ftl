### Woorden van de documenten die in Rust gemaakt worden. Het venster toont ze niet.
### In een script wordt elk bericht commentaar, behalve wat onder "gezegd terwijl het script loopt" staat.

## Het Exchange-script: een object heeft het adres van een gast

document-script-title = Guest Mail Doctor: script voor een Exchange-beheerder
document-script-why =
    Iets anders in de organisatie heeft het adres van een gast. Zolang dat zo is, krijgt
    de gast geen hoofdadres, en kan groepsmail de gast niet bereiken.
document-script-address = Het adres: { $address }
document-script-owner-contact = Van wie het is: de contactpersoon { $name } ({ $id })
document-script-owner-synced-contact = Van wie het is: de contactpersoon { $name } ({ $id }), gesynchroniseerd vanuit uw eigen netwerk (on-premises)
document-script-owner-user = Van wie het is: de gebruiker of het gedeelde postvak { $name } ({ $id })
document-script-owner-group = Van wie het is: de groep { $name } ({ $id })
document-script-no-name = (zonder naam)
document-script-how =
    Lees het voordat u het uitvoert. Nodig zijn de PowerShell-module ExchangeOnlineManagement
    en een Exchange-beheerder. Er wordt niets gewijzigd of verwijderd zonder dat het eerst gevraagd wordt.
document-script-sign-in = Aanmelden.
document-script-look =
    Van wie is het adres? Er kan meer dan één genoemd worden; Exchange kent ook
    ontvangers die Guest Mail Doctor niet kan zien.
document-script-contact =
    Verwijder de contactpersoon. Die verdwijnt uit de adreslijst en uit de distributielijsten:
    noteer eerst welke dat zijn. Noteer ook LegacyExchangeDN: antwoorden op oude mail kunnen
    naar dat adres gaan, en ze komen onbestelbaar terug als de contactpersoon weg is. Geef
    het aan de gast als extra adres: X500: met die waarde erachter. De gast komt in de
    plaats van de contactpersoon.
document-script-another =
    Geef de contactpersoon een ander adres: een waar niemand naar schrijft, in een domein van
    uw organisatie. Het oude adres wordt bewaard in het eerste vrije aangepaste kenmerk. De
    contactpersoon blijft, met de lijsten. Eerst wordt getoond wat de contactpersoon heeft,
    ook LegacyExchangeDN. Neemt Exchange het nieuwe adres niet aan, dan is er niets gewijzigd:
    zet in $parking een ander adres in een domein van uw organisatie, en voer de regel opnieuw uit.
document-script-another-hidden =
    Geef de contactpersoon een ander adres, en verberg die in adreslijsten, zodat niemand die
    per ongeluk kiest. Het oude adres wordt bewaard in het eerste vrije aangepaste kenmerk. De
    contactpersoon blijft, met de lijsten. Eerst wordt getoond wat de contactpersoon heeft,
    ook LegacyExchangeDN. Neemt Exchange het nieuwe adres niet aan, dan is er niets gewijzigd:
    zet in $parking een ander adres in een domein van uw organisatie, en voer de regel opnieuw uit.
document-script-back =
    De regel die het oude adres terugzet, zodra de gast het niet meer heeft:
document-script-back-hidden =
    De regel die het oude adres terugzet en de contactpersoon weer toont, zodra de gast het
    adres niet meer heeft. Laat het tonen weg als de contactpersoon al verborgen was:
document-script-on-premises-address =
    Dit wordt gesynchroniseerd en kan alleen in uw eigen netwerk (on-premises) gewijzigd worden.
    Dit deel loopt op een computer daar, met de module ActiveDirectory. Het kijkt alleen; de stappen zijn:
    1. Zoek het met de opdracht hieronder.
    2. Geef het een ander adres in mail, proxyAddresses en targetAddress. Noteer het oude.
    3. Op de synchronisatieserver: Start-ADSyncSyncCycle -PolicyType Delta
    4. Wacht, en kijk dan opnieuw met de opdracht bij het eind van dit script.
document-script-on-premises-remove =
    De contactpersoon kan alleen in uw eigen netwerk (on-premises) verwijderd worden. Dit deel loopt
    op een computer daar, met de module ActiveDirectory. Het kijkt alleen; de stappen zijn:
    1. Zoek de contactpersoon met de opdracht hieronder. Noteer wat die toont.
    2. Verwijder de contactpersoon, of verplaats die naar waar niet gesynchroniseerd wordt.
    3. Op de synchronisatieserver: Start-ADSyncSyncCycle -PolicyType Delta
    4. Wacht, en kijk dan opnieuw met de opdracht bij het eind van dit script.
document-script-user =
    Iemands postvak heeft het adres. Vraag eerst van wie het hoort te zijn: wordt het
    weggehaald, dan komt mail daarvoor niet meer in dat postvak aan. Wordt het account
    gesynchroniseerd vanuit uw eigen netwerk, haal het adres er dan daar af.
document-script-group =
    Een groep heeft het adres. Vraag het eerst aan de eigenaren: wordt het weggehaald,
    dan komt mail daarvoor niet meer bij de groep aan. Wordt de groep gesynchroniseerd
    vanuit uw eigen netwerk, haal het adres er dan daar af.
document-script-again =
    Kijk opnieuw. Het kan enkele minuten duren. Zodra alleen de gast genoemd wordt, of niets:
    zoek het adres nog eens op in Guest Mail Doctor. Daar staat wat er nog te doen is.
document-script-diagnosis =
    Als laatste, alleen als het niet helpt: de eigen diagnose van Microsoft voor dit adres. Die
    kan zelf herstellen, en toont vooraf niets. Die loopt alleen als u dat zegt.

## Het script voor de lijsten: de gast komt in de plaats van de contactpersoon

document-lists-title = Guest Mail Doctor: script voor een Exchange-beheerder
document-lists-why =
    Het zet de gast op de lijsten van de contactpersoon die dit adres had, en haalt de
    contactpersoon eraf. Stel eerst het hoofdadres van de gast in.
document-lists-synced = Niet in dit script, omdat de leden in uw eigen netwerk (on-premises) gewijzigd worden: { $name }
document-lists-look = Kent Exchange de gast op dit adres? Er moet er precies één genoemd worden.
document-lists-act = Elke lijst: eerst komt de gast erop, dan gaat de contactpersoon eraf.

## Gezegd terwijl het script loopt

document-script-not-found = De eigenaar is niet gevonden zoals verwacht. Er is niets gewijzigd.
document-script-is-synced = Dit wordt gesynchroniseerd vanuit uw eigen netwerk (on-premises). Los het daar op. Er is niets gewijzigd.
document-script-is-primary = Dit is het hoofdadres van de eigenaar. Geef de eigenaar eerst een ander hoofdadres. Er is niets gewijzigd.
document-script-no-attribute = Geen aangepast kenmerk is vrij om het oude adres in te bewaren. Er is niets gewijzigd.
document-script-parking-taken = Iemand heeft het nieuwe adres al. Er is niets gewijzigd.
document-script-type-parking = Er is geen domein gevonden. Typ een nieuw adres voor de contactpersoon, in een domein van uw organisatie
document-script-diagnosis-question = De eigen diagnose van Microsoft uitvoeren? Die kan zelf herstellen. Typ ja om die uit te voeren
document-script-yes = ja
document-lists-no-guest = Exchange kent de gast nog niet op dit adres. Stel eerst het hoofdadres in, wacht enkele minuten en voer dit opnieuw uit. Er is niets gewijzigd.

## De app kan niet starten

document-start-title = Guest Mail Doctor kan niet starten
document-start-already-running = Guest Mail Doctor is al open met deze gegevensmap: { $path }
    Gebruik dat venster, of sluit het eerst.
document-start-not-taken = Het venster dat open is, nam het niet over: { $path }
    Misschien start het nog, of sluit het juist. Probeer het zo meteen opnieuw.
document-start-hand-over-file = Dit bestand kan niet geopend worden: { $path }
    Controleer of het een bestand is waarin iemand u om hulp vraagt, en of u het kunt lezen.
document-start-address-too-long = Het adres na --find is langer dan een adres kan zijn. Geef één adres.
document-start-data-folder = De gegevensmap kan niet gebruikt worden: { $path }
    Zorg dat erin geschreven kan worden en dat de schijf niet vol is, of kies een andere met --data-dir.
document-start-not-your-own = Dit is niet alleen van u: { $path }
    Het is een koppeling, iets anders dan een bestand of map, van iemand anders, of open voor anderen. Guest Mail Doctor volgt geen koppelingen en deelt geen map. Zet het opzij, sluit het af voor anderen, of kies een andere map met --data-dir.
document-start-newer-data = Dit is geschreven door een nieuwere versie van Guest Mail Doctor: { $path }
    Het is gelaten zoals het is. Installeer de nieuwere versie.
document-start-damaged-data = Dit bestand is beschadigd of is iets anders: { $path }
    Het is gelaten zoals het is. Zet het opzij om met een nieuw te beginnen; bewaar het, want het kan het verslag van uw wijzigingen zijn.
document-start-managed-settings = De instellingen die uw organisatie voor deze computer heeft gemaakt kunnen niet worden gebruikt: { $path }
    Vraag uw beheerder naar dit bestand te kijken: het moet leesbaar zijn, van deze versie, en niemand anders mag het kunnen wijzigen.
document-start-webview = Het deel van het systeem dat het venster tekent ontbreekt of werkt niet.
    Installeer op Windows de WebView2 Runtime; op Linux libwebkit2gtk-4.1.
document-start-internal = Er ging iets mis in de app.
document-start-unchanged = Bij deze start is niets gewijzigd in uw organisatie.
document-start-reference = Kenmerk: { $reference }

## The menu of the right mouse button

document-menu-copy = Kopiëren
document-menu-paste = Plakken

## In the browser, when a sign-in has come back

document-closing-done = Terug naar Guest Mail Doctor
document-closing-done-text = Microsoft heeft geantwoord. U kunt deze pagina sluiten en verdergaan in Guest Mail Doctor.
document-closing-failed = Microsoft heeft u niet aangemeld
document-closing-failed-text = U kunt deze pagina sluiten. Guest Mail Doctor zegt waarom, en wat helpt.

## The registration scripts: the app becomes known to an organisation

document-registration-title = Guest Mail Doctor: script dat de app in uw organisatie registreert
document-registration-what =
    Het maakt één registratie, zonder geheim, alleen voor mensen van uw organisatie.
    De registratie mag niets totdat een beheerder toestemming geeft: Guest Mail Doctor
    opent daarvoor de pagina van Microsoft. Wie het uitvoert, heeft het recht nodig om
    toepassingen te registreren (rol: toepassingsontwikkelaar, of hoger).
document-registration-how-az =
    Lees het voordat u het uitvoert. Het heeft de Azure CLI nodig en een shell zoals
    Bash. In Azure Cloud Shell (https://shell.azure.com) zijn beide er en bent u al
    aangemeld; meld u elders eerst aan: az login --allow-no-subscriptions
document-registration-how-powershell =
    Lees het voordat u het uitvoert. Het heeft de PowerShell-module Microsoft.Graph.Applications nodig:
    Install-Module Microsoft.Graph.Applications -Scope CurrentUser
    Bij het aanmelden wordt gevraagd of PowerShell, en alleen PowerShell, toepassingen mag registreren.

## Said while the script runs

document-registration-other-cloud = Aangemeld bij een andere cloud. Er is niets gemaakt. Wijzig de cloud, meld u aan en voer dit opnieuw uit: az cloud set --name
document-registration-exists = Er is al een toepassing met de naam Guest Mail Doctor. Er is niets gemaakt of gewijzigd. Gebruik die id's, of geef die toepassing eerst een andere naam.
document-registration-unknown-permission = Deze machtiging bestaat hier niet in Microsoft Graph. Er is niets gemaakt:
document-registration-client-id = Toepassings-id (client-id):
document-registration-tenant-id = Map-id (tenant-id):
document-registration-next = Vul beide in Guest Mail Doctor in, en vraag daar om toestemming.

## The guests of a group, as a table for a spreadsheet program

# Between two cells: the list separator of the language, by which a spreadsheet program finds the columns.
document-guests-separator = ;
document-guests-guest = Gast
document-guests-address = E‑mailadres
document-guests-state = Status (geen fout gevonden betekent niet dat mail aankomt)
document-guests-why = Waarom
document-guests-group = Groep
document-guests-read-at = Gecontroleerd (UTC)
document-guests-no-mail = Krijgt geen mail
document-guests-cannot-tell = Niet te zeggen
document-guests-attention = Let op
document-guests-no-fault = Geen fout gevonden
document-guests-address-in-use = Adres in gebruik
document-guests-no-main-address = Geen hoofdadres
document-guests-two-main-addresses = Twee hoofdadressen
document-guests-blocked = Geblokkeerd
document-guests-invitation-open = Uitnodiging nog open
document-guests-not-all-read = Niet alles gelezen
document-guests-not-shown = Leden die u niet te zien krijgt: { $count }
document-survey-in-the-way = Zit in de weg
document-survey-groups = Groepen
document-survey-since = Gast sinds
document-survey-new = Niet in de vorige controle
document-survey-repaired = Sindsdien hersteld
document-survey-id = Object-id
document-survey-not-read = Kon niet worden gelezen
document-survey-yes = Ja
document-survey-no = Nee

## De historie, als tabel voor een rekenblad

document-history-when = Wanneer (UTC)
document-history-guest = Gast
document-history-address = E‑mailadres
document-history-what = Wat
document-history-state = Status
document-history-why = Waarom niet gedaan
document-history-by = Door
document-history-ticket = Reden of ticketnummer
document-history-before = Voor
document-history-after = Na
document-history-left = Niet gelukt, of niet te zien
document-history-test = Testbericht
document-history-requests = Id’s van verzoeken
document-history-change = Wijziging
document-history-takes-back = Neemt terug
document-history-batch = Samen hersteld

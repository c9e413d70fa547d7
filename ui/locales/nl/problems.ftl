### Wat er misging: titel, wat er gebeurde, wat te doen.

problem-kind-refused = Geweigerd
problem-kind-cancelled = Gestopt
problem-kind-conflict = Intussen veranderd
problem-kind-unreachable = Geen antwoord
problem-kind-throttled = Even wachten
problem-kind-not-signed-in = Niet aangemeld
problem-kind-internal = Storing
problem-kind-proof = Nog één stap
changed-no = Er is niets veranderd.
changed-yes = Er is iets veranderd. In Historie staat wat.
changed-unknown = Het is niet bekend of er iets is veranderd. Zoek de gast opnieuw op om het te zien.
problem-reference = Kenmerk om door te geven
problem-copy = Kenmerk kopiëren
problem-status = Status
problem-code = Code
problem-request = Verzoek
problem-time = Tijd
problem-words = De eigen woorden van de server
problem-dismiss = Dit bericht sluiten

problem-address-empty = Typ eerst een adres
    .what = Het zoekvak was leeg.
    .do = Typ of plak het e‑mailadres, de gebruikersnaam of de object-id van de gast.
problem-address-too-long = Dat is te lang voor een e‑mailadres
    .what = Wat u typte heeft { $length } tekens; een e‑mailadres heeft er ten hoogste { $limit }.
    .do = Laat alleen het adres in het zoekvak staan.
problem-address-several = Dat is meer dan één adres
    .what = Er zijn { $count } adressen getypt.
    .do = Zoek op één ervan tegelijk.
problem-address-absent = Daar staat geen adres in
    .what = In “{ $typed }” staat geen e‑mailadres, gebruikersnaam of object-id. Op naam kan niet worden gezocht.
    .do = Zoek op een adres van de gast, zoals jan@fabrikam.nl.
problem-address-accented = Een “{ $letter }” vóór de @ wordt niet bewaard
    .what = Geen gast kan een adres hebben met deze letter vóór de @. Misschien is uitgenodigd met de spelling zonder die letter.
    .do = Zoek op { $plain }.
problem-user-name-unknown = Niemand heeft hier die gebruikersnaam
    .what = Geen bestaande of verwijderde gebruiker heeft de gebruikersnaam { $name }, of het adres dat erin staat.
    .do = Controleer of de gebruikersnaam van deze organisatie is. Kent u een adres van de gast, zoek dan daarop.
problem-id-unknown = Geen gebruiker heeft hier die object-id
    .what = Geen bestaande of verwijderde gebruiker heeft de object-id { $id }. Die kan van een groep of van een andere organisatie zijn, of van een gebruiker die meer dan 30 dagen geleden is verwijderd.
    .do = Controleer de object-id, of zoek op een adres van de gast.
problem-address-malformed = Dat lijkt geen e‑mailadres
    .what = In “{ $typed }” was geen e‑mailadres te lezen.
    .do = Een adres ziet eruit als jan@fabrikam.nl. Controleer wat u typte.
problem-choice-invalid = Die keuze kan niet
    .what = Wat gekozen is ontbreekt, of hoort niet bij wat werd aangeboden.
    .do = Sluit het venster en open het opnieuw, dan ziet u wat u nu kunt kiezen.
problem-request-malformed = De app vroeg iets wat niet klopt
    .what = Het ene deel van de app begreep het andere niet. Dat ligt niet aan u.
    .do = Probeer het opnieuw. Komt het terug, geef dan het kenmerk door.
problem-typed-text-differs = U typte iets anders
    .what = Om te bevestigen moet precies { $expected } worden getypt.
    .do = Typ het opnieuw, of druk op Annuleren.
problem-plan-used = Dit is al uitgevoerd
    .what = Elk voorbeeld kan maar één keer worden uitgevoerd.
    .do = Kijk in Historie. Maak voor een andere wijziging een nieuw voorbeeld.
problem-plan-stale = Dit voorbeeld is te oud
    .what = Een voorbeeld geldt een kwartier, en alleen het nieuwste.
    .do = Maak een nieuw voorbeeld en bekijk het opnieuw.
problem-only-in-practice = Dit kan alleen in de oefenorganisatie
    .what = In uw eigen organisatie doet een Exchange-beheerder dit.
    .do = Vraag het een Exchange-beheerder, en controleer daarna opnieuw.
problem-not-in-practice = De oefenorganisatie staat alleen op deze computer
    .what = Elders staan geen gasten ervan, en niemand daar beantwoordt mail.
    .do = U hoeft niets te doen. In uw eigen organisatie gaat dit open.
problem-admin-act-refused = De oefenorganisatie deed het niet
    .what = { $why ->
        [address-taken] Iemand heeft het adres inmiddels.
        [nobody-there] Nog niemand heeft het adres.
       *[not-as-expected] Het is niet meer zoals het werd getoond.
    }
    .do = Controleer opnieuw om te zien hoe het er nu voor staat.
problem-change-running = Er loopt nog een andere wijziging
    .what = Wijzigingen worden na elkaar uitgevoerd.
    .do = Wacht tot de andere wijziging klaar is, en probeer het dan opnieuw.
problem-not-for-this-guest = Dit past niet bij de gast zoals het nu staat
    .what = Wat gevonden was is veranderd, of liet dit herstel nooit toe.
    .do = Zoek opnieuw en kies uit wat er dan wordt aangeboden.
problem-tenant-changed = De gast is intussen veranderd
    .what = { $property }: de waarde is niet meer wat het voorbeeld toonde.
    .do = Maak een nieuw voorbeeld en bekijk het opnieuw.
problem-guest-gone = De gast is er niet meer
    .what = Het account is verwijderd nadat u het opzocht.
    .do = Zoek opnieuw om te zien wat er nu staat.
problem-group-not-writable = De groep is van hieruit niet te wijzigen
    .what = { $why ->
        [dynamic] Een regel kiest nu de leden van { $group }.
        [on-premises] { $group } wordt nu in uw eigen netwerk (on-premises) beheerd.
        [distribution-list] { $group } is een distributielijst, beheerd in Exchange.
        [mail-enabled-security] { $group } wordt in Exchange beheerd.
        [role-assignable] { $group } geeft nu beheerdersrollen: een hogere beheerder moet de leden wijzigen.
        [takes-no-guests] { $group } of de organisatie neemt geen nieuwe gasten aan, en Microsoft heeft de gast geweigerd.
       *[unknown] Wat voor groep { $group } is, kon niet worden gelezen.
    }
    .do = { $why ->
        [dynamic] Vraag de eigenaar van de groep of de regel de gast kan opnemen.
        [on-premises] Vraag een beheerder van uw eigen netwerk.
        [distribution-list] Vraag een Exchange-beheerder.
        [mail-enabled-security] Vraag een Exchange-beheerder.
        [role-assignable] Vraag een beheerder voor bevoorrechte rollen.
        [takes-no-guests] Vraag een beheerder om de groep nieuwe gasten te laten aannemen, of om de gast toe te voegen.
       *[unknown] Zoek opnieuw en probeer het nog eens.
    }
problem-group-gone = De groep is er niet meer
    .what = { $group } is verwijderd nadat u de groep opzocht.
    .do = Zoek opnieuw en kies een andere groep.
problem-owner-no-more = U bent geen eigenaar van deze groep meer
    .what = Iemand heeft de eigenaren van { $group } gewijzigd nadat u zich aanmeldde. Daarom heeft Microsoft de wijziging geweigerd.
    .do = Vraag een eigenaar van de groep of een beheerder.
problem-address-conflict = Iemand anders heeft dit adres
    .what = { $owner ->
        [none] Een adres kan maar bij één account, contactpersoon of groep horen, en een ander heeft dit al.
       *[other] Een adres kan maar bij één account, contactpersoon of groep horen, en { $owner } heeft dit al.
    }
    .do = Los eerst het conflict op; probeer het dan opnieuw.
problem-return-refused = Het account kan niet terugkomen zoals het was
    .what = { $owner ->
        [none] { $part ->
            [user-name] Een ander account heeft nu de gebruikersnaam, en een naam kan maar bij één account horen. Microsoft zei niet welk.
            [address] Iets anders heeft nu een van de adressen, en een adres kan maar bij één account, contactpersoon of groep horen. Microsoft zei niet wat.
           *[not-said] Het botst met iets anders in uw organisatie. Microsoft zei niet waarmee.
        }
       *[other] { $part ->
            [user-name] { $owner } heeft nu de gebruikersnaam, en een naam kan maar bij één account horen.
            [address] { $owner } heeft nu een van de adressen, en een adres kan maar bij één account, contactpersoon of groep horen.
           *[not-said] { $owner } heeft nu iets van het account dat maar één keer mag voorkomen.
        }
    }
    .do = { $part ->
        [user-name] Beslis met wie dat account gebruikt welk van de twee blijft. Zoek daarna opnieuw.
        [address] Los eerst het conflict op; zoek daarna opnieuw.
       *[not-said] Zoek opnieuw om te zien wat er nu staat. Laat bij een volgende weigering het kenmerk aan een beheerder zien.
    }
problem-missing-right = Uw account mag dit niet
    .what = { $why ->
        [restricted-unit] Het account van de gast zit in een beschermde eenheid: alleen de beheerders van die eenheid kunnen het wijzigen, welke andere rol iemand ook heeft.
        [holds-role] De gast heeft een rol, of zit in een groep die een rol kan hebben: dan mogen minder beheerders het account wijzigen.
        [role-is-there] Uw rol zou genoeg moeten zijn, en toch weigerde Microsoft, om een reden die er niet bij staat.
        [no-role] Geen van uw rollen die hier te zien zijn, geeft daar het recht toe.
       *[not-known] Microsoft weigerde dit aan uw account, en zei niet wat er ontbreekt.
    }
    .do = { $why ->
        [restricted-unit] Vraag een beheerder van die eenheid. Wie dat is, ziet een beheerder voor bevoorrechte rollen onder Beheereenheden in het Entra-beheercentrum.
        [holds-role] Vraag een globale beheerder.
        [role-is-there] Laat het kenmerk zien aan wie in uw organisatie over rollen gaat.
        [no-role] Vraag een beheerder, bijvoorbeeld een gebruikersbeheerder.
       *[not-known] Laat het kenmerk aan een beheerder zien.
    }
problem-guests-may-not-search = Een gast mag hier niet zoeken
    .what = Uw account is zelf gast in deze organisatie, en gasten mogen anderen niet opzoeken.
    .do = Vraag iemand die in deze organisatie werkt.
problem-server-refused = Microsoft heeft dit geweigerd
    .what = De server zei nee om een eigen reden. De eigen woorden staan in het kenmerk.
    .do = Laat het kenmerk aan een beheerder zien.
problem-tracing-not-set-up = Mail volgen is in uw organisatie niet ingericht
    .what = De dienst van Microsoft die daarvoor nodig is, is er nog niet.
    .do = Een beheerder voegt die eenmalig toe, in Microsoft Graph PowerShell: New-MgServicePrincipal -AppId 8bd644d1-64a1-4d4b-ae52-2e0cbf64e373. Het kan enkele uren duren voordat het werkt.
problem-group-without-mail = { $group } heeft geen adres
    .what = Er kan geen mail naartoe, dus er valt niets te volgen.
    .do = Kies een groep met een adres.
problem-invitation-refused = De uitnodiging is geweigerd
    .what = { $owner ->
        [none] Het oorspronkelijke account is verwijderd, en daarna is de uitnodiging van { $address } geweigerd.
       *[other] Het oorspronkelijke account is verwijderd, en daarna is de uitnodiging van { $address } geweigerd: { $owner } heeft dat adres.
    }
    .do = Zet het oorspronkelijke account terug. Dat kan 30 dagen.
problem-invitation-other-account = De uitnodiging leidde naar een ander account
    .what = De uitnodiging antwoordde met een account dat er al was: { $found }.
    .do = Zet het oorspronkelijke account terug, en laat een beheerder naar het andere account kijken.
problem-not-invited = De uitnodiging is geweigerd
    .what = { $why ->
        [own-domain] { $address } hoort bij een eigen domein van de organisatie. Microsoft neemt daar geen uitnodiging aan.
        [by-policy] De instellingen van uw organisatie, of die van de gast, staan een uitnodiging van { $address } niet toe.
        [already-there] Iemand in de organisatie heeft { $address } al.
        [blocked-account] Het account met { $address } is geblokkeerd. Microsoft neemt geen uitnodiging van een geblokkeerd account aan.
        [characters] Microsoft nam { $address } niet aan. Er staat een teken in dat een uitnodiging niet aanneemt, zoals een plusteken.
        [not-on-the-account] Microsoft vindt { $address } niet bij het account. Een adres dat net is geschreven, kan enkele minuten nodig hebben.
       *[unexplained] Microsoft weigerde { $address } uit te nodigen. De eigen woorden van Microsoft staan in het kenmerk.
    }
    .do = { $why ->
        [own-domain] Mensen van de organisatie krijgen een account van een beheerder. Controleer het adres.
        [by-policy] Vraag een beheerder te kijken naar “Instellingen voor externe samenwerking” en “Instellingen voor toegang tussen tenants” in het Entra-beheercentrum.
        [already-there] Zoek het adres opnieuw op, en kijk wie het heeft.
        [blocked-account] Laat een beheerder eerst de blokkering van het account opheffen; probeer het daarna opnieuw.
        [characters] Vraag de gast om een ander adres, zonder dat teken.
        [not-on-the-account] Wacht enkele minuten, en laat de gast dan opnieuw accepteren. Blijft het zo, laat dan het kenmerk aan een beheerder zien.
       *[unexplained] Laat het kenmerk aan een beheerder zien.
    }
problem-invited-somebody-else = De uitnodiging leidde naar een ander account
    .what = Microsoft beantwoordde de uitnodiging van { $address } met een ander account dan verwacht: { $found }. Het kan een nieuw account zijn. Deze app heeft er verder niets mee gedaan.
    .do = Zoek het adres opnieuw op, en laat een beheerder naar dat account kijken.
problem-guest-accepted = De gast heeft de uitnodiging geaccepteerd
    .what = De gast gebruikt het account nu, dus wordt het niet verwijderd alsof de uitnodiging niet was verstuurd.
    .do = Zoek de gast op. Moet het account toch weg, dan kan een beheerder het verwijderen in het Entra-beheercentrum.
problem-cannot-undo = Dit kan niet ongedaan worden gemaakt
    .what = Voor deze wijziging is er geen weg terug, of die is voorbij.
    .do = Zoek de gast op om te zien wat er nu staat.
problem-record-damaged = De historie van deze wijziging is niet meer zoals die is opgeschreven
    .what = Iets in de historie is gewijzigd, verwijderd of beschadigd. Wat er volgens de historie eerst stond kan onjuist zijn; daarom wordt er niets op gebaseerd.
    .do = Bij Historie staat wat er bekend is. In het Entra-beheercentrum kan een verwijderd account 30 dagen worden hersteld, en zijn eigenschappen met de hand te zetten.
problem-record-not-whole = Er is niets verwijderd: de historie is niet compleet
    .what = In de historie is iets gewijzigd, verwijderd of beschadigd. Om uit te zoeken wat er is gebeurd, kan ook het oude nodig zijn; daarom blijft alles staan.
    .do = Bij Historie staat wat erover bekend is. Is dat uitgezocht, kies dan opnieuw hoe lang wijzigingen blijven staan.
problem-changed-since = De weg terug is er niet meer
    .what = Iemand heeft de waarden na deze wijziging weer veranderd. Ongedaan maken zou dat overschrijven.
    .do = Zoek de gast op en herstel vanuit wat er nu staat.
problem-cancelled = Door u gestopt
    .what = U stopte dit voordat het klaar was.
    .do = Begin opnieuw wanneer u wilt.
problem-unreachable = Geen verbinding
    .what = De server was niet bereikbaar.
    .do = Controleer het netwerk en probeer het opnieuw.
problem-answer-lost = Het antwoord raakte kwijt
    .what = De wijziging is verstuurd, maar er kwam geen antwoord terug.
    .do = Open Historie en ga door met de wijziging: eerst wordt opnieuw gelezen wat er staat.
problem-not-visible-in-time = De wijziging is nog niet te zien
    .what = Een stap is uitgevoerd, maar na ongeveer een minuut is die nog niet te zien.
    .do = Wacht enkele minuten, open dan Historie en probeer het daar opnieuw: eerst wordt opnieuw gelezen wat er staat.
problem-server-unavailable = De server kan nu niet antwoorden
    .what = De server is er, maar kan nu niets doen (status { $status }).
    .do = Probeer het over enkele minuten opnieuw.
problem-throttled = Te veel vragen tegelijk
    .what = De server vraagt om te wachten.
    .do = Wacht even en probeer het dan opnieuw.
problem-not-signed-in = U bent niet aangemeld
    .what = Hiervoor is een aangemeld account nodig.
    .do = Meld u aan en probeer het opnieuw.
problem-sign-in-expired = Uw aanmelding is verlopen
    .what = De server neemt de aanmelding niet meer aan.
    .do = Meld u opnieuw aan. Wat u typte blijft staan.
problem-persona-unknown = Deze persoon bestaat niet
    .what = De oefenorganisatie kent geen persoon { $persona }.
    .do = Kies een van de aangeboden personen.
problem-newer-file = Hier was een nieuwere versie van deze app
    .what = Het bestand { $file } is geschreven door een nieuwere versie van deze app.
    .do = Gebruik de nieuwere versie. Deze laat het bestand zoals het is.
problem-file-trouble = Een bestand kon niet worden gelezen of geschreven
    .what = De app kon het eigen bestand { $file } niet gebruiken.
    .do = Controleer of de schijf niet vol is en of u daar mag schrijven, en start de app opnieuw.
problem-answer-malformed = Het antwoord was niet te begrijpen
    .what = De server antwoordde op een manier die deze app niet begrijpt.
    .do = Probeer het opnieuw. Komt het terug, geef dan het kenmerk door.
problem-internal = Er ging iets mis in de app
    .what = Dit is een fout van de app, niet van u.
    .do = Probeer het opnieuw. Komt het terug, geef dan het kenmerk door.

problem-sign-in-declined = U koos ervoor niet door te gaan
    .what = Op de pagina van Microsoft is de aanmelding, of wat de app vraagt, afgewezen.
    .do = Was dat niet de bedoeling, probeer het dan opnieuw en stem toe.
problem-sign-in-timed-out = Niemand antwoordde op de pagina van Microsoft
    .what = De app wachtte vijf minuten op de browser.
    .do = Probeer het opnieuw en maak het af op de pagina van Microsoft.
problem-code-expired = De code is verlopen
    .what = De code is niet op tijd gebruikt.
    .do = Vraag een nieuwe code.
problem-sign-in-untrusted = Er kwam een antwoord dat niet bij deze aanmelding hoort
    .what = Er is niets van gebruikt. Een oud tabblad van de browser kan de oorzaak zijn, of een poging van iemand anders.
    .do = Sluit de andere tabbladen en meld u opnieuw aan. Komt het terug, vertel het dan uw IT-afdeling.
problem-other-organisation = Dit account hoort bij een andere organisatie
    .what = Deze app is ingesteld voor { $expected }; u meldde zich aan bij { $found }.
    .do = Meld u aan met een account van de juiste organisatie, of gebruik een andere organisatie.
problem-other-person = Iemand anders antwoordde
    .what = Wie aangemeld is moest dit bevestigen, en een ander account deed het.
    .do = Probeer het opnieuw en kies hetzelfde account op de pagina van Microsoft. Meld u eerst af om iemand anders te zijn.
problem-browser-not-opened = De browser ging niet open
    .what = Deze computer kon geen browser openen voor de pagina van Microsoft.
    .do = Kies een standaardbrowser en probeer het opnieuw, of gebruik een code op een ander apparaat.
problem-folder-not-opened = De map ging niet open
    .what = Deze computer opende geen venster met de bestanden.
    .do = Kopieer het pad en ga er zelf heen.
problem-no-listener = De app kan het antwoord van de browser niet ontvangen
    .what = Geen poort van deze computer was te gebruiken om op de browser te wachten. Een firewall of beveiligingsprogramma kan de oorzaak zijn.
    .do = Probeer het opnieuw, of gebruik een code op een ander apparaat.
problem-more-proof = Microsoft wil zeker weten dat u het bent
    .what = U bent nog aangemeld. Hiervoor wil de organisatie een nieuwe bevestiging (claimuitdaging).
    .do = Bevestig het bij Microsoft; daarna wordt dit opnieuw gevraagd.
problem-no-organisation = Er is nog geen organisatie ingesteld
    .what = De app weet nog niet waar u zich aanmeldt.
    .do = Stel uw organisatie in, of probeer de oefenorganisatie.
problem-organisation-managed = Uw organisatie heeft dit gekozen
    .what = Op deze computer is de organisatie voor iedereen ingesteld.
    .do = Vraag uw IT-afdeling als het een andere moet zijn.
problem-organisation-unreadable = Dit is geen organisatiebestand
    .what = { $what ->
        [too-large] Het bestand is daar veel te groot voor.
       *[not-json] De tekst erin is geen JSON, of is beschadigd.
    }
    .do = Kies het bestand dat een beheerder u gaf, of vraag om een nieuw bestand.
problem-organisation-unknown-field = In het organisatiebestand staat iets onbekends
    .what = “{ $field }” hoort niet in zo’n bestand. Een geheim of wachtwoord hoort er nooit in.
    .do = Vraag de maker van het bestand om een versie zonder die waarde.
problem-organisation-missing = Er ontbreekt iets
    .what = “{ $field }” is er niet.
    .do = Vul het in, of vraag om een compleet bestand.
problem-organisation-invalid = Een waarde is niet te gebruiken
    .what = “{ $field }” heeft niet de juiste vorm.
    .do = Controleer de waarde, of vraag om een verbeterd bestand.
problem-organisation-custom-hosts = Een bestand met eigen adressen kan hier niet worden geopend
    .what = Zo’n bestand bepaalt waar u zich aanmeldt. Het wordt alleen aangenomen als de app ermee wordt gestart, of als uw IT-afdeling het instelt.
    .do = Vraag uw IT-afdeling.
problem-hand-over-unreadable = { $what ->
    [newer] Dit bestand is van een nieuwere versie
   *[other] Dit is geen bestand met een vraag om hulp
}
    .what = { $what ->
        [too-large] Het bestand is daar veel te groot voor.
        [newer] Een nieuwere versie van deze app heeft het gemaakt.
        [damaged] Het is veranderd of beschadigd: iets erin heeft een andere vorm.
       *[not-one] Het is een ander bestand, of het is beschadigd.
    }
    .do = { $what ->
        [newer] Werk deze app bij, of vraag wie het u gaf om de tekst.
       *[other] Vraag wie het u gaf om het opnieuw op te slaan. De naam eindigt op .guesthandover.
    }
problem-hand-over-elsewhere = Dit bestand is van een andere organisatie
    .what = Het is gemaakt in { $organisation }. Hier bent u bij een andere aangemeld.
    .do = Meld u bij die organisatie aan en open het daar.
problem-too-many-handed-over = Dat is te veel voor één bestand
    .what = Een bestand gaat over hoogstens { $most } gasten, en over minder als er heel veel is gevonden.
    .do = Vraag eerst iets over een deel van hen, en over de anderen in een tweede bestand.
problem-group-not-read = De gasten van deze groep zijn niet gelezen
    .what = Er is nog niets om op te slaan.
    .do = Controleer de groep en sla die dan op.
problem-mail-too-long = De tekst is te lang voor een mailprogramma
    .what = Er is niets geopend.
    .do = Kopieer de tekst en plak die in een bericht.
problem-mail-not-opened = Er antwoordde geen mailprogramma
    .what = Er is niets verstuurd.
    .do = Kopieer de tekst en plak die in een bericht.
problem-save-dialog-open = Er wordt al gevraagd waar een bestand komt
    .what = Er is niets voor de tweede keer opgeslagen.
    .do = Beantwoord het venster dat het vraagt, of sluit het. Sla daarna opnieuw op.
problem-switched-off = Uw organisatie heeft herstellen uitgezet
    .what = Op deze computer kunnen gasten worden opgezocht, en kan niets worden veranderd.
    .do = Vraag uw IT-afdeling wie mag herstellen, en waar.
problem-azure-cli-missing = De Azure CLI staat niet op deze computer
    .what = Het programma “az” is niet gevonden.
    .do = Installeer de Azure CLI, of meld u aan met de browser.
problem-azure-cli-not-signed-in = De Azure CLI is niet aangemeld
    .what = De Azure CLI staat op deze computer, maar niemand is ermee aangemeld, of de aanmelding is voorbij.
    .do = Voer “az login” uit en probeer het opnieuw.
problem-azure-cli-other-tenant = De Azure CLI is ergens anders aangemeld
    .what = De Azure CLI is niet aangemeld bij { $expected }.
    .do = Voer “az login --tenant” uit met de juiste tenant en probeer het opnieuw.
problem-azure-cli-failed = De Azure CLI gaf geen bruikbaar antwoord
    .what = De eigen woorden staan in het kenmerk.
    .do = Voer in een terminal “az account get-access-token” uit om te zien wat er mis is, of meld u aan met de browser.
problem-permission-fixed = Deze aanmelding kan geen machtigingen vragen
    .what = { $permissions ->
        [none] Er ontbreekt een machtiging, en de machtigingen van de Azure CLI liggen vast.
       *[other] Ontbreekt: { $permissions }. De machtigingen van de Azure CLI liggen vast.
    }
    .do = Meld u af en meld u aan met de browser: dan kan erom worden gevraagd.
problem-permission-missing = Deze app mist hiervoor een machtiging
    .what = { $permissions ->
        [none] Microsoft zei dat er een machtiging ontbreekt.
       *[other] In deze aanmelding niet verleend: { $permissions }.
    }
    .do = Vraag Microsoft erom; daarna wordt het voorbeeld opnieuw gemaakt. Moet een beheerder toestemmen, dan zegt Microsoft dat.
problem-sign-out-incomplete = Een deel van uw aanmelding staat nog op deze computer
    .what = { $what ->
        [key] U bent afgemeld, maar de sleutel kon niet uit de beveiligde opslag worden verwijderd. Zonder het bestand opent die niets.
        [file] U bent afgemeld, maar het bewaarde bestand kon niet worden verwijderd. Zonder de sleutel kan niemand het lezen.
       *[other] U bent afgemeld, maar wat bewaard was kon niet helemaal worden verwijderd.
    }
    .do = Meld u nog eens aan en af. Komt het terug, laat uw IT-afdeling dan de gegevensmap van deze app verwijderen.
problem-no-network = Deze computer heeft geen netwerk
    .what = Microsoft was niet te bereiken.
    .do = Maak verbinding met een netwerk en probeer het opnieuw.
problem-captive-portal = Dit netwerk wil eerst iets
    .what = Een andere pagina antwoordde in plaats van Microsoft, zoals in hotels en treinen (captive portal).
    .do = Open een willekeurige pagina in uw browser, meld u daar aan bij het netwerk, en probeer het opnieuw.
problem-proxy-unreachable = De proxy antwoordt niet
    .what = Deze computer komt via een proxy op internet, en die antwoordt niet.
    .do = Controleer of u in het juiste netwerk zit (VPN), of vraag uw IT-afdeling.
problem-proxy-sign-in = De proxy wil een eigen aanmelding
    .what = De weg naar internet vraagt om een naam en wachtwoord (407). Deze app vraagt nooit om wachtwoorden.
    .do = Vraag uw IT-afdeling deze app door de proxy te laten.
problem-untrusted-certificate = De verbinding is niet te vertrouwen
    .what = Het certificaat komt van niemand die deze computer kent. Meestal komt dat door een beveiligingsapparaat in uw netwerk dat in het verkeer kijkt (TLS-inspectie).
    .do = Vraag uw IT-afdeling het basiscertificaat aan deze computer toe te voegen. De app heeft geen schakelaar om dit over te slaan.
problem-wrong-clock = De klok van deze computer loopt niet goed
    .what = { $minutes ->
        [none] De tijd wijkt te veel af van die van Microsoft.
        [one] De tijd wijkt één minuut af van die van Microsoft.
       *[other] De tijd wijkt { $minutes } minuten af van die van Microsoft.
    }
    .do = Stel datum, tijd en tijdzone in en probeer het opnieuw.

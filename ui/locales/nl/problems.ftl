### Wat er misging: titel, wat er gebeurde, wat te doen.

problem-kind-bad-input = Nog niet bruikbaar
problem-kind-refused = Geweigerd
problem-kind-cancelled = Gestopt
problem-kind-conflict = Intussen veranderd
problem-kind-unreachable = Geen antwoord
problem-kind-throttled = Even wachten
problem-kind-not-signed-in = Niet aangemeld
problem-kind-internal = Storing
changed-no = Er is niets veranderd.
changed-yes = Er is iets veranderd. Historie zegt wat.
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
    .do = Typ of plak het e-mailadres van de gast.
problem-address-too-long = Dat is te lang voor een e-mailadres
    .what = { $length ->
        [none] Een e-mailadres heeft ten hoogste 320 tekens.
       *[other] Wat u typte heeft { $length } tekens; een e-mailadres heeft er ten hoogste { $limit }.
    }
    .do = Laat alleen het adres in het zoekvak staan.
problem-address-several = Dat is meer dan één adres
    .what = { $count ->
        [none] Er zijn meerdere adressen getypt.
       *[other] Er zijn { $count } adressen getypt.
    }
    .do = Zoek op één adres tegelijk.
problem-address-malformed = Dat lijkt geen e-mailadres
    .what = { $typed ->
        [none] In wat u typte was geen e-mailadres te lezen.
       *[other] In “{ $typed }” was geen e-mailadres te lezen.
    }
    .do = Een adres ziet eruit als jan@fabrikam.nl. Controleer wat u typte.
problem-choice-invalid = Die keuze kan niet
    .what = Wat gekozen is ontbreekt, of hoort niet bij wat werd aangeboden.
    .do = Sluit het venster en open het opnieuw, dan ziet u wat u nu kunt kiezen.
problem-request-malformed = De app vroeg iets wat niet klopt
    .what = Het ene deel van de app begreep het andere niet. Dat ligt niet aan u.
    .do = Probeer het opnieuw. Komt het terug, geef dan het kenmerk door.
problem-typed-text-differs = U typte iets anders
    .what = { $expected ->
        [none] De tekst om te bevestigen wijkt af van wat werd gevraagd.
       *[other] Om te bevestigen moet precies { $expected } worden getypt.
    }
    .do = Typ het opnieuw, of druk op Annuleren.
problem-plan-used = Dit is al uitgevoerd
    .what = Elk voorbeeld kan maar één keer worden uitgevoerd.
    .do = Kijk in Historie. Maak voor een andere wijziging een nieuw voorbeeld.
problem-plan-stale = Dit voorbeeld is te oud
    .what = Een voorbeeld geldt een kwartier, en alleen het nieuwste.
    .do = Maak een nieuw voorbeeld en bekijk het opnieuw.
problem-change-running = Er loopt nog een andere wijziging
    .what = Wijzigingen worden na elkaar uitgevoerd.
    .do = Wacht tot de andere wijziging klaar is, en probeer het dan opnieuw.
problem-not-for-this-guest = Dit past niet bij de gast zoals het nu staat
    .what = Wat gevonden was is veranderd, of liet dit herstel nooit toe.
    .do = Zoek opnieuw en kies uit wat er dan wordt aangeboden.
problem-tenant-changed = De gast is intussen veranderd
    .what = { $property ->
        [none] Wat in de adreslijst staat, is niet meer wat het voorbeeld toonde.
       *[other] { $property } in de adreslijst is niet meer wat het voorbeeld toonde.
    }
    .do = Maak een nieuw voorbeeld en bekijk het opnieuw.
problem-guest-gone = De gast is er niet meer
    .what = { $guest ->
        [none] Het account is verwijderd nadat u het opzocht.
       *[other] Het account van { $guest } is verwijderd nadat u het opzocht.
    }
    .do = Zoek opnieuw om te zien wat er nu staat.
problem-address-conflict = Iemand anders gebruikt dit adres
    .what = { $owner ->
        [none] De adreslijst geeft een adres maar aan één object, en een ander heeft het.
       *[other] De adreslijst geeft een adres maar aan één object, en { $owner } heeft het.
    }
    .do = Los eerst het conflict op; probeer het dan opnieuw.
problem-missing-right = Uw account mag dit niet
    .what = De organisatie gaf uw account niet het recht om dit te doen.
    .do = Vraag een beheerder, bijvoorbeeld een gebruikersbeheerder.
problem-guests-may-not-search = Een gast mag hier niet zoeken
    .what = Uw account is zelf gast in deze organisatie, en gasten mogen anderen niet opzoeken.
    .do = Vraag iemand die in deze organisatie werkt.
problem-server-refused = Microsoft heeft dit geweigerd
    .what = De server zei nee om een eigen reden. De eigen woorden staan in het kenmerk.
    .do = Laat het kenmerk aan een beheerder zien.
problem-invitation-refused = De uitnodiging is geweigerd
    .what = { $address ->
        [none] Het oorspronkelijke account is verwijderd, en daarna is de nieuwe uitnodiging geweigerd.
       *[other] Het oorspronkelijke account is verwijderd, en daarna is de uitnodiging van { $address } geweigerd.
    }
    .do = Zet het oorspronkelijke account terug. Dat kan 30 dagen.
problem-invitation-other-account = De uitnodiging leidde naar een ander account
    .what = { $found ->
        [none] De uitnodiging antwoordde met een account dat er al was.
       *[other] De uitnodiging antwoordde met een account dat er al was: { $found }.
    }
    .do = Zet het oorspronkelijke account terug, en laat een beheerder naar het andere account kijken.
problem-cannot-undo = Dit kan niet ongedaan worden gemaakt
    .what = Voor deze wijziging is er geen weg terug, of die is voorbij.
    .do = Zoek de gast op om te zien wat er nu staat.
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
    .do = Open Historie en ga door met de wijziging: eerst wordt de adreslijst teruggelezen.
problem-server-unavailable = De server kan nu niet antwoorden
    .what = { $status ->
        [none] De server is er, maar kan nu niets doen.
       *[other] De server is er, maar kan nu niets doen (status { $status }).
    }
    .do = Probeer het over enkele minuten opnieuw.
problem-throttled = Te veel vragen tegelijk
    .what = { $seconds ->
        [none] De server vraagt om te wachten.
        [one] De server vraagt om één seconde te wachten.
       *[other] De server vraagt om { $seconds } seconden te wachten.
    }
    .do = Wacht even en probeer het dan opnieuw.
problem-not-signed-in = U bent niet aangemeld
    .what = Hiervoor is een aangemeld account nodig.
    .do = Meld u aan en probeer het opnieuw.
problem-sign-in-expired = Uw aanmelding is verlopen
    .what = De server neemt de aanmelding niet meer aan.
    .do = Meld u af en weer aan. Wat u typte blijft staan.
problem-persona-unknown = Deze persoon bestaat niet
    .what = { $persona ->
        [none] De oefenorganisatie kent deze persoon niet.
       *[other] De oefenorganisatie kent geen persoon { $persona }.
    }
    .do = Kies een van de aangeboden personen.
problem-newer-file = Hier was een nieuwere versie van deze app
    .what = { $file ->
        [none] Een bestand is geschreven door een nieuwere versie van deze app.
       *[other] Het bestand { $file } is geschreven door een nieuwere versie van deze app.
    }
    .do = Gebruik de nieuwere versie. Deze laat het bestand zoals het is.
problem-file-trouble = Een bestand kon niet worden gelezen of geschreven
    .what = { $file ->
        [none] De app kon een van de eigen bestanden niet gebruiken.
       *[other] De app kon het eigen bestand { $file } niet gebruiken.
    }
    .do = Controleer of de schijf niet vol is en of u daar mag schrijven, en start de app opnieuw.
problem-answer-malformed = Het antwoord was niet te begrijpen
    .what = De server antwoordde op een manier die deze app niet begrijpt.
    .do = Probeer het opnieuw. Komt het terug, geef dan het kenmerk door.
problem-internal = Er ging iets mis in de app
    .what = Dit is een fout van de app, niet van u.
    .do = Probeer het opnieuw. Komt het terug, geef dan het kenmerk door.

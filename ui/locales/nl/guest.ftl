### Het scherm Gast: zoeken, oordeel, bewijs, wat u kunt doen.

find-address = E‑mailadres van de gast
find-group = Groep
find-any-group = Geen groep gekozen
find-instead = Zoek op { $address }
find-act = Zoeken
find-waiting = { $address } wordt gezocht…
find-waiting-note = Gebruikers, contactpersonen, groepen en verwijderde gebruikers worden doorzocht.
find-groups-missing = De groepen konden niet worden gelezen. U kunt zonder groep zoeken.
empty-title = Wie krijgt geen groepsmail?
empty-what = Typ of plak het adres van de gast. Elk adres dat de gast ooit bij u gebruikte is goed.
empty-try = Probeer er een
empty-try-conflict = de meest voorkomende oorzaak
empty-try-misconfigured = in twee stappen te herstellen
empty-try-healthy = geen fout gevonden
empty-elsewhere = Of begin ergens anders
empty-groups = de gasten in groepen die van u zijn

headline-healthy = Geen fout gevonden bij { $name }
headline-misconfigured = { $name } heeft geen hoofdadres
headline-conflict = { $name } heeft geen hoofdadres
headline-no-address = { $name } heeft geen hoofdadres
headline-no-address-proxy-missing = Exchange heeft geen hoofdadres voor { $name }
headline-mail-elsewhere = Groepsmail voor { $name } gaat naar een ander adres
headline-main-addresses-differ = Er staan twee hoofdadressen voor { $name }
headline-pending = { $name } heeft de uitnodiging nog niet geaccepteerd
headline-blocked = Het account van { $name } is geblokkeerd
headline-ambiguous = Meer dan één gast heeft { $searched }
headline-deleted = Het account van { $name } is verwijderd
headline-not-a-guest = { $name } is hier geen gast
headline-internal-guest = { $name } is alleen volgens het type een gast
headline-address-of-group = { $searched } is het adres van een groep, niet van een gast
headline-own-domain = { $searched } is een adres van deze organisatie, niet van een gast
headline-not-found = Geen gast met { $searched } in deze organisatie
headline-not-member = { $name } is geen lid van { $group }
headline-members-hidden = Of { $name } lid is van { $group } is niet te zien
headline-guest-access-off = Gasten mogen in deze organisatie geen groepen gebruiken
headline-cannot-tell = Niet alles kon worden gelezen, dus er is geen oordeel

also-title = Er is nog iets:
also-guest-access-off = de organisatie laat gasten geen groepen gebruiken.
also-not-member = { $name } is geen lid van de gekozen groep.
also-conflict = iets anders heeft al een adres van { $name }; daarom ontbreekt het hoofdadres.
also-no-main-address = { $name } heeft geen hoofdadres.
also-mail-elsewhere = mail gaat, of gaat misschien, naar een ander adres dan dat waarop u zocht.
also-blocked = aanmelden is geblokkeerd voor dit account.

verdict-healthy = Geen fout gevonden
verdict-misconfigured = Verkeerd ingesteld
verdict-conflict = Adresconflict
verdict-no-address = Geen hoofdadres
verdict-mail-elsewhere = Mail gaat elders heen
verdict-pending = Nog niet geaccepteerd
verdict-blocked = Geblokkeerd
verdict-ambiguous = Kies een gast
verdict-deleted = Verwijderd
verdict-not-a-guest = Geen gast
verdict-not-found = Niet gevonden
verdict-not-member = Geen lid
verdict-guest-access-off = Gasttoegang uit
verdict-cannot-tell = Niet te zeggen

cause-conflict = { $kind ->
        [contact] Groepsmail kan nergens heen. De oorzaak: de contactpersoon { $owner } heeft { $address } al, daardoor bleef het gastaccount zonder dit adres.
        [synced-contact] Groepsmail kan nergens heen. De oorzaak: de contactpersoon { $owner }, beheerd in uw eigen netwerk (on-premises), heeft { $address } al.
        [user] Groepsmail kan nergens heen. De oorzaak: de gebruiker of het gedeelde postvak { $owner } heeft { $address } al.
        [guest] Groepsmail kan nergens heen. De oorzaak: een andere gast, { $owner }, heeft { $address } al.
        [unseen] Groepsmail kan nergens heen. De oorzaak: iets wat deze aanmelding niet kan zien, heeft { $address } al.
       *[group] Groepsmail kan nergens heen. De oorzaak: de groep { $owner } heeft { $address } al.
    }
cause-misconfigured = Groepsmail kan nergens heen. Het account heeft { $count } andere adressen, en geen daarvan is het hoofdadres.
cause-no-address = { $missing ->
        [no-other-address] Groepsmail kan nergens heen. Van dit account is geen enkel adres bekend.
        [one-other-address] Groepsmail kan nergens heen. Er is één ander adres bekend, maar dat is niet het hoofdadres.
        [one-address-repeated] Groepsmail kan nergens heen. Er is één adres bekend in meerdere schrijfwijzen, en geen daarvan is het hoofdadres.
        [only-mail-is-empty] Het hoofdadres zelf is leeg, al heeft de lijst waarmee Exchange bezorgt er wel een. Groepsmail kan misschien nergens heen.
       *[only-proxy-is-missing] Het hoofdadres is ingevuld, maar de lijst waarmee Exchange bezorgt heeft geen hoofdadres.
    }
cause-mail-elsewhere = U zocht op { $searched }, maar groepsmail gaat naar { $primary }. Vraag { $name } of die mail gelezen wordt.
cause-main-addresses-differ = De ene eigenschap zegt { $mail }, de andere { $proxy }. Welk van de twee de groepsmail krijgt bepaalt Exchange, en dat is hier niet te zien. Vraag het een Exchange-beheerder voordat u iets verandert.
cause-pending = { $since ->
        [none] De uitnodiging is nog niet geaccepteerd. De adressen zijn in orde. Het is niet bekend of alleen dit mail tegenhoudt.
       *[other] De uitnodiging staat sinds { $since } open en is nog niet geaccepteerd. De adressen zijn in orde. Het is niet bekend of alleen dit mail tegenhoudt.
    }
cause-blocked = Aanmelden is voor dit account geblokkeerd. De adressen zijn in orde. Vraag wie de blokkade instelde naar de reden, voordat u iets verandert.
cause-ambiguous = { $count } gasten hebben dit adres. Kies wie u bedoelt.
cause-deleted = { $days ->
        [none] Het account staat bij de verwijderde gebruikers. Hoe lang het nog hersteld kan worden was niet te lezen.
        [0] Het account is verwijderd, en de dertig dagen om het te herstellen zijn voorbij. Een verwijderde gast krijgt geen groepsmail.
       *[other] { $owner ->
            [none] { $days ->
                [one] Het account staat bij de verwijderde gebruikers en kan nog één dag worden hersteld.
               *[other] Het account staat bij de verwijderde gebruikers en kan nog { $days } dagen worden hersteld.
            } Een verwijderde gast krijgt geen groepsmail.
           *[other] { $days ->
                [one] Het account staat bij de verwijderde gebruikers en kan nog één dag worden hersteld.
               *[other] Het account staat bij de verwijderde gebruikers en kan nog { $days } dagen worden hersteld.
            } Kijk eerst naar { $owner }, die het adres nu heeft: Microsoft kan het herstellen daarom weigeren, of het account komt zonder dit adres terug.
        }
    }
cause-not-a-guest = { $deleted ->
        [none] { $userName ->
            [true] Een account van de organisatie meldt zich met deze naam aan, en niemand anders heeft het adres. Niets wijst op een uitnodiging. Deze app herstelt alleen gasten.
           *[false] Dit is een account van de organisatie zelf: niets wijst op een uitnodiging. Deze app herstelt alleen gasten.
        }
       *[other] De gast { $deleted } had dit adres en is verwijderd. Inmiddels heeft een account van de organisatie het, dus de gast kan niet terugkomen. Ga eerst na van wie het adres hoort te zijn.
    }
cause-internal-guest = { $synced ->
        [true] In de gegevens van uw organisatie heet dit account gast, maar niemand heeft het uitgenodigd: Microsoft noemt dat een interne gast. Het wordt beheerd in uw eigen netwerk (on-premises). Deze app herstelt alleen uitgenodigde gasten; wat gevonden is staat hieronder.
       *[false] In de gegevens van uw organisatie heet dit account gast, maar niemand heeft het uitgenodigd: Microsoft noemt dat een interne gast. Deze app herstelt alleen uitgenodigde gasten; wat gevonden is staat hieronder.
    }
cause-address-of-group = Dit is het adres van { $group }, niet van een gast. Typ het eigen adres van de gast.
cause-own-domain = { $contact ->
        [none] { $address } hoort bij een van de eigen domeinen van de organisatie, en geen account heeft het. Een gast komt van buiten, met een eigen adres: controleer de spelling.
       *[other] { $address } hoort bij een van de eigen domeinen van de organisatie, en de contactpersoon { $contact } heeft het. Een gast komt van buiten, met een eigen adres.
    }
cause-not-found = { $owner ->
        [none] Geen gast en geen verwijderde gast heeft { $address }. Controleer de spelling, of nodig de gast eerst uit.
       *[other] Niemand heeft { $address } als gast, maar { $owner } heeft het. Een gast die nu wordt uitgenodigd zou geen hoofdadres krijgen.
    }
cause-not-member = { $rule ->
        [none] { $dynamic ->
            [true] De leden van { $group } worden door een regel gekozen, en die regel kiest { $name } niet. De regel, of de eigenschap waar die naar kijkt, moet anders.
           *[false] Groepsmail gaat alleen naar leden.
        }
       *[other] De leden van { $group } worden door een regel gekozen, en die regel kijkt naar een adres dat { $name } niet heeft: { $rule } – Met het adres kan de regel { $name } kiezen.
    }
cause-members-hidden = { $group } toont de leden niet aan deze aanmelding. { $name } staat niet bij wie wel te zien is, en kan toch lid zijn. Een eigenaar van de groep kan het nakijken.
cause-guest-access-off = De organisatie heeft gasttoegang tot groepen uitgezet. Alleen een beheerder van de organisatie kan dat aanzetten.
cause-cannot-tell = Niet alle gegevens van uw organisatie waren te lezen. Wat ontbreekt staat in de tabel; daar wordt niets uit afgeleid.
cause-healthy = Groepsmail gaat naar { $primary }. Of die aankomt is hier niet te zien: loop de lijst onderaan door met { $name }.

why-this-matters = Hoe weten we dit?
why-title = Hoe we dit weten

finding-not-a-guest = Niets wijst erop dat dit account van buiten is uitgenodigd.
finding-not-found = Geen bestaande of verwijderde gebruiker heeft dit adres.
finding-address-owned = { $owner ->
        [none] Iets anders heeft het adres.
       *[other] { $owner } heeft het adres.
    } Een gast die nu binnenkomt zou geen hoofdadres krijgen.
finding-deleted = Alleen een verwijderde gebruiker heeft dit adres.
finding-deleted-guest-had-it = Een verwijderde gast had dit adres eerder. Die gast herstellen geeft het adres niet terug.
finding-deleted-account-in-the-way = Het verwijderde account was nooit een gast. Zolang het hersteld kan worden, kan het een uitnodiging op dit adres in de weg staan.
finding-internal-guest = Het gebruikerstype is Guest, hoewel niemand dit account heeft uitgenodigd: een interne gast.
finding-several-guests = Meerdere gasten hebben dit adres.
finding-conflict = { $owner ->
        [none] Iets anders heeft een adres van de gast.
       *[other] { $owner } heeft een adres van de gast.
    } Een adres kan maar bij één account, contactpersoon of groep horen, daardoor bleef het gastaccount zonder.
finding-address-shared = { $owner ->
        [none] Iets anders heeft ook een adres van de gast.
       *[other] { $owner } heeft ook een adres van de gast.
    } Zolang de gast een hoofdadres heeft, is dat geen probleem. Later kan het in de weg zitten.
finding-address-refused = { $owner ->
        [none] Microsoft weigerde een adres van de gast, omdat iets anders het heeft.
       *[other] Microsoft weigerde een adres van de gast, omdat { $owner } het heeft.
    } Bij zoeken is dat niet te zien; het bleek bij de poging.
finding-user-name-taken = { $owner ->
        [none] Een ander account meldt zich aan met een adres van de gast. Microsoft kan dat adres weigeren.
       *[other] { $owner } meldt zich aan met een adres van de gast. Microsoft kan dat adres weigeren.
    }
finding-owners-not-all-seen = Of iets anders een adres van de gast heeft, was niet helemaal te zien.
finding-misconfigured = Het hoofdadres is leeg en er zijn meerdere andere adressen. Dit is de fout uit het ondersteuningsartikel van Microsoft.
finding-no-address = Het hoofdadres ontbreekt op een andere manier dan het artikel van Microsoft beschrijft. Eén adres behouden kan niet helpen.
finding-several-addresses = Meerdere andere adressen naast een hoofdadres: dat is normaal.
finding-mail-elsewhere = Mail gaat alleen naar het hoofdadres, en dat is niet het adres waarop u zocht.
finding-main-addresses-differ = De twee eigenschappen die het hoofdadres noemen zeggen niet hetzelfde. Exchange bepaalt welke telt.
finding-not-member = De gast staat niet in de ledenlijst van de gekozen groep.
finding-members-hidden = De gekozen groep verbergt de leden. Wie niet te zien is, kan toch lid zijn.
finding-guest-access-off = De instelling AllowGuestsToAccessGroups staat uit voor de hele organisatie.
finding-adding-guests-off = Er mogen nu geen nieuwe gasten aan groepen worden toegevoegd. Wie erin zit, blijft erin.
finding-group-takes-no-guests = De gekozen groep neemt geen nieuwe gasten aan. Wie erin zit, blijft erin.
finding-member-through-another = De gast staat in de gekozen lijst via een andere groep daarin. Exchange stuurt door naar die groep, zolang die zelf mail ontvangt.
finding-group-hidden = De gekozen groep is verborgen in Outlook. De groep ontvangt en verstuurt wel mail.
finding-licensed = Het account heeft licenties van de organisatie.
finding-has-mailbox = Het account heeft een abonnement op Exchange, dus zeer waarschijnlijk een postvak hier. Het is meer dan een gast.
finding-synced-from-on-premises = Het account wordt beheerd in uw eigen netwerk (on-premises) en kan van hieruit niet worden veranderd.
finding-restricted-management = Het account zit in een beschermde eenheid: alleen de beheerders daarvan kunnen het veranderen.
finding-privileged = De gast heeft een beheerdersrol, of zit in een groep die er een kan hebben, dus niet elke beheerder mag het account veranderen.
finding-blocked = Aanmelden is voor dit account geblokkeerd.
finding-pending = De uitnodiging is nog niet geaccepteerd. Het is niet bekend of dat mail tegenhoudt.
finding-no-fault-found = Er is geen fout gevonden in de gegevens van uw organisatie. Mail kan daarna nog verloren gaan: in een map met ongewenste e‑mail, bij de provider, of doordat de gast zich voor de groepsgesprekken heeft afgemeld.
finding-cannot-tell = Een vraag naar de gegevens kreeg geen antwoord, dus daar wordt niets uit afgeleid.

found-title = Wat we vonden
found-matters = Alleen wat telt
found-everything = Alles ({ $count })
found-show = Welke eigenschappen u ziet
found-memberships = Lid van { $groups }
found-copy = Als tekst kopiëren
column-state = Status
column-property = Eigenschap
column-value = Waarde

row-state-wrong = Fout
row-state-attention = Let op
row-state-cause = Oorzaak
row-state-fine = In orde
row-state-info = Info
row-state-unknown = Niet gelezen

value-empty = leeg
value-unknown = kon niet worden gelezen
value-true = ja
value-false = nee
value-accepted = geaccepteerd
value-accepted-on = geaccepteerd op { $date }
value-pending = nog niet geaccepteerd
value-pending-since = nog niet geaccepteerd, sinds { $date }
value-owner = { $owner } · { $kind }

owner-contact = e‑mailcontactpersoon
owner-synced-contact = e‑mailcontactpersoon uit uw eigen netwerk
owner-user = gebruiker of gedeeld postvak
owner-guest = andere gast
owner-group = groep
owner-unseen = van een soort die deze aanmelding niet kan lezen
owner-nameless = iets waarvan deze aanmelding de naam niet kan lezen (id { $id })

meaning-no-main-address = Hier zou groepsmail heen gaan.
meaning-main-address = Exchange bezorgt groepsmail op dit adres.
meaning-no-primary-proxy = Exchange heeft geen hoofdadres om op te bezorgen.
meaning-primary-proxy = De regel met SMTP: in hoofdletters is het hoofdadres.
meaning-goes-elsewhere = Groepsmail gaat hierheen, en niet naar { $searched }.
meaning-main-addresses-differ = De andere eigenschap noemt een ander hoofdadres. Exchange bepaalt welke telt.
meaning-several-without-main = Meerdere adressen, en geen daarvan is het hoofdadres.
meaning-one-address-repeated = Hetzelfde adres in meerdere schrijfwijzen.
meaning-several-beside-main = Meerdere adressen naast een hoofdadres: normaal.
meaning-invited-at = Uitgenodigd op { $address }, zo zegt de gebruikersnaam.
meaning-invited-at-one-of = Uitgenodigd op een van deze: { $addresses }. De gebruikersnaam zegt het niet zeker.
meaning-accepted = De gast heeft de uitnodiging geaccepteerd.
meaning-not-accepted = Het is niet bekend of alleen dit mail tegenhoudt.
meaning-made-by-sharing = Geen uitnodiging bekend, zoals bij gasten die ontstonden door delen in SharePoint.
meaning-external-member = Komt van buiten maar telt als lid: voor groepsmail toch een gast.
meaning-sign-in-blocked = Aanmelden is geblokkeerd.
meaning-synced = Beheerd in uw eigen netwerk (on-premises): hier niet te veranderen.
meaning-restricted = In een beschermde eenheid: alleen de beheerders daarvan kunnen het veranderen.
meaning-no-sign-of-guest = Niets hier wijst op een gast.
meaning-owned-by = Heeft { $address }. Een adres kan maar bij één account, contactpersoon of groep horen.
meaning-user-name-of = Meldt zich aan met { $address }. Microsoft kan dat adres voor de gast weigeren.
meaning-internal-guest = Gast volgens het type, maar door niemand uitgenodigd: een interne gast.
meaning-licensed = Licenties van de organisatie. Ze horen bij het account.
meaning-has-mailbox = Een abonnement op Exchange: zeer waarschijnlijk een postvak hier.
meaning-not-read = Kon niet worden gelezen, dus er wordt niets uit afgeleid.

property-mail = Hoofdadres
property-proxyAddresses = Exchange-adressen
property-otherMails = Andere adressen
property-memberOf = Groepen
property-members = Lid van de groep
property-contact = Adres in gebruik bij
property-externalUserState = Uitnodiging
property-externalUserStateChangeDateTime = Uitnodiging gewijzigd op
property-userPrincipalName = Gebruikersnaam
property-userType = Soort gebruiker
property-assignedLicenses = Licenties
property-assignedPlans = Abonnement op Exchange
property-accountEnabled = Mag zich aanmelden
property-creationType = Hoe het account ontstond
property-createdDateTime = Account gemaakt op
property-deletedDateTime = Verwijderd op
property-displayName = Naam
property-givenName = Voornaam
property-surname = Achternaam
property-companyName = Bedrijf
property-department = Afdeling
property-jobTitle = Functie
property-officeLocation = Kantoor
property-mobilePhone = Mobiele telefoon
property-businessPhones = Zakelijke telefoons
property-identities = Manieren van aanmelden
property-onPremisesSyncEnabled = Beheerd in uw eigen netwerk
property-isManagementRestricted = In een beschermde eenheid
property-preferredLanguage = Taal
property-usageLocation = Land van gebruik
property-mailNickname = E‑mailalias
property-imAddresses = Chatadressen
property-showInAddressList = In de adreslijst
property-id = Object-id
property-city = Plaats
property-country = Land
property-onPremisesLastSyncDateTime = Laatst gesynchroniseerd
property-serviceProvisioningErrors = Fouten van diensten

do-title = Wat u kunt doen
do-recommended = Aanbevolen
do-unseen-role = Ik heb een rol die hier niet te zien is
do-unseen-role-what = Een rol die u nog moet activeren, of een voor een deel van de organisatie. Microsoft beslist als u het probeert.
ask-exchange = Vraag het aan Exchange met deze regel in PowerShell. Die kijkt alleen.
ask-title = Dit moet een beheerder doen
ask-help = Vraag het hier: { $help }
ask-somebody = Vraag het aan de helpdesk of een beheerder van uw organisatie.
ask-copy = Tekst voor de beheerder kopiëren
ask-roles = Welke rollen kunnen dit?
ask-text-needed = Wat nodig is: { $remedy }.
ask-text-roles = Wie het kan: { $roles }.
ask-text-needed-all = Wat nodig is, na elkaar:
ask-text-step = { $number }. { $remedy }
ask-text-guest = Gast: { $name }, { $address }
ask-text-id = Object-id: { $id }
ask-text-group = Groep: { $group }
ask-text-from = Gevraagd door: { $name } ({ $account }), { $organisation }, { $date }
ask-open = Vraag uw beheerder…
ask-about = Iemand om raad vragen
ask-about-what = Een bericht met wat er gevonden is, in de taal van wie u vraagt, of een bestand om in deze app te openen.
ask-text-advice = Wat er buiten de app gedaan kan worden:
ask-panel-title = Dit moet een beheerder doen
panel-back = Terug naar wat u kunt doen
ask-to = Aan
ask-to-somebody = de helpdesk of een beheerder van uw organisatie
ask-language = Taal van de beheerder
ask-note = Wat merkt u? (niet verplicht)
ask-letter = Dit is het bericht
ask-mail = In het mailprogramma openen
ask-mail-note = Opent uw mailprogramma. U leest en verstuurt zelf.
ask-mail-failed = Er antwoordde geen mailprogramma. Kopieer de tekst en plak die in een bericht.
ask-copy-text = Tekst kopiëren
ask-save = Als bestand opslaan
ask-saved = Opgeslagen als
ask-file-note = De beheerder opent het bestand in deze app en ziet alles zoals het dan is.
ask-file-practice = In de oefenorganisatie gaat er geen mail uit. Sla het bestand op, meld u aan als gebruikersbeheerder en open het.
ask-file-what = Wat staat erin?
ask-file-holds = Uw naam en gebruikersnaam, de gast, de groep, wat er gevonden is en wanneer, wat wordt aanbevolen, en uw eigen woorden. Geen wachtwoord, en niets wat iets verandert.
ask-file-attach = Voeg het toe aan uw bericht.
ask-until = Tot het hersteld is: zet { $address } zelf in de cc als u aan de groep schrijft.
ask-text-note = “{ $note }”
ask-text-file = Het bestand dat hierbij hoort toont alles wat er gevonden is.
hand-over-open = Bestand van een collega openen
hand-over-open-what = of sleep het naar dit scherm
hand-over-opening = Het bestand wordt gelezen, en alle gegevens worden opnieuw bekeken.
hand-over-title = { $name } vraagt hulp voor { $guest }
hand-over-from = { $name } ({ $address })
hand-over-colleague = { $colleague ->
    [true] Een account van uw organisatie.
    [false] Geen account van uw organisatie heeft deze gebruikersnaam. Vraag het na voordat u doet wat er staat.
   *[none] Of dit een account van uw organisatie is, kon niet worden opgezocht.
}
hand-over-asked = Gevraagd op { $date }, in { $organisation }.
hand-over-read = Opnieuw gelezen op { $date }.
hand-over-note = In eigen woorden:
hand-over-recommended = Toen aanbevolen: { $remedy }.
hand-over-same = Van wat er toen gevonden is, is niets veranderd.
hand-over-changed = { $count ->
    [one] Eén ding is sindsdien veranderd; de tabel toont het.
   *[other] { $count } dingen zijn sindsdien veranderd; de tabel toont ze.
}
hand-over-then = Toen { $name } het vroeg
hand-over-now = Nu
hand-over-same-value = hetzelfde
hand-over-pill = Veranderd
hand-over-filter = Veranderd ({ $count })
hand-over-gone = niet meer gevonden
hand-over-other-guest = Het adres leidt naar een andere gast dan die in het bestand. Ga na wie bedoeld is voordat u iets herstelt; hier wordt niets aanbevolen.
hand-over-close = Bestand sluiten
hand-over-several = { $name } vraagt hulp voor { $count } gasten
hand-over-several-what = Er is nog niets opgezocht. Open ze één voor één: dan wordt alles opnieuw gelezen.
hand-over-claims = Dit staat in het bestand. Het wordt nagekeken als u een gast opent.
hand-over-group = Groep: { $group }.
hand-over-then-found = Toen gevonden: { $verdict }
hand-over-opened = geopend
hand-over-to-list = Terug naar de lijst
hand-over-back = Terug naar de { $count } gasten van { $name }
hand-over-answer = Antwoord kopiëren
hand-over-answer-text = Over { $guest }, waar u op { $date } naar vroeg:
hand-over-answer-done = Wat er gedaan is: { $done }.
hand-over-answer-nothing = Er is nog niets veranderd.
hand-over-answer-now = Bekeken op { $date }: { $headline }.
hand-over-answer-test = Zo test u het: stuur een bericht naar de groep en vraag de gast of het aankwam. Na een herstel kan Exchange enkele uren nodig hebben. Eerdere berichten worden niet opnieuw verstuurd.
do-anyway = Toch doen
do-anyway-what = { $verdict ->
    [blocked] De adressen zijn al goed; de blokkade ligt daar niet aan.
    [pending] De adressen zijn al goed; wat nog openstaat is de uitnodiging.
    [mail-elsewhere] Er is al een hoofdadres. Vraag het eerst na, zoals hierboven staat.
    [not-member] Groepsmail gaat alleen naar leden; hiermee wordt de gast geen lid.
   *[other] Wat we vonden vraagt hier niet om.
}
do-nothing = Hier is niets te herstellen.
do-disabled = Niet mogelijk:
do-unconfirmed = Of uw account dit mag, kon niet worden bevestigd.
do-entra = Openen in Entra-beheercentrum
    .what = opent in uw browser
    .practice = In uw eigen organisatie opent een knop hier de gast in het Entra-beheercentrum. De gasten van de oefenorganisatie staan daar niet.
do-option = Optie { $option } van het Microsoft-artikel
do-article = Artikel van Microsoft lezen

remedy-resolve-conflict = Los eerst het conflict op
remedy-invite = De gast uitnodigen
remedy-restore = Het account herstellen
remedy-resend-invitation = De uitnodiging opnieuw versturen
remedy-add-to-group = Aan de groep toevoegen
remedy-set-mail = Hoofdadres instellen
remedy-keep-one-address = Eén adres behouden
remedy-renew-membership = Het lidmaatschap vernieuwen
remedy-reset-redemption = De gast opnieuw laten accepteren
remedy-remove-and-invite = Verwijderen en opnieuw uitnodigen

remedy-why-resolve-conflict = Zolang dit zo is, krijgt de gast geen hoofdadres. { $resolution ->
        [change-unseen] De stappen staan klaar, met de id voor een beheerder.
        [change-guest] De stappen staan klaar.
       *[other] De manieren staan klaar, de minst ingrijpende eerst.
    }
remedy-why-nobody-has-the-address = Niemand in deze organisatie heeft het adres.
remedy-why-comes-back-with-everything = Het account komt terug zoals het was, met de groepen en apps.
remedy-why-not-accepted-yet = De uitnodiging is nog niet geaccepteerd.
remedy-why-not-in-the-group = De gast is geen lid van de gekozen groep.
remedy-why-fills-the-main-address = Geeft groepsmail een plek om heen te gaan. Verder verandert er niets.
remedy-why-writes-the-same-again = Het hoofdadres staat er al, maar de lijst van Exchange volgt het niet. Nog eens schrijven zet dat misschien in gang. Niets belooft dat.
remedy-why-changes-where-mail-goes = Maakt een ander adres van de gast het hoofdadres, waar groepsmail naartoe hoort te gaan.
remedy-why-leaves-one-address = Behoudt een van de andere adressen. Kan ongedaan worden gemaakt.
remedy-why-subscribes-again = Een gast die wordt toegevoegd, volgt de groepsgesprekken weer.
remedy-why-changes-how-they-sign-in = Vanaf dan meldt de gast zich met een ander account aan. Het vult geen adres.
remedy-why-makes-a-new-account = Met de gast gedeelde SharePoint-bestanden kunnen verloren gaan.
remedy-why-no-other-address = Er zijn geen andere adressen om er een van te behouden.
remedy-why-one-address-already = Er is al één ander adres, dus er valt niets te kiezen.
remedy-why-same-address-repeated = De andere adressen zijn één adres in meerdere schrijfwijzen.
remedy-why-mail-is-filled = Het hoofdadres is ingevuld; aan de andere adressen ligt het niet.
remedy-why-proxy-is-filled = Exchange heeft een hoofdadres; aan de andere adressen ligt het niet.
remedy-why-conflict-stays = Minder adressen veranderen niet dat { $owner } het adres heeft.
remedy-why-no-address-to-set = Er is geen adres bekend om uit te kiezen.
remedy-why-synced-from-on-premises = Het account wordt beheerd in uw eigen netwerk (on-premises). Het moet daar worden veranderd.
remedy-why-group = { $why ->
        [dynamic] Een regel kiest de leden van de groep.
        [on-premises] De groep wordt beheerd in uw eigen netwerk (on-premises).
        [distribution-list] De groep is een distributielijst, beheerd in Exchange.
        [mail-enabled-security] De groep wordt beheerd in Exchange.
        [role-assignable] De groep geeft beheerdersrollen: een hogere beheerder moet de leden wijzigen.
        [takes-no-guests] De groep of de organisatie staat zo ingesteld dat er geen nieuwe gasten bij komen: een gast die eruit gaat, komt er misschien niet meer in.
       *[unknown] De soort groep kon niet worden gelezen.
    }
remedy-why-no-group-to-renew = Kies eerst bij het zoeken de groep. Er wordt één lidmaatschap tegelijk vernieuwd.
remedy-why-every-address-owned = { $owner } heeft het adres van de gast ook, dus een nieuw account zou geen hoofdadres hebben.
remedy-why-has-mailbox = Het account heeft een postvak hier, en verwijderen neemt dat postvak mee. Laat een beheerder eerst de licentie weghalen, als niemand het postvak nodig heeft; kijk daarna opnieuw.
remedy-why-own-domain = Elk adres van de gast hoort bij een van de eigen domeinen van de organisatie. Microsoft neemt daar geen uitnodiging aan.
remedy-why-too-late = De dertig dagen om het account te herstellen zijn voorbij.
remedy-why-conflict-first = { $owner } heeft het adres. Los dat eerst op.
remedy-why-choose-first = Kies eerst wie u bedoelt.
remedy-why-not-known = Wat hiervoor bekend moet zijn kon niet worden gelezen. Zoek opnieuw.
remedy-why-not-you = Dit moet een beheerder doen: { $roles }.
remedy-why-not-with-this-sign-in = Deze aanmelding mist { $permissions } en kan er niet om vragen. Meld u aan met de browser.
remedy-why-switched-off = Uw organisatie heeft herstellen op deze computer uitgezet.

advice-title = Buiten deze app
advice-choose-guest = Kies wie u bedoelt.
advice-search-again = Zoek opnieuw: niet alles kreeg antwoord.
advice-turn-guest-access-on = Vraag een beheerder van de organisatie om gasttoegang tot groepen aan te zetten.
advice-change-membership-rule = Vraag de eigenaar van de groep om de regel te veranderen, of een beheerder om de eigenschap te veranderen waar de regel naar kijkt.
advice-add-in-exchange = Vraag een Exchange-beheerder om de gast aan deze lijst toe te voegen.
advice-add-on-premises = Vraag de beheerder van uw eigen netwerk om de gast aan de groep toe te voegen.
advice-change-on-premises = Vraag de beheerder van uw eigen netwerk om dit account daar te veranderen.
advice-ask-whether-they-read-it = Vraag de gast of de mail op het hoofdadres gelezen wordt.
advice-ask-why-blocked = Vraag waarom aanmelden geblokkeerd is, voordat iemand de blokkade opheft.
advice-check-subscription = Vraag een Exchange-beheerder of de gast de groepsgesprekken nog volgt. Dat is hier niet te zien.
advice-ask-about-junk-and-provider = Vraag de gast om in de map met ongewenste e‑mail te kijken, en de mailprovider naar geweigerde mail te vragen.
advice-see-what-it-was = Heeft de organisatie Entra Backup and Recovery, dan ziet een beheerder daar wat de adressen de laatste dagen waren.
advice-see-what-it-was-link = Wat daar bewaard wordt
advice-invite-elsewhere = Nodig de gast uit in Outlook of in het Entra-beheercentrum. Deze versie kan dat nog niet.
advice-restore-elsewhere = Herstel het account bij de verwijderde gebruikers in het Entra-beheercentrum. Deze versie kan dat nog niet.
advice-resend-elsewhere = Verstuur de uitnodiging opnieuw vanuit het Entra-beheercentrum. Deze versie kan dat nog niet.

choose-guest = Wie bedoelt u?
candidate-made = account gemaakt op { $date }
candidate-deleted = verwijderd op { $date }
candidate-no-mail = geen hoofdadres

checked-title = Ook gecontroleerd
check-member = { $state ->
        [ok] Lid van { $group }
        [by-rule] Lid van { $group }, door de regel van de groep
        [through-another] In { $group } via een andere groep
        [problem] Geen lid van { $group }
        [no-group] Lidmaatschap: kies een groep om dit te controleren
       *[other] Lidmaatschap: kon niet worden gelezen
    }
check-guest-access = { $state ->
        [ok] Gasttoegang aan
        [problem] Gasttoegang uit
       *[other] Gasttoegang: kon niet worden gelezen
    }
check-adding-guests = { $state ->
        [ok] Nieuwe gasten kunnen erbij
        [note] Er kunnen geen nieuwe gasten bij; wie lid is blijft dat
       *[other] Of er nieuwe gasten bij kunnen: kon niet worden gelezen
    }
check-hidden-from-outlook = { $state ->
        [ok] Zichtbaar in Outlook
        [note] Verborgen in Outlook; voor mail maakt dat niets uit
       *[other] Verborgen in Outlook: kon niet worden gelezen
    }
check-invitation = { $state ->
        [ok] Uitnodiging geaccepteerd
        [problem] Uitnodiging nog niet geaccepteerd
        [note] Er is geen uitnodiging bekend
       *[other] Uitnodiging: kon niet worden gelezen
    }
check-sign-in = { $state ->
        [ok] Aanmelden toegestaan
        [problem] Aanmelden geblokkeerd
       *[other] Aanmelden: kon niet worden gelezen
    }
check-invited-twice = { $state ->
        [ok] Niet ontstaan door delen in SharePoint
        [problem] Ontstaan door delen in SharePoint
        [ask-the-guest] Ook vanuit SharePoint uitgenodigd: vraag de gast
       *[other] Ontstaan door delen in SharePoint: kon niet worden gelezen
    }
check-invited-twice-how = Vraag de gast of er naast de uitnodiging voor de groep ook een link naar een SharePoint-bestand of -site was. Twee uitnodigingen op verschillende adressen kunnen deze fout geven.
check-junk-folder = Ongewenste e‑mail: vraag de gast
check-junk-folder-how = Vraag de gast om in de map met ongewenste e‑mail te zoeken naar het adres van de groep, en zo’n bericht te markeren als gewenst.
check-provider = Provider: vraag de gast
check-provider-how = Stuur een testbericht naar de groep. Komt het niet aan, dan kan de gast bij de eigen mailprovider navragen of berichten van de groep worden geweigerd.
check-how = Zo controleert u dit
check-done = Nagegaan met de gast
check-not-yet = Nog niet nagegaan

trace-title = De mail volgen
trace-what = Wat er de laatste tien dagen gebeurde met de berichten aan { $group }, op weg naar de gast. Wie ze stuurde en waar ze over gingen staat er niet bij.
trace-look = Berichten opzoeken
trace-again = Opnieuw opzoeken
trace-looking = Exchange wordt naar de berichten gevraagd
trace-more = { $count ->
        [one] En één ouder bericht.
       *[other] En { $count } oudere berichten.
    }
trace-incomplete = Er waren meer berichten dan er zijn gelezen.
trace-asked = Gevraagd naar berichten van { $from } aan { $to }. Gelezen { $when }.
trace-practise = Als collega aan de groep schrijven
traced-no-messages = Niemand schreef de laatste { $days } dagen aan { $group }
    .next = Stuur een bericht aan de groep, en kijk na een paar minuten opnieuw.
traced-at-the-guests = De mail komt aan bij de mailserver van { $name }
    .next = Wat ontbreekt raakt daar kwijt: in de map met ongewenste e‑mail, door een regel of bij de provider. Hierboven staat een tekst voor de gast.
traced-not-sent-to-them = { $group } stuurt niets aan { $name }
    .next = De berichten gingen naar de andere leden. Meestal heeft het account geen hoofdadres, of is het lidmaatschap van daarvoor.
traced-not-delivered = De berichten aan { $name } worden niet bezorgd
    .next = De mailserver van de gast weigert ze, of iets houdt ze onderweg tegen. Een Exchange-beheerder ziet in de berichttracering welk van de twee.
traced-kept-back-here = De berichten aan { $name } worden aan uw kant tegengehouden
    .next = Ze zijn voor ongewenste e‑mail aangezien of staan in quarantaine. Een Exchange-beheerder kan nagaan waarom, en ze vrijgeven.
traced-stopped-at-group = De berichten stoppen al bij { $group }
    .next = Ze bereiken geen enkel lid. Een Exchange-beheerder kan nagaan wie aan de groep mag schrijven.
traced-under-way = De berichten zijn onderweg
    .next = Kijk na een paar minuten opnieuw; Exchange kan een uur nodig hebben.
traced-cannot-tell = Wat er met de berichten is gebeurd, is niet te zeggen
    .next = Exchange zegt er te weinig over. Een Exchange-beheerder kan de berichttracering in het Exchange-beheercentrum bekijken.
fate-delivered = Overgedragen aan de mailserver van de gast
fate-left-out = Naar de andere leden gestuurd, niet naar de gast
fate-failed = Niet bezorgd
fate-kept-back = Aan uw kant tegengehouden
fate-stopped-at-group = Gestopt bij de groep
fate-under-way = Onderweg
fate-unclear = Niet gezegd

resolve-title = Los het conflict op
resolve-who = { $place ->
        [exchange] Een Exchange-beheerder doet dit, niet deze app.
       *[on-premises] Een beheerder van uw eigen netwerk doet dit, niet deze app.
    }
resolve-ask = Vraag een beheerder…
resolve-who-practice = Een Exchange-beheerder doet dit. Hier kunt u het oefenen.
resolve-contact = { $owner } is een e‑mailcontactpersoon die { $address } heeft.
    .first = Vaak is die nog over van eerdere mail met de gast.
resolve-synced-contact = { $owner } is een e‑mailcontactpersoon uit uw eigen netwerk die { $address } heeft.
    .first = In de cloud is die niet te veranderen.
resolve-user = { $owner } is een gebruiker of gedeeld postvak met { $address }.
    .first = Ga na wie het adres nodig heeft: { $owner } of de gast. Ze kunnen het niet allebei hebben.
resolve-guest = { $owner } is een andere gast die { $address } heeft.
    .one = Ga na of beide accounts van dezelfde persoon zijn.
    .two = Zo ja, ga verder met het account dat het hoofdadres heeft, en laat een beheerder het andere verwijderen.
    .three = Controleer hier opnieuw.
resolve-group = De groep { $owner } heeft { $address }.
    .first = Ga na of de groep dit adres nog nodig heeft.
resolve-unseen = Iets wat deze aanmelding niet kan zien, heeft { $address }. De object-id: { $owner }.
    .one = Het is geen gebruiker; misschien een contactpersoon of een groep die verborgen is. Geef de id aan een beheerder, die kan het opzoeken.
    .two = Laat een Exchange-beheerder { $address } ervan afhalen, of het verwijderen.
    .three = Controleer hier opnieuw. Stel daarna het hoofdadres van de gast in.
resolve-again = Opnieuw controleren
resolve-not-looked = Nog niet gecontroleerd.

fact-contact = Contactpersoon
    .cloud = in de cloud
    .synced = uit uw eigen netwerk
fact-lists = { $count ->
        [one] Op één lijst
       *[other] Op { $count } lijsten
    }
    .unread = Lijsten
    .none = Op lijsten
fact-lists-none = op geen
fact-lists-unread = niet gelezen; zoek { $address } om ze te zien
fact-x500 = Oud adres
    .what = X500: hier gaan antwoorden op oude mail heen
    .copy = Het oude adres kopiëren
fact-x500-unread = kon niet worden gelezen
fact-not-told = Alleen Exchange weet of die verborgen is, en het eigen oude Exchange-adres. Het script toont beide voordat het iets verandert.
fact-copied = De contactpersoon { $owner }: op de lijsten { $lists }. Oude adressen: { $x500 }.
fact-none = geen
fact-unread = niet gelezen

doors-title = { $count ->
        [one] Eén manier
       *[other] { $count } manieren, de minst ingrijpende eerst
    }
door-another-address = Geef de contactpersoon een ander adres
door-another-address-hidden = Geef de contactpersoon een ander adres en verberg die
door-remove = Verwijder de contactpersoon
door-on-premises-address = Wijzig het adres in uw eigen netwerk
door-on-premises-remove = Verwijder de contactpersoon in uw eigen netwerk
door-cloud-managed = Beheer de contactpersoon voortaan in de cloud
door-take-off = Haal het adres eraf
door-costs = Kost
door-way-back = Weg terug
door-cost-lists-lose-them = { $lists ->
        [none] De lijsten bereiken deze persoon niet meer, tot de gast erop staat.
        [0] Niets: de contactpersoon staat op geen lijst.
        [one] Eén lijst bereikt deze persoon niet meer, tot de gast erop staat.
       *[other] { $lists } lijsten bereiken deze persoon niet meer, tot de gast erop staat.
    }
door-cost-lists-lose-them-and-hidden = { $lists ->
        [none] Zoals hierboven, en collega’s vinden de contactpersoon niet meer.
        [0] Collega’s vinden de contactpersoon niet meer.
       *[other] Zoals hierboven, en collega’s vinden de contactpersoon niet meer.
    }
door-cost-off-lists-and-old-mail = { $lists ->
        [none] Van de lijsten af, en antwoorden op oude mail komen misschien onbestelbaar terug.
        [0] Antwoorden op oude mail komen misschien onbestelbaar terug.
        [one] Van de lijst af, en antwoorden op oude mail komen misschien onbestelbaar terug.
       *[other] Van { $lists } lijsten af, en antwoorden op oude mail komen misschien onbestelbaar terug.
    }
door-cost-nothing-yet = Nog niets. Daarna kan een Exchange-beheerder een ander adres geven.
door-cost-mail-no-longer-reaches = Mail naar het adres komt niet meer aan bij wie het nu heeft.
door-back-kept-in-attribute = Het oude adres wordt bewaard in een aangepast kenmerk. Het script heeft de regel die het terugzet.
door-back-give-it-again = Geef het adres weer, zodra de gast het niet meer heeft.
door-back-sync-again = Beheer in uw eigen netwerk kan weer.
door-back-none = Geen. Exchange bewaart geen verwijderde contactpersonen.
door-brief-kept-in-attribute = Kan worden teruggezet.
door-brief-give-it-again = Kan worden teruggezet.
door-brief-sync-again = Kan worden teruggezet.
door-brief-none = Geen weg terug.
door-path-contacts = Geadresseerden › Contactpersonen
door-path-mailboxes = Geadresseerden › Postvakken
door-path-groups = Geadresseerden › Groepen
door-path-on-premises = Active Directory, in uw eigen netwerk
door-path-synchronisation = Wie de synchronisatie beheert, zet isCloudManaged van deze contactpersoon op true (Microsoft Graph: onPremisesSyncBehavior). Controleer daarna opnieuw.
door-open = Exchange-beheercentrum openen
door-open-elsewhere = Open het Exchange-beheercentrum van uw cloud.
door-find = Zoek daar
door-new-address = Nieuw adres
    .copy = Het nieuwe adres kopiëren
door-new-address-unread = een in een domein van uw organisatie dat niemand heeft
door-keep = Bewaar het oude in een aangepast kenmerk
    .copy = Het oude adres kopiëren
door-hide = En verberg de contactpersoon in adreslijsten.
door-copy-name = De naam kopiëren
door-copy-address = Het adres kopiëren
door-address = Het adres
door-script = Hetzelfde als script
door-script-on-premises = Script dat vindt wie het adres heeft
door-lists-script = Zet daarna de gast op de lijsten
door-read = Lezen
    .close = Sluiten
door-save = Opslaan als .ps1
door-saved = Opgeslagen:
door-practise = { $place ->
        [exchange] Doe wat de Exchange-beheerder zou doen
       *[on-premises] Doe wat de beheerder van uw eigen netwerk zou doen
    }
door-practised = Gedaan in de oefenorganisatie. Controleer nu opnieuw.

standing-still-there = Gekeken om { $time }: { $owner } heeft het adres nog.
standing-another-one = Gekeken om { $time }: nu heeft { $owner } het adres.
standing-gone = Gekeken om { $time }: niemand anders heeft het adres meer.
standing-cannot-tell = Gekeken om { $time }: niet alles was te zien. Probeer de volgende stap, of controleer opnieuw.
resolved-title = Het conflict is opgelost
resolved-what = Niemand anders heeft { $address } meer.
resolved-freed = { $owner } heeft het adres niet meer
resolved-put-back = Terugzetten
resolved-set = Stel het hoofdadres van de gast in
resolved-set-what = U ziet eerst voor en na.
resolved-invite = Nodig de gast uit
resolved-lists = { $count ->
        [one] Zet de gast op de lijst
       *[other] Zet de gast op { $count } lijsten
    }
resolved-lists-later = Zodra het hoofdadres is ingesteld.
resolved-lists-practise = Zet de gast erop, zoals de Exchange-beheerder zou doen
resolved-done = gedaan
resolved-practice = Hier deed de oefenorganisatie wat een beheerder zou doen. In het echt doet die het zelf: u vraagt het, en controleert daarna opnieuw.

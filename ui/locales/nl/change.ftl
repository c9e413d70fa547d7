### Voorbeeld, voortgang en resultaat van een wijziging, en Historie.

plan-resolve-conflict = Het conflict oplossen
plan-invite = De gast uitnodigen
plan-restore = Het account herstellen
plan-resend-invitation = De uitnodiging opnieuw versturen
plan-add-to-group = Aan de groep toevoegen
plan-set-mail = Hoofdadres instellen
plan-keep-one-address = Eén adres behouden
plan-renew-membership = Het lidmaatschap vernieuwen
plan-reset-redemption = De gast opnieuw laten accepteren
plan-remove-and-invite = Verwijderen en opnieuw uitnodigen
plan-apply = Een wijziging uitvoeren
plan-undo = Een wijziging ongedaan maken
plan-continue = Doorgaan met een wijziging
plan-put-back = Terugzetten zoals het was
plan-of = { $guest } · { $what }
plan-making = Het voorbeeld wordt gemaakt. Er verandert niets.

choose-main = Welk adres wordt het hoofdadres van { $name }?
choose-keep = Welk adres gebruikt { $name }?
choose-invite = Op welk adres wordt { $name } uitgenodigd?

address-note-invited = Het adres van de uitnodiging
address-note-searched = Het adres waarop u zocht
address-note-main = Nu het hoofdadres

plan-stays = Blijft zoals het is
result-stays = Ongewijzigd
plan-kept = blijft
plan-added = komt erbij
plan-removed = gaat weg
plan-empty = leeg
plan-not-member = geen lid
plan-warning = Waarschuwing
plan-note = Om te weten
plan-steps = Wat er gebeurt, stap voor stap

plan-note-sharepoint-removed-address = Het artikel van Microsoft waarschuwt: SharePoint-bestanden die met { $addresses } zijn gedeeld kunnen voor de gast verloren gaan. Deze app kan ze niet opsommen.
plan-note-sharepoint-all = Het artikel van Microsoft waarschuwt: alle SharePoint-bestanden die met { $address } zijn gedeeld kunnen voor de gast verloren gaan. Deze app kan ze niet opsommen.
plan-note-sign-in-address = { $address } is misschien een adres waarmee de gast zich aanmeldt. Vraag het na voordat u het weghaalt.
plan-note-no-main-address = Voor zover bekend geeft alleen dit de gast geen hoofdadres. Daarna ziet u of het nog ontbreekt.
plan-note-owner-stays = Wie het adres nu heeft, houdt het. Dit lost het conflict niet op.
plan-note-old-main-stays = { $address } blijft bewaard als tweede adres.
plan-note-may-be-refused = { $owner } meldt zich aan met { $address }. Microsoft kan het adres daarom weigeren.
plan-note-was-refused = Microsoft weigerde { $address } zojuist, omdat { $owner } het heeft. Zolang dat zo is, wordt het weer geweigerd.
plan-note-mailbox-address = Dit account heeft een postvak hier. Volgens Microsoft kan het adres van een postvak van hieruit geen adres van buiten worden.
plan-note-licences-lost = { $count ->
        [one] Het account heeft één licentie van de organisatie. Die gaat niet over op het nieuwe account.
       *[other] Het account heeft { $count } licenties van de organisatie. Die gaan niet over op het nieuwe account.
    }
plan-note-hidden-groups-not-seen = Groepen die hun leden verbergen zijn hier niet te zien. Zit de gast in zo’n groep, dan komt dat lidmaatschap niet terug.
plan-note-may-take-no-guests = Neemt geen nieuwe gasten aan, dus toevoegen kan geweigerd worden: { $groups }.
plan-note-channels-left = Een gast die uit een team gaat, verlaat de privékanalen en gedeelde kanalen ervan, en zit er daarna niet weer in. Een eigenaar van het kanaal kan de gast toevoegen.
plan-note-out-meanwhile = Tussen de twee stappen is de gast even uit de groep, en mist mail die juist dan wordt verstuurd. Stopt het daar, dan kunt u doorgaan of terugzetten.
plan-note-guest-settings-not-seen = Of er nieuwe gasten bij mogen, kon niet worden gelezen. Zo niet, dan blijft de gast misschien uit de groep.
plan-note-added-again = De gast wordt weer aan de groep toegevoegd.
plan-note-membership-may-change = Regels van deze groepen kijken naar wat hier verandert, dus de gast kan erin komen of eruit gaan: { $groups }.
plan-note-rules-not-all-seen = Niet alle regels van groepen waren te lezen. De gast kan door wat hier verandert in groepen komen of eruit gaan.
plan-note-writes-the-same-again = Dit adres staat er al. Het wordt nog eens geschreven, voor het geval de lijst van Exchange dan volgt. Er is niets om naar terug te gaan.
plan-note-mail-cannot-be-emptied = U kunt later een ander hoofdadres kiezen, maar het niet meer leegmaken.
plan-note-must-accept-again = De gast moet de nieuwe uitnodiging accepteren om zich weer aan te melden.
plan-note-must-accept = De gast moet de uitnodiging accepteren om zich te kunnen aanmelden.
plan-note-removed-until-accepted = Zolang de gast niet heeft geaccepteerd, kan het nieuwe account weer worden verwijderd vanuit Historie. Een bericht dat is verstuurd, blijft verstuurd.
plan-note-inviter-is-sponsor = Zonder sponsor maakt Microsoft u de sponsor van de gast.
plan-note-own-message = Uw eigen bericht komt in de plaats van dat van Microsoft, in welke taal u het ook schrijft. Zonder postvak van uzelf laat Microsoft het misschien weg.
plan-note-not-added-by-you = U kunt niemand toevoegen aan { $group }. De eigenaar of een beheerder kan de gast daarna toevoegen.
plan-note-invited-account-removed = Het account dat voor de gast is gemaakt, wordt verwijderd, met de toegang die het sindsdien kreeg. Microsoft bewaart het 30 dagen.
plan-note-mail-goes-as-before = Groepsmail blijft naar het hoofdadres gaan. Wat verandert, is hoe de gast zich aanmeldt.
plan-note-same-account = Het blijft hetzelfde account, met dezelfde groepen en apps.
plan-note-link-shown-once = { $mailed ->
        [true] Microsoft stuurt de gast een bericht. De link om te accepteren staat na afloop ook hier, één keer.
       *[false] Microsoft stuurt geen bericht. De link om te accepteren staat na afloop één keer hier: geef die zelf aan de gast door.
    }
plan-note-may-arrive-twice = Of de uitnodiging al verstuurd is, is niet bekend. De gast kan een tweede bericht krijgen; elke link leidt naar hetzelfde account.
plan-note-not-restored = Niet hersteld: toegangspakketten, privé- en gedeelde kanalen, en geregistreerde aanmeldmethoden.
plan-note-apps-replayed = { $count ->
        [one] Eén app wordt
       *[other] { $count } apps worden
    } opnieuw toegewezen.
plan-note-sponsors-replayed = { $count ->
        [one] Eén sponsor wordt
       *[other] { $count } sponsors worden
    } opnieuw ingesteld.
plan-note-owns-objects = De gast is eigenaar van { $count ->
        [one] één object
       *[other] { $count } objecten
    } in uw organisatie. Dat eigenaarschap wordt niet opnieuw ingesteld.
plan-note-profile-replayed = Naam, bedrijf, taal, land en soort gebruiker worden opnieuw ingesteld.
plan-note-invitation-characters = De uitnodiging kan worden geweigerd om een teken in het adres: { $characters }
plan-note-new-account-removed = Eerst wordt het nieuwe account verwijderd, met de toegang die het sindsdien kreeg.
plan-note-original-comes-back = Het oorspronkelijke account komt terug zoals het was: hetzelfde account, met de groepen en apps. Microsoft bewaart het 30 dagen.
plan-note-account-comes-back = Hetzelfde account komt terug, met de groepen, rollen en apps, zoals het was toen het werd verwijderd.
plan-note-groups-show-afterwards = Welke groepen dat zijn, is niet te zien zolang het account verwijderd is. Daarna ziet u in welke groepen de gast zit.
plan-note-address-taken = { $owner } heeft nu { $address }. Microsoft kan het herstellen daarom weigeren, of het account komt zonder dit adres terug.
plan-note-user-name-taken = { $owner } heeft nu de gebruikersnaam van het account. Zolang dat zo is, weigert Microsoft het herstellen waarschijnlijk.
plan-note-taken-not-all-seen = Niet alles was te lezen over wie nu de gebruikersnaam of een adres van het account heeft.
plan-note-comes-back-without = Het account komt terug zonder { $addresses }. Zonder hoofdadres krijgt de gast geen groepsmail.
plan-note-not-seen = { $what ->
        [memberOf] De groepen van de gast konden niet worden gelezen en kunnen verloren gaan.
        [ownedObjects] Waarvan de gast eigenaar is, kon niet worden gelezen; dat eigenaarschap kan verloren gaan.
        [appRoleAssignments] De apps van de gast konden niet worden gelezen en kunnen verloren gaan.
       *[sponsors] De sponsors van de gast konden niet worden gelezen en kunnen verloren gaan.
    }
plan-note-reads-back-first = Eerst wordt opnieuw gelezen wat er nu staat. Wat al is gedaan, wordt niet herhaald.

plan-groups = Groepen
plan-groups-restore = Groepen waarvan de gast weer lid wordt
plan-groups-cannot = Groepen waaraan de gast van hieruit niet kan worden toegevoegd
join-groups = Groepen om de gast aan toe te voegen (niet verplicht)
join-groups-find = Deel van de naam van een groep
join-groups-more = { $count ->
        [one] Nog één groep. Typ een deel van de naam om die te vinden.
       *[other] Nog { $count } groepen. Typ een deel van een naam om er een te vinden.
    }
group-why-dynamic = een regel kiest de leden
group-why-on-premises = beheerd in uw eigen netwerk
group-why-role-assignable = geeft beheerdersrollen; een hogere beheerder moet de gast toevoegen
group-why-distribution-list = een distributielijst, beheerd in Exchange
group-why-mail-enabled-security = beheerd in Exchange
group-why-takes-no-guests = neemt geen nieuwe gasten aan
group-why-unknown = de soort kon niet worden gelezen

invitation-language = Taal van de uitnodiging
invitation-send = Laat Microsoft de uitnodiging per e‑mail versturen

new-guest-name = Naam van de gast (niet verplicht)
    .note = Blijft dit leeg, dan maakt Microsoft een naam van het adres.
new-guest-message = Uw eigen bericht (niet verplicht)
    .note = Platte tekst van hoogstens { $count } tekens. Blijft dit leeg, dan schrijft Microsoft het.
new-guest-sponsors = Sponsors (niet verplicht)
    .note = Collega’s die voor de gast instaan, elk met het e‑mailadres.
new-guest-sponsor-add = Deze sponsor toevoegen
new-guest-sponsor-change = Wijzigen
new-guest-sponsor-remove = Weghalen
sponsor-why-no-address = Dit lijkt geen e‑mailadres.
sponsor-why-nobody = Niemand in deze organisatie heeft dit adres.
sponsor-why-several = Meer mensen hebben dit adres, dus is niemand van hen gekozen.
sponsor-why-guest = Dit is een gast. Een sponsor is iemand van de organisatie.

undo-full = Kan vanuit Historie ongedaan worden gemaakt
undo-partial = Kan vanuit Historie deels ongedaan worden gemaakt
undo-restore = Het oorspronkelijke account kan 30 dagen worden teruggezet
undo-delete-again = Wordt hier niet ongedaan gemaakt. In het Entra-beheercentrum kan het account opnieuw worden verwijderd; het blijft dan opnieuw 30 dagen bewaard.
undo-impossible = { $kind ->
    [set-mail] U kunt later een ander hoofdadres kiezen, maar het niet meer leegmaken
    [undo] Opnieuw herstellen blijft mogelijk
    [put-back] Opnieuw herstellen blijft mogelijk
   *[other] Kan niet ongedaan worden gemaakt
}

reason-label = Reden of ticketnummer (niet verplicht)
reason-note = Wordt op deze computer in Historie bewaard.
confirm-label = Typ { $text } om te bevestigen
plan-insist = Ik heb de waarschuwingen gelezen en wil dit account toch verwijderen
plan-without-taken = Het account herstellen zonder de adressen die anderen nu hebben
    .note = Uit: Microsoft beslist. Aan: Microsoft haalt die adressen van het account, en de gast zit dan misschien zonder hoofdadres: de fout waarvoor u kwam, kan dan terug zijn.
plan-missing-insist = Lees eerst de waarschuwingen, en geef aan dat u toch door wilt gaan.
plan-missing-sponsor = Wijzig de sponsor die niet is gevonden, of haal dat adres weg.
plan-missing-address = Kies eerst een adres.
confirm-missing = Typ eerst het adres.
act-resolve-conflict = Het conflict oplossen
act-invite = De gast uitnodigen
act-restore = Account herstellen
act-resend-invitation = De uitnodiging opnieuw versturen
act-add-to-group = Aan de groep toevoegen
act-set-mail = Dit adres instellen
act-keep-one-address = Dit adres behouden
act-renew-membership = Het lidmaatschap vernieuwen
act-reset-redemption = De gast opnieuw laten accepteren
act-remove-and-invite = Verwijderen en opnieuw uitnodigen
act-apply = Deze wijziging uitvoeren
act-undo = Deze wijziging ongedaan maken
act-continue = Doorgaan
act-put-back = Terugzetten zoals het was
plan-again = Nieuw voorbeeld maken

progress-title = Er wordt aan gewerkt
progress-note = U kunt tussen twee stappen stoppen. Wat dan gedaan is blijft gedaan, en is vastgelegd.
progress-stop = Stoppen na deze stap
progress-stopping = Stopt na deze stap…
step-compare = Vergelijken met het voorbeeld
step-write-other-mails = Andere adressen schrijven
step-write-mail = Hoofdadres schrijven
step-delete = Account verwijderen
step-await-gone = Wachten tot het account weg is
step-invite = Uitnodiging versturen
step-await-new = Wachten tot het nieuwe account er is
step-add-to-groups = Toevoegen aan de groepen
step-add-to-group = Toevoegen aan de groep
step-remove-from-group = Uit de groep halen
step-await-out = Wachten tot te zien is dat de gast uit de groep is
step-replay = Naam, sponsors en apps opnieuw instellen
step-delete-new = Nieuwe account verwijderen
step-restore = Het account herstellen
step-read-back = Opnieuw lezen wat er staat
step-diagnose-again = Opnieuw onderzoeken
step-count = { $done } van { $total }
step-state-waiting = wacht
step-state-running = bezig
step-state-done = gedaan
step-state-not-yet-visible = gedaan, nog niet zichtbaar
step-state-refused = geweigerd
step-state-unknown = onbekend
step-state-skipped = niet nodig
step-state-not-reached = niet uitgevoerd

outcome-done = { $what ->
        [invited] { $name } is verwijderd en opnieuw uitgenodigd. Dit is nagekeken
        [main] { $name } heeft nu een hoofdadres. Dit is nagekeken
       *[other] Gedaan. Dit is nagekeken
    }
    .what = Er is opnieuw gekeken: de nieuwe waarden staan er.
outcome-not-yet-visible = Aangenomen, maar nog niet zichtbaar
    .what = Microsoft heeft de wijziging aangenomen. Die is nog niet te zien; dat kan enkele minuten duren.
outcome-refused = Geweigerd: er is niets veranderd
    .what = Een regel zei nee voordat er iets was veranderd.
outcome-failed = Niet uitgevoerd: er is niets veranderd
    .what = Het mislukte voordat er iets was geschreven: geen verbinding, geen aanmelding, of een storing. Hieronder staat waarom.
outcome-interrupted = Halverwege gestopt
    .what = { $removed ->
        [true] Het account is verwijderd en nog niet terug. Zet het terug, of ga door.
       *[false] Een deel van de wijziging is uitgevoerd. De stappen hieronder zeggen wat wel en wat niet is gedaan.
    }
outcome-unknown = Onbekend of het is uitgevoerd
    .what = Het antwoord raakte onderweg kwijt. Doorgaan leest eerst opnieuw wat er staat en herhaalt niets blindelings.
outcome-cancelled = Door u gestopt: er is niets veranderd
    .what = De wijziging is gestopt voordat er iets was geschreven.

result-before = Voor
after-seen = Na
after-not-seen-yet = Aangenomen, nog niet gezien
after-no = Niet gedaan. Gepland
after-unknown = Onbekend of het is gedaan. Gepland
after-none = onbekend
result-left = Niet gelukt, of niet te zien
result-healthy = De gegevens zijn nu in orde. Exchange kan enkele uren nodig hebben. Stuur een testbericht; eerdere berichten worden niet opnieuw verstuurd.
result-still-missing = Het hoofdadres ontbreekt nog
    .what = Eén adres behouden heeft het niet gevuld. Stel nu het hoofdadres in: dan kan groepsmail ergens heen.
result-not-seen-yet = De wijziging is nog niet te zien; dat kan enkele minuten duren. Kijk opnieuw voordat u iets herhaalt.
result-look-again = Opnieuw kijken
result-now = Het oordeel nu: { $headline }
result-as-before = De uitnodiging is verstuurd. Er is opnieuw gelezen: het account is zoals het was.
link-title = De link om te accepteren
    .next = Nu moet de gast de uitnodiging accepteren. Deze link leidt ernaartoe.
    .what = Alleen voor de gast: wie deze link heeft, kan ermee proberen te accepteren. De link wordt nergens bewaard; sluit u dit, dan is de link weg.
    .practice = In de oefenorganisatie leidt deze link nergens heen.
    .unknown = De link van deze uitnodiging is niet meer bekend. De uitnodiging opnieuw versturen geeft een nieuwe.
    .copy = Link kopiëren
result-next = Nu het hoofdadres instellen
left-group = De groep { $group } heeft de gast niet aangenomen.
left-app = De app { $app } kon niet opnieuw worden toegewezen.
left-sponsor = Een sponsor kon niet worden ingesteld.
left-profile = Naam, bedrijf, taal, land of soort gebruiker kon niet opnieuw worden ingesteld.
left-group-not-seen = Of de groep { $group } de gast heeft aangenomen, was niet te zien.
left-app-not-seen = Of de app { $app } opnieuw is toegewezen, was niet te zien.
left-sponsor-not-seen = Of een sponsor is ingesteld, was niet te zien.
left-profile-not-seen = Of naam, bedrijf, taal, land en soort gebruiker opnieuw zijn ingesteld, was niet te zien.
left-proxy-not-added = Het hoofdadres is geschreven, maar de lijst waarmee Exchange bezorgt toont het niet. Misschien heeft iets anders het adres.
left-address = Het account toont { $address } niet, dat erbij hoorde. Misschien heeft iets anders dit adres nu.
left-not-seen = { $what ->
    [memberOf] De groepen van de gast waren niet te lezen. Misschien ontbreekt een lidmaatschap dat de gast had.
    [ownedObjects] Waarvan de gast eigenaar was, was niet te lezen. Misschien mist iets nu een eigenaar.
    [appRoleAssignments] De apps van de gast waren niet te lezen. Misschien ontbreekt een app die de gast had.
   *[sponsors] De sponsors van de gast waren niet te lezen. Misschien ontbreekt een sponsor die de gast had.
}

undo = Ongedaan maken
resume = Doorgaan
put-back = Terugzetten zoals het was
put-back-why = Deze app verwijderde het account bij de wijziging van { $when }. Het komt terug met alles wat erbij hoorde.

history-title = Historie
history-what = Alles wat deze app bij { $organisation } heeft veranderd, het nieuwste eerst. Dit blijft op deze computer.
history-damaged = Een deel van deze historie is niet meer zoals het is opgeschreven
    .what = Een regel is gewijzigd, verwijderd of op de schijf beschadigd nadat deze app die had opgeschreven. Wat hieronder staat kan onvolledig zijn.
    .do = Wat voor de beschadiging is begonnen kan hier niet ongedaan worden gemaakt, teruggezet of voortgezet. Vergelijk met het Entra-beheercentrum; daar kan een verwijderd account 30 dagen worden hersteld. Vraag wie deze computer beheert om een kopie van de gegevensmap uit een back-up.
history-kept-aside = Het bestand zoals het werd gevonden is bewaard: { $file }
record-end-cut-off = Regels die deze app heeft opgeschreven ontbreken aan het einde van deze historie, of zijn niet de regels die de app opschreef.
record-end-unknown = Of er regels ontbreken aan het einde van deze historie is deze keer niet te zeggen: wat dat zou laten zien, is weg of gaat niet open.
record-end-unkept = Deze computer heeft geen beveiligde opslag. Het zou dus niet opvallen als er regels van het einde van deze historie waren afgeknipt.
history-empty = Er is nog niets veranderd
    .what = Als u een gast herstelt, staat dat hier met voor en na, en met een weg terug waar die er is.
history-look-up = Deze gast opzoeken
history-to-guest = Een gast zoeken
history-by = door { $name }
history-reason = Reden: { $reason }
history-details = Voor en na
history-of = { $what }: { $remedy }
history-link-not-kept = De link van deze uitnodiging wordt niet bewaard. De uitnodiging opnieuw versturen geeft een nieuwe.
history-way-back-gone = De weg terug is er niet meer: wat deze wijziging achterliet, staat er niet meer.
history-state-done = Gedaan
history-state-in-part = Deels gedaan
history-state-not-yet-visible = Nog niet zichtbaar
history-state-refused = Geweigerd
history-state-failed = Mislukt
history-state-interrupted = Halverwege gestopt
history-state-interrupted-unchanged = Onderbroken; er is niets gewijzigd
history-state-unknown = Onbekend
history-state-cancelled = Op verzoek gestopt
history-state-running = Bezig
history-state-undone = Ongedaan gemaakt

## Heeft het geholpen?
test-open = Is het testbericht aangekomen?
test-yes = Ja
test-no = Nee
test-not-yet = Nog niet
test-arrived = Het testbericht is aangekomen.
test-missing = Het testbericht is niet aangekomen.
test-put-off = Het testbericht: nog niet bekend. Morgen wordt het opnieuw gevraagd.
test-later = Geen haast: de vraag blijft open in Historie.
test-try-next = Wat u nu kunt proberen
next-looking = De gast wordt opnieuw bekeken…
next-title = Het testbericht aan { $name } is niet aangekomen
next-remedy = Nu te proberen: { $remedy }.
next-ask = Nu te proberen: { $remedy }. Dit is voor een beheerder.
next-as-found = Eerst wat er nu gevonden is: { $headline }.
next-guest = In de gegevens is geen fout te zien. Nu kijkt de gast aan de eigen kant: ongewenste e‑mail, regels van het postvak, mailprovider.
next-trace = Vindt de gast niets, vraag dan een Exchange-beheerder het bericht te traceren: dat laat zien of het is bezorgd, geweigerd of gefilterd.
letter-title = Een tekst voor de gast
letter-language = Taal van de gast
letter-copy = Tekst kopiëren

## Voor een ticket
ticket-copy = Kopiëren voor het ticket
ticket-copy-markdown = Kopiëren als Markdown
ticket-searched = Gezocht op: { $address }
ticket-recommended = Aanbevolen: { $remedy }
ticket-looked = Bekeken op { $date } met Guest Mail Doctor

## SharePoint, na een nieuw account
share-point-title = Als een SharePoint-site of een bestand de gast weigert
share-point-what = Sites die het oude account kenden, houden daar een vermelding van en weigeren het nieuwe, ook als er opnieuw gedeeld wordt. Een beheerder verwijdert die vermelding, site voor site. Het oorspronkelijke account terugzetten voorkomt het, zolang dat kan.
share-point-copy = Kopiëren voor een SharePoint-beheerder
share-point-text = { $name } ({ $address }) heeft een nieuw account in onze organisatie. Sites die het oude vermelden, kunnen de gast weigeren (Microsoft noemt dat een user ID mismatch), ook als er opnieuw iets gedeeld wordt. Op elke zo’n site: open als beheerder ervan /_layouts/15/people.aspx?MembershipGroupId=0, verwijder de vermelding van { $address } van de site en deel opnieuw. Een SharePoint-beheerder kan ook de diagnose op aka.ms/PillarSiteUserIDMismatch uitvoeren (niet in GCC High, DoD en 21Vianet).

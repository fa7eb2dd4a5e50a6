### Pakketten: kantoren, sleutels, verzenden, ontvangen, ontvangstbewijzen.

cli-word-OFFICE = KANTOOR
cli-word-PARCEL = PAKKET
cli-word-KIND = SOORT
cli-word-SIZE = GROOTTE
cli-word-LINE = REGEL
cli-backup-arg-to = De back-up verzegelen voor dit kantoor of deze kluis (code of naam)
cli-log-arg-holds = Zeggen of het logboek deze regel bevat, zoals een ander kantoor ze noteerde (bijvoorbeeld 123.Ab3dEf6hIj9k)
cli-office = De kantoren die pakketten uitwisselen: de sleutel van dit kantoor, de kaarten van de andere
cli-office-new = De sleutel van dit kantoor en zijn openbare kaart maken
cli-office-new-arg-name = Naam van het kantoor, bijvoorbeeld “Commune de Kimbanseke”
cli-office-new-arg-code = Code van 2 tot 6 hoofdletters of cijfers (anders: de eerste vier letters van het laatste woord)
cli-office-new-arg-out = Bestand van de kaart (anders: CODE.bato-office, in de map waar u bent)
cli-office-safe = Een kluis maken: een sleutel op papier die alle pakketten opent als een andere sleutel verloren is
cli-office-safe-arg-name = Naam van de kluis, bijvoorbeeld “Coffre de Kimbanseke”
cli-office-safe-arg-code = Code van 2 tot 6 hoofdletters of cijfers
cli-office-safe-arg-out = Af te drukken en daarna te wissen pagina (.html)
cli-office-card = De kaart van dit kantoor en zijn zes woorden tonen
cli-office-card-arg-out = De kaart naar dit bestand schrijven
cli-office-print = De sleutel van dit kantoor op een af te drukken pagina schrijven
cli-office-print-arg-out = Af te drukken en daarna te wissen pagina (.html)
cli-office-recover = De sleutel van een kantoor van papier overnemen op deze computer
cli-office-recover-arg-card = Openbare kaart van het kantoor (.bato-office)
cli-office-recover-arg-key_file = Bestand met de 24 woorden of de regel AGE-SECRET-KEY (anders: ze worden gevraagd)
cli-office-accept = De kaart van een ander kantoor aanvaarden, nadat de zes woorden aan de telefoon vergeleken zijn
cli-office-accept-arg-card = Ontvangen kaart (.bato-office)
cli-office-accept-arg-words = De zes woorden die het kantoor aan de telefoon voorlas (anders: ze worden gevraagd)
cli-office-list = De kantoren opsommen: verzonden, ontvangen, wachtend, ontbrekend
cli-office-revoke = Een kantoor intrekken waarvan de sleutel gestolen of verloren is; geef de reden met --why
cli-office-revoke-arg-office = Code of naam van het kantoor
cli-parcel = Verzegelde pakketten tussen kantoren verzenden en ontvangen
cli-parcel-seal = Bestanden verzegelen voor een kantoor
cli-parcel-seal-arg-files = Bestanden, of een map met bestanden
cli-parcel-seal-arg-to = Kantoor waarvoor het pakket bestemd is (code of naam); herhaal de optie voor meer kantoren
cli-parcel-seal-arg-kind = census, births, events, decisions, release, backup of course (anders: volgens de map van de bestanden)
cli-parcel-seal-arg-pieces = Het pakket in stukken van deze grootte snijden, bijvoorbeeld 9MB
cli-parcel-seal-arg-again = Dit reeds verzegelde pakket nog eens schrijven
cli-parcel-seal-arg-only = Met --again en --pieces: alleen deze stukken, bijvoorbeeld 3,5
cli-parcel-seal-arg-out = Map om in te schrijven (anders: die waar u bent)
cli-parcel-open = De ontvangen pakketten of stukken openen, of een ondertekende uitgave controleren
cli-parcel-open-arg-files = Pakketten of stukken (.bato), in om het even welke volgorde, of de map van een uitgave
cli-parcel-open-arg-again = Een al ontvangen pakket waarvan de map werd verwijderd opnieuw overnemen
cli-parcel-open-arg-paper = Openen met een sleutel op papier, in de map -o; niets komt in het register
cli-parcel-open-arg-key_file = Bestand met de 24 woorden of de regel AGE-SECRET-KEY (anders: ze worden gevraagd)
cli-parcel-open-arg-card = Met --paper: de kaart van deze sleutel (.bato-office), om na te gaan of het pakket naar die sleutel gestuurd is
cli-parcel-open-arg-out = Met --paper: map voor de bestanden
cli-parcel-open-arg-words = Met --paper: de zes woorden van de afzender, als die hier niet aanvaard is
cli-parcel-list = De verzonden en ontvangen pakketten opsommen, en die ontbreken
cli-parcel-list-arg-forget = De stukken verwijderen van een pakket dat niet volledig zal aankomen
cli-parcel-receipt = De ontvangstbewijzen van de aangekomen pakketten tonen, of een ontvangstbewijs invoeren
cli-parcel-receipt-arg-names = Namen van aangekomen pakketten (anders: alle)
cli-parcel-receipt-arg-enter = Tekst van een ontvangstbewijs dat een kantoor stuurde
cli-parcel-receipt-arg-html = De ontvangstbewijzen op een pagina schrijven, met hun QR-codes

passphrase-ask = Wachtzin van de sleutel van dit kantoor:
passphrase-ask-new = Kies een wachtzin (verscheidene woorden):
passphrase-ask-again = Nog eens dezelfde wachtzin:
office-ask-words = Typ de 24 woorden van de sleutel, of zijn regel AGE-SECRET-KEY:
office-made = De sleutel van dit kantoor is gemaakt: { $office }, code { $code }.
    Zijn zes woorden: { $words }
office-card-written = Kaart geschreven: { $path }
office-made-next = Nu te doen:
    {"  "}- Druk de sleutel af en bewaar het papier achter slot: “bato office print -o sleutel.html”, en wis daarna de pagina.
    {"  "}- Stuur de kaart naar de andere kantoren en lees hun de zes woorden voor aan de telefoon.
office-safe-made = De kluis is gemaakt: { $office }, code { $code }.
    Haar zes woorden: { $words }
office-safe-next = Nu te doen:
    {"  "}- Druk { $path } af, leg het papier in de kluis en wis daarna de pagina: de sleutel staat nergens anders.
    {"  "}- Geef de kaart { $card } aan de kantoren waarvan deze sleutel de pakketten moet kunnen openen.
    Vanaf nu kan elk pakket dat hier verzegeld wordt, ook met deze sleutel geopend worden.
office-card = Dit kantoor: { $office }, code { $code }. Zijn zes woorden: { $words }
office-pc = Deze computer nam de sleutel over van papier: zijn pakketten dragen “{ $value }” in hun naam.
office-printed = Pagina geschreven: { $path }. Druk ze af, bewaar het papier achter slot en wis daarna de pagina.
office-recovered = De sleutel van { $office } staat nu op deze computer.
office-confirm = Kaart van { $office }, code { $code }.
    Bel dit kantoor en laat zijn zes woorden voorlezen. Ze moeten zijn: { $words }
    Zijn het dezelfde? (ja of nee)
office-accepted = { $office } ({ $code }) is aanvaard: zijn pakketten kunnen hier geopend worden.
office-accepted-before = { $office } ({ $code }) was al aanvaard.
office-safe-accepted = De kluis { $office } ({ $code }) is aanvaard: elk pakket dat hier verzegeld wordt, kan ook met haar sleutel geopend worden.
office-revoked = { $office } ({ $code }) is ingetrokken: zijn pakketten worden geweigerd en er wordt niets meer voor verzegeld. Verwittig de andere kantoren.
office-list-none = Dit register heeft nog geen sleutel van een kantoor: “bato office new NAAM”.
office-look-over = { $n ->
    [one] Volgens de back-up is hier één kantoor aanvaard: { $list }. Als het sindsdien ingetrokken werd, trek het dan opnieuw in
   *[other] Volgens de back-up zijn hier { $n_shown } kantoren en kluizen aanvaard: { $list }. Wie sindsdien ingetrokken werd, is opnieuw aanvaard: lees de lijst na en trek ze opnieuw in
  }: “bato office revoke CODE --why REDEN”.
office-line = { $office } ({ $code }): { $words }
office-line-safe = Kluis { $office } ({ $code }): { $words }
office-line-revoked = {"  "}ingetrokken op { $at }: { $reason }
office-line-traffic = {"  "}verzonden: { $sent_shown }, zonder ontvangstbewijs: { $waiting_shown }; ontvangen: { $received_shown }
office-line-missing = {"  "}ontbrekende pakketten: { $list }. Vraag om ze opnieuw te sturen.
office-line-waiting = {"  "}zonder ontvangstbewijs: { $list }
office-line-log = {"  "}laatste gekende regel van zijn logboek van opzoekingen: { $value }
office-line-log-earlier = {"  "}vroegere gekende regels: { $list }

parcel-sealed = Pakket { $name }: { $n ->
    [one] { $n_shown } bestand
   *[other] { $n_shown } bestanden
  }, { $mb_shown } MB. Kunnen het openen: { $readers }
parcel-waiting = Pakket { $name }: { $n ->
    [one] stuk { $list } van { $total } ontbreekt. Vraag alleen dat stuk aan de afzender.
   *[other] stukken { $list } van { $total } ontbreken. Vraag alleen die stukken aan de afzender.
  }
parcel-opened = Pakket { $name } van { $office }: { $n ->
    [one] { $n_shown } bestand, ondertekend en volledig
   *[other] { $n_shown } bestanden, ondertekend en volledig
  }, in { $path }
parcel-file-again = Opgelet: het bestand { $file } zit ook in het pakket { $name }, met een andere inhoud. Als het dat vervangt, haal dan het oude uit data-raw.
parcel-doubt-missing = Opgelet: { $n ->
    [one] pakket { $series } { $list } is niet aangekomen. Vraag de afzender om het
   *[other] pakketten { $series } { $list } zijn niet aangekomen. Vraag de afzender om ze
  } opnieuw te sturen.
parcel-doubt-leap = Opgelet: de nummers { $series } { $from } tot { $to } zijn overgeslagen. De teller van de afzender klopt niet, of dit pakket is niet van hem: bel hem. Deze nummers tellen niet als ontbrekend.
parcel-doubt-number = Opgelet: onder dit nummer kwam op { $at } een ander pakket aan. De afzender zette een back-up terug of kopieerde zijn map: vraag welk het juiste is.
parcel-doubt-before = Opgelet: het vorige pakket is niet dat wat de afzender onder dat nummer stuurde. Vraag of een back-up teruggezet werd.
parcel-doubt-log = Opgelet: het logboek van opzoekingen van de afzender had { $then } regels, het heeft er { $now } of andere. Er werden regels weggehaald, of een back-up werd teruggezet: vraag waarom.
parcel-pieces-forgotten = De ontvangen stukken van het pakket { $name } zijn verwijderd.
parcel-doubt-pc = Let op: dit is het eerste pakket van deze computer ({ $pc }) van het kantoor, die de sleutel van papier heeft overgenomen. Vraag het kantoor of het een nieuwe computer heeft.
parcel-doubt-again = Dit pakket was al aangekomen op { $at }, maar zijn map was er niet meer: het is teruggezet.
parcel-doubt-key = Opgelet: de kaart van deze sleutel staat niet op deze computer. Het programma kan dus niet zeggen of de afzender dit pakket voor die sleutel heeft verstuurd: hij stuurde het naar { $codes } en naar zijn kluizen. Voeg om dat na te gaan --card toe met de kaart (.bato-office) van de sleutel.
parcel-decisions = Deze beslissingen tellen nog niet: lees ze en kopieer die welke u overneemt naar data-raw/decisions.
parcel-receipt = Ontvangstbewijs voor de afzender, bijvoorbeeld per sms:
parcel-confirm-sender = Dit pakket is ondertekend door { $office } ({ $code }), dat op deze computer niet aanvaard is.
    Zijn zes woorden: { $words }
    Herkent u ze? (ja of nee)
parcel-folder-signed = { $n ->
    [one] { $n_shown } bestand, ondertekend door { $office } en ongewijzigd.
   *[other] { $n_shown } bestanden, ondertekend door { $office } en ongewijzigd.
  } Laatste regel van zijn logboek van opzoekingen: { $log }
parcel-line-sent = { $at }  verzonden  { $name } naar { $office }, { $n ->
    [one] { $n_shown } bestand
   *[other] { $n_shown } bestanden
  }: { $state }
parcel-line-receipt = ontvangstbewijs ingevoerd op { $at }
parcel-line-waiting = geen ontvangstbewijs
parcel-line-received = { $at }  aangekomen  { $name }, { $n ->
    [one] { $n_shown } bestand
   *[other] { $n_shown } bestanden
  }, in { $path }
parcel-line-missing = ontbreekt  { $name }
parcel-list-none = Nog geen pakketten.
receipt-taken = Ontvangstbewijs van { $office } voor het pakket { $name }: het is volledig aangekomen.
receipt-known = Dit ontvangstbewijs van { $office } voor het pakket { $name } was al ingevoerd.
receipt-log-cut = Opgelet: een ander ontvangstbewijs van { $office } toont onder hetzelfde nummer een andere regel van zijn logboek van opzoekingen. Daar werden regels gewijzigd: vraag waarom.
receipt-log-shorter = Opgelet: het logboek van opzoekingen van { $office } had { $then } regels voor dit pakket vertrok, in dit ontvangstbewijs nog maar { $now }. Er werden regels weggehaald, of een back-up werd teruggezet: vraag waarom.
receipt-log-order = Opgelet: het logboek van opzoekingen van { $office } had { $then } regels in het ontvangstbewijs van een vroeger pakket, in dit { $now }. Als dit kantoor dit pakket niet voor het andere heeft geopend, werden er regels weggehaald: vraag het.
receipt-none = Er is geen pakket aangekomen.
receipt-page = Pagina geschreven met { $n ->
    [one] { $n_shown } ontvangstbewijs
   *[other] { $n_shown } ontvangstbewijzen
  }: { $path }
log-holds = Het logboek van opzoekingen bevat de regel { $line }.
log-holds-not = FOUT: het logboek van opzoekingen bevat de regel { $line } niet. Er werden regels weggehaald of gewijzigd.
release-signed = Uitgave ondertekend met de sleutel van dit kantoor.
release-not-signed = De uitgave is niet ondertekend: de wachtzin van de sleutel werd niet gegeven.
verify-parcels = Logboek van pakketten: { $n ->
    [one] één regel, volledig
   *[other] { $n_shown } regels, volledig
  }
    .failed = Logboek van pakketten beschadigd of onvolledig (eerste plaats: { $first })
verify-parcels-log = Logboek van opzoekingen: { $n ->
    [one] de regel die de pakketten en ontvangstbewijzen noemen, is er
   *[other] de { $n_shown } regels die de pakketten en ontvangstbewijzen noemen, zijn er
  }
    .failed = { $n ->
    [one] Logboek van opzoekingen: een regel die de pakketten of ontvangstbewijzen noemen, is er niet meer ({ $first })
   *[other] Logboek van opzoekingen: { $n_shown } regels die de pakketten of ontvangstbewijzen noemen, zijn er niet meer (de eerste: { $first })
  }. Als u weet waarom: “bato log --acknowledge --why REDEN”
verify-parcels-log-restored = Logboek van opzoekingen: { $n ->
    [one] een regel die de pakketten of ontvangstbewijzen noemen, is er niet meer
   *[other] { $n_shown } regels die de pakketten of ontvangstbewijzen noemen, zijn er niet meer
  }, sinds een teruggezette back-up of een fout waarvan een persoon akte nam

paper-key = Sleutel op papier
paper-office = Deze sleutel opent de pakketten voor dit kantoor en ondertekent de eigen pakketten.
paper-safe = Deze sleutel opent alle pakketten die voor deze kluis verzegeld zijn, als een andere sleutel verloren is.
paper-warning = Geheim. Bewaar dit papier achter slot, ver van de computer. Fotografeer het niet en stuur het niet door. Wis deze pagina van de computer zodra ze afgedrukt is.
paper-words = De 24 woorden
paper-line = Dezelfde sleutel, op één regel
paper-use = Een pakket met dit papier openen
paper-use-bato = Met Bato, door de 24 woorden te typen wanneer ze gevraagd worden:
paper-use-stock = Zonder Bato, met de programma’s age en tar, met de regel hierboven in key.txt:
paper-fingerprint = De zes woorden van de kaart:
paper-receipts = Ontvangstbewijzen van pakketten

error-journal-damaged = Het logboek van pakketten ({ $path }) is beschadigd op regel { $line }.
    .hint = Zolang dat zo is, wordt niets verzonden of ontvangen. Neem de map data-clean/parcels uit een back-up, of toon ze aan uw informaticaverantwoordelijke.
error-key-other = Deze sleutel is niet die van de kaart van { $office }.
    .hint = Neem de kaart en het papier van hetzelfde kantoor.
error-key-words = Dit zijn niet de woorden van een sleutel, of één woord is fout.
    .hint = Typ de 24 woorden in hun volgorde, of de regel die begint met AGE-SECRET-KEY-1. Accenten en hoofdletters tellen niet.
error-office-card = Dit bestand is niet de kaart van een kantoor, of het is beschadigd.
    .hint = Vraag het kantoor om zijn bestand .bato-office opnieuw te sturen, zonder het te openen.
error-office-code = “{ $value }” kan geen code van een kantoor zijn.
    .hint = Geef met --code 2 tot 6 hoofdletters zonder accent of cijfers, bijvoorbeeld KIMB of Q06.
error-office-code-taken = De code { $value } is al die van { $office }.
    .hint = Als dit kantoor een nieuwe sleutel heeft, trek dan eerst de oude in: “bato office revoke CODE --why REDEN”. Anders moet één van beide een andere code nemen.
error-office-exists = Dit register heeft al de sleutel van een kantoor: { $office }.
    .hint = Zijn kaart: “bato office card”. Neem een andere map voor een ander kantoor.
error-office-name = Dit kan geen naam van een kantoor zijn.
    .hint = Geef een naam van hoogstens 60 letters, bijvoorbeeld “Commune de Kimbanseke”.
error-office-letters = De naam “{ $office }” bevat “{ $value }” ({ $code }): dat is geen Latijnse letter, of een teken dat niemand ziet. Dit kantoor zou met een ander verward worden.
    .hint = Aanvaard deze kaart niet voor u dit kantoor hebt gebeld. Een naam heeft letters van a tot z, met of zonder accent, cijfers, spaties, koppeltekens en apostroffen.
error-office-none = Dit register heeft geen sleutel van een kantoor.
    .hint = Een verantwoordelijke maakt hem op het bureau, pagina “Pakketten”, “Kantoren en sleutels” (in een terminal: “bato office new NAAM”, of “bato office recover KAART” om hem van papier over te nemen).
error-office-not-confirmed = De kaart van { $office } is niet aanvaard.
    .hint = Bel dit kantoor, vergelijk de zes woorden en begin opnieuw, of geef ze met --words.
error-office-reason = Zeg waarom dit kantoor ingetrokken wordt.
    .hint = Voeg --why toe, bijvoorbeeld --why "…".
error-office-revoked = Deze kaart van { $office } werd ingetrokken.
    .hint = Een ingetrokken sleutel dient niet meer. Het kantoor moet een nieuwe sleutel maken en zijn nieuwe kaart sturen.
error-office-safe = { $office } is een kluis: ze ontvangt geen pakketten.
    .hint = Noem een kantoor. Een back-up kan voor een kluis verzegeld worden: “bato backup --to CODE”.
error-office-unknown = Geen kantoor “{ $value }” is hier aanvaard. Aanvaard: { $known }
    .hint = Aanvaard eerst zijn kaart: “bato office accept KAART”.
error-office-words = De zes woorden zijn niet die van de kaart van { $office }: ze is niet aanvaard.
    .hint = Luister nog eens. Als ze verschillen, is de kaart niet die van dit kantoor: aanvaard ze niet en verwittig het kantoor.
error-parcel-content = { $path }: “{ $file }” is niet wat de afzender ondertekende. Niets werd overgenomen.
    .hint = Vraag de afzender om het pakket opnieuw te sturen, en zeg dat dit gewijzigd werd.
error-parcel-copy-gone = Er is geen kopie meer van het pakket { $name }.
    .hint = Zijn ontvangstbewijs kwam aan, of het is een back-up. Verzegel de bestanden nog eens: dat wordt een nieuw pakket.
error-parcel-damaged = { $path } is beschadigd of onvolledig. Niets werd overgenomen.
    .hint = Kopieer het opnieuw, of vraag de afzender om het opnieuw te sturen. Een pakket in stukken zegt welk stuk beschadigd is.
error-parcel-empty = Er is geen bestand om te verzegelen.
    .hint = Noem bestanden, of een map met bestanden.
error-parcel-file-changed = { $path } veranderde terwijl het verzegeld werd. Niets werd verzonden.
    .hint = Sluit het als het elders open is, en begin opnieuw.
error-parcel-kind = Het programma weet niet wat deze bestanden bevatten.
    .hint = Voeg --kind census (fiches), births (geboorten), events, decisions, release, backup of course toe.
error-parcel-known = { $path }: het pakket { $name } werd al ontvangen op { $at }, in { $folder }. Het wordt geen tweede keer overgenomen.
    .hint = Niets te doen. Zijn ontvangstbewijs: “bato parcel receipt { $name }”.
error-parcel-name = Een bestand van een pakket kan niet “{ $file }” heten.
    .hint = Geef het een andere naam: geen punt vooraan, geen bijzonder teken, hoogstens 200 letters, en niet manifest.toml.
error-parcel-names-alike = Twee bestanden van het pakket hebben dezelfde naam, of verschillen alleen in hoofdletters: “{ $file }”.
    .hint = Geef één van beide een andere naam.
error-parcel-newer = { $path } werd door een nieuwere versie van Bato gemaakt.
    .hint = Installeer dezelfde versie als de afzender.
error-parcel-no-safe = Er is nog geen kluis: als een sleutel verloren gaat, kan niets meer geopend worden.
    .hint = Maak er een met “bato office safe NAAM -o kluis.html”, of aanvaard de kaart van de kluis van de gemeente.
error-parcel-not = { $path } is geen pakket.
    .hint = Een pakket is een bestand .bato, zoals de afzender het gaf.
error-parcel-not-for-us = { $path } kan niet met deze sleutel geopend worden: het is voor een ander kantoor, of beschadigd.
    .hint = Vraag de afzender voor wie hij het verzegelde. Als dit kantoor een nieuwe sleutel heeft, moet hij die kaart aanvaarden en het pakket opnieuw verzegelen.
error-parcel-piece-number = Er is geen stuk { $value }: het laatste is { $high }.
    .hint = Geef dezelfde grootte van stukken als de eerste keer.
error-parcel-piece-size = “{ $value }” is geen grootte van stukken, of ze is te klein of te groot.
    .hint = Geef 100 kB tot 2 GB, bijvoorbeeld 9MB; er zijn hoogstens 999 stukken.
error-parcel-readdressed = { $path }: { $office } stuurde dit pakket niet naar dit kantoor, maar naar { $codes }. Iemand stuurde het door. Niets werd overgenomen.
    .hint = Als u het moet krijgen, vraag het dan aan { $office } zelf.
error-parcel-reader-revoked = Het pakket { $name } kan worden geopend met een sleutel van { $office } die op { $at } ingetrokken werd ({ $reason }). Het wordt niet meer geschreven.
    .hint = Verzegel de bestanden opnieuw, voor de kantoren die niet ingetrokken zijn: dat wordt een nieuw pakket.
error-parcel-register-file = { $path } is een bestand van het register, of een kopie ervan: het vertrekt niet in een pakket van deze soort.
    .hint = Stuur de oorspronkelijke fiches en registers. Voor cijfers: “bato release”. Voor een back-up: “bato backup --to CODE”, of --kind backup.
error-parcel-removed = { $path }: het pakket { $name } werd ontvangen op { $at }; daarna werd zijn map { $folder } verwijderd. Het wordt niet teruggezet.
    .hint = Moet de map terugkomen: “bato parcel open --again”, of vink op het bureau “Terugzetten” aan.
error-parcel-revoked = { $path } is ondertekend met een sleutel van { $office } die op { $at } ingetrokken werd ({ $reason }). Niets werd overgenomen.
    .hint = Bel dit kantoor. Als het een nieuwe sleutel heeft, aanvaard dan zijn nieuwe kaart en vraag het pakket opnieuw.
error-parcel-signature = De handtekening is niet die van { $office }. Niets werd overgenomen.
    .hint = Gebruik dit bestand niet. Bel { $office } en vraag het opnieuw.
error-parcel-stranger = { $path } is ondertekend door een kantoor dat hier niet aanvaard is: { $office } ({ $words }). Niets werd overgenomen.
    .hint = Als u dit kantoor kent, vraag dan zijn kaart, aanvaard ze met “bato office accept” en open daarna het pakket.
error-parcel-unknown = Er is geen pakket { $name }.
    .hint = Zie hun namen met “bato parcel list”.
error-passphrase-differs = De twee wachtzinnen verschillen. Niets werd gemaakt.
    .hint = Begin opnieuw.
error-passphrase-missing = De wachtzin van de sleutel is nodig.
    .hint = Start de opdracht in een terminal, of noem met BATO_PASSPHRASE_FILE een bestand waarvan de eerste regel de wachtzin is.
error-passphrase-short = De wachtzin heeft minder dan { $low } tekens.
    .hint = Neem verscheidene woorden, bijvoorbeeld vier die niets met elkaar te maken hebben.
error-passphrase-wrong = Dit is niet de wachtzin van de sleutel.
    .hint = Begin opnieuw. Als hij verloren is, neem de sleutel dan over van papier in een nieuwe map: “bato office recover KAART”.
error-piece-damaged = { $path } is geen volledig stuk van een pakket.
    .hint = Vraag de afzender om dit stuk alleen opnieuw te sturen.
error-receipt-not = Deze tekst is geen ontvangstbewijs.
    .hint = Een ontvangstbewijs begint met BATO1 en heeft zeven delen; kopieer het volledig.
error-receipt-other = { $office } ontving onder het nummer { $number } een ander pakket dan dat van hier.
    .hint = Een back-up werd teruggezet, of twee computers tellen samen. Vraag dit kantoor wat het ontving, en stuur wat ontbreekt opnieuw.
error-receipt-signature = Dit ontvangstbewijs is niet ondertekend door { $office }.
    .hint = Het werd slecht gekopieerd, of het is vals. Vraag het nog eens.
error-receipt-unknown = Er werd van hier geen pakket { $value } nr. { $number } naar { $office } gestuurd.
    .hint = Het ontvangstbewijs is misschien voor een ander kantoor. Zie “bato parcel list”.

# De geschiedenis van het register: beslissingen, personen die eruit zijn, reservekopieën, oudere versies.
cli-show-arg-history = Tonen wat wanneer bekend was, en uit welke cel
cli-show-arg-generation = Versie van het register om te lezen (standaard: die in gebruik)
cli-export-arg-generation = Versie van het register om te exporteren (standaard: die in gebruik)
cli-verify-arg-full = Ook de rijen van de ontvangen bestanden opnieuw tellen, langs een andere weg, en deze bestanden opnieuw lezen
cli-backup = Het hele register in één gecontroleerd bestand bewaren
cli-backup-arg-out = Te schrijven bestand, bijvoorbeeld op een USB-stick
cli-restore = Een reservekopie terugzetten, of een oudere versie in gebruik nemen
cli-restore-arg-file = Bestand geschreven door “bato backup”
cli-restore-arg-generation = Nummer van de versie om in gebruik te nemen
cli-decide = Beslissen: dezelfde persoon, twee personen, de juiste waarde, ongedaan maken; “list” toont de beslissingen
cli-decide-arg-what = same (dezelfde), different (twee personen), value (juiste waarde), undo (ongedaan maken), list
cli-decide-arg-words = Nummers van personen of rijen "bestand!blad!rij"; voor value: nummer, veld, waarde; voor undo: nummer van de beslissing
cli-decide-arg-author = Wie beslist (standaard: de gebruiker van de computer)
cli-decide-arg-reason = Waarom
history-when = versie { $generation } ({ $day })
history-registered = in het register gekomen
history-back = terug in het register
history-merged = dezelfde gebleken als { $id }
history-withdrawn = Uit het register geschrapt: { $why }
history-from = volgens { $cell }
withdrawn-file-gone = het bestand is er niet meer
withdrawn-file-unreadable = het bestand kan niet meer gelezen worden
withdrawn-file-replaced = het bestand werd door een ander vervangen
withdrawn-row-gone = de rij staat niet meer in het bestand
withdrawn-row-quarantined = de rij staat in quarantaine
withdrawn-since = sinds versie { $generation }; stond in { $cell }
decide-kept = Beslissing { $id } opgeslagen in { $path }. Start “bato run” om ze te laten tellen.
decide-none = Geen beslissing.
decide-undoes = maakt { $id } ongedaan
decide-is-undone = (ongedaan gemaakt)
backup-written = { $path }: { n-files }, { $mb_shown } MB, versie { $generation } van het register. Herlezen en gecontroleerd.
restore-settings = Let op: het bestand { $path } was er al en blijft in gebruik. De instellingen van de reservekopie, waarmee dit register is gemaakt, staan in { $beside }. Vergelijk ze voor de volgende import.
restore-done = { n-files } teruggezet; reservekopie van de gemeente { $commune }, van { $at }, versie { $generation } van het register in { $clean }.
restore-generation = Versie { $from } is opnieuw in gebruik, als nummer { $generation }. Niets werd gewist.
recount-changed = Bestanden sindsdien gewijzigd of verdwenen, niet opnieuw geteld: { $n_shown } (eerst { $first })
recount-not-counted = Bestanden .xls of .xlsb, die niet opnieuw geteld kunnen worden: { $n_shown } (eerst { $first })
verify-recount = Opnieuw geteld langs een andere weg: { n-rows } van { $sheets_shown } { $sheets ->
        [one] blad
       *[other] bladen
    }
    .failed = Bladen zonder het gemelde aantal rijen: { $n_shown }, eerst { $first } (gemeld: { $told_shown }, geteld: { $counted_shown })
reading-not-compared = Programma { $program } maakte deze versie: de bestanden zijn niet opnieuw gelezen.
verify-reading = Opnieuw gelezen in { $files_shown } { $files ->
        [one] bestand
       *[other] bestanden
    }, zoals in het register: { n-rows }.
    .failed = Rijen die niet in het register staan zoals in hun bestand: { $n_shown }, eerst { $first }. Start opnieuw met “bato run --no-cache”.
verify-cache = Wat het programma van elk bestand bewaart, stemt ermee overeen ({ $n_shown } { $n ->
        [one] bestand
       *[other] bestanden
    }).
    .failed = Bestanden waarvan het programma iets anders bewaart dan hun inhoud: { $n_shown }, eerst { $first }. Start opnieuw met “bato run --no-cache”.
verify-withdrawn-gone = Geschrapte personen staan niet meer in het register ({ n-persons }).
    .failed = Personen die geschrapt zijn en toch in het register staan: { $n_shown }, eerst { $first }
verify-named-person = Gebeurtenissen, afwezigheden en verblijven noemen personen van het register ({ n-rows }).
    .failed = Rijen die een persoon noemen die niet in het register staat: { $n_shown }, eerst { $first }
verify-name-index = De namenindex leidt naar personen van het register (namen: { $n_shown }).
    .failed = De namenindex past niet bij het register (fouten: { $n_shown }).
verify-register-index = De index van personen en huishoudens past bij de tabellen (ingangen: { $n_shown }).
    .failed = De index van personen en huishoudens past niet bij de tabellen (fouten: { $n_shown }).
error-decide-author = Geef op wie beslist.
    .hint = Voeg toe: --author "uw naam".
error-decide-reason = Geef op waarom.
    .hint = Voeg toe: --reason "…"; de reden blijft bij de beslissing.
error-decide-after-death = De persoon is overleden op { $on } en kan niet op { $born } geboren zijn. Er is niets geschreven.
    .hint = Kijk welke van beide dagen fout is: verbeter de geboortedatum, of de rij van het overlijden in haar bestand.
error-decide-after-event = Een akte of een gebeurtenis van deze persoon is van { $on }: de persoon kan niet op { $born } geboren zijn. Er is niets geschreven.
    .hint = Kijk welke van beide dagen fout is: verbeter de geboortedatum, of die van de akte of de gebeurtenis in haar bestand.
error-decide-age = Geboren op { $born } zou deze persoon { $age } jaar zijn: meer dan { $limit }. Er is niets geschreven.
    .hint = Kijk het jaar na op de fiche of op de akte.
error-decide-future = { $born } is na vandaag ({ $today }). Er is niets geschreven.
    .hint = Kijk het jaar na. Is de datum juist, dan is de datum van deze computer fout: verbeter die.
error-decide-no-name = Er zou niets overblijven van de naam van deze persoon. Er is niets geschreven.
    .hint = Schrijf minstens de naam, de postnaam of de voornaam.
error-decide-words = “bato decide { $what }”: er ontbreekt een woord, of er is er een te veel.
    .hint = bato decide same NUMMER NUMMER · different NUMMER NUMMER · value NUMMER VELD WAARDE · undo BESLISSING
error-decide-same-row = Beide duiden dezelfde rij aan: { $row }.
    .hint = Om twee rijen van één persoon te scheiden, noem ze: "bestand!blad!rij". “bato show NUMMER” geeft ze.
error-decide-sheet-changed = { $path } werd na de laatste import gewijzigd: de rijen hebben nu misschien andere nummers. Er werd niets geschreven.
    .hint = Start eerst “bato run”, of noem de persoon met het nummer dat “bato find” toont.
error-decide-field = “{ $value }” is geen veld waarover beslist wordt.
    .hint = Velden: { $known }
error-decide-value = “{ $value }” kan niet als waarde van { $field } gelezen worden.
    .hint = Datums: 09/11/1975; geslacht: M of F; wijk: zoals in de lijst.
error-decide-unknown = Er is geen beslissing { $id }.
    .hint = “bato decide list” toont de beslissingen en hun nummers.
error-decide-undone = Beslissing { $id } is al ongedaan gemaakt.
    .hint = “bato decide list” toont de beslissingen en hun nummers.
error-row-unknown = “{ $row }” is geen rij van het register.
    .hint = Schrijf "bestand!blad!rij" zoals “bato show” het geeft; voor een CSV "bestand!rij".
error-backup-not = { $path } is geen reservekopie van Bato.
    .hint = Kies een bestand geschreven door “bato backup”.
error-backup-name-windows = De back-up { $path } bevat het bestand “{ $file }”: Windows kan die naam niet bewaren, of een ander bestand verschilt er alleen in hoofdletters van. Er is niets teruggezet.
    .hint = Zet hem terug op een Linux-computer, hernoem dat bestand in data-raw, voer “bato run” uit en maak een nieuwe back-up.
error-backup-newer = { $path } werd door een nieuwere versie van Bato geschreven.
    .hint = Installeer de gebruikte versie en probeer opnieuw.
error-backup-torn = { $path } is beschadigd: { $file } is niet meer wat bewaard werd. Niets werd teruggezet.
    .hint = Neem een andere kopie van de reservekopie.
error-restore-not-empty = { $path } bevat al iets: niets werd teruggezet.
    .hint = Kies andere mappen met --raw en --clean, of zet deze opzij.
error-restore-unfinished = Een terugzetting werd voor het einde afgebroken, en { $path } staat in de weg: het kwam er sindsdien bij en is niet wat de back-up heeft. Er werd niets gewijzigd.
    .hint = Verplaats het naar een andere map en geef de opdracht opnieuw, die de terugzetting afmaakt. Zet het blad daarna terug, onder een andere naam.
status-resident = woont in de gemeente
status-birth_only = alleen door een geboorteakte bekend
status-event_only = alleen door een gebeurtenis bekend
status-deceased = overleden
status-departed = uit de gemeente vertrokken
status-withdrawn = uit het register geschrapt
show-status = status
show-events = gebeurtenissen
event-line = { $event } op { $on }{ $to }{ $effect }
# Follows the day of an event.
event-to = {" "}naar { $place }
event-effect-superseded = {" "}(achterhaald door iets van later)
event-effect-repeated = {" "}(al aangegeven)
event-effect-contradicted = {" "}(tegengesproken: een latere ronde zag de persoon)
event-effect-after-death = {" "}(gedateerd na het overlijden)
error-file-changed = Het bestand veranderde terwijl het gelezen werd: het werd niet genomen.
    .hint = Wacht tot het gekopieerd of bewaard is, sluit het rekenprogramma en start opnieuw.
cli-verify-arg-generation = Versie van het register om te controleren (standaard: die in gebruik)
decide-value = { $field } = “{ $value }”: { $row }
cli-restore-arg-commune = De gemeente van de reservekopie, om ze in een script te bevestigen
restore-confirm = Reservekopie van de gemeente { $commune }, van { $at }, versie { $generation } van het register. Terugzetten? (ja / nee)
error-restore-other-commune = { $path } is een reservekopie van de gemeente { $commune }, niet van { $own }. Niets werd teruggezet.
    .hint = Neem de reservekopie van uw gemeente. Is deze wel de bedoelde, voeg dan --commune "{ $value }" toe.
error-restore-not-confirmed = { $path } werd niet teruggezet.
    .hint = Start het commando opnieuw en antwoord ja, of voeg --commune met de naam van de gemeente toe.

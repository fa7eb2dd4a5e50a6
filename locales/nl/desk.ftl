### Het bureau: de pagina’s in de browser.

cli-desk = Het bureau openen: al het werk in de browser, alleen op deze computer
cli-desk-arg-no_browser = De browser niet openen: alleen het adres tonen
desk-terminal-open = Het bureau is open in de browser. Laat dit venster open; om te stoppen: “Afsluiten” bovenaan de pagina.
desk-terminal-again = Het bureau was al open: de browser toont het.
desk-terminal-open-page = Het bureau werkt. Open dit bestand in de browser: { $path }
desk-skip = Naar de inhoud
desk-tasks = Taken
desk-task-home = Begin
desk-task-search = Zoeken
desk-task-correct = Verbeteren
desk-lang-fr = Français
desk-lang-nl = Nederlands
desk-lang-en = English
desk-leave = Afsluiten
desk-command = Hetzelfde in een terminal:
desk-local = Deze pagina is alleen op deze computer te zien. Er wordt niets verstuurd.
desk-back = Terug
desk-back-home = Terug naar het begin
desk-save = Opslaan
desk-print = Afdrukken
desk-yes = ja
desk-no = nee
desk-role-reading = lezen
desk-role-entry = invoer
desk-role-manager = verantwoordelijke
desk-fault-title = Dit is niet gedaan
desk-failed = Het programma stootte op een fout die het niet verwachtte. Er is niets gewijzigd. Ga terug naar de vorige pagina en probeer opnieuw; gebeurt het weer, bel dan wie het programma beheert.
desk-opening = Bato gaat open
desk-opening-text = De volgende pagina komt vanzelf.
desk-opening-link = Komt er niets, klik dan hier.
desk-refused-title = Open Bato met zijn pictogram
desk-refused-method = Deze vraag is geen pagina van Bato.
desk-refused-host = Dit adres is niet dat van Bato. Open Bato met zijn pictogram.
desk-refused-not-entered = Deze browser is nog niet in Bato, of Bato is opnieuw gestart. Open Bato met zijn pictogram: de pagina komt terug.
desk-refused-origin = Een andere pagina stuurde deze vraag naar Bato. Ze is geweigerd; er is niets gewijzigd.
desk-refused-form-key = Deze pagina is van daarvoor: Bato is opnieuw gestart of u bent opnieuw binnengekomen. Er is niets gewijzigd. Ga terug, laad de pagina opnieuw en begin opnieuw.
desk-refused-browser = Deze browser is te oud voor Bato. Open Bato met Firefox 115 of nieuwer, Edge of Chrome 109 of nieuwer: op Windows 7 is Firefox 115 ESR geschikt.
desk-refused-body = Wat verstuurd is, is te lang of onvolledig. Er is niets gewijzigd.
desk-who-title = Wie bent u?
desk-who-first = Hier heeft nog niemand gewerkt. Schrijf uw naam: u wordt verantwoordelijke en kunt uw collega’s toevoegen.
desk-who-name = Naam
desk-who-pin = Pincode, als u er een hebt
desk-who-new-pin = Pincode (niet verplicht; minstens 4 tekens)
desk-who-why = Waarom raadpleegt u vandaag het register?
desk-who-why-note = De reden komt in het logboek van opzoekingen, met uw naam.
desk-who-enter = Binnengaan
desk-who-boundary = Wat het register beschermt, is de account van de computer: sluit die af als u weggaat. Namen en codes voorkomen fouten tussen collega’s.
desk-who-no-reason = Schrijf waarom u het register raadpleegt.
desk-who-unknown = Kies uw naam in de lijst. Staat hij er niet in, dan voegt een verantwoordelijke hem toe.
desk-who-wrong-pin = Dit is niet de pincode van deze persoon.
desk-who-wait = Te veel foute codes: wacht een minuut.
desk-reason-counter = Vraag van een inwoner aan het loket
desk-reason-census = Huishoudfiches
desk-reason-births = Geboorteakten
desk-reason-correction = Fouten verbeteren
desk-reason-control = Controle van het register
desk-agents-title = De medewerkers
desk-agents-note = Lezen: zoeken en afdrukken. Invoer: indienen, verbeteren, beoordelen, invoeren, melden. Verantwoordelijke: een versie opslaan, terugzetten, exporteren, instellingen en deze lijst wijzigen.
desk-agents-role = Rol
desk-agents-add = Een medewerker toevoegen, of rol of code wijzigen
desk-agents-remove = Verwijderen
desk-agents-set = { $name } staat in de lijst.
desk-agents-removed = { $name } staat niet meer in de lijst.
desk-end-title = Afsluiten
desk-end-agent-note = Een collega neemt uw plaats in: Bato vraagt de naam.
desk-end-agent = Van persoon wisselen
desk-end-note = Het werk is klaar: alles staat al op de schijf.
desk-end = Bato sluiten
desk-ended = Bato is gesloten. U kunt deze pagina sluiten.
desk-home-title = { $commune }: het bevolkingsregister
desk-home-state = Het register
desk-home-version = Versie
desk-home-version-of = { $n }, opgeslagen op { $day } om { $time }
desk-home-persons = Personen
desk-home-households = Huishoudens
desk-home-births = Geboorteakten
desk-home-quarantined = Rijen in quarantaine, te verbeteren
desk-home-no-register = Er is nog geen register. Dien bestanden in en importeer ze.
desk-home-waiting = Wat wacht
desk-home-nothing-waits = Er wacht niets.
desk-home-files-new = { $n ->
    [one] { $n_shown } bestand zit nog niet in het register
   *[other] { $n_shown } bestanden zitten nog niet in het register
  }: { $names }
desk-home-files-changed = { $n ->
    [one] { $n_shown } bestand is gewijzigd
   *[other] { $n_shown } bestanden zijn gewijzigd
  } sinds de laatste versie: { $names }
desk-home-files-gone = { $n ->
    [one] { $n_shown } bestand is er niet meer
   *[other] { $n_shown } bestanden zijn er niet meer
  }: { $names }
desk-home-pairs = { $n ->
    [one] { $n_shown } twijfelachtig paar te beoordelen
   *[other] { $n_shown } twijfelachtige paren te beoordelen
  }
desk-home-log-fault = Het logboek van opzoekingen is gewijzigd. In een terminal: bato log
desk-search-box = Naam, in welke spelling ook; geboortedatum of -jaar, leeftijd, of nummer
desk-search-note = Bijvoorbeeld: MWAMBA Ruth 1987 · Kabongo 32 jaar · P-3KM8-X2QA-7
desk-search-go = Zoeken
desk-search-more = Wijk, ouder
desk-search-parent = Naam van vader of moeder (gezinshoofd of partner)
desk-search-found = { $n ->
    [one] { $n_shown } persoon gevonden
   *[other] { $n_shown } personen gevonden
  }
desk-search-many = De { $n_shown } personen die het meest lijken. Voeg een jaar, een wijk of een ouder toe.
desk-search-forgotten = Deze zoekopdracht is te oud: begin opnieuw.
desk-household-title = Huishouden { $id }
desk-person-extract = Uittreksel om af te drukken
desk-person-household = Het huishouden
desk-person-household-sheet = Huishoudfiche om af te drukken
desk-person-history = Geschiedenis
desk-paper-person = Uittreksel uit het register
desk-paper-household = Huishoudfiche
desk-paper-note = Uittreksel uit het register, geldt niet als akte.
desk-paper-look-up = Raadpleging nr. { $number }, { $at }, { $who }
error-desk-agents = De lijst van medewerkers { $path } is beschadigd.
    .hint = Vraag uw informaticus dit bestand te verwijderen: wie eerst binnenkomt, wordt verantwoordelijke en maakt de lijst opnieuw.
error-desk-agent-name = Deze naam is niet geschikt.
    .hint = Schrijf een naam van hoogstens { $most } letters.
error-desk-folder = De map { $path } is van een andere account.
    .hint = Verwijder ze, of vraag het aan uw informaticus.
error-desk-last-manager = Er moet minstens één verantwoordelijke zijn.
    .hint = Geef die rol eerst aan iemand anders.
error-desk-no-chance = De computer geeft geen willekeurige getallen: het bureau kan niet veilig openen.
    .hint = Start de computer opnieuw.
error-desk-no-page = Deze pagina bestaat niet.
    .hint = Kies een taak bovenaan de pagina.
error-desk-no-port = Geen poort van deze computer is vrij voor het bureau (vanaf { $first }).
    .hint = Sluit andere programma’s, of start de computer opnieuw.
error-desk-pin = Deze pincode is niet geschikt.
    .hint = Schrijf minstens { $fewest } tekens, hoogstens 64.
error-desk-role = Deze taak vraagt de rol “{ $role }”.
    .hint = Vraag het aan iemand met die rol, of laat een verantwoordelijke ze u geven.
error-desk-starting = Het bureau van dit register gaat net open of dicht.
    .hint = Wacht enkele seconden en probeer opnieuw.

desk-correct-title = Verbeteren
desk-correct-note = Kies een bestand. Een correctie die u hier typt, verandert het ontvangen bestand niet: ze wordt ernaast genoteerd en telt vanaf de volgende import.
desk-correct-list = Getypte correcties
desk-correct-list-note = De recentste eerst. Ongedaan maken zet de vorige tekst terug in de cel.
desk-correct-files = Alle bestanden
desk-correct-file = Bestand
desk-correct-n-errors = Fouten
desk-correct-n-warnings = Waarschuwingen
desk-correct-n-corrections = Getypte correcties
desk-correct-state = Status
desk-correct-state-read = in het register
desk-correct-state-changed = nieuw of sindsdien veranderd: open het om het te controleren
desk-correct-state-unreadable = onleesbaar
desk-correct-errors = { $n ->
    [one] { $n_shown } fout
   *[other] { $n_shown } fouten
  }
desk-correct-warnings = { $n ->
    [one] { $n_shown } waarschuwing
   *[other] { $n_shown } waarschuwingen
  }
desk-correct-corrected = { $n ->
    [one] { $n_shown } verbeterde cel
   *[other] { $n_shown } verbeterde cellen
  }
desk-correct-workbook = Correctiewerkmap (.xlsx, met namen)
desk-correct-sheets = Bladen van het bestand
desk-correct-next = Volgende fout
desk-correct-previous = Vorige fout
desk-correct-none-left = Er is geen fout meer in dit bestand.
desk-correct-cell = Cel
desk-correct-new = Juiste tekst, volgens de papieren fiche
desk-correct-reason = Waarom
desk-correct-usual-reason = papieren fiche
desk-correct-save = Opslaan en volgende
desk-correct-saved = { $place }: “{ $old }” → “{ $new }”. Opgeslagen.
desk-correct-merged = Deze cel ligt onder de samengevoegde cel { $first }: verbeter die.
desk-correct-sensitive = Deze kolom is gevoelig: haar tekst wordt niet bewaard en niet getoond.
desk-correct-blank-row = Deze rij is leeg in het blad: een persoon die ontbreekt, wordt ingevoerd.
desk-correct-rows = Rijen { $from } tot { $to } van { $last }
desk-correct-above = Rijen ervoor
desk-correct-below = Rijen erna
desk-correct-row = Rij
desk-correct-column = Kolom
desk-correct-go = Cel openen
desk-correct-grid = Het blad
desk-correct-grid-note = ✖ fout, ⚠ waarschuwing, ✎ verbeterde cel. Klik op een cel om ze te openen; met het toetsenbord: de pijlen, dan Enter.
desk-correct-outcome = Ingedeeld
desk-correct-read = gelezen
desk-correct-is-corrected = verbeterd
desk-correct-change = Correctie
desk-correct-holds = geldt
desk-correct-undo = Ongedaan maken
desk-correct-undo-reason = ongedaan gemaakt op de pagina
desk-correct-undone = { $place }: de correctie is ongedaan gemaakt.

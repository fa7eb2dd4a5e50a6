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
desk-command = Commando, voor de informaticus
desk-in-a-terminal = in een terminal
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
desk-who-why = Voor welk werk komt u binnen?
desk-who-why-note = Bijvoorbeeld: bestanden van Boma indienen. De reden komt in het logboek van opzoekingen, met uw naam.
desk-who-enter = Binnengaan
desk-who-boundary = De account van de computer beschermt het register: sluit uw sessie af als u weggaat. Namen en codes voorkomen fouten tussen collega’s.
desk-who-no-reason = Schrijf voor welk werk u binnenkomt.
desk-who-unknown = Kies uw naam in de lijst. Staat hij er niet in, dan voegt een verantwoordelijke hem toe.
desk-who-wrong-pin = Dit is niet de pincode van deze persoon.
desk-who-wait = Te veel foute codes: wacht een minuut.
desk-reason-counter = Vraag van een inwoner aan het loket
desk-reason-deposit = Ontvangen bestanden indienen
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
desk-end-note = Alles wat u hebt opgeslagen, staat op de schijf. Neem de USB-stick uit als die nog ingestoken is.
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
desk-home-nothing-waits = Er wacht niets. De waarschuwingen, die niets tegenhouden, staan onder “Verbeteren”.
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
desk-home-rows = { $n ->
    [one] { $n_shown } rij in quarantaine
   *[other] { $n_shown } rijen in quarantaine
  } in de versie in gebruik
desk-home-pairs = { $n ->
    [one] { $n_shown } twijfelachtig paar te beoordelen
   *[other] { $n_shown } twijfelachtige paren te beoordelen
  }
desk-home-merges = { $n ->
    [one] { $n_shown } samenvoeging om na te kijken: het programma is er niet zeker van
   *[other] { $n_shown } samenvoegingen om na te kijken: het programma is er niet zeker van
  }
desk-home-headless = { $n ->
    [one] { $n_shown } huishouden zonder hoofd
   *[other] { $n_shown } huishoudens zonder hoofd, bijvoorbeeld
  }: { $ids }
desk-home-rulings = { $n ->
    [one] { $n_shown } beslissing genomen
   *[other] { $n_shown } beslissingen genomen
  } sinds de versie in gebruik: { $n ->
    [one] ze telt
   *[other] ze tellen
  } mee bij de volgende invoer
desk-home-corrections = { $n ->
    [one] { $n_shown } correctie getypt
   *[other] { $n_shown } correcties getypt
  } sinds de versie in gebruik: { $n ->
    [one] ze telt
   *[other] ze tellen
  } mee bij de volgende invoer
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
desk-search-spouse-of-head = Echtgenoot van het hoofd
desk-household-title = Huishouden { $id }
desk-household-of = Huishouden van { $name } ({ $id })
desk-person-extract = Uittreksel om af te drukken
desk-person-household = Het huishouden
desk-person-household-sheet = Huishoudfiche om af te drukken
desk-person-history = Geschiedenis
desk-person-company = met (verwantschap met het hoofd)
desk-person-last-household = laatste huishouden
desk-household-born-since = kind, alleen door de akte
desk-person-mothers-household = huishouden van de moeder
desk-person-mothers-household-note = Nog geen blad noemt dit kind: het wordt met dit huishouden getoond en afgedrukt, zonder er te worden meegeteld. Het volgende blad van dit huishouden telt het mee.
desk-other-birth = Er staat nog een geboortedatum: { $day } ({ $row }). Het register zegt { $own }. Vraag welke juist is.
desk-other-birth-reason = geboortedatum gevraagd aan de persoon
desk-other-birth-right = “{ $day }” is juist
desk-other-birth-settled = De geboortedatum is vastgelegd. Ze telt bij de volgende import.
desk-other-address = Voor { $names } is een ander adres geschreven: { $address } ({ $row }). Vraag welk adres juist is.
desk-other-address-row = deze rij bekijken
desk-other-address-right = “{ $address }” is juist voor het huishouden van { $head } ({ $n ->
    [one] 1 persoon
   *[other] { $n_shown } personen
  })
desk-other-address-reason = adres aan het huishouden gevraagd
desk-other-address-left-out = { $n ->
    [one] Eén rij met het andere adres wordt niet meer geteld
   *[other] { $n_shown } rijen met het andere adres worden niet meer geteld
  }, omdat hun wijk uit de titel van het blad of het bestand komt. Ze worden bewaard; “Getypte correcties” zet ze terug. Dit telt mee bij de volgende invoer.
desk-other-address-settled = { $n ->
    [one] Het adres is verbeterd ({ $places }). Het telt mee bij de volgende invoer; “Getypte correcties” maakt het ongedaan.
   *[other] Het adres is verbeterd in { $n_shown } cellen ({ $places }). Het telt mee bij de volgende invoer; “Getypte correcties” maakt het ongedaan.
  }
desk-place-sheet-row = { $file }, blad “{ $sheet }”, rij { $row }
desk-file-typed-census = hier getypte fiches ({ $what }, { $who })
desk-file-typed-births = hier getypte akten ({ $what }, { $who })
desk-file-counter = gebeurtenissen gemeld aan het loket ({ $what }, { $who })
desk-place-row = { $file }, rij { $row }
desk-paper-person = Uittreksel uit het register
desk-paper-household = Huishoudfiche, uittreksel uit het register
desk-paper-note = Geldt niet als akte.
desk-paper-look-up = Raadpleging nr. { $number }, { $at }, { $who }
desk-paper-born = geboren op, te
desk-paper-signature = Stempel en handtekening:
error-desk-agents = De lijst van medewerkers { $path } is beschadigd.
    .hint = Vraag uw informaticus dit bestand te verwijderen: wie eerst binnenkomt, wordt verantwoordelijke en maakt de lijst opnieuw.
error-desk-agent-name = Deze naam is niet geschikt.
    .hint = Schrijf een naam van hoogstens { $most } letters.
error-desk-elsewhere = Het bureau van dit register is al open, op de computer “{ $computer }” ({ $address }), onder een andere account of op een andere computer.
    .hint = Een register heeft maar één bureau tegelijk. Werk waar het open is, of sluit het daar met “Afsluiten” en probeer opnieuw.
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
desk-correct-kind-events = gebeurtenissen
desk-correct-kind-births = geboorten
desk-correct-kind-census = volkstelling
desk-correct-kind = Soort
desk-correct-n-errors = Fouten
desk-correct-n-warnings = Waarschuwingen
desk-correct-n-corrections = Verbeterde cellen
desk-correct-state = Status
desk-correct-state-read = in het register
desk-correct-state-changed = nog niet ingevoerd
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
desk-correct-none-left = Geen enkele fout meer in dit bestand: voer in.
desk-correct-withdraw = Is dit bestand bij vergissing toegevoegd?
desk-correct-withdraw-note = Na verwijdering telt het bij de volgende invoer niet meer mee: de pagina “Invoeren” noemt dan de personen die niet meer in het register zouden staan, en vraagt een bevestiging. Het bestand blijft bewaard; dien het opnieuw in om het terug te zetten.
desk-correct-withdraw-sure = Ja, dit bestand mag niet meetellen
desk-correct-withdraw-confirm = Er is niets verwijderd: vink eerst het vakje aan.
desk-correct-withdrawn = { $name } is verwijderd. Zijn personen verlaten het register bij de volgende invoer, als u die bevestigt.
desk-correct-cell = Cel
desk-correct-heading-cell = Kolomtitel “{ $text }” (cel { $place })
desk-correct-new-census = Juiste tekst, volgens de papieren fiche
desk-correct-new-birth = Juiste tekst, volgens de akte
desk-correct-new-event = Juiste tekst, volgens het stuk
desk-correct-reason = Waarom
desk-correct-usual-reason = papieren fiche
desk-correct-usual-reason-census = papieren fiche
desk-correct-usual-reason-birth = akte
desk-correct-usual-reason-event = stuk
desk-correct-save = Opslaan en volgende
desk-correct-earlier = In de vorige versie (rij { $row }) had { $author } voor deze persoon “{ $new }” geschreven, op { $day }.
desk-correct-earlier-take = “{ $new }” overnemen
desk-correct-saved = { $corrections }. Opgeslagen.
desk-correct-is-confirmed = juist zo
desk-correct-confirmed = Genoteerd: “{ $text }” is juist ({ $place }).
desk-correct-confirm-note = Als de papieren fiche hetzelfde zegt. De waarschuwing komt niet terug zolang deze cel deze tekst heeft; “Getypte correcties” maakt het ongedaan.
desk-correct-confirm = Het is juist zo
desk-correct-merged = Deze cel ligt onder de samengevoegde cel { $first }: verbeter die.
desk-correct-elsewhere = In dit vak moet niets geschreven worden: de fout gaat over de rij. Ontbreekt een kolom (geslacht, datum…), vraag ze dan aan de wijk. Is een ander vak fout, klik erop of geef hieronder zijn letter. Is op papier alles juist, laat het dan zo.
desk-correct-no-column = Dit blad heeft geen kolom voor deze waarde: in deze cel valt niets te schrijven. Vraag de waarde aan de wijk, en voeg de kolom toe in een nieuwere versie van het bestand.
desk-correct-related-event-before-birth = Een van deze twee data is fout: vergelijk met het document en klik op de datum die moet veranderen.
desk-correct-related-declared-before-birth = Een van deze twee data is fout: vergelijk met het papieren register en klik op de datum die moet veranderen.
desk-correct-related-age-against-date = De leeftijd of de datum is fout: vergelijk met de papieren fiche en klik op de cel die moet veranderen.
desk-correct-related-sex-against-relation = Een van deze twee cellen is fout: vergelijk met de papieren fiche en klik op de cel die moet veranderen.
desk-correct-related-act-number-repeated = Een van deze twee nummers is fout: vergelijk met het papieren register en klik op het nummer dat moet veranderen.
desk-correct-related-spouse-under-age = De datum of de verwantschap is misschien fout: vergelijk met de papieren fiche en klik op de cel die moet veranderen.
desk-correct-related-mother-too-young = Een van deze cellen is fout, of de moeder is een andere vrouw: vergelijk met de papieren fiche en klik op de cel die moet veranderen.
desk-correct-related-child-older-than-parent = Een van deze cellen is fout: vergelijk met de papieren fiche en klik op de cel die moet veranderen.
desk-correct-related-row-typed-twice = De twee rijen zeggen hetzelfde. Zijn het twee personen, klik dan op de naam of de datum die moet veranderen.
desk-correct-related-two-heads = Kijk op de papieren fiche. Zijn het twee huishoudens, verander dan het nummer van het tweede. Is het één huishouden, verander dan de verwantschap van wie niet het hoofd is. Is het dezelfde persoon, laat het dan: u beoordeelt ze onder “Beoordelen”.
desk-correct-related-no-head = Kies het hoofd: klik op de verwantschap van wie het huishouden leidt, en schrijf “Chef”.
desk-correct-elsewhere-other = Wat in deze cel staat is waarschijnlijk juist: de cel die moet veranderen is een andere uit de lijst hierboven.
desk-correct-elsewhere-column = In deze cel is niets te schrijven: het is een titel, en de opmerking gaat over de hele kolom. Vergelijk enkele rijen met de papieren fiches en verbeter de foute cellen. Is alles juist, laat het dan zo.
desk-correct-elsewhere-unrecognised = Dit is de titel van een kolom die het programma niet begrijpt: haar waarden worden niet gebruikt. Heeft het register ze nodig, zeg dan hier wat ze bevat. Kies anders “begrepen, niet gebruikt”: de waarschuwing verdwijnt.
desk-correct-elsewhere-meaning = Dit is een titel, en de opmerking gaat over de hele kolom. Vergelijk enkele rijen met het papier. Bevat de kolom iets anders, zeg het dan hier; is alles juist, laat het dan zo.
desk-correct-column-saved = Onthouden: kolom { $column } van dit bestand wordt gelezen als “{ $meaning }”. Onder “Instellingen” kunt u het annuleren.
desk-correct-anyway = Dit vak toch verbeteren
desk-correct-keys = Met het toetsenbord: Enter slaat op. Escape verlaat het vak; daarna gaan n en p van fout naar fout.
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
desk-correct-outcome = Gelezen?
desk-correct-read = gelezen
desk-correct-is-corrected = verbeterd
desk-correct-change = Correctie
desk-correct-holds = geldt
desk-correct-undo = Ongedaan maken
desk-correct-undo-reason = ongedaan gemaakt op de pagina
desk-correct-undone = { $place }: de correctie is ongedaan gemaakt.
desk-correct-still-wrong = “{ $text }” is opgeslagen, maar is nog niet juist: lees wat volgt en verbeter opnieuw.
desk-correct-still-doubtful = “{ $text }” is opgeslagen; de waarschuwing hieronder blijft. Zegt het papier hetzelfde, laat het dan zo.
desk-correct-hint-part-of-date = Schrijf hier de hele datum, bijvoorbeeld 28/2/1989: de dag, de maand en het jaar gaan elk naar hun cel. Is de dag niet bekend, maak de cellen van dag en maand dan leeg; het jaar alleen volstaat.
desk-correct-counter = fout { $n_shown } van { $all_shown }
desk-correct-place = cel { $cell }
desk-correct-place-in = cel { $cell }, blad “{ $sheet }”
desk-correct-hint-year-missing = Schrijf het jaar hierboven, onder “Wijk en jaar”, als u het kent.
desk-correct-hint-quartier-missing = Schrijf de wijk hierboven, onder “Wijk en jaar”, als u ze kent.
### Bestanden indienen, instellingen van het bureau.

desk-size-kib = { $n_shown } KiB
desk-size-mib = { $n_shown } MiB
desk-task-deposit = Indienen
desk-task-import = Invoeren
desk-task-settings = Instellingen
desk-home-deposits = { $n ->
    [one] { $n_shown } ingediend bestand wacht om toegevoegd te worden
   *[other] { $n_shown } ingediende bestanden wachten om toegevoegd te worden
  }
desk-home-verify = Nagaan of het register gaaf is
desk-needed = * in te vullen
desk-ruling-same = dezelfde persoon als { $names }
desk-ruling-different = een andere persoon dan { $names }
desk-ruling-undo = Deze beslissing annuleren
desk-ruling-undone = De beslissing is geannuleerd. Het register houdt er bij de volgende invoer rekening mee.
desk-rulings = Beslissingen van medewerkers
desk-copied = Gekopieerd
desk-copy = Kopiëren
desk-hint-missing-name = Schrijf de naam in deze cel, volgens de papieren fiche. Is de rij te veel, laat ze dan: ze komt niet in het register.
desk-hint-only-a-name = Is het een persoon, schrijf dan in haar cellen wat de papieren fiche zegt (geslacht, geboortedatum…). Laat de rij anders staan: ze komt niet in het register.
desk-hint-column-missing = Verander het ontvangen bestand niet. Bevat een van zijn kolommen dit onder een andere titel, zeg het dan op de pagina “Indienen”; anders is er niets te doen: de personen worden zonder deze informatie ingeschreven.
desk-hint-columns-moved-guessed = Vergelijk enkele van deze personen met het papier. Is het fout, verbeter dan hun cellen op de pagina “Verbeteren”, of vraag het bestand opnieuw aan de wijk.
desk-hint-household-missing = Er is niets te doen: de personen worden zonder huishouden ingeschreven. Bevat een kolom het nummer van de fiche of het adres, zeg het dan op de pagina “Indienen”.
desk-hint-column-content = Is het fout, zeg dan op de pagina “Indienen” wat de kolom bevat.
desk-hint-column-guessed = Is het fout, zeg dan op de pagina “Indienen” wat de kolom bevat.
desk-hint-no-names = Bevat een kolom de namen, zeg het dan op de pagina “Indienen”. Vraag het bestand anders opnieuw aan de wijk.
desk-hint-correction-not-applied = Vergelijk de rij met de papieren fiche. Is de correctie nog juist, typ ze dan opnieuw in haar cel.
desk-hint-error-cell = Schrijf de waarde volgens de papieren fiche.
desk-hint-continued-line = Voeg deze tekst toe aan de cel van de rij erboven; deze rij komt niet in het register. Is het een andere persoon, vul de rij dan aan.
desk-hint-remark-as-name = Is het een opmerking, laat het dan zo: de rij komt niet in het register. Is het een naam, vul de rij dan aan: geslacht en geboortedatum.
desk-hint-stillborn = Is het kind doodgeboren, laat het dan zo: de rij komt niet in het register. Is het levend geboren, wis dan dit woord uit de cel.
desk-hint-row-struck = Telt de rij niet, laat ze dan: ze komt niet in het register. Telt ze wel, vraag het bestand dan zonder de streep, of voeg de persoon toe via “Intypen”.
desk-hint-row-cancelled = Is de rij geannuleerd of dubbel, laat ze dan: ze komt niet in het register. Wis anders dit woord uit de cel.
desk-hint-other-persons-named = Hebben deze personen geen eigen rij, voeg ze dan toe via “Intypen”.
desk-hint-name-outside-table = Is het een persoon zonder eigen rij, voeg die dan toe via “Intypen”. Laat het anders zo.
desk-hint-two-persons = Laat één persoon in deze cel; de andere voegt u toe via “Intypen”.
desk-hint-line-number-gap = Vergelijk met de papieren fiche. Een vergeten persoon voegt u toe via “Intypen”.
desk-hint-act-number-gap = Zoek deze akten in het papieren register; de ontbrekende voegt u toe via “Intypen”.
desk-hint-person-id-slip = Schrijf het nummer over zoals de pagina “Zoeken” het toont, of maak de cel leeg.
desk-hint-cell-corrections-no-file = Dien het bestand opnieuw in, of laat deze correcties staan: ze veranderen niets.
desk-hint-cell-corrections-outdated = Open de fouten een voor een: waar dezelfde persoon nog dezelfde foute tekst heeft, stelt de pagina voor wat u geschreven had.
desk-hint-sensitive-kept = Is dit niet gewild, zeg het dan aan wie voor het register verantwoordelijk is.
desk-hint-other-list = Is het een lijst van iets anders, dan is er niets te doen. Een lijst van overlijdens, vertrekken, aankomsten of huwelijken dient u in als “Gebeurtenissen”. Is het een lijst van personen, vraag ze dan aan de wijk met een duidelijkere titel.
desk-hint-quartier-guessed = Vergelijk met de papieren fiche. Is het een andere wijk, schrijf haar naam dan zoals in de lijst van de gemeente, op de pagina “Verbeteren”; laat het anders zo.
desk-hint-unknown-quartier = Schrijf de naam zoals in de lijst van de gemeente: het vak op de pagina “Verbeteren” stelt hem voor.
desk-no-register = Er is nog geen register: dien de ontvangen bestanden in en voer ze daarna in.
desk-no-register-juger = Niets te beoordelen: voer eerst in. Het programma zoekt de twijfelachtige paren tijdens de invoer.
desk-no-register-chercher = Niemand te zoeken: voer eerst in. Er is nog geen register.
desk-no-register-corriger = Niets te verbeteren: dien eerst de ontvangen bestanden in.
desk-deposit-choose = Kies de ontvangen bestanden: tellingen, geboorteregisters, gebeurtenissen
desk-deposit-drop = U kunt ze ook op deze pagina slepen.
desk-deposit-send = Deze bestanden indienen
desk-deposit-note = Elk bestand wordt meteen gelezen. “Toevoegen” zet het bij de bestanden van het register; de personen komen bij de volgende invoer in het register. Hoogstens { $mb_shown } MiB per bestand.
desk-deposit-none-chosen = Kies minstens één bestand.
desk-deposit-received = { $n ->
    [one] { $n_shown } bestand is aangekomen. Bekijk wat er gelezen is en voeg het toe.
   *[other] { $n_shown } bestanden zijn aangekomen. Bekijk wat er gelezen is en voeg ze toe.
  }
desk-deposit-waiting = Ingediende bestanden, toe te voegen
desk-deposit-none-waits = Er wacht geen bestand.
desk-deposit-facts = { $size }, ingediend op { $at } door { $author }
desk-deposit-state-unread = nog niet gelezen: open het
desk-deposit-state-blank = niets te lezen
desk-deposit-state-whole = alles gelezen
desk-deposit-state-partly = gelezen, na te kijken
desk-deposit-state-failed = niet gelezen
desk-deposit-nothing-read = Er is niets in gelezen: niemand zou in het register komen. Haal dit bestand weg. Is het een lijst van personen, zeg dan hieronder wat de kolommen bevatten.
desk-deposit-sheet = { $units }{ $waiting ->
    [0] {""}
    [one] , { $waiting_shown } rij in quarantaine
   *[other] , { $waiting_shown } rijen in quarantaine
  }{ $left ->
    [0] {""}
    [one] , { $left_shown } rij die geen persoon is (titel, totaal…)
   *[other] , { $left_shown } rijen die geen personen zijn (titels, totalen…)
  }
desk-deposit-sheet-failed = Geen persoon gevonden ({ $n_shown } { $n ->
    [one] gevulde kolom
   *[other] gevulde kolommen
  })
desk-deposit-same-content = Deze inhoud is er al: { $path }. Ze wordt geen tweede keer toegevoegd.
desk-deposit-same-name = Er is al een bestand met deze naam en een andere inhoud: { $path }. Open het om te zeggen of het vervangen wordt.
desk-deposit-add-all = { $n ->
    [one] { $names } toevoegen
   *[other] De { $n_shown } bestanden zonder twijfel toevoegen
  }
desk-deposit-added-all = { $n ->
    [one] { $n_shown } bestand is toegevoegd: { $names }. Het telt mee bij de volgende invoer.
   *[other] { $n_shown } bestanden zijn toegevoegd: { $names }. Ze tellen mee bij de volgende invoer.
  }
desk-deposit-open = Openen
desk-deposit-then-import = Alles toegevoegd? Voer in
desk-deposit-back = Terug naar de ingediende bestanden
desk-deposit-renamed = De naam “{ $sent }” past niet op elke computer: het bestand heet hier “{ $name }”.
desk-deposit-kind = Wat is het?
desk-deposit-kind-census = Huishoudfiches, of een andere lijst van personen (leerlingen, leden…)
desk-deposit-kind-births = Geboorteregister
desk-deposit-kind-events = Gebeurtenissen: overlijdens, vertrekken, aankomsten, verhuizingen, huwelijken
desk-deposit-kind-decisions = Werkboek van beoordeelde paren, door Bato gemaakt
desk-deposit-kind-reference = Referentiebestand: wijken, bevolking…
desk-deposit-replaces = Er is al een bestand met deze naam en een andere inhoud. Wat nu?
desk-deposit-replace = Het nieuwe vervangt
desk-deposit-keep-both = Het zijn twee verschillende bestanden: beide behouden
desk-deposit-add = Dit bestand toevoegen
desk-deposit-discard = Dit bestand verwijderen
desk-deposit-discarded = { $name } is verwijderd.
desk-deposit-added = { $path } is toegevoegd. Het telt mee bij de volgende invoer.
desk-deposit-was-there = Deze inhoud was er al: { $path }. Er is niets toegevoegd.
desk-deposit-replaced = { $path } is vervangen. Het oude bestand blijft bewaard.
desk-deposit-corrections-lost = { $n ->
    [one] { $n_shown } cel die in het oude bestand verbeterd was, moet in het nieuwe nagekeken worden: de verbetering geldt niet meer (“Verbeteren”, “Getypte correcties”).
   *[other] { $n_shown } cellen die in het oude bestand verbeterd waren, moeten in het nieuwe nagekeken worden: de verbeteringen gelden niet meer (“Verbeteren”, “Getypte correcties”).
  }
desk-deposit-rulings = { $n ->
    [one] { $n_shown } beslissing is toegevoegd.
   *[other] { $n_shown } beslissingen zijn toegevoegd.
  }
desk-deposit-waits = { $n_shown } { $n ->
    [one] rij in quarantaine
   *[other] rijen in quarantaine
  }: “{ $reason }” ({ $n ->
    [one] rij
   *[other] rijen
  } { $rows })
desk-deposit-left-out = { $n_shown } { $n ->
    [one] rij weggelaten
   *[other] rijen weggelaten
  }: { $reason } ({ $n ->
    [one] rij
   *[other] rijen
  } { $rows })
desk-deposit-words = Onbekende woorden
desk-deposit-words-note = Zeg één keer wat deze woorden betekenen: de volgende bestanden worden net zo begrepen.
desk-deposit-word = Woord
desk-deposit-word-list = In de kolom
desk-deposit-word-means = Betekent
desk-deposit-word-cells = ({ $n_shown } { $n ->
    [one] cel
   *[other] cellen
  })
desk-deposit-unexplained = – ik weet het niet –
desk-deposit-column = Kolom
desk-deposit-heading = Titel
desk-deposit-examples = Voorbeelden
desk-deposit-meaning = Wat ze bevat
desk-deposit-column-unknown = niet begrepen
    .note = De waarden komen niet in het register. Bevat ze wat het register vraagt (naam, geslacht, datum, adres, verwantschap, huishouden…), kies het dan in de lijst; laat ze anders.
desk-deposit-column-sensitive = gevoelig, weggelaten
    .note = De waarden worden niet bewaard en niet getoond. Er is niets te doen.
desk-deposit-column-unused = begrepen, niet gebruikt
    .note = Het register heeft ze niet nodig; ze blijft in het bestand. Er is niets te doen.
desk-deposit-column-used = gebruikt
desk-deposit-fate = Wat ermee gebeurt
desk-deposit-scope = De wijzigingen van kolommen gelden:
desk-deposit-scope-file = voor dit bestand
desk-deposit-scope-all = voor alle bestanden met deze titel
desk-deposit-learn = Onthouden en het bestand opnieuw lezen
desk-deposit-learnt = { $n ->
    [0] Er is niets veranderd.
    [one] { $n_shown } instelling is onthouden; het bestand is ermee herlezen. Op de pagina “Instellingen” kunt u ze ongedaan maken.
   *[other] { $n_shown } instellingen zijn onthouden; het bestand is ermee herlezen. Op de pagina “Instellingen” kunt u ze ongedaan maken.
  }
desk-deposit-state-waiting = gelezen, maar niets komt binnen
desk-deposit-only-waiting = Alle rijen staan in quarantaine ({ $n_shown }): niemand zou in het register komen. Wat ontbreekt, staat hierboven. Voeg dit bestand toe als u die rijen daarna volgens het papier kunt verbeteren; haal het anders weg.
desk-deposit-no-list = Dit bestand bevat geen lijst van personen: niemand zou in het register komen. Haal het weg. Is het toch een lijst, vraag ze dan opnieuw met een rij titels (naam, geslacht, geboortedatum…).
desk-deposit-list = De lijst
desk-deposit-place = Wijk en jaar
desk-deposit-place-note = Zeg het hier als u het weet: het wordt aan de naam van het bestand toegevoegd en de inhoud verandert niet.
desk-deposit-place-unknown = “{ $quartier }” is geen bekende wijk: kies ze in de lijst van het vak, of wis ze.
desk-deposit-place-unlisted = De wijk die in het bestand staat, “{ $quartier }”, staat niet in de lijst van de gemeente: kies de juiste in het vak.
desk-deposit-place-added = Het bestand zal “{ $name }” heten (ontvangen als “{ $before }”). De inhoud verandert niet.
desk-deposit-place-go = Onthouden
desk-deposit-not-yet-added = Het bestand is nog niet toegevoegd: kijk hoe het nu gelezen wordt en voeg het dan toe.
desk-deposit-named = Het bestand zal “{ $name }” heten.
desk-deposit-then-correct = { $n_shown } { $n ->
    [one] rij staat
   *[other] rijen staan
  } in quarantaine: open “Verbeteren”, daarna “Invoeren”.
desk-deposit-see-added = De al toegevoegde bestanden, met hun fouten
desk-deposit-hint-year-missing = Kent u het jaar, schrijf het dan hierboven, onder “Wijk en jaar”.
desk-deposit-hint-quartier-missing = Kent u de wijk, schrijf ze dan hierboven, onder “Wijk en jaar”.
cli-settings = De instellingen van het bureau: tonen, toevoegen, ongedaan maken
cli-settings-arg-what = list (tonen), word (een woord), heading (een kolomtitel), column (een kolom van een bestand), undo (ongedaan maken)
cli-settings-arg-words = Voor word: lijst, code, woord; voor heading: inhoud, titel; voor column: inhoud, bestand, kolom, blad; voor undo: nummer
settings-list-sex = geslacht
settings-list-marital_status = burgerlijke staat
settings-list-relation = verwantschap
settings-list-category = categorie van de aangifte
settings-list-event = gebeurtenis
desk-settings-note = Wat hier of op de pagina’s “Indienen” en “Verbeteren” uitgelegd is. Een instelling die een bestand noemt, geldt voor dat bestand; een woord of een titel geldt voor alle.
desk-settings-in-force = Geldende instellingen
desk-settings-none = Er is geen woord en geen kolom uitgelegd.
desk-settings-earlier = Ongedaan gemaakte instellingen
desk-settings-undo = Ongedaan maken
desk-settings-undone = Ongedaan gemaakt: { $what }
desk-settings-added = Onthouden: { $what }
desk-settings-facts = { $at }, { $author }
desk-settings-undone-facts = – ongedaan gemaakt op { $at } door { $author }
settings-column = { $place }: de kolom { $column } ({ $heading }) bevat: { $field }
settings-heading = De titel “{ $heading }” betekent: { $field }
settings-word = { $list }: “{ $word }” betekent { $code }
desk-settings-add-word = Een woord uitleggen
desk-settings-add-heading = Een kolomtitel uitleggen
desk-import-note = Het programma herleest alle bestanden en toont wat er zou veranderen. Er wordt niets opgeslagen voor u het gezien hebt.
desk-import-look = Invoeren: zien wat er verandert
desk-import-look-again = Klik op “Invoeren: zien wat er verandert” en sla dan op.
desk-import-again = Opnieuw bekijken
desk-import-running = Het programma werkt
desk-import-running-note = U mag deze pagina verlaten: het werk gaat door en deze pagina vindt het terug.
desk-import-refresh = Vernieuwen
desk-import-cut = Het werk is onderbroken (stroomonderbreking, programma gestopt). In het register is niets veranderd. Begin opnieuw.
desk-import-cut-recorded = Het werk is onderbroken (stroomonderbreking, programma gestopt) na het opslaan: versie { $version } is volledig. De rapporten zijn misschien nog die van vroeger: bekijk wat er verandert en sla op.
desk-import-old-trial = Het register is sinds deze proef veranderd: bekijk opnieuw wat er verandert.
desk-import-trial = Dit zou er veranderen. Er is nog niets opgeslagen.
desk-import-recorded = Het is opgeslagen.
desk-import-unchanged = Er was niets veranderd: de gebruikte versie blijft dezelfde.
desk-import-report = Het rapport lezen (nieuw tabblad; Ctrl+P drukt het af)
desk-import-counts = De aantallen
desk-import-count-files = Gelezen bestanden
desk-import-count-rows = Rijen
desk-import-count-ignored = Weggelaten rijen (titels, totalen…)
desk-import-count-quarantined = Rijen in quarantaine, te verbeteren
desk-import-count-persons = Personen, ook wie overleden of vertrokken is
desk-import-count-households = Huishoudens
desk-import-count-review = Twijfelachtige paren te beoordelen
desk-import-unread = Wat niet gelezen is
desk-import-nothing = Er verandert niets: geen bestand en geen persoon.
desk-import-stale = { $n ->
    [one] Eén beslissing geldt niet meer: de rijen zijn anders getypt of zijn er niet meer. Is het paar
   *[other] { $n_shown } beslissingen gelden niet meer: de rijen zijn anders getypt of zijn er niet meer. Is een paar
  } nog twijfelachtig, dan stelt “Beoordelen” voor het antwoord met één klik over te nemen.
desk-import-new-rulings = { $n ->
    [one] Eén nieuw antwoord of besluit is hier meegeteld: sla op, dan geldt het.
   *[other] { $n_shown } nieuwe antwoorden of besluiten zijn hier meegeteld: sla op, dan gelden ze.
    }
desk-import-new-corrections = { $n ->
    [one] Eén verbetering sinds de laatste versie is hier meegeteld.
   *[other] { $n_shown } verbeteringen sinds de laatste versie zijn hier meegeteld.
    }
desk-import-waiting = Wat op de invoer wacht
desk-import-last = De vorige keer
desk-import-files = Bestanden die veranderen
desk-import-why = Waarom
desk-import-what = Wat verandert
desk-import-show = De lijst tonen
desk-import-rulings = Beslissingen die in geen enkel bestand meer staan
desk-import-more = … en nog { $n_shown }
desk-import-removals = { $n ->
    [one] { $n_shown } persoon of beslissing zou uit het register verdwijnen. Ontbreekt er een bestand?
   *[other] { $n_shown } personen of beslissingen zouden uit het register verdwijnen. Ontbreekt er een bestand?
  }
desk-import-accept = Ik heb de namen gelezen en het is gewild.
desk-import-number = Schrijf hoeveel er verdwijnen
desk-import-record = Opslaan
desk-import-record-anyway = Toch een versie vastleggen
desk-import-record-note = Alleen wat hier staat wordt opgeslagen. Is er intussen iets veranderd, dan zegt het programma het en slaat het niets op.
desk-import-not-manager = Een verantwoordelijke moet opslaan: wissel van persoon met “Afsluiten”, boven aan de pagina.
desk-import-backup = Back-up
desk-import-backup-never = Van dit register is nog nooit een back-up gemaakt. Steek een USB-stick in en doe het nu.
desk-import-backup-last = Laatste back-up: { $at } ({ $n ->
    [0] vandaag
    [one] { $n_shown } dag geleden
   *[other] { $n_shown } dagen geleden
  }), { $path }
desk-backup-newer = { $n ->
    [one] Eén versie die sindsdien is opgeslagen, zit er niet in.
   *[other] { $n_shown } versies die sindsdien zijn opgeslagen, zitten er niet in.
    }
desk-import-backup-folder = Of een andere map
desk-import-backup-only-folder = Of een map, helemaal geschreven (bijvoorbeeld E:\)
desk-import-backup-go = Back-up maken
desk-import-backup-running = De back-up wordt geschreven. Trek de stick niet uit.
desk-import-backup-cut = De laatste back-up is onderbroken: hij bestaat niet. Begin opnieuw.
desk-import-backup-check = Ter controle: open deze map in de Verkenner; naam en grootte zijn deze. De back-up bevat namen: neem de stick uit en leg hem in een gesloten kast. Probeer hem eenmaal per jaar op een andere computer terug te zetten; de gids zegt hoe.
desk-import-backup-away = het bestand is er niet meer (stick verwijderd?)
desk-import-backup-files = Bestanden erin (ontvangen, verbeteringen, register, logboek)
desk-import-backup-size = Grootte
desk-import-backup-folder-name = Map
desk-import-backup-file = Bestand
desk-import-backup-done = De reservekopie is gemaakt, nagelezen en volledig.
desk-import-release = Publicatie voor Brussel en de coördinatie
desk-import-release-note = Afgeronde aantallen, zonder namen, in een aparte map.
desk-import-release-period = Periode, bijvoorbeeld 2018 of 2018-T4 (leeg: het laatste kwartaal)
desk-import-release-go = De publicatie maken
desk-import-release-no-ledger = Neem de map data-clean/releases terug uit een back-up. Als niemand die nog heeft, schrijf hieronder waarom: de reden wordt in het nieuwe boek genoteerd.
desk-import-release-settings = Neem de instellingen van die publicatie in bato.toml terug. Moeten ze voorgoed veranderen, zeg dan waarom: de reden komt in het boek van de publicaties.
error-deposit-cut = { $file } is niet volledig aangekomen ({ $cause }): er is niets toegevoegd.
    .hint = Dien het opnieuw in.
error-deposit-empty = { $file } is leeg: er is niets toegevoegd.
    .hint = Open het in het rekenblad om te zien of er iets in staat, sla het op en dien het opnieuw in.
error-deposit-name = Geen bestand kan de naam “{ $value }” hebben.
    .hint = Geef het een naam met letters of cijfers, bijvoorbeeld “Q06 Boma 2018.xlsx”.
error-deposit-year = “{ $value }” is geen jaar.
    .hint = Schrijf de vier cijfers van het jaar van de fiche of het register, bijvoorbeeld 2018.
error-deposit-reference-name = { $file } is de naam van geen enkel referentiebestand.
    .hint = Verwijder dit bestand: Bato heeft het voor de personen niet nodig. Vervangt het een referentiebestand, geef het dan eerst een van deze namen: { $known }.
error-deposit-replaces = Er is al een bestand met de naam { $file } en een andere inhoud: { $path }.
    .hint = Kies of het nieuwe dit vervangt, of dat beide blijven.
error-deposit-too-large = { $file } is groter dan { $limit_shown } MiB: er is niets toegevoegd.
    .hint = Splits het bestand, of vraag uw informaticus om ingest.max_deposit_mb te verhogen.
error-deposit-unknown = Dit bestand wacht niet meer: het is intussen toegevoegd of verwijderd.
    .hint = Dien het opnieuw in als het ontbreekt.
error-setting-blank = Deze tekst is leeg of langer dan { $high_shown } tekens ({ $key }).
    .hint = Schrijf een woord met minstens één letter of cijfer.
error-setting-words = “bato settings { $what }”: er ontbreekt een woord, of er is er een te veel.
    .hint = Bijvoorbeeld: bato settings word relation spouse "…"; “bato settings --help” toont de volgorde van de woorden.
error-setting-unknown = Deze instelling geldt niet meer: ze is intussen ongedaan gemaakt.
    .hint = Laad de pagina “Instellingen” opnieuw.

## Pakketten

desk-task-parcels = Pakketten
desk-parcels-offices = Kantoren en sleutels
desk-parcels-no-key = Dit register heeft nog geen sleutel: een verantwoordelijke maakt hem onder “Kantoren en sleutels”.
desk-parcels-missing = Wat ontbreekt
desk-parcels-receive = Ontvangen
desk-parcels-put-back = Terugzetten: pakketten waarvan de map werd verwijderd
desk-parcels-passphrase = Wachtzin van de sleutel van dit kantoor
desk-parcels-choose = Ontvangen pakketten of stukken (.bato), in om het even welke volgorde
desk-parcels-open = Openen
desk-parcels-send = Verzenden
desk-parcels-no-office = Er is geen kantoor aanvaard: een verantwoordelijke aanvaardt zijn kaart onder “Kantoren en sleutels”.
desk-parcels-no-safe = Er is nog geen kluis: een verantwoordelijke maakt ze onder “Kantoren en sleutels”.
desk-parcels-no-file = Er is geen bestand om te verzenden in data-raw.
desk-parcels-to = Voor welk kantoor?
desk-parcels-files = Welke bestanden? (van één soort tegelijk)
desk-parcels-pieces = Grootte van de stukken
desk-parcels-whole = één bestand
desk-parcels-seal = Verzegelen
desk-parcels-folder = Het pakket wordt geschreven in de map
desk-parcels-nothing-chosen = Kies minstens één kantoor en één bestand.
desk-parcels-sealed = { $n ->
    [one] Pakket { $name } verzegeld: { $list }, in { $path }. Kopieer het naar de USB-stick of stuur het.
   *[other] Pakket { $name } verzegeld in { $n_shown } stukken, in { $path }: { $list }. Kopieer ze naar de USB-stick of stuur ze.
  }
desk-parcels-forget = Niet langer wachten
desk-parcels-forget-note = De stukken die al ontvangen zijn, worden verwijderd. Komt het pakket toch, dan zijn al zijn stukken opnieuw nodig.
desk-parcels-again = Nog eens versturen
desk-parcels-pieces-again = Grootte van de stukken, dezelfde als de eerste keer
desk-parcels-numbers = Nummers van de stukken die de ontvanger mist (leeg: alle)
desk-parcels-which-pieces = Schrijf de nummers van de stukken als “3, 5” en kies hun grootte, dezelfde als de eerste keer.
desk-parcels-sent-again = { $n ->
    [one] Het pakket { $name } is nog eens geschreven: { $list }, in { $path }. Kopieer het naar de USB-stick of stuur het.
   *[other] { $n_shown } stukken van het pakket { $name } zijn nog eens geschreven in { $path }: { $list }. Kopieer ze naar de USB-stick of stuur ze.
  }
desk-parcels-receipts = Een ontvangstbewijs invoeren
desk-parcels-receipt = Tekst van het ontvangstbewijs (het begint met BATO1)
desk-parcels-enter = Het ontvangstbewijs invoeren
desk-parcels-sent = Verzonden
desk-parcels-arrived = Aangekomen
desk-parcels-own = Dit kantoor
desk-parcels-name = Naam
desk-parcels-code = Code (2 tot 6 hoofdletters of cijfers; leeg: volgens de naam)
desk-parcels-words = Zijn zes woorden
desk-parcels-write-card = De kaart schrijven, om ze te sturen
desk-parcels-print = De sleutel op een af te drukken pagina schrijven
desk-parcels-new-note = De sleutel opent de pakketten voor dit kantoor en ondertekent de eigen pakketten. Kies een wachtzin van verscheidene woorden.
desk-parcels-new = De sleutel maken
desk-parcels-others = Andere kantoren
desk-parcels-safe = kluis
desk-parcels-revoked = ingetrokken
desk-parcels-revoke = Intrekken
desk-parcels-reason = Reden
desk-parcels-accept = Een kaart aanvaarden
desk-parcels-accept-note = Bel dit kantoor en laat zijn zes woorden voorlezen. Schrijf wat u hoort: als de woorden niet die van de kaart zijn, wordt ze geweigerd.
desk-parcels-words-heard = De zes woorden, aan de telefoon gelezen
desk-parcels-card = Kaart (.bato-office)
desk-parcels-new-safe = Een kluis maken
desk-parcels-safe-note = Een sleutel op papier, die alle pakketten opent als een andere sleutel verloren is. De af te drukken pagina wordt in de map van de pakketten geschreven.
desk-parcels-own-receipt = Dit ontvangstbewijs heeft uw kantoor gemaakt: stuur het naar de afzender van het pakket. Hier vult men de ontvangstbewijzen in van pakketten die u verstuurd hebt.

desk-task-judge = Beoordelen
desk-task-typing = Intypen
desk-judge-title = Is het dezelfde persoon?
desk-judge-lists = De lijsten om te beoordelen
desk-judge-uncertain = Samenvoegingen om na te kijken, de minst zekere eerst
desk-judge-joined = Het programma heeft van deze twee rijen één persoon gemaakt. 1: dat klopt. 2: het zijn twee personen, ze worden bij de volgende invoer gescheiden.
desk-judge-disagreements = Twee medewerkers oneens
desk-judge-today = Beslissingen die u vandaag genomen hebt: { $n_shown }.
desk-judge-pair = Het paar
desk-judge-census = Huishoudfiche
desk-judge-birth = Geboorteakte
desk-judge-event = Gebeurtenis
desk-judge-differs = verschillend:
desk-judge-apart = Wat ze scheidt:
desk-judge-rows = De twee rijen, zoals ze getypt zijn
desk-judge-column = kolom { $column }
desk-judge-held = { $n ->
    [one] Er wacht nog { $n_shown } paar, maar een collega heeft het voor zich.
   *[other] Er wachten nog { $n_shown } paren, maar collega’s hebben ze voor zich.
  }
desk-judge-same = dezelfde persoon
desk-judge-different = twee personen
desk-judge-unknown = weet ik niet
desk-judge-undo = laatste antwoord ongedaan maken
desk-judge-help = Hulp
desk-judge-help-text =
    1: beide rijen gaan over dezelfde persoon. 2: het zijn twee personen. 3: u weet het niet; het paar komt na de andere terug.
    u: maakt uw laatste antwoord ongedaan, dan het vorige.
    Elk antwoord staat op de schijf voor het volgende paar verschijnt. Het programma zegt zijn mening na uw antwoord, niet ervoor.
    Af en toe is een paar al door een collega beoordeeld: zo wordt gemeten of twee mensen hetzelfde oordelen.
    Het register verandert bij de volgende invoer.
desk-judge-settled = De beslissing is genomen.
desk-judge-agreement = De overeenstemming tussen twee medewerkers
desk-judge-agreement-note = Een paar op twintig wordt door twee medewerkers beoordeeld, zonder dat de tweede het antwoord van de eerste ziet. Antwoorden beiden bijna altijd hetzelfde, dan zijn de antwoorden betrouwbaar. Het getal kappa laat weg wat het toeval zou doen: 1, altijd eens; 0, niet beter dan toeval.
desk-judge-no-disagreement = Er wacht geen verschil van mening.
desk-judge-both = aan beide kanten
desk-judge-before = Het vorige paar
desk-judge-last = { $names }: u antwoordde “{ $judgement }”.
desk-judge-opinion = Het programma dacht: van tien paren zoals dit { $n ->
        [one] is
       *[other] zijn
    } er { $n_shown } één persoon.
desk-judge-opinion-same = Het programma denkt dat het dezelfde persoon is.
desk-judge-opinion-different = Het programma denkt dat het twee personen zijn.
desk-judge-why-asked = Waarom het u gevraagd wordt:
desk-judge-undone = Antwoord geannuleerd voor { $names } (het was “{ $judgement }”). Het paar komt terug.
desk-judge-undone-later = Antwoord geannuleerd voor { $names } (het was “{ $judgement }”). Het register houdt er al rekening mee; de volgende invoer zet het recht.
desk-event-title = Een gebeurtenis melden: { $name }
desk-event-birth-note = Een geboorte is geen gebeurtenis van deze persoon: ze is een akte.
desk-event-birth = Een geboorte noteren in het geboorteregister
desk-event-report = Een gebeurtenis melden
desk-event-document = Nr. van het document dat het bewijst
desk-event-impossible = Er is niets geschreven: dit kan niet.
desk-event-doubtful = Kijk eerst na:
desk-event-confirm = Nagekeken, de gebeurtenis klopt.
desk-event-reported = Gemeld aan het loket
desk-event-in-register = al in het register
desk-event-to = Waar de persoon heen is.
desk-event-from = Waar de persoon vandaan komt.
desk-event-quartier-note = Waar de persoon sindsdien woont.
desk-event-person = Terug naar de persoon
desk-event-choose = Welke gebeurtenis?
desk-event-waits = telt mee bij de volgende invoer
desk-event-undo = Verwijderen
desk-event-undone = De gebeurtenis is verwijderd{ $n ->
    [0] .
    [one] , voor deze persoon alleen. Die van { $names }, samen genoteerd, blijft: verwijder ze zo nodig op de eigen pagina.
   *[other] , voor deze persoon alleen. Die van { $n_shown } anderen, samen genoteerd, blijven: { $names }. Verwijder ze zo nodig op hun pagina’s.
  }
desk-event-written = Genoteerd: { $event }{ $n ->
    [one] {""}
   *[other] {" "}({ $n_shown } personen)
  }. Het register houdt er bij de volgende invoer rekening mee.
desk-event-doubt-no-date = Er is geen datum geschreven.
desk-event-doubt-date-unreadable = “{ $value }” is geen volledige dag die bestaat. Schrijf dag/maand/jaar, of laat leeg.
desk-event-doubt-date-in-future = { $value } is nog niet aangebroken.
desk-event-doubt-before-birth = De persoon is geboren op { $value }, na deze datum.
desk-event-doubt-long-ago = Deze datum ({ $value }) ligt meer dan een jaar terug.
desk-event-doubt-before-round = De latere telling van { $value } heeft de persoon gezien.
desk-event-doubt-dead = De persoon is in het register al overleden ({ $value }).
desk-event-doubt-departed = De persoon is al vertrokken ({ $value }).
desk-event-doubt-resident = De persoon woont al in de gemeente ({ $value }).
desk-event-doubt-no-quartier = De nieuwe wijk is niet geschreven.
desk-event-doubt-unknown-quartier = De gemeente heeft geen wijk “{ $value }”: kies ze in de lijst van het vak.
desk-event-proposed = Is het “{ $name }”?
desk-event-doubt-same-quartier = De persoon woont al in de wijk { $value }.
desk-event-doubt-married = De persoon is al gehuwd.
desk-event-doubt-under-age = De persoon is pas { $value } jaar.
desk-event-doubt-waiting = Al gemeld aan het loket, wacht op de invoer: { $value }.
desk-event-date-death = Datum van het overlijden
desk-event-report-death = Het overlijden melden
desk-event-date-departure = Datum van het vertrek
desk-event-report-departure = Het vertrek melden
desk-event-date-arrival = Datum van de aankomst
desk-event-report-arrival = De aankomst melden
desk-event-date-move = Datum van de verhuizing
desk-event-report-move = De verhuizing melden
desk-event-date-marriage = Datum van het huwelijk
desk-event-report-marriage = Het huwelijk melden
desk-event-document-is = document: { $document }
desk-event-reported-tag = gemeld, nog niet ingevoerd:
desk-event-doubt-no-document = Er is geen document genoemd: niets bewijst dit overlijden.
desk-event-confirm-nothing = Ik heb geen datum en geen document, en ik meld dit overlijden toch.
desk-typing-new = Een nieuwe reeks
desk-typing-kind = Wat u intypt
desk-typing-census = Huishoudfiches
desk-typing-birth = Geboorteregister
desk-typing-year = Jaar
desk-typing-open = Beginnen of voortzetten
desk-typing-new-note = Elke medewerker heeft zijn reeks voor een wijk en een jaar. Voor een geboorteregister mag de wijk leeg blijven.
desk-typing-batches = De reeksen
desk-typing-none = Er is geen reeks begonnen.
desk-typing-read-note = Wie ingetypt is, komt bij de volgende invoer in het register, ook als de reeks nog open is.
desk-typing-is-open = open
desk-typing-is-closed = gesloten
desk-typing-foreign = door een ander programma veranderd
desk-typing-facts-census = { $n ->
    [one] { $n_shown } persoon
   *[other] { $n_shown } personen
  }, { $units ->
    [one] { $units_shown } fiche
   *[other] { $units_shown } fiches
  }
desk-typing-facts-birth = { $units ->
    [one] { $units_shown } akte
   *[other] { $units_shown } akten
  }
desk-typing-next = De volgende persoon
desk-typing-next-act = De volgende akte
desk-typing-change = Een rij veranderen
desk-typing-add = Opslaan, nog een persoon op deze fiche
desk-typing-add-act = Deze akte opslaan
desk-typing-add-new-fiche = Opslaan, de fiche is af
desk-typing-new-fiche = Een andere fiche beginnen
desk-typing-same-fiche = De vorige fiche voortzetten
desk-typing-remove = Verwijderen
desk-typing-removed = De rij is verwijderd.
desk-typing-changed = { $who }: de rij is gewijzigd.
desk-typing-change-row = Veranderen
desk-typing-help = Tab: volgend vak. Enter: opslaan. Typ de eerste letters van een woord om het in de lijst te vinden. Elke persoon staat op de schijf zodra die opgeslagen is. Typ wat het papier zegt, ook als het onmogelijk is: de rij wordt zo bewaard en wacht. Van een onmogelijke datum mag u alleen het jaar typen: dan komt de persoon in het register.
desk-typing-doubts = Op het papier na te kijken
desk-typing-doubts-of-last = Na te kijken in de rij die u net hebt opgeslagen
desk-typing-waits = De rij wordt zo bewaard en wacht in quarantaine: de persoon komt nog niet in het register.
desk-typing-waiting = { $n ->
    [one] Eén van deze rijen wacht in quarantaine: ze is gemerkt.
   *[other] { $n_shown } van deze rijen wachten in quarantaine: ze zijn gemerkt.
  }
desk-typing-row-waits = wacht
desk-search-event-waits = gebeurtenis gemeld, nog niet ingevoerd
desk-hint-old-corrections-none = Er is niets te doen: in het nieuwe bestand is geen cel fout.
desk-typing-last-rows = De laatste rijen
desk-typing-close-title = De reeks sluiten
desk-typing-close = Sluiten
desk-typing-close-anyway = Opnieuw geteld: toch sluiten.
desk-typing-closed = De reeks is gesloten.
desk-typing-reopen = Opnieuw openen
desk-typing-second = Tweede invoer
desk-typing-second-note = Iemand anders typt enkele fiches, door het lot getrokken, opnieuw in zonder de eerste invoer te zien. Zo weet men hoeveel vakken fout zijn.
desk-typing-second-go = De steekproef typen
desk-typing-sample = Te typen fiches:
desk-typing-finish = Beëindigen en vergelijken
desk-typing-finish-note = Wanneer alle fiches van de steekproef getypt zijn:
desk-typing-differences = Verschillen tussen beide invoeren
desk-typing-differences-note = Bekijk het papier en zeg wat juist is: dat wordt in de reeks geschreven.
desk-typing-rate = { $different_shown } vakken op { $n_shown } verschillen: { $share } (tussen { $low } en { $high }, met 95 %).
desk-typing-no-rate = De tweede invoer is niet beëindigd.
desk-typing-difference = Fiche { $unit }: { $what }
desk-typing-missing-first = een persoon ontbreekt in de eerste invoer
desk-typing-missing-second = een persoon ontbreekt in de tweede invoer
desk-typing-first-entry = Eerste invoer
desk-typing-second-entry = Tweede invoer
desk-typing-first-right = De eerste is juist
desk-typing-second-right = De tweede is juist
desk-typing-other-right = Geen van beide; op het papier:
desk-typing-on-the-paper = De persoon staat op het papier
desk-typing-not-on-the-paper = De persoon staat niet op het papier
desk-typing-yes = ja, op het papier
desk-typing-no = neen, niet op het papier
desk-import-report-save = Het rapport in een bestand bewaren
desk-import-count-registered = Ingeschreven rijen: elk is een persoon of een akte
desk-import-count-merged = Gekoppelde rijen: een andere rij gaat over dezelfde persoon
desk-import-equation = De telling klopt: { $rows_shown } gelezen rijen = { $ignored_shown } weggelaten + { $quarantined_shown } in quarantaine + { $registered_shown } ingeschreven + { $merged_shown } gekoppeld.
desk-import-first = De bestanden van deze eerste invoer
desk-import-first-note = Het register is nog leeg: alle personen zijn nieuw. “Zoeken” toont ze na het opslaan.
desk-import-into = wordt dezelfde persoon als { $id }
desk-import-backup-failed = De reservekopie is niet gemaakt: { $why }
desk-import-releases = Publicaties die al gemaakt zijn (nieuw tabblad; Ctrl+P drukt af)
desk-import-release-folder = Te versturen: de map
desk-import-left-household = wordt niet meer geteld in huishouden { $id }; er wordt niets gewist
settings-place = { $name } (ontvangen als “{ $before }”): { $place }
desk-task-backup = Back-up
desk-restore-title = Een back-up terugzetten
desk-restore-note = Op deze computer is nog geen register: een back-up van elders kan hier worden teruggezet. Hij brengt de ontvangen bestanden, de correcties, de beslissingen, het register en het logboek mee. Niets wordt overschreven.
desk-restore-not-manager = Alleen een verantwoordelijke zet een back-up terug.
desk-restore-none = Er is geen back-up gevonden op een USB-stick. Steek de stick in, wacht enkele seconden, en dan:
desk-restore-choose = Welke back-up?
desk-restore-file = Of het bestand van de back-up, voluit geschreven (bijvoorbeeld E:\bato Kimbanseke 2026-11-30 17h05.zip)
desk-restore-look = Bekijken wat hij bevat
desk-restore-contents = Wat de back-up bevat
desk-restore-commune = Gemeente
desk-restore-made = Gemaakt op
desk-restore-sure = Ja, dit is het register van { $commune } dat ik op deze computer wil.
desk-restore-go = Deze back-up terugzetten
desk-restore-slow = Alles wordt herlezen en nagekeken: dat kan enkele minuten duren. Sluit niets en trek de stick niet uit.
desk-restore-done = Het register van { $commune } is teruggezet: versie { $generation }, back-up van { $at }, { $n ->
    [one] { $n_shown } bestand.
   *[other] { $n_shown } bestanden.
  }
desk-restore-none-chosen = Er is niets teruggezet: kies een back-up, of schrijf zijn bestand.
desk-backup-to-stick = Op een USB-stick
desk-backup-choose = Waar de back-up maken?
desk-backup-free = { $size } vrij
desk-backup-no-stick = Er is geen USB-stick ingestoken. Steek hem in, wacht enkele seconden, en dan:
desk-backup-no-folder = Er is geen back-up gemaakt: kies een stick of schrijf een map.
desk-backup-not-there = Er is geen back-up gemaakt: er is geen map “{ $folder }”. Steek de stick in en kies hem in de lijst, of schrijf de hele map, bijvoorbeeld E:\
desk-correct-counter-several = fouten { $n_shown } tot { $to_shown } van { $all_shown }
desk-correct-of-sheet = (waarvan { $n_shown } over het hele blad, lager op de pagina)
desk-correct-all-of-sheet = ({ $n ->
    [one] over het hele blad, onderaan
   *[other] alle over het hele blad, onderaan
  })
desk-correct-others-left = { $n ->
    [one] Geen fouten meer in dit bestand. Eén ander bestand heeft er nog.
   *[other] Geen fouten meer in dit bestand. { $n_shown } andere bestanden hebben er nog.
  }
desk-correct-next-file = Volgend bestand: { $name }
desk-correct-no-errors = Geen fout meer in dit bestand: voer in. De waarschuwingen houden niets tegen.
desk-correct-lacks-place = wijk of jaar te zeggen
desk-correct-place-given = Wat gezegd is, staat in de naam van het bestand (ontvangen als “{ $before }”); de inhoud verandert niet. U kunt het hier veranderen, of annuleren onder “Instellingen”.
desk-correct-place-saved = Onthouden: het bestand heet “{ $name }”. Het telt bij de volgende invoer; onder “Instellingen” kunt u het annuleren.
desk-correct-row-out = Deze rij telt niet mee: niemand is volgens haar ingeschreven. De teksten van het blad blijven bewaard.
    .button = Ze weer meetellen
desk-correct-row-twice = Is deze rij een dubbel, of is ze op papier doorgestreept?
    .button = Deze rij niet meetellen
desk-correct-row-left-out = Rij { $row } telt niet meer mee. “Ze weer meetellen” zet ze terug.
desk-correct-row-counted = Rij { $row } telt weer mee.
desk-correct-hint-column-unrecognised = Heeft het register ze nodig, zeg dan hier wat ze bevat. Anders is er niets te doen.
desk-correct-hint-total-differs = Tel op de papieren fiche. Is het totaal fout, schrijf dan hier het juiste getal; is het een rij, open dan haar cellen. Een vergeten persoon voegt u toe via “Intypen”.
desk-correct-hint-column-guessed = Is het fout, zeg dan hier wat de kolom bevat.
desk-correct-hint-column-content = Is het fout, zeg dan hier wat de kolom bevat.
desk-correct-hint-sex-missing = Schrijf M of V in de cel van het geslacht. Heeft het blad die kolom niet, dan is er niets te doen.
desk-hint-two-heads = Is het dezelfde persoon, laat het dan: u beoordeelt ze onder “Beoordelen”. Zijn het twee huishoudens, geef het tweede dan een ander nummer.
desk-hint-row-typed-twice = Zijn het twee personen, verbeter dan wat fout is. Is het dezelfde, tel deze rij dan niet mee: de knop staat lager.
desk-hint-remark-against-row = Is de rij een dubbel of geannuleerd, tel ze dan niet mee: de knop staat lager. Is de persoon overleden of vertrokken, meld het dan op haar pagina, onder “Zoeken”, na de invoer. Laat het anders.
desk-hint-name-says-dead = Is ze overleden, meld het overlijden dan op haar pagina, onder “Zoeken”, na de invoer. Schrijf anders de naam zonder dat woord.
desk-hint-file-sent-twice = Er is niets te doen: de personen tellen maar één keer mee.
desk-why-implausible-age = Waarschijnlijk wordt niemand zo oud.
desk-paper-one-census = de papieren fiche
desk-paper-one-birth = de akte
desk-paper-one-event = het stuk
desk-paper-many-census = de papieren fiches
desk-paper-many-birth = de akten
desk-paper-many-event = de stukken
desk-why-no-month = Er is geen maand { $month }: een jaar heeft er 12.
desk-why-no-day = Geen maand heeft een dag { $day }.
desk-why-month-ends = Maand { $month } heeft maar { $days } dagen.
desk-why-month-of-year-ends = In { $year } heeft maand { $month } maar { $days } dagen.
desk-why-year-zero = Het jaar “{ $year }” zegt niet welk jaar het is: schrijf het in vier cijfers, of laat het leeg.
desk-deposit-title = Bestanden indienen
desk-deposit-to-check = Na te kijken: { $list }.
desk-deposit-lacks-both = wijk en jaar te zeggen
desk-deposit-lacks-quartier = wijk te zeggen
desk-deposit-lacks-year = jaar te zeggen
desk-deposit-n-words = { $n ->
    [one] { $n_shown } onbekend woord
   *[other] { $n_shown } onbekende woorden
  }
desk-deposit-n-columns = { $n ->
    [one] { $n_shown } kolom niet begrepen
   *[other] { $n_shown } kolommen niet begrepen
  }
desk-deposit-n-waiting = { $n ->
    [one] { $n_shown } rij te verbeteren voor ze binnenkomt
   *[other] { $n_shown } rijen te verbeteren voor ze binnenkomen
  }
desk-deposit-n-remarks = { $n ->
    [one] { $n_shown } opmerking
   *[other] { $n_shown } opmerkingen
  }
desk-deposit-understood = Begrepen: wijk { $quartiers }, jaar { $years }.
desk-deposit-n-census = { $n ->
    [one] { $n_shown } persoon
   *[other] { $n_shown } personen
  }
desk-deposit-n-births = { $n ->
    [one] { $n_shown } akte
   *[other] { $n_shown } akten
  }
desk-deposit-n-events = { $n ->
    [one] { $n_shown } gebeurtenis
   *[other] { $n_shown } gebeurtenissen
  }
desk-deposit-sheet-totals = Totalen, geen personen: er is niets in te schrijven.
desk-deposit-hint-statistics = Er is niets te doen: haal dit bestand weg.
desk-deposit-no-persons = Rijen die geen personen zijn: niets te doen
desk-deposit-hint-in-table = Bevat een kolom van het bestand dit onder een andere titel, kies het dan in de tabel hieronder.
desk-deposit-hint-column-missing = Bevat een kolom van het bestand dit onder een andere titel, kies het dan in de tabel hieronder. Anders is er niets te doen: de personen worden zonder deze informatie ingeschreven.
desk-deposit-hint-household-missing = Bevat een kolom het nummer van de fiche of het adres, kies het dan in de tabel hieronder. Anders is er niets te doen: de personen worden zonder huishouden ingeschreven.
desk-deposit-hint-column-content = Is het fout, kies dan in de tabel hieronder wat de kolom bevat.
desk-deposit-hint-column-guessed = Is het fout, kies dan in de tabel hieronder wat de kolom bevat.
desk-deposit-hint-no-names = Bevat een kolom de namen, kies het dan in de tabel hieronder. Vraag het bestand anders opnieuw aan de wijk.
desk-deposit-hint-column-unrecognised = Heeft het register ze nodig, kies dan in de tabel hieronder wat ze bevat. Anders is er niets te doen.
desk-deposit-add-anyway = Toch toevoegen
desk-deposit-place-both = De wijk en het jaar staan nergens in dit bestand.
desk-deposit-place-quartier = De wijk staat nergens in dit bestand.
desk-deposit-place-year = Het jaar staat nergens in dit bestand.
desk-import-next = En nu?
desk-import-then-save = Een back-up maken op een USB-stick
desk-import-without-place = { $n ->
    [one] { $n_shown } bestand waarvan de wijk of het jaar niet gezegd is: { $names }
   *[other] { $n_shown } bestanden waarvan de wijk of het jaar niet gezegd is: { $names }
  }
desk-import-count-received = Ontvangen bestanden, gelezen
desk-import-count-typed = Hier getypte bestanden (“Intypen”, gebeurtenissen), gelezen
desk-home-persons-gone = { $persons }, en { $n_shown } overleden of vertrokken
desk-judge-open = Twijfelachtige paren
desk-judge-tab = { $name } ({ $n_shown })
desk-judge-earlier = { $who } heeft voor deze twee personen al “{ $judgement }” geantwoord ({ $at }). Het bestand is sindsdien veranderd, en dat antwoord geldt niet meer. Klopt het nog, neem het dan over.
desk-judge-take-up = Het antwoord overnemen: { $judgement }
desk-judge-which-name = Het is dezelfde persoon. { $part }: welke is juist?
desk-judge-which-born_on = Het is dezelfde persoon. Er staan twee geboortedata: welke is juist?
desk-judge-which-order = Het is dezelfde persoon. De naam staat in twee volgorden: welke is juist?
desk-judge-which-name-note = Kijk op het papier. a: de eerste. b: de tweede. c: u weet het niet; het programma kiest, en op de pagina van de persoon kunt u verbeteren. u: ongedaan maken.
desk-judge-name-undone = Antwoord geannuleerd ({ $names }). De vraag komt terug.
desk-ruling-same-name = twee van de rijen zijn dezelfde persoon: { $rows }
desk-person-correct-name = Deze naam verbeteren
desk-person-correct-name-note = De naam die u schrijft, geldt als juist, wat de rijen ook zeggen. Hij telt bij de volgende invoer; “Deze beslissing annuleren” maakt het ongedaan.
desk-person-name-corrected = De naam is genoteerd. Hij telt bij de volgende invoer.
desk-person-name-same = Er is niets veranderd.
desk-household-empty = Niemand wordt nog in dit huishouden geteld: allen zijn overleden, vertrokken of verhuisd.
desk-household-no-head = Dit huishouden heeft geen hoofd; hoofd: aan te duiden.
desk-household-head-deceased = Hoofd overleden{ $has_date ->
    [no] {""}
   *[yes] {" "}op { $since }
  }: { $name }; nieuw hoofd: aan te duiden.
desk-household-head-departed = Hoofd vertrokken{ $to }{ $has_date ->
    [no] {""}
   *[yes] {" "}op { $since }
  }: { $name }; nieuw hoofd: aan te duiden.
desk-household-head-resident = Hoofd verhuisd{ $to }{ $has_date ->
    [no] {""}
   *[yes] {" "}op { $since }
  }: { $name }; nieuw hoofd: aan te duiden.
desk-household-moved = Verhuisd
desk-household-was-head = Was hoofd van het huishouden
desk-event-date-note = Dag/maand/jaar, bijvoorbeeld { $date }. Laat leeg als de datum niet bekend is.
desk-event-of-head = Dit is het hoofd van het huishouden. Na de invoer heeft het huishouden geen hoofd meer: de pagina en de gedrukte fiche zeggen “nieuw hoofd: aan te duiden”, tot een fiche een ander hoofd noemt.
desk-event-of-head-move = Dit is het hoofd van het huishouden. Verhuizen alle leden, kruis dan “Het hele huishouden” aan: het blijft hetzelfde huishouden, op zijn nieuwe adres. Anders hebben zij die blijven na de invoer geen hoofd meer: de pagina van het huishouden en de gedrukte fiche zeggen “nieuw hoofd: aan te duiden”, tot een fiche een ander hoofd noemt.
desk-event-all = Het hele huishouden ({ $n_shown } personen)
desk-event-house-note = De laan en het perceel van het nieuwe huis, als de persoon ze zegt.
desk-event-undo-one = Alleen voor deze persoon verwijderen
desk-event-undo-all = Voor de { $n_shown } personen verwijderen
desk-event-along = Wie gaat mee? Kruis de leden van het huishouden aan die met deze persoon meegaan.
desk-event-along-note = Voor elke persoon die vertrekt wordt een gebeurtenis geschreven. Wie niet aangekruist is, blijft in het huishouden.
desk-typing-fiche = Fiche nr.
desk-typing-category = Categorie van de aangifte
desk-typing-group-fiche = De fiche
desk-typing-group-person = De persoon
desk-typing-added = Opgeslagen: { $who }.
desk-typing-who-census = { $name } (fiche { $fiche }, nr. { $order })
desk-typing-who-birth = { $name } (akte nr. { $number })
desk-typing-hint-impossible-date = Hebt u verkeerd getypt, verbeter dan. Staat deze datum echt op het papier, laat hem dan staan, of bewaar alleen het jaar.
desk-typing-year-alone = Alleen het jaar bewaren:
desk-typing-on-paper-census = Fiches op papier geteld
desk-typing-on-paper-birth = Akten op papier geteld
desk-typing-differs-fewer = Op papier: { $paper_shown }; in de reeks: { $typed_shown }. Er ontbreekt iets in de reeks: zoek wat vergeten is.
desk-typing-differs-more = Op papier: { $paper_shown }; in de reeks: { $typed_shown }. Er zijn er te veel in de reeks: zoek wat twee keer getypt is, of een verkeerd getypt nummer.
desk-typing-units = Nummers in de reeks: { $units }.
desk-typing-second-how = Die persoon komt binnen onder haar naam, opent deze reeks onder “Intypen” en kiest “De steekproef typen”.
desk-deposit-place-later = Laat het anders leeg; u kunt het later zeggen onder “Verbeteren”.
desk-hint-total-differs = Tel op de papieren fiche en verbeter het totaal of de rijen onder “Verbeteren”. Een vergeten persoon voegt u toe via “Intypen”.

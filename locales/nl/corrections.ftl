### Correctiewerkmap: het eerste blad en de opmerkingen bij de cellen.

corrections-sheet = Correcties Bato
corrections-error = FOUT
corrections-warning = WAARSCHUWING
corrections-how-mend = 1. Klik op een onderstreepte plaats: de te verbeteren cel gaat open. Houd de muis erboven om te lezen wat u moet schrijven.
corrections-how-save = 2. Verbeter in deze werkmap, volgens de papieren fiche, en bewaar ze als .xlsx, onder deze naam of een andere.
corrections-how-check = 3. Kies deze werkmap op de pagina Indienen en voeg ze toe, dan pagina Invoeren (in een terminal: laat ze naast het oorspronkelijke bestand staan en start “bato run” opnieuw). Uw correcties worden overgenomen, ook als het oorspronkelijke bestand later verandert. Dit blad wordt niet gelezen.
corrections-count-error = { $n ->
    [0] geen fouten
    [one] 1 fout: die rij komt niet in het register zolang ze niet verbeterd is
   *[other] { $n_shown } fouten: die rijen komen niet in het register zolang ze niet verbeterd zijn
  }
corrections-count-warning = { $n ->
    [0] geen waarschuwingen
    [one] 1 waarschuwing: de rij komt in het register, maar kijk de cel na
   *[other] { $n_shown } waarschuwingen: de rijen komen in het register, maar kijk de cellen na
  }
corrections-of-rule = { $title }: { $n_shown }
corrections-column-severity = Ernst
corrections-column-place = Plaats
corrections-column-title = Vaststelling
corrections-column-value = Gevonden waarde
corrections-column-what = Wat er niet klopt
corrections-column-hint = Wat te doen
corrections-more = { $n ->
    [one] Nog één vaststelling staat niet in deze lijst; haar cel is gekleurd.
   *[other] Nog { $n_shown } vaststellingen staan niet in deze lijst; hun cellen zijn gekleurd.
  }
corrections-note = { $severity }: { $title }
    { $what }
    { $why }
    Wat te doen: { $hint }
corrections-written = Werkmap om te verbeteren: { $path }
corrections-instruction = Verbeter in die werkmap, volgens de papieren fiche, bewaar ze en start “bato run” opnieuw.
corrections-replaced = “{ $original }” is vervangen door “{ $by }”
corrections-applied = “{ $original }” wordt gelezen met de correcties van “{ $by }”
corrections-continue = Verbeter verder in “{ $path }”
finding-corrected = (In het blad staat “{ $old }”; verbeterd door { $author }.)
cell-corrected = “{ $old }” → “{ $new }” ({ $author }, { $day })
correct-confirmation = “{ $text }”: het is juist zo
cell-confirmed = “{ $text }”: juist zo ({ $author }, { $day })
correct-kept = Correctie { $id } opgeslagen in { $path }: { $place }: “{ $old }” → “{ $new }”. Start “bato run” om ze te laten tellen.
correct-none = Geen getypte correctie.
correct-change = “{ $old }” → “{ $new }”
correct-not-held = geldt niet meer: ongedaan gemaakt, vervangen of geweigerd
correct-no-file = geldt niet meer: het bestand is vervangen of weggenomen
corrections-typed = { $n ->
    [one] Eén cel heeft een correctie die op de pagina of met “bato correct” getypt werd:
   *[other] { $n_shown } cellen hebben een correctie die op de pagina of met “bato correct” getypt werd:
  }
corrections-typed-author = Wie
corrections-typed-place = Plaats
corrections-typed-day = Dag
corrections-typed-old = In het blad
corrections-typed-new = Verbeterd tot
corrections-typed-reason = Waarom

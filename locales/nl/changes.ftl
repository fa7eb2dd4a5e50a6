# What changes in the register.

diff-title = Van versie { $from } ({ $from_at }) naar versie { $to } ({ $to_at }):
changes-title = Wat er verandert tegenover de gebruikte versie:
changes-none = Er verandert niets.
changes-rows = Rijen: { changes-added }, { changes-removed }, { changes-corrected }, { $moved_shown } verplaatst
changes-file-new = nieuw bestand
changes-file-gone = bestand ontbreekt
changes-file-renamed = hernoemd, vroeger “{ $from }”
changes-file-changed = gewijzigd bestand
changes-file-older = oudere kopie, die van versie { $generation }: is dat de bedoeling?
changes-n-added = { $n_shown } toegevoegd
changes-n-removed = { $n_shown } verdwenen
changes-n-corrected = { $n_shown } verbeterd
changes-n-moved = { $n_shown } uit een ander bestand
changes-persons-gone = Personen zonder enige rij: { $n_shown }
changes-persons-merged = Personen herkend als een andere in het register: { $n_shown }
changes-persons-back = Personen die terug zijn: { $n_shown }
changes-persons-changed = Personen van wie een waarde verandert: { $n_shown }
changes-persons-new = Nieuwe personen: { $n_shown }
changes-more = {"  "}… en nog { $n_shown }: “bato diff --all” toont ze zodra het register opgeslagen is
changes-blank = (niets)
summary-dry-run = Proef: er is niets opgeslagen, het register is onveranderd
changes-field-nom = naam
changes-field-postnom = postnaam
changes-field-prenom = voornaam
changes-field-sex = geslacht
changes-field-born_on = geboortedatum
changes-field-birth_place = geboorteplaats
changes-field-quartier = wijk
changes-field-avenue = laan
changes-field-parcel = perceelnummer
changes-field-household_id = huishouden
changes-field-relation = verwantschap
changes-field-marital_status = burgerlijke staat
changes-field-occupation = beroep
changes-field-birth_act = geboorteakte
changes-field-status = status
cli-diff = Tonen wat er tussen twee versies van het register veranderde
cli-diff-arg-from = Eerste versie (standaard: de voorlaatste)
cli-diff-arg-to = Tweede versie (standaard: die in gebruik)
cli-diff-arg-all = Alle personen tonen
cli-run-arg-dry_run = Stoppen voor het opslaan, na te tonen wat er verandert
summary-expect = Om precies op te slaan wat hier staat: { $command }
cli-word-CODE = CODE
cli-run-arg-expect = Alleen opslaan wat de proef (“--dry-run”) die deze code gaf, heeft getoond
cli-run-arg-progress_json = Voortgang en resultaat als JSON tonen, een regel per stap, voor een ander programma
cli-run-arg-timings = In dit bestand (JSON) schrijven hoeveel tijd en geheugen elke stap nam
error-no-earlier-generation = Er is geen versie vóór versie { $generation }.
    .hint = “bato diff” vergelijkt twee versies: er is een tweede nodig.
changes-added = { $added_shown } toegevoegd
changes-removed = { $removed_shown } verdwenen
changes-corrected = { $corrected_shown } verbeterd
changes-value = { $what }: { $before } → { $after }
changes-reason-file-new = nieuw bestand: { $place }{ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } rijen)
  }
changes-reason-file-gone = het bestand is er niet meer: { $place }{ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } rijen)
  }
changes-reason-row-new = rij toegevoegd: { $place }{ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } rijen)
  }
changes-reason-row-gone = rij uit het bestand verdwenen: { $place }{ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } rijen)
  }
changes-reason-row-changed = rij gewijzigd in het bestand: { $place }{ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } rijen)
  }
changes-reason-corrected = correctie getypt door { $who }: { $place }{ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } rijen)
  }
changes-reason-quarantined = de rij wacht nu in quarantaine: { $place }{ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } rijen)
  }
changes-reason-released = de rij wacht niet meer in quarantaine: { $place }{ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } rijen)
  }
changes-reason-ruled-same = { $who } besliste: dezelfde persoon ({ $place })
changes-reason-ruled-different = { $who } besliste: twee personen ({ $place })
changes-reason-value-ruled = { $who } besliste over een waarde ({ $place })
changes-reason-ruling-undone = { $who } maakte een beslissing ongedaan ({ $place })
changes-reason-regrouped = het programma voegt { $place } anders samen (met { $who }){ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } rijen)
  }
changes-reason-consequence = de rijen zijn niet veranderd: het gevolg van een wijziging in het huishouden, een gebeurtenis of een instelling
changes-reason-household = de rij van { $who }, uit hetzelfde huishouden, is veranderd: { $place }
changes-reason-setting = een instelling is veranderd sinds de gebruikte versie (woorden, kolommen, wijk of jaar van een bestand): zie “Instellingen”

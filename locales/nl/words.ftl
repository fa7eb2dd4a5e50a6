### Woorden voor de codes.

kind-census = huishoudfiches
kind-event = lijsten van gebeurtenissen
kind-birth = geboorteregister
severity-error = fout{"         "}
severity-warning = waarschuwing{" "}
field-birth_date = geboortedatum
field-sex = geslacht
field-relation = verwantschap
field-declared_on = aangiftedatum
field-order = volgnummer
field-fiche = nummer van de fiche of het huishouden
field-quartier = wijk
field-avenue = laan
field-parcel = perceel
field-address = adres (laan en perceel)
field-nom = naam
field-postnom = postnaam
field-prenom = voornaam
field-nom_postnom = naam en postnaam
field-full_name = volledige naam: naam, postnaam, voornaam
field-prenom_first = volledige naam, voornaam eerst
field-sex_male = kruisje voor een man
field-sex_female = kruisje voor een vrouw
field-birth_day = geboortedag
field-birth_month = geboortemaand
field-birth_year = geboortejaar
field-birth_date_place = geboortedatum en -plaats
field-age = leeftijd
field-age_unit = eenheid van de leeftijd
field-birth_place = geboorteplaats
field-marital_status = burgerlijke staat
field-occupation = beroep
field-act_number = nummer van de akte
field-volume = boekdeel
field-folio = folio
field-declared_day = dag van aangifte
field-declared_month = maand van aangifte
field-declared_year = jaar van aangifte
field-judgment_number = nummer van het vonnis
field-judgment_date = datum van het vonnis
field-category = soort aangifte
field-father = vader
field-mother = moeder
field-remarks = opmerkingen
field-year = jaar
field-unused = bekend, ongewijzigd bewaard, niet gebruikt
field-sensitive = gevoelig gegeven, niet bewaard
field-other = niet herkend, ongewijzigd bewaard
why-known = bekende titel
why-words = bekende woorden in de titel
why-group = volgens de titel erboven
why-content = volgens de inhoud van de kolom
why-pinned = vastgelegd door een instelling
why-repeated = een andere kolom heeft al deze betekenis
why-unknown = geen bekende titel
reason-title = titel
reason-header = kolomtitels
reason-section = rij die een wijk, laan, fiche of jaar noemt
reason-total = totaal of overdracht
reason-note = nota of handtekening
reason-unfilled = voorgedrukte rij zonder persoon
reason-example = voorbeeldrij van het model
reason-recap = samenvatting
reason-recap-sheet = samenvattend blad
reason-hidden-sheet = verborgen blad
reason-corrections = correctieblad
reason-in-original = correctiewerkmap: rij gelezen in het oorspronkelijke bestand
reason-row-deleted = rij verwijderd in de correctiewerkmap
reason-row-emptied = rij leeggemaakt door getypte correcties
reason-no-header = in quarantaine: geen kolomtitels
reason-tables-side-by-side = in quarantaine: twee tabellen naast elkaar
reason-persons-in-columns = in quarantaine: personen in kolommen
reason-other-list = in quarantaine: lijst van iets anders (overlijdens, huwelijken, dieren, prijzen…)
reason-name-outside-table = in quarantaine: persoon genoemd buiten de tabel
reason-columns-moved = in quarantaine: verschoven kolommen
reason-row-struck = in quarantaine: doorgehaalde rij
reason-statistics = tabel met getallen
reason-household-sheet = rij van een huishouden waarvan de personen in een ander blad staan
field-event = gebeurtenis
field-event_date = datum van de gebeurtenis
field-from_quartier = wijk vóór de gebeurtenis
field-to_quartier = wijk sinds de gebeurtenis
field-to_avenue = laan sinds de gebeurtenis
field-to_parcel = perceel sinds de gebeurtenis
field-elsewhere = andere gemeente of stad
field-spouse = naam van de echtgenoot of echtgenote
field-person_id = nummer van de persoon in het register
n-rows = { $n_shown } { $n ->
    [one] rij
   *[other] rijen
  }
n-sheets = { $n_shown } { $n ->
    [one] blad
   *[other] bladen
  }
n-persons = { $n_shown } { $n ->
    [one] persoon
   *[other] personen
  }
n-households = { $n_shown } { $n ->
    [one] huishouden
   *[other] huishoudens
  }
n-acts = { $n_shown } { $n ->
    [one] akte
   *[other] akten
  }
n-ids = { $n_shown } { $n ->
    [one] nummer
   *[other] nummers
  }
n-files = { $n_shown } { $n ->
    [one] bestand
   *[other] bestanden
  }
n-tables = { $n_shown } { $n ->
    [one] tabel
   *[other] tabellen
  }
rows-ignored = { $ignored_shown } weggelaten
rows-registered = { $registered_shown } ingeschreven
rows-merged = { $merged_shown } samengevoegd
labelled = { $what }: { $value }
support-named = Bel { $name }{ $telephone ->
    [none] {""}
   *[other] {" "}({ $telephone })
  }.
support-unnamed = Toon dit bericht aan uw informaticaverantwoordelijke.

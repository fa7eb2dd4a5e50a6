### Words for the codes.

kind-census = household forms
kind-event = lists of events
kind-birth = birth register
severity-error = error{"  "}
severity-warning = warning
field-birth_date = date of birth
field-sex = sex
field-relation = relation
field-declared_on = date of declaration
field-order = line number
field-fiche = number of the form or household
field-quartier = quartier
field-avenue = avenue
field-parcel = parcel
field-address = address (avenue and parcel)
field-nom = surname
field-postnom = post-name
field-prenom = first name
field-nom_postnom = surname and post-name
field-full_name = full name: surname, post-name, first name
field-prenom_first = full name, the first name first
field-sex_male = cross if a man
field-sex_female = cross if a woman
field-birth_day = day of birth
field-birth_month = month of birth
field-birth_year = year of birth
field-birth_date_place = date and place of birth
field-age = age
field-age_unit = unit of the age
field-birth_place = place of birth
field-marital_status = marital status
field-occupation = occupation
field-act_number = number of the birth record
field-volume = volume
field-folio = folio
field-declared_day = day of declaration
field-declared_month = month of declaration
field-declared_year = year of declaration
field-judgment_number = number of the judgment
field-judgment_date = date of the judgment
field-category = category of the declaration
field-father = father
field-mother = mother
field-remarks = remarks
field-year = year
field-unused = known, kept as typed, not used
field-sensitive = sensitive, not kept
field-other = not recognised, kept as typed
why-known = known heading
why-words = known words in the heading
why-group = from the heading above
why-content = from what the column holds
why-pinned = fixed by a setting
why-repeated = another column already has this meaning
why-unknown = no known heading
reason-title = title
reason-header = column headings
reason-section = row that names a quartier, an avenue, a household or a year
reason-total = total or carry-over
reason-note = note or signature
reason-unfilled = prepared row without a person
reason-example = example row of the template
reason-recap = summary
reason-recap-sheet = summary sheet
reason-hidden-sheet = hidden sheet
reason-corrections = corrections sheet
reason-in-original = corrections workbook: row read in the original file
reason-row-deleted = row deleted in the corrections workbook
reason-row-emptied = row emptied by typed corrections
reason-no-header = in quarantine: no column headings
reason-tables-side-by-side = in quarantine: two tables side by side
reason-persons-in-columns = in quarantine: persons in columns
reason-other-list = in quarantine: list of something else (deaths, marriages, animals, prices…)
reason-name-outside-table = in quarantine: person named outside the table
reason-columns-moved = in quarantine: columns moved
reason-row-struck = in quarantine: row struck through
reason-statistics = table of numbers
reason-household-sheet = row of a household whose persons are in another sheet
field-event = event
field-event_date = date of the event
field-from_quartier = quartier before the event
field-to_quartier = quartier since the event
field-to_avenue = avenue since the event
field-to_parcel = parcel since the event
field-elsewhere = other commune or town
field-spouse = name of the spouse
field-person_id = person’s identifier in the register
n-rows = { $n_shown } { $n ->
    [one] row
   *[other] rows
  }
n-sheets = { $n_shown } { $n ->
    [one] sheet
   *[other] sheets
  }
n-persons = { $n_shown } { $n ->
    [one] person
   *[other] persons
  }
n-households = { $n_shown } { $n ->
    [one] household
   *[other] households
  }
n-acts = { $n_shown } { $n ->
    [one] record
   *[other] records
  }
n-ids = { $n_shown } { $n ->
    [one] identifier
   *[other] identifiers
  }
n-files = { $n_shown } { $n ->
    [one] file
   *[other] files
  }
n-tables = { $n_shown } { $n ->
    [one] table
   *[other] tables
  }
rows-ignored = { $ignored_shown } left out
rows-registered = { $registered_shown } registered
rows-merged = { $merged_shown } merged
labelled = { $what }: { $value }
support-named = Call { $name }{ $telephone ->
    [none] {""}
   *[other] {" "}({ $telephone })
  }.
support-unnamed = Show this message to the person in charge of your computers.

### Rules: the finding, why it matters, what to do.

rule-missing-name = The person has no surname, no post-name and no first name.
    .title = Name missing
    .why = Without a name the row is about nobody.
    .hint = Write the name in the file, or delete the row if it is one too many.
rule-only-a-name = Apart from “{ $value }” the row is empty: the cells of sex, date and relation hold nothing.
    .title = Nothing but a name
    .why = It is often a title or a note in the column of names.
    .hint = If everything is typed in one cell, divide it among the columns. Complete the row if it is a person; otherwise move the text out of the column of names or delete it.
rule-impossible-date = The date of birth “{ $value }” does not exist{ $reason ->
        [days] {""}: { $month ->
            [jan] January
            [feb] February
            [mar] March
            [apr] April
            [may] May
            [jun] June
            [jul] July
            [aug] August
            [sep] September
            [oct] October
            [nov] November
           *[dec] December
        } has { $days } days.
        [leap] {""}: { $days } has no 29 February.
        [month] {""}: a year has 12 months only.
       *[other] .
    }
    .title = Impossible date of birth
    .why = A wrong date gives a wrong age.
    .hint = Look at the paper form and write day/month/year; if the day is not known the year alone will do.
rule-unreadable-date = The date of birth “{ $value }” can’t be read as a date.
    .title = Unreadable date of birth
    .why = The program does not guess: the row waits.
    .hint = { $form ->
        [age] “{ $value }” looks like an age: give the column the heading “Age”, or write the date or the year of birth.
       *[date] Write it as 05/03/1987, 5 mars 1987, 03/1987, 1987 or about 1987; leave it blank if unknown.
    }
rule-future-date = The date of birth “{ $value }” is after today.
    .title = Date of birth after today
    .why = This date has not come yet.
    .hint = Correct the year from the paper form (often two digits swapped).
rule-implausible-age = The date of birth “{ $value }” would make { $age } years, more than { $limit }.
    .title = Implausible age
    .why = The highest age that the program accepts is a setting.
    .hint = Correct the year from the paper form (often the century).
rule-declared-before-birth = The birth is declared on { $declared }, before the date of birth, { $born }.
    .title = Declared before the birth
    .why = One of the two dates is wrong: the delay can’t be counted.
    .hint = Compare with the record and correct the wrong date.
rule-declared-in-future = The date of declaration “{ $value }” is after today.
    .title = Declaration after today
    .why = This date has not come yet.
    .hint = Correct the date from the record.
rule-event-unknown = The event is missing or not recognised: “{ $value }”.
    .title = Event unknown
    .why = A death, a departure, an arrival, a move and a marriage do not change the same thing.
    .hint = Write Death, Departure, Arrival, Move or Marriage.
rule-event-in-future = The event is dated “{ $value }”, after today.
    .title = Event after today
    .why = This date has not come yet.
    .hint = Correct the date from the document.
rule-event-before-birth = The event is dated “{ $value }”, before the person was born.
    .title = Event before the birth
    .why = One of the two dates is wrong, or the person is another.
    .hint = Compare with the document and correct the wrong date.
rule-event-date-missing = The date of the event is missing or can’t be read: “{ $value }”.
    .title = Date of the event unknown
    .why = The program knows only the year of the register to place the event among the others.
    .hint = Write day/month/year: 12/03/2018.
rule-person-id-slip = “{ $value }” is not a person’s identifier: its last letter does not fit the others.
    .title = Identifier copied wrongly
    .why = The event would be another person’s.
    .hint = Copy the identifier as “bato find” shows it, or leave the cell blank.
rule-born-after-round = The date of birth “{ $value }” is after the year of the census ({ $year }).
    .title = Born after the census
    .why = The form may have been completed later, or the year is wrong.
    .hint = Check the year. A person born after the census is on the form only if it was added later; then there is nothing to do.
rule-date-as-number = The date of birth is the number { $value }: the cell has lost its date format.
    .title = Date turned into a number
    .why = The number counts days; it was read as a date, but a doubt remains.
    .hint = Give the cell a date format and check it.
rule-age-or-year = The date of birth “{ $value }” may be an age or a year: it is read as a year.
    .title = Age or year
    .why = Two digits, alone or with “±”, “~” or “?”, under a date of birth have two meanings, decades apart.
    .hint = Write the unit of an age (35 years), or the whole year (about 1935).
rule-date-order-unsure = The date “{ $value }” can be read day/month or month/day: the column holds both.
    .title = Day and month possibly exchanged
    .why = The program keeps the year alone: the wrong order would give a wrong date.
    .hint = Look at the paper form and write the month in letters: 5 April 1979.
rule-weekday-differs = “{ $value }”: this day of the week is not that of this date.
    .title = Day of the week against the date
    .why = The day, the month or the year may be mistyped.
    .hint = Compare with the paper form and correct the date, or delete the day of the week.
rule-unreadable-age = The age “{ $value }” can’t be read.
    .title = Unreadable age
    .why = The program does not guess: the person is registered without a date of birth.
    .hint = Write a number of years, or the number with its unit: 8 months, 3 weeks, 2 years 6 months, about 40 years.
rule-date-instead-of-age = The age “{ $value }” is a year or a date: it was taken for the date of birth.
    .title = Date instead of an age
    .why = It may be the date of something else.
    .hint = Write the age, or put the date into the column “Date of birth”.
rule-age-against-date = The age “{ $value }” does not fit the date of birth “{ $born }”.
    .title = Age against the date of birth
    .why = One of the two is wrong, or belongs to another person. The program keeps the date.
    .hint = Compare with the paper form and correct the age or the date.
rule-birth-date-missing = The date of birth is missing.
    .title = Date of birth missing
    .why = The age is not known, and a duplicate is harder to see.
    .hint = Write the date or the year if the family knows it; otherwise leave it so.
rule-unreadable-declaration-date = The date of declaration “{ $value }”{ $reason ->
        [days] {""} does not exist: { $month ->
            [jan] January
            [feb] February
            [mar] March
            [apr] April
            [may] May
            [jun] June
            [jul] July
            [aug] August
            [sep] September
            [oct] October
            [nov] November
           *[dec] December
        } has { $days } days.
        [leap] {""} does not exist: { $days } has no 29 February.
        [month] {""} does not exist: a year has 12 months only.
       *[other] {""} is not a complete date.
    }
    .title = Unreadable date of declaration
    .why = The delay of the declaration can’t be counted.
    .hint = Write it as 05/03/2017 from the record.
rule-declaration-date-missing = The date of declaration is missing.
    .title = Date of declaration missing
    .why = The program can’t know whether the birth was declared on time.
    .hint = Write the date from the record.
rule-act-number-missing = The number of the birth record is missing or is not a number.
    .title = Number of the record missing
    .why = Without a number the record can’t be found in the paper register.
    .hint = Write the number as in the register, for example 00012/2017.
rule-name-incomplete = The person has no surname, but a post-name or a first name.
    .title = Name incomplete
    .why = What a column holds may have moved to another.
    .hint = Check that each part of the name is in its column.
rule-name-one-letter = The surname is a single letter: “{ $value }”.
    .title = Surname of one letter
    .why = An initial or a mark stands in the place of the surname: the person will not be found by name.
    .hint = Write the name in full. If the letter repeats the name of the row above, write that name.
rule-name-ditto-read = A mark repeats one part of the name of the row above. Understood as: { $value }.
    .title = Name repeated by a mark
    .why = The mark may repeat another part of the name.
    .hint = Compare with the paper form and write the name in full.
rule-name-in-one-cell = Several parts of the name stand in one cell: “{ $value }”.
    .title = Whole name in one cell
    .why = The program divided surname, post-name and first name by the names it knows and by the capitals.
    .hint = Write each part of the name in its column.
rule-unknown-sex = { $reason ->
    [both] Both boxes of the sex are ticked: “{ $value }”
   *[word] The sex “{ $value }” is not recognised
  }{ $n ->
    [one] .
   *[other] {" "}({ $n_shown } cells: { $cells }).
  }
    .title = Sex not recognised
    .why = The person is registered without a sex.
    .hint = { $reason ->
        [both] Both boxes are ticked: leave the mark in one.
        [doubt] The question mark says a doubt: compare with the paper form and write M or F.
        [date] This is no sex: the value may belong to another column. Check the cells beside it, and write M or F.
       *[word] Write M or F. If this word is usual with you, explain it once on the desk, on the page “Deposit” or “Settings” (in a terminal: bato settings word sex F "{ $value }", or M).
    }
rule-sex-missing = The sex is missing.
    .title = Sex missing
    .why = The person is registered without a sex.
    .hint = Write M or F.
rule-unknown-relation = The relation “{ $value }” is not recognised{ $n ->
    [one] .
   *[other] {" "}({ $n_shown } cells: { $cells }).
  }
    .title = Relation not recognised
    .why = The place in the household is not known.
    .hint = Write chef, épouse, fils, fille, neveu… If this word is right, explain it once on the desk, on the page “Deposit” or “Settings” (in a terminal: bato settings word relation child "{ $value }"; child: son or daughter; otherwise head, spouse, sibling…).
rule-unknown-marital-status = The marital status “{ $value }” is not recognised{ $n ->
    [one] .
   *[other] {" "}({ $n_shown } cells: { $cells }).
  }
    .title = Marital status not recognised
    .why = The marital status is not registered.
    .hint = Write célibataire, marié, veuf, divorcé or séparé. If this word is right, explain it once on the desk, on the page “Deposit” or “Settings” (in a terminal: bato settings word marital_status married "{ $value }"; otherwise single, widowed, divorced…).
rule-unknown-quartier = The quartier “{ $value }” is not in the commune’s list{ $n ->
    [one] .
   *[other] {" "}({ $n_shown } cells: { $cells }).
  }
    .title = Unknown quartier
    .why = The person would be counted without a quartier.
    .hint = Correct the name. If this spelling is right, ask the person in charge of your computers to add it in data-raw/reference/quartiers.csv, in the quartier’s line, column alt_spellings: { $value }
rule-quartier-guessed = The quartier “{ $value }” was recognised by its nearest spelling{ $n ->
    [one] .
   *[other] {" "}({ $n_shown } cells: { $cells }).
  }
    .title = Quartier recognised roughly
    .why = This spelling is not in the list.
    .hint = Check. If this spelling is right, ask the person in charge of your computers to add it in data-raw/reference/quartiers.csv, in the quartier’s line, column alt_spellings: { $value }
rule-quartier-missing = The quartier is written neither in the row, nor above the table, nor in the file’s name.
    .title = Quartier missing
    .why = The persons are counted without a quartier.
    .hint = Write the quartier above the table, or in the file’s name.
rule-error-cell = The cell holds the formula error { $value }.
    .title = Formula error
    .why = The value is lost.
    .hint = Replace the formula by its value.
rule-no-header = No row of column headings was found{ $n ->
    [0] .
    [one] : { $n_shown } row waits in quarantine.
   *[other] : { $n_shown } rows wait in quarantine.
  }
    .title = Headings not found
    .why = Without headings the program does not know what each column holds.
    .hint = Write a row of headings above the table (Nom, Post-nom, Prénom, Sexe, Date de naissance…). If each row stands whole in column A (“MBALA;Ruth;F”), divide it into columns first: menu Data, Text to Columns.
rule-hidden-sheet = The sheet “{ $value }” is hidden: its rows are left out.
    .title = Hidden sheet
    .why = A hidden sheet is often a draft.
    .hint = Show it if it is to count, otherwise leave it so.
rule-column-unrecognised = The column “{ $value }” is not recognised: what it holds is kept as it is and not used.
    .title = Column not recognised
    .why = Its heading is not among the known headings.
    .hint = If it matters, change its heading, or say on the desk, on the page “Deposit” or “Settings”, what it holds (in a terminal: bato settings heading … "{ $value }"; instead of …: birth_date, relation, sex…).
rule-column-missing = There is no column for: { $field }.
    .title = Column missing
    .why = The persons of this sheet will be registered without this information.
    .hint = Add the column, or give the existing one a known heading.

rule-doubtful-letters = Some letters of the file may be wrong (accents).
    .title = Doubtful letters
    .why = The file is not written as others are: the program had to find out which letters it holds.
    .hint = Look at some names with accents. If they are wrong, open the file in the spreadsheet program and save it as .xlsx.
rule-lone-quote = A quotation mark (") is opened and not closed.
    .title = Lone quotation mark
    .why = A lone quotation mark would hide all rows that follow: the file was read row by row.
    .hint = Delete this mark in the file, or save the table as .xlsx.
rule-cut-short = The file seems cut off at its end: rows may be missing.
    .title = File cut short
    .why = Its last row is not complete, or its end is empty, as after a power cut during a copy.
    .hint = Compare the last row with the original, and copy the file again.
rule-no-head = No member of this household is the head.
    .title = Household without a head
    .why = The relation of the other members is counted from the head.
    .hint = Write Head for the person who leads the household, as on the paper form.
rule-two-heads = Household { $number } has a second head (the first is in row { $row }).
    .title = Two heads under one number
    .why = These are two households, or one form typed twice.
    .hint = Give the second household another number, or delete the form typed twice.
rule-child-older-than-parent = The child was born before the head of the household ({ $born }).
    .title = Child older than the parent
    .why = One of the two dates, or the relation, is wrong.
    .hint = Compare with the paper form and correct.
rule-mother-too-young = The child would be born less than { $limit } years after its mother ({ $born }).
    .title = Mother too young
    .why = One of the two dates is probably wrong, or the mother is another woman.
    .hint = Compare with the paper form; if the mother is another woman there is nothing to do.
rule-spouse-under-age = The husband or wife is under { $limit } in the year of the census.
    .title = Spouse under age
    .why = The date of birth or the relation may be wrong.
    .hint = Compare with the paper form and correct if need be.
rule-row-typed-twice = The same person is already in this household, in row { $row }.
    .title = Row typed twice
    .why = A person would be counted twice.
    .hint = Delete one of the two rows.
rule-act-number-repeated = Record number “{ $value }” is already that of another birth, in row { $row }{ $n ->
    [one] .
   *[other] ; the numbers begin again here and repeat { $n_shown } numbers.
  }
    .title = Record number repeated
    .why = Two births can’t have one record.
    .hint = Compare with the paper register and correct the number.
rule-act-number-gap = { $n ->
    [one] One record number is missing in the sequence: { $numbers }.
   *[other] { $n_shown } record numbers are missing in the sequence: { $numbers }.
  }
    .title = Missing record numbers
    .why = Records were not copied, or a page is lost.
    .hint = Look these records up in the paper register and add them.
rule-register-year = The declaration “{ $value }” is not of the year of the register ({ $year }).
    .title = Declaration of another year
    .why = The year may be a typing error.
    .hint = Compare with the record and correct the date, or the year in the file’s name.
rule-register-year-far = The declaration “{ $value }” is two years or more from the year of the register ({ $year }).
    .title = Declaration outside the register
    .why = No register holds it; one mistyped year would make the delay and the figures wrong.
    .hint = Compare with the record and correct the year of the date, or the year in the file’s name.
rule-quarter-copied = { $n ->
    [one] One birth of quarter { $quarter } of { $year } repeats that of { $before }: same name, same day.
   *[other] { $n_shown } births of quarter { $quarter } of { $year } repeat those of { $before }: same names, same days.
  }
    .title = Quarter copied
    .why = One year’s register was probably copied as the other’s.
    .hint = Compare with the paper register of { $year } and replace the copied rows.
rule-total-differs = The total written is { $said }, but there { $n ->
    [one] is { $n_shown } row
   *[other] are { $n_shown } rows
  } above it.
    .title = Total differs
    .why = A row was forgotten, added or miscounted.
    .hint = Count on the paper form and correct the total or the rows.
rule-line-number-gap = The line numbers do not follow each other; missing: { $numbers }.
    .title = Missing line numbers
    .why = A row may have been lost.
    .hint = Compare with the paper form and add the row if one is missing.
rule-date-order = Column “{ $value }”: { $decided ->
    [month-day-year] the dates are written month/day/year and read in that order
    [year-month-day] the dates are written year/month/day and read in that order
    [year-day-month] the dates are written year-day-month and read in that order
   *[mixed] some dates are written day/month/year and others month/day/year
  } ({ $n_shown } { $n ->
    [one] cell
   *[other] cells
  }).
    .title = Order of day and month
    .why = The program looked at the whole column. A wrong order would give wrong dates.
    .hint = Check some dates against the paper forms; write day/month/year, or the month in letters.
rule-dates-swapped = Column “{ $value }”: the spreadsheet exchanged day and month; { $n ->
    [one] one date was
   *[other] { $n_shown } dates were
  } turned back.
    .title = Day and month exchanged by the spreadsheet
    .why = It took the texts whose day can be a month for dates, and left the others as text.
    .hint = Check some dates against the paper forms; give the whole column a date format.
rule-midnight-shifted = Column “{ $value }”: { $n ->
    [one] one date is
   *[other] { $n_shown } dates are
  } written in the time of another country, on the evening before; the next day is used.
    .title = Dates of the evening before
    .why = Midnight in Kinshasa is 11 p.m. of the day before in the time of Greenwich: each date would be one day wrong.
    .hint = Check some dates against the paper forms; export the dates without the time.
rule-filler-date = Column “{ $value }”: { $decided } stands for an unknown date ({ $n_shown } times); it is not used.
    .title = Date that means “unknown”
    .why = A spreadsheet or a database writes this day if the cell is empty.
    .hint = Delete this date, or write the true one from the paper form.
rule-years-instead-of-ages = Column “{ $value }”: these are years of birth, not ages ({ $n_shown } { $n ->
    [one] cell
   *[other] cells
  }).
    .title = Years instead of ages
    .why = The numbers were taken for years of birth.
    .hint = Give the column the heading “Year of birth”.
rule-year-missing = No year: neither in the cells, nor above the table, nor in the name of the sheet or the file. An age is counted from the current year: the year of birth may be wrong.
    .title = Year unknown
    .why = Without the year the program can neither count ages from the day of the list nor place the forms in time.
    .hint = Add the year to the name of the file: Boma_2017.xlsx.
rule-household-missing = No household: no number of a form, no address, no relation.
    .title = Household unknown
    .why = The persons are registered without a household, and persons of one name are harder to tell apart.
    .hint = Add a column “Household no.”, or the avenue and the parcel, from the paper forms.
rule-file-sent-twice = This file has the same rows as “{ $other }”.
    .title = File sent twice
    .why = Its persons are counted once, but one of the two is one too many.
    .hint = Keep the one that is up to date and take the other out of data-raw.
rule-name-split-guessed = In “{ $value }” the first name is not where the heading announces it.
    .title = First name not where the heading announces it
    .why = The program separated the parts of the name by the names it knows.
    .hint = Write the parts of the name in the order of the heading, or better in three columns.
rule-tables-side-by-side = Two tables stand side by side: the rows that fill both wait in quarantine.
    .title = Tables side by side
    .why = One row then holds two persons, and one would be lost.
    .hint = Put the second table below the first, with its headings.
rule-name-outside-table = { $n ->
    [one] Row { $row } names a person outside the column of names (“{ $value }”): it waits
   *[other] { $n_shown } rows, the first of them row { $row } (“{ $value }”), name a person outside the column of names: they wait
  } in quarantine.
    .title = Person named outside the table
    .why = A person without a row in the table is not registered.
    .hint = Give this person a row of the table, with the name under the heading of the names. If it is no person, or one who has a row, delete this text.
rule-other-persons-named = The column “{ $value }” names other persons ({ $n_shown }): they are not registered.
    .title = Other persons in a column
    .why = Only the person of the row is registered.
    .hint = Give each of them a row of their own, with the relation to the head of the household.
rule-persons-in-columns = In this sheet the headings stand in the first column and each person in a column{ $n ->
    [one] : { $n_shown } row waits in quarantine.
   *[other] : { $n_shown } rows wait in quarantine.
  }
    .title = Persons in columns
    .why = The program reads one person per row.
    .hint = Copy the table and paste it with the option “Transpose” (paste special): the headings come on one row, one person per row.
rule-other-list = This table{ $from ->
    [0] {""}
   *[other] , whose headings are on row { $from },
  } is no list of persons or births but { $list ->
    [deaths] a list of deaths
    [stillbirths] a list of stillborn children
    [divorces] a list of divorces
    [recognitions] a list of recognitions or adoptions
    [animals] a list of animals
    [goods] a list of prices or goods
    [rosters] a timetable or a duty roster
    [places] a list of churches, schools, avenues or other places
    [choices] a list of values to choose from
   *[marriages] a list of marriages
  }. All its rows wait in quarantine.
    .title = List of something else than persons
    .why = Its rows would be registered as residents or births.
    .hint = Deaths and marriages belong in a file of data-raw/events; take other lists out of data-raw. If it is a list of persons, change the title above the table, the name of the sheet or the headings of the columns.
rule-columns-moved = { $n ->
    [one] Row { $rows } has values that no longer stand under their headings: it waits
   *[other] { $n_shown } rows have values that no longer stand under their headings (rows { $rows }{ $more ->
        [0] {""}
        [one] {" "}and one more
       *[other] {" "}and { $more_shown } more
    }): they wait
  } in quarantine.
    .title = Columns moved
    .why = A value would be taken for another.
    .hint = Put these values back under their headings, or give these rows a row of headings of their own.
rule-columns-moved-guessed = { $n ->
    [one] Row { $rows } has
   *[other] { $n_shown } rows have
  } more cells than the table has headings, and the values do not stand under their headings{ $n ->
    [one] {""}
   *[other] {" "}(rows { $rows }{ $more ->
        [0] {""}
        [one] {" "}and one more
       *[other] {" "}and { $more_shown } more
    })
  }. By their content the program took: { $fields }. It does not use the other cells.
    .title = Columns moved, read by their content
    .why = The values no longer stand under their headings.
    .hint = Check some of these persons. If they are wrong, put the values back under their headings.
rule-cells-beside-table = { $n ->
    [one] Row { $rows } has
   *[other] { $n_shown } rows have
  } filled cells to the right of the table (columns { $columns }){ $n ->
    [one] {""}
   *[other] , rows { $rows }{ $more ->
        [0] {""}
        [one] {" "}and one more
       *[other] {" "}and { $more_shown } more
    }
  }. The program does not use them; the rest of the row is read under its headings.
    .title = Cells to the right of the table
    .why = A small table or a note beside the list has no heading in the list.
    .hint = If they are particulars of the person, give these columns a heading. Otherwise there is nothing to do.
rule-titles-unread = Row { $row } looks like a row of headings, but the program did not find the headings of a list in it: the rows below are read under the headings before it.
    .title = Row of headings not understood
    .why = If the columns change at this row, values are taken for others.
    .hint = Write headings such as “Name of the child”, “Sex”, “Date of birth” in this row, or those at the top of the list.
rule-year-guessed = The year { $year } was taken from the title “{ $value }”: ages are counted from that year.
    .title = Year taken from a title
    .why = If it is the year of something else, the years of birth are wrong.
    .hint = If it is wrong, add the year of the list to the name of the file: Boma_2017.xlsx.
rule-rows-above-heading = { $n ->
    [one] One row above the headings was read
   *[other] { $n_shown } rows above the headings were read
  } like those of the table (the first: row { $row }).
    .title = Rows above the headings
    .why = A row without headings may have other columns.
    .hint = Put the row of headings above all persons.
rule-statistics = A table of numbers is no list of persons: its rows are set aside.
    .title = Table of numbers
    .why = Its rows would be taken for persons.
    .hint = There is nothing to do. If it is a list of persons, write a row of headings (Name, Sex, Date of birth…).
rule-household-sheet = Sheet “{ $value }” describes the households; its { $n_shown } rows give their address to the persons of the other sheet.
    .title = Sheet of households
    .why = The head of a household would be counted twice.
    .hint = There is nothing to do. If a household has no person in the other sheet, add them.
rule-recap-sheet = Sheet “{ $value }” is a summary: { $n ->
    [one] its row is left out.
   *[other] its { $n_shown } rows are left out.
  }
    .title = Summary sheet
    .why = Its persons would be counted twice.
    .hint = Give it another name if it must count.
rule-column-content = Column “{ $value }” does not hold what its heading announces; it seems to hold: { $field }.
    .title = Content against heading
    .why = Two headings may be swapped.
    .hint = Correct the heading, or say on the desk, on the page “Deposit”, what the column holds (in a terminal: bato settings column).
rule-column-guessed = Column “{ $value }” was taken for: { $field }, from what it holds.
    .title = Column recognised by what it holds
    .why = Its heading is not among the known headings.
    .hint = If that is wrong, change its heading, or say on the desk, on the page “Deposit”, what the column holds (in a terminal: bato settings column).
rule-column-repeated = Column “{ $value }” repeats another column ({ $field }): it is not used.
    .title = Column repeated
    .why = Two columns can’t have one meaning.
    .hint = Change the heading of the one that holds something else.
rule-column-of-other = Column “{ $value }” stands beside “{ $other }”: it is taken for that other person’s and not used.
    .title = Column of another person
    .why = The age, the sex or the date of a parent would be given to the person of the row.
    .hint = Write in the heading whose column it is: “Age of the mother”, “Age of the child”.
rule-value-given-once = Column “{ $value }”: an empty cell was taken for the value above.
    .title = Value given once for several rows
    .why = The column is filled in only where the value changes.
    .hint = A blank cell below a value takes that value. If you do not know the one of this row, fill in all other cells of the column and leave this one blank.
rule-sex-of-title = { $n ->
    [one] { $n_shown } row has no column of the sex: it was taken from “{ $value }”.
   *[other] { $n_shown } rows have no column of the sex: it was taken from “{ $value }”.
  }
    .title = Sex given by a title
    .why = A title, a line such as “Girls”, the name of the sheet or that of the file says it for the rows that follow.
    .hint = If it is wrong, add a column “Sex” and fill it in.
rule-sensitive-left-out = Column “{ $value }”: { $n ->
    [one] { $n_shown } sensitive value is not kept.
   *[other] { $n_shown } sensitive values are not kept.
  }
    .title = Sensitive data
    .why = Ethnic group, religion, refugee status and health have no place in a population register.
    .hint = There is nothing to do; better not to ask for these data.
rule-sensitive-kept = Column “{ $value }”: { $n ->
    [one] { $n_shown } sensitive value is kept as typed, because the settings ask for it.
   *[other] { $n_shown } sensitive values are kept as typed, because the settings ask for it.
  }
    .title = Sensitive data kept
    .why = The law allows it by exception alone.
    .hint = If that is not meant, ask the person in charge of your computers to write this line in bato.toml, under [ingest]: keep_sensitive = false
rule-sheet-full = Sheet “{ $value }” is full ({ $n_shown } rows): rows are probably missing.
    .title = Sheet full
    .why = The format can hold no more rows; the rest was cut off.
    .hint = Divide the list into several files, or save it as .xlsx.
rule-chart-sheet = Sheet “{ $value }” has no cells (chart or macro): it is not read.
    .title = Sheet without cells
    .why = A chart holds no person.
    .hint = There is nothing to do.
rule-macros = The workbook carries macros: they are never run.
    .title = Macros
    .why = A macro can do harm.
    .hint = Save it as .xlsx, without macros.
rule-no-names = No row of the sheet has a name: all of them wait in quarantine.
    .title = No name in the sheet
    .why = Without a name a row stands for nobody. The column of names is missing or was not found.
    .hint = Check that the column of names is filled and that its heading is Nom, Post-nom, Prénom or Noms et prénoms.
rule-two-persons = The cell of the name names two persons: “{ $value }”.
    .title = Two persons in one cell
    .why = A row is one person: the second would not be registered, and the first would have a wrong name.
    .hint = Write one row per person. Twins have two rows, and each has a birth record.
rule-name-ditto = A word like idem stands for a name: “{ $value }”.
    .title = Name replaced by idem
    .why = It is not known which part of the name above is repeated. The program does not guess: the row waits.
    .hint = Write the name in full.
rule-look-alike-letter = A sign was typed for the letter that looks like it (0 for O, 5 for S, 1 or l for I). Understood as: { $value }.
    .title = Digit typed for a letter
    .why = The name is registered as it was understood. If that is not the right name, the person will not be found.
    .hint = Compare with the paper form and write the name with its letters.
rule-not-part-of-name = “{ $value }” in the cell of the name is no part of the name{ $n ->
    [one] .
   *[other] {" "}({ $n_shown } cells: { $cells }).
  }
    .title = Word too many in the name
    .why = A title, a remark, a number or another name was left out: the person is registered under the rest of the cell.
    .hint = Check that the rest is the name. Write the name alone in its cell, and the rest in its column (relation, marital status, remarks).
rule-name-says-dead = The cell of the name says that the person is dead: “{ $value }”.
    .title = Person may be dead
    .why = The row is kept: the person would be counted among the living.
    .hint = If the person is dead, take the row out of the fiche and enter the death in a list of deaths; otherwise delete this word.
rule-remark-against-row = “{ $value }”: the person may be dead or have left, or the row is a duplicate or cancelled.
    .title = Remark against the row
    .why = The row is kept as it is: a remark decides nothing. The person would be counted among the residents, or twice.
    .hint = If the person is dead or has left, enter it in a list of deaths or departures. If the row is a duplicate or cancelled, remove it. Otherwise delete this word.
rule-remark-corrects = “{ $value }”: this remark corrects the row, or doubts it.
    .title = Remark that corrects the row
    .why = The register takes what stands in the cells, not what the remark says.
    .hint = Compare with the paper form. Correct the cell that the remark is about, then delete the remark.
rule-sex-against-relation = The sex “{ $value }” does not fit the relation “{ $relation }”.
    .title = Sex against relation
    .why = One of the two is wrong. The person is registered with the sex of its cell.
    .hint = Correct the sex or the relation.
rule-sex-coded = The sexes are numbers, read like this: { $value }.
    .title = Sexes as numbers
    .why = If your numbers mean something else, every sex of the sheet is wrong.
    .hint = Compare two or three rows with the fiches. It is safest to write M or F.
rule-sex-codes-unclear = The meaning of the sexes of this sheet can’t be known: { $value }.
    .title = Unclear codes of the sex
    .why = The persons are registered without a sex.
    .hint = Write M or F.
rule-number-became-date = { $n ->
    [one] The number has become a date: { $value }.
   *[other] { $n_shown } numbers of the column have become dates (the first: { $value }).
  }
    .title = Number became a date
    .why = The spreadsheet took a number like 12/3 for a date; the number as written is lost.
    .hint = Give the column the format text, then write the numbers again from the register.
rule-number-rounded = { $n ->
    [one] The number { $value } is rounded.
   *[other] { $n_shown } numbers of the column are rounded (the first: { $value }).
  }
    .title = Number rounded by the spreadsheet
    .why = A number that is too long loses its last digits.
    .hint = Give the column the format text, then write the numbers again in full.
rule-leading-zeros-lost = { $n ->
    [one] The number { $value } has no leading zeros as the others have.
   *[other] { $n_shown } numbers of the column have no leading zeros as the others have (the first: { $value }).
  }
    .title = Leading zeros absent
    .why = The other numbers of the column begin with zeros. The spreadsheet often drops them, and 00123 and 123 may be two numbers.
    .hint = If the zeros are missing by mistake, give the column the format text, then write these numbers again with their zeros.
rule-text-cut = { $n ->
    [one] The text is probably cut: it fills the whole cell.
   *[other] { $n_shown } texts of the column are probably cut: they fill the whole cell.
  }
    .title = Text cut
    .why = An old program cuts a text at 255 characters.
    .hint = Compare the end of the text with the fiche and complete it.
rule-hidden-rows = { $n ->
    [one] Sheet “{ $value }”: { $n_shown } hidden or filtered row is read like the others.
   *[other] Sheet “{ $value }”: { $n_shown } hidden or filtered rows are read like the others.
  }
    .title = Hidden rows
    .why = They are registered like the visible rows; rows are sometimes hidden to leave them out.
    .hint = Show them (Data, Clear filter). Delete those that must not count.
rule-hidden-columns = { $n ->
    [one] The hidden column { $value } is read like the others.
   *[other] { $n_shown } hidden columns ({ $value }) are read like the others.
  }
    .title = Hidden columns
    .why = What they hold counts, even if it is not seen.
    .hint = Show them and check their content, or delete them.
rule-formula-not-computed = { $n ->
    [one] Sheet “{ $value }”: { $n_shown } formula was never computed; its value is missing.
   *[other] Sheet “{ $value }”: { $n_shown } formulas were never computed; their values are missing.
  }
    .title = Formulas not computed
    .why = The program that wrote the file did not compute the formulas; the spreadsheet computes them when it opens the file.
    .hint = Open the file in the spreadsheet, save it, then import it again.
rule-correction-not-applied = { $n ->
    [one] The correction of cell “{ $place }” in the workbook “{ $workbook }” could not be applied.
   *[other] The correction of cell “{ $place }” in the workbook “{ $workbook }” and others, { $n_shown } in all, could not be applied.
  }
    .title = Correction not applied
    .why = The original file has changed since: what was corrected is no longer there.
    .hint = Compare the row with the paper form. If the correction is still right, type it in the original file.
rule-cell-correction-refused = { $cause ->
    [sheet] The correction “{ $value }” of cell “{ $place }”, by { $author }, is not applied: the file has no such sheet ({ $from }).
    [row] The correction “{ $value }” of cell “{ $place }”, by { $author }, is not applied: the row is blank in the sheet ({ $from }).
    [merged] The correction “{ $value }” of cell “{ $place }”, by { $author }, is not applied: the cell is covered by the merged cell { $now } ({ $from }).
   *[text] The correction “{ $value }” of cell “{ $place }”, by { $author }, is not applied: it replaces “{ $old }”, but the cell holds “{ $now }” ({ $from }).
  }{ $n ->
    [one] { "" }
   *[other] { " " }In all, { $n_shown } corrections are like this, with those that follow.
  }
    .title = Typed correction refused
    .why = A correction only holds while the text that it replaces is in the cell. The cell stays as it is.
    .hint = Compare with the paper form. If the cell is still wrong, type a new correction.
rule-cell-corrections-outdated = { $n ->
    [one] One correction typed for an earlier content of this file is no longer applied ({ $place }).
   *[other] { $n_shown } corrections typed for an earlier content of this file are no longer applied (the first: { $place }).
  }
    .title = Corrections of an earlier content
    .why = The file was sent again with another content. A correction only holds for the content for which it was typed.
    .hint = Check the new file and correct what is still wrong. If the old file was the right one, put it back.
rule-cell-corrections-no-file = { $cause ->
    [replaced] { $n ->
        [one] One correction typed for “{ $file }” is not applied: the corrections workbook “{ $by }” replaces that file.
       *[other] { $n_shown } corrections typed for “{ $file }” are not applied: the corrections workbook “{ $by }” replaces that file.
      }
   *[missing] { $n ->
        [one] One correction typed for “{ $file }” is not applied: that file is not there.
       *[other] { $n_shown } corrections typed for “{ $file }” are not applied: that file is not there.
      }
  }
    .title = Corrections without a file
    .why = A typed correction is applied to a file that is there, whatever its name, if its content is the same.
    .hint = Put the file back into data-raw, or leave these corrections: they change nothing.
rule-cell-correction-unreadable = { $cause ->
    [not-csv] “{ $value }” is not a CSV file: it is not read.
    [cut] The last line is incomplete, as after a power cut: “{ $value }”.
    [cells] The line has not the right number of cells: “{ $value }”.
    [sha256] The fingerprint of the file (sha256) can’t be read: “{ $value }”.
    [row] The row number (row) can’t be read: “{ $value }”.
    [column] The letters of the column (column) can’t be read: “{ $value }”.
    [author] The author is missing (author): “{ $value }”.
    [at] The moment is missing (at): “{ $value }”.
   *[same] The old and the new text are the same: “{ $value }”.
  }
    .title = Typed correction unreadable
    .why = This line of the file of corrections is not applied. The others are.
    .hint = Correct the line in the file of corrections, or type the correction again on the page.
rule-row-cancelled = The row says that it does not count: “{ $value }”. It waits in quarantine.
    .title = Cancelled row
    .why = The person or the record would be counted although the paper says that it was cancelled.
    .hint = If the row is cancelled or a double, remove it from the file. If not, delete this word or these strokes.
rule-stillborn = “{ $value }”: the child was born dead. The row waits in quarantine.
    .title = Stillborn child
    .why = A stillborn child is neither a birth declared on time nor a resident.
    .hint = If the child was born dead, remove the row from this file: stillborn children have a register of their own. If it was born alive, delete this word.
rule-remark-as-name = The cell of the name holds a remark and no name: “{ $value }”.
    .title = Remark in the place of a name
    .why = The remark would be registered as a person who does not exist.
    .hint = If it is a remark, write it under “Remarks” or delete the row. If it is a name, complete the row: sex and date of birth.
rule-continued-line = “{ $value }” seems to go on with the row above: no number, no sex, no date.
    .title = Continuation of the row above
    .why = The rest of a record would be registered as another person.
    .hint = Put this text into the row above and delete this one. If it is another person, complete the row.
rule-two-persons-perhaps = The cell “{ $value }” holds two first names: one person or two?
    .title = Perhaps two persons in one cell
    .why = If they are two persons, one of them is in no row.
    .hint = If they are two persons, write one row for each. If it is one, put a space between the first names.
rule-two-dates = The cell holds two different dates: “{ $value }”.
    .title = Two dates in one cell
    .why = One of the two dates is wrong, or the row holds two persons.
    .hint = Keep the right date. If they are two persons, write one row for each.
rule-prenom-ditto = “{ $value }” repeats the first name of the row above: the first name stays empty.
    .title = Repeated first name
    .why = Brothers and sisters do not have the same first name.
    .hint = Write the first name of this person.
rule-names-swapped = The surname and the first name seem to have changed places: “{ $value }” is not in its column.
    .title = Surname and first name perhaps swapped
    .why = The person would be filed under the first name.
    .hint = Compare with the paper form. If it is wrong, put each part of the name into its column.
rule-spouse-of-same-sex = The spouse has the same sex as the head of the household: “{ $value }”.
    .title = Spouse of the same sex
    .why = One of the two sexes, or the relation, is wrong.
    .hint = Compare with the paper form and correct.
rule-parent-too-young = The parent “{ $value }” is too young for the head of the household, born in { $born }.
    .title = Parent too young
    .why = One of the two dates, or the relation, is wrong.
    .hint = Compare with the paper form and correct.
rule-very-old = The date of birth “{ $value }” makes { $age } years, more than { $limit }.
    .title = Very high age
    .why = Hardly anybody lives so long: the year is often a slip.
    .hint = Compare the year with the paper form (often the century).
rule-row-struck = { $n ->
    [one] Row { $rows } is struck through: it waits
   *[other] { $n_shown } rows are struck through (rows { $rows }{ $more ->
        [0] {""}
        [one] {" "}and one more
       *[other] {" "}and { $more_shown } more
    }): they wait
  } in quarantine.
    .title = Row struck through
    .why = A row that the agent struck through does not count.
    .hint = If the row does not count, remove it from the file. If it does, take the line away (Format, Font, Strikethrough).

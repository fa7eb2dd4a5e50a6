### Template: headings, lists, help while typing, instructions.

template-file-census = template-census.xlsx
template-file-birth = template-births.xlsx
template-written = Template written: { $path }
    Open it in the spreadsheet program, fill it in and save it. Then check it with: bato check "{ $path }"

template-sheet-census = Census
template-sheet-birth = Births
template-sheet-guide = Instructions
template-sheet-lists = Lists
template-title-census = Commune of { $commune } – Household census
template-title-birth = Commune of { $commune } – Birth register
template-note-census = One file per quartier and per census round. One person a row. The grey row is an example: it is not read.
template-note-birth = One file per year of the register. One record a row. The grey row is an example: it is not read.
template-label-quartier = Quartier:
template-label-year = Year:
template-footer-page = Page { $page } / { $pages }

template-column-order = No.
    .prompt = Number of the row. May stay blank.
template-column-fiche = Household no.
    .prompt = The same number on every row of the same household.
template-column-avenue = Avenue
template-column-parcel = Parcel no.
template-column-nom = Surname
template-column-postnom = Post-name
template-column-prenom = First name
template-column-sex = Sex
    .prompt = M = male, F = female.
template-column-birth_date = Date of birth
    .prompt = Day/month/year: 05/03/1987. Day not known: 03/1987 or 1987. Year not sure: about 1987. Not known: leave blank.
template-column-birth_place = Place of birth
template-column-relation = Relation to head
    .prompt = Relation to the head of the household. The head comes first. Choose from the list.
template-column-marital_status = Marital status
    .prompt = Choose from the list. Not known: leave blank.
template-column-occupation = Occupation
template-column-act_number = Birth record no.
    .prompt = Number of the record, as in the register.
template-column-declared_on = Date of declaration
    .prompt = Day/month/year: 20/03/2017. Never before the birth.
template-column-father = Father’s name
template-column-mother = Mother’s name
template-column-quartier = Quartier
    .prompt = Quartier of the parents. Choose from the list. Not known: leave blank.
template-column-category = Category
    .prompt = Direct: a parent declared. By proxy: the maternity declared. Late by judgment: the record rests on a judgment of the court.
template-column-judgment_date = Date of judgment
    .prompt = Only for a record by judgment. Day/month/year: 12/01/2017.
template-column-remarks = Remarks
template-prompt-quartier = Choose the quartier from the list. It holds for the whole sheet.
template-prompt-year-census = Year of the census round, for example 2017.
template-prompt-year-birth = Year of the register, for example 2017.

template-example-census = Example | 1 | Lodja | 12 | MBALA | LEMA | Bruno | M | 05/03/1987 | Kinshasa | Head of household | Married | Trader
template-example-birth = Example | 20/03/2017 | NSIMBA | KIESE | Noëlla | F | 05/03/2017 | Kinshasa | MBALA LEMA Bruno | NSIMBA KIESE Rose | Boma | Direct | | Declared by the father

template-refused-title = To correct
template-refused-fixed = This cell is not filled in. Type from the first white row below the example on.
template-refused-sex = Type M or F, or leave blank.
template-refused-year = Type a year of four digits, for example 2017.
template-doubt-title = To check
template-doubt-list = This word is not in the list. Take a word of the list if one of them fits.
template-doubt-date = This date does not exist, or it is after today. Compare with the paper form.
template-doubt-declared = This date does not exist, or it is after today or before the birth. Compare with the register.

template-sex-M = M
template-sex-F = F
template-marital_status-single = Single
template-marital_status-married = Married
    .M = Married
    .F = Married
template-marital_status-widowed = Widowed
    .M = Widower
    .F = Widow
template-marital_status-divorced = Divorced
    .M = Divorced
    .F = Divorced
template-marital_status-separated = Separated
    .M = Separated
    .F = Separated
template-marital_status-free_union = Free union
template-relation-head = Head of household
template-relation-spouse = Spouse
    .M = Husband
    .F = Wife
template-relation-child = Son or daughter
    .M = Son
    .F = Daughter
template-relation-grandchild = Grandchild
    .M = Grandson
    .F = Granddaughter
template-relation-parent = Father or mother
    .M = Father
    .F = Mother
template-relation-parent_in_law = Parent-in-law
    .M = Father-in-law
    .F = Mother-in-law
template-relation-sibling = Brother or sister
    .M = Brother
    .F = Sister
template-relation-sibling_in_law = Brother- or sister-in-law
    .M = Brother-in-law
    .F = Sister-in-law
template-relation-child_in_law = Son- or daughter-in-law
    .M = Son-in-law
    .F = Daughter-in-law
template-relation-nephew_niece = Nephew or niece
    .M = Nephew
    .F = Niece
template-relation-cousin = Cousin
    .M = Cousin
    .F = Cousin
template-relation-uncle_aunt = Uncle or aunt
    .M = Uncle
    .F = Aunt
template-relation-grandparent = Grandparent
    .M = Grandfather
    .F = Grandmother
template-relation-guardian = Guardian
    .M = Guardian
    .F = Guardian
template-relation-ward = Foster child
template-relation-tenant = Tenant
template-relation-domestic = Domestic worker
template-relation-unrelated = Not related
template-category-direct = Direct
template-category-proxy = By proxy
template-category-judgment = Late by judgment

# The instructions: one piece of advice a line, the word in bold before the bar.
template-guide-title-census = How to fill in the census file
template-guide-title-birth = How to fill in the file of births
template-guide-census =
    At the top | Choose the quartier and type the year of the census round. One file per quartier.
    The rows | One person a row. Begin on the first white row below the example. Leave nobody out.
    The household | One household = one number. Type that number on every row of the household. The head of the household comes first.
    The address | Type the avenue and the parcel number at least on the row of the head.
    The names | Surname, post-name and first name, each in its column. If there is no post-name, leave the cell blank.
    The sex | M for male, F for female.
    The dates | Day, month, year: 05/03/1987. Day not known: 03/1987. Only the year known: 1987. Year not sure: about 1987.
    The lists | Click in the cell, then on the small arrow at its right, and choose a word.
    Not known | What you don’t know stays blank. Invent nothing.
    The headings | Don’t change the headings of the columns and don’t take any column away.
    More rows | Is the sheet full? Go on below in the same way, or take a second file.
    Printing | The sheet prints on A4 paper, lying. Choose the pages that are filled in.
    At the end | Save under a name that says quartier and year, for example “Boma 2017.xlsx” (format .xlsx). Then check it with: bato check "Boma 2017.xlsx"
template-guide-birth =
    At the top | Type the year of the register. One file per year.
    The rows | One record a row, in the register’s order. Begin on the first white row below the example. Leave no record out.
    The number | The number of the record, as in the register: 12 or 12/2017.
    The names | The child’s surname, post-name and first name, each in its column. The father’s full name in one cell, the mother’s in another.
    The sex | M for male, F for female.
    The dates | Day, month, year: 05/03/2017. The declaration never comes before the birth.
    The category | Direct: a parent declared. By proxy: the maternity declared. Late by judgment: the record rests on a judgment of the court; then type the date of the judgment.
    The lists | Click in the cell, then on the small arrow at its right, and choose a word.
    Not known | What you don’t know stays blank. Invent nothing.
    The headings | Don’t change the headings of the columns and don’t take any column away.
    More rows | Is the sheet full? Go on below in the same way, or take a second file.
    Printing | The sheet prints on A4 paper, lying. Choose the pages that are filled in.
    At the end | Save under a name that says the year, for example “Births 2017.xlsx” (format .xlsx). Then check it with: bato check "Births 2017.xlsx"

template-file-event = template-events.xlsx
template-sheet-event = Events
template-title-event = Commune of { $commune } – Events: deaths, departures, arrivals, moves, marriages
template-note-event = One event a row. The grey row is an example: it is not read.
template-prompt-year-event = Year of the events, for example 2017.
template-column-event = Event
    .prompt = Choose from the list.
template-column-event_date = Date of the event
    .prompt = Day/month/year: 12/03/2018.
template-column-person_id = Person identifier
    .prompt = The person’s identifier in the register (bato find), if known: P-….
template-column-to_quartier = New quartier
    .prompt = For an arrival or a move: where the person lives since.
template-column-to_avenue = New avenue
    .prompt = For an arrival or a move, if it is known.
template-column-to_parcel = New parcel
    .prompt = Number of the parcel where the person lives since, if it is known.
template-column-elsewhere = Other commune or town
    .prompt = For an arrival: from where. For a departure: where to.
template-column-spouse = Name of spouse
    .prompt = For a marriage.
template-event-death = Death
template-event-departure = Departure
template-event-arrival = Arrival
template-event-move = Move
template-event-marriage = Marriage
template-example-event = Example | 12/03/2018 | | MBALA | LEMA | Bruno | M | 05/03/1987 | Boma | Lodja | 12 | Malonda | |
template-guide-title-event = How to fill in the file of events
template-guide-event =
    At the top | Type the year. One file a year is enough, for all events.
    The rows | One event of one person a row. A family that moves: a row for each person.
    The event | Death, Departure (from the commune), Arrival (in the commune), Move (from one quartier to another) or Marriage. Choose from the list.
    The identifier | If you know the person’s identifier in the register (P-…), type it: it names the person without error. Otherwise leave it blank.
    The person | Surname, post-name, first name, sex and date of birth as on the household form: that is how the person is found.
    The address | The quartier, avenue and parcel where the person lived. For a move or an arrival, the new quartier beside it.
    Not known | What you don’t know stays blank. Invent nothing.
    The headings | Don’t change the headings of the columns and don’t take any column away.
    At the end | Save it in the folder “events” under a name that says the year, for example “Events 2018.xlsx”. Then check it with: bato check "Events 2018.xlsx"

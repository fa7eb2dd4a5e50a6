### The desk: the pages in the browser.

cli-desk = Open the desk: all the work in the browser, on this computer alone
cli-desk-arg-no_browser = Do not open the browser: show the address alone
desk-terminal-open = The desk is open in the browser. Leave this window open; to end it: “Leave” at the top of the page.
desk-terminal-again = The desk was open already: the browser shows it.
desk-terminal-open-page = The desk is running. Open this file in the browser: { $path }
desk-skip = Skip to the content
desk-tasks = Tasks
desk-task-home = Home
desk-task-search = Look up
desk-task-correct = Correct
desk-lang-fr = Français
desk-lang-nl = Nederlands
desk-lang-en = English
desk-leave = Leave
desk-command = Command, for the person in charge of computers
desk-in-a-terminal = in a terminal
desk-local = This page can be seen on this computer alone. Nothing is sent anywhere.
desk-back = Back
desk-back-home = Back to the first page
desk-save = Save
desk-print = Print
desk-yes = yes
desk-no = no
desk-role-reading = reading
desk-role-entry = entry
desk-role-manager = manager
desk-fault-title = This was not done
desk-failed = The program met a fault that it did not expect. Nothing was changed. Go back and try again; if it happens again, call the person who looks after the program.
desk-opening = Bato is opening
desk-opening-text = The next page comes by itself.
desk-opening-link = If nothing comes, click here.
desk-refused-title = Open Bato by its icon
desk-refused-method = This request is no page of Bato.
desk-refused-host = This address is not Bato’s. Open Bato by its icon.
desk-refused-not-entered = This browser is not in Bato yet, or Bato was started again. Open Bato by its icon: the page comes back.
desk-refused-origin = Another page sent this request to Bato. It is refused; nothing was changed.
desk-refused-form-key = This page is from before: Bato was started again, or you entered again. Nothing was changed. Go back, reload the page and do it again.
desk-refused-browser = This browser is too old for Bato. Open Bato with Firefox 115 or later, Edge or Chrome 109 or later: on Windows 7, Firefox 115 ESR will do.
desk-refused-body = What was sent is too long or incomplete. Nothing was changed.
desk-who-title = Who are you?
desk-who-first = Nobody has worked here yet. Write your name: you will be the manager, and can add your colleagues.
desk-who-name = Name
desk-who-pin = PIN, if you have one
desk-who-new-pin = PIN (optional; 4 characters at least)
desk-who-why = For which work do you enter?
desk-who-why-note = For example: deposit of the files of Boma. The reason is written to the log of look-ups, with your name.
desk-who-enter = Enter
desk-who-boundary = The account of the computer protects the register: log out of it when you leave. Names and PINs prevent mistakes among colleagues.
desk-who-no-reason = Write for which work you enter.
desk-who-unknown = Choose your name in the list. If it is not there, a manager adds it.
desk-who-wrong-pin = This is not the PIN of this person.
desk-who-wait = Too many wrong PINs: wait a minute.
desk-reason-counter = A resident’s request at the counter
desk-reason-deposit = Deposit of files received
desk-reason-census = Household sheets
desk-reason-births = Birth records
desk-reason-correction = Correcting faults
desk-reason-control = Check of the register
desk-agents-title = The agents
desk-agents-note = Reading: look up and print. Entry: hand in, correct, judge, type, report. Manager: record a version, restore, export, change settings and this list.
desk-agents-role = Role
desk-agents-add = Add an agent, or change role or PIN
desk-agents-remove = Remove
desk-agents-set = { $name } is in the list.
desk-agents-removed = { $name } is no longer in the list.
desk-end-title = Leave
desk-end-agent-note = A colleague takes your place: Bato asks for the name.
desk-end-agent = Change the person
desk-end-note = All that you saved is on the disk. Take the USB stick out if it is still plugged in.
desk-end = Close Bato
desk-ended = Bato is closed. You may close this page.
desk-home-title = { $commune }: the population register
desk-home-state = The register
desk-home-version = Version
desk-home-version-of = { $n }, recorded on { $day } at { $time }
desk-home-persons = Persons
desk-home-households = Households
desk-home-births = Birth records
desk-home-quarantined = Rows in quarantine, to correct
desk-home-no-register = There is no register yet. Hand files in, then import them.
desk-home-waiting = What waits
desk-home-nothing-waits = Nothing waits. The warnings, which block nothing, are under “Correct”.
desk-home-files-new = { $n ->
    [one] { $n_shown } file is not in the register yet
   *[other] { $n_shown } files are not in the register yet
  }: { $names }
desk-home-files-changed = { $n ->
    [one] { $n_shown } file has changed
   *[other] { $n_shown } files have changed
  } since the last version: { $names }
desk-home-files-gone = { $n ->
    [one] { $n_shown } file is no longer there
   *[other] { $n_shown } files are no longer there
  }: { $names }
desk-home-rows = { $n ->
    [one] { $n_shown } row in quarantine
   *[other] { $n_shown } rows in quarantine
  } in the version in use
desk-home-pairs = { $n ->
    [one] { $n_shown } doubtful pair to judge
   *[other] { $n_shown } doubtful pairs to judge
  }
desk-home-merges = { $n ->
    [one] { $n_shown } merge to check: the program is not sure of it
   *[other] { $n_shown } merges to check: the program is not sure of them
  }
desk-home-headless = { $n ->
    [one] { $n_shown } household without a head
   *[other] { $n_shown } households without a head, for example
  }: { $ids }
desk-home-rulings = { $n ->
    [one] { $n_shown } decision made
   *[other] { $n_shown } decisions made
  } since the version in use: { $n ->
    [one] it counts
   *[other] they count
  } at the next import
desk-home-corrections = { $n ->
    [one] { $n_shown } correction typed
   *[other] { $n_shown } corrections typed
  } since the version in use: { $n ->
    [one] it counts
   *[other] they count
  } at the next import
desk-home-log-fault = The log of look-ups was changed. In a terminal: bato log
desk-search-box = Name, however it is spelt; date or year of birth, age, or number
desk-search-note = For example: MWAMBA Ruth 1987 · Kabongo 32 years · P-3KM8-X2QA-7
desk-search-go = Look up
desk-search-more = Quartier, parent
desk-search-parent = Name of father or mother (head of the household or spouse)
desk-search-found = { $n ->
    [one] { $n_shown } person found
   *[other] { $n_shown } persons found
  }
desk-search-many = The { $n_shown } persons most alike. Add a year, a quartier or a parent.
desk-search-forgotten = This search is too old: do it again.
desk-search-spouse-of-head = Spouse of the head
desk-household-title = Household { $id }
desk-household-of = Household of { $name } ({ $id })
desk-person-extract = Extract to print
desk-person-household = The household
desk-person-household-sheet = Household sheet to print
desk-person-history = History
desk-person-company = with (relation to the head)
desk-person-last-household = last household
desk-household-born-since = child, by the birth record alone
desk-person-mothers-household = household of the mother
desk-person-mothers-household-note = No sheet names this child yet: the child is shown and printed with this household, without being counted in it. The next sheet of this household will count the child.
desk-other-birth = Another date of birth is written: { $day } ({ $row }). The register says { $own }. Ask which one is right.
desk-other-birth-reason = date of birth asked of the person
desk-other-birth-right = “{ $day }” is right
desk-other-birth-settled = The date of birth is decided. It counts at the next import.
desk-other-address = Another address is written for { $names }: { $address } ({ $row }). Ask which one is right.
desk-other-address-row = see this row
desk-other-address-right = “{ $address }” is right for the household of { $head } ({ $n ->
    [one] 1 person
   *[other] { $n_shown } persons
  })
desk-other-address-reason = address asked of the family
desk-other-address-left-out = { $n ->
    [one] One row with the other address is no longer counted
   *[other] { $n_shown } rows with the other address are no longer counted
  }, because their quartier comes from the title of the sheet or the file. They are kept; “Typed corrections” puts them back. This counts at the next import.
desk-other-address-settled = { $n ->
    [one] The address is corrected ({ $places }). It counts at the next import; “Typed corrections” takes it back.
   *[other] The address is corrected in { $n_shown } cells ({ $places }). It counts at the next import; “Typed corrections” takes it back.
  }
desk-place-sheet-row = { $file }, sheet “{ $sheet }”, row { $row }
desk-file-typed-census = forms typed here ({ $what }, { $who })
desk-file-typed-births = birth records typed here ({ $what }, { $who })
desk-file-counter = events reported at the counter ({ $what }, { $who })
desk-place-row = { $file }, row { $row }
desk-paper-person = Extract of the register
desk-paper-household = Household sheet, extract of the register
desk-paper-note = Not a civil record.
desk-paper-look-up = Look-up no. { $number }, { $at }, { $who }
desk-paper-born = born on, at
desk-paper-signature = Stamp and signature:
error-desk-agents = The list of agents { $path } is damaged.
    .hint = Ask whoever looks after the computers to remove this file: the first who enters will be the manager and makes the list again.
error-desk-agent-name = This name does not fit.
    .hint = Write a name of { $most } letters at most.
error-desk-elsewhere = The desk of this register is open already, on the computer “{ $computer }” ({ $address }), under another account or on another computer.
    .hint = A register has one desk at a time. Work where it is open, or close it there with “Leave”, then try again.
error-desk-folder = The folder { $path } belongs to another account.
    .hint = Remove it, or ask whoever looks after the computers.
error-desk-last-manager = There must be at least one manager.
    .hint = Give this role to another person first.
error-desk-no-chance = The computer gives no random numbers: the desk can’t open safely.
    .hint = Restart the computer.
error-desk-no-page = This page does not exist.
    .hint = Choose a task at the top of the page.
error-desk-no-port = No port of this computer is free for the desk (from { $first } on).
    .hint = Close other programs, or restart the computer.
error-desk-pin = This PIN does not fit.
    .hint = Write { $fewest } characters at least, 64 at most.
error-desk-role = This task needs the role “{ $role }”.
    .hint = Ask somebody who has it, or a manager to give it to you.
error-desk-starting = The desk of this register is just opening or closing.
    .hint = Wait some seconds, then try again.

desk-correct-title = Correct
desk-correct-note = Choose a file. A correction typed here does not change the file received: it is noted beside it and counts from the next import.
desk-correct-list = Typed corrections
desk-correct-list-note = The latest first. Undo puts the text from before back into the cell.
desk-correct-files = All files
desk-correct-file = File
desk-correct-kind-events = events
desk-correct-kind-births = births
desk-correct-kind-census = census
desk-correct-kind = Kind
desk-correct-n-errors = Errors
desk-correct-n-warnings = Warnings
desk-correct-n-corrections = Corrected cells
desk-correct-state = State
desk-correct-state-read = in the register
desk-correct-state-changed = not imported yet
desk-correct-state-unreadable = unreadable
desk-correct-errors = { $n ->
    [one] { $n_shown } error
   *[other] { $n_shown } errors
  }
desk-correct-warnings = { $n ->
    [one] { $n_shown } warning
   *[other] { $n_shown } warnings
  }
desk-correct-corrected = { $n ->
    [one] { $n_shown } corrected cell
   *[other] { $n_shown } corrected cells
  }
desk-correct-workbook = Corrections workbook (.xlsx, with names)
desk-correct-sheets = Sheets of the file
desk-correct-next = Next fault
desk-correct-previous = Previous fault
desk-correct-none-left = No fault is left in this file: import.
desk-correct-withdraw = Was this file added by mistake?
desk-correct-withdraw-note = Once removed, it does not count at the next import: the page “Import” then names the persons who would no longer be in the register, and asks for confirmation. The file is kept beside it; to put it back, deposit it again.
desk-correct-withdraw-sure = Yes, this file must not count
desk-correct-withdraw-confirm = Nothing is removed: tick the box first.
desk-correct-withdrawn = { $name } is removed. Its persons leave the register at the next import, if you confirm it.
desk-correct-cell = Cell
desk-correct-heading-cell = Column heading “{ $text }” (cell { $place })
desk-correct-new-census = Right text, from the paper form
desk-correct-new-birth = Right text, from the birth record
desk-correct-new-event = Right text, from the document
desk-correct-reason = Why
desk-correct-usual-reason = paper form
desk-correct-usual-reason-census = paper form
desk-correct-usual-reason-birth = birth record
desk-correct-usual-reason-event = document
desk-correct-save = Save and next
desk-correct-earlier = In the version before (row { $row }), { $author } had written “{ $new }” for this person, on { $day }.
desk-correct-earlier-take = Take “{ $new }” again
desk-correct-saved = { $corrections }. Saved.
desk-correct-is-confirmed = right as it is
desk-correct-confirmed = Noted: “{ $text }” is right ({ $place }).
desk-correct-confirm-note = If the paper form says the same. The warning does not come back while this cell has this text; “Typed corrections” undoes it.
desk-correct-confirm = It is right as it is
desk-correct-merged = This cell is covered by the merged cell { $first }: correct that one.
desk-correct-elsewhere = There is nothing to write in this cell: the fault is about the row. If a column is missing (sex, date…), ask the quartier for it. If another cell is wrong, click it or give its letter below. If everything is right on paper, leave it.
desk-correct-no-column = This sheet has no column for this value: there is nothing to write in this cell. Ask the quartier for the value, and add the column in a newer version of the file.
desk-correct-related-event-before-birth = One of these two dates is wrong: compare with the document and click the one to change.
desk-correct-related-declared-before-birth = One of these two dates is wrong: compare with the paper register and click the one to change.
desk-correct-related-age-against-date = The age or the date is wrong: compare with the paper form and click the cell to change.
desk-correct-related-sex-against-relation = One of these two cells is wrong: compare with the paper form and click the one to change.
desk-correct-related-act-number-repeated = One of these two numbers is wrong: compare with the paper register and click the one to change.
desk-correct-related-spouse-under-age = The date or the relation may be wrong: compare with the paper form and click the cell to change.
desk-correct-related-mother-too-young = One of these cells is wrong, or the mother is another woman: compare with the paper form and click the cell to change.
desk-correct-related-child-older-than-parent = One of these cells is wrong: compare with the paper form and click the one to change.
desk-correct-related-row-typed-twice = The two rows say the same. If they are two persons, click the name or the date that is to change.
desk-correct-related-two-heads = Look at the paper form. If they are two households, change the number of the second. If it is one, change the relation of the one who is not the head. If it is the same person, leave it: you will judge it under “Judge”.
desk-correct-related-no-head = Choose the head: click the relation of the person who leads the household, and write “Chef”.
desk-correct-elsewhere-other = What stands in this cell is probably right: the cell to change is another one of the list above.
desk-correct-elsewhere-column = There is nothing to write in this cell: it is a heading, and the remark is about the whole column. Compare some rows with the paper forms and correct the wrong cells. If all is right, leave it.
desk-correct-elsewhere-unrecognised = This is the heading of a column that the program does not understand: its values are not used. If the register needs it, say here what it contains. Otherwise choose “understood, not used”: the warning goes.
desk-correct-elsewhere-meaning = This is a heading, and the remark is about the whole column. Compare some rows with the paper. If the column contains something else, say it here; if all is right, leave it.
desk-correct-column-saved = Remembered: column { $column } of this file is read as “{ $meaning }”. “Settings” undoes it.
desk-correct-anyway = Correct this cell all the same
desk-correct-keys = By keyboard: Enter saves. Escape leaves the field; then n and p go from fault to fault.
desk-correct-sensitive = This column is sensitive: its text is neither kept nor shown.
desk-correct-blank-row = This row is blank in the sheet: a person who is missing is entered.
desk-correct-rows = Rows { $from } to { $to } of { $last }
desk-correct-above = Rows before
desk-correct-below = Rows after
desk-correct-row = Row
desk-correct-column = Column
desk-correct-go = Open the cell
desk-correct-grid = The sheet
desk-correct-grid-note = ✖ error, ⚠ warning, ✎ corrected cell. Click a cell to open it; by keyboard: the arrows, then Enter.
desk-correct-outcome = Read?
desk-correct-read = read
desk-correct-is-corrected = corrected
desk-correct-change = Correction
desk-correct-holds = holds
desk-correct-undo = Undo
desk-correct-undo-reason = undone on the page
desk-correct-undone = { $place }: the correction is undone.
desk-correct-still-wrong = “{ $text }” is saved, but it is not right yet: read what follows and correct again.
desk-correct-still-doubtful = “{ $text }” is saved; the warning below remains. If the paper says the same, leave it.
desk-correct-hint-part-of-date = Write the whole date here, for example 28/2/1989: day, month and year go each into its cell. If the day is not known, empty the cells of day and month; the year alone is enough.
desk-correct-counter = fault { $n_shown } of { $all_shown }
desk-correct-place = cell { $cell }
desk-correct-place-in = cell { $cell }, sheet “{ $sheet }”
desk-correct-hint-year-missing = Write the year above, under “Quartier and year”, if you know it.
desk-correct-hint-quartier-missing = Write the quartier above, under “Quartier and year”, if you know it.
### Depositing files, settings of the desk.

desk-size-kib = { $n_shown } KiB
desk-size-mib = { $n_shown } MiB
desk-task-deposit = Deposit
desk-task-import = Import
desk-task-settings = Settings
desk-home-deposits = { $n ->
    [one] { $n_shown } deposited file waits to be added
   *[other] { $n_shown } deposited files wait to be added
  }
desk-home-verify = Check that the register is whole
desk-needed = * to fill in
desk-ruling-same = the same person as { $names }
desk-ruling-different = another person than { $names }
desk-ruling-undo = Undo this ruling
desk-ruling-undone = The ruling is undone. The register will take account of it at the next import.
desk-rulings = Rulings of agents
desk-copied = Copied
desk-copy = Copy
desk-hint-missing-name = Write the name in this cell, from the paper form. If the row is one too many, leave it: it does not enter the register.
desk-hint-only-a-name = If it is a person, write into the cells what the paper form says (sex, date of birth…). Else leave the row: it does not enter the register.
desk-hint-column-missing = Do not change the file received. If one of its columns holds this under another heading, say so on the page “Deposit”; else there is nothing to do: the persons are registered without it.
desk-hint-columns-moved-guessed = Compare some of these persons with the paper. If it is wrong, correct their cells on the page “Correct”, or ask the quartier for the file again.
desk-hint-household-missing = There is nothing to do: the persons are registered without a household. If a column holds the number of the sheet or the address, say so on the page “Deposit”.
desk-hint-column-content = If it is wrong, say on the page “Deposit” what the column holds.
desk-hint-column-guessed = If it is wrong, say on the page “Deposit” what the column holds.
desk-hint-no-names = If a column holds the names, say so on the page “Deposit”. Else ask the quartier for the file again.
desk-hint-correction-not-applied = Compare the row with the paper form. If the correction is still right, type it again into its cell.
desk-hint-error-cell = Write the value from the paper form.
desk-hint-continued-line = Add this text to the cell of the row above; this row does not enter the register. If it is another person, complete the row.
desk-hint-remark-as-name = If it is a remark, leave it: the row does not enter the register. If it is a name, complete the row: sex and date of birth.
desk-hint-stillborn = If the child was stillborn, leave it: the row does not enter the register. If the child was born alive, delete this word from the cell.
desk-hint-row-struck = If the row does not count, leave it: it does not enter the register. If it counts, ask for the file without the line, or add the person under “Type”.
desk-hint-row-cancelled = If the row is cancelled or a duplicate, leave it: it does not enter the register. Otherwise delete this word from the cell.
desk-hint-other-persons-named = If these persons have no row of their own, add them under “Type”.
desk-hint-name-outside-table = If it is a person without a row, add them under “Type”. Otherwise leave it.
desk-hint-two-persons = Leave one person in this cell; the other is added under “Type”.
desk-hint-line-number-gap = Compare with the paper form. A person who was forgotten is added under “Type”.
desk-hint-act-number-gap = Look for these records in the paper register; those that are missing are added under “Type”.
desk-hint-person-id-slip = Copy the number as the page “Search” shows it, or empty the cell.
desk-hint-cell-corrections-no-file = Deposit the file again, or leave these corrections: they change nothing.
desk-hint-cell-corrections-outdated = Open the faults one after the other: where the same person still has the same wrong text, the page offers what you had written.
desk-hint-sensitive-kept = If that is not meant, tell the person in charge of the register.
desk-hint-other-list = If it is a list of something else, there is nothing to do. A list of deaths, departures, arrivals or marriages is deposited as “Events”. If it is a list of persons, ask the quartier for it with a clearer title.
desk-hint-quartier-guessed = Compare with the paper form. If it is another quartier, write its name as in the commune’s list, on the page “Correct”; otherwise leave it.
desk-hint-unknown-quartier = Write the name as in the commune’s list: the field on the page “Correct” proposes it.
desk-no-register = There is no register yet: deposit the files received, then import them.
desk-no-register-juger = Nothing to judge: import first. The program looks for the doubtful pairs during the import.
desk-no-register-chercher = Nobody to look up: import first. There is no register yet.
desk-no-register-corriger = Nothing to correct: deposit the files received first.
desk-deposit-choose = Choose the files received: censuses, birth registers, events
desk-deposit-drop = You may also drop them on this page.
desk-deposit-send = Deposit these files
desk-deposit-note = Each file is read at once. “Add” puts it among the files of the register; its persons enter the register at the next import. At most { $mb_shown } MiB a file.
desk-deposit-none-chosen = Choose at least one file.
desk-deposit-received = { $n ->
    [one] { $n_shown } file has arrived. Look at what was read, then add it.
   *[other] { $n_shown } files have arrived. Look at what was read, then add them.
  }
desk-deposit-waiting = Deposited files, to be added
desk-deposit-none-waits = No file waits.
desk-deposit-facts = { $size }, deposited on { $at } by { $author }
desk-deposit-state-unread = not read yet: open it
desk-deposit-state-blank = nothing to read
desk-deposit-state-whole = all read
desk-deposit-state-partly = read, to check
desk-deposit-state-failed = not read
desk-deposit-nothing-read = Nothing was read in it: nobody would enter the register. Remove this file. If it is a list of persons, say below what its columns hold.
desk-deposit-sheet = { $units }{ $waiting ->
    [0] {""}
    [one] , { $waiting_shown } row in quarantine
   *[other] , { $waiting_shown } rows in quarantine
  }{ $left ->
    [0] {""}
    [one] , { $left_shown } row that is no person (title, total…)
   *[other] , { $left_shown } rows that are no persons (titles, totals…)
  }
desk-deposit-sheet-failed = No person found ({ $n_shown } { $n ->
    [one] column filled
   *[other] columns filled
  })
desk-deposit-same-content = This content is already there: { $path }. It will not be added a second time.
desk-deposit-same-name = There is already a file of this name, with another content: { $path }. Open to say whether it is replaced.
desk-deposit-add-all = { $n ->
    [one] Add { $names }
   *[other] Add the { $n_shown } files read without any doubt
  }
desk-deposit-added-all = { $n ->
    [one] { $n_shown } file is added: { $names }. It will count at the next import.
   *[other] { $n_shown } files are added: { $names }. They will count at the next import.
  }
desk-deposit-open = Open
desk-deposit-then-import = All added? Import
desk-deposit-back = Back to the deposited files
desk-deposit-renamed = The name “{ $sent }” does not suit every computer: here the file is called “{ $name }”.
desk-deposit-kind = What is it?
desk-deposit-kind-census = Household sheets, or another list of persons (pupils, members…)
desk-deposit-kind-births = Birth register
desk-deposit-kind-events = Events: deaths, departures, arrivals, moves, marriages
desk-deposit-kind-decisions = Workbook of judged pairs, made by Bato
desk-deposit-kind-reference = Reference file: quartiers, population…
desk-deposit-replaces = There is already a file of this name, with another content. What now?
desk-deposit-replace = The new one replaces
desk-deposit-keep-both = They are two different files: keep both
desk-deposit-add = Add this file
desk-deposit-discard = Discard this file
desk-deposit-discarded = { $name } is discarded.
desk-deposit-added = { $path } is added. It will count at the next import.
desk-deposit-was-there = This content was already there: { $path }. Nothing was added.
desk-deposit-replaced = { $path } is replaced. The old file is kept beside it.
desk-deposit-corrections-lost = { $n ->
    [one] { $n_shown } cell that was corrected in the old file is to be checked in the new one: the correction holds no more (“Correct”, “Typed corrections”).
   *[other] { $n_shown } cells that were corrected in the old file are to be checked in the new one: the corrections hold no more (“Correct”, “Typed corrections”).
  }
desk-deposit-rulings = { $n ->
    [one] { $n_shown } ruling is added.
   *[other] { $n_shown } rulings are added.
  }
desk-deposit-waits = { $n_shown } { $n ->
    [one] row in quarantine
   *[other] rows in quarantine
  }: “{ $reason }” ({ $n ->
    [one] row
   *[other] rows
  } { $rows })
desk-deposit-left-out = { $n_shown } { $n ->
    [one] row left out
   *[other] rows left out
  }: { $reason } ({ $n ->
    [one] row
   *[other] rows
  } { $rows })
desk-deposit-words = Unknown words
desk-deposit-words-note = Say once what these words mean: the next files will be understood in the same way.
desk-deposit-word = Word
desk-deposit-word-list = In the column
desk-deposit-word-means = Means
desk-deposit-word-cells = ({ $n_shown } { $n ->
    [one] cell
   *[other] cells
  })
desk-deposit-unexplained = – I do not know –
desk-deposit-column = Column
desk-deposit-heading = Heading
desk-deposit-examples = Examples
desk-deposit-meaning = What it holds
desk-deposit-column-unknown = not understood
    .note = Its values do not enter the register. If it holds what the register asks for (name, sex, date, address, relation, household…), choose it in the list; otherwise leave it.
desk-deposit-column-sensitive = sensitive, left out
    .note = Its values are neither kept nor shown. There is nothing to do.
desk-deposit-column-unused = understood, not used
    .note = The register does not need it; it stays in the file. There is nothing to do.
desk-deposit-column-used = used
desk-deposit-fate = What happens to it
desk-deposit-scope = Changes of columns hold:
desk-deposit-scope-file = for this file
desk-deposit-scope-all = for all files with this heading
desk-deposit-learn = Remember and read the file again
desk-deposit-learnt = { $n ->
    [0] Nothing was changed.
    [one] { $n_shown } setting is remembered; the file is read again with it. It can be undone on the page “Settings”.
   *[other] { $n_shown } settings are remembered; the file is read again with them. They can be undone on the page “Settings”.
  }
desk-deposit-state-waiting = read, but nothing enters
desk-deposit-only-waiting = All rows are in quarantine ({ $n_shown }): nobody would enter the register. What is missing is said above. Add this file if you can then correct these rows from the paper; else remove it.
desk-deposit-no-list = This file holds no list of persons: nobody would enter the register. Remove it. If it is a list, ask for it again with a line of headings (name, sex, date of birth…).
desk-deposit-list = The list
desk-deposit-place = Quartier and year
desk-deposit-place-note = Say it here if you know it: it is added to the name of the file, and its content stays.
desk-deposit-place-unknown = “{ $quartier }” is not a known quartier: choose it in the list of the field, or delete it.
desk-deposit-place-unlisted = The quartier written in the file, “{ $quartier }”, is not in the commune’s list: choose the right one in the field.
desk-deposit-place-added = The file will be called “{ $name }” (received as “{ $before }”). Its content stays.
desk-deposit-place-go = Remember
desk-deposit-not-yet-added = The file is not added yet: see how it is read now, then add it.
desk-deposit-named = The file will be called “{ $name }”.
desk-deposit-then-correct = { $n_shown } { $n ->
    [one] row is
   *[other] rows are
  } in quarantine: open “Correct”, then “Import”.
desk-deposit-see-added = The files added already, with their faults
desk-deposit-hint-year-missing = If you know the year, write it above, under “Quartier and year”.
desk-deposit-hint-quartier-missing = If you know the quartier, write it above, under “Quartier and year”.
cli-settings = The settings made on the desk: list, add, undo
cli-settings-arg-what = list, word, heading (of a column), column (of one file), undo
cli-settings-arg-words = For word: list, code, word; for heading: content, heading; for column: content, file, column, sheet; for undo: number
settings-list-sex = sex
settings-list-marital_status = marital status
settings-list-relation = relation
settings-list-category = category of the declaration
settings-list-event = event
desk-settings-note = What was explained here, or on the pages “Deposit” and “Correct”. A setting that names a file holds for this file; a word or a heading holds for all.
desk-settings-in-force = Settings in force
desk-settings-none = No word and no column has been explained.
desk-settings-earlier = Settings undone
desk-settings-undo = Undo
desk-settings-undone = Undone: { $what }
desk-settings-added = Remembered: { $what }
desk-settings-facts = { $at }, { $author }
desk-settings-undone-facts = – undone on { $at } by { $author }
settings-column = { $place }: column { $column } ({ $heading }) holds: { $field }
settings-heading = The heading “{ $heading }” means: { $field }
settings-word = { $list }: “{ $word }” means { $code }
desk-settings-add-word = Explain a word
desk-settings-add-heading = Explain the heading of a column
desk-import-note = The program reads all files again and shows what would change. Nothing is saved before you have seen it.
desk-import-look = Import: see what changes
desk-import-look-again = Click “Import: see what changes”, then save.
desk-import-again = Look again
desk-import-running = The program is working
desk-import-running-note = You may leave this page: the work goes on, and this page finds it again.
desk-import-refresh = Refresh
desk-import-cut = The work was cut off (power cut, program ended). Nothing has changed in the register. Start again.
desk-import-cut-recorded = The work was cut off (power cut, program ended) after saving: version { $version } is intact. The reports may be those of before: look at what changes, then save.
desk-import-old-trial = The register has changed since this trial: look again at what changes.
desk-import-trial = This is what would change. Nothing is saved yet.
desk-import-recorded = It is saved.
desk-import-unchanged = Nothing had changed: the version in use stays.
desk-import-report = Read the report (new tab; Ctrl+P prints it)
desk-import-counts = The numbers
desk-import-count-files = Files read
desk-import-count-rows = Rows
desk-import-count-ignored = Rows left out (titles, totals…)
desk-import-count-quarantined = Rows in quarantine, to correct
desk-import-count-persons = Persons, also those who died or left
desk-import-count-households = Households
desk-import-count-review = Doubtful pairs to judge
desk-import-unread = What was not read
desk-import-nothing = Nothing changes: no file and no person.
desk-import-stale = { $n ->
    [one] One ruling no longer holds: its rows were typed differently or are gone. If the pair
   *[other] { $n_shown } rulings no longer hold: their rows were typed differently or are gone. If a pair
  } is still doubtful, “Judge” offers to take the answer up again with one click.
desk-import-new-rulings = { $n ->
    [one] One new answer or decision is counted here: save so that it holds.
   *[other] { $n_shown } new answers or decisions are counted here: save so that they hold.
    }
desk-import-new-corrections = { $n ->
    [one] One correction typed since the last version is counted here.
   *[other] { $n_shown } corrections typed since the last version are counted here.
    }
desk-import-waiting = What waits to be imported
desk-import-last = The last time
desk-import-files = Files that change
desk-import-why = Why
desk-import-what = What changes
desk-import-show = Show the list
desk-import-rulings = Rulings that are in no file any more
desk-import-more = … and { $n_shown } more
desk-import-removals = { $n ->
    [one] { $n_shown } person or ruling would disappear from the register. Is a file missing?
   *[other] { $n_shown } persons or rulings would disappear from the register. Is a file missing?
  }
desk-import-accept = I have read the names, and it is meant.
desk-import-number = Write how many disappear
desk-import-record = Save
desk-import-record-anyway = Record a version all the same
desk-import-record-note = Only what is shown here is saved. If something has changed meanwhile, the program says so and saves nothing.
desk-import-not-manager = A manager must save: change the person by “Leave”, at the top of the page.
desk-import-backup = Backup
desk-import-backup-never = This register has never been backed up. Plug in a USB stick and do it now.
desk-import-backup-last = Last backup: { $at } ({ $n ->
    [0] today
    [one] { $n_shown } day ago
   *[other] { $n_shown } days ago
  }), { $path }
desk-backup-newer = { $n ->
    [one] One version saved since is not in it.
   *[other] { $n_shown } versions saved since are not in it.
    }
desk-import-backup-folder = Or another folder
desk-import-backup-only-folder = Or a folder, written whole (for example E:\)
desk-import-backup-go = Back up
desk-import-backup-running = The backup is being written. Do not pull the stick out.
desk-import-backup-cut = The last backup was cut off: it does not exist. Start again.
desk-import-backup-check = To check it, open this folder in the Explorer: its name and size are these. It holds names: take the stick out and lock it away. Once a year, try to restore it on another computer; the guide says how.
desk-import-backup-away = the file is no longer there (stick removed?)
desk-import-backup-files = Files in it (received, corrections, register, log)
desk-import-backup-size = Size
desk-import-backup-folder-name = Folder
desk-import-backup-file = File
desk-import-backup-done = The backup is made, read back and complete.
desk-import-release = Release for Brussels and the coordination
desk-import-release-note = Rounded numbers, without any name, in a folder of their own.
desk-import-release-period = Period, for example 2018 or 2018-T4 (blank: the last quarter)
desk-import-release-go = Make the release
desk-import-release-no-ledger = Take the folder data-clean/releases back from a backup. If nobody has it any more, write below why: the reason is noted in the new ledger.
desk-import-release-settings = Go back to the settings of that release in bato.toml. If they must change for good, say why: the reason is written into the ledger of releases.
error-deposit-cut = { $file } did not arrive complete ({ $cause }): nothing was added.
    .hint = Deposit it again.
error-deposit-empty = { $file } is empty: nothing was added.
    .hint = Open it in the spreadsheet program to see whether it holds anything, save it, then deposit it again.
error-deposit-name = No file can have the name “{ $value }”.
    .hint = Give it a name with letters or digits, for example “Q06 Boma 2018.xlsx”.
error-deposit-year = “{ $value }” is no year.
    .hint = Write the four digits of the year of the sheet or the register, for example 2018.
error-deposit-reference-name = { $file } is the name of no reference file.
    .hint = Remove this file: Bato does not need it for the persons. If it replaces a reference file, give it one of these names first: { $known }.
error-deposit-replaces = There is already a file named { $file }, with another content: { $path }.
    .hint = Choose whether it replaces that one, or both stay.
error-deposit-too-large = { $file } is larger than { $limit_shown } MiB: nothing was added.
    .hint = Divide the file, or ask whoever looks after the computers to raise ingest.max_deposit_mb.
error-deposit-unknown = This file no longer waits: it was added or discarded meanwhile.
    .hint = Deposit it again if it is missing.
error-setting-blank = This text is blank or longer than { $high_shown } characters ({ $key }).
    .hint = Write a word with at least one letter or digit.
error-setting-words = “bato settings { $what }”: a word is missing, or there is one too many.
    .hint = For example: bato settings word relation spouse "…"; “bato settings --help” shows the order of the words.
error-setting-unknown = This setting no longer holds: it was undone meanwhile.
    .hint = Load the page “Settings” again.

## Parcels

desk-task-parcels = Parcels
desk-parcels-offices = Offices and keys
desk-parcels-no-key = This register has no key yet: a manager makes it under “Offices and keys”.
desk-parcels-missing = What is missing
desk-parcels-receive = Receive
desk-parcels-put-back = Put back parcels whose folder was removed
desk-parcels-passphrase = Passphrase of the key of this office
desk-parcels-choose = Parcels or pieces received (.bato), in any order
desk-parcels-open = Open
desk-parcels-send = Send
desk-parcels-no-office = No office is accepted: a manager accepts its card under “Offices and keys”.
desk-parcels-no-safe = There is no safe yet: a manager makes it under “Offices and keys”.
desk-parcels-no-file = There is no file to send in data-raw.
desk-parcels-to = For which office?
desk-parcels-files = Which files? (of one kind at a time)
desk-parcels-pieces = Size of pieces
desk-parcels-whole = one file
desk-parcels-seal = Seal
desk-parcels-folder = The parcel is written to the folder
desk-parcels-nothing-chosen = Choose at least one office and one file.
desk-parcels-sealed = { $n ->
    [one] Parcel { $name } sealed: { $list }, in { $path }. Copy it to the USB stick or send it.
   *[other] Parcel { $name } sealed in { $n_shown } pieces, in { $path }: { $list }. Copy them to the USB stick or send them.
  }
desk-parcels-forget = Stop waiting
desk-parcels-forget-note = The pieces received so far are removed. If the parcel comes after all, all its pieces are needed again.
desk-parcels-again = Send once more
desk-parcels-pieces-again = Size of pieces, the same as the first time
desk-parcels-numbers = Numbers of the pieces that the receiver misses (empty: all)
desk-parcels-which-pieces = Write the numbers of the pieces like “3, 5” and choose their size, the same as the first time.
desk-parcels-sent-again = { $n ->
    [one] The parcel { $name } is written once more: { $list }, in { $path }. Copy it to the USB stick or send it.
   *[other] { $n_shown } pieces of the parcel { $name } are written once more in { $path }: { $list }. Copy them to the USB stick or send them.
  }
desk-parcels-receipts = Enter a receipt
desk-parcels-receipt = Text of the receipt (it begins with BATO1)
desk-parcels-enter = Enter the receipt
desk-parcels-sent = Sent
desk-parcels-arrived = Arrived
desk-parcels-own = This office
desk-parcels-name = Name
desk-parcels-code = Code (2 to 6 capital letters or digits; blank: by the name)
desk-parcels-words = Its six words
desk-parcels-write-card = Write the card, to send it
desk-parcels-print = Write the key to a page to print
desk-parcels-new-note = The key opens the parcels for this office and signs its own. Choose a passphrase of several words.
desk-parcels-new = Make the key
desk-parcels-others = Other offices
desk-parcels-safe = safe
desk-parcels-revoked = revoked
desk-parcels-revoke = Revoke
desk-parcels-reason = Reason
desk-parcels-accept = Accept a card
desk-parcels-accept-note = Call this office and have its six words read out. Write what you hear: if the words are not those of the card, it is refused.
desk-parcels-words-heard = The six words read out by telephone
desk-parcels-card = Card (.bato-office)
desk-parcels-new-safe = Make a safe
desk-parcels-safe-note = A key on paper that opens all parcels if another key is lost. The page to print is written to the folder of parcels.
desk-parcels-own-receipt = This receipt is one that your office made: send it to the sender of the parcel. Here one enters the receipts of parcels that you have sent.

desk-task-judge = Judge
desk-task-typing = Type
desk-judge-title = Is it the same person?
desk-judge-lists = The lists to judge
desk-judge-uncertain = Merges to check, the least certain first
desk-judge-joined = The program has made one person of these two rows. 1: that is right. 2: they are two persons, and the next import parts them.
desk-judge-disagreements = Two agents disagree
desk-judge-today = Decisions you have made today: { $n_shown }.
desk-judge-pair = The pair
desk-judge-census = Household sheet
desk-judge-birth = Birth record
desk-judge-event = Event
desk-judge-differs = different:
desk-judge-apart = What keeps them apart:
desk-judge-rows = Both rows as they were typed
desk-judge-column = column { $column }
desk-judge-held = { $n ->
    [one] { $n_shown } pair is still waiting, but a colleague has it open.
   *[other] { $n_shown } pairs are still waiting, but colleagues have them open.
  }
desk-judge-same = same person
desk-judge-different = two persons
desk-judge-unknown = I do not know
desk-judge-undo = undo the last answer
desk-judge-help = Help
desk-judge-help-text =
    1: both rows are about the same person. 2: they are two persons. 3: you do not know; the pair comes again after the others.
    u: undoes your last answer, then the one before.
    Each answer is on the disk before the next pair is shown. The program gives its opinion after your answer, not before.
    Now and then a colleague has judged a pair already: this measures whether two people judge alike.
    The register changes at the next import.
desk-judge-settled = The decision is taken.
desk-judge-agreement = Agreement between two agents
desk-judge-agreement-note = One pair in twenty is judged by two agents, and the second does not see the answer of the first. If both nearly always answer the same, the answers can be relied on. The number called kappa takes away what chance would do: 1, always of one mind; 0, no better than chance.
desk-judge-no-disagreement = No disagreement is waiting.
desk-judge-both = on both sides
desk-judge-before = The pair before
desk-judge-last = { $names }: you answered “{ $judgement }”.
desk-judge-opinion = The program thought: of ten pairs like this one, { $n_shown } { $n ->
        [one] is
       *[other] are
    } one person.
desk-judge-opinion-same = The program thinks that it is the same person.
desk-judge-opinion-different = The program thinks that they are two persons.
desk-judge-why-asked = Why you are asked:
desk-judge-undone = Answer undone for { $names } (it was “{ $judgement }”). The pair comes again.
desk-judge-undone-later = Answer undone for { $names } (it was “{ $judgement }”). The register already holds it; the next import corrects it.
desk-event-title = Report an event: { $name }
desk-event-birth-note = A birth is not an event of this person: it is a record of its own.
desk-event-birth = Enter a birth in the birth register
desk-event-report = Report an event
desk-event-document = No. of the document that proves it
desk-event-impossible = Nothing was written: this cannot be.
desk-event-doubtful = Check first:
desk-event-confirm = Checked, the event is right.
desk-event-reported = Reported at the counter
desk-event-in-register = in the register already
desk-event-to = Where the person went.
desk-event-from = Where the person came from.
desk-event-quartier-note = Where the person has lived since.
desk-event-person = Back to the person
desk-event-choose = Which event?
desk-event-waits = will count at the next import
desk-event-undo = Remove
desk-event-undone = The event was removed{ $n ->
    [0] .
    [one] , for this person alone. That of { $names }, noted together with it, stays: remove it on their page if need be.
   *[other] , for this person alone. Those of { $n_shown } others, noted together with it, stay: { $names }. Remove them on their pages if need be.
  }
desk-event-written = Noted: { $event }{ $n ->
    [one] {""}
   *[other] {" "}({ $n_shown } persons)
  }. The register takes it into account at the next import.
desk-event-doubt-no-date = No date is written.
desk-event-doubt-date-unreadable = “{ $value }” is not a complete day that exists. Write day/month/year, or leave it empty.
desk-event-doubt-date-in-future = { $value } has not come yet.
desk-event-doubt-before-birth = The person was born on { $value }, after this date.
desk-event-doubt-long-ago = This date ({ $value }) is more than a year ago.
desk-event-doubt-before-round = The later census of { $value } saw the person.
desk-event-doubt-dead = The person is dead in the register already ({ $value }).
desk-event-doubt-departed = The person has already left ({ $value }).
desk-event-doubt-resident = The person already lives in the commune ({ $value }).
desk-event-doubt-no-quartier = The new quartier is not written.
desk-event-doubt-unknown-quartier = The commune has no quartier “{ $value }”: choose it in the list of the field.
desk-event-proposed = Is it “{ $name }”?
desk-event-doubt-same-quartier = The person already lives in the quartier { $value }.
desk-event-doubt-married = The person is married already.
desk-event-doubt-under-age = The person is only { $value } years old.
desk-event-doubt-waiting = Already reported at the counter, waiting for the import: { $value }.
desk-event-date-death = Date of the death
desk-event-report-death = Report the death
desk-event-date-departure = Date of the departure
desk-event-report-departure = Report the departure
desk-event-date-arrival = Date of the arrival
desk-event-report-arrival = Report the arrival
desk-event-date-move = Date of the move
desk-event-report-move = Report the move
desk-event-date-marriage = Date of the marriage
desk-event-report-marriage = Report the marriage
desk-event-document-is = document: { $document }
desk-event-reported-tag = reported, not imported yet:
desk-event-doubt-no-document = No document is named: nothing shows this death.
desk-event-confirm-nothing = I have neither date nor document, and report this death all the same.
desk-typing-new = A new batch
desk-typing-kind = What you type
desk-typing-census = Household sheets
desk-typing-birth = Birth register
desk-typing-year = Year
desk-typing-open = Begin or continue
desk-typing-new-note = Each agent has a batch of their own for a quartier and a year. For a birth register the quartier may be left blank.
desk-typing-batches = The batches
desk-typing-none = No batch has been begun.
desk-typing-read-note = The persons typed enter the register at the next import, even if the batch is still open.
desk-typing-is-open = open
desk-typing-is-closed = closed
desk-typing-foreign = changed by another program
desk-typing-facts-census = { $n ->
    [one] { $n_shown } person
   *[other] { $n_shown } persons
  }, { $units ->
    [one] { $units_shown } sheet
   *[other] { $units_shown } sheets
  }
desk-typing-facts-birth = { $units ->
    [one] { $units_shown } record
   *[other] { $units_shown } records
  }
desk-typing-next = The next person
desk-typing-next-act = The next record
desk-typing-change = Change a row
desk-typing-add = Save, one more person on this sheet
desk-typing-add-act = Save this record
desk-typing-add-new-fiche = Save, the sheet is done
desk-typing-new-fiche = Begin another sheet
desk-typing-same-fiche = Go on with the fiche before
desk-typing-remove = Remove
desk-typing-removed = The row is removed.
desk-typing-changed = { $who }: the row is changed.
desk-typing-change-row = Change
desk-typing-help = Tab: next field. Enter: save. Type the first letters of a word to find it in the list. Each person is on the disk once saved. Type what the paper says, even if it is impossible: the row is kept as it is and waits. Of an impossible date you may type the year alone: the person then enters the register.
desk-typing-doubts = To check on the paper
desk-typing-doubts-of-last = To check in the row that you have just saved
desk-typing-waits = The row is kept as it is and waits in quarantine: the person does not enter the register yet.
desk-typing-waiting = { $n ->
    [one] One of these rows waits in quarantine: it is marked.
   *[other] { $n_shown } of these rows wait in quarantine: they are marked.
  }
desk-typing-row-waits = waits
desk-search-event-waits = event reported, not imported yet
desk-hint-old-corrections-none = There is nothing to do: in the new file no cell is wrong.
desk-typing-last-rows = The last rows
desk-typing-close-title = Close the batch
desk-typing-close = Close
desk-typing-close-anyway = Counted again: close anyway.
desk-typing-closed = The batch is closed.
desk-typing-reopen = Open again
desk-typing-second = Second entry
desk-typing-second-note = Another person types some sheets again, drawn at random, without seeing the first entry. This shows how many fields are wrong.
desk-typing-second-go = Type the sample
desk-typing-sample = Sheets to type:
desk-typing-finish = Finish and compare
desk-typing-finish-note = When all sheets of the sample are typed:
desk-typing-differences = Differences between both entries
desk-typing-differences-note = Look at the paper and say what is right: that is written into the batch.
desk-typing-rate = { $different_shown } fields of { $n_shown } differ: { $share } (between { $low } and { $high }, at 95%).
desk-typing-no-rate = The second entry is not finished.
desk-typing-difference = Sheet { $unit }: { $what }
desk-typing-missing-first = a person is missing in the first entry
desk-typing-missing-second = a person is missing in the second entry
desk-typing-first-entry = First entry
desk-typing-second-entry = Second entry
desk-typing-first-right = The first is right
desk-typing-second-right = The second is right
desk-typing-other-right = Neither; on the paper:
desk-typing-on-the-paper = The person is on the paper
desk-typing-not-on-the-paper = The person is not on the paper
desk-typing-yes = yes, on the paper
desk-typing-no = no, not on the paper
desk-import-report-save = Save the report to a file
desk-import-count-registered = Registered rows: each is a person or an act
desk-import-count-merged = Merged rows: another row is about the same person
desk-import-equation = The count is right: { $rows_shown } rows read = { $ignored_shown } left out + { $quarantined_shown } in quarantine + { $registered_shown } registered + { $merged_shown } merged.
desk-import-first = The files of this first import
desk-import-first-note = The register is still empty: all persons are new. “Look up” shows them once they are recorded.
desk-import-into = becomes the same person as { $id }
desk-import-backup-failed = The backup was not made: { $why }
desk-import-releases = Releases made so far (new tab; Ctrl+P prints)
desk-import-release-folder = To send: the folder
desk-import-left-household = is no longer counted in household { $id }; nothing is erased
settings-place = { $name } (received as “{ $before }”): { $place }
desk-task-backup = Back up
desk-restore-title = Restore a backup
desk-restore-note = There is no register on this computer yet: a backup made elsewhere can be restored here. It brings the files received, the corrections, the rulings, the register and the log. Nothing is overwritten.
desk-restore-not-manager = Only a manager restores a backup.
desk-restore-none = No backup was found on a USB stick. Plug the stick in, wait a few seconds, then:
desk-restore-choose = Which backup?
desk-restore-file = Or the file of the backup, written in full (for example E:\bato Kimbanseke 2026-11-30 17h05.zip)
desk-restore-look = See what it holds
desk-restore-contents = What the backup holds
desk-restore-commune = Commune
desk-restore-made = Made on
desk-restore-sure = Yes, this is the register of { $commune } that I want on this computer.
desk-restore-go = Restore this backup
desk-restore-slow = Everything is read and checked: this may take some minutes. Close nothing and leave the stick in.
desk-restore-done = The register of { $commune } is restored: version { $generation }, backup of { $at }, { $n ->
    [one] { $n_shown } file.
   *[other] { $n_shown } files.
  }
desk-restore-none-chosen = Nothing was restored: choose a backup, or write its file.
desk-backup-to-stick = On a USB stick
desk-backup-choose = Where to save?
desk-backup-free = { $size } free
desk-backup-no-stick = No USB stick is plugged in. Plug it in, wait a few seconds, then:
desk-backup-no-folder = Nothing was saved: choose a stick, or write a folder.
desk-backup-not-there = Nothing was saved: there is no folder “{ $folder }”. Plug the stick in and choose it in the list, or write the whole folder, for example E:\
desk-correct-counter-several = faults { $n_shown } to { $to_shown } of { $all_shown }
desk-correct-of-sheet = (of which { $n_shown } on the whole sheet, below)
desk-correct-all-of-sheet = ({ $n ->
    [one] on the whole sheet, below
   *[other] all on the whole sheet, below
  })
desk-correct-others-left = { $n ->
    [one] No more errors in this file. One other file still has some.
   *[other] No more errors in this file. { $n_shown } other files still have some.
  }
desk-correct-next-file = Next file: { $name }
desk-correct-no-errors = No error is left in this file: import. The warnings block nothing.
desk-correct-lacks-place = quartier or year to say
desk-correct-place-given = What was said stands in the name of the file (received as “{ $before }”); its content stays. You can change it here, or undo it under “Settings”.
desk-correct-place-saved = Remembered: the file is called “{ $name }”. It counts at the next import; “Settings” undoes it.
desk-correct-row-out = This row is not counted: nobody is registered from it. The texts of the sheet are kept.
    .button = Count it again
desk-correct-row-twice = Is this row a duplicate, or crossed out on paper?
    .button = Do not count this row
desk-correct-row-left-out = Row { $row } is no longer counted. “Count it again” puts it back.
desk-correct-row-counted = Row { $row } is counted again.
desk-correct-hint-column-unrecognised = If the register needs it, say here what it contains. Otherwise there is nothing to do.
desk-correct-hint-total-differs = Count on the paper form. If the total is wrong, write the right number here; if it is a row, open its cells. A person who was forgotten is added under “Type”.
desk-correct-hint-column-guessed = If it is wrong, say here what the column contains.
desk-correct-hint-column-content = If it is wrong, say here what the column contains.
desk-correct-hint-sex-missing = Write M or F in the cell of the sex. If the sheet has no such column, there is nothing to do.
desk-hint-two-heads = If it is the same person, leave it: you will judge it under “Judge”. If they are two households, give the second another number.
desk-hint-row-typed-twice = If they are two persons, correct what is wrong. If it is the same, do not count this row: the button is below.
desk-hint-remark-against-row = If the row is a duplicate or cancelled, do not count it: the button is below. If the person died or left, report it on their page, under “Look up”, after the import. Otherwise leave it.
desk-hint-name-says-dead = If they died, report the death on their page, under “Look up”, after the import. Otherwise write the name without this word.
desk-hint-file-sent-twice = There is nothing to do: its persons are counted once.
desk-why-implausible-age = Probably nobody reaches this age.
desk-paper-one-census = the paper form
desk-paper-one-birth = the birth record
desk-paper-one-event = the document
desk-paper-many-census = the paper forms
desk-paper-many-birth = the birth records
desk-paper-many-event = the documents
desk-why-no-month = There is no month { $month }: a year has 12.
desk-why-no-day = No month has a day { $day }.
desk-why-month-ends = Month { $month } has only { $days } days.
desk-why-month-of-year-ends = In { $year }, month { $month } has only { $days } days.
desk-why-year-zero = The year “{ $year }” does not say which year it is: write it with four digits, or leave it empty.
desk-deposit-title = Deposit files
desk-deposit-to-check = To check: { $list }.
desk-deposit-lacks-both = quartier and year to say
desk-deposit-lacks-quartier = quartier to say
desk-deposit-lacks-year = year to say
desk-deposit-n-words = { $n ->
    [one] { $n_shown } unknown word
   *[other] { $n_shown } unknown words
  }
desk-deposit-n-columns = { $n ->
    [one] { $n_shown } column not understood
   *[other] { $n_shown } columns not understood
  }
desk-deposit-n-waiting = { $n ->
    [one] { $n_shown } row to correct before it enters
   *[other] { $n_shown } rows to correct before they enter
  }
desk-deposit-n-remarks = { $n ->
    [one] { $n_shown } remark
   *[other] { $n_shown } remarks
  }
desk-deposit-understood = Understood: quartier { $quartiers }, year { $years }.
desk-deposit-n-census = { $n ->
    [one] { $n_shown } person
   *[other] { $n_shown } persons
  }
desk-deposit-n-births = { $n ->
    [one] { $n_shown } record
   *[other] { $n_shown } records
  }
desk-deposit-n-events = { $n ->
    [one] { $n_shown } event
   *[other] { $n_shown } events
  }
desk-deposit-sheet-totals = Totals, no persons: there is nobody to register.
desk-deposit-hint-statistics = There is nothing to do: remove this file.
desk-deposit-no-persons = Rows that are no persons: nothing to do
desk-deposit-hint-in-table = If a column of the file holds this under another heading, choose it in the table below.
desk-deposit-hint-column-missing = If a column of the file holds this under another heading, choose it in the table below. Otherwise there is nothing to do: the persons are registered without it.
desk-deposit-hint-household-missing = If a column holds the number of the sheet or the address, choose it in the table below. Otherwise there is nothing to do: the persons are registered without a household.
desk-deposit-hint-column-content = If it is wrong, choose in the table below what the column holds.
desk-deposit-hint-column-guessed = If it is wrong, choose in the table below what the column holds.
desk-deposit-hint-no-names = If a column holds the names, choose it in the table below. Otherwise ask the quartier for the file again.
desk-deposit-hint-column-unrecognised = If the register needs it, choose in the table below what it holds. Otherwise there is nothing to do.
desk-deposit-add-anyway = Add it anyway
desk-deposit-place-both = The quartier and the year are written nowhere in this file.
desk-deposit-place-quartier = The quartier is written nowhere in this file.
desk-deposit-place-year = The year is written nowhere in this file.
desk-import-next = What next?
desk-import-then-save = Save on a USB stick
desk-import-without-place = { $n ->
    [one] { $n_shown } file of which the quartier or the year is not said: { $names }
   *[other] { $n_shown } files of which the quartier or the year is not said: { $names }
  }
desk-import-count-received = Files received, read
desk-import-count-typed = Files typed here (“Type”, events), read
desk-home-persons-gone = { $persons }, and { $n_shown } who died or left
desk-judge-open = Doubtful pairs
desk-judge-tab = { $name } ({ $n_shown })
desk-judge-earlier = { $who } has already answered “{ $judgement }” for these two persons ({ $at }). The file has changed since, and that answer no longer holds. If it is still right, take it up again.
desk-judge-take-up = Take the answer up again: { $judgement }
desk-judge-which-name = It is the same person. { $part }: which is right?
desk-judge-which-born_on = It is the same person. Two dates of birth are written: which is right?
desk-judge-which-order = It is the same person. The name is written in two orders: which is right?
desk-judge-which-name-note = Look at the paper. a: the first. b: the second. c: you do not know; the program chooses, and the page of the person lets you correct it. u: undo.
desk-judge-name-undone = Answer undone ({ $names }). The question comes back.
desk-ruling-same-name = two of the rows are the same person: { $rows }
desk-person-correct-name = Correct this name
desk-person-correct-name-note = The name that you write is taken as right, whatever the rows say. It counts at the next import; “Undo this ruling” takes it back.
desk-person-name-corrected = The name is noted. It counts at the next import.
desk-person-name-same = Nothing was changed.
desk-household-empty = Nobody is counted in this household any more: all have died, left or moved.
desk-household-no-head = This household has no head; head: to be named.
desk-household-head-deceased = Head deceased{ $has_date ->
    [no] {""}
   *[yes] {" "}on { $since }
  }: { $name }; new head: to be named.
desk-household-head-departed = Head departed{ $to }{ $has_date ->
    [no] {""}
   *[yes] {" "}on { $since }
  }: { $name }; new head: to be named.
desk-household-head-resident = Head moved{ $to }{ $has_date ->
    [no] {""}
   *[yes] {" "}on { $since }
  }: { $name }; new head: to be named.
desk-household-moved = Moved
desk-household-was-head = Was head of household
desk-event-date-note = Day/month/year, for example { $date }. Leave blank if the date is not known.
desk-event-of-head = This is the head of the household. After the import the household has no head: its page and the printed sheet say “new head: to be named”, until a sheet names another head.
desk-event-of-head-move = This is the head of the household. If all members move, tick “The whole household”: it stays the same household, at its new address. Otherwise, after the import, those who stay have no head: the page of the household and the printed sheet say “new head: to be named”, until a sheet names another head.
desk-event-all = The whole household ({ $n_shown } persons)
desk-event-house-note = The avenue and the parcel of the new house, if the person tells them.
desk-event-undo-one = Remove for this person alone
desk-event-undo-all = Remove for the { $n_shown } persons
desk-event-along = Who goes along? Tick the members of the household who go with this person.
desk-event-along-note = An event is written for each person who leaves. Who is not ticked stays in the household.
desk-typing-fiche = Sheet no.
desk-typing-category = Category of the declaration
desk-typing-group-fiche = The sheet
desk-typing-group-person = The person
desk-typing-added = Saved: { $who }.
desk-typing-who-census = { $name } (sheet { $fiche }, no. { $order })
desk-typing-who-birth = { $name } (record no. { $number })
desk-typing-hint-impossible-date = If you mistyped, correct it. If the paper does bear this date, leave it, or keep the year alone.
desk-typing-year-alone = Keep the year alone:
desk-typing-on-paper-census = Sheets counted on paper
desk-typing-on-paper-birth = Records counted on paper
desk-typing-differs-fewer = On paper: { $paper_shown }; in the batch: { $typed_shown }. Some are missing in the batch: look for what was forgotten.
desk-typing-differs-more = On paper: { $paper_shown }; in the batch: { $typed_shown }. There are too many in the batch: look for what was typed twice, or a number mistyped.
desk-typing-units = Numbers in the batch: { $units }.
desk-typing-second-how = That person enters under their name, opens this batch under “Type” and chooses “Type the sample”.
desk-deposit-place-later = Otherwise leave it blank; you can say it later under “Correct”.
desk-hint-total-differs = Count on the paper form and correct the total or the rows under “Correct”. A person who was forgotten is added under “Type”.

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
desk-command = The same in a terminal:
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
desk-who-why = Why do you consult the register today?
desk-who-why-note = The reason is written to the log of look-ups, with your name.
desk-who-enter = Enter
desk-who-boundary = What protects the register is the account of the computer: lock it when you leave. Names and PINs prevent mistakes among colleagues.
desk-who-no-reason = Write why you consult the register.
desk-who-unknown = Choose your name in the list. If it is not there, a manager adds it.
desk-who-wrong-pin = This is not the PIN of this person.
desk-who-wait = Too many wrong PINs: wait a minute.
desk-reason-counter = A resident’s request at the counter
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
desk-end-note = The work is done: everything is on the disk already.
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
desk-home-nothing-waits = Nothing waits.
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
desk-home-pairs = { $n ->
    [one] { $n_shown } doubtful pair to judge
   *[other] { $n_shown } doubtful pairs to judge
  }
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
desk-household-title = Household { $id }
desk-person-extract = Extract to print
desk-person-household = The household
desk-person-household-sheet = Household sheet to print
desk-person-history = History
desk-paper-person = Extract of the register
desk-paper-household = Household sheet
desk-paper-note = Extract of the register, not a civil record.
desk-paper-look-up = Look-up no. { $number }, { $at }, { $who }
error-desk-agents = The list of agents { $path } is damaged.
    .hint = Ask whoever looks after the computers to remove this file: the first who enters will be the manager and makes the list again.
error-desk-agent-name = This name does not fit.
    .hint = Write a name of { $most } letters at most.
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
desk-correct-n-errors = Errors
desk-correct-n-warnings = Warnings
desk-correct-n-corrections = Typed corrections
desk-correct-state = State
desk-correct-state-read = in the register
desk-correct-state-changed = new or changed since: open it to check it
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
desk-correct-none-left = There is no fault left in this file.
desk-correct-cell = Cell
desk-correct-new = Right text, from the paper sheet
desk-correct-reason = Why
desk-correct-usual-reason = paper sheet
desk-correct-save = Save and next
desk-correct-saved = { $place }: “{ $old }” → “{ $new }”. Saved.
desk-correct-merged = This cell is covered by the merged cell { $first }: correct that one.
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
desk-correct-outcome = Outcome
desk-correct-read = read
desk-correct-is-corrected = corrected
desk-correct-change = Correction
desk-correct-holds = holds
desk-correct-undo = Undo
desk-correct-undo-reason = undone on the page
desk-correct-undone = { $place }: the correction is undone.

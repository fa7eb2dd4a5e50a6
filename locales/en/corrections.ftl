### Corrections workbook: the first sheet and the cells’ comments.

corrections-sheet = Corrections Bato
corrections-error = ERROR
corrections-warning = WARNING
corrections-how-mend = 1. Click on an underlined place: the cell to correct opens. Hold the mouse over it to read what to write.
corrections-how-save = 2. Correct in this workbook, from the paper form, and save it as .xlsx, under this name or another.
corrections-how-check = 3. On the page Deposit, choose this workbook and add it, then page Import (in a terminal: leave it beside the original file and run “bato run” again). Your corrections are taken, even if the original file changes later. This sheet is not read.
corrections-count-error = { $n ->
    [0] no errors
    [one] 1 error: its row stays out of the register until it is corrected
   *[other] { $n_shown } errors: these rows stay out of the register until they are corrected
  }
corrections-count-warning = { $n ->
    [0] no warnings
    [one] 1 warning: the row enters the register, but check the cell
   *[other] { $n_shown } warnings: the rows enter the register, but check the cells
  }
corrections-of-rule = { $title }: { $n_shown }
corrections-column-severity = Severity
corrections-column-place = Place
corrections-column-title = Finding
corrections-column-value = Value found
corrections-column-what = What is wrong
corrections-column-hint = What to do
corrections-more = { $n ->
    [one] One more finding is not in this list; its cell is coloured.
   *[other] { $n_shown } more findings are not in this list; their cells are coloured.
  }
corrections-note = { $severity }: { $title }
    { $what }
    { $why }
    What to do: { $hint }
corrections-written = Workbook to correct: { $path }
corrections-instruction = Correct in that workbook, from the paper form, save it and run “bato run” again.
corrections-replaced = “{ $original }” is replaced by “{ $by }”
corrections-applied = “{ $original }” is read with the corrections of “{ $by }”
corrections-continue = Go on correcting in “{ $path }”
finding-corrected = (The sheet holds “{ $old }”; corrected by { $author }.)
cell-corrected = “{ $old }” → “{ $new }” ({ $author }, { $day })
correct-confirmation = “{ $text }”: it is right as it is
cell-confirmed = “{ $text }”: right as it is ({ $author }, { $day })
correct-kept = Correction { $id } saved in { $path }: { $place }: “{ $old }” → “{ $new }”. Run “bato run” for it to count.
correct-none = No typed correction.
correct-change = “{ $old }” → “{ $new }”
correct-not-held = no longer holds: undone, replaced or refused
correct-no-file = no longer holds: the file was replaced or taken out
corrections-typed = { $n ->
    [one] One cell has a correction typed on the page or with “bato correct”:
   *[other] { $n_shown } cells have a correction typed on the page or with “bato correct”:
  }
corrections-typed-author = Who
corrections-typed-place = Place
corrections-typed-day = Day
corrections-typed-old = In the sheet
corrections-typed-new = Corrected to
corrections-typed-reason = Why

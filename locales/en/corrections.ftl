### Corrections workbook: the first sheet and the cells’ comments.

corrections-sheet = Corrections Bato
corrections-error = ERROR
corrections-warning = WARNING
corrections-how-mend = 1. Click on an underlined place: the cell to correct opens. Hold the mouse over it to read what to write.
corrections-how-save = 2. Correct your file from the paper form, then save this workbook under the same name.
corrections-how-check = 3. Put it beside the original file and start “bato run” again: it takes its place. This sheet is not read.
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
corrections-replaced = “{ $original }” is replaced by “{ $by }”

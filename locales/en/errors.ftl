### Errors: what happened, what to do.

error-io = The system refused access to { $path }: { $cause }.
    .hint = Read the reason; if it comes back, show it to the person who looks after the computer.
error-corrections-not-written = The corrections workbook could not be written in { $path }: { $cause }.
    .hint = Close the corrections workbook if it is open, or name another folder, for instance “bato check --out corrections FILE”.
error-corrections-too-large = The corrections workbook was not made: a sheet or a text is too long for an Excel workbook ({ $cause }).
    .hint = Split the file, for instance by quartier, and check each part.
error-corrections-not-made = The corrections workbook was not made: the copy was not the same as the original ({ $cause }).
    .hint = Close the file if it is open elsewhere and try again; else correct it directly from the list above.
error-corrections-columns = The columns of the file of corrections { $path } are not the right ones: unknown { $unknown }; missing { $missing }. None of its corrections would be applied.
    .hint = Give the first line these columns and no other: { $expected }
error-correct-author = Say who corrects.
    .hint = Add --author "your name".
error-correct-file-replaced = “{ $path }” is not read: the corrections workbook “{ $by }” replaces it.
    .hint = Correct in “{ $by }”.
error-correct-file-unknown = “{ $path }” is no file of the register.
    .hint = Give its path under data-raw, for example census/Q06 Boma_2017.xlsx. “bato check data-raw” shows them all.
error-correct-merged = The cell { $place } is covered by the merged cell { $first }.
    .hint = Correct the cell { $first }.
error-correct-no-row = The row of cell { $place } is blank in the sheet.
    .hint = Check the row number. A person who is missing is entered, not corrected.
error-correct-no-sheet = The file has no sheet “{ $sheet }”. It has: { $known }.
    .hint = Write the name of the sheet as on its tab; for a CSV file, write "".
error-correct-other-text = The cell { $place } holds “{ $now }”, not “{ $old }”. Nothing was written.
    .hint = Someone may have corrected it in the meantime. Compare with the paper sheet, then start again if needed.
error-correct-place = “{ $value }” is no cell.
    .hint = Give the row number and the letters of the column, such as 7 and C.
error-correct-reason = Say why.
    .hint = Add --reason "…": the reason stays with the correction.
error-correct-same = The cell { $place } already holds “{ $now }”.
    .hint = Write another text, from the paper form, or go on to the next cell.
error-correct-too-long = The text is too long for a cell (at most { $limit } characters).
    .hint = Write a shorter text.
error-correct-unknown = There is no correction { $id }.
    .hint = “bato correct” lists them.
error-correct-words = “bato correct”: an argument is missing, or there is one too many.
    .hint = Write for example: bato correct "census/Q06 Boma_2017.xlsx" Feuil1 7 C --new F --reason "…"
error-disk-full = The disk is full: { $path } could not be written. The old register stands.
    .hint = Free some space (a few hundred MB), then run the same command again.
error-disk-full-after = The disk is full: { $path } could not be written. The register itself is saved.
    .hint = Free some space (a few hundred MB), then run “bato report”.
error-no-permission = { $path } may not be opened or written.
    .hint = Close the file if it is open elsewhere, or ask for rights on this folder.
error-not-found = { $path } does not exist.
    .hint = Check the path and the name.
error-raw-missing = The folder { $path } holds neither “census” nor “births”.
    .hint = Put the census files in { $path }/census and the birth registers in { $path }/births, or give the right folder with --raw.
error-raw-empty = There is no file in { $path }/census nor { $path }/births.
    .hint = Copy the files received there (.xlsx, .xls, .ods or .csv), then try again.
error-all-unreadable = { $n ->
    [one] The file { $path } could not be read: { $reason }
   *[other] None of the { $n_shown } files could be read. The first, { $path }: { $reason }
  } Nothing was saved.
    .hint = Run “bato check” on each file to learn why and what to do.
error-removals = { $n ->
    [one] One person has no row any more and would
   *[other] { $n_shown } persons have no row any more and would
  } vanish from the register: { $persons }. Nothing was saved.
    .hint = Is a file missing from data-raw? Put it back. Has a setting or a table changed? “bato run --dry-run” names it. If these removals are meant, run again with --accept-removals.
error-no-register = There is no register in { $path } yet.
    .hint = Run “bato run” first, or give the right folder with --clean.
error-unknown-setting = { $path }, line { $line }: there is no setting “{ $key }”.
    .hint = The settings known there: { $known }.
error-bad-setting = { $path }, line { $line }: this setting can’t be read ({ $cause }).
    .hint = Compare with the bato.toml that comes with the program.
error-setting-out-of-range = { $path }: { $key } is { $value }, outside { $low } to { $high }.
    .hint = Set a value between { $low } and { $high }, or delete the line.
error-unknown-language = The language “{ $value }” is not known.
    .hint = Take fr, nl or en.
error-unknown-field = The settings ingest.headings name “{ $value }”, which is not a known content of a column.
    .hint = The contents known: { $known }.
error-unknown-code = The settings words name the code “{ $value }”, which does not exist.
    .hint = The codes are those of the table persons (head, spouse, child…).
error-unknown-rule = There is no rule “{ $value }”.
    .hint = Take the name of a rule from the list that “bato rules” gives.
error-unknown-severity = There is no severity “{ $value }” (rule { $key }).
    .hint = Write "error" or "warning".
error-bad-headers = The program’s list of headings is damaged ({ $cause }).
    .hint = This is a fault of the program. { $support }
error-bad-codes = The program’s list of words is damaged ({ $cause }).
    .hint = This is a fault of the program. { $support }
error-bad-reference = The reference table { $file } can’t be read (line { $line }, column “{ $column }”, value “{ $value }”). { $cause }
    .hint = Correct it, or take the file away: the program’s own table will be used.
error-bad-truth = The truth { $path } can’t be read ({ $cause }).
    .hint = It must be a .csv file with commas, in UTF-8, with the columns file, sheet, row and person.
error-truth-missing = The folder { $path } holds no census.csv.
    .hint = Give a folder with census.csv (and births.csv, twins.csv if there are any), or a single .csv file.
error-truth-columns = The truth { $path } lacks these columns: { $missing }.
    .hint = It needs, separated by commas, the columns { $needed }.
error-truth-value = The truth { $path }, line { $line }, does not fit: column { $column }, value “{ $value }”.
    .hint = “row” is a row’s number; “person” may be empty only where “expect” says that the row is bad.
error-file-empty = the file is empty.
    .hint = Ask the quartier for a new copy: there is nothing in this one.
error-file-no-rows = the workbook holds no row that is filled in.
    .hint = Ask for the file filled in, or take this one out of data-raw.
error-file-too-large = the file is larger than { $limit } MB.
    .hint = Split it into several files, or ask the person in charge of your computers to raise max_file_mb in bato.toml, under [ingest].
error-file-encrypted = the file is protected by a password.
    .hint = Open it in the spreadsheet program, remove the password, save, then run again.
error-file-damaged = the file is damaged or incomplete.
    .hint = Copy it again from the stick or the computer it comes from. If it opens in the spreadsheet program, save it as .xlsx.
error-file-bomb = the file becomes too large when it is unpacked (limit: { $limit }): it is damaged or a trap.
    .hint = Do not open it. Ask the agent who typed it for a new copy.
error-file-not-spreadsheet = this is not a spreadsheet file.
    .hint = Save the table as .xlsx, .ods or .csv, or take this file out of data-raw. If it is a compressed folder (.zip), take the workbooks out of it.
error-file-too-many-cells = the file has more than { $limit_shown } filled cells.
    .hint = Split it, or ask the person in charge of your computers to raise max_cells in bato.toml, under [ingest].
error-file-other-format = this is not a spreadsheet file but { $what ->
    [html] a web page (HTML)
    [xml] an XML file (old Excel 2003 or a “flat” workbook)
   *[rtf] a formatted text (RTF)
  } saved under the name of one.
    .hint = Open it in the spreadsheet program, choose “Save as”, take the format .xlsx, then run again.
error-file-too-old = the file comes from a spreadsheet program too old to be read.
    .hint = Open it in the spreadsheet program, choose “Save as”, take the format .xlsx, then run again.
error-file-no-sheet = the workbook holds no sheet with cells.
    .hint = Open it in the spreadsheet program: if its sheets are gone, ask the quartier for a new copy.
error-file-sheet-twice = two sheets of the workbook have the same name: one of them would be lost.
    .hint = Open it in the spreadsheet program, give one of the two sheets another name, save it as .xlsx and try again.
error-file-outside-sheet = a cell stands where no spreadsheet has one (beyond row 1,048,576 or column XFD).
    .hint = Copy the table into a new workbook and save it as .xlsx.
error-file-lock = this is not the workbook but the mark the spreadsheet program leaves while it is open.
    .hint = Close the workbook in the spreadsheet program and give the real file, the one without “~$” at the start of its name.
error-file-too-heavy = reading the file takes too much memory (more than { $limit } MB): it is damaged or far too large.
    .hint = Open it in the spreadsheet program, copy the table alone into a new workbook and save it as .xlsx. If the file really is that large, split it, or ask the person in charge of your computers to raise worker_memory_mb in bato.toml, under [ingest].
error-file-too-slow = reading the file had not ended after { $limit } seconds: it was stopped.
    .hint = Open it in the spreadsheet program, copy the table alone into a new workbook and save it as .xlsx. If the computer is very slow, ask the person in charge of your computers to raise worker_seconds in bato.toml, under [ingest].
error-reader-not-started = the program could not start itself again to read this workbook ({ $cause }).
    .hint = Close other programs and try again. If the error comes back, restart the computer.
error-file-no-table = no table was recognised in it: no row of headings (Nom, Sexe, Date de naissance…).
    .hint = Write the headings above the columns; the filled rows wait in quarantine.
error-format-unknown = There is no format “{ $value }”.
    .hint = Take one of: { $known }.

### Messages of src/store: the register on disk

error-judging-pair = This pair no longer waits to be judged: the register has changed, or another agent has judged it. Nothing was written.
    .hint = Go on with the next pair.
error-judging-twice = You have already judged this pair otherwise. Nothing was written.
    .hint = Undo your answer first (key u), then judge the pair again.
error-judging-undo = You have given no answer today that could be undone.
    .hint = An older answer is undone with “bato decide list”, then “bato decide undo D-…”.
error-entry-file = The file { $path } was saved by another program in another form. Nothing was written.
    .hint = Close it in the spreadsheet program and save it again as CSV, separated by semicolons, in UTF-8, with the same headings; or give it another name and go on.
error-event-gone = This event is no longer among those reported here.
    .hint = Look at the page of the person again.
error-event-in-register = The register already holds this event: it can no longer be removed here. Nothing was changed.
    .hint = If it is wrong, correct its row in the file of the folder data-raw/events/saisie, then import again.
error-typing-author = Only { $author } can change the rows of this batch. Nothing was written.
    .hint = Open a batch in your own name.
error-typing-batch = There is no batch “{ $id }”.
    .hint = Choose a batch from the list.
error-typing-blank = This row holds no person. Nothing was written.
    .hint = Type at least a name.
error-typing-changed = The batch was changed meanwhile, perhaps in another window. Nothing was written.
    .hint = Look at the last row of the batch, then type the next one.
error-typing-closed = This batch is closed. Nothing was written.
    .hint = Open it again, if the second entry has not begun.
error-typing-not-all = Still to type: { $fiches }.
    .hint = Type all fiches of the sample, then finish.
error-typing-open = This batch is still open.
    .hint = Close it first, with the number of fiches counted on paper.
error-typing-quartier = The commune has no quartier “{ $value }”.
    .hint = Choose a quartier from the list.
error-typing-row = This row was changed or removed meanwhile. Nothing was written.
    .hint = Look at the page of the batch again.
error-typing-second = The second entry of this batch has not begun, or no longer allows this change.
    .hint = Look at the page of the batch again.
error-typing-second-author = { $author } typed or began this entry; nobody else can go on with it, and the author of the batch cannot check their own work.
    .hint = Ask the right person for the second entry.
error-typing-year = { $value } is no year of a census or a register.
    .hint = Write a year between 1950 and 2099.
error-run-under-way = Another import is under way in this folder ({ $path }).
    .hint = Wait until it ends, then try again. If no window of Bato is open, restart the computer.
error-row-equation = Not every row has one outcome: sheet “{ $sheet }” of file { $file }, { $rows } rows read, { $counted } accounted for. Nothing was saved; the register before it stands.
    .hint = This is a fault of the program, not of your files. Keep the file { $file }. { $support }
error-register-damaged = No version of the register in { $path } is intact (versions looked at: { $n }).
    .hint = Delete nothing. Put the last backup of data-clean back, then run “bato verify”.
error-register-newer = The register ({ $path }) was written by a newer version of Bato (format { $format }; this program knows format { $known }).
    .hint = Install the latest version of Bato on this computer. The register was not touched.
error-generation-unknown = There is no version { $generation } of the register; there are: { $known }.
    .hint = Take the number of a folder in data-clean/generations.
error-manifest-damaged = The file { $path } is damaged or is no longer the one that was saved.
    .hint = Delete nothing. Run “bato verify”: the program takes the last intact version.
error-manifest-write = The list of the register’s files could not be written ({ $path }). Nothing was saved.
    .hint = Run the import again. If the error comes back: { $support }
error-table-damaged = The table “{ $table }” ({ $path }) is missing, damaged or no longer the one that was saved.
    .hint = Run “bato verify”, then import the files received again. If the disk is old, copy data-raw to another medium.
error-table-unreadable = The table “{ $table }” can’t be read.
    .hint = Run the import again. If the error comes back: { $support }
error-table-write = The table “{ $table }” could not be written. Nothing was saved; the register before it stands.
    .hint = Run the import again. If the error comes back, check the disk. { $support }
error-table-unknown = There is no table “{ $table }”.
    .hint = Choose one of these: { $known }.
error-column-missing = The column “{ $column }” is missing from the table “{ $table }”: another version of Bato wrote it.
    .hint = Run the import again with this version of Bato.
error-column-type = The column “{ $column }” of the table “{ $table }” should be of type { $expected } and is of type { $found }.
    .hint = Run the import again with this version of Bato.
error-column-null = The column “{ $column }” of the table “{ $table }” has empty cells, which may not be.
    .hint = Run the import again with this version of Bato.
error-output-incomplete = The command did its work, but its text could not be written to the end.
    .hint = Check that there is room where you send this text, then run again to see it.
error-output-closed = The program that took the data ({ $path }) stopped before the end.
    .hint = If you wanted the beginning alone, there is nothing to do; else export to a file with -o.

### Checks of “bato verify”

verify-unread = This check could not be made: the table “{ $unread }” can’t be read.
verify-current = The version of the register in use is the one that was saved.
    .failed = The version in use is not intact, or is not the one that was opened (first fault: { $first }). Import the files again to save an intact version.
verify-newest = No intact version that was saved is newer than the one in use.
    .failed = A newer version ({ $first }) is intact but no longer in use: an old copy was put in its place. Import the files again.
verify-table-hash = The { $n_shown } table files are those that were saved.
    .failed = Table files missing or damaged: { $n_shown }, first { $first }. Import the files again or put the backup back.
verify-table-schema = The columns of the tables are those expected ({ n-tables }).
    .failed = Tables with other columns than expected: { $n_shown }, first { $first }. Import the files again with this version of Bato.
verify-table-rows = Every table has the number of rows it should ({ n-tables }).
    .failed = Tables without the number of rows they should have: { $n_shown }, first { $first }. Import the files again.
verify-other-generations = The other versions that are kept are intact ({ $n ->
    [one] one
   *[other] { $n_shown }
  }).
    .failed = Other versions damaged: { $n_shown }, first version { $first }. The register in use does not depend on them; a backup of that time replaces them.
verify-row-equation = Rows read = left out + in quarantine + registered + merged, sheet by sheet ({ n-sheets }).
    .failed = Sheets whose rows do not add up: { $n_shown }, first { $first }. Import the files again. { $support }
verify-row-once = No row is counted twice ({ n-rows }).
    .failed = Rows counted more than once: { $n_shown }, first { $first }. { $support }
verify-row-person = Every registered or merged row leads to a person of the register ({ n-rows }).
    .failed = Rows without a person in the register: { $n_shown }, first { $first }. Import the files again.
verify-registered-once = Every person came in by one row ({ n-persons }).
    .failed = Persons with no registering row or more than one: { $n_shown }, first { $first }. Import the files again.
verify-quarantine-reason = Every row in quarantine has its reason ({ n-rows }).
    .failed = Rows in quarantine without a reason: { $n_shown }, first { $first }. Import the files again.
verify-person-id-once = No person’s identifier is given twice ({ n-persons }).
    .failed = Persons’ identifiers given twice: { $n_shown }, first { $first }. { $support }
verify-person-id-check = The check character of every person’s identifier is right ({ n-persons }).
    .failed = Persons’ identifiers with a wrong check character: { $n_shown }, first { $first }. { $support }
verify-household-head = The head of every household is in the register ({ n-households }).
    .failed = Households whose head is not in the register: { $n_shown }, first { $first }. Import the files again.
verify-birth-person = The child of every birth record is in the register ({ n-acts }).
    .failed = Birth records whose child is not in the register: { $n_shown }, first { $first }. Import the files again.
verify-alias-person = Every old identifier leads to a person of the register ({ n-ids }).
    .failed = Old identifiers that lead to nobody: { $n_shown }, first { $first }. Import the files again.

## bato template

error-template-exists = The file { $path } is there already: it was not touched.
    .hint = Give another name with -o, or add --force to replace it.
error-template-ending = The name { $path } does not end in .xlsx: the spreadsheet program would not open it.
    .hint = Give a name such as template.xlsx.
error-template-not-made = The template could not be made ({ $cause }).
    .hint = Check the names of the quartiers in data-raw/reference/quartiers.csv and the commune’s name in bato.toml. If they are right: { $support }
error-unknown-column = “{ $value }” is not a column.
    .hint = Write the letters of the column as the spreadsheet shows them: A, B… Z, AA…

error-table-inputs = { $n } lists: one or two are needed.
    .hint = Give one list to find its duplicates, two to link them.
error-table-no-column = { $path }: the column “{ $column }” is not there.
    .hint = Columns of the file: { $known }. Correct the name in the settings, as it stands at the head of the column.
error-table-column-twice = { $path }: two columns are called “{ $column }”.
    .hint = Give one of them another name.
error-table-no-rows = { $path }: no row below the headings.
    .hint = See whether it is the right file, and whether its first sheet holds the list.
error-bad-table-setting = { $path }: settings to correct: { $settings } ({ $expected }).
    .hint = accept goes from 0.5 to 1; review from above 0 to accept; max_block is at least 10; pairs_per_row above 0; at least one [[comparison]], of 1 column (name: 1 to 3, place: 1 to 4), each column once.
error-bad-model = { $path }: these weights can’t be read ({ $cause }).
    .hint = Give a .model.json file that “bato link” wrote, or leave --model out.
error-model-changed = { $path }: this model was changed since it was written.
    .hint = Take the original file, or make it again with “bato link” or “bato model merge”.
error-model-newer = { $path }: this model was written by a newer version of Bato ({ $format }).
    .hint = Install the newest version of Bato.
error-model-other-list = { $path }: this model compares other columns than the settings name.
    .hint = Give the model of a list with the same columns, or leave --model out.
error-model-without-frequencies = { $path }: this old model holds weights alone, without the frequency of values.
    .hint = Make it again: “bato link” on the list that it comes from writes a whole model.
error-model-merge-settings = { $path }: this model has other settings than the first.
    .hint = Make each model with the same settings file.
error-model-merge-twice = { $path }: this model is given twice, its rows would count double.
    .hint = Give each model once.
error-pair-stream = The stream of pairs can’t be read ({ $cause }).
    .hint = The program expects an Arrow IPC stream without compression, complete, with its end mark. No pair of the rest is scored.
error-pair-column = The stream of pairs has no text column “{ $column }” (found: { $found }).
    .hint = It needs person_a and person_b, and each compared column twice, with _a and _b at the end of its name.
error-pairs-unknown-person = The person “{ $person }” of a pair is in no file of persons.
    .hint = Give the files persons.parquet of all communes that the pairs come from.
error-person-twice = The person “{ $person }” is in the files of persons twice.
    .hint = Give each file once, and each commune a name of its own (--commune).
error-pairs-other-score = The pair “{ $a }” and “{ $b }” has the weight { $given }, and the model gives { $own }.
    .hint = Score the pairs again with this model and these files of persons.
error-export-keys-model = The export “keys” needs a model (--model) and a folder (-o).
    .hint = For example: bato export keys --model country.model.json -o keys
error-number-unknown = { $path }: the number { $number } of a pair is of nobody in this round.
    .hint = Give the file numbers.csv that was written with the keys that were sent.
error-round-bad = { $path }: this is not what a commune writes for a round ({ $cause }).
    .hint = Give the folder “coordinator” that “bato keys --round” wrote.
error-round-incomplete = The keys of at least two communes are needed.
    .hint = Give a folder for each commune, and with --truth a file for each commune.
error-round-name = The round has no name, or too long a one.
    .hint = Give a name of 1 to 100 letters, the same in all communes: --round 2026-1
error-round-other = { $path }: these keys are of another round, or were made with other secrets.
    .hint = All communes give the same name of the round and the secrets of the same offices.
error-round-twice = { $path }: the commune “{ $commune }” is given twice.
    .hint = Give each commune once, under a name of its own (--commune).
error-secret-bad = { $path }: this is not the secret of an office.
    .hint = Give a file that “bato keys --new-secret” wrote: 64 digits and letters from a to f.
error-secret-count = The secrets of at least two offices are needed, all different.
    .hint = Give --secret several times, a file for each office.
error-secret-exists = { $path } is there already: a secret is never replaced.
    .hint = Give another name. Delete the old secret when its round is over.
error-keys-incomplete = Options are missing.
    .hint = For a secret: --new-secret FILE. For the keys: --round NAME --secret A --secret B -o DIR. For the pairs: --pairs FILE --numbers FILE -o FILE.
error-decision-unreadable = { $path }, line { $line }: “{ $value }” is not a decision.
    .hint = Write “same” (the same person) or “different” (two persons) in the column decision, and whole row numbers.
error-decisions-contradict = Two decisions contradict each other: { $one } ({ $one_rows }) and { $other } ({ $other_rows }).
    .hint = Nothing was changed. Keep the right one and delete the other, in the workbook or in the folder decisions.
error-review-not-made = The workbook of pairs could not be made ({ $cause }).
    .hint = See whether a text of the files is far too long. If not: { $support }
error-review-unreadable = { $path }: this is not a workbook of pairs to judge.
    .hint = Give the workbook that “bato review --export” wrote, with its hidden columns.
error-review-ruling = { $path }, sheet { $sheet }, row { $row }: “{ $value }” is not a decision.
    .hint = Choose from the list of the column Decision, or clear the cell.
error-review-torn = { $path }, sheet { $sheet }, row { $row }: pair { $pair } no longer has its two rows.
    .hint = Put the deleted row back, or delete the decision too.
error-review-two-answers = { $path }: on sheet { $sheet }, pair { $pair } has two answers: “{ $value }” in row { $row }, “{ $other }” in row { $other_row }. Nothing was taken from this workbook.
    .hint = Leave one answer for the pair, or the same in both of its rows, and import again.
error-id-slip = “{ $id }” was copied wrongly: its last character does not go with the rest.
    .hint = Compare it character by character with the original.
error-id-unknown = “{ $id }” is not in the register.
    .hint = An identifier is written P-XXXX-XXXX-X for a person, M-XXXX-XXXX-X for a household.
error-id-withdrawn = “{ $id }” was withdrawn from the register: its last row is in no file any more.
    .hint = An older version of the register still shows it.
## bato synth

error-synth-incomplete = The number of inhabitants or the folder is missing.
    .hint = Write for example: bato synth --persons 20000 --seed 1 --out trial
error-synth-not-empty = The folder { $path } is not empty: nothing in it was touched.
    .hint = Give another folder with --out, or add --force if an invented commune there may be replaced.
error-synth-foreign = The file { $path } was not made by “bato synth”: nothing was touched.
    .hint = Give an empty folder with --out: real files must not be mixed with an invented commune.
error-bad-indicators = The file of indicators (reference/indicators.toml) can’t be read, line { $line }: { $cause }
    .hint = Correct it, or remove the file: the indicators shipped with the program will be taken.
error-bad-aggregates = The file of aggregated figures { $path } can’t be read, line { $line }: { $cause }
    .hint = Take aggregates.csv or aggregates.json as the commune handed it over, without saving it from a spreadsheet.
error-no-commune = The file of aggregated figures { $path } has no figure of a whole commune.
    .hint = Ask the commune for the file aggregates.csv of its release.
error-no-aggregates = The folder { $path } holds no release.
    .hint = A folder as “bato release” writes it is needed, with release.json and aggregates.csv.
error-xlsx = The report’s workbook could not be written: { $cause }
    .hint = This is a fault of the program. { $support }
error-dataset-folder = The export “dataset” is written into a folder.
    .hint = Name it: “bato export dataset -o FOLDER”.
error-setting-too-long = { $path }: { $key } has { $value } characters, more than { $high }.
    .hint = Write a shorter text.
error-words-format = The format “{ $value }” has no words for the reader.
    .hint = Take --format csv or xlsx, or leave --words out.
error-folder-empty = The folder { $path } holds no file to check.
    .hint = Name a file (.xlsx, .xls, .ods, .csv) or the folder that holds them.
error-log-reason = Say why you acknowledge the fault of the log.
    .hint = Add --why and the reason, for example: --why REASON.
error-log-sound = The log of look-ups has no fault.
    .hint = There is nothing to do.
error-log-record = The file { $path } can’t be read ({ $cause }).
    .hint = Restore it from a backup, or acknowledge it: bato log --acknowledge --why REASON.
error-not-regular = { $path } is not a file: it is a device or a pipe.
    .hint = Remove this entry from the folder.
error-output-foreign = { $path } is there already and was not written by Bato: it was not replaced.
    .hint = Give another name, or add --force to replace it.
error-review-judged = { $path } holds { $n ->
        [one] one answer
       *[other] { $n } answers
    }: it was not replaced.
    .hint = Import it first with “bato review --import”, then give another name; --force replaces it all the same.
error-register-in-raw = The folder of the register ({ $clean }) lies in that of the files received ({ $raw }): the program would read its own files as lists.
    .hint = Give with --clean a folder beside { $raw }, for example data-clean.
error-check-own-folder = { $path } lies in a folder of the program, which holds no list to check.
    .hint = Name a file received (.xlsx, .xls, .ods, .csv), or a folder of such files, for example data-raw/census.
error-output-in-register = { $path } lies in the folder { $folder }, which holds the register or the files received: nothing was written.
    .hint = Give a name in another folder.
error-output-in-release = { $path } lies in the folder of a release, which is sent as it is: nothing was written.
    .hint = Give a name in another folder: no names may be sent with a release.
error-output-is-folder = { $path } is a folder.
    .hint = Give the name of a file in this folder, for example export.csv.
error-output-name-windows = Windows cannot create a file named “{ $name }” ({ $path }).
    .hint = Give a name without quotation marks, a colon or * ? < > |, that does not end in a dot or a space, and is not CON, PRN, AUX, NUL, COM1 or LPT1.
error-output-over-input = { $path } is a file that this command reads: nothing was written.
    .hint = Give another name.
error-disk-failed = The disk or the network under { $path } does not answer ({ $cause }).
    .hint = Check that the disk is plugged in or the network answers, then try again.
error-file-name = The name of the file holds bytes that are not text, or the sign “\”.
    .hint = Rename this file with ordinary letters.
error-find-age = “{ $age }” is not an age.
    .hint = Give an age from 0 to { $high } years.
error-find-quartier = There is no quartier “{ $value }”.
    .hint = Quartiers of the commune: { $known }.
error-find-too-long = What you look for has more than { $high } letters: the log of look-ups could not hold all of it.
    .hint = Type the name and, if needed, the date of birth.
error-in-use = { $path } is open in another program.
    .hint = Close it in the program that has it open, then try again.
error-is-folder = { $path } is a folder, where a file is needed.
    .hint = Name a file of this folder, or remove the folder.
error-link-loop = { $path } is a link that leads to itself.
    .hint = Remove this link.
error-link-nowhere = { $path } is a link to a folder or a file that is not there.
    .hint = Plug in the disk or open the share that it leads to, or remove the link.
error-lock-held = Another program has held { $path } for a minute.
    .hint = Close the other windows of Bato. If that does not help, restart the computer.
error-name-too-long = The system does not accept the name { $path }: it is too long or holds a sign that is not allowed.
    .hint = Give a shorter name, of letters and digits.
error-not-text = { $path } is not saved in UTF-8: its letters can’t be read.
    .hint = Save it again with the encoding UTF-8 (in Notepad: Save as, Encoding).
error-setting-commune = { $path }: { $key } is “{ $value }”, which can’t be the name of a commune.
    .hint = Write a name without / \ : * ? < > | =, for example “Kimbanseke”.
error-decide-one-fiche = { $a } and { $b } are two members of one household sheet: they are two persons. Nothing was written.
    .hint = If one person is written twice on the sheet, delete one of the two rows in the file.
error-removals-damaged = Version { $version } of the register is damaged: the program no longer knows who was in it{ $n ->
    [0] {""}
    [one] ; a file that it was made from is gone, has changed or could not be read ({ $files })
   *[other] ; { $n_shown } files that it was made from are gone, have changed or could not be read ({ $files })
  }. Persons could vanish and nobody would see it. Nothing was saved.
    .hint = Put these files back as they were, or restore the register from a backup, then run “bato run” again. If nothing was removed by mistake, run with --accept-removals.
error-removals-unread = The file “{ $file }” could not be read: { $reason } { $n ->
    [one] One person in it would vanish
   *[other] { $n_shown } persons in it would vanish
  } from the register. Nothing was saved.
    .hint = First make this file readable (close it in the spreadsheet program, or put back a good copy), then run “bato run” again. --accept-removals never withdraws persons of a file that was not read.
error-removals-number = You accepted { $accepted_shown } { $accepted ->
    [one] removal
   *[other] removals
  }, there are { $n_shown }: nothing was saved.
    .hint = Look first at what changes, with “bato run --dry-run”.
error-expect-code = “{ $value }” is not the code of a trial: it has sixteen characters, for example 7K2M-Q4XA-09DF-RT5B.
    .hint = Run “bato run --dry-run” again and copy the code at its end.
error-expect-differs = Something has changed since the trial { $code }: nothing was saved.{ $is_known ->
    [no] {" "}This register no longer has that trial: the program can’t tell what.
   *[yes] {""}
  }{ $inputs ->
    [none] {""}
   *[other] {" "}Files: { $inputs }.
  }{ $decisions ->
    [none] {""}
   *[other] {" "}Rulings: { $decisions }.
  }{ $corrections ->
    [none] {""}
   *[other] {" "}Corrections: { $corrections }.
  }{ $reference ->
    [none] {""}
   *[other] {" "}Reference files: { $reference }.
  }{ $settings ->
    [none] {""}
   *[other] {" "}Settings: { $settings }.
  }{ $version ->
    [none] {""}
   *[other] {" "}The register has another version.
  }{ $program ->
    [none] {""}
   *[other] {" "}The program is another one.
  }{ $result ->
    [none] {""}
   *[other] {" "}The result is different.
  }
    .hint = Look again at what changes, with “bato run --dry-run”, then save with the code that it shows.
error-removals-clock = The computer’s clock ({ $now }) does not fit the last version ({ $last }). { $n ->
    [one] One person would vanish
   *[other] { $n_shown } persons would vanish
  } from the register: { $persons }. Nothing was saved.
    .hint = Set the clock, then run “bato run” again. If the time is right and these removals are meant, add --accept-removals.
error-rulings-gone = { $n ->
    [one] One ruling of the last version is
   *[other] { $n_shown } rulings of the last version are
  } in no file of data-raw/decisions any more: { $rulings }. Nothing was saved.
    .hint = Put the file or the line back. To withdraw a ruling, use “bato decide undo”. If the removal is meant, run again with --accept-removals.
error-bad-period = “{ $value }” is not a period.
    .hint = Write a year, a half-year, a quarter or a month: 2018, 2018-S2, 2018-T4 or 2018-12.
error-release-too-soon = { $n ->
    [0] Nothing has changed since release no. { $number } ({ $period }).
    [one] Only one person or record has changed since release no. { $number } ({ $period }).
   *[other] Only { $n_shown } persons or records have changed since release no. { $number } ({ $period }).
  }
    .hint = { $min } are needed, or one person could be told by comparing the two releases. Wait for the next files.
error-ledger-damaged = The ledger of releases is damaged ({ $path }): a line or a file is missing or changed.
    .hint = Take it from a backup (data-clean/releases): without it a new release could show a person.
error-ledger-gone = The ledger of releases is gone ({ $path }), but releases were made.
    .hint = Take the folder data-clean/releases from a backup. If nobody has it any more: “bato release --without-ledger REASON”; the reason is written down.
error-release-changed = { $path } is not as the release was written.
    .hint = Ask the commune for the release again: somebody changed this file.
error-not-a-release = { $path } is not a release.
    .hint = Ask the commune for the folder that “bato release” made, with release.json and aggregates.csv. The internal report is not compared: it does not leave the commune.
error-bad-map = The map { $path } can’t be read, line { $line }: { $cause }
    .hint = It has the columns indicator, breakdown, area, data_element, org_unit and category_option_combo.
error-map-missing = The map is missing.
    .hint = Name it: “bato export dhis2 --map MAP.csv”.
error-course-choose = The course of several learners is here: { $known }.
    .hint = Add --name and the name, or go to the folder of the course.
error-course-cut = The import of this lesson could not be cut off.
    .hint = Begin the lesson again: “bato course reset”.
error-course-foreign = The folder { $path } is not that of a course, or holds something else.
    .hint = The course touches only folders that it made. Begin it elsewhere, or take out what does not belong to it.
error-course-lesson = “{ $value }” is no lesson. The lessons: { $known }.
    .hint = “bato course status” shows the lessons with their numbers.
error-course-name = The name of the learner is missing or too long (at most { $high } letters).
    .hint = Add --name and the name.
error-course-none = No course was begun here ({ $path }).
    .hint = “bato course start --name” and your name begins it.
error-course-not-practice = { $path } holds a real register, not a practice register.
    .hint = Nothing was touched. Put that register back in its place, outside the folder of the course.
error-course-question = The lesson “{ $value }” does not ask this question.
    .hint = “bato course status” shows the questions of the lesson.
error-course-result = { $path } holds no result of a course, or that of another learner.
    .hint = “bato course result” writes the result of a learner. Ask for the file as it was written.
error-course-step = A step of the solution could not be carried out: { $value } ({ $cause }).
    .hint = Begin the lesson again: “bato course reset”, then the solution.
error-course-unfinished = { $n ->
    [one] One lesson is not passed yet.
   *[other] { $n_shown } lessons are not passed yet.
}
    .hint = “bato course status” shows which; “bato course next” prepares the next one.
error-practice-mixed = The settings and the folders do not belong together ({ $path }): some are of a course, the others of a real register.
    .hint = In a course, work from its folder. In a real register, remove “practice” from bato.toml. Nothing was changed.
error-office-looks-alike = “{ $office }” ({ $other }), already accepted, has the same name or code as { $value }, or they look alike: they would be mistaken for each other.
    .hint = Ask the office which one is real. Revoke the other, or have another code chosen.
error-parcel-no-pieces = No piece of the parcel { $name } waits.
    .hint = “bato parcel list” shows those that wait.
error-reference-empty = The reference table { $file } is empty: a copy or a power cut may have cut it. Nothing was saved.
    .hint = Put the file back into data-raw/reference. If you remove it, the table that comes with the program is used.
error-register-file = { $path } is a file of the register: reading it as a list would leave no line in the log of look-ups.
    .hint = First write the list with “bato export persons -o persons.csv”, then give that file.
error-setting-twice = { $path }: { $key } names “{ $value }” twice.
    .hint = A quartier can be in one group only.
error-setting-no-quartier = The setting { $key } names “{ $value }”, which is no quartier of the commune. Nothing was written.
    .hint = Correct that name in bato.toml, as it stands in the list of quartiers (data-raw/reference/quartiers.csv).
error-release-settings = The joined quartiers or the legal rules are no longer those of release no. { $number }. Two releases of the same data made in two ways can, put side by side, show a single person. Nothing was written.
    .hint = Go back to the settings of release no. { $number }. If they must change for good: “bato release --new-settings REASON”; the reason is written into the ledger of releases.
error-register-linked = { $path } is a link to another folder: the log of look-ups would not be there.
    .hint = Give the folder of the register itself with --clean.

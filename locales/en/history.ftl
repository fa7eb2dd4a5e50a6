# The register’s history: decisions, persons withdrawn, backups, older versions.
cli-show-arg-history = Show what was known when, and from which cell
cli-show-arg-generation = Version of the register to read (default: the one in use)
cli-export-arg-generation = Version of the register to export (default: the one in use)
cli-verify-arg-full = Count the rows of the files received again, by another way, and read these files again
cli-backup = Keep the whole register in one verified file
cli-backup-arg-out = File to write, for instance on a USB stick
cli-restore = Put a backup back, or an older version into use
cli-restore-arg-file = File written by “bato backup”
cli-restore-arg-generation = Number of the version to put into use
cli-decide = Decide: the same person, two persons, the right value, undo; “list” shows the decisions
cli-decide-arg-what = same, different (two persons), value (the right one), undo, list
cli-decide-arg-words = Identifiers of persons or rows "file!sheet!row"; for value: identifier, field, value; for undo: the decision’s number
cli-decide-arg-author = Who decides (default: the user of the computer)
cli-decide-arg-reason = Why
history-when = version { $generation } ({ $day })
history-registered = came into the register
history-back = back in the register
history-merged = found to be the same as { $id }
history-withdrawn = Withdrawn from the register: { $why }
history-from = from { $cell }
withdrawn-file-gone = the file is no longer there
withdrawn-file-unreadable = the file can no longer be read
withdrawn-file-replaced = the file was replaced by another
withdrawn-row-gone = the row is no longer in the file
withdrawn-row-quarantined = the row is in quarantine
withdrawn-since = since version { $generation }; was in { $cell }
decide-kept = Decision { $id } saved in { $path }. Run “bato run” for it to count.
decide-none = No decision.
decide-undoes = undoes { $id }
decide-is-undone = (undone)
backup-written = { $path }: { n-files }, { $mb_shown } MB, version { $generation } of the register. Read back and verified.
restore-settings = Note: the file { $path } was there already and stays in use. The settings of the backup, with which this register was made, are in { $beside }. Compare them before the next run.
restore-done = { n-files } put back; backup of the commune { $commune }, of { $at }, version { $generation } of the register in { $clean }.
restore-generation = Version { $from } is in use again, as number { $generation }. Nothing was deleted.
recount-changed = Files changed or gone since, not counted again: { $n_shown } (first { $first })
recount-not-counted = .xls or .xlsb files, which can’t be counted again: { $n_shown } (first { $first })
verify-recount = Counted again by another way: { n-rows } of { $sheets_shown } { $sheets ->
        [one] sheet
       *[other] sheets
    }
    .failed = Sheets without the number of rows announced: { $n_shown }, first { $first } (announced: { $told_shown }, counted: { $counted_shown })
reading-not-compared = Program { $program } made this version: its files were not read again.
verify-reading = Read again in { $files_shown } { $files ->
        [one] file
       *[other] files
    }, as in the register: { n-rows }.
    .failed = Rows that are not in the register as in their file: { $n_shown }, first { $first }. Run again with “bato run --no-cache”.
verify-cache = What the program keeps of each file matches it ({ $n_shown } { $n ->
        [one] file
       *[other] files
    }).
    .failed = Files of which the program keeps something else than their content: { $n_shown }, first { $first }. Run again with “bato run --no-cache”.
verify-withdrawn-gone = Persons withdrawn are no longer in the register ({ n-persons }).
    .failed = Persons withdrawn and still in the register: { $n_shown }, first { $first }
verify-named-person = Events, absences and residences name persons of the register ({ n-rows }).
    .failed = Rows that name a person who is not in the register: { $n_shown }, first { $first }
verify-name-index = The index of names leads to persons of the register (entries: { $n_shown }).
    .failed = The index of names does not fit the register (faults: { $n_shown }).
verify-register-index = The index of persons and households fits the tables (entries: { $n_shown }).
    .failed = The index of persons and households does not fit the tables (faults: { $n_shown }).
error-decide-author = Say who decides.
    .hint = Add --author "your name".
error-decide-reason = Say why.
    .hint = Add --reason "…": the reason stays with the decision.
error-decide-after-death = The person died on { $on } and can’t have been born on { $born }. Nothing was written.
    .hint = See which of the two days is wrong: correct the date of birth, or the row of the death in its file.
error-decide-after-event = A birth record or an event of this person is of { $on }: the person can’t have been born on { $born }. Nothing was written.
    .hint = See which of the two days is wrong: correct the date of birth, or that of the record or the event in its file.
error-decide-age = Born on { $born }, this person would be { $age } years old: more than { $limit }. Nothing was written.
    .hint = Check the year on the household sheet or on the birth record.
error-decide-future = { $born } is after today ({ $today }). Nothing was written.
    .hint = Check the year. If the date is right, the date of this computer is wrong: correct it.
error-decide-no-name = Nothing would be left of the name of this person. Nothing was written.
    .hint = Write the nom, the post-nom or the prénom at least.
error-decide-words = “bato decide { $what }”: a word is missing, or there is one too many.
    .hint = bato decide same IDENTIFIER IDENTIFIER · different IDENTIFIER IDENTIFIER · value IDENTIFIER FIELD VALUE · undo DECISION
error-decide-same-row = Both mean the same row: { $row }.
    .hint = To separate two rows of one person, name them: "file!sheet!row". “bato show IDENTIFIER” gives them.
error-decide-sheet-changed = { $path } was changed after the last run: its rows may have other numbers now. Nothing was written.
    .hint = Run “bato run” first, or name the person by the identifier that “bato find” shows.
error-decide-field = “{ $value }” is not a field on which one decides.
    .hint = Fields: { $known }
error-decide-value = “{ $value }” can’t be read as a value of { $field }.
    .hint = Dates: 09/11/1975; sex: M or F; quartier: as in the list.
error-decide-unknown = There is no decision { $id }.
    .hint = “bato decide list” shows the decisions and their numbers.
error-decide-undone = Decision { $id } is undone already.
    .hint = “bato decide list” shows the decisions and their numbers.
error-row-unknown = “{ $row }” is not a row of the register.
    .hint = Write "file!sheet!row" as “bato show” gives it; for a CSV "file!row".
error-backup-not = { $path } is not a backup of Bato.
    .hint = Choose a file written by “bato backup”.
error-backup-name-windows = The backup { $path } holds the file “{ $file }”: Windows cannot keep that name, or another file differs from it in capital letters alone. Nothing was restored.
    .hint = Restore it on a Linux computer, rename that file in data-raw, run “bato run”, then make a new backup.
error-backup-newer = { $path } was written by a newer version of Bato.
    .hint = Install the latest version, then try again.
error-backup-torn = { $path } is damaged: { $file } is not what was saved. Nothing was put back.
    .hint = Take another copy of the backup.
error-restore-not-empty = { $path } holds something already: nothing was put back.
    .hint = Choose other folders with --raw and --clean, or put these aside.
error-restore-unfinished = A restore was cut off before its end, and { $path } is in its way: it was put there since, and is not what the backup has. Nothing was changed.
    .hint = Move it to a folder elsewhere and give the command again, which finishes the restore. Then put the sheet back, under another name.
status-resident = lives in the commune
status-birth_only = known by a birth record alone
status-event_only = known by an event alone
status-deceased = deceased
status-departed = left the commune
status-withdrawn = withdrawn from the register
show-status = status
show-events = events
event-line = { $event } on { $on }{ $to }{ $effect }
# Follows the day of an event.
event-to = {" "}to { $place }
event-effect-superseded = {" "}(overtaken by a later event)
event-effect-repeated = {" "}(already declared)
event-effect-contradicted = {" "}(contradicted: a later round saw the person)
event-effect-after-death = {" "}(dated after the death)
error-file-changed = The file changed while it was being read: it was not taken.
    .hint = Wait until it is copied or saved, close the spreadsheet, then run again.
cli-verify-arg-generation = Version of the register to check (default: the one in use)
decide-value = { $field } = “{ $value }”: { $row }
cli-restore-arg-commune = The commune of the backup, to confirm it in a script
restore-confirm = Backup of the commune { $commune }, of { $at }, version { $generation } of the register. Put it back? (yes / no)
error-restore-other-commune = { $path } is a backup of the commune { $commune }, not of { $own }. Nothing was put back.
    .hint = Take the backup of your commune. If this is the one you want, add --commune "{ $value }".
error-restore-not-confirmed = { $path } was not put back.
    .hint = Run the command again and answer yes, or add --commune with the name of the commune.

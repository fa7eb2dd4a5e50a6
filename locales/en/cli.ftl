### Terminal: help, summary, checks.

cli = From household forms and birth registers to the population register, without losing a row.
cli-run = Read every file, then save the register and the report
cli-check = Check files: show each error and what to do, without touching the register
cli-correct = Correct a cell of a sheet, undo a correction or list them; the file stays as it is
cli-report = Render the reports of the version in use again
cli-export = Export a table of the register
cli-verify = Check that the register is intact and that no row is lost
cli-evaluate = Measure the quality on an invented commune (for those who make the program)
cli-heading-usage = Usage:
cli-word-command = COMMAND
cli-word-options = OPTIONS
cli-word-FILE = FILE
cli-word-DIR = FOLDER
cli-word-PERIOD = PERIOD
cli-word-TABLE = TABLE
cli-word-ID = IDENTIFIER
cli-word-TEXT = TEXT
cli-word-DATE = DATE
cli-word-FROM = FROM
cli-word-TO = TO
cli-word-N = N
cli-word-ROW = ROW
cli-word-SHARE = SHARE
cli-word-SHEET = SHEET
cli-word-WHY = WHY
cli-heading-commands = Commands:
cli-heading-arguments = Arguments:
cli-heading-options = Options:
cli-arg-help = Show this help
cli-arg-version = Show the version
cli-arg-raw = Folder of the files received, with census, births and reference (default: data-raw)
cli-arg-clean = Folder of the register; the program alone writes there (default: data-clean)
cli-arg-config = Settings file (default: bato.toml in the folder you are in)
cli-arg-lang = Language of messages: fr, nl or en
cli-arg-quiet = Show neither progress nor information
cli-arg-threads = Tasks done at the same time (default: as many as the computer can)
cli-arg-who = Your name, for the log of look-ups (default: that of your account)
cli-arg-why = Why, for the log of look-ups
cli-arg-force = Replace the output file if it exists already and is not of the same kind
cli-run-arg-no_cache = Read all files again, also those that have not changed
cli-run-arg-accept_removals = Accept that persons who are in no file any more are withdrawn from the register, and that rulings are gone; “=12”: only if there are exactly 12
cli-check-arg-files = Files to check (.xlsx, .xls, .ods or .csv), or folders: all their files
cli-check-arg-explain = Also show how each file was read
cli-check-arg-out = Folder of the corrections workbooks (default: beside each file)
cli-correct-arg-file = File, by its path under data-raw; alone: the list of its corrections
cli-correct-arg-sheet = Name of the sheet; "" for a CSV file
cli-correct-arg-row = Row number, as in the spreadsheet
cli-correct-arg-column = Letters of the column, such as C
cli-correct-arg-new = The new text; "" empties the cell
cli-correct-arg-old = The text seen in the cell: if it is no longer there, nothing is written
cli-correct-arg-undo = Number of the correction to undo
cli-correct-arg-author = Who corrects (default: the name of the user)
cli-correct-arg-reason = Why, for example “paper sheet”
cli-report-arg-out = Folder of the reports (default: reports in the register’s folder)
cli-export-arg-table = persons, households, births, events, lineage, quarantine, findings, links, aggregates or another table (a wrong name gives the list)
cli-export-arg-format = File format: csv, parquet, xlsx or jsonl (default: csv)
cli-export-arg-out = File to write (default: on the screen)
cli-evaluate-arg-truth = Truth: folder with census.csv (and births.csv, twins.csv), or one .csv file (default: tests/truth)
cli-evaluate-arg-json = Print the measures as JSON
cli-wrong-argument = there is no option “{ $argument }”.
cli-wrong-command = there is no command “{ $argument }”.
cli-no-command = no command is given.
cli-missing-argument = this is missing: { $argument }.
cli-wrong-value = the value “{ $value }” does not fit { $argument }.
cli-see-help = For the commands and their options: bato --help
word-error = Error:
word-hint = What to do:
place-file = file
place-line = row { $row }
place-line-column = row { $row }, column { $column } ({ $column }{ $row })
place-sheet = sheet “{ $sheet }”
place-sheet-row = { $sheet }, row { $row }
stage-read = Reading
stage-link = Linking
stage-register = Register
stage-publish = Saving
stage-report = Report
progress-left = left
progress-files = files: { $files_shown }, rows: { $rows_shown }
summary-title = Register saved: version { $generation }
summary-files = Files read: { $n_shown }
summary-equation = Rows read: { $rows_shown } = { rows-ignored } + { $quarantined_shown } in quarantine + { rows-registered } + { rows-merged }
summary-equation-census = {"  "}household forms: { $rows_shown } = { $ignored_shown } + { $quarantined_shown } + { $registered_shown } + { $merged_shown }
summary-equation-births = {"  "}birth records: { $rows_shown } = { $ignored_shown } + { $quarantined_shown } + { $registered_shown } + { $merged_shown }
summary-equation-events = {"  "}events: { $rows_shown } = { $ignored_shown } + { $quarantined_shown } + { $registered_shown } + { $merged_shown }
summary-events = Events: { $n_shown }, of which { $alone_shown } of a person known from no form and no record
summary-likely-dead = Residents who are probably dead, to be visited: { $n_shown } (“bato export likely_dead --format xlsx -o to-visit.xlsx”)
summary-persons = Persons in the register: { $n_shown }, in { $households_shown } { $households ->
    [one] household
   *[other] households
  }
summary-acts = Birth records: { $n_shown }, of which { $on_time_shown } on time and { $late_shown } late ({ $rate } on time){ $unknown ->
    [0] {""}
   *[other] , { $unknown_shown } without a usable date
  }{ $duplicates ->
    [0] {""}
   *[other] ; { $duplicates_shown } declared twice and counted once
  }
summary-same-content = “{ $path }” has the same content as “{ $first }”: its rows count twice. Remove one of the two.
summary-sheet-without-table = { $path }, sheet “{ $sheet }”: no list of persons or births ({ $reason })
summary-file-without-table = { $path }: no list of persons or births ({ $reason })
summary-withdrawn = Persons withdrawn from the register, their last row being gone: { $n_shown }
summary-next = What next:
summary-next-unreadable = {"  "}- { $n ->
    [one] One file could not be read: fix it
   *[other] { $n_shown } files could not be read: fix them
  } as said above, then run “bato run” again.
summary-next-quarantine = {"  "}- { $n ->
    [one] One row waits
   *[other] { $n_shown } rows wait
  } in quarantine. See them with “bato export quarantine --format xlsx -o quarantine.xlsx”, or with “bato check data-raw”, which writes the corrections workbooks. Correct in those workbooks, from the paper form, save them and run “bato run” again.
summary-next-review = {"  "}- { $n ->
    [one] One pair of rows is doubtful
   *[other] { $n_shown } pairs of rows are doubtful
  } (perhaps the same person): “bato review”.
summary-next-report = {"  "}- The report is in { $path }
summary-astray = { $n ->
    [one] Warning: one file is not read, because it is not in “census”, “births” or “events”.
   *[other] Warning: { $n_shown } files are not read, because they are not in “census”, “births” or “events”.
  } Move what must count into the right one of these folders, take the rest away, then run “bato run” again:
summary-settings-changed = Note: these settings are no longer those of version { $generation }: { $list }. If you did not change them, check that bato.toml is there and that this is the right folder.
summary-reference-changed = Note: reference tables are no longer those of version { $generation }: { $list }. Figures may change although no sheet did. If you did not change them, put them back.
summary-corrections-gone = { $n ->
    [one] Note: a typed correction of the last version is in no file of data-raw/corrections any more: { $list }. If it was not removed on purpose, put its line back.
   *[other] Note: { $n_shown } typed corrections of the last version are in no file of data-raw/corrections any more: { $list }. If they were not removed on purpose, put their lines back.
  }
summary-events-of-others = { $n ->
    [one] Note: an event bears the number of a person with other names or of the other sex: { $list }. The number counts: compare with the paper and correct one of the two.
   *[other] Note: { $n_shown } events bear the number of a person with other names or of the other sex: { $list }. The number counts: compare with the paper and correct one of the two.
  }
summary-idle-pin = Note: columns are fixed in the settings for the file { $file }, which is not there. { $renamed ->
    [yes] { $now } has the content that it had: if it was renamed, write this name in bato.toml (ingest.pin).
   *[no] If it was renamed, write its new name in bato.toml (ingest.pin).
  }
summary-unknown-files = { $n ->
    [one] Warning: one file is not read, because its name or format is none of those of its folder.
   *[other] Warning: { $n_shown } files are not read, because their name or format is none of those of their folder.
  } “reference” holds { $names }, spelt like this; “decisions” holds CSV files: import a workbook of judged pairs with “bato review --import”. Rename or remove the following, then run “bato run” again:
summary-next-no-report = {"  "}- The register is saved, but the report could not be written: { $said }
    Then run “bato report”.
check-equation = Rows read: { $rows_shown } = { rows-ignored } + { $quarantined_shown } in quarantine + { $registered_shown } fit for the register
check-what-to-do = What to do:
check-hint = - { $title } ({ $n_shown }): { $hint }
check-nothing = Nothing to correct.
report-written = Report written: { $path }
release-written = Release no. { $number } written: { $path }
dhis2-written = { $n_shown } values of the release { $path }; { $hidden } figures that it does not show are left out.
cli-export-arg-map = For “export dhis2”: the map of data elements and units
cli-export-arg-release = For “export dhis2”: folder of the release (else: the last)
release-changes = { $n ->
    [one] { $n_shown } person or record has changed since the release before.
   *[other] { $n_shown } persons or records have changed since the release before.
  }
release-without-ledger = Attention: the register is at version { $generation }, but no ledger of releases was found. This release counts as the first. If others have already left, take the folder data-clean/releases from a backup before you pass this one on.
cli-release = Make a release: rounded figures without names, for Brussels or the coordinator
cli-release-arg-period = Period: 2018, 2018-S2, 2018-T4 or 2018-12 (else: the quarter of the last declarations that the release shows)
cli-release-arg-out = Folder of releases (else: releases, beside the folder of the register)
cli-release-arg-new_settings = Change the joined quartiers or the legal rules of releases for good: say why
cli-release-arg-without_ledger = Make the release although the ledger of releases is gone or damaged: say why
release-residents-of = Too few residents changed: population and children are those of release no. { $number }.
export-written = Table “{ $table }”: { $n_shown } { $n ->
    [one] row
   *[other] rows
  } written to { $path }
verify-generation = Version { $generation } of the register
verify-recovered = { $cause }. The program took the last intact version.
recovery-missing = The mark of the version in use was missing
recovery-unreadable = The mark of the version in use could not be read
recovery-damaged = The version in use was damaged
recovery-replaced = An old copy of the register had been put in the place of this version
verify-mark-ok = good{" "}
verify-mark-failed = FAULT
verify-sound = The register is intact.
verify-ledger-damaged = The tables of the register are intact, but the ledger of releases is damaged.
verify-others-damaged = The version in use is intact. Another version that is kept is damaged: running again does not mend it. A backup of that time holds it; nothing else depends on it.
verify-damaged = The register is damaged. Delete nothing: run “bato run” again, which starts from the last intact version.
evaluate-no-outcome = Rows of truth without an outcome: { $n_shown } of { $total_shown }
evaluate-no-data = Rows without data registered: { $n_shown }
evaluate-good = Good rows registered or merged: { $n_shown } of { $total_shown } ({ $share }%)
evaluate-bad = Bad rows in quarantine: { $n_shown } of { $total_shown } ({ $share }%)
evaluate-bad-rule = {"  "}of which for the right reason: { $n_shown } ({ $share }%)
evaluate-census = Census with census: precision { $precision }, recall { $recall }, F1 { $f1 } ({ $found_shown } pairs, { $truth_shown } true)
evaluate-acts = Records with records: precision { $precision }, recall { $recall }, F1 { $f1 } ({ $found_shown } pairs, { $truth_shown } true)
evaluate-act-census = Records with census: precision { $precision }, recall { $recall }, F1 { $f1 } ({ $found_shown } pairs, { $truth_shown } true)
evaluate-twins = Pairs of twins made one person: { $n_shown } of { $total_shown }
evaluate-persons = Persons in the census: { $n_shown } found, { $total_shown } true ({ $share }%)
evaluate-timeliness = Records classed differently from the truth: { $n_shown } of { $total_shown }
evaluate-clusters-census = Persons of the forms: { $right_shown } exactly right of { $truth_shown } ({ $share }%), { $found_shown } found
evaluate-clusters-all = Persons of forms and records: { $right_shown } exactly right of { $truth_shown } ({ $share }%), { $found_shown } found
evaluate-clusters-rows = {"  "}by row (B³): precision { $precision }, recall { $recall }, F1 { $f1 }
evaluate-clusters-several = {"  "}persons of several rows: precision { $precision }, recall { $recall }, F1 { $f1 }
evaluate-clusters-largest = {"  "}largest person: { $n_shown } rows (true: { $total_shown })
evaluate-thresholds = Pairs by threshold of probability, before persons are made of them:
evaluate-column-threshold = threshold
evaluate-column-precision = precision
evaluate-column-recall = recall
evaluate-column-f1 = F1
evaluate-column-found = found
evaluate-column-false = false
evaluate-column-missed = missed
evaluate-column-from = from
evaluate-column-to = to
evaluate-column-pairs = pairs
evaluate-column-announced = predicted
evaluate-column-true = true
evaluate-column-low = low 95%
evaluate-column-high = high 95%
evaluate-stored-from = {"  "}Only pairs at { $from } or more are kept: the others count as missed.
evaluate-reliability = Predicted probability and the share of the pairs that is true:
evaluate-calibration = {"  "}Brier score: { $brier }; mean distance between predicted and true: { $error } (0 is best).
evaluate-errors = Wrong pairs: { $n_shown } false, { $missed_shown } missed
evaluate-false = False, { $cause }: { $n_shown }
evaluate-missed = Missed, { $cause }: { $n_shown }
evaluate-differing = what differs: { $differing }
evaluate-differing-one = { $difference } { $n_shown }
evaluate-cause-twin = twins joined
evaluate-cause-homonym = namesakes joined
evaluate-cause-same_household = two persons of one household joined
evaluate-cause-other = other persons joined
evaluate-cause-left_out = a row is not in the register
evaluate-cause-not_compared = never compared, or too unlikely to be kept
evaluate-cause-set_aside_by_rule = kept apart by a rule
evaluate-cause-set_aside_by_person = kept apart by a person
evaluate-cause-below_threshold = below the threshold
evaluate-difference-moved = quartier
evaluate-difference-name_part_missing = part of the name missing
evaluate-difference-name_spelt_otherwise = name spelt differently
evaluate-difference-birth_date = date of birth
evaluate-difference-several = several of these
evaluate-difference-none_of_these = none of these
evaluate-difference-unknown = unknown

## bato template

cli-template = Write a template to fill in, with lists and instructions
cli-template-arg-kind = census (household forms), births (birth register) or events
cli-template-arg-out = File to write (default: template-census.xlsx or template-births.xlsx, in the folder you are in)
cli-template-arg-rows = Number of blank rows (default: 500)
cli-template-arg-force = Replace the file if it is there already
explain-title = How this file was read:
explain-sheet = Sheet “{ $sheet }”
explain-table = Table: headings in row { $heading }, { $n ->
    [0] no row of data
    [one] one row of data (row { $first })
   *[other] { $n_shown } rows of data (rows { $first } to { $last })
  }
explain-no-table = No table recognised.
explain-column = { $column }  “{ $heading }”: { $field } ({ $why })
explain-left-out = Rows left out or in quarantine: { $n_shown }
explain-reason = { $reason }: { $n ->
    [one] row
   *[other] rows
  } { $rows }
explain-to = to
explain-same = The same headings come again { $n_shown } times further down.
cli-rules = List the rules of validation, or explain one
cli-rules-arg-rule = Rule to explain (default: all)
rules-scope-row = row
rules-scope-household = household
rules-scope-file = file
rules-scope-files = files
rules-scope-reading = reading
rules-setting = To change its severity, in bato.toml under [validate.severity]: { $setting }

cli-link = Find the duplicates of a list, or link two lists
cli-link-arg-settings = What each column holds (see docs/link.md)
cli-link-arg-inputs = One list, or two to link (.csv, .xlsx, .xls, .ods or .parquet)
cli-link-arg-out = File to write, .csv, .xlsx, .parquet or .jsonl; the pairs and the weights go beside it
cli-link-arg-truth = Column that holds the truth: same value, same person (to measure)
cli-link-arg-model = Weights learnt before (the .model.json file); without it they are learnt
cli-link-arg-json = Give the result as JSON
cli-word-SETTINGS = SETTINGS
cli-word-INPUT = LIST
cli-word-COLUMN = COLUMN

link-summary =
    Rows read: { $rows_shown }; persons: { $clusters_shown }; duplicates: { $duplicates_shown }.
    Doubtful pairs, to be judged: { $review_shown }; pairs kept apart by a rule: { $apart_shown }.
link-no-pass =
    No pair was compared: the values of these columns are too common to choose which rows to compare. Nothing is written, and the list may hold duplicates.
    Add a column to the settings that tells rows apart: a name, a date, a number.
link-long-texts = Column “{ $column }” holds texts of several words. They are compared whole, like one word: two texts that differ in a word count as different, and their duplicates may be missed.
link-passes = Where pairs were looked for:
link-pass = { $name }: { $pairs_shown } { $pairs ->
        [one] new pair
       *[other] new pairs
    }, { $links_shown } of them taken{ $divided ->
        [0] {""}
       *[other] {" "}(divided blocks: { $divided_shown })
    }
link-pass-true = {" "}; { $share } of the true pairs
link-written =
    Rows with their cluster: { $out }
    Pairs with their weights: { $pairs }
    Weights learnt: { $model }
cli-link-arg-by_keys = With --model: choose pairs by the keys of the model, as between several machines (see docs/country.md)
link-no-frequencies = This model is an old one: it does not say how common each value is. That was counted in this list.
cli-export-arg-model = With keys: the model of “bato link”
cli-export-arg-list = With keys: export this list in place of the register
cli-export-arg-commune = With keys: name of the commune, written before each id (otherwise: the one of the settings)
export-keys-written = { $persons_shown } persons and { $keys_shown } keys written to { $path }
cli-model = Merge models of “bato link” into one
cli-model-arg-what = merge: add up the frequencies of several models
cli-model-arg-models = Files .model.json
cli-model-arg-out = Model to write
model-merged = Model of { $rows_shown } rows: { $path }
cli-score = Score pairs: an Arrow stream in, an Arrow stream out (see docs/country.md)
cli-score-arg-model = Model of “bato link” or of “bato model merge”
cli-cluster = Make clusters of pairs that were scored elsewhere (see docs/country.md)
cli-cluster-arg-model = Model with which the pairs were scored
cli-cluster-arg-pairs = Scored pairs: a .parquet file or a folder of such files
cli-cluster-arg-persons = Persons of each commune: the files persons.parquet of “bato export keys”
cli-cluster-arg-aliases = National aliases of an earlier time, which live on
cli-cluster-arg-out = File to write, .csv, .xlsx, .parquet or .jsonl; the pairs and the aliases go beside it
cluster-summary = { $pairs_shown } pairs of { $persons_shown } persons: { $clusters_shown } clusters, { $linked_shown } persons in a cluster.
cluster-written =
    Persons with their cluster: { $out }
    Pairs with their weights: { $pairs }
    National aliases: { $aliases }
cli-keys = Count between communes without names: keys of a round, secret, pairs (see docs/country.md)
cli-keys-arg-round = Name of the round, the same in all communes: write the keys of the residents
cli-keys-arg-secret = Secret of an office; at least two, of two offices
cli-keys-arg-commune = Name of the commune (otherwise: the one of the settings)
cli-keys-arg-truth = Truth of an invented commune, to measure
cli-keys-arg-new_secret = Draw the secret of this office and write it to this file
cli-keys-arg-pairs = Pairs that came back from the coordinator: write the persons
cli-keys-arg-numbers = With --pairs: the file numbers.csv of the round
cli-keys-arg-out = Folder to fill; with --pairs, file to write
cli-overlap = Count the persons registered in two communes, with the keys of a round (see docs/country.md)
cli-overlap-arg-communes = What each commune sent: folders with keys.parquet and round.json
cli-overlap-arg-out = Folder to fill
cli-overlap-arg-truth = For invented communes: numbers.csv of each, in the same order
cli-overlap-arg-json = Give the result as JSON
keys-secret-written = Secret written to { $path }. Keep it, and send it to the other offices in a sealed parcel, never to the coordinator.
keys-made = { $persons_shown } residents, { $with_keys_shown } of them with a key; { $keys_shown } keys.
keys-written =
    To send to the coordinator: { $leaving }
    To keep in the commune: { $staying }
keys-pairs-written = { $n_shown } { $n ->
        [one] person written
       *[other] persons written
    } to { $path }. This file holds names: it leaves in a sealed parcel only.
overlap-count = { $a } and { $b }: about { $estimate_shown } persons in both (from { $low_shown } to { $high_shown }); found: { $found_shown }; pairs left out because another fits as well: { $ambiguous_shown }.
overlap-truth = In truth { $shared_shown }; precision { $precision }, recall { $recall }.
overlap-written = Counts, and numbers of the pairs: { $path }
scores-pairs = Pairs: precision { $precision }, recall { $recall }, F1 { $f1 } ({ $found_shown } found, { $truth_shown } true)
scores-clusters = Persons: { $right_shown } right to the row of { $truth_shown } ({ $share } %), { $found_shown } found
cli-review = Judge the doubtful pairs in a workbook
cli-review-arg-export = Write the pairs to judge to this workbook (.xlsx)
cli-review-arg-most = How many pairs to write at most, the most useful first (otherwise: 2,000)
cli-review-arg-sample = With --export: draw so many pairs at random (otherwise: 300) to judge without help; alone: show precision and recall by the last sample judged
cli-review-arg-import = Read the decisions of a filled-in workbook
cli-review-arg-author = Who decided
cli-judge = Judge the doubtful pairs one after the other
cli-judge-arg-uncertain = Look at the merges again, the least certain first
cli-judge-arg-agreement = Show how well two agents agree on the same pairs, and where they do not
cli-word-NAME = NAME
cli-show = Show all that is known of a person or household
cli-show-arg-id = Identifier of the person (P-…) or household (M-…)
cli-show-arg-html = Write a page to open in a browser
## bato synth

cli-synth = Invent a commune with its truth, to try and to measure (for those who make the program)
cli-synth-arg-persons = Number of inhabitants, from 100 to 10,000,000
cli-synth-arg-seed = Number to begin from: another number gives another commune (default: 1)
cli-synth-arg-shared_with = Seed of another commune; some of its households are in this one, too
cli-synth-arg-shared = Share of these households, from 0 to 1 (otherwise: 0.02)
cli-synth-arg-out = Folder to fill; data-raw and truth are made in it
cli-synth-arg-difficulty = How hard: light (few errors), usual or heavy (many errors, names handed on in families)
cli-synth-arg-settings = File of settings of the invented commune (default: those that come with the program)
cli-synth-arg-print_settings = Show the settings that come with the program, with unit and reason
cli-synth-arg-force = Replace an invented commune that is there already
synth-made = Invented commune: { $persons_shown } inhabitants, { $files_shown } files, { $rows_shown } rows on forms and { $acts_shown } records, in { $path }
cli-compare = Put communes side by side, by their aggregated figures
cli-compare-arg-communes = Folders of the communes’ reports (or their file aggregates.csv)
cli-compare-arg-out = Folder for the comparing page and workbook
compare-overview = { $commune }: { $persons } persons, { $households } households; { $censused } of { $quartiers } quartiers censused
    {"  "}on time: { $on_time } (from { $low } to { $high }) of { $judged } records whose delay is known
    {"  "}children without a record: { $without } (from { $without_low } to { $without_high }) of { $children } censused children
compare-flags = { $n ->
    [0] No error found in the figures published elsewhere.
    [one] { $n_shown } error found in the figures published elsewhere.
   *[other] { $n_shown } errors found in the figures published elsewhere.
  }
compare-written = Comparison written: { $path }
cli-export-arg-words = For the spreadsheet program: headings, words and messages in the language chosen, columns separated by “;” (csv; an xlsx always is so)
cli-show-arg-details = Also show the weight of each comparison, in bits
summary-unchanged = Nothing has changed: version { $generation } of the register stays in use.
summary-one-fiche = { $n ->
    [one] One ruling was not followed
   *[other] { $n_shown } rulings were not followed
  }: both rows are on one household sheet, they are two persons.
recovered-answer = Attention: this answer comes from { $code ->
    [replaced] version
   *[other] the older version
  } { $generation }. { $cause }. Run “bato run” again.
clock-behind = Attention: the computer’s clock ({ $now }) is before the last version of the register ({ $last }). Set it right.
clock-ahead = Attention: the computer’s clock ({ $now }) is years after the last version of the register ({ $last }). Check it.
ask-why = For what reason? (it is written to the log of look-ups)
answer-yes = yes y oui o ja j
summary-rulings-gone = { $n ->
    [one] One ruling of the last version is in no file any more:
   *[other] { $n_shown } rulings of the last version are in no file any more:
  }
summary-corrected-cells = { $n ->
    [one] Typed corrections: one cell is read corrected.
   *[other] Typed corrections: { $n_shown } cells are read corrected.
  }
summary-corrections-not-applied = { $n ->
    [one] One correction is not applied: see why with “bato check data-raw”.
   *[other] { $n_shown } corrections are not applied: see why with “bato check data-raw”.
  }

# Windows: a window of its own, the folder of the register.
cli-close-window = Press Enter to close this window.
cli-register-folder = Folder of the register: { $path }
cli-register-folder-new =
    Folder of the register: { $path }
    It was just created in your documents, which other accounts of this PC cannot read.
    Put the files of household sheets into data-raw, folder census, and the birth registers into births.

## bato course

cli-course = Follow the course: lessons on an invented commune, in a folder apart
cli-course-arg-learner = Name of the learner
cli-course-start = Begin the course of a learner, or go on with it
cli-course-start-arg-learner = Name of the learner
cli-course-start-arg-seed = Number of the invented commune (otherwise: drawn)
cli-course-status = Show the lessons and the current lesson
cli-course-check = Check the current lesson
cli-course-hint = Give a hint, then a second, then a third
cli-course-next = Prepare the next lesson
cli-course-reset = Begin a lesson again (otherwise: the current one)
cli-course-reset-arg-lesson = Name or number of the lesson
cli-course-answer = Answer a question of the lesson
cli-course-answer-arg-text = The answer
cli-course-answer-arg-question = Number of the question (otherwise: the first without a right answer)
cli-course-solution = Show the solution of the lesson
cli-course-solution-arg-carry_out = Carry it out
cli-course-certificate = Write the certificate, once all lessons are passed
cli-course-certificate-arg-out = Page to write (otherwise: attestation.html in the folder of the course)
cli-course-certificate-arg-signed = Folder of the result that the trainer signed
cli-course-result = Write the result for the trainer, in totals
cli-course-result-arg-out = Folder to write it to (otherwise: resultat in the folder of the course)
cli-course-result-arg-with_name = With your name: only if you agree
cli-course-sign = Sign the result of a learner with the key of this office (for the trainer)
cli-course-sign-arg-folder = Folder of the result
cli-course-results = Show the results of the learners (for the trainer)
cli-course-results-arg-folders = Folders of courses and of results received (otherwise: cours)
cli-arg-learner = Name of the learner
cli-word-LESSON = LESSON
release-acts-of = Too few records changed: the records, and the period { $period }, are those of release no. { $number }. Records read since will be in a later release.

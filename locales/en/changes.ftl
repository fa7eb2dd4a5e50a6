# What changes in the register.

diff-title = From version { $from } ({ $from_at }) to version { $to } ({ $to_at }):
changes-title = What changes in the version in use:
changes-none = Nothing changes.
changes-rows = Rows: { changes-added }, { changes-removed }, { changes-corrected }, { $moved_shown } moved
changes-file-new = new file
changes-file-gone = file missing
changes-file-renamed = renamed, before “{ $from }”
changes-file-changed = changed file
changes-file-older = an older copy, that of version { $generation }: is it meant?
changes-n-added = { $n_shown } added
changes-n-removed = { $n_shown } removed
changes-n-corrected = { $n_shown } corrected
changes-n-moved = { $n_shown } from another file
changes-persons-gone = Persons without any row: { $n_shown }
changes-persons-merged = Persons recognised as another of the register: { $n_shown }
changes-persons-back = Persons who are back: { $n_shown }
changes-persons-changed = Persons of whom a value changes: { $n_shown }
changes-persons-new = New persons: { $n_shown }
changes-more = {"  "}… and { $n_shown } more: “bato diff --all” shows them once the register is saved
changes-blank = (none)
summary-dry-run = Trial: nothing was saved, the register is unchanged
changes-field-nom = surname
changes-field-postnom = post-name
changes-field-prenom = first name
changes-field-sex = sex
changes-field-born_on = date of birth
changes-field-birth_place = place of birth
changes-field-quartier = quartier
changes-field-avenue = avenue
changes-field-parcel = parcel number
changes-field-household_id = household
changes-field-relation = relation
changes-field-marital_status = marital status
changes-field-occupation = occupation
changes-field-birth_act = birth record
changes-field-status = status
cli-diff = Show what changed between two versions of the register
cli-diff-arg-from = First version (default: the last but one)
cli-diff-arg-to = Second version (default: the one in use)
cli-diff-arg-all = Show all persons
cli-run-arg-dry_run = Stop before saving, having shown what changes
summary-expect = To save exactly what is shown here: { $command }
cli-word-CODE = CODE
cli-run-arg-expect = Save only what was shown by the trial (“--dry-run”) that gave this code
cli-run-arg-progress_json = Print progress and result as JSON, one line a step, for another program
cli-run-arg-timings = Write to this file (JSON) the time and memory that each stage took
error-no-earlier-generation = There is no version before version { $generation }.
    .hint = “bato diff” compares two versions: a second one is needed.
changes-added = { $added_shown } added
changes-removed = { $removed_shown } removed
changes-corrected = { $corrected_shown } corrected
changes-value = { $what }: { $before } → { $after }
changes-reason-file-new = new file: { $place }{ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } rows)
  }
changes-reason-file-gone = its file is no longer there: { $place }{ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } rows)
  }
changes-reason-row-new = row added: { $place }{ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } rows)
  }
changes-reason-row-gone = row removed from the file: { $place }{ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } rows)
  }
changes-reason-row-changed = row changed in the file: { $place }{ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } rows)
  }
changes-reason-corrected = correction typed by { $who }: { $place }{ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } rows)
  }
changes-reason-quarantined = its row now waits in quarantine: { $place }{ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } rows)
  }
changes-reason-released = its row no longer waits in quarantine: { $place }{ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } rows)
  }
changes-reason-ruled-same = { $who } decided: the same person ({ $place })
changes-reason-ruled-different = { $who } decided: two persons ({ $place })
changes-reason-value-ruled = { $who } decided a value ({ $place })
changes-reason-ruling-undone = { $who } undid a decision ({ $place })
changes-reason-regrouped = the program links { $place } differently (with { $who }){ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } rows)
  }
changes-reason-consequence = the person’s rows did not change: it follows from a change in the household, an event or a setting
changes-reason-household = the row of { $who }, of the same household, changed: { $place }
changes-reason-setting = a setting changed since the version in use (words, columns, quartier or year of a file): see “Settings”


course-signed-file = The same signed result in one file, to be sent back as a parcel: { $path }
# The course: what the learner reads in the terminal and on the desk.

course-started = The course of { $name } begins. Its folder: { $path }. Its invented commune has the number { $seed }: nobody else has the same answers.
course-started-before = The course of { $name } goes on. Its folder: { $path } (invented commune no. { $seed }).
course-desk = To work in the browser: { $command }
course-of = Course of { $name } ({ $path })
course-lesson = Lesson { $n } of { $of }: { $title }
course-minutes = { $n ->
    [one] 1 minute
   *[other] { $n_shown } minutes
}
course-paper = What is written on the paper:
course-paper-row = Row
course-goals = What is to be reached:
course-commands = In the folder of the course: “bato course check” checks, “bato course hint” gives a hint, “bato course solution” shows the solution, “bato course reset” begins the lesson again.
course-open = { $n ->
    [one] 1 point is still open. “bato course hint” gives a hint.
   *[other] { $n_shown } points are still open. “bato course hint” gives a hint.
}
course-passed = Lesson passed. The next one: “{ $title }”. “bato course next” prepares it.
course-all-passed = All lessons are passed. “bato course certificate” writes the certificate.
course-reset = The lesson is prepared anew: what was done in the practice register is no longer there.
course-more-hints = Another hint: “bato course hint”.
course-no-more-hints = That was the last hint. The solution: “bato course solution”.
course-answered = Answer noted. The question: { $question } “bato course check” checks it.
course-solved = The solution was carried out. “bato course check” checks.
course-with-solution = (with the solution)
course-certificate-written = Certificate written: { $path }
course-countersigned = Countersigned by { $office } (six words: { $words }).
course-not-countersigned = This certificate is not countersigned: the office of the trainer has not signed the result yet.
course-result-written = Result written, in totals and without a name: { $path }. Hand it to the trainer on a stick; or, on the real desk, page Course: “Send the result”.
course-result-named = Result written with your name, as you agreed: { $path }. Hand it to the trainer on a stick; or, on the real desk, page Course: “Send the result”.
course-signed = Result no. { $seed } signed ({ $n ->
    [one] 1 lesson passed
   *[other] { $n_shown } lessons passed
}). Give the folder { $path } back to the learner.
course-unnamed = Learner no. { $seed }
course-table-learner = { $name }: { $n_shown } lessons passed of { $of_shown }; { $minutes_shown } minutes; hints: { $hints_shown }; agreement on pairs: { $share }
course-table-lessons = The lessons: how many passed, minutes (in the middle), hints, solutions looked at
course-table-lesson = { $title }: { $passed_shown }; { $minutes_shown } min; { $hints_shown }; { $solved_shown }
course-table-pairs = The pairs most often judged wrongly:
course-table-corrections = The faults most often corrected wrongly:
course-table-none = none
course-pair-moved = the same person, who moved with the family
course-pair-father-and-son = a father and his son of the same name
course-pair-name-handed-on = a name handed on to a child
course-pair-twins = twins
course-pair-namesakes = two namesakes of the same year
course-pair-other = another pair
course-wrong-reason = same name, I think
course-office-commune = Practice commune
course-office-quartier = Practice quartier
course-office-safe = Safe

## The certificate

course-certificate-title = Certificate of training
course-certificate-text = has passed all lessons of the course on the population register, on an invented commune, in the program itself.
course-certificate-lessons = Lessons passed
course-certificate-agreement = Pairs judged rightly before the solution was looked at
course-certificate-no-agreement = not measured
course-certificate-seed = Number of the exercise (each learner has their own)
course-certificate-line = Place and date, signature and stamp:
course-certificate-day = Finished on
course-certificate-program = Program
course-certificate-signed = Countersigned on { $day } by { $office }. The six words of this office: { $words }.

## What the lessons ask

course-goal-findings = No warning “{ $rule }” left in the saved version (left: { $n_shown })
course-goal-findings-none = No warning “{ $rule }” left in the saved version (nothing is saved yet: Import)
course-goal-quarantined = No row left in quarantine in the saved version (left: { $n_shown })
course-goal-quarantined-none = No row left in quarantine in the saved version (nothing is saved yet: Import)
course-goal-rows-equal = Each person is in the register as on the paper (rows that are missing or differ: { $n_shown })
course-goal-rows-equal-none = Each person is in the register as on the paper (nothing is saved yet: Import)
course-goal-recorded = Your work is in a saved version: all files, corrections and decisions as they are now (Import, then Save)
course-goal-pairs-judged = At least { $least_shown } pairs judged, 9 of 10 of them rightly (judged: { $n_shown }; right: { $right_shown })
course-goal-pairs-judged-few = At least { $least_shown } pairs judged, 9 of 10 of them rightly (judged: { $n_shown }; how many are right is said from { $least_shown } on)
course-goal-apart = { $person } is a person apart again
course-goal-event-death = The register knows of the death of { $person } on { $day }
course-goal-event-departure = The register knows of the departure of { $person } on { $day }
course-goal-found = You have looked up { $person } and opened the page
course-goal-backed-up = The stick holds a backup of the version in use
course-goal-restored = The other PC has the same register
course-goal-parcel-opened = The parcel has arrived complete
course-goal-receipt = The sender has entered your receipt
course-goal-released = The release for Brussels is made
course-goal-answer = The question has the right answer
course-question-rows = How many rows did the program read in all?
course-question-persons = How many persons are in the register?
course-question-late = How many birth acts are late? (a number of acts, no percentage)
course-question-on-time = How many birth acts are on time? (a number of acts, no percentage)
course-question-vanishing = How many persons would no longer be in the register if one saved without this file? (persons who have no row any more)
course-question-version = Which version of the register is in use just after the cut? (its number)
course-question-may-leave = What may be sent to Brussels?
course-choice-may-leave-a = the list of persons, in a workbook
course-choice-may-leave-b = the folder that “Make the release” made
course-choice-may-leave-c = a copy of the whole register
course-question-exact-report = To whom may the report of the commune be given, whose numbers are exact?
course-choice-exact-report-a = to a newspaper
course-choice-exact-report-b = to the coordinator, by e-mail
course-choice-exact-report-c = to nobody outside the commune

## The steps of a solution

course-step-on-pc = On the PC “{ $pc }”: { $command }
course-step-correct-cells = Page Correct: open the file and write what the paper has (in a terminal: bato correct)
course-step-correct-workbook = Page Correct: open the file, “Corrections workbook”, correct these cells, save it as .xlsx; page Deposit: choose the workbook, “Add this file”
course-step-judge-pairs = Page Judge: 1, the same person, for these, who moved with somebody of their household; 2, two persons, for all others
course-step-write-events = Page of each person, report an event: the death of the first, the departure of the second to Matadi
course-step-take-file = Page Deposit: choose this file in the folder of the stick, “Deposit these files”, then “Add this file”
course-step-answers = Page Course: the answers, in the order of the questions
course-step-enter-receipt = Page Parcels, “Arrived”: copy the receipt; page Course, “At the sender’s”: paste it and enter it
course-page-columns = On the page of the deposited file: “Rubrique 5” holds the post-nom, “Rubrique 6” the nom, “Rubrique 7” the prénom; “Remember and read the file again”, then “Add this file”
course-page-import = Page Import: “Import: see what changes”, then “Save”
course-page-open-person = Page Look up: write the name and open the page of the person
course-page-undo-ruling = Page of the person, “Rulings of agents”: undo that of the colleague; or page Course: “Undo the decision of the colleague”
course-page-see-state = Page Import: it says that the work was cut off and that nothing changed; Home: the version in use
course-page-backup = Page Back up: write the folder of the stick, then “Back up”
course-page-restore = Page Course, “On the other PC”: “Restore the backup of the stick”
course-page-open-pieces = Page Parcels, “Receive”: the passphrase, these two pieces, “Open”
course-page-open-lost = Page Parcels, “Receive”: the passphrase, the piece that was sent a second time, “Open”
course-page-release = Page Import: “Make the release”

## Lesson 1

course-lire-title = Read a sheet, find three columns
course-lire-text =
    A quartier has brought the file { $last } on a USB stick. Three of its headings say nothing: “Rubrique 5”, “Rubrique 6” and “Rubrique 7”. The program guesses by the content, but nothing there tells a nom from a post-nom: it may be wrong, even where the page says that all is read.
    1. Page Deposit: choose the file on the stick (its folder is shown below).
    2. On the page of the file, before you add it, compare the examples of each column with the paper and say what it holds. The paper shows the first three persons.
    3. Add the file.
    4. Page Import: look at what changes, then save.
course-lire-hint-1 = Look at the first person on the paper. In which column of the file is the nom? And the post-nom? The program took one for the other.
course-lire-hint-2 = Page Deposit: open the file. Each column has a list that says what it holds. Change those of “Rubrique 5” and “Rubrique 6”, then “Remember and read the file again”.
course-lire-hint-3 = “Rubrique 5” is the post-nom, “Rubrique 6” the nom, “Rubrique 7” the prénom. “Remember and read the file again”, “Add this file”, then page Import: “Import: see what changes” and “Save”.
course-lire-solution = “Rubrique 5” is the post-nom, “Rubrique 6” the nom, “Rubrique 7” the prénom. It is said once: the setting holds for this file.
course-lire-commands = Copy the file of the folder { $stick } into data-raw/census, say the columns with “bato settings column”, then “bato run”.

## Lesson 2

course-classeur-title = Correct in the workbook
course-classeur-text =
    The file { $file } is deposited already. It has three wrong dates of birth: these rows will wait in quarantine. They are not lost, but these persons will not be registered.
    1. Page Correct: open the file and take its “Corrections workbook”: it is your file, with the cells to correct in colour.
    2. Correct the three dates in it by the paper and save it as .xlsx, wherever you like.
    3. Page Deposit: deposit this workbook and add it. Its first sheet, the explanations, is not read. Its persons do not count twice: it replaces the original file, whose rows are then left out.
    4. Page Import: look at what changes, then save.
course-classeur-hint-1 = Page Correct: open the file. “Corrections workbook” fetches it: it is in the folder Downloads of the browser.
course-classeur-hint-2 = In the workbook, go to the coloured sheet. Only the three cells in strong colour are to be changed. Write day/month/year.
course-classeur-hint-3 = Change nothing else. Page Deposit: choose the corrected workbook, “Deposit these files”, “Add this file”. Then page Import: “Import: see what changes” and “Save”.
course-classeur-solution = The dates of the paper, written in the corrections workbook in the place of the three wrong ones; the workbook deposited, then an import.
course-classeur-commands = “bato check data-raw/{ $path }” writes the workbook “.corrections” beside the file; corrected and saved in the same place, “bato run” takes it.

## Lesson 3

course-page-title = Correct on the page
course-page-text =
    The file { $file } is deposited already. It has four wrong dates of birth. This time, correct them without a spreadsheet.
    1. Open the paper in another tab (link below the table) or note the four dates.
    2. Page Correct: open the file and write each date, cell by cell. The file received is not changed: the correction is noted beside it, with your name.
    3. Page Import: only here do the corrections count. Look at what changes, then save.
course-page-hint-1 = Page Correct: open the file. The key n leads to the next fault.
course-page-hint-2 = The number of the row is the same as on the paper. Write the date of the paper, then “Save and next”. Where a fault shows two cells, the date of birth is the wrong one.
course-page-hint-3 = “Saved” on the page Correct means noted, not imported yet. When the four dates are written: page Import, “Import: see what changes”, “Save”.
course-page-solution = The four dates of the paper, typed on the page Correct; then an import.
course-page-commands = “bato correct” for each cell, then “bato run”.

## Lesson 4

course-importer-title = Import, read the equation
course-importer-text =
    Two files are deposited already; there is no register yet. Page Import: look at what changes, then save the first version.
    The page then shows the count: rows read = left out + in quarantine + registered + merged. Add up: both sides are always equal, no row is lost. One row is in quarantine (it is on the paper below): leave it, nothing is corrected in this lesson.
    Answer both questions below with your own figures.
course-importer-hint-1 = Page Import: “Import: see what changes”, then “Save”.
course-importer-hint-2 = The rows read are all rows, those of headings too, which are left out.
course-importer-hint-3 = Page Import, the numbers: the rows read, then the persons. The first page shows the number of persons, too.
course-importer-solution = An import, then the two numbers that it shows.
course-importer-commands = “bato run” imports and prints the count; “bato course answer” answers.

## Lesson 5

course-paires-title = The same person twice: twelve pairs
course-paires-text =
    Two quartiers, two years; the register is saved already. Of some rows the program does not know whether they are the same person: people who moved with somebody of their household, twins, namesakes. It does not choose for you. A father and his son of the same name it has kept apart by itself: the age is enough.
    1. Page Judge: judge at least twelve pairs. Look above all at whom the person lives with: if somebody is in both households, even written with an initial, the person has moved; if nobody is, they are two persons. Who does not know says “I do not know”: that does not count.
    2. Page Import: that nothing changes is normal if you joined no persons; save, so that your decisions count.
course-paires-hint-1 = A whole name is not enough: two persons may bear it. On the page Judge, read the rest of the household on both sides.
course-paires-hint-2 = If the spouse or the child of the first household lives in the second too (the prénom may be an initial there), it is the same person, who moved. With nobody in common, they are two persons.
course-paires-hint-3 = Two prénoms that are alike, the same name and year: twins, two persons. From twelve answers on this page says how many are right and, now, which to look at again: “Judge again” puts them back on the page Judge.
course-paires-solution = “Same person” for those who moved with a member of their household; “two persons” for all others. Then an import.
course-paires-commands = “bato judge” shows the pairs one by one, then “bato run”.

## Lesson 6

course-separer-title = Undo a wrong merge
course-separer-text =
    Two heads of households have the same name, { $person }: one was born on { $born }, the other on { $born2 }. A colleague decided that they are one person. That is wrong: both came to the counter.
    1. Page Look up: look up { $person }, open the page and see where the rows come from: two households.
    2. Undo the decision of the colleague: on the page of the person, below “Rulings of agents”, as in the real register; or further down on this page of the course.
    3. Page Import: look and save; each gets their number back. The pair then comes back among those to judge: that is normal, leave it.
course-separer-hint-1 = Page Look up: the name, then a click on the card. The page of the person shows the rows of both households.
course-separer-hint-2 = The decision of the colleague is on the page of the person, below “Rulings of agents”, and also on the page Course, below the lesson, with the button “Undo the decision of the colleague”.
course-separer-hint-3 = After it is undone: page Import, “Import: see what changes”, “Save”.
course-separer-solution = The page of the person, then the decision of the colleague undone, then an import.
course-separer-commands = “bato decide list” shows the decisions; “bato decide undo” with the number D-…, --author your name and --reason the reason; then “bato run”.

## Lesson 7

course-naissances-title = A late birth, a judgment, 90 days
course-naissances-text =
    A birth is declared within 90 days. The day after the birth is the first day; the ninetieth still counts. After that a judgment is needed (jugement supplétif).
    The file { $file } is deposited already. The typist of the register left out the date of declaration of three acts and, of the act by judgment, the category and the date of the judgment too: five cells in all.
    1. Open the paper in another tab.
    2. Page Correct: open the file, write the three dates of declaration. Then the two other cells of the act by judgment: the page says nothing of them, open them by “Row” and “Column” (the category is column K, the date of the judgment column L).
    3. Page Import: look and save.
    4. Read in the report how many acts are late and answer below.
course-naissances-hint-1 = Page Correct: the file of births. The key n leads to the three dates that are missing (warnings).
course-naissances-hint-2 = For the act by judgment, three cells are to be filled: the date of declaration, the category (K) and the date of the judgment (L), in the same row. Write exactly what the paper has.
course-naissances-hint-3 = Page Import: save, then read the report (the link is on this page too). In the table of birth acts by year of declaration: row “All”, column of late acts.
course-naissances-solution = The five cells of the paper, an import, and the number of late acts of the report.
course-naissances-commands = “bato correct” for each cell, “bato run”, which gives the acts on time and late, then “bato course answer”.

## Lesson 8

course-evenements-title = A death, a departure
course-evenements-text =
    The family of { $person } (born on { $born }) comes to report the death, on { $day }. { $other } (born on { $born2 }) went to live in Matadi on { $day2 }. No document is brought: that field may stay empty.
    1. Page Look up: look up each person, open the page, compare the date of birth.
    2. Report the event, with its date; for the departure write Matadi, too. The page warns that no document is named or that the date is more than a year ago: that is the exercise, tick that it is checked.
    3. Page Import: look and save. The status changes at the import only; the person stays in the register with the date of death or departure, and leaves the list of the household.
course-evenements-hint-1 = Page Look up: the name. Open the page of the person before you write.
course-evenements-hint-2 = On the page of the person: report an event. Choose the event, write the date as day/month/year, confirm.
course-evenements-hint-3 = Both events count from the next import on: page Import, “Import: see what changes”, “Save”.
course-evenements-solution = The page of each person, the event with its date, then an import.
course-evenements-commands = “bato find” and “bato show” find the person; a list of events in data-raw/events, then “bato run”.

## Lesson 9

course-absent-title = A file is missing: somebody would disappear
course-absent-text =
    The register is saved. This morning, the file { $last } is no longer among the deposited files: a colleague moved it to the stick (its folder is shown below).
    1. Page Import: “Import: see what changes”, without saving. The program names the persons who would have no row any more: they would no longer be in the register. How many are they? Answer below.
    2. Do not accept: page Deposit, deposit the file of the stick and add it.
    3. Page Import: look again (nothing disappears any more) and save.
course-absent-hint-1 = Page Import: “Import: see what changes”. Do not save yet.
course-absent-hint-2 = The number stands above the list of the persons who have no row any more. Tick nothing.
course-absent-hint-3 = Page Deposit: choose the file in the folder of the stick, “Deposit these files”, “Add this file”. Then page Import: “Import: see what changes” and “Save”.
course-absent-solution = The number that the trial shows, the file deposited again, then an import.
course-absent-commands = “bato run --dry-run” shows who would disappear; copy the file of the folder { $stick } into data-raw/census, then “bato run”.

## Lesson 10

course-coupure-title = A power cut in the middle
course-coupure-text =
    A new file was deposited. While it was imported, the power was cut: the course really killed the program in the middle of its work.
    1. Page Import: read what became of the last attempt.
    2. Home: read which version of the register is in use and answer below. It opens and counts its persons as before: it is complete, for a version is saved as a whole or not at all.
    3. Page Import: start again, look at what changes and save.
course-coupure-hint-1 = Page Import: it says what became of the last attempt. Home shows the version in use.
course-coupure-hint-2 = “Nothing has changed in the register”: the old version is still there, complete.
course-coupure-hint-3 = The register is the old one or the new one, never something between. Here it is version 1. Page Import: “Import: see what changes”, “Save”.
course-coupure-solution = Version 1 is in use and undamaged. The import begins again and gives the next version.
course-coupure-commands = “bato verify” checks that the register is complete and gives its version; “bato run” starts the import again.

## Lesson 11

course-sauvegarde-title = Back up to a stick, restore on another PC
course-sauvegarde-text =
    For this exercise, a folder stands for the USB stick and another one for a PC without a register; in life they are a real stick and a real PC. The backup holds names: the stick is locked in a cupboard.
    1. Copy the path of the folder of the stick, shown below.
    2. Page Back up: paste it and click “Back up”.
    3. Come back here: “Restore the backup of the stick” does it on the other PC. On a real other PC, one installs Bato, plugs the stick in, and a manager types “bato restore” with the file of the stick.
course-sauvegarde-hint-1 = The path of the stick is on this page, below the text. Page Back up: paste it into the field of the folder.
course-sauvegarde-hint-2 = When the page Back up says that the backup is made, read again and complete, come back to the page Course.
course-sauvegarde-hint-3 = Page Course, “On the other PC”: “Restore the backup of the stick”.
course-sauvegarde-solution = A backup on the stick, then this backup restored on the other PC.
course-sauvegarde-commands = In the folder of the course: “bato backup { $stick }/registre.zip”. Then, in { $otherpc }: “bato restore ../{ $stick }/registre.zip”.

## Lesson 12

course-colis-title = A parcel, a lost piece, a receipt
course-colis-text =
    You are the practice commune. A quartier has sealed a parcel for you and sent it in three pieces; two have arrived, one was lost. The passphrase of the key of your office, without quotation marks or full stop: “{ $passphrase }”
    1. Page Parcels, “Receive”: the passphrase, then the two pieces that arrived (their folder is shown below). The page says which piece is missing.
    2. The quartier has sent it a second time (folder { $again }): open it likewise. The parcel is complete.
    3. Page Parcels, at the foot, “Arrived”: copy the receipt, which begins with BATO1.
    4. Come back here and paste it below “At the sender’s”. (The field for receipts on the page Parcels is for parcels that you send, not for this one.)
course-colis-hint-1 = Page Parcels, “Receive”: choose the pieces, in any order. Their folders are on this page, below the text.
course-colis-hint-2 = When the parcel is complete, its receipt is a short text, at the foot of the page Parcels, below “Arrived”. Select it with the mouse and copy it (Ctrl+C).
course-colis-hint-3 = The receipt is entered at the sender’s: on the page Course, “At the sender’s”, paste it (Ctrl+V) and click “Enter the receipt”.
course-colis-solution = Both pieces, then the third; the receipt copied from here and entered at the sender’s.
course-colis-commands = “bato parcel open” with the files of the folder { $arrivals }; “bato parcel receipt” gives the receipt; in the folder { $sender }: “bato parcel receipt --enter”.

## Lesson 13

course-sortie-title = What may leave the house
course-sortie-text =
    The register and the report of the commune stay in the commune. What leaves is a folder of numbers without names; they are rounded, except the records of the whole commune by year. It is called a release, and each release is noted.
    1. Page Import, release for Brussels and the coordination: “Make the release”.
    2. Come back here: open “The page of the release” and “The report of the commune” (buttons below) and compare the quartiers: where are the numbers exact?
    3. Answer both questions.
course-sortie-hint-1 = Page Import, “Make the release”. The period may stay empty.
course-sortie-hint-2 = On the page of the release, small numbers are replaced by “<10”; in the report of the commune, all is exact.
course-sortie-hint-3 = Every file with a name stays in the commune. The report of the commune has no names but is exact: it stays too.
course-sortie-solution = A release is prepared. Its folder alone may leave (B); the report of the commune stays in the commune (C).
course-sortie-commands = “bato release” writes the release into the folder releases; “bato course answer” answers, with the letter A, B or C.

## Lesson 14

course-rapport-title = The report read aloud
course-rapport-text =
    The bourgmestre asks you for three numbers. The register is saved already: open “The report of the commune” (button below) and read them aloud, each with what it counts: the persons in the register, the acts on time, the late acts. Write them below.
    A rate is always read with its denominator: “so many acts of so many”.
course-rapport-hint-1 = Button “The report of the commune”, on this page: it opens in another tab.
course-rapport-hint-2 = The first page is made for the bourgmestre. The acts on time and late stand side by side.
course-rapport-hint-3 = Home shows the number of persons. The acts: in the report, the table of birth acts by year of declaration, row “All”.
course-rapport-solution = The three numbers of the report of the commune.
course-rapport-commands = The report is data-clean/reports/interne.en.html; “bato course answer” answers.
course-desk-why = Practice

## The course on the desk

course-title = Course
course-banner = Practice: invented persons, register of { $name }
course-desk-none = No course was begun on this computer.
course-desk-note = The course takes place in a register apart, that of an invented commune: nothing of the real register enters it, and nothing leaves it.
course-desk-learner = The course is taken by
course-desk-tab = The exercise opens in a new tab, in another colour, on the page of the lessons. This tab stays on the real register. The next day the same button goes on where you were.
course-desk-other-learner = Somebody else learns on this computer
course-desk-name = Name of the learner
course-desk-start = Begin or go on with the course
course-desk-send-result = Send the result
course-desk-to-send = The result { $file } is ready: choose it below, where parcels are sent, with the office of the trainer.
course-desk-to-send-no-key = The result { $file } is ready, but this register has no key yet to send a parcel: a manager makes it below, under “Offices and keys”. Or copy the file to a USB stick: { $path }.
course-desk-new-register = This lesson began with a new practice register, prepared already: the files of the other lessons are no longer in it.
course-desk-pages = The pages of this lesson:
course-desk-paper = The paper
course-desk-paper-open = Open the paper in another tab, to see it while you work
course-desk-paper-note = Leave this tab open and work in the other one.
course-desk-folder-stick = Folder that stands for the USB stick
course-desk-folder-arrivals = Folder of the pieces that arrived
course-desk-folder-again = Folder of the piece that was sent a second time
course-desk-folder-releases = Folder of the releases
course-desk-folder-note = To get there: click into the field, copy the path (Ctrl+A, Ctrl+C) and paste it (Ctrl+V) into the field “File name” of the window in which a file is chosen, then Enter.
course-desk-report = The report of the commune (new tab)
course-desk-release = The page of the release (new tab)
course-desk-learners = Learners on this computer
course-desk-lessons = The lessons
course-desk-state-passed = passed
course-desk-state-current = under way
course-desk-state-open = to do
course-desk-hint = A hint
course-desk-hints = Hints
course-desk-solution = Show the solution
course-desk-solution-title = Solution
course-desk-solve = Let the program do these steps
course-desk-commands = The same in a terminal
course-desk-reset-note = All that you did in this lesson is erased. What is passed stays passed.
course-desk-reset-yes = Yes, erase all and begin again
course-desk-ruling = The decision of the colleague
course-desk-restore-note = This card exists in the exercise alone: it does what you would do at the other PC, with the stick.
course-desk-sender-note = This card exists in the exercise alone: in life you send the receipt to the quartier, by SMS for instance, which enters it.
course-desk-lessons-note = Each lesson begins with a new practice register. Opening another lesson therefore erases the work of this one; what is passed stays passed. When all are passed, the certificate is at the head of this page.
course-desk-next = Next lesson
course-desk-reset = Begin this lesson again
course-desk-go = Open
course-desk-send = Answer
course-desk-finished = The course is finished
course-desk-finished-note = All fourteen lessons are passed. Your certificate is ready; the result for the trainer is at the foot of the page.
course-desk-passed = Lesson passed.
course-desk-goal-met = reached
course-desk-goal-open = not yet
course-desk-answer-right = right
course-desk-answer-wrong = not right yet: look again
course-desk-by-itself = The points are checked by themselves: come back to this page, or load it again, after your work.
course-desk-passed-before = You have passed this lesson before; it stays passed. You are doing it again now.
course-desk-wrong = Answers to look at again
course-desk-wrong-note = “Judge again” undoes your answer: the pair comes back on the page Judge.
course-desk-again = Judge again
course-desk-pair-again = Answer undone: the pair is on the page Judge again.
course-desk-solution-note = The certificate will say that the solution was looked at.
course-desk-solve-note = The program can do these steps in your place, to show the result.
course-desk-undo = Undo the decision of the colleague
course-desk-undo-note = { $author } decided: same person ({ $id }). Reason given: { $reason }
course-desk-undone = Decision undone. It counts from the next import on.
course-desk-other-pc = On the other PC
course-desk-restore = Restore the backup of the stick
course-desk-restored = The other PC now has the register of the stick.
course-desk-sender = At the sender’s
course-desk-receipt = The receipt, as it is written here
course-desk-enter = Enter the receipt
course-desk-entered = The receipt is entered: the sender knows that the parcel { $name } has arrived.
course-desk-certificate-get = Open the certificate (new tab; Ctrl+P prints it)
course-desk-signed = The trainer gave my signed result back
course-desk-signed-path = Folder or file given back, for instance on the stick. (If it came by parcel to this computer, it is taken by itself.)
course-desk-certificate-signed = Open the countersigned certificate
course-desk-sign = Countersign the results received
course-desk-sign-note = The results of those who passed all lessons are signed with the key of this office. Each signed result is a file that the page Parcels can send back to the learner.
course-desk-sign-go = Countersign
course-desk-is-signed = countersigned
course-desk-is-not-signed = not countersigned
course-desk-none-to-sign = No complete result waits for a signature.
course-desk-countersigned = { $n ->
    [one] 1 result countersigned
   *[other] { $n_shown } results countersigned
}. They are in { $path }: send them by the page Parcels, or give them back on a stick.
course-desk-result = Result for the trainer
course-desk-result-note = The result holds totals alone: lessons, minutes, hints, pairs and faults, no answers.
course-desk-result-name = My name may stand in it
course-desk-result-get = Write the result
course-desk-table = Results of the learners
course-desk-table-note = The pairs judged wrongly and the faults corrected wrongly show which rules and words need work.
course-desk-column-learner = Learner
course-desk-column-passed = Lessons passed
course-desk-column-minutes = Minutes
course-desk-column-hints = Hints
course-desk-column-share = Pairs judged rightly before the solution
course-desk-column-lesson = Lesson
course-desk-column-by = Passed by (learners)
course-desk-all-learners = Learners
course-desk-column-solved = Solution looked at
course-desk-folder = Folder of results received on a stick (not needed; those that came by parcel are below already)
course-desk-show-table = Show
desk-task-course = Course
course-solved-desk = The solution was carried out.
course-all-passed-desk = All lessons are passed: the certificate is at the head of the page.

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
course-with-solution = with the solution
course-certificate-written = Certificate written: { $path }
course-countersigned = Countersigned by { $office } (six words: { $words }).
course-not-countersigned = This certificate is not countersigned: the office of the trainer has not signed the result yet.
course-result-written = Result written, in totals and without a name: { $path }. Hand it to the trainer, or send it as a parcel (kind: course).
course-result-named = Result written with your name, as you agreed: { $path }. Hand it to the trainer, or send it as a parcel (kind: course).
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
course-certificate-agreement = Agreement on pairs judged alone
course-certificate-seed = Number of the invented commune
course-certificate-day = Finished on
course-certificate-program = Program
course-certificate-signed = Countersigned on { $day } by { $office }. The six words of this office: { $words }.

## What the lessons ask

course-goal-findings = In the last version of the register, no finding “{ $rule }” (left: { $n_shown })
course-goal-quarantined = No row in quarantine in the last version of the register (left: { $n_shown })
course-goal-rows-equal = Each row is in the register as the paper has it (rows that are missing or differ: { $n_shown })
course-goal-recorded = A version is saved, made of all files and all decisions as they are now
course-goal-pairs-judged = At least { $least_shown } pairs judged, 9 of 10 of them rightly (judged: { $n_shown })
course-goal-apart = { $person } is a person apart again
course-goal-event-death = The register knows of the death of { $person } on { $day }
course-goal-event-departure = The register knows of the departure of { $person } on { $day }
course-goal-found = You have looked up { $person } and opened the page
course-goal-backed-up = The stick holds a backup of the version in use
course-goal-restored = The other PC has the same register
course-goal-parcel-opened = The parcel has arrived complete
course-goal-receipt = The sender has entered your receipt
course-goal-released = A release is made
course-goal-answer = The question has the right answer
course-question-rows = How many rows did the program read in all?
course-question-persons = How many persons are in the register?
course-question-late = How many acts are late?
course-question-on-time = How many acts are on time?
course-question-vanishing = How many persons would no longer be in the register if one imported without this file?
course-question-version = Which version of the register is in use just after the cut? (its number)
course-question-may-leave = What may be sent to Brussels? A: the list of persons as a workbook; B: the folder of the release; C: a copy of data-clean (A, B or C)
course-question-exact-report = To whom may the internal report be given, which is exact? A: to a newspaper; B: to the coordinator, by e-mail; C: to nobody outside the commune (A, B or C)

## The steps of a solution

course-step-on-pc = On the PC “{ $pc }”: { $command }
course-step-correct-cells = Page Correct, or “bato correct”: write what the paper has
course-step-correct-workbook = “bato check” on the file, correct the coloured cells of the workbook, save it
course-step-judge-pairs = Page Judge: “same person” for these, who moved with their family; “two persons” for the others
course-step-write-events = Page of the person, “Report an event”: the death of the first, the departure of the second
course-step-take-file = Put the file of the stick back in its place, in data-raw/census, or deposit it
course-step-answers = The answers, in the order of the questions
course-step-enter-receipt = “bato parcel receipt” here, then “bato parcel receipt --enter” at the sender’s

## Lesson 1

course-lire-title = Read a sheet, find three columns
course-lire-text =
    A quartier has brought the file { $last } on a stick: it is in the folder { $stick } of the course. Three of its headings say nothing: “Rubrique 5”, “Rubrique 6” and “Rubrique 7”. The program guesses by the content, but nothing there tells a nom from a post-nom.
    Deposit the file, compare it with the paper below, say what each column holds, then import and save.
course-lire-hint-1 = Look at the first person on the paper. In which column of the file is the nom? And the post-nom? The program took one for the other.
course-lire-hint-2 = Page Deposit: open the file. Each column has a list that says what it holds. Change the first two “Rubriques”.
course-lire-hint-3 = “Rubrique 5” is the post-nom, “Rubrique 6” the nom, “Rubrique 7” the prénom. Save this choice, add the file, then Import.
course-lire-solution = “Rubrique 5” is the post-nom, “Rubrique 6” the nom, “Rubrique 7” the prénom. It is said once: the setting holds for this file.

## Lesson 2

course-classeur-title = Correct in the workbook
course-classeur-text =
    The file { $file } has three wrong dates of birth. These rows wait in quarantine: they are not lost, but these persons are not registered yet.
    The program writes a workbook of corrections beside it: your file, with the cells to correct in colour. Correct them by the paper below, save the workbook as .xlsx beside the original, then import.
course-classeur-hint-1 = “bato check” on the file, or page Correct, “Corrections workbook”: the workbook has the same name, with “.corrections”.
course-classeur-hint-2 = In the workbook, go to the coloured sheet. Only the three cells in strong colour are to be changed. Write day/month/year.
course-classeur-hint-3 = Leave the original in its place and change nothing else. The saved workbook must be in data-raw/census, or deposited on the page Deposit. Then Import.
course-classeur-solution = The dates of the paper, written in the workbook of corrections in the place of the three wrong ones; then an import.

## Lesson 3

course-page-title = Correct on the page
course-page-text =
    The file { $file } has four wrong dates of birth. This time, correct them without a spreadsheet: on the page Correct, cell by cell, by the paper below.
    The file received is not changed: the correction is noted beside it, with your name. It counts from the next import on.
course-page-hint-1 = Page Correct: open the file. The key n leads to the next fault.
course-page-hint-2 = The number of the row is the same as on the paper below. Write the date of the paper, then “Save and next”.
course-page-hint-3 = When the four rows are corrected: Import, look at what changes, save.
course-page-solution = The four dates of the paper, typed on the page or with “bato correct”; then an import.

## Lesson 4

course-importer-title = Import, read the equation
course-importer-text =
    Two files wait in data-raw. Import them and save the first version of the register.
    The program then gives the count: rows read = left out + in quarantine + registered + merged. Both sides are always equal: no row is lost. One row of these files is in quarantine; it may stay there today.
    Answer both questions with your own figures.
course-importer-hint-1 = Page Import: “Look at what changes”, then “Save”. In the terminal: “bato run”.
course-importer-hint-2 = The rows read are all rows, those of headings too, which are left out.
course-importer-hint-3 = The figures stand above the report, at “rows” and “persons”. The first page shows the number of persons, too.
course-importer-solution = An import, then the two numbers that it shows.

## Lesson 5

course-paires-title = The same person twice: twelve pairs
course-paires-text =
    Two quartiers, two years. The program does not know whether some rows are the same person: a father and his son of the same name, a name handed on to a child, twins, namesakes, and people who moved. It does not choose for you.
    Judge at least twelve pairs. Look at the age, the relation to the head, and above all with whom the person lives. Who does not know says “I do not know”. Then import: your decisions count.
course-paires-hint-1 = A whole name is not enough: names are handed on. The other members of the household say more than the name.
course-paires-hint-2 = If the spouse or the child of the first household lives in the second too, it is the same person, who moved. With nobody in common, they are two persons.
course-paires-hint-3 = Twenty years and more between the two: father and son, or a name handed on. The key u undoes a judgement.
course-paires-solution = “Same person” for those who moved with a member of their household; “two persons” for all others. Then an import.

## Lesson 6

course-separer-title = Undo a wrong merge
course-separer-text =
    Two heads of households have the same name, { $person }: one was born on { $born }, the other on { $born2 }. A colleague decided that they are one person. That is wrong: both came to the counter.
    Look up { $person }, open the page and read where the rows come from. Undo the decision of the colleague, then import: each gets their number back.
course-separer-hint-1 = Page Look up: the name, then a click on the card. The page shows the rows of both households and who decided.
course-separer-hint-2 = “bato decide list” shows the decisions; each has a number D-…. On the page of the course, the decision of the colleague stands below the lesson.
course-separer-hint-3 = “bato decide undo”, the number D-…, --author with your name and --reason with the reason; then “bato run”. On the page of the course, the button “Undo the decision of the colleague” does the same.
course-separer-solution = The page of the person, then the decision of the colleague undone, then an import.

## Lesson 7

course-naissances-title = A late birth, a judgment, 90 days
course-naissances-text =
    A birth is declared within 90 days. The day after the birth is the first day; the ninetieth still counts. After that a judgment is needed (jugement supplétif).
    In { $file }, the typist of the register left out the date of declaration of three acts, and of one act the judgment too. Complete them by the paper below, import, and say how many acts are late.
course-naissances-hint-1 = Page Correct: the file of births. The blank cells in pale colour are those that are missing.
course-naissances-hint-2 = For the act by judgment, three cells are to be filled: the date of declaration, the category and the date of the judgment. Write exactly what the paper has.
course-naissances-hint-3 = After the import, the program gives the acts on time and late. It is the second number.
course-naissances-solution = The cells of the paper, an import, and the number of late acts that it shows.

## Lesson 8

course-evenements-title = A death, a departure
course-evenements-text =
    The family of { $person } comes to report the death, on { $day }. { $other } went to live in Matadi on { $day2 }.
    Look up each person, make sure that it is the right one, report the event, then import. Nothing is erased: the status changes from the date on.
course-evenements-hint-1 = Page Look up: the name. Open the page of the person before you write.
course-evenements-hint-2 = On the page of the person: “Report an event”. Choose the event, write the date.
course-evenements-hint-3 = Both events count from the next import on: Import, then save.
course-evenements-solution = The page of each person, the event with its date, then an import.

## Lesson 9

course-absent-title = A file is missing: somebody would disappear
course-absent-text =
    The register is saved. This morning, the file { $last } is no longer in data-raw: a colleague put it on the stick (folder { $stick } of the course).
    First look at what an import would change, without saving anything. The program names the persons who would no longer be in the register. How many are they? Do not accept: put the file back, then import.
course-absent-hint-1 = Page Import: “Look at what changes”. In the terminal: “bato run --dry-run”.
course-absent-hint-2 = The number stands above the list of the persons who would no longer be in the register. Tick nothing.
course-absent-hint-3 = Deposit the file of the stick on the page Deposit, or copy it to data-raw/census, then import.
course-absent-solution = The number that the trial shows, the file back in its place, then an import.

## Lesson 10

course-coupure-title = A power cut in the middle
course-coupure-text =
    A new file has arrived. While it was imported, the power was cut: the course really killed the program in the middle of its work.
    Look at the state of the register, make sure that it is undamaged, say which version is in use, then start the import again.
course-coupure-hint-1 = Page Import: it says what became of the last attempt. The first page shows the version in use.
course-coupure-hint-2 = “bato verify” checks that the register is complete. The old version is still there.
course-coupure-hint-3 = The register is the old one or the new one, never something between. Here it is version 1. Import again.
course-coupure-solution = Version 1 is in use and undamaged. The import begins again and gives the next version.

## Lesson 11

course-sauvegarde-title = Back up to a stick, restore on another PC
course-sauvegarde-text =
    The folder { $stick } of the course is your USB stick, the folder { $otherpc } is another PC, without a register.
    Back the register up to the stick, then restore it on the other PC. The backup holds names: in life it is locked away.
course-sauvegarde-hint-1 = Page Import, “Back up”: write the path of the folder { $stick } of the course.
course-sauvegarde-hint-2 = The other PC: on the page of the course, “Restore the backup of the stick”. In the terminal, go to the folder { $otherpc } and type “bato restore” with the file of the stick.
course-sauvegarde-hint-3 = In the folder of the course: “bato backup { $stick }/registre.zip”. Then, in { $otherpc }: “bato restore ../{ $stick }/registre.zip”.
course-sauvegarde-solution = A backup on the stick, then this backup restored on the other PC.

## Lesson 12

course-colis-title = A parcel, a lost piece, a receipt
course-colis-text =
    You are the practice commune. A quartier has sealed a parcel for you and sent it in three pieces; two have arrived (folder { $arrivals }), one was lost. The passphrase of the key of your office: { $passphrase }.
    Open what has arrived: the program says which piece is missing. The quartier has sent it a second time (folder { $again }). Open it too, then give your receipt to the quartier.
course-colis-hint-1 = Page Parcels, “Receive”: choose the pieces, in any order. In the terminal: “bato parcel open” with the files.
course-colis-hint-2 = When the parcel is complete, its receipt is a short text. The page Parcels and “bato parcel receipt” show it.
course-colis-hint-3 = The receipt is entered at the sender’s: on the page of the course, “At the sender’s”, or in the folder { $sender } with “bato parcel receipt --enter”.
course-colis-solution = Both pieces, then the third; the receipt copied from here and entered at the sender’s.

## Lesson 13

course-sortie-title = What may leave the house
course-sortie-text =
    The register and the internal report stay in the commune. What leaves is a release: a folder of rounded figures, without names, entered in a ledger.
    Make a release, open its page, and compare it with the internal report. Then answer both questions.
course-sortie-hint-1 = Page Import, “Prepare it”. In the terminal: “bato release”.
course-sortie-hint-2 = The release is in the folder releases of the course. Its small numbers are replaced by “<10”.
course-sortie-hint-3 = Every file with a name stays in the commune. The internal report has no names but is exact: it stays too.
course-sortie-solution = A release. Its folder alone may leave (B); the internal report stays in the commune (C).

## Lesson 14

course-rapport-title = The report read aloud
course-rapport-text =
    The bourgmestre asks you for three numbers. Open the internal report of the practice commune and read them aloud, each with what it counts: the persons in the register, the acts on time, the late acts.
    A rate is always read with its denominator: “so many acts of so many”.
course-rapport-hint-1 = Page Import, “The report, to open and print” (after an import). On the disk: data-clean/reports/interne.en.html.
course-rapport-hint-2 = The first page is made for the bourgmestre. The acts on time and late stand side by side.
course-rapport-hint-3 = The first page of the desk shows the number of persons. The acts: the table of births of the report, row “total”.
course-rapport-solution = The three numbers of the internal report.

## The course on the desk

course-title = Course
course-banner = Practice: invented persons, register of { $name }
course-desk-none = No course was begun on this computer.
course-desk-note = The course takes place in a folder apart, on an invented commune: nothing of the real register enters it, and nothing leaves it. It opens in another tab, in another colour.
course-desk-name = Name of the learner
course-desk-start = Begin or go on
course-desk-opened = The desk of the course of { $name } opens in another tab.
course-desk-not-opened = The desk of the course of { $name } is open. If no tab appeared, open this page: { $path }
course-desk-learners = Learners on this computer
course-desk-lessons = The lessons
course-desk-lesson-of = Lesson
course-desk-state-passed = passed
course-desk-state-current = under way
course-desk-state-open = to do
course-desk-check = Check
course-desk-hint = A hint
course-desk-hints = Hints
course-desk-solution = Show the solution
course-desk-solution-title = Solution
course-desk-solve = Carry the solution out
course-desk-next = Next lesson
course-desk-reset = Begin this lesson again
course-desk-go = Open
course-desk-answer = Your answer
course-desk-send = Answer
course-desk-passed = Lesson passed.
course-desk-goal-met = reached
course-desk-goal-open = open
course-desk-undo = Undo the decision of the colleague
course-desk-undo-note = { $author } decided: same person ({ $id }). Reason given: { $reason }
course-desk-undone = Decision undone. It counts from the next import on.
course-desk-other-pc = On the other PC
course-desk-restore = Restore the backup of the stick
course-desk-restored = The other PC now has the register of the stick.
course-desk-stick = Folder of the stick
course-desk-sender = At the sender’s
course-desk-receipt = The receipt, as it is written here
course-desk-enter = Enter the receipt
course-desk-entered = The receipt is entered: the sender knows that the parcel { $name } has arrived.
course-desk-certificate = Certificate
course-desk-certificate-get = Write the certificate
course-desk-result = Result for the trainer
course-desk-result-note = The result holds totals alone: lessons, minutes, hints, pairs and faults, no answers.
course-desk-result-name = My name may stand in it
course-desk-result-get = Write the result
course-desk-table = Results of the learners
course-desk-table-note = The pairs judged wrongly and the faults corrected wrongly show which rules and words need work.
course-desk-column-learner = Learner
course-desk-column-passed = Passed
course-desk-column-minutes = Minutes
course-desk-column-hints = Hints
course-desk-column-share = Agreement on pairs
course-desk-column-lesson = Lesson
course-desk-column-solved = Solution looked at
course-desk-column-n = How many
course-desk-folder = Folder of results received (optional)
course-desk-show-table = Show
desk-task-course = Course
course-desk-open = { $n ->
    [one] 1 point is still open.
   *[other] { $n_shown } points are still open.
}
course-solved-desk = The solution was carried out. Check.
course-all-passed-desk = All lessons are passed: the certificate is at the foot of the page.
course-desk-noted = Answer noted. Check.

# The report page. Every id begins with "report-".

## Head of the page
report-title = { $commune }: population and registered births
report-subtitle = Register of the commune
report-subtitle-year = declarations of { $year }
report-subtitle-years = declarations from { $first } to { $last }
report-subtitle-as-of = data up to { $day }
report-skip = Skip to content
report-contents = Contents
report-foot = Register version { $generation }, made by Bato { $version }. This page holds counts only: no name, no act, no household sheet.

## Headline figures
report-figures = At a glance
report-figure-rate = Births declared on time
report-figure-rate-note = { $on_time } acts on time of { $judged } whose delay is known
report-figure-late = Late acts
report-figure-late-note = delay unknown for { $unknown } other acts
report-figure-persons = Persons in the register
report-figure-persons-note = counted in a census or named by a birth act
report-figure-households = Households
report-figure-households-note = { $mean } persons per household on average
report-figure-quartiers = Quartiers with a census
report-figure-quartiers-value = { $n } of { $of }
report-figure-quartiers-note = quartiers with at least one census round read
report-figure-quarantine = Rows in quarantine
report-figure-quarantine-note = to be corrected in the original files, then imported again
report-figure-quarantine-none = every row of data is in the register
report-legend-hidden = “…”: hidden figure. Any number below { $min_shown } (except zero) is hidden to protect persons, and others with it so that it can't be found by subtraction.
report-legend-rate = Rate on time: acts on time ÷ (on time + late). Acts whose delay is unknown are not in the calculation.
report-legend-duplicates = { $n ->
    [0] No duplicate act was found.
    [one] { $n_shown } duplicate act (the same birth declared twice) is counted apart and is in no table.
   *[other] { $n_shown } duplicate acts (the same birth declared twice) are counted apart and are in no table.
}
report-legend-duplicates-hidden = Duplicate acts (the same birth declared twice) are counted apart and are in no table; their number is hidden.

## Words of the tables
report-hidden-mark = …
report-hidden-spoken = hidden figure
report-no-rate = –
report-all = All
report-unknown = Not known
report-quartier-unknown = No known quartier
report-before-year = Before { $year }
report-incomplete = { $year } (incomplete)
report-from-to = { $from } to { $to }
report-age-from = { $from } and over
report-delay-days = { $from } to { $to } days
report-delay-years = { $from } to { $to } years
report-delay-years-from = { $from } years and over
report-limit-days = { $n ->
    [one] { $n_shown } day
   *[other] { $n_shown } days
}
report-limit-months = { $n ->
    [one] { $n_shown } month
   *[other] { $n_shown } months
}
report-limit-label = legal period: { $limit }
report-limit-label-until = { $limit } (births before { $day })
report-sex-m = Male
report-sex-f = Female
report-category-direct = Declared by a parent
report-category-proxy = By proxy (maternity)
report-category-judgment = By court judgment
report-category-unknown = Not stated
report-month-1 = January
report-month-2 = February
report-month-3 = March
report-month-4 = April
report-month-5 = May
report-month-6 = June
report-month-7 = July
report-month-8 = August
report-month-9 = September
report-month-10 = October
report-month-11 = November
report-month-12 = December
report-column-on-time = On time
report-column-late = Late
report-column-judged = Delay known
report-column-rate = Rate on time
report-column-unknown = Delay unknown

## Births
report-births-title = Registered births
report-declared-year-title = By year of declaration
report-declared-year-text = Each birth act is counted in the year in which it was declared, and judged by the legal period in force on the day of birth.
report-declared-year-caption = Birth acts by year of declaration
report-declared-year-column = Year
report-year-chart-title = Acts on time and late by year of declaration
report-year-chart-description = One column per year: acts on time below, late acts, hatched, above. The numbers are in the table that follows.
report-year-chart-caption = Acts whose delay is known, by year of declaration. The number above a column is their total.
report-other-rule = Under the rule “{ $name }” the rate on time would be { $rate } ({ $n ->
    [one] { $n_shown } act
   *[other] { $n_shown } acts
} with a known delay). Sources disagree on the period that offices applied before July 2016.
report-other-rule-hidden = The rate under the rule “{ $name }” is hidden: beside the one above it would give away a very small number of acts.
report-published-title = Beside the published series
report-published-text = Published series: { $source }. The source says neither which legal period was applied, nor whether the year is that of birth or of declaration. The two series are shown side by side; neither corrects the other.
report-published-caption = Births published and acts held, by year (of declaration for the registers); difference = registers − published series
report-published-on-time = Published: on time
report-held-on-time = Registers: on time
report-published-late = Published: late
report-held-late = Registers: late
report-difference = Difference
report-born-year-title = By year of birth
report-born-year-text = An “incomplete” year has births whose legal period was still running at the last declaration read. For every year late declarations may still come: the rate of recent years is therefore too favourable.
report-born-year-caption = Birth acts by year of birth
report-born-year-column = Year of birth
report-delay-title = Time from birth to declaration
report-delay-text = The day after birth is day 1; a declaration on the last day is on time.
report-delay-caption = Birth acts by delay of declaration
report-delay-column = Delay
report-delay-chart-title = Acts by delay of declaration
report-delay-chart-description = One bar per range of delay, shortest first; late acts are hatched. Red lines mark the end of the legal period. The numbers are in the table that follows.
report-delay-chart-caption = Acts by delay of declaration. A red line marks the end of each legal period in force.
report-category-title = By category of declaration
report-category-text = A proxy given to the maternity is an ordinary declaration. A court judgment (jugement supplétif) takes the place of the declaration once the period is over.
report-category-caption = Birth acts by category
report-category-column = Category
report-sex-title = By sex
report-sex-text = Sex of the child as written in the act.
report-sex-caption = Birth acts by sex of the child
report-sex-column = Sex
report-month-title = By month of declaration
report-month-text = Calendar month, all years together.
report-month-caption = Birth acts by month of declaration
report-month-column = Month
report-quartier-births-title = By quartier
report-quartier-births-text = Quartier in which the parents live. A rate of few acts varies by chance: this table is no ranking.
report-quartier-births-caption = Birth acts by quartier of residence
report-quartier-births-column = Quartier

## Population
report-population-title = Population register
report-children-title = Children of the census without a birth act
report-children-text = Children aged 0 to 17 on 31 December { $year } who are on a household sheet. “Without an act” means: none was found in the registers read. The child may have been declared in another commune, or in a register that was not read.
report-children-caption = Children of the census with and without a birth act found, by year of birth
report-children-with = With an act
report-children-without = Without an act
report-children-all = Children of the census
report-children-rate = Share without
report-age-title = By age and sex
report-age-text = Age on 31 December { $year }, in bands of five years. Deaths are rarely declared: the register keeps persons who have died, above all at high ages.
report-age-caption = Persons in the register by age and sex
report-age-column = Age
report-age-chart-title = Population pyramid
report-age-chart-description = Males on the left, females, hatched, on the right; the youngest at the foot. The numbers are in the table that follows.
report-age-chart-caption = Population pyramid on 31 December { $year }, sex and age known
report-males = Males
report-females = Females
report-sex-unknown = Sex unknown
report-persons = Persons
report-register-title = By quartier
report-register-text = Persons are counted in their last known quartier. A quartier without a census year has no sheet read: its persons come from birth acts.
report-register-caption = Persons and households by quartier
report-quartier-column = Quartier
report-households = Households
report-mean-size = Mean size
report-rounds = Census rounds

## Rows of the files
report-sheets-title = Quality of the data
report-rows-title = What became of the rows?
report-rows-text = Each non-blank row of the files has one outcome and one only: read = left out + in quarantine + registered + merged. The equation is checked file by file.
report-rows-broken = Warning: the rows read do not equal the sum of rows left out, in quarantine, registered and merged. This report must not be passed on.
report-rows-caption = Rows read and their outcome
report-rows-column = Files
report-rows-census = Household sheets
report-rows-births = Birth registers
report-rows-all = All
report-rows-read = Read
report-rows-ignored = Left out (titles, totals)
report-rows-quarantined = In quarantine
report-rows-registered = Registered
report-rows-merged = Merged with a person already registered
report-rows-what-to-do = A row in quarantine is not lost: it waits for a correction. Check the file with “bato check”: it gives a copy in which the faulty cells are coloured and explained. Correct the original file, then start “bato run” again.
report-files = { $read ->
    [one] { $read_shown } file read
   *[other] { $read_shown } files read
}, { $unreadable ->
    [0] none unreadable.
   *[other] { $unreadable_shown } unreadable.
}
report-findings-title = Findings
report-findings-text = An error puts the row in quarantine; a warning keeps it in the register and flags it.
report-findings-none = No finding.
report-findings-caption = Findings by rule
report-findings-column = Rule
report-findings-severity = Severity
report-findings-n = Findings
report-severity-error = error
report-severity-warning = warning

## Sources and method
report-method-title = Sources and method
report-legal-title = Legal periods applied
report-legal-text = The period is that in force on the day of birth:
report-legal-period = Births from { $from }: { $limit } ({ $law })
report-legal-before = For earlier births the first period of the list is applied. Sources disagree on what offices applied before July 2016.
report-notes-title = How to read these figures
report-note-rate = The denominator of each rate on time is the number of acts whose two dates (birth and declaration) are known to the day.
report-note-duplicates = When a birth has two acts (for instance by proxy, then by a parent), one is counted; the other is a duplicate.
report-note-cohorts = A year of birth is called incomplete if it has births of the { $n_shown } days before the last declaration read.
report-note-published = The published series is never changed or completed from the registers.
report-note-children = An act is linked to a child of the census by comparing names, dates and parents; a link may be missing.
report-note-hidden = Numbers from 1 to below { $min_shown } are hidden, in this page as in the files of aggregates; so are rates of which a part is hidden.
report-note-names = Numbers of files and of quartiers are not about persons and are not hidden.

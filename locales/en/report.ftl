# The report page. Every id begins with “report-”.

## Head of the page
report-title = { $commune }: population and births declared
report-subtitle = Register of the commune
report-subtitle-year = register of { $year }
report-subtitle-years = registers of { $first } to { $last }
report-subtitle-as-of = declarations up to { $day }
report-mark-internal = internal: does not leave the commune
report-mark-release = release no. { $number } · { $period } · rounded figures, without names
report-foot-release = Release no. { $number } ({ $period }), made on { $day } by Bato { $version }. This page holds rounded numbers only: no name, no record, no household sheet.
report-legend-release = The records of the commune by year, on time and late, are exact. Any other number below { $least_shown } is “<10”, others are rounded to { $step_shown }, each by itself: totals do not always add up. Rates and means come from the rounded numbers, where they are of { $whole_shown } or more, indices of { $persons_shown } persons or more; otherwise “…”. An unknown sex or category is in the totals alone. Numbers of rows, findings and pairs are not of persons: they are rounded to { $step_shown } and never hidden; “0” means fewer than three. “–”: does not exist or is not known.
report-legend-residents-of = Population, households and children: those of release no. { $number }, since too few residents changed.
report-legend-acts-of = Records: those of release no. { $number }, since too few records changed.
report-compare-mark = rounded figures, from the releases of the communes
report-skip = Skip to content
report-contents = Contents
report-foot = Made on { $day } by Bato { $version } from version { $generation } of the register. Exact figures without names, for the commune alone. What goes to Brussels or the coordinator is a release: “bato release”.

## Headline figures
report-figures = At a glance
report-figure-rate = Births declared on time
report-figure-rate-note = { $on_time } on time of { $judged } whose delay is known
report-figure-rate-range = { $low } to { $high }, by the rule
report-figure-rate-open = { $note }; sources do not agree on the period applied before July 2016, hence two rules
report-figure-late = Late records
report-figure-late-none = the delay of all records is known
report-figure-late-note = records whose delay is unknown: { $unknown }
report-figure-persons = Persons in the register
report-figure-persons-note = counted in a census or named by a birth record
report-figure-quartiers = Quartiers with a census
report-figure-quartiers-value = { $n } of { $of }
report-figure-quartiers-note = quartiers whose sheets of a census have been read
report-figure-quarantine = Rows in quarantine
report-figure-quarantine-note = to be corrected in the corrections workbooks, then imported again
report-figure-quarantine-none = every row of data is in the register
report-legend-rate = Rate on time: records on time ÷ (on time + late). Records whose delay is unknown are not in the calculation.
report-legend-duplicates = { $n ->
    [0] No duplicate record was found.
    [one] { $n_shown } duplicate record (the same birth declared twice) is counted apart and is in no table.
   *[other] { $n_shown } duplicate records (the same birth declared twice) are counted apart and are in no table.
}
report-legend-duplicates-hidden = Duplicate records (the same birth declared twice) are counted apart and are in no table; their number is hidden.

## Words of the tables
report-hidden-mark = …
report-few-mark = <10
report-few-spoken = fewer than ten
report-hidden-spoken = figure not shown
report-quarter-of-year = { $year }, quarter { $part }
report-half-of-year = { $year }, half-year { $part }
report-no-rate = –
report-all = All
report-unknown = Not known
report-quartier-unknown = No known quartier
report-before-year = Before { $year }
report-incomplete = { $year } (incomplete)
report-under-way = { $year } (under way)
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
report-column-rate-acts = Share on time of the records written
report-column-rate-births = Share on time of the births, so far
report-column-delayed = of which more than a year after (delayed)
report-column-unknown = Delay unknown

## Births
report-births-title = Births declared
report-declared-year-title = By year of declaration (+)
report-declared-year-text = Each birth record is counted in the year in which it was declared, and judged by the legal period in force on the day of birth.
report-declared-year-caption = Birth records by year of declaration
report-declared-year-column = Year
report-parts-of-years-title = By half-year and quarter (+)
report-parts-of-years-text = Records counted on the day of their declaration, then on the day of the birth. For recent births, more records will come.
report-half-caption = Birth records by half-year of declaration
report-half-column = Half-year
report-quarter-caption = Birth records by quarter of declaration
report-quarter-column = Quarter
report-born-quarter-caption = Birth records by quarter of birth
report-born-quarter-column = Quarter of birth
report-cohort-title = Births of each year: records so far and records still to come
report-cohort-text = Late declarations of recent births have not happened yet: the share on time “so far” of the last years is too high. The estimate completes each year by the delays of earlier years, up to ten years after the birth; “from” and “to” give the 95% estimation interval. Births up to { $day }; of a year under way only the past months count.
report-cohort-caption = Records of the births of each year: so far, still to come, in all
report-cohort-so-far = Records so far
report-cohort-to-come = Still to come (estimate)
report-cohort-expected = In all (estimate)
report-cohort-rate = Share on time in the end (estimate)
report-estimate-low = Estimate: from
report-estimate-high = to
report-cohort-chart-title = Records of the births of each year
report-cohort-chart-description = One column per year of birth: below the records so far, above, hatched, those still to come. The numbers are in the table below.
report-cohort-chart-caption = Records of the births of each year; hatched: still to come.
report-cohort-rate-chart-title = Share on time of the births of each year, in the end
report-cohort-rate-chart-description = One point per year of birth, with a vertical line for the estimation interval. The numbers are in the table below.
report-cohort-rate-chart-caption = Share on time of the births of each year, estimated for the end, with its interval.
report-year-chart-title = Records on time and late by year of declaration
report-year-chart-description = One column per year: records on time below, late records, hatched, above. The numbers are in the table that follows.
report-year-chart-caption = Records whose delay is known, by year of declaration. The number above a column is their total.
report-published-title = Beside the published series
report-published-text = Published series: { $source }. The source says neither which legal period was applied, nor whether the year is that of birth or of declaration. The two series are shown side by side; neither corrects the other.
report-published-caption = Births published and records in the registers, by year (of declaration for the registers); difference = registers − published series
report-published-on-time = Published: on time
report-held-on-time = Registers: on time
report-published-late = Published: late
report-held-late = Registers: late
report-difference = Difference
report-born-year-title = By year of birth
report-born-year-text = An “incomplete” year has births whose legal period was still running at the last declaration read. The shares are those so far: the part before estimates what they will be.
report-born-year-caption = Birth records by year of birth
report-born-year-column = Year of birth
report-delay-title = Time from birth to declaration
report-delay-text = The day after birth is day 1; a declaration on the last day is on time.
report-delay-caption = Birth records by delay of declaration
report-delay-column = Delay
report-delay-chart-title = Records by delay of declaration
report-delay-chart-description = One bar per range of delay, shortest first; late records are hatched. Red lines mark the end of the legal period. The numbers are in the table that follows.
report-delay-chart-caption = Records by delay of declaration. A red line marks the end of each legal period in force.
report-category-title = By category of declaration
report-category-text = A proxy given to the maternity is an ordinary declaration. A court judgment (jugement supplétif) takes the place of the declaration once the period is over.
report-category-caption = Birth records by category
report-category-column = Category
report-sex-title = By sex
report-sex-text = Sex of the child as written in the record.
report-sex-caption = Birth records by sex of the child
report-sex-column = Sex
report-month-title = By month of declaration
report-month-text = Calendar month, all years together.
report-month-caption = Birth records by month of declaration
report-month-column = Month
report-quartier-births-title = By quartier
report-quartier-births-text = Quartier in which the parents live. A rate of few records varies by chance: this table is no ranking.
report-quartier-of-child = { $n ->
    [0] No record without a quartier could take that of the linked person.
    [one] { $n_shown } record without a quartier is counted in that of the linked person.
   *[other] { $n_shown } records without a quartier are counted in that of the linked person.
}
report-quartier-births-caption = Birth records by quartier of residence
report-quartier-births-column = Quartier

## Population
report-population-title = Population register
report-children-title = Children of the census without a birth record
report-children-text = Children of 0 to 17 years on 31 December { $year } who are on a household sheet, born in a year whose register was read. “Without a record” means: no birth record found in the registers read. The child may have been declared in another commune. Of the years in grey no register was read: they are in no total.
report-children-no-register = { $year }: no register read
report-children-caption = Children of the census with and without a birth record found, by year of birth
report-children-with = With a record
report-children-without = Without a record
report-children-all = Children of the census
report-children-rate = Share without
report-age-title = By age and sex
report-age-text = Age of residents at the last census round that lists them (the age typed, if there is one), in bands of five years. Persons known by a birth record alone are not in it. Deaths are rarely declared: the register keeps persons who died, above all at high ages.
report-age-caption = Persons in the register by age and sex
report-age-column = Age
report-age-chart-title = Population pyramid
report-age-chart-description = Males on the left, females, hatched, on the right; the youngest at the foot. The numbers are in the table that follows.
report-age-chart-caption = Population pyramid, sex and age known.
report-males = Males
report-females = Females
report-sex-unknown = Sex unknown
report-persons = Persons
report-register-title = By quartier
report-register-text = Persons are counted in their last known quartier. A quartier without a census year has no form read: its persons come from birth records.
report-register-caption = Persons and households by quartier
report-quartier-column = Quartier
report-households = Households
report-mean-size = Mean size
report-rounds = Census rounds

## Rows of the files
report-sheets-title = Quality of the data
report-rows-title = Count of the rows
report-rows-text = Each non-blank row of the files is counted once, and once only: read = left out + in quarantine + registered + merged. The equation is checked file by file.
report-rows-broken = Warning: the rows read do not equal the sum of rows left out, in quarantine, registered and merged. This report must not be passed on.
report-rows-caption = Rows read, left out, in quarantine, registered and merged
report-rows-column = Files
report-rows-census = Household forms
report-rows-births = Birth registers
report-rows-all = All
report-rows-read = Read
report-rows-ignored = Left out (titles, totals)
report-rows-quarantined = In quarantine
report-rows-registered = Registered
report-rows-merged = Merged with a person already registered
report-rows-what-to-do = A row in quarantine is not lost: it waits for a correction. Check the file with “bato check”: it writes a corrections workbook beside it, in which the faulty cells are coloured and explained. Correct in that workbook, from the paper form, save it and run “bato run” again.
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
report-note-rate = The denominator of each rate on time is the number of records whose two dates (birth and declaration) are known to the day.
report-note-duplicates = When a birth has two records (for instance by proxy, then by a parent), one is counted; the other is a duplicate.
report-note-cohorts = A year of birth is called incomplete if it has births of the { $n_shown } days before the last declaration read.
report-note-published = The published series is never changed or completed from the registers.
report-note-children = A record is linked to a child of the census by comparing names, dates and parents; a link may be missing.

## Children without a record, births expected
report-children-section = Children without a birth record
report-figure-children = Children in the census without a birth record
report-figure-children-note = 0 to 17 years, born in the years of the registers read ({ $years }); linking interval: { $low } to { $high }
report-figure-under-five = Children under five whose birth is registered (SDG 16.9.1)
report-figure-under-five-note = at the last census round, born in the years of the registers read; linking interval: { $low } to { $high }
report-children-none = No household form was read: how many children have no record is not known.
report-children-of-age = { $year } ({ $age ->
    [0] under a year
    [one] { $age_shown } year
   *[other] { $age_shown } years
})
report-children-interval = “Linking: from” and “to” give the 95% linking interval: the doubt that linking records and sheets leaves, and nothing else. It counts the probability of each link, the doubtful pairs that were not linked, and a share of missed links of { $missed }.
report-linking-low = Linking: from
report-linking-high = to
report-under-five-title = Children under five whose birth is registered (SDG 16.9.1)
report-under-five-text = Children under five at their last census round, born in a year whose register was read. Registered: a birth record was found. The interval is that of linking. This is a minimum: a record may be in a register that was not read or in another commune, and the interval says nothing of that.
report-under-five-caption = Children under five, by sex
report-under-five-quartier-caption = Children under five, by quartier
report-under-five-all = Under five
report-under-five-rate = Share registered
report-children-chart-title = Share of censused children without a record, by year of birth
report-children-chart-description = A point for each year of birth, with an upright line for the interval. The numbers are in the table below.
report-children-chart-caption = Share of censused children without a birth record, with its interval, by year of birth.
report-children-quartier-title = Children without a record, by quartier
report-children-quartier-text = The child’s quartier of residence. This table is no ranking: its last column says whether chance is enough to explain the distance from the commune. A child whom one census round names in two quartiers widens the intervals of both.
report-children-quartier-caption = Censused children, with and without a birth record found, by quartier
report-children-funnel-title = Share without a record in each quartier by number of children
report-children-funnel-description = A point for each quartier; the broken lines mark what chance alone would give around the commune’s share, in 95 and 99.8 cases of 100. The numbers are in the table below.
report-children-funnel-caption = Share without a record by number of censused children. Outside the red funnel chance no longer explains the distance.
report-interval-low = From
report-interval-high = to
report-chance-column = Distance from the commune
report-chance-within = chance
report-chance-near = edge of chance
report-chance-above = above
report-chance-below = below
report-beyond-chance = { $n ->
    [0] No quartier is farther from the commune than chance takes it (99.8 cases of 100).
    [one] { $n_shown } quartier is farther from the commune than chance takes it (99.8 cases of 100): { $names }.
   *[other] { $n_shown } quartiers are farther from the commune than chance takes them (99.8 cases of 100): { $names }.
}
report-coverage-title = Births on record and births expected
report-coverage-text = Three ways to count the births expected. Children of the census: children born in the year, divided by the share of births that survives to their age (reverse survival; { $survival_source }). Women of the census: women of 15 to 49 years × { $per_woman } children ÷ 35 years ({ $woman_source }). Population × { $rate } ‰ ({ $source }): sources do not give the same population, each share names its own. “–”: no register read for that year. Class of the UN Demographic Yearbook: C, 90% and more; U, less.
report-coverage-range = Births of { $year }: { $low } to { $high } of the births expected have a record, depending on how they are counted.
report-coverage-part = The census covers { $n } quartiers of { $of }, the registers the whole commune: the shares from the census are too high.
report-coverage-caption = Births expected by each population, births published and records in the registers
report-coverage-year = Year
report-coverage-population-of = Births expected from
report-coverage-population = Persons counted
report-coverage-census-children = Children of the census
report-coverage-census-women = Women of the census
report-coverage-class = Class
report-note-registration = “(+)”: table by year of registration, not of birth, as in the UN Demographic Yearbook.
report-coverage-expected = Births expected
report-coverage-published = Births published
report-coverage-published-share = Published ÷ expected
report-coverage-held = Records in the registers (born that year)
report-coverage-held-share = Registers ÷ expected
report-coverage-register = Persons of this register

## Another rule
report-other-rule-title = Under another legal rule
report-other-rule-text = Sources differ on the period that offices applied before July 2016. The same records, judged by this other rule:
report-other-period = Births from { $from }: { $limit }
report-other-rule-caption = Rate on time under the rule applied and under the other, by year of declaration
report-other-rule-applied = Rule applied
report-other-rule-other = Other rule
report-other-rule-points = Difference (percentage points)
report-published-rate = Published: rate on time
report-published-chart-title = Published births, on time and late
report-published-chart-description = A column for each year: published births on time below, late ones hatched above. The numbers are in the table below.
report-published-chart-caption = The published series, as it stands.
report-born-chart-title = Records on time and late by year of birth
report-born-chart-description = A column for each year of birth: records on time below, late ones hatched above. The numbers are in the table below.
report-born-chart-caption = Records whose delay is known, by year of birth.
report-month-chart-title = Records by month of declaration
report-month-chart-description = A column for each month: records on time below, late ones hatched above. The numbers are in the table below.
report-month-chart-caption = Records whose delay is known, by month of declaration.
report-births-funnel-title = Rate on time in each quartier by number of records
report-births-funnel-description = A point for each quartier; the broken lines mark what chance alone would give around the commune’s rate, in 95 and 99.8 cases of 100. The numbers are in the table below.
report-births-funnel-caption = Rate on time by number of records. Outside the red funnel chance no longer explains the distance.

## Register
report-status-title = Status of persons
report-status-text = Persons present are those whom all other tables count. Deaths and departures come from the lists of events; since deaths are rarely declared, very old residents are only pointed out, never removed.
report-status-caption = Persons by status
report-status-column = Status
report-status-resident = Residents (form or arrival)
report-status-birth-only = Known by a birth record alone
report-status-event-only = Known by a marriage alone
report-status-present = Present
report-status-deceased = Deceased
report-status-departed = Left the commune
report-status-likely-dead = Residents probably dead (to be visited)
report-sizes-title = Size of households
report-sizes-text = { $mean } persons in a household on average.
report-sizes-no-mean = The mean size is not known or is hidden.
report-sizes-caption = Households by number of members
report-sizes-column = Members
report-sizes-chart-title = Households by number of members
report-sizes-chart-description = A column for each number of members. The numbers are in the table below.
report-sizes-chart-caption = Households by number of members.
report-share = Share
report-events-title = Events
report-events-none = No list of events was read (deaths, departures, arrivals, moves, marriages).
report-events-text = Events by year, repetitions left out. The register knows only the deaths that were declared.
report-events-caption = Events by year
report-events-column = Year
report-events-death = Deaths
report-events-departure = Departures
report-events-arrival = Arrivals
report-events-move = Moves
report-events-marriage = Marriages

## Progress and quality
report-progress-title = Progress of the census
report-progress-text = Quartiers covered by a census round read: { $n } of { $of }. A round covers a quartier if it lists half of its known residents, and more than a few stray rows. Each sheet is counted in the quartier that most of its rows name.
report-censused-caption = Quartiers censused, those of earlier years included
report-progress-quartiers = Quartiers
report-progress-caption = Sheets and rows of data by quartier
report-sheets = Sheets
report-rows-of-data = Rows of data
report-rows-in-register = In the register
report-rows-share = Share in the register
report-rows-events = Lists of events
report-heaping-title = Rounded ages
report-heaping-text = People who do not know their date of birth tend to give a round age. Age of residents at the last census round that lists them, as typed if there is one.
report-whipple-too-few = too few ages end in 0 or 5: the age may have been computed from a round year of birth, or in another year than that of the round
report-myers-empty = No age ends in { $digits }: the index rests on the other digits.
report-share-covered = Share of residents in the last round
report-whipple = Whipple’s index: { $index } ({ $scale }). { $heaped_shown } persons of 25, 30, 35… 60 years among { $persons_shown } of 23 to 62 years; 100 without preference, 500 if all ages end in 0 or 5.
report-whipple-none = Whipple’s index is not shown: too few persons.
report-whipple-very-accurate = very accurate data
report-whipple-fairly-accurate = fairly accurate data
report-whipple-approximate = approximate data
report-whipple-rough = rough data
report-whipple-very-rough = very rough data
report-myers = Myers’ index: { $index }. 0 if no last digit is preferred, 90 if all ages end in the same one.
report-myers-none = Myers’ index is not shown: too few persons.
report-digits-caption = Share of ages by their last digit (Myers’ blended population)
report-digit-column = Last digit
report-digit-share = Share
report-digit-points = Distance from 10% (points)
report-digit-chart-title = Ages by their last digit
report-digit-chart-description = A point for each digit; the red line marks 10%, the share of each digit if none were preferred. The numbers are in the table below.
report-digit-chart-caption = Share of ages by their last digit; the red line marks 10%.
report-sex-ratio-title = Sex ratio
report-sex-ratio-text = Males per 100 females, with the 95% interval. A distance within the interval may be chance. At birth 100 to 105 boys are expected per 100 girls.
report-sex-ratio-caption = Males per 100 females, by age
report-sex-ratio = Males per 100 females
report-sex-ratio-acts = Children of the birth records
report-duplicates-title = Duplicates
report-duplicates-text = A person known by several rows is one person of the register. What is doubtful waits for an agent’s judgment (“bato review”).
report-duplicates-caption = Rows merged, pairs to be judged and pairs judged
report-duplicates-column = What
report-duplicates-n = Number
report-duplicates-merged-census = Rows of forms merged with a person already registered
report-duplicates-merged-births = Records merged with a person already registered
report-duplicates-acts-twice = Records of a birth declared twice
report-duplicates-review-census = Pairs of form rows to be judged
report-duplicates-review-acts = Pairs of records to be judged
report-duplicates-review-act-census = Pairs of a record and a form row to be judged
report-duplicates-ruled-same = Pairs judged: the same person
report-duplicates-ruled-different = Pairs judged: two persons
report-sample-text = How right the merges are, by a random sample of version { $generation_shown } of the register that a person judged ({ $n_shown } pairs). Recall counts compared pairs only.
report-sample-caption = Precision and recall, with their 95% interval
report-sample-column = Measure
report-sample-precision = Precision: merges that are right
report-sample-recall = Recall: merges that were found

## Programme indicators
report-indicators-section = Programme indicators
report-indicators-title = Values and targets
report-indicators-none = No indicator is defined (data-raw/reference/indicators.toml).
report-indicators-text = A baseline or target is given only where a source publishes it. The last column says what is missing to conclude.
report-indicators-caption = Programme indicators: baseline, last value, target
report-indicator-column = Indicator
report-indicator-baseline = Baseline
report-indicator-value = Value
report-indicator-year = Year
report-indicator-target = Target
report-indicator-missing = What is missing
report-indicator-no-value = no data
report-indicator-in-year = { $value } ({ $year })
report-missing-baseline = baseline
report-missing-value = data
report-missing-target = published target
report-missing-one-source = baseline from another source
report-indicator-note = { $name } = { $formula }. { $note } Sources: { $sources }.
report-trend-title = Trend
report-trend-text = A table for each indicator followed from year to year; the change is that from the last known year before (in percentage points for a share).
report-trend-change = Change
report-trend-description = The value of the indicator “{ $name }” by year. The numbers are in the table below.
report-trend-caption = { $name }, by year.

## Communes side by side
report-compare-title = Communes side by side
report-compare-how = How to read
report-compare-legend = Each rate stands with its denominator and its 95% interval: that of chance for records, that of linking for children, that of the estimate for the end. Two communes whose intervals overlap are not ranked. “<10” and “…”: a figure that the commune does not show, to protect persons.
report-compare-section = Communes by their register
report-compare-printed-section = Figures published elsewhere
report-compare-commune = Commune
report-compare-period = Period
report-compare-acts = Records
report-compare-source = Source
report-compare-category = Category
report-compare-deaths = Deaths
report-compare-quartiers = Quartiers censused
report-compare-caption = Communes by their aggregated figures
report-compare-overview-title = Overview
report-compare-overview-text = By the aggregated figures that each commune handed over: no name, no identifier.
report-compare-rule = All communes are judged by the same rule (births from, period): { $rule }.
report-compare-rules-differ = Attention: the communes do not apply the same rule, and no rule is common to them. Their rates on time can’t be compared.
report-compare-windows-differ = Attention: the releases do not cover the same years of registers. Years that one lacks can’t be compared.
report-compare-windows-caption = What each release covers
report-compare-registers = Registers
report-compare-as-of = Declarations up to
report-compare-rule-column = Rule (births from, period)
report-compare-version = Bato
report-compare-born-title = Share on time of the births of each year, in the end (estimate)
report-compare-born-text = Late declarations of recent births are still to come: the share is that estimated for the end, the same for all communes.
report-compare-born-caption = Births by commune and year: records and share on time in the end
report-compare-years-title = Rate on time, by year
report-compare-years-caption = Records by commune and year of declaration
report-compare-printed-title = Rates from published figures
report-compare-printed-caption = Records as published: on time and by proxy, late by judgment
report-compare-printed-text = These figures stand as published, errors included; nothing is fixed. The rate is given only where both parts are published. { $source }
report-compare-deaths-title = Deaths as published
report-compare-deaths-caption = Deaths by commune and period, as published
report-compare-deaths-text = No source gives the deaths expected: no rate is computed.
report-compare-flags-title = Errors of the published figures
report-compare-flags-caption = Published figures that do not agree
report-compare-flags-text = Parts that do not add up, digits against words, sources that contradict each other. Errors are named, not fixed.
report-compare-foot = Made by Bato { $version }. This page holds numbers alone.
report-multiples-title = Rate on time, by commune
report-multiples-description = A small chart for each commune, all on the same scale: a point for each period, with an upright line for the interval. The numbers are in the table below.
report-multiples-caption = Rate on time by commune and period, with its 95% interval.
report-flag-printed = Published
report-flag-against = Against
report-flag-what = Error
report-flag-parts-differ = the parts do not make the total
report-flag-adults-alone = men and women make the total already: children are counted twice or left out
report-flag-digits-against-words = the number in digits is not that in words
report-flag-differs-from-series = another series publishes another number for the same year
report-printed-dans-le-delai = on time
report-printed-par-procuration = by proxy
report-printed-jugement-suppletif = by judgment
report-printed-deces = deaths

## Method
report-note-up-to-date = A quartier is up to date if a census round there is of the last year that the register knows or at most { $n ->
    [one] { $n_shown } year
   *[other] { $n_shown } years
  } before.
report-formulas-title = Formulas and their sources
report-formula-wilson = Interval of a share: E. B. Wilson, Journal of the American Statistical Association 22 (1927), pp. 209-212.
report-formula-funnel = Funnel: D. J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24 (2005), pp. 1185-1202. Limits at 95 and 99.8%.
report-formula-whipple = Whipple’s index: 100 × (persons of 25, 30… 60 years) ÷ (persons of 23 to 62 years ÷ 5). H. S. Shryock, J. S. Siegel et al., The Methods and Materials of Demography (1976), ch. 8; scale of the United Nations Demographic Yearbook.
report-formula-myers = Myers’ index: half the sum of the distances from 10% of the blended population of each last digit, ages 10 to 89. R. J. Myers, Transactions of the Actuarial Society of America 41 (1940), pp. 395-415.
report-formula-children = Children without a record: those without a link, less the sum of the probabilities of doubtful pairs and the share of missed links for the lower bound, plus the sum of the chances that accepted links are wrong for the upper, with 1.96 standard deviations on each side.
report-formula-cohorts = Records still to come: product-limit estimator of the reverse-time hazard, for right-truncated delays; interval from 200 resamples. J. D. Kalbfleisch and J. F. Lawless, Journal of the American Statistical Association 84 (1989), 360-372; J. F. Lawless, Canadian Journal of Statistics 22 (1994), 15-31. Late (within a year) and delayed (more than a year): United Nations, Principles and Recommendations for a Vital Statistics System, revision 3.
data-package = Figures without names of a commune of Kinshasa: births declared, children, population.
data-indicator = What is counted
data-period = Year, half-year, quarter, or “all”
data-area = Commune, or commune and quartier
data-breakdown = Breakdown: kind and code, or “all”
data-value = Count, or share from 0 to 1; empty if not shown
data-numerator = Number counted
data-denominator = Number of which it is a share
data-area_code = Postal code of the quartier
data-sdg = Indicator of the Sustainable Development Goals
report-folded = { $caption }: open the table ({ $n_shown } rows)
report-brief-title = On one page
report-brief-sentences-title = In five sentences
report-brief-on-time = Of the birth records written, { $low } are on time ({ $n } records).
report-brief-on-time-range = { $low } to { $high } of the birth records written are on time, by the rule ({ $n } records).
report-brief-trend-up = ↑ { $now } on time in { $year }, against { $then } in { $before }: a rise that chance does not explain.
report-brief-trend-down = ↓ { $now } on time in { $year }, against { $then } in { $before }: a fall that chance does not explain.
report-brief-trend-chance = → { $now } on time in { $year }, against { $then } in { $before }: chance is enough to explain it.
report-brief-coverage = Of 100 births expected in { $year }, { $low } to { $high } have a record, depending on how they are counted.
report-brief-under-five = { $share } of the children under five in the census have a record ({ $low } to { $high }, by linking).
report-brief-behind-none = No quartier is behind the commune by more than chance explains.
report-brief-behind-late = Behind by more than chance explains, for acts on time: { $late }.
report-brief-behind-children = Behind by more than chance explains, for children without an act: { $children }.
report-brief-behind-both = Behind by more than chance explains, for acts on time: { $late }; for children without an act: { $children }.
report-brief-quartiers = Quartiers counted: { $n } of { $of }; rows that wait for a correction: { $rows }.
report-since-title = Since the release before
report-since-text = Figures of release no. { $number } ({ $period }) and of this one.
report-since-caption = What changed since the release before
report-since-column = Figure
report-since-before = Before
report-since-now = Now
report-since-acts-on-time = Records on time
report-since-acts-late = Late records
report-since-persons = Persons
report-since-households = Households
report-since-census-children-without-act = Children in the census without a record
report-since-under-five-with-act = Under five with a record
report-since-rows-quarantined = Rows in quarantine
report-tiles-title = The quartiers
report-tiles-text = A tile for each quartier, in the order of its postal code: no published map gives their limits. The darker the tile, the larger the share of records on time; a dotted tile has no figure. A thick frame: the difference from the commune is more than chance gives; without it two tiles of different colours may differ by chance alone.
report-tiles-caption = Share of records on time, by quartier
report-tiles-description = A tile for each quartier with its name and share of records on time, darker for a larger share. The numbers are in the table below.
report-quartier-years-title = Each quartier, from year to year
report-quartier-years-text = Share of records on time, with the interval of chance (95%): where the lines overlap, the difference may be chance.
report-quartier-years-caption = Share of records on time by quartier and year of declaration (+)
report-quartier-years-description = A small chart for each quartier, all on the same scale: a point for each year, with a vertical line for the interval. The numbers are in the table below.
report-registrar-title = For the registrar
report-registrar-part = To look into in the registers
report-registrar-text = A late record rests as a rule on a court judgment: those without one are to be looked into, by the rule applied here (see “Sources and method”). Missing or repeated numbers are looked up in the paper register; the table “findings” (“bato export findings”) gives the file, sheet and row of each. Records without a category are counted apart.
report-registrar-caption = To look into
report-registrar-column = What
report-registrar-n = Number
report-registrar-late-without-judgment = Late records without a judgment
report-registrar-judgment-on-time = Judgments while the period was still running
report-registrar-act-number-gap = Breaks in the sequence of numbers
report-registrar-act-number-repeated = Repeated numbers
report-registrar-act-number-missing = Records without a number
report-registrar-quartiers-without-act = Quartiers without a record
report-registrar-quartiers = Quartiers without a record: { $names }.
report-registrar-irregular-caption = Late records without a judgment, by year of declaration (+)
report-parcels-title = Parcels between offices
report-parcels-part = Sent, received, waiting
report-parcels-text = { $n ->
    [one] One office is accepted
   *[other] { $n_shown } offices are accepted
  }. Sent at least one parcel: { $received_shown }. Have not returned all receipts yet: { $waiting_shown }. With missing parcels: { $missing_shown }.
report-parcels-caption = Parcels by office
report-parcels-office = Office
report-parcels-sent = Sent
report-parcels-waiting = Without receipt
report-parcels-received = Received
report-parcels-missing = Missing
report-parcels-last = Last parcel
report-parcels-all = All offices
report-more-years = On this screen the latest year is on the right: swipe right for earlier years.
report-save-picture = Save the picture (SVG)
report-law-note = Vertical line: a new law comes into force ({ $laws }). Sources disagree on the period that offices applied before July 2016: a break at this point may come from the rule, not from the declarations.
report-survival-west = Coale and Demeny’s model life tables West, level { $level }: that in which { $deaths } children in 1,000 die before age five, according to { $source }
report-groups-title = Men, women, boys, girls
report-groups-text = Residents as the civil status offices of Kinshasa count them: men and women of 18 years and over, boys and girls under 18, at their age in their last census round. Sex or age unknown: in the total alone, or in a column of their own.
report-groups-caption = Residents by quartier: men, women, boys, girls
report-group-men = Men
report-group-women = Women
report-group-boys = Boys
report-group-girls = Girls
report-group-unknown = Sex or age unknown
report-group-residents = Residents
report-census-coverage-title = Persons counted and published population
report-census-coverage-text = Residents counted by the census ({ $n } of { $of } quartiers censused), beside the population that each source publishes. Sources differ by half, and none is of the same year as all sheets: each share names its own. “–”: nothing is known.
report-census-coverage-caption = Persons counted and population of the commune, by each source
report-census-coverage-quartiers = { $n ->
    [0] No source read states the population of a quartier (data-raw/reference/population.csv, column quartier).
    [one] A source states the population of { $n_shown } quartier.
   *[other] Sources state the population of { $n_shown } quartiers.
}
report-census-coverage-quartier-caption = Persons counted and population of each quartier
report-census-counted = Counted
report-census-stated = Published population
report-census-share = Counted ÷ published
report-census-stated-year = Year of the population
report-un-title = Tables that the United Nations recommend
report-un-part = What this report has, and what it lacks
report-un-text = { $n_shown } recommended tables: { $have_shown } are here, { $part_shown } in part, { $lack_shown } are lacking. The last column says why.
report-un-caption = Recommended tables of vital events and tables of this report
report-un-column = Recommended table
report-un-state = Here
report-un-ours = Part of this report
report-un-why = What is lacking, and why
report-un-source = Source: United Nations, Principles and Recommendations for a Vital Statistics System, revision 3 (Statistical Papers, Series M No. 19/Rev.3, 2014), recommended tabulations. Several tables of one subject are one row here.
report-un-state-have = yes
report-un-state-part = in part
report-un-state-lack = no
report-un-births-summary = Births by year, and their ratio to the births expected
report-un-births-place-sex = Births by place of occurrence and sex of child
report-un-births-place-residence = Births by place of occurrence and place of usual residence of mother
report-un-births-registration-month = Births by place of registration, month of occurrence and month of registration
report-un-births-month-residence = Births by month, place of occurrence and place of usual residence of mother
report-un-births-mother-age-marital = Births by age, place of usual residence and marital status of mother
report-un-births-father-age = Births by age of father
report-un-births-mother-age-education = Births by place of usual residence, age and educational attainment of mother
report-un-births-education-order = Births by educational attainment and age of mother and live-birth order
report-un-births-mother-age-order = Births by place of usual residence and age of mother, sex of child and live-birth order
report-un-births-interval = Births by live-birth order and interval since the previous live birth
report-un-births-ethnic = Births by ethnic or national group and place of usual residence and age of mother
report-un-births-legitimacy = Births by place of usual residence and age of mother and legitimacy status
report-un-births-attendant = Births by place of occurrence, site of delivery and attendant at birth
report-un-births-weight = Births by site of delivery, attendant at birth and birth weight
report-un-births-weight-education = Births by birth weight and place of usual residence and educational attainment of mother
report-un-births-gestation = Births by gestational age and birth weight
report-un-births-prenatal = Births by month in which prenatal care began (three tables)
report-un-births-mother-duration = Births by place of usual residence of mother and duration of that residence
report-un-deaths-summary = Deaths by year, and their ratio to the population
report-un-deaths-residence-sex = Deaths by place of usual residence and sex of decedent
report-un-deaths-registration-month = Deaths by month of occurrence and month of registration
report-un-deaths-age-sex = Deaths by place of usual residence, age and sex of decedent
report-un-deaths-cause = Deaths by cause, age and sex of decedent
report-un-deaths-attendant = Deaths by site of occurrence and type of certification
report-un-infant-deaths-age-sex = Infant deaths by month, age and sex
report-un-infant-deaths-cause = Infant deaths by cause
report-un-foetal-deaths = Foetal deaths (all tables)
report-un-marriages-summary = Marriages by year and place of usual residence
report-un-marriages-age = Marriages by age and previous marital status of bride and groom
report-un-divorces = Divorces (all tables)
report-un-population-age-sex = Population by age, sex and place of usual residence, for rates
report-un-completeness = Completeness of registration
report-un-why-place = The place of delivery is free text, without a list of places: it is counted for the commune alone, not by quartier.
report-un-why-month-by-month = The month of birth by the month of registration is not given; the time between them is. The registers do not name the office.
report-un-why-small-cells = By month and quartier nearly all counts would be under ten.
report-un-why-mother = The registers have the mother’s name, but not her age, her marital status or the child’s order of birth; the mother is not yet linked to a person of the register.
report-un-why-father = The registers have the father’s name, not his age.
report-un-why-education = Neither registers nor sheets ask for education.
report-un-why-not-asked = Neither registers nor sheets ask for it.
report-un-why-attendant = Declaration by proxy counts the births in maternities; who attended the mother is not written.
report-un-why-health = These measures are in the files of maternities, not in the civil registers.
report-un-why-deaths = The lists of deaths read give the number by year alone: deaths are seldom declared, so detail would mislead.
report-un-why-cause = The cause is not declared to the commune.
report-un-why-foetal = Foetal deaths are not registered.
report-un-why-marriages = The lists of marriages read give the number by year alone.
report-un-why-divorces = No list of divorces is read.
report-compare-ages-title = Children without a record, at equal ages
report-compare-ages-text = The share of children without a record changes with age: communes compare at equal ages alone. Direct standardisation on WHO’s world standard population 2000-2025 (Ahmad et al., 2001), at the ages that every commune shows: { $ages } years. The interval is that of linking.
report-compare-ages-none = No age is shown by every commune: the share at equal ages is not known.
report-compare-ages-caption = Share of children without a record: as it is, and at equal ages
report-compare-standardised = Share at equal ages
report-places-title = Places of delivery
report-places-text = Place of birth on the record, as typed, accents and case ignored; places of fewer than { $least_shown } records are together. Proxy is given to a maternity: where its share is low, the parents have to come themselves.
report-places-none = The registers read have no place of birth, or the version of the register is older than this column: run “bato run”.
report-places-caption = Records by place of birth, and share declared by proxy
report-places-column = Place of birth
report-places-acts = Records
report-places-proxy = By proxy
report-places-share = Share by proxy
report-places-others = Other places
report-places-unknown = Place not written
report-mothers-title = Mothers
report-mothers-text = The mother’s age and the order of birth are not counted: the registers have only the mother’s name, and the table of records does not link her to a person of the register.
report-thin = { $year } (register perhaps incomplete)
report-brief-trend-thin = Note: { $years }: some quarters there count far fewer records than the two years before. These registers may be incomplete; the share of these years is not comparable.
report-brief-read-births = The registers read hold { $share } of the births published for { $first } to { $last }.
report-brief-read-persons = The census read counted { $low } to { $high } of the published population, depending on the source.
report-coverage-incomparable = not comparable
report-category-not-known = Category not stated: { $n } records. They are in the total alone: the shares of the categories hold for the others only.
report-sex-not-known = Sex unknown: { $n } records, in the total alone.
report-funnel-centre = { $share } (all quartiers)
report-registrar-late-unknown = of which without a category
report-registrar-late-share = Share without a judgment (category known)
report-subtitle-made-on = made on { $day }

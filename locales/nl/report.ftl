# De rapportpagina. Elke sleutel begint met “report-”.

## Hoofd van de pagina
report-title = { $commune }: bevolking en aangegeven geboorten
report-subtitle = Register van de gemeente
report-subtitle-year = register van { $year }
report-subtitle-years = registers van { $first } tot { $last }
report-subtitle-as-of = aangiften tot { $day }
report-mark-internal = intern: verlaat de gemeente niet
report-mark-release = vrijgave nr. { $number } · { $period } · afgeronde cijfers, zonder namen
report-foot-release = Vrijgave nr. { $number } ({ $period }), opgesteld op { $day } door Bato { $version }. Deze pagina bevat alleen afgeronde cijfers: geen naam, geen akte, geen huishoudfiche.
report-legend-release = De akten van de gemeente per jaar, tijdig en laattijdig, zijn exact. Elk ander aantal onder { $least_shown } is “<10”, de andere zijn afgerond op { $step_shown }, elk apart: totalen zijn niet altijd de som. Aandelen en gemiddelden komen uit de afgeronde aantallen, als ze op { $whole_shown } of meer slaan, indexen op { $persons_shown } personen of meer; anders “…”. Een onbekend geslacht of een onbekende categorie zit alleen in de totalen.
report-compare-mark = afgeronde cijfers, volgens de vrijgaven van de gemeenten
report-skip = Naar de inhoud
report-contents = Inhoud
report-foot = Opgesteld op { $day } door Bato { $version }, volgens versie { $generation } van het register. Exacte cijfers zonder namen, voor de gemeente alleen. Wat naar Brussel of de coördinator gaat, is een vrijgave: “bato release”.

## Kerncijfers
report-figures = In één oogopslag
report-figure-rate = Tijdig aangegeven geboorten
report-figure-rate-note = { $on_time } tijdig van { $judged } met bekende tijd tot aangifte
report-figure-rate-range = { $low } tot { $high }, naargelang de regel
report-figure-rate-open = { $note }; de bronnen zijn het niet eens over de termijn die voor juli 2016 gold, vandaar twee regels
report-figure-late = Laattijdige akten
report-figure-late-none = van alle akten is de tijd tot aangifte bekend
report-figure-late-note = akten met onbekende tijd tot aangifte: { $unknown }
report-figure-persons = Personen in het register
report-figure-persons-note = geteld bij een telling of genoemd in een geboorteakte
report-figure-quartiers = Getelde wijken
report-figure-quartiers-value = { $n } van { $of }
report-figure-quartiers-note = wijken die door een gelezen telling gedekt zijn
report-figure-quarantine = Rijen in quarantaine
report-figure-quarantine-note = te verbeteren in de correctiewerkmappen en opnieuw in te lezen
report-figure-quarantine-none = alle gegevensrijen staan in het register
report-legend-rate = Aandeel tijdig: tijdige akten ÷ (tijdig + laattijdig). Akten met onbekende tijd tot aangifte tellen niet mee.
report-legend-duplicates = { $n ->
    [0] Er is geen dubbele akte gevonden.
    [one] { $n_shown } dubbele akte (dezelfde geboorte tweemaal aangegeven) is apart geteld en staat in geen enkele tabel.
   *[other] { $n_shown } dubbele akten (dezelfde geboorte tweemaal aangegeven) zijn apart geteld en staan in geen enkele tabel.
}
report-legend-duplicates-hidden = Dubbele akten (dezelfde geboorte tweemaal aangegeven) zijn apart geteld en staan in geen enkele tabel; hun aantal is verborgen.

## Woorden van de tabellen
report-hidden-mark = …
report-few-mark = <10
report-few-spoken = minder dan tien
report-hidden-spoken = cijfer niet getoond
report-quarter-of-year = { $year }, kwartaal { $part }
report-half-of-year = { $year }, semester { $part }
report-no-rate = –
report-all = Samen
report-unknown = Niet bekend
report-quartier-unknown = Zonder bekende wijk
report-before-year = Vóór { $year }
report-incomplete = { $year } (onvolledig)
report-under-way = { $year } (lopend)
report-from-to = { $from } tot { $to }
report-age-from = { $from } en ouder
report-delay-days = { $from } tot { $to } dagen
report-delay-years = { $from } tot { $to } jaar
report-delay-years-from = { $from } jaar en meer
report-limit-days = { $n ->
    [one] { $n_shown } dag
   *[other] { $n_shown } dagen
}
report-limit-months = { $n ->
    [one] { $n_shown } maand
   *[other] { $n_shown } maanden
}
report-limit-label = wettelijke termijn: { $limit }
report-limit-label-until = { $limit } (geboorten vóór { $day })
report-sex-m = Man
report-sex-f = Vrouw
report-category-direct = Aangifte door een ouder
report-category-proxy = Bij volmacht (kraaminrichting)
report-category-judgment = Op aanvullend vonnis
report-category-unknown = Niet vermeld
report-month-1 = Januari
report-month-2 = Februari
report-month-3 = Maart
report-month-4 = April
report-month-5 = Mei
report-month-6 = Juni
report-month-7 = Juli
report-month-8 = Augustus
report-month-9 = September
report-month-10 = Oktober
report-month-11 = November
report-month-12 = December
report-column-on-time = Tijdig
report-column-late = Laattijdig
report-column-judged = Tijd tot aangifte bekend
report-column-rate = Aandeel tijdig
report-column-rate-acts = Aandeel tijdig van de opgemaakte akten
report-column-rate-births = Aandeel tijdig van de geboorten, tot nu
report-column-delayed = waarvan meer dan een jaar later
report-column-unknown = Tijd tot aangifte onbekend

## Geboorten
report-births-title = Aangegeven geboorten
report-declared-year-title = Naar jaar van aangifte (+)
report-declared-year-text = Elke geboorteakte telt in het jaar waarin ze is aangegeven en wordt beoordeeld naar de wettelijke termijn die op de dag van de geboorte gold.
report-declared-year-caption = Geboorteakten per jaar van aangifte
report-declared-year-column = Jaar
report-parts-of-years-title = Naar semester en kwartaal van aangifte (+)
report-parts-of-years-text = Akten geteld op de dag van aangifte.
report-half-caption = Geboorteakten naar semester van aangifte
report-half-column = Semester
report-quarter-caption = Geboorteakten naar kwartaal van aangifte
report-quarter-column = Kwartaal
report-cohort-title = Geboorten van elk jaar: akten tot nu en nog te verwachten akten
report-cohort-text = De late aangiften van recente geboorten zijn nog niet gebeurd: het aandeel tijdig “tot nu” van de laatste jaren is te hoog. De schatting vult elk jaar aan volgens de termijnen van oudere jaren, tot tien jaar na de geboorte; “van” en “tot” geven het schattingsinterval van 95 %. Geboorten tot { $day }; van een lopend jaar tellen alleen de voorbije maanden.
report-cohort-caption = Akten van de geboorten van elk jaar: tot nu, nog te verwachten, in totaal
report-cohort-so-far = Akten tot nu
report-cohort-to-come = Nog te verwachten (schatting)
report-cohort-expected = In totaal (schatting)
report-cohort-rate = Aandeel tijdig, uiteindelijk (schatting)
report-estimate-low = Schatting: van
report-estimate-high = tot
report-cohort-chart-title = Akten van de geboorten van elk jaar
report-cohort-chart-description = Een kolom per geboortejaar: onderaan de akten tot nu, daarboven, gearceerd, de nog te verwachten akten. De getallen staan in de tabel hieronder.
report-cohort-chart-caption = Akten van de geboorten van elk jaar; gearceerd: nog te verwachten.
report-cohort-rate-chart-title = Aandeel tijdig van de geboorten van elk jaar, uiteindelijk
report-cohort-rate-chart-description = Een punt per geboortejaar, met een verticale streep voor het schattingsinterval. De getallen staan in de tabel hieronder.
report-cohort-rate-chart-caption = Aandeel tijdig van de geboorten van elk jaar, schatting van het uiteindelijke aandeel, met het interval.
report-year-chart-title = Tijdige en laattijdige akten per jaar van aangifte
report-year-chart-description = Eén kolom per jaar: onderaan de tijdige akten, daarboven, gearceerd, de laattijdige. De cijfers staan in de tabel die volgt.
report-year-chart-caption = Akten met bekende tijd tot aangifte, per jaar van aangifte. Het getal boven een kolom is hun totaal.
report-published-title = Naast de gepubliceerde reeks
report-published-text = Gepubliceerde reeks: { $source }. De bron zegt niet welke wettelijke termijn is toegepast, noch of het jaar dat van de geboorte of van de aangifte is. De twee reeksen staan naast elkaar; geen van beide verbetert de andere.
report-published-caption = Gepubliceerde geboorten en akten in de registers per jaar (van aangifte voor de registers); verschil = registers − gepubliceerde reeks
report-published-on-time = Gepubliceerd: tijdig
report-held-on-time = Registers: tijdig
report-published-late = Gepubliceerd: laattijdig
report-held-late = Registers: laattijdig
report-difference = Verschil
report-born-year-title = Per geboortejaar
report-born-year-text = Een “onvolledig” jaar telt geboorten waarvan de wettelijke termijn nog liep bij de laatste gelezen aangifte. De aandelen zijn die tot nu: het vorige deel schat wat ze zullen zijn.
report-born-year-caption = Geboorteakten per geboortejaar
report-born-year-column = Geboortejaar
report-delay-title = Tijd tussen geboorte en aangifte
report-delay-text = De dag na de geboorte is dag 1; een aangifte op de laatste dag is tijdig.
report-delay-caption = Geboorteakten naar tijd tot de aangifte
report-delay-column = Tijd
report-delay-chart-title = Akten naar tijd tot de aangifte
report-delay-chart-description = Eén balk per tijdvak, het kortste eerst; laattijdige akten zijn gearceerd. Rode lijnen geven het einde van de wettelijke termijn aan. De cijfers staan in de tabel die volgt.
report-delay-chart-caption = Akten naar tijd tot de aangifte. Een rode lijn geeft het einde aan van elke geldende wettelijke termijn.
report-category-title = Per soort aangifte
report-category-text = Een volmacht aan de kraaminrichting is een gewone aangifte. Een aanvullend vonnis (jugement supplétif) vervangt de aangifte wanneer de termijn voorbij is.
report-category-caption = Geboorteakten per soort aangifte
report-category-column = Soort aangifte
report-sex-title = Per geslacht
report-sex-text = Geslacht van het kind zoals in de akte vermeld.
report-sex-caption = Geboorteakten per geslacht van het kind
report-sex-column = Geslacht
report-month-title = Per maand van aangifte
report-month-text = Kalendermaand, alle jaren samen.
report-month-caption = Geboorteakten per maand van aangifte
report-month-column = Maand
report-quartier-births-title = Per wijk
report-quartier-births-text = Wijk waar de ouders wonen. Een aandeel op weinig akten wisselt door toeval: deze tabel is geen rangschikking.
report-quartier-of-child = { $n ->
    [0] Geen enkele akte zonder wijk kon die van de gekoppelde persoon krijgen.
    [one] { $n_shown } akte zonder wijk telt mee in die van de gekoppelde persoon.
   *[other] { $n_shown } akten zonder wijk tellen mee in die van de gekoppelde persoon.
}
report-quartier-births-caption = Geboorteakten per wijk van verblijf
report-quartier-births-column = Wijk

## Bevolking
report-population-title = Bevolkingsregister
report-children-title = Getelde kinderen zonder geboorteakte
report-children-text = Kinderen van 0 tot 17 jaar op 31 december { $year } die op een fiche staan, geboren in een jaar waarvan het register gelezen is. “Zonder akte” betekent: geen akte gevonden in de gelezen registers. Het kind kan in een andere gemeente zijn aangegeven. Van de grijze jaren is geen register gelezen: ze tellen in geen enkel totaal mee.
report-children-no-register = { $year }: geen register gelezen
report-children-caption = Getelde kinderen met en zonder gevonden geboorteakte, per geboortejaar
report-children-with = Met akte
report-children-without = Zonder akte
report-children-all = Getelde kinderen
report-children-rate = Aandeel zonder
report-age-title = Naar leeftijd en geslacht
report-age-text = Leeftijd van de inwoners bij de laatste telling die hen inschreef (de getypte leeftijd, als die er is), in groepen van vijf jaar. Personen die alleen door een akte bekend zijn, staan er niet in. Overlijdens worden zelden aangegeven: het register houdt overledenen, vooral op hoge leeftijd.
report-age-caption = Personen in het register naar leeftijd en geslacht
report-age-column = Leeftijd
report-age-chart-title = Bevolkingspiramide
report-age-chart-description = Links de mannen, rechts, gearceerd, de vrouwen; de jongsten onderaan. De cijfers staan in de tabel die volgt.
report-age-chart-caption = Leeftijdspiramide, geslacht en leeftijd bekend.
report-males = Mannen
report-females = Vrouwen
report-sex-unknown = Geslacht onbekend
report-persons = Personen
report-register-title = Per wijk
report-register-text = Personen tellen in hun laatst bekende wijk. Voor een wijk zonder teljaar is geen fiche ingelezen: haar personen komen uit geboorteakten.
report-register-caption = Personen en huishoudens per wijk
report-quartier-column = Wijk
report-households = Huishoudens
report-mean-size = Gemiddelde grootte
report-rounds = Tellingen

## Rijen van de bestanden
report-sheets-title = Kwaliteit van de gegevens
report-rows-title = Telling van de rijen
report-rows-text = Elke niet-lege rij van de bestanden krijgt precies één status: ingelezen = weggelaten + in quarantaine + ingeschreven + samengevoegd. De gelijkheid wordt per bestand nagegaan.
report-rows-broken = Let op: de ingelezen rijen zijn niet gelijk aan de som van de rijen die zijn weggelaten, in quarantaine, ingeschreven en samengevoegd. Dit rapport mag niet worden verspreid.
report-rows-caption = Rijen ingelezen, weggelaten, in quarantaine, ingeschreven en samengevoegd
report-rows-column = Bestanden
report-rows-census = Huishoudfiches
report-rows-births = Geboorteregisters
report-rows-all = Samen
report-rows-read = Ingelezen
report-rows-ignored = Weggelaten (titels, totalen)
report-rows-quarantined = In quarantaine
report-rows-registered = Ingeschreven
report-rows-merged = Samengevoegd met een reeds ingeschreven persoon
report-rows-what-to-do = Een rij in quarantaine is niet verloren: ze wacht op verbetering. Controleer het bestand met “bato check”: ernaast komt een correctiewerkmap, waarin de foute cellen gekleurd en uitgelegd zijn. Verbeter in die werkmap, volgens de papieren fiche, bewaar ze en start “bato run” opnieuw.
report-files = { $read ->
    [one] { $read_shown } bestand ingelezen
   *[other] { $read_shown } bestanden ingelezen
}, { $unreadable ->
    [0] geen enkel onleesbaar.
   *[other] { $unreadable_shown } onleesbaar.
}
report-findings-title = Vaststellingen
report-findings-text = Een fout zet de rij in quarantaine; een waarschuwing houdt ze in het register en meldt ze.
report-findings-none = Geen vaststellingen.
report-findings-caption = Vaststellingen per regel
report-findings-column = Regel
report-findings-severity = Ernst
report-findings-n = Vaststellingen
report-severity-error = fout
report-severity-warning = waarschuwing

## Bronnen en methode
report-method-title = Bronnen en methode
report-legal-title = Toegepaste wettelijke termijnen
report-legal-text = De termijn is die welke gold op de dag van de geboorte:
report-legal-period = Geboorten vanaf { $from }: { $limit } ({ $law })
report-legal-before = Voor vroegere geboorten geldt de eerste termijn van de lijst. De bronnen verschillen over wat de kantoren vóór juli 2016 toepasten.
report-notes-title = Hoe deze cijfers te lezen
report-note-rate = De noemer van elk aandeel tijdig is het aantal akten waarvan beide datums (geboorte en aangifte) tot op de dag bekend zijn.
report-note-duplicates = Heeft een geboorte twee akten (bijvoorbeeld bij volmacht en daarna door een ouder), dan telt er één; de andere is een dubbele.
report-note-cohorts = Een geboortejaar heet onvolledig als het geboorten bevat van de { $n_shown } dagen vóór de laatst ingelezen aangifte.
report-note-published = De gepubliceerde reeks wordt nooit gewijzigd of aangevuld vanuit de registers.
report-note-children = Een akte wordt aan een geteld kind gekoppeld door namen, datums en ouders te vergelijken; een koppeling kan ontbreken.

## Kinderen zonder akte, verwachte geboorten
report-children-section = Kinderen zonder geboorteakte
report-figure-children = Getelde kinderen zonder akte
report-figure-children-note = 0 tot 17 jaar, geboren in de jaren van de gelezen registers ({ $years }); koppelingsinterval: { $low } tot { $high }
report-figure-under-five = Kinderen onder vijf jaar met geregistreerde geboorte (SDG 16.9.1)
report-figure-under-five-note = bij de laatste telling, geboren in de jaren van de gelezen registers; koppelingsinterval: { $low } tot { $high }
report-children-none = Er is geen huishoudfiche gelezen: het aantal kinderen zonder akte is niet bekend.
report-children-of-age = { $year } ({ $age ->
    [0] jonger dan een jaar
   *[other] { $age_shown } jaar
})
report-children-interval = “Koppeling: van” en “tot” geven het koppelingsinterval van 95 %: alleen de twijfel die de koppeling van akten en fiches laat. Het telt de waarschijnlijkheid van elke koppeling, de twijfelachtige paren die niet gekoppeld zijn, en { $missed } gemiste koppelingen (instelling missed_links_share).
report-linking-low = Koppeling: van
report-linking-high = tot
report-under-five-title = Kinderen onder vijf jaar met geregistreerde geboorte (SDG 16.9.1)
report-under-five-text = Kinderen onder vijf jaar bij hun laatste telling, geboren in een jaar waarvan het register gelezen is. Geregistreerd: er is een akte gevonden. Het interval is dat van de koppeling.
report-under-five-caption = Kinderen onder vijf jaar, naar geslacht
report-under-five-quartier-caption = Kinderen onder vijf jaar, naar wijk
report-under-five-all = Onder vijf jaar
report-under-five-rate = Aandeel geregistreerd
report-children-chart-title = Aandeel getelde kinderen zonder akte, per geboortejaar
report-children-chart-description = Een punt per geboortejaar, met een verticale streep voor het interval. De cijfers staan in de tabel hieronder.
report-children-chart-caption = Aandeel getelde kinderen zonder geboorteakte, met zijn interval, per geboortejaar.
report-children-quartier-title = Kinderen zonder akte, per wijk
report-children-quartier-text = Woonwijk van het kind. Deze tabel is geen rangschikking: de laatste kolom zegt of toeval volstaat om het verschil met de gemeente te verklaren. Een kind dat in één telling in twee wijken wordt genoemd, verbreedt het interval van beide.
report-children-quartier-caption = Getelde kinderen, met en zonder gevonden geboorteakte, per wijk
report-children-funnel-title = Aandeel zonder akte van elke wijk naar aantal kinderen
report-children-funnel-description = Een punt per wijk; de stippellijnen tonen wat toeval alleen zou geven rond het aandeel van de gemeente, in 95 en 99,8 gevallen op 100. De cijfers staan in de tabel hieronder.
report-children-funnel-caption = Aandeel zonder akte naar aantal getelde kinderen. Buiten de rode trechter volstaat toeval niet meer als verklaring.
report-interval-low = Van
report-interval-high = tot
report-chance-column = Verschil met de gemeente
report-chance-within = toeval
report-chance-near = grens van toeval
report-chance-above = erboven
report-chance-below = eronder
report-beyond-chance = { $n ->
    [0] Geen enkele wijk wijkt meer van de gemeente af dan toeval geeft (99,8 gevallen op 100).
    [one] { $n_shown } wijk wijkt meer van de gemeente af dan toeval geeft (99,8 gevallen op 100).
   *[other] { $n_shown } wijken wijken meer van de gemeente af dan toeval geeft (99,8 gevallen op 100).
}
report-coverage-title = Geregistreerde en verwachte geboorten
report-coverage-text = Drie manieren om de verwachte geboorten te tellen. Kinderen van de telling: kinderen geboren in het jaar, gedeeld door het aandeel geboorten dat tot hun leeftijd overleeft (“omgekeerde overleving”; { $survival_source }). Vrouwen van de telling: vrouwen van 15 tot 49 jaar × { $per_woman } kinderen ÷ 35 jaar ({ $woman_source }). Bevolking × { $rate } ‰ ({ $source }): de bronnen geven niet dezelfde bevolking, elk aandeel noemt de zijne. “–”: geen register gelezen voor dat jaar. Klasse van het Demographic Yearbook van de Verenigde Naties: C, 90 % en meer; U, minder.
report-coverage-range = Geboorten van { $year }: { $low } tot { $high } van de verwachte geboorten heeft een akte, naargelang de manier van tellen.
report-coverage-part = De telling dekt { $n } van { $of } wijken, de registers de hele gemeente: de aandelen volgens de telling zijn te hoog.
report-coverage-caption = Verwachte geboorten volgens elke bevolking, gepubliceerde geboorten en akten in de registers
report-coverage-year = Jaar
report-coverage-population-of = Verwachte geboorten volgens
report-coverage-population = Getelde personen
report-coverage-census-children = Kinderen van de telling
report-coverage-census-women = Vrouwen van de telling
report-coverage-class = Klasse
report-note-registration = “(+)”: tabel naar jaar van registratie, niet van geboorte, zoals in het Demographic Yearbook van de Verenigde Naties.
report-coverage-expected = Verwachte geboorten
report-coverage-published = Gepubliceerde geboorten
report-coverage-published-share = Gepubliceerd ÷ verwacht
report-coverage-held = Akten in de registers (geboren in het jaar)
report-coverage-held-share = Registers ÷ verwacht
report-coverage-register = Personen van dit register

## Andere regel
report-other-rule-title = Volgens een andere wettelijke regel
report-other-rule-text = De bronnen zijn het niet eens over de termijn die de kantoren vóór juli 2016 toepasten. Dezelfde akten, beoordeeld volgens deze andere regel:
report-other-period = Geboorten vanaf { $from }: { $limit }
report-other-rule-caption = Aandeel tijdig volgens de toegepaste en volgens de andere regel, per jaar van aangifte
report-other-rule-applied = Toegepaste regel
report-other-rule-other = Andere regel
report-other-rule-points = Verschil (procentpunten)
report-published-rate = Gepubliceerd: aandeel tijdig
report-published-chart-title = Gepubliceerde geboorten, tijdig en laattijdig
report-published-chart-description = Een kolom per jaar: onderaan de tijdig gepubliceerde geboorten, daarboven, gearceerd, de laattijdige. De cijfers staan in de tabel hieronder.
report-published-chart-caption = De gepubliceerde reeks, zoals ze is.
report-born-chart-title = Tijdige en laattijdige akten per geboortejaar
report-born-chart-description = Een kolom per geboortejaar: onderaan de tijdige akten, daarboven, gearceerd, de laattijdige. De cijfers staan in de tabel hieronder.
report-born-chart-caption = Akten met bekende tijd tot aangifte, per geboortejaar.
report-month-chart-title = Akten per maand van aangifte
report-month-chart-description = Een kolom per maand: onderaan de tijdige akten, daarboven, gearceerd, de laattijdige. De cijfers staan in de tabel hieronder.
report-month-chart-caption = Akten met bekende tijd tot aangifte, per maand van aangifte.
report-births-funnel-title = Aandeel tijdig van elke wijk naar aantal akten
report-births-funnel-description = Een punt per wijk; de stippellijnen tonen wat toeval alleen zou geven rond het aandeel van de gemeente, in 95 en 99,8 gevallen op 100. De cijfers staan in de tabel hieronder.
report-births-funnel-caption = Aandeel tijdig naar aantal akten. Buiten de rode trechter volstaat toeval niet meer als verklaring.

## Register
report-status-title = Status van de personen
report-status-text = Aanwezige personen zijn die welke alle andere tabellen tellen. Overlijdens en vertrekken komen uit de lijsten van gebeurtenissen; omdat overlijdens zelden worden aangegeven, worden zeer oude inwoners alleen gemeld, nooit verwijderd.
report-status-caption = Personen naar status
report-status-column = Status
report-status-resident = Inwoners (fiche of aankomst)
report-status-birth-only = Alleen bekend door een geboorteakte
report-status-event-only = Alleen bekend door een huwelijk
report-status-present = Aanwezig
report-status-deceased = Overleden
report-status-departed = Uit de gemeente vertrokken
report-status-likely-dead = Waarschijnlijk overleden inwoners (te bezoeken)
report-sizes-title = Grootte van de huishoudens
report-sizes-text = Gemiddeld { $mean } personen per huishouden.
report-sizes-no-mean = De gemiddelde grootte is niet bekend of verborgen.
report-sizes-caption = Huishoudens naar aantal leden
report-sizes-column = Leden
report-sizes-chart-title = Huishoudens naar aantal leden
report-sizes-chart-description = Een kolom per aantal leden. De cijfers staan in de tabel hieronder.
report-sizes-chart-caption = Huishoudens naar aantal leden.
report-share = Aandeel
report-events-title = Gebeurtenissen
report-events-none = Er is geen lijst van gebeurtenissen gelezen (overlijdens, vertrekken, aankomsten, verhuizingen, huwelijken).
report-events-text = Gebeurtenissen per jaar, zonder herhalingen. Het register kent alleen de aangegeven overlijdens.
report-events-caption = Gebeurtenissen per jaar
report-events-column = Jaar
report-events-death = Overlijdens
report-events-departure = Vertrekken
report-events-arrival = Aankomsten
report-events-move = Verhuizingen
report-events-marriage = Huwelijken

## Voortgang en kwaliteit
report-progress-title = Voortgang van de telling
report-progress-text = Wijken die door een gelezen telling gedekt zijn: { $n } van { $of }. Een telling dekt een wijk als ze er de helft van de bekende inwoners inschrijft (instelling covered_share), en meer dan enkele verdwaalde rijen. Elk blad telt mee in de wijk die de meeste van zijn rijen noemen.
report-censused-caption = Getelde wijken, die van vorige jaren inbegrepen
report-progress-quartiers = Wijken
report-progress-caption = Bladen en gegevensrijen per wijk
report-sheets = Bladen
report-rows-of-data = Gegevensrijen
report-rows-in-register = In het register
report-rows-share = Aandeel in het register
report-rows-events = Lijsten van gebeurtenissen
report-heaping-title = Afgeronde leeftijden
report-heaping-text = Wie zijn geboortedatum niet kent, geeft graag een ronde leeftijd op. Leeftijd van de inwoners bij de laatste telling die hen inschreef, zoals getypt als die er is.
report-whipple-too-few = te weinig leeftijden eindigen op 0 of 5: de leeftijd is misschien berekend uit een rond geboortejaar, of in een ander jaar dan dat van de telling
report-myers-empty = Geen enkele leeftijd eindigt op { $digits }: de index steunt op de andere cijfers.
report-share-covered = Aandeel inwoners in de laatste telling
report-whipple = Index van Whipple: { $index } ({ $scale }). { $heaped_shown } personen van 25, 30, 35… 60 jaar op { $persons_shown } van 23 tot 62 jaar; 100 zonder voorkeur, 500 als alle leeftijden op 0 of 5 eindigen.
report-whipple-none = De index van Whipple wordt niet getoond: te weinig personen.
report-whipple-very-accurate = zeer nauwkeurige gegevens
report-whipple-fairly-accurate = vrij nauwkeurige gegevens
report-whipple-approximate = gegevens bij benadering
report-whipple-rough = ruwe gegevens
report-whipple-very-rough = zeer ruwe gegevens
report-myers = Index van Myers: { $index }. 0 als geen enkel laatste cijfer de voorkeur krijgt, 90 als alle leeftijden op hetzelfde cijfer eindigen.
report-myers-none = De index van Myers wordt niet getoond: te weinig personen.
report-digits-caption = Aandeel van de leeftijden naar laatste cijfer (gewogen bevolking van Myers)
report-digit-column = Laatste cijfer
report-digit-share = Aandeel
report-digit-points = Verschil met 10 % (punten)
report-digit-chart-title = Leeftijden naar laatste cijfer
report-digit-chart-description = Een punt per cijfer; de rode lijn toont 10 %, het aandeel van elk cijfer zonder voorkeur. De cijfers staan in de tabel hieronder.
report-digit-chart-caption = Aandeel van de leeftijden naar laatste cijfer; de rode lijn toont 10 %.
report-sex-ratio-title = Geslachtsverhouding
report-sex-ratio-text = Mannen per 100 vrouwen, met het 95 %-interval. Een verschil binnen het interval kan toeval zijn. Bij de geboorte verwacht men 100 tot 105 jongens per 100 meisjes.
report-sex-ratio-caption = Mannen per 100 vrouwen, naar leeftijd
report-sex-ratio = Mannen per 100 vrouwen
report-sex-ratio-acts = Kinderen van de geboorteakten
report-duplicates-title = Dubbele inschrijvingen
report-duplicates-text = Een persoon die door meer rijen bekend is, is één persoon in het register. Wat twijfelachtig is, wacht op het oordeel van een medewerker (“bato review”).
report-duplicates-caption = Samengevoegde rijen, te beoordelen en beoordeelde paren
report-duplicates-column = Wat
report-duplicates-n = Aantal
report-duplicates-merged-census = Rijen van fiches samengevoegd met een al ingeschreven persoon
report-duplicates-merged-births = Akten samengevoegd met een al ingeschreven persoon
report-duplicates-acts-twice = Akten van een tweemaal aangegeven geboorte
report-duplicates-review-census = Te beoordelen paren van ficherijen
report-duplicates-review-acts = Te beoordelen paren van akten
report-duplicates-review-act-census = Te beoordelen paren van akte en fiche
report-duplicates-ruled-same = Beoordeelde paren: dezelfde persoon
report-duplicates-ruled-different = Beoordeelde paren: twee personen
report-sample-text = Hoe juist de samenvoegingen zijn, volgens een willekeurige steekproef van versie { $generation_shown } van het register die iemand beoordeelde ({ $n_shown } paren). De recall telt alleen vergeleken paren.
report-sample-caption = Precisie en recall, met hun interval van 95 %
report-sample-column = Maat
report-sample-precision = Precisie: juiste samenvoegingen
report-sample-recall = Recall: gevonden samenvoegingen

## Indicatoren van het programma
report-indicators-section = Indicatoren van het programma
report-indicators-title = Waarden en doelen
report-indicators-none = Er zijn geen indicatoren bepaald (data-raw/reference/indicators.toml).
report-indicators-text = Een vertrekpunt of doel wordt alleen gegeven als een bron het publiceert. De laatste kolom zegt wat ontbreekt om te besluiten.
report-indicators-caption = Indicatoren van het programma: vertrekpunt, laatste waarde, doel
report-indicator-column = Indicator
report-indicator-baseline = Vertrekpunt
report-indicator-value = Waarde
report-indicator-year = Jaar
report-indicator-target = Doel
report-indicator-missing = Wat ontbreekt
report-indicator-no-value = geen gegevens
report-indicator-in-year = { $value } ({ $year })
report-missing-baseline = vertrekpunt
report-missing-value = gegevens
report-missing-target = gepubliceerd doel
report-missing-one-source = vertrekpunt uit een andere bron
report-indicator-note = { $name } = { $formula }. { $note } Bronnen: { $sources }.
report-trend-title = Trend
report-trend-text = Een tabel per indicator die van jaar tot jaar gevolgd wordt; het verschil is dat met het vorige bekende jaar (in procentpunten voor een aandeel).
report-trend-change = Verschil
report-trend-description = De waarde van de indicator “{ $name }” per jaar. De cijfers staan in de tabel hieronder.
report-trend-caption = { $name }, per jaar.

## Gemeenten naast elkaar
report-compare-title = Gemeenten naast elkaar
report-compare-how = Hoe te lezen
report-compare-legend = Elk aandeel staat met zijn noemer en zijn interval van 95 %: dat van het toeval voor de akten, dat van de koppeling voor de kinderen, dat van de schatting voor de uiteindelijke cijfers. Twee gemeenten waarvan de intervallen overlappen, worden niet gerangschikt. “<10” en “…”: een cijfer dat de gemeente niet toont, om personen te beschermen.
report-compare-section = Gemeenten volgens hun register
report-compare-printed-section = Elders gepubliceerde cijfers
report-compare-commune = Gemeente
report-compare-period = Periode
report-compare-acts = Akten
report-compare-source = Bron
report-compare-category = Categorie
report-compare-deaths = Overlijdens
report-compare-quartiers = Getelde wijken
report-compare-caption = Gemeenten volgens hun samengevatte cijfers
report-compare-overview-title = Overzicht
report-compare-overview-text = Volgens de samengevatte cijfers die elke gemeente heeft bezorgd: geen naam, geen persoonsnummer.
report-compare-rule = Alle gemeenten worden volgens dezelfde regel beoordeeld (geboorten vanaf, termijn): { $rule }.
report-compare-rules-differ = Let op: de gemeenten passen niet dezelfde regel toe, en geen enkele regel is gemeenschappelijk. Hun aandelen tijdig zijn niet vergelijkbaar.
report-compare-windows-differ = Let op: de vrijgaven dekken niet dezelfde jaren van registers. Jaren die bij één gemeente ontbreken, zijn niet vergelijkbaar.
report-compare-windows-caption = Wat elke vrijgave dekt
report-compare-registers = Registers
report-compare-as-of = Aangiften tot
report-compare-rule-column = Regel (geboorten vanaf, termijn)
report-compare-version = Bato
report-compare-born-title = Aandeel tijdig van de geboorten van elk jaar, uiteindelijk (schatting)
report-compare-born-text = Voor recente geboorten komen er nog late aangiften: het aandeel is het geschatte uiteindelijke, voor alle gemeenten hetzelfde.
report-compare-born-caption = Geboorten naar gemeente en jaar: akten en aandeel tijdig, uiteindelijk
report-compare-years-title = Aandeel tijdig, per jaar
report-compare-years-caption = Akten per gemeente en jaar van aangifte
report-compare-printed-title = Aandelen uit gepubliceerde cijfers
report-compare-printed-caption = Gepubliceerde akten: tijdig en bij volmacht, laattijdig bij aanvullend vonnis
report-compare-printed-text = Deze cijfers staan er zoals gepubliceerd, fouten inbegrepen; niets is verbeterd. Het aandeel wordt alleen gegeven als beide delen gepubliceerd zijn. { $source }
report-compare-deaths-title = Elders gepubliceerde overlijdens
report-compare-deaths-caption = Overlijdens per gemeente en periode, zoals gepubliceerd
report-compare-deaths-text = Geen bron geeft de verwachte overlijdens: er wordt geen aandeel berekend.
report-compare-flags-title = Fouten in de gepubliceerde cijfers
report-compare-flags-caption = Gepubliceerde cijfers die niet kloppen
report-compare-flags-text = Delen die het totaal niet maken, cijfers tegen letters, bronnen die elkaar tegenspreken. De fouten worden genoemd, niet verbeterd.
report-compare-foot = Gemaakt door Bato { $version }. Deze pagina bevat alleen cijfers.
report-multiples-title = Aandeel tijdig, per gemeente
report-multiples-description = Een kleine grafiek per gemeente, alle op dezelfde schaal: een punt per periode, met een verticale streep voor het interval. De cijfers staan in de tabel hieronder.
report-multiples-caption = Aandeel tijdig per gemeente en periode, met zijn 95 %-interval.
report-flag-printed = Gepubliceerd
report-flag-against = Tegen
report-flag-what = Fout
report-flag-parts-differ = de delen maken het totaal niet
report-flag-adults-alone = mannen en vrouwen maken al het totaal: de kinderen zijn dubbel geteld of vergeten
report-flag-digits-against-words = het getal in cijfers is niet dat in letters
report-flag-differs-from-series = een andere reeks publiceert een ander getal voor hetzelfde jaar
report-printed-dans-le-delai = tijdig
report-printed-par-procuration = bij volmacht
report-printed-jugement-suppletif = bij aanvullend vonnis
report-printed-deces = overlijdens

## Methode
report-note-up-to-date = Een wijk is bijgewerkt als er een telling is van het laatst bekende jaar van het register of ten hoogste { $n_shown } jaar ervoor.
report-formulas-title = Formules en hun bronnen
report-formula-wilson = Interval van een aandeel: E. B. Wilson, Journal of the American Statistical Association 22 (1927), p. 209-212.
report-formula-funnel = Trechter: D. J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24 (2005), p. 1185-1202. Grenzen op 95 en 99,8 %.
report-formula-whipple = Index van Whipple: 100 × (personen van 25, 30… 60 jaar) ÷ (personen van 23 tot 62 jaar ÷ 5). H. S. Shryock, J. S. Siegel e.a., The Methods and Materials of Demography (1976), hfdst. 8; schaal van het Demografisch Jaarboek van de Verenigde Naties.
report-formula-myers = Index van Myers: halve som van de afwijkingen van 10 % van de gewogen bevolking van elk laatste cijfer, van 10 tot 89 jaar. R. J. Myers, Transactions of the Actuarial Society of America 41 (1940), p. 395-415.
report-formula-children = Kinderen zonder akte: aantal zonder koppeling, min de som van de kansen van de twijfelachtige paren en het aandeel gemiste koppelingen voor de ondergrens, plus de som van de kansen dat aangenomen koppelingen fout zijn voor de bovengrens, met aan elke kant 1,96 standaardafwijking.
report-formula-cohorts = Nog te verwachten akten: product-limietschatter van het risico in omgekeerde tijd, voor rechts afgeknotte termijnen; interval uit 200 herbemonsteringen. J. D. Kalbfleisch en J. F. Lawless, Journal of the American Statistical Association 84 (1989), p. 360-372; J. F. Lawless, Canadian Journal of Statistics 22 (1994), p. 15-31. Laat (binnen het jaar) en meer dan een jaar later: Verenigde Naties, Principles and Recommendations for a Vital Statistics System, herziening 3.
data-package = Cijfers zonder namen van een gemeente van Kinshasa: aangegeven geboorten, kinderen, bevolking.
data-indicator = Wat geteld wordt
data-period = Jaar, semester, kwartaal of “all”
data-area = Gemeente, of gemeente en wijk
data-breakdown = Detail: soort en code, of “all”
data-value = Aantal, of aandeel van 0 tot 1; leeg als het niet getoond wordt
data-numerator = Geteld aantal
data-denominator = Aantal waarvan het een aandeel is
data-area_code = Postcode van de wijk
data-sdg = Indicator van de duurzame-ontwikkelingsdoelstellingen
report-folded = { $caption }: tabel openen ({ $n_shown } rijen)
report-brief-title = Op één bladzijde
report-brief-sentences-title = In vijf zinnen
report-brief-on-time = Van de opgemaakte geboorteakten is { $low } tijdig ({ $n } akten).
report-brief-on-time-range = { $low } tot { $high } van de opgemaakte geboorteakten is tijdig, naargelang de regel ({ $n } akten).
report-brief-trend-up = ↑ { $now } tijdig in { $year }, tegen { $then } in { $before }: een stijging die het toeval niet verklaart.
report-brief-trend-down = ↓ { $now } tijdig in { $year }, tegen { $then } in { $before }: een daling die het toeval niet verklaart.
report-brief-trend-chance = → { $now } tijdig in { $year }, tegen { $then } in { $before }: het toeval volstaat als verklaring.
report-brief-coverage = Van 100 verwachte geboorten in { $year } hebben er { $low } tot { $high } een akte, naargelang de manier van tellen.
report-brief-under-five = { $share } van de getelde kinderen onder vijf jaar heeft een akte ({ $low } tot { $high }, door de koppeling).
report-brief-quartiers = { $n } van { $of } wijken zijn geteld; { $rows } rijen wachten op verbetering.
report-since-title = Sinds de vorige vrijgave
report-since-text = Cijfers van vrijgave nr. { $number } ({ $period }) en van deze.
report-since-caption = Wat veranderd is sinds de vorige vrijgave
report-since-column = Cijfer
report-since-before = Voordien
report-since-now = Nu
report-since-acts-on-time = Tijdige akten
report-since-acts-late = Laattijdige akten
report-since-persons = Personen
report-since-households = Huishoudens
report-since-census-children-without-act = Getelde kinderen zonder akte
report-since-under-five-with-act = Onder vijf jaar met een akte
report-since-rows-quarantined = Rijen in quarantaine
report-tiles-title = De wijken
report-tiles-text = Een vak per wijk, in de volgorde van de postcode: geen gepubliceerde kaart geeft hun grenzen. Hoe donkerder het vak, hoe groter het aandeel tijdige akten; een gestippeld vak heeft geen cijfer.
report-tiles-caption = Aandeel tijdige akten, naar wijk
report-tiles-description = Een vak per wijk met naam en aandeel tijdige akten, donkerder bij een groter aandeel. De getallen staan in de tabel hieronder.
report-quartier-years-title = Elke wijk, van jaar tot jaar
report-quartier-years-text = Aandeel tijdige akten, met het toevalsinterval (95 %): waar de strepen overlappen, kan het verschil toeval zijn.
report-quartier-years-caption = Aandeel tijdige akten naar wijk en jaar van aangifte (+)
report-quartier-years-description = Een kleine grafiek per wijk, alle op dezelfde schaal: een punt per jaar, met een verticale streep voor het interval. De getallen staan in de tabel hieronder.
report-registrar-title = Voor de ambtenaar van de burgerlijke stand
report-registrar-part = Na te kijken in de registers
report-registrar-text = Een laattijdige akte moet op een vervangend vonnis steunen: zonder vonnis is ze onregelmatig. Ontbrekende of herhaalde nummers zijn na te kijken in het papieren register. Akten zonder categorie tellen hier niet mee.
report-registrar-caption = Na te kijken
report-registrar-column = Wat
report-registrar-n = Aantal
report-registrar-late-without-judgment = Laattijdige akten zonder vonnis
report-registrar-judgment-on-time = Vonnissen terwijl de termijn nog liep
report-registrar-act-number-gap = Onderbroken nummerreeksen
report-registrar-act-number-repeated = Herhaalde aktenummers
report-registrar-act-number-missing = Akten zonder nummer
report-registrar-quartiers-without-act = Wijken zonder enige akte
report-registrar-quartiers = Wijken zonder enige akte: { $names }.
report-registrar-irregular-caption = Laattijdige akten zonder vonnis, naar jaar van aangifte (+)
report-parcels-title = Pakketten tussen kantoren
report-parcels-part = Verzonden, ontvangen, wachtend
report-parcels-text = { $n ->
    [one] Eén kantoor is aanvaard
   *[other] { $n_shown } kantoren zijn aanvaard
  }. Stuurden minstens één pakket: { $received_shown }. Gaven nog niet al hun ontvangstbewijzen: { $waiting_shown }. Met ontbrekende pakketten: { $missing_shown }.
report-parcels-caption = Pakketten per kantoor
report-parcels-office = Kantoor
report-parcels-sent = Verzonden
report-parcels-waiting = Zonder ontvangstbewijs
report-parcels-received = Ontvangen
report-parcels-missing = Ontbreken
report-parcels-last = Laatste pakket
report-parcels-all = Alle kantoren

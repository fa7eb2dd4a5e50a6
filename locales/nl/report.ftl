# De rapportpagina. Elke sleutel begint met “report-”.

## Hoofd van de pagina
report-title = { $commune }: bevolking en aangegeven geboorten
report-subtitle = Register van de gemeente
report-subtitle-year = aangiften van { $year }
report-subtitle-years = aangiften van { $first } tot { $last }
report-subtitle-as-of = gegevens tot { $day }
report-skip = Naar de inhoud
report-contents = Inhoud
report-foot = Registerversie { $generation }, gemaakt door Bato { $version }. Deze pagina bevat alleen aantallen: geen naam, geen akte, geen huishoudfiche.

## Kerncijfers
report-figures = In één oogopslag
report-figure-rate = Tijdig aangegeven geboorten
report-figure-rate-note = { $on_time } tijdig van { $judged } met bekende tijd tot aangifte
report-figure-late = Laattijdige akten
report-figure-late-none = van alle akten is de tijd tot aangifte bekend
report-figure-late-note = akten met onbekende tijd tot aangifte: { $unknown }
report-figure-persons = Personen in het register
report-figure-persons-note = geteld bij een telling of genoemd in een geboorteakte
report-figure-quartiers = Getelde wijken
report-figure-quartiers-value = { $n } van { $of }
report-figure-quartiers-note = wijken met minstens één ingelezen telling
report-figure-quarantine = Rijen in quarantaine
report-figure-quarantine-note = te verbeteren in de correctiewerkmappen en opnieuw in te lezen
report-figure-quarantine-none = alle gegevensrijen staan in het register
report-legend-hidden = “…”: verborgen cijfer. Elk aantal onder { $min_shown } (behalve nul) is verborgen om personen te beschermen, en andere aantallen mee, zodat het niet door aftrekken te vinden is.
report-legend-rate = Aandeel tijdig: tijdige akten ÷ (tijdig + laattijdig). Akten met onbekende tijd tot aangifte tellen niet mee.
report-legend-duplicates = { $n ->
    [0] Er is geen dubbele akte gevonden.
    [one] { $n_shown } dubbele akte (dezelfde geboorte tweemaal aangegeven) is apart geteld en staat in geen enkele tabel.
   *[other] { $n_shown } dubbele akten (dezelfde geboorte tweemaal aangegeven) zijn apart geteld en staan in geen enkele tabel.
}
report-legend-duplicates-hidden = Dubbele akten (dezelfde geboorte tweemaal aangegeven) zijn apart geteld en staan in geen enkele tabel; hun aantal is verborgen.

## Woorden van de tabellen
report-hidden-mark = …
report-hidden-spoken = verborgen cijfer
report-no-rate = –
report-all = Samen
report-unknown = Niet bekend
report-quartier-unknown = Zonder bekende wijk
report-before-year = Vóór { $year }
report-incomplete = { $year } (onvolledig)
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
report-column-unknown = Tijd tot aangifte onbekend

## Geboorten
report-births-title = Aangegeven geboorten
report-declared-year-title = Per jaar van aangifte
report-declared-year-text = Elke geboorteakte telt in het jaar waarin ze is aangegeven en wordt beoordeeld naar de wettelijke termijn die op de dag van de geboorte gold.
report-declared-year-caption = Geboorteakten per jaar van aangifte
report-declared-year-column = Jaar
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
report-born-year-text = Een “onvolledig” jaar telt geboorten waarvan de wettelijke termijn nog liep bij de laatst ingelezen aangifte. Voor alle jaren kunnen nog late aangiften volgen: het aandeel van recente jaren is dus te gunstig.
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
report-quartier-births-caption = Geboorteakten per wijk van verblijf
report-quartier-births-column = Wijk

## Bevolking
report-population-title = Bevolkingsregister
report-children-title = Getelde kinderen zonder geboorteakte
report-children-text = Kinderen van 0 tot 17 jaar op 31 december { $year } die op een huishoudfiche staan. “Zonder akte” betekent: geen akte gevonden in de ingelezen registers. Het kind kan in een andere gemeente zijn aangegeven, of in een register dat niet is ingelezen.
report-children-caption = Getelde kinderen met en zonder gevonden geboorteakte, per geboortejaar
report-children-with = Met akte
report-children-without = Zonder akte
report-children-all = Getelde kinderen
report-children-rate = Aandeel zonder
report-age-title = Naar leeftijd en geslacht
report-age-text = Leeftijd op 31 december { $year }, per vijf jaar. Overlijdens worden zelden aangegeven: het register houdt overleden personen, vooral op hoge leeftijd.
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
report-note-hidden = Aantallen van 1 tot minder dan { $min_shown } zijn verborgen, op deze pagina en in de bestanden met samengevatte cijfers; aandelen waarvan een deel verborgen is ook.
report-note-names = Aantallen bestanden en wijken gaan niet over personen en zijn niet verborgen.

## Kinderen zonder akte, verwachte geboorten
report-children-section = Kinderen zonder geboorteakte
report-figure-children = Getelde kinderen zonder akte
report-figure-children-note = van 0 tot 17 jaar; de koppeling laat een twijfel: van { $low } tot { $high }
report-children-none = Er is geen huishoudfiche gelezen: het aantal kinderen zonder akte is niet bekend.
report-children-of-age = { $year } ({ $age ->
    [0] jonger dan een jaar
   *[other] { $age_shown } jaar
})
report-children-interval = “Van” en “tot” geven het 95 %-interval van het aandeel zonder akte: wat de koppeling openlaat. Het telt de kans van elke koppeling, de niet aangenomen twijfelachtige paren en een aandeel gemiste koppelingen van { $missed } (instelling missed_links_share).
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
report-coverage-text = Verwachte geboorten = bevolking × { $rate } ‰. Cijfer: { $source }. De bronnen geven niet dezelfde bevolking: elk aandeel noemt de zijne, en geen enkele is op zichzelf de juiste.
report-coverage-caption = Verwachte geboorten volgens elke bevolking, gepubliceerde geboorten en akten in de registers
report-coverage-year = Jaar
report-coverage-population-of = Bevolking volgens
report-coverage-population = Bevolking
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
report-progress-text = Wijken met minstens één ingelezen telling: { $n } van { $of }. Elk blad wordt geteld in de wijk die de meeste van zijn rijen noemen.
report-censused-caption = Getelde wijken, die van vorige jaren inbegrepen
report-progress-quartiers = Wijken
report-progress-caption = Bladen en gegevensrijen per wijk
report-sheets = Bladen
report-rows-of-data = Gegevensrijen
report-rows-in-register = In het register
report-rows-share = Aandeel in het register
report-rows-events = Lijsten van gebeurtenissen
report-heaping-title = Afgeronde leeftijden
report-heaping-text = Wie zijn geboortedatum niet kent, geeft graag een ronde leeftijd. Leeftijd van de inwoners op 31 december van het jaar van de laatste telling.
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
report-indicator-note = { $name } = { $formula }. { $note } Bronnen: { $sources }.
report-trend-title = Trend
report-trend-text = Een tabel per indicator die van jaar tot jaar gevolgd wordt; het verschil is dat met het vorige bekende jaar (in procentpunten voor een aandeel).
report-trend-change = Verschil
report-trend-description = De waarde van de indicator “{ $name }” per jaar. De cijfers staan in de tabel hieronder.
report-trend-caption = { $name }, per jaar.

## Gemeenten naast elkaar
report-compare-title = Gemeenten naast elkaar
report-compare-how = Hoe te lezen
report-compare-legend = Elk aandeel staat met zijn noemer en zijn 95 %-interval. Twee gemeenten waarvan de intervallen overlappen worden niet gerangschikt: toeval kan volstaan. “…”: cijfer door de gemeente verborgen om personen te beschermen.
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
report-note-changes = Twee opeenvolgende rapporten worden samen beschermd: een getal van een detailtabel dat met 1 tot minder dan { $min_shown } veranderde sinds het getoond werd, wordt ook verborgen. De totalen van de gemeente, de reeks per jaar van aangifte en de tellingen van rijen niet.
report-note-up-to-date = Een wijk is bijgewerkt als er een telling is van het laatst bekende jaar van het register of ten hoogste { $n_shown } jaar ervoor.
report-formulas-title = Formules en hun bronnen
report-formula-wilson = Interval van een aandeel: E. B. Wilson, Journal of the American Statistical Association 22 (1927), p. 209-212.
report-formula-funnel = Trechter: D. J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24 (2005), p. 1185-1202. Grenzen op 95 en 99,8 %.
report-formula-whipple = Index van Whipple: 100 × (personen van 25, 30… 60 jaar) ÷ (personen van 23 tot 62 jaar ÷ 5). H. S. Shryock, J. S. Siegel e.a., The Methods and Materials of Demography (1976), hfdst. 8; schaal van het Demografisch Jaarboek van de Verenigde Naties.
report-formula-myers = Index van Myers: halve som van de afwijkingen van 10 % van de gewogen bevolking van elk laatste cijfer, van 10 tot 89 jaar. R. J. Myers, Transactions of the Actuarial Society of America 41 (1940), p. 395-415.
report-formula-children = Kinderen zonder akte: aantal zonder koppeling, min de som van de kansen van de twijfelachtige paren en het aandeel gemiste koppelingen voor de ondergrens, plus de som van de kansen dat aangenomen koppelingen fout zijn voor de bovengrens, met aan elke kant 1,96 standaardafwijking.

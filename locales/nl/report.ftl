# De rapportpagina. Elke sleutel begint met "report-".

## Hoofd van de pagina
report-title = { $commune }: bevolking en aangegeven geboorten
report-subtitle = Register van de gemeente
report-subtitle-year = aangiften van { $year }
report-subtitle-years = aangiften van { $first } tot { $last }
report-subtitle-as-of = gegevens tot { $day }
report-skip = Naar de inhoud
report-contents = Inhoud
report-foot = Registerversie { $generation }, gemaakt door Bato { $version }. Deze pagina bevat alleen aantallen: geen naam, geen akte, geen gezinsfiche.

## Kerncijfers
report-figures = In één oogopslag
report-figure-rate = Geboorten binnen de termijn aangegeven
report-figure-rate-note = { $on_time } akten binnen de termijn op { $judged } waarvan de termijn bekend is
report-figure-late = Akten buiten de termijn
report-figure-late-note = termijn onbekend voor { $unknown } andere akten
report-figure-persons = Personen in het register
report-figure-persons-note = geteld bij een telling of genoemd in een geboorteakte
report-figure-households = Huishoudens
report-figure-households-note = gemiddeld { $mean } personen per huishouden
report-figure-quartiers = Getelde wijken
report-figure-quartiers-value = { $n } van { $of }
report-figure-quartiers-note = wijken met minstens één ingelezen telling
report-figure-quarantine = Rijen in quarantaine
report-figure-quarantine-note = te verbeteren in de oorspronkelijke bestanden en opnieuw in te lezen
report-figure-quarantine-none = alle gegevensrijen staan in het register
report-legend-hidden = “…”: verborgen cijfer. Elk aantal onder { $min_shown } (behalve nul) is verborgen om personen te beschermen, en andere aantallen mee, zodat het niet door aftrekken te vinden is.
report-legend-rate = Aandeel binnen de termijn: akten binnen de termijn ÷ (binnen + buiten de termijn). Akten met onbekende termijn tellen niet mee.
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
report-category-proxy = Met volmacht (kraamkliniek)
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
report-column-on-time = Binnen de termijn
report-column-late = Buiten de termijn
report-column-judged = Termijn bekend
report-column-rate = Aandeel binnen de termijn
report-column-unknown = Termijn onbekend

## Geboorten
report-births-title = Aangegeven geboorten
report-declared-year-title = Per jaar van aangifte
report-declared-year-text = Elke geboorteakte telt in het jaar waarin ze is aangegeven en wordt beoordeeld naar de wettelijke termijn die op de dag van de geboorte gold.
report-declared-year-caption = Geboorteakten per jaar van aangifte
report-declared-year-column = Jaar
report-year-chart-title = Akten binnen en buiten de termijn per jaar van aangifte
report-year-chart-description = Eén kolom per jaar: onderaan de akten binnen de termijn, daarboven, gearceerd, de akten buiten de termijn. De cijfers staan in de tabel die volgt.
report-year-chart-caption = Akten waarvan de termijn bekend is, per jaar van aangifte. Het getal boven een kolom is hun totaal.
report-other-rule = Volgens de regel “{ $name }” zou het aandeel binnen de termijn { $rate } zijn ({ $n ->
    [one] { $n_shown } akte
   *[other] { $n_shown } akten
} met bekende termijn). De bronnen zijn het niet eens over de termijn die de kantoren vóór juli 2016 toepasten.
report-other-rule-hidden = Het aandeel volgens de regel “{ $name }” is verborgen: naast het vorige zou het een zeer klein aantal akten prijsgeven.
report-published-title = Naast de gepubliceerde reeks
report-published-text = Gepubliceerde reeks: { $source }. De bron zegt niet welke wettelijke termijn is toegepast, noch of het jaar dat van de geboorte of van de aangifte is. De twee reeksen staan naast elkaar; geen van beide verbetert de andere.
report-published-caption = Gepubliceerde geboorten en gehouden akten per jaar (van aangifte voor de registers); verschil = registers − gepubliceerde reeks
report-published-on-time = Gepubliceerd: binnen de termijn
report-held-on-time = Registers: binnen de termijn
report-published-late = Gepubliceerd: buiten de termijn
report-held-late = Registers: buiten de termijn
report-difference = Verschil
report-born-year-title = Per geboortejaar
report-born-year-text = Een “onvolledig” jaar telt geboorten waarvan de wettelijke termijn nog liep bij de laatst ingelezen aangifte. Voor alle jaren kunnen nog late aangiften volgen: het aandeel van recente jaren is dus te gunstig.
report-born-year-caption = Geboorteakten per geboortejaar
report-born-year-column = Geboortejaar
report-delay-title = Tijd tussen geboorte en aangifte
report-delay-text = De dag na de geboorte is dag 1; een aangifte op de laatste dag valt binnen de termijn.
report-delay-caption = Geboorteakten naar tijd tot de aangifte
report-delay-column = Tijd
report-delay-chart-title = Akten naar tijd tot de aangifte
report-delay-chart-description = Eén balk per tijdvak, het kortste eerst; akten buiten de termijn zijn gearceerd. Rode lijnen geven het einde van de wettelijke termijn aan. De cijfers staan in de tabel die volgt.
report-delay-chart-caption = Akten naar tijd tot de aangifte. Een rode lijn geeft het einde aan van elke geldende wettelijke termijn.
report-category-title = Per soort aangifte
report-category-text = Een volmacht aan de kraamkliniek is een gewone aangifte. Een aanvullend vonnis (jugement supplétif) vervangt de aangifte wanneer de termijn voorbij is.
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
report-children-text = Kinderen van 0 tot 17 jaar op 31 december { $year } die op een gezinsfiche staan. “Zonder akte” betekent: geen akte gevonden in de ingelezen registers. Het kind kan in een andere gemeente zijn aangegeven, of in een register dat niet is ingelezen.
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
report-age-chart-caption = Bevolkingspiramide op 31 december { $year }, geslacht en leeftijd bekend
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
report-rows-title = Wat is er van de rijen geworden?
report-rows-text = Elke niet-lege rij van de bestanden heeft één enkel lot: ingelezen = weggelaten + in quarantaine + ingeschreven + samengevoegd. De gelijkheid wordt per bestand nagegaan.
report-rows-broken = Let op: de ingelezen rijen zijn niet gelijk aan de som van de rijen die zijn weggelaten, in quarantaine, ingeschreven en samengevoegd. Dit rapport mag niet worden verspreid.
report-rows-caption = Ingelezen rijen en hun lot
report-rows-column = Bestanden
report-rows-census = Gezinsfiches
report-rows-births = Geboorteregisters
report-rows-all = Samen
report-rows-read = Ingelezen
report-rows-ignored = Weggelaten (titels, totalen)
report-rows-quarantined = In quarantaine
report-rows-registered = Ingeschreven
report-rows-merged = Samengevoegd met een reeds ingeschreven persoon
report-rows-what-to-do = Een rij in quarantaine is niet verloren: ze wacht op verbetering. Controleer het bestand met “bato check”: u krijgt een kopie waarin de foute cellen gekleurd en uitgelegd zijn. Verbeter het oorspronkelijke bestand en start “bato run” opnieuw.
report-files = { $read ->
    [one] { $read_shown } bestand ingelezen
   *[other] { $read_shown } bestanden ingelezen
}, { $unreadable ->
    [0] geen enkel onleesbaar.
   *[other] { $unreadable_shown } onleesbaar.
}
report-findings-title = Bevindingen
report-findings-text = Een fout zet de rij in quarantaine; een waarschuwing houdt ze in het register en meldt ze.
report-findings-none = Geen bevindingen.
report-findings-caption = Bevindingen per regel
report-findings-column = Regel
report-findings-severity = Ernst
report-findings-n = Bevindingen
report-severity-error = fout
report-severity-warning = waarschuwing

## Bronnen en methode
report-method-title = Bronnen en methode
report-legal-title = Toegepaste wettelijke termijnen
report-legal-text = De termijn is die welke gold op de dag van de geboorte:
report-legal-period = Geboorten vanaf { $from }: { $limit } ({ $law })
report-legal-before = Voor vroegere geboorten geldt de eerste termijn van de lijst. De bronnen verschillen over wat de kantoren vóór juli 2016 toepasten.
report-notes-title = Hoe deze cijfers te lezen
report-note-rate = De noemer van elk aandeel binnen de termijn is het aantal akten waarvan beide datums (geboorte en aangifte) tot op de dag bekend zijn.
report-note-duplicates = Heeft een geboorte twee akten (bijvoorbeeld met volmacht en daarna door een ouder), dan telt er één; de andere is een dubbele.
report-note-cohorts = Een geboortejaar heet onvolledig als het geboorten bevat van de { $n_shown } dagen vóór de laatst ingelezen aangifte.
report-note-published = De gepubliceerde reeks wordt nooit gewijzigd of aangevuld vanuit de registers.
report-note-children = Een akte wordt aan een geteld kind gekoppeld door namen, datums en ouders te vergelijken; een koppeling kan ontbreken.
report-note-hidden = Aantallen van 1 tot minder dan { $min_shown } zijn verborgen, op deze pagina en in de bestanden met aggregaten; aandelen waarvan een deel verborgen is ook.
report-note-names = Aantallen bestanden en wijken gaan niet over personen en zijn niet verborgen.

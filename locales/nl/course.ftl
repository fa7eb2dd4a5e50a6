
course-signed-file = Hetzelfde ondertekende resultaat in één bestand, om als pakket terug te sturen: { $path }
# De cursus: wat de cursist leest in de terminal en op het bureau.

course-started = De cursus van { $name } begint. De map: { $path }. De verzonnen gemeente heeft nummer { $seed }: niemand anders heeft dezelfde antwoorden.
course-started-before = De cursus van { $name } gaat verder. De map: { $path } (verzonnen gemeente nr. { $seed }).
course-desk = Om in de browser te werken: { $command }
course-of = Cursus van { $name } ({ $path })
course-lesson = Les { $n } van { $of }: { $title }
course-minutes = { $n ->
    [one] 1 minuut
   *[other] { $n_shown } minuten
}
course-paper = Wat op het papier staat:
course-paper-row = Rij
course-goals = Wat bereikt moet worden:
course-commands = In de map van de cursus: “bato course check” controleert, “bato course hint” geeft een hint, “bato course solution” toont de oplossing, “bato course reset” begint de les opnieuw.
course-open = { $n ->
    [one] Er staat nog 1 punt open. “bato course hint” geeft een hint.
   *[other] Er staan nog { $n_shown } punten open. “bato course hint” geeft een hint.
}
course-passed = Les geslaagd. De volgende: “{ $title }”. “bato course next” bereidt ze voor.
course-all-passed = Alle lessen zijn geslaagd. “bato course certificate” schrijft het attest.
course-reset = De les is opnieuw voorbereid: wat in het oefenregister gedaan was, staat er niet meer in.
course-more-hints = Nog een hint: “bato course hint”.
course-no-more-hints = Dat was de laatste hint. De oplossing: “bato course solution”.
course-answered = Antwoord genoteerd. De vraag: { $question } “bato course check” controleert het.
course-solved = De oplossing is uitgevoerd. “bato course check” controleert.
course-with-solution = (met de oplossing)
course-certificate-written = Attest geschreven: { $path }
course-countersigned = Medeondertekend door { $office } (zes woorden: { $words }).
course-not-countersigned = Dit attest is niet medeondertekend: het kantoor van de opleider heeft het resultaat nog niet ondertekend.
course-result-written = Resultaat geschreven, in totalen en zonder naam: { $path }. Geef het op een stick aan de opleider; of op het echte bureau, pagina Cursus: “Het resultaat sturen”.
course-result-named = Resultaat geschreven met uw naam, zoals u aanvaard hebt: { $path }. Geef het op een stick aan de opleider; of op het echte bureau, pagina Cursus: “Het resultaat sturen”.
course-signed = Resultaat nr. { $seed } ondertekend ({ $n ->
    [one] 1 les geslaagd
   *[other] { $n_shown } lessen geslaagd
}). Geef de map { $path } terug aan de cursist.
course-unnamed = Cursist nr. { $seed }
course-table-learner = { $name }: { $n_shown } lessen geslaagd van { $of_shown }; { $minutes_shown } minuten; hints: { $hints_shown }; overeenstemming over paren: { $share }
course-table-lessons = De lessen: hoeveel geslaagd, minuten (in het midden), hints, bekeken oplossingen
course-table-lesson = { $title }: { $passed_shown }; { $minutes_shown } min; { $hints_shown }; { $solved_shown }
course-table-pairs = De paren die het vaakst verkeerd beoordeeld zijn:
course-table-corrections = De fouten die het vaakst verkeerd verbeterd zijn:
course-table-none = geen
course-pair-moved = dezelfde persoon, met zijn gezin verhuisd
course-pair-father-and-son = een vader en zijn zoon met dezelfde naam
course-pair-name-handed-on = een naam die aan een kind doorgegeven is
course-pair-twins = tweelingen
course-pair-namesakes = twee naamgenoten van hetzelfde jaar
course-pair-other = een ander paar
course-wrong-reason = zelfde naam, denk ik
course-office-commune = Oefengemeente
course-office-quartier = Oefenwijk
course-office-safe = Kluis

## Het attest

course-certificate-title = Attest van opleiding
course-certificate-text = is geslaagd voor alle lessen van de cursus over het bevolkingsregister, op een verzonnen gemeente, in het programma zelf.
course-certificate-lessons = Geslaagde lessen
course-certificate-agreement = Paren juist beoordeeld vóór de oplossing bekeken werd
course-certificate-no-agreement = niet gemeten
course-certificate-seed = Nummer van de oefening (elke cursist heeft een eigen)
course-certificate-line = Plaats en datum, handtekening en stempel:
course-certificate-day = Voltooid op
course-certificate-program = Programma
course-certificate-signed = Medeondertekend op { $day } door { $office }. De zes woorden van dit kantoor: { $words }.

## Wat de lessen vragen

course-goal-findings = Geen waarschuwing “{ $rule }” meer in de opgeslagen versie (nog over: { $n_shown })
course-goal-findings-none = Geen waarschuwing “{ $rule }” meer in de opgeslagen versie (er is nog niets opgeslagen: Invoeren)
course-goal-quarantined = Geen rij meer in quarantaine in de opgeslagen versie (nog over: { $n_shown })
course-goal-quarantined-none = Geen rij meer in quarantaine in de opgeslagen versie (er is nog niets opgeslagen: Invoeren)
course-goal-rows-equal = Elke persoon staat in het register zoals op het papier (rijen die ontbreken of verschillen: { $n_shown })
course-goal-rows-equal-none = Elke persoon staat in het register zoals op het papier (er is nog niets opgeslagen: Invoeren)
course-goal-recorded = Uw werk staat in een opgeslagen versie: alle bestanden, verbeteringen en beslissingen zoals ze nu zijn (Invoeren, dan Opslaan)
course-goal-pairs-judged = Minstens { $least_shown } paren beoordeeld, waarvan 9 op 10 juist (beoordeeld: { $n_shown }; juist: { $right_shown })
course-goal-pairs-judged-few = Minstens { $least_shown } paren beoordeeld, waarvan 9 op 10 juist (beoordeeld: { $n_shown }; hoeveel er juist zijn, staat hier vanaf { $least_shown })
course-goal-apart = { $person } is weer een aparte persoon
course-goal-event-death = Het register kent het overlijden van { $person } op { $day }
course-goal-event-departure = Het register kent het vertrek van { $person } op { $day }
course-goal-found = U hebt { $person } gezocht en de pagina geopend
course-goal-backed-up = Op de stick staat een back-up van de versie in gebruik
course-goal-restored = De andere pc heeft hetzelfde register
course-goal-parcel-opened = Het pakket is volledig aangekomen
course-goal-receipt = De afzender heeft uw ontvangstbewijs ingevoerd
course-goal-released = De publicatie voor Brussel is gemaakt
course-goal-answer = De vraag heeft het juiste antwoord
course-question-rows = Hoeveel rijen heeft het programma in totaal gelezen?
course-question-persons = Hoeveel personen staan er in het register?
course-question-late = Hoeveel geboorteakten zijn laattijdig? (een aantal akten, geen percentage)
course-question-on-time = Hoeveel geboorteakten zijn tijdig? (een aantal akten, geen percentage)
course-question-vanishing = Hoeveel personen zouden niet meer in het register staan als men zonder dit bestand opsloeg? (personen die geen enkele rij meer hebben)
course-question-version = Welke versie van het register is net na de stroomonderbreking in gebruik? (het nummer)
course-question-may-leave = Wat mag men naar Brussel sturen?
course-choice-may-leave-a = de lijst van personen, in een werkmap
course-choice-may-leave-b = de map die “De publicatie maken” geschreven heeft
course-choice-may-leave-c = een kopie van het hele register
course-question-exact-report = Aan wie mag men het rapport van de gemeente geven, met exacte getallen?
course-choice-exact-report-a = aan een krant
course-choice-exact-report-b = aan de coördinator, per e-mail
course-choice-exact-report-c = aan niemand buiten de gemeente

## De stappen van een oplossing

course-step-on-pc = Op de pc “{ $pc }”: { $command }
course-step-correct-cells = Pagina Verbeteren: het bestand openen en schrijven wat op het papier staat (in een terminal: bato correct)
course-step-correct-workbook = Pagina Verbeteren: het bestand openen, “Correctiewerkmap”, deze cellen verbeteren, opslaan als .xlsx; pagina Indienen: de werkmap kiezen, “Dit bestand toevoegen”
course-step-judge-pairs = Pagina Beoordelen: 1, dezelfde persoon, voor deze personen, die met iemand van hun huishouden verhuisd zijn; 2, twee personen, voor alle andere
course-step-write-events = Pagina van elke persoon, een gebeurtenis melden: het overlijden van de eerste, het vertrek van de tweede naar Matadi
course-step-take-file = Pagina Indienen: dit bestand in de map van de stick kiezen, “Deze bestanden indienen”, dan “Dit bestand toevoegen”
course-step-answers = Pagina Cursus: de antwoorden, in de volgorde van de vragen
course-step-enter-receipt = Pagina Pakketten, “Aangekomen”: het ontvangstbewijs kopiëren; pagina Cursus, “Bij de afzender”: het plakken en invoeren
course-page-columns = Op de pagina van het ingediende bestand: “Rubrique 5” bevat de post-nom, “Rubrique 6” de nom, “Rubrique 7” de prénom; “Onthouden en het bestand opnieuw lezen”, dan “Dit bestand toevoegen”
course-page-import = Pagina Invoeren: “Invoeren: zien wat er verandert”, dan “Opslaan”
course-page-open-person = Pagina Zoeken: de naam schrijven en de pagina van de persoon openen
course-page-undo-ruling = Pagina van de persoon, “Beslissingen van medewerkers”: die van de collega annuleren; of pagina Cursus: “De beslissing van de collega ongedaan maken”
course-page-see-state = Pagina Invoeren: die zegt dat het werk onderbroken werd en dat er niets veranderd is; Begin: de versie in gebruik
course-page-backup = Pagina Back-up: de map van de stick schrijven, dan “Back-up maken”
course-page-restore = Pagina Cursus, “Op de andere pc”: “De back-up van de stick terugzetten”
course-page-open-pieces = Pagina Pakketten, “Ontvangen”: de wachtzin, deze twee stukken, “Openen”
course-page-open-lost = Pagina Pakketten, “Ontvangen”: de wachtzin, het stuk dat een tweede keer gestuurd werd, “Openen”
course-page-release = Pagina Invoeren: “De publicatie maken”

## Les 1

course-lire-title = Een blad lezen, drie kolommen vinden
course-lire-text =
    Een wijk heeft het bestand { $last } op een USB-stick gebracht. Drie titels zeggen niets: “Rubrique 5”, “Rubrique 6” en “Rubrique 7”. Het programma raadt naar de inhoud, maar niets onderscheidt daar een nom van een post-nom: het kan zich vergissen, ook als de pagina zegt dat alles gelezen is.
    1. Pagina Indienen: kies het bestand op de stick (de map staat hieronder).
    2. Vergelijk op de pagina van het bestand, vóór u het toevoegt, de voorbeelden van elke kolom met het papier en zeg wat ze bevat. Het papier toont de eerste drie personen.
    3. Voeg het bestand toe.
    4. Pagina Invoeren: bekijk wat er verandert en sla op.
course-lire-hint-1 = Kijk naar de eerste persoon op het papier. In welke kolom van het bestand staat de nom? En de post-nom? Het programma heeft ze verwisseld.
course-lire-hint-2 = Pagina Indienen: open het bestand. Elke kolom heeft een lijst die zegt wat ze bevat. Wijzig die van “Rubrique 5” en van “Rubrique 6”, dan “Onthouden en het bestand opnieuw lezen”.
course-lire-hint-3 = “Rubrique 5” is de post-nom, “Rubrique 6” de nom, “Rubrique 7” de prénom. “Onthouden en het bestand opnieuw lezen”, “Dit bestand toevoegen”, dan pagina Invoeren: “Invoeren: zien wat er verandert” en “Opslaan”.
course-lire-solution = “Rubrique 5” is de post-nom, “Rubrique 6” de nom, “Rubrique 7” de prénom. Dat zegt men één keer: de instelling geldt voor dit bestand.
course-lire-commands = Kopieer het bestand van de map { $stick } naar data-raw/census, benoem de kolommen met “bato settings column”, dan “bato run”.

## Les 2

course-classeur-title = Verbeteren in de werkmap
course-classeur-text =
    Het bestand { $file } is al ingediend. Het heeft drie verkeerde geboortedatums: deze rijen zullen in quarantaine wachten. Ze zijn niet verloren, maar deze personen worden niet ingeschreven.
    1. Pagina Verbeteren: open het bestand en neem de “Correctiewerkmap”: dat is uw bestand, met de te verbeteren cellen in kleur.
    2. Verbeter er de drie datums volgens het papier en sla op als .xlsx, waar u wilt.
    3. Pagina Indienen: dien deze werkmap in en voeg ze toe. Het eerste blad, met de uitleg, wordt niet gelezen. De personen tellen geen twee keer: ze vervangt het oorspronkelijke bestand, waarvan de rijen dan weggelaten worden.
    4. Pagina Invoeren: bekijk wat er verandert en sla op.
course-classeur-hint-1 = Pagina Verbeteren: open het bestand. “Correctiewerkmap” haalt de werkmap op: ze staat in de map Downloads van de browser.
course-classeur-hint-2 = Ga in de werkmap naar het gekleurde blad. Alleen de drie cellen in felle kleur zijn te wijzigen. Schrijf dag/maand/jaar.
course-classeur-hint-3 = Wijzig niets anders. Pagina Indienen: kies de verbeterde werkmap, “Deze bestanden indienen”, “Dit bestand toevoegen”. Dan pagina Invoeren: “Invoeren: zien wat er verandert” en “Opslaan”.
course-classeur-solution = De datums van het papier, in de correctiewerkmap geschreven in plaats van de drie verkeerde; de werkmap ingediend, dan een invoer.
course-classeur-commands = “bato check data-raw/{ $path }” schrijft de werkmap “.corrections” naast het bestand; verbeterd en op dezelfde plaats opgeslagen, neemt “bato run” ze over.

## Les 3

course-page-title = Verbeteren op de pagina
course-page-text =
    Het bestand { $file } is al ingediend. Het heeft vier verkeerde geboortedatums. Verbeter ze deze keer zonder rekenblad.
    1. Open het papier in een ander tabblad (link onder de tabel) of noteer de vier datums.
    2. Pagina Verbeteren: open het bestand en schrijf elke datum, vak per vak. Het ontvangen bestand wordt niet gewijzigd: de verbetering wordt ernaast genoteerd, met uw naam.
    3. Pagina Invoeren: pas hier tellen de verbeteringen. Bekijk wat er verandert en sla op.
course-page-hint-1 = Pagina Verbeteren: open het bestand. De toets n leidt naar de volgende fout.
course-page-hint-2 = Het nummer van de rij is hetzelfde als op het papier. Schrijf de datum van het papier, dan “Opslaan en volgende”. Staan er twee vakken bij een fout, dan is de geboortedatum verkeerd.
course-page-hint-3 = “Opgeslagen” op de pagina Verbeteren betekent genoteerd, nog niet ingevoerd. Als de vier datums geschreven zijn: pagina Invoeren, “Invoeren: zien wat er verandert”, “Opslaan”.
course-page-solution = De vier datums van het papier, getypt op de pagina Verbeteren; dan een invoer.
course-page-commands = “bato correct” voor elke cel, dan “bato run”.

## Les 4

course-importer-title = Invoeren, de vergelijking lezen
course-importer-text =
    Twee bestanden zijn al ingediend; er is nog geen register. Pagina Invoeren: bekijk wat er verandert en sla de eerste versie op.
    De pagina toont dan de telling: gelezen rijen = weggelaten + in quarantaine + ingeschreven + gekoppeld. Tel op: beide kanten zijn altijd gelijk, geen rij gaat verloren. Eén rij staat in quarantaine (ze staat op het papier hieronder): laat ze staan, in deze les wordt niets verbeterd.
    Beantwoord beide vragen hieronder met uw eigen cijfers.
course-importer-hint-1 = Pagina Invoeren: “Invoeren: zien wat er verandert”, dan “Opslaan”.
course-importer-hint-2 = De gelezen rijen zijn alle rijen, ook die met titels, die weggelaten worden.
course-importer-hint-3 = Pagina Invoeren, de getallen: de gelezen rijen, dan de personen. Ook de beginpagina toont het aantal personen.
course-importer-solution = Een invoer, dan de twee getallen die hij toont.
course-importer-commands = “bato run” voert in en toont de telling; “bato course answer” antwoordt.

## Les 5

course-paires-title = Dezelfde persoon tweemaal: twaalf paren
course-paires-text =
    Twee wijken, twee jaren; het register is al opgeslagen. Bij sommige rijen weet het programma niet of het dezelfde persoon is: mensen die met iemand van hun huishouden verhuisd zijn, tweelingen, naamgenoten. Het kiest niet in uw plaats. Een vader en zijn zoon met dezelfde naam heeft het zelf al gescheiden: de leeftijd volstaat.
    1. Pagina Beoordelen: beoordeel minstens twaalf paren. Kijk vooral met wie de persoon woont: staat iemand in beide huishoudens, ook al is een naam tot een letter verkort, dan is de persoon verhuisd; staat er niemand in beide, dan zijn het twee personen. Wie het niet weet, zegt “weet ik niet”: dat telt niet mee.
    2. Pagina Invoeren: dat er niets verandert, is normaal als u geen personen verenigd hebt; sla op, zodat uw beslissingen tellen.
course-paires-hint-1 = Een volledige naam is niet genoeg: twee personen kunnen hem dragen. Lees op de pagina Beoordelen aan beide kanten de rest van het huishouden.
course-paires-hint-2 = Als de partner of het kind van het eerste huishouden ook in het tweede woont (de prénom kan er maar een letter zijn), is het dezelfde persoon, die verhuisd is. Zonder iemand gemeenschappelijk zijn het twee personen.
course-paires-hint-3 = Twee gelijkende prénoms, dezelfde naam en hetzelfde jaar: tweelingen, twee personen. Vanaf twaalf antwoorden zegt deze pagina hoeveel er juist zijn en, nu, welke te herzien zijn: “Opnieuw beoordelen” zet ze terug op de pagina Beoordelen.
course-paires-solution = “Dezelfde persoon” voor wie met een lid van het huishouden verhuisd is; “twee personen” voor alle andere. Dan een invoer.
course-paires-commands = “bato judge” toont de paren één voor één, dan “bato run”.

## Les 6

course-separer-title = Een verkeerde samenvoeging ongedaan maken
course-separer-text =
    Twee hoofden van een huishouden hebben dezelfde naam, { $person }: de ene is geboren op { $born }, de andere op { $born2 }. Een collega heeft beslist dat het dezelfde persoon is. Dat is verkeerd: beiden zijn aan het loket gekomen.
    1. Pagina Zoeken: zoek { $person }, open de pagina en kijk vanwaar de rijen komen: twee huishoudens.
    2. Annuleer de beslissing van de collega: op de pagina van de persoon, onder “Beslissingen van medewerkers”, zoals in het echte register; of lager op deze pagina van de cursus.
    3. Pagina Invoeren: bekijk en sla op; ieder krijgt zijn nummer terug. Het paar komt daarna terug bij de te beoordelen paren: dat is normaal, laat het staan.
course-separer-hint-1 = Pagina Zoeken: de naam, dan een klik op de kaart. De pagina van de persoon toont de rijen van beide huishoudens.
course-separer-hint-2 = De beslissing van de collega staat op de pagina van de persoon, onder “Beslissingen van medewerkers”, en ook op de pagina Cursus, onder de les, met de knop “De beslissing van de collega ongedaan maken”.
course-separer-hint-3 = Na het ongedaan maken: pagina Invoeren, “Invoeren: zien wat er verandert”, “Opslaan”.
course-separer-solution = De pagina van de persoon, dan de beslissing van de collega ongedaan, dan een invoer.
course-separer-commands = “bato decide list” toont de beslissingen; “bato decide undo” met het nummer D-…, --author uw naam en --reason de reden; dan “bato run”.

## Les 7

course-naissances-title = Een late geboorte, een vonnis, 90 dagen
course-naissances-text =
    Een geboorte wordt binnen 90 dagen aangegeven. De dag na de geboorte is de eerste dag; de negentigste telt nog mee. Daarna is een aanvullend vonnis nodig (jugement supplétif).
    Het bestand { $file } is al ingediend. De typist van het register vergat de datum van aangifte van drie akten en, voor de akte met vonnis, ook de categorie en de datum van het vonnis: vijf vakken in totaal.
    1. Open het papier in een ander tabblad.
    2. Pagina Verbeteren: open het bestand, schrijf de drie datums van aangifte. Dan de twee andere vakken van de akte met vonnis: de pagina zegt er niets over, open ze met “Rij” en “Kolom” (de categorie is kolom K, de datum van het vonnis kolom L).
    3. Pagina Invoeren: bekijk en sla op.
    4. Lees in het rapport hoeveel akten laattijdig zijn en antwoord hieronder.
course-naissances-hint-1 = Pagina Verbeteren: het bestand van de geboorten. De toets n leidt naar de drie datums die ontbreken (waarschuwingen).
course-naissances-hint-2 = Voor de akte met vonnis zijn drie vakken in te vullen: de datum van aangifte, de categorie (K) en de datum van het vonnis (L), op dezelfde rij. Schrijf precies wat op het papier staat.
course-naissances-hint-3 = Pagina Invoeren: sla op, dan het rapport lezen (de link staat ook op deze pagina). In de tabel van de geboorteakten per jaar van aangifte: rij “Samen”, kolom met de laattijdige akten.
course-naissances-solution = De vijf vakken van het papier, een invoer, en het aantal laattijdige akten van het rapport.
course-naissances-commands = “bato correct” voor elke cel, “bato run”, dat de tijdige en laattijdige akten geeft, dan “bato course answer”.

## Les 8

course-evenements-title = Een overlijden, een vertrek
course-evenements-text =
    De familie van { $person } (geboren op { $born }) komt het overlijden melden, op { $day }. { $other } (geboren op { $born2 }) is op { $day2 } in Matadi gaan wonen. Er wordt geen document gebracht: dat vak mag leeg blijven.
    1. Pagina Zoeken: zoek elke persoon, open de pagina, vergelijk de geboortedatum.
    2. Meld de gebeurtenis, met haar datum; schrijf bij het vertrek ook Matadi. De pagina waarschuwt dat er geen document genoemd is of dat de datum meer dan een jaar terugligt: dat is de oefening, vink aan dat het nagekeken is.
    3. Pagina Invoeren: bekijk en sla op. De status verandert pas bij de invoer; de persoon blijft in het register met de datum van overlijden of vertrek, en verlaat de lijst van het huishouden.
course-evenements-hint-1 = Pagina Zoeken: de naam. Open de pagina van de persoon voor u schrijft.
course-evenements-hint-2 = Op de pagina van de persoon: een gebeurtenis melden. Kies de gebeurtenis, schrijf de datum als dag/maand/jaar, bevestig.
course-evenements-hint-3 = Beide gebeurtenissen tellen vanaf de volgende invoer: pagina Invoeren, “Invoeren: zien wat er verandert”, “Opslaan”.
course-evenements-solution = De pagina van elke persoon, de gebeurtenis met haar datum, dan een invoer.
course-evenements-commands = “bato find” en “bato show” vinden de persoon; een lijst van gebeurtenissen in data-raw/events, dan “bato run”.

## Les 9

course-absent-title = Een bestand ontbreekt: iemand zou verdwijnen
course-absent-text =
    Het register is opgeslagen. Vanmorgen staat het bestand { $last } niet meer bij de ingediende bestanden: een collega heeft het naar de stick verplaatst (de map staat hieronder).
    1. Pagina Invoeren: “Invoeren: zien wat er verandert”, zonder op te slaan. Het programma noemt de personen die geen enkele rij meer zouden hebben: ze zouden niet meer in het register staan. Hoeveel zijn het er? Antwoord hieronder.
    2. Aanvaard niet: pagina Indienen, dien het bestand van de stick in en voeg het toe.
    3. Pagina Invoeren: bekijk opnieuw (er verdwijnt niets meer) en sla op.
course-absent-hint-1 = Pagina Invoeren: “Invoeren: zien wat er verandert”. Sla nog niet op.
course-absent-hint-2 = Het getal staat boven de lijst van de personen die geen enkele rij meer hebben. Vink niets aan.
course-absent-hint-3 = Pagina Indienen: kies het bestand in de map van de stick, “Deze bestanden indienen”, “Dit bestand toevoegen”. Dan pagina Invoeren: “Invoeren: zien wat er verandert” en “Opslaan”.
course-absent-solution = Het getal dat de proef toont, het bestand opnieuw ingediend, dan een invoer.
course-absent-commands = “bato run --dry-run” toont wie zou verdwijnen; kopieer het bestand van de map { $stick } naar data-raw/census, dan “bato run”.

## Les 10

course-coupure-title = Een stroomonderbreking in het midden
course-coupure-text =
    Er is een nieuw bestand ingediend. Tijdens de invoer viel de stroom uit: de cursus heeft het programma echt gedood, midden in zijn werk.
    1. Pagina Invoeren: lees wat er met de laatste poging gebeurd is.
    2. Begin: lees welke versie van het register in gebruik is en antwoord hieronder. Ze opent en telt haar personen zoals voordien: ze is volledig, want een versie wordt helemaal of helemaal niet opgeslagen.
    3. Pagina Invoeren: begin opnieuw, bekijk wat er verandert en sla op.
course-coupure-hint-1 = Pagina Invoeren: die zegt wat er met de laatste poging gebeurd is. De beginpagina toont de versie in gebruik.
course-coupure-hint-2 = “Er is niets veranderd in het register”: de oude versie is er nog altijd, volledig.
course-coupure-hint-3 = Het register is het oude of het nieuwe, nooit iets ertussen. Hier is het versie 1. Pagina Invoeren: “Invoeren: zien wat er verandert”, “Opslaan”.
course-coupure-solution = Versie 1 is in gebruik en onbeschadigd. De invoer begint opnieuw en geeft de volgende versie.
course-coupure-commands = “bato verify” controleert of het register volledig is en geeft zijn versie; “bato run” begint de invoer opnieuw.

## Les 11

course-sauvegarde-title = Een back-up op een stick, terugzetten op een andere pc
course-sauvegarde-text =
    Voor deze oefening staat een map voor de USB-stick en een andere voor een pc zonder register; in het echt zijn het een echte stick en een echte pc. De back-up bevat namen: de stick gaat in een gesloten kast.
    1. Kopieer het pad van de map van de stick, hieronder.
    2. Pagina Back-up: plak het en klik op “Back-up maken”.
    3. Kom terug: “De back-up van de stick terugzetten” doet het op de andere pc. Op een echte andere pc installeert men Bato, steekt men de stick in en typt een verantwoordelijke “bato restore” met het bestand van de stick.
course-sauvegarde-hint-1 = Het pad van de stick staat op deze pagina, onder de tekst. Pagina Back-up: plak het in het vak van de map.
course-sauvegarde-hint-2 = Als de pagina Back-up zegt dat de back-up gemaakt, herlezen en volledig is, kom dan terug naar de pagina Cursus.
course-sauvegarde-hint-3 = Pagina Cursus, “Op de andere pc”: “De back-up van de stick terugzetten”.
course-sauvegarde-solution = Een back-up op de stick, dan deze back-up teruggezet op de andere pc.
course-sauvegarde-commands = In de map van de cursus: “bato backup { $stick }/registre.zip”. Dan, in { $otherpc }: “bato restore ../{ $stick }/registre.zip”.

## Les 12

course-colis-title = Een pakket, een verloren stuk, een ontvangstbewijs
course-colis-text =
    U bent de oefengemeente. Een wijk heeft een pakket voor u verzegeld en in drie stukken gestuurd; twee zijn aangekomen, één is verloren. De wachtzin van de sleutel van uw kantoor, zonder aanhalingstekens of punt: “{ $passphrase }”
    1. Pagina Pakketten, “Ontvangen”: de wachtzin, dan de twee aangekomen stukken (de map staat hieronder). De pagina zegt welk stuk ontbreekt.
    2. De wijk heeft het een tweede keer gestuurd (map { $again }): open het ook. Het pakket is volledig.
    3. Pagina Pakketten, helemaal onderaan, “Aangekomen”: kopieer het ontvangstbewijs, dat met BATO1 begint.
    4. Kom terug en plak het onder “Bij de afzender”. (Het vak voor ontvangstbewijzen op de pagina Pakketten dient voor pakketten die u zelf stuurt, niet voor dit.)
course-colis-hint-1 = Pagina Pakketten, “Ontvangen”: kies de stukken, in om het even welke volgorde. Hun mappen staan op deze pagina, onder de tekst.
course-colis-hint-2 = Als het pakket volledig is, is zijn ontvangstbewijs een korte tekst, onderaan de pagina Pakketten, onder “Aangekomen”. Selecteer hem met de muis en kopieer hem (Ctrl+C).
course-colis-hint-3 = Het ontvangstbewijs wordt bij de afzender ingevoerd: plak het op de pagina Cursus, “Bij de afzender” (Ctrl+V), en klik op “Het ontvangstbewijs invoeren”.
course-colis-solution = Beide stukken, dan het derde; het ontvangstbewijs hier gekopieerd en bij de afzender ingevoerd.
course-colis-commands = “bato parcel open” met de bestanden van de map { $arrivals }; “bato parcel receipt” geeft het ontvangstbewijs; in de map { $sender }: “bato parcel receipt --enter”.

## Les 13

course-sortie-title = Wat het huis mag verlaten
course-sortie-text =
    Het register en het rapport van de gemeente blijven in de gemeente. Wat vertrekt, is een map met getallen zonder namen; ze zijn afgerond, behalve de akten van de hele gemeente per jaar. Dat heet een publicatie, en elke publicatie wordt genoteerd.
    1. Pagina Invoeren, publicatie voor Brussel en de coördinatie: “De publicatie maken”.
    2. Kom terug: open “De pagina van de publicatie” en “Het rapport van de gemeente” (knoppen hieronder) en vergelijk de wijken: waar zijn de getallen exact?
    3. Beantwoord beide vragen.
course-sortie-hint-1 = Pagina Invoeren, “De publicatie maken”. De periode mag leeg blijven.
course-sortie-hint-2 = Op de pagina van de publicatie zijn kleine getallen vervangen door “<10”; in het rapport van de gemeente is alles exact.
course-sortie-hint-3 = Elk bestand met een naam blijft in de gemeente. Het rapport van de gemeente heeft geen namen maar is exact: het blijft ook.
course-sortie-solution = Een publicatie. Alleen haar map mag vertrekken (B); het rapport van de gemeente blijft in de gemeente (C).
course-sortie-commands = “bato release” schrijft de publicatie in de map releases; “bato course answer” antwoordt, met de letter A, B of C.

## Les 14

course-rapport-title = Het rapport hardop gelezen
course-rapport-text =
    De burgemeester vraagt u drie getallen. Het register is al opgeslagen: open “Het rapport van de gemeente” (knop hieronder) en lees ze hardop, elk met wat het telt: de personen in het register, de tijdige akten, de laattijdige akten. Schrijf ze hieronder.
    Een percentage leest men altijd met zijn noemer: “zoveel akten op zoveel”.
course-rapport-hint-1 = Knop “Het rapport van de gemeente”, op deze pagina: het opent in een ander tabblad.
course-rapport-hint-2 = De eerste pagina is voor de burgemeester gemaakt. De tijdige en laattijdige akten staan er naast elkaar.
course-rapport-hint-3 = De beginpagina toont het aantal personen. De akten: in het rapport, de tabel van de geboorteakten per jaar van aangifte, rij “Samen”.
course-rapport-solution = De drie getallen van het rapport van de gemeente.
course-rapport-commands = Het rapport is data-clean/reports/interne.nl.html; “bato course answer” antwoordt.
course-desk-why = Oefening

## De cursus op het bureau

course-title = Cursus
course-banner = Oefening: verzonnen personen, register van { $name }
course-desk-none = Er is op deze computer geen cursus begonnen.
course-desk-note = De cursus gebeurt in een apart register, dat van een verzonnen gemeente: niets van het echte register komt erin, en niets gaat eruit.
course-desk-learner = De cursus staat op naam van
course-desk-tab = De oefening opent in een nieuw tabblad, in een andere kleur, op de pagina met de lessen. Dit tabblad blijft bij het echte register. De volgende dag gaat dezelfde knop verder waar u gebleven was.
course-desk-other-learner = Iemand anders leert op deze computer
course-desk-name = Naam van de cursist
course-desk-start = De cursus beginnen of verderzetten
course-desk-send-result = Het resultaat sturen
course-desk-to-send = Het resultaat { $file } is klaar: kies het hieronder, bij het versturen, met het kantoor van de opleider.
course-desk-to-send-no-key = Het resultaat { $file } is klaar, maar dit register heeft nog geen sleutel om een pakket te versturen: een verantwoordelijke maakt hem hieronder, onder “Kantoren en sleutels”. Of kopieer het bestand naar een USB-stick: { $path }.
course-desk-new-register = Deze les begon met een nieuw, voorbereid oefenregister: de bestanden van de andere lessen staan er niet meer in.
course-desk-pages = De pagina’s van deze les:
course-desk-paper = Het papier
course-desk-paper-open = Het papier in een ander tabblad openen, om het bij het werk te zien
course-desk-paper-note = Laat dit tabblad open en werk in het andere.
course-desk-folder-stick = Map die voor de USB-stick staat
course-desk-folder-arrivals = Map van de aangekomen stukken
course-desk-folder-again = Map van het stuk dat een tweede keer gestuurd werd
course-desk-folder-releases = Map van de publicaties
course-desk-folder-note = Om er te komen: klik in het vak, kopieer het pad (Ctrl+A, Ctrl+C) en plak het (Ctrl+V) in het vak “Bestandsnaam” van het venster waarin men een bestand kiest, dan Enter.
course-desk-report = Het rapport van de gemeente (nieuw tabblad)
course-desk-release = De pagina van de publicatie (nieuw tabblad)
course-desk-learners = Cursisten op deze computer
course-desk-lessons = De lessen
course-desk-state-passed = geslaagd
course-desk-state-current = bezig
course-desk-state-open = te doen
course-desk-hint = Een hint
course-desk-hints = Hints
course-desk-solution = De oplossing tonen
course-desk-solution-title = Oplossing
course-desk-solve = Het programma deze stappen laten doen
course-desk-commands = Hetzelfde in een terminal
course-desk-reset-note = Alles wat u in deze les gedaan hebt, wordt gewist. Wat geslaagd is, blijft geslaagd.
course-desk-reset-yes = Ja, alles wissen en opnieuw beginnen
course-desk-ruling = De beslissing van de collega
course-desk-restore-note = Dit vak bestaat alleen in de oefening: het doet wat u voor de andere pc met de stick zou doen.
course-desk-sender-note = Dit vak bestaat alleen in de oefening: in het echt stuurt u het ontvangstbewijs naar de wijk, bijvoorbeeld per sms, en voert die het in.
course-desk-lessons-note = Elke les begint met een nieuw oefenregister. Een andere les openen wist dus het werk van deze les; wat geslaagd is, blijft geslaagd. Als alle lessen geslaagd zijn, staat het attest bovenaan deze pagina.
course-desk-next = Volgende les
course-desk-reset = Deze les opnieuw beginnen
course-desk-go = Openen
course-desk-send = Antwoorden
course-desk-finished = De cursus is voltooid
course-desk-finished-note = De veertien lessen zijn geslaagd. Uw attest is klaar; het resultaat voor de opleider staat onderaan de pagina.
course-desk-passed = Les geslaagd.
course-desk-goal-met = bereikt
course-desk-goal-open = nog niet
course-desk-answer-right = juist
course-desk-answer-wrong = nog niet juist: kijk opnieuw
course-desk-by-itself = De punten worden vanzelf nagekeken: kom na uw werk terug naar deze pagina, of laad ze opnieuw.
course-desk-passed-before = U bent al geslaagd voor deze les; dat blijft zo. U doet ze nu opnieuw.
course-desk-wrong = Antwoorden om te herzien
course-desk-wrong-note = “Opnieuw beoordelen” maakt uw antwoord ongedaan: het paar komt terug op de pagina Beoordelen.
course-desk-again = Opnieuw beoordelen
course-desk-pair-again = Antwoord ongedaan gemaakt: het paar staat opnieuw op de pagina Beoordelen.
course-desk-solution-note = Het attest zal zeggen dat de oplossing bekeken werd.
course-desk-solve-note = Het programma kan deze stappen in uw plaats doen, om het resultaat te zien.
course-desk-undo = De beslissing van de collega ongedaan maken
course-desk-undo-note = { $author } heeft beslist: dezelfde persoon ({ $id }). Gegeven reden: { $reason }
course-desk-undone = Beslissing ongedaan gemaakt. Dat telt vanaf de volgende invoer.
course-desk-other-pc = Op de andere pc
course-desk-restore = De back-up van de stick terugzetten
course-desk-restored = De andere pc heeft nu het register van de stick.
course-desk-sender = Bij de afzender
course-desk-receipt = Het ontvangstbewijs, zoals het hier staat
course-desk-enter = Het ontvangstbewijs invoeren
course-desk-entered = Het ontvangstbewijs is ingevoerd: de afzender weet dat het pakket { $name } aangekomen is.
course-desk-certificate-get = Het attest openen (nieuw tabblad; Ctrl+P drukt het af)
course-desk-signed = De opleider gaf mij mijn ondertekende resultaat terug
course-desk-signed-path = Teruggegeven map of bestand, bijvoorbeeld op de stick. (Kwam het per pakket op deze computer, dan wordt het vanzelf genomen.)
course-desk-certificate-signed = Het medeondertekende attest openen
course-desk-sign = De ontvangen resultaten medeondertekenen
course-desk-sign-note = De resultaten van wie voor alle lessen geslaagd is, worden met de sleutel van dit kantoor ondertekend. Elk ondertekend resultaat is een bestand dat de pagina Pakketten aan de cursist kan terugsturen.
course-desk-sign-go = Medeondertekenen
course-desk-is-signed = medeondertekend
course-desk-is-not-signed = niet medeondertekend
course-desk-none-to-sign = Geen volledig resultaat wacht op een handtekening.
course-desk-countersigned = { $n ->
    [one] 1 resultaat medeondertekend
   *[other] { $n_shown } resultaten medeondertekend
}. Ze staan in { $path }: stuur ze via de pagina Pakketten, of geef ze terug op een stick.
course-desk-result = Resultaat voor de opleider
course-desk-result-note = Het resultaat bevat alleen totalen: lessen, minuten, hints, paren en fouten, geen antwoorden.
course-desk-result-name = Mijn naam mag erin staan
course-desk-result-get = Het resultaat schrijven
course-desk-table = Resultaten van de cursisten
course-desk-table-note = De verkeerd beoordeelde paren en de verkeerd verbeterde fouten tonen welke regels en woorden te herzien zijn.
course-desk-column-learner = Cursist
course-desk-column-passed = Geslaagde lessen
course-desk-column-minutes = Minuten
course-desk-column-hints = Hints
course-desk-column-share = Paren juist beoordeeld vóór de oplossing
course-desk-column-lesson = Les
course-desk-column-by = Geslaagd (cursisten)
course-desk-all-learners = Cursisten
course-desk-column-solved = Oplossing bekeken
course-desk-folder = Map van resultaten op een stick (niet verplicht; die per pakket kwamen, staan al hieronder)
course-desk-show-table = Tonen
desk-task-course = Cursus
course-solved-desk = De oplossing is uitgevoerd.
course-all-passed-desk = Alle lessen zijn geslaagd: het attest staat bovenaan de pagina.

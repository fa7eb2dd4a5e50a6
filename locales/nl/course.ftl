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
course-with-solution = met de oplossing
course-certificate-written = Attest geschreven: { $path }
course-countersigned = Medeondertekend door { $office } (zes woorden: { $words }).
course-not-countersigned = Dit attest is niet medeondertekend: het kantoor van de opleider heeft het resultaat nog niet ondertekend.
course-result-written = Resultaat geschreven, in totalen en zonder naam: { $path }. Geef het aan de opleider, of stuur het als pakket (soort: course).
course-result-named = Resultaat geschreven met uw naam, zoals u aanvaard hebt: { $path }. Geef het aan de opleider, of stuur het als pakket (soort: course).
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
course-certificate-agreement = Overeenstemming over alleen beoordeelde paren
course-certificate-seed = Nummer van de verzonnen gemeente
course-certificate-day = Voltooid op
course-certificate-program = Programma
course-certificate-signed = Medeondertekend op { $day } door { $office }. De zes woorden van dit kantoor: { $words }.

## Wat de lessen vragen

course-goal-findings = In de laatste versie van het register geen vaststelling “{ $rule }” (nog over: { $n_shown })
course-goal-quarantined = Geen rij in quarantaine in de laatste versie van het register (nog over: { $n_shown })
course-goal-rows-equal = Elke rij staat in het register zoals op het papier (rijen die ontbreken of verschillen: { $n_shown })
course-goal-recorded = Er is een versie opgeslagen, gemaakt van alle bestanden en alle beslissingen zoals ze nu zijn
course-goal-pairs-judged = Minstens { $least_shown } paren beoordeeld, waarvan 9 op 10 juist (beoordeeld: { $n_shown })
course-goal-apart = { $person } is weer een aparte persoon
course-goal-event-death = Het register kent het overlijden van { $person } op { $day }
course-goal-event-departure = Het register kent het vertrek van { $person } op { $day }
course-goal-found = U hebt { $person } gezocht en de pagina geopend
course-goal-backed-up = Op de stick staat een back-up van de versie in gebruik
course-goal-restored = De andere pc heeft hetzelfde register
course-goal-parcel-opened = Het pakket is volledig aangekomen
course-goal-receipt = De afzender heeft uw ontvangstbewijs ingevoerd
course-goal-released = Er is een vrijgave gemaakt
course-goal-answer = De vraag heeft het juiste antwoord
course-question-rows = Hoeveel rijen heeft het programma in totaal gelezen?
course-question-persons = Hoeveel personen staan er in het register?
course-question-late = Hoeveel akten zijn laattijdig?
course-question-on-time = Hoeveel akten zijn tijdig?
course-question-vanishing = Hoeveel personen zouden niet meer in het register staan als men zonder dit bestand invoerde?
course-question-version = Welke versie van het register is net na de stroomonderbreking in gebruik? (het nummer)
course-question-may-leave = Wat mag men naar Brussel sturen? A: de lijst van personen als werkmap; B: de map van de vrijgave; C: een kopie van data-clean (A, B of C)
course-question-exact-report = Aan wie mag men het interne rapport geven, dat exact is? A: aan een krant; B: aan de coördinator, per e-mail; C: aan niemand buiten de gemeente (A, B of C)

## De stappen van een oplossing

course-step-on-pc = Op de pc “{ $pc }”: { $command }
course-step-correct-cells = Pagina Verbeteren, of “bato correct”: schrijven wat op het papier staat
course-step-correct-workbook = “bato check” op het bestand, de gekleurde cellen van de werkmap verbeteren, opslaan
course-step-judge-pairs = Pagina Beoordelen: “dezelfde persoon” voor deze personen, die met hun gezin verhuisd zijn; “twee personen” voor de andere
course-step-write-events = Pagina van de persoon, “Een gebeurtenis melden”: het overlijden van de eerste, het vertrek van de tweede
course-step-take-file = Het bestand van de stick terugzetten in data-raw/census, of indienen
course-step-answers = De antwoorden, in de volgorde van de vragen
course-step-enter-receipt = “bato parcel receipt” hier, dan “bato parcel receipt --enter” bij de afzender

## Les 1

course-lire-title = Een blad lezen, drie kolommen vinden
course-lire-text =
    Een wijk heeft het bestand { $last } op een stick gebracht: het staat in de map { $stick } van de cursus. Drie titels zeggen niets: “Rubrique 5”, “Rubrique 6” en “Rubrique 7”. Het programma raadt naar de inhoud, maar niets onderscheidt daar een nom van een post-nom.
    Dien het bestand in, vergelijk het met het papier hieronder, zeg wat elke kolom bevat, voer dan in en sla op.
course-lire-hint-1 = Kijk naar de eerste persoon op het papier. In welke kolom van het bestand staat de nom? En de post-nom? Het programma heeft ze verwisseld.
course-lire-hint-2 = Pagina Indienen: open het bestand. Elke kolom heeft een lijst die zegt wat ze bevat. Wijzig de eerste twee “Rubriques”.
course-lire-hint-3 = “Rubrique 5” is de post-nom, “Rubrique 6” de nom, “Rubrique 7” de prénom. Sla deze keuze op, voeg het bestand toe, dan Invoeren.
course-lire-solution = “Rubrique 5” is de post-nom, “Rubrique 6” de nom, “Rubrique 7” de prénom. Dat zegt men één keer: de instelling geldt voor dit bestand.

## Les 2

course-classeur-title = Verbeteren in de werkmap
course-classeur-text =
    Het bestand { $file } heeft drie verkeerde geboortedatums. Deze rijen wachten in quarantaine: ze zijn niet verloren, maar deze personen zijn nog niet ingeschreven.
    Het programma schrijft ernaast een correctiewerkmap: uw bestand, met de te verbeteren cellen in kleur. Verbeter ze volgens het papier hieronder, sla de werkmap op als .xlsx naast het origineel, en voer in.
course-classeur-hint-1 = “bato check” op het bestand, of pagina Verbeteren, “Correctiewerkmap”: de werkmap heeft dezelfde naam, met “.corrections”.
course-classeur-hint-2 = Ga in de werkmap naar het gekleurde blad. Alleen de drie cellen in felle kleur zijn te wijzigen. Schrijf dag/maand/jaar.
course-classeur-hint-3 = Laat het origineel staan en wijzig niets anders. De opgeslagen werkmap moet in data-raw/census staan, of ingediend zijn op de pagina Indienen. Dan Invoeren.
course-classeur-solution = De datums van het papier, in de correctiewerkmap geschreven in plaats van de drie verkeerde; dan een invoer.

## Les 3

course-page-title = Verbeteren op de pagina
course-page-text =
    Het bestand { $file } heeft vier verkeerde geboortedatums. Verbeter ze deze keer zonder rekenblad: op de pagina Verbeteren, cel per cel, volgens het papier hieronder.
    Het ontvangen bestand wordt niet gewijzigd: de verbetering wordt ernaast genoteerd, met uw naam. Ze telt vanaf de volgende invoer.
course-page-hint-1 = Pagina Verbeteren: open het bestand. De toets n leidt naar de volgende fout.
course-page-hint-2 = Het nummer van de rij is hetzelfde als op het papier hieronder. Schrijf de datum van het papier, dan “Opslaan en volgende”.
course-page-hint-3 = Als de vier rijen verbeterd zijn: Invoeren, bekijken wat verandert, opslaan.
course-page-solution = De vier datums van het papier, getypt op de pagina of met “bato correct”; dan een invoer.

## Les 4

course-importer-title = Invoeren, de vergelijking lezen
course-importer-text =
    Twee bestanden wachten in data-raw. Voer ze in en sla de eerste versie van het register op.
    Het programma geeft dan de telling: gelezen rijen = weggelaten + in quarantaine + ingeschreven + samengevoegd. Beide kanten zijn altijd gelijk: geen rij gaat verloren. Eén rij van deze bestanden staat in quarantaine; ze mag daar vandaag blijven.
    Beantwoord beide vragen met uw eigen cijfers.
course-importer-hint-1 = Pagina Invoeren: “Bekijken wat er verandert”, dan “Opslaan”. In de terminal: “bato run”.
course-importer-hint-2 = De gelezen rijen zijn alle rijen, ook die met titels, die weggelaten worden.
course-importer-hint-3 = De cijfers staan boven het rapport, bij de rijen en de personen. Ook de beginpagina toont het aantal personen.
course-importer-solution = Een invoer, dan de twee getallen die hij toont.

## Les 5

course-paires-title = Dezelfde persoon tweemaal: twaalf paren
course-paires-text =
    Twee wijken, twee jaren. Het programma weet niet of sommige rijen dezelfde persoon zijn: een vader en zijn zoon met dezelfde naam, een naam die aan een kind doorgegeven is, tweelingen, naamgenoten, en mensen die verhuisd zijn. Het kiest niet in uw plaats.
    Beoordeel minstens twaalf paren. Kijk naar de leeftijd, de band met het hoofd, en vooral met wie de persoon woont. Wie het niet weet, zegt “weet ik niet”. Voer dan in: uw beslissingen tellen.
course-paires-hint-1 = Een volledige naam is niet genoeg: namen worden doorgegeven. De andere leden van het huishouden zeggen meer dan de naam.
course-paires-hint-2 = Als de partner of het kind van het eerste huishouden ook in het tweede woont, is het dezelfde persoon, die verhuisd is. Zonder iemand gemeenschappelijk zijn het twee personen.
course-paires-hint-3 = Twintig jaar en meer tussen beiden: vader en zoon, of een doorgegeven naam. De toets u maakt een oordeel ongedaan.
course-paires-solution = “Dezelfde persoon” voor wie met een lid van het huishouden verhuisd is; “twee personen” voor alle andere. Dan een invoer.

## Les 6

course-separer-title = Een verkeerde samenvoeging ongedaan maken
course-separer-text =
    Twee hoofden van een huishouden hebben dezelfde naam, { $person }: de ene is geboren op { $born }, de andere op { $born2 }. Een collega heeft beslist dat het dezelfde persoon is. Dat is verkeerd: beiden zijn aan het loket gekomen.
    Zoek { $person }, open de pagina en lees vanwaar de rijen komen. Maak de beslissing van de collega ongedaan en voer in: ieder krijgt zijn nummer terug.
course-separer-hint-1 = Pagina Zoeken: de naam, dan een klik op de kaart. De pagina toont de rijen van beide huishoudens en wie beslist heeft.
course-separer-hint-2 = “bato decide list” toont de beslissingen; elk heeft een nummer D-…. Op de pagina van de cursus staat de beslissing van de collega onder de les.
course-separer-hint-3 = “bato decide undo”, het nummer D-…, --author met uw naam en --reason met de reden; dan “bato run”. Op de pagina van de cursus doet de knop “De beslissing van de collega ongedaan maken” hetzelfde.
course-separer-solution = De pagina van de persoon, dan de beslissing van de collega ongedaan, dan een invoer.

## Les 7

course-naissances-title = Een late geboorte, een vonnis, 90 dagen
course-naissances-text =
    Een geboorte wordt binnen 90 dagen aangegeven. De dag na de geboorte is de eerste dag; de negentigste telt nog mee. Daarna is een aanvullend vonnis nodig (jugement supplétif).
    In { $file } heeft de typist van het register de datum van aangifte van drie akten vergeten, en van één akte ook het vonnis. Vul ze aan volgens het papier hieronder, voer in, en zeg hoeveel akten laattijdig zijn.
course-naissances-hint-1 = Pagina Verbeteren: het bestand van de geboorten. De lege cellen in lichte kleur ontbreken.
course-naissances-hint-2 = Voor de akte met vonnis zijn drie cellen in te vullen: de datum van aangifte, de categorie en de datum van het vonnis. Schrijf precies wat op het papier staat.
course-naissances-hint-3 = Na de invoer geeft het programma de tijdige en de laattijdige akten. Het is het tweede getal.
course-naissances-solution = De cellen van het papier, een invoer, en het aantal laattijdige akten dat hij toont.

## Les 8

course-evenements-title = Een overlijden, een vertrek
course-evenements-text =
    De familie van { $person } komt het overlijden melden, op { $day }. { $other } is op { $day2 } in Matadi gaan wonen.
    Zoek elke persoon, controleer of het de juiste is, meld de gebeurtenis, en voer in. Niets wordt gewist: de status verandert vanaf de datum.
course-evenements-hint-1 = Pagina Zoeken: de naam. Open de pagina van de persoon voor u schrijft.
course-evenements-hint-2 = Op de pagina van de persoon: “Een gebeurtenis melden”. Kies de gebeurtenis, schrijf de datum.
course-evenements-hint-3 = Beide gebeurtenissen tellen vanaf de volgende invoer: Invoeren, dan opslaan.
course-evenements-solution = De pagina van elke persoon, de gebeurtenis met haar datum, dan een invoer.

## Les 9

course-absent-title = Een bestand ontbreekt: iemand zou verdwijnen
course-absent-text =
    Het register is opgeslagen. Vanmorgen staat het bestand { $last } niet meer in data-raw: een collega heeft het op de stick gezet (map { $stick } van de cursus).
    Bekijk eerst wat een invoer zou veranderen, zonder iets op te slaan. Het programma noemt de personen die niet meer in het register zouden staan. Hoeveel zijn het er? Aanvaard niet: zet het bestand terug en voer in.
course-absent-hint-1 = Pagina Invoeren: “Bekijken wat er verandert”. In de terminal: “bato run --dry-run”.
course-absent-hint-2 = Het getal staat boven de lijst van de personen die niet meer in het register zouden staan. Vink niets aan.
course-absent-hint-3 = Dien het bestand van de stick in op de pagina Indienen, of kopieer het naar data-raw/census, en voer in.
course-absent-solution = Het getal dat de proef toont, het bestand terug op zijn plaats, dan een invoer.

## Les 10

course-coupure-title = Een stroomonderbreking in het midden
course-coupure-text =
    Er is een nieuw bestand aangekomen. Tijdens de invoer viel de stroom uit: de cursus heeft het programma echt gedood, midden in zijn werk.
    Bekijk de toestand van het register, controleer of het onbeschadigd is, zeg welke versie in gebruik is, en begin de invoer opnieuw.
course-coupure-hint-1 = Pagina Invoeren: die zegt wat er met de laatste poging gebeurd is. De beginpagina toont de versie in gebruik.
course-coupure-hint-2 = “bato verify” controleert of het register volledig is. De oude versie is er nog altijd.
course-coupure-hint-3 = Het register is het oude of het nieuwe, nooit iets ertussen. Hier is het versie 1. Voer opnieuw in.
course-coupure-solution = Versie 1 is in gebruik en onbeschadigd. De invoer begint opnieuw en geeft de volgende versie.

## Les 11

course-sauvegarde-title = Een back-up op een stick, terugzetten op een andere pc
course-sauvegarde-text =
    De map { $stick } van de cursus is uw USB-stick, de map { $otherpc } is een andere pc, zonder register.
    Maak een back-up van het register op de stick en zet hem terug op de andere pc. De back-up bevat namen: in het echt gaat hij achter slot.
course-sauvegarde-hint-1 = Pagina Invoeren, “Back-up maken”: schrijf het pad van de map { $stick } van de cursus.
course-sauvegarde-hint-2 = De andere pc: op de pagina van de cursus, “De back-up van de stick terugzetten”. Ga in de terminal naar de map { $otherpc } en typ “bato restore” met het bestand van de stick.
course-sauvegarde-hint-3 = In de map van de cursus: “bato backup { $stick }/registre.zip”. Dan, in { $otherpc }: “bato restore ../{ $stick }/registre.zip”.
course-sauvegarde-solution = Een back-up op de stick, dan deze back-up teruggezet op de andere pc.

## Les 12

course-colis-title = Een pakket, een verloren stuk, een ontvangstbewijs
course-colis-text =
    U bent de oefengemeente. Een wijk heeft een pakket voor u verzegeld en in drie stukken gestuurd; twee zijn aangekomen (map { $arrivals }), één is verloren. De wachtzin van de sleutel van uw kantoor: { $passphrase }.
    Open wat aangekomen is: het programma zegt welk stuk ontbreekt. De wijk heeft het een tweede keer gestuurd (map { $again }). Open het ook en geef uw ontvangstbewijs aan de wijk.
course-colis-hint-1 = Pagina Pakketten, “Ontvangen”: kies de stukken, in om het even welke volgorde. In de terminal: “bato parcel open” met de bestanden.
course-colis-hint-2 = Als het pakket volledig is, is zijn ontvangstbewijs een korte tekst. De pagina Pakketten en “bato parcel receipt” tonen hem.
course-colis-hint-3 = Het ontvangstbewijs wordt bij de afzender ingevoerd: op de pagina van de cursus, “Bij de afzender”, of in de map { $sender } met “bato parcel receipt --enter”.
course-colis-solution = Beide stukken, dan het derde; het ontvangstbewijs hier gekopieerd en bij de afzender ingevoerd.

## Les 13

course-sortie-title = Wat het huis mag verlaten
course-sortie-text =
    Het register en het interne rapport blijven in de gemeente. Wat vertrekt, is een vrijgave: een map met afgeronde cijfers, zonder namen, ingeschreven in een boek.
    Maak een vrijgave, open haar pagina en vergelijk ze met het interne rapport. Beantwoord dan beide vragen.
course-sortie-hint-1 = Pagina Invoeren, “Zending voorbereiden”. In de terminal: “bato release”.
course-sortie-hint-2 = De vrijgave staat in de map releases van de cursus. Haar kleine getallen zijn vervangen door “<10”.
course-sortie-hint-3 = Elk bestand met een naam blijft in de gemeente. Het interne rapport heeft geen namen maar is exact: het blijft ook.
course-sortie-solution = Een vrijgave. Alleen haar map mag vertrekken (B); het interne rapport blijft in de gemeente (C).

## Les 14

course-rapport-title = Het rapport hardop gelezen
course-rapport-text =
    De burgemeester vraagt u drie getallen. Open het interne rapport van de oefengemeente en lees ze hardop, elk met wat het telt: de personen in het register, de tijdige akten, de laattijdige akten.
    Een percentage leest men altijd met zijn noemer: “zoveel akten op zoveel”.
course-rapport-hint-1 = Pagina Invoeren, “Het rapport, om te openen en af te drukken” (na een invoer). Op de schijf: data-clean/reports/interne.nl.html.
course-rapport-hint-2 = De eerste pagina is voor de burgemeester gemaakt. De tijdige en laattijdige akten staan er naast elkaar.
course-rapport-hint-3 = De beginpagina toont het aantal personen. De akten: de tabel van de geboorten in het rapport, rij “totaal”.
course-rapport-solution = De drie getallen van het interne rapport.

## De cursus op het bureau

course-title = Cursus
course-banner = Oefening: verzonnen personen, register van { $name }
course-desk-none = Er is op deze computer geen cursus begonnen.
course-desk-note = De cursus gebeurt in een aparte map, op een verzonnen gemeente: niets van het echte register komt erin, en niets gaat eruit. Hij opent in een ander tabblad, in een andere kleur.
course-desk-name = Naam van de cursist
course-desk-start = Beginnen of verdergaan
course-desk-opened = Het bureau van de cursus van { $name } opent in een ander tabblad.
course-desk-not-opened = Het bureau van de cursus van { $name } is open. Als er geen tabblad verschenen is, open dan deze pagina: { $path }
course-desk-learners = Cursisten op deze computer
course-desk-lessons = De lessen
course-desk-lesson-of = Les
course-desk-state-passed = geslaagd
course-desk-state-current = bezig
course-desk-state-open = te doen
course-desk-check = Controleren
course-desk-hint = Een hint
course-desk-hints = Hints
course-desk-solution = De oplossing tonen
course-desk-solution-title = Oplossing
course-desk-solve = De oplossing uitvoeren
course-desk-next = Volgende les
course-desk-reset = Deze les opnieuw beginnen
course-desk-go = Openen
course-desk-answer = Uw antwoord
course-desk-send = Antwoorden
course-desk-passed = Les geslaagd.
course-desk-goal-met = bereikt
course-desk-goal-open = open
course-desk-undo = De beslissing van de collega ongedaan maken
course-desk-undo-note = { $author } heeft beslist: dezelfde persoon ({ $id }). Gegeven reden: { $reason }
course-desk-undone = Beslissing ongedaan gemaakt. Dat telt vanaf de volgende invoer.
course-desk-other-pc = Op de andere pc
course-desk-restore = De back-up van de stick terugzetten
course-desk-restored = De andere pc heeft nu het register van de stick.
course-desk-stick = Map van de stick
course-desk-sender = Bij de afzender
course-desk-receipt = Het ontvangstbewijs, zoals het hier staat
course-desk-enter = Het ontvangstbewijs invoeren
course-desk-entered = Het ontvangstbewijs is ingevoerd: de afzender weet dat het pakket { $name } aangekomen is.
course-desk-certificate = Attest
course-desk-certificate-get = Het attest schrijven
course-desk-result = Resultaat voor de opleider
course-desk-result-note = Het resultaat bevat alleen totalen: lessen, minuten, hints, paren en fouten, geen antwoorden.
course-desk-result-name = Mijn naam mag erin staan
course-desk-result-get = Het resultaat schrijven
course-desk-table = Resultaten van de cursisten
course-desk-table-note = De verkeerd beoordeelde paren en de verkeerd verbeterde fouten tonen welke regels en woorden te herzien zijn.
course-desk-column-learner = Cursist
course-desk-column-passed = Geslaagd
course-desk-column-minutes = Minuten
course-desk-column-hints = Hints
course-desk-column-share = Overeenstemming over paren
course-desk-column-lesson = Les
course-desk-column-solved = Oplossing bekeken
course-desk-column-n = Hoeveel
course-desk-folder = Map van ontvangen resultaten (niet verplicht)
course-desk-show-table = Tonen
desk-task-course = Cursus
course-desk-open = { $n ->
    [one] Er staat nog 1 punt open.
   *[other] Er staan nog { $n_shown } punten open.
}
course-solved-desk = De oplossing is uitgevoerd. Controleer.
course-all-passed-desk = Alle lessen zijn geslaagd: het attest staat onderaan de pagina.
course-desk-noted = Antwoord genoteerd. Controleer.

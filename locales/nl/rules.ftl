### Regels: de vaststelling, waarom ze telt, wat te doen.

rule-missing-name = De persoon heeft geen naam, geen postnaam en geen voornaam.
    .title = Naam ontbreekt
    .why = Zonder naam wijst de rij niemand aan.
    .hint = Schrijf de naam in het bestand, of wis de rij als ze te veel is.
rule-only-a-name = Behalve “{ $value }” is de rij leeg: in de cellen van geslacht, datum en verwantschap staat niets.
    .title = Niets dan een naam
    .why = Vaak is het een titel of een nota in de kolom met namen.
    .hint = Staat alles in één cel, verdeel het dan over de kolommen. Vul de rij aan als het een persoon is; haal de tekst anders uit de kolom met namen of wis hem.
rule-impossible-date = De geboortedatum “{ $value }” bestaat niet{ $reason ->
        [days] {""}: { $month ->
            [jan] januari
            [feb] februari
            [mar] maart
            [apr] april
            [may] mei
            [jun] juni
            [jul] juli
            [aug] augustus
            [sep] september
            [oct] oktober
            [nov] november
           *[dec] december
        } heeft { $days } dagen.
        [leap] {""}: { $days } heeft geen 29 februari.
        [month] {""}: een jaar heeft maar 12 maanden.
       *[other] .
    }
    .title = Onmogelijke geboortedatum
    .why = Een foute datum geeft een foute leeftijd.
    .hint = Kijk op de papieren fiche en schrijf dag/maand/jaar; is de dag onbekend, dan volstaat het jaar.
rule-unreadable-date = De geboortedatum “{ $value }” is niet leesbaar als datum.
    .title = Onleesbare geboortedatum
    .why = Het programma raadt niet: de rij wacht.
    .hint = { $form ->
        [age] “{ $value }” lijkt een leeftijd: geef de kolom de titel “Leeftijd”, of schrijf de geboortedatum of het geboortejaar.
       *[date] Schrijf ze als 05/03/1987, 5 maart 1987, 03/1987, 1987 of omstreeks 1987; laat leeg als ze onbekend is.
    }
rule-future-date = De geboortedatum “{ $value }” ligt na vandaag.
    .title = Geboortedatum na vandaag
    .why = Deze datum is nog niet aangebroken.
    .hint = Verbeter het jaar volgens de papieren fiche (vaak twee verwisselde cijfers).
rule-implausible-age = De geboortedatum “{ $value }” zou { $age } jaar geven, meer dan { $limit }.
    .title = Onwaarschijnlijke leeftijd
    .why = De hoogste leeftijd die het programma aanneemt, is een instelling.
    .hint = Verbeter het jaar volgens de papieren fiche (vaak de eeuw).
rule-declared-before-birth = De geboorte is aangegeven op { $declared }, vóór de geboortedatum { $born }.
    .title = Aangegeven vóór de geboorte
    .why = Een van beide datums is fout: de tijd tot aangifte kan niet geteld worden.
    .hint = Vergelijk met de akte en verbeter de foute datum.
rule-declared-in-future = De aangiftedatum “{ $value }” ligt na vandaag.
    .title = Aangifte na vandaag
    .why = Deze datum is nog niet aangebroken.
    .hint = Verbeter de datum volgens de akte.
rule-event-unknown = De gebeurtenis ontbreekt of is niet herkend: “{ $value }”.
    .title = Gebeurtenis onbekend
    .why = Een overlijden, een vertrek, een aankomst, een verhuizing en een huwelijk veranderen niet hetzelfde.
    .hint = Schrijf Overlijden, Vertrek, Aankomst, Verhuizing of Huwelijk.
rule-event-in-future = De gebeurtenis is gedateerd “{ $value }”, na vandaag.
    .title = Gebeurtenis na vandaag
    .why = Deze datum is nog niet aangebroken.
    .hint = Verbeter de datum volgens het stuk.
rule-event-before-birth = De gebeurtenis is gedateerd “{ $value }”, vóór de geboorte van de persoon.
    .title = Gebeurtenis vóór de geboorte
    .why = Een van de twee datums is fout, of het is een andere persoon.
    .hint = Vergelijk met het stuk en verbeter de foute datum.
rule-event-date-missing = De datum van de gebeurtenis ontbreekt of is onleesbaar: “{ $value }”.
    .title = Datum van de gebeurtenis onbekend
    .why = Het programma kent alleen het jaar van het register om de gebeurtenis tussen de andere te plaatsen.
    .hint = Schrijf dag/maand/jaar: 12/03/2018.
rule-person-id-slip = “{ $value }” is geen persoonsnummer: de laatste letter past niet bij de andere.
    .title = Nummer fout overgeschreven
    .why = De gebeurtenis zou bij een andere persoon komen.
    .hint = Schrijf het nummer over zoals “bato find” het toont, of laat de cel leeg.
rule-born-after-round = De geboortedatum “{ $value }” ligt na het jaar van de telling ({ $year }).
    .title = Geboren na de telling
    .why = De fiche is misschien later aangevuld, of het jaar is fout.
    .hint = Kijk het jaar na. Wie na de telling geboren is, staat alleen op de fiche als hij later is toegevoegd; dan hoeft er niets.
rule-date-as-number = De geboortedatum is het getal { $value }: de cel verloor haar datumopmaak.
    .title = Datum werd een getal
    .why = Het getal telt dagen; het is als datum gelezen, maar er blijft twijfel.
    .hint = Geef de cel de datumopmaak en kijk ze na.
rule-age-or-year = De geboortedatum “{ $value }” kan een leeftijd of een jaar zijn: ze is als jaar gelezen.
    .title = Leeftijd of jaar
    .why = Twee cijfers, alleen of met “±”, “~” of “?”, onder een geboortedatum hebben twee betekenissen, tientallen jaren uit elkaar.
    .hint = Schrijf de eenheid van een leeftijd (35 jaar), of het hele jaar (rond 1935).
rule-date-order-unsure = De datum “{ $value }” kan als dag/maand of als maand/dag gelezen worden: de kolom bevat beide.
    .title = Dag en maand misschien omgewisseld
    .why = Het programma houdt alleen het jaar: de foute volgorde zou een foute datum geven.
    .hint = Kijk op de papieren fiche en schrijf de maand voluit: 5 april 1979.
rule-weekday-differs = “{ $value }”: deze weekdag is niet die van deze datum.
    .title = Weekdag strijdig met de datum
    .why = De dag, de maand of het jaar is misschien verkeerd getypt.
    .hint = Vergelijk met de papieren fiche en verbeter de datum, of wis de weekdag.
rule-unreadable-age = De leeftijd “{ $value }” is niet leesbaar.
    .title = Onleesbare leeftijd
    .why = Het programma raadt niet: de persoon wordt zonder geboortedatum ingeschreven.
    .hint = Schrijf een aantal jaren, of het aantal met de eenheid: 8 maanden, 3 weken, 2 jaar 6 maanden, rond 40 jaar.
rule-date-instead-of-age = De leeftijd “{ $value }” is een jaar of een datum: ze is als geboortedatum gelezen.
    .title = Datum in plaats van leeftijd
    .why = Misschien is het de datum van iets anders.
    .hint = Schrijf de leeftijd, of zet de datum in de kolom “Geboortedatum”.
rule-age-against-date = De leeftijd “{ $value }” past niet bij de geboortedatum “{ $born }”.
    .title = Leeftijd strijdig met de geboortedatum
    .why = Een van beide is fout, of hoort bij een andere persoon. Het programma houdt de datum.
    .hint = Vergelijk met de papieren fiche en verbeter de leeftijd of de datum.
rule-birth-date-missing = De geboortedatum ontbreekt.
    .title = Geboortedatum ontbreekt
    .why = De leeftijd is niet bekend, en een dubbele inschrijving valt minder op.
    .hint = Schrijf de datum of het jaar als de familie ze kent; laat anders zo.
rule-unreadable-declaration-date = De aangiftedatum “{ $value }”{ $reason ->
        [days] {""} bestaat niet: { $month ->
            [jan] januari
            [feb] februari
            [mar] maart
            [apr] april
            [may] mei
            [jun] juni
            [jul] juli
            [aug] augustus
            [sep] september
            [oct] oktober
            [nov] november
           *[dec] december
        } heeft { $days } dagen.
        [leap] {""} bestaat niet: { $days } heeft geen 29 februari.
        [month] {""} bestaat niet: een jaar heeft maar 12 maanden.
       *[other] {""} is geen volledige datum.
    }
    .title = Onleesbare aangiftedatum
    .why = De tijd tot aangifte kan niet geteld worden.
    .hint = Schrijf ze als 05/03/2017 volgens de akte.
rule-declaration-date-missing = De aangiftedatum ontbreekt.
    .title = Aangiftedatum ontbreekt
    .why = Het programma kan niet weten of de geboorte tijdig is aangegeven.
    .hint = Schrijf de datum volgens de akte.
rule-act-number-missing = Het aktenummer ontbreekt of is geen getal.
    .title = Aktenummer ontbreekt
    .why = Zonder nummer is de akte niet terug te vinden in het papieren register.
    .hint = Schrijf het nummer zoals in het register, bijvoorbeeld 00012/2017.
rule-name-incomplete = De persoon heeft geen naam, wel een postnaam of een voornaam.
    .title = Onvolledige naam
    .why = Misschien staat de inhoud van een kolom in een andere.
    .hint = Kijk na of elk deel van de naam in zijn kolom staat.
rule-name-one-letter = De naam is één enkele letter: “{ $value }”.
    .title = Naam van één letter
    .why = Een beginletter of een teken staat op de plaats van de naam: de persoon wordt niet op naam teruggevonden.
    .hint = Schrijf de naam voluit. Herhaalt de letter de naam van de rij erboven, schrijf dan die naam.
rule-name-ditto-read = Een teken herhaalt een deel van de naam van de rij erboven. Zo begrepen: { $value }.
    .title = Naam herhaald met een teken
    .why = Het teken kan een ander deel van de naam herhalen.
    .hint = Vergelijk met de papieren fiche en schrijf de naam voluit.
rule-name-in-one-cell = Verschillende delen van de naam staan in één cel: “{ $value }”.
    .title = Hele naam in één cel
    .why = Het programma heeft naam, postnaam en voornaam gescheiden volgens bekende namen en hoofdletters.
    .hint = Schrijf elk deel van de naam in zijn kolom.
rule-unknown-sex = { $reason ->
    [both] Beide vakjes van het geslacht zijn aangekruist: “{ $value }”
   *[word] Het geslacht “{ $value }” is niet herkend
  }{ $n ->
    [one] .
   *[other] {" "}({ $n_shown } cellen: { $cells }).
  }
    .title = Geslacht niet herkend
    .why = De persoon is ingeschreven zonder geslacht.
    .hint = { $reason ->
        [both] Beide vakjes zijn aangekruist: laat één kruisje staan.
        [doubt] Het vraagteken zegt een twijfel: vergelijk met de papieren fiche en schrijf M of F (of V).
        [date] Dit is geen geslacht: deze waarde is misschien die van een andere kolom. Kijk de cellen ernaast na, en schrijf M of F.
       *[word] Schrijf M of F (of V). Is dit woord bij u gebruikelijk, leg het dan één keer uit op het bureau, op de pagina “Indienen” of “Instellingen” (in een terminal: bato settings word sex F "{ $value }", of M).
    }
rule-sex-missing = Het geslacht ontbreekt.
    .title = Geslacht ontbreekt
    .why = De persoon is ingeschreven zonder geslacht.
    .hint = Schrijf M of F.
rule-unknown-relation = De verwantschap “{ $value }” is niet herkend{ $n ->
    [one] .
   *[other] {" "}({ $n_shown } cellen: { $cells }).
  }
    .title = Verwantschap niet herkend
    .why = De plaats in het huishouden is niet bekend.
    .hint = Schrijf chef, épouse, fils, fille, neveu… Is dit woord juist, leg het dan één keer uit op het bureau, op de pagina “Indienen” of “Instellingen” (in een terminal: bato settings word relation child "{ $value }"; child: zoon of dochter; anders head, spouse, sibling…).
rule-unknown-marital-status = De burgerlijke staat “{ $value }” is niet herkend{ $n ->
    [one] .
   *[other] {" "}({ $n_shown } cellen: { $cells }).
  }
    .title = Burgerlijke staat niet herkend
    .why = De burgerlijke staat is niet ingeschreven.
    .hint = Schrijf célibataire, marié, veuf, divorcé of séparé. Is dit woord juist, leg het dan één keer uit op het bureau, op de pagina “Indienen” of “Instellingen” (in een terminal: bato settings word marital_status married "{ $value }"; anders single, widowed, divorced…).
rule-unknown-quartier = De wijk “{ $value }” staat niet in de lijst van de gemeente{ $n ->
    [one] .
   *[other] {" "}({ $n_shown } cellen: { $cells }).
  }
    .title = Onbekende wijk
    .why = De persoon zou zonder wijk geteld worden.
    .hint = Verbeter de naam. Is deze spelling juist, vraag uw informaticaverantwoordelijke dan om ze toe te voegen in data-raw/reference/quartiers.csv, op de regel van de wijk, kolom alt_spellings: { $value }
rule-quartier-guessed = De wijk “{ $value }” is herkend aan de dichtste spelling{ $n ->
    [one] .
   *[other] {" "}({ $n_shown } cellen: { $cells }).
  }
    .title = Wijk ongeveer herkend
    .why = Deze spelling staat niet in de lijst.
    .hint = Kijk na. Is deze spelling goed, vraag uw informaticaverantwoordelijke dan om ze toe te voegen in data-raw/reference/quartiers.csv, op de regel van de wijk, kolom alt_spellings: { $value }
rule-quartier-missing = De wijk staat niet in de rij, niet boven de tabel en niet in de bestandsnaam.
    .title = Wijk ontbreekt
    .why = De personen worden zonder wijk geteld.
    .hint = Schrijf de wijk boven de tabel, of in de bestandsnaam.
rule-error-cell = De cel bevat de formulefout { $value }.
    .title = Formulefout
    .why = De waarde is verloren.
    .hint = Vervang de formule door haar waarde.
rule-no-header = Er is geen rij met kolomtitels gevonden{ $n ->
    [0] .
    [one] : { $n_shown } rij wacht in quarantaine.
   *[other] : { $n_shown } rijen wachten in quarantaine.
  }
    .title = Kolomtitels niet gevonden
    .why = Zonder titels weet het programma niet wat elke kolom bevat.
    .hint = Schrijf een rij met titels boven de tabel (Nom, Post-nom, Prénom, Sexe, Date de naissance…). Staat elke rij helemaal in kolom A (“MBALA;Ruth;F”), verdeel ze dan eerst over kolommen: menu Gegevens, Tekst naar kolommen.
rule-hidden-sheet = Het blad “{ $value }” is verborgen: zijn rijen worden weggelaten.
    .title = Verborgen blad
    .why = Een verborgen blad is vaak een kladversie.
    .hint = Maak het zichtbaar als het moet meetellen, laat het anders zo.
rule-column-unrecognised = De kolom “{ $value }” is niet herkend: de inhoud wordt bewaard maar niet gebruikt.
    .title = Kolom niet herkend
    .why = De titel is niet bij de bekende titels.
    .hint = Telt ze mee, verander dan de titel, of zeg op het bureau, op de pagina “Indienen” of “Instellingen”, wat ze bevat (in een terminal: bato settings heading … "{ $value }"; in plaats van …: birth_date, relation, sex…).
rule-column-missing = Er is geen kolom voor: { $field }.
    .title = Kolom ontbreekt
    .why = De personen van dit blad worden zonder deze informatie ingeschreven.
    .hint = Voeg de kolom toe, of geef de bestaande kolom een bekende titel.

rule-doubtful-letters = Sommige letters van het bestand zijn misschien fout (accenten).
    .title = Twijfelachtige letters
    .why = Het bestand is niet geschreven zoals de andere: het programma moest zoeken welke letters het bevat.
    .hint = Bekijk enkele namen met accenten. Zijn ze fout, open het bestand dan in het rekenprogramma en sla het op als .xlsx.
rule-lone-quote = Een aanhalingsteken (") is geopend en niet gesloten.
    .title = Los aanhalingsteken
    .why = Een los aanhalingsteken zou alle volgende rijen verbergen: het bestand werd rij per rij gelezen.
    .hint = Wis dit teken in het bestand, of sla de tabel op als .xlsx.
rule-cut-short = Het bestand lijkt aan het einde afgebroken: er ontbreken misschien rijen.
    .title = Afgebroken bestand
    .why = De laatste rij is niet volledig, of het einde van het bestand is leeg, zoals na een stroompanne tijdens het kopiëren.
    .hint = Vergelijk de laatste rij met het origineel, en kopieer het bestand opnieuw.
rule-no-head = Geen enkel lid van dit huishouden is het hoofd van het huishouden.
    .title = Huishouden zonder hoofd
    .why = De verwantschap van de andere leden wordt vanaf het hoofd geteld.
    .hint = Schrijf Hoofd van het huishouden bij de persoon die het huishouden leidt, volgens de papieren fiche.
rule-two-heads = Huishouden { $number } heeft een tweede hoofd (het eerste staat op rij { $row }).
    .title = Twee gezinshoofden onder één nummer
    .why = Het zijn twee huishoudens, of dezelfde fiche tweemaal getypt.
    .hint = Geef het tweede huishouden een ander nummer, of wis de dubbel getypte fiche.
rule-child-older-than-parent = Het kind is geboren vóór het hoofd van het huishouden ({ $born }).
    .title = Kind ouder dan de ouder
    .why = Een van beide datums of de verwantschap is fout.
    .hint = Vergelijk met de papieren fiche en verbeter.
rule-mother-too-young = Het kind zou minder dan { $limit } jaar na zijn moeder ({ $born }) geboren zijn.
    .title = Moeder te jong
    .why = Een van beide datums is waarschijnlijk fout, of de moeder is een andere vrouw.
    .hint = Vergelijk met de papieren fiche; is de moeder een andere vrouw, dan hoeft er niets te gebeuren.
rule-spouse-under-age = De echtgenoot of echtgenote is jonger dan { $limit } in het jaar van de telling.
    .title = Echtgenoot te jong
    .why = De geboortedatum of de verwantschap is misschien fout.
    .hint = Vergelijk met de papieren fiche en verbeter zo nodig.
rule-row-typed-twice = Dezelfde persoon staat al in dit huishouden, op rij { $row }.
    .title = Rij tweemaal getypt
    .why = Een persoon zou tweemaal geteld worden.
    .hint = Wis een van beide rijen.
rule-act-number-repeated = Aktenummer “{ $value }” hoort al bij een andere geboorte, op rij { $row }{ $n ->
    [one] .
   *[other] ; de nummering begint hier opnieuw en herhaalt { $n_shown } nummers.
  }
    .title = Aktenummer herhaald
    .why = Twee geboorten kunnen niet dezelfde akte hebben.
    .hint = Vergelijk met het papieren register en verbeter het nummer.
rule-act-number-gap = { $n ->
    [one] Er ontbreekt één aktenummer in de reeks: { $numbers }.
   *[other] Er ontbreken { $n_shown } aktenummers in de reeks: { $numbers }.
  }
    .title = Ontbrekende aktenummers
    .why = Akten zijn niet overgenomen, of een blad is verloren.
    .hint = Zoek die akten in het papieren register en voeg ze toe.
rule-register-year = De aangifte “{ $value }” is niet van het jaar van het register ({ $year }).
    .title = Aangifte van een ander jaar
    .why = Het jaar is misschien fout getypt.
    .hint = Vergelijk met de akte en verbeter de datum, of het jaar in de bestandsnaam.
rule-register-year-far = De aangifte “{ $value }” ligt twee jaar of meer van het jaar van het register ({ $year }).
    .title = Aangifte buiten het register
    .why = Geen enkel register bevat ze; één verkeerd getypt jaar zou de termijn en de cijfers vervalsen.
    .hint = Vergelijk met de akte en verbeter het jaar van de datum, of dat in de naam van het bestand.
rule-quarter-copied = { $n ->
    [one] Eén geboorte van kwartaal { $quarter } van { $year } herhaalt die van { $before }: zelfde naam, zelfde dag.
   *[other] { $n_shown } geboorten van kwartaal { $quarter } van { $year } herhalen die van { $before }: zelfde namen, zelfde dagen.
  }
    .title = Kwartaal overgenomen
    .why = Het register van het ene jaar is waarschijnlijk voor het andere overgenomen.
    .hint = Vergelijk met het papieren register van { $year } en vervang de overgenomen rijen.
rule-total-differs = Het geschreven totaal is { $said }, maar er { $n ->
    [one] staat { $n_shown } rij
   *[other] staan { $n_shown } rijen
  } boven.
    .title = Totaal verschilt
    .why = Een rij is vergeten, toegevoegd of verkeerd geteld.
    .hint = Tel op de papieren fiche en verbeter het totaal of de rijen.
rule-line-number-gap = De rijnummers volgen niet op elkaar; er ontbreken: { $numbers }.
    .title = Ontbrekende rijnummers
    .why = Misschien is een rij verloren.
    .hint = Vergelijk met de papieren fiche en voeg de rij toe als er een ontbreekt.
rule-date-order = Kolom “{ $value }”: { $decided ->
    [month-day-year] de datums staan als maand/dag/jaar en zijn zo gelezen
    [year-month-day] de datums staan als jaar/maand/dag en zijn zo gelezen
    [year-day-month] de datums staan als jaar-dag-maand en zijn zo gelezen
   *[mixed] sommige datums staan als dag/maand/jaar, andere als maand/dag/jaar
  } ({ $n_shown } { $n ->
    [one] cel
   *[other] cellen
  }).
    .title = Volgorde van dag en maand
    .why = Het programma heeft de hele kolom bekeken. Een foute volgorde zou foute datums geven.
    .hint = Kijk enkele datums na op de papieren fiches; schrijf dag/maand/jaar, of de maand voluit.
rule-dates-swapped = Kolom “{ $value }”: het rekenblad heeft dag en maand omgewisseld; { $n ->
    [one] één datum is
   *[other] { $n_shown } datums zijn
  } teruggedraaid.
    .title = Dag en maand omgewisseld door het rekenblad
    .why = Het nam teksten waarvan de dag een maand kan zijn voor datums, en liet de andere als tekst staan.
    .hint = Kijk enkele datums na op de papieren fiches; geef de hele kolom de datumopmaak.
rule-midnight-shifted = Kolom “{ $value }”: { $n ->
    [one] één datum staat
   *[other] { $n_shown } datums staan
  } in de tijd van een ander land, de avond ervoor; de volgende dag is genomen.
    .title = Datums van de avond ervoor
    .why = Middernacht in Kinshasa is 23 uur de dag ervoor in de tijd van Greenwich: elke datum zou één dag fout zijn.
    .hint = Kijk enkele datums na op de papieren fiches; exporteer de datums zonder het uur.
rule-filler-date = Kolom “{ $value }”: { $decided } staat voor een onbekende datum ({ $n_shown } keer); ze is niet gebruikt.
    .title = Datum die “onbekend” betekent
    .why = Een rekenblad of databank schrijft deze dag als de cel leeg is.
    .hint = Wis deze datum, of schrijf de echte volgens de papieren fiche.
rule-years-instead-of-ages = Kolom “{ $value }”: dit zijn geboortejaren en geen leeftijden ({ $n_shown } { $n ->
    [one] cel
   *[other] cellen
  }).
    .title = Jaren in plaats van leeftijden
    .why = De getallen zijn als geboortejaren gelezen.
    .hint = Geef de kolom de titel “Geboortejaar”.
rule-year-missing = Geen jaar: niet in de cellen, niet boven de tabel, niet in de naam van het werkblad of het bestand. Een leeftijd wordt vanaf het lopende jaar geteld: het geboortejaar kan fout zijn.
    .title = Jaar onbekend
    .why = Zonder het jaar kan het programma geen leeftijden vanaf de telling berekenen en de fiches niet in de tijd plaatsen.
    .hint = Voeg het jaar toe aan de bestandsnaam: Boma_2017.xlsx.
rule-household-missing = Geen huishouden: geen fichenummer, geen adres, geen verwantschap.
    .title = Huishouden onbekend
    .why = De personen worden zonder huishouden ingeschreven, en een naamgenoot is minder goed te onderscheiden.
    .hint = Voeg een kolom “Nr. huishouden” toe, of de laan en het perceel, volgens de papieren fiches.
rule-file-sent-twice = Dit bestand heeft dezelfde rijen als “{ $other }”.
    .title = Bestand tweemaal gestuurd
    .why = De personen worden maar één keer geteld, maar een van beide is te veel.
    .hint = Houd het bijgewerkte bestand en haal het andere uit data-raw.
rule-name-split-guessed = In “{ $value }” staat de voornaam niet op de plaats die de kolomtitel aankondigt.
    .title = Voornaam op een andere plaats dan de kolomtitel aankondigt
    .why = Het programma scheidde de delen van de naam volgens de bekende namen.
    .hint = Schrijf de delen van de naam in de volgorde van de titel, of beter in drie kolommen.
rule-tables-side-by-side = Twee tabellen staan naast elkaar: de rijen die beide vullen wachten in quarantaine.
    .title = Tabellen naast elkaar
    .why = Een rij bevat dan twee personen, en één zou verloren gaan.
    .hint = Zet de tweede tabel onder de eerste, met haar titels.
rule-name-outside-table = { $n ->
    [one] Rij { $row } noemt een persoon buiten de kolom van de namen (“{ $value }”): ze wacht
   *[other] { $n_shown } rijen, eerst rij { $row } (“{ $value }”), noemen een persoon buiten de kolom van de namen: ze wachten
  } in quarantaine.
    .title = Persoon genoemd buiten de tabel
    .why = Een persoon zonder rij in de tabel wordt niet ingeschreven.
    .hint = Geef deze persoon een rij in de tabel, met de naam onder de titel van de namen. Is het geen persoon, of heeft die al een rij, wis dan deze tekst.
rule-other-persons-named = De kolom “{ $value }” noemt andere personen ({ $n_shown }): zij worden niet ingeschreven.
    .title = Andere personen in een kolom
    .why = Alleen de persoon van de rij wordt ingeschreven.
    .hint = Geef elk van hen een eigen rij, met de verwantschap met het gezinshoofd.
rule-persons-in-columns = In dit blad staan de titels in de eerste kolom en staat elke persoon in een kolom{ $n ->
    [one] : { $n_shown } rij wacht in quarantaine.
   *[other] : { $n_shown } rijen wachten in quarantaine.
  }
    .title = Personen in kolommen
    .why = Het programma leest één persoon per rij.
    .hint = Kopieer de tabel en plak ze met de optie “Transponeren” (plakken speciaal): de titels komen op één rij, één persoon per rij.
rule-other-list = Deze tabel{ $from ->
    [0] {""}
   *[other] , met titels op rij { $from },
  } is geen lijst van personen of geboorten, maar { $list ->
    [deaths] een lijst van overlijdens
    [stillbirths] een lijst van doodgeboren kinderen
    [divorces] een lijst van echtscheidingen
    [recognitions] een lijst van erkenningen of adopties
    [animals] een lijst van dieren
    [goods] een lijst van prijzen of goederen
    [rosters] een uurrooster of een wachtrooster
    [places] een lijst van kerken, scholen, lanen of andere plaatsen
    [choices] een lijst van waarden om uit te kiezen
   *[marriages] een lijst van huwelijken
  }. Al haar rijen wachten in quarantaine.
    .title = Lijst van iets anders dan personen
    .why = De rijen zouden als inwoners of geboorten worden ingeschreven.
    .hint = Overlijdens en huwelijken horen in een bestand van data-raw/events; haal andere lijsten uit data-raw. Is het een lijst van personen, verander dan de titel boven de tabel, de naam van het blad of de titels van de kolommen.
rule-columns-moved = { $n ->
    [one] Rij { $rows } heeft waarden die niet meer onder hun titels staan: ze wacht
   *[other] { $n_shown } rijen hebben waarden die niet meer onder hun titels staan (rijen { $rows }{ $more ->
        [0] {""}
        [one] {" "}en nog één
       *[other] {" "}en nog { $more_shown }
    }): ze wachten
  } in quarantaine.
    .title = Verschoven kolommen
    .why = Een waarde zou voor een andere worden genomen.
    .hint = Zet deze waarden terug onder hun titels, of geef deze rijen een eigen rij met titels.
rule-columns-moved-guessed = { $n ->
    [one] Rij { $rows } heeft
   *[other] { $n_shown } rijen hebben
  } meer cellen dan de tabel titels heeft, en de waarden staan niet onder hun titels{ $n ->
    [one] {""}
   *[other] {" "}(rijen { $rows }{ $more ->
        [0] {""}
        [one] {" "}en nog één
       *[other] {" "}en nog { $more_shown }
    })
  }. Het programma heeft naar hun inhoud genomen: { $fields }. De andere cellen gebruikt het niet.
    .title = Verschoven kolommen, gelezen naar hun inhoud
    .why = De waarden staan niet meer onder hun titels.
    .hint = Controleer enkele van deze personen. Is het fout, zet de waarden dan terug onder hun titels.
rule-cells-beside-table = { $n ->
    [one] Rij { $rows } heeft
   *[other] { $n_shown } rijen hebben
  } ingevulde cellen rechts van de tabel (kolommen { $columns }){ $n ->
    [one] {""}
   *[other] , rijen { $rows }{ $more ->
        [0] {""}
        [one] {" "}en nog één
       *[other] {" "}en nog { $more_shown }
    }
  }. Het programma gebruikt ze niet; de rest van de rij wordt onder haar titels gelezen.
    .title = Cellen rechts van de tabel
    .why = Een kleine tabel of een nota naast de lijst heeft geen titel in de lijst.
    .hint = Zijn het gegevens van de persoon, geef deze kolommen dan een titel. Anders hoeft u niets te doen.
rule-titles-unread = Rij { $row } lijkt op een rij met titels, maar het programma vond er niet de titels van een lijst in: de rijen eronder worden gelezen onder de titels van ervoor.
    .title = Rij met titels niet begrepen
    .why = Als de kolommen bij deze rij veranderen, worden waarden voor andere genomen.
    .hint = Schrijf in deze rij titels zoals “Naam van het kind”, “Geslacht”, “Geboortedatum”, of die bovenaan de lijst.
rule-year-guessed = Het jaar { $year } is uit de titel “{ $value }” genomen: de leeftijden worden vanaf dat jaar geteld.
    .title = Jaar uit een titel
    .why = Is het het jaar van iets anders, dan zijn de geboortejaren fout.
    .hint = Is het fout, voeg dan het jaar van de lijst toe aan de bestandsnaam: Boma_2017.xlsx.
rule-rows-above-heading = { $n ->
    [one] Eén rij boven de titels is gelezen
   *[other] { $n_shown } rijen boven de titels zijn gelezen
  } zoals die van de tabel (de eerste: rij { $row }).
    .title = Rijen boven de titels
    .why = Een rij zonder titels kan andere kolommen hebben.
    .hint = Zet de rij met titels boven alle personen.
rule-statistics = Een tabel met getallen is geen lijst van personen: haar rijen worden weggelaten.
    .title = Tabel met getallen
    .why = De rijen zouden voor personen worden genomen.
    .hint = U hoeft niets te doen. Is het een lijst van personen, schrijf dan een rij met titels (Naam, Geslacht, Geboortedatum…).
rule-household-sheet = Blad “{ $value }” beschrijft de huishoudens; de { $n_shown } rijen geven hun adres aan de personen van het andere blad.
    .title = Blad van de huishoudens
    .why = Het gezinshoofd zou twee keer worden geteld.
    .hint = U hoeft niets te doen. Heeft een huishouden geen personen in het andere blad, voeg ze dan toe.
rule-recap-sheet = Blad “{ $value }” is een samenvatting: { $n ->
    [one] zijn rij wordt weggelaten.
   *[other] zijn { $n_shown } rijen worden weggelaten.
  }
    .title = Samenvattend blad
    .why = De personen zouden tweemaal geteld worden.
    .hint = Geef het een andere naam als het moet meetellen.
rule-column-content = Kolom “{ $value }” bevat niet wat haar titel aankondigt; ze lijkt te bevatten: { $field }.
    .title = Inhoud strijdig met de titel
    .why = Misschien zijn twee titels omgewisseld.
    .hint = Verbeter de titel, of zeg op het bureau, op de pagina “Indienen”, wat de kolom bevat (in een terminal: bato settings column).
rule-column-guessed = Kolom “{ $value }” is opgevat als: { $field }, volgens haar inhoud.
    .title = Kolom aan haar inhoud herkend
    .why = Haar titel is niet bij de bekende titels.
    .hint = Is dat fout, verander dan de titel, of zeg op het bureau, op de pagina “Indienen”, wat de kolom bevat (in een terminal: bato settings column).
rule-column-repeated = Kolom “{ $value }” herhaalt een andere kolom ({ $field }): ze wordt niet gebruikt.
    .title = Kolom herhaald
    .why = Twee kolommen kunnen niet dezelfde betekenis hebben.
    .hint = Verander de titel van de kolom die iets anders bevat.
rule-column-of-other = Kolom “{ $value }” staat naast “{ $other }”: ze wordt voor die van de andere persoon gehouden en niet gebruikt.
    .title = Kolom van een andere persoon
    .why = De leeftijd, het geslacht of de datum van een ouder zou aan de persoon van de rij worden gegeven.
    .hint = Schrijf in de titel van wie de kolom is: “Leeftijd van de moeder”, “Leeftijd van het kind”.
rule-value-given-once = Kolom “{ $value }”: een lege cel is opgevat als de waarde erboven.
    .title = Waarde één keer voor meerdere rijen
    .why = De kolom is alleen ingevuld als de waarde verandert.
    .hint = Een lege cel onder een waarde krijgt die waarde. Kent u die van deze rij niet, vul dan alle andere cellen van de kolom in en laat deze leeg.
rule-sex-of-title = { $n ->
    [one] { $n_shown } rij heeft geen kolom voor het geslacht: het is overgenomen uit “{ $value }”.
   *[other] { $n_shown } rijen hebben geen kolom voor het geslacht: het is overgenomen uit “{ $value }”.
  }
    .title = Geslacht volgens een titel
    .why = Een titel, een regel zoals “Meisjes”, de naam van het blad of die van het bestand zegt het voor de rijen die volgen.
    .hint = Is het fout, voeg dan een kolom “Geslacht” toe en vul ze in.
rule-sensitive-left-out = Kolom “{ $value }”: { $n ->
    [one] { $n_shown } gevoelige waarde wordt niet bewaard.
   *[other] { $n_shown } gevoelige waarden worden niet bewaard.
  }
    .title = Gevoelige gegevens
    .why = Etnie, godsdienst, vluchtelingenstatus en gezondheid horen niet in een bevolkingsregister.
    .hint = Er hoeft niets te gebeuren; vraag deze gegevens liever niet.
rule-sensitive-kept = Kolom “{ $value }”: { $n ->
    [one] { $n_shown } gevoelige waarde wordt bewaard, omdat de instellingen het vragen.
   *[other] { $n_shown } gevoelige waarden worden bewaard, omdat de instellingen het vragen.
  }
    .title = Gevoelige gegevens bewaard
    .why = De wet staat de verwerking alleen bij uitzondering toe.
    .hint = Is dit niet gewild, vraag uw informaticaverantwoordelijke dan om in bato.toml, onder [ingest], deze regel te schrijven: keep_sensitive = false
rule-sheet-full = Blad “{ $value }” is vol ({ $n_shown } rijen): er ontbreken waarschijnlijk rijen.
    .title = Blad vol
    .why = Dit formaat kan niet meer rijen bevatten; de rest is afgesneden.
    .hint = Verdeel de lijst over meerdere bestanden, of bewaar ze als .xlsx.
rule-chart-sheet = Blad “{ $value }” heeft geen cellen (grafiek of macro): het wordt niet gelezen.
    .title = Blad zonder cellen
    .why = Een grafiek bevat geen personen.
    .hint = Er hoeft niets te gebeuren.
rule-macros = De werkmap bevat macro’s: ze worden nooit uitgevoerd.
    .title = Macro’s
    .why = Een macro kan schadelijk zijn.
    .hint = Bewaar ze als .xlsx, zonder macro’s.
rule-no-names = Geen enkele rij van het blad heeft een naam: ze wachten allemaal in quarantaine.
    .title = Geen naam in het blad
    .why = Zonder naam wijst een rij niemand aan. De kolom met namen ontbreekt of is niet gevonden.
    .hint = Kijk na of de kolom met namen ingevuld is en of haar titel Nom, Post-nom, Prénom of Noms et prénoms is.
rule-two-persons = De cel van de naam noemt twee personen: “{ $value }”.
    .title = Twee personen in één cel
    .why = Een rij is een persoon: de tweede zou niet ingeschreven worden, en de eerste zou een verkeerde naam hebben.
    .hint = Schrijf één rij per persoon. Een tweeling heeft twee rijen, en elk kind heeft zijn akte.
rule-name-ditto = Een woord als idem staat in de plaats van een naam: “{ $value }”.
    .title = Naam vervangen door idem
    .why = Men weet niet welk deel van de naam erboven herhaald wordt. Het programma raadt niet: de rij wacht.
    .hint = Schrijf de naam voluit.
rule-look-alike-letter = Een teken is getypt voor een letter die erop lijkt (0 voor O, 5 voor S, 1 of l voor I). Zo begrepen: { $value }.
    .title = Cijfer getypt voor een letter
    .why = De naam is ingeschreven zoals hij begrepen is. Is dat niet de juiste naam, dan wordt de persoon niet teruggevonden.
    .hint = Vergelijk met de papieren fiche en schrijf de naam met zijn letters.
rule-not-part-of-name = “{ $value }” in de cel van de naam is geen deel van de naam{ $n ->
    [one] .
   *[other] {" "}({ $n_shown } cellen: { $cells }).
  }
    .title = Woord te veel in de naam
    .why = Een titel, een opmerking, een nummer of een andere naam is weggelaten: de persoon is ingeschreven onder de rest van de cel.
    .hint = Kijk na of de rest de naam is. Schrijf alleen de naam in zijn cel, en de rest in haar kolom (verwantschap, burgerlijke staat, opmerkingen).
rule-name-says-dead = De cel van de naam zegt dat de persoon overleden is: “{ $value }”.
    .title = Persoon misschien overleden
    .why = De rij blijft: de persoon zou bij de levenden geteld worden.
    .hint = Is de persoon overleden, haal de rij dan uit de fiche en schrijf het overlijden in een lijst van overlijdens; wis anders dit woord.
rule-remark-against-row = “{ $value }”: de persoon is misschien overleden of vertrokken, of de rij is dubbel of geannuleerd.
    .title = Opmerking tegen de rij
    .why = De rij blijft zoals ze is: een opmerking beslist niets. De persoon zou bij de inwoners geteld worden, of twee keer.
    .hint = Is de persoon overleden of vertrokken, schrijf dat dan in een lijst van overlijdens of vertrekken. Is de rij dubbel of geannuleerd, haal ze weg. Wis anders dit woord.
rule-remark-corrects = “{ $value }”: deze opmerking verbetert de rij, of trekt ze in twijfel.
    .title = Opmerking die de rij verbetert
    .why = Het register neemt wat in de cellen staat, en niet wat de opmerking zegt.
    .hint = Vergelijk met de papieren fiche. Verbeter de cel waarover de opmerking gaat, en wis dan de opmerking.
rule-sex-against-relation = Het geslacht “{ $value }” past niet bij de verwantschap “{ $relation }”.
    .title = Geslacht tegen verwantschap
    .why = Een van beide is fout. De persoon is ingeschreven met het geslacht van zijn cel.
    .hint = Verbeter het geslacht of de verwantschap.
rule-sex-coded = De geslachten zijn nummers, zo begrepen: { $value }.
    .title = Geslachten als nummers
    .why = Betekenen uw nummers iets anders, dan zijn alle geslachten van het blad verkeerd.
    .hint = Vergelijk twee of drie rijen met de fiches. Het veiligst is M of F te schrijven.
rule-sex-codes-unclear = De betekenis van de geslachten van dit blad is niet te achterhalen: { $value }.
    .title = Onduidelijke codes van het geslacht
    .why = De personen zijn ingeschreven zonder geslacht.
    .hint = Schrijf M of F.
rule-number-became-date = { $n ->
    [one] Het nummer is een datum geworden: { $value }.
   *[other] { $n_shown } nummers van de kolom zijn datums geworden (het eerste: { $value }).
  }
    .title = Nummer werd een datum
    .why = Het rekenblad nam een nummer als 12/3 voor een datum; het geschreven nummer is verloren.
    .hint = Geef de kolom het formaat tekst en schrijf de nummers opnieuw volgens het register.
rule-number-rounded = { $n ->
    [one] Het getal { $value } is afgerond.
   *[other] { $n_shown } getallen van de kolom zijn afgerond (het eerste: { $value }).
  }
    .title = Getal afgerond door het rekenblad
    .why = Een te lang getal verliest zijn laatste cijfers.
    .hint = Geef de kolom het formaat tekst en schrijf de getallen opnieuw voluit.
rule-leading-zeros-lost = { $n ->
    [one] Het nummer { $value } heeft geen nullen vooraan zoals de andere.
   *[other] { $n_shown } nummers van de kolom hebben geen nullen vooraan zoals de andere (het eerste: { $value }).
  }
    .title = Nullen vooraan ontbreken
    .why = De andere nummers van de kolom beginnen met nullen. Het rekenblad laat ze vaak weg, en 00123 en 123 kunnen twee nummers zijn.
    .hint = Ontbreken de nullen bij vergissing, geef de kolom dan het formaat tekst en schrijf deze nummers opnieuw met hun nullen.
rule-text-cut = { $n ->
    [one] De tekst is waarschijnlijk afgeknipt: hij vult de hele cel.
   *[other] { $n_shown } teksten van de kolom zijn waarschijnlijk afgeknipt: ze vullen de hele cel.
  }
    .title = Tekst afgeknipt
    .why = Een oud programma knipt een tekst af na 255 tekens.
    .hint = Vergelijk het einde van de tekst met de fiche en vul het aan.
rule-hidden-rows = { $n ->
    [one] Blad “{ $value }”: { $n_shown } verborgen of gefilterde rij wordt gelezen zoals de andere.
   *[other] Blad “{ $value }”: { $n_shown } verborgen of gefilterde rijen worden gelezen zoals de andere.
  }
    .title = Verborgen rijen
    .why = Ze worden ingeschreven zoals de zichtbare rijen; soms verbergt men rijen om ze weg te laten.
    .hint = Maak ze zichtbaar (Gegevens, Filter wissen). Wis de rijen die niet mogen meetellen.
rule-hidden-columns = { $n ->
    [one] De verborgen kolom { $value } wordt gelezen zoals de andere.
   *[other] { $n_shown } verborgen kolommen ({ $value }) worden gelezen zoals de andere.
  }
    .title = Verborgen kolommen
    .why = Wat erin staat telt mee, ook al ziet men het niet.
    .hint = Maak ze zichtbaar en kijk de inhoud na, of wis ze.
rule-formula-not-computed = { $n ->
    [one] Blad “{ $value }”: { $n_shown } formule is nooit berekend; haar waarde ontbreekt.
   *[other] Blad “{ $value }”: { $n_shown } formules zijn nooit berekend; hun waarden ontbreken.
  }
    .title = Formules niet berekend
    .why = Het programma dat het bestand schreef heeft de formules niet berekend; het rekenblad berekent ze bij het openen.
    .hint = Open het bestand in het rekenblad, sla het op en importeer het opnieuw.
rule-correction-not-applied = { $n ->
    [one] De correctie van cel “{ $place }” in de werkmap “{ $workbook }” kon niet worden overgenomen.
   *[other] De correctie van cel “{ $place }” in de werkmap “{ $workbook }” en andere, samen { $n_shown }, konden niet worden overgenomen.
  }
    .title = Correctie niet overgenomen
    .why = Het oorspronkelijke bestand is sindsdien veranderd: wat verbeterd was, staat er niet meer.
    .hint = Vergelijk de rij met de papieren fiche. Blijft de correctie juist, schrijf ze dan in het oorspronkelijke bestand.
rule-cell-correction-refused = { $cause ->
    [sheet] De correctie “{ $value }” van cel “{ $place }”, door { $author }, is niet toegepast: het bestand heeft dat blad niet ({ $from }).
    [row] De correctie “{ $value }” van cel “{ $place }”, door { $author }, is niet toegepast: de rij is leeg in het blad ({ $from }).
    [merged] De correctie “{ $value }” van cel “{ $place }”, door { $author }, is niet toegepast: de cel ligt onder de samengevoegde cel { $now } ({ $from }).
   *[text] De correctie “{ $value }” van cel “{ $place }”, door { $author }, is niet toegepast: ze vervangt “{ $old }”, maar in de cel staat “{ $now }” ({ $from }).
  }{ $n ->
    [one] { "" }
   *[other] { " " }In totaal zijn er zo { $n_shown } correcties, met die welke volgen.
  }
    .title = Getypte correctie geweigerd
    .why = Een correctie geldt alleen zolang de tekst die ze vervangt in de cel staat. De cel blijft zoals ze is.
    .hint = Vergelijk met de papieren fiche. Is de cel nog fout, typ dan een nieuwe correctie.
rule-cell-corrections-outdated = { $n ->
    [one] Eén correctie die voor een vroegere inhoud van dit bestand getypt werd, wordt niet meer toegepast ({ $place }).
   *[other] { $n_shown } correcties die voor een vroegere inhoud van dit bestand getypt werden, worden niet meer toegepast (de eerste: { $place }).
  }
    .title = Correcties van een vroegere inhoud
    .why = Het bestand werd opnieuw ingestuurd met een andere inhoud. Een correctie geldt alleen voor de inhoud waarvoor ze getypt werd.
    .hint = Controleer het nieuwe bestand en verbeter wat nog fout is. Was het oude bestand het juiste, zet het dan terug.
rule-cell-corrections-no-file = { $cause ->
    [replaced] { $n ->
        [one] Eén correctie voor “{ $file }” wordt niet toegepast: de correctiewerkmap “{ $by }” vervangt dat bestand.
       *[other] { $n_shown } correcties voor “{ $file }” worden niet toegepast: de correctiewerkmap “{ $by }” vervangt dat bestand.
      }
   *[missing] { $n ->
        [one] Eén correctie voor “{ $file }” wordt niet toegepast: dat bestand is er niet.
       *[other] { $n_shown } correcties voor “{ $file }” worden niet toegepast: dat bestand is er niet.
      }
  }
    .title = Correcties zonder bestand
    .why = Een getypte correctie wordt toegepast op een aanwezig bestand, hoe het ook heet, als zijn inhoud dezelfde is.
    .hint = Zet het bestand terug in data-raw, of laat deze correcties staan: ze veranderen niets.
rule-cell-correction-unreadable = { $cause ->
    [not-csv] “{ $value }” is geen CSV-bestand: het wordt niet gelezen.
    [cut] De laatste regel is onvolledig, zoals na een stroomonderbreking: “{ $value }”.
    [cells] De regel heeft niet het juiste aantal cellen: “{ $value }”.
    [sha256] De vingerafdruk van het bestand (sha256) is niet leesbaar: “{ $value }”.
    [row] Het rijnummer (row) is niet leesbaar: “{ $value }”.
    [column] De letters van de kolom (column) zijn niet leesbaar: “{ $value }”.
    [author] De auteur ontbreekt (author): “{ $value }”.
    [at] Het moment ontbreekt (at): “{ $value }”.
   *[same] De oude en de nieuwe tekst zijn dezelfde: “{ $value }”.
  }
    .title = Getypte correctie onleesbaar
    .why = Deze regel van het correctiebestand wordt niet toegepast. De andere wel.
    .hint = Verbeter de regel in het correctiebestand, of typ de correctie opnieuw op de pagina.
rule-row-cancelled = De rij zegt dat ze niet meetelt: “{ $value }”. Ze wacht in quarantaine.
    .title = Geannuleerde rij
    .why = De persoon of de akte zou geteld worden, terwijl het papier zegt dat ze geannuleerd is.
    .hint = Is de rij geannuleerd of dubbel, haal ze dan uit het bestand. Wis anders dit woord of deze strepen.
rule-stillborn = “{ $value }”: het kind is doodgeboren. De rij wacht in quarantaine.
    .title = Doodgeboren kind
    .why = Een doodgeboren kind is geen tijdig aangegeven geboorte en geen inwoner.
    .hint = Is het kind doodgeboren, haal de rij dan uit dit bestand: doodgeboren kinderen hebben een eigen register. Is het levend geboren, wis dan dit woord.
rule-remark-as-name = De cel van de naam bevat een opmerking en geen naam: “{ $value }”.
    .title = Opmerking in plaats van een naam
    .why = De opmerking zou ingeschreven worden als een persoon die niet bestaat.
    .hint = Is het een opmerking, schrijf ze dan onder “Opmerkingen” of wis de rij. Is het een naam, vul dan de rij aan: geslacht en geboortedatum.
rule-continued-line = “{ $value }” lijkt het vervolg van de rij erboven: geen nummer, geen geslacht, geen datum.
    .title = Vervolg van de rij erboven
    .why = Het vervolg van een akte zou als een andere persoon ingeschreven worden.
    .hint = Zet deze tekst in de rij erboven en wis deze rij. Is het een andere persoon, vul dan de rij aan.
rule-two-persons-perhaps = De cel “{ $value }” bevat twee voornamen: één persoon of twee?
    .title = Misschien twee personen in één cel
    .why = Zijn het twee personen, dan staat een van hen in geen enkele rij.
    .hint = Zijn het twee personen, schrijf dan één rij per persoon. Is het er één, scheid de voornamen dan met een spatie.
rule-two-dates = De cel bevat twee verschillende datums: “{ $value }”.
    .title = Twee datums in één cel
    .why = Een van beide datums is fout, of de rij bevat twee personen.
    .hint = Bewaar de juiste datum. Zijn het twee personen, schrijf dan één rij per persoon.
rule-prenom-ditto = “{ $value }” herhaalt de voornaam van de rij erboven: de voornaam blijft leeg.
    .title = Herhaalde voornaam
    .why = Broers en zussen hebben niet dezelfde voornaam.
    .hint = Schrijf de voornaam van deze persoon.
rule-names-swapped = De naam en de voornaam lijken van plaats verwisseld: “{ $value }” staat niet in zijn kolom.
    .title = Naam en voornaam misschien omgewisseld
    .why = De persoon zou onder de voornaam staan.
    .hint = Vergelijk met de papieren fiche. Is het fout, zet dan elk deel van de naam in zijn kolom.
rule-spouse-of-same-sex = De partner heeft hetzelfde geslacht als het hoofd van het huishouden: “{ $value }”.
    .title = Partner van hetzelfde geslacht
    .why = Een van beide geslachten of de verwantschap is fout.
    .hint = Vergelijk met de papieren fiche en verbeter.
rule-parent-too-young = De ouder “{ $value }” is te jong voor het hoofd van het huishouden, geboren in { $born }.
    .title = Ouder te jong
    .why = Een van beide datums of de verwantschap is fout.
    .hint = Vergelijk met de papieren fiche en verbeter.
rule-very-old = De geboortedatum “{ $value }” geeft { $age } jaar, meer dan { $limit }.
    .title = Zeer hoge leeftijd
    .why = Bijna niemand wordt zo oud: het jaar is vaak een fout.
    .hint = Vergelijk het jaar met de papieren fiche (vaak de eeuw).
rule-row-struck = { $n ->
    [one] Rij { $rows } is doorgehaald: ze wacht
   *[other] { $n_shown } rijen zijn doorgehaald (rijen { $rows }{ $more ->
        [0] {""}
        [one] {" "}en nog één
       *[other] {" "}en nog { $more_shown }
    }): ze wachten
  } in quarantaine.
    .title = Doorgehaalde rij
    .why = Een rij die de agent heeft doorgehaald, telt niet mee.
    .hint = Telt de rij niet mee, haal ze dan uit het bestand. Verwijder anders de doorhaling (Opmaak, Lettertype, Doorhalen).

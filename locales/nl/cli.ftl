### Terminal: hulp, samenvatting, controles.

cli = Van huishoudfiches en geboorteregisters naar het bevolkingsregister, zonder een rij te verliezen.
cli-run = Alle bestanden lezen, daarna het register en het rapport opslaan
cli-check = Bestanden controleren: elke fout tonen en wat te doen, zonder het register aan te raken
cli-correct = Een cel van een blad verbeteren, een correctie ongedaan maken of ze tonen; het bestand blijft zoals het is
cli-report = De rapporten van de gebruikte versie opnieuw maken
cli-export = Een tabel van het register exporteren
cli-verify = Nagaan of het register gaaf is en geen rij verloren ging
cli-evaluate = De kwaliteit meten op een verzonnen gemeente (voor wie het programma maakt)
cli-heading-usage = Gebruik:
cli-word-command = OPDRACHT
cli-word-options = OPTIES
cli-word-FILE = BESTAND
cli-word-DIR = MAP
cli-word-PERIOD = PERIODE
cli-word-TABLE = TABEL
cli-word-ID = NUMMER
cli-word-TEXT = TEKST
cli-word-DATE = DATUM
cli-word-FROM = VAN
cli-word-TO = NAAR
cli-word-N = N
cli-word-ROW = RIJ
cli-word-SHARE = AANDEEL
cli-word-SHEET = BLAD
cli-word-WHY = WAAROM
cli-heading-commands = Opdrachten:
cli-heading-arguments = Argumenten:
cli-heading-options = Opties:
cli-arg-help = Deze hulp tonen
cli-arg-version = De versie tonen
cli-arg-raw = Map met de ontvangen bestanden, met census, births en reference (standaard: data-raw)
cli-arg-clean = Map van het register; alleen het programma schrijft erin (standaard: data-clean)
cli-arg-config = Bestand met instellingen (standaard: bato.toml in de map waar u bent)
cli-arg-lang = Taal van de berichten: fr, nl of en
cli-arg-quiet = Geen voortgang en geen informatie tonen
cli-arg-threads = Aantal taken tegelijk (standaard: zoveel als de computer kan)
cli-arg-who = Uw naam, voor het logboek van de opzoekingen (standaard: die van uw account)
cli-arg-why = Waarom, voor het logboek van de opzoekingen
cli-arg-force = Het uitvoerbestand vervangen als het al bestaat en niet van dezelfde soort is
cli-run-arg-no_cache = Alle bestanden opnieuw lezen, ook de ongewijzigde
cli-run-arg-accept_removals = Aanvaarden dat wie in geen enkel bestand meer staat uit het register geschrapt wordt, en beslissingen die er niet meer zijn; “=12”: alleen als het er precies 12 zijn
cli-check-arg-files = Te controleren bestanden (.xlsx, .xls, .ods of .csv), of mappen: al hun bestanden
cli-check-arg-explain = Ook tonen hoe elk bestand gelezen werd
cli-check-arg-out = Map van de correctiewerkmappen (standaard: naast elk bestand)
cli-correct-arg-file = Bestand, met zijn pad onder data-raw; alleen: de lijst van zijn correcties
cli-correct-arg-sheet = Naam van het blad; "" voor een CSV-bestand
cli-correct-arg-row = Rijnummer, zoals in het rekenblad
cli-correct-arg-column = Letters van de kolom, zoals C
cli-correct-arg-new = De nieuwe tekst; "" maakt de cel leeg
cli-correct-arg-old = De tekst die in de cel stond: staat hij er niet meer, dan wordt niets geschreven
cli-correct-arg-undo = Nummer van de correctie die ongedaan wordt gemaakt
cli-correct-arg-author = Wie verbetert (standaard: de naam van de gebruiker)
cli-correct-arg-reason = Waarom, bijvoorbeeld “papieren fiche”
cli-report-arg-out = Map voor de rapporten (standaard: reports in de map van het register)
cli-export-arg-table = persons, households, births, events, lineage, quarantine, findings, links, aggregates of een andere tabel (een foute naam geeft de lijst)
cli-export-arg-format = Bestandsformaat: csv, parquet, xlsx of jsonl (standaard: csv)
cli-export-arg-out = Te schrijven bestand (standaard: op het scherm)
cli-evaluate-arg-truth = Waarheid: map met census.csv (en births.csv, twins.csv), of één .csv-bestand (standaard: tests/truth)
cli-evaluate-arg-json = De metingen als JSON tonen
cli-wrong-argument = de optie “{ $argument }” bestaat niet.
cli-wrong-command = de opdracht “{ $argument }” bestaat niet.
cli-no-command = er is geen opdracht gegeven.
cli-missing-argument = dit ontbreekt: { $argument }.
cli-wrong-value = de waarde “{ $value }” past niet bij { $argument }.
cli-see-help = Voor de opdrachten en hun opties: bato --help
word-error = Fout:
word-hint = Wat te doen:
place-file = bestand
place-line = rij { $row }
place-line-column = rij { $row }, kolom { $column } ({ $column }{ $row })
place-sheet = blad “{ $sheet }”
place-sheet-row = { $sheet }, rij { $row }
stage-read = Lezen
stage-link = Koppelen
stage-register = Register
stage-publish = Opslaan
stage-report = Rapport
progress-left = nog
progress-files = bestanden: { $files_shown }, rijen: { $rows_shown }
summary-title = Register opgeslagen: versie { $generation }
summary-files = Gelezen bestanden: { $n_shown }
summary-equation = Gelezen rijen: { $rows_shown } = { rows-ignored } + { $quarantined_shown } in quarantaine + { rows-registered } + { rows-merged }
summary-equation-census = {"  "}huishoudfiches: { $rows_shown } = { $ignored_shown } + { $quarantined_shown } + { $registered_shown } + { $merged_shown }
summary-equation-births = {"  "}geboorteakten: { $rows_shown } = { $ignored_shown } + { $quarantined_shown } + { $registered_shown } + { $merged_shown }
summary-equation-events = {"  "}gebeurtenissen: { $rows_shown } = { $ignored_shown } + { $quarantined_shown } + { $registered_shown } + { $merged_shown }
summary-events = Gebeurtenissen: { $n_shown }, waarvan { $alone_shown } van een persoon die uit geen fiche en geen akte bekend is
summary-likely-dead = Inwoners die waarschijnlijk overleden zijn, te bezoeken: { $n_shown } (“bato export likely_dead --format xlsx -o te-bezoeken.xlsx”)
summary-persons = Personen in het register: { $n_shown }, in { $households_shown } { $households ->
    [one] huishouden
   *[other] huishoudens
  }
summary-acts = Geboorteakten: { $n_shown }, waarvan { $on_time_shown } tijdig en { $late_shown } laattijdig ({ $rate } tijdig){ $unknown ->
    [0] {""}
   *[other] , { $unknown_shown } zonder bruikbare datum
  }{ $duplicates ->
    [0] {""}
   *[other] ; { $duplicates_shown } tweemaal aangegeven en eenmaal geteld
  }
summary-same-content = “{ $path }” heeft dezelfde inhoud als “{ $first }”: de rijen tellen dubbel. Verwijder een van beide.
summary-sheet-without-table = { $path }, blad “{ $sheet }”: geen lijst van personen of geboorten ({ $reason })
summary-file-without-table = { $path }: geen lijst van personen of geboorten ({ $reason })
summary-withdrawn = Geschrapte personen, van wie de laatste rij er niet meer is: { $n_shown }
summary-next = En nu:
summary-next-unreadable = {"  "}- { $n ->
    [one] Eén bestand kon
   *[other] { $n_shown } bestanden konden
  } niet gelezen worden: herstel zoals hierboven gezegd en start “bato run” opnieuw.
summary-next-quarantine = {"  "}- { $n ->
    [one] Eén rij wacht
   *[other] { $n_shown } rijen wachten
  } in quarantaine. Bekijk ze met “bato export quarantine --format xlsx -o quarantaine.xlsx”, of met “bato check data-raw”, dat de correctiewerkmappen schrijft. Verbeter in die werkmappen, volgens de papieren fiche, bewaar ze en start “bato run” opnieuw.
summary-next-review = {"  "}- { $n ->
    [one] Eén paar rijen is twijfelachtig
   *[other] { $n_shown } paren rijen zijn twijfelachtig
  } (misschien dezelfde persoon): “bato review”.
summary-next-report = {"  "}- Het rapport staat in { $path }
summary-astray = { $n ->
    [one] Let op: een bestand wordt niet gelezen, want het ligt niet in “census”, “births” of “events”.
   *[other] Let op: { $n_shown } bestanden worden niet gelezen, want ze liggen niet in “census”, “births” of “events”.
  } Verplaats wat moet meetellen naar de juiste van deze mappen, neem de rest weg en start “bato run” opnieuw:
summary-settings-changed = Let op: deze instellingen zijn niet meer die van versie { $generation }: { $list }. Hebt u ze niet gewijzigd, kijk dan of bato.toml er staat en of dit de juiste map is.
summary-reference-changed = Let op: referentietabellen zijn niet meer die van versie { $generation }: { $list }. De cijfers kunnen veranderen zonder dat een fiche veranderd is. Zet ze terug als u ze niet veranderd hebt.
summary-corrections-gone = { $n ->
    [one] Let op: een getypte verbetering van de laatste versie staat in geen enkel bestand van data-raw/corrections meer: { $list }. Zet de regel terug als ze niet met opzet verwijderd is.
   *[other] Let op: { $n_shown } getypte verbeteringen van de laatste versie staan in geen enkel bestand van data-raw/corrections meer: { $list }. Zet de regels terug als ze niet met opzet verwijderd zijn.
  }
summary-events-of-others = { $n ->
    [one] Let op: een gebeurtenis draagt het nummer van een persoon met andere namen of een ander geslacht: { $list }. Het nummer telt: vergelijk met het papier en verbeter een van de twee.
   *[other] Let op: { $n_shown } gebeurtenissen dragen het nummer van een persoon met andere namen of een ander geslacht: { $list }. Het nummer telt: vergelijk met het papier en verbeter een van de twee.
  }
summary-idle-pin = Let op: in de instellingen liggen kolommen vast voor het bestand { $file }, dat er niet is. { $renamed ->
    [yes] { $now } heeft de inhoud die het had: is het hernoemd, schrijf dan die naam in bato.toml (ingest.pin).
   *[no] Is het hernoemd, schrijf dan de nieuwe naam in bato.toml (ingest.pin).
  }
summary-unknown-files = { $n ->
    [one] Let op: één bestand wordt niet gelezen, want zijn naam of formaat is er geen van zijn map.
   *[other] Let op: { $n_shown } bestanden worden niet gelezen, want hun naam of formaat is er geen van hun map.
  } “reference” bevat { $names }, zo geschreven; “decisions” bevat CSV-bestanden: een werkmap met beoordeelde paren importeert u met “bato review --import”. Hernoem of verwijder wat volgt en start “bato run” opnieuw:
summary-next-no-report = {"  "}- Het register is opgeslagen, maar het rapport kon niet geschreven worden: { $said }
    Start daarna “bato report”.
check-equation = Gelezen rijen: { $rows_shown } = { rows-ignored } + { $quarantined_shown } in quarantaine + { $registered_shown } goed voor het register
check-what-to-do = Wat te doen:
check-hint = - { $title } ({ $n_shown }): { $hint }
check-nothing = Niets te verbeteren.
report-written = Rapport geschreven: { $path }
release-written = Publicatie nr. { $number } geschreven: { $path }
dhis2-written = { $n_shown } waarden van de publicatie { $path }; { $hidden } niet getoonde cijfers zijn weggelaten.
cli-export-arg-map = Voor “export dhis2”: tabel van gegevenselementen en eenheden
cli-export-arg-release = Voor “export dhis2”: map van de publicatie (anders: de laatste)
release-changes = { $n ->
    [one] { $n_shown } persoon of akte is veranderd sinds de vorige publicatie.
   *[other] { $n_shown } personen of akten zijn veranderd sinds de vorige publicatie.
  }
release-without-ledger = Let op: het register is aan versie { $generation }, maar er is geen boek van de publicaties gevonden. Deze publicatie geldt als de eerste. Als er al andere vertrokken zijn, haal dan de map data-clean/releases uit een back-up voor u deze doorgeeft.
cli-release = Een publicatie maken: afgeronde cijfers zonder namen, voor Brussel of de coördinator
cli-release-arg-period = Periode: 2018, 2018-S2, 2018-T4 of 2018-12 (anders: het kwartaal van de laatste aangiften die de publicatie toont)
cli-release-arg-out = Map van de publicaties (anders: releases, naast de map van het register)
cli-release-arg-new_settings = De samengevoegde wijken of de wettelijke regels van publicaties voorgoed veranderen: zeg waarom
cli-release-arg-without_ledger = De publicatie maken hoewel het boek van de publicaties ontbreekt of beschadigd is: zeg waarom
release-residents-of = Te weinig inwoners zijn veranderd: de bevolking en de kinderen zijn die van publicatie nr. { $number }.
export-written = Tabel “{ $table }”: { $n_shown } { $n ->
    [one] rij
   *[other] rijen
  } geschreven in { $path }
verify-generation = Versie { $generation } van het register
verify-recovered = { $cause }. Het programma heeft de laatste gave versie genomen.
recovery-missing = De aanduiding van de gebruikte versie ontbrak
recovery-unreadable = De aanduiding van de gebruikte versie was onleesbaar
recovery-damaged = De gebruikte versie was beschadigd
recovery-replaced = Een oude kopie van het register was op de plaats van deze versie gezet
verify-mark-ok = goed{"  "}
verify-mark-failed = FOUT{"  "}
verify-sound = Het register is gaaf.
verify-ledger-damaged = De tabellen van het register zijn intact, maar het boek van de publicaties is beschadigd.
verify-others-damaged = De versie in gebruik is gaaf. Een andere bewaarde versie is beschadigd: opnieuw starten herstelt ze niet. Een back-up van toen bevat ze; niets anders hangt ervan af.
verify-damaged = Het register is beschadigd. Wis niets: start “bato run” opnieuw, die vertrekt van de laatste gave versie.
evaluate-no-outcome = Rijen van de waarheid die geen status kregen: { $n_shown } van { $total_shown }
evaluate-no-data = Ingeschreven rijen zonder gegevens: { $n_shown }
evaluate-good = Goede rijen ingeschreven of samengevoegd: { $n_shown } van { $total_shown } ({ $share } %)
evaluate-bad = Slechte rijen in quarantaine: { $n_shown } van { $total_shown } ({ $share } %)
evaluate-bad-rule = {"  "}waarvan om de juiste reden: { $n_shown } ({ $share } %)
evaluate-census = Fiches met fiches: precisie { $precision }, recall { $recall }, F1 { $f1 } ({ $found_shown } paren, { $truth_shown } ware)
evaluate-acts = Akten met akten: precisie { $precision }, recall { $recall }, F1 { $f1 } ({ $found_shown } paren, { $truth_shown } ware)
evaluate-act-census = Akten met fiches: precisie { $precision }, recall { $recall }, F1 { $f1 } ({ $found_shown } paren, { $truth_shown } ware)
evaluate-twins = Paren van tweelingen die één persoon werden: { $n_shown } van { $total_shown }
evaluate-persons = Getelde personen: { $n_shown } gevonden, { $total_shown } ware ({ $share } %)
evaluate-timeliness = Akten anders ingedeeld dan de waarheid: { $n_shown } van { $total_shown }
evaluate-clusters-census = Personen van de fiches: { $right_shown } helemaal juist van { $truth_shown } ({ $share } %), { $found_shown } gevonden
evaluate-clusters-all = Personen van fiches en akten: { $right_shown } helemaal juist van { $truth_shown } ({ $share } %), { $found_shown } gevonden
evaluate-clusters-rows = {"  "}per rij (B³): precisie { $precision }, recall { $recall }, F1 { $f1 }
evaluate-clusters-several = {"  "}personen met meer rijen: precisie { $precision }, recall { $recall }, F1 { $f1 }
evaluate-clusters-largest = {"  "}de grootste persoon: { $n_shown } rijen (ware: { $total_shown })
evaluate-thresholds = Paren per drempel van de kans, voor er personen van gemaakt zijn:
evaluate-column-threshold = drempel
evaluate-column-precision = precisie
evaluate-column-recall = recall
evaluate-column-f1 = F1
evaluate-column-found = gevonden
evaluate-column-false = foute
evaluate-column-missed = gemist
evaluate-column-from = van
evaluate-column-to = tot
evaluate-column-pairs = paren
evaluate-column-announced = voorspeld
evaluate-column-true = waar
evaluate-column-low = min. 95 %
evaluate-column-high = max. 95 %
evaluate-stored-from = {"  "}Alleen paren vanaf { $from } worden bewaard: de andere tellen als gemist.
evaluate-reliability = Voorspelde kans en het deel van de paren dat waar is:
evaluate-calibration = {"  "}Brierscore: { $brier }; gemiddeld verschil tussen voorspeld en waar: { $error } (0 is het best).
evaluate-errors = Verkeerde paren: { $n_shown } foute, { $missed_shown } gemiste
evaluate-false = Fout, { $cause }: { $n_shown }
evaluate-missed = Gemist, { $cause }: { $n_shown }
evaluate-differing = wat verschilt: { $differing }
evaluate-differing-one = { $difference } { $n_shown }
evaluate-cause-twin = tweelingen samengevoegd
evaluate-cause-homonym = naamgenoten samengevoegd
evaluate-cause-same_household = twee personen van één huishouden samengevoegd
evaluate-cause-other = andere personen samengevoegd
evaluate-cause-left_out = een rij staat niet in het register
evaluate-cause-not_compared = nooit vergeleken, of te onwaarschijnlijk om bewaard te worden
evaluate-cause-set_aside_by_rule = door een regel uit elkaar gehouden
evaluate-cause-set_aside_by_person = door een persoon uit elkaar gehouden
evaluate-cause-below_threshold = onder de drempel
evaluate-difference-moved = wijk
evaluate-difference-name_part_missing = deel van de naam ontbreekt
evaluate-difference-name_spelt_otherwise = naam anders geschreven
evaluate-difference-birth_date = geboortedatum
evaluate-difference-several = meer dan één
evaluate-difference-none_of_these = niets hiervan
evaluate-difference-unknown = onbekend

## bato template

cli-template = Een model om in te vullen schrijven, met lijsten en een gebruiksaanwijzing
cli-template-arg-kind = census (huishoudfiches), births (geboorteregister) of events (gebeurtenissen)
cli-template-arg-out = Te schrijven bestand (standaard: model-volkstelling.xlsx of model-geboorten.xlsx, in de map waar u bent)
cli-template-arg-rows = Aantal lege rijen (standaard: 500)
cli-template-arg-force = Het bestand vervangen als het al bestaat
explain-title = Hoe dit bestand gelezen werd:
explain-sheet = Blad “{ $sheet }”
explain-table = Tabel: titels op rij { $heading }, { $n ->
    [0] geen rij met gegevens
    [one] één rij met gegevens (rij { $first })
   *[other] { $n_shown } rijen met gegevens (rijen { $first } tot { $last })
  }
explain-no-table = Geen tabel herkend.
explain-column = { $column }  “{ $heading }”: { $field } ({ $why })
explain-left-out = Rijen weggelaten of in quarantaine: { $n_shown }
explain-reason = { $reason }: { $n ->
    [one] rij
   *[other] rijen
  } { $rows }
explain-to = tot
explain-same = Dezelfde titels komen verder { $n_shown } keer terug.
cli-rules = De controleregels tonen, of er één uitleggen
cli-rules-arg-rule = Uit te leggen regel (standaard: alle)
rules-scope-row = rij
rules-scope-household = huishouden
rules-scope-file = bestand
rules-scope-files = bestanden
rules-scope-reading = lezen
rules-setting = Om de ernst te wijzigen, in bato.toml onder [validate.severity]: { $setting }

cli-link = Dubbele inschrijvingen in een lijst zoeken, of twee lijsten koppelen
cli-link-arg-settings = Wat elke kolom bevat (zie docs/link.md)
cli-link-arg-inputs = Eén lijst, of twee om te koppelen (.csv, .xlsx, .xls, .ods of .parquet)
cli-link-arg-out = Te schrijven bestand, .csv, .xlsx, .parquet of .jsonl; de paren en de gewichten komen ernaast
cli-link-arg-truth = Kolom met de waarheid: zelfde waarde, zelfde persoon (om te meten)
cli-link-arg-model = Eerder geleerde gewichten (het bestand .model.json); anders worden ze geleerd
cli-link-arg-json = Het resultaat in JSON geven
cli-word-SETTINGS = INSTELLINGEN
cli-word-INPUT = LIJST
cli-word-COLUMN = KOLOM

link-summary =
    Gelezen rijen: { $rows_shown }; personen: { $clusters_shown }; dubbele inschrijvingen: { $duplicates_shown }.
    Twijfelachtige paren, te beoordelen: { $review_shown }; paren uit elkaar gehouden door een regel: { $apart_shown }.
link-no-pass =
    Geen enkel paar is vergeleken: de waarden van deze kolommen komen te vaak voor om te kiezen welke rijen te vergelijken. Er is niets geschreven, en de lijst kan dubbele inschrijvingen bevatten.
    Voeg aan de instellingen een kolom toe die rijen onderscheidt: een naam, een datum, een nummer.
link-long-texts = De kolom “{ $column }” bevat teksten van meerdere woorden. Ze worden in hun geheel vergeleken, als één woord: twee teksten die in één woord verschillen gelden als verschillend, en hun dubbele inschrijvingen kunnen ontbreken.
link-passes = Waar de paren gezocht zijn:
link-pass = { $name }: { $pairs_shown } { $pairs ->
        [one] nieuw paar
       *[other] nieuwe paren
    }, waarvan { $links_shown } aangenomen{ $divided ->
        [0] {""}
       *[other] {" "}(verdeelde blokken: { $divided_shown })
    }
link-pass-true = {" "}; { $share } van de ware paren
link-written =
    Rijen met hun groep: { $out }
    Paren met hun gewichten: { $pairs }
    Geleerde gewichten: { $model }
cli-link-arg-by_keys = Met --model: de paren kiezen met de sleutels van het model, zoals tussen meerdere machines (zie docs/country.md)
link-no-frequencies = Dit model is oud: het zegt niet hoe vaak elke waarde voorkomt. Dat is in deze lijst geteld.
cli-export-arg-model = Met keys: het model van “bato link”
cli-export-arg-list = Met keys: deze lijst exporteren in plaats van het register
cli-export-arg-commune = Met keys: naam van de gemeente, vóór elk nummer geschreven (anders: die van de instellingen)
export-keys-written = { $persons_shown } personen en { $keys_shown } sleutels geschreven in { $path }
cli-model = Modellen van “bato link” tot één samenvoegen
cli-model-arg-what = merge: de frequenties van meerdere modellen optellen
cli-model-arg-models = Bestanden .model.json
cli-model-arg-out = Te schrijven model
model-merged = Model van { $rows_shown } rijen: { $path }
cli-score = Paren een score geven: een Arrow-stroom in, een Arrow-stroom uit (zie docs/country.md)
cli-score-arg-model = Model van “bato link” of van “bato model merge”
cli-cluster = Groepen maken van paren die elders een score kregen (zie docs/country.md)
cli-cluster-arg-model = Model waarmee de paren hun score kregen
cli-cluster-arg-pairs = Paren met hun score: een bestand .parquet of een map met zulke bestanden
cli-cluster-arg-persons = Personen van elke gemeente: de bestanden persons.parquet van “bato export keys”
cli-cluster-arg-aliases = Nationale aliassen van vroeger, die blijven
cli-cluster-arg-out = Te schrijven bestand, .csv, .xlsx, .parquet of .jsonl; de paren en de aliassen komen ernaast
cluster-summary = { $pairs_shown } paren van { $persons_shown } personen: { $clusters_shown } groepen, { $linked_shown } personen in een groep.
cluster-written =
    Personen met hun groep: { $out }
    Paren met hun gewichten: { $pairs }
    Nationale aliassen: { $aliases }
cli-keys = Tellen tussen gemeenten zonder namen: sleutels van een ronde, geheim, paren (zie docs/country.md)
cli-keys-arg-round = Naam van de ronde, dezelfde in alle gemeenten: de sleutels van de inwoners schrijven
cli-keys-arg-secret = Geheim van een bureau; minstens twee, van twee bureaus
cli-keys-arg-commune = Naam van de gemeente (anders: die van de instellingen)
cli-keys-arg-truth = Waarheid van een verzonnen gemeente, om te meten
cli-keys-arg-new_secret = Het geheim van dit bureau trekken en in dit bestand schrijven
cli-keys-arg-pairs = Paren die van de coördinator terugkwamen: de personen schrijven
cli-keys-arg-numbers = Met --pairs: het bestand numbers.csv van de ronde
cli-keys-arg-out = Te vullen map; met --pairs, te schrijven bestand
cli-overlap = De personen tellen die in twee gemeenten ingeschreven zijn, met de sleutels van een ronde (zie docs/country.md)
cli-overlap-arg-communes = Wat elke gemeente stuurde: mappen met keys.parquet en round.json
cli-overlap-arg-out = Te vullen map
cli-overlap-arg-truth = Voor verzonnen gemeenten: numbers.csv van elk, in dezelfde volgorde
cli-overlap-arg-json = Het resultaat in JSON geven
keys-secret-written = Geheim geschreven in { $path }. Bewaar het, en stuur het naar de andere bureaus in een verzegeld pakket, nooit naar de coördinator.
keys-made = { $persons_shown } inwoners, waarvan { $with_keys_shown } met een sleutel; { $keys_shown } sleutels.
keys-written =
    Naar de coördinator te sturen: { $leaving }
    In de gemeente te bewaren: { $staying }
keys-pairs-written = { $n_shown } { $n ->
        [one] persoon geschreven
       *[other] personen geschreven
    } in { $path }. Dit bestand bevat namen: het vertrekt alleen in een verzegeld pakket.
overlap-count = { $a } en { $b }: ongeveer { $estimate_shown } personen in beide (van { $low_shown } tot { $high_shown }); gevonden: { $found_shown }; paren weggelaten, omdat een ander even goed past: { $ambiguous_shown }.
overlap-truth = In waarheid { $shared_shown }; precisie { $precision }, recall { $recall }.
overlap-written = Aantallen en nummers van de paren: { $path }
scores-pairs = Paren: precisie { $precision }, recall { $recall }, F1 { $f1 } ({ $found_shown } gevonden, { $truth_shown } ware)
scores-clusters = Personen: { $right_shown } juist tot op de rij van { $truth_shown } ({ $share } %), { $found_shown } gevonden
cli-review = Twijfelachtige paren beoordelen in een werkmap
cli-review-arg-export = De te beoordelen paren in deze werkmap schrijven (.xlsx)
cli-review-arg-most = Hoeveel paren hoogstens te schrijven, de nuttigste eerst (anders: 2.000)
cli-review-arg-sample = Met --export: zoveel paren willekeurig trekken (anders: 300) om zonder hulp te beoordelen; alleen: precisie en recall tonen volgens de laatste beoordeelde steekproef
cli-review-arg-import = De beslissingen van een ingevulde werkmap lezen
cli-review-arg-author = Wie besliste
cli-judge = De twijfelachtige paren een voor een beoordelen
cli-judge-arg-uncertain = De koppelingen nakijken, de minst zekere eerst
cli-judge-arg-agreement = Tonen hoe goed twee medewerkers het over dezelfde paren eens zijn, en waarover niet
cli-word-NAME = NAAM
cli-show = Alles tonen wat van een persoon of huishouden bekend is
cli-show-arg-id = Nummer van de persoon (P-…) of het huishouden (M-…)
cli-show-arg-html = Een pagina schrijven om in een browser te openen
## bato synth

cli-synth = Een gemeente verzinnen met haar waarheid, om te proberen en te meten (voor wie het programma maakt)
cli-synth-arg-persons = Aantal inwoners, van 100 tot 10.000.000
cli-synth-arg-seed = Begingetal: een ander getal geeft een andere gemeente (standaard: 1)
cli-synth-arg-shared_with = Beginwaarde van een andere gemeente, waarvan een deel van de huishoudens ook in deze staat
cli-synth-arg-shared = Aandeel van die huishoudens, van 0 tot 1 (anders: 0,02)
cli-synth-arg-out = Map die gevuld wordt; data-raw en truth komen erin
cli-synth-arg-difficulty = Moeilijkheid: light (weinig fouten), usual (zoals gewoonlijk) of heavy (veel fouten, namen die in de familie worden doorgegeven)
cli-synth-arg-settings = Bestand met de instellingen van de verzonnen gemeente (standaard: die van het programma)
cli-synth-arg-print_settings = De instellingen van het programma tonen, met eenheid en reden
cli-synth-arg-force = Een verzonnen gemeente die er al staat vervangen
synth-made = Verzonnen gemeente: { $persons_shown } inwoners, { $files_shown } bestanden, { $rows_shown } rijen op fiches en { $acts_shown } akten, in { $path }
cli-compare = Gemeenten naast elkaar zetten, volgens hun samengevatte cijfers
cli-compare-arg-communes = Mappen met de rapporten van de gemeenten (of hun bestand aggregates.csv)
cli-compare-arg-out = Map voor de vergelijkende pagina en werkmap
compare-overview = { $commune }: { $persons } personen, { $households } huishoudens; { $censused } van de { $quartiers } wijken geteld
    {"  "}tijdig: { $on_time } (van { $low } tot { $high }) van { $judged } akten met bekende tijd tot aangifte
    {"  "}kinderen zonder akte: { $without } (van { $without_low } tot { $without_high }) van { $children } getelde kinderen
compare-flags = { $n ->
    [0] Geen fout gevonden in de elders gepubliceerde cijfers.
    [one] { $n_shown } fout gevonden in de elders gepubliceerde cijfers.
   *[other] { $n_shown } fouten gevonden in de elders gepubliceerde cijfers.
  }
compare-written = Vergelijking geschreven: { $path }
cli-export-arg-words = Voor het rekenprogramma: titels, woorden en berichten in de gekozen taal, kolommen gescheiden door “;” (csv; een xlsx is altijd zo)
cli-show-arg-details = Ook het gewicht van elke vergelijking tonen, in bits
summary-unchanged = Er is niets veranderd: versie { $generation } van het register blijft in gebruik.
summary-one-fiche = { $n ->
    [one] Een beslissing werd niet gevolgd
   *[other] { $n_shown } beslissingen werden niet gevolgd
  }: beide rijen staan op dezelfde fiche, het zijn twee personen.
recovered-answer = Opgelet: dit antwoord komt uit { $code ->
    [replaced] versie
   *[other] de oudere versie
  } { $generation }. { $cause }. Start “bato run” opnieuw.
clock-behind = Opgelet: de klok van de computer ({ $now }) staat vóór de laatste versie van het register ({ $last }). Zet ze juist.
clock-ahead = Opgelet: de klok van de computer ({ $now }) staat jaren na de laatste versie van het register ({ $last }). Kijk ze na.
ask-why = Om welke reden? (die komt in het logboek van de opzoekingen)
answer-yes = ja j oui o yes y
summary-rulings-gone = { $n ->
    [one] Een beslissing van de laatste versie staat in geen enkel bestand meer:
   *[other] { $n_shown } beslissingen van de laatste versie staan in geen enkel bestand meer:
  }
summary-corrected-cells = { $n ->
    [one] Getypte correcties: één cel is verbeterd gelezen.
   *[other] Getypte correcties: { $n_shown } cellen zijn verbeterd gelezen.
  }
summary-corrections-not-applied = { $n ->
    [one] Eén correctie is niet toegepast: zie waarom met “bato check data-raw”.
   *[other] { $n_shown } correcties zijn niet toegepast: zie waarom met “bato check data-raw”.
  }

# Windows: a window of its own, the folder of the register.
cli-close-window = Druk op Enter om dit venster te sluiten.
cli-register-folder = Map van het register: { $path }
cli-register-folder-new =
    Map van het register: { $path }
    Ze is zojuist aangemaakt in uw documenten, die de andere accounts van deze pc niet kunnen lezen.
    Plaats de bestanden met huishoudfiches in data-raw, map census, en de geboorteregisters in births.

## bato course

cli-course = De cursus volgen: lessen op een verzonnen gemeente, in een aparte map
cli-course-arg-learner = Naam van de cursist
cli-course-start = De cursus van een cursist beginnen of verderzetten
cli-course-start-arg-learner = Naam van de cursist
cli-course-start-arg-seed = Nummer van de verzonnen gemeente (anders: geloot)
cli-course-status = De lessen en de huidige les tonen
cli-course-check = De huidige les controleren
cli-course-hint = Een hint geven, dan een tweede, dan een derde
cli-course-next = De volgende les voorbereiden
cli-course-reset = Een les opnieuw beginnen (anders: de huidige)
cli-course-reset-arg-lesson = Naam of nummer van de les
cli-course-answer = Een vraag van de les beantwoorden
cli-course-answer-arg-text = Het antwoord
cli-course-answer-arg-question = Nummer van de vraag (anders: de eerste zonder juist antwoord)
cli-course-solution = De oplossing van de les tonen
cli-course-solution-arg-carry_out = Ze uitvoeren
cli-course-certificate = Het attest schrijven, als alle lessen geslaagd zijn
cli-course-certificate-arg-out = Te schrijven pagina (anders: attestation.html in de map van de cursus)
cli-course-certificate-arg-signed = Map van het resultaat dat de opleider ondertekend heeft
cli-course-result = Het resultaat voor de opleider schrijven, in totalen
cli-course-result-arg-out = Map om het in te schrijven (anders: resultat in de map van de cursus)
cli-course-result-arg-with_name = Met uw naam: alleen als u het aanvaardt
cli-course-sign = Het resultaat van een cursist ondertekenen met de sleutel van dit kantoor (voor de opleider)
cli-course-sign-arg-folder = Map van het resultaat
cli-course-results = De resultaten van de cursisten tonen (voor de opleider)
cli-course-results-arg-folders = Mappen van cursussen en ontvangen resultaten (anders: cours)
cli-arg-learner = Naam van de cursist
cli-word-LESSON = LES
release-acts-of = Te weinig akten zijn veranderd: de akten, en de periode { $period }, zijn die van publicatie nr. { $number }. Akten die sindsdien ingelezen zijn, komen in een volgende publicatie.

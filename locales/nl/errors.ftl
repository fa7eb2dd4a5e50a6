### Fouten: wat er gebeurde, wat te doen.

error-io = Het systeem weigerde toegang tot { $path }: { $cause }.
    .hint = Lees de reden; komt ze terug, toon ze dan aan uw informaticus.
error-corrections-not-written = De correctiewerkmap kon niet geschreven worden in { $path }: { $cause }.
    .hint = Sluit de correctiewerkmap als ze open is, of geef een andere map, bijvoorbeeld “bato check --out correcties BESTAND”.
error-corrections-too-large = De correctiewerkmap is niet gemaakt: een blad of een tekst is te lang voor een Excel-werkmap ({ $cause }).
    .hint = Splits het bestand, bijvoorbeeld per wijk, en controleer elk deel.
error-corrections-not-made = De correctiewerkmap is niet gemaakt: de kopie was niet gelijk aan het origineel ({ $cause }).
    .hint = Sluit het bestand als het elders open is en begin opnieuw; verbeter het anders rechtstreeks volgens de lijst hierboven.
error-corrections-columns = De kolommen van het correctiebestand { $path } zijn niet de juiste: onbekend { $unknown }; ontbrekend { $missing }. Geen enkele correctie ervan zou worden toegepast.
    .hint = Geef de eerste regel deze kolommen en geen andere: { $expected }
error-correct-author = Geef op wie verbetert.
    .hint = Voeg toe: --author "uw naam".
error-correct-file-replaced = “{ $path }” wordt niet gelezen: de correctiewerkmap “{ $by }” vervangt het.
    .hint = Verbeter in “{ $by }”.
error-correct-file-unknown = “{ $path }” is geen bestand van het register.
    .hint = Geef zijn pad onder data-raw, bijvoorbeeld census/Q06 Boma_2017.xlsx. “bato check data-raw” toont ze alle.
error-correct-merged = De cel { $place } ligt onder de samengevoegde cel { $first }.
    .hint = Verbeter de cel { $first }.
error-correct-no-row = De rij van cel { $place } is leeg in het blad.
    .hint = Kijk het rijnummer na. Een persoon die ontbreekt wordt ingevoerd, niet verbeterd.
error-correct-no-sheet = Het bestand heeft geen blad “{ $sheet }”. Het heeft: { $known }.
    .hint = Schrijf de naam van het blad zoals op zijn tab; voor een CSV-bestand: "".
error-correct-other-text = In cel { $place } staat “{ $now }”, niet “{ $old }”. Er is niets geschreven.
    .hint = Misschien heeft iemand de cel intussen verbeterd. Vergelijk met de papieren fiche en begin zo nodig opnieuw.
error-correct-place = “{ $value }” is geen cel.
    .hint = Geef het rijnummer en de letters van de kolom, zoals 7 en C.
error-correct-reason = Geef op waarom.
    .hint = Voeg toe: --reason "…"; de reden blijft bij de correctie.
error-correct-same = In cel { $place } staat al “{ $now }”.
    .hint = Schrijf een andere tekst, volgens de papieren fiche, of ga naar de volgende cel.
error-correct-too-long = De tekst is te lang voor een cel (hoogstens { $limit } tekens).
    .hint = Schrijf een kortere tekst.
error-correct-unknown = Er is geen correctie { $id }.
    .hint = “bato correct” geeft de lijst.
error-correct-words = “bato correct”: er ontbreekt een woord, of er is er een te veel.
    .hint = Schrijf bijvoorbeeld: bato correct "census/Q06 Boma_2017.xlsx" Feuil1 7 C --new F --reason "…"
error-disk-full = De schijf is vol: { $path } kon niet geschreven worden. Het vorige register blijft staan.
    .hint = Maak plaats vrij (enkele honderden MB) en start dezelfde opdracht opnieuw.
error-disk-full-after = De schijf is vol: { $path } kon niet geschreven worden. Het register zelf is opgeslagen.
    .hint = Maak plaats vrij (enkele honderden MB) en start daarna “bato report”.
error-no-permission = { $path } mag niet geopend of geschreven worden.
    .hint = Sluit het bestand als het elders open is, of vraag rechten op deze map.
error-not-found = { $path } bestaat niet.
    .hint = Kijk het pad en de naam na.
error-raw-missing = De map { $path } bevat geen “census” en geen “births”.
    .hint = Zet de tellingsbestanden in { $path }/census en de geboorteregisters in { $path }/births, of geef de juiste map met --raw.
error-raw-empty = Er is geen enkel bestand in { $path }/census of { $path }/births.
    .hint = Kopieer er de ontvangen bestanden (.xlsx, .xls, .ods of .csv) en begin opnieuw.
error-all-unreadable = { $n ->
    [one] Het bestand { $path } kon niet gelezen worden: { $reason }
   *[other] Geen van de { $n_shown } bestanden kon gelezen worden. Het eerste, { $path }: { $reason }
  } Er is niets opgeslagen.
    .hint = Start “bato check” op elk bestand om te weten waarom en wat te doen.
error-removals = { $n ->
    [one] Eén persoon heeft geen enkele rij meer en zou
   *[other] { $n_shown } personen hebben geen enkele rij meer en zouden
  } uit het register verdwijnen: { $persons }. Er is niets opgeslagen.
    .hint = Ontbreekt er een bestand in data-raw? Zet het terug. Is een instelling of een tabel veranderd? “bato run --dry-run” noemt ze. Zijn deze schrappingen gewild, start dan opnieuw met --accept-removals.
error-no-register = Er is nog geen register in { $path }.
    .hint = Start eerst “bato run”, of geef de juiste map met --clean.
error-unknown-setting = { $path }, regel { $line }: de instelling “{ $key }” bestaat niet.
    .hint = De bekende instellingen op deze plaats: { $known }.
error-bad-setting = { $path }, regel { $line }: deze instelling kan niet gelezen worden ({ $cause }).
    .hint = Vergelijk met het bestand bato.toml dat bij het programma hoort.
error-setting-out-of-range = { $path }: { $key } is { $value }, buiten { $low } tot { $high }.
    .hint = Zet een waarde tussen { $low } en { $high }, of wis de regel.
error-unknown-language = De taal “{ $value }” is niet bekend.
    .hint = Neem fr, nl of en.
error-unknown-field = De instellingen ingest.headings noemen “{ $value }”, wat geen bekende kolominhoud is.
    .hint = De bekende inhouden: { $known }.
error-unknown-code = De instellingen words noemen de code “{ $value }”, die niet bestaat.
    .hint = De codes zijn die van de tabel persons (head, spouse, child…).
error-unknown-rule = De regel “{ $value }” bestaat niet.
    .hint = Neem de naam van een regel uit de lijst die “bato rules” geeft.
error-unknown-severity = De ernst “{ $value }” van de regel { $key } bestaat niet.
    .hint = Schrijf "error" of "warning".
error-bad-headers = De lijst met kolomtitels van het programma is beschadigd ({ $cause }).
    .hint = Dit is een fout van het programma. { $support }
error-bad-codes = De woordenlijst van het programma is beschadigd ({ $cause }).
    .hint = Dit is een fout van het programma. { $support }
error-bad-reference = De referentietabel { $file } kan niet gelezen worden (regel { $line }, kolom “{ $column }”, waarde “{ $value }”). { $cause }
    .hint = Verbeter ze, of haal het bestand weg: dan geldt de tabel van het programma.
error-bad-truth = De waarheid { $path } kan niet gelezen worden ({ $cause }).
    .hint = Nodig is een .csv-bestand met komma’s, in UTF-8, met de kolommen file, sheet, row en person.
error-truth-missing = De map { $path } bevat geen census.csv.
    .hint = Geef een map met census.csv (en births.csv, twins.csv als die er zijn), of één .csv-bestand.
error-truth-columns = De waarheid { $path } heeft deze kolommen niet: { $missing }.
    .hint = Nodig zijn, gescheiden door komma’s, de kolommen { $needed }.
error-truth-value = De waarheid { $path }, regel { $line }, klopt niet: kolom { $column }, waarde “{ $value }”.
    .hint = “row” is een rijnummer; “person” mag alleen leeg zijn als “expect” zegt dat de rij slecht is.
error-file-empty = het bestand is leeg.
    .hint = Vraag de wijk een nieuwe kopie: hier zit niets in.
error-file-no-rows = de werkmap bevat geen enkele ingevulde rij.
    .hint = Vraag het ingevulde bestand, of haal dit uit data-raw.
error-file-too-large = het bestand is groter dan { $limit } MB.
    .hint = Splits het in meerdere bestanden, of vraag uw informaticaverantwoordelijke om max_file_mb in bato.toml, onder [ingest], te verhogen.
error-file-encrypted = het bestand is met een wachtwoord beveiligd.
    .hint = Open het in het rekenprogramma, haal het wachtwoord weg, bewaar, en start opnieuw.
error-file-damaged = het bestand is beschadigd of onvolledig.
    .hint = Kopieer het opnieuw van de stick of de oorspronkelijke computer. Opent het in het rekenprogramma, bewaar het dan als .xlsx.
error-file-bomb = het bestand wordt te groot als het uitgepakt wordt (grens: { $limit }): het is beschadigd of een valstrik.
    .hint = Open het niet. Vraag een nieuwe kopie aan wie het typte.
error-file-not-spreadsheet = dit is geen bestand van een rekenprogramma.
    .hint = Bewaar de tabel als .xlsx, .ods of .csv, of haal dit bestand uit data-raw. Is het een gecomprimeerde map (.zip), haal de werkmappen er dan uit.
error-file-too-many-cells = het bestand heeft meer dan { $limit_shown } ingevulde cellen.
    .hint = Splits het, of vraag uw informaticaverantwoordelijke om max_cells in bato.toml, onder [ingest], te verhogen.
error-file-other-format = dit is geen bestand van een rekenprogramma maar { $what ->
    [html] een webpagina (HTML)
    [xml] een XML-bestand (oude Excel 2003 of een “platte” werkmap)
   *[rtf] een opgemaakte tekst (RTF)
  } die zo’n naam draagt.
    .hint = Open het in het rekenprogramma, kies “Opslaan als” en het formaat .xlsx, en start opnieuw.
error-file-too-old = het bestand komt uit een rekenprogramma dat te oud is om te lezen.
    .hint = Open het in het rekenprogramma, kies “Opslaan als” en het formaat .xlsx, en start opnieuw.
error-file-no-sheet = de werkmap bevat geen blad met cellen.
    .hint = Open het in het rekenprogramma: als de bladen weg zijn, vraag de wijk een nieuwe kopie.
error-file-sheet-twice = twee bladen van de werkmap hebben dezelfde naam: een van beide zou verloren gaan.
    .hint = Open het in het rekenprogramma, geef een van beide bladen een andere naam, sla op als .xlsx en begin opnieuw.
error-file-outside-sheet = een cel staat waar geen rekenblad er een heeft (voorbij rij 1.048.576 of kolom XFD).
    .hint = Kopieer de tabel naar een nieuwe werkmap en sla die op als .xlsx.
error-file-lock = dit is niet de werkmap maar het spoor dat het rekenprogramma nalaat zolang het open is.
    .hint = Sluit de werkmap in het rekenprogramma en geef het echte bestand, dat zonder “~$” vooraan in de naam.
error-file-too-heavy = het lezen van het bestand vraagt te veel geheugen (meer dan { $limit } MB): het is beschadigd of veel te groot.
    .hint = Open het in het rekenprogramma, kopieer enkel de tabel naar een nieuwe werkmap en sla die op als .xlsx. Is het bestand echt zo groot, splits het dan, of vraag uw informaticaverantwoordelijke om worker_memory_mb in bato.toml, onder [ingest], te verhogen.
error-file-too-slow = het lezen van het bestand was na { $limit } seconden niet klaar: het werd gestopt.
    .hint = Open het in het rekenprogramma, kopieer enkel de tabel naar een nieuwe werkmap en sla die op als .xlsx. Is de computer heel traag, vraag uw informaticaverantwoordelijke dan om worker_seconds in bato.toml, onder [ingest], te verhogen.
error-reader-not-started = het programma kon zichzelf niet opnieuw starten om deze werkmap te lezen ({ $cause }).
    .hint = Sluit andere programma’s en probeer opnieuw. Komt de fout terug, herstart dan de computer.
error-file-no-table = er is geen tabel in herkend: geen rij met titels (Nom, Sexe, Date de naissance…).
    .hint = Schrijf de titels boven de kolommen; de ingevulde rijen wachten in quarantaine.
error-format-unknown = Het formaat “{ $value }” bestaat niet.
    .hint = Neem een van: { $known }.

### Berichten van src/store: het register op schijf

error-judging-pair = Dit paar hoeft niet meer beoordeeld te worden: het register is veranderd, of een andere medewerker heeft het beoordeeld. Er is niets geschreven.
    .hint = Ga verder met het volgende paar.
error-judging-twice = U hebt dit paar al anders beoordeeld. Er is niets geschreven.
    .hint = Maak eerst uw antwoord ongedaan (toets u) en beoordeel het paar dan opnieuw.
error-judging-undo = U hebt vandaag geen antwoord gegeven dat ongedaan kan worden.
    .hint = Een ouder antwoord maakt u ongedaan met “bato decide list” en daarna “bato decide undo D-…”.
error-entry-file = Het bestand { $path } is door een ander programma in een andere vorm opgeslagen. Er is niets geschreven.
    .hint = Sluit het in het rekenprogramma en sla het opnieuw op als CSV, met puntkomma’s, in UTF-8, met dezelfde titels; of geef het een andere naam en ga verder.
error-event-gone = Deze gebeurtenis staat niet meer bij die welke hier gemeld zijn.
    .hint = Bekijk de pagina van de persoon opnieuw.
error-event-in-register = Het register bevat deze gebeurtenis al: ze kan hier niet meer verwijderd worden. Er is niets veranderd.
    .hint = Is ze fout, verbeter dan haar rij in het bestand van de map data-raw/events/saisie en voer opnieuw in.
error-typing-author = Alleen { $author } kan de rijen van deze reeks veranderen. Er is niets geschreven.
    .hint = Open een reeks op uw naam.
error-typing-batch = Er is geen reeks “{ $id }”.
    .hint = Kies een reeks uit de lijst.
error-typing-blank = Deze rij bevat geen persoon. Er is niets geschreven.
    .hint = Typ ten minste een naam.
error-typing-changed = De reeks is intussen veranderd, misschien in een ander venster. Er is niets geschreven.
    .hint = Bekijk de laatste rij van de reeks en typ dan de volgende.
error-typing-closed = Deze reeks is gesloten. Er is niets geschreven.
    .hint = Open ze opnieuw, als de tweede invoer niet begonnen is.
error-typing-not-all = Nog te typen: { $fiches }.
    .hint = Typ alle fiches van de steekproef en beëindig dan.
error-typing-open = Deze reeks is nog open.
    .hint = Sluit ze eerst, met het aantal fiches dat op papier geteld is.
error-typing-quartier = De gemeente heeft geen wijk “{ $value }”.
    .hint = Kies een wijk uit de lijst.
error-typing-row = Deze rij is intussen veranderd of verwijderd. Er is niets geschreven.
    .hint = Bekijk de pagina van de reeks opnieuw.
error-typing-second = De tweede invoer van deze reeks is niet begonnen, of laat deze wijziging niet meer toe.
    .hint = Bekijk de pagina van de reeks opnieuw.
error-typing-second-author = { $author } heeft deze invoer getypt of begonnen; iemand anders kan ze niet voortzetten, en de auteur van de reeks kan zichzelf niet controleren.
    .hint = Vraag de tweede invoer aan de juiste persoon.
error-typing-year = { $value } is geen jaar van een telling of een register.
    .hint = Schrijf een jaar tussen 1950 en 2099.
error-run-under-way = Er loopt al een invoer in deze map ({ $path }).
    .hint = Wacht tot die klaar is en begin opnieuw. Staat er geen venster van Bato open, herstart dan de computer.
error-row-equation = Niet elke rij kreeg een status: blad “{ $sheet }” van bestand { $file }, { $rows } rijen gelezen, { $counted } met een status. Er is niets opgeslagen; het vorige register blijft gelden.
    .hint = Dit is een fout van het programma, niet van uw bestanden. Bewaar het bestand { $file }. { $support }
error-register-damaged = Geen enkele versie van het register in { $path } is gaaf (bekeken versies: { $n }).
    .hint = Wis niets. Zet de laatste reservekopie van data-clean terug en start “bato verify”.
error-register-newer = Het register ({ $path }) is geschreven door een nieuwere versie van Bato (formaat { $format }; dit programma kent formaat { $known }).
    .hint = Installeer de laatste versie van Bato op deze computer. Aan het register is niets veranderd.
error-generation-unknown = Versie { $generation } van het register bestaat niet; er zijn: { $known }.
    .hint = Neem het nummer van een map in data-clean/generations.
error-manifest-damaged = Het bestand { $path } is beschadigd of is niet meer wat er opgeslagen werd.
    .hint = Wis niets. Start “bato verify”: het programma neemt de laatste gave versie.
error-manifest-write = De lijst van de bestanden van het register kon niet geschreven worden ({ $path }). Er is niets opgeslagen.
    .hint = Start de invoer opnieuw. Komt de fout terug: { $support }
error-table-damaged = De tabel “{ $table }” ({ $path }) ontbreekt, is beschadigd of is niet meer wat er opgeslagen werd.
    .hint = Start “bato verify” en voer de ontvangen bestanden daarna opnieuw in. Is de schijf oud, kopieer data-raw dan naar een andere drager.
error-table-unreadable = De tabel “{ $table }” kan niet gelezen worden.
    .hint = Start de invoer opnieuw. Komt de fout terug: { $support }
error-table-write = De tabel “{ $table }” kon niet geschreven worden. Er is niets opgeslagen; het vorige register blijft gelden.
    .hint = Start de invoer opnieuw. Komt de fout terug, controleer dan de schijf. { $support }
error-table-unknown = Er is geen tabel “{ $table }”.
    .hint = Kies een van deze: { $known }.
error-column-missing = De kolom “{ $column }” ontbreekt in de tabel “{ $table }”: een andere versie van Bato heeft ze geschreven.
    .hint = Start de invoer opnieuw met deze versie van Bato.
error-column-type = De kolom “{ $column }” van de tabel “{ $table }” hoort van het type { $expected } te zijn en is van het type { $found }.
    .hint = Start de invoer opnieuw met deze versie van Bato.
error-column-null = De kolom “{ $column }” van de tabel “{ $table }” heeft lege cellen, wat niet mag.
    .hint = Start de invoer opnieuw met deze versie van Bato.
error-output-incomplete = Het commando heeft zijn werk gedaan, maar zijn tekst kon niet tot het einde geschreven worden.
    .hint = Kijk of er nog plaats is waar u deze tekst heen stuurt, en start opnieuw om hem te zien.
error-output-closed = Het programma dat de gegevens ontving ({ $path }) is voor het einde gestopt.
    .hint = Wilde u alleen het begin, dan hoeft u niets te doen; anders exporteert u met -o naar een bestand.

### Controles van “bato verify”

verify-unread = Controle niet mogelijk: de tabel “{ $unread }” kan niet gelezen worden.
verify-current = De gebruikte versie van het register is die welke opgeslagen werd.
    .failed = De gebruikte versie is niet gaaf of is niet de geopende (eerste fout: { $first }). Voer de bestanden opnieuw in om een gave versie op te slaan.
verify-newest = Geen opgeslagen en gave versie is nieuwer dan de gebruikte.
    .failed = Een nieuwere versie ({ $first }) is gaaf maar niet meer in gebruik: een oude kopie is in de plaats gezet. Voer de bestanden opnieuw in.
verify-table-hash = De { $n_shown } tabelbestanden zijn die welke opgeslagen werden.
    .failed = Ontbrekende of beschadigde tabelbestanden: { $n_shown }, eerst { $first }. Voer de bestanden opnieuw in of zet de reservekopie terug.
verify-table-schema = De kolommen van de tabellen zijn de verwachte ({ n-tables }).
    .failed = Tabellen met andere kolommen dan verwacht: { $n_shown }, eerst { $first }. Voer de bestanden opnieuw in met deze versie van Bato.
verify-table-rows = Elke tabel heeft het opgegeven aantal rijen ({ n-tables }).
    .failed = Tabellen zonder het opgegeven aantal rijen: { $n_shown }, eerst { $first }. Voer de bestanden opnieuw in.
verify-other-generations = De andere bewaarde versies zijn intact ({ $n ->
    [one] één
   *[other] { $n_shown }
  }).
    .failed = Andere versies beschadigd: { $n_shown }, eerst versie { $first }. Het register in gebruik hangt er niet van af; een back-up uit die tijd vervangt ze.
verify-row-equation = Gelezen rijen = weggelaten + in quarantaine + ingeschreven + samengevoegd, blad per blad ({ n-sheets }).
    .failed = Bladen waarvan de rijen niet kloppen: { $n_shown }, eerst { $first }. Voer de bestanden opnieuw in. { $support }
verify-row-once = Geen rij is tweemaal geteld ({ n-rows }).
    .failed = Rijen meer dan eens geteld: { $n_shown }, eerst { $first }. { $support }
verify-row-person = Elke ingeschreven of samengevoegde rij leidt naar een persoon van het register ({ n-rows }).
    .failed = Rijen zonder persoon in het register: { $n_shown }, eerst { $first }. Voer de bestanden opnieuw in.
verify-registered-once = Elke persoon is door één rij binnengekomen ({ n-persons }).
    .failed = Personen zonder inschrijvende rij, of met meer dan één: { $n_shown }, eerst { $first }. Voer de bestanden opnieuw in.
verify-quarantine-reason = Elke rij in quarantaine heeft haar reden ({ n-rows }).
    .failed = Rijen in quarantaine zonder reden: { $n_shown }, eerst { $first }. Voer de bestanden opnieuw in.
verify-person-id-once = Geen persoonsnummer is tweemaal gegeven ({ n-persons }).
    .failed = Persoonsnummers tweemaal gegeven: { $n_shown }, eerst { $first }. { $support }
verify-person-id-check = Het controleteken van elk persoonsnummer is juist ({ n-persons }).
    .failed = Persoonsnummers met een fout controleteken: { $n_shown }, eerst { $first }. { $support }
verify-household-head = Het hoofd van elk huishouden staat in het register ({ n-households }).
    .failed = Huishoudens waarvan het hoofd niet in het register staat: { $n_shown }, eerst { $first }. Voer de bestanden opnieuw in.
verify-birth-person = Het kind van elke akte staat in het register ({ n-acts }).
    .failed = Akten waarvan het kind niet in het register staat: { $n_shown }, eerst { $first }. Voer de bestanden opnieuw in.
verify-alias-person = Elk oud nummer leidt naar een persoon van het register ({ n-ids }).
    .failed = Oude nummers die naar niemand leiden: { $n_shown }, eerst { $first }. Voer de bestanden opnieuw in.

## bato template

error-template-exists = Het bestand { $path } bestaat al: het is niet aangeraakt.
    .hint = Geef een andere naam met -o, of voeg --force toe om het te vervangen.
error-template-ending = De naam { $path } eindigt niet op .xlsx: het rekenblad zou het niet openen.
    .hint = Geef een naam zoals model.xlsx.
error-template-not-made = Het model kon niet gemaakt worden ({ $cause }).
    .hint = Controleer de namen van de wijken in data-raw/reference/quartiers.csv en de naam van de gemeente in bato.toml. Zijn ze juist: { $support }
error-unknown-column = “{ $value }” is geen kolom.
    .hint = Schrijf de letters van de kolom zoals het rekenblad ze toont: A, B… Z, AA…

error-table-inputs = { $n } lijsten: er zijn er één of twee nodig.
    .hint = Geef één lijst om er dubbele inschrijvingen in te zoeken, twee om ze te koppelen.
error-table-no-column = { $path }: de kolom “{ $column }” staat er niet in.
    .hint = Kolommen van het bestand: { $known }. Verbeter de naam in de instellingen, zoals hij bovenaan de kolom staat.
error-table-column-twice = { $path }: twee kolommen heten “{ $column }”.
    .hint = Geef een van beide een andere naam.
error-table-no-rows = { $path }: geen enkele rij onder de kolomtitels.
    .hint = Kijk na of het het juiste bestand is, en of het eerste blad de lijst bevat.
error-bad-table-setting = { $path }: te verbeteren instellingen: { $settings } ({ $expected }).
    .hint = accept gaat van 0,5 tot 1; review van meer dan 0 tot accept; max_block minstens 10; pairs_per_row meer dan 0; minstens één [[comparison]], van 1 kolom (name: 1 tot 3, place: 1 tot 4), elke kolom één keer.
error-bad-model = { $path }: deze gewichten kunnen niet gelezen worden ({ $cause }).
    .hint = Geef een bestand .model.json dat “bato link” schreef, of laat --model weg.
error-model-changed = { $path }: dit model is veranderd sinds het geschreven werd.
    .hint = Neem het oorspronkelijke bestand, of maak het opnieuw met “bato link” of “bato model merge”.
error-model-newer = { $path }: dit model is geschreven door een nieuwere versie van Bato ({ $format }).
    .hint = Installeer de nieuwste versie van Bato.
error-model-other-list = { $path }: dit model vergelijkt andere kolommen dan de instellingen noemen.
    .hint = Geef het model van een lijst met dezelfde kolommen, of laat --model weg.
error-model-without-frequencies = { $path }: dit oude model bevat alleen gewichten, zonder de frequentie van de waarden.
    .hint = Maak het opnieuw: “bato link” op de lijst waaruit het komt schrijft een volledig model.
error-model-merge-settings = { $path }: dit model heeft andere instellingen dan het eerste.
    .hint = Maak elk model met hetzelfde bestand met instellingen.
error-model-merge-twice = { $path }: dit model is twee keer gegeven, zijn rijen zouden dubbel tellen.
    .hint = Geef elk model één keer.
error-pair-stream = De stroom van paren kan niet gelezen worden ({ $cause }).
    .hint = Het programma verwacht een hele Arrow IPC-stroom zonder compressie, met zijn eindteken. Geen paar van de rest krijgt een score.
error-pair-column = De stroom van paren heeft geen tekstkolom “{ $column }” (gevonden: { $found }).
    .hint = Nodig zijn person_a en person_b, en elke vergeleken kolom twee keer, met _a en _b aan het eind van de naam.
error-pairs-unknown-person = De persoon “{ $person }” van een paar staat in geen enkel bestand met personen.
    .hint = Geef de bestanden persons.parquet van alle gemeenten waaruit de paren komen.
error-person-twice = De persoon “{ $person }” staat twee keer in de bestanden met personen.
    .hint = Geef elk bestand één keer, en elke gemeente een andere naam (--commune).
error-pairs-other-score = Het paar “{ $a }” en “{ $b }” heeft het gewicht { $given }, en het model geeft { $own }.
    .hint = Geef de paren opnieuw een score met dit model en deze bestanden met personen.
error-export-keys-model = De export “keys” heeft een model (--model) en een map (-o) nodig.
    .hint = Bijvoorbeeld: bato export keys --model land.model.json -o sleutels
error-number-unknown = { $path }: het nummer { $number } van een paar is van niemand in deze ronde.
    .hint = Geef het bestand numbers.csv dat samen met de verzonden sleutels geschreven werd.
error-round-bad = { $path }: dit is niet wat een gemeente voor een ronde schrijft ({ $cause }).
    .hint = Geef de map “coordinator” die “bato keys --round” schreef.
error-round-incomplete = De sleutels van minstens twee gemeenten zijn nodig.
    .hint = Geef één map per gemeente, en met --truth één bestand per gemeente.
error-round-name = De ronde heeft geen naam, of haar naam is te lang.
    .hint = Geef een naam van 1 tot 100 letters, dezelfde in alle gemeenten: --round 2026-1
error-round-other = { $path }: deze sleutels zijn van een andere ronde, of met andere geheimen gemaakt.
    .hint = Alle gemeenten geven dezelfde naam van de ronde en de geheimen van dezelfde bureaus.
error-round-twice = { $path }: de gemeente “{ $commune }” is twee keer gegeven.
    .hint = Geef elke gemeente één keer, onder een andere naam (--commune).
error-secret-bad = { $path }: dit is niet het geheim van een bureau.
    .hint = Geef een bestand dat “bato keys --new-secret” schreef: 64 cijfers en letters van a tot f.
error-secret-count = De geheimen van minstens twee bureaus zijn nodig, alle verschillend.
    .hint = Geef --secret meerdere keren, één bestand per bureau.
error-secret-exists = { $path } bestaat al: een geheim wordt nooit vervangen.
    .hint = Geef een andere naam. Wis het oude geheim wanneer zijn ronde voorbij is.
error-keys-incomplete = Er ontbreken opties.
    .hint = Voor een geheim: --new-secret BESTAND. Voor de sleutels: --round NAAM --secret A --secret B -o MAP. Voor de paren: --pairs BESTAND --numbers BESTAND -o BESTAND.
error-decision-unreadable = { $path }, regel { $line }: “{ $value }” is geen beslissing.
    .hint = Schrijf “same” (dezelfde persoon) of “different” (twee personen) in de kolom decision, en gehele rijnummers.
error-decisions-contradict = Twee beslissingen spreken elkaar tegen: { $one } ({ $one_rows }) en { $other } ({ $other_rows }).
    .hint = Er is niets veranderd. Houd de juiste en wis de andere, in de werkmap of in de map decisions.
error-review-not-made = De werkmap met paren kon niet gemaakt worden ({ $cause }).
    .hint = Kijk of een tekst in de bestanden veel te lang is. Zo niet: { $support }
error-review-unreadable = { $path }: dit is geen werkmap met te beoordelen paren.
    .hint = Geef de werkmap die “bato review --export” schreef, met haar verborgen kolommen.
error-review-ruling = { $path }, blad { $sheet }, rij { $row }: “{ $value }” is geen beslissing.
    .hint = Kies uit de lijst van de kolom Beslissing, of wis de cel.
error-review-torn = { $path }, blad { $sheet }, rij { $row }: paar { $pair } heeft zijn twee rijen niet meer.
    .hint = Zet de gewiste rij terug, of wis ook de beslissing.
error-review-two-answers = { $path }: op het blad { $sheet } heeft paar { $pair } twee antwoorden: “{ $value }” op rij { $row }, “{ $other }” op rij { $other_row }. Niets uit deze werkmap werd overgenomen.
    .hint = Laat één antwoord voor het paar staan, of hetzelfde op beide rijen, en importeer opnieuw.
error-id-slip = “{ $id }” is verkeerd overgeschreven: het laatste teken past niet bij de rest.
    .hint = Vergelijk het teken voor teken met het origineel.
error-id-unknown = “{ $id }” staat niet in het register.
    .hint = Een nummer wordt P-XXXX-XXXX-X geschreven voor een persoon, M-XXXX-XXXX-X voor een huishouden.
error-id-withdrawn = “{ $id }” is uit het register geschrapt: de laatste rij staat in geen enkel bestand meer.
    .hint = Een oudere versie van het register toont het nog.
## bato synth

error-synth-incomplete = Het aantal inwoners of de map ontbreekt.
    .hint = Schrijf bijvoorbeeld: bato synth --persons 20000 --seed 1 --out proef
error-synth-not-empty = De map { $path } is niet leeg: er is niets aan gewijzigd.
    .hint = Geef een andere map op met --out, of voeg --force toe als een verzonnen gemeente daar vervangen mag worden.
error-synth-foreign = Het bestand { $path } is niet door “bato synth” gemaakt: er is niets gewijzigd.
    .hint = Geef een lege map op met --out: echte bestanden mogen niet met een verzonnen gemeente gemengd worden.
error-bad-indicators = Het bestand met indicatoren (reference/indicators.toml) kan niet worden gelezen, regel { $line }: { $cause }
    .hint = Verbeter het, of verwijder het bestand: de meegeleverde indicatoren worden dan genomen.
error-bad-aggregates = Het bestand met samengevatte cijfers { $path } kan niet worden gelezen, regel { $line }: { $cause }
    .hint = Neem aggregates.csv of aggregates.json zoals de gemeente het bezorgde, zonder het in een rekenblad op te slaan.
error-no-commune = Het bestand met samengevatte cijfers { $path } bevat geen cijfer van een hele gemeente.
    .hint = Vraag de gemeente het bestand aggregates.csv van haar publicatie.
error-no-aggregates = De map { $path } bevat geen publicatie.
    .hint = Er is een map nodig zoals “bato release” die schrijft, met release.json en aggregates.csv.
error-xlsx = De werkmap van het rapport kon niet worden geschreven: { $cause }
    .hint = Dit is een fout van het programma. { $support }
error-dataset-folder = De export “dataset” wordt in een map geschreven.
    .hint = Noem ze: “bato export dataset -o MAP”.
error-setting-too-long = { $path }: { $key } heeft { $value } tekens, meer dan { $high }.
    .hint = Schrijf een kortere tekst.
error-words-format = Het formaat “{ $value }” heeft geen woorden voor de lezer.
    .hint = Neem --format csv of xlsx, of laat --words weg.
error-folder-empty = De map { $path } bevat geen bestand om te controleren.
    .hint = Geef een bestand op (.xlsx, .xls, .ods, .csv) of de map waarin ze staan.
error-log-reason = Zeg waarom u kennis neemt van de fout in het logboek.
    .hint = Voeg --why en de reden toe, bijvoorbeeld: --why REDEN.
error-log-sound = Het logboek van opzoekingen heeft geen fout.
    .hint = Er is niets te doen.
error-log-record = Het bestand { $path } is onleesbaar ({ $cause }).
    .hint = Zet het terug uit een back-up, of neem er kennis van: bato log --acknowledge --why REDEN.
error-not-regular = { $path } is geen bestand: het is een apparaat of een pijp.
    .hint = Haal dit uit de map.
error-output-foreign = { $path } bestaat al en is niet door Bato geschreven: het werd niet vervangen.
    .hint = Geef een andere naam, of voeg --force toe om het te vervangen.
error-review-judged = { $path } bevat { $n ->
        [one] één antwoord
       *[other] { $n } antwoorden
    }: het werd niet vervangen.
    .hint = Importeer het eerst met “bato review --import” en geef dan een andere naam; --force vervangt het toch.
error-register-in-raw = De map van het register ({ $clean }) ligt in die van de ontvangen bestanden ({ $raw }): het programma zou zijn eigen bestanden als lijsten lezen.
    .hint = Geef met --clean een map naast { $raw }, bijvoorbeeld data-clean.
error-check-own-folder = { $path } ligt in een map van het programma, waarin geen lijst staat om te controleren.
    .hint = Geef een ontvangen bestand op (.xlsx, .xls, .ods, .csv), of een map met zulke bestanden, bijvoorbeeld data-raw/census.
error-output-in-register = { $path } ligt in de map { $folder }, met het register of de ontvangen bestanden: er is niets geschreven.
    .hint = Geef een naam in een andere map.
error-output-in-release = { $path } ligt in de map van een publicatie, die zo verstuurd wordt: er is niets geschreven.
    .hint = Geef een naam in een andere map: met een publicatie mogen geen namen meegaan.
error-output-is-folder = { $path } is een map.
    .hint = Geef de naam van een bestand in deze map, bijvoorbeeld export.csv.
error-output-name-windows = Windows kan geen bestand met de naam “{ $name }” maken ({ $path }).
    .hint = Geef een naam zonder aanhalingstekens, dubbele punt of * ? < > |, die niet op een punt of een spatie eindigt en niet CON, PRN, AUX, NUL, COM1 of LPT1 is.
error-output-over-input = { $path } is een bestand dat deze opdracht leest: er is niets geschreven.
    .hint = Geef een andere naam.
error-disk-failed = De schijf of het netwerk van { $path } antwoordt niet ({ $cause }).
    .hint = Kijk na of de schijf aangesloten is of het netwerk antwoordt, en begin opnieuw.
error-file-name = De naam van het bestand bevat bytes die geen tekst zijn, of het teken “\”.
    .hint = Geef dit bestand een naam met gewone letters.
error-find-age = “{ $age }” is geen leeftijd.
    .hint = Geef een leeftijd van 0 tot { $high } jaar.
error-find-quartier = Er is geen wijk “{ $value }”.
    .hint = Wijken van de gemeente: { $known }.
error-find-too-long = Wat u zoekt, heeft meer dan { $high } letters: het logboek van opzoekingen zou het niet volledig kunnen bewaren.
    .hint = Typ de naam en zo nodig de geboortedatum.
error-in-use = { $path } is open in een ander programma.
    .hint = Sluit het in het programma waarin het open is, en begin opnieuw.
error-is-folder = { $path } is een map, terwijl een bestand nodig is.
    .hint = Geef een bestand van deze map op, of haal deze map weg.
error-link-loop = { $path } is een snelkoppeling die naar zichzelf leidt.
    .hint = Haal deze snelkoppeling weg.
error-link-nowhere = { $path } is een koppeling naar een map of een bestand dat er niet is.
    .hint = Sluit de schijf aan of open de gedeelde map waar ze naartoe leidt, of verwijder de koppeling.
error-lock-held = Een ander programma houdt { $path } al een minuut bezet.
    .hint = Sluit de andere vensters van Bato. Helpt dat niet, start de computer dan opnieuw.
error-name-too-long = Het systeem aanvaardt de naam { $path } niet: hij is te lang of bevat een verboden teken.
    .hint = Geef een kortere naam, van letters en cijfers.
error-not-text = { $path } is niet in UTF-8 bewaard: de letters kunnen niet gelezen worden.
    .hint = Bewaar het opnieuw met de codering UTF-8 (in Kladblok: Opslaan als, Codering).
error-setting-commune = { $path }: { $key } is “{ $value }”, wat geen naam van een gemeente kan zijn.
    .hint = Schrijf een naam zonder / \ : * ? < > | =, bijvoorbeeld “Kimbanseke”.
error-decide-one-fiche = { $a } en { $b } zijn twee leden van eenzelfde fiche: het zijn twee personen. Er is niets geschreven.
    .hint = Staat dezelfde persoon twee keer op de fiche, verwijder dan een van beide rijen in het bestand.
error-removals-damaged = Versie { $version } van het register is beschadigd: het programma weet niet meer wie erin stond{ $n ->
    [0] {""}
    [one] ; een bestand waaruit ze gemaakt is, is weg, veranderd of niet leesbaar ({ $files })
   *[other] ; { $n_shown } bestanden waaruit ze gemaakt is, zijn weg, veranderd of niet leesbaar ({ $files })
  }. Er zouden personen kunnen verdwijnen zonder dat iemand het ziet. Er is niets opgeslagen.
    .hint = Zet deze bestanden terug zoals ze waren, of herstel het register uit een back-up, en start “bato run” opnieuw. Is er niets per vergissing weggehaald, start dan met --accept-removals.
error-removals-unread = Het bestand “{ $file }” kon niet gelezen worden: { $reason } { $n ->
    [one] Een persoon die erin staat, zou verdwijnen
   *[other] { $n_shown } personen die erin staan, zouden verdwijnen
  } uit het register. Er is niets bewaard.
    .hint = Maak eerst dit bestand leesbaar (sluit het in het rekenblad, of zet een goede kopie terug) en start “bato run” opnieuw. --accept-removals verwijdert nooit personen van een ongelezen bestand.
error-removals-number = U hebt { $accepted_shown } { $accepted ->
    [one] schrapping
   *[other] schrappingen
  } aanvaard, er zijn er { $n_shown }: er is niets opgeslagen.
    .hint = Bekijk eerst met “bato run --dry-run” wat er verandert.
error-expect-code = “{ $value }” is geen code van een proef: die heeft zestien tekens, bijvoorbeeld 7K2M-Q4XA-09DF-RT5B.
    .hint = Start “bato run --dry-run” opnieuw en kopieer de code aan het einde.
error-expect-differs = Er is iets veranderd sinds de proef { $code }: er is niets opgeslagen.{ $is_known ->
    [no] {" "}Dit register heeft die proef niet meer: het programma kan niet zeggen wat.
   *[yes] {""}
  }{ $inputs ->
    [none] {""}
   *[other] {" "}Bestanden: { $inputs }.
  }{ $decisions ->
    [none] {""}
   *[other] {" "}Beslissingen: { $decisions }.
  }{ $corrections ->
    [none] {""}
   *[other] {" "}Verbeteringen: { $corrections }.
  }{ $reference ->
    [none] {""}
   *[other] {" "}Referentiebestanden: { $reference }.
  }{ $settings ->
    [none] {""}
   *[other] {" "}Instellingen: { $settings }.
  }{ $version ->
    [none] {""}
   *[other] {" "}Het register heeft een andere versie.
  }{ $program ->
    [none] {""}
   *[other] {" "}Het programma is een ander.
  }{ $result ->
    [none] {""}
   *[other] {" "}Het resultaat is anders.
  }
    .hint = Bekijk met “bato run --dry-run” opnieuw wat er verandert en sla dan op met de code die het toont.
error-removals-clock = De klok van de computer ({ $now }) past niet bij de laatste versie ({ $last }). { $n ->
    [one] Een persoon zou verdwijnen
   *[other] { $n_shown } personen zouden verdwijnen
  } uit het register: { $persons }. Er is niets bewaard.
    .hint = Zet de klok juist en start “bato run” opnieuw. Is de tijd juist en zijn deze verwijderingen gewild, voeg dan --accept-removals toe.
error-rulings-gone = { $n ->
    [one] Een beslissing van de laatste versie staat
   *[other] { $n_shown } beslissingen van de laatste versie staan
  } in geen enkel bestand van data-raw/decisions meer: { $rulings }. Er is niets bewaard.
    .hint = Zet het bestand of de regel terug. Om een beslissing in te trekken, gebruik “bato decide undo”. Is de verwijdering gewild, start dan opnieuw met --accept-removals.
error-bad-period = “{ $value }” is geen periode.
    .hint = Schrijf een jaar, een semester, een kwartaal of een maand: 2018, 2018-S2, 2018-T4 of 2018-12.
error-release-too-soon = { $n ->
    [0] Er is niets veranderd sinds publicatie nr. { $number } ({ $period }).
    [one] Er is maar één persoon of akte veranderd sinds publicatie nr. { $number } ({ $period }).
   *[other] Er zijn maar { $n_shown } personen of akten veranderd sinds publicatie nr. { $number } ({ $period }).
  }
    .hint = Er zijn er { $min } nodig, anders zou één persoon te herkennen zijn door de twee publicaties te vergelijken. Wacht op de volgende bestanden.
error-ledger-damaged = Het boek van de publicaties is beschadigd ({ $path }): een regel of een bestand ontbreekt of is veranderd.
    .hint = Haal het uit een back-up (data-clean/releases): zonder dit boek kan een nieuwe publicatie een persoon tonen.
error-ledger-gone = Het boek van de publicaties ontbreekt ({ $path }), maar er zijn publicaties gemaakt.
    .hint = Haal de map data-clean/releases uit een back-up. Heeft niemand ze nog: “bato release --without-ledger REDEN”; de reden wordt genoteerd.
error-release-changed = { $path } is niet meer zoals de publicatie het schreef.
    .hint = Vraag de publicatie opnieuw aan de gemeente: iemand heeft dit bestand veranderd.
error-not-a-release = { $path } is geen publicatie.
    .hint = Vraag de gemeente de map die “bato release” heeft gemaakt, met release.json en aggregates.csv. Het interne rapport wordt niet vergeleken: het verlaat de gemeente niet.
error-bad-map = De omzettabel { $path } kan niet worden gelezen, regel { $line }: { $cause }
    .hint = Ze heeft de kolommen indicator, breakdown, area, data_element, org_unit en category_option_combo.
error-map-missing = De omzettabel ontbreekt.
    .hint = Noem ze: “bato export dhis2 --map TABEL.csv”.
error-course-choose = Hier is de cursus van verschillende cursisten: { $known }.
    .hint = Voeg --name en de naam toe, of ga naar de map van de cursus.
error-course-cut = De invoer van deze les kon niet onderbroken worden.
    .hint = Begin de les opnieuw: “bato course reset”.
error-course-foreign = De map { $path } is niet die van een cursus, of bevat iets anders.
    .hint = De cursus raakt alleen aan mappen die hij zelf gemaakt heeft. Begin hem elders, of haal eruit wat niet van hem is.
error-course-lesson = “{ $value }” is geen les. De lessen: { $known }.
    .hint = “bato course status” toont de lessen met hun nummer.
error-course-name = De naam van de cursist ontbreekt of is te lang (hoogstens { $high } letters).
    .hint = Voeg --name en de naam toe.
error-course-none = Hier is geen cursus begonnen ({ $path }).
    .hint = “bato course start --name” en uw naam begint hem.
error-course-not-practice = { $path } bevat een echt register, geen oefenregister.
    .hint = Er is niets aangeraakt. Zet dat register terug op zijn plaats, buiten de map van de cursus.
error-course-question = De les “{ $value }” stelt deze vraag niet.
    .hint = “bato course status” toont de vragen van de les.
error-course-result = { $path } bevat geen resultaat van een cursus, of dat van een andere cursist.
    .hint = “bato course result” schrijft het resultaat van een cursist. Vraag het bestand zoals het geschreven is.
error-course-step = Een stap van de oplossing kon niet uitgevoerd worden: { $value } ({ $cause }).
    .hint = Begin de les opnieuw: “bato course reset”, dan de oplossing.
error-course-unfinished = { $n ->
    [one] Eén les is nog niet geslaagd.
   *[other] { $n_shown } lessen zijn nog niet geslaagd.
}
    .hint = “bato course status” toont welke; “bato course next” bereidt de volgende voor.
error-practice-mixed = De instellingen en de mappen horen niet bij elkaar ({ $path }): de ene zijn van een cursus, de andere van een echt register.
    .hint = Werk in een cursus vanuit zijn map. Verwijder in een echt register “practice” uit bato.toml. Er is niets gewijzigd.
error-office-looks-alike = “{ $office }” ({ $other }), al aanvaard, heeft dezelfde naam of code als { $value }, of ze lijken op elkaar: ze zouden verward worden.
    .hint = Vraag het kantoor welke de echte is. Trek de andere in, of laat een andere code kiezen.
error-parcel-no-pieces = Er wacht geen stuk van het pakket { $name }.
    .hint = “bato parcel list” toont welke wachten.
error-reference-empty = De referentietabel { $file } is leeg: een kopie of een stroomonderbreking heeft ze misschien afgekapt. Er is niets opgeslagen.
    .hint = Zet het bestand terug in data-raw/reference. Verwijdert u het, dan geldt de tabel die bij het programma hoort.
error-register-file = { $path } is een bestand van het register: het als lijst lezen zou geen regel in het logboek van opzoekingen achterlaten.
    .hint = Schrijf de lijst eerst met “bato export persons -o personen.csv” en geef dan dat bestand.
error-setting-twice = { $path }: { $key } noemt “{ $value }” twee keer.
    .hint = Een wijk kan maar in één groep staan.
error-setting-no-quartier = De instelling { $key } noemt “{ $value }”, dat geen wijk van de gemeente is. Er is niets geschreven.
    .hint = Verbeter die naam in bato.toml, zoals hij in de lijst van de wijken staat (data-raw/reference/quartiers.csv).
error-release-settings = De samengevoegde wijken of de wettelijke regels zijn niet meer die van publicatie nr. { $number }. Twee publicaties van dezelfde gegevens die anders gemaakt zijn, kunnen naast elkaar één enkele persoon tonen. Er is niets geschreven.
    .hint = Neem de instellingen van publicatie nr. { $number } terug. Moeten ze voorgoed veranderen: “bato release --new-settings REDEN”; de reden komt in het boek van de publicaties.
error-register-linked = { $path } is een koppeling naar een andere map: het logboek van opzoekingen zou daar niet staan.
    .hint = Geef met --clean de map van het register zelf.

# Een persoon opzoeken, en het logboek van de opzoekingen.
cli-find = Een persoon zoeken op naam, hoe ook gespeld
cli-find-arg-name = Woorden van de naam, in willekeurige volgorde
cli-find-arg-born = Geboortedatum (09/11/1975 of 1975-11-09) of jaar
cli-find-arg-age = Leeftijd, op een jaar na
cli-find-arg-quartier = Wijk
cli-find-arg-parent = Naam van vader of moeder: hoofd van het huishouden of partner
cli-find-arg-limit = Hoeveel personen hoogstens te tonen
cli-find-arg-json = Het resultaat in JSON geven
cli-log = Tonen wie wat zocht, wanneer en waarom
cli-log-arg-last = Hoeveel regels, de laatste
cli-log-arg-acknowledge = Kennis nemen van een fout in het logboek; met --why
find-id = nummer
find-name = naam
find-sex = geslacht
find-born = geboortedatum
find-quartier = wijk
find-household = huishouden
find-none = Geen persoon gevonden. Probeer minder woorden, of de naam alleen.
find-next = Alles over een persoon: bato show NUMMER
log-empty = Er is nog niets opgezocht.
log-line = { $n }. { $at }  { $who }  { $what }  { $asked }  [{ $shown_shown }]  { $why }
log-fault-broken = Het logboek van opzoekingen is gewijzigd in regel { $line }: een regel is niet meer wat er geschreven werd, of ontbreekt.
log-fault-missing = Regel { $line } van het logboek van opzoekingen is niet meer wat er geschreven werd, of ontbreekt, en misschien ook eerdere regels: het logboek is ingekort, vervangen of verwijderd.
log-fault-acknowledged = Het logboek van opzoekingen is gewijzigd vóór regel { $line }, waarin iemand kennis nam van een fout.
log-fault-added = Vanaf regel { $line } bevat het logboek van opzoekingen een regel die het programma niet geschreven heeft: niemand heeft dat opgezocht.
log-fault-record = Het bestand lookups-head.json, dat de laatste regel van het logboek onthoudt, is onleesbaar.
log-fault-hint = Zoek uit wie de map “log” heeft aangeraakt. Neem er dan kennis van: bato log --acknowledge --why REDEN.
log-acknowledged = Kennis genomen: { $fault }
error-find-nothing-asked = Zeg wie er gezocht wordt.
    .hint = Bijvoorbeeld: bato find MWAMBA Ruth --quartier Boma
error-find-bad-date = “{ $value }” is geen geboortedatum.
    .hint = Schrijf 09/11/1975, 1975-11-09 of alleen 1975.
verify-releases = Boek van de publicaties: { $n_shown } { $n ->
    [one] publicatie, geen bestand gewijzigd
   *[other] publicaties, geen bestand gewijzigd
  }
    .failed = Boek van de publicaties: { $first } ontbreekt of is gewijzigd. Haal de map data-clean/releases uit een back-up voor u een publicatie maakt.
verify-lookups = Logboek van opzoekingen: { $n_shown } { $n ->
    [one] regel, niet gewijzigd
   *[other] regels, geen gewijzigd
  }
    .failed = Het logboek van opzoekingen is gewijzigd of ingekort (regel { $first })
error-look-up-who = Er moet gezegd worden wie het register raadpleegt.
    .hint = Voeg --who en uw naam toe, bijvoorbeeld: --who "Ruth Mwamba".

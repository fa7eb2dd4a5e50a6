### Terminal : aide, résumé, contrôles.

cli = Des fiches de ménage et des registres de naissance au registre de la population, sans perdre une ligne.
cli-run = Lire toutes les feuilles et publier le registre et le rapport
cli-check = Vérifier des feuilles sans toucher au registre
cli-report = Refaire les rapports de la version en cours
cli-export = Sortir une table du registre
cli-verify = Contrôler que le registre est entier et que chaque ligne a un sort
cli-evaluate = Mesurer le registre contre la vérité d'une commune inventée
cli-heading-usage = Usage :
cli-word-command = COMMANDE
cli-heading-commands = Commandes :
cli-heading-arguments = Arguments :
cli-heading-options = Options :
cli-arg-help = Afficher cette aide
cli-arg-version = Afficher la version
cli-arg-raw = Dossier des feuilles reçues (census, births, reference) ; sans elle data-raw
cli-arg-clean = Dossier du registre, écrit par le programme seul ; sans elle data-clean
cli-arg-config = Fichier des réglages (sans lui : bato.toml du dossier courant)
cli-arg-lang = Langue des messages : fr, nl ou en
cli-arg-quiet = Ni barre d'avancement ni message d'information
cli-arg-threads = Nombre de tâches menées de front (sans lui : un par cœur)
cli-run-arg-accept_removals = Accepter que des personnes dont la dernière ligne a disparu quittent le registre
cli-check-arg-files = Feuilles à vérifier
cli-report-arg-out = Dossier des rapports (sans lui : reports dans le dossier du registre)
cli-export-arg-table = persons, households, births, lineage, quarantine, links, aggregates, findings, columns ou aliases
cli-export-arg-format = Format du fichier ; sans elle csv
cli-export-arg-out = Fichier à écrire (sans lui : la sortie standard)
cli-evaluate-arg-truth = Dossier de la vérité (census.csv, births.csv, twins.csv) ; sans elle tests/truth
cli-evaluate-arg-json = Sortir les mesures en JSON
cli-wrong-argument = l'option « { $argument } » n'existe pas.
cli-wrong-command = la commande « { $argument } » n'existe pas.
cli-no-command = aucune commande n'est donnée.
cli-missing-argument = il manque : { $argument }.
cli-wrong-value = la valeur « { $value } » ne convient pas à { $argument }.
cli-see-help = Pour les commandes et leurs options : bato --help
word-error = Erreur :
word-hint = Que faire :
place-file = fichier
place-line = ligne { $row }
place-line-column = ligne { $row }, colonne { $column }
place-sheet = feuille « { $sheet } »
place-sheet-row = { $sheet }, ligne { $row }
stage-read = Lecture
stage-link = Rapprochement
stage-register = Registre
stage-publish = Publication
stage-report = Rapport
progress-left = reste
progress-files = fichiers : { $files_shown }, lignes : { $rows_shown }
summary-title = Registre publié : version { $generation }
summary-files = Fichiers lus : { $n_shown }
summary-equation = Lignes lues : { $rows_shown } = { $ignored_shown } sans données + { $quarantined_shown } en quarantaine + { $registered_shown } inscrites + { $merged_shown } fusionnées
summary-equation-census = {"  "}fiches de ménage : { $rows_shown } = { $ignored_shown } + { $quarantined_shown } + { $registered_shown } + { $merged_shown }
summary-equation-births = {"  "}actes de naissance : { $rows_shown } = { $ignored_shown } + { $quarantined_shown } + { $registered_shown } + { $merged_shown }
summary-persons = Personnes au registre : { $n_shown }, dans { $households_shown } ménages
summary-acts = Actes de naissance : { $n_shown }, dont { $on_time_shown } dans le délai et { $late_shown } hors délai ({ $rate } dans le délai){ $unknown ->
    [0] {""}
   *[other] , { $unknown_shown } sans date utilisable
  }{ $duplicates ->
    [0] {""}
   *[other] {" "}; { $duplicates_shown } déclarés deux fois et comptés une fois
  }
summary-withdrawn = Personnes retirées, leur dernière ligne ayant disparu : { $n_shown }
summary-next = Et maintenant :
summary-next-unreadable = {"  "}- { $n ->
    [one] Un fichier n'a pas pu être lu : réparez-le
   *[other] { $n_shown } fichiers n'ont pas pu être lus : réparez-les
  } comme dit plus haut, puis relancez « bato run ».
summary-next-quarantine = {"  "}- { $n ->
    [one] Une ligne attend
   *[other] { $n_shown } lignes attendent
  } en quarantaine. Voyez-les avec « bato export quarantine -o quarantaine.csv », ou feuille par feuille avec « bato check FICHIER » ; corrigez-les dans vos feuilles et relancez.
summary-next-review = {"  "}- { $n ->
    [one] Une paire de lignes est douteuse
   *[other] { $n_shown } paires de lignes sont douteuses
  } (peut-être la même personne) : table « links ».
summary-next-report = {"  "}- Le rapport est dans { $path }
summary-next-no-report = {"  "}- Le registre est publié, mais le rapport n'a pas pu être écrit : { $said }
    Ensuite, lancez « bato report ».
check-equation = Lignes lues : { $rows_shown } = { $ignored_shown } sans données + { $quarantined_shown } en quarantaine + { $registered_shown } bonnes pour le registre
check-what-to-do = Que faire :
check-hint = - { $rule } ({ $n_shown }) : { $hint }
check-nothing = Rien à corriger.
report-written = Rapport écrit : { $path }
export-written = Table « { $table } » : { $n_shown } lignes écrites dans { $path }
verify-generation = Version { $generation } du registre
verify-recovered = Le fichier CURRENT { $cause } : la version intacte la plus récente est prise à sa place ({ $n_shown } écartées).
recovery-missing = manque
recovery-unreadable = est illisible
recovery-damaged = désigne une version endommagée
verify-mark-ok = bon{"   "}
verify-mark-failed = DÉFAUT
verify-sound = Le registre est entier.
verify-damaged = Le registre est endommagé. N'effacez rien : relancez « bato run », qui part de la dernière version intacte.
evaluate-no-outcome = Lignes de la vérité sans sort : { $n_shown } sur { $total_shown }
evaluate-no-data = Lignes sans données inscrites : { $n_shown }
evaluate-good = Bonnes lignes inscrites ou fusionnées : { $n_shown } sur { $total_shown } ({ $share } %)
evaluate-bad = Mauvaises lignes en quarantaine : { $n_shown } sur { $total_shown } ({ $share } %)
evaluate-bad-rule = {"  "}dont pour la bonne raison : { $n_shown } ({ $share } %)
evaluate-census = Fiches avec fiches : précision { $precision }, rappel { $recall }, F1 { $f1 } ({ $found_shown } paires trouvées, { $truth_shown } vraies)
evaluate-acts = Actes avec actes : précision { $precision }, rappel { $recall }, F1 { $f1 } ({ $found_shown } paires trouvées, { $truth_shown } vraies)
evaluate-act-census = Actes avec fiches : précision { $precision }, rappel { $recall }, F1 { $f1 } ({ $found_shown } paires trouvées, { $truth_shown } vraies)
evaluate-twins = Paires de jumeaux fusionnées : { $n_shown } sur { $total_shown }
evaluate-persons = Personnes recensées : { $n_shown } trouvées, { $total_shown } vraies
evaluate-timeliness = Actes classés autrement que la vérité : { $n_shown } sur { $total_shown }

### Terminal : aide, résumé, contrôles.

cli = Des fiches de ménage et des registres des naissances au registre de la population, sans perdre une ligne.
cli-run = Lire tous les fichiers, puis enregistrer le registre et le rapport
cli-check = Vérifier des fichiers : montrer chaque faute et que faire, sans toucher au registre
cli-correct = Corriger une cellule d’une feuille, annuler une correction ou en donner la liste ; le fichier reste comme il est
cli-report = Refaire les rapports de la version en usage
cli-export = Exporter une table du registre
cli-verify = Contrôler que le registre est intact et qu’aucune ligne n’est perdue
cli-evaluate = Mesurer la qualité sur une commune inventée (pour ceux qui font le programme)
cli-heading-usage = Usage :
cli-word-command = COMMANDE
cli-word-options = OPTIONS
cli-word-FILE = FICHIER
cli-word-DIR = DOSSIER
cli-word-PERIOD = PÉRIODE
cli-word-TABLE = TABLE
cli-word-ID = NUMÉRO
cli-word-TEXT = TEXTE
cli-word-DATE = DATE
cli-word-FROM = DE
cli-word-TO = À
cli-word-N = N
cli-word-ROW = LIGNE
cli-word-SHARE = PART
cli-word-SHEET = FEUILLE
cli-word-WHY = POURQUOI
cli-heading-commands = Commandes :
cli-heading-arguments = Arguments :
cli-heading-options = Options :
cli-arg-help = Afficher cette aide
cli-arg-version = Afficher la version
cli-arg-raw = Dossier des fichiers reçus, avec census, births et reference (sinon : data-raw)
cli-arg-clean = Dossier du registre ; le programme seul y écrit (sinon : data-clean)
cli-arg-config = Fichier des réglages (sinon : bato.toml dans le dossier où vous êtes)
cli-arg-lang = Langue des messages : fr, nl ou en
cli-arg-quiet = Ne montrer ni l’avancement ni les messages d’information
cli-arg-threads = Nombre de tâches faites en même temps (sinon : autant que l’ordinateur peut)
cli-arg-who = Votre nom, pour le journal des recherches (sinon : celui de votre compte)
cli-arg-why = Pourquoi, pour le journal des recherches
cli-arg-force = Remplacer le fichier de sortie s’il existe déjà et n’est pas de la même sorte
cli-run-arg-no_cache = Relire tous les fichiers, même inchangés
cli-run-arg-accept_removals = Accepter que ne soient plus dans le registre les personnes qui ne sont plus dans aucun fichier, et les décisions qui ne sont plus là ; « =12 » : seulement s’il y en a exactement 12
cli-check-arg-files = Fichiers à vérifier (.xlsx, .xls, .ods ou .csv) ou dossiers : tous leurs fichiers
cli-report-arg-out = Dossier des rapports (sinon : reports dans le dossier du registre)
cli-check-arg-explain = Montrer aussi comment chaque fichier a été lu
cli-check-arg-out = Dossier des classeurs de corrections (sinon : à côté de chaque fichier)
cli-correct-arg-file = Fichier, par son chemin sous data-raw ; seul : la liste de ses corrections
cli-correct-arg-sheet = Nom de la feuille ; "" pour un fichier CSV
cli-correct-arg-row = Numéro de la ligne, comme dans le tableur
cli-correct-arg-column = Lettres de la colonne, comme C
cli-correct-arg-new = Le nouveau texte ; "" vide la cellule
cli-correct-arg-old = Le texte vu dans la cellule : s’il n’y est plus, rien n’est écrit
cli-correct-arg-undo = Numéro de la correction à annuler
cli-correct-arg-author = Qui corrige (sinon : le nom de l’utilisateur)
cli-correct-arg-reason = Pourquoi, par exemple « fiche papier »
cli-export-arg-table = persons, households, births, events, lineage, quarantine, findings, links, aggregates ou une autre table (un nom faux en donne la liste)
cli-export-arg-format = Format du fichier : csv, parquet, xlsx ou jsonl (sinon : csv)
cli-export-arg-out = Fichier à écrire (sinon : à l’écran)
cli-evaluate-arg-truth = Vérité : dossier avec census.csv (et births.csv, twins.csv), ou un fichier .csv (sinon : tests/truth)
cli-evaluate-arg-json = Donner les mesures en JSON
cli-wrong-argument = l’option « { $argument } » n’existe pas.
cli-wrong-command = la commande « { $argument } » n’existe pas.
cli-no-command = aucune commande n’est donnée.
cli-missing-argument = il manque : { $argument }.
cli-wrong-value = la valeur « { $value } » ne convient pas à { $argument }.
cli-see-help = Pour les commandes et leurs options : bato --help
word-error = Erreur :
word-hint = Que faire :
place-file = fichier
place-line = ligne { $row }
place-line-column = ligne { $row }, colonne { $column } ({ $column }{ $row })
place-sheet = feuille « { $sheet } »
place-sheet-row = { $sheet }, ligne { $row }
stage-read = Lecture
stage-link = Rapprochement
stage-register = Registre
stage-publish = Enregistrement
stage-report = Rapport
progress-left = reste
progress-files = fichiers : { $files_shown }, lignes : { $rows_shown }
summary-title = Registre enregistré : version { $generation }
summary-files = Fichiers lus : { $n_shown }
summary-equation = Lignes lues : { $rows_shown } = { rows-ignored } + { $quarantined_shown } en quarantaine + { rows-registered } + { rows-merged }
summary-equation-census = {"  "}fiches de ménage : { $rows_shown } = { $ignored_shown } + { $quarantined_shown } + { $registered_shown } + { $merged_shown }
summary-equation-births = {"  "}actes de naissance : { $rows_shown } = { $ignored_shown } + { $quarantined_shown } + { $registered_shown } + { $merged_shown }
summary-equation-events = {"  "}événements : { $rows_shown } = { $ignored_shown } + { $quarantined_shown } + { $registered_shown } + { $merged_shown }
summary-events = Événements : { $n_shown }, dont { $alone_shown } d’une personne connue d’aucune fiche ni d’aucun acte
summary-likely-dead = Habitants probablement décédés, à visiter : { $n_shown } (« bato export likely_dead --format xlsx -o a-visiter.xlsx »)
summary-persons = Personnes au registre : { $n_shown }, dans { $households_shown } { $households ->
    [one] ménage
   *[other] ménages
  }
summary-acts = Actes de naissance : { $n_shown }, dont { $on_time_shown } dans le délai et { $late_shown } hors délai ({ $rate } dans le délai){ $unknown ->
    [0] {""}
   *[other] , { $unknown_shown } sans date utilisable
  }{ $duplicates ->
    [0] {""}
    [one] {" "}; { $duplicates_shown } déclaré deux fois et compté une fois
   *[other] {" "}; { $duplicates_shown } déclarés deux fois et comptés une fois
  }
summary-same-content = « { $path } » a le même contenu que « { $first } » : ses lignes comptent deux fois. Enlevez l’un des deux.
summary-sheet-without-table = { $path }, feuille « { $sheet } » : aucune liste de personnes ou de naissances ({ $reason })
summary-file-without-table = { $path } : aucune liste de personnes ou de naissances ({ $reason })
summary-withdrawn = Personnes retirées du registre, leur dernière ligne n’étant plus là : { $n_shown }
summary-next = Et maintenant :
summary-next-unreadable = {"  "}- { $n ->
    [one] Un fichier n’a pas pu être lu : réparez-le
   *[other] { $n_shown } fichiers n’ont pas pu être lus : réparez-les
  } comme dit plus haut, puis relancez « bato run ».
summary-next-quarantine = {"  "}- { $n ->
    [one] Une ligne attend
   *[other] { $n_shown } lignes attendent
  } en quarantaine. Voyez-les avec « bato export quarantine --format xlsx -o quarantaine.xlsx », ou avec « bato check data-raw », qui écrit les classeurs de corrections. Corrigez dans ces classeurs, d’après la fiche papier, enregistrez-les et relancez « bato run ».
summary-next-review = {"  "}- { $n ->
    [one] Une paire de lignes est douteuse
   *[other] { $n_shown } paires de lignes sont douteuses
  } (peut-être la même personne) : « bato review ».
summary-next-report = {"  "}- Le rapport est dans { $path }
summary-astray = { $n ->
    [one] Attention : un fichier n’est pas lu, car il n’est ni dans « census », ni dans « births », ni dans « events ».
   *[other] Attention : { $n_shown } fichiers ne sont pas lus, car ils ne sont ni dans « census », ni dans « births », ni dans « events ».
  } Déplacez dans le bon de ces dossiers ce qui doit compter, enlevez le reste, puis relancez « bato run » :
summary-settings-changed = Attention : ces réglages ne sont plus ceux de la version { $generation } : { $list }. Si vous ne les avez pas changés, vérifiez que bato.toml est là et que c’est le bon dossier.
summary-reference-changed = Attention : des tables de référence ne sont plus celles de la version { $generation } : { $list }. Les chiffres peuvent changer sans qu’une fiche ait changé. Si vous ne les avez pas changées, remettez-les.
summary-corrections-gone = { $n ->
    [one] Attention : une correction tapée de la dernière version n’est plus dans aucun fichier de data-raw/corrections : { $list }. Si elle n’a pas été retirée exprès, remettez sa ligne.
   *[other] Attention : { $n_shown } corrections tapées de la dernière version ne sont plus dans aucun fichier de data-raw/corrections : { $list }. Si elles n’ont pas été retirées exprès, remettez leurs lignes.
  }
summary-events-of-others = { $n ->
    [one] Attention : un événement porte le numéro d’une personne qui a d’autres noms ou un autre sexe : { $list }. Le numéro compte : comparez avec le papier et corrigez l’un des deux.
   *[other] Attention : { $n_shown } événements portent le numéro d’une personne qui a d’autres noms ou un autre sexe : { $list }. Le numéro compte : comparez avec le papier et corrigez l’un des deux.
  }
summary-idle-pin = Attention : des colonnes sont fixées dans les réglages pour le fichier { $file }, qui n’est pas là. { $renamed ->
    [yes] { $now } a le contenu qu’il avait : s’il a été renommé, écrivez ce nom dans bato.toml (ingest.pin).
   *[no] S’il a été renommé, écrivez son nouveau nom dans bato.toml (ingest.pin).
  }
summary-unknown-files = { $n ->
    [one] Attention : un fichier n’est pas lu, car son nom ou son format n’est pas de ceux de son dossier.
   *[other] Attention : { $n_shown } fichiers ne sont pas lus, car leur nom ou leur format n’est pas de ceux de leur dossier.
  } « reference » contient { $names }, écrits ainsi ; « decisions » contient des CSV : un classeur de paires jugées s’importe avec « bato review --import ». Renommez ou enlevez ce qui suit, puis relancez « bato run » :
summary-next-no-report = {"  "}- Le registre est enregistré, mais le rapport n’a pas pu être écrit : { $said }
    Ensuite, lancez « bato report ».
check-equation = Lignes lues : { $rows_shown } = { rows-ignored } + { $quarantined_shown } en quarantaine + { $registered_shown } { $registered ->
    [one] bonne
   *[other] bonnes
  } pour le registre
check-what-to-do = Que faire :
check-hint = - { $title } ({ $n_shown }) : { $hint }
check-nothing = Rien à corriger.
report-written = Rapport écrit : { $path }
release-written = Sortie n° { $number } écrite : { $path }
dhis2-written = { $n_shown } valeurs de la sortie { $path } ; { $hidden } chiffres non montrés sont laissés de côté.
cli-export-arg-map = Pour « export dhis2 » : table des éléments de données et des unités
cli-export-arg-release = Pour « export dhis2 » : dossier de la sortie (sinon : la dernière)
release-changes = { $n ->
    [one] { $n_shown } personne ou acte a changé depuis la sortie précédente.
   *[other] { $n_shown } personnes ou actes ont changé depuis la sortie précédente.
  }
release-without-ledger = Attention : le registre en est à sa version { $generation }, mais aucun cahier des sorties n’a été trouvé. Celle-ci est comptée comme la première. Si d’autres sont déjà parties, reprenez le dossier data-clean/releases d’une sauvegarde avant de transmettre celle-ci.
cli-release = Faire une sortie : les chiffres arrondis, sans noms, pour Bruxelles ou le coordinateur
cli-release-arg-period = Période : 2018, 2018-S2, 2018-T4 ou 2018-12 (sinon : le trimestre des dernières déclarations que montre la sortie)
cli-release-arg-out = Dossier des sorties (sinon : releases, à côté du dossier du registre)
cli-release-arg-new_settings = Changer pour de bon les quartiers réunis ou les règles légales des sorties : dites pourquoi
cli-release-arg-without_ledger = Faire la sortie bien que le cahier des sorties manque ou soit abîmé : dites pourquoi
release-residents-of = Trop peu d’habitants ont changé : la population et les enfants sont ceux de la sortie n° { $number }.
export-written = Table « { $table } » : { $n_shown } { $n ->
    [one] ligne écrite
   *[other] lignes écrites
  } dans { $path }
verify-generation = Version { $generation } du registre
verify-recovered = { $cause }. Le programme a repris la dernière bonne version.
recovery-missing = L’indication de la version en usage manquait
recovery-unreadable = L’indication de la version en usage était illisible
recovery-damaged = La version en usage était endommagée
recovery-replaced = Une ancienne copie du registre avait été mise à la place de cette version
verify-mark-ok = bon{"   "}
verify-mark-failed = DÉFAUT
verify-sound = Le registre est intact.
verify-ledger-damaged = Les tables du registre sont intactes, mais le cahier des sorties est abîmé.
verify-others-damaged = La version en usage est intacte. Une autre version gardée est abîmée : relancer ne la répare pas. Une sauvegarde de ce moment la contient ; rien d’autre n’en dépend.
verify-damaged = Le registre est endommagé. N’effacez rien : relancez « bato run », qui part de la dernière bonne version.
evaluate-no-outcome = Lignes de la vérité qui n’ont pas été classées : { $n_shown } sur { $total_shown }
evaluate-no-data = Lignes sans données inscrites : { $n_shown }
evaluate-good = Bonnes lignes inscrites ou rattachées : { $n_shown } sur { $total_shown } ({ $share } %)
evaluate-bad = Mauvaises lignes en quarantaine : { $n_shown } sur { $total_shown } ({ $share } %)
evaluate-bad-rule = {"  "}dont pour la bonne raison : { $n_shown } ({ $share } %)
evaluate-census = Fiches avec fiches : précision { $precision }, rappel { $recall }, F1 { $f1 } ({ $found_shown } paires, { $truth_shown } vraies)
evaluate-acts = Actes avec actes : précision { $precision }, rappel { $recall }, F1 { $f1 } ({ $found_shown } paires, { $truth_shown } vraies)
evaluate-act-census = Actes avec fiches : précision { $precision }, rappel { $recall }, F1 { $f1 } ({ $found_shown } paires, { $truth_shown } vraies)
evaluate-twins = Paires de jumeaux réunies en une personne : { $n_shown } sur { $total_shown }
evaluate-persons = Personnes recensées : { $n_shown } trouvées, { $total_shown } vraies ({ $share } %)
evaluate-timeliness = Actes classés autrement que la vérité : { $n_shown } sur { $total_shown }
evaluate-clusters-census = Personnes des fiches : { $right_shown } exactes sur { $truth_shown } ({ $share } %), { $found_shown } trouvées
evaluate-clusters-all = Personnes des fiches et des actes : { $right_shown } exactes sur { $truth_shown } ({ $share } %), { $found_shown } trouvées
evaluate-clusters-rows = {"  "}par ligne (B³) : précision { $precision }, rappel { $recall }, F1 { $f1 }
evaluate-clusters-several = {"  "}personnes de plusieurs lignes : précision { $precision }, rappel { $recall }, F1 { $f1 }
evaluate-clusters-largest = {"  "}la plus grande personne : { $n_shown } lignes (vraie : { $total_shown })
evaluate-thresholds = Paires par seuil de probabilité, avant d’en faire des personnes :
evaluate-column-threshold = seuil
evaluate-column-precision = précision
evaluate-column-recall = rappel
evaluate-column-f1 = F1
evaluate-column-found = trouvées
evaluate-column-false = fausses
evaluate-column-missed = manquées
evaluate-column-from = de
evaluate-column-to = à
evaluate-column-pairs = paires
evaluate-column-announced = annoncée
evaluate-column-true = vraie
evaluate-column-low = min. 95 %
evaluate-column-high = max. 95 %
evaluate-stored-from = {"  "}Seules les paires à { $from } ou plus sont gardées : les autres comptent comme manquées.
evaluate-reliability = Probabilité annoncée et part des paires qui sont vraies :
evaluate-calibration = {"  "}Score de Brier : { $brier } ; écart moyen entre annoncé et vrai : { $error } (0 est le mieux).
evaluate-errors = Paires en erreur : { $n_shown } fausses, { $missed_shown } manquées
evaluate-false = Fausses, { $cause } : { $n_shown }
evaluate-missed = Manquées, { $cause } : { $n_shown }
evaluate-differing = ce qui diffère : { $differing }
evaluate-differing-one = { $difference } { $n_shown }
evaluate-cause-twin = des jumeaux réunis
evaluate-cause-homonym = des homonymes réunis
evaluate-cause-same_household = deux personnes d’un même ménage réunies
evaluate-cause-other = autres personnes réunies
evaluate-cause-left_out = une ligne n’est pas au registre
evaluate-cause-not_compared = jamais comparées, ou trop peu probables pour être gardées
evaluate-cause-set_aside_by_rule = séparées par une règle
evaluate-cause-set_aside_by_person = séparées par une personne
evaluate-cause-below_threshold = sous le seuil
evaluate-difference-moved = quartier
evaluate-difference-name_part_missing = partie du nom absente
evaluate-difference-name_spelt_otherwise = nom écrit autrement
evaluate-difference-birth_date = date de naissance
evaluate-difference-several = plusieurs à la fois
evaluate-difference-none_of_these = rien de cela
evaluate-difference-unknown = inconnu

## bato template

cli-template = Écrire un modèle à remplir, avec des listes et un mode d’emploi
cli-template-arg-kind = census (fiches de ménage), births (registre des naissances) ou events (événements)
cli-template-arg-out = Fichier à écrire (sinon : modele-recensement.xlsx ou modele-naissances.xlsx, dans le dossier où vous êtes)
cli-template-arg-rows = Nombre de lignes vides (sinon : 500)
cli-template-arg-force = Remplacer le fichier s’il existe déjà
explain-title = Comment ce fichier a été lu :
explain-sheet = Feuille « { $sheet } »
explain-table = Tableau : titres ligne { $heading }, { $n ->
    [0] aucune ligne de données
    [one] une ligne de données (ligne { $first })
   *[other] { $n_shown } lignes de données (lignes { $first } à { $last })
  }
explain-no-table = Aucun tableau reconnu.
explain-column = { $column }  « { $heading } » : { $field } ({ $why })
explain-left-out = Lignes écartées ou en quarantaine : { $n_shown }
explain-reason = { $reason } : { $n ->
    [one] ligne
   *[other] lignes
  } { $rows }
explain-to = à
explain-same = Les mêmes titres reviennent { $n_shown } fois plus bas.
cli-rules = Lister les règles de contrôle, ou en expliquer une
cli-rules-arg-rule = Règle à expliquer (sans elle : toutes)
rules-scope-row = ligne
rules-scope-household = ménage
rules-scope-file = fichier
rules-scope-files = fichiers
rules-scope-reading = lecture
rules-setting = Pour changer sa gravité, dans bato.toml sous [validate.severity] : { $setting }

cli-link = Chercher les doublons d’une liste, ou rapprocher deux listes
cli-link-arg-settings = Ce que contient chaque colonne (voir docs/link.md)
cli-link-arg-inputs = Une liste, ou deux à rapprocher (.csv, .xlsx, .xls, .ods ou .parquet)
cli-link-arg-out = Fichier à écrire, .csv, .xlsx, .parquet ou .jsonl ; les paires et les poids vont à côté
cli-link-arg-truth = Colonne qui dit la vérité : mêmes valeurs, même personne (pour mesurer)
cli-link-arg-model = Poids appris auparavant (le fichier .model.json) ; sinon ils sont appris
cli-link-arg-json = Donner le résultat en JSON
cli-word-SETTINGS = REGLAGES
cli-word-INPUT = LISTE
cli-word-COLUMN = COLONNE

link-summary =
    Lignes lues : { $rows_shown } ; personnes : { $clusters_shown } ; doublons : { $duplicates_shown }.
    Paires douteuses, à juger : { $review_shown } ; paires séparées par une règle : { $apart_shown }.
link-no-pass =
    Aucune paire n’a été comparée : les valeurs de ces colonnes sont trop communes pour choisir les lignes à rapprocher. Rien n’est écrit, et la liste peut contenir des doublons.
    Ajoutez aux réglages une colonne qui distingue les lignes : un nom, une date, un numéro.
link-long-texts = La colonne « { $column } » contient des textes de plusieurs mots. Ils sont comparés en entier, comme un seul mot : deux textes qui diffèrent par un mot comptent comme différents, et leurs doublons peuvent manquer.
link-passes = Où les paires ont été cherchées :
link-pass = { $name } : { $pairs_shown } { $pairs ->
        [one] paire nouvelle
       *[other] paires nouvelles
    }, dont { $links_shown } { $links ->
        [one] retenue
       *[other] retenues
    }{ $divided ->
        [0] {""}
       *[other] {" "}(blocs divisés : { $divided_shown })
    }
link-pass-true = {" "}; { $share } des vraies paires
link-written =
    Lignes avec leur groupe : { $out }
    Paires avec leurs poids : { $pairs }
    Poids appris : { $model }
cli-link-arg-by_keys = Avec --model : choisir les paires par les clés du modèle, comme entre plusieurs machines (voir docs/country.md)
link-no-frequencies = Ce modèle est ancien : il ne dit pas combien chaque valeur est fréquente. Cela a été compté dans cette liste.
cli-export-arg-model = Avec keys : le modèle de « bato link »
cli-export-arg-list = Avec keys : exporter cette liste au lieu du registre
cli-export-arg-commune = Avec keys : nom de la commune, écrit devant chaque numéro (sinon : celui des réglages)
export-keys-written = { $persons_shown } personnes et { $keys_shown } clés écrites dans { $path }
cli-model = Réunir des modèles de « bato link » en un seul
cli-model-arg-what = merge : additionner les fréquences de plusieurs modèles
cli-model-arg-models = Fichiers .model.json
cli-model-arg-out = Modèle à écrire
model-merged = Modèle de { $rows_shown } lignes : { $path }
cli-score = Noter des paires : un flux Arrow en entrée, un flux Arrow en sortie (voir docs/country.md)
cli-score-arg-model = Modèle de « bato link » ou de « bato model merge »
cli-cluster = Faire des groupes avec des paires notées ailleurs (voir docs/country.md)
cli-cluster-arg-model = Modèle avec lequel les paires ont été notées
cli-cluster-arg-pairs = Paires notées : un fichier .parquet ou un dossier de ces fichiers
cli-cluster-arg-persons = Personnes de chaque commune : les fichiers persons.parquet de « bato export keys »
cli-cluster-arg-aliases = Alias nationaux d’avant, à conserver
cli-cluster-arg-out = Fichier à écrire, .csv, .xlsx, .parquet ou .jsonl ; les paires et les alias vont à côté
cluster-summary = { $pairs_shown } paires de { $persons_shown } personnes : { $clusters_shown } groupes, { $linked_shown } personnes dans un groupe.
cluster-written =
    Personnes avec leur groupe : { $out }
    Paires avec leurs poids : { $pairs }
    Alias nationaux : { $aliases }
cli-keys = Compter entre communes sans noms : clés d’un tour, secret, paires (voir docs/country.md)
cli-keys-arg-round = Nom du tour, le même dans toutes les communes : écrire les clés des habitants
cli-keys-arg-secret = Secret d’un bureau ; au moins deux, de deux bureaux
cli-keys-arg-commune = Nom de la commune (sinon : celui des réglages)
cli-keys-arg-truth = Vérité d’une commune inventée, pour mesurer
cli-keys-arg-new_secret = Tirer le secret de ce bureau et l’écrire dans ce fichier
cli-keys-arg-pairs = Paires revenues du coordinateur : écrire les personnes
cli-keys-arg-numbers = Avec --pairs : le fichier numbers.csv du tour
cli-keys-arg-out = Dossier à remplir ; avec --pairs, fichier à écrire
cli-overlap = Compter les personnes inscrites dans deux communes, avec les clés d’un tour (voir docs/country.md)
cli-overlap-arg-communes = Ce que chaque commune a envoyé : dossiers avec keys.parquet et round.json
cli-overlap-arg-out = Dossier à remplir
cli-overlap-arg-truth = Pour des communes inventées : numbers.csv de chacune, dans le même ordre
cli-overlap-arg-json = Donner le résultat en JSON
keys-secret-written = Secret écrit dans { $path }. Gardez-le, et envoyez-le aux autres bureaux dans un colis scellé, jamais au coordinateur.
keys-made = { $persons_shown } habitants, dont { $with_keys_shown } avec une clé ; { $keys_shown } clés.
keys-written =
    À envoyer au coordinateur : { $leaving }
    À garder dans la commune : { $staying }
keys-pairs-written = { $n_shown } { $n ->
        [one] personne écrite
       *[other] personnes écrites
    } dans { $path }. Ce fichier contient des noms : il ne part que dans un colis scellé.
overlap-count = { $a } et { $b } : environ { $estimate_shown } personnes dans les deux (de { $low_shown } à { $high_shown }) ; trouvées : { $found_shown } ; paires laissées, car une autre convient aussi bien : { $ambiguous_shown }.
overlap-truth = En vérité { $shared_shown } ; précision { $precision }, rappel { $recall }.
overlap-written = Nombres et numéros des paires : { $path }
scores-pairs = Paires : précision { $precision }, rappel { $recall }, F1 { $f1 } ({ $found_shown } trouvées, { $truth_shown } vraies)
scores-clusters = Personnes : { $right_shown } justes à la ligne près sur { $truth_shown } ({ $share } %), { $found_shown } trouvées
cli-review = Juger les paires douteuses dans un classeur
cli-review-arg-export = Écrire les paires à juger dans ce classeur (.xlsx)
cli-review-arg-most = Combien de paires écrire au plus, les plus utiles d’abord (sinon : 2 000)
cli-review-arg-sample = Avec --export : tirer au hasard tant de paires (sinon : 300) à juger sans aide ; seul : montrer la précision et le rappel d’après le dernier échantillon jugé
cli-review-arg-import = Lire les décisions d’un classeur rempli
cli-review-arg-author = Qui a décidé
cli-judge = Juger les paires douteuses l’une après l’autre
cli-judge-arg-uncertain = Revoir les rattachements, les moins sûrs d’abord
cli-judge-arg-agreement = Montrer l’accord de deux agents sur les mêmes paires, et leurs désaccords
cli-word-NAME = NOM
cli-show = Montrer tout ce qui est connu d’une personne ou d’un ménage
cli-show-arg-id = Numéro de la personne (P-…) ou du ménage (M-…)
cli-show-arg-html = Écrire une page à ouvrir dans un navigateur
## bato synth

cli-synth = Inventer une commune avec sa vérité, pour essayer et mesurer (pour ceux qui font le programme)
cli-synth-arg-persons = Nombre d’habitants, de 100 à 10 000 000
cli-synth-arg-seed = Nombre de départ : un autre nombre donne une autre commune (sinon : 1)
cli-synth-arg-shared_with = Nombre de départ d’une autre commune, dont une partie des ménages est aussi dans celle-ci
cli-synth-arg-shared = Part de ces ménages, de 0 à 1 (sinon : 0,02)
cli-synth-arg-out = Dossier à remplir ; data-raw et truth y sont créés
cli-synth-arg-difficulty = Difficulté : light (peu de fautes), usual (comme d’habitude) ou heavy (beaucoup de fautes, noms transmis dans les familles)
cli-synth-arg-settings = Fichier des réglages de la commune inventée (sinon : ceux livrés avec le programme)
cli-synth-arg-print_settings = Montrer les réglages livrés, avec leur unité et leur raison
cli-synth-arg-force = Remplacer une commune inventée qui s’y trouve déjà
synth-made = Commune inventée : { $persons_shown } habitants, { $files_shown } fichiers, { $rows_shown } lignes de fiches et { $acts_shown } actes, dans { $path }
cli-compare = Mettre des communes côte à côte, d’après leurs chiffres agrégés
cli-compare-arg-communes = Dossiers des rapports des communes (ou leur fichier aggregates.csv)
cli-compare-arg-out = Dossier où écrire la page et le classeur de comparaison
compare-overview = { $commune } : { $persons } personnes, { $households } ménages ; { $censused } quartiers recensés sur { $quartiers }
    {"  "}dans le délai : { $on_time } (de { $low } à { $high }) de { $judged } actes au délai connu
    {"  "}enfants sans acte : { $without } (de { $without_low } à { $without_high }) de { $children } enfants recensés
compare-flags = { $n ->
    [0] Aucune faute trouvée dans les chiffres publiés ailleurs.
    [one] { $n_shown } faute trouvée dans les chiffres publiés ailleurs.
   *[other] { $n_shown } fautes trouvées dans les chiffres publiés ailleurs.
  }
compare-written = Comparaison écrite : { $path }
cli-export-arg-words = Pour le tableur : titres, mots et messages dans la langue choisie, colonnes séparées par « ; » (csv ; un xlsx est toujours ainsi)
cli-show-arg-details = Montrer aussi le poids de chaque comparaison, en bits
summary-unchanged = Rien n’a changé : la version { $generation } du registre reste en usage.
summary-one-fiche = { $n ->
    [one] Une décision n’a pas été suivie
   *[other] { $n_shown } décisions n’ont pas été suivies
  } : les deux lignes sont sur la même fiche, ce sont deux personnes.
recovered-answer = Attention : cette réponse vient de la version { $generation }{ $code ->
    [replaced] .
   *[other] , plus ancienne.
  } { $cause }. Relancez « bato run ».
clock-behind = Attention : l’horloge de l’ordinateur ({ $now }) est avant la dernière version du registre ({ $last }). Mettez-la à l’heure.
clock-ahead = Attention : l’horloge de l’ordinateur ({ $now }) est des années après la dernière version du registre ({ $last }). Vérifiez-la.
ask-why = Pour quelle raison ? (elle est écrite dans le journal des recherches)
answer-yes = oui o yes y ja j
summary-rulings-gone = { $n ->
    [one] Une décision de la dernière version n’est plus dans aucun fichier :
   *[other] { $n_shown } décisions de la dernière version ne sont plus dans aucun fichier :
  }
summary-corrected-cells = { $n ->
    [one] Corrections tapées : une cellule est lue corrigée.
   *[other] Corrections tapées : { $n_shown } cellules sont lues corrigées.
  }
summary-corrections-not-applied = { $n ->
    [one] Une correction n’est pas appliquée : voyez pourquoi avec « bato check data-raw ».
   *[other] { $n_shown } corrections ne sont pas appliquées : voyez pourquoi avec « bato check data-raw ».
  }

# Windows: a window of its own, the folder of the register.
cli-close-window = Appuyez sur Entrée pour fermer cette fenêtre.
cli-register-folder = Dossier du registre : { $path }
cli-register-folder-new =
    Dossier du registre : { $path }
    Il vient d’être créé dans vos documents, que les autres comptes de ce PC ne peuvent pas lire.
    Mettez les fichiers de fiches de ménage dans data-raw, dossier census, les registres de naissances dans births.

## bato course

cli-course = Suivre le cours : des leçons sur une commune inventée, dans un dossier à part
cli-course-arg-learner = Nom de l’apprenant
cli-course-start = Commencer le cours d’un apprenant, ou le continuer
cli-course-start-arg-learner = Nom de l’apprenant
cli-course-start-arg-seed = Numéro de la commune inventée (sinon : tiré au sort)
cli-course-status = Montrer les leçons et la leçon en cours
cli-course-check = Vérifier la leçon en cours
cli-course-hint = Donner un indice, puis un deuxième, puis un troisième
cli-course-next = Préparer la leçon suivante
cli-course-reset = Recommencer une leçon (sinon : celle qui est en cours)
cli-course-reset-arg-lesson = Nom ou numéro de la leçon
cli-course-answer = Répondre à une question de la leçon
cli-course-answer-arg-text = La réponse
cli-course-answer-arg-question = Numéro de la question (sinon : la première sans bonne réponse)
cli-course-solution = Montrer la solution de la leçon
cli-course-solution-arg-carry_out = L’exécuter
cli-course-certificate = Écrire l’attestation, quand toutes les leçons sont réussies
cli-course-certificate-arg-out = Page à écrire (sinon : attestation.html dans le dossier du cours)
cli-course-certificate-arg-signed = Dossier du résultat que le formateur a signé
cli-course-result = Écrire le résultat pour le formateur, en totaux
cli-course-result-arg-out = Dossier où l’écrire (sinon : resultat dans le dossier du cours)
cli-course-result-arg-with_name = Avec votre nom : seulement si vous l’acceptez
cli-course-sign = Signer le résultat d’un apprenant avec la clé de ce service (pour le formateur)
cli-course-sign-arg-folder = Dossier du résultat
cli-course-results = Montrer les résultats des apprenants (pour le formateur)
cli-course-results-arg-folders = Dossiers des cours et des résultats reçus (sinon : cours)
cli-arg-learner = Nom de l’apprenant
cli-word-LESSON = LEÇON
release-acts-of = Trop peu d’actes ont changé : les actes, et la période { $period }, sont ceux de la sortie n° { $number }. Les actes lus depuis seront dans une prochaine sortie.

### Erreurs : ce qui s’est passé, que faire.

error-io = Le système a refusé l’accès à { $path } : { $cause }.
    .hint = Lisez la raison ci-dessus ; si elle revient, montrez-la à votre responsable informatique.
error-corrections-not-written = Le classeur de corrections n’a pas pu être écrit dans { $path } : { $cause }.
    .hint = Fermez le classeur de corrections s’il est ouvert, ou indiquez un autre dossier, par exemple « bato check --out corrections FICHIER ».
error-corrections-too-large = Le classeur de corrections n’a pas été fait : une feuille ou un texte est trop long pour un classeur Excel ({ $cause }).
    .hint = Coupez le fichier en plusieurs, par exemple un par quartier, et vérifiez chacun.
error-corrections-not-made = Le classeur de corrections n’a pas été fait : la copie n’était pas identique à l’original ({ $cause }).
    .hint = Fermez le fichier s’il est ouvert ailleurs et recommencez ; sinon corrigez-le directement d’après la liste ci-dessus.
error-corrections-columns = Les colonnes du fichier de corrections { $path } ne sont pas les bonnes : inconnues { $unknown } ; manquantes { $missing }. Aucune de ses corrections ne serait appliquée.
    .hint = Donnez à la première ligne ces colonnes, et rien d’autre : { $expected }
error-correct-author = Indiquez qui corrige.
    .hint = Ajoutez --author "votre nom".
error-correct-file-replaced = « { $path } » n’est pas lu : le classeur de corrections « { $by } » le remplace.
    .hint = Corrigez dans « { $by } ».
error-correct-file-unknown = « { $path } » n’est pas un fichier du registre.
    .hint = Donnez son chemin sous data-raw, par exemple census/Q06 Boma_2017.xlsx. « bato check data-raw » les montre tous.
error-correct-merged = La cellule { $place } est couverte par la cellule fusionnée { $first }.
    .hint = Corrigez la cellule { $first }.
error-correct-no-row = La ligne de la cellule { $place } est vide dans la feuille.
    .hint = Vérifiez le numéro de la ligne. Une personne qui manque s’ajoute par une saisie, non par une correction.
error-correct-no-sheet = Le fichier n’a pas de feuille « { $sheet } ». Il a : { $known }.
    .hint = Écrivez le nom de la feuille comme sur son onglet ; pour un fichier CSV, écrivez "".
error-correct-other-text = La cellule { $place } contient « { $now } », et non « { $old } ». Rien n’a été écrit.
    .hint = Quelqu’un l’a peut-être corrigée entre-temps. Comparez avec la fiche papier, puis recommencez s’il le faut.
error-correct-place = « { $value } » n’est pas une cellule.
    .hint = Donnez le numéro de la ligne et les lettres de la colonne, comme 7 et C.
error-correct-reason = Indiquez pourquoi.
    .hint = Ajoutez --reason "…" : la raison reste avec la correction.
error-correct-same = La cellule { $place } contient déjà « { $now } ».
    .hint = Écrivez un autre texte, d’après la fiche papier, ou passez à la cellule suivante.
error-correct-too-long = Le texte est trop long pour une cellule (au plus { $limit } caractères).
    .hint = Écrivez un texte plus court.
error-correct-unknown = Il n’y a pas de correction { $id }.
    .hint = « bato correct » en donne la liste.
error-correct-words = « bato correct » : il manque un mot, ou il y en a un de trop.
    .hint = Écrivez par exemple : bato correct "census/Q06 Boma_2017.xlsx" Feuil1 7 C --new F --reason "…"
error-disk-full = Le disque est plein : { $path } n’a pas pu être écrit. Le registre précédent reste en place.
    .hint = Libérez de la place (quelques centaines de Mo), puis relancez la même commande.
error-disk-full-after = Le disque est plein : { $path } n’a pas pu être écrit. Le registre, lui, est enregistré.
    .hint = Libérez de la place (quelques centaines de Mo), puis lancez « bato report ».
error-no-permission = Il n’est pas permis d’ouvrir ou d’écrire { $path }.
    .hint = Fermez le fichier s’il est ouvert ailleurs, ou demandez les droits sur ce dossier.
error-not-found = { $path } n’existe pas.
    .hint = Vérifiez le chemin et le nom.
error-raw-missing = Le dossier { $path } ne contient ni « census » ni « births ».
    .hint = Mettez les fichiers de recensement dans { $path }/census et les registres des naissances dans { $path }/births, ou indiquez le bon dossier avec --raw.
error-raw-empty = Il n’y a aucun fichier dans { $path }/census ni { $path }/births.
    .hint = Copiez-y les fichiers reçus (.xlsx, .xls, .ods ou .csv), puis recommencez.
error-all-unreadable = { $n ->
    [one] Le fichier { $path } n’a pas pu être lu : { $reason }
   *[other] Aucun des { $n_shown } fichiers n’a pu être lu. Le premier, { $path } : { $reason }
  } Rien n’a été enregistré.
    .hint = Lancez « bato check » sur chaque fichier pour savoir pourquoi et que faire.
error-removals = { $n ->
    [one] Une personne n’a plus aucune ligne et disparaîtrait
   *[other] { $n_shown } personnes n’ont plus aucune ligne et disparaîtraient
  } du registre : { $persons }. Rien n’a été enregistré.
    .hint = Un fichier manque-t-il dans data-raw ? Remettez-le. Un réglage ou une table a-t-il changé ? « bato run --dry-run » le nomme. Si ces retraits sont voulus, relancez avec --accept-removals.
error-no-register = Il n’y a pas encore de registre dans { $path }.
    .hint = Lancez d’abord « bato run », ou indiquez le bon dossier avec --clean.
error-unknown-setting = { $path }, ligne { $line } : le réglage « { $key } » n’existe pas.
    .hint = Les réglages connus à cet endroit : { $known }.
error-bad-setting = { $path }, ligne { $line } : ce réglage ne peut pas être lu ({ $cause }).
    .hint = Comparez avec le fichier bato.toml livré avec le programme.
error-setting-out-of-range = { $path } : { $key } vaut { $value }, hors de { $low } à { $high }.
    .hint = Mettez une valeur entre { $low } et { $high }, ou effacez la ligne.
error-unknown-language = La langue « { $value } » n’est pas connue.
    .hint = Prenez fr, nl ou en.
error-unknown-field = Les réglages ingest.headings nomment « { $value } », qui n’est pas un contenu de colonne connu.
    .hint = Les contenus connus : { $known }.
error-unknown-code = Les réglages words nomment le code « { $value } », qui n’existe pas.
    .hint = Les codes sont ceux de la table persons (head, spouse, child…).
error-unknown-rule = La règle « { $value } » n’existe pas.
    .hint = Prenez le nom d’une règle dans la liste que donne « bato rules ».
error-unknown-severity = La gravité « { $value } » de la règle { $key } n’existe pas.
    .hint = Écrivez "error" ou "warning".
error-bad-headers = La liste des titres de colonnes livrée avec le programme est abîmée ({ $cause }).
    .hint = C’est un défaut du programme. { $support }
error-bad-codes = La liste des mots livrée avec le programme est abîmée ({ $cause }).
    .hint = C’est un défaut du programme. { $support }
error-bad-reference = La table de référence { $file } ne peut pas être lue (ligne { $line }, colonne « { $column } », valeur « { $value } »). { $cause }
    .hint = Corrigez-la, ou retirez le fichier : la table livrée avec le programme sera prise.
error-bad-truth = La vérité { $path } ne peut pas être lue ({ $cause }).
    .hint = Il faut un fichier .csv à virgules, en UTF-8, avec les colonnes file, sheet, row et person.
error-truth-missing = Le dossier { $path } ne contient pas census.csv.
    .hint = Donnez un dossier avec census.csv (et births.csv, twins.csv s’il y en a), ou un seul fichier .csv.
error-truth-columns = La vérité { $path } n’a pas ces colonnes : { $missing }.
    .hint = Il faut, séparées par des virgules, les colonnes { $needed }.
error-truth-value = La vérité { $path }, ligne { $line }, ne convient pas : colonne { $column }, valeur « { $value } ».
    .hint = « row » est un numéro de ligne ; « person » ne peut être vide que si « expect » dit que la ligne est mauvaise.
error-file-empty = le fichier est vide.
    .hint = Demandez une nouvelle copie au quartier : celle-ci n’a rien dedans.
error-file-no-rows = le classeur ne contient aucune ligne remplie.
    .hint = Demandez le fichier rempli, ou retirez celui-ci de data-raw.
error-file-too-large = le fichier dépasse { $limit } Mo.
    .hint = Coupez le fichier en plusieurs, ou demandez à votre responsable informatique d’augmenter max_file_mb dans bato.toml, sous [ingest].
error-file-encrypted = le fichier est protégé par un mot de passe.
    .hint = Ouvrez-le dans le tableur, retirez le mot de passe, enregistrez, puis relancez.
error-file-damaged = le fichier est endommagé ou incomplet.
    .hint = Recopiez-le depuis la clé ou l’ordinateur d’origine. S’il s’ouvre dans le tableur, enregistrez-le sous le format .xlsx.
error-file-bomb = le fichier devient trop grand quand on le décompresse (limite : { $limit }) : il est abîmé ou piégé.
    .hint = Ne l’ouvrez pas. Demandez une nouvelle copie à l’agent qui l’a tapé.
error-file-not-spreadsheet = ce n’est pas un fichier de tableur.
    .hint = Enregistrez le tableau en .xlsx, .ods ou .csv, ou retirez ce fichier de data-raw. Si c’est un dossier compressé (.zip), retirez-en les classeurs.
error-file-too-many-cells = le fichier a plus de { $limit_shown } cellules remplies.
    .hint = Coupez le fichier en plusieurs, ou demandez à votre responsable informatique d’augmenter max_cells dans bato.toml, sous [ingest].
error-file-other-format = ce n’est pas un fichier de tableur, mais { $what ->
    [html] une page web (HTML)
    [xml] un fichier XML (ancien Excel 2003 ou classeur « à plat »)
   *[rtf] un texte mis en forme (RTF)
  } enregistré sous un nom de fichier de tableur.
    .hint = Ouvrez-le dans le tableur, faites « Enregistrer sous », choisissez le format Classeur .xlsx, puis relancez.
error-file-too-old = le fichier vient d’un tableur trop ancien pour être lu.
    .hint = Ouvrez-le dans le tableur, faites « Enregistrer sous », choisissez le format Classeur .xlsx, puis relancez.
error-file-no-sheet = le classeur ne contient aucune feuille avec des cellules.
    .hint = Ouvrez-le dans le tableur : si les feuilles manquent, demandez une nouvelle copie au quartier.
error-file-sheet-twice = deux feuilles du classeur portent le même nom : l’une des deux serait perdue.
    .hint = Ouvrez-le dans le tableur, donnez un autre nom à l’une des deux feuilles, enregistrez-le sous le format .xlsx, puis recommencez.
error-file-outside-sheet = une cellule se trouve là où aucun tableur n’en a (au-delà de la ligne 1 048 576 ou de la colonne XFD).
    .hint = Copiez le tableau dans un nouveau classeur et enregistrez-le sous le format .xlsx.
error-file-lock = ce n’est pas le classeur, mais la trace laissée par le tableur pendant qu’il est ouvert.
    .hint = Fermez le classeur dans le tableur et donnez le vrai fichier, celui sans « ~$ » au début du nom.
error-file-too-heavy = la lecture du fichier demande trop de mémoire (plus de { $limit } Mo) : il est endommagé ou beaucoup trop grand.
    .hint = Ouvrez-le dans le tableur, copiez seulement le tableau dans un nouveau classeur et enregistrez-le sous le format .xlsx. Si le fichier est vraiment si grand, coupez-le en plusieurs, ou demandez à votre responsable informatique d’augmenter worker_memory_mb dans bato.toml, sous [ingest].
error-file-too-slow = la lecture du fichier n’était pas finie après { $limit } secondes : elle a été arrêtée.
    .hint = Ouvrez-le dans le tableur, copiez seulement le tableau dans un nouveau classeur et enregistrez-le sous le format .xlsx. Si l’ordinateur est très lent, demandez à votre responsable informatique d’augmenter worker_seconds dans bato.toml, sous [ingest].
error-reader-not-started = le programme n’a pas pu se relancer pour lire ce classeur ({ $cause }).
    .hint = Fermez d’autres programmes et recommencez. Si l’erreur revient, redémarrez l’ordinateur.
error-file-no-table = aucun tableau n’y a été reconnu : pas de ligne de titres (Nom, Sexe, Date de naissance…).
    .hint = Écrivez les titres au-dessus des colonnes ; les lignes remplies attendent en quarantaine.
error-format-unknown = Le format « { $value } » n’existe pas.
    .hint = Prenez l’un de : { $known }.

### Messages de src/store : registre sur le disque

error-judging-pair = Cette paire n’attend plus d’être jugée : le registre a changé, ou un autre agent l’a jugée. Rien n’a été écrit.
    .hint = Continuez avec la paire suivante.
error-judging-twice = Vous avez déjà jugé cette paire autrement. Rien n’a été écrit.
    .hint = Annulez d’abord votre réponse (touche u), puis jugez la paire de nouveau.
error-judging-undo = Vous n’avez aucune réponse d’aujourd’hui à annuler.
    .hint = Une réponse plus ancienne s’annule avec « bato decide list », puis « bato decide undo D-… ».
error-entry-file = Le fichier { $path } a été enregistré par un autre programme, sous une autre forme. Rien n’a été écrit.
    .hint = Fermez-le dans le tableur et enregistrez-le de nouveau en CSV, séparé par des points-virgules, en UTF-8, avec les mêmes titres ; ou donnez-lui un autre nom et continuez.
error-event-gone = Cet événement n’est plus parmi ceux qui ont été signalés ici.
    .hint = Regardez de nouveau la page de la personne.
error-event-in-register = Le registre contient déjà cet événement : il ne peut plus être retiré ici. Rien n’a été changé.
    .hint = S’il est faux, corrigez sa ligne dans le fichier du dossier data-raw/events/saisie, puis importez de nouveau.
error-typing-author = Seul { $author } peut changer les lignes de ce lot. Rien n’a été écrit.
    .hint = Ouvrez un lot à votre nom.
error-typing-batch = Il n’y a pas de lot « { $id } ».
    .hint = Choisissez un lot dans la liste.
error-typing-blank = Cette ligne ne contient aucune personne. Rien n’a été écrit.
    .hint = Tapez au moins un nom.
error-typing-changed = Le lot a changé entre-temps, peut-être dans une autre fenêtre. Rien n’a été écrit.
    .hint = Regardez la dernière ligne du lot, puis tapez la suivante.
error-typing-closed = Ce lot est fermé. Rien n’a été écrit.
    .hint = Ouvrez-le de nouveau, si la seconde saisie n’a pas commencé.
error-typing-not-all = Il reste à taper : { $fiches }.
    .hint = Tapez toutes les fiches de l’échantillon, puis terminez.
error-typing-open = Ce lot est encore ouvert.
    .hint = Fermez-le d’abord, avec le nombre de fiches comptées sur papier.
error-typing-quartier = La commune n’a pas de quartier « { $value } ».
    .hint = Choisissez un quartier dans la liste.
error-typing-row = Cette ligne a été changée ou enlevée entre-temps. Rien n’a été écrit.
    .hint = Regardez de nouveau la page du lot.
error-typing-second = La seconde saisie de ce lot n’est pas commencée, ou elle ne permet plus ce changement.
    .hint = Regardez de nouveau la page du lot.
error-typing-second-author = { $author } a tapé ou commencé cette saisie ; une autre personne ne peut pas la continuer, et l’auteur du lot ne peut pas se contrôler lui-même.
    .hint = Demandez la seconde saisie à la bonne personne.
error-typing-year = { $value } n’est pas une année de recensement ou de registre.
    .hint = Écrivez une année entre 1950 et 2099.
error-run-under-way = Une autre importation est en cours dans ce dossier ({ $path }).
    .hint = Attendez qu’elle finisse, puis recommencez. Si aucune fenêtre de Bato n’est ouverte, redémarrez l’ordinateur.
error-row-equation = Toutes les lignes n’ont pas été classées : feuille « { $sheet } » du fichier { $file }, { $rows } lignes lues, { $counted } classées. Rien n’a été enregistré ; le registre précédent reste en place.
    .hint = C’est un défaut du programme, pas de vos fichiers. Gardez le fichier { $file }. { $support }
error-register-damaged = Aucune version du registre n’est intacte dans { $path } (versions examinées : { $n }).
    .hint = N’effacez rien. Remettez la dernière copie de sauvegarde de data-clean, puis relancez « bato verify ».
error-register-newer = Le registre ({ $path }) a été écrit par une version plus récente de Bato (format { $format } ; ce programme connaît le format { $known }).
    .hint = Installez la dernière version de Bato sur cet ordinateur. Le registre n’a pas été touché.
error-generation-unknown = La version { $generation } du registre n’existe pas ; il y a : { $known }.
    .hint = Prenez le numéro d’un dossier de data-clean/generations.
error-manifest-damaged = Le fichier { $path } est endommagé ou n’est plus celui qui a été enregistré.
    .hint = N’effacez rien. Lancez « bato verify » : le programme reprend la dernière bonne version.
error-manifest-write = La liste des fichiers du registre n’a pas pu être écrite ({ $path }). Rien n’a été enregistré.
    .hint = Relancez l’importation. Si l’erreur revient : { $support }
error-table-damaged = La table « { $table } » ({ $path }) manque, est endommagée ou n’est plus celle qui a été enregistrée.
    .hint = Lancez « bato verify », puis refaites l’importation à partir des fichiers reçus. Si le disque est ancien, copiez data-raw sur un autre support.
error-table-unreadable = La table « { $table } » ne peut pas être lue.
    .hint = Relancez l’importation. Si l’erreur revient : { $support }
error-table-write = La table « { $table } » n’a pas pu être écrite. Rien n’a été enregistré ; le registre précédent reste en place.
    .hint = Relancez l’importation. Si l’erreur revient, contrôlez le disque. { $support }
error-table-unknown = Il n’y a pas de table « { $table } ».
    .hint = Choisissez l’une de celles-ci : { $known }.
error-column-missing = La colonne « { $column } » manque dans la table « { $table } » : une autre version de Bato l’a écrite.
    .hint = Relancez l’importation avec cette version de Bato.
error-column-type = La colonne « { $column } » de la table « { $table } » devrait être du type { $expected }, elle est du type { $found }.
    .hint = Relancez l’importation avec cette version de Bato.
error-column-null = La colonne « { $column } » de la table « { $table } » contient des cases vides, ce qui n’est pas permis.
    .hint = Relancez l’importation avec cette version de Bato.
error-output-incomplete = La commande a fait son travail, mais son texte n’a pas pu être écrit jusqu’au bout.
    .hint = Vérifiez qu’il reste de la place là où vous envoyez ce texte, puis relancez pour le revoir.
error-output-closed = Le programme qui recevait les données ({ $path }) s’est arrêté avant la fin.
    .hint = Si vous ne vouliez que le début, il n’y a rien à faire ; sinon exportez vers un fichier avec -o.

### Contrôles de « bato verify »

verify-unread = Contrôle impossible : la table « { $unread } » ne peut pas être lue.
verify-current = La version du registre en usage est bien celle qui a été enregistrée.
    .failed = La version en usage n’est pas intacte ou n’est pas celle qui est ouverte (premier défaut : { $first }). Refaites l’importation pour enregistrer une bonne version.
verify-newest = Aucune version enregistrée et intacte n’est plus récente que celle en usage.
    .failed = Une version plus récente ({ $first }) est intacte mais n’est plus en usage : une ancienne copie a été remise à sa place. Refaites l’importation.
verify-table-hash = Les { $n_shown } fichiers de tables sont ceux qui ont été enregistrés.
    .failed = Fichiers de tables manquants ou endommagés : { $n_shown }, d’abord { $first }. Refaites l’importation ou remettez la sauvegarde.
verify-table-schema = Les colonnes des tables sont celles attendues ({ n-tables }).
    .failed = Tables avec d’autres colonnes que prévu : { $n_shown }, d’abord { $first }. Refaites l’importation avec cette version de Bato.
verify-table-rows = Le nombre de lignes de chaque table est celui annoncé ({ n-tables }).
    .failed = Tables sans le nombre de lignes annoncé : { $n_shown }, d’abord { $first }. Refaites l’importation.
verify-other-generations = Les autres versions gardées sont intactes ({ $n ->
    [one] une
   *[other] { $n_shown }
  }).
    .failed = Autres versions endommagées : { $n_shown }, d’abord la version { $first }. Le registre en usage n’en dépend pas ; une sauvegarde de ce temps les remplace.
verify-row-equation = Lignes lues = écartées + en quarantaine + inscrites + rattachées, feuille par feuille ({ n-sheets }).
    .failed = Feuilles dont le compte des lignes n’est pas bon : { $n_shown }, d’abord { $first }. Refaites l’importation. { $support }
verify-row-once = Aucune ligne n’est comptée deux fois ({ n-rows }).
    .failed = Lignes comptées plus d’une fois : { $n_shown }, d’abord { $first }. { $support }
verify-row-person = Chaque ligne inscrite ou rattachée mène à une personne du registre ({ n-rows }).
    .failed = Lignes sans personne dans le registre : { $n_shown }, d’abord { $first }. Refaites l’importation.
verify-registered-once = Chaque personne est entrée par une seule ligne ({ n-persons }).
    .failed = Personnes sans ligne d’inscription, ou avec plusieurs : { $n_shown }, d’abord { $first }. Refaites l’importation.
verify-quarantine-reason = Chaque ligne en quarantaine a son motif ({ n-rows }).
    .failed = Lignes en quarantaine sans motif : { $n_shown }, d’abord { $first }. Refaites l’importation.
verify-person-id-once = Aucun numéro de personne n’est donné deux fois ({ n-persons }).
    .failed = Numéros de personne donnés deux fois : { $n_shown }, d’abord { $first }. { $support }
verify-person-id-check = Le caractère de contrôle de chaque numéro de personne est juste ({ n-persons }).
    .failed = Numéros de personne au caractère de contrôle faux : { $n_shown }, d’abord { $first }. { $support }
verify-household-head = Le chef de chaque ménage est dans le registre ({ n-households }).
    .failed = Ménages dont le chef n’est pas dans le registre : { $n_shown }, d’abord { $first }. Refaites l’importation.
verify-birth-person = L’enfant de chaque acte est dans le registre ({ n-acts }).
    .failed = Actes dont l’enfant n’est pas dans le registre : { $n_shown }, d’abord { $first }. Refaites l’importation.
verify-alias-person = Chaque ancien numéro mène à une personne du registre ({ n-ids }).
    .failed = Anciens numéros qui ne mènent à personne : { $n_shown }, d’abord { $first }. Refaites l’importation.

## bato template

error-template-exists = Le fichier { $path } existe déjà : il n’a pas été touché.
    .hint = Donnez un autre nom avec -o, ou ajoutez --force pour le remplacer.
error-template-ending = Le nom { $path } ne finit pas par .xlsx : le tableur ne l’ouvrirait pas.
    .hint = Donnez un nom comme modele.xlsx.
error-template-not-made = Le modèle n’a pas pu être fait ({ $cause }).
    .hint = Contrôlez les noms des quartiers dans data-raw/reference/quartiers.csv et le nom de la commune dans bato.toml. S’ils sont justes : { $support }
error-unknown-column = « { $value } » n’est pas une colonne.
    .hint = Écrivez les lettres de la colonne comme le tableur les montre : A, B… Z, AA…

error-table-inputs = { $n } listes : il en faut une ou deux.
    .hint = Donnez une liste pour y chercher des doublons, deux pour les rapprocher.
error-table-no-column = { $path } : la colonne « { $column } » n’y est pas.
    .hint = Colonnes du fichier : { $known }. Corrigez le nom dans les réglages, tel qu’il est écrit en tête de colonne.
error-table-column-twice = { $path } : deux colonnes s’appellent « { $column } ».
    .hint = Donnez un autre nom à l’une des deux.
error-table-no-rows = { $path } : aucune ligne sous les titres des colonnes.
    .hint = Vérifiez que c’est le bon fichier, et que la première feuille contient la liste.
error-bad-table-setting = { $path } : réglages à corriger : { $settings } ({ $expected }).
    .hint = accept va de 0,5 à 1 ; review de plus de 0 à accept ; max_block d’au moins 10 ; pairs_per_row plus de 0 ; au moins une [[comparison]], de 1 colonne (name : 1 à 3, place : 1 à 4), chaque colonne une seule fois.
error-bad-model = { $path } : ces poids ne peuvent pas être lus ({ $cause }).
    .hint = Donnez un fichier .model.json écrit par « bato link », ou laissez --model.
error-model-changed = { $path } : ce modèle a été modifié depuis qu’il a été écrit.
    .hint = Reprenez le fichier d’origine, ou refaites-le avec « bato link » ou « bato model merge ».
error-model-newer = { $path } : ce modèle a été écrit par une version plus récente de Bato ({ $format }).
    .hint = Installez la version la plus récente de Bato.
error-model-other-list = { $path } : ce modèle compare d’autres colonnes que celles des réglages.
    .hint = Donnez le modèle d’une liste avec les mêmes colonnes, ou laissez --model.
error-model-without-frequencies = { $path } : ce modèle ancien contient les poids seuls, sans la fréquence des valeurs.
    .hint = Refaites-le : « bato link » sur la liste d’où il vient écrit un modèle entier.
error-model-merge-settings = { $path } : ce modèle a d’autres réglages que le premier.
    .hint = Faites chaque modèle avec le même fichier de réglages.
error-model-merge-twice = { $path } : ce modèle est donné deux fois, ses lignes compteraient double.
    .hint = Donnez chaque modèle une seule fois.
error-pair-stream = Le flux de paires ne peut pas être lu ({ $cause }).
    .hint = Le programme attend un flux Arrow IPC non compressé, entier, avec sa marque de fin. Aucune paire de la suite n’est notée.
error-pair-column = Le flux de paires n’a pas de colonne de texte « { $column } » (trouvé : { $found }).
    .hint = Il faut person_a et person_b, puis chaque colonne comparée deux fois, avec _a et _b à la fin de son nom.
error-pairs-unknown-person = La personne « { $person } » d’une paire n’est dans aucun fichier de personnes.
    .hint = Donnez les fichiers persons.parquet de toutes les communes dont viennent les paires.
error-person-twice = La personne « { $person } » est deux fois dans les fichiers de personnes.
    .hint = Donnez chaque fichier une seule fois, et un autre nom à chaque commune (--commune).
error-pairs-other-score = La paire « { $a } » et « { $b } » a le poids { $given }, et le modèle donne { $own }.
    .hint = Notez les paires de nouveau avec ce modèle et ces fichiers de personnes.
error-export-keys-model = L’export « keys » a besoin d’un modèle (--model) et d’un dossier (-o).
    .hint = Par exemple : bato export keys --model pays.model.json -o cles
error-number-unknown = { $path } : le numéro { $number } d’une paire n’est celui de personne dans ce tour.
    .hint = Donnez le fichier numbers.csv écrit avec les clés qui ont été envoyées.
error-round-bad = { $path } : ce n’est pas ce qu’une commune écrit pour un tour ({ $cause }).
    .hint = Donnez le dossier « coordinator » écrit par « bato keys --round ».
error-round-incomplete = Il faut les clés de deux communes au moins.
    .hint = Donnez un dossier par commune, et avec --truth un fichier par commune.
error-round-name = Le tour n’a pas de nom, ou son nom est trop long.
    .hint = Donnez un nom de 1 à 100 lettres, le même dans toutes les communes : --round 2026-1
error-round-other = { $path } : ces clés sont d’un autre tour, ou faites avec d’autres secrets.
    .hint = Toutes les communes donnent le même nom de tour et les secrets des mêmes bureaux.
error-round-twice = { $path } : la commune « { $commune } » est donnée deux fois.
    .hint = Donnez chaque commune une seule fois, sous un nom différent (--commune).
error-secret-bad = { $path } : ce n’est pas le secret d’un bureau.
    .hint = Donnez un fichier écrit par « bato keys --new-secret » : 64 chiffres et lettres de a à f.
error-secret-count = Il faut les secrets d’au moins deux bureaux, tous différents.
    .hint = Donnez --secret plusieurs fois, un fichier par bureau.
error-secret-exists = { $path } existe déjà : un secret n’est jamais remplacé.
    .hint = Donnez un autre nom. Effacez l’ancien secret quand son tour est fini.
error-keys-incomplete = Il manque des options.
    .hint = Pour un secret : --new-secret FICHIER. Pour les clés : --round NOM --secret A --secret B -o DOSSIER. Pour les paires : --pairs FICHIER --numbers FICHIER -o FICHIER.
error-decision-unreadable = { $path }, ligne { $line } : « { $value } » n’est pas une décision.
    .hint = Écrivez « same » (la même personne) ou « different » (deux personnes) dans la colonne decision, et des numéros de ligne entiers.
error-decisions-contradict = Deux décisions se contredisent : { $one } ({ $one_rows }) et { $other } ({ $other_rows }).
    .hint = Rien n’a été changé. Gardez la bonne et effacez l’autre, dans le classeur ou dans le dossier decisions.
error-review-not-made = Le classeur des paires n’a pas pu être fait ({ $cause }).
    .hint = Voyez si un texte des fichiers est beaucoup trop long. Sinon : { $support }
error-review-unreadable = { $path } : ce n’est pas un classeur de paires à juger.
    .hint = Donnez le classeur écrit par « bato review --export », avec ses colonnes cachées.
error-review-ruling = { $path }, feuille { $sheet }, ligne { $row } : « { $value } » n’est pas une décision.
    .hint = Choisissez dans la liste de la colonne Décision, ou effacez la cellule.
error-review-torn = { $path }, feuille { $sheet }, ligne { $row } : la paire { $pair } n’a plus ses deux lignes.
    .hint = Remettez la ligne effacée, ou effacez aussi la décision.
error-review-two-answers = { $path } : sur la feuille { $sheet }, la paire { $pair } a deux réponses : « { $value } » à la ligne { $row }, « { $other } » à la ligne { $other_row }. Rien n’a été pris de ce classeur.
    .hint = Laissez une seule réponse pour la paire, ou la même sur ses deux lignes, puis importez de nouveau.
error-id-slip = « { $id } » a été mal recopié : sa dernière lettre ne va pas avec le reste.
    .hint = Comparez-le lettre par lettre avec l’original.
error-id-unknown = « { $id } » n’est pas dans le registre.
    .hint = Un numéro s’écrit P-XXXX-XXXX-X pour une personne, M-XXXX-XXXX-X pour un ménage.
error-id-withdrawn = « { $id } » a été retiré du registre : sa dernière ligne n’est plus dans aucun fichier.
    .hint = Une version plus ancienne du registre le montre encore.
## bato synth

error-synth-incomplete = Il manque le nombre d’habitants ou le dossier.
    .hint = Écrivez par exemple : bato synth --persons 20000 --seed 1 --out essai
error-synth-not-empty = Le dossier { $path } n’est pas vide : rien n’y a été touché.
    .hint = Donnez un autre dossier avec --out, ou ajoutez --force si une commune inventée peut y être remplacée.
error-synth-foreign = Le fichier { $path } n’a pas été fait par « bato synth » : rien n’a été touché.
    .hint = Donnez un dossier vide avec --out : de vrais fichiers ne doivent pas se mêler à une commune inventée.
error-bad-indicators = Le fichier des indicateurs (reference/indicators.toml) ne peut pas être lu, ligne { $line } : { $cause }
    .hint = Corrigez-le, ou retirez le fichier : les indicateurs livrés avec le programme seront pris.
error-bad-aggregates = Le fichier de chiffres agrégés { $path } ne peut pas être lu, ligne { $line } : { $cause }
    .hint = Prenez aggregates.csv ou aggregates.json tel que la commune l’a remis, sans l’enregistrer depuis un tableur.
error-no-commune = Le fichier de chiffres agrégés { $path } n’a aucun chiffre d’une commune entière.
    .hint = Demandez à la commune le fichier aggregates.csv de sa sortie.
error-no-aggregates = Le dossier { $path } ne contient pas de sortie.
    .hint = Il faut un dossier tel que « bato release » l’écrit, avec release.json et aggregates.csv.
error-xlsx = Le classeur du rapport n’a pas pu être écrit : { $cause }
    .hint = C’est un défaut du programme. { $support }
error-dataset-folder = L’export « dataset » s’écrit dans un dossier.
    .hint = Nommez-le : « bato export dataset -o DOSSIER ».
error-setting-too-long = { $path } : { $key } a { $value } caractères, plus que { $high }.
    .hint = Écrivez un texte plus court.
error-words-format = Le format « { $value } » n’a pas de mots pour le lecteur.
    .hint = Prenez --format csv ou xlsx, ou retirez --words.
error-folder-empty = Le dossier { $path } ne contient aucun fichier à vérifier.
    .hint = Indiquez un fichier (.xlsx, .xls, .ods, .csv) ou le dossier qui les contient.
error-log-reason = Indiquez pourquoi vous prenez acte du défaut du journal.
    .hint = Ajoutez --why et le motif, par exemple : --why MOTIF.
error-log-sound = Le journal des recherches n’a aucun défaut.
    .hint = Il n’y a rien à faire.
error-log-record = Le fichier { $path } est illisible ({ $cause }).
    .hint = Remettez-le d’une sauvegarde, ou prenez acte : bato log --acknowledge --why MOTIF.
error-not-regular = { $path } n’est pas un fichier : c’est un appareil ou un tube.
    .hint = Retirez cette entrée du dossier.
error-output-foreign = { $path } existe déjà et n’a pas été écrit par Bato : il n’a pas été remplacé.
    .hint = Donnez un autre nom, ou ajoutez --force pour le remplacer.
error-review-judged = { $path } contient { $n ->
        [one] une réponse
       *[other] { $n } réponses
    } : il n’a pas été remplacé.
    .hint = Importez-le d’abord avec « bato review --import », puis donnez un autre nom ; --force le remplace quand même.
error-register-in-raw = Le dossier du registre ({ $clean }) est dans celui des fichiers reçus ({ $raw }) : le programme lirait ses propres fichiers comme des listes.
    .hint = Donnez avec --clean un dossier à côté de { $raw }, par exemple data-clean.
error-check-own-folder = { $path } est dans un dossier du programme, qui ne contient aucune liste à vérifier.
    .hint = Indiquez un fichier reçu (.xlsx, .xls, .ods, .csv), ou un dossier qui en contient, par exemple data-raw/census.
error-output-in-register = { $path } est dans le dossier { $folder }, qui contient le registre ou les fichiers reçus : rien n’a été écrit.
    .hint = Donnez un nom dans un autre dossier.
error-output-in-release = { $path } est dans le dossier d’une sortie, qui est envoyé tel quel : rien n’a été écrit.
    .hint = Donnez un nom dans un autre dossier : personne ne doit envoyer des noms avec une sortie.
error-output-is-folder = { $path } est un dossier.
    .hint = Donnez le nom d’un fichier dans ce dossier, par exemple export.csv.
error-output-name-windows = Windows ne peut pas créer un fichier nommé « { $name } » ({ $path }).
    .hint = Donnez un nom sans guillemet ni signe * ? < > | ou deux-points, qui ne finit ni par un point ni par un espace, et qui n’est pas CON, PRN, AUX, NUL, COM1 ni LPT1.
error-output-over-input = { $path } est un fichier que cette commande lit : rien n’a été écrit.
    .hint = Donnez un autre nom.
error-disk-failed = Le disque ou le réseau de { $path } ne répond pas ({ $cause }).
    .hint = Vérifiez que le disque est branché ou que le réseau répond, puis recommencez.
error-file-name = Le nom du fichier contient des octets qui ne sont pas du texte, ou le signe « \ ».
    .hint = Renommez ce fichier avec des lettres ordinaires.
error-find-age = « { $age } » n’est pas un âge.
    .hint = Indiquez un âge de 0 à { $high } ans.
error-find-quartier = Il n’y a pas de quartier « { $value } ».
    .hint = Quartiers de la commune : { $known }.
error-find-too-long = Ce que vous cherchez a plus de { $high } lettres : le journal des recherches ne pourrait pas le garder en entier.
    .hint = Tapez le nom et, s’il le faut, la date de naissance.
error-in-use = { $path } est ouvert dans un autre programme.
    .hint = Fermez-le dans le programme qui l’a ouvert, puis recommencez.
error-is-folder = { $path } est un dossier, là où il faut un fichier.
    .hint = Indiquez un fichier de ce dossier, ou retirez ce dossier.
error-link-loop = { $path } est un raccourci qui mène à lui-même.
    .hint = Retirez ce raccourci.
error-link-nowhere = { $path } est un lien vers un dossier ou un fichier qui n’est pas là.
    .hint = Branchez le disque ou ouvrez le partage vers lequel il mène, ou retirez le lien.
error-lock-held = Un autre programme occupe { $path } depuis une minute.
    .hint = Fermez les autres fenêtres de Bato. Si cela ne suffit pas, redémarrez l’ordinateur.
error-name-too-long = Le système n’accepte pas le nom { $path } : il est trop long ou contient un signe interdit.
    .hint = Donnez un nom plus court, de lettres et de chiffres.
error-not-text = { $path } n’est pas enregistré en UTF-8 : ses lettres ne peuvent pas être lues.
    .hint = Enregistrez-le de nouveau avec l’encodage UTF-8 (dans le Bloc-notes : Enregistrer sous, Encodage).
error-setting-commune = { $path } : { $key } est « { $value } », qui ne peut pas être le nom d’une commune.
    .hint = Écrivez un nom sans / \ : * ? < > | =, par exemple « Kimbanseke ».
error-decide-one-fiche = { $a } et { $b } sont deux membres d’une même fiche : ce sont deux personnes. Rien n’a été écrit.
    .hint = Si la même personne est écrite deux fois sur la fiche, supprimez une des deux lignes dans le fichier.
error-removals-damaged = La version { $version } du registre est abîmée : le programme ne sait plus qui y figurait{ $n ->
    [0] {""}
    [one] {" "}: un fichier dont elle est faite n’est plus là, a changé ou n’a pas pu être lu ({ $files })
   *[other] {" "}: { $n_shown } fichiers dont elle est faite ne sont plus là, ont changé ou n’ont pas pu être lus ({ $files })
  }. Des personnes pourraient disparaître sans que personne ne le voie. Rien n’a été enregistré.
    .hint = Remettez ces fichiers comme ils étaient, ou reprenez le registre d’une sauvegarde, puis relancez « bato run ». Si rien n’a été retiré par erreur, relancez avec --accept-removals.
error-removals-unread = Le fichier « { $file } » n’a pas pu être lu : { $reason } { $n ->
    [one] Une personne qui y figure disparaîtrait
   *[other] { $n_shown } personnes qui y figurent disparaîtraient
  } du registre. Rien n’a été enregistré.
    .hint = Rendez d’abord ce fichier lisible (fermez-le dans le tableur, ou remettez une bonne copie), puis relancez « bato run ». --accept-removals ne retire jamais les personnes d’un fichier qui n’a pas été lu.
error-removals-number = Vous avez accepté { $accepted_shown } { $accepted ->
    [one] retrait
   *[other] retraits
  }, il y en a { $n_shown } : rien n’a été enregistré.
    .hint = Regardez d’abord ce qui change avec « bato run --dry-run ».
error-expect-code = « { $value } » n’est pas un code d’essai : il a seize signes, par exemple 7K2M-Q4XA-09DF-RT5B.
    .hint = Relancez « bato run --dry-run » et copiez le code qu’il affiche à la fin.
error-expect-differs = Quelque chose a changé depuis l’essai { $code } : rien n’a été enregistré.{ $is_known ->
    [no] {" "}Ce registre ne garde pas cet essai : le programme ne peut pas dire quoi.
   *[yes] {""}
  }{ $inputs ->
    [none] {""}
   *[other] {" "}Fichiers : { $inputs }.
  }{ $decisions ->
    [none] {""}
   *[other] {" "}Décisions : { $decisions }.
  }{ $corrections ->
    [none] {""}
   *[other] {" "}Corrections : { $corrections }.
  }{ $reference ->
    [none] {""}
   *[other] {" "}Fichiers de référence : { $reference }.
  }{ $settings ->
    [none] {""}
   *[other] {" "}Réglages : { $settings }.
  }{ $version ->
    [none] {""}
   *[other] {" "}Le registre a une autre version.
  }{ $program ->
    [none] {""}
   *[other] {" "}Le programme est un autre.
  }{ $result ->
    [none] {""}
   *[other] {" "}Le résultat est différent.
  }
    .hint = Regardez de nouveau ce qui change avec « bato run --dry-run », puis enregistrez avec le code qu’il affiche.
error-removals-clock = L’horloge de l’ordinateur ({ $now }) ne va pas avec la dernière version ({ $last }). { $n ->
    [one] Une personne disparaîtrait
   *[other] { $n_shown } personnes disparaîtraient
  } du registre : { $persons }. Rien n’a été enregistré.
    .hint = Mettez l’horloge à l’heure, puis relancez « bato run ». Si l’heure est juste et ces retraits voulus, ajoutez --accept-removals.
error-rulings-gone = { $n ->
    [one] Une décision de la dernière version n’est
   *[other] { $n_shown } décisions de la dernière version ne sont
  } plus dans aucun fichier de data-raw/decisions : { $rulings }. Rien n’a été enregistré.
    .hint = Remettez le fichier ou la ligne. Pour retirer une décision, utilisez « bato decide undo ». Si la suppression est voulue, relancez avec --accept-removals.
error-bad-period = « { $value } » n’est pas une période.
    .hint = Écrivez une année, un semestre, un trimestre ou un mois : 2018, 2018-S2, 2018-T4 ou 2018-12.
error-release-too-soon = { $n ->
    [0] Rien n’a changé depuis la sortie n° { $number } ({ $period }).
    [one] Une seule personne ou un seul acte a changé depuis la sortie n° { $number } ({ $period }).
   *[other] { $n_shown } personnes ou actes seulement ont changé depuis la sortie n° { $number } ({ $period }).
  }
    .hint = Il en faut { $min }, sinon on reconnaîtrait une personne en comparant les deux sorties. Attendez les fichiers suivants.
error-ledger-damaged = Le cahier des sorties est abîmé ({ $path }) : une ligne ou un fichier manque ou a changé.
    .hint = Reprenez-le d’une sauvegarde (data-clean/releases) : sans lui, une nouvelle sortie pourrait montrer une personne.
error-ledger-gone = Le cahier des sorties manque ({ $path }), mais des sorties ont été faites.
    .hint = Reprenez le dossier data-clean/releases d’une sauvegarde. Si personne ne l’a plus : « bato release --without-ledger RAISON » ; la raison est notée.
error-release-changed = { $path } n’est plus tel que la sortie l’a écrit.
    .hint = Demandez de nouveau la sortie à la commune : quelqu’un a changé ce fichier.
error-not-a-release = { $path } n’est pas une sortie.
    .hint = Demandez à la commune le dossier que « bato release » a fait, avec release.json et aggregates.csv. Le rapport interne ne se compare pas : il ne quitte pas la commune.
error-bad-map = La table de correspondance { $path } ne peut pas être lue, ligne { $line } : { $cause }
    .hint = Elle a les colonnes indicator, breakdown, area, data_element, org_unit et category_option_combo.
error-map-missing = La table de correspondance manque.
    .hint = Nommez-la : « bato export dhis2 --map TABLE.csv ».
error-course-choose = Il y a ici le cours de plusieurs apprenants : { $known }.
    .hint = Ajoutez --name et le nom, ou allez dans le dossier du cours.
error-course-cut = L’importation de cette leçon n’a pas pu être coupée.
    .hint = Recommencez la leçon : « bato course reset ».
error-course-foreign = Le dossier { $path } n’est pas celui d’un cours, ou contient autre chose.
    .hint = Le cours ne touche qu’aux dossiers qu’il a faits. Commencez-le ailleurs, ou retirez de là ce qui n’est pas à lui.
error-course-lesson = « { $value } » n’est pas une leçon. Les leçons : { $known }.
    .hint = « bato course status » montre les leçons avec leur numéro.
error-course-name = Le nom de l’apprenant manque ou est trop long ({ $high } lettres au plus).
    .hint = Ajoutez --name et le nom.
error-course-none = Aucun cours n’a commencé ici ({ $path }).
    .hint = « bato course start --name » et votre nom le commence.
error-course-not-practice = { $path } contient un vrai registre, pas un registre d’exercice.
    .hint = Rien n’a été touché. Remettez ce registre à sa place, hors du dossier du cours.
error-course-question = La leçon « { $value } » ne pose pas cette question.
    .hint = « bato course status » montre les questions de la leçon.
error-course-result = { $path } ne contient pas de résultat d’un cours, ou celui d’un autre apprenant.
    .hint = « bato course result » écrit le résultat d’un apprenant. Demandez-lui le fichier tel qu’il a été écrit.
error-course-step = Un pas de la solution n’a pas pu être exécuté : { $value } ({ $cause }).
    .hint = Recommencez la leçon : « bato course reset », puis la solution.
error-course-unfinished = { $n ->
    [one] Une leçon n’est pas encore réussie.
   *[other] { $n_shown } leçons ne sont pas encore réussies.
}
    .hint = « bato course status » montre lesquelles ; « bato course next » prépare la suivante.
error-practice-mixed = Les réglages et les dossiers ne vont pas ensemble ({ $path }) : les uns sont d’un cours, les autres d’un vrai registre.
    .hint = Dans un cours, travaillez depuis son dossier. Dans un vrai registre, enlevez « practice » de bato.toml. Rien n’a été changé.
error-office-looks-alike = « { $office } » ({ $other }), déjà accepté, a le même nom ou le même code que { $value }, ou ils se ressemblent : on les confondrait.
    .hint = Demandez au bureau lequel est le vrai. Révoquez l’autre, ou faites choisir un autre code.
error-parcel-no-pieces = Aucun morceau du colis { $name } n’attend.
    .hint = « bato parcel list » montre ceux qui attendent.
error-reference-empty = La table de référence { $file } est vide : une copie ou une coupure de courant l’a peut-être coupée. Rien n’a été enregistré.
    .hint = Remettez le fichier dans data-raw/reference. Si vous l’enlevez, la table fournie avec le programme sert à sa place.
error-register-file = { $path } est un fichier du registre : le lire comme une liste ne laisserait pas de ligne au journal des recherches.
    .hint = Écrivez d’abord la liste avec « bato export persons -o personnes.csv », puis donnez ce fichier.
error-setting-twice = { $path } : { $key } nomme deux fois « { $value } ».
    .hint = Un quartier ne peut être que dans un seul groupe.
error-setting-no-quartier = Le réglage { $key } nomme « { $value } », qui n’est pas un quartier de la commune. Rien n’a été écrit.
    .hint = Corrigez ce nom dans bato.toml, comme il est écrit dans la liste des quartiers (data-raw/reference/quartiers.csv).
error-release-settings = Les quartiers réunis ou les règles légales ne sont plus ceux de la sortie n° { $number }. Deux sorties faites autrement sur les mêmes données peuvent, mises côte à côte, montrer une seule personne. Rien n’a été écrit.
    .hint = Reprenez les réglages de la sortie n° { $number }. S’il faut en changer pour de bon : « bato release --new-settings RAISON » ; la raison est notée dans le cahier des sorties.
error-register-linked = { $path } est un lien vers un autre dossier : le journal des recherches n’y serait pas.
    .hint = Indiquez avec --clean le dossier du registre lui-même.

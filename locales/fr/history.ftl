# L’histoire du registre : décisions, personnes retirées, copies de sauvegarde, versions anciennes.
cli-show-arg-history = Montrer ce qui a été connu quand, et de quelle cellule
cli-show-arg-generation = Version du registre à lire (sinon : celle en usage)
cli-export-arg-generation = Version du registre à exporter (sinon : celle en usage)
cli-verify-arg-full = Recompter aussi les lignes des fichiers reçus, par un autre chemin, et relire ces fichiers
cli-backup = Garder tout le registre en un seul fichier vérifié
cli-backup-arg-out = Fichier à écrire, par exemple sur une clé USB
cli-restore = Remettre une sauvegarde en place, ou une version ancienne en usage
cli-restore-arg-file = Fichier écrit par « bato backup »
cli-restore-arg-generation = Numéro de la version à remettre en usage
cli-decide = Décider : la même personne, deux personnes, la bonne valeur, annuler ; « list » montre les décisions
cli-decide-arg-what = same (la même), different (deux personnes), value (bonne valeur), undo (annuler), list
cli-decide-arg-words = Numéros de personnes ou lignes « fichier!feuille!ligne » ; pour value : numéro, champ, valeur ; pour undo : numéro de la décision
cli-decide-arg-author = Qui décide (sinon : l’utilisateur de l’ordinateur)
cli-decide-arg-reason = Pourquoi
history-when = version { $generation } ({ $day })
history-registered = entrée dans le registre
history-back = de retour dans le registre
history-merged = reconnue comme la même que { $id }
history-withdrawn = Retirée du registre : { $why }
history-left-household = ne compte plus dans le ménage { $id }
history-from = d’après { $cell }
withdrawn-file-gone = le fichier n’est plus là
withdrawn-file-unreadable = le fichier ne peut plus être lu
withdrawn-file-replaced = le fichier a été remplacé par un autre
withdrawn-row-gone = la ligne n’est plus dans le fichier
withdrawn-row-quarantined = la ligne est en quarantaine
withdrawn-since = depuis la version { $generation } ; était dans { $cell }
decide-kept = Décision { $id } enregistrée dans { $path }. Lancez « bato run » pour qu’elle compte.
decide-none = Aucune décision.
decide-undoes = annule { $id }
decide-is-undone = (annulée)
backup-written = { $path } : { n-files }, { $mb_shown } Mo, version { $generation } du registre. Relu et vérifié.
restore-settings = Attention : le fichier { $path } était déjà là et reste en usage. Les réglages de la sauvegarde, avec lesquels ce registre a été fait, sont dans { $beside }. Comparez-les avant la prochaine importation.
restore-done = { $n ->
    [one] { $n_shown } fichier remis en place
   *[other] { $n_shown } fichiers remis en place
  } ; sauvegarde de la commune { $commune }, du { $at }, version { $generation } du registre dans { $clean }.
restore-generation = La version { $from } est de nouveau en usage, sous le numéro { $generation }. Rien n’a été effacé.
recount-changed = Fichiers changés ou absents depuis, non recomptés : { $n_shown } (d’abord { $first })
recount-not-counted = Fichiers .xls ou .xlsb, qui ne peuvent pas être recomptés : { $n_shown } (d’abord { $first })
verify-recount = Recomptées par un autre chemin : { n-rows } de { $sheets_shown } { $sheets ->
        [one] feuille
       *[other] feuilles
    }
    .failed = Feuilles sans le nombre de lignes annoncé : { $n_shown }, d’abord { $first } (annoncées : { $told_shown }, comptées : { $counted_shown })
reading-not-compared = Le programme { $program } a fait cette version : ses fichiers n’ont pas été relus.
verify-reading = Relues dans { $files_shown } { $files ->
        [one] fichier
       *[other] fichiers
    }, comme dans le registre : { n-rows }.
    .failed = Lignes qui ne sont pas dans le registre comme dans leur fichier : { $n_shown }, d’abord { $first }. Relancez avec « bato run --no-cache ».
verify-cache = Ce que le programme garde de chaque fichier lui est conforme ({ $n_shown } { $n ->
        [one] fichier
       *[other] fichiers
    }).
    .failed = Fichiers dont le programme garde autre chose que leur contenu : { $n_shown }, d’abord { $first }. Relancez avec « bato run --no-cache ».
verify-withdrawn-gone = Les personnes retirées ne sont plus dans le registre ({ n-persons }).
    .failed = Personnes à la fois retirées et dans le registre : { $n_shown }, d’abord { $first }
verify-named-person = Événements, absences et résidences nomment des personnes du registre ({ n-rows }).
    .failed = Lignes qui nomment une personne absente du registre : { $n_shown }, d’abord { $first }
verify-name-index = L’index des noms mène à des personnes du registre (entrées : { $n_shown }).
    .failed = L’index des noms ne va pas avec le registre (fautes : { $n_shown }).
verify-register-index = L’index des personnes et des ménages correspond aux tables (entrées : { $n_shown }).
    .failed = L’index des personnes et des ménages ne correspond pas aux tables (fautes : { $n_shown }).
error-decide-author = Indiquez qui décide.
    .hint = Ajoutez --author "votre nom".
error-decide-reason = Indiquez pourquoi.
    .hint = Ajoutez --reason "…" : la raison reste avec la décision.
error-decide-after-death = La personne est décédée le { $on } : elle ne peut pas être née le { $born }. Rien n’a été écrit.
    .hint = Regardez lequel des deux jours est faux : corrigez la date de naissance, ou la ligne du décès dans son fichier.
error-decide-after-event = Un acte ou un événement de cette personne est du { $on } : elle ne peut pas être née le { $born }. Rien n’a été écrit.
    .hint = Regardez lequel des deux jours est faux : corrigez la date de naissance, ou celle de l’acte ou de l’événement dans son fichier.
error-decide-age = Née le { $born }, cette personne aurait { $age } ans : plus que { $limit }. Rien n’a été écrit.
    .hint = Vérifiez l’année sur la fiche ou sur l’acte.
error-decide-future = Le { $born } est après aujourd’hui ({ $today }). Rien n’a été écrit.
    .hint = Vérifiez l’année. Si la date est juste, la date de cet ordinateur est fausse : corrigez-la.
error-decide-no-name = Il ne resterait rien du nom de cette personne. Rien n’a été écrit.
    .hint = Écrivez au moins le nom, le post-nom ou le prénom.
error-decide-words = « bato decide { $what } » : il manque un mot, ou il y en a un de trop.
    .hint = bato decide same NUMÉRO NUMÉRO · different NUMÉRO NUMÉRO · value NUMÉRO CHAMP VALEUR · undo DÉCISION
error-decide-same-row = Les deux désignent la même ligne : { $row }.
    .hint = Pour séparer deux lignes d’une personne, nommez-les : "fichier!feuille!ligne". « bato show NUMÉRO » les donne.
error-decide-sheet-changed = { $path } a été modifié après la dernière importation : ses lignes ont peut-être d’autres numéros maintenant. Rien n’a été écrit.
    .hint = Lancez d’abord « bato run », ou nommez la personne par l’identifiant que montre « bato find ».
error-decide-field = « { $value } » n’est pas un champ sur lequel on décide.
    .hint = Champs : { $known }
error-decide-value = « { $value } » ne peut être lu comme valeur de { $field }.
    .hint = Dates : 09/11/1975 ; sexe : M ou F ; quartier : comme dans la liste.
error-decide-unknown = Il n’y a pas de décision { $id }.
    .hint = « bato decide list » montre les décisions et leurs numéros.
error-decide-undone = La décision { $id } est déjà annulée.
    .hint = « bato decide list » montre les décisions et leurs numéros.
error-row-unknown = « { $row } » n’est pas une ligne du registre.
    .hint = Écrivez "fichier!feuille!ligne" comme le montre « bato show » ; pour un CSV : "fichier!ligne".
error-backup-not = { $path } n’est pas une sauvegarde de Bato.
    .hint = Choisissez un fichier écrit par « bato backup ».
error-backup-name-windows = La sauvegarde { $path } contient le fichier « { $file } » : Windows ne peut pas garder ce nom, ou un autre fichier ne s’en distingue que par des majuscules. Rien n’a été restauré.
    .hint = Restaurez-la sur un ordinateur Linux, renommez ce fichier dans data-raw, lancez « bato run », puis faites une nouvelle sauvegarde.
error-backup-newer = { $path } a été écrit par une version plus récente de Bato.
    .hint = Installez la version actuelle, puis recommencez.
error-backup-torn = { $path } est abîmé : { $file } n’est plus ce qui a été gardé. Rien n’a été remis en place.
    .hint = Prenez une autre copie de la sauvegarde.
error-restore-not-empty = { $path } contient déjà quelque chose : rien n’a été remis en place.
    .hint = Choisissez d’autres dossiers avec --raw et --clean, ou mettez ceux-ci de côté.
error-restore-unfinished = Une restauration a été coupée avant la fin, et { $path } la gêne : il y a été mis depuis, et n’est pas ce que contient la sauvegarde. Rien n’a été changé.
    .hint = Déplacez-le dans un autre dossier et redonnez la commande, qui termine la restauration. Remettez ensuite la feuille, sous un autre nom.
status-resident = habite la commune
status-birth_only = connu(e) par un acte de naissance seul
    .M = connu par un acte de naissance seul
    .F = connue par un acte de naissance seul
status-event_only = connu(e) par un événement seul
    .M = connu par un événement seul
    .F = connue par un événement seul
status-deceased = décédé(e)
    .M = décédé
    .F = décédée
status-departed = parti(e) de la commune
    .M = parti de la commune
    .F = partie de la commune
status-withdrawn = retiré(e) du registre
    .M = retiré du registre
    .F = retirée du registre
show-status = situation
show-events = événements
event-line = { $event } le { $on }{ $to }{ $effect }
# Follows the day of an event.
event-to = {" "}vers { $place }
event-effect-superseded = {" "}(dépassé par un fait plus récent)
event-effect-repeated = {" "}(déjà déclaré)
event-effect-contradicted = {" "}(contredit : une opération plus récente a vu la personne)
event-effect-after-death = {" "}(daté d’après le décès)
error-file-changed = Le fichier a changé pendant sa lecture : il n’a pas été pris.
    .hint = Attendez que la copie ou l’enregistrement soit fini, fermez le tableur, puis relancez.
cli-verify-arg-generation = Version du registre à contrôler (sinon : celle en usage)
decide-value = { $field } = « { $value } » : { $row }
cli-restore-arg-commune = La commune de la sauvegarde, pour la confirmer dans un script
restore-confirm = Sauvegarde de la commune { $commune }, du { $at }, version { $generation } du registre. La remettre en place ? (oui / non)
error-restore-other-commune = { $path } est une sauvegarde de la commune { $commune }, non de { $own }. Rien n’a été remis en place.
    .hint = Prenez la sauvegarde de votre commune. Si c’est bien celle-ci que vous voulez, ajoutez --commune "{ $value }".
error-restore-not-confirmed = { $path } n’a pas été remis en place.
    .hint = Relancez la commande et répondez oui, ou ajoutez --commune avec le nom de la commune.

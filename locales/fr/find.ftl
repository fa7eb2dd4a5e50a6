# Chercher une personne, et le journal des recherches.
cli-find = Chercher une personne par son nom, quelle que soit l’orthographe
cli-find-arg-name = Mots du nom, dans n’importe quel ordre
cli-find-arg-born = Date de naissance (09/11/1975 ou 1975-11-09) ou année
cli-find-arg-age = Âge, à un an près
cli-find-arg-quartier = Quartier
cli-find-arg-parent = Nom du père ou de la mère : chef du ménage ou conjoint
cli-find-arg-limit = Combien de personnes montrer au plus
cli-find-arg-json = Donner le résultat en JSON
cli-log = Montrer qui a cherché quoi, quand et pourquoi
cli-log-arg-last = Combien de lignes, les dernières
cli-log-arg-acknowledge = Prendre acte d’un défaut du journal ; avec --why
find-id = numéro
find-name = nom
find-sex = sexe
find-born = date de naissance
find-quartier = quartier
find-household = ménage
find-none = Aucune personne ne correspond. Essayez moins de mots, ou le nom seul.
find-next = Tout savoir d’une personne : bato show NUMÉRO
log-empty = Personne n’a encore cherché.
log-line = { $n }. { $at }  { $who }  { $what }  { $asked }  [{ $shown_shown }]  { $why }
log-fault-broken = Le journal des recherches a été changé à la ligne { $line } : une ligne n’est plus celle qui a été écrite, ou manque.
log-fault-missing = La ligne { $line } du journal des recherches n’est plus celle qui a été écrite, ou manque, et peut-être d’autres avant elle : le journal a été coupé, remplacé ou supprimé.
log-fault-acknowledged = Le journal des recherches a été changé avant la ligne { $line }, où une personne avait pris acte d’un défaut.
log-fault-added = À partir de la ligne { $line }, le journal des recherches contient une ligne que le programme n’a pas écrite : personne n’a fait cette recherche.
log-fault-record = Le fichier lookups-head.json, qui retient la dernière ligne du journal des recherches, est illisible.
log-fault-hint = Cherchez qui a touché au dossier « log ». Puis prenez-en acte : bato log --acknowledge --why MOTIF.
log-acknowledged = Pris acte : { $fault }
error-find-nothing-asked = Indiquez qui chercher.
    .hint = Par exemple : bato find MWAMBA Ruth --quartier Boma
error-find-bad-date = « { $value } » n’est pas une date de naissance.
    .hint = Écrivez 09/11/1975, 1975-11-09 ou seulement 1975.
verify-releases = Cahier des sorties : { $n_shown } { $n ->
    [one] sortie, aucun fichier changé
   *[other] sorties, aucun fichier changé
  }
    .failed = Cahier des sorties : { $first } manque ou a changé. Reprenez le dossier data-clean/releases d’une sauvegarde avant de faire une sortie.
verify-lookups = Journal des recherches : { $n_shown } { $n ->
    [one] ligne, aucune changée
   *[other] lignes, aucune changée
  }
    .failed = Le journal des recherches a été changé ou raccourci (ligne { $first })
error-look-up-who = Il faut dire qui consulte le registre.
    .hint = Ajoutez --who et votre nom, par exemple : --who "Ruth Mwamba".

### Le bureau : les pages dans le navigateur.

cli-desk = Ouvrir le bureau : tout le travail dans le navigateur, sur cet ordinateur seul
cli-desk-arg-no_browser = Ne pas ouvrir le navigateur : afficher seulement l’adresse
desk-terminal-open = Le bureau est ouvert dans le navigateur. Laissez cette fenêtre ouverte ; pour terminer : « Quitter » en haut de la page.
desk-terminal-again = Le bureau était déjà ouvert : le navigateur le montre.
desk-terminal-open-page = Le bureau travaille. Ouvrez ce fichier dans le navigateur : { $path }
desk-skip = Aller au contenu
desk-tasks = Travaux
desk-task-home = Accueil
desk-task-search = Chercher
desk-lang-fr = Français
desk-lang-nl = Nederlands
desk-lang-en = English
desk-leave = Quitter
desk-command = La même chose dans un terminal :
desk-local = Cette page n’est visible que sur cet ordinateur. Rien n’est envoyé ailleurs.
desk-back = Retour
desk-back-home = Retour à l’accueil
desk-save = Enregistrer
desk-print = Imprimer
desk-yes = oui
desk-no = non
desk-role-reading = lecture
desk-role-entry = saisie
desk-role-manager = responsable
desk-fault-title = Cela n’a pas été fait
desk-failed = Le programme a rencontré une faute qu’il n’attendait pas. Rien n’a été changé. Revenez à la page d’avant et recommencez ; si cela se répète, appelez la personne qui s’occupe du programme.
desk-opening = Bato s’ouvre
desk-opening-text = La page suivante vient toute seule.
desk-opening-link = Si rien ne vient, cliquez ici.
desk-refused-title = Ouvrez Bato par son icône
desk-refused-method = Cette demande n’est pas une page de Bato.
desk-refused-host = Cette adresse n’est pas celle de Bato. Ouvrez Bato par son icône.
desk-refused-not-entered = Ce navigateur n’est pas encore entré dans Bato, ou Bato a été redémarré. Ouvrez Bato par son icône : la page revient.
desk-refused-origin = Une autre page a envoyé cette demande à Bato. Elle est refusée ; rien n’a été changé.
desk-refused-form-key = Cette page est d’avant : Bato a été redémarré ou vous êtes entré à nouveau. Rien n’a été changé. Revenez en arrière, rechargez la page et recommencez.
desk-refused-browser = Ce navigateur est trop ancien pour Bato. Ouvrez Bato avec Firefox 115 ou plus récent, Edge ou Chrome 109 ou plus récent : sur Windows 7, Firefox 115 ESR convient.
desk-refused-body = Ce qui a été envoyé est trop long ou incomplet. Rien n’a été changé.
desk-who-title = Qui êtes-vous ?
desk-who-first = Personne n’a encore travaillé ici. Écrivez votre nom : vous serez responsable, et vous pourrez ajouter vos collègues.
desk-who-name = Nom
desk-who-pin = Code PIN, si vous en avez un
desk-who-new-pin = Code PIN (au choix ; 4 caractères au moins)
desk-who-why = Pourquoi consultez-vous le registre aujourd’hui ?
desk-who-why-note = Le motif est écrit dans le journal des recherches, avec votre nom.
desk-who-enter = Entrer
desk-who-boundary = Ce qui protège le registre, c’est le compte de l’ordinateur : fermez-le quand vous partez. Les noms et les codes évitent les erreurs entre collègues.
desk-who-no-reason = Écrivez pourquoi vous consultez le registre.
desk-who-unknown = Choisissez votre nom dans la liste. S’il n’y est pas, un responsable l’ajoute.
desk-who-wrong-pin = Ce n’est pas le code PIN de cette personne.
desk-who-wait = Trop de codes faux : attendez une minute.
desk-reason-counter = Demande d’un habitant au guichet
desk-reason-census = Fiches de ménage
desk-reason-births = Actes de naissance
desk-reason-correction = Correction de fautes
desk-reason-control = Contrôle du registre
desk-agents-title = Les agents
desk-agents-note = Lecture : chercher et imprimer. Saisie : déposer, corriger, juger, saisir, signaler. Responsable : enregistrer une version, restaurer, exporter, changer les réglages et cette liste.
desk-agents-role = Rôle
desk-agents-add = Ajouter un agent, ou changer son rôle ou son code
desk-agents-remove = Retirer
desk-agents-set = { $name } est dans la liste.
desk-agents-removed = { $name } n’est plus dans la liste.
desk-end-title = Quitter
desk-end-agent-note = Un collègue prend votre place : Bato lui demande son nom.
desk-end-agent = Changer de personne
desk-end-note = Le travail est fini : tout est déjà sur le disque.
desk-end = Fermer Bato
desk-ended = Bato est fermé. Vous pouvez fermer cette page.
desk-home-title = { $commune } : le registre de la population
desk-home-state = Le registre
desk-home-version = Version
desk-home-version-of = { $n }, enregistrée le { $day } à { $time }
desk-home-persons = Personnes
desk-home-households = Ménages
desk-home-births = Actes de naissance
desk-home-quarantined = Lignes en quarantaine, à corriger
desk-home-no-register = Il n’y a pas encore de registre. Déposez des fichiers, puis importez-les.
desk-home-waiting = Ce qui attend
desk-home-nothing-waits = Rien n’attend.
desk-home-files-new = { $n ->
    [one] { $n_shown } fichier n’est pas encore dans le registre
   *[other] { $n_shown } fichiers ne sont pas encore dans le registre
  } : { $names }
desk-home-files-changed = { $n ->
    [one] { $n_shown } fichier a changé
   *[other] { $n_shown } fichiers ont changé
  } depuis la dernière version : { $names }
desk-home-files-gone = { $n ->
    [one] { $n_shown } fichier n’est plus là
   *[other] { $n_shown } fichiers ne sont plus là
  } : { $names }
desk-home-pairs = { $n ->
    [one] { $n_shown } paire douteuse à juger
   *[other] { $n_shown } paires douteuses à juger
  }
desk-home-log-fault = Le journal des recherches a été changé. Dans un terminal : bato log
desk-search-box = Nom, dans n’importe quelle orthographe ; date ou année de naissance, âge, ou numéro
desk-search-note = Par exemple : MWAMBA Ruth 1987 · Kabongo 32 ans · P-3KM8-X2QA-7
desk-search-go = Chercher
desk-search-more = Quartier, parent
desk-search-parent = Nom du père ou de la mère (chef du ménage ou conjoint)
desk-search-found = { $n ->
    [one] { $n_shown } personne trouvée
   *[other] { $n_shown } personnes trouvées
  }
desk-search-many = Les { $n_shown } personnes qui ressemblent le plus. Ajoutez une année, un quartier ou un parent.
desk-search-forgotten = Cette recherche est trop ancienne : recommencez-la.
desk-household-title = Ménage { $id }
desk-person-extract = Relevé à imprimer
desk-person-household = Le ménage
desk-person-household-sheet = Fiche du ménage à imprimer
desk-person-history = Histoire
desk-paper-person = Relevé du registre
desk-paper-household = Fiche de ménage
desk-paper-note = Relevé du registre, ne vaut pas acte.
desk-paper-look-up = Consultation n° { $number }, { $at }, { $who }
error-desk-agents = La liste des agents { $path } est abîmée.
    .hint = Demandez à votre responsable informatique d’enlever ce fichier : le premier qui entre sera responsable et refera la liste.
error-desk-agent-name = Ce nom ne convient pas.
    .hint = Écrivez un nom de { $most } lettres au plus.
error-desk-folder = Le dossier { $path } appartient à un autre compte.
    .hint = Supprimez-le, ou demandez à votre responsable informatique.
error-desk-last-manager = Il faut au moins un responsable.
    .hint = Donnez d’abord ce rôle à une autre personne.
error-desk-no-chance = L’ordinateur ne donne pas de nombres au hasard : le bureau ne peut pas s’ouvrir en sûreté.
    .hint = Redémarrez l’ordinateur.
error-desk-no-page = Cette page n’existe pas.
    .hint = Choisissez un travail en haut de la page.
error-desk-no-port = Aucune porte de cet ordinateur n’est libre pour le bureau (à partir de { $first }).
    .hint = Fermez d’autres programmes, ou redémarrez l’ordinateur.
error-desk-pin = Ce code PIN ne convient pas.
    .hint = Écrivez { $fewest } caractères au moins, 64 au plus.
error-desk-role = Ce travail demande le rôle « { $role } ».
    .hint = Demandez à une personne qui a ce rôle, ou à un responsable de vous le donner.
error-desk-starting = Le bureau de ce registre est en train de s’ouvrir ou de se fermer.
    .hint = Attendez quelques secondes, puis recommencez.

### Déposer des fichiers, réglages du bureau.

desk-size-kib = { $n_shown } Kio
desk-size-mib = { $n_shown } Mio
desk-task-deposit = Déposer
desk-task-import = Importer
desk-task-settings = Réglages
desk-home-deposits = { $n ->
    [one] { $n_shown } fichier déposé attend d’être ajouté
   *[other] { $n_shown } fichiers déposés attendent d’être ajoutés
  }
desk-deposit-choose = Choisissez les fichiers reçus : recensements, registres des naissances, événements
desk-deposit-drop = Vous pouvez aussi les faire glisser sur cette page.
desk-deposit-send = Déposer ces fichiers
desk-deposit-note = Chaque fichier est lu tout de suite, et rien n’entre dans le registre avant que vous l’ajoutiez. { $mb_shown } Mio au plus par fichier.
desk-deposit-none-chosen = Choisissez au moins un fichier.
desk-deposit-received = { $n ->
    [one] { $n_shown } fichier est arrivé. Regardez ce qui a été lu, puis ajoutez-le.
   *[other] { $n_shown } fichiers sont arrivés. Regardez ce qui a été lu, puis ajoutez-les.
  }
desk-deposit-waiting = Fichiers déposés, à ajouter
desk-deposit-none-waits = Aucun fichier n’attend.
desk-deposit-facts = { $size }, déposé le { $at } par { $author }
desk-deposit-state-unread = pas encore lu : ouvrez-le
desk-deposit-state-blank = rien à lire
desk-deposit-state-whole = tout est lu
desk-deposit-state-partly = lu en partie
desk-deposit-state-failed = pas lu
desk-deposit-sheet = { $n ->
    [one] { $n_shown } personne ou acte
   *[other] { $n_shown } personnes ou actes
  } sur { $rows_shown } { $rows ->
    [one] ligne
   *[other] lignes
  }{ $waiting ->
    [0] {""}
    [one] , { $waiting_shown } ligne en quarantaine
   *[other] , { $waiting_shown } lignes en quarantaine
  }
desk-deposit-sheet-failed = 0 personne dans { $n_shown } { $n ->
    [one] colonne remplie
   *[other] colonnes remplies
  }
desk-deposit-same-content = Ce contenu est déjà là : { $path }. Il ne sera pas ajouté une deuxième fois.
desk-deposit-same-name = Il y a déjà un fichier de ce nom, avec un autre contenu : { $path }. Ouvrez pour dire s’il le remplace.
desk-deposit-add-all = Ajouter tous les fichiers sans question
desk-deposit-added-all = { $n ->
    [one] { $n_shown } fichier est ajouté. Il comptera à la prochaine importation.
   *[other] { $n_shown } fichiers sont ajoutés. Ils compteront à la prochaine importation.
  }
desk-deposit-open = Ouvrir
desk-deposit-then-import = Tout est ajouté ? Regarder ce qui change dans le registre
desk-deposit-back = Retour aux fichiers déposés
desk-deposit-renamed = Le nom « { $sent } » ne convient pas à tous les ordinateurs : le fichier s’appelle ici « { $name } ».
desk-deposit-kind = Qu’est-ce que c’est ?
desk-deposit-kind-census = Fiches de ménage (recensement)
desk-deposit-kind-births = Registre des naissances
desk-deposit-kind-events = Événements : décès, départs, arrivées, déménagements, mariages
desk-deposit-kind-decisions = Décisions : paires jugées dans un classeur
desk-deposit-kind-reference = Fichier de référence : quartiers, population…
desk-deposit-replaces = Il y a déjà un fichier de ce nom, avec un autre contenu. Que faire ?
desk-deposit-replace = Le nouveau remplace
desk-deposit-keep-both = Ce sont deux fichiers différents : garder les deux
desk-deposit-add = Ajouter ce fichier
desk-deposit-discard = Retirer ce fichier
desk-deposit-discarded = { $name } est retiré.
desk-deposit-added = { $path } est ajouté. Il comptera à la prochaine importation.
desk-deposit-was-there = Ce contenu était déjà là : { $path }. Rien n’a été ajouté.
desk-deposit-replaced = { $path } est remplacé. L’ancien fichier est gardé : { $aside }.
desk-deposit-rulings = { $n ->
    [one] { $n_shown } décision est ajoutée.
   *[other] { $n_shown } décisions sont ajoutées.
  }
desk-deposit-waits = { $n_shown } { $n ->
    [one] ligne en quarantaine
   *[other] lignes en quarantaine
  } : { $reason } (lignes { $rows })
desk-deposit-left-out = { $n_shown } { $n ->
    [one] ligne écartée
   *[other] lignes écartées
  } : { $reason } (lignes { $rows })
desk-deposit-columns = Les colonnes
desk-deposit-words = Mots inconnus
desk-deposit-words-note = Dites une fois ce que ces mots veulent dire : les fichiers suivants seront compris de même.
desk-deposit-word = Mot
desk-deposit-word-list = Dans la colonne
desk-deposit-word-means = Veut dire
desk-deposit-word-cells = ({ $n_shown } { $n ->
    [one] cellule
   *[other] cellules
  })
desk-deposit-unexplained = – je ne sais pas –
desk-deposit-column = Colonne
desk-deposit-heading = Titre
desk-deposit-examples = Exemples
desk-deposit-meaning = Ce qu’elle contient
desk-deposit-scope = Les changements de colonnes valent :
desk-deposit-scope-file = pour ce fichier
desk-deposit-scope-all = pour tous les fichiers qui ont ce titre
desk-deposit-learn = Retenir et relire le fichier
desk-deposit-learnt = { $n ->
    [0] Rien n’a été changé.
    [one] { $n_shown } réglage est retenu ; le fichier est relu avec lui. La page « Réglages » permet de l’annuler.
   *[other] { $n_shown } réglages sont retenus ; le fichier est relu avec eux. La page « Réglages » permet de les annuler.
  }
cli-settings = Les réglages faits au bureau : les montrer, en ajouter, en annuler
cli-settings-arg-what = list (montrer), word (un mot), heading (un titre de colonne), column (une colonne d’un fichier), undo (annuler)
cli-settings-arg-words = Pour word : liste, code, mot ; pour heading : contenu, titre ; pour column : contenu, fichier, colonne, feuille ; pour undo : numéro
settings-list-sex = sexe
settings-list-marital_status = état civil
settings-list-relation = lien de parenté
settings-list-category = catégorie de la déclaration
settings-list-event = événement
desk-settings-note = Ces réglages sont nés ici ou à la page « Déposer » : un mot ou une colonne expliqués une fois valent pour tous les fichiers. Les autres réglages sont dans bato.toml.
desk-settings-in-force = Réglages en vigueur
desk-settings-none = Aucun mot et aucune colonne n’ont été expliqués.
desk-settings-earlier = Réglages annulés
desk-settings-undo = Annuler
desk-settings-undone = Annulé : { $what }
desk-settings-added = Retenu : { $what }
desk-settings-facts = { $at }, { $author }
desk-settings-undone-facts = – annulé le { $at } par { $author }
settings-column = { $place } : la colonne { $column } ({ $heading }) contient : { $field }
settings-heading = Le titre « { $heading } » veut dire : { $field }
settings-word = { $list } : « { $word } » veut dire { $code }
desk-settings-add-word = Expliquer un mot
desk-settings-add-heading = Expliquer un titre de colonne
desk-import-note = Le programme relit tous les fichiers et montre ce qui changerait. Rien n’est enregistré avant que vous l’ayez vu.
desk-import-look = Regarder ce qui change
desk-import-look-again = Cliquez sur « Regarder ce qui change », puis enregistrez.
desk-import-again = Regarder de nouveau
desk-import-running = Le programme travaille
desk-import-running-note = Vous pouvez quitter cette page : le travail continue, et cette page le retrouve.
desk-import-refresh = Actualiser
desk-import-cut = Le travail a été interrompu (coupure de courant, programme arrêté). Rien n’a changé dans le registre. Recommencez.
desk-import-cut-recorded = Le travail a été interrompu (coupure de courant, programme arrêté) après l’enregistrement : la version { $version } est entière. Les rapports sont peut-être ceux d’avant : regardez ce qui change, puis enregistrez.
desk-import-old-trial = Le registre a changé depuis cet essai : regardez de nouveau ce qui change.
desk-import-trial = Voici ce qui changerait. Rien n’est encore enregistré.
desk-import-recorded = C’est enregistré.
desk-import-unchanged = Rien n’avait changé : la version en usage reste la même.
desk-import-report = Le rapport, à ouvrir et à imprimer
desk-import-counts = Les nombres
desk-import-count-files = Fichiers lus
desk-import-count-rows = Lignes
desk-import-count-ignored = Lignes écartées (titres, totaux…)
desk-import-count-quarantined = Lignes en quarantaine, à corriger
desk-import-count-persons = Personnes
desk-import-count-households = Ménages
desk-import-count-review = Paires douteuses à juger
desk-import-unread = Ce qui n’a pas été lu
desk-import-nothing = Rien ne change : ni fichier, ni personne.
desk-import-files = Fichiers qui changent
desk-import-rulings = Décisions qui ne sont plus dans aucun fichier
desk-import-more = … et { $n_shown } de plus
desk-import-removals = { $n ->
    [one] { $n_shown } personne ou décision disparaîtrait du registre. Un fichier manque-t-il ?
   *[other] { $n_shown } personnes ou décisions disparaîtraient du registre. Un fichier manque-t-il ?
  }
desk-import-accept = J’ai lu les noms, et c’est voulu.
desk-import-number = Écrivez combien disparaissent
desk-import-record = Enregistrer
desk-import-record-note = Seul ce qui est montré ici est enregistré. Si quelque chose a changé entre-temps, le programme le dit et n’enregistre rien.
desk-import-not-manager = Un responsable doit enregistrer : changez de personne par « Quitter », en haut de la page.
desk-import-backup = Sauvegarde
desk-import-backup-never = Ce registre n’a encore jamais été sauvegardé. Branchez une clé USB et faites-le maintenant.
desk-import-backup-last = Dernière sauvegarde : { $at } ({ $n ->
    [0] aujourd’hui
    [one] il y a { $n_shown } jour
   *[other] il y a { $n_shown } jours
  }), { $path }
desk-import-backup-folder = Un autre dossier, par exemple celui de la clé USB
desk-import-backup-go = Sauvegarder
desk-import-backup-running = La sauvegarde s’écrit. Ne retirez pas la clé.
desk-import-backup-cut = La dernière sauvegarde a été interrompue : elle n’existe pas. Recommencez.
desk-import-release = Envoi à Bruxelles et à la coordination
desk-import-release-note = Des nombres arrondis, sans aucun nom, dans un dossier à part.
desk-import-release-period = Période, par exemple 2018 ou 2018-T4 (vide : le dernier trimestre)
desk-import-release-go = Préparer l’envoi
error-deposit-cut = { $file } n’est pas arrivé en entier ({ $cause }) : rien n’a été ajouté.
    .hint = Déposez-le de nouveau.
error-deposit-empty = { $file } est vide : rien n’a été ajouté.
    .hint = Ouvrez-le dans le tableur pour voir s’il contient quelque chose, enregistrez-le, puis déposez-le de nouveau.
error-deposit-name = Aucun fichier ne peut porter le nom « { $value } ».
    .hint = Donnez-lui un nom avec des lettres ou des chiffres, par exemple « Q06 Boma 2018.xlsx ».
error-deposit-reference-name = { $file } n’est le nom d’aucun fichier de référence.
    .hint = Les noms connus : { $known }.
error-deposit-replaces = Il y a déjà un fichier du nom { $file }, avec un autre contenu : { $path }.
    .hint = Choisissez s’il le remplace, ou si les deux restent.
error-deposit-too-large = { $file } dépasse { $limit_shown } Mio : rien n’a été ajouté.
    .hint = Coupez le fichier en plusieurs, ou demandez à votre responsable informatique d’augmenter ingest.max_deposit_mb.
error-deposit-unknown = Ce fichier n’attend plus : il a été ajouté ou retiré entre-temps.
    .hint = Déposez-le de nouveau s’il manque.
error-setting-blank = Ce texte est vide ou dépasse { $high_shown } signes ({ $key }).
    .hint = Écrivez un mot, avec au moins une lettre ou un chiffre.
error-setting-words = « bato settings { $what } » : il manque un mot, ou il y en a un de trop.
    .hint = Par exemple : bato settings word relation spouse "…" ; « bato settings --help » montre l’ordre des mots.
error-setting-unknown = Ce réglage n’est plus en vigueur : il a été annulé entre-temps.
    .hint = Rechargez la page « Réglages ».

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
desk-task-correct = Corriger
desk-lang-fr = Français
desk-lang-nl = Nederlands
desk-lang-en = English
desk-leave = Quitter
desk-command = Commande, pour l’informaticien
desk-in-a-terminal = dans un terminal
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
desk-who-new-pin = Code PIN (si vous voulez ; 4 caractères au moins)
desk-who-why = Pour quel travail entrez-vous ?
desk-who-why-note = Par exemple : dépôt des fichiers de Boma. Le motif est écrit dans le journal des recherches, avec votre nom.
desk-who-enter = Entrer
desk-who-boundary = Le compte de l’ordinateur protège le registre : quand vous partez, fermez votre session. Les noms et les codes évitent les erreurs entre collègues.
desk-who-no-reason = Écrivez pour quel travail vous entrez.
desk-who-unknown = Choisissez votre nom dans la liste. S’il n’y est pas, un responsable l’ajoute.
desk-who-wrong-pin = Ce n’est pas le code PIN de cette personne.
desk-who-wait = Trop de codes faux : attendez une minute.
desk-reason-counter = Demande d’un habitant au guichet
desk-reason-deposit = Dépôt de fichiers reçus
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
desk-end-note = Tout ce que vous avez enregistré est sur le disque. Retirez la clé USB si elle est encore branchée.
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
desk-home-nothing-waits = Rien n’attend. Les avertissements, qui ne bloquent rien, sont sous « Corriger ».
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
desk-home-rows = { $n ->
    [one] { $n_shown } ligne en quarantaine
   *[other] { $n_shown } lignes en quarantaine
  } dans la version en usage
desk-home-pairs = { $n ->
    [one] { $n_shown } paire douteuse à juger
   *[other] { $n_shown } paires douteuses à juger
  }
desk-home-merges = { $n ->
    [one] { $n_shown } réunion à vérifier : le programme n’en est pas certain
   *[other] { $n_shown } réunions à vérifier : le programme n’en est pas certain
  }
desk-home-headless = { $n ->
    [one] { $n_shown } ménage sans chef
   *[other] { $n_shown } ménages sans chef, par exemple
  } : { $ids }
desk-home-rulings = { $n ->
    [one] { $n_shown } décision prise
   *[other] { $n_shown } décisions prises
  } depuis la version en usage : { $n ->
    [one] elle compte
   *[other] elles comptent
  } à la prochaine importation
desk-home-corrections = { $n ->
    [one] { $n_shown } correction tapée
   *[other] { $n_shown } corrections tapées
  } depuis la version en usage : { $n ->
    [one] elle compte
   *[other] elles comptent
  } à la prochaine importation
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
desk-search-spouse-of-head = Époux ou épouse du chef
desk-household-title = Ménage { $id }
desk-household-of = Ménage de { $name } ({ $id })
desk-person-extract = Relevé à imprimer
desk-person-household = Le ménage
desk-person-household-sheet = Fiche du ménage à imprimer
desk-person-history = Histoire
desk-person-company = avec (lien avec le chef)
desk-person-last-household = dernier ménage
desk-household-born-since = enfant, par son acte seul
desk-person-mothers-household = ménage de la mère
desk-person-mothers-household-note = Aucune fiche ne nomme encore cet enfant : il est montré et imprimé avec ce ménage, sans y être compté. La prochaine fiche de ce ménage l’y comptera.
desk-other-birth = Une autre date de naissance est écrite : { $day } ({ $row }). Le registre dit { $own }. Demandez laquelle est juste.
desk-other-birth-reason = date de naissance demandée à la personne
desk-other-birth-right = « { $day } » est juste
desk-other-birth-settled = La date de naissance est décidée. Elle compte à la prochaine importation.
desk-other-address = Une autre adresse est écrite pour { $names } : { $address } ({ $row }). Demandez laquelle est juste.
desk-other-address-row = voir cette ligne
desk-other-address-right = « { $address } » est juste pour le ménage de { $head } ({ $n ->
    [one] 1 personne
   *[other] { $n_shown } personnes
  })
desk-other-address-reason = adresse demandée à la famille
desk-other-address-left-out = { $n ->
    [one] Une ligne qui dit l’autre adresse n’est plus comptée
   *[other] { $n_shown } lignes qui disent l’autre adresse ne sont plus comptées
  }, parce que leur quartier vient du titre de la feuille ou du fichier. Elles sont gardées ; « Corrections tapées » les remet. Cela compte à la prochaine importation.
desk-other-address-settled = { $n ->
    [one] L’adresse est corrigée ({ $places }). Elle compte à la prochaine importation ; « Corrections tapées » l’annule.
   *[other] L’adresse est corrigée dans { $n_shown } cases ({ $places }). Elle compte à la prochaine importation ; « Corrections tapées » l’annule.
  }
desk-place-sheet-row = { $file }, feuille « { $sheet } », ligne { $row }
desk-file-typed-census = fiches tapées ici ({ $what }, { $who })
desk-file-typed-births = actes tapés ici ({ $what }, { $who })
desk-file-counter = événements signalés au guichet ({ $what }, { $who })
desk-place-row = { $file }, ligne { $row }
desk-paper-person = Relevé du registre
desk-paper-household = Fiche de ménage, relevé du registre
desk-paper-note = Ne vaut pas acte.
desk-paper-look-up = Consultation n° { $number }, { $at }, { $who }
desk-paper-born = né(e) le, à
desk-paper-signature = Cachet et signature :
error-desk-agents = La liste des agents { $path } est abîmée.
    .hint = Demandez à votre responsable informatique d’enlever ce fichier : le premier qui entre sera responsable et refera la liste.
error-desk-agent-name = Ce nom ne convient pas.
    .hint = Écrivez un nom de { $most } lettres au plus.
error-desk-elsewhere = Le bureau de ce registre est déjà ouvert, sur l’ordinateur « { $computer } » ({ $address }), sous un autre compte ou sur un autre ordinateur.
    .hint = Un registre n’a qu’un bureau à la fois. Travaillez là où il est ouvert, ou fermez-le là avec « Quitter », puis recommencez.
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

desk-correct-title = Corriger
desk-correct-note = Choisissez un fichier. Une correction tapée ici ne change pas le fichier reçu : elle est notée à côté et compte dès la prochaine importation.
desk-correct-list = Corrections tapées
desk-correct-list-note = La plus récente d’abord. Annuler remet dans la case le texte d’avant.
desk-correct-files = Tous les fichiers
desk-correct-file = Fichier
desk-correct-kind-events = événements
desk-correct-kind-births = naissances
desk-correct-kind-census = recensement
desk-correct-kind = Sorte
desk-correct-n-errors = Erreurs
desk-correct-n-warnings = Avertissements
desk-correct-n-corrections = Cases corrigées
desk-correct-state = État
desk-correct-state-read = dans le registre
desk-correct-state-changed = pas encore importé
desk-correct-state-unreadable = illisible
desk-correct-errors = { $n ->
    [one] { $n_shown } erreur
   *[other] { $n_shown } erreurs
  }
desk-correct-warnings = { $n ->
    [one] { $n_shown } avertissement
   *[other] { $n_shown } avertissements
  }
desk-correct-corrected = { $n ->
    [one] { $n_shown } case corrigée
   *[other] { $n_shown } cases corrigées
  }
desk-correct-workbook = Classeur de corrections (.xlsx, avec des noms)
desk-correct-sheets = Feuilles du fichier
desk-correct-next = Faute suivante
desk-correct-previous = Faute précédente
desk-correct-none-left = Plus aucune faute dans ce fichier : importez.
desk-correct-withdraw = Ce fichier a été ajouté par erreur ?
desk-correct-withdraw-note = Retiré, il ne compte plus à la prochaine importation : la page « Importer » nomme alors les personnes qui ne seraient plus au registre, et demande de confirmer. Le fichier est gardé à côté ; pour le remettre, déposez-le de nouveau.
desk-correct-withdraw-sure = Oui, ce fichier ne doit pas compter
desk-correct-withdraw-confirm = Rien n’est retiré : cochez d’abord la case.
desk-correct-withdrawn = { $name } est retiré. Ses personnes quittent le registre à la prochaine importation, si vous la confirmez.
desk-correct-cell = Case
desk-correct-heading-cell = Titre de colonne « { $text } » (case { $place })
desk-correct-new-census = Texte juste, d’après la fiche papier
desk-correct-new-birth = Texte juste, d’après l’acte
desk-correct-new-event = Texte juste, d’après la pièce
desk-correct-reason = Pourquoi
desk-correct-usual-reason = fiche papier
desk-correct-usual-reason-census = fiche papier
desk-correct-usual-reason-birth = acte
desk-correct-usual-reason-event = pièce
desk-correct-save = Enregistrer et suivante
desk-correct-earlier = Dans la version d’avant (ligne { $row }), { $author } avait écrit « { $new } » pour cette personne, le { $day }.
desk-correct-earlier-take = Reprendre « { $new } »
desk-correct-saved = { $corrections }. Enregistré.
desk-correct-is-confirmed = juste ainsi
desk-correct-confirmed = Noté : « { $text } » est juste ({ $place }).
desk-correct-confirm-note = Si la fiche papier dit la même chose, dites-le : l’avertissement ne revient plus tant que cette case porte ce texte. « Corrections tapées » permet de l’annuler.
desk-correct-confirm = C’est juste ainsi
desk-correct-merged = Cette case est couverte par la case fusionnée { $first } : corrigez celle-là.
desk-correct-elsewhere = Il n’y a rien à écrire dans cette case : la faute porte sur la ligne. S’il manque une colonne (le sexe, la date…), demandez-la au quartier. Si c’est une autre case qui est fausse, cliquez dessus ou donnez sa lettre plus bas. Si tout est juste sur le papier, laissez.
desk-correct-no-column = Cette feuille n’a pas de colonne pour cette valeur : il n’y a rien à écrire dans cette case. Demandez la valeur au quartier, et ajoutez la colonne dans une version plus récente du fichier.
desk-correct-related-event-before-birth = Une de ces deux dates est fausse : comparez avec le document et cliquez sur celle qui est à changer.
desk-correct-related-declared-before-birth = Une de ces deux dates est fausse : comparez avec le registre papier et cliquez sur celle qui est à changer.
desk-correct-related-age-against-date = L’âge ou la date est faux : comparez avec la fiche papier et cliquez sur la case à changer.
desk-correct-related-sex-against-relation = Une de ces deux cases est fausse : comparez avec la fiche papier et cliquez sur celle qui est à changer.
desk-correct-related-act-number-repeated = Un de ces deux numéros est faux : comparez avec le registre papier et cliquez sur celui qui est à changer.
desk-correct-related-spouse-under-age = La date ou le lien est peut-être faux : comparez avec la fiche papier et cliquez sur la case à changer.
desk-correct-related-mother-too-young = Une de ces cases est fausse, ou la mère est une autre femme : comparez avec la fiche papier et cliquez sur la case à changer.
desk-correct-related-child-older-than-parent = Une de ces cases est fausse : comparez avec la fiche papier et cliquez sur celle qui est à changer.
desk-correct-related-row-typed-twice = Les deux lignes disent la même chose. Si ce sont deux personnes, cliquez sur le nom ou la date qui est à changer.
desk-correct-related-two-heads = Regardez la fiche papier. Si ce sont deux ménages, changez le numéro du second. Si c’est un seul ménage, changez le lien de celui qui n’est pas le chef. Si c’est la même personne, laissez : vous la jugerez sous « Juger ».
desk-correct-related-no-head = Choisissez le chef : cliquez sur le lien de parenté de la personne qui dirige le ménage, et écrivez « Chef ».
desk-correct-elsewhere-other = Ce qui est écrit dans cette case est sans doute juste : la case à changer est une autre de la liste ci-dessus.
desk-correct-elsewhere-column = Il n’y a rien à écrire dans cette case : c’est un titre, et la remarque porte sur toute la colonne. Comparez quelques lignes avec les fiches papier et corrigez les cases fausses. Si tout est juste, laissez.
desk-correct-elsewhere-unrecognised = C’est le titre d’une colonne que le programme ne comprend pas : ses valeurs ne sont pas utilisées. Si le registre en a besoin, dites ici ce qu’elle contient. Sinon, choisissez « comprise, pas utilisée » : l’avertissement disparaît.
desk-correct-elsewhere-meaning = C’est un titre, et la remarque porte sur toute la colonne. Comparez quelques lignes avec le papier. Si la colonne contient autre chose, dites-le ici ; si tout est juste, laissez.
desk-correct-column-saved = Retenu : la colonne { $column } de ce fichier est lue comme « { $meaning } ». « Réglages » permet de l’annuler.
desk-correct-anyway = Corriger quand même cette case
desk-correct-keys = Au clavier : Entrée enregistre. Échap quitte la case ; ensuite n et p vont de faute en faute.
desk-correct-sensitive = Cette colonne est sensible : son texte n’est ni gardé ni montré.
desk-correct-blank-row = Cette ligne est vide dans la feuille : une personne qui manque s’ajoute par une saisie.
desk-correct-rows = Lignes { $from } à { $to } sur { $last }
desk-correct-above = Lignes d’avant
desk-correct-below = Lignes d’après
desk-correct-row = Ligne
desk-correct-column = Colonne
desk-correct-go = Ouvrir la case
desk-correct-grid = La feuille
desk-correct-grid-note = ✖ erreur, ⚠ avertissement, ✎ case corrigée. Cliquez sur une case pour l’ouvrir ; au clavier : les flèches, puis Entrée.
desk-correct-outcome = Lue ?
desk-correct-read = lue
desk-correct-is-corrected = corrigée
desk-correct-change = Correction
desk-correct-holds = vaut
desk-correct-undo = Annuler
desk-correct-undo-reason = annulée sur la page
desk-correct-undone = { $place } : la correction est annulée.
desk-correct-still-wrong = « { $text } » est enregistré, mais ce n’est pas encore juste : lisez ce qui suit et corrigez de nouveau.
desk-correct-still-doubtful = « { $text } » est enregistré ; il reste l’avertissement qui suit. Si le papier dit la même chose, laissez.
desk-correct-hint-part-of-date = Écrivez ici la date entière, par exemple 28/2/1989 : le jour, le mois et l’année vont chacun dans sa case. Si le jour n’est pas connu, videz les cases du jour et du mois ; l’année seule suffit.
desk-correct-counter = faute { $n_shown } sur { $all_shown }
desk-correct-place = case { $cell }
desk-correct-place-in = case { $cell }, feuille « { $sheet } »
desk-correct-hint-year-missing = Écrivez l’année plus haut, sous « Quartier et année », si vous la connaissez.
desk-correct-hint-quartier-missing = Écrivez le quartier plus haut, sous « Quartier et année », si vous le connaissez.
### Déposer des fichiers, réglages du bureau.

desk-size-kib = { $n_shown } Ko
desk-size-mib = { $n_shown } Mo
desk-task-deposit = Déposer
desk-task-import = Importer
desk-task-settings = Réglages
desk-home-deposits = { $n ->
    [one] { $n_shown } fichier déposé attend d’être ajouté
   *[other] { $n_shown } fichiers déposés attendent d’être ajoutés
  }
desk-home-verify = Vérifier que le registre est intact
desk-needed = * à remplir
desk-ruling-same = même personne que { $names }
desk-ruling-different = une autre personne que { $names }
desk-ruling-undo = Annuler cette décision
desk-ruling-undone = La décision est annulée. Le registre en tiendra compte à la prochaine importation.
desk-rulings = Décisions des agents
desk-copied = Copié
desk-copy = Copier
desk-hint-missing-name = Écrivez le nom dans cette case, d’après la fiche papier. Si la ligne est de trop, laissez-la : elle n’entre pas dans le registre.
desk-hint-only-a-name = Si c’est une personne, écrivez dans ses cases ce que dit la fiche papier (sexe, date de naissance…). Sinon, laissez la ligne : elle n’entre pas dans le registre.
desk-hint-column-missing = Ne changez pas le fichier reçu. Si une de ses colonnes contient cela sous un autre titre, dites-le à la page « Déposer » ; sinon, il n’y a rien à faire : les personnes sont inscrites sans cette information.
desk-hint-columns-moved-guessed = Comparez quelques-unes de ces personnes avec le papier. Si c’est faux, corrigez leurs cases à la page « Corriger », ou demandez le fichier de nouveau au quartier.
desk-hint-household-missing = Il n’y a rien à faire : les personnes sont inscrites sans ménage. Si une colonne contient le numéro de la fiche ou l’adresse, dites-le à la page « Déposer ».
desk-hint-column-content = Si c’est faux, dites à la page « Déposer » ce que la colonne contient.
desk-hint-column-guessed = Si c’est faux, dites à la page « Déposer » ce que la colonne contient.
desk-hint-no-names = Si une colonne contient les noms, dites-le à la page « Déposer ». Sinon, demandez le fichier de nouveau au quartier.
desk-hint-correction-not-applied = Comparez la ligne avec la fiche papier. Si la correction reste juste, tapez-la de nouveau dans sa case.
desk-hint-error-cell = Écrivez la valeur d’après la fiche papier.
desk-hint-continued-line = Ajoutez ce texte à la case de la ligne au-dessus ; cette ligne-ci n’entre pas dans le registre. Si c’est une autre personne, complétez la ligne.
desk-hint-remark-as-name = Si c’est une remarque, laissez : la ligne n’entre pas dans le registre. Si c’est un nom, complétez la ligne : sexe et date de naissance.
desk-hint-stillborn = Si l’enfant est mort-né, laissez : la ligne n’entre pas dans le registre. S’il est né vivant, effacez ce mot de la case.
desk-hint-row-struck = Si la ligne ne compte pas, laissez-la : elle n’entre pas dans le registre. Si elle compte, demandez le fichier sans ce trait, ou ajoutez la personne par « Saisir ».
desk-hint-row-cancelled = Si la ligne est annulée ou en double, laissez-la : elle n’entre pas dans le registre. Sinon, effacez ce mot de la case.
desk-hint-other-persons-named = Si ces personnes n’ont pas leur propre ligne, ajoutez-les par « Saisir ».
desk-hint-name-outside-table = Si c’est une personne qui n’a pas sa ligne, ajoutez-la par « Saisir ». Sinon, laissez.
desk-hint-two-persons = Laissez une seule personne dans cette case ; l’autre s’ajoute par « Saisir ».
desk-hint-line-number-gap = Comparez avec la fiche papier. Une personne oubliée s’ajoute par « Saisir ».
desk-hint-act-number-gap = Cherchez ces actes dans le registre papier ; ceux qui manquent s’ajoutent par « Saisir ».
desk-hint-person-id-slip = Recopiez le numéro comme la page « Chercher » le montre, ou videz la case.
desk-hint-cell-corrections-no-file = Déposez le fichier de nouveau, ou laissez ces corrections : elles ne changent rien.
desk-hint-cell-corrections-outdated = Ouvrez les fautes l’une après l’autre : là où la même personne a encore le même texte faux, la page propose ce que vous aviez écrit.
desk-hint-sensitive-kept = Si ce n’est pas voulu, dites-le à la personne responsable du registre.
desk-hint-other-list = Il n’y a rien à faire si c’est une liste d’autre chose. Une liste de décès, de départs, d’arrivées ou de mariages se dépose comme « Événements ». Si c’est une liste de personnes, demandez-la au quartier avec un titre plus clair.
desk-hint-quartier-guessed = Comparez avec la fiche papier. Si c’est un autre quartier, écrivez son nom comme dans la liste de la commune, à la page « Corriger » ; sinon, laissez.
desk-hint-unknown-quartier = Écrivez le nom comme dans la liste de la commune : la case le propose à la page « Corriger ».
desk-no-register = Il n’y a pas encore de registre : déposez les fichiers reçus, puis importez-les.
desk-no-register-juger = Rien à juger : importez d’abord. Le programme cherche les paires douteuses pendant l’importation.
desk-no-register-chercher = Personne à chercher : importez d’abord. Il n’y a pas encore de registre.
desk-no-register-corriger = Rien à corriger : déposez d’abord les fichiers reçus.
desk-deposit-choose = Choisissez les fichiers reçus : recensements, registres des naissances, événements
desk-deposit-drop = Vous pouvez aussi les faire glisser sur cette page.
desk-deposit-send = Déposer ces fichiers
desk-deposit-note = Chaque fichier est lu tout de suite. « Ajouter » le range avec les fichiers du registre ; ses personnes entrent au registre à la prochaine importation. { $mb_shown } Mo au plus par fichier.
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
desk-deposit-state-partly = lu, à vérifier
desk-deposit-state-failed = pas lu
desk-deposit-nothing-read = Rien n’y a été lu : personne n’entrerait au registre. Retirez ce fichier. Si c’est une liste de personnes, dites plus bas ce que ses colonnes contiennent.
desk-deposit-sheet = { $units }{ $waiting ->
    [0] {""}
    [one] , { $waiting_shown } ligne en quarantaine
   *[other] , { $waiting_shown } lignes en quarantaine
  }{ $left ->
    [0] {""}
    [one] , { $left_shown } ligne qui n’est pas une personne (titre, total…)
   *[other] , { $left_shown } lignes qui ne sont pas des personnes (titres, totaux…)
  }
desk-deposit-sheet-failed = Aucune personne trouvée ({ $n_shown } { $n ->
    [one] colonne remplie
   *[other] colonnes remplies
  })
desk-deposit-same-content = Ce contenu est déjà là : { $path }. Il ne sera pas ajouté une deuxième fois.
desk-deposit-same-name = Il y a déjà un fichier de ce nom, avec un autre contenu : { $path }. Ouvrez pour dire s’il le remplace.
desk-deposit-add-all = { $n ->
    [one] Ajouter { $names }
   *[other] Ajouter les { $n_shown } fichiers lus sans aucun doute
  }
desk-deposit-added-all = { $n ->
    [one] { $n_shown } fichier est ajouté : { $names }. Il comptera à la prochaine importation.
   *[other] { $n_shown } fichiers sont ajoutés : { $names }. Ils compteront à la prochaine importation.
  }
desk-deposit-open = Ouvrir
desk-deposit-then-import = Tout est ajouté ? Importez
desk-deposit-back = Retour aux fichiers déposés
desk-deposit-renamed = Le nom « { $sent } » ne convient pas à tous les ordinateurs : le fichier s’appelle ici « { $name } ».
desk-deposit-kind = Qu’est-ce que c’est ?
desk-deposit-kind-census = Fiches de ménage, ou une autre liste de personnes (élèves, membres…)
desk-deposit-kind-births = Registre des naissances
desk-deposit-kind-events = Événements : décès, départs, arrivées, déménagements, mariages
desk-deposit-kind-decisions = Classeur de paires jugées, que Bato a fait
desk-deposit-kind-reference = Fichier de référence : quartiers, population…
desk-deposit-replaces = Il y a déjà un fichier de ce nom, avec un autre contenu. Que faire ?
desk-deposit-replace = Le nouveau remplace
desk-deposit-keep-both = Ce sont deux fichiers différents : garder les deux
desk-deposit-add = Ajouter ce fichier
desk-deposit-discard = Retirer ce fichier
desk-deposit-discarded = { $name } est retiré.
desk-deposit-added = { $path } est ajouté. Il comptera à la prochaine importation.
desk-deposit-was-there = Ce contenu était déjà là : { $path }. Rien n’a été ajouté.
desk-deposit-replaced = { $path } est remplacé. L’ancien fichier est gardé à côté.
desk-deposit-corrections-lost = { $n ->
    [one] { $n_shown } case corrigée dans l’ancien fichier est à contrôler dans le nouveau : la correction ne vaut plus (« Corriger », « Corrections tapées »).
   *[other] { $n_shown } cases corrigées dans l’ancien fichier sont à contrôler dans le nouveau : les corrections ne valent plus (« Corriger », « Corrections tapées »).
  }
desk-deposit-rulings = { $n ->
    [one] { $n_shown } décision est ajoutée.
   *[other] { $n_shown } décisions sont ajoutées.
  }
desk-deposit-waits = { $n_shown } { $n ->
    [one] ligne en quarantaine
   *[other] lignes en quarantaine
  } : « { $reason } » ({ $n ->
    [one] ligne
   *[other] lignes
  } { $rows })
desk-deposit-left-out = { $n_shown } { $n ->
    [one] ligne écartée
   *[other] lignes écartées
  } : { $reason } ({ $n ->
    [one] ligne
   *[other] lignes
  } { $rows })
desk-deposit-words = Mots inconnus
desk-deposit-words-note = Dites une fois ce que ces mots veulent dire : les fichiers suivants seront compris de même.
desk-deposit-word = Mot
desk-deposit-word-list = Dans la colonne
desk-deposit-word-means = Veut dire
desk-deposit-word-cells = ({ $n_shown } { $n ->
    [one] case
   *[other] cases
  })
desk-deposit-unexplained = – je ne sais pas –
desk-deposit-column = Colonne
desk-deposit-heading = Titre
desk-deposit-examples = Exemples
desk-deposit-meaning = Ce qu’elle contient
desk-deposit-column-unknown = pas comprise
    .note = Ses valeurs n’entrent pas au registre. Si elle contient ce que le registre demande (nom, sexe, date, adresse, lien, ménage…), choisissez-le dans la liste ; sinon, laissez.
desk-deposit-column-sensitive = sensible, laissée de côté
    .note = Ses valeurs ne sont ni gardées ni montrées. Il n’y a rien à faire.
desk-deposit-column-unused = comprise, pas utilisée
    .note = Le registre n’en a pas besoin ; elle reste dans le fichier. Il n’y a rien à faire.
desk-deposit-column-used = utilisée
desk-deposit-fate = Ce qui en est fait
desk-deposit-scope = Les changements de colonnes valent :
desk-deposit-scope-file = pour ce fichier
desk-deposit-scope-all = pour tous les fichiers qui ont ce titre
desk-deposit-learn = Retenir et relire le fichier
desk-deposit-learnt = { $n ->
    [0] Rien n’a été changé.
    [one] { $n_shown } réglage est retenu ; le fichier est relu avec lui. La page « Réglages » permet de l’annuler.
   *[other] { $n_shown } réglages sont retenus ; le fichier est relu avec eux. La page « Réglages » permet de les annuler.
  }
desk-deposit-state-waiting = lu, mais rien n’entre
desk-deposit-only-waiting = Toutes les lignes sont en quarantaine ({ $n_shown }) : personne n’entrerait dans le registre. Ce qui manque est écrit plus haut. Ajoutez ce fichier si vous pouvez ensuite corriger ces lignes d’après le papier ; sinon, retirez-le.
desk-deposit-no-list = Ce fichier ne contient pas de liste de personnes : personne n’entrerait au registre. Retirez-le. Si c’est bien une liste, demandez-la de nouveau avec une ligne de titres (Nom, Sexe, Date de naissance…).
desk-deposit-list = La liste
desk-deposit-place = Quartier et année
desk-deposit-place-note = Si vous le savez, choisissez ci-dessous : c’est ajouté au nom du fichier, et son contenu ne change pas.
desk-deposit-place-unknown = « { $quartier } » n’est pas un quartier connu : choisissez-le dans la liste de la case, ou effacez-le.
desk-deposit-place-unlisted = Le quartier écrit dans le fichier, « { $quartier } », n’est pas dans la liste de la commune : choisissez le bon dans la case.
desk-deposit-place-added = Le fichier s’appellera « { $name } » (reçu sous le nom « { $before } »). Son contenu ne change pas.
desk-deposit-place-go = Retenir
desk-deposit-not-yet-added = Le fichier n’est pas encore ajouté : regardez comment il est lu maintenant, puis ajoutez-le.
desk-deposit-named = Le fichier s’appellera « { $name } ».
desk-deposit-then-correct = { $n_shown } { $n ->
    [one] ligne est
   *[other] lignes sont
  } en quarantaine : ouvrez « Corriger », puis « Importer ».
desk-deposit-see-added = Les fichiers déjà ajoutés, avec leurs fautes
desk-deposit-hint-year-missing = Si vous connaissez l’année, écrivez-la plus haut, sous « Quartier et année ».
desk-deposit-hint-quartier-missing = Si vous connaissez le quartier, écrivez-le plus haut, sous « Quartier et année ».
cli-settings = Les réglages faits au bureau : les montrer, en ajouter, en annuler
cli-settings-arg-what = list (montrer), word (un mot), heading (un titre de colonne), column (une colonne d’un fichier), undo (annuler)
cli-settings-arg-words = Pour word : liste, code, mot ; pour heading : contenu, titre ; pour column : contenu, fichier, colonne, feuille ; pour undo : numéro
settings-list-sex = sexe
settings-list-marital_status = état civil
settings-list-relation = lien de parenté
settings-list-category = catégorie de la déclaration
settings-list-event = événement
desk-settings-note = Ce qui a été expliqué ici, à la page « Déposer » ou « Corriger ». Un réglage qui nomme un fichier vaut pour ce fichier ; un mot ou un titre vaut pour tous.
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
desk-import-look = Importer : voir ce qui change
desk-import-look-again = Cliquez sur « Importer : voir ce qui change », puis enregistrez.
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
desk-import-report = Lire le rapport (nouvel onglet ; Ctrl+P l’imprime)
desk-import-counts = Les nombres
desk-import-count-files = Fichiers lus
desk-import-count-rows = Lignes
desk-import-count-ignored = Lignes écartées (titres, totaux…)
desk-import-count-quarantined = Lignes en quarantaine, à corriger
desk-import-count-persons = Personnes, celles qui sont mortes ou parties aussi
desk-import-count-households = Ménages
desk-import-count-review = Paires douteuses à juger
desk-import-unread = Ce qui n’a pas été lu
desk-import-nothing = Rien ne change : ni fichier, ni personne.
desk-import-stale = { $n ->
    [one] Une décision ne vaut plus : ses lignes ont été tapées autrement ou ne sont plus là. Si la paire
   *[other] { $n_shown } décisions ne valent plus : leurs lignes ont été tapées autrement ou ne sont plus là. Si une paire
  } est encore douteuse, « Juger » propose de reprendre la réponse d’un clic.
desk-import-new-rulings = { $n ->
    [one] Une réponse ou décision nouvelle est comptée ici : enregistrez pour qu’elle vaille.
   *[other] { $n_shown } réponses ou décisions nouvelles sont comptées ici : enregistrez pour qu’elles vaillent.
    }
desk-import-new-corrections = { $n ->
    [one] Une correction tapée depuis la dernière version est comptée ici.
   *[other] { $n_shown } corrections tapées depuis la dernière version sont comptées ici.
    }
desk-import-waiting = Ce qui attend d’être importé
desk-import-last = La dernière fois
desk-import-files = Fichiers qui changent
desk-import-why = Pourquoi
desk-import-what = Ce qui change
desk-import-show = Voir la liste
desk-import-rulings = Décisions qui ne sont plus dans aucun fichier
desk-import-more = … et { $n_shown } de plus
desk-import-removals = { $n ->
    [one] { $n_shown } personne ou décision disparaîtrait du registre. Un fichier manque-t-il ?
   *[other] { $n_shown } personnes ou décisions disparaîtraient du registre. Un fichier manque-t-il ?
  }
desk-import-accept = J’ai lu les noms, et c’est voulu.
desk-import-number = Écrivez combien disparaissent
desk-import-record = Enregistrer
desk-import-record-anyway = Enregistrer quand même une version
desk-import-record-note = Seul ce qui est montré ici est enregistré. Si quelque chose a changé entre-temps, le programme le dit et n’enregistre rien.
desk-import-not-manager = Un responsable doit enregistrer : changez de personne par « Quitter », en haut de la page.
desk-import-backup = Sauvegarde
desk-import-backup-never = Ce registre n’a encore jamais été sauvegardé. Branchez une clé USB et faites-le maintenant.
desk-import-backup-last = Dernière sauvegarde : { $at } ({ $n ->
    [0] aujourd’hui
    [one] il y a { $n_shown } jour
   *[other] il y a { $n_shown } jours
  }), { $path }
desk-backup-newer = { $n ->
    [one] Une version enregistrée depuis n’y est pas.
   *[other] { $n_shown } versions enregistrées depuis n’y sont pas.
    }
desk-import-backup-folder = Ou un autre dossier
desk-import-backup-only-folder = Ou un dossier, écrit en entier (par exemple E:\)
desk-import-backup-go = Sauvegarder
desk-import-backup-running = La sauvegarde s’écrit. Ne retirez pas la clé.
desk-import-backup-cut = La dernière sauvegarde a été interrompue : elle n’existe pas. Recommencez.
desk-import-backup-check = Pour la contrôler, ouvrez ce dossier dans l’Explorateur : le nom et la taille sont ceux-ci. Elle contient des noms : retirez la clé et rangez-la dans un meuble fermé. Une fois par an, essayez de la remettre sur un autre ordinateur ; le guide dit comment.
desk-import-backup-away = le fichier n’est plus là (clé retirée ?)
desk-import-backup-files = Fichiers qu’elle contient (reçus, corrections, registre, journal)
desk-import-backup-size = Taille
desk-import-backup-folder-name = Dossier
desk-import-backup-file = Fichier
desk-import-backup-done = La sauvegarde est faite, relue et entière.
desk-import-release = Sortie pour Bruxelles et la coordination
desk-import-release-note = Des nombres arrondis, sans aucun nom, dans un dossier à part.
desk-import-release-period = Période, par exemple 2018 ou 2018-T4 (vide : le dernier trimestre)
desk-import-release-go = Préparer la sortie
desk-import-release-no-ledger = Reprenez le dossier data-clean/releases d’une sauvegarde. Si personne ne l’a plus, écrivez ci-dessous pourquoi : la raison est notée dans le nouveau cahier.
desk-import-release-settings = Reprenez les réglages de cette sortie dans bato.toml. S’il faut en changer pour de bon, dites pourquoi : la raison est notée dans le cahier des sorties.
error-deposit-cut = { $file } n’est pas arrivé en entier ({ $cause }) : rien n’a été ajouté.
    .hint = Déposez-le de nouveau.
error-deposit-empty = { $file } est vide : rien n’a été ajouté.
    .hint = Ouvrez-le dans le tableur pour voir s’il contient quelque chose, enregistrez-le, puis déposez-le de nouveau.
error-deposit-name = Aucun fichier ne peut porter le nom « { $value } ».
    .hint = Donnez-lui un nom avec des lettres ou des chiffres, par exemple « Q06 Boma 2018.xlsx ».
error-deposit-year = « { $value } » n’est pas une année.
    .hint = Écrivez les quatre chiffres de l’année de la fiche ou du registre, par exemple 2018.
error-deposit-reference-name = { $file } n’est le nom d’aucun fichier de référence.
    .hint = Écartez ce fichier : Bato n’en a pas besoin pour les personnes. S’il remplace un fichier de référence, donnez-lui d’abord un de ces noms : { $known }.
error-deposit-replaces = Il y a déjà un fichier du nom { $file }, avec un autre contenu : { $path }.
    .hint = Choisissez s’il le remplace, ou si les deux restent.
error-deposit-too-large = { $file } dépasse { $limit_shown } Mo : rien n’a été ajouté.
    .hint = Coupez le fichier en plusieurs, ou demandez à votre responsable informatique d’augmenter ingest.max_deposit_mb.
error-deposit-unknown = Ce fichier n’attend plus : il a été ajouté ou retiré entre-temps.
    .hint = Déposez-le de nouveau s’il manque.
error-setting-blank = Ce texte est vide ou dépasse { $high_shown } signes ({ $key }).
    .hint = Écrivez un mot, avec au moins une lettre ou un chiffre.
error-setting-words = « bato settings { $what } » : il manque un mot, ou il y en a un de trop.
    .hint = Par exemple : bato settings word relation spouse "…" ; « bato settings --help » montre l’ordre des mots.
error-setting-unknown = Ce réglage n’est plus en vigueur : il a été annulé entre-temps.
    .hint = Rechargez la page « Réglages ».

## Colis

desk-task-parcels = Colis
desk-parcels-offices = Services et clés
desk-parcels-no-key = Ce registre n’a pas encore de clé : un responsable la crée sous « Services et clés ».
desk-parcels-missing = Ce qui manque
desk-parcels-receive = Recevoir
desk-parcels-put-back = Remettre les colis dont le dossier a été retiré
desk-parcels-passphrase = Phrase secrète de la clé de ce service
desk-parcels-choose = Colis ou morceaux reçus (.bato), dans n’importe quel ordre
desk-parcels-open = Ouvrir
desk-parcels-send = Envoyer
desk-parcels-no-office = Aucun service n’est accepté : un responsable accepte sa carte sous « Services et clés ».
desk-parcels-no-safe = Il n’y a pas encore de coffre : un responsable le crée sous « Services et clés ».
desk-parcels-no-file = Il n’y a aucun fichier à envoyer dans data-raw.
desk-parcels-to = Pour quel service ?
desk-parcels-files = Quels fichiers ? (d’une seule sorte à la fois)
desk-parcels-pieces = Taille des morceaux
desk-parcels-whole = un seul fichier
desk-parcels-seal = Sceller
desk-parcels-folder = Le colis est écrit dans le dossier
desk-parcels-nothing-chosen = Choisissez au moins un service et un fichier.
desk-parcels-sealed = { $n ->
    [one] Colis { $name } scellé : { $list }, dans { $path }. Copiez-le sur la clé USB ou envoyez-le.
   *[other] Colis { $name } scellé en { $n_shown } morceaux, dans { $path } : { $list }. Copiez-les sur la clé USB ou envoyez-les.
  }
desk-parcels-forget = Ne plus attendre
desk-parcels-forget-note = Les morceaux déjà reçus sont retirés. Si le colis vient quand même, il faut de nouveau tous ses morceaux.
desk-parcels-again = Envoyer encore une fois
desk-parcels-pieces-again = Taille des morceaux, la même que la première fois
desk-parcels-numbers = Numéros des morceaux qui manquent au destinataire (vide : tous)
desk-parcels-which-pieces = Écrivez les numéros des morceaux comme « 3, 5 » et choisissez leur taille, la même que la première fois.
desk-parcels-sent-again = { $n ->
    [one] Le colis { $name } est écrit encore une fois : { $list }, dans { $path }. Copiez-le sur la clé USB ou envoyez-le.
   *[other] { $n_shown } morceaux du colis { $name } sont écrits encore une fois dans { $path } : { $list }. Copiez-les sur la clé USB ou envoyez-les.
  }
desk-parcels-receipts = Entrer un reçu
desk-parcels-receipt = Texte du reçu (il commence par BATO1)
desk-parcels-enter = Entrer le reçu
desk-parcels-sent = Envoyés
desk-parcels-arrived = Arrivés
desk-parcels-own = Ce service
desk-parcels-name = Nom
desk-parcels-code = Code (2 à 6 lettres majuscules ou chiffres ; vide : d’après le nom)
desk-parcels-words = Ses six mots
desk-parcels-write-card = Écrire la carte, pour l’envoyer
desk-parcels-print = Écrire la clé sur une page à imprimer
desk-parcels-new-note = La clé ouvre les colis destinés à ce service et signe les siens. Choisissez une phrase secrète de plusieurs mots.
desk-parcels-new = Créer la clé
desk-parcels-others = Autres services
desk-parcels-safe = coffre
desk-parcels-revoked = révoqué
desk-parcels-revoke = Révoquer
desk-parcels-reason = Raison
desk-parcels-accept = Accepter une carte
desk-parcels-accept-note = Appelez ce service et faites-lui lire ses six mots. Écrivez ce que vous entendez : si les mots ne sont pas ceux de la carte, elle est refusée.
desk-parcels-words-heard = Les six mots lus au téléphone
desk-parcels-card = Carte (.bato-office)
desk-parcels-new-safe = Créer un coffre
desk-parcels-safe-note = Une clé sur papier, qui ouvre tous les colis si une autre clé est perdue. La page à imprimer est écrite dans le dossier des colis.
desk-parcels-own-receipt = Ce reçu est celui que votre service a fait : envoyez-le à l’expéditeur du colis. Ici, on entre les reçus des colis que vous avez envoyés.

desk-task-judge = Juger
desk-task-typing = Saisir
desk-judge-title = Est-ce la même personne ?
desk-judge-lists = Les listes à juger
desk-judge-uncertain = Réunions à vérifier, les moins sûres d’abord
desk-judge-joined = Le programme a réuni ces deux lignes en une seule personne. 1 : c’est juste. 2 : ce sont deux personnes, elles seront séparées à la prochaine importation.
desk-judge-disagreements = Deux agents pas d’accord
desk-judge-today = Décisions que vous avez prises aujourd’hui : { $n_shown }.
desk-judge-pair = La paire
desk-judge-census = Fiche de ménage
desk-judge-birth = Acte de naissance
desk-judge-event = Événement
desk-judge-differs = différent :
desk-judge-apart = Ce qui les sépare :
desk-judge-rows = Les deux lignes, comme elles ont été tapées
desk-judge-column = colonne { $column }
desk-judge-held = { $n ->
    [one] { $n_shown } paire attend encore, mais un collègue l’a devant lui.
   *[other] { $n_shown } paires attendent encore, mais des collègues les ont devant eux.
  }
desk-judge-same = même personne
desk-judge-different = deux personnes
desk-judge-unknown = je ne sais pas
desk-judge-undo = annuler la dernière réponse
desk-judge-help = Aide
desk-judge-help-text =
    1 : les deux lignes parlent de la même personne. 2 : ce sont deux personnes. 3 : vous ne savez pas ; la paire reviendra après les autres.
    u : annule votre dernière réponse, puis celle d’avant.
    Chaque réponse est sur le disque avant que la paire suivante ne se montre. Le programme dit son avis après votre réponse, pas avant.
    De temps en temps, une paire a déjà été jugée par un collègue : ainsi on mesure si deux personnes jugent de la même façon.
    Le registre change à la prochaine importation.
desk-judge-settled = La décision est prise.
desk-judge-agreement = L’accord entre deux agents
desk-judge-agreement-note = Une paire sur vingt est jugée par deux agents, sans que le second voie la réponse du premier. Si les deux répondent presque toujours de même, les réponses sont sûres. Le second nombre enlève ce que le hasard ferait : 1, toujours d’accord ; 0, pas mieux que le hasard.
desk-judge-no-disagreement = Aucun désaccord n’attend.
desk-judge-both = des deux côtés
desk-judge-before = La paire d’avant
desk-judge-last = { $names } : vous avez répondu « { $judgement } ».
desk-judge-opinion = Le programme pensait : sur dix paires comme celle-ci, { $n_shown } { $n ->
        [one] est
       *[other] sont
    } une seule personne.
desk-judge-opinion-same = Le programme pense que c’est la même personne.
desk-judge-opinion-different = Le programme pense que ce sont deux personnes.
desk-judge-why-asked = Pourquoi on vous le demande :
desk-judge-undone = Réponse annulée pour { $names } (c’était « { $judgement } »). La paire revient.
desk-judge-undone-later = Réponse annulée pour { $names } (c’était « { $judgement } »). Le registre en tient déjà compte ; la prochaine importation le corrigera.
desk-event-title = Signaler un événement : { $name }
desk-event-birth-note = Une naissance n’est pas un événement de cette personne : c’est un acte.
desk-event-birth = Noter une naissance dans le registre des naissances
desk-event-report = Signaler un événement
desk-event-document = N° du document qui le prouve
desk-event-impossible = Rien n’a été écrit : cela ne se peut pas.
desk-event-doubtful = Vérifiez d’abord :
desk-event-confirm = C’est vérifié, l’événement est juste.
desk-event-reported = Événements signalés
desk-event-in-register = déjà au registre
desk-event-to = Où la personne est partie.
desk-event-from = D’où la personne vient.
desk-event-quartier-note = Où la personne habite depuis.
desk-event-person = Retour à la personne
desk-event-choose = Quel événement ?
desk-event-waits = sera pris en compte à la prochaine importation
desk-event-undo = Retirer
desk-event-undone = L’événement a été retiré{ $n ->
    [0] .
    [one] , pour cette personne seulement. Noté avec lui, celui de { $names } reste : s’il le faut, retirez-le sur sa page.
   *[other] , pour cette personne seulement. Notés avec lui, ceux de { $n_shown } autres restent : { $names }. S’il le faut, retirez-les sur leurs pages.
  }
desk-event-written = Noté : { $event }{ $n ->
    [one] {""}
   *[other] {" "}({ $n_shown } personnes)
  }. Le registre en tiendra compte à la prochaine importation.
desk-event-doubt-no-date = Aucune date n’est écrite.
desk-event-doubt-date-unreadable = « { $value } » n’est pas un jour complet qui existe. Écrivez jour/mois/année, ou laissez vide.
desk-event-doubt-date-in-future = Le { $value } n’est pas encore arrivé.
desk-event-doubt-before-birth = La personne est née le { $value }, après cette date.
desk-event-doubt-long-ago = Cette date ({ $value }) remonte à plus d’un an.
desk-event-doubt-before-round = Le recensement de { $value }, plus récent, a vu la personne.
desk-event-doubt-dead = La personne est déjà décédée au registre ({ $value }).
desk-event-doubt-departed = La personne est déjà partie ({ $value }).
desk-event-doubt-resident = La personne habite déjà la commune ({ $value }).
desk-event-doubt-no-quartier = Le nouveau quartier n’est pas écrit.
desk-event-doubt-unknown-quartier = La commune n’a pas de quartier « { $value } » : choisissez-le dans la liste de la case.
desk-event-proposed = Est-ce « { $name } » ?
desk-event-doubt-same-quartier = La personne habite déjà le quartier { $value }.
desk-event-doubt-married = La personne est déjà mariée.
desk-event-doubt-under-age = La personne n’a que { $value } ans.
desk-event-doubt-waiting = Déjà signalé au guichet, en attente de l’importation : { $value }.
desk-event-date-death = Date du décès
desk-event-report-death = Signaler le décès
desk-event-date-departure = Date du départ
desk-event-report-departure = Signaler le départ
desk-event-date-arrival = Date de l’arrivée
desk-event-report-arrival = Signaler l’arrivée
desk-event-date-move = Date du déménagement
desk-event-report-move = Signaler le déménagement
desk-event-date-marriage = Date du mariage
desk-event-report-marriage = Signaler le mariage
desk-event-document-is = document : { $document }
desk-event-reported-tag = signalé, pas encore importé :
desk-event-doubt-no-document = Aucun document n’est nommé : rien ne prouve ce décès.
desk-event-confirm-nothing = Je n’ai ni date ni document, et je signale quand même ce décès.
desk-typing-new = Un nouveau lot
desk-typing-kind = Ce que vous tapez
desk-typing-census = Fiches de ménage
desk-typing-birth = Registre des naissances
desk-typing-year = Année
desk-typing-open = Commencer ou continuer
desk-typing-new-note = Chaque agent a son lot pour un quartier et une année. Pour un registre des naissances, le quartier peut rester vide.
desk-typing-batches = Les lots
desk-typing-none = Aucun lot n’est commencé.
desk-typing-read-note = Les personnes tapées entrent au registre à la prochaine importation, même si le lot est encore ouvert.
desk-typing-is-open = ouvert
desk-typing-is-closed = fermé
desk-typing-foreign = changé par un autre programme
desk-typing-facts-census = { $n ->
    [one] { $n_shown } personne
   *[other] { $n_shown } personnes
  }, { $units ->
    [one] { $units_shown } fiche
   *[other] { $units_shown } fiches
  }
desk-typing-facts-birth = { $units ->
    [one] { $units_shown } acte
   *[other] { $units_shown } actes
  }
desk-typing-next = La personne suivante
desk-typing-next-act = L’acte suivant
desk-typing-change = Changer une ligne
desk-typing-add = Enregistrer, encore une personne sur cette fiche
desk-typing-add-act = Enregistrer cet acte
desk-typing-add-new-fiche = Enregistrer, la fiche est finie
desk-typing-new-fiche = Commencer une autre fiche
desk-typing-same-fiche = Continuer la fiche d’avant
desk-typing-remove = Enlever
desk-typing-removed = La ligne est enlevée.
desk-typing-changed = { $who } : la ligne est changée.
desk-typing-change-row = Changer
desk-typing-help = Tabulation : case suivante. Entrée : enregistrer. Tapez les premières lettres d’un mot pour le trouver dans la liste. Chaque personne est sur le disque dès qu’elle est enregistrée. Tapez ce que le papier dit, même si c’est impossible : la ligne est gardée telle quelle et attend. D’une date impossible, vous pouvez taper l’année seule : la personne entre alors au registre.
desk-typing-doubts = À vérifier sur le papier
desk-typing-doubts-of-last = À vérifier dans la ligne que vous venez d’enregistrer
desk-typing-waits = La ligne est gardée telle quelle et attend en quarantaine : la personne n’entre pas encore au registre.
desk-typing-waiting = { $n ->
    [one] Une de ces lignes attend en quarantaine : elle est marquée.
   *[other] { $n_shown } de ces lignes attendent en quarantaine : elles sont marquées.
  }
desk-typing-row-waits = attend
desk-search-event-waits = événement signalé, pas encore importé
desk-hint-old-corrections-none = Il n’y a rien à faire : dans le nouveau fichier, aucune case n’est fausse.
desk-typing-last-rows = Les dernières lignes
desk-typing-close-title = Fermer le lot
desk-typing-close = Fermer
desk-typing-close-anyway = C’est recompté : fermer quand même.
desk-typing-closed = Le lot est fermé.
desk-typing-reopen = Ouvrir de nouveau
desk-typing-second = Seconde saisie
desk-typing-second-note = Une autre personne tape de nouveau quelques fiches tirées au hasard, sans voir la première saisie. Ainsi on sait combien de cases sont fausses.
desk-typing-second-go = Taper l’échantillon
desk-typing-sample = Fiches à taper :
desk-typing-finish = Terminer et comparer
desk-typing-finish-note = Quand toutes les fiches de l’échantillon sont tapées :
desk-typing-differences = Écarts entre les deux saisies
desk-typing-differences-note = Regardez le papier et dites ce qui est juste : c’est ce qui sera écrit dans le lot.
desk-typing-rate = { $different_shown } cases sur { $n_shown } diffèrent : { $share } (entre { $low } et { $high }, à 95 %).
desk-typing-no-rate = La seconde saisie n’est pas terminée.
desk-typing-difference = Fiche { $unit } : { $what }
desk-typing-missing-first = une personne manque dans la première saisie
desk-typing-missing-second = une personne manque dans la seconde saisie
desk-typing-first-entry = Première saisie
desk-typing-second-entry = Seconde saisie
desk-typing-first-right = La première est juste
desk-typing-second-right = La seconde est juste
desk-typing-other-right = Ni l’une ni l’autre ; sur le papier :
desk-typing-on-the-paper = La personne est sur le papier
desk-typing-not-on-the-paper = La personne n’est pas sur le papier
desk-typing-yes = oui, sur le papier
desk-typing-no = non, pas sur le papier
desk-import-report-save = Garder le rapport dans un fichier
desk-import-count-registered = Lignes inscrites : chacune est une personne ou un acte
desk-import-count-merged = Lignes rattachées : une autre ligne parle de la même personne
desk-import-equation = Le compte est juste. Lignes lues : { $rows_shown } = écartées : { $ignored_shown } + en quarantaine : { $quarantined_shown } + inscrites : { $registered_shown } + rattachées : { $merged_shown }.
desk-import-first = Les fichiers de cette première importation
desk-import-first-note = Le registre est encore vide : toutes les personnes sont nouvelles. « Chercher » les montrera après l’enregistrement.
desk-import-into = devient la même personne que { $id }
desk-import-backup-failed = La sauvegarde n’a pas été faite : { $why }
desk-import-releases = Sorties déjà faites (nouvel onglet ; Ctrl+P imprime)
desk-import-release-folder = À envoyer : le dossier
desk-import-left-household = ne compte plus dans le ménage { $id } ; rien n’est effacé
settings-place = { $name } (reçu sous le nom « { $before } ») : { $place }
desk-task-backup = Sauvegarder
desk-restore-title = Remettre une sauvegarde
desk-restore-note = Il n’y a pas encore de registre sur cet ordinateur : une sauvegarde faite ailleurs peut y être remise. Elle apporte les fichiers reçus, les corrections, les décisions, le registre et le journal. Rien n’est écrasé.
desk-restore-not-manager = Seul un responsable remet une sauvegarde.
desk-restore-none = Aucune sauvegarde n’a été trouvée sur une clé USB. Branchez la clé, attendez quelques secondes, puis :
desk-restore-choose = Quelle sauvegarde ?
desk-restore-file = Ou le fichier de la sauvegarde, écrit en entier (par exemple E:\bato Kimbanseke 2026-11-30 17h05.zip)
desk-restore-look = Voir ce qu’elle contient
desk-restore-contents = Ce que la sauvegarde contient
desk-restore-commune = Commune
desk-restore-made = Faite le
desk-restore-sure = Oui, c’est le registre de { $commune } que je veux avoir sur cet ordinateur.
desk-restore-go = Remettre cette sauvegarde
desk-restore-slow = Tout est relu et contrôlé : cela peut durer quelques minutes. Ne fermez rien et ne retirez pas la clé.
desk-restore-done = Le registre de { $commune } est remis : version { $generation }, sauvegarde du { $at }, { $n ->
    [one] { $n_shown } fichier.
   *[other] { $n_shown } fichiers.
  }
desk-restore-none-chosen = Rien n’a été remis : choisissez une sauvegarde, ou écrivez son fichier.
desk-backup-to-stick = Sur une clé USB
desk-backup-choose = Où sauvegarder ?
desk-backup-free = { $size } libres
desk-backup-no-stick = Aucune clé USB n’est branchée. Branchez-la, attendez quelques secondes, puis :
desk-backup-no-folder = Rien n’a été sauvegardé : choisissez une clé, ou écrivez un dossier.
desk-backup-not-there = Rien n’a été sauvegardé : il n’y a pas de dossier « { $folder } ». Branchez la clé et choisissez-la dans la liste, ou écrivez le dossier en entier, par exemple E:\
desk-correct-counter-several = fautes { $n_shown } à { $to_shown } sur { $all_shown }
desk-correct-of-sheet = (dont { $n_shown } sur toute la feuille, plus bas)
desk-correct-all-of-sheet = ({ $n ->
    [one] sur toute la feuille, plus bas
   *[other] tous sur toute la feuille, plus bas
  })
desk-correct-others-left = { $n ->
    [one] Plus d’erreur dans ce fichier. Un autre fichier en a encore.
   *[other] Plus d’erreur dans ce fichier. { $n_shown } autres fichiers en ont encore.
  }
desk-correct-next-file = Fichier suivant : { $name }
desk-correct-no-errors = Plus d’erreur dans ce fichier : importez. Les avertissements ne bloquent rien.
desk-correct-lacks-place = quartier ou année à dire
desk-correct-place-given = Ce qui a été dit est dans le nom du fichier (reçu sous le nom « { $before } ») ; son contenu ne change pas. Vous pouvez le changer ici, ou l’annuler sous « Réglages ».
desk-correct-place-saved = Retenu : le fichier s’appelle « { $name } ». Cela compte à la prochaine importation ; « Réglages » permet de l’annuler.
desk-correct-row-out = Cette ligne n’est pas comptée : personne n’est inscrit d’après elle. Les textes de la feuille sont gardés.
    .button = La compter de nouveau
desk-correct-row-twice = Cette ligne est un double, ou elle est barrée sur le papier ?
    .button = Ne pas compter cette ligne
desk-correct-row-left-out = La ligne { $row } n’est plus comptée. « La compter de nouveau » la remet.
desk-correct-row-counted = La ligne { $row } est de nouveau comptée.
desk-correct-hint-column-unrecognised = Si le registre en a besoin, dites ici ce qu’elle contient. Sinon, il n’y a rien à faire.
desk-correct-hint-total-differs = Comptez sur la fiche papier. Si c’est le total qui est faux, écrivez le bon nombre ici ; si c’est une ligne, ouvrez ses cases. Une personne oubliée s’ajoute par « Saisir ».
desk-correct-hint-column-guessed = Si c’est faux, dites ici ce que la colonne contient.
desk-correct-hint-column-content = Si c’est faux, dites ici ce que la colonne contient.
desk-correct-hint-sex-missing = Écrivez M ou F dans la case du sexe. Si la feuille n’a pas cette colonne, il n’y a rien à faire.
desk-hint-two-heads = Si c’est la même personne, laissez : vous la jugerez sous « Juger ». Si ce sont deux ménages, donnez un autre numéro au second.
desk-hint-row-typed-twice = Si ce sont deux personnes, corrigez ce qui est faux. Si c’est la même, ne comptez pas cette ligne : le bouton est plus bas.
desk-hint-remark-against-row = Si la ligne est un doublon ou annulée, ne la comptez pas : le bouton est plus bas. Si la personne est morte ou partie, signalez-le sur sa page, sous « Chercher », après l’importation. Sinon, laissez.
desk-hint-name-says-dead = Si elle est morte, signalez son décès sur sa page, sous « Chercher », après l’importation. Sinon, écrivez le nom sans ce mot.
desk-hint-file-sent-twice = Il n’y a rien à faire : ses personnes ne sont comptées qu’une fois.
desk-why-implausible-age = Personne n’atteint sans doute cet âge.
desk-paper-one-census = la fiche papier
desk-paper-one-birth = l’acte
desk-paper-one-event = la pièce
desk-paper-many-census = les fiches papier
desk-paper-many-birth = les actes
desk-paper-many-event = les pièces
desk-why-no-month = Il n’y a pas de mois { $month } : une année en a 12.
desk-why-no-day = Aucun mois n’a de jour { $day }.
desk-why-month-ends = Le mois { $month } n’a que { $days } jours.
desk-why-month-of-year-ends = En { $year }, le mois { $month } n’a que { $days } jours.
desk-why-year-zero = L’année « { $year } » ne dit pas quelle année c’est : écrivez-la en quatre chiffres, ou laissez-la vide.
desk-deposit-title = Déposer des fichiers
desk-deposit-to-check = À vérifier : { $list }.
desk-deposit-lacks-both = quartier et année à dire
desk-deposit-lacks-quartier = quartier à dire
desk-deposit-lacks-year = année à dire
desk-deposit-n-words = { $n ->
    [one] { $n_shown } mot inconnu
   *[other] { $n_shown } mots inconnus
  }
desk-deposit-n-columns = { $n ->
    [one] { $n_shown } colonne pas comprise
   *[other] { $n_shown } colonnes pas comprises
  }
desk-deposit-n-waiting = { $n ->
    [one] { $n_shown } ligne à corriger avant d’entrer
   *[other] { $n_shown } lignes à corriger avant d’entrer
  }
desk-deposit-n-remarks = { $n ->
    [one] { $n_shown } remarque
   *[other] { $n_shown } remarques
  }
desk-deposit-understood = Compris : quartier { $quartiers }, année { $years }.
desk-deposit-n-census = { $n ->
    [one] { $n_shown } personne
   *[other] { $n_shown } personnes
  }
desk-deposit-n-births = { $n ->
    [one] { $n_shown } acte
   *[other] { $n_shown } actes
  }
desk-deposit-n-events = { $n ->
    [one] { $n_shown } événement
   *[other] { $n_shown } événements
  }
desk-deposit-sheet-totals = Des totaux, pas de personnes : rien n’y est à inscrire.
desk-deposit-hint-statistics = Il n’y a rien à faire : retirez ce fichier.
desk-deposit-no-persons = Lignes qui ne sont pas des personnes : rien à faire
desk-deposit-hint-in-table = Si une colonne du fichier contient cela sous un autre titre, choisissez-le dans le tableau plus bas.
desk-deposit-hint-column-missing = Si une colonne du fichier contient cela sous un autre titre, choisissez-le dans le tableau plus bas. Sinon, il n’y a rien à faire : les personnes sont inscrites sans cette information.
desk-deposit-hint-household-missing = Si une colonne contient le numéro de la fiche ou l’adresse, choisissez-le dans le tableau plus bas. Sinon, il n’y a rien à faire : les personnes sont inscrites sans ménage.
desk-deposit-hint-column-content = Si c’est faux, choisissez dans le tableau plus bas ce que la colonne contient.
desk-deposit-hint-column-guessed = Si c’est faux, choisissez dans le tableau plus bas ce que la colonne contient.
desk-deposit-hint-no-names = Si une colonne contient les noms, choisissez-le dans le tableau plus bas. Sinon, demandez le fichier de nouveau au quartier.
desk-deposit-hint-column-unrecognised = Si le registre en a besoin, choisissez dans le tableau plus bas ce qu’elle contient. Sinon, il n’y a rien à faire.
desk-deposit-add-anyway = Ajouter quand même
desk-deposit-place-both = Le quartier et l’année ne sont écrits nulle part dans ce fichier.
desk-deposit-place-quartier = Le quartier n’est écrit nulle part dans ce fichier.
desk-deposit-place-year = L’année n’est écrite nulle part dans ce fichier.
desk-import-next = Et maintenant ?
desk-import-then-save = Sauvegarder sur une clé USB
desk-import-without-place = { $n ->
    [one] { $n_shown } fichier dont le quartier ou l’année n’est pas dit : { $names }
   *[other] { $n_shown } fichiers dont le quartier ou l’année n’est pas dit : { $names }
  }
desk-import-count-received = Fichiers reçus, lus
desk-import-count-typed = Fichiers tapés ici (« Saisir », événements), lus
desk-home-persons-gone = { $persons }, et { $n_shown } { $n ->
    [one] décédée ou partie
   *[other] décédées ou parties
  }
desk-judge-open = Paires douteuses
desk-judge-tab = { $name } ({ $n_shown })
desk-judge-earlier = { $who } a déjà répondu « { $judgement } » pour ces deux personnes ({ $at }). Le fichier a changé depuis, et cette réponse ne vaut plus. Si elle est encore juste, reprenez-la.
desk-judge-take-up = Reprendre la réponse : { $judgement }
desk-judge-which-name = C’est la même personne. { $part } : lequel est juste ?
desk-judge-which-born_on = C’est la même personne. Deux dates de naissance sont écrites : laquelle est juste ?
desk-judge-which-order = C’est la même personne. Le nom est écrit dans deux ordres : lequel est juste ?
desk-judge-which-name-note = Regardez le papier. a : le premier. b : le second. c : vous ne savez pas ; le programme choisit, et la page de la personne permet de corriger. u : annuler.
desk-judge-name-undone = Réponse annulée ({ $names }). La question revient.
desk-ruling-same-name = deux de ses lignes sont la même personne : { $rows }
desk-person-correct-name = Corriger ce nom
desk-person-correct-name-note = Le nom que vous écrivez est retenu comme juste, quoi que disent les lignes. Il compte à la prochaine importation ; « Annuler cette décision » le reprend.
desk-person-name-corrected = Le nom est noté. Il compte à la prochaine importation.
desk-person-name-same = Rien n’a été changé.
desk-household-empty = Plus personne n’est compté dans ce ménage : tous sont décédés, partis ou ont déménagé.
desk-household-no-head = Ce ménage n’a pas de chef ; chef : à désigner.
desk-household-head-deceased = Chef décédé{ $has_date ->
    [no] {""}
   *[yes] {" "}le { $since }
  } : { $name } ; nouveau chef : à désigner.
desk-household-head-departed = Chef parti{ $to }{ $has_date ->
    [no] {""}
   *[yes] {" "}le { $since }
  } : { $name } ; nouveau chef : à désigner.
desk-household-head-resident = Chef déménagé{ $to }{ $has_date ->
    [no] {""}
   *[yes] {" "}le { $since }
  } : { $name } ; nouveau chef : à désigner.
desk-household-moved = Déménagement
desk-household-was-head = Était chef de ménage
desk-event-date-note = Jour/mois/année, par exemple { $date }. Laissez vide si la date n’est pas connue.
desk-event-of-head = C’est le chef du ménage. Après l’importation, le ménage n’a plus de chef : sa page et la fiche imprimée disent « nouveau chef : à désigner », jusqu’à ce qu’une fiche nomme un autre chef.
desk-event-of-head-move = C’est le chef du ménage. Si tous les membres déménagent, cochez « Tout le ménage » : il reste le même ménage, à sa nouvelle adresse. Sinon, après l’importation, ceux qui restent n’ont plus de chef : la page du ménage et la fiche imprimée disent « nouveau chef : à désigner », jusqu’à ce qu’une fiche nomme un autre chef.
desk-event-all = Tout le ménage ({ $n_shown } personnes)
desk-event-house-note = L’avenue et la parcelle de la nouvelle maison, si la personne les dit.
desk-event-undo-one = Retirer pour cette personne seulement
desk-event-undo-all = Retirer pour les { $n_shown } personnes
desk-event-along = Qui part aussi ? Cochez les membres du ménage qui vont avec cette personne.
desk-event-along-note = Un événement est écrit pour chaque personne qui part. Qui n’est pas coché reste dans le ménage.
desk-typing-fiche = Fiche n°
desk-typing-category = Catégorie de la déclaration
desk-typing-group-fiche = La fiche
desk-typing-group-person = La personne
desk-typing-added = Enregistré : { $who }.
desk-typing-who-census = { $name } (fiche { $fiche }, n° { $order })
desk-typing-who-birth = { $name } (acte n° { $number })
desk-typing-hint-impossible-date = Si vous avez mal tapé, corrigez. Si le papier porte bien cette date, laissez-la, ou gardez l’année seule.
desk-typing-year-alone = Garder l’année seule :
desk-typing-on-paper-census = Fiches comptées sur papier
desk-typing-on-paper-birth = Actes comptés sur papier
desk-typing-differs-fewer = Sur papier : { $paper_shown } ; dans le lot : { $typed_shown }. Il en manque dans le lot : cherchez ce qui est oublié.
desk-typing-differs-more = Sur papier : { $paper_shown } ; dans le lot : { $typed_shown }. Il y en a trop dans le lot : cherchez ce qui est tapé deux fois, ou un numéro mal tapé.
desk-typing-units = Numéros dans le lot : { $units }.
desk-typing-second-how = Cette personne entre sous son nom, ouvre ce lot sous « Saisir » et choisit « Taper l’échantillon ».
desk-deposit-place-later = Sinon, laissez vide ; vous pourrez le dire plus tard sous « Corriger ».
desk-hint-total-differs = Comptez sur la fiche papier et corrigez le total ou les lignes sous « Corriger ». Une personne oubliée s’ajoute par « Saisir ».

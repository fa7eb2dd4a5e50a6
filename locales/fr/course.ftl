
course-signed-file = Le même résultat signé, en un seul fichier, à renvoyer en colis : { $path }
# Le cours : ce que l’apprenant lit au terminal et sur le bureau.

course-started = Le cours de { $name } commence. Son dossier : { $path }. Sa commune inventée a le numéro { $seed } : personne d’autre n’a les mêmes réponses.
course-started-before = Le cours de { $name } continue. Son dossier : { $path } (commune inventée n° { $seed }).
course-desk = Pour travailler dans le navigateur : { $command }
course-of = Cours de { $name } ({ $path })
course-lesson = Leçon { $n } sur { $of } : { $title }
course-minutes = { $n ->
    [one] 1 minute
   *[other] { $n_shown } minutes
}
course-paper = Ce qui est écrit sur le papier :
course-paper-row = Ligne
course-goals = Ce qui doit être atteint :
course-commands = Dans le dossier du cours : « bato course check » vérifie, « bato course hint » donne un indice, « bato course solution » montre la solution, « bato course reset » recommence la leçon.
course-open = { $n ->
    [one] Il reste 1 point ouvert. « bato course hint » donne un indice.
   *[other] Il reste { $n_shown } points ouverts. « bato course hint » donne un indice.
}
course-passed = Leçon réussie. La suivante : « { $title } ». « bato course next » la prépare.
course-all-passed = Toutes les leçons sont réussies. « bato course certificate » écrit l’attestation.
course-reset = La leçon est préparée à neuf : ce qui avait été fait dans le registre d’exercice n’y est plus.
course-more-hints = Un autre indice : « bato course hint ».
course-no-more-hints = C’était le dernier indice. La solution : « bato course solution ».
course-answered = Réponse notée. La question : { $question } « bato course check » la vérifie.
course-solved = La solution a été exécutée. « bato course check » vérifie.
course-with-solution = (avec la solution)
course-certificate-written = Attestation écrite : { $path }
course-countersigned = Contresignée par { $office } (six mots : { $words }).
course-not-countersigned = Cette attestation n’est pas contresignée : le bureau du formateur n’a pas encore signé le résultat.
course-result-written = Résultat écrit, en totaux et sans nom : { $path }. À remettre au formateur sur une clé ; ou, sur le vrai bureau, page Cours : « Envoyer le résultat ».
course-result-named = Résultat écrit avec votre nom, comme vous l’avez accepté : { $path }. À remettre au formateur sur une clé ; ou, sur le vrai bureau, page Cours : « Envoyer le résultat ».
course-signed = Résultat n° { $seed } signé ({ $n ->
    [one] 1 leçon réussie
   *[other] { $n_shown } leçons réussies
}). Rendez le dossier { $path } à l’apprenant.
course-unnamed = Apprenant n° { $seed }
course-table-learner = { $name } : { $n_shown } leçons réussies sur { $of_shown } ; { $minutes_shown } minutes ; indices : { $hints_shown } ; accord sur les paires : { $share }
course-table-lessons = Les leçons : combien l’ont réussie, minutes (au milieu), indices, solutions regardées
course-table-lesson = { $title } : { $passed_shown } ; { $minutes_shown } min ; { $hints_shown } ; { $solved_shown }
course-table-pairs = Les paires le plus souvent jugées à tort :
course-table-corrections = Les fautes le plus souvent mal corrigées :
course-table-none = aucune
course-pair-moved = la même personne, déménagée avec sa famille
course-pair-father-and-son = un père et son fils du même nom
course-pair-name-handed-on = un nom transmis à un enfant
course-pair-twins = des jumeaux
course-pair-namesakes = deux homonymes de la même année
course-pair-other = une autre paire
course-wrong-reason = même nom, je crois
course-office-commune = Commune d’exercice
course-office-quartier = Quartier d’exercice
course-office-safe = Coffre

## L’attestation

course-certificate-title = Attestation de formation
course-certificate-text = a réussi toutes les leçons du cours sur le registre de la population, sur une commune inventée, dans le programme même.
course-certificate-lessons = Leçons réussies
course-certificate-agreement = Paires bien jugées avant de voir la solution
course-certificate-no-agreement = pas mesuré
course-certificate-seed = Numéro de l’exercice (chaque apprenant a le sien)
course-certificate-line = Lieu et date, signature et cachet :
course-certificate-day = Terminé le
course-certificate-program = Programme
course-certificate-signed = Contresigné le { $day } par { $office }. Les six mots de ce bureau : { $words }.

## Ce que demandent les leçons

course-goal-findings = Plus aucun avertissement « { $rule } » dans la version enregistrée (il en reste : { $n_shown })
course-goal-findings-none = Plus aucun avertissement « { $rule } » dans la version enregistrée (rien n’est encore enregistré : Importer)
course-goal-quarantined = Plus aucune ligne en quarantaine dans la version enregistrée (il en reste : { $n_shown })
course-goal-quarantined-none = Plus aucune ligne en quarantaine dans la version enregistrée (rien n’est encore enregistré : Importer)
course-goal-rows-equal = Chaque personne est au registre comme sur le papier (lignes qui manquent ou qui diffèrent : { $n_shown })
course-goal-rows-equal-none = Chaque personne est au registre comme sur le papier (rien n’est encore enregistré : Importer)
course-goal-recorded = Votre travail est dans une version enregistrée : tous les fichiers, corrections et décisions tels qu’ils sont maintenant (Importer, puis Enregistrer)
course-goal-pairs-judged = Au moins { $least_shown } paires jugées, dont 9 sur 10 à juste titre (jugées : { $n_shown } ; justes : { $right_shown })
course-goal-pairs-judged-few = Au moins { $least_shown } paires jugées, dont 9 sur 10 à juste titre (jugées : { $n_shown } ; combien sont justes se dit à partir de { $least_shown })
course-goal-apart = { $person } est de nouveau une personne à part
course-goal-event-death = Le registre connaît le décès de { $person } le { $day }
course-goal-event-departure = Le registre connaît le départ de { $person } le { $day }
course-goal-found = Vous avez cherché et ouvert la page de { $person }
course-goal-backed-up = La clé porte une sauvegarde de la version en usage
course-goal-restored = L’autre PC a le même registre
course-goal-parcel-opened = Le colis est arrivé entier
course-goal-receipt = L’expéditeur a entré votre reçu
course-goal-released = La sortie pour Bruxelles est préparée
course-goal-answer = La question a reçu la bonne réponse
course-question-rows = Combien de lignes le programme a-t-il lues en tout ?
course-question-persons = Combien de personnes sont au registre ?
course-question-late = Combien d’actes de naissance sont hors délai ? (un nombre d’actes, pas un pourcentage)
course-question-on-time = Combien d’actes de naissance sont dans le délai ? (un nombre d’actes, pas un pourcentage)
course-question-vanishing = Combien de personnes ne seraient plus dans le registre si on enregistrait sans ce fichier ? (la page dit : personnes qui n’ont plus aucune ligne)
course-question-version = Quelle version du registre est en usage juste après la coupure ? (son numéro)
course-question-may-leave = Que peut-on envoyer à Bruxelles ?
course-choice-may-leave-a = la liste des personnes, dans un classeur
course-choice-may-leave-b = le dossier préparé par « Préparer la sortie »
course-choice-may-leave-c = une copie de tout le registre
course-question-exact-report = À qui peut-on donner le rapport de la commune, dont les nombres sont exacts ?
course-choice-exact-report-a = à un journal
course-choice-exact-report-b = au coordinateur, par e-mail
course-choice-exact-report-c = à personne hors de la commune

## Les pas d’une solution

course-step-on-pc = Sur le PC « { $pc } » : { $command }
course-step-correct-cells = Page Corriger : ouvrir le fichier et écrire ce que dit le papier (dans un terminal : bato correct)
course-step-correct-workbook = Page Corriger : ouvrir le fichier, « Classeur de corrections », corriger ces cellules, enregistrer en .xlsx ; page Déposer : choisir le classeur, « Ajouter ce fichier »
course-step-judge-pairs = Page Juger : 1, la même personne, pour ces personnes, déménagées avec quelqu’un de leur ménage ; 2, deux personnes, pour toutes les autres
course-step-write-events = Page de chaque personne, signaler un événement : le décès de la première, le départ de la seconde vers Matadi
course-step-take-file = Page Déposer : choisir ce fichier dans le dossier de la clé, « Déposer ces fichiers », puis « Ajouter ce fichier »
course-step-answers = Page Cours : les réponses, dans l’ordre des questions
course-step-enter-receipt = Page Colis, « Arrivés » : copier le reçu ; page Cours, « Chez l’expéditeur » : le coller et l’entrer
course-page-columns = Sur la page du fichier déposé : « Rubrique 5 » contient le post-nom, « Rubrique 6 » le nom, « Rubrique 7 » le prénom ; « Retenir et relire le fichier », puis « Ajouter ce fichier »
course-page-import = Page Importer : « Importer : voir ce qui change », puis « Enregistrer »
course-page-open-person = Page Chercher : écrire le nom et ouvrir la page de la personne
course-page-undo-ruling = Page de la personne, « Décisions des agents » : annuler celle du collègue ; ou page Cours : « Annuler la décision du collègue »
course-page-see-state = Page Importer : elle dit que le travail a été interrompu et que rien n’a changé ; Accueil : la version en usage
course-page-backup = Page Sauvegarder : écrire le dossier de la clé, puis « Sauvegarder »
course-page-restore = Page Cours, « Sur l’autre PC » : « Remettre la sauvegarde de la clé »
course-page-open-pieces = Page Colis, « Recevoir » : la phrase secrète, ces deux morceaux, « Ouvrir »
course-page-open-lost = Page Colis, « Recevoir » : la phrase secrète, le morceau envoyé une seconde fois, « Ouvrir »
course-page-release = Page Importer : « Préparer la sortie »

## Leçon 1

course-lire-title = Lire une feuille, trouver trois colonnes
course-lire-text =
    Un quartier a apporté le fichier { $last } sur une clé USB. Trois de ses titres ne disent rien : « Rubrique 5 », « Rubrique 6 » et « Rubrique 7 ». Le programme devine d’après le contenu, mais rien n’y distingue un nom d’un post-nom : il peut se tromper, même quand la page dit « tout est lu ».
    1. Page Déposer : choisissez le fichier sur la clé (son dossier est montré plus bas).
    2. Sur la page du fichier, avant de l’ajouter, comparez les exemples de chaque colonne avec le papier et dites ce qu’elle contient. Le papier montre les trois premières personnes.
    3. Ajoutez le fichier.
    4. Page Importer : regardez ce qui change, puis enregistrez.
course-lire-hint-1 = Regardez la première personne du papier. Dans quelle colonne du fichier est son nom ? Et son post-nom ? Le programme les a pris l’un pour l’autre.
course-lire-hint-2 = Page Déposer : ouvrez le fichier. Chaque colonne y a une liste qui dit ce qu’elle contient. Changez celles de « Rubrique 5 » et de « Rubrique 6 », puis « Retenir et relire le fichier ».
course-lire-hint-3 = « Rubrique 5 » est le post-nom, « Rubrique 6 » le nom, « Rubrique 7 » le prénom. « Retenir et relire le fichier », « Ajouter ce fichier », puis page Importer : « Importer : voir ce qui change » et « Enregistrer ».
course-lire-solution = « Rubrique 5 » est le post-nom, « Rubrique 6 » le nom, « Rubrique 7 » le prénom. Cela se dit une fois : le réglage vaut pour ce fichier.
course-lire-commands = Copiez le fichier du dossier { $stick } dans data-raw/census, dites les colonnes avec « bato settings column », puis « bato run ».

## Leçon 2

course-classeur-title = Corriger dans le classeur
course-classeur-text =
    Le fichier { $file } est déjà déposé. Il a trois dates de naissance fausses : ces lignes attendront en quarantaine. Elles ne sont pas perdues, mais ces personnes ne seront pas inscrites.
    1. Page Corriger : ouvrez le fichier et prenez son « Classeur de corrections » : c’est votre fichier, avec les cellules à corriger en couleur.
    2. Corrigez-y les trois dates d’après le papier et enregistrez en .xlsx, où vous voulez.
    3. Page Déposer : déposez ce classeur et ajoutez-le. Sa première feuille, les explications, n’est pas lue. Ses personnes ne comptent pas deux fois : il remplace le fichier d’origine, dont les lignes sont alors écartées.
    4. Page Importer : regardez ce qui change, puis enregistrez.
course-classeur-hint-1 = Page Corriger : ouvrez le fichier. « Classeur de corrections » le télécharge : il est dans le dossier Téléchargements du navigateur.
course-classeur-hint-2 = Dans le classeur, allez dans la feuille colorée. Seules les trois cellules de couleur forte sont à changer. Écrivez jour/mois/année.
course-classeur-hint-3 = Ne changez rien d’autre. Page Déposer : choisissez le classeur corrigé, « Déposer ces fichiers », « Ajouter ce fichier ». Puis page Importer : « Importer : voir ce qui change » et « Enregistrer ».
course-classeur-solution = Les dates du papier, écrites dans le classeur de corrections, à la place des trois fausses ; le classeur déposé, puis une importation.
course-classeur-commands = « bato check data-raw/{ $path } » écrit le classeur « .corrections » à côté du fichier ; corrigé et enregistré au même endroit, « bato run » le prend.

## Leçon 3

course-page-title = Corriger sur la page
course-page-text =
    Le fichier { $file } est déjà déposé. Il a quatre dates de naissance fausses. Cette fois, corrigez-les sans tableur.
    1. Ouvrez le papier dans un autre onglet (lien sous le tableau) ou notez les quatre dates.
    2. Page Corriger : ouvrez le fichier et écrivez chaque date, case par case. Le fichier reçu n’est pas changé : la correction est notée à côté, avec votre nom.
    3. Page Importer : les corrections ne comptent qu’ici. Regardez ce qui change, puis enregistrez.
course-page-hint-1 = Page Corriger : ouvrez le fichier. La touche n mène à la faute suivante.
course-page-hint-2 = Le numéro de la ligne est le même que sur le papier. Écrivez la date du papier, puis « Enregistrer et suivante ». S’il y a deux cases sur une faute, la date de naissance est la fausse.
course-page-hint-3 = « Enregistré » sur la page Corriger veut dire noté, pas encore importé. Quand les quatre dates sont écrites : page Importer, « Importer : voir ce qui change », « Enregistrer ».
course-page-solution = Les quatre dates du papier, tapées sur la page Corriger ; puis une importation.
course-page-commands = « bato correct » pour chaque cellule, puis « bato run ».

## Leçon 4

course-importer-title = Importer, lire l’équation
course-importer-text =
    Deux fichiers sont déjà déposés ; il n’y a pas encore de registre. Page Importer : regardez ce qui change, puis enregistrez la première version.
    La page montre ensuite le compte : lignes lues = écartées + en quarantaine + inscrites + rattachées. Additionnez : les deux côtés sont toujours égaux, aucune ligne n’est perdue. Une ligne est en quarantaine (elle est sur le papier ci-dessous) : laissez-la, on ne corrige rien dans cette leçon.
    Répondez aux deux questions plus bas avec vos propres chiffres.
course-importer-hint-1 = Page Importer : « Importer : voir ce qui change », puis « Enregistrer ».
course-importer-hint-2 = Les lignes lues comptent tout, aussi les lignes de titres, qui sont écartées.
course-importer-hint-3 = Page Importer, « Les nombres » : les lignes lues, puis les personnes. L’accueil montre aussi le nombre de personnes.
course-importer-solution = Une importation, puis les deux nombres qu’elle affiche.
course-importer-commands = « bato run » importe et affiche le compte ; « bato course answer » répond.

## Leçon 5

course-paires-title = La même personne deux fois : douze paires
course-paires-text =
    Deux quartiers, deux années ; le registre est déjà enregistré. Pour certaines lignes, le programme ne sait pas si c’est la même personne : des gens qui ont déménagé avec quelqu’un de leur ménage, des jumeaux, des homonymes. Il ne choisit pas à votre place. Un père et son fils du même nom, il les a déjà séparés de lui-même : l’âge suffit.
    1. Page Juger : jugez au moins douze paires. Regardez surtout avec qui la personne vit : si quelqu’un est dans les deux ménages, même écrit avec une initiale, elle a déménagé ; si personne n’y est, ce sont deux personnes. Qui ne sait pas dit « je ne sais pas » : cela ne compte pas.
    2. Page Importer : « Rien ne change » est normal si vous n’avez pas réuni de personnes ; enregistrez, pour que vos décisions comptent.
course-paires-hint-1 = Un nom entier ne suffit pas : deux personnes peuvent le porter. Sur la page Juger, lisez « Le reste du ménage » des deux côtés.
course-paires-hint-2 = Si l’épouse ou l’enfant du premier ménage vit aussi dans le second (le prénom peut n’y être qu’une initiale), c’est la même personne qui a déménagé. S’il n’y a personne en commun, ce sont deux personnes.
course-paires-hint-3 = Deux prénoms qui se ressemblent, le même nom et la même année : des jumeaux, deux personnes. À partir de douze réponses, cette page dit combien sont justes et, maintenant, lesquelles revoir : « Juger de nouveau » les remet sur la page Juger.
course-paires-solution = « La même personne » pour ceux qui ont déménagé avec un membre de leur ménage ; « deux personnes » pour tous les autres. Puis une importation.
course-paires-commands = « bato judge » montre les paires une à une, puis « bato run ».

## Leçon 6

course-separer-title = Défaire un rattachement faux
course-separer-text =
    Deux chefs de ménage portent le même nom, { $person } : l’un est né le { $born }, l’autre le { $born2 }. Un collègue a décidé que c’est la même personne. C’est faux : les deux sont venus au guichet.
    1. Page Chercher : cherchez { $person }, ouvrez sa page et regardez d’où viennent ses lignes : deux ménages.
    2. Annulez la décision du collègue : sur la page de la personne, sous « Décisions des agents », comme dans le vrai registre ; ou plus bas sur cette page du cours.
    3. Page Importer : regardez et enregistrez ; chacun retrouve son numéro. La paire revient ensuite parmi celles à juger : c’est normal, laissez-la.
course-separer-hint-1 = Page Chercher : le nom, puis un clic sur la carte. La page de la personne montre les lignes des deux ménages.
course-separer-hint-2 = La décision du collègue est sur la page de la personne, sous « Décisions des agents », et aussi sur la page Cours, sous la leçon, avec le bouton « Annuler la décision du collègue ».
course-separer-hint-3 = Après l’annulation : page Importer, « Importer : voir ce qui change », « Enregistrer ».
course-separer-solution = La page de la personne, puis l’annulation de la décision du collègue, puis une importation.
course-separer-commands = « bato decide list » montre les décisions ; « bato decide undo » avec le numéro D-…, --author votre nom et --reason la raison ; puis « bato run ».

## Leçon 7

course-naissances-title = Une naissance tardive, un jugement, 90 jours
course-naissances-text =
    Une naissance se déclare dans les 90 jours. Le lendemain de la naissance est le premier jour ; le quatre-vingt-dixième compte encore. Après, il faut un jugement supplétif.
    Le fichier { $file } est déjà déposé. Celui qui a tapé le registre a oublié la date de déclaration de trois actes et, pour l’acte par jugement, aussi la catégorie et la date du jugement : cinq cases en tout.
    1. Ouvrez le papier dans un autre onglet.
    2. Page Corriger : ouvrez le fichier, écrivez les trois dates de déclaration. Puis les deux autres cases de l’acte par jugement : la page n’en dit rien, ouvrez-les par « Ligne » et « Colonne » (« Catégorie » est la colonne K, « Date du jugement » la colonne L).
    3. Page Importer : regardez et enregistrez.
    4. Lisez dans le rapport combien d’actes sont hors délai et répondez plus bas.
course-naissances-hint-1 = Page Corriger : le fichier des naissances. La touche n mène aux trois dates qui manquent (avertissements).
course-naissances-hint-2 = Pour l’acte par jugement, trois cases sont à remplir : la date de déclaration, la catégorie (K) et la date du jugement (L), sur la même ligne. Écrivez exactement ce que dit le papier.
course-naissances-hint-3 = Page Importer : enregistrez, puis « Lire le rapport » (le lien est aussi sur cette page). Dans « Actes de naissance par année de déclaration », ligne « Ensemble », colonne « Hors délai ».
course-naissances-solution = Les cinq cases du papier, une importation, et le nombre d’actes hors délai du rapport.
course-naissances-commands = « bato correct » pour chaque cellule, « bato run », qui donne les actes dans le délai et hors délai, puis « bato course answer ».

## Leçon 8

course-evenements-title = Un décès, un départ
course-evenements-text =
    La famille de { $person } (né(e) le { $born }) vient dire son décès, le { $day }. { $other } (né(e) le { $born2 }) est parti(e) vivre à Matadi le { $day2 }. Aucun document n’est apporté : cette case peut rester vide.
    1. Page Chercher : cherchez chaque personne, ouvrez sa page, comparez la date de naissance.
    2. Signalez l’événement, avec sa date ; pour le départ, écrivez aussi Matadi. La page avertit qu’aucun document n’est nommé ou que la date remonte à plus d’un an : c’est l’exercice, cochez que c’est vérifié.
    3. Page Importer : regardez et enregistrez. La situation ne change qu’à l’importation ; la personne reste au registre avec sa date de décès ou de départ, et quitte la liste de son ménage.
course-evenements-hint-1 = Page Chercher : le nom. Ouvrez la page de la personne avant d’écrire.
course-evenements-hint-2 = Sur la page de la personne : signaler un événement. Choisissez l’événement, écrivez la date comme jour/mois/année, confirmez.
course-evenements-hint-3 = Les deux événements comptent à l’importation suivante : page Importer, « Importer : voir ce qui change », « Enregistrer ».
course-evenements-solution = La page de chaque personne, l’événement avec sa date, puis une importation.
course-evenements-commands = « bato find » et « bato show » trouvent la personne ; une liste d’événements dans data-raw/events, puis « bato run ».

## Leçon 9

course-absent-title = Un fichier manque : quelqu’un disparaîtrait
course-absent-text =
    Le registre est enregistré. Ce matin, le fichier { $last } n’est plus parmi les fichiers déposés : un collègue l’a déplacé sur la clé (son dossier est montré plus bas).
    1. Page Importer : « Importer : voir ce qui change », sans enregistrer. Le programme nomme les personnes qui n’auraient plus aucune ligne : elles ne seraient plus dans le registre. Combien sont-elles ? Répondez plus bas.
    2. N’acceptez pas : page Déposer, déposez le fichier de la clé et ajoutez-le.
    3. Page Importer : regardez de nouveau (rien ne disparaît plus) et enregistrez.
course-absent-hint-1 = Page Importer : « Importer : voir ce qui change ». N’enregistrez pas encore.
course-absent-hint-2 = Le nombre est au-dessus de la liste des personnes qui n’ont plus aucune ligne. Ne cochez rien.
course-absent-hint-3 = Page Déposer : choisissez le fichier dans le dossier de la clé, « Déposer ces fichiers », « Ajouter ce fichier ». Puis page Importer : « Importer : voir ce qui change » et « Enregistrer ».
course-absent-solution = Le nombre que montre l’essai, le fichier déposé de nouveau, puis une importation.
course-absent-commands = « bato run --dry-run » montre qui disparaîtrait ; copiez le fichier du dossier { $stick } dans data-raw/census, puis « bato run ».

## Leçon 10

course-coupure-title = Une coupure de courant au milieu
course-coupure-text =
    Un fichier nouveau a été déposé. Pendant son importation, le courant a été coupé : le cours a vraiment arrêté le programme au milieu de son travail.
    1. Page Importer : lisez ce qui est arrivé au dernier essai.
    2. Accueil : lisez quelle version du registre est en usage et répondez plus bas. Elle s’ouvre et compte ses personnes comme avant : elle est entière, car une version est enregistrée toute ou pas du tout.
    3. Page Importer : recommencez, regardez ce qui change et enregistrez.
course-coupure-hint-1 = Page Importer : elle dit ce qui est arrivé au dernier essai. L’accueil montre la version en usage.
course-coupure-hint-2 = « Rien n’a changé dans le registre » : l’ancienne version est toujours là, entière.
course-coupure-hint-3 = Le registre est l’ancien ou le nouveau, jamais entre les deux. Ici c’est la version 1. Page Importer : « Importer : voir ce qui change », « Enregistrer ».
course-coupure-solution = La version 1 est en usage et intacte. L’importation recommence et donne la version suivante.
course-coupure-commands = « bato verify » contrôle que le registre est entier et donne sa version ; « bato run » recommence l’importation.

## Leçon 11

course-sauvegarde-title = Sauvegarder sur une clé, remettre sur un autre PC
course-sauvegarde-text =
    Pour cet exercice, un dossier tient lieu de clé USB et un autre d’un PC sans registre ; dans la vie, ce sont une vraie clé et un vrai PC. La sauvegarde porte des noms : la clé se range dans une armoire fermée.
    1. Copiez le chemin du dossier de la clé, montré plus bas.
    2. Page Sauvegarder : collez-le et cliquez « Sauvegarder ».
    3. Revenez ici : « Remettre la sauvegarde de la clé » le fait sur l’autre PC. Sur un vrai autre PC, on installe Bato, on branche la clé et un responsable tape « bato restore » avec le fichier de la clé.
course-sauvegarde-hint-1 = Le chemin de la clé est sur cette page, sous le texte. Page Sauvegarder : collez-le dans la case du dossier.
course-sauvegarde-hint-2 = Quand la page Sauvegarder dit que la sauvegarde est faite, relue et entière, revenez à la page Cours.
course-sauvegarde-hint-3 = Page Cours, « Sur l’autre PC » : « Remettre la sauvegarde de la clé ».
course-sauvegarde-solution = Une sauvegarde sur la clé, puis cette sauvegarde remise sur l’autre PC.
course-sauvegarde-commands = Dans le dossier du cours : « bato backup { $stick }/registre.zip ». Puis, dans { $otherpc } : « bato restore ../{ $stick }/registre.zip ».

## Leçon 12

course-colis-title = Un colis, un morceau perdu, un reçu
course-colis-text =
    Vous êtes la commune d’exercice. Un quartier a scellé un colis pour vous et l’a envoyé en trois morceaux ; deux sont arrivés, un s’est perdu. La phrase secrète de la clé de votre service, sans guillemets ni point : « { $passphrase } »
    1. Page Colis, « Recevoir » : la phrase secrète, puis les deux morceaux arrivés (leur dossier est montré plus bas). La page dit quel morceau manque.
    2. Le quartier l’a envoyé une seconde fois (dossier { $again }) : ouvrez-le de même. Le colis est entier.
    3. Page Colis, tout en bas, « Arrivés » : copiez le reçu, qui commence par BATO1.
    4. Revenez ici et collez-le sous « Chez l’expéditeur ». (La case « Entrer un reçu » de la page Colis est pour les reçus des colis que vous envoyez, pas pour celui-ci.)
course-colis-hint-1 = Page Colis, « Recevoir » : choisissez les morceaux, dans n’importe quel ordre. Leurs dossiers sont sur cette page, sous le texte.
course-colis-hint-2 = Quand le colis est entier, son reçu est un texte court, en bas de la page Colis, sous « Arrivés ». Choisissez-le avec la souris et copiez-le (Ctrl+C).
course-colis-hint-3 = Le reçu s’entre chez l’expéditeur : sur la page Cours, « Chez l’expéditeur », collez-le (Ctrl+V) et cliquez « Entrer le reçu ».
course-colis-solution = Les deux morceaux, puis le troisième ; le reçu copié d’ici et entré chez l’expéditeur.
course-colis-commands = « bato parcel open » avec les fichiers du dossier { $arrivals } ; « bato parcel receipt » donne le reçu ; dans le dossier { $sender } : « bato parcel receipt --enter ».

## Leçon 13

course-sortie-title = Ce qui peut quitter la maison
course-sortie-text =
    Le registre et le rapport de la commune restent à la commune. Ce qui part est un dossier de nombres sans noms ; ils sont arrondis, sauf les actes de toute la commune par année. On l’appelle une sortie, et chaque sortie est notée.
    1. Page Importer, « Sortie pour Bruxelles et la coordination » : « Préparer la sortie ».
    2. Revenez ici : ouvrez « La page de la sortie » et « Le rapport de la commune » (boutons plus bas) et comparez les quartiers : où les nombres sont-ils exacts ?
    3. Répondez aux deux questions.
course-sortie-hint-1 = Page Importer, « Préparer la sortie ». La période peut rester vide.
course-sortie-hint-2 = Sur la page de la sortie, les petits nombres sont remplacés par « <10 » ; dans le rapport de la commune, tout est exact.
course-sortie-hint-3 = Tout fichier qui porte un nom reste à la commune. Le rapport de la commune est sans noms, mais exact : il reste aussi.
course-sortie-solution = Une sortie préparée. Seul son dossier peut partir (B) ; le rapport de la commune reste à la commune (C).
course-sortie-commands = « bato release » écrit la sortie dans le dossier releases ; « bato course answer » répond, avec la lettre A, B ou C.

## Leçon 14

course-rapport-title = Le rapport lu à haute voix
course-rapport-text =
    Le bourgmestre vous demande trois nombres. Le registre est déjà enregistré : ouvrez « Le rapport de la commune » (bouton plus bas) et lisez-les à haute voix, chacun avec ce qu’il compte : les personnes au registre, les actes dans le délai, les actes hors délai. Écrivez-les plus bas.
    Un taux se lit toujours avec son dénominateur : « tant d’actes sur tant ».
course-rapport-hint-1 = Bouton « Le rapport de la commune », sur cette page : il s’ouvre dans un autre onglet.
course-rapport-hint-2 = La première page est faite pour le bourgmestre. Les actes dans le délai et hors délai y sont côte à côte.
course-rapport-hint-3 = L’accueil montre le nombre de personnes. Les actes : dans le rapport, « Actes de naissance par année de déclaration », ligne « Ensemble ».
course-rapport-solution = Les trois nombres du rapport de la commune.
course-rapport-commands = Le rapport est data-clean/reports/interne.fr.html ; « bato course answer » répond.
course-desk-why = Exercice

## Le cours sur le bureau

course-title = Cours
course-banner = Exercice : personnes inventées, registre de { $name }
course-desk-none = Aucun cours n’a commencé sur cet ordinateur.
course-desk-note = Le cours se fait dans un registre à part, celui d’une commune inventée : rien du vrai registre n’y entre, et rien n’en sort.
course-desk-learner = Le cours se fait au nom de
course-desk-tab = L’exercice s’ouvre dans un nouvel onglet, d’une autre couleur, sur la page des leçons. Cet onglet-ci reste sur le vrai registre. Le lendemain, le même bouton continue où vous en étiez.
course-desk-other-learner = Quelqu’un d’autre apprend sur cet ordinateur
course-desk-name = Nom de l’apprenant
course-desk-start = Commencer ou continuer le cours
course-desk-send-result = Envoyer le résultat
course-desk-to-send = Le résultat { $file } est prêt : choisissez-le ci-dessous, sous « Envoyer », avec le service du formateur.
course-desk-to-send-no-key = Le résultat { $file } est prêt, mais ce registre n’a pas encore de clé pour envoyer un colis : un responsable la crée ci-dessous, sous « Services et clés ». Ou copiez le fichier sur une clé USB : { $path }.
course-desk-new-register = Cette leçon a commencé avec un registre d’exercice neuf, déjà préparé : les fichiers des autres leçons n’y sont plus.
course-desk-pages = Les pages de cette leçon :
course-desk-paper = Le papier
course-desk-paper-open = Ouvrir le papier dans un autre onglet, pour l’avoir sous les yeux en travaillant
course-desk-paper-note = Laissez cet onglet ouvert et travaillez dans l’autre.
course-desk-folder-stick = Dossier qui tient lieu de clé USB
course-desk-folder-arrivals = Dossier des morceaux arrivés
course-desk-folder-again = Dossier du morceau envoyé une seconde fois
course-desk-folder-releases = Dossier des sorties
course-desk-folder-note = Pour y aller : cliquez dans la case, copiez le chemin (Ctrl+A, Ctrl+C) et collez-le (Ctrl+V) dans la case « Nom du fichier » de la fenêtre où l’on choisit un fichier, puis Entrée.
course-desk-report = Le rapport de la commune (nouvel onglet)
course-desk-release = La page de la sortie (nouvel onglet)
course-desk-learners = Apprenants sur cet ordinateur
course-desk-lessons = Les leçons
course-desk-state-passed = réussie
course-desk-state-current = en cours
course-desk-state-open = à faire
course-desk-hint = Un indice
course-desk-hints = Indices
course-desk-solution = Montrer la solution
course-desk-solution-title = Solution
course-desk-solve = Faire faire ces pas par le programme
course-desk-commands = La même chose dans un terminal
course-desk-reset-note = Tout ce que vous avez fait dans cette leçon est effacé. Ce qui est réussi reste réussi.
course-desk-reset-yes = Oui, tout effacer et recommencer
course-desk-ruling = La décision du collègue
course-desk-restore-note = Cette carte n’existe que dans l’exercice : elle fait ce que vous feriez, assis devant l’autre PC, avec la clé.
course-desk-sender-note = Cette carte n’existe que dans l’exercice : dans la vie, vous envoyez le reçu au quartier, par SMS par exemple, et c’est lui qui l’entre.
course-desk-lessons-note = Chaque leçon commence avec un registre d’exercice neuf. Ouvrir une autre leçon efface donc le travail de celle-ci ; ce qui est réussi reste réussi. Quand toutes sont réussies, l’attestation est en haut de cette page.
course-desk-next = Leçon suivante
course-desk-reset = Recommencer cette leçon
course-desk-go = Ouvrir
course-desk-send = Répondre
course-desk-finished = Le cours est terminé
course-desk-finished-note = Les quatorze leçons sont réussies. Votre attestation est prête ; le résultat pour le formateur est en bas de la page.
course-desk-passed = Leçon réussie.
course-desk-goal-met = atteint
course-desk-goal-open = pas encore
course-desk-answer-right = juste
course-desk-answer-wrong = ce n’est pas encore cela : regardez de nouveau
course-desk-by-itself = Les points se vérifient d’eux-mêmes : revenez à cette page, ou rechargez-la, après votre travail.
course-desk-passed-before = Vous avez déjà réussi cette leçon ; elle reste réussie. Vous la refaites maintenant.
course-desk-wrong = Réponses à revoir
course-desk-wrong-note = « Juger de nouveau » annule votre réponse : la paire revient sur la page Juger.
course-desk-again = Juger de nouveau
course-desk-pair-again = Réponse annulée : la paire est de nouveau sur la page Juger.
course-desk-solution-note = L’attestation dira que la solution a été regardée.
course-desk-solve-note = Le programme peut faire ces pas à votre place, pour voir le résultat.
course-desk-undo = Annuler la décision du collègue
course-desk-undo-note = { $author } a décidé : même personne ({ $id }). Raison donnée : { $reason }
course-desk-undone = Décision annulée. Elle compte à l’importation suivante.
course-desk-other-pc = Sur l’autre PC
course-desk-restore = Remettre la sauvegarde de la clé
course-desk-restored = L’autre PC a maintenant le registre de la clé.
course-desk-sender = Chez l’expéditeur
course-desk-receipt = Le reçu, tel qu’il est écrit chez vous
course-desk-enter = Entrer le reçu
course-desk-entered = Le reçu est entré : l’expéditeur sait que le colis { $name } est arrivé.
course-desk-certificate-get = Ouvrir l’attestation (nouvel onglet ; Ctrl+P l’imprime)
course-desk-signed = Le formateur m’a rendu mon résultat signé
course-desk-signed-path = Dossier ou fichier rendu, par exemple celui de la clé. (S’il est venu par colis sur cet ordinateur, il est pris de lui-même.)
course-desk-certificate-signed = Ouvrir l’attestation contresignée
course-desk-sign = Contresigner les résultats reçus
course-desk-sign-note = Les résultats de ceux qui ont réussi toutes les leçons sont signés avec la clé de ce service. Chaque résultat signé est un fichier que la page Colis peut renvoyer à l’apprenant.
course-desk-sign-go = Contresigner
course-desk-is-signed = contresigné
course-desk-is-not-signed = pas contresigné
course-desk-none-to-sign = Aucun résultat complet n’attend une signature.
course-desk-countersigned = { $n ->
    [one] 1 résultat contresigné
   *[other] { $n_shown } résultats contresignés
}. Ils sont dans { $path } : envoyez-les par la page Colis, ou rendez-les sur une clé.
course-desk-result = Résultat pour le formateur
course-desk-result-note = Le résultat ne contient que des totaux : leçons, minutes, indices, paires et fautes, sans réponses.
course-desk-result-name = Mon nom peut y figurer
course-desk-result-get = Écrire le résultat
course-desk-table = Résultats des apprenants
course-desk-table-note = Les paires jugées à tort et les fautes mal corrigées disent quelles règles et quels mots sont à revoir.
course-desk-column-learner = Apprenant
course-desk-column-passed = Leçons réussies
course-desk-column-minutes = Minutes
course-desk-column-hints = Indices
course-desk-column-share = Paires bien jugées avant la solution
course-desk-column-lesson = Leçon
course-desk-column-by = Réussie par (apprenants)
course-desk-all-learners = Apprenants
course-desk-column-solved = Solution regardée
course-desk-folder = Dossier des résultats reçus sur une clé (pas obligatoire ; ceux qui sont venus par colis sont déjà ci-dessous)
course-desk-show-table = Montrer
desk-task-course = Cours
course-solved-desk = La solution a été exécutée.
course-all-passed-desk = Toutes les leçons sont réussies : l’attestation est en haut de la page.

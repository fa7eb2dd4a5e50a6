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
course-with-solution = avec la solution
course-certificate-written = Attestation écrite : { $path }
course-countersigned = Contresignée par { $office } (six mots : { $words }).
course-not-countersigned = Cette attestation n’est pas contresignée : le bureau du formateur n’a pas encore signé le résultat.
course-result-written = Résultat écrit, en totaux et sans nom : { $path }. À remettre au formateur, ou à lui envoyer en colis (sorte : course).
course-result-named = Résultat écrit avec votre nom, comme vous l’avez accepté : { $path }. À remettre au formateur, ou à lui envoyer en colis (sorte : course).
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
course-certificate-agreement = Accord sur les paires jugées seul
course-certificate-seed = Numéro de la commune inventée
course-certificate-day = Terminé le
course-certificate-program = Programme
course-certificate-signed = Contresigné le { $day } par { $office }. Les six mots de ce bureau : { $words }.

## Ce que demandent les leçons

course-goal-findings = Dans la dernière version du registre, aucun constat « { $rule } » (il en reste : { $n_shown })
course-goal-quarantined = Aucune ligne en quarantaine dans la dernière version du registre (il en reste : { $n_shown })
course-goal-rows-equal = Chaque ligne est au registre avec ce que dit le papier (lignes qui manquent ou diffèrent : { $n_shown })
course-goal-recorded = Une version est enregistrée, faite de tous les fichiers et de toutes les décisions tels qu’ils sont maintenant
course-goal-pairs-judged = Au moins { $least_shown } paires jugées, dont 9 sur 10 à juste titre (jugées : { $n_shown })
course-goal-apart = { $person } est de nouveau une personne à part
course-goal-event-death = Le registre connaît le décès de { $person } le { $day }
course-goal-event-departure = Le registre connaît le départ de { $person } le { $day }
course-goal-found = Vous avez cherché et ouvert la page de { $person }
course-goal-backed-up = La clé porte une sauvegarde de la version en usage
course-goal-restored = L’autre PC a le même registre
course-goal-parcel-opened = Le colis est arrivé entier
course-goal-receipt = L’expéditeur a entré votre reçu
course-goal-released = Une sortie est faite
course-goal-answer = La question a reçu la bonne réponse
course-question-rows = Combien de lignes le programme a-t-il lues en tout ?
course-question-persons = Combien de personnes sont au registre ?
course-question-late = Combien d’actes sont hors délai ?
course-question-on-time = Combien d’actes sont dans le délai ?
course-question-vanishing = Combien de personnes ne seraient plus dans le registre si on importait sans ce fichier ?
course-question-version = Quelle version du registre est en usage juste après la coupure ? (son numéro)
course-question-may-leave = Que peut-on envoyer à Bruxelles ? A : la liste des personnes en classeur ; B : le dossier de la sortie ; C : une copie de data-clean (A, B ou C)
course-question-exact-report = À qui peut-on donner le rapport interne, qui est exact ? A : à un journal ; B : au coordinateur, par e-mail ; C : à personne hors de la commune (A, B ou C)

## Les pas d’une solution

course-step-on-pc = Sur le PC « { $pc } » : { $command }
course-step-correct-cells = Page Corriger, ou « bato correct » : écrire ce que dit le papier
course-step-correct-workbook = « bato check » sur le fichier, corriger les cellules colorées du classeur, l’enregistrer
course-step-judge-pairs = Page Juger : « la même personne » pour ces personnes, déménagées avec leur famille ; « deux personnes » pour les autres
course-step-write-events = Page de la personne, « Signaler un événement » : le décès de la première, le départ de la seconde
course-step-take-file = Remettre le fichier de la clé à sa place, dans data-raw/census, ou le déposer
course-step-answers = Les réponses, dans l’ordre des questions
course-step-enter-receipt = « bato parcel receipt » chez vous, puis « bato parcel receipt --enter » chez l’expéditeur

## Leçon 1

course-lire-title = Lire une feuille, trouver trois colonnes
course-lire-text =
    Un quartier a apporté le fichier { $last } sur une clé : il est dans le dossier { $stick } du cours. Trois de ses titres ne disent rien : « Rubrique 5 », « Rubrique 6 » et « Rubrique 7 ». Le programme devine d’après le contenu, mais rien n’y distingue un nom d’un post-nom.
    Déposez le fichier, comparez-le avec le papier ci-dessous, dites ce que contient chaque colonne, puis importez et enregistrez.
course-lire-hint-1 = Regardez la première personne du papier. Dans quelle colonne du fichier est son nom ? Et son post-nom ? Le programme les a pris l’un pour l’autre.
course-lire-hint-2 = Page Déposer : ouvrez le fichier. Chaque colonne y a une liste qui dit ce qu’elle contient. Changez les deux premières « Rubriques ».
course-lire-hint-3 = « Rubrique 5 » est le post-nom, « Rubrique 6 » le nom, « Rubrique 7 » le prénom. Enregistrez ce choix, ajoutez le fichier, puis Importer.
course-lire-solution = « Rubrique 5 » est le post-nom, « Rubrique 6 » le nom, « Rubrique 7 » le prénom. Cela se dit une fois : le réglage vaut pour ce fichier.

## Leçon 2

course-classeur-title = Corriger dans le classeur
course-classeur-text =
    Le fichier { $file } a trois dates de naissance fausses. Ces lignes attendent en quarantaine : elles ne sont pas perdues, mais ces personnes ne sont pas encore inscrites.
    Le programme écrit à côté un classeur de corrections : votre fichier, avec les cellules à corriger en couleur. Corrigez-y d’après le papier ci-dessous, enregistrez-le en .xlsx à côté de l’original, puis importez.
course-classeur-hint-1 = « bato check » sur le fichier, ou page Corriger, « Classeur de corrections » : le classeur porte le même nom, avec « .corrections ».
course-classeur-hint-2 = Dans le classeur, allez dans la feuille colorée. Seules les trois cellules de couleur forte sont à changer. Écrivez jour/mois/année.
course-classeur-hint-3 = Laissez l’original à sa place et ne changez rien d’autre. Le classeur enregistré doit être dans data-raw/census, ou déposé sur la page Déposer. Puis Importer.
course-classeur-solution = Les dates du papier, écrites dans le classeur de corrections, à la place des trois fausses ; puis une importation.

## Leçon 3

course-page-title = Corriger sur la page
course-page-text =
    Le fichier { $file } a quatre dates de naissance fausses. Cette fois, corrigez-les sans tableur : sur la page Corriger, cellule par cellule, d’après le papier ci-dessous.
    Le fichier reçu n’est pas changé : la correction est notée à côté, avec votre nom. Elle compte à l’importation suivante.
course-page-hint-1 = Page Corriger : ouvrez le fichier. La touche n mène à la faute suivante.
course-page-hint-2 = Le numéro de la ligne est le même que sur le papier ci-dessous. Écrivez la date du papier, puis « Enregistrer et suivante ».
course-page-hint-3 = Quand les quatre lignes sont corrigées : Importer, regarder ce qui change, enregistrer.
course-page-solution = Les quatre dates du papier, tapées sur la page ou par « bato correct » ; puis une importation.

## Leçon 4

course-importer-title = Importer, lire l’équation
course-importer-text =
    Deux fichiers attendent dans data-raw. Importez-les et enregistrez la première version du registre.
    Le programme donne ensuite le compte : lignes lues = écartées + en quarantaine + inscrites + rattachées. Les deux côtés sont toujours égaux : aucune ligne n’est perdue. Une ligne de ces fichiers est en quarantaine ; elle peut y rester aujourd’hui.
    Répondez aux deux questions avec vos propres chiffres.
course-importer-hint-1 = Page Importer : « Regarder ce qui change », puis « Enregistrer ». Au terminal : « bato run ».
course-importer-hint-2 = Les lignes lues comptent tout, aussi les lignes de titres qui sont écartées.
course-importer-hint-3 = Les chiffres sont au-dessus du rapport, sous « lignes » et « personnes ». L’accueil montre aussi le nombre de personnes.
course-importer-solution = Une importation, puis les deux nombres qu’elle affiche.

## Leçon 5

course-paires-title = La même personne deux fois : douze paires
course-paires-text =
    Deux quartiers, deux années. Le programme ne sait pas si certaines lignes sont la même personne : un père et son fils du même nom, un nom transmis à un enfant, des jumeaux, des homonymes, et des gens qui ont déménagé. Il ne choisit pas à votre place.
    Jugez au moins douze paires. Regardez l’âge, le lien avec le chef, et surtout avec qui la personne vit. Celui qui ne sait pas dit « je ne sais pas ». Puis importez : vos décisions comptent.
course-paires-hint-1 = Un nom entier ne suffit pas : les noms se transmettent. Les autres membres du ménage disent plus que le nom.
course-paires-hint-2 = Si l’épouse ou l’enfant du premier ménage vit aussi dans le second, c’est la même personne qui a déménagé. S’il n’y a personne en commun, ce sont deux personnes.
course-paires-hint-3 = Vingt ans et plus entre les deux : père et fils, ou un nom transmis. La touche u annule une décision.
course-paires-solution = « La même personne » pour ceux qui ont déménagé avec un membre de leur ménage ; « deux personnes » pour tous les autres. Puis une importation.

## Leçon 6

course-separer-title = Défaire un rattachement faux
course-separer-text =
    Deux chefs de ménage portent le même nom, { $person } : l’un est né le { $born }, l’autre le { $born2 }. Un collègue a décidé que c’est la même personne. C’est faux : les deux sont venus au guichet.
    Cherchez { $person }, ouvrez sa page et lisez d’où viennent ses lignes. Défaites la décision du collègue, puis importez : chacun retrouve son numéro.
course-separer-hint-1 = Page Chercher : le nom, puis un clic sur la carte. La page montre les lignes des deux ménages et qui a décidé.
course-separer-hint-2 = « bato decide list » montre les décisions ; chacune a un numéro D-…. Sur la page du cours, la décision du collègue est montrée sous la leçon.
course-separer-hint-3 = « bato decide undo », le numéro D-…, --author avec votre nom et --reason avec la raison ; puis « bato run ». Sur la page du cours, le bouton « Annuler la décision du collègue » fait de même.
course-separer-solution = La page de la personne, puis l’annulation de la décision du collègue, puis une importation.

## Leçon 7

course-naissances-title = Une naissance tardive, un jugement, 90 jours
course-naissances-text =
    Une naissance se déclare dans les 90 jours. Le lendemain de la naissance est le premier jour ; le quatre-vingt-dixième compte encore. Après, il faut un jugement supplétif.
    Dans { $file }, celui qui a tapé le registre a oublié la date de déclaration de trois actes, et d’un acte aussi le jugement. Complétez-les d’après le papier ci-dessous, importez, et dites combien d’actes sont hors délai.
course-naissances-hint-1 = Page Corriger : le fichier des naissances. Les cellules vides en pâle sont celles qui manquent.
course-naissances-hint-2 = Pour l’acte par jugement, trois cellules sont à remplir : la date de déclaration, la catégorie et la date du jugement. Écrivez exactement ce que dit le papier.
course-naissances-hint-3 = Après l’importation, le programme donne les actes dans le délai et hors délai. C’est le second nombre.
course-naissances-solution = Les cellules du papier, une importation, et le nombre d’actes hors délai qu’elle affiche.

## Leçon 8

course-evenements-title = Un décès, un départ
course-evenements-text =
    La famille de { $person } vient dire son décès, le { $day }. { $other } est parti vivre à Matadi le { $day2 }.
    Cherchez chaque personne, vérifiez que c’est la bonne, signalez l’événement, puis importez. Rien n’est effacé : la situation change à partir de la date.
course-evenements-hint-1 = Page Chercher : le nom. Ouvrez la page de la personne avant d’écrire.
course-evenements-hint-2 = Sur la page de la personne : « Signaler un événement ». Choisissez l’événement, écrivez la date.
course-evenements-hint-3 = Les deux événements comptent à l’importation suivante : Importer, puis enregistrer.
course-evenements-solution = La page de chaque personne, l’événement avec sa date, puis une importation.

## Leçon 9

course-absent-title = Un fichier manque : quelqu’un disparaîtrait
course-absent-text =
    Le registre est enregistré. Ce matin, le fichier { $last } n’est plus dans data-raw : un collègue l’a mis sur la clé (dossier { $stick } du cours).
    Regardez d’abord ce qu’une importation changerait, sans rien enregistrer. Le programme nomme les personnes qui ne seraient plus dans le registre. Combien sont-elles ? N’acceptez pas : remettez le fichier, puis importez.
course-absent-hint-1 = Page Importer : « Regarder ce qui change ». Au terminal : « bato run --dry-run ».
course-absent-hint-2 = Le nombre est au-dessus de la liste des personnes qui ne seraient plus dans le registre. Ne cochez rien.
course-absent-hint-3 = Déposez le fichier de la clé sur la page Déposer, ou copiez-le dans data-raw/census, puis importez.
course-absent-solution = Le nombre que montre l’essai, le fichier remis à sa place, puis une importation.

## Leçon 10

course-coupure-title = Une coupure de courant au milieu
course-coupure-text =
    Un fichier nouveau est arrivé. Pendant son importation, le courant a été coupé : le cours a vraiment tué le programme au milieu de son travail.
    Regardez dans quel état est le registre, vérifiez qu’il est intact, dites quelle version est en usage, puis recommencez l’importation.
course-coupure-hint-1 = Page Importer : elle dit ce qui est arrivé au dernier essai. L’accueil montre la version en usage.
course-coupure-hint-2 = « bato verify » contrôle que le registre est entier. L’ancienne version est toujours là.
course-coupure-hint-3 = Le registre est l’ancien ou le nouveau, jamais entre les deux. Ici c’est la version 1. Importez de nouveau.
course-coupure-solution = La version 1 est en usage et intacte. L’importation recommence et donne la version suivante.

## Leçon 11

course-sauvegarde-title = Sauvegarder sur une clé, remettre sur un autre PC
course-sauvegarde-text =
    Le dossier { $stick } du cours est votre clé USB, le dossier { $otherpc } est un autre PC, sans registre.
    Sauvegardez le registre sur la clé, puis remettez-le sur l’autre PC. La sauvegarde porte des noms : dans la vie, elle va sous clé.
course-sauvegarde-hint-1 = Page Importer, « Sauvegarder » : écrivez le chemin du dossier { $stick } du cours.
course-sauvegarde-hint-2 = L’autre PC : sur la page du cours, « Remettre sur l’autre PC ». Au terminal, allez dans le dossier { $otherpc } et tapez « bato restore » avec le fichier de la clé.
course-sauvegarde-hint-3 = Dans le dossier du cours : « bato backup { $stick }/registre.zip ». Puis, dans { $otherpc } : « bato restore ../{ $stick }/registre.zip ».
course-sauvegarde-solution = Une sauvegarde sur la clé, puis cette sauvegarde remise sur l’autre PC.

## Leçon 12

course-colis-title = Un colis, un morceau perdu, un reçu
course-colis-text =
    Vous êtes la commune d’exercice. Un quartier a scellé un colis pour vous et l’a envoyé en trois morceaux ; deux sont arrivés (dossier { $arrivals }), un s’est perdu. La phrase secrète de la clé de votre service : { $passphrase }.
    Ouvrez ce qui est arrivé : le programme dit quel morceau manque. Le quartier l’a envoyé une seconde fois (dossier { $again }). Ouvrez-le aussi, puis donnez votre reçu au quartier.
course-colis-hint-1 = Page Colis, « Recevoir » : choisissez les morceaux, dans n’importe quel ordre. Au terminal : « bato parcel open » avec les fichiers.
course-colis-hint-2 = Quand le colis est entier, son reçu est un texte court. La page Colis et « bato parcel receipt » le montrent.
course-colis-hint-3 = Le reçu s’entre chez l’expéditeur : sur la page du cours, « Chez l’expéditeur », ou dans le dossier { $sender } avec « bato parcel receipt --enter ».
course-colis-solution = Les deux morceaux, puis le troisième ; le reçu copié d’ici et entré chez l’expéditeur.

## Leçon 13

course-sortie-title = Ce qui peut quitter la maison
course-sortie-text =
    Le registre et le rapport interne restent à la commune. Ce qui part est une sortie : un dossier de chiffres arrondis, sans noms, inscrit dans un cahier.
    Faites une sortie, ouvrez sa page, et comparez avec le rapport interne. Puis répondez aux deux questions.
course-sortie-hint-1 = Page Importer, « Préparer l’envoi ». Au terminal : « bato release ».
course-sortie-hint-2 = La sortie est dans le dossier releases du cours. Ses petits nombres sont remplacés par « <10 ».
course-sortie-hint-3 = Tout fichier qui porte un nom reste à la commune. Le rapport interne est sans noms, mais exact : il reste aussi.
course-sortie-solution = Une sortie. Seul son dossier peut partir (B) ; le rapport interne reste à la commune (C).

## Leçon 14

course-rapport-title = Le rapport lu à haute voix
course-rapport-text =
    Le bourgmestre vous demande trois nombres. Ouvrez le rapport interne de la commune d’exercice et lisez-les à haute voix, chacun avec ce qu’il compte : les personnes au registre, les actes dans le délai, les actes hors délai.
    Un taux se lit toujours avec son dénominateur : « tant d’actes sur tant ».
course-rapport-hint-1 = Page Importer, « Le rapport, à ouvrir et à imprimer » (après une importation). Sur le disque : data-clean/reports/interne.fr.html.
course-rapport-hint-2 = La première page est faite pour le bourgmestre. Les actes dans le délai et hors délai y sont côte à côte.
course-rapport-hint-3 = L’accueil montre le nombre de personnes. Les actes : le tableau des naissances du rapport, ligne « total ».
course-rapport-solution = Les trois nombres du rapport interne.

## Le cours sur le bureau

course-title = Cours
course-banner = Exercice : personnes inventées, registre de { $name }
course-desk-none = Aucun cours n’a commencé sur cet ordinateur.
course-desk-note = Le cours se fait dans un dossier à part, sur une commune inventée : rien du vrai registre n’y entre, et rien n’en sort. Il s’ouvre dans un autre onglet, d’une autre couleur.
course-desk-name = Nom de l’apprenant
course-desk-start = Commencer ou continuer
course-desk-opened = Le bureau du cours de { $name } s’ouvre dans un autre onglet.
course-desk-not-opened = Le bureau du cours de { $name } est ouvert. Si aucun onglet n’est apparu, ouvrez cette page : { $path }
course-desk-learners = Apprenants sur cet ordinateur
course-desk-lessons = Les leçons
course-desk-lesson-of = Leçon
course-desk-state-passed = réussie
course-desk-state-current = en cours
course-desk-state-open = à faire
course-desk-check = Vérifier
course-desk-hint = Un indice
course-desk-hints = Indices
course-desk-solution = Montrer la solution
course-desk-solution-title = Solution
course-desk-solve = Exécuter la solution
course-desk-next = Leçon suivante
course-desk-reset = Recommencer cette leçon
course-desk-go = Ouvrir
course-desk-answer = Votre réponse
course-desk-send = Répondre
course-desk-passed = Leçon réussie.
course-desk-goal-met = atteint
course-desk-goal-open = ouvert
course-desk-undo = Annuler la décision du collègue
course-desk-undo-note = { $author } a décidé : même personne ({ $id }). Raison donnée : { $reason }
course-desk-undone = Décision annulée. Elle compte à l’importation suivante.
course-desk-other-pc = Sur l’autre PC
course-desk-restore = Remettre la sauvegarde de la clé
course-desk-restored = L’autre PC a maintenant le registre de la clé.
course-desk-stick = Dossier de la clé
course-desk-sender = Chez l’expéditeur
course-desk-receipt = Le reçu, tel qu’il est écrit chez vous
course-desk-enter = Entrer le reçu
course-desk-entered = Le reçu est entré : l’expéditeur sait que le colis { $name } est arrivé.
course-desk-certificate = Attestation
course-desk-certificate-get = Écrire l’attestation
course-desk-result = Résultat pour le formateur
course-desk-result-note = Le résultat ne contient que des totaux : leçons, minutes, indices, paires et fautes, sans réponses.
course-desk-result-name = Mon nom peut y figurer
course-desk-result-get = Écrire le résultat
course-desk-table = Résultats des apprenants
course-desk-table-note = Les paires jugées à tort et les fautes mal corrigées disent quelles règles et quels mots sont à revoir.
course-desk-column-learner = Apprenant
course-desk-column-passed = Réussies
course-desk-column-minutes = Minutes
course-desk-column-hints = Indices
course-desk-column-share = Accord sur les paires
course-desk-column-lesson = Leçon
course-desk-column-solved = Solution regardée
course-desk-column-n = Combien
course-desk-folder = Dossier des résultats reçus (facultatif)
course-desk-show-table = Montrer
desk-task-course = Cours
course-desk-open = { $n ->
    [one] Il reste 1 point ouvert.
   *[other] Il reste { $n_shown } points ouverts.
}
course-solved-desk = La solution a été exécutée. Vérifiez.
course-all-passed-desk = Toutes les leçons sont réussies : l’attestation est en bas de la page.
course-desk-noted = Réponse notée. Vérifiez.

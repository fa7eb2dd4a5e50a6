# La page du rapport. Chaque identifiant commence par « report- ».

## Tête de page
report-title = { $commune } : population et naissances déclarées
report-subtitle = Registre de la commune
report-subtitle-year = déclarations de { $year }
report-subtitle-years = déclarations de { $first } à { $last }
report-subtitle-as-of = données jusqu’à { $day }
report-skip = Aller au contenu
report-contents = Sommaire
report-foot = Version { $generation } du registre, établie par Bato { $version }. Cette page ne contient que des nombres : aucun nom, aucun acte, aucune fiche de ménage.

## Chiffres principaux
report-figures = L’essentiel
report-figure-rate = Naissances déclarées dans le délai
report-figure-rate-note = { $on_time } actes dans le délai sur { $judged } dont le délai est connu
report-figure-late = Actes hors délai
report-figure-late-note = délai inconnu pour { $unknown } autres actes
report-figure-persons = Personnes au registre
report-figure-persons-note = recensées ou portées par un acte de naissance
report-figure-households = Ménages
report-figure-households-note = { $mean } personnes par ménage en moyenne
report-figure-quartiers = Quartiers recensés
report-figure-quartiers-value = { $n } sur { $of }
report-figure-quartiers-note = quartiers ayant au moins une opération de recensement lue
report-figure-quarantine = Lignes en quarantaine
report-figure-quarantine-note = à corriger dans les fichiers d’origine, puis à importer de nouveau
report-figure-quarantine-none = toutes les lignes de données sont au registre
report-legend-hidden = « … » : chiffre masqué. Tout nombre inférieur à { $min_shown } (sauf zéro) est masqué pour protéger les personnes, et d’autres avec lui pour qu’on ne puisse pas le retrouver par soustraction.
report-legend-rate = Taux dans le délai : actes dans le délai ÷ (dans le délai + hors délai). Les actes dont le délai est inconnu n’entrent pas dans le calcul.
report-legend-duplicates = { $n ->
    [0] Aucun acte en double n’a été trouvé.
    [one] { $n_shown } acte en double (une même naissance déclarée deux fois) est compté à part et n’entre dans aucun tableau.
   *[other] { $n_shown } actes en double (une même naissance déclarée deux fois) sont comptés à part et n’entrent dans aucun tableau.
}
report-legend-duplicates-hidden = Les actes en double (une même naissance déclarée deux fois) sont comptés à part et n’entrent dans aucun tableau ; leur nombre est masqué.

## Mots des tableaux
report-hidden-mark = …
report-hidden-spoken = chiffre masqué
report-no-rate = –
report-all = Ensemble
report-unknown = Non connu
report-quartier-unknown = Sans quartier connu
report-before-year = Avant { $year }
report-incomplete = { $year } (incomplète)
report-from-to = { $from } à { $to }
report-age-from = { $from } et plus
report-delay-days = { $from } à { $to } jours
report-delay-years = { $from } à { $to } ans
report-delay-years-from = { $from } ans et plus
report-limit-days = { $n ->
    [one] { $n_shown } jour
   *[other] { $n_shown } jours
}
report-limit-months = { $n_shown } mois
report-limit-label = délai légal : { $limit }
report-limit-label-until = { $limit } (naissances avant le { $day })
report-sex-m = Masculin
report-sex-f = Féminin
report-category-direct = Déclaration par un parent
report-category-proxy = Par procuration (maternité)
report-category-judgment = Par jugement supplétif
report-category-unknown = Non précisée
report-month-1 = Janvier
report-month-2 = Février
report-month-3 = Mars
report-month-4 = Avril
report-month-5 = Mai
report-month-6 = Juin
report-month-7 = Juillet
report-month-8 = Août
report-month-9 = Septembre
report-month-10 = Octobre
report-month-11 = Novembre
report-month-12 = Décembre
report-column-on-time = Dans le délai
report-column-late = Hors délai
report-column-judged = Délai connu
report-column-rate = Taux dans le délai
report-column-unknown = Délai inconnu

## Naissances
report-births-title = Naissances déclarées
report-declared-year-title = Par année de déclaration
report-declared-year-text = Chaque acte de naissance est compté l’année où il a été déclaré, et jugé d’après le délai légal en vigueur le jour de la naissance.
report-declared-year-caption = Actes de naissance par année de déclaration
report-declared-year-column = Année
report-year-chart-title = Actes dans le délai et hors délai par année de déclaration
report-year-chart-description = Une colonne par année : en bas les actes dans le délai, au-dessus, hachurés, les actes hors délai. Les nombres sont dans le tableau qui suit.
report-year-chart-caption = Actes dont le délai est connu, par année de déclaration. Le nombre au-dessus d’une colonne est leur total.
report-other-rule = Selon la règle « { $name } », le taux dans le délai serait de { $rate } ({ $n ->
    [one] { $n_shown } acte
   *[other] { $n_shown } actes
} au délai connu). Les sources ne s’accordent pas sur le délai appliqué par les bureaux avant juillet 2016.
report-other-rule-hidden = Le taux selon la règle « { $name } » est masqué : comparé au précédent, il ferait connaître un très petit nombre d’actes.
report-published-title = Comparaison avec la série publiée
report-published-text = Série publiée : { $source }. La source ne dit ni quel délai légal a été appliqué, ni si l’année est celle de la naissance ou celle de la déclaration. Les deux séries sont montrées côte à côte ; aucune ne corrige l’autre.
report-published-caption = Naissances publiées et actes détenus, par année (déclaration pour les registres) ; écart = registres − série publiée
report-published-on-time = Publié : dans le délai
report-held-on-time = Registres : dans le délai
report-published-late = Publié : hors délai
report-held-late = Registres : hors délai
report-difference = Écart
report-born-year-title = Par année de naissance
report-born-year-text = Une année « incomplète » compte des naissances dont le délai légal courait encore à la dernière déclaration lue. Pour toutes les années, des déclarations tardives peuvent encore arriver : le taux des années récentes est donc trop favorable.
report-born-year-caption = Actes de naissance par année de naissance
report-born-year-column = Année de naissance
report-delay-title = Temps écoulé entre la naissance et la déclaration
report-delay-text = Le lendemain de la naissance est le jour 1 ; une déclaration faite le dernier jour est dans le délai.
report-delay-caption = Actes de naissance par délai de déclaration
report-delay-column = Délai
report-delay-chart-title = Actes selon le délai de déclaration
report-delay-chart-description = Une barre par tranche de délai, du plus court au plus long ; les actes hors délai sont hachurés. Les traits rouges marquent la fin du délai légal. Les nombres sont dans le tableau qui suit.
report-delay-chart-caption = Actes selon le délai de déclaration. Un trait rouge marque la fin de chaque délai légal en vigueur.
report-category-title = Par catégorie de déclaration
report-category-text = La procuration donnée à la maternité est une déclaration ordinaire. Le jugement supplétif remplace la déclaration quand le délai est passé.
report-category-caption = Actes de naissance par catégorie
report-category-column = Catégorie
report-sex-title = Par sexe
report-sex-text = Sexe de l’enfant inscrit sur l’acte.
report-sex-caption = Actes de naissance par sexe de l’enfant
report-sex-column = Sexe
report-month-title = Par mois de déclaration
report-month-text = Mois du calendrier, toutes années ensemble.
report-month-caption = Actes de naissance par mois de déclaration
report-month-column = Mois
report-quartier-births-title = Par quartier
report-quartier-births-text = Quartier de résidence des parents. Un taux fondé sur peu d’actes varie par hasard : ce tableau n’est pas un classement.
report-quartier-births-caption = Actes de naissance par quartier de résidence
report-quartier-births-column = Quartier

## Population
report-population-title = Registre de population
report-children-title = Enfants recensés sans acte de naissance
report-children-text = Enfants de 0 à 17 ans au 31 décembre { $year }, inscrits sur une fiche de ménage. « Sans acte » veut dire : aucun acte trouvé dans les registres lus. L’enfant peut avoir été déclaré dans une autre commune, ou dans un registre qui n’a pas été lu.
report-children-caption = Enfants recensés, avec et sans acte de naissance trouvé, par année de naissance
report-children-with = Avec acte
report-children-without = Sans acte
report-children-all = Enfants recensés
report-children-rate = Part sans acte
report-age-title = Par âge et par sexe
report-age-text = Âge au 31 décembre { $year }, par tranches de cinq ans. Les décès sont rarement déclarés : le registre garde des personnes décédées, surtout aux grands âges.
report-age-caption = Personnes au registre par âge et par sexe
report-age-column = Âge
report-age-chart-title = Pyramide des âges
report-age-chart-description = À gauche les hommes, à droite, hachurées, les femmes ; les plus jeunes en bas. Les nombres sont dans le tableau qui suit.
report-age-chart-caption = Pyramide des âges au 31 décembre { $year }, sexe et âge connus
report-males = Hommes
report-females = Femmes
report-sex-unknown = Sexe inconnu
report-persons = Personnes
report-register-title = Par quartier
report-register-text = Les personnes sont comptées dans leur dernier quartier connu. Les quartiers sans année de recensement n’ont pas de fiche lue : leurs personnes viennent des actes de naissance.
report-register-caption = Personnes et ménages par quartier
report-quartier-column = Quartier
report-households = Ménages
report-mean-size = Taille moyenne
report-rounds = Recensements

## Lignes des fichiers
report-sheets-title = Qualité des données
report-rows-title = Que sont devenues les lignes ?
report-rows-text = Chaque ligne non vide des fichiers a un sort et un seul : lues = écartées + en quarantaine + inscrites + rattachées. L’égalité est vérifiée fichier par fichier.
report-rows-broken = Attention : les lignes lues ne sont pas égales à la somme des lignes écartées, en quarantaine, inscrites et rattachées. Ce rapport ne doit pas être diffusé.
report-rows-caption = Lignes lues et leur sort
report-rows-column = Fichiers
report-rows-census = Fiches de ménage
report-rows-births = Registres des naissances
report-rows-all = Ensemble
report-rows-read = Lues
report-rows-ignored = Écartées (titres, totaux)
report-rows-quarantined = En quarantaine
report-rows-registered = Inscrites
report-rows-merged = Rattachées à une personne déjà inscrite
report-rows-what-to-do = Une ligne en quarantaine n’est pas perdue : elle attend une correction. Contrôlez le fichier avec « bato check » : il rend une copie où les cellules fautives sont colorées et expliquées. Corrigez le fichier d’origine, puis relancez « bato run ».
report-files = { $read ->
    [one] { $read_shown } fichier lu
   *[other] { $read_shown } fichiers lus
}, { $unreadable ->
    [0] aucun illisible.
    [one] { $unreadable_shown } illisible.
   *[other] { $unreadable_shown } illisibles.
}
report-findings-title = Constats
report-findings-text = Une erreur met la ligne en quarantaine ; un avertissement la garde au registre et la signale.
report-findings-none = Aucun constat.
report-findings-caption = Constats par règle
report-findings-column = Règle
report-findings-severity = Gravité
report-findings-n = Constats
report-severity-error = erreur
report-severity-warning = avertissement

## Sources et méthode
report-method-title = Sources et méthode
report-legal-title = Délais légaux appliqués
report-legal-text = Le délai est celui en vigueur le jour de la naissance :
report-legal-period = Naissances à partir du { $from } : { $limit } ({ $law })
report-legal-before = Aux naissances antérieures s’applique le premier délai de la liste. Les sources divergent sur ce que les bureaux appliquaient avant juillet 2016.
report-notes-title = Comment lire ces chiffres
report-note-rate = Le dénominateur de chaque taux dans le délai est le nombre d’actes dont les deux dates (naissance et déclaration) sont connues au jour près.
report-note-duplicates = Quand une naissance a deux actes (par exemple par procuration puis par un parent), un seul est compté ; l’autre est un double.
report-note-cohorts = Une année de naissance est dite incomplète si elle contient des naissances des { $n_shown } jours avant la dernière déclaration lue.
report-note-published = La série publiée n’est jamais modifiée ni complétée par les registres.
report-note-children = Un acte est rattaché à un enfant recensé par comparaison des noms, des dates et des parents ; un rattachement peut manquer.
report-note-hidden = Les nombres de 1 à moins de { $min_shown } sont masqués, dans cette page comme dans les fichiers d’agrégats ; les taux dont une partie est masquée le sont aussi.
report-note-names = Les nombres de fichiers et de quartiers ne portent pas sur des personnes et ne sont pas masqués.

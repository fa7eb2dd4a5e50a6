# La page du rapport. Chaque identifiant commence par « report- ».

## Tête de page
report-title = { $commune } : population et naissances déclarées
report-subtitle = Registre de la commune
report-subtitle-year = registre de { $year }
report-subtitle-years = registres de { $first } à { $last }
report-subtitle-as-of = déclarations jusqu’au { $day }
report-subtitle-incomplete = incomplets (*) : { $years }
report-mark-internal = interne : ne quitte pas la commune
report-mark-release = sortie n° { $number } · { $period } · chiffres arrondis, sans noms
report-foot-release = Sortie n° { $number } ({ $period }), établie le { $day } par Bato { $version }. Cette page ne contient que des nombres, sans nom, sans acte, sans fiche de ménage : les totaux des actes de la commune par année sont exacts sauf s’ils sont petits, tous les autres nombres de personnes et d’actes sont arrondis.
report-legend-release = Les actes par année, dans le délai et hors délai, sont exacts si l’année est finie et s’ils sont 10 ou plus. Tout autre nombre inférieur à { $least_shown } est « <10 », les autres sont arrondis à { $step_shown }, chacun pour soi : les totaux ne font pas toujours la somme. Les taux et moyennes viennent des nombres arrondis, s’ils portent sur { $whole_shown } ou plus, les indices sur { $persons_shown } personnes ou plus ; sinon « … ». Un sexe ou une catégorie non connus ne sont que dans les totaux. Les comptes de lignes et de paires ne sont pas de personnes : ils sont arrondis à { $step_shown }, et « <{ $rows_shown } » veut dire de 1 à 4. Les comptes de constats et de lignes d’événements sont « <{ $least_shown } » de 1 à 9. Les nombres de fichiers sont exacts. « 0 » est zéro. « – » : n’existe pas ou n’est pas connu.
report-legend-residents-of = Population, ménages, enfants et naissances attendues : ceux de la sortie n° { $number }, établie le { $day }, car trop peu d’habitants ont changé depuis.
report-legend-acts-of = Actes : ceux de la sortie n° { $number }, établie le { $day }, car trop peu d’actes ont changé depuis.
report-persons-of-release = Chiffres de la sortie n° { $number }, établie le { $day } : trop peu d’habitants ont changé depuis. Les actes lus depuis n’y sont pas.
report-acts-of-release = Chiffres de la sortie n° { $number }, établie le { $day } : trop peu d’actes ont changé depuis.
report-compare-mark = chiffres arrondis, d’après les sorties des communes
report-skip = Aller au contenu
report-contents = Sommaire
report-foot = Établi le { $day } par Bato { $version }, d’après la version { $generation } du registre. Chiffres exacts, sans noms, pour la commune seule. Ce qui va à Bruxelles ou au coordinateur est une sortie : « bato release ».

## Chiffres principaux
report-figures = L’essentiel
report-figure-rate = Naissances déclarées dans le délai
report-figure-rate-note = { $on_time } dans le délai sur { $judged } au délai connu
report-figure-rate-range = { $low } à { $high }, selon la règle
report-figure-rate-open = { $note } ; les sources ne s’accordent pas sur le délai appliqué avant juillet 2016, d’où deux règles
report-figure-late = Actes hors délai
report-figure-late-none = le délai de tous les actes est connu
report-figure-late-note = actes au délai inconnu : { $unknown }
report-figure-persons = Personnes au registre
report-figure-persons-note = recensées ou nommées par un acte de naissance
report-figure-quartiers = Quartiers recensés
report-figure-quartiers-value = { $n } sur { $of }
report-figure-quartiers-note = quartiers dont les fiches d’un recensement ont été lues
report-figure-quarantine = Lignes en quarantaine
report-figure-quarantine-note = à corriger dans les classeurs de corrections, puis à importer de nouveau
report-figure-quarantine-release = lignes à corriger par la commune : elles ne sont pas dans les chiffres
report-figure-quarantine-none = toutes les lignes de données sont au registre
report-legend-rate = Taux dans le délai : actes dans le délai ÷ (dans le délai + hors délai). Les actes dont le délai est inconnu n’entrent pas dans le calcul.
report-legend-duplicates = { $n ->
    [0] Aucun acte en double n’a été trouvé.
    [one] { $n_shown } acte en double (une même naissance déclarée deux fois) est compté à part et n’entre dans aucun tableau.
   *[other] { $n_shown } actes en double (une même naissance déclarée deux fois) sont comptés à part et n’entrent dans aucun tableau.
}
report-legend-duplicates-hidden = Les actes en double (une même naissance déclarée deux fois) sont comptés à part et n’entrent dans aucun tableau ; leur nombre est masqué.

## Mots des tableaux
report-hidden-mark = …
report-few-mark = <10
report-few-rows-mark = <5
report-few-spoken = moins de dix
report-few-rows-spoken = un à quatre
report-hidden-spoken = chiffre non montré
report-quarter-of-year = { $year }, { $n ->
    [one] { $part }er
   *[other] { $part }e
} trimestre
report-half-of-year = { $year }, { $n ->
    [one] { $part }er
   *[other] { $part }e
} semestre
report-no-rate = –
report-all = Ensemble
report-unknown = Non connu
report-quartier-unknown = Sans quartier connu
report-before-year = Avant { $year }
report-incomplete = { $year }*
report-incomplete-note = * Période incomplète : elle n’est pas terminée, des naissances peuvent encore être déclarées dans le délai, ou les registres lus ont bien moins d’actes que les deux années d’avant. Ses chiffres ne se comparent pas.
report-from-to = { $from } à { $to }
report-age-from = { $from } et plus
report-size-from = { $from } et plus
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
report-sex-m = Garçons
report-sex-f = Filles
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
report-month-short-1 = janv.
report-month-short-2 = févr.
report-month-short-3 = mars
report-month-short-4 = avr.
report-month-short-5 = mai
report-month-short-6 = juin
report-month-short-7 = juil.
report-month-short-8 = août
report-month-short-9 = sept.
report-month-short-10 = oct.
report-month-short-11 = nov.
report-month-short-12 = déc.
report-column-on-time = Dans le délai
report-column-late = Hors délai
report-column-judged = Délai connu
report-column-rate = Taux dans le délai
report-column-rate-acts = Part dans le délai des actes dressés
report-column-rate-births = Part dans le délai des naissances, à ce jour
report-column-delayed = dont plus d’un an après (différés)
report-column-unknown = Délai inconnu

## Naissances
report-births-title = Naissances déclarées
report-declared-year-title = Par année de déclaration (+)
report-declared-year-text = Chaque acte de naissance est compté l’année où il a été déclaré, et jugé d’après le délai légal en vigueur le jour de la naissance.
report-declared-year-caption = Actes de naissance par année de déclaration
report-declared-year-column = Année
report-parts-of-years-title = Par semestre et par trimestre (+)
report-parts-of-years-text = Actes comptés le jour de leur déclaration, puis le jour de la naissance. Pour les naissances récentes, des actes viendront encore.
report-half-caption = Actes de naissance par semestre de déclaration
report-half-column = Semestre
report-quarter-caption = Actes de naissance par trimestre de déclaration
report-quarter-column = Trimestre
report-born-quarter-caption = Actes de naissance par trimestre de naissance
report-born-quarter-column = Trimestre de naissance
report-cohort-title = Naissances de chaque année : actes à ce jour et actes encore à venir
report-cohort-text = Les déclarations tardives des naissances récentes n’ont pas encore eu lieu : la part dans le délai « à ce jour » des dernières années est trop haute. L’estimation complète chaque année d’après les délais des années plus anciennes, jusqu’à dix ans après la naissance ; « de » et « à » donnent l’intervalle d’estimation à 95 %. Naissances jusqu’au { $day } ; une année en cours ne compte que ses mois passés.
report-cohort-caption = Actes des naissances de chaque année : à ce jour, encore à venir, en tout
report-cohort-so-far = Actes à ce jour
report-cohort-to-come = Encore à venir (estimation)
report-cohort-expected = En tout (estimation)
report-cohort-rate = Part dans le délai, à la fin (estimation)
report-estimate-low = Estimation : de
report-estimate-high = Estimation : à
report-cohort-chart-title = Actes des naissances de chaque année
report-cohort-chart-description = Une colonne par année de naissance : en bas les actes à ce jour, au-dessus, hachurés, les actes encore à venir. Les nombres sont dans le tableau qui suit.
report-cohort-chart-caption = Actes des naissances de chaque année ; hachuré : encore à venir.
report-cohort-rate-chart-title = Part dans le délai des naissances de chaque année, à la fin
report-cohort-rate-chart-description = Un point par année de naissance, avec un trait vertical pour l’intervalle d’estimation. Les nombres sont dans le tableau qui suit.
report-cohort-rate-chart-caption = Part dans le délai des naissances de chaque année, estimation de ce qu’elle sera à la fin, avec son intervalle.
report-year-chart-title = Actes dans le délai et hors délai par année de déclaration
report-year-chart-description = Une colonne par année : en bas les actes dans le délai, au-dessus, hachurés, les actes hors délai. Les nombres sont dans le tableau qui suit.
report-year-chart-caption = Actes dont le délai est connu, par année de déclaration. Le nombre au-dessus d’une colonne est leur total.
report-published-title = Comparaison avec la série publiée
report-published-text = Série publiée : { $source }. La source ne dit ni quel délai légal a été appliqué, ni si l’année est celle de la naissance ou celle de la déclaration. Les deux séries sont montrées côte à côte ; aucune ne corrige l’autre.
report-published-caption = Naissances publiées et actes des registres, par année (déclaration pour les registres) ; écart = registres − série publiée
report-published-on-time = Publié : dans le délai
report-held-on-time = Registres : dans le délai
report-published-late = Publié : hors délai
report-held-late = Registres : hors délai
report-difference = Écart
report-born-year-title = Par année de naissance
report-born-year-text = Une année « incomplète » compte des naissances dont le délai légal courait encore à la dernière déclaration lue. Les taux sont ceux à ce jour : la partie précédente estime ce qu’ils seront.
report-born-year-caption = Actes de naissance par année de naissance
report-born-year-column = Année de naissance
report-delay-title = Temps écoulé entre la naissance et la déclaration
report-delay-text = Le lendemain de la naissance est le jour 1 ; une déclaration faite le dernier jour est dans le délai.
report-delay-caption = Actes de naissance par délai de déclaration
report-delay-column = Délai
report-delay-chart-title = Actes selon le délai de déclaration
report-delay-chart-description = Une barre par tranche de délai, du plus court au plus long ; les actes hors délai sont hachurés. Les traits interrompus marquent la fin du délai légal. Les nombres sont dans le tableau qui suit.
report-delay-chart-caption = Actes selon le délai de déclaration. Un trait interrompu marque la fin de chaque délai légal en vigueur.
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
report-quartier-births-centre = Le trait de l’entonnoir, { $centre }, est le taux des actes dont le quartier est connu ; celui de tous les actes est { $all }. Les nombres des quartiers sont arrondis.
report-quartier-of-child = { $n ->
    [0] Aucun acte sans quartier n’a pu prendre celui de la personne rattachée.
    [one] { $n_shown } acte sans quartier est compté dans celui de la personne rattachée.
   *[other] { $n_shown } actes sans quartier sont comptés dans celui de la personne rattachée.
}
report-quartier-of-child-few = Moins de dix actes sans quartier, ou aucun, sont comptés dans celui de la personne rattachée.
report-quartier-births-caption = Actes de naissance par quartier de résidence
report-quartier-births-column = Quartier

## Population
report-population-title = Registre de population
report-children-title = Enfants recensés sans acte de naissance
report-children-text = Enfants de 0 à 17 ans au 31 décembre { $year }, inscrits sur une fiche de ménage, nés dans une année dont le registre est lu. « Sans acte » veut dire : aucun acte trouvé dans les registres lus. L’enfant peut avoir été déclaré dans une autre commune. Les années en gris n’ont pas de registre lu : elles n’entrent dans aucun total.
report-children-no-register = { $year } : aucun registre lu
report-children-caption = Enfants recensés, avec et sans acte de naissance trouvé, par année de naissance
report-children-with = Avec acte
report-children-without = Sans acte
report-children-all = Enfants recensés
report-children-rate = Part sans acte
report-age-title = Par âge et par sexe
report-age-text = Âge des résidents au dernier recensement qui les a inscrits (l’âge tapé, s’il y en a un), par tranches de cinq ans. Les personnes connues par un acte seul n’y sont pas. Les décès sont rarement déclarés : le registre garde des personnes décédées, surtout aux grands âges.
report-age-caption = Personnes au registre par âge et par sexe
report-age-column = Âge
report-age-chart-title = Pyramide des âges
report-age-chart-description = À gauche les hommes, à droite, hachurées, les femmes ; les plus jeunes en bas. Les nombres sont dans le tableau qui suit.
report-age-chart-caption = Pyramide des âges, sexe et âge connus.
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
report-rows-title = Compte des lignes
report-rows-text = Chaque ligne non vide des fichiers est classée une fois, et une seule : lues = écartées + en quarantaine + inscrites + rattachées. L’égalité est vérifiée fichier par fichier.
report-rows-broken = Attention : les lignes lues ne sont pas égales à la somme des lignes écartées, en quarantaine, inscrites et rattachées. Ce rapport ne doit pas être diffusé.
report-rows-caption = Lignes lues, écartées, en quarantaine, inscrites et rattachées
report-rows-column = Fichiers
report-rows-census = Fiches de ménage
report-rows-births = Registres des naissances
report-rows-all = Ensemble
report-rows-read = Lues
report-rows-ignored = Écartées (titres, totaux)
report-rows-quarantined = En quarantaine
report-rows-registered = Inscrites
report-rows-merged = Rattachées à une personne déjà inscrite
report-rows-what-to-do = Une ligne en quarantaine n’est pas perdue : elle attend une correction. Contrôlez le fichier avec « bato check » : il écrit à côté un classeur de corrections, où les cellules fautives sont colorées et expliquées. Corrigez dans ce classeur, d’après la fiche papier, enregistrez-le et relancez « bato run ».
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

## Enfants sans acte, naissances attendues
report-children-section = Enfants sans acte de naissance
report-figure-children = Enfants recensés sans acte
report-figure-children-note = de 0 à 17 ans, nés dans les années des registres lus ({ $years }) ; intervalle de rapprochement : { $low } à { $high }
report-figure-under-five = Moins de cinq ans dont la naissance est enregistrée (ODD 16.9.1)
report-figure-under-five-note = au dernier recensement, nés dans les années des registres lus ; intervalle de rapprochement : { $low } à { $high }
report-children-none = Aucune fiche de ménage n’a été lue : le nombre d’enfants sans acte n’est pas connu.
report-children-of-age = { $year } ({ $age ->
    [0] moins d’un an
    [one] { $age_shown } an
   *[other] { $age_shown } ans
})
report-children-interval = « Rapprochement : de » et « à » donnent l’intervalle de rapprochement à 95 % : le doute que laisse le rapprochement des actes et des fiches, et lui seul. Il compte la probabilité de chaque lien, les paires douteuses non retenues, et une part de liens manqués de { $missed }.
report-linking-low = Rapprochement : de
report-linking-high = Rapprochement : à
report-under-five-title = Enfants de moins de cinq ans dont la naissance est enregistrée (ODD 16.9.1)
report-under-five-text = Enfants de moins de cinq ans le jour de leur dernier recensement, nés dans une année dont le registre est lu. Enregistré : un acte est trouvé. L’intervalle est celui du rapprochement. C’est un minimum : un acte peut être dans un registre non lu ou dans une autre commune, et l’intervalle n’en dit rien.
report-under-five-sexes = Chaque nombre est arrondi pour soi, et un enfant dont le sexe n’est pas connu n’est que dans le total : la part de tous peut être hors de celles des garçons et des filles.
report-under-five-caption = Enfants de moins de cinq ans, par sexe
report-under-five-quartier-caption = Enfants de moins de cinq ans, par quartier
report-under-five-all = Moins de cinq ans
report-under-five-rate = Part enregistrée
report-children-chart-title = Part des enfants recensés sans acte, par année de naissance
report-children-chart-description = Un point par année de naissance, avec un trait vertical pour l’intervalle. Les nombres sont dans le tableau qui suit.
report-children-chart-caption = Part des enfants recensés sans acte de naissance, avec son intervalle, par année de naissance.
report-children-quartier-title = Enfants sans acte, par quartier
report-children-quartier-text = Quartier de résidence de l’enfant. Ce tableau n’est pas un classement : la dernière colonne dit si le hasard suffit à expliquer l’écart avec la commune. Un enfant qu’une même opération nomme dans deux quartiers élargit l’intervalle des deux.
report-children-quartier-caption = Enfants recensés, avec et sans acte de naissance trouvé, par quartier
report-children-funnel-title = Part sans acte de chaque quartier selon le nombre d’enfants
report-children-funnel-description = Un point par quartier ; les lignes pointillées marquent ce que le hasard seul donnerait autour de la part de la commune, dans 95 et 99,8 cas sur 100. Les nombres sont dans le tableau qui suit.
report-children-funnel-caption = Part sans acte selon le nombre d’enfants recensés. Hors des traits interrompus extérieurs, le hasard ne suffit plus à expliquer l’écart.
report-interval-low = Intervalle : de
report-interval-high = Intervalle : à
report-chance-column = Écart à la commune
report-chance-within = par hasard
report-chance-near = limite du hasard
report-chance-above = au-dessus
report-chance-below = au-dessous
report-beyond-chance = { $n ->
    [0] Aucun quartier ne s’écarte de la commune au-delà de ce que donne le hasard (certitude : 99,8 %).
    [one] { $n_shown } quartier s’écarte de la commune au-delà de ce que donne le hasard (certitude : 99,8 %) : { $names }.
   *[other] { $n_shown } quartiers s’écartent de la commune au-delà de ce que donne le hasard (certitude : 99,8 %) : { $names }.
}
report-coverage-title = Naissances enregistrées et naissances attendues
report-coverage-text = Trois manières de compter les naissances attendues. Enfants du recensement : enfants nés dans l’année, divisés par la part des naissances qui survit jusqu’à leur âge (« survie inverse » ; { $survival_source }). Femmes du recensement : femmes de 15 à 49 ans × { $per_woman } enfants ÷ 35 ans ({ $woman_source }). Population × { $rate } ‰ ({ $source }) : les sources ne donnent pas la même population, chaque part porte la sienne. « – » : aucun registre lu pour cette année. Classe de l’Annuaire démographique des Nations unies : C, 90 % et plus ; U, moins.
report-coverage-range = Naissances de { $year } : de { $low } à { $high } des naissances attendues ont un acte, selon la manière de les compter.
report-coverage-part = Le recensement couvre { $n } quartiers sur { $of }, les registres toute la commune : les parts d’après le recensement sont trop hautes.
report-coverage-caption = Naissances attendues d’après chaque population, naissances publiées et actes des registres
report-coverage-year = Année
report-coverage-population-of = Naissances attendues d’après
report-coverage-population = Base du calcul
report-coverage-census-children = Enfants du recensement
report-coverage-census-women = Femmes du recensement
report-coverage-class = Classe
report-note-registration = « (+) » : tableau par année d’enregistrement, non de naissance, comme dans l’Annuaire démographique des Nations unies.
report-coverage-expected = Naissances attendues
report-coverage-published = Naissances publiées
report-coverage-published-share = Publiées ÷ attendues
report-coverage-held = Actes des registres (nés dans l’année)
report-coverage-held-share = Registres ÷ attendues
report-coverage-register = Personnes de ce registre

## Autre règle
report-other-rule-title = Selon une autre règle légale
report-other-rule-text = Les sources ne s’accordent pas sur le délai que les bureaux appliquaient avant juillet 2016. Les mêmes actes, jugés d’après cette autre règle :
report-other-period = Naissances à partir du { $from } : { $limit }
report-other-rule-caption = Taux dans le délai selon la règle appliquée et selon l’autre règle, par année de déclaration
report-other-rule-applied = Règle appliquée
report-other-rule-other = Autre règle
report-other-rule-points = Écart (points de %)
report-published-rate = Publié : taux dans le délai
report-published-chart-title = Naissances publiées, dans le délai et hors délai
report-published-chart-description = Une colonne par année : en bas les naissances publiées dans le délai, au-dessus, hachurées, hors délai. Les nombres sont dans le tableau qui suit.
report-published-chart-caption = La série publiée, telle quelle.
report-born-chart-title = Actes dans le délai et hors délai par année de naissance
report-born-chart-description = Une colonne par année de naissance : en bas les actes dans le délai, au-dessus, hachurés, les actes hors délai. Les nombres sont dans le tableau qui suit.
report-born-chart-caption = Actes dont le délai est connu, par année de naissance.
report-month-chart-title = Actes par mois de déclaration
report-month-chart-description = Une colonne par mois : en bas les actes dans le délai, au-dessus, hachurés, les actes hors délai. Les nombres sont dans le tableau qui suit.
report-month-chart-caption = Actes dont le délai est connu, par mois de déclaration.
report-births-funnel-title = Taux dans le délai de chaque quartier selon le nombre d’actes
report-births-funnel-description = Un point par quartier ; les lignes pointillées marquent ce que le hasard seul donnerait autour du taux de la commune, dans 95 et 99,8 cas sur 100. Les nombres sont dans le tableau qui suit.
report-births-funnel-caption = Taux dans le délai selon le nombre d’actes. Hors des traits interrompus extérieurs, le hasard ne suffit plus à expliquer l’écart.

## Registre
report-status-title = Situation des personnes
report-status-text = Les personnes présentes sont celles que comptent tous les autres tableaux. Décès et départs viennent des listes d’événements ; les décès étant rarement déclarés, des résidents très âgés sont seulement signalés, jamais retirés.
report-status-caption = Personnes par situation
report-status-column = Situation
report-status-resident = Résidents (fiche ou arrivée)
report-status-birth-only = Connus par un acte de naissance seul
report-status-event-only = Connus par un mariage seul
report-status-present = Présents
report-status-deceased = Décédés
report-status-departed = Partis de la commune
report-status-likely-dead = Résidents probablement décédés (à visiter)
report-sizes-title = Taille des ménages
report-sizes-text = { $mean } personnes par ménage en moyenne.
report-sizes-no-mean = La taille moyenne n’est pas connue ou est masquée.
report-sizes-caption = Ménages par nombre de membres
report-sizes-column = Membres
report-sizes-chart-title = Ménages par nombre de membres
report-sizes-chart-description = Une colonne par nombre de membres. Les nombres sont dans le tableau qui suit.
report-sizes-chart-caption = Ménages par nombre de membres.
report-share = Part
report-events-title = Événements
report-events-none = Aucune liste d’événements n’a été lue (décès, départs, arrivées, déménagements, mariages).
report-events-text = Événements par année, répétitions laissées de côté. Le registre ne connaît que les décès déclarés.
report-events-caption = Événements par année
report-events-column = Année
report-events-death = Décès
report-events-departure = Départs
report-events-arrival = Arrivées
report-events-move = Déménagements
report-events-marriage = Mariages

## Avancement et qualité
report-progress-title = Avancement du recensement
report-progress-text = Quartiers qu’un recensement lu couvre : { $n } sur { $of }. Un recensement couvre un quartier s’il y inscrit la moitié des résidents connus, et davantage que quelques lignes égarées. Chaque feuille est comptée dans le quartier que nomment la plupart de ses lignes.
report-censused-caption = Quartiers recensés, ceux des années précédentes compris
report-progress-quartiers = Quartiers
report-progress-caption = Feuilles et lignes de données par quartier
report-sheets = Feuilles
report-rows-of-data = Lignes de données
report-rows-in-register = Au registre
report-rows-share = Part au registre
report-rows-events = Listes d’événements
report-heaping-title = Âges arrondis
report-heaping-text = Qui ne connaît pas sa date de naissance donne volontiers un âge rond. Âge des résidents au dernier recensement qui les a inscrits, tel que tapé s’il y en a un.
report-whipple-too-few = trop peu d’âges finissent par 0 ou 5 : l’âge a peut-être été calculé d’une année ronde de naissance, ou d’une autre année que celle du recensement
report-myers-empty = Aucun âge ne finit par { $digits } : l’indice repose sur les autres chiffres.
report-share-covered = Part des résidents recensés au dernier passage
report-whipple = Indice de Whipple : { $index } ({ $scale }). { $heaped_shown } personnes de 25, 30, 35… 60 ans sur { $persons_shown } de 23 à 62 ans ; 100 sans préférence, 500 si tous les âges finissent par 0 ou 5.
report-whipple-none = L’indice de Whipple n’est pas montré : trop peu de personnes.
report-whipple-very-accurate = données très exactes
report-whipple-fairly-accurate = données assez exactes
report-whipple-approximate = données approximatives
report-whipple-rough = données grossières
report-whipple-very-rough = données très grossières
report-myers = Indice de Myers : { $index }. 0 si aucun dernier chiffre n’est préféré, 90 si tous les âges finissent par le même.
report-myers-none = L’indice de Myers n’est pas montré : trop peu de personnes.
report-digits-caption = Part des âges selon leur dernier chiffre (population pondérée de Myers)
report-digit-column = Dernier chiffre
report-digit-share = Part
report-digit-points = Écart à 10 % (points)
report-digit-chart-title = Âges selon leur dernier chiffre
report-digit-chart-description = Un point par chiffre ; le trait interrompu marque 10 %, la part de chaque chiffre s’il n’y avait pas de préférence. Les nombres sont dans le tableau qui suit.
report-digit-chart-caption = Part des âges selon leur dernier chiffre ; le trait interrompu marque 10 %.
report-sex-ratio-title = Rapport de masculinité
report-sex-ratio-text = Hommes pour 100 femmes, avec l’intervalle à 95 %. Un écart dans l’intervalle peut être dû au hasard. À la naissance, on attend de 100 à 105 garçons pour 100 filles.
report-sex-ratio-caption = Hommes pour 100 femmes, par âge
report-sex-ratio = Hommes pour 100 femmes
report-sex-ratio-acts = Enfants des actes de naissance
report-duplicates-title = Doublons
report-duplicates-text = Une personne connue par plusieurs lignes est une seule personne au registre. Ce qui est douteux attend le jugement d’un agent de la commune.
report-duplicates-caption = Lignes rattachées, paires à juger et paires jugées
report-duplicates-column = Quoi
report-duplicates-n = Nombre
report-duplicates-merged-census = Lignes de fiches rattachées à une personne déjà inscrite
report-duplicates-merged-births = Actes rattachés à une personne déjà inscrite
report-duplicates-acts-twice = Actes d’une naissance déclarée deux fois
report-duplicates-review-census = Paires de lignes de fiches à juger
report-duplicates-review-acts = Paires d’actes à juger
report-duplicates-review-act-census = Paires acte et fiche à juger
report-duplicates-ruled-same = Paires jugées : la même personne
report-duplicates-ruled-different = Paires jugées : deux personnes
report-sample-text = Exactitude des rattachements d’après un échantillon tiré au hasard de la version { $generation_shown } du registre, jugé par un agent ({ $n_shown } paires). Le rappel ne compte que les paires comparées.
report-sample-caption = Précision et rappel, avec leur intervalle à 95 %
report-sample-column = Mesure
report-sample-precision = Précision : rattachements justes
report-sample-recall = Rappel : rattachements trouvés

## Indicateurs du programme
report-indicators-section = Indicateurs du programme
report-indicators-title = Valeurs et cibles
report-indicators-none = Aucun indicateur n’est défini (data-raw/reference/indicators.toml).
report-indicators-text = Un point de départ ou une cible n’est donné que si une source le publie. La dernière colonne dit ce qui manque pour conclure.
report-indicators-caption = Indicateurs du programme : point de départ, dernière valeur, cible
report-indicator-column = Indicateur
report-indicator-baseline = Point de départ
report-indicator-value = Valeur
report-indicator-year = Année
report-indicator-target = Cible
report-indicator-missing = Ce qui manque ou diffère
report-indicator-no-value = aucune donnée
report-indicator-in-year = { $value } ({ $year })
report-missing-baseline = point de départ
report-missing-value = données
report-missing-target = cible publiée
report-missing-one-source = point de départ d’une autre source
report-indicator-note = { $name } = { $formula }. { $note } Sources : { $sources }.
report-trend-title = Tendance
report-trend-text = Un tableau par indicateur suivi d’année en année ; l’écart est celui avec l’année connue qui précède (en points de % pour une part).
report-trend-change = Écart
report-trend-description = La valeur de l’indicateur « { $name } » par année. Les nombres sont dans le tableau qui suit.
report-trend-caption = { $name }, par année.

## Communes côte à côte
report-compare-title = Communes côte à côte
report-compare-how = Comment lire
report-compare-legend = Chaque taux est donné avec son dénominateur et son intervalle à 95 % : celui du hasard pour les actes, celui du rapprochement pour les enfants, celui de l’estimation pour les naissances à venir. Deux communes dont les intervalles se recouvrent ne sont pas classées. « <10 » et « … » : chiffre que la commune ne montre pas, pour protéger les personnes.
report-compare-section = Communes d’après leur registre
report-compare-printed-section = Chiffres publiés ailleurs
report-compare-commune = Commune
report-compare-period = Période
report-compare-acts = Actes
report-compare-source = Source
report-compare-category = Catégorie
report-compare-deaths = Décès
report-compare-quartiers = Quartiers recensés
report-compare-caption = Communes d’après leurs chiffres agrégés
report-compare-overview-title = Vue d’ensemble
report-compare-overview-text = D’après les chiffres agrégés que chaque commune a remis : aucun nom, aucun numéro de personne.
report-compare-rule = Toutes les communes sont jugées d’après la même règle (naissances à partir du, délai) : { $rule }.
report-compare-rules-differ = Attention : les communes n’appliquent pas la même règle, et aucune règle ne leur est commune. Leurs taux dans le délai ne se comparent pas.
report-compare-windows-differ = Attention : les sorties ne couvrent pas les mêmes années de registres. Les années que l’une n’a pas ne se comparent pas.
report-compare-windows-caption = Ce que chaque sortie couvre
report-compare-registers = Registres
report-compare-as-of = Déclarations jusqu’au
report-compare-rule-column = Règle (naissances à partir du, délai)
report-compare-version = Bato
report-compare-born-title = Part dans le délai des naissances de chaque année, à la fin (estimation)
report-compare-born-text = Les naissances récentes attendent encore des déclarations tardives : la part est celle estimée pour la fin, la même pour toutes les communes.
report-compare-born-caption = Naissances par commune et année : actes et part dans le délai à la fin
report-compare-years-title = Taux dans le délai, par année
report-compare-years-caption = Actes par commune et année de déclaration
report-compare-printed-title = Taux tirés de chiffres publiés
report-compare-printed-caption = Actes publiés : dans le délai et par procuration, hors délai par jugement supplétif
report-compare-printed-text = Ces chiffres sont repris tels que publiés, fautes comprises ; rien n’est corrigé. Le taux n’est donné que si les deux parties sont publiées. { $source }
report-compare-deaths-title = Décès publiés
report-compare-deaths-caption = Décès par commune et période, tels que publiés
report-compare-deaths-text = Aucune source ne donne les décès attendus : aucun taux n’est calculé.
report-compare-flags-title = Fautes des chiffres publiés
report-compare-flags-caption = Chiffres publiés qui ne s’accordent pas
report-compare-flags-text = Parties qui ne font pas le total, chiffres contre lettres, sources qui se contredisent. Les fautes sont nommées, pas corrigées.
report-compare-foot = Établi par Bato { $version }. Cette page ne contient que des nombres.
report-multiples-title = Taux dans le délai, par commune
report-multiples-description = Un petit graphique par commune, tous à la même échelle : un point par période, avec un trait vertical pour l’intervalle. Les nombres sont dans le tableau qui suit.
report-multiples-caption = Taux dans le délai par commune et période, avec son intervalle à 95 %.
report-flag-printed = Publié
report-flag-against = Contre
report-flag-what = Faute
report-flag-parts-differ = les parties ne font pas le total
report-flag-adults-alone = hommes et femmes font déjà le total : les enfants sont comptés deux fois ou oubliés
report-flag-digits-against-words = le nombre en chiffres n’est pas celui en lettres
report-flag-differs-from-series = une autre série publie un autre nombre pour la même année
report-printed-dans-le-delai = dans le délai
report-printed-par-procuration = par procuration
report-printed-jugement-suppletif = par jugement supplétif
report-printed-deces = décès

## Méthode
report-note-up-to-date = Un quartier est à jour si une opération de recensement y date de la dernière année connue du registre ou d’au plus { $n ->
    [one] { $n_shown } an
   *[other] { $n_shown } ans
  } avant.
report-formulas-title = Formules et leurs sources
report-formula-wilson = Intervalle d’une part : E. B. Wilson, Journal of the American Statistical Association 22 (1927), p. 209-212.
report-formula-funnel = Entonnoir : D. J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24 (2005), p. 1185-1202. Limites à 95 et 99,8 %.
report-formula-whipple = Indice de Whipple : 100 × (personnes de 25, 30… 60 ans) ÷ (personnes de 23 à 62 ans ÷ 5). H. S. Shryock, J. S. Siegel et al., The Methods and Materials of Demography (1976), chap. 8 ; échelle de l’Annuaire démographique des Nations unies.
report-formula-myers = Indice de Myers : demi-somme des écarts à 10 % de la population pondérée de chaque dernier chiffre, de 10 à 89 ans. R. J. Myers, Transactions of the Actuarial Society of America 41 (1940), p. 395-415.
report-formula-children = Enfants sans acte : nombre sans lien, moins la somme des probabilités des paires douteuses et la part de liens manqués pour la borne basse, plus la somme des chances que les liens retenus soient faux pour la borne haute, avec 1,96 écart type de chaque côté.
report-formula-cohorts = Actes encore à venir : estimateur produit-limite du risque en temps inverse, pour des délais tronqués à droite ; intervalle par 200 rééchantillonnages. J. D. Kalbfleisch et J. F. Lawless, Journal of the American Statistical Association 84 (1989), p. 360-372 ; J. F. Lawless, Canadian Journal of Statistics 22 (1994), p. 15-31. Tardif (dans l’année) et différé (plus d’un an) : Nations unies, Principes et recommandations pour un système de statistiques de l’état civil, révision 3.
data-package = Chiffres sans noms d’une commune de Kinshasa : naissances déclarées, enfants, population.
data-indicator = Ce qui est compté
data-period = Année, semestre, trimestre, ou « all »
data-area = Commune, ou commune et quartier
data-breakdown = Détail : sorte et code, ou « all »
data-value = Nombre, ou part de 0 à 1 ; vide si non montré
data-numerator = Nombre compté
data-denominator = Nombre dont c’est une part
data-area_code = Code postal du quartier
data-sdg = Indicateur des Objectifs de développement durable
data-status = État du chiffre : shown, montré ; under-10, compte de moins de 10 masqué ; under-5, compte de lignes de 1 à 4 ; hidden, autre chiffre masqué ; none, n’existe pas ou n’est pas connu. Zéro est montré
data-completeness = Période complète (complete) ou incomplète (incomplete, le signe * des pages) dans les registres ; vide pour toutes les périodes ensemble
data-release = Numéro de la sortie antérieure dont ce chiffre est repris ; vide pour un chiffre de cette sortie
report-folded = { $caption } : ouvrir le tableau ({ $n_shown } lignes)
report-brief-title = En une page
report-brief-sentences-title = En bref
report-brief-on-time = { $low } des actes de naissance dressés l’ont été dans le délai ({ $n } actes).
report-brief-on-time-range = De { $low } à { $high } des actes de naissance dressés l’ont été dans le délai, selon la règle ({ $n } actes).
report-brief-trend-up = ↑ { $now } dans le délai en { $year }, contre { $then } en { $before } : une hausse que le hasard n’explique pas.
report-brief-trend-down = ↓ { $now } dans le délai en { $year }, contre { $then } en { $before } : une baisse que le hasard n’explique pas.
report-brief-trend-chance = → { $now } dans le délai en { $year }, contre { $then } en { $before } : le hasard suffit à l’expliquer.
report-brief-coverage = Sur 100 naissances attendues en { $year }, de { $low } à { $high } ont un acte, selon la manière de les compter.
report-brief-under-five = { $share } des enfants recensés de moins de cinq ans ont un acte (de { $low } à { $high }, par le rapprochement).
report-brief-behind-none = Aucun quartier n’est nettement en retard sur la commune : les écarts peuvent venir du hasard.
report-brief-behind-late = Nettement moins d’actes dans le délai que dans la commune : { $late }.
report-brief-behind-children = Nettement plus d’enfants sans acte que dans la commune : { $children }.
report-brief-behind-both = Nettement moins d’actes dans le délai que dans la commune : { $late } ; nettement plus d’enfants sans acte : { $children }.
report-brief-quartiers = Quartiers recensés : { $n } sur { $of } ; lignes qui attendent une correction : { $rows }.
report-since-title = Depuis la sortie précédente
report-since-text = Chiffres de la sortie n° { $number } ({ $period }) et de celle-ci.
report-since-caption = Ce qui a changé depuis la sortie précédente
report-since-column = Chiffre
report-since-before = Avant
report-since-now = Maintenant
report-since-acts-on-time = Actes dans le délai
report-since-acts-late = Actes hors délai
report-since-persons = Personnes
report-since-households = Ménages
report-since-census-children-without-act = Enfants recensés sans acte
report-since-under-five-with-act = Moins de cinq ans avec un acte
report-since-rows-quarantined = Lignes en quarantaine
report-since-rates-text = Taux des deux sorties, tels que chacune les montre, et l’écart en points de %. L’écart est masqué (…) là où l’un des deux taux l’est ; un tiret (–) marque ce qui n’est pas comparable, comme les chiffres repris d’une autre sortie.
report-since-rates-other = Les taux ne sont pas comparés : les règles de délai, les quartiers réunis ou les années des registres ne sont pas ceux de cette sortie.
report-since-rates-caption = Taux principaux de la commune depuis la sortie précédente
report-since-rate-column = Taux
report-since-points = Écart (points)
report-since-rate-on-time = Actes dans le délai
report-since-rate-late = Actes hors délai
report-since-rate-under-five = Moins de cinq ans avec un acte
report-since-quartiers-caption = Taux principaux par quartier, maintenant et depuis la sortie précédente
report-tiles-title = Les quartiers
report-tiles-text = Une case par quartier, dans l’ordre de leur code postal : aucune carte publiée ne donne leurs limites. Plus la case est foncée, plus la part d’actes dans le délai est grande ; une case en pointillé n’a pas de chiffre. Un cadre épais : l’écart à la commune dépasse ce que donne le hasard ; sans lui, deux cases de couleurs différentes peuvent ne différer que par hasard.
report-tiles-caption = Part des actes dans le délai, par quartier
report-tiles-description = Une case par quartier avec son nom et sa part d’actes dans le délai, plus foncée si la part est plus grande. Les nombres sont dans le tableau qui suit.
report-quartier-years-title = Chaque quartier, d’année en année
report-quartier-years-text = Part des actes dressés dans le délai, avec l’intervalle du hasard (95 %) : là où les traits se recouvrent, l’écart peut être dû au hasard.
report-quartier-years-caption = Part des actes dans le délai par quartier et année de déclaration (+)
report-quartier-years-description = Un petit graphique par quartier, tous à la même échelle : un point par année, avec un trait vertical pour l’intervalle. Les nombres sont dans le tableau qui suit.
report-registrar-title = Pour l’officier de l’état civil
report-registrar-part = À vérifier dans les registres
report-registrar-text = Un acte hors délai repose d’ordinaire sur un jugement supplétif : ceux qui n’en ont pas sont à vérifier, d’après la règle appliquée ici (voir « Sources et méthode »). Les numéros manquants ou répétés se vérifient dans le registre papier ; la table « findings » (« bato export findings ») donne pour chacun le fichier, la feuille et la ligne. Les actes de catégorie non précisée sont comptés à part.
report-registrar-caption = À vérifier
report-registrar-column = Quoi
report-registrar-n = Nombre
report-registrar-late-without-judgment = Actes hors délai sans jugement
report-registrar-judgment-on-time = Jugements alors que le délai courait encore
report-registrar-act-number-gap = Suites de numéros interrompues
report-registrar-act-number-repeated = Numéros d’acte répétés
report-registrar-act-number-missing = Actes sans numéro
report-registrar-quartiers-without-act = Quartiers sans aucun acte
report-registrar-quartiers = Quartiers sans aucun acte : { $names }.
report-registrar-irregular-caption = Actes hors délai sans jugement, par année de déclaration (+)
report-parcels-title = Colis entre services
report-parcels-part = Envoyés, reçus, en attente
report-parcels-text = { $n ->
    [one] Un service est accepté
   *[other] { $n_shown } services sont acceptés
  }. Ont envoyé au moins un colis : { $received_shown }. N’ont pas encore rendu tous leurs reçus : { $waiting_shown }. Colis manquants chez : { $missing_shown }.
report-parcels-caption = Colis par service
report-parcels-office = Service
report-parcels-sent = Envoyés
report-parcels-waiting = Sans reçu
report-parcels-received = Reçus
report-parcels-missing = Manquent
report-parcels-last = Dernier colis
report-parcels-all = Tous les services
report-more-years = Sur cet écran, l’année la plus récente est à droite ; les années plus anciennes sont à gauche, hors de l’écran.
report-save-picture = Enregistrer l’image (SVG)
report-save-png = Enregistrer l’image (PNG)
report-law-note = Trait vertical : entrée en vigueur d’une nouvelle loi ({ $laws }). Les sources ne s’accordent pas sur le délai que les bureaux appliquaient avant juillet 2016 : une rupture à cet endroit peut venir de la règle, et non des déclarations.
report-survival-west = tables types de mortalité Ouest de Coale et Demeny, niveau { $level } : celui où { $deaths } enfants sur 1 000 meurent avant cinq ans, d’après { $source }
report-groups-title = Hommes, femmes, garçons, filles
report-groups-text = Résidents comme les comptent les bureaux de l’état civil de Kinshasa : hommes et femmes de 18 ans et plus, garçons et filles de moins de 18 ans, à l’âge qu’ils avaient à leur dernier recensement. Sexe ou âge non connus : dans l’ensemble seulement, ou dans une colonne à part.
report-groups-caption = Résidents par quartier : hommes, femmes, garçons, filles
report-group-men = Hommes
report-group-women = Femmes
report-group-boys = Garçons
report-group-girls = Filles
report-group-unknown = Sexe ou âge inconnu
report-group-residents = Résidents
report-census-coverage-title = Personnes recensées et population publiée
report-census-coverage-text = Résidents que le recensement a comptés ({ $n } quartiers recensés sur { $of }), à côté de la population que chaque source publie. Les sources diffèrent de moitié, et aucune n’est de la même année que toutes les fiches : chaque part nomme la sienne. « – » : rien n’est connu.
report-census-coverage-caption = Personnes recensées et population de la commune, d’après chaque source
report-census-coverage-quartiers = { $n ->
    [0] Aucune source lue ne donne la population d’un quartier.
    [one] Une source donne la population de { $n_shown } quartier.
   *[other] Des sources donnent la population de { $n_shown } quartiers.
}
report-census-coverage-quartier-caption = Personnes recensées et population de chaque quartier
report-census-counted = Recensées
report-census-stated = Population publiée
report-census-share = Recensées ÷ publiée
report-census-stated-year = Année de la population
report-un-title = Tableaux que recommandent les Nations unies
report-un-part = Ce que ce rapport a, et ce qui lui manque
report-un-text = { $n_shown } tableaux recommandés : { $have_shown } sont ici, { $part_shown } y sont en partie, { $lack_shown } manquent. La dernière colonne dit pourquoi.
report-un-caption = Tableaux recommandés des faits d’état civil et tableaux de ce rapport
report-un-column = Tableau recommandé
report-un-state = Ici
report-un-ours = Partie de ce rapport
report-un-why = Ce qui manque, et pourquoi
report-un-source = Source : Nations unies, Principes et recommandations pour un système de statistiques de l’état civil, révision 3 (Études statistiques, série M, n° 19/Rev.3, 2014), tableaux recommandés. Plusieurs tableaux du même sujet sont ici sur une ligne.
report-un-state-have = oui
report-un-state-part = en partie
report-un-state-lack = non
report-un-births-summary = Naissances par année, et leur rapport aux naissances attendues
report-un-births-place-sex = Naissances par lieu de naissance et sexe de l’enfant
report-un-births-place-residence = Naissances par lieu de naissance et résidence de la mère
report-un-births-registration-month = Naissances par lieu d’enregistrement, mois de naissance et mois d’enregistrement
report-un-births-month-residence = Naissances par mois, lieu de naissance et résidence de la mère
report-un-births-mother-age-marital = Naissances par âge, résidence et état civil de la mère
report-un-births-father-age = Naissances par âge du père
report-un-births-mother-age-education = Naissances par résidence, âge et niveau d’instruction de la mère
report-un-births-education-order = Naissances par niveau d’instruction et âge de la mère et rang de naissance
report-un-births-mother-age-order = Naissances par résidence et âge de la mère, sexe de l’enfant et rang de naissance
report-un-births-interval = Naissances par rang et intervalle depuis la naissance précédente
report-un-births-ethnic = Naissances par groupe ethnique ou national, résidence et âge de la mère
report-un-births-legitimacy = Naissances par résidence et âge de la mère et filiation
report-un-births-attendant = Naissances par lieu de naissance, lieu d’accouchement et assistance
report-un-births-weight = Naissances par lieu d’accouchement, assistance et poids à la naissance
report-un-births-weight-education = Naissances par poids, résidence et niveau d’instruction de la mère
report-un-births-gestation = Naissances par âge gestationnel et poids
report-un-births-prenatal = Naissances par mois du début des soins prénatals (trois tableaux)
report-un-births-mother-duration = Naissances par résidence de la mère et durée de cette résidence
report-un-deaths-summary = Décès par année, et leur rapport à la population
report-un-deaths-residence-sex = Décès par résidence et sexe
report-un-deaths-registration-month = Décès par mois du décès et mois d’enregistrement
report-un-deaths-age-sex = Décès par résidence, âge et sexe
report-un-deaths-cause = Décès par cause, âge et sexe
report-un-deaths-attendant = Décès par lieu et certification
report-un-infant-deaths-age-sex = Décès avant un an, par mois, âge et sexe
report-un-infant-deaths-cause = Décès avant un an par cause
report-un-foetal-deaths = Morts fœtales (tous les tableaux)
report-un-marriages-summary = Mariages par année et résidence
report-un-marriages-age = Mariages par âge et état civil antérieur des époux
report-un-divorces = Divorces (tous les tableaux)
report-un-population-age-sex = Population par âge, sexe et résidence, pour les taux
report-un-completeness = Degré de couverture de l’enregistrement
report-un-why-place = Le lieu d’accouchement est du texte libre, sans liste des lieux : il n’est compté que pour la commune, et non par quartier.
report-un-why-place-release = Le lieu d’accouchement est un texte libre, sans liste de lieux : il n’est pas dans cette sortie.
report-un-why-not-read = Les fiches ou registres nécessaires n’ont pas été lus.
report-un-why-month-by-month = Le mois de naissance croisé avec le mois d’enregistrement n’est pas donné ; le temps écoulé entre les deux l’est. Les registres ne nomment pas le bureau.
report-un-why-small-cells = Par mois et quartier, presque tous les nombres seraient sous dix.
report-un-why-mother = La mère n’est connue que si elle est une personne du registre. Par quartier ou par sexe, presque tous les nombres seraient inférieurs à dix ; son état civil à la naissance n’est pas écrit.
report-un-why-interval = Les enfants morts ou partis ne sont pas connus : les intervalles seraient trop longs.
report-un-why-father = Les registres ont le nom du père, non son âge.
report-un-why-education = Ni les registres ni les fiches ne demandent le niveau d’instruction.
report-un-why-not-asked = Ni les registres ni les fiches ne le demandent.
report-un-why-attendant = La déclaration par procuration compte les naissances en maternité ; qui a assisté la mère n’est pas écrit.
report-un-why-health = Ces mesures sont dans les dossiers des maternités, non dans les registres de l’état civil.
report-un-why-deaths = Les listes de décès lues ne donnent que le nombre par année : les décès sont rarement déclarés, un détail tromperait.
report-un-why-no-deaths = Aucune liste de décès n’a été lue.
report-un-why-cause = La cause n’est pas déclarée à la commune.
report-un-why-foetal = Les morts fœtales ne sont pas enregistrées.
report-un-why-marriages = Les listes de mariages lues ne donnent que le nombre par année.
report-un-why-no-marriages = Aucune liste de mariages n’a été lue.
report-un-why-divorces = Aucune liste de divorces n’est lue.
report-compare-ages-title = Enfants sans acte, à âges égaux
report-compare-ages-text = La part d’enfants sans acte change avec l’âge : deux communes ne se comparent qu’à âges égaux. Standardisation directe sur la population type mondiale 2000-2025 de l’OMS (Ahmad et al., 2001), aux âges que montre chaque commune : { $ages } ans. L’intervalle est celui du rapprochement.
report-compare-ages-none = Aucun âge n’est montré par toutes les communes : la part à âges égaux n’est pas connue.
report-compare-ages-caption = Part d’enfants sans acte : telle quelle, et à âges égaux
report-compare-standardised = Part à âges égaux
report-places-title = Lieux d’accouchement
report-places-text = Lieu de naissance écrit sur l’acte, tel que tapé, sans distinction d’accents ni de majuscules ; les lieux de moins de { $least_shown } actes sont ensemble. La procuration est donnée à une maternité : là où sa part est faible, les parents doivent venir eux-mêmes.
report-places-none = Les registres lus n’ont pas le lieu de naissance, ou la version du registre est d’avant cette colonne : lancez « bato run ».
report-places-caption = Actes par lieu de naissance, et part déclarée par procuration
report-places-column = Lieu de naissance
report-places-acts = Actes
report-places-proxy = Par procuration
report-places-share = Part par procuration
report-places-others = Autres lieux
report-places-unknown = Lieu non écrit
report-mothers-title = Mères : âge et rang de naissance
report-mothers-text = L’âge de la mère est connu pour { $share } des actes : c’est une femme de la fiche de l’enfant, ou du seul couple possible, qui porte le nom écrit sur l’acte. Le rang de naissance est celui de l’enfant parmi les enfants connus de sa mère : ceux qui sont morts ou partis n’y sont pas.
report-mothers-caption = Actes par âge de la mère à la naissance et par rang de naissance
report-mothers-column = Âge de la mère
report-mothers-order = Rang { $n }
report-mothers-order-unknown = Rang inconnu
report-brief-trend-incomplete = Années incomplètes (*) : { $years } ; elles ne sont pas terminées, ou des trimestres y comptent bien moins d’actes que les deux années d’avant. Leur taux ne se compare pas.
report-brief-read-births = Les registres lus contiennent { $share } des naissances publiées de { $first } à { $last }.
report-brief-read-persons = Le recensement lu a compté de { $low } à { $high } de la population publiée, selon la source.
report-coverage-incomparable = pas comparable
report-category-not-known = Catégorie non précisée : { $n } actes. Ils sont dans l’ensemble seulement : les parts des catégories ne valent que pour les autres.
report-sex-not-known = Sexe non connu : { $n } actes, dans l’ensemble seulement.
report-funnel-centre = { $share } (quartiers connus)
report-registrar-late-unknown = dont catégorie non précisée
report-registrar-late-share = Part sans jugement (catégorie connue)
report-subtitle-made-on = établi le { $day }

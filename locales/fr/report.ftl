# La page du rapport. Chaque identifiant commence par « report- ».

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
report-figure-rate-note = { $on_time } dans le délai sur { $judged } au délai connu
report-figure-late = Actes hors délai
report-figure-late-none = le délai de tous les actes est connu
report-figure-late-note = actes au délai inconnu : { $unknown }
report-figure-persons = Personnes au registre
report-figure-persons-note = recensées ou nommées par un acte de naissance
report-figure-quartiers = Quartiers recensés
report-figure-quartiers-value = { $n } sur { $of }
report-figure-quartiers-note = quartiers ayant au moins une opération de recensement lue
report-figure-quarantine = Lignes en quarantaine
report-figure-quarantine-note = à corriger dans les classeurs de corrections, puis à importer de nouveau
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
report-published-title = Comparaison avec la série publiée
report-published-text = Série publiée : { $source }. La source ne dit ni quel délai légal a été appliqué, ni si l’année est celle de la naissance ou celle de la déclaration. Les deux séries sont montrées côte à côte ; aucune ne corrige l’autre.
report-published-caption = Naissances publiées et actes des registres, par année (déclaration pour les registres) ; écart = registres − série publiée
report-published-on-time = Publié : dans le délai
report-held-on-time = Registres : dans le délai
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
report-note-hidden = Les nombres de 1 à moins de { $min_shown } sont masqués, dans cette page comme dans les fichiers de chiffres agrégés ; les taux dont une partie est masquée le sont aussi.
report-note-names = Les nombres de fichiers et de quartiers ne portent pas sur des personnes et ne sont pas masqués.

## Enfants sans acte, naissances attendues
report-children-section = Enfants sans acte de naissance
report-figure-children = Enfants recensés sans acte
report-figure-children-note = de 0 à 17 ans ; le rapprochement laisse un doute : de { $low } à { $high }
report-children-none = Aucune fiche de ménage n’a été lue : le nombre d’enfants sans acte n’est pas connu.
report-children-of-age = { $year } ({ $age ->
    [0] moins d’un an
    [one] { $age_shown } an
   *[other] { $age_shown } ans
})
report-children-interval = « De » et « à » donnent l’intervalle à 95 % de la part sans acte : le doute que laisse le rapprochement des actes et des fiches. Il compte la probabilité de chaque lien, les paires douteuses non retenues, et une part de liens manqués de { $missed } (réglage missed_links_share).
report-children-chart-title = Part des enfants recensés sans acte, par année de naissance
report-children-chart-description = Un point par année de naissance, avec un trait vertical pour l’intervalle. Les nombres sont dans le tableau qui suit.
report-children-chart-caption = Part des enfants recensés sans acte de naissance, avec son intervalle, par année de naissance.
report-children-quartier-title = Enfants sans acte, par quartier
report-children-quartier-text = Quartier de résidence de l’enfant. Ce tableau n’est pas un classement : la dernière colonne dit si le hasard suffit à expliquer l’écart avec la commune. Un enfant qu’une même opération nomme dans deux quartiers élargit l’intervalle des deux.
report-children-quartier-caption = Enfants recensés, avec et sans acte de naissance trouvé, par quartier
report-children-funnel-title = Part sans acte de chaque quartier selon le nombre d’enfants
report-children-funnel-description = Un point par quartier ; les lignes pointillées marquent ce que le hasard seul donnerait autour de la part de la commune, dans 95 et 99,8 cas sur 100. Les nombres sont dans le tableau qui suit.
report-children-funnel-caption = Part sans acte selon le nombre d’enfants recensés. Hors de l’entonnoir rouge, le hasard ne suffit plus à expliquer l’écart.
report-interval-low = De
report-interval-high = à
report-chance-column = Écart à la commune
report-chance-within = par hasard
report-chance-near = limite du hasard
report-chance-above = au-dessus
report-chance-below = au-dessous
report-beyond-chance = { $n ->
    [0] Aucun quartier ne s’écarte de la commune au-delà de ce que donne le hasard (99,8 cas sur 100).
    [one] { $n_shown } quartier s’écarte de la commune au-delà de ce que donne le hasard (99,8 cas sur 100).
   *[other] { $n_shown } quartiers s’écartent de la commune au-delà de ce que donne le hasard (99,8 cas sur 100).
}
report-coverage-title = Naissances enregistrées et naissances attendues
report-coverage-text = Naissances attendues = population × { $rate } ‰. Taux : { $source }. Les sources ne donnent pas la même population : chaque part porte la sienne, et aucune n’est la bonne à elle seule.
report-coverage-caption = Naissances attendues d’après chaque population, naissances publiées et actes des registres
report-coverage-year = Année
report-coverage-population-of = Population selon
report-coverage-population = Population
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
report-births-funnel-caption = Taux dans le délai selon le nombre d’actes. Hors de l’entonnoir rouge, le hasard ne suffit plus à expliquer l’écart.

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
report-progress-text = Quartiers ayant au moins une opération de recensement lue : { $n } sur { $of }. Chaque feuille est comptée dans le quartier que nomment la plupart de ses lignes.
report-censused-caption = Quartiers recensés, ceux des années précédentes compris
report-progress-quartiers = Quartiers
report-progress-caption = Feuilles et lignes de données par quartier
report-sheets = Feuilles
report-rows-of-data = Lignes de données
report-rows-in-register = Au registre
report-rows-share = Part au registre
report-rows-events = Listes d’événements
report-heaping-title = Âges arrondis
report-heaping-text = Qui ne connaît pas sa date de naissance donne volontiers un âge rond. Âge des résidents au 31 décembre de l’année de la dernière opération.
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
report-digit-chart-description = Un point par chiffre ; la ligne rouge marque 10 %, la part de chaque chiffre s’il n’y avait pas de préférence. Les nombres sont dans le tableau qui suit.
report-digit-chart-caption = Part des âges selon leur dernier chiffre ; la ligne rouge marque 10 %.
report-sex-ratio-title = Rapport de masculinité
report-sex-ratio-text = Hommes pour 100 femmes, avec l’intervalle à 95 %. Un écart dans l’intervalle peut être dû au hasard. À la naissance, on attend de 100 à 105 garçons pour 100 filles.
report-sex-ratio-caption = Hommes pour 100 femmes, par âge
report-sex-ratio = Hommes pour 100 femmes
report-sex-ratio-acts = Enfants des actes de naissance
report-duplicates-title = Doublons
report-duplicates-text = Une personne connue par plusieurs lignes est une seule personne au registre. Ce qui est douteux attend le jugement d’un agent (« bato review »).
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
report-indicator-missing = Ce qui manque
report-indicator-no-value = aucune donnée
report-indicator-in-year = { $value } ({ $year })
report-missing-baseline = point de départ
report-missing-value = données
report-missing-target = cible publiée
report-indicator-note = { $name } = { $formula }. { $note } Sources : { $sources }.
report-trend-title = Tendance
report-trend-text = Un tableau par indicateur suivi d’année en année ; l’écart est celui avec l’année connue qui précède (en points de % pour une part).
report-trend-change = Écart
report-trend-description = La valeur de l’indicateur « { $name } » par année. Les nombres sont dans le tableau qui suit.
report-trend-caption = { $name }, par année.

## Communes côte à côte
report-compare-title = Communes côte à côte
report-compare-how = Comment lire
report-compare-legend = Chaque taux est donné avec son dénominateur et son intervalle à 95 %. Deux communes dont les intervalles se recouvrent ne sont pas classées : le hasard peut suffire. « … » : chiffre masqué par la commune pour protéger les personnes.
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
report-note-changes = Deux rapports qui se suivent sont protégés ensemble : un nombre d’un tableau détaillé qui a changé de 1 à moins de { $min_shown } depuis qu’il a été montré est masqué, lui aussi. Les totaux de la commune, la série par année de déclaration et les comptes de lignes ne le sont pas.
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

### Paires douteuses à juger, et tout ce qui est connu d’une personne.

review-title = Paires à juger : est-ce la même personne ?
review-sheet-open = À juger
review-sheet-sample = Échantillon
review-help-sample = { $n ->
    [one] { $n_shown } paire tirée au hasard.
   *[other] { $n_shown } paires tirées au hasard.
  } Jugez-les toutes, sans regarder ce que le programme en fait ; écrivez « je ne sais pas » s’il le faut. Enregistrez, puis : bato review --import CE-FICHIER
review-help-open = { $n ->
    [one] { $n_shown } paire.
   *[other] { $n_shown } paires.
  } Chaque paire prend deux lignes. Celles qui corrigent le plus viennent d’abord. Lisez les deux lignes, choisissez dans la colonne Décision, enregistrez, puis : bato review --import CE-FICHIER
review-same = la même personne
review-different = pas la même personne
review-unknown = je ne sais pas
review-column-decision = Décision
review-column-note = Note
review-column-probability = Probabilité
review-column-for = Ce qui dit : la même personne
review-column-against = Ce qui dit : deux personnes
review-column-nom = Nom
review-column-postnom = Post-nom
review-column-prenom = Prénom
review-column-sex = Sexe
review-column-birth_date = Date de naissance
review-column-birth_place = Lieu de naissance
review-column-relation = Lien de parenté
review-column-quartier = Quartier
review-column-avenue = Avenue
review-column-parcel = Parcelle
review-on-both-sides = { $name } (des deux côtés)
review-column-company = Le reste du ménage, ou les parents
review-column-source = Fichier, feuille et ligne
review-column-register = Au registre
review-one-person = une personne
review-two-persons = deux personnes
review-count = { $n ->
    [0] Aucune paire n’attend d’être jugée
    [one] Une paire attend d’être jugée
   *[other] { $n_shown } paires attendent d’être jugées
  } ; { $joined ->
    [one] { $joined_shown } rattachement peut être revu.
   *[other] { $joined_shown } rattachements peuvent être revus.
  }
review-how = Exportez-les avec « bato review --export paires.xlsx ».
review-exported = Écrit : { $path } ({ $n ->
    [one] { $n_shown } paire
   *[other] { $n_shown } paires, celles qui corrigent le plus d’abord
  } ; { $more_shown } pour plus tard). Jugez, enregistrez, puis « bato review --import { $path } ».
review-sample-exported = Échantillon de { $n ->
    [one] { $n_shown } paire
   *[other] { $n_shown } paires
  } écrit : { $path }. Jugez chaque paire sans aide, enregistrez, puis « bato review --import { $path } ».
review-sample-none = Aucun échantillon n’est jugé. Écrivez-en un avec « bato review --sample 300 --export echantillon.xlsx », jugez-le, puis lisez-le avec « bato review --import echantillon.xlsx ».
review-sample-judged = Échantillon de la version { $generation_shown } du registre : { $n ->
    [one] { $n_shown } paire jugée
   *[other] { $n_shown } paires jugées
  }, { $open_shown } sans décision.
review-sample-precision = Rattachements justes (précision) : { $share } %, entre { $low } % et { $high } % (à 95 %).
review-sample-recall = Rattachements trouvés (rappel) : { $share } %, entre { $low } % et { $high } % (à 95 %).
review-sample-limit = Le rappel ne compte que les paires comparées et notées assez haut pour être gardées : il ne voit pas une paire que le programme n’a jamais comparée.
review-imported = Décisions nouvelles : { $same_shown } « la même personne », { $different_shown } « pas la même ». Laissées ouvertes : { $open_shown } ; déjà connues : { $known_shown }.
review-imported-to = Gardées dans { $path }. Lancez « bato run » pour qu’elles comptent.
summary-decisions = Décisions suivies : { $n_shown }
summary-stale = Décisions sans effet, leurs lignes ou la décision annulée ne sont plus là ou leur valeur n’est pas possible ({ $n_shown }) :
evidence = { $what } : { $level } ({ $strength })
strength-very-strong = très fort
strength-strong = fort
strength-fair = moyen
strength-weak = faible
compared-nom = nom
compared-postnom = post-nom
compared-order = ordre des noms
compared-prenom = prénom
compared-born_on = date de naissance
compared-sex = sexe
compared-birth_place = lieu de naissance
compared-company = mêmes personnes dans le ménage, même adresse
compared-role = place dans le ménage
compared-generation = mention père, fils, Senior, Junior
compared-kept_apart = ce qui interdit de réunir
compared-relatives = peut-être des parents l’un de l’autre
level-same = le même
level-same_sound = même nom, autre orthographe
level-slip = une faute de frappe
level-alike = ressemblant
level-initial = même initiale
level-different = différent
level-as_written = comme écrit
level-swapped = nom et post-nom échangés
level-other_order = dans un autre ordre
level-same_day = le même jour
level-same_month = le même mois
level-same_year = la même année
level-near_year = à un ou deux ans près
level-other_year = une autre année
level-other_day = un autre jour de la même année
level-same_anniversary = même jour et mois, autre année
level-two_days = dates tout à fait différentes
level-few_years = à quelques années près
level-days_of_near_years = dates tout à fait différentes de deux années qui se suivent
level-compatible = rien ne s’y oppose
level-head_and_child = chef ou conjoint d’un côté, enfant de l’autre la même année
level-one_mark = d’un côté seulement
level-unlike_dates = deux dates de naissance tout à fait différentes
level-unlike_ages = des âges trop éloignés
level-unlike_sexes = le sexe diffère et le ménage ne prouve rien
level-head_and_young_child = chef, conjoint, parent ou grand-parent d’un côté, enfant de moins de douze ans de l’autre
level-unlike_generations = père et fils, ou Senior et Junior
level-two_heads = deux chefs de ménage du même recensement, sans personne ni date de naissance en commun
level-one_fiche_number = deux lignes du même numéro de fiche
level-thin_evidence = trop peu d’éléments pour décider
level-perhaps_twins = peut-être des jumeaux
level-one_fiche = deux lignes de la même fiche
level-other_rows_disagree = d’autres lignes de ces personnes s’y opposent
level-another_row_fits = une autre ligne de la fiche correspond aussi bien
level-near_day = à quelques jours près
level-several_companions = plusieurs personnes en commun
level-one_companion = une personne en commun
level-name_of_companion = une personne en commun, d’un seul mot de son nom
level-same_address = la même parcelle
level-same_avenue = la même avenue
level-same_quartier = le même quartier
level-other_quartier = un autre quartier
level-other_parents = d’autres parents
level-another_fits = une autre ligne correspond mieux
level-possible = possible
show-title = Tout ce qui est connu de { $id }
show-note = Cette page contient des noms : elle ne doit pas quitter la commune.
show-rows-title = Lignes
show-rows = Lignes ({ $n_shown }) :
show-links = Pourquoi ces lignes sont une seule personne :
show-not-joined = Paires qui ne sont pas réunies :
show-prior = avant toute comparaison
show-step = { $what } : { $level }
show-sum = somme { $weight } ; probabilité { $probability } ; { $decided }
show-weight = Poids (bits)
show-strength = Force
show-compared = Comparaison
show-written = Page écrite : { $path }
show-about = vers { $year }
show-sex = sexe
show-born = date de naissance
show-born-at = lieu de naissance
show-address = adresse
show-last-address = dernière adresse
show-act-address = adresse à l’acte
address-quartier = quartier { $value }
address-avenue = avenue { $value }
address-parcel = n° { $value }
address-moved = { $place }, maison non connue depuis le déménagement
address-moved-known = { $place }, depuis le déménagement
address-moved-away = non connue depuis le déménagement
address-with-before = { $text } (avant : { $before })
show-relation = lien avec le chef du ménage
show-marital-status = état civil
show-occupation = profession
show-act = acte de naissance
act-with-year = { $act } ({ $year })
show-spouse = conjoint
spouse-died = { $name }, décès{ $has_date ->
    [no] {""}
   *[yes] {" "}le { $on }
  }, d’après l’événement
show-seen = fiches et actes de
show-household = ménage
show-company = avec
show-former = anciens numéros
outcome-registered = inscrite
outcome-merged = rattachée
decided-score = décidé par le calcul
decided-rule = séparé par une règle
decided-person = décidé par une personne
show-links-details = Pourquoi ces lignes sont une seule personne (poids en bits : un bit de plus double les chances) :
show-result = probabilité { $probability } ; { $decided }
show-for = { $strength }, pour
show-against = { $strength }, contre

judge-reason = jugé paire par paire
judge-keys = Répondez par 1 (même personne), 2 (deux personnes), 3 (je ne sais pas), u (annuler la dernière réponse) ou q (arrêter).
judge-left = { $n ->
    [0] Aucune paire n’attend.
    [one] { $n_shown } paire attend.
   *[other] { $n_shown } paires attendent.
  }
judge-none = Plus aucune paire n’attend. La prochaine importation en trouvera peut-être d’autres.
judge-age = { $n } ans
judge-apart = Ce qui les sépare : { $level }.
judge-written = Réponse enregistrée (paire { $pair }).
judge-last = Votre réponse : { $judgement }. Le programme estime la probabilité d’une même personne à { $probability }.
judge-last-unscored = Votre réponse : { $judgement }.
judge-undone = Réponse annulée : { $judgement } ({ $rows }). Il n’en reste rien.
judge-undone-later = Réponse annulée : { $judgement } ({ $rows }). Le registre en tient déjà compte ; la prochaine importation le corrigera.
judge-agreement = { $n ->
    [one] { $n_shown } paire jugée par deux agents
   *[other] { $n_shown } paires jugées par deux agents
  }, la même réponse pour { $agree_shown } ; sans réponse du second : { $unknown_shown }.
judge-agreement-share = Accord : { $share } (entre { $low } et { $high }, à 95 %).
judge-agreement-kappa = Accord au-delà du hasard (kappa de Cohen) : { $kappa } (entre { $low } et { $high }, à 95 %).
judge-disagreement = Désaccord. { $first } ; { $second }.

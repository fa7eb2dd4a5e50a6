### Mots pour les codes.

kind-census = fiches de ménage
kind-event = listes d’événements
kind-birth = registre des naissances
severity-error = erreur{"       "}
severity-warning = avertissement
field-birth_date = date de naissance
field-sex = sexe
field-relation = lien de parenté
field-declared_on = date de déclaration
field-order = numéro de ligne
field-fiche = numéro de la fiche ou du ménage
field-quartier = quartier
field-avenue = avenue
field-parcel = parcelle
field-address = adresse (avenue et parcelle)
field-nom = nom
field-postnom = post-nom
field-prenom = prénom
field-nom_postnom = nom et post-nom
field-full_name = nom complet : nom, post-nom, prénom
field-prenom_first = nom complet, le prénom d’abord
field-sex_male = croix si c’est un homme
field-sex_female = croix si c’est une femme
field-birth_day = jour de naissance
field-birth_month = mois de naissance
field-birth_year = année de naissance
field-birth_date_place = date et lieu de naissance
field-age = âge
field-age_unit = unité de l’âge
field-birth_place = lieu de naissance
field-marital_status = état civil
field-occupation = profession
field-act_number = numéro de l’acte
field-volume = volume
field-folio = folio
field-declared_day = jour de déclaration
field-declared_month = mois de déclaration
field-declared_year = année de déclaration
field-judgment_number = numéro du jugement
field-judgment_date = date du jugement
field-category = catégorie de la déclaration
field-father = père
field-mother = mère
field-remarks = observations
field-year = année
field-unused = connu, gardé tel quel, sans être utilisé
field-sensitive = donnée sensible, pas gardée
field-other = pas reconnu, gardé tel quel
why-known = titre connu
why-words = mots connus dans le titre
why-group = d’après le titre au-dessus
why-content = d’après ce que la colonne contient
why-pinned = fixé par un réglage
why-repeated = une autre colonne a déjà ce sens
why-unknown = aucun titre connu
reason-title = titre
reason-header = titres de colonnes
reason-section = ligne qui nomme un quartier, une avenue, un ménage ou une année
reason-total = total ou report
reason-note = note ou signature
reason-unfilled = ligne préparée, sans personne
reason-example = ligne d’exemple du modèle
reason-recap = récapitulatif
reason-recap-sheet = feuille récapitulative
reason-hidden-sheet = feuille masquée
reason-corrections = feuille de corrections
reason-in-original = classeur de corrections : ligne lue dans le fichier d’origine
reason-row-deleted = ligne supprimée dans le classeur de corrections
reason-row-emptied = ligne vidée par des corrections tapées
reason-no-header = en quarantaine : aucun titre de colonnes
reason-tables-side-by-side = en quarantaine : deux tableaux côte à côte
reason-persons-in-columns = en quarantaine : personnes en colonnes
reason-other-list = en quarantaine : liste d’autre chose (décès, mariages, animaux, prix…)
reason-name-outside-table = en quarantaine : personne nommée hors du tableau
reason-columns-moved = en quarantaine : colonnes déplacées
reason-row-struck = en quarantaine : ligne barrée
reason-statistics = tableau de nombres
reason-household-sheet = ligne d’un ménage, dont les personnes sont dans une autre feuille
field-event = événement
field-event_date = date de l’événement
field-from_quartier = quartier avant l’événement
field-to_quartier = quartier depuis l’événement
field-to_avenue = avenue depuis l’événement
field-to_parcel = parcelle depuis l’événement
field-elsewhere = autre commune ou ville
field-spouse = nom du conjoint
field-person_id = numéro de la personne au registre
n-rows = { $n_shown } { $n ->
    [one] ligne
   *[other] lignes
  }
n-sheets = { $n_shown } { $n ->
    [one] feuille
   *[other] feuilles
  }
n-persons = { $n_shown } { $n ->
    [one] personne
   *[other] personnes
  }
n-households = { $n_shown } { $n ->
    [one] ménage
   *[other] ménages
  }
n-acts = { $n_shown } { $n ->
    [one] acte
   *[other] actes
  }
n-ids = { $n_shown } { $n ->
    [one] numéro
   *[other] numéros
  }
n-files = { $n_shown } { $n ->
    [one] fichier
   *[other] fichiers
  }
n-tables = { $n_shown } { $n ->
    [one] table
   *[other] tables
  }
rows-ignored = { $ignored_shown } { $ignored ->
    [one] écartée
   *[other] écartées
  }
rows-registered = { $registered_shown } { $registered ->
    [one] inscrite
   *[other] inscrites
  }
rows-merged = { $merged_shown } { $merged ->
    [one] rattachée
   *[other] rattachées
  }
labelled = { $what } : { $value }
support-named = Appelez { $name }{ $telephone ->
    [none] {""}
   *[other] {" "}({ $telephone })
  }.
support-unnamed = Montrez ce message à votre responsable informatique.

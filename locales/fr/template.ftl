### Modèle : titres, listes, aides de saisie, mode d’emploi.

template-file-census = modele-recensement.xlsx
template-file-birth = modele-naissances.xlsx
template-written = Modèle écrit : { $path }
    Ouvrez-le dans le tableur, remplissez-le et enregistrez-le. Vérifiez-le ensuite avec : bato check "{ $path }"

template-sheet-census = Recensement
template-sheet-birth = Naissances
template-sheet-guide = Mode d’emploi
template-sheet-lists = Listes
template-title-census = Commune de { $commune } – Recensement des ménages
template-title-birth = Commune de { $commune } – Registre des naissances
template-note-census = Un fichier par quartier et par opération de recensement. Une personne par ligne. La ligne grise est un exemple : elle n’est pas lue.
template-note-birth = Un fichier par année du registre. Un acte par ligne. La ligne grise est un exemple : elle n’est pas lue.
template-label-quartier = Quartier :
template-label-year = Année :
template-footer-page = Page { $page } / { $pages }

template-column-order = N°
    .prompt = Numéro de la ligne. Peut rester vide.
template-column-fiche = N° ménage
    .prompt = Le même numéro sur chaque ligne du même ménage.
template-column-avenue = Avenue
template-column-parcel = N° parcelle
template-column-nom = Nom
template-column-postnom = Post-nom
template-column-prenom = Prénom
template-column-sex = Sexe
    .prompt = M = masculin, F = féminin.
template-column-birth_date = Date de naissance
    .prompt = Jour/mois/année : 05/03/1987. Si le jour est inconnu : 03/1987 ou 1987. Si l’année n’est pas sûre : vers 1987. Inconnue : laissez vide.
template-column-birth_place = Lieu de naissance
template-column-relation = Lien de parenté
    .prompt = Lien avec le chef de ménage. Le chef vient en premier. Choisissez dans la liste.
template-column-marital_status = État civil
    .prompt = Choisissez dans la liste. Inconnu : laissez vide.
template-column-occupation = Profession
template-column-act_number = N° acte
    .prompt = Numéro de l’acte, comme dans le registre.
template-column-declared_on = Date de déclaration
    .prompt = Jour/mois/année : 20/03/2017. Jamais avant la naissance.
template-column-father = Nom du père
template-column-mother = Nom de la mère
template-column-quartier = Quartier
    .prompt = Quartier des parents. Choisissez dans la liste. Inconnu : laissez vide.
template-column-category = Catégorie
    .prompt = Directe : un parent a déclaré. Par procuration : la maternité a déclaré. Jugement supplétif : acte fait sur un jugement du tribunal.
template-column-judgment_date = Date du jugement
    .prompt = Seulement pour un jugement supplétif. Jour/mois/année : 12/01/2017.
template-column-remarks = Observations
template-prompt-quartier = Choisissez le quartier dans la liste. Il vaut pour toute la feuille.
template-prompt-year-census = Année de l’opération de recensement, par exemple 2017.
template-prompt-year-birth = Année du registre, par exemple 2017.

template-example-census = Exemple | 1 | Lodja | 12 | MBALA | LEMA | Bruno | M | 05/03/1987 | Kinshasa | Chef de ménage | Marié(e) | Commerçant
template-example-birth = Exemple | 20/03/2017 | NSIMBA | KIESE | Noëlla | F | 05/03/2017 | Kinshasa | MBALA LEMA Bruno | NSIMBA KIESE Rose | Boma | Directe | | Déclaré par le père

template-refused-title = À corriger
template-refused-fixed = Cette case ne se remplit pas. Tapez à partir de la première ligne blanche sous l’exemple.
template-refused-sex = Tapez M ou F, ou laissez vide.
template-refused-year = Tapez une année de quatre chiffres, par exemple 2017.
template-doubt-title = À vérifier
template-doubt-list = Ce mot n’est pas dans la liste. Prenez un mot de la liste si l’un d’eux convient.
template-doubt-date = Cette date n’existe pas, ou elle est après aujourd’hui. Comparez avec la fiche papier.
template-doubt-declared = Cette date n’existe pas, elle est après aujourd’hui, ou elle est avant la naissance. Comparez avec le registre.

template-sex-M = M
template-sex-F = F
template-marital_status-single = Célibataire
template-marital_status-married = Marié(e)
    .M = Marié
    .F = Mariée
template-marital_status-widowed = Veuf / veuve
    .M = Veuf
    .F = Veuve
template-marital_status-divorced = Divorcé(e)
    .M = Divorcé
    .F = Divorcée
template-marital_status-separated = Séparé(e)
    .M = Séparé
    .F = Séparée
template-marital_status-free_union = Union libre
template-relation-head = Chef de ménage
template-relation-spouse = Époux ou épouse
    .M = Époux
    .F = Épouse
template-relation-child = Fils ou fille
    .M = Fils
    .F = Fille
template-relation-grandchild = Petit-enfant
    .M = Petit-fils
    .F = Petite-fille
template-relation-parent = Père ou mère
    .M = Père
    .F = Mère
template-relation-parent_in_law = Beau-père ou belle-mère
    .M = Beau-père
    .F = Belle-mère
template-relation-sibling = Frère ou sœur
    .M = Frère
    .F = Sœur
template-relation-sibling_in_law = Beau-frère ou belle-sœur
    .M = Beau-frère
    .F = Belle-sœur
template-relation-child_in_law = Gendre ou bru
    .M = Gendre
    .F = Bru
template-relation-nephew_niece = Neveu ou nièce
    .M = Neveu
    .F = Nièce
template-relation-cousin = Cousin ou cousine
    .M = Cousin
    .F = Cousine
template-relation-uncle_aunt = Oncle ou tante
    .M = Oncle
    .F = Tante
template-relation-grandparent = Grand-père ou grand-mère
    .M = Grand-père
    .F = Grand-mère
template-relation-guardian = Tuteur ou tutrice
    .M = Tuteur
    .F = Tutrice
template-relation-ward = Enfant confié
template-relation-tenant = Locataire
template-relation-domestic = Domestique
template-relation-unrelated = Sans lien
template-category-direct = Directe
template-category-proxy = Par procuration
template-category-judgment = Jugement supplétif

# Le mode d’emploi : une ligne par conseil, le mot en gras avant la barre.
template-guide-title-census = Comment remplir le fichier de recensement
template-guide-title-birth = Comment remplir le fichier des naissances
template-guide-census =
    En haut | Choisissez le quartier et tapez l’année de l’opération de recensement. Un fichier par quartier.
    Les lignes | Une personne par ligne. Commencez sur la première ligne blanche sous l’exemple. Ne sautez pas de personne.
    Le ménage | Un ménage = un numéro. Tapez ce numéro sur chaque ligne du ménage. Le chef de ménage vient en premier.
    L’adresse | Tapez l’avenue et le numéro de parcelle au moins sur la ligne du chef de ménage.
    Les noms | Le nom, le post-nom et le prénom, chacun dans sa colonne. S’il n’y a pas de post-nom, laissez la case vide.
    Le sexe | M pour masculin, F pour féminin.
    Les dates | Le jour, le mois, l’année : 05/03/1987. Si le jour est inconnu : 03/1987. Si l’on ne sait que l’année : 1987. Si l’année n’est pas sûre : vers 1987.
    Les listes | Cliquez dans la case, puis sur la petite flèche à droite, et choisissez un mot.
    Inconnu | Ce que vous ne savez pas reste vide. N’inventez rien.
    Les titres | Ne changez pas les titres des colonnes et n’enlevez aucune colonne.
    Plus de lignes | La feuille est pleine ? Continuez en dessous de la même façon, ou prenez un deuxième fichier.
    Imprimer | La feuille s’imprime sur du papier A4, en largeur. Choisissez les pages remplies.
    À la fin | Enregistrez sous un nom qui dit le quartier et l’année, par exemple « Boma 2017.xlsx » (format .xlsx). Puis vérifiez avec : bato check "Boma 2017.xlsx"
template-guide-birth =
    En haut | Tapez l’année du registre. Un fichier par année.
    Les lignes | Un acte par ligne, dans l’ordre du registre. Commencez sur la première ligne blanche sous l’exemple. Ne sautez pas d’acte.
    Le numéro | Le numéro de l’acte, comme dans le registre : 12 ou 12/2017.
    Les noms | Le nom, le post-nom et le prénom de l’enfant, chacun dans sa colonne. Le nom complet du père dans une case, celui de la mère dans une autre.
    Le sexe | M pour masculin, F pour féminin.
    Les dates | Le jour, le mois, l’année : 05/03/2017. La déclaration ne vient jamais avant la naissance.
    La catégorie | Directe : un parent a déclaré. Par procuration : la maternité a déclaré. Jugement supplétif : l’acte est fait sur un jugement du tribunal ; tapez alors la date du jugement.
    Les listes | Cliquez dans la case, puis sur la petite flèche à droite, et choisissez un mot.
    Inconnu | Ce que vous ne savez pas reste vide. N’inventez rien.
    Les titres | Ne changez pas les titres des colonnes et n’enlevez aucune colonne.
    Plus de lignes | La feuille est pleine ? Continuez en dessous de la même façon, ou prenez un deuxième fichier.
    Imprimer | La feuille s’imprime sur du papier A4, en largeur. Choisissez les pages remplies.
    À la fin | Enregistrez sous un nom qui dit l’année, par exemple « Naissances 2017.xlsx » (format .xlsx). Puis vérifiez avec : bato check "Naissances 2017.xlsx"

template-file-event = modele-evenements.xlsx
template-sheet-event = Événements
template-title-event = Commune de { $commune } – Événements : décès, départs, arrivées, déménagements, mariages
template-note-event = Un événement par ligne. La ligne grise est un exemple : elle n’est pas lue.
template-prompt-year-event = Année des événements, par exemple 2017.
template-column-event = Événement
    .prompt = Choisissez dans la liste.
template-column-event_date = Date de l’événement
    .prompt = Jour/mois/année : 12/03/2018.
template-column-person_id = N° de personne
    .prompt = Numéro de la personne au registre (bato find), s’il est connu : P-….
template-column-to_quartier = Nouveau quartier
    .prompt = Pour une arrivée ou un déménagement : où la personne habite depuis.
template-column-to_avenue = Nouvelle avenue
    .prompt = Pour une arrivée ou un déménagement, si elle est connue.
template-column-to_parcel = Nouvelle parcelle
    .prompt = Numéro de la parcelle où la personne habite depuis, s’il est connu.
template-column-elsewhere = Autre commune ou ville
    .prompt = Pour une arrivée : d’où. Pour un départ : vers où.
template-column-spouse = Nom du conjoint
    .prompt = Pour un mariage.
template-event-death = Décès
template-event-departure = Départ
template-event-arrival = Arrivée
template-event-move = Déménagement
template-event-marriage = Mariage
template-example-event = Exemple | 12/03/2018 | | MBALA | LEMA | Bruno | M | 05/03/1987 | Boma | Lodja | 12 | Malonda | |
template-guide-title-event = Comment remplir le fichier des événements
template-guide-event =
    En haut | Tapez l’année. Un fichier par année suffit, pour tous les événements.
    Les lignes | Un événement d’une personne par ligne. Une famille qui déménage : une ligne par personne.
    L’événement | Décès, Départ (de la commune), Arrivée (dans la commune), Déménagement (d’un quartier à l’autre) ou Mariage. Choisissez dans la liste.
    Le numéro | Si vous connaissez le numéro de la personne au registre (P-…), tapez-le : il désigne la personne sans erreur. Sinon laissez vide.
    La personne | Le nom, le post-nom, le prénom, le sexe et la date de naissance comme sur la fiche de ménage : c’est par là que la personne est retrouvée.
    L’adresse | Le quartier, l’avenue et la parcelle où la personne habitait. Pour un déménagement ou une arrivée, le nouveau quartier à côté.
    Inconnu | Ce que vous ne savez pas reste vide. N’inventez rien.
    Les titres | Ne changez pas les titres des colonnes et n’enlevez aucune colonne.
    À la fin | Enregistrez dans le dossier « events » sous un nom qui dit l’année, par exemple « Evenements 2018.xlsx ». Puis vérifiez avec : bato check "Evenements 2018.xlsx"

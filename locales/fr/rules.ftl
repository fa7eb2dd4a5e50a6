### Règles : le constat, pourquoi il compte, que faire.

rule-missing-name = La personne n’a ni nom, ni post-nom, ni prénom.
    .title = Nom manquant
    .why = Sans nom, la ligne ne désigne personne.
    .hint = Écrivez le nom dans le fichier, ou effacez la ligne si elle est de trop.
rule-only-a-name = À part « { $value } », la ligne est vide : les cases du sexe, de la date et du lien de parenté n’ont rien.
    .title = Rien d’autre qu’un nom
    .why = C’est souvent un titre ou une note dans la colonne des noms.
    .hint = Si tout est tapé dans une case, répartissez-le dans les colonnes. Complétez la ligne si c’est une personne ; sinon déplacez le texte hors de la colonne des noms ou effacez-le.
rule-impossible-date = La date de naissance « { $value } » n’existe pas{ $reason ->
        [days] {""} : { $month ->
            [jan] janvier
            [feb] février
            [mar] mars
            [apr] avril
            [may] mai
            [jun] juin
            [jul] juillet
            [aug] août
            [sep] septembre
            [oct] octobre
            [nov] novembre
           *[dec] décembre
        } a { $days } jours.
        [leap] {""} : { $days } n’a pas de 29 février.
        [month] {""} : une année n’a que 12 mois.
       *[other] .
    }
    .title = Date de naissance impossible
    .why = Une date fausse donne un âge faux.
    .hint = Regardez la fiche papier et écrivez jour/mois/année ; si le jour n’est pas connu, l’année seule suffit.
rule-unreadable-date = La date de naissance « { $value } » n’est pas lisible comme une date.
    .title = Date de naissance illisible
    .why = Le programme ne devine pas : la ligne attend.
    .hint = { $form ->
        [age] « { $value } » a l’air d’un âge : donnez à la colonne le titre « Âge », ou écrivez la date ou l’année de naissance.
       *[date] Écrivez-la comme 05/03/1987, 5 mars 1987, 03/1987, 1987 ou vers 1987 ; laissez vide si elle est inconnue.
    }
rule-future-date = La date de naissance « { $value } » est après aujourd’hui.
    .title = Date de naissance après aujourd’hui
    .why = Cette date n’est pas encore arrivée.
    .hint = Corrigez l’année d’après la fiche papier (souvent deux chiffres échangés).
rule-implausible-age = La date de naissance « { $value } » donnerait { $age } ans, plus que { $limit }.
    .title = Âge invraisemblable
    .why = L’âge le plus grand que le programme accepte est un réglage.
    .hint = Corrigez l’année d’après la fiche papier (souvent le siècle).
rule-declared-before-birth = La naissance est déclarée le { $declared }, avant la date de naissance, le { $born }.
    .title = Déclarée avant la naissance
    .why = L’une des deux dates est fausse : le délai ne peut pas être compté.
    .hint = Comparez avec l’acte et corrigez la date fausse.
rule-declared-in-future = La date de déclaration « { $value } » est après aujourd’hui.
    .title = Déclaration après aujourd’hui
    .why = Cette date n’est pas encore arrivée.
    .hint = Corrigez la date d’après l’acte.
rule-event-unknown = L’événement manque ou n’est pas reconnu : « { $value } ».
    .title = Événement inconnu
    .why = Un décès, un départ, une arrivée, un déménagement et un mariage ne changent pas la même chose.
    .hint = Écrivez Décès, Départ, Arrivée, Déménagement ou Mariage.
rule-event-in-future = L’événement est daté du « { $value } », après aujourd’hui.
    .title = Événement après aujourd’hui
    .why = Cette date n’est pas encore arrivée.
    .hint = Corrigez la date d’après la pièce.
rule-event-before-birth = L’événement est daté du « { $value } », avant la naissance de la personne.
    .title = Événement avant la naissance
    .why = L’une des deux dates est fausse, ou la personne est une autre.
    .hint = Comparez avec la pièce et corrigez la date fausse.
rule-event-date-missing = La date de l’événement manque ou n’est pas lisible : « { $value } ».
    .title = Date de l’événement inconnue
    .why = Le programme ne sait que l’année du registre pour ranger l’événement parmi les autres.
    .hint = Écrivez jour/mois/année : 12/03/2018.
rule-person-id-slip = « { $value } » n’est pas un numéro de personne : la dernière lettre ne va pas avec les autres.
    .title = Numéro mal recopié
    .why = L’événement serait inscrit à une autre personne.
    .hint = Recopiez le numéro comme « bato find » le montre, ou laissez la case vide.
rule-born-after-round = La date de naissance « { $value } » est après l’année du recensement ({ $year }).
    .title = Né après le recensement
    .why = La fiche a peut-être été complétée plus tard, ou l’année est fausse.
    .hint = Vérifiez l’année. Une personne née après le recensement n’est sur la fiche que si on l’a ajoutée plus tard ; alors il n’y a rien à faire.
rule-date-as-number = La date de naissance est le nombre { $value } : la cellule a perdu son format de date.
    .title = Date devenue un nombre
    .why = Le programme a compté ce nombre comme des jours et en a fait une date ; un doute reste.
    .hint = Donnez à la cellule le format date et vérifiez-la.
rule-age-or-year = La date de naissance « { $value } » peut être un âge ou une année : elle est lue comme une année.
    .title = Âge ou année
    .why = Deux chiffres seuls, ou avec « ± », « ~ » ou « ? », sous une date de naissance ont deux sens, à des dizaines d’années l’un de l’autre.
    .hint = Écrivez l’unité d’un âge (35 ans), ou l’année entière (vers 1935).
rule-date-order-unsure = La date « { $value } » peut se lire jour/mois ou mois/jour : la colonne contient les deux.
    .title = Jour et mois peut-être inversés
    .why = Le programme ne garde que l’année : l’ordre faux donnerait une date fausse.
    .hint = Regardez la fiche papier et écrivez le mois en lettres : 5 avril 1979.
rule-weekday-differs = « { $value } » : ce jour de la semaine n’est pas celui de cette date.
    .title = Jour de la semaine contraire à la date
    .why = Le jour, le mois ou l’année est peut-être mal tapé.
    .hint = Comparez avec la fiche papier et corrigez la date, ou effacez le jour de la semaine.
rule-unreadable-age = L’âge « { $value } » n’est pas lisible.
    .title = Âge illisible
    .why = Le programme ne devine pas : la personne est inscrite sans date de naissance.
    .hint = Écrivez un nombre d’années, ou le nombre et son unité : 8 mois, 3 semaines, 2 ans 6 mois, vers 40 ans.
rule-date-instead-of-age = L’âge « { $value } » est une année ou une date : elle a été prise pour la date de naissance.
    .title = Date à la place de l’âge
    .why = C’est peut-être la date d’autre chose.
    .hint = Écrivez l’âge, ou mettez la date dans la colonne « Date de naissance ».
rule-age-against-date = L’âge « { $value } » ne va pas avec la date de naissance « { $born } ».
    .title = Âge contraire à la date de naissance
    .why = L’un des deux est faux, ou il est celui d’une autre personne. Le programme garde la date.
    .hint = Comparez avec la fiche papier et corrigez l’âge ou la date.
rule-birth-date-missing = La date de naissance manque.
    .title = Date de naissance manquante
    .why = L’âge n’est pas connu, et un doublon se reconnaît moins bien.
    .hint = Écrivez la date ou l’année si la famille la connaît ; sinon laissez ainsi.
rule-unreadable-declaration-date = La date de déclaration « { $value } »{ $reason ->
        [days] {""} n’existe pas : { $month ->
            [jan] janvier
            [feb] février
            [mar] mars
            [apr] avril
            [may] mai
            [jun] juin
            [jul] juillet
            [aug] août
            [sep] septembre
            [oct] octobre
            [nov] novembre
           *[dec] décembre
        } a { $days } jours.
        [leap] {""} n’existe pas : { $days } n’a pas de 29 février.
        [month] {""} n’existe pas : une année n’a que 12 mois.
       *[other] {""} n’est pas une date complète.
    }
    .title = Date de déclaration illisible
    .why = Le délai ne peut pas être compté.
    .hint = Écrivez-la comme 05/03/2017 d’après l’acte.
rule-declaration-date-missing = La date de déclaration manque.
    .title = Date de déclaration manquante
    .why = Le programme ne peut pas savoir si la naissance a été déclarée dans le délai.
    .hint = Écrivez la date d’après l’acte.
rule-act-number-missing = Le numéro de l’acte manque ou n’est pas un nombre.
    .title = Numéro d’acte manquant
    .why = Sans numéro, l’acte ne se retrouve pas dans le registre papier.
    .hint = Écrivez le numéro comme dans le registre, par exemple 00012/2017.
rule-name-incomplete = La personne n’a pas de nom, mais un post-nom ou un prénom.
    .title = Nom incomplet
    .why = Le contenu d’une colonne est peut-être passé dans une autre.
    .hint = Vérifiez que chaque partie du nom est dans sa colonne.
rule-name-one-letter = Le nom est une seule lettre : « { $value } ».
    .title = Nom d’une lettre
    .why = Une initiale ou une marque tient la place du nom : la personne ne sera pas retrouvée par son nom.
    .hint = Écrivez le nom en entier. Si la lettre répète le nom de la ligne au-dessus, écrivez ce nom.
rule-name-ditto-read = Une marque répète une partie du nom de la ligne au-dessus. Compris ainsi : { $value }.
    .title = Nom répété par une marque
    .why = La marque peut répéter une autre partie du nom.
    .hint = Comparez avec la fiche papier et écrivez le nom en entier.
rule-name-in-one-cell = Plusieurs parties du nom sont dans une case : « { $value } ».
    .title = Nom entier dans une case
    .why = Le programme a séparé le nom, le post-nom et le prénom d’après les noms connus et les majuscules.
    .hint = Écrivez chaque partie du nom dans sa colonne.
rule-unknown-sex = { $reason ->
    [both] Les deux cases du sexe sont marquées : « { $value } »
   *[word] Le sexe « { $value } » n’est pas reconnu
  }{ $n ->
    [one] .
   *[other] {" "}({ $n_shown } cases : { $cells }).
  }
    .title = Sexe non reconnu
    .why = La personne est inscrite sans sexe.
    .hint = { $reason ->
        [both] Les deux cases sont marquées : laissez la marque dans une seule.
        [doubt] Le point d’interrogation dit un doute : comparez avec la fiche papier et écrivez M ou F.
        [date] Ce n’est pas un sexe : cette valeur est peut-être celle d’une autre colonne. Vérifiez les cases voisines, et écrivez M ou F.
       *[word] Écrivez M ou F. Si ce mot est d’usage chez vous, expliquez-le une fois au bureau, à la page « Déposer » ou « Réglages » (dans un terminal : bato settings word sex F "{ $value }", ou M).
    }
rule-sex-missing = Le sexe manque.
    .title = Sexe manquant
    .why = La personne est inscrite sans sexe.
    .hint = Écrivez M ou F.
rule-unknown-relation = Le lien de parenté « { $value } » n’est pas reconnu{ $n ->
    [one] .
   *[other] {" "}({ $n_shown } cases : { $cells }).
  }
    .title = Lien de parenté non reconnu
    .why = La place dans le ménage n’est pas connue.
    .hint = Écrivez chef, épouse, fils, fille, neveu… Si ce mot est juste, expliquez-le une fois au bureau, à la page « Déposer » ou « Réglages » (dans un terminal : bato settings word relation child "{ $value }" ; child : fils ou fille ; sinon head, spouse, sibling…).
rule-unknown-marital-status = L’état civil « { $value } » n’est pas reconnu{ $n ->
    [one] .
   *[other] {" "}({ $n_shown } cases : { $cells }).
  }
    .title = État civil non reconnu
    .why = L’état civil n’est pas inscrit.
    .hint = Écrivez célibataire, marié, veuf, divorcé ou séparé. Si ce mot est juste, expliquez-le une fois au bureau, à la page « Déposer » ou « Réglages » (dans un terminal : bato settings word marital_status married "{ $value }" ; sinon single, widowed, divorced…).
rule-unknown-quartier = Le quartier « { $value } » n’est pas dans la liste de la commune{ $n ->
    [one] .
   *[other] {" "}({ $n_shown } cases : { $cells }).
  }
    .title = Quartier inconnu
    .why = La personne serait comptée sans quartier.
    .hint = Corrigez le nom. Si cette orthographe est juste, demandez à votre responsable informatique de l’ajouter dans data-raw/reference/quartiers.csv, à la ligne du quartier, colonne alt_spellings : { $value }
rule-quartier-guessed = Le quartier « { $value } » a été reconnu par son orthographe la plus proche{ $n ->
    [one] .
   *[other] {" "}({ $n_shown } cases : { $cells }).
  }
    .title = Quartier reconnu à peu près
    .why = L’orthographe n’est pas dans la liste.
    .hint = Vérifiez. Si cette orthographe est bonne, demandez à votre responsable informatique de l’ajouter dans data-raw/reference/quartiers.csv, à la ligne du quartier, colonne alt_spellings : { $value }
rule-quartier-missing = Le quartier n’est écrit ni dans la ligne, ni au-dessus du tableau, ni dans le nom du fichier.
    .title = Quartier manquant
    .why = Les personnes sont comptées sans quartier.
    .hint = Écrivez le quartier au-dessus du tableau, ou dans le nom du fichier.
rule-error-cell = La cellule contient l’erreur de formule { $value }.
    .title = Erreur de formule
    .why = La valeur est perdue.
    .hint = Remplacez la formule par sa valeur.
rule-no-header = Aucune ligne de titres de colonnes n’a été trouvée{ $n ->
    [0] .
    [one] {" "}: { $n_shown } ligne attend en quarantaine.
   *[other] {" "}: { $n_shown } lignes attendent en quarantaine.
  }
    .title = Titres de colonnes introuvables
    .why = Sans titres, le programme ne sait pas ce que contient chaque colonne.
    .hint = Écrivez une ligne de titres au-dessus du tableau (Nom, Post-nom, Prénom, Sexe, Date de naissance…). Si chaque ligne tient tout entière dans la colonne A (« MBALA;Ruth;F »), séparez d’abord les colonnes : menu Données, Convertir.
rule-hidden-sheet = La feuille « { $value } » est masquée : ses lignes sont écartées.
    .title = Feuille masquée
    .why = Une feuille masquée est souvent un brouillon.
    .hint = Affichez-la si elle doit compter, sinon laissez-la ainsi.
rule-column-unrecognised = La colonne « { $value } » n’est pas reconnue : son contenu est gardé tel quel, sans être utilisé.
    .title = Colonne non reconnue
    .why = Son titre n’est pas parmi les titres connus.
    .hint = Si elle compte, changez son titre, ou dites au bureau, à la page « Déposer » ou « Réglages », ce qu’elle contient (dans un terminal : bato settings heading … "{ $value }" ; au lieu de … : birth_date, relation, sex…).
rule-column-missing = Il n’y a pas de colonne pour : { $field }.
    .title = Colonne manquante
    .why = Les personnes de cette feuille seront inscrites sans cette information.
    .hint = Ajoutez la colonne, ou donnez à la colonne existante un titre connu.

rule-doubtful-letters = Des lettres du fichier sont peut-être fausses (accents).
    .title = Lettres douteuses
    .why = Le fichier n’est pas écrit comme les autres : le programme a dû chercher quelles lettres il contient.
    .hint = Regardez quelques noms avec accents. S’ils sont faux, ouvrez le fichier dans le tableur et enregistrez-le sous le format .xlsx.
rule-lone-quote = Un guillemet (") est ouvert et n’est pas fermé.
    .title = Guillemet seul
    .why = Un guillemet seul cacherait toutes les lignes qui suivent : le fichier a été lu ligne par ligne.
    .hint = Effacez ce guillemet dans le fichier, ou enregistrez le tableau sous le format .xlsx.
rule-cut-short = Le fichier semble coupé à la fin : des lignes manquent peut-être.
    .title = Fichier coupé
    .why = La dernière ligne n’est pas complète, ou la fin du fichier est vide, comme après une coupure de courant pendant une copie.
    .hint = Comparez la dernière ligne avec l’original, et recopiez le fichier.
rule-no-head = Aucun membre de ce ménage n’est le chef.
    .title = Ménage sans chef
    .why = Le lien de parenté des autres membres est compté à partir du chef.
    .hint = Écrivez Chef pour la personne qui dirige le ménage, d’après la fiche papier.
rule-two-heads = Le ménage { $number } a un second chef (le premier est ligne { $row }).
    .title = Deux chefs sous un numéro
    .why = Ce sont deux ménages, ou la même fiche tapée deux fois.
    .hint = Donnez un autre numéro au second ménage, ou effacez la fiche tapée deux fois.
rule-child-older-than-parent = L’enfant est né avant le chef du ménage ({ $born }).
    .title = Enfant plus âgé que le parent
    .why = L’une des deux dates, ou le lien de parenté, est faux.
    .hint = Comparez avec la fiche papier et corrigez.
rule-mother-too-young = L’enfant serait né moins de { $limit } ans après sa mère ({ $born }).
    .title = Mère trop jeune
    .why = L’une des deux dates est probablement fausse, ou la mère est une autre femme.
    .hint = Comparez avec la fiche papier ; si la mère est une autre femme, il n’y a rien à faire.
rule-spouse-under-age = L’époux ou l’épouse a moins de { $limit } ans l’année du recensement.
    .title = Époux trop jeune
    .why = La date de naissance ou le lien de parenté est peut-être faux.
    .hint = Comparez avec la fiche papier et corrigez s’il y a lieu.
rule-row-typed-twice = La même personne est déjà dans ce ménage, ligne { $row }.
    .title = Ligne tapée deux fois
    .why = Une personne serait comptée deux fois.
    .hint = Effacez l’une des deux lignes.
rule-act-number-repeated = Le numéro d’acte « { $value } » est déjà celui d’une autre naissance, ligne { $row }{ $n ->
    [one] .
   *[other]  ; la numérotation recommence ici et répète { $n_shown } numéros.
  }
    .title = Numéro d’acte répété
    .why = Deux naissances ne peuvent pas avoir le même acte.
    .hint = Comparez avec le registre papier et corrigez le numéro.
rule-act-number-gap = { $n ->
    [one] Il manque un numéro d’acte dans la suite : { $numbers }.
   *[other] Il manque { $n_shown } numéros d’acte dans la suite : { $numbers }.
  }
    .title = Numéros d’acte manquants
    .why = Des actes n’ont pas été recopiés, ou une page est perdue.
    .hint = Cherchez ces actes dans le registre papier et ajoutez-les.
rule-register-year = La déclaration « { $value } » n’est pas de l’année du registre ({ $year }).
    .title = Déclaration d’une autre année
    .why = L’année est peut-être mal tapée.
    .hint = Comparez avec l’acte et corrigez la date, ou l’année dans le nom du fichier.
rule-register-year-far = La déclaration « { $value } » est à deux ans ou plus de l’année du registre ({ $year }).
    .title = Déclaration hors du registre
    .why = Aucun registre ne la contient ; une seule année mal tapée fausserait le délai et les chiffres.
    .hint = Comparez avec l’acte et corrigez l’année de la date, ou celle du nom du fichier.
rule-quarter-copied = { $n ->
    [one] Une naissance du trimestre { $quarter } de { $year } répète celle de { $before } : même nom, même jour.
   *[other] { $n_shown } naissances du trimestre { $quarter } de { $year } répètent celles de { $before } : mêmes noms, mêmes jours.
  }
    .title = Trimestre recopié
    .why = Le registre d’une année a probablement été recopié pour l’autre.
    .hint = Comparez avec le registre papier de { $year } et remplacez les lignes recopiées.
rule-total-differs = Le total écrit est { $said }, mais il y a { $n ->
    [one] { $n_shown } ligne
   *[other] { $n_shown } lignes
  } au-dessus.
    .title = Total différent
    .why = Une ligne a été oubliée, ajoutée ou mal comptée.
    .hint = Comptez sur la fiche papier et corrigez le total ou les lignes.
rule-line-number-gap = Les numéros de ligne ne se suivent pas ; il manque : { $numbers }.
    .title = Numéros de ligne manquants
    .why = Une ligne a peut-être été perdue.
    .hint = Comparez avec la fiche papier et ajoutez la ligne s’il en manque une.
rule-date-order = Colonne « { $value } » : { $decided ->
    [month-day-year] les dates sont écrites mois/jour/année et lues dans cet ordre
    [year-month-day] les dates sont écrites année/mois/jour et lues dans cet ordre
    [year-day-month] les dates sont écrites année-jour-mois et lues dans cet ordre
   *[mixed] des dates sont écrites jour/mois/année et d’autres mois/jour/année
  } ({ $n_shown } { $n ->
    [one] cellule
   *[other] cellules
  }).
    .title = Ordre du jour et du mois
    .why = Le programme a regardé toute la colonne. Un mauvais ordre donnerait des dates fausses.
    .hint = Vérifiez quelques dates d’après les fiches papier ; écrivez jour/mois/année, ou le mois en lettres.
rule-dates-swapped = Colonne « { $value } » : le tableur a inversé le jour et le mois ; { $n ->
    [one] une date est remise
   *[other] { $n_shown } dates sont remises
  } à l’endroit.
    .title = Jour et mois inversés par le tableur
    .why = Il a pris pour dates les textes dont le jour peut être un mois, et laissé les autres en texte.
    .hint = Vérifiez quelques dates d’après les fiches papier ; donnez à toute la colonne le format date.
rule-midnight-shifted = Colonne « { $value } » : { $n ->
    [one] une date est écrite
   *[other] { $n_shown } dates sont écrites
  } à l’heure d’un autre pays, la veille au soir ; le jour suivant est retenu.
    .title = Dates de la veille au soir
    .why = Minuit à Kinshasa est 23 heures la veille à l’heure de Greenwich : chaque date serait fausse d’un jour.
    .hint = Vérifiez quelques dates d’après les fiches papier ; exportez les dates sans l’heure.
rule-filler-date = Colonne « { $value } » : le { $decided } tient lieu de date inconnue ({ $n_shown } fois) ; il n’est pas retenu.
    .title = Date qui veut dire « inconnue »
    .why = Un tableur ou une base de données écrit ce jour quand la cellule est vide.
    .hint = Effacez cette date, ou écrivez la vraie d’après la fiche papier.
rule-years-instead-of-ages = Colonne « { $value } » : ce sont des années de naissance et non des âges ({ $n_shown } { $n ->
    [one] cellule
   *[other] cellules
  }).
    .title = Années à la place des âges
    .why = Les nombres ont été pris pour des années de naissance.
    .hint = Donnez à la colonne le titre « Année de naissance ».
rule-year-missing = Aucune année : ni dans les cellules, ni au-dessus du tableau, ni dans le nom de la feuille ou du fichier. Un âge est compté depuis l’année en cours : l’année de naissance peut être fausse.
    .title = Année inconnue
    .why = Sans l’année, le programme ne peut ni compter les âges depuis le jour de la liste, ni ranger les fiches dans le temps.
    .hint = Ajoutez l’année au nom du fichier : Boma_2017.xlsx.
rule-household-missing = Aucun ménage : ni numéro de fiche, ni adresse, ni lien de parenté.
    .title = Ménage inconnu
    .why = Les personnes sont inscrites sans ménage, et un homonyme se distingue moins bien.
    .hint = Ajoutez une colonne « N° ménage », ou l’avenue et la parcelle, d’après les fiches papier.
rule-file-sent-twice = Ce fichier a les mêmes lignes que « { $other } ».
    .title = Fichier envoyé deux fois
    .why = Ses personnes ne sont comptées qu’une fois, mais l’un des deux est de trop.
    .hint = Gardez celui qui est à jour et retirez l’autre de data-raw.
rule-name-split-guessed = Dans « { $value } », le prénom n’est pas à la place que le titre de la colonne annonce.
    .title = Prénom à une autre place que celle que le titre annonce
    .why = Le programme a séparé les parties du nom d’après les noms connus.
    .hint = Écrivez les parties du nom dans l’ordre du titre, ou mieux dans trois colonnes.
rule-tables-side-by-side = Deux tableaux sont côte à côte : les lignes qui les remplissent tous deux attendent en quarantaine.
    .title = Tableaux côte à côte
    .why = Une ligne contient alors deux personnes, et l’une serait perdue.
    .hint = Placez le second tableau sous le premier, avec ses titres.
rule-name-outside-table = { $n ->
    [one] La ligne { $row } nomme une personne hors de la colonne des noms (« { $value } ») : elle attend
   *[other] { $n_shown } lignes, d’abord la ligne { $row } (« { $value } »), nomment une personne hors de la colonne des noms : elles attendent
  } en quarantaine.
    .title = Personne nommée hors du tableau
    .why = Une personne qui n’a pas de ligne dans le tableau n’est pas inscrite.
    .hint = Donnez à cette personne une ligne du tableau, son nom sous le titre des noms. Si ce n’est pas une personne, ou si elle a déjà sa ligne, effacez ce texte.
rule-other-persons-named = La colonne « { $value } » nomme d’autres personnes ({ $n_shown }) : elles ne sont pas inscrites.
    .title = Autres personnes dans une colonne
    .why = Seule la personne de la ligne est inscrite.
    .hint = Donnez à chacune sa propre ligne, avec son lien avec le chef de ménage.
rule-persons-in-columns = Dans la feuille, les titres sont dans la première colonne, et chaque personne est dans une colonne{ $n ->
    [one] {" "}: { $n_shown } ligne attend en quarantaine.
   *[other] {" "}: { $n_shown } lignes attendent en quarantaine.
  }
    .title = Personnes en colonnes
    .why = Le programme lit une personne par ligne.
    .hint = Copiez le tableau, puis collez-le avec l’option « Transposer » (collage spécial) : les titres viennent sur une ligne, une personne par ligne.
rule-other-list = Ce tableau{ $from ->
    [0] {""}
   *[other] , dont les titres sont à la ligne { $from },
  } n’est pas une liste de personnes ou de naissances : c’est { $list ->
    [deaths] une liste de décès
    [stillbirths] une liste d’enfants mort-nés
    [divorces] une liste de divorces
    [recognitions] une liste de reconnaissances ou d’adoptions
    [animals] une liste d’animaux
    [goods] une liste de prix ou de produits
    [rosters] un horaire ou un tour de garde
    [places] une liste d’églises, d’écoles, d’avenues ou d’autres lieux
    [choices] une liste de valeurs à choisir
   *[marriages] une liste de mariages
  }. Toutes ses lignes attendent en quarantaine.
    .title = Liste d’autre chose que des personnes
    .why = Ses lignes seraient inscrites comme des habitants ou des naissances.
    .hint = Les décès et les mariages vont dans un fichier de data-raw/events ; sortez les autres listes de data-raw. Si c’est une liste de personnes, changez le titre au-dessus du tableau, le nom de la feuille ou les titres des colonnes.
rule-columns-moved = { $n ->
    [one] La ligne { $rows } a des valeurs qui ne sont plus sous leurs titres : elle attend
   *[other] { $n_shown } lignes ont des valeurs qui ne sont plus sous leurs titres (lignes { $rows }{ $more ->
        [0] {""}
        [one] {" "}et une autre
       *[other] {" "}et { $more_shown } autres
    }) : elles attendent
  } en quarantaine.
    .title = Colonnes déplacées
    .why = Une valeur serait prise pour une autre.
    .hint = Remettez ces valeurs sous leurs titres, ou donnez à ces lignes leur propre ligne de titres.
rule-columns-moved-guessed = { $n ->
    [one] La ligne { $rows } a
   *[other] { $n_shown } lignes ont
  } plus de cases que le tableau n’a de titres, et leurs valeurs ne sont pas sous leurs titres{ $n ->
    [one] {""}
   *[other] {" "}(lignes { $rows }{ $more ->
        [0] {""}
        [one] {" "}et une autre
       *[other] {" "}et { $more_shown } autres
    })
  }. Le programme a pris d’après leur contenu : { $fields }. Il n’utilise pas les autres cases.
    .title = Colonnes déplacées, lues d’après leur contenu
    .why = Les valeurs ne sont plus sous leurs titres.
    .hint = Vérifiez quelques-unes de ces personnes. Si c’est faux, remettez les valeurs sous leurs titres.
rule-cells-beside-table = { $n ->
    [one] La ligne { $rows } a
   *[other] { $n_shown } lignes ont
  } des cases remplies à droite du tableau (colonnes { $columns }){ $n ->
    [one] {""}
   *[other] , lignes { $rows }{ $more ->
        [0] {""}
        [one] {" "}et une autre
       *[other] {" "}et { $more_shown } autres
    }
  }. Le programme ne les utilise pas ; le reste de la ligne est lu sous ses titres.
    .title = Cases à droite du tableau
    .why = Un petit tableau ou une note à côté de la liste n’a pas de titre dans la liste.
    .hint = Si ce sont des données de la personne, donnez un titre à ces colonnes. Sinon, il n’y a rien à faire.
rule-titles-unread = La ligne { $row } ressemble à une ligne de titres, mais le programme n’y a pas trouvé les titres d’une liste : les lignes qui suivent sont lues sous les titres d’avant.
    .title = Ligne de titres non comprise
    .why = Si les colonnes changent à cette ligne, des valeurs sont prises pour d’autres.
    .hint = Écrivez dans cette ligne des titres comme « Nom de l’enfant », « Sexe », « Date de naissance », ou ceux du haut de la liste.
rule-year-guessed = L’année { $year } a été prise dans le titre « { $value } » : les âges sont comptés depuis cette année.
    .title = Année prise dans un titre
    .why = Si c’est l’année d’autre chose, les années de naissance sont fausses.
    .hint = Si c’est faux, ajoutez l’année de la liste au nom du fichier : Boma_2017.xlsx.
rule-rows-above-heading = { $n ->
    [one] Une ligne au-dessus des titres a été lue
   *[other] { $n_shown } lignes au-dessus des titres ont été lues
  } comme celles du tableau (la première : ligne { $row }).
    .title = Lignes au-dessus des titres
    .why = Une ligne sans titres pourrait avoir d’autres colonnes.
    .hint = Placez la ligne de titres au-dessus de toutes les personnes.
rule-statistics = Un tableau de nombres n’est pas une liste de personnes : ses lignes sont écartées.
    .title = Tableau de nombres
    .why = Ses lignes seraient prises pour des personnes.
    .hint = Il n’y a rien à faire. Si c’est une liste de personnes, écrivez une ligne de titres (Nom, Sexe, Date de naissance…).
rule-household-sheet = La feuille « { $value } » décrit les ménages ; ses { $n_shown } lignes donnent leur adresse aux personnes de l’autre feuille.
    .title = Feuille des ménages
    .why = Le chef d’un ménage serait compté deux fois.
    .hint = Il n’y a rien à faire. Si un ménage n’a aucune personne dans l’autre feuille, ajoutez-les.
rule-recap-sheet = La feuille « { $value } » est un récapitulatif : { $n ->
    [one] sa ligne est écartée.
   *[other] ses { $n_shown } lignes sont écartées.
  }
    .title = Feuille récapitulative
    .why = Ses personnes seraient comptées deux fois.
    .hint = Donnez-lui un autre nom si elle doit compter.
rule-column-content = La colonne « { $value } » ne contient pas ce que son titre annonce ; elle semble contenir : { $field }.
    .title = Contenu contraire au titre
    .why = Deux titres sont peut-être inversés.
    .hint = Corrigez le titre, ou dites au bureau, à la page « Déposer », ce que la colonne contient (dans un terminal : bato settings column).
rule-column-guessed = La colonne « { $value } » a été prise pour : { $field }, d’après son contenu.
    .title = Colonne reconnue à son contenu
    .why = Son titre n’est pas parmi les titres connus.
    .hint = Si c’est faux, changez son titre, ou dites au bureau, à la page « Déposer », ce que la colonne contient (dans un terminal : bato settings column).
rule-column-repeated = La colonne « { $value } » répète une autre colonne ({ $field }) : elle n’est pas utilisée.
    .title = Colonne répétée
    .why = Deux colonnes ne peuvent pas avoir le même sens.
    .hint = Changez le titre de celle qui contient autre chose.
rule-column-of-other = La colonne « { $value } » est à côté de « { $other } » : elle est prise pour celle de cette autre personne et n’est pas utilisée.
    .title = Colonne d’une autre personne
    .why = L’âge, le sexe ou la date d’un parent serait donné à la personne de la ligne.
    .hint = Écrivez dans le titre de qui est la colonne : « Âge de la mère », « Âge de l’enfant ».
rule-value-given-once = Colonne « { $value } » : une case vide a été prise pour la valeur au-dessus.
    .title = Valeur donnée une fois pour plusieurs lignes
    .why = La colonne n’est remplie qu’au changement de valeur.
    .hint = Une case vide sous une valeur prend cette valeur. Si vous ne connaissez pas celle de cette ligne, remplissez toutes les autres cases de la colonne et laissez celle-ci vide.
rule-sex-of-title = { $n ->
    [one] { $n_shown } ligne n’a pas de colonne du sexe : il a été pris dans « { $value } ».
   *[other] { $n_shown } lignes n’ont pas de colonne du sexe : il a été pris dans « { $value } ».
  }
    .title = Sexe donné par un titre
    .why = Un titre, une ligne comme « Filles », le nom de la feuille ou celui du fichier le dit pour les lignes qui suivent.
    .hint = Si c’est faux, ajoutez une colonne « Sexe » et remplissez-la.
rule-sensitive-left-out = Colonne « { $value } » : { $n ->
    [one] { $n_shown } valeur sensible n’est pas gardée.
   *[other] { $n_shown } valeurs sensibles ne sont pas gardées.
  }
    .title = Données sensibles
    .why = Ethnie, religion, statut de réfugié et santé ne vont pas dans un registre de la population.
    .hint = Il n’y a rien à faire ; mieux vaut ne pas demander ces données.
rule-sensitive-kept = Colonne « { $value } » : { $n ->
    [one] { $n_shown } valeur sensible est gardée telle quelle, car les réglages le demandent.
   *[other] { $n_shown } valeurs sensibles sont gardées telles quelles, car les réglages le demandent.
  }
    .title = Données sensibles gardées
    .why = La loi n’en permet le traitement que par exception.
    .hint = Si ce n’est pas voulu, demandez à votre responsable informatique d’écrire dans bato.toml, sous [ingest], la ligne : keep_sensitive = false
rule-sheet-full = La feuille « { $value } » est pleine ({ $n_shown } lignes) : des lignes manquent probablement.
    .title = Feuille pleine
    .why = Ce format ne peut pas contenir plus de lignes ; le reste a été coupé.
    .hint = Coupez la liste en plusieurs fichiers, ou enregistrez-la sous le format .xlsx.
rule-chart-sheet = La feuille « { $value } » n’a pas de cellules (graphique ou macro) : elle n’est pas lue.
    .title = Feuille sans cellules
    .why = Un graphique ne contient aucune personne.
    .hint = Il n’y a rien à faire.
rule-macros = Le classeur contient des macros : elles ne sont jamais exécutées.
    .title = Macros
    .why = Une macro peut être nuisible.
    .hint = Enregistrez-le sous le format .xlsx, sans macros.
rule-no-names = Aucune ligne de la feuille n’a de nom : toutes attendent en quarantaine.
    .title = Aucun nom dans la feuille
    .why = Sans nom, une ligne ne désigne personne. La colonne des noms manque, ou elle n’a pas été trouvée.
    .hint = Vérifiez que la colonne des noms est remplie et que son titre est Nom, Post-nom, Prénom ou Noms et prénoms.
rule-two-persons = La case du nom désigne deux personnes : « { $value } ».
    .title = Deux personnes dans une case
    .why = Une ligne est une personne : la seconde ne serait pas inscrite, et la première aurait un nom faux.
    .hint = Écrivez une ligne par personne. Deux jumeaux ont deux lignes, et chacun son acte.
rule-name-ditto = Un mot comme idem tient la place d’un nom : « { $value } ».
    .title = Nom remplacé par idem
    .why = On ne sait pas quelle partie du nom de la ligne au-dessus est répétée. Le programme ne devine pas : la ligne attend.
    .hint = Écrivez le nom en entier.
rule-look-alike-letter = Un signe est tapé pour une lettre qui lui ressemble (0 pour O, 5 pour S, 1 ou l pour I). Compris ainsi : { $value }.
    .title = Chiffre tapé pour une lettre
    .why = Le nom est inscrit comme il a été compris. Si ce n’est pas le bon nom, la personne ne sera pas retrouvée.
    .hint = Comparez avec la fiche papier et écrivez le nom avec ses lettres.
rule-not-part-of-name = « { $value } » dans la case du nom n’est pas une partie du nom{ $n ->
    [one] .
   *[other] {" "}({ $n_shown } cases : { $cells }).
  }
    .title = Mot de trop dans le nom
    .why = Un titre, une remarque, un numéro ou un autre nom a été laissé de côté : la personne est inscrite sous le reste de la case.
    .hint = Vérifiez que le reste est bien le nom. Écrivez le nom seul dans sa case, et le reste dans sa colonne (lien, état civil, observations).
rule-name-says-dead = La case du nom dit que la personne est morte : « { $value } ».
    .title = Personne peut-être morte
    .why = La ligne est gardée : la personne serait comptée parmi les vivants.
    .hint = Si elle est morte, retirez-la de la fiche et inscrivez son décès dans une liste de décès ; sinon effacez ce mot.
rule-remark-against-row = « { $value } » : la personne est peut-être morte ou partie, ou la ligne est un doublon ou annulée.
    .title = Remarque contre la ligne
    .why = La ligne est gardée telle quelle : une remarque ne décide rien. La personne serait comptée parmi les habitants, ou deux fois.
    .hint = Si elle est morte ou partie, inscrivez-le dans une liste de décès ou de départs. Si la ligne est un doublon ou annulée, retirez-la. Sinon effacez ce mot.
rule-remark-corrects = « { $value } » : cette remarque corrige la ligne, ou la met en doute.
    .title = Remarque qui corrige la ligne
    .why = Le registre prend ce qui est écrit dans les cases, et non ce que dit la remarque.
    .hint = Comparez avec la fiche papier. Corrigez la case dont parle la remarque, puis effacez la remarque.
rule-sex-against-relation = Le sexe « { $value } » ne va pas avec le lien « { $relation } ».
    .title = Sexe contraire au lien
    .why = L’un des deux est faux. La personne est inscrite avec le sexe de sa case.
    .hint = Corrigez le sexe ou le lien de parenté.
rule-sex-coded = Les sexes sont des numéros, compris ainsi : { $value }.
    .title = Sexes en numéros
    .why = Si vos numéros veulent dire autre chose, tous les sexes de la feuille sont faux.
    .hint = Comparez deux ou trois lignes avec les fiches. Le plus sûr est d’écrire M ou F.
rule-sex-codes-unclear = On ne peut pas savoir le sens des sexes de cette feuille : { $value }.
    .title = Codes du sexe incertains
    .why = Les personnes sont inscrites sans sexe.
    .hint = Écrivez M ou F.
rule-number-became-date = { $n ->
    [one] Le numéro est devenu une date : { $value }.
   *[other] { $n_shown } numéros de la colonne sont devenus des dates (le premier : { $value }).
  }
    .title = Numéro devenu une date
    .why = Le tableur a pris un numéro comme 12/3 pour une date ; le numéro écrit est perdu.
    .hint = Donnez à la colonne le format texte, puis écrivez de nouveau les numéros d’après le registre.
rule-number-rounded = { $n ->
    [one] Le nombre { $value } est arrondi.
   *[other] { $n_shown } nombres de la colonne sont arrondis (le premier : { $value }).
  }
    .title = Nombre arrondi par le tableur
    .why = Un nombre trop long perd ses derniers chiffres.
    .hint = Donnez à la colonne le format texte, puis écrivez de nouveau les nombres en entier.
rule-leading-zeros-lost = { $n ->
    [one] Le numéro { $value } n’a pas de zéros au début comme les autres.
   *[other] { $n_shown } numéros de la colonne n’ont pas de zéros au début comme les autres (le premier : { $value }).
  }
    .title = Zéros du début absents
    .why = Les autres numéros de la colonne commencent par des zéros. Le tableur en retire souvent, et 00123 et 123 peuvent être deux numéros.
    .hint = Si les zéros manquent par erreur, donnez à la colonne le format texte, puis écrivez de nouveau ces numéros avec leurs zéros.
rule-text-cut = { $n ->
    [one] Le texte est probablement coupé : il remplit toute la place d’une case.
   *[other] { $n_shown } textes de la colonne sont probablement coupés : ils remplissent toute la place d’une case.
  }
    .title = Texte coupé
    .why = Un ancien programme coupe un texte à 255 caractères.
    .hint = Comparez la fin du texte avec la fiche et complétez-la.
rule-hidden-rows = { $n ->
    [one] Feuille « { $value } » : { $n_shown } ligne masquée ou filtrée est lue comme les autres.
   *[other] Feuille « { $value } » : { $n_shown } lignes masquées ou filtrées sont lues comme les autres.
  }
    .title = Lignes masquées
    .why = Elles sont inscrites comme les lignes visibles ; on les masque parfois pour les écarter.
    .hint = Affichez-les (Données, Effacer le filtre). Effacez celles qui ne doivent pas compter.
rule-hidden-columns = { $n ->
    [one] La colonne masquée { $value } est lue comme les autres.
   *[other] { $n_shown } colonnes masquées ({ $value }) sont lues comme les autres.
  }
    .title = Colonnes masquées
    .why = Ce qu’elles contiennent compte, même si on ne le voit pas.
    .hint = Affichez-les et vérifiez leur contenu, ou effacez-les.
rule-formula-not-computed = { $n ->
    [one] Feuille « { $value } » : { $n_shown } formule n’a jamais été calculée ; sa valeur manque.
   *[other] Feuille « { $value } » : { $n_shown } formules n’ont jamais été calculées ; leurs valeurs manquent.
  }
    .title = Formules non calculées
    .why = Le programme qui a écrit le fichier n’a pas calculé les formules ; le tableur les calcule à l’ouverture.
    .hint = Ouvrez le fichier dans le tableur, enregistrez-le, puis importez-le de nouveau.
rule-correction-not-applied = { $n ->
    [one] La correction de la cellule « { $place } » du classeur « { $workbook } » n’a pas pu être reportée.
   *[other] La correction de la cellule « { $place } » du classeur « { $workbook } » et d’autres, { $n_shown } en tout, n’ont pas pu être reportées.
  }
    .title = Correction non reportée
    .why = Le fichier d’origine a changé depuis : ce qui avait été corrigé n’y est plus.
    .hint = Comparez la ligne avec la fiche papier. Si la correction reste juste, écrivez-la dans le fichier d’origine.
rule-cell-correction-refused = { $cause ->
    [sheet] La correction « { $value } » de la cellule « { $place } », par { $author }, n’est pas appliquée : le fichier n’a pas cette feuille ({ $from }).
    [row] La correction « { $value } » de la cellule « { $place } », par { $author }, n’est pas appliquée : la ligne est vide dans la feuille ({ $from }).
    [merged] La correction « { $value } » de la cellule « { $place } », par { $author }, n’est pas appliquée : la cellule est couverte par la cellule fusionnée { $now } ({ $from }).
   *[text] La correction « { $value } » de la cellule « { $place } », par { $author }, n’est pas appliquée : elle remplace « { $old } », mais la cellule contient « { $now } » ({ $from }).
  }{ $n ->
    [one] { "" }
   *[other] { " " }En tout, { $n_shown } corrections sont dans ce cas, avec celles qui suivent.
  }
    .title = Correction tapée refusée
    .why = Une correction ne vaut que tant que le texte qu’elle remplace est dans la cellule. La cellule reste comme elle est.
    .hint = Comparez avec la fiche papier. Si la cellule est encore fausse, tapez une nouvelle correction.
rule-cell-corrections-outdated = { $n ->
    [one] Une correction tapée pour un contenu antérieur de ce fichier n’est plus appliquée ({ $place }).
   *[other] { $n_shown } corrections tapées pour un contenu antérieur de ce fichier ne sont plus appliquées (la première : { $place }).
  }
    .title = Corrections d’un ancien contenu
    .why = Le fichier a été envoyé de nouveau avec un autre contenu. Une correction ne vaut que pour le contenu pour lequel elle a été tapée.
    .hint = Contrôlez le nouveau fichier et corrigez ce qui est encore faux. Si l’ancien fichier était le bon, remettez-le.
rule-cell-corrections-no-file = { $cause ->
    [replaced] { $n ->
        [one] Une correction tapée pour « { $file } » n’est pas appliquée : le classeur de corrections « { $by } » remplace ce fichier.
       *[other] { $n_shown } corrections tapées pour « { $file } » ne sont pas appliquées : le classeur de corrections « { $by } » remplace ce fichier.
      }
   *[missing] { $n ->
        [one] Une correction tapée pour « { $file } » n’est pas appliquée : ce fichier n’est pas là.
       *[other] { $n_shown } corrections tapées pour « { $file } » ne sont pas appliquées : ce fichier n’est pas là.
      }
  }
    .title = Corrections sans fichier
    .why = Une correction tapée est appliquée à un fichier présent, quel que soit son nom, si son contenu est le même.
    .hint = Remettez le fichier dans data-raw, ou laissez ces corrections : elles ne changent rien.
rule-cell-correction-unreadable = { $cause ->
    [not-csv] « { $value } » n’est pas un fichier CSV : il n’est pas lu.
    [cut] La dernière ligne est incomplète, comme après une coupure de courant : « { $value } ».
    [cells] La ligne n’a pas le bon nombre de cellules : « { $value } ».
    [sha256] L’empreinte du fichier (sha256) n’est pas lisible : « { $value } ».
    [row] Le numéro de ligne (row) n’est pas lisible : « { $value } ».
    [column] Les lettres de la colonne (column) ne sont pas lisibles : « { $value } ».
    [author] L’auteur manque (author) : « { $value } ».
    [at] Le moment manque (at) : « { $value } ».
   *[same] L’ancien et le nouveau texte sont les mêmes : « { $value } ».
  }
    .title = Correction tapée illisible
    .why = Cette ligne du fichier de corrections n’est pas appliquée. Les autres le sont.
    .hint = Corrigez la ligne dans le fichier de corrections, ou tapez la correction de nouveau sur la page.
rule-row-cancelled = La ligne dit qu’elle ne compte pas : « { $value } ». Elle attend en quarantaine.
    .title = Ligne annulée
    .why = La personne ou l’acte serait compté alors que le papier dit qu’il a été annulé.
    .hint = Si la ligne est annulée ou en double, retirez-la du fichier. Sinon effacez ce mot ou ces traits.
rule-stillborn = « { $value } » : l’enfant est mort-né. La ligne attend en quarantaine.
    .title = Enfant mort-né
    .why = Un enfant mort-né n’est ni une naissance déclarée dans le délai, ni un habitant.
    .hint = Si l’enfant est mort-né, retirez la ligne de ce fichier : les enfants mort-nés ont leur propre registre. S’il est né vivant, effacez ce mot.
rule-remark-as-name = La case du nom contient une remarque, pas un nom : « { $value } ».
    .title = Remarque à la place d’un nom
    .why = La remarque serait inscrite comme une personne qui n’existe pas.
    .hint = Si c’est une remarque, écrivez-la sous « Observations » ou effacez la ligne. Si c’est un nom, complétez la ligne : sexe et date de naissance.
rule-continued-line = « { $value } » semble être la suite de la ligne au-dessus : ni numéro, ni sexe, ni date.
    .title = Suite de la ligne au-dessus
    .why = La suite d’un acte serait inscrite comme une autre personne.
    .hint = Mettez ce texte dans la ligne au-dessus et effacez celle-ci. Si c’est une autre personne, complétez la ligne.
rule-two-persons-perhaps = La case « { $value } » contient deux prénoms : une personne ou deux ?
    .title = Peut-être deux personnes dans une case
    .why = Si ce sont deux personnes, l’une d’elles n’est dans aucune ligne.
    .hint = Si ce sont deux personnes, écrivez une ligne pour chacune. Si c’est une seule, séparez ses prénoms par une espace.
rule-two-dates = La case contient deux dates différentes : « { $value } ».
    .title = Deux dates dans une case
    .why = L’une des deux dates est fausse, ou la ligne contient deux personnes.
    .hint = Gardez la bonne date. Si ce sont deux personnes, écrivez une ligne pour chacune.
rule-prenom-ditto = « { $value } » répète le prénom de la ligne au-dessus : le prénom reste vide.
    .title = Prénom répété
    .why = Des frères et sœurs n’ont pas le même prénom.
    .hint = Écrivez le prénom de cette personne.
rule-names-swapped = Le nom et le prénom semblent avoir changé de place : « { $value } » n’est pas dans sa colonne.
    .title = Nom et prénom peut-être inversés
    .why = La personne serait classée sous son prénom.
    .hint = Comparez avec la fiche papier. Si c’est faux, mettez chaque partie du nom dans sa colonne.
rule-spouse-of-same-sex = Le conjoint a le même sexe que le chef du ménage : « { $value } ».
    .title = Conjoint du même sexe
    .why = L’un des deux sexes, ou le lien de parenté, est faux.
    .hint = Comparez avec la fiche papier et corrigez.
rule-parent-too-young = Le parent « { $value } » est trop jeune pour le chef du ménage, né en { $born }.
    .title = Parent trop jeune
    .why = L’une des deux dates, ou le lien de parenté, est faux.
    .hint = Comparez avec la fiche papier et corrigez.
rule-very-old = La date de naissance « { $value } » donne { $age } ans, plus que { $limit }.
    .title = Âge très élevé
    .why = Presque personne ne vit si longtemps : l’année est souvent une faute.
    .hint = Comparez l’année avec la fiche papier (souvent le siècle).
rule-row-struck = { $n ->
    [one] La ligne { $rows } est barrée : elle attend
   *[other] { $n_shown } lignes sont barrées (lignes { $rows }{ $more ->
        [0] {""}
        [one] {" "}et une autre
       *[other] {" "}et { $more_shown } autres
    }) : elles attendent
  } en quarantaine.
    .title = Ligne barrée
    .why = Une ligne que l’agent a barrée ne compte pas.
    .hint = Si la ligne ne compte pas, retirez-la du fichier. Sinon enlevez le trait (Format, Police, Barré).

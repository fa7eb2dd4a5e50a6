### Colis : services, clés, envoi, réception, reçus.

cli-word-OFFICE = SERVICE
cli-word-PARCEL = COLIS
cli-word-KIND = SORTE
cli-word-SIZE = TAILLE
cli-word-LINE = LIGNE
cli-backup-arg-to = Sceller la sauvegarde pour ce service ou ce coffre (code ou nom)
cli-log-arg-holds = Dire si le journal contient cette ligne, telle qu’un autre service l’a notée (par exemple 123.Ab3dEf6hIj9k)
cli-office = Les services qui échangent des colis : la clé de celui-ci, les cartes des autres
cli-office-new = Créer la clé de ce service et sa carte publique
cli-office-new-arg-name = Nom du service, par exemple « Commune de Kimbanseke »
cli-office-new-arg-code = Code de 2 à 6 lettres majuscules ou chiffres (sinon : les quatre premières lettres du dernier mot)
cli-office-new-arg-out = Fichier de la carte (sinon : CODE.bato-office, dans le dossier où vous êtes)
cli-office-safe = Créer un coffre : une clé sur papier qui ouvre tous les colis si une autre clé est perdue
cli-office-safe-arg-name = Nom du coffre, par exemple « Coffre de Kimbanseke »
cli-office-safe-arg-code = Code de 2 à 6 lettres majuscules ou chiffres
cli-office-safe-arg-out = Page à imprimer, puis à effacer (.html)
cli-office-card = Montrer la carte de ce service et ses six mots
cli-office-card-arg-out = Écrire la carte dans ce fichier
cli-office-print = Écrire la clé de ce service sur une page à imprimer
cli-office-print-arg-out = Page à imprimer, puis à effacer (.html)
cli-office-recover = Reprendre sur cet ordinateur la clé d’un service, d’après le papier
cli-office-recover-arg-card = Carte publique du service (.bato-office)
cli-office-recover-arg-key_file = Fichier avec les 24 mots ou la ligne AGE-SECRET-KEY (sinon : ils sont demandés)
cli-office-accept = Accepter la carte d’un autre service, après avoir comparé les six mots au téléphone
cli-office-accept-arg-card = Carte reçue (.bato-office)
cli-office-accept-arg-words = Les six mots que le service a lus au téléphone (sinon : ils sont demandés)
cli-office-list = Lister les services : envoyés, reçus, en attente, manquants
cli-office-revoke = Révoquer un service dont la clé est volée ou perdue ; donnez la raison avec --why
cli-office-revoke-arg-office = Code ou nom du service
cli-parcel = Envoyer et recevoir des colis scellés entre services
cli-parcel-seal = Sceller des fichiers pour un service
cli-parcel-seal-arg-files = Fichiers, ou un dossier de fichiers
cli-parcel-seal-arg-to = Bureau à qui le colis est destiné (code ou nom) ; répétez l’option pour plusieurs
cli-parcel-seal-arg-kind = census, births, events, decisions, release, backup ou course (sinon : d’après le dossier des fichiers)
cli-parcel-seal-arg-pieces = Couper le colis en morceaux de cette taille, par exemple 9MB
cli-parcel-seal-arg-again = Écrire encore une fois ce colis, déjà scellé
cli-parcel-seal-arg-only = Avec --again et --pieces : seulement ces morceaux, par exemple 3,5
cli-parcel-seal-arg-out = Dossier où écrire (sinon : celui où vous êtes)
cli-parcel-open = Ouvrir les colis ou les morceaux reçus, ou contrôler une sortie signée
cli-parcel-open-arg-files = Colis ou morceaux (.bato), dans n’importe quel ordre, ou le dossier d’une sortie
cli-parcel-open-arg-again = Reprendre un colis déjà reçu dont le dossier a été retiré
cli-parcel-open-arg-paper = Ouvrir avec une clé sur papier, dans le dossier -o ; rien n’entre dans le registre
cli-parcel-open-arg-key_file = Fichier avec les 24 mots ou la ligne AGE-SECRET-KEY (sinon : ils sont demandés)
cli-parcel-open-arg-card = Avec --paper : la carte de cette clé (.bato-office), pour contrôler que le colis lui a été envoyé
cli-parcel-open-arg-out = Avec --paper : dossier où mettre les fichiers
cli-parcel-open-arg-words = Avec --paper : les six mots de l’expéditeur, s’il n’est pas accepté ici
cli-parcel-list = Lister les colis envoyés et reçus, et ceux qui manquent
cli-parcel-list-arg-forget = Retirer les morceaux d’un colis qui n’arrivera pas entier
cli-parcel-receipt = Montrer les reçus des colis arrivés, ou entrer un reçu
cli-parcel-receipt-arg-names = Noms de colis reçus (sinon : tous)
cli-parcel-receipt-arg-enter = Texte d’un reçu qu’un service a envoyé
cli-parcel-receipt-arg-html = Écrire les reçus sur une page, avec leurs codes QR

passphrase-ask = Phrase secrète de la clé de ce service :
passphrase-ask-new = Choisissez une phrase secrète (plusieurs mots) :
passphrase-ask-again = La même phrase encore une fois :
office-ask-words = Tapez les 24 mots de la clé, ou sa ligne AGE-SECRET-KEY :
office-made = La clé de ce service est créée : { $office }, code { $code }.
    Ses six mots : { $words }
office-card-written = Carte écrite : { $path }
office-made-next = À faire maintenant :
    {"  "}- Imprimez la clé et gardez le papier sous clé : « bato office print -o cle.html », puis effacez la page.
    {"  "}- Envoyez la carte aux autres services, et lisez-leur les six mots au téléphone.
office-safe-made = Le coffre est créé : { $office }, code { $code }.
    Ses six mots : { $words }
office-safe-next = À faire maintenant :
    {"  "}- Imprimez { $path }, mettez le papier au coffre, puis effacez la page : la clé n’est écrite nulle part ailleurs.
    {"  "}- Donnez la carte { $card } aux services dont les colis doivent pouvoir être ouverts avec cette clé.
    Désormais, tout colis scellé ici peut aussi être ouvert avec cette clé.
office-card = Ce service : { $office }, code { $code }. Ses six mots : { $words }
office-pc = Cet ordinateur a repris la clé d’après le papier : ses colis portent « { $value } » dans leur nom.
office-printed = Page écrite : { $path }. Imprimez-la, gardez le papier sous clé, puis effacez la page.
office-recovered = La clé de { $office } est reprise sur cet ordinateur.
office-confirm = Carte de { $office }, code { $code }.
    Appelez ce service et faites-lui lire ses six mots. Ils doivent être : { $words }
    Sont-ils les mêmes ? (oui ou non)
office-accepted = { $office } ({ $code }) est accepté : ses colis peuvent être ouverts ici.
office-accepted-before = { $office } ({ $code }) était déjà accepté.
office-safe-accepted = Le coffre { $office } ({ $code }) est accepté : tout colis scellé ici peut aussi être ouvert avec sa clé.
office-revoked = { $office } ({ $code }) est révoqué : ses colis sont refusés et rien ne lui est plus scellé. Prévenez les autres services.
office-list-none = Ce registre n’a pas encore de clé de service : « bato office new NOM ».
office-look-over = { $n ->
    [one] Un service est accepté ici d’après la sauvegarde : { $list }. S’il a été révoqué depuis, révoquez-le de nouveau
   *[other] { $n_shown } services et coffres sont acceptés ici d’après la sauvegarde : { $list }. Ceux qui ont été révoqués depuis sont de nouveau acceptés : relisez la liste et révoquez-les de nouveau
  } : « bato office revoke CODE --why RAISON ».
office-line = { $office } ({ $code }) : { $words }
office-line-safe = Coffre { $office } ({ $code }) : { $words }
office-line-revoked = {"  "}révoqué le { $at } : { $reason }
office-line-traffic = {"  "}envoyés : { $sent_shown }, sans reçu : { $waiting_shown } ; reçus : { $received_shown }
office-line-missing = {"  "}colis qui manquent : { $list }. Demandez-lui de les renvoyer.
office-line-waiting = {"  "}sans reçu : { $list }
office-line-log = {"  "}dernière ligne connue de son journal des recherches : { $value }
office-line-log-earlier = {"  "}lignes connues d’avant : { $list }

parcel-sealed = Colis { $name } : { $n ->
    [one] { $n_shown } fichier
   *[other] { $n_shown } fichiers
  }, { $mb_shown } Mo. Peuvent l’ouvrir : { $readers }
parcel-waiting = Colis { $name } : { $n ->
    [one] le morceau { $list } sur { $total } manque. Demandez-le seul
   *[other] les morceaux { $list } sur { $total } manquent. Demandez-les seuls
  } à l’expéditeur.
parcel-opened = Colis { $name } de { $office } : { $n ->
    [one] { $n_shown } fichier, signé et entier
   *[other] { $n_shown } fichiers, signés et entiers
  }, dans { $path }
parcel-file-again = Attention : le fichier { $file } est aussi dans le colis { $name }, avec un autre contenu. S’il le remplace, retirez l’ancien de data-raw.
parcel-doubt-missing = Attention : { $n ->
    [one] le colis { $series } { $list } n’est pas arrivé. Demandez à l’expéditeur de le renvoyer.
   *[other] les colis { $series } { $list } ne sont pas arrivés. Demandez à l’expéditeur de les renvoyer.
  }
parcel-doubt-leap = Attention : les numéros { $series } { $from } à { $to } ont été sautés. Le compteur de l’expéditeur n’est pas juste, ou ce colis n’est pas de lui : appelez-le. Ces numéros ne sont pas comptés comme manquants.
parcel-doubt-number = Attention : un autre colis est arrivé sous ce numéro le { $at }. L’expéditeur a repris une sauvegarde ou copié son dossier : demandez-lui lequel est le bon.
parcel-doubt-before = Attention : le colis précédent n’est pas celui que l’expéditeur a envoyé sous ce numéro. Demandez-lui s’il a repris une sauvegarde.
parcel-doubt-log = Attention : le journal des recherches de l’expéditeur avait { $then } lignes, il en a { $now } ou d’autres. Des lignes ont été retirées, ou une sauvegarde a été reprise : demandez-lui pourquoi.
parcel-pieces-forgotten = Les morceaux reçus du colis { $name } sont retirés.
parcel-doubt-pc = Attention : c’est le premier colis de cet ordinateur ({ $pc }) du bureau, qui a repris la clé de son papier. Demandez au bureau s’il a un nouvel ordinateur.
parcel-doubt-again = Ce colis était déjà arrivé le { $at }, mais son dossier n’était plus là : il est remis.
parcel-doubt-key = Attention : la carte de cette clé n’est pas sur cet ordinateur. Le programme ne peut donc pas dire si l’expéditeur a envoyé ce colis pour elle : il l’a envoyé à { $codes } et à ses coffres. Pour le contrôler, ajoutez --card avec la carte (.bato-office) de la clé.
parcel-decisions = Ces décisions ne comptent pas encore : lisez-les, puis copiez dans data-raw/decisions celles que vous reprenez.
parcel-receipt = Reçu à envoyer à l’expéditeur, par SMS par exemple :
parcel-confirm-sender = Ce colis est signé par { $office } ({ $code }), qui n’est pas accepté sur cet ordinateur.
    Ses six mots : { $words }
    Les reconnaissez-vous ? (oui ou non)
parcel-folder-signed = { $n ->
    [one] { $n_shown } fichier, signé par { $office } et inchangé.
   *[other] { $n_shown } fichiers, signés par { $office } et inchangés.
  } Dernière ligne de son journal des recherches : { $log }
parcel-line-sent = { $at }  envoyé  { $name } à { $office }, { $n ->
    [one] { $n_shown } fichier
   *[other] { $n_shown } fichiers
  } : { $state }
parcel-line-receipt = reçu entré le { $at }
parcel-line-waiting = pas de reçu
parcel-line-received = { $at }  arrivé  { $name }, { $n ->
    [one] { $n_shown } fichier
   *[other] { $n_shown } fichiers
  }, dans { $path }
parcel-line-missing = manque  { $name }
parcel-list-none = Aucun colis pour le moment.
receipt-taken = Reçu de { $office } pour le colis { $name } : il est arrivé entier.
receipt-known = Ce reçu de { $office } pour le colis { $name } était déjà entré.
receipt-log-cut = Attention : un autre reçu de { $office } montre une autre ligne de son journal des recherches sous le même numéro. Des lignes y ont été changées : demandez pourquoi.
receipt-log-shorter = Attention : le journal des recherches de { $office } avait { $then } lignes avant que ce colis parte, il n’en a plus que { $now } dans ce reçu. Des lignes ont été retirées, ou une sauvegarde a été reprise : demandez pourquoi.
receipt-log-order = Attention : le journal des recherches de { $office } avait { $then } lignes dans le reçu d’un colis d’avant, il en a { $now } dans celui-ci. Si ce service n’a pas ouvert ce colis-ci avant l’autre, des lignes ont été retirées : demandez-lui.
receipt-none = Aucun colis n’est arrivé.
receipt-page = Page écrite avec { $n ->
    [one] { $n_shown } reçu
   *[other] { $n_shown } reçus
  } : { $path }
log-holds = Le journal des recherches contient la ligne { $line }.
log-holds-not = DÉFAUT : le journal des recherches ne contient pas la ligne { $line }. Des lignes ont été retirées ou changées.
release-signed = Sortie signée avec la clé de ce service.
release-not-signed = La sortie n’est pas signée : la phrase secrète de la clé n’a pas été donnée.
verify-parcels = Journal des colis : { $n ->
    [one] une ligne, entier
   *[other] { $n_shown } lignes, entier
  }
    .failed = Journal des colis abîmé ou incomplet (premier endroit : { $first })
verify-parcels-log = Journal des recherches : { $n ->
    [one] la ligne que les colis et les reçus nomment est là
   *[other] les { $n_shown } lignes que les colis et les reçus nomment sont là
  }
    .failed = { $n ->
    [one] Journal des recherches : une ligne que les colis ou les reçus nomment n’y est plus ({ $first })
   *[other] Journal des recherches : { $n_shown } lignes que les colis ou les reçus nomment n’y sont plus (la première : { $first })
  }. Si vous savez pourquoi : « bato log --acknowledge --why RAISON »
verify-parcels-log-restored = Journal des recherches : { $n ->
    [one] une ligne que les colis ou les reçus nomment n’y est plus
   *[other] { $n_shown } lignes que les colis ou les reçus nomment n’y sont plus
  }, depuis une sauvegarde reprise ou un défaut dont une personne a pris acte

paper-key = Clé sur papier
paper-office = Cette clé ouvre les colis destinés à ce service et signe les siens.
paper-safe = Cette clé ouvre tous les colis scellés pour ce coffre, si une autre clé est perdue.
paper-warning = Secret. Gardez ce papier sous clé, loin de l’ordinateur. Ne le photographiez pas et ne l’envoyez pas. Effacez cette page de l’ordinateur dès qu’elle est imprimée.
paper-words = Les 24 mots
paper-line = La même clé, sur une ligne
paper-use = Ouvrir un colis avec ce papier
paper-use-bato = Avec Bato, en tapant les 24 mots quand ils sont demandés :
paper-use-stock = Sans Bato, avec les programmes age et tar, la ligne ci-dessus étant dans key.txt :
paper-fingerprint = Les six mots de la carte :
paper-receipts = Reçus de colis

error-journal-damaged = Le journal des colis ({ $path }) est abîmé à la ligne { $line }.
    .hint = Rien n’est envoyé ni reçu tant qu’il l’est. Reprenez le dossier data-clean/parcels d’une sauvegarde, ou montrez-le à votre responsable informatique.
error-key-other = Cette clé n’est pas celle de la carte de { $office }.
    .hint = Prenez la carte et le papier du même service.
error-key-words = Ce ne sont pas les mots d’une clé, ou un mot est faux.
    .hint = Tapez les 24 mots dans l’ordre, ou la ligne qui commence par AGE-SECRET-KEY-1. Les accents et les majuscules ne comptent pas.
error-office-card = Ce fichier n’est pas la carte d’un service, ou il est abîmé.
    .hint = Demandez au service d’envoyer encore une fois son fichier .bato-office, sans l’ouvrir.
error-office-code = « { $value } » ne peut pas être le code d’un service.
    .hint = Donnez avec --code de 2 à 6 lettres majuscules sans accent ou chiffres, par exemple KIMB ou Q06.
error-office-code-taken = Le code { $value } est déjà celui de { $office }.
    .hint = Si ce service a une nouvelle clé, révoquez d’abord l’ancienne : « bato office revoke CODE --why RAISON ». Sinon, l’un des deux doit prendre un autre code.
error-office-exists = Ce registre a déjà la clé d’un service : { $office }.
    .hint = Sa carte : « bato office card ». Pour un autre service, prenez un autre dossier.
error-office-name = Ce nom ne peut pas être celui d’un service.
    .hint = Donnez un nom d’au plus 60 lettres, par exemple « Commune de Kimbanseke ».
error-office-letters = Le nom « { $office } » contient « { $value } » ({ $code }) : ce n’est pas une lettre latine, ou c’est un signe qui ne se voit pas. On confondrait ce service avec un autre.
    .hint = N’acceptez pas cette carte avant d’avoir appelé ce service. Un nom a des lettres de a à z, avec ou sans accent, des chiffres, des blancs, des traits d’union et des apostrophes.
error-office-none = Ce registre n’a pas de clé de service.
    .hint = Un responsable la crée au bureau, page « Colis », « Services et clés » (dans un terminal : « bato office new NOM », ou « bato office recover CARTE » pour la reprendre du papier).
error-office-not-confirmed = La carte de { $office } n’est pas acceptée.
    .hint = Appelez ce service, comparez les six mots et recommencez, ou donnez-les avec --words.
error-office-reason = Dites pourquoi ce service est révoqué.
    .hint = Ajoutez --why, par exemple --why "…".
error-office-revoked = Cette carte de { $office } a été révoquée.
    .hint = Une clé révoquée ne sert plus. Le service doit créer une nouvelle clé et envoyer sa nouvelle carte.
error-office-safe = { $office } est un coffre : il ne reçoit pas de colis.
    .hint = Nommez un service. Une sauvegarde peut être scellée pour un coffre : « bato backup --to CODE ».
error-office-unknown = Aucun service « { $value } » n’est accepté ici. Acceptés : { $known }
    .hint = Acceptez d’abord sa carte : « bato office accept CARTE ».
error-office-words = Les six mots ne sont pas ceux de la carte de { $office } : elle n’est pas acceptée.
    .hint = Écoutez-les encore une fois. S’ils diffèrent, la carte n’est pas celle de ce service : ne l’acceptez pas et prévenez-le.
error-parcel-content = { $path } : « { $file } » n’est pas ce que l’expéditeur a signé. Rien n’a été pris.
    .hint = Demandez à l’expéditeur de renvoyer le colis, et dites-lui que celui-ci a été changé.
error-parcel-copy-gone = Il n’y a plus de copie du colis { $name }.
    .hint = Son reçu est arrivé, ou c’est une sauvegarde. Scellez les fichiers encore une fois : ce sera un nouveau colis.
error-parcel-damaged = { $path } est abîmé ou incomplet. Rien n’a été pris.
    .hint = Recopiez-le, ou demandez à l’expéditeur de le renvoyer. Un colis en morceaux dit lequel est abîmé.
error-parcel-empty = Il n’y a aucun fichier à sceller.
    .hint = Nommez des fichiers, ou un dossier qui en contient.
error-parcel-file-changed = { $path } a changé pendant qu’il était scellé. Rien n’a été envoyé.
    .hint = Fermez-le s’il est ouvert ailleurs, puis recommencez.
error-parcel-kind = Le programme ne sait pas ce que contiennent ces fichiers.
    .hint = Ajoutez --kind census (fiches), births (naissances), events, decisions, release, backup ou course.
error-parcel-known = { $path } : le colis { $name } a déjà été reçu le { $at }, dans { $folder }. Il n’est pas pris une deuxième fois.
    .hint = Rien à faire. Son reçu : « bato parcel receipt { $name } ».
error-parcel-name = Un fichier d’un colis ne peut pas s’appeler « { $file } ».
    .hint = Renommez-le : sans point au début, sans signe spécial, au plus 200 lettres, ni manifest.toml.
error-parcel-names-alike = Deux fichiers du colis ont le même nom, ou ne diffèrent que par les majuscules : « { $file } ».
    .hint = Renommez l’un des deux.
error-parcel-newer = { $path } a été fait par une version plus récente de Bato.
    .hint = Installez la même version que l’expéditeur.
error-parcel-no-safe = Il n’y a pas encore de coffre : si une clé est perdue, rien ne pourrait être rouvert.
    .hint = Créez-en un avec « bato office safe NOM -o coffre.html », ou acceptez la carte du coffre de la commune.
error-parcel-not = { $path } n’est pas un colis.
    .hint = Un colis est un fichier .bato, tel que l’expéditeur l’a donné.
error-parcel-not-for-us = { $path } ne peut pas être ouvert avec cette clé : il est destiné à un autre service, ou abîmé.
    .hint = Demandez à l’expéditeur à qui il l’a scellé. Si ce service a une nouvelle clé, il doit en accepter la carte et sceller le colis encore une fois.
error-parcel-piece-number = Il n’y a pas de morceau { $value } : le dernier est le { $high }.
    .hint = Donnez la même taille de morceaux que la première fois.
error-parcel-piece-size = « { $value } » n’est pas une taille de morceaux, ou elle est trop petite ou trop grande.
    .hint = Donnez de 100 kB à 2 GB, par exemple 9MB ; il y a au plus 999 morceaux.
error-parcel-readdressed = { $path } : { $office } n’a pas envoyé ce colis à ce service, mais à { $codes }. Quelqu’un l’a fait suivre. Rien n’a été pris.
    .hint = Si vous devez le recevoir, demandez-le à { $office } lui-même.
error-parcel-reader-revoked = Le colis { $name } peut être ouvert avec une clé de { $office } qui a été révoquée le { $at } ({ $reason }). Il n’est plus écrit.
    .hint = Scellez les fichiers encore une fois, pour les services qui ne sont pas révoqués : ce sera un nouveau colis.
error-parcel-register-file = { $path } est un fichier du registre, ou une copie : il ne part pas dans un colis de cette sorte.
    .hint = Envoyez les fiches et les registres d’origine. Pour des chiffres : « bato release ». Pour une sauvegarde : « bato backup --to CODE », ou --kind backup.
error-parcel-removed = { $path } : le colis { $name } a été reçu le { $at }, puis son dossier { $folder } a été retiré. Il n’est pas remis.
    .hint = Si le dossier doit revenir : « bato parcel open --again », ou cochez la case « Remettre » au bureau.
error-parcel-revoked = { $path } est signé avec une clé de { $office } qui a été révoquée le { $at } ({ $reason }). Rien n’a été pris.
    .hint = Appelez ce service. S’il a une nouvelle clé, acceptez sa nouvelle carte et demandez-lui de renvoyer le colis.
error-parcel-signature = La signature n’est pas celle de { $office }. Rien n’a été pris.
    .hint = Ne vous servez pas de ce fichier. Appelez { $office } et demandez-lui de le renvoyer.
error-parcel-stranger = { $path } est signé par un service qui n’est pas accepté ici : { $office } ({ $words }). Rien n’a été pris.
    .hint = Si vous connaissez ce service, demandez-lui sa carte, acceptez-la avec « bato office accept », puis ouvrez le colis.
error-parcel-unknown = Il n’y a pas de colis { $name }.
    .hint = Voyez leurs noms avec « bato parcel list ».
error-passphrase-differs = Les deux phrases diffèrent. Rien n’a été créé.
    .hint = Recommencez.
error-passphrase-missing = Il faut la phrase secrète de la clé.
    .hint = Lancez la commande dans un terminal, ou nommez avec BATO_PASSPHRASE_FILE un fichier dont la première ligne est la phrase.
error-passphrase-short = La phrase secrète a moins de { $low } signes.
    .hint = Prenez plusieurs mots, par exemple quatre mots sans rapport entre eux.
error-passphrase-wrong = Ce n’est pas la phrase secrète de la clé.
    .hint = Recommencez. Si elle est perdue, reprenez la clé du papier dans un nouveau dossier : « bato office recover CARTE ».
error-piece-damaged = { $path } n’est pas un morceau entier de colis.
    .hint = Demandez à l’expéditeur de renvoyer ce morceau seul.
error-receipt-not = Ce texte n’est pas un reçu.
    .hint = Un reçu commence par BATO1 et a sept parties ; copiez-le en entier.
error-receipt-other = { $office } a reçu sous le n° { $number } un autre colis que celui d’ici.
    .hint = Une sauvegarde a été reprise, ou deux ordinateurs comptent ensemble. Demandez à ce service ce qu’il a reçu, et renvoyez ce qui manque.
error-receipt-signature = Ce reçu n’est pas signé par { $office }.
    .hint = Il a été mal copié, ou il est faux. Demandez-le encore une fois.
error-receipt-unknown = Aucun colis { $value } n° { $number } n’a été envoyé d’ici à { $office }.
    .hint = Le reçu est peut-être pour un autre service. Voyez « bato parcel list ».

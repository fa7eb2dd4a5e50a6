# Ce qui change dans le registre.

diff-title = De la version { $from } ({ $from_at }) à la version { $to } ({ $to_at }) :
changes-title = Ce qui change par rapport à la version en usage :
changes-none = Rien ne change.
changes-rows = Lignes : { changes-added }, { changes-removed }, { changes-corrected }, { $moved_shown } { $moved ->
    [one] déplacée
   *[other] déplacées
  }
changes-file-new = nouveau fichier
changes-file-gone = fichier absent
changes-file-renamed = renommé, avant « { $from } »
changes-file-changed = fichier modifié
changes-file-older = copie plus ancienne, celle de la version { $generation } : est-ce voulu ?
changes-n-added = { $n_shown } { $n ->
    [one] ajoutée
   *[other] ajoutées
  }
changes-n-removed = { $n_shown } { $n ->
    [one] retirée
   *[other] retirées
  }
changes-n-corrected = { $n_shown } { $n ->
    [one] corrigée
   *[other] corrigées
  }
changes-n-moved = { $n_shown } { $n ->
    [one] venue d’un autre fichier
   *[other] venues d’un autre fichier
  }
changes-persons-gone = Personnes qui n’ont plus aucune ligne : { $n_shown }
changes-persons-merged = Personnes reconnues comme une autre du registre : { $n_shown }
changes-persons-back = Personnes de retour : { $n_shown }
changes-persons-changed = Personnes dont une valeur change : { $n_shown }
changes-persons-new = Personnes nouvelles : { $n_shown }
changes-more = {"  "}… et { $n_shown } de plus : « bato diff --all » les montre une fois le registre enregistré
changes-blank = (rien)
summary-dry-run = Essai : rien n’a été enregistré, le registre est inchangé
changes-field-nom = nom
changes-field-postnom = post-nom
changes-field-prenom = prénom
changes-field-sex = sexe
changes-field-born_on = date de naissance
changes-field-birth_place = lieu de naissance
changes-field-quartier = quartier
changes-field-avenue = avenue
changes-field-parcel = n° de parcelle
changes-field-household_id = ménage
changes-field-relation = lien de parenté
changes-field-marital_status = état civil
changes-field-occupation = profession
changes-field-birth_act = acte de naissance
changes-field-status = situation
cli-diff = Montrer ce qui a changé entre deux versions du registre
cli-diff-arg-from = Version de départ (sinon : l’avant-dernière)
cli-diff-arg-to = Version d’arrivée (sinon : celle en usage)
cli-diff-arg-all = Montrer toutes les personnes
cli-run-arg-dry_run = S’arrêter avant d’enregistrer, après avoir montré ce qui change
summary-expect = Pour enregistrer exactement ce qui est montré ici : { $command }
cli-word-CODE = CODE
cli-run-arg-expect = Enregistrer seulement ce que l’essai (« --dry-run ») qui a donné ce code a montré
cli-run-arg-progress_json = Afficher l’avancement et le résultat en JSON, une ligne par étape, pour un autre programme
cli-run-arg-timings = Écrire dans ce fichier (JSON) le temps et la mémoire que chaque étape a pris
error-no-earlier-generation = Il n’y a pas de version avant la version { $generation }.
    .hint = « bato diff » compare deux versions : il en faut une deuxième.
changes-added = { $added_shown } { $added ->
    [one] ajoutée
   *[other] ajoutées
  }
changes-removed = { $removed_shown } { $removed ->
    [one] retirée
   *[other] retirées
  }
changes-corrected = { $corrected_shown } { $corrected ->
    [one] corrigée
   *[other] corrigées
  }
changes-value = { $what } : { $before } → { $after }
changes-reason-file-new = nouveau fichier : { $place }{ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } lignes)
  }
changes-reason-file-gone = son fichier n’est plus là : { $place }{ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } lignes)
  }
changes-reason-row-new = ligne ajoutée : { $place }{ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } lignes)
  }
changes-reason-row-gone = ligne retirée du fichier : { $place }{ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } lignes)
  }
changes-reason-row-changed = ligne changée dans le fichier : { $place }{ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } lignes)
  }
changes-reason-corrected = correction tapée par { $who } : { $place }{ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } lignes)
  }
changes-reason-quarantined = sa ligne attend maintenant en quarantaine : { $place }{ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } lignes)
  }
changes-reason-released = sa ligne n’attend plus en quarantaine : { $place }{ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } lignes)
  }
changes-reason-ruled-same = { $who } a décidé : même personne ({ $place })
changes-reason-ruled-different = { $who } a décidé : deux personnes ({ $place })
changes-reason-value-ruled = { $who } a décidé une valeur ({ $place })
changes-reason-ruling-undone = { $who } a annulé une décision ({ $place })
changes-reason-regrouped = le programme rattache autrement { $place } (avec { $who }){ $n ->
    [0] {""}
    [one] {""}
   *[other] {" "}({ $n_shown } lignes)
  }
changes-reason-consequence = ses lignes n’ont pas changé : c’est la suite d’un changement dans son ménage, d’un événement ou d’un réglage
changes-reason-household = la ligne de { $who }, du même ménage, a changé : { $place }
changes-reason-setting = un réglage a changé depuis la version en usage (mots, colonnes, quartier ou année d’un fichier) : voyez « Réglages »

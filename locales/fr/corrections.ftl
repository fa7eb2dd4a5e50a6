### Classeur de corrections : la première feuille et les commentaires des cellules.

corrections-sheet = Corrections Bato
corrections-error = ERREUR
corrections-warning = AVERTISSEMENT
corrections-how-mend = 1. Cliquez sur un endroit souligné : la cellule à corriger s’ouvre. Passez la souris sur elle pour lire ce qu’il faut écrire.
corrections-how-save = 2. Corrigez dans ce classeur, d’après la fiche papier, et enregistrez-le en .xlsx, sous ce nom ou un autre.
corrections-how-check = 3. Sur la page Déposer, choisissez ce classeur et ajoutez-le, puis page Importer (dans un terminal : laissez-le à côté du fichier d’origine et relancez « bato run »). Vos corrections sont reprises, même si le fichier d’origine change ensuite. Cette feuille-ci n’est pas lue.
corrections-count-error = { $n ->
    [0] aucune erreur
    [one] 1 erreur : sa ligne n’entre pas au registre tant qu’elle n’est pas corrigée
   *[other] { $n_shown } erreurs : ces lignes n’entrent pas au registre tant qu’elles ne sont pas corrigées
  }
corrections-count-warning = { $n ->
    [0] aucun avertissement
    [one] 1 avertissement : la ligne entre au registre, mais vérifiez la cellule
   *[other] { $n_shown } avertissements : les lignes entrent au registre, mais vérifiez les cellules
  }
corrections-of-rule = { $title } : { $n_shown }
corrections-column-severity = Gravité
corrections-column-place = Endroit
corrections-column-title = Constat
corrections-column-value = Valeur trouvée
corrections-column-what = Ce qui ne va pas
corrections-column-hint = Que faire
corrections-more = { $n ->
    [one] Un autre constat n’est pas dans cette liste ; sa cellule est colorée.
   *[other] { $n_shown } autres constats ne sont pas dans cette liste ; leurs cellules sont colorées.
  }
corrections-note = { $severity } : { $title }
    { $what }
    { $why }
    Que faire : { $hint }
corrections-written = Classeur à corriger : { $path }
corrections-instruction = Corrigez dans ce classeur, d’après la fiche papier, enregistrez-le et relancez « bato run ».
corrections-replaced = « { $original } » est remplacé par « { $by } »
corrections-applied = « { $original } » est lu avec les corrections de « { $by } »
corrections-continue = Continuez les corrections dans « { $path } »
finding-corrected = (La feuille porte « { $old } » ; corrigé par { $author }.)
cell-corrected = « { $old } » → « { $new } » ({ $author }, { $day })
correct-confirmation = « { $text } » : c’est juste ainsi
cell-confirmed = « { $text } » : juste ainsi ({ $author }, { $day })
correct-kept = Correction { $id } enregistrée dans { $path } : { $place } : « { $old } » → « { $new } ». Lancez « bato run » pour qu’elle compte.
correct-none = Aucune correction tapée.
correct-change = « { $old } » → « { $new } »
correct-not-held = ne vaut plus : annulée, remplacée ou refusée
correct-no-file = ne vaut plus : le fichier a été remplacé ou retiré
corrections-typed = { $n ->
    [one] Une cellule porte une correction tapée sur la page ou avec « bato correct » :
   *[other] { $n_shown } cellules portent une correction tapée sur la page ou avec « bato correct » :
  }
corrections-typed-author = Qui
corrections-typed-place = Endroit
corrections-typed-day = Jour
corrections-typed-old = Dans la feuille
corrections-typed-new = Corrigé en
corrections-typed-reason = Pourquoi

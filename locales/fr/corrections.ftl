### Classeur de corrections : la première feuille et les commentaires des cellules.

corrections-sheet = Corrections Bato
corrections-error = ERREUR
corrections-warning = AVERTISSEMENT
corrections-how-mend = 1. Cliquez sur un endroit souligné : la cellule à corriger s’ouvre. Passez la souris sur elle pour lire ce qu’il faut écrire.
corrections-how-save = 2. Corrigez dans votre fichier d’après la fiche papier, puis enregistrez ce classeur sous le même nom.
corrections-how-check = 3. Posez-le à côté du fichier d’origine et relancez « bato run » : il le remplace. Cette feuille-ci n’est pas lue.
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
corrections-replaced = « { $original } » est remplacé par « { $by } »

### Mots pour les codes.

kind-census = fiches de ménage
kind-birth = registre des naissances
severity-error = erreur{"       "}
severity-warning = avertissement
field-birth_date = date de naissance
field-sex = sexe
field-relation = lien de parenté
field-declared_on = date de déclaration

### Words for the codes.

kind-census = household sheets
kind-birth = birth register
severity-error = error{"  "}
severity-warning = warning
field-birth_date = date of birth
field-sex = sex
field-relation = relation
field-declared_on = day of declaration

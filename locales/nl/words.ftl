### Woorden voor de codes.

kind-census = gezinsfiches
kind-birth = geboorteregister
severity-error = fout{"         "}
severity-warning = waarschuwing{" "}
field-birth_date = geboortedatum
field-sex = geslacht
field-relation = verwantschap
field-declared_on = aangiftedatum

### Model: titels, lijsten, invulhulp, gebruiksaanwijzing.

template-file-census = model-volkstelling.xlsx
template-file-birth = model-geboorten.xlsx
template-written = Model geschreven: { $path }
    Open het in het rekenprogramma, vul het in en bewaar het. Controleer het daarna met: bato check "{ $path }"

template-sheet-census = Volkstelling
template-sheet-birth = Geboorten
template-sheet-guide = Gebruiksaanwijzing
template-sheet-lists = Lijsten
template-title-census = Gemeente { $commune } – Telling van de huishoudens
template-title-birth = Gemeente { $commune } – Geboorteregister
template-note-census = Eén bestand per wijk en per telling. Eén persoon per rij. De grijze rij is een voorbeeld: ze wordt niet gelezen.
template-note-birth = Eén bestand per jaar van het register. Eén akte per rij. De grijze rij is een voorbeeld: ze wordt niet gelezen.
template-label-quartier = Wijk:
template-label-year = Jaar:
template-footer-page = Blad { $page } / { $pages }

template-column-order = Nr.
    .prompt = Nummer van de rij. Mag leeg blijven.
template-column-fiche = Nr. huishouden
    .prompt = Hetzelfde nummer op elke rij van hetzelfde huishouden.
template-column-avenue = Laan
template-column-parcel = Nr. perceel
template-column-nom = Naam
template-column-postnom = Postnaam
template-column-prenom = Voornaam
template-column-sex = Geslacht
    .prompt = M = mannelijk, V = vrouwelijk.
template-column-birth_date = Geboortedatum
    .prompt = Dag/maand/jaar: 05/03/1987. Dag onbekend: 03/1987 of 1987. Jaar niet zeker: omstreeks 1987. Onbekend: laat leeg.
template-column-birth_place = Geboorteplaats
template-column-relation = Verwantschap
    .prompt = Band met het hoofd van het huishouden. Het hoofd van het huishouden komt eerst. Kies uit de lijst.
template-column-marital_status = Burgerlijke staat
    .prompt = Kies uit de lijst. Onbekend: laat leeg.
template-column-occupation = Beroep
template-column-act_number = Nr. akte
    .prompt = Nummer van de akte, zoals in het register.
template-column-declared_on = Datum van aangifte
    .prompt = Dag/maand/jaar: 20/03/2017. Nooit vóór de geboorte.
template-column-father = Naam van de vader
template-column-mother = Naam van de moeder
template-column-quartier = Wijk
    .prompt = Wijk van de ouders. Kies uit de lijst. Onbekend: laat leeg.
template-column-category = Categorie
    .prompt = Rechtstreeks: een ouder deed de aangifte. Bij volmacht: de kraaminrichting deed de aangifte. Aanvullend vonnis: akte op een vonnis van de rechtbank.
template-column-judgment_date = Datum van het vonnis
    .prompt = Alleen bij een aanvullend vonnis. Dag/maand/jaar: 12/01/2017.
template-column-remarks = Opmerkingen
template-prompt-quartier = Kies de wijk uit de lijst. Ze geldt voor het hele blad.
template-prompt-year-census = Jaar van de telling, bijvoorbeeld 2017.
template-prompt-year-birth = Jaar van het register, bijvoorbeeld 2017.

template-example-census = Voorbeeld | 1 | Lodja | 12 | MBALA | LEMA | Bruno | M | 05/03/1987 | Kinshasa | Hoofd van het huishouden | Gehuwd | Handelaar
template-example-birth = Voorbeeld | 20/03/2017 | NSIMBA | KIESE | Noëlla | V | 05/03/2017 | Kinshasa | MBALA LEMA Bruno | NSIMBA KIESE Rose | Boma | Rechtstreeks | | Aangegeven door de vader

template-refused-title = Te verbeteren
template-refused-fixed = Deze cel vult u niet in. Typ vanaf de eerste witte rij onder het voorbeeld.
template-refused-sex = Typ M of V, of laat leeg.
template-refused-year = Typ een jaar van vier cijfers, bijvoorbeeld 2017.
template-doubt-title = Na te kijken
template-doubt-list = Dit woord staat niet in de lijst. Neem een woord uit de lijst als er een past.
template-doubt-date = Deze datum bestaat niet of ligt na vandaag. Vergelijk met de papieren fiche.
template-doubt-declared = Deze datum bestaat niet, ligt na vandaag of valt vóór de geboorte. Vergelijk met het register.

template-sex-M = M
template-sex-F = V
template-marital_status-single = Ongehuwd
template-marital_status-married = Gehuwd
    .M = Gehuwd
    .F = Gehuwd
template-marital_status-widowed = Weduwe of weduwnaar
    .M = Weduwnaar
    .F = Weduwe
template-marital_status-divorced = Gescheiden
    .M = Gescheiden
    .F = Gescheiden
template-marital_status-separated = Feitelijk gescheiden
    .M = Feitelijk gescheiden
    .F = Feitelijk gescheiden
template-marital_status-free_union = Samenwonend
template-relation-head = Hoofd van het huishouden
template-relation-spouse = Echtgenoot of echtgenote
    .M = Echtgenoot
    .F = Echtgenote
template-relation-child = Zoon of dochter
    .M = Zoon
    .F = Dochter
template-relation-grandchild = Kleinkind
    .M = Kleinzoon
    .F = Kleindochter
template-relation-parent = Vader of moeder
    .M = Vader
    .F = Moeder
template-relation-parent_in_law = Schoonouder
    .M = Schoonvader
    .F = Schoonmoeder
template-relation-sibling = Broer of zus
    .M = Broer
    .F = Zus
template-relation-sibling_in_law = Schoonbroer of schoonzus
    .M = Schoonbroer
    .F = Schoonzus
template-relation-child_in_law = Schoonzoon of schoondochter
    .M = Schoonzoon
    .F = Schoondochter
template-relation-nephew_niece = Kind van broer of zus
    .M = Zoon van broer of zus
    .F = Dochter van broer of zus
template-relation-cousin = Kind van oom of tante
    .M = Zoon van oom of tante
    .F = Dochter van oom of tante
template-relation-uncle_aunt = Oom of tante
    .M = Oom
    .F = Tante
template-relation-grandparent = Grootouder
    .M = Grootvader
    .F = Grootmoeder
template-relation-guardian = Voogd
    .M = Voogd
    .F = Voogd
template-relation-ward = Toevertrouwd kind
template-relation-tenant = Huurder
template-relation-domestic = Huispersoneel
template-relation-unrelated = Niet verwant
template-category-direct = Rechtstreeks
template-category-proxy = Bij volmacht
template-category-judgment = Aanvullend vonnis

# De gebruiksaanwijzing: één raad per regel, het vette woord vóór de streep.
template-guide-title-census = Hoe vult u het bestand van de telling in
template-guide-title-birth = Hoe vult u het bestand van de geboorten in
template-guide-census =
    Bovenaan | Kies de wijk en typ het jaar van de telling. Eén bestand per wijk.
    De rijen | Eén persoon per rij. Begin op de eerste witte rij onder het voorbeeld. Sla niemand over.
    Het huishouden | Eén huishouden = één nummer. Typ dat nummer op elke rij van het huishouden. Het hoofd van het huishouden komt eerst.
    Het adres | Typ de laan en het nummer van het perceel ten minste op de rij van het hoofd van het huishouden.
    De namen | Naam, postnaam en voornaam, elk in hun kolom. Is er geen postnaam, laat de cel dan leeg.
    Het geslacht | M voor mannelijk, V voor vrouwelijk.
    De datums | Dag, maand, jaar: 05/03/1987. Dag onbekend: 03/1987. Alleen het jaar bekend: 1987. Jaar niet zeker: omstreeks 1987.
    De lijsten | Klik in de cel, dan op het pijltje rechts, en kies een woord.
    Onbekend | Wat u niet weet, blijft leeg. Verzin niets.
    De titels | Verander de titels van de kolommen niet en haal geen kolom weg.
    Meer rijen | Is het blad vol? Ga eronder op dezelfde manier verder, of neem een tweede bestand.
    Afdrukken | Het blad wordt liggend op A4 afgedrukt. Kies de ingevulde bladzijden.
    Op het einde | Bewaar onder een naam die wijk en jaar zegt, bijvoorbeeld “Boma 2017.xlsx” (formaat .xlsx). Controleer daarna met: bato check "Boma 2017.xlsx"
template-guide-birth =
    Bovenaan | Typ het jaar van het register. Eén bestand per jaar.
    De rijen | Eén akte per rij, in de volgorde van het register. Begin op de eerste witte rij onder het voorbeeld. Sla geen akte over.
    Het nummer | Het nummer van de akte, zoals in het register: 12 of 12/2017.
    De namen | Naam, postnaam en voornaam van het kind, elk in hun kolom. De hele naam van de vader in één cel, die van de moeder in een andere.
    Het geslacht | M voor mannelijk, V voor vrouwelijk.
    De datums | Dag, maand, jaar: 05/03/2017. De aangifte komt nooit vóór de geboorte.
    De categorie | Rechtstreeks: een ouder deed de aangifte. Bij volmacht: de kraaminrichting deed de aangifte. Aanvullend vonnis: de akte berust op een vonnis van de rechtbank; typ dan de datum van het vonnis.
    De lijsten | Klik in de cel, dan op het pijltje rechts, en kies een woord.
    Onbekend | Wat u niet weet, blijft leeg. Verzin niets.
    De titels | Verander de titels van de kolommen niet en haal geen kolom weg.
    Meer rijen | Is het blad vol? Ga eronder op dezelfde manier verder, of neem een tweede bestand.
    Afdrukken | Het blad wordt liggend op A4 afgedrukt. Kies de ingevulde bladzijden.
    Op het einde | Bewaar onder een naam die het jaar zegt, bijvoorbeeld “Geboorten 2017.xlsx” (formaat .xlsx). Controleer daarna met: bato check "Geboorten 2017.xlsx"

template-file-event = model-gebeurtenissen.xlsx
template-sheet-event = Gebeurtenissen
template-title-event = Gemeente { $commune } – Gebeurtenissen: overlijdens, vertrekken, aankomsten, verhuizingen, huwelijken
template-note-event = Eén gebeurtenis per rij. De grijze rij is een voorbeeld: ze wordt niet gelezen.
template-prompt-year-event = Jaar van de gebeurtenissen, bijvoorbeeld 2017.
template-column-event = Gebeurtenis
    .prompt = Kies uit de lijst.
template-column-event_date = Datum gebeurtenis
    .prompt = Dag/maand/jaar: 12/03/2018.
template-column-person_id = Persoonsnummer
    .prompt = Nummer van de persoon in het register (bato find), als het bekend is: P-….
template-column-to_quartier = Nieuwe wijk
    .prompt = Voor een aankomst of een verhuizing: waar de persoon sindsdien woont.
template-column-to_avenue = Nieuwe laan
    .prompt = Voor een aankomst of een verhuizing, als ze bekend is.
template-column-to_parcel = Nieuw perceel
    .prompt = Nummer van het perceel waar de persoon sindsdien woont, als het bekend is.
template-column-elsewhere = Andere gemeente of stad
    .prompt = Voor een aankomst: vanwaar. Voor een vertrek: waarheen.
template-column-spouse = Naam echtgenoot
    .prompt = Voor een huwelijk.
template-event-death = Overlijden
template-event-departure = Vertrek
template-event-arrival = Aankomst
template-event-move = Verhuizing
template-event-marriage = Huwelijk
template-example-event = Voorbeeld | 12/03/2018 | | MBALA | LEMA | Bruno | M | 05/03/1987 | Boma | Lodja | 12 | Malonda | |
template-guide-title-event = Hoe vult u het bestand van de gebeurtenissen in
template-guide-event =
    Bovenaan | Typ het jaar. Eén bestand per jaar volstaat, voor alle gebeurtenissen.
    De rijen | Eén gebeurtenis van één persoon per rij. Een huishouden dat verhuist: een rij per persoon.
    De gebeurtenis | Overlijden, Vertrek (uit de gemeente), Aankomst (in de gemeente), Verhuizing (van wijk naar wijk) of Huwelijk. Kies uit de lijst.
    Het nummer | Kent u het nummer van de persoon in het register (P-…), typ het: het wijst de persoon zonder fout aan. Laat het anders leeg.
    De persoon | Naam, postnaam, voornaam, geslacht en geboortedatum zoals op de huishoudfiche: zo wordt de persoon teruggevonden.
    Het adres | De wijk, laan en perceel waar de persoon woonde. Voor een verhuizing of aankomst de nieuwe wijk ernaast.
    Onbekend | Wat u niet weet blijft leeg. Verzin niets.
    De titels | Verander de titels van de kolommen niet en verwijder geen kolom.
    Op het einde | Bewaar het in de map “events” onder een naam die het jaar zegt, bijvoorbeeld “Gebeurtenissen 2018.xlsx”. Controleer dan met: bato check "Gebeurtenissen 2018.xlsx"

//! The layouts that agents type: which columns, under which headings, with which lines around them.
//!
//! A layout is data. How a value is written in its column is `hand`'s, what stands in the rows `entry`'s.

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Order,
    Fiche,
    Quartier,
    Avenue,
    Parcel,
    Address,
    Nom,
    Postnom,
    Prenom,
    NomPostnom,
    FullName,
    PrenomFirst,
    Sex,
    Male,
    Female,
    Born,
    BornAndPlace,
    Day,
    Month,
    Year,
    Age,
    Place,
    Relation,
    Marital,
    Job,
    Act,
    Volume,
    Folio,
    Declared,
    DeclaredDay,
    DeclaredMonth,
    DeclaredYear,
    Category,
    Father,
    Mother,
    Judgment,
    /// A column of no use to a register: often blank.
    Phone,
    Nationality,
    Religion,
}

/// A column: what it holds, the headings that agents give it, the title above it ("" if none).
pub(super) type Column = (What, &'static [&'static str], &'static str);

/// A layout.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) columns: &'static [Column],
    /// Lines of title above the table.
    pub(super) has_titles: bool,
    /// A block for each household, with its address in its lines and headings of its own.
    pub(super) has_blocks: bool,
    /// Number and address of a household on its first row only.
    pub(super) says_once: bool,
}

impl Layout {
    pub(super) fn has(&self, what: What) -> bool {
        self.columns.iter().any(|(own, ..)| *own == what)
    }
}

const N: &[&str] = &["N°", "N° d'ordre", "Ordre", "No"];
const FICHE: &[&str] = &["N° ménage", "Ménage", "N° fiche", "N° de ménage", "No ménage"];
const QUARTIER: &[&str] = &["Quartier", "QUARTIER", "Qtier"];
const AVENUE: &[&str] = &["Avenue", "AVENUE", "Av.", "Avenue / rue"];
const PARCEL: &[&str] = &["N° parcelle", "Parcelle", "N° parc.", "Numéro parcelle"];
const ADDRESS: &[&str] = &["Adresse", "Adresse complète", "ADRESSE"];
const NOM: &[&str] = &["Nom", "NOM", "Noms"];
const POSTNOM: &[&str] = &["Post-nom", "Postnom", "POST-NOM", "Post nom"];
const PRENOM: &[&str] = &["Prénom", "Prenom", "PRÉNOM", "Prénoms"];
const SEX: &[&str] = &["Sexe", "Sexe (M/F)", "SEXE", "Genre"];
const BORN: &[&str] = &["Date de naissance", "Date naiss.", "Né(e) le", "DATE DE NAISSANCE", "DDN"];
const PLACE: &[&str] = &["Lieu de naissance", "Lieu naiss.", "Lieu", "LIEU DE NAISSANCE"];
const RELATION: &[&str] = &["Lien de parenté", "Lien", "Lien avec le CM", "Position dans le ménage", "Parenté"];
const MARITAL: &[&str] = &["État civil", "Etat civil", "E.C.", "ETAT CIVIL"];
const JOB: &[&str] = &["Profession", "PROFESSION", "Prof."];

/// Layouts of census sheets.
pub(super) const CENSUS: &[Layout] = &[
    // One row a person, everything on it.
    Layout {
        columns: &[
            (What::Order, N, ""),
            (What::Quartier, QUARTIER, ""),
            (What::Avenue, AVENUE, ""),
            (What::Parcel, PARCEL, ""),
            (What::Fiche, FICHE, ""),
            (What::Nom, NOM, ""),
            (What::Postnom, POSTNOM, ""),
            (What::Prenom, PRENOM, ""),
            (What::Sex, SEX, ""),
            (What::Born, BORN, ""),
            (What::Place, PLACE, ""),
            (What::Relation, RELATION, ""),
            (What::Marital, MARITAL, ""),
            (What::Job, JOB, ""),
        ],
        has_titles: false,
        has_blocks: false,
        says_once: false,
    },
    // Headings over two rows, sex as a cross, the date in three columns.
    Layout {
        columns: &[
            (What::Order, &["N°"], ""),
            (What::Fiche, FICHE, ""),
            (What::Avenue, &["Avenue"], "Adresse"),
            (What::Parcel, &["N°", "Parcelle"], "Adresse"),
            (What::Nom, NOM, "Identité"),
            (What::Postnom, POSTNOM, "Identité"),
            (What::Prenom, PRENOM, "Identité"),
            (What::Male, &["M"], "Sexe"),
            (What::Female, &["F"], "Sexe"),
            (What::Day, &["Jour", "J"], "Date de naissance"),
            (What::Month, &["Mois", "M"], "Date de naissance"),
            (What::Year, &["Année", "An"], "Date de naissance"),
            (What::Place, PLACE, ""),
            (What::Relation, RELATION, ""),
            (What::Job, JOB, ""),
        ],
        has_titles: true,
        has_blocks: false,
        says_once: false,
    },
    // A block for each household.
    Layout {
        columns: &[
            (What::Order, &["N°"], ""),
            (What::Nom, NOM, ""),
            (What::Postnom, POSTNOM, ""),
            (What::Prenom, PRENOM, ""),
            (What::Sex, SEX, ""),
            (What::Born, BORN, ""),
            (What::Place, PLACE, ""),
            (What::Relation, RELATION, ""),
            (What::Marital, MARITAL, ""),
            (What::Job, JOB, ""),
        ],
        has_titles: true,
        has_blocks: true,
        says_once: false,
    },
    // The whole name in one column, the address in one cell.
    Layout {
        columns: &[
            (What::Order, N, ""),
            (What::Fiche, FICHE, ""),
            (What::Quartier, QUARTIER, ""),
            (What::Address, ADDRESS, ""),
            (
                What::FullName,
                &["Noms, post-noms et prénoms", "Nom, postnom et prénom", "Noms et prénoms", "Nom complet"],
                "",
            ),
            (What::Sex, SEX, ""),
            (What::Born, BORN, ""),
            (What::Place, PLACE, ""),
            (What::Relation, RELATION, ""),
            (What::Phone, &["Téléphone", "Tél."], ""),
        ],
        has_titles: true,
        has_blocks: false,
        says_once: false,
    },
    // The date in three columns under one row of headings.
    Layout {
        columns: &[
            (What::Quartier, QUARTIER, ""),
            (What::Avenue, AVENUE, ""),
            (What::Parcel, PARCEL, ""),
            (What::Fiche, FICHE, ""),
            (What::Nom, NOM, ""),
            (What::Postnom, POSTNOM, ""),
            (What::Prenom, PRENOM, ""),
            (What::Sex, SEX, ""),
            (What::Day, &["Jour naissance", "Jour de naissance"], ""),
            (What::Month, &["Mois naissance", "Mois de naissance"], ""),
            (What::Year, &["Année naissance", "Année de naissance"], ""),
            (What::Place, PLACE, ""),
            (What::Relation, RELATION, ""),
            (What::Nationality, &["Nationalité"], ""),
        ],
        has_titles: false,
        has_blocks: false,
        says_once: false,
    },
    // Sex as a cross under one row of headings; number and address once a household.
    Layout {
        columns: &[
            (What::Fiche, FICHE, ""),
            (What::Avenue, AVENUE, ""),
            (What::Parcel, PARCEL, ""),
            (What::Nom, NOM, ""),
            (What::Postnom, POSTNOM, ""),
            (What::Prenom, PRENOM, ""),
            (What::Male, &["Masculin", "Sexe M", "Masc."], ""),
            (What::Female, &["Féminin", "Sexe F", "Fém."], ""),
            (What::Born, BORN, ""),
            (What::Place, PLACE, ""),
            (What::Relation, RELATION, ""),
            (What::Marital, MARITAL, ""),
        ],
        has_titles: true,
        has_blocks: false,
        says_once: true,
    },
    // As a program writes it.
    Layout {
        columns: &[
            (What::Fiche, &["menage", "fiche"], ""),
            (What::Quartier, &["quartier"], ""),
            (What::Avenue, &["avenue"], ""),
            (What::Parcel, &["parcelle"], ""),
            (What::Nom, &["noms", "nom"], ""),
            (What::Postnom, &["postnoms", "post_nom"], ""),
            (What::Prenom, &["prenoms", "prenom"], ""),
            (What::Sex, &["genre", "sexe"], ""),
            (What::Born, &["date_naissance", "date_naiss"], ""),
            (What::Place, &["lieu_naissance"], ""),
            (What::Relation, &["lien"], ""),
            (What::Marital, &["etat_civil"], ""),
            (What::Job, &["profession"], ""),
        ],
        has_titles: false,
        has_blocks: false,
        says_once: false,
    },
    // Nom and post-nom together, date and place in one cell, a column that no register may keep.
    Layout {
        columns: &[
            (What::Order, N, ""),
            (What::Fiche, FICHE, ""),
            (What::Avenue, AVENUE, ""),
            (What::Parcel, PARCEL, ""),
            (What::NomPostnom, &["Nom et post-nom", "Noms et postnoms", "NOM ET POST-NOM"], ""),
            (What::Prenom, PRENOM, ""),
            (What::Sex, SEX, ""),
            (What::BornAndPlace, &["Date et lieu de naissance", "Lieu et date de naissance"], ""),
            (What::Relation, RELATION, ""),
            (What::Religion, &["Religion"], ""),
            (What::Job, JOB, ""),
        ],
        has_titles: true,
        has_blocks: false,
        says_once: false,
    },
    // No number of the household; an age where no date is known.
    Layout {
        columns: &[
            (What::Order, N, ""),
            (What::Avenue, AVENUE, ""),
            (What::Parcel, PARCEL, ""),
            (What::Nom, NOM, ""),
            (What::Postnom, POSTNOM, ""),
            (What::Prenom, PRENOM, ""),
            (What::Sex, SEX, ""),
            (What::Born, BORN, ""),
            (What::Age, &["Âge", "Age"], ""),
            (What::Place, PLACE, ""),
            (What::Relation, RELATION, ""),
            (What::Job, JOB, ""),
        ],
        has_titles: true,
        has_blocks: false,
        says_once: false,
    },
    // The prénom first.
    Layout {
        columns: &[
            (What::Fiche, FICHE, ""),
            (What::Quartier, QUARTIER, ""),
            (What::Avenue, AVENUE, ""),
            (What::Parcel, PARCEL, ""),
            (What::PrenomFirst, &["Prénom et nom", "Prénom, nom et postnom"], ""),
            (What::Sex, SEX, ""),
            (What::Born, BORN, ""),
            (What::Place, PLACE, ""),
            (What::Relation, RELATION, ""),
            (What::Marital, MARITAL, ""),
        ],
        has_titles: false,
        has_blocks: false,
        says_once: true,
    },
];

const ACT: &[&str] = &["N° acte", "N° d'acte", "Acte n°", "N° de l'acte"];
const DECLARED: &[&str] = &["Date de déclaration", "Date décl.", "Déclaré le", "Date de l'acte"];
const FATHER: &[&str] = &["Nom du père", "Père", "Noms du père"];
const MOTHER: &[&str] = &["Nom de la mère", "Mère", "Noms de la mère"];

/// Layouts of birth registers.
pub(super) const BIRTHS: &[Layout] = &[
    Layout {
        columns: &[
            (What::Act, &["numero_acte", "no_acte"], ""),
            (What::Declared, &["date_declaration"], ""),
            (What::Nom, &["nom"], ""),
            (What::Postnom, &["postnom"], ""),
            (What::Prenom, &["prenom"], ""),
            (What::Sex, &["sexe"], ""),
            (What::Born, &["date_naissance"], ""),
            (What::Place, &["lieu_naissance"], ""),
            (What::Father, &["pere"], ""),
            (What::Mother, &["mere"], ""),
            (What::Quartier, &["quartier"], ""),
        ],
        has_titles: false,
        has_blocks: false,
        says_once: false,
    },
    Layout {
        columns: &[
            (What::Act, ACT, ""),
            (What::Declared, DECLARED, ""),
            (What::Nom, NOM, ""),
            (What::Postnom, POSTNOM, ""),
            (What::Prenom, PRENOM, ""),
            (What::Sex, SEX, ""),
            (What::Born, BORN, ""),
            (What::Place, PLACE, ""),
            (What::Father, FATHER, ""),
            (What::Mother, MOTHER, ""),
            (What::Quartier, QUARTIER, ""),
            (What::Category, &["Catégorie", "Type de déclaration", "Mode de déclaration"], ""),
        ],
        has_titles: true,
        has_blocks: false,
        says_once: false,
    },
    // Titles above several columns, dates in three.
    Layout {
        columns: &[
            (What::Act, &["N° acte", "N°"], ""),
            (What::Nom, NOM, "Enfant"),
            (What::Postnom, POSTNOM, "Enfant"),
            (What::Prenom, PRENOM, "Enfant"),
            (What::Sex, &["Sexe"], ""),
            (What::Day, &["Jour"], "Né le"),
            (What::Month, &["Mois"], "Né le"),
            (What::Year, &["Année"], "Né le"),
            (What::Place, &["Lieu de naissance"], ""),
            (What::Father, &["Nom"], "Père"),
            (What::Mother, &["Nom"], "Mère"),
            (What::Quartier, &["Quartier"], ""),
            (What::DeclaredDay, &["Jour"], "Date de déclaration"),
            (What::DeclaredMonth, &["Mois"], "Date de déclaration"),
            (What::DeclaredYear, &["Année"], "Date de déclaration"),
        ],
        has_titles: true,
        has_blocks: false,
        says_once: false,
    },
    // Volume and folio; the child's name in one column; the judgment's number.
    Layout {
        columns: &[
            (What::Volume, &["Vol.", "Volume"], ""),
            (What::Folio, &["Folio"], ""),
            (What::Act, ACT, ""),
            (What::Declared, DECLARED, ""),
            (What::FullName, &["Noms et prénoms de l'enfant", "Nom, postnom et prénom de l'enfant"], ""),
            (What::Sex, SEX, ""),
            (What::Born, BORN, ""),
            (What::Place, PLACE, ""),
            (What::Father, FATHER, ""),
            (What::Mother, MOTHER, ""),
            (What::Judgment, &["N° jugement", "N° du jugement"], ""),
            (What::Category, &["Catégorie"], ""),
        ],
        has_titles: true,
        has_blocks: false,
        says_once: false,
    },
];

//! The layouts of sheets: columns, possible headers, lines around the table.
//!
//! A layout is data. `typist` decides how values are written, `entry` which values they are.

use ColumnContent as C;

/// The content of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ColumnContent {
    Order,
    FicheNumber,
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
    BirthDate,
    BirthDateAndPlace,
    BirthDay,
    BirthMonth,
    BirthYear,
    Age,
    BirthPlace,
    Relation,
    Marital,
    Occupation,
    ActNumber,
    Volume,
    Folio,
    DeclarationDate,
    DeclarationDay,
    DeclarationMonth,
    DeclarationYear,
    Category,
    Father,
    Mother,
    Judgment,
    /// Columns that no register uses.
    Phone,
    Nationality,
    Religion,
}

/// A column of a layout.
#[derive(Debug)]
pub(super) struct LayoutColumn {
    pub(super) content: ColumnContent,
    /// Its possible headers.
    pub(super) headers: &'static [&'static str],
    /// The title above it; "" if none.
    pub(super) title: &'static str,
}

const fn column(content: ColumnContent, headers: &'static [&'static str]) -> LayoutColumn {
    under("", content, headers)
}

const fn under(title: &'static str, content: ColumnContent, headers: &'static [&'static str]) -> LayoutColumn {
    LayoutColumn { content, headers, title }
}

/// A layout.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) columns: &'static [LayoutColumn],
    /// Whether lines of title stand above the table.
    pub(super) has_titles: bool,
    /// Whether each household has a block with its address above and its own header.
    pub(super) has_blocks: bool,
    /// Whether number and address stand only on the first row of a household.
    pub(super) has_address_once: bool,
}

impl Layout {
    /// Whether a column has this content.
    pub(super) fn has(&self, content: ColumnContent) -> bool {
        self.columns.iter().any(|column| column.content == content)
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

/// A table alone.
const PLAIN: Layout = Layout { columns: &[], has_titles: false, has_blocks: false, has_address_once: false };

/// Layouts of census sheets.
#[rustfmt::skip]
pub(super) const CENSUS: &[Layout] = &[
    // One row a person with all columns.
    Layout {
        columns: &[
            column(C::Order, N), column(C::Quartier, QUARTIER), column(C::Avenue, AVENUE), column(C::Parcel, PARCEL),
            column(C::FicheNumber, FICHE), column(C::Nom, NOM), column(C::Postnom, POSTNOM),
            column(C::Prenom, PRENOM), column(C::Sex, SEX), column(C::BirthDate, BORN), column(C::BirthPlace, PLACE),
            column(C::Relation, RELATION), column(C::Marital, MARITAL), column(C::Occupation, JOB),
        ],
        ..PLAIN
    },
    // Header over two rows, sex as a cross, date in three columns.
    Layout {
        columns: &[
            column(C::Order, &["N°"]), column(C::FicheNumber, FICHE), under("Adresse", C::Avenue, &["Avenue"]),
            under("Adresse", C::Parcel, &["N°", "Parcelle"]), under("Identité", C::Nom, NOM),
            under("Identité", C::Postnom, POSTNOM), under("Identité", C::Prenom, PRENOM),
            under("Sexe", C::Male, &["M"]), under("Sexe", C::Female, &["F"]),
            under("Date de naissance", C::BirthDay, &["Jour", "J"]),
            under("Date de naissance", C::BirthMonth, &["Mois", "M"]),
            under("Date de naissance", C::BirthYear, &["Année", "An"]), column(C::BirthPlace, PLACE),
            column(C::Relation, RELATION), column(C::Occupation, JOB),
        ],
        has_titles: true,
        ..PLAIN
    },
    // A block for each household.
    Layout {
        columns: &[
            column(C::Order, &["N°"]), column(C::Nom, NOM), column(C::Postnom, POSTNOM), column(C::Prenom, PRENOM),
            column(C::Sex, SEX), column(C::BirthDate, BORN), column(C::BirthPlace, PLACE),
            column(C::Relation, RELATION), column(C::Marital, MARITAL), column(C::Occupation, JOB),
        ],
        has_titles: true,
        has_blocks: true,
        ..PLAIN
    },
    // Full name in one column, address in one cell.
    Layout {
        columns: &[
            column(C::Order, N), column(C::FicheNumber, FICHE), column(C::Quartier, QUARTIER),
            column(C::Address, ADDRESS),
            column(C::FullName, &["Noms, post-noms et prénoms", "Nom, postnom et prénom", "Noms et prénoms", "Nom complet"]),
            column(C::Sex, SEX), column(C::BirthDate, BORN), column(C::BirthPlace, PLACE),
            column(C::Relation, RELATION), column(C::Phone, &["Téléphone", "Tél."]),
        ],
        has_titles: true,
        ..PLAIN
    },
    // Date in three columns under one header row.
    Layout {
        columns: &[
            column(C::Quartier, QUARTIER), column(C::Avenue, AVENUE), column(C::Parcel, PARCEL),
            column(C::FicheNumber, FICHE), column(C::Nom, NOM), column(C::Postnom, POSTNOM),
            column(C::Prenom, PRENOM), column(C::Sex, SEX),
            column(C::BirthDay, &["Jour naissance", "Jour de naissance"]),
            column(C::BirthMonth, &["Mois naissance", "Mois de naissance"]),
            column(C::BirthYear, &["Année naissance", "Année de naissance"]), column(C::BirthPlace, PLACE),
            column(C::Relation, RELATION), column(C::Nationality, &["Nationalité"]),
        ],
        ..PLAIN
    },
    // Sex as a cross under one header row; number and address once a household.
    Layout {
        columns: &[
            column(C::FicheNumber, FICHE), column(C::Avenue, AVENUE), column(C::Parcel, PARCEL), column(C::Nom, NOM),
            column(C::Postnom, POSTNOM), column(C::Prenom, PRENOM), column(C::Male, &["Masculin", "Sexe M", "Masc."]),
            column(C::Female, &["Féminin", "Sexe F", "Fém."]), column(C::BirthDate, BORN),
            column(C::BirthPlace, PLACE), column(C::Relation, RELATION), column(C::Marital, MARITAL),
        ],
        has_titles: true,
        has_address_once: true,
        ..PLAIN
    },
    // Export of a program.
    Layout {
        columns: &[
            column(C::FicheNumber, &["menage", "fiche"]), column(C::Quartier, &["quartier"]),
            column(C::Avenue, &["avenue"]), column(C::Parcel, &["parcelle"]), column(C::Nom, &["noms", "nom"]),
            column(C::Postnom, &["postnoms", "post_nom"]), column(C::Prenom, &["prenoms", "prenom"]),
            column(C::Sex, &["genre", "sexe"]), column(C::BirthDate, &["date_naissance", "date_naiss"]),
            column(C::BirthPlace, &["lieu_naissance"]), column(C::Relation, &["lien"]),
            column(C::Marital, &["etat_civil"]), column(C::Occupation, &["profession"]),
        ],
        ..PLAIN
    },
    // Nom and post-nom in one column, date and place in one cell, a column that no register may keep.
    Layout {
        columns: &[
            column(C::Order, N), column(C::FicheNumber, FICHE), column(C::Avenue, AVENUE), column(C::Parcel, PARCEL),
            column(C::NomPostnom, &["Nom et post-nom", "Noms et postnoms", "NOM ET POST-NOM"]),
            column(C::Prenom, PRENOM), column(C::Sex, SEX),
            column(C::BirthDateAndPlace, &["Date et lieu de naissance", "Lieu et date de naissance"]),
            column(C::Relation, RELATION), column(C::Religion, &["Religion"]), column(C::Occupation, JOB),
        ],
        has_titles: true,
        ..PLAIN
    },
    // No number of the household; an age if the date is unknown.
    Layout {
        columns: &[
            column(C::Order, N), column(C::Avenue, AVENUE), column(C::Parcel, PARCEL), column(C::Nom, NOM),
            column(C::Postnom, POSTNOM), column(C::Prenom, PRENOM), column(C::Sex, SEX), column(C::BirthDate, BORN),
            column(C::Age, &["Âge", "Age"]), column(C::BirthPlace, PLACE), column(C::Relation, RELATION),
            column(C::Occupation, JOB),
        ],
        has_titles: true,
        ..PLAIN
    },
    // Prénom first.
    Layout {
        columns: &[
            column(C::FicheNumber, FICHE), column(C::Quartier, QUARTIER), column(C::Avenue, AVENUE),
            column(C::Parcel, PARCEL), column(C::PrenomFirst, &["Prénom et nom", "Prénom, nom et postnom"]),
            column(C::Sex, SEX), column(C::BirthDate, BORN), column(C::BirthPlace, PLACE),
            column(C::Relation, RELATION), column(C::Marital, MARITAL),
        ],
        has_address_once: true,
        ..PLAIN
    },
];

const ACT: &[&str] = &["N° acte", "N° d'acte", "Acte n°", "N° de l'acte"];
const DECLARED: &[&str] = &["Date de déclaration", "Date décl.", "Déclaré le", "Date de l'acte"];
const FATHER: &[&str] = &["Nom du père", "Père", "Noms du père"];
const MOTHER: &[&str] = &["Nom de la mère", "Mère", "Noms de la mère"];

/// Layouts of birth registers.
#[rustfmt::skip]
pub(super) const BIRTHS: &[Layout] = &[
    Layout {
        columns: &[
            column(C::ActNumber, &["numero_acte", "no_acte"]), column(C::DeclarationDate, &["date_declaration"]),
            column(C::Nom, &["nom"]), column(C::Postnom, &["postnom"]), column(C::Prenom, &["prenom"]),
            column(C::Sex, &["sexe"]), column(C::BirthDate, &["date_naissance"]),
            column(C::BirthPlace, &["lieu_naissance"]), column(C::Father, &["pere"]), column(C::Mother, &["mere"]),
            column(C::Quartier, &["quartier"]),
        ],
        ..PLAIN
    },
    Layout {
        columns: &[
            column(C::ActNumber, ACT), column(C::DeclarationDate, DECLARED), column(C::Nom, NOM),
            column(C::Postnom, POSTNOM), column(C::Prenom, PRENOM), column(C::Sex, SEX), column(C::BirthDate, BORN),
            column(C::BirthPlace, PLACE), column(C::Father, FATHER), column(C::Mother, MOTHER),
            column(C::Quartier, QUARTIER),
            column(C::Category, &["Catégorie", "Type de déclaration", "Mode de déclaration"]),
        ],
        has_titles: true,
        ..PLAIN
    },
    // Titles above several columns, dates in three columns.
    Layout {
        columns: &[
            column(C::ActNumber, &["N° acte", "N°"]), under("Enfant", C::Nom, NOM),
            under("Enfant", C::Postnom, POSTNOM), under("Enfant", C::Prenom, PRENOM), column(C::Sex, &["Sexe"]),
            under("Né le", C::BirthDay, &["Jour"]), under("Né le", C::BirthMonth, &["Mois"]),
            under("Né le", C::BirthYear, &["Année"]), column(C::BirthPlace, &["Lieu de naissance"]),
            under("Père", C::Father, &["Nom"]), under("Mère", C::Mother, &["Nom"]),
            column(C::Quartier, &["Quartier"]), under("Date de déclaration", C::DeclarationDay, &["Jour"]),
            under("Date de déclaration", C::DeclarationMonth, &["Mois"]),
            under("Date de déclaration", C::DeclarationYear, &["Année"]),
        ],
        has_titles: true,
        ..PLAIN
    },
    // Volume and folio, the child's name in one column, the number of the judgment.
    Layout {
        columns: &[
            column(C::Volume, &["Vol.", "Volume"]), column(C::Folio, &["Folio"]), column(C::ActNumber, ACT),
            column(C::DeclarationDate, DECLARED),
            column(C::FullName, &["Noms et prénoms de l'enfant", "Nom, postnom et prénom de l'enfant"]),
            column(C::Sex, SEX), column(C::BirthDate, BORN), column(C::BirthPlace, PLACE), column(C::Father, FATHER),
            column(C::Mother, MOTHER), column(C::Judgment, &["N° jugement", "N° du jugement"]),
            column(C::Category, &["Catégorie"]),
        ],
        has_titles: true,
        ..PLAIN
    },
];

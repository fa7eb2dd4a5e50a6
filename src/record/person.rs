//! Codes that describe a person: sex, marital status, relation to the head.

use super::codes::codes;

codes! {
    /// Sex as typed on the fiche or in the act.
    Sex {
        /// Masculin.
        Male = "M",
        /// Féminin.
        Female = "F",
    }
}

codes! {
    /// État civil.
    MaritalStatus {
        /// Célibataire.
        Single = "single",
        /// Marié(e).
        Married = "married",
        /// Veuf, veuve.
        Widowed = "widowed",
        /// Divorcé(e).
        Divorced = "divorced",
        /// Séparé(e).
        Separated = "separated",
        /// Union libre, union de fait.
        FreeUnion = "free_union",
    }
}

codes! {
    /// Lien avec le chef de ménage.
    Relation {
        /// Chef de ménage, CM, responsable, (C).
        Head = "head",
        /// Conjoint(e), épouse, époux, femme, mari.
        Spouse = "spouse",
        /// Fils, fille, enfant.
        Child = "child",
        /// Petit-fils, petite-fille.
        Grandchild = "grandchild",
        /// Père, mère.
        Parent = "parent",
        /// Beau-père, belle-mère.
        ParentInLaw = "parent_in_law",
        /// Frère, sœur.
        Sibling = "sibling",
        /// Beau-frère, belle-sœur.
        SiblingInLaw = "sibling_in_law",
        /// Gendre, belle-fille, beau-fils.
        ChildInLaw = "child_in_law",
        /// Neveu, nièce.
        Nephew = "nephew_niece",
        /// Cousin, cousine.
        Cousin = "cousin",
        /// Oncle, tante.
        Uncle = "uncle_aunt",
        /// Grand-père, grand-mère.
        Grandparent = "grandparent",
        /// Tuteur, tutrice.
        Guardian = "guardian",
        /// Pupille, enfant confié.
        Ward = "ward",
        /// Locataire.
        Tenant = "tenant",
        /// Domestique.
        Domestic = "domestic",
        /// Ami, visiteur, autre sans lien de famille.
        Unrelated = "unrelated",
    }
}

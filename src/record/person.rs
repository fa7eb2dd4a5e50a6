//! Codes that describe a person: sex, marital status, relation to the head.

use super::codes::codes;

codes! {
    /// Sex as typed on the fiche or in the act.
    Sex {
        Male = "M": "Masculin.",
        Female = "F": "Féminin.",
    }
}

codes! {
    /// État civil.
    MaritalStatus {
        Single = "single": "Célibataire.",
        Married = "married": "Marié(e).",
        Widowed = "widowed": "Veuf, veuve.",
        Divorced = "divorced": "Divorcé(e).",
        Separated = "separated": "Séparé(e).",
        FreeUnion = "free_union": "Union libre, union de fait.",
    }
}

codes! {
    /// Lien avec le chef de ménage.
    Relation {
        Head = "head": "Chef de ménage, CM, responsable, (C).",
        Spouse = "spouse": "Conjoint(e), épouse, époux, femme, mari.",
        Child = "child": "Fils, fille, enfant.",
        Grandchild = "grandchild": "Petit-fils, petite-fille.",
        Parent = "parent": "Père, mère.",
        ParentInLaw = "parent_in_law": "Beau-père, belle-mère.",
        Sibling = "sibling": "Frère, sœur.",
        SiblingInLaw = "sibling_in_law": "Beau-frère, belle-sœur.",
        ChildInLaw = "child_in_law": "Gendre, belle-fille, beau-fils.",
        Nephew = "nephew_niece": "Neveu, nièce.",
        Cousin = "cousin": "Cousin, cousine.",
        Uncle = "uncle_aunt": "Oncle, tante.",
        Grandparent = "grandparent": "Grand-père, grand-mère.",
        Guardian = "guardian": "Tuteur, tutrice.",
        Ward = "ward": "Pupille, enfant confié.",
        Tenant = "tenant": "Locataire.",
        Domestic = "domestic": "Domestique.",
        Unrelated = "unrelated": "Ami, visiteur, autre sans lien de famille.",
    }
}

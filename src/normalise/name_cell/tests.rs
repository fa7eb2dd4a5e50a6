//! What the cell of a name holds beside the name.

use super::*;

fn kinds(name: &NameCell) -> Vec<DoubtKind> {
    name.doubts.iter().map(|(kind, _)| *kind).collect()
}

#[test]
fn the_list_of_words_is_valid() {
    assert_eq!(WORDS.meaning("Mme"), Some(WordMeaning::Title));
    assert_eq!(WORDS.meaning("d.c.d"), None);
    assert_eq!(WORDS.meaning("Née"), Some(WordMeaning::OtherName));
    assert_eq!(WORDS.meaning("M."), Some(WordMeaning::Leading));
}

#[test]
fn what_is_no_part_of_a_name_is_taken_out_and_noted() {
    use DoubtKind::{NameDitto, NameSaysDead, NotPartOfName, TwoPersons};
    for (typed, expected, doubts) in [
        ("MBALA", "MBALA", vec![]),
        ("N'SENGA WA MBALA", "N'SENGA WA MBALA", vec![]),
        ("Jean-Paul", "Jean-Paul", vec![]),
        ("J.", "J.", vec![]),
        ("Mme MBUNGA LEMBA Ruth", "MBUNGA LEMBA Ruth", vec![]),
        ("mr. MBALA", "MBALA", vec![]),
        ("MBALA LEMA Mlle", "MBALA LEMA", vec![]),
        ("Dr KITOKO", "KITOKO", vec![]),
        ("Mevr. MBALA", "MBALA", vec![]),
        ("M. MBALA Jean", "MBALA Jean", vec![NotPartOfName]),
        ("Papa MBALA", "MBALA", vec![NotPartOfName]),
        ("PAPA", "PAPA", vec![]),
        ("Ya Jean", "Jean", vec![NotPartOfName]),
        ("YA MUTOMBO", "YA MUTOMBO", vec![]),
        ("Le chef KABONGO", "KABONGO", vec![NotPartOfName]),
        ("MBALA (fils)", "MBALA", vec![NotPartOfName]),
        ("Pasteur LEMA", "LEMA", vec![NotPartOfName]),
        ("Vve NSUADI", "NSUADI", vec![NotPartOfName]),
        ("feu MBALA", "MBALA", vec![NameSaysDead]),
        ("MBALA (décédé)", "MBALA", vec![NameSaysDead]),
        ("TUNDA née WALE Rachel", "TUNDA Rachel", vec![NotPartOfName]),
        ("MBALA Ruth épouse KANZA Paul", "MBALA Ruth", vec![NotPartOfName]),
        ("KABONGO ép. MBALA", "KABONGO", vec![NotPartOfName]),
        ("KABONGO dit Vieux", "KABONGO", vec![NotPartOfName]),
        ("MBALA fils de KANZA", "MBALA", vec![NotPartOfName]),
        ("idem NGOMA", "NGOMA", vec![NameDitto]),
        ("\" NGOMA", "NGOMA", vec![NameDitto]),
        ("// NGOMA", "NGOMA", vec![NameDitto]),
        ("↓ NGOMA", "NGOMA", vec![NameDitto]),
        ("d° NGOMA", "NGOMA", vec![NameDitto]),
        ("même nom", "", vec![NameDitto]),
        ("idem", "", vec![NameDitto]),
        ("ILUNGA (C)", "ILUNGA", vec![NotPartOfName]),
        ("(C) ILUNGA", "ILUNGA", vec![]),
        ("Jean-Pierre (Chef)", "Jean-Pierre", vec![NotPartOfName]),
        ("KABONGO (absent)", "KABONGO", vec![NotPartOfName]),
        ("KABONGO (Ruth)", "KABONGO Ruth", vec![NotPartOfName]),
        ("MBUYI et KABONGO KABANGA (jumeaux)", "MBUYI KABONGO KABANGA", vec![NotPartOfName, TwoPersons]),
        ("MBUYI & KABONGO", "MBUYI KABONGO", vec![TwoPersons]),
        ("MBUYI+KABONGO", "MBUYI KABONGO", vec![TwoPersons]),
        ("MBALA / LEMA", "MBALA LEMA", vec![NotPartOfName]),
        ("1. KABONGO", "KABONGO", vec![NotPartOfName]),
        ("KABONGO 2", "KABONGO", vec![NotPartOfName]),
        ("KABONGO - père", "KABONGO père", vec![]),
        ("KABONGO2", "KABONGO", vec![NotPartOfName]),
        ("12", "", vec![NotPartOfName]),
        ("Fiston 9 ans", "Fiston", vec![NotPartOfName]),
        ("MAFUTA, 12 ans", "MAFUTA", vec![NotPartOfName]),
        ("Marc 8 mois", "Marc", vec![NotPartOfName]),
        ("Léa en voyage", "Léa", vec![NotPartOfName]),
        ("Léa à Matadi", "Léa", vec![NotPartOfName]),
        ("Gloire à Dieu", "Gloire à Dieu", vec![]),
        ("Dieu est grand", "Dieu est grand", vec![]),
        ("Merci à Jésus", "Merci à Jésus", vec![]),
        ("Dieu avec nous", "Dieu avec nous", vec![]),
        ("Léa malade", "Léa", vec![NotPartOfName]),
        ("Léa visiteuse", "Léa", vec![NotPartOfName]),
        ("Léa (absente)", "Léa", vec![NotPartOfName]),
        ("Léa cfr ménage 4", "Léa", vec![NotPartOfName]),
        ("Léa enceinte", "Léa", vec![NotPartOfName]),
        ("Léa +243812345678", "Léa", vec![NotPartOfName]),
        ("DOUBLE Espoir", "DOUBLE Espoir", vec![]),
        ("Plus Suite", "Plus Suite", vec![]),
        ("NN", "", vec![]),
        ("Nouveau-né", "", vec![NotPartOfName]),
        ("Mr. X", "", vec![NotPartOfName]),
        ("Madame X", "", vec![NotPartOfName]),
        ("M. X", "", vec![NotPartOfName]),
        ("Mme Inconnue", "", vec![NotPartOfName]),
        ("X MBALA", "X MBALA", vec![]),
        ("\"KABONGO\"", "KABONGO", vec![]),
        ("Amos †", "Amos", vec![NameSaysDead]),
        ("+ TUMBA Saul", "TUMBA Saul", vec![NameSaysDead]),
        ("KANZA (+)", "KANZA", vec![NameSaysDead]),
        ("Nahum akufi", "Nahum", vec![NameSaysDead]),
        ("Joël RIP", "Joël", vec![NameSaysDead]),
        ("-\"- Lucas", "Lucas", vec![NameDitto]),
        (",, Lucien", "Lucien", vec![NameDitto]),
        ("Debora voir feuille 2", "Debora", vec![NotPartOfName]),
        ("parti à Boma", "", vec![NotPartOfName]),
        ("voir n° 3", "", vec![NotPartOfName]),
        ("Mado 2e femme", "Mado", vec![NotPartOfName, NotPartOfName]),
        ("Bébé sans nom", "", vec![NotPartOfName, NotPartOfName]),
        ("KABONGO Enfant sans nom", "KABONGO", vec![NotPartOfName, NotPartOfName]),
        ("NGOMA bébé", "NGOMA", vec![NotPartOfName]),
        ("NGOMA Bébé", "NGOMA Bébé", vec![]),
        ("fils", "", vec![NotPartOfName]),
        ("X", "", vec![NotPartOfName]),
        ("N.N.", "", vec![]),
        ("Mère Thérèse", "Thérèse", vec![NotPartOfName]),
        ("Domestique Kapinga", "Kapinga", vec![NotPartOfName]),
        ("Vieux Kalala", "Kalala", vec![NotPartOfName]),
        ("Mme Mobutu, LELO Henriette", "LELO Henriette", vec![NotPartOfName]),
        ("Mme KIALA, Odette Marie", "KIALA, Odette Marie", vec![]),
        ("NZUZI Benoît décédé le 11/11", "NZUZI Benoît", vec![NameSaysDead]),
        ("mangala fils de EBENGO Michel", "mangala", vec![NotPartOfName]),
        ("dem. MBOYO Angélique", "MBOYO Angélique", vec![NotPartOfName]),
        ("Koko Kapinga", "Koko Kapinga", vec![]),
        ("KOKO MBALA", "KOKO MBALA", vec![]),
        ("NSENGA ...", "NSENGA", vec![]),
        ("NSENGA …", "NSENGA", vec![]),
        ("(Mayi Doudou)", "Mayi Doudou", vec![NotPartOfName]),
        ("MASIALA MUKENDI (Grâce)", "MASIALA MUKENDI Grâce", vec![NotPartOfName]),
        ("MASIALA MUKENDI (Europe)", "MASIALA MUKENDI", vec![NotPartOfName]),
        ("MASIALA MUKENDI (Absent)", "MASIALA MUKENDI", vec![NotPartOfName]),
        ("(Absente)", "", vec![NotPartOfName]),
        ("Enfant DIBA", "DIBA", vec![NotPartOfName]),
        ("Bébé DIBA", "DIBA", vec![NotPartOfName]),
        ("Tshala bebe", "Tshala", vec![NotPartOfName]),
        ("Enfant trouvé", "", vec![NotPartOfName]),
        ("Mwana KABONGO", "Mwana KABONGO", vec![]),
        ("KABONGO sans nom", "KABONGO", vec![NotPartOfName]),
        ("KABONGO a déménagé", "KABONGO", vec![NotPartOfName]),
        ("MBALA LEMA Pierre fils", "MBALA LEMA Pierre fils", vec![]),
        ("Mwana ya Guylain", "", vec![NotPartOfName]),
        ("« KABONGO »", "KABONGO", vec![]),
        ("'KABONGO", "KABONGO", vec![]),
        ("transcription : jugt RC 55 du 3/1/19 TGI", "", vec![NotPartOfName, NotPartOfName]),
        ("transcription de KABUYA Jean", "KABUYA Jean", vec![NotPartOfName]),
        ("(rectifié) MAVINGA lire MAVUNGU", "MAVINGA", vec![NotPartOfName, NotPartOfName]),
        ("trouvé (enfant)", "", vec![NotPartOfName, NotPartOfName]),
        ("né vivant puis décédé", "", vec![NotPartOfName, NotPartOfName]),
        ("né vivant KABUYA", "KABUYA", vec![NotPartOfName]),
        ("nouveau-né LUKOKI", "LUKOKI", vec![NotPartOfName]),
        ("nouveau-né X", "", vec![NotPartOfName, NotPartOfName]),
        ("le petit Junior MUNGANGA", "Junior MUNGANGA", vec![NotPartOfName]),
        ("petite Marie KALALA", "Marie KALALA", vec![NotPartOfName]),
        ("Petit Pierre", "Petit Pierre", vec![]),
        ("Enfant non encore nommé", "", vec![NotPartOfName, NotPartOfName]),
        ("non encore nommé", "", vec![NotPartOfName]),
        ("à nommer", "", vec![NotPartOfName]),
        ("et Mpia", "Mpia", vec![NotPartOfName]),
        ("Cmdt KALALA", "KALALA", vec![]),
        ("Doc. KALALA", "KALALA", vec![NotPartOfName]),
        ("NN de WETSHI", "", vec![NotPartOfName]),
        ("Bébé de KABUYA", "", vec![NotPartOfName]),
        ("jumeau de Ruth KALALA", "", vec![NotPartOfName]),
        ("fille de KABUYA Jean", "", vec![NotPartOfName]),
        ("Fils de Dieu", "Fils de Dieu", vec![]),
        ("FILS DE DIEU", "FILS DE DIEU", vec![]),
        ("KALALA.", "KALALA", vec![]),
        ("KALALA NGOY.", "KALALA NGOY", vec![]),
        ("J. KALALA Jos.", "J. KALALA Jos.", vec![]),
        ("-", "", vec![]),
        ("*", "", vec![]),
    ] {
        let name = name_in(typed, Field::FullName);
        assert_eq!((name.text.as_str(), kinds(&name)), (expected, doubts), "{typed}");
    }
}

#[test]
fn the_head_the_widow_and_the_generation_are_read_from_the_name() {
    let read = |typed| {
        let name = name_in(typed, Field::Nom);
        (name.is_head, name.is_widowed, name.generation.map(|shown| shown.mark))
    };
    assert_eq!(read("MBALA (CM)"), (true, false, None));
    assert_eq!(read("(C) MBALA"), (true, false, None));
    assert_eq!(read("Veuve MBALA"), (false, true, None));
    assert_eq!(read("MBALA (Junior)"), (false, false, Some(GenerationMark::Younger)));
    assert_eq!(read("MBALA (fils)"), (false, false, Some(GenerationMark::Younger)));
    assert_eq!(read("MBALA [père]"), (false, false, Some(GenerationMark::Elder)));
    assert_eq!(read("(fils) MBALA"), (false, false, None));
    assert_eq!(read("MBALA (I)"), (false, false, Some(GenerationMark::Elder)));
    assert_eq!(read("MBALA 2ème"), (false, false, Some(GenerationMark::Second)));
    assert_eq!(read("MBALA N°1"), (false, false, Some(GenerationMark::Elder)));
    assert_eq!(read("MBALA 2"), (false, false, None));
}

#[test]
fn the_finding_names_the_other_name_that_is_left_out() {
    let doubts = name_in("Mme MBUYAMBA née TSHIALA", Field::FullName).doubts;
    assert_eq!(doubts, [(DoubtKind::NotPartOfName, "née TSHIALA".to_owned())]);
    assert_eq!(name_in("Fils", Field::Prenom).text, "Fils");
    assert_eq!(name_in("Bébé", Field::Prenom).text, "Bébé");
}

#[test]
fn a_single_letter_before_a_prenom_is_an_initial() {
    assert_eq!(name_in("M. Jean", Field::Prenom).text, "Jean");
    assert_eq!(name_in("B. Jean", Field::Prenom).text, "B. Jean");
    assert_eq!(name_in("M. KABONGO", Field::PrenomFirst).text, "M. KABONGO");
    assert_eq!(name_in("M. Jean KABONGO", Field::PrenomFirst).text, "Jean KABONGO");
}

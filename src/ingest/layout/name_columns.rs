//! Decides which columns hold the name of the person, where several headings claim it or none does.

use crate::record::{Field, FieldReason, GridRow, Kind, fold};

use super::super::headers::Rank;
use super::content_columns::{name_columns, share_distinct};
use super::content_profile::ContentProfile;
use super::heading_column::HeadingColumn;
use super::table_columns::{ColumnNotes, TableColumns};

/// Settles the columns of names: a heading such as `Patient`, `Agent` or `Nom du chef de ménage` names the person only
/// if no other column does and if its cells are names; without such a heading the content decides.
pub(super) fn settle_names(columns: &mut TableColumns, data: &[&GridRow], kind: Kind, notes: &mut ColumnNotes<'_>) {
    parts_of_whole_name(columns, data);
    parts_beside_unknown_words(columns, data, notes);
    nom_below_letter(columns, data, notes);
    let is_sure = |field: Field, rank: Rank| field.is_name() && field != Field::Prenom && rank <= Rank::Weak;
    let mut has_name = columns.list.iter().any(|column| is_sure(column.field, column.rank));
    let mut claims: Vec<usize> = (0..columns.list.len())
        .filter(|index| columns.list[*index].field.is_name() && columns.list[*index].rank > Rank::Weak)
        .collect();
    claims.sort_by_key(|index| (columns.list[*index].rank, *index));
    let mut role = None;
    for index in claims {
        let column = &columns.list[index];
        let holds_names = || data.is_empty() || ContentProfile::of_column(column.column, data).holds_names();
        if column.is_pinned() {
            continue;
        }
        if has_name || !holds_names() {
            // "L’enfant est" over "un garçon" and "une fille" may be the sex.
            let holds_sexes = ContentProfile::of_column(column.column, data).share(|p| p.sexes) >= 0.9;
            columns.list[index].field = if holds_sexes { Field::Other } else { Field::Unused };
            continue;
        }
        has_name = true;
        role = Some(column.rank);
        if column.rank == Rank::Doubtful {
            columns.list[index].why = FieldReason::Content;
            notes.warn_of_field("column-guessed", &columns.list[index], columns.list[index].field);
        }
    }
    // "Sexe du chef" is that of the person only if the head is the person.
    let is_of_role = |column: &HeadingColumn| matches!(column.rank, Rank::Agent | Rank::Head) && !column.is_pinned();
    for column in columns.list.iter_mut().filter(|column| is_of_role(column) && Some(column.rank) != role) {
        column.field = Field::Unused;
    }
    name_beside_surname(columns, data);
    let has_parents = columns.has_any(&[Field::Father, Field::Mother]);
    let is_of_acts = kind == Kind::Birth && has_parents;
    let has_some_name = columns.list.iter().any(|column| column.field.is_name());
    if !has_some_name && !is_of_acts {
        names_by_content(columns, data, notes);
    }
    prenom_by_content(columns, data, notes);
    nom_before_prenom(columns, data, notes);
}

/// Takes the word for the person (`Enfant`) right before `Prénom` for the nom and the post-nom, where no other column has
/// the nom: there the heading of a group was typed flat.
pub(super) fn nom_under_person(columns: &mut TableColumns, data: &[&GridRow]) {
    use Field::{FullName, Nom, NomPostnom, Postnom, Prenom, PrenomFirst};
    let is_sure = |column: &HeadingColumn| column.rank <= Rank::Weak || column.is_pinned();
    let has_sure = |fields: &[Field]| columns.list.iter().any(|own| is_sure(own) && fields.contains(&own.field));
    if has_sure(&[Nom, NomPostnom, FullName, PrenomFirst]) {
        return;
    }
    let has_postnom = has_sure(&[Postnom]);
    let is_before_prenom = |index: usize| {
        let next = columns.list.get(index + 1);
        next.is_some_and(|next| is_sure(next) && matches!(next.field, Prenom | Postnom))
    };
    let holds_noms = |column: &HeadingColumn| {
        let profile = ContentProfile::of_column(column.column, data);
        data.is_empty() || profile.share(|p| p.sexes) < 0.5 && profile.share(|p| p.codes) <= 0.1
    };
    let is_person = |column: &HeadingColumn| {
        column.field == FullName && column.rank == Rank::Person && !column.is_pinned() && holds_noms(column)
    };
    let found = (0..columns.list.len()).find(|index| is_person(&columns.list[*index]) && is_before_prenom(*index));
    if let Some(index) = found.filter(|_| has_sure(&[Prenom])) {
        columns.set_by_content(index, if has_postnom { Nom } else { NomPostnom });
        columns.list[index].rank = Rank::Sure;
    }
}

/// Takes the column of single words left of the post-nom or the prénom for the nom, under a heading that is not known
/// (`Famille`), where no other column has the nom.
fn nom_before_prenom(columns: &mut TableColumns, data: &[&GridRow], notes: &mut ColumnNotes<'_>) {
    use Field::{FullName, Nom, NomPostnom, Other, Postnom, Prenom, PrenomFirst};
    if columns.has_any(&[Nom, NomPostnom, FullName, PrenomFirst]) {
        return;
    }
    let Some(first) = columns.list.iter().position(|column| matches!(column.field, Postnom | Prenom)) else { return };
    let Some(index) = first.checked_sub(1).filter(|index| columns.list[*index].field == Other) else { return };
    let column = &columns.list[index];
    let profile = ContentProfile::of_column(column.column, data);
    let holds_noms = profile.n() >= 3
        && profile.n() * 10 >= data.len() * 8
        && profile.share(|p| p.words) >= 0.9
        && profile.share(|p| p.codes) <= 0.1
        && profile.share(|p| p.several_words) < 0.3
        && share_distinct(column.column, data) >= 0.5;
    if holds_noms && !column.is_pinned() && column.column + 1 == columns.list[first].column {
        columns.set_by_content(index, Nom);
        notes.warn_of_field("column-guessed", &columns.list[index], Nom);
    }
}

/// Takes columns whose headings name a part of a name beside words that are not known (`HabNom`, `HabPostNom`) for that
/// part, if no other column has it, the parts are two or more, and the cells are different words.
fn parts_beside_unknown_words(columns: &mut TableColumns, data: &[&GridRow], notes: &mut ColumnNotes<'_>) {
    use Field::{FullName, Nom, NomPostnom, Postnom, Prenom, PrenomFirst};
    let is_sure = |column: &HeadingColumn| column.rank <= Rank::Weak || column.is_pinned();
    let has_sure = |fields: &[Field]| columns.list.iter().any(|own| is_sure(own) && fields.contains(&own.field));
    if has_sure(&[FullName, PrenomFirst]) {
        return;
    }
    let mut parts = vec![Nom, Postnom, Prenom];
    parts.retain(|part| !(has_sure(&[*part]) || has_sure(&[NomPostnom]) && matches!(part, Nom | Postnom)));
    let n_sure = [Nom, Postnom, Prenom, NomPostnom].iter().filter(|part| has_sure(&[**part])).count();
    let holds_part = |column: &HeadingColumn| {
        let profile = ContentProfile::of_column(column.column, data);
        profile.n() >= 2
            && profile.share(|p| p.words) >= 0.8
            && profile.share(|p| p.codes) <= 0.1
            && profile.share(|p| p.several_words) < 0.5
            && share_distinct(column.column, data) >= 0.5
    };
    let is_part = |column: &HeadingColumn, part: Field| {
        column.field == part && column.rank == Rank::Doubtful && holds_part(column)
    };
    let found: Vec<usize> =
        parts.iter().filter_map(|part| columns.list.iter().position(|column| is_part(column, *part))).collect();
    if found.len() + n_sure < 2 {
        return;
    }
    for index in found {
        let column = &mut columns.list[index];
        (column.rank, column.why) = (Rank::Sure, FieldReason::Content);
        notes.warn_of_field("column-guessed", &columns.list[index], columns.list[index].field);
    }
}

/// Takes a column of words below "N." for the nom, if other columns have the post-nom or the prénom and none the nom.
fn nom_below_letter(columns: &mut TableColumns, data: &[&GridRow], notes: &mut ColumnNotes<'_>) {
    use Field::{FullName, Nom, NomPostnom, Order, Postnom, Prenom, PrenomFirst};
    if columns.has_any(&[Nom, NomPostnom, FullName, PrenomFirst]) || !columns.has_any(&[Postnom, Prenom]) {
        return;
    }
    let holds_noms = |column: &HeadingColumn| {
        let profile = ContentProfile::of_column(column.column, data);
        column.field == Order
            && !column.is_pinned()
            && profile.n() >= 2
            && profile.share(|p| p.words) >= 0.8
            && profile.share(|p| p.codes) <= 0.1
            && share_distinct(column.column, data) >= 0.5
    };
    if let Some(index) = columns.list.iter().position(holds_noms) {
        columns.set_by_content(index, Nom);
        columns.list[index].rank = Rank::Sure;
        notes.warn_of_field("column-guessed", &columns.list[index], Nom);
    }
}

/// Takes the column of prénoms right of the nom or the post-nom for the prénom, where its heading is blank or not
/// known.
fn prenom_by_content(columns: &mut TableColumns, data: &[&GridRow], notes: &mut ColumnNotes<'_>) {
    const MIN_SHARE: f64 = 0.5;
    use Field::{FullName, Nom, NomPostnom, Postnom, Prenom, PrenomFirst};
    if columns.has_any(&[Prenom, PrenomFirst]) {
        return;
    }
    let of_name = |column: &&HeadingColumn| matches!(column.field, Nom | Postnom | NomPostnom | FullName);
    let Some(last) = columns.list.iter().filter(of_name).map(|column| column.column).max() else { return };
    // "Suite" right of a nom of one word holds the rest of the name.
    let is_rest = |column: u16| {
        let nom = columns.list.iter().find(|own| own.field == Nom && own.column.checked_add(1) == Some(column));
        let heading = columns.list.iter().find(|own| own.column == column).map(|own| fold(&own.text));
        heading.is_none_or(|text| text.split(' ').any(|word| matches!(word, "SUITE" | "RESTE")))
            && nom.is_some_and(|nom| ContentProfile::of_column(nom.column, data).share(|p| p.several_words) < 0.2)
    };
    let holds_prenoms = |column: u16| {
        let profile = ContentProfile::of_column(column, data);
        profile.n() >= 2
            && profile.n() * 2 >= data.len()
            && profile.share(|p| p.words) >= 0.9
            && (profile.share(|p| p.several_words) < MIN_SHARE || is_rest(column))
            && profile.share(|p| p.with_prenom) >= MIN_SHARE
    };
    // Beside a column of whole names, prénoms are those of another person.
    let whole = columns.list.iter().find(|column| column.field == FullName).map(|column| column.column);
    if whole.is_some_and(|whole| ContentProfile::of_column(whole, data).share(|p| p.with_prenom) >= 0.3) {
        return;
    }
    // "Nom | Post-nom | Autre nom": the last of them repeats a field.
    let is_repeated = |column: &HeadingColumn| {
        column.column == last && columns.list.iter().filter(|other| other.field == column.field).count() > 1
    };
    let repeats = columns.list.iter().any(is_repeated) && holds_prenoms(last);
    let next = if repeats { last } else { last.saturating_add(1) };
    if !holds_prenoms(next) {
        return;
    }
    let index = match columns.list.iter().position(|column| column.column == next) {
        Some(index) if (repeats || columns.list[index].field == Field::Other) && !columns.list[index].is_pinned() => {
            columns.set_by_content(index, Prenom);
            index
        }
        Some(_) => return,
        None => columns.add_without_heading(next, Prenom),
    };
    notes.warn_of_field("column-guessed", &columns.list[index], Prenom);
    if let Some(index) = columns.position_unpinned(FullName) {
        columns.set_by_content(index, NomPostnom);
    }
}

/// "Name" beside "Surname" is the prénom, where it holds one word.
fn name_beside_surname(columns: &mut TableColumns, data: &[&GridRow]) {
    let position = |field: Field| columns.list.iter().position(|column| column.field == field && !column.is_pinned());
    if columns.has(Field::Prenom) || position(Field::Nom).is_none() {
        return;
    }
    let Some(whole) = position(Field::FullName) else { return };
    if ContentProfile::of_column(columns.list[whole].column, data).share(|p| p.several_words) < 0.5 {
        columns.set_by_content(whole, Field::Prenom);
    }
}

/// Takes columns that are not recognised for those of the name, if they hold names.
fn names_by_content(columns: &mut TableColumns, data: &[&GridRow], notes: &mut ColumnNotes<'_>) {
    let unknown = columns.list.iter().filter(|column| column.field == Field::Other).map(|column| column.column);
    let profiles: Vec<(u16, ContentProfile)> =
        unknown.map(|column| (column, ContentProfile::of_column(column, data))).collect();
    for (column, field) in name_columns(&profiles, data) {
        if let Some(index) = columns.list.iter().position(|other| other.column == column) {
            columns.set_by_content(index, field);
            notes.warn_of_field("column-guessed", &columns.list[index], field);
        }
    }
}

/// Recognises two columns whose values, one after the other, are those of a third column: the nom and the prénom beside
/// the whole name. The whole name is then not used.
fn parts_of_whole_name(columns: &mut TableColumns, data: &[&GridRow]) {
    let names: Vec<usize> = (0..columns.list.len()).filter(|index| columns.list[*index].field.is_name()).collect();
    if !(3..=6).contains(&names.len()) {
        return;
    }
    let texts: Vec<Vec<String>> = names
        .iter()
        .map(|index| {
            let column = columns.list[*index].column;
            data.iter().map(|row| row.value(column).map(|value| fold(&value.to_text())).unwrap_or_default()).collect()
        })
        .collect();
    let is_whole_of = |whole: usize, first: usize, second: usize| {
        let (mut n, mut n_equal) = (0, 0);
        let parts = texts[first].iter().zip(&texts[second]);
        for (whole, (first, second)) in texts[whole].iter().zip(parts) {
            if !first.is_empty() && !second.is_empty() {
                n += 1;
                n_equal += usize::from(*whole == format!("{first} {second}"));
            }
        }
        n >= 3 && n_equal * 10 >= n * 8
    };
    let all = 0..names.len();
    let triples = all.clone().flat_map(|whole| {
        let all = all.clone();
        all.clone().flat_map(move |first| all.clone().map(move |second| (whole, first, second)))
    });
    let triple = triples
        .filter(|(whole, first, second)| whole != first && whole != second && first != second)
        .find(|(whole, first, second)| is_whole_of(*whole, *first, *second));
    let Some((whole, first, second)) = triple else { return };
    let [whole, first, second] = [whole, first, second].map(|index| names[index]);
    let is_prenom_first = columns.list[whole].field == Field::PrenomFirst;
    let fields = [columns.list[first].field, columns.list[second].field];
    if fields != [Field::Nom, Field::Prenom] && fields != [Field::Prenom, Field::Nom] {
        let [nom, prenom] = if is_prenom_first { [second, first] } else { [first, second] };
        columns.set_by_content(nom, Field::Nom);
        columns.set_by_content(prenom, Field::Prenom);
        columns.list[nom].rank = Rank::Sure;
        columns.list[prenom].rank = Rank::Sure;
    }
    columns.set_by_content(whole, Field::Unused);
}

/// Takes "Nom de jeune fille" for the nom, where no other column has it.
pub(super) fn birth_name_alone(columns: &mut TableColumns) {
    const BIRTH_NAMES: [&str; 3] = ["NOM DE JEUNE FILLE", "MAIDEN NAME", "MEISJESNAAM"];
    if columns.has_any(&[Field::Nom, Field::NomPostnom, Field::FullName]) {
        return;
    }
    let is_birth_name =
        |column: &&mut HeadingColumn| !column.is_pinned() && BIRTH_NAMES.iter().any(|name| *name == fold(&column.text));
    if let Some(column) = columns.list.iter_mut().find(is_birth_name) {
        column.field = Field::Nom;
    }
}

/// "PNOM" is the prénom, and the post-nom beside another column of prénoms: `NOM | PNOM | PREN`.
pub(super) fn postnom_beside_prenom(columns: &mut TableColumns) {
    const WORDS: [&str; 3] = ["PNOM", "PNM", "P N"];
    let n_prenoms = columns.list.iter().filter(|column| column.field == Field::Prenom).count();
    if n_prenoms != 2 || columns.has(Field::Postnom) {
        return;
    }
    let is_short = |column: &HeadingColumn| {
        let leaf = column.text.rsplit(" / ").next().unwrap_or_default().replace('_', " ");
        fold(&leaf).split(' ').any(|word| WORDS.contains(&word))
    };
    let short = columns.list.iter_mut().filter(|column| column.field == Field::Prenom && !column.is_pinned());
    let mut short: Vec<&mut HeadingColumn> = short.filter(|column| is_short(column)).collect();
    if let [column] = &mut short[..] {
        column.field = Field::Postnom;
    }
}

/// Takes the second of two columns of noms for the post-nom where no column has it: `last_name` and `surname`. A name in
/// a column is never dropped.
pub(super) fn second_name_is_postnom(columns: &mut TableColumns, data: &[&GridRow]) {
    let is_nom =
        |column: &HeadingColumn| column.field == Field::Nom && !column.is_pinned() && column.rank == Rank::Sure;
    if columns.has_any(&[Field::Postnom, Field::NomPostnom, Field::FullName]) || columns.second_table_from.is_some() {
        return;
    }
    let same: Vec<usize> = (0..columns.list.len()).filter(|index| is_nom(&columns.list[*index])).collect();
    let [first, second] = same[..] else { return };
    let two = [first, second].map(|index| columns.list[index].column);
    let pairs = || data.iter().filter_map(|row| Some((row.value(two[0])?, row.value(two[1])?)));
    let n_different = pairs().filter(|(a, b)| fold(&a.to_text()) != fold(&b.to_text())).count();
    let are_words = two.iter().all(|column| ContentProfile::of_column(*column, data).share(|p| p.words) >= 0.8);
    if are_words && n_different * 2 > pairs().count() {
        columns.list[second].field = Field::Postnom;
    }
}

#[cfg(test)]
mod tests {
    use super::super::context_lines::tests::rows;
    use super::*;

    #[test]
    fn the_word_for_the_person_before_the_prenom_is_the_nom() {
        use Field::{FullName, Nom, NomPostnom, Order, Postnom, Prenom, Sex};
        let data = rows(&["1|BIUMA NTUMBA|Exaucé|M", "2|BOLAMBA|Daniel|M"]);
        let data: Vec<&GridRow> = data.iter().collect();
        for (headings, expected) in [
            (&[Order, FullName, Prenom, Sex][..], &[Order, NomPostnom, Prenom, Sex][..]),
            (&[Order, FullName, Postnom, Prenom], &[Order, Nom, Postnom, Prenom]),
            (&[Nom, FullName, Prenom, Sex], &[Nom, FullName, Prenom, Sex]),
            (&[Order, FullName, Sex], &[Order, FullName, Sex]),
        ] {
            let heading = |(column, field): (u16, &Field)| HeadingColumn {
                column,
                row: 0,
                text: String::new(),
                field: *field,
                why: FieldReason::Words,
                rank: if *field == FullName { Rank::Person } else { Rank::Sure },
            };
            let mut columns = TableColumns::new((0..).zip(headings).map(heading).collect());
            nom_under_person(&mut columns, &data);
            let fields: Vec<Field> = columns.list.iter().map(|column| column.field).collect();
            assert_eq!(fields, expected);
        }
    }
}

//! Tests that no sequence of XML pieces makes the patch panic.

use std::collections::BTreeMap;

use super::package::with_relations;
use super::workbook::{FrontSheetEntry, SheetList, with_last_writer};
use super::*;

/// Pieces of XML of all parts. Random sequences of them are nearly well-formed.
const PIECES: &str = include_str!("test_pieces.txt");

proptest::proptest! {
    #[test]
    fn no_part_causes_a_panic(pieces in proptest::collection::vec(0..PIECES.lines().count(), 0..14)) {
        let part: String = pieces.into_iter().filter_map(|piece| PIECES.lines().nth(piece)).collect();
        let (cell, fill) = ((4, 0), FillColour("FFFF8B61"));
        let mut styles = Styles::read(
            b"<s><fonts><f/></fonts><fills><f/></fills><borders><b/></borders><cellXfs><xf/></cellXfs></s>".to_vec(),
            &[fill],
        ).expect("sound");
        let _ = worksheet::patch_sheet(part.as_bytes(), Vec::new(), &worksheet::CellChanges { fills: &BTreeMap::from([(cell, fill)]), texts: &BTreeMap::from([((4, 1), "b".to_owned())]) }, Some("r"), &mut styles);
        let marks = BTreeMap::from([(cell, CellMark { fill, comment: "App · x".to_owned() })]);
        let signature = PatchSignature { program: "App", comment_start: "App · " };
        if let Ok(comments) = comments::merge(Some(part.as_bytes()), &marks, signature) {
            let _ = comment_boxes::drawing_with_boxes(Some(&part), &comments, &worksheet::SheetLayout::default());
        }
        if let Ok(mut styles) = Styles::read(part.clone().into_bytes(), &[fill]) {
            let _ = (styles.marked(7, fill), styles.write());
        }
        if let Ok(sheets) = SheetList::read(part.as_bytes()) {
            let front =
                FrontSheetEntry { name: "C", relation: "r", replaced: None, list_area: "$A$1", print_rows: "$1:$1" };
            let _ = sheets.write(part.as_bytes(), &front);
        }
        let _ = (with_last_writer(Some(part.as_bytes()), "App"), with_relations(Some(part.as_bytes()), &[], &[]));
    }
}

//! The formats of cells: a common font, dark on light, no meaning in colour alone.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The number of the paper size A4 in workbooks.
pub(super) const A4: u8 = 9;

const NAVY: Color = Color::RGB(0x001F_3864);
const LINE: Color = Color::RGB(0x00A6_A6A6);
const GREY: Color = Color::RGB(0x0059_5959);
const PALE_GREY: Color = Color::RGB(0x00F2_F2F2);
const PALE_YELLOW: Color = Color::RGB(0x00FF_F8DC);

fn plain() -> Format {
    Format::new().set_font_name("Arial").set_font_size(10).set_align(FormatAlign::VerticalCenter)
}

fn ruled() -> Format {
    // "@" is the text format: a value stays as typed.
    plain().set_border(FormatBorder::Thin).set_border_color(LINE).set_num_format("@")
}

pub(super) fn title() -> Format {
    plain().set_bold().set_font_size(14).set_font_color(NAVY)
}

pub(super) fn note() -> Format {
    plain()
}

pub(super) fn label() -> Format {
    plain().set_bold().set_align(FormatAlign::Right)
}

/// Returns the format of a cell above the table to fill in.
pub(super) fn input() -> Format {
    ruled().set_bold().set_background_color(PALE_YELLOW)
}

/// Returns the same format for a number.
pub(super) fn number_input() -> Format {
    input().set_num_format("0").set_align(FormatAlign::Left)
}

pub(super) fn header() -> Format {
    ruled()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_font_color(Color::White)
        .set_background_color(NAVY)
}

pub(super) fn example() -> Format {
    ruled().set_italic().set_font_color(GREY).set_background_color(PALE_GREY)
}

/// Returns the format of a cell of the table.
pub(super) fn cell() -> Format {
    ruled()
}

/// Returns the format of the words on the left of the instructions.
pub(super) fn guide_word() -> Format {
    plain().set_bold().set_font_size(11).set_align(FormatAlign::Top).set_text_wrap()
}

pub(super) fn guide_text() -> Format {
    plain().set_font_size(11).set_align(FormatAlign::Top).set_text_wrap()
}

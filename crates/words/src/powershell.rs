//! Text as PowerShell source that cannot become anything but that text.

use std::fmt::Write as _;

/// An expression whose value is exactly this text, and whose source is printable ASCII on one line.
///
/// - The apostrophe is doubled, as PowerShell asks in single-quoted strings, where nothing else has a meaning
///   (Microsoft: `about_Quoting_Rules`).
/// - PowerShell takes ‘ ’ ‚ ‛ for apostrophes too. And Windows PowerShell reads a script without a byte order
///   mark in the system's code page, where a byte of some innocent letter can turn into one of them. So whatever
///   is not printable ASCII is written as its UTF-16 code units: `('Jos' + [char]0x00E9)`.
pub(crate) fn literal(text: &str) -> String {
    let mut parts = Vec::new();
    let mut plain = String::new();
    for character in text.chars() {
        match character {
            '\'' => plain.push_str("''"),
            ' '..='~' => plain.push(character),
            _ => {
                // The first part must be a string: then PowerShell's + joins, and does not add up numbers.
                if parts.is_empty() || !plain.is_empty() {
                    parts.push(format!("'{}'", std::mem::take(&mut plain)));
                }
                for unit in character.encode_utf16(&mut [0; 2]) {
                    parts.push(format!("[char]0x{unit:04X}"));
                }
            }
        }
    }
    if parts.is_empty() {
        return format!("'{plain}'");
    }
    if !plain.is_empty() {
        parts.push(format!("'{plain}'"));
    }
    format!("({})", parts.join(" + "))
}

/// Comment lines. PowerShell ends a comment at a carriage return or a line feed; each line gets its own sign.
/// The blank after it keeps it from being a directive (`#requires`).
pub(crate) fn comment(text: &str) -> String {
    text.split(['\r', '\n']).fold(String::new(), |mut lines, line| {
        // Writing to a String cannot fail.
        let _ = writeln!(lines, "# {line}");
        lines
    })
}

/// A value inside a filter of Exchange's `-Filter` (`OPATH`), which stands in apostrophes. Doubling is how the
/// same apostrophe is written everywhere else in PowerShell; Microsoft does not document it for filters. A filter
/// that Exchange reads differently finds nothing, and then nothing is changed.
pub(crate) fn in_filter(value: &str) -> String {
    value.replace('\'', "''")
}

/// A value inside an LDAP filter (RFC 4515, section 3).
pub(crate) fn in_ldap_filter(value: &str) -> String {
    value.chars().fold(String::new(), |mut escaped, character| {
        match character {
            '*' | '(' | ')' | '\\' | '\0' => {
                let _ = write!(escaped, "\\{:02x}", u32::from(character));
            }
            _ => escaped.push(character),
        }
        escaped
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// PowerShell's own way of reading what `literal` may write, and nothing more; none if it would read on.
    fn read_by_powershell(source: &str) -> Option<String> {
        if !source.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
            return None;
        }
        let joined = source.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let mut rest = joined.unwrap_or(source);
        let mut units: Vec<u16> = Vec::new();
        let mut first = true;
        loop {
            if let Some(hexadecimal) = rest.strip_prefix("[char]0x") {
                let unit = u16::from_str_radix(hexadecimal.get(..4)?, 16).ok()?;
                units.push(unit);
                rest = &hexadecimal[4..];
                if first {
                    return None;
                }
            } else {
                rest = rest.strip_prefix('\'')?;
                loop {
                    let end = rest.find('\'')?;
                    units.extend(rest[..end].encode_utf16());
                    rest = &rest[end + 1..];
                    match rest.strip_prefix('\'') {
                        Some(doubled) => {
                            units.push(u16::from(b'\''));
                            rest = doubled;
                        }
                        None => break,
                    }
                }
            }
            first = false;
            if rest.is_empty() {
                return String::from_utf16(&units).ok();
            }
            rest = rest.strip_prefix(" + ").filter(|_| joined.is_some())?;
        }
    }

    #[test]
    fn a_literal_is_written_as_an_admin_would_write_it_and_oddities_by_their_number() {
        let table = [
            ("jan@fabrikam.nl", "'jan@fabrikam.nl'"),
            ("", "''"),
            ("o'neil", "'o''neil'"),
            ("$(Remove-Item x) `n \"", "'$(Remove-Item x) `n \"'"),
            ("José", "('Jos' + [char]0x00E9)"),
            ("’; Remove-Item x #", "('' + [char]0x2019 + '; Remove-Item x #')"),
            ("a\r\nb", "('a' + [char]0x000D + [char]0x000A + 'b')"),
            ("😀", "('' + [char]0xD83D + [char]0xDE00)"),
        ];
        for (text, source) in table {
            assert_eq!(literal(text), source);
        }
    }

    #[test]
    fn a_comment_stays_a_comment_whatever_ends_a_line_in_it() {
        assert_eq!(comment("a\rRemove-Item x\n#requires"), "# a\n# Remove-Item x\n# #requires\n");
    }

    #[test]
    fn a_filter_takes_its_value_as_a_value() {
        assert_eq!(in_filter("o'neil' -or 'a' -eq 'a"), "o''neil'' -or ''a'' -eq ''a");
        assert_eq!(in_ldap_filter("*)(objectClass=*\\\0"), "\\2a\\29\\28objectClass=\\2a\\5c\\00");
    }

    /// Text full of what has a meaning somewhere in PowerShell.
    fn nasty() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("'"),
            Just("''"),
            Just("‘"),
            Just("’"),
            Just("‚"),
            Just("‛"),
            Just("“"),
            Just("\""),
            Just("`"),
            Just("$("),
            Just(")"),
            Just("\n"),
            Just("\r"),
            Just("\u{2028}"),
            Just("\0"),
            Just("#>"),
            Just(";"),
            Just("Б"),
            Just("é"),
            Just("😀"),
            Just("+ [char]0x27"),
            Just("jan@fabrikam.nl"),
        ];
        prop_oneof![
            proptest::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat()),
            any::<String>()
        ]
    }

    proptest! {
        #[test]
        fn powershell_reads_back_exactly_the_text_and_nothing_after_it(text in nasty()) {
            prop_assert_eq!(read_by_powershell(&literal(&text)), Some(text));
        }

        #[test]
        fn every_line_of_a_comment_is_one(text in nasty()) {
            let lines = comment(&text);
            prop_assert!(lines.ends_with('\n'));
            prop_assert!(lines.split(['\r', '\n']).all(|line| line.is_empty() || line.starts_with("# ")));
        }
    }
}

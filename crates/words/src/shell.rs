//! Text as source of a POSIX shell that cannot become anything but that text.

/// A word whose value is exactly this text (POSIX: Shell Command Language, 2.2.2 Single-Quotes): between apostrophes
/// nothing has a meaning but the apostrophe that ends them.
///
/// Control characters are replaced: a terminal acts on them while a script is pasted, before the shell sees a quote,
/// and a shell cannot hold a NUL at all.
pub(crate) fn literal(text: &str) -> String {
    let seen = |character: char| if character.is_control() { char::REPLACEMENT_CHARACTER } else { character };
    let text: String = text.chars().map(seen).collect();
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The shell's own way of reading quoted text; none if it would read on.
    fn read_by_shell(source: &str) -> Option<String> {
        let mut text = String::new();
        let mut rest = source;
        loop {
            let (inside, behind) = rest.strip_prefix('\'')?.split_once('\'')?;
            text.push_str(inside);
            match behind.strip_prefix(r"\'") {
                Some(more) => {
                    text.push('\'');
                    rest = more;
                }
                None if behind.is_empty() => return Some(text),
                None => return None,
            }
        }
    }

    fn nasty() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "'", "''", r"\'", r"'\''", "\"", "`id`", "$(id)", "${IFS}", "!", "~", "*", "&&", ";", "|", "#",
            "\\", "<<END", "é", "😀", "-", " ",
        ]);
        prop_oneof![prop::collection::vec(piece, 0..20).prop_map(|it| it.concat()), any::<String>()]
    }

    #[test]
    fn a_literal_is_written_as_an_admin_would_write_it() {
        let table = [
            ("Guest Mail Doctor", "'Guest Mail Doctor'"),
            ("", "''"),
            ("o'neil", r"'o'\''neil'"),
            ("$(id) `id` \"", "'$(id) `id` \"'"),
            ("a\nb\u{1b}[2J\0", "'a\u{fffd}b\u{fffd}[2J\u{fffd}'"),
        ];
        for (text, source) in table {
            assert_eq!(literal(text), source);
        }
    }

    proptest! {
        #[test]
        fn a_shell_reads_back_exactly_the_text_and_nothing_after_it(text in nasty()) {
            let plain = text.replace(char::is_control, "\u{fffd}");
            prop_assert_eq!(read_by_shell(&literal(&text)), Some(plain));
        }
    }

    #[cfg(unix)]
    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn the_shell_of_this_system_agrees(text in nasty()) {
            let script = format!("printf %s {}", literal(&text));
            let said = std::process::Command::new("/bin/sh").arg("-c").arg(script).output().unwrap();
            prop_assert_eq!(String::from_utf8(said.stdout).unwrap(), text.replace(char::is_control, "\u{fffd}"));
        }
    }
}

//! A guest is "the guest" or "they": no pronoun of one sex in code, documents and README, outside quotations.

use super::source::{self, Language};

/// What is not said, in small letters.
const PRONOUNS: [&str; 9] = ["he", "him", "his", "himself", "she", "her", "hers", "herself", "he's"];

/// Files in which these words are other people's: licences, lists of packages; this one, and the list of what is not to
/// be said on screen.
const NOT_READ: [&str; 5] =
    ["LICENSE", "package-lock.json", "Cargo.lock", "crates/xtask/src/rules/pronouns.rs", "docs/style.md"];

/// Where sentences of a language stand, each beginning with its tag. Only in English are these words these words.
const SENTENCES: [&str; 2] = ["ui/locales/", "crates/words/tests/expected/"];

/// Whether a file is in a language of the app other than English.
fn in_another_language(path: &str) -> bool {
    let behind = SENTENCES.iter().find_map(|folder| path.strip_prefix(folder));
    behind.is_some_and(|rest| rest.split(['/', '-']).next() != Some("en"))
}

/// The breaches in a file.
pub(super) fn breaches(path: &str, text: &str) -> Vec<String> {
    if in_another_language(path) || NOT_READ.iter().any(|part| path.starts_with(part) || path.ends_with(part))
    {
        return Vec::new();
    }
    let read = match Language::of(path) {
        Some(Language::Markdown) => vec![without_quotations(&without_blockquotes(text))],
        Some(language) => {
            let layers = source::layers(language, text);
            // Line by line, the three lie over each other; only a quotation in a comment is a quotation.
            vec![layers.code, without_quotations(&layers.comments), layers.strings]
        }
        None if is_text(path) => vec![text.to_owned()],
        None => return Vec::new(),
    };
    let mut found: Vec<(usize, String)> = read.iter().flat_map(|layer| pronouns(layer)).collect();
    found.sort();
    found.into_iter().map(|(line, word)| format!("{path}:{line}: \"{word}\"")).collect()
}

fn is_text(path: &str) -> bool {
    [".json", ".txt", ".yml", ".yaml"].iter().any(|end| path.ends_with(end))
        || !path.rsplit('/').next().unwrap_or(path).trim_start_matches('.').contains('.')
}

/// The pronouns of a text with their lines; each part of a name like `so_he_is_told` is a word.
fn pronouns(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, line) in text.lines().enumerate() {
        for word in line.split(|c: char| !c.is_alphanumeric()) {
            if PRONOUNS.contains(&word.to_ascii_lowercase().as_str()) {
                found.push((at + 1, word.to_owned()));
            }
        }
    }
    found
}

fn without_blockquotes(text: &str) -> String {
    let line = |line: &str| if line.trim_start().starts_with('>') { String::new() } else { line.to_owned() };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// Blanks out what stands between double quotes, straight or curly. A quotation may go over lines, not over an empty
/// one: a single stray quote must not hide the rest of a page.
fn without_quotations(text: &str) -> String {
    let mut kept = String::new();
    for paragraph in text.split_inclusive("\n\n") {
        let marks = paragraph.matches('"').count();
        let mut inside = false;
        let mut straight = 0;
        for c in paragraph.chars() {
            let closes = match c {
                '“' => {
                    inside = true;
                    false
                }
                '”' => true,
                '"' => {
                    straight += 1;
                    // The last of an odd number opens nothing.
                    let opens = straight % 2 == 1 && straight < marks;
                    inside = opens;
                    !opens
                }
                _ => false,
            };
            if closes {
                inside = false;
            }
            kept.push(if inside && c != '\n' { ' ' } else { c });
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(path: &str, text: &str) -> usize {
        breaches(path, text).len()
    }

    #[test]
    fn a_planted_pronoun_is_found_in_code_comments_names_and_documents() {
        assert_eq!(count("crates/guest/src/lib.rs", "/// The name shown for him.\n"), 1);
        assert_eq!(count("crates/guest/src/lib.rs", "fn invited_again_he_is_back() {}"), 1);
        assert_eq!(count("crates/guest/src/lib.rs", "let said = \"She is here\";"), 1);
        assert_eq!(count("ui/src/App.svelte", "<p>his account</p>"), 1);
        assert_eq!(count("docs/diagnosis.md", "If he has no address, his mail\nand her mail"), 3);
        assert_eq!(count("ui/locales/en/guest.ftl", "guest = He is\n"), 1);
        assert_eq!(count(".ci/run", "# he\n"), 1);
        let breach = breaches("README.md", "one\ntwo he\n");
        assert_eq!(breach, ["README.md:2: \"he\""]);
    }

    #[test]
    fn a_quotation_is_no_breach() {
        assert_eq!(count("docs/x.md", "> he said\n\nMicrosoft: \"he is\nhis own\" and “her”."), 0);
        assert_eq!(
            count("crates/guest/src/lib.rs", "// The page says: \"he may\n// invite his guest\".\n"),
            0
        );
    }

    #[test]
    fn a_stray_quote_hides_nothing() {
        assert_eq!(count("docs/x.md", "A 5\" screen, and he is there.\n\nHis \"own\" words"), 2);
    }

    #[test]
    fn other_words_and_other_languages_are_no_breach() {
        assert_eq!(count("docs/x.md", "the other, there, this, where, history, sheet"), 0);
        assert_eq!(count("ui/locales/nl/guest.ftl", "x = her en der"), 0);
        assert_eq!(count("crates/words/tests/expected/nl-start-up.txt", "her en der"), 0);
        assert_eq!(count("crates/words/tests/expected/en-start-up.txt", "his data"), 1);
        assert_eq!(count("LICENSE-MIT", "he"), 0);
    }
}

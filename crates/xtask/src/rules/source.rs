//! A source file taken apart into its code, its comments and its strings, as far as a rule needs to know which is which.

/// The three layers of a file. Each is as long as the file, line by line, with blanks where another layer stands.
pub(super) struct Layers {
    /// Names, keywords, punctuation; in a page also its text.
    pub(super) code: String,
    /// Comments.
    pub(super) comments: String,
    /// What stands between quotes.
    pub(super) strings: String,
}

/// How a language writes comments and strings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    /// Rust.
    Rust,
    /// TypeScript, JavaScript, Svelte.
    Script,
    /// CSS; strings are not told apart.
    Style,
    /// Markdown: all of it is text.
    Markdown,
    /// Anything whose comments begin with a hash; strings are not told apart.
    Hash,
}

impl Language {
    /// By the end of a file's name; none for what is no source.
    pub(super) fn of(path: &str) -> Option<Self> {
        match path.rsplit_once('.').map(|(_, end)| end)? {
            "rs" => Some(Self::Rust),
            "ts" | "js" | "mjs" | "svelte" | "html" => Some(Self::Script),
            "css" => Some(Self::Style),
            "md" => Some(Self::Markdown),
            "py" | "toml" | "sh" | "ftl" => Some(Self::Hash),
            _ => None,
        }
    }
}

#[derive(Clone, Copy)]
enum Layer {
    Code,
    Comment,
    String,
}

/// Takes a file apart.
pub(super) fn layers(language: Language, text: &str) -> Layers {
    let mut layers = Layers { code: String::new(), comments: String::new(), strings: String::new() };
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (layer, length) = next(language, rest).unwrap_or((Layer::Code, first.len_utf8()));
        let (piece, after) = rest.split_at(length);
        layers.put(layer, piece);
        rest = after;
    }
    layers
}

impl Layers {
    fn put(&mut self, layer: Layer, piece: &str) {
        let blank: String = piece.chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect();
        let one = |here: bool| if here { piece } else { blank.as_str() };
        self.code.push_str(one(matches!(layer, Layer::Code)));
        self.comments.push_str(one(matches!(layer, Layer::Comment)));
        self.strings.push_str(one(matches!(layer, Layer::String)));
    }
}

/// A comment, a string or a whole name that begins here, and its length in bytes.
fn next(language: Language, rest: &str) -> Option<(Layer, usize)> {
    let comment = |length| Some((Layer::Comment, length));
    let string = |length| Some((Layer::String, length));
    let to_the_end_of_the_line = rest.find('\n').unwrap_or(rest.len());
    if rest.starts_with("/*") && matches!(language, Language::Rust | Language::Script | Language::Style) {
        return comment(until(rest, 2, "*/"));
    }
    match language {
        Language::Markdown | Language::Style => return None,
        Language::Hash => {
            return if rest.starts_with('#') { comment(to_the_end_of_the_line) } else { None };
        }
        Language::Rust | Language::Script => {}
    }
    if rest.starts_with("//") {
        return comment(to_the_end_of_the_line);
    }
    if language == Language::Script && rest.starts_with("<!--") {
        return comment(until(rest, 4, "-->"));
    }
    if language == Language::Rust
        && let Some(length) = raw_string(rest)
    {
        return string(length);
    }
    match (language, rest.chars().next()?) {
        (Language::Rust, '"') => string(quoted(rest, '"', true)?),
        (Language::Rust, '\'') => string(character(rest)?),
        (Language::Script, '`') => string(quoted(rest, '`', true)?),
        // In a page's text an apostrophe is no quote: what does not end on its line is none.
        (Language::Script, quote @ ('"' | '\'')) => string(quoted(rest, quote, false)?),
        (_, letter) if letter.is_alphabetic() || letter == '_' => {
            let length = name(rest);
            // In a page's text: "don't".
            let apostrophe = language == Language::Script && rest[length..].starts_with('\'');
            Some((Layer::Code, length + usize::from(apostrophe)))
        }
        _ => None,
    }
}

fn name(rest: &str) -> usize {
    rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
}

fn until(rest: &str, from: usize, end: &str) -> usize {
    rest[from..].find(end).map_or(rest.len(), |at| from + at + end.len())
}

fn quoted(rest: &str, quote: char, over_lines: bool) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '\n' if !over_lines => return None,
            _ if c == quote => return Some(at + quote.len_utf8()),
            _ => {}
        }
    }
    over_lines.then_some(rest.len())
}

/// `r"…"`, `r#"…"#`, `br"…"` and so on.
fn raw_string(rest: &str) -> Option<usize> {
    let open = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = open.len() - open.trim_start_matches('#').len();
    open[hashes..].strip_prefix('"')?;
    let begin = rest.len() - open.len() + hashes + 1;
    Some(until(rest, begin, &format!("\"{}", "#".repeat(hashes))))
}

/// `'x'` or `'\n'`; a lifetime is none.
fn character(rest: &str) -> Option<usize> {
    let mut letters = rest.char_indices().skip(1);
    let (_, first) = letters.next()?;
    if first == '\\' {
        return quoted(rest, '\'', false);
    }
    letters.next().filter(|(_, c)| *c == '\'').map(|(at, _)| at + 1)
}

/// Every name in a layer, with its line counted from 1 and what stands before it on that line.
pub(super) fn names(layer: &str) -> impl Iterator<Item = (usize, &str, &str)> {
    layer.lines().enumerate().flat_map(|(at, line)| {
        let mut from = 0;
        std::iter::from_fn(move || {
            let begins = |c: char| c.is_alphabetic() || c == '_' || c.is_ascii_digit();
            let start = from + line[from..].find(begins)?;
            let end = start + name(&line[start..]).max(1);
            from = end;
            Some((at + 1, &line[start..end], &line[..start]))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(language: Language, text: &str) -> Vec<String> {
        names(&layers(language, text).code).map(|(_, name, _)| name.to_owned()).collect()
    }

    #[test]
    fn names_in_comments_and_strings_of_rust_are_no_code() {
        let text = r##"
            // Desk
            /* Desk /* */ fn f<'a>(x: &'a str) -> char { '"'; "Desk \" Desk"; r#"Desk " Desk"#; b }
        "##;
        assert_eq!(code(Language::Rust, text), ["fn", "f", "a", "x", "a", "str", "char", "b"]);
    }

    #[test]
    fn names_in_comments_and_strings_of_a_page_are_no_code_and_an_apostrophe_is_no_quote() {
        let text = "<!-- Desk --><p>don't</p>{say('Desk')} // Desk\n/* Desk */ `Desk` x";
        assert_eq!(code(Language::Script, text), ["p", "don", "t", "p", "say", "x"]);
    }

    #[test]
    fn the_layers_together_are_the_file_and_keep_its_lines() {
        let text = "fn a() {} // says \"so\"\nlet b = \"c\nd\";\n";
        let apart = layers(Language::Rust, text);
        for layer in [&apart.code, &apart.comments, &apart.strings] {
            assert_eq!(layer.lines().count(), 3, "{layer:?}");
        }
        assert!(apart.comments.contains("says") && apart.strings.contains('c') && apart.code.contains('a'));
        let b = names(&apart.code).find(|(_, name, _)| *name == "b").unwrap();
        assert_eq!((b.0, b.2), (2, "let "));
    }
}

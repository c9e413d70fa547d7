//! One message of the locales, with its arguments filled in.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use plain_text::{Kind, kind};

use crate::Language;

/// The documents' words in one language.
pub(crate) struct Texts {
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    pub(crate) fn new(language: Language) -> Self {
        let mut bundle = FluentBundle::new(vec![language.tag().parse().unwrap_or_default()]);
        // Isolating marks are invisible characters: right on a screen, wrong in a script that is run.
        bundle.set_use_isolating(false);
        // A resource with a mistake in it still gives everything else; a test holds both files to none.
        let resource =
            FluentResource::try_new(language.documents().to_owned()).unwrap_or_else(|(rest, _)| rest);
        bundle.add_resource_overriding(resource);
        Self { bundle }
    }

    /// The message, or its name where there is none: a test holds that this never happens. What stands in the
    /// arguments is others' text, so it is made harmless for one line of a document first.
    pub(crate) fn get(&self, id: &str, arguments: &[(&'static str, &str)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let filled: FluentArgs<'_> =
            arguments.iter().map(|(name, value)| (*name, on_one_line(value))).collect();
        self.bundle.format_pattern(pattern, Some(&filled), &mut Vec::new()).into_owned()
    }
}

/// Nothing in it can begin a new line, show a reader another order of letters than the machine reads, or hide from a
/// reader what a machine finds there. Joiners stay: they belong to the spelling of some names.
fn on_one_line(value: &str) -> String {
    let misleads = |it| {
        let kind = kind(it);
        matches!(kind, Some(Kind::Control | Kind::LineSeparator | Kind::BidiControl | Kind::Invisible))
    };
    value
        .chars()
        .map(|character| if misleads(character) { char::REPLACEMENT_CHARACTER } else { character })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::on_one_line;

    #[test]
    fn what_nobody_sees_is_shown_to_be_there_and_the_spelling_of_names_stays() {
        for hidden in ["\u{200B}", "\u{E0041}\u{E0042}", "\u{AD}", "\u{202E}", "\u{2028}", "\r\n"] {
            let shown = on_one_line(&format!("Jan{hidden}de Vries"));
            assert_eq!(shown, format!("Jan{}de Vries", "\u{FFFD}".repeat(hidden.chars().count())));
        }
        for name in ["شركة", "क्\u{200D}ष", "👩\u{200D}💻", "❤\u{FE0F}"] {
            assert_eq!(on_one_line(name), name);
        }
    }
}

//! One message of the locales, with its arguments filled in.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use plain_text::shown;

use crate::Language;

/// Words in one language.
pub(crate) struct Texts {
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// The documents'.
    pub(crate) fn new(language: Language) -> Self {
        Self::of(language, language.documents())
    }

    /// The page's: a document says in the same words what the screen says too.
    pub(crate) fn of_page(language: Language) -> Self {
        Self::of(language, language.page())
    }

    fn of(language: Language, sentences: &str) -> Self {
        let mut bundle = FluentBundle::new(vec![language.tag().parse().unwrap_or_default()]);
        // Isolating marks are invisible characters: right on a screen, wrong in a script that is run.
        bundle.set_use_isolating(false);
        // A resource with a mistake in it still gives everything else; a test holds both files to none.
        let resource = FluentResource::try_new(sentences.to_owned()).unwrap_or_else(|(rest, _)| rest);
        bundle.add_resource_overriding(resource);
        Self { bundle }
    }

    /// Whether there is such a message.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.bundle.get_message(id).is_some_and(|message| message.value().is_some())
    }

    /// The message, or its name where there is none: a test holds that this never happens. What stands in the
    /// arguments is others' text: nothing in it begins a new line, hides, or shows a reader another order of letters than
    /// the machine reads.
    pub(crate) fn get(&self, id: &str, arguments: &[(&'static str, &str)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let filled: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, shown(value))).collect();
        self.bundle.format_pattern(pattern, Some(&filled), &mut Vec::new()).into_owned()
    }
}

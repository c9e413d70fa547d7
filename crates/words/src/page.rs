//! The words of the page.

use crate::Language;

/// All sentences of the window in one language, as Project Fluent writes them. The page asks for them when it starts:
/// they are not in its script.
///
/// ```
/// assert!(words::page(words::Language::English).contains("app-name"));
/// ```
#[must_use]
pub fn page(language: Language) -> String {
    macro_rules! files {
        ($folder:literal) => {
            concat!(
                include_str!(concat!("../../../ui/locales/", $folder, "/app.ftl")),
                "\n",
                include_str!(concat!("../../../ui/locales/", $folder, "/sign-in.ftl")),
                "\n",
                include_str!(concat!("../../../ui/locales/", $folder, "/guest.ftl")),
                "\n",
                include_str!(concat!("../../../ui/locales/", $folder, "/change.ftl")),
                "\n",
                include_str!(concat!("../../../ui/locales/", $folder, "/problems.ftl")),
            )
        };
    }
    match language {
        Language::English => files!("en"),
        Language::Dutch => files!("nl"),
    }
    .to_owned()
}

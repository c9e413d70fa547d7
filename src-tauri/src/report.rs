//! What the shell itself writes: warnings, a panic, and why it did not start. To stderr, and never a name, an
//! address or a token: a panic's own message may hold any of them, so only its place in our source is written.

use std::panic::PanicHookInfo;
use tracing_subscriber::filter::LevelFilter;

/// Sets up the log, and what happens at a panic. The thread still unwinds: a broken command must not take the
/// window with it.
pub(crate) fn begin() {
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_max_level(LevelFilter::WARN).init();
    std::panic::set_hook(Box::new(|panic| tracing::error!("{}", place_of(panic))));
}

/// Says why the app did not start, where the person who started it can read it.
#[allow(clippy::print_stderr, reason = "there is no window to say it in")]
pub(crate) fn not_started(problem: &dyn std::error::Error) {
    eprintln!("Guest Mail Doctor could not start: {problem}");
}

fn place_of(panic: &PanicHookInfo<'_>) -> String {
    panic.location().map_or_else(
        || "a part of the app failed".to_owned(),
        |at| format!("a part of the app failed at {}:{}", file_name(at.file()), at.line()),
    )
}

/// The last two parts of a source path: the rest tells where somebody built it.
fn file_name(path: &str) -> String {
    let parts: Vec<&str> = path.split(['/', '\\']).collect();
    parts[parts.len().saturating_sub(2)..].join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{Arc, Mutex};

    #[test]
    fn a_panic_is_reported_by_its_place_and_without_its_message() {
        let seen = Arc::new(Mutex::new(String::new()));
        let sink = Arc::clone(&seen);
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| *sink.lock().unwrap() = place_of(panic)));
        let _ = std::panic::catch_unwind(|| panic!("jan@fabrikam.nl has the token eyJ0"));
        std::panic::set_hook(usual);

        let line = seen.lock().unwrap().clone();
        assert!(line.contains("src/report.rs:"), "{line}");
        assert!(!line.contains("jan@") && !line.contains("eyJ0"), "{line}");
    }

    #[test]
    fn a_source_path_tells_nothing_of_the_machine_it_was_built_on() {
        assert_eq!(file_name("/home/anna/code/src-tauri/src/window.rs"), "src/window.rs");
        assert_eq!(file_name("C:\\code\\crates\\graph\\src\\lib.rs"), "src/lib.rs");
        assert_eq!(file_name("lib.rs"), "lib.rs");
    }
}

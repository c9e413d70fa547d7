//! The list in `docs/gallery`, made of the albums.

use super::{ALBUMS, LOOKS};
use std::fmt::Write as _;

/// The text of `docs/gallery/README.md`.
#[must_use]
pub fn list() -> String {
    let mut text = "# The gallery\n\nEvery screen and state in the real window (WebKitGTK), light and dark, in English and \
                    Dutch. `cargo xtask gallery` takes the pictures and writes this list; it is not edited by hand.\n"
        .to_owned();
    for album in ALBUMS {
        let _ = write!(text, "\n## {}\n\n| picture | what it shows |\n|---|---|\n", album.title);
        for shot in album.shots {
            let looks: Vec<String> = LOOKS
                .iter()
                .map(|look| {
                    let shade = if look.dark { "dark" } else { "light" };
                    format!("[{} {shade}]({})", look.language, look.file(shot.name))
                })
                .collect();
            let _ = writeln!(text, "| **{}**: {} | {} |", shot.name, looks.join(", "), shot.shows);
        }
    }
    text
}

//! The gallery: every screen and state, photographed in the real window, light and dark, in two languages.
//!
//! An [`Album`] is one start of the program; its shots are taken one after the other, each going on where the one before
//! it stands. A new picture is one more row in an album: the list in `docs/gallery` is made of the same rows.

mod albums;
mod compare;
mod list;

use crate::{Harness, Launch, Picture, Scene, Trouble, Window};
use std::fmt;
use std::path::{Path, PathBuf};

pub use albums::ALBUMS;
pub use compare::{Compared, compare};
pub use list::list;

/// One picture: what it is called, what one sees on it, and how one gets there from the picture before it.
#[derive(Debug)]
pub struct Shot {
    /// The beginning of its file's name.
    pub name: &'static str,
    /// What it shows, in one sentence.
    pub shows: &'static str,
    go: fn(&On<'_>) -> Result<(), Trouble>,
}

/// Where an album begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// The program, with these words on its command line.
    With(&'static [&'static str]),
    /// The program with the file of an organisation that one signs in to; its server takes its time for a change.
    SignedIn,
}

/// A server that is asked for a change answers after a minute: nobody waits so long for it.
const SLOW: &str =
    r#"{ "version": 1, "faults": [{ "method": "PATCH", "path": "/users/*", "do": "delay", "ms": 60000 }] }"#;

/// One start of the program, and what is photographed there.
#[derive(Debug)]
pub struct Album {
    /// What its pictures have in common.
    pub title: &'static str,
    /// How the program is started.
    pub start: Start,
    /// Its pictures, in their order.
    pub shots: &'static [Shot],
}

/// How a screen looks: its language, and light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The language, as on the command line.
    pub language: &'static str,
    /// Whether the desktop is dark.
    pub dark: bool,
}

/// The looks of the gallery.
pub const LOOKS: &[Look] = &[
    Look { language: "en", dark: false },
    Look { language: "nl", dark: true },
    Look { language: "en", dark: true },
    Look { language: "nl", dark: false },
];

/// The pictures that the README shows, and that every run of the tests takes and compares: in the first look.
pub const BEST: &[&str] =
    &["conflict", "conflict-doors", "preview-set-mail", "repaired", "history", "group-guests"];

impl fmt::Display for Look {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}, {}", self.language, if self.dark { "dark" } else { "light" })
    }
}

impl Look {
    /// What a file of this look is called.
    #[must_use]
    pub fn file(self, shot: &str) -> String {
        format!("{shot}-{}-{}.png", self.language, if self.dark { "dark" } else { "light" })
    }

    fn environment(self) -> [(String, String); 1] {
        // The desktop's own theme decides between light and dark.
        [("GTK_THEME".to_owned(), if self.dark { "Adwaita:dark" } else { "Adwaita" }.to_owned())]
    }
}

/// Where a shot is taken.
pub(crate) struct On<'a> {
    pub(crate) window: &'a Window<'a>,
    pub(crate) harness: &'a Harness,
    pub(crate) scene: Option<&'a Scene>,
    /// The folder that this desktop has for documents.
    pub(crate) documents: &'a Path,
}

/// Takes the pictures of an album in a look, as far as `wanted` says, and answers their files. `scratch` is for what the
/// programs keep. A picture that is blank, or shows what an earlier one of the album showed, is an error.
pub fn take(
    album: &Album,
    look: Look,
    wanted: &dyn Fn(&Shot) -> bool,
    folder: &Path,
    scratch: &Path,
) -> Result<Vec<PathBuf>, Trouble> {
    // What comes after the last picture that is wanted needs no walking to.
    let Some(last) = album.shots.iter().rposition(wanted) else { return Ok(Vec::new()) };
    let (documents, mut environment) = crate::documents(scratch)?;
    environment.extend(look.environment());
    let (scene, launch) = match album.start {
        Start::With(words) => {
            let launch = Launch::new(&scratch.join("data")).with("--lang").with(look.language);
            (None, words.iter().fold(launch, |launch, word| launch.with(word)))
        }
        Start::SignedIn => {
            let faults = scratch.join("slow.json");
            std::fs::write(&faults, SLOW).map_err(|problem| Trouble::file(&faults, &problem))?;
            let scene = Scene::set(scratch, look.language, &["--faults", &faults.to_string_lossy()])?;
            environment.extend(scene.environment());
            let launch = scene.launch().clone();
            (Some(scene), launch)
        }
    };
    let environment: Vec<(&str, &str)> =
        environment.iter().map(|(name, it)| (name.as_str(), it.as_str())).collect();
    let harness = Harness::set_with(&scratch.join("logs"), &environment)?;
    let window = harness.open(&launch)?;
    let on = On { window: &window, harness: &harness, scene: scene.as_ref(), documents: &documents };
    let (mut seen, mut files) = (Vec::<(&str, Picture)>::new(), Vec::new());
    for shot in &album.shots[..=last] {
        (shot.go)(&on).map_err(|trouble| Trouble::Otherwise(format!("{}: {trouble}", shot.name)))?;
        if !wanted(shot) {
            continue;
        }
        let picture = window.picture()?;
        if picture.is_blank() {
            return Err(Trouble::Otherwise(format!("{} is blank", shot.name)));
        }
        if let Some((earlier, _)) = seen.iter().find(|(_, earlier)| earlier.is_like(&picture)) {
            return Err(Trouble::Otherwise(format!("{} shows the same as {earlier}", shot.name)));
        }
        let file = folder.join(look.file(shot.name));
        picture.save_small(&file)?;
        files.push(file);
        seen.push((shot.name, picture));
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn kept() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/gallery")
    }

    fn shots() -> impl Iterator<Item = &'static Shot> {
        ALBUMS.iter().flat_map(|album| album.shots)
    }

    #[test]
    fn each_picture_has_a_name_of_its_own_and_the_best_are_among_them() {
        let names: BTreeSet<&str> = shots().map(|shot| shot.name).collect();
        assert_eq!(names.len(), shots().count());
        assert!(BEST.iter().all(|best| names.contains(best)));
    }

    #[test]
    fn the_gallery_has_every_picture_in_every_look_and_no_other() {
        let wanted: BTreeSet<String> =
            shots().flat_map(|shot| LOOKS.iter().map(|look| look.file(shot.name))).collect();
        let there = std::fs::read_dir(kept()).unwrap().map(|entry| entry.unwrap().file_name());
        let there: BTreeSet<String> = there
            .map(|name| name.into_string().unwrap())
            .filter(|name| Path::new(name).extension().is_some_and(|it| it == "png"))
            .collect();
        assert_eq!(there, wanted, "`cargo xtask gallery` takes them");
    }

    #[test]
    fn the_list_of_the_gallery_is_the_one_of_its_pictures() {
        assert_eq!(std::fs::read_to_string(kept().join("README.md")).unwrap(), list());
    }
}

//! The main job, done in the real window as somebody would do it, and told as it is done.
//!
//! Both `cargo xtask start` and the window tests tell it: what a newcomer is shown is what is tested.

mod chapters;
pub(crate) mod conversation;

use crate::{Harness, Launch, Picture, Trouble, Window};
use std::path::{Path, PathBuf};

pub use conversation::{become_an_admin, expect, open_a_hand_over, verdict_of};

/// Somebody who tells the story: each step goes to `say`, each screen to a picture.
pub struct Teller<'a> {
    say: &'a dyn Fn(&str),
    folder: PathBuf,
    pictures: Vec<(String, Picture)>,
}

impl<'a> Teller<'a> {
    /// Tells by `say`, with pictures in `folder`, which is emptied first.
    pub fn new(folder: &Path, say: &'a dyn Fn(&str)) -> Result<Self, Trouble> {
        if folder.exists() {
            std::fs::remove_dir_all(folder).map_err(|problem| Trouble::file(folder, &problem))?;
        }
        std::fs::create_dir_all(folder).map_err(|problem| Trouble::file(folder, &problem))?;
        Ok(Self { say, folder: folder.to_owned(), pictures: Vec::new() })
    }

    /// Tells a step.
    pub fn say(&self, words: &str) {
        (self.say)(words);
    }

    /// Takes a picture of the screen. It must show something, and something no earlier picture showed; and all of it
    /// is in the window: what is larger scrolls inside the page, never the page itself.
    pub fn picture(&mut self, window: &Window<'_>, name: &str) -> Result<(), Trouble> {
        let room = "const { scrollWidth, scrollHeight } = document.scrollingElement; \
                    return [scrollWidth - innerWidth, scrollHeight - innerHeight].map((over) => Math.max(over, 0))";
        let over = window.execute(room, &[])?;
        expect(over == serde_json::json!([0, 0]), || {
            format!("{name} is larger than the window by these pixels across and down: {over}")
        })?;
        let file = format!("{:02}-{name}.png", self.pictures.len() + 1);
        let picture = window.picture()?;
        picture.save(&self.folder.join(&file))?;
        if picture.is_blank() {
            return Err(Trouble::Otherwise(format!("{file} is blank")));
        }
        if let Some((earlier, _)) = self.pictures.iter().find(|(_, earlier)| earlier.is_like(&picture)) {
            return Err(Trouble::Otherwise(format!("{file} shows the same as {earlier}")));
        }
        self.say(&format!("      picture {file}"));
        self.pictures.push((file, picture));
        Ok(())
    }
}

/// Tells the whole story; `scratch` is a folder for the app's data and the logs of the programs. Anything that is
/// not as the story says ends it with an error.
pub fn tell(teller: &mut Teller<'_>, scratch: &Path) -> Result<(), Trouble> {
    let data = scratch.join("data");
    {
        let harness = Harness::set(&scratch.join("logs"))?;
        let window = harness.open(&Launch::new(&data))?;
        teller.say("The app is started, as after an installation");
        chapters::welcome(teller, &window)?;
        chapters::misconfigured(teller, &window)?;
        chapters::undo(teller, &window)?;
        chapters::remove_and_invite(teller, &window)?;
        chapters::conflict(teller, &window)?;
        chapters::nobody_and_two(teller, &window)?;
        chapters::dutch(teller, &window)?;
    }
    // The desktop's own theme decides between light and dark: that needs a stage of its own.
    let harness = Harness::set_with(&scratch.join("logs-dark"), &[("GTK_THEME", "Adwaita:dark")])?;
    let launch = Launch::new(&data).with("--practice").with("--find").with("jan@fabrikam.nl");
    let window = harness.open(&launch)?;
    teller.say("The app is started again, on a dark desktop, with an address on its command line");
    chapters::dark(teller, &window)
}

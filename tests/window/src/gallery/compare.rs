//! What became of a picture since it was last kept.

use crate::{Picture, Trouble};
use std::fmt;
use std::path::Path;

/// How a picture compares with the one that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    /// There is none to compare it with.
    New,
    /// Another size.
    Resized,
    /// So many of a thousand pixels differ visibly.
    Changed(u32),
}

impl Compared {
    /// Whether somebody should look: the hour on a screen, or another drawing of a letter, is less than this.
    #[must_use]
    pub fn more_than_a_little(self) -> bool {
        !matches!(self, Self::Changed(0..=20))
    }
}

impl fmt::Display for Compared {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::New => write!(to, "none is kept to compare it with"),
            Self::Resized => write!(to, "it has another size than the one that is kept"),
            Self::Changed(share) => {
                write!(to, "{}.{} % of it differs from the one that is kept", share / 10, share % 10)
            }
        }
    }
}

/// Compares a picture with the one kept under the same name in `kept`.
pub fn compare(picture: &Path, kept: &Path) -> Result<Compared, Trouble> {
    let before = kept.join(picture.file_name().unwrap_or_default());
    if !before.exists() {
        return Ok(Compared::New);
    }
    let share = Picture::open(picture)?.share_that_differs(&Picture::open(&before)?);
    Ok(share.map_or(Compared::Resized, Compared::Changed))
}

//! By what an input is known, where the seeds of those that failed are kept, and where results are written.

use std::collections::hash_map::RandomState;
use std::fs::{self, OpenOptions};
use std::hash::{BuildHasher, DefaultHasher, Hasher};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// In an ordinary run, when nothing says otherwise.
const SECONDS: f64 = 0.25;

/// The largest input, in drawn bytes: four times what the largest of the samples needs.
const LARGEST: u32 = 16 * 1024;

/// How long each target has.
pub(crate) fn time() -> Duration {
    let given = std::env::var("RANDOM_INPUT_SECONDS").ok();
    let seconds = given.map_or(SECONDS, |seconds| seconds.parse().expect("a number of seconds"));
    Duration::from_secs_f64(seconds)
}

/// From where on inputs are drawn: the one given, so that a run can be repeated, or one that nobody had before.
pub(crate) fn first() -> u64 {
    let given = std::env::var("RANDOM_INPUT_FIRST").ok();
    given.map_or_else(
        || RandomState::new().build_hasher().finish(),
        |first| first.parse().expect("a number to begin with"),
    )
}

/// The folder for results, where they are wanted.
pub(crate) fn results() -> Option<PathBuf> {
    std::env::var_os("RANDOM_INPUT_RESULTS").map(PathBuf::from)
}

/// The seed of one input of a run. The lower half is the input's size, as `arbtest` has it: small ones as often as
/// large ones, by their number of digits.
pub(crate) fn nth(first: u64, count: u64) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write_u64(first);
    hasher.write_u64(count);
    let chance = hasher.finish();
    let most = LARGEST >> (chance % 12);
    let size = u32::try_from((chance >> 4) % u64::from(most)).expect("less than the most");
    (chance & 0xffff_ffff_0000_0000) | u64::from(size)
}

/// The seeds of one target.
pub(crate) struct Seeds {
    target: String,
    file: PathBuf,
}

impl Seeds {
    pub(crate) fn of(target: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
        Self { target: target.to_owned(), file: folder.join(format!("{target}.txt")) }
    }

    /// One on each line, followed by what it was.
    pub(crate) fn kept(&self) -> Vec<u64> {
        let text = fs::read_to_string(&self.file).unwrap_or_default();
        let words = text.lines().filter_map(|line| line.split_whitespace().next());
        let seed = |word: &str| u64::from_str_radix(word.trim_start_matches("0x"), 16);
        words.map(|word| seed(word).expect("a seed at the beginning of each line")).collect()
    }

    pub(crate) fn keep(&self, seed: u64) {
        self.say(&format!("input {seed:#x} failed and is kept in {}", self.file.display()));
        if let Some(folder) = self.file.parent() {
            _ = fs::create_dir_all(folder);
        }
        if let Ok(mut file) = OpenOptions::new().create(true).append(true).open(&self.file) {
            _ = writeln!(file, "{seed:#x}");
        }
    }

    /// For whoever reads the test's output, and for whoever wants the results of all targets together.
    pub(crate) fn say(&self, what: &str) {
        let line = format!("{:<20} {what}", self.target);
        println!("{line}");
        if let Some(folder) = results() {
            fs::write(folder.join(format!("{}.result", self.target)), format!("{line}\n")).unwrap();
        }
    }
}

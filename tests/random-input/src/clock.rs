//! What is read just now, and for how long. A reader that never ends, or that takes the whole process with it, leaves no
//! panic to be caught: its input is known all the same.

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, Weak};
use std::thread;
use std::time::{Duration, Instant};

use crate::seeds::{Seeds, results};

/// A reader that takes so long is taken to be at it for ever.
const FOR_EVER: Duration = Duration::from_mins(1);

type Now = Mutex<Option<(u64, Instant)>>;

/// Looks at what a target reads.
pub(crate) struct Watch {
    now: Arc<Now>,
    /// Where the seed stands while it is read, where results are wanted.
    file: Option<PathBuf>,
}

impl Watch {
    pub(crate) fn over(target: &str) -> Self {
        let now = Arc::<Now>::default();
        let (watched, seeds) = (Arc::downgrade(&now), Seeds::of(target));
        thread::spawn(move || look(&watched, &seeds));
        Self { now, file: results().map(|folder| folder.join(format!("{target}.reading"))) }
    }

    /// How long it takes.
    pub(crate) fn time(&self, seed: u64, work: impl FnOnce()) -> Duration {
        let begun = Instant::now();
        *self.now.lock().unwrap() = Some((seed, begun));
        if let Some(file) = &self.file {
            fs::write(file, format!("{seed:#x}\n")).unwrap();
        }
        work();
        *self.now.lock().unwrap() = None;
        begun.elapsed()
    }
}

impl Drop for Watch {
    /// Whatever happened, the process is still there to tell of it.
    fn drop(&mut self) {
        if let Some(file) = &self.file {
            _ = fs::remove_file(file);
        }
    }
}

fn look(now: &Weak<Now>, seeds: &Seeds) {
    while let Some(now) = now.upgrade() {
        let reading = now.lock().ok().and_then(|reading| *reading);
        if let Some((seed, since)) = reading
            && since.elapsed() > FOR_EVER
        {
            seeds.keep(seed);
            seeds.say(&format!("input {seed:#x} is still being read"));
            // Nothing else ends a thread that is in its own loop.
            std::process::abort();
        }
        drop(now);
        thread::sleep(Duration::from_millis(200));
    }
}

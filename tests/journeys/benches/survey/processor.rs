//! Two clocks: on the wall, and of the processor.

use std::time::{Duration, Instant};

/// What something took. The processor's time is that of all threads; on a machine with other work it is the one that can
/// be compared. None where the system does not tell.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Took {
    pub(crate) wall: Duration,
    pub(crate) processor: Option<Duration>,
}

pub(crate) fn time<T>(work: impl FnOnce() -> T) -> (T, Took) {
    let (began, used) = (Instant::now(), used());
    let done = work();
    let processor = self::used().zip(used).map(|(now, then)| now.saturating_sub(then));
    (done, Took { wall: began.elapsed(), processor })
}

/// The shortest of each, on each clock: what disturbs only makes it longer.
pub(crate) fn best(all: &[Took]) -> Took {
    let wall = all.iter().map(|it| it.wall).min().unwrap();
    Took { wall, processor: all.iter().filter_map(|it| it.processor).min() }
}

/// The processor's time of this process so far (proc(5): stat, utime and stime, in hundredths of a second).
fn used() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // Behind the program's name, which may hold anything, the first field is the third.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |at: usize| fields.get(at)?.parse::<u64>().ok();
    Some(Duration::from_millis((ticks(11)? + ticks(12)?) * 10))
}

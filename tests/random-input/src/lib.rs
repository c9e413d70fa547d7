//! Random and structured input for every reader of text that somebody else wrote.
//!
//! A *target* is a test that hands its reader one [`Input`] after the other for as long as it has time ([`read`]). It
//! draws what it reads from the input: bytes, texts of telling pieces, a good sample with mistakes in it. Promised of
//! each reader is that it never panics and needs no more than [`LONGEST`] for one input; a target asserts what more its
//! reader promises.
//!
//! A target has a quarter of a second in an ordinary run; `RANDOM_INPUT_SECONDS` gives more. It draws what
//! nobody had before, or, with `RANDOM_INPUT_FIRST`, the same as every run with that number: a run of all tests is red
//! for what was changed and not by chance; the search (`cargo xtask fuzz`) is for what is new. An input is known by its
//! seed. One that failed is written into `seeds/TARGET.txt`, which belongs to the repository: those are read first, every
//! time.
//!
//! ```
//! random_input::read("numbers", |input| {
//!     let text = input.text(&["1", "-", "0x"]);
//!     _ = text.parse::<i64>();
//! });
//! ```

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::missing_panics_doc,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "for tests only: whatever cannot be unwrapped fails the test that needs it, and tests say what they did"
)]

mod clock;
mod input;
mod json;
mod seeds;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::{Duration, Instant};

use arbtest::arbtest;

use crate::clock::Watch;
pub use crate::input::Input;
use crate::seeds::Seeds;

/// What one input may take at most, on a computer that is busy with other things: a person is waiting at the window.
pub const LONGEST: Duration = Duration::from_secs(5);

/// How long a smaller input that fails too is looked for.
const SHRINKING: Duration = Duration::from_secs(5);

/// Lets the target read what once failed, and then one new input after the other until its time is over.
pub fn read(target: &str, mut property: impl FnMut(&mut Input<'_, '_>)) {
    let (seeds, time) = (Seeds::of(target), seeds::time());
    let (watch, first) = (Watch::over(target), seeds::first());
    let (begun, mut count, mut slowest) = (Instant::now(), 0_u64, Duration::ZERO);
    let mut once = |seed: u64| {
        let mut took = watch.time(seed, || replay(seed, &mut property));
        // The computer itself may have been away: a reader that is slow is slow every time.
        for _ in 0..2 {
            if took >= LONGEST {
                took = took.min(watch.time(seed, || replay(seed, &mut property)));
            }
        }
        count += 1;
        slowest = slowest.max(took);
        assert!(took < LONGEST, "{target}: input {seed:#x} took {took:?}");
    };
    for seed in seeds.kept() {
        once(seed);
    }
    for count in 0.. {
        if begun.elapsed() >= time {
            break;
        }
        let seed = seeds::nth(first, count);
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| once(seed))) {
            seeds.keep(seed);
            shrink(seed, &mut property);
            resume_unwind(panic);
        }
    }
    seeds.say(&format!("{count} inputs in {:.1?}, the slowest in {slowest:.1?}", begun.elapsed()));
}

fn replay(seed: u64, property: &mut impl FnMut(&mut Input<'_, '_>)) {
    arbtest(|source| {
        property(&mut Input::new(source));
        Ok(())
    })
    .seed(seed)
    .run();
}

/// Prints the seed of a smaller input that fails too, if one is found.
fn shrink(seed: u64, property: &mut impl FnMut(&mut Input<'_, '_>)) {
    let all = arbtest(|source| {
        property(&mut Input::new(source));
        Ok(())
    });
    // One that fails now and then, or by its time alone, cannot be made smaller: the seed says so as well.
    _ = catch_unwind(AssertUnwindSafe(|| all.seed(seed).minimize().budget(SHRINKING).run()));
}

#[cfg(test)]
mod tests;

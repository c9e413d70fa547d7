//! A thousand single bits, and every page.

use std::fs;

use journal::{Chain, End};

use crate::scene::{After, Scene};

/// The seed of the bits; another one is another thousand.
const SEED: u64 = 10;

/// A stream of numbers that is the same everywhere (xorshift64*, Vigna 2016).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(number).unwrap() % limit
    }
}

#[derive(Debug, Default)]
struct Count {
    refused: usize,
    unhurt: usize,
    said: usize,
}

impl Count {
    fn note(&mut self, after: &After) {
        match after {
            After::Refused => self.refused += 1,
            After::Opened(condition, _) if condition.kept_aside.is_empty() => self.unhurt += 1,
            After::Opened(..) => self.said += 1,
        }
    }
}

/// Given a record; when any one bit of its file is another one; then it opens or says why not, nothing altered is
/// vouched for, and what was altered is said.
#[tokio::test]
async fn any_bit_of_the_file_that_flips_is_said_or_hurts_nothing() {
    let scene = Scene::new(1, 4).await.closed();
    let (mut chance, mut count) = (Chance(SEED), Count::default());
    for _ in 0..700 {
        let placed = scene.placed();
        let (byte, bit) = (chance.below(scene.file.len()), chance.below(8));
        let mut flipped = scene.file.clone();
        flipped[byte] ^= 1 << bit;
        fs::write(&placed.path, flipped).unwrap();
        count.note(&placed.judge(&scene).await);
    }
    // Much of a file is room that is not used yet.
    assert!(count.said > 50 && count.refused < 50, "{count:?}");
}

/// The same of a record that says itself where it begins.
#[tokio::test]
async fn any_bit_of_a_truncated_file_that_flips_is_said_or_hurts_nothing() {
    let scene = Scene::truncated(1, 2).await.closed();
    let (mut chance, mut count) = (Chance(SEED + 2), Count::default());
    // Where it begins is one row: every byte of it, and bytes of everywhere else.
    let says = |window: &[u8]| window.starts_with(b"2026-11-18T");
    let row = scene.file.windows(11).position(says).expect("the time of the truncation stands in the file");
    let of_the_row = row.saturating_sub(48)..row + 72;
    let anywhere: Vec<usize> = (0..200).map(|_| chance.below(scene.file.len())).collect();
    for at in of_the_row.chain(anywhere) {
        let placed = scene.placed();
        let mut flipped = scene.file.clone();
        flipped[at] ^= 1 << chance.below(8);
        fs::write(&placed.path, flipped).unwrap();
        count.note(&placed.judge(&scene).await);
    }
    assert!(count.said > 80 && count.refused < 20, "{count:?}");
}

/// Given a record whose newest rows stand in its log; when any one bit of the log is another one; then the same holds:
/// what the log no longer gives is missing at the end, which the head that was kept apart tells.
#[tokio::test]
async fn any_bit_of_the_log_that_flips_is_said_or_hurts_nothing() {
    let scene = Scene::new(1, 4).await;
    let (mut chance, mut count) = (Chance(SEED + 1), Count::default());
    for _ in 0..300 {
        let placed = scene.placed();
        let (byte, bit) = (chance.below(scene.log.len()), chance.below(8));
        let mut flipped = scene.log.clone();
        flipped[byte] ^= 1 << bit;
        fs::write(placed.log(), flipped).unwrap();
        count.note(&placed.judge(&scene).await);
    }
    assert!(count.said > 200 && count.refused == 0, "{count:?}");
}

/// Given a record; when the file, or its log, ends at any page, or in the middle of it; then it opens or says why not,
/// and what is missing is said.
#[tokio::test]
async fn a_file_or_log_that_ends_early_is_said_to() {
    let scene = Scene::new(1, 4).await;
    let closed = Scene::new(1, 4).await.closed();
    for end in (0..closed.file.len()).step_by(2_048) {
        let placed = closed.placed();
        fs::write(&placed.path, &closed.file[..end]).unwrap();
        if let After::Opened(condition, _) = placed.judge(&closed).await {
            let said = condition.end == End::CutOff || matches!(condition.chain, Chain::Broken { .. });
            assert!(said && condition.kept_aside.len() == 1, "{end}: {condition:?}");
        }
    }
    for end in (0..scene.log.len()).step_by(2_060) {
        let placed = scene.placed();
        fs::write(placed.log(), &scene.log[..end]).unwrap();
        let After::Opened(condition, shown) = placed.judge(&scene).await else { panic!("{end}: refused") };
        assert!(condition.end == End::CutOff && shown >= 4, "{end}: {condition:?}");
    }
}

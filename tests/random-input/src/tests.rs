use std::cell::RefCell;
use std::thread;

use super::*;

/// Whatever is drawn.
fn drawn(input: &mut Input<'_, '_>) -> String {
    let sample = serde_json::json!({ "value": [{ "id": "jan", "mail": null }], "version": 1 });
    let json = input.json(&sample);
    format!("{}{:?}{:?}", input.text(&["a", "b"]), json, input.with_mistakes(b"GET / HTTP/1.1"))
}

#[test]
fn a_seed_gives_the_same_input_every_time_and_another_one_another() {
    let of = |seed| {
        let text = RefCell::new(String::new());
        replay(seed, &mut |input: &mut Input<'_, '_>| *text.borrow_mut() = drawn(input));
        text.into_inner()
    };
    let one = 0x1234_5678_0000_0400;
    assert_eq!(of(one), of(one));
    assert_ne!(of(one), of(0x2234_5678_0000_0400));
    // Nothing to draw from is an input too.
    assert_eq!(of(0), of(0x5_0000_0000));
}

#[test]
fn an_input_that_fails_is_kept_and_told() {
    let seeds = Seeds::of("of-a-test");
    let failed = catch_unwind(|| {
        read("of-a-test", |input| assert!(!drawn(input).contains('@'), "an at sign"));
    });
    let kept = seeds.kept();
    std::fs::remove_file(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/of-a-test.txt"))
        .unwrap();
    assert!(failed.is_err());
    let again = catch_unwind(|| {
        replay(kept[0], &mut |input: &mut Input<'_, '_>| assert!(!drawn(input).contains('@')));
    });
    assert!(again.is_err(), "the kept seed is the one that failed");
}

#[test]
fn a_reader_that_takes_too_long_fails() {
    let watch = Watch::over("slow");
    let took = watch.time(1, || thread::sleep(Duration::from_millis(20)));
    assert!(took >= Duration::from_millis(20));
}

//! What `shown` makes of a text, by the examples that the page is held to as well.

use serde_json::Value;

#[test]
fn a_text_is_shown_as_the_examples_say_and_once_is_enough() {
    let examples: Vec<Value> = serde_json::from_str(include_str!("shown.json")).unwrap();
    assert!(examples.len() > 15);
    for example in &examples {
        let text = |name: &str| example[name].as_str().unwrap();
        assert_eq!(plain_text::shown(text("text")), text("shown"), "{}", text("what"));
        assert_eq!(plain_text::shown(text("shown")), text("shown"), "{}, twice", text("what"));
    }
}

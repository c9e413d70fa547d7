//! What the shell holds its page to, seen in the real window: the page works under the production policy, and
//! can do nothing else.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use serde_json::{Value, json};
use window::{Harness, Launch, Trouble, Window};

/// Sets a stage, opens the app with these words, and tells the story.
fn in_a_window(words: &[&str], story: impl Fn(&Window<'_>) -> Result<(), Trouble>) {
    let folder = temporary_folder::temporary_folder();
    let harness = Harness::set(&folder.path().join("logs")).unwrap();
    let launch =
        words.iter().fold(Launch::new(&folder.path().join("data")), |launch, word| launch.with(word));
    let window = harness.open(&launch).unwrap();
    story(&window).unwrap();
}

/// Asks the shell as the page does, and answers `{ok}` or `{no}`.
fn ask(window: &Window<'_>, command: &str, ask: &Value) -> Result<Value, Trouble> {
    window.execute_async(
        "const [name, ask, done] = arguments; \
         window.__TAURI_INTERNALS__.invoke(name, ask).then(ok => done({ ok }), no => done({ no: no ?? null }))",
        &[json!(command), ask.clone()],
    )
}

#[test]
fn a_command_goes_to_rust_and_back_under_the_production_policy() {
    in_a_window(&[], |window| {
        let answer = ask(window, "status", &json!({ "ask": {} }))?;
        assert_eq!(answer["ok"]["practice"]["organisation"], "Contoso", "{answer}");
        assert_eq!(answer["ok"]["account"], Value::Null);
        Ok(())
    });
}

#[test]
fn the_launch_options_reach_the_page() {
    in_a_window(&["--practice", "--lang", "nl", "--find", "jan@fabrikam.nl"], |window| {
        assert_eq!(window.attribute("verdict", "data-verdict")?, "conflict");
        let answer = ask(window, "status", &json!({ "ask": {} }))?;
        assert_eq!(answer["ok"]["language"], "nl", "{answer}");
        assert_eq!(answer["ok"]["account"]["persona"], "user-admin", "{answer}");
        Ok(())
    });
}

#[test]
fn the_page_can_ask_for_nothing_of_tauri_itself() {
    in_a_window(&[], |window| {
        for command in ["plugin:event|listen", "plugin:window|close", "plugin:webview|create_webview_window"]
        {
            let answer =
                ask(window, command, &json!({ "event": "x", "label": "x", "target": { "kind": "Any" } }))?;
            assert!(answer.get("no").is_some(), "{command}: {answer}");
        }
        Ok(())
    });
}

#[test]
fn the_page_is_drawn_and_breaks_no_rule_of_its_policy() {
    in_a_window(&[], |window| {
        let page = window.execute(
            "return { tauri: typeof window.__TAURI__, frozen: Object.isFrozen(Object.prototype), \
             types: typeof window.trustedTypes, frames: window.length }",
            &[],
        )?;
        let expected = json!({ "tauri": "undefined", "frozen": true, "types": "object", "frames": 0 });
        assert_eq!(page, expected);
        assert!(!window.picture()?.is_blank());
        Ok(())
    });
}

#[test]
fn the_policy_is_in_force_and_not_only_written_down() {
    in_a_window(&[], |window| {
        let seen = window.execute_async(
            "const done = arguments[arguments.length - 1]; const broken = []; \
             document.addEventListener('securitypolicyviolation', e => broken.push(e.effectiveDirective)); \
             const style = document.createElement('style'); style.textContent = 'p{color:red}'; \
             document.head.append(style); \
             const picture = document.createElement('img'); picture.src = 'https://example.com/x.png'; \
             document.body.append(picture); \
             fetch('https://example.com/').catch(() => broken.push('fetch failed')); \
             try { document.body.insertAdjacentHTML('beforeend', '<p>x</p>'); broken.push('html was taken'); } \
             catch { broken.push('html was refused'); } \
             setTimeout(() => { style.remove(); picture.remove(); done(broken); }, 500)",
            &[],
        )?;
        let seen: Vec<&str> = seen.as_array().unwrap().iter().filter_map(Value::as_str).collect();
        for rule in ["style-src-elem", "img-src", "connect-src", "fetch failed", "html was refused"] {
            assert!(seen.contains(&rule), "{rule} is not among {seen:?}");
        }
        Ok(())
    });
}

#[test]
fn the_window_can_be_brought_to_no_other_page() {
    in_a_window(&[], |window| {
        let before = window.execute("return location.href", &[])?;
        let script = "const at = arguments[0]; location.href = at; \
                      const done = arguments[arguments.length - 1]; setTimeout(() => done(location.href), 400)";
        for page in
            ["http://127.0.0.1:9/", "https://example.com/", "file:///etc/hostname", "data:text/html,x"]
        {
            assert_eq!(window.execute_async(script, &[json!(page)])?, before, "{page}");
        }
        let opened = window.execute("return window.open('https://example.com/') === null", &[])?;
        assert_eq!(opened, true, "no second window");
        Ok(())
    });
}

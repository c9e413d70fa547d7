//! One run of the program, as somebody in front of the screen meets it.

use crate::driver::Driver;
use crate::{Picture, Trouble};
use reqwest::Method;
use serde_json::{Value, json};
use std::fs::File;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// How long a thing on screen may take to appear. The practice tenant waits out some replication on purpose.
const PATIENCE: Duration = Duration::from_secs(30);

/// The key under which the protocol names an element (W3C `WebDriver`, "web element identifier").
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The open window. Dropping it closes the program.
#[derive(Debug)]
pub struct Window<'harness> {
    driver: &'harness Driver,
    session: String,
    /// The file the program holds locked while it runs.
    lock: PathBuf,
}

impl<'harness> Window<'harness> {
    pub(crate) fn of(driver: &'harness Driver, session: &str, lock: PathBuf) -> Result<Self, Trouble> {
        let window = Self { driver, session: format!("/session/{session}"), lock };
        window.wait_until("page that is loaded", |window| {
            let state = window.execute("return document.readyState", &[])?;
            Ok((state == "complete").then_some(()).ok_or_else(|| state.to_string()))
        })?;
        Ok(window)
    }

    fn post(&self, path: &str, body: &Value) -> Result<Value, Trouble> {
        self.driver.ask(Method::POST, &format!("{}{path}", self.session), Some(body))
    }

    fn get(&self, path: &str) -> Result<Value, Trouble> {
        self.driver.ask(Method::GET, &format!("{}{path}", self.session), None)
    }

    /// Goes to another page.
    pub(crate) fn go(&self, address: &str) -> Result<(), Trouble> {
        self.post("/url", &json!({ "url": address })).map(drop)
    }

    /// Waits until `look` sees what is wanted. It answers `Ok(Ok(seen))`, or what it saw instead; a refusal of the
    /// driver (an element that is not there yet, or was drawn anew) counts as "not yet".
    pub fn wait_until<T>(
        &self,
        what: &str,
        look: impl Fn(&Self) -> Result<Result<T, String>, Trouble>,
    ) -> Result<T, Trouble> {
        let begun = Instant::now();
        loop {
            let seen = match look(self) {
                Ok(Ok(seen)) => return Ok(seen),
                Ok(Err(instead)) => instead,
                Err(problem @ Trouble::Refused { .. }) => problem.to_string(),
                Err(problem) => return Err(problem),
            };
            if begun.elapsed() > PATIENCE {
                return Err(Trouble::NotInTime { what: what.to_owned(), waited: begun.elapsed(), seen });
            }
            std::thread::sleep(Duration::from_millis(60));
        }
    }

    fn element(&self, css: &str) -> Result<String, Trouble> {
        let found = self.post("/element", &json!({ "using": "css selector", "value": css }))?;
        found[ELEMENT]
            .as_str()
            .map(str::to_owned)
            .ok_or_else(|| Trouble::NoAnswer { what: css.to_owned(), words: found.to_string() })
    }

    /// Whether an element is there and shown now. Does not wait.
    pub fn shows(&self, css: &str) -> Result<bool, Trouble> {
        let script = "const e = [...document.querySelectorAll(arguments[0])]; \
                      return e.some(x => x.checkVisibility ? x.checkVisibility() : x.offsetParent !== null)";
        Ok(self.execute(script, &[json!(css)])? == true)
    }

    /// Waits until an element is shown.
    pub fn await_css(&self, css: &str) -> Result<(), Trouble> {
        self.wait_until(css, |window| {
            if window.shows(css)? {
                return Ok(Ok(()));
            }
            let text = window.execute("return document.body.innerText", &[])?;
            Ok(Err(format!("a window that says: {}", text.as_str().unwrap_or_default())))
        })
    }

    /// Waits until the element with this `data-testid` is shown.
    pub fn await_element(&self, id: &str) -> Result<(), Trouble> {
        self.await_css(&by_id(id))
    }

    /// Waits until an element is no longer shown.
    pub fn await_gone(&self, id: &str) -> Result<(), Trouble> {
        let css = by_id(id);
        self.wait_until(&format!("window without {id}"), |window| {
            Ok(if window.shows(&css)? { Err("it is still there".to_owned()) } else { Ok(()) })
        })
    }

    /// Clicks, as soon as the element is there and can be clicked.
    pub fn click(&self, id: &str) -> Result<(), Trouble> {
        self.click_css(&by_id(id))
    }

    /// Clicks what a CSS selector finds.
    pub fn click_css(&self, css: &str) -> Result<(), Trouble> {
        self.await_css(css)?;
        self.wait_until(&format!("{css} that can be clicked"), |window| {
            let disabled = window.execute(
                "const e = document.querySelector(arguments[0]); \
                 return !!(e && (e.disabled || e.getAttribute('aria-disabled') === 'true'))",
                &[json!(css)],
            )?;
            if disabled == true {
                return Ok(Err("it is disabled".to_owned()));
            }
            let element = window.element(css)?;
            window.post(&format!("/element/{element}/click"), &json!({}))?;
            Ok(Ok(()))
        })
    }

    /// Types into a field, as from a keyboard, in place of what stands there.
    pub fn type_into(&self, id: &str, text: &str) -> Result<(), Trouble> {
        self.type_at(&by_id(id), text)
    }

    /// Types into what a CSS selector finds.
    pub fn type_at(&self, css: &str, text: &str) -> Result<(), Trouble> {
        self.await_css(css)?;
        let element = self.element(css)?;
        self.post(&format!("/element/{element}/clear"), &json!({}))?;
        self.post(&format!("/element/{element}/value"), &json!({ "text": text }))?;
        Ok(())
    }

    /// What is on the clipboard, pasted with the keys into a field of the page's own, which is gone afterwards.
    pub fn clipboard(&self) -> Result<String, Trouble> {
        let place = "const f = document.createElement('textarea'); f.id = 'pasted'; \
                     (document.querySelector('dialog[open]') ?? document.querySelector('main')).append(f)";
        self.execute(place, &[])?;
        let field = self.element("#pasted")?;
        // Control and V, by the protocol's own code of the key ("keyboard actions").
        self.post(&format!("/element/{field}/value"), &json!({ "text": "\u{e009}v" }))?;
        let read =
            "const f = document.querySelector('#pasted'); const text = f.value; f.remove(); return text";
        let text = self.execute(read, &[])?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// The text one reads in an element.
    pub fn text(&self, id: &str) -> Result<String, Trouble> {
        self.await_element(id)?;
        self.text_of(&by_id(id))
    }

    /// The text one reads in what a CSS selector finds. Does not wait.
    pub fn text_of(&self, css: &str) -> Result<String, Trouble> {
        let text =
            self.execute("return document.querySelector(arguments[0])?.innerText ?? ''", &[json!(css)])?;
        // The marks that keep an address readable inside right-to-left text are not what one reads.
        Ok(text.as_str().unwrap_or_default().replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], ""))
    }

    /// An attribute of an element; empty when it has none.
    pub fn attribute(&self, id: &str, name: &str) -> Result<String, Trouble> {
        self.await_element(id)?;
        let script = "return document.querySelector(arguments[0])?.getAttribute(arguments[1]) ?? ''";
        let value = self.execute(script, &[json!(by_id(id)), json!(name)])?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// Chooses the option with this value in a native choice.
    ///
    /// A native choice opens a menu of the desktop, in which the driver cannot press; so the page is given what the
    /// desktop gives it afterwards: the value, and the event. A value that is not among the options is an error.
    pub fn choose(&self, id: &str, value: &str) -> Result<(), Trouble> {
        self.await_element(id)?;
        let chosen = self.execute(
            "const choice = document.querySelector(arguments[0]); choice.value = arguments[1]; \
             choice.dispatchEvent(new Event('change', { bubbles: true })); return choice.value",
            &[json!(by_id(id)), json!(value)],
        )?;
        if chosen == json!(value) {
            Ok(())
        } else {
            Err(Trouble::Otherwise(format!("{id}: {value:?} cannot be chosen; {chosen} is")))
        }
    }

    /// Does this on a keyboard, and lets go of every key.
    pub(crate) fn perform(&self, strokes: &[Value]) -> Result<(), Trouble> {
        let keyboard = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": strokes }] });
        self.post("/actions", &keyboard).map(drop)
    }

    /// Runs a script in the page.
    pub fn execute(&self, script: &str, arguments: &[Value]) -> Result<Value, Trouble> {
        self.post("/execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// Runs a script that answers through its last argument, a function.
    pub fn execute_async(&self, script: &str, arguments: &[Value]) -> Result<Value, Trouble> {
        self.post("/execute/async", &json!({ "script": script, "args": arguments }))
    }

    /// Makes the window this large, in CSS pixels.
    pub fn resize(&self, width: u32, height: u32) -> Result<(), Trouble> {
        self.post("/window/rect", &json!({ "width": width, "height": height })).map(drop)
    }

    /// Waits until nothing moves any more but what turns for as long as something is awaited: a dialog that comes is
    /// half seen, and its words are on their way.
    pub fn await_still(&self) -> Result<(), Trouble> {
        self.execute_async(
            "const done = arguments[arguments.length - 1]; \
             const ends = (it) => Number.isFinite(it.effect.getComputedTiming().endTime); \
             const moving = document.getAnimations().filter(ends).map((it) => it.finished); \
             Promise.allSettled(moving).then(() => done())",
            &[],
        )
        .map(drop)
    }

    /// What is on screen, once what the page says now is drawn and stands still.
    pub fn picture(&self) -> Result<Picture, Trouble> {
        self.await_still()?;
        // A picture is of the last frame drawn, which may be older than what the page says.
        self.execute_async(
            "const done = arguments[arguments.length - 1]; \
             requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 150)))",
            &[],
        )?;
        let answer = self.get("/screenshot")?;
        Picture::from_base64(answer.as_str().unwrap_or_default())
    }
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        let _ = self.driver.ask(Method::DELETE, &self.session, None);
        // The window goes before its program does, and the next one must not meet the last one's lock.
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            let held = File::open(&self.lock).is_ok_and(|file| file.try_lock().is_err());
            if !held {
                return;
            }
            std::thread::sleep(Duration::from_millis(30));
        }
    }
}

fn by_id(id: &str) -> String {
    format!("[data-testid=\"{id}\"]")
}

//! What one does over and over: look somebody up, go through a change.

use crate::{Trouble, Window};

/// An error unless it holds.
pub fn expect(holds: bool, otherwise: impl FnOnce() -> String) -> Result<(), Trouble> {
    if holds { Ok(()) } else { Err(Trouble::Otherwise(otherwise())) }
}

/// Looks an address up, with this group chosen (by its id; none: any), and answers the verdict's word.
pub fn verdict_of(window: &Window<'_>, address: &str, group: Option<&str>) -> Result<String, Trouble> {
    window.type_into("guest-address", address)?;
    window.choose("group", group.unwrap_or_default())?;
    search(window)?;
    window.attribute("verdict", "data-verdict")
}

/// Presses Find, and waits until there is an answer.
pub(crate) fn search(window: &Window<'_>) -> Result<(), Trouble> {
    window.click("find")?;
    window.wait_until("answer to the search", |window| {
        let seeking = window.shows("[data-testid=seeking]")?;
        if !seeking && window.shows("[data-testid=verdict], [data-testid=problem]")? {
            return Ok(Ok(()));
        }
        Ok(Err(if seeking { "it is being sought" } else { "nothing" }.to_owned()))
    })
}

/// Looks an address up and insists on a verdict; answers the headline.
pub(crate) fn find(window: &Window<'_>, address: &str, verdict: &str) -> Result<String, Trouble> {
    let seen = verdict_of(window, address, None)?;
    expect(seen == verdict, || format!("{address} should be {verdict} and is {seen}"))?;
    window.text_of("[data-testid=verdict] h1")
}

/// Chooses the language in the account menu, and closes the menu again.
pub(crate) fn speak(window: &Window<'_>, wanted: &str) -> Result<(), Trouble> {
    window.click("account")?;
    window.choose("language", wanted)?;
    window.wait_until("page in another language", |window| {
        let spoken = window.execute("return document.documentElement.lang", &[])?;
        Ok(if spoken == wanted { Ok(()) } else { Err(spoken.to_string()) })
    })?;
    window.click("account")
}

/// In an open preview: chooses this address, unless it is chosen already.
pub(crate) fn choose(window: &Window<'_>, address: &str) -> Result<(), Trouble> {
    window.click_css(&format!("[data-testid=choice][value=\"{address}\"]"))?;
    window.wait_until("plan with the chosen address", |window| {
        let ready = "[data-testid=preview] form[aria-busy=false]";
        Ok(if window.shows(ready)? { Ok(()) } else { Err("it is being made".to_owned()) })
    })
}

/// In an open preview: confirms, waits for the end, and answers the outcome's word.
pub(crate) fn confirm(window: &Window<'_>) -> Result<String, Trouble> {
    window.click("confirm")?;
    outcome(window)
}

/// Waits for the end of the change under way; answers the outcome's word.
pub(crate) fn outcome(window: &Window<'_>) -> Result<String, Trouble> {
    window.wait_until("end of the change", |window| {
        if window.shows("[data-testid=result]")? {
            return Ok(Ok(()));
        }
        window.text_of("dialog[open]").map(Err)
    })?;
    let outcome = window.execute(
        "return document.querySelector('[data-testid=result] [data-outcome]')?.dataset.outcome ?? ''",
        &[],
    )?;
    Ok(outcome.as_str().unwrap_or_default().to_owned())
}

/// Signs out, and in again as the practice organisation's user administrator.
pub fn become_an_admin(window: &Window<'_>) -> Result<(), Trouble> {
    window.click("account")?;
    window.click("sign-out")?;
    window.await_element("practice")?;
    if !window.shows("[data-testid=persona-user-admin]")? {
        window.click("practice")?;
    }
    window.click("persona-user-admin")?;
    window.click("sign-in")?;
    window.await_element("guest-address")
}

/// Opens a file that was handed over, as the file chooser would give it to the page: no driver presses a key in one.
pub fn open_a_hand_over(window: &Window<'_>, text: &str) -> Result<(), Trouble> {
    window.await_css("[data-testid=open-hand-over]")?;
    let choose = "const files = new DataTransfer(); \
                  files.items.add(new File([arguments[0]], 'request.guesthandover')); \
                  const input = document.querySelector('[data-testid=open-hand-over]'); \
                  input.files = files.files; \
                  input.dispatchEvent(new Event('change', { bubbles: true }))";
    window.execute(choose, &[text.into()])?;
    window.await_element("hand-over-changed")
}

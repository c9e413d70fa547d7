//! Somebody who owns groups and has no role, signed in for real: what they can do is said, and nothing else is
//! recommended. Told in Dutch, from the first screen to signing out.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use serde_json::json;
use std::path::Path;
use window::story::verdict_of;
use window::{Harness, Scene, Trouble, Window};

/// Owns Sales NL and others, and has no role at all.
const BRAM: &str = "bram.visser@contoso.nl";
/// Whom the organisation file names for help.
const HELP: &str = "servicedesk@contoso.com";
/// A guest of Bram's groups without main address, and with two other addresses.
const PIETER: &str = "pieter@northwindtraders.com";
/// A guest without main address, too, and not in Project Nieuwbouw Utrecht.
const JAN: &str = "jan@fabrikam.nl";
/// Project Nieuwbouw Utrecht, which Bram owns.
const NIEUWBOUW: &str = "f212f70b-7b45-4bc8-9b34-db7ab8d74f8a";

/// An organisation whose admin consented to reading, and to nothing else, for everybody.
fn consented_to_reading(folder: &Path) -> std::path::PathBuf {
    let plan = json!({
        "version": 1,
        // The next look at a code comes after this long.
        "intervalSeconds": 1,
        "apps": [{
            "clientId": "5d1f6f0a-7c1e-4a52-9c36-0b1a7d3e2c41",
            "name": "Guest Mail Doctor",
            "redirectUris": ["http://localhost"],
            "consentedForAll": [
                "User.Read.All", "GroupMember.Read.All", "GroupSettings.Read.All", "OrgContact.Read.All",
                "RoleManagement.Read.Directory",
            ],
        }],
    });
    let file = folder.join("sign-in.json");
    std::fs::write(&file, plan.to_string()).unwrap();
    file
}

#[test]
fn an_owner_without_a_role_is_led_to_whom_to_ask_and_sees_when_it_is_repaired() {
    // Given an organisation that one signs in to, and an app that was started with its file.
    let folder = temporary_folder::temporary_folder();
    let plan = consented_to_reading(folder.path());
    let words = ["--open", "--sign-in", &plan.to_string_lossy()];
    let scene = Scene::set(folder.path(), "nl", &words).unwrap();
    let environment = scene.environment();
    let environment: Vec<(&str, &str)> =
        environment.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let harness = Harness::set_with(&folder.path().join("logs"), &environment).unwrap();
    let window = harness.open(scene.launch()).unwrap();

    signs_in_with_a_code(&scene, &window).unwrap();
    let text = is_led_to_whom_to_ask(&window).unwrap();
    tries_a_role_that_does_not_show(&window).unwrap();
    is_told_of_both_faults_at_once(&window).unwrap();
    types_the_address_of_their_own_group(&window).unwrap();
    is_helped(&scene, &window, &text).unwrap();
    signs_out(&window).unwrap();
}

fn signs_in_with_a_code(scene: &Scene, window: &Window<'_>) -> Result<(), Trouble> {
    // When they choose the code and type it in their browser,
    window.click("sign-in-code")?;
    let code = window.text("device-code")?;
    window.click("open-code-page")?;
    scene.type_code(0, code.trim(), BRAM)?;
    // then the app says who they are, and that this is not practice.
    window.await_element("guest-address")?;
    let header = window.text_of("header")?;
    assert!(header.contains("Bram Visser") && header.contains("Eigenaar van een groep"), "{header}");
    assert!(header.contains("Contoso") && !header.contains("Oefen"), "{header}");
    Ok(())
}

/// Answers the text that is on the clipboard in the end.
fn is_led_to_whom_to_ask(window: &Window<'_>) -> Result<String, Trouble> {
    // When they look up a guest who needs a repair,
    assert_eq!(verdict_of(window, PIETER, None)?, "misconfigured");
    // then no repair is recommended, none is refused, and none is in sight:
    assert!(!window.shows("[data-recommended=true]")?, "nothing that Bram cannot do is recommended");
    assert!(!window.shows("[data-testid^=remedy-]")?, "the repairs are folded away");
    let refused = "return document.querySelectorAll('[data-availability=disabled]').length";
    assert_eq!(window.execute(refused, &[])?, 0, "who may not is not said of somebody who perhaps may");
    // to ask is recommended, with whom and for what.
    let ask = window.text("ask")?;
    for said in ["Aanbevolen", "Dit moet een beheerder doen", "Hoofdadres instellen", HELP] {
        assert!(ask.contains(said), "{said}: {ask}");
    }
    // And the text to send has all that a helpdesk needs.
    window.click_css("[data-testid=ask] .copy button")?;
    window.wait_until("word that it was copied", |window| {
        let ask = window.text_of("[data-testid=ask]")?;
        Ok(if ask.contains("Gekopieerd") { Ok(()) } else { Err(ask) })
    })?;
    let text = window.clipboard()?;
    for said in [
        "Pieter Jansen heeft geen hoofdadres",
        "Groepsmail kan nergens heen",
        "Wat nodig is: Hoofdadres instellen",
        "globale beheerder",
        PIETER,
        "Object-id: ",
        "Gevraagd door: Bram Visser (bram.visser@contoso.nl), Contoso",
        "otherMails",
    ] {
        assert!(text.to_lowercase().contains(&said.to_lowercase()), "{said}: {text}");
    }
    Ok(text)
}

fn tries_a_role_that_does_not_show(window: &Window<'_>) -> Result<(), Trouble> {
    // Given somebody who says that they have a role which does not show here,
    window.click("open-unseen-role")?;
    let set_mail = window.attribute("remedy-set-mail", "data-availability")?;
    assert_eq!(set_mail, "unconfirmed");
    // when they press the repair, the app asks for the permission it lacks,
    window.click("remedy-set-mail")?;
    window.await_element("permit")?;
    let asked = window.text_of("dialog[open]")?;
    assert!(asked.contains("Eerst een machtiging") && asked.contains("User.ReadWrite.All"), "{asked}");
    // and when they think better of it, all is as before.
    window.click_css("dialog[open] [data-testid=cancel]")?;
    window.await_gone("permit")?;
    assert_eq!(window.attribute("verdict", "data-verdict")?, "misconfigured");
    Ok(())
}

fn is_told_of_both_faults_at_once(window: &Window<'_>) -> Result<(), Trouble> {
    // When a guest is not in the group and has no main address either,
    assert_eq!(verdict_of(window, JAN, Some(NIEUWBOUW))?, "not-member");
    // then the first sentence says both: added to the group, they would still get nothing.
    let cause = window.text("cause")?;
    assert!(cause.contains("Groepsmail gaat alleen naar leden"), "{cause}");
    let second = "iets anders heeft al een adres van Jan de Vries; daarom ontbreekt het hoofdadres";
    assert!(cause.contains(&format!("Er is nog iets: {second}")), "{cause}");
    Ok(())
}

fn types_the_address_of_their_own_group(window: &Window<'_>) -> Result<(), Trouble> {
    // When they type the address of their group, which is the most natural mistake,
    assert_eq!(verdict_of(window, "sales-nl@contoso.nl", None)?, "not-a-guest");
    // then that is what is said, and there is nothing to repair, to resolve or to ask for.
    let verdict = window.text("verdict")?;
    assert!(verdict.contains("Dit is het adres van Sales NL, niet van een gast"), "{verdict}");
    for none in ["[data-testid^=remedy-]", "[data-testid=ask]", "[data-testid=exchange-script]"] {
        assert!(!window.shows(none)?, "{none}");
    }
    Ok(())
}

fn is_helped(scene: &Scene, window: &Window<'_>, text: &str) -> Result<(), Trouble> {
    // Given the helpdesk, which goes by the text that was sent,
    let id = text.lines().find_map(|line| line.strip_prefix("Object-id: ")).unwrap();
    scene.server().change_user("user-admin", id.trim(), &json!({ "mail": PIETER }))?;
    // when the owner looks again, nothing is wrong any more, and nobody needs to be asked.
    assert_eq!(verdict_of(window, PIETER, None)?, "healthy");
    assert!(!window.shows("[data-testid=ask]")?);
    Ok(())
}

fn signs_out(window: &Window<'_>) -> Result<(), Trouble> {
    window.click("account")?;
    window.click("sign-out")?;
    // Nothing of what was looked up stays behind, and the ways in are there again.
    window.await_element("sign-in-code")?;
    assert!(!window.text_of("body")?.contains("Pieter"));
    assert!(!window.shows("[data-testid=guest-address]")?);
    Ok(())
}

//! *All guests* in the real window: both checks find whom the organisation has, what is listed is saved and read back, and
//! more than ten are repaired together, taken back one by one, and checked once more. Whatever is done to many is done with
//! the keyboard alone, in every language.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use window::{Harness, Key, Launch, Scene, Trouble, Window, documents, key};

/// Somebody who may consent for themselves and repair.
const CHARLOTTE: &str = "charlotte.mulder@contoso.nl";

/// The practice organisation, with what is wrong with each of its guests beside them.
const CONTOSO: &str = "../../crates/practice/scenarios/contoso.json";

/// The guests of an organisation made for this: more than ten of them need their main address set and nothing else.
const MANY: [&str; 7] = ["--open", "--guests", "60", "--faulty-guests", "44", "--seed", "3"];

/// The third change of a user is refused: the first is somebody else's, and the second goes through.
const REFUSED: &str = r#"{"version": 1, "faults": [
    {"method": "PATCH", "path": "/users/*", "nth": 3, "do": "status", "status": 403}
]}"#;

/// The verdicts that need nothing but what a list of accounts and their addresses tells. For the others one has to know
/// which address was typed, and in which group.
const TOLD_BY_A_LIST: [&str; 5] = ["misconfigured", "no-address", "conflict", "blocked", "pending"];

/// To whom somebody else gives a main address between the check and the repair.
const MEANWHILE: &str = "Tom Verbeek";

/// All users as another app lists them.
const EVERYBODY: &str = "/users?$top=999&$select=id,userPrincipalName,mail,proxyAddresses";

fn is_external(user: &Value) -> bool {
    user["userPrincipalName"].as_str().is_some_and(|name| name.contains("#EXT#@"))
}

fn lacks_addresses(user: &Value) -> bool {
    user["mail"].is_null() || user["proxyAddresses"].as_array().is_none_or(Vec::is_empty)
}

fn ids<'a>(users: impl IntoIterator<Item = &'a Value>) -> BTreeSet<String> {
    users.into_iter().map(|user| user["id"].as_str().unwrap().to_owned()).collect()
}

/// Waits until a check is over, and its list is there.
fn checked(window: &Window<'_>) -> Result<(), Trouble> {
    window.await_css("[data-testid=all-guests][data-phase=done]")?;
    window.await_element("guest-list")
}

/// Saves what is listed, and reads the guests in the file.
fn saved(window: &Window<'_>, harness: &Harness) -> Result<Vec<Value>, Trouble> {
    window.tab_and_enter("export")?;
    window.tab_and_enter("export-json")?;
    harness.display()?.answer_dialog(Key::Return)?;
    let file = window.text("saved-path")?;
    let read: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    std::fs::remove_file(&file).unwrap();
    Ok(read["guests"].as_array().unwrap().clone())
}

#[test]
fn both_checks_of_the_practice_organisation_find_whom_its_own_table_names_and_what_is_listed_is_read_back() {
    let folder = temporary_folder::temporary_folder();
    let (_, environment) = documents(folder.path()).unwrap();
    let environment: Vec<(&str, &str)> =
        environment.iter().map(|(name, it)| (name.as_str(), it.as_str())).collect();
    let harness = Harness::set_with(&folder.path().join("logs"), &environment).unwrap();
    let launch = Launch::new(&folder.path().join("data")).with("--practice").with("--lang=nl");
    let window = harness.open(&launch).unwrap();
    let table = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(CONTOSO)).unwrap();
    let table: Value = serde_json::from_str(&table).unwrap();
    let is_guest = |user: &&Value| user["userType"] == "Guest" || is_external(user);
    let guests: Vec<&Value> = table["users"].as_array().unwrap().iter().filter(is_guest).collect();

    // The quick check: every account from outside without addresses
    window.await_element("guest-address").unwrap();
    window.tab_and_enter("nav-all-guests").unwrap();
    window.tab_and_enter("check-start").unwrap();
    checked(&window).unwrap();
    let quick = saved(&window, &harness).unwrap();
    let sought = |user: &&&Value| is_external(user) && lacks_addresses(user);
    assert_eq!(ids(&quick), ids(guests.iter().filter(sought).copied()));

    // And the thorough one: everybody of whom the table says that a list can tell it
    window.tab_and_enter("check-again").unwrap();
    window.tab_to("[data-testid^=depth-]").unwrap();
    window.press(key::DOWN).unwrap();
    window.await_css("[data-testid=depth-thorough]:checked").unwrap();
    window.tab_and_enter("check-start").unwrap();
    checked(&window).unwrap();
    let thorough = saved(&window, &harness).unwrap();
    let told = |user: &&&Value| TOLD_BY_A_LIST.contains(&user["practice"]["expected"].as_str().unwrap());
    assert_eq!(ids(&thorough), ids(guests.iter().filter(told).copied()));
    assert!(thorough.len() > quick.len(), "{} after {}", thorough.len(), quick.len());
    // Grouped: each stands below the cause that was saved with them.
    let causes: BTreeSet<&str> = thorough.iter().map(|guest| guest["cause"].as_str().unwrap()).collect();
    let heads =
        "return [...document.querySelectorAll('[data-testid^=cause-]')].map((it) => it.dataset.testid)";
    for cause in causes {
        let heads = window.execute(heads, &[]).unwrap();
        assert!(heads.as_array().unwrap().contains(&json!(format!("cause-{cause}"))), "{cause}: {heads}");
    }
}

#[test]
fn many_are_repaired_taken_back_and_checked_again_by_keyboard_in_english() {
    many_are_repaired("en");
}

#[test]
fn many_are_repaired_taken_back_and_checked_again_by_keyboard_in_dutch() {
    many_are_repaired("nl");
}

#[test]
fn many_are_repaired_taken_back_and_checked_again_by_keyboard_in_german() {
    many_are_repaired("de");
}

#[test]
fn many_are_repaired_taken_back_and_checked_again_by_keyboard_in_french() {
    many_are_repaired("fr");
}

/// Who the story is about: the organisation, the desktop, the window.
struct Stage<'a> {
    scene: &'a Scene,
    harness: &'a Harness,
    window: Window<'a>,
}

fn many_are_repaired(language: &str) {
    let folder = temporary_folder::temporary_folder();
    let faults = folder.path().join("faults.json");
    std::fs::write(&faults, REFUSED).unwrap();
    let words: Vec<&str> = MANY.into_iter().chain(["--faults", faults.to_str().unwrap()]).collect();
    let scene = Scene::set(folder.path(), language, &words).unwrap();
    let (_, desktop) = documents(folder.path()).unwrap();
    let environment = scene.environment();
    let all: Vec<(&str, &str)> =
        desktop.iter().chain(&environment).map(|(name, it)| (name.as_str(), it.as_str())).collect();
    let harness = Harness::set_with(&folder.path().join("logs"), &all).unwrap();
    let window = harness.open(scene.launch()).unwrap();
    window.await_css(&format!("html[lang={language}]")).unwrap();
    let stage = Stage { scene: &scene, harness: &harness, window };
    let told = stage.checks().unwrap();
    let changed = stage.repairs(&told).unwrap();
    stage.takes_one_back().unwrap();
    stage.checks_again(changed).unwrap();
}

impl Stage<'_> {
    /// Signs in and checks; answers whom only their main address lacks, with the address it can be.
    fn checks(&self) -> Result<Vec<Value>, Trouble> {
        let window = &self.window;
        window.tab_and_enter("sign-in-browser")?;
        self.scene.sign_in_as(0, CHARLOTTE, "")?;
        window.await_element("guest-address")?;
        window.tab_and_enter("nav-all-guests")?;
        window.tab_and_enter("check-start")?;
        checked(window)?;
        let listed = saved(window, self.harness)?;
        let everybody = self.scene.server().read("user-admin", EVERYBODY)?;
        let users = everybody["value"].as_array().unwrap();
        assert_eq!(ids(&listed), ids(users.iter().filter(|user| is_external(user) && lacks_addresses(user))));
        Ok(listed.into_iter().filter(|guest| guest["cause"] == "main-address-missing").collect())
    }

    /// Everybody whose main address alone is missing, in one go: somebody gave one of them theirs meanwhile, and one is
    /// refused. Answers how many were changed.
    fn repairs(&self, told: &[Value]) -> Result<usize, Trouble> {
        let window = &self.window;
        let head = "[data-testid=group-head][data-group=main-address-missing]";
        window.tab_to("[data-testid=group-head], [data-testid=guest-row]")?;
        for _ in 0..60 {
            if window.shows(&format!("{head}:focus"))? {
                break;
            }
            window.press(key::DOWN)?;
        }
        window.await_css(&format!("{head}:focus"))?;
        window.press(key::SPACE)?;
        window.await_css("[data-testid=selection-bar]")?;

        let meanwhile = told.iter().find(|guest| guest["displayName"] == MEANWHILE).unwrap();
        let address = json!({ "mail": meanwhile["typed"] });
        self.scene.server().change_user("user-admin", meanwhile["id"].as_str().unwrap(), &address)?;
        window.tab_to("[data-testid=repair-many][data-remedy=set-mail]")?;
        window.press(key::ENTER)?;
        // Signing in asked for reading only.
        window.tab_and_enter("permit")?;
        self.scene.sign_in_as(1, CHARLOTTE, "")?;
        let count = "return document.querySelectorAll('[data-testid=planned]').length";
        window.tab_to("[data-testid=confirm-number]")?;
        let planned = window.execute(count, &[])?.as_u64().unwrap();
        assert!(planned > 10, "{planned}");
        let left_out = window.text("left-out")?;
        assert!(left_out.contains(MEANWHILE), "{left_out}");
        // A number too large confirms nothing.
        window.press(&format!("{planned}0{}", key::ENTER))?;
        window.await_css("[data-testid=confirm]:disabled")?;
        window.press(&format!("{}{}", key::BACKSPACE, key::ENTER))?;
        window.tab_and_enter("confirm")?;
        window.await_element("batch-end")?;
        let refused = window.text_of("[data-testid=batch-end] [data-outcome=refused]")?;
        assert!(!refused.is_empty());
        // What was done is what the directory has.
        let changed = self.mended(told)?;
        assert_eq!(changed, usize::try_from(planned).unwrap() - 1);
        window.tab_and_enter("close")?;
        window.await_gone("batch-end")?;
        // The permission that was asked for meanwhile is no reason to hear nothing of the list any more.
        assert!(!window.shows("[data-testid=problem]")?, "{}", window.text("problem")?);
        Ok(changed)
    }

    /// How many of them have a main address by now, but for the one somebody else gave theirs.
    fn mended(&self, told: &[Value]) -> Result<usize, Trouble> {
        let users = self.scene.server().read("user-admin", EVERYBODY)?;
        let users = users["value"].as_array().unwrap();
        let now = |guest: &&Value| users.iter().find(|user| user["id"] == guest["id"]).unwrap();
        let mended = told.iter().filter(|guest| !lacks_addresses(now(guest)));
        Ok(mended.filter(|guest| guest["displayName"] != MEANWHILE).count())
    }

    /// Those who need one address kept are done as well, and one of them is taken back, from the one entry of History that
    /// opens into its guests. (A main address that was set cannot be emptied again.)
    fn takes_one_back(&self) -> Result<(), Trouble> {
        let window = &self.window;
        window.tab_to("[data-testid=repair-many][data-remedy=keep-one-address]")?;
        window.press(key::ENTER)?;
        window.await_element("planned")?;
        if window.shows("[data-testid=confirm-number]")? {
            window.tab_to("[data-testid=confirm-number]")?;
            let count =
                window.execute("return document.querySelectorAll('[data-testid=planned]').length", &[])?;
            window.press(&count.to_string())?;
        }
        window.tab_and_enter("confirm")?;
        window.await_element("batch-end")?;
        window.tab_and_enter("batch-history")?;
        window.tab_and_enter("history-batch-open")?;
        window.tab_to("[data-testid=history-batch-guest]")?;
        window.press(key::ENTER)?;
        window.tab_and_enter("undo")?;
        window.await_css("[data-testid=confirm]:not(:disabled)")?;
        window.tab_and_enter("confirm")?;
        window.await_css("[data-testid=result] [data-outcome=done]")?;
        window.press(key::ESCAPE)?;
        window.await_gone("result")
    }

    fn checks_again(&self, changed: usize) -> Result<(), Trouble> {
        let window = &self.window;
        window.tab_and_enter("nav-all-guests")?;
        window.tab_and_enter("check-again")?;
        window.tab_and_enter("check-start")?;
        checked(window)?;
        let since = window.text("check-since")?;
        let numbers: Vec<&str> =
            since.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty()).collect();
        // Who was given theirs by somebody else was repaired as well.
        assert_eq!(numbers[..2], ["0", &(changed + 1).to_string()], "{since}");
        Ok(())
    }
}

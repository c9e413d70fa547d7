//! The person's own browser: Chromium, driven from outside, where somebody signs in.

use crate::driver::Driver;
use crate::harness::{SET_UP, free_port};
use crate::process::Group;
use crate::{Trouble, Window};
use reqwest::Method;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// What the app starts in place of the system's browser: it writes the address to where the story looks for it.
const STAND_IN: &str = "#!/bin/sh\nprintf '%s\\n' \"$1\" >> \"$(dirname \"$0\")/opened\"\n";

/// The programs a browser needs, and the addresses it was asked to open.
#[derive(Debug)]
pub struct Browser {
    folder: PathBuf,
    driver: Driver,
    group: Group,
}

impl Browser {
    /// Starts a browser without a window. Its own trust in certificates is not what is looked at: it takes any.
    pub fn start(folder: &Path) -> Result<Self, Trouble> {
        std::fs::create_dir_all(folder).map_err(|problem| Trouble::file(folder, &problem))?;
        let script = folder.join("browser");
        std::fs::write(&script, STAND_IN).map_err(|problem| Trouble::file(&script, &problem))?;
        let may_run = std::os::unix::fs::PermissionsExt::from_mode(0o755);
        std::fs::set_permissions(&script, may_run).map_err(|problem| Trouble::file(&script, &problem))?;
        let port = free_port()?;
        let mut group = Group::start(
            Command::new("chromedriver")
                .args([format!("--port={port}"), "--allowed-ips=127.0.0.1".to_owned()])
                // The browser's profile; it stays when the browser is ended.
                .env("TMPDIR", folder),
            &folder.join("chromedriver.log"),
        )?;
        let driver = Driver::on(port)?;
        let begun = Instant::now();
        while let Err(problem) = driver.ask(Method::GET, "/status", None) {
            if begun.elapsed() > SET_UP || group.has_ended() {
                let what = "chromedriver".to_owned();
                return Err(Trouble::NotInTime { what, waited: begun.elapsed(), seen: problem.to_string() });
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(Self { folder: folder.to_owned(), driver, group })
    }

    /// The program the app is to start as its browser: for the environment variable `BROWSER`.
    #[must_use]
    pub fn program(&self) -> PathBuf {
        self.folder.join("browser")
    }

    /// Waits for the address that was opened, the first, the second and so on, and opens it.
    pub fn opened(&self, which: usize) -> Result<Window<'_>, Trouble> {
        let address = self.address(which)?;
        let options = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ];
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "acceptInsecureCerts": true,
            "goog:chromeOptions": { "args": options },
        } } });
        let session = self.driver.ask(Method::POST, "/session", Some(&wanted))?;
        let Value::String(id) = &session["sessionId"] else {
            let what = "a new session of Chromium".to_owned();
            return Err(Trouble::NoAnswer { what, words: session.to_string() });
        };
        let window = Window::of(&self.driver, id, self.folder.join("no-lock"))?;
        window.go(&address)?;
        Ok(window)
    }

    fn address(&self, which: usize) -> Result<String, Trouble> {
        let begun = Instant::now();
        loop {
            let all = std::fs::read_to_string(self.folder.join("opened")).unwrap_or_default();
            if let Some(address) = all.lines().nth(which) {
                return Ok(address.to_owned());
            }
            if begun.elapsed() > SET_UP {
                let what = format!("address number {which} in the browser");
                return Err(Trouble::NotInTime { what, waited: begun.elapsed(), seen: all });
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Whether the driver is still there.
    pub fn stands(&mut self) -> bool {
        !self.group.has_ended()
    }
}

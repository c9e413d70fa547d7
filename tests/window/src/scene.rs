//! Signing in for real: a server over TLS that only knows HTTP, and somebody's own browser.

use crate::{Browser, Launch, TenantServer, Trouble, Window};
use std::path::Path;

/// Everything around the window.
#[derive(Debug)]
pub struct Scene {
    server: TenantServer,
    browser: Browser,
    launch: Launch,
}

impl Scene {
    /// Starts the server, with these further words on its command line, and a browser; the app is to speak this
    /// language.
    pub fn set(folder: &Path, language: &str, words: &[&str]) -> Result<Self, Trouble> {
        let server = TenantServer::start(&folder.join("server"), words)?;
        let browser = Browser::start(&folder.join("browser"))?;
        let launch = Launch::new(&folder.join("data")).with("--lang").with(language).with("--organisation");
        let launch = launch.with(&server.organisation().to_string_lossy());
        Ok(Self { server, browser, launch })
    }

    /// How the program is started here.
    #[must_use]
    pub fn launch(&self) -> &Launch {
        &self.launch
    }

    /// The server, which others can ask too.
    #[must_use]
    pub fn server(&self) -> &TenantServer {
        &self.server
    }

    /// What the program sees of its system: a browser of its own, and an authority its administrator added.
    #[must_use]
    pub fn environment(&self) -> [(String, String); 2] {
        let text = |path: &Path| path.to_string_lossy().into_owned();
        [
            ("BROWSER".to_owned(), text(&self.browser.program())),
            ("SSL_CERT_FILE".to_owned(), text(&self.server.authority())),
        ]
    }

    /// Somebody signs in on the page that was opened, and agrees to what the app asks for; the last page says this.
    pub fn sign_in_as(&self, which: usize, user: &str, last: &str) -> Result<(), Trouble> {
        let page = self.browser.opened(which)?;
        sign_in(&page, user, last)
    }

    /// Somebody types the app's code on the page that was opened, and signs in there.
    pub fn type_code(&self, which: usize, code: &str, user: &str) -> Result<(), Trouble> {
        let page = self.browser.opened(which)?;
        page.type_at("#user_code", code)?;
        page.click_css("#next")?;
        sign_in(&page, user, "on your device")
    }
}

fn sign_in(page: &Window<'_>, user: &str, last: &str) -> Result<(), Trouble> {
    page.await_css("#username")?;
    page.type_at("#username", user)?;
    page.click_css("#next")?;
    page.click_css("#accept")?;
    page.wait_until("closing page", |page| {
        let text = page.text_of("body")?;
        Ok(if text.contains(last) { Ok(()) } else { Err(text) })
    })
}

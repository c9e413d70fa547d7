//! Opening a page in the system's browser, and the data folder. `bridge` builds the address from constants and checked
//! ids, and says which folder; this is the last look before it leaves the app.

use std::path::Path;
use url::Url;

/// The browser this system calls its default.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SystemBrowser;

impl bridge::Opener for SystemBrowser {
    fn open(&self, url: &str) -> Result<(), String> {
        let page = page(url)?;
        if page.port().is_some() {
            return Err("only a page at https's own port is opened".to_owned());
        }
        opener::open_browser(page.as_str()).map_err(|problem| problem.to_string())
    }

    fn open_sign_in(&self, url: &str) -> Result<(), String> {
        opener::open_browser(page(url)?.as_str()).map_err(|problem| problem.to_string())
    }

    fn open_mail(&self, url: &str) -> Result<(), String> {
        // What opens it is the system's choice for mail, and never the browser of an environment variable.
        opener::open(message(url)?.as_str()).map_err(|problem| problem.to_string())
    }

    fn open_folder(&self, path: &Path) -> Result<(), String> {
        // What is no folder would be opened with a program of its own, or run.
        opener::open(folder(path)?).map_err(|problem| problem.to_string())
    }
}

/// The folder, if it is one, by its whole path.
fn folder(path: &Path) -> Result<&Path, String> {
    if path.is_absolute() && path.is_dir() { Ok(path) } else { Err("only a folder is opened".to_owned()) }
}

/// The link to a new message, if it is one.
fn message(url: &str) -> Result<Url, String> {
    let link = Url::parse(url).map_err(|problem| problem.to_string())?;
    if link.scheme() == "mailto" { Ok(link) } else { Err("only a new message is opened".to_owned()) }
}

/// The address, if it is one a browser may be sent to: https, a named host, no user name or password in it.
fn page(url: &str) -> Result<Url, String> {
    let page = Url::parse(url).map_err(|problem| problem.to_string())?;
    let plain = page.username().is_empty() && page.password().is_none();
    if page.scheme() == "https" && page.domain().is_some() && plain {
        Ok(page)
    } else {
        Err("only an https page is opened".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_https_page_may_be_opened() {
        assert!(page("https://entra.microsoft.com/#view/guest").is_ok());
    }

    #[test]
    fn nothing_else_may_be_opened() {
        for url in [
            "http://entra.microsoft.com/",
            "file:///etc/passwd",
            "smb://server/share",
            "javascript:alert(1)",
            "ms-settings:",
            "https://user:word@example.com/",
            "https://10.0.0.1/",
            "--help",
            "",
        ] {
            assert!(page(url).is_err(), "{url}");
        }
    }

    #[test]
    fn a_new_message_and_nothing_else_is_opened_as_one() {
        assert!(message("mailto:help@contoso.example?subject=a&body=b").is_ok());
        for url in ["https://contoso.example/", "file:///etc/passwd", "javascript:alert(1)", "--help", ""] {
            assert!(message(url).is_err(), "{url}");
        }
    }

    #[test]
    fn a_folder_and_nothing_else_is_opened_as_one() {
        let place = tempfile::tempdir().unwrap();
        assert!(folder(place.path()).is_ok());
        let file = place.path().join("settings.json");
        std::fs::write(&file, "{}").unwrap();
        for path in [file.as_path(), &place.path().join("gone"), Path::new("."), Path::new("")] {
            assert!(folder(path).is_err(), "{}", path.display());
        }
    }

    #[test]
    fn a_port_of_its_own_is_for_signing_in_only() {
        use bridge::Opener as _;
        let port = "https://login.contoso.example:8443/authorize";
        assert!(page(port).is_ok());
        assert!(SystemBrowser.open(port).is_err());
    }
}

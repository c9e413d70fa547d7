//! The page's files, and the policy they are served under: the shell's, read from the shell's own configuration.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Where `npm run build:browser` puts the page.
pub(crate) fn built() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/dist-browser")
}

/// Why the page cannot be served.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NoPage {
    #[error("{path}: {problem} (`npm run build:browser` in ui/ makes the page)", path = .path.display())]
    File { path: PathBuf, problem: std::io::Error },
    #[error("the page has no place for the host's token")]
    NoPlaceForToken,
    #[error("the shell's configuration has no {0}")]
    Configuration(&'static str),
}

/// The files by the path they are asked with. Read once: what was not there then is not served, so no path can
/// lead out of the folder.
pub(crate) fn files(folder: &Path, token: &str) -> Result<BTreeMap<String, Vec<u8>>, NoPage> {
    let mut found = BTreeMap::new();
    gather(folder, "", &mut found)?;
    let index = found.remove("/index.html").unwrap_or_default();
    let index = String::from_utf8_lossy(&index).into_owned();
    let place = "name=\"host-token\" content=\"\"";
    if !index.contains(place) {
        return Err(NoPage::NoPlaceForToken);
    }
    let index = index.replacen(place, &format!("name=\"host-token\" content=\"{token}\""), 1);
    found.insert("/".to_owned(), index.into_bytes());
    Ok(found)
}

fn gather(folder: &Path, under: &str, found: &mut BTreeMap<String, Vec<u8>>) -> Result<(), NoPage> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |problem| NoPage::File { path, problem }
    };
    for entry in std::fs::read_dir(folder).map_err(failed(folder))? {
        let path = entry.map_err(failed(folder))?.path();
        let name = format!("{under}/{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            gather(&path, &name, found)?;
        } else {
            found.insert(name, std::fs::read(&path).map_err(failed(&path))?);
        }
    }
    Ok(())
}

/// The media type of a file by its ending.
pub(crate) fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        None | Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some(_) => "application/octet-stream",
    }
}

/// The headers the shell gives its page. One thing differs: this page speaks to this host, not to the shell.
pub(crate) fn policy() -> Result<Vec<(String, String)>, NoPage> {
    let configuration: serde_json::Value =
        serde_json::from_str(include_str!("../../../../src-tauri/tauri.conf.json"))
            .map_err(|_| NoPage::Configuration("form a program can read"))?;
    let security = &configuration["app"]["security"];
    let csp = security["csp"].as_str().ok_or(NoPage::Configuration("content security policy"))?;
    let shell = "connect-src ipc: http://ipc.localhost";
    if !csp.contains(shell) {
        return Err(NoPage::Configuration("connect-src of the shell"));
    }
    let mut headers = vec![("Content-Security-Policy".to_owned(), csp.replace(shell, "connect-src 'self'"))];
    let others = security["headers"].as_object().ok_or(NoPage::Configuration("headers"))?;
    headers.extend(
        others.iter().map(|(name, value)| (name.clone(), value.as_str().unwrap_or_default().to_owned())),
    );
    Ok(headers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_is_the_shells_but_for_whom_the_page_speaks_to() {
        let policy = policy().unwrap();
        let csp = &policy[0].1;
        for rule in ["default-src 'none'", "connect-src 'self'", "require-trusted-types-for 'script'"] {
            assert!(csp.contains(rule), "{rule}: {csp}");
        }
        assert!(!csp.contains("ipc"), "{csp}");
        assert!(policy.contains(&("Cross-Origin-Opener-Policy".to_owned(), "same-origin".to_owned())));
    }

    #[test]
    fn a_page_is_served_with_its_token_and_one_without_a_place_for_it_is_not() {
        let folder = temporary_folder::temporary_folder();
        std::fs::create_dir(folder.path().join("assets")).unwrap();
        std::fs::write(folder.path().join("assets/a.js"), "1").unwrap();
        let index = folder.path().join("index.html");
        std::fs::write(&index, "<meta name=\"host-token\" content=\"\">").unwrap();
        let found = files(folder.path(), "secret").unwrap();
        assert_eq!(found.keys().collect::<Vec<_>>(), ["/", "/assets/a.js"]);
        assert_eq!(found["/"], b"<meta name=\"host-token\" content=\"secret\">");

        std::fs::write(&index, "<p>").unwrap();
        assert!(matches!(files(folder.path(), "secret"), Err(NoPage::NoPlaceForToken)));
    }
}

//! Which pages the window may show: its own, and no other.

use url::Url;

/// Whether an address is a page of the app itself. Parsed parts are compared exactly; there are no patterns, since
/// patterns over origins are where webview shells have been broken before (GHSA-7gmj-67g7-phm9).
pub(crate) fn is_own_page(url: &Url) -> bool {
    let origin = if cfg!(windows) { ("http", "tauri.localhost") } else { ("tauri", "localhost") };
    (url.scheme(), url.host_str().unwrap_or_default()) == origin
        && url.port().is_none()
        && url.username().is_empty()
        && url.password().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(url: &str) -> bool {
        is_own_page(&Url::parse(url).unwrap())
    }

    #[cfg(not(windows))]
    #[test]
    fn the_pages_of_the_app_are_its_own() {
        assert!(own("tauri://localhost"));
        assert!(own("tauri://localhost/index.html"));
    }

    #[cfg(windows)]
    #[test]
    fn the_pages_of_the_app_are_its_own() {
        assert!(own("http://tauri.localhost/"));
    }

    #[test]
    fn pages_that_only_look_like_it_are_not() {
        for url in [
            "https://example.com/",
            "http://tauri.evil.example/",
            "http://tauri.localhost.evil.example/",
            "https://tauri.localhost/",
            "http://tauri.localhost:8080/",
            "http://localhost/",
            "tauri://localhost.evil.example/",
            "tauri://user@localhost/",
            "tauri://localhost:1/",
            "tauri:localhost",
            "file:///index.html",
            "data:text/html,hello",
            "about:blank",
        ] {
            assert!(!own(url), "{url}");
        }
    }
}

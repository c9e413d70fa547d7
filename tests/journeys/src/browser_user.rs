//! A person at a browser: reads the pages one signs in on, fills in their forms, and is sent back to the app.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use internet::Internet;
use regex::Regex;

/// What the person does on Microsoft's pages.
#[derive(Debug, Clone)]
pub struct UserBehaviour {
    /// The user name that is typed.
    pub user_name: String,
    /// Whether permissions are agreed to.
    pub consents: bool,
    /// Whether anything is done at all. Who walks away leaves the page open.
    pub walks_away: bool,
    /// Whether this computer has a browser that can be opened.
    pub has_a_browser: bool,
}

/// The person. Clones are the same one.
#[derive(Clone)]
pub struct BrowserUser {
    internet: Internet,
    behaviour: Arc<Mutex<UserBehaviour>>,
    seen: Arc<Mutex<Vec<String>>>,
}

/// More pages than any sign-in has.
const MOST_PAGES: usize = 12;

impl BrowserUser {
    pub(crate) fn new(internet: Internet, user_name: &str) -> Self {
        let behaviour = UserBehaviour {
            user_name: user_name.to_owned(),
            consents: true,
            walks_away: false,
            has_a_browser: true,
        };
        Self { internet, behaviour: Arc::new(Mutex::new(behaviour)), seen: Arc::default() }
    }

    /// From now on behaves like this.
    pub fn behaves(&self, change: impl FnOnce(&mut UserBehaviour)) {
        change(&mut self.behaviour.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// The addresses that were opened and the kinds of pages that were seen, in order.
    #[must_use]
    pub fn seen(&self) -> Vec<String> {
        self.notes().clone()
    }

    /// Whether a page can be opened for them.
    pub(crate) fn has_a_browser(&self) -> bool {
        self.behaviour.lock().unwrap_or_else(PoisonError::into_inner).has_a_browser
    }

    fn notes(&self) -> MutexGuard<'_, Vec<String>> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Opens an address and does what the pages ask.
    pub async fn visits(&self, address: String) {
        self.notes().push(address.clone());
        self.goes_on(&address, get(&address)).await;
    }

    /// Types a code on its page, as on another device, and does what the pages ask then.
    pub async fn types_code(&self, page: &str, code: &str) {
        self.notes().push(page.to_owned());
        let body =
            url::form_urlencoded::Serializer::new(String::new()).append_pair("user_code", code).finish();
        self.goes_on(page, post(page, body)).await;
    }

    async fn goes_on(&self, address: &str, mut request: http::Request<Bytes>) {
        let behaviour = self.behaviour.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if behaviour.walks_away {
            return;
        }
        for _ in 0..MOST_PAGES {
            let answer = self.internet.send(request).await.unwrap();
            if let Some(to) = answer.headers().get("location") {
                let to = to.to_str().unwrap();
                if to.starts_with("http://localhost:") {
                    // Back to the app; what it shows is for the person's eyes.
                    let page = reqwest::get(to).await.unwrap().text().await.unwrap();
                    self.notes().push(format!("closing: {page}"));
                    return;
                }
                request = get(to);
                continue;
            }
            let html = String::from_utf8_lossy(answer.body()).into_owned();
            let kind = captured(&html, r#"data-page="([^"]+)""#).unwrap_or_default();
            self.notes().push(kind.clone());
            let Some(next) = form(address, &kind, &html, &behaviour) else { return };
            request = next;
        }
    }
}

fn get(address: &str) -> http::Request<Bytes> {
    http::Request::get(address).body(Bytes::new()).unwrap()
}

fn post(address: &str, form: String) -> http::Request<Bytes> {
    let request = http::Request::post(address).header("content-type", "application/x-www-form-urlencoded");
    request.body(Bytes::from(form)).unwrap()
}

fn captured(text: &str, pattern: &str) -> Option<String> {
    Some(Regex::new(pattern).unwrap().captures(text)?[1].to_owned())
}

/// What is sent from a page of this kind; none where there is nothing to press.
fn form(address: &str, kind: &str, html: &str, behaviour: &UserBehaviour) -> Option<http::Request<Bytes>> {
    let fields: Vec<(&str, &str)> = match kind {
        "account" => vec![("username", &behaviour.user_name), ("go", "next")],
        "proof" => vec![("go", "approve")],
        _ if behaviour.consents && html.contains("id=\"accept\"") => vec![("go", "accept")],
        _ if html.contains("id=\"cancel\"") => vec![("go", "cancel")],
        _ => return None,
    };
    let action = captured(html, r#"<form method="post" action="([^"]+)""#)?.replace("&amp;", "&");
    let ticket = captured(html, r#"name="ticket" value="([^"]+)""#)?;
    let to = url::Url::parse(address).ok()?.join(&action).ok()?;
    let body = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("ticket", &ticket)
        .extend_pairs(fields)
        .finish();
    Some(post(to.as_str(), body))
}

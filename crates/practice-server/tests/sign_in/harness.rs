//! A server behind TLS, and a browser without a screen: it loads pages, presses buttons and follows redirects.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::StatusCode;
use practice::Tenant;
use practice_server::{Access, Certificate, DEFAULT_CLIENT, SignIn, SignInPlan};
use reqwest::Client;
use reqwest::redirect::Policy;
use serde_json::{Value, json};
use url::Url;
use url::form_urlencoded::{Serializer, parse};

use crate::common::{TestClock, organisation};

pub(crate) const TENANT: &str = "99999999-0000-4000-8000-000000000001";
pub(crate) const ANNA: &str = "anna@contoso.nl";
pub(crate) const OLGA: &str = "olga@contoso.nl";
/// The only admin who may consent for everybody.
pub(crate) const GIJS: &str = "gijs@contoso.nl";
/// Where the app listens, as far as the server knows.
pub(crate) const REDIRECT: &str = "http://localhost:51234";
/// The verifier and its challenge in RFC 7636, appendix B.
pub(crate) const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
pub(crate) const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

pub(crate) type Fields<'a> = [(&'a str, &'a str)];

/// A server and everything around it.
pub(crate) struct Harness {
    pub(crate) base: String,
    pub(crate) tenant: Tenant,
    pub(crate) clock: TestClock,
    pub(crate) client: Client,
}

/// The plan of the built-in app, with these permissions granted for everybody.
pub(crate) fn granted(permissions: &[&str]) -> Value {
    json!({ "version": 1, "apps": [app(json!({ "consentedForAll": permissions }))] })
}

/// The built-in app, changed.
pub(crate) fn app(change: Value) -> Value {
    let mut app = json!({
        "clientId": DEFAULT_CLIENT, "name": "Guest Mail Doctor", "redirectUris": ["http://localhost"],
        "publicClient": true,
    });
    app.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
    app
}

impl Harness {
    pub(crate) async fn new() -> Self {
        Self::with(granted(&["User.Read", "User.Read.All"])).await
    }

    pub(crate) async fn with(plan: Value) -> Self {
        Self::on(TestClock::new(), plan, |sign_in| sign_in).await
    }

    pub(crate) async fn on(clock: TestClock, plan: Value, change: impl FnOnce(SignIn) -> SignIn) -> Self {
        let tenant = Tenant::start(organisation(), clock.behaviour());
        let plan = SignInPlan::read(&plan.to_string()).unwrap();
        let sign_in = change(SignIn::new(tenant.clone(), plan).unwrap());
        let made = Certificate::for_this_machine().unwrap();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("https://localhost:{}", listener.local_addr().unwrap().port());
        let authority = reqwest::Certificate::from_pem(made.authority.as_bytes()).unwrap();
        let client = Client::builder()
            .tls_certs_only([authority])
            .redirect(Policy::none())
            .no_proxy()
            .build()
            .unwrap();
        let served = tenant.clone();
        tokio::spawn(async move {
            let (certificate, key) = (made.certificate.into_bytes(), made.key.into_bytes());
            practice_server::serve_tls(listener, served, Access::SignIn(sign_in), &certificate, &key).await
        });
        Self { base, tenant, clock, client }
    }

    pub(crate) fn browser(&self) -> Browser<'_> {
        Browser {
            harness: self,
            url: self.base.clone(),
            status: StatusCode::OK,
            text: String::new(),
            sent: None,
        }
    }

    pub(crate) fn scope(&self, names: &str) -> String {
        let one = |name: &str| format!("{}/{name}", self.base);
        names.split(' ').map(one).collect::<Vec<_>>().join(" ")
    }

    /// An authorize request that nothing is wrong with, changed; an empty value leaves the parameter out.
    pub(crate) fn authorize(&self, changes: &Fields<'_>) -> String {
        let scope = format!("openid profile offline_access {}", self.scope("User.Read"));
        let usual = [
            ("client_id", DEFAULT_CLIENT),
            ("response_type", "code"),
            ("redirect_uri", REDIRECT),
            ("scope", &scope),
            ("state", "s"),
            ("nonce", "n"),
            ("code_challenge", CHALLENGE),
            ("code_challenge_method", "S256"),
        ];
        format!("{}/{TENANT}/oauth2/v2.0/authorize?{}", self.base, changed(&usual, changes))
    }

    pub(crate) async fn post(&self, path: &str, body: String) -> (StatusCode, Value) {
        let request = self.client.post(format!("{}{path}", self.base));
        let kind = "application/x-www-form-urlencoded;charset=utf-8";
        let answer = request.header("content-type", kind).body(body).send().await.unwrap();
        let status = answer.status();
        (status, serde_json::from_str(&answer.text().await.unwrap()).unwrap())
    }

    /// A token request.
    pub(crate) async fn token(&self, fields: &Fields<'_>) -> (StatusCode, Value) {
        let usual = [("client_id", DEFAULT_CLIENT)];
        self.post(&format!("/{TENANT}/oauth2/v2.0/token"), changed(&usual, fields)).await
    }

    /// Redeems a code, as the app should.
    pub(crate) async fn redeem(&self, code: &str, changes: &Fields<'_>) -> (StatusCode, Value) {
        let usual = [
            ("client_id", DEFAULT_CLIENT),
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", REDIRECT),
            ("code_verifier", VERIFIER),
        ];
        self.post(&format!("/{TENANT}/oauth2/v2.0/token"), changed(&usual, changes)).await
    }

    /// Signs somebody in by all pages there are and gives the tokens.
    pub(crate) async fn tokens(&self, user_name: &str, changes: &Fields<'_>) -> Value {
        let mut browser = self.browser();
        browser.open(&self.authorize(changes)).await.through(user_name).await;
        let code = browser.sent_back().remove("code").unwrap();
        let (status, tokens) = self.redeem(&code, &[]).await;
        assert_eq!(status, StatusCode::OK, "{tokens}");
        tokens
    }

    pub(crate) async fn refresh(&self, tokens: &Value, fields: &Fields<'_>) -> (StatusCode, Value) {
        let mut all = vec![
            ("grant_type", "refresh_token"),
            ("refresh_token", tokens["refresh_token"].as_str().unwrap()),
        ];
        all.extend(fields);
        self.token(&all).await
    }

    /// Asks Graph with these tokens.
    pub(crate) async fn graph(&self, tokens: &Value, path: &str) -> (StatusCode, http::HeaderMap, Value) {
        let token = tokens["access_token"].as_str().unwrap();
        let answer =
            self.client.get(format!("{}/v1.0{path}", self.base)).bearer_auth(token).send().await.unwrap();
        let (status, headers) = (answer.status(), answer.headers().clone());
        (status, headers, serde_json::from_str(&answer.text().await.unwrap()).unwrap())
    }
}

fn changed(usual: &Fields<'_>, changes: &Fields<'_>) -> String {
    let mut all: BTreeMap<&str, &str> = usual.iter().copied().collect();
    all.extend(changes.iter().copied());
    all.retain(|_, value| !value.is_empty());
    Serializer::new(String::new()).extend_pairs(all).finish()
}

/// The middle of a token.
pub(crate) fn claims_of(token: &Value) -> Value {
    let middle = token.as_str().unwrap().split('.').nth(1).unwrap();
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(middle).unwrap()).unwrap()
}

/// A refusal at the token endpoint: OAuth's name, Entra's number, the second word.
pub(crate) fn refusal(body: &Value) -> (&str, u64, &str) {
    (
        body["error"].as_str().unwrap_or_default(),
        body["error_codes"][0].as_u64().unwrap_or_default(),
        body["suberror"].as_str().unwrap_or_default(),
    )
}

/// One window.
pub(crate) struct Browser<'a> {
    harness: &'a Harness,
    url: String,
    pub(crate) status: StatusCode,
    pub(crate) text: String,
    /// Where a redirect leads off the server: the app.
    pub(crate) sent: Option<Url>,
}

impl Browser<'_> {
    pub(crate) async fn open(&mut self, url: &str) -> &mut Self {
        let answer = self.harness.client.get(url).send().await.unwrap();
        url.clone_into(&mut self.url);
        self.take(answer).await
    }

    /// Presses a button, once the fields hold what is typed.
    pub(crate) async fn press(&mut self, button: &str, typed: &Fields<'_>) -> &mut Self {
        assert!(self.text.contains(&format!("id=\"{button}\"")), "no button {button} on {}", self.text);
        let mut fields = vec![("go", button)];
        let ticket = self.attribute("name=\"ticket\" value=\"");
        fields.extend(ticket.as_deref().map(|ticket| ("ticket", ticket)));
        fields.extend(typed);
        let body = Serializer::new(String::new()).extend_pairs(fields).finish();
        let action = self.attribute("action=\"").unwrap();
        let url = format!("{}{action}", self.harness.base);
        let kind = "application/x-www-form-urlencoded";
        let answer =
            self.harness.client.post(&url).header("content-type", kind).body(body).send().await.unwrap();
        self.url = url;
        self.take(answer).await
    }

    async fn take(&mut self, answer: reqwest::Response) -> &mut Self {
        self.status = answer.status();
        let to = answer.headers().get("location").map(|to| Url::parse(to.to_str().unwrap()).unwrap());
        self.sent = to;
        self.text = answer.text().await.unwrap();
        self
    }

    /// What kind of page this is; nothing after a redirect.
    pub(crate) fn page(&self) -> String {
        self.attribute("data-page=\"").unwrap_or_default()
    }

    /// The number of the refusal on the page.
    pub(crate) fn aadsts(&self) -> Option<u32> {
        let rest = self.text.split_once("<strong>AADSTS")?.1;
        rest.split_once('<')?.0.parse().ok()
    }

    fn attribute(&self, before: &str) -> Option<String> {
        let rest = self.text.split_once(before)?.1;
        Some(rest.split_once('"')?.0.to_owned())
    }

    /// All the way, whatever pages come; gives the pages.
    pub(crate) async fn through(&mut self, user_name: &str) -> Vec<String> {
        let mut seen = vec![];
        while self.sent.is_none() && seen.len() < 10 {
            seen.push(self.page());
            match self.page().as_str() {
                "account" if self.aadsts().is_none() => self.press("next", &[("username", user_name)]).await,
                "proof" => self.press("approve", &[]).await,
                "confirm" | "consent" => self.press("accept", &[]).await,
                _ => break,
            };
        }
        seen
    }

    /// What the app was sent.
    pub(crate) fn sent_back(&self) -> BTreeMap<String, String> {
        let to = self.sent.as_ref().unwrap_or_else(|| panic!("no way back to the app: {}", self.text));
        assert_eq!(to.host_str(), Some("localhost"));
        let text = to.query().or(to.fragment()).unwrap_or_default();
        parse(text.as_bytes()).into_owned().collect()
    }
}

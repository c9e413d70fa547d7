//! The sign-in file: which apps are registered, who may consent to what, and what is refused on demand.

use serde::Deserialize;
use serde_json::Value;

/// The application (client) id of the app that is registered when no file says otherwise.
pub const DEFAULT_CLIENT: &str = "5d1f6f0a-7c1e-4a52-9c36-0b1a7d3e2c41";
/// The newest sign-in file this program reads.
const VERSION: u64 = 1;

/// What the sign-in endpoints know and how they behave.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct SignInPlan {
    /// The file's version; this program reads 1.
    pub version: u64,
    /// The registered applications.
    pub apps: Vec<RegisteredApp>,
    /// What people who are no admins may consent to.
    pub user_consent: UserConsent,
    /// Whether people may ask an admin for what they may not grant (Entra: admin consent workflow).
    pub admin_workflow: bool,
    /// Whether signing in takes a second proof.
    pub multi_factor: MultiFactor,
    /// How long an access token lives; absent: 60 to 90 minutes, at random, as Microsoft documents.
    pub access_token_minutes: Option<u16>,
    /// Whether a device code that is polled too fast is answered with `slow_down` (RFC 8628; Microsoft
    /// documents it nowhere).
    pub slow_down: bool,
    /// How long a client waits between two polls of a device code.
    pub interval_seconds: u32,
    /// Further resources, by their addresses, that tokens are issued for. Every app may have them; they do not
    /// open Graph.
    pub resources: Vec<String>,
    /// What is refused on demand. Each counts its own matches.
    pub refusals: Vec<PlannedRefusal>,
}

/// An app registration.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RegisteredApp {
    /// The application (client) id.
    pub client_id: String,
    /// What the consent page calls it.
    pub name: String,
    /// Where answers may go. For `http://localhost` and `http://127.0.0.1` the port does not matter.
    pub redirect_uris: Vec<String>,
    /// Whether "Allow public client flows" is on.
    #[serde(default = "yes")]
    pub public_client: bool,
    /// Whether accounts of any organisation may use it, which is what `organizations` and `common` in the
    /// address ask for.
    #[serde(default)]
    pub multitenant: bool,
    /// The permissions of Graph that the registration lists: what `.default` asks for.
    #[serde(default)]
    pub permissions: Vec<String>,
    /// The permissions of Graph that an admin granted for everybody beforehand.
    #[serde(default)]
    pub consented_for_all: Vec<String>,
}

/// What people who are no admins may consent to (configure-user-consent).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UserConsent {
    /// Nothing.
    None,
    /// Permissions of low impact: signing in, and reading one's own profile.
    #[default]
    LowRisk,
    /// Every permission that does not ask for an admin.
    All,
}

/// Whether signing in takes a second proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MultiFactor {
    /// Only when a claims challenge asks for it.
    #[default]
    Off,
    /// Always: "approve on your phone".
    On,
}

/// Where a planned refusal strikes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Endpoint {
    /// Signing in for a code, once the account was chosen.
    Authorize,
    /// Redeeming, refreshing, polling.
    Token,
    /// Asking for a device code.
    Devicecode,
    /// Signing in with a device code, once the account was chosen: the person sees the refusal, the device
    /// goes on waiting.
    Devicelogin,
    /// Admin consent, once the account was chosen.
    Adminconsent,
}

/// Something that is refused on demand, e.g. 53003.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlannedRefusal {
    /// Where.
    pub at: Endpoint,
    /// For `token`: only this kind of grant, `authorization_code`, `refresh_token` or `device_code`.
    pub grant: Option<String>,
    /// Which match, counted from 1; every one if absent.
    pub nth: Option<u64>,
    /// OAuth's name of the error, e.g. `access_denied`.
    pub error: String,
    /// The number behind AADSTS.
    pub aadsts: u32,
    /// Entra's second word, e.g. `message_only`.
    pub suberror: Option<String>,
    /// A claims challenge, as a JSON object.
    pub claims: Option<Value>,
    /// What the server says.
    pub text: String,
    /// Whether the person sees it on a page and the app hears nothing, as with most refusals of Conditional Access.
    #[serde(default)]
    pub page: bool,
}

/// Why a sign-in file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SignInPlanError {
    /// It is not JSON, or not of the sign-in file's shape.
    #[error("this is not a sign-in file: {0}")]
    Shape(#[from] serde_json::Error),
    /// It was written for a newer program.
    #[error("this sign-in file has version {found}; this program reads {VERSION}")]
    Newer {
        /// The version in the file.
        found: u64,
    },
    /// It has no version.
    #[error("this sign-in file has no version")]
    NoVersion,
    /// It contradicts itself, or names a permission nobody knows.
    #[error("{0}")]
    Contradiction(String),
}

fn yes() -> bool {
    true
}

impl Default for SignInPlan {
    fn default() -> Self {
        Self {
            version: VERSION,
            apps: vec![RegisteredApp {
                client_id: DEFAULT_CLIENT.to_owned(),
                name: "Guest Mail Doctor".to_owned(),
                redirect_uris: vec!["http://localhost".to_owned()],
                public_client: true,
                multitenant: false,
                permissions: vec![],
                consented_for_all: vec![],
            }],
            user_consent: UserConsent::default(),
            admin_workflow: false,
            multi_factor: MultiFactor::default(),
            access_token_minutes: None,
            slow_down: false,
            interval_seconds: 5,
            resources: vec![],
            refusals: vec![],
        }
    }
}

impl SignInPlan {
    /// Reads and checks a sign-in file.
    pub fn read(text: &str) -> Result<Self, SignInPlanError> {
        let whole: Value = serde_json::from_str(text)?;
        match whole.get("version").and_then(Value::as_u64) {
            Some(found) if found > VERSION => return Err(SignInPlanError::Newer { found }),
            Some(_) => {}
            None => return Err(SignInPlanError::NoVersion),
        }
        let plan: Self = serde_json::from_value(whole)?;
        plan.check()?;
        Ok(plan)
    }

    fn check(&self) -> Result<(), SignInPlanError> {
        let wrong = |what: String| Err(SignInPlanError::Contradiction(what));
        for app in &self.apps {
            if uuid::Uuid::parse_str(&app.client_id).is_err() {
                return wrong(format!("clientId {} is not a GUID", app.client_id));
            }
            if let Some(odd) = app.redirect_uris.iter().find(|uri| url::Url::parse(uri).is_err()) {
                return wrong(format!("{odd} is not an address to redirect to"));
            }
            let listed = app.permissions.iter().chain(&app.consented_for_all);
            if let Some(odd) = listed.into_iter().find(|name| super::scope::permission(name).is_none()) {
                return wrong(format!("{odd} is not a permission this server knows"));
            }
        }
        if let Some(odd) = self.resources.iter().find(|uri| url::Url::parse(uri).is_err()) {
            return wrong(format!("{odd} is not the address of a resource"));
        }
        let odd =
            self.refusals.iter().find(|planned| planned.claims.as_ref().is_some_and(|it| !it.is_object()));
        match odd {
            Some(odd) => wrong(format!("the claims of the refusal {} are not an object", odd.aadsts)),
            None => Ok(()),
        }
    }

    pub(super) fn app(&self, client_id: &str) -> Option<&RegisteredApp> {
        self.apps.iter().find(|app| app.client_id.eq_ignore_ascii_case(client_id))
    }
}

impl RegisteredApp {
    /// Whether answers may go there. The whole address compares, with regard to case; for the loopback names the
    /// port does not (reply-url, "Localhost exceptions").
    pub(super) fn redirects_to(&self, wanted: &str) -> bool {
        let Ok(wanted_url) = url::Url::parse(wanted) else { return false };
        self.redirect_uris.iter().any(|registered| {
            registered == wanted
                || url::Url::parse(registered).is_ok_and(|registered| {
                    let loopback = matches!(registered.host_str(), Some("localhost" | "127.0.0.1"));
                    let same = |part: fn(&url::Url) -> Option<&str>| part(&registered) == part(&wanted_url);
                    registered.scheme() == "http"
                        && registered.scheme() == wanted_url.scheme()
                        && loopback
                        && same(url::Url::host_str)
                        && registered.path() == wanted_url.path()
                        && same(url::Url::query)
                        && same(url::Url::fragment)
                        && wanted_url.username().is_empty()
                })
        })
    }
}

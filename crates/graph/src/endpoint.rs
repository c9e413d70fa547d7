//! Which Graph is spoken to.

use std::fmt;

use percent_encoding::percent_decode_str;
use url::Url;

/// Where Microsoft Graph lives for one cloud, and the scope a token for it is asked with (Microsoft Graph: national
/// cloud deployments; scopes carry the cloud's own Graph host).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    root: String,
    origin: url::Origin,
    scope: String,
}

/// A text that cannot be the root of a Graph service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAnEndpoint(String);

impl fmt::Display for NotAnEndpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not the root of a Graph service: {}", self.0)
    }
}

impl std::error::Error for NotAnEndpoint {}

impl Endpoint {
    /// Microsoft's global cloud, GCC included: `https://graph.microsoft.com/v1.0`.
    #[must_use]
    pub fn global() -> Self {
        let host = "graph.microsoft.com";
        Self {
            root: format!("https://{host}/v1.0"),
            origin: url::Origin::Tuple("https".to_owned(), url::Host::Domain(host.to_owned()), 443),
            scope: format!("https://{host}/.default"),
        }
    }

    /// A service root such as `https://graph.microsoft.us/v1.0`; a slash at the end is dropped. Refuses anything
    /// but http and https, and a root that carries a user, a query or a fragment.
    pub fn new(root: &str) -> Result<Self, NotAnEndpoint> {
        let refuse = || NotAnEndpoint(root.to_owned());
        let url = Url::parse(root).map_err(|_| refuse())?;
        let plain = url.username().is_empty() && url.password().is_none() && url.query().is_none();
        if !matches!(url.scheme(), "http" | "https") || !plain || url.fragment().is_some() {
            return Err(refuse());
        }
        let origin = url.origin();
        let scope = format!("{}/.default", origin.ascii_serialization());
        Ok(Self { root: root.trim_end_matches('/').to_owned(), origin, scope })
    }

    /// The service root, without a slash at the end.
    #[must_use]
    pub fn root(&self) -> &str {
        &self.root
    }

    /// The scope that means "everything this app was registered for" at this Graph.
    #[must_use]
    pub fn default_scope(&self) -> &str {
        &self.scope
    }

    /// The reference to an object as a request body carries it. The host must be that of the cloud (Microsoft
    /// Graph: Add members).
    #[must_use]
    pub fn reference_to(&self, id: &str) -> String {
        format!("{}/directoryObjects/{}", self.root, crate::odata::encode(id))
    }

    /// Whether a link that the server sent goes on with what was asked at this path: it stays at this service, and at
    /// the same collection. How Graph writes the rest of it is its own affair, and never read.
    ///
    /// The same collection has several spellings: keys in brackets (`users('x')/memberOf`), the kind left out behind
    /// it (`/microsoft.graph.group`), and `me` by one's own id.
    #[must_use]
    pub(crate) fn continues(&self, link: &str, path: &str) -> bool {
        let root = Url::parse(&self.root).ok();
        let asked = Url::parse(&format!("{}{path}", self.root)).ok();
        let (Some(root), Some(asked), Ok(link_url)) = (root, asked, Url::parse(link)) else { return false };
        let beginning = segments(&root).len();
        let (there, asked) = (segments(&link_url), segments(&asked));
        let me = asked.get(beginning).is_some_and(|first| first == "me");
        let same = there == asked
            || (me && there.get(beginning).is_some_and(|first| first == "users") && {
                there.get(..beginning) == asked.get(..beginning)
                    && there.get(beginning + 2..) == asked.get(beginning + 1..)
            });
        self.owns(link) && same
    }

    /// Whether a link that the server sent stays at this service: same scheme, host and port, and no user in it.
    /// The token goes nowhere else.
    #[must_use]
    pub fn owns(&self, link: &str) -> bool {
        Url::parse(link).is_ok_and(|url| {
            url.origin() == self.origin && url.username().is_empty() && url.password().is_none()
        })
    }
}

/// The segments of a path as they are compared: decoded, in small letters, keys apart, kinds left out.
fn segments(url: &Url) -> Vec<String> {
    let decoded = |segment: &str| percent_decode_str(segment).decode_utf8_lossy().to_lowercase();
    let mut all = Vec::new();
    for segment in url.path().split('/').filter(|segment| !segment.is_empty()).map(decoded) {
        match segment.strip_suffix("')").and_then(|segment| segment.split_once("('")) {
            Some((collection, key)) => all.extend([collection.to_owned(), key.to_owned()]),
            None if segment.starts_with("microsoft.graph.") => {}
            None => all.push(segment),
        }
    }
    all
}

//! Which Graph is spoken to.

use std::fmt;

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

    /// Whether a link that the server sent stays at this service: same scheme, host and port, and no user in it.
    /// The token goes nowhere else.
    #[must_use]
    pub fn owns(&self, link: &str) -> bool {
        Url::parse(link).is_ok_and(|url| {
            url.origin() == self.origin && url.username().is_empty() && url.password().is_none()
        })
    }
}

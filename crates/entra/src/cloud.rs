//! The clouds of Microsoft, each with its own sign-in and its own Graph.

use url::Url;

/// Which cloud an organisation lives in (Microsoft identity platform: National clouds; Microsoft Graph: National
/// cloud deployments). An app is registered in each cloud by itself, and a token of one opens nothing in another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cloud {
    /// The global one, GCC included.
    Global,
    /// US Government L4 (GCC High).
    UsGovHigh,
    /// US Government L5 (Department of Defense).
    UsGovDod,
    /// China, run by 21Vianet.
    China,
    /// Hosts of one's own, such as `practice serve`. Their origins only: a path is not kept.
    Custom {
        /// Where one signs in.
        login: Url,
        /// Where Graph is.
        graph: Url,
    },
}

/// A row of the table: the cloud, its name in the organisation file, where one signs in, where Graph is.
type Row = (Cloud, &'static str, &'static str, &'static str);

/// Every cloud that has a name. Germany's was closed in October 2021. For China, Microsoft Graph's page still prints
/// `login.chinacloudapi.cn`; the identity platform's names this one.
const TABLE: [Row; 4] = [
    (Cloud::Global, "global", "https://login.microsoftonline.com", "https://graph.microsoft.com"),
    (Cloud::UsGovHigh, "usGovHigh", "https://login.microsoftonline.us", "https://graph.microsoft.us"),
    (Cloud::UsGovDod, "usGovDod", "https://login.microsoftonline.us", "https://dod-graph.microsoft.us"),
    (
        Cloud::China,
        "china",
        "https://login.partner.microsoftonline.cn",
        "https://microsoftgraph.chinacloudapi.cn",
    ),
];

impl Cloud {
    /// The clouds that have a name.
    pub const NAMED: [Self; 4] = [Self::Global, Self::UsGovHigh, Self::UsGovDod, Self::China];

    /// The cloud of this name, as the organisation file writes it; none for any other text, `custom` included.
    ///
    /// ```
    /// use entra::Cloud;
    /// assert_eq!(Cloud::named("china"), Some(Cloud::China));
    /// assert_eq!(Cloud::named("China"), None);
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        TABLE.into_iter().find(|row| row.1 == name).map(|row| row.0)
    }

    /// Its name in the organisation file; `custom` for hosts of one's own.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.row().map_or("custom", |row| row.1)
    }

    /// Where one signs in: `https://login.microsoftonline.com`.
    #[must_use]
    pub fn login(&self) -> String {
        match self {
            Self::Custom { login, .. } => login.origin().ascii_serialization(),
            named => named.row().map_or(TABLE[0].2, |row| row.2).to_owned(),
        }
    }

    /// What permissions are asked for: `https://graph.microsoft.com`. Scopes carry it before their names.
    #[must_use]
    pub fn graph_resource(&self) -> String {
        match self {
            Self::Custom { graph, .. } => graph.origin().ascii_serialization(),
            named => named.row().map_or(TABLE[0].3, |row| row.3).to_owned(),
        }
    }

    /// The service root of Graph: `https://graph.microsoft.com/v1.0`.
    #[must_use]
    pub fn graph_root(&self) -> String {
        format!("{}/v1.0", self.graph_resource())
    }

    /// Whether its hosts are somebody's own. The window shows them before the sign-in.
    #[must_use]
    pub fn is_custom(&self) -> bool {
        matches!(self, Self::Custom { .. })
    }

    fn row(&self) -> Option<Row> {
        TABLE.into_iter().find(|row| row.0 == *self)
    }
}

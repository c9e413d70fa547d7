//! The clouds of Microsoft, each with its own sign-in and its own Graph.

use url::Url;

/// A cloud that Microsoft runs. Germany's was closed in October 2021.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum MicrosoftCloud {
    /// The global one, GCC included.
    Global,
    /// US Government L4 (GCC High).
    UsGovHigh,
    /// US Government L5 (Department of Defense).
    UsGovDod,
    /// China, run by 21Vianet.
    China,
}

/// Which cloud an organisation lives in (Microsoft identity platform: National clouds; Microsoft Graph: National
/// cloud deployments). An app is registered in each cloud by itself, and a token of one opens nothing in another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cloud {
    /// One of Microsoft's own.
    Microsoft(MicrosoftCloud),
    /// Hosts of one's own, such as `practice serve`. Their origins only: a path is not kept.
    Custom {
        /// Where one signs in.
        login: Url,
        /// Where Graph is.
        graph: Url,
    },
}

/// What Microsoft says of a cloud of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CloudFacts {
    /// Its name in the organisation file.
    pub name: &'static str,
    /// Where one signs in (Microsoft identity platform: National clouds, Microsoft Entra authentication endpoints).
    pub login: &'static str,
    /// Where Graph is (Microsoft Graph: National cloud deployments).
    pub graph: &'static str,
    /// Its admin center (Microsoft identity platform: National clouds, app registration endpoints).
    pub admin_center: &'static str,
    /// What `az cloud set --name` calls it (Azure CLI: `az cloud list`).
    pub azure_cli: &'static str,
    /// What `Connect-MgGraph -Environment` calls it (Microsoft Graph `PowerShell`: `Get-MgEnvironment`).
    pub graph_powershell: &'static str,
}

const GLOBAL: CloudFacts = CloudFacts {
    name: "global",
    login: "https://login.microsoftonline.com",
    graph: "https://graph.microsoft.com",
    admin_center: "https://entra.microsoft.com",
    azure_cli: "AzureCloud",
    graph_powershell: "Global",
};

const US_GOV_HIGH: CloudFacts = CloudFacts {
    name: "usGovHigh",
    login: "https://login.microsoftonline.us",
    graph: "https://graph.microsoft.us",
    admin_center: "https://entra.microsoft.us",
    azure_cli: "AzureUSGovernment",
    graph_powershell: "USGov",
};

const US_GOV_DOD: CloudFacts = CloudFacts {
    name: "usGovDod",
    graph: "https://dod-graph.microsoft.us",
    graph_powershell: "USGovDoD",
    ..US_GOV_HIGH
};

/// Microsoft Graph's page still prints `login.chinacloudapi.cn`; the identity platform's names this one.
const CHINA: CloudFacts = CloudFacts {
    name: "china",
    login: "https://login.partner.microsoftonline.cn",
    graph: "https://microsoftgraph.chinacloudapi.cn",
    admin_center: "https://entra.microsoftonline.cn",
    azure_cli: "AzureChinaCloud",
    graph_powershell: "China",
};

/// Where Microsoft has one type a device code, beside the login hosts themselves (Microsoft identity platform: OAuth 2.0
/// device authorization grant flow: `https://microsoft.com/devicelogin`; the sovereign clouds have pages of their own
/// there: `deviceloginus`, `deviceloginchina`).
const DEVICE_HOSTS: [&str; 3] = ["microsoft.com", "www.microsoft.com", "login.microsoft.com"];

impl MicrosoftCloud {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Global, Self::UsGovHigh, Self::UsGovDod, Self::China];

    /// What Microsoft says of it. The one table of clouds.
    #[must_use]
    pub const fn facts(self) -> CloudFacts {
        match self {
            Self::Global => GLOBAL,
            Self::UsGovHigh => US_GOV_HIGH,
            Self::UsGovDod => US_GOV_DOD,
            Self::China => CHINA,
        }
    }
}

impl From<MicrosoftCloud> for Cloud {
    fn from(cloud: MicrosoftCloud) -> Self {
        Self::Microsoft(cloud)
    }
}

impl Cloud {
    /// Which of Microsoft's it is; none for hosts of one's own.
    #[must_use]
    pub const fn microsoft(&self) -> Option<MicrosoftCloud> {
        match self {
            Self::Microsoft(cloud) => Some(*cloud),
            Self::Custom { .. } => None,
        }
    }

    /// What Microsoft says of it; none for hosts of one's own.
    #[must_use]
    pub fn facts(&self) -> Option<CloudFacts> {
        self.microsoft().map(MicrosoftCloud::facts)
    }

    /// The cloud of this name, as the organisation file writes it; none for any other text, `custom` included.
    ///
    /// ```
    /// use entra::{Cloud, MicrosoftCloud};
    /// assert_eq!(Cloud::from_name("china"), Some(Cloud::Microsoft(MicrosoftCloud::China)));
    /// assert_eq!(Cloud::from_name("China"), None);
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let named = MicrosoftCloud::ALL.into_iter().find(|cloud| cloud.facts().name == name);
        named.map(Self::Microsoft)
    }

    /// Its name in the organisation file; `custom` for hosts of one's own.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.facts().map_or("custom", |facts| facts.name)
    }

    /// Where one signs in: `https://login.microsoftonline.com`.
    #[must_use]
    pub fn login(&self) -> String {
        match self {
            Self::Microsoft(cloud) => cloud.facts().login.to_owned(),
            Self::Custom { login, .. } => login.origin().ascii_serialization(),
        }
    }

    /// Whether a page is one of those where a device code of this cloud is typed: encrypted, at one of its hosts.
    ///
    /// ```
    /// use entra::{Cloud, MicrosoftCloud};
    /// let cloud = Cloud::from(MicrosoftCloud::Global);
    /// assert!(cloud.has_device_page(&"https://microsoft.com/devicelogin".parse().unwrap()));
    /// assert!(!cloud.has_device_page(&"https://microsoft.com.example/devicelogin".parse().unwrap()));
    /// ```
    #[must_use]
    pub fn has_device_page(&self, page: &Url) -> bool {
        let plain = page.scheme() == "https" && page.username().is_empty() && page.password().is_none();
        let at_login = Url::parse(&self.login()).is_ok_and(|login| login.origin() == page.origin());
        let microsofts = !self.is_custom()
            && page.port().is_none()
            && page.host_str().is_some_and(|host| DEVICE_HOSTS.contains(&host));
        plain && (at_login || microsofts)
    }

    /// What permissions are asked for: `https://graph.microsoft.com`. Scopes carry it before their names.
    #[must_use]
    pub fn graph_resource(&self) -> String {
        match self {
            Self::Microsoft(cloud) => cloud.facts().graph.to_owned(),
            Self::Custom { graph, .. } => graph.origin().ascii_serialization(),
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
}

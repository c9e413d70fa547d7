//! The organisation file: what an administrator prepares once and gives to colleagues. There is no secret in it, and
//! the reader refuses fields it does not know, so that none gets in.
//!
//! ```
//! use entra::{ConfigSource, Organisation, OrganisationError};
//!
//! let text = r#"{ "version": 1, "name": "Contoso", "tenant": "contoso.onmicrosoft.com",
//!     "clientId": "5f4b8f5e-0000-4000-8000-000000000001", "cloud": "global" }"#;
//! let contoso = Organisation::parse(text, ConfigSource::Window)?;
//! assert_eq!(contoso.tenant, "contoso.onmicrosoft.com");
//!
//! let with_a_secret = text.replace("\"name\"", "\"clientSecret\": \"x\", \"name\"");
//! let refused = Organisation::parse(&with_a_secret, ConfigSource::Window);
//! assert_eq!(refused, Err(OrganisationError::Unknown { field: "clientSecret".into() }));
//! # Ok::<(), OrganisationError>(())
//! ```

mod error;
mod fields;
mod values;

use serde_json::{Map, Value};
use uuid::Uuid;

pub(crate) use self::error::LARGEST;
pub use self::error::OrganisationError;
pub(crate) use self::fields::{Field, Fields};
use crate::cloud::Cloud;

/// The version this program writes, and the newest it reads.
pub(crate) const VERSION: u64 = 1;

/// An organisation that can be signed in to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// What people call it.
    pub name: String,
    /// Its tenant: a domain or a GUID, in lower case.
    pub tenant: String,
    /// The application that was registered there for this app (Microsoft Entra: "Application (client) ID").
    pub client_id: Uuid,
    /// The cloud it is in.
    pub cloud: Cloud,
    /// Whom a group owner asks: an e-mail address or a page.
    pub help: Option<String>,
}

/// Where an organisation comes from. It decides whether the file may name sign-in hosts of its own: a file that
/// somebody was sent and opened must not be able to point the sign-in at a stranger's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ConfigSource {
    /// The file named when the app was started.
    Launch,
    /// The machine-wide file that an administrator of the machine placed.
    Managed,
    /// The window: opened or made there.
    Window,
}

impl Organisation {
    /// Reads an organisation file.
    pub fn parse(text: &str, source: ConfigSource) -> Result<Self, OrganisationError> {
        Self::from_fields(Fields::parse(text, VERSION)?, source)
    }

    /// What is left of the fields once the version was looked at.
    pub(crate) fn from_fields(fields: Fields, source: ConfigSource) -> Result<Self, OrganisationError> {
        let mut fields = fields.only(&["name", "tenant", "clientId", "cloud", "help"])?;
        Ok(Self {
            name: values::name(&fields.text("name")?)?,
            tenant: values::tenant(&fields.text("tenant")?)?,
            client_id: values::client_id(&fields.text("clientId")?)?,
            cloud: match fields.take("cloud")? {
                Some(cloud) => read_cloud(cloud, source)?,
                None => return Err(OrganisationError::Missing { field: "cloud" }),
            },
            help: fields.optional_text("help")?.map(|help| values::help(&help)).transpose()?,
        })
    }

    /// Makes one out of what somebody filled in, by the same rules. A cloud with hosts of its own cannot be made
    /// here. An empty `help` is none.
    pub fn new(
        name: &str,
        tenant: &str,
        client_id: &str,
        cloud: &str,
        help: Option<&str>,
    ) -> Result<Self, OrganisationError> {
        Ok(Self {
            name: values::name(name)?,
            tenant: values::tenant(tenant)?,
            client_id: values::client_id(client_id)?,
            cloud: read_cloud(Field::Text(cloud.trim().to_owned()), ConfigSource::Window)?,
            help: help.filter(|help| !help.trim().is_empty()).map(values::help).transpose()?,
        })
    }

    /// The file's text, ready to be stored and handed on.
    #[must_use]
    pub fn to_json(&self) -> String {
        let cloud = match &self.cloud {
            Cloud::Custom { login, graph } => {
                let host = |url: &url::Url| Value::from(url.as_str().trim_end_matches('/'));
                Value::from(Map::from_iter([
                    ("login".to_owned(), host(login)),
                    ("graph".to_owned(), host(graph)),
                ]))
            }
            Cloud::Microsoft(cloud) => Value::from(cloud.facts().name),
        };
        let mut file = Map::from_iter([
            ("version".to_owned(), Value::from(VERSION)),
            ("name".to_owned(), Value::from(self.name.as_str())),
            ("tenant".to_owned(), Value::from(self.tenant.as_str())),
            ("clientId".to_owned(), Value::from(self.client_id.to_string())),
            ("cloud".to_owned(), cloud),
        ]);
        if let Some(help) = &self.help {
            file.insert("help".to_owned(), Value::from(help.as_str()));
        }
        format!("{:#}\n", Value::Object(file))
    }
}

fn read_cloud(cloud: Field, source: ConfigSource) -> Result<Cloud, OrganisationError> {
    let invalid = OrganisationError::Invalid { field: "cloud" };
    match cloud {
        Field::Text(name) => Cloud::from_name(&name).ok_or(invalid),
        Field::Object(_) if source == ConfigSource::Window => Err(OrganisationError::CustomHosts),
        Field::Object(hosts) => {
            let mut hosts = hosts.only(&["login", "graph"]).map_err(|error| match error {
                OrganisationError::Unknown { field } => {
                    OrganisationError::Unknown { field: format!("cloud.{field}") }
                }
                other @ (OrganisationError::NotJson
                | OrganisationError::Newer { .. }
                | OrganisationError::Missing { .. }
                | OrganisationError::Invalid { .. }
                | OrganisationError::CustomHosts
                | OrganisationError::TooLarge) => other,
            })?;
            let mut host = |field| match hosts.text(field) {
                Ok(text) => values::host(&text).ok_or(OrganisationError::Invalid { field: "cloud" }),
                Err(_) => Err(OrganisationError::Invalid { field: "cloud" }),
            };
            Ok(Cloud::Custom { login: host("login")?, graph: host("graph")? })
        }
        Field::Number(_) | Field::Bool(_) | Field::Other => Err(invalid),
    }
}

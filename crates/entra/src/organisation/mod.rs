//! The organisation file: what an administrator prepares once and gives to colleagues. There is no secret in it, and
//! the reader refuses fields it does not know, so that none gets in.
//!
//! ```
//! use entra::{From, NotAnOrganisation, Organisation};
//!
//! let text = r#"{ "version": 1, "name": "Contoso", "tenant": "contoso.onmicrosoft.com",
//!     "clientId": "5f4b8f5e-0000-4000-8000-000000000001", "cloud": "global" }"#;
//! let contoso = Organisation::read(text, From::Window)?;
//! assert_eq!(contoso.tenant, "contoso.onmicrosoft.com");
//!
//! let with_a_secret = text.replace("\"name\"", "\"clientSecret\": \"x\", \"name\"");
//! let refused = Organisation::read(&with_a_secret, From::Window);
//! assert_eq!(refused, Err(NotAnOrganisation::Unknown { field: "clientSecret".into() }));
//! # Ok::<(), NotAnOrganisation>(())
//! ```

mod fields;
mod managed;
mod parts;

use serde_json::{Map, Value};
use uuid::Uuid;

use crate::cloud::Cloud;
use fields::{Field, Fields};

pub use managed::{Managed, ManagedTrouble};

/// The version this program writes, and the newest it reads.
const VERSION: u64 = 1;

/// No organisation file needs more; a larger one is something else.
const LARGEST: usize = 64 * 1024;

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
pub enum From {
    /// The file named when the app was started.
    Launch,
    /// The machine-wide file that an administrator of the machine placed.
    Managed,
    /// The window: opened or made there.
    Window,
}

/// Why a text is not an organisation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAnOrganisation {
    /// It is not a JSON object.
    #[error("not a JSON object")]
    NotJson,
    /// A newer version of the app wrote it; this one would misread it.
    #[error("version {found} is newer than this app")]
    Newer {
        /// Its version.
        found: u64,
    },
    /// A field that has no place here. A secret is one.
    #[error("the field {field} has no place here")]
    Unknown {
        /// Its name, shortened and without what could mislead a reader.
        field: String,
    },
    /// A field that must be there is not.
    #[error("the field {field} is missing")]
    Missing {
        /// Its name.
        field: &'static str,
    },
    /// A field has a value it cannot have, or is there twice.
    #[error("the field {field} cannot have this value")]
    Invalid {
        /// Its name.
        field: &'static str,
    },
    /// It names hosts of its own and comes from where that is not allowed.
    #[error("hosts of its own are taken from a file named at launch or from managed settings only")]
    CustomHosts,
    /// It is too large to be one.
    #[error("larger than {LARGEST} bytes")]
    TooLarge,
}

impl Organisation {
    /// Reads an organisation file.
    pub fn read(text: &str, from: From) -> Result<Self, NotAnOrganisation> {
        Self::from_fields(Fields::of(text, VERSION)?, from)
    }

    /// What is left of the fields once the version was looked at.
    fn from_fields(fields: Fields, from: From) -> Result<Self, NotAnOrganisation> {
        let mut fields = fields.only(&["name", "tenant", "clientId", "cloud", "help"])?;
        Ok(Self {
            name: parts::name(&fields.text("name")?)?,
            tenant: parts::tenant(&fields.text("tenant")?)?,
            client_id: parts::client_id(&fields.text("clientId")?)?,
            cloud: match fields.take("cloud")? {
                Some(cloud) => read_cloud(cloud, from)?,
                None => return Err(NotAnOrganisation::Missing { field: "cloud" }),
            },
            help: fields.optional_text("help")?.map(|help| parts::help(&help)).transpose()?,
        })
    }

    /// Makes one out of what somebody filled in, by the same rules. A cloud with hosts of its own cannot be made
    /// here. An empty `help` is none.
    pub fn made(
        name: &str,
        tenant: &str,
        client_id: &str,
        cloud: &str,
        help: Option<&str>,
    ) -> Result<Self, NotAnOrganisation> {
        Ok(Self {
            name: parts::name(name)?,
            tenant: parts::tenant(tenant)?,
            client_id: parts::client_id(client_id)?,
            cloud: read_cloud(Field::Text(cloud.trim().to_owned()), From::Window)?,
            help: help.filter(|help| !help.trim().is_empty()).map(parts::help).transpose()?,
        })
    }

    /// The file, ready to be kept and handed on.
    #[must_use]
    pub fn text(&self) -> String {
        let cloud = match &self.cloud {
            Cloud::Custom { login, graph } => {
                let host = |url: &url::Url| Value::from(url.as_str().trim_end_matches('/'));
                Value::from(Map::from_iter([
                    ("login".to_owned(), host(login)),
                    ("graph".to_owned(), host(graph)),
                ]))
            }
            known => Value::from(known.name()),
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

fn read_cloud(cloud: Field, from: From) -> Result<Cloud, NotAnOrganisation> {
    let invalid = NotAnOrganisation::Invalid { field: "cloud" };
    match cloud {
        Field::Text(name) => Cloud::named(&name).ok_or(invalid),
        Field::Object(_) if from == From::Window => Err(NotAnOrganisation::CustomHosts),
        Field::Object(hosts) => {
            let mut hosts = hosts.only(&["login", "graph"]).map_err(|error| match error {
                NotAnOrganisation::Unknown { field } => {
                    NotAnOrganisation::Unknown { field: format!("cloud.{field}") }
                }
                other => other,
            })?;
            let mut host = |field| match hosts.text(field) {
                Ok(text) => parts::host(&text).ok_or(NotAnOrganisation::Invalid { field: "cloud" }),
                Err(_) => Err(NotAnOrganisation::Invalid { field: "cloud" }),
            };
            Ok(Cloud::Custom { login: host("login")?, graph: host("graph")? })
        }
        _ => Err(invalid),
    }
}

//! Why a text is not an organisation.

/// The largest organisation or managed file that is read, in bytes: none needs more; a larger one is something else.
pub(crate) const LARGEST: usize = 64 * 1024;

/// Why a text is not an organisation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OrganisationError {
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

//! Microsoft's objects, as far as they are used. Property names and types: the CSDL of Graph v1.0.

mod group;
mod invitation;
mod object;
mod organization;
mod selected;
mod user;

use serde::de::DeserializeOwned;

pub use group::{Group, GroupSetting, SettingValue};
pub use invitation::{Invitation, InvitationMessage, InvitationRequest, InvitedAccount, Sponsor};
pub use object::{AppRoleAssignment, AppRoleGrant, Contact, DirectoryObject, DirectoryRole, MessageTrace};
pub use organization::{Organization, VerifiedDomain};
pub use selected::Selected;
pub use user::{AssignedLicense, AssignedPlan, ObjectIdentity, ServiceProvisioningError, User};

/// An object of the directory.
pub trait Resource: DeserializeOwned + Send + 'static {
    /// The properties that are asked for: without `$select` Graph answers with a small set of its own.
    const SELECT: &'static [&'static str];

    /// Graph's id of the object. The client refuses an answer without it; only a shortened document has none.
    fn id(&self) -> &str;
}

/// Declares a resource: one list makes the type, its `$select` and its place in JSON, so that the three cannot differ.
/// What stands under `besides` is part of the type but only asked for where it is used.
macro_rules! resource {
    (
        $(#[$doc:meta])* $name:ident {
            $($(#[$field_doc:meta])* $field:ident: $kind:ty = $json:literal,)*
        } besides {
            $($(#[$other_doc:meta])* $other:ident: $other_kind:ty = $other_json:literal,)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(default)]
        pub struct $name {
            /// Graph's id of the object.
            pub id: String,
            $(
                $(#[$field_doc])*
                #[serde(rename = $json, skip_serializing_if = "crate::Selected::is_absent")]
                pub $field: crate::Selected<$kind>,
            )*
            $(
                $(#[$other_doc])*
                #[serde(rename = $other_json, skip_serializing_if = "crate::Selected::is_absent")]
                pub $other: crate::Selected<$other_kind>,
            )*
        }

        impl crate::Resource for $name {
            const SELECT: &'static [&'static str] = &["id", $($json,)*];

            fn id(&self) -> &str {
                &self.id
            }
        }
    };
}
pub(crate) use resource;

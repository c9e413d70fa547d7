//! The organisation one signs in to: its file, how it is made, and what was permitted in it.

use entra::MicrosoftCloud;
use guest::RemedyKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where the organisation in force came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum OrganisationSource {
    /// `--organisation FILE`: for this run.
    Launch,
    /// The machine's managed settings: cannot be changed here.
    Managed,
    /// Opened or made in the window, and kept.
    Chosen,
}

/// The organisation one can sign in to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OrganisationView {
    /// Its name.
    pub name: String,
    /// Its domain or id.
    pub tenant: String,
    /// The application (client) id of the registration.
    pub client_id: String,
    /// Which of Microsoft's clouds; none for hosts of its own, from a file that was given at launch or by the organisation.
    pub cloud: Option<MicrosoftCloud>,
    /// The host one signs in at.
    pub login_host: String,
    /// The host that is asked about guests.
    pub graph_host: String,
    /// Whom to ask: an e-mail address or a page.
    pub help: Option<String>,
    /// Where it came from.
    pub source: OrganisationSource,
}

/// One permission of the registration, and what it is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PermissionView {
    /// Microsoft's name, such as `User.Read.All`.
    pub name: String,
    /// Needed to look guests up; otherwise only for the repairs.
    pub reading: bool,
    /// The repairs that need it.
    pub repairs: Vec<RemedyKind>,
}

/// What the set-up needs to show before anything is filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RegistrationView {
    /// The redirect address to register.
    pub redirect: String,
    /// The permissions to give it.
    pub permissions: Vec<PermissionView>,
}

/// Which script registers the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ScriptKind {
    /// For the Azure CLI.
    AzureCli,
    /// For Microsoft Graph PowerShell.
    PowerShell,
}

/// `registration_script`: for which shell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RegistrationScript {
    /// Which.
    pub kind: ScriptKind,
    /// Which cloud it is for.
    pub cloud: MicrosoftCloud,
}

/// `open_organisation`: the text of an organisation file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenOrganisation {
    /// The whole text.
    pub text: String,
}

/// `make_organisation`: the values of the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MakeOrganisation {
    /// Its name.
    pub name: String,
    /// Its domain or id.
    pub tenant: String,
    /// The application (client) id.
    pub client_id: String,
    /// Which cloud. Hosts of its own are not made here.
    pub cloud: MicrosoftCloud,
    /// Whom to ask.
    pub help: Option<String>,
}

/// A file that was to be saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedView {
    /// The whole path; None when the dialog that asks for it was closed: then nothing was saved.
    pub path: Option<String>,
    /// What is in it.
    pub text: String,
}

/// What is known of a permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PermissionState {
    /// It was granted.
    Granted,
    /// It was not.
    NotGranted,
    /// It could not be found out.
    CannotTell,
}

/// One permission, tested.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TestedPermission {
    /// Which, and what for.
    pub permission: PermissionView,
    /// What was found.
    pub state: PermissionState,
}

/// All permissions, tested.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TestedPermissions {
    /// In the order they are needed.
    pub permissions: Vec<TestedPermission>,
}

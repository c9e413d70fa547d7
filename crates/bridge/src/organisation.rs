//! Which organisation one can sign in to, where that was said, and how it is remembered.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use atomic_file::Permissions;
use entra::{ConfigSource, ManagedSettings, Organisation, OrganisationError};

use crate::problem::{AppProblem, beginning, unusable_file};
use crate::view::{Category, OrganisationSource, OrganisationView, ProblemCode, UnreadableFile};

/// The file in the data folder; the same form as the one that is given to colleagues.
pub(crate) const FILE: &str = "organisation.json";

/// The organisation one can sign in to, and who configured it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ConfiguredOrganisation {
    pub(crate) organisation: Organisation,
    pub(crate) source: OrganisationSource,
}

impl ConfiguredOrganisation {
    pub(crate) fn view(&self) -> OrganisationView {
        let Organisation { name, tenant, client_id, cloud, help } = &self.organisation;
        OrganisationView {
            name: name.clone(),
            tenant: tenant.clone(),
            client_id: client_id.to_string(),
            cloud: cloud.microsoft(),
            login_host: host(&cloud.login()),
            graph_host: host(&cloud.graph_resource()),
            help: help.clone(),
            source: self.source,
        }
    }
}

/// The host of an https origin, with its port where it has one of its own.
fn host(origin: &str) -> String {
    origin.trim_start_matches("https://").to_owned()
}

/// The organisation the machine's administrator configured. It cannot be changed here.
pub(crate) fn managed(managed: &ManagedSettings) -> Option<ConfiguredOrganisation> {
    let source = OrganisationSource::Managed;
    managed.organisation.clone().map(|organisation| ConfiguredOrganisation { organisation, source })
}

/// The organisation that was chosen here earlier. One that cannot be read is no reason not to start: it is said, and
/// the file is left as it is.
pub(crate) fn stored(folder: &Path) -> Result<Option<ConfiguredOrganisation>, AppProblem> {
    let bytes = match atomic_file::read(&folder.join(FILE), LARGEST) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return Ok(None),
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            return Err(OrganisationError::TooLarge.into());
        }
        Err(error) => return Err(file_problem(&error, FILE)),
    };
    let text =
        String::from_utf8(bytes).map_err(|_| file_problem(&io::ErrorKind::InvalidData.into(), FILE))?;
    let organisation = Organisation::parse(&text, ConfigSource::Window)?;
    Ok(Some(ConfiguredOrganisation { organisation, source: OrganisationSource::Chosen }))
}

/// The organisation of the file named at launch.
pub(crate) fn read_for_launch(file: &Path) -> Result<ConfiguredOrganisation, AppProblem> {
    let text = read(file)?;
    let organisation = Organisation::parse(&text, ConfigSource::Launch)?;
    Ok(ConfiguredOrganisation { organisation, source: OrganisationSource::Launch })
}

/// Remembers the organisation for the next start.
pub(crate) fn store(folder: &Path, organisation: &Organisation) -> Result<(), AppProblem> {
    atomic_file::write(&folder.join(FILE), organisation.to_json().as_bytes(), Permissions::Default)
        .map_err(|error| file_problem(&error, FILE))
}

/// Forgets it.
pub(crate) fn forget(folder: &Path) -> Result<(), AppProblem> {
    match fs::remove_file(folder.join(FILE)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(file_problem(&error, FILE)),
        _ => Ok(()),
    }
}

/// What the file for colleagues is called.
pub(crate) fn file_name(organisation: &Organisation) -> String {
    let base: String = organisation.name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    format!("{} guest mail doctor.json", within_a_name(&base))
}

/// What of a name fits into the name of a file: with the rest of it, at most 255 bytes on most systems, and a letter may
/// have four.
fn within_a_name(base: &str) -> &str {
    let end = (0..=base.len().min(LONGEST_BASE)).rev().find(|end| base.is_char_boundary(*end));
    &base[..end.unwrap_or_default()]
}

/// In bytes.
const LONGEST_BASE: usize = 200;

/// Reads a file that a person named and that has no business being large. A link is theirs to name; a pipe would be
/// waited for without end.
fn read(path: &Path) -> Result<String, AppProblem> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let failed = |error: io::Error| file_problem(&error, &name);
    if !fs::metadata(path).map_err(failed)?.is_file() {
        return Err(failed(io::ErrorKind::InvalidInput.into()));
    }
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(failed)?;
    // One byte more than the most shows that there are more.
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        return Err(OrganisationError::TooLarge.into());
    }
    String::from_utf8(bytes).map_err(|_| OrganisationError::NotJson.into())
}

/// The most bytes an organisation file may have.
const LARGEST: u64 = 64 * 1024;

fn file_problem(error: &io::Error, file: &str) -> AppProblem {
    tracing::error!(%error, "a file of the organisation cannot be read or written");
    unusable_file(file)
}

impl From<OrganisationError> for AppProblem {
    fn from(why: OrganisationError) -> Self {
        let bad = |code| Self::here(Category::BadInput, code);
        match why {
            OrganisationError::NotJson => {
                bad(ProblemCode::OrganisationUnreadable { what: UnreadableFile::NotJson })
            }
            OrganisationError::TooLarge => {
                bad(ProblemCode::OrganisationUnreadable { what: UnreadableFile::TooLarge })
            }
            OrganisationError::Newer { .. } => bad(ProblemCode::NewerFile { file: FILE.to_owned() }),
            OrganisationError::Unknown { field } => {
                bad(ProblemCode::OrganisationUnknownField { field: beginning(&field) })
            }
            OrganisationError::Missing { field } => {
                bad(ProblemCode::OrganisationMissing { field: field.to_owned() })
            }
            OrganisationError::Invalid { field } => {
                bad(ProblemCode::OrganisationInvalid { field: field.to_owned() })
            }
            OrganisationError::CustomHosts => bad(ProblemCode::OrganisationCustomHosts),
        }
    }
}

//! Which organisation one can sign in to, where that was said, and how it is remembered.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use entra::{Cloud, From, NotAnOrganisation, Organisation};

use crate::file;
use crate::problem::{beginning, file_trouble};
use crate::view::{
    Category, CloudView, OrganisationSource, OrganisationView, Problem, ProblemCode, UnreadableFile,
};

/// The file in the data folder; the same form as the one that is given to colleagues.
pub(crate) const KEPT: &str = "organisation.json";

/// An organisation, and who said so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) organisation: Organisation,
    pub(crate) source: OrganisationSource,
}

impl Named {
    pub(crate) fn view(&self) -> OrganisationView {
        let Organisation { name, tenant, client_id, cloud, help } = &self.organisation;
        OrganisationView {
            name: name.clone(),
            tenant: tenant.clone(),
            client_id: client_id.to_string(),
            cloud: cloud_view(cloud),
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

pub(crate) fn cloud_view(cloud: &Cloud) -> CloudView {
    match cloud {
        Cloud::Global => CloudView::Global,
        Cloud::UsGovHigh => CloudView::UsGovHigh,
        Cloud::UsGovDod => CloudView::UsGovDod,
        Cloud::China => CloudView::China,
        Cloud::Custom { .. } => CloudView::Custom,
    }
}

/// A cloud that can be chosen in the window; hosts of one's own cannot.
pub(crate) fn cloud(view: CloudView) -> Result<Cloud, Problem> {
    match view {
        CloudView::Global => Ok(Cloud::Global),
        CloudView::UsGovHigh => Ok(Cloud::UsGovHigh),
        CloudView::UsGovDod => Ok(Cloud::UsGovDod),
        CloudView::China => Ok(Cloud::China),
        CloudView::Custom => Err(NotAnOrganisation::CustomHosts.into()),
    }
}

/// The organisation that was chosen here earlier. One that cannot be read is no reason not to start: it is said, and
/// the file is left as it is.
pub(crate) fn kept(folder: &Path) -> Result<Option<Named>, Problem> {
    let text = match read(&folder.join(KEPT)) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(trouble(&error, KEPT)),
    };
    let organisation = Organisation::read(&text, From::Window)?;
    Ok(Some(Named { organisation, source: OrganisationSource::Chosen }))
}

/// The organisation of the file named at launch.
pub(crate) fn named_at_launch(file: &Path) -> Result<Named, Problem> {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let text = read(file).map_err(|error| trouble(&error, &name))?;
    let organisation = Organisation::read(&text, From::Launch)?;
    Ok(Named { organisation, source: OrganisationSource::Launch })
}

/// Remembers the organisation for the next start.
pub(crate) fn keep(folder: &Path, organisation: &Organisation) -> Result<(), Problem> {
    file::replace(&folder.join(KEPT), organisation.text().as_bytes()).map_err(|error| trouble(&error, KEPT))
}

/// Forgets it.
pub(crate) fn forget(folder: &Path) -> Result<(), Problem> {
    match fs::remove_file(folder.join(KEPT)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(trouble(&error, KEPT)),
        _ => Ok(()),
    }
}

/// Saves the file for colleagues beside what is there already: nothing is overwritten.
pub(crate) fn save(folder: &Path, organisation: &Organisation) -> Result<PathBuf, Problem> {
    fs::create_dir_all(folder).map_err(|error| trouble(&error, &folder.display().to_string()))?;
    let base: String = organisation.name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    for number in 1..100 {
        let again = if number == 1 { String::new() } else { format!(" ({number})") };
        let path = folder.join(format!("{base} guest mail doctor{again}.json"));
        match file::create(&path, organisation.text().as_bytes()) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(trouble(&error, &path.display().to_string())),
        }
    }
    Err(trouble(&io::ErrorKind::AlreadyExists.into(), &base))
}

/// Reads a file that has no business being large.
fn read(path: &Path) -> io::Result<String> {
    use io::Read as _;
    let mut text = String::new();
    fs::File::open(path)?.take(LARGEST).read_to_string(&mut text)?;
    Ok(text)
}

/// One byte more than an organisation file may have: the reader of the text says that it is too large.
const LARGEST: u64 = 64 * 1024 + 1;

fn trouble(error: &io::Error, file: &str) -> Problem {
    tracing::error!(%error, "a file of the organisation cannot be read or written");
    file_trouble(file)
}

impl std::convert::From<NotAnOrganisation> for Problem {
    fn from(why: NotAnOrganisation) -> Self {
        let bad = |code| Self::here(Category::BadInput, code);
        match why {
            NotAnOrganisation::NotJson => {
                bad(ProblemCode::OrganisationUnreadable { what: UnreadableFile::NotJson })
            }
            NotAnOrganisation::TooLarge => {
                bad(ProblemCode::OrganisationUnreadable { what: UnreadableFile::TooLarge })
            }
            NotAnOrganisation::Newer { .. } => bad(ProblemCode::NewerFile { file: KEPT.to_owned() }),
            NotAnOrganisation::Unknown { field } => {
                bad(ProblemCode::OrganisationUnknownField { field: beginning(&field) })
            }
            NotAnOrganisation::Missing { field } => {
                bad(ProblemCode::OrganisationMissing { field: field.to_owned() })
            }
            NotAnOrganisation::Invalid { field } => {
                bad(ProblemCode::OrganisationInvalid { field: field.to_owned() })
            }
            NotAnOrganisation::CustomHosts => bad(ProblemCode::OrganisationCustomHosts),
        }
    }
}

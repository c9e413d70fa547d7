//! What is held of somebody who is signed in for real.

use entra::{Cloud, MicrosoftCloud, Organisation, PermissionStatus, Session, SignInMethod};
use guest::Known;
use tokio_util::sync::CancellationToken;

use crate::permissions;
use crate::problem::AppProblem;
use crate::view::{Category, PermissionState, ProblemCode};

/// What is held of somebody who is signed in for real.
#[derive(Clone)]
pub(crate) struct Credentials {
    /// None where the Azure CLI holds it.
    pub(super) session: Option<Session>,
    /// How they signed in.
    pub(crate) method: SignInMethod,
    /// What was granted.
    pub(super) scopes: Known<Vec<String>>,
    /// None for the Azure CLI where none is configured.
    pub(super) organisation: Option<Organisation>,
}

impl Credentials {
    /// The cloud they are for: Microsoft's global one where no organisation says otherwise.
    pub(crate) fn cloud(&self) -> Cloud {
        self.organisation
            .as_ref()
            .map_or(MicrosoftCloud::Global.into(), |organisation| organisation.cloud.clone())
    }

    /// Graph's client can only say that nobody is signed in any more; why, the sign-in itself knows better.
    pub(crate) fn explain(&self, problem: AppProblem) -> AppProblem {
        match self.session.as_ref().and_then(Session::last_error) {
            Some(last_error) if problem.code == ProblemCode::NotSignedIn => {
                let why = AppProblem::from(last_error);
                let kind = if why.kind == Category::Refused { problem.kind } else { why.kind };
                AppProblem { kind, changed: problem.changed, ..why }
            }
            _ => problem,
        }
    }

    /// The session of a sign-in that can be asked for more.
    pub(super) fn session(&self) -> Result<&Session, AppProblem> {
        // Nothing in particular was asked for: the Azure CLI cannot ask for anything.
        let fixed = ProblemCode::PermissionFixed { permissions: Vec::new() };
        self.session.as_ref().ok_or_else(|| AppProblem::here(Category::Refused, fixed))
    }

    /// Whether a permission was granted.
    pub(crate) async fn permission(&self, name: &str, cancel: &CancellationToken) -> PermissionState {
        match (&self.session, &self.scopes) {
            (Some(session), _) => match session.check_permission(name, cancel).await {
                PermissionStatus::Granted => PermissionState::Granted,
                PermissionStatus::NotGranted => PermissionState::NotGranted,
                PermissionStatus::Unknown(problem) => {
                    tracing::info!(%problem, "whether a permission was granted could not be found out");
                    PermissionState::CannotTell
                }
            },
            (None, Known::Is(granted)) if permissions::is_granted(name, granted) => PermissionState::Granted,
            (None, Known::Is(_)) => PermissionState::NotGranted,
            (None, Known::Unknown) => PermissionState::CannotTell,
        }
    }
}

//! The commands that lead out of the app: pages, a message, the data folder. What may not be opened is decided here.

use journal::OrganisationKind;

use super::{Answer, App};
use crate::links;
use crate::problem::AppProblem;
use crate::view::{AskByMail, Category, Destination, Nothing, ProblemCode};

#[allow(clippy::unused_async, reason = "the dispatch awaits every command alike")]
impl App {
    pub(super) async fn open(&self, ask: Destination) -> Answer<Nothing> {
        if links::is_of_the_organisation(&ask) {
            self.is_out_there()?;
        }
        let (opener, authority) = (&self.inner.opener, self.engine().authority());
        let code_page = || self.engine().device_code().map(|pending| links::code_page(&pending.code.page));
        let awaited = || authority.pages().now().map(|page| Ok(page.address));
        let sign_in = match &ask {
            Destination::DataFolder => {
                return opened(opener.open_folder(authority.folder()), ProblemCode::FolderNotOpened);
            }
            Destination::CodePage => code_page(),
            Destination::SignInPage => awaited(),
            Destination::EntraGuest { .. }
            | Destination::Exchange { .. }
            | Destination::Article
            | Destination::Backup
            | Destination::Registrations { .. } => None,
        };
        let opening = match sign_in {
            Some(page) => opener.open_sign_in(&page?),
            None => opener.open(&links::url(&ask, &self.cloud())?),
        };
        opened(opening, ProblemCode::BrowserNotOpened)
    }

    pub(super) async fn ask_by_mail(&self, ask: AskByMail) -> Answer<Nothing> {
        self.is_out_there()?;
        let help = self.engine().organisation().and_then(|configured| configured.organisation.help);
        let too_long = || AppProblem::here(Category::BadInput, ProblemCode::MailTooLong);
        let url = links::mail(help.as_deref(), &ask.subject, &ask.body).ok_or_else(too_long)?;
        opened(self.inner.opener.open_mail(&url), ProblemCode::MailNotOpened)
    }

    /// Nothing of the practice organisation is anywhere but here: no page shows its guests, and nobody answers its mail.
    fn is_out_there(&self) -> Answer<()> {
        let account = self.engine().account();
        if account.is_some_and(|account| account.kind == OrganisationKind::Practice) {
            return Err(AppProblem::here(Category::Refused, ProblemCode::NotInPractice));
        }
        Ok(())
    }
}

fn opened(opening: Result<(), String>, otherwise: ProblemCode) -> Answer<Nothing> {
    opening.map_err(|error| {
        tracing::warn!(%error, ?otherwise, "nothing was opened");
        AppProblem::here(Category::Internal, otherwise)
    })?;
    Ok(Nothing {})
}

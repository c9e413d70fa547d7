//! The commands that sign in to a real organisation.

use std::time::Duration;

use super::{Answer, App};
use crate::form::ticket;
use crate::permissions;
use crate::view::{CodeView, Nothing, Patient, Permit, SignInPage, Status};

/// How long a question for the page waits for it, until the window asks anew.
const PATIENCE: Duration = Duration::from_secs(5);

impl App {
    pub(super) async fn resume(&self, ask: Patient) -> Answer<Status> {
        self.engine().resume(&ticket(ask.ticket)?).await?;
        self.standing().await
    }

    pub(super) async fn sign_in_browser(&self, ask: Patient) -> Answer<Status> {
        self.engine().sign_in_with_browser(&ticket(ask.ticket)?).await?;
        self.standing().await
    }

    /// The link is told while its sign-in waits, and no longer (docs/threat-model.md, T37).
    pub(super) async fn sign_in_page(&self, _: Nothing) -> Answer<SignInPage> {
        let page = self.engine().authority().pages().soon(&self.inner.clock, PATIENCE).await;
        Ok(page.map_or_else(SignInPage::default, |page| SignInPage {
            address: Some(page.address),
            opened: page.opened,
        }))
    }

    pub(super) async fn sign_in_code(&self, ask: Patient) -> Answer<CodeView> {
        let code = self.engine().request_device_code(&ticket(ask.ticket)?).await?.code;
        let left = code.expires_at.duration_since(self.inner.clock.now()).as_secs();
        Ok(CodeView {
            user_code: code.user_code,
            page: code.page.to_string(),
            seconds: u32::try_from(left).unwrap_or(0),
        })
    }

    pub(super) async fn sign_in_code_wait(&self, ask: Patient) -> Answer<Status> {
        self.engine().sign_in_with_device_code(&ticket(ask.ticket)?).await?;
        self.standing().await
    }

    pub(super) async fn sign_in_azure_cli(&self, ask: Patient) -> Answer<Status> {
        self.engine().sign_in_with_azure_cli(&ticket(ask.ticket)?).await?;
        self.standing().await
    }

    /// Incremental consent: the permissions of one remedy, on top of what was granted.
    pub(super) async fn permit(&self, ask: Permit) -> Answer<Status> {
        let (remedy, ticket) = (permissions::remedy(ask.remedy)?, ticket(ask.ticket)?);
        match ask.practice {
            Some(answer) => self.permit_in_practice(&permissions::of(remedy), answer).await?,
            None => self.engine().request_permissions(remedy.remedy().permissions, &ticket).await?,
        }
        self.standing().await
    }

    /// Answers a claims challenge.
    pub(super) async fn prove(&self, ask: Patient) -> Answer<Status> {
        self.engine().reauthenticate(&ticket(ask.ticket)?).await?;
        self.standing().await
    }
}

//! The commands by which one asks an admin, and an admin opens what was asked.

use guest::{GuestSign, Verdict};
use procedure::Examination;

use super::{Answer, App};
use crate::form::{malformed, object_id, ticket};
use crate::hand_over::{self, Asker, Found, HandOver, LONGEST_NOTE, OfGroup, OfGuest, OfOrganisation};
use crate::problem::AppProblem;
use crate::view::{
    AskByMail, AskerView, Category, HandOverView, Nothing, OpenHandOver, ProblemCode, SaveHandOver, SavedView,
};
use crate::{links, report};

impl App {
    #[allow(clippy::unused_async, reason = "the dispatch awaits every command alike")]
    pub(super) async fn ask_by_mail(&self, ask: AskByMail) -> Answer<Nothing> {
        let help = self.engine().organisation().and_then(|configured| configured.organisation.help);
        let too_long = || AppProblem::here(Category::BadInput, ProblemCode::MailTooLong);
        let url = links::mail(help.as_deref(), &ask.subject, &ask.body).ok_or_else(too_long)?;
        self.inner.opener.open_mail(&url).map_err(|error| {
            tracing::warn!(%error, "the mail program was not opened");
            AppProblem::here(Category::Internal, ProblemCode::MailNotOpened)
        })?;
        Ok(Nothing {})
    }

    pub(super) async fn save_hand_over(&self, ask: SaveHandOver) -> Answer<SavedView> {
        let (group, guest) = (ids(ask.group.as_deref())?, ids(ask.guest.as_deref())?);
        let note = ask.note.map(|note| note.trim().to_owned()).filter(|note| !note.is_empty());
        if note.as_ref().is_some_and(|note| note.chars().count() > LONGEST_NOTE) {
            return Err(malformed("save_hand_over"));
        }
        let ticket = ticket(ask.ticket)?;
        let look = self.engine().find(&ask.address, group.as_deref(), guest.as_deref(), &ticket).await?;
        let file = HandOver { note, ..self.hand_over(&look, ask.address, ask.language)? };
        let text = file.to_json();
        let name = format!("{} guest mail{}", file.made_at.strftime("%Y-%m-%d %H%M"), hand_over::END);
        self.save(&name, text.as_bytes(), text.clone()).await
    }

    pub(super) async fn open_hand_over(&self, ask: OpenHandOver) -> Answer<HandOverView> {
        let bad = |code| AppProblem::here(Category::BadInput, code);
        let file =
            HandOver::parse(&ask.text).map_err(|what| bad(ProblemCode::HandOverUnreadable { what }))?;
        let here = self.here()?;
        if (&file.organisation.tenant, &file.organisation.cloud) != (&here.tenant, &here.cloud) {
            let organisation = file.organisation.name;
            return Err(bad(ProblemCode::HandOverElsewhere { organisation }));
        }
        let ticket = ticket(ask.ticket)?;
        let group = ids(file.group.as_ref().map(|group| group.id.as_str()))?;
        let meant = ids(file.guest.id.as_deref())?;
        let look = self.look_for(&file.guest.typed, group.as_deref(), meant.as_deref(), &ticket).await?;
        let colleague = self.is_colleague(&file.from.address, &ticket).await;
        let back = self.engine().way_back_to(&look).await?;
        let mut report = report::with_way_back(report::report(&look), &look, back.as_ref());
        let other_guest =
            matches!((&meant, &look.diagnosis.subject), (Some(meant), Some(found)) if meant != found);
        if other_guest {
            report::recommend_nothing(&mut report);
        }
        Ok(HandOverView {
            from: AskerView { name: file.from.name, address: file.from.address, colleague },
            organisation: here.name,
            made_at: file.made_at.to_string(),
            read_at: look.facts.now.to_string(),
            typed: file.guest.typed,
            group,
            note: file.note,
            language: file.language,
            verdict: file.found.verdict,
            recommended: file.recommended,
            other_guest,
            changed: hand_over::changed(&file.found.properties, &report.properties),
            report,
        })
    }

    /// Who was typed; of several, whom the file means.
    async fn look_for(
        &self,
        typed: &str,
        group: Option<&str>,
        meant: Option<&str>,
        ticket: &str,
    ) -> Answer<Examination> {
        let look = self.engine().find(typed, group, None, ticket).await?;
        let is_one = meant.is_some_and(|meant| look.diagnosis.candidates.iter().any(|one| one.id == meant));
        if look.diagnosis.verdict == Verdict::Ambiguous && is_one {
            return Ok(self.engine().find(typed, group, meant, ticket).await?);
        }
        Ok(look)
    }

    /// Whether an account of the organisation has this user name. None when that could not be looked up.
    async fn is_colleague(&self, user_name: &str, ticket: &str) -> Option<bool> {
        let look = self.engine().find(user_name, None, None, ticket).await.ok()?;
        let users = &look.facts.live_users;
        let is = |user: &guest::User| {
            let named = user.user_principal_name.value().is_some_and(|it| it.eq_ignore_ascii_case(user_name));
            named && user.guest_sign() == GuestSign::NoSign
        };
        if users.found.iter().any(is) { Some(true) } else { users.complete.then_some(false) }
    }

    /// The organisation of whoever is signed in, as a file names it.
    fn here(&self) -> Answer<OfOrganisation> {
        let not_signed_in = || AppProblem::here(Category::NotSignedIn, ProblemCode::NotSignedIn);
        let account = self.engine().account().ok_or_else(not_signed_in)?;
        let cloud = self.cloud().name().to_owned();
        Ok(OfOrganisation { tenant: account.tenant_id.clone(), name: account.organisation.clone(), cloud })
    }

    fn hand_over(&self, look: &Examination, typed: String, language: words::Language) -> Answer<HandOver> {
        let not_signed_in = || AppProblem::here(Category::NotSignedIn, ProblemCode::NotSignedIn);
        let account = self.engine().account().ok_or_else(not_signed_in)?;
        let from = Asker { name: account.display_name.clone(), address: account.user_name.clone() };
        let shown = report::report(look);
        let found = Found { verdict: shown.verdict, properties: hand_over::properties(&shown.properties) };
        let guest = OfGuest { typed, id: look.diagnosis.subject.clone() };
        let asked = look.diagnosis.to_ask_for().next().or_else(|| look.diagnosis.recommended());
        let group = look.facts.group.as_ref();
        Ok(HandOver {
            group: group.zip(shown.group).map(|(group, name)| OfGroup { id: group.id.clone(), name }),
            recommended: asked.map(|offer| offer.kind),
            ..HandOver::new(look.facts.now, self.here()?, from, guest, found, language)
        })
    }
}

fn ids(id: Option<&str>) -> Answer<Option<String>> {
    id.map(object_id).transpose()
}

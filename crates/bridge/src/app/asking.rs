//! The commands by which one asks an admin, and an admin opens what was asked.

use guest::{GuestSign, Verdict};
use procedure::Examination;

use super::{Answer, App};
use crate::form::{malformed, object_id, ticket};
use crate::hand_over::{
    self, Asker, Found, HandOver, LONGEST_NOTE, MOST_GUESTS, OfGroup, OfGuest, OfOrganisation,
};
use crate::problem::AppProblem;
use crate::report;
use crate::view::{
    AskerView, Category, HandOverContents, HandOverView, HandedGuest, OpenHandOver, ProblemCode,
    ReadHandOver, SaveHandOver, SaveSeveral, SavedView,
};

impl App {
    pub(super) async fn save_hand_over(&self, ask: SaveHandOver) -> Answer<SavedView> {
        let (group, guest) = (ids(ask.group.as_deref())?, ids(ask.guest.as_deref())?);
        let note = note(ask.note)?;
        let ticket = ticket(ask.ticket)?;
        let look = self.engine().find(&ask.address, group.as_deref(), guest.as_deref(), &ticket).await?;
        let file = HandOver { note, ..self.hand_over(&look, ask.address, ask.language)? };
        let text = file.to_json();
        self.save(&file_name(&file), text.as_bytes(), text.clone()).await
    }

    pub(super) async fn save_several(&self, ask: SaveSeveral) -> Answer<SavedView> {
        let most = u32::try_from(MOST_GUESTS).unwrap_or(u32::MAX);
        let too_many = || AppProblem::here(Category::BadInput, ProblemCode::TooManyHandedOver { most });
        if ask.guests.len() > MOST_GUESTS {
            return Err(too_many());
        }
        let (group, note) = (object_id(&ask.group)?, note(ask.note)?);
        let meant = ask.guests.into_iter().map(|guest| Ok((object_id(&guest.id)?, guest.typed)));
        let meant = meant.collect::<Answer<Vec<_>>>()?;
        let ticket = ticket(ask.ticket)?;
        // Held from the first to the last, so that it stops between two of them as well.
        let held = self.engine().hold(&ticket);
        let mut files = Vec::with_capacity(meant.len());
        for (id, typed) in meant {
            if held.cancellation().is_cancelled() {
                return Err(procedure::Problem::from(procedure::ErrorKind::Cancelled).into());
            }
            let look = self.engine().find(&typed, Some(&group), Some(&id), &ticket).await?;
            files.push(HandOver { note: note.clone(), ..self.hand_over(&look, typed, ask.language)? });
        }
        drop(held);
        let name = files.first().map(file_name).ok_or_else(|| malformed("save_several"))?;
        let text = hand_over::together(files).ok_or_else(too_many)?;
        self.save(&name, text.as_bytes(), text.clone()).await
    }

    #[allow(clippy::unused_async, reason = "the dispatch awaits every command alike")]
    pub(super) async fn read_hand_over(&self, ask: ReadHandOver) -> Answer<HandOverContents> {
        let files = self.read_here(&ask.text)?;
        let guests = files.iter().map(|file| HandedGuest {
            typed: file.guest.typed.clone(),
            verdict: file.found.verdict,
            recommended: file.recommended,
        });
        let guests = guests.collect();
        let first = files.into_iter().next().ok_or_else(|| malformed("read_hand_over"))?;
        Ok(HandOverContents {
            name: first.from.name,
            address: first.from.address,
            made_at: first.made_at.to_string(),
            group: first.group.map(|group| group.name),
            note: first.note,
            language: first.language,
            guests,
        })
    }

    /// What a file says, if it is one of this organisation.
    fn read_here(&self, text: &str) -> Answer<Vec<HandOver>> {
        let bad = |code| AppProblem::here(Category::BadInput, code);
        let files = HandOver::parse(text).map_err(|what| bad(ProblemCode::HandOverUnreadable { what }))?;
        let here = self.here()?;
        let elsewhere = |file: &&HandOver| {
            (&file.organisation.tenant, &file.organisation.cloud) != (&here.tenant, &here.cloud)
        };
        match files.iter().find(elsewhere) {
            Some(file) => {
                let organisation = file.organisation.name.clone();
                Err(bad(ProblemCode::HandOverElsewhere { organisation }))
            }
            None => Ok(files),
        }
    }

    pub(super) async fn open_hand_over(&self, ask: OpenHandOver) -> Answer<HandOverView> {
        let nth = usize::try_from(ask.guest.unwrap_or(0)).unwrap_or(usize::MAX);
        let file = self.read_here(&ask.text)?.into_iter().nth(nth);
        let file = file.ok_or_else(|| malformed("open_hand_over"))?;
        let here = self.here()?;
        let ticket = ticket(ask.ticket)?;
        let group = ids(file.group.as_ref().map(|group| group.id.as_str()))?;
        let meant = ids(file.guest.id.as_deref())?;
        let look = self.look_for(&file.guest.typed, group.as_deref(), meant.as_deref(), &ticket).await?;
        let colleague = self.is_colleague(&file.from.address, &ticket).await;
        let back = self.engine().way_back_to(&look).await?;
        let mut report = report::with_way_back(report::report(&look), &look, back.as_ref());
        let other_guest =
            matches!((&meant, &look.diagnosis.subject), (Some(meant), Some(found)) if meant != found);
        let then = if other_guest {
            report::recommend_nothing(&mut report);
            Vec::new()
        } else {
            hand_over::then(&file.found.properties, &report.properties)
        };
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
            then,
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

/// What whoever asks adds, if that is anything.
fn note(note: Option<String>) -> Answer<Option<String>> {
    let note = note.map(|note| note.trim().to_owned()).filter(|note| !note.is_empty());
    if note.as_ref().is_some_and(|note| note.chars().count() > LONGEST_NOTE) {
        return Err(malformed("note"));
    }
    Ok(note)
}

fn file_name(file: &HandOver) -> String {
    format!("{} guest mail{}", file.made_at.strftime("%Y-%m-%d %H%M"), hand_over::END)
}

fn ids(id: Option<&str>) -> Answer<Option<String>> {
    id.map(object_id).transpose()
}

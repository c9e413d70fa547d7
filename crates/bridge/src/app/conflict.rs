//! The commands about a conflict: scripts, looking again, and practising what an admin would do.

use guest::{Address, RemedyKind, has_main};

use super::{Answer, App};
use crate::form::{malformed, object_id, ticket};
use crate::view::{
    CheckConflict, ConflictChecked, Nothing, PractiseAdminAct, SaveScript, SavedView, ScriptFor, ScriptPart,
    ScriptView,
};
use crate::{conflict, report};

/// Windows PowerShell reads a file without one in the system's code page (Microsoft: `about_Character_Encoding`), and the
/// comments are in the reader's language.
const BYTE_ORDER_MARK: &str = "\u{feff}";

#[allow(
    clippy::unused_async,
    reason = "the dispatch awaits every command alike, whether it has to wait or not"
)]
impl App {
    pub(super) async fn check_conflict(&self, ask: CheckConflict) -> Answer<ConflictChecked> {
        let owner = object_id(&ask.owner.id)?;
        let address = Address::parse(&ask.owner.address).map_err(|_| malformed("check_conflict"))?;
        let group = ask.group.as_deref().map(object_id).transpose()?;
        let guest = ask.guest.as_deref().map(object_id).transpose()?;
        let ticket = ticket(ask.ticket)?;
        let look = self.engine().find(&ask.address, group.as_deref(), guest.as_deref(), &ticket).await?;
        let back = self.engine().way_back_to(&look).await?;
        let recommended = look.diagnosis.recommended().map(|offer| offer.kind);
        Ok(ConflictChecked {
            standing: look.facts.standing(&owner, &address, look.diagnosis.subject.as_deref()),
            next: recommended.filter(|kind| *kind != RemedyKind::ResolveConflict),
            main_set: has_main(&look.diagnosis.primary, &address),
            at: look.facts.now.to_string(),
            report: report::with_way_back(report::report(&look), &look, back.as_ref()),
        })
    }

    pub(super) async fn exchange_script(&self, ask: ScriptFor) -> Answer<ScriptView> {
        let facts = conflict::script_facts(&ask)?;
        let lists = conflict::list_facts(&ask)?;
        Ok(ScriptView {
            text: facts.map(|facts| words::exchange_script(self.language(), &facts)),
            lists: words::lists_script(self.language(), &lists),
        })
    }

    pub(super) async fn save_script(&self, ask: SaveScript) -> Answer<SavedView> {
        let ScriptView { text, lists } = self.exchange_script(ask.script.clone()).await?;
        let (script, what) = match ask.part {
            ScriptPart::Door => (text, door_name(&ask.script)),
            ScriptPart::Lists => (lists, "lists"),
        };
        let text = script.ok_or_else(|| malformed("a script that there is none of"))?;
        let name = conflict::file_name(&ask.script.owner, what)?;
        let contents = format!("{BYTE_ORDER_MARK}{text}");
        self.save(&format!("{name}.ps1"), contents.as_bytes(), text).await
    }

    pub(super) async fn practise_admin_act(&self, ask: PractiseAdminAct) -> Answer<Nothing> {
        // A real organisation's Exchange is never touched, and the practice one not while a real one is on screen.
        self.engine().practising()?;
        self.engine().nothing_running()?;
        let tenant = &self.inner.tenant;
        let (place, act) = conflict::admin_act(&ask.owner, &ask.act, &tenant.first_domain())?;
        let id = object_id(&ask.owner.id)?;
        tenant.in_an_admins_place(place, &id, &act).map_err(conflict::admin_act_refused)?;
        Ok(Nothing {})
    }
}

/// What a way is called in the name of a file.
fn door_name(script: &ScriptFor) -> &'static str {
    use guest::DoorKind as Door;
    match script.door {
        Door::AnotherAddress => "another-address",
        Door::AnotherAddressHidden => "another-address-hidden",
        Door::Remove => "remove",
        Door::OnPremisesAddress => "on-premises-address",
        Door::OnPremisesRemove => "on-premises-remove",
        Door::CloudManaged => "cloud-managed",
        Door::TakeOff => "take-off",
    }
}

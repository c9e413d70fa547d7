//! The ways out of a conflict: as the window draws them, as the scripts need them, and as the practice tenant does them.

use guest::{Door, DoorKind, Known, OwnerKind as Kind, OwnerRef, RemedyKind, doors};
use practice::{AdminAct, AdminPlace, AdminRefusal};
use procedure::Examination;

use crate::form::object_id;
use crate::problem::AppProblem;
use crate::report;
use crate::view::{
    Category, ConflictView, ContactView, DoorCostView, DoorView, ListView, OwnerKind, OwnerView,
    PractisedAct, ProblemCode, ScriptFor, WhyAdminActRefused,
};

/// How the conflict that a look shows can be resolved; none where there is none to resolve.
pub(crate) fn view(look: &Examination, owner: Option<&OwnerRef>) -> Option<ConflictView> {
    let offer = look.diagnosis.offer(RemedyKind::ResolveConflict)?;
    let owner = owner?;
    let others = !offer.ability.who_can().is_empty();
    let contact = look.facts.attached(owner).map(|attached| ContactView {
        synced: owner.synced == Known::Is(true),
        lists: attached.lists.get().map(|lists| lists.iter().map(list).collect()),
        x500: attached.x500.get().cloned(),
    });
    let lists = contact.as_ref().and_then(|contact| contact.lists.as_ref());
    let lists = lists.map(|lists| u32::try_from(lists.len()).unwrap_or(u32::MAX));
    let doors = doors(owner.kind, owner.synced).iter().map(|door| door_view(*door, lists)).collect();
    let parking = look.facts.parking_address(owner);
    Some(ConflictView { parking, doors, contact, ask: others.then(|| report::ask(offer)) })
}

fn list(group: &guest::Group) -> ListView {
    ListView {
        id: group.id.clone(),
        name: group.display_name.value().cloned().unwrap_or_else(|| group.id.clone()),
        mail: group.mail.value().cloned(),
        synced: group.on_premises_sync_enabled.value() == Some(&true),
    }
}

fn door_view(door: Door, lists: Option<u32>) -> DoorView {
    DoorView {
        kind: door.kind,
        cost: DoorCostView { code: door.cost, lists },
        back: door.back,
        path: door.path,
        script: door.kind != DoorKind::CloudManaged,
        parks: matches!(door.kind, DoorKind::AnotherAddress | DoorKind::AnotherAddressHidden),
    }
}

/// The longest name or address that goes into a script, in characters. Names have 256 at most (Microsoft Graph: user
/// resource, `displayName`), in whatever script.
const LONGEST: usize = 512;

/// The most lists that go into a script.
const MOST_LISTS: usize = 500;

fn malformed() -> AppProblem {
    AppProblem::here(Category::BadInput, ProblemCode::RequestMalformed)
}

/// Whether the window names an object as a report would, and one of its ways.
fn check(owner: &OwnerView, door: DoorKind) -> Result<(), AppProblem> {
    let (kind, synced) = match owner.kind {
        OwnerKind::Contact => (Kind::Contact, false),
        OwnerKind::SyncedContact => (Kind::Contact, true),
        // A synced user or group is named like any other: its ways are those of both.
        OwnerKind::User => (Kind::User, door == DoorKind::OnPremisesAddress),
        OwnerKind::Group => (Kind::Group, door == DoorKind::OnPremisesAddress),
        OwnerKind::Guest => (Kind::Guest, false),
        OwnerKind::Unseen => (Kind::Unseen, false),
    };
    let has_door = doors(kind, Known::Is(synced)).iter().any(|it| it.kind == door);
    if has_door { Ok(()) } else { Err(malformed()) }
}

/// What the script of a way is about; none where no script does it.
pub(crate) fn script_facts(ask: &ScriptFor) -> Result<Option<words::ConflictFacts>, AppProblem> {
    let ScriptFor { owner, door, .. } = ask;
    let too_long = |text: &str| text.chars().count() > LONGEST;
    if too_long(&owner.address) || too_long(&owner.display_name) {
        return Err(malformed());
    }
    check(owner, *door)?;
    let way = match (door, owner.kind) {
        (DoorKind::AnotherAddress, _) => words::ScriptWay::AnotherAddress,
        (DoorKind::AnotherAddressHidden, _) => words::ScriptWay::AnotherAddressHidden,
        (DoorKind::Remove, _) => words::ScriptWay::Remove,
        (DoorKind::OnPremisesAddress, _) => words::ScriptWay::OnPremisesAddress,
        (DoorKind::OnPremisesRemove, _) => words::ScriptWay::OnPremisesRemove,
        (DoorKind::TakeOff, OwnerKind::Group) => words::ScriptWay::TakeOffGroup,
        (DoorKind::TakeOff, _) => words::ScriptWay::TakeOffMailbox,
        (DoorKind::CloudManaged, _) => return Ok(None),
    };
    let owner_kind = match owner.kind {
        OwnerKind::SyncedContact => words::OwnerKind::SyncedContact,
        OwnerKind::User => words::OwnerKind::User,
        OwnerKind::Group => words::OwnerKind::Group,
        OwnerKind::Contact | OwnerKind::Guest | OwnerKind::Unseen => words::OwnerKind::CloudContact,
    };
    Ok(Some(words::ConflictFacts {
        address: owner.address.clone(),
        owner_kind,
        owner_name: Some(owner.display_name.clone()),
        owner_id: object_id(&owner.id)?,
        parking_name: guest::parking_name(&owner.id),
        way,
    }))
}

/// What the script for the lists is about.
pub(crate) fn list_facts(ask: &ScriptFor) -> Result<words::ListsFacts, AppProblem> {
    let too_long = |text: &str| text.chars().count() > LONGEST;
    let odd = |list: &ListView| too_long(&list.name) || list.mail.as_deref().is_some_and(too_long);
    if ask.lists.len() > MOST_LISTS || ask.lists.iter().any(odd) {
        return Err(malformed());
    }
    let list = |list: &ListView| words::ListFacts {
        name: list.name.clone(),
        mail: list.mail.clone(),
        synced: list.synced,
    };
    Ok(words::ListsFacts {
        address: ask.owner.address.clone(),
        owner_id: object_id(&ask.owner.id)?,
        lists: ask.lists.iter().map(list).collect(),
    })
}

/// The name of a script's file: the way, and the beginning of the object's id. Nothing of what the directory says.
pub(crate) fn file_name(owner: &OwnerView, what: &str) -> Result<String, AppProblem> {
    let id = object_id(&owner.id)?;
    Ok(format!("guest-mail-doctor-{what}-{}", id.get(..8).unwrap_or(&id)))
}

/// What the practice tenant does in an admin's stead, and where.
pub(crate) fn admin_act(
    owner: &OwnerView,
    act: &PractisedAct,
    domain: &str,
) -> Result<(AdminPlace, AdminAct), AppProblem> {
    let door = match act {
        PractisedAct::PutBack => return Ok((AdminPlace::Exchange, AdminAct::PutBack)),
        PractisedAct::Lists { lists } => {
            let lists = lists.iter().map(|id| object_id(id)).collect::<Result<_, _>>()?;
            return Ok((
                AdminPlace::Exchange,
                AdminAct::PutOnLists { address: owner.address.clone(), lists },
            ));
        }
        PractisedAct::Door { door } => *door,
    };
    check(owner, door)?;
    let parked = |hide: bool| AdminAct::AnotherAddress {
        address: owner.address.clone(),
        parking: format!("{}@{domain}", guest::parking_name(&owner.id)),
        hide,
    };
    Ok(match door {
        DoorKind::AnotherAddress | DoorKind::TakeOff => (AdminPlace::Exchange, parked(false)),
        DoorKind::AnotherAddressHidden => (AdminPlace::Exchange, parked(true)),
        DoorKind::Remove => (AdminPlace::Exchange, AdminAct::Remove),
        DoorKind::OnPremisesAddress => (AdminPlace::OnPremises, parked(false)),
        DoorKind::OnPremisesRemove => (AdminPlace::OnPremises, AdminAct::Remove),
        DoorKind::CloudManaged => (AdminPlace::OnPremises, AdminAct::ManageInCloud),
    })
}

/// Why the practice tenant did nothing.
pub(crate) fn admin_act_refused(refusal: AdminRefusal) -> AppProblem {
    let why = match refusal {
        AdminRefusal::NoSuchObject | AdminRefusal::ChangedElsewhere => WhyAdminActRefused::NotAsExpected,
        AdminRefusal::AddressTaken => WhyAdminActRefused::AddressTaken,
        AdminRefusal::NobodyThere => WhyAdminActRefused::NobodyThere,
        AdminRefusal::NotKept => return crate::problem::unusable_file("practice.json"),
    };
    AppProblem::here(Category::Refused, ProblemCode::AdminActRefused { why })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;

    const ID: &str = "87d349ed-44d7-43e1-9a83-5f2406dee5bd";

    fn asked(kind: OwnerKind, door: DoorKind, name: &str) -> ScriptFor {
        let owner = OwnerView {
            kind,
            id: ID.to_owned(),
            display_name: name.to_owned(),
            address: "jan@fabrikam.nl".to_owned(),
        };
        ScriptFor { owner, door, lists: Vec::new() }
    }

    #[test]
    fn a_name_is_as_long_as_it_has_characters_in_whatever_script() {
        for letter in ["a", "é", "漢", "👍"] {
            let named = |name: String| script_facts(&asked(OwnerKind::Contact, DoorKind::Remove, &name));
            assert!(named(letter.repeat(LONGEST)).is_ok(), "{letter}");
            assert!(named(letter.repeat(LONGEST + 1)).is_err(), "{letter}");
            let listed = |name: String| {
                let list = ListView { id: ID.to_owned(), name, mail: None, synced: false };
                list_facts(&ScriptFor {
                    lists: vec![list],
                    ..asked(OwnerKind::Contact, DoorKind::Remove, "")
                })
            };
            assert!(listed(letter.repeat(LONGEST)).is_ok(), "{letter}");
            assert!(listed(letter.repeat(LONGEST + 1)).is_err(), "{letter}");
        }
    }

    #[test]
    fn a_door_of_another_kind_of_owner_is_no_door() {
        for (kind, door) in [
            (OwnerKind::SyncedContact, DoorKind::Remove),
            (OwnerKind::Contact, DoorKind::OnPremisesRemove),
            (OwnerKind::User, DoorKind::Remove),
            (OwnerKind::Group, DoorKind::AnotherAddress),
            (OwnerKind::Guest, DoorKind::TakeOff),
            (OwnerKind::Unseen, DoorKind::TakeOff),
        ] {
            assert!(script_facts(&asked(kind, door, "J")).is_err(), "{kind:?} {door:?}");
            let act = PractisedAct::Door { door };
            assert!(admin_act(&asked(kind, door, "J").owner, &act, "contoso.example").is_err());
        }
        assert_eq!(script_facts(&asked(OwnerKind::SyncedContact, DoorKind::CloudManaged, "J")), Ok(None));
    }

    #[test]
    fn the_name_of_a_file_says_nothing_of_the_directory() {
        let owner = asked(OwnerKind::Contact, DoorKind::Remove, "../../boss").owner;
        assert_eq!(file_name(&owner, "remove").unwrap(), "guest-mail-doctor-remove-87d349ed");
        let nasty = OwnerView { id: "../../../x".to_owned(), ..owner };
        assert!(file_name(&nasty, "remove").is_err());
    }
}

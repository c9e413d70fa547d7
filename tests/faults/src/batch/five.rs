//! Who a batch is for: the five guests of `batch.json` who need a remedy that is done for many, by what the engine says.

use guest::RemedyKind;
use practice::Organisation;
use serde_json::Value;

use crate::acts::TICKET;
use crate::journeys::{first_name, names};
use crate::schedule::{FIVE, Subject};
use crate::world::{Beginning, Guest, World};

/// One of the five.
#[derive(Debug, Clone)]
pub(super) struct Member {
    pub(super) guest: Guest,
    /// Their first name in small letters, as labels have it.
    pub(super) name: String,
    /// Their name as the app shows it.
    pub(super) display_name: String,
}

/// Five guests and what they need.
#[derive(Debug, Clone)]
pub(super) struct Five {
    pub(super) subject: Subject,
    pub(super) members: Vec<Member>,
}

/// The organisation and everybody in it who needs something that is done for many.
pub(super) struct Fives {
    pub(super) beginning: Beginning,
    pub(super) all: Vec<Five>,
}

impl Five {
    /// Their object ids.
    pub(super) fn ids(&self) -> Vec<String> {
        self.members.iter().map(|member| member.guest.id.clone()).collect()
    }

    /// Whom somebody else acts upon.
    pub(super) fn third(&self) -> &Member {
        &self.members[2]
    }
}

impl Fives {
    /// Reads the organisation, and asks the engine who needs what.
    pub(super) fn read() -> Self {
        let text = include_str!("../../batch.json");
        let file: Value = serde_json::from_str(text).unwrap();
        let beginning = Beginning {
            organisation: Organisation::read(text).unwrap(),
            names: names(&file),
            group: file["groups"][0]["id"].as_str().unwrap().to_owned(),
        };
        let members = members(&file);
        let needs = |(remedy, _)| five(&beginning, &members, remedy);
        let all = procedure::remedies().into_iter().filter_map(needs).collect();
        Self { beginning, all }
    }

    /// The five of a schedule.
    pub(super) fn of(&self, subject: &Subject) -> Option<&Five> {
        self.all.iter().find(|five| five.subject == *subject)
    }
}

fn members(file: &Value) -> Vec<Member> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let guests = file["users"].as_array().into_iter().flatten().filter(|user| user["userType"] == "Guest");
    let member = |user: &Value| Member {
        guest: Guest { id: text(&user["id"]), address: text(&user["otherMails"][0]), group: None },
        name: first_name(user),
        display_name: text(&user["displayName"]),
    };
    guests.map(member).collect()
}

/// Whom a batch of this remedy would change; none where it is never done for many.
fn five(beginning: &Beginning, members: &[Member], remedy: RemedyKind) -> Option<Five> {
    let world = World::start(beginning, &members.first()?.guest, false);
    let app = world.app();
    let ids: Vec<String> = members.iter().map(|member| member.guest.id.clone()).collect();
    let plan = app.runtime.block_on(app.engine.preview_batch(remedy, &ids, TICKET)).ok()?;
    let planned = |member: &&Member| plan.guests.iter().any(|guest| guest.id == member.guest.id);
    let members: Vec<Member> = members.iter().filter(planned).cloned().collect();
    assert_eq!(members.len(), 5, "who needs {remedy} in batch.json");
    Some(Five { subject: Subject { remedy, guest: FIVE.to_owned() }, members })
}

//! Mail that was sent to groups, and what Exchange notes of it. Only what a trace shows is known of a message.
//!
//! Sources: exchangeMessageTrace resource; messageTracingRoot, List messageTraces. Who gets the mail of a group: who is in
//! it and has a main address (Microsoft's article: with an empty primary address no group mail arrives); in a list also
//! who is in a list in it. That a guest without main address has no row at all, where the group's own row says
//! *expanded*, follows from both, and is written nowhere.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::Object;
use crate::organisation::{text, texts};
use crate::ownership::smtp;
use crate::schema::Kind;
use crate::state::State;
use crate::versions::View;

/// Where the tenant keeps what Microsoft Graph does not show of a group.
const HIDDEN_PART: &str = "practice";
/// The messages to it: a file says `hoursAgo`, and a message that was sent while the tenant ran has its moment.
const MESSAGES: &str = "messages";

/// Gives each message of a file its moment: a file does not age.
pub(crate) fn date(group: &mut Object, now: Timestamp) {
    let messages = group.get_mut(HIDDEN_PART).and_then(|part| part.get_mut(MESSAGES));
    for message in messages.and_then(Value::as_array_mut).into_iter().flatten() {
        let ago =
            message.get("hoursAgo").and_then(Value::as_i64).filter(|hours| (0..=24 * 90).contains(hours));
        let moment = ago.and_then(|hours| now.checked_sub(SignedDuration::from_hours(hours)).ok());
        if let (Some(moment), Some(message)) = (moment, message.as_object_mut()) {
            message.insert("received".into(), json!(second(moment)));
        }
    }
}

fn second(moment: Timestamp) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

impl State {
    /// A row for each message and recipient.
    pub(crate) fn message_traces(&self, view: View) -> Vec<Object> {
        let groups = self.groups.visible(view);
        groups.flat_map(|group| rows_of(&group)).collect()
    }

    /// Somebody writes to this group. Answers whether there is such a group with an address.
    pub(crate) fn send_to_group(&mut self, id: &str, now: Timestamp, view: View, message: Uuid) -> bool {
        let Some(mut group) = self.groups.latest(id).map(std::borrow::Cow::into_owned) else { return false };
        let Some(address) = text(&group, "mail").map(str::to_owned) else { return false };
        let mut rows = vec![json!([address, "expanded"])];
        for member in self.transitive_members(id, view, |_| true) {
            let Some(user) = self.users.get(&member, view) else { continue };
            let main = texts(user.get("proxyAddresses")).into_iter().find(|it| it.starts_with("SMTP:"));
            if let Some(main) = main.and_then(smtp) {
                rows.push(json!([main, "delivered"]));
            }
        }
        let sent = json!({ "id": message.to_string(), "received": second(now), "rows": rows });
        let part = group.entry(HIDDEN_PART).or_insert_with(|| json!({}));
        if let Some(part) = part.as_object_mut() {
            let messages = part.entry(MESSAGES).or_insert_with(|| json!([]));
            if let Some(all) = messages.as_array_mut() {
                all.push(sent);
            } else {
                *messages = json!([sent]);
            }
        }
        self.change(now, view).put(Kind::Group, group);
        true
    }
}

fn rows_of(group: &Object) -> Vec<Object> {
    let messages = group.get(HIDDEN_PART).and_then(|part| part.get(MESSAGES)).and_then(Value::as_array);
    messages.into_iter().flatten().flat_map(rows_of_message).collect()
}

fn rows_of_message(message: &Value) -> Vec<Object> {
    let id = message["id"].as_str().unwrap_or_default();
    let rows = message["rows"].as_array().into_iter().flatten();
    let row = |row: &Value| {
        let recipient = row[0].as_str().unwrap_or_default();
        let row = json!({
            "id": row_id(id, recipient).to_string(),
            "messageId": format!("<{id}@contoso.example>"),
            "receivedDateTime": message["received"],
            "recipientAddress": recipient,
            "senderAddress": "colleague@contoso.example",
            "subject": "A subject that nobody has to see",
            "size": 4096,
            "status": row[1],
            "fromIP": "203.0.113.25",
            "toIP": "",
        });
        row.as_object().cloned().unwrap_or_default()
    };
    rows.map(row).collect()
}

/// The same for the same message and recipient, whenever it is asked (FNV-1a, from both ends).
fn row_id(message: &str, recipient: &str) -> Uuid {
    const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    let hash = |bytes: &mut dyn Iterator<Item = u8>| {
        bytes.fold(BASIS, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
    };
    let text = format!("{message} {recipient}");
    Uuid::from_u64_pair(hash(&mut text.bytes()), hash(&mut text.bytes().rev()))
}

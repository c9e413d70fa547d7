//! Somebody else, at another desk, meanwhile. What Microsoft Graph lets an admin do is asked of the practice tenant in
//! another admin's name; what is done in another place (contacts, groups, purging) is a new state of the same tenant.

use std::collections::BTreeMap;

use bytes::Bytes;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::place::Directory;

/// What somebody else does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Somebody {
    /// Deletes the guest.
    DeletesGuest,
    /// Deletes the new account.
    DeletesNew,
    /// Restores the original.
    Restores,
    /// Removes the deleted original for good.
    Purges,
    /// Writes `otherMails` of the guest's account.
    ChangesAddresses,
    /// Makes a contact with the guest's address.
    TakesAddress,
    /// Removes one of the guest's groups.
    RemovesGroup,
    /// Makes one of the guest's groups dynamic.
    MakesDynamic,
    /// Invites the same address.
    Invites,
}

const NAMES: [(&str, Somebody); 9] = [
    ("somebody-deletes-guest", Somebody::DeletesGuest),
    ("somebody-deletes-new", Somebody::DeletesNew),
    ("somebody-restores", Somebody::Restores),
    ("somebody-purges", Somebody::Purges),
    ("somebody-changes-addresses", Somebody::ChangesAddresses),
    ("somebody-takes-address", Somebody::TakesAddress),
    ("somebody-removes-group", Somebody::RemovesGroup),
    ("somebody-makes-dynamic", Somebody::MakesDynamic),
    ("somebody-invites", Somebody::Invites),
];

/// Whom it is about.
#[derive(Debug, Clone, Default)]
pub(crate) struct About {
    /// Object id of the guest.
    pub(crate) guest: String,
    /// Object id of the newest account that we invited.
    pub(crate) new: Option<String>,
    /// The address that is searched for.
    pub(crate) address: String,
    /// One of the guest's groups.
    pub(crate) group: String,
}

impl Somebody {
    /// Everything that is done.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        NAMES.into_iter().map(|(_, somebody)| somebody)
    }

    /// Its name.
    pub(crate) fn name(self) -> &'static str {
        NAMES.iter().find(|(_, one)| *one == self).map_or("?", |(name, _)| name)
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        NAMES.iter().find(|(one, _)| *one == name).map(|(_, somebody)| *somebody)
    }

    /// Does it, if it can be done as things stand; gives the id of an account that it invited.
    pub(crate) async fn act(self, directory: &Directory, about: &About) -> Option<String> {
        let user = |id: &str| format!("/users/{id}");
        match self {
            Self::DeletesGuest => ask(directory, "DELETE", &user(&about.guest), None).await,
            Self::DeletesNew => {
                let new = about.new.as_ref()?;
                ask(directory, "DELETE", &user(new), None).await
            }
            Self::Restores => {
                let path = format!("/directory/deletedItems/{}/restore", about.guest);
                ask(directory, "POST", &path, None).await
            }
            Self::ChangesAddresses => {
                let mails = json!({ "otherMails": ["moved@woodgrove.example"] });
                let guest = ask(directory, "PATCH", &user(&about.guest), Some(mails.clone())).await;
                match (guest, &about.new) {
                    (None, Some(new)) => ask(directory, "PATCH", &user(new), Some(mails)).await,
                    (answer, _) => answer,
                }
            }
            Self::Invites => {
                let invitation = json!({
                    "invitedUserEmailAddress": about.address, "inviteRedirectUrl": "https://contoso.example",
                });
                let answer = ask(directory, "POST", "/invitations", Some(invitation)).await?;
                return answer["invitedUser"]["id"].as_str().map(str::to_owned);
            }
            Self::Purges | Self::TakesAddress | Self::RemovesGroup | Self::MakesDynamic => {
                directory.rewrite(|file| self.rewrite(file, about));
                None
            }
        };
        None
    }

    /// The same directory, after something that Microsoft Graph has no request for.
    fn rewrite(self, file: &mut Value, about: &About) {
        let is =
            |object: &Value, id: &str| object["id"].as_str().is_some_and(|one| one.eq_ignore_ascii_case(id));
        let list = |file: &mut Value, name: &str, change: &mut dyn FnMut(&mut Vec<Value>)| {
            if let Some(list) = file[name].as_array_mut() {
                change(list);
            }
        };
        match self {
            Self::Purges => {
                list(file, "deletedUsers", &mut |all| all.retain(|user| !is(user, &about.guest)));
                // Whoever is gone for good is in no group; one who is live was not purged at all.
                let users = file["users"].as_array();
                let live = users.is_some_and(|all| all.iter().any(|user| is(user, &about.guest)));
                let stays =
                    |id: &Value| live || !id.as_str().unwrap_or_default().eq_ignore_ascii_case(&about.guest);
                list(file, "groups", &mut |all| {
                    for members in all.iter_mut().filter_map(|group| group["members"].as_array_mut()) {
                        members.retain(stays);
                    }
                });
            }
            Self::RemovesGroup => {
                list(file, "groups", &mut |all| all.retain(|group| !is(group, &about.group)));
            }
            Self::MakesDynamic => list(file, "groups", &mut |all| {
                for group in all.iter_mut().filter(|group| is(group, &about.group)) {
                    group["groupTypes"] = json!(["Unified", "DynamicMembership"]);
                    group["membershipRule"] = json!("(user.userType -eq \"Guest\")");
                    group["membershipRuleProcessingState"] = json!("On");
                }
            }),
            // Whoever took it before has it.
            Self::TakesAddress => list(file, "contacts", &mut |all| {
                all.retain(|contact| !is(contact, CONTACT));
                let proxies = json!([format!("SMTP:{}", about.address)]);
                all.push(json!({
                    "id": CONTACT, "displayName": "Fabrikam",
                    "mail": about.address, "mailNickname": "fabrikam", "proxyAddresses": proxies,
                }));
            }),
            Self::DeletesGuest
            | Self::DeletesNew
            | Self::Restores
            | Self::ChangesAddresses
            | Self::Invites => {}
        }
    }
}

/// The contact that takes the address.
const CONTACT: &str = "0000cccc-0000-4000-8000-00000000cccc";

/// Asks the tenant in the other admin's name; the answer, when it said yes.
async fn ask(directory: &Directory, method: &str, path: &str, body: Option<Value>) -> Option<Value> {
    let request = http::Request::builder()
        .method(method)
        .uri(format!("https://graph.microsoft.com/v1.0{path}"))
        .header("authorization", "Bearer practice.somebody")
        .header("content-type", "application/json")
        .body(body.map_or_else(Bytes::new, |body| Bytes::from(body.to_string())))
        .unwrap();
    let answer = directory.tenant().oneshot(request).await.ok()?;
    let said_yes = answer.status().is_success();
    said_yes.then(|| serde_json::from_slice(answer.body()).unwrap_or(Value::Null))
}

/// Names for ids, so that a label means the same in every run.
pub(crate) type Names = BTreeMap<String, String>;

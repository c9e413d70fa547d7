//! What somebody does in Exchange, or on premises: nothing of Microsoft Graph, and only for practising. The tenant does it
//! to itself, so that a conflict can be lived through to its end.
//!
//! Sources: Microsoft's references of `Set-MailContact`, `Remove-MailContact`, `Set-Mailbox`, `Set-UnifiedGroup`,
//! `Set-DistributionGroup`, `Add-DistributionGroupMember`; orgContact resource; onPremisesSyncBehavior resource.

use serde_json::{Value, json};

use crate::Object;
use crate::organisation::{text, texts};
use crate::ownership::{has_address, smtp};
use crate::schema::Kind;
use crate::state::State;
use crate::versions::View;

/// Where something is changed. A synced object is changed on premises and nowhere else, another one in Exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AdminPlace {
    /// In Exchange.
    Exchange,
    /// In Active Directory, on premises; the next synchronisation is not waited for.
    OnPremises,
}

/// What is done there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AdminAct {
    /// The object gets another address in place of this one, which is kept in a custom attribute.
    AnotherAddress {
        /// The address that is freed.
        address: String,
        /// The one it gets, where the freed one was its main address.
        parking: String,
        /// Whether address lists hide it from now on.
        hide: bool,
    },
    /// What *another address* did is put back.
    PutBack,
    /// The contact is removed.
    Remove,
    /// The synced contact is managed in the cloud from now on.
    ManageInCloud,
    /// Whoever has this address is put on these lists, in the place of the object, where that is still there.
    PutOnLists {
        /// The address.
        address: String,
        /// Object ids of the lists.
        lists: Vec<String>,
    },
}

/// Why it was not done. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AdminRefusal {
    /// There is no such object, or it is of a kind that this is not done to.
    #[error("there is no such object to do this to")]
    NoSuchObject,
    /// It is changed in the other place.
    #[error("this object is changed elsewhere")]
    ChangedElsewhere,
    /// Somebody has the address.
    #[error("somebody has the address")]
    AddressTaken,
    /// Nobody has the address yet.
    #[error("nobody has the address")]
    NobodyThere,
    /// The state could not be kept.
    #[error("the state could not be kept")]
    NotKept,
}

/// Where the tenant keeps what Microsoft Graph does not show of an object.
const HIDDEN_PART: &str = "practice";

impl State {
    /// Does it, as of this moment.
    pub(crate) fn in_an_admins_place(
        &mut self,
        place: AdminPlace,
        id: &str,
        act: &AdminAct,
        now: jiff::Timestamp,
        view: View,
    ) -> Result<(), AdminRefusal> {
        if let AdminAct::PutOnLists { address, lists } = act {
            return self.put_on_lists(id, address, lists, now, view);
        }
        let (kind, object) = self.any_now(id).ok_or(AdminRefusal::NoSuchObject)?;
        let synced = object.get("onPremisesSyncEnabled") == Some(&Value::Bool(true));
        // To manage it in the cloud is done where it is synced from; what was done is put back where it was done.
        let elsewhere = synced != (place == AdminPlace::OnPremises);
        if elsewhere && *act != AdminAct::PutBack {
            return Err(AdminRefusal::ChangedElsewhere);
        }
        if kind != Kind::Contact && matches!(act, AdminAct::Remove | AdminAct::ManageInCloud) {
            return Err(AdminRefusal::NoSuchObject);
        }
        let changed = match act {
            AdminAct::AnotherAddress { address, parking, hide } => {
                Some(self.freed(object, id, (address, parking), *hide)?)
            }
            AdminAct::PutBack => Some(self.as_before(object, id)?),
            AdminAct::ManageInCloud => Some(in_the_cloud(object)),
            AdminAct::Remove => None,
            AdminAct::PutOnLists { .. } => return Err(AdminRefusal::NoSuchObject),
        };
        let groups = self.members.of_object(id, view);
        let mut change = self.change(now, view);
        if let Some(object) = changed {
            change.put(kind, object);
        } else {
            change.drop_contact(id);
            for group in groups {
                change.set_member(&group, id, false);
            }
        }
        Ok(())
    }

    fn freed(
        &self,
        mut object: Object,
        id: &str,
        (address, parking): (&str, &str),
        hide: bool,
    ) -> Result<Object, AdminRefusal> {
        if !has_address(&object, address) {
            return Err(AdminRefusal::NoSuchObject);
        }
        let same = |value: &str| value.eq_ignore_ascii_case(address);
        let proxies: Vec<String> =
            texts(object.get("proxyAddresses")).into_iter().map(str::to_owned).collect();
        let mut left: Vec<String> =
            proxies.iter().filter(|proxy| !smtp(proxy).is_some_and(same)).cloned().collect();
        let had_main =
            !left.iter().any(|proxy| proxy.starts_with("SMTP:")) || text(&object, "mail").is_some_and(same);
        let before = json!({
            "mail": object.get("mail").cloned(), "proxyAddresses": proxies, "customAttribute1": address, "hidden": hide,
        });
        if had_main {
            if !self.owners_of(parking, id).is_empty() {
                return Err(AdminRefusal::AddressTaken);
            }
            left.insert(0, format!("SMTP:{parking}"));
            object.insert("mail".into(), json!(parking));
        }
        object.insert("proxyAddresses".into(), json!(left));
        let mut part = kept(&mut object);
        part.insert("exchange".into(), before);
        object.insert(HIDDEN_PART.into(), part.into());
        Ok(object)
    }

    fn as_before(&self, mut object: Object, id: &str) -> Result<Object, AdminRefusal> {
        let mut part = kept(&mut object);
        let before = part.remove("exchange").ok_or(AdminRefusal::NoSuchObject)?;
        object.insert(HIDDEN_PART.into(), part.into());
        let address = before.get("customAttribute1").and_then(Value::as_str).unwrap_or_default();
        if !self.owners_of(address, id).is_empty() {
            return Err(AdminRefusal::AddressTaken);
        }
        for name in ["mail", "proxyAddresses"] {
            object.insert(name.into(), before.get(name).cloned().unwrap_or(Value::Null));
        }
        Ok(object)
    }

    /// Only lists that Exchange keeps: with mail, and neither Microsoft 365 groups nor synced.
    fn put_on_lists(
        &mut self,
        id: &str,
        address: &str,
        lists: &[String],
        now: jiff::Timestamp,
        view: View,
    ) -> Result<(), AdminRefusal> {
        let owners = self.owners_of(address, "");
        let (_, guest) =
            owners.into_iter().find(|(kind, _)| *kind == Kind::User).ok_or(AdminRefusal::NobodyThere)?;
        for list in lists {
            let group = self.groups.latest(list).ok_or(AdminRefusal::NoSuchObject)?;
            if group.get("mailEnabled") != Some(&Value::Bool(true))
                || texts(group.get("groupTypes")).contains(&"Unified")
            {
                return Err(AdminRefusal::NoSuchObject);
            }
            if group.get("onPremisesSyncEnabled") == Some(&Value::Bool(true)) {
                return Err(AdminRefusal::ChangedElsewhere);
            }
        }
        let mut change = self.change(now, view);
        for list in lists {
            change.set_member(list, &guest, true);
            change.set_member(list, id, false);
        }
        Ok(())
    }

    fn any_now(&self, id: &str) -> Option<(Kind, Object)> {
        [(Kind::Contact, &self.contacts), (Kind::User, &self.users), (Kind::Group, &self.groups)]
            .into_iter()
            .find_map(|(kind, store)| Some((kind, store.latest(id)?.into_owned())))
    }
}

fn in_the_cloud(mut object: Object) -> Object {
    object.insert("onPremisesSyncEnabled".into(), json!(false));
    object
}

/// What the file keeps of an object beside Graph's properties.
fn kept(object: &mut Object) -> Object {
    match object.remove(HIDDEN_PART) {
        Some(Value::Object(part)) => part,
        Some(Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_)) | None => {
            Object::new()
        }
    }
}

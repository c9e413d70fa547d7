//! What an admin of Exchange does, in practice: an address is freed, put back, lists change hands.
#![allow(
    clippy::unwrap_used,
    clippy::needless_pass_by_value,
    reason = "in a test a failed unwrap is a failed test"
)]

mod common;

use common::*;
use practice::{AdminAct, AdminPlace, AdminRefusal, Behaviour, Organisation, Tenant};
use serde_json::{Value, json};

const JAN_MAIL: &str = "jan@fabrikam.nl";
const PARKED: &str = "parked-eeeeeeee@contoso.onmicrosoft.com";

fn another(hide: bool) -> AdminAct {
    AdminAct::AnotherAddress { address: JAN_MAIL.to_owned(), parking: PARKED.to_owned(), hide }
}

async fn contact(tenant: &Tenant) -> Value {
    get(tenant, "user-admin", &format!("/contacts/{CONTACT}?$select=mail,proxyAddresses")).await.body
}

async fn set_mail(tenant: &Tenant) -> u16 {
    patch(tenant, "user-admin", JAN, json!({ "mail": JAN_MAIL })).await.status
}

fn listed() -> Tenant {
    tenant_of(|file| {
        file["contacts"][0]["proxyAddresses"] = json!(["SMTP:jan@fabrikam.nl", "X500:/o=A/cn=jan"]);
        for group in file["groups"].as_array_mut().unwrap() {
            if group["id"] == LIST {
                group["members"] = json!([CONTACT]);
            }
        }
    })
}

#[tokio::test]
async fn a_contact_with_another_address_frees_the_old_one_and_keeps_the_rest() {
    for hide in [false, true] {
        let tenant = listed();
        assert_ne!(set_mail(&tenant).await, 204, "the contact has the address");
        tenant.in_an_admins_place(AdminPlace::Exchange, CONTACT, &another(hide)).unwrap();
        let now = contact(&tenant).await;
        assert_eq!(now["mail"], PARKED);
        assert_eq!(now["proxyAddresses"], json!([format!("SMTP:{PARKED}"), "X500:/o=A/cn=jan"]));
        let lists = get(&tenant, "user-admin", &format!("/contacts/{CONTACT}/memberOf")).await;
        assert_eq!(lists.ids(), [LIST]);
        assert_eq!(set_mail(&tenant).await, 204);
        // Twice is once.
        let again = tenant.in_an_admins_place(AdminPlace::Exchange, CONTACT, &another(hide));
        assert_eq!(again, Err(AdminRefusal::NoSuchObject));
    }
}

#[tokio::test]
async fn it_is_put_back_unless_the_guest_has_the_address_by_then() {
    let tenant = listed();
    let before = contact(&tenant).await;
    assert_eq!(
        tenant.in_an_admins_place(AdminPlace::Exchange, CONTACT, &AdminAct::PutBack),
        Err(AdminRefusal::NoSuchObject)
    );
    tenant.in_an_admins_place(AdminPlace::Exchange, CONTACT, &another(true)).unwrap();
    tenant.in_an_admins_place(AdminPlace::Exchange, CONTACT, &AdminAct::PutBack).unwrap();
    assert_eq!(contact(&tenant).await, before);

    tenant.in_an_admins_place(AdminPlace::Exchange, CONTACT, &another(true)).unwrap();
    assert_eq!(set_mail(&tenant).await, 204);
    assert_eq!(
        tenant.in_an_admins_place(AdminPlace::Exchange, CONTACT, &AdminAct::PutBack),
        Err(AdminRefusal::AddressTaken)
    );
}

#[tokio::test]
async fn a_removed_contact_is_off_its_lists() {
    let tenant = listed();
    tenant.in_an_admins_place(AdminPlace::Exchange, CONTACT, &AdminAct::Remove).unwrap();
    assert_eq!(get(&tenant, "user-admin", &format!("/contacts/{CONTACT}")).await.status, 404);
    let group = tenant.snapshot()["groups"].as_array().unwrap().iter().find(|it| it["id"] == LIST).cloned();
    assert_eq!(group.unwrap()["members"], json!([]));
    assert_eq!(set_mail(&tenant).await, 204);
}

#[tokio::test]
async fn the_guest_takes_the_contacts_place_on_a_list_once_they_have_the_address() {
    let tenant = listed();
    let lists = |lists: &[&str]| AdminAct::PutOnLists {
        address: JAN_MAIL.to_owned(),
        lists: lists.iter().map(|id| (*id).to_owned()).collect(),
    };
    let on = |act: &AdminAct| tenant.in_an_admins_place(AdminPlace::Exchange, CONTACT, act);
    tenant.in_an_admins_place(AdminPlace::Exchange, CONTACT, &another(false)).unwrap();
    assert_eq!(on(&lists(&[LIST])), Err(AdminRefusal::NobodyThere));
    assert_eq!(set_mail(&tenant).await, 204);
    // A Microsoft 365 group is no list, and one that is synced is changed on premises.
    assert_eq!(on(&lists(&[SALES])), Err(AdminRefusal::NoSuchObject));
    on(&lists(&[LIST])).unwrap();
    let snapshot = tenant.snapshot();
    let group = snapshot["groups"].as_array().unwrap().iter().find(|it| it["id"] == LIST).unwrap();
    assert_eq!(group["members"], json!([JAN]));
}

#[tokio::test]
async fn a_synced_contact_is_changed_on_premises_or_made_the_clouds_own_first() {
    let tenant = tenant_of(|file| file["contacts"][0]["onPremisesSyncEnabled"] = json!(true));
    let at = |place, act: &AdminAct| tenant.in_an_admins_place(place, CONTACT, act);
    assert_eq!(at(AdminPlace::Exchange, &another(false)), Err(AdminRefusal::ChangedElsewhere));
    at(AdminPlace::OnPremises, &AdminAct::ManageInCloud).unwrap();
    assert_eq!(at(AdminPlace::OnPremises, &another(false)), Err(AdminRefusal::ChangedElsewhere));
    at(AdminPlace::Exchange, &another(false)).unwrap();
    assert_eq!(set_mail(&tenant).await, 204);
}

#[tokio::test]
async fn what_was_done_on_premises_is_put_back_there_whoever_the_owner_is() {
    let synced = |list: &str, id: &str| {
        let (list, id) = (list.to_owned(), id.to_owned());
        tenant_of(move |file| {
            let all = file[&list].as_array_mut().unwrap();
            all.iter_mut().find(|it| it["id"] == id.as_str()).unwrap()["onPremisesSyncEnabled"] = json!(true);
        })
    };
    for (list, id) in [("contacts", CONTACT), ("users", MAILBOX)] {
        let tenant = synced(list, id);
        let before = tenant.snapshot();
        let address = address_of(&before, list, id);
        let act = AdminAct::AnotherAddress { address, parking: PARKED.to_owned(), hide: false };
        tenant.in_an_admins_place(AdminPlace::OnPremises, id, &act).unwrap();
        assert_ne!(address_of(&tenant.snapshot(), list, id), address_of(&before, list, id));
        // Whoever asks need not know where it was done.
        tenant.in_an_admins_place(AdminPlace::Exchange, id, &AdminAct::PutBack).unwrap();
        assert_eq!(address_of(&tenant.snapshot(), list, id), address_of(&before, list, id));
    }
}

fn address_of(snapshot: &serde_json::Value, list: &str, id: &str) -> String {
    let object = snapshot[list].as_array().unwrap().iter().find(|it| it["id"] == id).unwrap();
    object["mail"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn what_was_done_is_there_after_a_restart() {
    let folder = temporary_folder::temporary_folder();
    let file = folder.path().join("practice.json");
    let open = || Tenant::open(&file, organisation(), Behaviour::default()).unwrap();
    let tenant = open();
    tenant.in_an_admins_place(AdminPlace::Exchange, CONTACT, &another(true)).unwrap();
    drop(tenant);
    let tenant = open();
    assert_eq!(contact(&tenant).await["mail"], PARKED);
    tenant.in_an_admins_place(AdminPlace::Exchange, CONTACT, &AdminAct::PutBack).unwrap();
    assert_eq!(contact(&tenant).await["mail"], JAN_MAIL);
}

#[test]
fn only_a_contact_is_removed_and_nothing_that_is_not_there() {
    let tenant = Tenant::start(Organisation::clone(&organisation()), Behaviour::default());
    for id in [MAILBOX, LIST, "eeeeeeee-0000-4000-8000-00000000ffff"] {
        let removed = tenant.in_an_admins_place(AdminPlace::Exchange, id, &AdminAct::Remove);
        assert_eq!(removed, Err(AdminRefusal::NoSuchObject), "{id}");
    }
}

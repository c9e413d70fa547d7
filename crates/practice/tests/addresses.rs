//! Who may have which address: user names, conflicts that stay, invitations.
#![allow(
    clippy::unwrap_used,
    clippy::needless_pass_by_value,
    reason = "in a test a failed unwrap is a failed test"
)]

mod common;

use common::*;
use practice::{Allowed, Behaviour, Organisation, Tenant, UserNames};
use serde_json::{Value, json};

/// An account of the organisation that has this address as its name, and no mailbox.
const HILDE: &str = "aaaaaaaa-0000-4000-8000-0000000000a1";
const HILDES_NAME: &str = "hilde@woodgrove.example";

/// The small organisation with Hilde, who signs in under an address that a guest would like to have.
fn with_a_name(change: impl FnOnce(&mut Behaviour)) -> Tenant {
    let mut file = file();
    file["users"].as_array_mut().unwrap().push(json!({
        "id": HILDE, "displayName": "Hilde Visser", "userPrincipalName": HILDES_NAME, "userType": "Member",
        "accountEnabled": true, "mail": null, "otherMails": [], "proxyAddresses": [],
    }));
    let mut behaviour = TestClock::new().behaviour();
    change(&mut behaviour);
    Tenant::start(Organisation::read(&file.to_string()).unwrap(), behaviour)
}

fn invitation(address: &str) -> Value {
    json!({ "invitedUserEmailAddress": address, "inviteRedirectUrl": "https://myapplications.microsoft.com" })
}

/// What a refusal says is in the way, and in which property.
fn named(reply: &Reply) -> (&str, &str) {
    let details = &reply.body["error"]["details"];
    (details[0]["target"].as_str().unwrap(), details[1]["target"].as_str().unwrap())
}

#[tokio::test]
async fn an_address_that_is_a_user_name_is_nobodys_or_somebodys_as_the_setting_says() {
    let given = json!({ "mail": HILDES_NAME });
    let others = json!({ "otherMails": ["pieter@northwindtraders.com", "HILDE@woodgrove.example"] });
    let owner = format!("User_{HILDE}");
    // setting, then the status of the main address, of the other addresses, of an invitation
    for (setting, expected) in [
        (UserNames::OwnNothing, [204, 204, 201]),
        (UserNames::OwnMainAddresses, [400, 204, 400]),
        (UserNames::OwnAllAddresses, [400, 400, 400]),
    ] {
        let tenant = || with_a_name(|behaviour| behaviour.user_names = setting);
        let mail = patch(&tenant(), "user-admin", PIETER, given.clone()).await;
        let other = patch(&tenant(), "user-admin", PIETER, others.clone()).await;
        let invited = post(&tenant(), "user-admin", "/invitations", invitation(HILDES_NAME)).await;
        assert_eq!([mail.status, other.status, invited.status], expected, "{setting:?}");
        if mail.status == 400 {
            assert_eq!(named(&mail), ("proxyAddresses", owner.as_str()), "{setting:?}");
        }
        if other.status == 400 {
            assert_eq!(named(&other), ("otherMails", owner.as_str()), "{setting:?}");
        }
    }
    let default = with_a_name(|_| {});
    assert_eq!(patch(&default, "user-admin", PIETER, given).await.status, 400);
}

#[tokio::test]
async fn what_a_guest_has_already_is_kept_and_two_names_are_never_the_same() {
    // Given a guest who has Hilde's name among the other addresses
    let tenant = with_a_name(|_| {});
    let list = json!({ "otherMails": ["pieter@northwindtraders.com", HILDES_NAME] });
    assert_eq!(patch(&tenant, "user-admin", PIETER, list).await.status, 204);
    let saved = tenant.snapshot().to_string();
    let strict = Behaviour { user_names: UserNames::OwnAllAddresses, ..Behaviour::default() };
    let strict = Tenant::start(Organisation::read(&saved).unwrap(), strict);
    // When only that one is kept, then it is nothing that is given
    let kept = json!({ "otherMails": [HILDES_NAME] });
    assert_eq!(patch(&strict, "user-admin", PIETER, kept).await.status, 204);
    // And a name is taken even where names own no address.
    let lax = with_a_name(|behaviour| behaviour.user_names = UserNames::OwnNothing);
    let taken = json!({ "userPrincipalName": "anna@contoso.nl" });
    let reply = patch(&lax, "global-admin", MAILBOX, taken).await;
    assert_eq!((reply.status, named(&reply).0), (400, "userPrincipalName"));
}

#[tokio::test]
async fn a_guest_in_conflict_takes_an_unrelated_change_or_refuses_it() {
    let place = json!({ "officeLocation": "Utrecht" });
    // By default the contact that owns Jan's address is in nobody's way
    assert_eq!(patch(&tenant(), "user-admin", JAN, place.clone()).await.status, 204);
    // But it may be, whatever is changed
    let strict = tenant_that(|behaviour| behaviour.changes_in_conflict = Allowed::No);
    for body in
        [place.clone(), json!({ "accountEnabled": false }), json!({ "otherMails": ["jan@fabrikam.nl"] })]
    {
        let reply = patch(&strict, "user-admin", JAN, body.clone()).await;
        assert_eq!((reply.status, reply.code()), (400, "Request_BadRequest"), "{body}");
        assert_eq!(named(&reply), ("proxyAddresses", format!("Contact_{CONTACT}").as_str()), "{body}");
    }
    let seen = get(&strict, "user-admin", &format!("/users/{JAN}?$select=officeLocation,otherMails")).await;
    assert_eq!(seen.body["officeLocation"], Value::Null, "nothing was written");
    // While a guest without conflict notices nothing,
    assert_eq!(patch(&strict, "user-admin", PIETER, place.clone()).await.status, 204);
    assert_eq!(patch(&strict, "user-admin", ZOE, place.clone()).await.status, 204);
    // and what ends the conflict is accepted: another main address, after which the rest is accepted too
    let other = json!({ "mail": "jan.de.vries@fabrikam.com" });
    assert_eq!(patch(&strict, "user-admin", JAN, other).await.status, 204);
    assert_eq!(patch(&strict, "user-admin", JAN, place).await.status, 204);
}

#[tokio::test]
async fn giving_the_address_up_ends_the_conflict() {
    let strict = tenant_that(|behaviour| behaviour.changes_in_conflict = Allowed::No);
    let without = json!({ "otherMails": ["jan.de.vries@fabrikam.com"] });
    assert_eq!(patch(&strict, "user-admin", JAN, without).await.status, 204);
    assert_eq!(patch(&strict, "user-admin", JAN, json!({ "jobTitle": "Buyer" })).await.status, 204);
}

#[tokio::test]
async fn nobody_is_invited_at_a_domain_of_the_organisations_own() {
    let tenant = tenant();
    for address in ["new@contoso.nl", "New@CONTOSO.NL", "new@contoso.onmicrosoft.com"] {
        let reply = post(&tenant, "user-admin", "/invitations", invitation(address)).await;
        assert_eq!((reply.status, reply.code()), (400, "BadRequest"), "{address}");
        assert_eq!(
            reply.body["error"]["message"],
            "This user cannot be invited because the domain of the user's email address is a verified domain of this \
             directory."
        );
    }
    // A domain below or beside it is somebody else's.
    for address in ["new@mail.contoso.nl", "new@contoso.nl.example"] {
        assert_eq!(
            post(&tenant, "user-admin", "/invitations", invitation(address)).await.status,
            201,
            "{address}"
        );
    }
}

#[tokio::test]
async fn an_invitation_is_always_called_pending_even_for_a_guest_who_accepted_long_ago() {
    let tenant = tenant();
    let again = post(&tenant, "user-admin", "/invitations", invitation("pieter@northwindtraders.com")).await;
    assert_eq!((again.status, &again.body["status"]), (201, &json!("PendingAcceptance")));
    assert_eq!(again.body["invitedUser"]["id"], PIETER);
    let state = get(&tenant, "user-admin", &format!("/users/{PIETER}?$select=externalUserState")).await;
    assert_eq!(state.body["externalUserState"], "Accepted", "the guest's own state tells");
    let new = post(&tenant, "user-admin", "/invitations", invitation("new@example.com")).await;
    assert_eq!(new.body["status"], "PendingAcceptance");
}

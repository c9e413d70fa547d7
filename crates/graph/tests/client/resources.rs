//! Microsoft's objects, in the shapes their reference pages show.

use graph::{
    AppRoleAssignment, Contact, DirectoryObject, DirectoryRole, Group, GroupSetting, Invitation,
    Organization, Resource, Selected, User,
};
use proptest::prelude::*;
use serde_json::json;

#[test]
fn a_property_is_absent_or_null_or_has_a_value() {
    let user: User =
        serde_json::from_value(json!({ "id": "u", "mail": null, "displayName": "Jan" })).unwrap();
    assert_eq!(user.mail, Selected::Null);
    assert_eq!(user.other_mails, Selected::Absent);
    assert_eq!(user.display_name, Selected::Value("Jan".to_owned()));
    assert_eq!(user.mail.known(), Some(None));
    assert_eq!(user.other_mails.known(), None);
}

#[test]
fn what_is_written_is_what_was_read() {
    let text = json!({
        "id": "u", "mail": null, "otherMails": [], "identities": [{ "signInType": "federated", "issuerAssignedId": null }],
        "createdDateTime": "2024-05-03T08:09:10Z", "deletedDateTime": "2026-11-01T00:00:00Z",
    });
    let user: User = serde_json::from_value(text.clone()).unwrap();
    let written = serde_json::to_value(&user).unwrap();
    assert_eq!(serde_json::from_value::<User>(written.clone()).unwrap(), user);
    for (name, value) in text.as_object().unwrap() {
        assert_eq!(&written[name], value, "{name}");
    }
    assert_eq!(
        written.as_object().unwrap().len(),
        text.as_object().unwrap().len(),
        "what was absent stays absent"
    );
}

#[test]
fn what_is_selected_is_what_the_type_reads() {
    fn check<T: Resource + serde::Serialize>(others: &[&str]) {
        // Null is a legal value of every property here, so all of them at once show which names the type knows.
        let all: serde_json::Map<_, _> =
            T::SELECT.iter().chain(others).map(|name| ((*name).to_owned(), json!(null))).collect();
        let mut all = serde_json::Value::Object(all);
        all["id"] = json!("x");
        let object: T = serde_json::from_value(all.clone()).unwrap();
        assert_eq!(
            serde_json::to_value(object).unwrap().as_object().unwrap().len(),
            all.as_object().unwrap().len()
        );
    }
    check::<User>(&["deletedDateTime"]);
    check::<Group>(&Group::IN_EXCHANGE[1..]);
    check::<Contact>(&[]);
    check::<DirectoryRole>(&[]);
    check::<AppRoleAssignment>(&[]);
    check::<Organization>(&[]);
    check::<GroupSetting>(&[]);
    check::<DirectoryObject>(&["@odata.type", "mail"]);
}

#[test]
fn nothing_is_selected_that_needs_a_licence_or_an_expansion() {
    for forbidden in ["signInActivity", "sponsors", "manager", "mailboxSettings"] {
        assert!(!User::SELECT.contains(&forbidden));
    }
}

#[test]
fn settings_are_texts_and_read_in_any_case() {
    let setting = |value: &str| -> GroupSetting {
        let values =
            json!([{ "name": "AllowGuestsToAccessGroups", "value": value }, { "name": null, "value": null }]);
        serde_json::from_value(
            json!({ "id": "s", "templateId": GroupSetting::ORGANISATION, "values": values }),
        )
        .unwrap()
    };
    for (value, flag) in [("true", Some(true)), ("False", Some(false)), ("", None), ("yes", None)] {
        assert_eq!(setting(value).flag("allowGuestsToAccessGroups"), flag, "{value}");
    }
    assert_eq!(setting("true").flag("AllowToAddGuests"), None);
}

#[test]
fn an_object_of_any_kind_says_which_it_is() {
    let object: DirectoryObject =
        serde_json::from_value(json!({ "@odata.type": "#microsoft.graph.servicePrincipal", "id": "x" }))
            .unwrap();
    assert_eq!(object.kind(), Some("servicePrincipal"));
    assert_eq!(DirectoryObject::default().kind(), None);
}

#[test]
fn an_invitation_reads_with_all_its_nulls() {
    let invitation: Invitation = serde_json::from_value(json!({
        "id": "i", "inviteRedeemUrl": "https://login.microsoftonline.com/redeem", "invitedUserDisplayName": null,
        "invitedUserType": "Guest", "invitedUserEmailAddress": "jan@fabrikam.nl", "sendInvitationMessage": false,
        "status": "PendingAcceptance", "invitedUser": { "id": "u" },
        "invitedUserMessageInfo": { "messageLanguage": null, "ccRecipients": [{ "emailAddress": { "address": null } }] },
    }))
    .unwrap();
    assert_eq!(
        (invitation.status.as_deref(), invitation.invited_user.id.as_str()),
        (Some("PendingAcceptance"), "u")
    );
    assert!(!format!("{invitation:?}").contains("redeem"), "the link works for whoever holds it");
}

proptest! {
    #[test]
    fn a_selected_value_is_read_as_it_was_written(text in "\\PC*") {
        let user: User = serde_json::from_value(json!({ "id": "u", "mail": text })).unwrap();
        prop_assert_eq!(user.mail.value(), Some(&text));
    }
}

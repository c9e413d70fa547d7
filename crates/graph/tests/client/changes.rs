//! What each change sends, to the letter.

use graph::{AppRoleGrant, Changed, GraphProblemKind, InvitationMessage, InvitationRequest, UserProfile};
use serde_json::{Value, json};

use crate::support::{GROUP, GUEST, Story, no_content, ok, request_id};

const ROOT: &str = "https://graph.microsoft.com/v1.0";

fn sent(story: &Story) -> (String, String, Value) {
    let asked = story.asked().pop().unwrap();
    (asked.method, asked.uri.strip_prefix(ROOT).unwrap().to_owned(), asked.body)
}

#[tokio::test]
async fn the_main_address_is_written_alone() {
    let story = Story::new([no_content()]);
    let done = story.graph.set_mail(GUEST, "jan@fabrikam.nl", &story.cancel).await.unwrap();
    assert_eq!(
        sent(&story),
        ("PATCH".into(), format!("/users/{GUEST}"), json!({ "mail": "jan@fabrikam.nl" }))
    );
    assert_eq!((done.status, done.request_id.as_deref()), (204, Some(request_id(204).as_str())));
    assert_eq!(story.asked()[0].headers["client-request-id"], done.client_request_id.as_str());
}

#[tokio::test]
async fn other_addresses_are_replaced_as_a_whole_and_cleared_with_an_empty_list() {
    let one = ["jan@fabrikam.nl".to_owned()];
    for (addresses, body) in [(&one[..], json!(["jan@fabrikam.nl"])), (&[][..], json!([]))] {
        let story = Story::new([no_content()]);
        story.graph.set_other_mails(GUEST, addresses, &story.cancel).await.unwrap();
        assert_eq!(sent(&story), ("PATCH".into(), format!("/users/{GUEST}"), json!({ "otherMails": body })));
    }
}

#[tokio::test]
async fn a_profile_carries_only_what_is_to_be_written() {
    let story = Story::new([no_content()]);
    let profile = UserProfile {
        given_name: Some("Jan".into()),
        user_type: Some("Member".into()),
        ..Default::default()
    };
    story.graph.update_user_profile(GUEST, &profile, &story.cancel).await.unwrap();
    assert_eq!(sent(&story).2, json!({ "givenName": "Jan", "userType": "Member" }));
    assert!(UserProfile::default().is_empty() && !profile.is_empty());
}

#[tokio::test]
async fn a_member_is_added_by_reference_at_the_same_cloud() {
    let story = Story::new([no_content()]);
    story.graph.add_member(GROUP, GUEST, &story.cancel).await.unwrap();
    let body = json!({ "@odata.id": format!("{ROOT}/directoryObjects/{GUEST}") });
    assert_eq!(sent(&story), ("POST".into(), format!("/groups/{GROUP}/members/$ref"), body));
}

#[tokio::test]
async fn a_member_is_taken_out_by_its_reference_and_never_deleted() {
    for id in [GUEST, "u?", "u#", "u/", "u/$ref?x="] {
        let story = Story::new([no_content()]);
        story.graph.remove_member(GROUP, id, &story.cancel).await.unwrap();
        let (method, path, body) = sent(&story);
        assert_eq!((method.as_str(), body), ("DELETE", Value::Null));
        assert!(path.starts_with(&format!("/groups/{GROUP}/members/")) && path.ends_with("/$ref"), "{path}");
        assert_eq!(path.matches('/').count(), 5, "{path}");
        assert!(!path.contains(['?', '#']), "{path}");
    }
}

#[tokio::test]
async fn a_guest_is_deleted_and_restored_by_id() {
    let story =
        Story::new([no_content(), ok(&json!({ "@odata.type": "#microsoft.graph.user", "id": GUEST }))]);
    story.graph.delete_user(GUEST, &story.cancel).await.unwrap();
    assert_eq!(sent(&story), ("DELETE".into(), format!("/users/{GUEST}"), Value::Null));

    let restored = story.graph.restore(GUEST, false, &story.cancel).await.unwrap();
    assert_eq!(sent(&story), ("POST".into(), format!("/directory/deletedItems/{GUEST}/restore"), json!({})));
    assert_eq!((restored.value.id.as_str(), restored.value.kind()), (GUEST, Some("user")));
}

#[tokio::test]
async fn addresses_that_others_have_are_given_up_only_when_that_is_asked_for() {
    let story = Story::new([ok(&json!({ "@odata.type": "#microsoft.graph.user", "id": GUEST }))]);
    story.graph.restore(GUEST, true, &story.cancel).await.unwrap();
    assert_eq!(sent(&story).2, json!({ "autoReconcileProxyConflict": true }));
}

#[tokio::test]
async fn an_invitation_is_sent_as_documented_and_names_its_guest() {
    let story = Story::new([ok(&json!({
        "id": "i-1", "status": "PendingAcceptance", "inviteRedeemUrl": "https://login.microsoftonline.com/redeem?x=y",
        "invitedUserEmailAddress": "jan@fabrikam.nl", "invitedUser": { "id": GUEST }, "invitedUserDisplayName": null,
    }))]);
    let request = InvitationRequest {
        invited_user_email_address: "jan@fabrikam.nl".into(),
        invite_redirect_url: "https://myapplications.microsoft.com".into(),
        send_invitation_message: true,
        invited_user_message_info: Some(InvitationMessage {
            message_language: Some("nl-NL".into()),
            ..Default::default()
        }),
        ..Default::default()
    };
    let invitation = story.graph.invite(&request, &story.cancel).await.unwrap().value;
    assert_eq!(invitation.invited_user.id, GUEST);
    let body = json!({
        "invitedUserEmailAddress": "jan@fabrikam.nl",
        "inviteRedirectUrl": "https://myapplications.microsoft.com",
        "sendInvitationMessage": true,
        "invitedUserMessageInfo": { "messageLanguage": "nl-NL" },
    });
    assert_eq!(sent(&story), ("POST".into(), "/invitations".into(), body));
}

#[tokio::test]
async fn an_invitation_without_a_guest_was_made_all_the_same() {
    let story = Story::new([ok(&json!({ "id": "i-1" }))]);
    let problem = story.graph.invite(&InvitationRequest::default(), &story.cancel).await.unwrap_err();
    assert_eq!((problem.kind, problem.changed), (GraphProblemKind::Malformed, Changed::Yes));
}

#[tokio::test]
async fn applications_and_sponsors_are_given_back() {
    let story = Story::new([ok(&json!({ "id": "a-1" })), no_content()]);
    let grant =
        AppRoleGrant { principal_id: GUEST.into(), resource_id: "sp".into(), app_role_id: "role".into() };
    story.graph.grant_app_role(&grant, &story.cancel).await.unwrap();
    let body = json!({ "principalId": GUEST, "resourceId": "sp", "appRoleId": "role" });
    assert_eq!(sent(&story), ("POST".into(), format!("/users/{GUEST}/appRoleAssignments"), body));

    story.graph.add_sponsor(GUEST, "s-1", &story.cancel).await.unwrap();
    let body = json!({ "@odata.id": format!("{ROOT}/directoryObjects/s-1") });
    assert_eq!(sent(&story), ("POST".into(), format!("/users/{GUEST}/sponsors/$ref"), body));
}

#[tokio::test]
async fn nothing_is_sent_with_a_hole_where_an_id_belongs() {
    let story = Story::new([]);
    let problems = [
        story.graph.delete_user("", &story.cancel).await.unwrap_err(),
        story.graph.add_member(GROUP, "", &story.cancel).await.unwrap_err(),
        story.graph.add_member("", GUEST, &story.cancel).await.unwrap_err(),
        story.graph.remove_member(GROUP, "", &story.cancel).await.unwrap_err(),
        story.graph.remove_member("", GUEST, &story.cancel).await.unwrap_err(),
        story.graph.remove_member(GROUP, "..", &story.cancel).await.unwrap_err(),
        story.graph.delete_user("..", &story.cancel).await.unwrap_err(),
    ];
    for problem in problems {
        assert_eq!(
            (problem.kind, problem.changed),
            (GraphProblemKind::BadInput { what: "id".into() }, Changed::No)
        );
    }
    assert!(story.asked().is_empty());
}

#[tokio::test]
async fn a_token_shows_in_no_debug_output() {
    let story = Story::new([no_content()]);
    story.graph.delete_user(GUEST, &story.cancel).await.unwrap();
    assert!(!format!("{:?}", story.asked()).contains("token-1"));
    assert!(!format!("{:?}", story.graph).contains("token"));
}

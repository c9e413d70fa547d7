//! Invitations. Sources: invitation resource and invitation-post; external-id/user-properties, /troubleshoot,
//! /redemption-experience, /reset-redemption-status; azure-docs pull request 74908 (the empty main address).

use std::borrow::Cow;

use serde_json::{Value, json};

use super::addresses::owners;
use super::context::RequestContext;
use crate::Object;
use crate::behaviour::{Allowed, LocalOwner};
use crate::error::ErrorResponse;
use crate::index::fold;
use crate::organisation::{text, texts};
use crate::ownership::owns;
use crate::permission::{GLOBAL, USER_ADMIN, check_inviting, check_unrestricted};
use crate::request::Request;
use crate::response::Response;
use crate::response::RouteResult;
use crate::schema::Kind;
use crate::versions::View;

/// What an invitation may say (CSDL, invitation).
const KNOWN: [&str; 10] = [
    "invitedUserEmailAddress",
    "inviteRedirectUrl",
    "sendInvitationMessage",
    "invitedUserMessageInfo",
    "invitedUserDisplayName",
    "invitedUserType",
    "invitedUserSponsors",
    "resetRedemption",
    "invitedUser",
    "@odata.type",
];

struct Invitation {
    address: String,
    redirect: String,
    display_name: Option<String>,
    user_type: String,
    message: Value,
    send: bool,
    reset: bool,
    sponsors: Vec<String>,
    user_id: Option<String>,
}

impl Invitation {
    fn read(request: &Request) -> Result<Self, ErrorResponse> {
        let body = request.object()?;
        if let Some(odd) = body.keys().find(|key| !KNOWN.contains(&key.as_str())) {
            return Err(ErrorResponse::odata(format!(
                "Property '{odd}' does not exist on type 'microsoft.graph.invitation'."
            )));
        }
        let needed = |name: &str| {
            text(body, name)
                .filter(|value| !value.trim().is_empty())
                .map(str::to_owned)
                .ok_or_else(|| ErrorResponse::odata(format!("The {name} field is required.")))
        };
        let flag = |name: &str| body.get(name) == Some(&Value::Bool(true));
        let user_type = text(body, "invitedUserType").unwrap_or("Guest").to_owned();
        if user_type != "Guest" && user_type != "Member" {
            return Err(ErrorResponse::odata("The invitedUserType is not valid: it is Guest or Member."));
        }
        let sponsors = body.get("invitedUserSponsors").and_then(Value::as_array).into_iter().flatten();
        Ok(Self {
            address: needed("invitedUserEmailAddress")?,
            redirect: needed("inviteRedirectUrl")?,
            display_name: text(body, "invitedUserDisplayName").map(str::to_owned),
            user_type,
            message: body.get("invitedUserMessageInfo").cloned().unwrap_or(Value::Null),
            send: flag("sendInvitationMessage"),
            reset: flag("resetRedemption"),
            sponsors: sponsors.filter_map(|row| row.get("id")?.as_str().map(str::to_owned)).collect(),
            user_id: body.get("invitedUser").and_then(|user| user.get("id")?.as_str()).map(str::to_owned),
        })
    }
}

pub(super) fn create(context: &mut RequestContext<'_>, request: &Request) -> RouteResult {
    check_inviting(context.state, context.caller)?;
    let invitation = Invitation::read(request)?;
    if invitation.user_type == "Member" {
        // invitation resource: "Member if you're a company administrator".
        context.caller.needs_role(&[USER_ADMIN, GLOBAL])?;
    }
    if invitation.reset {
        return reset(context, request, &invitation);
    }
    check_address(context, &invitation.address)?;
    if let Some(guest) = existing_guest(context, &invitation.address) {
        return invite_existing(context, request, &invitation, &guest);
    }
    let address_owners = address_owners(context, &invitation.address);
    let local = address_owners.iter().any(|(kind, _)| *kind == Kind::User);
    if local && context.behaviour.local_owner == LocalOwner::Refuse400 {
        return Err(ErrorResponse::odata(
            "The invitation failed because the email address is a proxyAddress of an existing user in this directory.",
        ));
    }
    let user = new_guest(context, &invitation, address_owners.is_empty());
    let id = text(&user, "id").unwrap_or_default().to_owned();
    context.state.change(context.now, context.view).put_user(user);
    Ok(invitation_response(context, request, &invitation, &id))
}

/// Who has the address; deleted users only when the setting says that they hold on to theirs.
fn address_owners(context: &RequestContext<'_>, address: &str) -> Vec<(Kind, String)> {
    let mut address_owners = owners(context, address, "");
    if context.behaviour.deleted_addresses_are_free == Allowed::No {
        // As with a contact: the new guest gets no main address.
        address_owners
            .extend(context.state.deleted.owners(address).into_iter().map(|id| (Kind::Contact, id)));
    }
    address_owners
}

/// invitation resource: characters that are not permitted; `.` and `-` not first or last in the local part.
fn check_address(context: &RequestContext<'_>, address: &str) -> Result<(), ErrorResponse> {
    const FORBIDDEN: &str = "~!#$%^&*()=[]{}\\/|;:\"<>?,";
    let refused =
        || ErrorResponse::odata(format!("The invited user email address '{address}' is not valid."));
    let (local, domain) = address.rsplit_once('@').ok_or_else(refused)?;
    let plus = local.contains('+') && context.behaviour.invite_plus == Allowed::No;
    let edge = local.starts_with(['.', '-']) || local.ends_with(['.', '-']);
    let odd =
        local.chars().any(|letter| FORBIDDEN.contains(letter) || letter.is_whitespace() || letter == '@');
    if local.is_empty()
        || plus
        || edge
        || odd
        || !domain.contains('.')
        || domain.contains(char::is_whitespace)
    {
        return Err(refused());
    }
    // external-id: an address of an own verified domain cannot be invited; the words are those that public samples
    // repeat.
    if context.state.is_verified_domain(domain) {
        return Err(ErrorResponse::odata(
            "This user cannot be invited because the domain of the user's email address is a verified domain of this \
             directory.",
        ));
    }
    // Microsoft Q&A 5817471: how an organisation that is not allowed is refused.
    if context.behaviour.blocked_domains.iter().any(|blocked| blocked.eq_ignore_ascii_case(domain)) {
        return Err(ErrorResponse::odata(
            "This invitation is blocked by cross-tenant access settings in your organization.",
        ));
    }
    Ok(())
}

fn is_guest(user: &Object) -> bool {
    text(user, "userPrincipalName").is_some_and(|name| name.contains("#EXT#"))
        || text(user, "externalUserState").is_some()
}

/// A guest who has this address in any address property. The truth, not a view.
fn existing_guest(context: &RequestContext<'_>, address: &str) -> Option<Object> {
    let index = &context.state.users;
    let mut ids = index.equal("mail", address);
    ids.extend(index.equal("otherMails", address));
    ids.extend(index.equal("identities", address));
    ids.extend(index.equal("proxyAddresses", &format!("smtp:{address}")));
    let same = |value: &str| value.eq_ignore_ascii_case(address);
    let guests = ids.iter().filter_map(|id| context.state.users.latest(id)).filter(|user| {
        let identities = user.get("identities").and_then(Value::as_array).into_iter().flatten();
        let mut assigned = identities.filter_map(|row| row.get("issuerAssignedId")?.as_str());
        is_guest(user)
            && (owns(user, address)
                || texts(user.get("otherMails")).into_iter().any(same)
                || assigned.any(same))
    });
    guests.into_iter().next().map(Cow::into_owned)
}

/// Seen in practice: the existing guest comes back. A blocked account was seen to give 412
/// (msgraph-sdk-php issue 301).
fn invite_existing(
    context: &RequestContext<'_>,
    request: &Request,
    invitation: &Invitation,
    guest: &Object,
) -> RouteResult {
    if guest.get("accountEnabled") == Some(&Value::Bool(false)) {
        return Err(ErrorResponse::new(412, "PreconditionFailed", "The invited user's account is blocked."));
    }
    if context.behaviour.invite_existing == Allowed::No {
        return Err(ErrorResponse::odata("The invited user already exists in the directory."));
    }
    Ok(invitation_response(context, request, invitation, text(guest, "id").unwrap_or_default()))
}

/// The product's main fault is born here: when a contact, a group or another user owns the address, the new
/// guest has neither `mail` nor proxyAddresses, and the address stands in otherMails alone.
fn new_guest(context: &RequestContext<'_>, invitation: &Invitation, address_is_free: bool) -> Object {
    let address = &invitation.address;
    let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
    let name = free_name(context, &format!("{local}_{domain}"));
    let upn = format!("{name}#EXT#@{}", context.state.default_domain());
    let now = context.now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let (mail, proxies) = if address_is_free {
        (json!(address), json!([format!("SMTP:{address}")]))
    } else {
        (Value::Null, json!([]))
    };
    // b2b-sponsors: the inviter is the sponsor where none is named.
    let sponsors: Vec<Value> = if invitation.sponsors.is_empty() {
        vec![json!({ "@odata.type": Kind::User.odata_type(), "id": context.caller.user_id })]
    } else {
        let found = invitation
            .sponsors
            .iter()
            .filter_map(|id| context.state.any(id, context.view).map(|(kind, _)| (kind, id)));
        found.map(|(kind, id)| json!({ "@odata.type": kind.odata_type(), "id": id })).collect()
    };
    let user = json!({
        "id": context.new_id(),
        "displayName": invitation.display_name.as_deref().unwrap_or(local),
        "mail": mail,
        "otherMails": [address],
        "proxyAddresses": proxies,
        "userPrincipalName": upn,
        "mailNickname": format!("{name}#EXT#"),
        "userType": invitation.user_type,
        "accountEnabled": true,
        "creationType": "Invitation",
        "externalUserState": "PendingAcceptance",
        "externalUserStateChangeDateTime": now,
        "createdDateTime": now,
        "identities": [{
            "signInType": "userPrincipalName",
            "issuer": context.state.default_domain(),
            "issuerAssignedId": upn,
        }],
        "sponsors": sponsors,
        "appRoleAssignments": [],
    });
    user.as_object().cloned().unwrap_or_default()
}

/// A name nobody has. What the directory appends when the plain one is taken is not documented; a number is.
fn free_name(context: &RequestContext<'_>, base: &str) -> String {
    let domain = context.state.default_domain();
    let taken = |name: &str| {
        let upn = format!("{name}#EXT#@{domain}");
        let ids = context.state.users.equal("userPrincipalName", &upn);
        ids.iter().filter_map(|id| context.state.users.latest(id)).any(|user| {
            text(&user, "userPrincipalName").is_some_and(|known| known.eq_ignore_ascii_case(&upn))
        })
    };
    if !taken(base) {
        return base.to_owned();
    }
    (1_u32..=u32::MAX).map(|n| format!("{base}{n}")).find(|name| !taken(name)).unwrap_or_default()
}

/// Resetting the redemption keeps the object; the new address must already stand on it, in mail or
/// otherMails (reset-redemption-status; the refusal: msgraph-beta-sdk-dotnet issue 394).
fn reset(context: &mut RequestContext<'_>, request: &Request, invitation: &Invitation) -> RouteResult {
    context.caller.needs_role(&["Helpdesk Administrator", USER_ADMIN, GLOBAL])?;
    let id = invitation.user_id.clone().unwrap_or_default();
    let (id, mut user) = context.changeable_user(&id)?;
    check_unrestricted(&user)?;
    let address = fold(&invitation.address);
    let known = View::new(context.now, context.behaviour.reset_lag);
    let known = context.state.users.get(&id, known).map(Cow::into_owned).unwrap_or_default();
    let mails = texts(known.get("otherMails")).into_iter().chain(text(&known, "mail"));
    if !mails.map(fold).any(|mail| mail == address) {
        return Err(ErrorResponse::odata(
            "The email you’re using to invite this user doesn’t match any emails on the user object. Please add \
             this email to the user object and try again.",
        ));
    }
    user.insert("externalUserState".into(), json!("PendingAcceptance"));
    let now = context.now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    user.insert("externalUserStateChangeDateTime".into(), json!(now));
    context.state.change(context.now, context.view).put_user(user);
    Ok(invitation_response(context, request, invitation, &id))
}

/// 201 in the shape of the page's sample. The resource knows four values of `status`; what comes is always this one, for
/// a guest who accepted long ago too (sources: microsoft-graph-docs issues 2645 and 1333).
fn invitation_response(
    context: &RequestContext<'_>,
    request: &Request,
    invitation: &Invitation,
    user_id: &str,
) -> Response {
    let id = context.new_id();
    let empty = json!({
        "messageLanguage": null,
        "customizedMessageBody": null,
        "ccRecipients": [{ "emailAddress": { "name": null, "address": null } }],
    });
    Response::json(
        201,
        json!({
            "@odata.context": format!("{}/v1.0/$metadata#invitations/$entity", request.base),
            "id": id,
            "inviteRedeemUrl": format!(
                "https://login.microsoftonline.com/redeem?rd=https%3a%2f%2finvitations.microsoft.com%2fredeem%2f%3ftenant%3d{}%26user%3d{id}",
                context.state.file.tenant_id()
            ),
            "invitedUserDisplayName": invitation.display_name,
            "invitedUserType": invitation.user_type,
            "invitedUserEmailAddress": invitation.address,
            "sendInvitationMessage": invitation.send,
            "resetRedemption": invitation.reset,
            "inviteRedirectUrl": invitation.redirect,
            "status": "PendingAcceptance",
            "invitedUserMessageInfo": if invitation.message.is_null() { empty } else { invitation.message.clone() },
            "invitedUser": { "id": user_id },
        }),
    )
}
